"""What the sandbox plays with: the configured house, its events moved to four weeks from today, and mails."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from importlib.resources import files
from pathlib import Path

from mailbot.core.base import Event, House

AHEAD = timedelta(weeks=4)
WORKSHOP = "workshop"
WORKSHOP_SEATS = 6  # fewer than the sample mails ask for, so that the waiting list is seen
MEMBER_DOMAIN = "aurora-leden.example"

_OPEN_FOR = timedelta(weeks=2)
_APART = timedelta(minutes=1)  # between the sample mails
_PLACEHOLDER = re.compile(r"\{(\w+)\}")

_DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def packaged_config() -> Path:
    """The worked example: in the wheel beside the code, in a checkout at its top."""
    package = Path(str(files("mailbot")))
    inside = package / "_config.toml"
    return inside if inside.exists() else package.parent / "config.toml"


def moved(house: House, today: date) -> House:
    """The house with its first event four weeks from today, the others as far from it as before, all
    open for registration; and a small workshop a week after the first."""
    events = sorted(house.events, key=lambda event: event.starts)
    shift = today + AHEAD - events[0].starts.date() if events else timedelta(0)
    opened = datetime.combine(today, datetime.min.time(), house.timezone) - _OPEN_FOR
    shifted = [_shifted(event, shift, opened) for event in events]
    if not shifted or all(event.id != WORKSHOP for event in shifted):
        shifted.append(_workshop(house, shifted, today))
    return replace(house, events=tuple(shifted))


def _shifted(event: Event, shift: timedelta, opened: datetime) -> Event:
    closes = event.registration_closes
    return replace(
        event,
        starts=event.starts + shift,
        ends=event.ends + shift,
        doors_open=event.doors_open + shift if event.doors_open else None,
        registration_opens=opened if event.registration_opens else None,
        registration_closes=closes + shift if closes and closes + shift > opened + _OPEN_FOR else None,
    )


def _workshop(house: House, events: list[Event], today: date) -> Event:
    day = (events[0].starts.date() if events else today + AHEAD) + timedelta(weeks=1)
    starts = datetime.combine(day, datetime.min.time(), house.timezone).replace(hour=10)
    return Event(
        id=WORKSHOP,
        title="Writing That People Read",
        subtitle="A hands-on workshop",
        starts=starts,
        ends=starts.replace(hour=12, minute=30),
        location=events[0].location if events else "Town Hall, Market Square 1",
        capacity=WORKSHOP_SEATS,
        organisers=events[0].organisers if events else (),
    )


def config_text(
    house: House, *, imap_port: int, smtp_port: int, username: str, password: str, templates: Path | None
) -> str:
    """A ``config.toml`` for this house on the sandbox's servers."""
    lines = [
        "# mailbot sandbox: written anew at each start",
        f"timezone = {_toml(str(house.timezone))}",
        f"default_language = {_toml(house.default_language)}",
    ]
    if templates:
        lines.append(f"templates = {_toml(str(templates))}")
    lines += ["", "[organisation]", f"name = {_toml(house.organisation)}", 'members = "members.csv"']
    if house.member_page:
        lines.append(f"member_page = {_toml(house.member_page)}")
    lines += ["", "[mailbox]", 'host = "127.0.0.1"', f"port = {imap_port}", 'security = "none"']
    lines += [f"username = {_toml(username)}", f"password = {_toml(password)}", "poll_seconds = 5"]
    sender = f"{house.mailbox.name} <{house.mailbox.email}>" if house.mailbox.name else house.mailbox.email
    lines += [
        "",
        "[smtp]",
        'host = "127.0.0.1"',
        f"port = {smtp_port}",
        'security = "none"',
        f"from = {_toml(sender)}",
    ]
    if house.payment:
        holder = house.payment.account_holder
        lines += ["", "[payment]", f"iban = {_toml(house.payment.iban)}", f"account_holder = {_toml(holder)}"]
    for event in house.events:
        lines += ["", "[[events]]", *_event_lines(event)]
    return "\n".join(lines) + "\n"


def _event_lines(event: Event) -> Iterator[str]:
    for key in ("id", "title", "subtitle", "starts", "ends", "doors_open", "location", "capacity"):
        if value := getattr(event, key):
            yield f"{key} = {_toml(value)}"
    yield f'fee = "{event.fee}"'
    yield f"currency = {_toml(event.currency)}"
    yield f"organisers = {json.dumps(event.organisers, ensure_ascii=False)}"
    for key in ("registration_opens", "registration_closes"):
        if value := getattr(event, key):
            yield f"{key} = {_toml(value)}"
    yield f"waitlist = {_toml(event.waitlist.value)}"
    yield f"offer_hours = {event.offer_hours}"


def _toml(value: object) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat()
    if isinstance(value, int):
        return str(value)
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML basic string


def members_text() -> str:
    return f"organisation,domain\nAurora,{MEMBER_DOMAIN}\n"


def sample_mails(house: House, now: datetime) -> list[tuple[bytes, datetime]]:
    """The sample mails written for this house, each with its arrival: one a minute, the last a minute ago."""
    folder = files("mailbot") / "samples"
    texts = [
        file.read_text("utf-8")
        for file in sorted(folder.iterdir(), key=lambda f: f.name)
        if file.name.endswith(".eml")
    ]
    first = now - _APART * len(texts)
    words = _words(house, now)
    return [
        (_filled(text, {**words, "date": format_datetime(first + n * _APART)}), first + n * _APART)
        for n, text in enumerate(texts)
    ]


def _words(house: House, now: datetime) -> dict[str, str]:
    event, workshop = house.events[0], next(e for e in house.events if e.id == WORKSHOP)
    words = {"mailbox": house.mailbox.email, "run": f"{now:%Y%m%d%H%M%S}"}
    words |= {"event": event.title, "workshop": workshop.title}
    for lang in _DAYS:
        words[f"event_{lang}"] = _day(event.starts, lang)
        words[f"workshop_{lang}"] = _day(workshop.starts, lang)
    return words


def _day(moment: datetime, lang: str) -> str:
    """``donderdag 21 december``, as people of that language write it."""
    day, month = _DAYS[lang].split()[moment.weekday()], _MONTHS[lang].split()[moment.month - 1]
    return f"{day}, {moment.day}. {month}" if lang == "de" else f"{day} {moment.day} {month}"


def _filled(text: str, words: dict[str, str]) -> bytes:
    """The raw mail: placeholders replaced, headers in ASCII, lines ending as on the wire."""
    filled = _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)
    head, _, body = filled.partition("\n\n")
    lines = [line if line.isascii() else _encoded(line) for line in head.split("\n")]
    return "\r\n".join([*lines, "", *body.split("\n")]).encode()


def _encoded(line: str) -> str:
    name, _, value = line.partition(": ")
    return f"{name}: {Header(value, 'utf-8').encode(linesep=chr(13) + chr(10))}"
