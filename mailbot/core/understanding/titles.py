"""Where a text names an event: by its series and number, its title, its theme or its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from mailbot.core.understanding.datewords import DateWords, ordinal_at
from mailbot.core.understanding.namewords import Words
from mailbot.core.understanding.profiles import Profile, Profiles
from mailbot.core.understanding.tokens import Token

_CLOSE = 88  # RapidFuzz ratio: one letter wrong in eight
_WINDOW = 14  # words in which two theme words count as one saying
_BESIDE = 2  # words between a theme word and one that requests are made with too


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that name events; ``numbered`` where they tell one from the others."""

    events: frozenset[str]
    start: int
    end: int
    words: str
    rule: str
    numbered: bool = False


@lru_cache(maxsize=4096)
def _near(word: str, wanted: str) -> bool:
    return len(wanted) > 5 and abs(len(word) - len(wanted)) < 2 and fuzz.ratio(word, wanted) >= _CLOSE


def _is_series(spoken: Sequence[Token], at: int, series: Words) -> int:
    """How many words from here are the name of the series; "meetup" and "meet-up" are one word or two."""
    word = spoken[at].word
    if len(series) > 1:
        joined = "".join(series)
        if word == joined or _near(word, joined):
            return 1
    if word != series[0] and not _near(word, series[0]):
        return 0
    if at + len(series) > len(spoken):
        return 0
    fits = all(
        spoken[at + step].word == wanted or _near(spoken[at + step].word, wanted)
        for step, wanted in enumerate(series)
    )
    return len(series) if fits else 0


@lru_cache(maxsize=4096)
def _begins(word: str, names: frozenset[Words]) -> bool:
    """Whether one of these names may begin with this word."""
    return any(
        word == name[0] or word == "".join(name) or _near(word, name[0]) or _near(word, "".join(name))
        for name in names
    )


class _Opens(NamedTuple):
    """What may begin with a word."""

    run: bool  # words of a title
    name: bool  # a series, a place or a noun for events
    theme: bool  # the word alone is one of a theme


@lru_cache(maxsize=4096)
def _opened_by(word: str, profiles: Profiles, dates: DateWords) -> _Opens | None:
    """None for most words: they name nothing."""
    run = word in profiles.runs
    name = _begins(word, profiles.series) or _begins(word, profiles.places)
    name = name or dates["event"].opens(word) or dates["others"].opens(word)
    theme = len(word) > 3 and any(_theme_word(word, one.theme) is not None for one in profiles.all)
    return _Opens(run, name, theme) if run or name or theme else None


def signs_in(text: str, spoken: Sequence[Token], profiles: Profiles, dates: DateWords) -> list[Sign]:
    """Everything that names an event in the words ``spoken`` of the text."""
    opened = [
        (at, opens)
        for at, token in enumerate(spoken)
        if (opens := _opened_by(token.word, profiles, dates)) is not None
    ]
    if not opened:
        return []
    signs = _runs(text, spoken, [at for at, opens in opened if opens.run], profiles)
    taken = [(sign.start, sign.end) for sign in signs]
    for sign in _titles(text, spoken, [at for at, opens in opened if opens.name], profiles, dates):
        # "5th Meet Up ..." says more than the words of the title that follow it.
        if sign.numbered or not any(left < sign.end and sign.start < right for left, right in taken):
            signs.append(sign)
    return signs + _themes(text, spoken, [at for at, opens in opened if opens.theme], profiles)


def _longest(spoken: Sequence[Token], at: int, names: frozenset[Words]) -> int:
    if not _begins(spoken[at].word, names):
        return 0
    return max((_is_series(spoken, at, name) for name in names), default=0)


def _titles(
    text: str, spoken: Sequence[Token], places: Sequence[int], profiles: Profiles, dates: DateWords
) -> list[Sign]:
    """Where, at one of these places, the series, one event of it, an event noun or a place is named."""
    found: list[Sign] = []
    plain = [token.word for token in spoken]
    free = 0
    for at in places:
        if at < free:
            continue
        length = _longest(spoken, at, profiles.series)
        noun = 0 if length else _noun(plain, at, profiles, dates)
        if length or noun:
            found.append(_named(text, spoken, at, length or noun, profiles, dates, series=bool(length)))
            free = at + (length or noun)
            continue
        place = _longest(spoken, at, profiles.places)
        if place:
            events = frozenset(p.id for p in profiles.all if p.place and _is_series(spoken, at, p.place))
            start, end = spoken[at].start, spoken[at + place - 1].end
            found.append(Sign(events, start, end, text[start:end], "place"))
            free = at + place
    return found


def _noun(plain: list[str], at: int, profiles: Profiles, dates: DateWords) -> int:
    """How many words from here are a noun for events: any of ours, or one that a title has."""
    length = dates["event"].length_at(plain, at)
    if not length:
        length = dates["others"].length_at(plain, at)
        if length and not any(_holds(p.title, plain[at : at + length]) for p in profiles.all):
            length = 0
    return length


def _holds(title: Words, words: Sequence[str]) -> bool:
    wanted = tuple(words)
    return any(title[at : at + len(wanted)] == wanted for at in range(len(title) - len(wanted) + 1))


def _fitting(
    spoken: Sequence[Token], at: int, length: int, profiles: Profiles, *, series: bool
) -> frozenset[str]:
    """The events that may be called so: by their series or by a word of their title; a noun that
    stands in no title may mean any."""
    here = [token.word for token in spoken[at : at + length]]
    fitting = {p.id for p in profiles.all if _holds(p.title, here)}
    if series:
        fitting |= {p.id for p in profiles.all if p.series and _is_series(spoken, at, p.series)}
    return frozenset(fitting or (p.id for p in profiles.all))


def _named(
    text: str,
    spoken: Sequence[Token],
    at: int,
    length: int,
    profiles: Profiles,
    dates: DateWords,
    *,
    series: bool,
) -> Sign:
    start, end = spoken[at].start, spoken[at + length - 1].end
    fitting = _fitting(spoken, at, length, profiles, series=series)
    for back in (1, 2, 3):
        if back > at:
            break
        found = ordinal_at(spoken, at - back, text, dates)
        if (
            found is None
            or found[1] > back
            or re.search(r"[.;!?\n]{1,2}\s", text[spoken[at - back].end + 1 : start])
        ):
            continue
        between = [token.word for token in spoken[at - back + found[1] : at]]
        if not all(dates["before_name"].holds(word) for word in between):
            continue
        return _by_number(text, spoken[at - back].start, end, found[0], fitting, profiles, series=series)
    after = spoken[at + length : at + length + 3]
    step = 1 if after and dates["number_sign"].holds(after[0].word) else 0
    if (
        len(after) > step
        and series
        and after[step].word.isdecimal()
        and text[end : after[step].start].strip(" #-.°nNro") == ""
    ):
        number = int(after[step].word) if len(after[step].word) < 3 else 0
        follows = spoken[at + length + step + 1 : at + length + step + 2]
        counts = bool(follows) and text[after[step].end : follows[0].start].strip(" ") == ""
        if any(p.number == number for p in profiles.all) and not (
            counts and not dates["event"].holds(follows[0].word)
        ):
            return _by_number(text, start, after[step].end, number, fitting, profiles, series=series)
    return Sign(fitting, start, end, text[start:end], "series" if series else "noun")


def _by_number(
    text: str,
    start: int,
    end: int,
    number: int,
    fitting: frozenset[str],
    profiles: Profiles,
    *,
    series: bool,
) -> Sign:
    numbered = frozenset(p.id for p in profiles.all if p.number == number and p.id in fitting)
    if numbered:
        return Sign(numbered, start, end, text[start:end], "title", numbered=True)
    if series and any(p.number is not None and p.id in fitting for p in profiles.all):
        return Sign(frozenset(), start, end, text[start:end], "no such number", numbered=True)
    return Sign(fitting, start, end, text[start:end], "series" if series else "noun")


def _runs(text: str, spoken: Sequence[Token], places: Sequence[int], profiles: Profiles) -> list[Sign]:
    """Where words stand in a row as they do in the title or subtitle of one event: three of them, or
    two of which one is no other event's."""
    found: list[Sign] = []
    free = 0
    for at in places:
        if at < free:
            continue
        best, events, strong = 0, set[str](), False
        for profile, words, place in profiles.runs[spoken[at].word]:
            length = 1
            while (
                place + length < len(words)
                and at + length < len(spoken)
                and spoken[at + length].word == words[place + length]
            ):
                length += 1
            own = not profile.strong.isdisjoint(words[place : place + length])
            if length > best:
                best, events, strong = length, {profile.id}, own
            elif length == best:
                events.add(profile.id)
                strong = strong or own
        enough = best > 2 or (best == 2 and strong)
        if enough and len(events) == 1 and len(profiles.all) > 1:
            start, end = spoken[at].start, spoken[at + best - 1].end
            if not any(other.start < end and start < other.end for other in found):
                found.append(Sign(frozenset(events), start, end, text[start:end], "title", numbered=True))
        free = at + (max(best, 1) if enough else 1)
    return found


def _themes(text: str, spoken: Sequence[Token], places: Sequence[int], profiles: Profiles) -> list[Sign]:
    """Where words of one event's title or subtitle stand together; a single one is a hint, two name
    the event, but for words that requests are made with: "I am *writing* to register two *people*"."""
    found: list[Sign] = []
    hits: dict[str, list[tuple[int, str]]] = {}
    for at in places:
        for profile in profiles.all:
            word = _theme_word(spoken[at].word, profile.theme)
            if word is not None:
                hits.setdefault(profile.id, []).append((at, word))
    for profile in profiles.all:
        best: list[int] = []
        own = hits.get(profile.id, [])
        for number, (at, word) in enumerate(own):
            near = {word}
            last = at
            for other, another in own[number + 1 : number + 8]:
                weak = word not in profile.strong or another not in profile.strong
                both = word in profile.strong or another in profile.strong
                if both and another not in near and other - at <= (_BESIDE if weak else _WINDOW):
                    near.add(another)
                    last = other
            if len(near) > len(best) and (len(near) > 1 or word in profile.strong):
                best = [at, *([last] * (len(near) - 1))]
        if best:
            start, end = spoken[best[0]].start, spoken[best[-1]].end
            found.append(
                Sign(frozenset({profile.id}), start, end, text[start:end], "theme", numbered=len(best) > 1)
            )
    return found


@lru_cache(maxsize=4096)
def _theme_word(word: str, theme: frozenset[str]) -> str | None:
    if word in theme:
        return word
    if len(word) < 5:
        return None
    return next(
        (
            one
            for one in sorted(theme)
            if len(one) > 4 and abs(len(one) - len(word)) < 3 and fuzz.ratio(word, one) >= _CLOSE
        ),
        None,
    )


__all__ = ["Profile", "Sign", "signs_in"]
