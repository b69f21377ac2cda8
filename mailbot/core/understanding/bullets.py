"""The signs that make a line an item of a list: "- Jan", "2) Els", and "-Jan" among others like it."""

from __future__ import annotations

import re
from collections.abc import Sequence

BULLET = re.compile(
    r"[ \t\u00a0]*(?:[-–—*•·▪●○◦»>+§oO]|\(?\d{1,2}[.):]|\(\d{1,2}\)|[a-hA-H]\.|#\d{1,2}"
    r"|\(?(?:[a-hA-H]|[ivx]{1,4}|[IVX]{1,4})\))[ \t\u00a0]+(?=\S)"  # "(a)", "b)", "(iii)"
)
_GLUED = re.compile(r"[ \t\u00a0]*[-–—*•·▪●○+](?=[^\W\d_])")  # "-Jan": a bullet where its neighbours have one
_NEAR = 2  # lines between two bullets of one list
_LETTERED = 3  # lines between two lettered ones


def bullets(texts: Sequence[str]) -> list[int]:
    """How long the bullet of each line is."""
    signs = [BULLET.match(text) for text in texts]
    letters = [_letter(sign) for sign in signs]
    return [
        sign.end() if sign is not None and not _initial(letters, number) else stuck
        for number, (sign, stuck) in enumerate(zip(signs, glued(texts), strict=True))
    ]


def _letter(sign: re.Match[str] | None) -> str:
    """The letter of "a." or "C."; '' of any other sign."""
    shown = sign.group().strip() if sign is not None else ""
    return shown[0] if shown[:1].isalpha() and shown.endswith(".") else ""


def _initial(letters: Sequence[str], at: int) -> bool:
    """Whether such a letter is an initial, "C. Ndiaye": in a list the one before or the next is near."""
    if not letters[at]:
        return False
    near = (*letters[max(0, at - _LETTERED) : at], *letters[at + 1 : at + 1 + _LETTERED])
    return not any(other and abs(ord(other) - ord(letters[at])) == 1 for other in near)


def glued(texts: Sequence[str]) -> list[int]:
    """The same for signs right before a word: "-Jan" alone is how somebody signs, in a row it is a list."""
    signs = [_GLUED.match(text) for text in texts]
    found: list[int] = []
    for number, own in enumerate(signs):
        near = (*signs[max(0, number - _NEAR) : number], *signs[number + 1 : number + 1 + _NEAR])
        among = own is not None and any(other is not None and other[0] == own[0] for other in near)
        found.append(own.end() if own is not None and among else 0)
    return found
