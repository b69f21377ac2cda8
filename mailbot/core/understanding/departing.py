"""Who gives a seat up, thought over by the words around each name: the second opinion beside ``withdrawing``.

Where it is sure of everybody and only who is meant was in doubt, it says who; where it is sure that somebody
is wrongly counted or passed over, a person looks.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from mailbot.core.base import Reason
from mailbot.core.understanding.attending import Person, persons, signs_of
from mailbot.core.understanding.authority import by_hearsay, may_speak
from mailbot.core.understanding.coming import AGAINST
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Mention
from mailbot.core.understanding.partial import given_up
from mailbot.core.understanding.parties import shown
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.rereading import ALIKE, Whole
from mailbot.core.understanding.roles import WRITTEN

# How sure the words must be. Of 49 plain mails in doubt on which all are so sure they are right in 46, by
# weights that had not seen them; of 27 readings without a doubt that they speak against, ten are wrong.
_SURE = 0.9
_WHO = frozenset({"who-leaves", "who-instead", "part-of-the-time", "two-requests"})  # doubts who is meant
_ASKED = 0.9  # so sure the whole must be that a seat is given up


@dataclass(frozen=True, slots=True)
class _Heard:
    person: Person
    chance: float  # that they leave
    counted: bool  # among those who give up
    named: bool  # as somebody who might: by a name that may be one, and not as staying away from this

    @property
    def certain(self) -> bool:
        return max(self.chance, 1 - self.chance) >= _SURE

    @property
    def wrong(self) -> bool:
        return self.certain and self.counted is not (self.chance > 0.5) and (self.counted or self.named)


def departed(request: Request, whole: Whole, doubts: Set[str]) -> Request:
    """A giving up, with the right people or for a person. ``doubts`` are the phrases' own."""
    heard = _heard(request, whole)
    if not request.review:
        if any(one.rule == "remaining" for one in request.evidence):
            return request  # of each it is said by name who leaves and who stays
        told = "; ".join(_told(one) for one in heard if one.wrong)
        if not told:
            return request
        return replace(request, review=True, reasons=(Reason("who-leaves", f"{told}."), *request.reasons))
    leave = [one.person for one in heard if one.chance > 0.5]
    # "Some of us are ill": who is meant by nothing but the list is not said.
    named = all(one.writes or any(map(_is_written, one.mentions)) for one in leave)
    told_of = request.event is not None and whole.best in ALIKE and whole.sure(Intent.CANCEL) >= _ASKED
    if not (doubts and doubts <= _WHO and told_of and leave and named and all(one.certain for one in heard)):
        return request
    draft = whole.draft
    colleague = any(one.does("out") and one.does("authority") for one in whole.said)
    if colleague and any(one.writes for one in leave):
        return request  # "My colleague drops out": not who writes
    for_others = not any(one.writes for one in leave)
    allowed = may_speak(draft.facts, draft.people, draft.mail) and not by_hearsay(draft.facts, draft.people)
    numbers = {part.number for part in given_up(draft.facts, draft.people)}
    numbers |= {count.number for count in draft.people.counts if count.exact}
    if (for_others and not allowed) or (numbers and len(leave) not in numbers):
        return request
    why = Reason("who-leaves", f"{'; '.join(_told(one) for one in heard)}.")
    return replace(
        request,
        review=False,
        seats=len(leave),
        attendees=tuple(one.attendee for one in leave),
        reasons=(why, *(one for one in request.reasons if one.rule not in doubts)),
        evidence=(
            *(one for one in request.evidence if one.about != "attendee"),
            *(shown(_written(one), "sounds like leaving") for one in leave if one.mentions),
        ),
    )


def _heard(request: Request, whole: Whole) -> list[_Heard]:
    roll, ballot, draft = whole.lexicon.roll, whole.lexicon.ballot, whole.draft
    if roll is None or ballot is None or request.intent is not Intent.CANCEL:
        return []
    words, people = draft.people.words, persons(draft.people)
    signs = signs_of(people, draft, whole.said, whole.votes, ballot)
    return [
        _Heard(
            one,
            roll.leaves(one, of),
            any(same(one.attendee, who, words) for who in request.attendees),
            not any(mention.flags & AGAINST for mention in one.mentions)
            and (one.writes or words.looks_like_name((one.attendee.name or "").split())),
        )
        for one, of in zip(people, signs, strict=True)
    ]


def _is_written(mention: Mention) -> bool:
    return mention.place == "text" and mention.source in WRITTEN


def _written(one: Person) -> Mention:
    return next(filter(_is_written, one.mentions), one.mentions[0])


def _told(one: _Heard) -> str:
    who = "Who writes" if one.person.writes else one.person.attendee.name or one.person.attendee.email
    if one.chance > 0.5:
        return f"{who} sounds like giving the seat up ({one.chance:.0%})"
    return f"{who} does not sound like giving the seat up ({1 - one.chance:.0%})"
