"""Letters, through the real client, to a server that records them and misbehaves as told."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import socket
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from aiosmtplib import SMTP
from servers.process import free_port
from servers.smtp import Fault, SmtpSink

from mailbot.core.base import Address
from mailbot.edges.account import Secret, SmtpAccount
from mailbot.edges.smtp import (
    DeskFault,
    Envelope,
    Outcome,
    Postman,
    Refused,
    Sent,
    SmtpTimeouts,
    TryLater,
    Uncertain,
    Unreachable,
)

DESK = Address("info@partos.example", "Partos")
LETTER = b"From: info@partos.example\r\nSubject: You have a seat\r\n\r\nSee you there.\r\n"
IMPATIENT = SmtpTimeouts(connect=5, command=0.2, content=0.2)


@pytest.fixture
def account(smtp_sink: SmtpSink) -> SmtpAccount:
    return SmtpAccount(smtp_sink.host, smtp_sink.port, "none", None, None, DESK)


def letter(name: str = "ada", content: bytes = LETTER, number: int = 1) -> Envelope:
    return Envelope(number, DESK.email, f"{name}@voorbeeld.example", content)


def deliver(
    account: SmtpAccount, envelopes: Sequence[Envelope], timeouts: SmtpTimeouts | None = None
) -> dict[str, Outcome]:
    """Outcomes by the recipient's name."""

    async def run() -> dict[str, Outcome]:
        async with Postman(account, timeouts=timeouts) as postman:
            told = [pair async for pair in postman.deliver(envelopes)]
        assert len(told) == len(envelopes), "each letter has exactly one outcome"
        return {envelope.recipient.partition("@")[0]: outcome for envelope, outcome in told}

    return asyncio.run(run())


# What arrives


def test_a_letter_arrives_as_it_is(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    content = LETTER + b".\r\n..two dots\r\nlast line"
    assert deliver(account, [letter(content=content)]) == {"ada": Sent("250 2.0.0 Ok: queued")}
    (received,) = smtp_sink.letters
    assert (received.sender, received.recipient) == (DESK.email, "ada@voorbeeld.example")
    assert received.content == content + b"\r\n"


def test_lone_line_ends_cannot_smuggle_a_second_letter(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smuggled = LETTER + b"x\n.\nMAIL FROM:<eve@evil.example>\r.\r\nRSET\r\n"
    deliver(account, [letter(content=smuggled)])
    (received,) = smtp_sink.letters
    assert received.content == LETTER + b"x\r\n.\r\nMAIL FROM:<eve@evil.example>\r\n.\r\nRSET\r\n"


def test_every_letter_arrives_once_over_a_few_connections(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    names = [f"guest{n}" for n in range(40)]
    outcomes = deliver(account, [letter(name) for name in names])
    assert set(map(type, outcomes.values())) == {Sent}
    assert sorted(one.recipient.partition("@")[0] for one in smtp_sink.letters) == sorted(names)
    assert smtp_sink.connections <= account.connections


def test_connections_are_kept_between_batches(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    async def run() -> None:
        async with Postman(account) as postman:
            for name in ("ada", "bob", "cem"):
                assert [type(o) async for _, o in postman.deliver([letter(name)])] == [Sent]

    async_run(run)
    assert (len(smtp_sink.letters), smtp_sink.connections) == (3, 1)


def async_run(run: Any) -> None:
    asyncio.run(run())


def test_a_kept_connection_that_the_server_closed_is_opened_again(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    async def run() -> None:
        async with Postman(account) as postman:
            assert await postman.connect() is None
            assert [type(o) async for _, o in postman.deliver([letter("ada")])] == [Sent]
            await asyncio.to_thread(smtp_sink.cut_connections)
            assert [type(o) async for _, o in postman.deliver([letter("bob")])] == [Sent]

    async_run(run)
    assert smtp_sink.connections == 2


def test_a_server_that_takes_few_letters_at_a_time_gets_all(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.letters_per_connection = 2
    told = deliver(replace(account, connections=1), [letter(f"guest{n}") for n in range(5)])
    assert set(map(type, told.values())) == {Sent}
    assert (len(smtp_sink.letters), smtp_sink.connections) == (5, 3)


def test_outcomes_are_told_as_soon_as_they_are_known(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.fail("slow@voorbeeld.example", Fault.HANG_AFTER_DOT)

    async def run() -> None:
        async with Postman(account) as postman:
            delivery = postman.deliver([letter("slow"), letter("ada")])
            envelope, outcome = await anext(delivery)
            assert (envelope.recipient, type(outcome)) == ("ada@voorbeeld.example", Sent)

    async_run(run)


# One letter's trouble is its own


@pytest.mark.parametrize(
    ("plan", "outcome"),
    [
        pytest.param({"rcpt": "451 4.3.0 Later"}, TryLater("451 4.3.0 Later"), id="greylisted"),
        pytest.param({"rcpt": "550 5.1.1 Unknown"}, Refused(550, "550 5.1.1 Unknown"), id="unknown person"),
        pytest.param({"data": "452 4.2.2 Full"}, TryLater("452 4.2.2 Full"), id="mailbox full for now"),
        pytest.param({"data": "554 5.7.1 Spam"}, Refused(554, "554 5.7.1 Spam"), id="content refused"),
    ],
)
def test_a_refusal_is_of_one_letter(
    plan: dict[str, str], outcome: Outcome, smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.answer("ada@voorbeeld.example", **plan)
    one_by_one = replace(account, connections=1)
    told = deliver(one_by_one, [letter("ada"), letter("bob"), letter("ada2")])
    assert told.pop("ada") == outcome
    assert set(map(type, told.values())) == {Sent}
    assert smtp_sink.connections == 1


@pytest.mark.parametrize(
    ("fault", "kind", "copies"),
    [
        pytest.param(Fault.CUT_AT_RCPT, TryLater, 0, id="cut at RCPT"),
        pytest.param(Fault.CUT_BEFORE_DATA, TryLater, 0, id="cut before 354"),
        pytest.param(Fault.CUT_IN_DATA, Uncertain, 0, id="cut inside the content"),
        pytest.param(Fault.CUT_AFTER_DOT, Uncertain, 1, id="cut after the final dot"),
        pytest.param(Fault.HANG_AT_RCPT, TryLater, 0, id="silence at RCPT"),
        pytest.param(Fault.HANG_BEFORE_DATA, TryLater, 0, id="silence before 354"),
        pytest.param(Fault.HANG_AFTER_DOT, Uncertain, 1, id="silence after the final dot"),
    ],
)
def test_what_is_known_depends_on_where_it_broke_off(
    fault: Fault, kind: type[Outcome], copies: int, smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.fail("ada@voorbeeld.example", fault)
    one_by_one = replace(account, connections=1)
    told = deliver(one_by_one, [letter("ada"), letter("bob")], IMPATIENT)
    assert type(told["ada"]) is kind
    assert type(told["bob"]) is Sent
    assert len(smtp_sink.to("ada@voorbeeld.example")) == copies


@pytest.mark.parametrize(
    "recipient",
    [
        "ada@voorbeeld.example, bob@voorbeeld.example",
        "ada@voorbeeld.example> SIZE=1",
        "ada",
        "",
        "ada\r\nDATA@voorbeeld.example",
        "<ada@voorbeeld.example>",
    ],
)
def test_what_is_no_address_is_refused_before_it_is_sent(
    recipient: str, smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    async def run() -> None:
        async with Postman(account) as postman:
            told = [o async for _, o in postman.deliver([Envelope(1, DESK.email, recipient, LETTER)])]
            assert [type(outcome) for outcome in told] == [Refused]

    if recipient == "ada":  # a name alone is the server's to judge
        smtp_sink.answer("ada", "550 5.1.1 Unknown")
    async_run(run)
    assert smtp_sink.letters == []


def test_smtputf8_is_asked_for_only_where_it_is_needed(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    told = deliver(
        account, [letter("ada"), letter("zoë"), Envelope(3, DESK.email, "bob@zoë.example", LETTER)]
    )
    assert set(map(type, told.values())) == {Sent}
    by_recipient = {one.recipient: one.options for one in smtp_sink.letters}
    assert by_recipient == {
        "ada@voorbeeld.example": (),
        "zoë@voorbeeld.example": ("SMTPUTF8",),
        "bob@xn--zo-ija.example": (),
    }


def test_an_address_the_server_has_no_words_for_is_refused(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.utf8 = False
    told = deliver(account, [letter("zoë"), letter("ada")])
    assert {name: type(outcome) for name, outcome in told.items()} == {"zoë": Refused, "ada": Sent}


# Trouble that stops every letter


def test_a_server_that_is_down_sends_nothing(account: SmtpAccount) -> None:
    nobody = replace(account, port=free_port())
    told = deliver(nobody, [letter(f"guest{n}") for n in range(6)])
    assert set(map(type, told.values())) == {Unreachable}


def test_a_server_that_is_not_ready_is_asked_again_later(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.greeting = "421 4.3.2 Not now"
    assert deliver(account, [letter()])["ada"] == Unreachable(
        f"{account.host}:{account.port} is not ready: 421 4.3.2 Not now"
    )


def test_a_refused_login_stops_everything_and_hides_the_password(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.require_login("info", "right")
    wrong = replace(account, username="info", password=Secret("wr0ng-w0rds"))
    told = deliver(wrong, [letter(f"guest{n}") for n in range(6)])
    assert set(map(type, told.values())) == {DeskFault}
    assert "info" in str(told["guest0"])
    assert "wr0ng-w0rds" not in str(told)
    right = replace(wrong, password=Secret("right"))
    assert type(deliver(right, [letter()])["ada"]) is Sent
    assert [one.login for one in smtp_sink.letters] == ["info"]


def test_a_missing_login_stops_everything(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.require_login("info", "right")
    assert type(deliver(account, [letter()])["ada"]) is DeskFault


def test_a_refused_sender_stops_everything(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.refuse_sender()
    told = deliver(replace(account, connections=1), [letter("ada"), letter("bob")])
    assert set(map(type, told.values())) == {DeskFault}
    assert "not allowed to send as" in str(told["bob"])


def test_relaying_denied_to_all_is_our_fault(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    for name in ("ada", "bob"):
        smtp_sink.answer(f"{name}@voorbeeld.example", "554 5.7.1 Relay access denied")
    told = deliver(account, [letter("ada"), letter("bob")])
    assert set(map(type, told.values())) == {DeskFault}


def test_one_strangers_server_cannot_stop_the_other_letters(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.answer("eve@voorbeeld.example", "554 5.7.1 Relay access denied")
    told = deliver(replace(account, connections=1), [letter("eve"), letter("ada")])
    assert {name: type(outcome) for name, outcome in told.items()} == {"eve": Refused, "ada": Sent}


def test_a_missing_starttls_is_refused(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.starttls = False
    secure = replace(account, security="starttls", ca_file=smtp_sink.certificate.file)
    assert type(deliver(secure, [letter()])["ada"]) is DeskFault
    assert smtp_sink.letters == []


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_the_certificate_is_checked(security: Any, smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    port = smtp_sink.tls_port if security == "tls" else smtp_sink.port
    secure = replace(account, port=port, security=security, ca_file=smtp_sink.certificate.file)
    assert type(deliver(secure, [letter()])["ada"]) is Sent
    assert [one.tls for one in smtp_sink.letters] == [True]
    told = deliver(replace(secure, ca_file=None), [letter()])["ada"]
    assert isinstance(told, DeskFault)
    assert "not trusted" in told.reason


def test_leaving_in_the_middle_ends_the_delivery(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    smtp_sink.fail("slow@voorbeeld.example", Fault.HANG_AT_RCPT)

    async def run() -> None:
        async with Postman(replace(account, connections=2)) as postman:
            async for _ in postman.deliver([letter("slow"), letter("ada"), letter("slow")]):
                break

    async_run(run)
    assert [one.recipient for one in smtp_sink.letters] == ["ada@voorbeeld.example"]


async def stopped_at(postman: Postman, envelopes: list[Envelope], arrived: Any) -> dict[str, list[Outcome]]:
    """Deliver, and hang up once ``arrived`` (in a thread) returns; outcomes by the recipient's name."""
    outcomes: dict[str, list[Outcome]] = {}

    async def run() -> None:
        async for envelope, outcome in postman.deliver(envelopes):
            outcomes.setdefault(envelope.recipient.partition("@")[0], []).append(outcome)

    delivering = asyncio.create_task(run())
    await asyncio.to_thread(arrived)
    postman.hang_up()
    await delivering
    return outcomes


def test_hung_up_on_what_has_no_answer_is_uncertain_and_the_rest_was_not_begun(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.fail("slow@voorbeeld.example", Fault.HANG_AFTER_DOT)

    async def run() -> dict[str, list[Outcome]]:
        async with Postman(replace(account, connections=1)) as postman:
            return await stopped_at(postman, [letter("slow"), letter("ada")], lambda: smtp_sink.wait_for(1))

    told = asyncio.run(run())
    assert [type(one) for one in told["slow"]] == [Uncertain]
    assert [type(one) for one in told["ada"]] == [Unreachable]
    assert len(smtp_sink.letters) == 1


@pytest.mark.parametrize("fault", [Fault.HANG_AT_RCPT, Fault.HANG_BEFORE_DATA])
def test_hung_up_on_before_its_content_left_a_letter_was_not_sent(
    fault: Fault, smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    smtp_sink.fail("slow@voorbeeld.example", fault)

    async def run() -> dict[str, list[Outcome]]:
        async with Postman(replace(account, connections=1)) as postman:
            return await stopped_at(postman, [letter("slow")], smtp_sink.hanging.wait)

    assert [type(one) for one in asyncio.run(run())["slow"]] == [Unreachable]
    assert smtp_sink.letters == []


def test_hung_up_on_while_it_connects_it_waits_for_no_greeting(account: SmtpAccount) -> None:
    accepted: list[socket.socket] = []
    with socket.create_server((account.host, 0)) as silent:
        slow = replace(account, port=silent.getsockname()[1], connections=1)

        async def run() -> dict[str, list[Outcome]]:
            async with Postman(slow, timeouts=SmtpTimeouts(connect=600)) as postman:
                return await stopped_at(postman, [letter("ada")], lambda: accepted.append(silent.accept()[0]))

        assert [type(one) for one in asyncio.run(run())["ada"]] == [Unreachable]
    for link in accepted:
        link.close()


def test_hung_up_on_it_gives_up_though_the_event_loop_loses_a_cancellation(
    account: SmtpAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    async def connect(_: SMTP, **__: object) -> None:
        begun.set()
        with contextlib.suppress(asyncio.CancelledError):  # as asyncio.wait_for does at a bad moment
            await asyncio.Event().wait()
        await asyncio.Event().wait()

    monkeypatch.setattr(SMTP, "connect", connect)

    async def run() -> dict[str, list[Outcome]]:
        async with Postman(replace(account, connections=1)) as postman:
            return await asyncio.wait_for(stopped_at(postman, [letter("ada")], begun.wait), 30)

    assert [type(one) for one in asyncio.run(run())["ada"]] == [Unreachable]


def test_halted_it_ends_what_is_under_way_and_begins_no_other(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    async def run() -> list[tuple[str, type[Outcome]]]:
        told = []
        async with Postman(replace(account, connections=1)) as postman:
            async for envelope, outcome in postman.deliver([letter("ada"), letter("bob"), letter("cem")]):
                postman.halt()
                told.append((envelope.recipient.partition("@")[0], type(outcome)))
        return told

    kinds = dict(asyncio.run(run()))
    assert kinds["ada"] is Sent
    assert kinds["cem"] is Unreachable


# The account itself


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
def test_no_encryption_is_fine_on_this_machine(host: str) -> None:
    SmtpAccount(host, 25, "none", None, None, DESK)


@pytest.mark.parametrize("host", ["smtp.partos.example", "10.0.0.1", "localhost.evil.example"])
def test_no_encryption_is_refused_elsewhere(host: str) -> None:
    with pytest.raises(ValueError, match='use "tls"'):
        SmtpAccount(host, 25, "none", None, None, DESK)


def test_a_secret_does_not_show() -> None:
    secret = Secret("hunter2")
    assert "hunter2" not in f"{secret} {secret!r} {[secret]}"
    assert secret.reveal() == "hunter2"
    assert secret.hidden_in("BAD: LOGIN info hunter2\r\n") == "BAD: LOGIN info …"
    with pytest.raises(TypeError, match="not written"):
        pickle.dumps(secret)
