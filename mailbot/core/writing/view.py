"""What a template may say: a letter's values as clean strings in the letter's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from mailbot.core.base import Attendee, Event, House, Status
from mailbot.core.writing.body import Block
from mailbot.core.writing.clean import greetable, harmless, one_line
from mailbot.core.writing.letter import Letter, LetterKind, Standing
from mailbot.core.writing.payment import Bill
from mailbot.core.writing.words import Words

PICTURE = "payment"  # Content-ID of the QR code, before the @
_PAYABLE = {LetterKind.CONFIRMED, LetterKind.PROMOTED}
_SHOWS_STATUS = {LetterKind.ALREADY, LetterKind.STATUS}
_UPCOMING = 5  # events listed at most


def bill(letter: Letter, house: House) -> Bill | None:
    """What the registration owes: only with a seat, and only where there is a fee and an account."""
    event = house.event(letter.event)
    seats = _count(letter, Status.CONFIRMED)
    if letter.kind not in _PAYABLE or not event or event.fee <= 0 or not house.payment or not seats:
        return None
    amount = (event.fee * seats).quantize(Decimal("0.01"))
    reference = letter.registration or event.id
    return Bill(amount, event.currency, house.payment.iban, house.payment.account_holder, reference)


def values(
    letter: Letter, house: House, words: Words, *, now: datetime, picture: str = ""
) -> dict[str, object]:
    """The names a letter's template knows. ``picture``: Content-ID of the QR code, '' without one.

    Raises MissingWord.
    """
    event = house.event(letter.event)
    blocks = {block.key: block for block in _blocks(letter, house, words, now, picture)}
    party = [standing for standing in letter.people if standing.status in _ACTIVE] or list(letter.people)
    return {
        **blocks,
        "greeting": greeting(letter, words),
        "event": _event(event, house.timezone, words) if event else None,
        "code": letter.registration or "",
        "party": len(party),
        "seated": _count(letter, Status.CONFIRMED),
        "unnamed": sum(1 for standing in party if not standing.attendee.name),
        "gone": len(letter.former),
        "people_left": len(letter.people),
        "has_upcoming": not blocks["upcoming"].empty,
        "state": _state(letter),
        "position": letter.position,
        "until": words.moment(_local(letter.offer_until, house)) if letter.offer_until else "",
        "opens": words.moment(_local(letter.opens, house)) if letter.opens else "",
        "closed": words.moment(_local(event.closes, house)) if event and event.closes <= now else "",
        "question": letter.question,
        "organisation": one_line(house.organisation),
        "mailbox": house.mailbox.email,
        "member_page": house.member_page,
        "paying": bill(letter, house) is not None,
    }


_ACTIVE = {Status.CONFIRMED, Status.OFFERED, Status.WAITLISTED}


def greeting(letter: Letter, words: Words) -> str:
    """ "Dear Jan de Vries," in full, for nobody's first name is ours to guess; without one, "Good day,"."""
    mine = (s.attendee.name for s in letter.people if s.attendee.email == letter.to.email)
    name = greetable(next(mine, None)) or greetable(letter.to.name)
    return words.text("greeting.named", name=name) if name else words.text("greeting.plain")


@lru_cache(maxsize=64)
def _event(event: Event, timezone: ZoneInfo, words: Words) -> Mapping[str, str]:
    """The same in all letters about an event in one language."""
    starts, ends = event.starts.astimezone(timezone), event.ends.astimezone(timezone)
    return {
        "title": event.title,
        "subtitle": event.subtitle,
        "date": words.date(starts),
        "time": words.time(starts),
        "when": words.span(starts, ends),
        "where": event.location,
    }


def _blocks(letter: Letter, house: House, words: Words, now: datetime, picture: str) -> tuple[Block, ...]:
    who = _people(letter, words)
    lead = _lead(letter, words) if who else ""
    former = tuple((person(attendee, words), "") for attendee in letter.former)
    page = house.member_page
    return (
        Block("rows", key="facts", rows=_facts(letter, house, words)),
        Block("people", lead, key="who", rows=who),
        Block("people", key="staying", rows=who),
        Block("people", key="former", rows=former),
        _payment(letter, house, words, picture),
        Block("people", key="upcoming", rows=_upcoming(letter, house, words, now)),
        Block("button", words.text("labels.member_page") if page else "", key="button", link=page),
    )


def _lead(letter: Letter, words: Words) -> str:
    """ "On the list:" only where somebody is: who waits would read it as a seat."""
    return words.text("labels.who" if _count(letter, Status.CONFIRMED) else "labels.about")


def _facts(letter: Letter, house: House, words: Words) -> tuple[tuple[str, str], ...]:
    event = house.event(letter.event)
    if event is None:
        return ()
    said = _event(event, house.timezone, words)
    rows = [
        (words.text("labels.what"), event.title + (f". {event.subtitle}" if event.subtitle else "")),
        (words.text("labels.when"), said["when"]),
    ]
    if event.doors_open:
        rows.append((words.text("labels.doors"), words.time(_local(event.doors_open, house))))
    rows.append((words.text("labels.where"), said["where"]))
    if letter.registration:
        rows.append((words.text("labels.code"), letter.registration))
    return tuple(rows)


def _people(letter: Letter, words: Words) -> tuple[tuple[str, str], ...]:
    mixed = len({standing.status for standing in letter.people}) > 1
    shows = mixed or letter.kind in _SHOWS_STATUS
    return tuple(
        (person(standing.attendee, words), _standing(standing, words) if shows else "")
        for standing in letter.people
    )


def person(attendee: Attendee, words: Words) -> str:
    """A person on one line: "Jan de Vries, Stichting Voorbeeld"; a guest without a name has a phrase."""
    name = harmless(attendee.name or "") or words.text("labels.unnamed")
    organisation = harmless(attendee.organisation or "")
    return f"{name}, {organisation}" if organisation else name


def _standing(standing: Standing, words: Words) -> str:
    if standing.status == Status.WAITLISTED and standing.position:
        return words.text("status.waitlisted_at", position=standing.position)
    return words.text(f"status.{standing.status}")


def _payment(letter: Letter, house: House, words: Words, picture: str) -> Block:
    owed = bill(letter, house)
    if owed is None:
        return Block("rows", key="payment")
    amount = words.amount(owed.amount, owed.currency)
    if (seats := _count(letter, Status.CONFIRMED)) > 1:
        each = words.amount(owed.amount / seats, owed.currency)
        amount = words.text("payment.sum", amount=amount, seats=seats, each=each)
    rows = (
        (words.text("payment.amount"), amount),
        (words.text("payment.iban"), owed.iban_in_fours),
        (words.text("payment.holder"), owed.holder),
        (words.text("payment.reference"), owed.reference),
    )
    alt = words.text("payment.scan") if picture else ""
    return Block("rows", key="payment", rows=rows, picture=picture, alt=alt)


def _upcoming(letter: Letter, house: House, words: Words, now: datetime) -> tuple[tuple[str, str], ...]:
    open_ones = [
        event
        for event in house.events
        if event.id != letter.event
        and event.closes > now
        and (event.registration_opens is None or event.registration_opens <= now)
    ]
    open_ones.sort(key=lambda event: event.starts)
    return tuple((event.title, words.date(_local(event.starts, house))) for event in open_ones[:_UPCOMING])


def _state(letter: Letter) -> str:
    """The one word for a party: the best that any of its people has."""
    for status in (Status.CONFIRMED, Status.OFFERED, Status.WAITLISTED, Status.EXPIRED, Status.CANCELLED):
        if _count(letter, status):
            return status.value
    return "none"


def _count(letter: Letter, status: Status) -> int:
    return sum(1 for standing in letter.people if standing.status == status)


def _local(moment: datetime, house: House) -> datetime:
    return moment.astimezone(house.timezone)
