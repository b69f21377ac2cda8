"""A mailbox and a post office on this machine: pymap and aiosmtpd on free loopback ports, in one thread."""

from __future__ import annotations

import asyncio
import re
import threading
from argparse import Namespace
from collections.abc import Coroutine
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from aiosmtpd.smtp import SMTP, Envelope, Session
from proxyprotocol.noop import ProxyProtocolNoop
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, DictBackend
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pysasl.hashing import BuiltinHash

HOST = "127.0.0.1"
PASSWORD = "sandbox"  # noqa: S105 - of a mailbox in this process's memory
_LARGEST = 20 * 1024 * 1024

T = TypeVar("T")


class _ImapConfig(Config):
    @property
    def greeting(self) -> bytes:
        return b"mailbot's sandbox"  # pymap's own asks the DNS for this machine's name


class Servers:
    """Both servers, from ``with`` to its end. The mailbox lives in memory, letters become files.

    ``imap_port`` and ``smtp_port`` are known inside the ``with``. OSError where no port can be had.
    """

    imap_port: int
    smtp_port: int

    def __init__(self, username: str, letters: Path) -> None:
        self.username = username
        self._letters = letters
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="sandbox", daemon=True)
        self._backend: DictBackend | None = None
        self._servers: list[asyncio.AbstractServer] = []

    def __enter__(self) -> Self:
        self._thread.start()
        self._wait(self._start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wait(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def deliver(self, content: bytes, arrived: datetime) -> None:
        """Put a mail into the inbox, as its server would have at that moment."""
        self._wait(self._append(content, arrived))

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result()

    async def _start(self) -> None:
        arguments = Namespace(
            host=HOST,
            port=0,
            debug=False,
            cert=None,
            key=None,
            tls=False,
            passlib_cfg=None,
            proxy_protocol=None,
        )
        arguments.demo_data, arguments.demo_user, arguments.demo_password = False, self.username, PASSWORD
        # One round: pymap's half a million cost half a second at each login.
        config = _ImapConfig.from_args(arguments, hash_context=BuiltinHash(rounds=1))
        self._backend = await _backend(config)
        config.apply_context()
        receive = ProxyProtocolReader(ProxyProtocolNoop()).get_callback(
            IMAPServer(self._backend.login, config)
        )
        imap = await asyncio.start_server(receive, HOST, 0)
        sink = _Letters(self._letters)
        smtp = await self._loop.create_server(
            lambda: SMTP(
                sink, hostname=HOST, data_size_limit=_LARGEST, enable_SMTPUTF8=True, loop=self._loop
            ),
            HOST,
            0,
        )
        self._servers = [imap, smtp]
        self.imap_port = imap.sockets[0].getsockname()[1]
        self.smtp_port = smtp.sockets[0].getsockname()[1]

    async def _append(self, content: bytes, arrived: datetime) -> None:
        assert self._backend is not None
        async with self._backend.login.demo_user_identity.new_session() as session:
            inbox = await session.mailbox_set.get_mailbox("INBOX")
            await inbox.append(AppendMessage(content, arrived, frozenset()))

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _backend(config: _ImapConfig) -> DictBackend:
    from pymap.backend.dict import Login

    login = Login(config)
    await DictBackend._add_demo_user(config, login)  # what its ``init`` does, with a configuration of ours
    return DictBackend(login, config)


class _Letters:
    """Keeps each letter as ``letters/007-jan@voorbeeld.example.eml``, numbered in order of sending."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self._number += 1
        recipient = envelope.rcpt_tos[0] if envelope.rcpt_tos else "nobody"
        name = re.sub(r"[^A-Za-z0-9@._+-]", "_", recipient)[:100]
        content = envelope.content or b""
        raw = content.encode() if isinstance(content, str) else content
        (self._folder / f"{self._number:03d}-{name}.eml").write_bytes(raw)
        return "250 kept"
