"""Who steps in for whom, and who drops out."""

from __future__ import annotations

from itertools import pairwise

from mailbot.core.base import Attendee
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.parties import merged, same
from mailbot.core.understanding.request import Replacement
from mailbot.core.understanding.roles import Part, parts, written


def registered_people(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """Who stands on the list, as the record or the quoted confirmation says."""
    if facts.answering.known is not None:
        return tuple(attendee for attendee, _ in facts.answering.known.attendees)
    organisation = people.sender.organisation
    return tuple(Attendee(name, None, organisation) for name in facts.answering.listed)


def full(attendee: Attendee, standing: tuple[Attendee, ...], words: NameWords) -> Attendee:
    """The person with the full name under which they are registered."""
    for one in standing:
        if one.name and same(one, attendee, words):
            longest = max(attendee.name or "", one.name, key=lambda name: (name.count(" "), len(name)))
            return Attendee(longest, attendee.email or one.email, attendee.organisation or one.organisation)
    return attendee


def leaving(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """The people (not the sender) of whom the mail says that they drop out."""
    standing, words = registered_people(facts, people), people.words
    found: list[Attendee] = []
    for mention, part in parts(facts, people):
        listed = mention.source in {Source.LIST, Source.TABLE} and facts.acts("cancel", "out")
        if Flag.SELF in mention.flags or not (part is Part.LEAVES or (listed and part is Part.NONE)):
            continue
        found = merged(found, full(mention.attendee, standing, words), words)
    return tuple(found) or _meant(facts, people)


def _meant(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """ "Ruben and Mirjam ... Could you take *them* off?": those whom the sentence before names."""
    standing = registered_people(facts, people)
    found: list[Attendee] = []
    for before, one in pairwise(facts.said):
        if not any(act.who == "them" for act in one.of("cancel", "release")):
            continue
        for mention in written(people):
            if Flag.SELF not in mention.flags and facts.sentence_of(mention) is before:
                found = merged(found, full(mention.attendee, standing, people.words), people.words)
    return tuple(found)


def replacements(facts: Facts, people: People) -> tuple[Replacement, ...]:
    """Pairs of who stood there and who should stand there now; former None where it is not said."""
    standing, words = registered_people(facts, people), people.words
    gone: list[Attendee] = []
    fresh: list[Attendee] = []
    told: list[Attendee] = []
    for mention, part in parts(facts, people):
        if Flag.SELF in mention.flags:
            continue
        stands = any(same(mention.attendee, there, words) for there in standing)
        if part in {Part.FORMER, Part.LEAVES}:
            gone = merged(gone, full(mention.attendee, standing, words), words)
        elif part is Part.STAYS:
            told = merged(told, full(mention.attendee, standing, words), words)
        elif not stands and (part in {Part.NOW, Part.COMES} or mention.source is not Source.PROSE):
            fresh = merged(fresh, mention.attendee, words)
    fresh = [one for one in fresh if not any(same(one, other, words) for other in (*gone, *told))]
    if not fresh:
        return ()
    if not gone and len(told) == 1 and len(fresh) == 1 and not facts.own("cannot"):
        gone = told  # "I registered our director ... in her place comes"
    if not gone and (facts.own("cannot", "cancel", "replace", "release", "refuse") or facts.not_i):
        gone = [full(people.sender, standing, words)]
    if not gone and facts.acts("replace") and len(standing) <= 1 and facts.registered:
        gone = [full(people.sender, standing, words)]
    if not gone and len(standing) == 1:
        gone = [standing[0]]
    if len(gone) == len(fresh):
        return tuple(Replacement(former, now) for former, now in zip(gone, fresh, strict=True))
    return tuple(Replacement(None, now) for now in fresh)
