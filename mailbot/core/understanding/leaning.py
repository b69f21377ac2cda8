"""What a mail as a whole leans to: the votes of its sentences, its words, what it answers, the event it names
and what the phrases found, weighed together.

The weights are learned from whole mails by ``make votes`` and stand in ``words/leaning.json``. They tell
how likely each intent is; what is then done stands in ``settling``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import exp, log1p, sqrt, tanh
from operator import mul

from mailbot.core.understanding.answering import To
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.pointing import Weight
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.votes import Votes

INTENTS = (
    Intent.REGISTER, Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT, Intent.DECLINE, Intent.STATUS,
    Intent.QUESTION, Intent.OTHER,
)  # fmt: skip
ZERO = 1 << 7  # stands for a weight of 0, so that no lane borrows from the next
_TO = tuple(one for one in To if one is not To.DETAILS)  # the weights know it as an answer to nothing
_MACHINE = len(INTENTS) + 1  # behind the intents and the doubt
_BITS = 32  # of each lane: more than all words of a mail can fill


@dataclass(frozen=True, slots=True)
class Scales:
    """An offset and a weight for each of ``features``, per intent, then for whether a person must look, and
    last for whether a machine wrote it; ``labels`` are those of the votes. ``words`` has the weights of a key
    of ``wording``, in the same order side by side in one integer, so that one addition adds all; ``step`` is
    what 1 of them weighs."""

    labels: tuple[str, ...]
    offsets: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    digest: str  # of the mails that they were learned from
    step: float
    words: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Leaning:
    """How likely each intent is, adding up to 1, the likeliest first; how likely it is that a careful
    secretary would not act on it without asking; and that no person wrote it to us."""

    chances: tuple[tuple[Intent, float], ...]
    doubtful: float = 0.0
    machine: float = 0.0

    @property
    def best(self) -> Intent:
        return self.chances[0][0]

    @property
    def chance(self) -> float:
        return self.chances[0][1]

    def of(self, intent: Intent) -> float:
        for one, chance in self.chances:
            if one is intent:
                return chance
        return 0.0


def features(votes: Sequence[Votes], draft: Draft, request: Request, labels: Sequence[str]) -> list[float]:
    """What the weights are for, always in this order. ``request`` is what the phrases made of the mail."""
    rows = [[one.chances.get(label, 0.0) for label in labels] for one in votes] or [[0.0] * len(labels)]
    columns = list(zip(*rows, strict=True))
    most = list(map(max, columns))
    sums = list(map(sum, columns))
    to = draft.facts.answering.to
    to = To.NOTHING if to is To.DETAILS else to
    answers = [float(to is one) for one in _TO]
    named = any(one.place == "text" for one in draft.event.mentions)
    return [
        *most,
        *map(log1p, sums),
        *[total / len(rows) for total in sums],
        *[float(sum([chance > 0.5 for chance in column])) for column in columns],
        *rows[0],
        *rows[-1],
        # How late in the mail the strongest sentence stands.
        *[top * column.index(top) / len(rows) for top, column in zip(most, columns, strict=True)],
        *answers,
        *[chance * answer for chance in most for answer in answers],
        *[chance * (not named) for chance in most],
        *[float(request.intent is intent) for intent in INTENTS],
        *[float(request.intent is intent and request.review) for intent in INTENTS],
        *_of_the_event(draft),
        float(request.about_event),
        float(request.has_question),
        float(draft.facts.registered),
        log1p(len(draft.people.mentions)),
        float(len(draft.people.counts)),
        log1p(len(votes)),
    ]


def _of_the_event(draft: Draft) -> list[float]:
    """What the sender's own words, the subject aside, say of an event; and what was made of all."""
    event = draft.event
    own = [one for one in event.mentions if one.place == "text"]
    return [
        float(any(one.weight is Weight.FIRM and len(one.events) == 1 for one in own)),
        float(any(not one.events for one in own)),
        float(bool(own)),
        float(any(one.denied for one in own)),
        float(event.contradiction is not None),
        float(event.ambiguous is not None),
        float(event.past),
        float(event.next_open is not None),
    ]


def lean(found: Sequence[float], worded: Iterable[str], scales: Scales) -> Leaning:
    """Weigh the features and the keys (of ``wording``) of one mail."""
    known = [scales.words[key] for key in worded if key in scales.words]
    by = scales.step / sqrt(len(known) or 1)
    lanes = _lanes(sum(known), len(scales.offsets))
    there = [value != 0.0 for value in found]  # more than half are none of this mail's
    values = list(compress(found, there))
    *of_intents, doubt, machine = (
        offset + sum(map(mul, compress(weights, there), values)) + by * (lane - ZERO * len(known))
        for offset, weights, lane in zip(scales.offsets, scales.weights, lanes, strict=True)
    )
    top = max(of_intents)
    shares = [exp(score - top) for score in of_intents]
    total = sum(shares)
    chances = zip(INTENTS, (share / total for share in shares), strict=True)
    return Leaning(tuple(sorted(chances, key=lambda one: -one[1])), _logistic(doubt), _logistic(machine))


def _logistic(score: float) -> float:
    return 0.5 + 0.5 * tanh(score / 2)  # by the tangent, which never overflows


def spoke(worded: Mapping[str, str], scales: Scales, intent: Intent, most: int = 3) -> tuple[str, ...]:
    """The words of the mail that spoke most for an intent rather than for the others, the strongest first;
    for ``Intent.IGNORE`` those that spoke for a machine."""
    lane = _MACHINE if intent is Intent.IGNORE else INTENTS.index(intent)
    strength: dict[str, int] = {}
    for key, shown in worded.items():
        if shown and key in scales.words:
            weights = _lanes(scales.words[key], len(scales.offsets))
            strength[shown] = strength.get(shown, 0) + weights[lane] - ZERO
    best = sorted((one for one in strength if strength[one] > 0), key=lambda one: (-strength[one], one))
    return tuple(best[:most])


def _lanes(total: int, count: int) -> list[int]:
    return [total >> (_BITS * lane) & ((1 << _BITS) - 1) for lane in range(count)]


def _packed(row: bytes) -> int:
    return sum(byte << (_BITS * lane) for lane, byte in enumerate(row))


def opened(content: str) -> Scales:
    """The weights from the text of ``leaning.json``."""
    read = json.loads(content)
    return Scales(
        tuple(read["labels"]),
        tuple(read["offsets"]),
        tuple(tuple(map(float, row)) for row in read["weights"]),
        read["digest"],
        read["step"],
        {key: _packed(bytes.fromhex(row)) for key, row in read["words"].items()},
    )


def sealed(scales: Scales) -> str:
    """The text of ``leaning.json``: a line for each intent, and one for each word."""
    rows = ",\n  ".join("[" + ",".join(f"{weight:.4g}" for weight in row) + "]" for row in scales.weights)
    offsets = ", ".join(f"{offset:.4g}" for offset in scales.offsets)
    words = ",\n  ".join(
        f'{json.dumps(key, ensure_ascii=False)}: "{bytes(_lanes(row, len(scales.offsets))).hex()}"'
        for key, row in scales.words.items()
    )
    return (
        f'{{"labels": {json.dumps(scales.labels)},\n "digest": "{scales.digest}",\n'
        f' "offsets": [{offsets}],\n "weights": [\n  {rows}\n ],\n'
        f' "step": {scales.step:.6g},\n "words": {{\n  {words}\n }}}}\n'
    )


def packed(rows: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Weights of -127 to 127 for each key, as ``Scales.words`` holds them."""
    return {key: _packed(bytes(weight + ZERO for weight in row)) for key, row in rows.items()}


__all__ = ["INTENTS", "Leaning", "Scales", "features", "lean", "opened", "packed", "sealed", "spoke"]
