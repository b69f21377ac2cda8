"""Where the phrases and the mail as a whole are read differently, which of them counts.

The phrases (``compose``) are exact where they speak and know few wordings; the whole (``leaning``) knows
any wording and is less exact. Where both agree, that is what is asked for. Where they don't, the whole
counts if it is sure: then its best sentences are read as doing what it leans to, and put together like
any others. Else a person looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.base import Reason
from mailbot.core.understanding.acts import Act, Said, speaker
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.compose import ACTING, compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.leaning import Leaning, features, lean
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.votes import Votes, vote

SURE = 0.75  # so likely, the whole counts against the phrases
_DOUBTFUL = 0.3  # so likely not certain, a person looks
_LIKELY = 0.6  # so likely, what the phrases could not read goes before a person
_UNLIKELY = 0.35  # what the phrases read and the whole finds less likely than this goes before a person
_RATHER = 0.5  # and another intent at least so likely
_SPEAKS = 0.35  # from this chance on a sentence speaks for a label
_SILENT = 0.1  # below this chance a sentence does not do what a phrase found in it

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


def settled(draft: Draft, lexicon: Lexicon) -> Request:
    """The request of a mail, by its phrases and by the whole."""
    before = Draft(
        draft.mail, draft.house, draft.facts, draft.people, draft.event, draft.lang, draft.now, draft.triaged
    )
    request = compose(draft)
    ballot, scales = lexicon.ballot, lexicon.scales
    if ballot is None or scales is None:
        return request
    said = voting(draft)
    votes = [vote(one.sentence, ballot) for one in said]
    leaning = lean(features(votes, draft.facts.answering.to, request, scales.labels), scales)
    # Whether there is a registration to give up, or an invitation to say no to, the record knows best.
    alike = {leaning.best, request.intent} <= {Intent.CANCEL, Intent.DECLINE}
    if leaning.best is not request.intent and not alike:
        request = _weighed(request, leaning, before, said, votes, lexicon)
    if request.intent in ACTING and not request.review and leaning.doubtful >= _DOUBTFUL:
        return _uncertain(request, leaning, said, votes)
    return request


def _weighed(
    request: Request,
    leaning: Leaning,
    draft: Draft,
    said: Sequence[Said],
    votes: Sequence[Votes],
    lexicon: Lexicon,
) -> Request:
    """What counts where the phrases and the whole are read differently."""
    asks = leaning.best is Intent.QUESTION and leaning.chance >= _LIKELY
    if asks and request.intent is Intent.OTHER and (draft.related or draft.event.event):
        why = Reason("leaning", f"As a whole it asks for something ({leaning.chance:.0%}).")
        return replace(
            request,
            intent=Intent.QUESTION,
            event=draft.event.event,
            about_event=True,
            has_question=True,
            review=False,
            reasons=(why,),
        )
    if leaning.chance >= SURE and draft.related:
        other = _read_as(leaning, draft, said, votes, lexicon)
        if other is not None:
            return other
    if request.intent in ACTING or request.intent is Intent.DECLINE:
        # Who stands on the list and signs up once more is told how they stand: no harm is done.
        told_so = leaning.best is Intent.STATUS and draft.facts.registered
        if leaning.of(request.intent) < _UNLIKELY and leaning.chance >= _RATHER and not told_so:
            return _doubted(request, leaning)
        return request
    if leaning.chance >= _LIKELY and leaning.best in ACTING and draft.related:
        return _doubted(request, leaning)
    return request


def _uncertain(request: Request, leaning: Leaning, said: Sequence[Said], votes: Sequence[Votes]) -> Request:
    """What sounds conditional, hearsay or undecided as a whole, with the sentence that sounds so most."""
    least = max(zip(said, votes, strict=True), key=lambda one: one[1]["unsure"] + one[1]["told"] / 2)[0]
    words = " ".join(least.sentence.text.split())
    words = words if len(words) <= 90 else f"{words[:89]}…"
    text = f'As a whole it does not sound certain ({leaning.doubtful:.0%}), least of all: "{words}"'
    return replace(request, review=True, reasons=(Reason("uncertain", text), *request.reasons))


def voting(draft: Draft) -> list[Said]:
    """The sentences that have a vote: those of the body with more than one word."""
    return [one for one in draft.facts.said if one.sentence.place == "text" and len(one.sentence.words) > 1]


def _doubted(request: Request, leaning: Leaning) -> Request:
    what = f"As a whole it reads rather like: {leaning.best} ({leaning.chance:.0%})."
    return replace(request, review=True, reasons=(Reason("leaning", what), *request.reasons))


def _read_as(
    leaning: Leaning, draft: Draft, said: Sequence[Said], votes: Sequence[Votes], lexicon: Lexicon
) -> Request | None:
    """The mail with the acts that the votes see in it; None where that comes to something else still."""
    if leaning.best not in _DOES:
        return None
    does = _DOES[leaning.best]
    chances = [max(one[label] for label in does) for one in votes]
    least = min(_SPEAKS, max(chances, default=0.0))
    heard: dict[int, Said] = {}
    for one, of, chance in zip(said, votes, chances, strict=True):
        acts = tuple(act for act in one.acts if _stays(act, of))
        if chance >= least and one.sentence.role is not Role.GREETING:
            acts = (*acts, *_added(one, of, does, draft.facts.answering.to, lexicon, acts))
        heard[id(one)] = replace(one, acts=tuple(sorted(acts, key=lambda act: (act.start, -act.end))))
    facts = Facts(
        tuple(heard.get(id(one), one) for one in draft.facts.said), draft.facts.subject, draft.facts.answering
    )
    request = compose(replace(draft, facts=facts))
    if request.intent is not leaning.best:
        return None
    return request


def _stays(act: Act, votes: Votes) -> bool:
    labels = _LABELS.get(act.kind)
    return labels is None or max(votes[label] for label in labels) >= _SILENT


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
    words = one.sentence.words
    return [Act(kind, f"votes/{label}", who, words[0].start, words[-1].end, 1)]
