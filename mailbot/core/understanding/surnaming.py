"""A family name that stands apart from the first one: "Fatima. Surname Bensalah", "my daughter Naomi (same
surname)", "my given name is Xiaoming, my family name Chen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.mail.message import Part
from mailbot.core.understanding.mentions import Flag
from mailbot.core.understanding.names import bare, cased
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.tokens import tokens

_BEHIND = 120  # characters behind a first name in which the family name may be told
_LED = 4  # words between them
_POINTED = 12  # words between them, where "her" points back: "her surname is"
_PROSE = 4000  # characters in which the writer may tell their own
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"[\s:=\"'“„«]*((?:[^\W\d_A-ZÀ-Þ]{{1,4}}\s){{0,3}}{_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}})")
_FIRST = re.compile(rf"[\s:=\"'“„«]*({_CAPITAL}(?:[ -]{_CAPITAL})?)")


def told_apart(reading: Reading, sender: str | None) -> Iterator[str]:
    """The full names of those who are called by their first names, and whose family name is told behind."""
    words = reading.words
    text = reading.mail.text
    family = (sender or "").partition(" ")[2]
    for mention in reading.mentions:
        name = mention.attendee.name
        if not name or " " in name or mention.place != "text" or Flag.SELF in mention.flags:
            continue
        told = _surname(text[mention.end : mention.end + _BEHIND].partition("\n\n")[0], words)
        if told is None and family and _shared(text[mention.end : mention.end + _BEHIND], words):
            told = family
        if told is not None:
            yield f"{name} {told}"


def _shared(behind: str, words: NameWords) -> bool:
    """ "(zelfde achternaam)", ", same last name as me"."""
    plain = [token.word for token in tokens(behind)]
    at = words["same_name"].first(plain)
    return at is not None and at < _LED


def _surname(behind: str, words: NameWords) -> str | None:
    """What is told to be the family name in the words that follow a first name."""
    spoken = tokens(behind)
    plain = [token.word for token in spoken]
    at = words["surnames"].first(plain)
    if at is None or words["same_name"].first(plain) is not None:
        return None
    if at >= _LED and not (at < _POINTED and words["possessive"].holds(plain[at - 1])):
        return None
    return _value(behind, spoken[at + words["surnames"].length_at(plain, at) - 1].end, words, _NAME)


def _value(text: str, start: int, words: NameWords, form: re.Pattern[str]) -> str | None:
    """The name behind "surname", "surname is", "surname:"."""
    following = tokens(text[start : start + 20])[:1]
    if following and words["being"].holds(following[0].word):
        start += following[0].end
    found = form.match(text, start)
    if found is None:
        return None
    parts = found[1].split()
    small = [part for part in parts if part.islower()]
    if any(bare(part) not in words["particles"].words for part in small):
        return None
    return found[1]


def own_in_parts(reading: Reading) -> str | None:
    """ "My given name is Xiaoming, in one word, and family name is Chen": in the order of a badge."""
    words, text = reading.words, reading.mail.text
    for stretch in reading.mail.stretches:
        if stretch.part is not Part.NEW:
            continue
        piece = text[stretch.start : min(stretch.end, stretch.start + _PROSE)]
        spoken = tokens(piece)
        plain = [token.word for token in spoken]
        found: list[str] = []
        mine = False
        for family, form in (("forenames", _FIRST), ("surnames", _NAME)):
            at = words[family].first(plain)
            while at is not None:
                value = _value(piece, spoken[at + words[family].length_at(plain, at) - 1].end, words, form)
                if value is not None:
                    found.append(value)
                    mine = mine or (at > 0 and words["mine"].holds(plain[at - 1]))
                    break
                at = words[family].first(plain, at + 1)
        if mine and len(found) == 2:
            return cased(" ".join(found), words)
    return None
