"""People called by one name alone, where something of theirs is changed: "Jeroen out, Aisha Lamrani in".

One word is no sure sign of a person, so elsewhere such words are left alone. Where somebody comes for
another, it must be known who is spoken of: those whom the record knows, and what is a first name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.core.base import Attendee
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.names import tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.sentences import Role, Sentence
from mailbot.core.understanding.tokens import Token, fold

_APART = frozenset({Role.GREETING, Role.CLOSING})
_MOST = 80  # people called so in one mail: each is held against each of the others
_LEAST = 3  # letters of a name that tells whose it is
_LONGEST = 12  # letters of a first name that may be shortened
_JOINED = frozenset("-@.'’/\"“”„«»‘_")  # within a longer word, an address, or words that are only quoted


def recognised(facts: Facts, people: People, standing: Sequence[Attendee]) -> People:
    """The people of the mail, with those whom it calls by a first name or a surname alone."""
    taken = [(m.start, m.end) for m in people.mentions if m.place == "text"]
    own = _called(people.sender, people.words)
    called = {word for one in standing for word in _called(one, people.words)}
    found: list[Mention] = []
    for one in facts.said:
        sentence = one.sentence
        if sentence.place != "text" or sentence.role in _APART or len(found) >= _MOST:
            continue
        for before, token, behind in _neighbours(sentence.words):
            capital = sentence.text[token.start - sentence.start].isupper()
            if token.word in own or not (capital or token.word in called):
                continue
            free = not any(start < token.end and token.start < end for start, end in taken)
            if free and _stands_alone(sentence, before, token, behind, people.words):
                who = _who(token, sentence, people, standing)
                if who is not None and len(found) < _MOST:
                    words = sentence.text[token.start - sentence.start : token.end - sentence.start]
                    flags = frozenset({Flag.FIRST_NAME})
                    found.append(Mention(who, "text", token.start, token.end, words, Source.PROSE, flags))
    if not found:
        return people
    return replace(people, mentions=tuple(sorted((*people.mentions, *found), key=lambda m: m.start)))


def _neighbours(words: Sequence[Token]) -> list[tuple[Token | None, Token, Token | None]]:
    padded: list[Token | None] = [None, *words, None]
    return [
        (before, token, behind)
        for (before, token), behind in zip(pairwise(padded), padded[2:], strict=False)
        if token is not None
    ]


def _who(token: Token, sentence: Sentence, people: People, standing: Sequence[Attendee]) -> Attendee | None:
    """Whom a word calls; None where it is nobody's name, or the writer's own."""
    words = people.words
    if len(token.word) < _LEAST:
        return None
    of_them = [one for one in standing if token.word in _called(one, words)]
    if of_them:
        return of_them[0] if len(of_them) == 1 else None
    shown = sentence.text[token.start - sentence.start]
    if not shown.isupper() or not words.is_given(token.word) or token.word in words.ordinary:
        return None
    name = sentence.text[token.start - sentence.start : token.end - sentence.start]
    named = [
        m.attendee for m in people.mentions if m.attendee.name and token.word in _called(m.attendee, words)
    ]
    return named[0] if named else Attendee(name, None, people.sender.organisation)


def _called(one: Attendee, words: NameWords) -> set[str]:
    """The words that may stand for a person alone, small ones like "van" left out."""
    parts = tokens_of(one.name or "", words)
    return {fold(word) for word in parts if len(word) >= _LEAST} | set(shortened(parts, words))


def shortened(parts: Sequence[str], words: NameWords) -> Iterator[str]:
    """ "Ben" for "Benedict Ashe": the beginnings of a first name that are first names themselves."""
    first = fold(parts[0]) if len(parts) > 1 else ""
    for length in range(_LEAST, min(len(first), _LONGEST)):
        if words.is_given(first[:length]) and first[:length] not in words.ordinary:
            yield first[:length]


def _stands_alone(
    sentence: Sentence, before: Token | None, token: Token, behind: Token | None, words: NameWords
) -> bool:
    """Whether the word belongs to no date ("18 Jan") and no longer name ("Stichting Anna", "Anna-Huis")."""
    text, start = sentence.text, sentence.start
    around = text[max(0, token.start - start - 1) : token.start - start]
    close = text[token.end - start : token.end - start + 2]
    if (around and around in _JOINED) or (close[:1] in _JOINED and close[1:2].isalnum()):
        return False
    for other in (before, behind):
        if other is None:
            continue
        if other.word[:1].isdigit():
            return False
        left, right = sorted((other, token), key=lambda one: one.start)
        gap = text[left.end - start : right.start - start]
        capital = text[other.start - start].isupper() and other.start > start
        if capital and gap == " " and not words["announcing"].holds(other.word):
            return False
    return True


__all__ = ["recognised"]
