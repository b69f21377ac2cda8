"""What should stand on the badge: without a title, with the organisation that somebody speaks for."""

from __future__ import annotations

import pytest

from tests.core.phrased import names, said, to_confirmation


@pytest.mark.parametrize(
    "words",
    [
        'Zwei Kleinigkeiten: mein Vorname ist Robin (mit i), und den "Dr." lassen Sie bitte weg.',
        "Den Doktor bitte streichen, ich habe nicht promoviert.",
        "Auf dem Schild bitte ohne Titel.",
        'Please drop the "Dr" on my badge, I have no doctorate.',
        "Could you leave out the Prof. in front of my name?",
        "No title on the badge, please.",
        'De "drs." mag weg, die titel heb ik niet.',
        "Laat de titel op de badge maar weg.",
        'Merci de supprimer le "Dr" devant mon nom.',
        "Enlevez le titre de docteur sur le badge s'il vous plaît.",
    ],
)
def test_a_title_is_left_away_and_nobody_leaves(words: str) -> None:
    request = to_confirmation(words)
    assert (said(request), names(request)) == ("change", ["Robin Keller"])


@pytest.mark.parametrize(
    "words",
    [
        "Please cancel Dr. Lotte Brands, she is ill.",
        "Bitte streichen Sie Frau Dr. Brands von der Liste, sie ist krank.",
        "Haal dr. Lotte Brands van de lijst, zij is ziek.",
    ],
)
def test_a_doctor_who_gives_up(words: str) -> None:
    request = to_confirmation(words, "Robin Keller", "Lotte Brands")
    assert (request.intent, names(request)) == ("cancel", ["Lotte Brands"])


@pytest.mark.parametrize(
    ("words", "house"),
    [
        (
            'Auf dem Schild bitte nicht "Seewind" schreiben, ich vertrete an dem Tag das Bündnis Sahel.',
            "Bündnis Sahel",
        ),
        ('On the badge please not "Seewind", I represent the Sahel Alliance that day.', "Sahel Alliance"),
        (
            'Graag op de badge niet "Seewind", ik vertegenwoordig die dag de Sahel Alliantie.',
            "Sahel Alliantie",
        ),
        ("Sur le badge, pas « Seewind » : je représente ce jour-là l'Alliance Sahel.", "Alliance Sahel"),
        ("Please put my organisation as Common Light on the badge.", "Common Light"),
        (
            "Ik heb mijn opdrachtgever ingevuld, maar ik kom als zelfstandige: Keller Tekst. Graag zo op het "
            "naambordje.",
            "Keller Tekst",
        ),
    ],
)
def test_for_whom_they_come(words: str, house: str) -> None:
    request = to_confirmation(words)
    assert (said(request), [one.organisation for one in request.attendees]) == ("change", [house])
