"""The words of a whole mail as ``leaning`` weighs them: each once, wherever it stands.

Words, their kin and two neighbours as ``votes`` marks them (names, numbers and addresses are one word each),
what stands near a "not" or in a question, what the phrases found, and the reasons of their reading. A word
that no sentence of ``tests/sentences`` holds counts as it is written, so the business of others
("membership", "quotation") can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.request import Request
from mailbot.core.understanding.vocabulary import Mark
from mailbot.core.understanding.votes import ASKED, UNKNOWN, Ballot, marked

_NOT = "%not"  # the kin of every word that denies
_OF_NOT = 4  # words before and behind it that it may deny
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
        unknown, read = mark.word == UNKNOWN, mark.shown[:_SHOWN]
        found[f"word {UNKNOWN}{mark.shown[:_LONGEST]}" if unknown else f"word {mark.word}"] = read
        found[f"kin {mark.kin}"] = read
    kin = [UNKNOWN + mark.shown[:_LONGEST_OF_TWO] if mark.kin == UNKNOWN else mark.kin for mark in marks]
    shown = [mark.shown[:_SHOWN] for mark in marks]
    for at, one in enumerate(kin):
        if at:
            found[f"near {kin[at - 1]} {one}"] = f"{shown[at - 1]} {shown[at]}"
        if one == _NOT:
            for other in range(max(at - _OF_NOT, 0), at):
                found[f"before-not {kin[other]}"] = f"{shown[other]} … {shown[at]}"
            for other in range(at + 1, min(at + 1 + _OF_NOT, len(kin))):
                found[f"after-not {kin[other]}"] = f"{shown[at]} … {shown[other]}"
    if marks[-1] is ASKED:
        found |= {f"asked {one}": f"{word} …?" for one, word in zip(kin, shown, strict=True)}
    return found


def _bare(slug: str) -> str:
    """The rule without its language."""
    return slug.rpartition("/")[2]
