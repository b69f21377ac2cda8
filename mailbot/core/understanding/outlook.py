"""What is said of another event than the one that a mail answers a letter of, and asks nothing yet.

"I have to cancel for Thursday. Whether I can come in March I don't know yet": the second sentence makes the
first no less certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.answering import Answering
from mailbot.core.understanding.events import EventReading
from mailbot.core.understanding.namewords import NameWords

# Said of the other event, these leave it open.
_OPEN = ("condition", "later", "hold", "never", "hearsay")
# A sentence that does one of these wants something there all the same.
_WANTS = ("move", "cancel", "replace", "correct", "ask", "status", "release")
# What such a sentence seems to do besides.
_SEEMS = frozenset({*_OPEN, "register", "comes", "cannot", "out", "accept", "yes", "refuse", "already"})


def set_aside(
    said: Sequence[Said], answering: Answering, event: EventReading, words: NameWords
) -> tuple[Said, ...]:
    """The sentences; those that look forward to another event are set aside, and do nothing of what they
    seem to."""
    there = answering.known.event if answering.known is not None else event.answered
    gives_up = any(one.does("cannot", "cancel", "release", "refuse", "no") for one in said)
    if there is None or not gives_up:
        return tuple(said)
    return tuple(_aside(one) if _looks_forward(one, there, event, words) else one for one in said)


def _aside(one: Said) -> Said:
    return replace(one, acts=tuple(act for act in one.acts if act.kind not in _SEEMS), aside=True)


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
