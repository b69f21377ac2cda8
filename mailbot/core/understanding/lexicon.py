"""What mailbot knows of its languages: the tables of ``words/<lang>/*.toml``, as values.

The files are read once, by ``mailbot.edges.words``; nothing here reads files. Each table can
be asked for by the part that owns it (``lexicon.table("nl", "dates")``); what the parts make of
their tables (compiled phrases, sets of words) they keep with ``lexicon.made``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mailbot.core.understanding.votes import Ballot

if TYPE_CHECKING:  # ``leaning`` reads what is answered, which knows the lexicon
    from mailbot.core.understanding.leaning import Scales

T = TypeVar("T")

Table = Mapping[str, Any]  # a TOML table


class Lexicon:
    """The word tables of all languages. Immutable; equal only to itself."""

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, Table]],
        ballot: Ballot | None = None,
        scales: Scales | None = None,
    ) -> None:
        self._tables = tables
        self.ballot = ballot  # what words weigh, in no language; None: nobody votes
        self.scales = scales  # what sentences weigh in a whole mail; None: only the phrases count
        self._made: dict[Hashable, object] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self._tables))

    def table(self, lang: str, name: str) -> Table:
        """The table of ``words/<lang>/<name>.toml``; empty where there is no such file."""
        return self._tables.get(lang, {}).get(name, {})

    def made(self, key: Hashable, make: Callable[[], T]) -> T:
        """``make()``, made once for this lexicon and kept: it must depend on the tables alone."""
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])
