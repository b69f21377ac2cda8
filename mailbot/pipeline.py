"""THE MAIN PATH: one mail, from the mailbox to a committed outcome, then filed.

mailbox → fetched → parse → triage → understand → [lock event: decide → record + letters] → file.
The raw bytes are committed first (``intake``), filing comes last; a crash anywhere between repeats
only what had not been committed. The letters go out from the outbox (``dispatch``).
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import IntegrityError

from mailbot.core.base import Context, Known, Reason
from mailbot.core.mail.message import Mail
from mailbot.core.reading import Reading
from mailbot.desk import Desk
from mailbot.edges.fence import Crashed, FenceBroken, ToRead
from mailbot.edges.imap import Mailbox, MailboxFault
from mailbot.edges.store import StoreDown, Tx, facts, glance, inbox, journal, seating
from mailbot.edges.store.glance import Traces
from mailbot.edges.store.inbox import Settled, Waiting
from mailbot.edges.store.journal import Entry
from mailbot.intake import file_away, take_in
from mailbot.judging import addresses_in, as_known, judge, members_among, own_registrations, traces_of
from mailbot.recording import Done, carry_out

log = structlog.get_logger()

_ATTEMPTS = 3  # crashes of its reader after which a mail is parked for a person
_BATCH = 50  # mails claimed together; one lease covers them

Pair = tuple[Waiting, Reading | Crashed]
Knowing = tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Handled:
    """One mail and what came of it, for whoever watches. ``reading`` is None where it had none."""

    reading: Reading | None
    done: Done


def poll(
    desk: Desk, mailbox: Mailbox, *, full: bool = True, expect: Callable[[int], None] = lambda _: None
) -> Iterator[Handled]:
    """One round of the mailbox: take in what is new (``expect`` is told how much), decide it, file it.

    A mailbox that breaks off halfway raises MailboxFault when what it gave before has been decided.
    """
    with desk.store.transaction() as tx:
        begun = tx.now
    yield from work(desk)  # what an earlier round took in and could not finish
    arriving = take_in(desk, mailbox, full=full, expect=expect)
    faults: list[MailboxFault] = []

    def more() -> bool:
        taken = False
        try:
            if not faults:
                taken = next(arriving, None) is not None
                file_away(desk, mailbox)
        except MailboxFault as fault:
            faults.append(fault)
        return taken

    yield from work(desk, more)
    if faults:
        raise faults[0]
    file_away(desk, mailbox)
    with desk.store.transaction() as tx:
        facts.set_mark(tx, facts.POLLED, "ok", begun)


def work(desk: Desk, more: Callable[[], bool] = lambda: False) -> Iterator[Handled]:
    """Read and decide everything that was taken in, in order of arrival.

    When none is left to read, ``more`` may take in the next, and tells whether it did: it is asked while
    the last ones are still being read, so that the readers never run dry.
    """
    lease = secrets.token_hex(8)
    try:
        while claimed := _claim(desk, lease, more):
            if claimed[0].attempts > _ATTEMPTS:  # taken alone: each time the whole worker died of it
                yield from _given_up(claimed[0], desk)
                continue
            renewed = time.monotonic()
            begun: deque[Waiting] = deque()
            for answers in desk.reader.read_all(_stream(claimed, desk, lease, more, begun)):
                renewed = _keep_lease(desk, lease, renewed)
                for pair, done in decide_together([(begun.popleft(), answer) for answer in answers], desk):
                    _say(*pair, done)
                    yield Handled(None if isinstance(pair[1], Crashed) else pair[1], done)
    finally:  # stopped halfway: what was not begun is free for the next round
        with contextlib.suppress(StoreDown), desk.store.transaction() as tx:
            inbox.give_back(tx, lease)


def _stream(
    claimed: list[Waiting], desk: Desk, lease: str, more: Callable[[], bool], begun: deque[Waiting]
) -> Iterator[ToRead]:
    """The mails to read, noted in ``begun``. Fresh ones follow without a pause, so that the reader never
    waits for what it read to be decided; one that was attempted before is read alone."""
    while claimed:
        begun += claimed
        for mail in claimed:
            yield ToRead(mail.content, mail.arrived)
        claimed = _claim(desk, lease, more, fresh=True) if claimed[0].attempts == 1 else []


def _given_up(waiting: Waiting, desk: Desk) -> Iterator[Handled]:
    if done := _crashed(waiting, "the worker itself ended while it was at it", desk):
        _say(waiting, Crashed(done.reason), done)
        yield Handled(None, done)


def decide_together(pairs: list[Pair], desk: Desk) -> Iterator[tuple[Pair, Done]]:
    """Decide mails that have been read, several in one commit where they are plain.

    A disk takes its time over each commit, and many small mails may wait. All of a commit's mails
    are about one event, so that no worker holds one event's lock while it waits for another's. What
    needs more (a second reading, a fault) is handled by itself, in its turn.
    """
    waiting = deque(pairs)
    while waiting:
        for pair, done in _common_commit(waiting, desk):
            waiting.popleft()
            yield pair, done
        if waiting:
            pair = waiting.popleft()
            if alone := _fenced(*pair, desk):
                yield pair, alone


def _common_commit(pairs: deque[Pair], desk: Desk) -> list[tuple[Pair, Done]]:
    """As many of the first mails as can share a commit, with their outcomes; none where one fails."""
    decided: list[tuple[Pair, Done]] = []
    settled: list[Settled] = []
    readings = _about_one_event(pairs)
    try:
        with desk.store.transaction() as tx:
            _lock_event_of(tx, desk, readings)
            members = members_among(tx, readings)
            for (waiting, _), (reading, traces) in zip(pairs, _unheard_of(tx, readings), strict=False):
                case, verdict = judge(
                    tx, desk, waiting, reading, identity=traces.identity, known=(), members=members
                )
                done = carry_out(tx, desk, case, verdict)
                decided.append(((waiting, reading), done))
                settled.append(_settled(waiting, done, traces.identity))
            inbox.settle(tx, *settled)
    except StoreDown:
        raise
    except Exception:  # noqa: BLE001 - whichever it was shows when each is handled by itself
        return []
    return decided


def _about_one_event(pairs: Iterable[Pair]) -> list[Reading]:
    """The first mails that were read and name no more than one event."""
    readings: list[Reading] = []
    events: set[str] = set()
    for _, reading in pairs:
        if isinstance(reading, Crashed):
            break
        events.update(filter(None, [reading.request.event]))
        if len(events) > 1:
            break
        readings.append(reading)
    return readings


def _lock_event_of(tx: Tx, desk: Desk, readings: list[Reading]) -> None:
    """Lock before anything is read: what the record is found not to hold, it does not hold at the end."""
    named = (reading.request.event for reading in readings if not reading.aside)
    if event := desk.house.event(next(filter(None, named), None)):
        seating.lock_event(tx, event.id)


def _unheard_of(tx: Tx, readings: list[Reading]) -> Iterator[tuple[Reading, Traces]]:
    """The first of these mails, up to one that the record may know anything of.

    It may be known by one before it, which was decided meanwhile: each is looked at in its turn.
    """
    traces = [traces_of(reading) for reading in readings]
    new: set[str] = set()
    for reading, its, known in zip(readings, traces, glance.known(tx, traces), strict=True):
        if known or not new.isdisjoint((its.identity, its.address)):
            return
        yield reading, its
        new |= {its.identity, *addresses_in(reading)} - {""}


def handle(waiting: Waiting, reading: Reading, desk: Desk) -> Done | None:
    """Bring one mail to a committed outcome; raises LeaseLost if another worker has it meanwhile.

    A mail is first read without knowing who wrote it. If the record knows the sender, it is read
    again in that light, with no lock held, until what it was read with is what the record says.
    """
    known: Knowing = ()
    while True:
        with desk.store.transaction() as tx:
            done = _attempt(tx, desk, waiting, reading, known)
        if not isinstance(done, tuple):
            return done
        known = done
        again = desk.reader.read_again(reading, Context(known))
        if isinstance(again, Crashed):
            return _crashed(waiting, again.reason, desk)
        reading = again


def _attempt(tx: Tx, desk: Desk, waiting: Waiting, reading: Reading, known: Knowing) -> Done | Knowing:
    """Decide and record one mail, or tell what it must be read with (then nothing was written).

    Raises LeaseLost at the end if another worker has it meanwhile; nothing of it may be committed then.
    """
    traces = traces_of(reading)
    if before := inbox.decided_before(tx, traces.identity):
        done = _decided_before(tx, waiting, reading.mail, before)
    else:
        own = own_registrations(tx, reading, traces)
        if (now_known := tuple(as_known(registration) for registration in own)) != known:
            return now_known
        members = members_among(tx, [reading])
        case, verdict = judge(
            tx, desk, waiting, reading, identity=traces.identity, known=own, members=members
        )
        done = carry_out(tx, desk, case, verdict)
    inbox.settle(tx, _settled(waiting, done, traces.identity))
    return done


def _settled(waiting: Waiting, done: Done, identity: str | None) -> Settled:
    return Settled(waiting.id, waiting.lease, done.outcome, done.reason, identity, done.goes_to)


def _keep_lease(desk: Desk, lease: str, renewed: float) -> float:
    """Renew the lease of a batch well before it ends; when it was renewed last."""
    now = time.monotonic()
    if now - renewed < desk.limits.lease_seconds / 3:
        return renewed
    with desk.store.transaction() as tx:
        inbox.renew(tx, lease, seconds=desk.limits.lease_seconds)
    return now


def _claim(desk: Desk, lease: str, more: Callable[[], bool], *, fresh: bool = False) -> list[Waiting]:
    """The next mails to read. More are taken in only when none waits, also of those attempted before; a
    mailbox may be slow, so the lease of what is under way is renewed first."""
    seconds = desk.limits.lease_seconds
    while True:
        with desk.store.transaction() as tx:
            claimed = inbox.claim(tx, lease, seconds=seconds, limit=_BATCH, fresh=fresh)
            left = bool(claimed) or (fresh and inbox.waits(tx))
            if not left:
                inbox.renew(tx, lease, seconds=seconds)
        if left or not more():
            return claimed


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
    except (StoreDown, FenceBroken):  # no mail's fault
        raise
    except inbox.LeaseLost:
        return None
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
        done = Done("parked", "review", reason.text)
        inbox.settle(tx, _settled(waiting, done, None))
    return done


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
