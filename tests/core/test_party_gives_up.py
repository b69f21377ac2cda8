"""Several give up at once, or one for whom somebody else writes: who they are, the quoted letter tells."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"
SUBJECT = "Re: Confirmation: 4th Meet Up for Strategic Partnerships, 18 January 2018"
THREE = (
    "We have noted three places:\n\nRobin Keller\nOlaf Brammer\nPrecious Moyo (moyo@verein.example)\n\nPartos"
)


def answered(text: str, quoted: str) -> Request:
    said = f"Thank you for your registration for the 4th Meet Up on 18 January 2018 (Partos).\n\n{quoted}\n"
    return understand(letter(text, ROBIN, subject=SUBJECT, quoted=said), HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        "I'm afraid all three of us have to cancel: our office is flooded.",
        "Wij moeten helaas alle drie afzeggen.",
        "Wir müssen leider alle drei absagen, so gern wir gekommen wären.",
        "Nous devons malheureusement annuler tous les trois.",
    ],
)
def test_all_of_us_are_those_whom_the_letter_lists(text: str) -> None:
    one = answered(f"{text}\n\nRobin", THREE)
    assert (one.intent, one.seats) == (Intent.CANCEL, 3)
    assert {who.name for who in one.attendees} == {"Robin Keller", "Olaf Brammer", "Precious Moyo"}


def test_the_one_registered_gives_up_and_not_who_writes_for_them() -> None:
    one = answered(
        "Dr Okonkwo has been called to Abuja. She asks me to apologise and to release her seat.\n\n"
        "Robin Keller\nExecutive Assistant",
        "Registered: Ngozi Okonkwo\n",
    )
    assert [who.name for who in one.attendees] == ["Ngozi Okonkwo"]


@pytest.mark.parametrize(
    "text",
    [
        "Some of us are ill and won't make it tomorrow, please let their seats go.",
        "Sorry, half of us have to cancel.",
        "De helft van onze groep heeft griep en komt morgen niet, geef die plaatsen maar vrij.",
        "Einige von uns sind krank, wir müssen absagen.",
        "Certains d'entre nous sont malades, nous devons annuler.",
    ],
)
def test_some_of_us_are_nobody_in_particular(text: str) -> None:
    one = answered(f"{text}\n\nRobin", THREE)
    assert one.review
    assert any(reason.rule == "who-leaves" for reason in one.reasons)


def test_greetings_from_all_of_us_give_nothing_up() -> None:
    words = "Two out of our three are in bed with fever and won't make it, please let their seats go."
    one = answered(f"{words}\n\nx from all of us", THREE.replace("Robin Keller", "Ann Cole"))
    assert one.review


@pytest.mark.parametrize(
    "text",
    [
        "Wilt u mij afmelden? Niet voor de 18e hoor, maar voor uw maandelijkse nieuwsbrief.",
        "Please take my name off. The newsletter, I mean, not the 18th of January.",
        "Bitte tragen Sie mich aus. Ich meine den Newsletter; am 18. Januar komme ich.",
        "Merci de me désinscrire. Je parle de la newsletter, pas du 18 janvier.",
    ],
)
def test_a_newsletter_that_is_to_stop_gives_up_no_seat(text: str) -> None:
    read = answered(text, THREE.partition("\nOlaf")[0])
    assert read.intent is not Intent.CANCEL or read.review
