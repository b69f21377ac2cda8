"""Numbers of people that are not the party: of the house, of another time, of those of whom some come."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.understanding.mentions import Count
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.phrasebook import Found
from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.sizes import size_of_house
from mailbot.core.understanding.tokens import Token

_CLAUSE = re.compile(r"[,;:(–—]|\s-\s|\s(?:but|maar|aber|mais)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE, _BEHIND = 12, 8  # words around a number that tell of whom it is
_CLOSE = 8  # words between a number and the coming that it counts


def of_the_house(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "We are only nine people, all of us volunteers", "this mailbox is read by nine of us", "eine Stiftung
    mit vier Personen": so many they are, not so many come."""
    plain = [token.word for token in piece.words[max(0, one.first - _BEFORE) : one.last + _BEHIND]]
    if known["staff"].first(plain) is not None:
        return True
    return known["body"].first(plain) is not None and known["being"].first(plain) is not None


def of_another_time(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "Last year we were three": not where it is only likened, or the same words speak of coming."""
    start, end = piece.words[one.first].start, piece.words[one.last - 1].end
    low, high = _clause(piece, start, end)
    clause = [token.word for token in piece.words if low <= token.start < high]
    at = known["then"].first(clause)
    if at is None:
        years = [number for number, word in enumerate(clause) if _YEAR.fullmatch(word)]
        told = len(years) > 1 or any(known["placing"].length_before(clause, year) for year in years)
        at = years[0] if told else None
    if at is None or known["coming"].first(clause) is not None:
        return False  # "my husband and I lived there from 1988 to 2003"
    return not known["like"].length_before(clause, at)


def _clause(piece: Sentence, start: int, end: int) -> tuple[int, int]:
    low, high = piece.start, piece.end
    for cut in _CLAUSE.finditer(piece.text):
        if cut.end() + piece.start <= start:
            low = piece.start + cut.end()
        elif cut.start() + piece.start >= end:
            high = piece.start + cut.start()
            break
    return low, high


def of_others(piece: Sentence, one: Found, rule: str, known: NameWords) -> bool:
    """Whether the number is of those who do not come, of nobody, or of the house of the one who does."""
    if rule == "beside" and told_away(piece, one, known):
        return True
    if rule == "vague":
        return denied(piece, one, known) or of_a_circle(piece, one, known)
    return denied(piece, one, known) or size_of_house(piece, one, known)


def left_open(piece: Sentence, one: Found, rule: str, known: NameWords) -> bool:
    """Whether those who are counted may come or not, or the one who is may be the writer."""
    if rule == "beside" and (told_of(piece, one, known) or one_of_a_house(piece, one, known)):
        return True
    return rule in {"beside", "together"} and maybe(piece, one, known)


def told_away(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "My two colleagues are on a course that day": of whom the same words say that they do not come."""
    clause = _said_with(piece, one)
    away = known["away"].first(clause) is not None or known["negated"].first(clause) is not None
    return away and known["diet"].first(clause) is None


def denied(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "One seat, *not two* seats", "reken mij niet als twee man": the number that it is not."""
    plain = [token.word for token in piece.words]
    at = one.first
    while at and any(known[family].holds(plain[at - 1]) for family in ("as_what", "for_whom", "alongside")):
        at -= 1
    cut = at and _CLAUSE.search(
        piece.text[piece.words[at - 1].end - piece.start : piece.words[at].start - piece.start]
    )
    return not cut and known["negating"].length_before(plain, at) > 0


def of_a_circle(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "I was told *at my choir*", "in our class": where somebody heard of it, and nobody who comes."""
    plain = [token.word for token in piece.words]
    gathering = any(known["gathering"].holds(word) for word in plain[one.first : one.last])
    led = one.first > 0 and any(
        known[family].holds(plain[one.first - 1]) for family in ("placing", "of", "at_which")
    )
    return gathering and led


def one_of_a_house(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "I can come now too, so +1 for Peace Bridges": the writer may be that one, or have a guest."""
    if piece.words[one.first].word not in {"+", "+1"} or one.last + 1 >= len(piece.words):
        return False
    behind = piece.words[one.last + 1]
    led = any(known[family].holds(piece.words[one.last].word) for family in ("for_whom", "of", "from_house"))
    return led and piece.text[behind.start - piece.start].isupper()


def maybe(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "Misschien neem ik iemand mee", "perhaps with my wife": a guest whom the same words leave open."""
    return known["maybe"].first(_said_with(piece, one)) is not None


def told_of(piece: Sentence, one: Found, known: NameWords) -> bool:
    """ "My two colleagues are specialists in this": of whom something else is told than that they come."""
    clause = _said_with(piece, one)
    behind = [token.word for token in piece.words[one.last : one.last + 1]]
    ahead = [token.word for token in piece.words[one.first - 1 : one.first + 1]]
    if not behind or not known["being"].holds(behind[0]) or known["ours"].first(ahead) is None:
        return False
    return all(known[family].first(clause) is None for family in ("coming", "attending", "diet", "adding"))


def _said_with(piece: Sentence, one: Found) -> list[str]:
    low, high = _clause(piece, piece.words[one.first].start, piece.words[one.last - 1].end)
    return [token.word for token in piece.words if low <= token.start < high]


def only_the_writer(piece: Sentence, known: NameWords) -> bool:
    """ "I only sign up myself": not "not only me", "just me and my two colleagues", "only I cannot"."""
    plain = [token.word for token in piece.words]
    at = known["alone"].first(plain)
    if at is None or known["negated"].first(plain) is not None:
        return False
    end = at + known["alone"].length_at(plain, at)
    joined = known["joining"].length_at(plain, end) or known["adding"].length_at(plain, end)
    written = piece.text[piece.words[end - 1].end - piece.start :].lstrip()
    denied = known["negating"].length_before(plain, at) or known["negating"].length_before(
        plain, at - 1 if at else 0
    )
    return (
        not denied and not written.startswith("+") and (not joined or plain[end] in known["for_whom"].words)
    )


def puts_right(count: Count, piece: Sentence, known: NameWords) -> bool:
    """ "EDIT: Dean can't, so *only one*, for me", "Make that *two*": so many come, whatever was said."""
    if piece.place == "subject" or not count.exact or count.includes_sender is False:
        return False
    plain = [token.word for token in piece.words]
    return known["corrects_number"].first(plain) is not None


def some_of(count: Count, piece: Sentence, known: NameWords) -> bool:
    """ "Two of us eat no meat", "2 people are vegetarian", "two of us come by the early train": some of those
    who come."""
    plain = [token.word for token in piece.words]
    if piece.place == "subject" or count.includes_sender is False:
        return False
    of_us = count.includes_sender is True and known["of_us"].first(_inside(count, piece)) is not None
    if known["coming"].first(plain) is not None:
        behind = [token.word for token in piece.words if token.start >= count.end][:_BEHIND]
        return of_us and known["besides"].first(behind) is not None
    return of_us or known["diet"].first(plain) is not None


def _inside(count: Count, piece: Sentence) -> list[str]:
    return [token.word for token in piece.words if count.start <= token.start < count.end]


def part_of(
    counts: Sequence[Count], piece: Sentence, values: Mapping[str, int], known: NameWords
) -> list[Count]:
    """The counts of a sentence, a number of whom only some come made the number of these: "we are six, of
    whom three come", "van ons zessen komen er drie", "our team (six people) sends three"."""
    found: list[Count] = []
    for count in counts:
        direct = _directly(count, piece, values, known)
        if direct is not None and direct.number == 1:
            continue  # "I am one of the five people behind Open Ledger"
        some = _some(count, piece, values, known) if count.exact and count.number > 1 else None
        if some is None:
            found.append(count)
        elif all(other is count or other.number != some.number for other in counts):
            found.append(some)
    return found


def _some(count: Count, piece: Sentence, values: Mapping[str, int], known: NameWords) -> Count | None:
    plain = [token.word for token in piece.words]
    first = sum(token.start < count.start for token in piece.words)
    last = sum(token.start < count.end for token in piece.words)
    opened = piece.text.rfind("(", 0, count.start - piece.start)
    bracketed = opened >= 0 and ")" not in piece.text[opened : count.start - piece.start]
    whose = first and any(known[family].holds(plain[first - 1]) for family in ("articles", "possessive"))
    ahead = first - 1 if whose else first
    of = known["of"].length_before(plain, ahead) > 0 or known["of"].holds(plain[first])
    at = known["of_whom"].first(plain, last)
    whom = at is not None and "," not in piece.text[piece.words[at].start - piece.start :].split("(")[0][:12]
    if not (bracketed or of or whom):
        return None
    low = 0 if bracketed or of else last
    numbers = [
        token
        for number, token in enumerate(piece.words)
        if low <= number
        and not first <= number < last
        and 1 < values.get(token.word, 0) < count.number
        and known["coming"].first(plain[max(0, number - _CLOSE) : number + _CLOSE + 1]) is not None
        and known["diet"].first(plain[number : number + _CLOSE]) is None
    ]
    if len(numbers) == 1:
        return _counting(numbers[0], count, values)
    return _directly(count, piece, values, known)


def _directly(count: Count, piece: Sentence, values: Mapping[str, int], known: NameWords) -> Count | None:
    """ "We are two of the five people behind Open Ledger": the number right before "of the five"."""
    ahead = [token for token in piece.words if token.start < count.start]
    while ahead and any(known[family].holds(ahead[-1].word) for family in ("articles", "possessive")):
        ahead.pop()
    if len(ahead) < 2 or not known["of"].holds(ahead[-1].word):
        return None
    behind = [token.word for token in piece.words if token.start >= count.end][:_CLOSE]
    some = values.get(ahead[-2].word, 0)
    if not 0 < some < count.number or known["diet"].first(behind) is not None:
        return None
    return _counting(ahead[-2], count, values)


def _counting(token: Token, count: Count, values: Mapping[str, int]) -> Count:
    number = values[token.word]
    return replace(
        count, number=number, start=token.start, end=token.end, words=token.word, includes_sender=None
    )
