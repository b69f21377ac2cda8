"""Letters as bytes: what any mail program reads back without a complaint."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

import pytest
import zxingcpp

from mailbot.core.base import Address, Attendee, House
from mailbot.core.writing import render
from mailbot.core.writing.letter import Calendar, Letter, LetterKind, Standing
from mailbot.core.writing.payment import Bill
from tests.core.test_writing import (
    BILL,
    HOUSE,
    ID,
    JAN,
    MEETUP,
    NOW,
    TEMPLATES,
    entry,
    html,
    letter,
    named,
    parts,
    sent,
    text,
)

FULL = letter(calendar=Calendar.REQUEST, people=(Standing(JAN, "confirmed"),))


def raw(value: Letter, house: House = HOUSE) -> bytes:
    return render(value, house, TEMPLATES, message_id=ID, date=NOW)


def complaints(mail: EmailMessage) -> list[object]:
    """What the parser minds, in the parts, their headers and their encodings."""
    found: list[object] = []
    for part in mail.walk():
        assert isinstance(part, EmailMessage)
        if not part.is_multipart():
            part.get_content()
        found += part.defects
        found += [defect for value in part.values() for defect in value.defects]
    return found


NAMES = [
    pytest.param("Zoë Müller-Łukasz", id="accents"),
    pytest.param("Ö" * 78 + " x", id="longer than an encoded word"),
    pytest.param('Vries, "Jan" de (Stichting); <jan>', id="marks that mean something in an address"),
    pytest.param("Çelik, Ayşe (Müdür)", id="both"),
    pytest.param("李小龍 " * 15, id="another script"),
    pytest.param("=?utf-8?q?Bcc=3A?=", id="an encoded word of one's own"),
    pytest.param("x" * 79, id="no place to fold"),
    pytest.param("😀" * 40, id="outside the first plane"),
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_breaks_the_mail(name: str) -> None:
    mail = sent(replace(named(name), subject=f"Aanmelding {name}"))
    assert complaints(mail) == []
    # Read by decode_header: Python 3.11's newer parser puts spaces between encoded words of a name.
    content = raw(replace(named(name), subject=f"Aanmelding {name}"))
    shown, address = parseaddr(BytesParser(policy=policy.compat32).parsebytes(content)["To"])
    assert (str(make_header(decode_header(shown))), address) == (name.strip(), "jan@voorbeeld.example")
    assert mail["Subject"] == f"Re: Aanmelding {name}".strip() + " [K7M2P]"


@pytest.mark.parametrize("name", NAMES)
def test_no_name_breaks_the_calendar_entry(name: str) -> None:
    _, calendar = entry(sent(replace(named(name), calendar=Calendar.REQUEST)))
    (event,) = calendar.walk("VEVENT")
    assert event["ATTENDEE"] == "mailto:jan@voorbeeld.example"
    assert not calendar.errors
    assert not event.errors


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_is_ascii_in_short_lines(name: str) -> None:
    content = raw(replace(named(name), subject=f"Aanmelding {name}", calendar=Calendar.REQUEST))
    assert content.isascii()
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert b"\n" not in content.replace(b"\r\n", b"")
    body = content.partition(b"\r\n\r\n")[2]
    lines = [line for line in body.split(b"\r\n") if not line.startswith(b"Content-")]
    assert max(map(len, lines)) <= 76  # RFC 2045 section 6.7
    assert max(map(len, content.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("kind", LetterKind)
def test_a_parser_has_no_complaint(kind: LetterKind) -> None:
    assert complaints(sent(replace(FULL, kind=kind))) == []


def test_the_parts_stand_where_programs_look_for_them() -> None:
    def shape(part: EmailMessage) -> object:
        name = part.get_content_type()
        return (name, [shape(one) for one in part.iter_parts()]) if part.is_multipart() else name  # type: ignore[arg-type]  # parts of an EmailMessage are EmailMessages

    pictured = ("multipart/related", ["text/html", "image/png"])
    body = ("multipart/alternative", ["text/plain", pictured])
    assert shape(sent(FULL)) == ("multipart/mixed", [body, "text/calendar"])


def test_every_text_is_read_back_as_it_was() -> None:
    odd = replace(MEETUP, title="50 % = half, . . –\u00a0Ünïcode", location=".\t-- \u2028 Straße 1 ")
    mail = sent(replace(FULL, event=odd.id), replace(HOUSE, events=(odd,)))
    assert "50 % = half, . . –\u00a0Ünïcode" in text(mail)
    assert "50 % = half, . . –\u00a0Ünïcode" in html(mail)
    assert text(mail).endswith("\n")


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_line_end_of_any_kind_leaves_as_crlf(end: str) -> None:
    """A bare CR or LF inside a mail is how one mail is smuggled in as two."""
    odd = replace(MEETUP, title=f"Meet{end}.{end}up", location=f"Hier{end}.{end}DATA")
    content = raw(FULL, replace(HOUSE, events=(odd,)))
    assert not {b"\r", b"\n"} & {bytes([byte]) for byte in content.replace(b"\r\n", b"")}
    assert b"\r\n.\r\n" not in content


def test_an_address_outside_ascii_stands_as_it_is() -> None:
    content = raw(replace(FULL, to=Address("josé@voorbeeld.example", "José")))
    head = content.partition(b"\r\n\r\n")[0]
    assert "To: =?utf-8?b?Sm9zw6k=?= <josé@voorbeeld.example>\r\n".encode() in head


@pytest.mark.parametrize(
    "address", ["jan..de.vries@voorbeeld.example", "jan.@voorbeeld.example", '"jan de"@voorbeeld.example']
)
def test_an_address_that_rfc_5322_does_not_know_is_written_to_all_the_same(address: str) -> None:
    head = raw(replace(FULL, to=Address(address, "Jan"))).partition(b"\r\n\r\n")[0]
    assert f"To: Jan <{address}>\r\n".encode() in head


def test_an_address_never_makes_a_header() -> None:
    head = raw(replace(FULL, to=Address("jan@voorbeeld.example>\r\nBcc: <all@voorbeeld.example")))
    assert message_from_bytes(head)["Bcc"] is None


@pytest.mark.parametrize(
    ("lang", "name"), [("nl", "betaling.png"), ("en", "payment.png"), ("de", "zahlung.png")]
)
def test_the_picture_is_named_in_the_letters_language(lang: str, name: str) -> None:
    (picture,) = parts(sent(letter(lang=lang)), "image/png")
    assert picture.get_filename() == name
    assert picture.get_content_disposition() == "inline"


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of a one-bit greyscale PNG, every checksum held to."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", png, at + 8 + size) == (zlib.crc32(kind + content),)
        chunks[kind] = content
        at += 12 + size
    width, height, *form = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert form == [1, 0, 0, 0, 0]
    assert [*chunks] == [b"IHDR", b"IDAT", b"IEND"]
    data, step = zlib.decompress(chunks[b"IDAT"]), (width + 7) // 8
    rows: list[bytes] = [bytes(step)]
    for start in range(0, len(data), step + 1):
        like, row = data[start], data[start + 1 : start + 1 + step]
        assert like in {0, 2}
        rows.append(bytes((a + b) % 256 for a, b in zip(row, rows[-1], strict=True)) if like else row)
    return width, height, rows[1:]


@pytest.mark.parametrize(
    "bill",
    [
        BILL,
        replace(BILL, holder="Bureau " * 10, reference="meetup-4" * 10),
        replace(BILL, holder="Stichting Café Łódź"),
    ],
)
def test_a_banking_app_reads_from_the_picture_what_is_owed(bill: Bill) -> None:
    picture = bill.picture()
    assert picture is not None
    width, height, rows = pixels(picture)
    grey = bytes(255 * (row[x // 8] >> 7 - x % 8 & 1) for row in rows for x in range(width))
    (found,) = zxingcpp.read_barcodes(memoryview(grey).cast("B", (height, width)))
    assert found.bytes == bill.epc()
    assert found.ec_level == "M"  # EPC069-12 asks for it
    assert found.symbology_identifier == "]Q1"  # no ECI: banking apps know only the payload's own charset
    assert width % 8 == 0  # a module is a whole byte of pixels
    quiet = 4 * 8
    assert all(row == b"\xff" * len(row) for row in rows[:quiet] + rows[-quiet:])


def test_a_guest_without_a_name_has_no_empty_quotes_before_the_address() -> None:
    guest = Standing(Attendee(None, "jan@voorbeeld.example"), "confirmed")
    assert sent(letter(to=Address("jan@voorbeeld.example"), people=(guest,)))["To"] == "jan@voorbeeld.example"
