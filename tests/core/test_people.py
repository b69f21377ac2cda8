"""Who is named in a mail, where, with which address and organisation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.base import Attendee
from mailbot.core.mail.message import Attachment, Mail
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.people import find_people
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def read(mail: Mail) -> People:
    return find_people(mail, load_lexicon(), "nl", HOUSE)


def others(people: People) -> list[str | None]:
    return list(dict.fromkeys(one.attendee.name for one in people.others))


# -- who writes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sender", "signature", "name"),
    [
        ("M. Ramdin <m.ramdin@hindorama.example>", "Groet,\nMahesh Ramdin", "Mahesh Ramdin"),
        ("<kvh@gmail.example>", "Looking forward,\n\nKatharina Vanhoutte", "Katharina Vanhoutte"),
        ("Mohammed El Amrani <moelamrani@hotmail.example>", "Gr Mo", "Mohammed El Amrani"),
        ("Juergen Groessl <juergen.groessl@gmx.example>", "Grüße\nJürgen Größl", "Jürgen Größl"),
        (
            "Secretariaat Waterlinie <secretariaat@waterlinie.example>",
            "Met groet,\n\nGerda Mulder",
            "Gerda Mulder",
        ),
        ("Rob & Els Schippers <schippers.r@telfort.example>", "Vr. groet,\nRob Schippers", "Rob Schippers"),
        (
            "Fam. Postma <postma@ziggo.example>",
            "Hoogachtend,\nmevrouw H. Postma-de Boer",
            "H. Postma-de Boer",
        ),
        ("Terpstra, Willem-Jan <wj.terpstra@advies.example>", "drs. W.J. Terpstra", "Willem-Jan Terpstra"),
        ("Kevin <kevin.bottse@surivoice.example>", "Kevin", "Kevin Bottse"),
        (
            "Sekretariat <sekretariat@fh.example>",
            "Mit freundlichen Grüßen\ni. A. Brigitte Hölscher",
            "Brigitte Hölscher",
        ),
        ("Perrin Anne-Sophie <as.perrin@jura.example>", "Anne-Sophie Perrin", "Anne-Sophie Perrin"),
        ("Haslinger Wolfgang, Dr. <w.haslinger@stmk.example>", "Wolfgang Haslinger", "Wolfgang Haslinger"),
        ("Li Xiaomeng <lixm@deltauni.example>", "Best wishes,\nXiaomeng Li", "Xiaomeng Li"),
        ("Me Sandrine Jolivet <s@jolivet.example>", "", "Sandrine Jolivet"),
        ("Ottokar Freiherr zu Rhade <o.zurhade@gut.example>", "Ottokar Frhr. zu Rhade", "Ottokar zu Rhade"),
        ("Ottilie van Harskamp <ottilie@harskamp.example>", "Ottilie", "Ottilie van Harskamp"),
        ("Ger & Toos Coppelmans <coppelmans@home.example>", "Groet,\nToos Coppelmans", "Toos Coppelmans"),
    ],
)
def test_the_sender_is_named_as_a_badge_would(sender: str, signature: str, name: str) -> None:
    assert read(letter("Ik kom graag.", sender, signature=signature)).sender.name == name


def test_a_name_in_the_last_words_signs_too() -> None:
    mail = letter(
        "Is mijn aanmelding aangekomen? Mijn provider had storing. Peter Wognum", "P. Wognum <p@ngv.example>"
    )
    assert read(mail).sender.name == "Peter Wognum"


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben Rashid Amrani, tolk.",
        "My name is Rashid Amrani.",
        "Ich bin Rashid Amrani.",
        "Je suis Rashid Amrani.",
    ],
)
def test_people_present_themselves_in_the_text(text: str) -> None:
    assert read(letter(text, "Rashid & Co <rashidenco@gmail.example>")).sender.name == "Rashid Amrani"
    named = text.partition("Amrani")[0] + "Amrani"
    assert read(letter(text, "Sven Bos <sven@gmail.example>")).sender.name == "Rashid Amrani"
    assert read(letter(f"{named}'s collega", "Sven Bos <sven@gmail.example>")).sender.name == "Sven Bos"


def test_an_answer_goes_where_the_sender_asks() -> None:
    mail = letter(
        "Ik kom.", "Sarah Whitcombe <sarah@harbour.example>", reply_to="<sarah.whitcombe@mail.example.org>"
    )
    assert read(mail).sender == Attendee("Sarah Whitcombe", "sarah.whitcombe@mail.example.org", None)


def test_a_contact_form_tells_who_wrote() -> None:
    form = "Naam: Yasmina Benali\nE-mail: y.benali@vrouwenstem.example\nOrganisatie: Vrouwenstem"
    text = f"Nieuw bericht.\n\n{form}\n\nIk kom graag."
    mail = letter(
        text, "Partos website <formulier@webformulier.example>", reply_to="<y.benali@vrouwenstem.example>"
    )
    assert read(mail).sender == Attendee("Yasmina Benali", "y.benali@vrouwenstem.example", "Vrouwenstem")


# -- organisations -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("email", "text", "signature", "organisation"),
    [
        (
            "f@rechtopwater.example",
            "Ik kom.",
            "Floor Bos\nCoördinator Lobby | Recht op Water",
            "Recht op Water",
        ),
        ("f@gmail.example", "Namens Stichting Zaadgoed meld ik mij aan.", "Floor Bos", "Stichting Zaadgoed"),
        ("f@eine-welt.example", "Ich komme.", "Floor Bos\nEine Welt e. V.", "Eine Welt e. V."),
        ("f@uni-domstad.example", "Ik kom.", "Floor Bos\nUniversiteit Domstad", "Universiteit Domstad"),
        ("f@yahoo.example", "I come.", "Floor Bos\nWomen Arise Foundation", "Women Arise Foundation"),
        ("f@gmail.example", "Ik kom.\n\nFloor Bos, Fietsen voor Gambia", "", "Fietsen voor Gambia"),
        ("f@gmail.example", "Je viens pour l'ONG Espace Citoyen.", "Floor Bos", "ONG Espace Citoyen"),
        ("f@wijkenwereld.example", "Ik kom.", "Floor Bos\ndirecteur Wijk en Wereld", "Wijk en Wereld"),
        ("f@gmail.example", "Ik kom uit Utrecht.", "Floor Bos\nLeeuwarden", None),
        ("f@gmail.example", "Ik kom.", "Floor Bos\nSenior Advocacy Adviser", None),
        ("f@studio-conti.example", "Ik kom.", "Floor Bos", None),
        ("f@gmail.example", "Ik kom (stg Anadolu Dialoog).", "Floor Bos", "stg Anadolu Dialoog"),
        ("f@gmail.example", "Wij zijn van de vrouwengroep Sinar.", "Floor Bos", "vrouwengroep Sinar"),
        ("f@gmail.example", "I am coordinator of the Colectivo Raíces.", "Floor Bos", "Colectivo Raíces"),
        ("f@gmail.example", "Als ich 1984 für den Entwicklungsdienst in Peru war ...", "Floor Bos", None),
        ("f@gmail.example", "Ik werk sinds 1998 voor Stichting Zaadgoed.", "Floor Bos", "Stichting Zaadgoed"),
        ("f@coordination-ong.example", "Je viens (Coordination des ONG).", "", "Coordination des ONG"),
        ("f@adelc-mali.example", "Je viens.\n\nPour le Secrétariat,\nFloor Bos\nADELC, Bamako", "", "ADELC"),
        ("f@isz.example", "Ik kom.", "Floor Bos\nBureau Onderwijs\n\nInstituut Zuid", "Instituut Zuid"),
        ("f@gmail.example", "Graag 1 plek voor Floor Bos.", "", None),
        (
            "f@gmail.example",
            "Ik kom graag naar Humanity House voor de Meet Up van Partos.",
            "Floor Bos",
            None,
        ),
    ],
)
def test_an_organisation_is_taken_where_it_is_written(
    email: str, text: str, signature: str, organisation: str | None
) -> None:
    mail = letter(text, f"Floor Bos <{email}>", signature=signature)
    assert read(mail).sender.organisation == organisation


def test_a_colleague_is_of_the_senders_house_unless_another_is_written() -> None:
    mail = letter(
        "Ik kom met Fatima El Amrani (Oxfam) en Timo Rietveld.", signature="Jan de Vries\nStichting Buurtaal"
    )
    houses = {one.attendee.name: one.attendee.organisation for one in read(mail).others}
    assert houses == {"Fatima El Amrani": "Oxfam", "Timo Rietveld": "Stichting Buurtaal"}


@pytest.mark.parametrize(
    ("display", "organisation"),
    [
        (
            "Afdeling Internationaal (Hogeschool Duinrand) <internationaal@duinrand.example>",
            "Hogeschool Duinrand",
        ),
        ("Cabinet Mukendi <cabinet@mukendi-avocats.example>", "Cabinet Mukendi"),
        ("Amicale des Comores <amicale.comores@orange.example>", "Amicale des Comores"),
        ("Partos website <no-reply@partos.example>", None),
    ],
)
def test_an_office_writes_for_its_house_and_is_nobody(display: str, organisation: str | None) -> None:
    people = read(letter("Mevrouw Fatima El Amrani komt op 18 januari.", display))
    assert (people.sender.name, people.sender.organisation) == (None, organisation)


def test_somebody_with_the_address_of_another_house_is_of_that_house() -> None:
    mail = letter(
        "Our partner Yevhenia Marchuk (below) comes.",
        "Ruben Castelijn <ruben@vredesatelier.example>",
        signature="Ruben Castelijn\nVredesatelier",
        quoted="From: Yevhenia Marchuk <y.marchuk@steppe-media.example>\n\nYes!\n\nYev\nSteppe Media Lab",
    )
    houses = {one.attendee.name: one.attendee.organisation for one in read(mail).others}
    assert houses == {"Yevhenia Marchuk": "Steppe Media Lab"}


# -- others --------------------------------------------------------------------------------------

PROSE = [
    "Graag inschrijven: mijn collega Fatima El Amrani.",
    "Ondergetekende en Fatima El Amrani (onze programmaleider) komen graag.",
    "Please save a seat for me and my colleague Fatima El Amrani.",
    "Merci de nous inscrire, Fatima El Amrani et moi.",
    "Bitte notieren Sie meine Kollegin Fatima El Amrani.",
    "Graag noteren: mevrouw drs. Fatima El Amrani (directeur).",
    "Ik meld aan: f.elamrani@oxfam.example, Fatima El Amrani.",
    "Deelnemers:\n\n- Jan de Vries\n- Fatima El Amrani (halal)",
    "Deelnemers:\n\n1. Jan de Vries\n2. prof. dr. Fatima El Amrani, f.elamrani@oxfam.example",
    "Naam\tE-mail\nJan de Vries\tjan.devries@voorbeeld.example\nFatima El Amrani\tf.elamrani@oxfam.example",
    "E-mail | Naam | Dieet\nj@x.example | Jan de Vries | -\nf.elamrani@x.example | Fatima El Amrani | halal",
    "First name\tLast name\nJan\tde Vries\nFatima\tEl Amrani",
    "Nr.\tName\tVorname\n1\tde Vries\tJan\n2\tEl Amrani\tFatima",
    "Graag twee plekken:\n\nJan de Vries\nFatima El Amrani\n\nDe factuur volgt.",
]


@pytest.mark.parametrize("text", PROSE)
def test_the_other_person_is_found(text: str) -> None:
    people = read(letter(text, signature="Groet,\nJan de Vries"))
    assert others(people) == ["Fatima El Amrani"]
    assert people.sender.name == "Jan de Vries"


def test_addresses_go_to_the_people_they_are_made_of() -> None:
    names = "Graag inschrijven: Tesfaye Bekele, Sipho Dlamini en Indra Soekhoe."
    text = f"{names}\nsipho@x.example, t.bekele@x.example"
    found = {
        one.attendee.name: one.attendee.email
        for one in read(letter(text, "Jan Bos <j.bos@x.example>")).others
    }
    assert found == {
        "Tesfaye Bekele": "t.bekele@x.example",
        "Sipho Dlamini": "sipho@x.example",
        "Indra Soekhoe": None,
    }


def test_a_first_name_stands_for_the_colleague_in_cc() -> None:
    mail = letter(
        "Mijn collega Thijs (in cc) en ik komen graag.", cc=("Thijs Lammers <thijs@voorbeeld.example>",)
    )
    assert [one.attendee for one in read(mail).others] == [
        Attendee("Thijs Lammers", "thijs@voorbeeld.example", None)
    ]


def test_a_colleague_without_a_name_is_the_one_in_cc() -> None:
    mail = letter(
        "Mijn collega (in cc) en ik komen graag.", cc=("Obinna Okafor <o.okafor@voorbeeld.example>",)
    )
    assert others(read(mail)) == ["Obinna Okafor"]


def test_a_first_name_stands_for_whom_the_quoted_letter_lists() -> None:
    mail = letter("Sipho can't come.", quoted="> Registered: Jan de Vries, Sipho Dlamini, Zanele Khumalo")
    told = [one for one in read(mail).mentions if one.source is Source.PROSE]
    assert [(one.attendee.name, Flag.NEGATED in one.flags) for one in told] == [("Sipho Dlamini", True)]


def test_two_who_sign_are_both_there() -> None:
    mail = letter(
        "Wij komen met z'n tweeën!",
        "Bureau Bos & Haddad <post@bos.example>",
        signature="Groet,\nAnneke Bos en Faisal Haddad",
    )
    assert [one.name for one in read(mail).signed] == ["Anneke Bos", "Faisal Haddad"]


def test_a_vcard_names_its_owner() -> None:
    card = Attachment(
        "b.vcf", "text/x-vcard", 90, "BEGIN:VCARD\nFN:Jolanda Bloemhof\nORG:Bloemhof Tekst\nEND:VCARD"
    )
    mail = letter("Ik kom.", "Jolanda Bloemhof <jolanda@gmail.example>", attachments=(card,))
    assert read(mail).sender == Attendee("Jolanda Bloemhof", "jolanda@gmail.example", "Bloemhof Tekst")


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Beste Sanne Bakker,\nik kom graag.", Flag.GREETED),
        ("Mijn collega Sanne Bakker heeft zich al aangemeld.", Flag.ALREADY),
        ("De factuur graag t.a.v. Sanne Bakker.", Flag.BILLING),
        ("Sanne Bakker kan helaas niet.", Flag.NEGATED),
        ("Ik hoorde van Sanne Bakker over de middag.", Flag.ASIDE),
    ],
)
def test_who_is_named_for_another_reason_is_flagged(text: str, flag: Flag) -> None:
    people = read(letter(text))
    assert [flag in one.flags for one in people.mentions if one.attendee.name == "Sanne Bakker"] == [True]
    assert others(people) == []


@pytest.mark.parametrize(
    "text",
    [
        "Graag kom ik naar de Meet Up in Humanity House, Prinsegracht 8, Den Haag.",
        "Wij van Open Borders willen graag komen.",
        "Ich komme am Donnerstag mit der Deutschen Bahn aus Bad Bentheim.",
        "I read about it in Vice Versa and on the website of the European Civic Forum.",
        "Je viens de Ouagadougou avec Air France.",
        "De rekening mag naar Postbus 1147, 3800 BC Amersfoort.",
    ],
)
def test_what_is_no_person_is_not_named(text: str) -> None:
    assert others(read(letter(text))) == []


def test_the_words_stand_where_they_are_said_to() -> None:
    mail = letter("Ik kom met Fatima El Amrani (Oxfam).", signature="Groet,\nJan de Vries")
    for one in read(mail).mentions:
        if one.place == "text":
            assert mail.text[one.start : one.end] == one.words


# -- whatever the name ---------------------------------------------------------------------------

GIVEN = st.sampled_from(
    [
        "Jan",
        "Fatima",
        "Ayşe",
        "Indra",
        "Siti",
        "Kwame",
        "Ngozi",
        "María",
        "Łukasz",
        "Wei",
        "Élodie",
        "Jürgen",
        "Bríd",
        "Zoë",
        "Xandra",
        "Kerubo",
        "Thandeka",
        "Anne-Marie",
    ]
)
FAMILY = st.sampled_from(
    [
        "de Vries",
        "van der Berg",
        "van 't Hof",
        "op den Camp",
        "ter Horst",
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
        "Mukendi",
    ]
)
FORMS = {
    "colleague": "Graag inschrijven: mijn collega {name}.",
    "with me": "{name} en ik komen graag naar de Meet Up.",
    "english": "Please register me and my colleague {name} for 18 January.",
    "german": "Bitte notieren Sie auch meine Kollegin {name} für den 18. Januar.",
    "french": "Merci de m'inscrire avec ma collègue {name}.",
    "bullets": "Graag:\n\n- Peter Postma\n- {name}\n",
    "numbered": "Graag:\n\n1. Peter Postma\n2. {name} (vegan)\n",
    "table": "Naam\tE-mail\nPeter Postma\tpeter@postma.example\n{name}\t-\n",
}


@settings(max_examples=200, deadline=None)
@given(GIVEN, FAMILY, st.sampled_from(sorted(FORMS)))
def test_every_name_survives_every_form_of_list(given: str, family: str, form: str) -> None:
    name = f"{given} {family}"
    mail = letter(
        FORMS[form].format(name=name), "Peter Postma <peter@postma.example>", signature="Groet,\nPeter"
    )
    assert others(read(mail)) == [name]


@settings(max_examples=100, deadline=None)
@given(
    GIVEN,
    FAMILY,
    st.sampled_from(
        ["Groet,\n{name}", "Mit freundlichen Grüßen\n{name}\nKoordinatorin", "-- \n{name}\n+31 6 5550"]
    ),
)
def test_every_name_survives_a_sign_off(given: str, family: str, form: str) -> None:
    name = f"{given} {family}"
    mail = letter("Ik kom graag.", "<post@gmail.example>", signature=form.format(name=name))
    assert read(mail).sender.name == name


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text: str) -> None:
    for one in read(letter(text, signature=text[:100])).mentions:
        assert one.words is not None


@pytest.mark.parametrize(
    "piece",
    ["Jan de Vries, ", "a@", "J. ", "Van Der ", "- X\n", "Naam: ", "\t|", "(", "Stichting De ", "en "],
)
def test_a_hostile_mail_names_a_bounded_crowd(piece: str) -> None:
    assert len(read(letter(piece * (60_000 // len(piece)))).mentions) <= 200


@pytest.mark.parametrize("sign", [" ", "\t", ">", "> ", " \n", "a", "a@", "A.", "Jan\n", "1", "፩ "])
def test_a_letter_of_one_sign_repeated_is_read_to_its_end(sign: str) -> None:
    """A quoted letter of 60,000 spaces once took 87 seconds."""
    mail = letter("Ik kom.", quoted=(sign * 60_000)[:60_000], subject="Re: Meet Up")
    people = find_people(mail, load_lexicon(), "nl")
    assert people.sender.name == "Jan de Vries"


# -- what is nobody ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "C'est pour une inscription au Meet Up de La Haye.",
        "We spent years in what was then Northern Rhodesia, and I would love to come.",
        "Wir unterstützen ein Krankenhaus in Tansania und bleiben zwei Nächte in Scheveningen.",
        "Bitte melden Sie mich an.\n\nSchöne Feiertage",
        "I will come.\n\nMerry Christmas!",
        "L'adresse est connue ; j'espère venir.",
    ],
)
def test_no_place_wish_or_title_is_a_person(text: str) -> None:
    assert others(read(letter(text, "Robin Keller <robin.keller@verein.example>"))) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luckily Mehmet Ali Karaca is happy to come.", "Mehmet Ali Karaca"),
        ("Hierbij meld ik mezelf en Gonny Hekking aan voor de Meet Up.", "Gonny Hekking"),
        ("Ik kom met Sophie in 't Veld op de 18e.", "Sophie in 't Veld"),
        ("Pouvez-vous annuler l'inscription de Gaspard Moutet ?", "Gaspard Moutet"),
        ("hi, kann man mich u paul ritter auf die liste setzen?\n\nVon meinem Handy", "Paul Ritter"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str) -> None:
    found = read(letter(text, "Robin Keller <robin.keller@verein.example>"))
    assert name in {one.attendee.name for one in found.mentions}


def test_a_monsieur_is_who_the_letter_answered_names() -> None:
    mail = letter("M. Verhulst ne viendra pas.", quoted="Registered: Ilham Benchekroun and Pierre Verhulst")
    assert "Pierre Verhulst" in {m.attendee.name for m in read(mail).mentions if m.source is Source.PROSE}


def test_a_nickname_of_the_address_is_the_sender() -> None:
    mail = letter(
        "Pop me on the list.\n\nArchie Fenwick\nFenwick Maps\n\nPS: Thanks!",
        "Archibald Fenwick <archie@fm.example>",
    )
    assert others(read(mail)) == []


def test_an_address_may_run_all_of_a_surname_together() -> None:
    text = "De heer Lodewijk van Asch van Wijck komt. Schrijf l.vanaschvanwijck@raad.example."
    found = read(letter(text)).others
    assert [one.attendee.email for one in found] == ["l.vanaschvanwijck@raad.example"]


def test_what_stands_below_a_line_of_a_list_says_nothing_of_it() -> None:
    mail = letter("Names:\n1) Robin Keller\n2) Ni Luh Ayu Pratiwi\nWe are already here from 10 January.")
    assert "Ni Luh Ayu Pratiwi" in others(read(mail))
