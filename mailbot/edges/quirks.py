"""What mail servers do otherwise than the standards say: one function each, naming server and symptom."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

_CODE = re.compile(r"\[([A-Z-]+)[^\]]*\]")

# RFC 5530, section 3: the server itself says it may be otherwise later.
_FOR_NOW = {"UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT"}
# RFC 5530 and RFC 3501, section 7.1: nothing changes until a person changes something.
_FOR_GOOD = {"NONEXISTENT", "TRYCREATE", "NOPERM", "CANNOT", "OVERQUOTA", "READ-ONLY", "PRIVACYREQUIRED"}


def refused_for_now(text: str) -> bool:
    """Every server: a login is refused though the password is right, because too many are open or it is busy.

    Dovecot says ``[UNAVAILABLE] Temporary authentication failure`` or ``[LIMIT] Maximum number of
    connections``; Gmail ``[ALERT] Too many simultaneous connections``; Exchange Online ``User is
    authenticated but not connected`` and ``Account is temporarily unavailable`` or throttled.
    """
    if _FOR_NOW & set(_CODE.findall(text)):
        return True
    said = text.lower()
    return any(
        words in said
        for words in ("too many", "temporar", "try again", "not connected", "throttl", "maximum number of")
    )


def refused_for_good(text: str) -> bool:
    """Whether a NO says, by its response code, that only a person can mend it; most NOs have none."""
    return bool(_FOR_GOOD & set(_CODE.findall(text)))


def existed_already(text: str) -> bool:
    """Two workers, or a case-insensitive server: CREATE is refused because the folder is there.

    Dovecot and Cyrus give ``[ALREADYEXISTS]`` (RFC 5530); Exchange and older Courier only words.
    """
    return "ALREADYEXISTS" in text or "exists" in text.lower()


def destination_is_gone(text: str) -> bool:
    """A person deleted the folder we file into: MOVE and COPY answer ``[TRYCREATE]`` (RFC 3501, 6.4.7).

    Exchange says ``The requested item could not be found``; pymap ``[TRYCREATE]`` as well.
    """
    return "TRYCREATE" in text or "NONEXISTENT" in text or "could not be found" in text


def somebody_expunged(text: str) -> bool:
    """Some mails went meanwhile, by another worker or a person: ``[EXPUNGEISSUED]`` (RFC 5530); seen of
    Dovecot where two sessions MOVE the same mails."""
    return "EXPUNGEISSUED" in text


def folder_name(name: str, prefix: str, delimiter: str) -> str:
    """Courier, Cyrus, and Dovecot set up after them: every folder lies below ``INBOX.``, parted by dots.

    A name as people write it ("Desk/Done") becomes the server's ("INBOX.Desk.Done"); one that
    already has the prefix stays.
    """
    if name.upper() == "INBOX":
        return "INBOX"
    if delimiter and delimiter != "/":
        name = name.replace("/", delimiter)
    return name if not prefix or name.upper().startswith(prefix.upper()) else prefix + name


def body_of(answer: dict[bytes, Any]) -> bytes | None:
    """iCloud answers a FETCH without the body it was asked for (seen for ``RFC822``); others with NIL."""
    content = answer.get(b"BODY[]")
    return content if isinstance(content, bytes) else None


def header_of(answer: dict[bytes, Any]) -> bytes | None:
    """A header asked for in part comes back as ``BODY[HEADER]<0>`` (RFC 3501), from some without ``<0>``."""
    for key in (b"BODY[HEADER]<0>", b"BODY[HEADER]"):
        content = answer.get(key)
        if isinstance(content, bytes):
            return content
    return None


def arrival_of(answer: dict[bytes, Any]) -> datetime:
    """Imported mailboxes: INTERNALDATE is missing or no date at all; such a mail arrived just now."""
    arrived = answer.get(b"INTERNALDATE")
    if not isinstance(arrived, datetime):
        return datetime.now(UTC)
    try:
        return arrived.astimezone(UTC)
    except OverflowError:  # year 1 with an offset east of Greenwich
        return datetime.now(UTC)


def size_of(answer: dict[bytes, Any]) -> int:
    """Exchange estimates RFC822.SIZE, and may leave it out while it indexes: then it counts as small.

    Only a limit against very large mails rests on it, never how many bytes are read.
    """
    size = answer.get(b"RFC822.SIZE")
    return size if isinstance(size, int) else 0


def offers(capabilities: tuple[bytes, ...], *names: str) -> bool:
    """Some servers announce in lower case; IMAPClient does not fold what came before the login."""
    offered = {capability.upper() for capability in capabilities}
    return all(name.encode() in offered for name in names)


def refuses_us(code: int, text: str) -> bool:
    """Postfix judges client and sender only at RCPT (``smtpd_delay_reject``): it isn't the recipient's fault.

    ``553 5.7.1 <info@…>: Sender address rejected: not owned by user``, ``454 4.7.1 Relay access
    denied``; Exim says ``550 relay not permitted``, Exchange ``550 5.7.54 Unable to relay`` and
    ``550 5.7.60 Client does not have permissions to send as this sender``.
    """
    said = text.lower()
    return code in {503, 530, 535, 538} or any(
        words in said
        for words in ("sender address rejected", "client host rejected", "helo command rejected", "relay",
                      "send as this sender", "authentication required")
    )  # fmt: skip
