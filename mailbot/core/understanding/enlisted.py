"""The people whom a letter of ours, quoted below an answer, says to stand on the list.

Behind a label ("Registered: ..."), in the lines below a colon, in a row behind one, or, where the letter goes
to somebody else than who answers it, in its salutation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from rapidfuzz import fuzz

from mailbot.core.base import House
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.names import once, without_titles
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.signing import person
from mailbot.core.understanding.tokens import fold

_LOOK = 3000  # characters of a quoted letter that are looked at
_MOST = 60  # names
_FAR = 12  # lines below a label
_SHORT = 60  # characters of a line that greets
_ALIKE = 75  # of 100: so near, two words are one, with a mistake
_LEAST = 3  # letters of a word that tells whose it is
_PARTS = re.compile(r"[\s,.-]+")
_ITEM = re.compile(r"\s*[-*•·]\s")
_NUMBERED = re.compile(r"(?:[-*•·–]|\(?\d{1,2}[.)])\s+")
_BETWEEN = re.compile(r",|;|\s(?:en|and|und|et|&)\s")
_BESIDE = re.compile(r"\([^()]{0,200}\)|<[^<>]{0,200}>|\S{1,64}@\S{1,80}|·[^,]*")
_BEHIND = re.compile(r"\s*(?:[,;|\t]|\s[-–—]\s).*")
_ROW = re.compile(r":\s+([^.:?!]{5,400})[.?!]")
_HEADER = re.compile(r"[\w\s-]{1,24}\s?:\s?\S")  # "From: ...", "Van: ..."


def listed(mail: Mail, house: House, lexicon: Lexicon) -> tuple[str, ...]:
    """The names in the nearest quoted letter, in its order."""
    words = name_words(lexicon)
    quoted = next((s for s in mail.stretches if s.part in {Part.QUOTED, Part.FORWARDED}), None)
    if quoted is None:
        return ()
    text = mail.text[quoted.start : min(quoted.end, quoted.start + _LOOK)]
    lines = [re.sub(r"^[>\s]+", "", line) for line in text.split("\n")]
    if not ours(text, house):
        return ()
    found = _labelled(lines, lexicon, words) or _below_a_colon(lines, words)
    return tuple(found or _in_a_row(lines, words) or _greeted(lines, mail, words))


_LEFT_OUT = re.compile(r"\W*(?:\[?(?:\.{3}|…)\]?|\[(?:snip|gekürzt|knip)\])\W*$", re.IGNORECASE)


def _labelled(lines: Sequence[str], lexicon: Lexicon, words: NameWords) -> list[str]:
    """Behind "Registered:", on its line or on lines below it."""
    label = lexicon.made("listed", lambda: _label(lexicon))
    for at, line in enumerate(lines):
        match = label.match(line)
        if match is None:
            continue
        value = line[match.end() :]
        for following in lines[at + 1 : at + _FAR]:
            if not following.strip():
                if value.strip():
                    break
                continue
            if value.strip() and (_HEADER.match(following) or _LEFT_OUT.match(following)):
                break  # "Organisation: ...", "[...]"
            value += ", " + following.lstrip("-*•· ") if _ITEM.match(following) else " " + following
        value = re.sub(r"\([^()]{0,200}\)|<[^<>]{0,200}>|·[^,]*", " ", value)
        names = (" ".join(piece.split()) for piece in _BETWEEN.split(value))
        called = [name for name in names if 1 < len(name) <= 80 and name[0].isupper()][:_MOST]
        return [once(without_titles(name, words)) for name in called]
    return []


def _below_a_colon(lines: Sequence[str], words: NameWords) -> list[str]:
    """ "We have noted three seats:", and a name on each line below it."""
    spoken = [line.strip() for line in lines if line.strip()]
    for at, line in enumerate(spoken):
        if line.endswith(":"):
            names = list(takewhile(bool, (_alone(below, words) for below in spoken[at + 1 : at + 1 + _MOST])))
            if names:
                return [name for name in names if name]
    return []


def _alone(line: str, words: NameWords) -> str | None:
    """The full name that a line holds, with a number before it, and an address or a house behind it."""
    bare = _BEHIND.sub("", _BESIDE.sub(" ", _NUMBERED.sub("", line, count=1)).rstrip())
    return _full(bare, words)


def _full(written: str, words: NameWords) -> str | None:
    raw = " ".join(written.split())
    name = person(raw, words)
    if name is None or " " not in name:
        return None
    shown = (
        name if raw.isupper() or raw.islower() else without_titles(raw, words)
    )  # "Leopold Graf von Plettau"
    return once(shown)


def _in_a_row(lines: Sequence[str], words: NameWords) -> list[str]:
    """ "We have three people from you: Amara Diallo, Joost Hofland and Liwen Zhang."."""
    for match in _ROW.finditer(" ".join(lines)):
        pieces = [_BESIDE.sub(" ", piece) for piece in _BETWEEN.split(match[1])]
        names = [_full(piece, words) for piece in pieces]
        if 1 < len(names) <= _MOST and all(names):
            return [name for name in names if name]
    return []


def _greeted(lines: Sequence[str], mail: Mail, words: NameWords) -> list[str]:
    """Who is greeted by their full name, where somebody else answers for them."""
    for line in lines:
        first, _, rest = line.strip().partition(" ")
        greets = line.rstrip().endswith((",", "!")) and len(line) < _SHORT
        if not greets or not words["greetings"].holds(fold(first)):
            continue
        while rest and words["greetings"].holds(fold(rest.partition(" ")[0])):
            rest = rest.partition(" ")[2]  # "Guten Tag"
        name = _full(rest.rstrip(" ,!"), words)
        return [name] if name and not _may_be(mail, name) else []
    return []


def _may_be(mail: Mail, name: str) -> bool:
    """Whether the sender may bear this name: a word of it nearly, "Schepanska" for "Szczepańska", its
    beginning, "Ludo" for "Ludovic", or one within their address."""
    if mail.sender is None or not mail.sender.name:
        return True
    local = fold(mail.sender.email.partition("@")[0])
    called = [fold(word) for word in _PARTS.split(name) if len(word) >= _LEAST]
    shown = [fold(word) for word in _PARTS.split(mail.sender.name) if len(word) >= _LEAST]
    return any(word in local for word in called) or any(
        left.startswith(right) or right.startswith(left) or fuzz.ratio(left, right) >= _ALIKE
        for left in called
        for right in shown
    )


def _label(lexicon: Lexicon) -> re.Pattern[str]:
    labels = {
        re.escape(label)
        for lang in lexicon.languages
        for label in lexicon.table(lang, "letters").get("listed", {}).get("labels", ())
    }
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(sorted(labels, key=len, reverse=True))})\s?:", re.IGNORECASE)


def ours(quoted: str, house: House) -> bool:
    """A quoted letter speaks for us only where our name or address stands in it."""
    text = quoted.casefold()
    return house.organisation.casefold() in text or any(own in text for own in house.own_addresses)
