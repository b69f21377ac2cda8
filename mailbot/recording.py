"""A verdict becomes rows and letters, all in the transaction that decided it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from mailbot.core.base import Address, Attendee, Event, Reason, Status
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.verdict.book import Place, Registration, Seats
from mailbot.core.verdict.outcome import (
    Accepted,
    AlreadyRegistered,
    Cancelled,
    Changed,
    Closed,
    Confirmed,
    Declined,
    ForPerson,
    Ignored,
    MemberTold,
    NotOurs,
    Over,
    StatusTold,
    Verdict,
    Waitlisted,
)
from mailbot.core.verdict.same import email_key
from mailbot.core.writing.letter import Calendar, Letter, LetterKind
from mailbot.desk import Desk
from mailbot.edges.store import Tx, journal, record
from mailbot.edges.store.journal import Entry
from mailbot.posting import post, standings
from mailbot.promotion import promote


@dataclass(frozen=True, slots=True)
class Case:
    """One mail that is being decided, as far as the record needs to know it."""

    request: Request
    sender: Address | None  # who is written to; None: nobody can be
    arrived: datetime
    uid: int
    mail: int | None = None
    identity: str | None = None
    message: str | None = None
    written_by: str | None = None
    subject: str | None = None
    thread: dict[str, Any] = field(default_factory=dict)
    event: Event | None = None
    seats: Seats | None = None
    actor: str = "mailbot"
    source: str = "email"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: the log's outcome, and where the mail belongs (None: it stays)."""

    outcome: str
    goes_to: str | None
    reason: str
    letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Effect:
    """What one verdict did: its name in the log, the registration it touched, the letter it causes."""

    outcome: str
    goes_to: str | None = "processed"
    registration: Registration | None = None
    code: str | None = None
    letter: Letter | None = None
    freed: bool = False


def carry_out(tx: Tx, desk: Desk, case: Case, verdict: Verdict) -> Done:
    """Record a verdict: rows, log, letters, what waits for a person, and who moves up.

    The event of the case is locked. Raises ``seating.NoSeat`` if the verdict rests on a wrong count.
    """
    effect = _apply(tx, case, verdict)
    asks = case.request.has_question and not isinstance(verdict, (ForPerson, NotOurs, Ignored))
    code = effect.registration.code if effect.registration else effect.code
    letter = replace(effect.letter, question=asks or effect.letter.question) if effect.letter else None
    if case.sender is None or (isinstance(verdict, ForPerson) and not _told(desk, verdict)):
        letter = None
    letters = (letter.kind.value,) if letter else ()
    decision = journal.write(tx, _entry(case, verdict, effect.outcome, code, asks, letters))
    if isinstance(verdict, ForPerson):
        journal.open_review(tx, "decide", decision, mail=case.mail, request=case.request)
    elif asks:
        journal.open_review(tx, "question", decision, mail=case.mail, request=case.request)
        effect = replace(effect, goes_to="review")
    if letter:
        post(tx, desk, letter, decision=decision, registration=effect.registration)
    registered = isinstance(verdict, (Confirmed, Waitlisted))  # with its thread
    if effect.registration and not registered and case.thread and _is_contact(case, effect.registration):
        record.set_thread(tx, effect.registration.id, case.thread, case.request.lang)
    if effect.freed and case.event:
        promote(tx, desk, case.event)
    return Done(effect.outcome, effect.goes_to, verdict.reason.text, letters)


def _told(desk: Desk, verdict: ForPerson) -> bool:
    """Whether the sender is told that a colleague will answer."""
    return verdict.acknowledge and desk.house.acknowledge


def _is_contact(case: Case, registration: Registration) -> bool:
    """Later letters go to the contact: they answer the contact's own mails, not a colleague's."""
    return case.sender is not None and email_key(case.sender.email) == email_key(registration.contact.email)


def _entry(
    case: Case, verdict: Verdict, outcome: str, code: str | None, asks: bool, letters: tuple[str, ...]
) -> Entry:
    reasons = verdict.reasons if isinstance(verdict, ForPerson) else (verdict.reason,)
    if asks:
        reasons += (Reason("question", "It also asks something a person has to answer."),)
    reasons += tuple(reason for reason in case.request.reasons if reason not in reasons)
    return Entry(
        outcome=outcome,
        reasons=reasons,
        actor=case.actor,
        mail=case.mail,
        identity=case.identity,
        message=case.message,
        sender=case.written_by,
        subject=case.subject,
        intent=case.request.intent.value,
        event=case.event.id if case.event else case.request.event,
        registration=code,
        letters=letters,
        evidence=case.request.evidence,
        seats=case.seats,
    )


def _apply(tx: Tx, case: Case, verdict: Verdict) -> _Effect:
    match verdict:
        case Confirmed(attendees=party):
            registration = _register(tx, case, party, Status.CONFIRMED)
            letter = _letter(case, LetterKind.CONFIRMED, registration, calendar=Calendar.REQUEST)
            return _Effect("confirmed", registration=registration, letter=letter)
        case Waitlisted(attendees=party):
            registration = _register(tx, case, party, Status.WAITLISTED)
            return _Effect(
                "waitlisted",
                registration=registration,
                letter=_letter(case, LetterKind.WAITLISTED, registration),
            )
        case AlreadyRegistered(registration=known, places=places):
            letter = _letter(case, LetterKind.ALREADY, known, places)
            return _Effect("already", registration=known, letter=letter)
        case Cancelled():
            return _cancel(tx, case, verdict)
        case Changed():
            return _change(tx, case, verdict)
        case Accepted(registration=offered, places=places):
            for place in places:
                record.set_status(tx, offered.event, place.id, Status.CONFIRMED)
            record.set_offer(tx, offered.id, None)
            now = record.registration(tx, offered.id)
            letter = _letter(case, LetterKind.CONFIRMED, now, calendar=Calendar.REQUEST)
            return _Effect("accepted", registration=now, letter=letter)
        case Declined(registration=declined, places=places):
            if declined is None:
                return _Effect("declined", letter=_letter(case, LetterKind.DECLINED))
            for place in places:
                record.set_status(tx, declined.event, place.id, Status.CANCELLED)
            record.set_offer(tx, declined.id, None)
            letter = _letter(case, LetterKind.DECLINED, declined, ())
            return _Effect("declined", registration=declined, letter=letter, freed=True)
        case StatusTold(registrations=known):
            every = tuple(place for registration in known for place in registration.places)
            letter = _letter(case, LetterKind.STATUS, known[0], every)
            return _Effect("status", registration=known[0], letter=letter)
        case MemberTold():
            return _Effect("member", letter=_letter(case, LetterKind.MEMBER))
        case Closed(opens=opens):
            return _Effect("closed", letter=_letter(case, LetterKind.CLOSED, opens=opens))
        case Over():
            return _Effect("over", letter=_letter(case, LetterKind.OVER))
        case ForPerson():
            asks = case.request.has_question or case.request.intent is Intent.QUESTION
            letter = _letter(case, LetterKind.RECEIVED)
            return _Effect("review", goes_to="review", letter=replace(letter, question=asks))
        case NotOurs():
            return _Effect("not_ours", goes_to=None)
        case Ignored(kind=kind, ours=ours, registration=code):
            return _Effect(kind, goes_to="processed" if ours else None, code=code)
        case _:
            assert_never(verdict)


def _register(tx: Tx, case: Case, party: tuple[Attendee, ...], status: Status) -> Registration:
    assert case.event is not None
    assert case.sender is not None
    number, code = record.add_registration(
        tx,
        case.event.id,
        case.sender,
        case.request.lang,
        source=case.source,
        arrived=case.arrived,
        uid=case.uid,
        mail=case.mail,
        thread=case.thread or None,
    )
    places = tuple(
        Place(record.add_place(tx, number, case.event.id, attendee, status), attendee, status)
        for attendee in party
    )
    if status is Status.WAITLISTED:  # only the record knows their places in the queue
        return record.registration(tx, number)
    event, lang = case.event.id, case.request.lang
    return Registration(number, code, event, case.sender, lang, case.source, places)


def _cancel(tx: Tx, case: Case, verdict: Cancelled) -> _Effect:
    for registration in verdict.registrations:
        for place in verdict.places:
            if place in registration.places:
                record.set_status(tx, registration.event, place.id, Status.CANCELLED)
        record.next_sequence(tx, registration.id)
        offered = {place.id for place in registration.places if place.status is Status.OFFERED}
        if offered <= {place.id for place in verdict.places}:  # else the rest of it can still run out
            record.set_offer(tx, registration.id, None)
    now = [record.registration(tx, registration.id) for registration in verdict.registrations]
    staying = tuple(place for registration in now for place in registration.active)
    had_seat = any(place.status is Status.CONFIRMED for place in verdict.places)
    letter = replace(
        _letter(case, LetterKind.CANCELLED, now[0], staying),
        former=tuple(place.attendee for place in verdict.places),
        calendar=Calendar.CANCEL if had_seat and not staying else None,
    )
    return _Effect("cancelled", registration=now[0], letter=letter, freed=True)


def _change(tx: Tx, case: Case, verdict: Changed) -> _Effect:
    for place, person in verdict.changes:
        record.set_person(tx, place.id, person)
    record.next_sequence(tx, verdict.registration.id)
    now = record.registration(tx, verdict.registration.id)
    seated = any(place.status is Status.CONFIRMED for place in now.active)
    letter = replace(
        _letter(case, LetterKind.CHANGED, now, now.active, calendar=Calendar.REQUEST if seated else None),
        former=tuple(
            place.attendee for place, person in verdict.changes if place.attendee.name != person.name
        ),
    )
    return _Effect("changed", registration=now, letter=letter)


def _letter(
    case: Case,
    kind: LetterKind,
    registration: Registration | None = None,
    places: tuple[Place, ...] | None = None,
    *,
    calendar: Calendar | None = None,
    opens: datetime | None = None,
) -> Letter:
    if places is None:
        places = registration.places if registration else ()
    waiting = [place.position for place in places if place.position]
    return Letter(
        kind=kind,
        lang=case.request.lang,
        to=case.sender or Address(""),
        event=case.event.id if case.event else None,
        registration=registration.code if registration else None,
        people=standings(places),
        position=min(waiting) if waiting else None,
        opens=opens,
        calendar=calendar,
        sequence=registration.sequence if registration else 0,
        reply_to_id=case.thread.get("reply_to_id", ""),
        references=tuple(case.thread.get("references", ())),
        subject=case.thread.get("subject", ""),
    )
