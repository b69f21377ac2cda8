"""Events and their seats: a seat is a row, and whoever counts them has locked the event first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from mailbot.core.base import Event, Status
from mailbot.core.verdict.book import Seats
from mailbot.edges.store import Tx
from mailbot.edges.store.schema import attendees, events, seats

_AT_ONCE = 500  # rows in memory at once


class NoSeat(Exception):
    """A seat was asked of an event that has none free: the decision was taken on a wrong count."""


def sync_events(tx: Tx, configured: Iterable[Event]) -> None:
    """Mirror the configured events; each capacity becomes that many seat rows.

    A capacity made smaller takes seats away as they come free, never from somebody who has one.
    """
    tx.take_turn()
    known = {row.id: row for row in tx.execute(select(events))}
    for event in configured:
        values: dict[str, Any] = {"title": event.title, "starts": event.starts, "capacity": event.capacity}
        row = known.get(event.id)
        if row is None:
            tx.execute(insert(events).values(id=event.id, **values))
        elif row.title != event.title or row.starts != event.starts or row.capacity != event.capacity:
            tx.execute(update(events).where(events.c.id == event.id).values(**values))
        if row is None or row.capacity != event.capacity:
            _fit_seats(tx, event.id, event.capacity)


def _fit_seats(tx: Tx, event: str, capacity: int) -> None:
    tx.seats.pop(event, None)
    of_event = seats.c.event == event
    present = set(tx.execute(select(seats.c.number).where(of_event)).scalars())
    missing = ({"event": event, "number": n} for n in range(1, capacity + 1) if n not in present)
    while some := list(islice(missing, _AT_ONCE)):
        tx.execute(insert(seats), some)
    _trim(tx, event, capacity)


def _trim(tx: Tx, event: str, capacity: int) -> None:
    """Take away seats above the capacity: free ones at once, taken ones by moving down who sits there."""
    of_event = seats.c.event == event
    tx.execute(delete(seats).where(of_event, seats.c.number > capacity, seats.c.attendee.is_(None)))
    above = tx.execute(
        select(seats.c.number, seats.c.attendee).where(of_event, seats.c.number > capacity)
    ).all()
    for seat in above:
        number = tx.execute(
            select(func.min(seats.c.number)).where(of_event, seats.c.attendee.is_(None))
        ).scalar()
        if number is None:
            return
        tx.execute(delete(seats).where(of_event, seats.c.number == seat.number))
        tx.execute(update(seats).where(of_event, seats.c.number == number).values(attendee=seat.attendee))


def lock_event(tx: Tx, event: str) -> bool:
    """Lock the event's row, so that what is counted afterwards stays true; False if there is none.

    On PostgreSQL the count must be a later statement than this one (READ COMMITTED takes its
    snapshot per statement). SQLite's BEGIN IMMEDIATE has locked everything already.
    """
    if event not in tx.locked and tx.execute(_LOCK, {"event": event}).scalar_one_or_none() is not None:
        tx.locked.add(event)
    return event in tx.locked


_LOCK = select(events.c.id).where(events.c.id == bindparam("event")).with_for_update()


def count_seats(tx: Tx, event: str) -> Seats:
    """How many seats an event has, how many are free, and how many people wait.

    Counted once for a locked event: nobody else can change it, and a large event has thousands of seats,
    for each of the mails that share a commit.
    """
    counted = tx.seats.get(event)
    if counted is None:
        counted = Seats(*tx.execute(_COUNTED, {"event": event}).one())
        if event in tx.locked:
            tx.seats[event] = counted
    return counted


def count_waiting(tx: Tx, event: str, more: int) -> None:
    """So many people more wait, or fewer: what was counted before stays true."""
    if counted := tx.seats.get(event):
        tx.seats[event] = replace(counted, waiting=counted.waiting + more)


_COUNTED = select(
    events.c.capacity,
    select(func.count())
    .where(seats.c.event == bindparam("event"), seats.c.attendee.is_(None))
    .scalar_subquery(),
    select(func.count())
    .where(attendees.c.event == bindparam("event"), attendees.c.status == Status.WAITLISTED)
    .scalar_subquery(),
).where(events.c.id == bindparam("event"))


def take_seat(tx: Tx, event: str, place: int) -> None:
    """The lowest free seat for an attendee's row; raises NoSeat where there is none."""
    if tx.execute(_TAKE, {"of": event, "place": place}).rowcount != 1:
        raise NoSeat(event)
    if counted := tx.seats.get(event):
        tx.seats[event] = replace(counted, free=counted.free - 1)


_free = seats.alias()
_TAKE = (
    update(seats)
    .where(
        seats.c.event == bindparam("of"),
        seats.c.attendee.is_(None),
        seats.c.number
        == select(func.min(_free.c.number))
        .where(_free.c.event == bindparam("of"), _free.c.attendee.is_(None))
        .scalar_subquery(),
    )
    .values(attendee=bindparam("place"))
)


def free_seat(tx: Tx, event: str, place: int) -> None:
    """The seat an attendee's row had is nobody's now, or gone where the event has become smaller."""
    tx.seats.pop(event, None)
    tx.execute(update(seats).where(seats.c.attendee == place).values(attendee=None))
    capacity = tx.execute(select(events.c.capacity).where(events.c.id == event)).scalar_one()
    _trim(tx, event, capacity)
