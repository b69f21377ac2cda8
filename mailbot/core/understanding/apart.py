"""Who comes too, and signs up without the writer: "Tom Reed comes as well, he registers himself"."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.mail.message import Part
from mailbot.core.understanding.mentions import Count, Flag, Mention, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.tokens import Token, tokens

_NEAR = 160  # characters from a name to what is told of it
_WORDS = 25  # words, likewise
_ROW = 8  # characters between the names of a row: "Tom Reed and Lucy Bell"
_MOST = 20  # such sayings of one mail


def mark_apart(reading: Reading) -> None:
    """Flag the people of the new words of whom it says so: their seats are not asked for."""
    for stretch in reading.mail.stretches:
        if stretch.part is not Part.NEW:
            continue
        said = tokens(reading.text[stretch.start : stretch.end], stretch.start)
        plain = [token.word for token in said]
        at, told = reading.words["enrols_apart"].first(plain), 0
        while at is not None and told < _MOST:
            told += 1
            for mention in _meant(said, at, reading):
                number = next(n for n, one in enumerate(reading.mentions) if one is mention)
                reading.mentions[number] = mention.flagged(Flag.ALREADY)
            at = reading.words["enrols_apart"].first(plain, at + 1)


def _meant(said: Sequence[Token], at: int, reading: Reading) -> list[Mention]:
    """The last one named before these words, with those in a row with them; nobody where the writer speaks of
    themselves in between."""
    start = said[at].start
    before = sorted(
        (
            one
            for one in reading.mentions
            if one.place == "text" and start - _NEAR < one.end <= start and one.source is Source.PROSE
        ),
        key=lambda one: one.end,
    )
    if not before or Flag.SELF in before[-1].flags or Flag.BESIDE in before[-1].flags:
        return []
    between = [token.word for token in said[max(0, at - _WORDS) : at] if token.start >= before[-1].end]
    if any(reading.words[family].first(between) is not None for family in ("subject", "me", "us")):
        return []
    row = [before.pop()]
    while before and row[-1].start - before[-1].end <= _ROW and Flag.SELF not in before[-1].flags:
        row.append(before.pop())
    return row


def without_apart(counts: list[Count], pieces: Sequence[Sentence], known: NameWords) -> list[Count]:
    """The numbers without a guest of whom it says so: "a colleague comes too, but she registers herself"."""
    for piece in pieces:
        plain = [token.word for token in piece.words]
        at = known["enrols_apart"].first(plain)
        if at is None or piece.place != "text":
            continue
        start = piece.words[at].start
        others = (one for one in counts if one.includes_sender is False or not one.exact)
        guests = [one for one in others if one.place == "text"]
        guests = [one for one in guests if start - _NEAR < one.start < start]
        between = [token.word for token in piece.words[max(0, at - _WORDS) : at]]
        here = bool(guests) and guests[-1].start >= piece.start
        if guests and (here or known["third"].first(between) is not None):
            counts = [one for one in counts if one is not guests[-1]]
    return counts
