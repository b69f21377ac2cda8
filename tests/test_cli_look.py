"""events, attendees, log: what people and programs are shown of the record."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from terminal import Terminal

from mailbot import show
from mailbot.config import load
from mailbot.core.base import Address, Attendee, Reason, Status
from mailbot.edges.store import Store, journal, open_store, record, seating
from mailbot.edges.store.journal import Entry

CONFIG = """
timezone = "Europe/Amsterdam"
[organisation]
name = "Partos"
[mailbox]
host = "127.0.0.1"
security = "none"
username = "info@partos.example"
password_env = "MAILBOT_NOT_SET_IN_TESTS"
[smtp]
host = "127.0.0.1"
security = "none"
from = "info@partos.example"
[[events]]
id = "meetup-4"
title = "4th Meet Up for Strategic Partnerships"
starts = 2018-01-18T14:30:00
ends = 2018-01-18T18:00:00
location = "Humanity House"
capacity = 3
[[events]]
id = "meetup-5"
title = "5th Meet Up"
starts = 2018-03-22T14:30:00
ends = 2018-03-22T18:00:00
location = "Humanity House"
capacity = 40
"""

HOSTILE = "\x1b[31m[red]Jan\x9b\u202e\n=cmd()"
NOON = datetime(2018, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text(CONFIG, "utf-8")
    return tmp_path


@pytest.fixture
def terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(folder, monkeypatch)


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    settings = load(folder / "config.toml", secrets=False)
    opened = open_store(settings.state, lambda: NOON)
    with opened.transaction() as tx:
        seating.sync_events(tx, settings.house.events)
    yield opened
    opened.close()


def registered(
    store: Store, *people: Attendee, status: Status = Status.CONFIRMED, source: str = "email"
) -> str:
    """A party on the list of meetup-4; its code."""
    with store.transaction() as tx:
        contact = Address(people[0].email or "", people[0].name or "")
        number, code = record.add_registration(
            tx, "meetup-4", contact, "nl", source=source, arrived=NOON, uid=1, mail=None
        )
        for person in people:
            record.add_place(tx, number, "meetup-4", person, status)
    return code


def decided(store: Store, **entry: str) -> None:
    with store.transaction() as tx:
        reason = Reason("a-seat", entry.pop("reason", "A seat was free."))
        journal.write(tx, Entry(entry.pop("outcome", "confirmed"), (reason,), **entry))  # type: ignore[arg-type]


JAN = Attendee("Jan de Vries", "jan@voorbeeld.example", "Stichting Voorbeeld")
FATIMA = Attendee("Fatima El Amrani", None, "Stichting Voorbeeld")
LOTTE = Attendee("Lotte Visser", "lotte@werkplaats.example")


def test_events_count_seats_by_kind(terminal: Terminal, store: Store) -> None:
    registered(store, JAN)
    registered(store, FATIMA, source="website")
    registered(store, LOTTE, status=Status.WAITLISTED)
    first, second = terminal.run("events", "--json").objects
    assert first == {
        "id": "meetup-4",
        "title": "4th Meet Up for Strategic Partnerships",
        "starts": "2018-01-18T14:30:00+01:00",
        "capacity": 3,
        "confirmed": 2,
        "offered": 0,
        "waitlisted": 1,
        "website": 1,
        "free": 1,
    }
    assert (second["id"], second["free"]) == ("meetup-5", 40)


def test_events_are_told_before_the_worker_ever_ran(terminal: Terminal) -> None:
    assert [each["free"] for each in terminal.run("events", "--json").objects] == [3, 40]


def test_attendees_stand_in_order_with_their_place_in_the_queue(terminal: Terminal, store: Store) -> None:
    waiting = registered(store, LOTTE, status=Status.WAITLISTED)
    code = registered(store, JAN, FATIMA)
    told = terminal.run("attendees", "meetup-4", "--json").objects
    common = {"status": "confirmed", "position": None, "registration": code, "source": "email", "paid": False}
    assert told[0] == {"name": JAN.name, "email": JAN.email, "organisation": JAN.organisation} | common
    assert told[1] == {"name": FATIMA.name, "email": None, "organisation": FATIMA.organisation} | common
    assert (told[2]["status"], told[2]["position"], told[2]["registration"]) == ("waitlisted", 1, waiting)


def test_a_list_for_excel_keeps_its_letters(terminal: Terminal, store: Store, folder: Path) -> None:
    registered(store, Attendee("José", None, "Stichting Voorbeeld"))
    said = terminal.run("attendees", "meetup-4", "--csv", "list.csv")
    assert said.out == "list.csv: 1 person\n"
    raw = (folder / "list.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "without the mark Excel takes UTF-8 for something else"
    (row,) = csv.DictReader(raw.decode("utf-8-sig").splitlines())
    assert (row["name"], row["email"], row["status"], row["paid"]) == ("José", "", "confirmed", "no")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+31 6 1234", "'+31 6 1234"),
        ("-2+3", "'-2+3"),
        ("@home", "'@home"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\n =1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        pytest.param("Jan;=1+1", "Jan;'=1+1", id="where Excel parts cells at semicolons"),
        ("Jan = de Vries", "Jan = de Vries"),
        ("\tJan", "Jan"),
    ],
)
def test_a_spreadsheet_never_computes_what_a_stranger_wrote(
    terminal: Terminal, store: Store, folder: Path, written: str, shown: str
) -> None:
    registered(store, Attendee(written, None, written))
    terminal.run("attendees", "meetup-4", "--csv", "list.csv")
    (row,) = csv.DictReader((folder / "list.csv").read_text("utf-8-sig").splitlines())
    assert (row["name"], row["organisation"]) == (shown, shown)


def test_the_list_goes_to_standard_output_too(terminal: Terminal, store: Store) -> None:
    registered(store, JAN)
    said = terminal.run("attendees", "meetup-4", "--csv", "-")
    assert [row["name"] for row in csv.DictReader(said.out.removeprefix("\ufeff").splitlines())] == [
        "Jan de Vries"
    ]


def test_a_list_that_cannot_be_written_is_told_in_one_line(terminal: Terminal) -> None:
    said = terminal.run("attendees", "meetup-4", "--csv", "no/such/folder/list.csv")
    assert said.status == 1
    assert "no/such/folder/list.csv cannot be written" in said.only_error


def test_an_unknown_event_is_told_with_the_one_that_was_meant(terminal: Terminal) -> None:
    said = terminal.run("attendees", "metup-4")
    assert said.status == 2
    assert said.only_error == "mailbot: config.toml has no event 'metup-4'; did you mean meetup-4?"


def test_the_log_tells_each_decision_and_its_reason(terminal: Terminal, store: Store) -> None:
    decided(
        store,
        message="1@x",
        sender="jan@voorbeeld.example",
        subject="Aanmelding",
        intent="register",
        event="meetup-4",
    )
    (row,) = terminal.run("log", "--json").objects
    assert row == {
        "at": "2018-01-10T13:00:00+01:00",
        "message": "1@x",
        "from": "jan@voorbeeld.example",
        "subject": "Aanmelding",
        "intent": "register",
        "outcome": "confirmed",
        "reason": "A seat was free.",
        "event": "meetup-4",
        "registration": None,
        "letters": [],
        "actor": "mailbot",
    }


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--event", "meetup-5", ["2@x"]),
        ("--message", "<1@x>", ["1@x"]),
        ("--address", "LOTTE@werkplaats.example", ["2@x"]),
        ("--since", "2018-01-10", ["1@x", "2@x"]),
        ("--since", "2018-01-10T13:01", []),
    ],
)
def test_the_log_can_be_asked_for_less(
    terminal: Terminal, store: Store, option: str, value: str, found: list[str]
) -> None:
    decided(store, message="1@x", sender="jan@voorbeeld.example", event="meetup-4")
    decided(store, message="2@x", sender="lotte@werkplaats.example", event="meetup-5")
    assert [row["message"] for row in terminal.run("log", "--json", option, value).objects] == found


def test_the_log_is_read_whole_however_long_it_is(
    terminal: Terminal, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.cli_look.AT_ONCE", 2)
    for number in range(5):
        decided(store, message=f"{number}@x")
    assert [row["message"] for row in terminal.run("log", "--json").objects] == [f"{n}@x" for n in range(5)]


def test_following_the_log_shows_what_is_decided_meanwhile(
    terminal: Terminal, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(store, message="1@x")
    pauses: list[float] = []

    def meanwhile(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) > 1:
            raise KeyboardInterrupt
        decided(store, message="2@x")

    monkeypatch.setattr("mailbot.cli_look.time.sleep", meanwhile)
    said = terminal.run("log", "--json", "--follow")
    assert said.status == 0
    assert [row["message"] for row in said.objects] == ["1@x", "2@x"]


def test_a_time_that_is_none_is_told_with_one_that_is(terminal: Terminal) -> None:
    said = terminal.run("log", "--since", "gisteren")
    assert said.status == 2
    assert "2018-01-15" in said.only_error


@pytest.mark.parametrize("width", [None, 60, 80, 100, 140])
@pytest.mark.parametrize("arguments", [("attendees", "meetup-4"), ("log",), ("events",), ("review",)])
def test_what_a_stranger_wrote_is_shown_as_text_at_any_width(
    terminal: Terminal, store: Store, arguments: tuple[str, ...], width: int | None
) -> None:
    registered(store, Attendee(HOSTILE, None, HOSTILE))
    decided(store, message="1@x", sender=HOSTILE, subject=HOSTILE, reason=HOSTILE, event="meetup-4")
    with store.transaction() as tx:
        number = journal.write(tx, Entry("review", (Reason("r", HOSTILE),), sender=HOSTILE, event="meetup-4"))
        journal.open_review(tx, "decide", number)
    said = terminal.run(*arguments, width=width)
    assert (said.status, said.err) == (0, "")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said.out) if width else said.out
    assert "\x1b[31m" not in said.out, "a stranger's colour"
    assert not set(plain) & {"\x1b", "\x9b", "\u202e"}
    assert max(len(line) for line in plain.splitlines()) <= (width or 10_000)
    if arguments != ("events",):
        assert "[red]" in plain, "markup of strangers is text"


@pytest.mark.parametrize("arguments", [("attendees", "meetup-4"), ("log",), ("events",), ("review",)])
def test_json_is_one_harmless_line_for_each_row(
    terminal: Terminal, store: Store, arguments: tuple[str, ...]
) -> None:
    registered(store, Attendee(HOSTILE, None, HOSTILE))
    decided(store, sender=HOSTILE, event="meetup-4")
    with store.transaction() as tx:
        journal.open_review(tx, "decide", journal.write(tx, Entry("review", (Reason("r", HOSTILE),))))
    said = terminal.run(*arguments, "--json")
    assert not set(said.out) & {"\x1b", "\x9b", "\u202e"}
    assert all(isinstance(each, dict) for each in said.objects)


def test_a_pipe_gets_no_colour_and_no_lines_drawn(terminal: Terminal, store: Store) -> None:
    registered(store, JAN)
    head, row = terminal.run("attendees", "meetup-4").lines
    assert head.split() == ["Name", "E-mail", "Organisation", "Status", "Place", "Code", "From", "Paid"]
    assert head.index("E-mail") == row.index("jan@voorbeeld.example")


def test_a_narrow_terminal_keeps_what_matters(terminal: Terminal, store: Store) -> None:
    code = registered(store, JAN)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", terminal.run("attendees", "meetup-4", width=60).out)
    assert "Jan de Vries" in plain
    assert code in plain
    assert "jan@voorbeeld.example" not in plain


@pytest.mark.parametrize("width", [60, 80, 120])
def test_an_id_is_never_cut_nor_a_heading_of_the_seats(terminal: Terminal, folder: Path, width: int) -> None:
    said = terminal.run("events", width=width)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said.out)
    assert "meetup-4" in plain
    assert "…" not in plain
    longer = CONFIG.replace('"meetup-5"', '"meetup-of-the-working-group-5"')
    (folder / "config.toml").write_text(longer, "utf-8")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", terminal.run("events", width=width).out)
    assert "meetup-of-the-working-group-5" in plain


def test_the_day_of_an_event_is_told_at_80_columns(terminal: Terminal) -> None:
    said = terminal.run("events", width=80)
    assert "Thu 18 Jan" in said.out
    assert "Website" in said.out


def test_an_event_that_never_was_is_told_and_not_just_nothing(terminal: Terminal) -> None:
    said = terminal.run("log", "--event", "metup-4")
    assert said.status == 2
    assert "did you mean meetup-4?" in said.only_error


def test_an_event_no_longer_configured_is_still_in_the_log(terminal: Terminal, store: Store) -> None:
    decided(store, message="1@x", event="meetup-3")
    assert len(terminal.run("log", "--json", "--event", "meetup-3").objects) == 1


def test_the_log_stands_in_columns_in_a_pipe(terminal: Terminal, store: Store) -> None:
    decided(store, outcome="seats-imported", sender="one@x.example", event="meetup-4")
    decided(store, outcome="confirmed", sender="two@x.example")
    first, second = terminal.run("log").lines
    assert first.index("one@x.example") == second.index("two@x.example")


@pytest.mark.parametrize("width", [80, 120])
def test_what_waits_is_told_in_whole_sentences(terminal: Terminal, store: Store, width: int) -> None:
    why = 'The number is not certain: "misschien met twee". Hangs on a condition.'
    with store.transaction() as tx:
        entry = Entry("review", (Reason("r", why),), sender="kees.bakker@dijkzicht.example", event="meetup-4")
        journal.open_review(tx, "decide", journal.write(tx, entry))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", terminal.run("review", width=width).out)
    head, reason, *_ = plain.splitlines()
    assert head.startswith("1  ")
    assert head.rstrip().endswith("decide  meetup-4  kees.bakker@dijkzicht.example")
    assert reason.strip() == why


def test_a_list_that_is_empty_says_so(terminal: Terminal) -> None:
    assert terminal.run("attendees", "meetup-4").out == "Nobody has registered for meetup-4 yet.\n"
    assert terminal.run("attendees", "meetup-4", "--json").out == ""


def test_a_database_out_of_reach_is_one_line(terminal: Terminal, folder: Path) -> None:
    (folder / "state.db").mkdir()
    said = terminal.run("events")
    assert said.status == 1
    assert said.only_error.startswith("mailbot: database:")


def test_text_keeps_its_lines_and_nothing_that_a_terminal_obeys() -> None:
    assert show.safe_lines("a\x1b[31m\r\nb\u202e\tc\x07") == "a\ufffd[31m\nb\ufffd c\ufffd"


def test_since_counts_back_from_now(terminal: Terminal, folder: Path) -> None:
    settings = load(folder / "config.toml", secrets=False)
    store = open_store(settings.state, lambda: datetime.now(UTC) - timedelta(hours=3))
    decided(store, message="three hours ago")
    store.close()
    assert terminal.run("log", "--json", "--since", "2h").objects == []
    assert len(terminal.run("log", "--json", "--since", "1d").objects) == 1
