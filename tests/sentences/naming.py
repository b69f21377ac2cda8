"""Learn which words look like a person's name by their letters, and print how well it is told.

    python -m tests.sentences.naming [--dry]

Learned from the names and the organisations of the labelled mails of the corpus and of ``learn``, the first
names of the word lists, and the common words there. For the printed figures each word is told by weights
that have not seen it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from mailbot.core.understanding.namelike import Namelike, runs_of, sealed
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.tokens import fold
from mailbot.edges.words import load_lexicon
from tests.corpus.measure import MAILS
from tests.sentences.tables import WEIGHTS
from tests.sentences.whole import digest

NAMING = WEIGHTS.with_name("naming.json")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SEEN = 3  # what fewer words hold says nothing
STRENGTH = 0.1  # C of the regression: measured 0.03 to 0.3
KEPT = 4000  # the runs of letters that tell most
FOLDS = 3


def labelled() -> Iterator[tuple[str, str]]:
    """(a name, '') and ('', an organisation) of the labelled mails."""
    for part in ("corpus", "learn"):
        for path in sorted((MAILS / part).glob("*.json")):
            for one in json.loads(path.read_text(encoding="utf-8"))["attendees"]:
                yield one["name"] or "", ""
                yield "", one["organisation"] or ""


def words_of(text: str, known: NameWords) -> list[str]:
    """The words of a name or a house, without the small ones and the initials."""
    small = known["particles"].words | known["linking"].words
    return [word for one in _WORD.findall(text) if len(word := fold(one)) > 1 and word not in small]


def counted() -> tuple[list[str], list[bool]]:
    """Every word once, and whether it is rather one of a name."""
    known = name_words(load_lexicon())
    names: Counter[str] = Counter(one for one in known.given if one.isalpha())
    others: Counter[str] = Counter(
        one for one in known.common | known.ordinary if len(one) > 1 and one not in known.given
    )
    for name, house in labelled():
        names.update(words_of(name, known))
        others.update(words_of(house, known))
    words = sorted({*names, *others})
    return words, [names[word] >= others[word] for word in words]


def matrix(words: Sequence[str], runs: Sequence[str]) -> Any:
    """A row for each word: 1 for each run of letters it holds."""
    place = {run: at for at, run in enumerate(runs)}
    rows, columns = [], []
    for row, word in enumerate(words):
        here = sorted(place[run] for run in runs_of(word) if run in place)
        rows += [row] * len(here)
        columns += here
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(words), len(runs)))


def learned(words: Sequence[str], named: Iterable[bool]) -> Namelike:
    seen = Counter(run for word in words for run in runs_of(word))
    runs = sorted(run for run in seen if seen[run] >= SEEN)
    y = np.array(list(named))
    model = _fitted(words, runs, y)
    tells = np.abs(model.coef_[0]) * np.sqrt([seen[run] for run in runs])
    runs = sorted(runs[at] for at in np.argsort(-tells, kind="stable")[:KEPT])
    model = _fitted(words, runs, y)
    return Namelike(
        digest(), float(model.intercept_[0]), dict(zip(runs, map(float, model.coef_[0]), strict=True))
    )


def _fitted(words: Sequence[str], runs: Sequence[str], y: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=STRENGTH, max_iter=2000, class_weight="balanced", random_state=0)
    return model.fit(matrix(words, runs), y)


def scores(words: Sequence[str], weights: Namelike) -> np.ndarray:
    return np.asarray(
        matrix(words, list(weights.runs)) @ np.array(list(weights.runs.values())) + weights.offset
    )


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.naming", description=__doc__)
    reader.add_argument("--dry", action="store_true", help="print the figures, leave the weights alone")
    asked, out = reader.parse_args(arguments), sys.stdout
    words, named = counted()
    y, fold_of = np.array(named), np.array([zlib.crc32(word.encode()) % FOLDS for word in words])
    chances = np.zeros(len(words))
    with threadpool_limits(1):
        for at in range(FOLDS):
            weights = learned([w for w, f in zip(words, fold_of, strict=True) if f != at], y[fold_of != at])
            chances[fold_of == at] = 1 / (
                1 + np.exp(-scores([w for w, f in zip(words, fold_of, strict=True) if f == at], weights))
            )
        print(
            f"{len(words)} words, {np.mean(y):.1%} of names: told {np.mean((chances > 0.5) == y):.1%}",
            file=out,
        )
        for least in (0.1, 0.2, 0.45):
            below = chances < least
            print(
                f"below {least}: {np.mean(below[y]):.1%} of names, {np.mean(below[~y]):.1%} of others",
                file=out,
            )
        weights = learned(words, named)
    if not asked.dry:
        NAMING.write_text(sealed(weights), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
