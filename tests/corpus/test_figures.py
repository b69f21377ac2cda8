"""The figures of the labelled mails: a harmful reading, or a figure that falls, is red."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from mailbot.edges.words import load_lexicon
from tests.corpus.measure import cases, figures

# Raised when the reading gets better; never lowered to let a change pass. "harmful" is the most that
# there may be. The set kept aside is measured alone: its cases are named nowhere. (Where a figure is worse
# than it was, the set has grown: last "aside" by 174 mails, none of which was learned from. The reader before
# had 128 of these harmful.)
FIGURES: dict[str, dict[str, float]] = {
    "corpus": {
        "harmful": 0, "acted": 0.99, "names": 0.99, "organisations": 0.99, "language": 1.0, "questions": 0.94,
        "intents": 0.99, "events": 0.99,
    },
    "learn": {
        "harmful": 116, "acted": 0.89, "names": 0.95, "organisations": 0.95, "language": 0.99,
        "questions": 0.97, "intents": 0.99, "events": 0.99,
    },
    "aside": {
        "harmful": 129, "acted": 0.81, "names": 0.93, "organisations": 0.93, "language": 0.99,
        "questions": 0.95, "intents": 0.95, "events": 0.98,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", ["corpus", "learn"])
def test_no_more_mails_are_read_harmfully_than_are_known(name: str) -> None:
    harmful = [(case.name, case.harm) for case in cases(name, load_lexicon()) if case.harm]
    assert len(harmful) <= FIGURES[name]["harmful"], harmful


@pytest.mark.parametrize("name", list(FIGURES))
def test_the_figures_stand(name: str) -> None:
    found = asdict(figures(cases(name, load_lexicon())))
    assert found["harmful"] <= FIGURES[name]["harmful"]
    fallen = {
        figure: (found[figure], floor)
        for figure, floor in FIGURES[name].items()
        if figure != "harmful" and found[figure] < floor
    }
    assert fallen == {}


@pytest.mark.parametrize("name", ["corpus"])
def test_every_reading_that_acts_shows_the_words_it_rests_on(name: str) -> None:
    for case in cases(name, load_lexicon()):
        if not case.acts:
            continue
        mail, request = case.reading.mail, case.reading.request
        assert any(one.about == "intent" for one in request.evidence), case.name
        for one in request.evidence:
            if one.place == "text" and one.about == "intent":
                shown = " ".join(mail.text[one.start : one.end].split())
                assert shown == " ".join(one.words.split()), case.name
