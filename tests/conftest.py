"""The servers every test may ask for. What could not be tested for want of one is said at the end."""

from __future__ import annotations

import pytest
from servers.certificate import certificate
from servers.dovecot import dovecot, dovecot_server
from servers.postgres import postgres, postgres_server, postgres_url
from servers.process import NOT_INSTALLED
from servers.smtp import smtp_sink

__all__ = [
    "certificate",
    "dovecot",
    "dovecot_server",
    "postgres",
    "postgres_server",
    "postgres_url",
    "smtp_sink",
]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A server missing on a developer's machine is no failure, but nobody should take it for a success."""
    skipped: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if NOT_INSTALLED in text:
            skipped[text] = skipped.get(text, 0) + 1
    for text, count in sorted(skipped.items()):
        terminalreporter.write_line(
            f"NOT TESTED ({count} tests): {text.removeprefix('Skipped: ')}", yellow=True
        )
