"""Which lines of a text are the sender's own words of today, and which are not.

Trimming only proposes: the whole text stays, and where the proposal would leave nothing, or cuts
where answers may stand between the lines, ``defects`` says 'trimmed-empty' or 'trimmed-doubtful'.
Lines between ``>`` quotes stay new; so do a postscript, a list and a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.mail import phrases
from mailbot.core.mail.farewells import RULE
from mailbot.core.mail.markup import (
    FORWARD_BEGINS,
    FORWARD_ENDS,
    MARKS,
    QUOTE_BEGINS,
    QUOTE_ENDS,
    QUOTED_FROM_HERE,
    SIGNATURE_BEGINS,
    SIGNATURE_ENDS,
)
from mailbot.core.mail.message import Part, Stretch
from mailbot.core.mail.signatures import sign_off

_ATTRIBUTION_LINES = 4
_ATTRIBUTION_LENGTH = 400
_BLOCK_LINES = 14
_GREETING_WORDS = 3
_SIGNATURE_WORDS = 12
_GLUED_RULE = re.compile(r"^\s*_{8,}\s*")
_PGP_BEGINS = "-----BEGIN PGP SIGNED MESSAGE-----"
_PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_PGP_ENDS = "-----END PGP SIGNATURE-----"
_PGP_SEALED = "-----BEGIN PGP MESSAGE-----"


@dataclass(slots=True)
class _Line:
    text: str
    part: Part | None = None
    hinted_signature: bool = False


def stretches_of(
    marked: str, sender_name: str, subject: str, defects: list[str]
) -> tuple[str, tuple[Stretch, ...]]:
    """The text without marks, and the stretches that cover it in order."""
    lines = _lines(marked)
    _pgp(lines, defects)
    _quotes(lines, subject)
    _own(lines, sender_name)
    _judge(lines, defects)
    return _covered(lines)


def _lines(marked: str) -> list[_Line]:
    """Lines, with what the marks said of them; a line of marks alone is none."""
    lines: list[_Line] = []
    quotes = forwards = signatures = 0
    rest = False
    for raw in marked.split("\n"):
        held = (quotes, forwards, signatures)
        for mark in MARKS.findall(raw):
            quotes += (mark == QUOTE_BEGINS) - (mark == QUOTE_ENDS)
            signatures += (mark == SIGNATURE_BEGINS) - (mark == SIGNATURE_ENDS)
            forwards += (mark == FORWARD_BEGINS) - (mark == FORWARD_ENDS)
            rest = rest or mark == QUOTED_FROM_HERE
            rest = rest and mark != FORWARD_ENDS  # it spoke of the forwarded mail only
        text = MARKS.sub("", raw)
        if text != raw and not text.strip():
            continue
        line = _Line(text.rstrip())
        if forwards > 0 or held[1] > 0:
            line.part = Part.FORWARDED
        elif quotes > 0 or rest or held[0] > 0:
            line.part = Part.QUOTED
        line.hinted_signature = signatures > 0 or held[2] > 0
        lines.append(line)
    return lines


def _pgp(lines: list[_Line], defects: list[str]) -> None:
    """An armoured signature and its heading are wrapping; what is encrypted cannot be read at all."""
    signing = False
    for at, line in enumerate(lines):
        if line.text == _PGP_SEALED:
            defects.append("encrypted")
        if line.text == _PGP_BEGINS:
            line.part = Part.FOOTER
            for hashes in lines[at + 1 : at + 4]:
                if hashes.text.startswith("Hash: "):
                    hashes.part = Part.FOOTER
        signing = signing or line.text == _PGP_SIGNATURE
        if signing:
            line.part = line.part or Part.FOOTER
        if line.text == _PGP_ENDS:
            signing = False


def _quotes(lines: list[_Line], subject: str) -> None:
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.part is not None:
            at += 1
            continue
        cut = _cut(lines, at, subject)
        if cut is not None:
            for rest in lines[at:]:
                rest.part = rest.part or cut
            return
        length = _attribution(lines, at)
        if length:
            after = _next_written(lines, at + length)
            prefixed = after is not None and (_prefixed(after.text) or after.part is Part.QUOTED)
            for heading in lines[at : at + length]:
                heading.part = Part.QUOTED
            if not prefixed:
                for rest in lines[at:]:
                    rest.part = rest.part or Part.QUOTED
                return
            at += length
            continue
        if _prefixed(line.text):
            passed_on = phrases.FORWARDED_MESSAGE.match(line.text.lstrip(" >"))
            part = Part.FORWARDED if passed_on else Part.QUOTED
            while at < len(lines) and _prefixed(lines[at].text):
                lines[at].part = lines[at].part or part
                at += 1
            continue
        at += 1


def _prefixed(text: str) -> bool:
    return bool(phrases.QUOTED_LINE.match(text)) and "|" not in text[:4]


def _next_written(lines: list[_Line], at: int) -> _Line | None:
    return next((line for line in lines[at : at + 6] if line.text.strip()), None)


def _cut(lines: list[_Line], at: int, subject: str) -> Part | None:
    """What everything from this line on is, where a mail program says so; None where it does not."""
    text = lines[at].text[:_ATTRIBUTION_LENGTH]
    if not text.strip() or (text.lstrip().startswith(">") and not phrases.GROUPWISE.match(text)):
        return None
    if phrases.FORWARDED_MESSAGE.match(text):
        return Part.FORWARDED
    if phrases.GROUPWISE.match(text) or phrases.LOTUS_REPLY.match(text):
        return Part.QUOTED
    quoted = Part.FORWARDED if phrases.FORWARD_SUBJECT.match(subject) else Part.QUOTED
    if phrases.ORIGINAL_MESSAGE.match(text):
        return quoted
    start = at
    if RULE.match(text):  # Outlook on the web and on telephones: a rule, then the headers
        start = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].text.strip()), at)
    return quoted if _header_block(lines, start) else None


def _header_block(lines: list[_Line], at: int) -> bool:
    """From, Sent, To, Subject in any of our languages, one under the other.

    Not the form of a website, which has From and Subject but neither date nor addressee.
    """
    kinds: dict[str, str] = {}
    idle = 0
    for number, line in enumerate(lines[at : at + _BLOCK_LINES]):
        # Outlook on telephones may put its rule and the first header on one line.
        text = line.text[:300] if number else _GLUED_RULE.sub("", line.text[:300])
        match = phrases.HEADER_LINE.match(text)
        kind = phrases.HEADER_KEYS.get(match[1].casefold().strip()) if match else None
        if match is None or kind is None:
            idle += 1
            if not kinds or idle > 2:
                break
            continue
        idle = 0
        kinds.setdefault(kind, match[2] or "")
    sender = kinds.get("from")
    if sender is None or sender[:1].isdigit():
        return False
    return ("date" in kinds and (len(kinds) >= 3 or "@" in sender)) or {"to", "subject"} <= kinds.keys()


def _attribution(lines: list[_Line], at: int) -> int:
    """How many lines from here are "On ... wrote:", wrapped as it may be; 0 if none."""
    first = lines[at].text[:_ATTRIBUTION_LENGTH]
    if not first.strip():
        return 0
    if phrases.ATTRIBUTION_DATE_FIRST.match(first[:300]):
        return 1
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    if first.rstrip().endswith(":") and (_prefixed(after) or not after.strip()):
        name_first = phrases.ATTRIBUTION_NAME_FIRST.match(first[:300])
        follower = _next_written(lines, at + 1)
        if name_first and (re.search(r"\d|@", first) or (follower and _prefixed(follower.text))):
            return 1
        if follower and _prefixed(follower.text) and re.search(r"@|\d{4}", first):
            return 1  # a language we do not know, but a heading all the same
    if not phrases.ATTRIBUTION_START.match(first):
        return 0
    joined = ""
    for count in range(1, _ATTRIBUTION_LINES + 1):
        if at + count > len(lines) or not lines[at + count - 1].text.strip():
            return 0
        joined = f"{joined} {lines[at + count - 1].text.strip(' >')}"[:_ATTRIBUTION_LENGTH]
        ended = joined.rstrip().endswith(":")
        verb = phrases.ATTRIBUTION_VERB.search(joined)
        if verb and (ended or not joined[verb.end() :].strip()) and re.search(r"\d", joined):
            return count
    return 0


def _own(lines: list[_Line], sender_name: str) -> None:
    """Signatures and footers within each run of lines that nothing else has claimed."""
    at = 0
    first = True
    while at < len(lines):
        if lines[at].part is not None:
            at += 1
            continue
        end = at
        while end < len(lines) and lines[end].part is None:
            end += 1
        run = lines[at:end]
        written = [line.text for line in run]
        hints = [line.hinted_signature for line in run]
        for line, part in zip(run, sign_off(written, hints, sender_name, top=first), strict=True):
            line.part = part
        first = first and not any(text.strip() for text in written)
        at = end


def _judge(lines: list[_Line], defects: list[str]) -> None:
    written = {part: " ".join(line.text for line in lines if line.part is part) for part in Part}
    if not any(map(str.isalnum, "".join(written.values()))):
        return
    new = written[Part.NEW].split()
    earlier = written[Part.QUOTED] + written[Part.FORWARDED]
    if not any(map(str.isalnum, written[Part.NEW])):
        if earlier.strip() or len(written[Part.SIGNATURE].split()) > _SIGNATURE_WORDS:
            defects.append("trimmed-empty")
        return
    bare = any(
        line.part in {Part.QUOTED, Part.FORWARDED} and line.text.strip() and not _prefixed(line.text)
        for line in lines
    )
    if not bare:
        return
    greeting_only = len(new) <= _GREETING_WORDS and new[-1].endswith(",")
    if greeting_only or phrases.INLINE_ANSWERS.search(written[Part.NEW]):
        defects.append("trimmed-doubtful")


def _covered(lines: list[_Line]) -> tuple[str, tuple[Stretch, ...]]:
    """Blank lines go with what stands above them."""
    found: list[Stretch] = []
    at = 0
    current: Part | None = None
    start = 0
    for number, line in enumerate(lines):
        part = line.part or Part.NEW
        if not line.text.strip() and current is not None:
            part = current
        if current is not None and part is not current:
            found.append(Stretch(current, start, at))
            start = at
        current = part
        at += len(line.text) + (number < len(lines) - 1)
    if current is not None and at > start:
        found.append(Stretch(current, start, at))
    return "\n".join(line.text for line in lines), tuple(found)
