"""Figures that count nobody: of telephones, prices, shares, times, ages, streets, degrees and links.

A phrase of ``numbers.toml`` may fit them all the same: "+32" stands before a Belgian number as it
does before guests, and "total 25" is followed by "euro" as often as by "people".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.phrasebook import Found
from mailbot.core.understanding.sentences import Sentence

Places = Sequence[tuple[int, int]]

_LONG = 7  # figures: what has as many is no number of guests
# "+31 (0)70 555 01 14", "(+33) 6.12.34", "+49/30/5550", "0031 6 123", "+1-202-555-0134": in one line.
_TELEPHONE = re.compile(
    r"\(?(?:\+{1,2}[ \u00a0]?|\b00)\(?[1-9]\d{0,2}\)?(?:[ \t\u00a0./()–-]{0,4}\d{1,12}){1,8}"
    r"|\(?\b0\d{1,4}\)?(?:[ \t\u00a0./()–-]{1,4}\d{1,12}){1,8}"
)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?:[./]\d{1,2}(?:[./]\d{2,4})?|-\d{1,2}-\d{2,4})(?!\d)")
_DATE = re.compile(r"\d{1,2}[./ -]\d{1,2}[./ -](?:\d{2}|\d{4})")
# "8, place du Marché", "10 bis Place Royale": a square and no seat.
_SQUARE = re.compile(
    r"\d{1,4}(?: ?(?:bis|ter|[a-d]))?,?\s+[Pp]lace\s+(?:(?:de la|de l['’]|des?|du|d['’])\s*)?(?=[A-ZÀ-Ý])"
)
_AGES = re.compile(r"\d\+(?!\s?\d)")  # "18+", "65+ers"
_MONEY = re.compile(r"(?:[€$£]|\b(?:EUR|USD|GBP|CHF))\s?\d[\d.,]{0,12}|\d[\d.,]{0,12}\s?[%€$£°]")
# "REGISTRATION FOR 4TH", "2e etage", "1er étage", "3ème".
_ORDINAL = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th|ste|de|e|er|re|ère|[eéè]me|ième)\b", re.IGNORECASE)
# "[cid:image001.png@01D5EA0A.03F848A7]", as Outlook names a picture in plain text, and web addresses.
_LINK = re.compile(r"\b(?:cid:|https?://|www\.)[^\s\]>]{1,300}", re.IGNORECASE)
_PLUS = re.compile(r"[^\W\d_]\+(?=\s)")  # "Erasmus+ 2021"


def figures(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where figures stand that count nobody, whatever the words around them; places count from ``start``."""
    found = [one.span() for one in _TELEPHONE.finditer(text) if _dials(one.group())]
    for pattern in (_SQUARE, _AGES, _MONEY, _ORDINAL, _PLUS, _LINK):
        found += [one.span() for one in pattern.finditer(text)]
    return [(start + left, start + right) for left, right in found]


def _dials(written: str) -> bool:
    """Whether so many figures are a telephone's: not "+2 18-01-2018"."""
    if sum(map(str.isdigit, written)) < _LONG:
        return False
    _, _, behind = written.partition(" ")
    return not _DATE.fullmatch(behind.strip()) and not _DATE.fullmatch(written.strip("( )+"))


def of_things(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "Total 25 euro", "plus one question", "+ 30 minutes", "UTC +1", "bac+5": no people are counted."""
    spoken = piece.words[one.first : one.last]
    if not (spoken[-1].word.isdecimal() or known.number(spoken[-1].word)):
        return False
    plain = [token.word for token in piece.words]
    if known["measures"].length_at(plain, one.last) and _adjoins(piece, one.last):
        return True
    signed = spoken[0].word in {"+", "plus"}
    return signed and known["with_a_plus"].length_before(plain, one.first) > 0


def behind_date(one: Found, rule: str, piece: Sentence) -> tuple[Found, str]:
    """ "18.1.2018 / 5 Personen", "18/1 - 3 personen": the number alone, where what stands before it is a date
    and no other number of people."""
    spoken = piece.words[one.first : one.last]
    numbers = [at for at, token in enumerate(spoken) if any(map(str.isdecimal, token.word))]
    if rule != "vague" or len(numbers) < 2:
        return one, rule
    dates = [date.span() for date in _DAY.finditer(piece.text)]
    ahead = [spoken[at].start - piece.start for at in numbers[:-1]]
    last = spoken[numbers[-1]].start - piece.start
    if all(any(left <= at and right <= last for left, right in dates if at < right) for at in ahead):
        return Found(one.label, one.first + numbers[-1], one.last, one.weight), "total"
    return one, rule


def _adjoins(piece: Sentence, at: int) -> bool:
    """Whether nothing parts a word from the one before: not "+1, question: is there parking?"."""
    left, right = piece.words[at - 1].end - piece.start, piece.words[at].start - piece.start
    return not piece.text[left:right].strip(" \t\n\u00a0-")


def inside(start: int, end: int, places: Places) -> bool:
    return any(left < end and start < right for left, right in places)
