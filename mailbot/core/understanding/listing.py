"""People in bullets, numbered lists, and lines that hold a name and little else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mailbot.core.understanding.leading import behind_role, the_writer
from mailbot.core.understanding.lines import Kind, Line
from mailbot.core.understanding.names import bare, is_initials, mended
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.signing import person
from mailbot.core.understanding.spans import Span, span_at
from mailbot.core.understanding.swapping import CELL, swap_columns
from mailbot.core.understanding.tokens import fold, tokens
from mailbot.core.understanding.weighing import Surroundings, weight

_FOLLOWS = re.compile(r"\s*(?:$|[,;(<\[|:/\t\n]|[-–—=]+>|→|[-–—]\s|\s{2,}|\+|&|\S+@)")
_WRAPPED = 45  # characters of a line that goes on in the next one
_ARROW = re.compile(r"\s*(?:[-–—=]+>|→|»)\s*")
_LEAD = re.compile(r"(?:[^\W\d_]{2,6}\.\s+|[^\W\d_]+\s+\([^()\n]{1,12}\)\s+)(?=[^\W\d_])")
_NO_NAMES = ("functions", "organisation", "announcing", "diet", "joining", "self")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?]\s+(?=[^\W\d_a-zß-öø-ÿ])")  # "..., est retenu. Il sera ..."
# What joins two people of a line, behind an address or a bracket of the first.
_JOINT = re.compile(
    r"(?:\s*(?:\([^()\n]{0,60}\)|<[^<>\s]{3,80}>|,?\s\S{1,64}@\S{1,80}))?\s*,?\s*"
    r"(?:(?P<sign>[&+])|(?P<word>[^\W\d_]{1,4})(?=\s))\s*"
)
_JOINED = re.compile(r"\s*([^\W\d_]{1,4}|[&+])\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_BESIDE = 3  # people of a line beside the first
_LETTERS = re.compile(r"[\s'’.-]")
_MOST_PARTS = 5  # words of a name without capitals
_ALONE = re.compile(r"[^,;:(<\[|/\t\n@–—]*[^\s,;:(<\[|/\t\n@–—]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of a list; ``end`` is where the line ends."""

    span: Span
    end: int


def listed(lines: Sequence[Line], skip: set[int], around: Surroundings) -> list[Listed]:
    """The people of the lists in the new words, in order."""
    found: list[Listed] = []
    words = around.words
    swapping = _below_swap_columns(lines, words)
    for number, line in enumerate(lines):
        if number in skip or line.kind is not Kind.NEW or line.blank:
            continue
        if number in swapping and (exchanged := _in_cells(line, swapping[number], around)):
            found += exchanged
            continue
        bullet = line.bullet
        at = line.start + (bullet or _behind_joint(line, found, words))
        if line.text.rstrip().endswith("?") or _of_the_writer(line, words):
            continue
        among = bullet > 0 and _among(lines, number)
        first = _at(around, at, line.end, words)
        if among and (first is None or not _FOLLOWS.match(around.text[first.end : line.end])):
            first = (
                _behind_role(around, at, line.end, words)
                or _nothing_but_a_name(around.text, at, line.end, words)
                or first
            )
        if first is None:
            continue
        row = _beside(around, first, line, words) if bullet and (among or first.full) else []
        if row:
            ends = [*(span.left for span in row), line.end]
            found += [Listed(span, end) for span, end in zip((first, *row), ends, strict=True)]
            continue
        rest = around.text[first.end : line.end]
        if not _FOLLOWS.match(rest) or _only_enumerates(rest, words):
            continue
        alone = not rest.strip(" .") and first.full
        above = (
            bool(found)
            and found[-1].end + 1 == line.start
            and "@" in around.text[found[-1].span.end : line.start]
        )
        prose = (_goes_on(lines, number) and not above) or _begins_prose(first, rest, words)
        if not bullet and not alone and (not _detailed(rest) or prose):
            continue
        if _salutes(line.text, rest, words) and not _led_to(lines, number, found):
            continue
        remark = not bullet and rest.startswith(",") and "@" not in rest  # "Lange Rede, kurzer Sinn"
        # Behind "and", below other people, stands one however strange the name.
        joined = alone and not bullet and at > line.start + _indent(line)
        if weight(first, around, listed=not remark) <= (-2 if among else -1 if joined else 0):
            continue
        found.append(Listed(first, line.end))
        change = _behind_change(rest, words)
        second = _at(around, first.end + change, line.end, words) if change else None
        if second is not None:
            found.append(Listed(second, line.end))
    return found


def _behind_joint(line: Line, found: Sequence[Listed], words: NameWords) -> int:
    """Where a line without a bullet begins: right below another of the list behind "and", "en"."""
    begins = _indent(line)
    joint = _JOINED.match(line.text) if found and found[-1].end + 1 == line.start else None
    return joint.end() if joint is not None and words["joining"].holds(fold(joint[1])) else begins


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _beside(around: Surroundings, first: Span, line: Line, words: NameWords) -> list[Span]:
    """Who shares the line with the first: "- Karin Bos and *Piet Smit* (policy)"; nobody in prose."""
    row: list[Span] = []
    last = first
    while len(row) < _MOST_BESIDE:
        joint = _JOINT.match(around.text, last.end, line.end)
        if joint is None or not (joint["sign"] or words["joining"].holds(fold(joint["word"]))):
            break
        span = _at(around, joint.end(), line.end, words)
        if span is None or not span.full or weight(span, around, listed=True) <= 0:
            return []
        row.append(span)
        last = span
    rest = around.text[last.end : line.end]
    alone = not row or (not first.full and not words.is_given(first.tokens[0]))
    if alone or not _FOLLOWS.match(rest) or weight(first, around, listed=True) <= -2:
        return []
    return row


def _below_swap_columns(lines: Sequence[Line], words: NameWords) -> dict[int, tuple[int, int]]:
    """The rows of a table that says who comes in whose place, "Was | Wordt", with the cells of both."""
    found: dict[int, tuple[int, int]] = {}
    columns = None
    for number, line in enumerate(lines):
        cells = "\t" in line.text or "|" in line.text
        if columns and cells:
            found[number] = columns
        elif cells:
            columns = swap_columns(line.text, words)
        elif not line.blank:
            columns = None
    return found


def _in_cells(line: Line, columns: tuple[int, int], around: Surroundings) -> list[Listed]:
    """The two people of such a row; nobody where a cell holds something else."""
    begins = [0, *(match.end() for match in CELL.finditer(line.text))]
    ends = [*(match.start() for match in CELL.finditer(line.text)), len(line.text)]
    found: list[Listed] = []
    for column in columns if len(begins) > max(columns) else ():
        cell = line.text[begins[column] : ends[column]]
        at = line.start + begins[column] + len(cell) - len(cell.lstrip())
        end = line.start + ends[column]
        span = _at(around, at, end, around.words) or _nothing_but_a_name(around.text, at, end, around.words)
        found += [Listed(span, line.end)] if span is not None else []
    return found if len(found) == len(columns) else []


def _behind_change(rest: str, words: NameWords) -> int:
    """Where the other name may begin in "-> wordt Anouk", "becomes Kofi Owusu"; 0 where nothing says so."""
    arrow = _ARROW.match(rest)
    at = arrow.end() if arrow else 0
    spoken = tokens(rest[at : at + _WRAPPED])
    said = words["becoming"].length_at([token.word for token in spoken], 0)
    end = spoken[said - 1].end + at if said else at
    return end + len(rest[end:]) - len(rest[end:].lstrip()) if end else 0


def _at(around: Surroundings, at: int, end: int, words: NameWords) -> Span | None:
    """The name that begins right here; also one in lower case that is nothing but a name."""
    return span_at(around.text, at, end, words)


def _behind_role(around: Surroundings, at: int, end: int, words: NameWords) -> Span | None:
    """ "Praktikantin Lea Oßwald (19 Jahre)", "our director Jane Fox"."""
    begins = behind_role(around.text, at, end, words)
    span = _at(around, begins, end, words) if begins is not None else None
    return span if span is not None and span.full else None


def _nothing_but_a_name(text: str, at: int, end: int, words: NameWords) -> Span | None:
    """What stands between the bullets of other people and holds nothing but words that a name may be made of,
    with a title we don't know: "4) El Hadji Sarr", "- Lic. Juana Rojas"."""
    lead = _LEAD.match(text, at, end)
    if lead is not None and not is_initials(lead.group().split(maxsplit=1)[0]):
        at = lead.end()
    alone = _ALONE.match(text, at, end)
    raw = alone.group().rstrip(".") if alone is not None else ""
    called = person(raw, words) or _whispered(raw, words)
    if called is None or " " not in called or called.endswith("."):
        return None
    parts = raw.split()
    small = words["particles"].words | words["linking"].words
    said = [part for before, part in pairwise(parts) if not {fold(before), fold(part)} & small]
    if any(bare(part) in words.ordinary and not words.is_given(part) for part in said):
        return None  # "Vegetarian Lunch"; but "Marieke van Es"
    name = mended(raw, words)
    return Span(at, at + len(raw), at, name, tuple(parts)) if name else None


def _whispered(raw: str, words: NameWords) -> str | None:
    """ "sjaak van 't hof", without a capital: where no word of it is one that mails are made of."""
    small = words["particles"].words | words["linking"].words
    parts = [part for part in raw.split() if fold(part) not in small]
    if (
        not raw.islower()
        or not 1 < len(parts) <= _MOST_PARTS
        or not all(map(str.isalpha, _LETTERS.sub("", raw)))
    ):
        return None
    plain = [bare(part) for part in parts]
    said = any(
        word in words.ordinary
        or (word in words.common and not words.is_given(word))
        or any(words[family].holds(word) for family in _NO_NAMES)
        for word in plain
    )
    return None if said else person(" ".join(_raised(part, small) for part in raw.split()), words)


def _raised(part: str, small: frozenset[str]) -> str:
    return part if fold(part) in small else part[:1].upper() + part[1:]


def writer_among(lines: Sequence[Line], found: Sequence[Listed], words: NameWords) -> Line | None:
    """The line of a list of people that is the writer: "5. yours truly", "- ondergetekende (vegetarisch)"."""
    there = {one.end for one in found}
    spoken = [line for line in lines if line.kind is Kind.NEW and not line.blank]
    for number, line in enumerate(spoken):
        beside = spoken[max(0, number - 1) : number + 2]
        if any(one.end in there for one in beside) and _of_the_writer(line, words):
            return line
    return None


def _of_the_writer(line: Line, words: NameWords) -> bool:
    text = line.text
    alone = _ALONE.match(text, line.bullet or len(text) - len(text.lstrip()))
    return alone is not None and the_writer([token.word for token in tokens(alone.group())], words)


def _detailed(rest: str) -> bool:
    """Behind a name without a bullet: an address, brackets, or a short detail."""
    return (
        "@" in _NEXT_SENTENCE.split(rest, maxsplit=1)[0]
        or bool(re.match(r"\s*(?:\([^()]*(?:\)?$|\)\s*[,;:.|<–—-])|\([^()]*\)\s*$|[-–—=]+>|→|\t|\|)", rest))
        or (rest.startswith(",") and len(rest) < 50)
    )


def _begins_prose(first: Span, rest: str, words: NameWords) -> bool:
    """ "Nadia, Pieter and I cannot come": a line of prose that begins with a name; not "Nadia Bos (me)"."""
    said = [token.word for token in tokens(_BRACKETS.sub("", rest))]
    return (not first.full and rest.startswith(",")) or any(words["me"].holds(word) for word in said)


def _only_enumerates(rest: str, words: NameWords) -> bool:
    """ "Ruth Ogunleye, Pim Sanders, Maryam Jalali": a row of people in one line is prose."""
    pieces = [
        piece for piece in re.split(r",|;|\s(?:en|and|und|et|&)\s", _BRACKETS.sub("", rest)) if piece.strip()
    ]
    return any((name := person(piece.strip(" ."), words)) is not None and " " in name for piece in pieces)


def _led_to(lines: Sequence[Line], number: int, found: Sequence[Listed]) -> bool:
    """Whether the line stands below another of the list, or below words that lead to it: what begins with a
    title there ("mevrouw Nermin Aksoy, bestuursadviseur") greets nobody."""
    if found and found[-1].end + 1 == lines[number].start:
        return True
    at = number - 1
    while at >= 0 and lines[at].blank:
        at -= 1
    return at >= 0 and lines[at].kind is Kind.NEW and lines[at].text.rstrip().endswith(":")


def _salutes(text: str, rest: str, words: NameWords) -> bool:
    """ "Jan," alone on a line greets somebody."""
    return rest.strip() == "," or bool(
        words["greetings"].holds(text.split(maxsplit=1)[0].casefold().strip(","))
    )


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a mail program broke the line above or this one: it is a piece of a sentence."""
    above = lines[number - 1].text.rstrip() if number else ""
    if len(above) >= _WRAPPED and not above.endswith((".", ":", ";", "!", "?")):
        return True
    below = lines[number + 1].text.strip() if number + 1 < len(lines) else ""
    return len(lines[number].text) >= _WRAPPED and below[:1].islower()


def _among(lines: Sequence[Line], number: int) -> bool:
    """Whether another line near has a bullet too."""
    near = [line for line in lines[max(0, number - 2) : number + 3] if not line.blank]
    return sum(line.bullet > 0 for line in near) > 1
