"""What people are called and whose they are, in the ways that mails write it."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, sender: str = ROBIN, *, subject: str = "Meet Up", quoted: str = "") -> Request:
    return understand(letter(text, sender, subject=subject, quoted=quoted), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return [who.name for who in one.attendees]


# -- in capitals alone ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("HIERMEDE MELD IK MIJ AAN VOOR DE BIJEENKOMST OP DONDERDAG 18 JANUARI A.S.", []),
        (
            "HIERBIJ MELD IK MIJZELF EN MIJN ZUS MARIA VAN DEN BERG AAN VOOR 18 JANUARI.",
            ["Maria van den Berg"],
        ),
        ("I WOULD LIKE TO ATTEND ON 18 JANUARY. KINDLY RESERVE A PARKING PLACE.", []),
        ("HIERMIT MELDE ICH MICH FÜR DIE VERANSTALTUNG AM 18. JANUAR AN. BITTE UM BESTÄTIGUNG.", []),
        ("JE SOUHAITE M'INSCRIRE LE 18 JANVIER AVEC MA COLLÈGUE AWA DIOP.", ["Awa Diop"]),
    ],
)
def test_capitals_in_a_line_of_capitals_name_nobody_by_themselves(text: str, called: list[str]) -> None:
    one = reading(f"{text}\n\nROBIN KELLER", "ROBIN KELLER <ROBIN.KELLER@VEREIN.EXAMPLE>")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Robin Keller", *called]


def test_whom_a_letter_in_capitals_greets_is_not_its_house() -> None:
    one = reading(
        "DEAR CONFERENCE SECRETARIAT,\n\nPLEASE REGISTER ME FOR 18 JANUARY. I NEED A LETTER FOR THE EMBASSY.",
        "ROBIN KELLER <robin.keller@gmail.example>",
    )
    assert [who.organisation for who in one.attendees] == [None]


# -- short and long names ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Wilhelmina (Wil) Straatman", "Wil Straatman"),
        ("R.J. (Rutger-Jan) van den Bosch", "Rutger-Jan van den Bosch"),
        ("Corrie v.d. Berg-Slootweg", "Corrie van den Berg-Slootweg"),
        ("Piet v/d Heuvel", "Piet van den Heuvel"),
        ("Els v.d. Meer", "Els van der Meer"),
    ],
)
def test_a_badge_bears_the_name_one_goes_by(written: str, name: str) -> None:
    one = reading(f"Graag inschrijven voor 18 januari:\n\n- Robin Keller\n- {written}\n\nRobin Keller")
    assert (one.seats, one.review) == (2, False)
    assert name in names(one)


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        (
            "Th. Oosterwijk <thea@planet.example>",
            "Graag kom ik op 18 januari.\n\nThea Oosterwijk",
            "Thea Oosterwijk",
        ),
        ("<gvanhout@mail.example>", "Put me down for 18 January please. Gerrit van Hout.", "Gerrit van Hout"),
        (
            "yassin b. <yassinbenhaddou@post.example>",
            "zet me maar op de lijst voor 18 januari. yassin benhaddou",
            "Yassin Benhaddou",
        ),
        (
            "Van der Leeuw, Quirine <q.vanderleeuw@bank.example>",
            "I would like to join on 18 January.\n\nRegards,\nQuirine van der Leeuw",
            "Quirine van der Leeuw",
        ),
    ],
)
def test_who_writes_is_named_in_full(sender: str, text: str, name: str) -> None:
    one = reading(text, sender)
    assert (one.intent, names(one)) == (Intent.REGISTER, [name])


def test_an_address_without_umlauts_is_spelt_as_our_letter_did() -> None:
    quoted = (
        "On 13 Jan 2018, Partos <info@partos.example> wrote:\n\n> Dear Mr Kühnast,\n>\n> A seat has become "
        "available: 4th Meet Up.\n> Would you like to come?\n>\n> Partos\n"
    )
    subject = "Re: A seat has become available: 4th Meet Up for Strategic Partnerships"
    one = reading("Ja bitte", "Ralf <ralf.kuehnast@gmx.example>", subject=subject, quoted=quoted)
    assert (one.intent, names(one)) == (Intent.ACCEPT, ["Ralf Kühnast"])


# -- addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Mijn man Evert Keller doet niet aan e-mail. Wilt u hem opschrijven voor 18 januari?",
        "My husband Evert Keller has no e-mail. Could you register him for 18 January?",
        "Mein Mann Evert Keller hat keine E-Mail. Können Sie ihn für den 18. Januar anmelden?",
        "Mon mari Evert Keller n'a pas d'adresse mail. Pouvez-vous l'inscrire pour le 18 janvier ?",
    ],
)
def test_who_has_no_address_is_reached_through_the_writer(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert names(one) == ["Evert Keller"]
    assert one.attendees[0].email == "robin.keller@verein.example"


@pytest.mark.parametrize(
    ("name", "email"),
    [("Xiaoming Li", "x.li@verein.example"), ("Jacoba van 't Hoff-Pereira", "jacoba.vthoff@ziggo.example")],
)
def test_an_address_is_known_by_a_short_family_name(name: str, email: str) -> None:
    one = reading(
        f"Please register my colleague {name} for 18 January. You can write to {email}.\n\nRobin Keller"
    )
    assert [(who.name, who.email) for who in one.attendees] == [(name, email)]


# -- who is meant --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "I myself was questioned at the airport last year. Kindly reserve a seat for me on 18 January.",
        "My name is Robin Keller. I myself founded the group. Please reserve a seat for me on 18 January.",
    ],
)
def test_i_myself_stays_not_away(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.seats, names(one)) == (Intent.REGISTER, 1, ["Robin Keller"])


def _offer(text: str, names_: str) -> Request:
    quoted = (
        "On 11 Jan 2018, Partos <info@partos.example> wrote:\n\n> Dear Robin,\n>\n> Two seats are available "
        f"for the 4th Meet Up. {names_} stood on our waiting list.\n> Would you come?\n>\n> Partos\n"
    )
    subject = "Re: A seat has become available: 4th Meet Up for Strategic Partnerships"
    return reading(text, subject=subject, quoted=quoted)


@pytest.mark.parametrize("text", ["Yes, for both of us!", "Ja, graag voor allebei!", "Oui, pour les deux !"])
def test_a_yes_for_both_takes_both_seats(text: str) -> None:
    one = _offer(f"{text}\n\nRobin Keller", "You and Marie Kowalczyk")
    assert (one.intent, one.seats, one.review) == (Intent.ACCEPT, 2, False)
    assert names(one) == ["Robin Keller", "Marie Kowalczyk"]


def test_both_hands_are_not_two_people() -> None:
    one = _offer("Fantastisch, die pak ik met beide handen aan!\n\nRobin Keller", "You")
    assert (one.intent, one.seats, one.review) == (Intent.ACCEPT, 1, False)


def test_a_yes_for_both_where_the_other_is_not_named_is_asked_about() -> None:
    assert _offer("Yes, for both of us!\n\nRobin Keller", "You").review


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil graag 3 plaatsen voor 18 januari. Voor mij, mijn man (Frits de Haan) en zijn zus.",
        "I would like 3 seats on 18 January. For me, my husband (Frits de Haan) and his sister.",
    ],
)
def test_a_guest_of_the_family_may_have_no_name_yet(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.seats, one.review) == (3, False)
    assert names(one) == ["Robin Keller", "Frits de Haan", None]


# -- whose they are ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sender", "text", "house"),
    [
        (
            "Aïssata Ba <aissata.ba@reseaufemmes.example>",
            "Please register me for 18 January. We are the network Réseau Femmes du Fleuve.\n\nAïssata Ba",
            "Réseau Femmes du Fleuve",
        ),
        (
            "Dorothea Lenz <d.lenz@impact-messen.example>",
            "Bitte melden Sie mich für den 18. Januar an.\n\nDorothea Lenz\n\nLenz & Tauber\nBüro für Ziele",
            "Lenz & Tauber",
        ),
        (
            "Marieke Kloppenburg <m.kloppenburg@minbz.example>",
            "Happy to attend on 18 January.\n\nMarieke Kloppenburg\nSocial Development Department (DSO)\n"
            "Ministry of Foreign Affairs",
            "Ministry of Foreign Affairs",
        ),
        (
            "Saskia Obdam <saskia.obdam@gmail.example>",
            "Please register me for 18 January. My husband is on the board of the Fund for Quiet Places.\n\n"
            "Saskia Obdam",
            None,
        ),
    ],
)
def test_a_house_is_called_by_its_whole_name_and_is_the_writers(
    sender: str, text: str, house: str | None
) -> None:
    one = reading(text, sender)
    assert [who.organisation for who in one.attendees] == [house]


# -- two at once ---------------------------------------------------------------------------------


@pytest.mark.parametrize("arrow", ["->", "→", "-> wordt", "=> becomes"])
def test_arrows_in_lines_say_who_steps_in_and_an_office_is_nobody(arrow: str) -> None:
    quoted = (
        "On 8 Jan 2018, Partos <info@partos.example> wrote:\n\n> You are on the list for:\n>\n> 4th Meet Up "
        "for Strategic Partnerships\n>\n> Registered: Thijs Rutgers and Hanna Lan\n>\n> Partos\n"
    )
    one = reading(
        f"Graag twee wijzigingen:\n\nThijs Rutgers {arrow} Anouk Labruyère (anouk@verein.example)\n"
        f"Hanna Lan {arrow} Pim Scholte (pim@verein.example)\n\nGroet,\nFokke Andringa",
        "Hoofd Programma's Regenbogen <programmas@verein.example>",
        subject="Re: Confirmation: 4th Meet Up for Strategic Partnerships, 18 January 2018",
        quoted=quoted,
    )
    assert (one.intent, names(one)) == (Intent.CHANGE, ["Anouk Labruyère", "Pim Scholte"])
    written = reading("Graag kom ik op 18 januari.\n\nFokke Andringa", "Hoofd Beleid <beleid@verein.example>")
    assert names(written) == ["Fokke Andringa"]


# -- initials, tables and long lines ---------------------------------------------------------------


def test_an_initial_with_a_full_stop_is_no_bullet() -> None:
    one = reading("Je viens le 18 janvier.\n\nC. Ndiaye", "Ndiaye Cheikh <c.ndiaye@asso.example>")
    assert names(one) == ["Cheikh Ndiaye"]


def test_lettered_lines_are_a_list_all_the_same() -> None:
    one = reading("We come on 18 January:\n\nA. Robin Keller\nB. Roos Adler\nC. Grace Wanjiru")
    assert names(one) == ["Robin Keller", "Roos Adler", "Grace Wanjiru"]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Nom\tPrénom(s)\tFonction", "DIALLO\tAminata\tDirectrice\nBARRY\tThierno Amadou\tAssistant"),
        ("Achternaam\tVoornaam (roepnaam)\tFunctie", "Diallo\tAminata\tdirecteur\nBarry\tThierno Amadou\t"),
        ("Nachname\tVorname(n)\tFunktion", "Diallo\tAminata\tLeiterin\nBarry\tThierno Amadou\tAssistent"),
        ("Last name(s)\tFirst name(s)\tPosition", "Diallo\tAminata\tdirector\nBarry\tThierno Amadou\t"),
    ],
)
def test_a_heading_may_have_an_ending_in_brackets(head: str, rows: str) -> None:
    one = reading(f"Please register for 18 January:\n\n{head}\n{rows}", "Büro <buero@verein.example>")
    assert names(one) == ["Aminata Diallo", "Thierno Amadou Barry"]
    assert {who.organisation for who in one.attendees} == {None}  # a "Büro" is of some house


def test_a_long_line_of_cells_signs() -> None:
    line = "An-Sofie VANDENBROUCKE | Coordinatrice plaidoyer | Rue de Fer 48, 5000 Namur | 081 55 51 20"
    one = reading(
        f"Je viens le 18 janvier.\n\nBien à vous,\nAn-Sofie\n\n{line}",
        "Vandenbroucke An-Sofie <as.vandenbroucke@bureau.example>",
    )
    assert names(one) == ["An-Sofie Vandenbroucke"]
    assert [who.organisation for who in one.attendees] == [None]  # and the street is no house


def test_what_somebody_is_in_a_list_is_not_whose_they_are() -> None:
    one = reading(
        "Aus unserem Haus nehmen am 18. Januar teil:\n\n- Prof. Dr. Ottmar Zeisig, Beiratsvorsitzender\n"
        "- Petra Zöllner, Assistenz der Geschäftsführung\n- Uwe Krämer, Kassenwart"
    )
    assert {who.organisation for who in one.attendees} == {None}


def test_a_junior_stays_behind_the_family_name() -> None:
    one = reading("Merci d'inscrire pour le 18 janvier :\n\n1. TRAORE Bakary Jr\n2. SAWADOGO Mariam")
    assert "Bakary Traore Jr" in names(one)


@pytest.mark.parametrize(
    "line",
    [
        "Mw. Wu Xiaoling (graag Xiaoling Wu op de badge)",
        "Wu Xiaoling (on the badge: Xiaoling Wu)",
        "Wu Xiaoling (bitte Xiaoling Wu aufs Namensschild)",
        "Wu Xiaoling (sur le badge : Xiaoling Wu)",
    ],
)
def test_the_badge_of_one_in_a_list_bears_what_is_asked_for(line: str) -> None:
    one = reading(f"We come on 18 January:\n\n- Robin Keller\n- {line}\n- Anna Bos")
    assert names(one) == ["Robin Keller", "Xiaoling Wu", "Anna Bos"]


@pytest.mark.parametrize(
    ("sender", "house"),
    [
        ("Repair Café Wageningen-Hoog <repaircafe@wagehoog.example>", "Repair Café Wageningen-Hoog"),
        ("Eine-Welt-Laden Unna <laden@weltladen-unna.example>", "Eine-Welt-Laden Unna"),
        ("Wijkcentrum De Zon <zon@wcdezon.example>", "Wijkcentrum De Zon"),
    ],
)
def test_who_signs_by_a_first_name_is_not_called_after_the_mailbox(sender: str, house: str) -> None:
    one = reading("Hallo, ich komme gern am 18. Januar.\n\nGijs", sender)
    assert [(who.name, who.organisation) for who in one.attendees] == [("Gijs", house)]


@pytest.mark.parametrize(
    "closing", ["Danke und freundliche Grüße", "Thanks and kind regards,", "Traurige Grüße aus Hamburg"]
)
def test_who_stands_under_a_thankful_closing_signs_and_is_no_guest(closing: str) -> None:
    mail = f"Frau Dr. Uta Brandt nimmt am 18. Januar teil.\n\n{closing}\nPetra Zöllner\nAssistenz"
    one = reading(mail, "Vorzimmer <vorzimmer@verein.example>")
    assert names(one) == ["Uta Brandt"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("dhr. mr. B.A.M. Verhoeckx (roepnaam: Bas)", "Bas Verhoeckx"),
        ("J. van der Berg (known as Jan)", "Jan van der Berg"),
        ("Dr. Hildegard Müller (genannt Hilde)", "Hilde Müller"),
        ("Wilhelmina Straatman (zeg maar Wil)", "Wil Straatman"),
        ("Anna Bos (Oxfam Novib)", "Anna Bos"),
        ("Anna Bos (liefst vegetarisch)", "Anna Bos"),
    ],
)
def test_the_name_that_somebody_goes_by_stands_in_brackets(written: str, name: str) -> None:
    one = reading(f"We come on 18 January:\n\n- Robin Keller\n- {written}\n- Els Kok")
    assert names(one) == ["Robin Keller", name, "Els Kok"]


def test_the_full_first_name_of_who_signs_counts_over_initials() -> None:
    one = reading("Ik kom op 18 januari.\n\nThea Bogaerts", "Th. Bogaerts-Peeters <thea.b@post.example>")
    assert names(one) == ["Thea Bogaerts"]
