"""What every field of the record is and how it is written: for the JSON Schema and the field reference.

`NOTES[part][field]` is (what it is, an example as it stands in YAML). Words that a field allows and
whether it is required are not said here; they come from the model.
"""

from __future__ import annotations

from . import model
from .model import Part

Notes = dict[str, tuple[str, str]]

# The parts by the file they stand in.
FILES: dict[str, tuple[type[Part], ...]] = {
    "data/events.yaml": (
        model.Event,
        model.Claim,
        model.Amount,
        model.Quote,
        model.Place,
        model.Disagreement,
        model.Side,
        model.Link,
    ),
    "data/sources.yaml": (model.Source,),
    "data/actors.yaml": (model.Actor,),
    "seeds/*.yaml": (model.Seed, model.Paragraph),
    "data/settings.yaml": (
        model.Settings,
        model.Preset,
        model.Kind,
        model.Term,
        model.Span,
        model.TranslationException,
    ),
}

NOTES: dict[str, Notes] = {
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
        "summary": (
            "One to three sentences, in our own words.",
            "{en: A decree ratifies it., fr: Un décret le ratifie.}",
        ),
        "kind": ("Its kind, which decides lane and marker: an id of `kinds` in settings.yaml.", "ratification"),
        "status": (
            "What the record as a whole supports: `established` where nobody disputes it and it is documented, "
            "`reported` where some state it and nothing confirms it, `contested` where sources contradict each other "
            "on whether or when it happened, `predicted` where it is only forecast.",
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
        "note": (
            "A caution for readers: a misprint, an odd attribution.",
            "{en: The document prints 2023., fr: Le document imprime 2023.}",
        ),
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
    "Quote": {
        "text": ("The words, exactly as printed; at most twenty.", "pour une durée indéterminée"),
        "lang": ("Their language (ISO 639).", "fr"),
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
    "Source": {
        "id": ("Its permanent name, by which claims cite it.", "afp"),
        "name": ("How readers know it.", "{en: AFP, fr: AFP}"),
        "type": ("What kind of source it is; `seed` is a document described in a record of its own.", "wire"),
        "country": ("Its seat: two capital letters of ISO 3166-1.", "FR"),
        "language": ("The languages in which it was read (ISO 639).", "[en, fr]"),
        "record": (
            "Of a seed document: its record, relative to the data folder.",
            "../seeds/000_a8fc094fbb19432d.yaml",
        ),
    },
    "Actor": {
        "id": ("The permanent name by which events and claims refer to the actor.", "kim-jong-un"),
        "name": ("How readers know the actor.", "{en: Kim Jong Un, fr: Kim Jong-un}"),
        "type": ("What kind of actor this is.", "person"),
        "country": ("The country: two capital letters of ISO 3166-1.", "KP"),
        "role": (
            "The role at the time of the events.",
            "{en: Leader of North Korea, fr: Dirigeant de la Corée du Nord}",
        ),
    },
    "Seed": {
        "id": ("The id of its source in sources.yaml.", "entrevue"),
        "file": ("The name of the document’s file, which is not part of the record.", "000_a8fc094fbb19432d.txt"),
        "title": ("Its title as printed.", "La Corée du Nord et la Russie scellent un accord de défense mutuelle"),
        "outlet": ("Where it appeared.", "Entrevue"),
        "author": ("Who signed it.", "Philippe Rosenthal"),
        "language": ("The language it is written in (ISO 639).", "fr"),
        "published": ("When it was published: a date in EDTF, in quotes.", '"2024-11-12"'),
        "published_note": ("How that day is known.", "{en: The document prints it., fr: Le document l’imprime.}"),
        "nature": ("A neutral line on the kind of text.", "{en: Unsigned news item., fr: Article non signé.}"),
        "sha256": (
            "SHA-256 of its normalised paragraphs, one a line.",
            '"8aedc5133b360a5f0ed00c9091a9db6b7b99151461453622a824befbcad86039"',
        ),
        "paragraphs": (
            "Its paragraphs, each once and in order.",
            '[{n: 1, sha256: "e73a753fa601d6cea04f48dcd62144e96c6342149c28243e3fc478f657acfcc4", '
            "gist: {en: Title., fr: Titre.}}]",
        ),
    },
    "Paragraph": {
        "n": ("Its number among the non-empty lines, from 1.", "1"),
        "sha256": (
            "SHA-256 of its normalised text.",
            '"e73a753fa601d6cea04f48dcd62144e96c6342149c28243e3fc478f657acfcc4"',
        ),
        "gist": ("What it says, in our own words.", "{en: A title., fr: Un titre.}"),
        "misprint": (
            "What it prints wrongly, and what is meant where that is known.",
            "{en: It prints “Kouïsk” for Koursk., fr: Il imprime « Kouïsk » pour Koursk.}",
        ),
    },
    "Settings": {
        "title": ("The title of the timeline.", "{en: The 2024 treaty, fr: Le traité de 2024}"),
        "subtitle": ("A line below the title.", "{en: From the signature on, fr: Depuis la signature}"),
        "languages": ("The languages of every text (ISO 639); the first is the one shown by default.", "[en, fr]"),
        "updated": ("The day of the last change of the record, in quotes.", '"2026-11-20"'),
        "changes": (
            "What that change was, in a few words that stand at the foot of the page.",
            "{en: two events added, fr: deux événements ajoutés}",
        ),
        "licence": (
            "The terms under which others may use the record’s own text; they stand at the foot of the page.",
            "CC BY 4.0",
        ),
        "window": ("The preset that is shown first, by id.", "treaty-months"),
        "replay": (
            "The days that “known as of” runs through; without it nothing is replayed.",
            '{start: "2024-06-17", end: "2024-11-12"}',
        ),
        "presets": (
            "The windows of time that one click shows.",
            '[{id: signing, name: {en: The signing, fr: La signature}, start: "2024-06-14", end: "2024-06-26"}]',
        ),
        "kinds": (
            "The kinds of events, in the order of their lanes.",
            '[{id: treaty, name: {en: Treaty, fr: Traité}, symbol: star, light: "#3a49b8", dark: "#9aaaff"}]',
        ),
        "quantities": ("What figures count.", "[{id: troops, name: {en: soldiers, fr: soldats}}]"),
        "units": ("What figures are counted in.", "[{id: months, name: {en: months, fr: mois}}]"),
        "scopes": (
            "What figures cover.",
            "[{id: in-kursk, name: {en: in Kursk region, fr: dans la région de Koursk}}]",
        ),
        "translation_exceptions": (
            "The texts whose languages rightly differ in a number, a date or a name; `check` minds all others.",
            '[{text: "[cloud].claims[c2].note", reason: Centuries have Roman numerals in French.}]',
        ),
    },
    "TranslationException": {
        "text": ("The text, as `check` names it.", '"[cloud].claims[c2].note"'),
        "reason": ("Why its languages differ there; for maintainers.", "Centuries have Roman numerals in French."),
    },
    "Preset": {
        "id": ("Its permanent name.", "signing"),
        "name": ("Its name on the page.", "{en: The signing, fr: La signature}"),
        "start": ("Its first day, in quotes.", '"2024-06-14"'),
        "end": ("Its last day, in quotes.", '"2024-06-26"'),
    },
    "Kind": {
        "id": ("Its permanent name, which events give as their `kind`.", "treaty"),
        "name": ("Its name on the page.", "{en: Treaty, fr: Traité}"),
        "symbol": ("Its marker; each kind has one of its own.", "star"),
        "light": ("Its colour on a light page, with a contrast of at least 3:1.", '"#3a49b8"'),
        "dark": ("Its colour on a dark page, with a contrast of at least 3:1.", '"#9aaaff"'),
    },
    "Term": {
        "id": ("Its permanent name, which figures give.", "in-kursk"),
        "name": ("Its name on the page.", "{en: in Kursk region, fr: dans la région de Koursk}"),
    },
    "Span": {
        "start": ("Its first day, in quotes.", '"2024-06-17"'),
        "end": ("Its last day, in quotes.", '"2024-11-12"'),
    },
}
