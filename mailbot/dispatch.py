"""Letters go out: claimed with a lease, sent, their outcomes committed as they come.

A letter is ``sending`` in the record before its first byte leaves, so that a crash can't send it
twice unnoticed. What is over a cap waits; nothing is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

import structlog

from mailbot.core.base import Reason
from mailbot.core.verdict.retry import retry_at
from mailbot.desk import Desk
from mailbot.edges.account import SmtpAccount
from mailbot.edges.smtp import (
    DeskFault,
    Envelope,
    Outcome,
    Postman,
    Refused,
    Sent,
    TryLater,
    Uncertain,
    Unreachable,
)
from mailbot.edges.store import StoreDown, Tx, facts, journal, outbox
from mailbot.edges.store.journal import Entry
from mailbot.edges.store.outbox import Due

log = structlog.get_logger()

_BATCH = 40  # claimed together: a crash leaves at most so many to be sent once more
_GATHER = 0.02  # seconds: outcomes that come so soon after one another share a commit
_LOOK = 0.1  # seconds between two looks at whether to stop
_GRACE = 5.0  # seconds that letters under way have, once stopped; a server may take ten minutes
_BURST_WINDOW = timedelta(minutes=10)


@dataclass(slots=True)
class Round:
    """What one round of sending did; ``trouble`` says in one line why it could not go on."""

    sent: int = 0
    later: int = 0
    failed: int = 0
    trouble: str | None = None


class Dispatcher:
    """Sends what is due. Keeps its connections between the batches of a round, not between rounds.

    ``watch`` sees how far a round has come, from whatever thread.
    """

    def __init__(
        self, desk: Desk, account: SmtpAccount, watch: Callable[[Round], None] = lambda _: None
    ) -> None:
        self._desk = desk
        self._watch = watch
        self._account = account
        self._lease = secrets.token_hex(8)
        self._retry = timedelta(seconds=desk.limits.first_retry_seconds)
        self._untold: list[tuple[Due, Outcome]] = []  # outcomes that the record could not be told

    def send_due(self, *, stop: Callable[[], bool] = lambda: False) -> Round:
        """Send every letter that is due and under the caps.

        Once ``stop`` says so, no further letter is begun; those under way have a few seconds to end,
        and what the server was sent and has not answered is uncertain.
        """
        if self._untold:
            self._tell(Round())
        with self._desk.store.transaction() as tx:
            take_over(tx, self._retry)
            if not outbox.due(tx, 1):
                return Round()
        return asyncio.run(self._round(stop))

    async def _round(self, stop: Callable[[], bool]) -> Round:
        done = Round()
        async with Postman(self._account) as postman:
            while not stop() and not done.trouble and (batch := self._claim(done)):
                await self._deliver(postman, batch, done, stop)
        if done.sent and not done.trouble:
            with self._desk.store.transaction() as tx:
                if not outbox.due(tx, 1):  # nothing is held back by a cap any more
                    facts.clear_mark(tx, facts.PAUSED)
        return done

    def _claim(self, done: Round) -> list[Due]:
        limits = self._desk.limits
        with self._desk.store.transaction() as tx:
            room = min(
                limits.letters_per_hour - outbox.sent_since(tx, tx.now - timedelta(hours=1)),
                limits.letters_in_burst - outbox.sent_since(tx, tx.now - _BURST_WINDOW),
            )
            if room <= 0:
                if outbox.due(tx, 1):
                    done.later += 1
                    _pause(tx, "More letters than usual are due: the rest waits for the caps in [limits].")
                return []
            due = outbox.due(tx, min(room, _BATCH))
            ids = self._under_cap(tx, due)
            return outbox.claim(tx, self._lease, ids, seconds=limits.lease_seconds)

    def _under_cap(self, tx: Tx, due: list[tuple[int, str]]) -> list[int]:
        """Postpone what would be one letter too many for its address today."""
        day = timedelta(days=1)
        cap = self._desk.limits.letters_per_address_per_day
        times = outbox.sent_times(tx, list({recipient for _, recipient in due}), tx.now - day)
        chosen: list[int] = []
        planned: Counter[str] = Counter()
        for number, recipient in due:
            sent = times.get(recipient, [])
            if len(sent) + planned[recipient] < cap:
                planned[recipient] += 1
                chosen.append(number)
            else:
                outbox.postpone(tx, [number], (sent[-cap] if len(sent) >= cap else tx.now) + day)
        return chosen

    async def _deliver(
        self, postman: Postman, batch: list[Due], done: Round, stop: Callable[[], bool]
    ) -> None:
        """Send a batch; outcomes are committed as they come, those that come right after together."""
        outcomes: asyncio.Queue[tuple[Envelope, Outcome] | None] = asyncio.Queue()

        async def send() -> None:
            sender = self._account.sender.email
            envelopes = [Envelope(one.id, sender, one.recipient, one.content) for one in batch]
            try:
                async for outcome in postman.deliver(envelopes):
                    outcomes.put_nowait(outcome)
            finally:
                outcomes.put_nowait(None)

        by_number = {letter.id: letter for letter in batch}
        sending, keeping = asyncio.create_task(send()), asyncio.create_task(self._keep_lease())
        ending = asyncio.create_task(_end_with(postman, stop))
        try:
            while some := await _ready(outcomes):
                # In a thread: the disk's time is the connections' time too.
                await asyncio.to_thread(self._record, by_number, some, done)
            await sending
        finally:
            sending.cancel()
            keeping.cancel()
            ending.cancel()

    def _record(self, letters: dict[int, Due], outcomes: list[tuple[Envelope, Outcome]], done: Round) -> None:
        self._untold += [(letters[envelope.id], outcome) for envelope, outcome in outcomes]
        try:
            self._tell(done)
        except StoreDown as fault:  # kept until it is back: unrecorded, they would be sent again
            done.trouble = str(fault)

    def _tell(self, done: Round) -> None:
        """Record the outcomes that are known and not yet recorded."""
        sent = [letter for letter, outcome in self._untold if isinstance(outcome, Sent)]
        with self._desk.store.transaction() as tx:
            done.sent += outbox.settle_sent(tx, sent)
            for letter, outcome in self._untold:
                self._settle(tx, letter, outcome, done)
        self._untold.clear()
        self._watch(done)

    async def _keep_lease(self) -> None:
        """A server may take ten minutes over its answer (RFC 5321 section 4.5.3.2.6)."""
        seconds = self._desk.limits.lease_seconds
        while True:
            await asyncio.sleep(seconds / 3)
            await asyncio.to_thread(self._renew, seconds)

    def _renew(self, seconds: float) -> None:
        # Out of reach now is no reason to stop sending: the outcomes will tell.
        with contextlib.suppress(StoreDown), self._desk.store.transaction() as tx:
            outbox.renew(tx, self._lease, seconds=seconds)

    def _settle(self, tx: Tx, letter: Due, outcome: Outcome, done: Round) -> None:
        match outcome:
            case Sent():
                pass  # with all others that were
            case TryLater(reason=why):
                due_at = retry_at(letter.attempts, self._retry, queued=letter.created_at, now=tx.now)
                done.later += due_at is not None
                if due_at:
                    outbox.settle(tx, letter, "deferred", error=why, due_at=due_at)
                else:
                    self._fail(tx, letter, f"Tried for five days: {why}", done)
            case Refused(reason=why):
                self._fail(tx, letter, why, done)
            case Uncertain(reason=why):
                outbox.settle(tx, letter, "uncertain", error=why, due_at=tx.now + self._retry)
                done.later += 1
                if letter.resends:
                    _to_person(tx, letter.id, f"It may have arrived, once or twice: {why}")
            case Unreachable(reason=why):
                outbox.unclaim(tx, letter, why)
                done.later += 1
                done.trouble = why
            case DeskFault(reason=why):
                outbox.unclaim(tx, letter, why)
                done.later += 1
                done.trouble = why
                _pause(tx, why)
            case _:
                assert_never(outcome)
        log.info("letter", message_id=letter.message, outcome=type(outcome).__name__.lower())

    def _fail(self, tx: Tx, letter: Due, why: str, done: Round) -> None:
        if outbox.settle(tx, letter, "failed", error=why):
            _to_person(tx, letter.id, f"The letter could not be delivered: {why}")
            done.failed += 1


async def _end_with(postman: Postman, stop: Callable[[], bool]) -> None:
    while not stop():
        await asyncio.sleep(_LOOK)
    postman.halt()
    await asyncio.sleep(_GRACE)
    postman.hang_up()


async def _ready(
    outcomes: asyncio.Queue[tuple[Envelope, Outcome] | None],
) -> list[tuple[Envelope, Outcome]]:
    """The next outcome and all that come right behind it; empty when there are no more."""
    some: list[tuple[Envelope, Outcome]] = []
    while (outcome := await outcomes.get()) is not None:
        if not some:
            await asyncio.sleep(_GATHER)
        some.append(outcome)
        if outcomes.empty():
            return some
    if some:
        outcomes.put_nowait(None)
    return some


def take_over(tx: Tx, retry: timedelta, *, alone: bool = False) -> None:
    """Letters whose sender died are uncertain; those it may have sent twice go before a person."""
    for number in outbox.expire_leases(tx, retry, alone=alone):
        _to_person(tx, number, "It may have been sent twice; its sender stopped midway both times.")


def _pause(tx: Tx, why: str) -> None:
    """Say once, in the log that staff read, that sending stands still and why."""
    if facts.mark(tx, facts.PAUSED) is None:
        journal.write(tx, Entry("paused", (Reason("sending-paused", why),)))
    facts.set_mark(tx, facts.PAUSED, why)
    log.error("sending.paused", why=why)


def _to_person(tx: Tx, letter: int, why: str) -> None:
    about = outbox.about(tx, letter)
    entry = Entry(
        "letter-failed",
        (Reason("letter", why),),
        sender=about.recipient,
        event=about.event,
        registration=about.registration,
    )
    journal.open_review(tx, "letter", journal.write(tx, entry), letter=letter)
