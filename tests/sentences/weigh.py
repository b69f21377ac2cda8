"""Learn what sentences weigh in a whole mail, and print how well the intent is told.

    python -m tests.sentences.weigh [--dry]

Learned from the short mails of ``mails`` that are not held out and from the labelled mails of the corpus and
of ``learn``. The sentences' own votes must have been learned before (``tests.sentences.train``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from mailbot.core.mail.reader import parse
from mailbot.core.triage.outcome import SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.leaning import INTENTS, Scales, features, sealed
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import drafted
from mailbot.core.understanding.request import Intent
from mailbot.core.understanding.settling import voting
from mailbot.core.understanding.votes import vote
from mailbot.edges.words import load_lexicon
from tests.core import test_reading_de, test_reading_en, test_reading_fr, test_reading_nl
from tests.core.letters import letter
from tests.core.sayings import BEFORE, WRITER
from tests.core.test_reading_de import rows
from tests.corpus.house import HOUSE
from tests.corpus.measure import ACTING
from tests.corpus.measure import MAILS as LABELLED
from tests.sentences.tables import LABELS, WEIGHTS
from tests.sentences.whole import HELD_OUT, MAILS, dressed, languages

SCALES = WEIGHTS.with_name("leaning.json")
STRENGTH = 0.03  # C of the regression: measured 0.005 to 0.3
FOLDS = 6


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    intent: str
    review: bool
    held_out: bool
    found: list[float]
    read_as: str  # by the phrases alone


def digest() -> str:
    """Of the mails that the weights are learned from."""
    seen = hashlib.sha256()
    for lang in languages():
        seen.update((MAILS / f"{lang}.txt").read_bytes())
    for name in ("corpus", "learn"):
        for path in sorted((LABELLED / name).glob("*.json")):
            seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def examples(lexicon: Lexicon) -> Iterator[Example]:
    for lang in languages():
        for line in (MAILS / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
            label, context, told = line.split("|", 2)
            raw = dressed(told.replace(" / ", "\n"), context, label.rstrip("?"), lang)
            held_out = zlib.crc32(told.encode()) % HELD_OUT == 0
            yield from _example("short", label.rstrip("?"), label.endswith("?"), raw, held_out, lexicon)
    for name in ("corpus", "learn"):
        for path in sorted((LABELLED / name).glob("*.json")):
            label = json.loads(path.read_text(encoding="utf-8"))
            raw = path.with_suffix(".eml").read_bytes()
            yield from _example(name, label["intent"], label["must_review"], raw, False, lexicon)


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
        words = f"{_GREETINGS[lang]}\n\n{text}\n\nRobin Keller"
        mail = letter(words, WRITER, subject=subject.format(invitation=_INVITATIONS[lang]), quoted=quoted)
        label = expected.split()[0]
        draft = drafted(mail, HOUSE, lexicon, context)
        if label.rstrip("?") in INTENTS:
            yield _found("saying", label.rstrip("?"), label.endswith("?"), draft, False, lexicon)


_GREETINGS = {"nl": "Beste Partos,", "en": "Dear Partos,", "de": "Guten Tag,", "fr": "Bonjour,"}
_INVITATIONS = {
    "nl": "Uitnodiging 4th Meet Up",
    "en": "Invitation: 4th Meet Up",
    "de": "Einladung zum 4. Meet Up",
    "fr": "Invitation : 4e Meet Up",
}


def _example(
    source: str, intent: str, review: bool, raw: bytes, held_out: bool, lexicon: Lexicon
) -> Iterator[Example]:
    mail = parse(raw)
    judged = triage(mail, HOUSE)
    if isinstance(judged, SetAside) or intent not in INTENTS:
        return
    draft = drafted(mail, HOUSE, lexicon, doubts=judged.doubts)
    yield _found(source, intent, review, draft, held_out, lexicon)


def _found(source: str, intent: str, review: bool, draft: Draft, held_out: bool, lexicon: Lexicon) -> Example:
    to = draft.facts.answering.to
    assert lexicon.ballot is not None
    votes = [vote(one.sentence, lexicon.ballot) for one in voting(draft)]
    request = compose(draft)
    found = features(votes, to, request, LABELS)
    return Example(source, intent, review, held_out, found, str(request.intent))


def fitted(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Offsets and weights for features as they are."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread[spread < 1e-9] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=5000, random_state=0).fit((x - mean) / spread, y)
    weights = model.coef_ / spread
    return model.intercept_ - weights @ mean, weights


def doubted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The chance that a person must look, for each mail by a model that has not seen it."""
    chances = np.zeros(len(y))
    for one in range(FOLDS):
        there = np.arange(len(y)) % FOLDS == one
        offset, weights = fitted(x[~there], y[~there])
        chances[there] = 1 / (1 + np.exp(-(x[there] @ weights.T + offset)))[:, 0]
    return chances


def shares(x: np.ndarray, offsets: np.ndarray, weights: np.ndarray) -> np.ndarray:
    scores = x @ weights.T + offsets
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
    found = [*examples(lexicon), *sayings(lexicon)]
    order = list(INTENTS)
    x = np.array([one.found for one in found])
    y = np.array([order.index(one.intent) for one in found])
    rules = np.array([order.index(one.read_as) if one.read_as in order else -1 for one in found])
    held = np.array([one.held_out for one in found])
    fold = np.array([zlib.crc32(json.dumps(one.found).encode()) % FOLDS for one in found])
    with threadpool_limits(1):
        chances = np.zeros((len(found), len(order)))
        for one in range(FOLDS):
            there = (fold == one) & ~held
            chances[there] = shares(x[there], *fitted(x[~held & ~there], y[~held & ~there]))
        offsets, weights = fitted(x[~held], y[~held])
        chances[held] = shares(x[held], offsets, weights)
    for source in ("short", "saying", "corpus", "learn"):
        of = np.array([one.source == source for one in found])
        for name, part in ((f"{source}, folds", of & ~held), (f"{source}, held out", of & held)):
            if part.any():
                print(told(name, chances[part], y[part], rules[part]), file=out)
    acting = ~held & np.isin(y, [order.index(Intent(one)) for one in ACTING])
    review = np.array([one.review for one in found]).astype(int)
    chances = doubted(x[acting], review[acting])
    for least in (0.3, 0.45, 0.6):
        caught, wrongly = (np.mean(chances[review[acting] == one] >= least) for one in (1, 0))
        print(
            f"a person must look, from {least}: {caught:.0%} of those, and {wrongly:.1%} of others", file=out
        )
    offset, row = fitted(x[acting], review[acting])
    offsets, weights = np.append(offsets, offset), np.vstack([weights, row])
    if not asked.dry:
        rows = tuple(tuple(float(weight) for weight in row) for row in weights)
        scales = Scales(LABELS, tuple(float(one) for one in offsets), rows, digest())
        SCALES.write_text(sealed(scales), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
