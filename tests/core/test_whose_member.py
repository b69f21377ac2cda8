"""Whose member somebody says to be: only of the house that holds the event it costs a person's look."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str) -> Request:
    return understand(
        letter(f"{text}\n\nRobin Keller", ROBIN, subject="Meet Up"), HOUSE, load_lexicon(), Context()
    )


def says_member(one: Request) -> bool:
    return any(reason.rule == "says-member" for reason in one.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij wil ik de heer Jan de Boer, lid van ons College van Bestuur, opgeven voor 18 januari.",
        "Mijn man is lid van de Rotary en kreeg uw uitnodiging. Graag één plaats op 18 januari voor mij.",
        "Graag een plek op 18 januari. Wij zijn lid van MVO Nederland, niet van Partos.",
        "I am a member of parliament and would like to attend on 18 January.",
        "As a member of the diaspora I would like to attend on 18 January.",
        "One ticket for me please for 18 January. Peace Bridges (no member as far as I know).",
        "Ich bin Mitglied des Stadtrats und möchte am 18. Januar teilnehmen.",
        "Als Mitglied der Grünen Jugend möchte ich am 18. Januar kommen.",
        "Veuillez inscrire Mme Eva Lund, membre de notre conseil d'administration, pour le 18 janvier.",
        "Van ons bestuur komen op 18 januari:\n- Els de Wit, voorzitter\n- Jan de Boer, lid",
    ],
)
def test_a_member_of_another_house_is_none_of_ours(text: str) -> None:
    one = reading(text)
    assert one.intent == Intent.REGISTER
    assert not says_member(one)


@pytest.mark.parametrize(
    "text",
    [
        "Graag een plek op 18 januari. Wij zijn lid van jullie netwerk.",
        "Graag een plek op 18 januari. Wij zijn al jaren lid van de vereniging.",
        "Ik kom op 18 januari. Wij zijn lid van de Rotary en van Partos.",
        "I come on 18 January. We are a member organisation.",
        "I'd like a seat on 18 January. I'm not sure if we are a member.",
        "Ich komme am 18. Januar. Wir sind Mitglied im Dachverband.",
        "Je viens le 18 janvier. Nous sommes membres de votre association.",
        "Wij komen op 18 januari:\n- Robin Keller (lid)\n- Els de Wit (lid)",
    ],
)
def test_a_member_of_ours_is_for_a_person(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, True)
    assert says_member(one)
