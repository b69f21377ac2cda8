"""Who of those on the list a giving up is about where nobody of them is named: all, or who is written for."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.errands import asked_for
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import written

_GIVES_UP = ("cancel", "cannot", "release", "refuse", "out")
_STAYS = ("keep", "register", "comes", "accept")
_SHORT = 9  # words of an answer: "None of us, I'm sorry to say"


def everybody(facts: Facts, people: People, standing: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """ "All three of us have to cancel", "none of us": the whole party that stands on the list, where it is
    as large as is said; nobody where some are told apart."""
    if len(standing) < 2 or facts.acts("keep") or _some_named(facts, people, standing):
        return ()
    said = [one for one in facts.said if one.sentence.place == "text" and not one.sentence.asks]
    for one in said:
        gives_up = one.does(*_GIVES_UP) or _answers(one, people.words)
        if gives_up and _says_all(one, len(standing), people.words):
            return tuple(standing)
    return ()


def _answers(one: Said, words: NameWords) -> bool:
    """Whether a few words may be all of a no: "None of us, sorry to say", and not "Love from all of us"."""
    plain = [token.word for token in one.sentence.words]
    at = words["everybody"].first(plain)
    greets = at is not None and words["sent_by"].first(plain[:at]) is not None
    return len(plain) <= _SHORT and not greets and not one.does(*_STAYS)


def _says_all(one: Said, number: int, words: NameWords) -> bool:
    plain = [token.word for token in one.sentence.words]
    if number == 2 and words["both"].first(plain) is not None:
        return True
    at = words["everybody"].first(plain)
    if at is None:
        return False
    said = plain[at : at + words["everybody"].length_at(plain, at)]
    # "onze" is eleven in French, and "our" in Dutch
    return all(words.number(word) in {0, number} or words["us"].holds(word) for word in said)


def _some_named(facts: Facts, people: People, standing: Sequence[Attendee]) -> bool:
    """Whether some, and not all, of them are spoken of by name."""
    named = [m.attendee for m in written(people) if Flag.SELF not in m.flags]
    there = [one for one in standing if any(same(one, other, people.words) for other in named)]
    return bool(there) and len(there) < len(standing) - 1


def some_of_them(facts: Facts, people: People, acts: Sequence[Act]) -> bool:
    """ "Half of us have the flu and can't come": some of a party, whom nobody tells apart."""
    said = [one.sentence.words for one in facts.said if any(act in one.acts for act in acts)]
    return any(
        people.words["some_of_us"].first([token.word for token in words]) is not None for words in said
    )


def written_for(facts: Facts, people: People, standing: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """ "She asks me to release her seat": the one person on the list, where the writer is not on it, gives
    up nothing of their own, and speaks of them."""
    words = people.words
    if len(standing) != 1 or not people.sender.name or same(standing[0], people.sender, words):
        return ()
    told = [one for one in facts.said if one.sentence.place == "text"]
    acts = [act for act in facts.acts(*_GIVES_UP) if not act.slug.startswith("votes/")]
    if any(act.who in {"me", "us"} for act in acts):
        return ()
    there = any(same(standing[0], m.attendee, words) for m in written(people) if Flag.SELF not in m.flags)
    plain = [[token.word for token in one.sentence.words] for one in told if one.does(*_GIVES_UP)]
    spoken = any(words[family].first(said) is not None for said in plain for family in ("pointing", "theirs"))
    return (standing[0],) if there or spoken else ()


def headed(facts: Facts, people: People) -> tuple[Attendee, ...]:
    """ "Cancellation Sam Cole": whom the subject says to give up, where the writer gives up nothing."""
    if not any(act.slug.endswith("headline.cancellation") for one in facts.subject for act in one.acts):
        return ()
    told = [one for one in facts.said if not asked_for([t.word for t in one.sentence.words], people.words)]
    acts = [act for one in told for act in one.of(*_GIVES_UP) if not act.slug.startswith("votes/")]
    if any(act.who in {"me", "us"} for act in acts):
        return ()
    found: list[Attendee] = []
    for mention in people.mentions:
        subject = mention.place == "subject" and mention.source is Source.PROSE
        if subject and Flag.SELF not in mention.flags and " " in (mention.attendee.name or ""):
            found = merged(found, mention.attendee, people.words)
    return tuple(found)
