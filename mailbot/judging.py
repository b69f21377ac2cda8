"""Judging one mail under the event's lock: what the record says of its sender, and the verdict."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mailbot import fetching
from mailbot.core.base import MACHINE, Address, Attendee, Known, Reason
from mailbot.core.mail.message import Mail
from mailbot.core.reading import Reading
from mailbot.core.verdict import decide
from mailbot.core.verdict.book import Book, Place, Registration, Seats
from mailbot.core.verdict.existing import may_be_told, may_speak_for
from mailbot.core.verdict.outcome import ForPerson, Ignored, NotOurs, Verdict
from mailbot.core.verdict.public import PUBLIC_DOMAINS
from mailbot.core.verdict.same import email_key
from mailbot.desk import Desk
from mailbot.edges.store import Tx, outbox, record, seating
from mailbot.edges.store.glance import Traces
from mailbot.edges.store.inbox import Waiting
from mailbot.posting import thread_of
from mailbot.recording import Case

Members = Mapping[str, str]  # their organisations, by domain

_UNANSWERED = MACHINE | {"other-occasion"}
_CODE = re.compile(r"\b[2-9A-HJKMNP-TV-Z]{6}\b")


def identity_of(mail: Mail) -> str:
    """What makes two deliveries one mail: its Message-ID and its digest.

    The ID alone is the sender's to choose; somebody could send first with another's.
    """
    return hashlib.sha256(f"{mail.message_id}\n{mail.digest}".encode()).hexdigest()


def traces_of(reading: Reading) -> Traces:
    """What the record may hold of a mail; of who sent it only where it is read as a person's."""
    mail = reading.mail
    if reading.aside or mail.sender is None:
        return Traces(identity_of(mail))
    return Traces(
        identity_of(mail),
        email_key(mail.sender.email),
        (*mail.in_reply_to, *mail.references),
        _codes(f"{mail.subject}\n{mail.text}"),
    )


def addresses_in(reading: Reading) -> set[str]:
    """Every address that deciding this mail may write down, as it is compared."""
    mail, people = reading.mail, _newcomers(reading)
    written = [mail.sender, mail.reply_to, *people]
    return {email_key(one.email) for one in written if one}


def own_registrations(tx: Tx, reading: Reading, traces: Traces) -> list[Registration]:
    """The registrations that the sender may speak for."""
    sender = reading.mail.sender
    if reading.aside or sender is None:
        return []
    found = record.find_registrations(tx, address=sender.email, answers=traces.answers, codes=traces.codes)
    return [r for r in found if may_speak_for(sender, r, PUBLIC_DOMAINS)]


def members_among(tx: Tx, readings: Iterable[Reading]) -> Members:
    """The members among the senders of some mails."""
    senders = (reading.mail.sender for reading in readings if not reading.aside)
    return record.members_among(tx, {sender.domain for sender in senders if sender})


def as_known(registration: Registration) -> Known:
    people = tuple((place.attendee, place.status) for place in registration.places)
    contact = registration.contact.email
    return Known(registration.code, registration.event, contact, people, registration.in_thread)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_CODE.findall(text)))[:20]


def judge(
    tx: Tx,
    desk: Desk,
    waiting: Waiting,
    reading: Reading,
    *,
    identity: str,
    known: Sequence[Registration],
    members: Members,
) -> tuple[Case, Verdict]:
    """Lock the event, read the record, decide."""
    mail, request = reading.mail, reading.request
    if request.event is None and (named := _event_of(known, desk)):
        request = replace(request, event=named)
    event = desk.house.event(request.event)
    answer_to = mail.sender if reading.doubts else mail.reply_to or mail.sender
    seats = Seats(0, 0)
    book = Book(event, seats)
    if event and not reading.aside:
        seating.lock_event(tx, event.id)
        seats = seating.count_seats(tx, event.id)
    if mail.sender and not reading.aside:
        namesakes = record.find_namesakes(tx, event.id, _newcomers(reading)) if event else ()
        book = Book(
            event,
            seats,
            # The event is locked only now: what was read before may have changed meanwhile.
            tuple(record.again(tx, registration) for registration in known),
            namesakes,
            record.member_of(members, mail.sender.domain),
            _strangers(tx, answer_to or mail.sender, namesakes),
        )
    case = Case(
        request=request,
        sender=answer_to,
        arrived=waiting.arrived,
        uid=waiting.uid,
        mail=waiting.id,
        identity=identity,
        message=mail.message_id or None,
        written_by=mail.sender.email if mail.sender else None,
        subject=mail.subject,
        thread=thread_of(mail),
        event=event,
        seats=seats if event else None,
    )
    return case, _verdict(tx, desk, waiting, replace(reading, request=request), book)


def _event_of(known: Sequence[Registration], desk: Desk) -> str | None:
    """The event that a mail naming none can only be about: its thread's, or the sender's one to come."""
    to_come = {event.id for event in desk.house.events if desk.clock() < event.ends}
    coming = [r for r in known if r.event in to_come]
    for some in ([r for r in known if r.in_thread], [r for r in coming if r.active], coming):
        if len(events := {r.event for r in some}) == 1:
            return events.pop()
    return None


def _strangers(tx: Tx, asker: Address, namesakes: tuple[Place, ...]) -> frozenset[int]:
    contacts = record.contacts_of(tx, [place.id for place in namesakes])
    return frozenset(
        place.id for place in namesakes if not may_be_told(asker, place, contacts[place.id], PUBLIC_DOMAINS)
    )


def _verdict(tx: Tx, desk: Desk, waiting: Waiting, reading: Reading, book: Book) -> Verdict:
    if reading.aside:
        return _ignored(tx, reading)
    if not waiting.whole:
        rule, text = "headers-only", "The mail server gave only the headers of this mail."
        if waiting.size > fetching.LARGEST:
            rule = "too-large"
            text = f"The mail is larger than is read ({waiting.size:,} bytes): only its headers were."
        return ForPerson((Reason(rule, text),), acknowledge=reading.request.about_event)
    verdict = decide(reading.request, book, desk.house, arrived=waiting.arrived, now=desk.clock())
    if reading.doubts and not isinstance(verdict, NotOurs):
        # What may be a machine is not told that a colleague will answer: it might answer back.
        silent = reading.mail.sender is None or _UNANSWERED & {doubt.rule for doubt in reading.doubts}
        return ForPerson((*reading.doubts, verdict.reason), acknowledge=not silent)
    return verdict


def _ignored(tx: Tx, reading: Reading) -> Ignored:
    """Set aside; if one of our letters caused it, it is noted with that letter's registration."""
    assert reading.aside is not None
    mail = reading.mail
    caused = outbox.caused_by(tx, [*mail.reported_ids, *mail.in_reply_to, *mail.references])
    kind, reason = reading.aside.kind.value, reading.aside.reason
    if caused is None:
        return Ignored(kind, reason)
    return Ignored(kind, reason, ours=True, registration=caused.registration)


def _newcomers(reading: Reading) -> list[Attendee]:
    request = reading.request
    return [*request.attendees, *(r.now for r in request.replacements)]
