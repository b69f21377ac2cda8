"""How answers look: tables on a terminal, aligned text in a pipe, JSON lines for programs.

What strangers wrote is shown as text and nothing else: no markup, no terminal's escape sequence, no
character that turns the direction of writing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# C0 and C1 controls (ESC, CSI), what overrides the direction of writing, line separators, lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANK = re.compile("[\t\n\r\u2028\u2029]+")

_LEAST = 14  # what is longer can be folded or cut
_BETWEEN = 3  # columns between two cells

# One colour for one meaning, in every listing.
COLOURS = {
    "confirmed": "green",
    "accepted": "green",
    "ok": "green",
    "offered": "cyan",
    "waitlisted": "yellow",
    "review": "magenta",
    "held": "magenta",
    "parked": "red",
    "wrong": "red",
    "cancelled": "dim",
    "expired": "dim",
    "ignored": "dim",
    "left": "dim",
}


@dataclass(frozen=True, slots=True)
class Column:
    """``from_width``: a terminal narrower than this goes without the column; a pipe never does.

    ``whole``: what people type in again (an id, a code) is never cut.
    """

    title: str
    right: bool = False
    from_width: int = 0
    whole: bool = False
    fold: bool = False  # may take several lines on a terminal


def safe(text: object) -> str:
    """A stranger's text on one line, harmless to a terminal; '' for None."""
    if text is None:
        return ""
    return _UNSAFE.sub("\ufffd", _BLANK.sub(" ", str(text)))


def safe_lines(text: str) -> str:
    """A stranger's text with its lines kept."""
    plain = text.replace("\r\n", "\n").replace("\t", " ")
    return _UNSAFE.sub(lambda found: "\n" if found[0] == "\n" else "\ufffd", plain)


def console(width: int | None = None) -> Console:
    """A terminal or a pipe, whichever standard output is. Strings given to it are never markup."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=width)


def coloured(word: str) -> Text:
    from rich.text import Text

    return Text(safe(word), COLOURS.get(word, ""))


def heading(text: str) -> Text:
    from rich.text import Text

    return Text(safe(text), "bold")


def local(moment: datetime | None) -> str:
    """For people: ``Thu 18 Jan 2018 14:30``."""
    return f"{moment:%a} {moment.day} {moment:%b %Y %H:%M}" if moment else ""


def counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count:,} {thing}s"


def facts(screen: Console, pairs: Iterable[tuple[str, str | Text]]) -> None:
    """Names and what they are, one below the other."""
    rows = list(pairs)
    if screen.is_terminal:
        from rich.table import Table

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for row in rows:
            grid.add_row(*row)
        screen.print(grid)
        return
    width = max((len(name) for name, _ in rows), default=0)
    for name, text in rows:
        screen.print(f"{name.ljust(width)}  {text}".rstrip(), soft_wrap=True)


def block(screen: Console, text: Text, indent: int = 2) -> None:
    """Text set in; on a terminal its wrapped lines are too."""
    if screen.is_terminal:
        from rich.padding import Padding

        screen.print(Padding(text, (0, 0, 0, indent)))
        return
    for line in text.plain.split("\n"):
        screen.print(f"{' ' * indent}{line}".rstrip(), soft_wrap=True)


def table(columns: Sequence[Column], rows: Iterable[Sequence[object]], *, empty: str) -> None:
    """A listing; ``empty`` is said where there is nothing to list."""
    cells = [[safe(cell) for cell in row] for row in rows]
    screen = console()
    if not cells:
        screen.print(empty)
    elif screen.is_terminal:
        _draw(screen, columns, cells)
    else:
        for line in _aligned(columns, cells):
            print(line)


def _draw(screen: Console, columns: Sequence[Column], cells: list[list[str]]) -> None:
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table

    heads = [column.title for column in columns]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    widths = [max(cell_len(row[n]) for row in (heads, *cells)) for n in range(len(columns))]
    shown = _fitting(columns, widths, screen.width)
    for n in shown:
        column = columns[n]
        drawn.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.fold,
            overflow="fold" if column.fold else "ellipsis",
            min_width=widths[n] if column.whole else None,
        )
    for row in cells:
        drawn.add_row(*(coloured(row[n]) for n in shown))
    screen.print(drawn)


def _fitting(columns: Sequence[Column], widths: Sequence[int], width: int) -> list[int]:
    """The columns there is room for: those that ask for the widest terminal go first."""
    least = [w if column.whole else min(w, _LEAST) for column, w in zip(columns, widths, strict=True)]
    shown = [n for n, column in enumerate(columns) if width >= column.from_width]
    while sum(least[n] for n in shown) + _BETWEEN * len(shown) - 1 > width:
        if not (spare := [n for n in shown if columns[n].from_width]):
            break
        shown.remove(max(spare, key=lambda n: columns[n].from_width))
    return shown


def _aligned(columns: Sequence[Column], cells: list[list[str]]) -> Iterable[str]:
    """Two blanks between columns, nothing cut: `cut`, `awk` and people can read it."""
    from rich.cells import cell_len

    lines = [[column.title for column in columns], *cells]
    widths = [max(cell_len(line[n]) for line in lines) for n in range(len(columns))]
    for line in lines:
        padded = []
        for column, cell, width in zip(columns, line, widths, strict=True):
            blanks = " " * (width - cell_len(cell))
            padded.append(blanks + cell if column.right else cell + blanks)
        yield "  ".join(padded).rstrip()


def json_line(values: Mapping[str, object]) -> None:
    """One object on one line, UTF-8 whatever the locale; a moment as ISO 8601 with its offset."""
    text = json.dumps(values, ensure_ascii=False, default=_plain)
    # JSON itself leaves C1 controls and the like as they are: `mailbot log --json` on a terminal must not.
    line = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode())
    sys.stdout.buffer.flush()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    raise TypeError(f"{type(value).__name__} has no place in the output")


def plain_mail(raw: bytes) -> None:
    """A letter of ours as its plain text, under its subject."""
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    letter = message_from_bytes(raw, policy=policy.default)
    assert isinstance(letter, EmailMessage)
    body = letter.get_body(("plain",))
    print(safe(letter["Subject"]))
    print()
    print(safe_lines(str(body.get_content())) if body else "")
