"""Who is to have a seat, thought over: where the words around a name speak against what the phrases made
of it, it is put right where all is certain, and else a person looks."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from mailbot.core.base import Attendee, Evidence, Reason
from mailbot.core.understanding.attending import Person, Roll, party_signs, persons, signs_of, signs_of_all
from mailbot.core.understanding.coming import AGAINST, LISTED
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Count, Mention, Source
from mailbot.core.understanding.names import is_initials
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.parties import ADDED, shown
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.rereading import Whole
from mailbot.core.understanding.roles import WRITTEN, written
from mailbot.core.understanding.votes import Ballot

# How sure the words must be. Of mails that nothing had been learned from they then spoke against six
# readings, all of them wrong; from 0.7 also against five that were right.
_SURE = 0.9
# From here on it is asked: of eighteen readings that passed such people over eleven were wrong, and of
# nineteen that counted people who rather do not come (0.5 for who writes, 0.4 for others) eleven. At 0.4 some
# plain sentences of the tables are asked about, too.
_RATHER, _HARDLY = 0.5, 0.3
# So sure the mail as a whole must sound like several, or like one alone, that a party of another size is
# asked about: of 1,370 that were acted on, and that nothing was learned from, 14 did, and 10 were wrong.
_OTHERWISE = 0.85
# And so certain all must be that who comes is taken from them where the phrases only doubt who it is: all 17
# such mails that nothing was learned from are right.
_CERTAIN = 0.8
_OF_THE_PARTY = frozenset(
    {"number-and-names", "nobody-named", "who-comes", "number-unclear", "list-unclear", "how-many"}
)
_OPEN = ("condition", "later", "hold", "hearsay", "rumour", "unreal")
_NO_DOUBTS = frozenset({"leaning", "next-open"})  # reasons that hold nothing up
_BRIEF = 24  # words at most of a mail in which whoever is counted beside the writer is surely meant
_ITEM = re.compile(r"[:,;] (?:, | \()")  # what stands around one of a row


@dataclass(frozen=True, slots=True)
class _Heard:
    person: Person
    chance: float  # that they come
    by_itself: float  # the same, whatever numbers are said and however many are named
    counted: bool  # among those who are to be registered
    sought: bool  # they alone, or in so many words: to the writer's own coming, or the writer beside others
    stands: bool  # on the list already
    listed: bool  # who writes, as one of a row: "me (vegetarian), Jane Fox and Tim Bell"
    unlike: bool  # by its letters the name is no person's
    left_open: bool  # in a sentence with a perhaps or an if

    @property
    def certain(self) -> bool:
        return max(self.chance, 1 - self.chance) >= _SURE

    @property
    def doubtful(self) -> bool:
        """Whether they rather sound otherwise than they are counted: who is counted and hardly comes, who is
        named in the writer's own words, rather comes and is passed over."""
        if self.counted and self.unlike:
            return True
        if self.counted:
            return not self.sought and self.chance < (_RATHER if self.person.writes else _HARDLY)
        named = any(m.place == "text" and m.source in WRITTEN for m in self.person.mentions)
        told = any(mention.flags & AGAINST for mention in self.person.mentions)
        passed = named and not (self.person.writes or told or self.stands or self.unlike)
        return passed and self.chance > _RATHER

    @property
    def denied(self) -> bool:
        """Whether the mail says in so many words otherwise than they sound."""
        told = any(mention.flags & AGAINST for mention in self.person.mentions)
        return told and not self.counted if self.chance > 0.5 else self.counted and self.sought

    @property
    def wrong(self) -> bool:
        """Whether it is surely otherwise: who writes does not come themselves, or somebody named does. The
        other way round the phrases know better: they counted the one, and heard the other stay away."""
        told = any(mention.flags & AGAINST for mention in self.person.mentions)
        return (
            self.certain
            and self.counted is self.person.writes
            and self.counted is not (self.chance > 0.5)
            and not (self.counted and self.listed)
            and (self.counted or not (told or self.stands or self.unlike or self.left_open))
        )


def reconsidered(request: Request, whole: Whole) -> Request:
    """The registration that is asked for, with the right people and as many as are meant; for a person where
    that is not certain."""
    if request.intent is not Intent.REGISTER:
        return request
    told = request if request.review else _with_whom(request, whole)
    why = None if told.review else _another_number(told, whole)
    told = told if why is None else replace(told, review=True, reasons=(why, *told.reasons))
    return _by_the_words(told, whole) if told.review else told


def _by_the_words(request: Request, whole: Whole) -> Request:
    """The party that the words around the names tell, where nothing but the party is in doubt, each word is
    certain, and the number that is said, or the whole, says the same."""
    roll, ballot, draft = whole.lexicon.roll, whole.lexicon.ballot, whole.draft
    doubts = {one.rule for one in request.reasons if "/" not in one.rule} - _NO_DOUBTS
    if roll is None or ballot is None or not doubts or not doubts <= _OF_THE_PARTY:
        return request
    if draft.facts.answering.known is not None or draft.people.unclear_line is not None:
        return request
    if whole.sure(Intent.REGISTER) < _CERTAIN:
        return request
    words, heard = draft.people.words, _heard(request, whole, roll, ballot)
    people = [one.person for one in heard]
    coming = [one.person for one in heard if one.chance > 0.5]
    if not coming or any(max(one.chance, 1 - one.chance) < _CERTAIN or one.denied for one in heard):
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
            *(_evidence(one) for one in coming if one.mentions),
        ),
    )


def _left_open(one: Person, draft: Draft) -> bool:
    """Whether one who is named stands in a sentence that leaves it open: "Jan may bring Els de Wit"."""
    said = [draft.facts.sentence_of(mention) for mention in one.mentions if mention.source in WRITTEN]
    return any(
        of.does(*_OPEN) or draft.people.words["maybe"].first([t.word for t in of.sentence.words]) is not None
        for of in said
        if of is not None
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


def _as_told(one: _Heard) -> str:
    who = one.person.attendee.name or one.person.attendee.email or "Who writes"
    return f"{who} comes ({one.chance:.0%})" if one.chance > 0.5 else f"{who} does not ({1 - one.chance:.0%})"


def _another_number(request: Request, whole: Whole) -> Reason | None:
    """Why the party may be larger or smaller than it was read."""
    roll, draft = whole.lexicon.roll, whole.draft
    if roll is None or request.seats is None or _is_told(draft):
        return None
    several = roll.several(party_signs(persons(draft.people), draft, whole.words))
    if request.seats == 1 and several >= _OTHERWISE:
        return Reason("how-many", f"As a whole it sounds like more than one who come ({several:.0%}).")
    brief = len(draft.mail.new.split()) <= _BRIEF
    if request.seats > 1 and 1 - several >= _OTHERWISE and not brief:
        return Reason("how-many", f"As a whole it sounds like one who comes alone ({1 - several:.0%}).")
    return None


def _is_told(draft: Draft) -> bool:
    """Whether no sentence need tell how many come: a list does, or the subject; or some are there already."""
    told = [one for one in draft.people.mentions if one.place == "subject" or one.source in LISTED]
    return draft.facts.answering.known is not None or any(one.source in WRITTEN for one in told)


def _with_whom(request: Request, whole: Whole) -> Request:
    roll, ballot, draft = whole.lexicon.roll, whole.lexicon.ballot, whole.draft
    if roll is None or ballot is None:
        return request
    words, heard = draft.people.words, _heard(request, whole, roll, ballot)
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
    evidence = (_evidence(one.person) for one in wrong if not one.counted)
    return replace(
        request,
        seats=len(party),
        attendees=party,
        reasons=(Reason("who-comes", f"{told}."), *request.reasons),
        evidence=(*kept, *evidence),
    )


def _heard(request: Request, whole: Whole, roll: Roll, ballot: Ballot) -> list[_Heard]:
    """How everybody who is named sounds, who writes first."""
    draft = whole.draft
    people, words = persons(draft.people), draft.people.words
    signs = signs_of(people, draft, whole.said, whole.votes, ballot)
    together = signs_of_all(people, draft)
    known = draft.facts.answering.known
    standing = [who for who, _ in known.attendees] if known is not None else []

    def among(one: Person, others: Sequence[Attendee]) -> bool:
        return any(same(one.attendee, who, words) for who in others)

    return [
        _Heard(
            one,
            roll.chance(one, of),
            roll.chance(one, of - together),
            among(one, request.attendees),
            _beside(draft) if one.writes else len(request.attendees) == 1 or _was_added(request, one),
            among(one, standing),
            one.writes and _in_a_row(draft),
            _is_unlike(one, words),
            _left_open(one, draft),
        )
        for one, of in zip(people, signs, strict=True)
    ]


def _is_unlike(one: Person, words: NameWords) -> bool:
    """ "Europese Studies", "Frauentreff Papenburg": not who writes, or has an address or initials."""
    parts = (one.attendee.name or "").split()
    if one.writes or not parts or one.attendee.email or any(map(is_initials, parts)):
        return False
    return not words.looks_like_name(parts)


def _was_added(request: Request, one: Person) -> bool:
    spans = {(mention.place, mention.start, mention.end) for mention in one.mentions}
    return any(
        shown_as.rule == ADDED and (shown_as.place, shown_as.start, shown_as.end) in spans
        for shown_as in request.evidence
    )


def _beside(draft: Draft) -> bool:
    """Whether a sentence that names others says "me" as well: "for the 18th: Jane Fox, me and Tim Bell"."""
    me = draft.people.words["me"]
    named = filter(None, map(draft.facts.sentence_of, written(draft.people)))
    return any(me.first([token.word for token in one.sentence.words]) is not None for one in named)


def _in_a_row(draft: Draft) -> bool:
    """Whether a sentence that names others has "me" between them, or at their head, by its commas."""
    me = draft.people.words["me"]
    for one in filter(None, map(draft.facts.sentence_of, written(draft.people))):
        text, start = one.sentence.text, one.sentence.start
        for token in one.sentence.words:
            left, right = token.start - start, token.end - start
            if me.holds(token.word) and _ITEM.fullmatch(
                text[max(0, left - 2) : left] + text[right : right + 2]
            ):
                return True
    return False


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


def _told(one: _Heard) -> str:
    who = one.person.attendee.name or one.person.attendee.email or "Who writes"
    if one.counted and one.unlike:
        return f"{who} is named, and may be no person"
    if one.counted:
        how = "writes" if one.person.writes else "is named"
        return f"{who} {how}, and does not sound like coming ({1 - one.chance:.0%})"
    return f"{who} is named, and sounds like coming ({one.chance:.0%})"


def _as_many(many: int, counts: Sequence[Count]) -> bool:
    """Whether a number that is said is that of the party."""
    return any(many in {count.number, count.number + (count.includes_sender is False)} for count in counts)


def _evidence(one: Person) -> Evidence:
    written = [mention for mention in one.mentions if mention.source is not Source.QUOTED]
    return shown((written or list(one.mentions))[0], "sounds like coming")
