"""What stands on a handout, step by step, in one language: plain values for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...query.events import matching_events
from ...query.spec import FilterSpec, parse_query, vocabulary
from ...record.dates.edtf import Edtf
from ...record.model.lesson import Step
from ...record.model.model import Amount, Event
from ...record.record import Record
from ...view.wording import amount_text, date_text, day_text
from ...view.words import text as interface
from .cited import Citations, Line, Printed
from .exercises import Tasks, tasks
from .newsroom import news
from .qr import qr_code
from .words import text

ROWS = 26  # of a view; more would be a page of their own


@dataclass(frozen=True)
class EventBox:
    """An event as it is printed: `now` and `before` are statuses in words, `before` only of a newsroom."""

    title: str
    date: str
    summary: str
    now: str
    claims: tuple[Line, ...]
    before: str = ""
    picture: Printed | None = None


@dataclass(frozen=True)
class Block:
    """A step as it is printed. `heading` is its own, or that of its event or its kind; `days` is what a newsroom is
    about, `ask` what to do in an exercise, `rows` what a view holds as (day, words) of which `more` are left out,
    `address` that of the same view, "" without a base.
    """

    number: int
    kind: str
    heading: str
    say: str
    answer: str
    notes: str
    events: tuple[EventBox, ...] = ()
    days: str = ""
    ask: str = ""
    tasks: Tasks | None = None
    rows: tuple[tuple[str, str], ...] = ()
    more: int = 0
    address: str = ""
    code: Markup = Markup()


class Sheet:
    """Makes the blocks of one lesson, and numbers what they cite. A `seed` takes the place of its exercises' own."""

    def __init__(self, record: Record, language: str, base: str = "", seed: int | None = None):
        self.record, self.language, self.base, self.seed = record, language, base, seed
        self.citations = Citations(record, language)
        self.known = vocabulary(record)
        self.by_id = {event.id: event for event in record.events}

    def blocks(self, steps: Sequence[Step]) -> tuple[Block, ...]:
        """The steps as they are printed, numbered from 1."""
        return tuple(self.block(number, step) for number, step in enumerate(steps, start=1))

    def block(self, number: int, step: Step) -> Block:
        """One step as it is printed."""
        rows = self._rows(step.view) if step.view else []
        query = query_of(step, self.seed)
        address = f"{self.base}?{query}&lang={self.language}" if self.base and query else ""
        return Block(
            number=number,
            kind=step.kind,
            heading=self._heading(step),
            say=step.say[self.language],
            answer=self._of(step.answer),
            notes=self._of(step.notes),
            events=self._newsroom(step) if step.kind == "newsroom" else self._event(step),
            days=self._days(step),
            ask=text(f"exercise_{step.exercise}", self.language) if step.exercise else "",
            tasks=self._tasks(step),
            rows=tuple(rows[:ROWS]),
            more=max(0, len(rows) - ROWS),
            address=address,
            code=qr_code(address) if address else Markup(),
        )

    def _heading(self, step: Step) -> str:
        if step.title:
            return step.title[self.language]
        if step.kind == "event" and step.event:
            return self.by_id[step.event].title[self.language]
        return "" if step.kind == "text" else text(f"kind_{step.kind}", self.language)

    def _of(self, words: dict[str, str] | None) -> str:
        return words[self.language] if words else ""

    def _event(self, step: Step) -> tuple[EventBox, ...]:
        if step.event is None:
            return ()
        event = self.by_id[step.event]
        chosen = {claim.id: claim for claim in event.claims}
        claims = [chosen[key] for key in step.claims] if step.claims else event.claims
        return (self._box(event, self.citations.lines(claims)),)

    def _newsroom(self, step: Step) -> tuple[EventBox, ...]:
        if not (step.start and step.end):
            return ()
        return tuple(
            self._box(found.event, self.citations.lines(found.claims), self._status(found.before))
            for found in news(self.record, step.start.earliest, step.end.earliest, step.filter or "")
        )

    def _box(self, event: Event, claims: tuple[Line, ...], before: str = "") -> EventBox:
        return EventBox(
            title=event.title[self.language],
            date=date_text(event.date, self.language),
            summary=event.summary[self.language],
            now=interface(event.status, self.language),
            claims=claims,
            before=before,
            picture=None if before else self.citations.printed(event.media),  # a newsroom knows what was known then
        )

    def _status(self, status: str) -> str:
        return interface(status, self.language) if status else text("not_known", self.language)

    def _days(self, step: Step) -> str:
        if not (step.start and step.end):
            return ""
        first, last = (day.earliest for day in (step.start, step.end))
        return text(
            "new_on" if (last - first).days == 1 else "from_to",
            self.language,
            **{"first": day_text(first, self.language, "d MMMM y"), "last": day_text(last, self.language, "d MMMM y")},
        )

    def _tasks(self, step: Step) -> Tasks | None:
        if step.exercise is None:
            return None
        events = matching_events(self.record, parse_query(step.filter or "", self.known))
        return tasks(self.record, events, step.exercise, self.language, self.seed or step.seed or 1)

    def _rows(self, view: str) -> list[tuple[str, str]]:
        """What stands in a view, day by day: its events, or the figures in it where it shows those."""
        spec = parse_query(view, self.known)
        events = matching_events(self.record, spec)
        if spec.text("view") == "numbers":
            return self._figures(events, spec)
        return [(date_text(event.date, self.language), event.title[self.language]) for event in events]

    def _figures(self, events: Sequence[Event], spec: FilterSpec) -> list[tuple[str, str]]:
        """Each figure once: its day, and who says it."""
        settings, unit = self.record.settings, spec.text("unit")
        found: dict[tuple[str, str], Edtf] = {}
        for event in events:
            for claim in event.claims:
                for amount in claim.amounts:
                    if claim.asserted_on and claim.by and (not unit or unit == _unit(amount)):
                        who = ", ".join(self.record.actors[actor].name[self.language] for actor in claim.by)
                        words = f"{who} – {amount_text(amount, settings, self.language)}"
                        found.setdefault((date_text(claim.asserted_on, self.language), words), claim.asserted_on)
        return sorted(found, key=lambda row: str(found[row].earliest))


def _unit(amount: Amount) -> str:
    return amount.unit or amount.quantity


def query_of(step: Step, seed: int | None = None) -> str:
    """The query string of the view that a step shows, "" where it shows none; of an exercise with a `seed` in place of
    its own."""
    if step.event:
        return f"event={step.event}"
    if step.view:
        return step.view.removeprefix("?")
    asof = f"asof={step.end}" if step.kind == "newsroom" else ""
    exercise = f"exercise={step.exercise}&seed={seed or step.seed or 1}" if step.exercise else ""
    return "&".join(filter(None, [step.filter, asof, exercise]))
