"""What is said of another event than the one that a mail is about, and asks nothing yet.

"I have to cancel for Thursday. Whether I can come in March I don't know yet": the second sentence makes the
first no less certain. Neither does "we'll let you know about March later" behind "put me down for January".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.answering import Answering, To
from mailbot.core.understanding.events import EventReading
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.votes import Ballot, vote

# Said of the other event, these leave it open.
_OPEN = ("condition", "later", "hold", "never", "hearsay")
# A sentence that does one of these wants something there all the same.
_WANTS = ("move", "cancel", "replace", "correct", "ask", "status", "release")
# What such a sentence seems to do besides.
_SEEMS = frozenset({*_OPEN, "register", "comes", "cannot", "out", "accept", "yes", "refuse", "already"})
# Who asks for a seat, and beside it does none of these, wants nothing of the other event.
_ASKS = ("register", "accept", "comes")
_BESIDE = (*_WANTS, *_ASKS, "both", "open", "cannot", "out", "refuse", "yes", "authority")
_NEW = frozenset({To.NOTHING, To.INVITATION})  # answering these, no registration is spoken of
_ANY_DAY = frozenset({"date: weekday", "date: next week", "date: this week"})
_LEAST = 4  # words of a sentence that says something of the other event, and does not only name it
_SILENT = 0.4  # below this chance it does not ask for a seat there


def set_aside(
    said: Sequence[Said],
    answering: Answering,
    event: EventReading,
    words: NameWords,
    ballot: Ballot | None = None,
) -> tuple[Said, ...]:
    """The sentences; those that look forward to another event are set aside, and do nothing of what they
    seem to."""
    there = answering.known.event if answering.known is not None else event.answered
    gives_up = any(one.does("cannot", "cancel", "release", "refuse", "no") for one in said)
    if there is not None and gives_up:
        return tuple(_aside(one) if _looks_forward(one, there, event, words) else one for one in said)
    asked = _asked_for(said, event) if not gives_up and answering.to in _NEW else None
    if asked is None or ballot is None:
        return tuple(said)
    return tuple(_aside(one) if _only_speaks_of(one, asked, event, words, ballot) else one for one in said)


def _aside(one: Said) -> Said:
    return replace(one, acts=tuple(act for act in one.acts if act.kind not in _SEEMS), aside=True)


def _asked_for(said: Sequence[Said], event: EventReading) -> str | None:
    """The one event that the sentences asking for a seat name, where they name one and no other."""
    asking = [one.sentence for one in said if any(not act.condition for act in one.of(*_ASKS))]
    named = frozenset().union(*(event.within(one.start, one.end, one.place) for one in asking))
    if len(named) != 1:
        return None
    ours = [one for one in event.mentions if named & one.events]
    # A weekday alone may be any meeting's.
    return next(iter(named)) if any(one.rule not in _ANY_DAY for one in ours) else None


def _only_speaks_of(one: Said, asked: str, event: EventReading, words: NameWords, ballot: Ballot) -> bool:
    """ "Our report comes out in March", "about March you will hear from us": nothing is asked for there."""
    sentence = one.sentence
    named = event.within(sentence.start, sentence.end, sentence.place)
    if not named or asked in named or sentence.asks or one.does(*_BESIDE):
        return False
    plain = [token.word for token in sentence.words]
    if len(plain) < _LEAST or words["there_too"].first(plain) is not None:
        return False
    votes = vote(sentence, ballot)
    return max(votes["register"], votes["register_other"], votes["accept"]) < _SILENT


def _looks_forward(one: Said, there: str, event: EventReading, words: NameWords) -> bool:
    sentence = one.sentence
    named = event.within(sentence.start, sentence.end, sentence.place)
    if not named or there in named or sentence.asks or one.does(*_WANTS):
        return False
    plain = [token.word for token in sentence.words]
    undecided = any(act.slug.endswith("condition.strong") for act in one.acts)
    wants = [act for act in one.of("register", "accept") if not (undecided and "coming" in act.slug)]
    if wants:
        return False  # "in March I'd like to come, if there is a seat"
    if not one.does("never") and words["moved_over"].first(plain) is not None:
        return False  # "I'd rather come in March"
    return one.does(*_OPEN) or words["some_time"].first(plain) is not None
