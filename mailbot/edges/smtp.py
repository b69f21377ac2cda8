"""Letters go out: a few connections kept open, each letter's outcome told as soon as it is known."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from mailbot.edges.account import SmtpAccount
from mailbot.edges.smtp_talk import (
    STOPPED,
    DeskFault,
    Envelope,
    NotUs,
    Outcome,
    Refused,
    Sent,
    SmtpTimeouts,
    Talk,
    TryLater,
    Uncertain,
    Unreachable,
)

__all__ = [
    "DeskFault",
    "Envelope",
    "Outcome",
    "Postman",
    "Refused",
    "Sent",
    "SmtpTimeouts",
    "TryLater",
    "Uncertain",
    "Unreachable",
]


@dataclass
class _Bag:
    """The letters of one delivery: still to do, and done. ``trouble`` ends it for all that is left."""

    todo: deque[Envelope]
    done: asyncio.Queue[tuple[Envelope, Outcome] | None] = field(default_factory=asyncio.Queue)
    trouble: Unreachable | DeskFault | None = None
    doubtful: list[tuple[Envelope, NotUs]] = field(default_factory=list)
    accepted: bool = False  # by now the server has taken a letter of ours


class Postman:
    """Delivers letters over up to ``account.connections`` connections, opened when first needed.

    ``async with`` closes them. Use it in one event loop. It never retries after content may have
    left, and raises nothing for what servers do: everything is an outcome.
    """

    def __init__(self, account: SmtpAccount, *, timeouts: SmtpTimeouts | None = None) -> None:
        self._talks = [Talk(account, timeouts or SmtpTimeouts()) for _ in range(account.connections)]
        self._tasks: set[asyncio.Task[None]] = set()
        self._halted = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def connect(self) -> Unreachable | DeskFault | None:
        """Open one connection and log in; what stands in the way, or None."""
        return await self._talks[0].open()

    def halt(self) -> None:
        """Begin no further letter: those not begun are Unreachable, those under way go on to their end."""
        self._halted = True

    def hang_up(self) -> None:
        """Halt, and wait for the server no longer: a letter under way is Uncertain once its content may
        have left, and otherwise to be tried again."""
        self._halted = True
        for talk in self._talks:
            talk.hang_up()

    async def close(self) -> None:
        """Say goodbye. A delivery under way ends; letters in the middle of it have no outcome."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(talk.close() for talk in self._talks))

    async def deliver(self, envelopes: Iterable[Envelope]) -> AsyncIterator[tuple[Envelope, Outcome]]:
        """Each letter with its outcome, in the order in which they become known.

        Unreachable or DeskFault concerns every letter left: those are not tried any more.
        """
        bag = _Bag(deque(envelopes))
        count = min(len(self._talks), len(bag.todo))
        tasks = [asyncio.create_task(self._work(talk, bag)) for talk in self._talks[:count]]
        self._tasks.update(tasks)
        try:
            for _ in tasks:
                while (told := await bag.done.get()) is not None:
                    yield told
            for envelope, refusal in bag.doubtful:
                if self._halted and not bag.accepted:  # the letters that would have told were not sent
                    yield envelope, Unreachable(STOPPED)
                else:
                    yield envelope, refusal.verdict(others_accepted=bag.accepted)
            left = Unreachable(STOPPED if self._halted else "All connections were lost.")
            for envelope in bag.todo:
                yield envelope, bag.trouble or left
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            self._tasks.difference_update(tasks)

    async def _work(self, talk: Talk, bag: _Bag) -> None:
        """Deliver from the bag over one connection until it is empty or the connection is of no use."""
        try:
            while bag.todo and not self._halted and not isinstance(bag.trouble, DeskFault):
                if trouble := await talk.open():
                    # The others may still get through: a server that limits connections refuses some.
                    if not isinstance(bag.trouble, DeskFault):
                        bag.trouble = trouble
                    return
                if self._halted or not bag.todo:
                    return
                envelope = bag.todo.popleft()
                outcome = await talk.deliver(envelope)
                if isinstance(outcome, NotUs):
                    bag.doubtful.append((envelope, outcome))
                    continue
                bag.accepted = bag.accepted or isinstance(outcome, Sent)
                if isinstance(outcome, DeskFault):
                    bag.trouble = outcome
                bag.done.put_nowait((envelope, outcome))
        finally:
            bag.done.put_nowait(None)
