"""People named in running text, and those it means without a name: "ondergetekende", "my colleague (cc)"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from mailbot.core.base import Attendee
from mailbot.core.mail.message import Part
from mailbot.core.understanding.display import domain_core, speaks_of_organisation
from mailbot.core.understanding.lines import Line
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.names import bare, is_initials, mended
from mailbot.core.understanding.naming import Reading, name_person
from mailbot.core.understanding.organisations import Found, after_domain, run_at
from mailbot.core.understanding.spans import Span, spans
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.weighing import weight

MOST = 80  # names in one mail; what names more people is for a person to read
_JOINING = re.compile(
    r"\s*(?:\([^()\n]{0,60}\)|<[^<>\n]{0,60}>)?\s*"
    r"(?:,|;|\+|&|/|,?\s*(?:en|and|und|et|y|u|as well as|sowie|ainsi que|alsmede|plus|samt))\s*"
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_BOTH = re.compile(r"\(\s*(?:beiden?|allebei|both|tous|toutes)\b", re.IGNORECASE)
_ARTICLES = frozenset(["de", "den", "the"])
_SMALL = 3  # words between a first name and a family name
_ASIDE = 24  # characters between two people who are named in one breath
_OF = frozenset(
    [
        "van",
        "von",
        "de",
        "du",
        "of",
        "uit",
        "aus",
        "from",
        "at",
        "bij",
        "bei",
        "in",
        "te",
        "vom",
        "beim",
        "chez",
        "des",
    ]
)


def name_prose(reading: Reading, tail: list[Line]) -> None:
    """Record the people of the new words, those lines left out that sign the mail."""
    text, words = reading.text, reading.words
    ends = {line.start for line in tail}
    houses = _houses(reading)
    candidates: list[Span] = []
    for start, end in _pieces(reading):
        for paragraph in _PARAGRAPH.finditer(text, start, end):
            if paragraph.group().lstrip(" -*>")[:1].islower():
                candidates += _whispered(text, paragraph.start(), paragraph.end(), reading)
        candidates += [_without_house(span, reading) for span in spans(text, start, end, words)]
    free = [
        span
        for span in candidates[:MOST]
        if (reading.place != "text" or text.rfind("\n", 0, span.left) + 1 not in ends)
        and reading.free(span.left, span.end)
        and not _is_called(span, reading)
        and not any(one.start <= span.start < one.end for one in reading.around.written)
        and not any(house.start < span.end and span.start < house.end for house in houses)
    ]
    shouted = reading.place != "text" and text.isupper() and _speaks_of_self(reading)
    for span in free:
        led = reading.place == "text" or _headed(span, reading)
        # A subject names the matter, in capitals: there a name must be sure.
        if weight(span, reading.around) > (0 if led else 2) and (led or not shouted):
            name_person(span, reading, Source.PROSE)
    if reading.place == "text" or any(m.place == "subject" for m in reading.mentions):
        _join(free, reading)
    _spread(reading)
    _share_houses(reading)
    if reading.place == "text":
        _undersigned(reading)
        _copied(reading)


def _speaks_of_self(reading: Reading) -> bool:
    """ "IK WIL ERBIJ": what follows an "I" is a sentence, whatever its capitals."""
    return reading.words["subject"].first([token.word for token in tokens(reading.text)]) is not None


def _headed(span: Span, reading: Reading) -> bool:
    """ "Cancellation Sam Cole", "18 Jan: instead of me comes Lena Ford": a subject that is about people."""
    if not span.full:
        return False
    plain = [token.word for token in tokens(reading.text[: span.left])]
    return any(reading.words[family].first(plain) is not None for family in ("heading", "in_place_of"))


def _is_called(span: Span, reading: Reading) -> bool:
    """ "du collectif Eau Libre", "vom verein Weitblick", "namens de directie Sociale Ontwikkeling": a word in
    lower case, or the part of a house that one writes for, says that it is no person."""
    words = reading.words
    before = reading.text[max(0, span.left - 40) : span.left].split()
    if not before or words.is_given(span.tokens[0]):
        return False  # "mon chum de bureau Jean-Philippe Gagné"
    word = bare(before[-1])
    if words["units"].holds(word) or words["offices"].holds(word):
        led = [bare(one) for one in before[:-1]]
        return words["from_house"].length_before(led, len(led)) > 0 and not span.titled
    return before[-1].islower() and words["organisation"].holds(word)


def _pieces(reading: Reading) -> list[tuple[int, int]]:
    if reading.place != "text":
        return [(0, len(reading.text))]
    return [(s.start, s.end) for s in reading.mail.stretches if s.part is Part.NEW]


def _houses(reading: Reading) -> list[Found]:
    """Where an organisation stands that a domain of the mail is called after: no person."""
    found = []
    for start, end in _pieces(reading):
        for core in reading.around.cores:
            one = after_domain(reading.text, start, end, core, reading.words, signed=False)
            if one is None or reading.words.is_given(one.name.split()[0]):
                continue
            before = reading.text[start : one.start].split()[-1:]
            if not (before and before[0][0].isupper() and reading.words.is_given(before[0])):
                found.append(one)  # "Anna Bakker" of bakker.example is a person
    return found


def _without_house(span: Span, reading: Reading) -> Span:
    """ "Yoeri Cuperus van Beeld voor Recht", "Visscher uit Delft": the name ends before what he is of.

    So it does where the rest is called after a domain of the mail, goes on or is called as organisations
    are, is a place behind "uit", or follows a name that From bears.
    """
    words, text = reading.words, reading.text
    for number in range(1, len(span.tokens)):
        token = span.tokens[number]
        if words["opening"].holds(bare(token)) and token[0].isupper() and words.is_given(span.tokens[0]):
            # "Ingrid Wolters Stichting Zaadgoed", "Fatma Aydın van Stichting Brug"
            kept = max(at for at in range(1, number + 1) if not span.tokens[at - 1].islower())
            own = re.match(rf"(?:\S+\s+){{{kept}}}", text[span.start : span.end])
            left = mended(own.group(), words) if own else None
            if own and left:
                end = span.start + len(own.group().rstrip())
                return Span(span.start, end, span.left, left, span.tokens[:kept], span.titled, span.opens)
    for number in range(1, len(span.tokens) - 1):
        small = span.tokens[number]
        if not small.islower() or small.casefold() not in _OF:
            continue
        match = re.search(rf"(?<=\s){re.escape(small)}(?=\s)", text[span.start : span.end])
        if match is None:
            continue
        at = span.start + match.end()
        left = mended(text[span.start : span.start + match.start()], words)
        if left is None:
            continue
        plain = [token.word for token in tokens(text[at : span.end])]
        place = words.places.length_at(plain, 0) == len(plain) and (
            small in {"uit", "aus", "from", "in", "te", "at"}
            or (number > 1 and words.is_given(span.tokens[0]))
        )
        run = run_at(text, at, min(len(text), span.end + 60), words)
        goes_on = (
            run is not None
            and text[span.end : run.end].strip(" .,;:!?")
            and not text[span.end : run.end].startswith((" en ", " and ", " und ", " et "))
        )
        ours = (
            after_domain(text, at, span.end + 60, core, words, signed=False) for core in reading.around.cores
        )
        housed = any(one is not None and one.start < span.end for one in ours)
        named = text[at : span.end]
        house = sum(part[0].isupper() for part in named.split()) > 1 and speaks_of_organisation(named, words)
        named_so = all(words.is_given(part) or is_initials(part) for part in span.tokens[:number])
        sure = housed or house or left in reading.around.known
        if named_so and number > 1 and not sure and small in words["particles"].words and not place:
            continue  # "Jan Willem van Lynden tot Oldenaller", "M. Paul-Henri de la Tour"
        if place or (number > 1 and (left in reading.around.known or goes_on or housed or house)):
            end = span.start + len(text[span.start : span.start + match.start()].rstrip())
            return Span(span.start, end, span.left, left, span.tokens[:number], span.titled, span.opens)
    return span


def _whispered(text: str, start: int, end: int, reading: Reading) -> list[Span]:
    """In a paragraph that begins without a capital: a known first name and the word behind it."""
    words = reading.words
    found: list[Span] = []
    spoken = tokens(text[start:end], start)
    for at, one in enumerate(spoken[:-1]):
        last = at + 1
        while last < len(spoken) - 1 and last - at < _SMALL and spoken[last].word in words["particles"].words:
            last += 1  # "ria van loon"
        other = spoken[last]
        if (
            not words.is_given(one.word)
            or one.word in words.ordinary
            or not text[one.start : other.end].islower()
            or any(text[a.end : b.start] != " " for a, b in pairwise(spoken[at : last + 1]))
        ):
            continue
        if text[max(start, one.start - 4) : one.start].rstrip(" .")[-1:].isdigit():
            continue  # "18 jan"
        common = other.word in words.ordinary or any(
            words[f].holds(other.word) for f in ("joining", "me", "coming")
        )
        if common or not other.word.isalpha() or words["closings"].holds(other.word):
            continue
        name = mended(text[one.start : other.end], words)
        if name:
            parts = tuple(token.word for token in spoken[at : last + 1])
            found.append(Span(one.start, other.end, one.start, name, parts))
    return found


def _join(candidates: list[Span], reading: Reading) -> None:
    """Names that stand in a row with a person are people: "Sanne Bos, Vlatka Kovač en Timo Rietveld"."""
    there = {(m.start, m.end) for m in reading.mentions if m.place == reading.place}
    for pairs in (list(pairwise(candidates)), list(pairwise(candidates))[::-1]):
        for left, right in pairs:
            between = reading.text[left.end : right.left]
            if len(between) > 70 or not _JOINING.fullmatch(between):
                continue
            for known, other in ((left, right), (right, left)):
                if (known.start, known.end) not in there or (other.start, other.end) in there:
                    continue
                if other.full == known.full and weight(other, reading.around) > (
                    -2 if reading.place == "text" else 1
                ):
                    name_person(other, reading, Source.PROSE)
                    there.add((other.start, other.end))


def _spread(reading: Reading) -> None:
    """Of "Nadia, Pieter and I" both are joined to the writer, not the last one alone."""
    own = [(m.start, at) for at, m in enumerate(reading.mentions) if m.place == reading.place]
    following: Mention | None = None
    for _, at in sorted(own, reverse=True)[:MOST]:
        one = reading.mentions[at]
        if following is not None and Flag.BESIDE in following.flags and Flag.SELF not in following.flags:
            between = reading.text[one.end : following.start]
            if len(between) < 16 and _JOINING.fullmatch(between):
                one = reading.mentions[at] = one.flagged(Flag.BESIDE)
        following = one


def _of_both(behind: str) -> bool:
    """ "(beiden van Stichting Buurthuis)": brackets behind one of them that speak of both."""
    return _BOTH.match(behind) is not None


def _share_houses(reading: Reading) -> None:
    """Of "our guests Wanjiru Kamau and Mr Li Wei of the Legal Aid Centre" both are of it; not the last two
    of a longer row."""
    own = sorted((m.start, at) for at, m in enumerate(reading.mentions) if m.place == reading.place)
    joined = [False]
    for (_, first), (_, second) in pairwise(own[:MOST]):
        left, right = reading.mentions[first], reading.mentions[second]
        between = reading.text[left.end : right.start]
        plain = [token.word for token in tokens(between)] if 0 < len(between) < _ASIDE else []
        rest = plain[reading.words["joining"].length_at(plain, 0) :]
        titles = all(word in reading.words["titles"].words or word in _ARTICLES for word in rest)
        both = len(rest) < len(plain) and titles and "," not in between
        joined.append(both or between.strip() == ",")
        house, theirs = right.attendee.organisation, left.attendee.organisation
        behind = reading.text[right.end : right.end + _ASIDE + len(house or "")].lstrip()
        both = both and bool(house) and (house or "") in behind and (behind[:1].isalpha() or _of_both(behind))
        if both and theirs is None and Flag.SELF not in left.flags and not joined[-2]:
            reading.mentions[first] = replace(left, attendee=replace(left.attendee, organisation=house))


_UNDERSIGNED = re.compile(
    r"(?<![^\W\d_])(?:ondergetekende|ikzelf|mijzelf|mezelf|myself|yours truly|(?:the )?undersigned|moi-même"
    r"|votre (?:humble )?serviteur|votre (?:humble )?servante|schrijver dezes|soussignée?"
    r"|unterzeichner(?:in)?|unterzeichnende[rn]?|meine wenigkeit)(?![^\W\d_])",
    re.IGNORECASE,
)


def _undersigned(reading: Reading) -> None:
    for start, end in _pieces(reading):
        for match in list(_UNDERSIGNED.finditer(reading.text, start, end))[:20]:
            reading.mentions.append(
                Mention(
                    Attendee(),
                    "text",
                    match.start(),
                    match.end(),
                    match.group(),
                    Source.PROSE,
                    frozenset({Flag.SELF}),
                )
            )


def _copied(reading: Reading) -> None:
    """ "mijn collega (in cc)": the one colleague in Cc, where no name stands in the sentence."""
    words = reading.words
    people = [m for m in reading.mentions if m.source is Source.CC]
    own = domain_core(reading.mail.sender.email, words) if reading.mail.sender else ""
    mates = [m for m in people if own and m.attendee.email and domain_core(m.attendee.email, words) == own]
    if len(mates) != 1:
        return
    for start, end in _pieces(reading):
        spoken = tokens(reading.text[start:end], start)
        plain = [token.word for token in spoken]
        at = words["copied"].first(plain)
        if at is None:
            continue
        left, right = reading.around.sentence(spoken[at].start, spoken[at].end)
        named = any(
            m.place == "text" and left <= m.start < right and Flag.SELF not in m.flags
            for m in reading.mentions
        )
        here = [token for token in spoken if left <= token.start < right]
        roles = [token for token in here if words["announcing"].holds(token.word)]
        if named or not roles:
            return
        # "The seat in my *name* I hand over to my *colleague*, who is copied": the nearest before.
        ahead = [token for token in roles if token.start <= spoken[at].start]
        one = ahead[-1] if ahead else roles[0]
        reading.mentions.append(
            Mention(
                mates[0].attendee,
                "text",
                one.start,
                one.end,
                reading.text[one.start : one.end],
                Source.PROSE,
                frozenset({Flag.CC}),
            )
        )
        return
