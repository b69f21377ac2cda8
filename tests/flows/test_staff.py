"""What a person does goes the same way as a mail, and two people never clash silently."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flows.office import Office, text_of
from flows.test_main_path import ANNA, SEAT

from mailbot import staff
from mailbot.core.base import Attendee
from mailbot.core.understanding.request import Intent
from mailbot.edges.store import journal
from mailbot.staff import Correction, NotPossible

ANNAS = "anna@bakker.example"
ANNA_COMES = Correction(Intent.REGISTER, "meetup-4", (Attendee("Anna Bakker", ANNAS),))


def waiting(office: Office, body: str = "Is er parkeergelegenheid bij de Meet Up?\n\nAnna Bakker") -> int:
    """A mail that a person must look at; its review number."""
    office.write(ANNA, body)
    office.run()
    (row,) = office.reviews()
    return row.number


def test_correcting_a_reading_does_what_the_person_says_and_logs_who_did_it(office: Office) -> None:
    number = waiting(office)
    correction = Correction(
        Intent.REGISTER, "meetup-4", (Attendee("Anna Bakker", ANNAS), Attendee("Bert Smit"))
    )
    said = staff.approve(office.desk, number, actor="Ineke", correction=correction)
    assert said.startswith("confirmed")
    office.run()
    assert sorted(row.name or "" for row in office.people()) == ["Anna Bakker", "Bert Smit"]
    assert len(office.letters(ANNAS)) == 2
    assert office.log()[-1].actor == "Ineke"
    assert office.reviews() == []


def test_a_person_may_give_more_seats_than_a_mail_may_take(office: Office) -> None:
    number = waiting(office)
    people = tuple(Attendee(f"Person {letter}") for letter in "ABCDEF")
    staff.approve(
        office.desk, number, actor="Ineke", correction=Correction(Intent.REGISTER, "meetup-4", people)
    )
    assert office.seats().confirmed == 6


def test_even_a_person_gets_no_seat_that_is_not_there(office: Office) -> None:
    office.having(capacity=1)
    number = waiting(office)
    people = (Attendee("Person A"), Attendee("Person B"))
    with pytest.raises(NotPossible):
        staff.approve(
            office.desk, number, actor="Ineke", correction=Correction(Intent.REGISTER, "meetup-4", people)
        )
    assert office.seats().confirmed == 0
    assert len(office.reviews()) == 1  # it still waits


def test_rejecting_writes_to_nobody_and_changes_no_seat(office: Office) -> None:
    number = waiting(office)
    staff.reject(office.desk, number, actor="Ineke")
    office.run()
    assert len(office.letters(ANNAS)) == 1  # the acknowledgement from before
    assert office.seats().confirmed == 0
    assert office.reviews() == []
    assert office.log()[-1].outcome == "rejected"


def test_who_comes_second_is_told_who_was_first(office: Office) -> None:
    number = waiting(office)
    staff.reject(office.desk, number, actor="Ineke")
    with pytest.raises(NotPossible, match="Ineke on 08-01-2018 12:00 "):  # by the house's clock
        staff.approve(office.desk, number, actor="Omar")


def test_what_does_not_exist_is_said(office: Office) -> None:
    with pytest.raises(NotPossible, match="no review 99"):
        staff.approve(office.desk, 99, actor="Ineke")
    number = waiting(office)
    with pytest.raises(NotPossible, match="meetup-4"):
        staff.approve(office.desk, number, actor="Ineke", correction=Correction(event="meetup-9"))


def test_a_question_beside_a_registration_confirms_and_waits_for_its_answer(office: Office) -> None:
    office.write(ANNA, SEAT.replace("\n\n", "\n\nIs er parkeergelegenheid?\n\n", 1))
    office.run()
    assert office.seats().confirmed == 1
    (row,) = office.reviews()
    assert row.kind == "question"
    assert office.postbox.count("Review") == 1
    staff.approve(office.desk, row.number, actor="Ineke")
    assert office.reviews() == []
    assert len(office.letters(ANNAS)) == 1


def test_approving_a_mere_question_says_that_it_was_answered(office: Office) -> None:
    number = waiting(office)
    said = staff.approve(office.desk, number, actor="Ineke")
    assert said == "A person has answered the question."
    assert office.reviews() == []
    assert office.seats().confirmed == 0
    assert office.log()[-1].outcome == "answered"


def test_a_failed_letter_is_sent_again_when_a_person_says_so(office: Office) -> None:
    office.sink.answer(ANNAS, rcpt="550 5.1.1 no such user")
    number = waiting(office, SEAT)
    office.sink.behave()
    staff.approve(office.desk, number, actor="Ineke")
    office.run()
    assert "Anna Bakker" in text_of(office.letter(ANNAS))


def test_no_acknowledgement_where_the_house_does_not_want_one(office: Office) -> None:
    office.desk = replace(office.desk, house=replace(office.desk.house, acknowledge=False))
    waiting(office)
    assert office.letters() == []


@pytest.mark.parametrize("approved", [True, False], ids=["answered", "rejected"])
def test_what_a_person_is_done_with_moves_from_review_to_processed(office: Office, approved: bool) -> None:
    number = waiting(office)
    assert office.postbox.count("Review") == 1
    if approved:
        staff.approve(office.desk, number, actor="Ineke", correction=ANNA_COMES)
    else:
        staff.reject(office.desk, number, actor="Ineke")
    office.run()
    assert (office.postbox.count("Review"), office.postbox.count("Processed")) == (0, 1)


def test_another_mail_under_the_same_message_id_stays_in_review(office: Office) -> None:
    number = waiting(office)
    (mail,) = office.postbox.mails("Review")
    office.postbox.delete([mail.uid], "Review")
    other = mail.content.replace(b"parkeergelegenheid", b"PARKEERGELEGENHEID")
    office.postbox.append(other, "Review")
    staff.reject(office.desk, number, actor="Ineke")
    office.run()
    assert [left.content for left in office.postbox.mails("Review")] == [other]


def test_a_mail_that_is_no_longer_in_review_is_not_missed(office: Office) -> None:
    number = waiting(office)
    (mail,) = office.postbox.mails("Review")
    office.postbox.delete([mail.uid], "Review")
    staff.reject(office.desk, number, actor="Ineke")
    assert office.run().troubles == []
    assert office.postbox.count("Processed") == 0


def test_a_mail_with_a_review_still_open_stays_in_review(office: Office) -> None:
    number = waiting(office)
    with office.desk.store.transaction() as tx:
        detail = journal.review(tx, number)
        assert detail
        journal.open_review(tx, "question", 1, mail=detail.mail)
    staff.reject(office.desk, number, actor="Ineke")
    office.run()
    assert (office.postbox.count("Review"), office.postbox.count("Processed")) == (1, 0)
