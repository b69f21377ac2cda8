"""The mailbox is renumbered, rebuilt, tidied; the record is restored from a backup."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flows.office import NOON, Office, written
from flows.test_main_path import ANNA, SEAT, person, seat_for
from sqlalchemy import select

from mailbot import staff
from mailbot.edges.imap import Mailbox
from mailbot.edges.store import Store, inbox, open_store
from mailbot.edges.store.schema import mails

QUESTION = "Kunt u mij vertellen wanneer jullie nieuwe kantoor opengaat? Ik schrijf er een stuk over."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path}/other.db")
    yield store
    store.close()


def test_a_renumbered_mailbox_answers_nobody_again(office: Office) -> None:
    office.put(
        *(written(f"Pers {i} <pers{i}@krant.example>", QUESTION, subject="Persvraag") for i in range(5))
    )
    office.write(ANNA, SEAT)
    office.run()
    rows = len(office.log())
    office.postbox.rebuild()
    office.write("Bert Smit <bert@smit.example>", seat_for("Bert Smit"))
    office.run()
    assert len(office.letters()) == 2
    assert len(office.log()) == rows + 1
    assert office.seats().confirmed == 2


def test_a_mail_moved_back_by_a_person_is_recognised_and_filed_again(office: Office) -> None:
    mail = written(ANNA, SEAT)
    office.put(mail)
    office.run()
    office.put(mail)
    office.run()
    assert len(office.letters()) == 1
    assert office.postbox.count() == 0


def test_an_unexplained_burst_of_old_mail_is_held_for_a_person(office: Office, empty: Store) -> None:
    """The record is lost while the mailbox holds handled mail: old mail is not answered again."""
    office.write(ANNA, SEAT)
    office.run()
    empty.clock = office.clock
    office.desk = replace(office.desk, store=empty)
    old = NOON - timedelta(days=20)
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(21))), arrived=old)
    office.write("Cora Vos <cora@vos.example>", seat_for("Cora Vos"))
    office.run()
    assert len(office.letters()) == 2  # Anna's of before, and Cora, who writes now
    assert sorted(office.outcomes()) == ["confirmed", "held"]
    (row,) = office.reviews()
    staff.approve(office.desk, row.number, actor="Ineke")
    office.run()
    assert office.seats().confirmed == 22


def test_a_few_late_mails_are_just_late(office: Office, empty: Store) -> None:
    office.write(ANNA, SEAT)
    office.run()
    empty.clock = office.clock
    office.desk = replace(office.desk, store=empty)
    old = NOON - timedelta(days=20)
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(20))), arrived=old)
    office.run()
    assert office.seats().confirmed == 20


def test_a_restored_backup_answers_what_it_knew_to_nobody(office: Office, folder_in_memory: Path) -> None:
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    office.run()
    letters = len(office.letters())
    office.desk.store.close()
    shutil.copy(folder_in_memory / "state.db", folder_in_memory / "backup.db")
    store = open_store(f"sqlite:///{folder_in_memory}/backup.db", office.clock)
    office.desk = replace(office.desk, store=store)
    office.run()
    assert len(office.letters()) == letters
    store.close()


def test_mail_from_before_since_is_left_alone(office: Office) -> None:
    office.desk = replace(office.desk, since=NOON - timedelta(days=1))
    office.put(written(ANNA, SEAT), arrived=NOON - timedelta(days=2))
    office.write("Cora Vos <cora@vos.example>", seat_for("Cora Vos"))
    office.run()
    office.run()
    assert [str(letter["To"]) for letter in office.letters()] != []
    assert office.seats().confirmed == 1
    assert office.postbox.count() == 1


@pytest.mark.parametrize("step", ["describe", "fetch"])
def test_a_mail_that_vanishes_while_it_is_taken_in_has_an_outcome(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    office.put(written("Bert Smit <bert@smit.example>", seat_for("Bert Smit")), written(ANNA, SEAT))
    original = getattr(Mailbox, step)

    def too_late(*what: Any) -> Any:
        if office.postbox.count() == 2:
            office.postbox.delete([1])
        return original(*what)

    monkeypatch.setattr(Mailbox, step, too_late)
    office.run()
    with office.desk.store.transaction() as tx:
        rows = tx.execute(select(mails.c.uid, mails.c.outcome).order_by(mails.c.uid)).all()
    assert [tuple(row) for row in rows] == [(1, "gone"), (2, "confirmed")]


def test_a_mail_that_one_answer_left_out_is_not_gone(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.write(ANNA, SEAT)
    with monkeypatch.context() as patched:
        patched.setattr(Mailbox, "fetch", lambda *_: iter(()))
        office.run()
    assert office.outcomes() == []
    office.run()
    assert office.outcomes() == ["confirmed"]


def test_a_mail_that_was_gone_and_is_back_is_read(office: Office) -> None:
    office.write(ANNA, SEAT)
    with Mailbox(office.accounts.imap) as mailbox:
        listed = mailbox.listing(None)
    with office.desk.store.transaction() as tx:
        gone = [inbox.TakenIn(uid, tx.now, 0, b"") for uid in listed.uids]
        inbox.leave(tx, "INBOX", listed.uidvalidity, gone, "gone", outcome="gone")
    office.run()
    assert office.outcomes() == ["confirmed"]
