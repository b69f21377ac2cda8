"""When a letter that could not be sent is tried again, and when a person must look."""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST = timedelta(hours=4)
GIVE_UP = timedelta(days=5)  # RFC 5321 section 4.5.4.1: at least four to five days


def retry_at(attempts: int, first: timedelta, *, queued: datetime, now: datetime) -> datetime | None:
    """The next try after ``attempts`` failed ones, each wait twice the one before; None: give up.

    >>> from datetime import UTC
    >>> noon = datetime(2018, 1, 1, 12, tzinfo=UTC)
    >>> str(retry_at(3, timedelta(minutes=5), queued=noon, now=noon) - noon)
    '0:20:00'
    """
    if now - queued >= GIVE_UP:
        return None
    doublings = min(max(attempts - 1, 0), 20)  # beyond that the longest wait holds anyhow
    wait: timedelta = min(first * 2**doublings, LONGEST)
    return now + wait
