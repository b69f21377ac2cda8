"""Names as they belong on a badge, whatever a mail program or a hurried writer made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.base import Address
from mailbot.core.understanding.display import read_display
from mailbot.core.understanding.names import fuller, mended, same_person
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.edges.words import load_lexicon

WORDS = name_words(load_lexicon())


def shown(name: str, email: str = "post@voorbeeld.example") -> tuple[str, ...]:
    return read_display(Address(email, name), WORDS).people


@pytest.mark.parametrize(
    ("written", "badge"),
    [
        ("van der Berg, Jan (NL)", "Jan van der Berg"),
        ("Berg, Jan van der", "Jan van der Berg"),
        ("Berg, J. van der (Jan)", "Jan van der Berg"),
        ("Berg, van den, Jan", "Jan van den Berg"),
        ("'t Hooft, Gerard", "Gerard 't Hooft"),
        ("Vos de Wael, Maartje", "Maartje Vos de Wael"),
        ("van 't Hof - Jansen, Marijke", "Marijke van 't Hof-Jansen"),
        ("Hoeksema, Tjitske (DSH/MO)", "Tjitske Hoeksema"),
        ("Jan Jansen/HQ/NL", "Jan Jansen"),
        ("'Jan Jansen' via Events", "Jan Jansen"),
        ("Jan de Vries (Oxfam)", "Jan de Vries"),
        ("Growth Desk - Rick van Dalen", "Rick van Dalen"),
        ("Siti Rahmawati 🌱", "Siti Rahmawati"),
    ],
)
def test_a_mail_programs_order_is_undone(written: str, badge: str) -> None:
    email = "rick@voorbeeld.example" if "Rick" in written else "post@voorbeeld.example"
    assert shown(written, email) == (badge,)


@pytest.mark.parametrize(
    ("written", "badge"),
    [
        ("Prof. Dr. Hartmut Lindner", "Hartmut Lindner"),
        ("Dipl.-Soz. Jörg Weißenborn", "Jörg Weißenborn"),
        ("Schäfer, Dr. Thomas", "Thomas Schäfer"),
        ("Dr. Schäfer, Thomas", "Thomas Schäfer"),
        ("mr. R.P. Doornbos", "R.P. Doornbos"),
        ("drs. W.J. Terpstra", "W.J. Terpstra"),
        ("Rev. Dr. Prince Johnson Okoro", "Prince Johnson Okoro"),
        ("Mme Nadège Uwimana", "Nadège Uwimana"),
        ("M. Guy Schmitz", "Guy Schmitz"),
        ("Maria Jansen MSc.", "Maria Jansen"),
        ("Jan de Vries, MA", "Jan de Vries"),
        ("Botschaftsrat Thomas Eggers", "Thomas Eggers"),
    ],
)
def test_titles_stay_off(written: str, badge: str) -> None:
    assert shown(written) == (badge,)


@pytest.mark.parametrize(
    ("written", "badge"),
    [
        pytest.param("M. Ramdin", "M. Ramdin", id="an initial is no monsieur"),
        pytest.param("Amadou BA", "Amadou Ba", id="a name is no bachelor"),
        pytest.param("Ma, Yo-Yo", "Yo-Yo Ma", id="nor a master"),
        pytest.param("A.C. van Beuningen", "A.C. van Beuningen", id="initials are all there is"),
    ],
)
def test_what_only_looks_like_a_title_stays(written: str, badge: str) -> None:
    assert shown(written) == (badge,)


@pytest.mark.parametrize(
    ("written", "badge"),
    [
        ("JAN VAN DEN BERG", "Jan van den Berg"),
        ("ANNA IN 'T VELD", "Anna in 't Veld"),
        ("marijke van 't hof", "Marijke van 't Hof"),
        ("h. postma-de boer", "H. Postma-de Boer"),
        ("FATIMA EL AMRANI", "Fatima El Amrani"),
        ("IJSBRAND DE VRIES", "IJsbrand de Vries"),
        ("MCDONALD, SEAN", "Sean McDonald"),
        ("AYŞE YILDIRIM", "Ayşe Yıldırım"),
        ("İbrahim ŞAHİN", "İbrahim Şahin"),
        ("DIOP Mamadou Lamine", "Mamadou Lamine Diop"),
        ("Mamadou Lamine DIOP", "Mamadou Lamine Diop"),
        ("DOS SANTOS Catarina", "Catarina dos Santos"),
        ("NGUYEN THI MAI", "Nguyen Thi Mai"),
        ("siti binti ahmad", "Siti binti Ahmad"),
    ],
)
def test_shouted_and_whispered_names_are_mended(written: str, badge: str) -> None:
    assert shown(written) == (badge,)


@pytest.mark.parametrize(
    "written",
    [
        "Bríd Ní Dhonnchadha",
        "Élodie Van Steenkiste",
        "Mohamed Ould Ahmed",
        "Niamh O'Sullivan",
        "Li Wei",
        "Camille d'Ormesson-Blanc",
        "Yeşim",
        "Aylin Yıldırım",
        "María Elena Zavala Ríos",
        "Tania da Silva Pereira",
        "Jean-Pierre Ndayishimiye",
        "Albert-Jan van Zwieten",
        "Łukasz Wójcik",
        "Hyun-woo Park",
        "Soraya Ramdin-Kalloe",
    ],
)
def test_a_name_that_is_right_is_left_alone(written: str) -> None:
    assert shown(written) == (written,)
    assert mended(written, WORDS) == written


@pytest.mark.parametrize(
    ("written", "email"),
    [
        ("Secretariaat Stichting Waterlinie", "secretariaat@waterlinie.example"),
        ("Sekretariat Prof. Lindner", "sekretariat.lindner@fh-emsland.example"),
        ("Chancery Office", "chancery@embassy.example"),
        ("Embassy of Zambia, Political Section", "political@zambia.example"),
        ("Ministerie van Zaken, Afdeling Inkoop", "inkoop@minzaken.example"),
        ("Ambassade du Tchad, Service Presse", "presse@tchad.example"),
        ("Recht op Water", "info@rechtopwater.example"),
        ("Fam. Postma", "postma@ziggo.example"),
        ("jan.jansen@voorbeeld.example", "jan.jansen@voorbeeld.example"),
        ("", "kvh@gmail.example"),
    ],
)
def test_an_office_is_nobody(written: str, email: str) -> None:
    assert shown(written, email) == ()


def test_a_couple_are_two_people_of_one_name() -> None:
    assert shown("Rob & Els Schippers") == ("Rob Schippers", "Els Schippers")


def test_an_office_tells_its_organisation() -> None:
    office = read_display(
        Address("secretariaat@waterlinie.example", "Secretariaat Stichting Waterlinie"), WORDS
    )
    assert office.organisation == "Stichting Waterlinie"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Juergen Groessl", "Jürgen Größl", True),
        ("M. Ramdin", "Mahesh Ramdin", True),
        ("Emmanuel K. Asante", "Emmanuel Kwabena Asante", True),
        ("Thijs", "Thijs Lammers", True),
        ("Jan de Vries", "Jan Jansen", False),
        ("J. de Vries", "J. Jansen", False),
        ("A. Bos", "Anneke Bosman", False),
    ],
)
def test_who_may_be_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other, WORDS) is same
    assert same_person(other, one, WORDS) is same


def test_the_badge_bears_full_names_and_accents() -> None:
    assert fuller("M. Ramdin", "Mahesh Ramdin", WORDS) == "Mahesh Ramdin"
    assert fuller("Tomasz Zielinski", "Tomasz Zieliński", WORDS) == "Tomasz Zieliński"
    assert fuller("Willem-Jan Terpstra", "W.J. Terpstra", WORDS) == "Willem-Jan Terpstra"


GIVEN = st.sampled_from(
    [
        "Jan",
        "Anne-Marie",
        "Fatima",
        "Ayşe",
        "Indra",
        "Siti",
        "Kwame",
        "Ngozi",
        "María",
        "Łukasz",
        "Wei",
        "Hyun-woo",
        "Élodie",
        "Jürgen",
        "Bríd",
        "Zoë",
    ]
)
FAMILY = st.sampled_from(
    [
        "de Vries",
        "van der Berg",
        "van 't Hof",
        "op den Camp",
        "ter Horst",
        "in 't Veld",
        "Jansen-de Boer",
        "El Amrani",
        "Yıldırım",
        "Ramdin",
        "Sitompul",
        "Owusu-Ansah",
        "García Márquez",
        "Wójcik",
        "Zhang",
        "Müller",
        "Ní Bhriain",
        "Ben Youssef",
        "da Silva",
        "von der Heide",
        "d'Ormesson",
        "O'Sullivan",
        "Ould Sidi",
        "Bah",
        "Ndiaye-Lemaire",
    ]
)
PARTICLES = ("van der ", "van 't ", "op den ", "in 't ", "von der ", "ter ", "de ", "da ")


def _turned(given: str, family: str) -> str:
    particle = next((p for p in PARTICLES if family.startswith(p)), "")
    return f"{family[len(particle) :]}, {given} {particle}".strip()


@given(
    GIVEN,
    FAMILY,
    st.sampled_from(["plain", "comma", "particle behind", "title", "country", "post-nominal", "quoted"]),
)
def test_a_name_survives_every_form_of_from(given: str, family: str, form: str) -> None:
    name = f"{given} {family}"
    forms = {
        "plain": name,
        "comma": f"{family}, {given}",
        "particle behind": _turned(given, family),
        "title": f"Prof. Dr. {name}",
        "country": f"{family}, {given} (NL)",
        "post-nominal": f"{name}, PhD",
        "quoted": f"'{name}'",
    }
    assert shown(forms[form]) == (name,)


@given(st.text(max_size=200))
def test_no_display_name_breaks_the_reading(text: str) -> None:
    for name in shown(text):
        assert name == name.strip()
        assert len(name) <= 130


def test_the_words_of_all_languages_are_joined() -> None:
    assert isinstance(WORDS, NameWords)
    assert WORDS["titles"].holds("mevrouw")
    assert WORDS["titles"].holds("frau")
    assert WORDS.is_given("Nadège")
