"""What people and their organisations are called, where the places of a mail that name them differ."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.namesakes import is_namesake
from mailbot.core.understanding.namewords import name_words
from mailbot.core.understanding.people import find_people
from mailbot.core.understanding.reader import understand
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

WORDS = name_words(load_lexicon())


def sender(text: str, from_: str, lang: str = "nl", *, signature: str = "", quoted: str = "") -> str | None:
    mail = letter(text, from_, signature=signature, quoted=quoted)
    return find_people(mail, load_lexicon(), lang, HOUSE).sender.name


def named(text: str, lang: str = "nl", *, signature: str = "", quoted: str = "") -> list[str | None]:
    mail = letter(text, signature=signature, quoted=quoted)
    found = find_people(mail, load_lexicon(), lang, HOUSE).others
    return list(dict.fromkeys(one.attendee.name for one in found))


def house(text: str, email: str, lang: str = "nl", *, signature: str = "", quoted: str = "") -> str | None:
    mail = letter(text, f"Floor Bos <{email}>", signature=signature, quoted=quoted)
    return find_people(mail, load_lexicon(), lang, HOUSE).sender.organisation


@pytest.mark.parametrize(
    ("from_", "signature", "name"),
    [
        ("DE BACKER, Anne-Sophie <as@wallonie.example>", "Anne-Sophie De Backer", "Anne-Sophie De Backer"),
        ("de backer anne-sophie <as@wallonie.example>", "Anne-Sophie De Backer", "Anne-Sophie De Backer"),
        ("VAN DEN BOSCH, Jan <jan@x.example>", "Jan van den Bosch", "Jan van den Bosch"),
        ("VANDEN BERGHE, Luc <luc@x.example>", "Luc Vanden Berghe", "Luc Vanden Berghe"),
        ("MACDONALD, Ewan <ewan@x.example>", "Ewan MacDonald", "Ewan MacDonald"),
        ("DE BACKER, Anne-Sophie <as@wallonie.example>", "A.-S. DE BACKER", "Anne-Sophie de Backer"),
    ],
)
def test_capitals_are_those_of_the_signature_where_from_has_none(
    from_: str, signature: str, name: str
) -> None:
    assert sender("Ik kom graag.", from_, signature=f"Groet,\n{signature}") == name


@pytest.mark.parametrize(
    "name",
    ["Théodore Ilunga wa Ilunga", "Siti binti Ahmad", "Jomo wa Kamau", "Owain ap Rhys", "Ana de la O Reyes"],
)
def test_a_small_word_inside_a_name_stays_small(name: str) -> None:
    assert sender("Ik kom graag.", f"{name} <x@y.example>") == name


@pytest.mark.parametrize(
    ("from_", "signature", "name"),
    [
        ("VERMEULEN JOZEF <jozef.vermeulen@t.example>", "J. VERMEULEN", "Jozef Vermeulen"),
        ("Vermeulen Jozef <jv@t.example>", "J. Vermeulen", "Jozef Vermeulen"),
        ("Kovács Anna <anna.kovacs@t.example>", "", "Anna Kovács"),
        ("Anna Kovács <anna.kovacs@t.example>", "", "Anna Kovács"),
        ("Nguyen Thi Mai <mai.nguyen@t.example>", "", "Nguyen Thi Mai"),
    ],
)
def test_a_family_name_that_stands_first_goes_behind(from_: str, signature: str, name: str) -> None:
    assert sender("Ik kom graag.", from_, signature=signature and f"Groet,\n{signature}") == name


@pytest.mark.parametrize(
    ("from_", "signature", "name"),
    [
        ("Robert Achterberg <rob@a.example>", "Rob Achterberg", "Robert Achterberg"),
        ("Christopher Hall <chris@a.example>", "Chris Hall", "Christopher Hall"),
        ("Temitope Cole <temi@a.example>", "Temi", "Temitope Cole"),
        ("Piet Jansen <familie@a.example>", "Els Jansen", "Els Jansen"),
    ],
)
def test_the_full_first_name_stands_over_the_short_one(from_: str, signature: str, name: str) -> None:
    assert sender("Ik kom graag.", from_, signature=f"Groet,\n{signature}") == name


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Ik kom. Op mijn naamkaartje graag: Truus van der Meulen.", "nl", "Truus van der Meulen"),
        ("I come. Please print Truus van der Meulen on my badge.", "en", "Truus van der Meulen"),
        ("Auf dem Namensschild hätte ich gern Truus van der Meulen.", "de", "Truus van der Meulen"),
        ("Sur mon badge, merci de mettre Truus van der Meulen.", "fr", "Truus van der Meulen"),
        ("Ik kom. De badge van Truus Bakker haal ik ook op.", "nl", "Geertruida van der Meulen"),
    ],
)
def test_the_badge_bears_the_name_that_is_asked_for(text: str, lang: str, name: str) -> None:
    assert sender(text, "Geertruida van der Meulen <g@m.example>", lang) == name


@pytest.mark.parametrize(
    "quoted",
    [
        "Op de deelnemerslijst staat nu:\n\n  *   Jan de Vries\n  *   Nadia Haddouchi\n",
        "> Registered: Jan de Vries and Nadia Haddouchi\n",
        "Jij en Nadia Haddouchi stonden op de wachtlijst.\n",
        "Von: Nadia Haddouchi <n@h.example>\n",
        "1. Nadia Haddouchi (Kompaslab)\n2. Jan de Vries\n",
    ],
)
@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nadia en ik komen niet.", "nl"),
        ("Nadia and I would love to come.", "en"),
        ("Nadia und ich kommen gern.", "de"),
        ("Nadia et moi venons.", "fr"),
    ],
)
def test_the_letter_answered_gives_a_first_name_its_family_name(text: str, lang: str, quoted: str) -> None:
    mail = letter(text, quoted=quoted)
    found = find_people(mail, load_lexicon(), lang, HOUSE).mentions
    assert "Nadia Haddouchi" in {one.attendee.name for one in found if one.source == "prose"}


def test_a_short_first_name_is_whom_cc_names() -> None:
    mail = letter("Temi (cc'd) and I would love to come.", cc=("Temitope Adeyemi-Cole <t@x.example>",))
    found = find_people(mail, load_lexicon(), "en", HOUSE).mentions
    assert "Temitope Adeyemi-Cole" in {one.attendee.name for one in found if one.source == "prose"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Lange Rede, kurzer Sinn: einen Stuhl für mich, bitte.", "de"),
        ("Eine Sache noch: Ich komme mit dem Zug.", "de"),
        ("Empêchement de M. Visscher", "fr"),
        ("Streept u mij maar door.", "nl"),
        ("Streep mij maar door, ik kom niet.", "nl"),
        ("Short notice, long train: one chair for me, please.", "en"),
        ("Korte vraag, lang antwoord: een stoel voor mij.", "nl"),
        ("Große Freude meinerseits.", "de"),
        ("pls register me for 18 jan shrinking space", "en"),
        ("noteer mij voor de 18. jan graag meteen", "nl"),
    ],
)
def test_words_that_mails_are_full_of_are_nobody(text: str, lang: str) -> None:
    assert [name for name in named(text, lang) if name != "Visscher"] == []


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("De heer mr. R.J. (Rutger-Jan) van den Bosch komt.", "nl", "Rutger-Jan van den Bosch"),
        ("Mevrouw A.M. (Anneke) Smit zal aanwezig zijn.", "nl", "Anneke Smit"),
        ("Johannes (Hans) de Vries komt ook.", "nl", "Hans de Vries"),
        ("1. El Hadji Sarr\n2. Awa Diop", "fr", "El Hadji Sarr"),
        ("1. Le Thi Hoa\n2. Awa Diop", "fr", "Le Thi Hoa"),
        ("Herr Dr. Achterberg kommt zu Ihrem Meet Up.", "de", "Achterberg"),
        ("De heer Visscher uit Delft komt.", "nl", "Visscher"),
        ("- Diakonin Sunita Thomas", "de", "Sunita Thomas"),
        ("Wir entsenden ORR'in Dorothea Quandt.", "de", "Dorothea Quandt"),
        ("Schrijf wethouder Anja Buis van Zoetermeer in.", "nl", "Anja Buis"),
        ("- Lic. Juana Inés Terrazas Rojas, ji@red.example\n- Awa Diop", "en", "Juana Inés Terrazas Rojas"),
        (
            "Wij komen niet.\nHatice Yıldırım (hatice@boer.example) en Bo van 't Veer gaan\nin plaats.",
            "nl",
            "Bo van 't Veer",
        ),
    ],
)  # fmt: skip
def test_a_person_is_found_by_title_bracket_or_list(text: str, lang: str, name: str) -> None:
    mail = letter(text)
    assert name in {one.attendee.name for one in find_people(mail, load_lexicon(), lang, HOUSE).mentions}


@pytest.mark.parametrize(
    ("text", "signature", "lang"),
    [
        ("Herr Dr. Nguyen kommt gern.", "Birgit Lohse\nAssistentin von Dr. Thanh Nguyen", "de"),
        ("Dr. Nguyen kindly accepts.", "Birgit Lohse\nAssistant to Dr Thanh Nguyen", "en"),
        ("De heer Nguyen komt graag.", "Birgit Lohse\nSecretaresse van dr. Thanh Nguyen", "nl"),
        ("M. Nguyen viendra.", "Birgit Lohse\nAssistante de M. Thanh Nguyen", "fr"),
    ],
)
def test_who_is_served_is_named_in_full_under_the_mail(text: str, signature: str, lang: str) -> None:
    mail = letter(text, "Sekretariat <sekretariat@welt.example>", signature=signature)
    found = find_people(mail, load_lexicon(), lang, HOUSE)
    assert found.sender.name == "Birgit Lohse"
    assert "Thanh Nguyen" in {one.attendee.name for one in found.mentions}


# -- organisations -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Volta Basin Dialogue", "voltadialogue"),
        ("Hogeschool aan de Vecht", "hsvecht"),
        ("Ministère de la Société civile", "min-societe-civile"),
        ("Bundesministerium für Kooperation", "bm-kooperation"),
        ("Stiftung Brückenschlag", "brueckenschlag-bern"),
        ("De Brabantse Bron", "brabantsebron"),
        ("L'Atelier des Idées", "atelierdesidees"),
    ],
)
def test_a_domain_may_leave_words_out_and_cut_them_short(name: str, core: str) -> None:
    assert is_namesake(name, core, WORDS)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Senior Policy Adviser", "sparta"),
        ("Amsterdam Noord", "anwb"),
        ("Volta Basin Dialogue", "basin"),
        ("Jan van den Berg", "werkplaats"),
        ("International Development", "hsvecht"),
    ],
)
def test_other_words_are_not_what_a_domain_is_called_after(name: str, core: str) -> None:
    assert not is_namesake(name, core, WORDS)


@pytest.mark.parametrize(
    ("email", "signature", "organisation"),
    [
        ("f@landrechten.example", "Floor Bos\nLandrechten Nu", "Landrechten Nu"),
        ("f@tisserandes.example", "Floor Bos\nLes Tisserandes", "Les Tisserandes"),
        ("f@bruecke.example", "Floor Bos\nDie Brücke", "Die Brücke"),
        ("f@atelierdesidees.example", "Floor Bos\nL'Atelier des Idées – Lille", "L'Atelier des Idées"),
        (
            "f@cooperation-wallonne.example",
            "Floor Bos\nAttachée\nDirection de la Coopération wallonne",
            "Direction de la Coopération wallonne",
        ),
        (
            "f@hsvecht.example",
            "Floor Bos\ndocent International Development\nHogeschool aan de Vecht, kamer C2.114",
            "Hogeschool aan de Vecht",
        ),
        ("f@voltadialogue.example", "Floor Bos\nVolta Basin Dialogue, Accra", "Volta Basin Dialogue"),
        ("f@g.example", "Floor Bos\nbestuurslid Stichting Wees-Wijs", "Stichting Wees-Wijs"),
        ("rob@bos.example", "Floor Bos", None),
    ],
)
def test_the_whole_name_of_a_house_is_taken(email: str, signature: str, organisation: str | None) -> None:
    assert house("Ik kom graag.", email, signature=signature) == organisation


@pytest.mark.parametrize(
    ("text", "lang", "organisation"),
    [
        ("hi i will come. floor bos, naija dialogue forum", "en", "Naija Dialogue Forum"),
        ("ik kom graag. floor bos, stichting zaadgoed", "nl", "Stichting Zaadgoed"),
        ("ich komme. floor bos, netzwerk neue wege", "de", "Netzwerk Neue Wege"),
        ("je viens. floor bos, collectif voix du rif", "fr", "Collectif Voix du Rif"),
        ("ik kom graag. floor bos, vegetarisch", "nl", None),
    ],
)
def test_a_house_may_be_written_without_capitals(text: str, lang: str, organisation: str | None) -> None:
    assert house(text, "f@gmail.example", lang) == organisation


def test_who_is_spoken_of_is_no_organisation() -> None:
    assert house("Gijs Oude Luttikhuis komt niet.", "f@steun.example", signature="Floor Bos") is None


def test_the_letter_answered_tells_for_whom_the_sender_came() -> None:
    quoted = "We have put down:\n- Floor Bos (Frysk Solidair)\n- Jan Smit (Partos)\n"
    assert house("I come not.", "f@gmail.example", "en", quoted=quoted) == "Frysk Solidair"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("In de jaren zeventig was ik namens de Koninkrijksregering in Lusaka.", "nl"),
        ("In the seventies I was with the Overseas Institute.", "en"),
        ("In den siebziger Jahren war ich beim Entwicklungsdienst Ost.", "de"),
    ],
)
def test_a_house_of_long_ago_is_the_senders_no_longer(text: str, lang: str) -> None:
    assert house(text, "f@gmail.example", lang, signature="Floor Bos") is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Mevrouw Sewradj vraagt mij haar af te melden voor 18 januari.", "nl"),
        ("Mevrouw Sewradj heeft mij gevraagd om haar af te melden voor 18 januari.", "nl"),
        ("Ms Sewradj asked me to cancel her registration for 18 January.", "en"),
        ("Frau Sewradj hat mich gebeten, sie vom 18. Januar abzumelden.", "de"),
        ("Mme Sewradj m'a demandé de la désinscrire du 18 janvier.", "fr"),
    ],
)
def test_who_is_asked_to_sign_somebody_off_stays(text: str, lang: str) -> None:
    mail = letter(text, "Patty Lont <p.lont@zuid.example>", cc=("Rukmini Sewradj <r.sewradj@zuid.example>",))
    request = understand(mail, HOUSE, load_lexicon())
    assert request.lang == lang
    assert "Patty Lont" not in {one.name for one in request.attendees} or request.review


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("De heer Nguyen vroeg mij hem aan te melden voor de Meet Up van 18 januari.", "nl"),
        ("Dr Nguyen asked me to register him for the Meet Up on 18 January.", "en"),
        ("Herr Dr. Nguyen hat mich gebeten, ihn für das Meet Up am 18. Januar anzumelden.", "de"),
        ("M. Nguyen m'a demandé de l'inscrire à la Meet Up du 18 janvier.", "fr"),
    ],
)
def test_who_is_asked_to_sign_somebody_up_does_not_come(text: str, lang: str) -> None:
    mail = letter(text, "Birgit Lohse <b@welt.example>", cc=("Thanh Nguyen <thanh.nguyen@welt.example>",))
    request = understand(mail, HOUSE, load_lexicon())
    assert [(one.name, one.email) for one in request.attendees] == [
        ("Thanh Nguyen", "thanh.nguyen@welt.example")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mijn directeur vroeg mij om me aan te melden voor de Meet Up van 18 januari.",
        "My boss asked me to register for the Meet Up on 18 January.",
        "Mein Chef hat mich gebeten, mich zum Meet Up am 18. Januar anzumelden.",
        "Ma directrice m'a demandé de m'inscrire à la Meet Up du 18 janvier.",
    ],
)
def test_who_is_asked_to_come_comes(text: str) -> None:
    request = understand(letter(text, "Birgit Lohse <b@welt.example>"), HOUSE, load_lexicon())
    assert [one.name for one in request.attendees] == ["Birgit Lohse"]
