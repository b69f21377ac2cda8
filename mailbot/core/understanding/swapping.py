"""Pairs of people of whom one takes the place of the other, by the signs and headings between their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.instead import Pair, instead_pairs
from mailbot.core.understanding.mentions import Flag, Mention
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import tokens

_ARROW = re.compile(r"-{1,2}>|={1,2}>|→|➔|⇒|>>?")
# Between the two names: the address, the function, a bracket of the first one.
_DETAIL = re.compile(r"\([^()\n]{0,80}\)|<[^<>\n]{0,80}>|\S{1,64}@\S{1,80}|\[[^\[\]\n]{0,80}\]")
CELL = re.compile(r"[\t|]")
_COLUMNS = 8
_FEW = 5  # words of a heading
_ROWS = 20  # of a table: each of many headings may have the rest of the mail below it
_FAR = 160  # characters between two names that one sign can join


def swaps(facts_said: Sequence[Said], named: Sequence[Mention], words: NameWords) -> list[Pair]:
    """The pairs, in order: "Pim Sanders -> Jasmijn Verbeek", "Jill Abernathy becomes Kofi Owusu", and the
    rows below "Registered | Replaced by"."""
    joined = [
        (at, forward)
        for at, (left, right) in enumerate(pairwise(named))
        if left.place == right.place
        and right.start - left.end <= _FAR
        and (forward := _joined(facts_said, left, right, words)) is not None
    ]
    found: list[Pair] = [
        (left, right) if forward else (right, left)
        for at, forward in joined
        for left, right in _rows_around(at, facts_said, named, words, alone=len(joined) == 1)
    ]
    taken = {id(one) for pair in found for one in pair}
    for pair in instead_pairs(facts_said, named, words):
        if taken.isdisjoint(map(id, filter(None, pair))):
            found.append(pair)
    return found or list(_rows(facts_said, named, words))


def _joined(said: Sequence[Said], left: Mention, right: Mention, words: NameWords) -> bool | None:
    """Whether the words between them say that the right one comes for the left one; False where it is the
    other way round, "Julius Onyango neemt de plaats in van Marja de Wit"; None where they say neither."""
    one = next((one for one in said if _holds(one, left)), None)
    if one is None or not _holds(one, right):
        return None
    text = one.sentence.text[left.end - one.sentence.start : right.start - one.sentence.start]
    text = _DETAIL.sub(" ", text)
    arrows = len(_ARROW.findall(text))
    plain = [token.word for token in tokens(_ARROW.sub(" ", text))]
    becomes = words["becoming"].length_at(plain, 0) if plain else 0
    if "." in re.sub(r"\w\.", "", text):
        return None
    takes = words["taking_over"].length_at(plain, 0) if plain else 0
    rest = plain[takes + (plain[takes : takes + 1] != [] and words["from_house"].holds(plain[takes])) :]
    if takes and not arrows and all(words["titles"].holds(word) for word in rest):
        return False
    titles = all(words["titles"].holds(word) for word in plain[becomes:])
    return True if titles and arrows <= 1 and (arrows or becomes) else None


def _rows_around(
    at: int, said: Sequence[Said], named: Sequence[Mention], words: NameWords, *, alone: bool
) -> list[tuple[Mention, Mention]]:
    """The pairs of two rows of as many names: "Jan and Els are replaced by Tim and Ann", where it is the only
    sign; else that of the two names beside it."""
    first, last = at, at + 1
    while alone and first > 0 and _in_a_row(said, named[first - 1], named[first], words):
        first -= 1
    while alone and last + 1 < len(named) and _in_a_row(said, named[last], named[last + 1], words):
        last += 1
    lefts, rights = named[first : at + 1], named[at + 1 : last + 1]
    if len(lefts) != len(rights):
        return [(named[at], named[at + 1])]
    return list(zip(lefts, rights, strict=True))


def _in_a_row(said: Sequence[Said], left: Mention, right: Mention, words: NameWords) -> bool:
    """Whether nothing stands between two names but a comma, an "and" and what belongs to the first."""
    one = next((one for one in said if _holds(one, left)), None)
    if one is None or not _holds(one, right) or right.start <= left.end:
        return False
    text = one.sentence.text[left.end - one.sentence.start : right.start - one.sentence.start]
    between = _DETAIL.sub(" ", text)
    plain = [token.word for token in tokens(between)]
    rest = plain[1:] if plain and words["joining"].holds(plain[0]) else plain
    return (bool(plain) or "," in between) and all(words["titles"].holds(word) for word in rest)


def _holds(one: Said, mention: Mention) -> bool:
    sentence = one.sentence
    return sentence.place == mention.place and sentence.start <= mention.start < sentence.end


def _rows(said: Sequence[Said], named: Sequence[Mention], words: NameWords) -> Iterable[Pair]:
    """The pairs of a table, each row on a line; or each cell on one, as mail programs flatten them."""
    for number, one in enumerate(said):
        if (columns := swap_columns(one.sentence.text, words)) is not None:
            yield from _in_columns(said[number + 1 : number + 1 + _ROWS], named, columns)
            continue
        plain = [token.word for token in one.sentence.words]
        if not 0 < len(plain) <= _FEW:
            continue
        stood = _heading(plain, "stood_column", words)
        if stood and _heading(plain[stood:], "comes_column", words) == len(plain) - stood > 0:
            yield from _side_by_side(said[number + 1 : number + 1 + _ROWS], named)
        elif stood == len(plain) and number + 1 < len(said):
            below = [token.word for token in said[number + 1].sentence.words]
            if below and _heading(below, "comes_column", words) == len(below):
                yield from _one_below_another(said[number + 2 : number + 2 + 2 * _ROWS], named)


def swap_columns(line: str, words: NameWords) -> tuple[int, int] | None:
    """In which cells of the rows below this line stands who leaves, and who comes; None where it heads no
    such table."""
    parted = CELL.split(line)
    if not 1 < len(parted) <= _COLUMNS:
        return None
    cells = [[token.word for token in tokens(cell)] for cell in parted]
    stood, comes = (
        next((at for at, cell in enumerate(cells) if cell and _heading(cell, family, words) == len(cell)), -1)
        for family in ("stood_column", "comes_column")
    )
    return (stood, comes) if stood >= 0 and comes >= 0 and stood != comes else None


def _in_columns(said: Sequence[Said], named: Sequence[Mention], columns: tuple[int, int]) -> Iterable[Pair]:
    for one in said:
        text, start = one.sentence.text, one.sentence.start
        ends = [*(match.start() for match in CELL.finditer(text)), len(text)]
        if len(ends) <= max(columns):
            return
        begins = [0, *ends]
        cells = [
            [m for m in named if _holds(one, m) and begins[at] <= m.start - start < ends[at]]
            for at in columns
        ]
        if all(len(cell) == 1 for cell in cells):
            yield cells[0][0], cells[1][0]


def _heading(plain: list[str], family: str, words: NameWords) -> int:
    """How many words at the beginning are a heading of that kind."""
    return words[family].length_at(plain, 0) if plain else 0


def _side_by_side(said: Sequence[Said], named: Sequence[Mention]) -> Iterable[Pair]:
    for one in said:
        here = [mention for mention in named if _holds(one, mention)]
        others = [mention for mention in here if Flag.SELF not in mention.flags]
        if len(here) == 2 and len(others) == 2:
            yield here[0], here[1]
        elif len(here) > 2 or (not here and len(one.sentence.words) > 2 * _FEW):
            return


def _one_below_another(said: Sequence[Said], named: Sequence[Mention]) -> Iterable[Pair]:
    for left, right in zip(said[::2], said[1::2], strict=False):
        here = [mention for mention in named if _holds(left, mention)]
        there = [mention for mention in named if _holds(right, mention)]
        if len(here) != 1 or len(there) > 1:
            return
        if there and Flag.SELF not in here[0].flags | there[0].flags:
            yield here[0], there[0]
