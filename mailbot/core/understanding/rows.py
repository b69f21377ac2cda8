"""The people of tables and forms, and of vCards."""

from __future__ import annotations

import re

from mailbot.core.base import Address, Attendee
from mailbot.core.mail.message import Attachment
from mailbot.core.understanding.addressing import addresses_in
from mailbot.core.understanding.display import read_display
from mailbot.core.understanding.lines import Cell, Row
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.names import mended, same_person
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.signing import person
from mailbot.core.understanding.tokens import tokens

_SEVERAL = re.compile(r"\s*[,;/+]\s*|\s+(?:en|and|und|et|&)\s+")
_SELF = frozenset({Flag.SELF})
VCARD = 20_000  # characters of a vCard that are looked at


def name_row(row: Row, reading: Reading) -> None:
    """Record the person of a row, or the several that one cell names."""
    name, given, surname = row.get("name"), row.get("given"), row.get("surname")
    if given and name and not surname:
        name, surname = None, name  # "Name | Vorname"
    house = row.get("organisation")
    if given and surname:
        parts = (given, row.get("particle"), surname)
        raw = " ".join(cell.text for cell in parts if cell)
        first: Cell = min((given, surname), key=lambda cell: cell.start)
        end = max(given.start + len(given.text), surname.start + len(surname.text))
    elif name or given or surname:
        first = name or given or surname or row.cells[0]
        raw = f"{name.text} {surname.text}" if name and surname else first.text
        end = first.start + len(first.text)
    else:
        return
    pieces = [piece.strip(" .") for piece in _SEVERAL.split(raw)]
    named = [person(piece, reading.words) for piece in pieces]
    own = [_is_writer(piece, reading) for piece in pieces]
    if len(pieces) > 1 and all(me or (one and " " in one) for one, me in zip(named, own, strict=True)):
        at = first.start
        for piece, me in zip(pieces, own, strict=True):
            at = max(at, reading.text.find(piece, at, end + 1))
            if me:
                who = Mention(Attendee(), "text", at, at + len(piece), piece, Source.LIST, _SELF)
                reading.mentions.append(who)
            else:
                _record(piece, at, at + len(piece), row, reading, None, house.text if house else None)
        return
    email_cell = row.get("email")
    found = addresses_in(email_cell.text, 0, len(email_cell.text)) if email_cell else []
    email = found[0].email if found else None
    _record(raw, first.start, end, row, reading, email, house.text if house else None)


def _is_writer(piece: str, reading: Reading) -> bool:
    """ "Deelnemers: Jan de Vries en *ikzelf*"."""
    plain = [token.word for token in tokens(piece)]
    family = reading.words["me"]
    return bool(plain) and max(family.length_at(plain, 0), reading.words["self"].length_at(plain, 0)) == len(
        plain
    )


def _record(
    raw: str, start: int, end: int, row: Row, reading: Reading, email: str | None, house: str | None
) -> None:
    shown = read_display(Address(email or "", raw), reading.words).name or mended(raw, reading.words)
    if shown is None or any(c.isdigit() for c in raw):
        return
    own = any(same_person(shown, name, reading.words) for name in reading.display.people)
    said = frozenset({Flag.SELF}) if own else frozenset()
    source = Source.FORM if row.form else Source.TABLE
    who = Attendee(shown, email, house or None)
    reading.mentions.append(Mention(who, "text", start, end, reading.text[start:end], source, said))
    reading.taken.append((row.start, row.end))


def name_card(attachment: Attachment, reading: Reading) -> None:
    """Record whom a vCard is of (RFC 6350: FN, EMAIL, ORG); other attachments say nothing."""
    if not attachment.text or not attachment.type.endswith(("vcard", "x-vcard", "directory")):
        return
    values: dict[str, str] = {}
    for key, value in re.findall(
        r"(?mi)^(FN|EMAIL|ORG)[^:\n]{0,80}:([^\r\n]{1,200})", attachment.text[:VCARD]
    ):
        values.setdefault(key.upper(), value.strip())
    name = mended(values.get("FN", ""), reading.words)
    if name is None:
        return
    house = re.sub(r"\\([,;])", r"\1", values.get("ORG", "")).split(";", 1)[0].strip() or None
    own = any(same_person(name, one, reading.words) for one in reading.display.people)
    who = Attendee(name, values.get("EMAIL") or None, house)
    said = frozenset({Flag.SELF}) if own else frozenset()
    reading.mentions.append(Mention(who, "attachment", 0, 0, values["FN"], Source.VCARD, said))
