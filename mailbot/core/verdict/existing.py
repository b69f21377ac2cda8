"""Requests about a registration that exists (or should): cancel, change, accept, decline, status.

``Book.own`` holds only registrations the sender may speak for; whose authority is doubtful never
gets here with a place in it (see ``may_speak_for``).
"""

from __future__ import annotations

from mailbot.core.base import Address, Attendee, Reason, Status
from mailbot.core.understanding.request import Replacement, Request
from mailbot.core.verdict.book import Book, Place, Registration
from mailbot.core.verdict.outcome import (
    Accepted,
    AlreadyRegistered,
    Cancelled,
    Changed,
    Declined,
    ForPerson,
    StatusTold,
    Verdict,
)
from mailbot.core.verdict.same import (
    Same,
    email_key,
    find_place,
    is_part_of,
    name_key,
    same_person,
    share_a_name,
    spelt_alike,
)


def may_speak_for(sender: Address, registration: Registration, public_domains: frozenset[str]) -> bool:
    """Whether a mail from this address may change the registration by itself.

    The contact and the attendees may. So may a colleague (same domain, not a public mail provider)
    who answers one of its letters: it was passed on to them.
    """
    key = email_key(sender.email)
    people = {email_key(place.attendee.email) for place in registration.places}
    if key == email_key(registration.contact.email) or key in people:
        return True
    return (
        registration.in_thread
        and sender.domain == registration.contact.domain
        and sender.domain not in public_domains
    )


def may_be_told(asker: Address, place: Place, contact: str, public_domains: frozenset[str]) -> bool:
    """Whether this address may learn that somebody is on the list.

    They themselves, whoever is written to about them, and colleagues of either may: to anybody else
    even "already registered" tells where a person will be on that day.
    """
    for known in filter(None, (contact, place.attendee.email)):
        domain = Address(email_key(known)).domain
        if email_key(known) == email_key(asker.email):
            return True
        if domain == asker.domain.casefold() and domain not in public_domains:
            return True
    return False


def cancel(request: Request, book: Book) -> Verdict:
    """Gives up the places that the request names; the sender's whole party where it names all or nobody."""
    own = [r for r in _meant(request, book) if r.active]
    places = [place for r in own for place in r.active]
    if not places:
        if gone := [r for r in _meant(request, book) if r.places]:
            return StatusTold(
                tuple(gone), Reason("already-cancelled", "It had been cancelled before; told so.")
            )
        return _for_person("no-registration", "It cancels, but no registration of this sender was found.")
    if website := [r for r in own if r.source == "website"]:
        return _for_person(
            "website-registration",
            f"{_names(website[0].active)} registered on the website: cancel it there too.",
        )
    if not request.attendees:
        if request.seats in (None, len(places)) and len(places) == 1:
            return _cancelled(own, tuple(places), "The only place of this sender.")
        return _for_person("who-cancels", "It cancels, but who of the party is meant cannot be told.")
    found = [find_place(person, places) for person in request.attendees]
    unnamed = [p for p in request.attendees if not p.name and not p.email]
    if unnamed and len(request.attendees) == len(places):
        return _cancelled(own, tuple(places), "The whole party cancels.")
    if len(places) == 1 and len(found) == 1 and found[0] is None and not request.attendees[0].name:
        return _cancelled(own, tuple(places), "The only place of this sender.")
    missing = [
        p.name or p.email or "?" for p, place in zip(request.attendees, found, strict=True) if not place
    ]
    if missing:
        return _for_person(
            "not-in-registration", f"It cancels {', '.join(missing)}, not found in the registration."
        )
    chosen = tuple(dict.fromkeys(place for place in found if place))
    return _cancelled(own, chosen, f"{_names(chosen)} cancelled by mail.")


def change(request: Request, book: Book) -> Verdict:
    """Puts other people, or their right details, on places that exist."""
    own = [r for r in _meant(request, book) if r.active and r.source != "website"]
    if len(own) != 1:
        text = "It changes a registration, but none was found." if not own else "Several registrations fit."
        return _for_person("which-registration", text)
    registration = own[0]
    if not request.replacements:
        return _for_person("what-changes", "It changes something, but what exactly cannot be told.")
    changes: list[tuple[Place, Attendee]] = []
    for replacement in request.replacements:
        place = _place_changed(replacement, registration)
        if place is None and replacement.former is None and len(registration.active) > 1:
            return _for_person("who-leaves", "It does not say for whom of the registration somebody comes.")
        if place is None or any(place.id == taken.id for taken, _ in changes):
            return _for_person("who-changes", "It changes somebody who was not found in the registration.")
        others = [p for p in book.namesakes if p.id != place.id]
        if any(same_person(replacement.now, p.attendee) is not Same.NO for p in others):
            return _for_person(
                "already-registered", f"{replacement.now.name} takes a place but is on the list already."
            )
        stays = _stays(replacement, place)
        changes.append((place, _merged(place.attendee, replacement.now) if stays else replacement.now))
    if all(place.attendee == person for place, person in changes):
        text = "What it puts right is no name, address or organisation that stands otherwise on the list."
        return _for_person("nothing-changes", text)
    return Changed(registration, tuple(changes), Reason("changed", "The registration is changed as asked."))


def accept(request: Request, book: Book) -> Verdict | Registration:
    """Takes what was offered. An offer that has run out comes back as its registration."""
    meant = _meant(request, book)
    offered = [r for r in meant if any(p.status is Status.OFFERED for p in r.places)]
    if len(offered) > 1:
        return _for_person("which-offer", "Several offers are open to this sender.")
    if offered:
        places = tuple(p for p in offered[0].places if p.status is Status.OFFERED)
        if request.seats not in (None, len(places)):
            return _for_person(
                "part-of-offer",
                f"{len(places)} seats were offered, {request.seats} are accepted: not split unasked.",
            )
        return Accepted(offered[0], places, Reason("offer-accepted", "The offer is open and is accepted."))
    if active := [r for r in meant if r.active]:
        return AlreadyRegistered(
            active[0], active[0].active, Reason("no-offer", "Says yes, no offer is open; told how it stands.")
        )
    if expired := [r for r in meant if any(p.status is Status.EXPIRED for p in r.places)]:
        return expired[0]
    return _for_person("no-offer", "It accepts a seat, but no offer to this sender was found.")


def decline(request: Request, book: Book) -> Verdict:
    """A no to an offer frees its seats; a no to an invitation changes nothing."""
    meant = _meant(request, book)
    for registration in meant:
        if places := tuple(p for p in registration.places if p.status is Status.OFFERED):
            return Declined(registration, places, Reason("offer-declined", "The offered seat is declined."))
    if any(r.active for r in meant):
        # Read as a no to an invitation, but there is a registration: it gives that up.
        return cancel(request, book)
    return Declined(
        None, (), Reason("invitation-declined", "A no to the invitation; there is nothing to undo.")
    )


def tell_status(request: Request, book: Book) -> Verdict:
    meant = [r for r in _meant(request, book) if r.places]
    if not meant:
        return _for_person("no-registration", "Asks after a registration, but none of this sender was found.")
    return StatusTold(tuple(meant), Reason("status-asked", "Asks how the registration stands; told so."))


def _meant(request: Request, book: Book) -> list[Registration]:
    """Which of the sender's registrations it is about: the one named, else the thread's, else the event's."""
    own = [r for r in book.own if request.event in (None, r.event)]
    if request.registration and (named := [r for r in own if r.code == request.registration]):
        return named
    if threaded := [r for r in own if r.in_thread]:
        return threaded
    return own


def _place_changed(replacement: Replacement, registration: Registration) -> Place | None:
    """The one place that changes hands or is put right; None where the mail and the record do not say
    the same of it: a seat taken from the wrong person is worse than a question."""
    places, former = registration.active, replacement.former
    if former is None:  # nobody is said to leave: it can only be the one who is registered
        return places[0] if len(places) == 1 else None
    if not former.name and not former.email:
        return _of_guest(places)
    if place := find_place(former, places):
        return place
    if not former.name:
        return places[0] if len(places) == 1 else None
    alike = [place for place in places if spelt_alike(former.name, place.attendee.name)]
    if alike:
        return alike[0] if len(alike) == 1 else None
    # A new surname, by the address it was registered with. Not an office's: "I misspelt our director".
    key = email_key(former.email)
    at = [
        p
        for p in places
        if key and key in (email_key(p.attendee.email), email_key(registration.contact.email))
    ]
    if name_key(former.name) == name_key(replacement.now.name) and len(at) == 1:
        return at[0] if share_a_name(former.name, at[0].attendee.name) else None
    return None


def _of_guest(places: tuple[Place, ...]) -> Place | None:
    """The place of the one guest who had no name yet."""
    unnamed = [place for place in places if not place.attendee.name]
    return unnamed[0] if len(unnamed) == 1 else None


def _stays(replacement: Replacement, place: Place) -> bool:
    """Whether the same person stays on the place, with their details put right."""
    now, former = replacement.now, replacement.former
    if not now.name or not place.attendee.name or find_place(now, [place]) is not None:
        return True
    if former is not None and former.name:
        return name_key(former.name) == name_key(now.name)
    return spelt_alike(now.name, place.attendee.name)


def _merged(recorded: Attendee, corrected: Attendee) -> Attendee:
    """A correction says what is new; what it leaves out stays."""
    return Attendee(
        recorded.name if is_part_of(corrected.name, recorded.name) else corrected.name,
        corrected.email or recorded.email,
        corrected.organisation or recorded.organisation,
    )


def _cancelled(own: list[Registration], places: tuple[Place, ...], text: str) -> Cancelled:
    ids = {place.id for place in places}
    touched = tuple(r for r in own if ids & {place.id for place in r.places})
    return Cancelled(touched, places, Reason("cancelled", text))


def _for_person(rule: str, text: str) -> ForPerson:
    return ForPerson((Reason(rule, text),))


def _names(places: tuple[Place, ...]) -> str:
    return ", ".join(place.attendee.name or "a guest" for place in places)
