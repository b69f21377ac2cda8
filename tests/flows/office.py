"""An association's office for tests: a real mailbox, a recording mail server, a clock that is moved."""

from __future__ import annotations

import email
import itertools
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.message import EmailMessage, Message
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from servers.dovecot import Dovecot, DovecotPostbox
from servers.smtp import SmtpSink

from mailbot.core.base import Address, Event, House, Limits, Payment
from mailbot.core.writing import Templates
from mailbot.desk import Desk
from mailbot.edges import templates
from mailbot.edges.account import ImapAccount, Secret, SmtpAccount
from mailbot.edges.fence import Fence
from mailbot.edges.store import Store, journal, listing, open_store
from mailbot.edges.store.journal import LogRow, ReviewRow
from mailbot.edges.store.listing import AttendeeRow, EventSeats
from mailbot.pipeline import Handled
from mailbot.worker import Accounts, Outcome, run_once

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2018, 1, 8, 12, tzinfo=AMSTERDAM)
WORDS: Templates = templates.load(None)


def meet_up(number: int, day: datetime, subtitle: str, **other: object) -> Event:
    ordinal = {3: "3rd", 4: "4th", 5: "5th"}[number]
    fields: dict[str, object] = {
        "id": f"meetup-{number}",
        "title": f"{ordinal} Meet Up for Strategic Partnerships",
        "subtitle": subtitle,
        "starts": day.replace(hour=14, minute=30),
        "ends": day.replace(hour=18),
        "doors_open": day.replace(hour=14),
        "location": "Humanity House, Prinsegracht 8, 2512 GA Den Haag",
        "capacity": 40,
        "fee": Decimal(25),
    }
    return Event(**{**fields, **other})  # type: ignore[arg-type]


MEETUPS = (
    meet_up(
        3, datetime(2017, 10, 12, tzinfo=AMSTERDAM), "Joining local, national and global forces in advocacy"
    ),
    meet_up(4, datetime(2018, 1, 18, tzinfo=AMSTERDAM), "Countering the effects of shrinking civic space"),
    meet_up(5, datetime(2018, 3, 22, tzinfo=AMSTERDAM), "Measuring what matters in advocacy"),
)

HOUSE = House(
    organisation="Partos",
    mailbox=Address("info@partos.example", "Partos"),
    own_addresses=frozenset({"info@partos.example"}),
    events=MEETUPS,
    timezone=AMSTERDAM,
    default_language="en",
    member_page="https://www.partos.example/agenda/meet-up-4",
    payment=Payment("NL91ABNA0417164300", "Partos"),
)


class Clock:
    """A time that the test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


_numbers = itertools.count(1)


def written(
    sender: str,
    body: str,
    *,
    subject: str = "Meet Up 18 januari",
    at: datetime = NOON,
    answers: Message | None = None,
    message_id: str | None = None,
    headers: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A plain mail to the office, as bytes."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "info@partos.example"
    mail["Subject"] = " ".join(f"Re: {answers['Subject']}".split()) if answers else subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id or f"<{next(_numbers)}.test@elders.example>"
    if answers:
        mail["In-Reply-To"] = mail["References"] = str(answers["Message-ID"])
    for name, value in headers:
        mail[name] = value
    mail.set_content(body)
    return mail.as_bytes().replace(b"\n", b"\r\n")


@dataclass
class Office:
    """One desk with its servers; each test has its own mailbox and record."""

    postbox: DovecotPostbox
    sink: SmtpSink
    desk: Desk
    accounts: Accounts
    clock: Clock
    seen: list[Handled] = field(default_factory=list)

    def put(self, *mails: bytes, arrived: datetime | None = None) -> None:
        """Deliver mails, one second after the other."""
        at = arrived or self.clock.now
        for i, mail in enumerate(mails):
            self.postbox.append(mail, arrived=at + timedelta(seconds=i))

    def write(self, sender: str, body: str, **how: object) -> None:
        how.setdefault("at", self.clock.now)
        self.put(written(sender, body, **how))  # type: ignore[arg-type]

    def run(self) -> Outcome:
        return run_once(self.desk, self.accounts, self.seen.append)

    def letters(self, recipient: str | None = None) -> list[Message]:
        return [
            email.message_from_bytes(letter.content)
            for letter in self.sink.letters
            if recipient is None or letter.recipient == recipient
        ]

    def letter(self, recipient: str) -> Message:
        """The one letter to somebody."""
        (only,) = self.letters(recipient)
        return only

    def log(self, **which: object) -> list[LogRow]:
        with self.desk.store.transaction() as tx:
            return list(journal.rows(tx, **which))  # type: ignore[arg-type]

    def outcomes(self) -> list[str]:
        return [row.outcome for row in self.log()]

    def reviews(self) -> list[ReviewRow]:
        with self.desk.store.transaction() as tx:
            return journal.open_reviews(tx)

    def people(self, event: str = "meetup-4") -> list[AttendeeRow]:
        with self.desk.store.transaction() as tx:
            return listing.attendee_rows(tx, event)

    def seats(self, event: str = "meetup-4") -> EventSeats:
        with self.desk.store.transaction() as tx:
            return next(row for row in listing.event_seats(tx, self.desk.house.events) if row.id == event)

    def having(self, **changes: object) -> None:
        """Change the house's next open event."""
        events = tuple(replace(e, **changes) if e.id == "meetup-4" else e for e in self.desk.house.events)  # type: ignore[arg-type]
        self.desk = replace(self.desk, house=replace(self.desk.house, events=events))


def text_of(letter: Message) -> str:
    """What a letter says in its text part, unwrapped."""
    part = next(part for part in letter.walk() if part.get_content_type() == "text/plain")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return " ".join(content.decode().split())


@pytest.fixture(scope="session")
def reader() -> Iterator[Fence]:
    """One reading process for all tests of a worker: starting it takes longer than reading."""
    fence = Fence(HOUSE)
    yield fence
    fence.close()


@pytest.fixture
def folder_in_memory(tmp_path: Path) -> Iterator[Path]:
    """Where a record may lie that need not survive a power cut: commits there take no disk's time."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="mailbot-", dir=memory) as place:
        yield Path(place)


@pytest.fixture
def store(folder_in_memory: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{folder_in_memory}/state.db")
    yield opened
    opened.close()


@pytest.fixture
def office(dovecot: Dovecot, smtp_sink: SmtpSink, reader: Fence, store: Store) -> Office:
    clock = Clock(NOON)
    store.clock = clock
    postbox = dovecot.mailbox()
    desk = Desk(
        HOUSE, Limits(letters_in_burst=1000, letters_per_hour=1000), store, reader, lambda: WORDS, clock
    )
    imap = ImapAccount(dovecot.host, dovecot.port, "none", postbox.username, Secret(postbox.password))
    smtp = SmtpAccount(smtp_sink.host, smtp_sink.port, "none", None, None, HOUSE.mailbox)
    return Office(postbox, smtp_sink, desk, Accounts(imap, smtp), clock)
