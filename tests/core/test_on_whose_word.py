"""Whoever comes instead, or nobody; on whose word somebody is taken off the list; whose name follows.

A row is who they are to us, the language, what was written, and what it asks for ("?": a person looks).
"""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Request
from tests.core.sayings import params, request, shown

_OPENS = {"nl": "Beste mensen,", "en": "Dear all,", "de": "Guten Tag,", "fr": "Bonjour,"}

# No matter who sits there then: a seat is given up, and nobody is promised for it.
WHOEVER = [
    (
        "nl",
        "Helaas moet ik afzeggen. Ik hoop dat er iemand van de wachtlijst in mijn plaats kan komen.",
        "cancel",
    ),
    ("nl", "Ik kan er de 18e niet bij zijn. Wie er op de wachtlijst staat mag mijn stoel hebben.", "cancel"),
    ("nl", "Graag mijn naam van de lijst halen. Bij ons kan niemand in mijn plaats komen.", "cancel"),
    ("en", "I have to cancel. I hope somebody from the waiting list can come in my place.", "cancel"),
    ("en", "I can't be there on the 18th, my father is ill. Let somebody else sit on my chair.", "cancel"),
    ("en", "Take me off the list please. There is no one here who could come in my place.", "cancel"),
    ("en", "I must withdraw. Whoever is next on your list can come in my place.", "cancel"),
    ("en", "Please strike me from the list, somebody else will be happy with the place.", "cancel"),
    (
        "de",
        "Leider muss ich absagen. Vielleicht kann jemand von der Warteliste an meiner Stelle kommen.",
        "cancel",
    ),
    (
        "fr",
        "Je dois annuler. J'espère que quelqu'un de la liste d'attente pourra venir à ma place.",
        "cancel",
    ),
    # those who stay step in for nobody
    ("en", "Ann Lee can't make it, so you can release her seat. Hugo and I are still coming.", "cancel"),
    # somebody of theirs, who has no name yet
    ("nl", "Ik kan niet, maar een collega komt in mijn plaats; de naam volgt.", "change?"),
    ("en", "I can't make it. Somebody from our office will come in my place, name to follow.", "change?"),
    ("de", "Ich kann nicht. An meiner Stelle kommt jemand aus unserem Team, der Name folgt.", "change?"),
    ("fr", "Je ne peux pas venir. Quelqu'un de notre équipe viendra à ma place, le nom suivra.", "change?"),
]

# What was heard of somebody else; and what they, or their house, have said themselves.
WORD = [
    (
        "new",
        "nl",
        "Ik hoorde dat Joost Timmer daar weg is. Zijn plaats op 18 januari kan naar iemand anders.",
        True,
    ),
    (
        "new",
        "nl",
        "In de wandelgangen vernam ik dat Paul Ravestein de 18e niet komt. Haal hem van de lijst.",
        True,
    ),
    ("new", "en", "A friend told me that Peter Hall has moved. Please cancel his seat on 18 January.", True),
    ("new", "en", "I read on LinkedIn that Mark Vance changed jobs. Please cancel him for 18 January.", True),
    (
        "waiting",
        "en",
        "Somebody told me that Hamza Tazi left, so he won't be needing his place. Cancel him.",
        True,
    ),
    (
        "new",
        "de",
        "Man hört, dass Herr Uwe Brandt nicht mehr dort arbeitet. Streichen Sie ihn für den 18. Januar.",
        True,
    ),
    (
        "new",
        "fr",
        "On m'a dit que Paul Girard avait quitté son ONG. Retirez-le de la liste du 18 janvier.",
        True,
    ),
    (
        "new",
        "nl",
        "Onze directeur, Wim Jager, moet naar Genève. Namens hem meld ik hem af voor 18 januari.",
        False,
    ),
    (
        "new",
        "en",
        "Our director Helen Marsh is abroad. On her behalf I cancel her registration for 18 January.",
        False,
    ),
    (
        "new",
        "en",
        "My colleague Tom Birch is ill and asked me to take him off the list for 18 January.",
        False,
    ),
    (
        "new",
        "fr",
        "Au nom de notre directrice, Mme Anne Tissot, j'annule son inscription du 18 janvier.",
        False,
    ),
]

ASKED = [
    # who thanks for an invitation had no seat to give up
    (
        "new",
        "de",
        "Vielen Dank für die Einladung zum 18. Januar. Leider ist der Botschafter an dem Tag verhindert.",
        "decline",
    ),
    (
        "new",
        "fr",
        "Merci de votre invitation au 18 janvier. M. le Ministre ne pourra malheureusement pas venir.",
        "decline",
    ),
    (
        "new",
        "en",
        "I had accepted your invitation and signed up for 18 January, but I have to cancel.",
        "cancel",
    ),
    # a name that follows leaves no seat open
    (
        "new",
        "nl",
        "Ik meld me aan voor 18 januari, samen met één collega. Wie dat wordt hoort u nog.",
        "register 2",
    ),
    (
        "new",
        "en",
        "Please register me and one colleague for 18 January. I'll let you know later who it is.",
        "register 2",
    ),
    (
        "new",
        "de",
        "Bitte zwei Plätze für den 18. Januar: für mich und eine Kollegin. Den Namen reiche ich nach.",
        "register 2",
    ),
    (
        "new",
        "fr",
        "Je viens le 18 janvier avec un stagiaire, je vous dirai lequel. Merci de noter deux places.",
        "register 2",
    ),
    # "dan" that follows from what is said, and from what may be
    (
        "new",
        "nl",
        "Ik moet die dag toch in Den Haag zijn, dan kom ik 18 januari graag. Wil je mij opgeven?",
        "register",
    ),
    ("new", "nl", "Mijn baas vindt het goed, dan kom ik dus op 18 januari.", "register"),
    ("new", "nl", "Is er nog een plek over, dan kom ik graag op 18 januari.", "register?"),
    ("new", "nl", "Mag mijn baas een dag zonder mij, dan kom ik op 18 januari.", "register?"),
]


def _read(before: str, lang: str, text: str) -> Request:
    return request(
        text, before, greeting=_OPENS[lang], closing="Robin", invitation="Invitation: Meet Up 18 January"
    )


@pytest.mark.parametrize(("lang", "text", "expected"), WHOEVER)
def test_whoever_comes_instead_is_no_replacement(lang: str, text: str, expected: str) -> None:
    read = _read("registered", lang, text)
    assert shown(read).removesuffix(" +question") == expected, [reason.text for reason in read.reasons]


@pytest.mark.parametrize(("before", "lang", "text", "hearsay"), WORD)
def test_hearsay_takes_nobody_off_the_list(before: str, lang: str, text: str, hearsay: bool) -> None:
    read = _read(before, lang, text)
    acts = read.intent in {"cancel", "decline", "change", "register", "accept"} and not read.review
    assert acts is not hearsay, (read.intent, [reason.text for reason in read.reasons])


@pytest.mark.parametrize(("before", "lang", "text", "expected"), params(ASKED))
def test_what_is_asked_then(before: str, lang: str, text: str, expected: str) -> None:
    read = _read(before, lang, text)
    assert shown(read).removesuffix(" +question") == expected, [reason.text for reason in read.reasons]
