"""When a person must look before anything is done, and when not.

A row is who they are to us, the language, what was written, and what it asks for ("?": a person looks).
"""

from __future__ import annotations

import pytest

from mailbot.core.understanding.request import Request
from tests.core.sayings import request

_OPENS = {"nl": "Beste mensen,", "en": "Dear all,", "de": "Guten Tag,", "fr": "Bonjour,"}


def _read(before: str, lang: str, text: str) -> Request:
    return request(text, before, greeting=_OPENS[lang], closing="Robin", invitation="Meet Up 18 January")


# Who expects the free seat of a member, or may be one; and who speaks of members and is none.
MEMBERS = [
    ("nl", "Graag meld ik me aan voor 18 januari. Wij zijn via ons netwerk aangesloten bij jullie.", True),
    ("nl", "Graag meld ik me aan voor 18 januari. Dan hoeven we dus niet te betalen, toch?", True),
    ("nl", "Schrijf mij in voor 18 januari. Ik weet niet of wij lid zijn.", True),
    ("nl", "Schrijf mij in voor 18 januari. Misschien zijn we lid, dat weet onze directeur.", True),
    ("nl", "Schrijf mij in voor 18 januari, gratis natuurlijk.", True),
    ("nl", "Schrijf mij in voor 18 januari. We zijn al tien jaar lid.", True),
    ("nl", "Schrijf mij in voor 18 januari. Wij horen bij jullie achterban.", True),
    ("nl", "Schrijf mij in voor 18 januari. Wij zijn niet bij Partos aangesloten en betalen gewoon.", False),
    ("nl", "Schrijf mij in voor 18 januari. Een van jullie leden stuurde mij de uitnodiging door.", False),
    ("nl", "Schrijf mij in voor 18 januari. Er komen vast veel leden; ik betaal de 25 euro.", False),
    ("en", "We have been a member since 1998, so could you please enter me for 18 January?", True),
    ("en", "Could you please enter me for 18 January, free of charge of course?", True),
    ("en", "Please register me for 18 January. I am not sure whether we are a member.", True),
    ("en", "Please register me for 18 January. I believe our organisation is affiliated with you.", True),
    ("en", "Please register me for 18 January. We may well be members, our director knows.", True),
    ("en", "Please register me for 18 January. We needn't pay, right?", True),
    ("en", "Please register me for 18 January. We are one of your member organisations.", True),
    ("en", "Please register me for 18 January. One of your members told me about it.", False),
    ("en", "Please register me for 18 January. We are not affiliated with Partos; send the bill.", False),
    ("en", "Please register me for 18 January. I worked for a member until 2014, now I pay myself.", False),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Wir sind seit Jahren Mitglied.", True),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Ich weiß nicht, ob wir Mitglied sind.", True),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein, kostenlos natürlich.", True),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Wir müssen ja nichts bezahlen.", True),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Vielleicht sind wir Mitglied.", True),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Wir sind kein Mitglied und zahlen.", False),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Ein Mitglied hat mir davon erzählt.", False),
    ("fr", "Je m'inscris pour le 18 janvier. Nous sommes membres depuis 2003.", True),
    ("fr", "Je m'inscris pour le 18 janvier. Notre ONG étant affiliée à Partos, je n'ai rien à payer.", True),
    ("fr", "Je m'inscris pour le 18 janvier. Je ne sais pas si nous sommes membres.", True),
    ("fr", "Je m'inscris sans frais pour le 18 janvier.", True),
    ("fr", "Je m'inscris pour le 18 janvier. Nous faisons partie de votre réseau.", True),
    ("fr", "Je m'inscris pour le 18 janvier. Nous ne sommes pas affiliés et paierons.", False),
    ("fr", "Je m'inscris pour le 18 janvier. Un de vos membres m'en a parlé.", False),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "claims"), MEMBERS)
def test_who_may_be_a_member_is_looked_up(lang: str, text: str, claims: bool) -> None:
    read = _read("new", lang, text)
    assert read.intent == "register"
    assert any(reason.rule == "says-member" for reason in read.reasons) is claims, read.reasons
    assert read.review is claims, read.reasons


# No number is certain because a mail as a whole sounds so.
NUMBERS = [
    ("nl", "Vanuit Kustwacht willen we op 18 januari meedoen. Ik kom in elk geval, Sari Lumowa ook, en "
           "misschien onze stagiair, maar die heeft dan mogelijk een tentamen. Twee of drie stoelen dus."),
    ("en", "We'd like to join on 18 January. I come in any case, perhaps our trainee. Two or three seats."),
    ("de", "Wir möchten am 18. Januar dabei sein. Ich komme jedenfalls, dazu vielleicht ein Praktikant. "
           "Also zwei oder drei Plätze."),
    ("fr", "Nous voulons participer le 18 janvier. Je viens en tout cas. Deux ou trois places donc."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NUMBERS)
def test_how_sure_a_mail_sounds_makes_no_number_certain(lang: str, text: str) -> None:
    read = _read("new", lang, text)
    assert read.intent == "register"
    assert read.review, read
