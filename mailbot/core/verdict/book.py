"""The record as a decision sees it: read after the lock, so that nothing in it is a guess."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.core.base import Address, Attendee, Event, Status

ACTIVE = frozenset({Status.CONFIRMED, Status.OFFERED, Status.WAITLISTED})


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats, not mails: ``free`` are neither taken nor held by an offer; ``waiting`` counts people."""

    capacity: int
    free: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """One attendee as recorded; ``position`` in the waiting list from 1, else None."""

    id: int
    attendee: Attendee
    status: Status
    position: int | None = None

    @property
    def active(self) -> bool:
        return self.status in ACTIVE


@dataclass(frozen=True, slots=True)
class Registration:
    """A party that registered together and is written to at one address."""

    id: int
    code: str
    event: str
    contact: Address
    lang: str
    source: str  # email · website · staff
    places: tuple[Place, ...]
    sequence: int = 0  # of its calendar entry
    in_thread: bool = False  # the mail answers one of its letters, or names its code

    @property
    def active(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.active)


@dataclass(frozen=True, slots=True)
class Book:
    """What is recorded for one event, as far as one mail can touch it.

    ``own``: registrations the sender may be speaking of (those of the thread first, then those
    with the sender as contact or attendee, newest first). ``namesakes``: active places of the event
    that share a name or an address with the people asked for. ``member``: the member organisation
    that the sender's domain belongs to, if any. ``strangers``: those of the namesakes (by id) that
    the sender has nothing to do with and is told nothing about.
    """

    event: Event | None
    seats: Seats
    own: tuple[Registration, ...] = ()
    namesakes: tuple[Place, ...] = ()
    member: str | None = None
    strangers: frozenset[int] = frozenset()
