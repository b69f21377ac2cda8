"""Mails that lie in the mailbox and are not taken in yet: how often their bytes were asked for.

A row is ``listed`` from before its mail is first fetched until its bytes are committed, so that a mail
at which the server or the worker breaks is known by it, also after a restart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, and_, or_, select, update

from mailbot.edges.store import Tx
from mailbot.edges.store.inbox import insert_mails
from mailbot.edges.store.schema import mails

_AT_ONCE = 500


class Described(Protocol):
    """A mail as the mailbox lists it."""

    @property
    def uid(self) -> int: ...
    @property
    def arrived(self) -> datetime: ...
    @property
    def size(self) -> int: ...


def above(tx: Tx, folder: str, uidvalidity: int, high_water: int) -> set[int]:
    """The UIDs above a mark that were listed, and are not taken in yet."""
    place = and_(mails.c.folder == folder, mails.c.uidvalidity == uidvalidity, mails.c.uid > high_water)
    return set(tx.execute(select(mails.c.uid).where(place, mails.c.state == "listed")).scalars())


@dataclass(frozen=True, slots=True)
class Failed:
    """A mail whose bytes were asked for, and did not come."""

    attempts: int
    arrived: datetime
    size: int


def failed(tx: Tx, folder: str, uidvalidity: int, uids: Sequence[int]) -> dict[int, Failed]:
    """Those of ``uids`` that did not come when they were asked for, and that no worker is at."""
    found: dict[int, Failed] = {}
    for start in range(0, len(uids), _AT_ONCE):
        these = _listed(folder, uidvalidity, uids[start : start + _AT_ONCE])
        query = select(mails).where(these, _free(tx), mails.c.attempts > 0)
        found.update({row.uid: Failed(row.attempts, row.arrived, row.size) for row in tx.execute(query)})
    return found


def begin(
    tx: Tx, folder: str, uidvalidity: int, wanted: Sequence[Described], *, lease: str, seconds: float
) -> set[int]:
    """Count an attempt before it starts; the UIDs but for those that another worker is at, or took in."""
    if not wanted:
        return set()
    ours = {"lease": lease, "lease_until": tx.now + timedelta(seconds=seconds)}
    rows = [
        {
            "folder": folder,
            "uidvalidity": uidvalidity,
            "uid": mail.uid,
            "arrived": mail.arrived,
            "size": mail.size,
            "whole": False,
            "digest": "",
            "state": "listed",
            "attempts": 1,
            **ours,
        }
        for mail in wanted
    ]
    statement = (
        insert_mails(tx)
        .on_conflict_do_update(
            index_elements=[mails.c.folder, mails.c.uidvalidity, mails.c.uid],
            set_={"state": "listed", "outcome": None, "attempts": mails.c.attempts + 1, **ours},
            where=or_(and_(mails.c.state == "listed", _free(tx)), mails.c.outcome == "gone"),
        )
        .returning(mails.c.uid)
    )
    return set(tx.execute(statement, rows).scalars())


def give_back(
    tx: Tx, folder: str, uidvalidity: int, uids: Sequence[int], *, lease: str, counted: bool
) -> None:
    """Nobody is at these mails any more; ``counted``: the attempt stays counted against them."""
    held = and_(_listed(folder, uidvalidity, uids), mails.c.lease == lease)
    count = mails.c.attempts if counted else mails.c.attempts - 1
    tx.execute(update(mails).where(held).values(lease=None, lease_until=None, attempts=count))


def park(tx: Tx, folder: str, uidvalidity: int, uid: int, reason: str) -> int | None:
    """Give a mail up: its row; None if another worker has taken it in or given it up."""
    values = {"state": "decided", "outcome": "parked", "reason": reason, "lease": None, "lease_until": None}
    this = update(mails).where(_listed(folder, uidvalidity, [uid])).values(**values)
    row: int | None = tx.execute(this.returning(mails.c.id)).scalar_one_or_none()
    return row


def forget_numbering(tx: Tx, folder: str, uidvalidity: int) -> None:
    """The folder was renumbered: what was only listed under old numbers is listed again under new ones."""
    old = and_(mails.c.folder == folder, mails.c.uidvalidity != uidvalidity, mails.c.state == "listed")
    reason = "The mailbox was renumbered before it could be read; it has another UID now."
    tx.execute(update(mails).where(old).values(state="decided", outcome="gone", reason=reason))


def _free(tx: Tx) -> ColumnElement[bool]:
    return or_(mails.c.lease_until.is_(None), mails.c.lease_until <= tx.now)


def _listed(folder: str, uidvalidity: int, uids: Sequence[int]) -> ColumnElement[bool]:
    place = and_(mails.c.folder == folder, mails.c.uidvalidity == uidvalidity, mails.c.uid.in_(uids))
    return and_(place, mails.c.state == "listed")
