"""Opening the database: what makes a commit survive, and bringing the schema up to date."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)

from mailbot.edges.store.schema import metadata

# The bug that corrupts a WAL with two connections: 3.7.0 to 3.51.2, mended in 3.51.3 and in these
# older lines (sqlite.org/wal.html, "WAL-reset bug").
_WAL_RESET_FIXED = {(3, 44): 6, (3, 50): 7, (3, 51): 3}
_MIGRATIONS = Path(__file__).parent / "migrations"


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite may run WAL with several connections."""
    line = version[:2]
    if line > (3, 51):
        return True
    return line in _WAL_RESET_FIXED and version[2] >= _WAL_RESET_FIXED[line]


def make_engine(url: str) -> Engine:
    """An engine whose every commit survives a power cut (promise 5); nothing is connected yet."""
    parsed = make_url(url)
    common: dict[str, Any] = {
        "json_serializer": json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode,
        "pool_pre_ping": parsed.get_backend_name() != "sqlite",
    }
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, isolation_level="READ COMMITTED", **common)
    engine = create_engine(parsed, connect_args={"timeout": 30, "check_same_thread": False}, **common)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the module's own comes too late
    wal = wal_is_safe(sqlite3.sqlite_version_info)
    for pragma in (
        f"journal_mode={'WAL' if wal else 'DELETE'}",
        f"synchronous={'FULL' if wal else 'EXTRA'}",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is erased leaves no trace in free pages (promise 13)
        "busy_timeout=30000",
    ):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def begin(engine: Engine) -> Iterator[Connection]:
    """A transaction; on SQLite it is alone from its first statement on."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            # DEFERRED fails at once with BUSY when two readers want to write: 171 of 200 attempts
            # (measured). Said here: a listener to "begin" makes SQLAlchemy ask at every statement
            # whether anybody listens to that, for an eighth of the statement's time.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


def migrate(engine: Engine) -> None:
    """Bring the schema up to the newest version; several workers may start at once."""
    with begin(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(776174)")
        if inspect(connection).get_table_names():
            if _version(connection) != newest_version():
                upgrade(connection)
        else:
            _create(connection)


def upgrade(connection: Connection) -> None:
    """Run the migrations that the database has not seen."""
    # Imported only to change something: 8 MB, and a fifth of the time in which a desk opens.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _create(connection: Connection) -> None:
    """All tables as they are now, in an empty database, marked as alembic marks what it has migrated."""
    metadata.create_all(connection)
    name = Column("version_num", String(32), nullable=False)
    version = Table(
        "alembic_version", MetaData(), name, PrimaryKeyConstraint(name, name="alembic_version_pkc")
    )
    version.create(connection)
    connection.execute(version.insert().values(version_num=newest_version()))


def newest_version() -> str:
    """The last of the migrations, which are numbered: ``0001_first_tables.py`` leads to "0001"."""
    return max(file.name for file in (_MIGRATIONS / "versions").glob("[0-9]*.py")).partition("_")[0]


def _version(connection: Connection) -> str | None:
    """The version of the schema, where alembic keeps it; None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
