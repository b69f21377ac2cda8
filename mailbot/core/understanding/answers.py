"""Yes or no: to an offered seat, to an invitation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.base import Attendee
from mailbot.core.mail.message import Part
from mailbot.core.understanding.acts import Act
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.counting import Party
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, Source
from mailbot.core.understanding.parties import for_both, party
from mailbot.core.understanding.recognising import recognised
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.tokens import fold


def answer_to_offer(draft: Draft) -> Request | None:
    """Accept or decline where a seat is offered; None where the mail says neither."""
    facts = draft.facts
    if not facts.offered:
        return None
    coming = (*facts.own("accept", "register"), *facts.acts("comes"))
    anybodys = _of_anybody(facts)
    yes = (*facts.yes, *(act for act in coming if act.who in {"me", "us"} or act not in anybodys))
    no = (*facts.no, *facts.stated("refuse", "cannot", "cancel", "release"))
    polite = all(act.wish or act.slug.endswith("yes.polite") for act in yes)
    if polite:
        no = (*no, *facts.acts("anybody"))  # "So kind! The next one on the list will be happy with it"
    if no and polite and all(act.slug.endswith("yes.polite") for act in yes):
        yes = ()  # "Great that you think of me, but ..."
    if facts.no and not facts.acts("accept") and all(act.wish or act.slug.endswith("polite") for act in yes):
        yes = ()
    instead = facts.acts("replace")
    if instead:
        draft.because(instead, "Wants the offered seat for somebody else")
        draft.doubt("for-another", "The offered seat is asked for by somebody else.")
        return _accepting(draft)
    if yes and no:
        draft.because((*yes, *no), "Answers the offered seat with yes and with no")
        draft.doubt("yes-and-no", "The answer to the offered seat says both yes and no.")
        return _accepting(draft)
    if no:
        draft.because(no, "Says no to the offered seat")
        draft.keep_to_letter(no)
        draft.check_conditions()
        if facts.answering.some_seats and _of_another(draft):
            draft.doubt("part-of-offer", "Several seats are offered; the no may be that of one of them.")
        return Request(draft.lang, Intent.DECLINE, draft.event_id(registered=True))
    if yes:
        draft.because(yes, "Takes the offered seat")
        if polite and _regrets(draft):
            draft.doubt("yes-and-no", "It thanks for the offered seat, and regrets something.")
        if facts.acts("later"):
            draft.doubt("later", "Takes the offered seat, and still has to find out or to decide.")
        draft.check_conditions()
        return _accepting(draft)
    return None


def _of_anybody(facts: Facts) -> list[Act]:
    """What is said of whoever else may have the seat: "the next one will come with more pleasure"."""
    return [act for one in facts.said if one.does("anybody", "release") for act in one.acts]


def _regrets(draft: Draft) -> bool:
    """ "Lovely, thanks! Unfortunately ..." """
    regret = draft.people.words["regretting"]
    return any(
        regret.first([token.word for token in one.sentence.words]) is not None for one in draft.facts.said
    )


def _of_another(draft: Draft) -> bool:
    """ "One is enough, thanks: Leontine has other plans"."""
    standing = [Attendee(m.attendee.name) for m in draft.people.mentions if m.source is Source.QUOTED]
    people = recognised(draft.facts, draft.people, standing)
    return any(Flag.SELF not in mention.flags for mention in written(people))


def _accepting(draft: Draft) -> Request:
    taking = for_both(party(draft.facts, draft.people), draft.facts, draft.people)
    offered = draft.facts.answering.offered
    if offered == 1 and len(taking.attendees) == 1 and _speaks_as_a_house(taking, draft):
        taking = replace(taking, doubt=None)
    draft.takes(taking)
    if _for_nobody_asked(taking, draft):
        draft.doubt("for-another", "The offered seat is asked for somebody whom our letter does not name.")
    wanted = taking.seats or len(taking.attendees)
    if offered is not None and wanted > offered:
        draft.doubt("more-than-offered", f"Takes {wanted} seats where {offered} was offered.")
    event = draft.event_id(registered=True)
    return Request(draft.lang, Intent.ACCEPT, event, taking.seats, taking.attendees)


def _for_nobody_asked(taking: Party, draft: Draft) -> bool:
    """ "Yes! But please put it in the name of my colleague": neither the writer nor named in the letter."""
    people, sender = draft.people, draft.mail.reply_to or draft.mail.sender
    writers = [m.attendee.name for m in people.mentions if Flag.SELF in m.flags or m.source is Source.QUOTED]
    letter = draft.mail.part(Part.QUOTED)
    known = " ".join(filter(None, (letter, sender.name if sender else None, *writers)))
    words = {word.strip(",.:;>()") for word in fold(known).split()}
    names = [fold(one.name).split() for one in taking.attendees if one.name]
    return bool(letter and names) and not any(words.intersection(name) for name in names)


def _speaks_as_a_house(taking: Party, draft: Draft) -> bool:
    """ "We gladly take it" of the one seat that is offered: it is the writer's."""
    said_of_us = taking.doubt is not None and taking.doubt.rule == "number-unclear"
    others = any(Flag.SELF not in mention.flags for mention in written(draft.people))
    return said_of_us and not draft.people.counts and not others and not draft.facts.acts("company")


def decline(draft: Draft) -> Request | None:
    """No to the invitation, by somebody who is not registered."""
    facts = draft.facts
    no = (*facts.own("cannot"), *facts.own("cancel"), *facts.own("release"))
    if facts.answering.to is To.INVITATION:
        no = (*no, *facts.own("refuse"), *facts.no)
    elif facts.acts("invited") and not facts.registered:
        no = (*no, *facts.acts("out", "cannot", who=("them",)))  # "M. le Ministre ne pourra venir"
    elif facts.questions:
        return None  # nobody asked them: who cannot travel asks for a recording
    if not no or (facts.questions and _passes_on(draft)):
        return None
    draft.because(no, "Says no to the invitation")
    if facts.acts("cancel", who=("them",)) and not facts.own("cannot", "refuse", "cancel") and not facts.no:
        draft.doubt("no-authority", "Gives up the seat of somebody else; nothing shows that they may.")
    if _only_in_part(facts, no):
        draft.doubt("part-of-the-time", "It may only say that somebody comes later or leaves earlier.")
    draft.keep_to_letter(no)
    draft.check_conditions()
    return Request(draft.lang, Intent.DECLINE, draft.event_id(registered=True))


def _only_in_part(facts: Facts, no: Sequence[Act]) -> bool:
    """ "I'll be late: start without me": all that it says no to is a part of the afternoon."""
    partly = [one.sentence for one in facts.said if one.does("partly")]
    return all(any(one.start <= act.start < one.end for one in partly) for act in no)


def _passes_on(draft: Draft) -> bool:
    """ "Not for me; who deals with this?" above a forwarded mail answers nobody's invitation."""
    return any(stretch.part is Part.FORWARDED for stretch in draft.mail.stretches)


def bare_yes(draft: Draft) -> Request | None:
    """One word says it, and what it answers to tells what: "ja graag" to an invitation."""
    facts = draft.facts
    if facts.answering.to is not To.INVITATION or not facts.yes or facts.questions:
        return None
    draft.because(facts.yes, "Says yes to the invitation")
    draft.check_conditions()
    coming = party(facts, draft.people)
    draft.takes(coming)
    event = draft.event_id(registered=False)
    return Request(draft.lang, Intent.REGISTER, event, coming.seats, coming.attendees)
