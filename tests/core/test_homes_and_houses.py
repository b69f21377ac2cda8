"""Where somebody lives is no house they are of; what they say to do for one tells which it is."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def house(text: str, email: str = "loes@gmail.example") -> str | None:
    mail = letter(text, f"Loes Brand <{email}>")
    return understand(mail, HOUSE, load_lexicon(), Context()).attendees[0].organisation


@pytest.mark.parametrize(
    "home",
    [
        "Sint-Oedenrode",
        "Bad Oeynhausen",
        "Heemskerk",
        "Oberhausen",
        "Nieuw-Vennep",
        "Saint-Malo",
        "Schagerbrug",
    ],
)
@pytest.mark.parametrize("below", ["Loes Brand, {}", "Loes Brand\n{}"])
def test_a_town_behind_the_name_is_no_house(home: str, below: str) -> None:
    assert house(f"Ik kom graag op 18 januari.\n\n{below.format(home)}") is None


@pytest.mark.parametrize(
    "below", ["Loes Brand, Waterwijs", "Loes Brand, Klimburg Advies", "Loes Brand, NoordBurg"]
)
def test_a_house_behind_the_name_is_one(below: str) -> None:
    assert house(f"Ik kom graag op 18 januari.\n\n{below}") == below.partition(", ")[2]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ich unterrichte an der Gesamtschule Kleve und möchte am 18. Januar kommen.", "Gesamtschule Kleve"),
        ("Ich engagiere mich beim Weltladen Gera und möchte am 18. Januar kommen.", "Weltladen Gera"),
        ("Ik geef les aan het Stedelijk College en wil op 18 januari komen.", "Stedelijk College"),
        ("Ik ben actief in het Platform Breda en kom graag op 18 januari.", "Platform Breda"),
        ("I am active with Voices of Lamu and would like to attend on 18 January.", "Voices of Lamu"),
        ("I am a coordinator at Riverbend and would like to attend on 18 January.", "Riverbend"),
        ("Je suis bénévole au Secours Solidaire et je viendrai le 18 janvier.", "Secours Solidaire"),
        ("Ich habe mir beim Umzug den Fuß verstaucht, komme aber am 18. Januar.", None),
        ("Hab mir beim Skifahren das Knie verdreht, komme aber am 18. Januar.", None),
    ],
)
def test_what_somebody_does_there_tells_the_house(said: str, name: str | None) -> None:
    assert house(f"{said}\n\nLoes Brand") == name
