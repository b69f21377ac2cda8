"""The tables: what is recorded, and which mistakes the database itself makes impossible."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect


class UTCDateTime(TypeDecorator[datetime]):
    """Aware datetimes in, aware UTC datetimes out: SQLite hands back naive ones (measured)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

# One row per folder that is watched: its UIDVALIDITY, and the UID up to which all has been taken in.
folders = Table(
    "folders",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("high_water", BigInteger, nullable=False),
)

# Every UID ever listed has a row here (promise 1). ``raw`` is kept until retention takes it.
mails = Table(
    "mails",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("folder", String(255), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("arrived", UTCDateTime, nullable=False),
    Column("size", Integer, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("raw", LargeBinary),
    Column("digest", String(64), nullable=False),
    Column("state", String(16), nullable=False),  # listed · fetched · decided · staged · held
    Column("outcome", String(32)),
    Column("reason", Text),
    Column("identity", String(64)),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("lease", String(32)),
    Column("lease_until", UTCDateTime),
    Column("goes_to", String(16)),  # processed · review; empty: it stays where it lies
    Column("filed_at", UTCDateTime),
    UniqueConstraint("folder", "uidvalidity", "uid", name="uq_mails_place"),
    Index(
        "ix_mails_due",
        "state",
        "arrived",
        "uid",
        sqlite_where=text("state = 'fetched'"),
        postgresql_where=text("state = 'fetched'"),
    ),
    Index(
        "ix_mails_unfiled",
        "goes_to",
        sqlite_where=text("goes_to IS NOT NULL AND filed_at IS NULL"),
        postgresql_where=text("goes_to IS NOT NULL AND filed_at IS NULL"),
    ),
    Index("ix_mails_digest", "digest"),
)

# The row that is locked before seats are counted.
events = Table(
    "events",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False),
    Column("starts", UTCDateTime, nullable=False),
    Column("capacity", Integer, nullable=False),
)

registrations = Table(
    "registrations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("event", String(64), ForeignKey("events.id"), nullable=False),
    Column("source", String(16), nullable=False),  # email · website · staff
    Column("contact", String(320), nullable=False),
    Column("contact_key", String(320), nullable=False),
    Column("contact_name", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("sequence", Integer, nullable=False, server_default=text("0")),
    # Its place in the queue: when the server got the mail, then its UID.
    Column("arrived", UTCDateTime, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("offer_until", UTCDateTime),
    Column("mail", Integer, ForeignKey("mails.id")),
    # What its letters answer: Message-ID, subject and references of the sender's last mail.
    Column("thread", JSON),
    Column("created_at", UTCDateTime, nullable=False),
    Index("ix_registrations_contact_key", "contact_key"),
    Index("ix_registrations_queue", "event", "arrived", "uid", "id"),
)

attendees = Table(
    "attendees",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("registration", Integer, ForeignKey("registrations.id"), nullable=False),
    Column("event", String(64), ForeignKey("events.id"), nullable=False),
    Column("name", Text),
    Column("email", String(320)),
    Column("organisation", Text),
    Column("name_key", Text, nullable=False),
    Column("email_key", String(320), nullable=False),
    Column("person_key", Text),  # only while active
    Column("status", String(16), nullable=False),
    Column("paid", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("event", "person_key", name="uq_attendees_person"),  # nobody twice (promise 2)
    Index("ix_attendees_registration", "registration"),
    Index("ix_attendees_status", "event", "status"),
    Index("ix_attendees_name_key", "event", "name_key"),
    Index("ix_attendees_email_key", "email_key", "event"),
)

# One row per seat that exists: a 41st can't be taken because there is no 41st row (promise 3).
seats = Table(
    "seats",
    metadata,
    Column("event", String(64), ForeignKey("events.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("attendee", Integer, ForeignKey("attendees.id")),
    Index(
        "ix_seats_free",
        "event",
        "number",
        "attendee",  # so that counting needs the index alone
        sqlite_where=text("attendee IS NULL"),
        postgresql_where=text("attendee IS NULL"),
    ),
    # Of taken seats alone: SQLite would look for free ones in an index of all, and count them each time.
    Index(
        "ix_seats_attendee",
        "attendee",
        unique=True,
        sqlite_where=text("attendee IS NOT NULL"),
        postgresql_where=text("attendee IS NOT NULL"),
    ),
)

# The processing log: one row per decision, whoever took it. ``identity`` makes a redelivered mail
# decide nothing twice.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UTCDateTime, nullable=False),
    Column("actor", Text, nullable=False),  # mailbot, or the person who acted
    Column("mail", Integer, ForeignKey("mails.id")),
    Column("identity", String(64), unique=True),
    Column("message", Text),
    Column("sender", String(320)),
    Column("subject", Text),
    Column("intent", String(16)),
    Column("outcome", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("reasons", JSON, nullable=False),  # [[rule, text], …]
    Column("evidence", JSON, nullable=False),  # the words of the mail it rests on
    Column("seats", JSON),  # capacity, free and waiting at that moment
    Column("event", String(64)),
    Column("registration", String(12)),
    Column("letters", JSON, nullable=False),
    Index("ix_decisions_at", "at"),
    Index("ix_decisions_message", "message"),
)

# The outbox. ``letter`` is what is to be said, ``content`` the rendered bytes, never rendered twice.
letters = Table(
    "letters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("registration", Integer, ForeignKey("registrations.id")),
    Column("decision", Integer, ForeignKey("decisions.id")),
    Column("recipient", String(320), nullable=False),
    Column("recipient_key", String(320), nullable=False),
    Column("message", String(255), nullable=False, unique=True),
    Column("dated", UTCDateTime, nullable=False),
    Column("letter", JSON),
    Column("content", LargeBinary),
    Column("state", String(16), nullable=False),  # queued sending sent deferred failed uncertain held
    Column("due_at", UTCDateTime, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("resends", Integer, nullable=False, server_default=text("0")),
    Column("lease", String(32)),
    Column("lease_until", UTCDateTime),
    Column("error", Text),
    Column("created_at", UTCDateTime, nullable=False),
    Column("sent_at", UTCDateTime),
    Index("ix_letters_due", "state", "due_at"),
    Index("ix_letters_recipient", "recipient_key", "sent_at"),
    Index("ix_letters_sent_at", "sent_at"),
)

# What waits for a person. ``version`` lets two people act at once without clashing.
reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),  # decide · question · unreadable · letter · seats
    Column("mail", Integer, ForeignKey("mails.id")),
    Column("decision", Integer, ForeignKey("decisions.id"), nullable=False),
    Column("letter", Integer, ForeignKey("letters.id")),
    Column("request", JSON),
    Column("opened_at", UTCDateTime, nullable=False),
    Column("closed_at", UTCDateTime),
    Column("closed_by", Text),
    Column("outcome", String(32)),
    Column("version", Integer, nullable=False, server_default=text("0")),
    Index("ix_reviews_open", "closed_at", "number"),
)

members = Table(
    "members",
    metadata,
    Column("domain", String(255), primary_key=True),
    Column("organisation", Text, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("event", String(64), primary_key=True),
    Column("organiser", String(320), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("letter", Integer, ForeignKey("letters.id")),
)

# Single facts about the desk itself: heartbeat, a pause of the queue and why.
marks = Table(
    "marks",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Text, nullable=False),
    Column("at", UTCDateTime, nullable=False),
)
