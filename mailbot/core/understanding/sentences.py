"""The sender's own new words, sentence by sentence, with their places in the mail."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.bullets import glued
from mailbot.core.understanding.tokens import Token, tokens

LONGEST = 120  # words; what is longer is cut, so that matching stays linear on hostile text
_BULLET = re.compile(
    r"[ \t]*(?:[-–—*•·▪o§+]|\d{1,2}[.)]|\(\d{1,2}\)|[a-h]\.|\(?(?:[a-h]|[ivx]{1,4})\))[ \t\u00a0]+"
)
_FULL_LINE = 52  # characters: mail clients wrap lines later than this
# A run of stops is looked at once, from its head: each of 30,000 dots would else look at all behind it.
_CELL_TITLE = re.compile(r"(?:^|[\n\t])[ ]*[^\W\d_]{2,6}$")  # all that stands in a cell so far
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)|\n")
# After these a full stop ends no sentence: titles, and abbreviations of the four languages.
_SHORT = frozenset({
    "a.s", "a.u.b", "aub", "bijv", "bv", "blz", "ca", "dhr", "dr", "drs", "e.d", "e.v", "enz",
    "etc", "evt", "excl", "fam", "i.v.m", "ing", "ir", "jhr", "jl", "jr", "kl", "mej", "mevr",
    "mgr", "mr", "mrs", "ms", "mw", "mv", "nr", "o.a", "o.b.v", "o.i.d", "o.l.v", "o.v.v", "p.m",
    "prof", "q.q", "resp", "s.v.p", "st", "svp", "t.a.v", "t.b.v", "t.g.v", "t.m", "t.n.v", "tel",
    "t.o.v", "t.w.v", "v.d", "vgl", "vs", "w.o", "wed", "z.g", "z.s.m", "zgn", "zo", "approx", "dept",
    "dipl", "e.g", "esq", "gen", "hon", "i.e", "inc", "incl", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "ltd", "messrs", "mt", "ph", "pp",
    "rev", "sr", "univ", "vol", "abs", "bzgl", "bzw", "d.h", "dgl", "evtl", "f", "ff", "fr", "frl",
    "ggf", "hr", "i.a", "i.d.r", "inkl", "insb", "lt", "o.g", "s.o", "s.u", "sog", "str", "u.a",
    "u.u", "usw", "v.a", "vorm", "z.b", "z.h", "z.t", "zzgl", "ph.d", "soc", "av", "c.-a.-d", "cf",
    "chap", "m", "mm", "mme", "mlle", "mmes", "env", "p.ex", "p", "rdv", "tél",
    "rer", "nat", "pol", "phil", "habil", "mag", "lic", "stv", "stellv", "bspw", "o.ä", "u.ä", "usf",
    "gez", "i.v", "ppa", "p.o", "bd", "dép", "pr", "ste", "n.b", "h.c", "br", "zr", "ds", "maj", "capt",
})  # fmt: skip
_MONTHS = frozenset(
    ["jan", "feb", "mrt", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec"]
)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){0,5}[^\W\d_a-z]")
_DATE = re.compile(r"(?:^|\s)\d{1,2}\.\d{1,2}$")
_OPENED = re.compile(r"[\s(\"'„“«]")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")


class Role(StrEnum):
    """What a sentence is in the letter."""

    SUBJECT = "subject"
    GREETING = "greeting"
    BODY = "body"
    ITEM = "item"  # of a list or table
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` stands at ``start``:``end`` of its ``place`` ("text" or "subject")."""

    text: str
    start: int
    end: int
    place: str
    role: Role
    words: tuple[Token, ...]
    asks: bool  # ends in a question mark

    def __hash__(self) -> int:
        """By its text: each of its words would take as long to hash as to be found anew."""
        return hash((self.text, self.start))


def sentences(
    text: str, start: int = 0, place: str = "text", spoken: tuple[Token, ...] | None = None
) -> tuple[Sentence, ...]:
    """Cut a stretch of text into sentences; places count from ``start``. ``spoken`` are the words of the
    text where they are known already."""
    found: list[Sentence] = []
    if spoken is None:
        spoken = tokens(text, start)
    starts = [token.start for token in spoken]
    upto = 0
    for begin, end, item in _pieces(text):
        piece = text[begin:end]
        left, upto = upto, bisect(starts, start + end - 1, upto)
        words = spoken[left:upto]
        if not any(word.word[0].isalnum() for word in words):
            if found and "?" in piece:
                found[-1] = _asking(found[-1])
            continue
        asks = "?" in piece[-6:]
        for cut in range(0, len(words), LONGEST):
            part = words[cut : cut + LONGEST]
            last = start + end if cut + LONGEST >= len(words) else part[-1].end
            role = Role.ITEM if item else Role.BODY
            first = start + begin if cut == 0 else part[0].start
            found.append(Sentence(text[first - start : last - start], first, last, place, role, part, asks))
    return tuple(found)


def _asking(one: Sentence) -> Sentence:
    return Sentence(one.text, one.start, one.end, one.place, one.role, one.words, asks=True)


def _pieces(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, is a list item) of each sentence."""
    pieces: list[tuple[int, int, bool]] = []
    lines = text.split("\n")
    longest = max(map(len, lines), default=0)
    listed = _items(lines)
    begin, item = 0, 0 in listed

    def close(end: int) -> None:
        nonlocal begin
        left, right = begin, end
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if right > left:
            pieces.append((left, right, item))
        begin = end

    for stop in _STOP.finditer(text):
        if stop.group() == "\n":
            if _line_goes_on(text, stop.start(), longest, listed):
                continue
            close(stop.start())
            begin = stop.end()
            item = begin in listed
        elif _really_ends(text, begin, stop):
            close(stop.end())
            item = False
    close(len(text))
    return pieces


def _items(lines: list[str]) -> frozenset[int]:
    """Where the lines begin that have a bullet."""
    found: set[int] = set()
    at = 0
    for line, stuck in zip(lines, glued(lines), strict=True):
        if stuck or _BULLET.match(line):
            found.add(at)
        at += len(line) + 1
    return frozenset(found)


def _line_goes_on(text: str, at: int, longest: int, listed: frozenset[int]) -> bool:
    """Whether the line break at ``at`` was made by a mail client, in the middle of a sentence."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    stop = text.find("\n", at + 1)
    after = text[at + 1 : stop if stop >= 0 else len(text)]
    if not before or not after.strip() or at + 1 in listed:
        return False
    first = after.lstrip()[0]
    if before[-1] in ".!?:;…" or before[-1] == ",":
        # "Beste Jan," ends a line on purpose; a comma at a full line's end does not.
        return before[-1] == "," and len(before) >= _FULL_LINE and longest < 100
    opened = after.lstrip().lstrip("(")[:1]  # "... and Amina Warsame\n(amina@b.example)."
    if (first.islower() or (first == "(" and opened.islower())) and len(before) >= 30:
        return True
    word = after.split(None, 1)[0]
    # A client wraps a line only where the next word would not have fitted any more.
    return len(before) >= _FULL_LINE and len(before) + 1 + len(word) > min(longest, 78) - 2


def _really_ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    if ")" in stop.group() and text[stop.end() : stop.end() + 2].lstrip(" ")[:1].islower():
        return False  # "if the train runs (strike!) I'll come": what is within the brackets ends there
    if stop.group()[0] != ".":
        return True
    if stop.group().startswith(".."):
        return True
    before = text[begin : stop.start()]
    if "\t" in text[stop.end() : _line_end(text, stop.end())] and _CELL_TITLE.search(before):
        return False  # "kap. M. Donkers\tmaj. Iris Vermeulen"
    last = _OPENED.split(before[-24:])[-1]
    following = text[stop.end() : stop.end() + 40].lstrip(" \t\u00a0")
    if _INITIALS.fullmatch(last):
        return following[:1] in {"", "\n"}  # "J.W. Terpstra", "P. de Boer"
    if last.lower() in _MONTHS and following[:1].isupper():
        return True  # "Graag 1 plek voor 18 jan. Betaal ik ter plekke?"
    if last.lower().rstrip(".") in _SHORT or ".-" in last:  # "Dipl.-Soz."
        return following[:1] == "\n" and following[1:2] in {"", "\n"}
    if _DATE.search(before[-7:]) and following[:1].islower():
        return False  # "für die Veranstaltung am 18.1. an"
    # "am 18. Januar", "der 4. Meet Up": no German sentence ends in an ordinal.
    return not (_ORDINAL.search(before[-4:]) and following[:1] not in {"", "\n"})


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


Own = Mapping[int, tuple[Sentence, ...]]  # the sentences of each new stretch, by where it begins


def own_sentences(mail: Mail) -> Own:
    """The new words of the mail, in order."""
    return {
        stretch.start: sentences(mail.text[stretch.start : stretch.end], stretch.start)
        for stretch in mail.stretches
        if stretch.part is Part.NEW
    }


def subject_sentences(mail: Mail) -> tuple[Sentence, ...]:
    """The subject as one sentence, without "Re:", "Antw:", "[EXTERNAL]" and the like."""
    skipped = _PREFIX.match(mail.subject)
    start = skipped.end() if skipped else 0
    text = mail.subject[start:]
    words = tokens(text, start)
    if not words:
        return ()
    return (
        Sentence(text, start, len(mail.subject), "subject", Role.SUBJECT, words[:LONGEST], "?" in text[-3:]),
    )


_PREFIX = re.compile(
    r"(?:\s*(?:(?:re|fw|fwd|aw|wg|antw|antwort|rv|tr|ref|doorst|betreft|betr|sv|vs)\s*(?:\[\d+\])?\s*[:：]|"
    r"\[[^\]]{1,40}\]))*\s*",
    re.IGNORECASE,
)


_ANSWER = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|antwort|sv|réf|ref)\s*(?:\[\d+\])?\s*:", re.IGNORECASE
)


def answers(subject: str) -> bool:
    """Whether the subject has a mail client's "Re:" in any of its languages."""
    return bool(_ANSWER.match(subject))
