"""Runs of words that are written as a name is: "Jean-Pierre Ndayishimiye", "prof. dr. A. van 't Hof".

Finds candidates only, in one pass; whether one is a person is weighed by ``people``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.understanding.names import bare, is_initials, mended
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.shouting import shouted
from mailbot.core.understanding.tokens import fold

_TOKEN = re.compile(
    r"['’‘][ts](?=[\s\u00a0])|v/d(?=\s)|(?:[^\W\d_]{1,2}\.){2,6}|[^\W\d_]+(?:[-'’‘ʼ´`][^\W\d_]+)*\.?"
)
_ELIDED = re.compile(r"(?:[ldjmnstc]|qu)['’](?=[^\W\d_])", re.IGNORECASE)
_ELIDED_WORD = re.compile(r"(?:[LJSC]|Qu)['’][^\W\d_A-ZÀ-Þ]")
_STOP = re.compile(r"[.!?:\n\t]")
_SPACES = re.compile(r"\s+")
_DOTS = re.compile(r"[.-]")
_ELIDED_D = re.compile(r"d['’][^\W\d_]")
_IN_BRACKETS = re.compile(r" ?\(([^\W\d_]+(?:-[^\W\d_]+)?)\) (?=[^\W\d_'’])")
_SAID_AGAIN = 80  # characters behind "ni" in which the other "ni" stands
_VOCABULARY = 2048  # words of which is kept what they may be in a name
_OWNS = re.compile(r"(?<=[^\W\d_]{2})['’‘ʼ´`]s$")
_SAYS_I = re.compile(r"I [a-z]")  # "On behalf of Anna Smith I would like ..."
_APOSTROPHES = frozenset("'’‘")
_LEADING = ("from_house", "joining", "me", "self", "both_and")
_TO_THE = frozenset({"zur", "zum"})
_MONSIEUR = frozenset({"m"})
MOST_TOKENS = 9
MOST_SPANS = 400  # in one mail; what names more people is no sign-up


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` is written as a name; ``name`` is its badge form, ``titled`` whether a title
    stood before it (which ``start`` leaves out; ``left`` is where the title begins)."""

    start: int
    end: int
    left: int
    name: str
    tokens: tuple[str, ...]  # as written
    titled: bool = False
    opens: bool = False  # begins its sentence or line

    @property
    def full(self) -> bool:
        """More than one name, initials counting as one."""
        return len(self.tokens) > 1


@dataclass(slots=True)
class _Run:
    tokens: list[tuple[str, int, int]]
    titles: int = 0
    called: bool = False  # its last word stands in brackets: the name that one goes by

    def __bool__(self) -> bool:
        return bool(self.tokens)


def spans(text: str, start: int, end: int, words: NameWords) -> list[Span]:
    """The candidates of ``text[start:end]``, in order and not overlapping."""
    found: list[Span] = []
    for run in _runs(text, start, end, words):
        found += run
        if len(found) >= MOST_SPANS:
            break
    return found


def span_at(text: str, at: int, end: int, words: NameWords) -> Span | None:
    """The candidate that begins right at ``at``, or one sign behind it."""
    first = _TOKEN.search(text, at, end)
    if first is not None and first.start() - at <= 1 and words["articles"].holds(fold(first.group())):
        title = _TOKEN.match(text, first.end() + 1, end)  # "- de heer Jan Smit"
        if title is not None and _kind(title.group(), words) == "title":
            first, at = title, title.start()
    if first is None or first.start() - at > 1 or _kind(first.group(), words) == "other":
        return None
    run = next(_runs(text, at, end, words), None)  # what comes behind the first begins further on
    return run[0] if run and run[0].left - at <= 1 else None


def _runs(text: str, start: int, end: int, words: NameWords) -> Iterator[list[Span]]:
    """The candidates of each run of words that are written as names are."""
    opens_at: set[int] = set()
    for run in _written_as_names(text, start, end, opens_at, words):
        yield _closed(text, run, opens_at, words)


def _written_as_names(
    text: str, start: int, end: int, opens_at: set[int], words: NameWords
) -> Iterator[_Run]:
    """The runs themselves; where a sentence or line begins is put down in ``opens_at``."""
    run = _Run([])
    last = start
    sentence = True
    matches = list(_TOKEN.finditer(text, start, end))
    for number, match in enumerate(matches):
        token, at, stop = match.group(), match.start(), match.end()
        gap = text[last:at]
        called = bool(run) and "(" in gap and _calls(run, text, last, words)
        if run and gap != " " and not called and (gap != ") " or not run.called) and _parts(gap, text, last):
            yield run
            run = _Run([])
        run.called = called
        if not gap or (gap != " " and _STOP.search(gap)):
            sentence = True
        if sentence:
            opens_at.add(at)
        sentence = False
        skipped = 0 if run else _elided(token)
        token, at = token[skipped:], at + skipped
        kind = "other" if run and _SAYS_I.match(text, at) else _kind(token, words)
        if kind == "name" and token.isupper():
            kind = _loud(token, text, at, words)
        if kind == "initial" and run and bare(token) in _MONSIEUR and _in_a_run(run):
            kind = "title"  # "l'empêchement de M. Sow"
        if run and kind != "name" and _ELIDED_D.match(token) and token[2].isupper():
            kind = "name"  # "Camille d'Ormesson"
        ends = False
        if kind == "title":
            if run and len(run.tokens) > run.titles:
                yield run
                run = _Run([])
            run.tokens.append((token, at, stop))
            run.titles = len(run.tokens)
        elif kind in {"name", "initial"}:
            ends = sentence = token.endswith(".") and kind == "name"
            cut = ends + 2 * bool(_OWNS.search(token))  # "Hugo's registration"
            run.tokens.append((token[: len(token) - cut], at, stop - cut))
            ends = cut > 0
        elif kind == "small" and run and _leads_away(token, matches[number + 1 : number + 2], run, words):
            ends = True
        elif kind == "small" and (run or token[0] in "'’‘") and not _office(run, words):
            run.tokens.append((token, at, stop))
        else:  # "van der Berg" alone is nobody; "de Vries, Jan" is read where lists are
            ends, sentence = True, token.endswith(".")
        if run and (ends or len(run.tokens) > MOST_TOKENS):
            yield run
            run = _Run([])
        last = stop
    if run:
        yield run


def _in_a_run(run: _Run) -> bool:
    """A small word came last, and no title: "dhr. M. Çelik" has an initial."""
    return len(run.tokens) > run.titles and run.tokens[-1][0].islower()


def _loud(token: str, text: str, at: int, words: NameWords) -> str:
    """In "MELD JAN DE VRIES AAN VOOR DE ..." the small and the common words are what they always are."""
    plain = bare(token)
    small = plain in words["particles"].words
    common = plain in words.ordinary or _of_the_writer(plain, words)
    if not (small or common) or words.is_given(plain) or not shouted(text, at, at + len(token)):
        return "name"
    return "small" if small else "other"


def _parts(gap: str, text: str, last: int) -> bool:
    """Whether what stands between two words keeps them from being one name."""
    if gap and (gap.strip(" \u00a0\t\r\n") or gap.count("\n") > 1 or "\t" in gap or len(gap) > 6):
        return True
    return "\n" in gap and not _wrapped(text, last)


def _calls(run: _Run, text: str, last: int, words: NameWords) -> bool:
    """ "R.J. (Rutger-Jan) van den Bosch": a first name in brackets, between initials or another one and the
    family name."""
    names = [token for token, _, _ in run.tokens[run.titles :]]
    called = _IN_BRACKETS.match(text, last)
    if not names or called is None:
        return False
    return all(map(is_initials, names)) or (
        len(names) == 1 and words.is_given(names[0]) and words.is_given(called[1])
    )


def _elided(token: str) -> int:
    """How many letters of "d'Awa" stand before the name."""
    match = _ELIDED.match(token)
    return match.end() if match and token[match.end()].isupper() else 0


def _leads_away(token: str, following: list[re.Match[str]], run: _Run, words: NameWords) -> bool:
    """A preposition that is no part of the name: "Gonny Hekking aan voor de Meet Up", "Nächte in Kiel".

    In a name an article follows it ("Sophie in 't Veld"), and no surname stands before it.
    """
    if fold(token) not in words["prepositions"].words:
        return False
    article = following and fold(following[0].group()) in words["articles_in_names"].words
    named = [
        one
        for one, _, _ in run.tokens[run.titles :]
        if one[0].isupper()
        and not is_initials(one)
        and bare(one) not in words.ordinary
        and not words["announcing"].holds(bare(one))
    ]
    if not article and following and fold(token) in _TO_THE and len(named) == 1:
        behind = fold(following[0].group())  # "Ute zur Mühlen"
        return not words.is_given(named[0]) or behind in words.common or behind in words.ordinary
    return not article or (len(named) > 1 and not words.is_given(named[-1]))


def _office(run: _Run, words: NameWords) -> bool:
    """Only an office stands there yet: "général du Réseau" begins no name, "mevrouw van der Berg" does."""
    return bool(run) and len(run.tokens) == run.titles and words["functions"].holds(bare(run.tokens[-1][0]))


def _wrapped(text: str, at: int) -> bool:
    """The line before this break is long enough to have been broken by a mail program."""
    return at - text.rfind("\n", 0, at) >= 45


@lru_cache(maxsize=_VOCABULARY)
def _kind(token: str, words: NameWords) -> str:
    if token[0] in "'’‘" or fold(token) in words["particles"].words:
        return "small" if token[0].islower() or token[0] in "'’‘" else "name"
    if token[0] in "vV" and bare(token) in words["short_particles"].words:
        return "small"
    if token.endswith(".") and bare(token) in words["dotted_titles"].words and len(token) > 2:
        return "title"
    plain = bare(token)
    if plain in words["titles"].words and len(plain) > 1:
        return "title"
    if is_initials(token):
        return "initial" if token[0].isupper() else "other"
    if token[0] in "LJSCQ" and _ELIDED_WORD.match(token):
        return "other"  # "L'adresse", "J'espère"
    if token[0].isupper():
        pieces = [piece for piece in _DOTS.split(plain) if piece] if token.endswith(".") else []
        if len(pieces) > 1 and all(
            piece in words["titles"].words or piece in words["dotted_titles"].words for piece in pieces
        ):
            return "title"
        return "name"
    if plain in words["linking"].words and token.islower():
        return "small"
    return "other"


def _closed(text: str, run: _Run, opens_at: set[int], words: NameWords) -> list[Span]:
    """The run without common words at its ends; cut in two where one stands in the middle."""
    pieces: list[list[tuple[str, int, int]]] = [[]]
    titles = run.tokens[: run.titles]
    for number, entry in enumerate(run.tokens[run.titles :]):
        if _common(entry[0], number, run, words) or (not number and _denies_both(entry, text, words)):
            pieces.append([])
        else:
            pieces[-1].append(entry)
    small, linking = words["particles"].words, words["linking"].words
    found: list[Span] = []
    for number, piece in enumerate(pieces):
        while piece and piece[-1][0].islower() and piece[-1][0][0] not in "'’‘":
            piece.pop()
        while (
            piece
            and len(piece) > 1
            and (fold(piece[0][0]) in small or fold(piece[0][0]) in linking)
            and not (titles and number == 0)
        ):
            if piece[0][0][0].isupper() and (piece[0][1] not in opens_at or _opens_name(piece, words)):
                break  # "El Amrani", "Van Steenkiste"
            piece.pop(0)
        if not piece or all(is_initials(token) for token, _, _ in piece):
            continue
        titled = bool(titles) and number == 0
        announced = 0
        while len(piece) - announced > 1 and _announces(piece[announced][0], piece[announced + 1][0], words):
            announced += 1
        del piece[:announced]
        titled = titled or bool(announced and len(piece) > 1)
        raw = text[piece[0][1] : piece[-1][2]]
        name = mended(_SPACES.sub(" ", raw), words)
        if name is None or all(fold(token) in small or fold(token) in linking for token, _, _ in piece):
            continue
        left = titles[0][1] if titles and number == 0 else piece[0][1]
        tokens = tuple(token for token, _, _ in piece)
        found.append(Span(piece[0][1], piece[-1][2], left, name, tokens, titled, left in opens_at))
    return found


def _denies_both(entry: tuple[str, int, int], text: str, words: NameWords) -> bool:
    """ "Ni Rosalie Etoundi ni moi", where "Ni Luh Ayu" would be a name: said again of somebody else."""
    token, _, end = entry
    if not words["negating"].holds(bare(token)):
        return False
    return any(one.group() == token.lower() for one in _TOKEN.finditer(text[end : end + _SAID_AGAIN]))


def _opens_name(piece: list[tuple[str, int, int]], words: NameWords) -> bool:
    """Whether the small word that opens a sentence is of the name: "El Hadji Sarr", "Le Thi Hoa"."""
    return fold(piece[0][0]) not in words.ordinary or fold(piece[1][0]) in words["middle"].words


def _announces(token: str, following: str, words: NameWords) -> bool:
    """A capitalised function before a name: "Praktikantin Mei-Lin Fuchs"."""
    plain = bare(token)
    office = words["functions"].holds(plain) or plain in words["announcing"].words
    return office and not words.is_given(token) and following[0].isupper()


@lru_cache(maxsize=_VOCABULARY)
def _of_the_writer(plain: str, words: NameWords) -> bool:
    """Words that lead to a name or stand for the writer: no names, even with a capital."""
    return any(words[family].holds(plain) for family in _LEADING)


def _common(token: str, number: int, run: _Run, words: NameWords) -> bool:
    """Whether a capitalised word is a common one. "Will" and "Mark" are names before a family name,
    "Best", "Klein" and "Petit" behind a first name."""
    plain = bare(token)
    if token.islower() or is_initials(token):
        return False
    if "'" in plain and plain.partition("'")[0] in words.ordinary and len(plain.partition("'")[2]) < 3:
        return True  # "It's", "I'm"
    follows = number + 1 < len(run.tokens) - run.titles
    if number and follows and plain in words["particles"].words:
        return False  # "Élodie Van Steenkiste"
    long = words.is_given(token) and len(run.tokens) - run.titles > 2  # "Ni Luh Ayu Pratiwi"
    denies = number == 0 and token.isascii() and not long and words["negating"].holds(plain)
    if denies or _of_the_writer(plain, words):
        return True  # "Ni Hugo ni moi", but "Ní Bhriain"
    if number == 0 and words["closings"].holds(plain) and not run.titles:
        return True  # "LG Selin Yılmaz"
    if not words["greetings"].holds(plain) and plain not in words.ordinary:
        return False
    if plain in words.accented and token.isascii() and words.is_given(token):
        return False  # "Grace", not "Grâce à ..."
    names = run.tokens[run.titles :]
    rest = names[number + 1 :]
    if number > 1 and not rest and names[number - 1][0][:1] in _APOSTROPHES:
        return False  # "Fedde op 't Land"
    if rest and len(rest) > 1 and fold(rest[0][0]) in words["middle"].words and rest[0][0][0].isupper():
        return False  # "Le Thi Hoa"
    if (
        number > 1
        and not rest
        and words.is_given(names[0][0])
        and _leads_to_family(names[number - 1][0], words)
    ):
        return False  # "Els v.d. Meer", "Jan de Goede"
    if number and (rest or words.is_given(names[number - 1][0])):
        return False  # between two names: "Xandra Ben Youssef"
    return not (words.is_given(token) and rest and not words.is_given(rest[0][0]))


def _leads_to_family(token: str, words: NameWords) -> bool:
    plain = bare(token)
    if plain in words["short_particles"].words:
        return True
    return token.islower() and plain in words["articles_in_names"].words
