"""What the letters say, read as a secretary would read them."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage

import pytest

from mailbot.core.base import Attendee
from mailbot.core.writing.letter import LetterKind, Standing
from mailbot.core.writing.proof import samples
from tests.core import test_writing
from tests.core.test_writing import HOUSE, JAN, MEETUP, TEMPLATES, letter, sent

FATIMA = Attendee("Fatima El Amrani", None, "Stichting Voorbeeld")
HOUSE_OF_SAMPLES = replace(HOUSE, events=(MEETUP, replace(MEETUP, id="meetup-5", title="5th Meet Up")))


def text(mail: EmailMessage) -> str:
    return test_writing.text(mail).replace("\r\n", "\n")


def paragraphs(kind: LetterKind, lang: str) -> list[list[str]]:
    """The paragraphs of every letter of a kind, each on one line."""
    letters = (sent(value, HOUSE_OF_SAMPLES) for value in samples(kind, lang))
    return [[re.sub(r"\s+", " ", part) for part in text(mail).split("\n\n")] for mail in letters]


@pytest.mark.parametrize("kind", LetterKind)
def test_german_goes_on_in_lower_case_after_the_comma(kind: LetterKind) -> None:
    for greeting, first, *_ in paragraphs(kind, "de"):
        assert greeting.endswith(",")
        assert first[0].islower() or re.match(r"(Sie|Ihr)\w*\b", first)


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("lang", ["en", "nl", "fr"])
def test_the_others_start_with_a_capital(kind: LetterKind, lang: str) -> None:
    for _, first, *_ in paragraphs(kind, lang):
        assert first[0].isupper()


@pytest.mark.parametrize("lang", TEMPLATES.languages)
@pytest.mark.parametrize("kind", LetterKind)
def test_no_sentence_has_a_hole(kind: LetterKind, lang: str) -> None:
    """A value that is empty leaves no lost comma, no two spaces, no space before a full stop."""
    for letters in paragraphs(kind, lang):
        for part in letters[1:]:
            assert not re.search(r" [,.]|,\.|\.\.|\(\)|None", part)


@pytest.mark.parametrize("kind", LetterKind)
def test_french_keeps_its_marks_on_the_line_of_the_word(kind: LetterKind) -> None:
    for value in samples(kind, "fr"):
        assert not re.search(r"[ \n][?!;:»](?!/)", text(sent(value, HOUSE_OF_SAMPLES)))


@pytest.mark.parametrize(
    ("lang", "off", "on"),
    [
        ("nl", "Deze persoon is afgemeld:", "Wie nog wel komt:"),
        ("en", "This person has been taken off the list:", "Still coming:"),
        ("de", "Diese Person haben wir abgemeldet:", "Weiterhin dabei:"),
        ("fr", "Cette personne n’est plus inscrite\u00a0:", "Toujours sur la liste\u00a0:"),
    ],
)
def test_when_one_of_a_party_is_off_it_says_who_and_who_still_comes(lang: str, off: str, on: str) -> None:
    part = letter(LetterKind.CANCELLED, lang, people=(Standing(JAN, "confirmed"),), former=(FATIMA,))
    said = text(sent(part))
    names = re.compile(rf"{off}\s+- Fatima El Amrani, .*?{on}\s+- Jan de Vries, ", re.DOTALL)
    assert names.search(said)
    assert said.count("Fatima") == 1


def test_who_waits_is_not_said_to_be_on_the_list() -> None:
    waiting = text(sent(letter(LetterKind.WAITLISTED, people=(Standing(JAN, "waitlisted", 3),), position=3)))
    assert "Op de lijst:" not in waiting
    assert "Het gaat om:\n  - Jan de Vries" in waiting
    assert "Op de lijst:\n  - Jan de Vries" in text(sent(letter()))


def test_a_cancelled_seat_never_sounds_like_a_cancelled_event() -> None:
    subject = sent(letter(LetterKind.CANCELLED, "en", subject="", people=(), former=(JAN,)))["Subject"]
    assert subject == "Your cancellation: 4th Meet Up [K7M2P]"
