"""What the words beside a name say of the person to the writer: a colleague, joined to them, spoken for."""

from __future__ import annotations

import re

from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import tokens

_FAR = 120  # characters behind a first name in which it is said that somebody comes
_WORDS = 10  # words, likewise
_CUT = re.compile(r"[:;!?]\s|\.\s(?=[A-Z])")


def announced(earlier: list[str], words: NameWords) -> bool:
    """ "mijn collega", "our director" just before, a comma or an adjective between them at most."""
    if words["announcing"].length_before(earlier, len(earlier)):
        return True
    # An adjective or "is" may come between; behind a preposition comes something else.
    if len(earlier) < 2 or any(words[one].holds(earlier[-1]) for one in ("from_house", "joining", "placing")):
        return False  # "has been called to Montevideo"
    return words["announcing"].length_before(earlier, len(earlier) - 1) > 0


def without_role(earlier: list[str], words: NameWords) -> list[str]:
    """The words before "mijn collega", "our director, Mr"."""
    rest = list(earlier)
    while rest and (
        rest[-1] in words["titles"].words
        or words["announcing"].holds(rest[-1])
        or words["functions"].holds(rest[-1])
        or words["possessive"].holds(rest[-1])
    ):
        rest.pop()
    return rest


def written_for(earlier: list[str], words: NameWords, *, titled: bool = False) -> bool:
    """ "Namens onze voorzitter, de heer ...", "on behalf of Ms ...", "für meine Tochter ..."; ``titled``:
    a title stands before the name."""
    rest = without_role(earlier, words)
    length = words["for_whom"].length_before(rest, len(rest))
    return bool(length) and (titled or len(rest) < len(earlier) or length > 1)


def beside_me(text: str, end: int, earlier: list[str], words: NameWords, *, german: bool) -> bool:
    """ "Thijs en ik", "me and Sanne", "ik en mijn nichtje Chelsea": joined to the writer; ``end`` is where
    the name ends in the text, and ``earlier`` are the words before it."""
    rest = without_role(earlier, words)
    for ahead in (earlier, rest):
        length = words["joining"].length_before(ahead, len(ahead))
        if length and words["me"].length_before(ahead, len(ahead) - length):
            return True
    if _one_for(earlier, words) or _and_that_of(earlier, words):
        return True
    both = words["both_and"].first(earlier) is not None
    after = _CUT.split(text[end : end + 120], maxsplit=1)[0]
    bracket = re.match(r"\s*\([^()\n]{0,60}\)", after)
    tail = [token.word for token in tokens(after[bracket.end() if bracket else 0 :][:60])][:6]
    tail = (
        [word for word in tail if word not in {"in", "cc", "kopie", "copy", "copie", "en"}]
        if tail[:1] == ["in"]
        else tail
    )
    for at in range(min(3, len(tail))):
        length = words["joining"].length_at(tail, at) or (both and words["as_well"].length_at(tail, at))
        if tail[at] == "u" and not german:
            return False  # "Streept u mij maar door"
        if length and words["mine_too"].length_at(tail, at + length):
            return True  # "cancel Hugo's registration and mine"
        if length:
            return bool(words["me"].length_at(tail, at + length)) and (
                at == 0 or tail[0] in {"cc", "kopie", "copie"}
            )
    return False


def _one_for(earlier: list[str], words: NameWords) -> bool:
    """ "Voor mij en voor ...", "one for me and one for ..."."""
    rest = list(earlier)
    if not rest or not words["for_whom"].holds(rest.pop()):
        return False
    if rest and words["possessive"].holds(rest[-1]):
        rest.pop()  # "en een voor", "and one for"
    length = words["joining"].length_before(rest, len(rest))
    return bool(length) and words["me"].length_before(rest, len(rest) - length) > 0


def _and_that_of(earlier: list[str], words: NameWords) -> bool:
    """ "My registration and that of ...", "zowel mijzelf als ...": what is said of both."""
    length = words["as_well"].length_before(earlier, len(earlier))
    if length and words["both_and"].first(earlier) is not None:
        return words["me"].length_before(earlier, len(earlier) - length) > 0
    at = len(earlier) - words["that_of"].length_before(earlier, len(earlier))
    length = words["joining"].length_before(earlier, at) if at < len(earlier) else 0
    return length > 0 and words["mine"].first(earlier[: at - length]) is not None


def takes_part(sentence: str, rest: str, earlier: list[str], words: NameWords) -> bool:
    """ "Priya would like to come", "a seat for Priya", "Tineke en Bas komen": so a first name alone is a
    person's who comes; ``rest`` is what its clause goes on with. Not where the writer speaks of themselves in
    the same breath: "Priya is coming too, so put me down", "Priya says that I can come"."""
    if words["me"].first([token.word for token in tokens(sentence)]) is not None:
        return False
    behind = [token.word for token in tokens(rest[:_FAR])][:_WORDS]
    company = words["joining"].length_at(behind, 0)
    ahead = [0] if not company or len(behind) <= company else [0, company + 1]  # behind "and Bas"
    coming = any(words[family].first(behind) is not None for family in ("coming", "attending"))
    if coming and any(words["takes_part"].length_at(behind, at) for at in ahead):
        return True
    length = words["for_whom"].length_before(earlier, len(earlier))
    seated = length and words["coming"].first(earlier[-length - 3 : len(earlier) - length]) is not None
    return bool(seated) or words["signs_up"].length_before(earlier, len(earlier)) > 0
