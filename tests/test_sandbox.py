"""The sandbox: a house moved to the near future, its mails, its servers, and the whole of it once."""

from __future__ import annotations

import re
import smtplib
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path

import pytest
from imapclient import IMAPClient

from mailbot.config import load
from mailbot.core.base import House
from mailbot.core.mail.reader import parse
from mailbot.sandbox_house import WORKSHOP, WORKSHOP_SEATS, config_text, moved, packaged_config
from mailbot.sandbox_mail import sample_mails, written
from mailbot.sandbox_servers import PASSWORD, Servers

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def house() -> House:
    return load(packaged_config(), secrets=False).house


def text_of(house: House) -> str:
    return config_text(
        house, imap_port=1143, smtp_port=1025, username="sandbox", password="x", templates=None
    )


def test_the_first_event_is_four_weeks_away_at_its_own_hour(house: House) -> None:
    event = moved(house, TODAY).events[0]
    assert event.starts.isoformat() == "2026-12-21T14:30:00+01:00"
    assert event.ends - event.starts == house.events[0].ends - house.events[0].starts
    assert event.registration_opens
    assert event.registration_opens < NOW < event.closes


def test_a_later_event_keeps_its_distance(house: House) -> None:
    first = house.events[0]
    later = replace(
        first, id="meetup-5", starts=first.starts + timedelta(days=63), ends=first.ends + timedelta(days=63)
    )
    events = moved(replace(house, events=(later, first)), TODAY).events
    assert [event.id for event in events] == ["meetup-4", "meetup-5", WORKSHOP]
    assert events[1].starts - events[0].starts == timedelta(days=63)


def test_a_house_without_events_can_be_played_with(house: House) -> None:
    (only,) = moved(replace(house, events=()), TODAY).events
    assert only.id == WORKSHOP


def test_what_is_written_is_read_as_the_same_house(house: House, tmp_path: Path) -> None:
    played = moved(house, TODAY)
    tricky = replace(played.events[0], title='4th "Meet\\Up" – Œuvre', subtitle="")
    played = replace(played, events=(tricky, *played.events[1:]))
    path = tmp_path / "config.toml"
    path.write_text(text_of(played), "utf-8")
    assert load(path).house.events == played.events
    assert load(path).house.payment == played.payment


def test_twenty_mails_of_many_kinds_in_order_of_arrival(house: House) -> None:
    played = moved(house, TODAY)
    mails = sample_mails(played, NOW)
    assert len(mails) == 20
    assert all(earlier < later for (_, earlier), (_, later) in pairwise(mails))
    read = [parse(content) for content, _ in mails]
    assert [mail.date for mail in read] == [arrived for _, arrived in mails]
    assert not [
        placeholder for mail in read for placeholder in re.findall(r"(?<!\{)\{\w+\}(?!\})", mail.text)
    ]
    assert all(mail.sender for mail in read)
    assert len({mail.message_id for mail in read}) == 20
    assert sum("21 december" in mail.text for mail in read) >= 2


def test_a_title_in_any_script_stays_a_header_line(house: House) -> None:
    played = moved(house, TODAY)
    titled = replace(played.events[0], title="Ontmoeting Œuvre 会議")
    subjects = [
        parse(content).subject
        for content, _ in sample_mails(replace(played, events=(titled, *played.events[1:])), NOW)
    ]
    assert "Aanmelding Ontmoeting Œuvre 会議" in subjects


def test_the_workshop_is_smaller_than_its_guests(house: House) -> None:
    title = moved(house, TODAY).events[-1].title
    asking = [
        content for content, _ in sample_mails(moved(house, TODAY), NOW) if title in parse(content).text
    ]
    assert len(asking) > WORKSHOP_SEATS


def test_plain_text_becomes_a_new_mail() -> None:
    mail = parse(written("Subject: Meet Up\n\nGraag kom ik.\nKim", "info@partos.example", None))
    assert mail.sender
    assert (mail.sender.email, mail.subject) == ("you@voorbeeld.example", "Meet Up")
    assert mail.text.strip() == "Graag kom ik.\nKim"


def test_plain_text_answers_a_letter_as_who_got_it() -> None:
    letter = EmailMessage()
    letter["To"] = "Jan de Vries <jan@voorbeeld.example>"
    letter["Subject"] = "Re: Aanmelding [ABC234]"
    letter["Message-ID"] = "<letter@partos.example>"
    mail = parse(written("Ik kan toch niet.", "info@partos.example", letter))
    assert mail.sender
    assert mail.sender.email == "jan@voorbeeld.example"
    assert mail.subject == "Re: Aanmelding [ABC234]"
    assert mail.in_reply_to == ("letter@partos.example",)


def test_a_delivered_mail_lies_in_the_inbox_as_it_arrived(tmp_path: Path) -> None:
    with Servers("sandbox", tmp_path) as servers:
        servers.deliver(b"Subject: hallo\r\n\r\nhoi\r\n", NOW)
        with IMAPClient("127.0.0.1", servers.imap_port, ssl=False) as client:
            client.login("sandbox", PASSWORD)
            client.select_folder("INBOX")
            client.normalise_times = False
            (mail,) = client.fetch(client.search(), ["BODY.PEEK[]", "INTERNALDATE"]).values()
    assert mail[b"BODY[]"] == b"Subject: hallo\r\n\r\nhoi\r\n"
    assert mail[b"INTERNALDATE"] == NOW


def test_letters_become_files_that_name_their_reader_and_nothing_else(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    with Servers("sandbox", letters) as servers, smtplib.SMTP("127.0.0.1", servers.smtp_port) as client:
        client.sendmail("info@partos.example", ["jan@voorbeeld.example"], b"Subject: 1\r\n\r\nhallo\r\n")
        client.sendmail(
            "info@partos.example", ['"../../etc/x"@voorbeeld.example'], b"Subject: 2\r\n\r\nhallo\r\n"
        )
    assert sorted(file.name for file in tmp_path.rglob("*.eml")) == [
        "001-jan@voorbeeld.example.eml",
        "002-.._.._etc_x@voorbeeld.example.eml",
    ]


def sandbox(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mailbot", "sandbox", "--once", "--folder", str(folder), *more]
    return subprocess.run(
        command, cwd=TOP, capture_output=True, text=True, check=False, timeout=120, stdin=subprocess.DEVNULL
    )


def test_the_whole_sandbox_works_through_its_mails_and_ends(tmp_path: Path) -> None:
    folder = tmp_path / "sandbox"
    done = sandbox(folder)
    assert (done.returncode, done.stderr) == (0, "")
    outcomes = Counter(re.findall(r"^  decided  (\w+)", done.stdout, re.M))
    assert outcomes.total() == 20
    assert outcomes["confirmed"] >= 5
    assert outcomes["waitlisted"] >= 2
    assert outcomes["cancelled"] == 1
    assert outcomes["member"] == 1
    assert outcomes["already"] + outcomes["status"] == 1
    assert {"auto_reply", "bounce", "list", "not_ours", "review"} <= set(outcomes)
    letters = [
        message_from_bytes(file.read_bytes(), policy=policy.default)
        for file in sorted((folder / "letters").iterdir())
    ]
    readers = Counter(str(letter["To"].addresses[0].addr_spec) for letter in letters)
    assert readers["priya@brightwater.example"] == 2, "told that she waits, then that a seat came free"
    assert "mailer-daemon@mx.example" not in readers
    assert "news@sectornews.example" not in readers


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_text("precious")
    done = sandbox(tmp_path)
    assert done.returncode == 1
    assert (
        done.stderr
        == f"mailbot: {tmp_path} holds something else; name another: mailbot sandbox --folder FOLDER\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["state.db"]
