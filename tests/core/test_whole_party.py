"""A whole party gives up, and the letter of ours below the mail says who that is."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.answering import find_answering
from mailbot.core.understanding.reader import NOTHING_KNOWN, understand
from mailbot.core.understanding.request import Intent
from tests.core.letters import HOUSE, letter
from tests.core.test_giving_up import LEXICON, leave, read

THREE = ("Robin Keller", "Lotte Brands", "Mehmet Kaya")
TWO = ("Robin Keller", "Lotte Brands")


@pytest.mark.parametrize(
    "words",
    [
        "I'm afraid all three of us have to cancel for Thursday: our office has been flooded.",
        "None of us can make it on Thursday, sorry. The project was closed down.",
        "Unfortunately we all have to cancel. Our train does not run.",
        "Our whole delegation is stuck in Lagos, so please cancel our three registrations.",
        "Please take all three of us off the list.",
        "We're sorry, but all of us are ill. Please give our three seats to others.",
        "Wij moeten helaas alle drie afzeggen: er rijden morgen geen treinen.",
        "Geen van ons kan donderdag komen, excuses voor het late bericht.",
        "We kunnen helaas allemaal niet komen. Wilt u onze drie aanmeldingen annuleren?",
        "Helaas moet onze hele delegatie afzeggen.",
        "Wir müssen leider alle drei absagen, so gern wir gekommen wären.",
        "Leider kann keiner von uns am 18. Januar kommen.",
        "Bitte streichen Sie uns alle drei von der Liste.",
        "Wir sind leider alle krank und müssen unsere drei Anmeldungen stornieren.",
        "Nous devons malheureusement annuler tous les trois.",
        "Aucun de nous ne pourra venir jeudi, veuillez nous excuser.",
        "Merci d'annuler nos trois inscriptions, il y a une grève.",
        "Toute notre délégation est empêchée, nous devons annuler.",
    ],
)
def test_everybody_gives_up(words: str) -> None:
    request = read(words, *THREE)
    assert (request.intent, leave(request)) == (Intent.CANCEL, list(THREE))
    assert not {reason.rule for reason in request.reasons} & {"who-leaves", "number-and-names"}


@pytest.mark.parametrize(
    "words",
    [
        "Neither of us can come on Thursday, I'm afraid.",
        "We both have the flu and have to cancel.",
        "Wij moeten allebei afzeggen, er is iets met de kinderen.",
        "Geen van ons beiden kan donderdag komen.",
        "Wir müssen leider beide absagen.",
        "Nous devons annuler tous les deux.",
    ],
)
def test_both_give_up(words: str) -> None:
    request = read(words, *TWO)
    assert (request.intent, leave(request)) == (Intent.CANCEL, list(TWO))


@pytest.mark.parametrize(
    "words",
    [
        "All three of us are looking forward to it, but Lotte Brands has to cancel.",
        "Lotte Brands moet afzeggen, wij komen dus niet alle drie.",
        "None of us has received the invoice yet. I have to cancel, the others come.",
    ],
)
def test_not_everybody(words: str) -> None:
    request = read(words, *THREE)
    assert request.review or len(request.attendees) == 1


@pytest.mark.parametrize(
    ("letter_of_ours", "names"),
    [
        (
            "Dear Robin,\n\nThank you.\n\nName: Robin Keller, Lotte Brands, Mehmet Kaya\n"
            "Organisation: Seewind\nFee: EUR 25\n\nPartos",
            THREE,
        ),
        (
            "Guten Tag Robin Keller,\n\nfür den 18. Januar 2018 haben wir notiert:\n\nRobin Keller\n"
            "Lotte Brands\nMehmet Kaya (kaya@seewind.example)\n\nDie Rechnung folgt.\n\nPartos",
            THREE,
        ),
        (
            "Bonjour,\n\nNous avons bien noté l'inscription de :\n1. Robin Keller\n2. Lotte Brands\n"
            "3. Mehmet Kaya\npour le 18 janvier 2018.\n\nPartos",
            THREE,
        ),
        (
            "Beste Robin,\n\nVoor 18 januari staan er:\n\n- Robin Keller <robin.keller@seewind.example>\n"
            "- Lotte Brands, Seewind\n- Mehmet Kaya\n\nPartos",
            THREE,
        ),
        (
            "Dear Robin,\n\nWe have three people from you: Robin Keller, Lotte Brands and\nMehmet Kaya. "
            "Are you all still coming?\n\nPartos",
            THREE,
        ),
        (
            "Guten Tag Lotte Brands,\n\nSie sind angemeldet für den 18. Januar 2018.\n\nPartos",
            ("Lotte Brands",),
        ),
        ("Dear Robin Keller,\n\nYou are registered for 18 January 2018.\n\nPartos", ()),
        ("Dear Robyn Keler,\n\nYou are registered for 18 January 2018.\n\nPartos", ()),
        (
            "Dear Robin,\n\nPlease bring these:\n\nYour badge\nA pen\n\nYou are registered.\n\nPartos",
            (),
        ),
    ],
)
def test_whom_our_letter_lists(letter_of_ours: str, names: tuple[str, ...]) -> None:
    quoted = "On 5 Jan 2018 Partos <info@partos.example> wrote:\n\n" + "".join(
        f"> {line}\n" for line in letter_of_ours.split("\n")
    )
    mail = letter(
        "Sorry!",
        "Robin Keller <robin.keller@seewind.example>",
        quoted=quoted,
        subject="Re: Confirmation: 4th Meet Up for Strategic Partnerships",
    )
    assert find_answering(mail, HOUSE, LEXICON, NOTHING_KNOWN).listed == names


@pytest.mark.parametrize(
    "words",
    [
        "Dr Brands has been called to Abuja. She asks me to send you her apologies and to release her seat.",
        "Unfortunately she will not be able to attend. Please cancel her registration.",
        "Mevrouw Brands is verhinderd. Zij vraagt mij haar plaats vrij te geven.",
        "Helaas moet ik haar afmelden voor donderdag, zij is ziek.",
        "Frau Brands ist leider verhindert. Bitte stornieren Sie ihre Anmeldung.",
        "Mme Brands est souffrante et vous prie de l'excuser. Merci d'annuler son inscription.",
    ],
)
def test_a_secretary_gives_up_for_who_is_listed(words: str) -> None:
    request = read(words, "Lotte Brands", signature="Robin Keller\nExecutive Assistant\n")
    assert (request.intent, leave(request)) == (Intent.CANCEL, ["Lotte Brands"])


def test_the_list_knows_the_name_behind_initials() -> None:
    mail = letter(
        "Ik moet mijn inschrijving helaas intrekken, wij verhuizen die dag.",
        "Th. Bogaerts-Peeters <thea.bogaerts@seewind.example>",
        quoted="On 5 Jan 2018 Partos <info@partos.example> wrote:\n> Op de lijst staat: Thea Bogaerts\n",
        subject="Re: Bevestiging: 4th Meet Up for Strategic Partnerships",
        signature="Thea Bogaerts\n",
    )
    assert leave(understand(mail, HOUSE, LEXICON)) == ["Thea Bogaerts"]


@pytest.mark.parametrize(
    "words",
    [
        "Neither Lotte Brands nor I will make it. Could you take both of us off the list? I hope "
        "two others will be happy with the seats.",
        "Lotte Brands en ik kunnen geen van beiden komen. Wilt u ons beiden van de lijst halen? Hopelijk "
        "maken we er twee anderen blij mee.",
    ],
)
def test_who_may_take_the_seats_is_not_counted(words: str) -> None:
    request = read(words, subject="Cancellation 18 January (2 persons)")
    assert (request.intent, request.seats, set(leave(request))) == (
        Intent.CANCEL,
        2,
        {"Robin Keller", "Lotte Brands"},
    )


def test_a_title_within_a_listed_name_stays() -> None:
    quoted = (
        "On 5 Jan 2018 Partos <info@partos.example> wrote:\n"
        "> Guten Tag Leopold Graf von Plettau,\n>\n> Sie sind angemeldet für den 18. Januar.\n>\n> Partos"
    )
    mail = letter(
        "Abgesagt.", "Robin Keller <robin.keller@seewind.example>", quoted=quoted, subject="Re: 18/1"
    )
    assert find_answering(mail, HOUSE, LEXICON, NOTHING_KNOWN).listed == ("Leopold Graf von Plettau",)
