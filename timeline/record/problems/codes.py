"""Every code a problem can have: how severe it is, an example of its message, and what would be right.

What the code of a rule means stands in the rule's docstring, and of any other code in `means`. The
examples are messages of the files in tests/records/bad/, and tests hold them to that.
"""

from __future__ import annotations

from dataclasses import dataclass

from .problem import ERROR, WARNING

EARLY = (
    "Correct one of the dates. Of what is still to come a claim `predicts`; a claim that stands there for comparison "
    "says so in its `note`."
)


@dataclass(frozen=True)
class Code:
    """`says` is an example of the message, `right` what to do, `means` the rule where no docstring has it."""

    name: str
    says: str
    right: str
    means: str = ""
    severity: str = ERROR


GROUPS: dict[str, tuple[Code, ...]] = {
    "Reading a file": (
        Code(
            "missing-file",
            "there is no such file",
            "Name the file as it is called, relative to the data folder.",
            "Every file of the record is there and can be read.",
        ),
        Code(
            "file-too-big",
            "the file has 50.0 MB, and files of more than 40 MB are not read",
            "See whether it is the file you meant. A record of more than 40 MB is better told as two timelines.",
            "A file has at most 40 MB and 2.5 million fields and items, and a part of it (an event, the settings) "
            "100,000, so that checking ends soon and in bounded memory.",
        ),
        Code(
            "empty-file",
            "the file is empty",
            "Write the list or the map that belongs there; a list without entries is `[]`.",
            "A file holds something besides comments.",
        ),
        Code(
            "not-utf8",
            "byte 0xe9 is not UTF-8",
            "Save the file as UTF-8; editors offer it under “encoding”.",
            "Files are UTF-8. Line and column are those of the first byte that is not.",
        ),
        Code(
            "byte-order-mark",
            "the file begins with a byte order mark",
            "Run `python -m timeline fmt`, or save as “UTF-8 without BOM”.",
            "A file begins with its first character. Only `check` minds; `serve` and `fmt` read the file.",
        ),
        Code(
            "line-ends",
            "lines end with CR LF, as on Windows, not with LF alone",
            "Run `python -m timeline fmt`, and let git keep LF: `*.yaml text eol=lf` in `.gitattributes`.",
            "Lines end with LF, or every line of a pull request shows as changed. Only `check` minds.",
        ),
        Code(
            "yaml-syntax",
            "a merge conflict was left in the file",
            "Indent with spaces, put quotes around text that holds `: ` or starts with a sign, close what is open, and "
            "keep one side of a merge conflict.",
            "The file is YAML.",
        ),
        Code(
            "yaml-alias",
            "the alias `*a` is not allowed",
            "Write the value out at both places.",
            "A record has no aliases (`*name`): they hide what a line says, and a few can stand for gigabytes.",
        ),
        Code(
            "yaml-depth",
            "more than 40 levels are nested here",
            "Close the brackets that are open; a record needs fewer than ten levels.",
            "Maps and lists are nested at most 40 levels deep.",
        ),
        Code(
            "yaml-documents",
            "a second YAML document starts here",
            "Delete the `---`, or make two files.",
            "A file holds one YAML document.",
        ),
        Code(
            "yaml-key",
            "this key is not a word",
            "Write the name of a field before the colon.",
            "The keys of maps are the names of fields.",
        ),
        Code(
            "duplicate-key",
            "`kind` is given twice (first on line 6)",
            "Keep one of the two; YAML would silently take the last.",
            "A field is given once.",
        ),
    ),
    "Fields": (
        Code(
            "missing-field",
            "`status` is missing",
            "Add the field. docs/fields.md says what it holds.",
            "Fields that are required are given.",
        ),
        Code(
            "unknown-field",
            "there is no field `sumary`",
            "Correct the name, or delete the field.",
            "Fields have names that the record knows.",
        ),
        Code(
            "empty",
            "`kind` is empty",
            "Fill the field in, or delete its line.",
            "A field that is given holds something.",
        ),
        Code(
            "type",
            "`third` stands here, where a whole number belongs",
            "Write what belongs there; docs/fields.md has an example of each field.",
            "Fields hold what belongs in them: texts, numbers, lists, maps.",
        ),
        Code(
            "too-few",
            "`claims` needs at least 1, and has 0",
            "Add what is needed: an event without a claim is not known from anywhere.",
            "Lists that must not be empty are not.",
        ),
        Code(
            "unknown-word",
            "`establish` is not a status",
            "Take one of the words that the message names.",
            "Fields with a vocabulary of their own (status, stance, bound, type, symbol, …) hold one of its words.",
        ),
        Code(
            "date",
            "`1969-13`: month `13` does not exist; months run from 01 to 12",
            "Write a date such as 2024-06-19, 2024-10, 1996, 2024-10-03~, 2024-07/2024-09 or 2024-09/..",
            "Dates are EDTF of levels 0 and 1, of days that exist. The message names the part that is wrong.",
        ),
        Code(
            "too-many",
            "1000 problems stand above, and the rest is not read",
            "Correct these first.",
            "After a thousand problems in the fields of one file it is read no further.",
        ),
        Code(
            "url",
            "`www.example.org` is not a web address",
            "Begin with https://, and write spaces as %20.",
            "Addresses of pages begin with https:// (or http://) and hold no space.",
        ),
        Code(
            "pattern",
            "`The Flight` is not a valid id",
            "Ids are small letters and digits, with single hyphens between: `the-flight`. Colours are `#` and six "
            "digits: `#3a49b8`.",
            "Ids, colours and digests have their form.",
        ),
    ),
    "References": (
        Code(
            "duplicate-id",
            "the id `flight` is taken",
            "Give the new one another id; ids are permalinks and are never reused.",
        ),
        Code(
            "unknown-actor",
            "there is no actor `parks` in actors.yaml",
            "Correct the id, or add the actor to actors.yaml first.",
        ),
        Code(
            "unknown-source",
            "there is no source `nassa` in sources.yaml",
            "Correct the id, or add the source to sources.yaml first.",
        ),
        Code(
            "unknown-kind",
            "there is no kind `misson` in settings.yaml",
            "Correct the id, or add the kind to settings.yaml first.",
        ),
        Code(
            "unknown-country",
            "`france` is no country code",
            "Write the two capital letters of ISO 3166-1, such as FR, JP, US.",
        ),
        Code(
            "unknown-quantity",
            "there is no quantity `sample` in settings.yaml",
            "Correct the id, or add the quantity to settings.yaml first.",
        ),
        Code(
            "unknown-unit",
            "there is no unit `pounds` in settings.yaml",
            "Correct the id, or add the unit to settings.yaml first.",
        ),
        Code(
            "unknown-scope",
            "there is no scope `apollo-12` in settings.yaml",
            "Correct the id, or add the scope to settings.yaml first.",
        ),
        Code(
            "unknown-event", "there is no event `fligt` in events.yaml", "Name another event of this record by its id."
        ),
        Code("unknown-claim", "there is no claim `c3` in this event", "Name claims of the same event by their ids."),
        Code("preset", "a preset starts on a day before its end", "Correct the two days."),
        Code("unknown-preset", "there is no preset `misson` in settings.yaml", "Name one of the presets as `window`."),
        Code(
            "same-symbol",
            "`decision` has the symbol `star` too",
            "Give one of the two another symbol; docs/fields.md lists them under Kind.",
            severity=WARNING,
        ),
        Code(
            "low-contrast",
            "`#c8c8c8` has a contrast of 1.6:1 with the light page",
            "Take a darker colour for the light page, a lighter one for the dark page.",
            severity=WARNING,
        ),
        Code(
            "same-name",
            "`herald` has the name `The Lunar-Herald` too",
            "Keep one id for what is one, and use it everywhere; tell two that share a name apart: “John Smith "
            "(general)”.",
        ),
    ),
    "Citations and texts": (
        Code(
            "dangling-passage",
            "`memo` has no paragraph 9",
            "Cite a paragraph of a seed document by its number (`passage`), a page by its `url`, a printed work by a "
            "`locator`.",
        ),
        Code(
            "seed-record",
            "`memo.yaml` is not about `memo`",
            "The `id` of the seed record is that of the source, whose type is `seed`.",
        ),
        Code(
            "anchor",
            "the anchor has 4 words",
            "Give a claim with a passage the three words that best tell it from other passages, and no other claim an "
            "anchor.",
        ),
        Code(
            "no-anchor",
            "nothing ties the claim to its passage",
            "Add `anchor:`, one to three words or names that the passage prints and its neighbours do not.",
            severity=WARNING,
        ),
        Code("long-quote", "the quote has 21 words", "Quote at most 20 words, and say the rest in our own."),
        Code(
            "quote-marks",
            "the quote stands in quotation marks, “ and ”",
            "Leave them out: the page sets the marks of its reader’s language.",
            severity=WARNING,
        ),
        Code(
            "hidden-character",
            "the character U+200B (zero width space) is here, and can't be seen",
            "Delete it. An editor that shows it as nothing may need the words around it to be written anew.",
            "Texts have no characters that nobody sees, such as spaces of no width, soft hyphens and changes of "
            "direction: they come with pasted text, and hide words from search and from `verify`. Only `check` looks.",
            severity=WARNING,
        ),
        Code(
            "text-cut",
            "`#4 of the treaty` is a comment here, and no part of the text",
            "Put the text in quotes. If it is a comment, put a space behind its #.",
            "A # behind a space begins a comment, so that YAML drops the rest of a text without quotes. Only `check` "
            "looks.",
            severity=WARNING,
        ),
        Code("figure", "`low` is greater than `high`", "Give one `value`, or `low` and `high`, or only `words`."),
        Code("repeated-claim", "the claim says what `c1` says", "Delete one of the two, or say what else it says."),
        Code(
            "unknown-origin",
            "there is no origin `gazette` in this event or sources.yaml",
            "Name a claim of the same event or a source; add the source to sources.yaml first.",
        ),
        Code(
            "circular-origin",
            "the claim derives from itself, by way of `c3`",
            "Only the claim that relays another one has the field; what it relays stands without.",
        ),
        Code(
            "unknown-language",
            "`elvish` is no language code",
            "Write two or three small letters of ISO 639, such as en, fr, uk, ko.",
        ),
        Code(
            "missing-language",
            "the text in `fr` is missing",
            "Write the text in every language of settings.yaml, and in no other.",
        ),
    ),
    "What came first": (
        Code(
            "relation-order",
            "the event (1969-07-16) begins before `splashdown` (1969-07-24), which it implements",
            "Correct one of the dates, or turn the relation round: it stands at the later event.",
        ),
        Code(
            "asserted-early",
            "`1969-07-01` is before the event (1969-07-16), which the claim asserts",
            EARLY,
            severity=WARNING,
        ),
        Code(
            "asserted-late",
            "`9969-07-20` is still to come",
            "Correct the year: it is the day on which the claim was made.",
            severity=WARNING,
        ),
        Code(
            "published-early",
            "`memo` was published (1969-08-01) before the event (1969-12), which the claim asserts",
            EARLY,
            severity=WARNING,
        ),
    ),
    "The story": (
        Code(
            "part",
            "`ascent` is itself part of `flight`",
            "Name the event that both are part of: parts have no parts. A part that begins before its whole says why "
            "in its `date_note`, and of a part and its whole only the whole can be a key event.",
        ),
        Code(
            "key-events",
            "the record has 2 key events",
            "Mark 8 to 20 events with `key: true`: those that tell the story to somebody who knows nothing. Or mark "
            "none.",
            severity=WARNING,
        ),
    ),
    "What is borne out": (
        Code(
            "unsourced-number",
            "the number 842 stands in no claim of the event",
            "Give the claim that says it (a figure, its text or its quote), or leave the number out.",
            severity=WARNING,
        ),
        Code(
            "unsupported-status",
            "the event is `predicted`, and no claim predicts it",
            "Give the claim, or the event another status.",
            severity=WARNING,
        ),
        Code(
            "shared-claim",
            "the claim `c1` stands on another side too",
            "Keep the claim on the side it takes, or make two claims of it.",
            severity=WARNING,
        ),
        Code(
            "translation",
            "`fr` lacks what `en` says: 24, July",
            "Say the same in every language; where a language rightly says it otherwise, list the text in "
            "settings.yaml: "
            '`translation_exceptions: [{text: "[flight].summary", reason: …}]`.',
            severity=WARNING,
        ),
        Code(
            "unused-actor",
            "the actor acts in no event and makes no claim",
            "Use the actor, or delete the entry.",
            severity=WARNING,
        ),
        Code(
            "unused-source", "the source is cited by no claim", "Use the source, or delete the entry.", severity=WARNING
        ),
        Code(
            "nobody-involved",
            "the event names neither actors nor countries",
            "Add `actors:` or `countries:`, by which readers filter.",
            severity=WARNING,
        ),
    ),
    "Against the documents": (
        Code(
            "verify-document",
            "`memo.txt` is not the document the record was made from",
            "Take the document with the recorded digest.",
            "Each seed record's document is there and is the one the record was made from. Only `verify` looks.",
        ),
        Code(
            "verify-paragraph",
            "paragraph 2 of `memo.txt` is not the one recorded",
            "Correct the digest or the order of the paragraphs.",
            "Each paragraph of a document has the recorded digest. Only `verify` looks.",
        ),
        Code(
            "verify-passage",
            "`memo.txt` has no paragraph 9",
            "Cite a paragraph that the document has.",
            "The cited paragraph is in the document. Only `verify` looks.",
        ),
        Code(
            "verify-quote",
            "paragraph 2 does not print `one small step`",
            "Quote what the paragraph prints within quotation marks, letter by letter.",
            "The cited paragraph prints the quote within quotation marks. Only `verify` looks.",
        ),
        Code(
            "verify-figure",
            "paragraph 3 does not print 22",
            "Give the number, or the words, that the paragraph prints.",
            "The cited paragraph prints the figure's number or words. Only `verify` looks.",
        ),
        Code(
            "verify-anchor",
            "paragraph 2 does not print `phare`",
            "Correct the number of the passage; or give words that it prints, letter by letter.",
            "The cited paragraph prints the words of the claim's anchor. Only `verify` looks.",
        ),
    ),
    "Formatting": (
        Code(
            "format",
            "its canonical form would not say the same, which is a fault of this program",
            "Report the file as a fault of this program; it is left as it is.",
            "A file's canonical form says what the file says. Only `fmt` looks.",
        ),
    ),
}


def severity_of(code: str) -> str:
    """`error` or `warning`; a code that isn't listed is an error."""
    return WARNING if code in _WARNINGS else ERROR


_WARNINGS = frozenset(code.name for codes in GROUPS.values() for code in codes if code.severity == WARNING)
# With one of these problems no rule is run, since the record isn't complete.
UNREADABLE = frozenset(
    code.name
    for group in ("Reading a file", "Fields")
    for code in GROUPS[group]
    if code.name not in ("byte-order-mark", "line-ends")
)
