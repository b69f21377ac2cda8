"""The kinds of value that ``config.toml`` is made of, each checked and in its final form.

A check raises ValueError with what is wrong, as the end of a sentence that begins with the value
("'x' is not an address"); what would be right stands beside each key in ``file``.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from email.utils import parseaddr
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from pydantic import BeforeValidator, Field
from rapidfuzz import process
from stdnum import iban as iban_number
from stdnum.exceptions import InvalidChecksum, ValidationError

from mailbot.core.base import Address


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text between quotes")
    if not value.strip():
        raise ValueError("is empty")
    if not value.isprintable():  # a line break in a title would end a header of a letter
        raise ValueError("must be one line without control characters")
    return value.strip()


def _email(value: object) -> str:
    """The normalised address. Reserved domains pass: ``.example`` in worked examples,
    ``localhost`` and ``.local`` inside a house, ``.test`` in tests."""
    text = _text(value)
    reserved = text.rpartition("@")[2].lower().rpartition(".")[2] in SPECIAL_USE_DOMAIN_NAMES
    suffix = ".example" if reserved else ""
    try:
        checked = validate_email(text + suffix, check_deliverability=False)
    except EmailNotValidError as fault:
        raise ValueError(f"is not an e-mail address ({str(fault).rstrip('.')})") from None
    return checked.normalized.removesuffix(suffix)


def _address(value: object) -> Address:
    """``info@partos.example`` or ``Partos <info@partos.example>``."""
    text = _text(value)
    name, email = parseaddr(text)
    if "<" in text and not email:
        raise ValueError("is not a name with an address")
    return Address(email=_email(email if "<" in text else text), name=name)


def _iban(value: object) -> str:
    compact = "".join(_text(value).split()).upper()
    try:
        return str(iban_number.validate(compact))
    except InvalidChecksum:
        raise ValueError("is not an IBAN: its check digits don't fit, so a digit is mistyped") from None
    except ValidationError:
        raise ValueError("is not an IBAN") from None


def _timezone(value: object) -> ZoneInfo:
    name = _text(value)
    if name not in available_timezones():
        near = process.extractOne(name, sorted(available_timezones()), score_cutoff=70)
        raise ValueError("is not a timezone" + (f"; did you mean {near[0]!r}?" if near else ""))
    return ZoneInfo(name)


def _clock(value: object) -> time:
    """``"07:30"`` or a TOML time."""
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value.strip()):
        raise ValueError("is not a time of day")
    hour, minute = value.strip().split(":")
    return time(int(hour), int(minute))


def _moment(value: object) -> datetime:
    """A date with its time, naive (then in the house's timezone) or with an offset."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        raise ValueError("has no time of day")
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", value):
        raise ValueError("must stand without quotes")
    raise ValueError("is not a date and time")


def _day_or_moment(value: object) -> datetime:
    """As ``_moment``; a date alone is the beginning of that day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return _moment(value)


def _last_day_or_moment(value: object) -> datetime:
    """As ``_moment``; a date alone is the end of that day: who reads "closes on the 17th" thinks so."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time(23, 59, 59))
    return _moment(value)


def _money(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError("is not an amount")
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        hint = "; write a point, not a comma" if isinstance(value, str) and "," in value else ""
        raise ValueError(f"is not an amount{hint}") from None
    if not amount.is_finite() or amount < 0:
        raise ValueError("is not an amount to pay")
    if amount != round(amount, 2):
        raise ValueError("has more than two decimals")
    return round(amount, 2)


def _currency(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Z]{3}", text):
        raise ValueError("is not a currency")
    return text


def _page(value: object) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        raise ValueError("is not the address of a page") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or " " in text:
        raise ValueError("is not the address of a page")
    return text


def _event_id(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", text):
        raise ValueError("must be letters, digits, '-', '_' and '.' only")
    return text


def _language(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise ValueError("is not the code of a language")
    return text


def _state(value: object) -> str:
    text = _text(value)
    scheme, separator, rest = text.partition("://")
    if separator and scheme in ("postgres", "postgresql", "postgresql+psycopg2"):
        raise ValueError("names no driver that mailbot has; write postgresql+psycopg://…")
    if not separator or scheme not in ("sqlite", "postgresql+psycopg"):
        raise ValueError("is not a database that mailbot can use")
    if scheme == "sqlite" and (not rest.startswith("/") or rest[1:] in ("", ":memory:")):
        raise ValueError("names no file" if rest[1:] != ":memory:" else "would forget everything at the end")
    return text


def _listen(value: object) -> str:
    text = _text(value)
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise ValueError("is not an address to listen on")
    return text


Text = Annotated[str, BeforeValidator(_text)]
Email = Annotated[str, BeforeValidator(_email)]
Mailbox = Annotated[Address, BeforeValidator(_address)]
Iban = Annotated[str, BeforeValidator(_iban)]
Timezone = Annotated[ZoneInfo, BeforeValidator(_timezone)]
Clock = Annotated[time, BeforeValidator(_clock)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
DayOrMoment = Annotated[datetime, BeforeValidator(_day_or_moment)]
LastDayOrMoment = Annotated[datetime, BeforeValidator(_last_day_or_moment)]
Money = Annotated[Decimal, BeforeValidator(_money)]
Currency = Annotated[str, BeforeValidator(_currency)]
Page = Annotated[str, BeforeValidator(_page)]
EventId = Annotated[str, BeforeValidator(_event_id)]
Language = Annotated[str, BeforeValidator(_language)]
State = Annotated[str, BeforeValidator(_state)]
Listen = Annotated[str, BeforeValidator(_listen)]
Port = Annotated[int, Field(ge=1, le=65535)]
Count = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]


def right(words: str, default: Any = ..., *, alias: str | None = None) -> Any:
    """A key of ``config.toml``: what would be right for it, in words, and its default (none: it must be
    there). ``alias``: its name in the file, where Python has taken that word."""
    return Field(default, description=words, alias=alias)
