"""Small facts: member organisations, digests sent, and marks about the desk itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from mailbot.edges.store import Tx
from mailbot.edges.store.schema import digests, marks, members

HEARTBEAT = "heartbeat"  # when the worker last finished a round
POLLED = "polled"  # when the last poll began that has finished: what arrived before it was taken in
UNFETCHED = "unfetched"  # when the oldest mail arrived that the server failed to give, and is asked again for
PAUSED = "paused"  # sending stands still; the value says why


@dataclass(frozen=True, slots=True)
class Mark:
    value: str
    at: datetime


def set_members(tx: Tx, rows: Iterable[tuple[str, str]]) -> int:
    """Replace the member list by (organisation, domain) rows; how many domains it holds now."""
    by_domain = {domain.casefold().lstrip("@").strip(): organisation for organisation, domain in rows}
    tx.take_turn()
    tx.execute(delete(members))
    if by_domain:
        tx.execute(insert(members), [{"domain": d, "organisation": o} for d, o in by_domain.items()])
    return len(by_domain)


def mark(tx: Tx, key: str) -> Mark | None:
    row = tx.execute(select(marks).where(marks.c.key == key)).one_or_none()
    return Mark(row.value, row.at) if row else None


def set_mark(tx: Tx, key: str, value: str, at: datetime | None = None) -> None:
    values = {"value": value, "at": at or tx.now}
    this = update(marks).where(marks.c.key == key).values(**values)
    if tx.execute(this).rowcount == 0:
        tx.take_turn()
        if tx.execute(this).rowcount == 0:
            tx.execute(insert(marks).values(key=key, **values))


def clear_mark(tx: Tx, key: str) -> bool:
    return tx.execute(delete(marks).where(marks.c.key == key)).rowcount > 0


def claim_digest(tx: Tx, event: str, organiser: str, day: date) -> bool:
    """Whether this organiser's digest of this local day is ours to write: the unique row decides."""
    try:
        with tx.connection.begin_nested():
            tx.execute(insert(digests).values(event=event, organiser=organiser, day=day))
    except IntegrityError:
        return False
    return True


def set_digest_letter(tx: Tx, event: str, organiser: str, day: date, letter: int) -> None:
    this = (digests.c.event == event, digests.c.organiser == organiser, digests.c.day == day)
    tx.execute(update(digests).where(*this).values(letter=letter))


def digest_before(tx: Tx, event: str, day: date) -> date | None:
    """The day of the last digest of an event before this one, if there was any."""
    query = select(func.max(digests.c.day)).where(digests.c.event == event, digests.c.day < day)
    found: date | None = tx.execute(query).scalar_one()
    return found
