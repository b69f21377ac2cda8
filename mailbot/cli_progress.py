"""How far a long command is, on a terminal; nothing of it is left when the command has ended."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """A bar that is drawn only on a terminal, and only where there are ``least`` things to do.

    ``beside``: on standard error, beside an answer that goes to a file or a pipe; an answer that goes
    to the terminal itself shows how far it is.
    """

    def __init__(self, what: str, *, least: int = 1, beside: bool = False) -> None:
        self._what = what
        self._least = least
        self._beside = beside
        self._wanted = not (beside and sys.stdout.isatty())
        self._drawn: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._drawn.stop()

    def show(self, done: int, of: int | None, note: str = "") -> None:
        """``of`` None: nobody knows yet how much there is to do. May be called from any thread."""
        if not self._wanted or (self._drawn is None and of is not None and of < self._least):
            return
        counted = "" if of is None else f"{done} of {of} {self._what}"
        text = ", ".join(part for part in (counted, note) if part)
        if self._drawn is None:
            self._drawn = self._new()
            self._drawn.add_task(text, total=of, completed=done)
            self._drawn.start()
        (task,) = self._drawn.task_ids
        self._drawn.update(task, completed=done, total=of, description=text)

    def _new(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        screen = Console(stderr=self._beside, highlight=False, markup=False, emoji=False)
        return Progress(
            BarColumn(bar_width=24),
            TextColumn("{task.description}", markup=False),
            TimeRemainingColumn(compact=True),
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
            redirect_stdout=not self._beside,  # the answer is not the terminal's
        )
