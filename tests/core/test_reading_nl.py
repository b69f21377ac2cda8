"""What Dutch mails ask for, said in the many ways that people have for it.

A row is what was written and what it asks for.
"""

from __future__ import annotations

import pytest

from tests.core.sayings import params, request, shown

# Who wrote before, and what they are to us: rows of what they write by what it asks for.
SAID: dict[str, dict[str, str]] = {
    "new": {
        "register": """
            Ik wil graag komen naar de Meet Up van 18 januari.
            Mag ik mij bij dezen aanmelden voor de bijeenkomst van 18 januari?
            Zou je mij willen toevoegen aan de deelnemerslijst van de Meet Up op 18 januari?
            Ik kom de 18e graag langs bij de Meet Up.
            Kan er nog iemand bij op 18 januari? Dan kom ik graag.
            Schrijf mij maar op voor de Meet Up van 18 januari.
            Doe mij maar een plekje op 18 januari.
            Voor de Meet Up van 18 januari wil ik me graag opgeven.
            Bij deze geef ik me op voor de Meet Up op 18 januari.
            Hierbij bevestig ik mijn deelname aan de Meet Up van 18 januari.
            Ik zal 18 januari aanwezig zijn bij de Meet Up.
            Ik ben er graag bij, de 18e januari.
            Ik ben er 18 januari bij!
            Ik zou het leuk vinden om bij de Meet Up van 18 januari te zijn.
            Het lijkt me erg leuk om bij de Meet Up van 18 januari aanwezig te zijn. Wil je me inschrijven?
            Kun je mij inschrijven voor de Meet Up van 18 januari?
            Kunt u mij aanmelden voor 18 januari?
            Wilt u mij noteren voor de Meet Up van 18 januari?
            Noteer mij ook maar voor de Meet Up van 18 januari.
            Zet mij ook op de lijst voor 18 januari.
            Zet me erbij voor de Meet Up van 18 januari.
            Graag een plek voor mij bij de Meet Up van 18 januari.
            Graag 1 plaats voor 18 januari.
            Graag zou ik deelnemen aan de Meet Up van 18 januari.
            Ik neem graag deel aan de Meet Up van 18 januari.
            Ik neem deel aan de 4e Meet Up.
            Ik meld me aan voor de Meet Up van 18 januari.
            Ik meld me graag aan voor de Meet Up van 18 januari.
            Ik meld mijzelf hierbij aan voor de Meet Up van 18 januari.
            Ik wil mij graag aanmelden voor de Meet Up.
            Ik wil me opgeven voor de Meet Up van 18 januari.
            Ik geef mij graag op voor de Meet Up van 18 januari.
            Ik schrijf me bij dezen in voor de Meet Up van 18 januari.
            Ik wil me inschrijven voor de Meet Up van 18 januari.
            Ik registreer me hierbij voor de Meet Up van 18 januari.
            Gelieve mij in te schrijven voor de Meet Up van 18 januari.
            Gelieve een plaats te reserveren voor ondergetekende op 18 januari.
            Gaarne zou ondergetekende de bijeenkomst van 18 januari bijwonen.
            Ik woon de Meet Up van 18 januari graag bij.
            Ik ben van plan om op 18 januari te komen. Kunnen jullie mij noteren?
            Ik heb zin in de Meet Up van 18 januari, schrijf me in!
            Leuk initiatief! Ik ben van de partij op 18 januari.
            Ik schuif graag aan op 18 januari.
            Jullie kunnen op mij rekenen de 18e januari.
            Jullie kunnen mij verwachten op 18 januari.
            Hou voor mij een stoel vrij op 18 januari.
            Kan ik een plekje reserveren voor de Meet Up van 18 januari?
            Als er nog plaats is wil ik graag komen op 18 januari.
            Ik zou graag willen deelnemen aan de Meet Up van 18 januari, indien er nog plaats is.
            Mag ik er bij zijn op 18 januari?
            Mag ik 18 januari meedoen met de Meet Up?
            Ik hoorde van een collega over jullie Meet Up van 18 januari en kom graag.
            Via LinkedIn zag ik de Meet Up van 18 januari. Ik zou daar graag bij aanwezig willen zijn.
            Graag wil ik deelnemen aan de bijeenkomst op 18 januari. Wij zijn geen lid.
            Zou ik erbij kunnen zijn op 18 januari?
            Ik wil komen.
            Ik kom!
            Ik kom ook naar de meetup vd 18e.
            ik wil gaarg meedoen aan de meetup van 18 jan
            Wil me graag aanmelden voor de meetup op 18/1.
            Zou graag komen op 18 januari.
            Kom graag naar de Meet Up van 18 januari.
            Meld me graag aan voor de Meet Up van 18 januari.
            Ben er graag bij op 18 januari.
            Ik ben geïnteresseerd in de Meet Up van 18 januari en wil mij hiervoor aanmelden.
            Reserveer voor mij een plek op de Meet Up van 18 januari.
            Wil je voor mij een plaats vrijhouden op 18 januari?
            Van harte meld ik mij aan voor de Meet Up van 18 januari.
            Hierbij mijn aanmelding voor de Meet Up van 18 januari.
            Hierbij wil ik mij opgeven voor de Meet Up van 18 januari. Alvast bedankt!
            Bij dezen laat ik weten dat ik aanwezig zal zijn op 18 januari.
            Ik laat hierbij weten dat ik 18 januari kom.
            Graag laat ik u weten dat ik aanwezig zal zijn bij de Meet Up van 18 januari.
            Dank voor de uitnodiging, ik kom graag op 18 januari.
            Ik maak graag gebruik van de uitnodiging voor 18 januari.
            Ik ga graag in op uw uitnodiging voor 18 januari.
            Tel mij mee voor de Meet Up van 18 januari.
            Count me in voor 18 januari!
            Je kunt me opschrijven voor de Meet Up van 18 januari.
            Je mag mij noteren voor 18 januari.
            U mag mij op de lijst plaatsen voor de Meet Up van 18 januari.
            Ik zou me willen aanmelden voor de Meet Up van 18 januari.
            Ik verneem graag of ik me zo goed heb aangemeld; ik meld me aan voor de Meet Up van 18 januari.
            Het onderwerp spreekt me erg aan, ik wil er graag bij zijn op 18 januari.
            Ik ben graag aanwezig bij de Meet Up van 18 januari.
            Ik zal er 18 januari bij zijn.
            Op 18 januari ben ik er graag bij.
            De 18e ben ik aanwezig.
            Met genoegen neem ik deel aan de Meet Up van 18 januari.
            Ik wil me van harte aanmelden voor de Meet Up.
            Ik sluit graag aan op 18 januari.
            Ik ga naar de Meet Up op 18 januari, kun je me toevoegen?
            Mag ik nog een kaartje voor 18 januari?
            Graag ontvang ik een uitnodiging / plek voor de Meet Up van 18 januari; ik wil graag deelnemen.
            Wat een mooi programma, daar wil ik graag bij zijn. Kunnen jullie me inschrijven?
            Mag ik me nog aanmelden voor 18 januari?
            Ik zou me graag nog willen inschrijven als dat kan.
            Kan ik mij via deze weg aanmelden voor de Meet Up van 18 januari? Graag!
            Via deze weg wil ik mij aanmelden voor de Meet Up van 18 januari.
            Via deze mail meld ik mij aan voor 18 januari.
            Ik heb interesse om deel te nemen aan de Meet Up van 18 januari.
            Ik heb belangstelling voor de Meet Up van 18 januari en wil me daarvoor opgeven.
            Wij zijn een kleine stichting en ik zou graag aansluiten bij de Meet Up van 18 januari.
            Namens Stichting Zeewind wil ik graag deelnemen aan de Meet Up van 18 januari.
            Namens Zeewind kom ik naar de Meet Up op 18 januari.
            Ik vertegenwoordig Stichting Zeewind op 18 januari.
            Voor mij één plaats alsjeblieft, 18 januari.
            1 persoon voor 18 januari graag.
            Noteren jullie mij voor 18 januari?
            Ik had nog niet gereageerd, maar ik kom 18 januari.
            Ik reageer wat laat, maar wil graag komen op 18 januari.
            Als het nog kan wil ik me graag aanmelden voor 18 januari.
            Als ik niet te laat ben: graag een plekje op 18 januari.
            Ben ik nog op tijd om me aan te melden voor 18 januari? Dan doe ik dat bij deze.
            Ik wil er 18 januari graag bij zijn, ook al ben ik geen lid.
            Wilt u zo vriendelijk zijn mij in te schrijven voor de Meet Up van 18 januari?
            Zou u zo vriendelijk willen zijn om mij aan te melden voor 18 januari?
            Graag verneem ik of u mij kunt inschrijven voor de Meet Up van 18 januari.
            Ik verzoek u mij in te schrijven voor de bijeenkomst van 18 januari.
            Hierbij verzoek ik u om een plaats voor mij te reserveren op 18 januari.
            Met deze mail schrijf ik mij in voor de Meet Up van 18 januari.
            Ik doe mee op 18 januari!
            18 januari: ik ben erbij.
            18 januari staat in mijn agenda, ik kom graag.
            Zet een kruisje achter mijn naam, ik kom op 18 januari.
            Ik zie jullie graag op 18 januari, meld me maar aan.
            Ik kijk uit naar 18 januari, graag schrijf ik me in.
            Jazeker kom ik op 18 januari!
            Natuurlijk ben ik van de partij op 18 januari.
            Natuurlijk kom ik.
            Dat laat ik me niet ontgaan, ik kom op 18 januari.
            Ik hoop dat er nog plek is: ik wil graag komen op 18 januari.
            Hopelijk is er nog een plekje vrij voor mij op 18 januari.
            Heeft u nog een plaats voor mij op 18 januari?
            Is er nog een plekje voor mij op 18 januari?
            Ik kom op de fiets naar de Meet Up van 18 januari.
            In antwoord op uw uitnodiging: ik ben 18 januari aanwezig.
            U kunt mij inschrijven.
            Ik ben student en wil graag de Meet Up van 18 januari bijwonen.
            Voor de bijeenkomst van 18 januari meld ik mijzelf aan.
            Voor de bijeenkomst van 18 januari zou ik mij graag aanmelden.
            Kun je zorgen dat ik op de lijst kom voor 18 januari?
            Ik wil op de deelnemerslijst van 18 januari.
            Ik wil graag op de lijst voor 18 januari.
            mijn naam graag op de lijst voor 18 januari
            Inschrijven graag, voor 18 januari.
            hoi ik kom ook 18 jan groetjes
        """,
        "register +question": """
            Is er nog plek op 18 januari? Zo ja, dan meld ik me graag aan.
        """,
        "question": """
            Hoe laat begint de Meet Up van 18 januari?
            Is er op 18 januari ook een lunch inbegrepen?
            Waar kan ik parkeren bij de Meet Up?
            Is de locatie rolstoeltoegankelijk op 18 januari?
            Wat kost deelname aan de Meet Up van 18 januari?
            Wie zijn de sprekers op 18 januari?
            Kun je mij het programma van de Meet Up van 18 januari sturen?
            Wordt de Meet Up in het Engels gehouden?
            Ik vroeg me af of de Meet Up van 18 januari ook online te volgen is.
            Hoe kan ik me aanmelden voor de Meet Up van 18 januari?
            Moet ik lid zijn om de Meet Up van 18 januari bij te wonen?
            Zijn er nog plekken vrij voor 18 januari?
            Kan ik ook alleen het eerste deel van de Meet Up bijwonen?
            Graag ontvang ik meer informatie over de Meet Up van 18 januari.
            Tot wanneer kan men zich inschrijven voor de Meet Up?
            Komt er een verslag van de Meet Up van 18 januari?
            Is er een wachtlijst voor de Meet Up van 18 januari?
            Kan ik met pin betalen op 18 januari?
            Krijg ik een factuur voor de Meet Up van 18 januari?
            Wat is het adres van de Meet Up?
            Ik wil graag weten hoe laat de Meet Up van 18 januari is afgelopen.
            Zijn er hapjes op 18 januari? Ik overweeg te komen.
            Kunt u mij vertellen wie er spreken op 18 januari?
            Is de voertaal Nederlands op 18 januari?
            Hoeveel kost het voor niet-leden op 18 januari?
            Mogen studenten ook komen op 18 januari?
            Wanneer is de volgende Meet Up?
            Ik zou graag willen weten of er een lunch is op 18 januari.
            Graag hoor ik hoe laat de Meet Up van 18 januari begint.
            Kunt u mij informeren over de kosten van de Meet Up van 18 januari?
            Ik ben benieuwd wie er spreekt op 18 januari.
            Waar vind ik het programma van de Meet Up van 18 januari?
            Ik kan nergens vinden hoe laat de Meet Up van 18 januari begint.
            Zou u mij het programma van 18 januari willen toesturen?
            Heeft u meer informatie over de Meet Up van 18 januari?
            Mag ik de presentaties van de Meet Up van 18 januari ontvangen?
            Mijn vraag is of de zaal op 18 januari toegankelijk is voor een rolstoel.
        """,
        "status": """
            Sta ik op de lijst voor 18 januari?
            Is mijn aanmelding voor de Meet Up goed aangekomen?
            Ik heb nog geen bevestiging ontvangen van mijn aanmelding voor 18 januari.
            Ben ik nu aangemeld voor de Meet Up?
            Kunnen jullie nakijken of ik ben ingeschreven voor 18 januari?
            Hebben jullie mijn aanmelding voor de Meet Up van vorige week ontvangen?
            Ik hoorde nog niets op mijn inschrijving voor 18 januari, is die wel binnen?
            Op welke plaats van de wachtlijst sta ik?
            Kunt u mij laten weten of ik op de lijst sta voor 18 januari?
            Staat mijn naam op de deelnemerslijst van 18 januari?
            Is mijn plek voor 18 januari definitief?
            Ik heb me vorige week aangemeld maar nog niets gehoord.
            Ik weet niet meer of ik me heb aangemeld voor 18 januari, kun je dat nakijken?
            Hoe staat het met mijn plek op de wachtlijst?
        """,
        "other": """
            Ik weet nog niet of ik 18 januari kan komen, ik laat het nog weten.
        """,
    },
    "registered": {
        "cancel": """
            Ik moet me helaas afmelden voor 18 januari.
            Helaas kan ik 18 januari toch niet komen.
            Door ziekte moet ik verstek laten gaan.
            Ik zeg mijn deelname aan de Meet Up af.
            Ik moet mijn deelname helaas annuleren.
            Kunt u mijn aanmelding annuleren?
            Wil je mij van de lijst halen?
            Haal mij maar van de deelnemerslijst.
            Gelieve mijn inschrijving te annuleren.
            Het gaat me niet lukken op 18 januari.
            Het lukt me toch niet om te komen.
            Ik ben ziek en kan niet komen.
            Er is iets tussengekomen, ik kan er niet bij zijn.
            Tot mijn spijt ben ik verhinderd op 18 januari.
            Ik ben helaas verhinderd.
            Ik kan er helaas niet bij zijn.
            Bij deze meld ik me af.
            Ik trek mijn aanmelding in.
            Streep mij maar door.
            Mijn plek mag naar iemand anders, ik kan niet.
            Ik heb mijn plek niet meer nodig.
            Ik kom toch niet.
            Ik haal het niet, de 18e.
            Ik zie af van deelname aan de Meet Up.
            Ik moet afzeggen voor de Meet Up van 18 januari.
            Helaas moet ik afzeggen wegens een begrafenis.
            Mijn agenda laat het niet toe om op 18 januari te komen, haal me maar van de lijst.
            Graag mijn aanmelding voor 18 januari laten vervallen.
            Wilt u mij afmelden voor 18 januari?
            Ik heb me aangemeld voor 18 januari maar kan toch niet.
            Sorry, ik red het niet op 18 januari.
            Door de staking kan ik niet naar Den Haag komen.
            Ik wil graag mijn inschrijving ongedaan maken.
            Kan mijn inschrijving geannuleerd worden?
            Ik ben die dag in het buitenland en kan dus niet.
            Afmelding: ik kan 18 januari niet.
            Graag afmelden voor 18 januari.
            Ik had me opgegeven voor 18 januari, maar moet me helaas weer afmelden.
            Ik moet helaas afhaken.
            Ik kan onverwacht niet.
            De oppas is ziek, ik blijf thuis.
            Er is thuis iets gebeurd waardoor ik niet kan komen.
            Ik moet helaas laten weten dat ik er niet bij kan zijn.
            Helaas moet ik u meedelen dat ik verhinderd ben.
            Bij nader inzien kom ik toch niet.
            Mijn deelname gaat helaas niet door.
            Kunnen jullie mij uitschrijven?
            Schrijf me maar weer uit.
            Ik wil mijn aanmelding intrekken.
            Mijn aanmelding kan vervallen.
            Je kunt mij van de lijst schrappen.
            Mijn plaats komt vrij, ik kan er niet bij zijn.
            Ik lig met griep in bed, dus ik ben er niet bij.
            Helaas heb ik een overlap in mijn agenda en moet ik afzeggen.
            Door omstandigheden kan ik niet aanwezig zijn op 18 januari.
            Wegens omstandigheden moet ik mijn deelname afzeggen.
            Ik moet werken op 18 januari en kan dus niet komen.
            Ik had me aangemeld, maar ben helaas verhinderd.
            Hierbij annuleer ik mijn inschrijving.
            Tot mijn grote spijt moet ik mijn inschrijving annuleren.
            Ik zal er toch niet bij kunnen zijn.
            Ik zal er helaas niet zijn.
            Het wordt hem niet voor mij, 18 januari.
            Sorry, gaat niet lukken donderdag.
            Mijn plek is weer beschikbaar, ik kom niet.
        """,
        "change": """
            Ik kan niet, mijn collega Fatima El Amrani komt in mijn plaats.
            Helaas ben ik verhinderd. Fatima El Amrani neemt mijn plek over.
            Kunt u mijn inschrijving op naam van Fatima El Amrani zetten?
            Mijn plaats wordt ingenomen door Fatima El Amrani.
            In plaats van mij komt Fatima El Amrani.
            Fatima El Amrani komt voor mij in de plaats.
            Fatima El Amrani vervangt mij op 18 januari.
            Ik word vervangen door Fatima El Amrani.
            Kan Fatima El Amrani mijn plek overnemen? Ik ben ziek.
            Ik wil mijn plek graag overdragen aan Fatima El Amrani.
            Wilt u mijn naam vervangen door Fatima El Amrani?
            Niet ik maar mijn collega Fatima El Amrani komt op 18 januari.
            Ik stuur mijn collega Fatima El Amrani in mijn plaats.
            Fatima El Amrani gaat in mijn plaats.
            Zou u mijn aanmelding kunnen wijzigen in Fatima El Amrani?
            Ik ben ziek; mijn collega Fatima El Amrani zal mij vervangen.
            Ik kan er niet bij zijn maar Fatima El Amrani wel, kan zij mijn plek krijgen?
            Mijn plek gaat naar Fatima El Amrani.
            Kunnen jullie mijn e-mailadres wijzigen in sanne.deboer@zeewind.example?
        """,
    },
    "invited": {
        "decline": """
            Helaas kan ik 18 januari niet komen.
            Dank voor de uitnodiging, maar ik ben die dag verhinderd.
            Helaas ben ik 18 januari al bezet.
            Ik sla deze keer over.
            Nee, dank je.
            Bedankt voor de uitnodiging, maar ik kan helaas niet.
            Ik ben die dag op reis, dus ik kom niet.
            Helaas, dit keer niet.
            Ik moet helaas passen.
            Leuk, maar ik kan die dag niet.
            Helaas ben ik er niet bij.
            Ik kom niet, veel plezier!
            Voor mij geen Meet Up dit keer.
            Het past helaas niet in mijn agenda.
            Ik zit dan in het buitenland.
            Ik ben dan met vakantie.
            Helaas moet ik verstek laten gaan.
            Ik heb op die dag een andere afspraak.
        """,
    },
    "offered": {
        "accept": """
            Ja graag!
            Ja, ik neem de plek graag aan.
            Heel graag, tot dan!
            Die plek neem ik graag.
            Prima, ik kom.
            Ja hoor, doe maar.
            Wat fijn! Ik ben erbij.
            Graag.
            Dat lukt, tot de 18e!
            Ik wil de plek graag hebben.
            Akkoord, ik kom.
            Super, ik kom graag.
            Yes! Ik kom.
            Daar maak ik graag gebruik van.
            Ja, graag. Tot donderdag!
            Jazeker!
            Wat leuk, ik kom.
            Dank je wel, ik kom heel graag.
            Ik maak graag gebruik van de vrijgekomen plek.
            Ik accepteer de plaats.
            Ja, ik kom.
            Zeker weten!
            Is goed, ik kom.
            Ja natuurlijk.
            Fijn, die plek wil ik wel.
        """,
        "decline": """
            Helaas, ik heb al iets anders.
            Het lukt me niet meer.
            Ik heb inmiddels andere plannen.
            Geef de plek maar aan een ander.
            Nee, ik kan toch niet.
            Helaas kan ik niet meer.
            Laat maar.
            Ik hoef niet meer.
            Nee bedankt, het is te kort dag.
            Helaas kan ik dan niet meer.
            Sorry, ik kan niet.
            Jammer, maar nee.
            Nee, gun de plek maar aan een ander.
            Ik sla over, geef maar door aan de volgende.
        """,
    },
}
ROWS = [
    (before, line.strip(), expected)
    for before, table in SAID.items()
    for expected, block in table.items()
    for line in block.strip().splitlines()
]


@pytest.mark.parametrize(("before", "text", "expected"), params(ROWS))
def test_a_dutch_mail_asks_for(before: str, text: str, expected: str) -> None:
    read = request(
        text,
        before,
        greeting="Beste mensen,",
        closing="Met vriendelijke groet,",
        invitation="Uitnodiging voor de 4e Meet Up",
    )
    assert (shown(read), read.lang) == (expected, "nl"), [reason.text for reason in read.reasons]
