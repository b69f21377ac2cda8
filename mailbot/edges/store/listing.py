"""What organisers and staff list: seats by kind, and who is on the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select

from mailbot.core.base import Event, Status
from mailbot.edges.store import Tx
from mailbot.edges.store.schema import attendees, registrations, seats


@dataclass(frozen=True, slots=True)
class EventSeats:
    """An event's seats by kind: seats, not mails.

    ``confirmed`` counts every seat of people who have one, ``website`` those of them who came by the
    website; ``offered`` seats are held and not free.
    """

    id: str
    title: str
    starts: datetime
    capacity: int
    confirmed: int
    offered: int
    waitlisted: int
    website: int
    free: int


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    name: str | None
    email: str | None
    organisation: str | None
    status: str
    position: int | None
    registration: str
    source: str
    paid: bool


def event_seats(tx: Tx, configured: Iterable[Event]) -> list[EventSeats]:
    """Every configured event, in the order of the configuration."""
    counted: dict[tuple[str, str, bool], int] = {}
    from_website = registrations.c.source == "website"
    query = (
        select(attendees.c.event, attendees.c.status, from_website.label("website"), func.count().label("n"))
        .join(registrations, attendees.c.registration == registrations.c.id)
        .group_by(attendees.c.event, attendees.c.status, from_website)
    )
    for row in tx.execute(query):
        counted[row.event, row.status, bool(row.website)] = row.n
    free = {
        row.event: row.n
        for row in tx.execute(
            select(seats.c.event, func.count().label("n"))
            .where(seats.c.attendee.is_(None))
            .group_by(seats.c.event)
        )
    }

    def people(event: str, status: Status) -> int:
        return counted.get((event, status, False), 0) + counted.get((event, status, True), 0)

    return [
        EventSeats(
            id=event.id,
            title=event.title,
            starts=event.starts,
            capacity=event.capacity,
            confirmed=people(event.id, Status.CONFIRMED),
            offered=people(event.id, Status.OFFERED),
            waitlisted=people(event.id, Status.WAITLISTED),
            website=counted.get((event.id, Status.CONFIRMED, True), 0),
            free=free.get(event.id, 0),
        )
        for event in configured
    ]


def attendee_rows(tx: Tx, event: str) -> list[AttendeeRow]:
    """Everybody who is or was on an event's list: those with a seat first, then the queue in its order."""
    order = case({status: i for i, status in enumerate(Status)}, value=attendees.c.status, else_=len(Status))
    query = (
        select(attendees, registrations.c.code, registrations.c.source)
        .join(registrations, attendees.c.registration == registrations.c.id)
        .where(attendees.c.event == event)
        .order_by(order, registrations.c.arrived, registrations.c.uid, registrations.c.id, attendees.c.id)
    )
    rows, position = [], 0
    for row in tx.execute(query):
        waits = row.status == Status.WAITLISTED
        position += waits
        rows.append(
            AttendeeRow(
                name=row.name,
                email=row.email,
                organisation=row.organisation,
                status=row.status,
                position=position if waits else None,
                registration=row.code,
                source=row.source,
                paid=row.paid,
            )
        )
    return rows
