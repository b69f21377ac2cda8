"""Words and numbers that are taken for what they are not: a surname, a day, a membership, another event."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER, lexicon
from tests.core.test_giving_up import read


def _asked(words: str) -> Request:
    return read(f"{words}\n\nPlease register me for 18 January.")


@pytest.mark.parametrize(
    "words",
    [
        "Mitglied bei Ihnen bin ich nicht, die 25 Euro sind in Ordnung.",
        "Mitglied von Partos sind wir leider noch nicht.",
        "Lid van Partos zijn wij overigens als kleine stichting niet.",
    ],
)
def test_a_not_far_behind_denies_a_membership(words: str) -> None:
    assert not _asked(words).review


@pytest.mark.parametrize(
    "words",
    [
        "Mitglied bei Ihnen bin ich seit Jahren, nicht wahr.",
        "Dat wij lid zijn van Partos hoef ik u niet te vertellen.",
        "Niet voor niets zijn wij al tien jaar lid van Partos.",
    ],
)
def test_whoever_says_to_be_a_member_is_asked_about(words: str) -> None:
    assert _asked(words).review


@pytest.mark.parametrize(
    "words",
    [
        "I reach The Hague at 15.10, will the meeting have begun?",
        "Ik kom om 15.10 aan, is de bijeenkomst dan al begonnen?",
        "Ich komme um 15.10 an, hat das Treffen dann schon begonnen?",
        "J'arrive vers 15.10, la rencontre aura-t-elle commencé ?",
    ],
)
def test_a_time_of_day_is_no_day_without_an_event(words: str) -> None:
    assert read(words, "Robin Keller").event == "meetup-4"


@pytest.mark.parametrize("day", ["on 15.10", "at 15.2.", "about 14-2", "at 20/2"])
def test_a_day_without_an_event_is_one(day: str) -> None:
    assert read(f"I reach The Hague {day}, will the meeting have begun?", "Robin Keller").event is None


@pytest.mark.parametrize("name", ["Marieke van Es", "Joost van Dan", "Jan de Wit"])
def test_a_surname_behind_its_particle_may_be_any_word(name: str) -> None:
    request = read(f"Please register for 18 January:\n\n- Frank Tjoelker\n- {name}\n- Rabia Özer\n")
    assert [one.name for one in request.attendees] == ["Frank Tjoelker", name, "Rabia Özer"]


def test_a_registration_is_moved_to_a_house_or_to_an_event() -> None:
    moved = "Correctie: ik werk nu bij Bureau Kade. Kunnen jullie mijn aanmelding omzetten naar {}?"
    house = read(moved.format("die organisatie, met als mailadres robin@kade.example"), "Robin Keller")
    event = read(moved.format("de bijeenkomst van 22 maart"), "Robin Keller")
    assert (house.intent, house.attendees[0].email) == (Intent.CHANGE, "robin@kade.example")
    assert not any(one.rule == "moves-event" for one in house.reasons)
    assert any(one.rule == "moves-event" for one in event.reasons)
    badge = (
        "Op de badge graag Dr. Robin Keller. En kunnen jullie mijn aanmelding omzetten naar de volgende keer?"
    )
    assert any(one.rule == "moves-event" for one in read(badge, "Robin Keller").reasons)


def test_who_corrects_a_party_keeps_their_own_address() -> None:
    words = "On both badges, Jane's and mine, it should say Seewind Foundation, not Seewind BV."
    people = read(words, "Robin Keller", "Jane Fox").attendees
    assert {(one.name, one.email) for one in people} == {
        ("Robin Keller", "robin.keller@seewind.example"),
        ("Jane Fox", None),
    }


def test_a_sentence_below_a_table_is_no_row_of_it() -> None:
    rows = (
        "Name\tPosition\tE-mail",
        "Jane Fox\tattaché\tjane@sea.example",
        "Tim Bell\tclerk\ttim@sea.example",
    )
    below = "If you need a letter, please let me know; otherwise not."
    words = "\n".join(("Coming from us on 18 January:", "", *rows, "", below))
    assert [one.name for one in read(words).attendees] == ["Jane Fox", "Tim Bell"]
    more = words.replace(below, "Robin Keller; Seewind")
    assert "Robin Keller" in [one.name for one in read(more).attendees]


@pytest.mark.parametrize(
    ("subject", "others"), [("IK WIL ERBIJ", []), ("AANMELDING WIL DE BOER", ["Wil de Boer"])]
)
def test_a_sentence_in_capitals_names_nobody(
    subject: str, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon(), "roll", None)  # which of them comes is another matter
    mail = letter("Zet mij op de lijst voor 18 januari.\n\nRobin Keller", WRITER, subject=subject)
    found = understand(mail, HOUSE, lexicon())
    assert [one.name for one in found.attendees if one.name != "Robin Keller"] == others
