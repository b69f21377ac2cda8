"""What a polite request asks for can be granted; what is only told of asking asks nothing."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from tests.core.letters import HOUSE, letter
from tests.core.sayings import lexicon

POLITE = [
    "Collega Jan Smit komt op 18 januari in mijn plaats. Wilt u mijn naam door de zijne vervangen?",
    "Mijn collega Jan Smit komt op 18 januari voor mij. Wilt u de inschrijving op zijn naam zetten?",
    "Ik ben aangemeld voor 18 januari, met een fout adres. Passen jullie het aan?",
    "Ik kom op 18 januari. Kunnen jullie de praktische info daarheen sturen?",
    "I am registered for 18 January. Could the participants list say LusoForum behind my name?",
    "I can't come on 18 January, Jan Smit takes my place. Would you transfer the registration to him?",
    "May I register for 18 January, together with my trainee Jan Smit, who is copied on this message?",
    "Ich kann am 18. Januar nicht, Jan Smit kommt für mich. Können Sie die Anmeldung auf ihn umschreiben?",
    "Je ne peux pas venir le 18 janvier, Jan Smit vient à ma place. Pouvez-vous remplacer mon nom ?",
    "My mentor inform me about your Meet Up. I wish to join on 18 January.",
    "They tell me about the Meet Up. Please register me for 18 January.",
]  # fmt: skip
ASKED = [
    "Ik kom op 18 januari. Kunt u mij zeggen of er een lift is?",
    "I'd like to come on 18 January. Please tell me about the parking.",
    "I'd like to come on 18 January. Could you register me, and who is speaking?",
    "Ich komme am 18. Januar. Können Sie mir sagen, ob es Parkplätze gibt?",
    "Je viens le 18 janvier. Pouvez-vous me dire s'il y a un parking ?",
]


def _asks(text: str) -> bool:
    return understand(letter(f"{text}\n\nRobin Keller"), HOUSE, lexicon(), Context()).has_question


@pytest.mark.parametrize("text", POLITE)
def test_a_polite_request_is_no_question(text: str) -> None:
    assert not _asks(text)


@pytest.mark.parametrize("text", ASKED)
def test_a_question_is_one(text: str) -> None:
    assert _asks(text)
