"""Numbers that count people or seats, and the many that count something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.understanding.mentions import Count
from mailbot.core.understanding.numbers import find_counts
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def counts(words: str, subject: str = "Meet Up") -> tuple[Count, ...]:
    return find_counts(letter(words, subject=subject), load_lexicon(), "nl")


@pytest.mark.parametrize(
    ("words", "number", "with_sender"),
    [
        ("Wij komen met z'n drieën.", 3, True),
        ("We komen met vier personen.", 4, True),
        ("Graag 2 plekken voor 18 januari.", 2, None),
        ("Zet mij +1 op de lijst.", 1, False),
        ("Mijn vrouw en ik komen graag.", 1, False),
        ("Ik kom samen met een collega.", 1, False),
        ("Ik neem twee collega's mee, dus noteer ons.", 2, False),
        ("There will be three of us.", 3, True),
        ("I'd like two seats, please.", 2, None),
        ("Could you make that two?", 2, None),
        ("My wife and I would love to attend.", 1, False),
        ("We are a group of five.", 5, True),
        ("Wir kommen zu viert.", 4, True),
        ("bitte notieren Sie zwei Plätze", 2, None),
        ("Meine Frau und ich kommen gern.", 1, False),
        ("Nous serons quatre.", 4, True),
        ("Merci de réserver trois places.", 3, None),
        ("Mon mari et moi viendrons.", 1, False),
    ],
)
def test_a_party_is_counted(words: str, number: int, with_sender: bool | None) -> None:
    found = counts(words)
    assert [(one.number, one.includes_sender) for one in found] == [(number, with_sender)]
    assert found[0].exact
    assert words[found[0].start : found[0].end] == found[0].words


@pytest.mark.parametrize(
    "words",
    [
        "We komen met 3 of misschien 4 mensen.",
        "I think we are with three, possibly four.",
        "Wir kommen zu dritt: drei, eventuell vier.",
        "Een paar collega's willen komen.",
        "There will be two or three of us.",
        "Some colleagues would like to come.",
        "Wir kommen mit drei oder vier Personen.",
        "Nous serons entre trois et cinq.",
    ],
)
def test_an_uncertain_number_is_said_to_be_so(words: str) -> None:
    assert any(not one.exact for one in counts(words))


@pytest.mark.parametrize(
    "words",
    [
        "De kosten zijn EUR 25, begrijp ik.",
        "Ik kom op 18 januari om 14.30 uur.",
        "Kunnen we onze publicatie (50 exemplaren) neerleggen?",
        "Mag mijn baby van 4 maanden mee?",
        "Bel mij op 06 555 2 33 22 1.",
        "KvK 32098761, kamer 4.118",
        "Zijn de drie workshops ook voor beginners?",
        "Graag twee facturen.",
        "De andere vier komen gewoon.",
        "Please sign me up for the 3rd Meet Up.",
        "Eén van ons kan niet.",
        "In 1984 werden vijf bestuursleden opgepakt.",
        "I have two questions.",
        "Ich habe zwei Fragen.",
        "J'ai deux questions.",
        "tram 2 of 6",
    ],
)
def test_what_counts_something_else_counts_nobody(words: str) -> None:
    assert counts(words) == ()


def test_the_subject_of_a_new_mail_counts_and_of_a_reply_does_not() -> None:
    assert [one.number for one in counts("Zie onder.", subject="Aanmelding 4 deelnemers")] == [4]
    assert counts("Zie onder.", subject="Re: Aanmelding 4 deelnemers") == ()


def test_a_telephone_number_is_no_party() -> None:
    assert counts("Wij komen met 0612345678 personen") == ()


@given(st.text(alphabet="0123456789 +en&zes mwijpersonenofplekken\n.,", max_size=300))
def test_no_text_breaks_the_counting(text: str) -> None:
    for one in counts(text):
        assert 0 <= one.number < 1000


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Kindly register us, three (3) persons, for 18 January.", 3),
        ("Bitte reservieren Sie zwei (2) Plätze.", 2),
        ("Graag vier (4) plaatsen voor de Meet Up.", 4),
    ],
)
def test_a_number_in_words_and_figures_is_one_number(words: str, number: int) -> None:
    assert [(one.number, one.exact) for one in counts(words)] == [(number, True)]


@pytest.mark.parametrize(
    "words",
    [
        "Wij zijn thuis met 4, maar alleen ik kom naar de middag.",
        "There are five of us here, but only I will come.",
        "Wir sind zu dritt im Büro, es kommt aber nur ich selbst.",
        "We zijn maar met zes mensen, allemaal vrijwilligers.",
        "We are only eight people and all of us volunteers.",
        "Nous sommes six, tous bénévoles.",
        "Het bericht van twee minuten geleden mag weg.",
        "Mon message d'il y a deux minutes est parti tout seul.",
        "Wij vieren dat liever thuis.",
        "Put me down; if you use some US service, initials will do.",
    ],
)
def test_a_number_of_those_who_stay_at_home_counts_nobody(words: str) -> None:
    assert counts(words) == ()


def test_a_number_is_one_of_its_own_language() -> None:
    """ "onze" is our in Dutch and eleven in French."""
    assert all(one.number < 3 for one in counts("Onze stagiaire en ik komen graag."))


@pytest.mark.parametrize(
    "words",
    [
        "Use my own address, as this mailbox is read by nine of us.",
        "Deze mailbox wordt door negen mensen gelezen.",
        "Wir sind eine kleine Stiftung mit 4 Personen.",
        "Wij zijn een kleine stichting met vier mensen.",
        "We are a small foundation of four people.",
        "Nous sommes une petite association de six personnes.",
        "In unserer Abteilung arbeiten 12 Leute.",
        "Ons kantoor telt zes mensen.",
        "Last year in Brussels I sat in a hall with 120 people.",
        "Vorig jaar zaten we met z'n zessen in die zaal.",
        "Letztes Jahr waren wir zu dritt.",
        "L'an dernier nous étions quatre personnes.",
        "A hall of 120 people is too large for me.",
    ],
)
def test_a_number_of_the_house_or_of_another_time_is_no_party(words: str) -> None:
    assert counts(words) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Onze stichting komt met vier mensen.", 4),
        ("Unsere Stiftung möchte mit drei Personen teilnehmen.", 3),
        ("We are a team of five. We all want to come.", 5),
        ("Like last year I will attend with two colleagues.", 2),
        ("Net als vorig jaar kom ik met twee collega's.", 2),
        ("Comme l'an dernier, nous viendrons avec deux collègues.", 2),
        ("Ik kom graag met nog twee collega's.", 2),
    ],
)
def test_a_party_stays_one_beside_such_words(words: str, number: int) -> None:
    assert [one.number for one in counts(words)] == [number]


@pytest.mark.parametrize(
    "words",
    [
        "Van ons lobbyteam (we zijn met z'n zessen) willen er drie komen.",
        "We zijn met z'n zessen, daarvan willen er drie komen.",
        "Van ons zessen komen er drie.",
        "Of the six of us three will come.",
        "We are six, of whom three would like to attend.",
        "Three of the six of us will attend.",
        "Wir sind zu sechst, davon kommen drei.",
        "Von uns sechs kommen drei.",
        "Nous sommes six, dont trois viendront.",
    ],
)
def test_of_six_of_whom_three_come_three_are_counted(words: str) -> None:
    assert [one.number for one in counts(words)] == [3]


@pytest.mark.parametrize(
    "words",
    [
        "We zijn met z'n zessen, waarvan drie vegetarisch.",
        "We are six, of whom three are vegetarian.",
        "Wir kommen zu sechst, davon sind drei vegetarisch.",
        "Nous serons six, dont trois végétariens.",
    ],
)
def test_of_six_of_whom_three_eat_no_meat_six_are_counted(words: str) -> None:
    assert [one.number for one in counts(words)] == [6]


@pytest.mark.parametrize(
    "words",
    [
        "There will be three of us. Two of us eat no meat.",
        "We komen met z'n drieën. Twee van ons zijn vegetarisch.",
        "Wir kommen zu dritt. Zwei von uns essen kein Fleisch.",
        "Nous serons trois. Deux d'entre nous ne mangent pas de viande.",
        "Please register the three of us. 2 people are vegan.",
    ],
)
def test_some_of_those_who_come_are_no_second_number(words: str) -> None:
    assert [one.number for one in counts(words)] == [3]


def test_the_only_number_counts_whatever_they_eat() -> None:
    assert [one.number for one in counts("Twee personen, allebei vegetarisch.")] == [2]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("We are two of the five people behind Open Ledger.", [2]),
        ("Wij zijn twee van de vijf mensen achter Open Ledger.", []),
        ("I am one of the five people behind Open Ledger.", []),
    ],
)
def test_of_the_five_people_behind_it_two_are_meant(words: str, numbers: list[int]) -> None:
    assert [one.number for one in counts(words)] == numbers


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        pytest.param(
            "Wij komen de 18e met vier personen.",
            4,
            marks=pytest.mark.xfail(strict=True, reason="goes before a person, needlessly"),
        ),
        ("Wij komen op 18 januari met drie mensen naar Den Haag.", 3),
        ("We will come on 18 January with four people.", 4),
        ("Wir kommen am 18. Januar zu dritt.", 3),
        ("Wir sind am 18. Januar zu zweit, meine Frau und ich.", 2),
        ("Nous venons le 18 janvier à quatre.", 4),
        ("Ik kom de 18e en neem een introducee mee, reken op 2.", 2),
    ],
)
def test_a_number_counts_across_a_date(text: str, seats: int) -> None:
    read = understand(letter(text), HOUSE, load_lexicon())
    assert (read.intent, read.seats, read.review) == (Intent.REGISTER, seats, False)


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen op 18 januari met 2 laptops.",
        "Wij komen de 18e met drie flessen wijn.",
        "Zoals beloofd aan de telefoon komen wij op 18 januari met drie\nflessen wijn.",
        "We come on 18 January with three bottles of wine.",
        "Wir kommen am 18. Januar mit zwei Hunden.",
        "Wij komen de 18e met vier personen:\n\nJan Bos\nEls Smit\nTim Bell\nAnn Fox\nLotte de Wit",
    ],
)
def test_a_number_of_things_or_of_fewer_than_are_named_is_asked_about(text: str) -> None:
    assert understand(letter(text), HOUSE, load_lexicon()).review
