"""The name that a badge is to bear, where the mail asks for one: "(on the badge: Xiaoling Wu)"."""

from __future__ import annotations

import re

from mailbot.core.understanding.names import mended, tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.spans import spans
from mailbot.core.understanding.tokens import tokens

_BRACKETS = re.compile(r"\s?\([^()\n]{3,40}\)")


def wished_among(text: str, start: int, end: int, name: str, words: NameWords) -> str | None:
    """The one full name in these words, which speak of a badge, that has a word in common with ``name``."""
    if words["badges"].first([token.word for token in tokens(text[start:end])]) is None:
        return None
    own = set(tokens_of(name, words))
    found = {
        span.name
        for span in spans(text, start, end, words)
        if span.full and own & set(tokens_of(span.name, words))
    }
    return found.pop() if len(found) == 1 else None


def goes_by(text: str, start: int, end: int, words: NameWords) -> str | None:
    """ "B.A.M. Verhoeckx *(roepnaam: Bas)*": the name with what its bearer goes by, told right behind it."""
    told = _BRACKETS.match(text, end)
    if told is None:
        return None
    name, other = mended(text[start:end], words), mended(text[start : told.end()], words)
    return other if other != name else None
