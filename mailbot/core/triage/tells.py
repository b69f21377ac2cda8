"""What gives a machine away: a family of phrases, where it is looked for, and how much it weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

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
    """A phrase, and cues: any text it finds holds at least one of them ('' is in every text)."""

    cues: tuple[str, ...]
    pattern: str
    flags: int

    def find(self, text: str) -> str:
        """The words found in ``text`` (lower case), or ''; text without a cue holds none."""
        found = _compiled(self.pattern, self.flags).search(text)
        return found[0].strip()[:120] if found else ""


class _Index:
    """Phrases by three letters of their cues, so that of a thousand only a handful is tried."""

    def __init__(self, phrases: tuple[str, ...], flags: int) -> None:
        self.phrases = tuple(
            (number, Phrase(cues_of(one), one.replace(" … ", _GAP), flags))
            for number, phrase in enumerate(phrases)
            for one in alternatives(phrase)
        )
        self._by_letters: dict[str, dict[str, list[int]]] = {}  # rarest three letters of a cue, cue, places
        self._always = [place for place, (_, one) in enumerate(self.phrases) if "" in one.cues]
        shared = Counter(letters for _, one in self.phrases for cue in one.cues for letters in _triples(cue))
        for place, (_, one) in enumerate(self.phrases):
            for cue in filter(None, one.cues):
                rarest = min(sorted(_triples(cue)), key=lambda letters: shared[letters])
                self._by_letters.setdefault(rarest, {}).setdefault(cue, []).append(place)
        self._letters = frozenset(self._by_letters)

    def likely(self, text: str) -> list[tuple[int, Phrase]]:
        """The phrases of which the text holds a cue, in their order."""
        places = set(self._always)
        for letters in self._letters & _triples_of(text):  # by the few of a family, not the many of a text
            for cue, where in self._by_letters[letters].items():
                if cue in text:
                    places.update(where)
        return [self.phrases[place] for place in sorted(places)] if places else []


def _triples(text: str) -> frozenset[str]:
    return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)))


_triples_of = lru_cache(maxsize=16)(_triples)  # the texts of one mail are held against many families
_indexed = cache(_Index)
_compiled = cache(re.compile)  # most phrases are never tried: compiling all takes half a second


def hits(phrases: tuple[str, ...], text: str, flags: int = 0) -> Iterator[tuple[int, str]]:
    """The words of ``text`` (lower case) that the phrases find, in their order: (phrase, words)."""
    for number, one in _indexed(phrases, flags).likely(text):
        if found := one.find(text):
            yield number, found


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


def cues_of(alternative: str) -> tuple[str, ...]:
    """Letters of which whatever this finds must hold some; ('',) where nothing can be said."""
    if cue := _cue_of(alternative):
        return (cue,)
    for group in _groups(alternative):
        cues = tuple(dict.fromkeys(cue for one in alternatives(group) for cue in cues_of(one)))
        if "" not in cues:
            return cues
    return ("",)


def _groups(alternative: str) -> Iterator[str]:
    """The insides of the groups that whatever this finds goes through."""
    depth, start, i, within = 0, 0, 0, False
    while i < len(alternative):
        sign = alternative[i]
        if sign == "\\":
            i += 1
        elif within:
            within = sign != "]"
        elif sign == "[":
            within = True
        elif sign == "(":
            depth += 1
            start = i if depth == 1 else start
        elif sign == ")":
            depth -= 1
            inside, after = alternative[start + 1 : i], alternative[i + 1 : i + 2]
            if depth == 0 and inside.startswith("?:") and after not in {"?", "*", "{"}:
                yield inside[2:]
        i += 1


def _cue_of(alternative: str) -> str:
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
