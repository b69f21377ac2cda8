"""Which address of a mail belongs to which of its people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.understanding.names import is_initials, tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import fold

_ADDRESS = re.compile(
    r"[A-Za-z0-9_%+'-]{1,64}(?:\.[A-Za-z0-9_%+'-]{1,64}){0,6}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}"
)
_VAN_D = re.compile(r"vd(?=[^\W\d_]{3})", re.IGNORECASE)  # no name begins so
NEAR = 60  # characters between a name and its address
MOST = 200
_NAMES = 2048  # whose spelling is kept: each name of a long list is held against each address of it


@dataclass(frozen=True, slots=True)
class Written:
    """An address in the text; -1 for one that stands only in the headers."""

    email: str
    start: int
    end: int


def addresses_in(text: str, start: int, end: int) -> list[Written]:
    """The addresses of ``text[start:end]``, their domains in lower case."""
    found: list[Written] = []
    at = text.find("@", start, end)
    while at >= 0 and len(found) < MOST:
        match = _ADDRESS.search(text, max(start, at - 130), min(end, at + 160))
        while match is not None and match.end() <= at:
            match = _ADDRESS.search(text, match.end(), min(end, at + 160))
        if match is not None and match.start() < at < match.end():
            email = match.group().strip("'")
            local, _, domain = email.rpartition("@")
            found.append(Written(f"{local}@{domain.lower()}", match.start(), match.end()))
            at = text.find("@", match.end(), end)
        else:
            at = text.find("@", at + 1, end)
    return found


@lru_cache(maxsize=_NAMES)
def _plain(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalpha())


def _keyed(text: str) -> str:
    return text.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@lru_cache(maxsize=_NAMES)
def _keyed_parts(name: str, words: NameWords) -> tuple[str, ...]:
    return tuple(_keyed(word) for word in tokens_of(name, words))


def fits(email: str, name: str, words: NameWords) -> int:
    """How well an address is one made of this name: 3 name and surname, 2 initials and surname or the
    surname, 1 the first name alone, 0 not at all."""
    local = email.partition("@")[0]
    plain = _keyed(_plain(local))
    parts = _keyed_parts(name, words)
    if not plain or not parts:
        return 0
    everything = _keyed(_plain(name))
    whole = [part for part in parts if len(part) > 1]
    if len(plain) > 3 and plain == everything:
        return 3
    if not whole:
        return 0
    surname, given = whole[-1], whole[0]
    if len(whole) > 1 and len(surname) > 2 and len(given) > 2 and given in plain and surname in plain:
        return 3
    tail = _keyed(_plain("".join(name.split()[1:])))
    if len(tail) > 5 and plain in {tail, given[:1] + tail, parts[0][:1] + tail}:
        return 2  # "l.vanaschvanwijck" for Lodewijk van Asch van Wijck
    pieces = [_keyed(_plain(piece)) for piece in re.split(r"[._+-]", local)]
    if len(pieces) == 2 and pieces[1] in whole[1:] and pieces[0] in {given, given[:1]}:
        return 3 if pieces[0] == given and len(given) > 2 else 2  # "x.li"
    begun = "".join(_plain(p)[:1] for p in name.split() if _particle(p, words))
    shortened = {begun + family for family in whole[1:] if begun and len(family) > 2}
    if len(pieces) == 2 and pieces[1] in shortened and pieces[0] in {given, given[:1]}:
        return 3 if pieces[0] == given else 2  # "jacoba.vthoff"
    for family in whole[1:] or ([surname] if is_initials(name.split(maxsplit=1)[0]) else []):
        if len(family) < 3 or family not in plain:
            continue
        rest = plain.replace(family, "", 1)
        small = "".join(_plain(p) for p in name.split() if fold(p) in words["particles"].words)
        if rest in {"", small} or (small and rest == given[:1] + small):
            return 2
        initials = "".join(part[0] for part in parts)
        if rest.replace(small, "", 1)[:1] == given[:1] and set(rest.replace(small, "", 1)) <= set(
            initials
        ) | {given[0]}:
            return 2
        if rest.replace(small, "", 1)[:1] == given[:1] and len(rest) <= 4:
            return 2
    if len(given) > 2 and (given in pieces or plain == given):
        return 1
    if len(given) > 3 and len(plain) > 4 and (plain.startswith(given) and len(plain) - len(given) <= 2):
        return 1
    initials = "".join(part[0] for part in _keyed(_plain_words(name)).split())
    return 1 if len(initials) > 1 and plain == initials else 0


def _particle(part: str, words: NameWords) -> bool:
    return fold(part) in words["particles"].words


def _plain_words(name: str) -> str:
    return " ".join(_plain(part) for part in re.split(r"[\s-]+", name) if _plain(part))


def of_role(email: str, words: NameWords) -> bool:
    """An office's address, such as facturen@: nobody's own."""
    pieces = [fold(piece) for piece in re.split(r"[\d._+-]+", email.partition("@")[0]) if piece]
    return any(words["mailbox"].holds(piece) for piece in pieces)


def _apart(piece: str, words: NameWords) -> list[str]:
    """ "vdlinden" is "van der Linden", "vdberg" is "van den Berg"."""
    short = _VAN_D.match(piece)
    if short is None:
        return [piece]
    behind = piece[short.end() :]
    return ["van", "den" if words["after_den"].holds(fold(behind)) else "der", behind]


def name_of(email: str, words: NameWords) -> str | None:
    """The name that an address plainly spells ("katharina.vanhoutte@"); None where it takes guessing."""
    local = re.sub(r"\d+$", "", email.partition("@")[0])
    pieces = [piece for piece in re.split(r"[._]", local) if piece]
    small = words["particles"].words
    long = [piece for piece in pieces if piece.lower() not in small]
    if not 2 <= len(long) <= 3 or len(pieces) > 5 or of_role(email, words):
        return None
    if not all(len(piece) > 2 and piece.replace("-", "").isalpha() for piece in long):
        return None
    plain = [piece.lower() for piece in long]
    if any(piece in words.ordinary or words["organisation"].holds(piece) for piece in plain):
        return None
    if not words.is_given(long[0]):
        return None
    pieces = [part for piece in pieces for part in _apart(piece, words)]
    built = [
        p.lower() if p.lower() in small else "-".join(h[:1].upper() + h[1:].lower() for h in p.split("-"))
        for p in pieces
    ]
    return " ".join(built)
