"""From one of our events to another: "zet me over naar maart", "I'd rather come on 22 March"."""

from __future__ import annotations

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.changes import full, registered_people
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import merged
from mailbot.core.understanding.mentions import Flag
from mailbot.core.understanding.recognising import recognised
from mailbot.core.understanding.request import Intent, Replacement, Request
from mailbot.core.understanding.roles import written

_LEAVES = ("cannot", "cancel", "out", "release", "refuse")


def moved(draft: Draft) -> Request | None:
    """The move of a registration that is there; None where nothing is moved.

    Always for a person: the seat at the one is given up only where there is one at the other.
    """
    facts = draft.facts
    target = _target(draft)
    sure = facts.acts("move")
    if target is None and not draft.event.mentions and facts.acts("correct"):
        # "Please transfer my registration to that organisation, with the address robin@kade.example."
        sure = tuple(act for one in facts.said if "@" not in one.sentence.text for act in one.of("move"))
    said = _said_of(target, draft) if target is not None else []
    if not facts.registered or not (sure or said):
        return None
    acts = sure or tuple(act for one in said for act in one.of("register", "comes", "replace"))
    draft.because(acts, "Wants to move a registration to another event")
    draft.doubt("moves-event", "Wants to move the registration to another event.")
    draft.check_conditions()
    hangs = bool(facts.acts("condition"))  # "move me to March; if that costs extra, leave it"
    event = draft.event_id(registered=True) if target is None or hangs else target
    who = _who(draft, sure)
    return Request(
        draft.lang,
        Intent.CHANGE,
        event,
        len(who),
        who,
        replacements=tuple(Replacement(None if len(who) == 1 else one, one) for one in who),
    )


def _target(draft: Draft) -> str | None:
    """The one event of ours to come that the mail names besides the one of the registration."""
    reading, known = draft.event, draft.facts.answering.known
    there = known.event if known is not None else reading.answered
    if there is None and len(reading.denied) == 1:
        (there,) = reading.denied
    coming = {event.id for event in draft.house.events if event.starts > draft.now}
    named = frozenset().union(*(m.events for m in reading.mentions if len(m.events) == 1))
    others: frozenset[str] = (named & coming) - {there}
    return next(iter(others)) if there is not None and len(others) == 1 else None


def _said_of(target: str, draft: Draft) -> list[Said]:
    """The sentences that name the other event, and would rather have that one."""
    words = draft.people.words
    return [
        one
        for one in draft.facts.said
        if not one.aside
        and target in draft.event.within(one.sentence.start, one.sentence.end, one.sentence.place)
        and words["moved_over"].first([token.word for token in one.sentence.words]) is not None
        and words["that_too"].first([token.word for token in one.sentence.words]) is None
    ]


def _who(draft: Draft, acts: tuple[Act, ...]) -> tuple[Attendee, ...]:
    """Who is moved: the writer; those they name, where the writer stays; all, where it says so."""
    facts, words = draft.facts, draft.people.words
    standing = registered_people(facts, draft.people)
    sender = full(draft.people.sender, standing, words)
    mine = [act for act in acts if act.who == "me"]
    plain = [token.word for one in facts.said for token in one.sentence.words]
    if not mine and len(standing) > 1 and words["whole_party"].first(plain) is not None:
        return tuple(full(sender, (one,), words) if one.name == sender.name else one for one in standing)
    others: list[Attendee] = []
    for mention in written(recognised(facts, draft.people, standing)):
        one = facts.sentence_of(mention)
        if Flag.SELF not in mention.flags and one is not None and not one.does(*_LEAVES):
            others = merged(others, full(mention.attendee, standing, words), words)
    stays = any(act.who in {"me", "us", "any"} for act in facts.acts("keep", "already", "register"))
    stays |= words["subject"].first(plain) is not None and words["stays"].first(plain) is not None
    return tuple(others) if others and not mine and stays else (sender,)
