"""What mailbot knows of its languages: the tables of ``words/<lang>/*.toml``, as values.

The files are read once, by ``mailbot.edges.words``; nothing here reads files. Each table can
be asked for by the part that owns it (``lexicon.table("nl", "dates")``); what the parts make of
their tables (compiled phrases, sets of words) they keep with ``lexicon.made``, and with
``lexicon.compiled`` what takes long to make.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from mailbot.core.understanding.votes import Ballot

if TYPE_CHECKING:  # these read what is answered, which knows the lexicon
    from mailbot.core.understanding.attending import Roll
    from mailbot.core.understanding.leaning import Scales
    from mailbot.core.understanding.namelike import Namelike

T = TypeVar("T")

Table = Mapping[str, Any]  # a TOML table


class Shelf(Protocol):
    """Where values are kept from one start to the next: see ``mailbot.edges.shelf``."""

    def get(self, name: str) -> object | None: ...

    def put(self, name: str, value: object) -> None: ...


class Lexicon:
    """The word tables of all languages. Immutable; equal only to itself."""

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, Table]],
        ballot: Ballot | None = None,
        scales: Scales | None = None,
        shelf: Shelf | None = None,
        roll: Roll | None = None,
        namelike: Namelike | None = None,
    ) -> None:
        self._tables = tables
        self.ballot = ballot  # what words weigh, in no language; None: nobody votes
        self.scales = scales  # what sentences weigh in a whole mail; None: only the phrases count
        self.roll = roll  # what words around a name weigh; None: only the phrases say who comes
        self.namelike = namelike  # what letters weigh in a name; None: every word may be one
        self._shelf = shelf  # None: everything is made anew
        self._made: dict[Hashable, object] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self._tables))

    def table(self, lang: str, name: str) -> Table:
        """The table of ``words/<lang>/<name>.toml``; empty where there is no such file."""
        return self._tables.get(lang, {}).get(name, {})

    def made(self, key: Hashable, make: Callable[[], T]) -> T:
        """``make()``, made once for this lexicon and kept: it must depend on the key and the tables alone."""
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])

    def compiled(self, name: str, make: Callable[[], T]) -> T:
        """The same, kept on the shelf for the next start as well: it must allow to be pickled, and never be
        None. The name is also that of a file."""

        def taken() -> T:
            kept = self._shelf.get(name) if self._shelf else None
            if kept is not None:
                return cast("T", kept)
            value = make()
            if self._shelf:
                self._shelf.put(name, value)
            return value

        return self.made(name, taken)
