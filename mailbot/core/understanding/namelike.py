"""Whether words look like a person's name by their letters alone: "Wambui Njoroge", not "Europese Studies".

For names that no list knows: those of the whole world cannot be listed, and neither can what else people
write with a capital. The weights are learned by ``make votes`` from the names and organisations of the
labelled mails and from the word lists, and stand in ``words/naming.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_RUNS = range(2, 6)  # letters that are looked at together
_LONGEST = 20  # letters of a word; what comes after them is not looked at
_LEAST = -2.0  # what the words of a name weigh together, and less none
_GIVEN = -3.5  # and those behind a known first name: "Horst Procesbegeleiding"
_ALONE = -0.8  # one word that stands alone


@dataclass(frozen=True, slots=True, eq=False)
class Namelike:
    """What each run of letters weighs, with ``^`` and ``$`` for the ends of a word. Equal only to itself."""

    digest: str  # of the mails that they were learned from
    offset: float
    runs: Mapping[str, float]


def weight_of(word: str, weights: Namelike) -> float:
    """How much the letters of a folded word speak for a name: the logarithm of the odds."""
    return weights.offset + sum([weights.runs[run] for run in runs_of(word) if run in weights.runs])


def is_namelike(words: Sequence[str], weights: Namelike, *, given: bool) -> bool:
    """Whether folded words, without small ones and initials, may be a person's name; ``given``: the first is
    known as a first name. True where there is none to tell by."""
    found = [weight_of(word, weights) for word in words[given:] if len(word) > 1]
    least = _GIVEN if given else _LEAST if len(found) > 1 else _ALONE
    return not found or sum(found) >= least


def runs_of(word: str) -> frozenset[str]:
    """The runs of letters in a word."""
    whole = f"^{word[:_LONGEST]}$"
    return frozenset([whole[at : at + long] for long in _RUNS for at in range(len(whole) - long + 1)])


def opened(content: str) -> Namelike:
    """The weights from the text of ``naming.json``."""
    read = json.loads(content)
    return Namelike(read["digest"], read["offset"], read["runs"])


def sealed(weights: Namelike) -> str:
    """The text of ``naming.json``: a line for each run of letters."""
    runs = ",\n  ".join(
        f"{json.dumps(run, ensure_ascii=False)}: {weight:.2f}" for run, weight in weights.runs.items()
    )
    return (
        f'{{"digest": "{weights.digest}",\n "offset": {weights.offset:.4g},\n "runs": {{\n  {runs}\n }}}}\n'
    )
