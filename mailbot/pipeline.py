"""THE MAIN PATH: one mail, from the mailbox to a committed outcome, then filed.

mailbox → fetched → parse → triage → understand → [lock event: decide → record + letters] → file.
The raw bytes are committed first (``intake``), filing comes last; a crash anywhere between repeats
only what had not been committed. The letters go out from the outbox (``dispatch``).
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import IntegrityError

from mailbot.core.base import Attendee, Context, Known, Reason
from mailbot.core.mail.message import Mail
from mailbot.core.reading import Reading
from mailbot.core.verdict import decide
from mailbot.core.verdict.book import Book, Registration, Seats
from mailbot.core.verdict.existing import may_speak_for
from mailbot.core.verdict.outcome import ForPerson, Ignored, NotOurs, Verdict
from mailbot.core.verdict.public import PUBLIC_DOMAINS
from mailbot.desk import Desk
from mailbot.edges.fence import Crashed, ToRead
from mailbot.edges.imap import Mailbox
from mailbot.edges.store import StoreDown, Tx, inbox, journal, outbox, record
from mailbot.edges.store.inbox import Waiting
from mailbot.edges.store.journal import Entry
from mailbot.intake import file_away, take_in
from mailbot.posting import thread_of
from mailbot.recording import Case, Done, carry_out

log = structlog.get_logger()

_ATTEMPTS = 3  # crashes of its reader after which a mail is parked for a person
_BATCH = 50  # mails claimed together; one lease covers them
_CODE = re.compile(r"\b[2-9A-HJKMNP-TV-Z]{6}\b")


@dataclass(frozen=True, slots=True)
class Handled:
    """One mail and what came of it, for whoever watches. ``reading`` is None where it had none."""

    reading: Reading | None
    done: Done


def poll(desk: Desk, mailbox: Mailbox, *, full: bool = True) -> Iterator[Handled]:
    """One round of the mailbox: take in what is new, decide it, file it."""
    yield from work(desk)  # what an earlier round took in and could not finish
    file_away(desk, mailbox)
    for _ in take_in(desk, mailbox, full=full):
        yield from work(desk)
        file_away(desk, mailbox)
    yield from work(desk)
    file_away(desk, mailbox)


def work(desk: Desk) -> Iterator[Handled]:
    """Read and decide everything that was taken in."""
    lease = secrets.token_hex(8)
    try:
        while claimed := _claim(desk, lease):
            readings = desk.reader.read_all(ToRead(mail.content, mail.arrived) for mail in claimed)
            renewed = time.monotonic()
            for waiting, reading in zip(claimed, readings, strict=True):
                renewed = _keep_lease(desk, lease, renewed)
                if done := _fenced(waiting, reading, desk):
                    _say(waiting, reading, done)
                    yield Handled(None if isinstance(reading, Crashed) else reading, done)
    finally:  # stopped halfway: what was not begun is free for the next round
        with contextlib.suppress(StoreDown), desk.store.transaction() as tx:
            inbox.give_back(tx, lease)


def _keep_lease(desk: Desk, lease: str, renewed: float) -> float:
    """Renew the lease of a batch well before it ends; when it was renewed last."""
    now = time.monotonic()
    if now - renewed < desk.limits.lease_seconds / 3:
        return renewed
    with desk.store.transaction() as tx:
        inbox.renew(tx, lease, seconds=desk.limits.lease_seconds)
    return now


def _claim(desk: Desk, lease: str) -> list[Waiting]:
    with desk.store.transaction() as tx:
        return inbox.claim(tx, lease, seconds=desk.limits.lease_seconds, limit=_BATCH)


def handle(waiting: Waiting, reading: Reading, desk: Desk) -> Done | None:
    """Bring one mail to a committed outcome; None if its lease was lost to another worker.

    A mail is first read without knowing who wrote it. If the record knows the sender, it is read
    again in that light, with no lock held, until what it was read with is what the record says.
    """
    identity = identity_of(reading.mail)
    known: tuple[Known, ...] = ()
    while True:
        with desk.store.transaction() as tx:
            if not inbox.holds(tx, waiting.id, waiting.lease):
                return None
            if before := inbox.decided_before(tx, identity):
                done = _decided_before(tx, waiting, reading.mail, before)
                inbox.settle(tx, waiting.id, done.outcome, done.reason, identity, done.goes_to)
                return done
            own = _own(tx, reading)
            now_known = tuple(_as_known(registration) for registration in own)
            if now_known == known:
                case, verdict = _judge(tx, desk, waiting, reading, identity, own)
                done = carry_out(tx, desk, case, verdict)
                inbox.settle(tx, waiting.id, done.outcome, done.reason, identity, done.goes_to)
                return done
        known = now_known
        again = desk.reader.read_again(reading, Context(known))
        if isinstance(again, Crashed):
            return _crashed(waiting, again.reason, desk)
        reading = again


def identity_of(mail: Mail) -> str:
    """What makes two deliveries one mail: its Message-ID and its digest.

    The ID alone is the sender's to choose; somebody could send first with another's.
    """
    return hashlib.sha256(f"{mail.message_id}\n{mail.digest}".encode()).hexdigest()


def _own(tx: Tx, reading: Reading) -> list[Registration]:
    """The registrations that the sender may speak for."""
    mail = reading.mail
    if reading.aside or mail.sender is None:
        return []
    found = record.find_registrations(
        tx,
        address=mail.sender.email,
        answers=[*mail.in_reply_to, *mail.references],
        codes=_codes(f"{mail.subject}\n{mail.text}"),
    )
    return [r for r in found if may_speak_for(mail.sender, r, PUBLIC_DOMAINS)]


def _as_known(registration: Registration) -> Known:
    people = tuple((place.attendee, place.status) for place in registration.places)
    contact = registration.contact.email
    return Known(registration.code, registration.event, contact, people, registration.in_thread)


def _codes(text: str) -> list[str]:
    return list(dict.fromkeys(_CODE.findall(text)))[:20]


def _judge(
    tx: Tx, desk: Desk, waiting: Waiting, reading: Reading, identity: str, known: list[Registration]
) -> tuple[Case, Verdict]:
    """Lock the event, read the record, decide."""
    mail, request = reading.mail, reading.request
    named = request.event or (known[0].event if len({r.event for r in known}) == 1 else None)
    event = desk.house.event(named)
    seats = Seats(0, 0)
    book = Book(event, seats)
    if event and not reading.aside:
        record.lock_event(tx, event.id)
        seats = record.count_seats(tx, event.id)
    if mail.sender and not reading.aside:
        book = Book(
            event,
            seats,
            # The event is locked only now: what was read before may have changed meanwhile.
            tuple(record.again(tx, registration) for registration in known),
            record.find_namesakes(tx, event.id, _newcomers(reading)) if event else (),
            record.member_of(tx, mail.sender.domain),
        )
    doubted = bool(reading.doubts)
    case = Case(
        request=request,
        sender=mail.sender if doubted else mail.reply_to or mail.sender,
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
    return case, _verdict(tx, desk, waiting, reading, book)


def _verdict(tx: Tx, desk: Desk, waiting: Waiting, reading: Reading, book: Book) -> Verdict:
    if reading.aside:
        return _ignored(tx, reading)
    if not waiting.whole:
        text = f"The mail is larger than is read ({waiting.size:,} bytes): only its headers were."
        return ForPerson((Reason("too-large", text),), acknowledge=reading.request.about_event)
    verdict = decide(reading.request, book, desk.house, arrived=waiting.arrived, now=desk.clock())
    if reading.doubts and not isinstance(verdict, NotOurs):
        return ForPerson((*reading.doubts, verdict.reason), acknowledge=reading.mail.sender is not None)
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


def _decided_before(tx: Tx, waiting: Waiting, mail: Mail, goes_to: inbox.Before) -> Done:
    reason = Reason("redelivered", "This mail was delivered again; it was decided the first time.")
    journal.write(
        tx,
        Entry(
            "duplicate",
            (reason,),
            mail=waiting.id,
            message=mail.message_id or None,
            sender=mail.sender.email if mail.sender else None,
            subject=mail.subject,
        ),
    )
    return Done("duplicate", goes_to.goes_to, reason.text)


def _fenced(waiting: Waiting, reading: Reading | Crashed, desk: Desk) -> Done | None:
    """Handle one mail so that nothing it causes reaches the next one (promise 6)."""
    if isinstance(reading, Crashed):
        return _crashed(waiting, reading.reason, desk)
    try:
        return handle(waiting, reading, desk)
    except StoreDown:
        raise
    except IntegrityError:
        # Another worker decided the same mail, or the same person, a moment ago: decide anew on what
        # now stands. The attempt counts, so that this can't go round for ever.
        return _crashed(waiting, "recorded by another worker at the same moment", desk)
    except Exception as fault:  # a bug of ours: recorded, the mail stays, the next one is handled
        log.exception("mail.failed", mail=waiting.id, message_id=reading.mail.message_id)
        return _crashed(waiting, f"{type(fault).__name__}: {fault}"[:300], desk)


def _crashed(waiting: Waiting, why: str, desk: Desk) -> Done | None:
    """Try a mail again, or park it for a person after the third time."""
    with desk.store.transaction() as tx:
        if not inbox.holds(tx, waiting.id, waiting.lease):
            return None
        if waiting.attempts < _ATTEMPTS:
            inbox.free(tx, waiting.lease, [waiting.id])
            log.warning("mail.retried", mail=waiting.id, attempts=waiting.attempts, why=why)
            return None
        reason = Reason("unreadable", f"The mail could not be handled in {_ATTEMPTS} attempts: {why}.")
        entry = Entry("parked", (reason,), mail=waiting.id)
        journal.open_review(tx, "unreadable", journal.write(tx, entry), mail=waiting.id)
        inbox.settle(tx, waiting.id, "parked", reason.text, None, "review")
    return Done("parked", "review", reason.text)


def _say(waiting: Waiting, reading: Reading | Crashed, done: Done) -> None:
    """One line per decision, with the Message-ID; nothing a stranger wrote can break it."""
    mail = None if isinstance(reading, Crashed) else reading.mail
    log.info(
        "mail.decided",
        message_id=mail.message_id if mail else None,
        uid=waiting.uid,
        outcome=done.outcome,
        reason=done.reason,
        letters=list(done.letters),
    )
