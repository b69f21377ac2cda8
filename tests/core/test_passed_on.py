"""A colleague's letter passed on: whom it is about stands there, and not who passes it on."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

PETRA = "Petra Wielinga <p.wielinga@verein.example>"
LETTER = (
    "Van: Frank Meindertsma [mailto:f.meindertsma@verein.example]\nVerzonden: woensdag 3 januari 2018 22:41\n"
    "Aan: Petra Wielinga\nOnderwerp: 18 januari\n\n"
)


def reading(text: str, quoted: str) -> Request:
    mail = letter(
        f"{text}\n\nPetra Wielinga", PETRA, subject="FW: Meet Up 18 January", quoted=LETTER + quoted
    )
    return understand(mail, HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        "See below, could you please put both of them on the list?",
        "Zie hieronder, kunnen jullie hen beiden inschrijven?",
        "Siehe unten, bitte melden Sie beide an.",
    ],
)
def test_both_of_them_are_the_two_whom_the_letter_names(text: str) -> None:
    one = reading(text, "Can you register me and Selma Osmani?\n\nFrank Meindertsma")
    assert {who.name for who in one.attendees} == {"Frank Meindertsma", "Selma Osmani"}


@pytest.mark.parametrize(
    "text",
    ["Zie hieronder, graag inschrijven.", "See below, please register.", "Siehe unten, bitte anmelden."],
)
def test_who_passes_a_letter_on_is_not_signed_up_by_it(text: str) -> None:
    one = reading(text, "Kun je me aanmelden?\n\nFrank")
    assert one.review
    assert "Petra Wielinga" not in {who.name for who in one.attendees}
