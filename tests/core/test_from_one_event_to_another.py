"""Whoever has a seat at one event would rather have one at another: always for a person, and read as that."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Intent
from tests.core.sayings import request
from tests.core.test_giving_up import leave, read

MOVE = {"moves-event"}


@pytest.mark.parametrize(
    "words",
    [
        "Zet me alsjeblieft over naar de bijeenkomst van 22 maart, dan schuif ik daar aan.",
        "Kan mijn plek naar de Meet Up van 22 maart?",
        "Ik kan donderdag niet. Mag ik in plaats daarvan op 22 maart komen?",
        "Schrijf me maar over op de editie van 22 maart.",
        "Boek mij om naar 22 maart, graag.",
        "Could you put me down for 22 March instead of 18 January?",
        "I can't do the 18th of January. May I come on 22 March instead?",
        "January is no good for me any more; I'd rather come to the meeting on 22 March.",
        "Please swap my place on 18 January for one on 22 March.",
        "Bitte tragen Sie mich statt für Januar für den 22. März ein.",
        "Lieber würde ich am 22. März kommen, am 18. Januar bin ich krank.",
        "Pourriez-vous me basculer sur la rencontre du 22 mars ?",
        "Je préfère venir le 22 mars, le 18 janvier je ne peux plus.",
    ],
)
def test_the_writer_moves(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, request.event, leave(request)) == (Intent.CHANGE, "meetup-5", ["Robin Keller"])
    assert {reason.rule for reason in request.reasons} >= MOVE
    assert request.review


@pytest.mark.parametrize(
    "words",
    [
        "I shall be there on the 18th as planned, but Lotte Brands would rather come to the one on 22 March. "
        "So kindly shift her across and leave me where I am.",
        "Zet Lotte over naar 22 maart; ik kom gewoon op de 18e.",
        "Lotte möchte lieber am 22. März kommen, ich bleibe beim 18. Januar.",
    ],
)
def test_one_of_two_moves(words: str) -> None:
    request = read(words, "Robin Keller", "Lotte Brands")
    assert (request.intent, request.event, leave(request)) == (Intent.CHANGE, "meetup-5", ["Lotte Brands"])
    assert request.review


def test_both_move() -> None:
    request = read("Kunnen wij allebei worden overgezet naar 22 maart?", "Robin Keller", "Lotte Brands")
    assert (request.intent, request.event) == (Intent.CHANGE, "meetup-5")
    assert leave(request) == ["Robin Keller", "Lotte Brands"]


@pytest.mark.parametrize(
    "words",
    [
        "Thanks! I would like to come on 22 March as well.",
        "Danke. Ich möchte auch am 22. März kommen.",
        "Ik kom op 22 maart ook graag, schrijf me daar maar voor in.",
    ],
)
def test_a_seat_at_the_other_one_too(words: str) -> None:
    request = read(words, "Robin Keller")
    assert request.event == "meetup-5"
    assert request.intent is Intent.REGISTER or request.review  # not "only says that they come"


def test_the_one_is_given_up_and_the_other_only_hoped_for() -> None:
    request = read("I have to cancel for the 18th. Hope to see you on 22 March!", "Robin Keller")
    assert (request.intent, request.event, request.review) == (Intent.CANCEL, "meetup-4", False)


@pytest.mark.parametrize(
    ("before", "text", "intent"),
    [
        ("offered", "Dank, maar ik sla hem af. Ik heb me al ingeschreven voor maart.", Intent.DECLINE),
        ("offered", "Hi, thanks but I don't need it. I'll wait for March.", Intent.DECLINE),
        ("offered", "Non merci, je ne peux plus venir. J'attendrai la rencontre de mars.", Intent.DECLINE),
        ("registered", "Leider muss ich absagen. Im März bin ich gern wieder dabei.", Intent.CANCEL),
        ("registered", "Ik kom toch niet. De bijeenkomst van 22 maart lijkt me ook mooi.", Intent.CANCEL),
    ],
)
def test_who_says_no_may_look_forward_to_another(before: str, text: str, intent: Intent) -> None:
    one = request(text, before, greeting="Hello,", closing="Robin", invitation="Invitation")
    assert (one.intent, one.event, one.review) == (intent, "meetup-4", False)


@pytest.mark.parametrize(
    "text", ["I can't come on 22 March after all.", "Ik kan toch niet op 22 maart, sorry."]
)
def test_a_no_to_another_than_our_letter_is_about_goes_to_a_person(text: str) -> None:
    assert request(text, "registered", greeting="Hello,", closing="Robin", invitation="Invitation").review
