"""The words of dates, of all languages together, and the ordinal numbers among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.namewords import Family
from mailbot.core.understanding.tokens import Token, fold

_FIRST_DAY = 13  # of ``days``
_COMPOUND = 8  # letters: as long at least is a month with what takes place in it
_NUMBERED = frozenset({"months", "weekdays", "ordinals", "days", "suffixes"})
_NONE = Family.of(())


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """The date words of all languages. Equal only to itself."""

    months: dict[str, int]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    days: dict[str, int]  # of the month, from the thirteenth on: lower ones count editions
    suffixes: frozenset[str]
    families: dict[str, Family]
    begins: dict[str, tuple[tuple[str, int], ...]]  # first letters -> the months that begin so, in full
    relative: Family  # all that a day counted from today can begin with

    def month(self, word: str) -> int | None:
        """The month of "januari", of "Januar's", and of "Januartermin", "maartbijeenkomst"."""
        word = word.rstrip("'")
        if word in self.months or len(word) < _COMPOUND or word[:3] not in self.begins:
            return self.months.get(word)
        for name, number in self.begins[word[:3]]:
            if word.startswith(name) and self["event"].holds(word[len(name) :]):
                return number
        return None

    def __getitem__(self, name: str) -> Family:
        return self.families.get(name, _NONE)


_RELATIVE = (
    "after_tomorrow",
    "not_tomorrow",
    "tomorrow",
    "today",
    "in_two_weeks",
    "next_week",
    "this_week",
    "next_month",
    "this_month",
)


def date_words(lexicon: Lexicon) -> DateWords:
    """The ``dates.toml`` of all languages, joined; made once for each lexicon."""

    def make() -> DateWords:
        months: dict[str, int] = {}
        weekdays: dict[str, int] = {}
        ordinals: dict[str, int] = {}
        days: dict[str, int] = {}
        members: dict[str, list[str]] = {}
        suffixes: set[str] = set()
        for lang in lexicon.languages:
            table = lexicon.table(lang, "dates")
            named = ((months, "months"), (weekdays, "weekdays"), (ordinals, "ordinals"), (days, "days"))
            for target, key in named:
                for number, names in enumerate(table.get(key, ())):
                    target.update({fold(name): number for name in names})
            suffixes |= {fold(suffix) for suffix in table.get("suffixes", ())}
            for key, value in table.items():
                if key not in _NUMBERED and isinstance(value, list):
                    members.setdefault(key, []).extend(value)
        families = {key: Family.of(value) for key, value in members.items()}
        return DateWords(
            {name: number + 1 for name, number in months.items()},
            weekdays,
            {name: number + 1 for name, number in ordinals.items()},
            {name: number + _FIRST_DAY for name, number in days.items()},
            frozenset(suffixes),
            families,
            _by_their_beginning(months),
            Family.of(member for key in _RELATIVE for member in members.get(key, ())),
        )

    return lexicon.compiled("dates", make)


def _by_their_beginning(months: Mapping[str, int]) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for name, number in months.items():
        if len(name) > 3:
            found.setdefault(name[:3], []).append((name, number + 1))
    return {first: tuple(names) for first, names in found.items()}


def ordinal_at(spoken: Sequence[Token], at: int, text: str, words: DateWords) -> tuple[int, int] | None:
    """(number, words taken) of "vierde", "4e", "4th", "4." at a place; None where there is none."""
    word = spoken[at].word
    if word in words.ordinals:
        return words.ordinals[word], 1
    if not word.isdecimal() or len(word) > 2:
        return None
    following = spoken[at + 1] if at + 1 < len(spoken) else None
    if following and following.start == spoken[at].end and following.word in words.suffixes:
        return int(word), 2
    if (
        (
            following
            and following.start - spoken[at].end <= 2
            and text[spoken[at].end : following.start].strip("- ") == ""
        )
        and following.word in words.suffixes
        and following.word not in {"e", "de", "er", "te", "ten", "ter"}
    ):
        return int(word), 2
    if (
        text[spoken[at].end : spoken[at].end + 2] in {". ", ".\u00a0"}
        and following
        and text[following.start].isupper()
    ):
        return int(word), 1
    return None
