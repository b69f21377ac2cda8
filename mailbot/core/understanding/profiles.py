"""What each configured event is called and known by, and where a text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from mailbot.core.base import Event, House
from mailbot.core.understanding.dates import DateWords, date_words, ordinal_at
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.namewords import Family, NameWords, name_words
from mailbot.core.understanding.tokens import Token, tokens

_END_OF_NAME = frozenset(
    [
        "for",
        "voor",
        "fur",
        "pour",
        "of",
        "over",
        "on",
        "about",
        "sur",
        "zu",
        "zum",
        "zur",
        "van",
        "de",
        "der",
        "des",
        "du",
        "in",
        "at",
        "om",
        "the",
        "over",
        ":",
        "-",
    ]
)
_CLOSE = 88  # RapidFuzz ratio: one letter wrong in eight
_WINDOW = 14  # words in which two theme words count as one saying


@dataclass(frozen=True, slots=True)
class Profile:
    """One event: its number in the series, how the series is called for short, the words that only its
    subtitle has, and those of its place."""

    event: Event
    number: int | None
    series: tuple[str, ...]
    theme: frozenset[str]
    place: tuple[str, ...]
    house: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def starts(self) -> date:
        return self.event.starts.date()


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that name events; ``numbered`` where they tell one from the others."""

    events: frozenset[str]
    start: int
    end: int
    words: str
    rule: str
    numbered: bool = False


def profiles_of(house: House, lexicon: Lexicon) -> tuple[Profile, ...]:
    """The profiles of the house's events."""
    dates, names = date_words(lexicon), name_words(lexicon)
    subtitles = {event.id: _content(event.subtitle or event.title, dates, names) for event in house.events}
    found: list[Profile] = []
    for event in house.events:
        number, series = _series(event.title, dates)
        others: set[str] = set().union(*(theme for key, theme in subtitles.items() if key != event.id))
        place = tuple(token.word for token in tokens(event.location.partition(",")[0]))
        theme = frozenset(subtitles[event.id] - others - set(series))
        own = tuple(token.word for token in tokens(house.organisation))
        found.append(Profile(event, number, series, theme, place, own))
    return tuple(found)


def _content(text: str, dates: DateWords, names: NameWords) -> set[str]:
    return {
        token.word
        for token in tokens(text)
        if len(token.word) > 3
        and token.word not in names.ordinary
        and token.word not in dates.ordinals
        and token.word not in dates.months
        and not dates["event"].holds(token.word)
    }


def _series(title: str, dates: DateWords) -> tuple[int | None, tuple[str, ...]]:
    """ "4th Meet Up for Strategic Partnerships": 4, ("meet", "up")."""
    spoken = tokens(title)
    number: int | None = None
    words: list[str] = []
    at = 0
    while at < len(spoken):
        found = ordinal_at(spoken, at, title, dates) if number is None else None
        if found is None and number is None and spoken[at].word.isdigit() and len(spoken[at].word) < 3:
            found = (int(spoken[at].word), 1)
        if found is not None:
            number = found[0]
            at += found[1]
            continue
        gap = title[spoken[at - 1].end : spoken[at].start] if at else ""
        if words and (spoken[at].word in _END_OF_NAME or ":" in gap or "," in gap or " - " in gap):
            break
        if words or spoken[at].word not in _END_OF_NAME | {"het"}:
            words.append(spoken[at].word)
        at += 1
    return number, tuple(words[:4])


def _is_series(spoken: Sequence[Token], at: int, series: tuple[str, ...]) -> int:
    """How many words from here are the name of the series; "meetup" and "meet-up" are one word or two."""
    joined = "".join(series)
    if len(series) > 1 and (spoken[at].word == joined or _near(spoken[at].word, joined)):
        return 1
    here = [token.word for token in spoken[at : at + len(series)]]
    if len(here) == len(series) and all(a == b or _near(a, b) for a, b in zip(here, series, strict=True)):
        return len(series)
    return 0


def _near(word: str, wanted: str) -> bool:
    return len(wanted) > 5 and abs(len(word) - len(wanted)) < 2 and fuzz.ratio(word, wanted) >= _CLOSE


def titles_in(
    text: str, spoken: Sequence[Token], profiles: Sequence[Profile], dates: DateWords
) -> list[Sign]:
    """Where the series, one event of it, an event noun or a place is named."""
    found: list[Sign] = []
    names = {profile.series for profile in profiles if profile.series}
    at = 0
    while at < len(spoken):
        length = max((_is_series(spoken, at, series) for series in names), default=0)
        noun = 0 if length else dates["event"].length_at([t.word for t in spoken[at : at + 4]], 0)
        if length or noun:
            found.append(_named(text, spoken, at, length or noun, profiles, dates, series=bool(length)))
            at += length or noun
            continue
        places = {profile.place for profile in profiles if len("".join(profile.place)) > 4}
        place = max((_is_series(spoken, at, one) for one in places), default=0)
        if place:
            events = frozenset(p.id for p in profiles if _is_series(spoken, at, p.place))
            start, end = spoken[at].start, spoken[at + place - 1].end
            found.append(Sign(events, start, end, text[start:end], "place"))
            at += place
            continue
        at += 1
    return found


def _named(
    text: str,
    spoken: Sequence[Token],
    at: int,
    length: int,
    profiles: Sequence[Profile],
    dates: DateWords,
    *,
    series: bool,
) -> Sign:
    start, end = spoken[at].start, spoken[at + length - 1].end
    fitting = frozenset(
        p.id for p in profiles if not series or (p.series and _is_series(spoken, at, p.series))
    )
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
        if between and not set(between) <= _ADJECTIVES:
            continue
        return _by_number(text, spoken[at - back].start, end, found[0], fitting, profiles, series=series)
    after = spoken[at + length : at + length + 3]
    step = 1 if after and after[0].word in {"nr", "no", "nummer", "number", "numero", "n"} else 0
    if (
        len(after) > step
        and series
        and after[step].word.isdigit()
        and text[end : after[step].start].strip(" #-.°nNro") == ""
    ):
        number = int(after[step].word) if len(after[step].word) < 3 else 0
        follows = spoken[at + length + step + 1 : at + length + step + 2]
        counts = bool(follows) and text[after[step].end : follows[0].start].strip(" ") == ""
        if any(p.number == number for p in profiles) and not (
            counts and not dates["event"].holds(follows[0].word)
        ):
            return _by_number(text, start, after[step].end, number, fitting, profiles, series=series)
    return Sign(fitting, start, end, text[start:end], "series" if series else "noun")


_ADJECTIVES = frozenset(
    [
        "partos",
        "edition",
        "editie",
        "annual",
        "jaarlijkse",
        "strategic",
        "grote",
        "online",
        "van",
        "de",
        "the",
    ]
)


def _by_number(
    text: str,
    start: int,
    end: int,
    number: int,
    fitting: frozenset[str],
    profiles: Sequence[Profile],
    *,
    series: bool,
) -> Sign:
    numbered = frozenset(p.id for p in profiles if p.number == number and p.id in fitting)
    if numbered:
        return Sign(numbered, start, end, text[start:end], "title", numbered=True)
    if series and any(p.number is not None for p in profiles):
        return Sign(frozenset(), start, end, text[start:end], "no such number", numbered=True)
    return Sign(fitting, start, end, text[start:end], "series" if series else "noun")


def themes_in(text: str, spoken: Sequence[Token], profiles: Sequence[Profile]) -> list[Sign]:
    """Where words of one event's subtitle stand together; a single one is a hint, two name the event."""
    found: list[Sign] = []
    for profile in profiles:
        hits = [
            (at, word)
            for at, token in enumerate(spoken)
            if len(token.word) > 3 and (word := _theme_word(token.word, profile.theme)) is not None
        ]
        best: list[int] = []
        for number, (at, word) in enumerate(hits):
            near = {word}
            last = at
            for other, another in hits[number + 1 : number + 8]:
                if other - at <= _WINDOW and another not in near:
                    near.add(another)
                    last = other
            if len(near) > len(best):
                best = [at, *([last] * (len(near) - 1))]
        if best:
            start, end = spoken[best[0]].start, spoken[best[-1]].end
            numbered = len(best) > 1
            found.append(
                Sign(frozenset({profile.id}), start, end, text[start:end], "theme", numbered=numbered)
            )
    return found


def _theme_word(word: str, theme: frozenset[str]) -> str | None:
    if word in theme:
        return word
    if len(word) < 5:
        return None
    return next(
        (
            one
            for one in theme
            if len(one) > 4 and abs(len(one) - len(word)) < 3 and fuzz.ratio(word, one) >= _CLOSE
        ),
        None,
    )


__all__ = ["Family", "Profile", "Sign", "profiles_of", "themes_in", "titles_in"]
