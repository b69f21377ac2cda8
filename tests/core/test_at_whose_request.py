"""Who signs up others for somebody: neither who writes, nor who asked for it, takes a seat."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter
from tests.core.phrased import phrased

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, sender: str = ROBIN) -> Request:
    return understand(letter(text, sender, subject="Meet Up"), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Op verzoek van Luc Martin hieronder de aanmelding van onze adviseur Jane Fox voor 18 januari.",
        "In opdracht van onze directeur Luc Martin meld ik Jane Fox aan voor 18 januari.",
        "Luc Martin heeft mij gevraagd Jane Fox aan te melden voor 18 januari.",
        "At the request of our director, Luc Martin, I hereby register our adviser Jane Fox for 18 January.",
        "On the instructions of Luc Martin, please find below the registration of Jane Fox for 18 January.",
        "Luc Martin asked me to register Jane Fox for 18 January.",
        "Auf Bitte von Luc Martin melde ich unsere Referentin Jane Fox für den 18. Januar an.",
        "À la demande de Luc Martin, j'inscris notre chargée de mission Jane Fox pour le 18 janvier.",
    ],
)
def test_who_asked_for_it_does_not_come(text: str) -> None:
    one = phrased(letter(f"{text}\n\nRobin Keller", ROBIN))
    if one.intent is Intent.REGISTER:
        assert names(one) == ["Jane Fox"]
    whole = reading(f"{text}\n\nRobin Keller")
    assert (whole.intent, names(whole)) == (Intent.REGISTER, ["Jane Fox"])


@pytest.mark.parametrize(
    "text",
    [
        "At the request of Jane Fox, please register her for 18 January.",
        "Jane Fox asked me to register her for 18 January.",
        "Op verzoek van Jane Fox meld ik haar aan voor 18 januari.",
    ],
)
def test_who_asked_for_their_own_seat_comes(text: str) -> None:
    assert "Jane Fox" in names(reading(f"{text}\n\nRobin Keller"))


def test_who_asked_for_them_both_may_come() -> None:
    one = reading("Jane Fox asked me to register him and Luc Martin for 18 January.\n\nRobin Keller")
    assert one.review or "Jane Fox" in names(one)


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (
            "Political Section",
            "The Political Section informs you that {} will represent the Embassy on 18 Jan.",
        ),
        ("Protocol Registry", "Please be advised that {} will attend the Meet Up on 18 January."),
        ("Procurement Office", "Please reserve one place on 18 January for our colleague {}."),
        ("Inkoop De Vaart", "Graag 1 plaats reserveren voor onze medewerker {} op 18 januari."),
        ("Team Beleid", "Wij melden graag onze collega {} aan voor de Meet Up van 18 januari."),
        ("Abteilung Einkauf", "Bitte reservieren Sie einen Platz am 18. Januar für unsere Mitarbeiterin {}."),
        ("Service Achats", "Merci de réserver une place le 18 janvier pour notre collègue {}."),
    ],
)
def test_an_office_takes_no_seat(office: str, text: str) -> None:
    local = office.split(maxsplit=1)[0].lower()
    one = reading(f"{text.format('Jane Fox')}\n\n{office}", f"{office} <{local}@verein.example>")
    assert (one.intent, names(one)) == (Intent.REGISTER, ["Jane Fox"])


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik bij jullie drie van onze mensen kwijt voor de 18e?\n\n{}",
        "Wij willen drie van onze medewerkers naar de Meet Up van 18 januari sturen:\n\n{}",
        "Wij melden drie van onze mensen aan voor 18 januari:\n\n{}\n\nIk sta daar zelf niet tussen.",
        "We'd like to book three of our team in for 18 January:\n\n{}\n\nI'm not one of them.",
        "Please register three people for 18 January:\n\n{}\n\nI'm just the messenger.",
        "Drei unserer Mitarbeiter möchten am 18. Januar teilnehmen:\n\n{}\n\nIch selbst gehöre nicht dazu.",
        "Merci d'inscrire pour le 18 janvier :\n\n{}\n\nJe n'en fais pas partie.",
    ],
)
def test_who_sends_three_of_the_house_is_none_of_them(text: str) -> None:
    listed = "1. Jane Fox\n2. Owen Price\n3. Lily Chan"
    one = reading(f"{text.format(listed)}\n\nRobin Keller")
    assert names(one) == ["Jane Fox", "Lily Chan", "Owen Price"]


@pytest.mark.parametrize(
    "text",
    [
        "I would like to come on 18 January with two of our people:\n\n{}",
        "I will bring two of our team to the Meet Up on 18 January:\n\n{}",
        "Ik kom op 18 januari met twee van onze mensen:\n\n{}",
    ],
)
def test_who_comes_with_them_is_counted(text: str) -> None:
    one = reading(f"{text.format('- Jane Fox' + chr(10) + '- Owen Price')}\n\nRobin Keller")
    assert one.review or names(one) == ["Jane Fox", "Owen Price", "Robin Keller"]


@pytest.mark.parametrize(
    "signs",
    [
        ("(a)", "(b)", "(c)"),
        ("a)", "b)", "c)"),
        ("A.", "B.", "C."),
        ("(i)", "(ii)", "(iii)"),
        ("i)", "ii)", "iii)"),
    ],
)
@pytest.mark.parametrize(
    "before", ["The following colleagues will attend on 18 January:", "Please register:"]
)
def test_a_lettered_list_is_one(signs: tuple[str, ...], before: str) -> None:
    people = ("Ms. Jane Fox, Counsellor", "Mr. Owen Price, Second Secretary", "Dr. Lily Chan, adviser")
    listed = "\n".join(f"{sign} {who}" for sign, who in zip(signs, people, strict=True))
    one = reading(f"{before}\n\n{listed}\n\nRobin Keller")
    assert (one.intent, names(one)) == (Intent.REGISTER, ["Jane Fox", "Lily Chan", "Owen Price"])
