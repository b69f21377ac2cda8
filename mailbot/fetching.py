"""Fetching new mails so that one at which the server breaks delays no other (promise 6).

Mails travel in batches. Where a batch fails, those that had not come are asked for one by one; each
attempt is committed before it starts, so that it counts also when the worker itself dies of it. A mail
that did not come in three attempts is put before a person, and stays where it lies.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import structlog

from mailbot.core.base import Reason
from mailbot.desk import Desk
from mailbot.edges.imap import Described, Fetched, Mailbox, MailboxDown, Renumbered
from mailbot.edges.store import StoreDown, journal, listed
from mailbot.edges.store.inbox import TakenIn
from mailbot.edges.store.journal import Entry

log = structlog.get_logger()

LARGEST = 10 * 1024 * 1024  # bytes read whole; of a larger mail only the headers
ATTEMPTS = 3
_DESCRIBED = 500  # mails of which size and arrival are in memory at once as values
_BATCH = 200  # mails taken in, decided and filed together: the first answers go out soon
_BATCH_BYTES = 8 * 1024 * 1024
_IN_A_ROW = 3  # so many mails that fail, one after the other, say that it is not the mails


@dataclass(slots=True)
class Fetching:
    """One round of fetching from the mailbox's folder.

    ``fault``: the server failed at one mail after the other, and the round was ended before its time.
    """

    desk: Desk
    mailbox: Mailbox
    uidvalidity: int
    fault: MailboxDown | None = None
    _lease: str = field(default_factory=lambda: secrets.token_hex(8))
    _why: dict[int, str] = field(default_factory=dict)
    _in_a_row: int = 0

    def described(self, uids: Sequence[int]) -> Iterator[Described]:
        """Size and arrival, as far as the server says them."""
        for start in range(0, len(uids), _DESCRIBED):
            yield from self._described(uids[start : start + _DESCRIBED])

    def _described(self, uids: Sequence[int]) -> list[Described]:
        if self.fault or not uids:
            return []
        try:
            found = self.mailbox.describe(uids)
        except Renumbered:
            raise
        except MailboxDown as fault:
            self.mailbox.connect()  # where there is no server, it was no mail's fault
            if len(uids) == 1:
                self._begin([Described(uids[0], 0, self.desk.clock())])
                self._give_back(uids, counted=True)
                self._failed(uids[0], fault)
                return []
        else:
            self._in_a_row = 0
            return found
        half = len(uids) // 2
        return self._described(uids[:half]) + self._described(uids[half:])

    def mails(self, wanted: Iterable[Described]) -> Iterator[list[TakenIn]]:
        """The mails, in batches to commit together. Those that failed before come last, one by one.

        What the server does not give is missing from them.
        """
        again: list[Described] = []
        waiting = iter(wanted)
        while batch := list(islice(waiting, _BATCH)):
            with self.desk.store.transaction() as tx:
                failed = listed.failed(tx, *self._place, [mail.uid for mail in batch])
            tried = [mail for mail in batch if mail.uid in failed]
            again += [mail for mail in tried if failed[mail.uid].attempts < ATTEMPTS]
            yield from self._together([mail for mail in batch if mail.uid not in failed])
        for mail in again:
            yield from self._alone(mail)

    def give_up(self, missing: Sequence[int]) -> list[int]:
        """Put those of the missing mails before a person that have had their last attempt.

        They lie in the mailbox, and stay there. Returns the others, which are to be asked for again.
        """
        with self.desk.store.transaction() as tx:
            failed = listed.failed(tx, *self._place, missing)
            spent = {uid: mail for uid, mail in failed.items() if mail.attempts >= ATTEMPTS}
            for uid, mail in spent.items():
                reason = Reason("unfetched", self._told(uid, mail))
                if (row := listed.park(tx, *self._place, uid, reason.text)) is not None:
                    decision = journal.write(tx, Entry("parked", (reason,), mail=row))
                    journal.open_review(tx, "unreadable", decision, mail=row)
                    log.error("mail.parked", uid=uid, why=reason.text)
        return [uid for uid in missing if uid not in spent]

    def _told(self, uid: int, mail: listed.Failed) -> str:
        arrived = mail.arrived.astimezone(self.desk.house.timezone)
        which = f"The mail of {arrived:%d-%m-%Y %H:%M} (UID {uid}, {mail.size:,} bytes)"
        why = self._why.get(uid, "the server left it out, or the worker ended while it was at it.")
        return f"{which} could not be fetched in {ATTEMPTS} attempts and stays in the mailbox: {why}"

    @property
    def _place(self) -> tuple[str, int]:
        return self.mailbox.account.folder, self.uidvalidity

    def _together(self, mails: Sequence[Described]) -> Iterator[list[TakenIn]]:
        if self.fault:
            return
        ours = self._begin(mails)
        waiting = {mail.uid: mail for mail in mails if mail.uid in ours}
        broken = False
        try:
            for batch in _batches(self.mailbox.fetch(list(waiting.values()), LARGEST)):
                yield batch
                self._in_a_row = 0
                for mail in batch:
                    del waiting[mail.uid]
        except Renumbered:
            raise
        except MailboxDown:
            broken = True
        finally:
            self._give_back(waiting, counted=False)
        if broken:
            self.mailbox.connect()  # where there is no server, it was no mail's fault
        for one in waiting.values():  # those that did not come, and those the answer left out
            yield from self._alone(one)

    def _alone(self, mail: Described) -> Iterator[list[TakenIn]]:
        if self.fault or mail.uid not in self._begin([mail]):
            return
        counted = False
        try:
            yield from _batches(self.mailbox.fetch([mail], LARGEST))
            self._in_a_row, counted = 0, True
        except Renumbered:
            raise
        except MailboxDown as fault:
            self.mailbox.connect()
            counted = True
            self._failed(mail.uid, fault)
        finally:
            self._give_back([mail.uid], counted=counted)

    def _failed(self, uid: int, fault: MailboxDown) -> None:
        log.warning("mail.unfetched", uid=uid, why=str(fault))
        self._why[uid] = str(fault)
        self._in_a_row += 1
        if self._in_a_row == _IN_A_ROW:
            self.fault = fault

    def _begin(self, wanted: Sequence[Described]) -> set[int]:
        """Count an attempt before it starts; those that are ours to fetch now."""
        seconds = self.desk.limits.lease_seconds
        with self.desk.store.transaction() as tx:
            return listed.begin(tx, *self._place, wanted, lease=self._lease, seconds=seconds)

    def _give_back(self, uids: Iterable[int], *, counted: bool) -> None:
        """Of those that were taken in meanwhile nothing is changed."""
        if these := list(uids):
            with contextlib.suppress(StoreDown), self.desk.store.transaction() as tx:
                listed.give_back(tx, *self._place, these, lease=self._lease, counted=counted)


def _batches(mails: Iterable[Fetched]) -> Iterator[list[TakenIn]]:
    """Mails to commit together: bounded in number and in bytes, so that memory stays flat.

    One of which the server gives nothing at all is left out.
    """
    batch: list[TakenIn] = []
    size = 0
    for mail in mails:
        if not (mail.whole or mail.content):
            continue
        batch.append(TakenIn(mail.uid, mail.arrived, mail.size, mail.content, mail.whole))
        size += len(mail.content)
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
