"""A second opinion on what a sentence does: where no phrase speaks, the votes of its words may.

The phrases (``acts``) are exact and know few wordings; the votes (``votes``) know any wording and are
less exact. So the votes add an act only where the phrases found none that decides and they are sure;
and where both speak and the votes say that nothing is wanted here, a wish of the phrases is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.understanding.acts import Act, Said, speaker
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.sentences import Role, Sentence
from mailbot.core.understanding.votes import Votes, vote

# What the phrases found of these decides; the votes then add nothing.
_DECIDES = frozenset({
    "register", "comes", "cancel", "cannot", "out", "release", "accept", "refuse", "replace", "correct", "move",
    "status", "uncancel", "later", "hold", "keep", "suspicious", "newsletter", "elsewhere",
})  # fmt: skip
# From which chance on a label counts.
_SURE: Mapping[str, float] = {
    "register": 0.6,
    "register_other": 0.6,
    "cannot": 0.6,
    "cancel": 0.6,
    "replace": 0.6,
    "correct": 0.6,
    "accept": 0.6,
    "refuse": 0.6,
    "status": 0.6,
    "question": 0.6,
    "unsure": 0.8,
}


def seconded(one: Said, lexicon: Lexicon) -> Said:
    """The sentence with what the votes add to its acts and take from them."""
    if lexicon.ballot is None or one.sentence.role is Role.GREETING or len(one.sentence.words) < 2:
        return one
    votes = vote(one.sentence, lexicon.ballot)
    acts = one.acts
    if not any(act.kind in _DECIDES for act in acts):
        acts = (*acts, *_added(one, votes, lexicon))
    return replace(one, acts=tuple(sorted(acts, key=lambda act: (act.start, -act.end))))


def _added(one: Said, votes: Votes, lexicon: Lexicon) -> list[Act]:
    label = votes.best
    if label not in _SURE or votes[label] < _SURE[label]:
        return []
    sentence = one.sentence
    who = speaker(sentence, one.lang, lexicon)
    match label:
        case "register":
            return [_act("register", sentence, who)]
        case "register_other":
            return [_act("register", sentence, "them")]
        case "cannot":
            return [_act("cannot" if who in {"me", "us"} else "out", sentence, who)]
        case "question":
            return [_act("ask", sentence, "any")] if not one.does("ask") else []
        case "unsure":
            return [_act("later", sentence, "any")]
        case _:
            return [_act(label, sentence, who)]


def _act(kind: str, sentence: Sentence, who: str) -> Act:
    return Act(kind, f"votes/{kind}", who, sentence.words[0].start, sentence.words[-1].end, 1)
