"""Seats that come free: given at once, or offered and held."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from flows.office import Office, text_of, written
from flows.test_main_path import ANNA, SEAT, seat_for

from mailbot import upkeep
from mailbot.core.base import Attendee, WaitlistRule
from mailbot.edges.account import Secret
from mailbot.edges.imap import Mailbox
from mailbot.edges.store import inbox
from mailbot.pipeline import poll

BERT, BERTS = "Bert Smit <bert@smit.example>", "bert@smit.example"
CORA, CORAS = "Cora Vos <cora@vos.example>", "cora@vos.example"


def statuses(office: Office) -> dict[str | None, str]:
    return {row.email: row.status for row in office.people()}


def offered(office: Office) -> None:
    """One seat, Anna has it, Bert and Cora wait; Anna cancels and Bert is offered her seat."""
    office.having(capacity=1, waitlist=WaitlistRule.OFFER, offer_hours=24)
    office.put(written(ANNA, SEAT), written(BERT, seat_for("Bert Smit")), written(CORA, seat_for("Cora Vos")))
    office.run()
    office.write(
        ANNA,
        "Helaas kan ik niet komen, ik meld me af.\n\nAnna Bakker",
        answers=office.letter("anna@bakker.example"),
    )
    office.run()
    assert statuses(office)[BERTS] == "offered"


def test_an_offered_seat_is_held_and_not_free(office: Office) -> None:
    offered(office)
    seats = office.seats()
    assert (seats.confirmed, seats.offered, seats.waitlisted, seats.free) == (0, 1, 1, 0)


def test_yes_takes_the_offered_seat(office: Office) -> None:
    offered(office)
    office.write(BERT, "Ja graag!", answers=office.letters(BERTS)[-1])
    office.run()
    assert statuses(office)[BERTS] == "confirmed"
    assert len(office.letters(BERTS)) == 3
    assert office.letters(BERTS)[-1].get_content_type() == "multipart/mixed" or "ics" in str(
        office.letters(BERTS)[-1]
    )


def test_no_passes_the_seat_on(office: Office) -> None:
    offered(office)
    office.write(BERT, "Nee, het lukt niet meer.", answers=office.letters(BERTS)[-1])
    office.run()
    assert statuses(office) == {
        "anna@bakker.example": "cancelled",
        BERTS: "cancelled",
        CORAS: "offered",
    }


def test_an_unanswered_offer_runs_out_and_passes_on_and_both_are_told_once(office: Office) -> None:
    offered(office)
    office.clock.forward(hours=24)
    office.run()
    office.run()
    assert statuses(office)[BERTS] == "expired"
    assert statuses(office)[CORAS] == "offered"
    assert (len(office.letters(BERTS)), len(office.letters(CORAS))) == (3, 2)


def test_a_yes_that_came_in_time_takes_the_seat_though_nobody_was_there_to_read_it(office: Office) -> None:
    offered(office)
    in_time = office.clock.now + timedelta(hours=23)
    office.put(written(BERT, "Ja graag!", answers=office.letters(BERTS)[-1]), arrived=in_time)
    office.clock.forward(hours=25)
    upkeep.tick(office.desk)
    assert statuses(office)[BERTS] == "offered"
    office.run()
    assert statuses(office)[BERTS] == "confirmed"


def test_an_offer_waits_for_the_mail_that_another_worker_is_reading(office: Office) -> None:
    offered(office)
    in_time = office.clock.now + timedelta(hours=23)
    office.clock.forward(hours=25)
    with office.desk.store.transaction() as tx:
        inbox.take_in(tx, "INBOX", office.postbox.uidvalidity(), [inbox.TakenIn(99, in_time, 1, b"x")])
        inbox.claim(tx, "another", seconds=60, limit=1)
    with Mailbox(office.accounts.imap) as mailbox:
        list(poll(office.desk, mailbox))
    upkeep.tick(office.desk)
    assert statuses(office)[BERTS] == "offered"


def test_an_offer_does_not_run_out_while_the_mailbox_is_out_of_reach(office: Office) -> None:
    offered(office)
    office.clock.forward(hours=25)
    whole = office.accounts
    office.accounts = replace(whole, imap=replace(whole.imap, password=Secret("wrong")))
    assert office.run().troubles
    assert statuses(office)[BERTS] == "offered"
    office.accounts = whole
    office.run()
    assert statuses(office)[BERTS] == "expired"


def test_a_yes_after_the_offer_ran_out_joins_the_queue_again(office: Office) -> None:
    offered(office)
    letter = office.letters(BERTS)[-1]
    office.clock.forward(hours=24)
    office.run()
    office.write(BERT, "Ja graag!", answers=letter)
    office.run()
    rows = [(row.status, row.position) for row in office.people() if row.email == BERTS]
    assert ("waitlisted", 1) in rows


def test_a_party_too_big_for_the_freed_seat_lets_the_next_one_pass_and_keeps_its_place(
    office: Office,
) -> None:
    office.having(capacity=1)
    office.put(
        written(ANNA, SEAT),
        written(CORA, seat_for("Cora Vos")),
    )
    office.run()
    with office.desk.store.transaction() as tx:
        from mailbot.edges.store import record

        number = record.find_registrations(tx, address=CORAS)[0].id
        record.add_place(tx, number, "meetup-4", Attendee("Dirk Vos"), status=record.Status.WAITLISTED)
    office.write(BERT, seat_for("Bert Smit"))
    office.run()
    office.write(ANNA, "Ik kan helaas niet komen.", answers=office.letter("anna@bakker.example"))
    office.run()
    assert statuses(office)[BERTS] == "confirmed"
    assert [row.position for row in office.people() if row.status == "waitlisted"] == [1, 2]


def test_more_seats_in_the_configuration_are_given_to_who_waits(office: Office) -> None:
    office.having(capacity=1)
    office.put(written(ANNA, SEAT), written(BERT, seat_for("Bert Smit")))
    office.run()
    office.having(capacity=2)
    office.run()
    assert statuses(office)[BERTS] == "confirmed"
    assert len(office.letters(BERTS)) == 2


def test_nothing_is_promoted_once_the_event_has_begun(office: Office) -> None:
    office.having(capacity=1)
    office.put(written(ANNA, SEAT), written(BERT, seat_for("Bert Smit")))
    office.run()
    office.having(capacity=2)
    office.clock.now = office.desk.house.events[1].starts
    upkeep.tick(office.desk)
    assert statuses(office)[BERTS] == "waitlisted"


def test_the_letter_about_a_freed_seat_answers_in_the_waiters_own_thread(office: Office) -> None:
    office.having(capacity=1)
    office.put(written(ANNA, SEAT), written(BERT, seat_for("Bert Smit"), message_id="<bert@smit.example>"))
    office.run()
    office.write(ANNA, "Ik kan helaas niet komen.", answers=office.letter("anna@bakker.example"))
    office.run()
    told = office.letters(BERTS)[-1]
    assert told["In-Reply-To"] == "<bert@smit.example>"
    assert told["Auto-Submitted"] == "auto-generated"
    assert "Bert Smit" in text_of(told)
