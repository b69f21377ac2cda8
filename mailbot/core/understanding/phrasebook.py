"""Thousands of phrases, and where they occur among the words of a sentence.

A phrase is known by its words: the one it begins with and those that it can't do without. Most
sentences lack them, which is told by one number for the words of the sentence and one for each phrase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

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
        self._by_word: dict[str, list[_Filed]] = {}
        self._by_prefix: dict[str, list[_Filed]] = {}
        self._by_number: list[_Filed] = []
        self._demands = _Demands()
        for label, phrase in phrases:
            opens = int(isinstance(phrase.elements[0], Word))  # it fits wherever the phrase is filed
            demanded = self._demands.of(phrase.elements)
            entry = _Filed(label, phrase.weight, phrase.elements[opens:], opens, demanded)
            for word in _first_words(phrase.elements):
                for exact in word.exact:
                    self._by_word.setdefault(exact, []).append(entry)
                for prefix in word.prefixes:
                    self._by_prefix.setdefault(prefix, []).append(entry)
                if word.number:
                    self._by_number.append(entry)
        self._prefix_lengths = tuple(sorted({len(prefix) for prefix in self._by_prefix}))
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
            for label, weight, elements, opens, _ in begun.possible(met, behind):
                reached = ends(elements, words, at + opens, memo)
                if reached:
                    one = Found(label, at, min(reached), weight)
                    key = (label, at, one.last)
                    if key not in found or found[key].weight < weight:
                        found[key] = one
        return list(found.values())


class _Filed(NamedTuple):
    """A phrase as it is filed; ``opens`` is 1 where its first word is left out of ``elements``."""

    label: int
    weight: int
    elements: tuple[Element, ...]
    opens: int
    demanded: int


class _Beginning:
    """The phrases that may begin with one word, each under the rarest other word that it demands."""

    def __init__(self, filed: Sequence[_Filed], word: str, demands: _Demands) -> None:
        own = demands.met((word,))
        # Each with the words of which one must follow, what else may, and what it demands besides the rarest.
        self._filed: list[tuple[_Filed, frozenset[str] | None, Word | None, int]] = []
        self._always: list[int] = []  # those that demand no other word
        self._by_demand: dict[int, list[int]] = {}
        for place, one in enumerate(filed):
            rarest = demands.rarest(one.demanded & ~own)
            (self._by_demand.setdefault(rarest, []) if rarest else self._always).append(place)
            follows = _behind(one, word)
            exact = None if follows is None else follows.exact
            more = follows if follows is not None and (follows.prefixes or follows.number) else None
            self._filed.append((one, exact, more, one.demanded & ~own & ~rarest))
        self._demanded = sum(self._by_demand)

    def possible(self, met: int, behind: str) -> list[_Filed]:
        """Those of which every demanded word is met and that may go on with the word ``behind`` ('' for
        the end of the sentence), in their order."""
        places = self._always
        left = met & self._demanded
        if left:
            places = places.copy()
            while left:
                bit = left & -left
                places += self._by_demand[bit]
                left ^= bit
            places.sort()
        found: list[_Filed] = []
        for place in places:
            one, exact, more, besides = self._filed[place]
            follows = exact is None or behind in exact or (more is not None and behind and more.fits(behind))
            if follows and not (besides and besides & ~met):
                found.append(one)
        return found


class _Demands:
    """The words that phrases can't do without, each a bit of a number."""

    def __init__(self) -> None:
        self._bits: dict[Word, int] = {}
        self._asked: Counter[int] = Counter()  # how many phrases demand a bit
        self._exact: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._numbers = 0
        self._lengths: tuple[int, ...] = ()
        self._met = lru_cache(_VOCABULARY)(self._met_by)

    def of(self, elements: Iterable[Element]) -> int:
        """The bits of the words that stand in every reading of these elements."""
        demanded = 0
        for element in elements:
            if isinstance(element, Word):
                demanded |= self._bit(element)
            elif isinstance(element, Either):
                word = _one_of(element)
                if word is not None:
                    demanded |= self._bit(word)
        self._asked.update(_bits_of(demanded))
        return demanded

    def rarest(self, demanded: int) -> int:
        """The one of these bits that the fewest phrases demand; 0 for none."""
        return min(_bits_of(demanded), key=self._asked.__getitem__, default=0)

    def _bit(self, word: Word) -> int:
        if word not in self._bits:
            bit = self._bits[word] = 1 << len(self._bits)
            for exact in word.exact:
                self._exact[exact] = self._exact.get(exact, 0) | bit
            for prefix in word.prefixes:
                self._prefixes[prefix] = self._prefixes.get(prefix, 0) | bit
            if word.number:
                self._numbers |= bit
            self._lengths = tuple(sorted({*self._lengths, *map(len, word.prefixes)}))
        return self._bits[word]

    def met(self, words: Iterable[str]) -> int:
        """The bits of everything that these words are."""
        met = 0
        for bits in map(self._met, words):
            met |= bits
        return met

    def _met_by(self, word: str) -> int:
        met = self._exact.get(word, 0)
        for length in self._lengths:
            if length <= len(word):
                met |= self._prefixes.get(word[:length], 0)
        return met | self._numbers if word[:1].isdigit() else met


def _bits_of(number: int) -> Iterator[int]:
    while number:
        bit = number & -number
        yield bit
        number ^= bit


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


def _behind(filed: _Filed, word: str) -> Word | None:
    """What must stand right behind ``word`` where the phrase begins with it; None where anything may."""
    words = _following(filed.elements) if filed.opens else _following_word(filed.elements, word)
    return None if words is None else _any_of(tuple(dict.fromkeys(words)))


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
