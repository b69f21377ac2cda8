"""For whom people write, by the lines around their names: in the signature, and beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.core.understanding.display import speaks_of_organisation
from mailbot.core.understanding.lines import Line
from mailbot.core.understanding.names import bare
from mailbot.core.understanding.namesakes import is_namesake, whole_name
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.organisations import (
    Found,
    after_domain,
    could_be_organisation,
    run_at,
    shown,
)
from mailbot.core.understanding.tokens import fold, tokens
from mailbot.core.understanding.trades import (
    behind_function,
    behind_noun,
    behind_opening,
    is_town,
    is_unit,
    only_trade,
)

_SMALL_LINE = 4  # words of a line without capitals that is the name of a house
_AND = re.compile(r"\s(?:&|\+|en|and|und|et)\s")
_OF = re.compile(
    r"^(?:(?:beiden?|allebei|both|all|allen|alle|tous|toutes)\s+(?:les\s+)?(?:deux\s+)?)?"
    r"(?:van|of|from|with|von|vom|de|du|at|bij|bei)\s+(?:de\s+|het\s+|the\s+|der\s+)?(?=[A-ZÀ-Þ])"
)
_PARTS = re.compile(r"[\s.-]+")
_SEGMENTS = re.compile(r"\s*[|•·\t;]\s*|\s+(?:[-–—/]+|\*)\s+|,\s+|\s*/\s*(?=[A-Z])|\s{3,}")


def in_signature(lines: Iterable[Line], core: str, signer: str | None, words: NameWords) -> Found | None:
    """The organisation in the lines that a letter ends with."""
    best: Found | None = None
    below = False
    for line in lines:
        found = _in_line(line, core, signer, words)
        text = shown(line.text)
        if below and _partners(text, signer, words):
            found = Found(text, line.start, line.end, 82)
        elif found is None and below and _lonely(text, words):
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


def _partners(text: str, signer: str | None, words: NameWords) -> bool:
    """ "Weißenfels & Tauber" under the name of Dorothea Weißenfels: the firm is called after her."""
    halves = _AND.split(text)
    if len(halves) != 2 or not _lonely(text, words) or not signer or " " not in signer:
        return False
    return any(fold(half) == fold(signer.partition(" ")[2]) for half in halves)


def _lonely(text: str, words: NameWords) -> bool:
    """The line right under the name: several capitalised words, no function, no place, no person."""
    parts = text.split()
    if not 2 <= len(parts) <= 7 or not could_be_organisation(text, words) or words.is_given(parts[0]):
        return False
    if only_trade(text, words) or is_town(text, words):
        return False
    plain = [token.word for token in tokens(text)]
    if any(words["functions"].holds(word) or words.places.holds(word) for word in plain):
        return False
    return all(
        part[:1].isupper() or bare(part) in words["house_small"].words or part in {"-", "–", "&", "+"}
        for part in parts
    )


def _in_line(line: Line, core: str, signer: str | None, words: NameWords) -> Found | None:
    if core:
        found = after_domain(line.text, 0, len(line.text), core, words, signed=True)
        before = [token.word for token in tokens(line.text[: found.start])][-3:] if found else []
        if found is not None and words["former"].first(before) is not None:
            text, place = _segments(line.text)[0]  # "Commonlight (formerly Bridgewell)"
            fits = bool(place < found.start and could_be_organisation(shown(text), words))
            now = Found(shown(text), line.start + place, line.start + place + len(text), 90)
            return now if fits and not is_signer(now.name, signer) else None
        if found is not None and not is_signer(found.name, signer):
            return _spelt_out(found, line, words) or _whole(found, line, signer, words)
    best: Found | None = None
    at = 0
    named = False
    for number, segment in enumerate(_segments(line.text)):
        text, place = segment
        at = line.start + place
        name = shown(text)
        if signer and is_signer(name, signer):
            named = True
            continue
        if core and name.isupper() and len(name) > 2 and fold(name) in re.split(r"[-_]", core):
            best = Found(name, at, at + len(text), 80)  # "ADELC" of adelc-mali.example
            continue
        beside_function = False
        capital = re.match(r"(?:[^\W\d_A-Z][^\W_]*\s+){1,4}(?=[A-ZÀ-Þ])", name)
        house = behind_function(name, words)
        if not house and not number:
            house = behind_opening(name, words)  # "Pour l'asso Les Amis de Ségou"
        if house:
            one = run_at(name, behind_noun(name, house, words), len(name), words)
            if one is not None and could_be_organisation(one.name, words) and not is_unit(one.name, words):
                weight = 76 if speaks_of_organisation(one.name, words) else 66
                if best is None or weight > best.weight:
                    best = Found(one.name, at + one.start, at + one.end, weight)
                continue
        if capital and words["functions"].holds(bare(name.split()[0])):
            name = name[capital.end() :]  # "bestuurslid Stichting Wees-Wijs"
            beside_function = True
        if core and is_namesake(name, core, words) and _weighs(name, words):
            best = Found(name, at, at + len(text), 82)
            continue
        weight = _weight(
            name, words, beside_name=named or bool(number and signer and _begins(line.text, signer))
        )
        opens = words["opening"].holds(bare(name.split()[0])) if name else False
        weight -= 20 * (beside_function and weight > 0 and not opens)  # "docent International Development"
        if weight and (best is None or weight > best.weight):
            best = Found(name, at, at + len(text), weight)
    return best


def _whole(found: Found, line: Line, signer: str | None, words: NameWords) -> Found:
    """What a domain is called after, with the words of its segment that belong to it."""
    start, end = found.start, found.end
    if line.text.islower():  # "buurtkracht delft"
        whole = shown(line.text)
        fits = len(whole.split()) <= _SMALL_LINE and could_be_organisation(whole.title(), words)
        return Found(whole if fits else found.name, line.start + start, line.start + end, 90)
    for text, place in _segments(line.text):
        if place <= start and end <= place + len(text):
            left, right = whole_name(text, start - place, end - place, words)
            name = shown(text[left:right])
            if (left, right) != (start - place, end - place) and not _names(signer, name):
                return Found(name, line.start + place + left, line.start + place + right, 90)
    return Found(found.name, line.start + start, line.start + end, 90)


def _spelt_out(found: Found, line: Line, words: NameWords) -> Found | None:
    """ "Stichting Onderwijs Vooruit (SOV)" of sov.example: what the letters in brackets stand for."""
    short = found.name
    before = line.text[: found.start].rstrip()
    if not (short.isupper() and " " not in short and before.endswith("(")):
        return None
    segments = _segments(before[:-1])
    text, place = segments[-1] if segments else ("", 0)
    initials = "".join(part[0] for part in re.split(r"[\s-]+", fold(text)) if part)
    rest = iter(initials)
    if not all(letter in rest for letter in fold(short)) or not could_be_organisation(shown(text), words):
        return None
    return Found(shown(text), line.start + place, line.start + place + len(text), 90)


def _names(signer: str | None, name: str) -> bool:
    """Whether the signer's own name stands in a text."""
    own = {fold(part) for part in _PARTS.split(signer or "") if len(part) > 2}
    return any(fold(part) in own for part in _PARTS.split(name))


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
    own = {fold(part) for part in _PARTS.split(signer) if part}
    theirs = [fold(part) for part in _PARTS.split(name) if part]
    return bool(theirs) and all(part in own for part in theirs)


def _weighs(name: str, words: NameWords) -> bool:
    return could_be_organisation(name, words) and not only_trade(name, words)


def _weight(name: str, words: NameWords, *, beside_name: bool) -> int:
    if not name or not _weighs(name, words):
        return 0
    plain = [token.word for token in tokens(name)]
    if words["family"].holds(plain[0]) or (words["mailbox"].holds(plain[-1]) and len(plain) == 1):
        return 0
    if words["mailbox"].holds(plain[0]) and not words["organisation"].holds(plain[0]) and len(plain) < 3:
        return 0  # "Secretariaat Internationaal"
    if words["from_house"].length_at(plain, 0) == len(plain) - 1 and words["mailbox"].holds(plain[-1]):
        return 0  # "Pour le Secrétariat"
    if speaks_of_organisation(name, words):
        function = words["functions"].holds(plain[0]) or words["functions"].holds(plain[-1])
        # "Bureau Onderwijs" may be a part of the house below it, as "Social Development Department".
        part = words["mailbox"].holds(plain[0]) or words["offices"].holds(plain[-1])
        part = part or (words["offices"].holds(plain[0]) and not words["opening"].holds(plain[0]))
        return 40 if function else 75 - 5 * part - 3 * is_unit(name, words)
    if any(words["functions"].holds(word) for word in plain):
        return 0
    return 65 if beside_name and not is_town(name, words) else 0


def beside(text: str, start: int, end: int, stop: int, words: NameWords, *, listed: bool) -> Found | None:
    """What stands right behind a name as that person's organisation: "(Oxfam)", "of Green Mekong"."""
    tail = text[end : min(stop, end + 160)]
    skipped = re.match(r"\s*(?:[(<,]\s*[^\s()<>,]+@[^\s()<>,]+[)>]?\s*)?", tail)
    at = skipped.end() if skipped else 0
    bracket = re.match(r"\s*\(([^()]{2,80})\)", tail[at:])
    if bracket is not None:
        for piece, place in _segments(bracket[1]):
            name = shown(piece)
            after = _OF.sub("", name)
            if (
                words["being"].first([token.word for token in tokens(after) if after[0].isupper()][1:])
                is not None
            ):
                continue  # "(Xiaoling is her given name)"
            if could_be_organisation(after, words) and not words["titles"].holds(bare(after)):
                begin = end + at + bracket.start(1) + place
                return Found(after, begin, begin + len(piece), 80)
        return None
    comma = re.match(r"\s*,\s+(?=[^\W\d_A-ZÀ-Þ])", tail[at:])
    apart = comma is not None  # "Aïcha Diop, de la Fondation Rivages, et moi"
    at += comma.end() if comma else 0
    following = tokens(tail[at : at + 40])
    plain = [token.word for token in following]
    length = words["from_house"].length_at(plain, 0)
    if length and not re.search(r"[.;:!?\n,(]", tail[at : at + following[0].start]):
        begin = end + at + following[length - 1].end
        begin = behind_noun(text, begin, words)
        found = run_at(text, begin, stop, words)
        sure = found is not None and not (apart and not speaks_of_organisation(found.name, words))
        if found and sure and could_be_organisation(found.name, words) and not only_person(found.name, words):
            return Found(found.name, found.start, found.end, 70)
        if not apart:
            return None
    at -= comma.end() if comma else 0
    comma = re.match(r"\s*(?:,|[-–—|:])\s*", tail[at:])
    bracketed = text[max(0, start - 1) : start] == "(" and ")" in tail  # "me (Pim Laan, Oxfam)"
    if bracketed:
        tail = tail[: tail.index(")")]
    if (listed or bracketed) and comma:
        pieces = _segments(tail[at + comma.end() :].split("\n")[0])
        for piece, place in pieces[:3]:
            name = _without_courtesy(shown(piece), words)
            if words["sections"].holds(bare(name)):
                continue  # "First Secretary (Political)"
            if _weight(name, words, beside_name=True) and not name.islower():
                begin = end + at + comma.end() + place
                return Found(name, begin, begin + len(piece), 60)
    return None


def _without_courtesy(name: str, words: NameWords) -> str:
    """ "collectif Voix du Rif svp merci" ends before the please and the thanks."""
    parts = name.split()
    while (
        parts
        and parts[-1].islower()
        and (words["closings"].holds(bare(parts[-1])) or words["courtesy"].holds(bare(parts[-1])))
    ):
        parts.pop()
    return " ".join(parts)


def only_person(name: str, words: NameWords) -> bool:
    return words.is_given(name.split(maxsplit=1)[0]) and not speaks_of_organisation(name, words)
