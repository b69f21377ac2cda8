"""What the flows work with: the house, its record, its reader and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from mailbot.core.base import House, Limits
from mailbot.core.writing.templates import Templates
from mailbot.edges.fence import Fence
from mailbot.edges.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk, opened by a door and handed to every flow.

    ``since``: mail that reached the mailbox before this moment is left alone. ``clock`` tells the
    time as people understand it; leases go by the store's own. ``digest_at`` is local time.
    """

    house: House
    limits: Limits
    store: Store
    reader: Fence
    templates: Callable[[], Templates]
    clock: Callable[[], datetime]
    since: datetime | None = None
    digest_at: time = time(7, 30)
