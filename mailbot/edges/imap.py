"""The mailbox: what lies in it, the mails themselves, where they are filed, and waiting for the next.

It shows people what was done; the database is the record. So everything here may be repeated, and
reading changes nothing: no flag, no keyword, never ``\\Seen``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

from mailbot.edges import imap_mails as mails
from mailbot.edges.account import ImapAccount
from mailbot.edges.imap_mails import Described, Fetched, Listing, Moved
from mailbot.edges.imap_session import (
    LoginRefused,
    MailboxBroken,
    MailboxDown,
    MailboxFault,
    Renumbered,
    Session,
    Timeouts,
    our_words,
)
from mailbot.edges.imap_watch import Bell, watch

__all__ = [
    "Described",
    "Fetched",
    "Listing",
    "LoginRefused",
    "Mailbox",
    "MailboxBroken",
    "MailboxDown",
    "MailboxFault",
    "Moved",
    "Renumbered",
    "Timeouts",
]

# At level DEBUG the library writes down every byte, and with SASL that includes the password.
logging.getLogger("imapclient").setLevel(logging.INFO)

_T = TypeVar("_T")
_DESCRIBED = 500  # UIDs in one command: under the 8,192 bytes every server takes (RFC 7162, section 4)
_MOVED = 200  # moving one by one falls to 22 a second in a folder of 20,000


class Mailbox:
    """An account's folder. Connects when first used, and again after a fault; never retries by itself.

    Every call runs on one thread of its own (the library shares nothing between threads) and raises
    only a MailboxFault: MailboxDown, LoginRefused or MailboxBroken. ``readonly`` examines the folder
    and creates nothing: no call can change the mailbox then.
    """

    def __init__(
        self, account: ImapAccount, *, readonly: bool = False, timeouts: Timeouts | None = None
    ) -> None:
        self.account = account
        self.readonly = readonly
        self._timeouts = timeouts or Timeouts()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="mailbox")
        self._session: Session | None = None
        self._uidvalidity: int | None = None  # of the last listing: what callers' UIDs mean
        self._known: tuple[int, int] | None = None  # UIDVALIDITY and UIDNEXT: what is newer is news
        self._bell = Bell()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def connect(self) -> None:
        """Log in, make the folders, open the folder; nothing if that is done."""
        self._run(lambda session: None)

    def close(self) -> None:
        """Log out. The mailbox can't be used afterwards."""
        if self._closed:
            return
        self._closed = True
        self.interrupt()
        self._thread.submit(self._leave).result()
        self._thread.shutdown()
        self._bell.close()

    @property
    def uidvalidity(self) -> int | None:
        """Of the last listing: what the UIDs that callers hold mean; None before the first."""
        return self._uidvalidity

    def listing(self, above: int | None) -> Listing:
        """The UIDs above a mark, or all; however many there are."""
        return self._run(partial(self._listing, above=above))

    def describe(self, uids: Sequence[int]) -> list[Described]:
        """Size and arrival, in the order asked for; a mail that vanished is left out."""
        found: list[Described] = []
        for batch in _batches(uids, _DESCRIBED):
            found += self._run_on_uids(partial(mails.describe, uids=batch))
        return found

    def fetch(self, described: Sequence[Described], largest: int) -> Iterator[Fetched]:
        """The mails, at most 8 MiB (or one mail) in memory at once; one that vanished is left out.

        A mail of more than ``largest`` bytes, or one the server fails to give, comes as headers.
        """
        for mail in described:
            if mail.size > largest:
                yield from self._run_on_uids(partial(mails.fetch_headers, mail=mail))
        for batch in mails.by_bytes([mail for mail in described if mail.size <= largest]):
            yield from self._run_on_uids(partial(mails.fetch, mails=batch))

    def move(self, uids: Sequence[int], folder: str, *, uidvalidity: int | None = None) -> Moved:
        """File mails in another folder, flags as they are; may be repeated after any fault.

        Renumbered when the folder's UIDVALIDITY is not the given one (or not the last listing's):
        the same numbers would be other people's mails. On a server with neither MOVE nor UIDPLUS
        the mail is copied and the original stays, marked ``\\Deleted``: a bare EXPUNGE would also
        remove what people have marked.
        """
        if self.readonly:
            raise MailboxBroken("This mailbox was opened to read only: nothing is moved.")
        done: list[int] = []
        gone: list[int] = []
        for batch in _batches(uids, _MOVED):
            there = self._run_on_uids(partial(mails.move, uids=batch, folder=folder), uidvalidity)
            done += there
            gone += sorted(set(batch) - set(there))
        return Moved(tuple(done), tuple(gone))

    def move_copies(self, message: str, size: int, digest: str, *, source: str, folder: str) -> int:
        """Move a mail from another folder than the one that is watched; how many copies lay there.

        The Message-ID only finds it: it is the sender's to choose. What is moved has the same size in
        bytes and the same hex SHA-256.
        """
        if self.readonly:
            raise MailboxBroken("This mailbox was opened to read only: nothing is moved.")
        return self._run(partial(self._move_copies, sought=(message, size, digest), places=(source, folder)))

    def count(self, folder: str) -> int:
        """How many mails lie in a folder; 0 where there is none of that name."""
        return self._run(partial(mails.count, folder=folder))

    def wait(self, seconds: float) -> bool:
        """Wait for new mail; True as soon as there may be some.

        Where the server can't IDLE (or ``idle`` is off) it only lets the time pass, then says True.
        ``interrupt`` ends it with False.
        """
        waiting = self._thread.submit(self._with_session, partial(self._wait, seconds=seconds))
        try:
            return waiting.result()
        finally:
            if not waiting.done():  # Ctrl-C reaches the caller's thread alone: end the wait on ours
                self.interrupt()

    def rest(self, seconds: float) -> None:
        """Let time pass without touching the server, as between two tries; ``interrupt`` ends it."""
        self._bell.wait(seconds)

    def interrupt(self) -> None:
        """End the wait under way, or the next one, at once; from any thread or signal handler."""
        self._bell.ring()

    def hang_up(self) -> None:
        """Cut the connection, from any thread: the call under way ends with MailboxDown at once, where a
        server that has fallen silent would hold it for as long as the timeouts last."""
        if session := self._session:
            session.cut()

    # On the mailbox's own thread

    def _run(self, work: Callable[[Session], _T]) -> _T:
        return self._thread.submit(self._with_session, work).result()

    def _with_session(self, work: Callable[[Session], _T]) -> _T:
        try:
            with our_words(self.account):
                if self._session is None:
                    self._session = Session(self.account, self._timeouts)
                    self._open(self._session)
                return work(self._session)
        except BaseException:  # raised again
            # After any fault nobody knows what the server will say next.
            if self._session is not None:
                self._session.drop()
                self._session = None
            raise

    def _open(self, session: Session) -> None:
        session.login()
        if not self.readonly:
            for folder in (self.account.processed, self.account.review):
                session.make(session.name_of(folder))
        session.select(self.account.folder, readonly=self.readonly)

    def _leave(self) -> None:
        if self._session is not None:
            self._session.logout()
            self._session = None

    def _run_on_uids(self, work: Callable[[Session], _T], uidvalidity: int | None = None) -> _T:
        """Renumbered when the UIDs come from another numbering than the folder has now."""
        expected = self._uidvalidity if uidvalidity is None else uidvalidity

        def checked(session: Session) -> _T:
            if expected is not None and session.uidvalidity != expected:
                now = session.uidvalidity
                text = f'"{self.account.folder}" was renumbered: its UIDVALIDITY {expected} is now {now}.'
                raise Renumbered(text)
            return work(session)

        return self._run(checked)

    def _listing(self, session: Session, above: int | None) -> Listing:
        # Selected anew: a folder rebuilt while we were connected shows its new UIDVALIDITY only so.
        count = session.select(self.account.folder, readonly=self.readonly)
        known = (session.uidvalidity, session.uidnext)
        low = 0 if above is None else above
        uids: list[int] = []
        for span in mails.spans(session, low, count):  # each above the one before it
            last = uids[-1] if uids else low
            # "n:*" also names the last mail when that lies below n (RFC 3501, section 6.4.8).
            uids += sorted({uid for uid in session.client.search(span) if uid > last})
        self._uidvalidity = session.uidvalidity
        self._known = known
        return Listing(session.uidvalidity, tuple(uids))

    def _move_copies(self, session: Session, sought: tuple[str, int, str], places: tuple[str, str]) -> int:
        source, folder = places
        if source == folder or not session.exists(session.name_of(source)):
            return 0
        session.select(source, readonly=False)
        found = mails.copies(session, *sought)
        moved = mails.move(session, found, folder) if found else []
        session.select(self.account.folder, readonly=self.readonly)
        return len(moved)

    def _wait(self, session: Session, seconds: float) -> bool:
        # What arrived since the listing was announced during other commands, where nobody heard it.
        # Selecting anew compares and resets in one step; a SEARCH would not do: Dovecot answers it
        # from before the news, and announces them with it.
        if self._is_news(session):
            return True
        if not self.account.idle or not session.offers("IDLE"):
            return not self._bell.wait(seconds)
        if not watch(session.client, self._bell, seconds, self._timeouts.renew):
            return False
        self._is_news(session)  # so that the next wait does not tell the same again
        return True

    def _is_news(self, session: Session) -> bool:
        """Whether the folder has changed since it was last looked at, by a listing or here."""
        session.select(self.account.folder, readonly=self.readonly)
        before, self._known = self._known, (session.uidvalidity, session.uidnext)
        return before is not None and before != self._known


def _batches(uids: Sequence[int], count: int) -> Iterator[Sequence[int]]:
    return (uids[start : start + count] for start in range(0, len(uids), count))
