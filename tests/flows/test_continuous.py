"""The worker that runs until it is stopped: it answers at once, and outages of its servers only delay."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from flows.killing import Unfenced
from flows.office import Office, written
from flows.test_main_path import ANNA, SEAT, person, seat_for
from servers.imap_proxy import ImapProxy, Instead
from servers.smtp import Fault

from mailbot import dispatch, worker
from mailbot.desk import Desk
from mailbot.edges.store import facts, outbox
from mailbot.pipeline import Handled
from mailbot.worker import Worker

ANNAS = "anna@bakker.example"
_PATIENCE = 30  # seconds until a test gives up waiting for what must come


@dataclass
class Watched:
    """What the worker has handled, and waiting for it."""

    seen: list[Handled] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __call__(self, handled: Handled) -> None:
        with self.changed:
            self.seen.append(handled)
            self.changed.notify_all()

    def wait_for(self, count: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.seen) >= count, _PATIENCE), self.seen


@contextmanager
def working(office: Office, *, poll_seconds: float) -> Iterator[Watched]:
    """A worker at work; stopped, and waited for, at the end."""
    imap = replace(office.accounts.imap, idle=True, poll_seconds=poll_seconds)
    watched = Watched()
    desk = replace(office.desk, reader=Unfenced())  # type: ignore[arg-type]
    one = Worker(desk, replace(office.accounts, imap=imap), watched)
    thread = threading.Thread(target=one.run, name="worker-under-test")
    thread.start()
    try:
        yield watched
    finally:
        one.stop()
        thread.join(_PATIENCE)
    assert not thread.is_alive()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_DISPATCH_SECONDS", 0.1)
    monkeypatch.setattr(worker, "_FIRST_PAUSE", timedelta(seconds=0.05))
    monkeypatch.setattr(worker, "_LONGEST_PAUSE", timedelta(seconds=0.2))


def test_a_mail_is_answered_when_it_comes_and_not_when_the_next_poll_is_due(office: Office) -> None:
    office.write(ANNA, SEAT)
    with working(office, poll_seconds=3600) as watched:
        watched.wait_for(1)
        for i in range(1, 4):
            name, _, sender = person(i)
            office.write(sender, seat_for(name))
            watched.wait_for(1 + i)
        office.sink.wait_for(4, _PATIENCE)
    assert office.seats().confirmed == 4
    assert office.postbox.count("Processed") == 4


def test_stopped_while_many_wait_it_ends_after_the_mail_in_hand_and_goes_on_next_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(20))))
    with working(office, poll_seconds=3600) as watched:
        watched.wait_for(1)
    office.run()
    assert office.seats().confirmed == 20
    assert len(office.letters()) == 20


def test_letters_wait_for_a_mail_server_that_is_down_and_go_when_it_is_back(office: Office) -> None:
    office.sink.stop()
    office.write(ANNA, SEAT)
    with working(office, poll_seconds=3600) as watched:
        watched.wait_for(1)
        office.sink.start()
        office.sink.wait_for(1, _PATIENCE)
    assert len(office.letters(ANNAS)) == 1


def test_mail_is_read_again_when_the_mailbox_is_back(office: Office, request: pytest.FixtureRequest) -> None:
    server = office.postbox.server
    office.write(ANNA, SEAT)
    with working(office, poll_seconds=0.2) as watched:
        watched.wait_for(1)
        server.stop()
        request.addfinalizer(lambda: server.start() if server.process.child is None else None)
        server.start()
        name, _, sender = person(1)
        office.write(sender, seat_for(name))
        watched.wait_for(2)
        office.sink.wait_for(2, _PATIENCE)
    assert office.seats().confirmed == 2


def test_check_can_see_that_it_lives(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    finished, plain = threading.Event(), worker.upkeep.beat

    def beat(desk: Desk) -> None:
        plain(desk)
        finished.set()

    monkeypatch.setattr(worker.upkeep, "beat", beat)
    with working(office, poll_seconds=3600):
        assert finished.wait(_PATIENCE)
    with office.desk.store.transaction() as tx:
        assert facts.mark(tx, facts.HEARTBEAT) is not None


def test_a_bug_in_one_job_stops_neither_the_others_nor_the_worker(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(_: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr(worker.upkeep, "tick", bug)
    with working(office, poll_seconds=3600) as watched:
        office.write(ANNA, SEAT)
        watched.wait_for(1)
        office.sink.wait_for(1, _PATIENCE)
    assert len(office.letters(ANNAS)) == 1


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        pytest.param(Fault.HANG_AFTER_DOT, {"uncertain": 1}, id="sent, and not answered"),
        pytest.param(Fault.HANG_AT_RCPT, {"queued": 1}, id="not sent yet"),
    ],
)
def test_stopped_while_the_mail_server_is_silent_the_worker_ends_and_the_record_is_right(
    office: Office, monkeypatch: pytest.MonkeyPatch, fault: Fault, state: dict[str, int]
) -> None:
    monkeypatch.setattr(dispatch, "_GRACE", 0)
    office.sink.fail(ANNAS, fault, times=1)
    office.write(ANNA, SEAT)
    with working(office, poll_seconds=3600):  # which waits, at its end, for the worker to end
        assert office.sink.hanging.wait(_PATIENCE)
    with office.desk.store.transaction() as tx:
        assert outbox.counts(tx) == state
    office.clock.forward(hours=1)
    office.run()
    with office.desk.store.transaction() as tx:
        assert outbox.counts(tx) == {"sent": 1}
    assert len({letter["Message-ID"] for letter in office.letters(ANNAS)}) == 1


@pytest.mark.parametrize("command", ["LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "DONE"])
def test_stopped_while_the_mailbox_is_silent_the_worker_ends_long_before_its_timeout(
    office: Office, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(worker, "_GRACE", 0.1)
    office.write(ANNA, SEAT)
    with ImapProxy(office.accounts.imap.port) as proxy:
        proxy.instead = [Instead(command)]
        through = replace(
            office.accounts.imap, host=proxy.host, port=proxy.port, idle=True, poll_seconds=3600
        )
        desk = replace(office.desk, reader=Unfenced())  # type: ignore[arg-type]
        one = Worker(desk, replace(office.accounts, imap=through))
        thread = threading.Thread(target=one.run, name="worker-under-test")
        thread.start()
        assert proxy.silent.wait(_PATIENCE) if command != "DONE" else office.sink.wait_for(1, _PATIENCE)
        one.stop()
        thread.join(_PATIENCE)  # half the time that a silent server is given
        assert not thread.is_alive()


def test_stopped_while_letters_are_under_way_they_have_time_to_end(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reply comes after the signal: the letter was sent, and the record says so."""
    stopped, plain = threading.Event(), Worker.stop

    def stop(one: Worker) -> None:
        plain(one)
        stopped.set()

    monkeypatch.setattr(Worker, "stop", stop)
    office.sink.hold(ANNAS, until=stopped)
    office.write(ANNA, SEAT)
    with working(office, poll_seconds=3600):
        office.sink.wait_for(1, _PATIENCE)
    with office.desk.store.transaction() as tx:
        assert outbox.counts(tx) == {"sent": 1}
