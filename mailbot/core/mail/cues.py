"""The letters that a pattern can't do without: text that holds none of them need not be searched.

Patterns here are regular expressions in lower case; " … " stands for a gap, as in ``triage.tells``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_GROUPED = re.compile(r"\(\?[:=!<][^()]*\)|\([^()]*\)")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_OPTIONAL = re.compile(r"(?:\\.|.)(?:[?*]|\{[^}]*\})\??")
# What is escaped, a class, or a sign of its own.
_MEANT = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_ESCAPED = re.compile(r"\\.")
_ANY = re.compile(r"\[\](?:[?*+]|\{[^}]*\})?\??")
_RUN = re.compile(r"[^\W\d_][^\W\d_' ,@-]*(?:[' ,@-][^\W\d_]+)*|\d+")
_SIGNS = frozenset("\\[](){}?*+")
# What a search without regard to case takes for an i or an s, and lower() leaves as it is.
_ALSO = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})


def lowered(text: str) -> str:
    """``text`` in lower case, so that it holds the cue of every pattern that finds something in it."""
    return text.lower() if text.isascii() else text.translate(_ALSO).lower()


def alternatives(phrase: str) -> list[str]:
    """The phrase cut at each "|" that stands in no group or class."""
    if "|" not in phrase:
        return [phrase]  # as most are
    bars = [at for at, sign, depth in _signs(phrase) if sign == "|" and not depth]
    return [phrase[begin + 1 : end] for begin, end in pairwise([-1, *bars, len(phrase)])]


def cues_of(alternative: str) -> tuple[str, ...]:
    """Letters of which whatever this finds must hold some, as long as they may be; ('',) where nothing can
    be said."""
    cue = _cue_of(alternative)
    if "(" not in alternative:
        return (cue,)
    told: list[tuple[str, ...]] = [(cue,)] if cue else []
    for group in _groups(alternative):
        cues = tuple(dict.fromkeys(cue for one in alternatives(group) for cue in cues_of(one)))
        if "" not in cues:
            told.append(cues)
    return max(told, key=lambda cues: min(map(len, cues)), default=("",))


def _groups(alternative: str) -> Iterator[str]:
    """The insides of the groups that whatever this finds goes through."""
    start = 0
    for at, sign, depth in _signs(alternative):
        if sign == "(" and depth == 1:
            start = at
        elif sign == ")" and depth == 0:
            inside, after = alternative[start + 1 : at], alternative[at + 1 : at + 2]
            if inside.startswith("?:") and after not in {"?", "*", "{"}:
                yield inside[2:]


def _signs(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Each bracket and bar that has a meaning: where it stands, and how many groups are open after it."""
    depth = 0
    for found in _MEANT.finditer(pattern):
        sign = found[0]
        if sign in "()|":
            depth += {"(": 1, ")": -1, "|": 0}[sign]
            yield found.start(), sign, depth


def _cue_of(alternative: str) -> str:
    """The longest run of letters, or of digits, that whatever this finds must hold, or ''."""
    bare = alternative.replace("…", "\\s")
    if not _SIGNS.isdisjoint(bare):
        bare = _CLASS.sub("[]", bare)
        while True:
            fewer = _GROUPED.sub("[]", bare)
            if fewer == bare:
                break
            bare = fewer
        bare = _ANY.sub("\\\\s", bare)
        bare = _ESCAPED.sub("\n", _OPTIONAL.sub("\n", bare))
    return max(_RUN.findall(bare), key=len, default="")
