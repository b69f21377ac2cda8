"""Waiting for new mail, and a bell that ends the waiting from elsewhere."""

from __future__ import annotations

import contextlib
import select
import socket
import time

from imapclient import IMAPClient  # type: ignore[import-untyped]  # annotated, but without py.typed


class Bell:
    """Rung from any thread, or from a signal handler; it stays rung until somebody has waited for it.

    A pair of sockets, not a lock: a signal handler that takes a lock its own thread holds hangs.
    """

    def __init__(self) -> None:
        self._ear, self._rope = socket.socketpair()
        self._ear.setblocking(False)
        self._rope.setblocking(False)

    def fileno(self) -> int:
        return self._ear.fileno()

    def ring(self) -> None:
        with contextlib.suppress(OSError):  # full: it has been rung often enough; closed: nobody waits
            self._rope.send(b"!")

    def wait(self, seconds: float) -> bool:
        """Whether it was rung within this time; it is silent again afterwards."""
        rung = bool(_readable(seconds, self))
        self.silence()
        return rung

    def silence(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._ear.recv(4096):
                pass

    def close(self) -> None:
        self._ear.close()
        self._rope.close()


def watch(client: IMAPClient, bell: Bell, seconds: float, renew: float) -> bool:
    """IDLE until something arrives (True), the time is over or the bell rings (False).

    IDLE is renewed every ``renew`` seconds. Raises the library's errors; a connection that has died
    is among them: ``idle_check`` alone would return nothing, at once, for ever.
    """
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        client.idle()
        ready = _readable(min(left, renew), client.socket(), bell)
        heard = client.idle_check(timeout=0) if client.socket() in ready else []
        # Ending IDLE asks the server for an answer, so a dead connection raises here. It also brings
        # what was said meanwhile: an EXISTS dropped here would be a mail left lying.
        _, more = client.idle_done()
        if bell in ready:
            bell.silence()
            return False
        if any(_is_new(said) for said in (*heard, *more)):
            return True
    return False


def _is_new(said: tuple[object, ...]) -> bool:
    """``(23, b"EXISTS")``: the folder holds so many mails now. Flags and expunges bring us nothing."""
    return len(said) > 1 and said[1] == b"EXISTS"


def _readable(seconds: float, *sources: socket.socket | Bell) -> list[socket.socket | Bell]:
    """Those of the sources that have something to read, as soon as one has."""
    poll = select.poll()  # select() fails once the process has 1,024 files open
    by_number = {source.fileno(): source for source in sources}
    for number in by_number:
        poll.register(number, select.POLLIN)
    return [by_number[number] for number, _ in poll.poll(max(seconds, 0) * 1000)]
