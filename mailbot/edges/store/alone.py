"""Whether this worker is the only one on its database."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO

from mailbot.edges.store import Store


class Alone:
    """Held from start to end of a worker on SQLite; true while no other worker lives.

    The system lets go of the lock when a process dies, however it dies. So whoever gets it knows
    that every lease in the record was left behind by the dead. On PostgreSQL workers may live on
    other machines: there only time tells, and this is never true.
    """

    def __init__(self, store: Store) -> None:
        self._file: IO[str] | None = None
        database = store.engine.url.database
        if store.engine.dialect.name != "sqlite" or not database or database == ":memory:":
            return
        file = Path(f"{database}.lock").open("a")  # noqa: SIM115 - open as long as the lock is held
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._file = file
        except BlockingIOError:
            file.close()

    def __bool__(self) -> bool:
        return self._file is not None

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None
