"""Letters into the outbox: written in the transaction that decides them."""

from __future__ import annotations

from typing import Any

from mailbot.core.base import Attendee, Reason
from mailbot.core.mail.message import Mail
from mailbot.core.verdict.book import Place, Registration
from mailbot.core.writing import TemplateMistake, render
from mailbot.core.writing.letter import Letter, Standing
from mailbot.desk import Desk
from mailbot.edges.store import Tx, journal, outbox
from mailbot.edges.store.journal import Entry
from mailbot.edges.store.values import dump, load

_REFERENCES = 20  # RFC 5322 section 3.6.4 lets a long thread be shortened; nobody's client needs more


def thread_of(mail: Mail) -> dict[str, Any]:
    """What a letter needs to answer in the sender's thread, as it is kept with a registration."""
    references = [*mail.references, *mail.in_reply_to, mail.message_id]
    return {
        "reply_to_id": mail.message_id,
        "references": [r for r in dict.fromkeys(references) if r][-_REFERENCES:],
        "subject": mail.subject,
    }


def standings(places: tuple[Place, ...]) -> tuple[Standing, ...]:
    return tuple(Standing(place.attendee, place.status.value, place.position) for place in places)


def post(
    tx: Tx, desk: Desk, letter: Letter, *, decision: int, registration: Registration | None = None
) -> str:
    """Queue a letter and return its kind; its bytes, Date and Message-ID are fixed now.

    A mistake in a template parks the letter (and tells staff), never the desk.
    """
    message = outbox.new_message_id(desk.house.mailbox.domain)
    content, error = None, None
    try:
        content = render(letter, desk.house, desk.templates(), message_id=message, date=tx.now)
    except (TemplateMistake, OSError) as mistake:  # OSError: the folder itself is out of reach
        error = str(mistake)
    number = outbox.queue(
        tx,
        kind=letter.kind,
        recipient=letter.to.email,
        message=message,
        letter=dump(letter) if content is None else None,
        content=content,
        registration=registration.id if registration else None,
        decision=decision,
        error=error,
    )
    if error:
        parked = Entry(
            "letter-held",
            (Reason("template", f"The letter waits until its template is mended: {error}"),),
            event=letter.event,
            registration=letter.registration,
        )
        journal.open_review(tx, "letter", journal.write(tx, parked), letter=number)
    return letter.kind.value


def write_held(desk: Desk) -> int:
    """Write the letters whose template was broken and works again; how many."""
    written = 0
    with desk.store.transaction() as tx:
        for number, value, message, dated in outbox.without_words(tx):
            try:
                content = render(
                    load(Letter, value), desk.house, desk.templates(), message_id=message, date=dated
                )
            except (TemplateMistake, OSError):
                continue
            outbox.give_words(tx, number, content)
            journal.close_letter_review(tx, number)
            written += 1
    return written


def people(attendees: tuple[Attendee, ...], status: str) -> tuple[Standing, ...]:
    return tuple(Standing(attendee, status) for attendee in attendees)
