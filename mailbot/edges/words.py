"""Loads the words of all languages from the package, once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mailbot.core.understanding import leaning
from mailbot.core.understanding.lexicon import Lexicon, Table
from mailbot.core.understanding.votes import opened


class WordsError(ValueError):
    """A word file is not valid TOML; the message names the file and the line."""


@cache
def load_lexicon() -> Lexicon:
    """The tables of ``core/understanding/words/<lang>/*.toml`` and ``votes.bin``. Raises WordsError."""
    tables: dict[str, dict[str, Table]] = {}
    words = files("mailbot.core.understanding") / "words"
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
    ballot = opened((words / "votes.bin").read_bytes())
    return Lexicon(tables, ballot, leaning.opened((words / "leaning.json").read_text(encoding="utf-8")))
