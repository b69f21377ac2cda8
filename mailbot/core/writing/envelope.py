"""The bytes of a letter: headers, text, HTML with its picture, calendar entry.

People's words in headers are encoded by ``email``; the rest is written here. EmailMessage parses every
header it is given, which took a letter four times as long, and refuses addresses that people have.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import Message
from email.utils import format_datetime, quote
from functools import lru_cache
from itertools import count

from mailbot.core.base import Address
from mailbot.core.writing.clean import one_address, one_line

_ID = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]{1,200}@[\x21-\x3b\x3d\x3f-\x7e]{1,200}")  # printable, no <>
_REFERENCES = 20  # RFC 5322 section 3.6.4 lets a thread be shortened: its first and its last ones stay
_LINE = 76  # characters (RFC 2047 section 2)
_ATOMS = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+")  # RFC 5322 section 3.2.3: needs no quotes


@dataclass(frozen=True, slots=True)
class Picture:
    cid: str  # with its @, without <>
    png: bytes
    filename: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A text beside the body; ``method`` is the calendar's, '' for others."""

    content: str
    type: str  # "text/calendar"
    filename: str
    method: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The headers of a letter. Ids stand without <>; ``solicited``: it answers a mail."""

    sender: Address
    to: Address
    subject: str
    lang: str
    message_id: str
    date: datetime
    reply_to_id: str = ""
    references: tuple[str, ...] = ()
    solicited: bool = True


def seal(
    envelope: Envelope,
    text: str,
    html: str,
    *,
    picture: Picture | None = None,
    attached: Attached | None = None,
) -> bytes:
    """A complete mail (RFC 5322, CRLF). The same values always give the same bytes."""
    boundaries = _boundaries(envelope.message_id)
    page = _text("html", html)
    if picture:
        page = _multipart("related", next(boundaries), (page, _shown(picture)), 'type="text/html"')
    body = _multipart("alternative", next(boundaries), (_text("plain", text), page))
    if attached:
        # Beside the body, not among its alternatives: there Outlook shows the entry in the letter's place.
        body = _multipart("mixed", next(boundaries), (body, _attachment(attached)))
    return b"".join(_headers(envelope)) + b"MIME-Version: 1.0\r\n" + body


def _headers(envelope: Envelope) -> Iterator[bytes]:
    yield _line("From", _mailbox("From", envelope.sender))
    yield _line("To", _mailbox("To", envelope.to))
    yield _line("Subject", _encoded("Subject", one_line(envelope.subject, 200)))
    yield _line("Date", format_datetime(envelope.date))
    # Ids stay whole: email's folding turns one longer than a line into an encoded word (Python 3.11).
    yield _line("Message-ID", f"<{envelope.message_id}>")
    if _ID.fullmatch(envelope.reply_to_id):
        yield _line("In-Reply-To", f"<{envelope.reply_to_id}>")
        yield _line("References", "\r\n ".join(f"<{one}>" for one in _thread(envelope)))
    # RFC 3834 section 5; Exchange's own header keeps its out-of-office from answering us.
    yield _line("Auto-Submitted", "auto-replied" if envelope.solicited else "auto-generated")
    yield _line("X-Auto-Response-Suppress", "All")
    yield _line("Content-Language", envelope.lang)


def _line(name: str, value: str) -> bytes:
    # ASCII, save an address outside it: that needs SMTPUTF8 (RFC 6531) and then stands as it is.
    return f"{name}: {value}\r\n".encode()


def _encoded(header: str, text: str) -> str:
    """A person's words, folded; as encoded words also where they only look like some (RFC 2047)."""
    if _is_plain(text) and len(header) + 2 + len(text) <= _LINE and text == text.strip():
        return text  # Header would say the same, and takes a tenth of a millisecond for it
    return Header(text, "ascii" if _is_plain(text) else "utf-8", _LINE, header).encode(linesep="\r\n")


def _is_plain(text: str) -> bool:
    return text.isascii() and "=?" not in text


def _mailbox(header: str, address: Address) -> str:
    """Never raises: people have addresses that email's own parser refuses ("jan..de.vries@…")."""
    email = one_address(address.email)
    name = one_line(address.name)
    if not name:
        return email
    needs_quotes = _is_plain(name) and not _ATOMS.fullmatch(name)
    phrase = f'"{quote(name)}"' if needs_quotes else _encoded(header, name)
    between = "\r\n " if len(phrase) + len(email) > 66 else " "
    return f"{phrase}{between}<{email}>"


def _text(subtype: str, content: str, parameters: str = "", *more: bytes) -> bytes:
    head = (
        _line("Content-Type", f'text/{subtype}; charset="utf-8"{parameters}'),
        _line("Content-Transfer-Encoding", "quoted-printable"),
        *more,
    )
    return b"".join(head) + b"\r\n" + _quoted_printable(content)


def _quoted_printable(content: str) -> bytes:
    """b2a_qp keeps line ends as they are, so they are made CRLF first.

    It takes each line by itself, and most lines stand in every letter: those are remembered. Only the
    end of the text depends on more than its line: it has no line end, and is encoded as one above it has.
    """
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    *before, end = (*lines[:-2], "\r\n".join(lines[-2:]))
    return b"".join(map(_quoted_line, before)) + binascii.b2a_qp(end.encode(), istext=True)


@lru_cache(maxsize=1024)  # twice the lines that stand in every letter, in four languages
def _quoted_line(line: str) -> bytes:
    return binascii.b2a_qp(f"{line}\r\n".encode(), istext=True)


def _shown(picture: Picture) -> bytes:
    return b"".join(
        (
            _line("Content-Type", "image/png"),
            _line("Content-Transfer-Encoding", "base64"),
            _line("Content-ID", f"<{picture.cid}>"),
            _disposition("inline", picture.filename),
            b"\r\n",
            base64.encodebytes(picture.png).replace(b"\n", b"\r\n"),
        )
    )


def _attachment(attached: Attached) -> bytes:
    # RFC 6047 section 2.4: the same method as the calendar's own METHOD.
    method = f'; method="{attached.method}"' if attached.method else ""
    where = _disposition("attachment", attached.filename)
    return _text(attached.type.removeprefix("text/"), attached.content, method, where)


@lru_cache(maxsize=32)  # a few names of our own
def _disposition(kind: str, filename: str) -> bytes:
    header = Message()
    header.add_header("Content-Disposition", kind, filename=one_line(filename))  # RFC 2231 outside ASCII
    return _line("Content-Disposition", header["Content-Disposition"])


def _multipart(subtype: str, boundary: str, parts: Iterable[bytes], parameters: str = "") -> bytes:
    extra = f";\r\n {parameters}" if parameters else ""
    head = _line("Content-Type", f'multipart/{subtype}; boundary="{boundary}"{extra}')
    line = f"\r\n--{boundary}".encode("ascii")
    return head + line.join((b"", *(b"\r\n" + part for part in parts), b"--\r\n"))


def _boundaries(message_id: str) -> Iterator[str]:
    """From the Message-ID: random ones would make every rendering another mail."""
    for number in count():
        digest = hashlib.sha256(f"{message_id} {number}".encode()).hexdigest()[:24]
        yield f"=_{digest}"  # "=_" can't occur in quoted-printable (RFC 2045 section 6.7)


def _thread(envelope: Envelope) -> list[str]:
    whole = [one for one in (*envelope.references, envelope.reply_to_id) if _ID.fullmatch(one)]
    thread = [one for one in dict.fromkeys(whole) if one != envelope.reply_to_id] + [envelope.reply_to_id]
    return thread if len(thread) <= _REFERENCES else [thread[0], *thread[1 - _REFERENCES :]]
