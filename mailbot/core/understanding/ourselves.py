"""Whether "we", and a row of names behind it, hold who writes: "We come on the 18th: Jane and Peter"."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.base import Attendee, Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.coming import LISTED
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Flag, People
from mailbot.core.understanding.roles import written

_FEW = 2  # names: "We come: Jane Fox" is the writer and Jane, or Jane alone


def among_us(facts: Facts, people: People, found: Sequence[Attendee]) -> Reason | None:
    """The doubt where "we" come, a colon leads to names, and who writes is none of them: they may be one
    more. A number would tell, or a word for the writer anywhere beside the names."""
    wants = facts.acts("register", "accept", "comes")
    if people.counts or any(act.who == "me" for act in wants):
        return None
    if len(found) <= _FEW or found[0] != people.sender:
        return None
    there = [m for m in written(people) if any(same(m.attendee, one, people.words) for one in found[1:])]
    if not there or any(Flag.SELF in m.flags or Flag.BESIDE in m.flags for m in written(people)):
        return None
    first = min(there, key=lambda mention: mention.start)
    for one in facts.said:
        speaks = any(act.who == "us" for act in one.of("register", "accept", "comes"))
        if not speaks or one.sentence.place != "text" or one.sentence.start > first.start:
            continue
        if not _leads(one, first.start, listed=first.source in LISTED) or _says_me(one, people):
            continue
        text = f'"We" come, and {len(found) - 1} others are named; not clear whether who writes comes too.'
        return Reason("who-comes", text)
    return None


def _leads(one: Said, start: int, *, listed: bool) -> bool:
    """Whether a colon stands between these words and the first name."""
    text = one.sentence.text
    if start < one.sentence.end:
        return ":" in text[: start - one.sentence.start]
    return listed and text.rstrip().endswith(":")


def _says_me(one: Said, people: People) -> bool:
    plain = [token.word for token in one.sentence.words]
    return people.words["me"].first(plain) is not None
