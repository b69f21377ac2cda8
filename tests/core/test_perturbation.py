"""The same mail by other people, in another dress: the reading must not change."""

from __future__ import annotations

from email.header import Header
from functools import cache
from itertools import cycle

import pytest

from mailbot.core.mail.reader import parse
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE

NAMES = (
    "Jan van der Berg", "Marijke van 't Hof", "Anneke Jansen-de Vries", "Sjoerd ten Cate", "Wytske Hoitinga",
    "J.W. Terpstra", "P. de Boer", "Fatima El Amrani", "Mohammed Ben Haddou", "Youssef Aït Taleb",
    "Ayşe Yıldırım", "Mehmet Öztürk", "Emre Can", "Soenita Ramdin", "Radjesh Bissessar", "Siti Rahmawati",
    "Ngozi Eze", "Kwame Asante", "Thandiwe Nkosi", "Mamadou Lamine Diop", "Tewolde Habtom",
    "Carlos García Márquez", "María José Fernández", "Catarina dos Santos", "Agnieszka Wiśniewska",
    "Łukasz Żuk", "Li Wei", "Zhang Xiaoming", "Nguyen Thi Mai", "Niamh O'Sullivan", "Hans-Jürgen Müller",
    "Élodie Van Steenkiste", "Priya Raghunathan", "Hodan Farah", "Chipo Moyo", "Oleksandr Kovalenko",
)  # fmt: skip
# What is written; {first} is the sender, {other} a colleague; and the intent and seats it means.
LETTERS = {
    "nl": ("Beste mensen,\n\nGraag meld ik mij aan voor de Meet Up op 18 januari.", "register", 1),
    "nl pair": ("Dag,\n\nIk kom graag op 18 januari, samen met mijn collega {other}.", "register", 2),
    "en": ("Dear all,\n\nPlease register me for the Meet Up on 18 January.", "register", 1),
    "en pair": ("Hello,\n\nPlease register me and my colleague {other} for the 4th Meet Up.", "register", 2),
    "de": ("Guten Tag,\n\nhiermit melde ich mich zum Meet Up am 18. Januar an.", "register", 1),
    "de pair": ("Guten Tag,\n\n"
                "bitte melden Sie mich und meine Kollegin {other} zum Meet Up am 18. Januar an.",
                "register", 2),
    "fr": ("Bonjour,\n\nJe m'inscris à la Meet Up du 18 janvier.", "register", 1),
    "fr pair": ("Bonjour,\n\n"
                "Merci de m'inscrire avec ma collègue {other} pour le 18 janvier.", "register", 2),
    "nl cancel": ("Beste mensen,\n\nHelaas moet ik mijn aanmelding voor 18 januari annuleren.", "cancel", 1),
}  # fmt: skip
DRESSES = {
    "signed": "{body}\n\nMet vriendelijke groet,\n\n{first}\n",
    "unsigned": "{body}\n",
    "signature": "{body}\n\nGroet,\n{first}\n\n-- \n"
    "{first}\nAdviser\nT +31 70 555 01 18\nwww.werkplaats.example\n",
    "disclaimer": "{body}\n\nKind regards,\n{first}\n\nThis e-mail and any attachment are"
    " confidential and intended solely for the addressee. If you are not the intended recipient, please"
    " delete it and notify the sender.\n",
    "banner": "CAUTION: This email originated from outside your organisation. Do not click links.\n\n"
    "{body}\n\nGroeten,\n{first}\n",
    "phone": "{body}\n\n{first}\n\nVerstuurd vanaf mijn iPhone\n",
}
CHARSETS = ("utf-8", "iso-8859-15", "windows-1252")


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def read(first: str, text: str, charset: str = "utf-8", display: str | None = None) -> Request:
    try:
        body = text.encode(charset)
    except UnicodeEncodeError:
        charset, body = "utf-8", text.encode()
    head = (
        f"From: {Header(display or first, 'utf-8').encode()} <someone@werkplaats.example>\n"
        "To: Partos <info@partos.example>\n"
        "Subject: Meet Up\nDate: Tue, 09 Jan 2018 10:00:00 +0000\nMessage-ID: <1@werkplaats.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return understand(parse(head.encode() + body), HOUSE, lexicon())


def reading(request: Request) -> tuple[str, str | None, int | None, bool, tuple[str | None, ...]]:
    return (
        str(request.intent), request.event, request.seats, request.review,
        tuple(one.name for one in request.attendees),
    )  # fmt: skip


@pytest.mark.parametrize("letter", LETTERS)
def test_names_of_every_origin_are_read_alike(letter: str) -> None:
    body, intent, seats = LETTERS[letter]
    others = cycle(NAMES[17:] + NAMES[:17])
    dresses = cycle(DRESSES.values())
    wrong = []
    for first, other, dress in zip(NAMES, others, dresses, strict=False):
        named = (first, other) if seats == 2 else (first,)
        found = reading(read(first, dress.format(body=body.format(other=other), first=first)))
        if found != (intent, "meetup-4", seats, False, named):
            wrong.append((first, other, found))
    assert wrong == []


@pytest.mark.parametrize("dress", DRESSES)
def test_what_stands_around_the_words_changes_nothing(dress: str) -> None:
    wrong = []
    for letter, (body, intent, seats) in LETTERS.items():
        for charset in CHARSETS:
            first, other = "Jan van der Berg", "Fatima El Amrani"
            text = DRESSES[dress].format(body=body.format(other=other), first=first)
            named = (first, other) if seats == 2 else (first,)
            found = reading(read(first, text, charset))
            if found != (intent, "meetup-4", seats, False, named):
                wrong.append((letter, charset, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("display", "badge"),
    [
        ("Berg, Jan van der", "Jan van der Berg"),
        ("BERG, Jan van der", "Jan van der Berg"),
        ("El Amrani, Fatima", "Fatima El Amrani"),
        ("ÖZTÜRK Mehmet", "Mehmet Öztürk"),
        ("drs. Sjoerd ten Cate MSc", "Sjoerd ten Cate"),
        ("Siti Rahmawati (Oxfam)", "Siti Rahmawati"),
        ("Ngozi Eze | Werkplaats", "Ngozi Eze"),
        ("García Márquez, Carlos", "Carlos García Márquez"),
    ],
)
def test_the_badge_is_the_same_however_an_address_book_writes_it(display: str, badge: str) -> None:
    body, _, _ = LETTERS["en"]
    request = read(badge, f"{body}\n", display=display)
    assert [one.name for one in request.attendees] == [badge]
