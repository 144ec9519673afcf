"""The changes of a record as others read them: lines, Markdown for a pull request, JSON, one short sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from ...installed import program
from ..locales import language_of
from ..problems.report import counted
from .describe import one_line
from .diff import Change

FORMATS = ("text", "markdown", "json")
# What is counted, by kind of change: one and many in English, one and many in French. Their order is that of a summary.
COUNTED = {
    "event-added": ("event added", "events added", "événement ajouté", "événements ajoutés"),
    "event-removed": ("event removed", "events removed", "événement retiré", "événements retirés"),
    "event-redated": ("event re-dated", "events re-dated", "date modifiée", "dates modifiées"),
    "event-retitled": ("event retitled", "events retitled", "titre modifié", "titres modifiés"),
    "status-changed": ("status changed", "statuses changed", "statut modifié", "statuts modifiés"),
    "claim-added": ("claim added", "claims added", "affirmation ajoutée", "affirmations ajoutées"),
    "claim-withdrawn": ("claim withdrawn", "claims withdrawn", "affirmation retirée", "affirmations retirées"),
    "claim-changed": ("claim changed", "claims changed", "affirmation modifiée", "affirmations modifiées"),
    "figure-added": ("figure added", "figures added", "chiffre ajouté", "chiffres ajoutés"),
    "figure-removed": ("figure removed", "figures removed", "chiffre retiré", "chiffres retirés"),
    "figure-changed": ("figure changed", "figures changed", "chiffre modifié", "chiffres modifiés"),
    "disagreement-added": ("disagreement added", "disagreements added", "désaccord ajouté", "désaccords ajoutés"),
    "disagreement-removed": ("disagreement removed", "disagreements removed", "désaccord retiré", "désaccords retirés"),
    "disagreement-changed": (
        "disagreement changed",
        "disagreements changed",
        "désaccord modifié",
        "désaccords modifiés",
    ),
    "event-changed": ("event edited", "events edited", "événement remanié", "événements remaniés"),
    "translation-changed": (
        "translation changed",
        "translations changed",
        "traduction modifiée",
        "traductions modifiées",
    ),
    "source-added": ("source added", "sources added", "source ajoutée", "sources ajoutées"),
    "source-removed": ("source removed", "sources removed", "source retirée", "sources retirées"),
    "source-changed": ("source changed", "sources changed", "source modifiée", "sources modifiées"),
    "actor-added": ("actor added", "actors added", "acteur ajouté", "acteurs ajoutés"),
    "actor-removed": ("actor removed", "actors removed", "acteur retiré", "acteurs retirés"),
    "actor-changed": ("actor changed", "actors changed", "acteur modifié", "acteurs modifiés"),
    "seed-added": ("document added", "documents added", "document ajouté", "documents ajoutés"),
    "seed-removed": ("document removed", "documents removed", "document retiré", "documents retirés"),
    "seed-changed": ("document changed", "documents changed", "document modifié", "documents modifiés"),
    "lesson-added": ("lesson added", "lessons added", "leçon ajoutée", "leçons ajoutées"),
    "lesson-removed": ("lesson removed", "lessons removed", "leçon retirée", "leçons retirées"),
    "lesson-changed": ("lesson changed", "lessons changed", "leçon modifiée", "leçons modifiées"),
    "settings-changed": ("setting changed", "settings changed", "réglage modifié", "réglages modifiés"),
    "order-changed": ("order changed", "orders changed", "ordre modifié", "ordres modifiés"),
}
NOTHING = {"en": "nothing changed", "fr": "rien n’a changé"}
# Changes of these kinds are about a thing as a whole: several for one thing (a title in two languages) count once.
ONCE = {
    "event-redated",
    "event-retitled",
    "event-changed",
    "claim-changed",
    "source-changed",
    "actor-changed",
    "seed-changed",
    "lesson-changed",
}
HEADINGS = {
    "event": "Events",
    "source": "Sources",
    "actor": "Actors",
    "seed": "Seed documents",
    "lesson": "Lessons",
    "settings": "Settings",
    "record": "Order of events",
}
MOST = 60_000  # characters; GitHub takes 65,536 in a comment
ADDRESS = re.compile(r"https?://[^\s<>]+")
MARKUP = re.compile(r"([\\`*_\[\]#|~$])")


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many things changed in which way, by kind, in the order of a summary."""
    things: dict[str, set[object]] = {}
    for number, change in enumerate(changes):
        thing = (change.part, change.id, change.path) if change.kind in ONCE else number
        things.setdefault(change.kind, set()).add(thing)
    return {kind: len(things[kind]) for kind in COUNTED if kind in things}


def summary(changes: Iterable[Change], language: str = "en") -> str:
    """`3 events added, 2 claims withdrawn`; in English where the language is not French."""
    one, many = (2, 3) if language_of(language) == "fr" else (0, 1)
    said = [f"{count} {COUNTED[kind][one if count == 1 else many]}" for kind, count in counts(changes).items()]
    return ", ".join(said) or NOTHING.get(language_of(language), NOTHING["en"])


def text_lines(changes: Sequence[Change]) -> list[str]:
    """A line a change and the summary at the end; one plain line where nothing changed."""
    return [*map(str, changes), summary(changes)] if changes else ["nothing changed in the record"]


def as_object(changes: Sequence[Change], old: str, new: str) -> dict[str, object]:
    """JSON-ready: `{old, new, summary, counts: {kind: number}, changes: [{kind, part, id, …, sentence}]}`."""
    return {
        "old": old,
        "new": new,
        "summary": summary(changes),
        "counts": counts(changes),
        "changes": [change.as_dict() for change in changes],
    }


def markdown(changes: Sequence[Change], old: str, new: str, most: int = MOST) -> str:
    """A comment for a pull request: a heading for each part and for each event, a line for each change.

    It has at most `most` characters; a last line says how many changes were left out.
    """
    lines = ["## Changes of the record", "", f"{escaped(old)} → {escaped(new)}: **{summary(changes)}**"]
    if not changes:
        return "\n".join([*lines[:2], f"Nothing changed in the record ({escaped(old)} → {escaped(new)}).", ""])
    length, shown = sum(map(len, lines)), 0
    for block, count in _blocks(changes):
        length += sum(len(line) + 1 for line in block)
        if length > most:
            lines += [
                "",
                f"… and {counted(len(changes) - shown, 'more change')}, which `{program()} diff` lists.",
            ]
            break
        lines += block
        shown += count
    return "\n".join([*lines, ""])


def _blocks(changes: Sequence[Change]) -> Iterable[tuple[list[str], int]]:
    """The lines of each event, source, … with its number of changes; the first of a part brings its heading."""
    for part, of_part in groupby(changes, attrgetter("part")):
        groups = [list(group) for _, group in groupby(of_part, attrgetter("id"))]
        title = f"### {HEADINGS[part]}" + (f" ({len(groups)})" if groups[0][0].id else "")
        for group in groups:
            head, one = ["", title] if title else [], group[0]
            title = ""
            if one.id:
                head += ["", f"#### {code_span(one.id)} {escaped(one.name)} ({counted(len(group), 'change')})"]
            yield [*head, "", *(f"- {escaped(change.words)}" for change in group)], len(group)


def code_span(text: str) -> str:
    """A word set as code in Markdown. Ids hold nothing that could end it."""
    return f"`{one_line(text).replace('`', '')}`"


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is: no markup, no tags, nobody mentioned; addresses stay links."""
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?)”’\"'")
        parts += [_escaped(text[end : found.start()]), f"<{address}>"]
        end = found.start() + len(address)
    return "".join([*parts, _escaped(text[end:])])


def _escaped(text: str) -> str:
    text = MARKUP.sub(r"\\\1", one_line(text) if "\n" in text else text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A space of no width keeps GitHub from linking people (@name) and issues (#1, GH-1).
    return text.replace("@", "@&#8203;").replace("\\#", "\\#&#8203;").replace("GH-", "GH&#8203;-")
