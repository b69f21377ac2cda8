"""What one side tells the parent, on one line."""

from __future__ import annotations

import contextlib
import json
import os
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Process:
    """A process that this one started, or one of its own: ``cpu`` in seconds, memory in kilobytes."""

    cpu: float
    peak: int
    share: int  # of the memory it holds now; what several hold together is divided among them


def started() -> list[Process]:
    """All that descend from this process and still live."""
    return [_process(pid) for pid in _descendants(os.getpid())]


def _descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        children = ""
        with contextlib.suppress(FileNotFoundError):  # a thread that has just ended
            children = (task / "children").read_text()
        for child in map(int, children.split()):
            yield child
            yield from _descendants(child)


def _process(pid: int) -> Process:
    own = Path(f"/proc/{pid}")
    user, system = (own / "stat").read_text().rpartition(")")[2].split()[11:13]
    peak = (own / "status").read_text().partition("VmHWM:")[2].split()[0]
    share = (own / "smaps_rollup").read_text().partition("\nPss:")[2].split()[0]
    return Process((int(user) + int(system)) / os.sysconf("SC_CLK_TCK"), int(peak), int(share))


def report(handled: int, sent: int, troubles: list[str], readers: list[Process]) -> None:
    own = resource.getrusage(resource.RUSAGE_SELF)
    print(  # noqa: T201 - the parent reads it
        json.dumps(
            {
                "handled": handled,
                "sent": sent,
                "troubles": troubles,
                "cpu": own.ru_utime + own.ru_stime + sum(reader.cpu for reader in readers),
                "peak_mb": own.ru_maxrss / 1024,
                "readers": sum(reader.peak > 50_000 for reader in readers),
                "reader_mb": max((reader.peak for reader in readers), default=0) / 1024,
                "together_mb": sum(reader.share for reader in readers) / 1024,
            }
        )
    )
