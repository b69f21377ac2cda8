"""Machines that carry no mark, as they really write, and the people who are taken for them."""

from __future__ import annotations

from email.header import Header
from pathlib import Path

import pytest

from mailbot.core.read import read
from mailbot.core.reading import Reading
from mailbot.core.understanding.request import Intent
from tests.core.sayings import lexicon
from tests.corpus.house import HOUSE

ROWS = [
    tuple(line.split("|", 4))
    for line in Path(__file__).with_name("machines_and_people.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ACTING = {Intent.REGISTER, Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT}


def _address(shown: str) -> str:
    name, _, address = shown.rpartition(" ")
    return f"{Header(name, 'utf-8').encode()} {address}" if name else address


def reading(sender: str, subject: str, text: str) -> Reading:
    shown, _, answer = sender.partition(";")
    head = f"From: {_address(shown)}\n" + (f"Reply-To: {_address(answer)}\n" if answer else "")
    head += f"To: info@partos.example\nSubject: {Header(subject, 'utf-8', maxlinelen=900).encode()}\n"
    head += "Date: Mon, 18 Dec 2017 10:00:00 +0100\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit"
    head += "\nContent-Type: text/plain; charset=utf-8"
    body = text.replace("¶", "\n")
    return read(f"{head}\n\n{body}\n".encode(), HOUSE, lexicon())


def _rows(what: str) -> list[object]:
    return [pytest.param(*row[2:], id=f"{row[0]} {row[3]}") for row in ROWS if row[1] == what]


@pytest.mark.parametrize(("sender", "subject", "text"), _rows("aside"))
def test_what_a_machine_wrote_is_set_aside(sender: str, subject: str, text: str) -> None:
    assert reading(sender, subject, text).request.intent is Intent.IGNORE


@pytest.mark.parametrize(("sender", "subject", "text"), _rows("lies"))
def test_what_may_be_a_person_with_an_offer_changes_nothing(sender: str, subject: str, text: str) -> None:
    request = reading(sender, subject, text).request
    assert request.review or request.intent not in ACTING


@pytest.mark.parametrize(("sender", "subject", "text"), _rows("person"))
def test_a_person_is_never_set_aside(sender: str, subject: str, text: str) -> None:
    read_as = reading(sender, subject, text)
    assert read_as.aside is None
    assert read_as.request.intent is not Intent.IGNORE
