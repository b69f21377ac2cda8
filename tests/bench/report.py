"""What one side tells the parent, on one line."""

from __future__ import annotations

import json
import resource


def report(handled: int, sent: int, troubles: list[str], reader: int = 0) -> None:
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(  # noqa: T201 - the parent reads it
        json.dumps(
            {
                "handled": handled,
                "sent": sent,
                "troubles": troubles,
                "cpu": own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime,
                "peak_mb": own.ru_maxrss / 1024,
                "reader_mb": reader / 1024,
            }
        )
    )
