"""Who sent, forwarded or praised the invitation is named for that, and takes no seat."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str) -> Request:
    return understand(letter(f"{text}\n\nRobin Keller", ROBIN), HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        "Hi, got this from Joost Vink - I'd like to attend this one please, 18 January.",
        "Joost Vink sent me your invitation and I'd like to attend on 18 January.",
        "I received your invitation via Joost Vink and would like to come on 18 January.",
        "My colleague Joost Vink forwarded this to me, please put me on the list for 18 January.",
        "Joost Vink thought this would be something for me, so I'd like to come on 18 January.",
        "I am replacing Joost Vink as policy officer since December and would like to come on 18 January.",
        "I would love to hear Joost Vink speak, so please sign me up for 18 January.",
        "Kreeg dit van Joost Vink, ik kom graag op 18 januari.",
        "Joost Vink stuurde mij jullie uitnodiging door en ik kom graag op 18 januari.",
        "Joost Vink tipte me over de bijeenkomst van 18 januari, schrijf mij maar in.",
        "Ik hoorde van Joost Vink over de Meet Up van 18 januari en meld me graag aan.",
        "Das habe ich von Joost Vink bekommen, ich möchte am 18. Januar gern teilnehmen.",
        "Joost Vink hat mir Ihre Einladung weitergeleitet, ich möchte am 18. Januar gern teilnehmen.",
        "Über Joost Vink habe ich von dem Treffen erfahren und melde mich für den 18. Januar an.",
        "J'ai reçu votre invitation par Jean Pruim, je viendrai le 18 janvier.",
        "Jean Pruim m'a transmis votre invitation et je viendrai le 18 janvier.",
        "Sur le conseil de Jean Pruim, je souhaite m'inscrire pour le 18 janvier.",
    ],
)
def test_who_passed_the_invitation_on_has_no_seat(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [who.name for who in one.attendees] == ["Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "With Anna Bos I would like to come on 18 January.",
        "Anna Bos and I would like to come on 18 January.",
        "Samen met Anna Bos kom ik graag op 18 januari.",
        "Mit meiner Kollegin Anna Bos komme ich gern am 18. Januar.",
        "Avec ma collègue Anna Bos, je viendrai le 18 janvier.",
    ],
)
def test_who_is_joined_to_the_writer_ahead_has_one(text: str) -> None:
    one = reading(text)
    assert sorted(str(who.name) for who in one.attendees) == ["Anna Bos", "Robin Keller"]


def test_who_is_named_ahead_for_nothing_that_is_known_is_asked_about() -> None:
    one = reading("Joost Vink lives next door, so please sign me up for 18 January.")
    assert one.review
    assert [who.name for who in one.attendees] == ["Robin Keller"]
