"""What the votes take from a sentence, and what they add to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mailbot.core.understanding import hearing
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.sentences import Sentence, sentences
from mailbot.core.understanding.votes import Ballot, Votes
from mailbot.edges.words import load_lexicon
from tests.sentences.tables import LABELS


def votes_of(chances: dict[str, dict[str, float]]) -> Callable[[Sentence, Ballot], Votes]:
    def vote(sentence: Sentence, _: Ballot) -> Votes:
        return Votes(dict.fromkeys(LABELS, 0.0) | chances[sentence.text.split()[0]])

    return vote


def test_a_question_all_of_whose_requests_no_vote_supports_is_read_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """ "Must *I come* as a non-member to hear of it?" beside a plain no."""
    no, asked = sentences("I can't make it. Must I come as a non-member to hear of it later on?")
    spoken = (
        Said(no, (Act("cannot", "en/cannot.coming", "me", 0, 15, 3),), "en"),
        Said(
            asked,
            (
                Act("register", "en/register.coming", "me", asked.start + 5, asked.start + 11, 2),
                Act("nonmember", "en/nonmember.says", "me", asked.start + 15, asked.start + 27, 2),
            ),
            "en",
        ),
    )
    chances = {"I": {"cannot": 0.95}, "Must": {"question": 0.9, "register": 0.01}}
    monkeypatch.setattr(hearing, "vote", votes_of(chances))
    ballot = load_lexicon().ballot
    assert ballot is not None
    heard = hearing.heard(spoken, ballot)
    assert [act.kind for act in heard[1].acts] == ["nonmember"]
