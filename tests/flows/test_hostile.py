"""One bad mail delays no other."""

from __future__ import annotations

import multiprocessing
import os
import select
from collections.abc import Iterator
from pathlib import Path

import pytest
from flows.office import HOUSE, NOON, Office, written
from flows.test_main_path import person, seat_for

from mailbot.core.reading import Reading
from mailbot.edges.fence import Crashed, Fence, ToRead
from tests.sentences.whole import dressed

HOSTILE = sorted((Path(__file__).parent.parent / "mails" / "hostile").glob("*.eml"))


def test_forty_broken_mails_among_twenty_good_ones_all_twenty_are_answered(office: Office) -> None:
    assert len(HOSTILE) >= 40
    good = [person(i) for i in range(20)]
    mails = [content for path in HOSTILE if (content := path.read_bytes())][
        :40
    ]  # no server keeps an empty one
    for i, (name, _, sender) in enumerate(good):
        mails.insert(3 * i, written(sender, seat_for(name)))
    office.put(*mails)
    done = office.run()
    assert {at for _, at, _ in good} <= {letter.recipient for letter in office.sink.letters}
    assert office.seats().confirmed >= 20
    assert done.handled == 60
    assert len({row.message for row in office.log() if row.message}) > 20


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"From: a@b.example\r\n\r\n" + b"x" * 200_000])
def test_the_fence_reads_whatever_bytes_come(reader: Fence, content: bytes) -> None:
    ((answer,),) = reader.read_all([ToRead(content, NOON)])
    assert not isinstance(answer, Crashed)


def test_a_mail_that_fills_the_readers_memory_costs_nobody_else_anything() -> None:
    small = ToRead(written("x@elders.example", seat_for("Anna Bakker")), NOON)
    bomb = ToRead(b"From: a@b.example\r\n\r\n" + b"x" * 150_000_000, NOON)
    with Fence(HOUSE, seconds=60, memory=300_000_000) as fence:
        one, two, three = (answer for some in fence.read_all([small, bomb, small]) for answer in some)
    assert two == Crashed("the reader died")
    assert isinstance(one, Reading)
    assert isinstance(three, Reading)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Groet,\nJan Bakker" + " " * 20_000 + "x\n", id="blanks"),
        pytest.param("Jan Bakker" + "." * 30_000 + "x", id="dots"),
        pytest.param("Tineke komt graag, " * 3000, id="names"),
        pytest.param("Was\tWordt\n" * 4000, id="headings of tables"),
    ],
)
def test_no_text_however_long_holds_up_its_reader(reader: Fence, words: str) -> None:
    """Each took 25 seconds or more; the fence ends a mail after five."""
    mail = written("x@elders.example", f"Graag een plaats op 18 januari.\n\n{words}")
    ((answer,),) = reader.read_all([ToRead(mail, NOON)])
    assert not isinstance(answer, Crashed)


def test_giving_up_a_thousand_times_below_a_confirmation_holds_up_no_reader(reader: Fence) -> None:
    """It took 9 seconds: for each of them it was looked for anew who is named anywhere."""
    mail = dressed("Pass it on to the next " * 2700, "confirmation", "cancel", "en")
    ((answer,),) = reader.read_all([ToRead(mail, NOON)])
    assert not isinstance(answer, Crashed)


def numbered(count: int) -> list[ToRead]:
    return [
        ToRead(written("x@elders.example", seat_for("Anna Bakker"), message_id=f"<{i}@elders.example>"), NOON)
        for i in range(count)
    ]


def test_where_many_wait_two_readers_share_them_and_the_answers_keep_their_order() -> None:
    with Fence(HOUSE) as fence:
        before = set(multiprocessing.active_children())
        answers = [answer for some in fence.read_all(numbered(150)) for answer in some]
        (child,) = set(multiprocessing.active_children()) - before
        twins = Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text().split()
    assert [answer.mail.message_id for answer in answers if isinstance(answer, Reading)] == [
        f"{i}@elders.example" for i in range(150)
    ]
    assert len(twins) == ((os.cpu_count() or 1) > 1)


def test_what_was_under_way_when_a_reader_died_is_read_by_new_ones() -> None:
    mails: list[ToRead] = numbered(150)
    bomb = ToRead(b"From: a@b.example\r\n\r\n" + b"x" * 150_000_000, NOON)
    mails[100:100] = [bomb, bomb]  # one for each reader
    with Fence(HOUSE, seconds=60, memory=300_000_000) as fence:
        answers = [answer for some in fence.read_all(mails) for answer in some]
    assert answers[100:102] == [Crashed("the reader died")] * 2
    assert [answer.mail.message_id for answer in answers if isinstance(answer, Reading)] == [
        f"{i}@elders.example" for i in range(150)
    ]


@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="one core has one reader")
def test_a_second_reader_is_ended_with_the_first() -> None:
    with Fence(HOUSE) as fence:
        before = set(multiprocessing.active_children())
        for _ in fence.read_all(numbered(150)):
            pass
        (child,) = set(multiprocessing.active_children()) - before
        twin = int(Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text())
        held_open = os.dup(fence._readers[1].pipe.fileno())  # it is not told that nobody listens any more
        ended = os.pidfd_open(twin)
    assert select.select([ended], [], [], 30)[0]
    os.close(ended)
    os.close(held_open)


def test_readers_started_before_their_house_is_known_are_told_it_also_where_the_first_died() -> None:
    bomb = ToRead(b"From: a@b.example\r\n\r\n" + b"x" * 150_000_000, NOON)
    with Fence(seconds=60, memory=300_000_000) as fence:
        fence.start()
        fence.reads_for(HOUSE)
        answers = [answer for some in fence.read_all([*numbered(1), bomb, *numbered(1)]) for answer in some]
    assert [type(answer) for answer in answers] == [Reading, Crashed, Reading]


def test_a_mail_that_takes_too_long_costs_nobody_else_anything() -> None:
    """The child is given no time at all: each mail is told to have crashed it, none blocks the rest."""
    fence = Fence(HOUSE, seconds=0)
    answers = [answer for some in fence.read_all([ToRead(b"x", NOON)] * 3) for answer in some]
    fence.close()
    assert [type(answer) for answer in answers] == [Crashed] * 3


def test_a_mail_that_crashes_its_reader_is_parked_after_three_attempts_and_a_person_sees_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _, sender = person(1)
    office.put(written("x@elders.example", "poison"), written(sender, seat_for(name)))
    plain = Fence.read_all

    def crashing(self: Fence, mails: object) -> Iterator[object]:
        for mail in mails:  # type: ignore[attr-defined]
            ((answer,),) = plain(self, [mail])
            yield [Crashed("the reader died") if b"poison" in mail.content else answer]

    monkeypatch.setattr(Fence, "read_all", crashing)
    office.run()
    assert office.outcomes() == ["confirmed", "parked"]
    assert [waiting.kind for waiting in office.reviews()] == ["unreadable"]
    assert office.postbox.count("Review") == 1
    assert office.postbox.count() == 0
