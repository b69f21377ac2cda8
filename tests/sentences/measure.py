"""How well the votes do on the sentences they were not learned from."""

from __future__ import annotations

import time
import timeit
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from mailbot.core.understanding.votes import Ballot, Votes, vote
from tests.sentences.tables import LANGUAGES, Line

PRECISE = 0.98
FEWEST = 5  # votes: no precision is told of fewer


@dataclass(frozen=True, slots=True)
class Judged:
    """Precision and recall of one label from one threshold on."""

    threshold: float
    precision: float
    recall: float


def judged(cases: Sequence[tuple[Line, Votes]], label: str, threshold: float) -> Judged:
    """What comes of believing ``label`` wherever its chance reaches the threshold."""
    said = [label in line.labels for line, votes in cases if votes[label] >= threshold]
    all_of_it = sum(label in line.labels for line, _ in cases)
    return Judged(threshold, sum(said) / (len(said) or 1), sum(said) / (all_of_it or 1))


def precise(cases: Sequence[tuple[Line, Votes]], label: str) -> Judged | None:
    """The lowest threshold from which on the label is right in 98 of 100 cases; None where there is none."""
    ranked = sorted(((votes[label], label in line.labels) for line, votes in cases), reverse=True)
    best, right = None, 0
    for count, (chance, holds) in enumerate(ranked, 1):
        right += holds
        if count >= FEWEST and right / count >= PRECISE:
            best = chance
    return None if best is None else judged(cases, label, best)


def accuracy(cases: Sequence[tuple[Line, Votes]]) -> float:
    """How often the label with the best chance holds."""
    return sum(votes.best in line.labels for line, votes in cases) / len(cases)


def reliability(cases: Sequence[tuple[Line, Votes]]) -> list[tuple[float, float, int]]:
    """(mean chance, share that held, how many) for each tenth of the chances, over all labels."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for line, votes in cases:
        for label, chance in votes.chances.items():
            bins[min(9, int(chance * 10))].append((chance, label in line.labels))
    return [(sum(c for c, _ in b) / len(b), sum(h for _, h in b) / len(b), len(b)) for b in bins if b]


def held_out(table: Sequence[Line], ballot: Ballot) -> list[tuple[Line, Votes]]:
    """The lines that were not learned from, with their votes."""
    return [(line, vote(line.sentence, ballot)) for line in table if line.held_out]


def report(table: Sequence[Line], ballot: Ballot, size: int, out: TextIO) -> None:
    """Print all figures."""
    cases = held_out(table, ballot)
    print(f"{len(table)} sentences, {len(cases)} held out; {size:,} bytes", file=out)
    for lang in LANGUAGES:
        print(f"  {lang} {accuracy([case for case in cases if case[0].lang == lang]):.1%}", end="", file=out)
    print(f"  all {accuracy(cases):.1%} have their best label right", file=out)
    print("\nlabel            precision/recall at 0.5, then threshold:recall at 98 % precision", file=out)
    for label in ballot.labels:
        cells = []
        for lang in ("", *LANGUAGES):
            some = [case for case in cases if lang in {"", case[0].lang}]
            half, strict = judged(some, label, 0.5), precise(some, label)
            at = f"{strict.threshold:.2f}:{strict.recall:3.0%}" if strict else "  –     "
            cells.append(f"{lang or 'all'} {half.precision:3.0%}/{half.recall:3.0%} {at}")
        print(f"{label:15s} " + " | ".join(cells), file=out)
    print("\nsaid   held   of", file=out)
    for said, held, count in reliability(cases):
        print(f"{said:5.1%} {held:6.1%} {count:6d}", file=out)
    ten = [line.sentence for line in table if len(line.sentence.words) == 10][:200]
    took = timeit.repeat(
        lambda: [vote(one, ballot) for one in ten], timer=time.process_time, number=1, repeat=40
    )
    print(f"\n{min(took) / len(ten) * 1e6:.0f} µs for a sentence of ten words", file=out)
