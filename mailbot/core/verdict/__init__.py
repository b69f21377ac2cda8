"""Request and record in, verdict out. ``decide`` is called under the event's lock."""

from mailbot.core.verdict.decide import decide

__all__ = ["decide"]
