"""What a mail as a whole leans to: the votes of its sentences, what it answers and what the phrases found,
weighed together.

The weights are learned from whole mails by ``make votes`` and stand in ``words/leaning.json``. They tell
how likely each intent is; what is then done stands in ``settling``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log1p, tanh

from mailbot.core.understanding.answering import To
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.votes import Votes

INTENTS = (
    Intent.REGISTER, Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT, Intent.DECLINE, Intent.STATUS,
    Intent.QUESTION, Intent.OTHER,
)  # fmt: skip
_TO = tuple(To)


@dataclass(frozen=True, slots=True)
class Scales:
    """An offset and a weight for each of ``features``, per intent and, last, for whether a person must look;
    ``labels`` are those of the votes."""

    labels: tuple[str, ...]
    offsets: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    digest: str  # of the mails that they were learned from


@dataclass(frozen=True, slots=True)
class Leaning:
    """How likely each intent is, adding up to 1, the likeliest first; and how likely it is that a careful
    secretary would not act on it without asking."""

    chances: tuple[tuple[Intent, float], ...]
    doubtful: float = 0.0

    @property
    def best(self) -> Intent:
        return self.chances[0][0]

    @property
    def chance(self) -> float:
        return self.chances[0][1]

    def of(self, intent: Intent) -> float:
        return next((chance for one, chance in self.chances if one is intent), 0.0)


def features(votes: Sequence[Votes], to: To, request: Request, labels: Sequence[str]) -> list[float]:
    """What the weights are for, always in this order. ``request`` is what the phrases made of the mail."""
    rows = [[one.chances.get(label, 0.0) for label in labels] for one in votes] or [[0.0] * len(labels)]
    columns = list(zip(*rows, strict=True))
    most = [max(column) for column in columns]
    answers = [float(to is one) for one in _TO]
    return [
        *most,
        *(log1p(sum(column)) for column in columns),
        *(float(sum(chance > 0.5 for chance in column)) for column in columns),
        *rows[0],
        *rows[-1],
        *answers,
        *(chance * answer for chance in most for answer in answers),
        *(float(request.intent is intent) for intent in INTENTS),
        *(float(request.intent is intent and request.review) for intent in INTENTS),
        float(request.about_event),
        float(request.has_question),
        log1p(len(votes)),
    ]


def lean(found: Sequence[float], scales: Scales) -> Leaning:
    """Weigh the features of one mail."""
    scores = [
        offset + sum(map(float.__mul__, weights, found))
        for offset, weights in zip(scales.offsets, scales.weights, strict=True)
    ]
    *of_intents, doubt = scores
    top = max(of_intents)
    shares = [exp(score - top) for score in of_intents]
    total = sum(shares)
    chances = zip(INTENTS, (share / total for share in shares), strict=True)
    # The logistic function, by the tangent that never overflows.
    return Leaning(tuple(sorted(chances, key=lambda one: -one[1])), 0.5 + 0.5 * tanh(doubt / 2))


def opened(content: str) -> Scales:
    """The weights from the text of ``leaning.json``."""
    read = json.loads(content)
    return Scales(
        tuple(read["labels"]),
        tuple(read["offsets"]),
        tuple(tuple(map(float, row)) for row in read["weights"]),
        read["digest"],
    )


def sealed(scales: Scales) -> str:
    """The text of ``leaning.json``: a line for each intent."""
    rows = ",\n  ".join("[" + ",".join(f"{weight:.4g}" for weight in row) + "]" for row in scales.weights)
    offsets = ", ".join(f"{offset:.4g}" for offset in scales.offsets)
    return (
        f'{{"labels": {json.dumps(scales.labels)},\n "digest": "{scales.digest}",\n'
        f' "offsets": [{offsets}],\n "weights": [\n  {rows}\n ]}}\n'
    )


__all__ = ["INTENTS", "Leaning", "Scales", "features", "lean", "opened", "sealed"]
