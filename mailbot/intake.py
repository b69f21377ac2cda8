"""From the mailbox into the record: raw bytes are committed before anything else happens to a mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from mailbot.arrivals import Arrivals
from mailbot.core.base import Reason
from mailbot.desk import Desk
from mailbot.edges.imap import Mailbox
from mailbot.edges.store import Tx, facts, filing, inbox, journal, listed
from mailbot.edges.store.inbox import FolderState, TakenIn
from mailbot.edges.store.journal import Entry
from mailbot.fetching import Fetching

_OLD = timedelta(days=14)
_BURST = 20  # this many unknown old mails can't be explained by a mail server being slow


def take_in(
    desk: Desk, mailbox: Mailbox, *, full: bool, expect: Callable[[int], None] = lambda _: None
) -> Iterator[int]:
    """Commit the raw bytes of what is new, in order of arrival; yields the size of each batch.

    ``expect`` is told before the first how many mails there are.

    ``full`` compares every UID with the record (a mail can slip below the high-water mark when a
    server renumbers or restores); otherwise only UIDs above the mark are asked for.
    """
    folder = mailbox.account.folder
    with desk.store.transaction() as tx:
        before = inbox.folder_state(tx, folder)
    listing = mailbox.listing(None if full or before is None else before.high_water)
    renumbered = before is not None and before.uidvalidity != listing.uidvalidity
    if renumbered and not full:
        listing = mailbox.listing(None)
    with desk.store.transaction() as tx:
        uids = inbox.unknown_uids(tx, folder, listing.uidvalidity, listing.uids)
        mark = 0 if before is None or renumbered else before.high_water
        begun = listed.above(tx, folder, listing.uidvalidity, mark)
    # A record that knows nothing, beside a folder of mails we handled, is older than the mailbox.
    restored = before is None and mailbox.count(mailbox.account.processed) > 0
    unexplained = renumbered or restored
    fetching = Fetching(desk, mailbox, listing.uidvalidity)
    described = Arrivals(fetching.described(uids))
    left = list(takewhile(lambda mail: desk.since and mail.arrived < desk.since, described))
    with desk.store.transaction() as tx:
        untouched = [TakenIn(mail.uid, mail.arrived, mail.size, b"") for mail in left]
        inbox.leave(tx, folder, listing.uidvalidity, untouched, "It arrived before [mailbox] since.")
    expect(len(described) - len(left))
    for batch in fetching.mails(described.since(len(left))):
        with desk.store.transaction() as tx:
            if unexplained:
                new, old = _unknown(tx, folder, listing.uidvalidity, batch)
                inbox.take_in(tx, folder, listing.uidvalidity, old, state="staged")
            else:
                new = batch
            inbox.take_in(tx, folder, listing.uidvalidity, new)
        yield len(new)
    if unexplained and (released := _release_or_hold(desk, renumbered=renumbered)):
        yield released
    with desk.store.transaction() as tx:
        begun &= listed.above(tx, folder, listing.uidvalidity, mark)
        missing = begun.union(inbox.unknown_uids(tx, folder, listing.uidvalidity, uids))
    there = _note_gone(desk, mailbox, listing.uidvalidity, missing) if missing else []
    unfetched = fetching.give_up(there) if there else []
    with desk.store.transaction() as tx:
        # Up to here all was taken in; what was not is listed again.
        high = min(unfetched) - 1 if unfetched else max(listing.uids, default=0)
        inbox.set_folder_state(tx, folder, FolderState(listing.uidvalidity, high))
        _note_unfetched(tx, [mail.arrived for mail in described if mail.uid in unfetched])
        if renumbered:
            listed.forget_numbering(tx, folder, listing.uidvalidity)
    if fetching.fault:
        raise fetching.fault


def _note_gone(desk: Desk, mailbox: Mailbox, uidvalidity: int, missing: set[int]) -> list[int]:
    """Record mails that were listed and then not given: somebody deleted or moved them meanwhile.

    Returns those that are listed still.
    """
    now = mailbox.listing(min(missing) - 1)
    if now.uidvalidity != uidvalidity:
        return []
    with desk.store.transaction() as tx:
        gone = [TakenIn(uid, tx.now, 0, b"") for uid in sorted(missing - set(now.uids))]
        text = "It was gone before it could be read: somebody deleted or moved it."
        inbox.leave(tx, mailbox.account.folder, uidvalidity, gone, text, outcome="gone")
    return sorted(missing & set(now.uids))


def _note_unfetched(tx: Tx, arrived: list[datetime]) -> None:
    """What is still to come may be a yes that came in time: no offer runs out meanwhile."""
    if arrived:
        facts.set_mark(tx, facts.UNFETCHED, str(len(arrived)), min(arrived))
    else:
        facts.clear_mark(tx, facts.UNFETCHED)


def _unknown(
    tx: Tx, folder: str, uidvalidity: int, batch: list[TakenIn]
) -> tuple[list[TakenIn], list[TakenIn]]:
    """Of mails whose UIDs mean nothing any more: the recent ones and the old ones that are not known."""
    # A mail the server gave nothing of has the digest of every other such mail.
    known = inbox.decided_digests(tx, [mail.digest for mail in batch if mail.content])
    inbox.recognise(tx, folder, uidvalidity, [mail for mail in batch if mail.digest in known])
    unknown = [mail for mail in batch if mail.digest not in known]
    old = [mail for mail in unknown if mail.arrived < tx.now - _OLD]
    return [mail for mail in unknown if mail.arrived >= tx.now - _OLD], old


def _release_or_hold(desk: Desk, *, renumbered: bool) -> int:
    """Old mails that nobody explains wait for a person when they are many; a few are just late.

    How many were released to be read. What a round that died has staged counts as well.
    """
    with desk.store.transaction() as tx:
        staged = inbox.count(tx, "staged")
        if staged <= _BURST:
            return inbox.release(tx, "staged")
        inbox.hold_staged(tx)
        cause = "was renumbered" if renumbered else "is newer than this record"
        text = f"{staged} old mails appeared and the mailbox {cause}: held, so that nobody is answered again."
        entry = Entry("held", (Reason("burst-of-old-mail", text),))
        journal.open_review(tx, "held", journal.write(tx, entry))
        return 0


def file_away(desk: Desk, mailbox: Mailbox) -> int:
    """Move decided mails to where people expect them; how many. The record was committed before.

    Does nothing before the mailbox has been listed: until then a UID may mean another mail.
    """
    account, uidvalidity = mailbox.account, mailbox.uidvalidity
    folders = {"processed": account.processed, "review": account.review}
    moved = 0
    while uidvalidity is not None:
        with desk.store.transaction() as tx:
            due = inbox.unfiled(tx, account.folder, uidvalidity)
        if not due:
            break
        for place, mails in due.items():
            there = mailbox.move([uid for _, uid in mails], folders[place], uidvalidity=uidvalidity)
            with desk.store.transaction() as tx:
                inbox.set_filed(tx, [number for number, _ in mails])
            # Noted before: a review folder that can't be opened stops no round after this one.
            if place == "processed" and there.gone:
                _move_on(desk, mailbox, [number for number, uid in mails if uid in there.gone])
            moved += len(mails)
    return moved


def _move_on(desk: Desk, mailbox: Mailbox, gone: list[int]) -> None:
    """Of mails that no longer lie where they came in: move those a person is done with out of review."""
    with desk.store.transaction() as tx:
        done = filing.looked_at(tx, gone)
    for mail in done:
        mailbox.move_copies(
            mail.message,
            mail.size,
            mail.digest,
            source=mailbox.account.review,
            folder=mailbox.account.processed,
        )
