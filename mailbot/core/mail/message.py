"""What one raw mail says, as values: the result of ``core.mail.parse``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.base import Address


class Part(StrEnum):
    """What a stretch of the text is."""

    NEW = "new"  # the sender's own words of today
    QUOTED = "quoted"  # an earlier mail, answered
    FORWARDED = "forwarded"  # an earlier mail, passed on
    SIGNATURE = "signature"
    FOOTER = "footer"  # disclaimers, banners ("[EXTERNAL]"), "Sent from my iPhone"


@dataclass(frozen=True, slots=True)
class Stretch:
    """``Mail.text[start:end]`` is a ``part``; the stretches of a mail cover its text in order."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """Never opened or stored; ``text`` only for vCards, calendars and delivery reports (capped)."""

    name: str
    type: str  # "text/vcard", lower case
    size: int  # bytes, decoded
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it was read, however poor; every string is free of control characters.

    ``text`` keeps "\\n" and at most 64 KiB. ``headers`` are (lower-case name, decoded value)
    in their order, capped as DESIGN.md's limits say.
    """

    message_id: str  # without <>; '' when the mail has none
    digest: str  # hex SHA-256 of canonical From, Date, Subject and body: identity beside the ID
    sender: Address | None
    reply_to: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    return_path: str | None  # '' is the null sender <>; None when the header is absent
    subject: str
    date: datetime | None  # aware; None when absent or unreadable
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    content_type: str  # of the whole: "multipart/report", lower case
    report_type: str  # its report-type parameter, or ''
    text: str
    stretches: tuple[Stretch, ...]
    html_only: bool  # text was made from HTML
    attachments: tuple[Attachment, ...]
    reported_ids: tuple[str, ...]  # Message-IDs of the mail a report or bounce is about
    defects: tuple[str, ...]  # what was broken or cut, for the log

    def header(self, name: str) -> str | None:
        """The first value of a header, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)

    def part(self, *parts: Part) -> str:
        """All text of these parts, joined in their order."""
        return "\n".join(self.text[s.start : s.end] for s in self.stretches if s.part in parts)

    @property
    def new(self) -> str:
        """The sender's own new words, and nothing quoted, forwarded or signed."""
        return self.part(Part.NEW)
