"""The scheduled worker: the scheduler ticks, the record says what is due.

``run_once`` does everything that is due now; ``run_until_stopped`` keeps doing it. Neither raises for
a server that is down: that is said in one line, and only delays.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor as Pool  # type: ignore[import-untyped]  # ships no types
from apscheduler.schedulers.background import BackgroundScheduler  # type: ignore[import-untyped]  # ships no types

from mailbot import upkeep
from mailbot.desk import Desk
from mailbot.dispatch import Dispatcher, Round, take_over
from mailbot.edges.account import ImapAccount, SmtpAccount
from mailbot.edges.fence import FenceBroken
from mailbot.edges.imap import Mailbox, MailboxFault
from mailbot.edges.store import StoreDown, inbox, seating
from mailbot.edges.store.alone import Alone
from mailbot.intake import take_in
from mailbot.pipeline import Handled, poll, work

log = structlog.get_logger()

_UPKEEP_SECONDS = 30
_DISPATCH_SECONDS = 5
_FIRST_PAUSE = timedelta(seconds=5)
_NOTHING = 2**32 - 2  # no UID lies above it but the last there can be
_RECONCILE = timedelta(hours=1)
_LONGEST_PAUSE = timedelta(minutes=5)
_GRACE = 5.0  # seconds for the mailbox to answer, once the worker is to stop


@dataclass(frozen=True, slots=True)
class Accounts:
    """The two servers of a desk."""

    imap: ImapAccount
    smtp: SmtpAccount


@dataclass(slots=True)
class Outcome:
    """What ``run_once`` has done so far; each trouble is one line for people.

    ``waiting``: how many mails there are to handle, once it is known; those handled are among them.
    """

    waiting: int | None = None
    handled: int = 0
    sent: int = 0
    troubles: list[str] = field(default_factory=list)


@contextmanager
def awake(desk: Desk) -> Iterator[Desk]:
    """A desk ready for work: events mirrored, leases of a dead predecessor void, the reader running."""
    alone = Alone(desk.store)
    try:
        desk.reader.start()
        with desk.store.transaction() as tx:
            seating.sync_events(tx, desk.house.events)
            if alone:
                inbox.free_all(tx)
                take_over(tx, timedelta(0), alone=True)
        yield desk
    finally:
        alone.release()


def run_once(
    desk: Desk,
    accounts: Accounts,
    watch: Callable[[Handled], None] = lambda _: None,
    progress: Callable[[Outcome], None] = lambda _: None,
) -> Outcome:
    """Everything that is due now: one poll of the whole mailbox, promotions, digests, letters.

    Letters go out while mails are still being read. ``progress`` is called whenever something was done,
    from two threads. Raises StoreDown.
    """
    done = Outcome()

    def expect(count: int) -> None:
        done.waiting = done.handled + count
        progress(done)

    with awake(desk), ThreadPoolExecutor(1, "dispatch") as beside:
        finished = threading.Event()
        sending = beside.submit(_send_along, desk, accounts.smtp, finished, done, progress)
        try:
            with Mailbox(accounts.imap) as mailbox:
                for handled in poll(desk, mailbox, expect=expect):
                    done.handled += 1
                    watch(handled)
                    progress(done)
            upkeep.tick(desk)
            upkeep.beat(desk)
        except (MailboxFault, FenceBroken) as fault:
            done.troubles.append(str(fault))
            upkeep.tick(desk)
        finally:
            finished.set()
        if trouble := sending.result():
            done.troubles.append(f"letters wait: {trouble}")
    return done


def _send_along(
    desk: Desk,
    account: SmtpAccount,
    finished: threading.Event,
    done: Outcome,
    progress: Callable[[Outcome], None],
) -> str | None:
    """Send what is queued until the poll has finished, and then what is left; what stood in the way."""
    before = 0

    def watch(so_far: Round) -> None:
        done.sent = before + so_far.sent
        progress(done)

    dispatcher = Dispatcher(desk, account, watch)
    while True:
        last = finished.wait(0.2)
        sending = dispatcher.send_due()
        before = done.sent = before + sending.sent
        if last or sending.trouble:
            finished.wait()
            return sending.trouble


def rehearse(desk: Desk, account: ImapAccount, watch: Callable[[Handled], None]) -> None:
    """Read the real mailbox and decide on a scratch record; changes nothing anywhere.

    ``desk.store`` is a scratch copy. Raises MailboxFault, StoreDown, FenceBroken.
    """
    with awake(desk), Mailbox(account, readonly=True) as mailbox:
        for _ in take_in(desk, mailbox, full=True):
            for handled in work(desk):
                watch(handled)


class Worker:
    """Watches the mailbox until it is stopped; ``stop`` may be called from any thread or signal."""

    def __init__(
        self, desk: Desk, accounts: Accounts, watch: Callable[[Handled], None] = lambda _: None
    ) -> None:
        self._desk = desk
        self._accounts = accounts
        self._watch = watch
        self._stopping = threading.Event()
        self._dispatcher = Dispatcher(desk, accounts.smtp)
        self._mailbox: Mailbox | None = None
        self._watcher = Mailbox(accounts.imap, readonly=True) if accounts.imap.idle else None
        self._reconciled = datetime.min.replace(tzinfo=UTC)
        self._pauses: dict[str, tuple[int, datetime]] = {}
        self._quiet = threading.Condition()
        self._at_work = 0  # jobs
        self._hang_up = threading.Timer(_GRACE, self._cut_off)
        self._hang_up.daemon = True
        self._wanted: set[str] = set()  # ticks that need not wait for the clock
        self._scheduler = BackgroundScheduler(
            executors={"default": Pool(3)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=UTC,
        )

    def run(self) -> None:
        """Work until ``stop``: the mail in hand is finished, and letters under way have a few seconds."""
        with awake(self._desk):
            self._every(self._accounts.imap.poll_seconds, self._poll, "poll")
            self._every(_DISPATCH_SECONDS, self._dispatch, "dispatch")
            self._every(_UPKEEP_SECONDS, self._upkeep, "upkeep")
            self._scheduler.start()
            log.info("worker.started")
            try:
                self._wait_for_news()
            finally:
                self._stopping.set()
                # Shutting down, the scheduler holds a lock that a job needs to have another one tick:
                # so every job has ended before.
                with self._quiet:
                    self._quiet.wait_for(lambda: not self._at_work)
                self._scheduler.shutdown(wait=True)
                self._hang_up.cancel()
                for mailbox in (self._mailbox, self._watcher):
                    if mailbox:
                        mailbox.close()
                log.info("worker.stopped")

    def stop(self) -> None:
        if not self._stopping.is_set():
            self._stopping.set()
            self._hang_up.start()
        if self._watcher:
            self._watcher.interrupt()

    def _cut_off(self) -> None:
        """A mail server that has fallen silent does not keep the worker from ending."""
        for mailbox in (self._mailbox, self._watcher):
            if mailbox:
                mailbox.hang_up()

    def stop_on_signals(self) -> None:
        """End cleanly on SIGTERM and Ctrl-C."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop())

    def _every(self, seconds: float, job: Callable[[], None], name: str) -> None:
        self._scheduler.add_job(
            self._fenced,
            "interval",
            args=(job, name),
            seconds=seconds,
            id=name,
            next_run_time=datetime.now(UTC),
        )

    def _soon(self, name: str) -> None:
        """Tick now: something has happened that need not wait for the clock.

        A tick that is under way may have looked already: it goes round once more.
        """
        self._wanted.add(name)
        with contextlib.suppress(Exception):  # the scheduler is shutting down: nothing more to tick
            self._scheduler.modify_job(name, next_run_time=datetime.now(UTC))

    def _wait_for_news(self) -> None:
        """Sit in IDLE on a connection of its own, and have the mailbox polled when something comes."""
        listening = False
        while not self._stopping.is_set():
            if self._watcher is None:
                self._stopping.wait()
                return
            try:
                if not listening:
                    # What comes after this look is news to the watcher; what came before, to the poll.
                    self._watcher.listing(_NOTHING)
                    listening = True
                    self._soon("poll")
                if self._watcher.wait(self._accounts.imap.poll_seconds) and not self._stopping.is_set():
                    self._soon("poll")
            except MailboxFault as fault:
                listening = False
                log.info("idle.lost", why=str(fault))
                self._stopping.wait(min(self._accounts.imap.poll_seconds, 60))

    def _poll(self) -> None:
        if self._mailbox is None:
            self._mailbox = Mailbox(self._accounts.imap)
        now = self._desk.clock()
        full = now - self._reconciled >= _RECONCILE
        handled = False
        for one in poll(self._desk, self._mailbox, full=full):
            handled = True
            self._watch(one)
            if self._stopping.is_set():
                return
        if full:
            self._reconciled = now
        upkeep.beat(self._desk)
        if handled:
            self._soon("dispatch")

    def _dispatch(self) -> None:
        done = self._dispatcher.send_due(stop=self._stopping.is_set)
        if done.trouble and not self._stopping.is_set():
            raise _Trouble(done.trouble)

    def _upkeep(self) -> None:
        upkeep.tick(self._desk)

    def _fenced(self, job: Callable[[], None], name: str) -> None:
        """Run a job unless its servers failed a moment ago; a fault only delays, and is said once a try."""
        with self._quiet:
            if self._stopping.is_set():
                return
            self._at_work += 1
        try:
            self._try(job, name)
        finally:
            with self._quiet:
                self._at_work -= 1
                self._quiet.notify_all()

    def _try(self, job: Callable[[], None], name: str) -> None:
        failures, until = self._pauses.get(name, (0, datetime.min.replace(tzinfo=UTC)))
        if datetime.now(UTC) < until:
            return
        try:
            again = True
            while again and not self._stopping.is_set():
                self._wanted.discard(name)
                job()
                again = name in self._wanted
        except (MailboxFault, StoreDown, FenceBroken, _Trouble) as fault:
            pause = min(_FIRST_PAUSE * 2 ** min(failures, 10), _LONGEST_PAUSE)
            self._pauses[name] = (failures + 1, datetime.now(UTC) + pause)
            log.error(f"{name}.failed", why=str(fault), next_try_seconds=int(pause.total_seconds()))
            if name == "poll" and self._mailbox:
                self._mailbox.close()
                self._mailbox = None
        else:
            self._pauses.pop(name, None)


class _Trouble(Exception):
    """Sending could not go on; the text says why."""
