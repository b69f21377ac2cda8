"""People in bullets, numbered lists, and lines that hold a name and little else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.understanding.lines import BULLET, Kind, Line
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.signing import person
from mailbot.core.understanding.spans import Span, span_at
from mailbot.core.understanding.weighing import Surroundings, weight

_FOLLOWS = re.compile(r"\s*(?:$|[,;(<\[|:/\t\n]|[-–—=]+>|→|[-–—]\s|\s{2,}|\+|&|\S+@)")
_ARROW = re.compile(r"\s*(?:[-–—=]+>|→|»|wordt|becomes|wird|devient)\s*")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of a list; ``end`` is where the line ends."""

    span: Span
    end: int


def listed(lines: Sequence[Line], skip: set[int], around: Surroundings) -> list[Listed]:
    """The people of the lists in the new words, in order."""
    found: list[Listed] = []
    words = around.words
    for number, line in enumerate(lines):
        if number in skip or line.kind is not Kind.NEW or line.blank:
            continue
        bullet = BULLET.match(line.text)
        at = line.start + (bullet.end() if bullet else len(line.text) - len(line.text.lstrip()))
        if line.text.rstrip().endswith("?"):
            continue
        first = _at(around, at, line.end, words)
        if first is None:
            continue
        rest = around.text[first.end : line.end]
        if not _FOLLOWS.match(rest) or _only_enumerates(rest, words):
            continue
        alone = not rest.strip(" .") and first.full
        if not bullet and not alone and not _detailed(rest):
            continue
        if _salutes(line.text, rest, words):
            continue
        if weight(first, around, listed=True) <= (-2 if bullet and _among(lines, number) else 0):
            continue
        found.append(Listed(first, line.end))
        arrow = _ARROW.match(rest)
        if arrow:
            second = _at(around, first.end + arrow.end(), line.end, words)
            if second is not None:
                found.append(Listed(second, line.end))
    return found


def _at(around: Surroundings, at: int, end: int, words: NameWords) -> Span | None:
    """The name that begins right here; also one in lower case that is nothing but a name."""
    return span_at(around.text, at, end, words)


def _detailed(rest: str) -> bool:
    """Behind a name without a bullet: an address, brackets, or a short detail."""
    return (
        "@" in rest
        or bool(re.match(r"\s*(?:\(|[-–—=]+>|→|\t|\|)", rest))
        or (rest.startswith(",") and len(rest) < 50)
    )


def _only_enumerates(rest: str, words: NameWords) -> bool:
    """ "Ruth Ogunleye, Pim Sanders, Maryam Jalali": a row of people in one line is prose."""
    pieces = [
        piece
        for piece in re.split(r",|;|\s(?:en|and|und|et|&)\s", re.sub(r"\([^()]*\)", "", rest))
        if piece.strip()
    ]
    return any((name := person(piece.strip(" ."), words)) is not None and " " in name for piece in pieces)


def _salutes(text: str, rest: str, words: NameWords) -> bool:
    """ "Jan," alone on a line greets somebody."""
    return rest.strip() == "," or bool(
        words["greetings"].holds(text.split(maxsplit=1)[0].casefold().strip(","))
    )


def _among(lines: Sequence[Line], number: int) -> bool:
    """Whether another line near has a bullet too."""
    near = [line for line in lines[max(0, number - 2) : number + 3] if not line.blank]
    return sum(bool(BULLET.match(line.text)) for line in near) > 1
