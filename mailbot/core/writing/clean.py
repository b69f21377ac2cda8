"""Strangers' words made harmless before they stand in a letter: names, organisations, subjects."""

from __future__ import annotations

import re
import unicodedata

NAME_LENGTH = 80  # characters; longer is cut with an ellipsis
SUBJECT_LENGTH = 120
_MARKS_IN_A_ROW = 3  # more accents on one letter than any script needs: they spill over other lines

# What mail programs turn into a link by themselves: a scheme, "www.", an address, or word.word as in
# a domain. An initial ("J.P. de Vries", "St.Jan") has fewer than two letters on one side or a capital
# after the dot, and stays.
_SCHEME = re.compile(r"(?i)\b[a-z][a-z0-9+.-]{1,15}://+|\b(?:mailto|tel|sms|javascript|data):")
_DOMAIN = re.compile(r"(?<=\w)[.。．｡](?=[^\W_]{2,})")
_OUTSIDE_AN_ADDRESS = re.compile(r"[\x00-\x1f\x7f-\x9f<>\u2028\u2029]")
_BRACKETS = re.compile(r"[<>\[\]{}]")


def one_line(text: str, length: int = NAME_LENGTH) -> str:
    """The text on one line: no control, bidi or invisible characters, runs of space as one, cut to length."""
    text = text[: 20 * length]
    if text.isascii() and text.isprintable():  # most of what people write: nothing in it to take out
        line = " ".join(text.split())
        return line if len(line) <= length else line[: length - 1].rstrip() + "…"
    seen: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category[0] == "M":
            marks += 1
            if marks > _MARKS_IN_A_ROW:
                continue
        else:
            marks = 0
        if category in {"Cc", "Zl", "Zp"}:
            seen.append(" ")
        elif category[0] != "C":  # Cf holds the bidi controls and zero-width characters
            seen.append(char)
    line = " ".join("".join(seen).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def one_address(email: str) -> str:
    """The address without what ends it in a header: line ends and other control characters, < and >."""
    return _OUTSIDE_AN_ADDRESS.sub("", email)


def has_link(text: str) -> bool:
    """Whether a mail program may turn a part of this line into a link."""
    return bool(_SCHEME.search(text) or _DOMAIN.search(text) or "@" in text)


def harmless(text: str, length: int = NAME_LENGTH) -> str:
    """One line in which nothing becomes a link: "evil.example" reads "evil·example"."""
    line = one_line(text, length)
    line = _SCHEME.sub("", line)
    return one_line(_DOMAIN.sub("·", line).replace("@", "·"), length)


def greetable(name: str | None) -> str:
    """The name as it may stand after "Dear", or '' if it isn't plainly a person's name."""
    line = one_line(name or "", 10 * NAME_LENGTH)
    if not line or len(line) > 60 or has_link(line) or _BRACKETS.search(line):
        return ""
    if any(char.isdigit() or char in ',;:!?/\\"|=+*#$%&_' for char in line):
        return ""
    return line if len(line.split()) <= 7 and any(char.isalpha() for char in line) else ""
