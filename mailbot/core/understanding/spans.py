"""Runs of words that are written as a name is: "Jean-Pierre Ndayishimiye", "prof. dr. A. van 't Hof".

Finds candidates only, in one pass; whether one is a person is weighed by ``people``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.core.understanding.names import bare, is_initials, mended
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.runs import TOKEN, Run, kind_of, of_the_writer, written_as_names
from mailbot.core.understanding.tokens import fold

_SPACES = re.compile(r"\s+")
_SAID_AGAIN = 80  # characters behind "ni" in which the other "ni" stands
_APOSTROPHES = frozenset("'’‘")
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
    first = TOKEN.search(text, at, end)
    if first is not None and first.start() - at <= 1 and words["articles"].holds(fold(first.group())):
        title = TOKEN.match(text, first.end() + 1, end)  # "- de heer Jan Smit"
        if title is not None and kind_of(title.group(), words) == "title":
            first, at = title, title.start()
    if first is None or first.start() - at > 1 or kind_of(first.group(), words) == "other":
        return None
    run = next(_runs(text, at, end, words), None)  # what comes behind the first begins further on
    return run[0] if run and run[0].left - at <= 1 else None


def _runs(text: str, start: int, end: int, words: NameWords) -> Iterator[list[Span]]:
    """The candidates of each run of words that are written as names are."""
    opens_at: set[int] = set()
    for run in written_as_names(text, start, end, opens_at, words):
        yield _closed(text, run, opens_at, words)


def _closed(text: str, run: Run, opens_at: set[int], words: NameWords) -> list[Span]:
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
    return any(one.group() == token.lower() for one in TOKEN.finditer(text[end : end + _SAID_AGAIN]))


def _opens_name(piece: list[tuple[str, int, int]], words: NameWords) -> bool:
    """Whether the small word that opens a sentence is of the name: "El Hadji Sarr", "Le Thi Hoa"."""
    return fold(piece[0][0]) not in words.ordinary or fold(piece[1][0]) in words["middle"].words


def _announces(token: str, following: str, words: NameWords) -> bool:
    """A capitalised function before a name: "Praktikantin Mei-Lin Fuchs"."""
    plain = bare(token)
    office = words["functions"].holds(plain) or plain in words["announcing"].words
    # "Minister-Counsellor Alejandro Rivas", but Ann Smith-Fellow
    office = office or ("-" in plain and all(map(words["functions"].holds, plain.split("-"))))
    return office and not words.is_given(token) and following[0].isupper()


def _common(token: str, number: int, run: Run, words: NameWords) -> bool:
    """Whether a capitalised word is a common one. "Will" and "Mark" are names before a family name,
    "Best", "Klein" and "Petit" behind a first name."""
    plain = bare(token)
    if token.islower() or is_initials(token):
        return False
    if "'" in plain and plain.partition("'")[0] in words.ordinary and len(plain.partition("'")[2]) < 3:
        return True  # "It's", "I'm"
    names = run.tokens[run.titles :]
    rest = names[number + 1 :]
    if plain in words["words_and_names"].words and rest and _of_a_family(rest[0][0], words):
        return False  # "Per Åkesson", not "Per 1 January"
    follows = number + 1 < len(run.tokens) - run.titles
    if number and follows and plain in words["particles"].words:
        return False  # "Élodie Van Steenkiste"
    long = words.is_given(token) and len(run.tokens) - run.titles > 2  # "Ni Luh Ayu Pratiwi"
    denies = number == 0 and token.isascii() and not long and words["negating"].holds(plain)
    if denies or of_the_writer(plain, words):
        return True  # "Ni Hugo ni moi", but "Ní Bhriain"
    if number == 0 and words["closings"].holds(plain) and not run.titles:
        return True  # "LG Selin Yılmaz"
    if not words["greetings"].holds(plain) and plain not in words.ordinary:
        return False
    if plain in words.accented and token.isascii() and words.is_given(token):
        return False  # "Grace", not "Grâce à ..."
    if number > 1 and not rest and names[number - 1][0][:1] in _APOSTROPHES:
        return False  # "Fedde op 't Land"
    if number > 1 and not rest and names[number - 1][0] == "A":
        return False  # "Mei-Ling Tjin A Ton"
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


def _of_a_family(token: str, words: NameWords) -> bool:
    """Whether a word can be nothing but a family name: no common one, and no first name."""
    plain = bare(token)
    common = plain in words.ordinary or plain in words.common or words.places.holds(plain)
    return (
        token[0].isupper()
        and not common
        and not words.is_given(token)
        and not words["functions"].holds(plain)
    )


def _leads_to_family(token: str, words: NameWords) -> bool:
    plain = bare(token)
    if plain in words["short_particles"].words:
        return True
    return token.islower() and plain in words["articles_in_names"].words
