"""The runs themselves that are written as a name is, word by word: what each word is in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.understanding.names import bare, is_initials
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.shouting import shouted
from mailbot.core.understanding.tokens import fold

TOKEN = re.compile(
    r"['’‘][ts](?=[\s\u00a0])|v/d(?=\s)|(?:[^\W\d_]{1,2}\.){2,6}|[^\W\d_]+(?:[-'’‘ʼ´`][^\W\d_]+)*\.?"
)
VOCABULARY = 2048  # words of which is kept what they may be in a name
_ELIDED = re.compile(r"(?:[ldjmnstc]|qu)['’](?=[^\W\d_])", re.IGNORECASE)
_ELIDED_WORD = re.compile(r"(?:[LJSC]|Qu)['’][^\W\d_A-ZÀ-Þ]")
_NAME_FOLLOWS = re.compile(r"[ -]?[^\W\d_a-zß-öø-ÿ]")
_STOP = re.compile(r"[.!?:\n\t]")
_DOTS = re.compile(r"[.-]")
_ELIDED_D = re.compile(r"d['’][^\W\d_]")
_IN_BRACKETS = re.compile(r" ?\(([^\W\d_]+(?:[- ][^\W\d_]+)?)\) (?![Bb]aron|jonkheer|graaf)(?=[^\W\d_'’])")
_OWNS = re.compile(r"(?<=[^\W\d_]{2})['’‘ʼ´`]s$")
_SAYS_I = re.compile(r"I [a-z]")  # "On behalf of Anna Smith I would like ..."
_LEADING = ("from_house", "joining", "me", "self", "both_and")
_TO_THE = frozenset({"zur", "zum"})
_MONSIEUR = frozenset({"m"})
MOSTTOKENS = 9


@dataclass(slots=True)
class Run:
    tokens: list[tuple[str, int, int]]
    titles: int = 0
    called: bool = False  # its last word stands in brackets: the name that one goes by

    def __bool__(self) -> bool:
        return bool(self.tokens)


def written_as_names(text: str, start: int, end: int, opens_at: set[int], words: NameWords) -> Iterator[Run]:
    """The runs themselves; where a sentence or line begins is put down in ``opens_at``."""
    run = Run([])
    last = start
    sentence = True
    matches = list(TOKEN.finditer(text, start, end))
    for number, match in enumerate(matches):
        token, at, stop = match.group(), match.start(), match.end()
        gap = text[last:at]
        called = bool(run) and "(" in gap and _calls(run, text, last, words)
        if run and gap != " " and not called and (gap != ") " or not run.called) and _parts(gap, text, last):
            yield run
            run = Run([])
        run.called = called or (run.called and gap == " ")  # "(Jan Willem)"
        if not gap or (gap != " " and _STOP.search(gap)):
            sentence = True
        if sentence:
            opens_at.add(at)
        sentence = False
        skipped = 0 if run else _elided(token)
        token, at = token[skipped:], at + skipped
        kind = _kind_here(token, run, text, at, words)
        if kind == "title" and _is_surname(token, run, text[stop : stop + 2]):
            kind = "name"
        ends = False
        if kind == "title":
            if run and len(run.tokens) > run.titles:
                yield run
                run = Run([])
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
        if run and (ends or len(run.tokens) > MOSTTOKENS):
            yield run
            run = Run([])
        last = stop
    if run:
        yield run


def _kind_here(token: str, run: Run, text: str, at: int, words: NameWords) -> str:
    """What a word is in a name, behind those of the run."""
    kind = "other" if run and _SAYS_I.match(text, at) else kind_of(token, words)
    if kind == "name" and token.isupper():
        kind = _loud(token, text, at, words)
    if kind == "initial" and run and bare(token) in _MONSIEUR and _in_a_run(run):
        return "title"  # "l'empêchement de M. Sow"
    if run and kind != "name" and _ELIDED_D.match(token) and token[2].isupper():
        return "name"  # "Camille d'Ormesson"
    if kind == "title" and len(run.tokens) == run.titles + 1 and _surname_ends(token, run, words):
        return "name"
    return kind


def _in_a_run(run: Run) -> bool:
    """A small word came last, and no title: "dhr. M. Çelik" has an initial."""
    return len(run.tokens) > run.titles and run.tokens[-1][0].islower()


def _loud(token: str, text: str, at: int, words: NameWords) -> str:
    """In "MELD JAN DE VRIES AAN VOOR DE ..." the small and the common words are what they always are."""
    plain = bare(token)
    small = plain in words["particles"].words
    common = plain in words.ordinary or of_the_writer(plain, words)
    if not (small or common) or words.is_given(plain) or not shouted(text, at, at + len(token)):
        return "name"
    return "small" if small else "other"


def _surname_ends(token: str, run: Run, words: NameWords) -> bool:
    """ "Je spreekt met Ria Pol.": the full stop ends the sentence, and shortens no "rer. pol."."""
    short = token.endswith(".") and bare(token) not in words["titles"].words
    return short and words.is_given(run.tokens[-1][0])


def _is_surname(token: str, run: Run, behind: str) -> bool:
    """ "Ruth-Anne de Pater": a title stands before a name, and what ends one behind a small word is none."""
    names = [one for one, _, _ in run.tokens[run.titles :]]
    ends = token[0].isupper() and not token.endswith(".") and not _NAME_FOLLOWS.match(behind)
    return ends and len(names) > 1 and names[-1].islower()


def _parts(gap: str, text: str, last: int) -> bool:
    """Whether what stands between two words keeps them from being one name."""
    if gap and (gap.strip(" \u00a0\t\r\n") or gap.count("\n") > 1 or "\t" in gap or len(gap) > 6):
        return True
    return "\n" in gap and not _wrapped(text, last)


def _calls(run: Run, text: str, last: int, words: NameWords) -> bool:
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


def _leads_away(token: str, following: list[re.Match[str]], run: Run, words: NameWords) -> bool:
    """A preposition that is no part of the name: "Gonny Hekking aan voor de Meet Up", "Nächte in Kiel".

    In a name an article follows it ("Sophie in 't Veld"), and no surname stands before it.
    """
    if fold(token) not in words["prepositions"].words:
        return False
    noble = any(one.islower() for one, _, _ in run.tokens) and following and following[0].group()[0].isupper()
    if fold(token) == "tot" and noble and fold(following[0].group()) not in words.ordinary:
        return False  # "van Lynden tot Oldenaller"
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


def _office(run: Run, words: NameWords) -> bool:
    """Only an office stands there yet: "général du Réseau" begins no name, "mevrouw van der Berg" does."""
    return bool(run) and len(run.tokens) == run.titles and words["functions"].holds(bare(run.tokens[-1][0]))


def _wrapped(text: str, at: int) -> bool:
    """The line before this break is long enough to have been broken by a mail program."""
    return at - text.rfind("\n", 0, at) >= 45


@lru_cache(maxsize=VOCABULARY)
def kind_of(token: str, words: NameWords) -> str:
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


@lru_cache(maxsize=VOCABULARY)
def of_the_writer(plain: str, words: NameWords) -> bool:
    """Words that lead to a name or stand for the writer: no names, even with a capital."""
    return any(words[family].holds(plain) for family in _LEADING)
