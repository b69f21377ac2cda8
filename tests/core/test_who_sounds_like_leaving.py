"""Who gives a seat up by the words around each name, where the phrases are wrong or do not know."""

from __future__ import annotations

import pytest

from mailbot.core.base import Attendee
from mailbot.core.understanding import departing
from mailbot.core.understanding.attending import Person, Roll, Weights
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER, lexicon

NONE = Weights(0.0, {})
STAYS, LEAVES = Weights(-5.0, {}), Weights(5.0, {})
LETTER = (
    "Thank you for your registration for the 4th Meet Up on 18 January 2018 (Partos).\n\nWe have noted three "
    "places:\n\nRobin Keller\nOlaf Brammer\nPrecious Moyo\n\nPartos\n"
)
OLAF = "Olaf has been called to court, so please take him off the list. Precious and I come as agreed."
UNCLEAR = "I'm afraid the person who drops out is me. Olaf and Precious will have to do without my jokes."


def _read(text: str) -> Request:
    subject = "Re: Confirmation: 4th Meet Up for Strategic Partnerships, 18 January 2018"
    return understand(letter(f"{text}\n\nRobin", WRITER, subject=subject, quoted=LETTER), HOUSE, lexicon())


def _leaving(monkeypatch: pytest.MonkeyPatch, writer: Weights, others: Weights) -> None:
    monkeypatch.setattr(lexicon(), "roll", Roll("d", NONE, NONE, writer, others, NONE))


def test_where_the_words_say_the_same_it_is_done() -> None:
    request = _read(OLAF)
    assert (request.intent, request.review) == (Intent.CANCEL, False)
    assert [one.name for one in request.attendees] == ["Olaf Brammer"]


def test_somebody_counted_who_surely_stays_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "I have to cancel for all three of us, our office is flooded."
    _leaving(monkeypatch, LEAVES, LEAVES)
    assert not _read(text).review
    _leaving(monkeypatch, STAYS, LEAVES)
    request = _read(text)
    assert request.review
    assert request.reasons[0].text == "Who writes does not sound like giving the seat up (99%)."


def test_somebody_passed_over_who_surely_leaves_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Please cancel my seat for 18 January. Olaf Brammer wrote the report."
    _leaving(monkeypatch, LEAVES, LEAVES)
    request = _read(text)
    assert request.review
    assert "Olaf Brammer sounds like giving the seat up (99%)" in request.reasons[0].text
    _leaving(monkeypatch, LEAVES, STAYS)
    assert [one.name for one in _read(text).attendees] == ["Robin Keller"]


def test_where_only_who_is_meant_is_in_doubt_the_words_say_who(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon(), "roll", None)
    assert _read(UNCLEAR).review
    _leaving(monkeypatch, LEAVES, STAYS)
    request = _read(UNCLEAR)
    assert ([one.name for one in request.attendees], request.seats) == (["Robin Keller"], 1)
    assert not request.review
    assert request.reasons[0].text.startswith("Who writes sounds like giving the seat up (99%); Olaf Brammer")
    _leaving(monkeypatch, LEAVES, Weights(-1.0, {}))
    assert _read(UNCLEAR).review


@pytest.mark.parametrize(
    "text",
    [
        "Some of us are ill and won't make it, please let their seats go.",  # named by the list alone
        "Please cancel one of our places, Precious has a fever; Olaf and I are well.",
        "If the trains stop, two of the three seats are free: Olaf and Precious would stay at home.",
    ],
)
def test_other_doubts_stay(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _leaving(monkeypatch, STAYS, LEAVES)
    assert _read(text).review


def test_on_whose_word_is_asked_as_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    _leaving(monkeypatch, STAYS, LEAVES)
    assert not _read(UNCLEAR).review
    monkeypatch.setattr(departing, "by_hearsay", lambda *_: True)
    assert _read(UNCLEAR).review


def test_the_chance_is_that_of_who_writes_or_of_others() -> None:
    roll = Roll("d", LEAVES, LEAVES, STAYS, Weights(0.0, {"before %met": 2.0}), NONE)
    writer, other = (Person(Attendee("Jane Fox", None, None), (), writes=is_it) for is_it in (True, False))
    assert roll.leaves(writer, frozenset()) < 0.01
    assert roll.leaves(other, frozenset()) == 0.5 < roll.leaves(other, frozenset({"before %met"}))
