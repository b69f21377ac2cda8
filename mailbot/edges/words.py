"""Loads the words of all languages from the package, once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

import mailbot.core
from mailbot.core.understanding import attending, leaning, namelike, votes
from mailbot.core.understanding.lexicon import Lexicon, Table
from mailbot.edges.shelf import Shelf

Tables = dict[str, dict[str, Table]]


class WordsError(ValueError):
    """A word file is not valid TOML; the message names the file and the line."""


@cache
def load_lexicon() -> Lexicon:
    """The tables of ``core/understanding/words/<lang>/*.toml`` and ``votes.bin``. Raises WordsError."""
    words = files("mailbot.core.understanding") / "words"
    shelf = _shelf(words)
    tables = cast("Tables | None", shelf.get("tables")) if shelf else None
    if tables is None:
        tables = _parsed(words)
        if shelf:
            _put(tables, shelf)
    elif shelf:
        for lang, of in tables.items():
            of["acts"] = _Phrases(lang, shelf, words)
    ballot = votes.opened((words / "votes.bin").read_bytes())
    scales = leaning.opened((words / "leaning.json").read_text(encoding="utf-8"))
    roll = attending.opened((words / "attending.json").read_text(encoding="utf-8"))
    letters = namelike.opened((words / "naming.json").read_text(encoding="utf-8"))
    return Lexicon(tables, ballot, scales, shelf, roll, letters)


class _Phrases(Mapping[str, Any]):
    """The table of a language's phrases, read when first asked for: once they are compiled nobody asks, and
    as they are written they are most of all tables."""

    def __init__(self, lang: str, shelf: Shelf, words: Traversable) -> None:
        self._lang = lang
        self._shelf = shelf
        self._words = words

    @cached_property
    def _table(self) -> Table:
        kept = cast("Table | None", self._shelf.get(f"phrases-{self._lang}"))
        return _parsed(self._words)[self._lang]["acts"] if kept is None else kept

    def __getitem__(self, key: str) -> Any:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def _put(tables: Tables, shelf: Shelf) -> None:
    for lang, of in tables.items():
        shelf.put(f"phrases-{lang}", of.get("acts", {}))
    shelf.put("tables", {lang: {k: v for k, v in of.items() if k != "acts"} for lang, of in tables.items()})


def _shelf(words: Traversable) -> Shelf | None:
    """None where the package is no folder on disk."""
    if not isinstance(words, Path):
        return None
    code = Path(*mailbot.core.__path__)
    return Shelf(words, (*words.glob("*/*.toml"), *code.rglob("*.py")))


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
