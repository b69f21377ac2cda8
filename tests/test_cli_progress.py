"""How far a long command is: a bar on a terminal that is gone at the end, nothing anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flows.office import Office, folder_in_memory, office, reader, store, written
from flows.test_main_path import person, seat_for
from terminal import Terminal
from test_cli_parse import MAIL, mail

from mailbot import cli_parse, worker
from mailbot.worker import Outcome

__all__ = ["folder_in_memory", "office", "reader", "store"]

TOP = Path(__file__).parent.parent
GONE = "\x1b[2K"  # the line is cleared


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    (tmp_path / "config.toml").write_text((TOP / "config.toml").read_text("utf-8"), "utf-8")
    return Terminal(tmp_path, monkeypatch)


@pytest.fixture
def guests(office: Office) -> Office:
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    return office


def configured(office: Office, terminal: Terminal) -> None:
    """The desk of the office, as a configuration of its own."""
    text = f"""
[organisation]
name = "Partos"
[mailbox]
host = "127.0.0.1"
port = {office.accounts.imap.port}
security = "none"
username = "{office.postbox.username}"
password = "{office.postbox.password}"
[smtp]
host = "127.0.0.1"
port = {office.sink.port}
security = "none"
from = "Partos <info@partos.example>"
[[events]]
id = "meetup-4"
title = "4th Meet Up for Strategic Partnerships"
starts = 2038-01-18T14:30:00
ends = 2038-01-18T18:00:00
location = "Humanity House"
capacity = 40
"""
    (terminal.folder / "config.toml").write_text(text, "utf-8")


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)


@pytest.mark.parametrize("width", [80, 120])
def test_a_run_shows_how_far_it_is_and_leaves_one_line(
    guests: Office, terminal: Terminal, width: int
) -> None:
    configured(guests, terminal)
    said = terminal.run("run", "--once", width=width)
    assert (said.status, said.err) == (0, "")
    assert "looking into the mailbox" in plain(said.out)
    assert "3 of 3 mails, 3 letters sent" in plain(said.out)
    bar, _, left = said.out.rpartition(GONE)
    assert bar
    assert plain(left).split("\n", 1)[0].strip() == "3 mails handled, 3 letters sent."
    assert max(len(line) for line in re.split(r"[\r\n]", plain(said.out))) <= width


def test_a_run_in_a_pipe_is_logged_in_plain_lines(guests: Office, terminal: Terminal) -> None:
    configured(guests, terminal)
    said = terminal.run("run", "--once")
    assert "\x1b" not in said.out
    assert "\r" not in said.out
    assert all(line.startswith("{") for line in said.lines)


def test_a_run_says_what_waits_for_a_person(office: Office, terminal: Terminal) -> None:
    configured(office, terminal)
    office.write(
        "Pers <pers@krant.example>",
        "Mag er een fotograaf mee naar de 4th Meet Up for Strategic Partnerships?",
    )
    said = terminal.run("run", "--once", width=80)
    assert "1 waits for a person: mailbot review" in plain(said.out)


def test_the_worker_tells_how_far_it_is(guests: Office) -> None:
    seen: list[tuple[int | None, int, int]] = []

    def progress(done: Outcome) -> None:
        seen.append((done.waiting, done.handled, done.sent))

    worker.run_once(guests.desk, guests.accounts, progress=progress)
    assert (seen[0], seen[-1]) == ((3, 0, 0), (3, 3, 3))


@pytest.mark.parametrize("place", ["folder", "mbox", "files"])
def test_reading_many_mails_shows_how_far_it_is_beside_the_answer(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(cli_parse, "MANY", 3)
    one = MAIL % b"Aanmelding"
    names = [mail(terminal.folder, f"box/{n}.eml", one) for n in range(3)]
    mail(terminal.folder, "box.mbox", (b"From jan Mon Jan  8 10:00:00 2018\n" + one + b"\n") * 3)
    arguments = {"folder": ["box"], "mbox": ["box.mbox"], "files": names}[place]
    said = terminal.run("parse", "--json", *arguments, width=80)
    assert len(said.objects) == 3, "the answer is whole, and nothing is drawn in it"
    assert "3 of 3 mails" in plain(said.err)
    assert plain(said.err.rpartition(GONE)[2]).strip() == ""


@pytest.mark.parametrize("width", [None, 80], ids=["in a pipe", "few"])
def test_nothing_is_drawn_where_nobody_looks_or_it_is_quick(terminal: Terminal, width: int | None) -> None:
    many = cli_parse.MANY - 1 if width else cli_parse.MANY
    box = (b"From jan Mon Jan  8 10:00:00 2018\n" + MAIL % b"Aanmelding" + b"\n") * many
    mail(terminal.folder, "box.mbox", box)
    said = terminal.run("parse", "--json", "box.mbox", width=width)
    assert len(said.objects) == many
    assert said.err == ""
