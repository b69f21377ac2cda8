"""Who is added to the writer's own coming behind it: "And Jane Fox as well", "I am bringing him along"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.base import Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.coming import AGAINST
from mailbot.core.understanding.enrolling import bringing
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import Part, parts, written
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.standing import COMING

_ENDS = re.compile(r"[,;.!(<\[–—]")
_FAR = 3  # sentences between a name and the "him" that points back at it
_NEAR = 4  # words between "she" and the coming along, "I" and the bringing
_ELSE = ("cancel", "cannot", "out", "refuse", "already", "keep", "replace", "correct", "ask", "hearsay")


def added(facts: Facts, people: People) -> list[Mention]:
    """The people whom a sentence adds that holds little else, and those whom a "him" means who is brought."""
    return [*_too(facts, people), *(whom for _, whom in _brought(facts, people) if whom is not None)]


def someone_unread(facts: Facts, people: People) -> Reason | None:
    """The doubt where "she comes along" means somebody whom no sentence before it names alone."""
    for one, whom in _brought(facts, people):
        if whom is None:
            text = f'Somebody comes along, and it is not clear who: "{one.sentence.text.strip()}".'
            return Reason("who-comes", text)
    return None


def _too(facts: Facts, people: People) -> list[Mention]:
    found: list[Mention] = []
    asked = False  # whether a sentence before it asks for the writer's seat, with nobody else named since
    named = [(m, part) for m, part in parts(facts, people) if m.place == "text"]
    for one in facts.said:
        if one.sentence.place != "text":
            continue
        here = [(m, part) for m, part in named if one.sentence.start <= m.start < one.sentence.end]
        theirs = [m for m, part in here if part is Part.NONE and Flag.SELF not in m.flags]
        if theirs and not one.does(*_ELSE):
            new = all(map(_may_come, theirs)) and (
                _nothing_but_too(one, theirs, people.words, asked=asked)
                or _with_the_writer(one, theirs[-1], people.words)
            )
            found += theirs if new else []
        if one.does(*COMING):
            asked = True
        elif any(
            one.sentence.start <= m.start < one.sentence.end and Flag.SELF not in m.flags and m not in found
            for m in people.mentions
            if m.place == "text"
        ):
            asked = False
    return found


def _may_come(mention: Mention) -> bool:
    full = " " in (mention.attendee.name or "")
    return mention.source is Source.PROSE and full and not mention.flags & AGAINST


def _nothing_but_too(one: Said, theirs: list[Mention], words: NameWords, *, asked: bool) -> bool:
    """Whether the words around the names only add them: up to the next comma behind the last."""
    stop = _ENDS.search(one.sentence.text, theirs[-1].end - one.sentence.start)
    until = stop.start() + one.sentence.start if stop else one.sentence.end
    joined = ":" in one.sentence.text[: theirs[0].start - one.sentence.start]
    around = [
        token.word
        for token in one.sentence.words
        if token.start < until and not any(m.start <= token.start < m.end for m in theirs)
    ]
    if not all(_small(word, words) for word in around):
        return False
    too = any(words[family].first(around) is not None for family in ("that_too", "and_too", "adding"))
    return too and (asked or joined or _adds(around, words))


def _adds(around: list[str], words: NameWords) -> bool:
    return words["adds"].first(around) is not None


def _with_the_writer(one: Said, last: Mention, words: NameWords) -> bool:
    """ "Jane Fox and Peter Stone *come with me*": right behind the last name."""
    behind = [token.word for token in one.sentence.words if token.start >= last.end]
    at = words["comes_with_me"].first(behind)
    return at is not None and at < _NEAR and not _open(one, words)


def _small(word: str, words: NameWords) -> bool:
    if words["puts_too"].holds(word) or word in words["titles"].words:
        return True
    return any(words[family].holds(word) for family in ("announcing", "functions", "kin", "possessive"))


def _brought(facts: Facts, people: People) -> Iterator[tuple[Said, Mention | None]]:
    """The sentences in which somebody comes along who is called "he" or "she", each with whom that means."""
    words = people.words
    there = [(m, facts.sentence_of(m)) for m in written(people) if Flag.SELF not in m.flags]
    for number, one in enumerate(facts.said):
        if one.sentence.role is Role.ITEM or not _along(one, words):
            continue
        for back in range(number, max(-1, number - 1 - _FAR), -1):
            here = [m for m, said in there if said is facts.said[back] and m.attendee.name]
            if here:
                alone = len({m.attendee.name for m in here}) == 1 and not here[0].flags & AGAINST
                if alone or back == number:
                    yield one, here[0]
                break
        else:
            yield one, None


def _along(one: Said, words: NameWords) -> bool:
    """ "She comes with me", "ik neem hem mee"."""
    plain = [token.word for token in one.sentence.words]
    return _says_along(plain, words) and not _open(one, words)


def _says_along(plain: list[str], words: NameWords) -> bool:
    if words["brings_them"].first(plain) is not None:
        return True
    at = words["comes_with_me"].first(plain)
    if at is not None and any(words["third_alone"].holds(word) for word in plain[max(0, at - _NEAR) : at]):
        return True
    at = bringing(plain, words)
    if at is None:
        return False
    near = plain[max(0, at - _NEAR) : at + _NEAR]
    me = any(words["subject"].holds(word) or words["we_too"].holds(word) for word in near)
    return me and any(words["him_or_her"].holds(word) for word in near)


def _open(one: Said, words: NameWords) -> bool:
    """Whether the sentence denies it, asks, or is not sure."""
    plain = [token.word for token in one.sentence.words]
    if any(words[family].first(plain) is not None for family in ("negated", "negating", "doubting")):
        return True
    return one.does("condition", "hearsay", "out") or one.sentence.asks
