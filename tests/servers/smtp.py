"""A recording SMTP server in a thread, which misbehaves as it is told to."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from servers.certificate import Certificate
from servers.process import HOST, free_port


class Fault(StrEnum):
    """How a conversation about one recipient breaks off."""

    CUT_AT_RCPT = "the connection ends at RCPT"
    CUT_BEFORE_DATA = "the connection ends before 354"
    CUT_IN_DATA = "the connection ends inside the content"
    CUT_AFTER_DOT = "accepted, but the connection ends before the reply"
    HANG_AT_RCPT = "no reply to RCPT"
    HANG_BEFORE_DATA = "no 354"
    HANG_AFTER_DOT = "accepted, but no reply comes"


@dataclass(frozen=True)
class Received:
    """One accepted letter: its envelope, its bytes, and who had logged in ('' for nobody)."""

    sender: str
    recipient: str
    content: bytes
    login: str = ""
    connection: int = 0
    tls: bool = False
    options: tuple[str, ...] = ()


@dataclass
class Plan:
    """What awaits a recipient; ``times`` counts down, None means always."""

    fault: Fault | None = None
    rcpt: str | None = None
    data: str | None = None
    times: int | None = None
    until: threading.Event | None = None


class SmtpSink:
    """Records what it accepts. Tell it what else to do before the letter comes; it may be asked any time."""

    host = HOST

    def __init__(self, certificate: Certificate) -> None:
        self.certificate = certificate
        self.port = free_port()
        self.tls_port = free_port()
        self.utf8 = True
        self.starttls = True
        self.login: tuple[str, str] | None = None
        self.sender_reply: str | None = None
        self.greeting: str | None = None
        self.letters_per_connection: int | None = None
        self.letters: list[Received] = []
        self.connections = 0
        self._plans: dict[str, Plan] = {}
        self._changed = threading.Condition()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._servers: list[asyncio.Server] = []
        self._open: set[Conversation] = set()
        self._never = asyncio.Event()
        self.hanging = threading.Event()  # somebody waits in vain for a reply

    # What a test says to it

    def answer(
        self, recipient: str, rcpt: str | None = None, *, data: str | None = None, times: int | None = None
    ) -> None:
        """Reply to RCPT or to the end of the content with such a line: "451 4.3.0 Later"."""
        self._plans[recipient] = Plan(rcpt=rcpt, data=data, times=times)

    def fail(self, recipient: str, fault: Fault, times: int | None = None) -> None:
        self._plans[recipient] = Plan(fault=fault, times=times)

    def hold(self, recipient: str, until: threading.Event) -> None:
        """Reply to the end of the content only after this has happened."""
        self._plans[recipient] = Plan(until=until)

    def behave(self) -> None:
        """Forget every plan: from here on all is accepted."""
        self._plans.clear()
        self.sender_reply = None
        self.login = None

    def require_login(self, username: str, password: str) -> None:
        """Refuse MAIL before this login, and every other login."""
        self.login = (username, password)

    def refuse_sender(self, reply: str = "550 5.7.1 You are not allowed to send as this address") -> None:
        self.sender_reply = reply

    def wait_for(self, count: int, timeout: float = 10) -> list[Received]:
        """The letters, once there are so many; fails when they do not come."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.letters) >= count, timeout), self.letters
            return list(self.letters)

    def to(self, recipient: str) -> list[Received]:
        return [letter for letter in list(self.letters) if letter.recipient == recipient]

    def cut_connections(self) -> None:
        """End what is open, as a server restarting between two letters does."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._cut(), self._loop).result(10)

    # Its life

    def start(self) -> None:
        """Listen; after a stop on the same ports."""
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="smtp-sink", daemon=True)
        self._thread.start()
        assert ready.wait(10)

    def stop(self) -> None:
        """Refuse connections and cut those that are open."""
        if self._loop is None or self._thread is None:
            return
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop = self._thread = None

    def _run(self, ready: threading.Event) -> None:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        loop.run_until_complete(self._listen(loop))
        self._loop = loop
        ready.set()
        try:
            loop.run_forever()
        finally:
            for task in asyncio.all_tasks(loop):
                task.cancel()
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()

    async def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        self._never = asyncio.Event()
        plain = await loop.create_server(lambda: Conversation(self, loop), HOST, self.port)
        tls = await loop.create_server(
            lambda: Conversation(self, loop, tls=True), HOST, self.tls_port, ssl=self.certificate.context()
        )
        self._servers = [plain, tls]

    async def _cut(self) -> None:
        for conversation in list(self._open):
            if conversation.transport is not None:
                conversation.transport.abort()
        while self._open:
            await asyncio.sleep(0)

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        await self._cut()

    # What a conversation asks it

    def plan_for(self, recipient: str, takes: Callable[[Plan], bool]) -> Plan:
        """The plan for a recipient if it bears on this step; a step that uses it counts it down."""
        plan = self._plans.get(recipient, Plan())
        if not takes(plan):
            return Plan()
        if plan.times is not None:
            plan.times -= 1
            if plan.times <= 0:
                del self._plans[recipient]
        return plan

    def record(self, letter: Received) -> None:
        with self._changed:
            self.letters.append(letter)
            self._changed.notify_all()

    async def hang(self) -> None:
        self.hanging.set()
        await self._never.wait()


class Conversation(SMTP):
    """One connection, with what the sink has been told to do in it."""

    def __init__(self, sink: SmtpSink, loop: asyncio.AbstractEventLoop, *, tls: bool = False) -> None:
        context = sink.certificate.context() if sink.starttls and not tls else None
        super().__init__(
            Hooks(sink),
            hostname="sink.example",
            enable_SMTPUTF8=sink.utf8,
            tls_context=context,
            auth_require_tls=False,
            authenticator=self.check,
            auth_exclude_mechanism=[] if sink.login else ["PLAIN", "LOGIN"],
            loop=loop,
        )
        self.sink = sink
        self.tls = tls
        self.number = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not self.number:
            self.sink.connections += 1
            self.number = self.sink.connections
        else:
            self.tls = True  # the same conversation again, after STARTTLS
        self.sink._open.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self.sink._open.discard(self)
        super().connection_lost(error)

    def check(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == self.sink.login, handled=False, auth_data=given[0])

    async def push(self, status: Any) -> None:
        if isinstance(status, str) and status.startswith("220 ") and self.sink.greeting:
            status = self.sink.greeting
        await super().push(status)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802, the library finds commands by this name
        assert self.envelope is not None
        recipient = (self.envelope.rcpt_tos or [""])[0]
        plan = self.sink.plan_for(
            recipient,
            lambda plan: plan.fault in {Fault.CUT_BEFORE_DATA, Fault.CUT_IN_DATA, Fault.HANG_BEFORE_DATA},
        )
        match plan.fault:
            case None:
                await super().smtp_DATA(arg)
            case Fault.HANG_BEFORE_DATA:
                await self.sink.hang()
            case Fault.CUT_IN_DATA:
                await self.push("354 Go on")
                await self._reader.readuntil(b"\r\n")
                self.cut()
            case _:
                self.cut()

    def cut(self) -> None:
        assert self.transport is not None
        self.transport.abort()


@dataclass
class Hooks:
    """What the library calls at each command."""

    sink: SmtpSink
    mails: int = 0

    async def handle_MAIL(  # noqa: N802, the library finds hooks by this name
        self, server: Conversation, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.mails += 1
        if self.sink.letters_per_connection and self.mails > self.sink.letters_per_connection:
            server.cut()
        if self.sink.login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if self.sink.sender_reply:
            return self.sink.sender_reply
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 Sender ok"

    async def handle_RCPT(  # noqa: N802
        self, server: Conversation, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        plan = self.sink.plan_for(
            address, lambda plan: bool(plan.rcpt) or plan.fault in {Fault.CUT_AT_RCPT, Fault.HANG_AT_RCPT}
        )
        if plan.fault is Fault.CUT_AT_RCPT:
            server.cut()
        elif plan.fault is Fault.HANG_AT_RCPT:
            await self.sink.hang()
        if plan.rcpt:
            return plan.rcpt
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient ok"

    async def handle_DATA(  # noqa: N802
        self, server: Conversation, session: Session, envelope: Envelope
    ) -> str:
        recipient = envelope.rcpt_tos[0]
        plan = self.sink.plan_for(
            recipient,
            lambda plan: (
                bool(plan.data or plan.until) or plan.fault in {Fault.CUT_AFTER_DOT, Fault.HANG_AFTER_DOT}
            ),
        )
        if plan.data:
            return plan.data
        for one in envelope.rcpt_tos:
            self.sink.record(
                Received(
                    envelope.mail_from or "",
                    one,
                    bytes(envelope.content or b""),
                    session.auth_data or "",
                    server.number,
                    server.tls,
                    tuple(envelope.mail_options),
                )
            )
        if plan.fault is Fault.CUT_AFTER_DOT:
            server.cut()
        elif plan.fault is Fault.HANG_AFTER_DOT:
            await self.sink.hang()
        if plan.until:
            await asyncio.to_thread(plan.until.wait)
        return "250 2.0.0 Ok: queued"


@pytest.fixture
def smtp_sink(certificate: Certificate) -> Iterator[SmtpSink]:
    sink = SmtpSink(certificate)
    sink.start()
    yield sink
    sink.stop()
