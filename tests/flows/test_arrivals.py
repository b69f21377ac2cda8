"""The order in which mails are taken in: by arrival at the server, then by UID."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from mailbot.arrivals import Arrivals
from mailbot.edges.imap import Described

NOON = datetime(2018, 1, 4, 12, 0, tzinfo=UTC)


def mail(uid: int, *, minutes: float = 0) -> Described:
    return Described(uid, 1000 + uid, NOON + timedelta(minutes=minutes))


def test_who_came_first_is_first_whatever_the_number_and_the_number_parts_those_of_one_moment() -> None:
    listed = [mail(3, minutes=5), mail(4), mail(7), mail(9, minutes=-60 * 24 * 365 * 60), mail(12, minutes=5)]
    assert [one.uid for one in Arrivals(listed)] == [9, 4, 7, 3, 12]


def test_what_was_listed_comes_back_as_it_was() -> None:
    listed = [mail(1), mail(2, minutes=0.000_000_1), mail(4_294_967_295, minutes=1)]
    assert list(Arrivals(listed)) == listed
    summer = timezone(timedelta(hours=2))
    (one,) = Arrivals([Described(5, 6, NOON.astimezone(summer))])
    assert one.arrived == NOON
    assert not Arrivals([])


def test_those_from_a_place_on() -> None:
    arrivals = Arrivals([mail(1, minutes=2), mail(2, minutes=1), mail(3)])
    assert len(arrivals) == 3
    assert [one.uid for one in arrivals.since(1)] == [2, 1]
    assert not list(arrivals.since(3))
