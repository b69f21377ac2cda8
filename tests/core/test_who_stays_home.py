"""Somebody who is named in a mail that signs people up, and only to say that they do not come."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str) -> Request:
    mail = letter(f"{text}\n\nRobin Keller", ROBIN)
    return understand(mail, HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Graag meld ik mij aan voor 18 januari. Mijn collega Jan Pruim kan deze keer niet.",
        "Please register me for 18 January. My colleague Jan Pruim won't be able to come, he is on leave.",
        "Ich komme am 18. Januar gern. Jan Pruim ist leider verhindert.",
        "Veuillez m'inscrire pour le 18 janvier. Mon collègue Jean Pruim ne pourra pas venir.",
    ],
)
def test_a_colleague_who_cannot_come_has_no_seat_and_gives_none_up(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen met twee personen op 18 januari: ikzelf en Fatima Nur. Jan Pruim gaat meestal "
        "mee, maar hij kan deze keer niet komen.",
        "I will come on 18 January with Fatima Nur. Jan Pruim usually comes along, but he can't make it.",
        "Wir kommen zu zweit am 18. Januar: Fatima Nur und ich. Jan Pruim schafft es diesmal nicht.",
        "Je viendrai le 18 janvier avec Fatima Nur. Jean Pruim ne vient pas cette fois.",
    ],
)
def test_who_usually_comes_along_is_not_one_of_the_two(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Fatima Nur", "Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "I'll be there on 18 January with Anna Bos.",
        "I will come with my neighbour Anna Bos to the event on 18 January.",
    ],
)
def test_who_says_to_be_there_with_another_is_one_of_the_two(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review, names(one)) == (Intent.REGISTER, False, ["Anna Bos", "Robin Keller"])
