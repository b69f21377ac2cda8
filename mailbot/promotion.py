"""Freed seats go to who waits, and offers run out."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.core.base import Event, Reason, Status, WaitlistRule
from mailbot.core.verdict.book import Registration
from mailbot.core.verdict.promotion import promote as next_parties
from mailbot.core.writing.letter import Calendar, Letter, LetterKind
from mailbot.desk import Desk
from mailbot.edges.store import Tx, facts, inbox, journal, record, seating
from mailbot.edges.store.journal import Entry
from mailbot.posting import post, standings


def promote(tx: Tx, desk: Desk, event: Event) -> int:
    """Give or offer the free seats of an event to the parties that wait; how many were served.

    The event is locked. Nothing is promoted once the event has begun.
    """
    free = seating.count_seats(tx, event.id).free
    if free <= 0 or desk.clock() >= event.starts:
        return 0
    chosen = next_parties(record.waiting_parties(tx, event.id), free)
    for party in chosen:
        registration = record.registration(tx, party.registration)
        # Who came by the website gets no letters, and could not answer an offer.
        if event.waitlist is WaitlistRule.OFFER and registration.source != "website":
            _offer(tx, desk, event, registration)
        else:
            _give(tx, desk, event, registration)
    return len(chosen)


def expire_offers(tx: Tx, desk: Desk, event: Event) -> int:
    """Pass over who did not answer an offer in time; how many. The event is locked.

    A yes that arrived in time may lie unread after an outage: an offer runs out only when all mail
    that arrived before its end has been decided.
    """
    if (read_until := _read_until(tx)) is None:
        return 0
    late = record.offers_run_out(tx, event.id, read_until)
    for number in late:
        registration = record.registration(tx, number)
        record.set_offer(tx, number, None)
        offered = [place for place in registration.places if place.status is Status.OFFERED]
        for place in offered:
            record.set_status(tx, event.id, place.id, Status.EXPIRED)
        if offered:
            _tell(
                tx,
                desk,
                event,
                registration,
                LetterKind.EXPIRED,
                "expired",
                "The offer was not answered in time.",
            )
    return len(late)


def _read_until(tx: Tx) -> datetime | None:
    """Up to when all mail that arrived has been decided; None before the first poll."""
    if (polled := facts.mark(tx, facts.POLLED)) is None:
        return None
    unfetched = facts.mark(tx, facts.UNFETCHED)
    times = (polled.at, inbox.oldest_unread(tx), unfetched.at if unfetched else None)
    return min(at for at in times if at)


def _give(tx: Tx, desk: Desk, event: Event, registration: Registration) -> None:
    _move(tx, event, registration, Status.CONFIRMED)
    _tell(
        tx,
        desk,
        event,
        registration,
        LetterKind.PROMOTED,
        "promoted",
        "A seat came free and this party was first.",
    )


def _offer(tx: Tx, desk: Desk, event: Event, registration: Registration) -> None:
    until = min(tx.now + timedelta(hours=event.offer_hours), event.starts)
    _move(tx, event, registration, Status.OFFERED)
    record.set_offer(tx, registration.id, until)
    _tell(
        tx,
        desk,
        event,
        registration,
        LetterKind.OFFERED,
        "offered",
        "A seat came free and is held for this party.",
    )


def _move(tx: Tx, event: Event, registration: Registration, status: Status) -> None:
    for place in registration.places:
        if place.status is Status.WAITLISTED:
            record.set_status(tx, event.id, place.id, status)


def _tell(
    tx: Tx, desk: Desk, event: Event, registration: Registration, kind: LetterKind, outcome: str, why: str
) -> None:
    decision = journal.write(
        tx,
        Entry(
            outcome,
            (Reason(outcome, why),),
            event=event.id,
            registration=registration.code,
            seats=seating.count_seats(tx, event.id),
        ),
    )
    if registration.source == "website":  # the website keeps in touch with its own
        return
    now = record.registration(tx, registration.id)
    thread = record.thread_of(tx, registration.id)
    letter = Letter(
        kind=kind,
        lang=registration.lang,
        to=registration.contact,
        event=event.id,
        registration=registration.code,
        people=standings(now.active or now.places),
        offer_until=record.offer_of(tx, registration.id),
        calendar=Calendar.REQUEST if kind is LetterKind.PROMOTED else None,
        sequence=registration.sequence,
        reply_to_id=thread.get("reply_to_id", ""),
        references=tuple(thread.get("references", ())),
        subject=thread.get("subject", ""),
    )
    journal.set_letters(tx, decision, [post(tx, desk, letter, decision=decision, registration=registration)])
