"""Names filed family first: the signature and the address say how their bearer writes them."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.people import find_people
from mailbot.edges.words import load_lexicon
from tests.core.letters import letter


@pytest.mark.parametrize(
    ("shown", "email", "signed", "name"),
    [
        (
            "OYELARAN FOLASADE",
            "folasade.oyelaran@ngo.example",
            "Mrs. Folasade A. Oyelaran",
            "Folasade A. Oyelaran",
        ),
        ("GERRITSEN MARIJE", "marije.gerritsen@ngo.example", "Marije Gerritsen", "Marije Gerritsen"),
        ("Chen Yulan", "chen.yulan@ngo.example", "Dr. Yulan Chen", "Yulan Chen"),
        ("Xiaoming Li", "x.li@ngo.example", "Li Xiaoming", "Li Xiaoming"),
        (
            "Vandenbroucke Philippe",
            "philippe@ngo.example",
            "Philippe Vandenbroucke",
            "Philippe Vandenbroucke",
        ),
        ("Wiśniewska Bożena", "b.wisniewska@ngo.example", "Bożena Wiśniewska", "Bożena Wiśniewska"),
        ("Anne-Sophie Perrin", "as.perrin@ngo.example", "PERRIN Anne-Sophie", "Anne-Sophie Perrin"),
        ("Jan Smit", "j.smit@ngo.example", "Jan Smit", "Jan Smit"),
    ],
)
def test_the_order_is_the_signers(shown: str, email: str, signed: str, name: str) -> None:
    mail = letter(f"Please register me.\n\nKind regards,\n{signed}", f"{shown} <{email}>")
    assert find_people(mail, load_lexicon(), "en").sender.name == name


def test_a_signature_above_a_disclaimer_is_read() -> None:
    text = (
        "Bij deze.\n\nM. Gerritsen\n\nMarije Gerritsen\n\nCoordinator\n\nGemeente Overveld\n\n"
        "De gemeente Overveld staat niet in voor de juiste overbrenging van een verzonden e-mail."
    )
    mail = letter(text, "GERRITSEN MARIJE <MARIJE.GERRITSEN@overveld.example>")
    assert find_people(mail, load_lexicon(), "nl").sender.name == "Marije Gerritsen"


def test_a_telephone_in_groups_is_a_line_of_a_signature() -> None:
    text = "Merci.\n\nSolène Quéré\nAssistante\nFondation Merlette\nLigne directe : +33 (0)1 55 55 30 31"
    people = find_people(letter(text, "Assistanat <assistanat@merlette.example>"), load_lexicon(), "fr")
    assert [one.name for one in people.signed] == ["Solène Quéré"]


@pytest.mark.parametrize("text", ["Please cancel Lotte Vos's seat.", "Graag Lotte Vos's plaats annuleren."])
def test_an_owner_has_no_s(text: str) -> None:
    people = find_people(letter(text), load_lexicon(), "en")
    assert "Lotte Vos" in [one.attendee.name for one in people.mentions]


@pytest.mark.parametrize(
    ("sender", "text", "quoted", "name"),
    [
        (
            "Bas <bas.vdlinden@hot.example>",
            "put me down. bas van der linden, no org.",
            "",
            "Bas van der Linden",
        ),
        ("Bas <bas.vdlinden@hot.example>", "put me down.\n\nBas", "", "Bas van der Linden"),
        ("Bas <bas.vdberg@hot.example>", "put me down.\n\nBas", "", "Bas van den Berg"),
        ("Ludo <ludovic.maes@ong.example>", "Inscrivez-moi.\n\nLudo", "", "Ludovic Maes"),
        ("Ludo <info@ong.example>", "Oui !\n\nLudo", "> Dear Ludovic Maes,\n> Partos", "Ludovic Maes"),
        ("Tineke v.d. Burg <t@b.example>", "Ja!\n\nGroet Tineke van der Burg", "", "Tineke van der Burg"),
        ("Wulandari Wulandari <w@suara.example>", "Register me.\n\nWulandari", "", "Wulandari"),
        ("<tjark@laden.example>", "1x bitte.\n\nTjark Boysen * Weltladen Husum e.V.", "", "Tjark Boysen"),
        ("<tjark@laden.example>", "1x bitte.\n\nTjark Boysen\nWeltladen Husum e. V.", "", "Tjark Boysen"),
    ],
)
def test_a_short_name_is_the_full_one(sender: str, text: str, quoted: str, name: str) -> None:
    mail = letter(text, sender, quoted=quoted, subject="Re: Meet Up" if quoted else "Meet Up")
    assert find_people(mail, load_lexicon(), "nl").sender.name == name
