"""What each configured event is called and known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core.base import Event, House
from mailbot.core.understanding.datewords import DateWords, date_words, ordinal_at
from mailbot.core.understanding.language import vocabulary
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.namewords import NameWords, Words, name_words
from mailbot.core.understanding.tokens import Token, tokens

_BREAKS = frozenset(':,;"“”„‘«»()|–—')  # behind the name of a series stands its theme


@dataclass(frozen=True, slots=True)
class Profile:
    """One event: its number in the series, how the series is called for short, its whole title and
    subtitle, the words that no other event has (``strong`` are those that no request is made with),
    and those of its place."""

    event: Event
    number: int | None
    series: Words
    title: Words
    subtitle: Words
    theme: frozenset[str]
    strong: frozenset[str]
    place: Words

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def starts(self) -> date:
        return self.event.starts.date()


@dataclass(frozen=True, slots=True, eq=False)
class Profiles:
    """All events, and where to look for their names: ``runs`` has every word of the titles and
    subtitles with (event, the words, the place of this one among them). Equal only to itself."""

    all: tuple[Profile, ...]
    series: frozenset[Words]
    places: frozenset[Words]
    runs: Mapping[str, tuple[tuple[Profile, Words, int], ...]]

    def of(self, event_id: str) -> Profile:
        return next(profile for profile in self.all if profile.id == event_id)


def profiles_of(house: House, lexicon: Lexicon) -> Profiles:
    """The profiles of the house's events."""
    dates, names = date_words(lexicon), name_words(lexicon)
    spoken_for = frozenset().union(*(vocabulary(lexicon, lang) for lang in lexicon.languages))
    split = {event.id: _series(event.title, dates) for event in house.events}
    named = Counter(word for _, series in set(split.values()) for word in series)
    common = {word for word, times in named.items() if times > 1}
    common |= {word for _, series in split.values() for word in series if _several(series, split)}
    said = {
        event.id: _content(f"{event.title} {event.subtitle}", dates, names) - common for event in house.events
    }
    found: list[Profile] = []
    for event in house.events:
        number, series = split[event.id]
        others: set[str] = set().union(*(words for key, words in said.items() if key != event.id))
        theme = frozenset(said[event.id] - others)
        found.append(
            Profile(
                event, number, series, _words(event.title), _words(event.subtitle), theme,
                theme - spoken_for, _words(event.location.partition(",")[0]),
            )
        )  # fmt: skip
    runs: dict[str, list[tuple[Profile, Words, int]]] = {}
    for profile in found:
        for words in (profile.title, profile.subtitle):
            for at, word in enumerate(words):
                runs.setdefault(word, []).append((profile, words, at))
    heads = {(profile.series[0],) for profile in found if _head(profile)}
    return Profiles(
        tuple(found),
        frozenset(profile.series for profile in found if profile.series) | heads,
        frozenset(profile.place for profile in found if len("".join(profile.place)) > 4),
        {word: tuple(places) for word, places in runs.items()},
    )


def _several(series: Words, split: Mapping[str, tuple[int | None, Words]]) -> bool:
    return sum(series == other for _, other in split.values()) > 1


def _head(profile: Profile) -> bool:
    """Whether the first word of a long name is enough to know the event by: "Jaarcongres", "Zomerborrel"."""
    return len(profile.series) > 1 and len(profile.series[0]) > 5 and profile.series[0] in profile.strong


def _words(text: str) -> Words:
    return tuple(token.word for token in tokens(text))


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


def _series(title: str, dates: DateWords) -> tuple[int | None, Words]:
    """ "4th Meet Up for Strategic Partnerships": 4, ("meet", "up")."""
    spoken = tokens(title)
    number: int | None = None
    words: list[str] = []
    at = 0
    while at < len(spoken):
        found = ordinal_at(spoken, at, title, dates) if number is None else None
        if found is None and number is None and spoken[at].word.isdecimal() and len(spoken[at].word) < 3:
            found = (int(spoken[at].word), 1)
        if found is not None:
            number = found[0]
            at += found[1]
            continue
        ends = dates["end_of_name"].holds(spoken[at].word)
        if words and (ends or _broken(title, spoken, at)):
            break
        if words or not ends:
            words.append(spoken[at].word)
        at += 1
    return number, tuple(words[:4])


def _broken(title: str, spoken: Sequence[Token], at: int) -> bool:
    gap = title[spoken[at - 1].end : spoken[at].start]
    return " - " in gap or not _BREAKS.isdisjoint(gap)
