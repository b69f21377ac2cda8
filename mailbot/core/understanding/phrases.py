"""Phrases of the word files, and where they occur among the words of a sentence.

A phrase is written as people say it, with a few signs (explained at the top of each
``acts.toml``):

    graag       this word            {come}      one of the words or phrases of that family
    inschrijv*  a word beginning so  [heel]      may be there
    ..          up to 3 other words  ...         up to 8        ....   up to 30
    (a|b c)     either               #           a number in digits
    $           the end of the sentence       ^   its beginning, or behind a comma; ^^ its beginning

Matching keeps the set of places it may have come to, so its time grows with the length of
the text and of the phrase, never with their combinations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from mailbot.core.understanding.tokens import Token, fold, spellings, tokens

_ITEM = re.compile(r"\.{2,4}|\{[\w-]+\}|[\[\](|)]|[^\s\[\](|){}]+")
_DEEPEST = 8
_VOCABULARY = 4096  # words of which is kept what may begin with them: most of what people write
_GAPS = {"..": 3, "...": 8, "....": 30}


class PhraseError(ValueError):
    """A phrase of a word file cannot be read; the message names the phrase and what is wrong."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: any of ``exact``, or one that begins with one of ``prefixes``."""

    exact: frozenset[str]
    prefixes: tuple[str, ...] = ()
    number: bool = False

    def fits(self, word: str) -> bool:
        if word in self.exact:
            return True
        if self.number and word[0].isdigit():
            return True
        return bool(self.prefixes) and word.startswith(self.prefixes)


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``most`` other words."""

    most: int


@dataclass(frozen=True, slots=True)
class Either:
    """One of these sequences; an empty one makes it optional."""

    ways: tuple[tuple[Element, ...], ...]
    _by_word: dict[str, list[tuple[Element, ...]]] = field(init=False, repr=False, compare=False)
    _anywhere: tuple[tuple[Element, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """File the ways by their first words: of thirty, one or two can begin at a given word."""
        by_word: dict[str, list[tuple[Element, ...]]] = {}
        anywhere: list[tuple[Element, ...]] = []
        for way in self.ways:
            first = way[0] if way else None
            if isinstance(first, Word) and not first.prefixes and not first.number:
                for word in first.exact:
                    by_word.setdefault(word, []).append(way)
            else:
                anywhere.append(way)
        object.__setattr__(self, "_by_word", by_word)
        object.__setattr__(self, "_anywhere", tuple(anywhere))

    def beginning(self, word: str) -> Iterable[tuple[Element, ...]]:
        """The ways that may begin with a word ('' behind the last one)."""
        return (*self._by_word.get(word, ()), *self._anywhere)


@dataclass(frozen=True, slots=True)
class End:
    """Nothing comes after it in the sentence."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Nothing comes before it in the sentence, or (unless ``strictly``) a sign parts it from what does."""

    strictly: bool


Element = Word | Gap | Either | End | Begin
Families = Mapping[str, tuple[tuple[Element, ...], ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase. ``weight`` counts the words that it demands at least."""

    elements: tuple[Element, ...]
    weight: int
    text: str


@dataclass(slots=True)
class _Reader:
    """Reads one phrase from left to right."""

    text: str
    families: Families
    items: list[str] = field(default_factory=list)
    at: int = 0

    def fail(self, why: str) -> PhraseError:
        return PhraseError(f'"{self.text}": {why}')

    def sequence(self, stop: str, depth: int = 0) -> tuple[Element, ...]:
        if depth > _DEEPEST:
            raise self.fail("too many brackets inside each other")
        read: list[Element] = []
        while self.at < len(self.items) and self.items[self.at] not in stop:
            item = self.items[self.at]
            self.at += 1
            if item == "[":
                read.append(_one_of_these((*self.ways("]", depth), ())))
            elif item == "(":
                read.append(_one_of_these(self.ways(")", depth)))
            elif item in "])|":
                raise self.fail(f"{item} without its beginning")
            elif item.startswith("{"):
                family = self.families.get(item[1:-1])
                if family is None:
                    raise self.fail(f"there is no family {item}")
                read.append(_one_of_these(family))
            elif item in _GAPS:
                read.append(Gap(_GAPS[item]))
            elif item == "$":
                read.append(End())
            elif item in {"^", "^^"}:
                read.append(Begin(item == "^^"))
            elif item == "#":
                read.append(Word(frozenset(), number=True))
            elif item.endswith("*"):
                read.append(Word(frozenset(), spellings(item[:-1])))
            else:
                read.extend(_words(item))
        return tuple(read)

    def ways(self, stop: str, depth: int) -> tuple[tuple[Element, ...], ...]:
        ways = [self.sequence(stop + "|", depth + 1)]
        while self.at < len(self.items) and self.items[self.at] == "|":
            self.at += 1
            ways.append(self.sequence(stop + "|", depth + 1))
        if self.at >= len(self.items):
            raise self.fail(f"{stop} is missing")
        self.at += 1
        return tuple(ways)


@cache
def _words(item: str) -> tuple[Word, ...]:
    return tuple(Word(frozenset(spellings(part))) for part in _as_tokens(item))


def _as_tokens(item: str) -> list[str]:
    """A written word as the tokens a mail would give: "m'inscrire" and "e-mail" are two words."""
    if re.fullmatch(r"\w+['’]", item):
        return [item]
    return [item[token.start : token.end] for token in tokens(item)] or [item]


@cache
def _one_of_these(ways: tuple[tuple[Element, ...], ...]) -> Element:
    """Ways as one element: a single word set where all of them are single words."""
    words: set[str] = set()
    prefixes: set[str] = set()
    longer: list[tuple[Element, ...]] = []
    for way in ways:
        if len(way) == 1 and isinstance(way[0], Word) and not way[0].number:
            words |= way[0].exact
            prefixes |= set(way[0].prefixes)
        else:
            longer.append(way)
    word = Word(frozenset(words), tuple(sorted(prefixes)))
    if not longer:
        return word
    return Either(((word,), *longer)) if words or prefixes else Either(tuple(longer))


def read_families(table: Mapping[str, Sequence[str]], known: Families | None = None) -> Families:
    """Families by name; one may use those that stand above it. Raises PhraseError."""
    families: dict[str, tuple[tuple[Element, ...], ...]] = dict(known or {})
    for name, members in table.items():
        families[name] = tuple(read_phrase(member, families).elements for member in members)
    return families


def read_phrase(text: str, families: Families) -> Phrase:
    """Compile one phrase. Raises PhraseError with the phrase and what is wrong with it."""
    reader = _Reader(text, families, _ITEM.findall(text))
    elements = reader.sequence("")
    while elements and isinstance(elements[-1], Gap):
        elements = elements[:-1]  # a gap at the end says nothing
    if not elements or isinstance(elements[0], Gap):
        raise reader.fail("begins with a gap")
    return Phrase(elements, _weight(elements), text)


def _weight(elements: Iterable[Element]) -> int:
    weight = 0
    for element in elements:
        if isinstance(element, Word) or (isinstance(element, Begin) and element.strictly):
            weight += 1
        elif isinstance(element, Either):
            weight += min(_weight(way) for way in element.ways)
    return weight


Memo = dict[tuple[int, int], set[int]]


def ends(
    elements: tuple[Element, ...], words: Sequence[Token], at: int, memo: Memo | None = None
) -> set[int]:
    """Where the elements may end when they begin at word ``at`` (places after the last word).

    ``memo`` remembers, for one sentence, where each family ended: many phrases share them.
    """
    places = {at}
    last = len(words)
    memo = {} if memo is None else memo
    for element in elements:
        reached: set[int] = set()
        if isinstance(element, Word):
            for place in places:
                if place < last and element.fits(words[place].word):
                    reached.add(place + 1)
        elif isinstance(element, End):
            reached = {p for p in places if all(not word.word[0].isalnum() for word in words[p:])}
        elif isinstance(element, Begin):
            reached = {
                p for p in places if p == 0 or (not element.strictly and p < last and _begins(words, p))
            }
        elif isinstance(element, Gap):
            for place in places:
                reached.update(range(place, min(place + element.most, last) + 1))
        else:
            for place in places:
                reached |= _either(element, words, place, memo)
        if not reached:
            return reached
        places = reached
    return places


def _begins(words: Sequence[Token], place: int) -> bool:
    """Whether more than a space stands between a word and the one before it."""
    return words[place].start - words[place - 1].end > 1


def _either(element: Either, words: Sequence[Token], place: int, memo: Memo) -> set[int]:
    key = (id(element), place)
    known = memo.get(key)
    if known is None:
        word = words[place].word if place < len(words) else ""
        known = set()
        for way in element.beginning(word):
            known |= ends(way, words, place, memo)
        memo[key] = known
    return known


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
            entry = (label, phrase, self._demands.of(phrase.elements))
            for word in _first_words(phrase.elements):
                for exact in word.exact:
                    self._by_word.setdefault(exact, []).append(entry)
                for prefix in word.prefixes:
                    self._by_prefix.setdefault(prefix, []).append(entry)
                if word.number:
                    self._by_number.append(entry)
        self._prefix_lengths = tuple(sorted({len(prefix) for prefix in self._by_prefix}))
        self._beginning = lru_cache(_VOCABULARY)(self._find_beginning)

    def _find_beginning(self, word: str) -> tuple[_Filed, ...]:
        """The phrases that may begin with a word."""
        found = [*self._by_word.get(word, ())]
        for length in self._prefix_lengths:
            if length <= len(word):
                found += self._by_prefix.get(word[:length], ())
        if word[:1].isdigit():
            found += self._by_number
        return tuple(found)

    def find(self, words: Sequence[Token]) -> list[Found]:
        """Every phrase wherever it occurs, at its shortest; each label once for each beginning."""
        lacking = ~self._demands.met(token.word for token in words)
        found: dict[tuple[int, int, int], Found] = {}
        memo: Memo = {}
        for at, token in enumerate(words):
            for label, phrase, demanded in self._beginning(token.word):
                if demanded & lacking:
                    continue
                reached = ends(phrase.elements, words, at, memo)
                if reached:
                    one = Found(label, at, min(reached), phrase.weight)
                    key = (label, at, one.last)
                    if key not in found or found[key].weight < one.weight:
                        found[key] = one
        return list(found.values())


_Filed = tuple[int, Phrase, int]


class _Demands:
    """The words that phrases can't do without, each a bit of a number."""

    def __init__(self) -> None:
        self._bits: dict[Word, int] = {}
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
        return demanded

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
        for word in words:
            met |= self._met(word)
        return met

    def _met_by(self, word: str) -> int:
        met = self._exact.get(word, 0)
        for length in self._lengths:
            if length <= len(word):
                met |= self._prefixes.get(word[:length], 0)
        return met | self._numbers if word[:1].isdigit() else met


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
            for way in element.ways:
                yield from _first_words(way)
            if all(_weight(way) for way in element.ways):
                return


__all__ = [
    "Families", "Found", "Phrase", "PhraseError", "Phrasebook",
    "ends", "fold", "read_families", "read_phrase",
]  # fmt: skip
