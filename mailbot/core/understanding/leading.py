"""What stands around a name, or the writer, in a line of a list: "- our director Jane Fox", "* ikzelf als
begeleider"."""

from __future__ import annotations

import re

from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import Token, tokens

_MOST_ROLES = 4  # words that say what somebody is: "our new deputy director"
_LOOKED_AT = 90  # characters of a line in which they stand
_CAPACITY = 5  # words behind "as": "as their supervisor for the day"
_PARTED = re.compile(r"[ \t\u00a0]+|[ \t\u00a0]*:[ \t\u00a0]*")
_FAMILIES = ("announcing", "functions", "kin")


def behind_role(text: str, at: int, end: int, words: NameWords) -> int | None:
    """Where the name begins behind what somebody is: "Praktikantin Lea Oßwald", "la directrice: Eva Lund"."""
    spoken = tokens(text[at : min(end, at + _LOOKED_AT)], at)
    first = 0
    if spoken and (words["possessive"].holds(spoken[0].word) or words["ours"].holds(spoken[0].word)):
        first = 1
    last = None
    for number in range(first, min(len(spoken), first + _MOST_ROLES)):
        if _is_role(spoken[number].word, words):
            last = number
        elif last is not None or not _adjective(text, spoken[number], first):
            break
    if last is None or last + 1 >= len(spoken):
        return None
    begins = spoken[last + 1].start
    return begins if _PARTED.fullmatch(text, spoken[last].end, begins) else None


def _is_role(word: str, words: NameWords) -> bool:
    if words.is_given(word) or words.columns["name"].holds(word):
        return False
    return any(words[family].holds(word) for family in _FAMILIES)


def _adjective(text: str, token: Token, first: int) -> bool:
    """ "Our *new* intern": only behind whose they are, and without a capital."""
    return first > 0 and text[token.start].islower()


def the_writer(plain: list[str], words: NameWords) -> bool:
    """Whether these words mean who writes, and nobody else: "ikzelf", "en ik", "myself as supervisor"."""
    if plain and (words["articles"].holds(plain[0]) or words["and_too"].holds(plain[0])):
        plain = plain[1:]
    length = words["self"].length_at(plain, 0)
    if not length:
        return False
    rest = plain[length:]
    if not rest:
        return True
    capacity = words["as_what"].length_at(rest, 0)
    return 0 < capacity < len(rest) <= capacity + _CAPACITY
