"""What a mail asks for: ``understand`` reads it sentence by sentence.

``sentences`` cuts the sender's own words, ``acts`` says what each does, ``people`` and ``events``
find who and which, ``answering`` what is answered, and ``compose`` puts them together.
"""

from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Replacement, Request

__all__ = ["Intent", "Lexicon", "Replacement", "Request", "understand"]
