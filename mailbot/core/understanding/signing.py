"""Who signs a mail: the names under it, and the lines of the contact block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.understanding.display import of_many, speaks_of_organisation
from mailbot.core.understanding.lines import Kind, Line
from mailbot.core.understanding.names import bare, is_initials, mended, same_person
from mailbot.core.understanding.namewords import NO_WORDS, NameWords
from mailbot.core.understanding.tokens import fold, tokens

_CUT = re.compile(r"\s*[|•·\t/]\s*|\s+\*+\s+|\s+[-–—]+\s+|,\s*|\s*[<(]")
_AND = re.compile(r"\s+(?:&|\+|en|and|und|et)\s+", re.IGNORECASE)
_FOR = re.compile(
    r"^(?:i\.?\s?[aAvV]\.|im Auftrag|p\.?p\.?|p/o|p\.o\.|i\.o\."
    r"|namens deze|w\.g\.|gez\.|signed|~|--?)\s*(?=\S)",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r"\s(?:(?:[^\W\d_]{1,2}\.\s?){2,5}|(?:Inc|Ltd|Co|Corp)\.)$")  # "Weltladen e. V."
_FIGURES = re.compile(r"[\d()+./–-]*\d[\d()+./–-]*")
_ADDRESS = re.compile(r"[(<\[]?(?:mailto:)?[^\s()<>\[\]@]{1,64}@[^\s()<>\[\]@]{3,90}[)>\]]?")
# "P.A. (Pieter) Kuipers", "Robert (Bob) Allen": no end of the name.
_CALLED = re.compile(r"\s?\([^\W\d_]{2,20}(?:[- ][^\W\d_]{2,20})?\)\s(?=[^\W\d_'’])")
_CALLED_BEHIND = re.compile(r"\s?\(([^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)\)\s*(?=$|[,|–-])")
_LONG = 90
_LAST = 20  # lines from the end in which somebody signs
TAIL = 9  # lines at the end of the new words that may be a signature which nothing marks


@dataclass(frozen=True, slots=True)
class Signed:
    """A name under the mail, and where it stands."""

    name: str
    start: int
    end: int
    words: str
    first: bool = False  # the first line under the closing words


def tail_of(lines: Sequence[Line], shown: Sequence[str] = (), words: NameWords = NO_WORDS) -> list[Line]:
    """The lines that close the sender's words: those marked as signature, and short ones just above; or,
    above a last word on the house or on trees, those around one of the names that From has (``shown``)."""
    found = _closing(lines, words)
    if not shown or any(_alone(line.text, shown, words) for line in found):
        return found
    spoken = [line for line in lines if line.text.strip()]
    for at in range(len(spoken) - 1, max(0, len(spoken) - _LAST), -1):
        if not _alone(spoken[at].text, shown, words) or spoken[at].bullet:
            continue
        above, below = spoken[at - 1], spoken[at + 1 : at + 2]
        beside = [above, *below]
        closes = above.end + 1 < spoken[at].start or _after_closing(above.text, words) > 0
        if not closes or any(line.bullet or _other(line.text, shown, words) for line in beside):
            return found  # one of a list
        end = at + 1
        while end < len(spoken) and end - at < TAIL and _short(spoken[end].text.strip()):
            end += 1
        first = at - 1 if _short(above.text.strip()) else at
        return [*spoken[first:end], *(line for line in found if line.start > spoken[end - 1].start)]
    return found


def _alone(text: str, shown: Sequence[str], words: NameWords) -> bool:
    """Whether a line is one of these names and nothing else."""
    name = person(text.strip(" \t*_>-–—~"), words) if len(text) < _LONG else None
    return name is not None and any(sorted(fold(name).split()) == sorted(fold(one).split()) for one in shown)


def _other(text: str, shown: Sequence[str], words: NameWords) -> bool:
    """Whether a line is somebody else's name."""
    name = person(text.strip(), words)
    return name is not None and not any(same_person(name, one, words) for one in shown)


def _closing(lines: Sequence[Line], words: NameWords) -> list[Line]:
    marked = [number for number, line in enumerate(lines) if line.kind is Kind.SIGNATURE and not line.blank]
    found = [lines[number] for number in marked]
    last = marked[0] if marked else len(lines)
    above: list[Line] = []
    for line in reversed(lines[:last]):
        if line.kind is Kind.SIGNATURE:
            continue
        if line.blank:
            continue
        text = line.text.strip()
        if len(above) >= TAIL or line.bullet or not _short(text):
            break
        above.insert(0, line)
    after = marked[-1] + 1 if marked else len(lines)
    while after < len(lines) and len(found) < _LAST and not lines[after].blank and _short(lines[after].text):
        found.append(lines[after])  # "Conseil national de la coopération solidaire" reads like a sentence
        after += 1
    if above and _heads_list(lines, above[0], words):
        above = _behind_first_paragraph(above)
    return above + found


def _heads_list(lines: Sequence[Line], first: Line, words: NameWords) -> bool:
    """ "Please register:", and right below it the people: they sign nothing."""
    ahead = [line for line in lines if line.end < first.start and line.text.strip()][-1:]
    heads = bool(ahead) and ahead[0].text.rstrip().endswith(":")
    return heads and not _after_closing(ahead[0].text, words)


def _behind_first_paragraph(lines: list[Line]) -> list[Line]:
    at = 1
    while at < len(lines) and lines[at].start <= lines[at - 1].end + 1:
        at += 1
    return lines[at:] if at > 1 else lines


def _short(text: str) -> bool:
    """A line as signatures have them, not a sentence."""
    cells = sum(map(text.count, (" | ", " • ", " · "))) > 1
    if len(text) > _LONG * (1 + cells) or text.endswith("?"):
        return False
    parts = text.split()
    small = sum(part[0].islower() and len(part) > 3 for part in parts)
    spoken = sum(not _FIGURES.fullmatch(part) for part in parts)  # "Ligne directe : +33 (0)1 55 55 30 31"
    stops = text.endswith((".", ":")) and len(parts) > 2 and not _LEGAL_FORM.search(text)
    return not stops and (spoken <= 8 or "|" in text or cells) and small <= 5


def signers(lines: Sequence[Line], words: NameWords) -> list[Signed]:
    """The names in these lines, in order."""
    found: list[Signed] = []
    for line in lines:
        text = line.text
        at = _after_closing(text, words)
        first = at > 0
        piece = without_addresses(text[at:])
        lead = len(piece) - len(piece.lstrip(" \t*_>-–—~"))
        cut = _CUT.search(piece, lead)
        if cut is not None and (called := _goes_by(piece, lead, cut.start(), words)):
            cut = _CUT.search(piece, called)
        stop = cut.start() if cut else len(piece)
        raw = piece[lead:stop].rstrip(" *_.!")
        office = _FOR.match(raw)
        if office:
            lead += office.end()
            raw = raw[office.end() :]
        for name, start, end in _names(raw, words):
            begin = line.start + at + lead + start
            found.append(Signed(name, begin, begin + end - start, raw[start:end], first))
    return found


def _goes_by(piece: str, lead: int, at: int, words: NameWords) -> int:
    """Where the brackets at ``at`` end if they hold the name that one goes by: "P.A. (Pieter) Kuipers",
    "M.C.T. Verhagen (Tineke)"; 0 where they do not."""
    before = piece[lead:at].split()
    if not before:
        return 0
    if (inside := _CALLED.match(piece, at)) and (is_initials(before[-1]) or words.is_given(before[-1])):
        return inside.end()
    behind = _CALLED_BEHIND.match(piece, at)
    return behind.end() if behind and words.is_given(behind[1]) and is_initials(before[0]) else 0


def without_addresses(text: str) -> str:
    """The text with spaces for its addresses: "Tineke Blaauw (tineke@...) en Sunil Ramdin (sunil@...)"."""
    return _ADDRESS.sub(lambda one: " " * len(one.group()), text) if "@" in text else text


def _after_closing(text: str, words: NameWords) -> int:
    """Where the words behind "Met vriendelijke groet," begin; 0 where the line has none."""
    said = tokens(text[:160])
    plain = [token.word for token in said]
    at = 0
    end = 0
    while at < len(plain):
        length = words["closings"].length_at(plain, at)
        if not length and at and plain[at] in words.ordinary and end:
            following = plain[at + 1] if at + 1 < len(plain) else ""
            if (
                text[said[at].start].isupper()
                and following
                and not words["closings"].length_at(plain, at + 1)
            ):
                break
            length = 1
        elif not length and plain[at] in words.ordinary and at == 0:
            length = 1
            if not any(words["closings"].length_at(plain, n) for n in range(1, min(4, len(plain)))):
                return 0
        if not length:
            break
        at += length
        end = said[at - 1].end
    if not end or at >= len(plain):
        return end if at >= len(plain) and end else 0
    return end + len(text[end:]) - len(text[end:].lstrip(" ,.!;:–-—"))


def _names(raw: str, words: NameWords) -> list[tuple[str, int, int]]:
    """(badge name, start, end) of the one or two people of a line; [] where it is none."""
    for cut in _AND.finditer(raw):
        first, second = raw[: cut.start()], raw[cut.end() :]
        if is_initials(first.strip()) and is_initials(second.partition(" ")[0]):
            first = f"{first.strip()} {second.partition(' ')[2]}"  # "C.J. en M. Verschoor"
        one, two = person(first, words), person(second, words)
        if one and two and not speaks_of_organisation(raw, words):
            if " " not in one and " " in two:
                given = words.is_given(one) or words.is_given(two.partition(" ")[0])
                one = f"{one} {two.partition(' ')[2]}" if given else one
            return [(one, 0, cut.start()), (two, cut.end(), len(raw))]
    name = person(raw, words)
    return [(name, 0, len(raw))] if name else []


def _small(part: str, words: NameWords) -> bool:
    if not (part[0].islower() or part[0] in "'’"):
        return False
    short = bare(part) in words["short_particles"].words  # "v.d."
    return short or fold(part) in words["particles"].words or fold(part) in words["linking"].words


def _title(part: str, words: NameWords) -> bool:
    plain = bare(part.strip("().,"))
    return any(plain in words[family].words for family in ("titles", "dotted_titles", "after_name"))


def person(text: str, words: NameWords) -> str | None:
    """The badge form of a text that is a name and nothing else; None where it is not."""
    parts = text.split()
    if not 0 < len(parts) <= 8 or len(text) > 70 or any(c.isdigit() or c in "@:;!?=#" for c in text):
        return None
    plain = [bare(part) for part in parts]
    bare_parts = [part for part in parts if not (_small(part, words) or _title(part, words))]
    if not bare_parts or not all(
        p.removeprefix("d'").removeprefix("d’").lstrip("'’(")[:1].isupper() for p in bare_parts
    ):
        return None
    given = words.is_given(bare_parts[0])
    middle = len(bare_parts) > 2 and fold(bare_parts[1]) in words["middle"].words  # "Le Thi Hoa"
    for number, part in enumerate(bare_parts):
        word = bare(part.strip("().,"))
        inside = (
            0 < number < len(bare_parts) - 1 and word in words["particles"].words | words["linking"].words
        )
        if is_initials(part) or inside or (middle and not number):
            continue  # "Maëlle Le Goff"
        common = word in words.ordinary or words["greetings"].holds(word) or words["closings"].holds(word)
        if (
            common
            and not (given and part is not bare_parts[0])
            and not (words.is_given(part) and len(bare_parts) > 1)
        ):
            return None
    if of_many(text, words) or words.places.length_at(plain, 0) == len(plain):
        return None
    if not given and (
        speaks_of_organisation(text, words) or any(words["functions"].holds(word) for word in plain)
    ):
        return None
    if (
        given
        and len(plain) > 1
        and words["functions"].holds(plain[-1])
        and words["organisation"].holds(plain[-1])
    ):
        return None
    if any(words["legal"].holds(word) for word in plain[1:]):
        return None
    return mended(text, words)
