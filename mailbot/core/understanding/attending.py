"""Who of those named comes, or gives their seat up, by what stands around each name, and whether more than
one is to come at all: the second opinion beside ``parties`` and ``withdrawing``.

What is looked at is the same for everybody: where a person is named, how many are named and counted, what the
sentences with the name do, and the words next to it; for who writes, the words of the whole mail as well. Of
the party it is the words of the whole mail, and again how many are named and counted.
The weights are learned from the labelled mails by ``make votes`` and stand in ``words/attending.json``; what
is then done stands in ``reconsidering``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt, tanh

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.roles import WRITTEN
from mailbot.core.understanding.votes import Ballot, Votes, marked

_BESIDE = 5  # words before and behind a name
_PLACES = 2  # of them are told apart by how far they stand
_MANY = 4  # people and more are alike
_APART = 3  # people by which a number may differ from the names, and more
_KEPT = ("writer", "others", "writer_leaves", "others_leave", "party")  # as they stand in the file
_ELSEWHERE = frozenset({Source.QUOTED, Source.SIGNATURE, Source.FROM})  # no words stand around these


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the mail, with all that is known of them; ``writes``: the sender."""

    attendee: Attendee
    mentions: tuple[Mention, ...]
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs, and what is added to their sum."""

    offset: float
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Roll:
    """The weights for who writes and for all others: whether they come, and whether they leave; and for
    whether several are to come."""

    digest: str  # of the mails that they were learned from
    writer: Weights
    others: Weights
    writer_leaves: Weights
    others_leave: Weights
    party: Weights

    def chance(self, one: Person, signs: frozenset[str]) -> float:
        """How likely the person is to be among those who are to have a seat, 0 to 1."""
        return _chance(self.writer if one.writes else self.others, signs)

    def leaves(self, one: Person, signs: frozenset[str]) -> float:
        """How likely the person is to be among those who give a seat up, where one is given up, 0 to 1."""
        return _chance(self.writer_leaves if one.writes else self.others_leave, signs)

    def several(self, signs: frozenset[str]) -> float:
        """How likely it is that a registration is for more than one person, 0 to 1."""
        return _chance(self.party, signs)


def _chance(weights: Weights, signs: frozenset[str]) -> float:
    known = weights.signs.keys() & signs
    # Exact, so that the order of a set changes nothing.
    score = weights.offset + fsum(map(weights.signs.__getitem__, known)) / sqrt(len(known) or 1)
    return 0.5 + 0.5 * tanh(score / 2)


def persons(people: People) -> tuple[Person, ...]:
    """Everybody named, once each, who writes first."""
    words, sender = people.words, people.sender
    mine: list[Mention] = []
    others: list[tuple[Attendee, list[Mention]]] = []
    for mention in people.mentions:
        who = mention.attendee
        if Flag.SELF in mention.flags or (who.name and sender.name and same(who, sender, words)):
            mine.append(mention)
        elif who.name and mention.source is not Source.FROM:
            at = next((at for at, (one, _) in enumerate(others) if same(who, one, words)), None)
            if at is None:
                others.append((who, [mention]))
            else:
                others[at][1].append(mention)
    found = (
        Person(_in_full([m.attendee for m in mentions], people), tuple(mentions)) for _, mentions in others
    )
    return (Person(sender, tuple(mine), writes=True), *found)


def _in_full(told: Sequence[Attendee], people: People) -> Attendee:
    found: list[Attendee] = []
    for one in told:
        found = merged(found, one, people.words)
    return found[0]


def signs_of(
    people: Sequence[Person], draft: Draft, said: Sequence[Said], votes: Sequence[Votes], ballot: Ballot
) -> Iterator[frozenset[str]]:
    """What speaks for or against the coming, or the leaving, of each. ``said`` are the sentences with their
    ``votes``."""
    best = {id(one): of.best for one, of in zip(said, votes, strict=True)}
    kin = {f"word {mark.kin}" for one in said for mark in marked(one.sentence, ballot)}
    together = signs_of_all(people, draft)
    for one in people:
        found = together | (kin if one.writes else set())
        for mention in one.mentions:
            found.add(f"in {mention.source} {mention.place}")
            found |= {f"flag {flag}" for flag in mention.flags}
            if mention.place == "text" and mention.source not in _ELSEWHERE:
                found |= _around(mention, draft, best, ballot)
        if not any(_written(mention) for mention in one.mentions):
            found.add("unwritten")
        yield frozenset(found)


def party_signs(people: Sequence[Person], draft: Draft, worded: Iterable[str]) -> frozenset[str]:
    """What speaks for or against a party of several. ``worded`` are the keys of the mail's ``wording``; what
    the phrases made of it is no sign: they are to be judged by this."""
    return frozenset(signs_of_all(people, draft).union(key for key in worded if not key.startswith("for ")))


def signs_of_all(people: Sequence[Person], draft: Draft) -> set[str]:
    """What is so for everybody in the mail alike: how many are named and counted, and what is asked for."""
    found = {f"act {act.kind} {act.who}" for one in draft.facts.said for act in one.acts}
    number = sum(not one.writes and any(_written(m) for m in one.mentions) for one in people)
    found.add(f"named {min(number, _MANY)}")
    for count in draft.people.counts:
        apart = max(-_APART, min(_APART, count.number - number))
        found.add(f"count {apart} {count.includes_sender}")
    if not draft.people.counts:
        found.add("no count")
    if draft.people.mailbox_of_many:
        found.add("of many")
    return found


def _written(mention: Mention) -> bool:
    return mention.place == "text" and mention.source in WRITTEN


def _around(mention: Mention, draft: Draft, best: Mapping[int, str], ballot: Ballot) -> set[str]:
    one = draft.facts.sentence_of(mention)
    if one is None:
        return set()
    found = {f"role {one.sentence.role}"}
    found |= {f"its act {act.kind} {act.who}" for act in one.acts}
    if id(one) in best:
        found.add(f"its vote {best[id(one)]}")
    words = one.sentence.words
    before = [_kin(t.word, ballot) for t in words if t.end <= mention.start][-_BESIDE:][::-1] or ["^"]
    behind = [_kin(t.word, ballot) for t in words if t.start >= mention.end][:_BESIDE] or ["$"]
    for side, near in (("before", before), ("behind", behind)):
        found |= {f"{side} {kin}" for kin in near}
        found |= {f"{side} {min(at, _PLACES)} {kin}" for at, kin in enumerate(near)}
        if len(near) > 1:
            found.add(f"{side} {near[0]} {near[1]}")
    name = mention.attendee.name or ""
    found.add("full" if " " in name else "single")
    found.add("given" if draft.people.words.is_given(name.split(" ")[0]) else "not given")
    return found


def _kin(word: str, ballot: Ballot) -> str:
    mark = ballot.known.get(word)
    return mark.kin if mark is not None else "#" if word[0].isdigit() else "…"


def opened(content: str, words: Iterable[str] = ()) -> Roll:
    """The weights from the text of ``attending.json``. Of ``words``, which stand in memory already, the signs
    of a party are made where they are the same: a reader holds two thirds of a megabyte less."""
    read, there = json.loads(content), {word: word for word in words}
    party = read["party"]["signs"]
    read["party"]["signs"] = {there.get(sign, sign): weight for sign, weight in party.items()}
    return Roll(read["digest"], *(Weights(read[of]["offset"], read[of]["signs"]) for of in _KEPT))


def sealed(roll: Roll) -> str:
    """The text of ``attending.json``: a line for each sign."""
    parts = [f'{{"digest": "{roll.digest}"']
    for of in _KEPT:
        weights: Weights = getattr(roll, of)
        signs = ",\n  ".join(
            f"{json.dumps(sign, ensure_ascii=False)}: {weight:.3g}" for sign, weight in weights.signs.items()
        )
        parts.append(f' "{of}": {{"offset": {weights.offset:.4g}, "signs": {{\n  {signs}\n }}}}')
    return ",\n".join(parts) + "}\n"
