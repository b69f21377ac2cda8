"""One mail as it was read: the mail, who wrote it, what it asks for. A value without its reader."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.core.base import Reason
from mailbot.core.mail.message import Mail
from mailbot.core.triage.outcome import SetAside
from mailbot.core.understanding.request import Request


@dataclass(frozen=True, slots=True)
class Reading:
    """One mail as read: ``aside`` where no person wrote it (the request then is to ignore it)."""

    mail: Mail
    aside: SetAside | None
    doubts: tuple[Reason, ...]
    request: Request
    suspect: SetAside | None = None  # as which it is set aside if it asks nothing of us
