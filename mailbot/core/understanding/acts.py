"""What a sentence does: wants seats, gives up, replaces, accepts, asks ...

The phrases stand in ``words/<lang>/acts.toml``. A phrase that lies within a longer one is part of
it and does not count ("would have loved to *register*", "can I still *register*?").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailbot.core.understanding.clauses import clauses, governs, negated
from mailbot.core.understanding.grammar import Grammar, Rule, grammar
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.phrasebook import Found
from mailbot.core.understanding.sentences import Sentence
from mailbot.core.understanding.tokens import Token

# Wants that turn into something else, or nothing, by a "not".
NEGATABLE = frozenset({"register", "accept", "comes", "cancel", "member", "replace"})
# A "not" inside one of these belongs to it and negates nothing else.
HOLDS_ITS_NOT = frozenset({
    "nonmember", "cannot", "out", "hold", "never", "elsewhere", "courtesy", "refuse", "no", "request",
    "correct", "keep", "sender_stays_away", "status", "release", "later", "ask", "condition", "free",
    "anybody",
})  # fmt: skip
_STANDING = "member.standing"
# What these say of a registration, they do to it.
_DONE_TO = frozenset({"cancel", "status", "move", "replace", "release", "refuse"})
# A "not" of these takes back every want that is said with the same words.
_TAKES_BACK = frozenset({"cannot", "out", "refuse"})
# These say nothing by themselves that could swallow a want within their words.
_SWALLOWS_NOTHING = frozenset(
    {
        "request",
        "yes",
        "no",
        "headline",
        "condition",
        "waiting",
        "business",
        "after_all",
        "anybody",
        "invited",
        "authority",
        "rumour",
        "errand",
        "partly",
        "hinges",
        "open",
    }
)
# These are read wherever they stand, also within the words of another act.
_ALWAYS = frozenset({
    "elsewhere", "unreal", "courtesy", "nonmember", "suspicious", "condition", "sender_stays_away", "self",
    "newsletter", "company", "business", "after_all", "free", "member", "occasion", "anybody",
    "authority", "invited", "rumour", "errand", "partly", "hinges", "open",
})  # fmt: skip
# Void where somebody only would have done so.
_WISHED = frozenset({"cancel", "register", "comes", "accept", "headline", "cannot"})
# Void where only a part of the afternoon is meant.
_MISSED = frozenset({"cannot", "out", "refuse"})
# Words over which these stand can't want what they seem to.
_REFUSALS = frozenset({"cannot", "out", "refuse", "cancel"})
_REFUSABLE = frozenset({"register", "accept", "comes"})
# Wants that are only asked about: "how do I *register*?"
_ASKABLE = frozenset({"register", "comes", "headline"})
_ASKABLE_OUTRIGHT = _ASKABLE | {"cancel"}  # with a question mark: "until when can I *cancel*?"
_BEHIND = 2  # words: "leave out *the Prof*"
# Acts that bear on whether the others are certain.
CONDITIONS = frozenset({"condition"})


@dataclass(frozen=True, slots=True)
class Act:
    """``kind`` (the heading's first word in acts.toml) by the rule ``slug``; ``start`` and ``end``
    count in the sentence's place. ``who``: me · us · them · any. ``condition``: '' or its words."""

    kind: str
    slug: str
    who: str
    start: int
    end: int
    weight: int
    wish: bool = False
    negated: bool = False
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and what it does, in the order of the words."""

    sentence: Sentence
    acts: tuple[Act, ...]
    lang: str
    adversative: int = 0  # where its first "but" stands; 0: there is none
    alternative: int = 0  # where its last "or" stands; 0: there is none
    consequence: bool = False  # it begins with "then", and hangs on what was said before
    aside: bool = False  # it looks forward to another event, and asks nothing

    def does(self, *kinds: str) -> bool:
        return any(act.kind in kinds for act in self.acts)

    def of(self, *kinds: str) -> tuple[Act, ...]:
        return tuple(act for act in self.acts if act.kind in kinds)


def speaker(sentence: Sentence, lang: str, lexicon: Lexicon) -> str:
    """Whom the sentence's own pronouns make its subject: us before me; them where the writer only owns
    somebody ("my colleague"); any where there is none. "*We* regret that Mr Coulibaly can't come" is about
    him."""
    known = grammar(lexicon, lang)
    said = [token.word for token in sentence.words]
    words = set(said[_reported(said, known) :])
    found = (who for who in ("us", "me") if words & known.speakers.get(who, frozenset()))
    return next(found, "them" if words & known.owners else "any")


def said(sentence: Sentence, languages: Sequence[str], lexicon: Lexicon) -> Said:
    """Read one sentence with the phrases of these languages (the likeliest first)."""
    acts: list[Act] = []
    for lang in languages:
        acts += _acts(sentence, grammar(lexicon, lang))
    acts.sort(key=lambda act: (act.start, -act.end))
    turns = frozenset().union(*(grammar(lexicon, lang).adversatives for lang in languages))
    but = next((token.start for token in sentence.words[1:] if token.word in turns), 0)
    then = frozenset().union(*(grammar(lexicon, lang).consequences for lang in languages))
    hangs = bool(sentence.words) and sentence.words[0].word in then
    ors = frozenset().union(*(grammar(lexicon, lang).alternatives for lang in languages))
    either = next((token.start for token in reversed(sentence.words) if token.word in ors), 0)
    return Said(sentence, tuple(acts), languages[0], but, either, hangs)


def _acts(sentence: Sentence, known: Grammar) -> Iterable[Act]:
    words = sentence.words
    phrases = known.book.find(words)
    if not phrases:
        return
    found = _without_courtesies(_without_mine(_longest(phrases, known), known), known)
    held = {
        at
        for one in found
        if known.rules[one.label].kind in HOLDS_ITS_NOT
        for at in range(one.first, one.last)
    }
    nots = [at for at, word in enumerate(words) if word.word in known.negations and at not in held]
    told = [
        at
        for one in found
        if known.rules[one.label].kind in _TAKES_BACK
        for at in range(one.first, one.last)
        if words[at].word in known.negations
    ]
    clause = clauses(sentence, known.conjunctions)
    found = _without_refused(_without_asked_about(found, clause, known, sentence.asks), known)
    conditions = [one for one in found if known.rules[one.label].kind in CONDITIONS]
    for one in found:
        rule = known.rules[one.label]
        act = Act(
            rule.kind,
            rule.slug,
            _whom(rule, [word.word for word in words[one.first : one.last]], known),
            words[one.first].start,
            words[one.last - 1].end,
            one.weight,
            rule.wish,
        )
        if rule.kind == "cancel" and _of_a_title(one, sentence, known):
            act = replace(
                act, kind="correct", slug=f"{rule.slug.partition('/')[0]}/correct.left_away", who="any"
            )
            yield act
            continue
        taken_back = any(one.first <= at < one.last for at in told)
        # "As members we do *not* pay" says that they are, "*not* as members" that they aren't.
        near = [at for at in nots if at < one.first] if rule.slug.endswith(_STANDING) else nots
        # "Mitglied bei Ihnen bin ich *nicht*", whatever else the "not" may belong to.
        far = (
            rule.kind == "member"
            and not rule.slug.endswith(_STANDING)
            and _denied_at_the_end(one, words, clause, known)
        )
        if rule.kind in NEGATABLE and (taken_back or far or negated(one, near, clause)):
            if not rule.negated:
                continue
            act = replace(act, kind=rule.negated, negated=True)
        condition = next(
            (c for c in conditions if rule.kind not in CONDITIONS and governs(c, one, sentence)), None
        )
        if condition is not None:
            start, end = words[condition.first].start, words[condition.last - 1].end
            origin = 0 if not sentence.words else sentence.start
            act = replace(act, condition=sentence.text[start - origin : end - origin])
        yield act


def _denied_at_the_end(one: Found, words: Sequence[Token], clause: Sequence[int], known: Grammar) -> bool:
    """ "Mitglied bei Ihnen bin ich *nicht*": the last word of the clause."""
    last = max(at for at, number in enumerate(clause) if number == clause[one.first])
    return words[last].word in known.negations


def _of_a_title(one: Found, sentence: Sentence, known: Grammar) -> bool:
    """ "Please drop *the Dr* on my badge", not "cancel Dr Smith": a title with no name behind it."""
    for at in range(one.first, min(one.last + _BEHIND, len(sentence.words))):
        if sentence.words[at].word in known.titles:
            behind = sentence.text[sentence.words[at].end - sentence.start :].lstrip(". ")
            return not behind[:1].isupper()
    return False


def _reported(said: Sequence[str], known: Grammar) -> int:
    """Where begins what the writer only reports: "I regret to inform you that ..."; 0 where they speak of
    themselves."""
    at = next((at for at, word in enumerate(said) if word in known.that), 0)
    return at + 1 if at and not known.reporting.isdisjoint(said[:at]) else 0


def _whom(rule: Rule, words: Sequence[str], known: Grammar) -> str:
    """Whom the act is about: a pronoun within the words tells where the phrase left it open."""
    told = _reported(words, known) if rule.kind in _TAKES_BACK and rule.who in {"me", "us"} else 0
    if told and not any(word in known.speakers.get(rule.who, ()) for word in words[told:]):
        return "them"
    if rule.slug.endswith("cancel.of_theirs"):
        return rule.who  # "she asked *me* to cancel her registration"
    if rule.kind in {"register", "cancel"} and rule.who in {"them", "any"}:
        for who in ("me", "us"):
            if any(word in known.pronouns[who] for word in words):
                return who
        if rule.who == "any" and rule.slug.endswith("register.coming"):  # "I'll be there with Anna"
            return next((who for who in ("us", "me") if known.speakers[who] & set(words)), "any")
    if rule.kind in {"release", "cancel"} and rule.who == "any":
        # "Give *him* to the next one": in Dutch, German and French a seat is a he or a she.
        theirs = known.possessives if rule.kind == "release" else known.pronouns["them"]
        return "them" if any(word in theirs for word in words) else "any"
    return rule.who


def _longest(found: Sequence[Found], known: Grammar) -> list[Found]:
    """Without those that lie within a phrase that demands more words."""
    ordered = sorted(found, key=lambda one: (-one.weight, one.first))
    kept: list[Found] = []
    for one in ordered:
        rule = known.rules[one.label]
        alone = rule.kind in _ALWAYS or rule.slug.endswith("ask.how")
        inside = not alone and any(
            other.first <= one.first
            and one.last <= other.last
            and (other.weight > one.weight or _says_of(other, one, known))
            and known.rules[other.label].kind not in _SWALLOWS_NOTHING
            for other in kept
        )
        if not inside:
            kept.append(one)
    # The same act said twice over the same words counts once, by its fullest phrase; words that name
    # nobody ("that won't work") are the writer's own.
    single: dict[tuple[str, str, int], Found] = {}
    mine = {(rule.slug, one.first, one.last) for one in kept if (rule := known.rules[one.label]).who == "me"}
    for one in kept:
        rule = known.rules[one.label]
        if rule.who == "us" and (rule.slug, one.first, one.last) in mine:
            continue
        kind = rule.slug if rule.slug.endswith("ask.how") else rule.kind
        key = (kind, rule.who, one.first)
        if key not in single or single[key].weight < one.weight:
            single[key] = one
    return sorted(single.values(), key=lambda one: one.first)


def _says_of(other: Found, one: Found, known: Grammar) -> bool:
    """Whether longer words say what is done to a want: "my registration for the 18th" *I cancel*."""
    wider = other.last - other.first > one.last - one.first and other.weight == one.weight
    return wider and known.rules[one.label].kind == "register" and known.rules[other.label].kind in _DONE_TO


def _without_mine(found: list[Found], known: Grammar) -> list[Found]:
    """ "I have to cancel *his* participation" gives up none of the writer's own."""
    theirs = [one for one in found if known.rules[one.label].slug.endswith("cancel.of_theirs")]
    return [
        one
        for one in found
        if known.rules[one.label].kind not in {"cancel", "register"}
        or one in theirs
        or not any(other.first < one.last and one.first < other.last for other in theirs)
    ]


def _without_courtesies(found: list[Found], known: Grammar) -> list[Found]:
    """Without conditions that are none ("if possible"), without wishes that came to nothing ("I would have
    loved to register"), and without a no to a part of the afternoon ("I'll miss the opening")."""
    kinds = [known.rules[one.label].kind for one in found]
    polite = [one for one, kind in zip(found, kinds, strict=True) if kind == "courtesy"]
    unreal = [one for one, kind in zip(found, kinds, strict=True) if kind == "unreal"]
    parts = [one for one in found if known.rules[one.label].slug.endswith("partly.misses")]
    kept: list[Found] = []
    for one, kind in zip(found, kinds, strict=True):
        voiding = polite if kind in CONDITIONS else unreal if kind in _WISHED else []
        voiding = [*voiding, *parts] if kind in _MISSED else voiding
        if not any(other.first < one.last and one.first < other.last for other in voiding):
            kept.append(one)
    return kept


def _without_asked_about(
    found: list[Found], clause: Sequence[int], known: Grammar, asks: bool
) -> list[Found]:
    """Without wants in a clause that begins by asking how, where or until when to have them."""
    asking = [one for one in found if known.rules[one.label].slug.endswith("ask.how")]
    if not asking:
        return found
    askable = _ASKABLE_OUTRIGHT if asks else _ASKABLE
    return [
        one
        for one in found
        if known.rules[one.label].kind not in askable
        or not any(ask.first <= one.first and clause[ask.first] == clause[one.first] for ask in asking)
    ]


def _without_refused(found: list[Found], known: Grammar) -> list[Found]:
    """Without wants among the words of a refusal: "I am unable *to attend*"."""
    refusals = [one for one in found if known.rules[one.label].kind in _REFUSALS]
    return [
        one
        for one in found
        if known.rules[one.label].kind not in _REFUSABLE
        or not any(other.first < one.last and one.first < other.last for other in refusals)
    ]
