"""Whether a capitalised word may be a name by its letters, where no list knows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.core.understanding.namelike import Namelike, opened, sealed
from mailbot.core.understanding.namewords import name_words
from mailbot.core.understanding.reader import understand
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter
from tests.sentences.whole import digest

ROBIN = "Robin Keller <robin.keller@verein.example>"


def _asked(text: str) -> tuple[list[str], bool]:
    """Who is to have a seat, and whether a person looks."""
    request = understand(letter(f"{text}\n\nRobin Keller", ROBIN, subject="Meet Up"), HOUSE, load_lexicon())
    return sorted(one.name or "" for one in request.attendees), request.review


@pytest.mark.parametrize(
    ("text", "taken_for_one"),
    [
        ("Please register me and High Representative for 18 January.", "High Representative"),
        ("Graag meld ik mij en Europese Studies aan voor 18 januari.", "Europese Studies"),
        ("Bitte melden Sie mich und Frauentreff Papenburg für den 18. Januar an.", "Frauentreff Papenburg"),
        ("Merci d'inscrire Robin Keller et Voix d'Exil pour le 18 janvier.", "Voix d'Exil"),
    ],
)
def test_it_is_asked_about_what_no_person_is_called(text: str, taken_for_one: str) -> None:
    assert _asked(text) == (sorted(["Robin Keller", taken_for_one]), True)


@pytest.mark.parametrize(
    "name", ["Welmoed Visser", "Unity Dow", "Storm Fields", "Grant Knight", "Lente Rivière"]
)
def test_nobody_is_dropped_whose_name_is_made_of_words(name: str) -> None:
    """It may be asked about them; nobody else gets their seat."""
    named, looked_at = _asked(f"Please register {name} for 18 January.")
    assert named == [name] or looked_at
    named, looked_at = _asked(f"Please register Jane Fox and {name} for 18 January.")
    assert named == sorted(["Jane Fox", name]) or looked_at


@pytest.mark.parametrize(
    "name",
    [
        "Xochiquetzal Iturbide",
        "Wairimu Kamau",
        "Chukwuemeka Ezeudu",
        "Sjoukje Wiersma",
        "Þorgerður Hallgrímsdóttir",
        "Đặng Thị Hoa",
        "Bożena Wójcik",
        "Odd Nerdrum",
        "P. Knight",
        "J.W. de Koning",
    ],
)
def test_names_of_the_whole_world_are_not_asked_about(name: str) -> None:
    text = f"Please register me and my colleague {name} for 18 January."
    assert _asked(text) == (sorted(["Robin Keller", name]), False)


def test_an_address_makes_a_person_of_words() -> None:
    text = "Please register me and Unity Fields (u.fields@lindenhof.example) for 18 January."
    assert _asked(text) == (["Robin Keller", "Unity Fields"], False)


def test_without_weights_every_word_may_be_a_name() -> None:
    bare = replace(name_words(load_lexicon()), letters=None)
    assert bare.looks_like_name(["Europese", "Studies"])
    assert not name_words(load_lexicon()).looks_like_name(["Europese", "Studies"])


def test_the_weights_are_read_as_they_were_written() -> None:
    weights = Namelike("d", -0.25, {"^ab": 1.5, "é$": -0.75})
    again = opened(sealed(weights))
    assert (again.digest, again.offset, again.runs) == ("d", -0.25, {"^ab": 1.5, "é$": -0.75})


def test_the_weights_were_learned_from_the_present_mails() -> None:
    letters = load_lexicon().namelike
    assert letters is not None
    assert letters.digest == digest(), "run `make votes`"
