"""The next mails are taken in while the last are being read, and nothing is lost or late by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from flows.killing import Unfenced
from flows.office import Office, written
from flows.test_defences import take_in
from flows.test_main_path import person, seat_for
from sqlalchemy import select

from mailbot import fetching, pipeline
from mailbot.core.reading import Reading
from mailbot.edges.fence import Crashed, ToRead
from mailbot.edges.imap import Mailbox, MailboxDown
from mailbot.edges.store import inbox
from mailbot.edges.store.schema import mails as rows


def deliver(office: Office, count: int) -> list[str]:
    """Registrations of so many people; their addresses."""
    people = [person(number) for number in range(count)]
    office.put(*(written(sender, seat_for(name)) for name, _, sender in people))
    return [address for _, address, _ in people]


def senders(office: Office) -> list[str | None]:
    return [row.sender for row in office.log()]


class Greedy(Unfenced):
    """Takes all it is given before it answers, and notes how much that was."""

    def __init__(self) -> None:
        self.taken: list[int] = []

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        given = list(mails)
        self.taken.append(len(given))
        yield from super().read_all(given)


class Stumbling(Unfenced):
    """Crashes once, at the first mail; notes how many mails are recorded when each is read."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.recorded: list[int] = []

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        for mail in mails:
            with self.office.desk.store.transaction() as tx:
                self.recorded.append(len(tx.execute(select(rows.c.id)).all()))
            if len(self.recorded) == 1:
                yield [Crashed("stumbled")]
            else:
                yield from super().read_all([mail])


@pytest.fixture(autouse=True)
def batches_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_BATCH", 2)


def test_the_readers_are_given_the_next_batch_before_the_last_is_decided(office: Office) -> None:
    reader = Greedy()
    office.desk = replace(office.desk, reader=reader)  # type: ignore[arg-type]
    addresses = deliver(office, 6)
    assert office.run().troubles == []
    assert reader.taken == [6]
    assert senders(office) == addresses, "in their order of arrival"
    assert office.postbox.count("Processed") == 6


def test_a_mail_that_is_to_be_tried_again_is_not_overtaken_by_what_is_still_to_be_fetched(
    office: Office,
) -> None:
    reader = Stumbling(office)
    office.desk = replace(office.desk, reader=reader)  # type: ignore[arg-type]
    first, second, *others = deliver(office, 6)
    office.run()
    assert senders(office) == [second, first, *others]
    assert reader.recorded == [2, 2, 2, 4, 4, 6, 6], "the first is read again before more is fetched"


def test_what_is_under_way_stays_ours_while_a_slow_mailbox_gives_more(office: Office) -> None:
    office.desk = replace(office.desk, reader=Greedy())  # type: ignore[arg-type]
    deliver(office, 2)
    take_in(office)
    seconds = office.desk.limits.lease_seconds
    taken: list[int] = []

    def slow() -> bool:
        office.clock.forward(seconds=seconds * 0.6)
        with office.desk.store.transaction() as tx:
            taken.append(len(inbox.claim(tx, "another", seconds=60, limit=9)))
        return len(taken) == 1

    handled = list(pipeline.work(office.desk, slow))
    assert taken == [0, 0, 0], "asked twice in the stream and once behind it"
    assert len(handled) == 2


def test_what_came_before_the_mailbox_broke_off_is_decided_in_the_same_round(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk = replace(office.desk, reader=Unfenced())  # type: ignore[arg-type]
    addresses = deliver(office, 4)

    def broken(*_: object, **__: object) -> None:
        raise MailboxDown("the mailbox broke off")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Mailbox, "move", broken)
        assert office.run().troubles == ["the mailbox broke off"]
    assert senders(office) == addresses
    assert {recipient.recipient for recipient in office.sink.letters} == set(addresses)
    assert office.run().troubles == []
    assert office.postbox.count("Processed") == 4
