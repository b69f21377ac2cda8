"""Who is named in the letters that a mail quotes, and with which organisation.

They bring nobody a seat: they give the full name of somebody whom the new words call by a first name, and
tell which house the sender wrote for when they signed up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.bullets import BULLET
from mailbot.core.understanding.display import speaks_of_organisation
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.organisations import could_be_organisation
from mailbot.core.understanding.signing import person
from mailbot.core.understanding.spans import spans
from mailbot.core.understanding.tokens import tokens

_LINE = re.compile(r"[^\n]+")
_NAMED_LINE = re.compile(r"[^\W\d_][^\n:]{2,24}: ?(\S[^\n]{2,300})")
_BETWEEN = re.compile(r"(,|;|\s(?:en|and|und|et|&)\s)")
_HOUSE = re.compile(r"\s*\(([^()\n]{2,80})\)|\s*,\s*([^,;()<>\n@]{2,80})$")
_WRAPPED = re.compile(r"(?:\n[> \t]*(?=[^\s>])[^\n]{1,200}){1,3}")  # a mail program broke the row of names
_LONG = 40  # characters of a line that may have been broken
_LONGEST = 6  # words of a name in a row
_LINES = 2000  # of the earlier letters; what they say at their ends is old
_NAMES = 40
_AND = re.compile(r"\s(?:en|and|und|et|&)\s+$", re.IGNORECASE)
_AHEAD = 80  # characters before a name
_PROSE = 2500  # characters of the nearest letter in which people are looked for in sentences


class Quoted(NamedTuple):
    """A person of an earlier letter, where they stand, and the organisation beside them."""

    name: str
    start: int
    end: int
    house: str | None = None


def quoted_people(mail: Mail, words: NameWords) -> list[Quoted]:
    """The people of earlier letters: "Registered: ...", "From: ...", items of a list, a salutation, and
    those whom sentences name in full."""
    found: dict[str, Quoted] = {}
    letters = [s for s in mail.stretches if s.part in {Part.QUOTED, Part.FORWARDED}]
    for stretch in letters:
        for number, line in enumerate(_LINE.finditer(mail.text, stretch.start, stretch.end)):
            if number >= _LINES or len(found) >= _NAMES:
                break
            for one in _of_line(mail.text, line.start(), line.end(), stretch.end, words):
                there = found.get(one.name)
                if there is None or (there.house is None and one.house is not None):
                    found[one.name] = one
    for stretch in letters[:1]:
        for span in spans(mail.text, stretch.start, min(stretch.end, stretch.start + _PROSE), words):
            if len(found) >= _NAMES:
                break
            sure = span.full and not speaks_of_organisation(span.name, words)
            if not words.is_given(span.tokens[0]):
                ahead = mail.text[max(stretch.start, span.left - _AHEAD) : span.left]
                sure = sure and _beside_you(ahead, mail, words)
            if sure and span.name not in found:
                found[span.name] = Quoted(span.name, span.start, span.end)
    return sorted(found.values(), key=lambda one: one.start)


def _beside_you(ahead: str, mail: Mail, words: NameWords) -> bool:
    """Whether this leads from the reader of our letter to the one beside them: "you and", "Robin Keller
    and"."""
    leads = _AND.search(ahead)
    if leads is None:
        return False
    said = " " + " ".join(ahead[: leads.start()].casefold().split())
    name = " ".join((mail.sender.name if mail.sender else "").casefold().split())
    return any(
        said.endswith(you) and not said[-len(you) - 1].isalnum()
        for you in (*words["reader"].words, name)
        if you
    )


def _of_line(text: str, start: int, end: int, stop: int, words: NameWords) -> Iterator[Quoted]:
    line = text[start:end]
    start += len(line) - len(line.lstrip("> \t"))
    bullet = BULLET.match(text, start, end)
    if bullet is not None:
        yield from _item(text, bullet.end(), end, words)
        return
    match = _NAMED_LINE.match(text, start, end)
    if match is not None:
        found = list(_several(text, match.start(1), match.end(1), words))
        wrapped = _WRAPPED.match(text, match.end(1), stop) if found and end - start > _LONG else None
        if wrapped is not None:
            whole = list(_several(text, match.start(1), wrapped.end(), words))
            more = len(whole) > len(found) and all(_only_a_name(one.name, words) for one in whole)
            found = whole if more else found
        yield from found
        return
    line = text[start:end].rstrip()
    if line.endswith((",", "!")) and len(line) < 60:
        yield from _greeted(text, start, start + len(line) - 1, words)


def _only_a_name(name: str, words: NameWords) -> bool:
    """Not "Senna Lodewijks The fee is 25 euro", where a sentence follows right below the row."""
    small = words["particles"].words | words["linking"].words
    parts = name.split()
    return len(parts) <= _LONGEST and all(part[0].isupper() or part.casefold() in small for part in parts)


def _item(text: str, start: int, end: int, words: NameWords) -> Iterator[Quoted]:
    """ "- Sjoukje Wijnstra (Frysk Solidair)"."""
    line = text[start:end]
    stop = re.search(r"\s*(?:[,(<|;:]|\s[-–—]\s|$)", line)
    name = person(line[: stop.start()].strip(), words) if stop else None
    if name and stop and " " in name:
        beside = _HOUSE.match(line, stop.start())
        house = next((part.strip() for part in beside.groups() if part), None) if beside else None
        if house and not could_be_organisation(house, words):
            house = None
        yield Quoted(name, start, start + stop.start(), house)


def _several(text: str, start: int, end: int, words: NameWords) -> Iterator[Quoted]:
    """ "Registered: Jan de Vries (Oxfam), Els Smit and Piet Bos"."""
    written = text[start:end]
    value = re.sub(r"<[^<>]*>|\([^()]*\)|\n[> \t]*", lambda gone: " " * len(gone.group()), written)
    at = start
    pieces: list[str] = _BETWEEN.split(value)
    for piece in pieces:
        name = person(" ".join(piece.split()), words)
        if name and " " in name:
            left = at + len(piece) - len(piece.lstrip())
            right = left + len(piece.strip())
            beside = re.match(r"\s*\(([^()\n]{2,80})\)", text[right:end])
            house = beside[1].strip() if beside and could_be_organisation(beside[1].strip(), words) else None
            yield Quoted(name, left, right, house)
        at += len(piece)


def _greeted(text: str, start: int, end: int, words: NameWords) -> Iterator[Quoted]:
    """ "Dear Sjoukje Wijnstra-Postma,"."""
    first = tokens(text[start:end])[:1]
    if first and words["greetings"].holds(first[0].word):
        for span in spans(text, start + first[0].end, end, words):
            if span.full:
                yield Quoted(span.name, span.start, span.end)
