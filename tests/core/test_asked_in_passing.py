"""What a person has to answer is noticed without a question mark, behind a request, and in any wording."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from tests.core.letters import HOUSE, letter
from tests.core.sayings import lexicon

COMES = {
    "nl": "Ik meld mij aan voor de Meet Up van 18 januari.",
    "en": "Please register me for the Meet Up of 18 January.",
    "de": "Ich melde mich für das Meet Up am 18. Januar an.",
    "fr": "Je m'inscris au Meet Up du 18 janvier.",
}
ASKED = [
    # told to say so
    ("en", "Should there be a seating plan for diplomats, please be so kind to let us know."),
    ("en", "Grateful if you would advise whether identity documents are checked at the entrance."),
    ("en", "It would be helpful to know whether lunch is served."),
    ("en", "Please state by Friday on what basis you invoice the embassy."),
    ("en", "Thank you for letting me know what time the doors open."),
    ("en", "Information on the wheelchair access would be welcome."),
    ("nl", "Gelieve ons te laten weten in welke zaal het is."),
    ("nl", "Het zou fijn zijn als u aangeeft of er een lift is."),
    ("nl", "Laat me ook even weten waar ik mijn fiets kwijt kan."),
    ("nl", "Graag ontvang ik de routebeschrijving."),
    ("de", "Ich wäre Ihnen dankbar, wenn Sie mir mitteilen, wo man parken kann."),
    ("de", "Bitte lassen Sie mich wissen, wann die Türen öffnen."),
    ("de", "Bitte um Rückmeldung, ob ein Ausweis nötig ist."),
    ("fr", "Merci de m'indiquer aussi à quelle heure ouvrent les portes."),
    ("fr", "Je vous saurais gré de m'indiquer si une pièce d'identité est demandée."),
    # only to know
    ("en", "I only want to know if I can bring two posters for the wall."),
    ("nl", "Ik wilde alleen nog weten of er een garderobe is."),
    ("de", "Ich wollte nur noch wissen, ob es eine Garderobe gibt."),
    ("fr", "C'est juste pour savoir s'il y a un vestiaire."),
    # a paper that proves it
    ("en", "My faculty asks for a certificate of attendance."),
    ("nl", "Voor mijn opleiding heb ik een bewijs van deelname nodig."),
    ("de", "Ich brauche danach eine Teilnahmebescheinigung."),
    ("fr", "Il me faudra une attestation de présence."),
    # without a question mark
    ("en", "PS what time does it end"),
    ("en", "Is there parking nearby."),
    ("nl", "PS hoe laat is het afgelopen"),
    ("nl", "En is er ook een plek voor een rolstoel."),
    # behind a request, or with words like those of one
    ("en", "Could you keep a seat near the door for me, or is that not what you do?"),
    ("nl", "Wilt u een plaats bij de deur voor mij vasthouden, of is dat niet de bedoeling?"),
    ("en", "Would it be possible to receive a letter confirming my attendance?"),
    ("nl", "Mijn opleiding rekent het mee met een briefje van de organisatie. Doen jullie zoiets?"),
]  # fmt: skip
TOLD = [
    ("en", "Should anything change, please let me know."),
    ("en", "If you need more information, let me know."),
    ("en", "Could you add Mrs. Anna van der Berg and Mr. Piet Smit to it?"),
    ("nl", "Wilt u mevr. Anna van der Berg en dhr. Piet Smit toevoegen?"),
    ("nl", "Kunt u mij of mijn collega Piet Smit inschrijven?"),
    ("nl", "Mocht het vol zijn, dan hoor ik het graag."),
    ("de", "Falls sich etwas ändert, lassen Sie es mich bitte wissen."),
    ("fr", "Merci de me confirmer mon inscription."),
]  # fmt: skip


def _asks(text: str) -> bool:
    return understand(letter(f"{text}\n\nRobin Keller"), HOUSE, lexicon(), Context()).has_question


@pytest.mark.parametrize(("lang", "text"), ASKED)
def test_it_is_asked(lang: str, text: str) -> None:
    assert _asks(f"{COMES[lang]} {text}")


@pytest.mark.parametrize(("lang", "text"), TOLD)
def test_it_is_only_said(lang: str, text: str) -> None:
    assert not _asks(f"{COMES[lang]} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "We both come on the 18th :) Do you have a list of those who come?",
        "Ik kom op de 18e :) Hebben jullie ergens een lijst van wie er komen?",
        "Je viens le 18. Est-ce que je peux enregistrer les débats avec un petit micro ?",
        "Ich komme am 18. Januar :) Habt ihr irgendwo eine Liste mit allen, die kommen?",
    ],
)
def test_it_is_asked_behind_a_smile_or_a_date(text: str) -> None:
    assert _asks(text)
