"""What every server under test needs: a free port, a folder, a process that ends with the tests."""

from __future__ import annotations

import contextlib
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HOST = "127.0.0.1"
NOT_INSTALLED = "is not installed"


def program(name: str, *places: str) -> str:
    """The path of a server's program; without it the test is skipped, and under CI it fails."""
    found = shutil.which(name, path=os.pathsep.join([*places, os.environ.get("PATH", ""), "/usr/sbin"]))
    if found:
        return found
    text = f"{name} {NOT_INSTALLED}: nothing was tested against it"
    if os.environ.get("CI") == "true":
        pytest.fail(text)
    pytest.skip(text)


def free_port() -> int:
    """A port nobody listens on now, below those the kernel lends to outgoing connections.

    So nothing takes it while a test has its server stopped.
    """
    # Not the seeded generator: pytest-randomly gives every worker the same seed, so the same ports.
    for port in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    raise RuntimeError("no free port on loopback")


@contextlib.contextmanager
def folder(name: str) -> Iterator[Path]:
    """A temporary folder other users may enter: servers drop root, and pytest's own folders are 0700."""
    path = Path(tempfile.mkdtemp(prefix=f"mailbot-{name}-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def as_user(user: str | None, ends_by: str) -> list[str]:
    """The words before a command that make it run as ``user`` and end when the tests are killed."""
    words = []
    if setpriv := shutil.which("setpriv"):
        words = [setpriv, f"--pdeathsig={ends_by}"]
        if user is not None:
            entry = pwd.getpwnam(user)
            words += [f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]
        words.append("--")
    return words


class Process:
    """A server's process: started until ``ready`` says so, stopped by a signal."""

    def __init__(self, command: list[str], log: Path, ready: Callable[[], bool], stop_with: signal.Signals):
        self.command = command
        self.log = log
        self.ready = ready
        self.stop_with = stop_with
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.child = subprocess.Popen(
                self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        for _ in range(1500):
            if self.child.poll() is not None:
                break
            if self.ready():
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.child.wait(0.01)
        self.stop()
        raise RuntimeError(f"{self.command[0]} did not start: {self.log.read_text(errors='replace')[-2000:]}")

    def stop(self) -> None:
        if self.child is None:
            return
        self.child.send_signal(self.stop_with)
        try:
            self.child.wait(15)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        # Those it left to serve open connections go as well: a server that is down is down.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.child.pid, signal.SIGKILL)
        self.child = None


def listens(port: int) -> bool:
    """Whether something accepts connections on this loopback port."""
    try:
        with socket.create_connection((HOST, port), timeout=1):
            return True
    except OSError:
        return False
