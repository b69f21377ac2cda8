"""Which organisation a person writes for, where the mail says so; never guessed from an address alone.

The strongest sign is a name in the text that the domain of the address is called after
(``rechtopwater.example`` and "Recht op Water"). Then come legal forms and words such as
"Stichting", and what stands beside a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.core.understanding.display import speaks_of_organisation, squeezed
from mailbot.core.understanding.lines import Kind, Line
from mailbot.core.understanding.names import bare, mended
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import fold, tokens

_WORD = re.compile(r"[^\s,;|•·()<>\"„“”«»/\t]+|/")
_SEGMENTS = re.compile(r"\s*[|•·\t;]\s*|\s+[-–—/]+\s+|,\s+|\s*/\s*(?=[A-Z])|\s{3,}")
_NOT_A_NAME = re.compile(r"@|https?:|www\.|\d{3}|[?!]|\[|:\s*\S*\d|\b[TMFE]\b[.:]?\s*[+\d]|\.{3}|[=_]{3}")
_CONNECTING = frozenset(
    [
        "van",
        "voor",
        "aan",
        "op",
        "en",
        "&",
        "of",
        "for",
        "the",
        "and",
        "de",
        "des",
        "du",
        "und",
        "für",
        "et",
        "der",
        "la",
        "le",
        "les",
        "der",
        "dem",
        "den",
        "het",
        "in",
        "zonder",
        "zur",
        "zum",
        "im",
        "à",
        "a",
        "à",
        "y",
        "al",
        "tot",
        "over",
        "bij",
        "to",
        "against",
        "gegen",
        "contre",
        "pour",
        "sans",
        "om",
        "on",
    ]
)
_IN_PROSE = frozenset(
    [
        "of",
        "for",
        "voor",
        "van",
        "für",
        "fur",
        "pour",
        "des",
        "du",
        "de",
        "&",
        "und",
        "et",
        "en",
        "and",
        "the",
        "der",
        "op",
        "aan",
        "zonder",
        "sans",
        "ohne",
        "zur",
        "zum",
    ]
)
LONGEST = 90


@dataclass(frozen=True, slots=True)
class Found:
    """The name of an organisation at ``start``:``end`` of the text, and how sure that is."""

    name: str
    start: int
    end: int
    weight: int


def _key(text: str) -> str:
    return squeezed(text).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _shown(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;|-–—.:'\"*_") + ("" if not _keeps_stop(text) else ".")


def _keeps_stop(text: str) -> bool:
    return bool(re.search(r"(?:\b[eE]\. ?V|\b[BN]\.V|V\.O\.F)\.$", text.rstrip(" ,;*_")))


def after_domain(
    text: str, start: int, end: int, core: str, words: NameWords, *, signed: bool
) -> Found | None:
    """The words of ``text[start:end]`` that the domain is called after, with the words that belong to
    them: "Peace Bridges International" for ``peacebridges``."""
    wanted = _key(core)
    if len(wanted) < 3:
        return None
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    keys = [_key(word) for word, _, _ in found]
    parts = [part for part in re.split(r"[-_]", core) if part]
    best: tuple[int, int] | None = None
    for at, key in enumerate(keys):
        if (
            not key
            or not (wanted.startswith(key[:1]))
            or "@" in found[at][0]
            or "." in found[at][0].strip(".")[2:]
        ):
            continue
        joined = ""
        for length in range(1, min(8, len(keys) - at + 1)):
            joined += keys[at + length - 1] or _and(found[at + length - 1][0], wanted[len(joined) :])
            if joined == wanted and length and _capital(found[at][0]):
                best = (at, at + length)
                break
            if len(joined) > len(wanted):
                break
        if best is None and len(parts) > 1 and _fits_parts(keys, at, parts) and _capital(found[at][0]):
            best = (at, at + len(parts))
        if best:
            break
    if best is None:
        return None
    first, last = _extended(found, best, words, signed=signed)
    left, right = found[first][1], found[last - 1][2]
    return Found(_shown(text[left:right]), left, right, 90)


def _and(word: str, rest: str) -> str:
    """The "&" of a name as its domain spells it."""
    return next((spelt for spelt in ("en", "and", "und", "et") if word == "&" and rest.startswith(spelt)), "")


def _capital(word: str) -> bool:
    stripped = word.lstrip("'\"*_(")
    return stripped[:1].isupper() or stripped[:1].isdigit()


def _fits_parts(keys: list[str], at: int, parts: list[str]) -> bool:
    """ "hs-zuiderpoort": Hogeschool Zuiderpoort; "uni-domstad": Universiteit Domstad."""
    if at + len(parts) > len(keys):
        return False
    full = 0
    for part, key in zip(parts, keys[at:], strict=False):
        plain = _key(part)
        if key == plain:
            full += 1
        elif not (len(plain) <= 5 and key[:1] == plain[:1] and _within(plain, key)):
            return False
    return full > 0


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _extended(
    found: list[tuple[str, int, int]], span: tuple[int, int], words: NameWords, *, signed: bool
) -> tuple[int, int]:
    """Words that belong to the name on its left ("Stichting", "De") and right ("International", "e.V.")."""
    first, last = span
    while first and not found[first - 1][0].endswith((".", ":", "!", "?")):
        plain = bare(found[first - 1][0])
        capital = found[first - 1][0][:1].isupper()
        kin = words["organisation"].holds(plain) or plain in {
            "de",
            "het",
            "the",
            "la",
            "le",
            "die",
            "der",
        }
        if not (capital and kin) or not _joined(found, first):
            break
        first -= 1
    while last < len(found):
        word = found[last][0]
        if found[last - 1][0].endswith((".", ":", "!", "?")) and not _legal(found, last, words):
            break
        if not _joined(found, last) or word == "/":
            break
        plain = bare(word)
        if _legal(found, last, words) or (word[:1].isupper() and plain not in words.ordinary):
            last += 1
        elif signed and words["organisation"].holds(plain):
            last += 1  # "Bauernhilfe international"
        elif (
            signed
            and plain in _CONNECTING
            and last + 1 < len(found)
            and _capital(found[last + 1][0])
            and _joined(found, last + 1)
        ):
            last += 2
        else:
            break
    return first, last


def _joined(found: list[tuple[str, int, int]], at: int) -> bool:
    """Only a space stands between this word and the one before it."""
    return found[at][1] - found[at - 1][2] <= 1


def _legal(found: list[tuple[str, int, int]], at: int, words: NameWords) -> bool:
    plain = [token.word for word, _, _ in found[at : at + 2] for token in tokens(word)]
    return bool(words["legal"].length_at(plain, 0)) or plain[:1] == ["v"]


def run_at(text: str, at: int, end: int, words: NameWords) -> Found | None:
    """The capitalised words that begin at ``at``, with the small ones between them: after "namens"."""
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, at, min(end, at + LONGEST))]
    while found and found[0][0].islower() and bare(found[0][0]) in _ARTICLES:
        found.pop(0)
    taken = int(len(found) > 1 and words["opening"].holds(found[0][0]) and _capital(found[1][0]))
    while taken < len(found):
        word, start, _ = found[taken]
        gap = text[found[taken - 1][2] : start] if taken else ""
        if (
            taken
            and word.isupper()
            and found[taken - 1][0].isupper()
            and bare(word) in words.ordinary
            and len(word) > 2
        ):
            break  # "HIMILO WOMEN GROUP FOR 18 JANUARY"
        if (
            taken
            and (
                gap.strip(" \n\u00a0") or "\n\n" in gap or found[taken - 1][0].endswith((".", ":", "!", "?"))
            )
            and not _legal(found, taken, words)
        ):
            break
        if _capital(word) or _legal(found, taken, words):
            taken += 1
        elif taken and bare(word) in _IN_PROSE and taken + 1 < len(found):
            following = found[taken + 1][0]
            small = bare(following) in _ARTICLES and taken + 2 < len(found)
            if following[:1].isupper() and bare(following) not in words.ordinary:
                taken += 2
            elif small and _capital(found[taken + 2][0]):
                taken += 3
            else:
                break
        else:
            break
    if not taken:
        return None
    left, right = found[0][1], found[taken - 1][2]
    name = _shown(text[left:right])
    return Found(name, left, right, 60) if name else None


_OURS = frozenset(["our", "my", "onze", "mijn", "unser", "unsere", "meine", "notre", "mon", "ma"])
_ARTICLES = frozenset(
    [
        "de",
        "het",
        "the",
        "la",
        "le",
        "les",
        "l'",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "een",
        "a",
        "an",
        "our",
        "onze",
        "ons",
        "unserem",
        "unserer",
        "notre",
        "'t",
    ]
)


def could_be_organisation(name: str, words: NameWords) -> bool:
    """A capitalised name that is no place, function, common word, or anything with a number in it."""
    plain = [token.word for token in tokens(name)]
    if not plain or _NOT_A_NAME.search(name) or len(name) > LONGEST or not name[:1].isupper():
        return False
    if words.places.length_at(plain, 0) == len(plain):
        return False
    if all(word in words.ordinary or words["functions"].holds(word) for word in plain):
        return False
    if words["greetings"].holds(plain[0]) or words["closings"].length_at(plain, 0):
        return False
    return not (words["functions"].holds(plain[0]) and not speaks_of_organisation(name, words))


def in_signature(lines: Iterable[Line], core: str, signer: str | None, words: NameWords) -> Found | None:
    """The organisation in the lines that a letter ends with."""
    best: Found | None = None
    below = False
    for line in lines:
        found = _in_line(line, core, signer, words)
        text = _shown(line.text)
        if found is None and below and _lonely(text, words):
            found = Found(text, line.start, line.end, 35)
        signs = bool(signer) and is_signer(_titleless(text, words), signer)
        below = signs or (below and _is_function(text, words))
        if found is not None and (best is None or found.weight > best.weight):
            best = found
    return best


def _titleless(text: str, words: NameWords) -> str:
    return " ".join(part for part in text.split() if bare(part) not in words["titles"].words)


def _is_function(text: str, words: NameWords) -> bool:
    return bool(text) and any(words["functions"].holds(bare(part)) for part in text.split())


def _lonely(text: str, words: NameWords) -> bool:
    """The line right under the name: several capitalised words, no function, no place, no person."""
    parts = text.split()
    if not 2 <= len(parts) <= 7 or not could_be_organisation(text, words) or words.is_given(parts[0]):
        return False
    plain = [token.word for token in tokens(text)]
    if any(words["functions"].holds(word) or words.places.holds(word) for word in plain):
        return False
    return all(part[:1].isupper() or bare(part) in _CONNECTING for part in parts)


def _in_line(line: Line, core: str, signer: str | None, words: NameWords) -> Found | None:
    if core:
        found = after_domain(line.text, 0, len(line.text), core, words, signed=True)
        if found is not None and not is_signer(found.name, signer):
            return Found(found.name, line.start + found.start, line.start + found.end, 90)
    best: Found | None = None
    at = 0
    named = False
    for number, segment in enumerate(_segments(line.text)):
        text, place = segment
        at = line.start + place
        name = _shown(text)
        if signer and is_signer(name, signer):
            named = True
            continue
        capital = re.match(r"(?:[^\W\d_A-Z][^\W_]*\s+){1,4}(?=[A-ZÀ-Þ])", name)
        if capital and words["functions"].holds(bare(name.split()[0])):
            name = name[capital.end() :]  # "bestuurslid Stichting Wees-Wijs"
        weight = _weight(
            name, words, beside_name=named or bool(number and signer and _begins(line.text, signer))
        )
        if weight and (best is None or weight > best.weight):
            best = Found(name, at, at + len(text), weight)
    return best


def _segments(text: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    at = 0
    for cut in [*_SEGMENTS.finditer(text), None]:
        stop = cut.start() if cut else len(text)
        piece = text[at:stop]
        lead = len(piece) - len(piece.lstrip(" *_>([-–—"))
        inner = piece[lead:].rstrip(" *_])")
        bracket = re.search(r"\(([^()]{2,60})$", inner)
        if bracket:
            found.append((inner[: bracket.start()].rstrip(), at + lead))
            found.append((bracket[1], at + lead + bracket.start() + 1))
        elif inner:
            found.append((inner, at + lead))
        at = cut.end() if cut else stop
    return found


def _begins(text: str, signer: str) -> bool:
    return fold(text.strip(" *_-–")).startswith(fold(signer.split(maxsplit=1)[0]))


def is_signer(name: str, signer: str | None) -> bool:
    if not signer:
        return False
    own = {fold(part) for part in re.split(r"[\s.-]+", signer) if part}
    theirs = [fold(part) for part in re.split(r"[\s.-]+", name) if part]
    return bool(theirs) and all(part in own for part in theirs)


def _weight(name: str, words: NameWords, *, beside_name: bool) -> int:
    if not name or not could_be_organisation(name, words):
        return 0
    plain = [token.word for token in tokens(name)]
    if words["family"].holds(plain[0]) or (words["mailbox"].holds(plain[-1]) and len(plain) == 1):
        return 0
    if words["mailbox"].holds(plain[0]) and not words["organisation"].holds(plain[0]) and len(plain) < 3:
        return 0  # "Secretariaat Internationaal"
    if speaks_of_organisation(name, words):
        function = words["functions"].holds(plain[0]) or words["functions"].holds(plain[-1])
        return 40 if function else 75
    if any(words["functions"].holds(word) for word in plain):
        return 0
    if beside_name:
        return 65
    return 0


def beside(text: str, start: int, end: int, stop: int, words: NameWords, *, listed: bool) -> Found | None:
    """What stands right behind a name as that person's organisation: "(Oxfam)", "of Green Mekong"."""
    tail = text[end : min(stop, end + 160)]
    skipped = re.match(r"\s*(?:[(<,]\s*[^\s()<>,]+@[^\s()<>,]+[)>]?\s*)?", tail)
    at = skipped.end() if skipped else 0
    bracket = re.match(r"\s*\(([^()]{2,80})\)", tail[at:])
    if bracket is not None:
        for piece, place in _segments(bracket[1]):
            name = _shown(piece)
            after = re.sub(r"^(?:van|of|from|von|de|at|bij|bei)\s+(?=[A-Z])", "", name)
            if could_be_organisation(after, words) and not words["titles"].holds(bare(after)):
                begin = end + at + bracket.start(1) + place
                return Found(after, begin, begin + len(piece), 80)
        return None
    following = tokens(tail[at : at + 40])
    plain = [token.word for token in following]
    length = words["from_house"].length_at(plain, 0)
    if length and not re.search(r"[.;:!?\n,(]", tail[at : at + following[0].start]):
        found = run_at(text, end + at + following[length - 1].end, stop, words)
        if found and could_be_organisation(found.name, words) and not _only_person(found.name, words):
            return Found(found.name, found.start, found.end, 70)
        return None
    comma = re.match(r"\s*(?:,|[-–—|:])\s*", tail[at:])
    if listed and comma:
        pieces = _segments(tail[at + comma.end() :].split("\n")[0])
        for piece, place in pieces[:3]:
            name = _shown(piece)
            if _weight(name, words, beside_name=True) and not name.islower():
                begin = end + at + comma.end() + place
                return Found(name, begin, begin + len(piece), 60)
    return None


def _only_person(name: str, words: NameWords) -> bool:
    return words.is_given(name.split(maxsplit=1)[0]) and not speaks_of_organisation(name, words)


def said(text: str, start: int, end: int, words: NameWords) -> Found | None:
    """ "namens Stichting X", "I'm with the Y": the organisation the sender says to write for."""
    best: Found | None = None
    spoken = tokens(text[start:end], start)
    plain = [token.word for token in spoken]
    for at in range(len(plain)):
        length = words["on_behalf"].length_at(plain, at)
        weight = 60
        if not length and words["from_house"].length_at(plain, at):
            length, weight = words["from_house"].length_at(plain, at), 45
        if not length:
            continue
        begin = spoken[at + length - 1].end
        own = plain[at] in _OURS and text[begin : begin + 1] in {",", ":"}  # "our church, Light of Nations"
        if re.match(r"\s*[.,;:!?\n(]", text[begin : begin + 2]) and not own:
            continue
        begin += own
        found = run_at(text, begin, end, words)
        if found is None or found.start - begin > 12 or not could_be_organisation(found.name, words):
            continue
        speaks = speaks_of_organisation(found.name, words)
        if _left_behind(text, start, found.start, words):
            continue
        if _only_person(found.name, words) or (weight == 45 and not speaks):
            continue
        if best is None or weight + 10 * speaks > best.weight:
            best = Found(found.name, found.start, found.end, weight + 10 * speaks)
    return best


def named(text: str, start: int, end: int, words: NameWords) -> Found | None:
    """A run of words in prose that calls itself an organisation: "Stichting Zaadgoed"."""
    at = start
    for match in re.finditer(r"(?<![^\W\d_])[^\W\d_][^\s,;:.!?()]*", text[start:end]):
        elided = re.match(r"(?:[ld]|qu)['’]", match.group(), re.IGNORECASE)
        place = start + match.start() + (elided.end() if elided else 0)
        if place < at or not text[place : place + 1].isupper():
            continue
        found = run_at(text, place, end, words)
        if found is None:
            continue
        at = found.end
        found = _from_keyword(text, found, words)
        if _left_behind(text, start, found.start, words):
            continue
        several = " " in found.name
        if several and could_be_organisation(found.name, words) and speaks_of_organisation(found.name, words):
            return Found(found.name, found.start, found.end, 40)
    return None


def _from_keyword(text: str, found: Found, words: NameWords) -> Found:
    """ "Ingrid Wolters Stichting Zaadgoed": the organisation begins at its own word."""
    parts = found.name.split()
    if not words.is_given(parts[0]):
        return found
    for number, part in enumerate(parts[1:-1], start=1):
        if words["opening"].holds(bare(part)):
            name = " ".join(parts[number:])
            return Found(name, text.find(part, found.start), found.end, found.weight)
    return found


def _left_behind(text: str, start: int, at: int, words: NameWords) -> bool:
    """ "I leave Harbour Trust", "my former employer X": no longer the writer's."""
    earlier = [token.word for token in tokens(text[max(start, at - 50) : at])][-4:]
    return words["former"].first(earlier) is not None


__all__ = [
    "Found",
    "Kind",
    "after_domain",
    "beside",
    "could_be_organisation",
    "in_signature",
    "is_signer",
    "mended",
    "named",
    "run_at",
    "said",
]  # fmt: skip
