"""The letters that a pattern can't do without: text that holds none of them need not be searched.

Patterns here are regular expressions in lower case; " … " stands for a gap, as in ``triage.tells``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_GROUPED = re.compile(r"\(\?[:=!<][^()]*\)|\([^()]*\)")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_OPTIONAL = re.compile(r"(?:\\.|.)(?:[?*]|\{[^}]*\})\??")
_ESCAPED = re.compile(r"\\.")
# What a search without regard to case takes for an i or an s, and lower() leaves as it is.
_ALSO = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})


def lowered(text: str) -> str:
    """``text`` in lower case, so that it holds the cue of every pattern that finds something in it."""
    return text.lower() if text.isascii() else text.translate(_ALSO).lower()


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
    """Letters of which whatever this finds must hold some, as long as they may be; ('',) where nothing can
    be said."""
    told: list[tuple[str, ...]] = [(cue,)] if (cue := _cue_of(alternative)) else []
    for group in _groups(alternative):
        cues = tuple(dict.fromkeys(cue for one in alternatives(group) for cue in cues_of(one)))
        if "" not in cues:
            told.append(cues)
    return max(told, key=lambda cues: min(map(len, cues)), default=("",))


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
    """The longest run of letters, or of digits, that whatever this finds must hold, or ''."""
    bare = _CLASS.sub("[]", alternative.replace("…", "\\s"))
    while True:
        fewer = _GROUPED.sub("[]", bare)
        if fewer == bare:
            break
        bare = fewer
    bare = re.sub(r"\[\](?:[?*+]|\{[^}]*\})?\??", "\\\\s", bare)
    bare = _ESCAPED.sub("\n", _OPTIONAL.sub("\n", bare))
    runs = re.findall(r"[^\W\d_][^\W\d_' ,@-]*(?:[' ,@-][^\W\d_]+)*|\d+", bare)
    return max(runs, key=len, default="")
