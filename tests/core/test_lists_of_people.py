"""Lists of people: each line a person, the writer among them, and the lines that are none."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def reading(text: str) -> Request:
    mail = letter(text, "Robin Keller <robin.keller@verein.example>", subject="Meet Up")
    return understand(mail, HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Wij komen graag op 18 januari:", "ondergetekende"),
        ("Graag aanmelden voor 18 januari:", "ikzelf"),
        ("Graag inschrijven voor 18 januari:", "schrijver dezes (vegetarisch)"),
        ("Please register for 18 January:", "yours truly"),
        ("We would like to attend on 18 January:", "me"),
        ("Please sign up for 18 January:", "the undersigned, vegetarian"),
        ("Bitte melden Sie für den 18. Januar an:", "meine Wenigkeit"),
        ("Wir kommen am 18. Januar:", "der Unterzeichner"),
        ("Wir nehmen teil am 18. Januar:", "ich selbst"),
        ("Merci d'inscrire pour le 18 janvier :", "le soussigné"),
        ("Nous viendrons le 18 janvier :", "moi-même"),
        ("Merci de nous inscrire pour le 18 janvier :", "votre serviteur"),
    ],
)
@pytest.mark.parametrize("sign", ["3. ", "- ", ""])
def test_the_writer_is_a_line_of_the_list(heading: str, line: str, sign: str) -> None:
    other = ("1. ", "2. ") if sign == "3. " else (sign, sign)
    one = reading(
        f"{heading}\n\n{other[0]}Marie Kowalczyk\n{other[1]}Tim Ehlers\n{sign}{line}\n\nRobin Keller"
    )
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert names(one) == ["Marie Kowalczyk", "Robin Keller", "Tim Ehlers"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("El Hadji Sarr", "El Hadji Sarr"),
        ("Lic. Juana Inés Terrazas Rojas, juana@b.example", "Juana Inés Terrazas Rojas"),
        ("Arq. Luis Quispe Mamani", "Luis Quispe Mamani"),
        ("Colonel (ret.) Thomas Ashdown", "Thomas Ashdown"),
        ("Herrn Prof. Dr. Jörg Weißenborn", "Jörg Weißenborn"),
    ],
)
def test_a_line_between_people_that_is_made_of_names_is_a_person(line: str, name: str) -> None:
    one = reading(f"Please register for 18 January:\n\n- Marie Kowalczyk\n- {line}\n- Tim Ehlers\n\nThanks")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == sorted(["Marie Kowalczyk", name, "Tim Ehlers"])


@pytest.mark.parametrize(
    "line",
    ["a driver", "Vegetarian Lunch", "Invoice to Amnesty Kenya", "Amnesty International Kenya", "nog iemand"],
)
def test_a_line_that_is_nobody_we_can_name_is_left_to_a_person(line: str) -> None:
    one = reading(f"Please register for 18 January:\n\n- Marie Kowalczyk\n- {line}\n- Tim Ehlers\n\nThanks")
    assert (one.intent, one.review) == (Intent.REGISTER, True)
    assert any(reason.rule == "list-unclear" for reason in one.reasons)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Brandt and Moussa Diallo, both interns",
        "Anna Brandt en mevr. Sara Diallo",
        "Anna Brandt & Moussa Diallo (Studierende)",
        "Anna Brandt et Moussa Diallo",
    ],
)
def test_a_line_may_hold_two(line: str) -> None:
    one = reading(f"Please register for 18 January:\n\n- Marie Kowalczyk\n- {line}\n- Tim Ehlers\n\nThanks")
    second = "Sara Diallo" if "Sara" in line else "Moussa Diallo"
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 4, False)
    assert names(one) == sorted(["Marie Kowalczyk", "Anna Brandt", second, "Tim Ehlers"])


@pytest.mark.parametrize(
    "text",
    [
        "All three of us want to come on 18 January. That's Marie Kowalczyk, Tim Ehlers and yours truly.",
        "Wij willen alle drie graag komen op 18 januari. Dat zijn Marie Kowalczyk, Tim Ehlers en mijzelf.",
        "Wir drei kommen gern am 18. Januar. Das sind Marie Kowalczyk, Tim Ehlers und meine Wenigkeit.",
        "Nous venons à trois le 18 janvier : Marie Kowalczyk, Tim Ehlers et votre serviteur.",
    ],
)
def test_the_writer_makes_the_number_full(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert names(one) == ["Marie Kowalczyk", "Robin Keller", "Tim Ehlers"]


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen met z'n drieën op 18 januari: ondergetekende, Wil Vos en Rik Bos. "
        "Wil en ik hebben hetzelfde mailadres; Rik heeft r.bos@elders.example.",
        "Please register three people for 18 January: Wil Vos, Rik Bos and myself. "
        "Wil shares my address, Rik's is r.bos@elders.example.",
        "Bitte melden Sie drei Leute für den 18. Januar an: Wil Vos, Rik Bos und mich. "
        "Wil und ich teilen uns ein Postfach; Rik hat r.bos@elders.example.",
    ],
)
def test_one_of_several_may_share_the_writers_address(text: str) -> None:
    emails = {who.name: who.email for who in reading(text).attendees}
    own = "robin.keller@verein.example"
    assert emails == {"Robin Keller": own, "Wil Vos": own, "Rik Bos": "r.bos@elders.example"}


_FOUR = ("Marie Kowalczyk", "Tim Ehlers", "Victor Blok", "Moussa Diallo")
_NUMBERED = "\n".join(f"{number}. {name}" for number, name in enumerate(_FOUR, start=1))
_DASHED = "\n".join(f"- {name}" for name in _FOUR)
_TABLE = "Nr\tNaam\tE-mail\n" + "\n".join(
    f"{number}\t{name}\t{name[0].lower()}{number}@b.example" for number, name in enumerate(_FOUR, start=1)
)


@pytest.mark.parametrize("rows", [_NUMBERED, _DASHED, _TABLE], ids=["numbered", "dashed", "table"])
@pytest.mark.parametrize(
    "text",
    [
        "De derde regel kunt u overslaan. De overigen wil ik graag inschrijven voor 18 januari.",
        "Sla de 3e naam over, de anderen graag inschrijven voor 18 januari.",
        "Graag inschrijven voor 18 januari, iedereen behalve nummer 3.",
        "Graag inschrijven voor 18 januari, iedereen behalve Victor.",
        "Please register for 18 January the people below. You can skip the third line.",
        "Please register these people for 18 January. Please ignore number 3, he has left us.",
        "Bitte melden Sie diese Leute für den 18. Januar an. Die dritte Zeile bitte ignorieren.",
        "Bitte alle außer Nr. 3 für den 18. Januar anmelden.",
        "Merci d'inscrire ces personnes pour le 18 janvier. Ne tenez pas compte de la troisième ligne.",
        "Merci d'inscrire pour le 18 janvier les personnes suivantes, sauf le numéro 3.",
    ],
)
def test_a_line_that_is_left_out_comes_not(text: str, rows: str) -> None:
    one = reading(f"{text}\n\n{rows}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert names(one) == ["Marie Kowalczyk", "Moussa Diallo", "Tim Ehlers"]


@pytest.mark.parametrize(
    "rows",
    [
        _NUMBERED,
        _DASHED,
        _TABLE,
    ],
    ids=["numbered", "dashed", "table"],
)
def test_who_is_left_out_by_their_full_name_comes_not(rows: str) -> None:
    text = "Please register all of them for 18 January, except Victor Blok."
    one = reading(f"{text}\n\n{rows}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)


def test_two_lines_are_left_out_and_the_last() -> None:
    one = reading(f"Please register for 18 January. Skip the second and the third line.\n\n{_NUMBERED}\n\nR.")
    assert names(one) == ["Marie Kowalczyk", "Moussa Diallo"]
    one = reading(f"Graag inschrijven voor 18 januari. De laatste naam kunt u overslaan.\n\n{_DASHED}\n\nR.")
    assert names(one) == ["Marie Kowalczyk", "Tim Ehlers", "Victor Blok"]


@pytest.mark.parametrize(
    "text",
    [
        "Please register for 18 January. You may skip the seventh name.",
        "Please register everybody below except no. 3 for 18 January.",
        "Please register for 18 January. Victor can be skipped, he has left us.",
    ],
)
def test_which_line_is_left_out_must_be_clear(text: str) -> None:
    one = reading(f"{text}\n\n{_NUMBERED}\n\nRobin Keller")
    assert one.review
    assert any(reason.rule == "list-unclear" for reason in one.reasons)


def test_a_table_may_count_its_heading_as_a_line() -> None:
    rows = (
        _TABLE.replace("Nr\t", "").replace("1\t", "").replace("2\t", "").replace("3\t", "").replace("4\t", "")
    )
    one = reading(f"De derde regel kunt u overslaan. Graag inschrijven voor 18 januari.\n\n{rows}\n\nRobin")
    assert one.review


@pytest.mark.parametrize(
    "text",
    ["All are vegetarian, except number 3.", "Everyone except Victor eats meat.", "Victor skips lunch."],
)
def test_what_somebody_eats_leaves_nobody_out(text: str) -> None:
    one = reading(f"Please register for 18 January. {text}\n\n{_NUMBERED}\n\nRobin Keller")
    assert (one.seats, one.review) == (4, False)
