"""From a decision to a letter's bytes: words from the house's templates, values from the record.

The words live in ``templates/<lang>``; nothing of a language stands in Python. What strangers wrote
(names, organisations, subjects) goes through ``clean`` and is never a template, a header or HTML.
"""

from mailbot.core.writing.digest import render_digest
from mailbot.core.writing.proof import check
from mailbot.core.writing.templates import TemplateMistake, Templates
from mailbot.core.writing.write import render

__all__ = ["TemplateMistake", "Templates", "check", "render", "render_digest"]
