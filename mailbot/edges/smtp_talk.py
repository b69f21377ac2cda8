"""One conversation with the mail server, step by step, so that each fault has one meaning.

Until the server asks for the content nothing has been sent; once content may have left, only its
reply tells whether the letter was taken. The library's own ``data()`` raises the same for both.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from dataclasses import dataclass
from email.utils import parseaddr
from enum import Enum, auto

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPResponse,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from mailbot.edges import quirks
from mailbot.edges.account import SmtpAccount, tls_context


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter as it travels: ``id`` is the caller's, ``sender`` may be '' (the null sender)."""

    id: int
    sender: str
    recipient: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    reply: str


@dataclass(frozen=True, slots=True)
class TryLater:
    """The server was not willing now; nothing was taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """This letter will never be taken."""

    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Content may have left, and no reply came: it may have been taken or not."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No server, or not now: nothing was sent, of this letter and of all that are left."""

    reason: str


@dataclass(frozen=True, slots=True)
class DeskFault:
    """The server refuses us, not the letter: a person must mend the account before any can go out."""

    reason: str


Outcome = Sent | TryLater | Refused | Uncertain | Unreachable | DeskFault


@dataclass(frozen=True, slots=True)
class NotUs:
    """A recipient was refused in words that are about us, such as "relay access denied".

    Where a server passes on what the recipient's own server says, any stranger could say so, and
    stop every letter. So it counts as our fault only if no other letter gets through.
    """

    code: int
    reason: str

    def verdict(self, *, others_accepted: bool) -> Refused | TryLater | DeskFault:
        if not others_accepted:
            return DeskFault(self.reason)
        return Refused(self.code, self.reason) if self.code >= 500 else TryLater(self.reason)


@dataclass(frozen=True, slots=True)
class SmtpTimeouts:
    """Seconds. After the final dot RFC 5321, section 4.5.3.2.6, asks for ten minutes of patience."""

    connect: float = 15
    command: float = 60
    content: float = 600


STOPPED = "Sending was stopped."
_AGAIN = 0.05  # seconds


class _Step(Enum):
    SENDER = auto()
    RECIPIENT = auto()
    CONTENT = auto()


def _hang_up(client: SMTP) -> None:
    """Let go of the socket now: a plain close waits for a server that may not read any more."""
    transport = client.transport
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()
    client.close()


def _give_up(connecting: asyncio.Future[SMTPResponse]) -> None:
    """Cancel, and again until it ends: asyncio.wait_for of Python 3.11 loses a cancellation that comes in the
    moment in which what it waits for is done, and the greeting would be waited for all the same."""
    if not connecting.done():
        connecting.cancel()
        connecting.get_loop().call_later(_AGAIN, _give_up, connecting)


class Talk:
    """A connection, reopened when it was lost. One letter at a time."""

    def __init__(self, account: SmtpAccount, timeouts: SmtpTimeouts) -> None:
        self.account = account
        self.timeouts = timeouts
        self._where = f"{account.host}:{account.port}"
        self._client: SMTP | None = None
        self._fresh = True  # nothing was sent over this connection yet
        self._connecting: asyncio.Future[SMTPResponse] | None = None
        self._ended = False

    async def open(self) -> Unreachable | DeskFault | None:
        """Connect and log in, unless that is done; what stands in the way, or None."""
        if self._ended:
            return Unreachable(STOPPED)
        if self._client is not None and self._client.is_connected:
            return None
        self._client = None
        try:
            self._client = client = self._new_client()
            try:
                await self._connect(client)
                await self._log_in(client)
            except BaseException:  # STARTTLS refused leaves the library's socket open as well
                self._drop()
                raise
        except (SMTPException, OSError, ValueError) as error:  # ValueError: names no server would take
            return Unreachable(STOPPED) if self._ended else self._trouble(error)
        self._fresh = True
        return None

    def hang_up(self) -> None:
        """Wait for the server no longer: what is under way ends as if the connection had been lost."""
        self._ended = True
        if self._connecting is not None:
            _give_up(self._connecting)
        if self._client is not None:
            _hang_up(self._client)

    async def _connect(self, client: SMTP) -> None:
        """Connect; whoever gives up meanwhile waits for the end of it.

        A connection that is cancelled just as it comes about is lost, open, somewhere in the event loop
        (asyncio.wait_for of Python 3.11).
        """
        connecting = asyncio.ensure_future(client.connect(timeout=self.timeouts.connect))
        self._connecting = connecting
        try:
            await asyncio.shield(connecting)
            if self._ended:  # it came about all the same
                raise SMTPServerDisconnected(STOPPED)
        except asyncio.CancelledError:
            await asyncio.wait([connecting])
            if connecting.cancelled() and self._ended:  # not we were cancelled, but the connection
                raise SMTPServerDisconnected(STOPPED) from None
            if not connecting.cancelled():
                connecting.exception()  # looked at, so that nobody is warned of it
            raise
        finally:
            self._connecting = None

    async def deliver(self, envelope: Envelope) -> Outcome | NotUs:
        """One letter to one recipient, its bytes as they are (line ends made CRLF)."""
        if parseaddr(envelope.recipient)[1] != envelope.recipient or not envelope.recipient:
            # The library would quietly send to the part it understands.
            return Refused(553, f"{envelope.recipient!r} is not an address a letter can be sent to.")
        reused = not self._fresh
        outcome, step = await self._deliver(envelope)
        if reused and step is _Step.SENDER and isinstance(outcome, TryLater) and not self._connected():
            # A connection kept open was closed meanwhile, as servers do after a while or a number of letters.
            if trouble := await self.open():
                return trouble
            outcome, _ = await self._deliver(envelope)
        if self._ended and isinstance(outcome, TryLater):
            return Unreachable(STOPPED)  # nothing of it was sent, and it is not the letter's fault
        return outcome

    async def close(self) -> None:
        if self._client is not None and self._client.is_connected:
            # Trouble with the goodbye is none: every letter has its reply.
            with contextlib.suppress(SMTPException, OSError):
                await self._client.quit(timeout=5)
        self._drop()

    async def _deliver(self, envelope: Envelope) -> tuple[Outcome | NotUs, _Step]:
        client = self._client
        if client is None:
            return Unreachable(f"No connection to {self._where}."), _Step.SENDER
        self._fresh = False
        step = _Step.SENDER
        try:
            recipient, options, encoding = _for_the_wire(envelope, client)
            await client.mail(
                envelope.sender, options=options, encoding=encoding, timeout=self.timeouts.command
            )
            step = _Step.RECIPIENT
            await client.rcpt(recipient, encoding=encoding, timeout=self.timeouts.command)
            reply = await client.execute_command(b"DATA", timeout=self.timeouts.command)
            if reply.code != 354:
                raise SMTPResponseException(reply.code, reply.message)
            step = _Step.CONTENT
            return await self._send_content(client, envelope.content), step
        except SMTPResponseException as refusal:
            outcome = self._meaning(refusal, step)
            await self._reset()
            return outcome, step
        except (SMTPException, OSError) as error:  # cut off or timed out: nobody knows what comes next
            self._drop()
            said = f"{self._where}: {self._said(error)}"
            return (Uncertain(said) if step is _Step.CONTENT else TryLater(said)), step
        except ValueError as error:
            await self._reset()
            return Refused(553, self._said(error)), step
        except asyncio.CancelledError:
            self._drop()
            raise

    async def _send_content(self, client: SMTP, content: bytes) -> Outcome:
        """Everything from the first byte of content to the server's verdict on it."""
        protocol = client.protocol
        if protocol is None:
            raise SMTPServerDisconnected("Connection lost")
        protocol.write(_lines(content) + b".\r\n")
        reply = await protocol.read_response(timeout=self.timeouts.content)
        said = f"{reply.code} {self._hidden(reply.message)}"
        if 200 <= reply.code < 300:
            return Sent(said)
        await self._reset()
        if 400 <= reply.code < 500:
            return TryLater(said)
        return Refused(reply.code, said) if reply.code >= 500 else Uncertain(said)

    def _meaning(self, refusal: SMTPResponseException, step: _Step) -> Outcome | NotUs:
        code, said = refusal.code, f"{refusal.code} {self._hidden(refusal.message)}"
        if step is _Step.CONTENT:
            return Uncertain(said)  # no reply at all, but something that can't be read as one
        if step is _Step.SENDER and code >= 500:
            return DeskFault(f"{self._where} does not accept our sender address: {said}")
        if code >= 400 and quirks.refuses_us(code, refusal.message):
            return NotUs(code, f"{self._where} does not let us send: {said}")
        return Refused(code, said) if code >= 500 else TryLater(said)

    async def _reset(self) -> None:
        """Ready for the next letter, or closed."""
        if self._client is None or not self._client.is_connected:
            self._drop()
            return
        try:
            await self._client.rset(timeout=self.timeouts.command)
        except (SMTPException, OSError):
            self._drop()

    def _connected(self) -> bool:
        return self._client is not None and self._client.is_connected

    def _drop(self) -> None:
        if self._client is not None:
            _hang_up(self._client)
            self._client = None

    def _new_client(self) -> SMTP:
        account = self.account
        return SMTP(
            hostname=account.host,
            port=account.port,
            use_tls=account.security == "tls",
            start_tls=account.security == "starttls",  # False: never; its default would be "if offered"
            tls_context=None if account.security == "none" else tls_context(account.ca_file),
            local_hostname=_own_name(account),
            timeout=self.timeouts.command,
        )

    async def _log_in(self, client: SMTP) -> None:
        account = self.account
        await client.ehlo(timeout=self.timeouts.command)
        if account.username is None:
            return
        username = account.username.encode()
        password = account.password.reveal().encode() if account.password else b""
        # One try: the library's own login() goes on with the next mechanism after a refusal, and a
        # server that hangs up then looks as if it were down.
        if "plain" in client.server_auth_methods:
            await client.auth_plain(username, password)
        elif "login" in client.server_auth_methods:
            await client.auth_login(username, password)
        else:
            await client.login(username, password)

    def _trouble(self, error: Exception) -> Unreachable | DeskFault:
        said = self._said(error)
        untrusted = error if isinstance(error, ssl.SSLCertVerificationError) else error.__cause__
        if isinstance(untrusted, ssl.SSLCertVerificationError):
            return DeskFault(f"The certificate of {self._where} is not trusted: {untrusted.verify_message}.")
        if isinstance(error, SMTPResponseException):
            if error.code < 500:
                return Unreachable(f"{self._where} is not ready: {said}")
            if isinstance(error, SMTPAuthenticationError):
                return DeskFault(f"{self._where} refused the login of {self.account.username}: {said}")
            return DeskFault(f"{self._where} refused us: {said}")
        if isinstance(error, FileNotFoundError | PermissionError):
            return DeskFault(f"The authorities to trust can't be read from {self.account.ca_file}.")
        if isinstance(error, OSError):  # the library's own errors of connection and time are among them
            return Unreachable(f"No connection to {self._where}: {said}")
        return DeskFault(f"{self._where} lacks what is needed: {said}")  # no STARTTLS, no AUTH

    def _said(self, error: Exception) -> str:
        text = str(error) or type(error).__name__
        if isinstance(error, SMTPResponseException):
            text = f"{error.code} {error.message}"
        return self._hidden(text)

    def _hidden(self, text: str) -> str:
        password = self.account.password
        return password.hidden_in(text) if password else " ".join(text.split())[:300]


def _lines(content: bytes) -> bytes:
    """The content with CRLF after every line and a dot in front of one that starts with one (RFC 5321,
    section 4.5.2). The library's and re's ways take five times as long."""
    lines = b"\r\n".join(content.splitlines()) + b"\r\n"
    dotted = lines.replace(b"\n.", b"\n..")
    return b"." + dotted if dotted.startswith(b".") else dotted


def _for_the_wire(envelope: Envelope, client: SMTP) -> tuple[str, list[str], str]:
    """The recipient, the options of MAIL and the encoding of both addresses. ValueError: it can't be sent.

    SMTPUTF8 (RFC 6531) is asked for only when something needs it: many servers have none.
    """
    local, _, domain = envelope.recipient.rpartition("@")
    recipient = envelope.recipient
    if local.isascii() and not domain.isascii():
        recipient = f"{local}@{domain.encode('idna').decode('ascii')}"
    headers = envelope.content.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    options = []
    if not envelope.content.isascii() and client.supports_extension("8BITMIME"):
        options.append("BODY=8BITMIME")
    if recipient.isascii() and envelope.sender.isascii() and headers.isascii():
        return recipient, options, "ascii"
    if not client.supports_extension("SMTPUTF8"):
        raise ValueError(f"The mail server can't send to {recipient}: it has no SMTPUTF8.")
    return recipient, [*options, "SMTPUTF8"], "utf-8"


def _own_name(account: SmtpAccount) -> str:
    """What we call ourselves in EHLO. Never ``getfqdn()``, the library's choice: it waits for the DNS."""
    name = socket.gethostname()
    if "." in name and name.isascii():
        return name
    return account.sender.domain if account.sender.domain.isascii() else "localhost"
