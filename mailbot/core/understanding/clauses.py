"""How far a word reaches: the clauses of a sentence, a "not" close by, a condition and what hangs on it."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.understanding.phrasebook import Found
from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.tokens import Token

_CLAUSE_SIGNS = frozenset(",;:()–—-/|")


def clauses(sentence: Sentence, conjunctions: frozenset[str]) -> list[int]:
    """For each word the number of the clause it stands in."""
    numbers: list[int] = []
    clause = 0
    previous: Token | None = None
    for word in sentence.words:
        if previous is not None:
            between = sentence.text[previous.end - sentence.start : word.start - sentence.start]
            hyphen = between == "-"
            if (not hyphen and any(sign in _CLAUSE_SIGNS for sign in between)) or word.word in conjunctions:
                clause += 1
        numbers.append(clause)
        previous = word
    return numbers


def negated(one: Found, nots: Sequence[int], clause: Sequence[int]) -> bool:
    """A "not" within the words, or close by in the same clause."""
    for at in nots:
        if one.first <= at < one.last:
            return True
        if one.last <= at < one.last + 3 and clause[at] == clause[one.last - 1]:
            return True
        if one.first - 3 <= at < one.first and clause[at] == clause[one.first]:
            return True
    return False


def governs(condition: Found, one: Found, sentence: Sentence) -> bool:
    """Whether no semicolon and no bracket parts them: "I'll come straight on; if I nod off ...",
    "the train is booked (ICE 226, if it runs)"."""
    first, last = sorted((condition, one), key=lambda found: found.first)
    words, origin = sentence.words, sentence.start
    between = sentence.text[words[first.last - 1].end - origin : words[last.first].start - origin]
    if ";" in between:
        return False
    # Opened or closed on the way from one to the other: one of them stands within brackets.
    return between.count("(") == between.count(")")
