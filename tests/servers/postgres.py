"""A private PostgreSQL cluster per test process, an empty database per test."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from servers.process import HOST, Process, as_user, folder, free_port, program

# Debian keeps each version's programs in a folder of its own, outside of PATH.
PLACES = sorted((str(path) for path in Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)


class Postgres:
    """A running cluster; ``stop`` and ``start`` play an outage on the same port."""

    def __init__(self, place: Path) -> None:
        self.port = free_port()
        # The server refuses to run as root.
        user = "postgres" if os.geteuid() == 0 else None
        data = place / "data"
        if user is not None:
            shutil.chown(place, user)
        subprocess.run(
            [
                *as_user(user, "KILL"),
                program("initdb", *PLACES),
                "--pgdata",
                str(data),
                "--username=desk",
                "--auth=trust",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C",
            ],
            check=True,
            capture_output=True,
            cwd=place,
        )
        settings = {"listen_addresses": HOST, "port": self.port, "unix_socket_directories": str(place)}
        # What makes commits survive a power cut only costs time here.
        settings |= {
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": 200,
        }
        with (data / "postgresql.conf").open("a") as file:
            file.writelines(f"{key} = '{value}'\n" for key, value in settings.items())
        self.numbers = itertools.count(1)
        self.process = Process(
            [*as_user(user, "QUIT"), program("postgres", *PLACES), "-D", str(data)],
            place / "log",
            self.answers,
            stop_with=signal.SIGINT,
        )

    def start(self) -> None:
        self.process.start()

    def stop(self) -> None:
        """Cut off every session, as a restart of the server does."""
        self.process.stop()

    def answers(self) -> bool:
        try:
            with self.admin():
                return True
        except psycopg.OperationalError:
            return False

    def admin(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=HOST, port=self.port, user="desk", dbname="postgres", autocommit=True)

    def create(self) -> str:
        """The URL of a new, empty database."""
        name = f"desk{next(self.numbers)}"
        with self.admin() as connection:
            connection.execute(f"CREATE DATABASE {name}")  # a name of our own making
        return f"postgresql+psycopg://desk@{HOST}:{self.port}/{name}"

    def drop(self, url: str) -> None:
        with self.admin() as connection:
            connection.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with folder("postgres") as place:
        server = Postgres(place)
        server.start()
        yield server
        server.stop()


@pytest.fixture
def postgres(postgres_server: Postgres) -> Iterator[Postgres]:
    """The cluster, for tests that stop it; it runs again afterwards."""
    yield postgres_server
    if postgres_server.process.child is None:
        postgres_server.start()


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """``postgresql+psycopg://…`` of an empty database of this test's own."""
    url = postgres.create()
    yield url
    if postgres.process.child is None:
        postgres.start()
    postgres.drop(url)
