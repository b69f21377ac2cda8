"""The calendar entry that goes with a seat (RFC 5545, sent as RFC 6047 says)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar as Component
from icalendar import Event as Entry
from icalendar import Timezone, vCalAddress, vDatetime, vInt, vText
from icalendar.parser import Contentline

from mailbot.core.base import Address, Event
from mailbot.core.writing.letter import Calendar

_FOLDED = 75  # octets of a line at most, its break aside (RFC 5545 section 3.1)
_PRODUCT = "-//mailbot//EN"


def invitation(
    event: Event,
    *,
    method: Calendar,
    code: str,
    sequence: int,
    guest: Address,
    organiser: Address,
    description: str,
    timezone: ZoneInfo,
    stamp: datetime,
) -> bytes:
    """An iTIP message about one registration's entry; its UID stays the same in every letter."""
    own = (
        ("DTSTAMP", vDatetime(stamp.astimezone(UTC))),
        ("UID", vText(f"{code}.{event.id}@{organiser.domain}")),
        ("SEQUENCE", vInt(sequence)),
        # One attendee: a list would show every guest's address to all. No RSVP: the seat is taken already.
        ("ATTENDEE", _person(guest, role="REQ-PARTICIPANT", partstat="ACCEPTED", rsvp="FALSE")),
        ("DESCRIPTION", vText(description)),
    )
    before, after = _around(event, method, organiser, timezone)
    return before + b"".join(_line(name, value) for name, value in own) + after


def _line(name: str, value: vText | vInt | vDatetime | vCalAddress) -> bytes:
    """A property, folded; a component made for each letter would take three times as long."""
    line = Contentline.from_parts(name, value.params, value)
    if not line.isascii():
        written: bytes = line.to_ical()  # which folds between characters, not within one
        return written + b"\r\n"
    first, rest = line[:_FOLDED], line[_FOLDED:]
    more = (f"\r\n {rest[at : at + _FOLDED - 1]}" for at in range(0, len(rest), _FOLDED - 1))
    return f"{first}{''.join(more)}\r\n".encode()


@lru_cache(maxsize=32)
def _around(event: Event, method: Calendar, organiser: Address, timezone: ZoneInfo) -> tuple[bytes, bytes]:
    """What stands before and after a guest's own lines: the same in all entries of an event."""
    calendar = Component()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("method", method.value)
    head: bytes = calendar.to_ical()
    end = b"END:VCALENDAR\r\n"
    entry = Entry()
    entry.add("dtstart", event.starts.astimezone(timezone))
    entry.add("dtend", event.ends.astimezone(timezone))
    entry.add("summary", event.title)
    entry.add("location", event.location)
    entry.add("status", "CANCELLED" if method is Calendar.CANCEL else "CONFIRMED")
    entry.add("organizer", _person(organiser))
    zone = _zone(timezone.key, event.starts.year)
    before = head.removesuffix(end) + zone + b"BEGIN:VEVENT\r\n" + _lines(entry)
    return before, b"END:VEVENT\r\n" + end


def _lines(entry: Entry) -> bytes:
    """The properties of an entry, without what begins and ends it."""
    written: bytes = entry.to_ical()
    return written.removeprefix(b"BEGIN:VEVENT\r\n").removesuffix(b"END:VEVENT\r\n")


def _person(address: Address, **parameters: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address.email}")
    person.params["cn"] = vText(address.name or address.email)
    for name, value in parameters.items():
        person.params[name] = vText(value)
    return person


def _zone(key: str, year: int) -> bytes:
    """The VTIMEZONE for the years round an event."""
    first, last = date(year - 1, 1, 1), date(year + 2, 1, 1)
    written: bytes = Timezone.from_tzid(key, first_date=first, last_date=last).to_ical()
    return written
