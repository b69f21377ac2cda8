"""Registrations and their attendees: read and written under the event's lock.

What every mail asks stands as a statement of its own, built once: building one takes four times as long
as running it (measured: 560 µs against 120 for an insert).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, or_, select, union_all, update
from sqlalchemy.engine import Row

from mailbot.core.base import Address, Attendee, Status
from mailbot.core.verdict.book import ACTIVE, Place, Registration
from mailbot.core.verdict.promotion import Party
from mailbot.core.verdict.same import email_key, name_key, person_key
from mailbot.edges.store import Tx, seating
from mailbot.edges.store.schema import attendees, letters, members, registrations

# No 0 O 1 I L, and no U: what remains is read out over the telephone without mistakes or bad words.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_ACTIVE = tuple(sorted(ACTIVE))


def members_among(tx: Tx, domains: Iterable[str]) -> dict[str, str]:
    """The member organisations whose domains these are (or lie under), by domain."""
    candidates = sorted({part for domain in domains for part in _parts(domain)})
    return {row.domain: row.organisation for row in tx.execute(_MEMBERS, {"domains": candidates})}


_MEMBERS = select(members.c.domain, members.c.organisation).where(
    members.c.domain.in_(bindparam("domains", expanding=True))
)


def member_of(found: Mapping[str, str], domain: str) -> str | None:
    """The member organisation whose domain this is (or lies under), among those that were looked for."""
    return next((found[part] for part in _parts(domain) if part in found), None)


def _parts(domain: str) -> list[str]:
    """A domain and those it lies under, save the topmost."""
    labels = domain.casefold().split(".")
    return [".".join(labels[i:]) for i in range(max(1, len(labels) - 1))]


def find_registrations(
    tx: Tx, *, address: str, answers: Sequence[str] = (), codes: Sequence[str] = ()
) -> list[Registration]:
    """Registrations that a mail may be about: those of the letters it answers or the codes it names
    first, then those with this address as contact or attendee, newest first."""
    threaded: list[int] = []
    if answers:
        threaded += tx.execute(_ANSWERED, {"messages": list(answers)}).scalars()
    if codes:
        threaded += tx.execute(_BY_CODE, {"codes": list(codes)}).scalars()
    key = email_key(address)
    mine = tx.execute(_OF_ADDRESS, {"key": key}).scalars() if key else ()
    ordered = list(dict.fromkeys(threaded + sorted(mine, reverse=True)))
    return _registrations(tx, ordered, frozenset(threaded))


_ANSWERED = select(letters.c.registration).where(
    letters.c.message.in_(bindparam("messages", expanding=True)), letters.c.registration.is_not(None)
)
_BY_CODE = select(registrations.c.id).where(registrations.c.code.in_(bindparam("codes", expanding=True)))
_OF_ADDRESS = union_all(
    select(registrations.c.id).where(registrations.c.contact_key == bindparam("key")),
    select(attendees.c.registration).where(attendees.c.email_key == bindparam("key")),
)


def registration(tx: Tx, number: int) -> Registration:
    """One registration by its row; raises LookupError where there is none."""
    found = _registrations(tx, [number], frozenset())
    if not found:
        raise LookupError(f"no registration {number}")
    return found[0]


def again(tx: Tx, known: Registration) -> Registration:
    """A registration as it stands now; what is known of the thread stays known."""
    return replace(registration(tx, known.id), in_thread=known.in_thread)


def _registrations(tx: Tx, ids: Sequence[int], threaded: frozenset[int]) -> list[Registration]:
    if not ids:
        return []
    rows = {r.id: r for r in tx.execute(_REGISTRATIONS, {"ids": list(ids)})}
    people: dict[int, list[Row[Any]]] = {}
    for person in tx.execute(_PEOPLE, {"ids": list(ids)}):
        people.setdefault(person.registration, []).append(person)
    found = []
    for number in ids:
        if (row := rows.get(number)) is None:
            continue
        places = [_place(person) for person in people.get(number, [])]
        if any(place.status is Status.WAITLISTED for place in places):
            places = _with_positions(places, _ahead(tx, row))
        found.append(
            Registration(
                id=row.id,
                code=row.code,
                event=row.event,
                contact=Address(row.contact, row.contact_name),
                lang=row.lang,
                source=row.source,
                places=tuple(places),
                sequence=row.sequence,
                in_thread=number in threaded,
            )
        )
    return found


_REGISTRATIONS = select(registrations).where(registrations.c.id.in_(bindparam("ids", expanding=True)))
_PEOPLE = (
    select(attendees)
    .where(attendees.c.registration.in_(bindparam("ids", expanding=True)))
    .order_by(attendees.c.id)
)


def _ahead(tx: Tx, row: Row[Any]) -> int:
    """How many people wait before this registration."""
    place = {"event": row.event, "arrived": row.arrived, "uid": row.uid, "id": row.id}
    return tx.execute(_AHEAD, place).scalar_one()


_AHEAD = (
    select(func.count())
    .select_from(attendees.join(registrations, attendees.c.registration == registrations.c.id))
    .where(
        attendees.c.event == bindparam("event"),
        attendees.c.status == Status.WAITLISTED,
        or_(
            registrations.c.arrived < bindparam("arrived"),
            and_(registrations.c.arrived == bindparam("arrived"), registrations.c.uid < bindparam("uid")),
            and_(
                registrations.c.arrived == bindparam("arrived"),
                registrations.c.uid == bindparam("uid"),
                registrations.c.id < bindparam("id"),
            ),
        ),
    )
)


def _with_positions(places: list[Place], ahead: int) -> list[Place]:
    numbered = []
    for place in places:
        if place.status is Status.WAITLISTED:
            ahead += 1
            numbered.append(Place(place.id, place.attendee, place.status, ahead))
        else:
            numbered.append(place)
    return numbered


def _place(row: Row[Any]) -> Place:
    return Place(row.id, Attendee(row.name, row.email, row.organisation), Status(row.status))


def website_registrations(tx: Tx, event: str) -> list[Registration]:
    """Everybody who is or was on an event's list by the website."""
    query = select(registrations.c.id).where(
        registrations.c.event == event, registrations.c.source == "website"
    )
    return _registrations(tx, list(tx.execute(query.order_by(registrations.c.id)).scalars()), frozenset())


def find_namesakes(tx: Tx, event: str, people: Iterable[Attendee]) -> tuple[Place, ...]:
    """Active places of the event that share a name or an address with one of these people."""
    found: dict[int, Place] = {}
    for person in people:  # a statement for all of them, with lists of any length, takes twice as long
        # NULL is like nobody; '' would be like every unnamed guest.
        like = {"name": name_key(person.name) or None, "email": email_key(person.email) or None}
        if any(like.values()):
            found |= {row.id: _place(row) for row in tx.execute(_ALIKE, {"event": event, **like})}
    return tuple(found[number] for number in sorted(found))


_IN_EVENT = select(attendees.c.id).where(attendees.c.event == bindparam("event"))
# Two looks, for with an "or" SQLite goes through everybody of the event.
_ALIKE = select(attendees).where(
    attendees.c.status.in_(_ACTIVE),
    attendees.c.id.in_(
        union_all(
            _IN_EVENT.where(attendees.c.name_key == bindparam("name")),
            _IN_EVENT.where(attendees.c.email_key == bindparam("email")),
        )
    ),
)


def contacts_of(tx: Tx, places: Sequence[int]) -> dict[int, str]:
    """At which address each of these people is written to ('' for none)."""
    if not places:
        return {}
    query = select(attendees.c.id, registrations.c.contact).join(
        registrations, attendees.c.registration == registrations.c.id
    )
    return {row.id: row.contact for row in tx.execute(query.where(attendees.c.id.in_(places)))}


def add_registration(
    tx: Tx,
    event: str,
    contact: Address,
    lang: str,
    *,
    source: str,
    arrived: datetime,
    uid: int,
    mail: int | None,
    thread: dict[str, Any] | None = None,
) -> tuple[int, str]:
    """A new party; its row and its code, which is short, unguessable and unique.

    ``thread`` is what later letters answer: see ``set_thread``.
    """
    # Chosen among 594 million. Should it be taken, the schema refuses it and the mail is tried again.
    code = "".join(secrets.choice(_ALPHABET) for _ in range(6))
    values = {
        "code": code,
        "event": event,
        "source": source,
        "contact": contact.email,
        "contact_key": email_key(contact.email),
        "contact_name": contact.name,
        "lang": lang,
        "arrived": arrived,
        "uid": uid,
        "mail": mail,
        "thread": thread,
        "created_at": tx.now,
    }
    return tx.add(_NEW_REGISTRATION, values), code


_NEW_REGISTRATION = insert(registrations)


def add_place(tx: Tx, number: int, event: str, attendee: Attendee, status: Status) -> int:
    """One more person in a registration; raises NoSeat where they need a seat and none is free."""
    values = {"registration": number, "event": event, "status": status, **_columns(attendee)}
    place = tx.add(_NEW_PLACE, values)
    if status in (Status.CONFIRMED, Status.OFFERED):
        seating.take_seat(tx, event, place)
    elif status is Status.WAITLISTED:
        seating.count_waiting(tx, event, 1)
    return place


_NEW_PLACE = insert(attendees)


def _columns(attendee: Attendee) -> dict[str, Any]:
    return {
        "name": attendee.name,
        "email": attendee.email,
        "organisation": attendee.organisation,
        "name_key": name_key(attendee.name),
        "email_key": email_key(attendee.email),
        "person_key": person_key(attendee),
    }


def set_status(tx: Tx, event: str, place: int, status: Status) -> None:
    """Move a person between having a seat, being offered one, waiting and being out."""
    row = tx.execute(select(attendees).where(attendees.c.id == place)).one()
    values: dict[str, Any] = {"status": status}
    active = status in ACTIVE
    values["person_key"] = person_key(Attendee(row.name, row.email, row.organisation)) if active else None
    tx.execute(update(attendees).where(attendees.c.id == place).values(**values))
    had = row.status in (Status.CONFIRMED, Status.OFFERED)
    has = status in (Status.CONFIRMED, Status.OFFERED)
    if has and not had:
        seating.take_seat(tx, event, place)
    elif had and not has:
        seating.free_seat(tx, event, place)
    seating.count_waiting(tx, event, (status is Status.WAITLISTED) - (row.status == Status.WAITLISTED))


def set_person(tx: Tx, place: int, attendee: Attendee) -> None:
    """Another person, or their right details, on a place that keeps its seat."""
    tx.execute(update(attendees).where(attendees.c.id == place).values(**_columns(attendee)))


def next_sequence(tx: Tx, number: int) -> int:
    """Count one more change of a registration's calendar entry."""
    query = (
        update(registrations)
        .where(registrations.c.id == number)
        .values(sequence=registrations.c.sequence + 1)
        .returning(registrations.c.sequence)
    )
    sequence: int = tx.execute(query).scalar_one()
    return sequence


def set_thread(tx: Tx, number: int, thread: dict[str, Any], lang: str | None = None) -> None:
    """What later letters answer: the sender's last mail about this registration."""
    values: dict[str, Any] = {"thread": thread}
    if lang:
        values["lang"] = lang
    tx.execute(update(registrations).where(registrations.c.id == number).values(**values))


def thread_of(tx: Tx, number: int) -> dict[str, Any]:
    query = select(registrations.c.thread).where(registrations.c.id == number)
    return tx.execute(query).scalar_one() or {}


def set_offer(tx: Tx, number: int, until: datetime | None) -> None:
    tx.execute(update(registrations).where(registrations.c.id == number).values(offer_until=until))


def offer_of(tx: Tx, number: int) -> datetime | None:
    query = select(registrations.c.offer_until).where(registrations.c.id == number)
    until: datetime | None = tx.execute(query).scalar_one()
    return until


def offers_run_out(tx: Tx, event: str, moment: datetime) -> list[int]:
    """Registrations whose offer had ended at a moment without an answer."""
    query = select(registrations.c.id).where(
        registrations.c.event == event, registrations.c.offer_until <= moment
    )
    return list(tx.execute(query.order_by(registrations.c.id)).scalars())


def waiting_parties(tx: Tx, event: str) -> list[Party]:
    """Who waits, in order of arrival."""
    query = (
        select(registrations.c.id, func.count())
        .join(attendees, attendees.c.registration == registrations.c.id)
        .where(attendees.c.event == event, attendees.c.status == Status.WAITLISTED)
        .group_by(registrations.c.id, registrations.c.arrived, registrations.c.uid)
        .order_by(registrations.c.arrived, registrations.c.uid, registrations.c.id)
    )
    return [Party(number, size) for number, size in tx.execute(query)]
