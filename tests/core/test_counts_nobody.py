"""Figures that count nobody, beside words that count people: telephones, prices, times, streets."""

from __future__ import annotations

from time import perf_counter

import pytest

from mailbot.core.understanding.figures import figures
from mailbot.core.understanding.numbers import find_counts
from mailbot.edges.words import load_lexicon
from tests.core.letters import letter


def numbers(words: str) -> list[int]:
    return [one.number for one in find_counts(letter(words), load_lexicon(), "nl")]


@pytest.mark.parametrize(
    "words",
    [
        "T +31 (0)70 555 01 14",
        "Tel.: +31 70 555 01 14",
        "T. +32 2 555 81 44",
        "+32 4 555 09 31 | verein.example",
        "Ligne directe : +33 (0)1 55 55 30 31",
        "(+33) 6.12.34.56.78",
        "+1 (202) 555-0134",
        "+1-202-555-0134",
        "+1 202.555.0134",
        "M: +31612345678",
        "+ 31 6 12345678",
        "tel: ++31 6 1234 5678",
        "Whatsapp +27 82 555 0123",
        "Bel me gerust op +31 6 5555 1234 als er iets is.",
        "You can call me on +27 82 555 0123 if need be.",
        "Sie erreichen mich unter +30/210/5550123.",
    ],
)
def test_a_telephone_counts_nobody(words: str) -> None:
    assert numbers(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "De kosten zijn 25 euro + 21% btw.",
        "It is EUR 25 plus 21% VAT.",
        "In totaal 25,00 euro.",
        "That makes 25 euro.",
        "Das macht insgesamt 25 Euro.",
        "Cela fait au total 25 €.",
        "14.30 (GMT +1)",
        "at 3 pm (UTC+2)",
        "A diploma (bac+5)",
        "Erasmus+ 12",
        "Een 18+ avond",
        "REGISTRATION FOR 4TH MEET UP",
        "My husband and I lived in Lusaka from 1988 to 2003.",
        "plus één vraag",
        "plus one question",
        "plus 1 km lopen",
        "8, place du Marché",
        "10 bis Place Royale",
        "nous sommes 15 rue de la Paix",
        "+ 10 min lopen",
    ],
)
def test_what_is_measured_is_no_people(words: str) -> None:
    assert numbers(words) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Graag +2 voor 18-01-2018", 2),
        ("+3 18-01-2018", 3),
        ("Aanmelding +1, vraag: is er lunch?", 1),
        ("Anmeldung +1 bitte", 1),
        ("Jan Smit + 2", 2),
        ("count me in +1!", 1),
        ("Merci de réserver 2 places pour nous.", 2),
        ("Plus two on 18 January", 2),
    ],
)
def test_guests_are_counted_beside_them(words: str, number: int) -> None:
    assert numbers(words) == [number]


def test_a_row_of_figures_is_searched_once() -> None:
    began = perf_counter()
    figures("+31 6 " * 20_000 + "0" * 20_000 + " 1" * 20_000 + "(0" * 20_000)
    assert perf_counter() - began < 2
