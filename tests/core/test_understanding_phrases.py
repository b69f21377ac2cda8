"""Phrases as colleagues write them, and the words of the mails they fit."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.acts import said
from mailbot.core.understanding.grammar import grammar
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.phrases import PhraseError, ends, read_families, read_phrase
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.sentences import LONGEST, sentences
from mailbot.core.understanding.tokens import tokens
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

FAMILIES = read_families({"come": ["come", "be there"], "gladly": ["gladly", "very gladly"]})


def fits(phrase: str, text: str) -> bool:
    words = tokens(text)
    compiled = read_phrase(phrase, FAMILIES)
    return any(ends(compiled.elements, words, at) for at in range(len(words)))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("i {come}", "I come", id="a word of a family"),
        pytest.param("i will {come}", "I will be there!", id="a phrase of a family"),
        pytest.param("i .. come", "I, for one, shall come", id="a gap of three"),
        pytest.param("[gladly] come", "come", id="what may be there need not"),
        pytest.param("(one|two of us) come", "Two of us come", id="one of several"),
        pytest.param("regist*", "REGISTRATION", id="the beginning of a word"),
        pytest.param("# seats", "12 seats", id="a number in digits"),
        pytest.param("i come $", "then I come.", id="the end of the sentence"),
        pytest.param("m'inscrire", "je voudrais m’inscrire", id="an elided word"),
        pytest.param("möchte", "ich moechte", id="a written-out umlaut"),
        pytest.param("possibilité", "POSSIBILITE", id="without its accents"),
        pytest.param("the 18th", "on the 18th of January", id="an ordinal"),
    ],
)
def test_a_phrase_fits(phrase: str, text: str) -> None:
    assert fits(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("i .. come", "I and all of my colleagues come", id="the gap is bounded"),
        pytest.param("i come $", "I come from Zeeland", id="not at the end"),
        pytest.param("come", "comes", id="whole words"),
    ],
)
def test_a_phrase_does_not_fit(phrase: str, text: str) -> None:
    assert not fits(phrase, text)


@pytest.mark.parametrize("phrase", ["{nobody} comes", "(one|two", ".. comes", ""])
def test_a_phrase_with_a_mistake_is_told(phrase: str) -> None:
    with pytest.raises(PhraseError):
        read_phrase(phrase, FAMILIES)


@pytest.mark.parametrize("lang", ["nl", "en", "de", "fr"])
def test_every_phrase_of_the_word_files_can_be_read(lang: str) -> None:
    assert len(grammar(load_lexicon(), lang).rules) > 100


def test_a_language_that_nobody_writes_in_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    made = Lexicon.made

    def watched(self: Lexicon, key: Hashable, make: Callable[[], object]) -> object:
        asked.append(key)
        return made(self, key, make)

    monkeypatch.setattr(Lexicon, "made", watched)
    mail = letter("Graag meld ik mij aan.\n\nDank!\n\nGroet, Robin", "Robin Keller <r@verein.example>")
    understand(mail, HOUSE, load_lexicon(), Context())
    assert "acts-nl" in asked
    assert not {"acts-de", "acts-fr"} & set(asked)


def test_a_sentence_without_end_is_cut() -> None:
    found = sentences("graag " * 5000)
    assert max(len(one.words) for one in found) <= LONGEST
    assert sum(len(one.words) for one in found) == 5000


def test_a_hostile_sentence_yields_no_more_acts_than_words() -> None:
    (one, *_) = sentences("ik wil graag " * 2000)
    assert len(said(one, ("nl", "en"), load_lexicon()).acts) <= 4 * LONGEST


def test_a_closing_quote_is_no_letter_of_the_word() -> None:
    assert [one.word for one in tokens("als 'waarschijnlijk', the boys' club")] == [
        "als", "waarschijnlijk", "the", "boys'", "club",
    ]  # fmt: skip
