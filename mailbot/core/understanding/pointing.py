"""The words of a mail that point at events: titles, themes, places and dates, and whether they are denied."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from mailbot.core.base import Evidence
from mailbot.core.understanding.dates import DateSaid, dates_in
from mailbot.core.understanding.datewords import DateWords
from mailbot.core.understanding.profiles import Profiles
from mailbot.core.understanding.sentences import Sentence, sentences
from mailbot.core.understanding.titles import Sign, signs_in
from mailbot.core.understanding.tokens import Token, tokens

_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d")
_LEAD = 24  # characters before a number in which stands what it is of
_HOURS = 23  # the highest number that begins a time of day
_AHEAD = 200  # days: in January, "14 December" is the last one
MOST = 150  # signs in one stretch; what names events more often is no sign-up


class Weight(IntEnum):
    """How much a sign says: a FIRM one names one event, a LOOSE one fits some, a BARE one any."""

    BARE = 1
    LOOSE = 2
    FIRM = 4


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that point at these events; none of them where they point at an event that is not there.

    ``denied``: the clause around them says no ("de 18e haal ik niet").
    """

    events: frozenset[str]
    place: str
    start: int
    end: int
    words: str
    rule: str
    weight: Weight
    denied: bool = False

    @property
    def evidence(self) -> Evidence:
        return Evidence("event", self.rule, self.words, self.place, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch of text to look through; its ``sentences`` where they are known."""

    text: str
    start: int
    end: int
    name: str
    sentences: tuple[Sentence, ...] | None = None


def mentions_in(place: Place, profiles: Profiles, words: DateWords, today: date) -> list[EventMention]:
    text = place.text
    spoken = tokens(text[place.start : place.end], place.start)
    signs = signs_in(text, spoken, profiles, words)
    found = [
        EventMention(
            sign.events, place.name, sign.start, sign.end, sign.words, sign.rule, _weight(sign, profiles)
        )
        for sign in sorted(signs, key=lambda sign: sign.start)[:MOST]
    ]
    nouns = [m for m in found if m.weight is Weight.BARE or m.rule == "title"]
    bounds: list[tuple[int, int]] | None = None  # of the sentences: most texts are read without
    for said in dates_in(text, place.start, place.end, today, words, spoken):
        one = _dated(said, place, profiles, today, nouns, words)
        if (
            one is None
            and nouns
            and said.day
            and said.month
            and not said.past
            and not _of_a_clock(said, words, text)
        ):
            bounds = bounds or _bounds(place, spoken)
            one = _nothing_then(said, place, today) if _beside(said, nouns, bounds) else None
        if one is not None:
            found.append(one)
    found.sort(key=lambda m: m.start)
    denied = words["denied"]
    if not found or not any(denied.opens(token.word) for token in spoken):
        return found  # as in most texts
    bounds = bounds or _bounds(place, spoken)
    return [_with_denial(one, text, bounds, words) for one in found]


def _bounds(place: Place, spoken: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Where the sentences of the place begin and end."""
    found = place.sentences
    if found is None:
        found = sentences(place.text[place.start : place.end], place.start, spoken=spoken)
    return [(one.start, one.end) for one in found]


def _dated(
    said: DateSaid,
    place: Place,
    profiles: Profiles,
    today: date,
    nouns: list[EventMention],
    words: DateWords,
) -> EventMention | None:
    """A date as a sign: of the events it fits, or of none where it is said to be an event's."""
    fitting = frozenset(p.id for p in profiles.all if said.means(p.starts))
    if not fitting and said.day and said.month and said.year and said.year != today.year + 1:
        # "18-1-2017", written in December for the coming January: the year is the slip.
        fitting = frozenset(
            p.id
            for p in profiles.all
            if (p.starts.day, p.starts.month) == (said.day, said.month)
            and 0 <= (p.starts - today).days <= 120
            and abs(said.year - p.starts.year) == 1
        )
    if said.rule in {"day of the month", "month", "weekday"} or len(said.days) > 7:
        coming = frozenset(p.id for p in profiles.all if p.id in fitting and p.starts >= today)
        fitting = coming or fitting
    if fitting:
        firm = said.full and len(said.days) < 3
        weight = Weight.FIRM if firm else Weight.LOOSE
        return EventMention(
            fitting, place.name, said.start, said.end, said.words, f"date: {said.rule}", weight
        )
    if not (said.sure and (said.full or said.rule == "month")) or said.past:
        return None
    return _nothing_then(said, place, today) if _tied(said, place, nouns, words) else None


def _nothing_then(said: DateSaid, place: Place, today: date) -> EventMention:
    """A day that is no event's; firm only where it is still to come, as an event that is written for."""
    firm = said.day is not None and said.month is not None and _is_to_come(said, today)
    return EventMention(
        frozenset(),
        place.name,
        said.start,
        said.end,
        said.words,
        "no event then",
        Weight.FIRM if firm else Weight.LOOSE,
    )


def _of_a_clock(said: DateSaid, words: DateWords, text: str) -> bool:
    """ "I reach The Hague at 15.10": told by the word before it, where no year is said."""
    if (
        said.day is None
        or said.day > _HOURS
        or not _CLOCK.fullmatch(said.words)
        or text[said.end : said.end + 1] == "."
    ):
        return False
    before = [token.word for token in tokens(text[max(0, said.start - _LEAD) : said.start])]
    return words["before_time"].length_before(before, len(before)) > 0


def _is_to_come(said: DateSaid, today: date) -> bool:
    for year in (said.year,) if said.year else (today.year, today.year + 1):
        with suppress(ValueError):  # 31 February
            day = date(year, said.month or today.month, said.day or today.day)
            if 0 <= (day - today).days <= _AHEAD:
                return True
    return False


def _beside(said: DateSaid, nouns: list[EventMention], bounds: list[tuple[int, int]]) -> bool:
    """The date's sentence speaks of a meeting, and nothing else calls ours by its name: "the board
    meeting on Wednesday 24 January", "la rencontre que vous organisez le 15 février"."""
    left, right = next(((a, b) for a, b in bounds if a <= said.start < b), (said.start, said.end))
    here = [noun for noun in nouns if left <= noun.start < right and noun.rule in {"series", "title", "noun"}]
    if not here:
        return False
    nearest = min(here, key=lambda noun: max(noun.start - said.end, said.start - noun.end))
    return nearest.rule != "noun" or not any(noun.rule in {"series", "title"} for noun in nouns)


def _tied(said: DateSaid, place: Place, nouns: list[EventMention], words: DateWords) -> bool:
    """The date stands right behind the event's name, as its date does: "Meet Up in February"."""
    for noun in nouns:
        if noun.end <= said.start and noun.rule in {"series", "title"}:
            between = [token.word for token in tokens(place.text[noun.end : said.start])]
            if (
                len(between) <= 3
                and all(words["tying"].holds(word) for word in between)
                and "." not in place.text[noun.end : said.start]
            ):
                return True
        if said.end <= noun.start and noun.rule in {"series", "title"}:
            between = [token.word for token in tokens(place.text[said.end : noun.start])]
            if len(between) <= 1 and set(between) <= {"s", "the"}:
                return True
    return False


def _weight(sign: Sign, profiles: Profiles) -> Weight:
    if sign.numbered:
        return Weight.FIRM
    one = len(sign.events) == 1 < len(profiles.all)
    return Weight.LOOSE if one and sign.rule in {"series", "noun"} else Weight.BARE


def _with_denial(
    one: EventMention, text: str, bounds: list[tuple[int, int]], words: DateWords
) -> EventMention:
    left, right = next(((a, b) for a, b in bounds if a <= one.start < b), (one.start, one.end))
    before, after = text[left : one.start], text[one.end : right]
    plain = [*_until(before, words, backwards=True), *_until(after, words, backwards=False)]
    if words["denied"].first(plain) is None:
        return one
    return replace(one, denied=True)


def _until(text: str, words: DateWords, *, backwards: bool) -> list[str]:
    """The words up to the clause that says the opposite: "18 maart niet, *maar* 22 maart wel"."""
    text = text[text.rfind(";") + 1 :] if backwards else text.partition(";")[0]
    if backwards:
        text = text[_own_clause(text, words) :]
    plain = [token.word for token in tokens(text)]
    cuts = [at for at, word in enumerate(plain) if words["but"].holds(word)]
    if not cuts:
        return plain
    return plain[cuts[-1] + 1 :] if backwards else plain[: cuts[0]]


def _own_clause(text: str, words: DateWords) -> int:
    """Where, behind the last comma, the writer begins to speak of themselves: "As I am *not* a member, *I*
    register for the 18th" denies no event."""
    comma = text.rfind(",")
    first = [token.word for token in tokens(text[comma + 1 :])][:2] if comma >= 0 else []
    return comma + 1 if words["writer"].first(first) is not None else 0
