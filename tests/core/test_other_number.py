"""What a party on the list says besides: another number than stands there, another address, another house."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Intent
from tests.core.test_giving_up import leave, read


@pytest.mark.parametrize(
    "words",
    [
        "In december heb ik twee plaatsen besproken. Graag ontvang ik er vier.",
        "Een van ons moet op kantoor blijven, wie dat is beslissen we maandag.",
        "One of us has to stay at the office.",
        "L'un de nous devra garder le bureau le 18. Lequel, cela reste à voir.",
        "Nous serons quatre au lieu de deux.",
        "wij worden geen 4 maar 2 donderdag. Wie de andere is hoor je nog.",
        "Einer von uns kann nicht kommen, wir losen noch.",
    ],
)
def test_another_number_is_never_left_lying(words: str) -> None:
    request = read(words, "Robin Keller", "Lotte Brands")
    assert request.review
    assert request.about_event


@pytest.mark.parametrize(
    "words",
    [
        "Kunnen jullie in mijn aanmelding robin71@gmail.example zetten, zodat alles daarheen gaat?",
        "Mijn werkadres wordt afgesloten. Stuur alles voortaan naar robin71@gmail.example.",
        "Please use robin71@gmail.example for everything about the Meet Up from now on.",
        "Bitte schicken Sie alles Weitere an robin71@gmail.example.",
        "Bitte vermerken Sie die neue Adresse: robin71@gmail.example.",
        "Ma nouvelle adresse est robin71@gmail.example.",
    ],
)
def test_another_address(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, leave(request)) == (Intent.CHANGE, ["Robin Keller"])
    assert request.attendees[0].email == "robin71@gmail.example"


@pytest.mark.parametrize(
    "words",
    [
        'In jullie bevestiging staat nog "Stichting Bronwater" achter mijn naam; willen jullie daar op de '
        "deelnemerslijst Samen voor Water van maken?",
        "Please put Common Light behind my name instead of Bridgewell.",
        "Bitte setzen Sie hinter meinen Namen Wasser Gemeinsam statt Brunnenverein.",
    ],
)
def test_another_house_behind_the_name_is_nobody_else(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, leave(request)) == (Intent.CHANGE, ["Robin Keller"])
