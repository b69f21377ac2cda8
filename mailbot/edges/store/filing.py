"""Mails that a person has looked at: they lie in the review folder and belong with what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from mailbot.edges.store import Tx
from mailbot.edges.store.schema import decisions, mails, reviews


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What tells a mail from every other: ``message`` is its Message-ID, ``digest`` that of its bytes."""

    message: str
    size: int
    digest: str


def done_with(tx: Tx, mail: int) -> None:
    """A person has closed a review of a mail: unless another one is open, it is filed as processed."""
    still = select(reviews.c.number).where(reviews.c.mail == mail, reviews.c.closed_at.is_(None))
    tx.execute(
        update(mails)
        .where(mails.c.id == mail, mails.c.state == "decided", mails.c.goes_to == "review", ~still.exists())
        .values(goes_to="processed", filed_at=None)
    )


def looked_at(tx: Tx, ids: Sequence[int]) -> list[LookedAt]:
    """Those of some mails that were before a person and can be recognised again: read whole, with a
    Message-ID."""
    closed = select(reviews.c.mail).where(reviews.c.mail.in_(ids), reviews.c.closed_at.is_not(None))
    query = (
        select(decisions.c.message, mails.c.size, mails.c.digest)
        .join(mails, decisions.c.mail == mails.c.id)
        .where(mails.c.id.in_(closed), mails.c.whole, decisions.c.message.is_not(None))
        .distinct()
    )
    return [LookedAt(*row) for row in tx.execute(query)]
