"""What people write, in a few words each, and what it asks for: the rows of the reading tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from mailbot.core.base import Attendee, Context, Known, Status
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

WRITER = "Robin Keller <robin.keller@verein.example>"
SELF = Attendee("Robin Keller", "robin.keller@verein.example", None)


def _known(status: Status) -> Context:
    return Context(
        (Known("MU-7K2", "meetup-4", "robin.keller@verein.example", ((SELF, status),), in_thread=True),)
    )


# Before whom the mail comes: a stranger, who answers the invitation, who is registered, who waits,
# who is offered a seat.
BEFORE: dict[str, tuple[str, str, Context]] = {
    "new": ("Meet Up", "", Context()),
    "invited": ("Re: {invitation}", "", Context()),
    "registered": ("Re: Meet Up", "", _known(Status.CONFIRMED)),
    "waiting": ("Re: Meet Up", "", _known(Status.WAITLISTED)),
    "offered": ("Re: Meet Up", "", _known(Status.OFFERED)),
}


MISREAD = frozenset(
    line
    for line in (Path(__file__).parent / "misread.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)


def params(rows: Iterable[tuple[str, ...]]) -> list[ParameterSet]:
    """Rows for ``parametrize``: before whom, perhaps the language, the text, perhaps what it asks for. Those
    that are known to be misread are expected to fail."""
    known = pytest.mark.xfail(strict=True, reason="known to be misread")
    return [
        pytest.param(
            *row, marks=[] if MISREAD.isdisjoint(f"{row[0]}|{cell}" for cell in row[1:]) else [known]
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Reading:
    """``intent`` with a "?" behind it where a person must look; ``seats`` None where none count."""

    intent: str
    seats: int | None
    lang: str
    asks: bool


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def request(text: str, before: str, *, greeting: str, closing: str, invitation: str) -> Request:
    """The reading of a short mail between a greeting and a closing."""
    subject, quoted, context = BEFORE[before]
    mail = letter(
        f"{greeting}\n\n{text}\n\n{closing}\nRobin Keller",
        WRITER,
        subject=subject.format(invitation=invitation),
        quoted=quoted,
    )
    return understand(mail, HOUSE, lexicon(), context)


def shown(one: Request) -> str:
    """ "register 2", "cancel?", "question": intent, doubt, and seats where there are more than one."""
    seats = f" {one.seats}" if one.seats and one.seats > 1 else ""
    also = " +question" if one.has_question and one.intent != "question" else ""
    return f"{one.intent}{'?' if one.review else ''}{'' if one.review else seats}{also}"
