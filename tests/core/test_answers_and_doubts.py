"""What hangs on an answer, who may have an offered seat, who says to be a member, and other doubts."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import lexicon


def _read(text: str) -> Request:
    return understand(letter(f"{text}\n\nRobin Keller"), HOUSE, lexicon(), Context())


def _rules(text: str) -> set[str]:
    return {reason.rule for reason in _read(text).reasons}


@pytest.mark.parametrize(
    "text",
    [
        "Is er een lift? Zo ja, dan kom ik graag op 18 januari.",
        "Do you issue a certificate? If so, I'd like to register for 18 January.",
        "Stellen Sie Bescheinigungen aus? Falls ja, melde ich mich für den 18. Januar an.",
        "La salle est-elle accessible ? Si oui, je m'inscris pour le 18 janvier.",
    ],
)
def test_a_wish_may_hang_on_the_answer_to_a_question(text: str) -> None:
    assert _read(text).review, _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is er nog plek op 18 januari? Zo ja, schrijf me dan in.",
        "Is there still a seat on 18 January? If so, please register me.",
    ],
)
def test_a_wish_for_a_seat_hangs_on_no_more_than_every_wish_does(text: str) -> None:
    assert "conditional" not in _rules(text)


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Please register me for 18 January. Harbour Relief has been a member since the summer.", True),
        ("Please register me for 18 January. As members we do not pay, I understood.", True),
        ("Zet mij op de lijst voor 18 januari. Als leden betalen wij niet.", True),
        ("Register me for 18 January. We are not members.", False),
        ("Register me for 18 January. We have never been a member.", False),
        ("Lid zijn we niet. Schrijf me in voor 18 januari.", False),
        ("Mitglied sind wir leider nicht. Melden Sie mich für den 18. Januar an.", False),
    ],
)
def test_a_not_behind_the_membership_is_about_something_else(text: str, member: bool) -> None:
    assert ("says-member" in _rules(text)) is member


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben er op 18 januari toch niet bij.",
        "Ich bin am 18. Januar doch nicht dabei.",
        "I won't be there on 18 January after all.",
    ],
)
def test_after_all_tells_of_a_registration(text: str) -> None:
    assert str(_read(text).intent) == "cancel"


@pytest.mark.parametrize(
    "text",
    [
        "I would like to register for your annual conference.",
        "Graag meld ik mij aan voor jullie jaarcongres.",
        "Ich melde mich für die Jahrestagung an.",
        "Je m'inscris à la conférence annuelle.",
    ],
)
def test_a_yearly_conference_is_no_event_of_ours(text: str) -> None:
    assert _read(text).review or str(_read(text).intent) == "other"


def test_who_is_not_named_by_the_offer_does_not_get_the_seat() -> None:
    offer = (
        "\n\nOp 13 jan. 2018 om 15:30 heeft Partos <info@partos.example> het volgende geschreven:\n\n"
        "> Beste Robin,\n> Er is een plaats vrijgekomen voor de Meet Up van 18 januari 2018.\n"
        "> Wil je de plaats hebben? Antwoord dan met JA.\n"
    )
    for text, doubted in (
        ("Ja! Zet hem wel op naam van mijn collega Freshta Amiri.", True),
        ("Ja, graag!", False),
    ):
        mail = letter(f"{text}\n\nRobin Keller{offer}", subject="Re: Plaats vrijgekomen: Meet Up")
        read = understand(mail, HOUSE, lexicon(), Context())
        assert (str(read.intent), read.review) == ("accept", doubted), read.reasons
