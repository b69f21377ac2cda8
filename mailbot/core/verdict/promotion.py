"""What freed seats do: the first waiting party that fits gets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A waiting registration and how many of its people wait."""

    registration: int
    size: int


def promote(waiting: Sequence[Party], free: int) -> list[Party]:
    """Who is next, in order of arrival; a party too big for what is free lets smaller ones pass.

    Nobody is told "full" while a seat stays empty, and no party is split.
    """
    chosen = []
    for party in waiting:
        if free <= 0:
            break
        if party.size <= free:
            chosen.append(party)
            free -= party.size
    return chosen
