"""Who asks for a seat and wants the answer at another address of theirs gets it there."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

WORK = "r.keller@werk.example"
HOME = "robinkeller@thuis.example"


def reading(text: str) -> Request:
    mail = letter(f"{text}\n\nRobin Keller", f"Robin Keller <{WORK}>", subject="Meet Up")
    return understand(mail, HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        f"Graag meld ik mij aan voor 18 januari. Mijn werkmail gaat dicht, dus alles graag naar {HOME}.",
        f"Ik kom graag op 18 januari. Stuur de bevestiging svp naar mijn privéadres: {HOME}",
        f"Ik wil mij inschrijven voor 18 januari; antwoord graag op {HOME}.",
        f"Ik meld me aan voor 18 januari. U bereikt mij voortaan via {HOME}, dit account vervalt.",
        f"Please sign me up for 18 January. Kindly send everything to my private address, {HOME}.",
        f"I would like to attend on 18 January. You can reply to me at {HOME}, this mailbox closes.",
        f"Ich melde mich für den 18. Januar an. Bitte schicken Sie die Bestätigung an {HOME}.",
        f"Ich möchte am 18. Januar teilnehmen. Ich bin künftig nur noch unter {HOME} erreichbar.",
        f"Je souhaite participer le 18 janvier. Merci d'envoyer la confirmation à {HOME}.",
        f"Inscrivez-moi pour le 18 janvier, s'il vous plaît. Vous pouvez m'écrire désormais à {HOME}.",
    ],
)
def test_the_answer_goes_where_it_is_wanted(text: str) -> None:
    one = reading(text)
    assert one.intent is Intent.REGISTER
    assert [(who.name, who.email) for who in one.attendees] == [("Robin Keller", HOME)]


@pytest.mark.parametrize(
    "text",
    [
        f"Graag meld ik mij aan voor 18 januari. Uw uitnodiging kwam binnen op {HOME}.",
        f"Please sign me up for 18 January. Your invitation was sent to {HOME}.",
        f"Ich melde mich für den 18. Januar an. Die Einladung habe ich an {HOME} bekommen.",
        f"Je souhaite participer le 18 janvier. J'ai reçu votre invitation à {HOME}.",
        f"Graag meld ik mij aan voor 18 januari. De factuur kan naar {HOME}.",
        "Please sign me up for 18 January. Send the slides to my colleague, hanna.bos@werk.example.",
    ],
)
def test_any_other_address_changes_nothing(text: str) -> None:
    assert WORK in [who.email for who in reading(text).attendees]
