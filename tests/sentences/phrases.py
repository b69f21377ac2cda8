"""How much of the labelled sentences the phrases of a language find, and where they find what isn't there.

    python -m tests.sentences.phrases LANG [--missed LABEL] [--false LABEL] [--most N]

Figures stand beside each other for the sentences to learn from and for the fifth that is held out;
only sentences of the first kind are ever shown.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Mapping

from mailbot.core.understanding.acts import Said, said
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.edges.words import load_lexicon
from tests.sentences.tables import LANGUAGES, Line, lines

# By which acts a sentence shows that a label holds of it.
_SHOWS: Mapping[str, frozenset[str]] = {
    "register": frozenset({"register", "comes", "headline", "yes", "accept"}),
    "register_other": frozenset({"register", "comes"}),
    "cannot": frozenset({"cannot", "out", "cancel", "release", "refuse", "no"}),
    "cancel": frozenset({"cancel", "release", "out"}),
    "replace": frozenset({"replace", "comes", "register"}),
    "correct": frozenset({"correct"}),
    "accept": frozenset({"accept", "yes", "register", "keep"}),
    "refuse": frozenset({"refuse", "no", "cannot", "release", "cancel"}),
    "status": frozenset({"status"}),
    "question": frozenset({"ask"}),
    "unsure": frozenset({"condition", "later", "hold"}),
}
# Finding one of these where none of the labels allows it would make mailbot do something wrong.
_ACTING = frozenset({
    "register", "comes", "cancel", "cannot", "out", "release", "accept", "refuse", "replace", "correct",
    "move", "uncancel", "status",
})  # fmt: skip
_ALLOWED: Mapping[str, frozenset[str]] = {
    "cannot": frozenset({"comes", "replace"}),
    "replace": frozenset({"cannot", "out", "cancel", "release", "register", "correct"}),
    "cancel": frozenset({"cannot", "refuse"}),
    "refuse": frozenset({"release", "cancel", "cannot"}),
    "accept": frozenset({"register", "comes"}),
    "register": frozenset({"accept", "comes"}),
    "register_other": frozenset({"register", "comes"}),
    "correct": frozenset({"replace"}),
    "unsure": frozenset({"register", "comes", "cannot", "cancel", "accept", "out", "release"}),
}


def kinds_of(found: Said) -> frozenset[str]:
    """What the phrases say that the sentence does; an asking sentence asks, and a hanging act hangs."""
    kinds = {act.kind for act in found.acts}
    if found.sentence.asks:
        kinds.add("ask")
    if any(act.condition for act in found.acts):
        kinds.add("condition")
    return frozenset(kinds)


def shown(label: str, kinds: frozenset[str]) -> bool:
    return bool(_SHOWS.get(label, frozenset()) & kinds)


def wrongly(line: Line, kinds: frozenset[str]) -> frozenset[str]:
    """The acting kinds that no label of the sentence allows."""
    allowed: set[str] = set()
    for label in line.labels:
        allowed |= _SHOWS.get(label, frozenset()) | _ALLOWED.get(label, frozenset())
    return (kinds & _ACTING) - allowed


def read(table: Iterable[Line], lexicon: Lexicon) -> list[tuple[Line, frozenset[str]]]:
    return [(line, kinds_of(said(line.sentence, (line.lang,), lexicon))) for line in table]


def _share(found: list[bool]) -> str:
    return f"{sum(found) / len(found):6.1%} of {len(found):4}" if found else "      -     "


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.phrases", description=__doc__)
    reader.add_argument("lang", choices=LANGUAGES)
    reader.add_argument(
        "--missed", metavar="LABEL", help="sentences with this label in which nothing shows it"
    )
    reader.add_argument(
        "--false", metavar="LABEL", help="sentences with this label in which too much is found"
    )
    reader.add_argument("--most", type=int, default=60)
    asked = reader.parse_args(arguments)
    cases = read([line for line in lines() if line.lang == asked.lang], load_lexicon())
    learned = [case for case in cases if not case[0].held_out]
    apart = [case for case in cases if case[0].held_out]
    out = sys.stdout
    if asked.missed or asked.false:
        label = asked.missed or asked.false
        of = [case for case in learned if label in case[0].labels]
        wrong = [
            case for case in of if (not shown(label, case[1]) if asked.missed else wrongly(case[0], case[1]))
        ]
        random.Random(0).shuffle(wrong)
        for line, kinds in wrong[: asked.most]:
            print(
                f"{'+'.join(sorted(line.labels)):<12} {','.join(sorted(kinds)):<24} {line.sentence.text}",
                file=out,
            )
        print(f"{len(wrong)} of {len(of)}", file=out)
        return 0
    print(f"{'':<16}{'found, of those to learn from':<32}{'held out':<20}", file=out)
    for label in _SHOWS:
        one, other = (
            [shown(label, kinds) for line, kinds in of if label in line.labels] for of in (learned, apart)
        )
        print(f"{label:<16}{_share(one):<32}{_share(other):<20}", file=out)
    print(f"\n{'':<16}{'too much found':<32}{'held out':<20}", file=out)
    for label in (*_SHOWS, "told", "none", "away", "bounce", "bulk"):
        one, other = (
            [bool(wrongly(line, kinds)) for line, kinds in of if label in line.labels]
            for of in (learned, apart)
        )
        print(f"{label:<16}{_share(one):<32}{_share(other):<20}", file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
