"""Which organisation a person writes for, where the mail says so; never guessed from an address alone.

The strongest sign is a name in the text that the domain of the address is called after
(``rechtopwater.example`` and "Recht op Water"). Then come legal forms and words such as
"Stichting", and what stands beside a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.understanding.display import heart, speaks_of_organisation
from mailbot.core.understanding.names import bare
from mailbot.core.understanding.namesakes import fits_parts
from mailbot.core.understanding.namesakes import key as _key
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.trades import governs, is_street

_LEAST = 4  # letters of what is left of a domain without "-ngo"
_WORD = re.compile(r"[^\s,;|•·()<>\"„“”«»/\t]+|/")
_NOT_A_NAME = re.compile(r"@|https?:|www\.|\d{3}|[?!]|\[|:\s*\S*\d|\b[TMFE]\b[.:]?\s*[+\d]|\.{3}|[=_]{3}")
_CORE_PARTS = re.compile(r"[-_]")
_SPACES = re.compile(r"\s+")
_STOPPED = re.compile(r"(?:\b[eE]\. ?V|\b[BN]\.V|V\.O\.F)\.$")
_GENITIVES = frozenset(["de", "du", "des", "of", "van", "der", "do", "da", "di", "del"])
_LINKS = _GENITIVES | {"for", "voor", "für", "pour"}
_VOCABULARY = 2048  # words of which is kept how they are read
LONGEST = 90
_WRAPPED = 45  # characters of a line that goes on in the next one


@dataclass(frozen=True, slots=True)
class Found:
    """The name of an organisation at ``start``:``end`` of the text, and how sure that is."""

    name: str
    start: int
    end: int
    weight: int


def shown(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ,;|-–—.:'\"*_") + ("" if not _keeps_stop(text) else ".")


def _keeps_stop(text: str) -> bool:
    line = text.rstrip(" ,;*_")
    return line.endswith((".", ".\n")) and bool(_STOPPED.search(line))


def after_domain(
    text: str, start: int, end: int, core: str, words: NameWords, *, signed: bool
) -> Found | None:
    """What the domain is called after in ``text[start:end]``: "Eastgate" for ``eastgate-ngo``, too."""
    found = _after(text, start, end, core, words, signed=signed)
    short = heart(core) if found is None and "-" in core else core
    if short == core or len(short) < _LEAST:
        return found
    found = _after(text, start, end, short, words, signed=signed)
    return found if found is not None and could_be_organisation(found.name, words) else None


def _after(text: str, start: int, end: int, core: str, words: NameWords, *, signed: bool) -> Found | None:
    """The words of ``text[start:end]`` that the domain is called after, with the words that belong to
    them: "Peace Bridges International" for ``peacebridges``."""
    wanted = _key(core)
    if len(wanted) < 3:
        return None
    parts = [part for part in _CORE_PARTS.split(core) if part]
    keys = [_key(word) for word in _WORD.findall(text, start, end)]
    whole = len(parts) < 2
    for key in keys:
        if key and wanted.startswith(key if whole else key[0]):
            break
    else:
        return None  # as in most texts
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    best: tuple[int, int] | None = None
    for at, key in enumerate(keys):
        if (
            not key
            or not wanted.startswith(key if len(parts) < 2 else key[:1])
            or "@" in found[at][0]
            or "." in found[at][0].strip(".")[2:]
        ):
            continue
        joined = {""}  # what the words so far may have given the domain
        for length in range(1, min(8, len(keys) - at + 1)):
            word, key_here = found[at + length - 1][0], keys[at + length - 1]
            # "Coordination des ONG" for coordination-ong
            small = length > 1 and word.islower() and bare(word) in words["house_small"].words
            longer = {one + (key_here or _and(word, wanted[len(one) :])) for one in joined}
            joined = {one for one in (longer | joined if small else longer) if wanted.startswith(one)}
            if wanted in joined and _begins_name(found, at, at + length, words, signed=signed):
                best = (at, at + length)
                break
            if not joined or _line_ends(text, found, at + length):
                break
        named = best is None and len(parts) > 1 and _capital(found[at][0]) and fits_parts(keys, at, parts)
        if named and not any(_line_ends(text, found, later) for later in range(at + 1, at + len(parts))):
            best = (at, at + len(parts))
        if best:
            break
    if best is None:
        return None
    first, last = _extended(found, best, words, signed=signed)
    first = max((at for at in range(first + 1, best[0] + 1) if _line_ends(text, found, at)), default=first)
    last = min((at for at in range(best[1], last) if _line_ends(text, found, at)), default=last)
    left, right = found[first][1], found[last - 1][2]
    return Found(shown(text[left:right]), left, right, 90)


def _begins_name(
    found: list[tuple[str, int, int]], at: int, end: int, words: NameWords, *, signed: bool
) -> bool:
    """Whether a name may begin so: with a capital, "gemeente Waldrecht", "wirkungslabor gGmbH"."""
    word = found[at][0]
    if _capital(word) or words["kept_opening"].holds(bare(word)):
        return True
    if signed and not at and all(one.islower() for one, _, _ in found):
        return True  # "buurtkracht delft", a line of its own below "youssef tahiri"
    return signed and end < len(found) and _joined(found, end) and _legal(found, end, words)


def _line_ends(text: str, found: list[tuple[str, int, int]], at: int) -> bool:
    """Whether the line ends before this word, and no mail program broke it there."""
    if at >= len(found):
        return False
    left, right = found[at - 1][2], found[at][1]
    return "\n" in text[left:right] and not _wrapped(text, left)


def _and(word: str, rest: str) -> str:
    """The "&" of a name as its domain spells it."""
    return next((spelt for spelt in ("en", "and", "und", "et") if word == "&" and rest.startswith(spelt)), "")


def _capital(word: str) -> bool:
    stripped = word.lstrip("'\"*_(")
    return stripped[:1].isupper() or stripped[:1].isdigit()


def _extended(
    found: list[tuple[str, int, int]], span: tuple[int, int], words: NameWords, *, signed: bool
) -> tuple[int, int]:
    """Words that belong to the name on its left ("Stichting", "De") and right ("International", "e.V.")."""
    first, last = span
    while first and not found[first - 1][0].endswith((".", ":", "!", "?")):
        plain = bare(found[first - 1][0])
        capital = found[first - 1][0][:1].isupper()
        kin = words["organisation"].holds(plain) or words["house_articles"].holds(plain)
        if words["small_opening"].holds(plain) and first and _joined(found, first):
            first -= 1
            continue
        if not (capital and kin) or not _joined(found, first) or words["generic_house"].holds(plain):
            break  # "die Organisation ZMINA Berlin"
        first -= 1
    while last < len(found):
        word = found[last][0]
        if found[last - 1][0].endswith((".", ":", "!", "?")) and not _legal(found, last, words):
            break
        if not _joined(found, last) or word == "/":
            break
        plain = bare(word)
        own = plain not in words.ordinary or words["organisation"].holds(plain)  # "Horn Policy Group"
        if _legal(found, last, words) or (word[:1].isupper() and own):
            last += 1
        elif signed and words["organisation"].holds(plain):
            last += 1  # "Bauernhilfe international"
        elif signed and plain in words["house_small"].words and (small := _small(found, last, words)):
            last += small + 1
        elif word in _LINKS and _goes_on(found, last + 1, words) and found[last + 1][0].strip(".").isalpha():
            last += 2  # "Réseau Femmes du Fleuve", "Baltic House for Democracy"
        else:
            break
    return first, last


def _goes_on(found: list[tuple[str, int, int]], at: int, words: NameWords) -> bool:
    """Whether a name goes on here behind a genitive: with a word of its own, not one that mails have."""
    if at >= len(found) or not _joined(found, at) or not _capital(found[at][0]):
        return False
    word = bare(found[at][0])
    strange = word not in words.common and word not in words.ordinary and not words.is_given(word)
    return strange and not words.places.holds(word) and len(word) > 3


def _small(found: list[tuple[str, int, int]], at: int, words: NameWords) -> int:
    """How many small words stand here before the name goes on: "in the Netherlands"."""
    for count in (1, 2):
        following = at + count
        if following < len(found) and _joined(found, following) and _capital(found[following][0]):
            return count
        if following >= len(found) or bare(found[following][0]) not in words["house_small"].words:
            return 0
    return 0


def _joined(found: list[tuple[str, int, int]], at: int) -> bool:
    """Only a space stands between this word and the one before it."""
    return found[at][1] - found[at - 1][2] <= 1


def _legal(found: list[tuple[str, int, int]], at: int, words: NameWords) -> bool:
    if not _may_be_legal(found[at][0], words):
        return False
    plain = [token.word for word, _, _ in found[at : at + 2] for token in tokens(word)]
    return bool(words["legal"].length_at(plain, 0)) or plain[:1] == ["v"]


@lru_cache(maxsize=_VOCABULARY)
def _may_be_legal(word: str, words: NameWords) -> bool:
    """Whether a legal form can begin with this word; a sign alone leaves it to the next."""
    plain = [token.word for token in tokens(word)]
    return not plain or plain[0] == "v" or words["legal"].opens(plain[0])


def stands_alone(text: str, at: int, end: int, words: NameWords) -> int:
    """Where the capitalised word at this place ends if its run has no other word; 0 if it may have."""
    first = _WORD.match(text, at, min(end, at + LONGEST))
    if first is None or not text[at].isupper():
        return 0
    second = _WORD.search(text, first.end(), min(end, at + LONGEST))
    if second is None:
        return first.end()
    word = second.group()
    if _capital(word) or _may_be_legal(word, words) or bare(word) in words["house_in_prose"].words:
        return 0
    return first.end()


def run_at(text: str, at: int, end: int, words: NameWords) -> Found | None:
    """The capitalised words that begin at ``at``, with the small ones between them: after "namens"."""
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, at, min(end, at + LONGEST))]
    while found and found[0][0].islower() and bare(found[0][0]) in words["articles"].words:
        found.pop(0)
    opens = ("opening", "small_opening")
    taken = int(
        len(found) > 1
        and any(words[family].holds(bare(found[0][0])) for family in opens)
        and _capital(found[1][0])
    )
    while taken < len(found):
        word, start, _ = found[taken]
        gap = text[found[taken - 1][2] : start] if taken else ""
        if (
            taken
            and word.isupper()
            and found[taken - 1][0].isupper()
            and bare(word) in words.ordinary
            and not words["organisation"].holds(bare(word))
            and len(word) > 2
        ):
            break  # "HIMILO WOMEN GROUP FOR 18 JANUARY"
        if (
            taken
            and (
                gap.strip(" \n\u00a0")
                or "\n\n" in gap
                or ("\n" in gap and not _wrapped(text, found[taken - 1][2]))
                or found[taken - 1][0].endswith((".", ":", "!", "?"))
            )
            and not _legal(found, taken, words)
        ):
            break
        if _capital(word) or _legal(found, taken, words):
            taken += 1
        elif taken and bare(word) in words["house_in_prose"].words and taken + 1 < len(found):
            following = found[taken + 1][0]
            small = bare(following) in words["articles"].words and taken + 2 < len(found)
            if following[:1].isupper() and bare(following) not in words.ordinary:
                taken += 2
            elif small and _of_a_name(found, taken + 2, words):
                taken += 3
            else:
                break
        elif taken and _adjective(found, taken, words):
            taken += 1
        else:
            break
    if not taken:
        return None
    left, right = found[0][1], found[taken - 1][2]
    name = shown(text[left:right])
    return Found(name, left, right, 60) if name else None


def _of_a_name(found: list[tuple[str, int, int]], at: int, words: NameWords) -> bool:
    """Whether a name goes on behind an article: "Fonds voor de Open Kunst", not "for the 4th Meet Up"."""
    word = found[at][0]
    if not word[:1].isupper() or bare(word) not in words.ordinary:
        return word[:1].isupper()
    behind = found[at + 1][0] if at + 1 < len(found) and _joined(found, at + 1) else ""
    return behind[:1].isupper() and bare(behind) not in words.ordinary


def _adjective(found: list[tuple[str, int, int]], at: int, words: NameWords) -> bool:
    """ "Ministère de la Société *civile*": behind a word that organisations begin with."""
    word, first = found[at][0], bare(found[0][0])
    if not (word.islower() and len(word) > 3 and found[at - 1][0][:1].isupper()):
        return False
    opens = words["opening"].holds(first) or words["offices"].holds(first)
    return opens and words["house_endings"].holds(bare(word)) and not words["functions"].holds(bare(word))


def _wrapped(text: str, at: int) -> bool:
    """The line before this break is long enough to have been broken by a mail program."""
    return at - text.rfind("\n", 0, at) >= _WRAPPED


def without_place(name: str, words: NameWords) -> str:
    """ "Stiftung Brückenbau, Köln" ends before the town."""
    house, comma, place = name.rpartition(",")
    plain = [token.word for token in tokens(place)]
    town = bool(plain) and words.places.length_at(plain, 0) == len(plain)
    return house.strip() if comma and town and house.strip() else name


def could_be_organisation(name: str, words: NameWords) -> bool:
    """A capitalised name that is no place, function, common word, or anything with a number in it."""
    plain = [token.word for token in tokens(name)]
    if not plain or _NOT_A_NAME.search(name) or len(name) > LONGEST:
        return False
    if not name[:1].isupper() and not words["small_opening"].holds(plain[0]):
        return False
    if words.places.length_at(plain, 0) == len(plain) or is_street(plain, words):
        return False
    if all(word.isdecimal() or words["articles"].holds(word) for word in plain):
        return False  # "FÜR DEN 18."
    own = len(plain) > 1 and words["opening"].holds(plain[0]) and all(map(_capital, name.split()))
    everyday = all(word in words.ordinary or words["functions"].holds(word) for word in plain)
    if (everyday and not own) or governs(  # "Stichting Welkom Hier" is one
        plain, words
    ):
        return False
    if words["greetings"].holds(plain[0]) or words["closings"].length_at(plain, 0):
        return False
    if words["laws"].holds(plain[-1]) or words["law_heads"].holds(plain[0]):
        return False  # "NGO Act", "Wet Open Overheid"
    behind = [word for word in plain if word not in words["titles"].words]
    titled = plain[0] in words["titles"].words and (len(behind) < 2 or words.is_given(behind[0]))
    if titled and not speaks_of_organisation(name, words):
        return False  # "Im Namen von Frau Bürgermeisterin Anna Schmidt"
    return not (words["functions"].holds(plain[0]) and not speaks_of_organisation(name, words))
