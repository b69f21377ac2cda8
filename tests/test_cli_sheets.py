"""``mailbot attendees --xlsx``: what lies in the file, read back without the library that wrote it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from terminal import Terminal
from test_cli_look import FATIMA, JAN, LOTTE, folder, registered, store, terminal

from mailbot.core.base import Attendee, Status
from mailbot.edges.store import Store

__all__ = ["folder", "store", "terminal"]

HEADS = ["name", "email", "organisation", "status", "position", "registration", "source", "paid"]
_MAIN = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@dataclass(frozen=True)
class Sheet:
    """The one sheet of a file: its cells by name ("A1"), and the XML for what else stands in it."""

    cells: dict[str, str | float]
    xml: ElementTree.Element
    names: list[str]

    def row(self, number: int) -> list[str | float]:
        return [self.cells.get(f"{column}{number}", "") for column in "ABCDEFGH"]

    def find(self, path: str) -> list[ElementTree.Element]:
        return self.xml.findall(path, _MAIN)


def sheet_in(path: Path) -> Sheet:
    with zipfile.ZipFile(path) as packed:
        xml = ElementTree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
        strings = ElementTree.fromstring(packed.read("xl/sharedStrings.xml")).findall("x:si", _MAIN)
        names = packed.namelist()
    texts = ["".join(part.itertext()) for part in strings]
    cells: dict[str, str | float] = {}
    for cell in xml.findall(".//x:c", _MAIN):
        value = cell.findtext("x:v", "", _MAIN)
        cells[cell.attrib["r"]] = texts[int(value)] if cell.get("t") == "s" else float(value)
    return Sheet(cells, xml, names)


def test_the_sheet_says_what_the_csv_says(terminal: Terminal, store: Store, folder: Path) -> None:
    waiting = registered(store, LOTTE, status=Status.WAITLISTED)
    code = registered(store, JAN, FATIMA)
    said = terminal.run("attendees", "meetup-4", "--xlsx", "list.xlsx")
    assert said.out == "list.xlsx: 3 people\n"
    sheet = sheet_in(folder / "list.xlsx")
    assert sheet.row(1) == HEADS
    assert sheet.row(2) == [JAN.name, JAN.email, JAN.organisation, "confirmed", "", code, "email", "no"]
    assert sheet.row(4) == [LOTTE.name, LOTTE.email, "", "waitlisted", 1, waiting, "email", "no"]


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+1", "-1", "@x", "http://x.example", "0612345678", "12", "\t=1"]
)
def test_what_a_stranger_wrote_is_text_in_a_cell(
    terminal: Terminal, store: Store, folder: Path, text: str
) -> None:
    registered(store, Attendee(text, None, text))
    terminal.run("attendees", "meetup-4", "--xlsx", "list.xlsx")
    sheet = sheet_in(folder / "list.xlsx")
    assert sheet.row(2)[0] == sheet.row(2)[2] == text.strip()
    assert sheet.find(".//x:f") == [], "a formula"
    assert sheet.find(".//x:hyperlink") == []


def test_a_name_of_control_characters_breaks_no_sheet(terminal: Terminal, store: Store, folder: Path) -> None:
    registered(store, Attendee("Jan\x00\x1b[31m" + "x" * 40_000, None, None))
    assert terminal.run("attendees", "meetup-4", "--xlsx", "list.xlsx").status == 0
    name = sheet_in(folder / "list.xlsx").cells["A2"]
    assert isinstance(name, str)
    assert name.startswith("Jan\ufffd\ufffd[31mxx")


def test_the_header_stays_in_sight_and_filters(terminal: Terminal, store: Store, folder: Path) -> None:
    registered(store, JAN)
    terminal.run("attendees", "meetup-4", "--xlsx", "list.xlsx")
    sheet = sheet_in(folder / "list.xlsx")
    (pane,) = sheet.find(".//x:pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert [each.get("ref") for each in sheet.find("x:autoFilter")] == ["A1:H2"]
    heads = {each.get("s") for each in sheet.find(".//x:row[@r='1']/x:c")}
    assert heads == {"1"}, "the bold format"


def test_columns_are_as_wide_as_what_stands_in_them(terminal: Terminal, store: Store, folder: Path) -> None:
    registered(store, Attendee("Jan", "j" * 20 + "@voorbeeld.example", "Long " * 60))
    terminal.run("attendees", "meetup-4", "--xlsx", "list.xlsx")
    columns = sheet_in(folder / "list.xlsx").find(".//x:col")
    widths = {column.attrib["min"]: float(column.attrib["width"]) for column in columns}
    assert 38 < widths["2"] < 42, "an address is read whole"
    assert widths["3"] < 50, "one long name leaves room for the others"


def test_an_empty_list_is_a_sheet_too(terminal: Terminal, folder: Path) -> None:
    assert terminal.run("attendees", "meetup-4", "--xlsx", "list.xlsx").out == "list.xlsx: 0 people\n"
    assert sheet_in(folder / "list.xlsx").row(1) == HEADS


def test_a_sheet_that_cannot_be_written_is_told_in_one_line(terminal: Terminal) -> None:
    said = terminal.run("attendees", "meetup-4", "--xlsx", "no/such/folder/list.xlsx")
    assert said.status == 1
    assert said.only_error == "mailbot: no/such/folder/list.xlsx cannot be written: No such file or directory"


def test_both_files_are_written_when_both_are_asked_for(
    terminal: Terminal, store: Store, folder: Path
) -> None:
    registered(store, JAN)
    said = terminal.run("attendees", "meetup-4", "--csv", "list.csv", "--xlsx", "list.xlsx")
    assert said.lines == ["list.csv: 1 person", "list.xlsx: 1 person"]
    assert re.search(rb"Jan de Vries", (folder / "list.csv").read_bytes())
    assert sheet_in(folder / "list.xlsx").cells["A2"] == "Jan de Vries"
