"""The figures of the labelled mails: a harmful reading, or a figure that falls, is red."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from mailbot.edges.words import load_lexicon
from tests.corpus.measure import cases, figures

# Raised when the reading gets better; never lowered to let a change pass.
FLOORS = {"acted": 0.93, "names": 0.93, "organisations": 0.95, "language": 1.0, "questions": 0.89}


def test_no_mail_of_the_corpus_is_read_harmfully() -> None:
    harmful = [(case.name, case.harm) for case in cases("corpus", load_lexicon()) if case.harm]
    assert harmful == []


def test_the_figures_of_the_corpus_stand() -> None:
    found = asdict(figures(cases("corpus", load_lexicon())))
    assert {name: found[name] for name in FLOORS if found[name] < FLOORS[name]} == {}


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
