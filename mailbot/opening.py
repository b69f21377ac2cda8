"""Opening a desk from the settings: the one place where the parts are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from mailbot.config import Settings
from mailbot.core.writing import Templates
from mailbot.desk import Desk
from mailbot.edges import templates
from mailbot.edges.fence import Fence
from mailbot.edges.store import Store, open_store
from mailbot.edges.store.scratch import scratch_copy
from mailbot.imports import import_members, read_members
from mailbot.worker import Accounts


@contextmanager
def open_desk(settings: Settings, reader: Fence, *, scratch: bool = False) -> Iterator[Desk]:
    """The desk of a ``config.toml``, closed at the end; raises StoreDown, ListMistakes.

    ``scratch``: work on a copy of the record, so that nothing real is changed.
    """
    reader.reads_for(settings.house)
    store = scratch_copy(settings.state) if scratch else open_store(settings.state)
    try:
        _refresh_members(store, settings)
        yield Desk(
            house=settings.house,
            limits=settings.limits,
            store=store,
            reader=reader,
            templates=_current(settings),
            clock=lambda: datetime.now(UTC),
            since=settings.since,
            digest_at=settings.digest_at,
        )
    finally:
        store.close()


def accounts(settings: Settings) -> Accounts:
    return Accounts(settings.imap, settings.smtp)


def _current(settings: Settings) -> Callable[[], Templates]:
    """The templates as they lie in the folder now: people edit them while the worker runs."""
    if settings.templates is None:
        packaged = templates.load(None)
        return lambda: packaged
    folder = settings.templates
    known: dict[str, tuple[float, Templates]] = {}

    def current() -> Templates:
        changed = templates.changed(folder)
        if "now" not in known or known["now"][0] != changed:
            known["now"] = (changed, templates.load(folder))
        return known["now"][1]

    return current


def _refresh_members(store: Store, settings: Settings) -> None:
    """The configured members file is the list; without one, the last import is."""
    if settings.members_file and settings.members_file.exists():  # ``check`` tells of one that is not
        import_members(store, read_members(settings.members_file))
