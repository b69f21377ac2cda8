"""Address headers, read in one pass and strictly: who is answered must not be a matter of guessing.

The standard library gives alice for ``alice@a.example)<bob@b.example>`` (CVE-2023-27043 and kin);
here such a value is broken and names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.base import Address
from mailbot.core.mail import limits
from mailbot.core.mail.headers import decode_words

_LOCAL = re.compile(r"[^\s@<>()\[\]\\,;:\"\x00-\x20\x7f]{1,64}")
_DOMAIN = re.compile(r"[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62}){0,20}\.?")
_LOOKS_LIKE_ADDRESS = re.compile(r"[^\s@<>\"'(),;:]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}")


@dataclass(frozen=True, slots=True)
class AddressList:
    """The mailboxes of a header that can be read, and whether all of it could."""

    addresses: tuple[Address, ...]
    broken: bool = False
    cut: bool = False


@dataclass(slots=True)
class _Piece:
    """What stood between two commas, taken apart."""

    text: str = ""  # outside angles, comments and quotes removed
    angle: str | None = None
    comment: str = ""
    broken: bool = False


def email_of(text: str) -> str | None:
    """``text`` as an address with its domain in lower case, or None if it is not exactly one."""
    local, at, domain = text.strip().rpartition("@")
    if not at or len(domain) > 253 or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        return None
    return f"{local}@{domain.rstrip('.').lower()}"


def other_address_in(address: Address) -> bool:
    """The shown name is (or holds) an address of another domain: what a forger wants to be seen."""
    own = address.email.lower()
    return any(
        found.lower().rstrip(".") != own and found.rpartition("@")[2].lower().rstrip(".") != address.domain
        for found in _LOOKS_LIKE_ADDRESS.findall(address.name)
    )


def address_list(value: str) -> AddressList:
    """The mailboxes of one header value (still encoded); names are kept as written."""
    scanner = _Scanner()
    broken = not scanner.scan(value[: limits.HEADER])
    found: list[Address] = []
    carried = ""  # "Postma, H. <h@x.example>" without its quotes: the surname belongs to what follows
    for piece in scanner.pieces:
        where = piece.angle if piece.angle is not None else piece.text
        if piece.angle is None and "@" not in piece.text:
            if piece.text.strip() or piece.broken:
                carried = f"{carried}, {piece.text.strip()}" if carried else piece.text.strip()
                broken = broken or piece.broken
            continue
        email = email_of(where)
        if email is None or piece.broken:
            broken = True
            carried = ""
            continue
        name = piece.text.strip() if piece.angle is not None else ""
        if carried and piece.angle is not None:
            name = f"{carried}, {name}" if name else carried
        elif carried:
            broken = True
        carried = ""
        found.append(Address(email, decode_words(name or piece.comment)[: limits.NAME].strip(" \"'")))
        if len(found) == limits.ADDRESSES:
            return AddressList(tuple(found), broken, cut=True)
    return AddressList(tuple(found), broken or bool(carried))


_PLAIN = re.compile(r'([^()<>"\\,;:]*)(?:<([^()<>"\\,;:]*)>)?')


class _Scanner:
    """``value`` split at commas outside quotes, comments and angles; one pass, no recursion."""

    def __init__(self) -> None:
        self.pieces = [_Piece()]
        self._text: list[str] = []
        self._comment: list[str] = []
        self._angle: list[str] = []
        self._depth = 0  # of comments, RFC 5322 section 3.2.2
        self._inside = ""  # '"', '<' or ''
        self._escaped = False

    def scan(self, value: str) -> bool:
        """Whether everything that was opened was closed again."""
        if plain := _PLAIN.fullmatch(value):  # most senders: nothing in them to weigh
            self.pieces[-1].text, self.pieces[-1].angle = plain[1], plain[2]
            return True
        for char in value:
            if self._escaped:
                (self._comment if self._depth else self._text).append(char)
                self._escaped = False
            elif char == "\\" and (self._depth or self._inside == '"'):
                self._escaped = True
            elif self._depth:
                self._depth += (char == "(") - (char == ")")
                self._comment += char if self._depth else ""
            elif self._inside:
                self._within(char)
            else:
                self._outside(char)
        self._close()
        return not (self._depth or self._inside)

    def _within(self, char: str) -> None:
        if self._inside == '"':
            self._inside = "" if char == '"' else self._inside
            self._text += "" if char == '"' else char
        elif char == ">":
            self.pieces[-1].angle = "".join(self._angle)
            self._angle.clear()
            self._inside = ""
        else:
            self._angle.append(char)

    def _outside(self, char: str) -> None:
        piece = self.pieces[-1]
        if char == "(":
            self._depth = 1
        elif char == ")":
            piece.broken = True
        elif char in '"<':
            piece.broken = piece.broken or (char == "<" and piece.angle is not None)
            self._inside = char
        elif char in ",;":
            self._close()
            self.pieces.append(_Piece())
        elif char == ":" and piece.angle is None and "@" not in self._text[-64:]:
            self._text.clear()  # the name of a group, RFC 5322 section 3.4
        else:
            piece.broken = piece.broken or (piece.angle is not None and not char.isspace())
            self._text.append(char)

    def _close(self) -> None:
        last = self.pieces[-1]
        last.text, last.comment = "".join(self._text), "".join(self._comment)
        self._text.clear()
        self._comment.clear()
