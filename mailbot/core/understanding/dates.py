"""Dates as people say them, counted from the day a mail was written; the words stand in ``datewords``.

Each saying keeps what it fixes: "18 januari" a day and a month, "in March" a month, "de 18e" a
day, "Thursday" the one or two days it may mean. Which event that is, is for ``events`` to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from mailbot.core.understanding.datewords import DateWords
from mailbot.core.understanding.tokens import Token, tokens

_NUMERIC = re.compile(
    r"(?<![\d.,/:€+-])(\d{1,2})[ ]?([-/.])[ ]?(\d{1,2})(?:[ ]?\2[ ]?((?:20)?\d{2}))?(?![\d/%])(?![.:,]\d)(-?)"
)
_ISO = re.compile(r"(?<![\d-])(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_CLOCK_AFTER = re.compile(
    r"\s*(?:uur|u\b|h\b|hrs|Uhr|am\b|pm\b|a\.m|p\.m|heures|o'clock|-\s*\d{1,2}[.:]\d\d)", re.IGNORECASE
)
MOST = 200
_VOCABULARY = 2048  # words of which is kept whether a date can begin with them


@dataclass(frozen=True, slots=True)
class DateSaid:
    """One saying: the parts it fixes are not None. ``days`` are the days a relative saying may mean,
    ``sure`` is False for bare numbers ("18/1", "3-4") that may be something else altogether."""

    start: int
    end: int
    words: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    days: tuple[date, ...] = ()
    sure: bool = True
    past: bool = False
    rule: str = "date"

    def means(self, one: date) -> bool:
        """Whether this day fits all that was said."""
        if self.days:
            return one in self.days and (self.weekday is None or one.weekday() == self.weekday)
        fixed = ((self.day, one.day), (self.month, one.month), (self.year, one.year))
        return any(said is not None for said, _ in fixed) and all(
            said in {None, real} for said, real in fixed
        )

    @property
    def full(self) -> bool:
        """A day and a month, or a day counted from today."""
        return (self.day is not None and self.month is not None) or bool(self.days)


def dates_in(
    text: str, start: int, end: int, now: date, words: DateWords, spoken: Sequence[Token] | None = None
) -> tuple[DateSaid, ...]:
    """Every saying of a date in ``text[start:end]``, in order; ``spoken`` are its words where they are
    known already."""
    if spoken is None:
        spoken = tokens(text[start:end], start)
    begins = [at for at, token in enumerate(spoken) if _may_begin(token.word, words)]
    if not begins:
        return ()
    numbered = any(spoken[at].word[:1].isdigit() for at in begins)
    said = _numeric(text, start, end) if numbered else []
    plain = [token.word for token in spoken]
    free = 0
    for at in begins:
        if len(said) >= MOST:
            break
        if at < free:
            continue
        found = _at(text, spoken, plain, at, now, words)
        if found is None:
            continue
        one, length = found
        if not any(other.start < one.end and one.start < other.end for other in said):
            said.append(one)
        free = at + max(1, length)
    return tuple(sorted(said, key=lambda one: one.start))


@lru_cache(maxsize=_VOCABULARY)
def _may_begin(word: str, words: DateWords) -> bool:
    """Whether a date can begin with this word: most words are none of its."""
    named = words.month(word) is not None or word in words.weekdays or word in words.days
    return named or word[:1].isdigit() or words.relative.opens(word)


def _numeric(text: str, start: int, end: int) -> list[DateSaid]:
    found: list[DateSaid] = []
    for match in _ISO.finditer(text, start, end):
        day, month = int(match[3]), int(match[2])
        if _real(day, month):
            found.append(DateSaid(match.start(), match.end(), match.group(), day, month, int(match[1])))
    for match in _NUMERIC.finditer(text, start, end):
        if any(one.start <= match.start() < one.end for one in found) or len(found) >= MOST:
            continue
        day, month, sign = int(match[1]), int(match[3]), match[2]
        year = int(match[4]) if match[4] else None
        if year is not None and year < 100:
            year += 2000
        if not _real(day, month) and _real(month, day) and sign == "/":
            day, month = month, day  # "1/18", as Americans write
        if not _real(day, month):
            continue
        stopped = text[match.end() : match.end() + 1] == "."
        sure = year is not None
        if (
            sign == "."
            and year is None
            and not stopped
            and len(match[3]) == 2
            and _CLOCK_AFTER.match(text, match.end())
        ):
            continue
        if sign == "." and year is None and not stopped and len(match[3]) == 1 and len(match[1]) == 1:
            continue  # "4.1"
        last = match.end() - len(match[5] or "")
        found.append(DateSaid(match.start(), last, text[match.start() : last], day, month, year, sure=sure))
    return found


def _real(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)


def _day_at(text: str, spoken: Sequence[Token], at: int, words: DateWords) -> tuple[int, int] | None:
    """(day of the month, words taken): "18", "18e", "18th", "18.", "1er", "achttiende"."""
    word = spoken[at].word
    if word in words.days:
        return words.days[word], 1
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    following = spoken[at + 1] if at + 1 < len(spoken) else None
    if (
        following
        and following.word in words.suffixes
        and text[spoken[at].end : following.start].strip("- ") == ""
    ) and following.start - spoken[at].end <= 1:
        return int(word), 2
    return int(word), 1


def _month_at(text: str, spoken: Sequence[Token], at: int, words: DateWords) -> int | None:
    if at >= len(spoken):
        return None
    word = spoken[at].word
    month = words.month(word)
    if month is None or "'" in word[:-1] or (word in _ALSO_WORDS and _double_name(text, spoken[at])):
        return None
    return month


def _double_name(text: str, token: Token) -> bool:
    """ "Jan-Willem", "Klaas-Jan": no month has a hyphen and a capital beside it."""
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    return (after[:1] == "-" and after[1:].isupper()) or (before[1:] == "-" and before[:1].isalpha())


def _close(text: str, one: Token, other: Token) -> bool:
    gap = text[one.end : other.start]
    return len(gap) <= 4 and not re.sub(r"[\s.,\-–\u00a0(]", "", gap)


def _at(
    text: str, spoken: Sequence[Token], plain: list[str], at: int, now: date, words: DateWords
) -> tuple[DateSaid, int] | None:
    def said(
        length: int,
        day: int | None = None,
        month: int | None = None,
        year: int | None = None,
        *,
        sure: bool = True,
        rule: str = "date",
    ) -> tuple[DateSaid, int]:
        start, end = spoken[at].start, spoken[at + length - 1].end
        return DateSaid(start, end, text[start:end], day, month, year, sure=sure, rule=rule), length

    day = _day_at(text, spoken, at, words)
    if day is not None:
        number, taken = day
        step = at + taken
        if step < len(spoken) and plain[step] in {"of", "de"}:
            step += 1
        # "16 and 17 January", "18 of 22 maart": the month stands once.
        if step < len(spoken) and (
            _close(text, spoken[step - 1], spoken[step]) or plain[step - 1] in {"of", "de"}
        ):
            month = _month_at(text, spoken, step, words)
            if month and _real(number, month):
                year, extra = _year_after(text, spoken, step, now)
                return said(step + 1 + extra - at, day=number, month=month, year=year)
        if taken == 2 or plain[at] in words.days:
            return said(taken, day=number, rule="day of the month")
        before = plain[max(0, at - 2) : at]
        lead = words["before_day"].length_before(before, len(before))
        following = text[spoken[at].end : spoken[at].end + 1]
        next_word = plain[at + 1] if at + 1 < len(plain) else ""
        ends = at + 1 == len(plain) or text[spoken[at].end : spoken[at + 1].start].strip(" ") != ""
        named = before[-1:] != ["op"] and before[-1:] != ["on"]
        if lead and named and (ends or words["after_day"].holds(next_word)) and following != "%":
            return said(1, day=number, sure=False, rule="day of the month")
        return None
    month = _month_at(text, spoken, at, words)
    if month is not None:
        if at + 1 < len(spoken) and _close(text, spoken[at], spoken[at + 1]):
            step = at + 1
            if plain[step] == "the" and step + 1 < len(spoken):
                step += 1
            after = _day_at(text, spoken, step, words)
            if after is not None and _real(after[0], month):
                year, extra = _year_after(text, spoken, step + after[1] - 1, now)
                return said(step + after[1] + extra - at, day=after[0], month=month, year=year)
        year, extra = _year_after(text, spoken, at, now)
        if spoken[at].word in _ALSO_WORDS and not (
            _capital(text, spoken[at]) and (extra or _of_a_time(plain, at, words))
        ):
            return None
        return said(1 + extra, month=month, year=year, rule="month")
    return _relative(text, spoken, plain, at, now, words)


def _of_a_time(plain: list[str], at: int, words: DateWords) -> bool:
    """ "In Jan", "end of Jan", "the Jan meetup", where "Jan" alone is more likely a man."""
    follows = plain[at + 1] if at + 1 < len(plain) else ""
    return words["event"].holds(follows) or words["before_month"].length_before(plain[:at], at) > 0


# Months whose names are common words or names of one of the languages when they stand alone: "I may come".
_ALSO_WORDS = frozenset(
    {"mai", "may", "mar", "jun", "jul", "sep", "dec", "des", "feb", "nov", "oct", "okt", "jan"}
)


def _capital(text: str, token: Token) -> bool:
    return text[token.start].isupper()


def _year_after(text: str, spoken: Sequence[Token], at: int, now: date) -> tuple[int | None, int]:
    if at + 1 < len(spoken) and _close(text, spoken[at], spoken[at + 1]):
        word = spoken[at + 1].word
        if len(word) == 4 and word.isdecimal() and 1990 <= int(word) <= now.year + 20:
            return int(word), 1
    return None, 0


def _week(day: date, weeks: int) -> tuple[date, ...]:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return tuple(monday + timedelta(days=n) for n in range(7))


def _month_days(year: int, month: int) -> tuple[date, ...]:
    first = date(year + (month > 12), (month - 1) % 12 + 1, 1)
    return tuple(day for n in range(31) if (day := first + timedelta(days=n)).month == first.month)


def _relative(
    text: str, spoken: Sequence[Token], plain: list[str], at: int, now: date, words: DateWords
) -> tuple[DateSaid, int] | None:
    def said(first: int, last: int, days: tuple[date, ...], rule: str) -> tuple[DateSaid, int]:
        start, end = spoken[first].start, spoken[last - 1].end
        return DateSaid(start, end, text[start:end], days=days, rule=rule), last - at

    weekday = words.weekdays.get(plain[at])
    if weekday is not None:
        return _weekday(text, spoken, plain, at, weekday, now, words)
    if not words.relative.opens(plain[at]):
        return None
    length = words["after_tomorrow"].length_at(plain, at)
    if length:
        return said(at, at + length, (now + timedelta(days=2),), "the day after tomorrow")
    if words["not_tomorrow"].length_at(plain, at):
        length = words["not_tomorrow"].length_at(plain, at)
        return None if length == 0 else _skip(spoken, text, at, length)
    ways: tuple[tuple[str, Callable[[], tuple[date, ...]], str], ...] = (
        ("tomorrow", lambda: (now + timedelta(days=1),), "tomorrow"),
        ("today", lambda: (now,), "today"),
        ("in_two_weeks", lambda: _week(now, 2), "in two weeks"),
        ("next_week", lambda: _week(now, 1), "next week"),
        ("this_week", lambda: _week(now, 0), "this week"),
        ("next_month", lambda: _month_days(now.year, now.month + 1), "next month"),
        ("this_month", lambda: _month_days(now.year, now.month), "this month"),
    )
    for family, which, rule in ways:
        length = words[family].length_at(plain, at)
        if not length:
            continue
        days = which()
        after = at + length
        opening = at == 0 and text[: spoken[0].start].strip() == "" and family == "tomorrow"
        if opening and text[spoken[at].end : spoken[at].end + 1] in {",", "!", "\n"}:
            return None  # "Morgen," greets
        step = after + (after < len(plain) and plain[after] in {"op", "on", "am", "le", "de", "dan"})
        if step < len(plain) and (day := words.weekdays.get(plain[step])) is not None and "week" in rule:
            fitting = tuple(one for one in days if one.weekday() == day)
            return said(at, step + 1, fitting, rule)
        return said(at, after, days, rule)
    return None


def _skip(spoken: Sequence[Token], text: str, at: int, length: int) -> tuple[DateSaid, int]:
    """Words that look like a date and are none: taken, and meaning no day."""
    start, end = spoken[at].start, spoken[at + length - 1].end
    return DateSaid(start, end, text[start:end], sure=False, rule="greeting"), length


def _weekday(
    text: str, spoken: Sequence[Token], plain: list[str], at: int, weekday: int, now: date, words: DateWords
) -> tuple[DateSaid, int] | None:
    """ "donderdag", "next Thursday", "jeudi prochain", "donderdag over een week"."""
    if at + 1 < len(spoken) and (_close(text, spoken[at], spoken[at + 1]) or plain[at + 1] in _TO_DAY):
        step = at + 1 + (plain[at + 1] in _TO_DAY)
        if step < len(spoken) and _day_at(text, spoken, step, words) is not None:
            return None  # "donderdag 18 januari": the date says it
    coming = now + timedelta(days=(weekday - now.weekday()) % 7 or 7)
    first, last = at, at + 1
    before = plain[at - 1] if at else ""
    after = plain[at + 1] if at + 1 < len(plain) else ""
    days: tuple[date, ...] = (coming,)
    past = False
    if (weekday - now.weekday()) % 7 == 0:
        days = (now, coming)
    if words["past"].holds(before) or words["past"].holds(after):
        days, past = (coming - timedelta(days=7),), True
    elif (length := words["a_week_later"].length_at(plain, at + 1)) and (after != "week" or length == 1):
        days, last = (coming + timedelta(days=7),), at + 1 + length
    elif (length := words["next_week"].length_before(plain, at)) or (
        length := words["next_week"].length_at(plain, at + 1)
    ):
        days = tuple(one for one in _week(now, 1) if one.weekday() == weekday)
    elif (length := words["in_two_weeks"].length_at(plain, at + 1)) or words["in_two_weeks"].length_before(
        plain, at
    ):
        days = tuple(one for one in _week(now, 2) if one.weekday() == weekday)
        last = at + 1 + length
    elif before in {"next", "volgende", "nachsten", "nachste"} or after in {"prochain", "prochaine"}:
        days = (coming, coming + timedelta(days=7))
    start, end = spoken[first].start, spoken[last - 1].end
    return DateSaid(start, end, text[start:end], days=days, past=past, rule="weekday"), last - at


_TO_DAY = frozenset(["de", "the", "den", "dem", "le"])
