"""What a mail asks for: the result of ``core.understanding.understand``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailbot.core.base import Attendee, Evidence, Reason


class Intent(StrEnum):
    """What the sender wants done now; the meanings stand in tests/mails/README.md."""

    REGISTER = "register"
    CANCEL = "cancel"
    CHANGE = "change"
    ACCEPT = "accept"
    DECLINE = "decline"
    STATUS = "status"
    QUESTION = "question"
    IGNORE = "ignore"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Replacement:
    """One change: who stood there and who should stand there now.

    The same person twice is a correction of details. ``former`` is None where nobody is said to
    leave: then it is the one person registered, if there is one. A ``former`` of no name and no
    address is the guest who had no name yet.
    """

    former: Attendee | None
    now: Attendee


@dataclass(frozen=True, slots=True)
class Request:
    """A reading of one mail.

    ``attendees``: per seat the person to be registered, cancelled or accepting (name None for an
    unnamed guest), for a change the person as they should now stand. ``seats`` is None where a
    number does not apply or cannot be told. ``review`` means: do not act, a person must look;
    ``reasons`` then say why in words staff understand (they are given for every reading).
    ``about_event``: the mail is about one of the house's events at all; only such mails are answered.
    ``event`` is an id, or None where it cannot be told.
    """

    lang: str
    intent: Intent
    event: str | None = None
    seats: int | None = None
    attendees: tuple[Attendee, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    registration: str | None = None  # the code of the registration it is about, where known
    has_question: bool = False
    review: bool = False
    about_event: bool = False
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
