"""Who of a registered party stays and who does not, clause by clause: "Only Mehmet and I come, Lotte can't".

Phrases look no further than their own words; where several people of one party are spoken of, the commas
and colons between them tell what is said of whom. Lists with a word behind each name are read likewise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.names import tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.recognising import shortened
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import fold
from mailbot.core.understanding.told import LEAVES, NEAR, Clause, bare_answer, clauses_of, joined

_APART = frozenset({Role.GREETING, Role.CLOSING})
_LEAST = 3  # letters of a name that tells whose it is
_FEW = 9  # words of a sentence that says no more than who alone comes
_LISTED = frozenset({Source.LIST, Source.TABLE})


@dataclass(frozen=True, slots=True)
class Remaining:
    """Who leaves, in the order of the list, and the acts or sentences that say so."""

    leave: tuple[Attendee, ...]
    told: tuple[Said, ...]


@dataclass(slots=True)
class _Heard:
    """The people of the list by what all clauses say; ``open``: spoken of, and nothing is said."""

    stay: set[int] = field(default_factory=set)
    leave: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)  # who stay as the writer does, in the same words
    only: bool = False
    aside: bool = False  # of one of them something else is said
    rest: bool = False  # the others come
    pair: bool = False  # "the two of us": the writer, and who was named beside them
    told: list[Said] = field(default_factory=list)


def remaining(facts: Facts, people: People, standing: Sequence[Attendee]) -> Remaining | None:
    """The part of the party that gives up, where it is said who stays; None where that is not plain."""
    listed = bool(standing)
    party = tuple(standing) if listed else _written(facts, people)
    if len(party) < 2 or _somebody_comes(facts, people, party):
        return None
    me = next((at for at, one in enumerate(party) if same(one, people.sender, people.words)), None)
    heard = _heard(facts, people.words, party, me)
    if heard is None or (_rows_of_something_else(facts, people.words)):
        return None
    if not listed and heard.open:
        return None
    if listed:
        leave = _leaving(heard, party, people, me)
    elif facts.registered and not _dropped(facts, people.words):
        # "Pieter can't come, Jan does": where nothing says who stood there, Jan may come for Pieter.
        leave = heard.leave if me in heard.stay <= heard.beside else set()
    else:
        leave = heard.leave if heard.stay and len(heard.stay | heard.leave) == len(party) else set()
    if not leave or leave & heard.stay:
        return None
    return Remaining(tuple(in_full(party[at], people) for at in sorted(leave)), tuple(heard.told))


def in_full(one: Attendee, people: People) -> Attendee:
    """Who stands on the list, with the address that the mail gives."""
    who = [one]
    for other in (people.sender, *(mention.attendee for mention in written(people))):
        if same(one, other, people.words):
            who = merged(who, other, people.words)
    return who[0]


def _leaving(heard: _Heard, party: Sequence[Attendee], people: People, me: int | None) -> set[int]:
    """Who leaves: those of whom it is said; of whom nothing is, where no other than these can."""
    spoken = heard.leave | heard.open
    rest = set(range(len(party))) - heard.stay
    if heard.pair and not heard.leave & heard.stay:
        return heard.leave
    if heard.rest and heard.leave and not heard.open:
        return heard.leave
    if heard.aside:
        return heard.leave if heard.stay and not heard.open else set()
    if heard.only and me in rest - spoken:
        return set()  # "I regret that Lotte can't come; only Mehmet does"
    if heard.only and heard.stay and spoken <= rest:
        short = all(len(one.sentence.words) <= _FEW for one in heard.told)
        return rest if spoken or short else set()
    exact = [count for count in people.counts if count.exact and count.place == "text"]
    numbers = {count.number for count in exact if count.number > 1}
    if spoken and not spoken & heard.stay and len(party) - len(spoken) in numbers:
        return spoken
    return heard.leave if heard.stay and not heard.open else set()


def _written(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """The people whom the mail names, where no letter or record does: those of a list in which some no
    longer come, or who is named beside the writer who had registered them."""
    words = people.words
    rows = _dropped(facts, words)
    if not rows and not facts.registered:
        return ()
    found = [] if rows else [people.sender]
    for mention in written(people):
        full = " " in (mention.attendee.name or "") or (not rows and Flag.SELF not in mention.flags)
        if full and (not rows or mention.source in _LISTED):
            found = merged(found, mention.attendee, words)
    return tuple(found)


def _dropped(facts: Facts, words: NameWords) -> bool:
    """Whether a row of a list says that somebody no longer comes."""
    return any(
        words["dropped"].first([token.word for token in one.sentence.words]) is not None
        for one in facts.said
        if len(one.sentence.words) < 2 * _FEW
        and (one.sentence.role is Role.ITEM or "\t" in one.sentence.text or "|" in one.sentence.text)
    )


def _rows_of_something_else(facts: Facts, words: NameWords) -> bool:
    """ "Lunch: Robin: yes, Lotte: no": a list of yes and no that may be about anything."""
    body = [one for one in facts.said if one.sentence.place == "text"]
    plain = [[token.word for token in one.sentence.words] for one in body]
    rows = [at for at, one in enumerate(body) if one.sentence.role is Role.ITEM or len(plain[at]) < NEAR]
    bare = any(bare_answer("says_no", plain[at], words) and not body[at].does(*LEAVES) for at in rows)
    if not bare or any(words["drops"].first(plain[at]) is not None for at in rows):
        return False
    said = [word for one in plain for word in one]
    of_coming = any(words[family].first(said) is not None for family in ("coming", "stays"))
    return not of_coming or any(words[family].first(said) is not None for family in ("besides", "diet"))


def _somebody_comes(facts: Facts, people: People, party: Sequence[Attendee]) -> bool:
    """Whether somebody else is named, or spoken of as the one who comes instead."""
    words = people.words
    for mention in written(people):
        name = mention.attendee.name or ""
        person = " " in name or words.is_given(name)
        if (
            person
            and Flag.SELF not in mention.flags
            and not any(same(mention.attendee, o, words) for o in party)
        ):
            return True
    if facts.acts("nobody_instead"):
        return False
    for one in facts.said:
        plain = [token.word for token in one.sentence.words]
        at = words["instead"].first(plain)
        if at is not None:
            behind = one.sentence.words[at].start
            counted = any(behind < count.start < one.sentence.end for count in people.counts)
            near = plain[at + 1 : at + NEAR]
            if not counted and not any(words.number(w) or words["grouped"].holds(w) for w in near):
                return True  # not "two instead of three"
    return bool(facts.acts("name_later"))


def _heard(facts: Facts, words: NameWords, party: Sequence[Attendee], me: int | None) -> _Heard | None:
    """What the clauses say of each; None where a name may be that of several."""
    called = _called(party, words)
    heard = _Heard()
    pending: set[int] = set()
    beside: set[int] = set()
    for one in facts.said:
        if one.sentence.place != "text" or one.sentence.role in _APART:
            continue
        heard.rest |= _others_come(one, words)
        for clause in joined(clauses_of(one, words, called, me), words):
            if -1 in clause.who:
                return None
            if me in clause.who and len(clause.who) == 2:
                beside = beside or clause.who  # "a case that keeps Lotte and me busy"
            elif clause.leaves and len(party) > 2 and beside and _two_of_us(clause, words):
                clause.who, heard.pair = set(beside), True
            if clause.who:
                others = clause.who - {me}
                if clause.leaves and (clause.besides or one.sentence.asks):
                    return None  # "Lotte can't come by train", "did Lotte cancel?"
                if clause.leaves:
                    heard.leave |= clause.who
                elif clause.stays:
                    heard.stay |= clause.who
                    heard.beside |= clause.who if me in clause.who else set()
                elif clause.besides:
                    heard.aside = True
                    continue
                else:
                    heard.open |= clause.who if others else others
                    pending = others or pending
                    continue
                heard.only |= clause.only and clause.stays and not clause.leaves and not clause.besides
                heard.told.append(one)
            elif pending and clause.leaves:
                heard.leave |= pending  # "her seat is free"
                heard.told.append(one)
                pending = set()
    heard.open -= heard.leave | heard.stay
    return heard


def _others_come(one: Said, words: NameWords) -> bool:
    """ "The other three of us take the car": of whom nothing is said that keeps them away."""
    plain = [token.word for token in one.sentence.words]
    if words["the_others"].first(plain) is None or one.sentence.asks:
        return False
    away = any(act.kind in LEAVES and not act.slug.startswith("votes/") for act in one.acts)
    return not away and words["drops"].first(plain) is None


def _two_of_us(clause: Clause, words: NameWords) -> bool:
    return words["we_two"].first([token.word for token in clause.words]) is not None


def _called(party: Sequence[Attendee], words: NameWords) -> dict[str, set[int]]:
    called: dict[str, set[int]] = {}
    for at, one in enumerate(party):
        for word in tokens_of(one.name or "", words):
            if len(word) >= _LEAST and word not in words["particles"].words:
                called.setdefault(fold(word), set()).add(at)
    for at, one in enumerate(party):
        for short in shortened(tokens_of(one.name or "", words), words):
            called.setdefault(short, set()).add(at)
    return called
