"""What the path defends against, each seen to fail when its defence is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flows.killing import Unfenced
from flows.office import NOON, Office, text_of, written
from flows.test_main_path import ANNA, SEAT, person, seat_for
from flows.test_waiting import BERT, BERTS, offered, statuses
from sqlalchemy import select

from mailbot import fetching, intake, pipeline, staff, upkeep
from mailbot.core.base import Address, Attendee, Context, Limits, Status, WaitlistRule
from mailbot.core.reading import Reading
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.writing import Templates
from mailbot.dispatch import Dispatcher
from mailbot.edges.fence import Crashed, FenceBroken, ToRead
from mailbot.edges.imap import Mailbox
from mailbot.edges.store import StoreDown, facts, inbox, outbox, record, seating
from mailbot.edges.store.schema import mails
from mailbot.edges.templates import NoTemplates
from mailbot.imports import import_seats
from mailbot.staff import Correction, NotPossible

ANNAS = "anna@bakker.example"


def take_in(office: Office) -> None:
    with office.desk.store.transaction() as tx:
        seating.sync_events(tx, office.desk.house.events)
    with Mailbox(office.accounts.imap) as mailbox:
        list(intake.take_in(office.desk, mailbox, full=True))


def letter_in(office: Office, *, lease: str = "dead", resends: int = 0) -> int:
    """A letter that somebody was sending when they died."""
    with office.desk.store.transaction() as tx:
        number = outbox.queue(
            tx, kind="received", recipient=ANNAS, message="one@partos.example", letter=None,
            content=b"Subject: x\r\n\r\nx\r\n", registration=None, decision=None,
        )  # fmt: skip
        for _ in range(resends + 1):
            (due,) = outbox.claim(tx, lease, [number], seconds=60)
            if due.resends < resends:
                outbox.settle(tx, due, "uncertain", due_at=tx.now)
    return number


# Reading


def test_a_mail_that_ends_the_worker_itself_three_times_is_parked_and_delays_no_other(office: Office) -> None:
    office.put(written("x@elders.example", "poison"), written(ANNA, SEAT))
    take_in(office)
    with office.desk.store.transaction() as tx:
        for _ in range(3):
            assert inbox.claim(tx, "dead", seconds=60, limit=1)
            inbox.free_all(tx)
    office.run()
    assert sorted(office.outcomes()) == ["confirmed", "parked"]
    assert [waiting.kind for waiting in office.reviews()] == ["unreadable"]


def test_a_reader_that_cannot_be_started_is_no_mails_fault(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(ANNA, SEAT)
    office.run()
    office.write(ANNA, "Ik kan helaas niet komen.", answers=office.letter(ANNAS))
    rows = len(office.log())

    class Broken(Unfenced):
        def read_again(self, *_: object) -> Crashed:  # type: ignore[override]
            raise FenceBroken("the reading process can't be started")

    whole = office.desk
    office.desk = replace(whole, reader=Broken())  # type: ignore[arg-type]
    for _ in range(4):
        assert office.run().troubles == ["the reading process can't be started"]
    assert len(office.log()) == rows
    office.desk = whole
    office.run()
    assert office.outcomes()[-1] == "cancelled"


def test_stopped_halfway_no_mail_is_charged_with_an_attempt(office: Office) -> None:
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    take_in(office)
    office.desk = replace(office.desk, reader=Unfenced())  # type: ignore[arg-type]
    working = pipeline.work(office.desk)
    next(working)
    working.close()  # type: ignore[attr-defined]
    with office.desk.store.transaction() as tx:
        rows = tx.execute(select(mails.c.attempts, mails.c.lease).where(mails.c.state == "fetched")).all()
    assert {(row.attempts, row.lease) for row in rows} <= {(0, None)}
    assert rows


# Old mail that nobody explains


def test_a_burst_whose_staging_was_cut_short_is_still_held(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed when all but one of thirty were staged: the one that is left is no "few late mails"."""
    office.write(ANNA, SEAT)
    office.run()
    old = NOON - timedelta(days=20)
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(30))), arrived=old)
    office.postbox.rebuild()
    monkeypatch.setattr(fetching, "_BATCH", 29)
    with Mailbox(office.accounts.imap) as mailbox:
        taking = intake.take_in(office.desk, mailbox, full=True)
        next(taking)
        taking.close()  # type: ignore[attr-defined]
    office.run()
    assert len(office.letters()) == 1
    assert office.outcomes()[-1] == "held"


def test_a_few_late_mails_do_not_release_a_burst_that_waits_for_a_person(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.run()
    old = NOON - timedelta(days=20)
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(21))), arrived=old)
    office.postbox.rebuild()
    office.run()
    assert office.outcomes()[-1] == "held"
    with office.desk.store.transaction() as tx:
        inbox.take_in(tx, "INBOX", 1, [inbox.TakenIn(9, old, 1, b"x")], state="staged")
        assert inbox.release(tx, "staged") == 1
        assert inbox.count(tx, "held") == 21


# Letters


def test_a_letter_whose_sender_died_twice_goes_before_a_person_when_the_worker_starts_again(
    office: Office,
) -> None:
    letter_in(office, resends=1)
    office.run()
    assert office.letters() == []
    assert [waiting.kind for waiting in office.reviews()] == ["letter"]


def test_a_letter_sent_again_by_a_person_has_five_days_more(office: Office) -> None:
    office.sink.answer(ANNAS, rcpt="550 5.1.1 no such user")
    office.write(ANNA, SEAT)
    office.run()
    office.clock.forward(days=6)
    office.sink.answer(ANNAS, rcpt="451 4.3.0 try later")
    staff.approve(office.desk, office.reviews()[0].number, actor="Ineke")
    office.run()
    with office.desk.store.transaction() as tx:
        assert outbox.counts(tx) == {"deferred": 1}


@pytest.mark.parametrize("gone", [False, True], ids=["a mistake in a template", "the folder is gone"])
def test_templates_that_fail_park_the_letter_and_not_the_desk(office: Office, gone: bool) -> None:
    whole = office.desk

    def missing() -> Templates:
        raise NoTemplates("templates is not a folder")

    def mistaken() -> Templates:
        words = whole.templates()
        return replace(
            words, sources={**words.sources, "nl/confirmed.txt": "Subject: x\n\n{{ nonsense.more }}"}
        )

    office.desk = replace(whole, templates=missing if gone else mistaken)
    office.write(ANNA, SEAT)
    office.run()
    assert office.outcomes() == ["confirmed", "letter-held"]
    assert office.seats().confirmed == 1
    (row,) = office.reviews()
    with pytest.raises(NotPossible):
        staff.approve(office.desk, row.number, actor="Ineke")
    assert len(office.reviews()) == 1
    office.desk = whole
    office.run()
    office.run()
    assert "Anna Bakker" in text_of(office.letter(ANNAS))
    assert office.reviews() == []


# Registrations


def test_giving_up_one_of_two_offered_seats_leaves_the_other_to_run_out(office: Office) -> None:
    offered(office)
    with office.desk.store.transaction() as tx:
        event = replace(office.desk.house.events[1], capacity=2)
        seating.sync_events(tx, [event])
        number = record.find_registrations(tx, address=BERTS)[0].id
        record.add_place(tx, number, "meetup-4", Attendee("Berta Smit"), Status.OFFERED)
    office.having(capacity=2)
    office.write(BERT, "Wie van ons kan er parkeren bij de Meet Up?", answers=office.letters(BERTS)[-1])
    office.run()
    gives_up = Correction(Intent.CANCEL, "meetup-4", (Attendee("Berta Smit"),))
    staff.approve(office.desk, office.reviews()[0].number, actor="Ineke", correction=gives_up)
    assert [row.status for row in office.people() if row.name == "Berta Smit"] == ["cancelled"]
    office.clock.forward(hours=25)
    office.run()
    assert statuses(office)[BERTS] == "expired"


def test_who_waits_by_the_website_is_given_a_seat_because_no_offer_would_reach_them(office: Office) -> None:
    office.having(capacity=1, waitlist=WaitlistRule.OFFER)
    office.write(ANNA, SEAT)
    office.run()
    wim = [Attendee("Wim Web", "wim@lid.example", "Lid")]
    import_seats(office.desk, office.desk.house.events[1], wim, actor="Ineke")
    office.write(ANNA, "Ik kan helaas niet komen.", answers=office.letter(ANNAS))
    office.run()
    assert statuses(office)["wim@lid.example"] == "confirmed"
    assert office.letters("wim@lid.example") == []


def test_no_website_person_is_written_to_about_a_freed_seat(office: Office) -> None:
    office.having(capacity=1)
    office.write(ANNA, SEAT)
    office.run()
    wim = [Attendee("Wim Web", "wim@lid.example", "Lid")]
    import_seats(office.desk, office.desk.house.events[1], wim, actor="Ineke")
    office.having(capacity=2)
    office.run()
    assert statuses(office)["wim@lid.example"] == "confirmed"
    assert office.letters("wim@lid.example") == []


# What is kept


def test_the_text_of_a_mail_is_dropped_after_a_month_but_not_while_a_person_must_look(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.write(BERT, "Is er parkeergelegenheid bij de Meet Up van 18 januari?\n\nBert Smit")
    office.run()
    office.clock.forward(days=31)
    upkeep.tick(office.desk)
    with office.desk.store.transaction() as tx:
        kept = [row.raw is not None for row in tx.execute(select(mails.c.raw).order_by(mails.c.uid))]
    assert kept == [False, True]
    staff.reject(office.desk, office.reviews()[0].number, actor="Ineke")
    upkeep.tick(office.desk)
    with office.desk.store.transaction() as tx:
        assert [row.raw for row in tx.execute(select(mails.c.raw))] == [None, None]


def test_a_mail_larger_than_is_read_goes_before_a_person(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 2000)
    office.write(ANNA, SEAT + "x " * 2000, subject="Aanmelding Meet Up 18 januari")
    office.run()
    (waiting,) = office.reviews()
    assert "larger" in waiting.reasons[0]
    assert office.seats().confirmed == 0
    assert office.postbox.count("Review") == 1


# What strangers learn


class ReadsAsAnna(Unfenced):
    """Reads every mail as one that registers Anna Bakker."""

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        anna = Request("nl", Intent.REGISTER, "meetup-4", 1, (Attendee("Anna Bakker"),), about_event=True)
        for answers in super().read_all(mails):
            yield [replace(one, request=anna) for one in answers if isinstance(one, Reading)]


def test_a_stranger_who_registers_somebody_learns_nothing_about_them(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.run()
    office.desk = replace(office.desk, reader=ReadsAsAnna())  # type: ignore[arg-type]
    office.write("Ivo Vreemd <ivo@elders.example>", "Graag meld ik Anna Bakker aan voor de Meet Up.")
    office.run()
    code = office.people()[0].registration
    (told,) = office.letters("ivo@elders.example")
    assert office.outcomes() == ["confirmed", "review"]
    assert code not in text_of(told)
    assert ANNAS not in text_of(told)
    assert len(office.people()) == 1


class ReadsAs(Unfenced):
    """Reads every mail as asking for one thing; what it really says is not what is tested."""

    def __init__(self, request: Request) -> None:
        self.request = request

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        for answers in super().read_all(mails):
            yield [replace(one, request=self.request) for one in answers if isinstance(one, Reading)]

    def read_again(self, reading: Reading, context: Context) -> Reading | Crashed:
        return reading


def reads(office: Office, intent: Intent, *people: Attendee, event: str | None = "meetup-4") -> None:
    request = Request("nl", intent, event, len(people) or None, people, about_event=True)
    office.desk = replace(office.desk, reader=ReadsAs(request))  # type: ignore[arg-type]


def test_a_reply_naming_no_event_is_about_its_threads_one_though_the_sender_comes_to_two(
    office: Office,
) -> None:
    office.write(ANNA, SEAT)
    office.run()
    with office.desk.store.transaction() as tx:
        number, _ = record.add_registration(
            tx, "meetup-5", Address(ANNAS), "nl", source="email", arrived=NOON, uid=1, mail=None
        )
        record.add_place(tx, number, "meetup-5", Attendee("Anna Bakker", ANNAS), Status.CONFIRMED)
    reads(office, Intent.CANCEL, event=None)
    office.write(ANNA, "Helaas kan ik toch niet komen.", answers=office.letter(ANNAS))
    office.run()
    assert statuses(office) == {ANNAS: "cancelled"}
    assert [row.status for row in office.people("meetup-5")] == ["confirmed"]
    assert "18 januari" in text_of(office.letters(ANNAS)[-1])


def test_later_letters_answer_the_contacts_own_mail_not_that_of_a_colleague(office: Office) -> None:
    office.having(capacity=1)
    office.write(ANNA, SEAT)
    office.put(written(BERT, seat_for("Bert Smit"), message_id="<bert@smit.example>"))
    office.run()
    reads(office, Intent.STATUS)
    answers = office.letter(BERTS)
    office.put(written("Cora Vos <cora@smit.example>", "Hoe staat het?", answers=answers))
    office.run()
    assert office.outcomes()[-1] == "status"
    reads(office, Intent.CANCEL)
    office.write(ANNA, "Ik kan niet.", answers=office.letter(ANNAS))
    office.run()
    assert statuses(office)[BERTS] == "confirmed"
    assert office.letters(BERTS)[-1]["In-Reply-To"] == "<bert@smit.example>"


@pytest.mark.parametrize("intent", [Intent.CANCEL, Intent.STATUS, Intent.DECLINE])
def test_a_stranger_with_the_code_can_neither_change_nor_see_a_registration(
    office: Office, intent: Intent
) -> None:
    office.write(ANNA, SEAT)
    office.run()
    code = office.people()[0].registration
    reads(office, intent)
    answers = office.letter(ANNAS)
    office.write("Ivo Vreemd <ivo@elders.example>", f"Het gaat om {code}.", answers=answers)
    office.run()
    assert office.seats().confirmed == 1
    assert "Anna Bakker" not in text_of(office.letter("ivo@elders.example"))


def test_a_doubtful_mail_does_nothing_and_is_answered_where_it_came_from(office: Office) -> None:
    reads(office, Intent.REGISTER, Attendee("Anna Bakker", ANNAS))
    office.write(ANNA, SEAT, headers=[("Reply-To", "elders@nergens.example")])
    office.run()
    assert office.outcomes() == ["review"]
    assert office.seats().confirmed == 0
    assert "nergens.example" in office.reviews()[0].reasons[0]
    assert [letter.recipient for letter in office.sink.letters] == [ANNAS]


def test_who_asks_for_the_answer_at_a_second_address_of_the_house_gets_it_there(office: Office) -> None:
    reads(office, Intent.REGISTER, Attendee("Anna Bakker", ANNAS))
    office.write(ANNA, SEAT, headers=[("Reply-To", "events@bakker.example")])
    office.run()
    assert office.outcomes() == ["confirmed"]
    assert [letter.recipient for letter in office.sink.letters] == ["events@bakker.example"]


def test_an_automatic_mail_that_no_letter_of_ours_caused_stays_where_it_lies(office: Office) -> None:
    office.write(ANNA, "Ik ben afwezig tot 15 januari.", headers=[("Auto-Submitted", "auto-replied")])
    office.run()
    assert office.outcomes() == ["auto_reply"]
    assert (office.postbox.count(), office.letters()) == (1, [])


# Seats that come free


def waits(office: Office, **house: object) -> None:
    """One seat, Anna has it and Bert waits."""
    office.having(capacity=1, **house)
    office.put(written(ANNA, SEAT), written(BERT, seat_for("Bert Smit")))
    office.run()


def test_a_seat_that_comes_free_once_the_event_has_begun_is_given_to_nobody(office: Office) -> None:
    waits(office)
    office.clock.now = office.desk.house.events[1].starts
    reads(office, Intent.CANCEL, Attendee("Anna Bakker", ANNAS))
    office.write(ANNA, "Ik kom toch niet.", answers=office.letter(ANNAS))
    office.run()
    assert statuses(office) == {ANNAS: "cancelled", BERTS: "waitlisted"}


def test_an_offer_that_runs_out_is_passed_on_in_the_same_tick(office: Office) -> None:
    offered(office)
    office.clock.forward(hours=25)
    office.run()
    assert sorted(statuses(office).values()) == ["cancelled", "expired", "offered"]


# Caps


def test_letters_that_are_due_together_count_for_their_addresss_cap(office: Office) -> None:
    office.desk = replace(office.desk, limits=Limits(letters_per_address_per_day=2))
    office.sink.stop()
    for _ in range(3):
        office.write(ANNA, SEAT)
    office.run()
    office.sink.start()
    office.run()
    assert len(office.letters(ANNAS)) == 2


def test_a_pause_that_goes_on_is_told_once(office: Office) -> None:
    office.desk = replace(office.desk, limits=Limits(letters_in_burst=2))
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(5))))
    office.run()
    office.run()
    office.clock.forward(minutes=11)
    office.run()
    assert office.outcomes().count("paused") == 1
    with office.desk.store.transaction() as tx:
        assert facts.mark(tx, facts.PAUSED)
    office.clock.forward(minutes=11)
    office.run()
    assert len(office.letters()) == 5
    with office.desk.store.transaction() as tx:
        assert facts.mark(tx, facts.PAUSED) is None


def test_a_crash_told_by_who_lost_the_mail_counts_nothing(office: Office) -> None:
    office.write(ANNA, SEAT)
    take_in(office)
    with office.desk.store.transaction() as tx:
        (mine,) = inbox.claim(tx, "late", seconds=60, limit=9)
    office.clock.forward(seconds=61)
    with office.desk.store.transaction() as tx:
        inbox.claim(tx, "quick", seconds=60, limit=9)
    late = replace(mine, attempts=3)
    assert list(pipeline.decide_together([(late, Crashed("died"))], office.desk)) == []
    assert office.outcomes() == []


def test_what_became_of_a_letter_while_the_record_was_away_is_told_when_it_is_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would be uncertain, and sent a second time."""
    office.sink.stop()
    office.write(ANNA, SEAT)
    office.run()
    office.sink.start()
    dispatcher = Dispatcher(office.desk, office.accounts.smtp)
    settle = outbox.settle_sent

    def away(*_: object) -> int:
        raise StoreDown("database: the connection was lost")

    monkeypatch.setattr(outbox, "settle_sent", away)
    assert dispatcher.send_due().trouble == "database: the connection was lost"
    monkeypatch.setattr(outbox, "settle_sent", settle)
    office.clock.forward(hours=1)
    dispatcher.send_due()
    office.clock.forward(days=1)
    office.run()
    assert len(office.letters(ANNAS)) == 1


def test_a_digest_whose_template_is_broken_goes_once_when_it_is_mended(office: Office) -> None:
    office.having(organisers=("organiser@partos.example",))
    whole = office.desk

    def missing() -> Templates:
        raise NoTemplates("templates is not a folder")

    office.desk = replace(whole, templates=missing)
    office.run()
    assert office.letters() == []
    office.desk = whole
    office.run()
    office.run()
    assert len(office.letters("organiser@partos.example")) == 1
