"""The lines of the sender's own words and signature, with their places; tables and forms among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.bullets import bullets
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import tokens

# What blanks were taken is never given back: three runs of them over one would be tried in every way.
_KEY = re.compile(
    r"[ \t*_]*+([^\W\d_][^:\n\t|]{0,38}?)[ \t]*+\d{0,2}+[ \t*_]*+(?:\([^()\n]{0,20}\))?+"
    r"[ \t]*+[:：=][ \t*_]*+"
)
_CELLS = re.compile(r"\t|[ \t]*\|[ \t]*|[ \t]*;[ \t]*|[ \u00a0]{2,}")
_ROW = 10  # words at most of a row that does without the tabs of its table
_BRACKETS = re.compile(r"\s?\([^()]{0,40}\)")
MOST_LINES = 600


class Kind(StrEnum):
    NEW = "new"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` of the mail, without its line break; ``bullet``: how long the sign is that makes
    it an item of a list, 0 where there is none."""

    text: str
    start: int
    kind: Kind
    bullet: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table or form, under its heading: name, given, surname, particle, initials,
    email, organisation or other."""

    heading: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that tell of one person."""

    cells: tuple[Cell, ...]
    form: bool = False

    def get(self, heading: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.heading == heading and cell.text), None)

    @property
    def start(self) -> int:
        return min(cell.start for cell in self.cells)

    @property
    def end(self) -> int:
        return max(cell.start + len(cell.text) for cell in self.cells)


def own_lines(mail: Mail) -> list[Line]:
    """The lines of what is new and what is signed, in order."""
    found: list[Line] = []
    for stretch in mail.stretches:
        if stretch.part not in {Part.NEW, Part.SIGNATURE}:
            continue
        kind = Kind.NEW if stretch.part is Part.NEW else Kind.SIGNATURE
        at = stretch.start
        texts = mail.text[stretch.start : stretch.end].split("\n")[: MOST_LINES - len(found)]
        for text, bullet in zip(texts, bullets(texts), strict=True):
            found.append(Line(text, at, kind, bullet))
            at += len(text) + 1
    return found


def heading_of(text: str, words: NameWords) -> str | None:
    """Which column a heading names, "Prénom(s)" and "Voornaam (roepnaam)" too; None where it is none."""
    plain = tuple(token.word for token in tokens(_BRACKETS.sub("", text[:60]) or text[:60]))
    if not plain or len(plain) > 5:
        return None
    for heading in ("given", "surname", "particle", "initials", "email", "organisation", "name", "other"):
        family = words.columns.get(heading)
        if family is not None and (plain in family.phrases or " ".join(plain) in family.words):
            return heading
    return None


def _cells(line: Line) -> list[tuple[str, int]]:
    """(text, place) of each cell of a line that has several."""
    found: list[tuple[str, int]] = []
    at = len(line.text) - len(line.text.lstrip(" \t|"))
    stop = len(line.text.rstrip(" |"))
    if "\t" in line.text and not line.text.startswith(("|", " |")):
        at = 0
    for cut in _CELLS.finditer(line.text, at, stop):
        if "\t" in line.text and "\t" not in cut.group():
            continue
        found.append((line.text[at : cut.start()], line.start + at))
        at = cut.end()
    found.append((line.text[at:stop], line.start + at))
    return [(text.strip(), place + len(text) - len(text.lstrip())) for text, place in found]


def tables(lines: list[Line], words: NameWords) -> tuple[list[Row], set[int]]:
    """The rows of tables that have headings we know, and the numbers of the lines they take."""
    rows: list[Row] = []
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        headings = _headings(lines[at], words)
        if headings is None:
            at += 1
            continue
        tabbed = "\t" in lines[at].text
        taken.add(at)
        at += 1
        idle = 0
        while at < len(lines) and idle < 2:
            cells = _cells(lines[at])
            if lines[at].blank:
                idle += 1
            elif "\t" not in lines[at].text and (
                (len(cells) < 2 and len(headings) > 1) or (tabbed and len(lines[at].text.split()) > _ROW)
            ):
                break  # "If you need a note verbale, tell us; otherwise ...": a semicolon is no cell there
            else:
                idle = 0
                paired = zip(headings, cells, strict=False)
                row = tuple(Cell(heading, text, place) for heading, (text, place) in paired)
                if any(cell.text for cell in row):
                    rows.append(Row(row))
                    taken.add(at)
            at += 1
    return rows, taken


def _headings(line: Line, words: NameWords) -> list[str] | None:
    if line.kind is not Kind.NEW or not _CELLS.search(line.text.strip()):
        return None
    cells = _cells(line)
    named = [heading_of(text, words) for text, _ in cells]
    known = [heading for heading in named if heading]
    people = {"name", "given", "surname"} & set(known)
    if len(cells) < 2 or not people or len(known) < 2 or len(known) * 2 < len(cells):
        return None
    return [heading or "other" for heading in named]


def forms(lines: list[Line], taken: set[int], words: NameWords) -> tuple[list[Row], set[int]]:
    """ "Name: ..." lines, grouped into people: a heading that comes again begins the next one."""
    rows: list[Row] = []
    used: set[int] = set()
    current: list[Cell] = []

    def close() -> None:
        if any(cell.heading != "other" for cell in current):
            rows.append(Row(tuple(current), form=True))
        current.clear()

    idle = 0
    for number, line in enumerate(lines):
        cell = None if number in taken else _form_cell(line, words)
        if cell is None:
            idle += not line.blank
            if idle > 1:
                close()
            continue
        idle = 0
        if cell.heading != "other" and any(there.heading == cell.heading for there in current):
            close()
        current.append(cell)
        used.add(number)
    close()
    return rows, used


def _form_cell(line: Line, words: NameWords) -> Cell | None:
    key = _KEY.match(line.text)
    if key is None:
        cells = line.text.split("\t")
        if len(cells) != 2 or heading_of(cells[0], words) is None:
            return None
        at = len(cells[0]) + 1
        heading = heading_of(cells[0], words) or "other"
    else:
        found = heading_of(key[1], words)
        if found is None:
            return None
        heading, at = found, key.end()
    text = line.text[at:].rstrip(" \t*_")
    lead = len(text) - len(text.lstrip())
    return Cell(heading, text.strip(), line.start + at + lead)
