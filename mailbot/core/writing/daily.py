"""The organiser's daily digest before its words: the state of one event, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mailbot.core.base import Event


@dataclass(frozen=True, slots=True)
class Tally:
    """Seats, not mails: ``confirmed`` includes ``website``; ``offered`` are held and not free."""

    capacity: int
    confirmed: int
    website: int
    offered: int
    waiting: int
    free: int


@dataclass(frozen=True, slots=True)
class Person:
    """One line of a list: who, from where, how they stand and under which registration."""

    name: str | None
    organisation: str | None
    email: str | None
    status: str
    position: int | None
    registration: str
    source: str
    paid: bool = False


@dataclass(frozen=True, slots=True)
class ToDecide:
    """Something that waits for a person; ``number`` is what ``mailbot review show`` takes."""

    number: int
    since: datetime
    sender: str | None
    subject: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The state of one event on one local day.

    ``came`` and ``left`` are the people of the last day (since the digest before); ``attendees`` is
    everybody with a seat, ``waiting`` the queue in its order. ``troubles`` are sentences about the
    desk itself (sending paused, letters that failed).
    """

    event: Event
    day: date
    tally: Tally
    came: tuple[Person, ...] = ()
    left: tuple[Person, ...] = ()
    attendees: tuple[Person, ...] = ()
    waiting: tuple[Person, ...] = ()
    to_decide: tuple[ToDecide, ...] = ()
    troubles: tuple[str, ...] = ()
