"""Reading mail: raw bytes in, a ``Mail`` out."""

from mailbot.core.mail.message import Attachment, Mail, Part, Stretch
from mailbot.core.mail.reader import parse

__all__ = ["Attachment", "Mail", "Part", "Stretch", "parse"]
