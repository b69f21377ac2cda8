"""Who is to have a seat by the words around the names, where the phrases only doubt who it is."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from mailbot.core.base import Attendee, Reason
from mailbot.core.understanding.attending import Person, Roll, party_signs
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.rereading import Whole
from mailbot.core.understanding.sounding import Sound, evidence_of, sounds
from mailbot.core.understanding.votes import Ballot

# So certain all must be that who comes is taken from them where the phrases only doubt who it is.
_CERTAIN = 0.8
_WRITES = 0.9  # and who writes, where the phrases doubt that: "We come on the 18th: Els and Jan"
_OF_THE_PARTY = frozenset(
    {"number-and-names", "nobody-named", "who-comes", "number-unclear", "list-unclear", "how-many"}
)
_NO_DOUBTS = frozenset({"leaning", "next-open"})  # reasons that hold nothing up


def by_the_words(request: Request, whole: Whole, roll: Roll, ballot: Ballot) -> Request:
    """The party that the words around the names tell, where nothing but the party is in doubt, each word is
    certain, and the number that is said, or the whole, says the same."""
    draft = whole.draft
    doubts = {one.rule for one in request.reasons if "/" not in one.rule} - _NO_DOUBTS
    if not doubts or not doubts <= _OF_THE_PARTY:
        return request
    if draft.facts.answering.known is not None or draft.people.unclear_line is not None:
        return request
    if whole.sure(Intent.REGISTER) < _CERTAIN:
        return request
    words, heard = draft.people.words, sounds(request, whole, roll, ballot)
    people = [one.person for one in heard]
    coming = [one.person for one in heard if one.chance > 0.5]
    if not coming or any(max(one.chance, 1 - one.chance) < _CERTAIN or one.denied for one in heard):
        return request
    if "who-comes" in doubts and any(
        1 - _WRITES < one.chance < _WRITES for one in heard if one.person.writes
    ):
        return request
    unsure = (
        not one.person.attendee.name or one.unlike or one.left_open for one in heard if one.chance > 0.5
    )
    if any(unsure) or any(not one.counted and one.by_itself <= 0.5 < one.chance for one in heard):
        return request  # two are said to come, and one is told of: that alone makes them no pair
    if "nobody-named" in doubts and len(coming) == 1:
        return request  # "please add my colleague", "a seat for our intern. Anna Bos is his supervisor"
    if coming[0].writes and not _for_oneself(request, doubts, draft):
        return request
    if not all(one.name for one in request.attendees):
        return request  # "for me and my husband. Bram Vos (cc) pays": whose name it is is not said
    if not _is_their_number(coming, people, whole, roll):
        return request

    def as_read(one: Person) -> Attendee:
        """With the address that was found for them, or the writer's house."""
        read = next((who for who in request.attendees if same(who, one.attendee, words)), one.attendee)
        house = one.attendee.organisation or read.organisation or people[0].attendee.organisation
        return replace(one.attendee, email=one.attendee.email or read.email, organisation=house)

    told = "; ".join(map(_as_told, heard))
    return replace(
        request,
        review=False,
        seats=len(coming),
        attendees=tuple(map(as_read, coming)),
        reasons=(
            Reason("who-comes", f"Told by the words around each name: {told}."),
            *(one for one in request.reasons if one.rule not in _OF_THE_PARTY),
        ),
        evidence=(
            *(one for one in request.evidence if one.about != "attendee"),
            *(evidence_of(one) for one in coming if one.mentions),
        ),
    )


def _for_oneself(request: Request, doubts: Set[str], draft: Draft) -> bool:
    """Whether who writes may mean themselves: not as the second of "our chair wants to come: two places"."""
    acts = (act.who for one in draft.facts.said for act in one.acts)
    counted = any(same(draft.people.sender, one, draft.people.words) for one in request.attendees)
    return counted or "number-and-names" not in doubts or any(who in {"me", "us"} for who in acts)


def _is_their_number(coming: Sequence[Person], people: Sequence[Person], whole: Whole, roll: Roll) -> bool:
    """Whether each number that is said is theirs; where none is, whether the whole sounds like as many."""
    many = len(coming)
    if counts := whole.draft.people.counts:
        # "With two colleagues" is said beside the writer, or beside whoever is named first.
        beside = {many - 1} if coming[0].writes else {many - 1, many}
        exact = [count for count in counts if count.exact]
        return bool(exact) and all(
            count.number in (beside if count.includes_sender is False else {many}) for count in exact
        )
    several = roll.several(party_signs(people, whole.draft, whole.words))
    return (several if many > 1 else 1 - several) >= _CERTAIN


def _as_told(one: Sound) -> str:
    who = one.name
    return f"{who} comes ({one.chance:.0%})" if one.chance > 0.5 else f"{who} does not ({1 - one.chance:.0%})"
