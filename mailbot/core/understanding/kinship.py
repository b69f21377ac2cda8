"""The writer's own people: "for me, my husband (Frits) and his sister"."""

from __future__ import annotations

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.coming import AGAINST
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, Mention, People
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import written


def kin_of(facts: Facts, people: People) -> list[tuple[Mention, Said]]:
    """The writer's own people who are named, and where: "for me, my husband (Frits) and his sister"."""
    there = [(m, facts.sentence_of(m)) for m in written(people) if not m.flags & AGAINST]
    return [
        (m, one)
        for m, one in there
        if one is not None and Flag.SELF not in m.flags and kin_of_the_writer(one, m, people.words)
    ]


def nameless_kin(facts: Facts, people: People) -> bool:
    """Whether one more of the family comes whose name is not told, in one breath with a named one."""
    for mention, one in kin_of(facts, people):
        behind = [token.word for token in one.sentence.words if token.start >= mention.end]
        joined = people.words["joining"].length_at(behind, 0)
        if joined and any(people.words["kin"].holds(word) for word in behind[joined : joined + 3]):
            return True
    return False


def kin_of_the_writer(one: Said, mention: Mention, words: NameWords) -> bool:
    """ "My wife, Dr Indira Rao"."""
    earlier = [token.word for token in one.sentence.words if token.end <= mention.start]
    while earlier and earlier[-1] in words["titles"].words and not words["kin"].holds(earlier[-1]):
        earlier.pop()
    length = words["kin"].length_before(earlier, len(earlier))  # of "sister-in-law" three
    return 0 < length < len(earlier) and words["mine"].holds(earlier[-length - 1])
