"""What gives a machine away: a family of phrases, where it is looked for, and how much it weighs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mailbot.core.triage.outcome import IgnoreKind

# " … ": anything within the sentence; a full stop beside a digit ("vom 23.12. bis") does not end it.
_GAP = r"\b(?:[^.!?]|(?<=\d)\.|\.(?=\d)){1,70}?\b"
_SHORTEST_CUE = 3
_GROUPED = re.compile(r"\(\?[:=!<][^()]*\)|\([^()]*\)")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_OPTIONAL = re.compile(r"(?:\\.|.)(?:[?*]|\{[^}]*\})\??")
_ESCAPED = re.compile(r"\\.")


class Place(StrEnum):
    SUBJECT = "subject"
    TEXT = "text"
    SENDER = "sender"  # the local part of the From


@dataclass(frozen=True, slots=True)
class Tell:
    """Counts once, ``weight`` points for ``kind``, however many of its phrases are found."""

    kind: IgnoreKind
    place: Place
    weight: int
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase, and letters that any text it finds must hold ('' where there are none)."""

    cue: str
    pattern: re.Pattern[str]

    def find(self, text: str) -> str:
        """The words found in ``text`` (lower case), or ''."""
        # Nine out of ten phrases end at the cue: looking for letters is a hundred times as quick.
        if self.cue not in text:
            return ""
        found = self.pattern.search(text)
        return found[0].strip()[:120] if found else ""


@cache
def compiled(phrases: tuple[str, ...], flags: int = 0) -> tuple[tuple[Phrase, ...], ...]:
    """Per phrase its alternatives."""
    return tuple(
        tuple(
            Phrase(cue_of(one), re.compile(one.replace(" … ", _GAP), flags)) for one in alternatives(phrase)
        )
        for phrase in phrases
    )


def alternatives(phrase: str) -> list[str]:
    """The phrase cut at each "|" that stands in no group or class."""
    found, depth, start, i, within = [], 0, 0, 0, False
    while i < len(phrase):
        sign = phrase[i]
        if sign == "\\":
            i += 1
        elif within:
            within = sign != "]"
        elif sign == "[":
            within = True
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(phrase[start:i])
            start = i + 1
        i += 1
    return [*found, phrase[start:]]


def cue_of(alternative: str) -> str:
    """The longest run of letters that whatever this finds must hold, or ''."""
    bare = _CLASS.sub("[]", alternative.replace("…", "\\s"))
    while True:
        fewer = _GROUPED.sub("[]", bare)
        if fewer == bare:
            break
        bare = fewer
    bare = re.sub(r"\[\](?:[?*+]|\{[^}]*\})?\??", "\\\\s", bare)
    bare = _ESCAPED.sub("\n", _OPTIONAL.sub("\n", bare))
    runs = re.findall(r"[^\W\d_][^\W\d_' ,@-]*(?:[' ,@-][^\W\d_]+)*", bare)
    longest = max(runs, key=len, default="")
    return longest if len(longest) >= _SHORTEST_CUE else ""
