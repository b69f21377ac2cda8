"""What is asked for somebody by an earlier time alone: "and for Bart the same as last time"."""

from __future__ import annotations

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.namewords import NameWords

_ADJECTIVES = 2  # words between "our" and what somebody is


def as_before(one: Said, words: NameWords) -> bool:
    """Whether the sentence wants for somebody else what they had before, which only a person can know; not of
    the food or the invoice."""
    sentence = one.sentence
    plain = [token.word for token in sentence.words]
    if sentence.place != "text" or any(words[name].first(plain) is None for name in ("alike", "earlier")):
        return False
    if any(words[family].first(plain) is not None for family in ("diet", "billing")):
        return False
    return any(_somebody(one, at + length, words) for at, length in _for(plain, words))


def _for(plain: list[str], words: NameWords) -> list[tuple[int, int]]:
    return [(at, length) for at in range(len(plain)) if (length := words["for_whom"].length_at(plain, at))]


def _somebody(one: Said, at: int, words: NameWords) -> bool:
    """ "Bart", "her", "our new director"."""
    spoken = [token.word for token in one.sentence.words]
    whose = at
    while at < len(spoken) and (spoken[at] in words["titles"].words or words["possessive"].holds(spoken[at])):
        at += 1
    if at >= len(spoken) or words["me"].holds(spoken[at]):
        return False
    if words["he_or_she"].holds(spoken[at]) or words["him_or_her"].holds(spoken[at]):
        return True
    near = spoken[at : at + 1 + (_ADJECTIVES if at > whose else 0)]
    if any(words[family].holds(word) for word in near for family in ("announcing", "functions", "kin")):
        return True
    token = one.sentence.words[at]
    capital = one.sentence.text[token.start - one.sentence.start].isupper()
    named = capital and token.word not in words.ordinary and not words.places.length_at(spoken, at)
    return words.is_given(token.word) or (named and at == whose)
