"""The record: one database, SQLite by default, PostgreSQL where one machine is outgrown.

``Store`` opens transactions; the modules beside it hold the queries, one noun each, and take the
open ``Tx``. Both databases run the same SQL; what differs stands in ``engine`` and in ``Tx``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Insert, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from mailbot.core.verdict.book import Seats
from mailbot.edges.store.engine import begin, make_engine, migrate


class StoreDown(Exception):
    """The database can't be reached or used; the text is one line for people."""


class Tx:
    """One open transaction and its moment; ``locked`` are the events that it holds, ``seats`` what
    ``seating`` has counted of those.

    ``now`` is the database's clock on PostgreSQL, so that several machines agree on what a lease
    is; on SQLite there is only this machine.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.execute = connection.execute
        self.now = now
        self.locked: set[str] = set()
        self.seats: dict[str, Seats] = {}
        self.postgresql = connection.dialect.name == "postgresql"

    def add(self, statement: Insert, values: Mapping[str, Any]) -> int:
        """Insert one row and return its number.

        SQLite tells the number of its last row by itself: RETURNING is a result to fetch, and takes an
        insert a quarter more time.
        """
        key = self.execute(statement, values).inserted_primary_key
        assert key is not None
        number: int = key[0]
        return number

    def take_turn(self) -> None:
        """Let no other worker in here until this transaction ends: for what is replaced as a whole,
        where two that see nothing yet would both insert. On SQLite every transaction is alone."""
        if self.postgresql:
            self.execute(text("SELECT pg_advisory_xact_lock(776175)"))


class Store:
    """Opens transactions on one database. Safe to share between threads.

    ``clock`` replaces every reading of the time (tests move it).
    """

    def __init__(self, engine: Engine, clock: Callable[[], datetime] | None = None) -> None:
        self.engine = engine
        self.clock = clock
        # Two threads of ours need not fight over SQLite's one writer: its busy wait sleeps.
        self._turn = threading.RLock() if engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """All or nothing; raises StoreDown where the database is out of reach."""
        with self._turn, told_apart(), begin(self.engine) as connection:
            yield Tx(connection, self._now(connection))

    def _now(self, connection: Connection) -> datetime:
        if self.clock:
            return self.clock()
        if connection.dialect.name == "postgresql":
            moment: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
            return moment.astimezone(UTC)
        return datetime.now(UTC)

    def close(self) -> None:
        self.engine.dispose()


def open_store(url: str, clock: Callable[[], datetime] | None = None) -> Store:
    """Open the database and bring its schema up to date; raises StoreDown."""
    with told_apart():
        try:
            engine = make_engine(url)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as fault:
            raise StoreDown(f"state: {fault}") from fault
        migrate(engine)
        return Store(engine, clock)


@contextmanager
def told_apart() -> Iterator[None]:
    """The database being gone becomes StoreDown; a mistake of ours stays what it is."""
    try:
        yield
    except DBAPIError as fault:
        if fault.connection_invalidated or fault.__class__.__name__ in ("OperationalError", "InterfaceError"):
            raise StoreDown(f"database: {str(fault.orig).splitlines()[0]}") from fault
        raise
    except SQLAlchemyError as fault:
        if fault.__class__.__name__ == "TimeoutError":
            raise StoreDown("database: no connection became free in time") from fault
        raise
