"""Some of several give up: "of our four seats two fall free: Svetlana has no visa, and Uwe stays at home"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged
from mailbot.core.understanding.mentions import Flag, Mention, People
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import written

_GIVES_UP = ("cancel", "release", "out", "cannot")
_STAYS = ("keep", "already", "register", "accept")
_MOST = 9  # who give up at once; a larger number is a day's
_NEAR = 4  # sentences behind the number that may say who


@dataclass(frozen=True, slots=True)
class Part:
    """``number`` of the places of a party given up by ``act``; ``who`` where the words behind it say so."""

    number: int
    act: Act
    who: tuple[Mention, ...]


def given_up(facts: Facts, people: People) -> list[Part]:
    """Every giving up that says of how many places."""
    found = []
    for at, one in enumerate(facts.said):
        for act in one.of(*_GIVES_UP):
            number = _number(one, act, people.words)
            if number is not None and act.who != "me":
                found.append(
                    Part(number, act, _named_behind(facts.said[at : at + 1 + _NEAR], act, number, people))
                )
    return found


def _number(one: Said, act: Act, words: NameWords) -> int | None:
    """The one small number among the words of the act, or that of a part behind the whole ("of our three
    seats one"); None where they say no such thing."""
    if act.slug.startswith("votes/"):
        return None  # a whole sentence
    text, start = one.sentence.text, one.sentence.start
    spoken = [token for token in one.sentence.words if act.start <= token.start < act.end]
    # "in de Tweede Kamer" counts nobody
    spoken = [token for token in spoken if token.start == start or not text[token.start - start].isupper()]
    numbers = [words.number(token.word) for token in spoken]
    said = [number for number in numbers if 0 < number <= _MOST]
    if len(said) == 2 and act.kind == "release" and said[1] < said[0]:
        return said[1]
    if len(said) == 2 and act.kind in {"out", "cannot"} and said[0] < said[1]:
        return said[0]  # "one of the two of us isn't coming"
    return said[0] if len(said) == 1 else None


def _named_behind(said: Sequence[Said], act: Act, number: int, people: People) -> tuple[Mention, ...]:
    """The people whom the rest of the sentence names, or else the next ones, where they are as many."""
    own = written(people)
    found: list[Mention] = []
    who: list[Attendee] = []
    for at, one in enumerate(said):
        if at and (one.does(*_STAYS) or len(who) >= number):
            break
        sentence = one.sentence
        here = [m for m in own if m.place == sentence.place and sentence.start <= m.start < sentence.end]
        here = [m for m in here if m.start >= act.end] if not at else here
        if any(Flag.SELF in m.flags or Flag.BESIDE in m.flags for m in here):
            return ()
        found += here
        who = _different(found, people.words)
        if at and not here:
            break
    return tuple(found) if len(who) == number else ()


def _different(found: Sequence[Mention], words: NameWords) -> list[Attendee]:
    who: list[Attendee] = []
    for mention in found:
        who = merged(who, mention.attendee, words)
    return who
