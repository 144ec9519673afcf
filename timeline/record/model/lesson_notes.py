"""What the fields of the files in data/lessons/ are: see `notes`."""

from __future__ import annotations

LESSON_NOTES: dict[str, dict[str, tuple[str, str]]] = {
    "Lesson": {
        "title": ("Its title, as the class reads it.", '{en: "How many soldiers?", fr: "Combien de soldats ?"}'),
        "audience": ("For whom it is.", "{en: Ages 14 to 18, fr: De 14 à 18 ans}"),
        "minutes": ("How long it takes.", "45"),
        "aims": (
            "What pupils can do afterwards, a sentence each.",
            "[{en: Tell a date from a report of it., fr: Distinguer une date et ce qu’on en dit.}]",
        ),
        "steps": (
            "What is shown and said, in this order.",
            "[{kind: text, say: {en: Good morning., fr: Bonjour.}}]",
        ),
    },
    "Step": {
        "kind": ("What kind of step it is, which decides the fields that it has.", "event"),
        "title": ("A heading; an event has its own.", "{en: The vote, fr: Le vote}"),
        "event": ("The event that is shown: an id of events.yaml. A question may have one beside it.", "treaty-signed"),
        "claims": (
            "The claims of the event that are shown and printed; all of them where this is left out.",
            "[c1, c4]",
        ),
        "view": (
            "A view of the page, as its address has it after the question mark. A question may have one beside it.",
            "view=numbers&unit=soldiers",
        ),
        "exercise": (
            "Of an exercise: put events in order, say who claims something, which status an event has, what belongs to "
            "a figure, or on what two sources differ.",
            "order",
        ),
        "filter": (
            "Which events an exercise or a newsroom is about, in the page’s own filter names; all without it.",
            "kind=ratification",
        ),
        "seed": (
            "Of an exercise: the number that chooses what is asked, from 1; the same number asks the same. Without it, "
            "1.",
            "7",
        ),
        "start": ("Of a newsroom: its first day, in quotes.", '"2024-10-18"'),
        "end": ("Of a newsroom: its last day, in quotes.", '"2024-10-24"'),
        "say": (
            "What the class hears and reads, in the teacher’s own words; of a question, the question.",
            '{en: "Who says so?", fr: "Qui le dit ?"}',
        ),
        "answer": (
            "The answer to a question, hidden until it is asked for.",
            "{en: South Korea’s intelligence service., fr: Le renseignement sud-coréen.}",
        ),
        "notes": (
            "Words for the teacher alone.",
            "{en: Allow two minutes., fr: Laisser deux minutes.}",
        ),
    },
}
