"""How many seats a mail asks for: what counts somebody, and what only speaks of people."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, *, signed: str = "\n\nRobin Keller") -> Request:
    return understand(letter(text + signed, ROBIN, subject="Meet Up"), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Namens onze diaconie (zes man) kom ik op 18 januari naar de Meet Up.",
        "Onze stichting (vier vrijwilligers) is klein, maar ik kom graag op 18 januari.",
        "Ons team van vijf mensen stuurt mij naar de Meet Up van 18 januari. Schrijf mij in.",
        "On behalf of our group (five volunteers) I would like to attend on 18 January.",
        "We are a tiny foundation (three people) and I would like to attend on 18 January.",
        "Our team of five is sending me to the Meet Up on 18 January. Please register me.",
        "Für unseren Verein (sieben Leute) möchte ich am 18. Januar teilnehmen.",
        "Au nom de notre collectif (six personnes), je participe le 18 janvier.",
        "Notre équipe de cinq personnes m'envoie au Meet Up du 18 janvier. Inscrivez-moi.",
    ],
)
def test_so_many_the_house_of_the_writer_has_and_one_comes(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, names(one)) == (Intent.REGISTER, 1, ["Robin Keller"])


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Onze groep (vier personen) komt graag op 18 januari.", 4),
        ("Wij zijn met drie mensen van de stichting en ik meld ons hierbij aan voor 18 januari.", 3),
        ("I would like to reserve seats on 18 January for our team (five people).", 5),
        ("Pour notre groupe (quatre personnes) je voudrais réserver des places le 18 janvier.", 4),
    ],
)
def test_a_whole_group_that_comes_is_counted(text: str, seats: int) -> None:
    assert reading(text).seats == seats


@pytest.mark.parametrize(
    "picture",
    [
        "[cid:image001.png@01D5EA0A.03F848A7]",
        "[cid:image002.jpg@01D303AA.1A2B3C40]",
        "<https://peace.example/2a3/seats>",
    ],
)
def test_the_name_of_a_picture_or_a_link_counts_nobody(picture: str) -> None:
    one = reading("Please register me for 18 January.", signed=f"\n\nRobin Keller\n\n{picture}\n")
    assert (one.seats, one.review) == (1, False)
