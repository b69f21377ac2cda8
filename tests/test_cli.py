"""The commands as a whole: help, mistakes, exit status, check, and what staff can do."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import pytest
from terminal import Terminal

from mailbot.cli import cli
from mailbot.config import load
from mailbot.core.base import Reason
from mailbot.edges.store import journal, open_store, outbox
from mailbot.edges.store.journal import Entry

TOP = Path(__file__).parent.parent

CONFIG = """
[organisation]
name = "Partos"
[mailbox]
host = "127.0.0.1"
port = 1
security = "none"
username = "info@partos.example"
password = "geheim"
[smtp]
host = "127.0.0.1"
port = 1
security = "none"
from = "info@partos.example"
[[events]]
id = "meetup-4"
title = "4th Meet Up"
starts = 2018-01-18T14:30:00
ends = 2018-01-18T18:00:00
location = "Humanity House"
capacity = 3
"""


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    (tmp_path / "config.toml").write_text(CONFIG, "utf-8")
    return Terminal(tmp_path, monkeypatch)


def verbs(command: click.Command, *before: str) -> Iterator[tuple[str, ...]]:
    """Every command and subcommand, as it is typed."""
    yield before
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from verbs(each, *before, name)


@pytest.mark.parametrize("verb", list(verbs(cli)), ids=" ".join)
def test_every_help_has_an_example_that_names_real_options(terminal: Terminal, verb: tuple[str, ...]) -> None:
    said = terminal.run(*verb, "--help")
    assert said.status == 0
    shown, _, examples = said.out.partition("Example:\n")
    assert " ".join(("mailbot", *verb)) in examples
    if len(verb) == 1 and not isinstance(cli.commands[verb[0]], click.Group):
        used = set(re.findall(r" (--[a-z-]+)", examples)) - {"--config"}
        assert {option for option in used if option not in shown} == set()


@pytest.mark.parametrize("verb", [(), ("review",), ("members",), ("seats",)], ids=" ".join)
def test_a_commands_purpose_is_told_whole_on_80_columns(terminal: Terminal, verb: tuple[str, ...]) -> None:
    said = terminal.run(*verb, "--help")
    assert "..." not in said.out.partition("Commands:")[2]


def test_the_commands_of_the_contract_are_there() -> None:
    assert {
        "run",
        "parse",
        "events",
        "attendees",
        "log",
        "review",
        "members",
        "seats",
        "digest",
        "check",
        "sandbox",
    } <= set(cli.commands)


def test_help_needs_none_of_the_heavy_parts() -> None:
    heavy = (
        "asyncio",
        "rich",
        "pydantic",
        "sqlalchemy",
        "jinja2",
        "rapidfuzz",
        "email_validator",
        "apscheduler",
        "xlsxwriter",
    )
    code = f"import sys, mailbot.cli; print([name for name in {heavy} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_the_module_is_the_command(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "mailbot", "--config", str(tmp_path / "no.toml"), "events"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 2
    assert said.stderr.startswith(f"{tmp_path}/no.toml: there is no such file")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["evnts"], "Did you mean"),
        (["events", "--jsn"], "--json"),
        (["attendees"], "Missing argument"),
        (["--config", "gone.toml", "events"], "gone.toml: there is no such file"),
        (["attendees", "meetup-5"], "did you mean meetup-4?"),
        (["digest", "--event", "x"], "there are: meetup-4"),
        (["digest", "--date", "tomorrow"], "2018-01-15"),
        (["review", "show", "first"], "not a valid integer"),
        (["review", "correct", "1"], "--attendee"),
        (["review", "correct", "1", "--intent", "enrol"], "register"),
        (["review", "correct", "1", "--attendee", "<jan@voorbeeld.example>"], "has no name"),
        (["review", "correct", "1", "--attendee", "Jan <jan@@x>"], "Jan <jan@@x>"),
    ],
    ids=" ".join,
)
def test_a_mistyped_command_is_told_in_one_line(terminal: Terminal, arguments: list[str], words: str) -> None:
    said = terminal.run(*arguments)
    assert said.status == 2
    assert words in said.only_error
    assert said.out == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["review", "show", "7"], "there is no review 7"),
        (["review", "approve", "7"], "there is no review 7"),
        (["review", "reject", "7"], "there is no review 7"),
        (["parse", "gone.eml"], "gone.eml: No such file"),
        (["members", "import", "gone.csv"], "gone.csv cannot be read"),
        (["seats", "import", "meetup-4", "gone.csv"], "gone.csv cannot be read"),
        (["run", "--once"], "127.0.0.1"),
        (["run", "--dry-run"], "127.0.0.1"),
    ],
    ids=" ".join,
)
def test_a_fault_of_the_world_is_told_in_one_line(
    terminal: Terminal, arguments: list[str], words: str
) -> None:
    said = terminal.run(*arguments)
    assert said.status == 1
    assert words in said.only_error


def test_a_rehearsal_makes_no_record(terminal: Terminal) -> None:
    terminal.run("run", "--dry-run")
    assert sorted(file.name for file in terminal.folder.iterdir()) == ["config.toml"]


def test_every_mistake_of_the_configuration_is_a_line(terminal: Terminal) -> None:
    broken = CONFIG.replace("port = 1\n", "port = 0\n").replace("capacity = 3", "capacity = 0")
    (terminal.folder / "config.toml").write_text(broken, "utf-8")
    said = terminal.run("events")
    assert said.status == 2
    keys = [line.split(": ")[1] for line in said.err.splitlines()]
    assert keys == ["mailbox.port", "smtp.port", "events[meetup-4].capacity"]


def test_check_finds_the_servers_gone_and_the_rest_well(terminal: Terminal) -> None:
    said = terminal.run("check", "--json")
    assert said.status == 1
    states = {each["part"]: each["state"] for each in said.objects}
    assert states == {
        "configuration": "ok",
        "templates": "ok",
        "database": "ok",
        "worker": "note",
        "mailbox": "wrong",
        "smtp": "wrong",
    }
    assert all(each["mend"] for each in said.objects if each["state"] == "wrong")
    assert said.only_error == "mailbot: 2 things to mend"


def test_check_goes_on_when_only_a_password_is_missing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESK_PASSWORD", raising=False)
    text = CONFIG.replace('password = "geheim"', 'password_env = "DESK_PASSWORD"')
    (terminal.folder / "config.toml").write_text(text, "utf-8")
    said = terminal.run("check", "--json")
    assert said.status == 2
    assert [(each["part"], each["state"]) for each in said.objects][:2] == [
        ("configuration", "wrong"),
        ("templates", "ok"),
    ]
    assert "DESK_PASSWORD is not set" in said.objects[0]["text"]


def test_check_reads_the_house_own_letters(terminal: Terminal) -> None:
    (terminal.folder / "templates" / "nl").mkdir(parents=True)
    (terminal.folder / "templates" / "nl" / "words.toml").write_text("x = [", "utf-8")
    wrong = [each for each in terminal.run("check", "--json").objects if each["part"] == "templates"]
    assert wrong
    assert all(each["state"] == "wrong" for each in wrong)


def test_check_sends_nobody_to_the_reviews_for_a_letter_that_the_worker_sends_again(
    terminal: Terminal,
) -> None:
    settings = load(terminal.folder / "config.toml", secrets=False)
    store = open_store(settings.state)
    with store.transaction() as tx:
        outbox.queue(
            tx, kind="confirmed", recipient="jan@voorbeeld.example", letter=None, content=b"words",
            message=outbox.new_message_id("partos.example"), registration=None, decision=None,
        )  # fmt: skip
        outbox.claim(tx, "gone", [number for number, _ in outbox.due(tx, 1)], seconds=60)
        outbox.expire_leases(tx, timedelta(minutes=5), alone=True)
    store.close()
    (letters,) = (each for each in terminal.run("check", "--json").objects if each["part"] == "letters")
    assert letters["text"] == "1 uncertain"
    assert letters["mend"].startswith("the worker sends it once more")


@pytest.mark.parametrize("width", [60, 100])
def test_check_fits_a_terminal(terminal: Terminal, width: int) -> None:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", terminal.run("check", width=width).out)
    assert max(map(len, plain.splitlines())) <= width


def test_members_are_replaced_by_a_list(terminal: Terminal) -> None:
    (terminal.folder / "leden.csv").write_text("organisation,domain\nAurora,aurora.example\n", "utf-8")
    assert terminal.run("members", "import", "leden.csv").out == "leden.csv: 1 domain of members\n"


def test_rejecting_says_that_the_review_is_closed(terminal: Terminal) -> None:
    settings = load(terminal.folder / "config.toml", secrets=False)
    store = open_store(settings.state)
    with store.transaction() as tx:
        entry = Entry("review", (Reason("r", "A doubt about everything " * 9),))
        journal.open_review(tx, "decide", journal.write(tx, entry))
    store.close()
    shown = terminal.run("review", "show", "1", width=80)
    assert "everyt\n" not in shown.out, "words stay whole on a terminal"
    assert max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", shown.out).splitlines())) <= 80
    said = terminal.run("review", "reject", "1", "--why", "wrote twice")
    assert said.out == "Review 1 is closed: wrote twice\n"


def test_a_list_with_mistakes_tells_them_by_line(terminal: Terminal) -> None:
    (terminal.folder / "leden.csv").write_text("organisation,domain\n,x.example\nMail,gmail.com\n", "utf-8")
    said = terminal.run("members", "import", "leden.csv")
    assert said.status == 2
    first, second = said.err.splitlines()
    assert first.startswith("leden.csv: line 2")
    assert "gmail.com" in second


def test_people_of_the_website_take_seats_of_the_same_pool(terminal: Terminal) -> None:
    people = "name,email,organisation\nJan de Vries,jan@voorbeeld.example,\nLotte Visser,,De Werkplaats\n"
    (terminal.folder / "site.csv").write_text(people, "utf-8")
    said = terminal.run("seats", "import", "meetup-4", "site.csv")
    assert said.out == "site.csv: 2 new, 0 as before, 0 withdrawn\n"
    (event,) = terminal.run("events", "--json").objects
    assert (event["confirmed"], event["website"], event["free"]) == (2, 2, 1)
    assert {row["source"] for row in terminal.run("attendees", "meetup-4", "--json").objects} == {"website"}


def test_of_many_without_a_seat_some_are_named_and_the_others_counted(terminal: Terminal) -> None:
    people = "".join(f"Gast Nummer{n},g{n}@voorbeeld.example,\n" for n in range(30))
    (terminal.folder / "site.csv").write_text(f"name,email,organisation\n{people}", "utf-8")
    said = terminal.run("seats", "import", "meetup-4", "site.csv")
    assert said.lines[0] == "site.csv: 3 new, 0 as before, 0 withdrawn"
    assert said.lines[1].endswith("Gast Nummer22 and 7 more")


def test_a_digest_is_printed_as_the_organiser_would_read_it(terminal: Terminal) -> None:
    said = terminal.run("digest", "--event", "meetup-4", "--date", "2018-01-15")
    assert said.status == 0
    assert "4th Meet Up" in said.lines[0]
