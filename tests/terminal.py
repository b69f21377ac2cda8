"""The command line as a person or a program sees it: what stood on both outputs, and the exit status."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog

from mailbot.cli import cli
from mailbot.cli_frame import run_command


@dataclass(frozen=True)
class Said:
    """What a command said. ``lines`` are the answer's, ``objects`` those of ``--json``."""

    out: str
    err: str
    status: int

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def only_error(self) -> str:
        """The one line on standard error; a traceback or a second line fails."""
        (line,) = self.err.splitlines()
        return line


class Terminal:
    """Runs commands in one folder; ``width`` makes it a terminal of so many columns, else it is a pipe."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch

    def run(self, *arguments: str | Path, stdin: bytes = b"", width: int | None = None) -> Said:
        with self._monkeypatch.context() as patch:
            patch.chdir(self.folder)
            for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
                patch.delenv(name, raising=False)
            if width:
                patch.setenv("FORCE_COLOR", "1")  # rich draws as on a terminal
                patch.setenv("COLUMNS", str(width))
            out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            with as_if_alone(), pytest.raises(SystemExit) as end:
                run_command(cli, [str(each) for each in arguments])
            assert isinstance(end.value.code, int)
            return Said(_text(out), _text(err), end.value.code)


@contextmanager
def as_if_alone() -> Iterator[None]:
    """A command sets up the log of its process; here other tests live in it too."""
    root = logging.getLogger()
    handlers, level, disabled = root.handlers[:], root.level, root.manager.disable
    try:
        yield
    finally:
        root.handlers[:], root.manager.disable = handlers, disabled
        root.setLevel(level)
        structlog.reset_defaults()


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")
