"""Who steps in where no words beside a name say so: the writer, or the one person who can be meant."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.base import Attendee
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, People
from mailbot.core.understanding.roles import written


def only_one_named(facts: Facts, people: People, others: Sequence[Attendee]) -> list[Attendee]:
    """ "Could she go in my place? Natasja Veldman, n.veldman@...": the one person of whom the mail can be
    speaking, named beside the words of the replacement."""
    words = people.words
    near = [
        one
        for at, one in enumerate(facts.said)
        if any(other.does("replace", "correct") for other in facts.said[max(0, at - 1) : at + 2])
    ]
    found: list[Attendee] = []
    beside = False
    for mention in written(people):
        one = facts.sentence_of(mention)
        known = any(same(mention.attendee, other, words) for other in others)
        if one is None or one.does("already", "keep"):
            continue
        if not known and not mention.flags & {Flag.SELF, Flag.ALREADY}:
            found = merged(found, mention.attendee, words)
            beside = beside or one in near
    return found if beside and len(found) == 1 and " " in (found[0].name or "") else []


def writer_is_named(facts: Facts, people: People) -> list[Attendee]:
    """ "Could you replace her by Tineke Bolt?", by Tineke Bolt."""
    for mention in written(people):
        one = facts.sentence_of(mention)
        if one is None or Flag.SELF not in mention.flags or mention.words.islower():
            continue
        if any(act.slug.endswith("by_another") and act.end <= mention.start for act in one.of("replace")):
            return [people.sender]
    return []


def writer_steps_in(facts: Facts, people: People, standing: tuple[Attendee, ...]) -> bool:
    """ "Lotte has cancelled, it's me who takes her seat": from somebody who does not stand on the list."""
    words = people.words
    stands = any(same(people.sender, one, words) for one in standing)
    if any(act.slug.endswith("writer") for act in facts.acts("replace")) and people.sender.name:
        return not stands and not facts.acts("cannot", "cancel", "release", "refuse", who=("me", "us"))
    nobody = facts.answering.known is None and not standing  # nothing says who stands there
    if nobody or stands or not people.sender.name or facts.acts("name_later"):
        return False
    if facts.own("cannot", "cancel", "release", "refuse") or facts.not_i:
        return False
    return any(
        words["self"].first([token.word for token in one.sentence.words]) is not None
        for one in facts.said
        if one.does("replace")
    )


def only_one_spoken_of(facts: Facts, people: People) -> list[Attendee]:
    """ "My manager Harm Tolsma was on the list. Please replace him by me": the one other person."""
    found: list[Attendee] = []
    for mention in written(people):
        if Flag.SELF not in mention.flags and facts.sentence_of(mention) is not None:
            found = merged(found, mention.attendee, people.words)
    return found if len(found) == 1 else []


def one_beside_each(
    facts: Facts, people: People, standing: Sequence[Attendee], fresh: Sequence[Attendee]
) -> list[Attendee]:
    """ "Sam stays in the office, Lena goes. Jo stays as well, Amir goes": who stands on the list and is named
    beside each of those who come, in a sentence of their own; nobody where that is not plain."""
    words = people.words
    found: list[Attendee] = []
    for comes in fresh:
        beside: list[Attendee] = []
        for one in facts.said:
            here = [m for m in written(people) if facts.sentence_of(m) is one and Flag.SELF not in m.flags]
            if any(same(m.attendee, comes, words) for m in here):
                there = [o for o in standing if any(same(m.attendee, o, words) for m in here)]
                others = [
                    o for o in fresh if o is not comes and any(same(m.attendee, o, words) for m in here)
                ]
                beside += [o for o in there if o not in beside] if not others else []
        if len(beside) != 1 or beside[0] in found:
            return []
        found.append(beside[0])
    return found
