"""Votes: what the words of one sentence say of it, whoever is named in it."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.sentences import LONGEST, sentences
from mailbot.core.understanding.votes import (
    PAIR_ZERO,
    WORD_ZERO,
    Ballot,
    because,
    features_of,
    marks_of,
    vote,
)
from mailbot.edges.words import load_lexicon
from tests.sentences.measure import accuracy, held_out, judged, reliability
from tests.sentences.tables import LABELS, LANGUAGES, digest, lines, sentence


def the_ballot() -> Ballot:
    found = load_lexicon().ballot
    assert found is not None
    return found


BALLOT = the_ballot()
CASES = held_out(lines(), BALLOT)
NAMES = [
    *(
        "Jan van der Berg",
        "Fatima El Amrani",
        "Wanjirũ Kamau",
        "Nguyễn Thị Lan",
        "Søren Kierkegård",
    ),
    *(
        "Zbigniew Brzęczyk",
        "Müjde Öztürk",
        "Siobhán O'Brien",
        "João da Silva",
        "Adaeze Nwosu",
        "Ólafur Þórsson",
    ),
    *("Наталья Иванова", "محمد العلي", "李小龙", "Ana-María García-Peña", "Xu Wei", "Priyanka Venkataraman"),
    *("Leendert-Jan de Bruijn", "Oumou N'Dour", "Karl-Theodor zu Guttenzell", "Tūī Parata", "Yaa Asantewaa"),
]
LETTERS = [
    "Hierbij meld ik ook {} aan voor de middag.",
    "Helaas kan {} er toch niet bij zijn.",
    "Instead of me, {} will attend.",
    "My colleague {} would like to register as well.",
    "Bitte streichen Sie {} von der Liste.",
    "An meiner Stelle kommt {}, wenn das geht.",
    "Je souhaite inscrire {} à la rencontre.",
    "Ma collègue {} ne pourra pas venir.",
]


def test_the_weights_were_learned_from_the_present_sentences():
    assert BALLOT.digest == digest(), "run `make votes`"
    assert BALLOT.labels == LABELS


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Graag meld ik mij aan voor de bijeenkomst.", "register"),
        ("Could you please cancel my registration?", "cancel"),
        ("Leider kann ich doch nicht kommen.", "cannot"),
        ("Où puis-je garer ma voiture ?", "question"),
        ("Mijn collega neemt mijn plaats in.", "replace"),
        ("Met vriendelijke groet,", "none"),
    ],
)
def test_plain_sentences(text, label):
    votes = vote(sentence(text), BALLOT)
    assert votes.best == label
    assert votes[label] > 0.5


def test_the_reasons_are_words_of_the_sentence():
    reasons = because(sentence("Could you please cancel my registration?"), BALLOT, "cancel")
    assert len(reasons) == 3
    assert any("cancel" in reason for reason in reasons)


@pytest.mark.parametrize("text", LETTERS)
def test_the_name_changes_no_vote(text):
    plain = vote(sentence(text.format("Xq Zzz")), BALLOT)
    for name in NAMES:
        assert vote(sentence(text.format(name)), BALLOT) == plain, name


def test_a_first_name_at_the_begin_changes_no_vote():
    found = [
        vote(sentence(f"{name} komt in mijn plaats."), BALLOT) for name in ("Fatima", "Wanjirũ", "Zbigniew")
    ]
    assert found[0] == found[1] == found[2]


def test_numbers_and_addresses_are_all_the_same():
    one = vote(sentence("Mail mij op jan@stichting.example of bel 06-12345678."), BALLOT)
    assert vote(sentence("Mail mij op f.el-amrani@ngo.example.org of bel 070-7654321."), BALLOT) == one


@pytest.mark.parametrize(
    "text", ["Zegt u het maar, Fatima.", "qwrtz blorp ik?", "Ik kom niet als mijn baas het niet wil", ""]
)
def test_the_quick_sum_is_the_sum_of_the_features(text):
    marks = marks_of(sentence(text), BALLOT.known)
    lanes, looked_up = [0] * len(LABELS), 0
    for kind, first, second, _ in features_of(marks, BALLOT.frames):
        word = BALLOT.known.get(first)
        weight, zero = {
            "word": (None if word is None else word.weight, WORD_ZERO),
            "near": (BALLOT.near.get((first, second)), PAIR_ZERO),
            "apart": (BALLOT.apart.get(first, {}).get(second), PAIR_ZERO),
            "gram": (BALLOT.grams.get(first), PAIR_ZERO),
        }[kind]
        if weight is not None:
            looked_up += kind != "gram"
            lanes = [lane + (weight >> (24 * at) & 0xFFFFFF) - zero for at, lane in enumerate(lanes)]
    by = looked_up**0.5
    ranked = [
        lane / by * slope + off for lane, slope, off in zip(lanes, BALLOT.slopes, BALLOT.offsets, strict=True)
    ]
    votes = vote(sentence(text), BALLOT)
    assert LABELS[ranked.index(max(ranked))] == votes.best
    assert sum(score > 0 for score in ranked) == sum(chance > 0.5 for chance in votes.chances.values())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 60_000, id="one word"),
        pytest.param("ik kom niet " * 5_000, id="many words"),
        pytest.param("Qaz " * 15_000, id="names"),
        pytest.param("x@y.zz " * 9_000, id="addresses"),
        pytest.param("a@" * 30_000, id="signs"),
        pytest.param("qwertzuiopasdfghjklyxcvbnm" * 100 + " " + "blorpfrotzel " * 4_600, id="unknown words"),
    ],
)
def test_hostile_text_has_no_more_features_than_its_first_words_give(text):
    for one in (sentence(text), *sentences(text)[:2]):
        marks = marks_of(one, BALLOT.known)
        assert len(marks) <= LONGEST + 2
        assert sum(1 for _ in features_of(marks, BALLOT.frames)) <= LONGEST * 110
        assert sum(vote(one, BALLOT).chances.values()) >= 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_most_unseen_sentences_are_understood(lang):
    assert accuracy([case for case in CASES if case[0].lang == lang]) >= 0.59


def test_what_is_said_to_be_likely_is_likely():
    for said, held, count in reliability(CASES):
        assert abs(said - held) < 0.08 or count < 100


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_not_given_lightly(label):
    found = judged(CASES, label, 0.5)
    assert found.precision >= 0.59
    assert found.recall >= 0.28
