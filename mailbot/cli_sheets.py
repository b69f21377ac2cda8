"""A list of attendees as a file for spreadsheets: CSV, or XLSX.

What strangers wrote is text there and nothing else: never a formula, never a link.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from mailbot import show
from mailbot.cli_frame import WorldFault

Row = Mapping[str, object]

# What a spreadsheet takes for the beginning of a formula, full-width forms included. Behind a semicolon
# too: where the comma stands in numbers (Dutch, German, French) Excel parts the cells of a CSV there.
_FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@＝＋－＠])")

_LONGEST = 32_767  # characters Excel takes in a cell
_NARROW, _WIDE = 8, 48  # characters; what is longer is cut by the cell beside it, and read when clicked on
_A4 = 9


def write_csv(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """UTF-8 with its mark, without which Excel reads é as Ã©; ``-`` is standard output."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_uncomputed(_text(row[column])) for column in columns] for row in rows)
    _write(path, text.getvalue().encode("utf-8-sig"))


def write_xlsx(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """One sheet that can be sorted and filtered, its header in sight, and printed on A4 as it is."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types

    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Attendees")
        bold = book.add_format({"bold": True, "bottom": 1})
        for number, column in enumerate(columns):
            sheet.write_string(0, number, column, bold)
            longest = max((len(_text(row[column])) for row in rows), default=0)
            # Two more for the header's filter button.
            sheet.set_column(number, number, min(max(longest + 1, len(column) + 3, _NARROW), _WIDE))
            for line, row in enumerate(rows, start=1):
                value = row[column]
                if isinstance(value, int) and not isinstance(value, bool):
                    sheet.write_number(line, number, value)
                elif text := _text(value):
                    sheet.write_string(line, number, text[:_LONGEST])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    _write(path, made.getvalue())


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return show.safe(value).strip()


def _uncomputed(text: str) -> str:
    """``=HYPERLINK(…)`` as ``'=HYPERLINK(…)``, which is only text."""
    return _FORMULA.sub(r"\1\2'", text)


def _write(path: Path, content: bytes) -> None:
    try:
        with click.open_file(str(path), "wb") as file:
            file.write(content)
    except OSError as fault:
        raise WorldFault(f"mailbot: {path} cannot be written: {fault.strerror}") from None
