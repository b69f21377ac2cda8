"""Raw mails from what a person names: files, folders, an mbox, standard input."""

from __future__ import annotations

import mailbox
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

LARGEST = 10 * 1024 * 1024  # bytes of one mail; of a larger one only the beginning is read


@dataclass(frozen=True, slots=True)
class RawMail:
    """``file`` as it was named; ``number`` counts from 1 in an mbox, otherwise None.

    ``among``: how many mails or files there are where it came from.
    """

    file: str
    content: bytes
    number: int | None = None
    among: int = 1


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that gave no mail, and why."""

    file: str
    why: str


def mails_in(name: str) -> Iterator[RawMail | Unreadable]:
    """Every mail that a name stands for: an ``.eml``, a Maildir, a folder of ``.eml``, an mbox, ``-``."""
    if name == "-":
        yield from _standard_input()
        return
    path = Path(name)
    try:
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)
    except OSError as fault:
        yield Unreadable(name, fault.strerror or type(fault).__name__)


def _standard_input() -> Iterator[RawMail | Unreadable]:
    # An mbox can't be read backwards from a pipe, nor held in memory: it may be a whole mailbox.
    with tempfile.NamedTemporaryFile(prefix="mailbot-") as kept:
        while block := sys.stdin.buffer.read(1 << 20):
            kept.write(block)
        kept.flush()
        for mail in _file(Path(kept.name)):
            yield (Unreadable("-", mail.why) if isinstance(mail, Unreadable) else replace(mail, file="-"))


def _folder(path: Path) -> Iterator[RawMail | Unreadable]:
    if (path / "cur").is_dir() or (path / "new").is_dir():
        # Maildir: a name begins with the time of delivery, so names sort in order of arrival.
        parts = [part for part in (path / "cur", path / "new") if part.is_dir()]
        files = sorted((file for part in parts for file in part.iterdir()), key=lambda file: file.name)
    else:
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() == ".eml")
    if not files:
        yield Unreadable(str(path), "no mail is in this folder (a Maildir, or files that end in .eml)")
    for file in files:
        try:
            yield from (_among(mail, len(files)) for mail in _file(file))
        except OSError as fault:
            yield Unreadable(str(file), fault.strerror or type(fault).__name__)


def _among(mail: RawMail | Unreadable, count: int) -> RawMail | Unreadable:
    if isinstance(mail, RawMail) and mail.number is None:  # a mail in an mbox knows better
        return replace(mail, among=count)
    return mail


def _file(path: Path) -> Iterator[RawMail | Unreadable]:
    with path.open("rb") as file:
        start = file.read(5)
        content = start + file.read(LARGEST)
    if start == b"From ":
        yield from _mbox(path)
    elif not content.strip():
        yield Unreadable(str(path), "the file is empty")
    else:
        yield RawMail(str(path), content)


def _mbox(path: Path) -> Iterator[RawMail]:
    box = mailbox.mbox(path, create=False)
    try:
        keys = box.keys()
        for number, key in enumerate(keys, start=1):
            with box.get_file(key) as file:
                yield RawMail(str(path), file.read(LARGEST), number, len(keys))
    finally:
        box.close()
