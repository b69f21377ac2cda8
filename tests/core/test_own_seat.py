"""Whether a mail gives the writer's own seat up, keeps it, or only asks about it."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Intent
from tests.core.test_giving_up import leave, read


@pytest.mark.parametrize(
    "words",
    [
        "No trains announced for tomorrow. I'm not going to risk it. Sorry to give up my place so late.",
        "I'm ill. Please give my seat to somebody else.",
        "Ik ben ziek. Geef mijn plek maar aan een ander.",
        "Ich bin krank. Bitte geben Sie meinen Platz weiter.",
        "Je suis malade. Je libère ma place.",
        "Je ne pourrai être des vôtres, alors que vous m'aviez gardé une place.",
    ],
)
def test_who_speaks_of_their_own_place_has_one(words: str) -> None:
    request = read(words)
    assert (request.intent, leave(request)) == (Intent.CANCEL, ["Robin Keller"])


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for the invitation. I can't come, please give my place to somebody else.",
        "Dank voor de uitnodiging, ik kan helaas niet. Geef mijn plek maar aan een ander.",
    ],
)
def test_an_invitation_gives_no_place(words: str) -> None:
    assert read(words).intent is not Intent.CANCEL


@pytest.mark.parametrize(
    "words",
    [
        "Somebody who can cycle to the Prinsegracht can have my seat, I'll sit this one out.",
        "Ik kan niet komen. Iemand die wel kan mag mijn plek hebben.",
        "Ich kann nicht kommen. Jemand, der in der Nähe wohnt, kann meinen Platz haben.",
        "Je ne peux pas venir. Quelqu'un qui habite plus près peut prendre ma place.",
    ],
)
def test_somebody_or_other_is_nobody_instead(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, leave(request)) == (Intent.CANCEL, ["Robin Keller"])


@pytest.mark.parametrize(
    "words",
    [
        "Just so you don't give my chair away on Thursday: my train only gets in at 14.50, so I'll be late.",
        "Geef mijn plek alsjeblieft niet weg, ik kom wat later.",
        "Bitte vergeben Sie meinen Platz noch nicht, ich komme etwas später.",
        "Gardez ma place, j'arriverai un peu plus tard.",
    ],
)
def test_a_seat_that_is_kept_is_not_given_up(words: str) -> None:
    request = read(words, "Robin Keller")
    assert request.intent is not Intent.CANCEL or request.review


@pytest.mark.parametrize(
    "words",
    [
        "Until when can I cancel my registration?",
        "Tot wanneer kan ik mijn inschrijving annuleren?",
        "Bis wann kann ich meine Anmeldung stornieren?",
        "Jusqu'à quand puis-je annuler mon inscription ?",
    ],
)
def test_asking_until_when_cancels_nothing(words: str) -> None:
    request = read(words)
    assert request.intent is not Intent.CANCEL or request.review


def test_another_seat_for_the_one_given_up_goes_to_a_person() -> None:
    assert read("kan toch niet morgen sorry. zet me dan maar op die andere", "Robin Keller").review


def test_a_neighbour_tells_what_she_heard() -> None:
    request = read(
        "Ik ben de buurvrouw van Sam Cole. Ik hoorde van zijn zoon dat Sam in het ziekenhuis ligt. "
        "Dat zal dus wel niet gaan lukken.",
        subject="Afmelding Sam Cole, 18 januari",
    )
    assert request.review


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Ms Sam Cole has asked me to release her seat on 18 January.", "Sam Cole"),
        ("Our director Sam Cole asked me to cancel his registration for the 18th.", "Sam Cole"),
        ("Mijn directeur Sam Cole vraagt mij hem af te melden voor 18 januari.", "Sam Cole"),
        ("Herr Sam Cole hat mich gebeten, ihn für den 18. Januar abzumelden.", "Sam Cole"),
        ("Mme Sam Cole m'a demandé de la désinscrire pour le 18 janvier.", "Sam Cole"),
        ("Helaas moet ik de heer Sam Cole afmelden voor donderdag; hij is uitgenodigd in de Tweede Kamer. Ik "
         "had hem aangemeld.", "Sam Cole"),
    ],
)  # fmt: skip
def test_who_was_asked_to_cancel_gives_up_no_seat_of_their_own(words: str, who: str) -> None:
    request = read(words)
    assert (request.intent, leave(request)) == (Intent.CANCEL, [who])


@pytest.mark.parametrize(
    "subject",
    [
        "Afmelding Sam Cole 18 januari",
        "Cancellation Sam Cole, 18 January",
        "Absage Sam Cole, 18. Januar",
        "Annulation Sam Cole, 18 janvier",
    ],
)
def test_a_subject_that_names_somebody_else(subject: str) -> None:
    request = read("Robin Keller\nSeewind", subject=subject)
    assert (request.intent, leave(request)) == (Intent.CANCEL, ["Sam Cole"])


def test_a_subject_that_names_the_writer() -> None:
    request = read("Ik kan niet komen.", subject="Afmelding Robin Keller 18 januari")
    assert (request.intent, leave(request)) == (Intent.CANCEL, ["Robin Keller"])
