"""Who steps in for whom, and who drops out."""

from __future__ import annotations

from itertools import pairwise

from mailbot.core.base import Attendee
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.parties import merged, pointed_at, same
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
    if not found:  # "Ruben and Mirjam ... Could you take *them* off?"
        for mention in pointed_at(facts, people, "cancel", "release"):
            found = merged(found, full(mention.attendee, standing, words), words)
    return tuple(found)


def goes_too(facts: Facts, people: People) -> bool:
    """ "Statt Uwe Carstens und mir kommen ...": the sender goes too."""
    going = {Part.FORMER, Part.LEAVES}
    return any(
        part in going and Flag.BESIDE in mention.flags and Flag.SELF not in mention.flags
        for mention, part in parts(facts, people)
    )


def _told_of(facts: Facts, people: People, standing: tuple[Attendee, ...]) -> list[Attendee]:
    """ "Lars hat gekündigt. Sein Platz geht an Tobias Kiefer": who stands on the list, is spoken of, and
    is not said to stay."""
    words = people.words
    found: list[Attendee] = []
    for mention, part in parts(facts, people):
        one = facts.sentence_of(mention)
        stays = part is Part.STAYS or (one is not None and one.does("keep", "already"))
        if stays or Flag.SELF in mention.flags or Flag.ALREADY in mention.flags:
            continue
        if any(same(mention.attendee, there, words) for there in standing):
            if Flag.BESIDE in mention.flags:  # "Defne and I are both stuck"
                found = merged(found, full(people.sender, standing, words), words)
            found = merged(found, full(mention.attendee, standing, words), words)
    return found


def _in_my_place(facts: Facts, people: People) -> bool:
    """ "Mijn man gaat in mijn plaats": the words of the replacement say whose place it is."""
    mine = people.words["mine"]
    return any(
        mine.first([token.word for token in one.sentence.words if act.start <= token.start < act.end])
        is not None
        for one in facts.said
        for act in one.of("replace")
        if not act.slug.startswith("votes/")  # those are whole sentences
    )


def _in_their_place(facts: Facts, people: People, fresh: Attendee) -> list[Attendee]:
    """ "Geert Lambrechts is registered. In *his* place comes An Vermeersch": the one person whom the
    sentence just before names."""
    words = people.words
    mine, standing = words["mine"], registered_people(facts, people)
    for before, one in pairwise(facts.said):
        acts = [act for act in one.of("replace") if act.who == "them"]
        plain = [token.word for token in one.sentence.words]
        if not acts or mine.first(plain) is not None:
            continue
        here: list[Attendee] = []
        for mention in written(people):
            if facts.sentence_of(mention) is before and Flag.SELF not in mention.flags:
                here = merged(here, full(mention.attendee, standing, words), words)
        if len(here) == 1 and not same(here[0], fresh, words):
            return here
    return []


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
    if len(gone) + 1 == len(fresh) and goes_too(facts, people):
        gone = merged(gone, full(people.sender, standing, words), words)
    if not gone and _in_my_place(facts, people):
        gone = [full(people.sender, standing, words)]
    if not gone and len(told) == 1 and len(fresh) == 1 and not facts.own("cannot"):
        gone = told  # "I registered our director ... in her place comes"
    if not gone and len(fresh) == 1:
        gone = _in_their_place(facts, people, fresh[0])
    if not gone:
        spoken = _told_of(facts, people, standing)
        me = full(people.sender, standing, words)
        mine = facts.own("cannot", "cancel", "release", "refuse") or facts.not_i
        # "Grégoire Favre and I hand our seats to ...": of as many as step in, the writer one of them.
        us = len(spoken) == len(fresh) and any(same(me, one, words) for one in spoken)
        gone = [me] if mine and not us else spoken
        gone = gone or ([me] if facts.own("replace") else [])
    if not gone and facts.acts("replace") and len(standing) <= 1 and facts.registered:
        gone = [full(people.sender, standing, words)]
    if not gone and len(standing) == 1:
        gone = [standing[0]]
    if len(gone) == len(fresh):
        return tuple(Replacement(former, now) for former, now in zip(gone, fresh, strict=True))
    return tuple(Replacement(None, now) for now in fresh)
