"""What a sentence tells of somebody named before it: "She works for Harbour Trust, her address is ...".

Who is meant is the last one named before the words; nobody where the writer speaks of themselves in between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.mail.message import Part
from mailbot.core.understanding.addressing import of_role
from mailbot.core.understanding.display import speaks_of_organisation, squeezed
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.organisations import Found, could_be_organisation, run_at
from mailbot.core.understanding.tokens import Token, tokens
from mailbot.core.understanding.trades import behind_noun

_NEAR = 260  # characters from a name to what is told of it
_MOST = 40  # such sentences of one mail


def tell(reading: Reading) -> None:
    """Give the people of the new words the organisation and the address that a later sentence tells."""
    for stretch in reading.mail.stretches:
        if stretch.part is Part.NEW:
            said = tokens(reading.text[stretch.start : stretch.end], stretch.start)
            _houses(said, stretch.end, reading)
            _addresses(said, reading)


def _houses(said: Sequence[Token], end: int, reading: Reading) -> None:
    words, plain = reading.words, [token.word for token in said]
    works_for, is_from = words["works_for"], words["is_from"]
    at = 0
    for _ in range(_MOST):
        begins = [begin for family in (works_for, is_from) if (begin := family.first(plain, at)) is not None]
        if not begins:
            return
        at = min(begins)
        sure = works_for.length_at(plain, at)
        length = sure or is_from.length_at(plain, at)
        who = _meant(said, at, reading)
        at += length
        if who is None:
            continue
        found = run_at(reading.text, behind_noun(reading.text, said[at - 1].end, words), end, words)
        if (
            found is not None
            and found.start - said[at - 1].end < 24
            and _is_house(found, bool(sure), reading)
        ):
            _give(who, reading, house=found.name)


def _is_house(found: Found, sure: bool, reading: Reading) -> bool:
    words = reading.words
    if not could_be_organisation(found.name, words) or squeezed(found.name) in reading.around.own:
        return False
    return sure or speaks_of_organisation(found.name, words)


def _addresses(said: Sequence[Token], reading: Reading) -> None:
    words = reading.words
    written = [one for one in reading.around.written if one.start >= 0]
    starts = [token.start for token in said]
    for one in written[:_MOST]:
        if not said or not starts[0] <= one.start <= said[-1].end or of_role(one.email, words):
            continue
        left, right = reading.around.sentence(one.start, one.end)
        among = [other for other in written if left <= other.start < right and other.email != one.email]
        at = bisect_left(starts, one.start)
        here = [token.word for token in said[bisect_left(starts, left) : at]]
        if among or words["their_address"].first(here) is None:
            continue
        who = _meant(said, at, reading)
        if who is not None:
            _give(who, reading, email=one.email)


def _meant(said: Sequence[Token], at: int, reading: Reading) -> Mention | None:
    """The last one named before these words."""
    words = reading.words
    start = said[at - 1].end if at else 0
    before = [
        one
        for one in reading.mentions
        if one.place == "text"
        and start - _NEAR < one.end <= start
        and one.source in {Source.PROSE, Source.LIST}
        and one.attendee.name
    ]
    if not before:
        return None
    last = max(before, key=lambda one: one.end)
    between = [token for token in said[max(0, at - _NEAR // 2) : at] if token.start >= last.end]
    own = any(words["me"].holds(token.word) for token in between)
    return None if own or Flag.SELF in last.flags else last


def _give(who: Mention, reading: Reading, *, house: str | None = None, email: str | None = None) -> None:
    for number, one in enumerate(reading.mentions):
        if one is not who and not same_person(
            one.attendee.name or "", who.attendee.name or "", reading.words
        ):
            continue
        if Flag.SELF in one.flags:
            continue
        attendee = one.attendee
        reading.mentions[number] = replace(
            one,
            attendee=replace(
                attendee,
                organisation=attendee.organisation or house,
                email=attendee.email or email,
            ),
        )
