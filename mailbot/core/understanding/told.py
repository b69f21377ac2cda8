"""What the clauses of a sentence say of each of a party: who stays, who does not.

Clauses are what stands between commas, colons and the words that turn ("but"); names that stand in one alone
share what the next one says, or the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.tokens import Token

_CUT = re.compile(r"[,;:()|\t–—]|\s-\s|\.\s")
_ADDRESS = re.compile(r"[<(\[]?\S{1,64}@\S{1,80}")
LEAVES = frozenset({"cannot", "out", "cancel", "refuse"})
STAYS = frozenset({"register", "comes", "accept", "keep", "already"})
NEAR = 5  # words of a clause that only says yes or no to somebody


@dataclass(slots=True)
class Clause:
    """The words between two commas: who is named, and whether it says that they stay or leave."""

    said: Said
    words: list[Token]
    who: set[int] = field(default_factory=set)
    leaves: bool = False
    stays: bool = False
    only: bool = False
    besides: bool = False  # it speaks of food, a train, an invoice


def clauses_of(one: Said, words: NameWords, called: dict[str, set[int]], me: int | None) -> list[Clause]:
    sentence = one.sentence
    parts: list[list[Token]] = [[]]
    text = _ADDRESS.sub(lambda found: " " * len(found.group()), sentence.text)
    spoken = [token for token in sentence.words if text[token.start - sentence.start] != " "]
    for at, token in enumerate(spoken):
        gap = text[spoken[at - 1].end - sentence.start : token.start - sentence.start]
        if at and (_CUT.search(gap) or words["turning"].holds(token.word)):
            parts.append([])
        parts[-1].append(token)
    found = []
    for part in filter(None, parts):
        clause = Clause(one, part)
        _say(clause, words, called, me)
        found.append(clause)
    if len(found) == 1 and len(found[0].words) < NEAR:
        found[0].stays |= any(mark in sentence.text for mark in words["ticked"].words)
        found[0].leaves |= any(mark in sentence.text for mark in words["crossed"].words)
    return found


def _say(clause: Clause, words: NameWords, called: dict[str, set[int]], me: int | None) -> None:
    """Who is named in the clause, and what it says of them."""
    plain = [token.word for token in clause.words]
    low, high = clause.words[0].start, clause.words[-1].end
    acts = [act for act in clause.said.acts if low < act.end <= high and not act.slug.startswith("votes/")]
    last = -1
    for at, name in _named(clause.said.sentence, clause.words, called, words):
        clause.who.add(name)
        last = at
    for at, word in enumerate(plain):
        near = plain[max(0, at - 1) : at + 2]
        joined = any(words["joining"].holds(one) for one in near) or words["only"].holds(near[0])
        if me is None:
            break
        if (words["me"].holds(word) and joined) or (words["subject"].holds(word) and not clause.who):
            clause.who.add(me)
            last = max(last, at)
    clause.leaves = any(act.kind in LEAVES or _frees(act, plain, words) for act in acts)
    clause.leaves |= words["drops"].first(plain) is not None or bare_answer("says_no", plain, words)
    clause.stays = any(act.kind in STAYS for act in acts) or words["stays"].first(plain) is not None
    clause.stays |= bare_answer("says_yes", plain, words)
    clause.besides = words["besides"].first(plain) is not None or words["diet"].first(plain) is not None
    only = words["only"].first(plain)
    clause.only = only is not None or words["alone"].first(plain) is not None
    if clause.only and clause.who and last >= len(plain) - 2 and not clause.leaves:
        clause.stays = True  # "it will be just Mehmet and me"


def bare_answer(family: str, plain: list[str], words: NameWords) -> bool:
    """A yes or a no with nothing behind it that it could be about: "Lotte can't", not "Lotte can't eat"."""
    at = words[family].first(plain)
    if at is None:
        return False
    rest = plain[at + words[family].length_at(plain, at) :]
    return all(words["filling"].holds(word) for word in rest)


def _frees(act: Act, plain: list[str], words: NameWords) -> bool:
    """ "*Her* seat is free"."""
    return act.kind == "release" and act.who not in {"me", "us"} and words["mine"].first(plain) is None


def _named(
    sentence: Sentence, spoken: Sequence[Token], called: dict[str, set[int]], words: NameWords
) -> Iterator[tuple[int, int]]:
    """Each name in the clause, by its last word and its place in the party; -1 where it may be several's."""
    run: set[int] = set()
    for at, token in enumerate([*spoken, None]):
        who = called.get(token.word, set()) if token is not None else set()
        if token is not None and who:
            shown = sentence.text[token.start - sentence.start]
            if not shown.isupper() and (not words.is_given(token.word) or token.word in words.ordinary):
                who = set()
        if who and run & who:
            run &= who
        elif who or run:
            if run:
                yield at - 1, run.pop() if len(run) == 1 else -1
            run = set(who)


def joined(clauses: list[Clause], words: NameWords) -> Iterator[Clause]:
    """The clauses, a mere row of names with what follows it: "Lotte, Mehmet and I come"; "Lotte: ill"."""
    waiting: Clause | None = None
    parts = _with_names_behind(clauses, words)
    for clause in parts:
        if waiting is not None:
            bare = _only_names(waiting, words)
            if (bare and (clause.leaves or clause.stays or _only_names(clause, words))) or (
                bare and not clause.who
            ):
                clause.who |= waiting.who
            else:
                yield waiting
            waiting = None
        if clause.who and not (clause.leaves or clause.stays):
            waiting = clause
        else:
            yield clause
    if waiting is not None:
        yield waiting


def _with_names_behind(clauses: list[Clause], words: NameWords) -> list[Clause]:
    """ "We come as two, Ewa and I": who stays stands behind the words that say so."""
    found: list[Clause] = []
    for clause in clauses:
        last = found[-1] if found else None
        silent = clause.who and not (clause.leaves or clause.stays or clause.besides)
        if last and last.stays and not last.who and not last.leaves and silent and _only_names(clause, words):
            last.who |= clause.who
        else:
            found.append(clause)
    return found


def _only_names(clause: Clause, words: NameWords) -> bool:
    small = [
        token
        for token in clause.words
        if not clause.said.sentence.text[token.start - clause.said.sentence.start].isupper()
        and not words["joining"].holds(token.word)
        and not words["me"].holds(token.word)
        and token.word not in words["titles"].words
        and token.word not in words["particles"].words
    ]
    return not small
