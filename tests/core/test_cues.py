"""What a pattern can't do without: text that lacks it is never searched, text that has it always is."""

from __future__ import annotations

import re

import pytest

from mailbot.core.mail import farewells
from mailbot.core.mail.cues import alternatives, cues_of, lowered


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [
        pytest.param("nieuwsbrief(?:ven)?", ("nieuwsbrief",), id="what may be missing is none"),
        pytest.param("(?:uw|je) (?:bericht|vraag)", ("bericht", "vraag"), id="the longest of its groups"),
        pytest.param(r"\b55[0-4][ -]", ("55",), id="digits where there are no letters"),
        pytest.param("(?:no|little) (?:e-)?mail", ("mail",), id="letters before a short group"),
        pytest.param(r"\d{1,3}[a-z]?", ("",), id="nothing can be said"),
    ],
)
def test_the_cues_of_a_pattern(pattern: str, cues: tuple[str, ...]) -> None:
    assert cues_of(pattern) == cues


@pytest.mark.parametrize("letters", ["İ", "ı", "ſ", "K"])
def test_a_letter_that_a_search_takes_for_another_has_its_cue(letters: str) -> None:
    plain = {"İ": "i", "ı": "i", "ſ": "s", "K": "k"}[letters]
    assert re.search(plain, letters, re.IGNORECASE)
    assert plain in lowered(letters)


def test_a_disclaimer_in_odd_letters_is_one() -> None:
    assert farewells.disclaimer("THE CONTENTS OF THIS MESSAGE ARE CONFİDENTIAL.")
    assert not farewells.disclaimer("Graag meld ik mij aan voor de Meet Up.")


def test_alternatives_in_a_group_are_left_together() -> None:
    assert alternatives(r"a|b(?:c|d)|[|]|\|") == ["a", "b(?:c|d)", "[|]", r"\|"]
