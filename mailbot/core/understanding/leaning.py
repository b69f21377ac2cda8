"""What a mail as a whole leans to: the votes of its sentences, its words, what it answers, the event it names
and what the phrases found, weighed together.

Two things are added: what each of these says by itself, and what a layer of sums between them and the
intents says, which hears what they say together. The weights are learned from whole mails by ``make votes``
and stand in ``words/leaning.bin``. They tell how likely each intent is; what is then done stands in
``settling``.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import exp, log1p, sqrt, tanh
from operator import add, mul

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
_DIRECT, _SUMS = slice(_MACHINE + 1), slice(_MACHINE + 1, None)
_AT_ONCE = 256  # words added at once: two bytes hold their sum
_WIDE = 4  # bytes of each lane of a feature: all 260, in 4,096 parts of 255 each, fill a sixteenth of it
_FINE = 1 << 12  # parts in which a feature is counted, at most: 0 to what counts of it


@dataclass(frozen=True, slots=True)
class Scales:
    """What each of ``features`` (``rows``) and each key of ``wording`` (``words``) weighs: for each intent,
    then for whether a person must look, then for whether a machine wrote it, and last for each of some sums,
    side by side in one integer, so that one addition adds all. ``offsets`` are added to them.

    The sums stand between the mail and the intents: what two words say together ("cannot" and "before four")
    is not what they say apart. ``outputs`` is what each of them weighs, where it is above 0, for each intent
    and for whether a person must look.

    A feature counts up to ``most``, so that a mail unlike all others is not judged by how unlike it is, in
    parts of ``units``; 1 of a row then weighs ``fine``. 1 of a word weighs ``step``, and ``sum_step`` in a
    sum. ``labels`` are those of the votes."""

    labels: tuple[str, ...]
    digest: str  # of the mails that they were learned from
    offsets: tuple[float, ...]
    most: tuple[float, ...]
    units: tuple[float, ...]
    rows: tuple[int, ...]
    fine: float
    step: float
    sum_step: float
    words: Mapping[str, int]
    outputs: tuple[tuple[float, ...], ...]


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
    """What the weights are for, always in this order, none below 0. ``request`` is what the phrases made of
    the mail."""
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
    many, root = len(scales.offsets), sqrt(len(known) or 1)
    there = [value != 0.0 for value in found]  # more than half are none of this mail's
    of_each = zip(*(compress(of, there) for of in (found, scales.most, scales.units)), strict=True)
    parts = [round(min(value, most) / unit) for value, most, unit in of_each]
    figures = _lanes(sum(map(mul, parts, compress(scales.rows, there))), many, _WIDE)
    words = _summed(known, many)

    def weighed(lanes: slice, step: float) -> list[float]:
        zero = scales.fine * ZERO * sum(parts) + step * ZERO * len(known)
        of = zip(scales.offsets[lanes], figures[lanes], words[lanes], strict=True)
        return [offset - zero + scales.fine * figure + step * word for offset, figure, word in of]

    scores = weighed(_DIRECT, scales.step / root)
    sums = [max(0.0, one) for one in weighed(_SUMS, scales.sum_step / root)]
    for at, outputs in enumerate(scales.outputs):
        scores[at] += sum(map(mul, outputs, sums))
    *of_intents, doubt, machine = scores
    top = max(of_intents)
    shares = [exp(score - top) for score in of_intents]
    total = sum(shares)
    chances = zip(INTENTS, (share / total for share in shares), strict=True)
    return Leaning(tuple(sorted(chances, key=lambda one: -one[1])), _logistic(doubt), _logistic(machine))


def _logistic(score: float) -> float:
    return 0.5 + 0.5 * tanh(score / 2)  # by the tangent, which never overflows


def spoke(worded: Mapping[str, str], scales: Scales, intent: Intent, most: int = 3) -> tuple[str, ...]:
    """The words of the mail that spoke most for an intent rather than for the others, by themselves, the
    strongest first; for ``Intent.IGNORE`` those that spoke for a machine."""
    lane = _MACHINE if intent is Intent.IGNORE else INTENTS.index(intent)
    strength: dict[str, int] = {}
    for key, shown in worded.items():
        if shown and key in scales.words:
            weight = scales.words[key] >> 8 * lane & 0xFF
            strength[shown] = strength.get(shown, 0) + weight - ZERO
    best = sorted((one for one in strength if strength[one] > 0), key=lambda one: (-strength[one], one))
    return tuple(best[:most])


def _summed(rows: Sequence[int], count: int) -> list[int]:
    """The lanes of all rows added up, of which each has a byte a lane. Every other lane is added without its
    neighbours, which leaves the sums room; what is then missing from the sum of all are those between."""
    lanes = [0] * count
    wide = (count + 1) // 2
    every_other = int.from_bytes(b"\xff\0" * wide, "little")
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        even = sum(map(every_other.__and__, some))
        lanes[::2] = map(add, lanes[::2], _lanes(even, wide, 2))
        lanes[1::2] = map(add, lanes[1::2], _lanes((sum(some) - even) >> 8, count // 2, 2))
    return lanes


def _lanes(total: int, count: int, width: int) -> tuple[int, ...]:
    lanes = total.to_bytes(width * count, "little")
    return struct.unpack(f"<{count}{'H' if width < _WIDE else 'I'}", lanes)


def _spread(row: bytes) -> int:
    wide = bytearray(len(row) * _WIDE)
    wide[::_WIDE] = row
    return int.from_bytes(wide, "little")


def opened(content: bytes) -> Scales:
    """The weights from the bytes of ``leaning.bin``."""
    first, _, kept = content.partition(b"\n")
    head = json.loads(first)
    text, _, rows = zlib.decompress(kept).partition(b"\0")
    size = len(head["offsets"])
    by_key = (int.from_bytes(rows[at : at + size], "little") for at in range(0, len(rows), size))
    return Scales(
        tuple(head["labels"]),
        head["digest"],
        tuple(head["offsets"]),
        tuple(head["most"]),
        tuple(head["units"]),
        tuple(_spread(bytes.fromhex(row)) for row in head["rows"]),
        head["fine"],
        head["step"],
        head["sum_step"],
        dict(zip(text.decode().split("\n") if text else (), by_key, strict=True)),
        tuple(map(tuple, head["outputs"])),
    )


def sealed(scales: Scales) -> bytes:
    """The bytes of ``leaning.bin``: a line of JSON, then, packed, a line for each key and a byte for each of
    its weights."""
    size = len(scales.offsets)
    head = {
        "labels": scales.labels,
        "digest": scales.digest,
        "offsets": scales.offsets,
        "most": scales.most,
        "units": scales.units,
        "rows": [row.to_bytes(size * _WIDE, "little")[::_WIDE].hex() for row in scales.rows],
        "fine": scales.fine,
        "step": scales.step,
        "sum_step": scales.sum_step,
        "outputs": scales.outputs,
    }
    rows = b"".join(row.to_bytes(size, "little") for row in scales.words.values())
    kept = zlib.compress("\n".join(scales.words).encode() + b"\0" + rows, 9)
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + kept


def packed(row: Iterable[int]) -> int:
    """Weights of -127 to 127 for a word, as ``Scales.words`` holds them."""
    return int.from_bytes(bytes(weight + ZERO for weight in row), "little")


def of_features(
    weights: Sequence[Sequence[float]], most: Sequence[float]
) -> tuple[tuple[float, ...], tuple[int, ...], float]:
    """The units and the rows of features that weigh so much and count up to ``most``, and what 1 of a row
    then weighs, as ``Scales`` holds them."""
    steps = [max(map(abs, row), default=0.0) / (ZERO - 1) for row in weights]
    fine = max((one * up_to for one, up_to in zip(steps, most, strict=True)), default=0.0) / _FINE or 1.0
    rows = tuple(
        _spread(bytes(ZERO + (round(weight / one) if one else 0) for weight in row))
        for row, one in zip(weights, steps, strict=True)
    )
    return tuple(fine / one if one else 1.0 for one in steps), rows, fine


__all__ = [
    "INTENTS", "Leaning", "Scales", "features", "lean", "of_features", "opened", "packed", "sealed", "spoke",
]  # fmt: skip
