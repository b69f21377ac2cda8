"""The words of one language: how it writes days, times and amounts, and the labels all letters share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any


class MissingWord(ValueError):
    """``words.toml`` lacks an entry, or one has the wrong shape; the message names it."""


@dataclass(frozen=True, slots=True, eq=False)  # two are never compared, and what they say is remembered
class Words:
    """``templates/<lang>/words.toml``. A missing or malformed entry raises MissingWord when it is used."""

    lang: str
    table: dict[str, Any]
    _found: dict[str, str] = field(default_factory=dict, init=False, repr=False)  # by key, of those asked for

    def text(self, key: str, /, **values: object) -> str:
        """The entry at a dotted key, its {placeholders} filled in; a value's own braces stay as they are."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._entry(key)
        if not values and "{" not in found and "}" not in found:
            return found
        try:
            return found.format_map(values)
        except (KeyError, IndexError, ValueError, AttributeError) as fault:
            raise MissingWord(f"“{key}”: {found!r} has a placeholder that isn't known ({fault})") from fault

    def _entry(self, key: str) -> str:
        found: Any = self.table
        for step in key.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        if not isinstance(found, str):
            raise MissingWord(f"“{key}” is missing")
        return found

    def date(self, moment: datetime) -> str:
        """Thursday 18 January 2018."""
        return self.text(
            "date.form",
            weekday=self._of("date.weekdays", moment.weekday(), 7),
            day=self.text("date.first", day=1) if moment.day == 1 else str(moment.day),
            month=self._of("date.months", moment.month - 1, 12),
            year=moment.year,
        )

    def time(self, moment: datetime) -> str:
        """14:30, in the language's own form and with its own word ("14.30 uur")."""
        return self.text("date.time", clock=self._clock(moment))

    def span(self, start: datetime, end: datetime) -> str:
        """Thursday 18 January 2018, 14:30–18:00; both days where it ends on another."""
        if start.date() == end.date():
            return self.text(
                "date.span", date=self.date(start), start=self._clock(start), end=self._clock(end)
            )
        return f"{self.moment(start)} – {self.moment(end)}"

    def moment(self, moment: datetime) -> str:
        """Thursday 18 January 2018, 14:30."""
        return self.text("date.moment", date=self.date(moment), time=self.time(moment))

    def amount(self, amount: Decimal, currency: str) -> str:
        """€ 25,00; other currencies by their code."""
        whole, cents = f"{amount:,.2f}".split(".")
        number = whole.replace(",", self.text("money.thousands")) + self.text("money.decimal") + cents
        return self.text("money.form", symbol="€" if currency == "EUR" else currency, number=number)

    def _clock(self, moment: datetime) -> str:
        return self.text("date.clock", hour=moment.hour, minute=moment.minute)

    def _of(self, key: str, index: int, length: int) -> str:
        table, _, name = key.partition(".")
        names = self.table.get(table, {}).get(name)
        if not isinstance(names, list) or len(names) != length:
            raise MissingWord(f"“{key}” must list {length} names")
        return str(names[index])
