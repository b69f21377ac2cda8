"""The numbers of a mail that count people or seats; every other number is left out."""

from __future__ import annotations

from mailbot.core.mail.message import Mail
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.mentions import Count, Mention


def find_counts(
    mail: Mail, lexicon: Lexicon, lang: str, mentions: tuple[Mention, ...] = ()
) -> tuple[Count, ...]:
    return ()
