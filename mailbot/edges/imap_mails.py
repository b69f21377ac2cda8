"""What one open folder answers: which mails it holds, what they say, and that they were filed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import pairwise
from typing import Any

# IMAPClient has annotations but no py.typed marker.
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError  # type: ignore[import-untyped]  # ships no types

from mailbot.edges import quirks
from mailbot.edges.imap_session import Session

# UIDs in one answer: each takes 230 bytes while it is read. imaplib reads 1,000,000 bytes of a line.
_LISTED = 5_000
_FETCHED = 50
_FETCHED_BYTES = 8 * 1024 * 1024
_HEADER_BYTES = 64 * 1024
# Strangers choose their Message-IDs: none is searched for that a server could take for more than a word.
_PLAIN_ID = re.compile(r"""(?:(?![\\"(){}\]%*])[!-~]){1,250}""")


@dataclass(frozen=True, slots=True)
class Listing:
    """UIDs in rising order, with the UIDVALIDITY they belong to."""

    uidvalidity: int
    uids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """``size`` in bytes as the server says, ``arrived`` in UTC."""

    uid: int
    size: int
    arrived: datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail's bytes; where not ``whole`` only (at most 64 KiB of) its headers, or nothing."""

    uid: int
    arrived: datetime
    size: int
    content: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """``done`` were moved now, ``gone`` were no longer there: moved earlier, or by a person."""

    done: tuple[int, ...]
    gone: tuple[int, ...]


def spans(session: Session, above: int, count: int) -> list[list[str]]:
    """Search criteria that cover every UID above a mark, none answered by more than one line holds.

    Sequence numbers only propose where to cut: they shift when somebody deletes mails meanwhile,
    so the spans themselves are of UIDs, which don't.
    """
    cuts = [str(number) for number in range(_LISTED, count, _LISTED)]
    pivots = sorted(uid for uid in session.client.search([",".join(cuts)]) if uid > above) if cuts else []
    starts = [above + 1, *pivots]
    spans = [f"{start}:{after - 1}" for start, after in pairwise(starts) if start < after]
    return [["UID", span] for span in (*spans, f"{starts[-1]}:*")]


def describe(session: Session, uids: Sequence[int]) -> list[Described]:
    answers: dict[int, dict[bytes, Any]] = session.client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"])
    return [
        Described(uid, quirks.size_of(answers[uid]), quirks.arrival_of(answers[uid]))
        for uid in uids
        if uid in answers
    ]


def fetch(session: Session, mails: Sequence[Described]) -> list[Fetched]:
    try:
        answers: dict[int, dict[bytes, Any]] = session.client.fetch([m.uid for m in mails], ["BODY.PEEK[]"])
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        # One mail the server can't read makes it refuse the batch (Dovecot: SERVERBUG, Gmail: "Some
        # messages could not be FETCHed"): alone, it delays no other.
        if len(mails) == 1:
            return fetch_headers(session, mails[0])
        return [fetched for mail in mails for fetched in fetch(session, [mail])]
    fetched = []
    for mail in mails:
        if mail.uid not in answers:
            continue
        content = quirks.body_of(answers[mail.uid])
        if content is None:
            fetched += fetch_headers(session, mail)
        else:
            fetched.append(Fetched(mail.uid, mail.arrived, mail.size, content, whole=True))
    return fetched


def fetch_headers(session: Session, mail: Described) -> list[Fetched]:
    """Its headers, or nothing of it but the knowledge that it is there; [] when it is not."""
    content: bytes | None = None
    try:
        asked = f"BODY.PEEK[HEADER]<0.{_HEADER_BYTES}>"
        answers: dict[int, dict[bytes, Any]] = session.client.fetch([mail.uid], [asked])
        if mail.uid not in answers:
            return []
        content = quirks.header_of(answers[mail.uid])
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        pass  # refused again: a person is told of a mail that can't be read
    return [Fetched(mail.uid, mail.arrived, mail.size, content or b"", whole=False)]


def move(session: Session, uids: Sequence[int], folder: str) -> list[int]:
    """Those that were there, and were moved: by this session, or by another at the same time."""
    there = sorted(set(session.client.search(["UID", _joined(uids)])))
    if not there:
        return []
    name = session.name_of(folder)
    try:
        _move_or_copy(session, there, name)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as error:
        if quirks.somebody_expunged(str(error)):
            session.client.noop()  # tells what went
            left = session.client.search(["UID", _joined(there)])
            if len(left) == len(there):
                raise  # none did
            if left:
                move(session, left, folder)
        elif quirks.destination_is_gone(str(error)):
            session.make(name)
            _move_or_copy(session, there, name)
        else:
            raise
    return there


def copies(session: Session, message: str, size: int, digest: str) -> list[int]:
    """The UIDs of what has this Message-ID, this size in bytes and this hex SHA-256."""
    if not _PLAIN_ID.fullmatch(message):
        return []
    named = session.client.search(["HEADER", "Message-ID", message])
    found = []
    for mail in describe(session, named) if named else []:
        if mail.size == size:
            content = quirks.body_of(session.client.fetch([mail.uid], ["BODY.PEEK[]"]).get(mail.uid, {}))
            if content is not None and sha256(content).hexdigest() == digest:
                found.append(mail.uid)
    return found


def _move_or_copy(session: Session, uids: Sequence[int], name: str) -> None:
    client = session.client
    if session.offers("MOVE"):
        client.move(uids, name)
        return
    if session.offers("UIDPLUS"):
        client.copy(uids, name)  # raises unless all were copied (RFC 3501, section 6.4.7)
        client.delete_messages(uids, silent=True)
        client.uid_expunge(uids)
        return
    # Nothing is ever removed here, so a mail that is marked was copied before, or thrown away by a person.
    marked = set(client.search(["UID", _joined(uids), "DELETED"]))
    if left := [uid for uid in uids if uid not in marked]:
        client.copy(left, name)
        client.delete_messages(left, silent=True)


def count(session: Session, folder: str) -> int:
    name = session.name_of(folder)
    if not session.exists(name):
        return 0
    return int(session.client.folder_status(name, ["MESSAGES"])[b"MESSAGES"])


def by_bytes(mails: Sequence[Described]) -> Iterator[list[Described]]:
    """Batches of at most 50 mails and 8 MiB; a larger mail travels alone."""
    batch: list[Described] = []
    size = 0
    for mail in mails:
        if batch and (len(batch) == _FETCHED or size + mail.size > _FETCHED_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(mail)
        size += mail.size
    if batch:
        yield batch


def _joined(uids: Sequence[int]) -> str:
    return ",".join(map(str, uids))
