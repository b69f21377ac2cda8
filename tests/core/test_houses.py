"""For whom people write: signatures of every layout, From, sentences, lists; and what is no organisation."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.people import find_people
from mailbot.core.understanding.reader import understand
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter


def house_of(sender: str, signature: str, text: str = "Ik kom graag op 18 januari.", quoted: str = "") -> str:
    mail = letter(text, sender, signature=signature, quoted=quoted)
    return find_people(mail, load_lexicon(), "nl", HOUSE).sender.organisation or ""


@pytest.mark.parametrize(
    ("sender", "signature", "house"),
    [
        (
            "Teun Ruiter <t@wk.example>",
            "Teun Ruiter * Coöperatie Waterkracht U.A. * Arnhem",
            "Coöperatie Waterkracht",
        ),
        (
            "Jörg Behn <j@laden.example>",
            "Jörg Behn * Eine-Welt-Laden Husum e.V.",
            "Eine-Welt-Laden Husum e.V.",
        ),
        (
            "Teun Ruiter <t@gmail.example>",
            "Teun Ruiter\nvrijwilliger bij Vluchtelingensteun Oost",
            "Vluchtelingensteun Oost",
        ),
        ("Ann Reed <a@gmail.example>", "Ann Reed\nPolicy Officer at Common Shore", "Common Shore"),
        ("Jörg Behn <j@gmx.example>", "Jörg Behn\nReferentin bei Brückenland", "Brückenland"),
        ("Luc Petit <l@orange.example>", "Luc Petit\nBénévole chez Terre Nouvelle", "Terre Nouvelle"),
        ("Luc Petit <l@orange.example>", "Luc Petit\nPour l'asso Les Amis de Ségou", "Les Amis de Ségou"),
        (
            "Ria Blom <rblom@sov.example>",
            "Ria Blom\nStichting Onderwijs Vooruit (SOV)",
            "Stichting Onderwijs Vooruit",
        ),
        (
            "Ann Reed <a@uni-lake.example>",
            "Ann Reed\nDepartment of Development Studies\nFaculty of Social Sciences\nLake University",
            "Lake University",
        ),
        (
            "Ann Reed <a@clingforum.example>",
            "Ann Reed\nFellow | Civil Society Unit\nForum for Foreign Affairs",
            "Forum for Foreign Affairs",
        ),
        (
            "Jörg Behn <j@uni-x.example>",
            "Jörg Behn\nLehrstuhl für Internationale Politik\nUniversität Küstenstadt",
            "Universität Küstenstadt",
        ),
        (
            "Sonja Kern <s@wirkungslabor.example>",
            "Sonja Kern\nEvaluation & Lernen | wirkungslabor gGmbH",
            "wirkungslabor gGmbH",
        ),
        (
            "Els Smit <e@gemeente-waldrecht.example>",
            "Els Smit\nbeleidsmedewerker, gemeente Waldrecht",
            "gemeente Waldrecht",
        ),
        (
            "Els Smit <e@stedenband-ijssel.example>",
            "Els Smit\nStedenband IJsselregio",
            "Stedenband IJsselregio",
        ),
    ],
)
def test_the_house_in_a_signature(sender: str, signature: str, house: str) -> None:
    assert house_of(sender, signature) == house


@pytest.mark.parametrize(
    ("sender", "signature"),
    [
        ("Ria Blom <ria@ziggo.example>", "Ria Blom\nProcesbegeleiding & Advies"),
        ("Ann Reed <ann@gmail.example>", "Ann Reed\nFacilitation, Training & Coaching"),
        ("Jörg Behn <j@gmx.example>", "Jörg Behn\nMediation und Moderation"),
        ("Jörg Behn <j@behn-moderation.example>", "Jörg Behn\nModeration & Prozessbegleitung"),
        ("Luc Petit <l@orange.example>", "Luc Petit\nAccompagnement & Formation"),
        ("Jörg Behn <j@gmx.example>", "Jörg Behn\nPensionierter Studienrat"),
        ("Jörg Behn <j@gmx.example>", "Jörg Behn, Rentner aus Emden"),
        ("Ann Reed <ann@gmail.example>", "Ann Reed, Iceland"),
        ("Ria Blom <ria@ziggo.example>", "Ria Blom, Denemarken"),
    ],
)
def test_a_trade_or_a_state_of_life_or_a_land_is_no_house(sender: str, signature: str) -> None:
    assert house_of(sender, signature) == ""


@pytest.mark.parametrize(
    ("sender", "house"),
    [
        ("Hanna Knol | De Vuurtoren <h.knol@vt.example>", "De Vuurtoren"),
        ("Hanna Knol - Blue Harbour <h.knol@bh.example>", "Blue Harbour"),
        ("Hanna Knol via De Vuurtoren <info@vuurtoren.example>", "De Vuurtoren"),
        ("De Vuurtoren <info@vuurtoren.example>", "De Vuurtoren"),
        ('"Knol, Hanna (De Vuurtoren)" <h.knol@vt.example>', "De Vuurtoren"),
        ("Coordination Eau Vive Drôme <coordination@eauvive-drome.example>", "Eau Vive Drôme"),
        ("Hanna Knol (Bakker) <h.knol@vt.example>", ""),
        ("Hanna Knol | Utrecht <h.knol@vt.example>", ""),
        ("Hanna Knol - HR <h.knol@vt.example>", ""),
    ],
)
def test_the_house_beside_a_name_in_from(sender: str, house: str) -> None:
    assert house_of(sender, "Groet,\nHanna Knol") == house


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Ik ben projectleider bij Mondiaal Geluid en kom graag.", "Mondiaal Geluid"),
        ("I am a policy officer at Common Shore and would like to come.", "Common Shore"),
        ("Ich bin Referent bei Brückenland und komme gern.", "Brückenland"),
        ("Je suis chargée de projet chez Terre Nouvelle et je viendrai.", "Terre Nouvelle"),
        ("C'est moi, du collectif Eau Libre. Je viendrai.", "Eau Libre"),
        ("Ik kom graag (Jan de Vries, Mondiaal Geluid).", "Mondiaal Geluid"),
        ("Ik kom op persoonlijke titel, niet voor mijn werkgever Delta Advies.", ""),
        ("Ik ben gepensioneerd en heb vroeger bij Novib gewerkt.", ""),
    ],
)
def test_the_house_that_people_say_to_write_for(text: str, house: str) -> None:
    assert house_of("Jan de Vries <jandv@gmail.example>", "", text) == house


def test_our_own_letter_may_tell_the_house() -> None:
    quoted = "> Jullie zijn als De Vuurtoren geen lid.\n> Groet, Partos"
    assert house_of("Hanna Knol <h.knol@vuurtoren.example>", "Hanna", quoted=quoted) == "De Vuurtoren"


@pytest.mark.parametrize(
    ("text", "house", "email"),
    [
        (
            "Ik kom met Sara Bos. Zij werkt bij Oever Advies, haar adres is sara@oever.example.",
            "Oever Advies",
            "sara@oever.example",
        ),
        (
            "I come with Sara Bos, who works for Harbour Trust. You can reach her at lotus77@mail.example.",
            "Harbour Trust",
            "lotus77@mail.example",
        ),
        (
            "I come with Sara Bos. She is on the board of the Fund for Quiet Places.",
            "Fund for Quiet Places",
            None,
        ),
        (
            "Ich komme mit Sara Bos. Sie arbeitet bei Brückenland und ist erreichbar unter sb@bl.example.",
            "Brückenland",
            "sb@bl.example",
        ),
        ("Ich komme mit Frau Sara Bos vom Weltladen Jever.", "Weltladen Jever", None),
        ("Je viens avec Sara Bos, de la Fondation Rivages, le 18 janvier.", "Fondation Rivages", None),
        (
            "Je viens avec Sara Bos. Elle travaille pour Terre Nouvelle, son adresse est sb@tn.example.",
            "Terre Nouvelle",
            "sb@tn.example",
        ),
        ("Ik kom met Sara Bos. Ik werk zelf bij Oever Advies, mijn adres is jan@oever.example.", None, None),
        ("Ik kom met Sara Bos. Zij komt van Texel.", None, None),
    ],
)
def test_what_a_later_sentence_tells_of_somebody(text: str, house: str | None, email: str | None) -> None:
    people = find_people(letter(text, "Jan de Vries <jandv@gmail.example>"), load_lexicon(), "nl", HOUSE)
    sara = next(one.attendee for one in people.mentions if one.attendee.name == "Sara Bos")
    assert sara.email == email
    if house is not None:
        assert sara.organisation == house


def test_the_answer_may_go_to_somebody_else_than_who_writes() -> None:
    mail = letter(
        "Graag meld ik onze directeur Sara Bos aan.",
        "Hanna Knol <h.knol@vuurtoren.example>",
        signature="Hanna Knol",
        reply_to="Sara Bos <s.bos@vuurtoren.example>",
    )
    people = find_people(mail, load_lexicon(), "nl", HOUSE)
    assert people.sender.email == "h.knol@vuurtoren.example"
    sara = next(one.attendee for one in people.mentions if one.attendee.name == "Sara Bos")
    assert sara.email == "s.bos@vuurtoren.example"


def test_who_signs_and_is_answered_writes_from_another_ones_address() -> None:
    mail = letter(
        "Ik schrijf vanaf het adres van Hanna. Meld mij maar aan.",
        "Hanna Knol <h.knol@vuurtoren.example>",
        signature="Sara Bos",
        reply_to="Sara Bos <s.bos@vuurtoren.example>",
    )
    assert find_people(mail, load_lexicon(), "nl", HOUSE).sender.email == "s.bos@vuurtoren.example"


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "I want to come on 18 January. I have a small consultancy, Bankole & Daughters.",
            "Bankole & Daughters",
        ),
        ("Ik kom graag op 18 januari, met mijn eigen bureau: Zilt Advies.", "Zilt Advies"),
        ("Ich komme gern am 18. Januar. Die Firma heißt Asante Evaluation.", "Asante Evaluation"),
        ("Je viendrai le 18 janvier. Notre structure s'appelle Eaux Vives.", "Eaux Vives"),
        ("I moved to the Netherlands from Minneapolis. Please sign me up for 18 January.", None),
        ("Ik kom op 18 januari. Sinds kort woon ik in Ruurlo.", None),
        ("Ich arbeite mit der Organisation MAILBOX Berlin und komme gern.", "MAILBOX Berlin"),
    ],
)
def test_a_house_of_ones_own_and_a_place_one_comes_from(text: str, house: str | None) -> None:
    sender = "Robin Keller <robin.keller@mailbox-berlin.example>"
    assert house_of(sender, "Robin Keller", text) == (house or "")


@pytest.mark.parametrize(
    "text",
    [
        "Namens de directie Europese Gemeenschappelijke Zaken zal ik op 18 januari aanwezig zijn.",
        "Vanuit de afdeling Duurzame Waterketens meld ik mij aan voor 18 januari.",
        "On behalf of the department Rural Livelihoods I would like to attend on 18 January.",
        "Für das Referat Kommunale Entwicklung nehme ich am 18. Januar teil.",
        "Au nom de la direction Affaires Européennes, je participerai le 18 janvier.",
    ],
)
def test_the_part_of_a_house_is_nobody(text: str) -> None:
    one = understand(letter(text, "Robin Keller <rk@bureau.example>"), HOUSE, load_lexicon(), Context())
    assert [who.name for who in one.attendees] == ["Robin Keller"]
    assert (one.seats, one.review) == (1, False)


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("I register on behalf of the Sunrise Trust for the Meet Up on 18 January.", "Sunrise Trust"),
        ("I register on behalf of the Musa Foundation for the 4th Meet Up.", "Musa Foundation"),
        (
            "I register for 18 January on behalf of the Alliance for the Open Sea.",
            "Alliance for the Open Sea",
        ),
    ],
)
def test_a_house_ends_before_what_it_comes_for(text: str, house: str) -> None:
    one = understand(letter(text, "Robin Keller <rk@bureau.example>"), HOUSE, load_lexicon(), Context())
    assert [(who.name, who.organisation) for who in one.attendees] == [("Robin Keller", house)]


@pytest.mark.parametrize(
    ("text", "domain", "house"),
    [
        (
            "I lead a small women's group (Kilima Sisters) and want to come on 18 January.",
            "gmail",
            "Kilima Sisters",
        ),
        ("Ik kom op 18 januari. Wij zijn een kleine stichting (Sestra), geen lid.", "gmail", "Sestra"),
        (
            "Je viendrai le 18 janvier. Je suis d'une petite association (Mains Unies).",
            "gmail",
            "Mains Unies",
        ),
        ("Ik kom op 18 januari. Mijn broer werkt bij een stichting (Sestra).", "gmail", None),
        (
            "Ik kom graag op 18 januari als vrijwilliger bij Stichting Altijd Samen.",
            "gmail",
            "Stichting Altijd Samen",
        ),
        (
            "I am a mother and a volunteer at Casa Viva. Please register me for 18 January.",
            "gmail",
            "Casa Viva",
        ),
        (
            "The Centre for Fair Fisheries would like to come. Register me for 18 January.",
            "gmail",
            "Centre for Fair Fisheries",
        ),
        (
            "Het Instituut voor Dorpsrecht doet graag mee. Schrijf mij in voor 18 januari.",
            "gmail",
            "Instituut voor Dorpsrecht",
        ),
        (
            "I represent the Delta House for Fishermen. Register me for 18 January.",
            "deltahouse",
            "Delta House for Fishermen",
        ),
        (
            "I come for the Sahel Voices Group. Register me for 18 January.",
            "sahelvoices",
            "Sahel Voices Group",
        ),
        ("Register me at Delta House for Thursday 18 January.", "deltahouse", "Delta House"),
        ("ik kom graag op 18 januari.\n\nrobin keller\nbuurtpost zwolle", "buurtpost", "Buurtpost Zwolle"),
    ],
)
def test_a_house_in_plain_prose(text: str, domain: str, house: str | None) -> None:
    mail = letter(text, f"Robin Keller <robin.keller@{domain}.example>")
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert [(who.name, who.organisation) for who in one.attendees] == [("Robin Keller", house)]


@pytest.mark.parametrize(
    "role",
    ["First Secretary (Political)", "Attaché (Press)", "Conseillère (Politique)", "Referentin (Presse)"],
)
def test_the_section_behind_a_function_is_no_house(role: str) -> None:
    text = (
        f"Please register for 18 January:\n\n1. Mr Jan Kok, Counsellor\n2. Ms Ria Pol, {role}\n\nRobin Keller"
    )
    mail = letter(text, "Robin Keller <robin.keller@gmail.example>", signature="Embassy of Wakanda")
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert "Ria Pol" in {who.name for who in one.attendees}
    assert {who.organisation for who in one.attendees} == {"Embassy of Wakanda"}


@pytest.mark.parametrize(
    ("signed", "domain", "house"),
    [
        ("Robin Keller\nEducation for All Netherlands", "eduforall", "Education for All Netherlands"),
        ("Robin Keller, Doorn", "mailbox", None),
        ("Robin Keller\nSecretaresse Raad van Bestuur", "rdf", None),
        ("Robin Keller\nStudent Union", "mailpost", "Student Union"),
        (
            "Robin Keller\nReferat 412 - Zivilgesellschaft, Kirchen\nBundesamt für Fragen",
            "bff",
            "Bundesamt für Fragen",
        ),
        ("Robin Keller | Coordinatrice | 12 rue de la Paix | 081 55 51 20", "bureau", None),
    ],
)
def test_what_stands_under_a_name(signed: str, domain: str, house: str | None) -> None:
    assert house_of(f"Robin Keller <robin.keller@{domain}.example>", signed) == (house or "")
