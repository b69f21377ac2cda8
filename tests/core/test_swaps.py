"""Who comes for whom: pairs of names, tables, "in their place", and a successor who writes."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from tests.core.letters import HOUSE, letter
from tests.core.test_giving_up import LEXICON, read

TWO = [("Sam Cole", "Lena Ford"), ("Jo Tanner", "Amir Aziz")]


def pairs(request: Request) -> list[tuple[str | None, str | None]]:
    return [(one.former.name if one.former else None, one.now.name) for one in request.replacements]


@pytest.mark.parametrize(
    "words",
    [
        "Daarom deze wissel:\n\nSam Cole -> wordt Lena Ford (lena@seewind.example)\nMw. Jo Tanner "
        "-> wordt Amir Aziz",
        "Graag wijzigen als volgt:\n\n- mr. Sam Cole wordt mr. Lena Ford\n- mr. Jo Tanner wordt mr. "
        "Amir Aziz",
        "Please swap these two:\n\nSam Cole -> Lena Ford (lena@seewind.example)\nJo Tanner -> Amir Aziz",
        "Two changes:\n\n- Sam Cole becomes Lena Ford\n- Jo Tanner becomes Amir Aziz",
        "Bitte ändern:\n\n- Sam Cole wird ersetzt durch Lena Ford\n- Jo Tanner wird ersetzt durch Amir Aziz",
        "Voici nos changements :\n\n- Sam Cole devient Lena Ford\n- Jo Tanner devient Amir Aziz",
        "We have to swap two of us:\n\nRegistered\tReplaced by\nSam Cole\tLena Ford\nJo Tanner\tAmir Aziz",
        "Wij wisselen twee mensen:\n\nAangemeld\tVervanger\nSam Cole\tLena Ford\nJo Tanner\tAmir Aziz",
        "Wir tauschen:\n\nBisher\tNeu\nSam Cole\tLena Ford\nJo Tanner\tAmir Aziz",
        "Nos remplacements :\n\nInscrit\tRemplaçant\nSam Cole\tLena Ford\nJo Tanner\tAmir Aziz",
        "Two substitutions:\n\nRegistered\n\nNow\n\nSam Cole\n\nLena Ford\n\nJo Tanner\n\nAmir Aziz",
    ],
)
def test_pairs_of_names(words: str) -> None:
    request = read(words, "Robin Keller", "Sam Cole", "Jo Tanner")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, TWO)


@pytest.mark.parametrize(
    "words",
    [
        "Sam Cole en Jo Tanner, die ik in december had opgegeven, zitten in Straatsburg. Lena Ford "
        "en Amir Aziz gaan "
        "in plaats van hen.",
        "The flight of Sam Cole and Jo Tanner is cancelled. In place of them will come:\n\nLena "
        "Ford\nAmir Aziz",
        "Sam Cole und Jo Tanner sind erkrankt. An ihrer Stelle kommen Lena Ford und Amir Aziz.",
    ],
)
def test_as_many_come_in_their_place(words: str) -> None:
    request = read(words, subject="Change of participants, 18 January")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, TWO)
    assert "who-leaves" not in {reason.rule for reason in request.reasons}


@pytest.mark.parametrize(
    "words",
    [
        "Please cancel Sam Cole and register Lena Ford instead.",
        "Pouvez-vous annuler l'inscription de Sam Cole et inscrire à la place Lena Ford ?",
        "Bitte Sam Cole streichen und stattdessen Lena Ford eintragen.",
        "Sam Cole zit thuis. Zijn naam kan van de lijst, die van Lena Ford mag erop.",
    ],
)
def test_one_struck_and_one_entered_are_a_change(words: str) -> None:
    request = read(words, "Robin Keller", "Sam Cole")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [("Sam Cole", "Lena Ford")])


@pytest.mark.parametrize(
    "words",
    [
        "Niet ik maar Lena Ford komt donderdag.",
        "Nicht ich, sondern Lena Ford kommt am Donnerstag.",
        "Finalement ce n'est pas moi qui viendrai jeudi mais Lena Ford. Merci de corriger.",
        "It won't be me who comes but Lena Ford. Please change.",
        "Now my boss goes himself, I stay in the office. His name is Lenny Ford. Please change.",
    ],
)
def test_not_i_but_another(words: str) -> None:
    request = read(words, "Robin Keller")
    assert request.intent is Intent.CHANGE
    assert [former for former, _ in pairs(request)] == ["Robin Keller"]


@pytest.mark.parametrize(
    "words",
    [
        "I have taken over from Sam Cole, who has retired. I will be using his registration, so you "
        "can simply put "
        "my name there.",
        "Sam Cole is met pensioen. Ik neem zijn plaats over, zet mijn naam daar maar neer.",
        "Sam Cole hat uns verlassen. Ich übernehme seinen Platz.",
        "Sam Cole a quitté notre association. Je reprends sa place.",
    ],
)
def test_a_successor_steps_in(words: str) -> None:
    request = read(words, "Sam Cole")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [("Sam Cole", "Robin Keller")])


@pytest.mark.parametrize(
    "words",
    [
        "Kunnen jullie voortaan robin@neu.example gebruiken? Het oude adres verdwijnt deze week.",
        "Ik ben voor de bijeenkomst van 18 januari aangemeld. Mijn mailadres is veranderd: "
        "robin@neu.example.",
        "My address has changed: please use robin@neu.example from now on.",
        "Ich bin für den 18. Januar angemeldet, noch mit meiner alten Adresse. Bitte schreiben Sie "
        "mir künftig an "
        "robin@neu.example.",
        "Mon adresse a changé : merci d'utiliser désormais robin@neu.example pour mon inscription du 18.",
    ],
)
def test_a_new_address(words: str) -> None:
    request = read(words, "Robin Keller")
    assert request.intent is Intent.CHANGE
    assert [one.email for one in request.attendees] == ["robin@neu.example"]


def test_an_arrow_between_places_changes_nobody() -> None:
    mail = letter("Ik kom graag op 18 januari. Ik reis Utrecht -> Den Haag.\n\nJan de Vries")
    assert understand(mail, HOUSE, LEXICON).intent is Intent.REGISTER


@pytest.mark.parametrize(
    "words",
    [
        'Wilt u achter mijn naam "RegioWerk" zetten in plaats van "Werkplein Zuid"?',
        'Alles klopt, behalve de organisatie. Zet u s.v.p. "RegioWerk" achter mijn naam?',
        'Could you put "RegioWerk" behind my name, not "Werkplein Zuid"?',
        "Bitte schreiben Sie „RegioWerk“ hinter meinen Namen, nicht „Werkplein Zuid“.",
        "Pouvez-vous mettre « RegioWerk » après mon nom au lieu de « Werkplein Zuid » ?",
    ],
)
def test_an_organisation_in_quotation_marks_is_put_right(words: str) -> None:
    request = read(words, "Robin Keller")
    assert request.intent is Intent.CHANGE
    assert [(one.name, one.organisation) for one in request.attendees] == [("Robin Keller", "RegioWerk")]


@pytest.mark.parametrize(
    "words",
    [
        "Ik geef mijn plaats door aan mijn buurvrouw, Jacoba Pereira. Mail: j.pereira@neu.example.",
        "I pass my seat to my neighbour, Jacoba Pereira. Her address is j.pereira@neu.example.",
        "Ich gebe meinen Platz an Jacoba Pereira weiter. Ihre Adresse: j.pereira@neu.example.",
        "Je cède ma place à ma voisine, Jacoba Pereira. Son adresse : j.pereira@neu.example.",
    ],
)
def test_who_comes_instead_has_the_address_made_of_their_name(words: str) -> None:
    request = read(words, "Robin Keller")
    assert [(one.name, one.email) for one in request.attendees] == [
        ("Jacoba Pereira", "j.pereira@neu.example")
    ]


def test_somebody_elses_address_is_not_theirs() -> None:
    request = read("Ik geef mijn plaats door aan Jacoba Pereira. Factuur: h.bos@neu.example.", "Robin Keller")
    assert [(one.name, one.email) for one in request.attendees] == [("Jacoba Pereira", None)]


@pytest.mark.parametrize(
    "words",
    [
        "Ik ben getrouwd en stond nog als Robin Stork op jullie lijst. Wordt het Keller op het bordje?",
        "You have me on your list as Robin Stork, my name is Robin Keller now.",
    ],
)
def test_the_former_name_is_the_writers_own(words: str) -> None:
    request = read(words, subject="Name for 18 January")
    assert "Robin Stork" not in [one.name for one in request.attendees]


@pytest.mark.parametrize(
    "words",
    [
        "Sam Cole is ziek, Lena Ford vervangt hem. Robin komt gewoon.",
        "Sam Cole is ill, Lena Ford replaces him. Jo Tanner is still coming.",
        "Sam Cole ist krank, Lena Ford ersetzt ihn. Jo Tanner kommt wie geplant.",
        "Sam Cole est malade, Lena Ford le remplace. Jo Tanner vient comme prévu.",
    ],
)
def test_who_stays_is_not_replaced(words: str) -> None:
    former = {former for former, _ in pairs(read(words, "Robin Keller", "Sam Cole", "Jo Tanner"))}
    assert former <= {"Sam Cole"}


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        (
            "Jo Tanner en ik zouden op 18 januari komen, maar wij moeten inspreken. Lena Ford en "
            "Amir Aziz gaan in onze plaats.",
            (),
        ),
        (
            "Jo Tanner and I were going to come on the 18th, but we must be in court. Lena Ford and "
            "Amir Aziz will go in our place.",
            (),
        ),
        (
            "Jo Tanner und ich wollten am 18. Januar kommen, aber wir müssen nach Berlin. An unserer Stelle "
            "kommen Lena Ford und Amir Aziz.",
            (),
        ),
        (
            "Jo Tanner et moi devions venir le 18 janvier, mais nous sommes retenus. Lena Ford et Amir Aziz "
            "viendront à notre place.",
            (),
        ),
        ("Our two seats go to Lena Ford and Amir Aziz.", ("Robin Keller", "Jo Tanner")),
        ("Unsere beiden Plätze übernehmen Lena Ford und Amir Aziz.", ("Robin Keller", "Jo Tanner")),
        ("Wij worden vervangen door Lena Ford en Amir Aziz.", ("Robin Keller", "Jo Tanner")),
    ],
)
def test_two_hand_their_places_to_two(words: str, listed: tuple[str, ...]) -> None:
    request = read(words, *listed)
    assert request.intent is Intent.CHANGE
    assert [one for _, one in pairs(request)] == ["Lena Ford", "Amir Aziz"]
    assert {one for one, _ in pairs(request)} == {"Robin Keller", "Jo Tanner"}


@pytest.mark.parametrize(
    "row", ["Mevr. Kaya: ongewijzigd", "Ms Kaya: unchanged", "Frau Kaya: unverändert", "Mme Kaya : inchangée"]
)
def test_who_stays_beside_the_pairs(row: str) -> None:
    words = f"18 January:\n\n1. Sam Cole -> Lena Ford\n2. Jo Tanner -> Amir Aziz\n3. {row}\n"
    request = read(words, "Sam Cole", "Jo Tanner", "Mehmet Kaya")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, TWO)
