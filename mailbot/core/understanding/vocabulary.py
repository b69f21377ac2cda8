"""The words that the votes know, each with its mark: its kin, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_KEPT = 4096  # marks that are kept: the words of most mails


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a sentence as the weights see it: the word, its kin (else the word), and how a person
    reads it. ``small``: elsewhere than at the begin of a sentence the word has no capital. ``weight``: of the
    word, for all labels side by side."""

    word: str
    kin: str
    shown: str
    small: bool = False
    weight: int = 0


class Vocabulary(Mapping[str, Mark]):
    """The known words, each with its mark, which is made when it is first asked for: of thirty thousand a
    mail has a hundred, and kept as marks all would take three times the memory."""

    def __init__(self, rows: Mapping[str, int], kin: Sequence[str], small: bytes, weights: bytes) -> None:
        """``rows``: where a word stands in the others; ``weights``: of all labels side by side, a word behind
        the other."""
        self._rows, self._words = rows, list(rows)
        self._kin, self._small, self._weights = kin, small, weights
        self._wide = len(weights) // (len(rows) or 1)
        # By their rows: what strangers write is not kept.
        self._mark = lru_cache(maxsize=_KEPT)(self._made)

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[object, ...]]:
        return Vocabulary, (self._rows, self._kin, self._small, self._weights)

    def _made(self, row: int) -> Mark:
        word = self._words[row]
        weight = int.from_bytes(self._weights[row * self._wide : (row + 1) * self._wide], "little")
        return Mark(word, self._kin[row] or word, word, bool(self._small[row]), weight)

    def __getitem__(self, word: str) -> Mark:
        return self._mark(self._rows[word])

    def get(self, word: str, default: Any = None) -> Any:
        """As a mapping's, without an exception for each word that is unknown."""
        row = self._rows.get(word)
        return default if row is None else self._mark(row)

    def __contains__(self, word: object) -> bool:
        return word in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
