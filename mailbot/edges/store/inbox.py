"""Mails taken in: their raw bytes, who works on them, where they belong in the mailbox."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Executable, and_, bindparam, case, func, insert, or_, select, update

from mailbot.edges.store import Tx
from mailbot.edges.store.schema import decisions, folders, mails


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One mail as the mailbox gave it; ``content`` are headers only where not ``whole``."""

    uid: int
    arrived: datetime
    size: int
    content: bytes
    whole: bool = True

    @property
    def digest(self) -> str:
        """What makes two listings of one stored mail equal: its bytes, as hex SHA-256."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that this worker holds for reading and deciding."""

    id: int
    uid: int
    arrived: datetime
    size: int
    content: bytes
    whole: bool
    attempts: int  # this one included
    lease: str


@dataclass(frozen=True, slots=True)
class FolderState:
    uidvalidity: int
    high_water: int


def folder_state(tx: Tx, folder: str) -> FolderState | None:
    row = tx.execute(select(folders).where(folders.c.name == folder)).one_or_none()
    return FolderState(row.uidvalidity, row.high_water) if row else None


def set_folder_state(tx: Tx, folder: str, state: FolderState) -> None:
    """The high-water mark only rises, unless UIDVALIDITY changed."""
    if (known := folder_state(tx, folder)) is None:
        tx.take_turn()
        known = folder_state(tx, folder)
    values = {"uidvalidity": state.uidvalidity, "high_water": state.high_water}
    if known is None:
        tx.execute(insert(folders).values(name=folder, **values))
    elif known.uidvalidity != state.uidvalidity or known.high_water < state.high_water:
        tx.execute(update(folders).where(folders.c.name == folder).values(**values))


def unknown_uids(tx: Tx, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
    """Those of ``uids`` that were not taken in yet (or were gone, and are there again), in their order."""
    unknown: list[int] = []
    for start in range(0, len(uids), 500):
        some = uids[start : start + 500]
        place = and_(mails.c.folder == folder, mails.c.uidvalidity == uidvalidity, mails.c.uid.in_(some))
        known = set(tx.execute(select(mails.c.uid).where(place, ~_UNKNOWN)).scalars())
        unknown += [uid for uid in some if uid not in known]
    return unknown


def take_in(
    tx: Tx, folder: str, uidvalidity: int, taken: Iterable[TakenIn], *, state: str = "fetched"
) -> None:
    """Record raw mails; called for UIDs that ``unknown_uids`` named.

    Another worker may have been quicker: the unique place makes the second one's row a conflict,
    and what was taken in is left as it stands.
    """
    rows = [{**_row(folder, uidvalidity, mail), "raw": mail.content, "state": state} for mail in taken]
    if rows:
        tx.execute(_insert_new(tx), rows)


def leave(
    tx: Tx,
    folder: str,
    uidvalidity: int,
    mails_left: Iterable[TakenIn],
    reason: str,
    *,
    outcome: str = "left",
) -> None:
    """Record mails that are not looked at: they stay where they lie, or are "gone"."""
    rows = [
        {**_row(folder, uidvalidity, mail), "state": "decided", "outcome": outcome, "reason": reason}
        for mail in mails_left
    ]
    if rows:
        tx.execute(_insert_new(tx), rows)


def recognise(tx: Tx, folder: str, uidvalidity: int, seen: Sequence[TakenIn]) -> None:
    """Record mails whose bytes were decided before, under the UIDs they have now."""
    known = {}
    for start in range(0, len(seen), 500):
        digests = [mail.digest for mail in seen[start : start + 500]]
        query = select(mails).where(mails.c.digest.in_(digests), mails.c.state == "decided")
        known.update({row.digest: row for row in tx.execute(query)})
    rows = [
        {
            **_row(folder, uidvalidity, mail),
            "state": "decided",
            "outcome": known[mail.digest].outcome,
            "reason": "It was decided before under another UID.",
            "identity": known[mail.digest].identity,
            "goes_to": known[mail.digest].goes_to,
        }
        for mail in seen
    ]
    if rows:
        tx.execute(_insert_new(tx), rows)


def decided_digests(tx: Tx, digests: Sequence[str]) -> set[str]:
    """Those of ``digests`` that belong to mails decided before."""
    found: set[str] = set()
    for start in range(0, len(digests), 500):
        some = digests[start : start + 500]
        query = select(mails.c.digest).where(mails.c.digest.in_(some), mails.c.state == "decided")
        found.update(tx.execute(query).scalars())
    return found


def _row(folder: str, uidvalidity: int, mail: TakenIn) -> dict[str, object]:
    return {
        "folder": folder,
        "uidvalidity": uidvalidity,
        "uid": mail.uid,
        "arrived": mail.arrived,
        "size": mail.size,
        "whole": mail.whole,
        "digest": mail.digest,
    }


# A row that stands for no mail taken in: it was only listed, or it was gone and is there again.
_UNKNOWN = or_(mails.c.state == "listed", func.coalesce(mails.c.outcome, "") == "gone")


def _insert_new(tx: Tx) -> Executable:
    inserting = insert_mails(tx)
    place = ("folder", "uidvalidity", "uid")
    return inserting.on_conflict_do_update(  # type: ignore[no-any-return]  # one of two dialects' own
        index_elements=place,
        set_={column.name: column for column in inserting.excluded if column.name not in ("id", *place)},
        where=_UNKNOWN,
    )


def insert_mails(tx: Tx) -> Any:
    """An INSERT that may say what happens on a conflict; each dialect has its own."""
    if tx.postgresql:
        from sqlalchemy.dialects.postgresql import insert as insert_pg

        return insert_pg(mails)
    from sqlalchemy.dialects.sqlite import insert as insert_lite

    return insert_lite(mails)


def claim(tx: Tx, lease: str, *, seconds: float, limit: int, fresh: bool = False) -> list[Waiting]:
    """Take mails to read, in order of arrival, and count the attempt before it starts.

    A mail that was attempted before is taken alone: if it is the one that crashes its reader, no
    other mail is counted as crashing with it. ``fresh``: take none if such a one is next.
    """
    order = (mails.c.arrived, mails.c.uid, mails.c.id)
    query = (
        select(mails.c.id, mails.c.attempts)
        .where(_free(tx))
        .order_by(*order)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = tx.execute(query).all()
    if not found or (fresh and found[0].attempts):
        return []
    chosen = [found[0].id] if found[0].attempts else [row.id for row in found if row.attempts == 0]
    tx.execute(
        update(mails)
        .where(mails.c.id.in_(chosen))
        .values(attempts=mails.c.attempts + 1, lease=lease, lease_until=tx.now + timedelta(seconds=seconds))
    )
    rows = tx.execute(select(mails).where(mails.c.id.in_(chosen)).order_by(*order))
    return [
        Waiting(row.id, row.uid, row.arrived, row.size, row.raw or b"", row.whole, row.attempts, lease)
        for row in rows
    ]


def waits(tx: Tx) -> bool:
    """Whether any mail is there to be claimed."""
    return tx.execute(select(mails.c.id).where(_free(tx)).limit(1)).first() is not None


def _free(tx: Tx) -> ColumnElement[bool]:
    unheld = or_(mails.c.lease_until.is_(None), mails.c.lease_until <= tx.now)
    return and_(mails.c.state == "fetched", unheld)


def renew(tx: Tx, lease: str, *, seconds: float) -> None:
    """The mails under a lease are still being worked on."""
    held = and_(mails.c.lease == lease, mails.c.state == "fetched")
    tx.execute(update(mails).where(held).values(lease_until=tx.now + timedelta(seconds=seconds)))


def free(tx: Tx, lease: str, ids: Sequence[int]) -> None:
    """Give mails back at once; the attempt stays counted."""
    held = and_(mails.c.id.in_(ids), mails.c.lease == lease, mails.c.state == "fetched")
    tx.execute(update(mails).where(held).values(lease=None, lease_until=None))


def give_back(tx: Tx, lease: str) -> None:
    """Give back everything under a lease that was never begun; no attempt is counted."""
    held = and_(mails.c.lease == lease, mails.c.state == "fetched")
    values = {"lease": None, "lease_until": None, "attempts": mails.c.attempts - 1}
    tx.execute(update(mails).where(held).values(**values))


def free_all(tx: Tx) -> None:
    """Void every lease: called by a worker that knows it is alone, after a crash of the one before."""
    held = and_(mails.c.state.in_(("fetched", "listed")), mails.c.lease.is_not(None))
    tx.execute(update(mails).where(held).values(lease=None, lease_until=None))


def holds(tx: Tx, mail: int, lease: str) -> bool:
    """Whether the lease is still ours; locks the mail's row, so that the answer stays true."""
    return tx.execute(_LEASE, {"mail": mail}).scalar_one_or_none() == lease


_LEASE = (
    select(mails.c.lease).where(mails.c.id == bindparam("mail"), mails.c.state == "fetched").with_for_update()
)


class LeaseLost(Exception):
    """Another worker has the mail now: what was decided must not be committed."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a mail, and where it belongs in the mailbox (None: where it lies)."""

    mail: int
    lease: str
    outcome: str
    reason: str
    identity: str | None
    goes_to: str | None


def settle(tx: Tx, *settled: Settled) -> None:
    """Mails have their outcomes; filing follows the commit. Raises LeaseLost: then nothing may be kept."""
    rows = [
        {
            "of": one.mail,
            "held": one.lease,
            "outcome": one.outcome,
            "reason": one.reason,
            "identity": one.identity,
            "goes_to": one.goes_to,
        }
        for one in settled
    ]
    if rows and tx.execute(_SETTLE, rows).rowcount != len(rows):
        raise LeaseLost


_SETTLE = (
    update(mails)
    .where(mails.c.id == bindparam("of"), mails.c.lease == bindparam("held"), mails.c.state == "fetched")
    .values(
        state="decided",
        outcome=bindparam("outcome"),
        reason=bindparam("reason"),
        identity=bindparam("identity"),
        goes_to=bindparam("goes_to"),
        lease=None,
        lease_until=None,
    )
)


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier delivery of a mail, and where it was filed."""

    mail: int
    goes_to: str | None


def decided_before(tx: Tx, identity: str) -> Before | None:
    """The mail that was decided under this identity, if any was."""
    row = tx.execute(_BEFORE, {"identity": identity}).first()
    return Before(row.id, row.goes_to) if row else None


_BEFORE = (
    select(mails.c.id, mails.c.goes_to)
    .join(decisions, decisions.c.mail == mails.c.id)
    .where(decisions.c.identity == bindparam("identity"))
)


def unfiled(tx: Tx, folder: str, uidvalidity: int, limit: int = 200) -> dict[str, list[tuple[int, int]]]:
    """(mail, UID) of decided mails that still lie in the folder, by where they belong."""
    due = and_(
        mails.c.goes_to.is_not(None),
        mails.c.filed_at.is_(None),
        mails.c.state == "decided",
        mails.c.folder == folder,
        mails.c.uidvalidity == uidvalidity,
    )
    found: dict[str, list[tuple[int, int]]] = {}
    query = select(mails.c.id, mails.c.uid, mails.c.goes_to).where(due).order_by(mails.c.id).limit(limit)
    for row in tx.execute(query):
        found.setdefault(row.goes_to, []).append((row.id, row.uid))
    return found


def set_filed(tx: Tx, ids: Sequence[int]) -> None:
    tx.execute(update(mails).where(mails.c.id.in_(ids)).values(filed_at=tx.now))


def count(tx: Tx, state: str) -> int:
    """How many mails are in a state: "staged" (old and unexplained), "held" (a burst of such), …"""
    return tx.execute(select(func.count()).select_from(mails).where(mails.c.state == state)).scalar_one()


def oldest_unread(tx: Tx) -> datetime | None:
    """When the first mail arrived that was taken in and is not decided yet; None if all are."""
    query = select(mails.c.arrived).where(mails.c.state == "fetched").order_by(mails.c.arrived).limit(1)
    return tx.execute(query).scalar_one_or_none()


def release(tx: Tx, state: str) -> int:
    """Let staged or held mails be read after all; how many."""
    return tx.execute(update(mails).where(mails.c.state == state).values(state="fetched")).rowcount


def hold_staged(tx: Tx) -> None:
    """Too many to be an accident: they wait for a person."""
    tx.execute(update(mails).where(mails.c.state == "staged").values(state="held"))


def try_again(tx: Tx, mail: int) -> bool:
    """A person wants a parked mail read once more, or fetched again where its bytes never came.

    False if it can't be: the mailbox was renumbered meanwhile.
    """
    row = tx.execute(select(mails).where(mails.c.id == mail, mails.c.outcome == "parked")).one_or_none()
    if row is None:
        return False
    if row.raw is None:
        # Below the mark nothing is asked for again.
        same = and_(folders.c.name == row.folder, folders.c.uidvalidity == row.uidvalidity)
        lower = case((folders.c.high_water < row.uid, folders.c.high_water), else_=row.uid - 1)
        if tx.execute(update(folders).where(same).values(high_water=lower)).rowcount == 0:
            return False
    afresh = {"attempts": 0, "outcome": None, "reason": None, "filed_at": None}
    state = "listed" if row.raw is None else "fetched"
    tx.execute(update(mails).where(mails.c.id == mail).values(state=state, **afresh))
    return True
