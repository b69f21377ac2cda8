"""Lines that are written in capitals alone: there a capital makes no name."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 400  # characters looked back and ahead for the ends of the line
_FEW = 3  # words beside a name that tell how the line is written


def line_at(text: str, at: int) -> tuple[int, int]:
    """Where the line around a place begins and ends."""
    start = text.rfind("\n", max(0, at - _LONGEST), at) + 1 or max(0, at - _LONGEST)
    end = text.find("\n", at, at + _LONGEST)
    return start, end if end >= 0 else min(len(text), at + _LONGEST)


def shouted(text: str, start: int, end: int) -> bool:
    """Whether what stands around ``text[start:end]`` in its line has several words, and all in capitals."""
    low, high = line_at(text, start)
    beside = f"{text[low:start]} {text[end:high]}"
    if beside.upper() != beside:
        return False
    return len(_WORD.findall(beside)) >= _FEW
