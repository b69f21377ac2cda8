"""Names below the words that lead to them: who of them comes, and whether who writes does."""

from __future__ import annotations

import pytest

from mailbot.core.base import Attendee, Context, Known, Status
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER


def reading(text: str, known: tuple[Known, ...] = ()) -> Request:
    return understand(letter(text, WRITER, subject="Meet Up"), HOUSE, load_lexicon(), Context(known))


def names(text: str) -> list[str | None]:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, len(one.attendees), False)
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij meld ik aan voor 18 januari:\n\nde heer mr. Joris Dekker, directeur\n"
        "mevrouw Lotte Bruins, adviseur",
        "Bij dezen geef ik op voor de Meet Up van 18 januari:\n\nir. Joris Dekker, directeur\n"
        "mw. Lotte Bruins, voorzitter van ons bestuur\n\nCorrespondentie graag via dit adres.",
        "I hereby register for 18 January:\n\nMr Joris Dekker, director\nMs Lotte Bruins, adviser",
    ],
)
def test_who_signs_up_a_list_of_others_has_no_seat(text: str) -> None:
    assert names(text) == ["Joris Dekker", "Lotte Bruins"]


@pytest.mark.parametrize(
    "text",
    [
        "Three of our unit will attend on 18 January:\nRobin Keller, Joris Dekker and Lotte Bruins.",
        "We are in for 18 January! That's Robin Keller (me), Joris Dekker and Lotte Bruins.",
        "Wij komen graag op 18 januari:\nRobin Keller (dat ben ik)\nLotte Bruins\nen Joris Dekker",
    ],
)
def test_the_writer_in_the_row_comes_as_the_others_do(text: str) -> None:
    assert names(text) == ["Joris Dekker", "Lotte Bruins", "Robin Keller"]


def test_a_strange_name_in_a_row_of_people_is_one_of_them() -> None:
    text = "Graag aanmelden voor 18 januari:\n\nLotte Bruins\nTobias Hartog\nen Parwana Noori"
    assert names(text) == ["Lotte Bruins", "Parwana Noori", "Tobias Hartog"]


def test_two_of_us_with_the_writer_in_the_list_are_two() -> None:
    text = (
        "Je souhaite inscrire deux personnes de notre équipe à la rencontre du 18 janvier :\n\n"
        "- Lotte Bruins, chargée de plaidoyer\n- moi-même"
    )
    assert names(text) == ["Lotte Bruins", "Robin Keller"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "The Embassy announces the attendance of Minister-Counsellor Joris Dekker and Second Secretary "
            "Lotte Bruins on 18 January.",
            ["Joris Dekker", "Lotte Bruins"],
        ),
        (
            "Ik wil mij en mevrouw Lotte Bruins opgeven voor 18 januari. We komen namens de "
            "ZWO-commissie Aalten.",
            ["Lotte Bruins", "Robin Keller"],
        ),
    ],
)
def test_offices_and_houses_with_a_hyphen_are_nobody(text: str, there: list[str]) -> None:
    assert names(text) == there


def test_who_has_a_seat_and_brings_somebody_to_be_named_asks_for_one_more() -> None:
    own = Attendee("Robin Keller", "robin.keller@verein.example", None)
    known = Known("MU-7K2", "meetup-4", WRITER, ((own, Status.CONFIRMED),), in_thread=True)
    text = "Kan er nog iemand bij op 18 januari? Ik sta al op de lijst. Wie dat wordt hoor je later van me."
    one = reading(text, (known,))
    assert (one.intent, one.seats, [who.name for who in one.attendees]) == (Intent.REGISTER, 1, [None])


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for your event about civic space on Friday 19 January in The Hague.",
        "Graag een plaats voor mij op de bijeenkomst over civic space van vrijdag 19 januari.",
    ],
)
def test_our_theme_on_another_day_goes_before_a_person(text: str) -> None:
    one = reading(text)
    assert one.review
    assert "no-such-event" in {reason.rule for reason in one.reasons}


def test_who_is_on_the_list_but_must_stay_away_corrects_nothing() -> None:
    one = reading("Ich stehe bei Ihnen auf der Teilnehmerliste, muss aber absagen.")
    assert one.intent is Intent.CANCEL


@pytest.mark.parametrize(
    "text",
    [
        "I'm in for 18 January! That's Professor Joris Dekker's series, isn't it.",
        "Count me in for 18 January. That's the day Lotte Bruins speaks.",
        "Please register me for 18 January. This is Joris Dekker's old address, by the way.",
        "I'll be there on 18 January. That's Lotte Bruins to thank for.",
        "Ik kom graag op 18 januari. Dat is op verzoek van Lotte Bruins.",
        "Ik kom graag op 18 januari. Dit is Joris Dekker zijn idee geweest.",
        "Ich komme gern am 18. Januar. Das ist Lotte Bruins zu verdanken.",
        "Je viendrai le 18 janvier. C'est Lotte Bruins qui m'en a parlé.",
        pytest.param(
            "Wij komen op 18 januari:\nJoris Dekker is bereikbaar voor vragen.",
            marks=pytest.mark.xfail(strict=True, reason="is given a seat: he sounds like coming"),
        ),
        "We will attend on 18 January:\nLotte Bruins pays for it.",
    ],
)
def test_who_is_only_spoken_of_behind_it_has_no_seat(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert one.review or [who.name for who in one.attendees] == ["Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "I'm coming on 18 January and bringing two colleagues.\n\n"
        "- Robin Keller\n- Lotte Bruins\n- Joris Dekker",
        "Graag meld ik mij en twee collega's aan voor 18 januari:\n\n"
        "- Robin Keller\n- Lotte Bruins\n- Joris Dekker",
    ],
)
def test_two_beside_the_writer_in_the_list_are_three(text: str) -> None:
    assert names(text) == ["Joris Dekker", "Lotte Bruins", "Robin Keller"]


def test_two_beside_the_writer_of_whom_the_list_has_one_are_not_two() -> None:
    one = reading("I'm coming on 18 January and bringing two colleagues.\n\n- Robin Keller\n- Lotte Bruins")
    assert one.review or one.seats == 3


def test_the_second_half_of_a_double_name_is_no_office() -> None:
    assert names("Please register Anna Smith-Fellow and Lotte Bruins for 18 January.") == [
        "Anna Smith-Fellow",
        "Lotte Bruins",
    ]


def test_a_place_below_a_list_is_nobody() -> None:
    text = "Graag aanmelden voor 18 januari:\n\nLotte Bruins\nTobias Hartog\nEtterbeek Brussel"
    assert "Etterbeek Brussel" not in [who.name for who in reading(text).attendees]


def test_the_only_line_below_the_heading_is_who_comes() -> None:
    assert names("Our participant on 18 January:\n1. Robin Keller\n\nInvoice to: Lotte Bruins") == [
        "Robin Keller"
    ]


def test_who_is_registered_for_something_else_asks_for_their_own_seat() -> None:
    one = reading(
        "Graag een plek voor 18 januari. Ik sta al op de lijst voor februari. Wie het wordt hoor je later."
    )
    assert one.review or [who.name for who in one.attendees] == ["Robin Keller"]
