"""config.toml: the worked example, defaults, and every mistake told in the user's words, all at once."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailbot.config import ConfigMistakes, Settings, load
from mailbot.core.base import Address, Payment, WaitlistRule

EXAMPLE = Path(__file__).parent.parent / "config.toml"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

SMALL = """
timezone = "Europe/Amsterdam"
[organisation]
name = "Partos"
[mailbox]
host = "imap.partos.example"
username = "info@partos.example"
password = "geheim"
[smtp]
host = "smtp.partos.example"
from = "info@partos.example"
[[events]]
id = "meetup-4"
title = "4th Meet Up"
starts = 2018-01-18T14:30:00
ends = 2018-01-18T18:00:00
location = "Humanity House"
capacity = 40
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """SMALL with some of its words replaced; each must be there."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return written(folder, text)


def mistakes(path: Path) -> list[tuple[str, str]]:
    """(key, the rest of the line) of each mistake that the file is told."""
    with pytest.raises(ConfigMistakes) as told:
        load(path)
    lines = str(told.value).splitlines()
    assert len(lines) == len(told.value.mistakes)
    assert all(line.startswith(f"{path}: ") for line in lines)
    return [(mistake.key, f"{mistake.wrong}; {mistake.right}") for mistake in told.value.mistakes]


def one_mistake(path: Path) -> tuple[str, str]:
    (only,) = mistakes(path)
    return only


def test_the_worked_example_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_IMAP_PASSWORD", "imap secret")
    monkeypatch.setenv("MAILBOT_SMTP_PASSWORD", "smtp secret")
    settings = load(EXAMPLE)
    (meetup,) = settings.house.events
    assert meetup.starts == datetime(2018, 1, 18, 14, 30, tzinfo=AMSTERDAM)
    assert meetup.closes == datetime(2018, 1, 17, 17, 0, tzinfo=AMSTERDAM)
    assert (meetup.capacity, meetup.fee, meetup.currency) == (40, Decimal("25.00"), "EUR")
    assert settings.house.mailbox == Address("info@partos.example", "Partos")
    assert settings.house.payment == Payment("NL91ABNA0417164300", "Partos")
    assert settings.limits.first_retry_seconds == 300
    assert settings.digest_at == time(7, 30)
    assert settings.staff_listen == "127.0.0.1:8025"
    assert (settings.imap.port, settings.smtp.port) == (993, 465)


def test_what_may_be_left_out_has_a_default(tmp_path: Path) -> None:
    settings = load(written(tmp_path, SMALL))
    (event,) = settings.house.events
    assert (event.fee, event.currency, event.waitlist) == (Decimal(0), "EUR", WaitlistRule.CONFIRM)
    assert event.closes == event.starts
    assert (settings.imap.folder, settings.imap.processed, settings.imap.review) == (
        "INBOX",
        "Processed",
        "Review",
    )
    assert (settings.imap.port, settings.smtp.port) == (993, 465)
    assert settings.house.default_language == "en"
    assert settings.house.mailbox == Address("info@partos.example", "Partos")
    assert settings.house.acknowledge
    assert (settings.since, settings.staff_listen, settings.templates, settings.members_file) == (None,) * 4


@pytest.mark.parametrize(
    ("security", "imap", "smtp"),
    [("tls", 993, 465), ("starttls", 143, 587), ("none", 143, 25)],
)
def test_each_kind_of_security_has_its_ports(tmp_path: Path, security: str, imap: int, smtp: int) -> None:
    host = ('host = "imap.partos.example"', f'host = "127.0.0.1"\nsecurity = "{security}"')
    relay = ('host = "smtp.partos.example"', f'host = "localhost"\nsecurity = "{security}"')
    settings = load(changed(tmp_path, host, relay))
    assert (settings.imap.port, settings.smtp.port) == (imap, smtp)


def test_paths_count_from_the_files_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "templates").mkdir()
    path = changed(tmp_path / "house", ('name = "Partos"', 'name = "Partos"\nmembers = "leden.csv"'))
    monkeypatch.chdir(tmp_path)
    settings = load(Path("house/config.toml"))
    assert path == settings.path
    assert settings.state == f"sqlite:///{tmp_path}/house/state.db"
    assert settings.members_file == tmp_path / "house" / "leden.csv"
    assert settings.templates == tmp_path / "house" / "templates"


def test_own_addresses_are_the_login_and_the_sender_but_no_organiser(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ('username = "info@partos.example"', 'username = "Desk@partos.example"'),
        ("capacity = 40", 'capacity = 40\norganisers = ["organiser@partos.example"]'),
    )
    assert load(path).house.own_addresses == {"desk@partos.example", "info@partos.example"}


def test_a_time_with_an_offset_is_told_in_the_houses_timezone(tmp_path: Path) -> None:
    settings = load(changed(tmp_path, ("2018-01-18T14:30:00", "2018-01-18T13:30:00Z")))
    assert settings.house.events[0].starts.isoformat() == "2018-01-18T14:30:00+01:00"


def test_a_day_opens_at_its_beginning_and_closes_at_its_end(tmp_path: Path) -> None:
    days = "capacity = 40\nregistration_opens = 2017-12-01\nregistration_closes = 2018-01-17"
    (event,) = load(changed(tmp_path, ("capacity = 40", days))).house.events
    assert event.registration_opens == datetime(2017, 12, 1, tzinfo=AMSTERDAM)
    assert event.closes == datetime(2018, 1, 17, 23, 59, 59, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    "email", ["jan@bond.test", "jan@localhost", "jan@kantoor.local", "jan@partos.example"]
)
def test_reserved_domains_are_addresses_too(tmp_path: Path, email: str) -> None:
    settings = load(changed(tmp_path, ('from = "info@partos.example"', f'from = "{email}"')))
    assert settings.house.mailbox.email == email


def secret_of(settings: Settings) -> str:
    return settings.imap.password.reveal()


def test_a_password_comes_from_the_file_a_variable_or_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", "from the variable")
    (tmp_path / "password").write_text("from the file\n", "utf-8")
    plain = ('password = "geheim"', 'password = "geheim"')
    variable = ('password = "geheim"', 'password_env = "DESK_PASSWORD"')
    file = ('password = "geheim"', 'password_file = "password"')
    told = [secret_of(load(changed(tmp_path, way))) for way in (plain, variable, file)]
    assert told == ["geheim", "from the variable", "from the file"]


def test_no_password_is_looked_up_where_no_server_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESK_PASSWORD", raising=False)
    path = changed(tmp_path, ('password = "geheim"', 'password_env = "DESK_PASSWORD"'))
    assert load(path, secrets=False).house.organisation == "Partos"
    key, line = one_mistake(path)
    assert key == "mailbox.password_env"
    assert "DESK_PASSWORD is not set" in line


WRONG = [
    pytest.param('password = "geheim"', "", "mailbox.password", "password_env", id="no password at all"),
    pytest.param(
        'password = "geheim"',
        'password = "geheim"\npassword_file = "x"',
        "mailbox.password_file",
        "beside password",
        id="two passwords",
    ),
    pytest.param(
        'password = "geheim"',
        'password_file = "gone"',
        "mailbox.password_file",
        "cannot be read",
        id="no such file",
    ),
    pytest.param(
        'host = "smtp.partos.example"',
        'host = "smtp.partos.example"\nusername = "info"',
        "smtp.password",
        "is missing",
        id="a login without a password",
    ),
    pytest.param(
        'host = "imap.partos.example"',
        'host = "imap.partos.example"\nsecurity = "none"',
        "mailbox.security",
        "readable to imap.partos.example",
        id="a password in the clear",
    ),
    pytest.param(
        'host = "imap.partos.example"',
        'host = "imap.partos.example"\npoort = 993',
        "mailbox.poort",
        "did you mean port?",
        id="a mistyped key",
    ),
    pytest.param(
        'timezone = "Europe/Amsterdam"',
        'timezone = "Europe/Amsterdm"',
        "timezone",
        "Europe/Amsterdam",
        id="a mistyped timezone",
    ),
    pytest.param(
        'timezone = "Europe/Amsterdam"',
        "idle = true",
        "idle",
        "belongs in [mailbox]",
        id="a key in the wrong table",
    ),
    pytest.param("capacity = 40", "capacity = 0", "events[meetup-4].capacity", "from 1", id="no seats"),
    pytest.param(
        "ends = 2018-01-18T18:00:00",
        "ends = 2018-01-18T14:30:00",
        "events[meetup-4].ends",
        "not after starts",
        id="ends before it starts",
    ),
    pytest.param(
        "ends = 2018-01-18T18:00:00",
        'ends = "2018-01-18T18:00"',
        "events[meetup-4].ends",
        "quotes",
        id="quoted date",
    ),
    pytest.param(
        "ends = 2018-01-18T18:00:00",
        "ends = 2018-01-18",
        "events[meetup-4].ends",
        "no time of day",
        id="no time",
    ),
    pytest.param(
        "starts = 2018-01-18T14:30:00\nends = 2018-01-18T18:00:00",
        "starts = 2018-03-25T02:30:00\nends = 2018-03-25T12:00:00",
        "events[meetup-4].starts",
        "does not exist",
        id="a time that the clocks jump over",
    ),
    pytest.param(
        'from = "info@partos.example"',
        'from = "info@@partos"',
        "smtp.from",
        "not an e-mail address",
        id="address",
    ),
    pytest.param(
        "capacity = 40",
        'capacity = 40\nfee = "25,00"',
        "events[meetup-4].fee",
        "a point, not a comma",
        id="comma",
    ),
    pytest.param(
        'title = "4th Meet Up"',
        'title = """4th\nMeet Up"""',
        "events[meetup-4].title",
        "one line",
        id="two lines",
    ),
    pytest.param(
        'id = "meetup-4"', 'id = "meet up"', "events[meet up].id", "letters, digits", id="a space in an id"
    ),
    pytest.param(
        'name = "Partos"',
        'name = "Partos"\n[payment]\niban = "NL91ABNA0417164301"\naccount_holder = "Partos"',
        "payment.iban",
        "mistyped",
        id="a mistyped IBAN",
    ),
    pytest.param(
        'timezone = "Europe/Amsterdam"',
        'state = "postgresql://desk@db/x"',
        "state",
        "postgresql+psycopg",
        id="driver",
    ),
    pytest.param(
        'timezone = "Europe/Amsterdam"',
        'templates = "brieven"',
        "templates",
        "there is no folder",
        id="no templates",
    ),
    pytest.param(
        'password = "geheim"',
        'password = "geheim"\nreview = "Inbox"',
        "mailbox.review",
        "names already",
        id="folders",
    ),
    pytest.param(
        "[[events]]", '[digest]\nat = "25:00"\n[[events]]', "digest.at", '"07:30"', id="no such hour"
    ),
    pytest.param(
        'name = "Partos"', "name = 7", "organisation.name", "text between quotes", id="a number for a name"
    ),
]


@pytest.mark.parametrize(("old", "new", "key", "words"), WRONG)
def test_a_mistake_names_the_key_and_what_would_be_right(
    tmp_path: Path, old: str, new: str, key: str, words: str
) -> None:
    told_key, line = one_mistake(changed(tmp_path, (old, new)))
    assert told_key == key
    assert words in line


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    event = SMALL[SMALL.index("[[events]]") :]
    text = SMALL.replace('host = "imap.partos.example"', 'host = "imap.partos.example"\nport = "993"')
    text = text.replace('password = "geheim"', "").replace('name = "Partos"', "")
    text = text.replace("capacity = 40", "capacity = -1") + event
    assert {key for key, _ in mistakes(written(tmp_path, text))} == {
        "organisation.name",
        "mailbox.port",
        "mailbox.password",
        "events[meetup-4].capacity",
        "events.id",
    }


def test_a_wrong_file_never_shows_a_password(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ('password = "geheim"', "password = 31337"),
        ('timezone = "Europe/Amsterdam"', 'state = "postgres://desk:hush@db/x"'),
    )
    lines = str([line for _, line in mistakes(path)])
    assert "31337" not in lines
    assert "hush" not in lines


def test_settings_never_show_a_password(tmp_path: Path) -> None:
    assert "geheim" not in repr(load(written(tmp_path, SMALL)))


def test_a_slip_in_toml_is_told_with_its_line(tmp_path: Path) -> None:
    _, line = one_mistake(written(tmp_path, 'timezone = "Europe/Amsterdam"\nstate = state.db\n'))
    assert "line 2" in line


def test_no_file_leads_to_the_sandbox(tmp_path: Path) -> None:
    _, line = one_mistake(tmp_path / "config.toml")
    assert "mailbot sandbox" in line


def test_a_file_from_an_editor_that_marks_utf8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SMALL.replace("Partos", "Vereniging Œuvre"), "utf-8-sig")
    assert load(path).house.organisation == "Vereniging Œuvre"


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(SMALL.replace("Partos", "Café").encode("latin-1"))
    _, line = one_mistake(path)
    assert "UTF-8" in line
