"""Who comes along without a name: "our treasurer and I", "with our new intern", "our chair joins me".

What is joined to the writer by an "and", or to their coming by a "with", or is said to come along, is
counted; that a colleague is only spoken of counts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.understanding.mentions import Count
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.parting import told_away
from mailbot.core.understanding.phrasebook import Found
from mailbot.core.understanding.sentences import Sentence

_BETWEEN = 2  # words between "our" and what somebody is: "our new policy officer"
_OF_WHAT = 4  # words behind that: "our head of policy and I", "my colleague from the finance department"
_NEAR = 7  # words between the coming and whom one comes with
_TOGETHER = 10  # the same, by "together with"
_MOST = 4  # people in such a row
_CUT = re.compile(r"[,;:.!?()–—]")
_NO_ADJECTIVES = ("and_too", "me", "being", "coming")
SEVERAL = "number: several"  # "my colleagues and I"
_SHORT = 6  # words of a sentence without a verb: "My wife and I, please"
_ROLES = ("functions", "announcing", "kin")
_JOINING = ("joins_me", "with_me_comes")
_SAID_BESIDES = 2  # words behind it: "name follows"
_JOINS = 3  # words between who joins and the joining: "our treasurer of course comes along"


@dataclass(frozen=True, slots=True)
class Companions:
    """So many people besides the writer, in the words ``first``:``last`` of a sentence; 0: more than one."""

    number: int
    first: int
    last: int


def companions(piece: Sentence, known: NameWords, named: Sequence[tuple[int, int]]) -> list[Companions]:
    """Those who are joined to the writer or to the writer's coming; ``named`` is where names stand."""
    plain = [token.word for token in piece.words]
    if all(known[family].first(plain) is None for family in ("and_too", "alongside", *_JOINING)):
        return []  # as in most sentences
    row = _Row(piece, plain, known, named)
    joined = [row.joining(at) or row.with_me(at) for at in range(len(plain))]
    if known["me"].first(plain) is not None or known["subject"].first(plain) is not None:
        joined = [one or row.around(at) or row.behind_with(at) for at, one in enumerate(joined)]
    found = [one for one in joined if one is not None]
    return [one for at, one in enumerate(found) if not at or found[at - 1].last <= one.first]


class _Row:
    """The words of one sentence, among which people stand in a row."""

    def __init__(
        self, piece: Sentence, plain: list[str], known: NameWords, named: Sequence[tuple[int, int]]
    ) -> None:
        self._piece, self._plain, self._known = piece, plain, known
        ends = {end for _, end in named}
        starts = {start for start, _ in named}
        self._name_to: dict[int, int] = {}  # the word behind a name -> its first word
        for at, token in enumerate(piece.words):
            if token.start not in starts:
                continue
            last = next((n for n in range(at, len(plain)) if piece.words[n].end in ends), None)
            if last is not None:
                self._name_to[last + 1] = at

    def around(self, at: int) -> Companions | None:
        """Whom an "and" joins to the writer who stands at this word."""
        length = self._known["me"].length_at(self._plain, at)
        if not length:
            return None
        first, last, number = at, at + length, 0
        joint = self._known["and_too"].length_before(self._plain, at)
        end = at - joint
        if joint and (start := self._several_to(end)) is not None:
            return Companions(0, start, last)
        while joint and number < _MOST and (start := self._ends(end)) is not None:
            first, number = start, number + 1
            if not self._comma(start):
                break
            end = start
        joint = self._known["and_too"].length_at(self._plain, last)
        if not number and joint and (stop := self._begins(last + joint)) is not None:
            last, number = stop, 1
            joint = self._known["and_too"].length_at(self._plain, last)
            if joint and (more := self._begins(last + joint)) is not None:
                last, number = more, 2
        return Companions(number, first, last) if number else None

    def behind_with(self, at: int) -> Companions | None:
        """Whom the writer comes with: "I come on the 18th *with our new intern*"."""
        length = self._known["alongside"].length_at(self._plain, at)
        stop = self._begins(at + length) if length else None
        if stop is None:
            return None
        ahead = self._plain[max(0, at - (_TOGETHER if length > 1 else _NEAR)) : at]
        families = (self._known["coming"], self._known["attending"])
        said = [where for family in families if (where := family.first(ahead)) is not None]
        writer = any(self._known[family].first(self._plain[:at]) is not None for family in ("me", "subject"))
        if not said or not writer:
            return None
        coming = max(said)
        near = self._piece.words[at - len(ahead) + coming].end
        between = self._text(near, self._piece.words[at].start).replace("18.", "").replace("22.", "")
        if length > 1:
            between = between.rstrip(" ,")  # "on the 18th, together with our accountant"
        if _CUT.search(between):
            return None
        if self._known["and_too"].first(ahead[coming:]) is not None:
            return None
        return Companions(1, at, stop)

    def joining(self, at: int) -> Companions | None:
        """Somebody of whom it is said that they come along, and no more: "*our treasurer* comes along"; but
        "my colleague joins me in thanking you", "mine comes too, she has signed up already"."""
        stop = None if self._known["he_or_she"].holds(self._plain[at]) else self._begins(at)
        if stop is None or stop in self._name_to.values():
            return None
        family, joins = self._known["joins_me"], None
        for where in range(stop, min(len(self._plain), stop + _JOINS + 1)):
            if family.length_at(self._plain, where):
                joins = where
                break
        if joins is None or any(self._cut(number) for number in range(stop, joins + 1)):
            return None
        if len(self._plain) - joins - family.length_at(self._plain, joins) > _SAID_BESIDES:
            return None
        if any(self._known[no].first(self._plain[at:]) is not None for no in ("negated", "negating")):
            return None
        return Companions(1, at, stop)

    def with_me(self, at: int) -> Companions | None:
        """The same, told the other way round: "with me comes *one of our members*"."""
        length = self._known["with_me_comes"].length_at(self._plain, at)
        stop = self._begins(at + length) if length else None
        if (
            stop is None
            or stop in self._name_to.values()
            or self._known["he_or_she"].holds(self._plain[stop - 1])
        ):
            return None
        return Companions(1, at, stop)

    def _ends(self, end: int) -> int | None:
        """Where what ends before this word begins, if it is one person without a name."""
        plain, known = self._plain, self._known
        if end and known["he_or_she"].holds(plain[end - 1]) and not self._owned(end - 1):
            return end - 1
        stop = self._bracket(end)
        stop = self._name_to.get(stop, stop)  # "our treasurer, Wim Tuinstra, and I"
        related = known["kin"].length_before(plain, stop)
        if related > 1 and self._determines(stop - related - 1, stop - related):
            return stop - related - 1  # "my sister-in-law"
        for role in range(stop - 1, max(-1, stop - 2 - _OF_WHAT), -1):
            if not self._is_role(role) or (
                role + 1 < stop and not known["from_house"].holds(plain[role + 1])
            ):
                continue
            for start in range(role - 1, max(-1, role - 2 - _BETWEEN), -1):
                if self._determines(start, role):
                    one_of = known["one_of"].length_before(plain, start + 1)
                    return start + 1 - (one_of or known["determining"].length_before(plain, start + 1))
        return None

    def _several_to(self, end: int) -> int | None:
        """Where "my colleagues" begins, of whom nobody knows how many they are; also "they"."""
        plain, known = self._plain, self._known
        if end and known["they"].holds(plain[end - 1]):
            return end - 1
        if end < 2 or not known["our_several"].holds(plain[end - 2]) or not self._is_role(end - 1):
            return None
        return end - 2 if self._several(plain[end - 2], plain[end - 1]) else None

    def _begins(self, at: int) -> int | None:
        """Where what begins at this word ends, if it is one person without a name."""
        plain, known = self._plain, self._known
        length = known["one_of"].length_at(plain, at) or known["determining"].length_at(plain, at)
        for role in range(at + length, min(len(plain), at + length + 1 + _BETWEEN)) if length else ():
            if self._is_role(role) and self._determines(at + length - 1, role):
                end = role + 1
                while end < len(plain) and self._is_role(end) and not self._cut(end):
                    end += 1  # "our policy officer"
                return end
        related = known["kin"].length_at(plain, at + length) if length else 0
        if related > 1:
            return at + length + related
        if at < len(plain) and known["he_or_she"].holds(plain[at]):
            return at + 1
        return None

    def _determines(self, at: int, role: int) -> bool:
        """Whether the words that end here make one person of the role: "our", "one of our"."""
        plain, known = self._plain, self._known
        if at < 0 or any(self._cut(number) for number in range(at + 1, role + 1)):
            return False
        between = plain[at + 1 : role]
        if any(
            known[family].holds(word) for word in between for family in ("and_too", "me", "being", "coming")
        ):
            return False
        if known["one_of"].length_before(plain, at + 1):
            return True
        one = known["determining"].length_before(plain, at + 1)
        return one > 0 and not self._several(plain[at], plain[role])

    def _several(self, whose: str, role: str) -> bool:
        """ "Our volunteers", "meine Kollegen": more than one, and nobody knows how many."""
        if self._known["several"].holds(role):
            return True
        if whose in {"meine", "unsere"} and role.endswith("en"):
            return True
        return len(role) > 4 and role.endswith("s") and not role.endswith(("ss", "is", "us"))

    def _is_role(self, at: int) -> bool:
        word = self._plain[at]
        if self._known.columns["name"].holds(word) and not self._known["kin"].holds(word):
            return False
        return any(self._known[family].holds(word) for family in _ROLES)

    def _owned(self, at: int) -> bool:
        """ "*his* and my ..." is whose, not who."""
        behind = self._plain[at + 1 : at + 2]
        return bool(behind) and any(self._known[family].holds(behind[0]) for family in _ROLES)

    def _bracket(self, end: int) -> int:
        """The word behind which a bracket opens that closes before this one: "my daughter (17) and I"."""
        for back in range(1, _OF_WHAT):
            if end - back > 0 and "(" in self._gap(end - back):
                return end - back
        return end

    def _comma(self, at: int) -> bool:
        return at > 0 and "," in self._gap(at)

    def _cut(self, at: int) -> bool:
        return bool(_CUT.search(self._gap(at)))

    def _gap(self, at: int) -> str:
        """What stands between this word and the one before it."""
        words = self._piece.words
        return self._text(words[at - 1].end, words[at].start) if 0 < at < len(words) else ""

    def _text(self, start: int, end: int) -> str:
        return self._piece.text[start - self._piece.start : end - self._piece.start]


def of_several(count: Count, known: NameWords) -> bool:
    """ "My colleagues and I": how many they are may be told elsewhere."""
    ours = known["our_several"].holds(count.words.split()[0].casefold())
    return count.rule == SEVERAL or (not count.exact and not count.number and ours)


def says_coming(piece: Sentence, known: NameWords) -> bool:
    return any(
        known[family].first([token.word for token in piece.words]) is not None
        for family in ("coming", "attending")
    )


def with_companions(
    counts: list[Count],
    piece: Sentence,
    known: NameWords,
    named: Sequence[tuple[int, int]],
    *,
    together: bool,
) -> list[Count]:
    """The counts, with those who are joined to the writer by what they are: "our treasurer and I".

    Where the sentence tells something else of them ("my husband and I live in Leiden"), they come along only
    if some sentence speaks of "us" who come.
    """
    told = piece.place == "subject" or says_coming(piece, known)
    if not told and not together:
        return [count for count in counts if not _only_told(count, piece, known)]
    if not told:
        return counts
    for one in companions(piece, known, named):
        start, end = piece.words[one.first].start, piece.words[one.last - 1].end
        there = [count for count in counts if count.start < end and start < count.end]
        if any(count.includes_sender is not False or count.number >= one.number for count in there):
            continue
        if told_away(piece, Found(0, one.first, one.last, 1), known):
            continue
        if not one.number:
            said = piece.text[start - piece.start : end - piece.start]
            several = Count(0, start, end, said, SEVERAL, False, False, piece.place)
            counts = counts if there else [*counts, several]
            continue
        said = piece.text[start - piece.start : end - piece.start]
        new = Count(one.number, start, end, said, "number: beside", True, False, piece.place)
        counts = [*(count for count in counts if count not in there), new]
    return counts


def _only_told(count: Count, piece: Sentence, known: NameWords) -> bool:
    """ "My colleague and I read your letter with interest"."""
    said = [token.word for token in piece.words if count.start <= token.start < count.end]
    joined = known["me"].first(said) is not None or known["alongside"].length_at(said, 0) > 0
    beside = count.rule == "number: beside" and count.number == 1 and not count.added
    return joined and beside and len(piece.words) > _SHORT
