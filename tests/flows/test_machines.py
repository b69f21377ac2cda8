"""What may be a machine goes before a person, and is not told that a colleague will answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from flows.killing import Unfenced
from flows.office import Office
from flows.test_main_path import ANNA, SEAT

from mailbot.core.base import Reason
from mailbot.core.reading import Reading
from mailbot.edges.fence import Crashed, ToRead


class Doubting(Unfenced):
    """Reads as ever, and has one doubt about every mail."""

    def __init__(self, rule: str) -> None:
        self.doubt = Reason(rule, "A doubt.")

    def read_all(self, mails: Iterable[ToRead]) -> Iterator[list[Reading | Crashed]]:
        for answers in super().read_all(mails):
            yield [replace(one, doubts=(self.doubt,)) for one in answers if isinstance(one, Reading)]


@pytest.mark.parametrize(
    ("rule", "letters"),
    [("may-be-automatic", 0), ("may-be-absent", 0), ("other-occasion", 0), ("trimmed-doubtful", 1)],
)
def test_who_may_be_a_machine_is_not_acknowledged(office: Office, rule: str, letters: int) -> None:
    office.desk = replace(office.desk, reader=Doubting(rule))  # type: ignore[arg-type]
    office.write(ANNA, SEAT)
    office.run()
    assert office.outcomes() == ["review"]
    assert len(office.letters()) == letters
