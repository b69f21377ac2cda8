"""Mails by hand, as values: what a person wrote, where they signed, what they answered."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mailbot.core.base import Address, Event, House
from mailbot.core.mail.message import Attachment, Mail, Part, Stretch

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WRITTEN = datetime(2018, 1, 9, 10, 0, tzinfo=UTC)  # a Tuesday
PLACE = "Humanity House, Prinsegracht 8, 2512 GA Den Haag"


def event(id_: str, title: str, subtitle: str, year: int, month: int, day: int) -> Event:
    return Event(
        id=id_,
        title=title,
        subtitle=subtitle,
        starts=datetime(year, month, day, 14, 30, tzinfo=AMSTERDAM),
        ends=datetime(year, month, day, 18, 0, tzinfo=AMSTERDAM),
        location=PLACE,
        capacity=40,
    )


HOUSE = House(
    organisation="Partos",
    mailbox=Address("info@partos.example", "Partos"),
    own_addresses=frozenset({"info@partos.example"}),
    events=(
        event(
            "meetup-3",
            "3rd Meet Up for Strategic Partnerships",
            "Joining local, national and global forces in advocacy",
            2017,
            10,
            12,
        ),
        event(
            "meetup-4",
            "4th Meet Up for Strategic Partnerships",
            "Countering the effects of shrinking civic space",
            2018,
            1,
            18,
        ),
        event(
            "meetup-5",
            "5th Meet Up for Strategic Partnerships",
            "Measuring what matters in advocacy",
            2018,
            3,
            22,
        ),
    ),
    timezone=AMSTERDAM,
)


def letter(
    text: str,
    sender: str = "Jan de Vries <jan.devries@voorbeeld.example>",
    *,
    signature: str = "",
    quoted: str = "",
    subject: str = "Meet Up",
    cc: tuple[str, ...] = (),
    reply_to: str = "",
    date: datetime = WRITTEN,
    attachments: tuple[Attachment, ...] = (),
) -> Mail:
    """A mail with ``text`` as its new words, then ``signature``, then ``quoted``."""
    pieces = [(Part.NEW, text), (Part.SIGNATURE, signature), (Part.QUOTED, quoted)]
    whole = ""
    stretches: list[Stretch] = []
    for part, piece in pieces:
        if piece:
            start = len(whole)
            whole += piece + "\n"
            stretches.append(Stretch(part, start, len(whole)))
    return Mail(
        message_id="1@voorbeeld.example",
        digest="0",
        sender=address(sender),
        reply_to=address(reply_to) if reply_to else None,
        to=(Address("info@partos.example", "Partos"),),
        cc=tuple(address(one) for one in cc),
        return_path=None,
        subject=subject,
        date=date,
        in_reply_to=(),
        references=(),
        headers=(),
        content_type="text/plain",
        report_type="",
        text=whole,
        stretches=tuple(stretches),
        html_only=False,
        attachments=attachments,
        reported_ids=(),
        defects=(),
    )


def address(written: str) -> Address:
    name, _, email = written.rpartition("<")
    return Address(email.strip("<> "), name.strip())
