"""The world of the labelled mails (tests/mails/README.md)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.core.base import Address, Event, House

ZONE = ZoneInfo("Europe/Amsterdam")
PLACE = "Humanity House, Prinsegracht 8, 2512 GA Den Haag"


def _event(number: int, title: str, subtitle: str, day: datetime) -> Event:
    return Event(
        id=f"meetup-{number}",
        title=title,
        subtitle=subtitle,
        starts=day.replace(hour=14, minute=30, tzinfo=ZONE),
        ends=day.replace(hour=18, tzinfo=ZONE),
        doors_open=day.replace(hour=14, tzinfo=ZONE),
        location=PLACE,
        capacity=40,
    )


HOUSE = House(
    organisation="Partos",
    mailbox=Address("info@partos.example", "Partos"),
    own_addresses=frozenset({"info@partos.example"}),
    events=(
        _event(
            3,
            "3rd Meet Up for Strategic Partnerships",
            "Joining local, national and global forces in advocacy",
            datetime(2017, 10, 12),  # noqa: DTZ001 - made aware above
        ),
        _event(
            4,
            "4th Meet Up for Strategic Partnerships",
            "Countering the effects of shrinking civic space",
            datetime(2018, 1, 18),  # noqa: DTZ001 - made aware above
        ),
        _event(
            5,
            "5th Meet Up for Strategic Partnerships",
            "Measuring what matters in advocacy",
            datetime(2018, 3, 22),  # noqa: DTZ001 - made aware above
        ),
    ),
    timezone=ZONE,
    default_language="en",
)
