"""The whole path of mailbot, as ``run --once`` does it.

Imports what it needs when it runs, as the command does: the reading process imports this module too.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

from report import Process, report, started


def ours(config: Path) -> tuple[int, int, list[str], list[Process]]:
    """How many mails were handled and letters sent, what went wrong, and the readers at the end."""
    gc.disable()  # as the command does
    from mailbot.edges.fence import Fence

    with Fence() as fence:
        fence.start()
        from mailbot.config import load

        settings = load(config)
        fence.reads_for(settings.house)
        import structlog

        from mailbot.opening import accounts, open_desk
        from mailbot.worker import run_once

        structlog.configure(logger_factory=structlog.PrintLoggerFactory(Path(os.devnull).open("w")))  # noqa: SIM115
        with open_desk(settings, fence) as desk:
            gc.freeze()
            gc.enable()
            done = run_once(desk, accounts(settings))
            readers = started()
    return done.handled, done.sent, done.troubles, readers


if __name__ == "__main__":
    report(*ours(Path(json.loads(sys.argv[1])["config"])))
