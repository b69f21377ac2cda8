"""One mail against its label: what is right, what is harmful, what a person is asked needlessly.

Harmful: acts by itself, and wrongly. The reading says neither review nor one of the intents that
change nothing (question, status, other), and its intent, event, seats or an address is not the
label's; or the label asks for a person; or a person's mail is set aside; or a machine's is not.

A wrong address is another person's, or one that stands nowhere; or none for the sender, who would
never be answered. One that is missing for a colleague is read less than it could be, and no harm.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mailbot.core.base import House
from mailbot.core.read import read
from mailbot.core.reading import Reading
from mailbot.core.understanding.lexicon import Lexicon
from tests.corpus.house import HOUSE

MAILS = Path(__file__).parents[1] / "mails"
SETS = ("corpus", "learn", "aside")
ACTING = frozenset({"register", "cancel", "change", "accept", "decline"})
_LEGAL = re.compile(
    r"\b(b\.?v\.?|n\.?v\.?|e\.?\s?v\.?|ggmbh|gmbh|asbl|vzw|ltd|llp|inc|vof|i\.\s?o\.|a\.?s\.?b\.?l\.?|stichting|"
    r"vereniging|verein|association|the|de|la|le|het|der|die|das|l')(?=\W|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled mail and how it was read."""

    name: str
    label: dict[str, Any]
    reading: Reading

    @property
    def got(self) -> str:
        return str(self.reading.request.intent)

    @property
    def intent_right(self) -> bool:
        return self.got == self.label["intent"]

    @property
    def event_right(self) -> bool:
        return self.reading.request.event == self.label["event"]

    @property
    def seats_right(self) -> bool:
        return self.reading.request.seats == self.label["seats"]

    @property
    def addresses_right(self) -> bool:
        """No address is another one's or invented, and the sender has theirs; who is known by name and
        cancels or accepts may carry the sender's own."""
        attendees, wanted = self.reading.request.attendees, self.label["attendees"]
        sender = self.reading.mail.reply_to or self.reading.mail.sender
        own = sender.email.casefold() if sender is not None else ""
        by_name = {a["name"]: a["email"] for a in wanted if a["name"] and a["email"]}
        for one in attendees:
            right = by_name.get(one.name)
            if right and one.email and one.email.casefold() not in {right.casefold(), own}:
                return False
        known = _emails(a["email"] for a in wanted)
        got = _emails(a.email for a in attendees)
        if own in known and own not in got:
            return False
        return got <= (known if self.got == "register" else known | {own})

    @property
    def addresses_all(self) -> bool:
        """Every address of the label was read."""
        return _emails(a["email"] for a in self.label["attendees"]) <= _emails(
            a.email for a in self.reading.request.attendees
        )

    @property
    def acts(self) -> bool:
        """mailbot would do something by itself."""
        return not self.reading.request.review and self.got in ACTING

    @property
    def harm(self) -> str:
        """Why acting so would be wrong, or ''."""
        machine = self.label["intent"] == "ignore"
        if machine != (self.got == "ignore"):
            return "a machine's mail is taken for a person's" if machine else "a person's mail is set aside"
        if machine or not self.acts:
            return ""
        if self.label["must_review"]:
            return "acts where a person must look"
        if not self.intent_right:
            return f"{self.got} instead of {self.label['intent']}"
        if not self.event_right:
            return f"event {self.reading.request.event} instead of {self.label['event']}"
        if self.got == "decline":
            return ""
        if not self.seats_right:
            return f"{self.reading.request.seats} seats instead of {self.label['seats']}"
        if not self.addresses_right:
            return "a wrong address"
        return ""

    @property
    def to_act(self) -> bool:
        """A careful secretary would act on it by themselves."""
        return self.label["intent"] in ACTING and not self.label["must_review"]

    @property
    def acted_rightly(self) -> bool:
        return self.acts and not self.harm

    @property
    def names(self) -> tuple[int, int]:
        """(right, all) names of the label."""
        wanted = [a["name"] for a in self.label["attendees"] if a["name"]]
        got = [a.name for a in self.reading.request.attendees]
        return sum(name in got for name in wanted), len(wanted)

    @property
    def organisations(self) -> tuple[int, int]:
        """(right, all) organisations of people whose name was read."""
        right = total = 0
        for wanted in self.label["attendees"]:
            got = next((a for a in self.reading.request.attendees if a.name == wanted["name"]), None)
            if got is None:
                continue
            total += 1
            right += plain(got.organisation) == plain(wanted["organisation"])
        return right, total


def plain(organisation: str | None) -> str:
    """An organisation without capitals, legal forms and articles."""
    words = _LEGAL.sub(" ", (organisation or "").casefold())
    return " ".join(re.findall(r"\w+", words))


def _emails(emails: Iterable[str | None]) -> set[str]:
    return {email.casefold() for email in emails if email}


def cases(name: str, lexicon: Lexicon, house: House = HOUSE) -> list[Case]:
    """Every case of a set, read."""
    return [
        Case(
            path.stem,
            json.loads(path.read_text(encoding="utf-8")),
            read(path.with_suffix(".eml").read_bytes(), house, lexicon),
        )
        for path in sorted((MAILS / name).rglob("*.json"))
    ]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one set; shares are 1.0 where there is nothing to count."""

    mails: int
    harmful: int
    acted: float
    needless: int
    names: float
    organisations: float
    language: float
    questions: float
    intents: float
    events: float


def figures(of: list[Case]) -> Figures:
    """Add the cases up."""
    to_act = [case for case in of if case.to_act]
    human = [case for case in of if case.label["intent"] != "ignore" and case.got != "ignore"]
    names = [case.names for case in human]
    organisations = [case.organisations for case in human]
    asked = [case for case in human if case.label["has_question"]]
    return Figures(
        len(of),
        sum(bool(case.harm) for case in of),
        _share(sum(case.acted_rightly for case in to_act), len(to_act)),
        sum(case.to_act and not case.acts for case in of),
        _share(sum(right for right, _ in names), sum(total for _, total in names)),
        _share(sum(right for right, _ in organisations), sum(total for _, total in organisations)),
        _share(sum(case.reading.request.lang == case.label["lang"] for case in human), len(human)),
        _share(sum(case.reading.request.has_question for case in asked), len(asked)),
        _share(sum(case.intent_right for case in of), len(of)),
        _share(sum(case.event_right for case in human if case.to_act), sum(case.to_act for case in human)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
