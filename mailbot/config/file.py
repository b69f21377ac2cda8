"""The shape of ``config.toml``: its tables, its keys, their defaults, and what would be right for each."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from mailbot.config.kinds import (
    Clock,
    Count,
    Currency,
    DayOrMoment,
    Email,
    EventId,
    Iban,
    Language,
    LastDayOrMoment,
    Listen,
    Mailbox,
    Moment,
    Money,
    Page,
    Port,
    Positive,
    State,
    Text,
    Timezone,
    right,
)
from mailbot.edges.account import Security, is_loopback

SECURITY = '"tls", "starttls", or "none" for a server on this machine'
ONE_OF_THREE = "one of password, password_env (name of a variable) or password_file"


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Organisation(Table):
    name: Text = right('the name people know, such as "Partos"')
    members: Text | None = right(
        'a CSV file with the columns organisation,domain, such as "members.csv"', None
    )
    member_page: Page | None = right('the page where members register, "https://…"', None)


class Server(Table):
    """What both servers have in common."""

    host: Text = right('the name of the server, such as "imap.example.org"')
    port: Port | None = right("a whole number from 1 to 65535, such as 993", None)
    security: Security = right(SECURITY, "tls")
    password: Text | None = right("text between quotes", None)
    password_env: Text | None = right("the name of an environment variable, between quotes", None)
    password_file: Text | None = right("the name of a file that holds the password alone", None)
    ca_file: Text | None = right("a PEM file with the certificate authority of your own server", None)

    @field_validator("security")
    @classmethod
    def _no_passwords_in_the_clear(cls, security: str, info: ValidationInfo) -> str:
        host = info.data.get("host")
        if security == "none" and host is not None and not is_loopback(host):
            raise ValueError(f"would send the password readable to {host}")
        return security


class MailboxTable(Server):
    username: Text = right('what you log in with, often "info@example.org"')
    folder: Text = right("the folder to watch, between quotes", "INBOX")
    processed: Text = right("the folder for handled mail, between quotes", "Processed")
    review: Text = right("the folder for mail that a person must see, between quotes", "Review")
    poll_seconds: Positive = right("a number of seconds above 0", 60)
    idle: bool = right("true or false", True)
    since: DayOrMoment | None = right("a date without quotes, such as 2018-01-01", None)
    acknowledge: bool = right("true or false", True)

    @field_validator("processed", "review")
    @classmethod
    def _another_folder(cls, folder: str, info: ValidationInfo) -> str:
        for other in ("folder", "processed"):
            # Only INBOX is the same in any case (RFC 9051 §5.1).
            taken = info.data.get(other)
            if taken is not None and (folder == taken or folder.upper() == taken.upper() == "INBOX"):
                raise ValueError(f"is what mailbox.{other} names already; handled mail must leave it")
        return folder


class SmtpTable(Server):
    username: Text | None = right('what you log in with, often "info@example.org"', None)
    sender: Mailbox = right('"Name <info@example.org>": what the letters come from', alias="from")
    connections: Count = right("a whole number from 1", 4)
    first_retry_seconds: Positive = right("a number of seconds above 0", 300)


class Staff(Table):
    listen: Listen = right('host and port, such as "127.0.0.1:8025"', "127.0.0.1:8025")


class PaymentTable(Table):
    iban: Iban = right('an IBAN as your bank writes it, such as "NL91ABNA0417164300"')
    account_holder: Text = right("the name on the bank account, between quotes")


class LimitsTable(Table):
    letters_per_address_per_day: Count = right("a whole number from 1", 6)
    letters_per_hour: Count = right("a whole number from 1", 300)
    letters_in_burst: Count = right("a whole number from 1", 100)
    seats_per_mail: Count = right("a whole number from 1", 4)
    lease_seconds: Positive = right("a number of seconds above 0", 60)


class DigestTable(Table):
    at: Clock = right('a time of day, such as "07:30"', time(7, 30))


class EventTable(Table):
    id: EventId = right('a short name of its own, such as "meetup-4"')
    title: Text = right("what the event is called, between quotes")
    subtitle: Text | None = right("text between quotes", None)
    starts: Moment = right("a date and time without quotes, such as 2018-01-18T14:30:00")
    ends: Moment = right("a date and time after it starts, without quotes")
    doors_open: Moment | None = right("a date and time before it ends, without quotes", None)
    location: Text = right("place, street and town, between quotes")
    capacity: Count = right("the number of seats, a whole number from 1")
    fee: Money = right('an amount such as "25.00", or leave it out where nothing is asked', Decimal(0))
    currency: Currency = right('three capitals, such as "EUR"', "EUR")
    organisers: list[Email] = right('a list of addresses, such as ["organiser@example.org"]', [])
    registration_opens: DayOrMoment | None = right("a date before it closes, without quotes", None)
    registration_closes: LastDayOrMoment | None = right("a date before it ends, without quotes", None)
    waitlist: Literal["confirm", "offer"] = right(
        '"confirm" (a freed seat is given) or "offer" (asks first)', "confirm"
    )
    offer_hours: Positive = right("a number of hours above 0", 24)

    @field_validator("ends")
    @classmethod
    def _after_it_starts(cls, ends: datetime, info: ValidationInfo) -> datetime:
        if not _in_order(info.data.get("starts"), ends):
            raise ValueError("is not after starts")
        return ends

    @field_validator("doors_open", "registration_opens", "registration_closes")
    @classmethod
    def _before_it_ends(cls, moment: datetime, info: ValidationInfo) -> datetime:
        if not _in_order(moment, info.data.get("ends")):
            raise ValueError("is not before ends")
        if info.field_name == "registration_closes" and not _in_order(
            info.data.get("registration_opens"), moment
        ):
            raise ValueError("is not after registration_opens")
        return moment


def _in_order(first: datetime | None, second: datetime | None) -> bool:
    """Does the second come after the first? Taken for granted where one is missing (told elsewhere) or
    only one of them has an offset."""
    if first is None or second is None or (first.tzinfo is None) != (second.tzinfo is None):
        return True
    return first < second


class File(Table):
    timezone: Timezone = right('a name such as "Europe/Amsterdam"', ZoneInfo("Europe/Amsterdam"))
    default_language: Language = right('the code of a language that has letters, such as "en"', "en")
    state: State = right(
        '"sqlite:///state.db" or "postgresql+psycopg://user@host/name"', "sqlite:///state.db"
    )
    templates: Text = right("the folder of the letters, between quotes", "templates")
    organisation: Organisation = right('a table [organisation] with at least name = "…"')
    mailbox: MailboxTable = right("a table [mailbox] with host, username and a password")
    smtp: SmtpTable = right("a table [smtp] with host and from")
    staff: Staff | None = right("a table [staff]", None)
    payment: PaymentTable | None = right("a table [payment] with iban and account_holder", None)
    limits: LimitsTable = right("a table [limits]", LimitsTable())
    digest: DigestTable = right("a table [digest]", DigestTable())
    events: list[EventTable] = right("an [[events]] table for each event", [])
