"""What stands under a name and names no house: a trade, a part of one; and the house behind a function.

"Moderation & Prozessbegleitung" tells what somebody does, "Faculty of Social Sciences" where in the house
they sit, "vrijwilliger bij Vluchtelingensteun Oost" for whom they work.
"""

from __future__ import annotations

import re

from mailbot.core.understanding.names import bare
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import Token, tokens

_BESIDE = 2  # words beside those who govern a house
_TOWN = 6  # letters of what may be a town by its ending
_HOUSE_NUMBER = re.compile(r"\d{1,4}[a-z]?$")
_NOUN = re.compile(
    r"\s*(?:(?:de|het|the|der|dem|den|la|le)\s+|l['’])?([^\W\d_A-ZÀ-Þ][^\W\d_]+)(?=\s[A-ZÀ-Þ\"“«„])"
)
_NAMED = re.compile(r"\s*(?:(?:[Dd]e|[Hh]et|[Tt]he|[Dd]ie|[Ll][ae]s?)\s+|[Ll]['’])?[\"“«„]?\s?[A-ZÀ-Þ\d]")


def only_trade(name: str, words: NameWords) -> bool:
    """Whether every word of it is what people do: then it is no organisation, whoever's domain it is."""
    plain = [token.word for token in tokens(name)]
    small = words["house_small"].words | words["joining"].words
    telling = [word for word in plain if word not in small]
    return bool(telling) and all(words["trades"].holds(word) for word in telling)


def is_unit(name: str, words: NameWords) -> bool:
    """ "Faculty of Social Sciences", "Civil Society Unit": a part of a larger house."""
    parts = name.split()
    return bool(parts) and (words["units"].holds(bare(parts[0])) or words["units"].holds(bare(parts[-1])))


def is_street(plain: list[str], words: NameWords) -> bool:
    """ "Rue de Fer 48", "Am Hof 7", "12 Market Road"."""
    numbered = _HOUSE_NUMBER.match(plain[-1]) or (len(plain) > 2 and _HOUSE_NUMBER.match(plain[0]))
    return bool(numbered) and any(words["streets"].holds(word) for word in plain)


def is_town(name: str, words: NameWords) -> bool:
    """ "Sint-Oedenrode", "Bad Oeynhausen", "Heemskerk": what is made as the names of towns are."""
    parts = name.split()
    if not parts or any(not part.isalpha() for part in name.replace("-", " ").split()):
        return False
    first, last = bare(parts[0]), bare(parts[-1])
    led = words["place_beginnings"].holds(first) and (len(parts) == 2 or "-" in first)
    made = len(parts) == 1 and len(last) > _TOWN and words["place_endings"].holds(last)
    whole = parts[-1][1:].islower() or "-" in parts[-1]
    return (led or (made and whole)) and parts[0][:1].isupper()


def governs(plain: list[str], words: NameWords) -> bool:
    """ "Secretaresse Raad van Bestuur": those who govern a house, or the beginning of them behind a function;
    not "Student Union"."""
    at = words["bodies"].first(plain)
    if at is not None and len(plain) - words["bodies"].length_at(plain, at) < _BESIDE:
        return True
    return len(plain) == _BESIDE and words["functions"].holds(plain[0]) and words["bodies"].opens(plain[1])


def behind_function(text: str, words: NameWords) -> int:
    """Where the name of the house begins in "Policy Officer at Harbour Trust"; 0 where none does."""
    said = tokens(text)
    plain = [token.word for token in said]
    if not any(words["functions"].holds(word) for word in plain[:6]):
        return 0
    for at in range(1, len(plain)):
        length = words["at_house"].length_at(plain, at)
        leads = words["on_behalf"].length_before(plain, at + 1) > 1  # "voorzitter van", "chair of"
        if length or leads:
            begin = _end(said, at + (length or 1) - 1)
            named = _NAMED.match(text, begin)
            if named is not None:
                return begin
    return 0


def behind_opening(text: str, words: NameWords) -> int:
    """The same in "Namens Stichting Horizon", "für den Verein Weitblick": where the words begin so."""
    said = tokens(text[:60])
    length = words["from_house"].length_at([token.word for token in said], 0)
    if not length:
        return 0
    begin = said[length - 1].end
    leads = length > 1 or words["at_house"].length_at([token.word for token in said], 0)
    return begin if behind_noun(text, begin, words) > begin or (leads and _NAMED.match(text, begin)) else 0


def _end(said: list[Token] | tuple[Token, ...], at: int) -> int:
    return said[at].end


def behind_noun(text: str, begin: int, words: NameWords) -> int:
    """Where the name begins behind a word in lower case that says what it is: "du collectif Eau Libre",
    "of the association Passerelles"; ``begin`` where there is none."""
    noun = _NOUN.match(text, begin)
    if (
        noun is None
        or not words["organisation"].holds(bare(noun[1]))
        or words["kept_opening"].holds(bare(noun[1]))
    ):
        return begin
    return noun.end()
