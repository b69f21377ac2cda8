"""The organisers' daily digest: due once per organiser, event and local day, however often we start.

The scheduler only ticks; whoever inserts the day's row writes the digest.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import structlog

from mailbot.core.base import Event, Status
from mailbot.core.writing import TemplateMistake, render_digest
from mailbot.core.writing.daily import Digest, Person, Tally, ToDecide
from mailbot.desk import Desk
from mailbot.edges.store import Tx, facts, journal, listing, outbox

log = structlog.get_logger()

_CAME = frozenset({"confirmed", "promoted", "accepted", "waitlisted", "offered"})
_LEFT = frozenset({"cancelled", "declined", "expired"})


def send_due_digests(desk: Desk) -> int:
    """Queue every digest that is due and not yet written; how many. Doing it again does nothing."""
    now = desk.clock().astimezone(desk.house.timezone)
    if now.time() < desk.digest_at:
        return 0
    written = 0
    for event in desk.house.events:
        if now.date() > event.ends.astimezone(desk.house.timezone).date():
            continue
        for organiser in event.organisers:
            try:
                with desk.store.transaction() as tx:
                    if facts.claim_digest(tx, event.id, organiser, now.date()):
                        letter = _queue(tx, desk, compile_digest(tx, desk, event, now.date()), organiser)
                        facts.set_digest_letter(tx, event.id, organiser, now.date(), letter)
                        written += 1
            except (TemplateMistake, OSError) as mistake:  # not claimed: due again once it is mended
                log.error("digest.waits", event_id=event.id, why=str(mistake))
    return written


def send_digest(desk: Desk, event: Event, day: date) -> int:
    """Queue one event's digest for all its organisers now, whether or not it is due; how many.

    Raises TemplateMistake.
    """
    with desk.store.transaction() as tx:
        digest = compile_digest(tx, desk, event, day)
        for organiser in event.organisers:
            _queue(tx, desk, digest, organiser)
    return len(event.organisers)


def print_digest(desk: Desk, event: Event, day: date, organiser: str) -> bytes:
    """One digest as the mail it would be; nothing is queued. Raises TemplateMistake."""
    with desk.store.transaction() as tx:
        digest = compile_digest(tx, desk, event, day)
        message = outbox.new_message_id(desk.house.mailbox.domain)
        return _render(desk, digest, organiser, message, tx.now)


def compile_digest(tx: Tx, desk: Desk, event: Event, day: date) -> Digest:
    """The state of an event as it is now, with what happened since the digest of the day before."""
    before = facts.digest_before(tx, event.id, day) or day - timedelta(days=1)
    since = datetime.combine(before, desk.digest_at, desk.house.timezone)
    seats = listing.event_seats(tx, [event])[0]
    rows = listing.attendee_rows(tx, event.id)
    people = [
        Person(r.name, r.organisation, r.email, r.status, r.position, r.registration, r.source, r.paid)
        for r in rows
    ]
    came, left = _moved(tx, event, since, people)
    return Digest(
        event=event,
        day=day,
        tally=Tally(
            seats.capacity, seats.confirmed, seats.website, seats.offered, seats.waitlisted, seats.free
        ),
        came=came,
        left=left,
        attendees=tuple(p for p in people if p.status in (Status.CONFIRMED, Status.OFFERED)),
        waiting=tuple(p for p in people if p.status == Status.WAITLISTED),
        to_decide=tuple(
            ToDecide(r.number, r.at, r.sender, r.subject, tuple(r.reasons))
            for r in journal.open_reviews(tx, event.id)
        ),
        troubles=tuple(_troubles(tx)),
    )


def _moved(
    tx: Tx, event: Event, since: datetime, people: list[Person]
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Who came and who left since a moment, by the log; how they stand now."""
    touched: dict[str, str] = {}
    for row in journal.rows(tx, since=since, event=event.id):
        if row.registration and row.outcome in _CAME | _LEFT:
            touched[row.registration] = row.outcome
    moved = [person for person in people if person.registration in touched]
    gone = (Status.CANCELLED, Status.EXPIRED)
    came = tuple(p for p in moved if p.status not in gone and touched[p.registration] in _CAME)
    return came, tuple(p for p in moved if p.status in gone)


def _troubles(tx: Tx) -> list[str]:
    troubles = []
    if paused := facts.mark(tx, facts.PAUSED):
        troubles.append(f"Sending letters stands still: {paused.value}")
    waiting = outbox.counts(tx)
    if failed := waiting.get("failed", 0):
        troubles.append(f"Letters that could not be delivered: {failed}")
    if held := waiting.get("held", 0):
        troubles.append(f"Letters that wait until their template is mended: {held}")
    return troubles


def _queue(tx: Tx, desk: Desk, digest: Digest, organiser: str) -> int:
    """Raises TemplateMistake: a digest of yesterday is of no use, so none is held."""
    message = outbox.new_message_id(desk.house.mailbox.domain)
    content = _render(desk, digest, organiser, message, tx.now)
    return outbox.queue(
        tx,
        kind="digest",
        recipient=organiser,
        message=message,
        letter=None,
        content=content,
        registration=None,
        decision=None,
    )


def _render(desk: Desk, digest: Digest, organiser: str, message: str, now: datetime) -> bytes:
    return render_digest(
        digest,
        desk.house,
        desk.templates(),
        to=organiser,
        lang=desk.house.default_language,
        message_id=message,
        date=now,
    )
