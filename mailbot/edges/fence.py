"""The fence around reading strangers' mail: a child process with limits of time and memory.

Whatever a mail does to its reader (an endless pattern, a memory bomb, a crash in a C library), the
desk goes on with the next one. The child is started once and fed ahead, so that reading runs on
another core than deciding; where more waits than it keeps up with, it forks a twin, which shares
the memory of what was loaded. What reads is imported by the children alone.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import multiprocessing
import os
import resource
import select
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from importlib.resources import files
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from typing import Any

from mailbot.core.base import Address, Attendee, Context, Evidence, House, Reason
from mailbot.core.mail.message import Mail, Stretch
from mailbot.core.reading import Reading
from mailbot.core.understanding.request import Request

SECONDS = 5.0  # for one mail; a hundred times what the slowest real one takes
MEMORY = 512 * 1024 * 1024
_START_SECONDS = 60.0
_AHEAD = 128 * 1024  # bytes sent before their answers are taken: keeps the child busy
_MANY_AHEAD = 40  # mails, likewise: a pipe's buffer of 200 kB holds some fifty small messages
_FOR_A_TWIN = 10  # mails under way to one reader while more wait: it forks before its pipe is full
_TOGETHER = 50  # answers handed over at once: what can share a commit
_AT_FIRST = 5  # so that deciding begins at once; then ever more


@dataclass(frozen=True, slots=True)
class ToRead:
    content: bytes
    arrived: datetime


@dataclass(frozen=True, slots=True)
class Crashed:
    """The reader did not come back with a reading: why, in one line."""

    reason: str


def _carry(kind: type[Any]) -> None:
    """Pickle values of this kind by their fields, as they are made: what a frozen dataclass with slots
    does itself takes nearly twice as long, and a reading has sixteen of them."""
    values = attrgetter(*(one.name for one in fields(kind)))
    ForkingPickler.register(kind, lambda one: (kind, values(one)))


for _kind in (ToRead, Reading, Mail, Stretch, Address, Request, Attendee, Evidence, Reason):
    _carry(_kind)


class FenceBroken(Exception):
    """The reader can't be started at all: no mail's fault, so no mail is charged with it."""


class _Reader:
    """A reading process as the desk sees it: its pipe, and how much is under way to it."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.mails = 0
        self.size = 0  # bytes
        # Made once: Connection.poll makes one for each answer, and takes ten times as long.
        self._waiting = select.poll()
        self._waiting.register(pipe, select.POLLIN)

    def answers(self, seconds: float) -> bool:
        """Whether an answer, or the end of the reader, comes in so many seconds."""
        return bool(self._waiting.poll(1000 * seconds))

    def has_room(self, mail: ToRead) -> bool:
        # What is under way must fit the pipe's buffer: else both ends could wait for each other.
        return not self.mails or (self.mails < _MANY_AHEAD and self.size + len(mail.content) < _AHEAD)

    def send(self, question: object) -> None:
        # A reader that died is noticed when its answer is awaited.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(question)


class Fence:
    """Reads mails in a child process, and in a twin of it where many wait.

    Started without a house, the child loads its words until ``reads_for`` names one; no mail is read
    before. One thread uses it at a time; ``close`` ends the children.
    """

    def __init__(self, house: House | None = None, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._house = house
        self._seconds = seconds
        self._memory = memory
        self._child: BaseProcess | None = None
        self._first: Connection | None = None
        self._second: Connection | None = None  # for a twin, until it is there
        self._asked = False  # for a twin
        self._readers: list[_Reader] = []  # ready to read
        self._next: deque[ToRead] = deque()  # to be sent
        self._sent: deque[tuple[ToRead, _Reader]] = deque()  # not answered yet
        self._done: deque[Reading | Crashed] = deque()  # answered, not yet asked for

    def __enter__(self) -> Fence:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the child without waiting for it (otherwise it is started when first needed).

        It takes half a second to load its words: start it before anything else takes time.
        """
        if self._child is None:
            # spawn, not fork: the child must not inherit connections and threads
            context = multiprocessing.get_context("spawn")
            self._first, its_first = context.Pipe()
            self._second, its_second = context.Pipe()
            self._asked = False
            self._child = context.Process(
                target=_serve,
                args=(its_first, its_second, self._memory),
                name="mailbot-reader",
                daemon=True,
            )
            self._child.start()
            its_first.close()
            its_second.close()
            self._tell_house()

    def reads_for(self, house: House) -> None:
        """Whose mail it is: told before the first one, and never another's after that."""
        assert self._house in (None, house)
        if self._house is None:
            self._house = house
            self._tell_house()

    def _tell_house(self) -> None:
        if self._first and self._house:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # noticed when it is awaited
                self._first.send(self._house)

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        """A reading for each mail, in their order: many at a time where many wait.

        ``mails`` is asked for more while the children read. What was under way when one crashed is
        read by new ones.
        """
        feed = iter(mails)
        together = _AT_FIRST
        try:
            while True:
                if not self._next:
                    self._next.extend(itertools.islice(feed, 1))
                if self._next and (reader := self._free(self._next[0])):
                    self._hand(self._next.popleft(), reader)
                elif self._sent and len(self._done) < together:
                    self._take()
                elif self._done:
                    ready = list(self._done)
                    self._done.clear()
                    yield ready
                    together = min(2 * together, _TOGETHER)
                else:
                    return
        finally:
            if self._sent or self._next:  # whoever asked has given up halfway: begin afresh
                self.close()

    def read_again(self, reading: Reading, context: Context) -> Reading | Crashed:
        """Read once more, now knowing what the record holds about the sender."""
        while self._sent:
            self._take()
        reader = self._ready()[0]
        reader.send((reading, context))
        return self._answer(reader)

    def _free(self, mail: ToRead) -> _Reader | None:
        reader = min(self._ready(), key=lambda reader: reader.mails)
        room = reader.has_room(mail)
        if (not room or reader.mails >= _FOR_A_TWIN) and not self._asked and (os.cpu_count() or 1) > 1:
            self._asked = True
            reader.send(None)
        return reader if room else None

    def _hand(self, mail: ToRead, reader: _Reader) -> None:
        reader.mails += 1
        reader.size += len(mail.content)
        self._sent.append((mail, reader))
        reader.send((mail, None))

    def _take(self) -> None:
        mail, reader = self._sent.popleft()
        reader.mails -= 1
        reader.size -= len(mail.content)
        self._done.append(self._answer(reader))
        if self._child is None:  # all readers are gone, and with them what they had been sent
            self._next.extendleft(mail for mail, _ in reversed(self._sent))
            self._sent.clear()

    def _ready(self) -> list[_Reader]:
        """The readers that have loaded their words; waits for the first."""
        self.start()
        if self._first and not self._readers:
            if not _greets(self._first, _START_SECONDS):
                self.close()
                raise FenceBroken("the reading process can't be started")
            self._readers.append(_Reader(self._first))
        if self._second and self._asked and self._second.poll():
            if _greets(self._second, 0):  # else the first could not fork: it goes on alone
                self._readers.append(_Reader(self._second))
            self._second = None
        return self._readers

    def _answer(self, reader: _Reader) -> Reading | Crashed:
        try:
            if not reader.answers(self._seconds):
                self._end_children()
                return Crashed(f"reading took longer than {self._seconds:g} s")
            answer: Reading | Crashed = reader.pipe.recv()
        except (EOFError, OSError):
            self._end_children()
            return Crashed("the reader died")
        return answer

    def _end_children(self) -> None:
        for pipe in (self._first, self._second, *(reader.pipe for reader in self._readers)):
            if pipe is not None:
                pipe.close()
        if self._child is not None:
            assert self._child.pid
            with contextlib.suppress(ProcessLookupError):  # it died before it led a group
                os.killpg(self._child.pid, signal.SIGKILL)
            self._child.kill()
            self._child.join()
        self._child = self._first = self._second = None
        self._readers.clear()

    def close(self) -> None:
        self._end_children()
        self._next.clear()
        self._sent.clear()
        self._done.clear()


def _greets(pipe: Connection, seconds: float) -> bool:
    try:
        return pipe.poll(seconds) and pipe.recv() is None
    except (EOFError, OSError):
        return False


def _serve(pipe: Connection, second: Connection, memory: int) -> None:
    gc.disable()  # what is loaded stays: looking through it again and again doubles the time
    from mailbot.core.read import read, understood
    from mailbot.edges.words import load_lexicon

    os.nice(5)
    os.setpgid(0, 0)  # the desk ends a whole group: this process and its twin
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the twin
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the desk's to handle
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    lexicon = load_lexicon()
    try:
        house = pipe.recv()
    except EOFError:  # the desk ended before it knew whose mail this is: a mistake in its configuration
        return
    read(b"\r\n-", house, lexicon)  # makes the tables that every mail needs, while the desk still opens
    pipe.send(None)  # ready
    if not pipe.poll():  # nothing to read yet: the tables that most mails need, too
        read(_sample(house.default_language), house, lexicon)
    gc.freeze()
    gc.enable()
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError, MemoryError):
            return
        if request is None:
            pipe = _forked(pipe, second)
            continue
        question, context = request
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


def _sample(lang: str) -> bytes:
    """An ordinary mail in the language; b"" where there is none."""
    samples = [one for one in files("mailbot.samples").iterdir() if f"-{lang}-" in one.name]
    return min(samples, key=attrgetter("name")).read_bytes() if samples else b""


def _forked(pipe: Connection, second: Connection) -> Connection:
    """Fork a twin that shares what was loaded so far. The pipe to go on with: each its own."""
    gc.freeze()  # collecting writes into what it looks at, and what is written is no longer shared
    try:
        twin = os.fork() == 0
    except OSError:
        twin = False
    mine, other = (second, pipe) if twin else (pipe, second)
    other.close()
    if twin:
        mine.send(None)  # ready
    return mine
