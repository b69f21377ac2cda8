"""From a checked file to what the rest of mailbot is handed."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from mailbot.config.file import ONE_OF_THREE, EventTable, File, MailboxTable, Server, SmtpTable
from mailbot.config.mistakes import ConfigMistakes, Mistake, from_errors, key_name
from mailbot.core.base import Address, Event, House, Limits, Payment, WaitlistRule
from mailbot.edges.account import ImapAccount, Secret, SmtpAccount

SECRETS = ("password", "password_env", "password_file")
PORTS = {
    ("mailbox", "tls"): 993,
    ("mailbox", "starttls"): 143,
    ("mailbox", "none"): 143,
    ("smtp", "tls"): 465,
    ("smtp", "starttls"): 587,
    ("smtp", "none"): 25,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """A ``config.toml`` without a mistake. Every path is absolute, every time aware."""

    path: Path
    house: House
    limits: Limits
    state: str  # a database URL; a SQLite file's path is absolute
    templates: Path | None  # None: the ones in the package
    imap: ImapAccount
    smtp: SmtpAccount
    members_file: Path | None
    digest_at: time
    staff_listen: str | None  # None: no staff page
    since: datetime | None  # mail that arrived before it is left alone


def load(path: Path, *, secrets: bool = True) -> Settings:
    """The settings in a file. Raises ConfigMistakes with all that is wrong, each mistake once.

    ``secrets=False`` looks up no password, so that what touches no server needs none.
    """
    data, folder = _toml(path), path.absolute().parent
    mistakes: list[Mistake] = []
    file: File | None = None
    try:
        file = File.model_validate(data)
    except ValidationError as fault:
        mistakes += from_errors(fault.errors(include_url=False), data)
    mistakes += _twice(data)
    mistakes += _secret_mistakes(data, folder, look_up=secrets)
    if file:
        mistakes += _absent(file, folder)
    if mistakes or file is None:
        raise ConfigMistakes(path, mistakes)
    return _settings(path.absolute(), file, look_up=secrets)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        where = "name another with --config FILE, or try: mailbot sandbox"
        raise ConfigMistakes(path, [Mistake("", "there is no such file", where)]) from None
    except UnicodeDecodeError:
        raise ConfigMistakes(path, [Mistake("", "is not UTF-8", "save it as UTF-8 text")]) from None
    except OSError as fault:
        wrong = f"cannot be read ({fault.strerror})"
        raise ConfigMistakes(path, [Mistake("", wrong, "name a file that can be")]) from None
    except tomllib.TOMLDecodeError as fault:
        wrong = f"is not TOML: {fault}"
        right = 'text and names stand between quotes, as in host = "imap.example.org"'
        raise ConfigMistakes(path, [Mistake("", wrong, right)]) from None


def _twice(data: dict[str, Any]) -> Iterator[Mistake]:
    """An id given to two events. Looks at the raw file: the rest of it may be wrong as well."""
    events = data.get("events")
    ids = [event.get("id") for event in events if isinstance(event, dict)] if isinstance(events, list) else []
    for one, other in pairwise(sorted(each for each in ids if isinstance(each, str))):
        if one == other:
            yield Mistake(
                "events.id", f'"{one}" is the id of two events', "right is an id of its own for each"
            )


def _secret_mistakes(data: dict[str, Any], folder: Path, *, look_up: bool) -> Iterator[Mistake]:
    """Exactly one password where one is needed, and one that can be had. Looks at the raw file, as above."""
    for name, needed in (("mailbox", True), ("smtp", False)):
        table = data.get(name)
        if not isinstance(table, dict):
            continue
        given = [key for key in SECRETS if key in table]
        if len(given) > 1:
            yield Mistake(f"{name}.{given[1]}", f"is given beside {given[0]}", f"right is {ONE_OF_THREE}")
        elif not given and (needed or "username" in table):
            yield Mistake(f"{name}.password", "is missing", f"right is {ONE_OF_THREE}")
        elif given and not needed and "username" not in table:
            yield Mistake(f"{name}.username", "is missing beside a password", "give both or neither")
        elif given and look_up and isinstance(table[given[0]], str):
            wrong = _unreadable(given[0], table[given[0]], folder)
            if wrong:
                yield Mistake(f"{name}.{given[0]}", *wrong)


def _unreadable(kind: str, value: str, folder: Path) -> tuple[str, str] | None:
    match kind:
        case "password_env" if not os.environ.get(value):
            return f"the variable {value} is not set", f"set it before the start: export {value}=…"
        case "password_file":
            try:
                if not (folder / value).read_text("utf-8").strip():
                    return f"{folder / value} is empty", "write the password into it"
            except (OSError, UnicodeDecodeError) as fault:
                why = getattr(fault, "strerror", None) or "not text"
                return f"{folder / value} cannot be read ({why})", "name a file that holds the password alone"
    return None


def _absent(file: File, folder: Path) -> Iterator[Mistake]:
    """Files and times that the shape alone cannot tell to be wrong."""
    if file.templates != File.model_fields["templates"].default and not (folder / file.templates).is_dir():
        wrong = f"there is no folder {folder / file.templates}"
        yield Mistake("templates", wrong, "leave the key out for mailbot's own letters")
    for name in ("mailbox", "smtp"):
        authority = getattr(file, name).ca_file
        if authority and not (folder / authority).is_file():
            yield Mistake(f"{name}.ca_file", f"there is no file {folder / authority}", "name a PEM file")
    for number, event in enumerate(file.events):
        for key in ("starts", "ends", "doors_open", "registration_opens", "registration_closes"):
            moment = getattr(event, key)
            if moment and moment.tzinfo is None and not _exists(moment, file.timezone):
                name = key_name(("events", number, key), {"events": [e.model_dump() for e in file.events]})
                right = "clocks go forward then: name an hour earlier or later"
                yield Mistake(name, f"{moment.isoformat()} does not exist in {file.timezone}", right)


def _exists(moment: datetime, timezone: ZoneInfo) -> bool:
    there = moment.replace(tzinfo=timezone)
    return there.astimezone(UTC).astimezone(timezone).replace(tzinfo=None) == moment


def _settings(path: Path, file: File, *, look_up: bool) -> Settings:
    folder = path.parent
    templates = folder / file.templates
    return Settings(
        path=path,
        house=_house(file),
        limits=Limits(**file.limits.model_dump(), first_retry_seconds=file.smtp.first_retry_seconds),
        state=_absolute(file.state, folder),
        templates=templates if templates.is_dir() else None,
        imap=_imap(file.mailbox, folder, look_up),
        smtp=_smtp(file.smtp, folder, look_up),
        members_file=folder / file.organisation.members if file.organisation.members else None,
        digest_at=file.digest.at,
        staff_listen=file.staff.listen if file.staff else None,
        since=_aware(file.mailbox.since, file.timezone),
    )


def _house(file: File) -> House:
    sender = file.smtp.sender
    own = {sender.email.lower()}
    if "@" in file.mailbox.username:
        own.add(file.mailbox.username.lower())
    return House(
        organisation=file.organisation.name,
        mailbox=Address(sender.email, sender.name or file.organisation.name),
        own_addresses=frozenset(own),
        events=tuple(_event(event, file.timezone) for event in file.events),
        timezone=file.timezone,
        default_language=file.default_language,
        member_page=file.organisation.member_page or "",
        payment=Payment(file.payment.iban, file.payment.account_holder) if file.payment else None,
        seats_per_mail=file.limits.seats_per_mail,
        acknowledge=file.mailbox.acknowledge,
    )


def _event(table: EventTable, timezone: ZoneInfo) -> Event:
    return Event(
        id=table.id,
        title=table.title,
        starts=_local(table.starts, timezone),
        ends=_local(table.ends, timezone),
        location=table.location,
        capacity=table.capacity,
        subtitle=table.subtitle or "",
        doors_open=_aware(table.doors_open, timezone),
        fee=table.fee,
        currency=table.currency,
        organisers=tuple(table.organisers),
        registration_opens=_aware(table.registration_opens, timezone),
        registration_closes=_aware(table.registration_closes, timezone),
        waitlist=WaitlistRule(table.waitlist),
        offer_hours=table.offer_hours,
    )


def _aware(moment: datetime | None, timezone: ZoneInfo) -> datetime | None:
    return _local(moment, timezone) if moment else None


def _local(moment: datetime, timezone: ZoneInfo) -> datetime:
    """A local time gets its timezone; one with an offset is told in it."""
    return moment.replace(tzinfo=timezone) if moment.tzinfo is None else moment.astimezone(timezone)


def _absolute(state: str, folder: Path) -> str:
    """``sqlite:///state.db`` means the file beside ``config.toml``, wherever mailbot is started."""
    if not state.startswith("sqlite:///"):
        return state
    return f"sqlite:///{folder / state.removeprefix('sqlite:///')}"


def _imap(table: MailboxTable, folder: Path, look_up: bool) -> ImapAccount:
    return ImapAccount(
        host=table.host,
        port=table.port or PORTS["mailbox", table.security],
        security=table.security,
        username=table.username,
        password=_secret(table, folder, look_up),
        folder=table.folder,
        processed=table.processed,
        review=table.review,
        poll_seconds=table.poll_seconds,
        idle=table.idle,
        ca_file=folder / table.ca_file if table.ca_file else None,
    )


def _smtp(table: SmtpTable, folder: Path, look_up: bool) -> SmtpAccount:
    return SmtpAccount(
        host=table.host,
        port=table.port or PORTS["smtp", table.security],
        security=table.security,
        username=table.username,
        password=_secret(table, folder, look_up) if table.username else None,
        sender=table.sender,
        ca_file=folder / table.ca_file if table.ca_file else None,
        connections=table.connections,
    )


def _secret(table: Server, folder: Path, look_up: bool) -> Secret:
    if not look_up:
        return Secret("")
    if table.password_env:
        return Secret(os.environ[table.password_env])
    if table.password_file:
        return Secret((folder / table.password_file).read_text("utf-8").strip("\r\n"))
    return Secret(table.password or "")
