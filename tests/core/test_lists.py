"""Lists of people: each line a person, the writer among them, and the lines that are none."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def reading(text: str) -> Request:
    mail = letter(text, "Robin Keller <robin.keller@verein.example>", subject="Meet Up")
    return understand(mail, HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Wij komen graag op 18 januari:", "ondergetekende"),
        ("Graag aanmelden voor 18 januari:", "ikzelf"),
        ("Graag inschrijven voor 18 januari:", "schrijver dezes (vegetarisch)"),
        ("Please register for 18 January:", "yours truly"),
        ("We would like to attend on 18 January:", "me"),
        ("Please sign up for 18 January:", "the undersigned, vegetarian"),
        ("Bitte melden Sie für den 18. Januar an:", "meine Wenigkeit"),
        ("Wir kommen am 18. Januar:", "der Unterzeichner"),
        ("Wir nehmen teil am 18. Januar:", "ich selbst"),
        ("Merci d'inscrire pour le 18 janvier :", "le soussigné"),
        ("Nous viendrons le 18 janvier :", "moi-même"),
        ("Merci de nous inscrire pour le 18 janvier :", "votre serviteur"),
    ],
)
@pytest.mark.parametrize("sign", ["3. ", "- ", ""])
def test_the_writer_is_a_line_of_the_list(heading: str, line: str, sign: str) -> None:
    other = ("1. ", "2. ") if sign == "3. " else (sign, sign)
    one = reading(
        f"{heading}\n\n{other[0]}Marie Kowalczyk\n{other[1]}Tim Ehlers\n{sign}{line}\n\nRobin Keller"
    )
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert names(one) == ["Marie Kowalczyk", "Robin Keller", "Tim Ehlers"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("El Hadji Sarr", "El Hadji Sarr"),
        ("Lic. Juana Inés Terrazas Rojas, juana@b.example", "Juana Inés Terrazas Rojas"),
        ("Arq. Luis Quispe Mamani", "Luis Quispe Mamani"),
        ("Colonel (ret.) Thomas Ashdown", "Thomas Ashdown"),
        ("Herrn Prof. Dr. Jörg Weißenborn", "Jörg Weißenborn"),
    ],
)
def test_a_line_between_people_that_is_made_of_names_is_a_person(line: str, name: str) -> None:
    one = reading(f"Please register for 18 January:\n\n- Marie Kowalczyk\n- {line}\n- Tim Ehlers\n\nThanks")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == sorted(["Marie Kowalczyk", name, "Tim Ehlers"])


@pytest.mark.parametrize(
    "line",
    ["a driver", "Vegetarian Lunch", "Invoice to Amnesty Kenya", "Amnesty International Kenya", "nog iemand"],
)
def test_a_line_that_is_nobody_we_can_name_is_left_to_a_person(line: str) -> None:
    one = reading(f"Please register for 18 January:\n\n- Marie Kowalczyk\n- {line}\n- Tim Ehlers\n\nThanks")
    assert (one.intent, one.review) == (Intent.REGISTER, True)
    assert any(reason.rule == "list-unclear" for reason in one.reasons)
