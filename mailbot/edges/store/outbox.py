"""Letters: queued with the decision that causes them, claimed, sent, and their outcome recorded.

queued → sending → sent · deferred · failed · uncertain · held. An expired ``sending`` becomes
``uncertain``, never ``queued``: it may have gone out.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, case, func, insert, select, update

from mailbot.core.verdict.same import email_key
from mailbot.edges.store import Tx
from mailbot.edges.store.schema import UTCDateTime, letters, registrations

_DUE = ("queued", "deferred", "uncertain")


@dataclass(frozen=True, slots=True)
class Due:
    """A letter that this worker has taken to send."""

    id: int
    recipient: str
    message: str
    content: bytes
    attempts: int  # this one included
    resends: int
    created_at: datetime
    lease: str


def new_message_id(domain: str) -> str:
    """A Message-ID (without <>), fixed when the letter is queued: each retry sends the same bytes."""
    return f"{secrets.token_hex(12)}@{domain}"


def queue(
    tx: Tx,
    *,
    kind: str,
    recipient: str,
    message: str,
    letter: Any,
    content: bytes | None,
    registration: int | None,
    decision: int | None,
    error: str | None = None,
) -> int:
    """Put a letter into the outbox; without content (its template is broken) it is held."""
    values = {
        "kind": kind,
        "registration": registration,
        "decision": decision,
        "recipient": recipient,
        "recipient_key": email_key(recipient),
        "message": message,
        "dated": tx.now,
        "letter": letter,
        "content": content,
        "state": "queued" if content is not None else "held",
        "error": error,
        "due_at": tx.now,
        "created_at": tx.now,
    }
    return tx.add(_NEW, values)


_NEW = insert(letters)


def expire_leases(tx: Tx, retry: timedelta, *, alone: bool = False) -> list[int]:
    """Letters whose sender vanished may have gone out: they become uncertain. Those that had been
    sent a second time already are returned: a person must look at them.

    ``alone``: this worker knows that no other lives on this database, so no lease is anybody's.
    """
    gone = letters.c.state == "sending"
    if not alone:
        gone = and_(gone, letters.c.lease_until <= tx.now)
    found = tx.execute(select(letters.c.id, letters.c.resends).where(gone).with_for_update()).all()
    if found:
        tx.execute(
            update(letters)
            .where(letters.c.id.in_([row.id for row in found]))
            .values(
                state="uncertain",
                due_at=tx.now + retry,
                lease=None,
                lease_until=None,
                error="its sender stopped midway",
            )
        )
    return [row.id for row in found if row.resends]


def due(tx: Tx, limit: int) -> list[tuple[int, str]]:
    """(letter, recipient key) of what is due, oldest first.

    An uncertain letter is sent once more, never a second time.
    """
    wanted = and_(
        letters.c.state.in_(_DUE),
        letters.c.due_at <= tx.now,
        (letters.c.state != "uncertain") | (letters.c.resends == 0),
    )
    query = select(letters.c.id, letters.c.recipient_key).where(wanted)
    query = query.order_by(letters.c.due_at, letters.c.id).limit(limit).with_for_update(skip_locked=True)
    return [(row.id, row.recipient_key) for row in tx.execute(query)]


def claim(tx: Tx, lease: str, ids: Sequence[int], *, seconds: float) -> list[Due]:
    """Take letters that ``due`` named in this transaction; they are ``sending`` when it commits."""
    if not ids:
        return []
    resend = case((letters.c.state == "uncertain", 1), else_=0)
    tx.execute(
        update(letters)
        .where(letters.c.id.in_(ids))
        .values(
            attempts=letters.c.attempts + 1,
            resends=letters.c.resends + resend,
            state="sending",
            lease=lease,
            lease_until=tx.now + timedelta(seconds=seconds),
        )
    )
    rows = tx.execute(select(letters).where(letters.c.id.in_(ids)).order_by(letters.c.id))
    return [
        Due(r.id, r.recipient, r.message, r.content, r.attempts, r.resends, r.created_at, lease) for r in rows
    ]


def renew(tx: Tx, lease: str, *, seconds: float) -> None:
    """A slow server is still being talked to: the lease goes on."""
    held = and_(letters.c.lease == lease, letters.c.state == "sending")
    tx.execute(update(letters).where(held).values(lease_until=tx.now + timedelta(seconds=seconds)))


def settle_sent(tx: Tx, some: Sequence[Due]) -> int:
    """Record that letters were sent, together; how many of them this worker still held."""
    gone = {"ids": [letter.id for letter in some], "leases": list({letter.lease for letter in some})}
    return tx.execute(_SENT, {**gone, "now": tx.now}).rowcount if some else 0


_SENT = (
    update(letters)
    .where(
        letters.c.id.in_(bindparam("ids", expanding=True)),
        letters.c.lease.in_(bindparam("leases", expanding=True)),
        letters.c.state == "sending",
    )
    .values(
        state="sent", error=None, lease=None, lease_until=None, sent_at=bindparam("now", type_=UTCDateTime())
    )
)


def settle(
    tx: Tx, letter: Due, state: str, *, error: str | None = None, due_at: datetime | None = None
) -> bool:
    """Record what came of a letter that was not sent; False, and nothing is changed, if the lease was lost
    meanwhile."""
    values = {
        "of": letter.id,
        "held": letter.lease,
        "outcome": state,
        "why": error,
        "due": due_at,
        "gone": tx.now if state == "uncertain" else None,  # what may have gone out counts for the caps
    }
    return tx.execute(_SETTLE, values).rowcount == 1


_SETTLE = (
    update(letters)
    .where(
        letters.c.id == bindparam("of"),
        letters.c.lease == bindparam("held"),
        letters.c.state == "sending",
    )
    .values(
        state=bindparam("outcome"),
        error=bindparam("why"),
        lease=None,
        lease_until=None,
        due_at=func.coalesce(bindparam("due", type_=UTCDateTime()), letters.c.due_at),
        sent_at=func.coalesce(bindparam("gone", type_=UTCDateTime()), letters.c.sent_at),
    )
)


def unclaim(tx: Tx, letter: Due, error: str) -> None:
    """Give a letter back of which nothing was sent; the attempt does not count."""
    held = and_(letters.c.id == letter.id, letters.c.lease == letter.lease, letters.c.state == "sending")
    values = {"state": "queued", "lease": None, "lease_until": None, "error": error}
    tx.execute(update(letters).where(held).values(attempts=letters.c.attempts - 1, **values))


def postpone(tx: Tx, ids: Sequence[int], due_at: datetime) -> None:
    tx.execute(update(letters).where(letters.c.id.in_(ids)).values(due_at=due_at))


def sent_since(tx: Tx, since: datetime) -> int:
    """How many letters went out (or may have) after a moment."""
    return tx.execute(select(func.count()).select_from(letters).where(letters.c.sent_at > since)).scalar_one()


def sent_times(tx: Tx, recipients: Sequence[str], since: datetime) -> dict[str, list[datetime]]:
    """When letters went to these addresses after a moment, oldest first."""
    times: dict[str, list[datetime]] = {}
    query = select(letters.c.recipient_key, letters.c.sent_at).where(
        letters.c.recipient_key.in_(recipients), letters.c.sent_at > since
    )
    for row in tx.execute(query.order_by(letters.c.sent_at)):
        times.setdefault(row.recipient_key, []).append(row.sent_at)
    return times


def next_due(tx: Tx) -> datetime | None:
    query = select(func.min(letters.c.due_at)).where(letters.c.state.in_(_DUE))
    return tx.execute(query).scalar_one_or_none()


def counts(tx: Tx) -> dict[str, int]:
    """How many letters are in each state."""
    query = select(letters.c.state, func.count().label("number")).group_by(letters.c.state)
    return {row.state: row.number for row in tx.execute(query)}


def without_words(tx: Tx, limit: int = 100) -> list[tuple[int, Any, str, datetime]]:
    """(letter, its value, Message-ID, date) of letters whose template was broken."""
    query = select(letters).where(
        letters.c.state == "held", letters.c.content.is_(None), letters.c.letter.is_not(None)
    )
    return [(row.id, row.letter, row.message, row.dated) for row in tx.execute(query.limit(limit))]


def give_words(tx: Tx, number: int, content: bytes) -> None:
    """A held letter's template works again: it is due."""
    tx.execute(
        update(letters)
        .where(letters.c.id == number, letters.c.state == "held")
        .values(content=content, state="queued", error=None, due_at=tx.now)
    )


@dataclass(frozen=True, slots=True)
class Caused:
    """A letter of ours that a report or an automatic reply answers, and its registration's code."""

    letter: int
    registration: str | None


def caused_by(tx: Tx, messages: Sequence[str]) -> Caused | None:
    """The letter of ours under one of these Message-IDs, if any."""
    if not messages:
        return None
    query = (
        select(letters.c.id, registrations.c.code)
        .outerjoin(registrations, letters.c.registration == registrations.c.id)
        .where(letters.c.message.in_(list(messages)))
    )
    row = tx.execute(query.limit(1)).first()
    return Caused(row.id, row.code) if row else None


@dataclass(frozen=True, slots=True)
class About:
    recipient: str
    event: str | None
    registration: str | None


def about(tx: Tx, letter: int) -> About:
    """To whom a letter goes, and about which registration."""
    query = (
        select(letters.c.recipient, registrations.c.event, registrations.c.code)
        .outerjoin(registrations, letters.c.registration == registrations.c.id)
        .where(letters.c.id == letter)
    )
    row = tx.execute(query).one()
    return About(row.recipient, row.event, row.code)


def send_again(tx: Tx, letter: int) -> bool:
    """A person wants a failed or uncertain letter sent once more: the same bytes, for five more days.

    False if there is nothing to send: its template is broken, or it is on its way.
    """
    gone = and_(letters.c.id == letter, letters.c.content.is_not(None), letters.c.state != "sending")
    afresh = {"state": "queued", "due_at": tx.now, "created_at": tx.now, "resends": 0, "attempts": 0}
    return tx.execute(update(letters).where(gone).values(**afresh)).rowcount == 1
