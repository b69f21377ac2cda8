"""Some of a registered party give up, and the others stay: told in prose, by number, or in a list."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from tests.core.letters import HOUSE, letter
from tests.core.test_giving_up import LEXICON, SIGNED, leave, read

THREE = ("Robin Keller", "Lotte Brands", "Mehmet Kaya")
FOUR = (*THREE, "Svetlana Orlova")
LOTTE = ["Lotte Brands"]
BOTH = ["Lotte Brands", "Mehmet Kaya"]
TWO = ["Lotte Brands", "Svetlana Orlova"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Ik ben er gewoon, maar Lotte Brands moet die dag naar de revalidatie. Haar plaats komt dus vrij.",
         LOTTE),
        ("Kleine correctie: Lotte heeft tentamen en kan dus niet mee. Mehmet en ik komen gewoon.", LOTTE),
        ("Small correction: Lotte has an exam and won't make it. Mehmet and I come as agreed.", LOTTE),
        ("Kleine Änderung: Lotte ist krank und kann nicht mit. Mehmet und ich kommen wie vereinbart.", LOTTE),
        ("Petite correction : Lotte a un examen ce jour-là et ne pourra pas venir. Mehmet et moi venons "
         "comme prévu.", LOTTE),
        ("Lotte is gisteren moeder geworden en met verlof. We blijven dus met z'n tweeën over: Mehmet en ik "
         "komen gewoon.", LOTTE),
        ("Lotte has the flu, so it will be just Mehmet and me.", LOTTE),
        ("Only Mehmet and I will come, Lotte cannot make it after all.", LOTTE),
        ("Alleen Mehmet en ik komen, Lotte kan toch niet.", LOTTE),
        ("Nur Mehmet und ich kommen, Lotte schafft es leider doch nicht.", LOTTE),
        ("Seuls Mehmet et moi viendrons, Lotte est empêchée.", LOTTE),
        ("Wir werden nur zu zweit kommen: Lotte ist krank.", LOTTE),
        ("We will be two instead of three: Lotte is ill.", LOTTE),
        ("Not three but two of us on the 18th: Lotte Brands is staying home.", LOTTE),
        ("Lotte Brands mag van de lijst, Mehmet en ik blijven erop staan.", LOTTE),
        ("Lotte en Mehmet komen niet meer, ik wel.", BOTH),
        ("Lotte und Mehmet kommen nicht mehr, nur ich.", BOTH),
        ("Lotte et Mehmet ne viendront pas, je viens seul.", BOTH),
        ("Ik kom toch alleen, Lotte en Mehmet zitten in het buitenland.", BOTH),
        ("I'll be coming on my own: Lotte and Mehmet have been sent to Geneva.", BOTH),
        ("Ik kan niet komen, Lotte en Mehmet wel.", ["Robin Keller"]),
        ("Leider kann ich nicht kommen, Lotte und Mehmet kommen wie vereinbart.", ["Robin Keller"]),
        ("Lotte and I can't come, only Mehmet does.", ["Lotte Brands", "Robin Keller"]),
    ],
)  # fmt: skip
def test_what_is_said_of_each(words: str, who: list[str]) -> None:
    request = read(words, *THREE)
    assert (request.intent, sorted(map(str, leave(request)))) == (Intent.CANCEL, who)
    assert not request.review


@pytest.mark.parametrize(
    "words",
    [
        "Even de stand:\n\n- Robin Keller: komt\n- Lotte Brands: komt niet meer\n- Mehmet Kaya: komt\n"
        "- Svetlana Orlova: komt niet meer\n",
        "Update of our delegation:\n\nName\tStatus\nRobin Keller\tattending\nLotte Brands\tcancelled\n"
        "Mehmet Kaya\tattending\nSvetlana Orlova\tcancelled\n",
        "Our registrations now:\n\nRobin Keller - yes\nLotte Brands - no\nMehmet Kaya - yes\n"
        "Svetlana Orlova - no\n",
        "Hier der aktuelle Stand:\n\nRobin Keller: kommt\nLotte Brands: kommt nicht\nMehmet Kaya: kommt\n"
        "Svetlana Orlova: abgesagt\n",
        "Voici où nous en sommes :\n\n- Robin Keller : vient\n- Lotte Brands : ne vient plus\n"
        "- Mehmet Kaya : présent\n- Svetlana Orlova : absente\n",
        "Stand van zaken:\n\nNaam | Status\nRobin Keller | komt\nLotte Brands | afgemeld\n"
        "Mehmet Kaya | gaat door\nSvetlana Orlova | afgemeld\n",
    ],
)
def test_a_list_with_a_word_behind_each(words: str) -> None:
    request = read(words, *FOUR)
    assert (request.intent, leave(request), request.review) == (Intent.CANCEL, TWO, False)


def test_a_list_without_a_letter_that_names_them() -> None:
    rows = (
        "Robin Keller\tattends\nLotte Brands\tlotte@seewind.example\tcancelled\n"
        "Mehmet Kaya\tmehmet@seewind.example\tattends\n"
    )
    words = "Below the updated situation of our delegation for the Meet Up on 18 January.\n\n"
    request = read(words + "Name\tE-mail\t18 January\n" + rows)
    assert (request.intent, leave(request)) == (Intent.CANCEL, LOTTE)
    assert request.attendees[0].email == "lotte@seewind.example"


@pytest.mark.parametrize(
    "words",
    [
        "Mehmet and I come gladly, Lotte eats no meat.",
        "Mehmet en ik komen met de trein, Lotte kan niet tegen gluten.",
        "Lotte and Mehmet will not need an invoice, only I do.",
        "Alleen Lotte komt met de auto. Kan zij parkeren?",
        "Only Lotte needs a wheelchair place, Mehmet and I do not.",
        "Lotte komt niet alleen: haar man komt mee. Mehmet en ik komen ook.",
        "Did Lotte cancel? Mehmet and I are coming.",
        "Lotte komt iets later, Mehmet en ik komen op tijd.",
        "If Lotte can't come, only Mehmet and I will be there.",
        "- Robin Keller: vegetarian\n- Lotte Brands: no\n- Mehmet Kaya: yes\n",
        "Vegetarisch:\n\n- Robin Keller: ja\n- Lotte Brands: nee\n- Mehmet Kaya: ja\n",
        "Lunch:\n\nRobin Keller - yes\nLotte Brands - no\nMehmet Kaya - yes\n",
    ],
)
def test_something_else_is_said_of_some(words: str) -> None:
    request = read(words, *THREE)
    assert request.review or request.intent is not Intent.CANCEL


def test_who_steps_in_is_no_one_who_stays() -> None:
    request = read("Lotte kan niet, Jan Bakker komt in haar plaats. Mehmet en ik komen gewoon.", *THREE)
    assert (request.intent, leave(request)) == (Intent.CHANGE, ["Jan Bakker"])


def test_the_writer_only_tells_of_it() -> None:
    request = read("I regret that Lotte can't come; only Mehmet comes.", *THREE)
    assert leave(request) == LOTTE


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Lotte Brands can't come after all, I will be there.", LOTTE),
        ("Alleen ik kom, Lotte Brands niet.", LOTTE),
        ("Ich komme, aber Lotte Brands leider nicht.", LOTTE),
        ("Je viens, mais Lotte Brands ne peut pas.", LOTTE),
        ("Only Lotte Brands and I come, Mehmet Kaya cannot.", ["Mehmet Kaya"]),
    ],
)
def test_a_letter_that_names_nobody(words: str, who: list[str]) -> None:
    request = _answered(words)
    assert (request.intent, leave(request), request.review) == (Intent.CANCEL, who, False)


@pytest.mark.parametrize(
    "words", ["Ik kan niet, maar Lotte Brands komt wel.", "I can't come, but Lotte Brands can."]
)
def test_who_can_where_the_writer_cannot_steps_in(words: str) -> None:
    request = _answered(words)
    assert (request.intent, leave(request)) == (Intent.CHANGE, LOTTE)


def _answered(words: str) -> Request:
    """Robin Keller answers a confirmation in which nobody's name stands."""
    quoted = (
        "On 5 Jan 2018 Partos <info@partos.example> wrote:\n> Thank you for your registration. You are on "
        "the list for:\n> 4th Meet Up for Strategic Partnerships, Thursday 18 January 2018\n>\n> Partos"
    )
    subject = "Re: Confirmation: 4th Meet Up for Strategic Partnerships"
    sender = "Robin Keller <robin.keller@seewind.example>"
    mail = letter(words, sender, quoted=quoted, subject=subject, signature=SIGNED)
    return understand(mail, HOUSE, LEXICON)
