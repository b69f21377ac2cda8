"""A letter before its words: plain values, so that it can be stored and written again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.core.base import Address, Attendee


class LetterKind(StrEnum):
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    PROMOTED = "promoted"  # a freed seat was given to a waiting party
    OFFERED = "offered"  # a freed seat is held for a waiting party until ``offer_until``
    EXPIRED = "expired"  # the offer ran out
    ALREADY = "already"  # you are registered already; the state as it is
    CANCELLED = "cancelled"
    CHANGED = "changed"
    DECLINED = "declined"  # thanks for letting us know
    STATUS = "status"
    MEMBER = "member"  # members register on the website
    CLOSED = "closed"  # registration has closed, or has not opened yet
    OVER = "over"  # the event has been
    RECEIVED = "received"  # a colleague will answer


class Calendar(StrEnum):
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Standing:
    """An attendee and how they stand: a value of ``base.Status`` and a waiting-list position."""

    attendee: Attendee
    status: str
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything a letter says, before its words and its date.

    ``people``: the registration's people as they stand after the decision. ``former``: those who
    were cancelled or replaced by it. ``question``: the sender also asked something, which a
    colleague will answer. ``position`` counts from 1 (the party's first place in the waiting list).
    """

    kind: LetterKind
    lang: str
    to: Address
    event: str | None = None
    registration: str | None = None
    people: tuple[Standing, ...] = ()
    former: tuple[Attendee, ...] = ()
    position: int | None = None
    offer_until: datetime | None = None
    opens: datetime | None = None  # for ``closed``: when registration will open
    question: bool = False
    calendar: Calendar | None = None
    sequence: int = 0  # of the calendar entry; grows with each change
    reply_to_id: str = ""  # Message-ID answered, without <>
    references: tuple[str, ...] = ()  # oldest first, without <>
    subject: str = ""  # of the mail answered, '' when it answers none
