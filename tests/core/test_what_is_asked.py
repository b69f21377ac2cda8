"""What a mail asks for where its words could ask for something else, too.

A row is who they are to us, the language, what was written, and what it asks for ("?": a person looks).
"""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER, lexicon, params, request, shown

_OPENS = {"nl": "Beste mensen,", "en": "Dear all,", "de": "Guten Tag,", "fr": "Bonjour,"}

MEMBERS = [
    ("nl", "Ik schrijf me in voor 18 januari. Hart voor Marokko is lid, dus voor ons is het gratis.", True),
    ("nl", "Kan iemand mij inschrijven voor 18 januari? Bas Heuvelman, lid (Groene Kring)", True),
    ("nl", "Graag inschrijven voor 18 januari, ik hoef dus niets te betalen.", True),
    ("nl", "Schrijf mij in voor 18 januari. Ik ben lid van de raad van toezicht van Oever.", False),
    ("nl", "Schrijf mij in voor 18 januari. Leden gaan gratis, lees ik; ik betaal de 25 euro.", False),
    ("en", "Please register me for 18 January. Bread for Tomorrow is a member, so it's free for us.", True),
    ("en", "Please register me for 18 January (member).", True),
    ("en", "I would like to attend on 18 January. I am a member of the board of Oxide.", False),
    ("en", "I would like to attend on 18 January. As a board member I follow this closely.", False),
    ("de", "Bitte tragen Sie mich für den 18. Januar ein. Der Verein ist Mitglied.", True),
    ("de", "Ich melde mich für den 18. Januar an. Ich bin Mitglied des Vorstands von Salz.", False),
    ("fr", "Je m'inscris pour le 18 janvier. L'association est membre, donc c'est gratuit.", True),
    ("nl", "Ik betaal geen 25 euro want wij zijn lid. Schrijf mij in voor de 18e.", True),
    ("nl", "Wij hebben ons lidmaatschap beëindigd. Schrijf mij in voor de 18e.", False),
    ("en", "I used to be a member, now I pay like everyone. Register me for 18 January.", False),
    ("fr", "Je m'inscris pour le 18 janvier. Je suis membre du conseil d'administration.", False),
]  # fmt: skip

# Words that give up or ask for something that is no seat, in mails that name no event of ours.
BUSINESS = [
    "Please cancel my registration for your weekly news. I get three copies and read none of them.",
    "Please cancel my subscription to the magazine.",
    "Please remove me as the contact person of our organisation. From now on that is Fatima Saidi.",
    "Your invoice 2017-0388 (advertisement, 2 pages) is wrong. Please cancel it and send a new one.",
    "We would like to apply for membership. Please register us as a member.",
    "Wilt u mij schrappen als contactpersoon van onze organisatie? Vanaf nu is dat Fatima Saidi.",
    "Graag aanmelden als nieuw lid.",
    "Hierbij zeg ik mijn abonnement op het ledenblad op. Graag uitschrijven.",
    "Wir möchten Mitglied werden. Bitte melden Sie uns an.",
    "Nous souhaitons devenir membres. Merci de nous inscrire.",
]

ASKED = [
    # a no of somebody who was expected
    ("new", "nl", "De oppas ligt in het ziekenhuis, ik kan er 18 januari niet bij zijn.", "cancel"),
    ("new", "en", "I can't come on 18 January, I slipped on the stairs and broke my arm.", "cancel"),
    ("new", "de", "Leider kann ich am 18. Januar nicht kommen, ich liege mit Grippe im Bett.", "cancel"),
    ("new", "fr", "Je ne pourrai pas venir le 18 janvier, je suis à l'hôpital depuis hier.", "cancel"),
    ("new", "nl", "Op 18 januari kan ik niet, dan geef ik les.", "decline"),
    # said with many words between
    ("new", "nl", "Namens het bestuur neem ik op donderdag 18 januari deel aan de Meet Up.", "register"),
    ("new", "en", "Our choir has the honour to nominate Ms Ruth Adler to attend on 18 January.", "register"),
    ("new", "nl", "Wij hebben het genoegen de heer Bas Otten af te vaardigen op 18 januari.", "register"),
    # supposed, not said
    ("registered", "nl", "Stel dat ik niet kan komen, krijg ik dan mijn geld terug?", "question"),
    ("registered", "en", "Suppose I have to cancel on the day itself, do you refund the fee?", "question"),
    ("registered", "fr", "Supposons que je ne puisse pas venir : perdrai-je les 25 euros ?", "question"),
    ("new", "de", "Gern angenommen: Ich werde am 18. Januar teilnehmen.", "register"),
    ("offered", "de", "Auf die Liste hat man mich gesetzt, ich habe kein Interesse.", "decline"),
    ("new", "nl", "Mocht mijn operatie niet doorgaan, dan wil ik op 18 januari graag komen.", "register?"),
    ("new", "nl", "Bij goed weer kom ik op 18 januari. Bij sneeuw niet.", "register?"),
    ("new", "nl", "Als het Engels te volgen is doe ik 18 januari mee, anders sla ik over.", "register?"),
    ("new", "nl", "Noteer mij als 'waarschijnlijk' voor 18 januari.", "register?"),
    ("new", "nl", "Misschien ben ik dan weer op de been. Dan kom ik 18 januari graag.", "register?"),
    ("new", "nl", "Indien de trein rijdt (staking!) zal ik er 18 januari graag bij zijn.", "register?"),
    # a no to something else than the seat
    ("new", "nl", "Ik meld me aan voor 18 januari. De borrel sla ik over.", "register"),
    ("new", "nl", "Ik kom graag op 18 januari; ik kan niet lang blijven.", "register"),
    ("new", "nl", "Mag ik me opgeven voor 18 januari? Op de site lukt het mij niet.", "register"),
    ("new", "nl", "Een donderdag, dan werk ik niet. Geef mij op voor 18 januari.", "register"),
    ("invited", "nl", "Deze kan ik natuurlijk niet missen. Wil je me opgeven?", "register"),
    ("new", "en", "I'll skip four beers for it. Sign me up for 18 January!", "register"),
    ("new", "en", "Please add me for 18 January. My colleague can't come.", "register"),
    ("new", "en", "I had another engagement that has been called off. Add me for 18 January.", "register"),
    # a question besides
    ("invited", "nl", "Wij zijn erbij :) Hebben jullie een lijst van wie er nog meer komen?", "register?"),
    ("new", "nl", "Kunt u mij inschrijven voor 18 januari en mij de factuur sturen?", "register"),
    ("new", "en", "Is it too late to squeeze in on 18 January? Please put me down.", "register"),
    # one event of several
    ("invited", "nl", "Januari is lastig, maar bij die van 22 maart ben ik er graag bij.", "register"),
    ("invited", "nl", "De 22e maart laat ik open, maar schrijf mij in voor 18 januari.", "register"),
    ("registered", "nl", "Ik sta al voor januari op de lijst. Schrijf mij ook in voor 22 maart.", "register"),
    ("invited", "nl", "Ik laat deze kans niet liggen.", "register"),
    ("invited", "nl", "Dit laat ik niet schieten, tot de 18e!", "register"),
    ("invited", "nl", "De 18e laat ik schieten.", "decline"),
    ("invited", "nl", "Ik was er in oktober ook bij. Zet mij op de lijst.", "register"),
    ("new", "nl", "Ik meld me aan voor 18 januari. En voor 22 maart ook.", "register?"),
    ("new", "en", "Please register me for 18 January. Maybe 22 March too.", "register?"),
    ("new", "en", "Register me for 18 January. Is there a programme for 22 March yet?", "register"),
    ("invited", "en", "I want to attend on the 18th. Or is the one in March easier? Then that.", "register?"),
    ("new", "en", "Not the March one (I'm abroad then) but the January one: can you add me?", "register"),
    # a yes taken back shows that there was one
    ("new", "nl", "Ik kan de 18e toch niet komen.", "cancel"),
    ("new", "en", "The kids are ill, so you won't be seeing me on the 18th after all.", "cancel"),
    ("new", "de", "Ich kann am 18. Januar doch nicht kommen.", "cancel"),
    ("new", "fr", "Finalement je ne peux pas venir le 18 janvier.", "cancel"),
    ("new", "nl", "Ik kan de 18e helaas niet komen.", "decline"),
    # an offered seat
    ("offered", "en", "I'd have bitten your hand off. Do pass it on to the next in line.", "decline"),
    ("offered", "nl", "Had ik eerder ja gezegd, maar nu niet meer. Geef hem aan de volgende.", "decline"),
    ("offered", "en", "Ja!", "accept"),
    ("offered", "nl", "Oui, merci!", "accept"),
    ("offered", "de", "Nee dank u.", "decline"),
    # thanks for a confirmation, and a word of farewell
    ("registered", "de", "Wunderbar, vielen Dank für die schnelle Rückmeldung. Bis Donnerstag!", "other"),
    ("registered", "en", "Lovely, thank you. See you on Thursday.", "other"),
    ("registered", "nl", "Top, tot de 18e!", "other"),
]  # fmt: skip


def _read(before: str, lang: str, text: str) -> Request:
    return request(text, before, greeting=_OPENS[lang], closing="Robin", invitation="Meet Up 18 January")


@pytest.mark.parametrize(("lang", "text", "claims"), MEMBERS)
def test_who_claims_the_seat_of_a_member_is_seen_by_a_person(lang: str, text: str, claims: bool) -> None:
    read = _read("new", lang, text)
    assert read.intent == "register"
    assert any(reason.rule == "says-member" for reason in read.reasons) is claims
    assert read.review is claims


@pytest.mark.parametrize("text", BUSINESS)
def test_business_of_others_gives_up_no_seat_and_asks_for_none(text: str) -> None:
    read = understand(letter(text, WRITER, subject="Bericht"), HOUSE, lexicon())
    assert read.intent in {"other", "question"} or read.review, [reason.text for reason in read.reasons]


@pytest.mark.parametrize(("before", "lang", "text", "expected"), params(ASKED))
def test_what_is_asked(before: str, lang: str, text: str, expected: str) -> None:
    read = _read(before, lang, text)
    assert shown(read).removesuffix(" +question") == expected, [reason.text for reason in read.reasons]
