"""From a request and the record to what is done: the whole policy as tables of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from mailbot.core.base import Address, Attendee, Event, House, Reason, Status
from mailbot.core.understanding.request import Intent, Replacement, Request
from mailbot.core.verdict import decide
from mailbot.core.verdict.book import Book, Place, Registration, Seats
from mailbot.core.verdict.existing import may_be_told, may_speak_for
from mailbot.core.verdict.outcome import (
    Accepted,
    AlreadyRegistered,
    Cancelled,
    Changed,
    Closed,
    Confirmed,
    Declined,
    ForPerson,
    MemberTold,
    NotOurs,
    Over,
    StatusTold,
    Verdict,
    Waitlisted,
)
from mailbot.core.verdict.promotion import Party, promote
from mailbot.core.verdict.same import Same, find_place, name_key, same_person

NOON = datetime(2018, 1, 10, 12, tzinfo=UTC)
EVENT = Event(
    id="meetup-4",
    title="4th Meet Up",
    starts=datetime(2018, 1, 18, 13, 30, tzinfo=UTC),
    ends=datetime(2018, 1, 18, 17, tzinfo=UTC),
    location="Humanity House",
    capacity=10,
    fee=Decimal(25),
    registration_opens=datetime(2017, 12, 1, tzinfo=UTC),
    registration_closes=datetime(2018, 1, 17, 16, tzinfo=UTC),
)
HOUSE = House(
    "Partos", Address("info@partos.example"), frozenset({"info@partos.example"}), (EVENT,), ZoneInfo("UTC")
)
JAN = Attendee("Jan de Vries", "jan@voorbeeld.example", "Stichting Voorbeeld")
FATIMA = Attendee("Fatima El Amrani", None, "Stichting Voorbeeld")
GUEST = Attendee(None)


def asks(intent: Intent = Intent.REGISTER, *people: Attendee, **other: object) -> Request:
    fields: dict[str, object] = {
        "lang": "nl",
        "intent": intent,
        "event": "meetup-4",
        "seats": len(people) or None,
        "attendees": people,
        "about_event": True,
    }
    return Request(**{**fields, **other})  # type: ignore[arg-type]


def book(taken: int = 0, *, waiting: int = 0, own: tuple[Registration, ...] = (), **other: object) -> Book:
    seats = Seats(EVENT.capacity, EVENT.capacity - taken, waiting)
    return Book(EVENT, seats, own, **other)  # type: ignore[arg-type]


def party(
    *people: tuple[Attendee, Status],
    source: str = "email",
    event: str = "meetup-4",
    code: str = "AAAAAA",
    in_thread: bool = False,
) -> Registration:
    places = tuple(Place(i, who, status) for i, (who, status) in enumerate(people, 1))
    return Registration(
        1, code, event, Address("jan@voorbeeld.example"), "nl", source, places, in_thread=in_thread
    )


def decided(
    request: Request, record: Book, *, arrived: datetime = NOON, now: datetime | None = None
) -> Verdict:
    return decide(request, record, HOUSE, arrived=arrived, now=now or arrived)


@pytest.mark.parametrize(
    ("taken", "asked", "outcome"),
    [
        pytest.param(9, 1, Confirmed, id="the last seat is given"),
        pytest.param(10, 1, Waitlisted, id="a full house waits"),
        pytest.param(9, 2, Waitlisted, id="a party is not split"),
        pytest.param(8, 2, Confirmed, id="a party that fits gets all its seats"),
        pytest.param(0, 5, ForPerson, id="five seats in one mail are for a person"),
    ],
)
def test_ten_seats(taken: int, asked: int, outcome: type) -> None:
    people = [Attendee(f"Person {letter}") for letter in "ABCDE"[:asked]]
    assert isinstance(decided(asks(Intent.REGISTER, *people), book(taken)), outcome)


def test_who_waits_is_told_their_place() -> None:
    verdict = decided(asks(Intent.REGISTER, JAN), book(10, waiting=3))
    assert isinstance(verdict, Waitlisted)
    assert verdict.position == 4


def test_a_free_seat_is_never_called_full_because_a_bigger_party_waits() -> None:
    assert isinstance(decided(asks(Intent.REGISTER, JAN), book(9, waiting=2)), Confirmed)


def test_a_party_bigger_than_the_house_goes_to_a_person_instead_of_waiting_for_ever() -> None:
    small = replace(EVENT, capacity=2)
    record = Book(small, Seats(2, 2))
    people = [Attendee(f"Person {letter}") for letter in "ABC"]
    assert isinstance(decided(asks(Intent.REGISTER, *people), record), ForPerson)


@pytest.mark.parametrize(
    ("arrived", "now", "outcome"),
    [
        pytest.param(datetime(2017, 11, 30, tzinfo=UTC), None, Closed, id="before it opens"),
        pytest.param(
            datetime(2018, 1, 17, 15, 59, tzinfo=UTC), None, Confirmed, id="a minute before it closes"
        ),
        pytest.param(datetime(2018, 1, 17, 16, tzinfo=UTC), None, Closed, id="as it closes"),
        pytest.param(
            datetime(2018, 1, 17, 15, 59, tzinfo=UTC),
            datetime(2018, 1, 17, 20, tzinfo=UTC),
            Confirmed,
            id="in time, though we were down until the evening",
        ),
        pytest.param(datetime(2018, 1, 18, 17, tzinfo=UTC), None, Over, id="when it has been"),
        pytest.param(
            datetime(2018, 1, 17, 15, tzinfo=UTC),
            datetime(2018, 1, 19, tzinfo=UTC),
            Over,
            id="in time, but read after the event",
        ),
    ],
)
def test_deadlines_go_by_arrival(arrived: datetime, now: datetime | None, outcome: type) -> None:
    assert isinstance(decided(asks(Intent.REGISTER, JAN), book(), arrived=arrived, now=now), outcome)


def test_a_cancellation_for_an_event_that_has_been_is_told_so() -> None:
    late = EVENT.ends + timedelta(days=1)
    assert isinstance(
        decided(asks(Intent.CANCEL, JAN), book(own=(party((JAN, Status.CONFIRMED)),)), arrived=late), Over
    )


def test_an_early_mail_is_told_when_registration_opens() -> None:
    verdict = decided(asks(Intent.REGISTER, JAN), book(), arrived=datetime(2017, 11, 1, tzinfo=UTC))
    assert isinstance(verdict, Closed)
    assert verdict.opens == EVENT.registration_opens


@pytest.mark.parametrize(
    ("request_", "why"),
    [
        pytest.param(
            asks(Intent.REGISTER, JAN, review=True, reasons=(Reason("doubt", "?"),)), "doubt", id="unsure"
        ),
        pytest.param(asks(Intent.REGISTER, JAN, event=None), "which-event", id="no event"),
        pytest.param(asks(Intent.REGISTER, JAN, seats=2), "how-many", id="two seats but one person"),
        pytest.param(asks(Intent.REGISTER, seats=None), "how-many", id="nobody to register"),
        pytest.param(asks(Intent.QUESTION), "question", id="a question"),
    ],
)
def test_what_is_unsure_goes_before_a_person_with_its_reason(request_: Request, why: str) -> None:
    record = book() if request_.event else Book(None, Seats(0, 0))
    verdict = decided(request_, record)
    assert isinstance(verdict, ForPerson)
    assert verdict.reason.rule == why


def test_mail_about_something_else_is_not_ours() -> None:
    for intent in (Intent.OTHER, Intent.QUESTION, Intent.DECLINE):
        assert isinstance(decided(asks(intent, about_event=False, event=None), book()), NotOurs)


def test_a_wish_to_come_is_never_left_lying_even_where_its_event_was_not_recognised() -> None:
    request = asks(Intent.REGISTER, JAN, about_event=False, event=None)
    assert isinstance(decided(request, Book(None, Seats(0, 0))), ForPerson)


def test_members_are_told_the_member_page_and_take_no_seat() -> None:
    verdict = decided(asks(Intent.REGISTER, JAN), book(member="Oxfam Novib"))
    assert isinstance(verdict, MemberTold)


def test_who_is_on_the_list_takes_no_second_seat() -> None:
    own = party((JAN, Status.CONFIRMED))
    verdict = decided(asks(Intent.REGISTER, JAN), book(1, own=(own,), namesakes=own.places))
    assert isinstance(verdict, AlreadyRegistered)
    assert verdict.registration == own


def test_only_the_new_one_of_a_party_is_seated() -> None:
    own = party((JAN, Status.CONFIRMED))
    verdict = decided(asks(Intent.REGISTER, JAN, FATIMA), book(1, own=(own,), namesakes=own.places))
    assert isinstance(verdict, Confirmed)
    assert verdict.attendees == (FATIMA,)


def test_a_namesake_with_another_address_and_no_organisation_is_for_a_person() -> None:
    other = Place(7, Attendee("Jan de Vries", "jdv@elders.example"), Status.CONFIRMED)
    assert isinstance(decided(asks(Intent.REGISTER, JAN), book(1, namesakes=(other,))), ForPerson)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param(JAN, JAN, Same.YES, id="the same"),
        pytest.param(JAN, Attendee("JAN DE VRIES"), Same.YES, id="only the name, in capitals"),
        pytest.param(
            JAN, Attendee("Jan de Vries", "j@elders.example", "Elders"), Same.NO, id="another house"
        ),
        pytest.param(
            JAN, Attendee("Jan de Vries", "j@x.example", "Stichting Voorbeeld"), Same.YES, id="second address"
        ),
        pytest.param(
            JAN, Attendee("Jan de Vries", "j@x.example"), Same.PERHAPS, id="another address, no house"
        ),
        pytest.param(
            JAN, Attendee("Fatima El Amrani", "jan@voorbeeld.example"), Same.NO, id="a shared address"
        ),
        pytest.param(
            JAN, Attendee("J. de Vries", "jan@voorbeeld.example"), Same.YES, id="initials, same address"
        ),
        pytest.param(
            Attendee("Aylin Yıldırım"), Attendee("aylin yildirim"), Same.YES, id="typed without dots"
        ),
        pytest.param(GUEST, GUEST, Same.NO, id="two unnamed guests are two people"),
    ],
)
def test_who_is_who(a: Attendee, b: Attendee, same: Same) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_a_first_name_is_enough_within_a_party_unless_two_bear_it() -> None:
    places = [Place(1, JAN, Status.CONFIRMED), Place(2, FATIMA, Status.CONFIRMED)]
    assert find_place(Attendee("Fatima"), places) == places[1]
    assert find_place(Attendee("Jan"), [*places, Place(3, Attendee("Jan Pieters"), Status.CONFIRMED)]) is None


def test_names_are_compared_without_accents_and_marks() -> None:
    assert name_key("Bríd Ní Dhonnchadha") == "brid ni dhonnchadha"
    assert name_key("  O’Neill-ŁUKASZ ") == "o neill lukasz"


def test_one_of_a_party_cancels_and_the_rest_stays() -> None:
    own = party((JAN, Status.CONFIRMED), (FATIMA, Status.CONFIRMED))
    verdict = decided(asks(Intent.CANCEL, Attendee("Fatima")), book(2, own=(own,)))
    assert isinstance(verdict, Cancelled)
    assert [place.attendee for place in verdict.places] == [FATIMA]


@pytest.mark.parametrize(
    ("request_", "own", "rule"),
    [
        pytest.param(asks(Intent.CANCEL, JAN), (), "no-registration", id="nothing to cancel"),
        pytest.param(
            asks(Intent.CANCEL, Attendee("Piet Smit")),
            (party((JAN, Status.CONFIRMED)),),
            "not-in-registration",
            id="somebody who isn't in it",
        ),
        pytest.param(
            asks(Intent.CANCEL, seats=1),
            (party((JAN, Status.CONFIRMED), (FATIMA, Status.CONFIRMED)),),
            "who-cancels",
            id="one of two, but which",
        ),
        pytest.param(
            asks(Intent.CANCEL, JAN),
            (party((JAN, Status.CONFIRMED), source="website"),),
            "website-registration",
            id="registered on the website",
        ),
    ],
)
def test_a_cancellation_that_is_not_clear_cancels_nobody(
    request_: Request, own: tuple[Registration, ...], rule: str
) -> None:
    verdict = decided(request_, book(1, own=own))
    assert isinstance(verdict, ForPerson)
    assert verdict.reason.rule == rule


def test_cancelling_twice_is_told_how_it_stands() -> None:
    assert isinstance(
        decided(asks(Intent.CANCEL, JAN), book(own=(party((JAN, Status.CANCELLED)),))), StatusTold
    )


def test_a_reply_is_about_the_registration_of_its_thread() -> None:
    first = party((JAN, Status.CONFIRMED), code="FIRST2")
    second = replace(party((FATIMA, Status.CONFIRMED), code="SECND2", in_thread=True), id=2)
    verdict = decided(asks(Intent.CANCEL, seats=1), book(2, own=(first, second)))
    assert isinstance(verdict, Cancelled)
    assert verdict.registrations == (second,)


def test_a_replacement_keeps_the_seat() -> None:
    own = party((JAN, Status.CONFIRMED), (FATIMA, Status.CONFIRMED))
    marloes = Attendee("Marloes Vink", "marloes@voorbeeld.example")
    request = asks(Intent.CHANGE, marloes, replacements=(Replacement(Attendee("Fatima"), marloes),))
    verdict = decided(request, book(2, own=(own,)))
    assert isinstance(verdict, Changed)
    assert verdict.changes == ((own.places[1], marloes),)


def test_a_correction_keeps_what_it_does_not_mention() -> None:
    own = party((Attendee("Jan de Fries", "jan@voorbeeld.example", "Stichting Voorbeeld"), Status.CONFIRMED))
    request = asks(Intent.CHANGE, replacements=(Replacement(None, Attendee("Jan de Vries")),))
    verdict = decided(request, book(1, own=(own,)))
    assert isinstance(verdict, Changed)
    assert verdict.changes[0][1] == JAN


ANNA = Attendee("Anna Smit", "anna@elders.example")


@pytest.mark.parametrize(
    ("replacement", "now"),
    [
        pytest.param(Replacement(None, ANNA), ANNA, id="nobody is named as leaving: the only one registered"),
        pytest.param(Replacement(Attendee("Jan de Fries"), ANNA), ANNA, id="a name with a mistake in it"),
        pytest.param(
            Replacement(Attendee("Jan Bos", JAN.email), Attendee("Jan Bos", JAN.email)),
            replace(JAN, name="Jan Bos"),
            id="a new surname, from the same address",
        ),
        pytest.param(
            Replacement(Attendee("J. de Vries"), Attendee("J. de Vries", "jan@elders.example")),
            replace(JAN, email="jan@elders.example"),
            id="initials take no first name away",
        ),
    ],
)
def test_who_is_registered_alone_is_changed(replacement: Replacement, now: Attendee) -> None:
    own = party((JAN, Status.CONFIRMED))
    verdict = decided(asks(Intent.CHANGE, replacements=(replacement,)), book(1, own=(own,)))
    assert isinstance(verdict, Changed)
    assert verdict.changes == ((own.places[0], now),)


@pytest.mark.parametrize(
    ("replacement", "rule"),
    [
        pytest.param(Replacement(Attendee("Piet Bos"), ANNA), "who-changes", id="somebody else leaves"),
        pytest.param(
            Replacement(Attendee("Petra de Vries"), ANNA), "who-changes", id="a sister is no typing error"
        ),
        pytest.param(Replacement(ANNA, ANNA), "who-changes", id="it puts somebody right who is not there"),
        pytest.param(
            Replacement(Attendee("Kasia Wit", JAN.email), Attendee("Kasia Wit", JAN.email)),
            "who-changes",
            id="an office does not take the place of whom it registered",
        ),
        pytest.param(Replacement(Attendee(), ANNA), "who-changes", id="there is no guest without a name"),
        pytest.param(Replacement(JAN, JAN), "nothing-changes", id="a diet is not on the list"),
    ],
)
def test_a_change_that_does_not_fit_the_record_is_for_a_person(replacement: Replacement, rule: str) -> None:
    own = party((JAN, Status.CONFIRMED))
    verdict = decided(asks(Intent.CHANGE, replacements=(replacement,)), book(1, own=(own,)))
    assert isinstance(verdict, ForPerson)
    assert verdict.reason.rule == rule


def test_of_several_nobody_is_put_out_unnamed() -> None:
    own = party((JAN, Status.CONFIRMED), (FATIMA, Status.CONFIRMED))
    verdict = decided(asks(Intent.CHANGE, replacements=(Replacement(None, ANNA),)), book(2, own=(own,)))
    assert isinstance(verdict, ForPerson)
    assert verdict.reason.rule == "who-leaves"


def test_the_guest_gets_the_name_and_the_writer_stays() -> None:
    own = party((JAN, Status.CONFIRMED), (GUEST, Status.CONFIRMED))
    request = asks(Intent.CHANGE, replacements=(Replacement(Attendee(), ANNA),))
    verdict = decided(request, book(2, own=(own,)))
    assert isinstance(verdict, Changed)
    assert verdict.changes == ((own.places[1], ANNA),)


def test_a_place_is_not_given_to_somebody_who_has_one() -> None:
    own = party((JAN, Status.CONFIRMED))
    request = asks(Intent.CHANGE, replacements=(Replacement(JAN, FATIMA),))
    record = book(2, own=(own,), namesakes=(Place(9, FATIMA, Status.CONFIRMED),))
    assert isinstance(decided(request, record), ForPerson)


def test_yes_to_an_offer_takes_it_and_yes_to_nothing_is_for_a_person() -> None:
    own = party((JAN, Status.OFFERED), in_thread=True)
    assert isinstance(decided(asks(Intent.ACCEPT, JAN), book(10, own=(own,))), Accepted)
    assert isinstance(decided(asks(Intent.ACCEPT, JAN), book(9)), ForPerson)


def test_yes_to_part_of_an_offer_is_for_a_person() -> None:
    own = party((JAN, Status.OFFERED), (FATIMA, Status.OFFERED))
    assert isinstance(decided(asks(Intent.ACCEPT, JAN), book(10, own=(own,))), ForPerson)


@pytest.mark.parametrize(("taken", "outcome"), [(9, Confirmed), (10, Waitlisted)])
def test_a_yes_that_comes_too_late_is_served_like_anybody_who_writes_now(taken: int, outcome: type) -> None:
    own = party((JAN, Status.EXPIRED))
    assert isinstance(decided(asks(Intent.ACCEPT, JAN), book(taken, own=(own,))), outcome)


def test_no_to_an_offer_frees_it_and_no_to_the_invitation_changes_nothing() -> None:
    own = party((JAN, Status.OFFERED))
    offer = decided(asks(Intent.DECLINE), book(10, own=(own,)))
    assert isinstance(offer, Declined)
    assert offer.places == own.places
    invitation = decided(asks(Intent.DECLINE), book(3))
    assert isinstance(invitation, Declined)
    assert invitation.registration is None


def test_no_from_somebody_with_a_seat_gives_the_seat_up() -> None:
    own = party((JAN, Status.CONFIRMED))
    assert isinstance(decided(asks(Intent.DECLINE), book(1, own=(own,))), Cancelled)


def test_status_is_told_of_every_registration_of_the_sender() -> None:
    own = party((JAN, Status.WAITLISTED))
    assert isinstance(decided(asks(Intent.STATUS), book(10, own=(own,))), StatusTold)
    assert isinstance(decided(asks(Intent.STATUS), book(10)), ForPerson)


@pytest.mark.parametrize(
    ("sender", "in_thread", "may"),
    [
        pytest.param("jan@voorbeeld.example", False, True, id="the contact"),
        pytest.param("Jan@Voorbeeld.example", False, True, id="the contact, typed otherwise"),
        pytest.param("secretariaat@voorbeeld.example", True, True, id="a colleague answering the letter"),
        pytest.param("secretariaat@voorbeeld.example", False, False, id="a colleague out of the blue"),
        pytest.param("iemand@elders.example", True, False, id="a stranger with the code"),
    ],
)
def test_who_may_speak_for_a_registration(sender: str, in_thread: bool, may: bool) -> None:
    own = party((FATIMA, Status.CONFIRMED), in_thread=in_thread)
    assert may_speak_for(Address(sender), own, frozenset()) is may


def test_sharing_a_mail_provider_makes_nobody_a_colleague() -> None:
    own = party((FATIMA, Status.CONFIRMED), in_thread=True)
    assert not may_speak_for(Address("piet@voorbeeld.example"), own, frozenset({"voorbeeld.example"}))


@pytest.mark.parametrize(
    ("waiting", "free", "served"),
    [
        pytest.param([1, 1, 1], 2, [0, 1], id="in order of arrival"),
        pytest.param([2, 1], 1, [1], id="a party too big lets a smaller one pass"),
        pytest.param([2, 1, 1], 3, [0, 1], id="the big party first when it fits"),
        pytest.param([1], 0, [], id="nothing free, nobody served"),
    ],
)
def test_freed_seats(waiting: list[int], free: int, served: list[int]) -> None:
    parties = [Party(i, size) for i, size in enumerate(waiting)]
    assert [party.registration for party in promote(parties, free)] == served


@pytest.mark.parametrize(
    ("asker", "may"),
    [
        pytest.param("jan@voorbeeld.example", True, id="they themselves"),
        pytest.param("secretariaat@voorbeeld.example", True, id="a colleague"),
        pytest.param("assistent@elders.example", True, id="who is written to about them"),
        pytest.param("buurman@elders.example", True, id="a colleague of who registered them"),
        pytest.param("iemand@nergens.example", False, id="a stranger"),
        pytest.param("iemand@post.example", False, id="sharing a mail provider is no relation"),
    ],
)
def test_who_may_learn_that_somebody_is_on_the_list(asker: str, may: bool) -> None:
    place = Place(1, JAN, Status.CONFIRMED)
    at_provider = Place(2, Attendee("Piet Smit", "piet@post.example"), Status.CONFIRMED)
    public = frozenset({"post.example"})
    told = may_be_told(Address(asker), place, "assistent@elders.example", public)
    assert told is may
    assert not may_be_told(Address("iemand@post.example"), at_provider, "", public)


def test_a_stranger_is_not_told_who_is_on_the_list() -> None:
    taken = Place(7, JAN, Status.CONFIRMED)
    record = book(1, namesakes=(taken,), strangers=frozenset({7}))
    for people in ((JAN,), (JAN, FATIMA)):
        verdict = decided(asks(Intent.REGISTER, *people), record)
        assert isinstance(verdict, ForPerson)
        assert verdict.reason.rule == "registered-by-another"


def test_one_person_named_twice_in_a_mail_is_for_a_person() -> None:
    verdict = decided(asks(Intent.REGISTER, JAN, JAN), book())
    assert isinstance(verdict, ForPerson)
    assert verdict.reason.rule == "named-twice"


@pytest.mark.parametrize(
    "intent", [Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT, Intent.DECLINE, Intent.STATUS]
)
def test_a_registration_whose_event_cannot_be_told_is_touched_by_a_person(intent: Intent) -> None:
    record = Book(None, Seats(0, 0), (party((JAN, Status.CONFIRMED)),))
    verdict = decided(asks(intent, JAN, event=None), record)
    assert isinstance(verdict, ForPerson)
    assert verdict.reason.rule == "which-event"


def test_a_no_after_the_event_takes_no_seat_back() -> None:
    record = book(1, own=(party((JAN, Status.CONFIRMED)),))
    assert isinstance(decided(asks(Intent.DECLINE), record, arrived=EVENT.ends), Over)
