"""One connection to the mail server: opened, logged in, its folders at hand; its errors in our words."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

# IMAPClient has annotations but no py.typed marker.
from imapclient import IMAPClient, SocketTimeout  # type: ignore[import-untyped]  # ships no types
from imapclient.exceptions import (  # type: ignore[import-untyped]  # ships no types
    CapabilityError,
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    LoginError,
)

from mailbot.edges import quirks
from mailbot.edges.account import ImapAccount, tls_context


class MailboxFault(Exception):
    """Something is wrong with the mailbox; ``str()`` is one line for a person, without secrets."""


class MailboxDown(MailboxFault):
    """The network or the server, for now: the same call may succeed later."""


class Renumbered(MailboxDown):
    """The folder's UIDVALIDITY is not the one these UIDs belong to: list it again."""


class LoginRefused(MailboxFault):
    """The server knows who asks and says no: a person must look at the name and password."""


class MailboxBroken(MailboxFault):
    """A person must act: a folder is missing or not writable, the certificate is not trusted."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: for the connection, for each answer, and how long one IDLE lasts (RFC 2177: under 29 min)."""

    connect: float = 15
    read: float = 60
    renew: float = 540


def fault(error: Exception, account: ImapAccount) -> MailboxFault:
    """What a library's error means to us."""
    where = f"{account.host}:{account.port}"
    if isinstance(error, FileNotFoundError | PermissionError):
        return MailboxBroken(
            f"The authorities to trust can't be read from {account.ca_file}: {error.strerror}."
        )
    said = account.password.hidden_in(str(error) or type(error).__name__)
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailboxBroken(f"The certificate of {where} is not trusted: {error.verify_message}.")
    if isinstance(error, IMAPClientReadOnlyError):
        return MailboxBroken(f'The folder "{account.folder}" on {where} may only be read: {said}')
    if isinstance(error, CapabilityError):
        return MailboxBroken(f"{where} lacks what is needed: {said}")
    if isinstance(error, OSError | IMAPClientAbortError):
        return MailboxDown(f"No connection to {where}: {said}")
    if isinstance(error, IMAPClientError) and quirks.refused_for_good(said):
        return MailboxBroken(f"{where} refused: {said}")
    return MailboxDown(f"{where} answered: {said}")


@contextlib.contextmanager
def our_words(account: ImapAccount) -> Iterator[None]:
    """Turn what the library raises into a MailboxFault. ValueError: an answer it could not read."""
    try:
        yield
    except (OSError, IMAPClientError, ValueError) as error:
        raise fault(error, account) from error


class Session:
    """A connection, logged in by ``login``. Not thread-safe but for ``cut``; raises the library's errors,
    for ``our_words``."""

    def __init__(self, account: ImapAccount, timeouts: Timeouts) -> None:
        self.account = account
        self.uidvalidity = 0  # of the folder as it was last opened
        self.uidnext = 0  # what the next mail would have been numbered then; 0 if the server won't say
        self._names: dict[str, str] = {}
        self._prefix, self._delimiter = "", ""
        self.client = _connect(account, timeouts)

    def login(self) -> None:
        _login(self.client, self.account)
        self._prefix, self._delimiter = self._namespace()

    def offers(self, *names: str) -> bool:
        return quirks.offers(self.client.capabilities(), *names)

    def drop(self) -> None:
        """Close the socket without a word; what was under way is lost."""
        # A socket that is already gone can't be shut down; it is what was wanted.
        with contextlib.suppress(OSError, IMAPClientError):
            self.client.shutdown()

    def cut(self) -> None:
        """End the connection from another thread: who waits for an answer on it is told that it is gone."""
        with contextlib.suppress(OSError):
            self.client.socket().shutdown(socket.SHUT_RDWR)

    def logout(self) -> None:
        # Nothing depends on the answer, so a server that is slow to say goodbye is not waited for.
        with contextlib.suppress(OSError, IMAPClientError, ValueError):
            self.client.socket().settimeout(5)
            self.client.logout()
            return
        self.drop()

    def name_of(self, folder: str) -> str:
        """A configured folder's name on this server."""
        if folder not in self._names:
            there = self.client.folder_exists(folder)
            self._names[folder] = (
                folder if there else quirks.folder_name(folder, self._prefix, self._delimiter)
            )
        return self._names[folder]

    def exists(self, name: str) -> bool:
        listed = self.client.list_folders("", name)
        return any(b"\\Noselect" not in flags and b"\\NonExistent" not in flags for flags, _, _ in listed)

    def make(self, name: str) -> None:
        """Create and subscribe to a folder, unless it is there."""
        if self.exists(name):
            return
        try:
            self.client.create_folder(name)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            if not quirks.existed_already(str(error)):
                raise
        try:
            self.client.subscribe_folder(name)
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            pass  # not every server keeps subscriptions; without one the folder is only less visible

    def select(self, folder: str, *, readonly: bool) -> int:
        """Open the folder afresh; how many mails it holds. MailboxBroken if it is missing."""
        name = self.name_of(folder)
        try:
            opened = self.client.select_folder(name, readonly=readonly)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            if self.exists(name):
                raise
            there = ", ".join(sorted(name for _, _, name in self.client.list_folders())[:20])
            text = f'There is no folder "{folder}" on {self.account.host}; it has: {there}.'
            raise MailboxBroken(text) from error
        if b"UIDVALIDITY" not in opened:
            text = f'"{folder}" on {self.account.host} has no UIDVALIDITY: mails can\'t be told apart.'
            raise MailboxBroken(text)
        self.uidvalidity = opened[b"UIDVALIDITY"]
        self.uidnext = opened.get(b"UIDNEXT", 0)
        return int(opened[b"EXISTS"])

    def _namespace(self) -> tuple[str, str]:
        """The prefix of one's own folders, and what parts a name's levels."""
        if self.offers("NAMESPACE"):
            personal = self.client.namespace().personal
            if personal:
                prefix, delimiter = personal[0]
                return prefix, delimiter or ""
        listed = self.client.list_folders("", "INBOX")
        return "", (listed[0][1] or b"").decode("ascii") if listed else ""


def _connect(account: ImapAccount, timeouts: Timeouts) -> IMAPClient:
    context = None if account.security == "none" else tls_context(account.ca_file)
    client = IMAPClient(
        account.host,
        account.port,
        ssl=account.security == "tls",
        ssl_context=context,
        timeout=SocketTimeout(connect=timeouts.connect, read=timeouts.read),
    )
    try:
        if account.security == "starttls":
            client.starttls(context)
        link = client.socket()
        # Without it a command that goes out in two writes waits 40 ms for the other side's ACK.
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except BaseException:  # raised again: whatever it was, no connection is left open
        with contextlib.suppress(OSError, IMAPClientError):
            client.shutdown()
        raise
    client.normalise_times = False  # times with their zone, not the local clock's
    return client


def _login(client: IMAPClient, account: ImapAccount) -> None:
    """LoginRefused when the server says no for good; the library's errors otherwise."""
    where = f"{account.host}:{account.port}"
    username, password = account.username, account.password.reveal()
    try:
        # LOGIN takes ASCII alone (RFC 3501, section 6.2.3); the PLAIN of SASL takes UTF-8 (RFC 4616).
        if (username + password).isascii():
            client.login(username, password)
        elif quirks.offers(client.capabilities(), "AUTH=PLAIN"):
            client.plain_login(username, password)
        else:
            raise LoginRefused(
                f"{where} takes only ASCII in names and passwords: {account.username} has others."
            )
    except LoginError as error:
        # The library wraps a connection that ended in the middle of it as well.
        if isinstance(error.__context__, IMAPClientAbortError):
            raise error.__context__ from None
        said = account.password.hidden_in(str(error))
        if quirks.refused_for_now(said):
            raise MailboxDown(f"{where} lets nobody in for now: {said}") from None
        raise LoginRefused(f"{where} refused {account.username}: {said}") from None
