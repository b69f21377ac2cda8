"""``config.toml`` becomes frozen ``Settings``, or all of its mistakes are told at once.

What a key means and what is right for it stands in ``file``, how a mistake is worded in ``mistakes``,
what the rest of mailbot is handed in ``settings``. Nothing here contacts a server.
"""

from mailbot.config.mistakes import ConfigMistakes, Mistake
from mailbot.config.settings import Settings, load

__all__ = ["ConfigMistakes", "Mistake", "Settings", "load"]
