"""How many people the house of the writer has, told beside the writer's own coming."""

from __future__ import annotations

from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.phrasebook import Found
from mailbot.core.understanding.sentences import Sentence

_HEAD = 4  # words between what a house is and the bracket behind it: "the Amani group of Delft (six people)"
_LED = 4  # words between "on behalf of" and what it is: "namens onze kleine diaconie"
_TOLD = 2  # words between the number and what is told of it
_HOUSES = ("body", "gathering", "organisation", "opening")


def size_of_house(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "On behalf of our group (six people) I would like to attend", "we are tiny (three people) and I'd love
    to come", "ons team van vijf stuurt mij": so many they are, and one of them comes. Not "I sign
    up our group (six people)", "I come with our group of six"."""
    plain = [token.word for token in piece.words]
    sent = known["sends_me"].first(plain, one.last) is not None
    if not sent and known["me"].first(plain) is None and known["subject"].first(plain) is None:
        return False
    if not sent and known["enrols"].first(plain) is not None and known["myself"].first(plain) is None:
        return False
    number = next((at for at in range(one.first, one.last) if known.number(plain[at])), one.first)
    head = _head(piece, plain, number, known)
    if head is None:
        return False
    told = (plain[:head], plain[one.last : one.last + _TOLD])
    if sent or any(known["being"].first(words) is not None for words in told):
        return True
    return any(known["speaks_for"].length_before(plain, at) for at in range(max(0, head - _LED), head + 1))


def _head(piece: Sentence, plain: list[str], number: int, known: NameWords) -> int | None:
    """Where it says what the house is: before the bracket that holds the number, or "team of five"."""
    opened = piece.text.rfind("(", 0, piece.words[number].start - piece.start)
    inside = [at for at in range(number) if piece.words[at].start - piece.start > opened >= 0]
    if (
        opened >= 0
        and len(inside) <= _TOLD
        and ")" not in piece.text[opened : piece.words[number].start - piece.start]
    ):
        end, near = number - len(inside), _HEAD
    elif number and (known["of"].holds(plain[number - 1]) or known["alongside"].holds(plain[number - 1])):
        end, near = number - 1, 1
    else:
        return None
    for at in range(end - 1, max(-1, end - 1 - near), -1):
        if any(known[family].holds(plain[at]) for family in _HOUSES):
            return at
    return None
