"""Where a person must look and the mail names nobody plainly, they see whom it most likely means."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"

WAITING = (
    "On Thu, 11 Jan 2018, Partos <info@partos.example> wrote:\n\n> Thank you for your registration for the "
    "4th Meet Up on Thursday 18 January 2018.\n> We have put you on the waiting list.\n>\n> Partos\n"
)


def reading(
    text: str, sender: str = ROBIN, *, subject: str = "Meet Up 18 January", quoted: str = ""
) -> Request:
    return understand(letter(text, sender, subject=subject, quoted=quoted), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return [who.name for who in one.attendees]


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil graag komen op 18 januari, maar ik weet het nog niet. Ik laat het nog weten.\n\nRobin Keller",
        "Reserveer voor 18 januari alvast een plaats als u wilt, misschien.\n\nRobin Keller",
        "I would want to come on 18 January, but only if my visa arrives. Do not count me in yet."
        "\n\nRobin Keller",
        "So pencil in a handful for 18 January, I guess.\n\nRobin Keller",
        "Ich möchte am 18. Januar wohl kommen, tragen Sie mich aber noch nicht ein.\n\nRobin Keller",
        "Si ma soeur peut, réservez-nous deux places pour le 18 janvier.\n\nRobin Keller",
    ],
)
def test_a_wish_that_is_not_certain_carries_the_writer(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, True)
    assert "Robin Keller" in names(one)
    assert "robin.keller@verein.example" in [who.email for who in one.attendees]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Volgens mij komt Bert Nooitgedacht donderdag niet naar jullie toe, hij is ziek hoorde ik. "
            "Misschien moet u hem afmelden?",
            "Bert Nooitgedacht",
        ),
        (
            "Somebody at a reception told me that Hamza Tazi left his job before Christmas, so he won't be "
            "needing his place on the 18th. You could cancel him.",
            "Hamza Tazi",
        ),
    ],
)
def test_who_is_said_to_drop_out_by_somebody_else_is_shown(text: str, who: str) -> None:
    one = reading(f"{text}\n\nRobin Keller", subject="Re: Waiting list: 4th Meet Up", quoted=WAITING)
    assert (one.intent, one.review, names(one)) == (Intent.CANCEL, True, [who])


def test_why_they_are_shown_is_said() -> None:
    one = reading(
        "Ich möchte am 18. Januar wohl kommen, tragen Sie mich aber noch nicht ein.\n\nRobin Keller"
    )
    assert [why.text for why in one.reasons if why.rule == "likely-meant"] == [
        "Most likely meant: Robin Keller."
    ]
    assert one.seats is None


def test_who_asks_for_nothing_is_not_shown() -> None:
    assert not reading("What does the Meet Up of 18 January cost?\n\nRobin Keller").attendees
