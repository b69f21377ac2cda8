"""What can come of a mail: a closed set of outcomes, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailbot.core.base import Attendee, Reason
from mailbot.core.verdict.book import Place, Registration


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The party gets seats now."""

    attendees: tuple[Attendee, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Waitlisted:
    """The party waits as a whole; ``position`` is that of its first person, from 1."""

    attendees: tuple[Attendee, ...]
    position: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class AlreadyRegistered:
    """Everybody asked for is on the list; ``registration`` is None where another's letter says so."""

    registration: Registration | None
    places: tuple[Place, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Cancelled:
    """These places are given up; each belongs to one of the registrations."""

    registrations: tuple[Registration, ...]
    places: tuple[Place, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Changed:
    """The seat stays, the person or the details change."""

    registration: Registration
    changes: tuple[tuple[Place, Attendee], ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Accepted:
    """The offered seats are taken."""

    registration: Registration
    places: tuple[Place, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Declined:
    """A no: to an offer (whose places go to the next), or to the invitation (nothing to undo)."""

    registration: Registration | None
    places: tuple[Place, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class StatusTold:
    registrations: tuple[Registration, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class MemberTold:
    """Members register on the website; no seat is taken here."""

    organisation: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Closed:
    """Registration has closed, or opens later (``opens``)."""

    opens: datetime | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Over:
    """The event has been."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class ForPerson:
    """Not acted on: a person looks at it, and the sender is told so where it is about an event."""

    reasons: tuple[Reason, ...]
    acknowledge: bool = True

    @property
    def reason(self) -> Reason:
        return self.reasons[0]


@dataclass(frozen=True, slots=True)
class NotOurs:
    """About something else: it stays where it lies, unread and unanswered."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Ignored:
    """Set aside by triage. ``registration``: the one whose letter caused it, if any of ours did."""

    kind: str
    reason: Reason
    ours: bool = False
    registration: str | None = None


Verdict = (
    Confirmed
    | Waitlisted
    | AlreadyRegistered
    | Cancelled
    | Changed
    | Accepted
    | Declined
    | StatusTold
    | MemberTold
    | Closed
    | Over
    | ForPerson
    | NotOurs
    | Ignored
)
