"""The organiser's daily letter."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import StringIO

import pytest

from mailbot.core.writing import render_digest
from mailbot.core.writing.daily import Digest, Person, Tally, ToDecide
from mailbot.core.writing.digest import attendee_csv
from tests.core.test_writing import HOUSE, ID, MEETUP, NOW, TEMPLATES, html, text


def person(name: str | None = "Jan de Vries", organisation: str = "Stichting Voorbeeld") -> Person:
    return Person(name, organisation, "jan@voorbeeld.example", "confirmed", None, "K7M2P", "email")


DIGEST = Digest(
    event=MEETUP,
    day=date(2018, 1, 9),
    tally=Tally(capacity=40, confirmed=28, website=9, offered=3, waiting=3, free=9),
    came=(person("Fatima El Amrani"),),
    attendees=(person(), person("Fatima El Amrani")),
    to_decide=(ToDecide(7, NOW, "zes@voorbeeld.example", "Groepje van zes", ("Six seats in one mail.",)),),
    troubles=("Letters that could not be delivered: 1",),
)


def sent(digest: Digest, lang: str = "en") -> EmailMessage:
    raw = render_digest(
        digest, HOUSE, TEMPLATES, to="organiser@partos.example", lang=lang, message_id=ID, date=NOW
    )
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_the_subject_is_the_state() -> None:
    assert sent(DIGEST)["Subject"].strip() == "4th Meet Up: 31/40 taken, 3 waiting, 1 to decide"


@pytest.mark.parametrize("lang", TEMPLATES.languages)
def test_text_and_html_tell_the_same(lang: str) -> None:
    mail = sent(DIGEST, lang)
    for said in (" ".join(text(mail).split()), html(mail)):
        for fact in ("28", "Fatima El Amrani", "7.", "Six seats in one mail.", "could not be delivered: 1"):
            assert fact in said


def test_the_list_is_attached_as_a_sheet() -> None:
    (sheet,) = sent(DIGEST).iter_attachments()
    assert sheet.get_filename() == "meetup-4.csv"
    rows = list(csv.DictReader(StringIO(sheet.get_content().removeprefix("\ufeff"))))
    assert [row["name"] for row in rows] == ["Jan de Vries", "Fatima El Amrani"]


def test_a_long_list_is_cut_in_the_mail_and_whole_in_the_sheet() -> None:
    many = tuple(person(f"Guest Number {chr(65 + n // 26)}{chr(65 + n % 26)}") for n in range(300))
    mail = sent(replace(DIGEST, came=many, attendees=many))
    assert text(mail).count("Guest Number") == html(mail).count("Guest Number") == 2 * 80
    assert "… and 220 more, in the attached list" in text(mail)
    assert "… and 220 more, in the attached list" in html(mail)
    assert len(html(mail)) < 102_000
    (sheet,) = mail.iter_attachments()
    assert sheet.get_content().count("Guest Number") == 300


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_a_cell_is_never_a_formula(start: str) -> None:
    sheet = attendee_csv((person(f"{start}cmd|'/C calc'!A0"),)).decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(sheet, newline=""))
    assert row["name"].startswith("'")


def test_a_name_is_never_html_nor_a_template() -> None:
    page = html(sent(Digest(MEETUP, date(2018, 1, 9), DIGEST.tally, came=(person("<b>{{7*7}}</b>"),))))
    assert "&lt;b&gt;{{7*7}}&lt;/b&gt;" in page


def test_a_quiet_day_says_so() -> None:
    assert "No changes since yesterday." in text(sent(Digest(MEETUP, date(2018, 1, 9), DIGEST.tally)))
