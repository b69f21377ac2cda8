"""The name that one goes by, which stands in brackets or quotation marks; and titles that are no name."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.names import mended
from mailbot.core.understanding.namewords import name_words
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.spans import spans
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

WORDS = name_words(load_lexicon())


@pytest.mark.parametrize(
    ("sender", "below", "name"),
    [
        ("P.A. Kuipers", "mr. drs. P.A. (Pieter) Kuipers MPA\nadviseur", "Pieter Kuipers"),
        ("W.F. Sonneveld", "W.F. (Wim) Sonneveld\noud-missiearts", "Wim Sonneveld"),
        ("M.C.T. Verhagen", "M.C.T. Verhagen (Tineke)", "Tineke Verhagen"),
        ("A.J. Mulder", "A.J. (Annie) Mulder-Bos | secretaris", "Annie Mulder-Bos"),
        ("Pieter Kuipers", "Pieter Kuipers (adviseur)", "Pieter Kuipers"),
        ("P. Kuipers", "P. Kuipers (Utrecht)", "P. Kuipers"),
    ],
)
def test_the_signature_tells_the_name_one_goes_by(sender: str, below: str, name: str) -> None:
    mail = letter(f"Ik kom graag op 18 januari.\n\nGroet,\n{below}", f"{sender} <mail@ziggo.example>")
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert [who.name for who in one.attendees] == [name]
    assert one.attendees[0].organisation is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Pfr. Matthias Lüdenbach", "Matthias Lüdenbach"),
        ("Pfrn. Ute Sander", "Ute Sander"),
        ("Msgr. Karl Huber", "Karl Huber"),
        ("Superintendent Jan Wolters", "Jan Wolters"),
        ("Sr. Mary Agnes O'Neill OSF", "Mary Agnes O'Neill"),
        ("Adv. Grace Wanjiku", "Grace Wanjiku"),
        ("Vve Awa Diop", "Vve Awa Diop"),  # without its full stop it may be a name
        ("Vve. Awa Diop", "Awa Diop"),
        ('Elizabeth "Liz" Turner', "Liz Turner"),
        ("Elizabeth “Liz” Turner", "Liz Turner"),
        ('Elizabeth "The Voice" Turner', "Elizabeth The Voice Turner"),
    ],
)
def test_a_badge_has_no_titles_and_the_short_name(written: str, name: str) -> None:
    assert mended(written, WORDS) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ni Rosalie Etoundi ni moi ne pourrons venir", ["Rosalie Etoundi"]),
        ("Ni Luh Ayu Pratiwi komt ook", ["Ni Luh Ayu Pratiwi"]),
        ("Ní Bhriain kommt", ["Ní Bhriain"]),
    ],
)
def test_neither_nor_is_no_first_name(text: str, found: list[str]) -> None:
    assert [one.name for one in spans(text, 0, len(text), WORDS)] == found


@pytest.mark.parametrize(
    "who",
    [
        "Fatma Aydın van Stichting Brug",
        "Fatma Aydın (Stichting Brug)",
        "Fatma Aydın Stichting Brug",
        "Fatma Aydın von der Stiftung Brücke",
    ],
)
def test_a_name_ends_before_the_house_it_is_of(who: str) -> None:
    mail = letter(
        f"Graag aanmelden voor 18 januari: Kees Tol en {who}.\n\nKees", "Kees Tol <kees@tol.example>"
    )
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert [one.name for one in one.attendees] == ["Kees Tol", "Fatma Aydın"]
