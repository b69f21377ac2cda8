"""What gives a machine away: a family of phrases, where it is looked for, and how much it weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from mailbot.core.mail.cues import alternatives, cues_of
from mailbot.core.triage.outcome import IgnoreKind

# " … ": anything within the sentence; a full stop beside a digit ("vom 23.12. bis") does not end it.
_GAP = r"\b(?:[^.!?]|(?<=\d)\.|\.(?=\d)){1,70}?\b"
_PIECE = 4  # letters by which a cue is looked up
_FEW = 40  # cues that are looked for one by one


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


class Index:
    """Phrases by four letters of their cues, so that of a thousand only a handful is tried."""

    def __init__(self, phrases: Iterable[str], flags: int = 0) -> None:
        self._flags = flags
        cut = [(number, one) for number, phrase in enumerate(phrases) for one in alternatives(phrase)]
        self._patterns = [(number, one.replace(" … ", _GAP)) for number, one in cut]
        # Any text that a phrase finds something in holds one of its cues; '' is in every text.
        places: dict[str, list[int]] = {}
        for place, (_, one) in enumerate(cut):
            for cue in cues_of(one):
                places.setdefault(cue, []).append(place)
        self._always = places.pop("", [])
        few = len(places) <= _FEW
        self._each = [(cue, where) for cue, where in places.items() if few or len(cue) < _PIECE]
        self._by_piece: dict[str, list[tuple[str, list[int]]]] = {}  # the rarest piece of each other cue
        shared = Counter(piece for cue in places for piece in _pieces(cue))
        for cue, where in places.items():
            if not few and len(cue) >= _PIECE:
                rarest = min(sorted(_pieces(cue)), key=lambda piece: shared[piece])
                self._by_piece.setdefault(rarest, []).append((cue, where))
        self._pieces = frozenset(self._by_piece)

    def hits(self, text: str) -> Iterator[tuple[int, str]]:
        """The words of ``text`` (lower case) that the phrases find, in their order: (phrase, words)."""
        for place in self._likely(text):
            number, pattern = self._patterns[place]
            if found := _compiled(pattern, self._flags).search(text):
                yield number, found[0].strip()[:120]

    def _likely(self, text: str) -> list[int]:
        """The places of the phrases of which the text holds a cue."""
        places = set(self._always)
        for cue, where in self._each:
            if cue in text:
                places.update(where)
        if self._pieces:
            for piece in self._pieces & _pieces_of(text):  # by the few of a text, not the many of a family
                for cue, where in self._by_piece[piece]:
                    if cue in text:
                        places.update(where)
        return sorted(places) if places else []


def _pieces(text: str) -> frozenset[str]:
    return frozenset([text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)])


_pieces_of = lru_cache(maxsize=16)(_pieces)  # the texts of one mail are held against many families
_indexed = cache(Index)
_compiled = cache(re.compile)  # most phrases are never tried: compiling all takes half a second


def hits(phrases: tuple[str, ...], text: str, flags: int = 0) -> Iterator[tuple[int, str]]:
    """The words of ``text`` (lower case) that the phrases find, in their order: (phrase, words)."""
    return _indexed(phrases, flags).hits(text)
