"""A worker that dies at a chosen step, in a process of its own."""

from __future__ import annotations

import functools
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flows.office import HOUSE, WORDS, written

from mailbot.core.base import Context, Limits
from mailbot.core.read import read, understood
from mailbot.core.reading import Reading
from mailbot.desk import Desk
from mailbot.edges.account import ImapAccount, Secret, SmtpAccount
from mailbot.edges.fence import Crashed, ToRead
from mailbot.edges.imap import Mailbox
from mailbot.edges.smtp import Postman
from mailbot.edges.store import Store, Tx, open_store
from mailbot.edges.words import load_lexicon
from mailbot.worker import Accounts, run_once

LEXICON = load_lexicon()
# Read one mail here, where every doomed worker is forked from: the words are made ready once.
read(written("Anna <anna@bakker.example>", "Graag meld ik mij aan voor de Meet Up."), HOUSE, LEXICON)


@dataclass(frozen=True)
class Place:
    """Where the doomed worker works; plain values, so that they reach another process."""

    url: str
    imap: int
    username: str
    password: str
    smtp: int
    now: datetime


class Unfenced:
    """Reads in this process: the walk is about what is committed when, not about the fence."""

    def start(self) -> None:
        """Nothing to start."""

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        for mail in mails:
            yield [read(mail.content, HOUSE, LEXICON, arrived=mail.arrived)]

    def read_again(self, reading: Reading, context: Context) -> Reading | Crashed:
        return understood(reading, HOUSE, LEXICON, context)


class Steps:
    """Counts steps and kills this process at the chosen one."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def work_and_die(place: Place, last: int) -> None:
    """Do one round of the worker, killed at step ``last``; returns normally if there are fewer."""
    step = Steps(last)
    _watch_store(step)
    for name in ("listing", "describe", "move"):
        setattr(Mailbox, name, _between(getattr(Mailbox, name), step))
    _watch_postman(step)
    store = open_store(place.url, lambda: place.now)
    limits = Limits(lease_seconds=60, first_retry_seconds=0)
    desk = Desk(HOUSE, limits, store, Unfenced(), lambda: WORDS, lambda: place.now)  # type: ignore[arg-type]
    imap = ImapAccount("127.0.0.1", place.imap, "none", place.username, Secret(place.password))
    smtp = SmtpAccount("127.0.0.1", place.smtp, "none", None, None, HOUSE.mailbox)
    run_once(desk, Accounts(imap, smtp))


def _between(work: Callable[..., Any], step: Steps) -> Callable[..., Any]:
    @functools.wraps(work)
    def stepped(*given: Any, **named: Any) -> Any:
        step()
        done = work(*given, **named)
        step()
        return done

    return stepped


def _watch_store(step: Steps) -> None:
    plain = Store.transaction

    @contextmanager
    def transaction(self: Store) -> Iterator[Tx]:
        with plain(self) as tx:
            yield tx
            step()  # everything written, nothing committed
        step()

    Store.transaction = transaction  # type: ignore[method-assign]


def _watch_postman(step: Steps) -> None:
    plain = Postman.deliver

    async def deliver(self: Postman, envelopes: Any) -> AsyncIterator[Any]:
        step()
        async for outcome in plain(self, envelopes):
            step()  # accepted by the server, not yet recorded
            yield outcome

    Postman.deliver = deliver  # type: ignore[method-assign]
