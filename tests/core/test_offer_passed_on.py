"""An offered seat is left to somebody else with thanks, or taken with joy."""

from __future__ import annotations

import pytest

from tests.core.phrased import names, said, to_offer


@pytest.mark.parametrize(
    "words",
    [
        "Na wunderbar, schon drei Tage vorher! Das wären elf Stunden Bahn. Da freut sich bestimmt "
        "jemand, der "
        "näher dran wohnt.",
        "C'est gentil de ne pas m'avoir oublié ! La personne suivante sur la liste sera plus contente "
        "que moi.",
        "Wonderful that you thought of me! But I have other plans by now. The next on the list will "
        "surely be "
        "happy with it.",
        "Wat leuk dat jullie aan me gedacht hebben! Maar ik heb inmiddels iets anders. De volgende op "
        "de lijst "
        "zal er blij mee zijn.",
        "Great, thanks! Unfortunately I'm away by now, please pass it on.",
        "Geef maar door aan de volgende, die zal er blij mee zijn.",
        "Super nett, aber bitte gebt ihn weiter.",
        "Merci, c'est une bonne nouvelle, mais passez-la au suivant.",
        "Danke, der nächste bitte!",
        "Super, maar geef hem maar door.",
    ],
)
def test_thanks_and_a_seat_for_the_next(words: str) -> None:
    assert said(to_offer(words)) == "decline"


@pytest.mark.parametrize(
    "words",
    [
        "Je n'y croyais plus ! Bien sûr que je la prends, cette place.",
        "Je ne m'y attendais plus. Oui, volontiers !",
        "I had given up hope! Of course I take it.",
        "I didn't expect that any more. Yes please!",
        "Ik had het al opgegeven! Natuurlijk neem ik hem.",
        "Dat had ik niet meer verwacht. Ja graag!",
        "Damit hatte ich nicht mehr gerechnet! Natürlich nehme ich den Platz.",
        "Ja, den Platz nehmen wir, also ich.",
        "Yes, we'd love to take the seat.",
        "Ja, die plaats nemen we graag.",
    ],
)
def test_joy_over_a_seat(words: str) -> None:
    request = to_offer(words)
    assert (said(request), names(request)) == ("accept", ["Robin Keller"])


@pytest.mark.parametrize(
    "words", ["Prima! Helaas moet ik dan weg.", "Lovely! Unfortunately there is a train strike."]
)
def test_thanks_beside_a_regret_take_nothing(words: str) -> None:
    assert said(to_offer(words)) != "accept"
