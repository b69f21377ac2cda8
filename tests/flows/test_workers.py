"""Several workers on one PostgreSQL and one mailbox: each mail decided once, each letter sent once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from flows.killing import Unfenced
from flows.office import Office, written
from flows.test_main_path import ANNA, SEAT, person, seat_for
from sqlalchemy import select

from mailbot import pipeline
from mailbot.desk import Desk
from mailbot.dispatch import Dispatcher, Round
from mailbot.edges.fence import ToRead
from mailbot.edges.imap import Mailbox
from mailbot.edges.store import Store, inbox, open_store, outbox, seating
from mailbot.edges.store.schema import mails
from mailbot.intake import take_in
from mailbot.worker import run_once

_WORKERS = 3


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    opened = open_store(postgres_url)
    yield opened
    opened.close()


@pytest.fixture
def desks(office: Office, postgres_url: str) -> Iterator[list[Desk]]:
    """Three desks of one house, each with its own store and reader."""
    office.having(capacity=20)
    stores = [open_store(postgres_url, office.clock) for _ in range(_WORKERS)]
    yield [replace(office.desk, store=one, reader=Unfenced()) for one in stores]
    for one in stores:
        one.close()


def test_three_workers_decide_each_mail_once_and_send_each_letter_once(
    office: Office, desks: list[Desk]
) -> None:
    everybody = [person(i) for i in range(36)]
    same = [written(sender, seat_for(name)) for name, _, sender in everybody]
    office.put(*same, *same[:4])  # four of them are delivered twice
    start = Barrier(_WORKERS)

    def work(desk: Desk) -> list[str]:
        start.wait()
        return run_once(desk, office.accounts).troubles

    with ThreadPoolExecutor(_WORKERS) as pool:
        troubles = [line for lines in pool.map(work, desks) for line in lines]
    assert troubles == []
    office.run()

    assert (office.seats().confirmed, office.seats().free, office.seats().waitlisted) == (20, 0, 16)
    assert Counter(office.outcomes()) == {"confirmed": 20, "waitlisted": 16, "duplicate": 4}
    assert Counter(letter.recipient for letter in office.sink.letters) == {at: 1 for _, at, _ in everybody}
    assert (office.postbox.count(), office.postbox.count("Processed")) == (0, 40)
    with office.desk.store.transaction() as tx:
        assert set(tx.execute(select(mails.c.state)).scalars()) == {"decided"}


def test_a_worker_that_was_stopped_and_wakes_up_late_changes_nothing(
    office: Office, desks: list[Desk]
) -> None:
    late, quick = desks[:2]
    office.write(ANNA, SEAT)
    with late.store.transaction() as tx:
        seating.sync_events(tx, late.house.events)
    with Mailbox(office.accounts.imap) as mailbox:
        assert list(take_in(late, mailbox, full=True)) == [1]
    with late.store.transaction() as tx:
        (mine,) = inbox.claim(tx, "late", seconds=60, limit=9)
    office.clock.forward(seconds=61)
    (handled,) = pipeline.work(quick)
    assert handled.done.outcome == "confirmed"
    (readings,) = late.reader.read_all([ToRead(mine.content, mine.arrived)])
    assert list(pipeline.decide_together([(mine, *readings)], late)) == []
    assert office.outcomes() == ["confirmed"]
    assert office.seats().confirmed == 1


def test_a_mail_taken_over_but_not_yet_decided_is_left_to_who_took_it(
    office: Office, desks: list[Desk]
) -> None:
    late = desks[0]
    office.write(ANNA, SEAT)
    with late.store.transaction() as tx:
        seating.sync_events(tx, late.house.events)
    with Mailbox(office.accounts.imap) as mailbox:
        list(take_in(late, mailbox, full=True))
    with late.store.transaction() as tx:
        (mine,) = inbox.claim(tx, "late", seconds=60, limit=9)
    office.clock.forward(seconds=61)
    with late.store.transaction() as tx:
        inbox.claim(tx, "quick", seconds=60, limit=9)
    (readings,) = late.reader.read_all([ToRead(mine.content, mine.arrived)])
    assert list(pipeline.decide_together([(mine, *readings)], late)) == []
    assert office.outcomes() == []
    with late.store.transaction() as tx:
        inbox.give_back(tx, "late")  # what is no longer ours is not ours to give back
        assert inbox.claim(tx, "third", seconds=60, limit=9) == []


def test_a_letter_whose_sender_slept_too_long_is_uncertain_and_its_late_outcome_counts_nothing(
    office: Office, desks: list[Desk]
) -> None:
    late, quick = desks[:2]
    with late.store.transaction() as tx:
        outbox.queue(
            tx, kind="received", recipient="anna@bakker.example", message="one@partos.example", letter=None,
            content=b"Subject: x\r\n\r\nx\r\n", registration=None, decision=None,
        )  # fmt: skip
        (mine,) = outbox.claim(tx, "late", [number for number, _ in outbox.due(tx, 9)], seconds=60)
    office.clock.forward(seconds=61)
    assert Dispatcher(quick, office.accounts.smtp).send_due() == Round()
    with late.store.transaction() as tx:
        assert outbox.counts(tx) == {"uncertain": 1}
        assert outbox.settle_sent(tx, [mine]) == 0
        outbox.unclaim(tx, mine, "x")
        assert outbox.counts(tx) == {"uncertain": 1}
