"""The words of a mail held against the words of machines; and what of a mail they are held against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mailbot.core.mail.message import Mail, Part
from mailbot.core.triage.tells import hits

_READ = 8_000  # characters; machines say what they are at the beginning


def said(phrases: tuple[str, ...], text: str, *, by_line: bool = False) -> str:
    """The first words of ``text`` that one of the phrases finds, or ''."""
    return _first(phrases, plainly(text, by_line=by_line), re.MULTILINE if by_line else 0)


def count(phrases: tuple[str, ...], text: str, *, by_line: bool = False) -> int:
    """How many of the phrases ``text`` holds; each counts once."""
    return _how_many(phrases, plainly(text, by_line=by_line), re.MULTILINE if by_line else 0)


# Several rules ask for the same words of the same mail.
@lru_cache(maxsize=16)
def _first(phrases: tuple[str, ...], text: str, flags: int) -> str:
    return next((words for _, words in hits(phrases, text, flags)), "")


@lru_cache(maxsize=16)
def _how_many(phrases: tuple[str, ...], text: str, flags: int) -> int:
    return len({number for number, _ in hits(phrases, text, flags)})


def plainly(text: str, *, by_line: bool = False) -> str:
    """Lower case, one kind of apostrophe, only so long; lines joined, for mail is wrapped anywhere."""
    return _plainly(text[:_READ], by_line)


@lru_cache(maxsize=16)  # the texts of one mail are held against many families
def _plainly(text: str, by_line: bool) -> str:
    plain = text.lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    return plain if by_line else " ".join(plain.split())


def own_words(mail: Mail) -> str:
    """Everything but what was quoted or passed on: machines have no signature."""
    return mail.part(Part.NEW, Part.SIGNATURE, Part.FOOTER)


def header_says(mail: Mail, names: Iterable[str]) -> str:
    """The first of these headers that is there and not empty, as "Name: value", or ''."""
    wanted = set(names)
    return next((f"{name}: {value[:80]}" for name, value in mail.headers if name in wanted and value), "")


def local_part(mail: Mail) -> str:
    """Before the @ of the From, in lower case, also where no address can be read: "MAILER-DAEMON"."""
    if mail.sender is not None:
        return mail.sender.email.rpartition("@")[0].lower()
    words = re.findall(r"[\w.+-]{1,64}", (mail.header("from") or "")[:500].lower())
    return words[0] if words else ""
