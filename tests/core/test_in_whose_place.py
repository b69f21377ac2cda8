"""Who comes in whose place: "instead of" in every order, and the writer who comes in somebody's place."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Intent
from tests.core.phrased import names, said, to_confirmation
from tests.core.test_giving_up import read
from tests.core.test_swaps import TWO, pairs


@pytest.mark.parametrize(
    "words",
    [
        "Two changes: instead of Sam Cole we send Lena Ford, instead of Jo Tanner we send Amir Aziz.",
        "Two changes:\n\n- instead of Sam Cole: Lena Ford (lena@seewind.example)\n- instead of Jo Tanner: "
        "Amir Aziz",
        "Instead of Sam Cole and Jo Tanner the following people will come:\n\n- Lena Ford "
        "(l.ford@seewind.example)\n- Amir Aziz (a.aziz@seewind.example)",
        "Lena Ford comes instead of Sam Cole and Amir Aziz instead of Jo Tanner.",
        "Lena Ford and Amir Aziz will come in place of Sam Cole and Jo Tanner.",
        "In place of Sam Cole and Jo Tanner, Lena Ford and Amir Aziz will be there.",
        "Lena Ford komt i.p.v. Sam Cole en Amir Aziz i.p.v. Jo Tanner.",
        "In plaats van Sam Cole en Jo Tanner komen Lena Ford en Amir Aziz.",
        "In plaats van Sam Cole en Jo Tanner komen:\n\n- Lena Ford\n- Amir Aziz",
        "Wijziging:\n\n- ipv Sam Cole: Lena Ford\n- ipv Jo Tanner: mw. Amir Aziz",
        "Statt Sam Cole und Jo Tanner kommen Lena Ford und Amir Aziz.",
        "Lena Ford kommt anstelle von Sam Cole, Amir Aziz kommt anstelle von Jo Tanner.",
        "Anstelle von Sam Cole und Jo Tanner nehmen teil:\n\nLena Ford\nAmir Aziz",
        "Nos deux inscrits changent :\n\n- au lieu de Sam Cole : Mme Lena Ford\n- au lieu de Jo Tanner : "
        "M. Amir Aziz",
        "Lena Ford et Amir Aziz viendront à la place de Sam Cole et Jo Tanner.",
        "En remplacement de Sam Cole et Jo Tanner, Lena Ford et Amir Aziz participeront.",
    ],
)
def test_two_for_two(words: str) -> None:
    request = read(words, "Robin Keller", "Sam Cole", "Jo Tanner")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, TWO)


ONE = [("Sam Cole", "Lena Ford")]


@pytest.mark.parametrize(
    "words",
    [
        "Lena Ford will come instead of Sam Cole, Jo Tanner stays on the list.",
        "Jo Tanner stays on the list, and instead of Sam Cole comes Lena Ford.",
        "Jo Tanner and I come as planned. Instead of our director, Mr Sam Cole, Lena Ford will come.",
        "Ipv Sam Cole komt Lena Ford.",
        "Lena Ford komt ipv Sam Cole, Jo Tanner blijft gewoon.",
        "Er komt Lena Ford in plaats van mevrouw Sam Cole.",
        "Statt Sam Cole kommt Lena Ford (lena.ford@seewind.example).",
        "Es kommt Lena Ford statt Sam Cole.",
        "Au lieu de Sam Cole, c'est Lena Ford qui viendra.",
        "C'est Lena Ford qui viendra à la place de Sam Cole.",
    ],
)
def test_one_for_another(words: str) -> None:
    request = read(words, "Robin Keller", "Sam Cole", "Jo Tanner")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, ONE)


@pytest.mark.parametrize(
    "words",
    [
        "Ipv mij komt Lena Ford.",
        "Lena Ford komt in plaats van mij.",
        "Instead of me Lena Ford will come.",
        "Lena Ford will be there instead of me.",
        "Statt meiner kommt Lena Ford.",
        "Lena Ford kommt statt mir.",
        "Lena Ford viendra au lieu de moi.",
        "Au lieu de moi, c'est Lena Ford qui viendra.",
    ],
)
def test_somebody_instead_of_the_writer(words: str) -> None:
    request = read(words, "Robin Keller", "Sam Cole")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [("Robin Keller", "Lena Ford")])


@pytest.mark.parametrize(
    "words",
    [
        "Sam Cole can't make it on the 18th, so I'm taking over her place. Could you adjust the list?",
        "My manager Sam Cole is on your list for 18 January, but asked me to go in his place.",
        "I will be attending the Meet Up instead of my manager, Sam Cole.",
        "I'm standing in for Sam Cole, who is registered for the 18th. Could you put my name instead of his?",
        "Sam Cole is ill. I will come in his place.",
        "Could you replace Sam Cole's name by mine? He asked me to go instead.",
        "Sam Cole was registered for 18 January but has left us. Please transfer his registration to me.",
        "Mijn baas Sam Cole stond voor de Meet Up op de lijst, maar hij heeft mij gevraagd te gaan. "
        "Wilt u zijn naam door de mijne vervangen?",
        "Ik kom donderdag in plaats van mijn directeur Sam Cole.",
        "Sam Cole is ziek, ik neem haar plaats over.",
        "Ik vervang mevrouw Sam Cole op de Meet Up van 18 januari. Wilt u dat aanpassen op de lijst?",
        "Sam Cole staat aangemeld voor 18 januari. Hij is verhinderd en ik ga in zijn plaats.",
        "Herr Sam Cole ist am 18. Januar verhindert, ich komme an seiner Stelle.",
        "Ich vertrete Frau Sam Cole am 18. Januar, bitte ändern Sie das auf der Liste.",
        "Sam Cole ist angemeldet, hat mich aber gebeten, an ihrer Stelle teilzunehmen.",
        "Sam Cole kann nicht kommen, ich übernehme ihren Platz.",
        "Sam Cole est empêchée le 18 janvier, je viendrai à sa place.",
        "Je remplace M. Sam Cole, inscrit pour le 18 janvier. Merci de mettre mon nom à sa place.",
        "Sam Cole, inscrite pour le 18, m'a demandé de la remplacer.",
    ],
)
@pytest.mark.parametrize("listed", [(), ("Sam Cole",)])
def test_the_writer_comes_in_somebodys_place(words: str, listed: tuple[str, ...]) -> None:
    request = read(words, *listed)
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [("Sam Cole", "Robin Keller")])
    assert request.attendees[0].email == "robin.keller@seewind.example"


@pytest.mark.parametrize(
    "words",
    [
        "I can't come on the 18th. Lena Ford takes my place.",
        "Ik kan niet komen, Lena Ford neemt mijn plaats over.",
        "Ich bin verhindert, Lena Ford übernimmt meinen Platz.",
        "Je suis empêché, Lena Ford viendra à ma place.",
    ],
)
def test_the_writer_does_not_take_their_own_place(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [("Robin Keller", "Lena Ford")])


@pytest.mark.parametrize(
    "words",
    [
        "Onderstaand twee mutaties:\n\nWas\tWordt\tE-mail nieuwe deelnemer\nkap. Sam Cole\tmaj. Lena Ford\t"
        "l.ford@seewind.example\nlt. Jo Tanner\tMw. Amir Aziz\ta.aziz@seewind.example",
        "Two changes:\n\nNo.\tRegistered\tReplaced by\n1\tSam Cole\tLena Ford\n2\tJo Tanner\tAmir Aziz",
        "Zwei Änderungen:\n\nOrganisation\tBisher\tNeu\nSeewind\tSam Cole\tLena Ford\nSeewind\tJo Tanner\t"
        "Amir Aziz",
        "Deux changements :\n\nAncien | Nouveau | Courriel\nSam Cole | Lena Ford | l.ford@seewind.example\n"
        "Jo Tanner | Amir Aziz | a.aziz@seewind.example",
    ],
)
def test_columns_beside_others(words: str) -> None:
    request = read(words, "Robin Keller", "Sam Cole", "Jo Tanner")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, TWO)


@pytest.mark.parametrize(
    "words",
    [
        "Voor 18 januari hadden wij Sam Cole en Jo Tanner aangemeld. Beiden zijn verhinderd. In hun plaats "
        "komen:\n\nLena Ford\nAmir Aziz",
        "We had registered Sam Cole and Jo Tanner. Both are ill. In their place come Lena Ford "
        "and Amir Aziz.",
        "Wir hatten Sam Cole und Jo Tanner angemeldet. Beide sind erkrankt. An ihrer Stelle kommen Lena Ford "
        "und Amir Aziz.",
    ],
)
def test_in_the_place_of_those_named_two_sentences_before(words: str) -> None:
    request = read(words, subject="Change of participants, 18 January")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, TWO)


@pytest.mark.parametrize(
    "words",
    [
        "Can't leave the office tomorrow. I'm sending Lena Ford, she's our intern.",
        "I won't make it on Thursday. We are sending our colleague Lena Ford.",
        "Ik kan donderdag niet. Ik stuur Lena Ford.",
        "Ich kann leider nicht kommen. Ich schicke unsere Kollegin Lena Ford.",
        "Je ne pourrai pas venir. J'envoie Lena Ford.",
    ],
)
def test_who_is_sent_comes_instead(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [("Robin Keller", "Lena Ford")])


def test_who_does_not_come_instead() -> None:
    request = read("I have to give up my place. Lena Ford in cc is not replacing me.", "Robin Keller")
    assert (request.intent, [one.name for one in request.attendees]) == (Intent.CANCEL, ["Robin Keller"])


def test_a_name_is_put_right_beside_a_swap() -> None:
    request = read(
        "Two corrections: instead of Sam Cole we are sending Lena Ford, and the name of our fellow is "
        "Putri Wulandari, not Wulandari Putri.",
        "Robin Keller",
        "Sam Cole",
        "Wulandari Putri",
    )
    assert pairs(request) == [("Sam Cole", "Lena Ford"), ("Wulandari Putri", "Putri Wulandari")]


def test_an_initial_in_an_address_is_not_the_writer() -> None:
    request = read(
        "Instead of Sam Cole: Ifeoma Chukwuma (i.chukwuma@seewind.example)", "Robin Keller", "Sam Cole"
    )
    assert [(one.name, one.email) for one in request.attendees] == [
        ("Ifeoma Chukwuma", "i.chukwuma@seewind.example")
    ]


@pytest.mark.parametrize(
    ("subject", "pair"),
    [
        ("18 jan: ipv mij komt Fenna Akkerboom, zelfde organisatie", ("Robin Keller", "Fenna Akkerboom")),
        ("18 Jan: Lena Ford comes instead of me", ("Robin Keller", "Lena Ford")),
        ("18. Januar: statt mir kommt Lena Ford", ("Robin Keller", "Lena Ford")),
        ("Wijziging 18 januari: Sam Cole wordt Lena Ford", ("Sam Cole", "Lena Ford")),
    ],
)
def test_all_is_said_in_the_subject(subject: str, pair: tuple[str, str]) -> None:
    request = read("Robin Keller\nSeewind", subject=subject)
    assert (request.intent, pairs(request)) == (Intent.CHANGE, [pair])


def test_good_receipt_is_no_reception() -> None:
    request = read(
        "M. Cole, que nous avions inscrit, a quitté la maison le 31 décembre. Merci de noter à sa place "
        "son successeur, M. Amir Aziz. Vous en souhaitant bonne réception,",
        subject="Mise à jour de notre inscription",
    )
    assert (request.intent, request.event) == (Intent.CHANGE, "meetup-4")


@pytest.mark.parametrize(
    "words",
    [
        "I'm handing my seat over to my colleague, who is in Cc. I have a court date on the 18th.",
        "Den Platz auf meinen Namen gebe ich an meine Kollegin weiter, die ich hier in Kopie nehme.",
        "Leider bin ich verhindert. Statt meiner kommt meine Kollegin (in CC).",
        "Ik geef mijn plek door aan mijn collega, die meeleest in de cc.",
        "Je cède ma place à ma collègue, en copie de ce message.",
    ],
)
def test_the_colleague_in_copy(words: str) -> None:
    request = to_confirmation(words, cc=("Mariam Sesay <m.sesay@seewind.example>",))
    assert (said(request), names(request)) == ("change", ["Mariam Sesay"])
