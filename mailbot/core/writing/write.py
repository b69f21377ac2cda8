"""From a letter's value to its bytes."""

from __future__ import annotations

import re
from datetime import datetime

from mailbot.core.base import Address, Event, House, Status
from mailbot.core.writing import view
from mailbot.core.writing.body import Block, as_text, read
from mailbot.core.writing.clean import SUBJECT_LENGTH, has_link, one_address, one_line
from mailbot.core.writing.envelope import Attached, Envelope, Picture, seal
from mailbot.core.writing.invitation import invitation
from mailbot.core.writing.letter import Calendar, Letter, LetterKind
from mailbot.core.writing.templates import LAYOUT, TemplateMistake, Templates
from mailbot.core.writing.words import MissingWord, Words

_UNSOLICITED = {LetterKind.PROMOTED, LetterKind.OFFERED, LetterKind.EXPIRED}
_REPLY = re.compile(r"^(?:(?:re|aw|antw|antwoord|betr|sv|rv|tr|fw|fwd|wg|doorst)(?:\[\d+\])?\s*:\s*)+", re.I)
# Line 1 of a template, so that an editor shows at once what the letter is called.
_SUBJECT = re.compile(r"\s*Subject:[ \t]*([^\n]*)\n(.*)", re.DOTALL)
_LEVEL = {
    "confirmed": "good", "promoted": "good", "changed": "good", "offered": "act", "waitlisted": "wait",
    "expired": "wait",
}  # fmt: skip


def render(letter: Letter, house: House, templates: Templates, *, message_id: str, date: datetime) -> bytes:
    """A letter as a complete mail (RFC 5322, CRLF), the same for the same arguments.

    ``message_id`` is without <>. Raises TemplateMistake on any fault in the house's templates.
    """
    lang = templates.language(letter.lang, house.default_language)
    words = templates.words(lang)
    try:
        return _render(letter, house, templates, words, message_id, date)
    except MissingWord as fault:
        raise templates.missing_word(lang, fault) from fault


def _render(
    letter: Letter, house: House, templates: Templates, words: Words, message_id: str, date: datetime
) -> bytes:
    bill = view.bill(letter, house)
    png = bill.picture() if bill else None
    picture = Picture(f"{view.PICTURE}.{message_id}", png, words.text("payment.file")) if png else None
    known = view.values(letter, house, words, now=date, picture=picture.cid if picture else "")
    title, pieces = _words(letter, templates, words, known)
    event = house.event(letter.event)
    html = templates.run(
        LAYOUT,
        {
            "lang": words.lang,
            "subject": title,
            "organisation": known["organisation"],
            "status": words.text(f"heading.{letter.kind.value}"),
            "level": _LEVEL.get(letter.kind.value, "plain"),
            "preview": next((piece.text for piece in pieces[1:] if piece.kind == "paragraph"), ""),
            "pieces": pieces,
        },
    )
    envelope = Envelope(
        sender=house.mailbox,
        to=letter.to,
        subject=_subject(letter, title),
        lang=words.lang,
        message_id=message_id,
        date=date.astimezone(house.timezone),
        reply_to_id=letter.reply_to_id,
        references=letter.references,
        solicited=letter.kind not in _UNSOLICITED,
    )
    entry = _entry(letter, event, house, words, date) if event else None
    return seal(envelope, as_text(pieces, words.text("labels.colon")), html, picture=picture, attached=entry)


def _words(
    letter: Letter, templates: Templates, words: Words, known: dict[str, object]
) -> tuple[str, tuple[Block, ...]]:
    """The template's subject and the pieces of its body, with what every letter ends on."""
    name = f"{words.lang}/{letter.kind.value}.txt"
    written = _SUBJECT.match(templates.run(name, known))
    if not written or not written[1].strip():
        raise templates.mistake(name, 1, "the first line must be “Subject: …”")
    blocks = {key: value for key, value in known.items() if isinstance(value, Block)}
    pieces = list(read(written[2], blocks))
    if letter.question and letter.kind is not LetterKind.RECEIVED:
        pieces.append(Block("paragraph", words.text("closing.question")))
    pieces.append(Block("signature", words.text("closing.greeting"), (("", str(known["organisation"])),)))
    pieces.append(Block("footer", words.text("closing.footer")))
    return one_line(written[1], SUBJECT_LENGTH), tuple(pieces)


def _subject(letter: Letter, title: str) -> str:
    """An answer keeps its thread's subject (without what could become a link); news has its own."""
    theirs = _REPLY.sub("", one_line(letter.subject, SUBJECT_LENGTH)).strip()
    answers = letter.kind not in _UNSOLICITED and theirs and not has_link(theirs)
    subject = f"Re: {theirs}" if answers else title
    code = letter.registration
    return subject if not code or f"[{code}]" in subject else f"{subject} [{code}]"


def _entry(letter: Letter, event: Event, house: House, words: Words, date: datetime) -> Attached | None:
    """The calendar entry; who only waits gets none, whatever was asked."""
    seated = [s for s in letter.people if s.status == Status.CONFIRMED]
    method = letter.calendar
    if method is None or not letter.registration or (method is Calendar.REQUEST and not seated):
        return None
    colon = words.text("labels.colon")
    doors = event.doors_open and words.time(event.doors_open.astimezone(house.timezone))
    lines = [f"{words.text('labels.doors')}{colon} {doors}"] if doors else []
    if seated:
        lines.append(
            words.text("labels.who") + " " + "; ".join(view.person(s.attendee, words) for s in seated)
        )
    lines.append(f"{words.text('labels.code')}{colon} {letter.registration}")
    content = invitation(
        event,
        method=method,
        code=letter.registration,
        sequence=letter.sequence,
        guest=Address(one_address(letter.to.email), one_line(letter.to.name)),
        organiser=house.mailbox,
        description="\n".join(lines),
        timezone=house.timezone,
        stamp=date,
    )
    return Attached(content.decode(), "text/calendar", "invite.ics", method.value)


__all__ = ["TemplateMistake", "render"]
