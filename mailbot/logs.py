"""How the worker's log looks: a JSON object per line, or readable lines on a terminal."""

from __future__ import annotations

import logging
import sys

import structlog


def set_up(*, quiet: bool = False) -> None:
    """Log to standard output; ``quiet`` where something else tells what happens.

    Errors that end a command go to standard error, so the two never mix.
    """
    terminal = sys.stdout.isatty()
    look: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            look,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL if quiet else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stdout),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")
    # It warns of every tick that finds the one before still at work: that is how it should be.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    if quiet:
        logging.disable(logging.WARNING)
