"""Who of a list is left out by what is said elsewhere: "the third line you can skip", "all but Victor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mailbot.core.mail.message import Mail
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.sentences import Own, Role, Sentence, own_sentences
from mailbot.core.understanding.tokens import Token, tokens

_ROWS = frozenset({Source.LIST, Source.TABLE})
_NUMBER = re.compile(r"\W*(\d{1,2})\b")
_ENDINGS = frozenset({"e", "de", "ste", "st", "nd", "rd", "th", "er", "ere", "eme"})  # of "3e", "2nd"
_BETWEEN = ("articles", "joining")
_NEAR = 4  # words between "except" and whom, or which line, it takes out
_LAST = -1


def without_omitted(
    mail: Mail, lexicon: Lexicon, mentions: Sequence[Mention], own: Own | None = None
) -> tuple[tuple[Mention, ...], str | None]:
    """The mentions, those left out flagged so; and the words that leave out a line nobody can tell."""
    rows = [m for m in mentions if m.source in _ROWS and m.place == "text"]
    if len(rows) < 2:
        return tuple(mentions), None
    words, nth = name_words(lexicon), _ordinals(lexicon)
    gone: list[Mention] = []
    for piece in _sentences(mail, own):
        plain = [token.word for token in piece.words]
        skips = words["skipping"].first(plain) is not None
        excepts = words["excepting"].first(plain) if words["coming"].first(plain) is not None else None
        if words["diet"].first(plain) is not None or (not skips and excepts is None):
            continue  # "all are vegetarian, except number 3"
        for at, line in _lines(plain, words, nth):
            if skips or (excepts is not None and 0 < at - excepts <= _NEAR):
                row = _row(line, rows, mail.text)
                if row is None:
                    return tuple(mentions), piece.text
                gone.append(row)
        if excepts is not None:
            gone += _called(piece.words[excepts + 1 : excepts + 1 + _NEAR], rows, mail.text)
        elif skips and not gone and _called(piece.words, rows, mail.text):
            return tuple(mentions), piece.text  # "Victor will skip ...": the meeting, or something of it
    if not gone:
        return tuple(mentions), None
    flagged = (m.flagged(Flag.OMITTED) if any(_alike(m, o, words) for o in gone) else m for m in mentions)
    return tuple(flagged), None


def _sentences(mail: Mail, own: Own | None) -> Iterable[Sentence]:
    for pieces in (own_sentences(mail) if own is None else own).values():
        yield from (piece for piece in pieces if piece.role is not Role.ITEM)


def _ordinals(lexicon: Lexicon) -> Mapping[str, int]:
    def make() -> Mapping[str, int]:
        return {
            token.word: number
            for lang in lexicon.languages
            for number, called in enumerate(lexicon.table(lang, "dates").get("ordinals", ()), start=1)
            for name in called
            for token in tokens(name)
        }

    return lexicon.made("ordinals", make)


def _lines(plain: list[str], words: NameWords, nth: Mapping[str, int]) -> list[tuple[int, int]]:
    """(place, number) of each line of a list that is spoken of: "the third line", "number 3"."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(plain):
        if not words["entry"].holds(word):
            continue
        if at and at == len(plain) - 1 and words["excepting"].length_before(plain, at):
            found.append((at, 0))  # "except no. 3": the full stop ends the sentence
        ahead = at - 1
        while ahead >= 0 and (number := _nth(plain, ahead, words, nth)):
            found.append((ahead, number))  # and of "the second and the third line" both
            ahead -= 1
            while ahead >= 0 and any(words[family].holds(plain[ahead]) for family in _BETWEEN):
                ahead -= 1
        following = at + 1
        while following < len(plain) and (number := _digits(plain[following])):
            found.append((at, number))
            following += 1 + (following + 1 < len(plain) and words["joining"].holds(plain[following + 1]))
    return found


def _nth(plain: list[str], at: int, words: NameWords, nth: Mapping[str, int]) -> int:
    """The place in a list that "third", "3e", "2nd" or "last" says; 0 where it says none."""
    if words["last"].holds(plain[at]):
        return _LAST
    if plain[at] in _ENDINGS and at:
        return _digits(plain[at - 1])
    return nth.get(plain[at], 0)


def _digits(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 3 else 0


def _row(line: int, rows: Sequence[Mention], text: str) -> Mention | None:
    """The row of that number: by the number before it, else by its place where no heading is counted too."""
    if line == _LAST:
        return rows[-1]
    before = [_NUMBER.match(text, text.rfind("\n", 0, row.start) + 1, row.start) for row in rows]
    if all(before):
        numbers = [int(one[1]) for one in before if one]
        return rows[numbers.index(line)] if numbers.count(line) == 1 else None
    if any(before) or any(row.source is Source.TABLE for row in rows):
        return None
    return rows[line - 1] if 0 < line <= len(rows) else None


def _alike(one: Mention, other: Mention, words: NameWords) -> bool:
    if one is other:
        return True
    return same_person(one.attendee.name or "", other.attendee.name or "", words)


def _called(spoken: Sequence[Token], rows: Sequence[Mention], text: str) -> list[Mention]:
    """The rows that these words name, by one of their names alone too: "all but Victor"."""
    said = {token.word for token in spoken if text[token.start].isupper()}
    found = []
    for row in rows:
        own = {token.word for token in tokens(row.attendee.name or "")}
        others = {token.word for one in rows if one is not row for token in tokens(one.attendee.name or "")}
        if said & (own - others):
            found.append(row)
    return found
