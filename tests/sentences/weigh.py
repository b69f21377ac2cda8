"""Learn what sentences weigh in a whole mail, and print how well the intent is told.

    python -m tests.sentences.weigh [--dry]

Learned from the short mails of ``mails`` that are not held out, from the labelled mails of the corpus and of
``learn``, and, for the words alone, from the labelled sentences. The sentences' own votes must have been
learned before (``tests.sentences.train``).
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from mailbot.core.mail.reader import parse
from mailbot.core.triage.outcome import SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.leaning import INTENTS, Scales, features, packed, sealed
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import drafted
from mailbot.core.understanding.request import Intent
from mailbot.core.understanding.settling import fresh, voting
from mailbot.core.understanding.votes import marks_of, vote
from mailbot.core.understanding.wording import worded, wording
from mailbot.edges.words import load_lexicon
from tests.core import test_reading_de, test_reading_en, test_reading_fr, test_reading_nl
from tests.core.letters import letter
from tests.core.sayings import BEFORE, WRITER
from tests.core.test_reading_de import rows
from tests.corpus.house import HOUSE
from tests.corpus.measure import ACTING
from tests.corpus.measure import MAILS as LABELLED
from tests.sentences import tables
from tests.sentences.tables import LABELS, WEIGHTS
from tests.sentences.whole import HELD_OUT, MAILS, digest, dressed, languages

SCALES = WEIGHTS.with_name("leaning.json")
STRENGTH = 10.0  # C of the regression of the intents: measured 1 to 10
DOUBTS = 2.0  # and of whether a person must look
FOLDS = 3
SEEN = 3  # what fewer mails hold says nothing
KEPT = 9_000  # the strongest words and neighbours
FIGURES = 0.05  # how much a feature counts beside all the words of a mail: measured 0.05 to 1
SENTENCE = 0.1  # how much a labelled sentence counts beside a mail: measured 0.1 and 0.3
# What a mail asks for that is no more than one sentence with this label. The others tell nothing alone.
ASKS = {
    "register": "register", "register_other": "register", "cancel": "cancel", "cannot": "cancel",
    "replace": "change", "correct": "change", "accept": "accept", "refuse": "decline", "status": "status",
    "question": "question", "told": "other", "none": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    name: str  # the same for a mail in its several dresses, which must not stand on both sides
    intent: str
    review: bool
    held_out: bool
    found: list[float]
    keys: frozenset[str]
    read_as: str  # by the phrases alone

    @property
    def fold(self) -> int:
        return zlib.crc32(self.name.encode()) // 7 % FOLDS


def examples(lexicon: Lexicon) -> Iterator[Example]:
    for lang in languages():
        for line in (MAILS / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
            label, context, told = line.split("|", 2)
            intent, review = label.rstrip("?"), label.endswith("?")
            held_out = zlib.crc32(told.encode()) % HELD_OUT == 0
            text = told.replace(" / ", "\n")
            raw = dressed(text, context, intent, lang)
            yield from _example("short", told, intent, review, raw, held_out, lexicon)
            if context == "none" and intent != "other":
                # Else a subject that does not name the day would give away that it is other business.
                raw = dressed(text, context, "other", lang)
                yield from _example("subject", told, intent, review, raw, held_out, lexicon)
    for name in ("corpus", "learn"):
        for path in sorted((LABELLED / name).glob("*.json")):
            label = json.loads(path.read_text(encoding="utf-8"))
            raw = path.with_suffix(".eml").read_bytes()
            yield from _example(name, path.stem, label["intent"], label["must_review"], raw, False, lexicon)


def sayings(lexicon: Lexicon) -> Iterator[Example]:
    """The single sentences of the reading tables, each as a mail of its own."""
    nothing = [
        (lang, before, line.strip(), "other")
        for lang, table in (("de", test_reading_de.NOTHING_TO_DO), ("fr", test_reading_fr.NOTHING_TO_DO))
        for before, block in table.items()
        for line in block.strip().splitlines()
    ]
    asked = [
        *(("de", *row) for row in rows(test_reading_de.ALL)),
        *(("fr", *row) for row in rows(test_reading_fr.ALL)),
        *(("nl", *row) for row in test_reading_nl.ROWS),
        *(("en", *row) for row in test_reading_en.ROWS),
    ]
    for lang, before, text, expected in (*asked, *nothing):
        subject, quoted, context = BEFORE[before]
        # A surname that is no word besides: "Keller" would be learned as one that speaks.
        words = f"{_GREETINGS[lang]}\n\n{text}\n\nRobin Hulshoff"
        mail = letter(words, WRITER, subject=subject.format(invitation=_INVITATIONS[lang]), quoted=quoted)
        label = expected.split()[0]
        draft = drafted(mail, HOUSE, lexicon, context)
        if label.rstrip("?") in INTENTS:
            yield _found("saying", text, label.rstrip("?"), label.endswith("?"), draft, False, lexicon)


_GREETINGS = {"nl": "Beste Partos,", "en": "Dear Partos,", "de": "Guten Tag,", "fr": "Bonjour,"}
_INVITATIONS = {
    "nl": "Uitnodiging 4th Meet Up",
    "en": "Invitation: 4th Meet Up",
    "de": "Einladung zum 4. Meet Up",
    "fr": "Invitation : 4e Meet Up",
}


def _example(
    source: str, name: str, intent: str, review: bool, raw: bytes, held_out: bool, lexicon: Lexicon
) -> Iterator[Example]:
    mail = parse(raw)
    judged = triage(mail, HOUSE)
    if isinstance(judged, SetAside) or intent not in INTENTS:
        return
    draft = drafted(mail, HOUSE, lexicon, doubts=judged.doubts)
    yield _found(source, name, intent, review, draft, held_out, lexicon)


def _found(
    source: str, name: str, intent: str, review: bool, draft: Draft, held_out: bool, lexicon: Lexicon
) -> Example:
    assert lexicon.ballot is not None
    before = fresh(draft)
    request = compose(draft)
    said = voting(before)
    votes = [vote(one.sentence, lexicon.ballot) for one in said]
    found = features(votes, before, request, LABELS)
    keys = frozenset(wording(said, before.facts.said, request, lexicon.ballot))
    return Example(source, name, intent, review, held_out, found, keys, str(request.intent))


@dataclass(frozen=True, slots=True)
class Alone:
    """A labelled sentence: its words, and what they ask for."""

    intent: str
    keys: frozenset[str]


def alone(lexicon: Lexicon) -> Iterator[Alone]:
    assert lexicon.ballot is not None
    for line in tables.lines():
        asks = {ASKS.get(label, "") for label in line.labels}
        if len(asks) == 1 and "" not in asks:
            yield Alone(asks.pop(), frozenset(worded(marks_of(line.sentence, lexicon.ballot.known))))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Offsets and weights for features and keys as they are; a row for each intent, or one."""

    offsets: np.ndarray
    weights: np.ndarray
    keys: tuple[str, ...]
    words: np.ndarray

    def scores(self, mails: Sequence[Example]) -> np.ndarray:
        x = np.array([one.found for one in mails])
        words = matrix([one.keys for one in mails], self.keys)
        return np.asarray(x @ self.weights.T + self.offsets + words @ self.words.T)


def matrix(found: Sequence[frozenset[str]], keys: Sequence[str]) -> Any:
    """A row for each mail: 1 for each key it holds, divided by the root of their number."""
    place = {key: at for at, key in enumerate(keys)}
    rows, columns, values = [], [], []
    for row, held in enumerate(found):
        here = sorted(place[key] for key in held if key in place)
        rows += [row] * len(here)
        columns += here
        values += [1 / max(1, len(here)) ** 0.5] * len(here)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(found), len(keys)))


def fitted(
    mails: Sequence[Example],
    y: np.ndarray,
    keys: Sequence[str],
    strength: float,
    sentences: Sequence[Alone] = (),
) -> Fitted:
    x = np.array([one.found for one in mails])
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread[spread < 1e-9] = 1.0
    x = np.vstack([(x - mean) / spread * FIGURES, np.zeros((len(sentences), x.shape[1]))])
    words = matrix([one.keys for one in (*mails, *sentences)], keys)
    weigh = np.array([1.0] * len(mails) + [SENTENCE] * len(sentences))
    model = LogisticRegression(C=strength, max_iter=1000, random_state=0)
    model.fit(sparse.hstack([sparse.csr_matrix(x), words]).tocsr(), y, sample_weight=weigh)
    split = x.shape[1]
    weights = model.coef_[:, :split] * FIGURES / spread
    return Fitted(model.intercept_ - weights @ mean, weights, tuple(keys), model.coef_[:, split:])


def learned(mails: Sequence[Example], sentences: Sequence[Alone]) -> tuple[Fitted, Fitted]:
    """What tells the intents, and what tells that a person must look."""
    seen = Counter(key for one in mails for key in one.keys)
    keys = sorted(key for key in seen if seen[key] >= SEEN)
    order = list(INTENTS)
    y = np.array([order.index(Intent(one.intent)) for one in (*mails, *sentences)])
    intents = fitted(mails, y, keys, STRENGTH, sentences)
    strength = np.abs(intents.words).max(axis=0) * np.sqrt([seen[key] for key in keys])
    keys = sorted(
        keys[at] for at in sorted(range(len(keys)), key=lambda at: (-strength[at], keys[at]))[:KEPT]
    )
    acting = [one for one in mails if one.intent in ACTING]
    doubts = fitted(acting, np.array([one.review for one in acting]).astype(int), keys, DOUBTS)
    return fitted(mails, y, keys, STRENGTH, sentences), doubts


def scales_of(intents: Fitted, doubts: Fitted) -> Scales:
    """The weights as ``leaning`` reads them."""
    offsets = np.append(intents.offsets, doubts.offsets)
    rows = np.vstack([intents.weights, doubts.weights])
    words = np.vstack([intents.words, doubts.words])
    step = float(np.quantile(np.abs(words), 0.9995)) / 127
    steps = np.clip(np.rint(words / step), -127, 127).astype(int)
    return Scales(
        LABELS,
        tuple(float(one) for one in offsets),
        tuple(tuple(float(weight) for weight in row) for row in rows),
        digest(),
        step,
        packed({key: [int(one) for one in steps[:, at]] for at, key in enumerate(intents.keys)}),
    )


def shares(scores: np.ndarray) -> np.ndarray:
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True))


def told(name: str, chances: np.ndarray, y: np.ndarray, rules: np.ndarray) -> str:
    best, sure = chances.argmax(axis=1), chances.max(axis=1)
    row = f"{name:<22}{len(y):5} mails: phrases {np.mean(rules == y):.1%}, whole {np.mean(best == y):.1%}"
    for least in (0.6, 0.85, 0.95):
        there = sure >= least
        right = np.mean(best[there] == y[there]) if there.any() else float("nan")
        row += f" | from {least}: {np.mean(there):.0%}, right {right:.1%}"
    both = best == rules
    return row + f" | agree {np.mean(both):.0%}, right {np.mean(best[both] == y[both]):.1%}"


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.weigh", description=__doc__)
    reader.add_argument("--dry", action="store_true", help="print the figures, leave the weights alone")
    asked, out = reader.parse_args(arguments), sys.stdout
    lexicon = load_lexicon()
    found, sentences = [*examples(lexicon), *sayings(lexicon)], list(alone(lexicon))
    order = list(INTENTS)
    rules = np.array([order.index(Intent(one.read_as)) if one.read_as in order else -1 for one in found])
    y = np.array([order.index(Intent(one.intent)) for one in found])
    held = np.array([one.held_out for one in found])
    fold = np.array([one.fold for one in found])
    chances, doubt = np.zeros((len(found), len(order))), np.zeros(len(found))
    with threadpool_limits(1):
        # Each mail by weights that have not seen it; the held-out ones by those that are kept.
        for one in (*range(FOLDS), -1):
            there = held if one < 0 else ~held & (fold == one)
            model = learned(
                [each for each, out in zip(found, held | there, strict=True) if not out], sentences
            )
            there_mails = [each for each, is_there in zip(found, there, strict=True) if is_there]
            chances[there] = shares(model[0].scores(there_mails))
            doubt[there] = 1 / (1 + np.exp(-model[1].scores(there_mails)[:, 0]))
    for source in ("short", "subject", "saying", "corpus", "learn"):
        of = np.array([one.source == source for one in found])
        for name, part in ((f"{source}, folds", of & ~held), (f"{source}, held out", of & held)):
            if part.any():
                print(told(name, chances[part], y[part], rules[part]), file=out)
    acting = ~held & np.isin(y, [order.index(Intent(one)) for one in ACTING])
    review = np.array([one.review for one in found])
    for least in (0.3, 0.45, 0.6):
        caught, wrongly = (np.mean(doubt[acting & (review == one)] >= least) for one in (True, False))
        print(
            f"a person must look, from {least}: {caught:.0%} of those, and {wrongly:.1%} of others", file=out
        )
    if not asked.dry:
        SCALES.write_text(sealed(scales_of(*model)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
