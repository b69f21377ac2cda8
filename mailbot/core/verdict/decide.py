"""From what a mail asks and what the record says to what is done about it."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from mailbot.core.base import Attendee, Event, House, Reason, Status
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.verdict.book import Book, Place, Registration
from mailbot.core.verdict.existing import accept, cancel, change, decline, tell_status
from mailbot.core.verdict.outcome import (
    AlreadyRegistered,
    Closed,
    Confirmed,
    ForPerson,
    MemberTold,
    NotOurs,
    Over,
    Verdict,
    Waitlisted,
)
from mailbot.core.verdict.same import Same, person_key, same_person

# What people also write to the house about other things; a wish to come or to stay away is never
# left lying, however poorly its event was read.
_MAY_BE_ELSEWHERE = frozenset({Intent.QUESTION, Intent.OTHER, Intent.DECLINE, Intent.IGNORE})
_ABOUT_PLACES = frozenset({Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT})
_ABOUT_REGISTRATIONS = _ABOUT_PLACES | {Intent.DECLINE, Intent.STATUS}


def left_lying(request: Request) -> bool:
    """Whether a mail stays unread and unanswered in the mailbox: it is about no event of the house."""
    return not request.about_event and request.intent in _MAY_BE_ELSEWHERE


def decide(request: Request, book: Book, house: House, *, arrived: datetime, now: datetime) -> Verdict:
    """What is done about a request, given the record as it stands under the lock.

    A pure function: the same values give the same verdict. Deadlines are judged by ``arrived`` (when
    the server got the mail), so that an outage of ours costs nobody a seat; whether the event has
    been is judged by ``now``.
    """
    if left_lying(request):
        return NotOurs(_why(request, "not-about-an-event", "The mail is not about one of our events."))
    if request.review and not _known_to_be_member(request, book):
        return ForPerson(request.reasons or (Reason("unsure", "The reading is not certain."),))
    if request.intent in _ABOUT_REGISTRATIONS and book.own:
        if book.event is None:
            text = "Of which event cannot be told, or it is no longer configured."
            return ForPerson((Reason("which-event", text),))
        if now >= book.event.ends and request.intent is Intent.DECLINE:
            return _over(book.event)
    if request.intent in _ABOUT_PLACES and book.event and now >= book.event.ends:
        return _over(book.event)
    match request.intent:
        case Intent.REGISTER:
            return _register(request, book, house, arrived=arrived, now=now)
        case Intent.CANCEL:
            return cancel(request, book)
        case Intent.CHANGE:
            return change(request, book)
        case Intent.ACCEPT:
            return _accept(request, book, house, arrived=arrived, now=now)
        case Intent.DECLINE:
            return decline(request, book)
        case Intent.STATUS:
            return tell_status(request, book)
        case Intent.QUESTION:
            return ForPerson((_why(request, "question", "The mail asks something a person has to answer."),))
        case Intent.OTHER | Intent.IGNORE:
            return ForPerson((_why(request, "something-else", "About an event, but no request we know."),))
        case _:
            assert_never(request.intent)


def _register(request: Request, book: Book, house: House, *, arrived: datetime, now: datetime) -> Verdict:
    event = book.event
    if event is None:
        return ForPerson((Reason("which-event", "It asks for a seat, but for which event cannot be told."),))
    if shut := _shut(event, arrived=arrived, now=now):
        return shut
    if request.seats is None or not request.attendees or request.seats != len(request.attendees):
        return ForPerson((Reason("how-many", "How many seats are meant cannot be told."),))
    if book.member:
        return _member(request, book, book.member)
    keys = [key for person in request.attendees if (key := person_key(person))]
    if len(keys) > len(set(keys)):
        return ForPerson((Reason("named-twice", "It names somebody twice: one seat or two?"),))
    if request.seats > house.seats_per_mail:
        many = (
            f"{request.seats} seats in one mail; more than {house.seats_per_mail} are for a person to decide."
        )
        return ForPerson((Reason("many-seats", many),))
    known = [
        (person, place, same)
        for person in request.attendees
        for place in book.namesakes
        if (same := same_person(person, place.attendee)) is not Same.NO
    ]
    if perhaps := next((place for _, place, same in known if same is Same.PERHAPS), None):
        name = perhaps.attendee.name
        return ForPerson(
            (Reason("same-name", f"{name} is on the list already, with another address: the same person?"),)
        )
    if hidden := next((place for _, place, _ in known if place.id in book.strangers), None):
        name = hidden.attendee.name or "A guest"
        text = f"{name} is on the list already, by somebody else: may this sender know?"
        return ForPerson((Reason("registered-by-another", text),))
    present = [person for person, _, _ in known]
    newcomers = tuple(person for person in request.attendees if person not in present)
    if not newcomers:
        return _already(tuple(place for _, place, _ in known), book)
    return _seat(newcomers, book, event)


def _known_to_be_member(request: Request, book: Book) -> bool:
    """Whether all that a person was to look at is that the sender says to be a member, and the list of
    members says so too. (The rule of a phrase has its language before it: no doubt, but what was read.)"""
    doubts = [reason.rule for reason in request.reasons if "/" not in reason.rule]
    return bool(book.member) and request.intent is Intent.REGISTER and doubts == ["says-member"]


def _member(request: Request, book: Book, organisation: str) -> MemberTold | AlreadyRegistered:
    """Members register on the website; those who have done so are told how it stands."""
    places = [
        next((p for p in book.namesakes if same_person(person, p.attendee) is Same.YES), None)
        for person in request.attendees
    ]
    present = tuple(dict.fromkeys(p for p in places if p and p.id not in book.strangers))
    if len(present) == len(request.attendees):
        return _already(present, book)
    text = f"{organisation} is a member: members register on the website, free of charge."
    return MemberTold(organisation, Reason("member", text))


def _already(places: tuple[Place, ...], book: Book) -> AlreadyRegistered:
    own = next((r for r in book.own if {p.id for p in r.places} & {p.id for p in places}), None)
    return AlreadyRegistered(
        own, places, Reason("already-registered", "Everybody asked for is on the list already.")
    )


def _seat(party: tuple[Attendee, ...], book: Book, event: Event) -> Verdict:
    """Seats for a whole party, or the waiting list: a party is never split without being asked."""
    seats, size = book.seats, len(party)
    if size <= seats.free:
        reason = Reason("seats-free", f"{size} asked, {seats.free} of {seats.capacity} seats free.")
        return Confirmed(party, reason)
    if size > event.capacity:
        reason = Reason(
            "never-fits", f"{size} people can't fit into {event.capacity} seats; a party is not split."
        )
        return ForPerson((reason,))
    reason = Reason(
        "full", f"{size} asked, {seats.free} of {seats.capacity} seats free, {seats.waiting} waiting."
    )
    return Waitlisted(party, seats.waiting + 1, reason)


def _accept(request: Request, book: Book, house: House, *, arrived: datetime, now: datetime) -> Verdict:
    verdict = accept(request, book)
    if not isinstance(verdict, Registration):
        return verdict
    # The offer had run out. A yes is still a wish to come: they are served like anybody who writes now.
    if book.event is None:
        return ForPerson((Reason("which-event", "The event is no longer configured."),))
    if shut := _shut(book.event, arrived=arrived, now=now):
        return shut
    party = tuple(place.attendee for place in verdict.places if place.status is Status.EXPIRED)
    return _seat(party, book, book.event)


def _shut(event: Event, *, arrived: datetime, now: datetime) -> Over | Closed | None:
    if now >= event.ends:
        return _over(event)
    if event.registration_opens and arrived < event.registration_opens:
        opens = event.registration_opens
        return Closed(opens, Reason("not-open-yet", f"Registration opens on {opens:%d-%m-%Y %H:%M}."))
    if arrived >= event.closes:
        return Closed(None, Reason("closed", f"Registration closed on {event.closes:%d-%m-%Y %H:%M}."))
    return None


def _over(event: Event) -> Over:
    return Over(Reason("event-over", f"{event.title} was on {event.starts:%d-%m-%Y}."))


def _why(request: Request, rule: str, text: str) -> Reason:
    """The reader's own reason where it gave one, else ours."""
    return request.reasons[0] if request.reasons else Reason(rule, text)
