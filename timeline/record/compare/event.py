"""What changed in one event: its own fields, its claims with their figures, its disagreements."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.model import Amount, Claim, Disagreement, Event, Side
from .describe import Names, quoted
from .fields import Comparison, Difference, moved, pair_up

OF_EVENTS = {"date": "event-redated", "title": "event-retitled", "status": "status-changed"}
Found = Iterator[tuple[str, str, Difference]]


def event_differences(compare: Comparison, old: Event, new: Event) -> Found:
    """(kind of change, which claim as `claims[c4]` or nothing, difference), in the order of an event's fields."""
    for one in compare.fields(old, new, skip=("id", "claims", "disagreements")):
        yield OF_EVENTS.get(one.field.split(".")[0], "event-changed"), "", one
    yield from _claims(compare, old, new)
    yield from _disagreements(compare, old, new)


# Claims and their figures


def _claims(compare: Comparison, old: Event, new: Event) -> Found:
    """(kind, path, difference) for each claim that was added, withdrawn or changed.

    Two claims of the same id are versions of one another only if their source, text or cited place is the same too.
    """
    pairs, gone, come = pair_up(
        old.claims,
        new.claims,
        lambda claim: claim,
        lambda claim: claim.model_copy(update={"id": ""}),
        lambda claim: (claim.id, claim.source),
        lambda claim: (claim.id, claim.says),
        lambda claim: (claim.source, claim.passage, claim.url, claim.by),
    )
    for claim in come:
        words = f"claim {claim.id} added {compare.new.claim(claim)}"
        yield "claim-added", f"claims[{claim.id}]", Difference("", None, claim, words)
    for claim in gone:
        words = f"claim {claim.id} withdrawn {compare.old.claim(claim)}"
        yield "claim-withdrawn", f"claims[{claim.id}]", Difference("", claim, None, words)
    for was, claim in pairs:
        yield from ((kind, f"claims[{claim.id}]", one) for kind, one in _claim(compare, was, claim))
    if moved(old.claims, pairs):
        before, after = ([claim.id for claim in event.claims] for event in (old, new))
        yield (
            "event-changed",
            "",
            Difference("claims", before, after, f"claims put in another order: {', '.join(after)}"),
        )


def _claim(compare: Comparison, old: Claim, new: Claim) -> Iterator[tuple[str, Difference]]:
    name = f"claim {new.id}"
    if old.id != new.id:
        yield "claim-changed", Difference("id", old.id, new.id, f"claim {old.id} is now {new.id}")
    for one in compare.fields(old, new, name, skip=("id", "figure", "figures")):
        yield "claim-changed", one
    pairs, gone, come = pair_up(
        old.amounts,
        new.amounts,
        lambda amount: amount,
        lambda amount: (amount.quantity, amount.scope),
        lambda amount: amount.quantity,
        lambda amount: "",
    )
    for amount in come:
        yield (
            "figure-added",
            Difference("figure", None, amount, f"figure of {name} added: {compare.new.amount(amount)}"),
        )
    for amount in gone:
        yield (
            "figure-removed",
            Difference("figure", amount, None, f"figure of {name} removed: {compare.old.amount(amount)}"),
        )
    for was, amount in pairs:
        yield from (("figure-changed", one) for one in _amount(compare, was, amount, name))
    if moved(old.amounts, pairs):
        yield (
            "claim-changed",
            Difference("figures", old.amounts, new.amounts, f"figures of {name} put in another order"),
        )


def _amount(compare: Comparison, old: Amount, new: Amount, name: str) -> Iterator[Difference]:
    """The change of a figure in one sentence, or in one for each field that the sentence doesn't show."""
    if old == new:
        return
    was, is_now = compare.old.amount(old), compare.new.amount(new)
    if was == is_now:
        yield from compare.fields(old, new, f"a figure of {name}")
        return
    if old.quantity != new.quantity:
        was += f" ({compare.old.term('quantities', old.quantity)})"
        is_now += f" ({compare.new.term('quantities', new.quantity)})"
    yield Difference("figure", old, new, f"figure of {name} changed from {was} to {is_now}")


# Disagreements


def _disagreements(compare: Comparison, old: Event, new: Event) -> Found:
    pairs, gone, come = pair_up(
        old.disagreements,
        new.disagreements,
        lambda point: point,
        lambda point: point.sentence,
        lambda point: point.sides,
        lambda point: point.about,
    )
    for point in come:
        words = f"disagreement on the {point.about} added: {quoted(compare.new.text(point.sentence))}"
        yield "disagreement-added", "", Difference("disagreements", None, point, words)
    for point in gone:
        words = f"disagreement on the {point.about} removed: {quoted(compare.old.text(point.sentence))}"
        yield "disagreement-removed", "", Difference("disagreements", point, None, words)
    for was, point in pairs:
        if pieces := list(_disagreement(compare, was, point)):
            words = f"disagreement on the {was.about} changed: {'; '.join(piece.words for piece in pieces)}"
            translation = all(piece.translation for piece in pieces)
            yield "disagreement-changed", "", Difference("disagreements", was, point, words, translation)
    if moved(old.disagreements, pairs):
        yield (
            "event-changed",
            "",
            Difference("disagreements", old.disagreements, new.disagreements, "disagreements put in another order"),
        )


def _disagreement(compare: Comparison, old: Disagreement, new: Disagreement) -> Iterator[Difference]:
    yield from compare.fields(old, new, skip=("sides",))
    pairs, gone, come = pair_up(
        old.sides, new.sides, lambda side: side, lambda side: side.holds, lambda side: side.claims, lambda side: ""
    )
    yield from (Difference("sides", None, side, f"side added: {_side(side, compare.new)}") for side in come)
    yield from (Difference("sides", side, None, f"side removed: {_side(side, compare.old)}") for side in gone)
    for was, side in pairs:
        yield from compare.fields(was, side, f"the side {quoted(compare.new.text(side.holds))}")
    if moved(old.sides, pairs):
        yield Difference("sides", old.sides, new.sides, "sides put in another order")


def _side(side: Side, names: Names) -> str:
    return f"{quoted(names.text(side.holds))} ({', '.join(side.claims)})"
