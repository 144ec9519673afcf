"""What every field of the record is and how it is written: for the JSON Schema and the field reference.

`NOTES[part][field]` is (what it is, an example as it stands in YAML). Words that a field allows and
whether it is required are not said here; they come from the model.
"""

from __future__ import annotations

from . import lesson, model, settings
from .event_notes import EVENT_NOTES
from .lesson_notes import LESSON_NOTES
from .model import Part
from .registry_notes import REGISTRY_NOTES

# The parts by the file they stand in.
FILES: dict[str, tuple[type[Part], ...]] = {
    "data/events.yaml": (
        model.Event,
        model.Claim,
        model.Archived,
        model.Amount,
        model.Quote,
        model.Place,
        model.Picture,
        model.Moved,
        model.Disagreement,
        model.Side,
        model.Link,
    ),
    "data/sources.yaml": (model.Source,),
    "data/actors.yaml": (model.Actor,),
    "seeds/*.yaml": (model.Seed, model.Paragraph),
    "data/settings.yaml": (
        settings.Settings,
        settings.Preset,
        settings.Chapter,
        settings.Choice,
        settings.Kind,
        settings.Term,
        settings.Span,
        settings.TranslationException,
    ),
    "data/lessons/*.yaml": (lesson.Lesson, lesson.Step),
}

NOTES = EVENT_NOTES | REGISTRY_NOTES | LESSON_NOTES
