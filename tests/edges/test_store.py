"""One contract for the record, held by SQLite and PostgreSQL alike."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.event import listen, remove
from sqlalchemy.exc import IntegrityError

from mailbot.core.base import Address, Attendee, Event, Reason, Status
from mailbot.core.verdict.book import Seats
from mailbot.core.verdict.promotion import Party
from mailbot.edges.imap import Described
from mailbot.edges.store import (
    Store,
    StoreDown,
    Tx,
    facts,
    glance,
    inbox,
    journal,
    listed,
    listing,
    open_store,
    outbox,
    record,
    seating,
)
from mailbot.edges.store.alone import Alone
from mailbot.edges.store.engine import newest_version, upgrade, wal_is_safe
from mailbot.edges.store.glance import Traces
from mailbot.edges.store.inbox import FolderState, Settled, TakenIn
from mailbot.edges.store.journal import Entry
from mailbot.edges.store.schema import metadata
from mailbot.edges.store.scratch import scratch_copy

NOON = datetime(2018, 1, 10, 12, tzinfo=UTC)
EVENT = Event(
    "meetup-4", "4th Meet Up", NOON + timedelta(days=8), NOON + timedelta(days=8, hours=4), "Den Haag", 3
)
JAN = Attendee("Jan de Vries", "jan@voorbeeld.example")


class Clock:
    """A time that the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/state.db"
    found: str = request.getfixturevalue("postgres_url")
    return found


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[Store]:
    opened = open_store(url, clock)
    with opened.transaction() as tx:
        seating.sync_events(tx, [EVENT])
    yield opened
    opened.close()


def register(tx: Tx, *people: Attendee, status: Status = Status.CONFIRMED, uid: int = 1) -> int:
    number, _ = record.add_registration(
        tx, EVENT.id, Address("jan@voorbeeld.example"), "nl", source="email", arrived=NOON, uid=uid, mail=None
    )
    for person in people:
        record.add_place(tx, number, EVENT.id, person, status)
    return number


def people(count: int) -> list[Attendee]:
    return [Attendee(f"Person {i}", f"p{i}@voorbeeld.example") for i in range(count)]


# The schema


def listed_mail(uid: int, size: int = 1) -> Described:
    return Described(uid, size, NOON)


def test_a_mail_that_was_only_listed_is_unknown_until_its_bytes_come(store: Store) -> None:
    with store.transaction() as tx:
        first, second = listed_mail(1), listed_mail(2)
        assert listed.begin(tx, "INBOX", 1, [first, second], lease="a", seconds=60) == {1, 2}
        inbox.take_in(tx, "INBOX", 1, [TakenIn(1, NOON, 1, b"x")])
        assert inbox.unknown_uids(tx, "INBOX", 1, [1, 2, 3]) == [2, 3]
        assert listed.above(tx, "INBOX", 1, 0) == {2}
        assert listed.above(tx, "INBOX", 1, 2) == listed.above(tx, "INBOX", 9, 0) == set()
        (claimed,) = inbox.claim(tx, "b", seconds=60, limit=9)
    assert (claimed.uid, claimed.content, claimed.attempts) == (1, b"x", 1), "asking for it counts apart"


def test_what_was_taken_in_is_neither_listed_again_nor_overwritten(store: Store) -> None:
    with store.transaction() as tx:
        inbox.take_in(tx, "INBOX", 1, [TakenIn(1, NOON, 1, b"first")])
        assert listed.begin(tx, "INBOX", 1, [listed_mail(1)], lease="a", seconds=60) == set()
        inbox.take_in(tx, "INBOX", 1, [TakenIn(1, NOON, 1, b"second")])
        assert listed.park(tx, "INBOX", 1, 1, "given up") is None
        (claimed,) = inbox.claim(tx, "b", seconds=60, limit=9)
    assert claimed.content == b"first"


def test_attempts_to_fetch_count_and_only_one_worker_makes_them(store: Store, clock: Clock) -> None:
    with store.transaction() as tx:
        listed.begin(tx, "INBOX", 1, [listed_mail(1), listed_mail(2)], lease="a", seconds=60)
        assert listed.begin(tx, "INBOX", 1, [listed_mail(1)], lease="b", seconds=60) == set()
        assert listed.failed(tx, "INBOX", 1, [1, 2]) == {}, "nobody knows yet"
        listed.give_back(tx, "INBOX", 1, [1], lease="b", counted=False)  # not its to give
        listed.give_back(tx, "INBOX", 1, [1], lease="a", counted=True)
        listed.give_back(tx, "INBOX", 1, [2], lease="a", counted=False)
        assert listed.failed(tx, "INBOX", 1, [1, 2]) == {1: listed.Failed(1, NOON, 1)}
        listed.begin(tx, "INBOX", 1, [listed_mail(1)], lease="b", seconds=60)
    clock.forward(seconds=61)  # its worker has died
    with store.transaction() as tx:
        assert listed.failed(tx, "INBOX", 1, [1])[1].attempts == 2
        assert listed.begin(tx, "INBOX", 1, [listed_mail(1)], lease="c", seconds=60) == {1}


def test_a_mail_given_up_unfetched_can_be_asked_for_again(store: Store) -> None:
    with store.transaction() as tx:
        inbox.set_folder_state(tx, "INBOX", FolderState(1, 9))
        listed.begin(tx, "INBOX", 1, [listed_mail(5)], lease="a", seconds=60)
        number = listed.park(tx, "INBOX", 1, 5, "given up")
        assert number
        assert inbox.unknown_uids(tx, "INBOX", 1, [5]) == []
        assert inbox.try_again(tx, number)
        assert inbox.unknown_uids(tx, "INBOX", 1, [5]) == [5]
        assert inbox.folder_state(tx, "INBOX") == FolderState(1, 4), "below the mark nobody would look"
        assert not inbox.try_again(tx, number), "it is no longer parked"


def test_a_renumbered_folder_closes_what_was_only_listed(store: Store) -> None:
    with store.transaction() as tx:
        listed.begin(tx, "INBOX", 1, [listed_mail(1)], lease="a", seconds=60)
        listed.forget_numbering(tx, "INBOX", 2)
        assert listed.above(tx, "INBOX", 1, 0) == set()
        assert inbox.count(tx, "decided") == 1


def test_a_new_record_is_exactly_what_the_migrations_make(store: Store) -> None:
    new = _schema(store.engine)
    with store.engine.begin() as connection:
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
        upgrade(connection)
    assert _schema(store.engine) == new
    with store.engine.connect() as connection:
        migrations = MigrationContext.configure(connection)
        assert compare_metadata(migrations, metadata) == []
        assert migrations.get_current_revision() == newest_version(), "else every opening would migrate"


def _schema(engine: Engine) -> dict[str, object]:
    """Everything of each table that the database tells of, in any order of columns and indexes."""
    there = inspect(engine)
    kinds = (
        there.get_columns,
        there.get_indexes,
        there.get_unique_constraints,
        there.get_foreign_keys,
        there.get_check_constraints,
    )
    return {
        table: [there.get_pk_constraint(table), *(sorted(map(_written, of(table))) for of in kinds)]
        for table in there.get_table_names()
    }


def _written(part: Mapping[str, Any]) -> str:
    only = {name: str(words) for name, words in part.get("dialect_options", {}).items()}  # WHERE of an index
    return repr({**part, "dialect_options": only})


def test_a_free_seat_and_a_namesake_are_found_without_going_through_all(tmp_path: Path) -> None:
    """SQLite looks for NULL in a unique column by that column's index, that is, at every free seat."""
    store = open_store(f"sqlite:///{tmp_path}/state.db")
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    with store.transaction() as tx:
        seating.sync_events(tx, (EVENT,))
        listen(store.engine, "before_cursor_execute", note)
        seating.count_seats(tx, EVENT.id)
        register(tx, JAN)
        record.find_namesakes(tx, EVENT.id, [JAN])
        remove(store.engine, "before_cursor_execute", note)
        raw = tx.execute(text("SELECT 1")).connection.connection.cursor()
        plan = [row[3] for one, values in asked for row in raw.execute(f"EXPLAIN QUERY PLAN {one}", values)]
    store.close()
    ways = [step for step in plan if "seats" in step or "attendees" in step]
    used = {step.partition("INDEX ")[2].partition(" ")[0] for step in ways}
    assert {"ix_seats_free", "ix_attendees_name_key", "ix_attendees_email_key"} <= used, ways
    assert not [step for step in ways if step.startswith("SCAN") or "seats_2" in step], ways


def test_opening_twice_changes_nothing(store: Store, url: str) -> None:
    with store.transaction() as tx:
        register(tx, JAN)
    again = open_store(url)
    with again.transaction() as tx:
        assert seating.count_seats(tx, EVENT.id).free == 2
    again.close()


def test_a_database_that_is_not_there_is_told_in_one_line() -> None:
    with pytest.raises(StoreDown) as told:
        open_store("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 50, 7), True), ((3, 51, 2), False),
     ((3, 51, 3), True), ((3, 52, 0), True), ((4, 0, 0), True)],
)  # fmt: skip
def test_wal_is_used_only_where_its_reset_bug_is_mended(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_a_sqlite_commit_waits_for_the_disk(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/state.db")
    with store.transaction() as tx:
        journal_mode = tx.execute(text("PRAGMA journal_mode")).scalar_one()
        synchronous = tx.execute(text("PRAGMA synchronous")).scalar_one()
        assert tx.execute(text("PRAGMA secure_delete")).scalar_one() == 1
    assert (journal_mode, synchronous) in {("wal", 2), ("delete", 3)}  # FULL is 2, EXTRA is 3
    store.close()


def test_times_come_back_aware(store: Store) -> None:
    with store.transaction() as tx:
        facts.set_mark(tx, "heartbeat", "ok")
        found = facts.mark(tx, "heartbeat")
    assert found is not None
    assert found.at == NOON
    assert found.at.tzinfo is not None


# Seats


def test_a_seat_too_many_is_impossible(store: Store) -> None:
    with store.transaction() as tx:
        register(tx, *people(3))
    with pytest.raises(seating.NoSeat), store.transaction() as tx:
        register(tx, JAN)
    with store.transaction() as tx:
        assert seating.count_seats(tx, EVENT.id) == Seats(3, 0)
        assert len(listing.attendee_rows(tx, EVENT.id)) == 3


def test_even_a_careless_insert_gets_no_fourth_seat(store: Store) -> None:
    with store.transaction() as tx:
        number = register(tx, *people(3))
        waiting = record.add_place(tx, number, EVENT.id, JAN, Status.WAITLISTED)
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.execute(text("UPDATE seats SET attendee = :a WHERE number IN (1, 2)"), {"a": waiting})


def test_racing_transactions_never_oversell(store: Store) -> None:
    """Lock, count, then take: without the lock two of these would see the same last seat."""
    barrier = threading.Barrier(8)

    def try_for_a_seat(i: int) -> bool:
        barrier.wait()
        with store.transaction() as tx:
            seating.lock_event(tx, EVENT.id)
            free = seating.count_seats(tx, EVENT.id).free
            status = Status.CONFIRMED if free else Status.WAITLISTED
            register(tx, Attendee(f"Racer {i}"), status=status, uid=i)
        return bool(free)

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(try_for_a_seat, range(8)))
    assert sum(results) == 3
    with store.transaction() as tx:
        assert seating.count_seats(tx, EVENT.id) == Seats(3, 0, 5)


def test_a_given_up_seat_is_free_again(store: Store) -> None:
    with store.transaction() as tx:
        number = register(tx, *people(3))
        first = record.registration(tx, number).places[0]
        record.set_status(tx, EVENT.id, first.id, Status.CANCELLED)
        assert seating.count_seats(tx, EVENT.id) == Seats(3, 1)


def test_a_smaller_capacity_takes_seats_only_as_they_come_free(store: Store) -> None:
    smaller = replace(EVENT, capacity=1)
    with store.transaction() as tx:
        number = register(tx, *people(3))
        seating.sync_events(tx, [smaller])
        places = record.registration(tx, number).places
        for place, taken_after in zip(places, (2, 1, 0), strict=True):
            record.set_status(tx, EVENT.id, place.id, Status.CANCELLED)
            seats = listing.event_seats(tx, [smaller])[0]
            assert (seats.confirmed, seats.free) == (taken_after, 0 if taken_after else 1)


def test_what_is_counted_once_for_a_locked_event_stays_true(store: Store) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    def counted() -> tuple[int, int]:
        now = seating.count_seats(tx, EVENT.id)
        return now.free, now.waiting

    with store.transaction() as tx:
        assert seating.lock_event(tx, EVENT.id)
        assert counted() == (3, 0)
        listen(store.engine, "before_cursor_execute", note)
        jan = record.registration(tx, register(tx, JAN)).places[0]
        assert counted() == (2, 0)
        waiter = record.registration(tx, register(tx, *people(1), status=Status.WAITLISTED)).places[0]
        assert counted() == (2, 1)
        record.set_status(tx, EVENT.id, waiter.id, Status.OFFERED)
        assert counted() == (1, 0)
        remove(store.engine, "before_cursor_execute", note)
        assert not [one for one in asked if "FROM seats" in one and "count(*)" in one], (
            "they were counted anew"
        )
        record.set_status(tx, EVENT.id, jan.id, Status.CANCELLED)
        assert counted() == (2, 0)
        record.set_status(tx, EVENT.id, waiter.id, Status.WAITLISTED)
        assert counted() == (3, 1)
        seating.sync_events(tx, [replace(EVENT, capacity=5)])
        assert counted() == (5, 1)
        known = counted()
    with store.transaction() as tx:
        assert counted() == known


def test_a_bigger_capacity_adds_seats(store: Store) -> None:
    with store.transaction() as tx:
        seating.sync_events(tx, [replace(EVENT, capacity=5)])
        assert seating.count_seats(tx, EVENT.id).free == 5


# People


def test_nobody_is_on_an_events_list_twice(store: Store) -> None:
    with store.transaction() as tx:
        register(tx, JAN)
    with pytest.raises(IntegrityError), store.transaction() as tx:
        register(tx, replace(JAN, name="JAN DE VRIES"))


def test_who_cancelled_may_come_back(store: Store) -> None:
    with store.transaction() as tx:
        place = record.registration(tx, register(tx, JAN)).places[0]
        record.set_status(tx, EVENT.id, place.id, Status.CANCELLED)
        register(tx, JAN)
        assert seating.count_seats(tx, EVENT.id).free == 2


def test_unnamed_guests_do_not_collide(store: Store) -> None:
    with store.transaction() as tx:
        register(tx, JAN, Attendee(), Attendee())
        assert seating.count_seats(tx, EVENT.id).free == 0


def test_a_registration_is_found_by_thread_code_contact_and_attendee(store: Store) -> None:
    with store.transaction() as tx:
        number = register(tx, Attendee("Fatima El Amrani", "fatima@elders.example"))
        code = record.registration(tx, number).code
        outbox.queue(tx, kind="confirmed", recipient="jan@voorbeeld.example", message="one@partos.example",
                     letter=None, content=b"x", registration=number, decision=None)  # fmt: skip
        stranger = "iemand@nergens.example"
        for found, threaded in (
            (record.find_registrations(tx, address=stranger, answers=["one@partos.example"]), True),
            (record.find_registrations(tx, address=stranger, codes=[code]), True),
            (record.find_registrations(tx, address="JAN@voorbeeld.example"), False),
            (record.find_registrations(tx, address="Fatima@elders.example"), False),
        ):
            assert [(r.id, r.in_thread) for r in found] == [(number, threaded)]
        assert record.find_registrations(tx, address=stranger) == []


def test_one_look_tells_of_which_mails_the_record_holds_anything(store: Store) -> None:
    with store.transaction() as tx:
        number = register(tx, Attendee("Fatima El Amrani", "fatima@elders.example"))
        code = record.registration(tx, number).code
        journal.write(tx, Entry("confirmed", (Reason("why", "Why."),), identity="decided"))
        outbox.queue(tx, kind="confirmed", recipient="jan@voorbeeld.example", message="one@partos.example",
                     letter=None, content=b"x", registration=number, decision=None)  # fmt: skip
        many = tuple(f"{n}@nergens.example" for n in range(1200))
        assert glance.known(
            tx,
            [
                Traces("new"),
                Traces("decided"),
                Traces("new", "jan@voorbeeld.example"),
                Traces("new", "fatima@elders.example"),
                Traces("new", "iemand@nergens.example", (*many, "one@partos.example")),
                Traces("new", "iemand@nergens.example", many, (code,)),
                Traces("new", "iemand@nergens.example", many, ("222222",)),
            ],
        ) == [False, True, True, True, True, True, False]
        assert glance.known(tx, []) == []


def test_the_queue_goes_by_arrival_not_by_when_it_was_read(store: Store) -> None:
    with store.transaction() as tx:
        late = register(tx, Attendee("Late"), status=Status.WAITLISTED, uid=9)
        early = register(tx, Attendee("Early"), Attendee("Early guest"), status=Status.WAITLISTED, uid=2)
        assert record.waiting_parties(tx, EVENT.id) == [Party(early, 2), Party(late, 1)]
        assert [p.position for p in record.registration(tx, early).places] == [1, 2]
        assert [p.position for p in record.registration(tx, late).places] == [3]
        rows = listing.attendee_rows(tx, EVENT.id)
        assert [(row.name, row.position) for row in rows] == [("Early", 1), ("Early guest", 2), ("Late", 3)]


def test_a_member_is_known_by_domain_and_subdomain_but_not_by_lookalike(store: Store) -> None:
    with store.transaction() as tx:
        assert facts.set_members(tx, [("Oxfam Novib", "oxfam.example"), ("Cordaid", "@Cordaid.example")]) == 2

        def member(domain: str) -> str | None:
            return record.member_of(record.members_among(tx, [domain, "voorbeeld.example"]), domain)

        assert member("oxfam.example") == "Oxfam Novib"
        assert member("mail.Cordaid.example") == "Cordaid"
        assert member("notoxfam.example") is None
        assert member("example") is None


# Mails


def taken(*uids: int, content: bytes = b"x") -> list[TakenIn]:
    return [TakenIn(uid, NOON + timedelta(seconds=uid), 1, content) for uid in uids]


def test_a_uid_is_taken_in_once(store: Store) -> None:
    with store.transaction() as tx:
        assert inbox.unknown_uids(tx, "INBOX", 7, [3, 1, 2]) == [3, 1, 2]
        inbox.take_in(tx, "INBOX", 7, taken(1, 2))
        inbox.take_in(tx, "INBOX", 7, taken(1, 2))
        assert inbox.unknown_uids(tx, "INBOX", 7, [1, 2, 3]) == [3]
        assert inbox.unknown_uids(tx, "INBOX", 4294967295, [1, 2, 3]) == [1, 2, 3]
        assert len(inbox.claim(tx, "me", seconds=60, limit=9)) == 2


def test_mails_are_claimed_in_order_of_arrival_and_by_one_worker_at_a_time(
    store: Store, clock: Clock
) -> None:
    with store.transaction() as tx:
        inbox.take_in(tx, "INBOX", 7, [*taken(5), *taken(1, 3)])
        assert [mail.uid for mail in inbox.claim(tx, "me", seconds=60, limit=2)] == [1, 3]
        assert [mail.uid for mail in inbox.claim(tx, "you", seconds=60, limit=9)] == [5]
        assert inbox.claim(tx, "you", seconds=60, limit=9) == []
    clock.forward(seconds=61)
    with store.transaction() as tx:
        assert [mail.uid for mail in inbox.claim(tx, "you", seconds=60, limit=9)] == [1]


def test_after_a_crash_mails_are_taken_one_by_one_so_that_the_innocent_are_not_charged(
    store: Store, clock: Clock
) -> None:
    with store.transaction() as tx:
        inbox.take_in(tx, "INBOX", 7, taken(1, 2, 3))
        inbox.claim(tx, "crashed", seconds=60, limit=9)
    clock.forward(seconds=61)
    with store.transaction() as tx:
        assert [(m.uid, m.attempts) for m in inbox.claim(tx, "next", seconds=60, limit=9)] == [(1, 2)]


def test_a_lost_lease_is_noticed(store: Store, clock: Clock) -> None:
    with store.transaction() as tx:
        inbox.take_in(tx, "INBOX", 7, taken(1))
        mine = inbox.claim(tx, "me", seconds=60, limit=1)[0]
        assert inbox.holds(tx, mine.id, "me")
    clock.forward(seconds=61)
    with store.transaction() as tx:
        inbox.claim(tx, "you", seconds=60, limit=1)
        assert not inbox.holds(tx, mine.id, "me")
        with pytest.raises(inbox.LeaseLost):
            inbox.settle(tx, Settled(mine.id, "me", "confirmed", "ok", "i", "processed"))
        inbox.settle(tx, Settled(mine.id, "you", "confirmed", "ok", "i", "processed"))
        with pytest.raises(inbox.LeaseLost):  # and what has its outcome keeps it
            inbox.settle(tx, Settled(mine.id, "you", "cancelled", "ok", "j", "processed"))


def test_the_high_water_mark_only_rises_until_the_mailbox_is_renumbered(store: Store) -> None:
    with store.transaction() as tx:
        for state in (FolderState(7, 50), FolderState(7, 20)):
            inbox.set_folder_state(tx, "INBOX", state)
        assert inbox.folder_state(tx, "INBOX") == FolderState(7, 50)
        inbox.set_folder_state(tx, "INBOX", FolderState(8, 3))
        assert inbox.folder_state(tx, "INBOX") == FolderState(8, 3)


def test_a_renumbered_mail_is_recognised_by_its_bytes(store: Store) -> None:
    with store.transaction() as tx:
        inbox.take_in(tx, "INBOX", 7, taken(1, content=b"known"))
        mail = inbox.claim(tx, "me", seconds=60, limit=1)[0]
        inbox.settle(tx, Settled(mail.id, "me", "confirmed", "ok", "i", "processed"))
        again = taken(44, content=b"known")
        assert inbox.decided_digests(tx, [again[0].digest, "other"]) == {again[0].digest}
        inbox.recognise(tx, "INBOX", 8, again)
        assert inbox.claim(tx, "me", seconds=60, limit=1) == []
        assert [uid for _, uid in inbox.unfiled(tx, "INBOX", 8)["processed"]] == [44]


def test_a_mail_decides_once(store: Store) -> None:
    entry = Entry("confirmed", (Reason("r", "t"),), identity="same")
    with store.transaction() as tx:
        journal.write(tx, entry)
    with pytest.raises(IntegrityError), store.transaction() as tx:
        journal.write(tx, entry)


# Letters


def letter(tx: Tx, recipient: str = "jan@voorbeeld.example") -> int:
    return outbox.queue(
        tx, kind="confirmed", recipient=recipient, message=outbox.new_message_id("partos.example"),
        letter=None, content=b"words", registration=None, decision=None,
    )  # fmt: skip


def claim(tx: Tx, lease: str = "me") -> list[outbox.Due]:
    return outbox.claim(tx, lease, [number for number, _ in outbox.due(tx, 50)], seconds=60)


def test_a_letter_is_claimed_by_one_sender(store: Store) -> None:
    with store.transaction() as tx:
        letter(tx)
        assert len(claim(tx)) == 1
        assert claim(tx, "you") == []


def test_a_sender_that_vanished_leaves_an_uncertain_letter_that_goes_once_more_and_no_more(
    store: Store, clock: Clock
) -> None:
    retry = timedelta(minutes=5)
    with store.transaction() as tx:
        letter(tx)
        first = claim(tx)[0]
    clock.forward(seconds=61)
    with store.transaction() as tx:
        assert outbox.expire_leases(tx, retry) == []
        assert outbox.counts(tx) == {"uncertain": 1}
        assert claim(tx) == []  # not before the retry
    clock.forward(minutes=5)
    with store.transaction() as tx:
        second = claim(tx)[0]
        assert (second.content, second.message, second.resends) == (first.content, first.message, 1)
    clock.forward(seconds=61)
    with store.transaction() as tx:
        assert outbox.expire_leases(tx, retry) == [second.id]  # a person must look
    clock.forward(days=1)
    with store.transaction() as tx:
        assert claim(tx) == []


def test_an_outcome_under_a_lost_lease_changes_nothing(store: Store, clock: Clock) -> None:
    with store.transaction() as tx:
        letter(tx)
        mine = claim(tx)[0]
    clock.forward(seconds=61)
    with store.transaction() as tx:
        outbox.expire_leases(tx, timedelta(0))
        assert outbox.settle_sent(tx, [mine]) == 0
        assert not outbox.settle(tx, mine, "failed", error="550")
        assert outbox.counts(tx) == {"uncertain": 1}


def test_a_deferred_letter_waits_for_its_time(store: Store, clock: Clock) -> None:
    with store.transaction() as tx:
        letter(tx)
        outbox.settle(tx, claim(tx)[0], "deferred", error="451", due_at=clock.now + timedelta(minutes=5))
        assert claim(tx) == []
    clock.forward(minutes=5)
    with store.transaction() as tx:
        assert claim(tx)[0].attempts == 2


# What waits for a person


def test_of_two_people_who_act_at_once_the_second_is_told(store: Store) -> None:
    with store.transaction() as tx:
        number = journal.open_review(tx, "decide", journal.write(tx, Entry("review", (Reason("r", "t"),))))
        version = journal.open_reviews(tx)[0].version
        assert journal.close_review(tx, number, version, by="An", outcome="approved")
        assert not journal.close_review(tx, number, version, by="Bo", outcome="rejected")
        detail = journal.review(tx, number)
    assert detail is not None
    assert (detail.closed_by, detail.outcome) == ("An", "approved")


def test_a_digest_of_a_day_belongs_to_whoever_claims_it_first(store: Store) -> None:
    day = date(2018, 1, 10)
    with store.transaction() as tx:
        assert facts.claim_digest(tx, EVENT.id, "org@partos.example", day)
        assert not facts.claim_digest(tx, EVENT.id, "org@partos.example", day)
        assert facts.claim_digest(tx, EVENT.id, "org@partos.example", day + timedelta(days=1))


# One worker or several


def test_on_one_machine_a_worker_knows_whether_it_is_alone(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/state.db")
    first, second = Alone(store), Alone(store)
    assert (bool(first), bool(second)) == (True, False)
    first.release()
    third = Alone(store)
    assert third
    third.release()
    store.close()


def test_on_postgresql_nobody_claims_to_be_alone(postgres_url: str) -> None:
    store = open_store(postgres_url)
    assert not Alone(store)
    store.close()


def test_a_scratch_copy_begins_as_the_record_stands_and_leaves_it_alone(store: Store, url: str) -> None:
    with store.transaction() as tx:
        register(tx, JAN)
    scratch = scratch_copy(store.engine.url.render_as_string(hide_password=False))
    with scratch.transaction() as tx:
        assert seating.count_seats(tx, EVENT.id).free == 2
        register(tx, Attendee("Somebody else"))
    scratch.close()
    with store.transaction() as tx:
        assert seating.count_seats(tx, EVENT.id).free == 2


def test_a_scratch_copy_of_nothing_makes_no_file(tmp_path: Path) -> None:
    scratch_copy(f"sqlite:///{tmp_path}/state.db").close()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    with suppress(RuntimeError), store.transaction() as tx:
        register(tx, JAN)
        raise RuntimeError
    with store.transaction() as tx:
        assert seating.count_seats(tx, EVENT.id).free == 3
