"""Numbers that nobody can count by go to a person; a number that is put right later is the one that holds."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str) -> Request:
    mail = letter(f"{text}\n\nRobin Keller", ROBIN, subject="Meet Up")
    return understand(mail, HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        "Van ons komen er een paar, ik schat tussen de twee en de vier, op 18 januari. Ik kom zeker.",
        "Ik kom graag op 18 januari, met een handvol studenten.",
        "Graag reserveren wij enkele plaatsen voor 18 januari.",
        "Kunnen jullie een paar stoelen voor ons vrijhouden op 18 januari? Ik kom zeker.",
        "Schrijf ons maar in voor de 18e, met z'n vieren of vijven.",
        "I will come on the 18th with those of my eight students who hand in on time.",
        "Please keep a few seats for us on 18 January. I am coming for sure.",
        "I come on 18 January and as many of my twelve trainees as can get away.",
        "I will attend on 18 January, with a handful of volunteers.",
        "Ich komme am 18. Januar mit einigen Studierenden.",
        "Wir kommen am 18. Januar zu zweit oder zu dritt.",
        "Merci de nous réserver quelques places pour le 18 janvier, je serai là.",
        "Je m'inscris pour le 18 janvier, avec une poignée de bénévoles.",
        "Please register me for 18 January. A few of our younger trustees want to come too.",
        "I will be there on 18 January and bring some of our grantees along.",
        "Please register us for the 18th, I'm coming for sure. It will be a handful.",
        "Meld mij aan voor 18 januari. Een aantal van onze veldwerkers heeft ook belangstelling.",
        "Ik kom op 18 januari en neem wat fractiegenoten mee.",
        "Ich komme am 18. Januar und bringe mehrere Vereinsmitglieder mit.",
        "Je viens le 18 janvier. Plusieurs de nos animatrices viendront aussi.",
        "Please keep chairs for us on 18 January. I am coming for sure.",
        "Graag plekken voor onze afdeling op 18 januari. Ik kom zeker.",
        "Bitte reservieren Sie Plätze für uns am 18. Januar, ich komme auf jeden Fall.",
        "Merci de réserver des places pour nous le 18 janvier, je serai là.",
    ],
)
def test_a_number_left_open_goes_to_a_person(text: str) -> None:
    one = reading(text)
    assert one.intent is Intent.REGISTER
    assert one.review


@pytest.mark.parametrize(
    "text",
    [
        "Zijn er nog enkele plaatsen vrij? Dan kom ik graag op 18 januari.",
        "Ik kom op 18 januari, ik ben er tussen 14 en 15 uur.",
        "Schrijf mij maar in voor 18 januari, als er nog genoeg plaatsen zijn.",
        "I will come on 18 January. I am away between 10 and 12 January.",
        pytest.param(
            "Please register me for 18 January. Some of our members met you last year.",
            marks=pytest.mark.xfail(strict=True, reason="goes before a person, needlessly"),
        ),
        "Ich komme gern am 18. Januar. Zwischen 8 und 10 Uhr bin ich erreichbar.",
        "Merci de m'inscrire pour le 18 janvier. Je suis joignable entre 10 et 12 heures.",
        "Is er nog plaats, dan alsnog graag voor 1 persoon op 18 januari.",
        "Please register me for 18 January. Several of our grantees lost their licence last year.",
        "Meld mij aan voor 18 januari. Een aantal van onze donateurs leest daar veel over.",
        "Ich möchte am 18. Januar teilnehmen. Mehrere unserer Förderer fragen nach dem Thema.",
    ],
)
def test_what_only_sounds_so_leaves_nothing_open(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 1, False)


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        (
            "Two seats on the 18th please.\n\nEDIT: Dean is double-booked, so only one, for me.",
            1,
        ),
        ("Two seats for 18 January please. Correction: just one, for myself.", 1),
        ("Please reserve a seat for me on 18 January.\n\nPS Make that two: my colleague is coming along.", 2),
        ("Graag twee plaatsen op 18 januari.\n\nPS: mijn collega kan toch niet, dus maar één, voor mij.", 1),
        ("Reserveer een plekje op 18 januari.\n\nPS Doe er toch maar twee: er komt iemand mee.", 2),
        (
            "Ich möchte zwei Plätze für den 18. Januar.\n\nPS: Eva kann nicht, also nur ein Platz, für mich.",
            1,
        ),
        ("Deux places pour le 18 janvier.\n\nPS : Eva ne peut pas, donc une seule place, pour moi.", 1),
    ],
)
def test_the_number_that_is_put_right_holds(text: str, seats: int) -> None:
    one = reading(text)
    assert one.intent is Intent.REGISTER
    assert one.review or one.seats == seats
    assert one.seats in {seats, None}


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Onze minor telt 22 studenten. Zes van hen willen met mij mee naar de 18e, samen zeven dus.", 7),
        ("Ons team telt negen mensen. Vier van hen komen met mij op 18 januari, dus vijf in totaal.", 5),
        ("My class has 20 students. Four of them would like to join me on 18 January, so five in all.", 5),
        ("Ma classe compte 20 étudiants. Trois d'entre eux viendront avec moi le 18 janvier.", 4),
    ],
)
def test_some_of_a_class_come_with_the_writer(text: str, seats: int) -> None:
    one = reading(text)
    assert (one.intent, one.seats) == (Intent.REGISTER, seats)


@pytest.mark.parametrize(
    "text",
    [
        "Please sign me up for 18 January. And for Lucy, could you do what you did for her last time?",
        "Schrijf mij in voor 18 januari. En regel voor onze stagiair hetzelfde als vorig jaar.",
        "Bitte melden Sie mich für den 18. Januar an. Und für Uwe dasselbe wie beim letzten Mal.",
        "Inscrivez-moi pour le 18 janvier. Et pour Paul, la même chose que la dernière fois.",
    ],
)
def test_what_is_told_by_an_earlier_time_goes_to_a_person(text: str) -> None:
    one = reading(text)
    assert one.intent is Intent.REGISTER
    assert any(reason.rule == "as-before" for reason in one.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for 18 January, on behalf of the same trust as last time.",
        "Graag een plek voor mij op 18 januari, net als vorige keer.",
        "Bitte melden Sie mich für den 18. Januar an. Für die Rechnung dasselbe wie beim letzten Mal.",
    ],
)
def test_an_earlier_time_of_the_writer_leaves_nothing_open(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 1, False)
