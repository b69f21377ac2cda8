"""Who steps in for whom, who drops out, and what is corrected."""

from __future__ import annotations

from mailbot.core.base import Attendee
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.parties import merged, same
from mailbot.core.understanding.request import Replacement

_INERT = frozenset({Flag.BILLING, Flag.SPEAKER, Flag.GREETED})
_WRITTEN = frozenset({Source.PROSE, Source.LIST, Source.TABLE, Source.FORM})


def registered_people(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """Who stands on the list, as the record or the quoted confirmation says."""
    if facts.answering.known is not None:
        return tuple(attendee for attendee, _ in facts.answering.known.attendees)
    return tuple(m.attendee for m in people.mentions if m.source is Source.QUOTED)


def full(attendee: Attendee, standing: tuple[Attendee, ...]) -> Attendee:
    """The person with the full name under which they are registered."""
    for one in standing:
        if one.name and same(one, attendee):
            longest = max(attendee.name or "", one.name, key=lambda name: (name.count(" "), len(name)))
            return Attendee(longest, attendee.email or one.email, attendee.organisation or one.organisation)
    return attendee


def written(people: People) -> list[Mention]:
    return [m for m in people.mentions if m.source in _WRITTEN and m.place == "text" and not m.flags & _INERT]


def leaving(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """The people (not the sender) of whom the mail says that they drop out."""
    standing = registered_people(facts, people)
    found: list[Attendee] = []
    for mention in written(people):
        one = facts.sentence_of(mention)
        if one is None or Flag.SELF in mention.flags or Flag.ALREADY in mention.flags:
            continue
        outs = one.of("out", "cancel", "cannot")
        stays = one.of("already", "keep", "comes")
        if not outs and Flag.NEGATED not in mention.flags:
            continue
        nearest = min((*outs, *stays), key=lambda act: _distance(act.start, act.end, mention), default=None)
        if nearest is None or nearest in outs:
            found = merged(found, full(mention.attendee, standing))
    return tuple(found)


def _distance(start: int, end: int, mention: Mention) -> int:
    """How far an act is from a name; what follows the name speaks of it first."""
    if start >= mention.end:
        return start - mention.end
    if end <= mention.start:
        return 3 * (mention.start - end) + 20
    return 0


def replacements(facts: Facts, people: People) -> tuple[Replacement, ...]:
    """Pairs of who stood there and who should stand there now; former None where it is not said."""
    standing = registered_people(facts, people)
    gone: list[Attendee] = []
    fresh: list[Attendee] = []
    for mention in written(people):
        one = facts.sentence_of(mention)
        if one is None or Flag.ALREADY in mention.flags:
            continue
        is_standing = any(same(mention.attendee, there) for there in standing)
        if Flag.SELF in mention.flags:
            continue
        after_instead = any(
            act.end <= mention.start
            and mention.start - act.end <= 14
            and _former_follows(act.slug, facts, act.end)
            for act in one.of("replace")
        )
        outs = one.of("out", "cancel", "cannot")
        ins = one.of("replace", "comes", "register")
        near = min((*outs, *ins), key=lambda act: _distance(act.start, act.end, mention), default=None)
        if (
            after_instead
            or is_standing
            or Flag.NEGATED in mention.flags
            or (near is not None and near in outs)
        ):
            gone = merged(gone, full(mention.attendee, standing))
        elif ins or outs or mention.source is not Source.PROSE:
            fresh = merged(fresh, mention.attendee)
    fresh = [one for one in fresh if not any(same(one, other) for other in gone)]
    if not gone and fresh and facts.acts("cannot", "cancel", "replace", who=("me", "us")):
        gone = [full(people.sender, standing)]
    if len(gone) == len(fresh):
        return tuple(Replacement(former, now) for former, now in zip(gone, fresh, strict=True))
    return tuple(Replacement(None, now) for now in fresh)


def _former_follows(slug: str, facts: Facts, end: int) -> bool:
    """Whether the words that end here announce who is replaced: "instead of", "in plaats van"."""
    return any(act.end == end and act.slug == slug for act in facts.acts("replace")) and "person" in slug
