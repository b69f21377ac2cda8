"""What the sandbox plays with: the configured house, its events moved to four weeks from today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from mailbot.core.base import Event, House

AHEAD = timedelta(weeks=4)
WORKSHOP = "workshop"
WORKSHOP_SEATS = 6  # fewer than the sample mails ask for, so that the waiting list is seen
MEMBER_DOMAIN = "aurora-leden.example"

_OPEN_FOR = timedelta(weeks=2)


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
