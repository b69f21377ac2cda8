"""Others who come in no number: "several of our staff want to come", "I bring some of our fellows"."""

from __future__ import annotations

import re

from mailbot.core.understanding.companions import SEVERAL
from mailbot.core.understanding.mentions import Count
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.sentences import Sentence

_BEHIND = 12  # words from "several" to the coming
_AHEAD = 3  # words from "there will also be" to "several"
_BROUGHT = 4  # words from "I bring" to "several"
_NOUN = 4  # words from "several" to what they are: "of our younger board members"
_LOOKED_AT = 30  # words before "several" in which it may say who brings them
_CUT = re.compile(r"[;!?():–—]|(?<!\d)\.")
_AGAINST = ("negated", "negating", "away", "already")


def with_crowds(counts: list[Count], piece: Sentence, known: NameWords) -> list[Count]:
    """The counts of a sentence, with those who are said to come, or to be brought, and are not counted."""
    plain = [token.word for token in piece.words]
    at = known["uncounted"].first(plain) if piece.place == "text" else None
    while at is not None:
        last = at + known["uncounted"].length_at(plain, at)
        noun = _people(plain, last, known)
        if noun is not None and _come(piece, plain, (at, noun), known):
            start, end = piece.words[at].start, piece.words[noun].end
            if not any(count.start < end and start < count.end for count in counts):
                said = piece.text[start - piece.start : end - piece.start]
                counts = [*counts, Count(0, start, end, said, SEVERAL, False, False, piece.place)]
            return counts
        at = known["uncounted"].first(plain, last)
    return counts


def _people(plain: list[str], last: int, known: NameWords) -> int | None:
    """The word that tells what those are who are not counted: "of our *fellows*", "board *members*"."""
    whose = last + known["of"].length_at(plain, last)
    near = range(last, min(len(plain), last + _NOUN))
    crowd = next((at for at in near if known["crowd"].holds(plain[at])), None)
    if crowd is None and whose + 1 < len(plain) and known["whose_people"].holds(plain[whose]):
        return whose + 1
    return crowd


def _come(piece: Sentence, plain: list[str], where: tuple[int, int], known: NameWords) -> bool:
    first, noun = where
    near = range(noun + 1, min(len(plain), noun + 1 + _BEHIND))
    behind = plain[noun + 1 : next((at for at in near if _cut(piece, at)), near.stop)]
    if any(known[family].first(behind) is not None for family in _AGAINST):
        return False
    led = ("of", "for_whom", "placing", "speaks_for")
    if known["joins_in"].first(behind) is not None:
        return not any(known[family].length_before(plain, first) for family in led)
    begin = max(0, first - _LOOKED_AT)
    ahead = plain[next((at for at in range(first, begin, -1) if _cut(piece, at)), begin) : first]
    if known["there_come"].first(ahead[-_AHEAD - 1 :]) is not None:
        return True
    if known["me"].first(ahead) is None and known["subject"].first(ahead) is None:
        return False
    close = ahead[-_BROUGHT - 1 :]
    if known["taking"].first(close) is not None and known["along"].first(behind) is not None:
        return True
    joined = (
        known["alongside"].length_before(ahead, len(ahead)) and known["joins_in"].first(ahead) is not None
    )
    return bool(joined) or known["bringing"].first(close) is not None


def _cut(piece: Sentence, at: int) -> bool:
    """Whether a clause ends before this word."""
    ahead, word = piece.words[at - 1], piece.words[at]
    return bool(_CUT.search(piece.text, max(0, ahead.end - 1 - piece.start), word.start - piece.start))
