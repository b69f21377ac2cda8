"""Who speaks of being away, and also asks something of us, has written the mail themselves."""

from __future__ import annotations

import pytest

from mailbot.core.base import Reason
from mailbot.core.understanding.reader import understand
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER, lexicon


def _doubted(words: str, rule: str) -> bool:
    mail = letter(words, WRITER, subject="Meet Up 18 January", signature="Robin Keller\n")
    doubts = (Reason(rule, "A machine may have written it."),)
    read = understand(mail, HOUSE, lexicon(), doubts=doubts)
    return any(reason.rule == rule for reason in read.reasons)


@pytest.mark.parametrize(
    "words",
    [
        "Vanaf maandag heb ik een andere baan. Wilt u mij uitschrijven voor de Meet Up van 18 januari?",
        "I have left Oxide as of 1 January. Could you please cancel my registration for 18 January?",
        "Ich bin bis 17. Januar im Urlaub. Bitte melden Sie mich für den 18. Januar an.",
        "Je suis en congé jusqu'au 15 janvier. Inscrivez-moi pour le 18 janvier, s'il vous plaît.",
    ],
)
def test_a_note_of_absence_asks_for_no_seat(words: str) -> None:
    assert not _doubted(words, "may-be-absent")
    assert _doubted(words, "may-be-automatic")  # but mailings and systems do


@pytest.mark.parametrize(
    "words",
    [
        "Ik werk hier niet meer. Mijn opvolger Bas Otten neemt mijn plaats in.",
        "I no longer work here. My successor Ruth Adler takes my place.",
    ],
)
def test_who_takes_the_place_in_general_may_be_said_by_a_machine(words: str) -> None:
    assert _doubted(words, "may-be-absent")
