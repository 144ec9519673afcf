"""What the fields of the registries, of seed records and of settings.yaml are: see `notes`."""

from __future__ import annotations

REGISTRY_NOTES: dict[str, dict[str, tuple[str, str]]] = {
    "Source": {
        "id": ("Its permanent name, by which claims cite it.", "afp"),
        "name": ("How readers know it.", "{en: AFP, fr: AFP}"),
        "type": ("What kind of source it is; `seed` is a document described in a record of its own.", "wire"),
        "country": ("Its seat: two capital letters of ISO 3166-1.", "FR"),
        "language": ("The languages in which it was read (BCP 47: `fr`, `pt-BR`, `grc`).", "[en, fr]"),
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
        "language": ("The language it is written in (BCP 47: `fr`, `pt-BR`, `grc`).", "fr"),
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
        "id": (
            "Its permanent name, by which calendars and feeds know its events again; made once, and never changed with "
            "the title. `new-record` and `import` make one, and `check` says one for a record that has none.",
            "the-2024-treaty-9f2c41d7",
        ),
        "title": ("The title of the timeline.", "{en: The 2024 treaty, fr: Le traité de 2024}"),
        "subtitle": (
            "The story in two sentences, for somebody of 16 who has never heard of it.",
            '{en: "Two states sign a treaty. Who says so?", fr: "Deux États signent un traité. Qui le dit ?"}',
        ),
        "languages": (
            "The languages of every text (BCP 47: `fr`, `pt-BR`), the one shown by default first.",
            "[en, fr]",
        ),
        "updated": ("The day of the last change of the record, in quotes.", '"2026-11-20"'),
        "changes": (
            "What that change was, in a few words that stand at the foot of the page.",
            "{en: two events added, fr: deux événements ajoutés}",
        ),
        "licence": (
            "The terms under which others may use the record’s own text; they stand at the foot of the page.",
            "CC BY 4.0",
        ),
        "documents": (
            "What the seed documents are, in the plural, as in “The five articles”. Without it: documents.",
            "{en: articles, fr: articles}",
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
        "chapters": (
            "The steps of the story, five or six, in the order in which they are told.",
            '[{id: signing, name: {en: The signing, fr: La signature}, start: "2024-06-14", end: "2024-06-26", '
            "sentence: {en: Putin and Kim sign., fr: Poutine et Kim signent.}}]",
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
    "Chapter": {
        "id": ("Its permanent name, which stands in addresses.", "signing"),
        "name": ("Its name on the page, in two or three words.", "{en: The signing, fr: La signature}"),
        "start": ("Its first day, in quotes.", '"2024-06-14"'),
        "end": ("Its last day, in quotes.", '"2024-06-26"'),
        "sentence": ("What happens in it, in one sentence.", "{en: Putin and Kim sign., fr: Poutine et Kim signent.}"),
        "question": ("A question for a class.", '{en: "Who promises what?", fr: "Qui promet quoi ?"}'),
        "filter": ("The events that it leaves on the page, where not all of its days.", "{kind: [treaty]}"),
    },
    "Choice": {
        "actor": ("The actors to choose.", "[putin]"),
        "country": ("The countries to choose.", "[RU]"),
        "source": ("The sources to choose.", "[afp]"),
        "kind": ("The kinds to choose.", "[treaty]"),
        "status": ("The statuses to choose.", "[contested]"),
    },
    "Kind": {
        "id": ("Its permanent name, which events give as their `kind`.", "treaty"),
        "name": ("Its name on the page.", "{en: Treaty, fr: Traité}"),
        "symbol": ("Its marker; each kind has one of its own.", "star"),
        "light": ("Its colour on a light page, with a contrast of at least 3:1.", '"#3a49b8"'),
        "dark": ("Its colour on a dark page, with a contrast of at least 3:1.", '"#9aaaff"'),
        "speech": (
            "Whether its events are statements: a status then says that one was made, not that it is true.",
            "true",
        ),
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
