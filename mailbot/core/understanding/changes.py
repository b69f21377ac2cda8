"""Who steps in for whom, and who drops out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mailbot.core.base import Attendee, Status
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.coming import pointed_at
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.names import is_initials
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.partial import given_up
from mailbot.core.understanding.recognising import recognised
from mailbot.core.understanding.request import Replacement
from mailbot.core.understanding.roles import Part, parts, spoken_of, written
from mailbot.core.understanding.stepping import (
    one_beside_each,
    only_one_named,
    only_one_spoken_of,
    writer_is_named,
    writer_steps_in,
)
from mailbot.core.understanding.swapping import swaps

_BACK = 3  # sentences: how far "in their place" points back
_STANDING = frozenset({Status.CONFIRMED, Status.WAITLISTED, Status.OFFERED})


def registered_people(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """Who stands on the list, as the record or the quoted confirmation says."""
    if facts.answering.known is not None:
        return tuple(one for one, status in facts.answering.known.attendees if status in _STANDING)
    organisation = people.sender.organisation
    return tuple(Attendee(name, None, organisation) for name in facts.answering.listed)


def full(attendee: Attendee, standing: tuple[Attendee, ...], words: NameWords) -> Attendee:
    """The person with the full name under which they are registered."""
    for one in standing:
        if one.name and same(one, attendee, words):
            names = (attendee.name or "", one.name)
            longest = max(names, key=lambda name: (not _abbreviated(name), name.count(" "), len(name)))
            return Attendee(longest, attendee.email or one.email, attendee.organisation or one.organisation)
    return attendee


def _abbreviated(name: str) -> bool:
    return not name or is_initials(name.split(maxsplit=1)[0])


def leaving(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """The people (not the sender) of whom the mail says that they drop out."""
    standing, words = registered_people(facts, people), people.words
    people = _with_short_names(facts, people, standing)
    found: list[Attendee] = []
    for mention, part in parts(facts, people):
        listed = mention.source in {Source.LIST, Source.TABLE} and facts.acts("cancel", "out")
        if Flag.SELF in mention.flags or not (part is Part.LEAVES or (listed and part is Part.NONE)):
            continue
        found = merged(found, full(mention.attendee, standing, words), words)
    for part_of in given_up(facts, people):
        for mention in part_of.who:
            found = merged(found, full(mention.attendee, standing, words), words)
    if not found:  # "Ruben and Mirjam ... Could you take *them* off?"
        meant = pointed_at(facts, people, "cancel", "release", "out") or _only_other(facts, people)
        for mention in meant:
            found = merged(found, full(mention.attendee, standing, words), words)
    return tuple(found)


def _with_short_names(facts: Facts, people: People, standing: Sequence[Attendee]) -> People:
    """The people, with those on the list whom the mail calls by one name."""
    there = recognised(facts, people, standing) if standing else people
    known = [m for m in there.mentions if m in people.mentions or m.attendee in standing]
    return people if len(known) == len(people.mentions) else replace(people, mentions=tuple(known))


def _only_other(facts: Facts, people: People) -> list[Mention]:
    """ "Ngozi Eze called me. I had registered *her*, so I cancel *her* seat": the one person of the mail, be
    they named for another reason."""
    words = people.words
    others = [m for m in people.mentions if m.place == "text" and m.source is Source.PROSE]
    others = [m for m in others if Flag.SELF not in m.flags and " " in (m.attendee.name or "")]
    who: list[Attendee] = []
    for mention in others:
        who = merged(who, mention.attendee, words)
    cancelled = any(
        one.does("cancel")
        and words["pointing"].first([token.word for token in one.sentence.words]) is not None
        for one in facts.said
        if any(act.who == "them" for act in one.of("cancel"))
    )
    return others if len(who) == 1 and cancelled and facts.acts("authority") else []


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


def _in_their_place(facts: Facts, people: People, fresh: Sequence[Attendee]) -> list[Attendee]:
    """ "Geert Lambrechts is registered. He is ill. In *his* place comes An Vermeersch": those whom the
    nearest sentence before names, where they are as many."""
    words = people.words
    mine, standing = words["mine"], registered_people(facts, people)
    for number, one in enumerate(facts.said):
        acts = [act for act in one.of("replace") if act.who == "them"]
        plain = [token.word for token in one.sentence.words]
        if not acts or mine.first(plain) is not None:
            continue
        here: list[Attendee] = []
        for before in reversed(facts.said[max(0, number - _BACK) : number]):
            for mention in written(people):
                if facts.sentence_of(mention) is before and Flag.SELF not in mention.flags:
                    here = merged(here, full(mention.attendee, standing, words), words)
                    if Flag.BESIDE in mention.flags:  # "Anton and I were to come. In our place ..."
                        here = merged(here, full(people.sender, standing, words), words)
            if here:
                break
        known = any(same(one, other, words) for one in here for other in fresh)
        if len(here) == len(fresh) and not known:
            return here
    return []


def named_guest(facts: Facts, people: People) -> Replacement | None:
    """ "The name of my second person: Vera Stam": who comes along gets the name they did not have yet."""
    if facts.acts("out", "cannot", "cancel", "release", "refuse", "keep"):
        return None
    standing, words = registered_people(facts, people), people.words
    found: list[Attendee] = []
    told = False
    for mention in written(people):
        one = facts.sentence_of(mention)
        stands = any(same(mention.attendee, there, words) for there in standing)
        if one is None or Flag.SELF in mention.flags or stands:
            continue
        found = merged(found, mention.attendee, words)
        near = [said for said in facts.said if said is one or said is _before(one, facts)]
        told = told or any(
            words["unnamed"].first([token.word for token in said.sentence.words]) is not None for said in near
        )
    return Replacement(Attendee(), found[0]) if told and len(found) == 1 else None


def _before(one: Said, facts: Facts) -> Said | None:
    return next((before for before, after in pairwise(facts.said) if after is one), None)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The people of a change, by what is said of them; ``called`` by one name, and nothing is said."""

    gone: list[Attendee]
    fresh: list[Attendee]
    told: list[Attendee]
    called: list[Attendee]


def _spoken(facts: Facts, named: People, people: People, standing: tuple[Attendee, ...]) -> _Spoken:
    words = people.words
    gone: list[Attendee] = []
    fresh: list[Attendee] = []
    told: list[Attendee] = []
    called: list[Attendee] = []
    partly = any(part.who for part in given_up(facts, people))
    for mention, part in parts(facts, people):
        if Flag.SELF in mention.flags:
            continue
        # "Jette and I come as planned": who comes with the writer steps in for nobody
        one = facts.sentence_of(mention)
        kept = partly or not facts.acts("replace") or (one is not None and one.does("keep"))
        stays = kept and part is Part.COMES and Flag.BESIDE in mention.flags
        stands = any(same(mention.attendee, there, words) for there in standing)
        if part in {Part.FORMER, Part.LEAVES}:
            gone = merged(gone, full(mention.attendee, standing, words), words)
        elif part is Part.STAYS or stays:
            told = merged(told, full(mention.attendee, standing, words), words)
        elif mention not in named.mentions:
            called = merged(called, full(mention.attendee, standing, words), words)
        elif not stands and (part in {Part.NOW, Part.COMES} or mention.source is not Source.PROSE):
            fresh = merged(fresh, mention.attendee, words)
    fresh = [one for one in fresh if not any(same(one, other, words) for other in (*gone, *told))]
    return _Spoken(gone, fresh, told, called)


def replacements(facts: Facts, people: People) -> tuple[Replacement, ...]:
    """Pairs of who stood there and who should stand there now; former None where it is not said."""
    standing, named = registered_people(facts, people), people
    people = recognised(facts, people, standing)
    spoken = _spoken(facts, named, people, standing)
    gone, fresh = spoken.gone, spoken.fresh
    if told := _told_in_pairs(facts, named, fresh):
        return told
    writer = writer_steps_in(facts, people, standing)
    guessed = (
        not fresh and not writer and bool(facts.acts("replace") or (_leaves(facts) and facts.acts("correct")))
    )
    if guessed:
        others = (*gone, *spoken.told, *standing)
        fresh = only_one_named(facts, named, others) or writer_is_named(facts, named)
    if not fresh and writer:
        left = gone or _told_of(facts, people, standing) or only_one_spoken_of(facts, people)
        return (Replacement(left[0] if left else None, people.sender),) if len(left) < 2 else ()
    if not fresh:
        return ()
    guest = named_guest(facts, people)
    if not gone and guest is not None:
        return (guest,)
    if len(gone) + 1 == len(fresh) and goes_too(facts, people):
        gone = merged(gone, full(people.sender, standing, people.words), people.words)
    gone = gone or _who_leaves(facts, named, people, spoken, fresh)
    if not gone and guessed:
        return ()  # neither who leaves nor who comes is said plainly
    if not gone and len(standing) == 1:
        gone = [standing[0]]
    if len(gone) != len(fresh) and facts.acts("out", "cannot", "cancel", "replace"):
        gone = one_beside_each(facts, people, standing, fresh) or gone
    if len(gone) == len(fresh):
        return tuple(Replacement(former, now) for former, now in zip(gone, fresh, strict=True))
    return tuple(Replacement(None, now) for now in fresh)


def _told_in_pairs(facts: Facts, people: People, fresh: Sequence[Attendee]) -> tuple[Replacement, ...]:
    """The pairs whom the words between the names tell, where nobody else is said to come."""
    standing, words = registered_people(facts, people), people.words
    mine = full(people.sender, standing, words)
    found: list[Replacement] = []
    for former, now in swaps(facts.said, spoken_of(facts, people), words):
        own = former is None or Flag.SELF in former.flags
        left = mine if own or former is None else full(former.attendee, standing, words)
        found.append(Replacement(left, people.sender if Flag.SELF in now.flags else now.attendee))
    others = [one for one in fresh if not any(same(one, pair.now, words) for pair in found)]
    return () if others else tuple(found)


def _leaves(facts: Facts) -> bool:
    return bool(facts.acts("out", "cannot", "cancel", "release") or facts.not_i)


def _who_leaves(
    facts: Facts, named: People, people: People, spoken: _Spoken, fresh: list[Attendee]
) -> list[Attendee]:
    """For whom the ``fresh`` come where no words of leaving stand beside a name; the surest sign first."""
    standing, words = registered_people(facts, people), people.words
    me = full(people.sender, standing, words)
    if _in_my_place(facts, people):
        return [me]
    if len(spoken.told) == 1 and len(fresh) == 1 and not facts.own("cannot"):
        return spoken.told  # "I registered our director ... in her place comes"
    if theirs := _in_their_place(facts, people, fresh):
        return theirs
    if _all_hand_over(facts, people, standing, fresh):
        return list(standing)
    told = _told_of(facts, named, standing)
    if len(told) != len(fresh):
        told = _told_of(facts, people, standing)
    mine = facts.own("cannot", "cancel", "release", "refuse") or facts.not_i
    # "Grégoire Favre and I hand our seats to ...": of as many as step in, the writer one of them.
    us = len(told) == len(fresh) and any(same(me, one, words) for one in told)
    if mine and not us:
        return [me]
    if told or _own_seat(facts):
        return told or [me]
    if len(fresh) == 1:  # "Gerald has a hernia, Quirine Bol takes the train instead of him"
        return [one for one in spoken.called if not same(one, fresh[0], words)]
    return []


def _all_hand_over(
    facts: Facts, people: People, standing: Sequence[Attendee], fresh: Sequence[Attendee]
) -> bool:
    """ "Our two seats go to Sevda and Marieke", "neither of us can come": as many step in as stand there, and
    nobody of these is spoken of by name."""
    if len(standing) != len(fresh) or len(fresh) < 2 or facts.acts("keep"):
        return False
    words = people.words
    said = [one for one in facts.said if one.does("replace", "cannot", "out")]
    plain = [token.word for one in said for token in one.sentence.words]
    ours = words["us"].first(plain) is not None
    others = [m for m in written(people) if Flag.SELF not in m.flags]
    return ours and not any(same(m.attendee, one, words) for m in others for one in standing)


def _own_seat(facts: Facts) -> bool:
    """Whether the words of the replacement themselves are the writer's: "I hand my seat to". A vote hears
    a whole sentence, in which anybody may be spoken of."""
    return any(act.who in {"me", "us"} and not act.slug.startswith("votes/") for act in facts.acts("replace"))
