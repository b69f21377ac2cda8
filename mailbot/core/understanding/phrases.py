"""Phrases of the word files, and how far each reaches among the words of a sentence.

A phrase is written as people say it, with a few signs (explained at the top of each
``acts.toml``):

    graag       this word            {come}      one of the words or phrases of that family
    inschrijv*  a word beginning so  [heel]      may be there
    ..          up to 3 other words  ...         up to 8        ....   up to 30
    (a|b c)     either               #           a number in digits
    $           the end of the sentence       ^   its beginning, or behind a comma; ^^ its beginning

Matching keeps the set of places it may have come to, so its time grows with the length of
the text and of the phrase, never with their combinations. ``phrasebook`` finds many at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

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

    def __reduce__(self) -> tuple[object, ...]:  # a third of the time that a slotted dataclass takes
        return Word, (self.exact, self.prefixes, self.number)

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
    least: int = field(init=False, repr=False, compare=False)  # words that its shortest way demands
    _hash: int = field(init=False, repr=False, compare=False)
    _by_word: dict[str, tuple[tuple[Element, ...], ...]] = field(init=False, repr=False, compare=False)
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
        object.__setattr__(self, "least", min(map(weight_of, self.ways)))
        object.__setattr__(self, "_hash", hash(self.ways))
        object.__setattr__(self, "_by_word", {word: tuple(ways) for word, ways in by_word.items()})
        object.__setattr__(self, "_anywhere", tuple(anywhere))

    def __reduce__(self) -> tuple[object, ...]:
        """Made anew by its ways: what words hash to is another number in each process."""
        return Either, (self.ways,)

    def __hash__(self) -> int:
        """Kept: families stand within families, and reading thousands of phrases asks for it often."""
        return self._hash

    def beginning(self, word: str) -> Iterable[tuple[Element, ...]]:
        """The ways that may begin with a word ('' behind the last one)."""
        known = self._by_word.get(word)
        return self._anywhere if known is None else (*known, *self._anywhere)


@dataclass(frozen=True, slots=True)
class End:
    """Nothing comes after it in the sentence."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Nothing comes before it in the sentence, or (unless ``strictly``) a sign parts it from what does."""

    strictly: bool


Element = Word | Gap | Either | End | Begin
Families = Mapping[str, Element]


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
                read.append(family)
            else:
                read += _plain(item)
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
def _plain(item: str) -> tuple[Element, ...]:
    """What a sign or a written word stands for, wherever it stands."""
    if item in _GAPS:
        return (Gap(_GAPS[item]),)
    if item == "$":
        return (End(),)
    if item in {"^", "^^"}:
        return (Begin(item == "^^"),)
    if item == "#":
        return (Word(frozenset(), number=True),)
    if item.endswith("*"):
        return (Word(frozenset(), spellings(item[:-1])),)
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
    families = dict(known or {})
    for name, members in table.items():
        families[name] = _one_of_these(tuple(read_phrase(member, families).elements for member in members))
    return families


def read_phrase(text: str, families: Families) -> Phrase:
    """Compile one phrase. Raises PhraseError with the phrase and what is wrong with it."""
    reader = _Reader(text, families, _ITEM.findall(text))
    elements = reader.sequence("")
    while elements and isinstance(elements[-1], Gap):
        elements = elements[:-1]  # a gap at the end says nothing
    if not elements or isinstance(elements[0], Gap):
        raise reader.fail("begins with a gap")
    return Phrase(elements, weight_of(elements), text)


def weight_of(elements: Iterable[Element]) -> int:
    weight = 0
    for element in elements:
        if isinstance(element, Word) or (isinstance(element, Begin) and element.strictly):
            weight += 1
        elif isinstance(element, Either):
            weight += element.least
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
            more = element.number or element.prefixes
            for place in places:
                if place < last and (
                    (word := words[place].word) in element.exact or (more and element.fits(word))
                ):
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


__all__ = [
    "Families",
    "Memo",
    "Phrase",
    "PhraseError",
    "ends",
    "fold",
    "read_families",
    "read_phrase",
    "weight_of",
]
