"""Loads the words of all languages and their weights from the package, once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

import mailbot.core
from mailbot.core.triage import weighing
from mailbot.core.understanding import attending, leaning, namelike, votes
from mailbot.core.understanding.lexicon import Lexicon, Table
from mailbot.edges.shelf import Shelf

Tables = dict[str, dict[str, Table]]
Weights = tuple[votes.Ballot, leaning.Scales, attending.Roll, namelike.Namelike]

# The tables that are asked for only until what is made of them lies on the shelf: most of what is written.
_ONCE = frozenset({"acts", "common", "names", "numbers", "people"})


class WordsError(ValueError):
    """A word file is not valid TOML; the message names the file and the line."""


@cache
def load_lexicon() -> Lexicon:
    """The tables of ``core/understanding/words/<lang>/*.toml`` and the weights beside. Raises WordsError."""
    words = files("mailbot.core.understanding") / "words"
    shelf = words_shelf(words)
    tables = cast("Tables | None", shelf.get("tables")) if shelf else None
    if tables is None:
        tables = _parsed(words)
        if shelf:
            _put(tables, shelf)
    elif shelf:
        for lang, of in tables.items():
            later = _Language(lang, shelf, words)
            of |= {name: _Later(name, later) for name in _ONCE}
    weights = cast("Weights | None", shelf.get("weights")) if shelf else None
    if weights is None:
        weights = _opened(words)
        if shelf:
            shelf.put("weights", weights)
    ballot, scales, roll, letters = weights
    lexicon = Lexicon(tables, ballot, scales, shelf, roll, letters)
    weighing.prepare(lexicon.compiled)
    return lexicon


def _opened(words: Traversable) -> Weights:
    def text(name: str) -> str:
        return (words / name).read_text(encoding="utf-8")

    scales = leaning.opened((words / "leaning.bin").read_bytes())
    return (
        votes.opened((words / "votes.bin").read_bytes()),
        scales,
        attending.opened(text("attending.json"), scales.words),
        namelike.opened(text("naming.json")),
    )


class _Language:
    """The tables of a language that are read when one is first asked for."""

    def __init__(self, lang: str, shelf: Shelf, words: Traversable) -> None:
        self._lang = lang
        self._shelf = shelf
        self._words = words

    @cached_property
    def tables(self) -> dict[str, Table]:
        kept = cast("dict[str, Table] | None", self._shelf.get(f"written-{self._lang}"))
        return _parsed(self._words)[self._lang] if kept is None else kept


class _Later(Mapping[str, Any]):
    """One of them."""

    def __init__(self, name: str, of: _Language) -> None:
        self._name = name
        self._of = of

    @property
    def _table(self) -> Table:
        return self._of.tables.get(self._name, {})

    def __getitem__(self, key: str) -> Any:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def _put(tables: Tables, shelf: Shelf) -> None:
    for lang, of in tables.items():
        shelf.put(f"written-{lang}", {name: table for name, table in of.items() if name in _ONCE})
    always = {lang: {name: of[name] for name in of if name not in _ONCE} for lang, of in tables.items()}
    shelf.put("tables", always)


def words_shelf(words: Traversable) -> Shelf | None:
    """For what is made of words, weights and code; None where the package is no folder on disk."""
    if not isinstance(words, Path):
        return None
    code = Path(*mailbot.core.__path__)
    return Shelf(words, (*words.glob("*/*.toml"), *words.glob("*.*"), *code.rglob("*.py")))


def _parsed(words: Traversable) -> Tables:
    tables: Tables = {}
    for folder in sorted(words.iterdir(), key=lambda f: f.name):
        if not folder.is_dir():
            continue
        for file in folder.iterdir():
            if not file.name.endswith(".toml"):
                continue
            try:
                table = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as mistake:
                raise WordsError(f"words/{folder.name}/{file.name}: {mistake}") from mistake
            tables.setdefault(folder.name, {})[file.name.removesuffix(".toml")] = table
    return tables
