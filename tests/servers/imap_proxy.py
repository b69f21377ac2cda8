"""A proxy before a real IMAP server that takes abilities away from it, and fails at given commands."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass

from servers.process import HOST


@dataclass(frozen=True)
class Instead:
    """What happens at a command that matches: an answer in the server's place, silence, or the end.

    ``answer`` is what follows the tag ("NO [SERVERBUG] …"); ``cut_after`` passes on so many bytes
    of the server's own answer and then ends the connection; ``garbled`` is a line that comes instead
    of the answer, before its OK. ``meanwhile`` is what somebody else does before the answer comes.
    """

    command: str
    answer: str | None = None
    cut_after: int | None = None
    garbled: str | None = None
    meanwhile: Callable[[], object] | None = None


class ImapProxy:
    """``without`` are capabilities nobody hears of; ``instead`` may be changed at any time."""

    host = HOST

    def __init__(self, port: int, without: tuple[str, ...] = ()) -> None:
        self.target = port
        self.without = without
        self.instead: list[Instead] = []
        self.commands: list[str] = []
        self.silent = threading.Event()  # set once a command was met with silence
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> ImapProxy:
        self._spawn(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        for link in [self._listener, *self._sockets]:
            _end(link)
        for thread in self._threads:
            thread.join(10)
        for link in [self._listener, *self._sockets]:
            link.close()

    def _spawn(self, work: object, *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection((HOST, self.target))
                self._sockets += [client, server]
                allowed: list[int | None] = [None]
                self._spawn(self._commands, client, server, allowed)
                self._spawn(self._answers, client, server, allowed)

    def _commands(self, client: socket.socket, server: socket.socket, allowed: list[int | None]) -> None:
        with contextlib.suppress(OSError, ValueError), client.makefile("rb") as lines:
            for line in lines:
                tag, _, command = line.decode("utf-8", "replace").strip().partition(" ")
                command = command or tag  # DONE, which ends IDLE, has no tag
                self.commands.append(command)
                rule = next((one for one in self.instead if re.match(one.command, command)), None)
                if rule is None:
                    server.sendall(line)
                elif rule.answer is not None:
                    if rule.meanwhile is not None:
                        rule.meanwhile()
                    client.sendall(f"{tag} {rule.answer}\r\n".encode())
                elif rule.garbled is not None:
                    client.sendall(f"{rule.garbled}\r\n{tag} OK Done\r\n".encode())
                elif rule.cut_after is not None:
                    allowed[0] = rule.cut_after
                    server.sendall(line)
                else:
                    self.silent.set()
        _end(server)

    def _answers(self, client: socket.socket, server: socket.socket, allowed: list[int | None]) -> None:
        with contextlib.suppress(OSError, ValueError), server.makefile("rb") as lines:
            for line in lines:
                left = allowed[0]
                if left is not None:
                    client.sendall(line[:left])
                    allowed[0] = max(0, left - len(line))
                    if left <= len(line):
                        break
                elif b"CAPABILITY" in line:
                    client.sendall(self._poorer(line))
                else:
                    client.sendall(line)
        _end(client)
        _end(server)

    def _poorer(self, line: bytes) -> bytes:
        for name in self.without:
            line = re.sub(rb" %s(?=[\s\]])" % re.escape(name.encode()), b"", line)
        return line


def _end(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
