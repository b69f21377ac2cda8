"""Who is to have a seat, thought over: where the words around a name speak against what the phrases made
of it, it is put right where all is certain, and else a person looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.base import Attendee, Evidence, Reason
from mailbot.core.understanding.attending import Roll, party_signs
from mailbot.core.understanding.by_words import by_the_words
from mailbot.core.understanding.coming import LISTED
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Count, Mention
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.rereading import Whole
from mailbot.core.understanding.roles import WRITTEN
from mailbot.core.understanding.sounding import Sound, evidence_of, is_brief, sounds

# So sure the mail as a whole must sound like several, or like one alone, that a party of another size is
# asked about: of 1,370 that were acted on, and that nothing was learned from, 14 did, and 10 were wrong.
_OTHERWISE = 0.85
# Where it rather sounds like one alone it is asked too if one of those counted may not come: four of eight
# such parties, judged by weights that had not seen them, were of another size; of those with two guests
# without a name and more both were.
_ALONE, _MAY_NOT = 0.5, 0.6
_NAMELESS = 2


def reconsidered(request: Request, whole: Whole) -> Request:
    """The registration that is asked for, with the right people and as many as are meant; for a person where
    that is not certain."""
    if request.intent is not Intent.REGISTER:
        return request
    roll, ballot = whole.lexicon.roll, whole.lexicon.ballot
    if roll is None or ballot is None:
        return request
    heard = sounds(request, whole, roll, ballot)
    told = request if request.review else _with_whom(request, whole, heard)
    why = None if told.review else _another_number(told, whole, heard, roll)
    told = told if why is None else replace(told, review=True, reasons=(why, *told.reasons))
    return by_the_words(told, whole, roll, ballot) if told.review else told


def _another_number(request: Request, whole: Whole, heard: Sequence[Sound], roll: Roll) -> Reason | None:
    """Why the party may be larger or smaller than it was read."""
    draft, seats = whole.draft, request.seats
    if seats is None:
        return None
    several = roll.several(party_signs([one.person for one in heard], draft, whole.words))
    alone = f"As a whole it sounds like one who comes alone ({1 - several:.0%})"
    nameless = sum(not one.name for one in request.attendees)
    brief = is_brief(draft)
    if nameless >= _NAMELESS and not brief and several < _ALONE:
        return Reason("how-many", f"{alone}, and {nameless} guests have no name.")
    unsure = [
        one for one in heard if one.counted and not one.sought and min(one.chance, one.by_itself) < _MAY_NOT
    ]
    if seats > 1 and several < _ALONE and unsure and not brief:
        return Reason("how-many", f"{alone}; {unsure[0].name} may not come.")
    if _is_told(draft):
        return None
    if seats == 1 and several >= _OTHERWISE:
        return Reason("how-many", f"As a whole it sounds like more than one who come ({several:.0%}).")
    if seats > 1 and 1 - several >= _OTHERWISE and not brief:
        return Reason("how-many", f"{alone}.")
    return None


def _is_told(draft: Draft) -> bool:
    """Whether no sentence need tell how many come: a list does, or the subject; or some are there already."""
    told = [one for one in draft.people.mentions if one.place == "subject" or one.source in LISTED]
    return draft.facts.answering.known is not None or any(one.source in WRITTEN for one in told)


def _with_whom(request: Request, whole: Whole, heard: Sequence[Sound]) -> Request:
    draft, words = whole.draft, whole.draft.people.words
    wrong = [one for one in heard if one.wrong]
    doubtful = [one for one in heard if one.doubtful and not one.wrong]
    if doubtful:
        why = "; ".join(map(_told, (*wrong, *doubtful)))
        return replace(request, review=True, reasons=(Reason("who-comes", f"{why}."), *request.reasons))
    if not wrong:
        return request
    party: tuple[Attendee, ...] = request.attendees
    for one in wrong:
        who = one.person.attendee
        if one.counted:
            party = tuple(there for there in party if not same(there, who, words))
        else:
            party = _added_to(party, who)
    told = "; ".join(_told(one) for one in wrong)
    # Who only gives the guest without a name theirs changes no seat.
    filled = len(party) == len(request.attendees) and not any(one.counted for one in wrong)
    certain = filled or all(one.certain for one in heard)
    agrees = not draft.people.counts or _as_many(len(party), draft.people.counts)
    if not party or not certain or not agrees:
        return replace(request, review=True, reasons=(Reason("who-comes", f"{told}."), *request.reasons))
    left = [mention for one in wrong if one.counted for mention in one.person.mentions]
    kept = [one for one in request.evidence if not (one.about == "attendee" and _of(one, left))]
    evidence = (evidence_of(one.person) for one in wrong if not one.counted)
    return replace(
        request,
        seats=len(party),
        attendees=party,
        reasons=(Reason("who-comes", f"{told}."), *request.reasons),
        evidence=(*kept, *evidence),
    )


def _added_to(people: Sequence[Attendee], one: Attendee) -> tuple[Attendee, ...]:
    """The people with one more, who is the guest without a name where there is one."""
    at = next((at for at, there in enumerate(people) if not there.name and not there.email), None)
    if at is None:
        return (*people, one)
    guest = people[at]
    return (
        *people[:at],
        replace(one, organisation=one.organisation or guest.organisation),
        *people[at + 1 :],
    )


def _of(shown_as: Evidence, mentions: Sequence[Mention]) -> bool:
    """Whether it shows the writer, of whom these are the mentions."""
    spans = {(mention.place, mention.start, mention.end) for mention in mentions}
    place = (shown_as.place, shown_as.start, shown_as.end)
    return place in spans or (bool(mentions) and shown_as.place == "from")


def _told(one: Sound) -> str:
    who = one.name
    if one.counted and one.unlike:
        return f"{who} is named, and may be no person"
    if one.counted:
        how = "writes" if one.person.writes else "is named"
        return f"{who} {how}, and does not sound like coming ({1 - one.chance:.0%})"
    return f"{who} is named, and sounds like coming ({one.chance:.0%})"


def _as_many(many: int, counts: Sequence[Count]) -> bool:
    """Whether a number that is said is that of the party."""
    return any(many in {count.number, count.number + (count.includes_sender is False)} for count in counts)
