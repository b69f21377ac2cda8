"""Changes to a registration: one person for another, details put right, another event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.changes import named_guest, registered_people, replacements
from mailbot.core.understanding.correcting import (
    answers_with_details,
    as_written,
    both_of,
    only_what_is_said,
    respelt,
    respelt_besides,
    spelt_alike,
    with_house,
)
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.moving import moved
from mailbot.core.understanding.parties import party
from mailbot.core.understanding.readdressing import new_addresses, of_another, whose_address, with_address
from mailbot.core.understanding.request import Intent, Replacement, Request
from mailbot.core.understanding.roles import is_sent, swapped, written
from mailbot.core.understanding.tokens import fold
from mailbot.core.understanding.underneath import only_signs, says_what
from mailbot.core.understanding.withdrawing import part_of

# A number, an address, words in quotes, or a capital within the sentence.
_DETAIL = re.compile(r"[\d\"“”„«»‘@]|(?<!\w)'|(?<![^\W_])(?!I\b)[^\W\d_a-zß-ÿ][\w'’]+")


def change(draft: Draft) -> Request | None:
    """What should stand otherwise; None where nothing should."""
    if again := _taken_back(draft):
        return again
    if part_of(draft) is not None:
        return None  # some give up, and the others stay: nobody comes for anybody
    return _moved(draft) or _replaced(draft) or _corrected(draft)


def _taken_back(draft: Draft) -> Request | None:
    again = draft.facts.acts("uncancel")
    if not again:
        return None
    draft.because(again, "Takes a cancellation back")
    draft.doubt("takes-back", "Takes back an earlier cancellation: the seat may be gone.")
    coming = party(draft.facts, draft.people)
    event = draft.event_id(registered=True)
    return Request(draft.lang, Intent.REGISTER, event, coming.seats, coming.attendees)


def _moved(draft: Draft) -> Request | None:
    if draft.facts.acts("replace") and replacements(draft.facts, draft.people):
        return None  # "transfer my seat to Fatima": to a person, not to another event
    return moved(draft)


def _replaced(draft: Draft) -> Request | None:
    facts = draft.facts
    replacing = facts.acts("replace")
    arrows = swapped(facts, draft.people)
    leaves = (*facts.acts("out", "cannot", "cancel", "release"), *facts.not_i)
    standing = facts.registered or bool(facts.headline("change"))
    if not (replacing or arrows or (standing and leaves)):
        return None  # as in most mails
    pairs = replacements(facts, draft.people)
    given_up = facts.acts("release", "anybody") or facts.own("cannot")
    if given_up and all(only_signs(pair.now, draft) for pair in pairs):
        pairs = ()  # "My seat can go to somebody else. Cheers, Angus"
    if standing:
        replacing = (*replacing, *facts.not_i)
    named = any(pair.former is not None and pair.former != draft.people.sender for pair in pairs)
    asks = facts.acts("register") and facts.answering.to is not To.CONFIRMATION
    if replacing and not standing and not named and asks:
        replacing = ()  # "I can't; could you add my two colleagues instead?"
    nameless = facts.acts("name_later")
    if leaves and not pairs and _whoever(facts):
        return None
    if standing and leaves and nameless and not pairs and not facts.own("register"):
        draft.because((*leaves, *nameless), "Gives the seat to somebody who is not named yet")
        draft.doubt("who-instead", "It is not said who comes instead.")
        return Request(draft.lang, Intent.CHANGE, draft.event_id(registered=True))
    if not leaves and any(_of_a_detail(one) for one in facts.said):
        return None  # "put Common Light behind my name instead of Bridgewell"
    draft.evidence += arrows
    comes = facts.acts("comes", "register", "correct") or _somebody_sent(draft)
    if not (replacing or arrows or (standing and leaves and pairs and comes)):
        return None
    if not pairs:
        if facts.acts("correct") and not leaves:
            return None  # "the foundation instead of my name on the badge"
        if (not leaves and not standing) or facts.own("release") or not replacing:
            return None  # "give my seat to somebody else" is giving it up
        draft.because((*replacing, *leaves), "Somebody else is to come")
        draft.doubt("who-instead", "It is not said who comes instead.")
        return Request(draft.lang, Intent.CHANGE, draft.event_id(registered=True))
    draft.because((*replacing, *leaves), "One person comes instead of another")
    draft.check_conditions()
    # Who leaves may stay unsaid where only one can: then the record knows.
    open_ = any(pair.former is None for pair in pairs)
    if open_ and (len(pairs) > 1 or len(registered_people(facts, draft.people)) > 1):
        draft.doubt("who-leaves", "It is not clear who is replaced by whom.")
    pairs = tuple(replace(pair, now=with_address(pair.now, draft)) for pair in pairs)
    return _changed(draft, (*pairs, *respelt_besides(facts, draft.people, pairs)))


def _somebody_sent(draft: Draft) -> bool:
    """ "I can't leave the office. I'm sending Lars Hendrikx"."""
    named = [(mention, draft.facts.sentence_of(mention)) for mention in written(draft.people)]
    return any(one is not None and is_sent(one, mention, draft.people.words) for mention, one in named)


def _of_a_detail(one: Said) -> bool:
    """Whether one thing is to stand instead of another behind a name."""
    instead = [act for act in one.of("replace") if act.slug.endswith("instead_of")]
    return bool(instead) and any(
        "correct.details" in act.slug or "behind" in act.slug for act in one.of("correct")
    )


def _whoever(facts: Facts) -> bool:
    """ "Somebody from the waiting list can come in my place", "nobody here can": all that is said of who
    comes instead says whoever, or nobody, and none is a promise of the writer's own."""
    spoken = [one for one in facts.said if one.does("replace", "name_later", "anybody")]
    return bool(spoken) and all(one.does("anybody") for one in spoken)


def _corrected(draft: Draft) -> Request | None:
    """The person whose details are put right: one named beside the correction, else the sender."""
    facts = draft.facts
    corrections = facts.acts("correct")
    told = any(one.does("correct") for one in facts.subject)
    told = told or any(one.does("correct") and one.does("request") for one in facts.said)
    if not facts.answering.registered and not facts.headline("change") and not told:
        corrections = tuple(act for act in corrections if "correct.states" not in act.slug)
    standing = facts.registered or bool(facts.headline("change"))
    answered = answers_with_details(facts, draft.people)
    if (
        not (corrections or answered)
        or not standing
        or facts.acts("cannot", "cancel", "release")
        or _fresh_party(draft)
    ):
        return None
    guest = named_guest(facts, draft.people)
    if guest is not None:
        draft.because(corrections, "Says who comes along")
        draft.check_conditions()
        return _changed(draft, (guest,))
    draft.because(corrections, "Corrects the details of a registration")
    draft.check_conditions()
    lines = [one for one in facts.said if one.does("correct")]
    if (pair := respelt(facts, draft.people, lines)) is not None:
        return _changed(draft, (replace(pair, now=with_address(pair.now, draft)),))
    person = only_what_is_said(facts, draft.people, _whose(draft, lines, corrections), lines)
    person = with_house(as_written(person, facts, draft.people), facts, draft.people.words)
    addresses = new_addresses(lines, draft) or new_addresses(facts.said, draft) or of_another(draft)
    if len(addresses) == 1:
        address = addresses.pop()
        person = replace(whose_address(address, draft) or person, email=address)
    elif addresses:
        draft.doubt("which-address", "Several addresses stand beside the correction.")
    left_away = any(act.slug.endswith("left_away") for act in corrections)  # "no title on the badge, please"
    if draft.lang != "de" and not left_away and not _gives_details(draft):
        draft.doubt("what-instead", "It is not said how it should be.")
    if person == draft.people.sender and not left_away and not says_what(person, corrections, lines, draft):
        draft.doubt("what-instead", "It is not said how it should be.")
    pairs = both_of(person, facts, draft.people)
    return _changed(draft, pairs or (Replacement(person, person),))


def _whose(draft: Draft, lines: Sequence[Said], corrections: Sequence[Act]) -> Attendee:
    """Whose details they are."""
    others = [
        mention.attendee
        for mention in written(draft.people)
        if Flag.SELF not in mention.flags and draft.facts.sentence_of(mention) in lines
    ]
    person = draft.people.sender
    listed = registered_people(draft.facts, draft.people)
    own = bool(others) and _first(others[0].name) == _first(person.name)  # "you have me as Maaike Stork"
    if len(others) == 1 and not own and not any(act.who == "me" for act in corrections):
        stands = [
            one
            for one in listed
            if same(one, others[0], draft.people.words) and not spelt_alike(one.name, person.name)
        ]
        if stands or (not listed and not spelt_alike(others[0].name, person.name)):
            return others[0]
    return person


def _first(name: str | None) -> str:
    return fold(name.split()[0]) if name else ""


def _gives_details(draft: Draft) -> bool:
    """Whether anything stands in the mail that a detail could be: a name, a number, words in quotes.

    Not asked of German, where every noun has a capital as names have.
    """
    for one in draft.facts.said:
        if one.sentence.place != "text" or (len(one.sentence.words) < 5 and not one.acts):
            continue  # a name below the mail is no detail
        text, start = one.sentence.text, one.sentence.start
        if _DETAIL.search(text[one.sentence.words[0].end - start :]):
            return True
    mentions = draft.people.mentions
    return any(m.source is Source.PROSE and m.place == "text" and Flag.SELF not in m.flags for m in mentions)


def _fresh_party(draft: Draft) -> bool:
    """Whether the mail also asks for seats that it did not have."""
    fresh = [act for act in draft.facts.acts("register") if act.who != "any" and "coming" not in act.slug]
    details = draft.facts.acts("correct")  # "please note the new address"
    return any(not any(a.start < act.end and act.start < a.end for a in details) for act in fresh)


def _with_own_address(one: Attendee, people: People) -> Attendee:
    """Who writes has the address they write from, though our letter lists them by name alone."""
    sender = people.sender
    theirs = one.email is None and one.name is not None and spelt_alike(one.name, sender.name)
    return replace(one, email=sender.email) if theirs else one


def _changed(draft: Draft, pairs: tuple[Replacement, ...]) -> Request:
    pairs = tuple(replace(pair, now=_with_own_address(pair.now, draft.people)) for pair in pairs)
    now = tuple(pair.now for pair in pairs)
    event = draft.event_id(registered=True)
    return Request(draft.lang, Intent.CHANGE, event, len(now), now, replacements=pairs)
