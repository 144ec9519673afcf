"""The codes of the rules: what a record has to keep beyond the shape of its fields, and what asks for a second look.

What a code means stands in the docstring of its rule.
"""

from __future__ import annotations

from .code import Code
from .problem import WARNING

EARLY = (
    "Correct one of the dates. Of what is still to come a claim `predicts`; a claim that stands there for comparison "
    "says so in its `note`."
)
RULES: dict[str, tuple[Code, ...]] = {
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
        Code(
            "outcome",
            "`landing` is itself only predicted",
            "Name an event that tells what happened, and name it where a claim predicts.",
        ),
        Code("unknown-claim", "there is no claim `c3` in this event", "Name claims of the same event by their ids."),
        Code("preset", "a preset starts on a day before its end", "Correct the two days."),
        Code("unknown-preset", "there is no preset `misson` in settings.yaml", "Name one of the presets as `window`."),
        Code(
            "no-id",
            "the record has no `id`: in calendars and feeds its events are new ones once the title changes",
            "Add the line that `check` says to settings.yaml. It keeps the ids that subscribers have, and is never "
            "changed again.",
            severity=WARNING,
        ),
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
        Code(
            "unquoted",
            "`1969-07-16` has no quotes, so that YAML reads a date here, and no text",
            "Run `python -m timeline fmt`, or put it in quotes.",
            "Dates are in quotes, and so is every text that YAML would take for something else: `1904` for a number, "
            "`NO` (Norway) for false. This program reads them all the same; editors and other programs don't. Only "
            "`check` looks.",
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
            "Write a tag of BCP 47, such as en, fr, uk, grc, pt-BR, zh-Hant.",
        ),
        Code(
            "missing-language",
            "the text in `fr` is missing",
            "Write the text in every language of settings.yaml, and in no other.",
        ),
    ),
    "Pictures": (
        Code(
            "picture-file",
            "there is no file `media/mooon.png`",
            "Put the file into `media/` beside the record, and name it by its path from there: `media/bridge.jpg`.",
        ),
        Code(
            "picture-type",
            "this is an SVG, which can hold scripts and ask for other files",
            "Save the picture as PNG, JPEG or WebP, and let its name end accordingly.",
        ),
        Code(
            "picture-size",
            "the picture has 2,500 × 10 px, and 2,400 on its longer side are the most",
            "Save it smaller: 1,600 px are enough for a projector, and as JPEG or WebP of quality 80 have 300 kB.",
        ),
        Code(
            "unused-picture",
            "no event and no claim shows this file",
            "Name it as the `file` of a `media`, or delete it. Only `check` looks.",
            severity=WARNING,
        ),
    ),
    "What came first": (
        Code(
            "relation-order",
            "the event (1969-07-16) begins before `splashdown` (1969-07-24), which it implements",
            "Correct one of the dates, or turn the relation round: it stands at the later event.",
        ),
        Code(
            "event-order",
            "the event (1961) stands out of the order of dates",
            "Run `python -m timeline fmt`, or move the event: readers of the file look for it by its date.",
            severity=WARNING,
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
}
