"""Servers go down and come back: that only delays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from flows.office import Office, written
from flows.test_main_path import ANNA, SEAT, person, seat_for
from servers.smtp import Fault

from mailbot.core.base import Limits
from mailbot.edges.store import outbox

ANNAS = "anna@bakker.example"


def states(office: Office) -> dict[str, int]:
    with office.desk.store.transaction() as tx:
        return outbox.counts(tx)


def test_smtp_down_the_seats_are_recorded_at_once_and_each_letter_goes_once_later(office: Office) -> None:
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    office.sink.stop()
    done = office.run()
    assert done.handled == 3
    assert done.troubles
    assert office.seats().confirmed == 3
    assert office.postbox.count("Processed") == 3
    office.sink.start()
    office.run()
    office.run()
    assert sorted(letter.recipient for letter in office.sink.letters) == sorted(
        at for _, at, _ in map(person, range(3))
    )


def test_imap_down_is_one_line_and_letters_still_go(office: Office, request: pytest.FixtureRequest) -> None:
    office.write(ANNA, SEAT)
    office.sink.stop()
    office.run()
    office.sink.start()
    office.postbox.server.stop()
    request.addfinalizer(office.postbox.server.start)
    done = office.run()
    assert len(done.troubles) == 1
    assert "\n" not in done.troubles[0]
    assert len(office.letters(ANNAS)) == 1


def test_a_refused_letter_goes_before_a_person(office: Office) -> None:
    office.sink.answer(ANNAS, rcpt="550 5.1.1 no such user")
    office.write(ANNA, SEAT)
    office.run()
    assert states(office) == {"failed": 1}
    (waiting,) = office.reviews()
    assert waiting.kind == "letter"
    assert "no such user" in waiting.reasons[0]


def test_a_letter_put_off_is_tried_again_with_the_same_bytes_after_twice_the_time(office: Office) -> None:
    office.sink.answer(ANNAS, rcpt="451 4.3.0 try later")
    office.write(ANNA, SEAT)
    office.run()
    assert states(office) == {"deferred": 1}
    office.clock.forward(seconds=299)
    office.run()
    assert office.letters() == []
    office.clock.forward(seconds=1)
    office.run()  # refused again: now ten minutes
    office.sink.behave()
    office.clock.forward(seconds=599)
    office.run()
    assert office.letters() == []
    office.clock.forward(seconds=1)
    office.run()
    assert len(office.letters(ANNAS)) == 1


def test_after_five_days_a_person_is_told(office: Office) -> None:
    office.sink.answer(ANNAS, rcpt="451 4.3.0 try later")
    office.write(ANNA, SEAT)
    for _ in range(2):
        office.run()
        office.clock.forward(days=5)
    office.run()
    assert states(office) == {"failed": 1}
    assert [waiting.kind for waiting in office.reviews()] == ["letter"]


def test_a_cut_after_the_final_dot_is_resent_once_with_the_same_bytes_and_then_left_to_a_person(
    office: Office,
) -> None:
    office.sink.fail(ANNAS, Fault.CUT_AFTER_DOT)
    office.write(ANNA, SEAT)
    office.run()
    assert states(office) == {"uncertain": 1}
    for _ in range(3):
        office.clock.forward(days=1)
        office.run()
    first, second = office.sink.to(ANNAS)
    assert first.content == second.content
    assert [waiting.kind for waiting in office.reviews()] == ["letter"]


def test_a_fault_about_us_pauses_the_queue_and_says_so(office: Office) -> None:
    office.sink.refuse_sender()
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    done = office.run()
    assert len(done.troubles) == 1
    assert "paused" in office.outcomes()
    assert states(office) == {"queued": 3}
    office.sink.behave()
    office.run()
    assert states(office) == {"sent": 3}


def test_an_address_gets_six_letters_a_day_and_the_rest_tomorrow(office: Office) -> None:
    office.desk = replace(office.desk, limits=Limits(letters_per_address_per_day=2))
    for _ in range(3):
        office.write(ANNA, SEAT)
    office.run()
    assert len(office.letters(ANNAS)) == 2
    office.clock.forward(days=1)
    office.run()
    assert len(office.letters(ANNAS)) == 3


@pytest.mark.parametrize(
    ("limits", "window"),
    [
        pytest.param(Limits(letters_in_burst=2), timedelta(minutes=10), id="in a burst"),
        pytest.param(Limits(letters_per_hour=2), timedelta(hours=1), id="in an hour"),
    ],
)
def test_what_is_over_a_cap_waits_and_nothing_is_dropped(
    office: Office, limits: Limits, window: timedelta
) -> None:
    office.desk = replace(office.desk, limits=limits)
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    office.run()
    assert len(office.letters()) == 2
    assert "paused" in office.outcomes()
    office.clock.now += window
    office.run()
    assert len(office.letters()) == 3
