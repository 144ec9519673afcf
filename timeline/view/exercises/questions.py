"""The items of an exercise as questions in one language: what is asked, what is offered, what is right and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ...query.exercises.items import Choice, Figure, Item, Match, Order
from ...record.model.model import Amount, Claim, Event
from ...record.record import Record
from ..wording import date_text, day_text, number_text
from ..words import text as interface
from .words import text

Form = Literal["choice", "order", "match"]


@dataclass(frozen=True)
class Reason:
    """What is said, where (source and passage, "" for the record itself), at which address ("" where it has none)."""

    words: str
    cite: str = ""
    url: str = ""

    def __str__(self) -> str:
        return f"{self.words} [{self.cite}]" if self.cite else self.words


@dataclass(frozen=True)
class Question:
    """One question. `about` is what is asked of (a claim, the title of an event), `beside` its date and place, `given`
    what is to be read for it.

    Of a choice one option is right: `right` has its number, from 0. Of an order `right` has the numbers of the options
    in order. Of a match it has for each of `parts` the number of the option that belongs to it.
    """

    kind: str
    form: Form
    ask: str
    about: str
    beside: str
    parts: tuple[str, ...]
    options: tuple[str, ...]
    right: tuple[int, ...]
    why: tuple[Reason, ...]
    given: tuple[Reason, ...] = ()


class Questions:
    """Puts items of a record into words of one language. `events` are those that the items were made of."""

    def __init__(self, record: Record, events: Iterable[Event], language: str):
        self.record, self.language = record, language
        self.events = {event.id: event for event in events}

    def of(self, items: Iterable[Item]) -> tuple[Question, ...]:
        """The items as questions."""
        return tuple(self.question(item) for item in items)

    def question(self, item: Item) -> Question:
        """One item as a question."""
        if isinstance(item, Order):
            return self._order(item)
        return self._match(item) if isinstance(item, Match) else self._choice(item)

    def _order(self, item: Order) -> Question:
        dated = [self._dated(self.events[key]) for key in item.right]
        return Question(
            kind=item.kind,
            form="order",
            ask=self._say("ask_order"),
            about="",
            beside="",
            parts=(),
            options=tuple(self.events[key].title[self.language] for key in item.events),
            right=tuple(item.events.index(key) for key in item.right),
            why=tuple(dated),
        )

    def _dated(self, event: Event) -> Reason:
        words = self._say("dated", title=event.title[self.language], date=date_text(event.date, self.language))
        return self._reason(event.claims[0], words)

    def _match(self, item: Match) -> Question:
        return Question(
            kind=item.kind,
            form="match",
            ask=self._say("ask_figure"),
            about="",
            beside="",
            parts=tuple(self._size(self._amount(figure)) for figure in item.figures),
            options=tuple(self._holder(figure) for figure in item.holders),
            right=tuple(item.holders.index(figure) for figure in item.figures),
            why=tuple(self._because(self._claim(figure.event, figure.claim)) for figure in item.figures),
        )

    def _choice(self, item: Choice) -> Question:
        event = self.events[item.event]
        about, beside = event.title[self.language], date_text(event.date, self.language)
        if item.claim:
            claim = self._claim(item.event, item.claim)
            told = {"title": about, "cite": self._cite(claim), "day": self._day(claim)}
            about, beside = claim.says[self.language], self._say("beside_claim", **told)
        return Question(
            kind=item.kind,
            form="choice",
            ask=self._say(f"ask_{item.kind}"),
            about=about,
            beside=beside,
            parts=(),
            options=tuple(self._option(item.kind, option) for option in item.options),
            right=(item.right,),
            why=(*self._differ(item), *(self._because(self._claim(item.event, key)) for key in item.because)),
            given=tuple(map(self._because, self._offered(item))),
        )

    def _differ(self, item: Choice) -> tuple[Reason, ...]:
        """The record's own sentence on a point on which sources differ."""
        points = self.events[item.event].disagreements if item.kind == "disagreement" else ()
        meant = [point for point in points if set(item.because) <= {key for side in point.sides for key in side.claims}]
        return tuple(Reason(point.sentence[self.language]) for point in meant[:1])

    def _offered(self, item: Choice) -> list[Claim]:
        """A claim of each source that is offered: that on the point of the answer, else its first."""
        if item.kind != "disagreement":
            return []
        offered = {source for option in item.options for source in option.split("+")[:2]}
        claims = sorted(self.events[item.event].claims, key=lambda claim: claim.id not in item.because)
        first = {claim.source: claim for claim in reversed(claims)}
        return [first[source] for source in self.events[item.event].sources if source in offered]

    def _option(self, kind: str, option: str) -> str:
        if kind == "status":
            return interface(option, self.language)
        if kind == "claimant":
            return self._names(option.split("+"))
        first, second, point = option.split("+")
        told = {"first": self._source(first), "second": self._source(second)}
        return self._say("differ", **told, point=self._say(f"on_{point}"))

    def _holder(self, figure: Figure) -> str:
        claim, amount = self._claim(figure.event, figure.claim), self._amount(figure)
        scopes = {term.id: term.name[self.language] for term in self.record.settings.scopes}
        scope = scopes.get(amount.scope or "none") or interface("scope_none", self.language)
        bound = "range" if amount.value is None else amount.bound
        how = f"{self._say(f'bound_{bound}')}, {scope}"
        return self._say("holder", who=self._who(claim), day=self._day(claim), how=how)

    def _size(self, amount: Amount) -> str:
        """A figure without its bound and its scope: `11,000 soldiers`."""
        if amount.value is not None:
            size = number_text(amount.value, self.language)
        else:
            ends = {"low": number_text(amount.low, self.language), "high": number_text(amount.high, self.language)}
            size = interface("range", self.language, **ends)
        units = {term.id: term.name[self.language] for term in self.record.settings.units}
        return f"{size} {units.get(amount.unit or '', '')}".strip()

    def _because(self, claim: Claim) -> Reason:
        told = {"who": self._who(claim), "day": self._day(claim), "says": claim.says[self.language]}
        if claim.stance == "asserts":
            return self._reason(claim, self._say("because", **told))
        stance = interface(f"stance_{claim.stance}", self.language)
        return self._reason(claim, self._say("because_stance", **told, stance=stance))

    def _reason(self, claim: Claim, words: str) -> Reason:
        return Reason(words, self._cite(claim), claim.url or "")

    def _cite(self, claim: Claim) -> str:
        passage = f"\u00a0{self._say('passage', n=claim.passage)}" if claim.passage else ""
        return ", ".join(filter(None, [self._source(claim.source) + passage, claim.locator]))

    def _who(self, claim: Claim) -> str:
        itself = interface("outlet_itself", self.language)
        return self._names(claim.by) or f"{self._source(claim.source)} ({itself})"

    def _day(self, claim: Claim) -> str:
        when = claim.asserted_on
        if when is None:
            return interface("undated", self.language)
        if when.shape == "instant" and not when.qualifier:
            return day_text(when.earliest, self.language)
        return date_text(when, self.language)

    def _names(self, actors: Iterable[str]) -> str:
        return ", ".join(self.record.actors[actor].name[self.language] for actor in actors)

    def _source(self, key: str) -> str:
        return self.record.sources[key].name[self.language]

    def _claim(self, event: str, key: str) -> Claim:
        return next(claim for claim in self.events[event].claims if claim.id == key)

    def _amount(self, figure: Figure) -> Amount:
        return self._claim(figure.event, figure.claim).amounts[figure.n]

    def _say(self, key: str, **values: object) -> str:
        return text(key, self.language, **values)
