"""The way from raw bytes to a ``Mail``: structure, headers, sender, words, stretches, identity."""

from __future__ import annotations

import hashlib
import re
from email.message import Message

from mailbot.core.base import Address
from mailbot.core.mail import limits
from mailbot.core.mail.addresses import address_list, email_of, other_address_in
from mailbot.core.mail.body import Body, read_body
from mailbot.core.mail.charset import clean_line
from mailbot.core.mail.headers import decode_words, identifiers, moment, raw_headers
from mailbot.core.mail.message import Mail
from mailbot.core.mail.mime import entity, structure
from mailbot.core.mail.stretches import stretches_of

Headers = list[tuple[str, str]]

_BLANK_LINE = re.compile(rb"\r\n\r\n|\n\r?\n|\r\r")


def parse(content: bytes) -> Mail:
    """Reads any bytes as a mail; never raises, in time linear to their number.

    What was broken or cut is told in ``Mail.defects`` in stable words, each once.
    """
    defects: list[str] = []
    message = structure(content, defects)
    headers = raw_headers(message, defects)
    sender = _sender(headers, defects)
    subject = decode_words(_first(headers, "subject"))
    body = _body(message, defects)
    name = sender.name if sender else ""
    text, stretches = stretches_of(body.text, name, subject, defects)
    date = moment(_first(headers, "date"))
    if date is None:
        defects.append("date-unreadable" if _first(headers, "date") else "date-missing")
    whole = entity(message)
    return Mail(
        message_id=next(iter(identifiers(_first(headers, "message-id"))), ""),
        digest=_digest(headers, content),
        sender=sender,
        reply_to=_reply_to(headers, defects),
        to=_addresses(headers, "to", defects),
        cc=_addresses(headers, "cc", defects),
        return_path=_return_path(headers),
        subject=subject,
        date=date,
        in_reply_to=identifiers(_first(headers, "in-reply-to")),
        references=identifiers(_first(headers, "references")),
        headers=tuple((name, decode_words(value)) for name, value in headers),
        content_type=whole.type,
        report_type=whole.parameters.get("report-type", "").lower(),
        text=text,
        stretches=stretches,
        html_only=body.html_only,
        attachments=tuple(body.attachments),
        reported_ids=tuple(body.reported_ids),
        defects=tuple(dict.fromkeys(defects)),
    )


def _body(message: Message, defects: list[str]) -> Body:
    try:
        return read_body(message, defects)
    except Exception:  # noqa: BLE001 - the last fence: a mail whose parts defeat us still has headers, and goes to a person
        defects.append("body-unreadable")
        return Body()


def _first(headers: Headers, name: str) -> str:
    return next((value for key, value in headers if key == name), "")


def _sender(headers: Headers, defects: list[str]) -> Address | None:
    """Who is answered: the one address of the one From, or nobody."""
    values = [value for name, value in headers if name == "from"]
    if not values:
        defects.append("from-missing")
        return None
    if len(values) > 1:
        defects.append("from-several")
        return None
    found = address_list(values[0])
    if len(found.addresses) > 1:
        defects.append("from-several")
        return None
    if found.broken or not found.addresses:
        defects.append("from-broken")
        return None
    sender = found.addresses[0]
    if other_address_in(sender):
        defects.append("from-lookalike")
    return sender


def _reply_to(headers: Headers, defects: list[str]) -> Address | None:
    values = [value for name, value in headers if name == "reply-to"]
    if not values:
        return None
    found = address_list(", ".join(values)[: limits.HEADER])
    if len(found.addresses) == 1 and not found.broken:
        return found.addresses[0]
    defects.append("reply-to-several" if len(found.addresses) > 1 else "reply-to-broken")
    return None


def _addresses(headers: Headers, name: str, defects: list[str]) -> tuple[Address, ...]:
    found: list[Address] = []
    for key, value in headers:
        if key == name and len(found) < limits.ADDRESSES:
            listed = address_list(value)
            found += listed.addresses
            if listed.cut:
                defects.append(f"addresses-cut:{name}")
    return tuple(found[: limits.ADDRESSES])


def _return_path(headers: Headers) -> str | None:
    """'' for the null sender, by RFC 5321 section 4.5.5 the mark of what must not be answered."""
    value = next((value for name, value in headers if name == "return-path"), None)
    if value is None:
        return None
    inner = clean_line(value).strip("<> ")
    return email_of(inner) or inner[: limits.NAME]


def _digest(headers: Headers, content: bytes) -> str:
    """The same for the same mail delivered again: trace headers and line ends do not count."""
    end = _BLANK_LINE.search(content)
    body = content[end.end() :] if end else b""
    body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip(b"\n")
    canonical = hashlib.sha256()
    for name in ("from", "date", "subject"):
        canonical.update(clean_line(_first(headers, name)).encode("utf-8", "replace") + b"\x00")
    canonical.update(body)
    return canonical.hexdigest()
