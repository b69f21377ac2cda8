"""Halls on offer, tickets for a concert, bills, things found: nobody asks for a seat or gives one up."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER, lexicon

# In mails that name no event of ours.
ELSEWHERE = [
    "Wij verhuren zalen voor 20 tot 300 personen in Utrecht. Ik kom graag eens kennismaken.",
    "Our conference centre has rooms for 10 to 250 people. I'd love to come by and show you around.",
    "Unser Tagungshaus bietet Räume für bis zu 150 Personen. Gern komme ich zu einem Gespräch vorbei.",
    "Notre hôtel dispose de salles pour 30 à 200 personnes. Je serais ravi de vous rencontrer.",
    "Ik heb kaartjes voor de voorstelling van zaterdag (bestelling 8812). Graag annuleren.",
    "I booked 2 tickets for the concert this Saturday (order 77, row F). Please cancel both.",
    "Wir haben zwei Karten für die Lesung am Freitag. Bitte stornieren, mein Mann ist krank.",
    "J'ai réservé deux places pour le concert de samedi. Merci de les annuler, je suis malade.",
]

# Words like ours, in mails that bear no sign of any event.
ANYTHING = [
    "Could you book me a table for two?",
    "Please sign me up for your mailing list.",
    "Please add me to your distribution list.",
    "So there you have it, I'll be there at nine.",
    "Zet me op de verzendlijst.",
    "Ik kom de dozen ophalen.",
    "Ik meld me aan voor de vrijwilligersdag.",
    "Ich komme morgen um 10 Uhr vorbei.",
]

# About an event of ours, and wanting nothing of it that could not be read.
ERRANDS = [
    "We have not yet received the invoice for the Meet Up of 12 October.",
    "Your order of 60 lanyards for the Meet Up of 18 January has left our warehouse.",
    "I found a blue umbrella after the Meet Up in October. It is at our reception.",
    "Op de Meet Up van 12 oktober heb ik een groene sjaal gevonden. Hij ligt bij ons aan de balie.",
    "De bestelde 50 badgehouders voor de Meet Up van 18 januari worden dinsdag bezorgd.",
    "Nach dem Meet Up im Oktober habe ich einen Schal gefunden. Er liegt bei uns am Empfang.",
]

# The same words beside a wish.
WISHES = [
    "Please register me for 18 January and send the invoice to our office.",
    "Schrijf mij in voor 18 januari. De factuur mag naar ons kantoor.",
    "Is there still room for two people on 18 January? Please book us in, my wife and me.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_is_offered_or_booked_elsewhere_takes_no_seat_of_ours(text: str) -> None:
    read = understand(letter(text, WRITER, subject="Bericht"), HOUSE, lexicon())
    assert read.intent in {"other", "question"} or read.review, [reason.text for reason in read.reasons]


@pytest.mark.parametrize("text", ERRANDS)
def test_work_around_an_event_is_no_riddle(text: str) -> None:
    read = understand(letter(text, WRITER, subject="Bericht"), HOUSE, lexicon())
    assert (read.intent, read.review) == ("other", False), [reason.text for reason in read.reasons]


@pytest.mark.parametrize("text", WISHES)
def test_a_bill_beside_a_wish_hides_it_not(text: str) -> None:
    read = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert read.intent == "register", [reason.text for reason in read.reasons]


@pytest.mark.parametrize("text", ANYTHING)
def test_a_wish_that_may_be_about_anything_takes_no_seat(text: str) -> None:
    one = understand(letter(text, WRITER, subject="Vraag"), HOUSE, lexicon())
    assert one.review or one.intent is Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij meld ik mij aan. Ik ben geen lid en betaal de 25 euro.",
        "Sign me up please. I am not a member and pay the 25 euros.",
        pytest.param(
            "Hiermit melde ich mich verbindlich an.",
            marks=pytest.mark.xfail(strict=True, reason="goes before a person, needlessly"),
        ),
    ],
)
def test_who_plainly_signs_up_has_a_seat_though_no_event_is_named(text: str) -> None:
    one = understand(letter(text, WRITER, subject="Vraag"), HOUSE, lexicon())
    assert (one.intent, one.event, one.review) == (Intent.REGISTER, "meetup-4", False)


@pytest.mark.parametrize("text", ["Tineke komt graag, " * 3000, "Ik meld mij aan. Ik meld mij af. " * 200])
def test_what_asks_for_a_hundred_things_goes_before_a_person(text: str) -> None:
    one = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert one.review or one.intent is Intent.QUESTION
    assert sum(evidence.about == "intent" for evidence in one.evidence) <= 100


@pytest.mark.parametrize(
    "text",
    [
        "Please put me down for two lasagnes and a salad for Friday's lunch.",
        "Count me in for the charity run! I will wear the orange shirt.",
    ],
)
def test_a_wish_in_our_words_for_what_we_do_not_have_gives_no_seat(text: str) -> None:
    one = understand(letter(f"{text}\n\nRobin Keller", WRITER, subject="Bericht"), HOUSE, lexicon())
    assert one.review or one.intent is not Intent.REGISTER
