"""The end of a person's own text: closing, name, contact block, device line, disclaimer, banner.

What is not surely one of these stays new: trimming the important part is the worst mistake here.
"""

from __future__ import annotations

import re
from itertools import pairwise

from mailbot.core.mail import farewells
from mailbot.core.mail.message import Part

_SIGNATURE_LINES = 15  # written lines under "-- "; more is a letter that happens to hold a rule
_CONTACT_LINES = 8
_CLOSINGS = 8  # each costs a pass over the lines
_LINE = 90
_LONG = 400  # no line that a program or a habit writes is longer
_SENTENCE_WORDS = 6
_SMALL_WORDS = 4
_NAME_WORDS = 5
_CELLS = re.compile(r"\s[|•·]\s")


def sign_off(lines: list[str], hints: list[bool], sender_name: str, *, top: bool) -> list[Part]:
    """A part for each line of one run of the sender's own text.

    ``hints`` are lines that the mail program itself marked as signature; ``top``: the mail begins here.
    """
    parts: list[Part] = [Part.NEW] * len(lines)
    begin = _banners(lines, parts) if top else 0
    _disclaimers(lines, parts, begin)
    _devices(lines, parts, begin)
    _hinted(lines, hints, parts, begin)
    at: int = begin
    for _ in range(_CLOSINGS):
        start = _closing(lines, parts, at, sender_name, first_counts=not top)
        resumed = None if start is None else _sign(lines, parts, start)
        if resumed is None:
            break
        at = resumed
    return parts


def _banners(lines: list[str], parts: list[Part]) -> int:
    """Warnings of the house's own mail system above the text ("[EXTERNAL]"). Returns where that begins."""
    at = 0
    inside = False
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            inside = False
        elif farewells.BANNER.match(line):
            inside = True
            parts[at] = Part.FOOTER
        elif (inside and farewells.BANNER_GOES_ON.search(line)) or (farewells.RULE.match(line) and at < 8):
            parts[at] = Part.FOOTER
        else:
            break
        at += 1
    # A rule with no banner is only a rule.
    if not any(farewells.BANNER.match(line) for line in lines[:at]):
        parts[:at] = [Part.NEW] * at
        return 0
    return at


def _paragraphs(lines: list[str], begin: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(begin, len(lines) + 1):
        blank = at == len(lines) or not lines[at].strip()
        if blank and start is not None:
            found.append((start, at))
            start = None
        elif not blank and start is None:
            start = at
    return found


def _disclaimers(lines: list[str], parts: list[Part], begin: int) -> None:
    """From the first paragraph that is one, a disclaimer; never the first words of a mail."""
    paragraphs = _paragraphs(lines, begin)
    seen_rule: int | None = None
    for index, (start, end) in enumerate(paragraphs):
        text = " ".join(lines[start:end])
        if end - start == 1 and farewells.RULE.match(lines[start]):
            seen_rule = start
            continue
        if farewells.RULE.match(lines[start]) and end - start > 1:
            text = " ".join(lines[start + 1 : end])
        if not index or not farewells.disclaimer(text):
            seen_rule = None
            continue
        asked = any("?" in line for line in lines[end:])
        own_words = any(
            farewells.POSTSCRIPT.match(lines[line]) or lines[line].rstrip().endswith("?")
            for line in range(start, end)
        )
        if not own_words and not asked:
            _label(parts, start if seen_rule is None else seen_rule, end, Part.FOOTER)
        seen_rule = None


def _devices(lines: list[str], parts: list[Part], begin: int) -> None:
    for at in range(begin, len(lines)):
        if len(lines[at]) <= 160 and farewells.device(lines[at]):
            parts[at] = Part.FOOTER


def _hinted(lines: list[str], hints: list[bool], parts: list[Part], begin: int) -> None:
    """What the program called a signature, unless that would be all there is."""
    own = any(
        parts[at] is Part.NEW and not hints[at] and any(map(str.isalnum, lines[at]))
        for at in range(begin, len(lines))
    )
    if not own:
        return
    for at in range(begin, len(lines)):
        if hints[at] and parts[at] is Part.NEW and not asks(lines[at]):
            parts[at] = Part.SIGNATURE


def asks(line: str) -> bool:
    """A line that still says something to the reader: a postscript, a question, a sentence."""
    text = line.strip()[:_LONG]
    words = text.split()
    if farewells.POSTSCRIPT.match(text) or text.endswith("?"):
        return True
    if farewells.CONTACT.search(text) and len(words) < 2 * _SENTENCE_WORDS:
        return False
    if len(_CELLS.findall(text)) > 1 and len(text) < 2 * _LINE:
        return False  # "Anna Bos | Coordinatrice | Rue de Fer 48, 5000 Namur | 081 55 51 20"
    small = sum(word[:1].islower() for word in words)
    return len(text) > _LINE or (len(words) >= _SENTENCE_WORDS and small >= _SMALL_WORDS)


def _closing(
    lines: list[str], parts: list[Part], begin: int, sender_name: str, *, first_counts: bool
) -> int | None:
    """The line at which the signature begins; at the top of a mail never its first."""
    written = [at for at in range(begin, len(lines)) if lines[at].strip() and parts[at] is Part.NEW]
    for index, at in enumerate(written):
        if not index and not first_counts:
            continue
        line = lines[at][:_LONG]
        below = [lines[later] for later in written[index + 1 : index + _SIGNATURE_LINES + 2]]
        if farewells.DELIMITER.match(line) and len(below) <= _SIGNATURE_LINES:
            return at
        strong = farewells.CLOSING.match(line)
        if strong and _short_rest(strong[1]):
            return at
        weak = farewells.WEAK_CLOSING.match(line)
        if weak and _is_name(weak[1]) and _only_signs(below):
            return at
    return _own_name(lines, written, sender_name)


def _short_rest(rest: str) -> bool:
    """What may follow "Groet": a name, "ook namens de anderen"; not the rest of a sentence."""
    text = rest.strip(" ,.!;:-–")
    return len(text.split()) <= _NAME_WORDS and not text.endswith("?") and ". " not in text


def _is_name(rest: str) -> bool:
    words = rest.strip(" ,.!;:-–").split()
    return len(words) <= _NAME_WORDS and all(
        word[:1].isupper() or word in {"van", "de", "der"} for word in words
    )


def _only_signs(below: list[str]) -> bool:
    return len(below) <= _CONTACT_LINES and not any(
        asks(line) or farewells.LIST_ITEM.match(line) for line in below
    )


def _own_name(lines: list[str], written: list[int], sender_name: str) -> int | None:
    """A mail without a closing: the sender's name on a line of its own after a full stop, and the
    contact block under it. Without the full stop it may be the first of a list of people."""
    names = {word.casefold().strip(".,") for word in sender_name.split()}
    for index, (before, at) in enumerate(pairwise(written)):
        words = lines[at].replace(",", " ").split()
        if not 1 <= len(words) <= _NAME_WORDS or not lines[before].rstrip().endswith((".", "!", "?", ")")):
            continue
        if not all(word.casefold().strip(".,") in names for word in words):
            continue
        below = [lines[later] for later in written[index + 2 : index + _SIGNATURE_LINES]]
        contact = any(farewells.CONTACT.search(line) for line in below)
        if _only_signs(below) and (not below or contact):
            return at
    return None


def _sign(lines: list[str], parts: list[Part], start: int) -> int | None:
    """From the closing on; what under it still says something stays new.

    Returns where such words begin, for the mail may close again below them; None at the end.
    """
    delimiter = bool(farewells.DELIMITER.match(lines[start]))
    for first, end in _paragraphs(lines, start):
        for at in range(first, end):
            line = lines[at]
            if at == start or parts[at] is not Part.NEW:
                parts[at] = Part.SIGNATURE if at == start else parts[at]
                continue
            listed = farewells.LIST_ITEM.match(line) and at == first
            says = asks(line) and not (at > first and _in_block(line, lines[at + 1 : end]))
            if farewells.POSTSCRIPT.match(line) or (not delimiter and (says or listed)):
                return at
            parts[at] = Part.SIGNATURE
    return None


def _in_block(line: str, below: list[str]) -> bool:
    """A long name between the signer and their telephone: "Direction générale de la Solidarité
    internationale"; no sentence ends so."""
    text = line.strip()
    named = text[:1].isupper() and len(text) <= _LINE and not text.endswith((".", "!", "?", ",", ":", ";"))
    return named and any(farewells.CONTACT.search(later) for later in below)


def _label(parts: list[Part], start: int, end: int, part: Part) -> None:
    parts[start:end] = [part] * (end - start)
