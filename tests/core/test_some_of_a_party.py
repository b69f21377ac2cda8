"""Several of a party give up, are crossed out, or stay at home while somebody else goes."""

from __future__ import annotations

import pytest

from tests.core.phrased import names, said, to_confirmation, to_offer

ME, LOTTE, MEHMET, SVETLANA = "Robin Keller", "Lotte Brands", "Mehmet Kaya", "Svetlana Orlova"
TWO = (ME, LOTTE)
THREE = (ME, LOTTE, MEHMET)
FOUR = (*THREE, SVETLANA)


@pytest.mark.parametrize(
    ("words", "listed", "who"),
    [
        (
            "Lotte fällt aus, ihre Tochter kommt früher zur Welt. Ersatz schicken wir keinen. Wir "
            "anderen drei sitzen ab 7 Uhr im Auto.",
            FOUR,
            [LOTTE],
        ),
        (
            "Lotte is dropping out. We won't send a replacement. The other three of us leave at seven.",
            FOUR,
            [LOTTE],
        ),
        (
            "Lotte valt uit. Vervanging sturen we niet. Wij andere drie zitten om 7 uur in de auto.",
            FOUR,
            [LOTTE],
        ),
        ("Lotte a la grippe et se désiste. Nous autres trois serons dans le train à 7 h.", FOUR, [LOTTE]),
        (
            "Lotte has a fever and Mehmet has lost his voice, so please cross out those two. I will attend.",
            THREE,
            [LOTTE, MEHMET],
        ),
        (
            "Lotte heeft koorts en Mehmet is zijn stem kwijt, dus streep die twee maar door. Ik kom.",
            THREE,
            [LOTTE, MEHMET],
        ),
        (
            "Lotte hat Fieber und Mehmet ist heiser, bitte streichen Sie die beiden. Ich komme.",
            THREE,
            [LOTTE, MEHMET],
        ),
        (
            "Lotte a de la fièvre et Mehmet a perdu sa voix, merci de rayer ces deux-là. Moi, je viens.",
            THREE,
            [LOTTE, MEHMET],
        ),
        (
            "Wir haben einen Notfall, der Lotte und mich beschäftigt. Wir zwei sind nicht dabei, Mehmet "
            "hält für uns die Stellung.",
            THREE,
            [LOTTE, ME],
        ),
        (
            "There is an emergency that keeps Lotte and me busy. The two of us won't be there, Mehmet "
            "holds the fort.",
            THREE,
            [LOTTE, ME],
        ),
        (
            "Er is een spoedzaak die Lotte en mij bezighoudt. Wij twee zijn er niet bij, Mehmet houdt de "
            "eer hoog.",
            THREE,
            [LOTTE, ME],
        ),
        (
            "Une urgence nous retient, Lotte et moi. Nous deux ne pourrons pas venir, Mehmet nous "
            "représentera.",
            THREE,
            [LOTTE, ME],
        ),
        ("Ni Lotte Brands ni moi ne pourrons être là.", TWO, [LOTTE, ME]),
        ("Weder Lotte Brands noch ich können am Donnerstag kommen.", TWO, [LOTTE, ME]),
        ("Noch Lotte Brands noch ik kunnen donderdag komen.", TWO, [LOTTE, ME]),
        ("Please cross out Lotte and Mehmet.", THREE, [LOTTE, MEHMET]),
        (
            "Chris has the flu, please take him off the list. I am coming as planned.",
            (ME, "Christopher Ashe"),
            ["Christopher Ashe"],
        ),
    ],
)
def test_who_of_them_gives_up(words: str, listed: tuple[str, ...], who: list[str]) -> None:
    request = to_confirmation(words, *listed)
    assert (said(request), names(request)) == ("cancel", sorted(who))


@pytest.mark.parametrize(
    ("words", "listed", "who"),
    [
        ("Lotte Brands stays in the office, Sam Cole (sam@seewind.example) goes.", THREE, ["Sam Cole"]),
        (
            "1) Lotte Brands stays at home, Sam Cole goes\n2) Mehmet Kaya stays as well, Jo Tanner goes",
            FOUR,
            ["Jo Tanner", "Sam Cole"],
        ),
        ("Lotte Brands blijft op kantoor, Piet Jansen gaat.", THREE, ["Piet Jansen"]),
        ("Lotte Brands reste au bureau, Anne Morel y va.", THREE, ["Anne Morel"]),
        (
            "L'ambassade a refusé le visa de Lotte Brands. Notre représentante aux Pays-Bas, Anne Morel, "
            "viendra à sa place.",
            TWO,
            ["Anne Morel"],
        ),
    ],
)
def test_who_goes_instead(words: str, listed: tuple[str, ...], who: list[str]) -> None:
    request = to_confirmation(words, *listed)
    assert (said(request), names(request)) == ("change", who)
    assert all(pair.former is not None for pair in request.replacements)


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Finally we will only be two of the three.", THREE),
        ("Finalement nous ne serons que deux sur les trois.", THREE),
        ("We komen met twee van de drie.", THREE),
        ("Am Ende kommen nur zwei von uns dreien.", THREE),
        ("Ik moet afzeggen, griep, en mijn vrouw blijft ook thuis. Dus twee stoelen vrij.", (ME,)),
        ("Ich muss absagen, Grippe, und meine Frau bleibt auch daheim. Also zwei Plätze frei.", (ME,)),
        ("Je dois annuler, grippe, et ma femme reste à la maison. Donc deux places libres.", (ME,)),
        ("I have to cancel, and my wife stays at home as well. So two seats free.", (ME,)),
    ],
)
def test_how_many_and_not_who_is_for_a_person(words: str, listed: tuple[str, ...]) -> None:
    request = to_confirmation(words, *listed)
    assert said(request) == "cancel?"


def test_a_seat_is_a_he_in_dutch() -> None:
    assert said(to_offer("Geef hem maar aan de volgende.")) == "decline"
