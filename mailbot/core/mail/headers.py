"""Header values: unfolded, decoded, capped. Nothing here raises on any input.

Leaves addresses to ``addresses`` and the structure of the mail to ``mime``.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from mailbot.core.mail import limits
from mailbot.core.mail.charset import clean_line, decoded

# RFC 2047 section 2, but forgiving: white space inside (seen from PHP mailers) and a language (RFC 2231).
_WORD = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z-]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_FOLDED = re.compile(r"[\r\n]+[ \t]*")
_IDENTIFIER = re.compile(r"<([^<>\s]{1,900})>")
_FIRST_YEAR, _LAST_YEAR = 1971, 9000  # outside, arithmetic with time zones overflows


def raw_headers(message: Message, defects: list[str]) -> list[tuple[str, str]]:
    """(lower-case name, unfolded value still encoded), capped; 8-bit bytes decoded by the ladder.

    ``raw_items()`` shows 8-bit bytes as surrogates; ``message[...]`` has lost them already.
    """
    found: list[tuple[str, str]] = []
    for name, value in message.raw_items():
        if len(found) == limits.HEADERS:
            defects.append("headers-cut")
            break
        key = clean_line(str(name)).lower()
        text = _FOLDED.sub(" ", _as_text(str(value)[: limits.HEADER])).strip()
        if len(value) > limits.HEADER:
            defects.append(f"header-cut:{key[:40]}")
        found.append((key, text))
    return found


def _as_text(value: str) -> str:
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", "surrogateescape"), "utf-8")[0]


def decode_words(value: str) -> str:
    """Encoded words decoded and everything on one clean line; what is broken stays as written."""
    if "=?" not in value:
        return clean_line(value)
    out: list[str] = []
    pending = b""  # neighbours of one charset are one text: a letter may be split between them
    charset = ""
    last = 0
    for word in _WORD.finditer(value):
        gap = value[last : word.start()]
        last = word.end()
        content = _word_bytes(word[2], word[3])
        if pending and not gap.strip() and word[1].lower() == charset:
            pending += content
            continue
        if pending:
            out.append(decoded(pending, charset)[0])
        if gap.strip() or not pending:
            out.append(gap)
        pending, charset = content, word[1].lower()
    if pending:
        out.append(decoded(pending, charset)[0])
    out.append(value[last:])
    return clean_line("".join(out))


def _word_bytes(encoding: str, content: str) -> bytes:
    raw = content.encode("utf-8", "replace")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b"_", b" ").replace(b"\n", b""), header=False)
    return lenient_base64(raw)[0]


def lenient_base64(raw: bytes) -> tuple[bytes, bool]:
    """What can be read of base64, and whether it was whole: strange characters and padding are let pass."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    strange = len(re.sub(rb"[A-Za-z0-9+/=\s]", b"", raw))
    whole = letters[: len(letters) // 4 * 4]
    rest = letters[len(whole) :]
    padded = whole + (rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b"")
    try:
        return base64.b64decode(padded), not strange and len(rest) != 1
    except (binascii.Error, ValueError):
        return b"", False


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """A Content-* value and its parameters (names in lower case), RFC 2231 and broken quoting included."""
    head, *rest = _fields(value[: limits.STRUCTURED_HEADER])
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for field in rest:
        name, equals, content = field.partition("=")
        name, content = name.strip().lower(), content.strip()
        if not equals or not name:
            continue
        if content.startswith('"'):
            content = content.strip('"').replace('\\"', '"').replace("\\\\", "\\")
        base, star, number = name.partition("*")
        if not star:
            plain.setdefault(base, decode_words(content))
        else:
            digits = number.rstrip("*")
            if digits.isascii() and (digits.isdigit() or not digits):
                index = int(digits[:3] or 0)
                pieces.setdefault(base, {})[index] = (name.endswith("*"), content)
    for base, parts in pieces.items():
        plain[base] = _joined(parts)
    return head.strip().lower(), plain


def _fields(value: str) -> list[str]:
    """``value`` split at the semicolons outside quotes, in one pass."""
    if '"' not in value:
        return value.split(";")
    fields: list[str] = []
    start = 0
    quoted = escaped = False
    for at, char in enumerate(value):
        if escaped:
            escaped = False
        elif char == "\\" and quoted:
            escaped = True
        elif char == '"':
            quoted = not quoted
        elif char == ";" and not quoted:
            fields.append(value[start:at])
            start = at + 1
    fields.append(value[start:])
    return fields


def _joined(parts: dict[int, tuple[bool, str]]) -> str:
    """RFC 2231 sections 3 and 4: numbered pieces, the first of which names the charset."""
    charset: str | None = None
    content = b""
    for index, (encoded, piece) in sorted(parts.items()):
        if encoded:
            named = index == 0 and piece.count("'") >= 2
            if named:
                charset = piece.split("'", 1)[0]
            content += unquote_to_bytes(piece.split("'", 2)[2] if named else piece)
        else:
            content += piece.encode("utf-8", "replace")
    return clean_line(decoded(content, charset or None)[0])


def identifiers(value: str) -> tuple[str, ...]:
    """The Message-IDs of a header without <>, the newest ``REFERENCES`` of them."""
    found = _IDENTIFIER.findall(value)
    if not found and value.strip() and "<" not in value and "@" in value:
        found = [word for word in value.split() if len(word) <= limits.IDENTIFIER]
    cleaned = [clean_line(one) for one in found]
    return tuple(dict.fromkeys(one for one in cleaned if one))[-limits.REFERENCES :]


def moment(value: str) -> datetime | None:
    """The aware time of a Date header, or None. RFC 5322 section 3.3: -0000 is UTC of an unknown place."""
    try:
        at = parsedate_to_datetime(value[:100])
        if at.tzinfo is None:
            at = at.replace(tzinfo=UTC)
        # Raised on 16 of 8,582 real mails, for reasons of every kind.
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError, KeyError):
        return None
    return at if _FIRST_YEAR <= at.year <= _LAST_YEAR else None
