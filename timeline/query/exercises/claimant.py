"""Who claims this? Those who are offered beside the right one say nothing about the event, nor the same elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...record.model.model import Actor, Claim, Event
from ...record.record import Record, once
from .chance import Chance
from .items import FEWEST, ITEMS, Choice, Item, Size, all_numbers, distinct, size, voice

OPTIONS = 4


def claimant(record: Record, events: Sequence[Event], chance: Chance) -> Iterator[Item]:
    """Up to eight claims of different events, each with four who might have made it."""
    asked = [(event, claim) for event in distinct(events) for claim in event.claims if clear(record, event, claim)]
    near = voices(record, events)
    here = set(near)
    far = [each for each in all_voices(record) if each not in here]
    done: set[str] = set()
    for event, claim in chance.shuffled(asked):
        if len(done) == ITEMS:
            return
        pool = [*chance.shuffled(near), *chance.shuffled(far)]
        others = strangers(record, event, claim, pool)
        if event.id not in done and len(others) >= FEWEST - 1:
            done.add(event.id)
            right = voice(claim)
            options = tuple(chance.shuffled([right, *others]))
            yield Choice("claimant", event.id, claim.id, options, options.index(right), (claim.id,))


def clear(record: Record, event: Event, claim: Claim) -> bool:
    """True where somebody is named who says something, no group of unknown people, and no word gives them away."""
    actors = [record.actors[actor] for actor in claim.by]
    speaks = bool(actors) and claim.stance != "declines_to_comment"
    said = [*claim.says.values(), *event.title.values()]
    return speaks and not any(actor.type == "group" or named(actor, said) for actor in actors)


def named(actor: Actor, said: Iterable[str]) -> bool:
    """True where a text holds a name or a part of it, each in any language: “Kim”, and “Korean” has “Korea”."""
    names = {part for name in actor.name.values() for part in (name, *parts_of(name))}
    return any(name in words for words in said for name in names)


def parts_of(name: str) -> list[str]:
    """The words of a name that begin with a capital letter and have three letters or more."""
    words = name.replace("(", "").replace(")", "").split(" ")
    return [word for word in words if len(word) > 2 and word[0] != word[0].lower()]


def voices(record: Record, events: Sequence[Event]) -> list[str]:
    """Everybody who makes a claim in some events, in their order, without groups of unknown people."""
    found = (claim for event in events for claim in event.claims if claim.by)
    known = (claim for claim in found if all(record.actors[actor].type != "group" for actor in claim.by))
    return list(dict.fromkeys(voice(claim) for claim in known))


@once
def all_voices(record: Record) -> list[str]:
    """Those of the whole record. Shared: don't change it."""
    return voices(record, record.events)


def strangers(record: Record, event: Event, claim: Claim, pool: Sequence[str]) -> list[str]:
    """The first three of the pool who surely did not make the claim, nor give one of its figures anywhere."""
    involved = circle_of(record, speakers(record, event, claim))
    figures = {size(amount) for amount in claim.amounts} - {None}
    given = _sizes(record)
    chosen: list[str] = []
    for each in pool:
        if len(chosen) == OPTIONS - 1:
            break
        actors = each.split("+")
        strange = involved.isdisjoint(actors)
        silent = all(figures.isdisjoint(given.get(f"actor:{actor}", ())) for actor in actors)
        if strange and silent:
            chosen.append(each)
            involved |= circle_of(record, actors)
    return chosen


@once
def _sizes(record: Record) -> dict[str, set[Size]]:
    """Every number that each claimant gives anywhere in the record, of whatever scope."""
    return {who: {number for number, _ in given} for who, given in all_numbers(record).items()}


def speakers(record: Record, event: Event, claim: Claim) -> set[str]:
    """Everybody who makes the claim, or another one about its event, or one that reads the same about any other."""
    repeated = _repeated(record)
    same = [repeated[words] for words in claim.says.items() if words in repeated]
    return {actor for by in [*(other.by for other in event.claims), *same] for actor in by}


@once
def _repeated(record: Record) -> dict[tuple[str, str], set[str]]:
    """Everybody who makes a claim that reads (in a language) as another claim does, by the language and the words."""
    claims = [claim for event in record.events for claim in event.claims]
    counts = Counter(words for claim in claims for words in claim.says.items())
    found: dict[tuple[str, str], set[str]] = {words: set() for words, count in counts.items() if count > 1}
    for claim in claims:
        for words in claim.says.items():
            if words in found:
                found[words].update(claim.by)
    return found


def circle_of(record: Record, actors: Iterable[str]) -> set[str]:
    """Those actors and everybody who is near one of them."""
    known = _circles(record)
    for actor in actors:
        if actor not in known:
            known[actor] = frozenset(other for other in record.actors if near(record, other, actor))
    return set().union(*(known[actor] for actor in actors))


@once
def _circles(record: Record) -> dict[str, frozenset[str]]:
    """Who is near each actor that has been asked for."""
    return {}


def near(record: Record, one: str, other: str) -> bool:
    """True where two speak for one another: they are the same, of one country, or one has a role in the other."""
    first, second = record.actors[one], record.actors[other]
    same = one == other or (first.country is not None and first.country == second.country)
    return same or serves(first, second) or serves(second, first)


def serves(person: Actor, body: Actor) -> bool:
    """True where a role names a body, in any language."""
    role = person.role or {}
    return any(name in role.get(language, "") for language, name in body.name.items())
