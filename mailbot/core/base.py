"""The nouns that all stages share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: ``email`` with its domain in lower case, ``name`` as shown ('' if none)."""

    email: str
    name: str = ""

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person who comes (or wants to): each part None where it is not known."""

    name: str | None = None
    email: str | None = None
    organisation: str | None = None


class WaitlistRule(StrEnum):
    """What a freed seat does: given at once, or offered and held for a while."""

    CONFIRM = "confirm"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of ``config.toml``; every time is aware, in the house's timezone."""

    id: str
    title: str
    starts: datetime
    ends: datetime
    location: str
    capacity: int
    subtitle: str = ""
    doors_open: datetime | None = None
    fee: Decimal = Decimal(0)
    currency: str = "EUR"
    organisers: tuple[str, ...] = ()
    registration_opens: datetime | None = None
    registration_closes: datetime | None = None  # None: when it starts
    waitlist: WaitlistRule = WaitlistRule.CONFIRM
    offer_hours: float = 24.0

    @property
    def closes(self) -> datetime:
        return self.registration_closes or self.starts


@dataclass(frozen=True, slots=True)
class Payment:
    """Where the fee goes; the IBAN has been validated, without spaces."""

    iban: str
    account_holder: str


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps that keep a mistake or a mail loop small; what is over one is queued, never dropped."""

    letters_per_address_per_day: int = 6
    letters_per_hour: int = 300
    letters_in_burst: int = 100  # in ten minutes; more pauses sending and tells staff
    seats_per_mail: int = 4  # more goes to a person
    lease_seconds: float = 60
    first_retry_seconds: float = 300  # then doubling to 4 hours, for 5 days


@dataclass(frozen=True, slots=True)
class House:
    """What of the configuration decisions and letters need to know; never a secret."""

    organisation: str
    mailbox: Address  # what our letters come from
    own_addresses: frozenset[str]  # lower case; a mail from one of these is ours
    events: tuple[Event, ...]
    timezone: ZoneInfo
    default_language: str = "en"
    member_page: str = ""
    payment: Payment | None = None
    seats_per_mail: int = 4
    acknowledge: bool = True

    def event(self, event_id: str | None) -> Event | None:
        return next((event for event in self.events if event.id == event_id), None)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: ``rule`` is a stable slug, ``text`` a sentence for staff."""

    rule: str
    text: str


# A note of absence may have been sent by itself; who also asks something of us has written it.
MAY_BE_ABSENT = "may-be-absent"
MACHINE = frozenset({"may-be-automatic", MAY_BE_ABSENT})  # doubts whether a person wrote it


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the mail that a reading rests on.

    ``about``: intent · event · seats · attendee · question · language · registration.
    ``place``: subject · text · from · cc · attachment · thread. ``start`` and ``end`` count
    characters in that place (for ``text`` in ``Mail.text``), so ``text[start:end] == words``.
    """

    about: str
    rule: str
    words: str
    place: str = "text"
    start: int = 0
    end: int = 0


class Status(StrEnum):
    """What an attendee of a registration is."""

    CONFIRMED = "confirmed"
    OFFERED = "offered"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Known:
    """One registration that the desk already has and a mail may be about."""

    code: str
    event: str
    contact: str  # the address the letters go to, lower case
    attendees: tuple[tuple[Attendee, Status], ...]
    in_thread: bool = False  # the mail answers one of its letters, or names its code

    @property
    def offer_open(self) -> bool:
        return any(status is Status.OFFERED for _, status in self.attendees)


@dataclass(frozen=True, slots=True)
class Context:
    """What the record knows that bears on reading a mail; empty for ``mailbot parse``."""

    known: tuple[Known, ...] = field(default=())
