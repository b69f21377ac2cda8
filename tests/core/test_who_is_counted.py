"""Which numbers and which lines of a mail count people who come, and which tell of something else."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, sender: str = ROBIN, *, subject: str = "Meet Up") -> Request:
    return understand(letter(text, sender, subject=subject), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag op 18 januari. Opgeven doe ik alleen mezelf; mijn 2 collega's zijn dan op cursus.",
        "Graag schrijf ik mij in voor 18 januari. Ik kom alleen, twee collega's hebben dan al iets.",
        "Meld mij aan voor 18 januari. Mijn twee collega's zijn die week op vakantie.",
        "Please register me for 18 January. My two colleagues are on a course that day.",
        "I would like to attend on 18 January. Just me: my three colleagues are busy with the audit.",
        "Please put me down for 18 January, on my own. Two colleagues looked at the programme as well.",
        "Ich melde mich für den 18. Januar an, nur mich. Zwei Kollegen von mir hatten auch Interesse.",
        "Ich komme am 18. Januar gern. Meine zwei Kolleginnen sind dann im Urlaub.",
        "Je m'inscris pour le 18 janvier. Mes deux collègues sont en formation ce jour-là.",
        "Merci de m'inscrire pour le 18 janvier, uniquement moi. Deux collègues étaient intéressés.",
    ],
)
def test_colleagues_who_do_not_come_take_no_seat(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 1, False)


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 18 januari niet alleen: ik neem twee collega's mee.",
        "I would like to attend on 18 January, not on my own but with two colleagues.",
        "Please register for 18 January just me and my two colleagues.",
    ],
)
def test_who_does_not_come_alone_brings_their_company(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)


def test_colleagues_of_whom_something_else_is_told_are_asked_about() -> None:
    one = reading(
        "Please register me for 18 January. My two colleagues are specialists in this.\n\nRobin Keller"
    )
    assert one.review or one.seats == 1


@pytest.mark.parametrize(
    ("heading", "closing"),
    [
        ("Graag inschrijven voor 18 januari:", "groetjes robin"),
        ("please register for 18 january:", "cheers robin"),
        ("Bitte anmelden für den 18. Januar:", "viele Grüße, Robin"),
        ("Merci d'inscrire pour le 18 janvier :", "merci, robin"),
    ],
)
@pytest.mark.parametrize("sign", ["-", "- ", "•", "* "])
def test_a_list_without_capitals_or_spaces_is_one(heading: str, closing: str, sign: str) -> None:
    listed = "\n".join(f"{sign}{one}" for one in ("latoya koorndijk", "sjaak van 't hof", "maria da silva"))
    one = reading(f"{heading}\n{listed}\n\n{closing}")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert names(one) == ["Latoya Koorndijk", "Maria da Silva", "Sjaak van 't Hof"]


def test_a_dash_before_a_name_that_signs_makes_no_list() -> None:
    one = reading("Please register me for 18 January.\n\n-Robin")
    assert (one.intent, one.seats, names(one)) == (Intent.REGISTER, 1, ["Robin Keller"])


@pytest.mark.parametrize(
    ("heading", "remark"),
    [
        (
            "Please register for 18 January:",
            "One of us is deaf and brings an interpreter, who doesn't need a seat.",
        ),
        (
            "Graag inschrijven voor 18 januari:",
            "Een van ons brengt een tolk mee; die heeft geen eigen stoel nodig.",
        ),
        ("Merci d'inscrire pour le 18 janvier :", "L'interprète n'a pas besoin d'une place."),
    ],
)
def test_who_needs_no_seat_is_not_counted(heading: str, remark: str) -> None:
    one = reading(f"{heading}\n\n- Marie Kowalczyk\n- Tim Ehlers\n\n{remark}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 2, False)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Participation of our delegation", "We will be glad to attend on 18 January. The names are below:"),
        ("Deelname van onze delegatie", "Wij komen graag op 18 januari. Dit zijn de namen:"),
        ("Anmeldung unserer Gruppe", "Wir nehmen am 18. Januar gern teil. Hier die Namen:"),
        ("Inscription de notre délégation", "Nous participerons le 18 janvier. Voici les noms :"),
    ],
)
def test_the_names_tell_how_many_a_delegation_is(subject: str, text: str) -> None:
    one = reading(
        f"{text}\n\n1. Marie Kowalczyk\n2. Tim Ehlers\n3. Robin Keller\n\nRobin Keller", subject=subject
    )
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)


@pytest.mark.parametrize(
    "text",
    [
        "I can't be there myself on the 18th, but two of my team: Marie Kowalczyk (marie@verein.example)\n"
        "and Tim Ehlers (tim@verein.example). Would you register them?",
        "Zelf ben ik er de 18e niet. Twee van mijn team komen wel: Marie Kowalczyk (marie@verein.example)\n"
        "en Tim Ehlers (tim@verein.example). Wilt u hen inschrijven?",
    ],
)
def test_two_of_a_team_are_two(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller\nHead of Programmes")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 2, False)
    assert [who.email for who in one.attendees] == ["marie@verein.example", "tim@verein.example"]


def test_who_signs_above_a_word_on_the_house_is_none_of_the_list() -> None:
    one = reading(
        "Please register for 18 January:\n\n- Marie Kowalczyk\n- Tim Ehlers\n\nThanks,\nRobin Keller\n"
        "Office\n\n"
        "Verein Regenbogen is an association for the care of young people, registered in the city of\n"
        "Hamburg as a charity under 12345."
    )
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 2, False)
    assert names(one) == ["Marie Kowalczyk", "Tim Ehlers"]


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik vier plaatsen reserveren op 18 januari, en wel voor onze voorzitter prof. dr. Ernst-Jan "
        "Bavinck, voor onze gasten mevrouw Wanjiru Kamau en de heer Li Wei van het Nairobi Legal Aid Centre, "
        "en voor mij?",
        "Please reserve four seats on 18 January: for our chair Prof. Ernst-Jan Bavinck, for our guests "
        "Ms Wanjiru Kamau and Mr Li Wei of the Nairobi Legal Aid Centre, and for me.",
    ],
)
def test_a_name_ends_before_the_house_and_two_guests_share_it(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller\nVerein Regenbogen")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 4, False)
    house = {who.name: who.organisation for who in one.attendees}
    assert house["Li Wei"] == house["Wanjiru Kamau"] == "Nairobi Legal Aid Centre"
    assert house["Ernst-Jan Bavinck"] == house["Robin Keller"] == "Verein Regenbogen"


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Bitte melden Sie für den 18. Januar an:", "3. N.N. (Praktikantin)"),
        ("Please register for 18 January:", "3. N.N. (trainee)"),
        ("Graag inschrijven voor 18 januari:", "3. een collega, naam volgt"),
        ("Merci d'inscrire pour le 18 janvier :", "3. nom à préciser"),
    ],
)
def test_a_line_of_a_list_may_be_a_seat_without_a_name(heading: str, line: str) -> None:
    one = reading(f"{heading}\n\n1. Robin Keller\n2. Tim Ehlers\n{line}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert None in names(one)


@pytest.mark.parametrize(
    "text",
    [
        "Herr Dr. Albers nimmt am 18. Januar gern teil. Ihn begleitet Frau Mirjam Özdemir.",
        "De heer Albers komt op 18 januari graag. Hem vergezelt mevrouw Mirjam Özdemir.",
        "Dr Albers will attend on 18 January. He will be accompanied by Ms Mirjam Özdemir.",
        "M. Albers participera le 18 janvier. Il sera accompagné de Mme Mirjam Özdemir.",
    ],
)
def test_who_accompanies_somebody_comes_too(text: str) -> None:
    one = reading(f"{text}\n\nGisela Kurz", "Sekretariat <sekretariat@stiftung.example>")
    assert one.review or one.seats == 2
    assert "Mirjam Özdemir" in names(one)


@pytest.mark.parametrize(
    "text",
    ["We'd both love to come on 18 January.", "Wir beide kommen am 18. Januar gern."],
)
def test_a_couple_that_both_come_are_two(text: str) -> None:
    one = reading(f"{text} Tom and Jerry Visser", "Tom & Jerry Visser <visserbros@mail.example>")
    assert (one.intent, one.seats) == (Intent.REGISTER, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Three of us for the 18th please: Robin Keller, Marie Kowalczyk and Tim Ehlers.",
        "Wir sind zu dritt: Robin Keller, Marie Kowalczyk und Tim Ehlers. Bitte für den 18.1. vormerken.",
        "Wij komen met z'n drieën op 18 januari: Robin Keller, Marie Kowalczyk en Tim Ehlers.",
    ],
)
def test_the_writer_may_stand_in_the_row_by_name(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)


def test_the_first_of_a_list_below_a_colon_signs_nothing() -> None:
    one = reading(
        "Please register for 18 January:\n\nRobin Keller (chair), robin.keller@verein.example\n"
        "Marie Kowalczyk (treasurer), marie@verein.example\nTim Ehlers (trainee)\n\nVerein Regenbogen"
    )
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)


def test_a_guest_whose_name_follows_is_counted_once() -> None:
    one = reading(
        "Je m'inscris avec mon mari Jean-Luc et notre fille Zoé pour le 18 janvier.\n\nRobin Keller"
    )
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)


def test_brackets_may_tell_the_house_of_both() -> None:
    one = reading(
        "Met mij gaan mee: Ilse Bos en Ravi Sewnath (beiden van Stichting Buurthuis). Dus drie plaatsen op "
        "18 januari graag.\n\nRobin Keller"
    )
    house = {who.name: who.organisation for who in one.attendees}
    assert house["Ilse Bos"] == house["Ravi Sewnath"] == "Stichting Buurthuis"


def test_the_house_of_a_guest_is_not_the_writers() -> None:
    one = reading(
        "Réservez-moi deux places pour le 18 janvier, une pour moi et l'autre pour Mlle Inès Benali de "
        "l'association Passerelles.\n\nLuc Moreau",
        "Luc Moreau <luc.moreau@free.example>",
    )
    assert {who.name: who.organisation for who in one.attendees} == {
        "Luc Moreau": None,
        "Inès Benali": "Passerelles",
    }


@pytest.mark.parametrize(
    "text",
    [
        "I will come on 18 January. My colleague Sarah Bell is coming as well but will register herself.",
        "Please register me for 18 January. Tom Reed will be there too; he signs up separately.",
        "Please register me for 18 January. A colleague comes too, but she registers herself.",
        "Ik kom op 18 januari. Collega Lieneke Baars komt ook, zij regelt haar eigen inschrijving.",
        "Ich komme am 18. Januar. Meine Kollegin Anke Voss kommt auch, meldet sich aber selbst an.",
        "Je viens le 18 janvier. Ma collègue Claire Dumont vient aussi, elle s'inscrira de son côté.",
    ],
)
def test_who_signs_up_apart_is_not_signed_up(text: str) -> None:
    assert names(reading(text)) == ["Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "All three of us want to come on 18 January. That's Ann Petersen, Tom Reed and yours truly.",
        "Three of us would like to attend on 18 January: Ann Petersen, Tom Reed and the undersigned.",
        "Wij komen met z'n drieën op 18 januari. Dat zijn Ann Petersen, Tom Reed en ondergetekende.",
        "Zu dritt kommen wir am 18. Januar. Das sind Ann Petersen, Tom Reed und ich.",
    ],
)
def test_the_writer_ends_the_row(text: str) -> None:
    assert set(names(reading(text))) == {"Ann Petersen", "Tom Reed", "Robin Keller"}


@pytest.mark.parametrize(
    "text",
    [
        "I keep Dr Ruth Adler's diary. She would like to come on 18 January and I cleared the day for her.",
        "I keep Dr Ruth Adler's diary. She would like to come on the 18th, I blocked the day for her.",
        "Ik beheer de agenda van Ruth Adler. Zij wil graag komen op 18 januari, ik heb de middag voor haar "
        "vrijgehouden.",
    ],
)
def test_who_keeps_a_diary_does_not_come(text: str) -> None:
    assert names(reading(text)) == ["Ruth Adler"]


@pytest.mark.parametrize(
    ("heading", "lines", "who"),
    [
        (
            "Please register the following people for 18 January:",
            "- Ann Petersen and Tom Reed, both policy\n- Lucy Bell",
            ["Ann Petersen", "Tom Reed", "Lucy Bell"],
        ),
        (
            "Wij melden aan voor 18 januari:",
            "* Karin Bos & Piet Smit (beleid)\n* Anouk Jansen",
            ["Karin Bos", "Piet Smit", "Anouk Jansen"],
        ),
        (
            "Für den 18. Januar melden wir an:",
            "1. Anke Voss und Uwe Brandt\n2. Petra Klein, Vorstand",
            ["Anke Voss", "Uwe Brandt", "Petra Klein"],
        ),
        (
            "Nous inscrivons pour le 18 janvier :",
            "- Awa Diallo\n- Claire Dumont et Paul Martin",
            ["Awa Diallo", "Claire Dumont", "Paul Martin"],
        ),
    ],
)
def test_a_line_of_a_list_may_hold_two(heading: str, lines: str, who: list[str]) -> None:
    assert names(reading(f"{heading}\n\n{lines}\n")) == sorted(who)


@pytest.mark.parametrize(
    "heading",
    ["Please register for 18 January:", "Graag meld ik aan voor 18 januari:", "Wir melden für den 18.1. an:"],
)
def test_a_line_of_a_list_that_could_not_be_read_is_asked_about(heading: str) -> None:
    one = reading(f"{heading}\n\n- Director General Prof. Kenji-san of the Delta Branch\n- Lucy Bell\n")
    assert one.review


def test_a_house_called_after_a_first_name_is_nobody() -> None:
    one = reading(
        "Please register the people of the Kwame Foundation for 18 January:\n\n- Lucy Bell\n- Tom Reed"
    )
    assert names(one) == ["Lucy Bell", "Tom Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "Four of us come on 18 January: Ann Petersen, Tom Reed, Lucy Bell and I. Two of us come straight "
        "from the airport.",
        "Wij komen met z'n vieren op 18 januari: Karin Bos, Piet Smit, Anouk Jansen en ik. Twee van ons "
        "komen met de trein.",
        "Nous serons quatre le 18 janvier : Awa Diallo, Paul Martin, Claire Dumont et moi. Deux d'entre nous "
        "viennent en train.",
    ],
)
def test_some_of_the_party_who_travel_are_no_other_number(text: str) -> None:
    one = reading(text)
    assert (one.seats, one.review) == (4, False)


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of the section Political Affairs I shall attend on 18 January.",
        "Namens de directie Sociale Vraagstukken meld ik mij aan voor 18 januari.",
        "Im Namen der Abteilung Internationale Zusammenarbeit melde ich mich für den 18. Januar an.",
    ],
)
def test_a_part_of_a_house_is_nobody(text: str) -> None:
    one = reading(text)
    assert (names(one), one.review) == (["Robin Keller"], False)


@pytest.mark.parametrize(
    "text",
    [
        "Please find below our people for 18 January. I only do the paperwork and won't be there myself.",
        "Hieronder vindt u onze afvaardiging voor 18 januari. Ik doe alleen de administratie.",
        "Nachfolgend finden Sie unsere Vertreter für den 18. Januar. Ich mache nur den Papierkram.",
    ],
)
def test_who_does_the_paperwork_does_not_come(text: str) -> None:
    one = reading(f"{text}\n\n- Lucy Bell\n- Tom Reed\n")
    assert (one.intent, names(one)) == (Intent.REGISTER, ["Lucy Bell", "Tom Reed"])


@pytest.mark.parametrize("subject", ["2 more registrations for 18 January", "Nog 2 aanmeldingen 18 januari"])
def test_the_subject_counts_those_whom_the_text_names(subject: str) -> None:
    one = reading("Please register for 18 January:\n\n- Robin Keller\n- Tom Reed\n", subject=subject)
    assert names(one) == ["Robin Keller", "Tom Reed"]


@pytest.mark.parametrize(
    "text", ["I come on the 18th with my missus.", "Ik kom de 18e en neem m'n schoonzus mee."]
)
def test_kin_by_their_short_names_come_along(text: str) -> None:
    assert reading(text).seats == 2


@pytest.mark.parametrize(
    "text",
    [
        "Participants 18 January:\nAnn Petersen (director), Tom Reed (policy) and Lucy Bell (intern).",
        "Deelnemers 18 januari:\nAnn Petersen, Tom Reed en Lucy Bell.",
        "Participants 18 January\n\nName | Function\nAnn Petersen | chair\nTom Reed / Lucy Bell | policy\n",
    ],
)
def test_a_row_below_a_heading_is_who_comes(text: str) -> None:
    assert names(reading(text)) == ["Ann Petersen", "Lucy Bell", "Tom Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "On 18 January I will be accompanied by our interpreter, Ms Lucy Bell, who needs a seat beside me.",
        "Le 18 janvier je serai accompagnée de notre interprète, Mme Lucy Bell.",
    ],
)
def test_who_is_accompanied_comes(text: str) -> None:
    assert names(reading(text)) == ["Lucy Bell", "Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "Three of us come on 18 January: Ann Petersen, I, and one person more; the name follows.",
        "Wij komen met z'n drieën op 18 januari: Ann Petersen, ik en nog een persoon van wie de naam volgt.",
        "Nous serons trois le 18 janvier : Ann Petersen, moi et encore une personne dont le nom suivra.",
    ],
)
def test_the_last_of_so_many_is_no_other_number(text: str) -> None:
    one = reading(text)
    assert (one.seats, one.review) == (3, False)


@pytest.mark.parametrize(
    "text",
    [
        "Our professor, Dr Marsh, told us of it. Please put Ann Petersen and me on the list for 18 January.",
        "Mevrouw Lammerts zei dat wij konden mailen. Zet mij en Ann Petersen op de lijst voor 18 januari.",
        "I am in The Hague that week together with our chair, Ms Ann Petersen. We would both like to come.",
    ],
)
def test_who_told_of_it_does_not_come_and_who_is_there_does(text: str) -> None:
    one = reading(text)
    assert (names(one), one.review) == (["Ann Petersen", "Robin Keller"], False)


def test_what_is_told_to_students_registers_none() -> None:
    one = reading("Please register me for 18 January. I promised my students a report afterwards.")
    assert (one.seats, one.review) == (1, False)


def test_a_part_of_an_embassy_that_writes_does_not_come() -> None:
    one = reading(
        "The Embassy has the pleasure to nominate Ms Lucy Bell, Second Secretary, to attend on 18 January.",
        '"Embassy of Zambia, Political Section" <political@zambia.example>',
    )
    assert names(one) == ["Lucy Bell"]


@pytest.mark.parametrize(
    "text",
    [
        "Please register Mr and Mrs Reed for 18 January.",
        "Graag meld ik aan voor 18 januari: dhr. en mevr. De Vries.",
        "Bitte melden Sie Herr und Frau Klein für den 18. Januar an.",
        "Please sign up Ann Petersen (speaker on your panel last year) and Tom Reed for 18 January.",
    ],
)
def test_a_couple_by_one_name_or_a_speaker_is_asked_about(text: str) -> None:
    one = reading(text)
    assert one.intent is Intent.REGISTER
    assert one.review


@pytest.mark.parametrize(
    "text",
    [
        "Op 18 januari komen wij met z'n tweeën: Ann Petersen en mijn persoon.",
        "Wir sind zu zweit am 18. Januar: Ann Petersen und meine Wenigkeit.",
        "Nous serons deux le 18 janvier : Ann Petersen et votre serviteur.",
    ],
)
def test_the_writer_by_other_words(text: str) -> None:
    assert names(reading(text)) == ["Ann Petersen", "Robin Keller"]
