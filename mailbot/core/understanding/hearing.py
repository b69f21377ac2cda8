"""Sentences without what a phrase found in them against every vote.

A phrase is short and may stand in any sentence: "I can't say that the fee makes me happy" holds the words
of a doubt, "I had to cancel another meeting for it" those of a cancellation. Where the votes are all but
sure that a sentence does no such thing, its words decide nothing about the rest of the mail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.votes import Ballot, Votes, vote

_CERTAIN = 0.012  # so unlikely to be unsure, a sentence puts no condition on the others
_FULL = 3  # words: so long a phrase of doubt is no chance
_SAYS = 0.8  # from this chance on a sentence says that somebody comes, or that they don't
_SILENT = 0.04  # below this chance another sentence does not say the contrary
_ASKS = 0.6  # from this chance on a sentence with a question mark asks something besides its request
_WONDERS = 0.5  # from this chance on, and twice as likely as any want, the want was found by chance
_BY_CHANCE = 3  # words: a longer phrase is none
_ASKED_BESIDE = frozenset({"register", "cancel", "accept", "replace", "correct", "release", "status"})
_COMING = frozenset({"register", "register_other", "accept"})
_GOING = frozenset({"cancel", "cannot", "refuse"})
_WANTS = _COMING | _GOING | {"replace", "correct"}
# What each act needs a vote for, where another sentence says the contrary.
_AGAINST: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("cancel", "cannot", "refuse", "out", "release"), _GOING | {"replace"}),
    **dict.fromkeys(("register", "comes", "accept"), _COMING | {"replace"}),
}
_ACTING = frozenset({
    "register", "cancel", "accept", "cannot", "release", "replace", "comes", "out", "move", "yes",
})  # fmt: skip


def heard(spoken: Sequence[Said], ballot: Ballot) -> tuple[Said, ...]:
    """The sentences of a body, without conditions and contradictions that no vote supports."""
    if not any(one.acts for one in spoken):
        return tuple(spoken)
    votes = [vote(one.sentence, ballot) for one in spoken]
    coming = [at for at, one in enumerate(votes) if _chance(one, _COMING) >= _SAYS]
    going = [at for at, one in enumerate(votes) if _chance(one, _GOING) >= _SAYS]
    return tuple(
        _without(one, votes[at], coming=coming not in ([], [at]), going=going not in ([], [at]))
        for at, one in enumerate(spoken)
    )


def _without(one: Said, votes: Votes, *, coming: bool, going: bool) -> Said:
    if len(one.sentence.words) < 2:
        return one
    alone = not one.does(*_ACTING, "hearsay")

    def stays(act: Act) -> bool:
        if act.kind == "condition":
            return not alone or act.weight >= _FULL or votes["unsure"] >= _CERTAIN
        labels = _AGAINST.get(act.kind)
        if labels is None or not (going if "register" in labels else coming):
            return True
        return _chance(votes, labels) >= _SILENT

    acts = tuple(act for act in one.acts if stays(act))
    requests = [act.end for act in acts if act.kind in _ASKED_BESIDE]
    if requests and one.sentence.asks and votes["question"] >= _ASKS and not one.does("ask"):
        # It says "we both come", and then asks who else does.
        last = max(requests)
        rest = [token for token in one.sentence.words if token.start >= last]
        between = one.sentence.text[last - one.sentence.start :]
        if len(rest) >= _FULL and any(sign in between[:40] for sign in ",;:)"):
            acts = (*acts, Act("ask", "votes/question", "any", rest[0].start, rest[-1].end, 1))
    if one.sentence.asks and votes["question"] >= max(_WONDERS, 2 * _chance(votes, _WANTS)):
        wants = [act for act in acts if act.kind in _ASKED_BESIDE or act.kind in {"move", "request"}]
        if wants and all(map(_by_chance, wants)):
            # "Do you issue *something like that*?", "Would it be possible to get a letter *confirming* ...?"
            begin, end = one.sentence.words[0].start, one.sentence.words[-1].end
            acts = (*acts, Act("wonder", "votes/question", "any", begin, end, 1))
    return one if acts == one.acts else replace(one, acts=acts)


def _by_chance(want: Act) -> bool:
    return want.kind == "move" or (want.kind != "request" and want.weight <= _BY_CHANCE)


def _chance(votes: Votes, labels: frozenset[str]) -> float:
    return max(votes[label] for label in labels)
