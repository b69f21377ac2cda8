"""A mail as a whole, and what it comes to when it is read once more by the votes of its sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from mailbot.core.base import Reason
from mailbot.core.understanding.acts import Act, Said, speaker
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.leaning import INTENTS, Leaning, spoke
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.votes import Votes

SPEAKS = 0.35  # from this chance on a sentence speaks for a label
_SILENT = 0.1  # below this chance a sentence does not do what a phrase found in it
_UNHEARD = 0.03  # below this chance of every sentence, none says what the mail comes to


ALIKE = (Intent.CANCEL, Intent.DECLINE)

_DOES: Mapping[Intent, Mapping[str, str]] = {
    Intent.REGISTER: {"register": "register", "register_other": "register", "accept": "register"},
    Intent.CANCEL: {"cancel": "cancel", "cannot": "cancel", "refuse": "cancel"},
    Intent.CHANGE: {"replace": "replace", "correct": "correct"},
    Intent.ACCEPT: {"accept": "accept", "register": "accept"},
    Intent.DECLINE: {"refuse": "refuse", "cannot": "cannot", "cancel": "cannot"},
    Intent.STATUS: {"status": "status"},
    Intent.QUESTION: {"question": "ask"},
}
_LABELS: Mapping[str, tuple[str, ...]] = {
    "register": ("register", "register_other", "accept"),
    "comes": ("register", "register_other", "replace", "accept"),
    "cancel": ("cancel", "cannot", "refuse"),
    "cannot": ("cancel", "cannot", "refuse", "replace"),
    "out": ("cancel", "cannot", "replace"),
    "release": ("cancel", "refuse", "cannot"),
    "refuse": ("refuse", "cannot", "cancel"),
    "accept": ("accept", "register"),
    "replace": ("replace", "correct"),
    "correct": ("correct", "replace"),
    "status": ("status", "question"),
}


def fresh(draft: Draft) -> Draft:
    """The same facts, before anything is concluded from them."""
    return Draft(
        draft.mail, draft.house, draft.facts, draft.people, draft.event, draft.lang, draft.now, draft.triaged
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """A mail as a whole: what it leans to, its sentences and their votes, and the words that spoke."""

    leaning: Leaning
    draft: Draft  # nothing concluded
    said: Sequence[Said]
    votes: Sequence[Votes]
    words: Mapping[str, str]
    lexicon: Lexicon

    def chance(self, intent: Intent) -> float:
        # Whether there is a registration to give up, or an invitation to say no to, the record knows best.
        return sum(self.leaning.of(one) for one in (ALIKE if intent in ALIKE else (intent,)))

    def sure(self, intent: Intent) -> float:
        """How likely it is that this is asked for, and that a careful secretary would do it."""
        return self.chance(intent) * (1 - self.leaning.doubtful)

    @property
    def plain(self) -> bool:
        """Whether the phrases found something in every sentence, greeting and closing aside."""
        return all(one.acts or one.sentence.role in {Role.GREETING, Role.CLOSING} for one in self.said)

    @property
    def governed(self) -> bool:
        """Whether a condition bears on what is asked for, by the words of its own sentence."""
        hinges = any(one.does("hinges") for one in self.said)  # or of the question before it
        return hinges or any(act.condition and act.kind in _LABELS for one in self.said for act in one.acts)

    @property
    def best(self) -> Intent:
        return max(INTENTS, key=lambda one: (self.chance(one), self.leaning.of(one)))

    def why(self, says: str) -> Reason:
        """A reason with the chance and the words of the mail that spoke for it."""
        scales = self.lexicon.scales
        words = spoke(self.words, scales, self.leaning.best) if scales is not None else ()
        by = f": {', '.join(words)}" if words else ""
        return Reason("leaning", f"{says} {self.best} ({self.chance(self.best):.0%}){by}.")

    @property
    def why_machine(self) -> Reason:
        scales = self.lexicon.scales
        words = spoke(self.words, scales, Intent.IGNORE) if scales is not None else ()
        by = f": {', '.join(words)}" if words else ""
        return Reason(
            "unasked",
            f"As a whole it reads as sent to many or by a machine ({self.leaning.machine:.0%}){by}.",
        )


def read_as(intent: Intent, whole: Whole) -> tuple[Request, Set[str]] | None:
    """The mail with the acts that the votes see in it, and the doubts about that; None where that comes to
    something else still."""
    if intent not in _DOES:
        return None
    does, to = _DOES[intent], whole.draft.facts.answering.to
    chances = [max(one[label] for label in does) for one in whole.votes]
    speaks = [
        one.sentence.role not in {Role.GREETING, Role.CLOSING} and not _rather_asks(one, of, chance, intent)
        for one, of, chance in zip(whole.said, whole.votes, chances, strict=True)
    ]
    most = max((chance for chance, may in zip(chances, speaks, strict=True) if may), default=0.0)
    # A change may lie in the names alone: "for the +1: Vera Stam". Then all of them must be plain.
    silent = most < _UNHEARD
    if silent and intent is not Intent.CHANGE:
        return None
    least = min(SPEAKS, most)
    heard: dict[int, Said] = {}
    for one, of, chance, may in zip(whole.said, whole.votes, chances, speaks, strict=True):
        hears = chance >= least and may
        than = chance if hears and intent is Intent.CHANGE else _SILENT
        acts = tuple(act for act in one.acts if _stays(act, of, than))
        if hears:
            acts = (*acts, *_added(one, of, does, to, whole.lexicon, acts))
        heard[id(one)] = replace(one, acts=tuple(sorted(acts, key=lambda act: (act.start, -act.end))))
    facts = whole.draft.facts
    facts = Facts(tuple(heard.get(id(one), one) for one in facts.said), facts.subject, facts.answering)
    # Who changes a registration, or gives it up, says that there is one; the record knows.
    for presumed in (facts, _standing(facts)) if intent in {Intent.CHANGE, Intent.CANCEL} else (facts,):
        draft = replace(fresh(whole.draft), facts=presumed)
        request = compose(draft)
        if silent and not all(pair.former and pair.former != pair.now for pair in request.replacements):
            continue
        if request.intent is intent or {request.intent, intent} <= set(ALIKE):
            return request, {doubt.rule for doubt in draft.doubts}
    return None


def _rather_asks(one: Said, votes: Votes, chance: float, intent: Intent) -> bool:
    """Whether a sentence asks rather than gives up: "Did Lotte cancel?"."""
    gives_up = intent in {Intent.CANCEL, Intent.DECLINE, Intent.CHANGE}
    return gives_up and one.sentence.asks and max(votes["question"], votes["status"]) > chance


def _standing(facts: Facts) -> Facts:
    return replace(facts, answering=replace(facts.answering, registered=True))


def _stays(act: Act, votes: Votes, than: float) -> bool:
    """Whether the votes leave an act to its sentence: one for a seat ("add *it to my registration*") only
    where it is likelier (``than``) what is read in it."""
    labels = _LABELS.get(act.kind)
    least = max(than, _SILENT) if act.kind == "register" else _SILENT
    return labels is None or max(votes[label] for label in labels) >= least


def _added(
    one: Said, votes: Votes, does: Mapping[str, str], to: To, lexicon: Lexicon, acts: Sequence[Act]
) -> list[Act]:
    label = max(does, key=lambda label: votes[label])
    kind = does[label]
    if any(act.kind == kind for act in acts):
        return []
    if kind == "cannot" and to in {To.OFFER, To.INVITATION}:
        kind = "refuse"
    who = "them" if label == "register_other" else speaker(one.sentence, one.lang, lexicon)
    if who == "them" and label not in {"register_other", "cannot"}:
        who = "any"  # "my place is free again": not a person, but a thing of the writer's
    words = one.sentence.words
    return [Act(kind, f"votes/{label}", who, words[0].start, words[-1].end, 1)]
