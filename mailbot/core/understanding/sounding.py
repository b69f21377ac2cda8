"""How everybody who is named sounds by the words around the name: as one who comes, or as one who is only
told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.base import Attendee, Evidence
from mailbot.core.understanding.attending import Person, Roll, persons, signs_of, signs_of_all
from mailbot.core.understanding.coming import AGAINST
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Source
from mailbot.core.understanding.names import is_initials
from mailbot.core.understanding.parties import ADDED, shown
from mailbot.core.understanding.request import Request
from mailbot.core.understanding.rereading import Whole
from mailbot.core.understanding.roles import WRITTEN, written
from mailbot.core.understanding.votes import Ballot

# How sure the words must be. Of mails that nothing had been learned from they then spoke against six
# readings, all of them wrong; from 0.7 also against five that were right.
_SURE = 0.9
# From here on it is asked: of eighteen readings that passed such people over eleven were wrong, and of
# nineteen that counted people who rather do not come eleven, of those of several three of four.
_RATHER, _HARDLY, _OF_SEVERAL = 0.5, 0.3, 0.4
_IN_FEW_WORDS = 0.2  # "Can you put them down for 18 January? Jane Fox, Tim Bell."
_BRIEF = 24  # words at most of a mail in which whoever is counted beside the writer is surely meant
_OPEN = ("condition", "later", "hold", "hearsay", "rumour", "unreal")
_ITEM = re.compile(r"[:,;] (?:, | \()")  # what stands around one of a row


@dataclass(frozen=True, slots=True)
class Sound:
    """How one who is named, or who writes, sounds by the words around the name."""

    person: Person
    chance: float  # that they come
    counted: bool  # among those who are to be registered
    sought: bool  # they alone, or in so many words: to the writer's own coming, or the writer beside others
    least: float  # the chance from which on they are not asked about where they are counted
    stands: bool  # on the list already
    listed: bool  # who writes, as one of a row: "me (vegetarian), Jane Fox and Tim Bell"
    draft: Draft
    roll: Roll
    signs: frozenset[str]
    together: frozenset[str]  # those that hold for everybody alike

    @property
    def name(self) -> str:
        return self.person.attendee.name or self.person.attendee.email or "Who writes"

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
            return not self.sought and self.chance < self.least
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

    @property
    def by_itself(self) -> float:
        """The chance whatever numbers are said and however many are named."""
        return self.roll.chance(self.person, self.signs - self.together)

    @property
    def unlike(self) -> bool:
        """Whether by its letters the name is no person's: "Europese Studies", "Frauentreff Papenburg". Who
        writes, or has an address or initials, is one."""
        who, words = self.person.attendee, self.draft.people.words
        parts = (who.name or "").split()
        if self.person.writes or not parts or who.email or any(map(is_initials, parts)):
            return False
        return not words.looks_like_name(parts)

    @property
    def left_open(self) -> bool:
        """Whether they stand in a sentence that leaves it open: "Jan may bring Els de Wit"."""
        people = self.draft.people
        said = (one for one in self.person.mentions if one.source in WRITTEN)
        return any(
            of.does(*_OPEN) or people.words["maybe"].first([t.word for t in of.sentence.words]) is not None
            for of in map(self.draft.facts.sentence_of, said)
            if of is not None
        )


def is_brief(draft: Draft) -> bool:
    return len(draft.mail.new.split()) <= _BRIEF


def sounds(request: Request, whole: Whole, roll: Roll, ballot: Ballot) -> list[Sound]:
    """How everybody who is named sounds, who writes first."""
    draft = whole.draft
    people, words = persons(draft.people), draft.people.words
    signs = signs_of(people, draft, whole.said, whole.votes, ballot)
    together = frozenset(signs_of_all(people, draft))
    known = draft.facts.answering.known
    of_others = _IN_FEW_WORDS if is_brief(draft) else _OF_SEVERAL if len(request.attendees) > 1 else _HARDLY
    standing = [who for who, _ in known.attendees] if known is not None else []

    def among(one: Person, others: Sequence[Attendee]) -> bool:
        return any(same(one.attendee, who, words) for who in others)

    return [
        Sound(
            one,
            roll.chance(one, of),
            among(one, request.attendees),
            _beside(draft) if one.writes else len(request.attendees) == 1 or _was_added(request, one),
            _RATHER if one.writes else of_others,
            among(one, standing),
            one.writes and _in_a_row(draft),
            draft,
            roll,
            of,
            together,
        )
        for one, of in zip(people, signs, strict=True)
    ]


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


def evidence_of(one: Person) -> Evidence:
    """Where they are named in the writer's own words, or else where they are."""
    written = [mention for mention in one.mentions if mention.source is not Source.QUOTED]
    return shown((written or list(one.mentions))[0], "sounds like coming")
