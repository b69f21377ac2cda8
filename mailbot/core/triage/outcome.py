"""What triage says of a mail: a person wrote it, or it is set aside (and why)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailbot.core.base import Reason


class IgnoreKind(StrEnum):
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    LIST = "list"
    SPAM = "spam"
    NOTIFICATION = "notification"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Never answered; the reason goes to the log."""

    kind: IgnoreKind
    reason: Reason


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody wrote this and may be answered. ``doubts`` are reasons to be careful with it;
    ``suspect`` is what to set it aside as if nothing in it turns out to be wanted of us."""

    doubts: tuple[Reason, ...] = ()
    suspect: SetAside | None = None


Triage = Person | SetAside
