"""Who writes and who is meant, where the request itself names nobody in full."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Intent
from tests.core.test_parties import names, reading

SHARED = "Robin Keller <robin.keller@verein.example>"


@pytest.mark.parametrize(
    "text",
    [
        "Now my neighbour is jealous. Could you put her down too for 18 January? Josje Lammers, same street.",
        "Also, for 18 January: put Josje in. Josje Lammers, my business partner.",
        "Could you sign up my sister-in-law for 18 January? Her name is Josje Lammers.",
        "Kunt u ook mijn schoonzus noteren voor 18 januari? Zij heet Josje Lammers en betaalt zelf.",
        "Wilt u haar ook inschrijven voor 18 januari? Josje Lammers, zelfde organisatie.",
        "Het gaat om Josje Lammers, al jaren vrijwilliger. De rest hoort het later. Wilt u Josje inschrijven "
        "voor 18 januari?",
        "Können Sie bitte auch meine Schwägerin für den 18. Januar anmelden? Sie heißt Josje Lammers.",
        "Pourriez-vous aussi inscrire ma belle-sœur pour le 18 janvier ? Elle s'appelle Josje Lammers.",
    ],
)
def test_whom_the_sentence_beside_the_request_names_is_meant(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Josje Lammers"]


@pytest.mark.parametrize(
    "text",
    [
        "They are Ms. Sanne Wichers and Mr. Altan Güler. Could you register these two for 18 January?",
        "Dat zijn Sanne Wichers en Altan Güler. Wilt u deze twee inschrijven voor 18 januari?",
        "Can you put them down for 18 January? Sanne Wichers, Altan Güler.",
        "Das sind Sanne Wichers und Altan Güler. Bitte melden Sie diese beiden für den 18. Januar an.",
    ],
)
def test_two_are_meant_at_once(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Altan Güler", "Sanne Wichers"]


def test_nobody_is_meant_where_only_one_of_two_is_named_in_full() -> None:
    one = reading(
        "Sanne Wichers told us of it, and of Quirl nobody has heard. Would you please register Sanne and "
        "Quirl for 18 January?"
    )
    assert one.review


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to register for 18 January. My name is Mrs. Patience Mensah and I run a school.",
        "Could you find a chair for me on 18 January? That's me, Patience Mensah. The money is ready.",
        "I want to join on 18 January. Our house is small and I am its treasurer Patience Mensah.",
        "Ik wil me aanmelden voor 18 januari. Ik heet Patience Mensah en ik werk bij Schoon Drinken.",
        "Schrijft u mij in voor 18 januari? Mijn eigen naam is Patience Mensah.",
        "Wilt u mijn komst op 18 januari noteren? Dr. Patience Mensah",
        "Ich möchte mich für den 18. Januar anmelden. Ich heiße Patience Mensah und arbeite in Köln.",
        "Je souhaite m'inscrire pour le 18 janvier. Je m'appelle Patience Mensah et je travaille à Lille.",
    ],
)
def test_who_presents_themselves_writes_whatever_the_address_is_called(text: str) -> None:
    one = reading(text, SHARED)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [(who.name, who.email) for who in one.attendees] == [
        ("Patience Mensah", "robin.keller@verein.example")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Please register my wife for 18 January. Her name is Patience Mensah.",
        "Graag mijn vrouw inschrijven voor 18 januari, haar naam is Patience Mensah.",
    ],
)
def test_another_ones_name_is_not_the_writers(text: str) -> None:
    one = reading(text, SHARED)
    assert ("Patience Mensah", "robin.keller@verein.example") not in {
        (who.name, who.email) for who in one.attendees
    }


def test_a_row_of_people_begins_with_the_writer() -> None:
    one = reading("From us come on 18 January: me, Patience Mensah and Altan Güler.", SHARED)
    assert names(one) == ["Altan Güler", "Patience Mensah", "Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "A slight swap for 18 January: out goes Gwen Pritchard, in comes Dai Bowen.",
        "I wish to substitute Mrs. Gwen Pritchard by Mr. Dai Bowen on 18 January.",
        "A change for 18 January: Dai Bowen takes the place of Gwen Pritchard.",
        "Hierbij een vervanger voor 18 januari: Dai Bowen neemt de plaats in van Gwen Pritchard.",
        "Wilt u de inschrijving voor 18 januari (Gwen Pritchard) overzetten op dhr. Dai Bowen?",
        "Voor 18 januari een andere naam: het was Gwen Pritchard, het wordt Dai Bowen.",
        "Dus voor 18 januari graag Dai Bowen in de plaats van Gwen Pritchard.",
        "Ein Wechsel für den 18. Januar: Dai Bowen nimmt den Platz von Gwen Pritchard ein.",
        "Un changement pour le 18 janvier : Dai Bowen prend la place de Gwen Pritchard.",
    ],
)
def test_one_takes_the_place_of_another(text: str) -> None:
    one = reading(text)
    assert one.intent is Intent.CHANGE
    assert [(swap.former and swap.former.name, swap.now.name) for swap in one.replacements] == [
        ("Gwen Pritchard", "Dai Bowen")
    ]


def test_who_is_substituted_for_another_is_not_the_one_who_leaves() -> None:
    one = reading("I wish to substitute Dai Bowen for Gwen Pritchard on 18 January.")
    assert ("Dai Bowen", "Gwen Pritchard") not in [
        (swap.former and swap.former.name, swap.now.name) for swap in one.replacements
    ]
