"""Whom a request means that does not name them in full: "put her down too? Josje Lammers, same house"."""

from __future__ import annotations

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, Mention, People
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import Part, parts
from mailbot.core.understanding.tokens import Token, fold, tokens

_AGAINST = frozenset({Flag.NEGATED, Flag.ALREADY, Flag.OMITTED})
# A sentence that does one of these tells something else of whom it names.
_ELSE = ("cancel", "cannot", "out", "refuse", "already", "keep", "replace", "correct")
_LEAD = 4  # words before the name: "It's about", "Haar naam is", "Dr."


def meant(facts: Facts, people: People) -> list[Mention]:
    """The people whom the sentences that ask a seat for others call by their first names, or who are named
    at the head of the sentence behind. Nobody where it may be somebody else too."""
    named = [
        mention
        for mention, part in parts(facts, people)
        if part is Part.NONE
        and not mention.flags & _AGAINST
        and Flag.SELF not in mention.flags
        and mention.place == "text"
        and " " in (mention.attendee.name or "")
    ]
    for at, one in enumerate(facts.said if named else ()):
        acts = one.of("register", "accept")
        if not acts or any(act.who in {"me", "us"} for act in acts):
            continue
        called = _called(one, named, people.words)
        if called is not None:
            return called
        behind = next(iter(facts.said[at + 1 : at + 2]), None)
        if behind is None or behind.does(*_ELSE) or behind.sentence.place != one.sentence.place:
            continue
        here = [m for m in named if behind.sentence.start <= m.start < behind.sentence.end]
        theirs = any(act.who == "them" for act in acts)
        if here and (theirs or _of_another(one, people.words)) and _introduces(behind, here[0], people.words):
            return here
    return []


def _called(one: Said, named: list[Mention], words: NameWords) -> list[Mention] | None:
    """Those whom the sentence calls by their first names, "Zou je Bas en Itziar willen inschrijven?", where
    it calls nobody else so; None where it calls nobody."""
    first: dict[str, list[Mention]] = {}
    for mention in named:
        first.setdefault(fold((mention.attendee.name or "").partition(" ")[0]), []).append(mention)
    found: list[Mention] = []
    spoken = one.sentence.words
    rows = set()
    for at, token in enumerate(spoken):
        if token.word in first and _capital(one, token):
            found += first[token.word]
            rows.add(at)
    for at in rows:
        for joint, other in ((at - 1, at - 2), (at + 1, at + 2)):
            joined = 0 <= other < len(spoken) and joint >= 0 and words["joining"].holds(spoken[joint].word)
            spoken_of = joined and other not in rows and _capital(one, spoken[other])
            if spoken_of and (other > 0 or spoken[other].word not in words.common):
                return []  # "Bas and Itziar", and of Itziar nothing more is said
    return found or None


def _of_another(one: Said, words: NameWords) -> bool:
    """ "Können Sie bitte auch *meine Schwägerin* anmelden?"."""
    plain = [token.word for token in one.sentence.words]
    return any(words[family].first(plain) is not None for family in ("announcing", "guest", "kin", "unnamed"))


def _capital(one: Said, token: Token) -> bool:
    return one.sentence.text[token.start - one.sentence.start].isupper()


def _introduces(one: Said, mention: Mention, words: NameWords) -> bool:
    """ "Josje Lammers, same organisation.", "Hij heet Jaap-Harm Zijl", "Her name is ..."."""
    ahead = [token.word for token in one.sentence.words if token.end <= mention.start]
    while ahead and ahead[-1] in words["titles"].words:
        ahead.pop()
    if len(ahead) > _LEAD:
        return False
    if not ahead or words["naming"].length_before(ahead, len(ahead)):
        rest = one.sentence.text[mention.end - one.sentence.start :].lstrip()
        told = [token.word for token in tokens(rest[:24])]
        return bool(ahead) or not rest or not rest[0].isalpha() or words["joining"].length_at(told, 0) > 0
    return False
