"""Who writes from the mailbox of a house, and the address that is their own."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def reading(text: str, sender: str, *, signature: str = "") -> Request:
    return understand(letter(text, sender, signature=signature), HOUSE, load_lexicon(), Context())


def people(one: Request) -> list[tuple[str | None, str | None, str | None]]:
    return [(who.name, who.email, who.organisation) for who in one.attendees]


@pytest.mark.parametrize(
    ("sender", "asked", "below", "house"),
    [
        (
            "Open Roads <hello@{}>",
            "Please put me on the list.",
            "Liz Turner\n{} | www.openroads.example",
            "Open Roads",
        ),
        ("Open Roads Team <team@{}>", "I would like to attend.", "Liz Turner\nOpen Roads\n{}", "Open Roads"),
        ("Admin <admin@{}>", "I'd like to register.", "Liz Turner\nOpen Roads\nDirect: {}", "Open Roads"),
        ("Praktijk Open Roads <praktijk@{}>", "Ik kom graag.", "Liz Turner\n{}", "Praktijk Open Roads"),
        (
            "Büro Open Roads <buero@{}>",
            "ich melde mich an.",
            "Liz Turner\nOpen Roads e.V.\n{}",
            "Open Roads e.V.",
        ),
        (
            "Open Roads <contact@{}>",
            "je souhaite m'inscrire.",
            "Liz Turner\nOpen Roads\nMél : {}",
            "Open Roads",
        ),
    ],
)
def test_who_signs_below_a_house_has_the_address_of_their_own(
    sender: str, asked: str, below: str, house: str
) -> None:
    one = reading(f"{asked}\n\n{below.format('liz@openroads.example')}", sender.format("openroads.example"))
    assert people(one) == [("Liz Turner", "liz@openroads.example", house)]


@pytest.mark.parametrize(
    ("sender", "below"),
    [
        pytest.param("Open Roads <info@openroads.example>", "Liz Turner", id="none is told"),
        pytest.param(
            "Liz Turner <info@openroads.example>", "Liz Turner\nliz@openroads.example", id="From is a person"
        ),
        pytest.param(
            "Open Roads <info@openroads.example>", "Liz Turner\nliz@gmail.example", id="of no house"
        ),
        pytest.param(
            "Open Roads <info@openroads.example>",
            "Liz Turner\nbilling@openroads.example",
            id="another office's",
        ),
        pytest.param(
            "Open Roads <info@openroads.example>",
            "Liz Turner\nliz@openroads.example / l.turner@openroads.example",
            id="two of them",
        ),
    ],
)
def test_otherwise_they_are_answered_where_they_write_from(sender: str, below: str) -> None:
    one = reading(f"I would like to register for 18 January.\n\n{below}", sender)
    assert [(who.name, who.email) for who in one.attendees] == [("Liz Turner", "info@openroads.example")]


@pytest.mark.parametrize(
    "below",
    [
        "Liz Turner (liz@openroads.example)\nSam Okoro (sam@openroads.example)\nOpen Roads",
        "Liz Turner (liz@openroads.example) and Sam Okoro (sam@openroads.example)\nOpen Roads",
        "Liz Turner & Sam Okoro\nOpen Roads\nliz@openroads.example / sam@openroads.example",
    ],
)
def test_two_who_sign_have_their_own(below: str) -> None:
    one = reading(
        f"Please put us both on the list for 18 January.\n\n{below}", "Open Roads <team@openroads.example>"
    )
    assert people(one) == [
        ("Liz Turner", "liz@openroads.example", "Open Roads"),
        ("Sam Okoro", "sam@openroads.example", "Open Roads"),
    ]


@pytest.mark.parametrize(
    ("sender", "name", "house"),
    [
        ("Kees Tol Waterwijs <kees@waterwijs.example>", "Kees Tol", "Waterwijs"),
        ("Kees van den Tol De Waterwijs <kees@waterwijs.example>", "Kees van den Tol", "De Waterwijs"),
        ("Kees Tol Advies <info@keestol.example>", "Kees Tol", "Kees Tol Advies"),
        ("Ingrid Wolters Stichting Zaad <ingrid@gmail.example>", "Ingrid Wolters", "Stichting Zaad"),
        ("Kees Tol <kees@tol.example>", "Kees Tol", None),
        ("Maria van der Tol <maria@tol.example>", "Maria van der Tol", None),
        ("Secretariaat Waterwijs <secretariaat@waterwijs.example>", None, "Waterwijs"),
        ("Door Kamphuis <door.kamphuis@icloud.example>", "Door Kamphuis", None),
    ],
)
def test_a_house_behind_a_name_in_from(sender: str, name: str | None, house: str | None) -> None:
    one = reading("Ik kom graag op 18 januari.", sender)
    assert [(who.name, who.organisation) for who in one.attendees] == [(name, house)]
