"""What time brings about: offers run out, freed seats are given, digests fall due, old data goes."""

from __future__ import annotations

from datetime import timedelta

import structlog

from mailbot.desk import Desk
from mailbot.digest import send_due_digests
from mailbot.edges.store import facts, retention, seating
from mailbot.posting import write_held
from mailbot.promotion import expire_offers, promote

log = structlog.get_logger()

_KEEP_RAW = timedelta(days=30)


def tick(desk: Desk) -> None:
    """Do everything that has fallen due; doing it twice does nothing more. Raises StoreDown."""
    if written := write_held(desk):
        log.info("letters.written", count=written)
    for event in desk.house.events:
        with desk.store.transaction() as tx:
            seating.lock_event(tx, event.id)
            expire_offers(tx, desk, event)
            promote(tx, desk, event)
    send_due_digests(desk)
    with desk.store.transaction() as tx:
        retention.forget_raw(tx, tx.now - _KEEP_RAW)


def beat(desk: Desk) -> None:
    """Tell ``mailbot check`` that the worker lives and has finished a round."""
    with desk.store.transaction() as tx:
        facts.set_mark(tx, facts.HEARTBEAT, "ok")
