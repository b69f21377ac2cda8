"""What a domain is called after, and which words organisations are called by."""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.core.understanding.names import LONGEST, bare
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import fold

_NAMES = 256  # of the mail that is read are kept: each is asked about from several sides
_WORDS = re.compile(r"[\s/]+")
_PUBLIC = frozenset(
    ["example", "com", "org", "net", "nl", "de", "fr", "be", "uk", "co", "eu", "edu", "gov", "ac", "info"]
)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Letters and digits alone, folded: what a domain would make of a name."""
    return "".join(c for c in fold(text) if c.isalnum())


# What is added to a name that is taken as a domain already.
_ADDED = frozenset(
    ["ngo", "ong", "nl", "be", "de", "fr", "eu", "uk", "int", "intl", "org", "st", "stg", "stichting"]
)


def domain_core(address: str, words: NameWords) -> str:
    """The telling label of the domain ("rechtopwater"); '' for mail providers."""
    labels = address.rpartition("@")[2].lower().split(".")
    while len(labels) > 1 and labels[-1] in _PUBLIC:
        labels.pop()
    core = labels[-1] if labels else ""
    return "" if core in words["providers"].words or core in _PUBLIC else core


def is_of_house(text: str, core: str) -> bool:
    """Whether a name is what a domain is called after: the same letters, or its words' beginnings."""
    plain, wanted = squeezed(text), squeezed(core)
    if len(wanted) < 3 or not plain:
        return False
    if plain == wanted or (len(wanted) > 5 and plain.startswith(wanted)):
        return True
    if len(plain) > 3 and "-" in core and plain == squeezed(heart(core)):
        return True
    parts = [squeezed(part) for part in text.replace("-", " ").split()]
    initials = "".join(part[:1] for part in parts)
    return len(initials) > 2 and initials == wanted


def heart(core: str) -> str:
    """ "eastgate" of eastgate-ngo.example."""
    return "".join(part for part in core.split("-") if part.casefold() not in _ADDED)


def of_domain(text: str, core: str, words: NameWords) -> bool:
    """The same, also where an article stands before it: "De Vuurtoren" of vuurtoren.example."""
    if not core:
        return False
    first, _, rest = text.partition(" ")
    return is_of_house(text, core) or (
        bool(rest) and words["house_articles"].holds(bare(first)) and squeezed(rest) == squeezed(core)
    )


def speaks_of_organisation(text: str, words: NameWords) -> bool:
    """Whether a word of it is one that organisations are called by."""
    return _speaks_again(text, words) if len(text) <= LONGEST else _speaks(text, words)


def _speaks(text: str, words: NameWords) -> bool:
    plain = [bare(part) for part in _WORDS.split(text) if part]
    parts = {*plain, *(part.rpartition("-")[2] for part in plain)}  # "ZWO-commissie Aalten"
    if any(words["organisation"].holds(part) and not words["no_houses"].holds(part) for part in parts):
        return True
    return any(words["legal"].length_at(plain, at) for at in range(1, len(plain)))


_speaks_again = lru_cache(maxsize=_NAMES)(_speaks)


def names_desk(plain: list[str], words: NameWords) -> bool:
    """ "Political Section", "Inkoop De Vaart": what begins or ends so is a part of a house, and nobody."""
    return any(words["desks"].holds(word) for word in (*plain[:1], *plain[-1:]))
