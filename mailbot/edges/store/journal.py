"""The processing log, and what waits for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, insert, or_, select, update

from mailbot.core.base import Evidence, Reason
from mailbot.core.understanding.request import Request
from mailbot.core.verdict.book import Seats
from mailbot.core.verdict.same import email_key
from mailbot.edges.store import Tx
from mailbot.edges.store.schema import decisions, events, mails, registrations, reviews
from mailbot.edges.store.values import dump, load


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as it is written down: what, why, on which words, at which seats, by whom."""

    outcome: str
    reasons: tuple[Reason, ...]
    actor: str = "mailbot"
    mail: int | None = None
    identity: str | None = None
    message: str | None = None
    sender: str | None = None
    subject: str | None = None
    intent: str | None = None
    event: str | None = None
    registration: str | None = None
    letters: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    seats: Seats | None = None


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of ``mailbot log``; ``reasons`` and ``seats`` tell more than the one-line reason."""

    id: int
    at: datetime
    actor: str
    message: str | None
    sender: str | None
    subject: str | None
    intent: str | None
    outcome: str
    reason: str
    event: str | None
    registration: str | None
    letters: list[str]
    reasons: list[list[str]] = field(default_factory=list)
    seats: dict[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One thing that waits for a person."""

    number: int
    kind: str
    at: datetime
    message: str | None
    sender: str | None
    subject: str | None
    intent: str | None
    event: str | None
    reasons: list[str]
    version: int


@dataclass(frozen=True, slots=True)
class ReviewDetail:
    """A review with the mail it is about and how that was read."""

    row: ReviewRow
    mail: int | None
    letter: int | None
    raw: bytes | None
    arrived: datetime | None
    uid: int
    request: Request | None
    evidence: list[dict[str, Any]]
    closed_at: datetime | None
    closed_by: str | None
    outcome: str | None


def write(tx: Tx, entry: Entry) -> int:
    """Write one decision down; returns its row. A second one for the same mail is refused by the
    schema (IntegrityError on ``identity``)."""
    values = {
        "at": tx.now,
        "actor": entry.actor,
        "mail": entry.mail,
        "identity": entry.identity,
        "message": entry.message,
        "sender": entry.sender,
        "subject": entry.subject,
        "intent": entry.intent,
        "outcome": entry.outcome,
        "reason": entry.reasons[0].text if entry.reasons else "",
        "reasons": [[reason.rule, reason.text] for reason in entry.reasons],
        "evidence": [dump(words) for words in entry.evidence],
        "seats": dump(entry.seats) if entry.seats else None,
        "event": entry.event,
        "registration": entry.registration,
        "letters": list(entry.letters),
    }
    return tx.add(_NEW, values)


_NEW = insert(decisions)


def set_letters(tx: Tx, decision: int, kinds: Sequence[str]) -> None:
    tx.execute(update(decisions).where(decisions.c.id == decision).values(letters=list(kinds)))


def rows(
    tx: Tx,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    event: str | None = None,
    address: str | None = None,
    message: str | None = None,
    after: int = 0,
) -> Iterator[LogRow]:
    """The log, oldest first; read in pieces, so that its length does not matter."""
    wanted = [decisions.c.id > after]
    if since:
        wanted.append(decisions.c.at >= since)
    if until:
        wanted.append(decisions.c.at < until)
    if event:
        wanted.append(decisions.c.event == event)
    if address:
        key = email_key(address)
        codes = select(registrations.c.code).where(registrations.c.contact_key == key)
        wanted.append(or_(func.lower(decisions.c.sender) == key, decisions.c.registration.in_(codes)))
    if message:
        wanted.append(decisions.c.message == message.strip("<> "))
    query = select(decisions).where(and_(*wanted)).order_by(decisions.c.id)
    for row in tx.execute(query.execution_options(yield_per=500)):
        yield LogRow(
            id=row.id,
            at=row.at,
            actor=row.actor,
            message=row.message,
            sender=row.sender,
            subject=row.subject,
            intent=row.intent,
            outcome=row.outcome,
            reason=row.reason,
            event=row.event,
            registration=row.registration,
            letters=row.letters,
            reasons=row.reasons,
            seats=row.seats,
        )


def open_review(
    tx: Tx,
    kind: str,
    decision: int,
    *,
    mail: int | None = None,
    request: Request | None = None,
    letter: int | None = None,
) -> int:
    """Put something before a person; returns its number."""
    number: int = tx.execute(
        insert(reviews)
        .values(
            kind=kind,
            decision=decision,
            mail=mail,
            letter=letter,
            request=dump(request) if request else None,
            opened_at=tx.now,
        )
        .returning(reviews.c.number)
    ).scalar_one()
    return number


def open_reviews(tx: Tx, event: str | None = None) -> list[ReviewRow]:
    """What waits, oldest first."""
    query = _reviews().where(reviews.c.closed_at.is_(None)).order_by(reviews.c.number)
    if event:
        query = query.where(or_(decisions.c.event == event, decisions.c.event.is_(None)))
    return [_review_row(row._mapping) for row in tx.execute(query)]


def review(tx: Tx, number: int) -> ReviewDetail | None:
    """One review, open or closed, with its mail; None if there never was one."""
    query = _reviews().outerjoin(mails, reviews.c.mail == mails.c.id).where(reviews.c.number == number)
    columns = (mails.c.raw, mails.c.arrived, mails.c.uid, decisions.c.evidence)
    row = tx.execute(query.add_columns(*columns)).one_or_none()
    if row is None:
        return None
    return ReviewDetail(
        row=_review_row(row._mapping),
        mail=row.mail,
        letter=row.letter,
        raw=row.raw,
        arrived=row.arrived,
        uid=row.uid or 0,
        request=load(Request, row.request) if row.request else None,
        evidence=row.evidence,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        outcome=row.outcome,
    )


def _reviews() -> Select[Any]:
    wanted = (
        *reviews.c,
        decisions.c.message,
        decisions.c.sender,
        decisions.c.subject,
        decisions.c.intent,
        decisions.c.event,
        decisions.c.reasons,
    )
    return select(*wanted).join(decisions, reviews.c.decision == decisions.c.id)


def _review_row(row: Mapping[Any, Any]) -> ReviewRow:
    return ReviewRow(
        number=row["number"],
        kind=row["kind"],
        at=row["opened_at"],
        message=row["message"],
        sender=row["sender"],
        subject=row["subject"],
        intent=row["intent"],
        event=row["event"],
        reasons=[text for _, text in row["reasons"]],
        version=row["version"],
    )


def close_review(tx: Tx, number: int, version: int, *, by: str, outcome: str) -> bool:
    """Close a review unless somebody was quicker (then False, and nothing has changed)."""
    still_open = and_(reviews.c.number == number, reviews.c.version == version, reviews.c.closed_at.is_(None))
    done = tx.execute(
        update(reviews)
        .where(still_open)
        .values(closed_at=tx.now, closed_by=by, outcome=outcome, version=version + 1)
    )
    return done.rowcount == 1


def known_events(tx: Tx) -> list[str]:
    return list(tx.execute(select(events.c.id).order_by(events.c.starts)).scalars())


def close_letter_review(tx: Tx, letter: int) -> None:
    """A held letter has been written after all: nobody need look at it any more."""
    waits = and_(reviews.c.letter == letter, reviews.c.closed_at.is_(None))
    tx.execute(update(reviews).where(waits).values(closed_at=tx.now, closed_by="mailbot", outcome="written"))
