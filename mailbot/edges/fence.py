"""The fence around reading strangers' mail: a child process with limits of time and memory.

Whatever a mail does to its reader (an endless pattern, a memory bomb, a crash in a C library), the
desk goes on with the next one. The child is started once and fed ahead, so that reading runs on
another core than deciding. What reads is imported by the child alone.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import resource
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from mailbot.core.base import Context, House
from mailbot.core.reading import Reading

SECONDS = 5.0  # for one mail; a hundred times what the slowest real one takes
MEMORY = 512 * 1024 * 1024
_START_SECONDS = 60.0
_AHEAD = 128 * 1024  # bytes sent before their answers are taken: keeps the child busy
_MANY_AHEAD = 40  # mails, likewise: a pipe's buffer of 200 kB holds some fifty small messages
_TOGETHER = 25  # answers handed over at once: what can share a commit


@dataclass(frozen=True, slots=True)
class ToRead:
    content: bytes
    arrived: datetime


@dataclass(frozen=True, slots=True)
class Crashed:
    """The reader did not come back with a reading: why, in one line."""

    reason: str


class FenceBroken(Exception):
    """The reader can't be started at all: no mail's fault, so no mail is charged with it."""


class Fence:
    """Reads mails in a child process. One thread uses it at a time; ``close`` ends the child."""

    def __init__(self, house: House, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._house = house
        self._seconds = seconds
        self._memory = memory
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._greeted = False
        self._sent: deque[ToRead] = deque()  # not answered yet
        self._done: deque[Reading | Crashed] = deque()  # answered, not yet asked for

    def __enter__(self) -> Fence:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the child without waiting for it (otherwise it is started when first needed).

        It takes a second or two to load its words: start it before anything else takes time.
        """
        if self._pipe is None:
            # spawn, not fork: the child must not inherit connections and threads
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self._child = context.Process(
                target=_serve, args=(theirs, self._house, self._memory), name="mailbot-reader", daemon=True
            )
            self._child.start()
            theirs.close()
            self._pipe, self._greeted = ours, False

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        """A reading for each mail, in their order: many at a time where many wait.

        ``mails`` is asked for more while the child reads. Those after a crashed one are read by a new
        child.
        """
        feed = iter(mails)
        ahead = next(feed, None)
        try:
            while ahead or self._sent or self._done:
                while ahead and self._has_room(ahead):
                    self._sent.append(ahead)
                    self._send((ahead, None))
                    ahead = next(feed, None)
                if self._sent and len(self._done) < _TOGETHER:
                    self._take()
                    continue
                ready = list(self._done)
                self._done.clear()
                yield ready
        finally:
            if self._sent:  # whoever asked has given up halfway: begin afresh
                self.close()

    def read_again(self, reading: Reading, context: Context) -> Reading | Crashed:
        """Read once more, now knowing what the record holds about the sender."""
        while self._sent:
            self._take()
        self._send((reading, context))
        return self._answer()

    def _has_room(self, mail: ToRead) -> bool:
        # What is under way must fit the pipe's buffer: else both ends could wait for each other.
        under_way = sum(len(sent.content) for sent in self._sent)
        fits = len(self._sent) < _MANY_AHEAD and under_way + len(mail.content) < _AHEAD
        return fits or not self._sent

    def _take(self) -> None:
        self._sent.popleft()
        self._done.append(self._answer())
        if self._pipe is None:  # the child is gone, and with it what it had been sent
            for mail in self._sent:
                self._send((mail, None))

    def _send(self, question: object) -> None:
        # A child that died is noticed when its answer is awaited.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._connected().send(question)

    def _connected(self) -> Connection:
        self.start()
        assert self._pipe is not None
        if not self._greeted:
            try:
                self._greeted = self._pipe.poll(_START_SECONDS) and self._pipe.recv() is None
            except (EOFError, OSError):
                self._greeted = False
            if not self._greeted:
                self.close()
                raise FenceBroken("the reading process can't be started")
        return self._pipe

    def _answer(self) -> Reading | Crashed:
        pipe = self._connected()
        try:
            if not pipe.poll(self._seconds):
                self._end_child()
                return Crashed(f"reading took longer than {self._seconds:g} s")
            answer: Reading | Crashed = pipe.recv()
        except (EOFError, OSError):
            self._end_child()
            return Crashed("the reader died")
        return answer

    def _end_child(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
        self._pipe = self._child = None

    def close(self) -> None:
        self._end_child()
        self._sent.clear()
        self._done.clear()


def _serve(pipe: Connection, house: House, memory: int) -> None:
    from mailbot.core.read import read, understood
    from mailbot.edges.words import load_lexicon

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the desk's to handle
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    lexicon = load_lexicon()
    read(b"\r\n-", house, lexicon)  # makes the tables of the house's language while the desk still opens
    pipe.send(None)  # ready
    while True:
        try:
            question, context = pipe.recv()
        except (EOFError, OSError, MemoryError):
            return
        answer: Reading | Crashed
        try:
            if isinstance(question, ToRead):
                answer = read(question.content, house, lexicon, arrived=question.arrived)
            else:
                answer = understood(question, house, lexicon, context)
        except MemoryError:
            return  # what fills it may be left from other mails: the next child begins with none of it
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is this mail's and no other's
            answer = Crashed(f"{type(fault).__name__}: {fault}"[:300])
        pipe.send(answer)
