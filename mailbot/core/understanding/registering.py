"""Asking for seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.core.base import Attendee, Status
from mailbot.core.understanding.absent import of_named
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.asbefore import as_before
from mailbot.core.understanding.belonging import denied, of_another_house
from mailbot.core.understanding.changes import registered_people
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import People
from mailbot.core.understanding.parties import party
from mailbot.core.understanding.reaching import reached
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import tokens

_GREETS = 2  # words: a sentence of no more says nothing beside a goodbye
# Where the mail does one of these, a bare heading registers nobody.
_SPEAKS = (
    "cancel", "cannot", "status", "ask", "later", "hold", "correct", "replace", "release", "already",
    "refuse",
)  # fmt: skip


def register(draft: Draft) -> Request | None:
    """The seats asked for; None where none are."""
    facts = draft.facts
    wants = _wants(draft)
    if (
        not wants
        or _held_back(facts, wants)
        or _about_something_else(draft)
        or _has_a_seat_already(draft, wants)
    ):
        return None
    firm = [act for act in wants if not act.wish]
    against = () if facts.acts("sender_stays_away") else _own_no(facts, draft.people)
    if against:
        missed = draft.events_of(against, wants) or _invited_to(draft)
        meant = draft.narrow(wants, against)
        other_event = bool(meant and missed) and not meant & missed
        if not other_event and not firm and not _others_named(draft):
            return None  # "would love to come, but cannot"
        if not other_event and not _instead_of_me(draft, wants, against):
            draft.doubt("both", "The mail says both that somebody comes and that they cannot.")
    if facts.acts("later") and not firm:
        return None
    if facts.acts("both"):
        draft.doubt("two-events", "It asks for more than one event.")
    elif draft.event.ambiguous is not None and draft.event.denied:
        draft.settle(draft.event.kept)  # "not the 18th, but 22 March"
    if not facts.acts("both"):
        draft.settle_on(firm or wants)
    draft.leave_the_past(wants)
    draft.because(wants, "Wants to come")
    coming = party(facts, draft.people)
    draft.takes(coming)
    if _by_hearsay(draft):
        draft.doubt("no-authority", "Registers somebody else, without their knowing.")
    _check_membership(draft)
    _check_occasion(draft, wants)
    before = next((one for one in facts.said if as_before(one, draft.people.words)), None)
    if before is not None:
        words = " ".join(before.sentence.text.split())
        draft.doubt("as-before", f'What somebody is to have is told by an earlier time alone: "{words}"')
    if _only_a_goodbye(draft, wants):
        draft.doubt("goodbye", "It may only say goodbye to somebody who comes already.")
    draft.check_conditions()
    plain = any(act.kind != "headline" for act in wants) and not facts.questions
    event = draft.event_id(registered=False, unnamed=plain)
    if coming.doubt is None:
        coming = replace(coming, attendees=_without_standing(draft, coming.attendees, event))
    coming = replace(coming, attendees=reached(coming.attendees, draft))
    return Request(draft.lang, Intent.REGISTER, event, coming.seats, coming.attendees)


def _only_a_goodbye(draft: Draft, wants: Sequence[Act]) -> bool:
    """ "Attached are my slides for the 18th. *See you then!*" asks for no seat; after an invitation, or by
    itself, it says that the writer comes."""
    facts = draft.facts
    if facts.answering.to is not To.NOTHING or not all(act.slug.endswith(".goodbye") for act in wants):
        return False
    rest = (one for one in facts.said if not any(act in one.acts for act in wants))
    return any(
        one.sentence.place == "text"
        and one.sentence.role not in {Role.GREETING, Role.CLOSING}
        and len(one.sentence.words) > _GREETS
        for one in rest
    )


def _held_back(facts: Facts, wants: Sequence[Act]) -> bool:
    """Whether a "don't register yet" is said of those who come: not where it is said of the writer, who signs
    up somebody else, or of somebody else ("my neighbour may join, don't count him")."""
    mine = any(act.who in {"me", "us"} and not act.wish for act in wants)
    theirs = any(act.who == "them" for act in wants)
    return not all(
        (act.who == "me" and theirs and bool(facts.acts("sender_stays_away")))
        or (
            act.who == "them"
            and mine
            and not any(act in one.acts and one.does("register") for one in facts.said)
        )
        for act in facts.acts("hold")
    )


def _invited_to(draft: Draft) -> frozenset[str]:
    """What a no is said to that names no event: the one of the invitation."""
    event = draft.event.answered
    return frozenset({event}) if event and draft.facts.answering.to is To.INVITATION else frozenset()


def _check_membership(draft: Draft) -> None:
    """Who is a member comes free of charge and registers elsewhere: only the list, or a person, knows.
    Whoever wonders whether they are one says with the same words that they are not."""
    facts = draft.facts
    elsewhere = facts.acts("elsewhere")  # "a member of the board"
    members = [
        act
        for one in facts.said
        for act in one.of("member")
        if not any(other.start <= act.start and act.end <= other.end for other in elsewhere)
        and not of_another_house(act, one, facts, draft.people, draft.house)
    ]
    free = facts.acts("free")
    unsure = [
        act
        for one in facts.said
        for act in one.of("free")
        if act.slug.endswith("unsure") and not denied(act, one, draft.people.words)
    ]
    free = tuple(act for act in free if not act.slug.endswith("unsure") or act in unsure)
    if unsure:
        draft.doubt("says-member", f'May be a member, and is not sure of it: "{draft.words(unsure[0])}".')
    elif facts.acts("nonmember"):
        return
    elif members:
        draft.doubt("says-member", "Says to be a member: members register on the website, free of charge.")
    elif free:
        draft.doubt("says-member", f'Expects the free seat of a member: "{draft.words(free[0])}".')


def _check_occasion(draft: Draft, wants: Sequence[Act]) -> None:
    """A training or a reception is none of ours, unless an event of ours is called so, or was named before:
    "I come on the 18th, also for the drinks"."""
    titles = {token.word for e in draft.house.events for token in tokens(f"{e.title} {e.subtitle}")}
    for one in draft.facts.said:
        asked = any(want in one.acts for want in wants)
        for act in one.of("occasion") if asked else ():
            kind = [token.word for token in one.sentence.words if token.start < act.end][-1]
            if kind not in titles and not draft.event.within(one.sentence.start, act.start):
                draft.doubt("other-occasion", f'It asks for something else: "{draft.words(act)}".')


def _own_no(facts: Facts, people: People) -> tuple[Act, ...]:
    """The sender's own no: not that of somebody else, whose "can't" names nobody by itself, unless the
    sentence goes on after it ("he can't come, and neither can I")."""
    theirs = [
        act
        for one in facts.said
        for act in one.of("out")
        if act.who == "them" and sum(token.start >= act.end for token in one.sentence.words) < 2
    ]
    return tuple(
        act
        for act in facts.own("cannot", "cancel", "refuse")
        if not _only_a_part(act, facts)
        and (
            act.who != "any"
            or not (
                any(one.start <= act.start and act.end <= one.end for one in theirs)
                or of_named(act, facts, people)
            )
        )
    )


def _only_a_part(act: Act, facts: Facts) -> bool:
    """ "I can't be there before three": who says so comes."""
    return any(one.start < act.end and act.start < one.end for one in facts.acts("partly"))


def _by_hearsay(draft: Draft) -> bool:
    """ "She said to put her down", "I think that Mr Benali is coming".

    Who asks for a seat of their own may have been told to ("my professor says that I should go"), and what
    somebody said farther off is another matter.
    """
    facts = draft.facts
    mine = any(act.who in {"me", "us"} for act in facts.acts("register"))
    others = facts.of_others("register")
    if others and any(act.slug.endswith("unasked") for act in facts.acts("hearsay")):
        return True
    for before, one in pairwise((None, *facts.said)):
        if one is None:
            continue
        told = before is not None and before.does("hearsay")
        if any(
            act in one.acts and (one.does("hearsay") or (told and (act.who == "them" or not mine)))
            for act in others
        ):
            return True
    return bool(facts.of_others("comes")) and any(
        one.does("hearsay") and one.does("comes") for one in facts.said
    )


def _without_standing(draft: Draft, coming: tuple[Attendee, ...], event: str | None) -> tuple[Attendee, ...]:
    """Those who are new, where some of them stand on the list already: "I bring Fatima along"."""
    known = draft.facts.answering.known
    if known is None or known.event != event:
        return coming
    there = [one for one, status in known.attendees if status in {Status.CONFIRMED, Status.WAITLISTED}]
    words = draft.people.words
    fresh = tuple(one for one in coming if not any(same(one, other, words) for other in there))
    return fresh or coming


def _instead_of_me(draft: Draft, wants: Sequence[Act], against: Sequence[Act]) -> bool:
    """A stranger who cannot come themselves, and names somebody who does."""
    mine = all(act.kind in {"cannot", "refuse"} and act.who in {"me", "any"} for act in against)
    return mine and not draft.facts.registered and all(act.who == "them" for act in wants)


def _wants(draft: Draft) -> tuple[Act, ...]:
    """The words that ask for seats: a wish, somebody named who comes, or a heading and nothing else."""
    facts = draft.facts
    wants = facts.acts("register")
    if facts.acts("status"):
        # "I wrote on the 5th to book a place ... am I booked?": told, not asked for again.
        told = [act for one in facts.said if one.does("already") for act in one.acts]
        then = [act for one in facts.said if _wished_then(one, draft) for act in one.acts]
        wants = tuple(act for act in wants if act not in told and act not in then)
    if not wants and facts.acts("comes") and _others_named(draft):
        wants = facts.acts("comes")
    if not wants and facts.answering.to in {To.NOTHING, To.INVITATION}:
        wants = facts.stated("accept")
    headline = facts.headline("registration")
    if (
        not wants
        and headline is not None
        and not facts.registered
        and not facts.acts(*_SPEAKS)
        and not facts.questions
    ):
        wants = (headline,)
    return wants


def _wished_then(one: Said, draft: Draft) -> bool:
    """ "I *wanted* to come on the 18th": so says, beside a question for the registration, who has asked."""
    plain = [token.word for token in one.sentence.words]
    return draft.people.words["wished_then"].first(plain) is not None


def _about_something_else(draft: Draft) -> bool:
    """ "Internship: I would love to come by"."""
    topic = any(one.does("other") for one in draft.facts.subject)
    return topic and draft.facts.answering.to is To.NOTHING


def _has_a_seat_already(draft: Draft, wants: Sequence[Act]) -> bool:
    """The sender stands on the list and says no more than that they come: "see you on the 18th"."""
    facts = draft.facts
    soft = all("coming" in act.slug or act.wish or act.kind == "comes" for act in wants)
    if not soft:
        return False
    if facts.own("keep"):
        return True
    known = facts.answering.known
    there = known.event if known is not None else draft.event.answered
    meant = draft.events_of(wants)
    if there is not None and len(meant) == 1 and there not in meant:
        return False  # "I would like to come on 22 March as well"
    if not facts.registered or facts.answering.to is To.INVITATION or facts.acts("never", "anew"):
        return False
    return bool(facts.acts("status")) or not _new_people(draft)


def _others_named(draft: Draft) -> bool:
    return any(one.about == "attendee" for one in party(draft.facts, draft.people).evidence)


def _new_people(draft: Draft) -> bool:
    """Whether somebody is named as coming who does not stand on the list."""
    standing = registered_people(draft.facts, draft.people)
    if not standing:
        return _others_named(draft)
    coming = party(draft.facts, draft.people).attendees
    return any(
        len(merged(list(standing), one, draft.people.words)) > len(standing) for one in coming if one.name
    )
