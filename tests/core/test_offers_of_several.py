"""Answers to a letter that offers two seats: to whom they go."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from tests.core.letters import HOUSE, letter
from tests.core.test_giving_up import LEXICON, SIGNED, leave

BOTH = ["Robin Keller", "Leontine Drost"]
OF_TWO = (
    "On 12 Jan 2018 Partos <info@partos.example> wrote:\n"
    "> Dear Robin,\n>\n> Two places have become available for the 4th Meet Up for Strategic Partnerships "
    "(18 January 2018), and you are next on the waiting list: Robin Keller and Leontine Drost.\n>\n> Partos"
)


def answer(words: str, quoted: str = OF_TWO) -> Request:
    subject = "Re: A place has become available: 4th Meet Up for Strategic Partnerships"
    sender = "Robin Keller <robin.keller@seewind.example>"
    return understand(letter(words, sender, quoted=quoted, subject=subject, signature=SIGNED), HOUSE, LEXICON)


@pytest.mark.parametrize(
    "words",
    [
        "Gladly, for both of us.",
        "Yes please, both.",
        "We'd love both places.",
        "Yes please",
        "Graag, voor ons allebei.",
        "Ja, wij nemen beide plaatsen.",
        "Gern, für uns beide.",
        "Oui, pour nous deux.",
    ],
)
def test_all_that_is_offered(words: str) -> None:
    request = answer(words)
    assert (request.intent, leave(request), request.review) == (Intent.ACCEPT, BOTH, False)


def test_no_more_than_is_taken() -> None:
    request = answer("Yes, I come; Leontine doesn't.")
    assert request.review or leave(request) == ["Robin Keller"]


def test_two_where_one_is_offered() -> None:
    assert answer("Yes please, for both of us.", OF_TWO.replace("Two places have", "A place has")).review


def test_a_condition_in_brackets_is_that_of_the_train() -> None:
    request = answer("Ich nehme den Platz. Die Fahrt ist gebucht (ICE 226, falls er denn fährt).")
    assert (request.intent, "conditional" in {one.rule for one in request.reasons}) == (Intent.ACCEPT, False)


def test_the_no_of_one_of_two() -> None:
    request = answer("One is enough, thanks: Leontine has other plans.")
    assert request.review


@pytest.mark.parametrize(
    "words", ["Da sage ich nicht nein!", "I won't say no to that.", "Je ne dis pas non."]
)
def test_no_no_is_a_yes(words: str) -> None:
    request = answer(words, OF_TWO.replace("Two places have", "A place has"))
    assert request.intent is Intent.ACCEPT or request.review
