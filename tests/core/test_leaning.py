"""What a whole mail leans to, and what its words have to do with it."""

from __future__ import annotations

from math import exp, sqrt

import pytest

from mailbot.core.mail.reader import parse
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.leaning import (
    INTENTS,
    Scales,
    features,
    lean,
    of_features,
    opened,
    packed,
    sealed,
    spoke,
)
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
MANY = len(INTENTS) + 2  # and whether a person must look, and whether a machine wrote it


def the_scales() -> Scales:
    assert LEXICON.scales is not None
    return LEXICON.scales


def keys(text: str) -> dict[str, str]:
    assert LEXICON.ballot is not None
    return worded(marks_of(sentence(text), LEXICON.ballot.known))


def test_the_weights_were_learned_from_the_present_mails():
    assert the_scales().digest == digest(), "run `make votes`"
    assert the_scales().labels == LABELS


def scales_with(
    words: dict[str, list[int]],
    *,
    step: float = 0.02,
    offset: float = 0.0,
    figure: float = 0.0,
    output: float = 0.0,
) -> Scales:
    """Scales of the words and of one figure, which counts up to 2 and weighs ``figure`` in a sum. The one sum
    has an ``offset``, and weighs ``output`` for a registration; 1 of a word weighs 0.01 in it."""
    units, rows, fine = of_features([[*[0.0] * MANY, figure]], [2.0])
    of_words = {key: packed(row) for key, row in words.items()}
    offsets = (*[0.0] * MANY, offset)
    return Scales((), "1f", offsets, (2.0,), units, rows, fine, step, 0.01, of_words, ((output,),))


def test_what_is_sealed_opens_again():
    words = {"word ja": [3, -127, *[0] * (MANY - 1)], "near ja graag": [127, *[0] * (MANY - 1), -1]}
    scales = scales_with(words, offset=0.5, figure=-0.25, output=1.5)
    assert opened(sealed(scales)) == scales


def test_every_word_counts_once_by_the_root_of_their_number():
    rows = {f"word {at}": [0] * (MANY + 1) for at in range(4)}
    rows["word 0"][0] = 100
    scales = scales_with(rows)
    alone, among = lean([0.0], ["word 0"], scales), lean([0.0], [*rows, "word of nobody"], scales)
    assert alone.best is among.best is Intent.REGISTER
    assert alone.chance > among.chance > 1 / len(INTENTS)
    assert sum(chance for _, chance in among.chances) == pytest.approx(1)
    assert among.doubtful == among.machine == 0.5


def registers(raised: float) -> float:
    """How likely a registration is that scores so much more than all other intents."""
    return exp(raised) / (exp(raised) + len(INTENTS) - 1)


def test_words_say_together_what_they_do_not_say_apart():
    """Both come to 2 / √2 beside an offset of -1.2; one alone, to 1, says nothing."""
    words = {"word cannot": [*[0] * MANY, 100], "word before four": [*[0] * MANY, 100]}
    scales = scales_with(words, offset=-1.2, output=-1.0)
    apart, together = lean([0.0], ["word cannot"], scales), lean([0.0], words, scales)
    assert apart.of(Intent.REGISTER) == pytest.approx(registers(0))
    assert together.of(Intent.REGISTER) == pytest.approx(registers(1.2 - sqrt(2)))


def test_a_figure_counts_no_more_than_it_may():
    scales = scales_with({}, figure=0.5, output=-1.0)
    assert lean([1.0], [], scales).of(Intent.REGISTER) == pytest.approx(registers(-0.5), rel=1e-3)
    assert lean([2.0], [], scales).of(Intent.REGISTER) == pytest.approx(registers(-1.0), rel=1e-3)
    assert lean([900.0], [], scales) == lean([2.0], [], scales)


def test_more_words_are_added_than_fit_into_one_sum():
    """Each lane holds the sum of 256 words: what more fill is carried on, and none borrows from the next."""
    rows = {f"word {at}": [127, -127, 0, 127, *[-127] * (MANY - 4), 127] for at in range(1000)}
    scales = scales_with(rows, step=0.001, output=0.01)
    one = 0.001 * 127 * sqrt(1000)
    shares = [exp(one + 0.01 * (0.01 * 127 * sqrt(1000))), exp(-one), 1.0, exp(one), *[exp(-one)] * 4]
    leaning = lean([0.0], rows, scales)
    assert [leaning.of(intent) for intent in INTENTS] == pytest.approx(
        [share / sum(shares) for share in shares]
    )


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
