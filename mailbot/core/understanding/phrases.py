"""Phrases of the word files, and where they occur among the words of a sentence.

A phrase is written as people say it, with a few signs (explained at the top of each
``acts.toml``):

    graag       this word            {come}      one of the words or phrases of that family
    inschrijv*  a word beginning so  [heel]      may be there
    ..          up to 3 other words  ...         up to 8        ....   up to 30
    (a|b c)     either               #           a number in digits
    $           the end of the sentence

Matching keeps the set of places it may have come to, so its time grows with the length of
the text and of the phrase, never with their combinations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mailbot.core.understanding.tokens import Token, fold, spellings, tokens

_ITEM = re.compile(r"\.{2,4}|\{[\w-]+\}|[\[\](|)]|[^\s\[\](|){}]+")
_DEEPEST = 8
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


@dataclass(frozen=True, slots=True)
class End:
    """Nothing comes after it in the sentence."""


Element = Word | Gap | Either | End
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
                read.append(Either((*self.ways("]", depth), ())))
            elif item == "(":
                read.append(Either(self.ways(")", depth)))
            elif item in "])|":
                raise self.fail(f"{item} without its beginning")
            elif item.startswith("{"):
                family = self.families.get(item[1:-1])
                if family is None:
                    raise self.fail(f"there is no family {item}")
                read.append(_joined(family))
            elif item in _GAPS:
                read.append(Gap(_GAPS[item]))
            elif item == "$":
                read.append(End())
            elif item == "#":
                read.append(Word(frozenset(), number=True))
            elif item.endswith("*"):
                read.append(Word(frozenset(), spellings(item[:-1])))
            else:
                read.extend(Word(frozenset(spellings(part))) for part in _as_tokens(item))
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


def _as_tokens(item: str) -> list[str]:
    """A written word as the tokens a mail would give: "m'inscrire" and "e-mail" are two words."""
    if re.fullmatch(r"\w+['’]", item):
        return [item]
    return [item[token.start : token.end] for token in tokens(item)] or [item]


def _joined(family: tuple[tuple[Element, ...], ...]) -> Element:
    """A family as one element: a single word set where all its members are single words."""
    words: set[str] = set()
    prefixes: set[str] = set()
    longer: list[tuple[Element, ...]] = []
    for way in family:
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
        if isinstance(element, Word):
            weight += 1
        elif isinstance(element, Either):
            weight += min(_weight(way) for way in element.ways)
    return weight


def ends(elements: tuple[Element, ...], words: Sequence[Token], at: int) -> set[int]:
    """Where the elements may end when they begin at word ``at`` (places after the last word)."""
    places = {at}
    last = len(words)
    for element in elements:
        reached: set[int] = set()
        if isinstance(element, Word):
            reached = {p + 1 for p in places if p < last and element.fits(words[p].word)}
        elif isinstance(element, End):
            reached = {p for p in places if all(not word.word[0].isalnum() for word in words[p:])}
        elif isinstance(element, Gap):
            for place in places:
                reached.update(range(place, min(place + element.most, last) + 1))
        else:
            for way in element.ways:
                for place in places:
                    reached |= ends(way, words, place)
        if not reached:
            return reached
        places = reached
    return places


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at ``words[first:last]``; ``label`` is what it was filed under."""

    label: int
    first: int
    last: int
    weight: int


class Phrasebook:
    """Many phrases, found together; each is filed under a number that the caller understands."""

    def __init__(self, phrases: Iterable[tuple[int, Phrase]]) -> None:
        self._by_word: dict[str, list[tuple[int, Phrase]]] = {}
        self._by_prefix: dict[str, list[tuple[int, Phrase]]] = {}
        self._by_number: list[tuple[int, Phrase]] = []
        for entry in phrases:
            for word in _first_words(entry[1].elements):
                for exact in word.exact:
                    self._by_word.setdefault(exact, []).append(entry)
                for prefix in word.prefixes:
                    self._by_prefix.setdefault(prefix, []).append(entry)
                if word.number:
                    self._by_number.append(entry)
        self._prefix_lengths = tuple(sorted({len(prefix) for prefix in self._by_prefix}))

    def _beginning(self, word: str) -> Iterable[tuple[int, Phrase]]:
        yield from self._by_word.get(word, ())
        for length in self._prefix_lengths:
            if length <= len(word):
                yield from self._by_prefix.get(word[:length], ())
        if word[:1].isdigit():
            yield from self._by_number

    def find(self, words: Sequence[Token]) -> list[Found]:
        """Every phrase wherever it occurs, at its shortest; each label once for each beginning."""
        found: dict[tuple[int, int, int], Found] = {}
        for at, token in enumerate(words):
            for label, phrase in self._beginning(token.word):
                reached = ends(phrase.elements, words, at)
                if reached:
                    one = Found(label, at, min(reached), phrase.weight)
                    key = (label, at, one.last)
                    if key not in found or found[key].weight < one.weight:
                        found[key] = one
        return list(found.values())


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


def vocabulary(phrase: Phrase) -> set[str]:
    """Every whole word that stands in a phrase."""
    words: set[str] = set()

    def gather(elements: tuple[Element, ...]) -> None:
        for element in elements:
            if isinstance(element, Word):
                words.update(element.exact)
            elif isinstance(element, Either):
                for way in element.ways:
                    gather(way)

    gather(phrase.elements)
    return words


__all__ = [
    "Families", "Found", "Phrase", "PhraseError", "Phrasebook",
    "ends", "fold", "read_families", "read_phrase", "vocabulary",
]  # fmt: skip
