"""The structure of a mail: bytes to parts. Leaves words to ``body``, values to ``headers``.

The standard parser is used with ``policy.compat32``: the default policy raised on 124 of 8,582
real mails, on some inside the parser (python/cpython#151857), and needs minutes on stuffed headers.
"""

from __future__ import annotations

import binascii
import quopri
import re
from copy import copy
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from mailbot.core.mail import limits
from mailbot.core.mail.charset import clean_line
from mailbot.core.mail.headers import lenient_base64, parameters

_BLANK_LINE = re.compile(rb"\r\n\r\n|\n\r?\n|\r\r")
_CONTENT_HEADER = re.compile(rb"(?im)^content-[a-z-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*")
_CONTAINER = re.compile(rb"(?im)^content-type:[ \t\r\n]{0,80}(?:multipart|message)/")
_UUENCODED = {"x-uuencode", "uuencode", "x-uue", "uue"}


@dataclass(frozen=True, slots=True)
class Entity:
    """One part with its Content-* headers read: types in lower case, the name as it may be shown."""

    message: Message
    type: str
    parameters: dict[str, str]
    disposition: str
    name: str

    @property
    def children(self) -> list[Message]:
        payload = self.message.get_payload()
        return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def structure(content: bytes, defects: list[str]) -> Message:
    """The parsed mail; never raises. What is too big or nested is cut before the parser sees it."""
    content = _capped_block(content, defects)
    content = _CONTENT_HEADER.sub(_capped_header, content)
    containers = sum(1 for _ in _CONTAINER.finditer(content))
    compared = containers * content.count(b"\n")  # the parser holds each line against every open boundary
    if containers > limits.CONTAINERS or (containers > 1 and compared > limits.BOUNDARY_CHECKS):
        defects.append("mime-too-complex")
        return _flat(content)
    try:
        return message_from_bytes(content)  # compat32 is its default: naming it loads the others
    except Exception:  # noqa: BLE001 - RecursionError and faults of the parser alike: the mail must be read
        defects.append("mime-broken")
        return _flat(content)


def _capped_block(content: bytes, defects: list[str]) -> bytes:
    end = _BLANK_LINE.search(content, 0)
    block = end.start() if end else len(content)
    if block <= limits.HEADER_BLOCK:
        return content
    defects.append("header-block-cut")
    kept = content[: limits.HEADER_BLOCK]
    kept = kept[: max(kept.rfind(b"\n"), kept.rfind(b"\r")) + 1].rstrip(b"\r\n")
    return kept + b"\n\n" + (content[end.end() :] if end else b"")


def _capped_header(found: re.Match[bytes]) -> bytes:
    return found[0] if len(found[0]) <= limits.STRUCTURED_HEADER else found[0][: limits.STRUCTURED_HEADER]


def _flat(content: bytes) -> Message:
    """Its headers, and the beginning of everything else as one text."""
    end = _BLANK_LINE.search(content)
    block = content[: end.start()] if end else content[: limits.HEADER_BLOCK]
    names = (b"content-type:", b"content-transfer-encoding:")
    kept: list[bytes] = []
    skipping = False
    for line in block.splitlines():
        if not line.startswith((b" ", b"\t")):
            skipping = line.lower().startswith(names)
        if not skipping:
            kept.append(line)
    body = content[end.end() : end.end() + limits.TEXT] if end else b""
    message = Message()
    for line in _unfolded(kept):
        name, colon, value = line.partition(b":")
        if colon and name and not re.search(rb"[\s\x80-\xff]", name):
            message.set_raw(name.decode("ascii"), value.strip().decode("ascii", "surrogateescape"))
    message.set_payload(body.decode("ascii", "surrogateescape"))
    return message


def _unfolded(lines: list[bytes]) -> list[bytes]:
    whole: list[bytes] = []
    for line in lines:
        if line.startswith((b" ", b"\t")) and whole:
            whole[-1] += b" " + line.strip()
        else:
            whole.append(line)
    return whole


def entity(message: Message, default_type: str = "text/plain") -> Entity:
    """The Content-* headers of a part; RFC 2045 section 5.2: what is absent or broken is plain text."""
    raw = {"content-type": "", "content-disposition": "", "content-description": ""}
    for name, value in message.raw_items():
        key = str(name).lower()
        if raw.get(key) == "":
            raw[key] = str(value)[: limits.STRUCTURED_HEADER]
    kind, kind_parameters = parameters(_text(raw["content-type"]))
    kind = kind.split()[0] if kind.split() else ""
    if kind.count("/") != 1 or not all(kind.split("/")):
        kind = "text/html" if kind in {"html", "text/html,"} else default_type
    disposition, more = parameters(_text(raw["content-disposition"]))
    name = more.get("filename") or kind_parameters.get("name") or ""
    name = clean_line(name).replace("\\", "/").rpartition("/")[2][: limits.NAME]
    return Entity(message, clean_line(kind)[:80], kind_parameters, disposition, name)


def _text(value: str) -> str:
    if value.isascii() and value.isprintable():
        return value
    return (
        value.encode("utf-8", "surrogateescape")
        .decode("utf-8", "replace")
        .replace("\r", "")
        .replace("\n", " ")
    )


def raw_payload(message: Message) -> bytes:
    """The bytes of a leaf as they stand in the mail; b"" for a container.

    ``get_payload()`` alone would decode 8-bit text by the declared charset, wrong or not; asked to
    undo a transfer encoding that is not there, it hands out the bytes.
    """
    bare = copy(message)
    del bare["content-transfer-encoding"]
    payload = bare.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def content_of(message: Message, defects: list[str], most: int) -> tuple[bytes, int]:
    """The decoded bytes of a leaf, about ``most`` of them, and the size of all.

    A broken transfer encoding gives what can be read of it.
    """
    raw = raw_payload(message)
    encoding = ""
    for name, value in message.raw_items():
        if str(name).lower() == "content-transfer-encoding":
            encoding = str(value).strip().strip('"').lower()[:40]
            break
    if encoding == "base64":
        size = len(raw) * 3 // 4
        content, whole = lenient_base64(raw[: most * 2])
        if not whole and len(raw) <= most * 2:
            defects.append("base64-broken")
            if not content or not raw.strip().isascii() or _prose(raw):
                return raw[:most], len(raw)  # declared, but never encoded
        return content, size if len(raw) > most * 2 else len(content)
    if encoding == "quoted-printable":
        return quopri.decodestring(raw[: most * 3]), len(raw)
    if encoding in _UUENCODED:
        return _uudecoded(raw[: most * 2]), len(raw)
    return raw[: most * 4], len(raw)


def _prose(raw: bytes) -> bool:
    """Spaces that line ends do not explain: text under the name of base64."""
    return raw.count(b" ") > raw.count(b"\n") + 2


def _uudecoded(raw: bytes) -> bytes:
    out: list[bytes] = []
    for line in raw.splitlines():
        if line.startswith((b"begin ", b"end")) or not line:
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)
