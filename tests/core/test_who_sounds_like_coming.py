"""Who comes, by the words around each name, where the phrases made something else of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.core.base import Attendee
from mailbot.core.understanding.attending import Person, Roll, Weights, opened, sealed
from mailbot.core.understanding.reader import understand
from mailbot.edges import words
from tests.core.letters import letter
from tests.core.sayings import WRITER, lexicon
from tests.corpus.house import HOUSE
from tests.sentences.whole import digest

NONE = Weights(0.0, {})
ROLL = Path(words.__file__).parents[1] / "core/understanding/words/attending.json"


TWO = (
    "Could we have two places at the Meet Up on 18 January? One is for me, the other for our trustee "
    "Mr Piet Smit."
)
ANN = (
    "On behalf of Mrs Ann Bell, our treasurer, I confirm her attendance on 18 January. "
    "Please write to her directly."
)


def _names(text: str) -> list[str | None]:
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert (request.intent, request.review) == ("register", False)
    assert request.seats == len(request.attendees)
    return [one.name for one in request.attendees]


def test_who_sounds_like_coming_has_a_seat(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _names(TWO) == ["Robin Keller", "Piet Smit"]
    monkeypatch.setattr(lexicon(), "roll", None)
    assert _names(TWO) == ["Robin Keller", None], "the phrases alone miss him: else this test shows nothing"


def test_who_only_writes_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _names(ANN) == ["Ann Bell"]
    read = understand(letter(ANN, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert [one.words for one in read.evidence if one.about == "attendee"] == ["Ann Bell"]
    monkeypatch.setattr(lexicon(), "roll", None)
    assert _names(ANN) == ["Robin Keller", "Ann Bell"], "the phrases alone count the writer"


def test_where_a_number_says_otherwise_a_person_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        lexicon(), "roll", Roll("d", Weights(5.0, {}), Weights(5.0, {}), NONE, NONE, NONE)
    )  # all of them come
    text = "Zet me erop voor 18 januari{}. Met Piet Smit naast me, die het net zo leuk vindt."
    assert _names(text.format("")) == ["Robin Keller", "Piet Smit"]
    request = understand(letter(text.format(", 1 plaats"), WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert request.review
    assert any("Piet Smit is named, and sounds like coming" in reason.text for reason in request.reasons)


def test_whether_somebody_who_is_passed_over_comes_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Please register me for 18 January. Together with Pete Smith, our treasurer, we make two."
    monkeypatch.setattr(
        lexicon(), "roll", Roll("d", Weights(5.0, {}), Weights(0.5, {}), NONE, NONE, NONE)
    )  # 62 %
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert request.review
    assert any("Pete Smith is named, and sounds like coming" in reason.text for reason in request.reasons)
    monkeypatch.setattr(lexicon(), "roll", None)
    assert _names(text) == ["Robin Keller"], "the phrases alone pass him over"


DANIEL = (
    "I would like to attend on 18 January. My husband Daniel will drive me but he has a cousin to visit, "
    "so it is only me who needs a chair."
)


def test_who_is_counted_and_surely_does_not_come_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all is certain, and the whole sounds like one alone; else it is asked."""
    assert _names(DANIEL) == ["Robin Keller"]
    request = understand(letter(DANIEL, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert not request.review
    assert any("Daniel does not" in one.text for one in request.reasons)
    roll = lexicon().roll
    assert roll is not None
    monkeypatch.setattr(lexicon(), "roll", replace(roll, party=NONE))
    request = understand(letter(DANIEL, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert request.review
    assert any("Daniel is named, and does not sound like coming" in one.text for one in request.reasons)


@pytest.mark.parametrize(
    ("collaborateurs", "seats"), [("deux collaborateurs", 3), ("six collaborateurs", None)]
)
def test_certain_words_and_the_number_that_is_said_tell_who_comes(
    collaborateurs: str, seats: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        f"Notre directrice, Mme Anne Petit, souhaite participer avec {collaborateurs} à votre rencontre "
        "du 18 janvier : M. Luc Moreau et Mme Inès Faure. Je ne serai pas des leurs."
    )
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert (request.review, request.seats) == (seats is None, seats)
    monkeypatch.setattr(lexicon(), "roll", None)
    assert understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon()).review


@pytest.mark.parametrize(
    "text",
    [
        "Two places for 18 January, please. Jane Fox comes with me; our director Pete Smith has to work.",
        "Please add my colleague to the list of participants for 18 January.",
        "Our director Marie Kowalczyk wants to come on 18 January. Two places please.",
        "Jan Bos en ik komen op 18 januari. Jan zei trouwens dat hij misschien Els de Wit meeneemt.",
        "Bitte einen Platz für unseren Direktor am 18. Januar. Fragen an Anna Bos.",
    ],
)
def test_what_is_said_in_so_many_words_is_not_told_otherwise(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer comes by "with me", and not by "my colleague", however it sounds."""
    roll = lexicon().roll
    assert roll is not None
    writer = Weights(-9.0 if "with me" in text else 9.0, {})
    others = Weights(9.0, {})
    monkeypatch.setattr(lexicon(), "roll", replace(roll, writer=writer, others=others))
    assert understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon()).review


@pytest.mark.parametrize(
    "text",
    [
        "Please register for 18 January: me (vegetarian), Marie Kowalczyk, and Tim Ehlers.",
        "Please register for 18 January: me, Marie Kowalczyk, and Tim Ehlers.",
        "Schrijf mij in voor 18 januari. Els de Wit graag ook.",
        "Please register me for 18 January. And Jane Fox as well.",
        "Ich möchte mich für den 18. Januar anmelden. Ebenso meine Kollegin Eva Lund.",
    ],
)
def test_who_is_counted_in_so_many_words_is_not_asked_about(text: str) -> None:
    assert len(_names(text)) == (3 if "Marie" in text else 2)


def test_the_weights_were_learned_from_the_present_mails() -> None:
    roll = lexicon().roll
    assert roll is not None
    assert roll.digest == digest(), "run `make votes`"


def test_the_weights_are_read_as_they_were_written() -> None:
    roll = Roll(
        "d",
        Weights(0.5, {"word %namens": -1.25}),
        Weights(-1.0, {"before %met": 2.0, "“é”": 0.1}),
        NONE,
        NONE,
        Weights(0.25, {"near %and %colleague": 1.5}),
    )
    assert opened(sealed(roll)) == roll
    assert json.loads(ROLL.read_text(encoding="utf-8"))["writer"]["signs"]


def test_the_chance_rises_with_what_speaks_for_it() -> None:
    roll = Roll(
        "d", Weights(0.0, {}), Weights(0.0, {"before %met": 2.0, "flag billing": -3.0}), NONE, NONE, NONE
    )
    jane = Person(Attendee("Jane Fox", None, None), ())
    for_it, against = (
        roll.chance(jane, frozenset({"before %met"})),
        roll.chance(jane, frozenset({"flag billing"})),
    )
    assert against < roll.chance(jane, frozenset({"unknown"})) == 0.5 < for_it


ANOTHER_NUMBER = [
    (
        "Guten Tag,\n\nmeine Chefin hat eine Wette verloren und muss seither eine Fortbildung besuchen. "
        "Gewählt hat sie Ihre. Bahnkarte und Hotel für den 18. Januar habe ich gebucht; nun fehlt nur noch "
        "ihr Name auf Ihrer Liste: Sevim Aksoy, Kinderhilfe Rhein. Die Rechnung bitte an mich.",
        2,
        "like one who comes alone",
    ),
    (
        "My supervisor, Prof. Henrik Aas, and I both work on advocacy and would like to attend the Meet Up "
        "on 18 January. We are each happy to pay our own fee, so two invoices would be ideal.",
        1,
        "like more than one who come",
    ),
    (
        "zie de bijlage voor het formulier dat wij intern gebruiken. Het gaat om Hadewych Mol en mij, voor "
        "donderdag 18 januari.",
        1,
        "like more than one who come",
    ),
]


@pytest.mark.parametrize(("text", "read_as", "why"), ANOTHER_NUMBER)
def test_where_the_whole_sounds_like_another_number_a_person_looks(
    text: str, read_as: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert request.review
    assert [one.rule for one in request.reasons if why in one.text] == ["how-many"]
    monkeypatch.setattr(lexicon(), "roll", None)
    alone = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert (alone.review, alone.seats) == (False, read_as), "the phrases alone would act, and wrongly"


@pytest.mark.parametrize(
    "text",
    [
        "Bitte melden Sie diese Leute für den 18. Januar an.\n\n- Olaf Bauer\n- Eva Lund\n- Jan Weber",
        "Hierbij meld ik mij aan voor 18 januari. O ja, ook Els de Wit graag.",
    ],
)
def test_a_list_and_a_few_words_tell_how_many_however_it_sounds(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    roll = lexicon().roll
    assert roll is not None
    monkeypatch.setattr(lexicon(), "roll", replace(roll, party=Weights(-9.0, {})))  # all come alone
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert not request.review
    assert (request.seats or 0) > 1


def test_somebody_told_of_is_not_the_other_one_of_two() -> None:
    text = "We zijn met z'n tweeën op 18 januari. Bram Vos van jullie kantoor weet ervan."
    assert understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon()).review


def test_who_told_of_it_is_not_the_guest_without_a_name() -> None:
    text = (
        "My husband and I want to attend on 18 January. Evert Kok of your office told us of it, and he said "
        "that we should write to you at this address in time."
    )
    assert _names(text) == ["Robin Keller", None]


def test_what_is_counted_in_a_story_gives_no_guests() -> None:
    text = (
        "I would like to register for 18 January. I am the Netherlands contact of Himal Hands. We began with "
        "one sewing room and nineteen women, and today there are four rooms, a savings group and a new "
        "officer. My colleagues there ask me what others do in such a case, and I have no answer."
    )
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert request.review
    assert "how-many" in {reason.rule for reason in request.reasons}


@pytest.mark.parametrize(
    "text",
    [
        "My colleague and I are coming on 18 January. Our director is Marieke Blom, she used to come "
        "herself and is sorry to have no time for it these days. Please put two places for us.",
        "Mijn vrouw en ik willen graag op 18 januari komen. Onze zoon Tim de Wit past op de kleintjes, hij "
        "is dan vrij van school. We komen met de auto vanuit Ede.",
        "Meine Kollegin und ich nehmen am 18. Januar teil. Unsere Chefin, Birgit Sommer, hat das "
        "genehmigt, sie ist sehr an den Ergebnissen interessiert. Wir sind beide keine Mitglieder.",
        "Une amie et moi aimerions participer le 18 janvier. Elle est l'assistante de Bernard Colin, qui est "
        "député et s'intéresse beaucoup à la société civile. Nous arriverons vers 14 heures.",
    ],
)
def test_whoever_else_is_told_of_is_not_made_the_guest(text: str) -> None:
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert request.review or [one.name for one in request.attendees] == ["Robin Keller", None]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        (
            "I would like to register two interns and myself for 18 January. Both are from the University of "
            "Leiden and write their thesis about civic space, so it will do them good. No allergies at all.",
            3,
        ),
        (
            "Please put me on the list for 18 January, and my colleague Amina Yusuf as well. I have been "
            "at your meetings twice, she has not been before and only joined our team in November.",
            2,
        ),
    ],
)
def test_a_party_told_in_so_many_words_is_not_asked_about(text: str, seats: int) -> None:
    request = understand(letter(text, WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert (request.seats, request.review) == (seats, False), request.reasons
