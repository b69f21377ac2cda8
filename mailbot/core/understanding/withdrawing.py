"""Giving seats up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from mailbot.core.base import Attendee, Evidence, Reason
from mailbot.core.understanding.absent import of_named, only_told
from mailbot.core.understanding.acts import Act
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.authority import by_hearsay, may_speak
from mailbot.core.understanding.changes import full, goes_too, leaving, registered_people
from mailbot.core.understanding.counting import Party, counted
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.errands import asked_for
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.partial import given_up as given_up_parts
from mailbot.core.understanding.remaining import Remaining, in_full, remaining
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.together import everybody, headed, some_of_them, written_for

_US = frozenset({"me", "us"})
_SOON = timedelta(days=2)  # so late, nobody answers an invitation that they need not answer
# Who does one of these beside a no may answer an invitation.
_ASKS_BESIDE = ("register", "comes", "accept", "replace", "later", "other")
_LEAVING = ("cancel", "cannot", "release", "refuse", "out")


def cancel(draft: Draft) -> Request | None:
    """A registration given up, by who has one; None where none is."""
    facts = draft.facts
    if (some := part_of(draft)) is not None:
        return _in_part(draft, some)
    explicit = facts.own("cancel")
    given_up = (*facts.own("cannot"), *facts.own("release"))
    if facts.answering.to in {To.WAITLIST, To.CONFIRMATION}:
        given_up = (*given_up, *facts.own("refuse"))
    standing = registered_people(facts, draft.people)
    together = everybody(facts, draft.people, standing)
    theirs = written_for(facts, draft.people, standing)
    others = leaving(facts, draft.people) or theirs or headed(facts, draft.people)
    others_out = (
        facts.acts("cancel", "out", "release", "cannot", who=("them",)) if others or facts.registered else ()
    )
    headline = facts.headline("cancellation")
    if headline is not None and not facts.acts("register", "keep"):
        explicit = (*explicit, headline)
    wants = facts.own("register")
    # "Can't come after all", out of the blue: there was a yes to take back.
    new = facts.answering.to is To.NOTHING
    had = facts.registered or (
        new and bool(facts.acts("after_all") or _own_seat(draft) or _out_of_the_blue(draft))
    )
    if not (explicit or (given_up and had) or others_out):
        return None
    if not (explicit or given_up or others) and facts.acts("status"):
        return None  # "a colleague was to register me, and she is ill; am I on the list?"
    acts = (*explicit, *given_up, *others_out)
    if facts.answering.to is To.INVITATION and not facts.own("already") and not others_out:
        return None  # nothing to give up: a no to the invitation
    if given_up and not explicit and facts.acts("never"):
        return None
    if facts.acts("invited") and not (facts.registered or explicit or facts.acts("already", "after_all")):
        return None  # "The minister thanks you for the invitation and is unable to attend"
    if only_told(draft, acts, others):
        return None
    if wants and not facts.registered and headline is None:
        # "I had to cancel another appointment ... please register me": the wish decides.
        draft.doubt("both", "The mail both asks for a seat and speaks of cancelling.")
        return None
    third = [
        act
        for one in facts.said
        for act in one.of("out")
        if len(one.sentence.words) > 2
        and act.start > one.sentence.words[2].start  # "So not coming" is theirs
    ]
    if third and not others and not together and not given_up and not facts.own("cancel"):
        draft.doubt("who-leaves", "Somebody drops out, and it could not be read who.")
    parts = given_up_parts(facts, draft.people)
    told = {id(part.act) for part in parts if part.who}
    mine = [
        act
        for act in (*explicit, *given_up)
        if id(act) not in told and not of_named(act, facts, draft.people)
    ]
    mine = [] if theirs else mine
    _check_wants(draft, wants, acts, others if not any(act.who in _US for act in mine) else ())
    _check_stays(draft, acts)
    draft.keep_to_letter(acts)
    if draft.event.ambiguous is not None:
        draft.settle(_given_up(draft, acts))
    draft.because(acts, "Gives a seat up")
    draft.check_conditions()
    draft.people = _without_takers(facts, draft.people)
    who = (
        Party(tuple(in_full(one, draft.people) for one in together))
        if together
        else _who_leaves(draft, mine, others, told=bool(told))
    )
    draft.takes(who)
    if who.doubt is None and any(part.number != len(who.attendees) for part in parts):
        draft.doubt("who-leaves", "It is said how many give up, and not who.")
    event = draft.event_id(registered=True, unnamed=any(act is not headline for act in acts))
    return Request(draft.lang, Intent.CANCEL, event, who.seats, who.attendees)


def _check_stays(draft: Draft, acts: Sequence[Act]) -> None:
    """Whether it may only say that somebody is late, or asks to keep a seat for them."""
    facts = draft.facts
    outright = facts.own("cancel") or any(act.slug.endswith("of_theirs") for act in facts.acts("cancel"))
    if facts.acts("partly") and not outright:
        draft.doubt("part-of-the-time", "It may only say that somebody comes later or leaves earlier.")
    if facts.acts("newsletter"):
        draft.doubt("newsletter", "It speaks of a newsletter: that may be what is to stop.")
    kept = any(act.slug.endswith("keep.seat") for act in facts.own("keep"))
    if kept and all(act.slug.startswith("votes/") for act in acts):
        draft.doubt("keeps", "It says that a seat is to be kept.")


def _without_takers(facts: Facts, people: People) -> People:
    """The people without the numbers of those who may take the seats: "I hope two others will be happy"."""
    takers = [one.sentence for one in facts.said if one.does("anybody")]
    counts = tuple(
        count
        for count in people.counts
        if not any(one.place == count.place and one.start <= count.start < one.end for one in takers)
    )
    return replace(people, counts=counts)


def _own_seat(draft: Draft) -> bool:
    """ "Sorry to give up my place so late", of the writer's own: who speaks so has one."""
    facts, seat = draft.facts, draft.people.words["own_seat"]
    if facts.acts("invited", "never"):
        return False
    return any(
        seat.first([token.word for token in one.sentence.words if act.start <= token.start < act.end])
        is not None
        for one in facts.said
        for act in one.of("release")
        if not act.slug.startswith("votes/")
    )


def _out_of_the_blue(draft: Draft) -> bool:
    """Who writes of their own accord that something keeps them away, and neither of an invitation nor of
    anything that they ask for, was expected: "the children are ill, I'll stay at home"."""
    facts, event = draft.facts, draft.house.event(draft.event.event or "")
    asks = facts.questions or facts.wondered or facts.acts(*_ASKS_BESIDE)
    invited = any(one.does("invited") for one in (*facts.said, *facts.subject))
    if not draft.related or invited or asks or facts.acts("never"):
        return False
    no = facts.own("cannot")
    if not any(act.who in _US or not of_named(act, facts, draft.people) for act in no):
        return False
    soon = event is not None and timedelta() <= event.starts - draft.now <= _SOON
    sudden = draft.people.words["was_expected"]
    return soon or any(
        sudden.first([token.word for token in one.sentence.words]) is not None for one in facts.said
    )


def part_of(draft: Draft) -> Remaining | None:
    """Who of a registered party gives up, where it is said who stays."""
    return remaining(draft.facts, draft.people, registered_people(draft.facts, draft.people))


def _in_part(draft: Draft, some: Remaining) -> Request:
    """Some of a party give up, and the others stay."""
    draft.evidence += [
        Evidence(
            "intent", "remaining", one.sentence.text, one.sentence.place, one.sentence.start, one.sentence.end
        )
        for one in some.told
    ]
    draft.check_conditions()
    event = draft.event_id(registered=True)
    return Request(draft.lang, Intent.CANCEL, event, len(some.leave), some.leave)


def _given_up(draft: Draft, acts: Sequence[Act]) -> frozenset[str]:
    """The events that are said no to, or that the sentences of the giving up name."""
    if len(draft.event.denied) == 1:
        return draft.event.denied
    around = [one.sentence for one in draft.facts.said if any(act in one.acts for act in acts)]
    return frozenset().union(*(draft.event.within(one.start, one.end, one.place) for one in around))


def _check_wants(
    draft: Draft, wants: Sequence[Act], leaves: Sequence[Act], others: Sequence[Attendee]
) -> None:
    """Hold a giving up against a coming in the same mail: another event, somebody else, or both. Where only
    ``others`` give up, who is registered and says to come stays."""
    keeps = draft.facts.acts("keep", "already")
    stays = (*wants, *keeps)
    gone = draft.narrow(leaves, stays)
    if not wants or (others and draft.facts.registered and all("coming" in act.slug for act in wants)):
        return
    meant = draft.events_of(wants, leaves)
    if gone and meant and not gone & meant:
        if not draft.facts.own("keep"):
            draft.doubt("two-requests", "Gives up one seat and asks for another one: two requests.")
    elif not draft.facts.own("keep") and not (others and all(act.who == "them" for act in leaves)):
        draft.doubt("both", "The mail both gives up a seat and says that somebody comes.")


def _all_of_us(people: People, standing: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
    """ "Wij haken allebei af": as many as stand on the list, or as share the mailbox or sign."""
    numbers = {count.number for count in people.counts if count.includes_sender and count.exact}
    signing = [m.attendee for m in people.mentions if m.source is Source.SIGNATURE]
    headed = [m.attendee for m in people.mentions if m.source is Source.FROM]
    for group in (list(standing), signing, headed):
        who: list[Attendee] = []
        for one in (full(people.sender, standing, people.words), *group):
            who = merged(who, one, people.words)
        if len(who) > 1 and numbers == {len(who)}:
            return tuple(who)
    return ()


def _speaks_of_others(facts: Facts, people: People) -> bool:
    """Whether anybody is named, counted or called "he" who may be the one who leaves."""
    words = people.words
    named = any(Flag.SELF not in mention.flags for mention in written(people))
    meant = any(  # "my colleague is ill", "she can't come"
        words[family].first([token.word for token in one.sentence.words]) is not None
        for one in facts.said
        for family in ("announcing", "guest", "pointing")
        if one.does("out")
    )
    return named or meant or bool(people.counts) or bool(facts.acts("cancel", "release", who=("them",)))


def _heard_of_others(act: Act, facts: Facts) -> bool:
    """Whether a vote for a whole sentence is explained by what its words say of somebody else."""
    if not act.slug.startswith("votes/"):
        return False
    one = next((one for one in facts.said if act in one.acts), None)
    said = () if one is None else one.of("out", "cancel", "cannot")
    return any(other.who == "them" and not other.slug.startswith("votes/") for other in said)


def _who_leaves(draft: Draft, own: Sequence[Act], others: tuple[Attendee, ...], *, told: bool) -> Party:
    """The people who leave; ``told``: the words of a number say who."""
    facts, people = draft.facts, draft.people
    own = [act for act in own if not _heard_of_others(act, facts) and not of_named(act, facts, people)]
    if others and any(
        one.does("keep") and one.does("self") and not one.does(*_LEAVING) for one in facts.said
    ):
        own = [act for act in own if not act.slug.startswith("votes/")]  # "Please keep me on the list"
    standing = registered_people(facts, people)
    if not others and some_of_them(facts, people, own):
        return Party((), Reason("who-leaves", "Some of them give up, and it is not said who."))
    beside = goes_too(facts, people)  # "Neither Joop nor I"
    given = _numbers_given_up(own, people)
    if others and not beside and given == {len(others)} and len(others) > 1:
        return Party(others)  # "I have to cancel our three registrations: Wimmer, Kovačić and Nwosu"
    sent = [one for one in facts.said if asked_for([word.word for word in one.sentence.words], people.words)]
    if sent:  # "Mevrouw Sewradj vraagt mij haar af te melden"
        own = [act for act in own if not any(act in one.acts for one in sent)]
    if others and not beside and not any(act.who in {"me", "us"} for act in own):
        if not may_speak(facts, people, draft.mail) or by_hearsay(facts, people):
            doubt = Reason("no-authority", "Cancels for somebody else; nothing shows that they may.")
            return Party(others, doubt)
        # "One of us", "those two": a number that fits those who leave; others count who stays.
        numbers = set() if told else {count.number for count in people.counts if count.exact}
        stay = len(standing) - len(others)
        if numbers and not numbers & {len(others), stay, len(standing)}:
            return counted(list(others), comes=False, counts=people.counts)
        return Party(others)
    found = [full(people.sender, standing, people.words)]
    if not own and not beside:
        # "Double booked. Have to cancel": of a registration that nobody else is named for.
        if facts.registered and len(standing) <= 1 and not _speaks_of_others(facts, people):
            return Party(tuple(found))
        return Party((), Reason("who-leaves", "It is not said who gives the seat up."))
    together = () if any(act.who == "me" for act in own) else _all_of_us(people, standing)
    if together and not facts.own("keep") and not (others and len(others) + 1 != len(together)):
        return Party(together)
    if any(act.who == "us" for act in own):
        signing = [m.attendee for m in people.mentions if m.source is Source.SIGNATURE]
        if len(standing) <= 1 and not others and not people.counts and len(signing) > 1:
            return Party(tuple(signing))  # "Take us off the list. Henk and Dini Bos"
        if len(standing) <= 1 and not others and not people.counts:
            doubt = Reason("who-leaves", 'It speaks of "us", and does not say who gives up.')
            return Party(tuple(found), doubt)
        for one in others or standing:
            found = merged(found, one, people.words)
        return counted(found, comes=True, counts=people.counts)
    for one in others:
        found = merged(found, one, people.words)
    if len(standing) > 1 and not beside and not any(act.who == "me" for act in own):
        doubt = Reason("who-leaves", "Several people are registered; it is not said who of them gives up.")
        return Party(tuple(found), doubt)
    if given and len(found) not in given:
        text = "The number that is given up and the names do not agree."
        return Party(tuple(found), Reason("number-and-names", text))
    return Party(tuple(found))


def _numbers_given_up(acts: Sequence[Act], people: People) -> set[int]:
    """The numbers within the words of a giving up: "cancel our *three registrations*"."""
    exact = [count for count in people.counts if count.exact and count.number > 1 and count.place == "text"]
    inside = [count for count in exact for act in acts if act.start <= count.start and count.end <= act.end]
    return {count.number for count in inside}
