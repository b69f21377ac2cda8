"""Who comes in whose place, by the words "instead of" and the names on both sides of them.

"Instead of A and B come C and D", "C komt i.p.v. A", "au lieu de A : C", "an Stelle von A und B kommen:" with
the names below it. The former ones stand right behind the words; who comes stands behind them, or before the
words in the same clause, and they must be as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import Token, tokens

Pair = tuple[Mention | None, Mention]  # who stood there, the writer where None, and who is to stand there

_CLOSE = 5  # words between "instead of" and the name: "of our director, Mr"
_DETAIL = re.compile(r"\([^()\n]{0,80}\)|<[^<>\n]{0,80}>|\S{1,64}@[^\s,;]{1,80}")
_CLAUSE = re.compile(r"[,;:!?]\s|[^\W\d_]{5}\.\s")  # not behind "Dr.", "mevr."
_END = re.compile(r"[;!?]|[^\W\d_]{4}\.\s+[^\W\d_]")
_DENIED = 2  # words before it among which a "not" denies it: "Emma is not replacing me"
_MOST = 9  # who are exchanged at once


@dataclass(slots=True)
class _Spot:
    """One "instead of": where its words stand, and those behind it who are replaced."""

    start: int
    end: int
    gone: list[Mention] = field(default_factory=list)
    writer: bool = False  # "instead of Sam Cole and me"

    @property
    def number(self) -> int:
        return len(self.gone) + self.writer


def instead_pairs(said: Sequence[Said], named: Sequence[Mention], words: NameWords) -> list[Pair]:
    """The pairs of all sentences, in order."""
    found: list[Pair] = []
    for number, one in enumerate(said):
        if words["in_place_of"].first([token.word for token in one.sentence.words]) is None:
            continue
        here = [mention for mention in named if _holds(one, mention)]
        spots = list(_spots(one, here, words))
        if not spots or not all(spot.number for spot in spots):
            continue
        below = said[number + 1 : number + 1 + _MOST]
        groups = _before(one, here, spots, words) or _behind(one, here, spots, words)
        groups = groups or _below(one, below, named, spots) or _halved(one, spots)
        for spot, come in zip(spots, groups, strict=False):
            gone: list[Mention | None] = [*spot.gone, *([None] if spot.writer else [])]
            found += zip(gone, come, strict=True)
    return found


def _holds(one: Said, mention: Mention) -> bool:
    sentence = one.sentence
    return sentence.place == mention.place and sentence.start <= mention.start < sentence.end


def _spots(one: Said, here: Sequence[Mention], words: NameWords) -> Iterator[_Spot]:
    plain = [token.word for token in one.sentence.words]
    found, at = [], 0
    while at < len(plain):
        length = words["in_place_of"].length_at(plain, at)
        denied = any(words["denying"].holds(word) for word in plain[max(0, at - _DENIED) : at])
        if length and not denied:
            found.append(_Spot(one.sentence.words[at].start, one.sentence.words[at + length - 1].end))
        at += max(1, length)
    stops = [spot.start for spot in found[1:]]
    for spot, stop in zip(found, [*stops, one.sentence.end], strict=False):
        yield _replaced(one, [m for m in here if m.end <= stop], spot, stop, words)


def _replaced(one: Said, here: Sequence[Mention], spot: _Spot, stop: int, words: NameWords) -> _Spot:
    """The spot with those who stand behind it in a row: "of Uwe Carstens and me"."""
    spoken = [token for token in one.sentence.words if token.start >= spot.end]
    if _says_me(spoken, words):
        spot.writer, spot.end = True, spoken[0].end
        spoken = spoken[1:]
    for mention in here:
        if mention.start < spot.end:
            continue
        between = [token for token in spoken if spot.end <= token.start < mention.start]
        if spot.number and not _in_a_row(one, spot.end, mention.start, words):
            break
        if spot.number and stop < one.sentence.end and not _text(one, mention.end, stop).strip():
            break  # "... instead of Sam Cole and Amir Aziz instead of Jo Tanner"
        if not spot.number and (len(between) > _CLOSE or _CLAUSE.search(_text(one, spot.end, mention.start))):
            break
        spot.gone.append(mention)
        spot.end = mention.end
    behind = [token for token in spoken if token.start >= spot.end]
    joined = bool(behind) and words["joining"].holds(behind[0].word)
    if spot.gone and not spot.writer and joined and _says_me(behind[1:], words):
        spot.writer, spot.end = True, behind[1].end
    return spot


def _says_me(spoken: Sequence[Token], words: NameWords) -> bool:
    """ "Statt meiner kommt", not "statt meiner Kollegin"."""
    said = [token.word for token in spoken[:2]]
    return (
        bool(said)
        and words["me_alone"].holds(said[0])
        and not any(words["announcing"].holds(word) for word in said[1:])
    )


def _in_a_row(one: Said, start: int, end: int, words: NameWords) -> bool:
    text = _DETAIL.sub(" ", _text(one, start, end))
    plain = [token.word for token in tokens(text)]
    joined = any(words["joining"].holds(word) for word in plain) or text.strip() in {",", "/"}
    small = all(words["joining"].holds(word) or words["titles"].holds(word) for word in plain)
    return joined and small and not any(sign in text for sign in ":;.")


def _text(one: Said, start: int, end: int) -> str:
    return one.sentence.text[start - one.sentence.start : end - one.sentence.start]


def _behind(
    one: Said, here: Sequence[Mention], spots: Sequence[_Spot], words: NameWords
) -> list[list[Mention]]:
    """Who stands between one "instead of" and the next, where they are as many as are replaced."""
    groups = []
    for spot, stop in zip(spots, [*(spot.start for spot in spots[1:]), one.sentence.end], strict=True):
        come = _different(m for m in here if spot.end <= m.start < stop and Flag.SELF not in m.flags)
        more = come[spot.number : spot.number + 1]
        if more and not _in_a_row(one, come[spot.number - 1].end, more[0].start, words):
            come = come[: spot.number]  # "... we send Lena Ford, and the name of our fellow is Jo Tanner"
        if len(come) != spot.number or _END.search(_DETAIL.sub(" ", _text(one, spot.end, come[0].start))):
            return []
        groups.append(come)
    return groups


def _before(
    one: Said, here: Sequence[Mention], spots: Sequence[_Spot], words: NameWords
) -> list[list[Mention]]:
    """Who stands before each "instead of", in its clause: "Lena Ford comes instead of"."""
    groups = []
    led = [token.word for token in one.sentence.words if token.end <= spots[0].start][-1:]
    if any(words["joining"].holds(word) for word in led):
        return []  # "Jo Tanner stays, and instead of Sam Cole comes ..."
    for spot, since in zip(spots, [one.sentence.start, *(spot.end for spot in spots)], strict=False):
        come = _different(m for m in here if since <= m.start < spot.start and Flag.SELF not in m.flags)
        come = come[-spot.number :]
        if len(come) != spot.number or _CLAUSE.search(_DETAIL.sub(" ", _text(one, come[-1].end, spot.start))):
            return []
        groups.append(come)
    return groups


def _below(
    one: Said, said: Sequence[Said], named: Sequence[Mention], spots: Sequence[_Spot]
) -> list[list[Mention]]:
    """Who stands in the lines below "instead of A and B the following come:"."""
    if len(spots) != 1 or not one.sentence.text.rstrip().endswith(":"):
        return []
    come: list[Mention] = []
    for below in said:
        here = [mention for mention in named if _holds(below, mention)]
        lines = below.sentence.role is Role.ITEM or any(m.source is not Source.PROSE for m in here)
        if not here and not come and len(below.sentence.words) < _CLOSE:
            continue  # the heading of a table
        if not here or not (lines or len(below.sentence.words) < 2 * _CLOSE):
            break
        come += here
    come = _different(mention for mention in come if Flag.SELF not in mention.flags)
    return [come] if len(come) == spots[0].number else []


def _halved(one: Said, spots: Sequence[_Spot]) -> list[list[Mention]]:
    """ "In place of Sam Cole and Jo Tanner, Lena Ford and Amir Aziz come": a row of which a comma is the
    middle."""
    gone, half = spots[0].gone, len(spots[0].gone) // 2
    if len(spots) != 1 or spots[0].writer or half == 0 or len(gone) != 2 * half:
        return []
    if not _text(one, gone[half - 1].end, gone[half].start).startswith(","):
        return []
    spots[0].gone = gone[:half]
    return [gone[half:]]


def _different(mentions: Iterator[Mention]) -> list[Mention]:
    found: dict[str | None, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.attendee.name, mention)
    return list(found.values())
