"""The phrases of ``words/<lang>/acts.toml``, compiled when a mail needs them.

Compiling a whole language takes most of a second and some 15 MB, so a language that nobody writes in is
never compiled: whether a sentence could be a foreign yes, or an order to the machine, a few phrases tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.phrasebook import Phrasebook
from mailbot.core.understanding.phrases import Families, Phrase, read_families, read_phrase
from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.tokens import fold

_NO_KIND = frozenset({"who", "families", "words"})
_FAMILY = re.compile(r"\{([\w-]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase does and says whom about: the heading it stands under."""

    kind: str
    slug: str
    who: str
    negated: str
    wish: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """All phrases of one language, compiled."""

    rules: tuple[Rule, ...]
    book: Phrasebook
    negations: frozenset[str]
    conjunctions: frozenset[str]
    alternatives: frozenset[str]  # or ...
    consequences: frozenset[str]  # then ...
    adversatives: frozenset[str]  # those that part what is from what is not: but, however ...
    pronouns: Mapping[str, frozenset[str]]  # me · us · them -> words
    possessives: frozenset[str]  # his, her, their: whose a thing is, and never the thing itself
    titles: frozenset[str]  # doctor, professor ...: alone, they are left away from a badge
    speakers: Mapping[str, frozenset[str]]  # me · us -> every single word for the writer: I, me, we ...
    owners: frozenset[str]  # my, our ...
    that: frozenset[str]  # begins what is reported
    reporting: frozenset[str]  # and stands before it: inform, regret ...


def grammar(lexicon: Lexicon, lang: str) -> Grammar:
    """The compiled phrases of a language; raises PhraseError (its message names the phrase)."""
    return lexicon.compiled(f"acts-{lang}", lambda: _compile(lexicon.table(lang, "acts"), lang))


def _compile(table: Mapping[str, Any], lang: str) -> Grammar:
    rules, phrases = _phrases(table, lang, [kind for kind in table if kind not in _NO_KIND])
    words = table.get("words", {})
    return Grammar(
        tuple(rules),
        Phrasebook(phrases),
        frozenset(fold(word) for word in words.get("not", ())),
        frozenset(fold(word) for word in words.get("but", ())),
        frozenset(fold(word) for word in words.get("alternative", ())),
        frozenset(fold(word) for word in words.get("consequence", ())),
        frozenset(fold(word) for word in words.get("adversative", ())),
        {who: frozenset(fold(word) for word in words.get(who, ())) for who in ("me", "us", "them")},
        frozenset(fold(word) for word in words.get("theirs", ())),
        frozenset(fold(word) for word in words.get("titles", ())),
        {
            who: frozenset(
                fold(word)
                for family, said in families.items()
                if family != "my"  # "my colleague": somebody else is the subject
                for word in said
                if " " not in word
            )
            for who, families in table.get("who", {}).items()
        },
        frozenset(
            fold(word) for families in table.get("who", {}).values() for word in families.get("my", ())
        ),
        frozenset(fold(word) for word in words.get("that", ())),
        frozenset(fold(word) for word in words.get("reporting", ())),
    )


def _phrases(
    table: Mapping[str, Any], lang: str, kinds: Iterable[str]
) -> tuple[list[Rule], list[tuple[int, Phrase]]]:
    """The phrases of these kinds, each with the place of its rule."""
    groups = [(kind, name, group) for kind in kinds for name, group in table.get(kind, {}).items()]
    whose = _families(table, [phrase for *_, group in groups for phrase in group["say"]])
    rules: list[Rule] = []
    phrases: list[tuple[int, Phrase]] = []
    for kind, name, group in groups:
        for phrase in group["say"]:
            speaks = any(sign in phrase for sign in ("{I}", "{me}", "{my}"))
            for who in ("me", "us") if speaks else ("me",):
                meant = group.get("who") or (who if speaks else "any")
                rule = Rule(
                    kind, f"{lang}/{kind}.{name}", meant, group.get("negated", ""), group.get("wish", False)
                )
                if not rules or rules[-1] != rule:
                    rules.append(rule)
                phrases.append((len(rules) - 1, read_phrase(phrase, whose[who])))
    return rules, phrases


def _families(table: Mapping[str, Any], phrases: Iterable[str]) -> dict[str, Families]:
    """The families that these phrases need, as the writer alone and as several people say them."""
    written: Mapping[str, Sequence[str]] = table.get("families", {})
    needed = set(_FAMILY.findall("\n".join(phrases)))
    for name in reversed(list(written)):  # one uses only those above it
        if name in needed:
            needed.update(_FAMILY.findall("\n".join(written[name])))
    own = {who: read_families(words) for who, words in table.get("who", {}).items()}
    spoken = {name for words in own.values() for name in words}
    for name in written:
        if not spoken.isdisjoint(_FAMILY.findall("\n".join(written[name]))):
            spoken.add(name)
    shared = read_families({name: said for name, said in written.items() if name in needed - spoken})
    return {
        who: read_families({n: s for n, s in written.items() if n in needed & spoken}, {**shared, **words})
        for who, words in own.items()
    }


def may_say(sentence: Sentence, kinds: tuple[str, ...], languages: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a phrase of one of these kinds stands in it: told without reading all that it does, and
    without compiling all phrases of a language that nobody may write in."""

    def book(lang: str) -> Phrasebook:
        return lexicon.compiled(
            f"acts-{lang}-{'-'.join(kinds)}",
            lambda: Phrasebook(_phrases(lexicon.table(lang, "acts"), lang, kinds)[1]),
        )

    return any(book(lang).find(sentence.words) for lang in languages)
