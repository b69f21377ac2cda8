"""Mails that ask for a change, against what the record knows: who leaves, who comes, what is put right."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from mailbot.core.base import Attendee, Context, Known, Status
from mailbot.core.read import read
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.corpus.house import HOUSE

LEXICON = load_lexicon()
SANNE = Attendee("Sanne de Boer", "sanne@zeewind.example", "Stichting Zeewind")
NANCY = Attendee("Nancy Vis", None, "Stichting Zeewind")
GERARD = Attendee("Gerard Pronk", None, "Stichting Zeewind")
ANWAR = Attendee("Anwar Bensaid", None, "Stichting Zeewind")
GUEST = Attendee()

Pair = tuple[str | None, str | None]


def request(words: str, *standing: Attendee) -> Request:
    """Sanne writes these words, with these people registered; with nobody, the record knows nothing."""
    mail = EmailMessage()
    mail["From"] = "Sanne de Boer <sanne@zeewind.example>"
    mail["To"] = "info@partos.example"
    mail["Subject"] = "Meet Up 18 januari"
    mail["Date"] = "Tue, 09 Jan 2018 10:00:00 +0100"
    mail["Message-ID"] = "<1@zeewind.example>"
    mail.set_content(f"{words}\n\nSanne de Boer\n")
    people = tuple((one, Status.CONFIRMED) for one in standing)
    known = Known("ABCD23", "meetup-4", "sanne@zeewind.example", people, in_thread=True)
    return read(mail.as_bytes(), HOUSE, LEXICON, Context((known,) if standing else ())).request


def pairs(read_so: Request) -> list[Pair]:
    return [(pair.former.name if pair.former else "?", pair.now.name) for pair in read_so.replacements]


@pytest.mark.parametrize(
    ("words", "standing", "expected"),
    [
        pytest.param(
            "Voor de Meet Up hebben wij Nancy en Gerard opgegeven. Gerard wordt vervangen door Hassan "
            "Amezian. Nancy blijft.",
            (NANCY, GERARD),
            ("Gerard Pronk", "Hassan Amezian"),
            id="a first name of the list",
        ),
        pytest.param(
            "Swap please: Jeroen out, Aisha Lamrani in. Meet Up 18 Jan.",
            (),
            ("Jeroen", "Aisha Lamrani"),
            id="a first name that the record must know",
        ),
        pytest.param(
            "Could my colleague go in my place? She is Natasja Veldman, natasja@zeewind.example.",
            (SANNE, NANCY),
            ("Sanne de Boer", "Natasja Veldman"),
            id="the name stands in the next sentence",
        ),
        pytest.param(
            "Dear all, the embassy had announced the participation of the Ambassador. He will be replaced by "
            "the Chargé d'affaires, Mr. Goran Babić.",
            (),
            ("?", "Goran Babić"),
            id="the record knows who that was",
        ),
        pytest.param(
            "De gast van wie ik de naam nog zou doorgeven: dat is mevrouw Aïssatou Sow.",
            (SANNE, GUEST),
            (None, "Aïssatou Sow"),
            id="the guest gets a name and the writer stays",
        ),
        pytest.param(
            "You asked who the second person is: Hortensia Villalobos, hortensia@puentes.example, no fish.",
            (SANNE, GUEST),
            (None, "Hortensia Villalobos"),
            id="the second person too",
        ),
        pytest.param(
            "There is a mistake in the name of my colleague: it should be Anouar Bensaid. Could you "
            "correct it?",
            (SANNE, ANWAR),
            ("Anwar Bensaid", "Anouar Bensaid"),
            id="a colleague is spelt otherwise",
        ),
    ],
)
def test_who_leaves_and_who_comes(words: str, standing: tuple[Attendee, ...], expected: Pair) -> None:
    read_so = request(words, *standing)
    assert (read_so.intent, read_so.review, pairs(read_so)) == (Intent.CHANGE, False, [expected])


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "Dear Partos, my colleague has left us. Instead Goran Babić will take the place.",
            id="somebody of two",
        ),
        pytest.param(
            "This concerns my father, Mr. Hendrik Buwalda, who's signed up for the 18th. He passed away. "
            "I found your mail. I thought you should know so that somebody else may use his seat.",
            id="only who has died is named",
        ),
    ],
)
def test_nobody_is_put_out_by_a_guess(words: str) -> None:
    read_so = request(words, SANNE, NANCY)
    assert read_so.review or not read_so.replacements


def test_who_is_put_in_by_their_own_mail_takes_the_place_of_who_left() -> None:
    words = "Alexandra étant souffrante, c'est moi qui prends sa place au Meet Up."
    read_so = request(words, Attendee("Alexandra Roux", "office@zeewind.example"))
    assert (read_so.review, pairs(read_so)) == (False, [("Alexandra Roux", "Sanne de Boer")])


@pytest.mark.parametrize(
    ("words", "email"),
    [
        pytest.param(
            "Ik lees mijn mail op dit adres bijna nooit. Wilt u voortaan alles naar mijn werk sturen? Het "
            "nieuwe adres is s.deboer@nieuwwerk.example.",
            "s.deboer@nieuwwerk.example",
            id="in the sentence behind",
        ),
        pytest.param(
            "Ik sta genoteerd met mijn oude adres (s.deboer@oudekantoor.example). Wil je mijn gegevens "
            "aanpassen? Het nieuwe adres is het adres waarmee ik nu mail.",
            "sanne@zeewind.example",
            id="never the old one",
        ),
        pytest.param(
            "Wil je dat corrigeren: de factuur moet naar boekhouding@zeewind.example, niet naar mij.",
            "sanne@zeewind.example",
            id="never the one for the bill",
        ),
    ],
)
def test_a_new_address(words: str, email: str) -> None:
    [pair] = request(words, SANNE).replacements
    assert pair.now.email == email


def test_a_new_surname_is_taken_from_the_words() -> None:
    known = Attendee("Sanne Dudek", SANNE.email, "Zeewind")
    words = (
        "Ich habe geheiratet und heiße jetzt de Boer statt Dudek. Bitte auf der Liste für den 18. anpassen."
    )
    [pair] = request(words, known).replacements
    assert (pair.now.name, pair.now.organisation) == ("Sanne de Boer", "Zeewind")


def test_a_correction_of_something_else_leaves_the_name_as_it_is() -> None:
    known = Attendee("Sanne Boer", SANNE.email, "Zeewind")
    [pair] = request(
        "Mijn gegevens kloppen niet: ik eet veganistisch. Kunt u dat aanpassen op de 18e?", known
    ).replacements
    assert (pair.now.name, pair.now.organisation) == ("Sanne Boer", "Zeewind")
