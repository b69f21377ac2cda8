"""Names whose parts stand apart: in one breath, in brackets, in the address, in the order asked for."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import lexicon

RUTH = "Ruth Laka <ruth@laka.example>"


def asked(text: str, sender: str = RUTH, closing: str = "Ruth Laka", quoted: str = "") -> Request:
    mail = letter(
        f"{text}\n\n{closing}", sender, quoted=quoted, subject="Re: Meet Up" if quoted else "Meet Up"
    )
    return understand(mail, HOUSE, lexicon(), Context())


def names(request: Request) -> list[str | None]:
    return [one.name for one in request.attendees]


@pytest.mark.parametrize(
    ("text", "sender", "name"),
    [
        (
            "hi, put me on the list pls for 18 january. i pay the 25. camilo restrepo vargas",
            "camilo <camilo.r@correo.example>",
            "Camilo Restrepo Vargas",
        ),
        (
            "hee, zet me op de lijst voor 18 januari. ik ben zzp vertaler. fleur tjon a tsien",
            "Fleur <fleur.tjon.a.tsien@kwiekmail.example>",
            "Fleur Tjon A Tsien",
        ),
        (
            "hallo, ich komme am 18. januar. lg jonas bergmann",
            "Jonas <j.bergmann@gmx.example>",
            "Jonas Bergmann",
        ),
        (
            "put me down for 18 january please. my name is camilo restrepo",
            "camilo <crestrepo@correo.example>",
            "Camilo Restrepo",
        ),
        ("put me down for 18 january. thanks! camilo see you", "camilo <c@correo.example>", "Camilo"),
    ],
)
def test_a_first_name_alone_signs_in_one_breath(text: str, sender: str, name: str) -> None:
    assert names(asked(text, sender, closing="")) == [name]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ik kom graag op 18 januari met mijn man Wiebe (zelfde achternaam).", "Wiebe Laka"),
        ("I'd like to come on 18 January with my daughter Naomi (same surname).", "Naomi Laka"),
        ("I will come on 18 January with my son Tim, same last name as me.", "Tim Laka"),
        ("Ich komme am 18. Januar mit meiner Tochter Lena (gleicher Nachname).", "Lena Laka"),
        ("Je viens le 18 janvier avec ma fille Chloé (même nom de famille).", "Chloé Laka"),
        ("Ik kom op 18 januari met mijn collega Fatima (achternaam Bensalah).", "Fatima Bensalah"),
        (
            "Ik meld mij en mijn collega Fatima aan voor 18 januari. Haar achternaam is Bensalah.",
            "Fatima Bensalah",
        ),
        ("I'd like to come on 18 January with my colleague Fatima. Surname Bensalah.", "Fatima Bensalah"),
        ("Ich komme am 18. Januar mit meiner Kollegin Fatima, Nachname Bensalah.", "Fatima Bensalah"),
        (
            "Je viens le 18 janvier avec ma collègue Fatima. Son nom de famille est Bensalah.",
            "Fatima Bensalah",
        ),
        (
            "Ik neem Yonas mee op 18 januari en kom zelf ook. Zijn volledige naam is Yonas Gebremariam.",
            "Yonas Gebremariam",
        ),
        (
            "I'd like to come on 18 January with my colleague Fatima, fatima.bensalah@laka.example.",
            "Fatima Bensalah",
        ),
    ],
)
def test_a_surname_told_behind(text: str, other: str) -> None:
    assert names(asked(text)) == ["Ruth Laka", other]


@pytest.mark.parametrize(
    ("sender", "closing", "both"),
    [
        ("Anna & Pim <hello@sd.example>", "Anna Koster\nPim Jacobs", ["Anna Koster", "Pim Jacobs"]),
        (
            "Tamar and Gidon Peretz <peretz.family@mailhub.example>",
            "Tamar Peretz",
            ["Tamar Peretz", "Gidon Peretz"],
        ),
    ],
)
def test_two_of_one_mailbox(sender: str, closing: str, both: list[str]) -> None:
    assert names(asked("We would love to come on 18 January, both of us.", sender, closing)) == both


QUOTED = "From: Partos <info@partos.example>\n\nThank you for your registration.\n\nRegistered: {}\n\nPartos"


@pytest.mark.parametrize(
    ("text", "sender", "stood", "name"),
    [
        (
            "You have written me as Suryani Suryani. I have only one name, please make it just Suryani.",
            "Suryani <suryani@kampung.example>",
            "Suryani Suryani",
            "Suryani",
        ),
        (
            "Please correct the badge. My given name is Xiaoming, in one word, and my family name is Chen.",
            "Xiaoming Chen <chen.xm@eastwind.example>",
            "Ming Xiao Chen",
            "Xiaoming Chen",
        ),
        (
            "Graag het naamkaartje aanpassen: mijn voornaam is Xiaoming en mijn achternaam Chen.",
            "Xiaoming Chen <chen.xm@eastwind.example>",
            "Ming Xiao Chen",
            "Xiaoming Chen",
        ),
    ],
)
def test_the_name_asked_for(text: str, sender: str, stood: str, name: str) -> None:
    assert names(asked(text, sender, "", QUOTED.format(stood))) == [name]


def test_a_title_on_our_list_is_no_name() -> None:
    text = "Zu meinem Bedauern muss ich meine Teilnahme am 18. Januar absagen."
    sender = "Dr. Friederike Hülsmann <huelsmann@ef.example>"
    request = asked(text, sender, "Friederike Hülsmann", QUOTED.format("Dr. Friederike Hülsmann"))
    assert names(request) == ["Friederike Hülsmann"]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Wij hebben een band met twee plaatsen in Suriname. Ik meld me aan voor 18 januari.", 1),
        ("We work in three places in Kenya and I would like to come on 18 January.", 1),
        ("Graag twee plaatsen in Den Haag op 18 januari.", 2),
        ("We'd like two places in The Hague on 18 January please.", 2),
    ],
)
def test_places_on_the_map_are_no_seats(text: str, seats: int) -> None:
    assert asked(text).seats == seats
