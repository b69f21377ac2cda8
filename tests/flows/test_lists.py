"""Members, the website's list and the digest."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from flows.office import Office, text_of, written
from flows.test_main_path import ANNA, SEAT, person, seat_for

from mailbot.core.base import Attendee
from mailbot.edges.store import Store
from mailbot.imports import (
    ListMistakes,
    import_members,
    import_seats,
    read_members,
    read_website_list,
)

ORGANISER = "organiser@partos.example"


def website(*names: str) -> list[Attendee]:
    return [Attendee(name, f"{name.split()[0].lower()}@lid.example", "Lid") for name in names]


def test_website_people_take_seats_from_the_same_pool(office: Office) -> None:
    office.having(capacity=2)
    office.run()
    event = office.desk.house.events[1]
    done = import_seats(office.desk, event, website("Wim Web", "Wendy Web"), actor="Ineke")
    office.write(ANNA, SEAT)
    office.run()
    assert done.added == ["Wim Web", "Wendy Web"]
    seats = office.seats()
    assert (seats.confirmed, seats.website, seats.waitlisted, seats.free) == (2, 2, 1, 0)
    assert [str(letter["To"]) for letter in office.letters()] == ["Anna Bakker <anna@bakker.example>"]


def test_who_is_no_longer_on_the_websites_list_makes_room_for_who_waits(office: Office) -> None:
    office.having(capacity=2)
    office.run()
    event = office.desk.house.events[1]
    import_seats(office.desk, event, website("Wim Web", "Wendy Web"), actor="Ineke")
    office.write(ANNA, SEAT)
    office.run()
    again = import_seats(office.desk, event, website("Wendy Web"), actor="Ineke")
    office.run()
    assert (again.kept, again.withdrawn) == (1, ["Wim Web"])
    assert len(office.letters("anna@bakker.example")) == 2
    assert office.seats().confirmed == 2


def test_the_website_cannot_take_a_seat_that_is_not_there_and_a_person_is_told(office: Office) -> None:
    office.having(capacity=1)
    office.write(ANNA, SEAT)
    office.run()
    done = import_seats(office.desk, office.desk.house.events[1], website("Wim Web"), actor="Ineke")
    assert done.no_seat == ["Wim Web"]
    assert [row.kind for row in office.reviews()] == ["seats"]
    assert office.seats().confirmed == 1


def test_somebody_on_the_list_by_mail_takes_no_second_seat_by_the_website(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.run()
    anna = [Attendee("Anna Bakker", "anna@bakker.example", "Stichting Bakker")]
    done = import_seats(office.desk, office.desk.house.events[1], anna, actor="Ineke")
    assert done.by_mail == ["Anna Bakker"]
    assert office.seats().confirmed == 1


def test_a_member_who_is_on_the_websites_list_is_told_how_it_stands(office: Office, store: Store) -> None:
    import_members(store, [("Stichting Bakker", "bakker.example")])
    office.run()
    anna = [Attendee("Anna Bakker", "anna@bakker.example", "Stichting Bakker")]
    import_seats(office.desk, office.desk.house.events[1], anna, actor="Ineke")
    office.write(ANNA, SEAT)
    office.run()
    assert office.outcomes()[-1] == "already"
    assert "EUR" not in text_of(office.letter("anna@bakker.example"))
    assert office.seats().confirmed == 1


def test_a_member_who_brings_somebody_new_is_sent_to_the_website(office: Office, store: Store) -> None:
    import_members(store, [("Stichting Bakker", "bakker.example")])
    office.run()
    anna = [Attendee("Anna Bakker", "anna@bakker.example", "Stichting Bakker")]
    import_seats(office.desk, office.desk.house.events[1], anna, actor="Ineke")
    office.write(ANNA, "Graag meld ik Anna Bakker en Piet Jansen aan voor de Meet Up van 18 januari.")
    office.run()
    assert office.outcomes()[-1] == "member"
    assert office.seats().confirmed == 1


def test_a_member_is_sent_to_the_website_and_takes_no_seat(office: Office, store: Store) -> None:
    import_members(store, [("Stichting Bakker", "bakker.example")])
    office.write(ANNA, SEAT)
    office.run()
    assert office.outcomes() == ["member"]
    assert "https://www.partos.example/agenda/meet-up-4" in text_of(office.letter("anna@bakker.example"))
    assert office.people() == []


@pytest.mark.parametrize(("listed", "outcome"), [(True, "member"), (False, "review")])
def test_who_says_to_be_a_member_is_believed_where_the_list_says_so_too(
    office: Office, store: Store, listed: bool, outcome: str
) -> None:
    import_members(store, [("Stichting Bakker", "bakker.example")] if listed else [])
    office.write(ANNA, "Wij zijn lid van Partos. Graag meld ik mij aan voor de Meet Up van 18 januari.")
    office.run()
    assert office.outcomes() == [outcome]
    assert office.people() == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param("naam,mail\nA,b@c.example\n", "line 1", id="another header"),
        pytest.param("name,email,organisation\nA,not an address,\n", "line 2", id="no address"),
        pytest.param("name,email,organisation\n,a@b.example,\n", "line 2: the name", id="no name"),
        pytest.param("name,email,organisation\nJos\xe9,a@b.example,\n", "UTF-8", id="latin-1"),
    ],
)
def test_a_wrong_list_changes_nothing_and_says_where(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(ListMistakes, match=complaint):
        read_website_list(path)


def test_lists_as_spreadsheets_write_them_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(
        "\ufeffName; Email ;Organisation;Note\r\n Jan  de Vries ;jan@b.example;;x\r\n\r\n".encode()
    )
    assert read_website_list(path) == [Attendee("Jan de Vries", "jan@b.example", None)]


def test_a_mail_provider_is_nobodys_member_domain(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("organisation,domain\nOxfam,oxfam.example\nSomebody,gmail.com\n")
    with pytest.raises(ListMistakes, match="gmail"):
        read_members(path)


def digests(office: Office) -> list[email.message.Message]:
    return office.letters(ORGANISER)


def test_one_digest_per_organiser_and_day_also_after_downtime(office: Office) -> None:
    office.having(organisers=(ORGANISER,))
    office.desk = replace(office.desk, digest_at=time(7, 30))
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(3))))
    office.run()
    office.run()
    assert len(digests(office)) == 1
    office.clock.forward(days=3)
    office.run()
    office.run()
    assert len(digests(office)) == 2
    first = digests(office)[0]
    assert "3" in first["Subject"]
    assert "40" in first["Subject"]
    assert "Anna Bakker" in text_of(first)


def test_no_digest_before_its_hour_nor_after_the_event(office: Office) -> None:
    office.having(organisers=(ORGANISER,))
    office.clock.forward(hours=-6)
    office.run()
    assert digests(office) == []
    office.clock.forward(days=30)
    office.run()
    assert digests(office) == []
