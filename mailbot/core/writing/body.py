"""The body of a letter between its words and its bytes: paragraphs and blocks, as text or for the layout."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

WIDTH = 72  # as a person's mail program wraps
# Stands in a template's output where a block goes. No value holds a NUL: control characters are stripped.
_MARK = re.compile(r"\x00([a-z]+)\x00")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SPACES = re.compile(r"[ \t\n]+")  # a no-break space stays


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter that isn't prose.

    ``kind``: paragraph · callout · rows · people · button · signature · footer. ``rows`` are (label,
    value) or, for people, (name, note). ``link`` is of a button; ``picture`` the Content-ID of a picture
    beside the rows and ``alt`` its words; ``key`` what a template calls the block.
    """

    kind: str
    text: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    link: str = ""
    picture: str = ""
    alt: str = ""
    key: str = ""

    @property
    def empty(self) -> bool:
        return not (self.text or self.rows or self.link)

    def __str__(self) -> str:
        """What ``{{ facts }}`` leaves in a template's output."""
        return f"\x00{self.key}\x00"


def read(written: str, blocks: Mapping[str, Block]) -> tuple[Block, ...]:
    """The pieces of a rendered body: a paragraph after "! " is a callout, and empty blocks fall out."""
    pieces: list[Block] = []
    for chunk in _BLANK_LINE.split(written):
        # A block may share its chunk with words; then each gets its own place.
        for index, part in enumerate(_MARK.split(chunk)):
            if index % 2:
                pieces.append(blocks[part])
            elif paragraph := _SPACES.sub(" ", part).strip():
                callout = paragraph.startswith("! ")
                pieces.append(Block("callout" if callout else "paragraph", paragraph.removeprefix("! ")))
    return tuple(piece for piece in pieces if not piece.empty)


def as_text(pieces: tuple[Block, ...], colon: str) -> str:
    """Plain text, its lines at most WIDTH characters where words allow it; ``colon`` follows a label."""
    return "\n\n".join(_text(piece, colon) for piece in pieces) + "\n"


def _text(piece: Block, colon: str) -> str:
    match piece.kind:
        case "rows":
            label_width = max((len(label) for label, _ in piece.rows), default=0) + len(colon) + 2
            lines = [_wrap(piece.text, "  ")] if piece.text else []
            for label, value in piece.rows:
                first = f"  {label + colon:<{label_width}}"
                lines.append(_wrap(value, first, " " * len(first)))
            return "\n".join(lines)
        case "people":
            lines = [_wrap(piece.text)] if piece.text else []
            lines += [
                _wrap(f"{name} ({note})" if note else name, "  - ", "    ") for name, note in piece.rows
            ]
            return "\n".join(lines)
        case "signature":
            return "\n".join([piece.text, *(value for _, value in piece.rows)])
        case "footer":
            return "-- \n" + _wrap(piece.text)  # RFC 3676 section 4.3: programs leave it out of answers
        case "button":
            return f"{_wrap(piece.text)}\n{piece.link}" if piece.text else piece.link
        case _:
            return _wrap(piece.text)


def _wrap(text: str, first: str = "", later: str | None = None) -> str:
    if len(first) + len(text) <= WIDTH and text.isprintable() and text == text.strip() != "":
        return first + text  # most lines: textwrap takes a hundred times as long to say so
    return _filled(text, first, first if later is None else later)


@lru_cache(maxsize=256)  # the paragraphs that stand in every letter
def _filled(text: str, first: str, later: str) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
