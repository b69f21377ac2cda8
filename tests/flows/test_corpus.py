"""All 150 mails of the corpus through the whole path, as they would have come in."""

from __future__ import annotations

import json
from collections import Counter
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from flows.office import Office
from sqlalchemy import select

from mailbot.edges.store.schema import mails

CORPUS = sorted((Path(__file__).parent.parent / "mails" / "corpus").glob("*.eml"))


@pytest.fixture
def after(office: Office) -> Office:
    """The office after the corpus came in."""
    contents = [path.read_bytes() for path in CORPUS]
    with office.postbox.client() as client:
        for content in contents:
            client.append(
                "INBOX", content, msg_time=parsedate_to_datetime(message_from_bytes(content)["Date"])
            )
    assert office.run().handled == 150
    return office


def test_every_mail_has_an_outcome_and_everybody_who_wrote_about_an_event_has_one_letter(
    after: Office,
) -> None:
    labels = [json.loads(path.with_suffix(".json").read_text()) for path in CORPUS]
    with after.desk.store.transaction() as tx:
        rows = tx.execute(
            select(mails.c.outcome, mails.c.goes_to).order_by(mails.c.arrived, mails.c.uid)
        ).all()
    assert len(rows) == 150
    assert all(row.outcome for row in rows)

    answered = {row.message: row for row in after.log() if row.letters}
    wrong = []
    for path, label in zip(CORPUS, labels, strict=True):
        mail = message_from_bytes(path.read_bytes())
        row = answered.get(str(mail["Message-ID"]).strip("<> "))
        letters = len(row.letters) if row else 0
        if letters != {"ignore": 0, "other": letters}.get(label["intent"], 1):
            wrong.append((path.stem, letters))
    # What a board member pays names no event and is not seen to be about one: nobody is told.
    assert {name for name, _ in wrong} <= {"053-can-member-bring-guest"}
    # Who waits and then gets a freed seat has two letters on their one mail, but never one letter twice.
    written = Counter((message["In-Reply-To"], message["Subject"]) for message in after.letters())
    assert max(written.values()) == 1
    # Every letter that went out is one that the log tells of.
    assert len(after.letters()) == sum(len(row.letters) for row in after.log())

    folders = Counter(row.goes_to for row in rows)
    assert after.postbox.count("Processed") == folders["processed"]
    assert after.postbox.count("Review") == folders["review"]
    assert after.postbox.count() == folders[None]
    assert all("\\Seen" not in mail.flags for mail in after.postbox.mails())

    letters, log = len(after.letters()), len(after.log())
    assert after.run().handled == 0
    assert (len(after.letters()), len(after.log())) == (letters, log)
