"""How to reach the two mail servers, and secrets that don't show themselves."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from mailbot.core.base import Address

Security = Literal["tls", "starttls", "none"]


class Secret:
    """A password: neither printing, formatting, logging, comparing nor pickling shows it.

    ``reveal()`` is the only way to the words themselves.
    """

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def reveal(self) -> str:
        return self._words

    def hidden_in(self, text: str) -> str:
        """A server's words in one line, for a log: one that echoes the command echoes the password."""
        if self._words:
            text = text.replace(self._words, "…")
        return " ".join(text.split())[:300]

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self._words)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """The mailbox that is watched. ValueError when its password would travel in the clear."""

    host: str
    port: int
    security: Security
    username: str
    password: Secret
    folder: str = "INBOX"
    processed: str = "Processed"
    review: str = "Review"
    poll_seconds: float = 60
    idle: bool = True
    ca_file: Path | str | None = None

    def __post_init__(self) -> None:
        refuse_in_the_clear(self.security, self.host)


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """The server letters go to. ValueError when they would travel in the clear."""

    host: str
    port: int
    security: Security
    username: str | None
    password: Secret | None
    sender: Address
    ca_file: Path | str | None = None
    connections: int = 4

    def __post_init__(self) -> None:
        refuse_in_the_clear(self.security, self.host)
        if self.connections < 1:
            raise ValueError("connections must be at least 1")


def refuse_in_the_clear(security: Security, host: str) -> None:
    if security == "none" and not is_loopback(host):
        raise ValueError(
            f'security = "none" would send the password and every mail to {host} unencrypted; '
            'use "tls" (or "starttls"). "none" is for servers on this machine only.'
        )


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its name alone; names are not looked up, a DNS can lie."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def tls_context(ca_file: Path | str | None) -> ssl.SSLContext:
    """Certificates and host names are always verified; ``ca_file`` adds an authority of one's own.

    OSError or ssl.SSLError when that file can't be read.
    """
    context = ssl.create_default_context()
    if ca_file is not None:
        context.load_verify_locations(cafile=str(ca_file))
    return context
