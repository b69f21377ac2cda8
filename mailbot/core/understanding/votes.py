"""What a sentence does, by a vote of its words: the second opinion beside the phrases of ``acts``.

Every known word, every two neighbours and every two words close to each other carry a weight for each
of the labels (``register``, ``cancel``, ``none`` ...); their sum is turned into the chance that the label
holds. The weights are learned from ``tests/sentences`` by ``make votes`` and stand in ``words/votes.bin``;
``mailbot.edges.words`` reads them. Names, numbers and addresses are one word each, whoever is meant.

Nothing here asks for the language of the mail: the words of all languages stand in one table.
"""

from __future__ import annotations

import json
import re
import zlib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from math import sqrt, tanh

from mailbot.core.understanding.sentences import LONGEST, Sentence
from mailbot.core.understanding.tokens import Token
from mailbot.core.understanding.vocabulary import Mark, Vocabulary

UNKNOWN = "…"  # any word that no table knows, written small
REACH = 4  # words: what is further apart says nothing together
WORD_ZERO, PAIR_ZERO = 1 << 15, 1 << 7  # stand for a weight of 0, so that no label borrows from the next
_GRAMS = range(3, 7)  # letters of an unknown word that are looked at together
_LONGEST_WORD = 16  # letters; what comes after them is not looked at
_LENGTHS = (4, 8, 14, 22)  # words
_LANE = 3  # bytes for each label in a sum: more than all features of LONGEST words can fill
_SENTENCES = 64  # of the mail that is read are kept: what they say is asked for one by one, then together
_LOOKED_AT = 8000  # characters searched for addresses
_ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@]{1,250}|https?://\S{1,250}|www\.\S{1,250}")
_STOPS = frozenset(".!?:")
_LINE = re.compile(rb"[^\n]+")
# Within a name these belong to it: "Jan van der Berg", "Fatima el Amrani", "João da Silva".
_SMALL = frozenset(
    (
        *(
            "van",
            "der",
            "den",
            "de",
            "ter",
            "ten",
            "te",
            "het",
            "op",
            "el",
            "al",
            "da",
            "dos",
            "do",
            "di",
            "du",
        ),
        *("des", "von", "zu", "zur", "bin", "ben", "ibn", "le", "la", "y", "e", "d'", "l'"),
    )
)


@dataclass(frozen=True, slots=True)
class Votes:
    """The chance, 0 to 1, that each label holds of a sentence; several may."""

    chances: Mapping[str, float]

    def __getitem__(self, label: str) -> float:
        return self.chances[label]

    @property
    def best(self) -> str:
        return max(self.chances, key=self.chances.__getitem__)


_BEGINS = Mark("^", "^", "(begin)")
_ENDS = Mark("$", "$", "(end)")
ASKED = Mark("$?", "$?", "(end)?")  # the end of a question
_NAMED = Mark("Name", "Name", "(name)")
_OPENING = Mark("Name?", "Name?", "(first word)")  # unknown: a name, or any word at the begin of a sentence
_NUMBERED = Mark("#", "#", "(number)")
_ADDRESSED = Mark("@", "@", "(address)")


@dataclass(frozen=True, slots=True, eq=False)
class Ballot:
    """The weights; those of all labels stand side by side in one integer, so that one addition adds all.
    Equal only to itself."""

    labels: tuple[str, ...]
    slopes: tuple[float, ...]
    offsets: tuple[float, ...]
    digest: str  # of the tables that they were learned from
    known: Mapping[str, Mark]  # with their weights
    frames: Mapping[str, str]  # kin under which every word of the sentence stands ("not") -> its row in apart
    near: Mapping[tuple[str, str], int]
    apart: Mapping[str, Mapping[str, int]]
    grams: Mapping[str, int]


@lru_cache(maxsize=_SENTENCES)
def vote(sentence: Sentence, ballot: Ballot) -> Votes:
    """How likely each label is to hold of the sentence. Takes time in proportion to its words."""
    marks = marked(sentence, ballot)
    known, near, apart = ballot.known, ballot.near, ballot.apart
    words = [mark.word for mark in marks]
    kin = [mark.kin for mark in marks]
    found = [mark.weight for mark in map(known.get, (*words, length_of(marks))) if mark is not None]
    counted = len(found)
    for at, one in enumerate(kin, 1):
        row = apart.get(one)
        if row is not None:
            for other in kin[at + 1 : at + REACH]:
                if other in row:
                    found.append(row[other])
    for frame in {ballot.frames[one] for one in kin if one in ballot.frames}:
        row = apart.get(frame, {})
        found += [row[one] for one in kin if one in row]
    found += [near[pair] for pair in pairwise(kin) if pair in near]
    looked_up = len(found)  # what follows only says more of a word that was counted
    if UNKNOWN in words:
        grams = ballot.grams
        for mark in marks:
            if mark.word == UNKNOWN:
                found += [grams[gram] for gram in grams_of(mark.shown) if gram in grams]
    zero = counted * WORD_ZERO + (len(found) - counted) * PAIR_ZERO
    by = 2 * sqrt(looked_up or 1)
    sums = _lanes(sum(found), len(ballot.labels))
    each = zip(ballot.labels, sums, ballot.slopes, ballot.offsets, strict=True)
    # The logistic function, by the tangent that never overflows.
    return Votes(
        {
            label: 0.5 + 0.5 * tanh((lane - zero) / by * slope + offset / 2)
            for label, lane, slope, offset in each
        }
    )


def because(sentence: Sentence, ballot: Ballot, label: str, most: int = 3) -> tuple[str, ...]:
    """The words, or pairs of words, that spoke most for ``label``, the strongest first."""
    marks = marked(sentence, ballot)
    lane = ballot.labels.index(label)
    spoke: dict[str, int] = {}

    def speaks(shown: str, weight: int | None, zero: int) -> None:
        if weight is not None:
            spoke[shown] = spoke.get(shown, 0) + _lanes(weight, len(ballot.labels))[lane] - zero

    for kind, first, second, shown in features_of(marks, ballot.frames):
        if kind == "word":
            word = ballot.known.get(first)
            speaks(shown, None if word is None else word.weight, WORD_ZERO)
        elif kind == "near":
            speaks(shown, ballot.near.get((first, second)), PAIR_ZERO)
        elif kind == "gram":
            speaks(shown, ballot.grams.get(first), PAIR_ZERO)
        else:
            speaks(shown, ballot.apart.get(first, {}).get(second), PAIR_ZERO)
    best = sorted((shown for shown in spoke if spoke[shown] > 0), key=lambda shown: (-spoke[shown], shown))
    return tuple(best[:most])


def features_of(marks: Sequence[Mark], frames: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """(table, key, second key, as a person reads it) of all that ``vote`` looks up."""
    for mark in marks:
        yield "word", mark.word, "", mark.shown
    yield "word", length_of(marks), "", "(its length)"
    for at, one in enumerate(marks, 1):
        for other in marks[at : at + 1]:
            yield "near", one.kin, other.kin, f"{one.shown} {other.shown}"
        for other in marks[at + 1 : at + REACH]:
            yield "apart", one.kin, other.kin, f"{one.shown} … {other.shown}"
    for frame, mark in {frames[mark.kin]: mark for mark in reversed(marks) if mark.kin in frames}.items():
        for other in marks:
            yield "apart", frame, other.kin, f"{mark.shown} + {other.shown}"
    for mark in marks:
        if mark.word == UNKNOWN:
            for gram in grams_of(mark.shown):
                yield "gram", gram, "", mark.shown


@lru_cache(maxsize=_SENTENCES)
def marked(sentence: Sentence, ballot: Ballot) -> tuple[Mark, ...]:
    """The marks of a sentence by the words that the ballot knows."""
    return tuple(marks_of(sentence, ballot.known))


def marks_of(sentence: Sentence, known: Mapping[str, Mark]) -> list[Mark]:
    """The sentence between its begin and end, with one mark for each name, however many words it has."""
    marks, run = [_BEGINS], -1  # run: marks since the last name, as long as they may belong to it
    for mark in _each_word(sentence, known):
        if mark is _NAMED:
            if run < 0 and marks[-1] is _OPENING:
                marks[-1] = mark
            elif run < 0:
                marks.append(mark)
            elif run > 0:
                del marks[-run:]
            run = 0
        elif mark is not _ADDRESSED or marks[-1] is not _ADDRESSED:
            marks.append(mark)
            if run >= 0:
                run = run + 1 if run < 2 and mark.word in _SMALL else -1
    marks.append(ASKED if sentence.asks else _ENDS)
    return marks


def _each_word(sentence: Sentence, known: Mapping[str, Mark]) -> Iterator[Mark]:
    text, start = sentence.text, sentence.start
    spans = addresses(text)
    shouted = text.isupper()  # then capitals tell nothing
    words = sentence.words[:LONGEST]
    mark = _BEGINS
    for at, token in enumerate(words):
        word, place = token.word, token.start - start
        first = text[place]
        entry = known.get(word)
        if spans and _within(place, spans):
            mark = _ADDRESSED
        elif first.islower() or shouted:
            mark = entry or Mark(UNKNOWN, UNKNOWN, word)
        elif not first.isalpha():
            mark = entry or (_NUMBERED if first.isdigit() else Mark(word, word, word))
        elif entry is None and at == 0:
            mark = _OPENING
        elif entry is None or (len(word) == 1 and text[place + 1 : place + 2] == "."):  # "J. Smith"
            mark = _NAMED
        elif (
            entry.small
            and at
            and (mark is _NAMED or mark is _OPENING or _name_follows(words, at, text, start, known))
            and text[max(place - 3, 0) : place].rstrip()[-1:] not in _STOPS
        ):
            mark = _NAMED  # "Will Bakker", "Van Dijk": in the middle of a sentence these are written small
        else:
            mark = entry
        yield mark


def _name_follows(words: Sequence[Token], at: int, text: str, start: int, known: Mapping[str, Mark]) -> bool:
    for token in words[at + 1 : at + 2]:
        first = text[token.start - start]
        return first.isalpha() and not first.islower() and token.word not in known
    return False


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= place < end for begin, end in spans)


def addresses(text: str) -> list[tuple[int, int]]:
    """(start, end) of the e-mail and web addresses; only in what can be looked at quickly."""
    if "@" not in text and "www." not in text and "://" not in text:
        return []
    return [found.span() for found in _ADDRESS.finditer(text, 0, _LOOKED_AT)]


def grams_of(word: str) -> list[str]:
    """The runs of letters within a word, with its begin and end; so a typing error is not all lost."""
    marked = f"<{word[:_LONGEST_WORD]}>"
    return [marked[at : at + long] for long in _GRAMS for at in range(len(marked) - long + 1)]


def length_of(marks: Sequence[Mark]) -> str:
    """The class of a sentence's length, as a word of its own."""
    count = len(marks) - 2
    return f"^{bisect(_LENGTHS, count)}"


def _lanes(total: int, count: int) -> tuple[int, ...]:
    wide = total.to_bytes(_LANE * count, "little")
    return tuple(
        low | mid << 8 | high << 16 for low, mid, high in zip(wide[::3], wide[1::3], wide[2::3], strict=True)
    )


def opened(content: bytes) -> Ballot:
    """The weights from the bytes of ``votes.bin``."""
    first, _, packed = content.partition(b"\n")
    head = json.loads(first)
    text, _, planes = zlib.decompress(packed).partition(b"\0")
    labels: tuple[str, ...] = tuple(head["labels"])
    words, near, apart = head["rows"]
    wide = 2 * len(labels) * words
    size = _LANE * len(labels)
    # Row by row, never all at once: what is laid out beside the tables would stay the reader's for good.
    keys = (line.group().decode().split("\t") for line in _LINE.finditer(text))
    one_of: dict[str, str] = {}  # a kin stands in hundreds of rows, and is kept once

    def kept(kin: str) -> str:
        return one_of.setdefault(kin, kin)

    rows_of: dict[str, int] = {}
    kin_of: list[str] = []
    small_ones = bytearray()
    for row, (word, kin, small) in enumerate(islice(keys, words)):
        rows_of[word] = row
        kin_of.append(kept(kin))
        small_ones.append(bool(small))
    known = Vocabulary(rows_of, kin_of, bytes(small_ones), bytes(_lanes_of(planes[:wide], len(labels), 2)))
    lanes = memoryview(_lanes_of(planes[wide:], len(labels), 1))
    sums = (int.from_bytes(lanes[at : at + size], "little") for at in range(0, len(lanes), size))
    rows = zip(keys, sums, strict=True)
    return Ballot(
        labels,
        tuple(head["slopes"]),
        tuple(head["offsets"]),
        head["digest"],
        known,
        head["frames"],
        {(kept(one), kept(other)): weight for (one, other), weight in islice(rows, near)},
        _nested((kept(one), kept(other), weight) for (one, other), weight in islice(rows, apart)),
        {gram: weight for (gram,), weight in rows},
    )


def _lanes_of(planes: bytes, labels: int, width: int) -> bytearray:
    """The weights of each row side by side; they are written label by label, low bytes first."""
    rows = len(planes) // (labels * width)
    size = _LANE * labels
    lanes = bytearray(rows * size)
    for label in range(labels):
        for byte in range(width):
            plane = label * width + byte
            lanes[label * _LANE + byte :: size] = planes[plane * rows : (plane + 1) * rows]
    return lanes


def _nested(rows: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for one, other, weight in rows:
        table.setdefault(one, {})[other] = weight
    return table
