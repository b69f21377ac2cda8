"""Learns the layer of ``leaning``: sums of figures and words, and what each sum says of the intents and of
whether a person must look. Plain gradient descent (Adam), always the same for the same mails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

SUMS = 48  # measured 32 to 128: 64 tell as much, 32 two in a thousand intents less
ROUNDS = 8  # measured 4 to 8
RATE = 0.02  # measured 0.002 to 0.04
LEFT_OUT = 0.6  # of the words and figures of a mail, others each time: measured 0.3 to 0.7
FIGURES = 0.15  # how much a figure counts beside all the words of a mail: measured 0.07 to 0.3
FARTHEST = 4.0  # spreads above the mean: what is farther off counts no more
SEED = 2  # one is as good as another: with this one most rows of the reading tables were read as before
_BATCH = 256
_MOMENTUM, _SQUARES = 0.9, 0.999


@dataclass(frozen=True, slots=True)
class Network:
    """``figures``: a row for each feature as it is, which counts up to ``most``; ``words``: one for each key;
    ``outputs``: one for each sum, with a column for each intent and one for whether a person must look."""

    offsets: np.ndarray
    most: np.ndarray
    figures: np.ndarray
    words: np.ndarray
    outputs: np.ndarray
    last: np.ndarray  # offsets of the outputs

    def scores(self, x: np.ndarray, words: Any) -> np.ndarray:
        sums = np.maximum(np.minimum(x, self.most) @ self.figures + words @ self.words + self.offsets, 0)
        return np.asarray(sums @ self.outputs + self.last)


def learned(
    x: np.ndarray,
    words: Any,
    asked: np.ndarray,
    intents: int,
    review: np.ndarray,
    weigh: Sequence[float],
    seed: int = SEED,
) -> Network:
    """``x`` has the features of each mail, ``nan`` where it has none; ``asked`` is the place of its intent
    among so many ``intents``; ``review`` is 0 or 1, or -1 where it is not to be learned of this mail;
    ``weigh`` is how much the mail counts."""
    dice = np.random.default_rng(seed)
    told = ~np.isnan(x[:, 0])
    mean, spread = x[told].mean(axis=0), x[told].std(axis=0)
    spread[spread < 1e-9] = 1.0
    most = mean + FARTHEST * spread
    figures = np.where(told[:, None], (np.minimum(x, most) - mean) / spread * FIGURES, 0.0).astype(np.float32)
    words = sparse.csr_matrix(words, dtype=np.float32)
    weights = [
        dice.normal(0, 0.06, (words.shape[1], SUMS)),
        dice.normal(0, 1 / np.sqrt(x.shape[1]), (x.shape[1], SUMS)),
        np.zeros(SUMS),
        dice.normal(0, 1 / np.sqrt(SUMS), (SUMS, intents + 1)),
        np.zeros(intents + 1),
    ]
    weights = [one.astype(np.float32) for one in weights]
    moving = [np.zeros((2, *one.shape), dtype=np.float32) for one in weights]
    share = np.asarray(weigh, dtype=np.float32) / np.mean(weigh)
    wanted = np.eye(intents, dtype=np.float32)[asked]
    steps = ROUNDS * -(-len(x) // _BATCH)
    step = 0
    for _ in range(ROUNDS):
        order = dice.permutation(len(x))
        for at in range(0, len(x), _BATCH):
            some = order[at : at + _BATCH]
            here = words[some]
            here.data = here.data * _kept(dice, here.data.shape)
            there = figures[some] * _kept(dice, (len(some), figures.shape[1]))
            slope = share[some][:, None] / len(some)
            changes = _slopes(weights, here, there, wanted[some], review[some], slope)
            step += 1
            rate = RATE * (1 - step / steps) * min(1.0, step / 100)
            for one, change, moved in zip(weights, changes, moving, strict=True):
                moved[0] += (1 - _MOMENTUM) * (change - moved[0])
                moved[1] += (1 - _SQUARES) * (change * change - moved[1])
                steady = np.sqrt(moved[1] / (1 - _SQUARES**step)) + 1e-8
                np.subtract(one, rate * (moved[0] / (1 - _MOMENTUM**step)) / steady, out=one)
    of_words, of_figures, offsets, outputs, last = (one.astype(float) for one in weights)
    of_figures = of_figures * (FIGURES / spread)[:, None]
    return Network(offsets - mean @ of_figures, most, of_figures, of_words, outputs, last)


def _kept(dice: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return (dice.random(shape, dtype=np.float32) >= LEFT_OUT) / np.float32(1 - LEFT_OUT)


def _slopes(
    weights: Sequence[np.ndarray],
    words: Any,
    figures: np.ndarray,
    wanted: np.ndarray,
    review: np.ndarray,
    slope: np.ndarray,
) -> list[np.ndarray]:
    """How each weight is to change, by what it gets wrong."""
    of_words, of_figures, offsets, outputs, last = weights
    before = words @ of_words + figures @ of_figures + offsets
    sums = np.maximum(before, 0)
    scores = sums @ outputs + last
    top = np.exp(scores[:, :-1] - scores[:, :-1].max(axis=1, keepdims=True))
    wrong = np.empty_like(scores)
    wrong[:, :-1] = top / top.sum(axis=1, keepdims=True) - wanted
    wrong[:, -1] = (1 / (1 + np.exp(-scores[:, -1])) - review) * (review >= 0)
    wrong *= slope
    back = (wrong @ outputs.T) * (before > 0)
    return [words.T @ back, figures.T @ back, back.sum(axis=0), sums.T @ wrong, wrong.sum(axis=0)]
