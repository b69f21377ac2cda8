"""Learn who of those named in a mail comes, or gives their seat up, and whether several come; and print how
well it is told.

    python -m tests.sentences.attend [--dry]

Learned from the registrations and cancellations among the labelled mails of the corpus and of ``learn`` on
which a secretary acts; and, for who comes and how many, so that no wording of the phrases is unlearned, a
little from the short mails of which the phrases tell it without a doubt. For the printed figures each
labelled one is judged by weights that have not seen it.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from mailbot.core.base import Attendee
from mailbot.core.mail.reader import parse
from mailbot.core.triage.outcome import SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.understanding.attending import Roll, Weights, party_signs, persons, sealed, signs_of
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.reader import drafted
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.rereading import fresh
from mailbot.core.understanding.settling import voting
from mailbot.core.understanding.votes import vote
from mailbot.core.understanding.wording import wording
from mailbot.edges.words import load_lexicon
from tests.corpus.house import HOUSE
from tests.corpus.measure import MAILS
from tests.sentences.tables import WEIGHTS
from tests.sentences.whole import HELD_OUT, digest, dressed, languages
from tests.sentences.whole import MAILS as SHORT

ROLL = WEIGHTS.with_name("attending.json")
SEEN = 3  # what fewer people have says nothing
SEEN_OF_PARTY = 12  # parties, likewise: with 3 it is told no better, by four times as many weights
STRENGTH = 30.0  # C of the regression: measured 3 to 100
LIKELY = 0.2  # how much a person counts of whom only the phrases say whether they come
FOLDS = 3


PARTY = "party"


@dataclass(frozen=True, slots=True)
class Named:
    mail: str
    intent: str  # register, or cancel: then who "comes" is who leaves; or PARTY: whether several do
    writes: bool
    comes: bool
    signs: frozenset[str]
    weight: float = 1.0

    @property
    def fold(self) -> int:
        return zlib.crc32(self.mail.encode()) // 7 % FOLDS


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _labelled(path: Path) -> list[Named]:
    label = json.loads(path.read_text(encoding="utf-8"))
    if label["intent"] not in {"register", "cancel"} or label["must_review"]:
        return []
    coming = [Attendee(a["name"], a["email"], None) for a in label["attendees"] if a["name"]]
    draft = _draft(path.with_suffix(".eml").read_bytes())
    return [] if draft is None else list(_named(path.stem, label["intent"], draft, coming, label["seats"]))


def _short(written: tuple[str, str]) -> list[Named]:
    lang, line = written
    label, context, told = line.split("|", 2)
    if label != "register" or zlib.crc32(told.encode()) % HELD_OUT == 0:
        return []
    draft = _draft(dressed(told.replace(" / ", "\n"), context, label, lang))
    request = None if draft is None else compose(draft)
    if draft is None or request is None or request.intent != label or request.review:
        return []
    found = _named(told, label, fresh(draft), request.attendees, request.seats)
    return [replace(one, weight=LIKELY) for one in found]


def _draft(raw: bytes) -> Draft | None:
    mail = parse(raw)
    judged = triage(mail, HOUSE)
    if isinstance(judged, SetAside):
        return None
    return fresh(drafted(mail, HOUSE, _lexicon(), doubts=judged.doubts))


def _named(
    mail: str, intent: str, draft: Draft, coming: Sequence[Attendee], seats: int | None
) -> Iterator[Named]:
    ballot = _lexicon().ballot
    assert ballot is not None
    said = voting(draft)
    people = persons(draft.people)
    found = signs_of(people, draft, said, [vote(one.sentence, ballot) for one in said], ballot)
    for one, signs in zip(people, found, strict=True):
        comes = any(same(one.attendee, who, draft.people.words) for who in coming)
        yield Named(mail, intent, one.writes, comes, signs)
    if intent == "register" and seats:
        words = wording(said, draft.facts.said, Request(draft.lang, Intent.REGISTER), ballot)
        yield Named(mail, PARTY, False, seats > 1, party_signs(people, draft, words))


def everybody() -> list[Named]:
    """All who are named in a registration, with whether they come; in a cancellation, whether they leave."""
    paths = [path for name in ("corpus", "learn") for path in sorted((MAILS / name).glob("*.json"))]
    lines = [
        (lang, line)
        for lang in languages()
        for line in (SHORT / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    ]
    with multiprocessing.Pool() as pool:
        found = chain(pool.imap(_labelled, paths, chunksize=50), pool.imap(_short, lines, chunksize=200))
        return [one for of in found for one in of]


def matrix(people: Sequence[Named], signs: Sequence[str]) -> Any:
    """A row for each person: 1 for each sign, divided by the root of their number."""
    place = {sign: at for at, sign in enumerate(signs)}
    rows, columns, values = [], [], []
    for row, one in enumerate(people):
        here = sorted(place[sign] for sign in one.signs if sign in place)
        rows += [row] * len(here)
        columns += here
        values += [1 / max(1, len(here)) ** 0.5] * len(here)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(people), len(signs)))


def learned(people: Sequence[Named]) -> Weights:
    seen = Counter(sign for one in people for sign in one.signs)
    least = SEEN_OF_PARTY if people[0].intent == PARTY else SEEN
    signs = sorted(sign for sign in seen if seen[sign] >= least)
    model = LogisticRegression(C=STRENGTH, max_iter=1000, random_state=0)
    comes, weigh = [one.comes for one in people], [one.weight for one in people]
    model.fit(matrix(people, signs), comes, sample_weight=weigh)
    return Weights(float(model.intercept_[0]), dict(zip(signs, map(float, model.coef_[0]), strict=True)))


def scores(people: Sequence[Named], weights: Weights) -> np.ndarray:
    signs = list(weights.signs)
    return np.asarray(matrix(people, signs) @ np.array(list(weights.signs.values())) + weights.offset)


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.attend", description=__doc__)
    reader.add_argument("--dry", action="store_true", help="print the figures, leave the weights alone")
    asked, out = reader.parse_args(arguments), sys.stdout
    people, kept = everybody(), []
    with threadpool_limits(1):
        for intent, writes, title in (
            ("register", True, "who writes"),
            ("register", False, "others"),
            ("cancel", True, "who writes, leaving"),
            ("cancel", False, "others, leaving"),
            (PARTY, False, "several"),
        ):
            of = [one for one in people if one.intent == intent and one.writes is writes]
            short, of = [one for one in of if one.weight < 1], [one for one in of if one.weight == 1]
            chances = np.zeros(len(of))
            fold = np.array([one.fold for one in of])
            for at in range(FOLDS):
                weights = learned([*short, *(one for one in of if one.fold != at)])
                held = [one for one in of if one.fold == at]
                chances[fold == at] = 1 / (1 + np.exp(-scores(held, weights)))
            comes = np.array([one.comes for one in of])
            row = f"{title}: {len(of)}, {np.mean(comes):.1%} do, told {np.mean((chances > 0.5) == comes):.1%}"
            for least in (0.8, 0.9):
                sure = np.maximum(chances, 1 - chances) >= least
                right = np.mean((chances > 0.5)[sure] == comes[sure])
                row += f" | from {least}: {np.mean(sure):.0%}, right {right:.1%}"
            print(row, file=out)
            kept.append(learned([*short, *of]))
    if not asked.dry:
        ROLL.write_text(sealed(Roll(digest(), *kept)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
