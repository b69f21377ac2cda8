"""What the record knows of the sender changes what a mail means: the same words, read in context."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from mailbot.core.base import Attendee, Context, Known, Status
from mailbot.core.read import read
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.corpus.house import HOUSE

SANNE = Attendee("Sanne de Boer", "sanne@zeewind.example", "Stichting Zeewind")
LEXICON = load_lexicon()
NOTHING = Context()


def standing(status: Status, *, thread: bool = False, event: str = "meetup-4") -> Context:
    """The record with one registration of Sanne's."""
    return Context((Known("ABCD23", event, "sanne@zeewind.example", ((SANNE, status),), thread),))


REGISTERED = standing(Status.CONFIRMED)
OFFERED = standing(Status.OFFERED, thread=True)
RAN_OUT = standing(Status.EXPIRED, thread=True)
WAITING = standing(Status.WAITLISTED)


def request(words: str, context: Context) -> Request:
    """Sanne writes these words in a mail of her own."""
    mail = EmailMessage()
    mail["From"] = "Sanne de Boer <sanne@zeewind.example>"
    mail["To"] = "info@partos.example"
    mail["Subject"] = "Meet Up"
    mail["Date"] = "Tue, 09 Jan 2018 10:00:00 +0100"
    mail["Message-ID"] = "<1@zeewind.example>"
    mail.set_content(f"{words}\n\nSanne de Boer\nStichting Zeewind\n")
    return read(mail.as_bytes(), HOUSE, LEXICON, context).request


@pytest.mark.parametrize(
    "words",
    [
        "Ik weet niet of mijn vorige mail aankwam. Graag meld ik mij aan voor de Meet Up van 18 januari.",
        "Ik meld me voor de zekerheid nogmaals aan voor de Meet Up van 18 januari.",
        pytest.param(
            "I'm not sure whether my earlier mail got through. Please register me for 18 January.",
            marks=pytest.mark.xfail(strict=True, reason="goes before a person, needlessly"),
        ),
    ],
)
def test_who_registers_again_is_read_so_for_the_desk_to_tell_that_they_are(words: str) -> None:
    read_so = request(words, REGISTERED)
    assert (read_so.intent, read_so.review, read_so.seats) == (Intent.REGISTER, False, 1)


@pytest.mark.parametrize(
    "words", ["Ja graag", "Ja graag!", "Ik neem de plek graag.", "Yes please!", "I'll take it."]
)
@pytest.mark.parametrize("context", [OFFERED, RAN_OUT], ids=["open", "ran out"])
def test_yes_takes_the_offered_seat_also_after_the_offer_ran_out(words: str, context: Context) -> None:
    read_so = request(words, context)
    assert (read_so.intent, read_so.review) == (Intent.ACCEPT, False)
    assert (read_so.event, [one.name for one in read_so.attendees]) == ("meetup-4", ["Sanne de Boer"])


@pytest.mark.parametrize("words", ["Nee, dank je.", "Ik kan toch niet.", "No thanks.", "I made other plans."])
def test_no_leaves_the_offered_seat_to_the_next_one(words: str) -> None:
    read_so = request(words, OFFERED)
    assert (read_so.intent, read_so.review) == (Intent.DECLINE, False)


@pytest.mark.parametrize(
    "words",
    [
        "Helaas kan ik niet komen op 18 januari.",
        "Ik ben verhinderd op 18 januari.",
        "Unfortunately I can't come on 18 January.",
        "I won't be able to attend on 18 January.",
    ],
)
def test_a_no_gives_up_the_seat_of_who_has_one_and_declines_for_who_has_none(words: str) -> None:
    assert request(words, REGISTERED).intent is Intent.CANCEL
    assert request(words, WAITING).intent is Intent.CANCEL
    assert not request(words, REGISTERED).review
    assert request(words, NOTHING).intent is Intent.DECLINE


@pytest.mark.parametrize(
    "words",
    [
        "Mijn collega Fatima El Amrani komt ook graag naar de Meet Up van 18 januari.",
        "Ik kom samen met mijn collega Fatima El Amrani naar de Meet Up van 18 januari.",
        "Graag zou ik ook mijn collega Fatima El Amrani aanmelden voor 18 januari.",
        "Please add my colleague Fatima El Amrani too, for 18 January.",
    ],
)
def test_a_second_mail_that_adds_a_colleague_registers_the_colleague_alone(words: str) -> None:
    read_so = request(words, REGISTERED)
    assert (read_so.intent, read_so.review) == (Intent.REGISTER, False)
    assert [one.name for one in read_so.attendees] == ["Fatima El Amrani"]


def test_a_registration_for_the_next_event_is_a_new_one() -> None:
    read_so = request("Graag meld ik mij ook aan voor de Meet Up van 22 maart.", REGISTERED)
    assert (read_so.intent, read_so.event, read_so.review) == (Intent.REGISTER, "meetup-5", False)
    assert [one.name for one in read_so.attendees] == ["Sanne de Boer"]


def test_a_colleague_in_the_place_of_the_sender_is_a_change() -> None:
    words = "Ik kan niet komen op 18 januari, mijn collega Fatima El Amrani komt in mijn plaats."
    read_so = request(words, REGISTERED)
    assert (read_so.intent, read_so.review) == (Intent.CHANGE, False)
    [pair] = read_so.replacements
    assert pair.former is not None
    assert (pair.former.name, pair.now.name) == ("Sanne de Boer", "Fatima El Amrani")


@pytest.mark.parametrize("words", ["Haal me maar van de wachtlijst.", "Please take me off the waiting list."])
def test_who_waits_can_leave_the_queue(words: str) -> None:
    read_so = request(words, WAITING)
    assert (read_so.intent, read_so.review, read_so.seats) == (Intent.CANCEL, False, 1)


def test_thanks_of_who_is_registered_ask_nobody_anything() -> None:
    read_so = request("Dank voor de bevestiging, tot de 18e!", REGISTERED)
    assert (read_so.intent, read_so.review) == (Intent.OTHER, False)


def test_somebody_named_among_thanks_is_not_passed_over() -> None:
    read_so = request("Dank! Fatima El Amrani dus ook.", REGISTERED)
    assert read_so.review or [one.name for one in read_so.attendees] == ["Fatima El Amrani"]
