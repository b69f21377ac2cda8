"""The organiser's daily letter: where an event stands, in one look."""

from __future__ import annotations

import csv
from datetime import datetime
from io import StringIO

from mailbot.core.base import Address, House
from mailbot.core.writing.body import Block, as_text
from mailbot.core.writing.clean import SUBJECT_LENGTH, harmless, one_line
from mailbot.core.writing.daily import Digest, Person, Tally, ToDecide
from mailbot.core.writing.envelope import Attached, Envelope, seal
from mailbot.core.writing.templates import PAGE, Templates
from mailbot.core.writing.words import MissingWord, Words

# What a spreadsheet may take for a formula (OWASP, "CSV injection"): then an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ROWS = 80  # of one list in the mail itself (Gmail cuts a page at 102 KB); the sheet has everybody
_COLUMNS = ("name", "organisation", "email", "status", "position", "registration", "source", "paid")


def render_digest(
    digest: Digest,
    house: House,
    templates: Templates,
    *,
    to: str,
    lang: str,
    message_id: str,
    date: datetime,
) -> bytes:
    """The digest as a complete mail, its list attached as CSV; the same for the same arguments.

    Raises TemplateMistake on any fault in the house's templates.
    """
    lang = templates.language(lang, house.default_language)
    words = templates.words(lang)
    try:
        known = values(digest, house, words)
        text = as_text(_pieces(digest, words, known), words.text("labels.colon"))
    except MissingWord as fault:
        raise templates.missing_word(lang, fault) from fault
    envelope = Envelope(
        sender=house.mailbox,
        to=Address(to),
        subject=str(known["subject"]),
        lang=lang,
        message_id=message_id,
        date=date.astimezone(house.timezone),
        solicited=False,
    )
    attached = Attached(
        attendee_csv((*digest.attendees, *digest.waiting)).decode(), "text/csv", f"{digest.event.id}.csv"
    )
    return seal(envelope, text, templates.run(PAGE, known), attached=attached)


def attendee_csv(people: tuple[Person, ...]) -> bytes:
    """The list as CSV (RFC 4180, UTF-8 with a BOM, which Excel needs); no cell is ever a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for person in people:
        writer.writerow(_cell(getattr(person, column)) for column in _COLUMNS)
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else one_line(text, 200)


def values(digest: Digest, house: House, words: Words) -> dict[str, object]:
    """The names the digest's page knows. Raises MissingWord."""
    tally, decide = digest.tally, len(digest.to_decide)
    taken = tally.capacity - tally.free
    numbers = {"taken": taken, "capacity": tally.capacity, "waiting": tally.waiting, "decide": decide}
    subject = words.text("digest.subject", title=one_line(digest.event.title, SUBJECT_LENGTH), **numbers)
    starts = digest.event.starts.astimezone(house.timezone)
    return {
        "lang": words.lang,
        "subject": subject,
        "organisation": one_line(house.organisation),
        "title": digest.event.title,
        "when": words.moment(starts),
        "where": digest.event.location,
        "summary": words.text("digest.summary", **numbers),
        "bar": _bar(tally),
        "cards": _cards(tally, words),
        "troubles": tuple(harmless(trouble, 300) for trouble in digest.troubles),
        "troubles_title": words.text("digest.troubles"),
        "decide_title": words.text("digest.to_decide"),
        "decide_how": words.text("digest.how"),
        "decide": tuple(_decision(one, house, words) for one in digest.to_decide[:_ROWS]),
        "lists": tuple(part for part in _lists(digest, words) if part[1]),
        "quiet": "" if digest.came or digest.left or digest.to_decide else words.text("digest.quiet"),
        "footer": words.text("digest.footer"),
    }


def _cards(tally: Tally, words: Words) -> tuple[tuple[str, str, str], ...]:
    """Number, label and what it is made of."""
    return (
        (
            str(tally.confirmed),
            words.text("digest.confirmed"),
            words.text("digest.website", seats=tally.website),
        ),
        (str(tally.offered), words.text("digest.offered"), ""),
        (str(tally.waiting), words.text("digest.waiting"), ""),
        (str(tally.free), words.text("digest.free"), words.text("digest.capacity", seats=tally.capacity)),
    )


def _bar(tally: Tally) -> tuple[tuple[str, int], ...]:
    """(kind, whole percent) of each stretch of the bar; together 100."""
    whole = max(tally.capacity, 1)
    taken = min(100, round(100 * tally.confirmed / whole))
    held = min(100 - taken, round(100 * tally.offered / whole))
    return (("taken", taken), ("held", held), ("free", 100 - taken - held))


def _decision(one: ToDecide, house: House, words: Words) -> tuple[str, str, str]:
    """Number, who and what, and why it needs a person."""
    who = one_line(one.sender or "", 100)
    about = harmless(one.subject or "", 100)
    since = words.moment(one.since.astimezone(house.timezone))
    head = " · ".join(part for part in (who, about, since) if part)
    return str(one.number), head, " ".join(harmless(reason, 300) for reason in one.reasons)


def _lists(digest: Digest, words: Words) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    named = (
        ("came", digest.came), ("left", digest.left), ("waiting_list", digest.waiting),
        ("attendees", digest.attendees),
    )  # fmt: skip
    return tuple((words.text(f"digest.{key}"), _rows(people, words)) for key, people in named)


def _rows(people: tuple[Person, ...], words: Words) -> tuple[tuple[str, str], ...]:
    rows = []
    for person in people[:_ROWS]:
        name = harmless(person.name or "") or words.text("labels.unnamed")
        if person.organisation:
            name = f"{name}, {harmless(person.organisation)}"
        status = words.text(f"status.{person.status}")
        if person.position:
            status = words.text("status.waitlisted_at", position=person.position)
        notes = [status, person.registration, words.text("digest.paid") if person.paid else ""]
        rows.append((name, " · ".join(note for note in notes if note)))
    if more := len(people) - len(rows):
        rows.append((words.text("digest.more", people=more), ""))
    return tuple(rows)


def _pieces(digest: Digest, words: Words, known: dict[str, object]) -> tuple[Block, ...]:
    """The text part; it says all that the HTML does."""
    tally = digest.tally
    pieces = [
        Block("paragraph", str(known["title"])),
        Block("paragraph", f"{known['when']}, {known['where']}"),
        Block("paragraph", str(known["summary"])),
        Block(
            "rows", rows=tuple((label, f"{n}   {note}".rstrip()) for n, label, note in _cards(tally, words))
        ),
    ]
    if digest.troubles:
        lines = tuple((harmless(trouble, 300), "") for trouble in digest.troubles)
        pieces.append(Block("people", words.text("digest.troubles"), lines))
    if digest.to_decide:
        decisions = known["decide"]
        assert isinstance(decisions, tuple)
        lines = tuple((f"{number}. {head}: {why}", "") for number, head, why in decisions)
        pieces.append(Block("people", words.text("digest.to_decide"), lines))
        pieces.append(Block("paragraph", words.text("digest.how")))
    pieces += [Block("people", title, rows) for title, rows in _lists(digest, words) if rows]
    pieces.append(Block("paragraph", str(known["quiet"])))
    pieces.append(Block("footer", str(known["footer"])))
    return tuple(piece for piece in pieces if not piece.empty)
