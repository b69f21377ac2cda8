"""The words of ``people.toml``, ``names.toml`` and ``common.toml`` of every language, joined.

Names do not keep to the language of a mail: a German title stands in an English mail, a French
legal form in a Dutch one. So all languages are known at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.understanding.lexicon import Lexicon, Table
from mailbot.core.understanding.namelike import Namelike, is_namelike
from mailbot.core.understanding.tokens import fold, tokens

Words = tuple[str, ...]  # the folded words of a phrase


@dataclass(frozen=True, slots=True)
class Family:
    """A list of the word files: whole words, phrases of several words, beginnings and ends of words."""

    words: frozenset[str]  # and the phrases as they are written
    phrases: frozenset[Words]
    beginnings: Words = ()
    endings: Words = ()
    openings: frozenset[str] = frozenset()  # the first words of the phrases: most words are none
    closings: frozenset[str] = frozenset()  # and their last ones

    @classmethod
    def of(cls, members: Iterable[str]) -> Family:
        words: set[str] = set()
        phrases: set[Words] = set()
        beginnings: set[str] = set()
        endings: set[str] = set()
        for member in members:
            if member.startswith("*"):
                # "*vorsitzende*": with the few letters that German puts behind it
                ends = _INFLECTED if member.endswith("*") else ("",)
                endings.update(fold(member.strip("*")) + end for end in ends)
            elif member.endswith("*"):
                beginnings.add(fold(member[:-1]))
            else:
                parts = tuple(token.word for token in tokens(member)) or (fold(member),)
                if len(parts) == 1:
                    words.add(parts[0])
                else:
                    phrases.add(parts)
                words.add(fold(member))
        return cls(
            frozenset(words),
            frozenset(phrases),
            tuple(sorted(beginnings)),
            tuple(sorted(endings)),
            frozenset(phrase[0] for phrase in phrases),
            frozenset(phrase[-1] for phrase in phrases),
        )

    def opens(self, word: str) -> bool:
        """Whether one of these words or phrases may begin with the folded word."""
        return word in self.openings or self.holds(word)

    def holds(self, word: str) -> bool:
        """Whether the folded word is one of these."""
        if word in self.words:
            return True
        if self.beginnings and word.startswith(self.beginnings):
            return True
        # "huis" ends "Evaluatiehuis"; the word alone is listed where it counts alone.
        return bool(self.endings) and word.endswith(self.endings) and len(word) > 5

    def first(self, words: Words | list[str], start: int = 0, end: int | None = None) -> int | None:
        """Where the first of these phrases begins among the words; None if nowhere."""
        last = len(words) if end is None else min(end, len(words))
        if not (self.beginnings or self.endings):
            if self.words.isdisjoint(words) and self.openings.isdisjoint(words):
                return None  # as in most texts
            openings, own = self.openings, self.words
            for at in range(start, last):
                word = words[at]
                if word in own or (word in openings and self.length_at(words, at)):
                    return at
            return None
        for at in range(start, last):
            if self.opens(words[at]) and self.length_at(words, at):
                return at
        return None

    def length_at(self, words: Words | list[str], at: int) -> int:
        """How many words the longest of these phrases takes at this place; 0 if none stands there."""
        if at >= len(words):
            return 0
        word = words[at]
        if word in self.openings:
            for length in (4, 3, 2):
                if at + length <= len(words) and tuple(words[at : at + length]) in self.phrases:
                    return length
        return 1 if self.holds(word) else 0

    def length_before(self, words: Words | list[str], end: int) -> int:
        """The same for a phrase that ends just before ``end``."""
        if not end:
            return 0
        if words[end - 1] in self.closings:
            for length in (4, 3, 2):
                if end >= length and tuple(words[end - length : end]) in self.phrases:
                    return length
        return 1 if self.holds(words[end - 1]) else 0


_INFLECTED = ("", "r", "n", "s", "in", "innen", "nen", "e", "en", "er", "rin")


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """What the word files know of names, people and organisations. Equal only to itself."""

    families: Mapping[str, Family]
    columns: Mapping[str, Family]
    given: frozenset[str]
    family_first: frozenset[str]
    ordinary: frozenset[str]  # common words: a capital makes no name of them
    places: Family
    common: frozenset[str] = frozenset()  # what mails write in lower case: hardly a name at a sentence's head
    accented: frozenset[str] = (
        frozenset()
    )  # those of the ordinary words that have an accent: "grâce" is not Grace
    numbers: Mapping[str, int] = field(default_factory=dict)  # "two", "deux" ...
    letters: Namelike | None = None  # what they weigh in a name

    def __getitem__(self, name: str) -> Family:
        return self.families.get(name, _EMPTY)

    def number(self, word: str) -> int:
        """The number that a folded word is; 0 where it is none."""
        return int(word) if word.isdecimal() and len(word) < 4 else self.numbers.get(word, 0)

    def is_given(self, word: str) -> bool:
        """Whether this is a known first name; of a double name the first half counts."""
        plain = fold(word)
        return plain in self.given or plain.partition("-")[0] in self.given

    def looks_like_name(self, words: Sequence[str]) -> bool:
        """Whether these words of a name, as written, look like one by their letters."""
        if self.letters is None:
            return True
        small = self["particles"].words | self["linking"].words
        plain = [word for part in words for word in _PARTS.split(fold(part)) if word and word not in small]
        return is_namelike(plain, self.letters, given=self.is_given(words[0]))


_PARTS = re.compile(r"[^\w']+")
_EMPTY = Family(frozenset(), frozenset())
NO_WORDS = NameWords({}, {}, frozenset(), frozenset(), frozenset(), _EMPTY)


def _gathered(tables: Iterable[Table], skip: frozenset[str] = frozenset()) -> dict[str, Family]:
    members: dict[str, list[str]] = {}
    for table in tables:
        for key, value in table.items():
            if isinstance(value, list) and key not in skip:
                members.setdefault(key, []).extend(str(item) for item in value)
    return {key: Family.of(value) for key, value in members.items()}


def name_words(lexicon: Lexicon) -> NameWords:
    """The name words of all languages of the lexicon; made once for each lexicon."""

    def make() -> NameWords:
        tables = [lexicon.table(lang, "people") for lang in lexicon.languages]
        lists = [lexicon.table(lang, "names") for lang in lexicon.languages]
        given = {fold(name) for table in lists for name in str(table.get("given", "")).split()}
        first = {fold(name) for table in lists for name in str(table.get("family_first", "")).split()}
        places = Family.of(
            place.replace("_", " ") for table in tables for place in str(table.get("places", "")).split()
        )
        columns = _gathered(table["columns"] for table in tables if "columns" in table)
        written = {word for table in tables for word in str(table.get("ordinary", "")).split()}
        ordinary = {fold(word) for word in written}
        accented = ordinary - {fold(word) for word in written if word.isascii()}
        common = {
            word
            for lang in lexicon.languages
            for word in str(lexicon.table(lang, "common").get("words", "")).split()
        }
        return NameWords(
            _gathered(tables),
            columns,
            frozenset(given),
            frozenset(first),
            frozenset(ordinary),
            places,
            frozenset(common),
            frozenset(accented),
            {
                fold(word): number
                for lang in lexicon.languages
                for number, called in enumerate(lexicon.table(lang, "numbers").get("words", ()), start=1)
                for word in called
            },
        )

    # The weights of letters are no part of what is compiled: they change without the word files.
    return lexicon.made(
        "names", lambda: replace(lexicon.compiled("listed-names", make), letters=lexicon.namelike)
    )
