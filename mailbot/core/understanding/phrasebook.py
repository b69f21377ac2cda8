"""Thousands of phrases, and where they occur among the words of a sentence.

A phrase is known by its words: the one it begins with and those that it can't do without. Most
sentences lack them, which is told by one set for the words of the sentence and one for each phrase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from mailbot.core.understanding.phrases import Begin, Either, Element, Memo, Phrase, Word, ends
from mailbot.core.understanding.tokens import Token

_VOCABULARY = 4096  # words of which is kept what may begin with them: most of what people write


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at ``words[first:last]``; ``label`` is what it was filed under."""

    label: int
    first: int
    last: int
    weight: int


class Phrasebook:
    """Many phrases, found together; each is filed under a number that the caller understands.

    A phrase is tried only where its first word stands, in a sentence that has all the words it
    demands: of the thousands filed, a sentence has to be held against a handful.
    """

    def __init__(self, phrases: Iterable[tuple[int, Phrase]]) -> None:
        by_word: dict[str, list[_Filed]] = {}
        by_prefix: dict[str, list[_Filed]] = {}
        self._by_number: list[_Filed] = []
        self._demands = _Demands()
        for label, phrase in phrases:
            opens = int(isinstance(phrase.elements[0], Word))  # it fits wherever the phrase is filed
            elements, demanded = phrase.elements[opens:], self._demands.of(phrase.elements)
            entry = _Filed(label, phrase.weight, elements, opens, demanded)
            for word in _first_words(phrase.elements):
                for exact in word.exact:
                    by_word.setdefault(exact, []).append(entry)
                for prefix in word.prefixes:
                    by_prefix.setdefault(prefix, []).append(entry)
                if word.number:
                    self._by_number.append(entry)
        # Tuples, since most words begin one phrase alone, and a list of one takes twice the memory.
        self._by_word = {word: tuple(filed) for word, filed in by_word.items()}
        self._by_prefix = {prefix: tuple(filed) for prefix, filed in by_prefix.items()}
        self._prefix_lengths = tuple(sorted({len(prefix) for prefix in self._by_prefix}))
        self._beginning = lru_cache(_VOCABULARY)(self._find_beginning)

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name != "_beginning"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._beginning = lru_cache(_VOCABULARY)(self._find_beginning)

    def _find_beginning(self, word: str) -> _Beginning | None:
        """The phrases that may begin with a word; None where none does."""
        found = [*self._by_word.get(word, ())]
        for length in self._prefix_lengths:
            if length <= len(word):
                found += self._by_prefix.get(word[:length], ())
        if word[:1].isdigit():
            found += self._by_number
        return _Beginning(found, word, self._demands) if found else None

    def find(self, words: Sequence[Token]) -> list[Found]:
        """Every phrase wherever it occurs, at its shortest; each label once for each beginning."""
        beginnings = [
            (at, begun)
            for at, token in enumerate(words)
            if (begun := self._beginning(token.word)) is not None
        ]
        if not beginnings:
            return []
        met = self._demands.met([token.word for token in words])
        found: dict[tuple[int, int, int], Found] = {}
        memo: Memo = {}
        last = len(words)
        for at, begun in beginnings:
            behind = words[at + 1].word if at + 1 < last else ""
            for filed in begun.possible(met, behind):
                reached = ends(filed.elements, words, at + filed.opens, memo)
                if reached:
                    one = Found(filed.label, at, min(reached), filed.weight)
                    key = (one.label, at, one.last)
                    if key not in found or found[key].weight < one.weight:
                        found[key] = one
        return list(found.values())


@dataclass(slots=True)
class _Filed:
    """A phrase as it is filed; ``opens`` is 1 where its first word is left out of ``elements``.

    ``exact`` are the words of which one must stand behind the first, unless ``more`` fits; None where
    anything may. What opens is told of it when a mail has its first word: most phrases never are.
    """

    label: int
    weight: int
    elements: tuple[Element, ...]
    opens: int
    demanded: frozenset[int]
    told: bool = False
    exact: frozenset[str] | None = None
    more: Word | None = None

    def behind(self, word: str) -> _Filed:
        """The same, told what must stand behind its first word, which is ``word``."""
        if self.told:
            return self
        # What does not open may go on differently behind each of its first words.
        one = self if self.opens else replace(self)
        words = _following(self.elements) if self.opens else _following_word(self.elements, word)
        if words is not None:
            follows = _any_of(tuple(dict.fromkeys(words)))
            one.exact, one.more = follows.exact, follows if follows.prefixes or follows.number else None
        one.told = True
        return one


class _Beginning:
    """The phrases that may begin with one word, each under the rarest other word that it demands."""

    def __init__(self, filed: Sequence[_Filed], word: str, demands: _Demands) -> None:
        own = demands.met((word,))
        self._filed = tuple(one.behind(word) for one in filed)
        self._always: list[int] = []  # those that demand no other word
        self._by_demand: dict[int, list[int]] = {}
        for place, one in enumerate(filed):
            rarest = demands.rarest(one.demanded - own)
            (self._always if rarest is None else self._by_demand.setdefault(rarest, [])).append(place)
        self._demanded = frozenset(self._by_demand)

    def possible(self, met: Set[int], behind: str) -> list[_Filed]:
        """Those of which every demanded word is met and that may go on with the word ``behind`` ('' for
        the end of the sentence), in their order."""
        places = self._always
        there = self._demanded & met
        if there:
            places = [*places, *chain.from_iterable([self._by_demand[word] for word in there])]
            places.sort()
        found: list[_Filed] = []
        for place in places:
            one = self._filed[place]
            if not one.demanded <= met:
                continue
            exact, more = one.exact, one.more
            if exact is None or behind in exact or (more is not None and behind and more.fits(behind)):
                found.append(one)
        return found


class _Demands:
    """The words that phrases can't do without, each a number."""

    def __init__(self) -> None:
        self._numbers_of: dict[Word, int] = {}
        self._sets: dict[frozenset[int], frozenset[int]] = {}  # many phrases demand the same
        self._asked: Counter[int] = Counter()  # how many phrases demand one
        self._exact: dict[str, tuple[int, ...]] = {}
        self._prefixes: dict[str, tuple[int, ...]] = {}
        self._digits: list[int] = []
        self._lengths: tuple[int, ...] = ()
        self._met = lru_cache(_VOCABULARY)(self._met_by)

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name != "_met"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._met = lru_cache(_VOCABULARY)(self._met_by)

    def of(self, elements: Iterable[Element]) -> frozenset[int]:
        """The numbers of the words that stand in every reading of these elements."""
        demanded: set[int] = set()
        for element in elements:
            if isinstance(element, Word):
                demanded.add(self._number(element))
            elif isinstance(element, Either):
                word = _one_of(element)
                if word is not None:
                    demanded.add(self._number(word))
        self._asked.update(demanded)
        held = frozenset(demanded)
        return self._sets.setdefault(held, held)

    def rarest(self, demanded: Iterable[int]) -> int | None:
        """The one of these words that the fewest phrases demand."""
        return min(sorted(demanded), key=self._asked.__getitem__, default=None)

    def _number(self, word: Word) -> int:
        if word not in self._numbers_of:
            number = self._numbers_of[word] = len(self._numbers_of)
            for exact in word.exact:
                self._exact[exact] = (*self._exact.get(exact, ()), number)
            for prefix in word.prefixes:
                self._prefixes[prefix] = (*self._prefixes.get(prefix, ()), number)
            if word.number:
                self._digits.append(number)
            self._lengths = tuple(sorted({*self._lengths, *map(len, word.prefixes)}))
        return self._numbers_of[word]

    def met(self, words: Iterable[str]) -> Set[int]:
        """The numbers of everything that these words are."""
        return set(chain.from_iterable(map(self._met, words)))

    def _met_by(self, word: str) -> tuple[int, ...]:
        met = set(self._exact.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                met.update(self._prefixes.get(word[:length], ()))
        return tuple(met.union(self._digits) if word[:1].isdigit() else met)


@cache
def _one_of(either: Either) -> Word | None:
    """Words of which one stands in every reading; None where a way demands no word."""
    exact: set[str] = set()
    prefixes: set[str] = set()
    number = False
    for way in either.ways:
        demanded = [
            one if isinstance(one, Word) else _one_of(one) for one in way if isinstance(one, Word | Either)
        ]
        words = [word for word in demanded if word is not None]
        if not words:
            return None
        rarest = min(words, key=lambda word: len(word.exact) + 20 * len(word.prefixes) + 20 * word.number)
        exact |= rarest.exact
        prefixes.update(rarest.prefixes)
        number = number or rarest.number
    return Word(frozenset(exact), tuple(sorted(prefixes)), number)


def _first_words(elements: tuple[Element, ...]) -> Iterable[Word]:
    for element in elements:
        if isinstance(element, Word):
            yield element
            return
        if isinstance(element, Either):
            yield from _firsts(element)
            if element.least:
                return


@cache
def _any_of(words: tuple[Word, ...]) -> Word:
    """One word that fits where any of these does: a few families stand behind thousands of phrases."""
    exact = frozenset[str]().union(*(word.exact for word in words))
    prefixes = {prefix for word in words for prefix in word.prefixes}
    return Word(exact, tuple(sorted(prefixes)), any(word.number for word in words))


Begins = tuple[Word, ...] | None  # words of which one must stand somewhere; None where others may as well


def _following(elements: tuple[Element, ...]) -> Begins:
    """The words of which one must stand where these elements begin."""
    found: list[Word] = []
    for element in elements:
        if isinstance(element, Word):
            return (*found, element)
        if isinstance(element, Either):
            words = _ways_begin(element)
            if words is None:
                return None
            found += words
            if element.least:
                return tuple(found)
        elif not isinstance(element, Begin):  # which takes no word
            return None
    return None


@cache
def _ways_begin(either: Either) -> Begins:
    """What its ways demand first, but for an empty one."""
    found: list[Word] = []
    for way in filter(None, either.ways):
        words = _following(way)
        if words is None:
            return None
        found += words
    return tuple(found)


def _following_word(elements: tuple[Element, ...], word: str) -> Begins:
    """The words of which one must stand behind ``word`` where these elements begin with it."""
    first, rest = elements[0], elements[1:]
    if isinstance(first, Word):
        return _following(rest) if first.fits(word) else ()
    if isinstance(first, Begin) and rest:
        return _following_word(rest, word)
    if not isinstance(first, Either):
        return None
    found: list[Word] = []
    for way in first.beginning(word):
        on = (*way, *rest)
        words = _following_word(on, word) if on else None
        if words is None:
            return None
        found += words
    return tuple(found)


@cache
def _firsts(either: Either) -> tuple[Word, ...]:
    return tuple(dict.fromkeys(word for way in either.ways for word in _first_words(way)))
