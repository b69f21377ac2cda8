"""Many names in many dresses: each is read as it belongs on a badge, known first name or not."""

from __future__ import annotations

from email.header import Header
from itertools import cycle, islice

import pytest

from mailbot.core.mail.message import Mail
from mailbot.core.mail.reader import parse
from mailbot.core.understanding.mentions import Source
from mailbot.core.understanding.namewords import name_words
from mailbot.core.understanding.people import find_people
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE

# The last line has first names that no list of ours knows.
NAMES = """
Jan van der Berg|Marijke van 't Hof|Anneke Jansen-de Vries|Sjoerd ten Cate|Bo van 't Veer
Fedde op 't Land|Tjitske in 't Veld|Merel Storm van Leeuwen|Hidde uit den Bogaard|Ruben Lopes Cardozo
Fatima El Amrani|Karim Benali|Mohammed Ben Haddou|Malika Ait Taleb|Abdelhak Oulad Ben Youssef
Mohamed Ould Abdel Aziz|Khalid bin Faisal|Mehmet Öztürk|Emre Can|Kübra Aslan|Soenita Ramdin
Radjesh Bissessar|Marlène Sanredjo-Pinas|Glenn Wijngaarde|Siti Rahmawati|Dewi Anggraini Putri
Ni Luh Ayu Pratiwi|Bambang Sulistyo|Kwabena Asante-Boateng|Nana Ama Owusu|Yaa Asantewaa Boakye
Temitope Adeyemi-Cole|Chidinma Nwosu|Hodan Farah|Mamadou Lamine Diop|Ndèye Coumba Thiam|El Hadji Sarr
Théodore Ilunga wa Ilunga|Jomo wa Gatheru|Tsegaye Bekele|Carlos García Márquez|Ana María de la Cruz
Elvira Choque de Pacheco|Ximena Quispe Huamán|Catarina dos Santos|Inês de Sousa e Castro
José Luis Pérez y Pérez|Agnieszka Wiśniewska|Łukasz Żuk|Bożena Kaczmarek-Huber|Oleksandr Kovalenko
Vlatka Kovač|Zsófia Nagy|Li Wei|Zhang Xiaoming|Nguyen Thi Mai|Tran Van Hung|Le Thi Hoa|Keiko Tanabe
Priya Raghunathan|Bishnu Prasad Gurung|Mohammad Tanvir Hossain|Niamh O'Sullivan|Pádraig Ó Súilleabháin
Bríd Ní Dhonnchadha|Owain ap Rhys|Tess Blackwood|Hans-Jürgen Müller|Ottokar von Rhade
Friederike von der Heydt|Klaus-Dieter Brandstätter|Camille d'Ormesson|Jean-Pierre Ndayishimiye
Laure-Hélène Zinsou|Maëlle Le Goff|Gaspard de la Rochère|Sjoukje Wijnstra-Postma|Bjørn Åsberg
Päivi Hämäläinen|Harald Nyström|Leilani Kealoha|Parfait Nguema Ondo|Rosalind Peake
Ghislebert Vandroogenbroeck|Tavneet Bhogal|Oyindasola Alakija|Wolbrecht Tjepkema|Xochiquetzal Iturbide
Ngaire Te Whata|Sigurbjörg Einarsdóttir|Ruwaida Tutuarima|Kjartan Hauksson|Thembelihle Mkhwanazi
Zeferino Chissano
""".strip().replace("\n", "|").split("|")  # fmt: skip
UNKNOWN = NAMES[-11:]
# {o} is somebody else; the mail is of Sanne Bos.
SAYINGS = {
    "nl": (
        "Ik kom op 18 januari samen met {o}.", "Graag twee plaatsen: een voor mij en een voor {o}.",
        "{o} en ik komen graag op de 18e.", "Mijn collega {o} komt ook op 18 januari.",
        "Op 18 januari komt namens ons {o}.", "Zou u ook {o} willen inschrijven?",
        "Graag meld ik aan:\n\n- {o}\n- Piet Jansen\n\nDank!", "Deelnemers: {o}, Piet Jansen en ikzelf.",
        "Helaas kan {o} niet komen op 18 januari.", "In plaats van mij komt {o}.",
        "Ik wil {o} (penningmeester) graag aanmelden.", "Ook mevrouw {o} neemt deel.",
    ),
    "en": (
        "I will come on 18 January together with {o}.", "Two seats please, one for me and one for {o}.",
        "{o} and I would love to attend.", "My colleague {o} will also attend on 18 January.",
        "Could you also register {o}?", "Please register:\n\n1. {o}\n2. Piet Jansen\n\nThanks!",
        "Participants: {o}, Piet Jansen and myself.", "Unfortunately {o} cannot make it on 18 January.",
        "{o} will come in my place.", "I would like to sign up {o}, our treasurer.",
    ),
    "de": (
        "Ich komme am 18. Januar zusammen mit {o}.", "Bitte zwei Plätze, einen für mich und einen für {o}.",
        "{o} und ich kommen gern.", "Meine Kollegin {o} kommt am 18. Januar auch.",
        "Könnten Sie bitte auch {o} anmelden?", "Hiermit melde ich an:\n\n- {o}\n- Piet Jansen\n\nDanke!",
        "Teilnehmende: {o}, Piet Jansen und ich.", "Leider kann {o} am 18. Januar nicht kommen.",
        "Statt meiner kommt {o}.", "Ich möchte Frau {o} anmelden.",
    ),
    "fr": (
        "Je viendrai le 18 janvier avec {o}.", "Deux places, une pour moi et une pour {o}.",
        "{o} et moi viendrons volontiers.", "Ma collègue {o} viendra aussi le 18 janvier.",
        "Pourriez-vous aussi inscrire {o} ?", "Je vous prie d'inscrire :\n\n- {o}\n- Piet Jansen\n\nMerci !",
        "Participants : {o}, Piet Jansen et moi-même.", "Malheureusement {o} ne pourra pas venir.",
        "{o} viendra à ma place.", "J'aimerais inscrire Mme {o}, notre trésorière.",
    ),
}  # fmt: skip
# How the end of a mail names who writes: in full, by the first name, not at all.
ENDS = (
    "Groeten,\n{n}\n", "", "{f}\n", "Met vriendelijke groet,\n\n{n}\nBeleidsmedewerker\nWerkplaats Zuid\n",
    "Kind regards,\n{f}\n\n--\n{n} | Programme Officer | Werkplaats Zuid\n", "Cordialement,\nMme {n}\n",
    "mvg {f}\n", "Mit freundlichen Grüßen\n\nDr. {n}\n",
)  # fmt: skip
SMALL = (
    "van",
    "op",
    "in",
    "uit",
    "von",
    "dos",
    "de",
    "der",
    "den",
    "la",
    "'t",
    "ten",
    "bin",
    "wa",
    "ap",
    "d'",
)


def mail(display: str, email: str, text: str) -> Mail:
    head = (
        f"From: {Header(display, 'utf-8').encode()} <{email}>\nTo: Partos <info@partos.example>\n"
        "Subject: Meet Up\nDate: Tue, 09 Jan 2018 10:00:00 +0000\nMessage-ID: <1@werkplaats.example>\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return parse(head.encode() + text.encode())


def test_some_first_names_are_not_known() -> None:
    words = name_words(load_lexicon())
    assert [name for name in UNKNOWN if words.is_given(name.split()[0])] == []


@pytest.mark.parametrize("lang", SAYINGS)
def test_somebody_else_is_read_in_every_saying(lang: str) -> None:
    wrong = []
    for number, saying in enumerate(SAYINGS[lang]):
        some = [*islice(NAMES, number % 5, None, 5), *UNKNOWN]
        for name in some:
            text = f"{saying.format(o=name)}\n\nSanne Bos\n"
            found = find_people(
                mail("Sanne Bos", "sanne@werkplaats.example", text), load_lexicon(), lang, HOUSE
            )
            there = {
                one.attendee.name
                for one in found.mentions
                if one.source in {Source.PROSE, Source.LIST, Source.FORM}
            }
            if there - {"Sanne Bos", "Piet Jansen"} != {name}:
                wrong.append((saying, name, there))
    assert wrong == []


def displays(name: str) -> dict[str, str]:
    """What mail programs and address books make of a name."""
    given, _, family = name.partition(" ")
    parts = family.split()
    small = 0
    while small < len(parts) - 1 and parts[small] in SMALL:
        small += 1
    return {
        "plain": name,
        "comma": f"{family}, {given}",
        "behind": f"{' '.join(parts[small:])}, {given} {' '.join(parts[:small])}".strip(),
        "house": f"{name} | Werkplaats Zuid",
        "brackets": f"{name} (Werkplaats Zuid)",
        "first name": given,
        "nothing": "",
        "office": "Secretariaat Werkplaats",
    }


@pytest.mark.parametrize("dress", displays("Jan Smit"))
def test_the_sender_is_read_in_every_dress(dress: str) -> None:
    ends = cycle(ENDS)
    full = cycle(end for end in ENDS if "{n}" in end)
    wrong = []
    for name in NAMES:
        given = name.split()[0]
        end = next(full if dress in {"first name", "nothing", "office"} else ends)
        text = f"Graag meld ik mij aan voor 18 januari.\n\n{end.format(n=name, f=given)}"
        local = "secretariaat" if dress == "office" else "post"
        written = mail(displays(name)[dress], f"{local}@werkplaats.example", text)
        found = find_people(written, load_lexicon(), "nl", HOUSE)
        if found.sender.name != name or found.others:
            wrong.append((end, name, found.sender.name, [one.attendee.name for one in found.others]))
    assert wrong == []


@pytest.mark.parametrize("form", ["cried", "whispered"])
def test_a_signature_says_how_a_name_is_written(form: str) -> None:
    wrong = []
    for name in NAMES:
        display = name.upper() if form == "cried" else name.lower()
        text = f"Ik kom graag op 18 januari.\n\nGroeten,\n{name}\n"
        found = find_people(mail(display, "post@werkplaats.example", text), load_lexicon(), "nl", HOUSE)
        if found.sender.name != name:
            wrong.append((display, name, found.sender.name))
    assert wrong == []
