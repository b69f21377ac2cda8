"""The words of a whole mail as ``leaning`` weighs them: each once, wherever it stands.

Words, their kin and two neighbours as ``votes`` marks them (names, numbers and addresses are one word each),
what the phrases found, and the reasons of their reading. A word that no sentence of ``tests/sentences`` holds
counts as it is written, so the business of others ("membership", "quotation") can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.request import Request
from mailbot.core.understanding.votes import UNKNOWN, Ballot, Mark, marked

_LONGEST = 16  # letters of an unknown word that count
_LONGEST_OF_TWO = 12
_SHOWN = 40  # letters of a word that stand in a reason: a stranger's may have thousands


def wording(voting: Sequence[Said], said: Iterable[Said], request: Request, ballot: Ballot) -> dict[str, str]:
    """Each key that may have a weight, and how a person reads it; '' where it is no word of the mail.

    ``voting`` are the sentences whose words count, ``said`` all that the phrases were looked for in."""
    found: dict[str, str] = {}
    for one in voting:
        found |= worded(marked(one.sentence, ballot))
    for one in said:
        for act in one.acts:
            found[f"does {act.kind}"] = ""
            found[f"says {_bare(act.slug)}"] = ""
    for reason in request.reasons:
        found[f"for {_bare(reason.rule)}"] = ""
    return found


def worded(marks: Sequence[Mark]) -> dict[str, str]:
    """The keys of one sentence."""
    found: dict[str, str] = {}
    for mark in marks:
        unknown = mark.word == UNKNOWN
        shown = mark.shown[:_SHOWN]
        found[f"word {UNKNOWN}{mark.shown[:_LONGEST]}" if unknown else f"word {mark.word}"] = shown
        found[f"kin {mark.kin}"] = shown
    kin = [UNKNOWN + mark.shown[:_LONGEST_OF_TWO] if mark.kin == UNKNOWN else mark.kin for mark in marks]
    for (one, other), (left, right) in zip(pairwise(kin), pairwise(marks), strict=True):
        found[f"near {one} {other}"] = f"{left.shown[:_SHOWN]} {right.shown[:_SHOWN]}"
    return found


def _bare(slug: str) -> str:
    """The rule without its language."""
    return slug.rpartition("/")[2]
