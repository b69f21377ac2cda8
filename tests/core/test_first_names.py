"""A first name that stands alone: somebody who comes, somebody spoken of, or a month."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

WRITER = "Robin Hulshoff <r.hulshoff@lindenhof.example>"


def read(text: str, subject: str = "Meet Up") -> Request:
    return understand(letter(text, WRITER, subject=subject), HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Graag een plek voor Tineke op 18 januari.", ["Tineke"]),
        ("Tineke wil graag komen op 18 januari.", ["Tineke"]),
        ("Graag Tineke aanmelden voor 18 januari.", ["Tineke"]),
        ("Tineke en Bas komen op 18 januari.", ["Tineke", "Bas"]),
        ("Ook Jan wil graag komen op 18 januari.", ["Jan"]),
        ("Please register Priya for 18 January.", ["Priya"]),
        ("Priya would like to come on 18 January.", ["Priya"]),
        ("A seat for Priya on 18 January please.", ["Priya"]),
        ("Jana möchte gern am 18. Januar teilnehmen.", ["Jana"]),
        ("Bitte einen Platz für Jana am 18. Januar.", ["Jana"]),
        ("Chloé souhaite participer à la rencontre du 18 janvier.", ["Chloé"]),
        ("Merci d'inscrire Chloé pour le 18 janvier.", ["Chloé"]),
    ],
)
def test_who_comes_may_be_told_by_a_first_name_alone(text: str, who: list[str]) -> None:
    one = read(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [attendee.name for attendee in one.attendees] == who


@pytest.mark.parametrize(
    "text",
    [
        "Tineke komt ook op 18 januari, dus ik kom graag.",
        "Jan zegt dat ik op 18 januari kan komen. Schrijf me in.",
        "Priya is coming on 18 January too, so please put me down.",
        "Tom would like to know the programme. I will come on 18 January.",
        "I'd love to join Priya on 18 January.",
    ],
)
def test_whom_the_writer_speaks_of_beside_their_own_wish_takes_no_seat(text: str) -> None:
    assert [attendee.name for attendee in read(text).attendees] == ["Robin Hulshoff"]


@pytest.mark.parametrize("text", ["Kan Jan mij bellen? Ik kom straks langs.", "Jan is ziek, ik kom straks."])
def test_jan_is_a_man_and_no_month(text: str) -> None:
    one = read(text, "Vraag")
    assert (one.event, one.review or one.intent is Intent.OTHER) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "I would like to come to the meeting in Jan.",
        "Count me in for the Jan meetup.",
        "Ik kom graag naar de bijeenkomst van Jan 2018.",
        "Ich möchte im Jan. teilnehmen.",
    ],
)
def test_in_jan_is_january(text: str) -> None:
    assert read(text, "Vraag").event == "meetup-4"
