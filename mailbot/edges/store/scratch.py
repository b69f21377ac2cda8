"""A copy of the record to try things on; the record itself is only read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.pool import StaticPool

from mailbot.edges.store import Store, told_apart
from mailbot.edges.store.engine import begin, make_engine, migrate
from mailbot.edges.store.schema import metadata


def scratch_copy(url: str) -> Store:
    """A store in memory that begins as the record stands; raises StoreDown.

    A record that does not exist yet is not made: the copy then begins empty.
    """
    with told_apart():
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _autocommit)
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            migrate(engine)
            _copy_tables(make_engine(url), engine)
        elif parsed.database and Path(parsed.database).exists():
            raw = engine.raw_connection()
            with sqlite3.connect(f"file:{Path(parsed.database).absolute()}?mode=ro", uri=True) as real:
                real.backup(raw.driver_connection)  # type: ignore[arg-type]  # it is a sqlite3.Connection
            real.close()
            raw.close()
            migrate(engine)
        else:
            migrate(engine)
        return Store(engine)


def _autocommit(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN itself


def _copy_tables(source: Engine, target: Engine) -> None:
    present = set(inspect(source).get_table_names())
    with source.connect() as read, begin(target) as write:
        for table in metadata.sorted_tables:
            if table.name in present:
                rows = [dict(row._mapping) for row in read.execute(select(table))]
                if rows:
                    write.execute(insert(table), rows)
    source.dispose()
