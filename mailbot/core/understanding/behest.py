"""At whose request somebody else is signed up: "Op verzoek van Eelco Brandsma meld ik Anneke Vos aan"."""

from __future__ import annotations

from mailbot.core.understanding.beside import without_role
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.weighing import before

_MOST = 80  # names looked at
_FAR = 6  # words between a name and "asked me to": "Jane Fox, our director here in Leeds, asked me to"


def at_behest(reading: Reading) -> None:
    """Who only asked for it does not come by it, where the same sentence then names who does."""
    own = sorted((m.start, at) for at, m in enumerate(reading.mentions) if m.place == reading.place)
    there = [(at, reading.mentions[at]) for _, at in own[:_MOST]]
    for number, (at, one) in enumerate(there):
        if one.source is not Source.PROSE or Flag.SELF in one.flags or not one.attendee.name:
            continue
        left, right = reading.around.sentence(one.start, one.end)
        until = _asked(reading, one, left, right)
        if until is None:
            continue
        for _, other in there[number + 1 :]:
            if other.start >= right:
                break
            if _is_meant(reading, one, other, until):
                aside = (one.flags - {Flag.FOR}) | {Flag.ASIDE}
                reading.mentions[at] = Mention(
                    one.attendee, one.place, one.start, one.end, one.words, one.source, aside
                )
                break


def _asked(reading: Reading, one: Mention, left: int, right: int) -> int | None:
    """Where the asking ends of which this name is the subject; None where it is none."""
    words = reading.words
    earlier = before(reading.text, left, one.start)
    for ahead in (earlier, without_role(earlier, words)):
        if words["behest"].length_before(ahead, len(ahead)):
            return one.end
    spoken = tokens(reading.text[one.end : right], one.end)
    plain = [token.word for token in spoken]
    asked = words["asked_me"].first(plain)
    if asked is None or asked > _FAR:
        return None
    return spoken[asked + words["asked_me"].length_at(plain, asked) - 1].end


def _is_meant(reading: Reading, one: Mention, other: Mention, start: int) -> bool:
    """Whether the name behind is of who is signed up: not "and", nor "him and", nor "with" leads to it."""
    words = reading.words
    if other.source is not Source.PROSE or Flag.SELF in other.flags or other.start < start:
        return False
    plain = [token.word for token in tokens(reading.text[start : other.start])]
    if any(words["he_or_she"].holds(word) for word in plain):
        return False
    rest = without_role(plain, words)
    if any(words[family].length_before(rest, len(rest)) for family in ("and_too", "with_whom", "alongside")):
        return False
    return start > one.end or bool(rest)
