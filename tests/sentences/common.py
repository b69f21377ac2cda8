"""Write the common words of each language: those that its sentences and mails have in lower case.

    python -m tests.sentences.common

With a capital, at the head of a sentence or in German, such a word is hardly anybody's name. In German,
where each noun has a capital, one counts behind an article. Names and the mails held out are left out.
"""

from __future__ import annotations

import re
import textwrap
import zlib
from collections import Counter
from pathlib import Path

from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.tokens import fold
from mailbot.edges.words import load_lexicon
from tests.sentences.whole import HELD_OUT

HERE = Path(__file__).parent
WORDS = HERE.parents[1] / "mailbot/core/understanding/words"
LANGUAGES = ("nl", "en", "de", "fr")
LEAST = 3  # times it is seen
HEAD = """\
# Common words, as the mails of our collection have them: nobody's name, though a sentence may begin with one.
# Written by `python -m tests.sentences.common`.
words = \"\"\"
"""
_ARTICLE = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|(?:k?ein|mein|unser|ihr|dies)\w{0,3}|zu[rm]|im|am|vom|beim|ins)\s$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?=[\s.,;:!?)])")


def main() -> None:
    words = name_words(load_lexicon())
    names = set((HERE / "names.txt").read_text(encoding="utf-8").split())
    for lang in LANGUAGES:
        found = common(texts(lang), words, names, german=lang == "de")
        lines = textwrap.fill(" ".join(sorted(found)), 110)
        (WORDS / lang / "common.toml").write_text(f'{HEAD}{lines}\n"""\n', encoding="utf-8")


def texts(lang: str) -> list[str]:
    """The sentences and the mails that are there to learn from."""
    lines = [
        *(HERE / f"{lang}.tsv").read_text(encoding="utf-8").splitlines(),
        *(HERE / "mails" / f"{lang}.txt").read_text(encoding="utf-8").splitlines(),
    ]
    said = [re.split(r"[\t|]", line, maxsplit=2)[-1] for line in lines]
    return [text for text in said if zlib.crc32(text.encode()) % HELD_OUT]


def common(said: list[str], words: NameWords, names: set[str], *, german: bool) -> set[str]:
    """The folded words that stand there in lower case; in German with a capital too, amid a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in said:
        for match in _WORD.finditer(text):
            word = match.group()
            before = text[max(0, match.start() - 12) : match.start()]
            if word.islower() or (german and word[1:].islower() and _ARTICLE.search(before)):
                small[fold(word)] += 1
            elif word[1:].islower() and before.rstrip()[-1:] not in ".!?:|/,":
                capital[fold(word)] += 1
    return {
        word
        for word, seen in small.items()
        if seen >= LEAST
        and (german or seen >= 2 * capital[word])
        and word not in names
        and not words.is_given(word)
    }


if __name__ == "__main__":
    main()
