"""The codes of the rules on what a record tells: its story, its lessons, and what its claims bear out.

What a code means stands in the docstring of its rule.
"""

from __future__ import annotations

from .code import Code
from .problem import WARNING

STORY: dict[str, tuple[Code, ...]] = {
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
        Code(
            "short-title",
            "the short title has 6 characters, the title 6",
            "Leave it out where the title is short enough, or say the same in fewer words.",
            severity=WARNING,
        ),
        Code(
            "empty-window",
            "no event lies in `mission`, the period that is shown first",
            "Give the preset the days of your events, or name another one as `window`; a page that opens on an empty "
            "period looks broken.",
            severity=WARNING,
        ),
    ),
    "Lessons": (
        Code(
            "lesson-name",
            "`Moon Walk` is no name for a lesson",
            "Call the file by small letters and digits, with single hyphens between: `moon-walk.yaml`.",
        ),
        Code(
            "lesson-step",
            "a step of the kind `question` needs `answer`",
            "Add the field, or give the step the kind that it is of.",
        ),
        Code(
            "newsroom-days",
            "a newsroom starts on a day before its end",
            "Name two days between which claims were made, the earlier one first.",
        ),
        Code(
            "view-address",
            "there is no filter `statuses`",
            "Copy the address of the view from the page, from after the question mark.",
            "The page understands the views and filters that the steps of a lesson hold; language and theme are left "
            "to the reader. Only `check` looks: the page leaves out what it doesn’t understand, and says so.",
        ),
        Code(
            "exercise-empty",
            "these events give nothing to ask for an exercise `figure`",
            "Let more events through `filter`, or take another kind of exercise.",
            "The events of an exercise give something to ask that has one right answer. Only `check` looks.",
            severity=WARNING,
        ),
        Code(
            "unwritten-text",
            "`say` is still to be written",
            "Write the text in every language.",
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
}
