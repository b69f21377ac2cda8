"""From what the sentences do to what the mail asks for: the readings are tried in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mailbot.core.base import MAY_BE_ABSENT, Evidence, Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.answers import answer_to_offer, bare_yes, decline
from mailbot.core.understanding.authority import by_hearsay
from mailbot.core.understanding.changes import registered_people
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.events import next_of
from mailbot.core.understanding.exchanging import change
from mailbot.core.understanding.mentions import Flag
from mailbot.core.understanding.registering import register
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.tracing import traced
from mailbot.core.understanding.withdrawing import cancel

_GIVING_UP = frozenset({Intent.CANCEL, Intent.DECLINE, Intent.CHANGE})
_ASKED = ("register", "comes", "cancel", "accept", "replace", "correct", "move")
ACTING = frozenset({Intent.REGISTER, Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT})


def compose(draft: Draft) -> Request:
    """The request that the facts add up to; every doubt makes it one for a person."""
    facts = draft.facts
    readings = _BUSINESS if draft.other_business else READINGS
    request = next(filter(None, (reading(draft) for reading in readings)))
    if request.intent in ACTING:
        draft.doubts += _triaged(draft)
    if request.intent in _GIVING_UP and not facts.own("already") and by_hearsay(facts, draft.people):
        draft.doubt("no-authority", "What it says of somebody else is hearsay.")
    suspicious = facts.acts("suspicious") or tuple(a for one in facts.subject for a in one.of("suspicious"))
    for act in suspicious[:1]:
        draft.doubt("suspicious", f'Suspicious wording: "{draft.words(act)}".')
    questions = facts.questions or facts.wondered
    if request.intent is Intent.OTHER:
        questions = questions or facts.asked  # nothing that it asks for is done
    asks = (bool(questions) or request.intent is Intent.QUESTION) and request.intent is not Intent.STATUS
    if asks:
        draft.evidence += [_question(one) for one in questions[:4]]
    evidence = (*draft.evidence, *draft.event.evidence, *facts.answering.evidence)
    return replace(
        request,
        lang=draft.lang,
        has_question=asks,
        about_event=draft.related,
        review=bool(draft.doubts),
        reasons=(*draft.doubts, *draft.reasons),
        evidence=(*evidence, *traced(request.attendees, draft.mail, evidence)),
        registration=facts.answering.known.code if facts.answering.known else None,
    )


def _triaged(draft: Draft) -> tuple[Reason, ...]:
    """What triage was not sure of. A note of absence asks nobody to change a name for the 18th."""
    written = any(_asks_of_us(one, draft) for one in draft.facts.said)
    return tuple(one for one in draft.triaged if not written or one.rule != MAY_BE_ABSENT)


def _asks_of_us(one: Said, draft: Draft) -> bool:
    """Whether a sentence asks for something about a seat, of us or for a day of ours."""
    sentence = one.sentence
    asked = [act for act in one.of(*_ASKED) if not act.slug.startswith("votes/")]
    named = draft.event.within(sentence.start, sentence.end, sentence.place)
    return bool(asked) and sentence.place == "text" and (sentence.asks or bool(named))


def _question(one: Said) -> Evidence:
    sentence = one.sentence
    return Evidence("question", "asks", sentence.text, sentence.place, sentence.start, sentence.end)


def status(draft: Draft) -> Request | None:
    """Asks after the own registration."""
    acts = draft.facts.acts("status")
    if not acts:
        return None
    draft.because(acts, "Asks after the own registration")
    if _names_days_of_writing(draft):
        event = next_of(draft.house, draft.now)
        draft.event = replace(draft.event, event=event, contradiction=None, ambiguous=None)
    return Request(draft.lang, Intent.STATUS, draft.event_id(registered=True))


def _names_days_of_writing(draft: Draft) -> bool:
    """ "I sent you my registration on Friday": a day on which no event is, for it tells when they wrote."""
    reason = draft.event.contradiction
    if reason is None or reason.rule != "no-such-event":
        return False
    told = [one.sentence for one in draft.facts.said if one.does("already", "status")]
    absent = [m for m in draft.event.mentions if not m.events]
    return all(
        m.place == "subject" or any(one.start <= m.start < one.end for one in told if one.place == m.place)
        for m in absent
    )


def question(draft: Draft) -> Request | None:
    """Asks for information about an event."""
    facts = draft.facts
    if not facts.questions or not draft.related:
        return None
    draft.because(facts.acts("ask"), "Asks for information")
    return Request(draft.lang, Intent.QUESTION, draft.event.event)


def other(draft: Draft) -> Request:
    """Something else, or something about an event that could not be read: then a person must look."""
    facts = draft.facts
    undecided = facts.acts("later", "hold")
    numbers = facts.registered and _other_number(draft)
    if undecided and draft.related and not numbers:
        draft.because(undecided, "Does not register yet")
        return Request(draft.lang, Intent.OTHER, draft.event.event)
    thanks = facts.own("already", "register", "keep", "yes") or _only_thanks(draft)
    if draft.related and (numbers or not (thanks and facts.registered and not _names_others(draft))):
        draft.doubt("not-understood", "It is about an event, but what it asks for could not be read.")
    draft.reasons.append(Reason("nothing-asked", "Nothing in it asks for a seat or gives one up."))
    return Request(draft.lang, Intent.OTHER)


def _only_thanks(draft: Draft) -> bool:
    """Whether nothing is said but thanks and looking forward, between a greeting and a name."""
    facts = draft.facts
    if not draft.mail.new.strip():
        return True
    if facts.offered or facts.acts("cannot", "cancel", "out", "refuse", "comes"):
        return False
    return all(len(one.sentence.words) <= (12 if one.does("thanks") else 5) for one in facts.said)


def _other_number(draft: Draft) -> bool:
    """ "We shall be four", "one of us must stay at the office": another number than stands on the list."""
    people, listed = draft.people, registered_people(draft.facts, draft.people)
    own = [[token.word for token in one.sentence.words] for one in draft.facts.said]
    there = max(1, len(listed))
    some = any(people.words["of_us"].first(plain) is not None for plain in own)
    spelt = any(
        people.words.number(word) not in {0, 1, there} for plain in own for word in plain if word.isalpha()
    )
    return some or spelt or any(count.exact and count.number != there for count in people.counts)


def _names_others(draft: Draft) -> bool:
    """Whether somebody but the sender is named: that is more than thanks."""
    return any(Flag.SELF not in mention.flags for mention in written(draft.people))


# What a mail asks for first comes first: an answer to an offer is none to the invitation; a change
# speaks of cancelling and of coming; a cancellation may speak of an earlier registration.
READINGS: tuple[Callable[[Draft], Request | None], ...] = (
    answer_to_offer,
    change,
    cancel,
    register,
    status,
    decline,
    bare_yes,
    question,
    other,
)
_BUSINESS = (status, question, other)  # what a mail can ask for that is about no event
