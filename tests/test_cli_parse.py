"""``mailbot parse``: files, folders, an mbox and standard input; what programs and people are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from terminal import Terminal

TOP = Path(__file__).parent.parent

MAIL = b"""\
From: Jan de Vries <jan@voorbeeld.example>
To: info@partos.example
Subject: %s
Date: Mon, 8 Jan 2018 10:00:00 +0100
Message-ID: <1@voorbeeld.example>

Goedemiddag,

Graag meld ik mij aan voor de Meet Up van 18 januari.

Met vriendelijke groet,
Jan de Vries
"""

AUTO = MAIL.replace(b"Message-ID", b"Auto-Submitted: auto-replied\nMessage-ID") % b"Afwezig"
KEYS = [
    "file",
    "lang",
    "intent",
    "ignore_kind",
    "event",
    "seats",
    "attendees",
    "has_question",
    "review",
    "reasons",
]


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    (tmp_path / "config.toml").write_text((TOP / "config.toml").read_text("utf-8"), "utf-8")
    monkeypatch.delenv("MAILBOT_IMAP_PASSWORD", raising=False)
    return Terminal(tmp_path, monkeypatch)


def mail(folder: Path, name: str, content: bytes = MAIL % b"Aanmelding") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return name


def test_a_registration_is_told_to_programs(terminal: Terminal) -> None:
    (told,) = terminal.run("parse", "--json", mail(terminal.folder, "jan.eml")).objects
    assert list(told) == KEYS
    assert told["reasons"]
    assert {key: told[key] for key in KEYS if key != "reasons"} == {
        "file": "jan.eml",
        "lang": "nl",
        "intent": "register",
        "ignore_kind": None,
        "event": "meetup-4",
        "seats": 1,
        "attendees": [{"name": "Jan de Vries", "email": "jan@voorbeeld.example", "organisation": None}],
        "has_question": False,
        "review": False,
    }


def test_what_no_person_wrote_is_told_with_its_kind(terminal: Terminal) -> None:
    (told,) = terminal.run("parse", "--json", mail(terminal.folder, "auto.eml", AUTO)).objects
    assert list(told) == KEYS
    assert (told["intent"], told["ignore_kind"]) == ("ignore", "auto_reply")
    assert (told["seats"], told["attendees"], told["review"]) == (None, [], False)


def test_it_touches_no_record(terminal: Terminal) -> None:
    terminal.run("parse", mail(terminal.folder, "jan.eml"))
    assert sorted(file.name for file in terminal.folder.iterdir()) == ["config.toml", "jan.eml"]


def test_a_file_that_cannot_be_read_stops_no_other(terminal: Terminal) -> None:
    first, empty = mail(terminal.folder, "1.eml"), mail(terminal.folder, "2.eml", b"\n")
    said = terminal.run("parse", "--json", first, "gone.eml", empty, mail(terminal.folder, "3.eml"))
    assert said.status == 1
    assert [told["file"] for told in said.objects] == ["1.eml", "3.eml"]
    assert said.err.splitlines() == [
        "mailbot: gone.eml: No such file or directory",
        "mailbot: 2.eml: the file is empty",
    ]


def test_a_folder_of_eml_files_in_their_order(terminal: Terminal) -> None:
    for name in ("box/b.eml", "box/a.EML", "box/deeper/c.eml", "box/notes.txt"):
        mail(terminal.folder, name)
    told = terminal.run("parse", "--json", "box").objects
    assert [each["file"] for each in told] == ["box/a.EML", "box/b.eml", "box/deeper/c.eml"]


def test_a_maildir_in_order_of_arrival(terminal: Terminal) -> None:
    for name in ("Maildir/cur/1002.x:2,S", "Maildir/new/1001.x", "Maildir/tmp/1000.x"):
        mail(terminal.folder, name)
    told = terminal.run("parse", "--json", "Maildir").objects
    assert [each["file"] for each in told] == ["Maildir/new/1001.x", "Maildir/cur/1002.x:2,S"]


def test_an_empty_folder_says_what_it_lacks(terminal: Terminal) -> None:
    (terminal.folder / "box").mkdir()
    said = terminal.run("parse", "box")
    assert said.status == 1
    assert ".eml" in said.only_error


def mbox() -> bytes:
    return b"".join(
        b"From jan Mon Jan  8 10:00:00 2018\n" + each + b"\n" for each in (MAIL % b"Aanmelding", AUTO)
    )


def test_an_mbox_mail_by_mail(terminal: Terminal) -> None:
    mail(terminal.folder, "box.mbox", mbox())
    told = terminal.run("parse", "--json", "box.mbox").objects
    assert [(each["file"], each["number"], each["intent"]) for each in told] == [
        ("box.mbox", 1, "register"),
        ("box.mbox", 2, "ignore"),
    ]


@pytest.mark.parametrize(
    ("content", "intents"), [(MAIL % b"x", ["register"]), (mbox(), ["register", "ignore"])]
)
def test_standard_input(terminal: Terminal, content: bytes, intents: list[str]) -> None:
    told = terminal.run("parse", "--json", "-", stdin=content).objects
    assert [(each["file"], each["intent"]) for each in told] == [("-", intent) for intent in intents]


def test_people_see_the_words_it_was_understood_by(terminal: Terminal) -> None:
    said = terminal.run("parse", mail(terminal.folder, "jan.eml"))
    assert re.search(r"\[[^\]]*meld[^\]]*\]", said.out), "marked in brackets where there is no colour"
    assert re.search(r"^Intent +register", said.out, re.M)
    assert re.search(r"^mailbot would give 1 seat for meetup-4", said.out, re.M)
    assert "\x1b" not in said.out
    assert not [line for line in said.lines if line != line.rstrip()]


@pytest.mark.parametrize("width", [60, 140])
def test_a_hostile_mail_is_only_text_on_a_terminal(terminal: Terminal, width: int) -> None:
    hostile = (MAIL % b"[red]x[/red] =?utf-8?b?G1szMW0=?=").replace(
        b"Graag", b"\x1b[31m[bold]\xe2\x80\xae Graag"
    )
    said = terminal.run("parse", mail(terminal.folder, "x.eml", hostile), width=width)
    assert said.status == 0
    assert "\x1b[31m" not in said.out
    assert "\u202e" not in said.out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said.out)
    assert "[red]x[/red]" in plain
    assert "[bold]" in plain
    assert max(map(len, plain.splitlines())) <= width


def test_without_a_configuration_it_says_where_to_begin(terminal: Terminal) -> None:
    (terminal.folder / "config.toml").unlink()
    said = terminal.run("parse", mail(terminal.folder, "jan.eml"))
    assert said.status == 2
    assert "mailbot sandbox" in said.only_error


def test_guests_without_a_name_share_a_line(terminal: Terminal) -> None:
    party = MAIL.replace(b"Graag meld ik mij aan", b"Graag meld ik mij en vier collega's aan") % b"Aanmelding"
    told = terminal.run("parse", mail(terminal.folder, "vijf.eml", party)).out
    assert told.count("Jan de Vries <jan@voorbeeld.example>") >= 1
    assert told.count("4 guests without a name") == 1
    assert "a guest without" not in told


def test_what_would_be_done_is_what_is_done_where_no_event_is_named(terminal: Terminal) -> None:
    # Who wants a seat is never left lying, however little of the event is said.
    sender = b"From: Jan de Vries <jan@voorbeeld.example>\nSubject: Vraag\n\n"
    wants = sender + b"Hierbij meld ik mij aan.\n\nJan de Vries\n"
    said = terminal.run("parse", mail(terminal.folder, "wants.eml", wants)).out
    assert "leave it where it lies" not in said
    tells = sender + b"De printer is weer stuk. Jan\n"
    said = terminal.run("parse", mail(terminal.folder, "tells.eml", tells)).out
    assert "leave it where it lies" in said
