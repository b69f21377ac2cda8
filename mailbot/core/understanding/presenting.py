"""Whether a name is how the writer presents themselves: "my name is ...", "that's me, ...", "ik heet ..."."""

from __future__ import annotations

import re

from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.spans import Span
from mailbot.core.understanding.tokens import fold, tokens
from mailbot.core.understanding.weighing import Surroundings, before

_STOPS = re.compile(r"\s*(?:[.;!?)\n(]|$|[-–]\s)")
_COMMA = re.compile(r"\s*,\s*([^\W\d_]*)")
_APPOSED = re.compile(r"([^\W\d_][\w-]*)\s?[,:(]?\s*$")
_SENTENCE = re.compile(r"[.!?:]\s+(?=\S)|\n")
_REST = 60  # characters behind a name that signs in one breath: a function, an organisation
_ASKED = 300  # characters of the sentence before it
_BACK = 40  # characters before a name in which "me" may stand, and a title
_END = 600  # characters at the end of the new words in which From's name may sign


def presents_self(span: Span, around: Surroundings, mail: Mail, own: str | None) -> bool:
    """ "Ik ben Rashid Amrani", "my name is ...". Where From (``own``) names somebody else it must be said
    plainly, and nothing may be signed with that name."""
    text, words = around.text, around.words
    genitive = span.tokens[-1].endswith(("'s", "’s")) or text[span.end : span.end + 1] in {"'", "’"}
    if not span.full or genitive:
        return False
    low, _ = around.sentence(span.left, span.end)
    earlier = before(text, low, span.left)
    role = [*earlier]
    while role and (role[-1] in words["titles"].words or words["functions"].holds(role[-1])):
        role.pop()  # "I am its treasurer Prakash Thapa"
    if len(role) < len(earlier):
        while role and (words["possessive"].holds(role[-1]) or words["articles"].holds(role[-1])):
            role.pop()
    plain = words["called_me"].length_before(role, len(role)) > 0 or _apposed(span, low, text, words)
    weak = words["presenting"].length_before(role, len(role))
    whose = role[-weak - 1 : -weak] if weak else []
    weak = weak and not any(words["pointing"].holds(w) or words["possessive"].holds(w) for w in whose)
    if not plain and not weak:
        return own is not None and _closes(span, low, around, mail) and not _signs(own, mail)
    if own is None or same_person(span.name, own, words):
        return True
    spoken = [token.word for token in tokens(text[span.end : span.end + _BACK])][:1]
    ends = _STOPS.match(text, span.end) or text[span.end : span.end + 1] == ","
    goes_on = bool(spoken) and (words["joining"].holds(spoken[0]) or words["from_house"].holds(spoken[0]))
    return (plain or bool(ends) or goes_on) and not _signs(own, mail)


def _apposed(span: Span, low: int, text: str, words: NameWords) -> bool:
    """ "That's me, Dick Sluijter.", "en ondergetekende, Willemijn Daalder"; not in a row: "me, Jan and I"."""
    ahead = text[max(low, span.left - _BACK) : span.left]
    match = _APPOSED.search(ahead)
    if match is None or not words["me"].holds(fold(match[1])) or words["subject"].holds(fold(match[1])):
        return False
    if not ahead[match.end(1) :].strip():
        return False
    earlier = ahead[: match.start()].rstrip()
    spoken = [token.word for token in tokens(earlier)]
    if earlier.endswith((",", ":", ";")) and not words["joining"].length_before(spoken, len(spoken)):
        return False
    if _STOPS.match(text, span.end):
        return True
    comma = _COMMA.match(text, span.end)  # "One for me: Ilse Mooij, freelance, ..."
    return comma is not None and comma[1].islower() and not _goes_on(fold(comma[1]), words)


def _closes(span: Span, low: int, around: Surroundings, mail: Mail) -> bool:
    """ "Wilt u mijn komst noteren? Dr. Samuel Tesfaye": signed in one breath by whoever comes."""
    text, words = around.text, around.words
    new = [s for s in mail.stretches if s.part is Part.NEW and s.start <= span.start < s.end]
    if not new or around.text is not mail.text or len(around.known) > 1:
        return False
    rest = text[span.end : new[-1].end].strip()
    if len(rest) > _REST or _SENTENCE.search(rest) or (rest and rest[0] not in ",."):
        return False
    if any(token.word not in words["titles"].words for token in tokens(text[low : span.left])):
        return False
    ahead = text[max(new[-1].start, low - _ASKED) : low].rstrip()
    asked = [token.word for token in tokens(_SENTENCE.split(ahead)[-1])]
    of_me = any(words[family].first(asked) is not None for family in ("me", "mine"))
    others = ("pointing", "third", "guest", "kin", "announcing", "unnamed", "naming", "us")
    return of_me and not any(words[family].first(asked) is not None for family in others)


def _goes_on(word: str, words: NameWords) -> bool:
    """Whether a row of people goes on with this word: ", and my wife", ", mw. De Wit"."""
    families = ("joining", "possessive", "titles", "me", "guest")
    return any(words[family].opens(word) for family in families) or words.is_given(word)


def _signs(name: str, mail: Mail) -> bool:
    """Whether the mail ends with this first name."""
    ends = [s.end for s in mail.stretches if s.part in {Part.NEW, Part.SIGNATURE}]
    last = max(ends, default=0)
    first = fold(name.partition(" ")[0])
    return any(token.word == first for token in tokens(mail.text[max(0, last - _END) : last]))
