"""What German mails ask for, said in the many ways that people have for it.

A row is what was written and what it asks for: the intent, "?" where a person has to look, the
seats where more than one.
"""

from __future__ import annotations

import pytest

from mailbot.core.understanding.compose import ACTING
from tests.core.sayings import params, request, shown

# Who was never heard of before writes of the Meet Up.
NEW = {
    "register": """
        Ich stoße am 18. Januar gern dazu.
        Ihr habt mich überzeugt, ich komme vorbei.
        Notiert mich bitte als Teilnehmer.
        Den Abend möchte ich nicht verpassen, tragt mich bitte ein.
        Für die Veranstaltung am 18. Januar sage ich Ihnen meine Teilnahme zu.
        Gern würde ich Ihrer Runde am 18. Januar beiwohnen.
        Ich beabsichtige, am Meet Up teilzunehmen.
        Ich habe vor, am 18. Januar zu kommen.
        Bitte verbuchen Sie mich als Gast.
        Ich habe Lust auf das Meet Up, schreib mich auf!
        Ich lasse mich gern eintragen.
        Mich könnt ihr auch aufschreiben.
        Ich erlaube mir, mich für das Meet Up anzumelden.
        Hiermit melde ich mich verbindlich zum Meet Up am 18. Januar an.
        gerne melde ich mich für die Veranstaltung am 18.1. an!
        ich würde mich gern zum Meet Up anmelden.
        Ich möchte mich hiermit für das 4. Meet Up registrieren.
        Bitte merken Sie mich für den 18. Januar vor.
        Bitte tragen Sie mich in die Teilnehmerliste ein.
        Könnten Sie mich bitte auf die Teilnehmerliste setzen?
        Setzen Sie mich bitte auf die Liste.
        Bitte setzt mich mit auf die Liste, danke!
        Ich bin gerne dabei!
        Bin dabei!
        Da bin ich gerne dabei.
        Ich wäre sehr gerne dabei.
        Ich käme gern.
        Ich käme sehr gerne zum Meet Up.
        Sehr gerne würde ich an dem Treffen teilnehmen.
        Wäre es möglich, dabei zu sein?
        Wäre es möglich, am Meet Up teilzunehmen?
        Ich würde mich freuen, teilnehmen zu können.
        Ich würde mich sehr freuen, dabei sein zu dürfen.
        Es würde mich freuen, beim Meet Up dabei zu sein.
        Hiermit teile ich Ihnen mit, dass ich am Meet Up teilnehmen möchte.
        Ich wollte Ihnen nur kurz mitteilen, dass ich gern komme.
        Gerne bestätige ich meine Teilnahme.
        Ich bestätige hiermit meine Teilnahme am 18. Januar.
        Hiermit sage ich zu.
        Ich sage gern zu.
        Ich nehme gerne am Meet Up teil.
        Gern nehme ich Ihre Einladung an.
        Ich nehme die Einladung gerne an.
        Hiermit erfolgt die Anmeldung von mir zum Meet Up am 18. Januar.
        Bitte um Anmeldung zum 4. Meet Up.
        Ich bitte um Aufnahme in die Teilnehmerliste.
        Ich bitte Sie, mich für das Meet Up anzumelden.
        Darf ich mich hiermit anmelden?
        Dürfte ich am 18. Januar auch dazukommen?
        Kann ich mich bei Ihnen für das Meet Up anmelden?
        Mit mir können Sie rechnen.
        Rechnen Sie bitte mit mir.
        Ihr könnt mit mir rechnen.
        Ich bin am 18. mit von der Partie.
        Reservieren Sie mir bitte einen Platz.
        Könnten Sie mir bitte einen Platz freihalten?
        Ich hätte gerne einen Platz.
        Ich hätte gern noch einen Platz beim Meet Up.
        Halten Sie mir bitte einen Platz frei?
        Bitte reservieren Sie einen Platz für mich.
        Ich möchte gern einen Platz reservieren.
        Ich werde am 18. Januar teilnehmen.
        Ich werde kommen.
        Ich komme am 18. Januar.
        Ich komme!
        Komme gerne.
        Nehme gerne teil.
        Melde mich hiermit an.
        Würde gerne teilnehmen.
        Möchte mich gerne anmelden.
        Ich habe grosses Interesse und möchte mich anmelden.
        Das Thema interessiert mich sehr, deshalb melde ich mich hiermit an.
        Gerne schreibe ich mich für den Anlass ein.
        Ich möchte mich gerne für den Anlass einschreiben.
        Bitte notieren Sie mich für den 18. Januar.
        Bitte vormerken: ich komme am 18. Januar.
        Sie dürfen mich gerne einplanen.
        Bitte planen Sie mich ein.
        Ich schaue gern am 18. vorbei.
        Ich möchte mir die Veranstaltung nicht entgehen lassen und melde mich an.
        Ich freue mich auf die Teilnahme.
        Ich freue mich, am 18. Januar dabei zu sein.
        Anmeldung
        Anbei meine Anmeldung für das Meet Up.
        ich mochte mich gerne anmelden fur das meet up
        hiermit moechte ich mich fuer das Meet Up am 18. Januar anmelden
        Ich melde mich hirmit an.
        Meine Anmeldung zum Meet Up sende ich Ihnen hiermit.
        Ich nehme teil.
        Auch ich möchte teilnehmen.
        Für mich bitte einen Platz.
        Einen Platz bitte.
        Zähl mich dazu!
        Ich sage verbindlich zu und freue mich auf den Austausch.
        Ich würde die Veranstaltung gern besuchen.
        Ich will unbedingt dabei sein!
        Selbstverständlich komme ich gerne.
        Ich bin mit dabei.
        Freue mich, dabei sein zu können.
        Nimm mich bitte mit auf die Liste.
        Gern wäre ich am 18. Januar Ihr Gast.
        Ich werde dabei sein.
        Ich würde gern mitmachen.
        Sofern noch Plätze frei sind, melde ich mich gerne an.
        Falls noch ein Platz frei ist, wäre ich gern dabei.
        Falls es noch freie Plätze gibt, würde ich gern teilnehmen.
        vielen Dank für die Einladung zum Meet Up. Sehr gern nehme ich daran teil und freue mich sehr.
        durch eine Kollegin bin ich auf Ihr Meet Up aufmerksam geworden und würde gerne daran teilnehmen.
        ich habe Ihre Ausschreibung gelesen und bitte Sie hiermit, mich als Teilnehmer zu registrieren.
        nachdem ich letztes Mal leider nicht kommen konnte, würde ich diesmal gerne dabei sein.
        als freie Journalistin interessiere ich mich für das Thema. Bitte setzen Sie mich auf die Gästeliste.
        ich bin kein Mitglied, würde aber gern am 18. Januar kommen. Die 25 Euro überweise ich vorab.
        zwar bin ich am 17. noch auf Dienstreise, aber am 18. bin ich dabei.
        Kurz und knapp: ich komme.
        Ich hab Zeit und komm gern vorbei.
        Grüezi, gerne würde ich am Anlass vom 18. Januar teilnehmen. Merci vielmals!
        Servus, ich möcht gern zum Meet Up kommen.
        Bitte um Reservierung eines Platzes für das 4. Meet Up.
        Ich ersuche um Anmeldung zum Meet Up am 18. Jänner.
        Für die Veranstaltung am 18. Januar 2018 melde ich mich hiermit verbindlich an. Ich bin Vegetarier.
        Eine verbindliche Zusage von meiner Seite.
        Meinerseits steht einer Teilnahme nichts im Wege, bitte notieren Sie mich.
        Ich habe mir den Termin freigehalten und werde da sein.
        Gerne dabei.
        Zusage für den 18. Januar.
        Ich bin neu in Den Haag und möchte die Szene kennenlernen, also melde ich mich mal an.
        Sie können fest mit meiner Teilnahme rechnen.
        Die Anmeldung soll ja per Mail erfolgen, was ich hiermit tue.
        Ich hoffe, es ist nicht zu spät, mich noch anzumelden.
        Bitte noch einen Stuhl für mich dazustellen!
        Falls möglich, hätte ich gern einen Platz.
        Ich würde mich gern für das Meet Up eintragen lassen.
        Die Einladung hat mich sehr gefreut, ich komme natürlich gern.
        Hiermit möchte ich verbindlich zusagen.
        am 18. bin ich da!
        Ihr Treffen am 18. klingt spannend, da würde ich mich gern dazugesellen.
        Auf diesem Wege möchte ich mein Kommen ankündigen.
        Ich möchte gern am 18. Januar mit dabei sein und bitte um eine kurze Bestätigung.
        Wie telefonisch besprochen melde ich mich hiermit zum Meet Up an.
        Wie soeben besprochen: bitte einen Platz für mich.
        Ich freu mich drauf und komme gern!
        Mein Name ist Robin Keller und ich möchte mich zum Meet Up anmelden.
        mein name ist robin keller, ich arbeite bei verein welt und wuerde gerne kommen
        Bitte nehmen Sie mich in die Liste der Teilnehmenden auf.
        Bitte fügen Sie mich der Teilnehmerliste hinzu.
        Ich bestätige Ihnen gern, dass ich am 18. Januar anwesend sein werde.
        Gerne bin ich am 18. Januar mit von der Partie.
        Für das 4. Meet Up darf ich mich hiermit anmelden.
        Hätten Sie noch einen Platz für mich?
        Haben Sie noch einen Platz für mich frei?
        Gibt es noch einen Platz für mich?
        Ist noch ein Plätzchen für mich frei? Dann komme ich gern.
        Spät, aber hoffentlich nicht zu spät: meine Anmeldung für den 18. Januar.
        Ich bin dabei, danke für die Einladung.
        Eintritt zahle ich gern, bitte setzen Sie mich auf die Liste.
        Betreffend Meet Up: ich nehme teil.
        Ich nehme verbindlich teil.
        Gern möchte ich der Einladung folgen und am 18. teilnehmen.
        Ich will mich anmelden.
        Melden Sie mich bitte an!
        meld mich mal bitte an :)
        Tragt mich ein!
        Schreibt mich bitte auf.
        Ein Platz für mich bitte, danke.
        Ich habe von Ihrem Meet Up gehört und wäre gern dabei, wenn es noch Plätze gibt.
    """,
    "register 3": """
        Wir kommen zu dritt.
        Wir kämen gern zu dritt.
        Wir würden gerne zu dritt teilnehmen.
        Wir sind zu dritt und melden uns hiermit an.
        Wir möchten uns mit drei Personen anmelden.
        Bitte reservieren Sie uns drei Plätze.
        Wir hätten gerne drei Plätze.
        Ich komme mit zwei Kollegen.
    """,
    "register 2": """
        Ich komme in Begleitung.
        Ich komme mit einer Kollegin.
        Meine Kollegin Sabine Vogel und ich möchten teilnehmen.
        Ich melde mich und meine Kollegin Sabine Vogel an.
        Sabine Vogel und ich kommen gern.
        Wir kommen zu zweit.
        Bitte tragen Sie Sabine Vogel und mich ein.
        Außer mir kommt noch meine Kollegin Sabine Vogel.
        Ich nehme gern teil und bringe meine Kollegin Sabine Vogel mit.
        Meine Frau und ich würden gern kommen.
        Wir sind zu zweit: Sabine Vogel und ich.
        Ich melde mich sowie Herrn Klaus Berger zum Meet Up an.
        Bitte zwei Plätze für mich und meine Kollegin Sabine Vogel.
        Ich würde gern mit meiner Frau kommen.
        Bitte für zwei Personen anmelden: Sabine Vogel und mich.
        Mein Kollege Klaus Berger und meine Wenigkeit melden sich hiermit an.
    """,
    "register?": """
        Ich komme, falls mein Chef zustimmt.
        Sofern mein Urlaub genehmigt wird, melde ich mich an.
        Vorbehaltlich der Zustimmung unserer Geschäftsführung melde ich mich an.
        Ich melde mich unter Vorbehalt an.
        Vielleicht komme ich am 18. Januar.
        Wenn ich einen Babysitter finde, komme ich gern.
        Ich würde teilnehmen, vorausgesetzt die Reisekosten werden übernommen.
        Unter der Voraussetzung, dass die Bahn fährt, nehme ich teil.
        Wir möchten gern teilnehmen.
        Wir sind dabei!
        Voraussichtlich werde ich teilnehmen.
        Ich möchte gern teilnehmen, weiß aber noch nicht, ob ich Zeit habe.
        Ich würde mich anmelden, wenn die Fahrtkosten erstattet werden.
        Die Teilnahme hängt davon ab, ob ich frei bekomme; ich melde mich trotzdem schon mal an.
        Ich bin noch unentschlossen und melde mich mal provisorisch an.
        Wir sind ein paar Leute und würden gern kommen.
        Wenn alles klappt, komme ich am 18.
        Ich komme wahrscheinlich.
        Merken Sie mich bitte unverbindlich vor, ich kann erst nächste Woche sicher zusagen.
    """,
    "register +question": """
        Ich melde mich hiermit an. Gibt es vor Ort Parkplätze?
        Hiermit melde ich mich an. Wo genau findet das Treffen statt
        Ich bin gern dabei! Ist der Saal barrierefrei?
        Gern nehme ich teil. Außerdem wüsste ich gern, wann das Programm endet.
        Bitte merken Sie mich vor und teilen Sie mir mit, ob ich vor Ort bezahlen kann.
        ich melde mich gern an. Muss ich den Beitrag vorher überweisen?
        Bitte vormerken! Eine Frage noch: Wird auf Englisch diskutiert?
        Gern nehme ich teil. Können Sie mir eine Wegbeschreibung schicken?
    """,
    "question": """
        Gibt es noch freie Plätze?
        Sind noch Plätze frei?
        Wann endet das Meet Up?
        Wie kann ich mich zum Meet Up anmelden?
        Wo findet das Meet Up statt?
        Was kostet die Teilnahme am Meet Up?
        Können Sie mir sagen, ob das Meet Up auf Englisch ist?
        Mich würde interessieren, ob das Meet Up aufgezeichnet wird.
        Ich wüsste gern, ob beim Meet Up gedolmetscht wird.
        Bis wann muss man sich anmelden?
        Ist die Teilnahme kostenlos?
        Wird das Meet Up auch online übertragen?
        Kann man beim Meet Up bar bezahlen?
        Gibt es beim Meet Up etwas zu essen
        Können Sie mir das Programm des Meet Ups zusenden?
        Könnten Sie mir mitteilen, wie lange das Meet Up dauert?
        ich habe eine Frage zum Meet Up: Ist die Anmeldung auch ohne Mitgliedschaft möglich?
        wird es vom Meet Up eine Aufzeichnung geben?
        wo kann ich mich für das Meet Up registrieren?
        Ab wann ist Einlass beim Meet Up?
        Können Sie mir sagen, wer beim Meet Up spricht?
        Mich interessiert, wie viele Leute zum Meet Up kommen.
        Ich habe noch eine Frage: Muss man für das Meet Up Mitglied sein?
        Wie lange geht das Meet Up?
        Kann ich zum Meet Up auch später dazukommen?
        Darf man zum Meet Up einen Hund mitbringen?
        In welcher Sprache findet das Meet Up statt?
    """,
    "other": """
        Ich überlege noch, ob ich mich zum Meet Up anmelde.
        Bitte tragen Sie mich noch nicht ein, ich melde mich wieder.
        Ob ich zum Meet Up komme, entscheide ich nächste Woche.
        Ob ich teilnehmen kann, weiß ich noch nicht. Ich melde mich nächste Woche.
    """,
    "decline": """
        Leider kann ich am Meet Up nicht teilnehmen.
        Ich kann den Termin leider nicht wahrnehmen.
        Leider bin ich am 18. Januar verhindert.
        An dem Tag bin ich leider verhindert.
        Ich werde nicht am Meet Up teilnehmen.
        Am 18. Januar habe ich leider keine Zeit.
        Vielen Dank für die Einladung, aber ich kann nicht kommen.
        Ich wäre gern gekommen, bin aber im Urlaub.
        Ich hätte gern teilgenommen, bin aber verreist.
        Diesmal muss ich leider passen.
        Mir ist es leider nicht möglich, am Meet Up teilzunehmen.
        Es tut mir leid, aber der Termin passt mir nicht.
        Zu meinem Bedauern kann ich der Einladung nicht folgen.
        Ich schaffe es leider nicht zum Meet Up.
        danke für die Einladung, aber an diesem Tag habe ich schon einen anderen Termin.
        herzlichen Dank, doch leider lässt mein Terminkalender eine Teilnahme nicht zu.
        zu meinem großen Bedauern kann ich am 18. nicht dabei sein.
        ich werde am 18. Januar leider nicht in Den Haag sein können.
        Leider passt mir der Termin am 18. überhaupt nicht.
        Ich werde diesmal nicht dabei sein.
        Dieses Mal ohne mich.
    """,
}

INVITED = {
    "register": """
        Ja, gern!
        Ja, ich komme.
        Gerne!
        Zusage.
        Ja, ich nehme teil.
        Vielen Dank für die Einladung, ich komme gern.
        Danke für die Einladung, der ich gerne folge.
        Ihrer Einladung folge ich gern.
    """,
    "decline": """
        Nein, danke.
        Nein, leider nicht.
        Ich muss leider absagen.
        Ich sage hiermit ab.
        Leider muss ich Ihnen absagen.
        Ich bin leider verhindert.
        Danke für die Einladung, aber ich habe keine Zeit.
        Ihrer Einladung kann ich leider nicht folgen.
    """,
}

REGISTERED = {
    "cancel": """
        Ich muss leider absagen.
        Leider muss ich meine Teilnahme absagen.
        Ich sage hiermit ab.
        Ich sage meine Teilnahme am 18. Januar ab.
        Leider bin ich verhindert.
        Ich bin am 18. leider kurzfristig verhindert.
        Leider kann ich nun doch nicht kommen.
        Leider kann ich am Meet Up doch nicht teilnehmen.
        Ich muss leider passen.
        Bitte streichen Sie mich von der Liste.
        Bitte streicht mich von der Liste.
        Bitte nehmen Sie mich wieder von der Liste.
        Bitte stornieren Sie meine Anmeldung.
        Hiermit storniere ich meine Anmeldung.
        Ich möchte meine Anmeldung stornieren.
        Ich möchte mich wieder abmelden.
        Ich melde mich hiermit ab.
        Hiermit melde ich mich vom Meet Up ab.
        Ich kann den Termin nicht wahrnehmen.
        Mir ist leider etwas dazwischengekommen.
        Es ist mir leider etwas dazwischen gekommen.
        Ich bin krank und kann nicht kommen.
        Ich liege mit Grippe im Bett.
        Krankheitsbedingt muss ich absagen.
        Aus gesundheitlichen Gründen kann ich nicht teilnehmen.
        Ich ziehe meine Anmeldung zurück.
        Hiermit ziehe ich meine Anmeldung zurück.
        Ich trete von meiner Anmeldung zurück.
        Ich schaffe es leider nicht.
        Leider wird es bei mir nichts.
        Bei mir klappt es leider doch nicht.
        Es klappt leider nicht bei mir.
        Ich werde nicht teilnehmen können.
        Ich werde leider nicht dabei sein.
        Leider ist mir die Teilnahme nicht möglich.
        Eine Teilnahme ist mir leider nicht möglich.
        Ich komme nicht.
        Komme leider doch nicht.
        Kann leider nicht kommen.
        Muss leider absagen.
        Bin leider krank.
        Sie können meinen Platz weitergeben.
        Mein Platz kann vergeben werden.
        Ich gebe meinen Platz frei.
        Ich bedaure sehr, meine Teilnahme absagen zu müssen.
        Ich muss Ihnen leider mitteilen, dass ich nicht kommen kann.
        Leider muss ich Ihnen mitteilen, dass ich am Meet Up nicht teilnehmen kann.
        Bitte annullieren Sie meine Anmeldung.
        Ich muss mich leider entschuldigen.
        Ich lasse mich für den 18. Januar entschuldigen.
        Bitte entschuldigen Sie mich für das Meet Up.
        Ich habe an dem Tag nun doch einen anderen Termin.
        Mein Zug fällt aus, ich kann leider nicht kommen.
        Ich verzichte auf meinen Platz.
        Meine Teilnahme muss ich leider zurückziehen.
        Ich musste leider umdisponieren und kann nicht dabei sein.
        Können Sie mich bitte von der Liste nehmen?
        Könnten Sie meine Anmeldung bitte stornieren?
        Ich bin leider raus.
        leider hat sich bei mir kurzfristig etwas ergeben, sodass ich nicht teilnehmen kann.
        mein Kind ist krank geworden, ich kann deshalb leider nicht kommen.
        ich muss meine Anmeldung für das Meet Up leider wieder zurückziehen.
        Sorry, ich schaff es doch nicht!
        ich habe mir das Bein gebrochen und falle leider aus.
        Bitte geben Sie meinen Platz an jemand anderen weiter, ich kann nicht.
        Ich bitte um Streichung von der Teilnehmerliste.
        Ich bitte um Stornierung meiner Anmeldung.
        Hiermit erfolgt die Absage meiner Teilnahme.
        Ich bin aus terminlichen Gründen verhindert.
        Es geht leider doch nicht.
        Leider muss ich einen Rückzieher machen.
        So leid es mir tut, ich muss für den 18. absagen.
        Ich werde es leider nicht schaffen.
        Aus dem Meet Up wird bei mir leider nichts.
        Nehmt mich bitte wieder raus.
        Bedauerlicherweise muss ich meine Zusage zurücknehmen.
        Ich nehme meine Zusage zurück.
        Entgegen meiner Zusage kann ich nun doch nicht teilnehmen.
        Ich hatte zugesagt, kann aber leider nicht kommen.
        Ich hatte mich angemeldet, muss aber leider absagen.
        Leider ist mir ein wichtiger Termin dazwischengekommen.
        Ich muss wegen Krankheit absagen.
        Ich habe Corona und bleibe zu Hause.
        Wegen des Bahnstreiks schaffe ich es nicht nach Den Haag.
        Meine Chefin braucht mich an dem Tag im Büro, daher muss ich absagen.
        Bitte löschen Sie meine Anmeldung.
        Bitte machen Sie meine Anmeldung rückgängig.
        Bitte meine Anmeldung stornieren.
        Ich bin doch nicht dabei.
        Ich würde mich gern abmelden.
        Abmeldung vom Meet Up am 18. Januar
    """,
    "change": """
        An meiner Stelle kommt Sabine Vogel.
        Statt meiner kommt Sabine Vogel.
        Ich bin verhindert, Sabine Vogel vertritt mich.
        Leider kann ich nicht kommen, dafür kommt meine Kollegin Sabine Vogel.
        Ich werde von Sabine Vogel vertreten.
        Meine Kollegin Sabine Vogel wird mich vertreten.
        Meine Kollegin Sabine Vogel übernimmt meinen Platz.
        Bitte übertragen Sie meine Anmeldung auf Sabine Vogel.
        Statt mir wird Sabine Vogel teilnehmen.
        Anstelle von mir nimmt Sabine Vogel teil.
        Ich muss absagen, aber meine Kollegin Sabine Vogel springt für mich ein.
        Ich bin krank. Als Ersatz kommt Sabine Vogel.
        In meiner Vertretung kommt Sabine Vogel.
        Mein Name ist falsch geschrieben, richtig ist Robyn Keller.
        Mein Name schreibt sich Robyn Keller.
        Bitte korrigieren Sie meinen Namen in Robyn Keller.
        Meine E-Mail-Adresse hat sich geändert: r.keller@neu.example.
        Auf der Bestätigung steht der falsche Name, ich heiße Robyn Keller.
        Meine Kollegin Sabine Vogel wird an meiner Stelle teilnehmen, da ich verhindert bin.
        Ich kann leider nicht kommen und schicke Sabine Vogel als Vertretung.
        Sabine Vogel kommt statt meiner.
        Bitte tauschen Sie meinen Namen gegen den von Sabine Vogel aus.
        Ich bin verhindert, es kommt stattdessen Herr Klaus Berger.
        Statt mir kommt meine Kollegin Sabine Vogel.
        Ich kann nicht, aber Sabine Vogel übernimmt für mich.
        Bitte schreiben Sie meine Anmeldung auf Sabine Vogel um.
        Meinen Platz wird Sabine Vogel einnehmen.
    """,
    "status": """
        Ist meine Anmeldung eingegangen?
        Ist meine Anmeldung bei Ihnen angekommen?
        Haben Sie meine Anmeldung erhalten?
        Bin ich angemeldet?
        Stehe ich auf der Liste?
        Ich habe noch keine Bestätigung erhalten.
        Ich habe bisher nichts von Ihnen gehört.
        Können Sie mir bestätigen, dass ich angemeldet bin?
        Könnten Sie bitte nachsehen, ob ich angemeldet bin?
        Ich wollte fragen, ob meine Anmeldung geklappt hat.
        Wie ist der Stand meiner Anmeldung?
        Hat meine Anmeldung geklappt?
        Ist alles in Ordnung mit meiner Anmeldung?
        ich hatte mich angemeldet, aber keine Rückmeldung erhalten. Ist alles angekommen?
        Könnten Sie mir bitte kurz den Erhalt meiner Anmeldung bestätigen?
        Ich bin mir nicht sicher, ob meine Anmeldung durchgegangen ist.
        Bin ich auf der Liste?
        Ich wollte nur nachfragen, ob ich auf der Liste stehe.
        Habt ihr meine Mail bekommen?
        Bisher habe ich keine Bestätigung bekommen.
        Ist die Anmeldung bei Ihnen eingegangen?
    """,
    "question": """
        Gibt es Parkplätze?
        Wann beginnt das Meet Up?
        Wo kann ich parken?
        Muss ich einen Ausweis mitbringen?
        Wie komme ich vom Bahnhof zum Humanity House?
    """,
    "other": """
        Vielen Dank für die Bestätigung!
        Danke, bis zum 18. Januar!
        Ich freue mich auf das Treffen.
        Super, dann sehen wir uns am 18. Januar.
        Ich komme wie angemeldet.
        Danke für die schnelle Antwort!
        Herzlichen Dank, ich freue mich.
    """,
    "cancel?": """
        Falls der Streik anhält, muss ich absagen.
        Vielleicht muss ich absagen.
        Ich muss eventuell absagen.
        Wenn es weiter schneit, kann ich nicht kommen.
    """,
}

OFFERED = {
    "accept": """
        Ja, gerne!
        Ja bitte!
        Ja, den Platz nehme ich gern.
        Gern nehme ich den Platz an.
        Den Platz nehme ich gern an.
        Ich nehme den Platz an.
        Das nehme ich gern an!
        Ich nehme ihn gern.
        Super, ich komme gern!
        Klar, ich bin dabei.
        Ich nehme das Angebot dankend an.
        Sehr gern, vielen Dank!
        Natürlich möchte ich den Platz noch.
        Auf jeden Fall, ich komme!
        Ja, ich möchte den Platz.
        Ich greife gern zu.
        Perfekt, ich nehme ihn!
        Ich bestätige, dass ich den Platz annehme.
        Ich habe immer noch Interesse und nehme den Platz.
        Jawohl, ich bin dabei.
        Passt, ich komme.
        Einverstanden.
        Das ist ja toll, natürlich nehme ich den Platz!
        Vielen Dank, ich nehme gern an.
        Großartig, ich bin dabei!
        Ja, ich komme sehr gern.
        Ja, ich möchte den frei gewordenen Platz gern haben.
        Gerne, bitte buchen Sie mich ein.
        Ich sage zu.
        Super Nachricht, zusage von mir!
        Ja, ich bin dabei.
        Den nehme ich!
        Gerne nehme ich den freien Platz in Anspruch.
        Ja bitte, ich komme.
        Oh wie schön, ja!
        Ich würde den Platz sehr gern nehmen.
    """,
    "decline": """
        Nein danke.
        Nein, leider nicht mehr.
        Leider habe ich inzwischen etwas anderes vor.
        Ich habe mittlerweile einen anderen Termin.
        Leider muss ich ablehnen.
        Ich verzichte auf den Platz.
        Ich brauche den Platz nicht mehr.
        Danke für das Angebot, aber ich kann nicht mehr.
        Inzwischen bin ich verplant.
        Geben Sie den Platz bitte weiter.
        Geben Sie den Platz gern jemand anderem.
        Ich lehne dankend ab.
        Leider kann ich den Platz nicht annehmen.
        Das Angebot kann ich leider nicht annehmen.
        Zu spät, ich habe schon anders geplant.
        Danke, aber nein.
        Leider bin ich jetzt verhindert.
        Ich möchte den Platz nicht mehr.
        Schade, aber ich habe nun schon etwas anderes vor.
        Leider nein, ich bin am 18. schon verplant.
        Vielen Dank, aber ich muss leider absagen.
        Vergeben Sie den Platz bitte an die nächste Person.
        Ich kann leider nicht mehr.
        Danke, hat sich erledigt.
        Nein, ich kann nicht mehr.
        Inzwischen habe ich den Tag anders verplant.
        Leider passt es jetzt nicht mehr.
        Ich brauche ihn nicht mehr.
        Ich trete den Platz gern an andere ab.
    """,
    "accept?": """
        Ja gern, falls mein Chef zustimmt.
    """,
}

OTHERS = {
    "register": """
        Frau Sabine Vogel wird teilnehmen.
        Herr Dr. Klaus Berger wird am Meet Up teilnehmen.
        Hiermit melde ich Frau Sabine Vogel an.
        Hiermit melde ich unsere Geschäftsführerin Sabine Vogel zum Meet Up an.
        Für unsere Organisation nimmt Sabine Vogel teil.
        Von unserer Seite kommt Sabine Vogel.
        Bitte tragen Sie Frau Sabine Vogel in die Teilnehmerliste ein.
        Bitte melden Sie Herrn Klaus Berger an.
        Könnten Sie bitte Sabine Vogel auf die Liste setzen?
        Hiermit erfolgt die Anmeldung von Frau Sabine Vogel.
        Anmeldung von Sabine Vogel zum Meet Up am 18. Januar.
        Im Auftrag von Frau Sabine Vogel melde ich sie zum Meet Up an.
        Unser Geschäftsführer Klaus Berger möchte gern teilnehmen.
        Unsere Kollegin Sabine Vogel würde gern kommen.
        Meine Kollegin Sabine Vogel hätte gern einen Platz.
        Bitte reservieren Sie einen Platz für Sabine Vogel.
        Teilnehmermeldung: Sabine Vogel
        Ich kann leider nicht, aber meine Kollegin Sabine Vogel kommt gern.
    """,
}


def rows(tables: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [
        (before, line.strip(), expected)
        for before, table in tables.items()
        for expected, block in table.items()
        for line in block.strip().splitlines()
    ]


ALL = {"new": NEW, "invited": INVITED, "registered": REGISTERED, "offered": OFFERED}


@pytest.mark.parametrize(("before", "text", "expected"), params([*rows(ALL), *rows({"new": OTHERS})]))
def test_a_german_mail_asks_for(before: str, text: str, expected: str) -> None:
    read = request(
        text,
        before,
        greeting="Sehr geehrte Damen und Herren,",
        closing="Mit freundlichen Grüßen",
        invitation="Einladung zum 4. Meet Up",
    )
    assert (shown(read), read.lang) == (expected, "de"), [reason.text for reason in read.reasons]


# Words of coming and of cancelling that ask for neither: nothing may be done by itself.
NOTHING_TO_DO = {
    "waiting": """
        Falls ein Platz frei wird, sagen Sie mir bitte Bescheid.
        Schade, dann hoffe ich auf einen freien Platz.
    """,
    "offered": """
        Ich muss erst klären, ob ich frei bekomme.
        Muss erst klären, ob das geht.
        Das muss ich erst mit meiner Chefin besprechen.
        Gerne, ich muss aber noch klären, ob ich kann.
        Super, danke! Ich sage bis morgen Bescheid.
        Bis wann muss ich mich entscheiden?
        Ich gebe Ihnen morgen Bescheid.
        Ich überlege es mir noch.
        Wahrscheinlich ja.
        Gern, wenn meine Kollegin auch einen Platz bekommt.
        Vielen Dank für die Nachricht.
        Ich kläre das ab und melde mich.
        Gilt das Angebot morgen noch?
    """,
    "new": """
        Ich kann das Anmeldeformular auf Ihrer Website nicht öffnen.
        Der Link zur Anmeldung funktioniert leider nicht.
        Ich glaube, Herr Benali kommt am 18. Januar.
        Soweit ich weiß, nimmt Sabine Vogel am Meet Up teil.
        Meines Wissens kommt Klaus Berger auch.
        Klaus Berger hat mir erzählt, dass er am 18. Januar kommt.
        Angeblich kommt auch Frau Sabine Vogel zum Meet Up.
        Vermutlich wird Herr Benali am Meet Up teilnehmen.
        Ich habe gehört, dass Sabine Vogel dabei sein wird.
        Es wäre möglich, dass Herr Benali kommt.
        Ich nehme an, dass Sabine Vogel kommt.
        Bei der letzten Veranstaltung war ich angemeldet und habe teilgenommen.
        Ich war beim letzten Meet Up dabei, vielen Dank für den schönen Abend.
        Am 18. Januar habe ich einen Zahnarzttermin.
        Am 18. Januar findet unsere Vorstandssitzung statt.
        Ich habe mich für den Sprachkurs am 18. Januar angemeldet.
        Ich fahre am 18. Januar mit dem Zug nach Den Haag.
        Ich möchte nicht teilnehmen, sondern nur die Unterlagen erhalten.
        Ich möchte lediglich die Unterlagen haben, teilnehmen werde ich nicht.
        Können Sie bitte zu unserer Tagung am 18. Januar kommen?
        Wir laden Sie herzlich zu unserem Neujahrsempfang am 18. Januar ein.
        Melden Sie sich jetzt zu unserem Webinar am 18. Januar an!
        Danke für Ihre Anmeldung zu unserem Workshop am 18. Januar.
        Wir haben Ihre Anmeldung erhalten und bestätigen Ihre Teilnahme.
        Ihre Teilnahme am Kongress wurde storniert.
        Muss erst klären, ob ich am 18. Januar frei habe.
        Ich melde mich, sobald ich weiß, ob ich kommen kann.
        Ich melde mich nächste Woche bei Ihnen.
        Ich melde mich nochmal wegen der Rechnung.
        Ich komme auf Ihr Angebot zurück.
        Ich komme nochmals auf unser Gespräch vom 18. zurück.
        Ich bin dabei, die Unterlagen zusammenzustellen.
        Ich bin gerade dabei, meinen Artikel zu schreiben.
        Bitte setzen Sie mich auf die Liste für Ihren Newsletter.
        Bitte tragen Sie mich in Ihren Presseverteiler ein.
        Ich möchte mich als Referentin für eine Ihrer Veranstaltungen anbieten.
        Ich würde gerne mit Ihnen am 18. Januar telefonieren.
        Ich möchte Mitglied werden und mich anmelden.
        Bitte melden Sie sich bei mir.
        Hätte ich davon gewusst, wäre ich gern gekommen.
        Ich nehme das Angebot Ihrer Druckerei gern an.
        Ich möchte einen Stand am 18. Januar buchen.
        Ich möchte ein Zimmer für den 18. Januar reservieren.
        Bitte reservieren Sie einen Tisch für zwei Personen am 18. Januar.
        Wie war das letzte Meet Up? Ich konnte leider nicht kommen.
        Ich habe mich letztes Jahr angemeldet und fand es toll.
        Bitte melden Sie mich vom Newsletter ab.
        Ich habe mein Hotel storniert.
        Unser Angebot: Plätze für Ihre Tagungen reservieren Sie bei uns günstig.
        Danke für das Treffen gestern, es hat mich gefreut, dabei zu sein.
        Wir laden Sie zu unserer Konferenz ein, melden Sie sich bitte an.
        Meine Kollegin sagt, sie habe sich zum Meet Up angemeldet.
        Warum wurde meine Anmeldung abgelehnt?
        Ich melde mich später noch einmal wegen des Meet Ups.
        Bitte melden Sie sich bei mir wegen des Meet Ups.
        Melden Sie sich gern bei mir.
        Ich würde mich freuen, von Ihnen zu hören.
        Ich freue mich auf Ihre Antwort.
        Nehmen Sie an unserer Umfrage teil.
        Können Sie an unserer Sitzung am 18. Januar teilnehmen?
        Herr Berger hat abgesagt, sagte mir Frau Vogel.
        Ich nehme an, dass das Meet Up stattfindet.
        Ich nehme an, es gibt keine Plätze mehr.
        Tragen Sie bitte Ihre Daten in unser Formular ein.
        Wer nimmt am Meet Up teil?
        Kommt auch jemand vom Ministerium?
        Ich komme aus Berlin.
        Ich komme gleich zur Sache: wer haftet für das Meet Up?
        Ich komme auf Ihre Mail vom Montag zurück.
        Wir kommen auf Sie zu.
        Ich bin dabei, einen Artikel über das Meet Up zu schreiben.
        Wir sind dabei, unsere Website umzubauen.
    """,
    "registered": """
        Vielen Dank für die Bestätigung!
        Am 18. Januar habe ich vormittags einen Zahnarzttermin, komme aber pünktlich.
        Unsere Vorstandssitzung am 18. Januar muss ich absagen, damit ich zum Meet Up kommen kann.
        Mein Zug fällt aus, ich komme aber mit dem Auto.
        Ich musste den Zahnarzt am 18. Januar absagen und bin also dabei.
        Meine Kollegin wollte absagen, kommt jetzt aber doch.
        Ich habe letztes Jahr absagen müssen, diesmal klappt es.
        Kann ich notfalls noch kurzfristig absagen?
        Bis wann müsste ich absagen, falls etwas dazwischenkommt?
        Wenn ich krank werde, sage ich rechtzeitig ab.
        Ich möchte den Sprachkurs am 18. Januar absagen.
        Ich komme etwas später, weil mein Zug erst um 18 Uhr ankommt.
        Ich kann leider nicht zum Essen bleiben, komme aber zum Vortrag.
        Ich kann die angehängte Datei nicht öffnen.
        Ich glaube, Sabine Vogel kann nicht kommen.
        Bitte nicht stornieren!
        Bitte stornieren Sie die Rechnung.
        Sagen Sie die Veranstaltung ab?
        Vielleicht muss ich doch noch absagen.
        Ich befürchte, dass ich absagen muss, weiß es aber erst morgen.
        Ich komme etwas später.
        Ich kann erst um 15 Uhr kommen.
        Ich muss leider um 17 Uhr schon gehen.
        Ich kann die Bestätigung nicht öffnen.
        Ich habe die Rechnung nicht bekommen.
        Ich kann leider nicht zum Essen bleiben.
        Ich werde den Beitrag nicht vor Ort zahlen können.
        Nicht absagen bitte, ich komme!
        Sie müssen nicht absagen, oder?
        Ich sage nicht ab.
        Wird das Meet Up abgesagt?
        Ist das Meet Up abgesagt?
        Ich komme auf jeden Fall, auch wenn ich krank bin.
        Ich kann es kaum erwarten.
        Ich schaffe es nicht vor 15 Uhr.
        Mein Kollege kann nicht kommen.
        Muss ich absagen, wenn ich nur eine Stunde bleibe?
        Was passiert, wenn ich absage?
        Kann ich kurzfristig noch stornieren?
        Wie kann ich meine Anmeldung stornieren?
    """,
}


@pytest.mark.parametrize(
    ("before", "text"),
    params(
        (before, line.strip())
        for before, block in NOTHING_TO_DO.items()
        for line in block.strip().splitlines()
    ),
)
def test_german_words_alone_do_nothing(before: str, text: str) -> None:
    read = request(
        text,
        before,
        greeting="Sehr geehrte Damen und Herren,",
        closing="Mit freundlichen Grüßen",
        invitation="Einladung zum 4. Meet Up",
    )
    assert read.review or read.intent not in ACTING, [reason.text for reason in read.reasons]
