"""Learn the weights of ``mailbot.core.understanding.votes`` and print how well they do.

    python -m tests.sentences.train [--dry]

The same tables give the same bytes. The held-out fifth is looked at only for the printed figures.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.votes import (
    PAIR_ZERO,
    WORD_ZERO,
    Mark,
    addresses,
    features_of,
    grams_of,
    marks_of,
    opened,
)
from tests.sentences.measure import report
from tests.sentences.tables import LABELS, WEIGHTS, Line, digest, frames, kin, lines, names

SEEN = 2  # what fewer learned sentences hold says nothing
PAIRS = 16_000  # the strongest are kept
GRAMS = 6_000
STRENGTH = 10.0  # C of the regression: measured 3 to 60
FOLDS = 5
# Words that have a capital in every language's sentences without being names.
CAPITALS = frozenset(
    ["i", "i'm", "i'd", "i'll", "i've", "mr", "mrs", "ms", "madam", "sir", "english", "dutch", "rsvp", "vat"]
)
Key = tuple[str, ...]


def known_words(learned: list[Line]) -> dict[str, Mark]:
    """The words worth a weight; names are none."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    abroad: set[str] = set()  # has a capital elsewhere than in German
    for line in learned:
        text = line.sentence.text
        spans = addresses(text)
        for at, token in enumerate(line.sentence.words):
            if any(begin <= token.start < end for begin, end in spans):
                continue
            anywhere[token.word] += 1
            if text[token.start].islower():
                small[token.word] += 1
            elif at and text[: token.start].rstrip()[-1:] not in '.!?:"“„«' and not text.isupper():
                capital[token.word] += 1
                if line.lang != "de":
                    abroad.add(token.word)
    kinds = _kinds(anywhere)
    listed = names()

    def a_name(word: str) -> bool:
        if not word[0].isalpha() or word in CAPITALS or word in kinds:
            return False
        if word in listed or not (small[word] or capital[word]):
            return True  # or only seen where every word has a capital
        return capital[word] > 2 * small[word] and word in abroad

    found = [w for w in anywhere if anywhere[w] >= SEEN and not w[0].isdigit() and not a_name(w)]
    return {
        word: Mark(word, kinds.get(word, word), word, capital[word] * 4 <= small[word] > 0)
        for word in sorted({*found, *kinds})
    }


def _kinds(anywhere: Mapping[str, int]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, name in kin().items():
        begun = [w for w in sorted(anywhere) if w.startswith(word[:-1])] if word.endswith("*") else [word]
        for one in begun:
            found.setdefault(one, name)
    return found


def counted(one: Sentence, known: Mapping[str, Mark]) -> tuple[Counter[Key], set[Key]]:
    """The features of a sentence; and those of them that count for its length."""
    found: Counter[Key] = Counter()
    looked_up: set[Key] = set()
    for kind, first, second, _ in features_of(marks_of(one, known), frames()):
        key = (kind, first, second) if second else (kind, first)
        found[key] += 1
        if kind == "gram":
            continue
        looked_up.add(key)
        if kind == "word":
            # One look-up at work: what follows is added to the word's own weight in the end.
            for part in parts(first, known):
                found[part] += 1
    return found, looked_up


def parts(word: str, known: Mapping[str, Mark]) -> Iterator[Key]:
    """What a known word says besides itself: its kin and its letters."""
    entry = known.get(word)
    if entry is None:
        return
    if entry.kin != word:
        yield ("kin", entry.kin)
    if word[0].isalpha():
        for gram in grams_of(word):
            yield ("gram", gram)


@dataclass(frozen=True, slots=True)
class Learned:
    keys: list[Key]
    weights: np.ndarray  # label x key
    slopes: np.ndarray
    offsets: np.ndarray


def matrix(found: list[tuple[Counter[Key], set[Key]]], keys: list[Key]) -> Any:
    """A row for each sentence: how often each key, divided by the root of the number of look-ups."""
    place = {key: at for at, key in enumerate(keys)}
    rows, columns, values = [], [], []
    for row, (features, looked_up) in enumerate(found):
        here = [(place[key], count) for key, count in features.items() if key in place]
        by = max(1, sum(features[key] for key in looked_up if key in place)) ** 0.5
        for column, count in here:
            rows.append(row)
            columns.append(column)
            values.append(count / by)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(found), len(keys)))


def regressed(x: Any, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights and offsets, one-vs-rest; rare labels count as much as the rest."""
    weights, offsets = [], []
    for label in range(y.shape[1]):
        model = LogisticRegression(
            C=STRENGTH, solver="liblinear", class_weight="balanced", random_state=0, max_iter=300
        )
        model.fit(x, y[:, label])
        weights.append(model.coef_[0])
        offsets.append(model.intercept_[0])
    return np.array(weights), np.array(offsets)


def learn(learned: list[Line], known: Mapping[str, Mark]) -> Learned:
    """Weights from the learned lines; their chances calibrated on folds that had not seen the line."""
    found = [counted(line.sentence, known) for line in learned]
    y = np.array([[label in line.labels for label in LABELS] for line in learned], dtype=int)
    seen = Counter(key for features, _ in found for key in features)
    keys = sorted(key for key in seen if seen[key] >= SEEN or (key[0] == "word" and key[1] in known))
    weights, _ = regressed(matrix(found, keys), y)
    strength = np.abs(weights).max(axis=0) * np.sqrt([seen[key] for key in keys])
    order = sorted(range(len(keys)), key=lambda at: (-strength[at], keys[at]))
    pairs = [at for at in order if keys[at][0] in {"near", "apart"}][:PAIRS]
    grams = [at for at in order if keys[at][0] == "gram"][:GRAMS]
    rest = [at for at in order if keys[at][0] in {"word", "kin"}]
    keys = sorted(keys[at] for at in (*pairs, *grams, *rest))
    x = matrix(found, keys)
    fold = np.array([zlib.crc32(line.sentence.text.encode()) // 7 % FOLDS for line in learned])
    scores = np.zeros(y.shape)
    for one in range(FOLDS):
        w, b = regressed(x[fold != one], y[fold != one])
        scores[fold == one] = x[fold == one] @ w.T + b
    slopes, shifts = [], []
    for label in range(len(LABELS)):
        model = LogisticRegression(C=1e6, solver="lbfgs").fit(scores[:, [label]], y[:, label])
        slopes.append(model.coef_[0, 0])
        shifts.append(model.intercept_[0])
    weights, offsets = regressed(x, y)
    return Learned(keys, weights, np.array(slopes), np.array(slopes) * offsets + np.array(shifts))


def sealed(result: Learned, known: Mapping[str, Mark]) -> bytes:
    """The weights as ``votes.opened`` reads them."""
    weight = {key: result.weights[:, at] for at, key in enumerate(result.keys)}
    nothing = np.zeros(len(LABELS))
    words = sorted({*known, *(key[1] for key in result.keys if key[0] == "word")})
    wide = [
        weight.get(("word", word), nothing)
        + sum((weight.get(p, nothing) for p in parts(word, known)), nothing)
        for word in words
    ]
    tables = [[key for key in result.keys if key[0] == kind] for kind in ("near", "apart", "gram")]
    narrow = [weight[key] for table in tables for key in table]
    # One step for all weights: that of the narrow ones, which must fit one byte.
    step = max(float(np.quantile(np.abs(narrow), 0.9995)) / 127, float(np.abs(wide).max()) / 32767)
    text = [f"{word}\t{_kin(word, known)}\t{_small(word, known)}" for word in words]
    text += ["\t".join(key[1:]) for table in tables for key in table]
    planes = _planes(wide, step, WORD_ZERO, 2) + _planes(narrow, step, PAIR_ZERO, 1)
    head = {
        "labels": LABELS,
        "rows": [len(words), len(tables[0]), len(tables[1])],
        "slopes": [float(f"{slope * step:.6g}") for slope in result.slopes],
        "offsets": [float(f"{offset:.6g}") for offset in result.offsets],
        "digest": digest(),
        "frames": frames(),
    }
    return json.dumps(head).encode() + b"\n" + zlib.compress("\n".join(text).encode() + b"\0" + planes, 9)


def _kin(word: str, known: Mapping[str, Mark]) -> str:
    return known[word].kin if word in known and known[word].kin != word else ""


def _small(word: str, known: Mapping[str, Mark]) -> str:
    return "s" if word in known and known[word].small else ""


def _planes(rows: list[np.ndarray], step: float, zero: int, width: int) -> bytes:
    steps = np.clip(np.rint(np.array(rows) / step), 1 - zero, zero - 1).astype(int) + zero
    return b"".join(
        (steps[:, label] >> (8 * byte) & 255).astype(np.uint8).tobytes()
        for label in range(len(LABELS))
        for byte in range(width)
    )


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.train", description=__doc__)
    reader.add_argument("--dry", action="store_true", help="print the figures, leave the weights alone")
    asked = reader.parse_args(arguments)
    table = lines()
    learned = [line for line in table if not line.held_out]
    known = known_words(learned)
    with threadpool_limits(1):  # sums in another order would end in other bytes
        content = sealed(learn(learned, known), known)
    report(table, opened(content), len(content), sys.stdout)
    if not asked.dry:
        WEIGHTS.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
