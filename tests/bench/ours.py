"""The whole path of mailbot, as ``run --once`` does it.

Imports what it needs when it runs, as the command does: the reading process imports this module too.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def ours(config: Path) -> tuple[int, int, list[str], int]:
    """How many mails were handled and letters sent, what went wrong, and the most kB that the reader held."""
    from mailbot.config import load
    from mailbot.edges.fence import Fence

    settings = load(config)
    with Fence(settings.house) as fence:
        fence.start()
        import structlog

        from mailbot.opening import accounts, open_desk
        from mailbot.worker import run_once

        structlog.configure(logger_factory=structlog.PrintLoggerFactory(Path(os.devnull).open("w")))  # noqa: SIM115
        with open_desk(settings, fence) as desk:
            done = run_once(desk, accounts(settings))
            reader = max((peak(pid) for pid in children()), default=0)
    return done.handled, done.sent, done.troubles, reader


def children() -> list[int]:
    """The processes this one has started and that still live."""
    listed = (Path(task, "children").read_text() for task in Path("/proc/self/task").iterdir())
    return [int(pid) for pids in listed for pid in pids.split()]


def peak(pid: int) -> int:
    """The most memory a process has held, in kilobytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    from report import report

    report(*ours(Path(json.loads(sys.argv[1])["config"])))
