"""What a correction puts right: the writer's own address or organisation, or a colleague's."""

from __future__ import annotations

import pytest

from mailbot.core.read import read
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE

_LETTER = """From: Hanna Knol <h.knol@vuurtoren.example>
To: info@partos.example
Subject: Re: Confirmation: 4th Meet Up for Strategic Partnerships
Date: Tue, 09 Jan 2018 10:00:00 +0100
Message-ID: <1@vuurtoren.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{text}

Hanna Knol

On 8 Jan 2018, Partos <info@partos.example> wrote:

> Dear Hanna,
>
> Thank you for your registration for the 4th Meet Up for Strategic Partnerships.
>
> Registered: {listed}
>
> Kind regards,
>
> Partos
"""


def change_of(text: str, listed: str) -> Request:
    raw = _LETTER.format(text=text, listed=listed).replace("\n", "\r\n").encode()
    return read(raw, HOUSE, load_lexicon()).request


@pytest.mark.parametrize(
    ("text", "name", "email"),
    [
        (
            "Small correction: my colleague Sara Bos never got the confirmation because I gave you the wrong "
            "address. It is s.bos@vuurtoren.example. Her seat itself is fine.",
            "Sara Bos",
            "s.bos@vuurtoren.example",
        ),
        (
            "The address of my colleague Sara Bos should be sara.bos@vuurtoren.example, "
            "could you correct that?",
            "Sara Bos",
            "sara.bos@vuurtoren.example",
        ),
        (
            "Pourriez-vous corriger l'adresse de ma collègue Sara Bos ? C'est s.bos@vuurtoren.example.",
            "Sara Bos",
            "s.bos@vuurtoren.example",
        ),
        (
            "Small correction: Sara never got the confirmation, her address is s.bos@vuurtoren.example.",
            "Sara Bos",
            "s.bos@vuurtoren.example",
        ),
        (
            "Vanaf 1 januari heb ik een nieuw adres: hanna@nieuwlicht.example. Willen jullie dat aanpassen "
            "in mijn aanmelding?",
            "Hanna Knol",
            "hanna@nieuwlicht.example",
        ),
    ],
)
def test_an_address_is_put_right_for_whom_it_is(text: str, name: str, email: str) -> None:
    request = change_of(text, "Hanna Knol, Sara Bos")
    assert request.intent is Intent.CHANGE
    assert [(one.name, one.email) for one in request.attendees] == [(name, email)]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Wil je op mijn badge als organisatie Stichting Nieuw Licht zetten in plaats van De Vuurtoren? "
            "We zijn gefuseerd.",
            "Stichting Nieuw Licht",
        ),
        (
            "Bij mijn aanmelding stond onze oude naam, De Vuurtoren. Sinds 1 januari heten we Huis van "
            "de Zee. Mag dat zo op mijn badge?",
            "Huis van de Zee",
        ),
        (
            "On the list I am with De Vuurtoren, but I now work for Harbour Light. Please correct this.",
            "Harbour Light",
        ),
        (
            "Bitte ändern Sie die Organisation bei meiner Anmeldung: "
            "seit Januar arbeite ich bei Neues Licht.",
            "Neues Licht",
        ),
        (
            "Une petite correction : mon organisation s'appelle désormais Nouvelle Lumière. Merci de le "
            "changer sur mon badge.",
            "Nouvelle Lumière",
        ),
    ],
)
def test_an_organisation_is_put_right(text: str, house: str) -> None:
    request = change_of(text, "Hanna Knol (De Vuurtoren)")
    assert request.intent is Intent.CHANGE
    assert [(one.name, one.organisation) for one in request.attendees] == [("Hanna Knol", house)]


def test_a_name_is_put_right_as_a_whole() -> None:
    request = change_of(
        "Une correction : ma collègue s'appelle Sarah N'Diaye (avec apostrophe, et non « Sara Diaye »), et "
        "son adresse est s.ndiaye@vuurtoren.example.",
        "Hanna Knol, Sara Diaye",
    )
    assert [(one.name, one.email) for one in request.attendees] == [
        ("Sarah N'Diaye", "s.ndiaye@vuurtoren.example")
    ]


def test_an_organisation_is_put_right_for_both() -> None:
    request = change_of(
        "A small correction: Sara and I are not with the Ministry of Planning, we are with Vuurtoren. "
        "Could you change the list so that it says Vuurtoren for both of us?",
        "Hanna Knol, Sara Bos (Ministry of Planning)",
    )
    assert {one.name: one.organisation for one in request.attendees} == {
        "Hanna Knol": "Vuurtoren",
        "Sara Bos": "Vuurtoren",
    }
