"""A desk or a secretary writes, and somebody else comes; somebody comes and drags a neighbour along."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import lexicon


def asked(text: str, sender: str, closing: str) -> Request:
    return understand(letter(f"{text}\n\n{closing}", sender), HOUSE, lexicon(), Context())


FOR_ANOTHER = [
    "Namens burgemeester mr. Anna de Wit bericht ik u dat zij graag "
    "deelneemt aan uw bijeenkomst van 18 januari.",
    "Namens mevrouw Anna de Wit bevestig ik haar komst op 18 januari.",
    "Onze vrijwilliger Anna de Wit heeft geen e-mail, dus ik schrijf "
    "namens haar. Zij wil graag komen op 18 januari.",
    "On behalf of Mayor Anna de Wit I would like to inform you that she "
    "will be pleased to attend on 18 January.",
    "Our volunteer Anna de Wit has no e-mail, so I am writing for her. She'd like to attend on 18 January.",
    "My boss, Dr Anna de Wit, is travelling. She'd be glad to come on 18 January.",
    "Im Namen von Frau Bürgermeisterin Anna de Wit teile ich Ihnen mit, "
    "dass sie am 18. Januar gern teilnimmt.",
    "Unsere Ehrenamtliche Anna de Wit hat keine E-Mail, deshalb schreibe "
    "ich. Sie möchte am 18. Januar gern kommen.",
    "Au nom de Mme la maire Anna de Wit, je vous informe qu'elle participera volontiers le 18 janvier.",
    "Notre bénévole Anna de Wit n'a pas d'adresse mail, j'écris donc pour "
    "elle. Elle aimerait venir le 18 janvier.",
]


@pytest.mark.parametrize("text", FOR_ANOTHER)
def test_a_desk_writes_for_one_who_comes(text: str) -> None:
    request = asked(text, "Front Desk <frontdesk@huis.example>", "Truus Paulissen\nsecretariaat")
    assert [(one.name, one.email) for one in request.attendees] == [("Anna de Wit", None)]
    assert request.intent == "register"


def test_she_of_whom_is_not_known_is_not_who_writes() -> None:
    text = "Anna Smith asked me to write to you. She'd love to be there on 18 January."
    request = asked(text, "Front Desk <frontdesk@huis.example>", "Shanti Ramdin")
    assert request.review
    assert not request.attendees


def test_a_title_begins_no_organisation() -> None:
    text = "Im Namen von Frau Bürgermeisterin Anna Schmidt teile ich mit, dass sie am 18. Januar gern kommt."
    request = asked(text, "Sekretariat <sekretariat@haus.example>", "Gerda Müller")
    assert [one.organisation for one in request.attendees] == [None]


DRAGGED = [
    "May I come on 18 January? I'm dragging along my neighbour, Truus Kamminga, who is no trouble.",
    "I'd like to come on 18 January, with my neighbour Truus Kamminga in tow.",
    "Please put me on the list for 18 January. I am taking my friend Truus Kamminga with me.",
    "Ik kom graag op 18 januari en sleep mijn buurvrouw Truus Kamminga mee.",
    "Graag meld ik me aan voor 18 januari. Ik troon mijn vriendin Truus Kamminga mee.",
    "Ich komme gern am 18. Januar und schleppe meine Nachbarin Truus Kamminga mit.",
    "Ich komme am 18. Januar, meine Freundin Truus Kamminga im Schlepptau.",
    "Je viens le 18 janvier et j'embarque ma voisine Truus Kamminga.",
    "Inscrivez-moi pour le 18 janvier. J'entraîne avec moi ma voisine, Truus Kamminga.",
]


@pytest.mark.parametrize("text", DRAGGED)
def test_who_is_dragged_along_comes_too(text: str) -> None:
    request = asked(text, "Ottoline Ferris <ottoline@greenwiggle.example>", "Ottoline Ferris")
    assert [one.name for one in request.attendees] == ["Ottoline Ferris", "Truus Kamminga"]
    assert request.seats == 2


@pytest.mark.parametrize(
    "place", ["El Salvador", "Costa Rica", "Nieuw-Zeeland", "Santo Domingo", "New Zealand"]
)
def test_a_country_is_nobody(place: str) -> None:
    text = f"Wij werken met twee dorpen in Suriname en {place}, vandaar dat ik me aanmeld voor 18 januari."
    request = asked(text, "Milton Redjo <m.redjo@rijswaard.example>", "Milton Redjo")
    assert [one.name for one in request.attendees] == ["Milton Redjo"]


def test_an_office_has_the_answer_sent_to_who_comes() -> None:
    text = (
        "Graag meld ik voor 18 januari aan:\n\n- de heer Kwame Boateng, directeur\n- mevrouw Simone van Rij"
    )
    mail = letter(
        f"{text}\n\nMet vriendelijke groet,\nAns Dekker\ndirectiesecretariaat",
        "Directiesecretariaat Lekzicht <directie@lekzicht.example>",
        reply_to="Kwame Boateng <k.boateng@lekzicht.example>",
    )
    request = understand(mail, HOUSE, lexicon(), Context())
    assert [(one.name, one.email) for one in request.attendees] == [
        ("Kwame Boateng", "k.boateng@lekzicht.example"),
        ("Simone van Rij", None),
    ]


@pytest.mark.parametrize(
    ("domain", "house"),
    [("eastgate-ngo", "Eastgate"), ("eastgate-nl", "Eastgate"), ("stichting-eastgate", "Eastgate")],
)
def test_a_domain_that_adds_what_the_house_is(domain: str, house: str) -> None:
    text = "I would like to come on 18 January."
    request = asked(text, f"Halima Okello <halima@{domain}.example>", f"Halima Okello\n{house}")
    assert [one.organisation for one in request.attendees] == [house]


@pytest.mark.parametrize(
    "items",
    [
        ("de heer Jan Smit", "mevrouw Simone van Rij"),
        ("de heer Jan Smit, directeur", "mevrouw Simone van Rij, adviseur"),
        ("mevrouw Simone van Rij", "de heer Jan Smit"),
        ("de hr. Jan Smit (directeur)", "mw. Simone van Rij"),
    ],
)
def test_an_article_before_a_title_loses_nobody_of_a_list(items: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {item}" for item in items)
    text = f"Graag meld ik voor 18 januari aan:\n\n{listed}\n\nMet vriendelijke groet,"
    request = asked(text, "Ans Dekker <ans@lekzicht.example>", "Ans Dekker")
    assert sorted(one.name or "" for one in request.attendees) == ["Jan Smit", "Simone van Rij"]


@pytest.mark.parametrize(
    ("text", "closing", "house"),
    [
        ("I study the new NGO Act and would like to attend on 18 January.", "Anna Bos", None),
        ("Ik volg de Wet Open Overheid en kom graag op 18 januari.", "Anna Bos", None),
        ("Graag een plaats op 18 januari.", "Anna Bos, Bunnik", None),
        ("Graag een plaats op 18 januari.", "Anna Bos, Oxfam", "Oxfam"),
    ],
)
def test_a_law_or_a_town_is_no_house(text: str, closing: str, house: str | None) -> None:
    request = asked(text, "Anna Bos <annabos@caiwaynet.example>", closing)
    assert [one.organisation for one in request.attendees] == [house]
