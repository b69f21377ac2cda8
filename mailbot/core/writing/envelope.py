"""The bytes of a letter: headers, text, HTML with its picture, calendar entry."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address as Mailbox
from email.message import EmailMessage
from email.policy import EmailPolicy

from mailbot.core.base import Address
from mailbot.core.writing.clean import one_line

_ID = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]{1,200}@[\x21-\x3b\x3d\x3f-\x7e]{1,200}")  # printable, no <>
_REFERENCES = 20  # RFC 5322 section 3.6.4 lets a thread be shortened: its first and its last ones stay


class _Policy(EmailPolicy):
    """SMTP's, with ids left whole: Python 3.11 turns one longer than a line into an encoded word."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in {"message-id", "in-reply-to", "references"}:
            folded = "\r\n ".join(value.split())
            return f"{name}: {folded}\r\n".encode("ascii")
        return super().fold_binary(name, value)


_POLICY = _Policy(linesep="\r\n")


@dataclass(frozen=True, slots=True)
class Picture:
    cid: str  # with its @, without <>
    png: bytes


@dataclass(frozen=True, slots=True)
class Attached:
    """A part beside the body; ``method`` is the calendar's, '' for others."""

    content: bytes
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
    # An address outside ASCII needs SMTPUTF8 (RFC 6531) and may then stand as it is.
    mail = EmailMessage(policy=_POLICY if envelope.to.email.isascii() else _POLICY.clone(utf8=True))
    mail["From"] = _mailbox(envelope.sender)
    mail["To"] = _mailbox(envelope.to)
    mail["Subject"] = one_line(envelope.subject, 200)
    mail["Date"] = envelope.date
    mail["Message-ID"] = f"<{envelope.message_id}>"
    if _ID.fullmatch(envelope.reply_to_id):
        mail["In-Reply-To"] = f"<{envelope.reply_to_id}>"
        mail["References"] = " ".join(f"<{one}>" for one in _thread(envelope))
    # RFC 3834 section 5; Exchange's own header keeps its out-of-office from answering us.
    mail["Auto-Submitted"] = "auto-replied" if envelope.solicited else "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    if picture:
        page = mail.get_payload()[1]  # type: ignore[index]  # the HTML part that was just added
        page.add_related(  # type: ignore[union-attr]
            picture.png, "image", "png", cid=f"<{picture.cid}>", disposition="inline", filename="betaling.png"
        )
    if attached:
        # Beside the body, not among its alternatives: there Outlook shows the entry in the letter's place.
        _attach(mail, attached)
    mail["Content-Language"] = envelope.lang  # last: adding a part moves Content-* headers into it
    _name_boundaries(mail, envelope.message_id)
    return mail.as_bytes()


def _attach(mail: EmailMessage, attached: Attached) -> None:
    main, _, sub = attached.type.partition("/")
    if main == "text":
        mail.add_attachment(
            attached.content.decode(), subtype=sub, filename=attached.filename, cte="quoted-printable"
        )
    else:
        mail.add_attachment(attached.content, main, sub, filename=attached.filename)
    if attached.method:
        part = list(mail.iter_attachments())[-1]
        part.set_param("method", attached.method)  # RFC 6047 section 2.4: the same as METHOD


def _mailbox(address: Address) -> Mailbox:
    return Mailbox(one_line(address.name), addr_spec=address.email)


def _thread(envelope: Envelope) -> list[str]:
    whole = [one for one in (*envelope.references, envelope.reply_to_id) if _ID.fullmatch(one)]
    thread = [one for one in dict.fromkeys(whole) if one != envelope.reply_to_id] + [envelope.reply_to_id]
    return thread if len(thread) <= _REFERENCES else [thread[0], *thread[1 - _REFERENCES :]]


def _name_boundaries(mail: EmailMessage, message_id: str) -> None:
    """Boundaries from the Message-ID: random ones would make every rendering another mail."""
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            digest = hashlib.sha256(f"{message_id} {number}".encode()).hexdigest()[:24]
            part.set_boundary(f"=_{digest}")  # "=_" can't occur in quoted-printable (RFC 2045 section 6.7)
