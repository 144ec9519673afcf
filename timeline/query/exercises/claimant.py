"""Who claims this? Those who are offered beside the right one say nothing about the event, nor the same elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...record.model.model import Actor, Claim, Event
from ...record.record import Record
from .chance import Chance
from .items import FEWEST, ITEMS, Choice, Item, Numbers, alike, distinct, numbers_by, size, voice

OPTIONS = 4


def claimant(record: Record, events: Sequence[Event], chance: Chance) -> Iterator[Item]:
    """Up to eight claims of different events, each with four who might have made it."""
    asked = [(event, claim) for event in distinct(events) for claim in event.claims if clear(record, event, claim)]
    near = voices(record, events)
    far = [each for each in voices(record, record.events) if each not in set(near)]
    numbers = numbers_by(record.events)
    done: set[str] = set()
    for event, claim in chance.shuffled(asked):
        if len(done) == ITEMS:
            return
        pool = [*chance.shuffled(near), *chance.shuffled(far)]
        others = strangers(record, event, claim, pool, numbers)
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


def strangers(record: Record, event: Event, claim: Claim, pool: Sequence[str], numbers: Numbers) -> list[str]:
    """The first three of the pool who surely did not make the claim, nor give one of its figures anywhere."""
    involved = speakers(record, event, claim)
    figures = {size(amount) for amount in claim.amounts} - {None}
    chosen: list[str] = []
    for each in pool:
        actors = each.split("+")
        strange = not any(near(record, actor, other) for actor in actors for other in involved)
        silent = not any(number in figures for actor in actors for number, _ in numbers.get(f"actor:{actor}", ()))
        if len(chosen) < OPTIONS - 1 and strange and silent:
            chosen.append(each)
            involved = involved | set(actors)
    return chosen


def speakers(record: Record, event: Event, claim: Claim) -> set[str]:
    """Everybody who makes the claim, or another one about its event, or one that reads the same about any other."""
    same = [other for each in record.events for other in each.claims if alike(other.says, claim.says)]
    return {actor for other in [*event.claims, *same] for actor in other.by}


def near(record: Record, one: str, other: str) -> bool:
    """True where two speak for one another: they are the same, of one country, or one has a role in the other."""
    first, second = record.actors[one], record.actors[other]
    same = one == other or (first.country is not None and first.country == second.country)
    return same or serves(first, second) or serves(second, first)


def serves(person: Actor, body: Actor) -> bool:
    """True where a role names a body, in any language."""
    role = person.role or {}
    return any(name in role.get(language, "") for language, name in body.name.items())
