"""Lists that come from elsewhere: member organisations, and who registered on the website.

A file with a mistake changes nothing; every mistake is told, with its line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from email_validator import EmailNotValidError, validate_email

from mailbot.core.base import Address, Attendee, Event, Reason, Status
from mailbot.core.verdict.book import Place, Registration
from mailbot.core.verdict.public import PUBLIC_DOMAINS
from mailbot.core.verdict.same import Same, person_key, same_person
from mailbot.desk import Desk
from mailbot.edges.store import Store, Tx, facts, journal, record, seating
from mailbot.edges.store.journal import Entry
from mailbot.promotion import promote

T = TypeVar("T")
_LARGEST = 20 * 1024 * 1024


class ListMistakes(Exception):
    """The file can't be used; ``mistakes`` say what is wrong, a sentence each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(slots=True)
class SeatsImported:
    """What an import of the website's list did, in people."""

    added: list[str] = field(default_factory=list)
    kept: int = 0
    withdrawn: list[str] = field(default_factory=list)
    by_mail: list[str] = field(default_factory=list)  # on the list by e-mail already: no second seat
    no_seat: list[str] = field(default_factory=list)  # no seat free: on the waiting list


def read_members(path: Path) -> list[tuple[str, str]]:
    """(organisation, domain) rows of a members file; raises ListMistakes."""
    rows, mistakes = [], []
    for line, row in _rows(path, ("organisation", "domain")):
        domain = row["domain"].casefold().lstrip("@")
        if not row["organisation"] or "." not in domain or " " in domain or "@" in domain:
            mistakes.append(f"line {line}: needs an organisation and a domain such as example.org")
        elif domain in PUBLIC_DOMAINS:
            mistakes.append(f"line {line}: {domain} is a mail provider; everybody there would be a member")
        else:
            rows.append((row["organisation"], domain))
    return _unless(mistakes, rows)


def import_members(store: Store, rows: Iterable[tuple[str, str]]) -> int:
    """Replace the member list; how many domains it holds now."""
    with store.transaction() as tx:
        return facts.set_members(tx, rows)


def read_website_list(path: Path) -> list[Attendee]:
    """The people of a website list (name, email, organisation); raises ListMistakes."""
    people, mistakes = [], []
    for line, row in _rows(path, ("name", "email", "organisation")):
        email = row["email"] or None
        if not row["name"]:
            mistakes.append(f"line {line}: the name is missing")
        if email:
            try:
                validate_email(email, check_deliverability=False, test_environment=True)
            except EmailNotValidError as fault:
                mistakes.append(f"line {line}: {email!r} is not an address: {fault}")
        people.append(Attendee(row["name"] or None, email, row["organisation"] or None))
    return _unless(mistakes, people)


def import_seats(desk: Desk, event: Event, people: Iterable[Attendee], *, actor: str) -> SeatsImported:
    """Make the website's people of an event what the list says: the whole list, each time.

    They take seats from the same pool. Who is no longer on it is withdrawn, and what comes free goes
    first to the website's newcomers, then to who waits.
    """
    done = SeatsImported()
    with desk.store.transaction() as tx:
        seating.lock_event(tx, event.id)
        before = record.website_registrations(tx, event.id)
        wanted = list({person_key(person) or id(person): person for person in people}.values())
        gone = dict(_places(before))
        newcomers = []
        for person in wanted:
            if place := _same_place(person, gone):
                del gone[place]
                done.kept += 1
            else:
                newcomers.append(person)
        for place, registration in gone.items():
            record.set_status(tx, event.id, place.id, Status.CANCELLED)
            done.withdrawn.append(place.attendee.name or registration.code)
        for person in newcomers:
            _add(tx, desk, event, person, done)
        _log(tx, event, done, actor)
        promote(tx, desk, event)
    return done


def _add(tx: Tx, desk: Desk, event: Event, person: Attendee, done: SeatsImported) -> None:
    name = person.name or "?"
    others = record.find_namesakes(tx, event.id, [person])
    if any(same_person(person, other.attendee) is not Same.NO for other in others):
        done.by_mail.append(name)
        return
    free = seating.count_seats(tx, event.id).free
    number, _ = record.add_registration(
        tx,
        event.id,
        Address(person.email or "", name),
        desk.house.default_language,
        source="website",
        arrived=tx.now,
        uid=0,
        mail=None,
    )
    record.add_place(tx, number, event.id, person, Status.CONFIRMED if free else Status.WAITLISTED)
    (done.added if free else done.no_seat).append(name)


def _places(registrations: Iterable[Registration]) -> Iterator[tuple[Place, Registration]]:
    for registration in registrations:
        for place in registration.active:
            yield place, registration


def _same_place(person: Attendee, places: Iterable[Place]) -> Place | None:
    return next((p for p in places if same_person(person, p.attendee) is Same.YES), None)


def _log(tx: Tx, event: Event, done: SeatsImported, actor: str) -> None:
    text = (
        f"Website list: {len(done.added)} new, {done.kept} as before, {len(done.withdrawn)} withdrawn, "
        f"{len(done.by_mail)} on the list by e-mail already, {len(done.no_seat)} without a free seat."
    )
    entry = Entry("seats-imported", (Reason("website-list", text),), actor=actor, event=event.id)
    decision = journal.write(tx, entry)
    if done.no_seat:
        journal.open_review(tx, "seats", decision)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line's number and its cells, trimmed; raises ListMistakes where the file is no such list."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ListMistakes(["the file is larger than 20 MB: is it the right one?"])
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ListMistakes(["the file is not UTF-8; save it as CSV UTF-8"]) from None
    delimiter = ";" if ";" in text.partition("\n")[0] else ","  # what a Dutch or German Excel writes
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter, restkey="")
    head = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    if missing := [name for name in columns if name not in head]:
        wanted = ",".join(columns)
        raise ListMistakes([f"line 1: {', '.join(missing)} missing; the header line is: {wanted}"])
    reader.fieldnames = head
    try:
        for row in reader:
            cells = {name: " ".join((row.get(name) or "").split()) for name in columns}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as fault:
        raise ListMistakes([f"line {reader.line_num}: {fault}"]) from None


def _unless(mistakes: list[str], rows: list[T]) -> list[T]:
    if mistakes:
        raise ListMistakes(mistakes)
    return rows
