"""What a whole mail leans to, and what its words have to do with it."""

from __future__ import annotations

import pytest

from mailbot.core.mail.reader import parse
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.leaning import INTENTS, Scales, features, lean, opened, packed, sealed, spoke
from mailbot.core.understanding.reader import drafted, understand
from mailbot.core.understanding.request import Intent
from mailbot.core.understanding.rereading import fresh
from mailbot.core.understanding.settling import voting
from mailbot.core.understanding.votes import marks_of, vote
from mailbot.core.understanding.wording import worded, wording
from mailbot.edges.words import load_lexicon
from tests.corpus.house import HOUSE
from tests.sentences.tables import LABELS, sentence
from tests.sentences.whole import digest, dressed

LEXICON = load_lexicon()


def the_scales() -> Scales:
    assert LEXICON.scales is not None
    return LEXICON.scales


def keys(text: str) -> dict[str, str]:
    assert LEXICON.ballot is not None
    return worded(marks_of(sentence(text), LEXICON.ballot.known))


def test_the_weights_were_learned_from_the_present_mails():
    assert the_scales().digest == digest(), "run `make votes`"
    assert the_scales().labels == LABELS


def test_what_is_sealed_opens_again():
    words = packed({"word ja": [3, -127, 0], "near ja graag": [127, 0, -1]})
    scales = Scales(("a", "b"), (0.5, -1.0, 0.25), ((1.0, 2.0), (0.0, -3.0), (0.5, 0.5)), "1f", 0.125, words)
    assert opened(sealed(scales)) == scales


def test_every_word_counts_once_by_the_root_of_their_number():
    many = len(INTENTS) + 2  # and whether a person must look, and whether a machine wrote it
    rows = {f"word {at}": [0] * many for at in range(4)}
    rows["word 0"][0] = 100
    scales = Scales((), (0.0,) * many, ((),) * many, "", 0.02, packed(rows))
    alone, among = lean([], ["word 0"], scales), lean([], [*rows, "word of nobody"], scales)
    assert alone.best is among.best is Intent.REGISTER
    assert alone.chance > among.chance > 1 / len(INTENTS)
    assert sum(chance for _, chance in among.chances) == pytest.approx(1)
    assert among.doubtful == among.machine == 0.5


@pytest.mark.parametrize("name", ["Fatima El Amrani", "Jan van der Berg", "Nguyễn Thị Lan"])
def test_names_are_one_word(name):
    assert (
        keys(f"Graag ook een plaats voor {name}.").keys() == keys("Graag ook een plaats voor Xq Zzz.").keys()
    )


def test_a_word_that_no_sentence_holds_counts_as_it_is_written():
    assert "word …schroevendraai" in {key[:20] for key in keys("wij leveren schroevendraaierssets")}


@pytest.mark.parametrize(
    ("text", "intent", "word"),
    [
        (
            "Helaas kan ik er toch niet bij zijn, wilt u mijn aanmelding annuleren?",
            Intent.CANCEL,
            "annuleren",
        ),
        ("I would like to register for the Meet Up.", Intent.REGISTER, "register"),
        ("Steht mein Name schon auf der Liste?", Intent.STATUS, "name"),
    ],
)
def test_the_words_that_spoke(text, intent, word):
    found = spoke(keys(text), the_scales(), intent, most=8)
    assert found
    assert any(word in one.lower() for one in found)


def test_other_business_is_told_by_its_words():
    text = (
        "Dear Hotel,\nwe need four single rooms for two nights, breakfast included. Please send a quotation."
    )
    request = understand(parse(dressed(text, "none", "other", "en")), HOUSE, LEXICON)
    assert request.intent in {Intent.OTHER, Intent.QUESTION}
    assert not request.about_event


def test_a_change_of_heart_in_other_words_is_no_registration():
    text = (
        "Hallo,\nbij nader inzien blijf ik de 18e toch thuis. Geef mijn stoel maar aan een ander.\n\nTess Vos"
    )
    request = understand(parse(dressed(text, "confirmation", "cancel", "nl")), HOUSE, LEXICON)
    assert request.intent in {Intent.CANCEL, Intent.DECLINE}


@pytest.mark.parametrize(
    "text", ["a" * 60_000, "ik kom niet " * 5_000, "Qaz, " * 12_000, "blorp frotzel. " * 4_000]
)
def test_hostile_text_is_weighed_like_any_other(text: str) -> None:
    assert LEXICON.ballot is not None
    draft = drafted(parse(dressed(f"Hallo\n{text}", "none", "other", "nl")), HOUSE, LEXICON)
    before, request, said = fresh(draft), compose(draft), voting(draft)
    votes = [vote(one.sentence, LEXICON.ballot) for one in said]
    words = wording(said, before.facts.said, request, LEXICON.ballot)
    found = features(votes, before, request, LABELS)
    assert lean(found, words, the_scales()).chance > 0


def test_a_word_of_thousands_of_letters_fills_no_reason() -> None:
    assert LEXICON.ballot is not None
    marks = marks_of(sentence("graag quotation" + "n" * 9_000 + " erbij"), LEXICON.ballot.known)
    assert max(map(len, worded(marks).values())) < 100
