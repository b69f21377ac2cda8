"""The labelled sentences, and which of them are held out for measuring."""

from __future__ import annotations

import hashlib
import tomllib
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mailbot.core.understanding import votes
from mailbot.core.understanding.sentences import LONGEST, Role, Sentence
from mailbot.core.understanding.tokens import fold, tokens

HERE = Path(__file__).parent
WEIGHTS = Path(votes.__file__).parent / "words" / "votes.bin"
LANGUAGES = ("de", "en", "fr", "nl")
LABELS = (
    *("register", "register_other", "cannot", "cancel", "replace", "correct", "accept"),
    *("refuse", "status", "question", "unsure", "told", "none", "away", "bounce", "bulk"),
)
HELD_OUT = 5  # every fifth


@dataclass(frozen=True, slots=True)
class Line:
    lang: str
    labels: frozenset[str]
    sentence: Sentence
    held_out: bool


def sentence(text: str) -> Sentence:
    """A text as one sentence."""
    words = tokens(text)[:LONGEST]
    return Sentence(text, 0, len(text), "text", Role.BODY, words, "?" in text[-6:])


def lines() -> list[Line]:
    """All sentences of the tables."""
    found: list[Line] = []
    for lang in LANGUAGES:
        for line in (HERE / f"{lang}.tsv").read_text(encoding="utf-8").splitlines():
            labels, _, text = line.partition("\t")
            # The same words in another spelling must not stand on both sides.
            held_out = zlib.crc32(fold(text).encode()) % HELD_OUT == 0
            found.append(Line(lang, frozenset(labels.split("+")), sentence(text), held_out))
    return found


def kin() -> dict[str, str]:
    """Word (or the begin of a word, with a star) -> the name of its kin."""
    found: dict[str, str] = {}
    for name, words in _kin_table().items():
        for word in words.split() if isinstance(words, str) else ():
            found.setdefault(word, f"%{name}")
    return found


@cache
def frames() -> dict[str, str]:
    """Kin (or a mark) -> the frame that it sets for the whole sentence."""
    table = _kin_table()
    return {
        f"%{kin}" if kin in table else kin: f"!{frame}"
        for frame, listed in table["frames"].items()
        for kin in listed.split()
    }


def _kin_table() -> dict[str, Any]:
    return tomllib.loads((HERE / "kin.toml").read_text(encoding="utf-8"))


def names() -> frozenset[str]:
    """The words of ``names.txt``."""
    listed = (HERE / "names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in listed if not line.startswith("#") for word in line.split())


def digest() -> str:
    """Of everything that the weights are learned from."""
    sources = [HERE / f"{lang}.tsv" for lang in LANGUAGES] + [HERE / "kin.toml", HERE / "names.txt"]
    return hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:16]
