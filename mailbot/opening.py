"""Opens the desk that a configuration describes; every door comes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from mailbot.config import Settings
from mailbot.desk import Desk
from mailbot.edges.fence import Fence
from mailbot.edges.store import Store, open_store
from mailbot.edges.store.record import sync_events
from mailbot.edges.templates import load as load_templates
from mailbot.worker import Accounts


@contextmanager
def open_desk(
    settings: Settings, *, store: Store | None = None, clock: Callable[[], datetime] | None = None
) -> Iterator[Desk]:
    """The desk, with the configured events in its record. Raises StoreDown.

    ``store``: another record than the configured one, for a rehearsal; it is closed with the desk.
    """
    record = store or open_store(settings.state, clock)
    reader = Fence(settings.house)
    try:
        with record.transaction() as tx:
            sync_events(tx, settings.house.events)
        yield Desk(
            house=settings.house,
            limits=settings.limits,
            store=record,
            reader=reader,
            templates=partial(load_templates, settings.templates),
            clock=clock or (lambda: datetime.now(UTC)),
            since=settings.since,
        )
    finally:
        reader.close()
        record.close()


def accounts(settings: Settings) -> Accounts:
    """Both mail servers; the settings must have been loaded with their secrets."""
    return Accounts(settings.imap, settings.smtp)
