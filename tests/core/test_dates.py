"""Dates as people say them in four languages, counted from the day of the mail."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.understanding.dates import DateSaid, dates_in
from mailbot.core.understanding.datewords import date_words
from mailbot.edges.words import load_lexicon

WORDS = date_words(load_lexicon())
TUESDAY = date(2018, 1, 9)
MEET_UP = date(2018, 1, 18)


def said(text: str, now: date = TUESDAY) -> tuple[DateSaid, ...]:
    return dates_in(text, 0, len(text), now, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "18 januari",
        "18 jan.",
        "18/1",
        "18-1-2018",
        "18-01-'18 of 18/1",
        "18.1.2018",
        "2018-01-18",
        "de 18e",
        "op de 18de",
        "18 January",
        "January 18",
        "Jan 18th",
        "the 18th of January",
        "the 18th",
        "18 Jan 2018",
        "January 18th, 2018",
        "18. Januar",
        "am 18.01.",
        "den 18. Jan.",
        "am 18.",
        "le 18 janvier",
        "jeudi 18 janvier 2018",
        "le 18",
        "donderdag over een week",
        "volgende week donderdag",
        "next week Thursday",
        "Thursday next week",
        "in een week of wat: 18 januari",
        "nächste Woche Donnerstag",
        "jeudi de la semaine prochaine",
        "next week",
        "deze maand",
        "in January",
    ],
)
def test_each_means_the_18th_of_january(text: str) -> None:
    assert any(one.means(MEET_UP) for one in said(text)), said(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("morgen", date(2018, 1, 10)),
        ("overmorgen", date(2018, 1, 11)),
        ("tomorrow", date(2018, 1, 10)),
        ("the day after tomorrow", date(2018, 1, 11)),
        ("demain", date(2018, 1, 10)),
        ("übermorgen", date(2018, 1, 11)),
        ("donderdag", date(2018, 1, 11)),
        ("vorige donderdag", date(2018, 1, 4)),
    ],
)
def test_days_are_counted_from_the_mail(text: str, day: date) -> None:
    (one,) = said(text)
    assert one.means(day)
    assert not one.means(MEET_UP)


@pytest.mark.parametrize(
    "text",
    [
        "Goedemorgen",
        "Guten Morgen",
        "om 14.30 uur",
        "EUR 25,00",
        "06-55512090",
        "kamer 4.118",
        "1.500 deelnemers",
        "I may come",
        "wij zijn er",
        "postbus 1147",
        "100%",
        "versie 3.5.1",
    ],
)
def test_what_is_no_date_means_no_day(text: str) -> None:
    days = [date(2018, 1, 1).replace(month=month, day=day) for month in range(1, 13) for day in range(1, 29)]
    assert not any(one.means(day) for one in said(text) for day in days)


@pytest.mark.parametrize("text", ["31-02-2018", "32 januari", "18-13-2018", "0/0"])
def test_days_that_do_not_exist_are_not_read(text: str) -> None:
    assert not any(one.day and one.month for one in said(text))


@given(
    st.text(alphabet="0123456789-/. januarimvthedeleam18e\n", max_size=300),
    st.dates(date(1990, 1, 1), date(2200, 12, 1)),
)
def test_no_text_breaks_the_reading(text: str, now: date) -> None:
    for one in said(text, now):
        assert text[one.start : one.end] == one.words
