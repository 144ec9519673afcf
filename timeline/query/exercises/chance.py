"""Chance from a seed: the same in Python and in the browser, on every machine.

The numbers are those of mulberry32: with a 32-bit state that begins as the seed, and all arithmetic modulo 2^32,

    state = state + 0x6D2B79F5
    t = (state ^ state >> 15) * (state | 1)
    t = t ^ (t + (t ^ t >> 7) * (t | 61))
    number = t ^ t >> 14

`below(n)` is the number times n, divided by 2^32 and rounded down. `shuffled` is Fisher and Yates's: from the last
place to the second, each changes with `below(place + 1)`, places counted from 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
ALL = 0xFFFFFFFF


class Chance:
    """Numbers and orders that follow from a seed (a whole number from 0)."""

    def __init__(self, seed: int):
        self._state = seed & ALL

    def number(self) -> int:
        """The next number, from 0 to 2^32 - 1."""
        self._state = (self._state + 0x6D2B79F5) & ALL
        t = (self._state ^ self._state >> 15) * (self._state | 1) & ALL
        t = (t ^ (t + (t ^ t >> 7) * (t | 61))) & ALL
        return t ^ t >> 14

    def below(self, n: int) -> int:
        """A number from 0 to n - 1."""
        return self.number() * n >> 32

    def shuffled(self, some: Iterable[T]) -> list[T]:
        """The same things in another order."""
        order = list(some)
        for place in range(len(order) - 1, 0, -1):
            other = self.below(place + 1)
            order[place], order[other] = order[other], order[place]
        return order
