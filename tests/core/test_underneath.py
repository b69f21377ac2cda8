"""A name that only signs steps in for nobody, and a correction that names no value sets nothing."""

from __future__ import annotations

import pytest

from tests.core.letters import letter
from tests.core.phrased import WRITER, names, phrased, said, to_confirmation

OTHER = "Bureau <office@seewind.example>"
SUBJECT = "Re: Confirmation: 4th Meet Up for Strategic Partnerships"


@pytest.mark.parametrize(
    "words",
    [
        "I have forgotten a retreat. My seat can go to somebody else.\n\nCheers,\nAngus McLeish",
        "It is not for me. Would you give my chair to somebody younger?\n\nWith apologies, Hetty Blom",
        "Ik kan niet komen. Geef mijn stoel aan iemand die staat te springen.\n\nJan Tak",
        "Je ne pourrai pas venir. Donnez mon siège à une autre personne.\n\nAmicalement, Serge Nollevaux",
        "Ich kann nicht kommen. Mein Platz kann an jemand anderen gehen.\n\nGruß, Karl Meier",
    ],
)
def test_a_seat_for_anybody(words: str) -> None:
    assert phrased(letter(words, OTHER, subject=SUBJECT)).intent == "cancel"


def test_a_name_below_that_is_not_the_writers() -> None:
    words = "I can't come. In my place comes:\n\nSam Cole\n\nRegards,\nRobin Keller"
    request = phrased(letter(words, WRITER, subject=SUBJECT))
    assert (request.intent, names(request)) == ("change", ["Sam Cole"])


@pytest.mark.parametrize(
    "words",
    [
        "Ik zie iets op de bevestiging dat niet klopt. Wilt u dat aanpassen?",
        "There is something wrong on the list. Could you put that right?",
    ],
)
def test_a_correction_without_a_value(words: str) -> None:
    assert said(to_confirmation(words)) != "change"


def test_in_whose_name_a_registration_is() -> None:
    words = "Annulation de mon inscription au nom de Robin Keller, merci."
    assert to_confirmation(words).intent == "cancel"
