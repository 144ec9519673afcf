"""A synthetic record of any size, for what is measured: plausible in shape, about nothing, without problems.

    write_record(Path("/tmp/data"), events=50_000)            # a claim each
    write_record(Path("/tmp/data"), events=10_000, claims=3)  # with figures, denials and disagreements

The same arguments give the same files. Events are spread over eighty years, more of them lately and half of them
in bursts of a few weeks; they are days, months, years, ranges, open and uncertain dates; of six kinds, in twelve
countries, by eighty actors, told by sixty sources in English and French. `check --strict` finds nothing in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = date(1946, 1, 1), date(2025, 12, 1)
COUNTRIES = ("FR", "DE", "GB", "US", "JP", "KR", "CN", "IN", "BR", "ZA", "NO", "CA")
KINDS = (
    ("accord", "Agreement", "Accord", "star", "#3a49b8", "#9aaaff"),
    ("visit", "Visit", "Visite", "diamond", "#7a3ab0", "#cda6f5"),
    ("trade", "Trade", "Commerce", "square", "#855500", "#e5b95f"),
    ("dispute", "Dispute", "Différend", "x", "#b01a3a", "#ff8a9c"),
    ("statement", "Statement", "Déclaration", "circle", "#1a699c", "#74c4f5"),
    ("research", "Research", "Recherche", "hexagon", "#0d6e66", "#58d3c4"),
)
STATUSES = ("established",) * 10 + ("reported",) * 7 + ("contested",) * 2 + ("predicted",)
FORENAMES = ("Anna", "Boris", "Chloé", "David", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas")
SURNAMES = ("Adler", "Bonnet", "Castro", "Dubois", "Eriksen", "Ferrari", "Gruber", "Hansen")
OUTLETS = ("Courier", "Gazette", "Herald", "Monitor", "Observer", "Telegraph", "Tribune", "Times", "Review", "Post")
CITIES = (
    "Lyon",
    "Hamburg",
    "Leeds",
    "Boston",
    "Osaka",
    "Busan",
    "Wuhan",
    "Pune",
    "Recife",
    "Durban",
    "Bergen",
    "Halifax",
)
WHO = (
    ("The delegates", "Les délégués"),
    ("The ministers", "Les ministres"),
    ("The experts", "Les experts"),
    ("The envoys", "Les émissaires"),
    ("Both chambers", "Les deux chambres"),
    ("The unions", "Les syndicats"),
)
DOES = (
    ("sign the agreement on fisheries", "signent l’accord sur la pêche"),
    ("meet again", "se retrouvent"),
    ("put off the vote", "reportent le vote"),
    ("open the new line", "ouvrent la nouvelle ligne"),
    ("publish their findings", "publient leurs conclusions"),
    ("protest against the tariff", "protestent contre le tarif"),
)
WHY = (
    ("after weeks of talks behind closed doors", "après des semaines d’entretiens à huis clos"),
    ("although the annexes are still missing", "alors que les annexes manquent encore"),
    ("and leave the question of costs open", "et laissent ouverte la question des coûts"),
    ("as had been agreed the year before", "comme convenu l’année précédente"),
)
SAYS = (
    (
        "Says that it took place, and names those who were there.",
        "Dit que cela a eu lieu et nomme les personnes présentes.",
    ),
    ("Gives the same account, and adds that more will follow.", "Donne le même récit et ajoute que d’autres suivront."),
    ("Quotes two people who were in the room.", "Cite deux personnes qui étaient dans la salle."),
    ("Keeps to the text that was handed out.", "S’en tient au texte qui a été distribué."),
)


@dataclass(frozen=True)
class Event:
    """What an event's lines are written from."""

    number: int
    edtf: str
    first: date


def write_record(folder: Path, events: int, claims: int = 1, seed: int = 0) -> Path:
    """Write a record of so many events with so many claims each into `folder`, which is made. Returns the folder."""
    chance = random.Random(f"{seed} {events} {claims}")
    folder.mkdir(parents=True)
    places: dict[str, None] = {}  # the actors and sources that are used
    lines = [line for event in _events(chance, events) for line in _event(chance, event, claims, places)]
    files = {"settings": _settings(), "actors": _actors(places), "sources": _sources(places), "events": lines or ["[]"]}
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text("\n".join(content) + "\n", encoding="utf-8")
    return folder


def _events(chance: random.Random, count: int) -> list[Event]:
    """Events in the order of their dates."""
    days = (LAST - FIRST).days
    bursts = [int(days * chance.random() ** 0.6) for _ in range(max(3, count // 800))]
    offsets = sorted(
        min(days, chance.choice(bursts) + int(chance.expovariate(1 / 12)))
        if chance.random() < 0.5
        else int(days * chance.random() ** 0.6)
        for _ in range(count)
    )
    return [_dated(chance, number, FIRST + timedelta(days=offset)) for number, offset in enumerate(offsets)]


def _dated(chance: random.Random, number: int, day: date) -> Event:
    """Of a hundred events eighty are days; the rest ranges, months, years, and dates that aren't certain."""
    turn, text, start = chance.randrange(100), day.isoformat(), day
    if turn < 9:
        text += f"/{day + timedelta(days=chance.randint(1, 60))}"
    elif turn < 16:
        text, start = text[:7], day.replace(day=1)
    elif turn < 18:
        text += chance.choice("~?")
    elif turn < 19:
        text += "/.."
    elif turn < 20:
        text, start = text[:4], day.replace(month=1, day=1)
    return Event(number, text, start)


def _event(chance: random.Random, event: Event, claims: int, used: dict[str, None]) -> Iterator[str]:
    (who, qui), (does, fait), (why, pourquoi) = chance.choice(WHO), chance.choice(DOES), chance.choice(WHY)
    city, status = chance.choice(CITIES), chance.choice(STATUSES)
    actors = list(dict.fromkeys(_person(chance) for _ in range(chance.randint(1, 2))))
    countries = list(dict.fromkeys(COUNTRIES[int(12 * chance.random() ** 1.7)] for _ in range(chance.randint(1, 3))))
    used.update(dict.fromkeys(actors))
    yield f"- id: event-{event.number}"
    yield f'  date: "{event.edtf}"'
    yield from _text("  ", "title", f"{who} in {city} {does}", f"{qui} à {city} {fait}")
    yield from _text("  ", "summary", f"{who} in {city} {does} {why}.", f"{qui} à {city} {fait} {pourquoi}.")
    yield f"  kind: {chance.choice(KINDS)[0]}"
    yield f"  status: {status}"
    yield f"  actors: [{', '.join(actors)}]"
    yield f"  countries: [{', '.join(countries)}]"
    yield "  claims:"
    for number in range(1, claims + 1):
        yield from _claim(chance, event, number, claims, status, used)
    if status == "contested" and claims > 1:
        yield from ("  disagreements:", "    - about: occurrence")
        yield from _text(
            "      ",
            "sentence",
            "They disagree on whether it took place.",
            "Ils ne s’accordent pas sur le fait lui-même.",
        )
        yield "      sides:"
        for holds, tient, ids in (
            ("It did", "Cela a eu lieu", range(1, claims)),
            ("It did not", "Cela n’a pas eu lieu", [claims]),
        ):
            yield f"        - holds: {{en: {holds}, fr: {tient}}}"
            yield f"          claims: [{', '.join(f'c{n}' for n in ids)}]"
    if event.number and chance.random() < 0.1:
        yield f"  relates: [{{type: contradicts, event: event-{chance.randrange(event.number)}}}]"
    yield ""


def _claim(
    chance: random.Random, event: Event, number: int, claims: int, status: str, used: dict[str, None]
) -> Iterator[str]:
    """The last claim bears the event's status out: it denies what is contested, and predicts what is predicted."""
    source, person = f"source-{int(60 * chance.random() ** 1.5)}", _person(chance)
    used.update({source: None, person: None})
    last = {"contested": "denies", "predicted": "predicts"}.get(status, "confirms") if number == claims else "asserts"
    says, dit = SAYS[(event.number + number) % len(SAYS)]
    # From the last day the date itself may mean on, so that no claim comes before what it reports.
    day = event.first + timedelta(days=chance.randint(0, 20) + (31 if len(event.edtf) < 8 else 0))
    yield f"    - id: c{number}"
    yield f"      source: {source}"
    yield f"      url: https://example.org/{event.number}/{number}"
    yield f"      by: [{person}]"
    yield f'      asserted_on: "{day}"'
    yield f"      stance: {last}"
    yield from _text("      ", "says", says, dit)
    if chance.random() < 0.1:
        value, bound = chance.randint(1, 400) * 25, chance.choice(("about", "at_least", "exact"))
        yield f"      figure: {{quantity: people, value: {value}, bound: {bound}}}"


def _text(indent: str, key: str, english: str, french: str) -> tuple[str, str, str]:
    return f"{indent}{key}:", f"{indent}  en: {english}", f"{indent}  fr: {french}"


def _person(chance: random.Random) -> str:
    return f"actor-{int(80 * chance.random() ** 1.5)}"


def _entries(places: dict[str, None], what: str) -> list[int]:
    """The numbers of the entries that are used."""
    return sorted(int(name.partition("-")[2]) for name in places if name.startswith(what))


def _actors(places: dict[str, None]) -> list[str]:
    names = {n: f"{FORENAMES[n % 10]} {SURNAMES[n // 10]}" for n in _entries(places, "actor-")}
    return [
        f"- {{id: actor-{n}, name: {{en: {name}, fr: {name}}}, type: person, country: {COUNTRIES[n % 12]}}}"
        for n, name in names.items()
    ] or ["[]"]


def _sources(places: dict[str, None]) -> list[str]:
    names = {n: f"{CITIES[n // 10]} {OUTLETS[n % 10]}" for n in _entries(places, "source-")}
    return [
        f"- {{id: source-{n}, name: {{en: {name}, fr: {name}}}, type: press, "
        f"country: {COUNTRIES[n // 10]}, language: [en]}}"
        for n, name in names.items()
    ] or ["[]"]


def _settings() -> list[str]:
    lines = [
        "title: {en: A synthetic timeline, fr: Une frise synthétique}",
        "subtitle: {en: Made by benchmarks/synthetic.py, fr: Faite par benchmarks/synthetic.py}",
        "languages: [en, fr]",
        'updated: "2026-01-01"',
        "window: lately",
        "presets:",
    ]
    for name, english, french, start, end in (
        ("lately", "2024–2025", "2024–2025", "2024-01-01", "2025-12-31"),
        ("decade", "The 2010s", "Les années 2010", "2010-01-01", "2019-12-31"),
        ("whole", "1946–2025", "1946–2025", "1946-01-01", "2025-12-31"),
    ):
        lines.append(f'  - {{id: {name}, name: {{en: {english}, fr: {french}}}, start: "{start}", end: "{end}"}}')
    lines.append("kinds:")
    lines += [
        f'  - {{id: {name}, name: {{en: {english}, fr: {french}}}, symbol: {symbol}, light: "{light}", dark: "{dark}"}}'
        for name, english, french, symbol, light, dark in KINDS
    ]
    return [*lines, "quantities:", "  - {id: people, name: {en: people, fr: personnes}}"]
