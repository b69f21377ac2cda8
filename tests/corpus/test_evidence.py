"""Every reading of the labelled mails shows the words that it rests on, where they stand."""

from __future__ import annotations

import pytest

from mailbot.edges.words import load_lexicon
from tests.corpus.measure import ACTING, Case, cases

CASES = [case for case in cases("corpus", load_lexicon()) if case.got in ACTING]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_words_stand_where_the_evidence_says(case: Case) -> None:
    mail = case.reading.mail
    places = {
        "text": mail.text,
        "thread": mail.text,
        "subject": mail.subject,
        "from": mail.header("from") or "",
        "cc": mail.header("cc") or "",
    }
    for one in case.reading.request.evidence:
        assert places[one.place][one.start : one.end] == one.words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_intent_event_and_every_person_have_their_words(case: Case) -> None:
    request = case.reading.request
    about = {one.about for one in request.evidence}
    assert "intent" in about
    if request.event and "next-open" not in {reason.rule for reason in request.reasons}:
        assert "event" in about
    shown = [one.words for one in request.evidence if one.about == "attendee"]
    for person in request.attendees:
        name = person.name
        if name and "-" not in name:  # "Jean Pierre" and "Jean-Pierre" are both written
            last = name.rpartition(" ")[2]
            assert any(last in words or words in name for words in shown) or person.email in shown
