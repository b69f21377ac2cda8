"""Who stands on the list, by a row of names that a mail program broke; who comes of those named in one."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"
_CONFIRMED = (
    "On 5 Jan 2018 Partos <info@partos.example> wrote:\n"
    "> Thank you for your registration. You are on the list for:\n"
    "> 4th Meet Up for Strategic Partnerships, Thursday 18 January 2018\n>\n"
    "> {}\n>\n> Partos"
)


def cancels(row: str) -> list[str | None]:
    mail = letter(
        "Unfortunately we all have to cancel, none of us can come.",
        ROBIN,
        quoted=_CONFIRMED.format(row),
        subject="Re: Confirmation: 4th Meet Up for Strategic Partnerships",
        signature="Robin Keller\n",
    )
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert one.intent is Intent.CANCEL
    return sorted((who.name for who in one.attendees), key=str)


FOUR = ["Anneke Nagtegaal", "Hatice Korkmaz", "Robin Keller", "Senna Lodewijks"]


@pytest.mark.parametrize(
    "row",
    [
        "Registered: Robin Keller, Anneke Nagtegaal, Hatice Korkmaz, Senna\n> Lodewijks",
        "Registered: Robin Keller, Anneke Nagtegaal, Hatice Korkmaz,\n> Senna Lodewijks",
        "Angemeldet: Robin Keller, Anneke Nagtegaal, Hatice Korkmaz und\n> Senna Lodewijks",
        "Aangemeld: Robin Keller, Anneke Nagtegaal, Hatice\n> Korkmaz en Senna Lodewijks",
        "Inscrits : Robin Keller, Anneke Nagtegaal, Hatice Korkmaz et Senna Lodewijks",
    ],
)
def test_a_broken_row_loses_nobody(row: str) -> None:
    assert cancels(row) == FOUR


def reading(text: str, sender: str = ROBIN, signed: str = "Robin Keller") -> Request:
    mail = letter(f"{text}\n\n{signed}", sender, subject="Meet Up")
    return understand(mail, HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        "My colleagues Jane Fox and Owen Price asked me to sign them up for 18 January. I just write.",
        "Our colleagues, Jane Fox and Owen Price, will attend on 18 January. Please register them.",
        "Mijn collega's Jane Fox en Owen Price willen graag komen op 18 januari. Wilt u hen inschrijven?",
    ],
)
def test_colleagues_who_are_named_are_counted_by_their_names(text: str) -> None:
    one = reading(text)
    assert one.intent is Intent.REGISTER
    assert sorted(str(who.name) for who in one.attendees) == ["Jane Fox", "Owen Price"]
    assert "number-unclear" not in {reason.rule for reason in one.reasons}


def test_a_purchasing_office_takes_no_seat() -> None:
    one = reading(
        "Hierbij bestellen wij 1 deelname aan de Meet Up van 18 januari ten behoeve van onze medewerker de"
        " heer S. (Sjoerd) Ypma, s.ypma@wslagelanden.example.",
        "Inkoop Waterschap De Lage Landen <inkoop@wslagelanden.example>",
        "Waterschap De Lage Landen\nteam Inkoop",
    )
    assert [who.name for who in one.attendees] == ["Sjoerd Ypma"]
