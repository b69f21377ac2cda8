"""How well the wording of machines is told from that of people.

    python -m tests.sentences.machines [--missed LABEL] [--people] [--lang LANG] [--most N]

A sentence of a machine is found where any tell speaks, and one of a person should not be; only a mail can
be set aside, so whole mails are counted, too. Four in five sentences are to learn from; the rest is held
out and never shown.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from mailbot.core.base import MACHINE
from mailbot.core.triage.weighing import spoken, wishes
from mailbot.edges.words import load_lexicon
from tests.corpus.measure import cases
from tests.sentences.tables import LANGUAGES, Line, lines
from tests.sentences.whole import languages, shorts

MACHINES = ("away", "bounce", "bulk")
REMARK, SUSPECT = 1, 3  # points of a sentence by itself


def of_machine(line: Line) -> bool:
    return not line.labels.isdisjoint(MACHINES)


def points(line: Line) -> int:
    return spoken(line.sentence.text).points


def share(some: Sequence[int], least: int) -> str:
    return f"{sum(one >= least for one in some) / (len(some) or 1):6.1%}"


def sentences(table: Iterable[Line], out: TextIO) -> None:
    """Share of the sentences in which a tell speaks, in which a tell weighs, and that read as a wish."""
    counted = [(line, points(line), wishes(line.sentence.text)) for line in table]
    print("sentences            learn: any    >=3   wish   | held out: any    >=3   wish", file=out)
    for label in (*MACHINES, "person"):
        for lang in ("", *LANGUAGES):
            row = f"{label:8} {lang or 'all':4}"
            for held_out in (False, True):
                some = [
                    (score, wish)
                    for line, score, wish in counted
                    if line.held_out is held_out
                    and lang in {"", line.lang}
                    and (label in line.labels or (label == "person" and not of_machine(line)))
                ]
                scores, wanted = [score for score, _ in some], [int(wish) for _, wish in some]
                row += (
                    f"  {len(some):6}  {share(scores, REMARK)} {share(scores, SUSPECT)} {share(wanted, 1)}  "
                )
            print(row, file=out)


def mails(out: TextIO) -> None:
    """Whole mails: what of the machines is set aside, and what of the people is or is doubted."""
    lexicon = load_lexicon()
    for name in ("corpus", "learn"):
        found: Counter[tuple[str, str]] = Counter()
        for case in cases(name, lexicon):
            kind = case.label.get("ignore_kind") or "person"
            doubted = any(doubt.rule in MACHINE for doubt in case.reading.doubts)
            found[kind, "aside" if case.got == "ignore" else "doubted" if doubted else "answered"] += 1
        for kind in sorted({kind for kind, _ in found}):
            counts = ", ".join(f"{what} {found[kind, what]}" for what in ("aside", "doubted", "answered"))
            print(f"{name} {kind:13} {counts}", file=out)
    for lang in languages():
        counts = Counter[str]()
        for short in shorts(lang, lexicon):
            reading = short.reading
            if short.intent == "ignore":
                continue
            counts["aside"] += reading.aside is not None
            counts["doubted"] += any(doubt.rule in MACHINE for doubt in reading.doubts)
            counts["suspected"] += reading.suspect is not None
            counts["mails"] += 1
        print(f"short mails by people, {lang}: {dict(counts)}", file=out)


def main(arguments: list[str], out: TextIO = sys.stdout) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.machines", description=__doc__)
    reader.add_argument("--missed", metavar="LABEL", help="show sentences to learn from that no tell finds")
    reader.add_argument("--people", action="store_true", help="show people's sentences that a tell weighs")
    reader.add_argument("--least", type=int, default=SUSPECT)
    reader.add_argument("--lang", default="")
    reader.add_argument("--most", type=int, default=60)
    asked = reader.parse_args(arguments)
    table = [line for line in lines() if asked.lang in {"", line.lang}]
    learned = [line for line in table if not line.held_out]
    if asked.missed:
        shown = [line for line in learned if asked.missed in line.labels and points(line) < REMARK]
    elif asked.people:
        shown = [line for line in learned if not of_machine(line) and points(line) >= asked.least]
    else:
        sentences(table, out)
        mails(out)
        return 0
    random.Random(0).shuffle(shown)
    for line in shown[: asked.most]:
        why = "; ".join(spoken(line.sentence.text).found)
        print(f"{line.lang} {'+'.join(sorted(line.labels))}\t{line.sentence.text}\t{why}", file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
