"""Whose name it is, where From, the signature and the text tell it in parts."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def reading(text: str, sender: str) -> Request:
    return understand(letter(text, sender), HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        # one of two who share a mailbox
        (
            "Bert en Ria",
            "Dit is Ria (Ria Pol). Ik ga op 18 januari graag mee, Bert niet want die werkt.",
            "Ria Pol",
        ),
        ("Bert en Ria", "Ik kom graag op 18 januari.\n\nRia Pol", "Ria Pol"),
        ("Tom & Liz", "This is Liz, Liz Turner. I would like to attend on 18 January.", "Liz Turner"),
        ("Peter und Ilona", "Ich bin Ilona Sommer und komme gern am 18. Januar.", "Ilona Sommer"),
        ("Paul et Claire", "C'est Claire, Claire Dubois. Je viendrai le 18 janvier.", "Claire Dubois"),
        # a household
        ("The Okoros", "I'd like to attend on 18 January.\n\nGrace Okoro", "Grace Okoro"),
        ("Die Müllers", "Ich komme gern am 18. Januar.\n\nHanna Müller", "Hanna Müller"),
        ("Rik v. Mol", "ik kom graag op 18 januari.\n\nrik van mol", "Rik van Mol"),
        # who presents themselves
        ("", "Hoi, je spreekt met Ria Pol. Ik kom graag op 18 januari.", "Ria Pol"),
        ("", "Ich bin die Ria Pol und komme gern am 18. Januar.", "Ria Pol"),
        ("", "Bonjour, c'est Ria Pol. Je viendrai le 18 janvier.", "Ria Pol"),
        # initials, and the name under the mail
        ('"Bosch, M. van den"', "Ik kom graag op 18 januari.\n\nMirjam", "Mirjam van den Bosch"),
        ('"Vries, M. de"', "Ik kom graag op 18 januari.", "M. de Vries"),
        ("M. van den Bosch", "Ik kom graag op 18 januari.", "M. van den Bosch"),
        ("M. van den Bosch", "Ik kom graag op 18 januari.\n\nJoke", "M. van den Bosch"),
    ],
)
def test_the_badge_has_the_name_of_who_writes(sender: str, text: str, name: str) -> None:
    one = reading(text, f"{sender} <us@ziggo.example>")
    assert [(who.name, who.email) for who in one.attendees] == [(name, "us@ziggo.example")]


@pytest.mark.parametrize(
    ("sender", "text", "names"),
    [
        (
            "Fam. Hoekema",
            "Mijn vrouw en ik komen graag op 18 januari.\n\nHoogachtend,\nSjoerd en Wietske Hoekema\nGrou",
            ["Sjoerd Hoekema", "Wietske Hoekema"],
        ),
        (
            "Ann Reed",
            "I am in town with our treasurer, Mrs Gloria Mensah. We both want to attend on 18 January.",
            ["Ann Reed", "Gloria Mensah"],
        ),
        (
            "Ann Reed",
            "Ik ben in de stad met onze voorzitter, de heer Rik Pals. Wij komen beiden op 18 januari.",
            ["Ann Reed", "Rik Pals"],
        ),
        (
            "Ann Reed",
            "ja ik kom op 18 januari! ik neem mn broer mee, rik van loon",
            ["Ann Reed", "Rik van Loon"],
        ),
        (
            "Ann Reed",
            "hello, please sign up hodan ali and me for 18 january. Horn Youth pays.",
            ["Ann Reed", "Hodan Ali"],
        ),
        (
            "Ann Reed",
            "Mijn docent, mevr. Lammers, zei dat wij konden mailen. Zet mij en Rik Pals op de lijst.",
            ["Ann Reed", "Rik Pals"],
        ),
        (
            "Ann Reed",
            "Ik meld voor 18 januari aan:\n\n- wethouder P.J. (Pieter Jan) van Mol\n- mevr. Wil Vos",
            ["Pieter Jan van Mol", "Wil Vos"],
        ),
    ],
)
def test_who_comes_is_called_in_full(sender: str, text: str, names: list[str]) -> None:
    one = reading(text, f"{sender} <us@ziggo.example>")
    assert ([who.name for who in one.attendees], one.review) == (names, False)


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Jan Willem van Lynden tot Oldenaller", "Jan Willem van Lynden tot Oldenaller"),
        ("Jan van Lynden tot Donderdag", "Jan van Lynden"),
        ("Moussa ag Ibrahim", "Moussa ag Ibrahim"),
        ("Mei-Ling Tjin A Ton", "Mei-Ling Tjin A Ton"),
        ("Paul-Henri de la Tour", "Paul-Henri de la Tour"),
    ],
)
def test_a_name_keeps_its_small_words(who: str, name: str) -> None:
    text = f"Graag aanmelden voor 18 januari: Lea Vos en {who}.\n\nKees Tol\nWaterwijs"
    one = reading(text, "Kees Tol <kees@waterwijs.example>")
    assert name in [who.name for who in one.attendees]


def test_a_form_that_holds_a_first_name_and_a_message_that_is_signed() -> None:
    text = "Naam: jacqueline\nE-mail: jb@keuken.example\nBericht:\nik kom op 18 jan.\n\ngr Jacqueline Pol"
    one = reading(text, "formulier <jb@keuken.example>")
    assert [(who.name, who.organisation) for who in one.attendees] == [("Jacqueline Pol", None)]


def test_a_house_ends_with_its_line() -> None:
    text = (
        "Achternaam: Berg\nVoornaam: Anna\nE-mail: anna@berg.example\nBericht: ik meld me aan voor 18 januari"
    )
    one = reading(text, "formulier <anna@berg.example>")
    assert [(who.name, who.organisation) for who in one.attendees] == [("Anna Berg", None)]
