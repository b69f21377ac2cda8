"""People's words are kept no longer than they are needed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, exists, update

from mailbot.edges.store import Tx
from mailbot.edges.store.schema import letters, mails, reviews


def forget_raw(tx: Tx, before: datetime) -> int:
    """Drop the text of mails and letters from before a moment, save what still waits for a person.

    The outcome, its reason and the digest stay: they keep a redelivered mail from being answered.
    """
    waits = exists().where(reviews.c.mail == mails.c.id, reviews.c.closed_at.is_(None))
    old = and_(mails.c.state == "decided", mails.c.arrived < before, mails.c.raw.is_not(None), ~waits)
    dropped = tx.execute(update(mails).where(old).values(raw=None)).rowcount
    gone = and_(letters.c.state == "sent", letters.c.sent_at < before, letters.c.content.is_not(None))
    return dropped + tx.execute(update(letters).where(gone).values(content=None, letter=None)).rowcount
