"""Which language a text is written in: by its common words, then by pieces of its words.

Word lists decide: the mails are short, of four known languages, and full of small words. The
vocabulary of the phrases counts too ("ja graag"), so a taught phrase helps here as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.understanding.lexicon import Lexicon, Table
from mailbot.core.understanding.tokens import Token, spellings, tokens

# What a word of each list is worth, and a piece of a word that is on no list.
_WORD, _PHRASE, _PIECE = 1.0, 0.4, 0.12
_WRITTEN = re.compile(r"(?<![\w{])[^\W\d_][\w'’-]*(?![\w*}])")
_MOST_WORDS = 400  # of a text are looked at
_VOCABULARY = 4096  # words on no list of which is kept what their pieces say


@dataclass(frozen=True, slots=True)
class Guess:
    """``scores`` per language, the likeliest first; ``sure`` where it stands out."""

    scores: tuple[tuple[str, float], ...]

    @property
    def lang(self) -> str:
        return self.scores[0][0]

    @property
    def sure(self) -> bool:
        first, second = self.scores[0][1], self.scores[1][1]
        return first >= 0.8 and first - second >= 0.25 * first

    @property
    def known(self) -> bool:
        return self.scores[0][1] >= 0.3 and self.scores[0][1] > self.scores[1][1]

    def near(self, share: float) -> tuple[str, ...]:
        """The languages that score at least this share of the best one."""
        best = self.scores[0][1]
        return tuple(lang for lang, score in self.scores if score >= share * best and score > 0)


@dataclass(frozen=True, slots=True)
class _Clues:
    languages: tuple[str, ...]
    worth: Mapping[str, tuple[tuple[str, float], ...]]  # word -> what it is worth for each language
    by_pieces: Callable[[str], tuple[tuple[str, float], ...]]  # the same of a word that is on no list


def guess(words: Sequence[Token] | str, lexicon: Lexicon) -> Guess:
    """Score a text for every language of the lexicon."""
    clues = lexicon.made("language", lambda: _clues(lexicon))
    if isinstance(words, str):
        words = tokens(words)
    scores = dict.fromkeys(clues.languages, 0.0)
    for token in words[:_MOST_WORDS]:
        word = token.word
        worth = clues.worth.get(word)
        if worth is None:
            if len(word) < 4 or not word[0].isalpha():
                continue
            worth = clues.by_pieces(word)
        for lang, value in worth:
            scores[lang] += value
    return Guess(tuple(sorted(scores.items(), key=lambda item: (-item[1], item[0]))))


def _worth(lexicon: Lexicon) -> Mapping[str, tuple[tuple[str, float], ...]]:
    lists: dict[str, dict[str, float]] = {}
    for lang in lexicon.languages:
        for word in vocabulary(lexicon, lang):
            lists.setdefault(word, {})[lang] = _PHRASE
        for written in str(lexicon.table(lang, "language").get("words", "")).split():
            for word in spellings(written):
                lists.setdefault(word, {})[lang] = _WORD
    # A word of several languages tells them apart from the rest, but less. A few dozen values are those of
    # thousands of words, and each is kept once.
    once: dict[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]] = {}
    worth = (tuple((lang, value / len(langs)) for lang, value in langs.items()) for langs in lists.values())
    return {word: once.setdefault(one, one) for word, one in zip(lists, worth, strict=True)}


def _clues(lexicon: Lexicon) -> _Clues:
    worth = lexicon.compiled("language", lambda: _worth(lexicon))
    pieces = {lang: tuple(lexicon.table(lang, "language").get("pieces", ())) for lang in lexicon.languages}

    @lru_cache(_VOCABULARY)
    def by_pieces(word: str) -> tuple[tuple[str, float], ...]:
        marked = f"^{word}$"
        counts = ((lang, sum(piece in marked for piece in of)) for lang, of in pieces.items())
        return tuple((lang, _PIECE * count) for lang, count in counts if count)

    return _Clues(lexicon.languages, worth, by_pieces)


def vocabulary(lexicon: Lexicon, lang: str) -> frozenset[str]:
    """The whole words of the phrases, as written: compiling them takes longer, and may never be needed."""
    return lexicon.compiled(f"vocabulary-{lang}", lambda: frozenset(_written(lexicon.table(lang, "acts"))))


def _written(acts: Table) -> Iterator[str]:
    phrases: list[str] = []
    for kind, groups in acts.items():
        if kind == "words":
            continue
        for group in groups.values():
            if isinstance(group, Mapping):
                for said in group.values():
                    phrases += said if isinstance(said, list) else ()
            else:
                phrases += group
    items = dict.fromkeys(" ".join(phrases).split())
    for piece in dict.fromkeys(_WRITTEN.findall(" ".join(items))):
        for token in tokens(piece):
            yield from spellings(piece[token.start : token.end])


__all__ = ["Guess", "guess", "vocabulary"]
