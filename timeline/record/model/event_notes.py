"""What the fields of events.yaml are: see `notes`."""

from __future__ import annotations

EVENT_NOTES: dict[str, dict[str, tuple[str, str]]] = {
    "Event": {
        "id": (
            "Its permanent name, in lower case with hyphens; it is the link to the event and never changes.",
            "kim-ratifies",
        ),
        "date": ("When it happened, as far as it is known: a date in EDTF, always in quotes.", '"2024-11-11"'),
        "date_note": (
            "How the date is known where no source prints it.",
            "{en: The article says “this Wednesday”., fr: L’article dit « ce mercredi ».}",
        ),
        "title": ("A headline that reads alone.", "{en: Kim ratifies the treaty, fr: Kim ratifie le traité}"),
        "short_title": (
            "The title in a few words, for a label on a phone where all of it has no room. As true as the title, "
            "with its hedges.",
            "{en: Kim ratifies, fr: Kim ratifie}",
        ),
        "summary": (
            "One to three sentences, in our own words.",
            "{en: A decree ratifies it., fr: Un décret le ratifie.}",
        ),
        "kind": ("Its kind, which decides lane and marker: an id of `kinds` in settings.yaml.", "ratification"),
        "status": (
            "What the record as a whole supports: `established` where somebody confirms it, or two independent origins "
            "state it and nobody denies it; `reported` where somebody states it; `contested` where somebody denies "
            "what somebody else states, or they differ on whether or when it happened; `predicted` where it is only "
            "forecast. That of a statement says that it was made, not that what it says is true.",
            "established",
        ),
        "key": ("Whether it is one of the dozen that carry the story: 8 to 20 in a record that uses this.", "true"),
        "part_of": (
            "The event of which this one is a part: a clause of a treaty, a statement of the day. A part has no parts.",
            "treaty-signed",
        ),
        "actors": ("Who acts in it: ids of actors.yaml.", "[kim-jong-un]"),
        "countries": ("The countries concerned: two capital letters of ISO 3166-1.", "[KP, RU]"),
        "place": ("Where it happened.", "{name: {en: Moscow, fr: Moscou}, lat: 55.75, lon: 37.62}"),
        "claims": (
            "Who says what about it, and where: the claims by which we know.",
            "[{id: c1, source: entrevue, passage: 3, says: {en: It is ratified., fr: Il est ratifié.}}]",
        ),
        "disagreements": (
            "Points on which its claims differ.",
            "[{about: date, sentence: {en: The day differs., fr: Le jour diffère.}, sides: ["
            "{holds: {en: July, fr: Juillet}, claims: [c1]}, {holds: {en: August, fr: Août}, claims: [c2]}]}]",
        ),
        "relates": ("Links to other events.", "[{type: implements, event: treaty-signed}]"),
        "media": (
            "A picture of it.",
            "{file: media/bridge.jpg, alt: {en: A bridge of stone., fr: Un pont de pierre.}, by: A. Painter, "
            "licence: CC BY 4.0}",
        ),
        "updated": (
            "The day of its last change that readers of a feed should hear of, in quotes. Without it a feed takes the "
            "last day of its claims.",
            '"2026-11-20"',
        ),
    },
    "Claim": {
        "id": ("Its name within the event.", "c1"),
        "source": ("The source that carries it: an id of sources.yaml.", "entrevue"),
        "passage": ("Of a seed document: the number of the paragraph, counting non-empty lines from 1.", "3"),
        "url": ("Of a public page: its address.", "https://tass.com/world/1950153"),
        "locator": (
            "Of a printed work, a letter, an object: where in it, as one cites it (a page, a chapter, a line).",
            '"6.16.4"',
        ),
        "via": ("The outlet in which it was read, where that is a reprint.", "New Indian Express"),
        "archived": (
            "A copy of the page in an archive; `links --archive` finds the one nearest to the day of the claim.",
            '{url: "https://web.archive.org/web/20241112/https://tass.com/world/1", on: "2024-11-12"}',
        ),
        "by": ("Who says it: ids of actors.yaml. Left out where only the source itself speaks.", "[kim-jong-un]"),
        "asserted_on": (
            "The day on which it was said or published: a date in EDTF, in quotes. Left out where unknown.",
            '"2024-11-12"',
        ),
        "stance": (
            "What the claimant does: state it, deny it, foresee it, confirm what others said, or decline to comment.",
            "asserts",
        ),
        "says": ("What exactly the passage says, in our own words.", "{en: It is ratified., fr: Il est ratifié.}"),
        "quote": (
            "Words that the source itself prints as somebody’s words, or as the text of a treaty, a law, an "
            "inscription.",
            "{text: pour une durée indéterminée, lang: fr}",
        ),
        "figure": (
            "The number it gives, where it gives one.",
            "{quantity: troops, value: 11000, bound: about, unit: soldiers, scope: in-kursk}",
        ),
        "figures": (
            "The numbers it gives, where it gives several.",
            "[{quantity: votes-for, value: 397}, {quantity: votes-against, value: 0}]",
        ),
        "moved": (
            "Where it says that something came from and went to; the map draws an arrow.",
            "{origin: {name: {en: North Korea, fr: Corée du Nord}, precision: country, lat: 40.1, lon: 127.1}, "
            "destination: {name: {en: Vladivostok, fr: Vladivostok}, precision: city, lat: 43.12, lon: 131.89}}",
        ),
        "anchor": (
            "Where a claim on a passage has neither quote nor figure, or other passages print these too: up to three "
            "words that the passage prints, by which `verify` notices a wrong number. Single words or names, not a "
            "quote.",
            "[décret]",
        ),
        "derives_from": (
            "The claim of the same event, or the source, that this claim only relays, as its page says itself; left "
            "out where that is not known.",
            "yonhap",
        ),
        "media": (
            "A picture of what says it: a page, an inscription, an object.",
            "{file: media/stone.webp, alt: {en: A stone with letters., fr: Une pierre et des lettres.}, by: unknown, "
            "licence: public domain}",
        ),
        "outcome": (
            "Of a claim that predicts: the events of the record that tell whether and how it came about, which may be "
            "its own event. Left out where no event does.",
            "[kim-ratifies]",
        ),
        "note": (
            "A caution for readers: a misprint, an odd attribution.",
            "{en: The document prints 2023., fr: Le document imprime 2023.}",
        ),
    },
    "Moved": {
        "origin": ("Where it came from, as the claim says it.", "{name: {en: Wonsan, fr: Wonsan}, precision: city}"),
        "destination": ("Where it went, as the claim says it.", "{name: {en: Kursk region, fr: Région de Koursk}}"),
    },
    "Amount": {
        "quantity": ("What is counted: an id of `quantities` in settings.yaml.", "troops"),
        "value": ("The number, without separators. Instead of it: `low` and `high`, or `words`.", "11000"),
        "low": ("The lower end of a range.", "10000"),
        "high": ("The upper end of a range.", "12000"),
        "words": (
            "The amount as the source puts it, where it prints no number.",
            "{en: dozens of, fr: des dizaines de}",
        ),
        "bound": ("How the claimant limits the number.", "at_least"),
        "unit": ("The unit: an id of `units` in settings.yaml.", "soldiers"),
        "scope": ("What the number covers: an id of `scopes` in settings.yaml.", "in-kursk"),
    },
    "Archived": {
        "url": ("The address of the copy.", "https://web.archive.org/web/20241112/https://tass.com/world/1"),
        "on": ("The day on which it was taken, in quotes.", '"2024-11-12"'),
    },
    "Quote": {
        "text": ("The words, exactly as printed; at most twenty.", "pour une durée indéterminée"),
        "lang": ("Their language (BCP 47: `fr`, `sr-Latn`, `grc`).", "fr"),
    },
    "Place": {
        "name": ("Its name.", "{en: Moscow, fr: Moscou}"),
        "precision": (
            "What the coordinates are the place of: an `exact` spot, a `city`, the middle of a `region` or of a "
            "`country`.",
            "city",
        ),
        "lat": ("Latitude in degrees, south of the equator negative.", "55.75"),
        "lon": ("Longitude in degrees, west of Greenwich negative.", "37.62"),
    },
    "Picture": {
        "file": (
            "The file, relative to the data folder: a PNG, JPEG or WebP in `media/` of at most 500 kB and 2,400 px.",
            "media/bridge.jpg",
        ),
        "alt": (
            "What is to be seen, in a sentence or two, for those who don’t see it.",
            "{en: A bridge of stone with three arches., fr: Un pont de pierre à trois arches.}",
        ),
        "caption": (
            "What stands below it, where more is to be said.",
            "{en: The bridge from the south., fr: Le pont vu du sud.}",
        ),
        "by": ("Who made it: a name, or “unknown”.", "A. Painter"),
        "licence": ("The terms under which it may be shown.", "CC BY 4.0"),
    },
    "Disagreement": {
        "about": ("The point on which the claims differ.", "date"),
        "sentence": ("The difference in one plain sentence.", "{en: The day differs., fr: Le jour diffère.}"),
        "sides": (
            "Who holds what.",
            "[{holds: {en: July, fr: Juillet}, claims: [c1]}, {holds: {en: August, fr: Août}, claims: [c2]}]",
        ),
    },
    "Side": {
        "holds": ("What this side holds, in a few words.", "{en: In July, fr: En juillet}"),
        "claims": ("The claims of this event that hold it, by id.", "[c2, c3]"),
    },
    "Link": {
        "type": ("How this event relates to the other.", "implements"),
        "event": ("The id of the other event.", "treaty-signed"),
    },
}
