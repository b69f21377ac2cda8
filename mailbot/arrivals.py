"""Mails as a mailbox lists them, in order of arrival, however many wait."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from mailbot.edges.imap import Described

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


class Arrivals:
    """By arrival, those of one moment by UID: 24 bytes each, where a ``Described`` takes 150."""

    def __init__(self, listed: Iterable[Described]) -> None:
        """``listed`` in the order of their UIDs."""
        self._arrived = array("q")  # microseconds, before 1970 as well
        self._uids = array("Q")
        self._sizes = array("Q")
        for mail in listed:
            self._arrived.append((mail.arrived - _EPOCH) // _TICK)
            self._uids.append(mail.uid)
            self._sizes.append(mail.size)
        if any(later < earlier for earlier, later in pairwise(self._arrived)):  # moved here, or imported
            order = sorted(range(len(self)), key=self._arrived.__getitem__)
            self._arrived = array("q", map(self._arrived.__getitem__, order))
            self._uids = array("Q", map(self._uids.__getitem__, order))
            self._sizes = array("Q", map(self._sizes.__getitem__, order))

    def __len__(self) -> int:
        return len(self._uids)

    def __iter__(self) -> Iterator[Described]:
        return self.since(0)

    def since(self, place: int) -> Iterator[Described]:
        """Those from this place on."""
        for at in range(place, len(self)):
            yield Described(self._uids[at], self._sizes[at], _EPOCH + self._arrived[at] * _TICK)
