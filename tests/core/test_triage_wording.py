"""Machines without any header, people who sound like one, and mail that is about something else."""

from __future__ import annotations

import pytest

from mailbot.core.base import MACHINE
from mailbot.core.read import read
from mailbot.core.reading import Reading
from tests.core.sayings import lexicon
from tests.corpus.house import HOUSE

ACTING = {"register", "cancel", "change", "accept"}


def reading(subject: str, text: str) -> Reading:
    head = f"From: Anna Bakker <anna@voorbeeld.example>\nSubject: {subject}\nDate: Mon, 8 Jan 2018 10:00:00 +0100"
    head += "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    return read(f"{head}\n\n{text}\n".encode(), HOUSE, lexicon())


MACHINES = [
    (
        "auto_reply",
        "Re: A seat is available: 4th Meet Up",
        "I've gone fishing! Back at my desk on 22 January. If your house is on fire, ask Maaike.",
    ),
    (
        "auto_reply",
        "Re: Invitation: 4th Meet Up",
        "Greetings from the field. Until 20 January I'm on a monitoring visit in Niger and will only see messages now and then. My colleague Sam handles registrations for our trainings meanwhile.",
    ),
    (
        "auto_reply",
        "Re: Confirmation: 4th Meet Up",
        "I work part-time and am in on Mondays, Tuesdays and Thursdays only. I'll pick up your mail then.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "This employee has left our organisation. Messages to this address are no longer read. Please write to office@gate.example.",
    ),
    (
        "auto_reply",
        "Re: Invitation: 4th Meet Up",
        "It is with great sadness that we inform you that Paul Harding passed away on 2 January. For his files please contact Ms. Green.",
    ),
    (
        "auto_reply",
        "Annual leave",
        "Thanks for getting in touch! I am enjoying some time off and will be back at work on Wed 24 Jan. See you then.",
    ),
    (
        "auto_reply",
        "Re: Uitnodiging: 4e Meet Up",
        "Hoi! Tot en met 19 januari geniet ik van een welverdiende vakantie. Mail lees ik pas daarna. Haast? Bel Joke op 06 55501234.",
    ),
    (
        "auto_reply",
        "Re: Bevestiging van je aanmelding",
        "Momenteel ben ik ziek thuis. Mijn mail wordt door niemand bekeken. Stuur je vraag opnieuw naar team@zorg.example.",
    ),
    (
        "auto_reply",
        "Re: Bevestiging",
        "Ik werk niet meer bij De Brug. Mijn opvolger is Karin Smit (k.smit@brug.example). Pas je adresboek even aan!",
    ),
    (
        "auto_reply",
        "Vakantie! Re: Uitnodiging",
        "Ik ben er even tussenuit. 15 januari zit ik weer achter mijn bureau.",
    ),
    (
        "auto_reply",
        "Re: Plaats vrijgekomen",
        "Wegens een sterfgeval in de familie ben ik deze week niet aan het werk. Waarnemend: Els (els@hulp.example).",
    ),
    (
        "auto_reply",
        "Re: Plaats vrijgekomen",
        "Mijn werkdagen zijn dinsdag en donderdag. Op andere dagen lees ik geen mail.",
    ),
    (
        "auto_reply",
        "Bedankt voor je mail",
        "Leuk dat je ons mailt! We doen ons best om binnen drie werkdagen te antwoorden. Team Klantcontact",
    ),
    (
        "auto_reply",
        "Uw bericht aan Gemeente Lindedal",
        "Uw vraag is bij ons binnengekomen en heeft kenmerk Z-2018-0044 gekregen. U hoort binnenkort van ons.",
    ),
    (
        "auto_reply",
        "Re: Bevestiging",
        "Het secretariaat is in de kerstvakantie onbemand. Op 8 januari staan we weer voor u klaar.",
    ),
    (
        "auto_reply",
        "Re: Uitnodiging",
        "Hallo, ik zit in overleg/training t/m vrijdag en reageer dus trager dan je van me gewend bent.",
    ),
    (
        "auto_reply",
        "Re: Einladung",
        "Hallo! Bis zum 19.1. genieße ich meinen Urlaub. Mails lese ich erst danach. Eiliges bitte an team@haus.example.",
    ),
    (
        "auto_reply",
        "Re: Einladung",
        "Ich bin erkrankt und voraussichtlich ab 22.01. wieder im Dienst. Meine Mails werden nicht bearbeitet.",
    ),
    (
        "auto_reply",
        "Re: Bestätigung",
        "Danke für Deine Mail. Ich arbeite nur dienstags und mittwochs und antworte Dir dann.",
    ),
    (
        "auto_reply",
        "Automatische Eingangsbestätigung",
        "Guten Tag, Ihre Mitteilung ist bei uns angekommen. Wir bemühen uns um eine rasche Antwort.",
    ),
    (
        "auto_reply",
        "Re: Einladung",
        "Frau Meier ist nicht mehr bei uns beschäftigt. Bitte richten Sie Ihr Anliegen an Herrn Kunz, kunz@amt.example.",
    ),
    ("auto_reply", "Urlaub", "Das Büro ist bis 8. Januar nicht besetzt."),
    (
        "auto_reply",
        "Re: Invitation",
        "Bonjour, je suis en vacances jusqu'au lundi 15 janvier inclus. Pour les urgences : 06 55 50 12 34.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "De retour le 22 janvier, je lirai vos messages à ce moment-là. En attendant, Sophie (sophie@pont.example) peut vous aider.",
    ),
    (
        "auto_reply",
        "Re: Confirmation",
        "Je travaille à temps partiel et ne suis pas au bureau le vendredi. Je vous réponds lundi.",
    ),
    (
        "auto_reply",
        "Votre demande",
        "Nous avons bien reçu votre courriel et vous en remercions. Un conseiller vous recontactera sous trois jours.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "M. Dupuis a pris sa retraite. Pour toute correspondance, écrivez à direction@asso.example.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "Notre association fait une pause du 22 décembre au 5 janvier. Bonne année à tous !",
    ),
    (
        "auto_reply",
        "Please confirm you are not a robot",
        "Your message to bart@veilig.example is being held. Click below to release it. You need to do this only once.",
    ),
    (
        "auto_reply",
        "Bevestig uw afzenderadres",
        "Bart gebruikt een spamfilter. Klik één keer op onderstaande link, dan komt uw mail aan.",
    ),
    (
        "auto_reply",
        "Ihre Nachricht wartet auf Freigabe",
        "Der Empfänger nutzt einen Spamschutz. Bitte klicken Sie auf den Link, um als Absender bestätigt zu werden.",
    ),
    (
        "auto_reply",
        "[#HD-20418] Invitation: 4th Meet Up",
        "A new helpdesk case was opened for your e-mail. Case number: HD-20418. Our agents work from 9 to 5.",
    ),
    (
        "bounce",
        "Delivery incomplete",
        "There was a temporary problem delivering your message to j@far.example. Gmail will retry for 45 more hours.",
    ),
    (
        "bounce",
        "Re: Invitation",
        "Sorry, the person you are trying to reach is not at this address. 550 No such user here.",
    ),
    (
        "bounce",
        "Message rejected",
        "Your message was classified as spam by our filter and not passed on to the recipient.",
    ),
    ("bounce", "Adres opgeheven", "Dit mailadres bestaat niet meer. Uw mail is niet doorgestuurd."),
    ("bounce", "Mailbox vol", "De postbus van p.jansen@oud.example zit vol. Probeer het later opnieuw."),
    (
        "bounce",
        "Nicht zugestellt: Einladung",
        "Der Empfänger k.h@weg.example wurde nicht gefunden. Bitte prüfen Sie die Adresse.",
    ),
    (
        "bounce",
        "E-Mail-Adresse geändert",
        "Diese E-Mail-Adresse ist nicht mehr gültig. Ihre Mail wurde nicht weitergeleitet.",
    ),
    (
        "bounce",
        "Message non délivré",
        "Le destinataire x@parti.example est inconnu de notre serveur. Code 5.1.1.",
    ),
    ("bounce", "Re: Invitation", "Cette adresse n'est plus utilisée. Votre message n'a pas été lu."),
    (
        "bounce",
        "Attachment removed",
        "Your e-mail to fin@bank.example contained a forbidden attachment and was stopped by the gateway.",
    ),
    (
        "list",
        "Nieuwsbrief januari: de agenda van Wereldhuis",
        "Lezing op 18 januari, film op 20 januari. Meld je aan via de site! Lees meer >> Geen nieuwsbrief meer ontvangen? Klik hier.",
    ),
    (
        "list",
        "Weekly roundup #212",
        "Top reads of the week. 1. Budgets 2. Borders. You signed up for this roundup at roundup.example. Unsubscribe | Preferences",
    ),
    (
        "list",
        "Unser Rundbrief 1/2018",
        "Liebe Freundinnen und Freunde, neue Termine und Berichte. Mehr erfahren > Wenn Sie diesen Rundbrief nicht mehr erhalten möchten, klicken Sie hier.",
    ),
    (
        "list",
        "La lettre du réseau n°44",
        "Au sommaire : budget, climat, agenda. Inscrivez-vous aux ateliers ! Pour vous désabonner, cliquez ici.",
    ),
    (
        "list",
        "Webinar: fundraising in 2018",
        "Register now for our free webinar on 18 January. Save your seat! You get this mail as a customer of FundIt. Manage preferences.",
    ),
    (
        "spam",
        "Quick question about your website",
        "Hello, I was looking at your website and noticed several errors that hurt your Google position. May I send a proposal with prices?",
    ),
    (
        "spam",
        "2018 attendee database",
        "Hi, would you like to buy the list of 4,200 NGO managers with emails and phone numbers? Let me know your target and I will share counts and cost.",
    ),
    (
        "spam",
        "Dringend: uw account",
        "Geachte klant, uw bankpas verloopt. Vraag via deze beveiligde pagina een nieuwe aan om blokkade te voorkomen.",
    ),
    (
        "spam",
        "Ihr Paket wartet",
        "Ihr Paket konnte nicht geliefert werden. Zahlen Sie 1,99 EUR Zollgebühr unter folgendem Link, sonst geht es zurück.",
    ),
    (
        "spam",
        "Betaalverzoek CJIB",
        "U heeft een openstaande boete van 94 euro. Betaal binnen 48 uur via onderstaande knop om een verhoging te voorkomen.",
    ),
    (
        "spam",
        "Greetings",
        "My name is Mrs. Grace, widow of late Gen. Kabila. I wish to donate 8.5 million dollars to your charity. Reply with your bank account.",
    ),
    (
        "spam",
        "LED-Beleuchtung direkt vom Hersteller",
        "Sehr geehrte Damen und Herren, wir sind Hersteller von LED-Leuchten aus Shenzhen. Gerne senden wir Ihnen unseren Katalog und Preise.",
    ),
    (
        "spam",
        "Crédit rapide",
        "Besoin d'un prêt ? Nous accordons des crédits de 5 000 à 500 000 euros à 2 %. Contactez-nous vite.",
    ),
    (
        "spam",
        "Invitation: International Conference on Sociology, Bangkok",
        "Dear Professor, we cordially invite you to submit an abstract. Early bird registration ends 18 January.",
    ),
    (
        "notification",
        "Your receipt from CloudHost",
        "Amount paid: €12.00. Date: 9 Jan 2018. Invoice 2018-88. Thanks for your business.",
    ),
    (
        "notification",
        "Uw bestelling 4471 is onderweg",
        "Goed nieuws! De bezorger komt morgen tussen 10 en 12.",
    ),
    (
        "notification",
        "Reminder: Team sync @ Thu 18 Jan 2018 14:30",
        "You have an upcoming event. Team sync. When: Thu 18 Jan 14:30. Calendar: office.",
    ),
    (
        "notification",
        "Anna Bakker heeft een document met je gedeeld",
        "Anna Bakker nodigt je uit om 'Begroting 2018' te bekijken. Openen in Drive.",
    ),
    (
        "notification",
        "Ihre Rechnung Nr. 8812",
        "Ihre aktuelle Rechnung steht im Kundenportal zum Download bereit.",
    ),
    (
        "notification",
        "Votre commande n° 3321",
        "Votre commande vient d'être expédiée. Suivez votre livraison en ligne.",
    ),
    (
        "notification",
        "3 new applicants for your job post",
        "View all applicants on JobHub. Your post expires in 9 days.",
    ),
    (
        "notification",
        "Invitee accepted: Intro call",
        "Kim has booked Intro call with you on Thursday 18 January at 14:30. View event.",
    ),
    (
        "notification",
        "Not read: Invitation: 4th Meet Up",
        "Your message was deleted without being read on Tuesday 9 January.",
    ),
    (
        "notification",
        "Abgesagt: Jour fixe",
        "Dieser Termin wurde abgesagt. Wann: Do 18. Jan. 14:30. Wo: Raum 2",
    ),
    (
        "auto_reply",
        "Re: Invitation: 4th Meet Up",
        "Hello there, you have caught me in the middle of a three-week walk through Scotland. My inbox will still be here on 29 January, and so, I hope, will I. Rukia (rukia@ford.example) knows where everything is.",
    ),
    (
        "auto_reply",
        "Re: Confirmation: 4th Meet Up",
        "As of 1 January I have taken up a new position and this account is only forwarded until the end of the month. Kindly update your contacts. My work on civic space is continued by Dr. Anand, anand@ngo.example.",
    ),
    (
        "auto_reply",
        "Thank you for contacting the Embassy",
        "Your correspondence has been passed to the competent section. Owing to the volume of mail, answers may take up to fifteen working days. Kindly quote reference EMB/18/0093.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "Our staff are on a retreat from 15 to 17 January. Telephones are not manned. Normal service resumes on the 18th.",
    ),
    (
        "auto_reply",
        "Re: A seat is available",
        "I read mail twice a day, at nine and at four. If something cannot wait until then, give me a ring on 06 55500011.",
    ),
    (
        "auto_reply",
        "Confirm that you are a person",
        "Messages from addresses I do not know are parked first. Type the six characters you see in the picture and yours will be let through; you are asked this only once.",
    ),
    (
        "auto_reply",
        "Re: Uitnodiging: 4e Meet Up",
        "Dag! Van 8 tot en met 19 januari zit ik in de sneeuw. De laptop blijft thuis. Kan het niet wachten, dan weet Fenna (fenna@stroom.example) raad.",
    ),
    (
        "auto_reply",
        "Re: Bevestiging",
        "Per 1 januari heb ik een andere baan. Dit adres wordt eind februari opgeheven. Mijn dossiers zijn overgedragen aan Ilse de Graaf, i.degraaf@kade.example.",
    ),
    (
        "auto_reply",
        "Uw mail aan de provincie",
        "Wij hebben uw mail goed ontvangen. U krijgt uiterlijk binnen twee weken een antwoord van de behandelend ambtenaar. Vermeld bij vragen altijd het registratienummer 2018-00912.",
    ),
    (
        "auto_reply",
        "Re: Uitnodiging",
        "Wij zijn een vereniging van vrijwilligers en lezen deze mailbox alleen op woensdagavond. Even geduld dus. Veel antwoorden staan al op onze website.",
    ),
    (
        "auto_reply",
        "Re: Wachtlijst",
        "Door een storing zijn wij vandaag niet per mail bereikbaar. Probeert u het morgen nogmaals of bel 070-5550100.",
    ),
    (
        "auto_reply",
        "Re: Einladung",
        "Hallo, ich bin gerade auf Hochzeitsreise und bis Ende Januar nicht zu erreichen. Um alles Weitere kümmert sich derweil Jakob Sauer, j.sauer@blau.example.",
    ),
    (
        "auto_reply",
        "Re: Bestätigung",
        "Mein Arbeitsverhältnis mit der Stiftung endete zum 31.12. Ihre Nachricht wird von niemandem gelesen. Schreiben Sie künftig an post@stiftung-rund.example.",
    ),
    (
        "auto_reply",
        "Eingang Ihres Schreibens",
        "Vielen Dank, Ihr Anliegen liegt uns vor und wurde dem zuständigen Referat zugeleitet. Die Bearbeitung nimmt erfahrungsgemäß zehn Tage in Anspruch. Geben Sie bei Rückfragen das Aktenzeichen 44-18 an.",
    ),
    (
        "auto_reply",
        "Re: Einladung",
        "Unsere Geschäftsstelle bleibt bis zum 12. Januar geschlossen. Wir sind ab Montag wieder für Sie da und wünschen einen guten Start.",
    ),
    ("auto_reply", "Re: Einladung", "Mittwochs bin ich nicht im Büro. Ihre Mail beantworte ich morgen."),
    (
        "auto_reply",
        "Re: Invitation",
        "Bonjour, je marche en ce moment dans l'Atlas et je ne lirai rien avant le 24 janvier. Pour ce qui presse, adressez-vous à Naïma (naima@cedre.example).",
    ),
    (
        "auto_reply",
        "Re: Confirmation",
        "Je n'occupe plus ce poste depuis le 31 décembre. Ma boîte n'est plus relevée. Votre nouvelle interlocutrice est Mme Roche, roche@rive.example.",
    ),
    (
        "auto_reply",
        "Votre courrier à la mairie",
        "Votre courrier a été transmis au service compétent, qui vous répondra dans un délai de quinze jours. Merci de rappeler la référence MA-2018-77 dans vos échanges.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "Nous sommes deux bénévoles et relevons le courrier le jeudi. Merci de votre patience. Les réponses aux questions courantes se trouvent sur notre site.",
    ),
    (
        "bounce",
        "Problem with your message",
        "The server mx2.far.example refused the connection four times. Your mail stays in the queue and we shall go on trying for two more days.",
    ),
    (
        "bounce",
        "Probleem met uw bericht",
        "De mailserver van de ontvanger heeft uw bericht niet aangenomen: de bijlage is groter dan toegestaan. Het bericht wordt niet nogmaals aangeboden.",
    ),
    (
        "bounce",
        "Re: Uitnodiging",
        "Dit adres bestaat niet bij ons. Het bericht gaat ongelezen terug naar de afzender.",
    ),
    (
        "bounce",
        "Problem mit Ihrer Nachricht",
        "Der Server des Empfängers nimmt Ihre Nachricht nicht an, weil Ihre Domain auf einer Sperrliste steht. Ein weiterer Versuch erfolgt nicht.",
    ),
    (
        "bounce",
        "Problème avec votre message",
        "Le serveur distant n'accepte pas votre envoi : la pièce jointe dépasse la taille autorisée. Aucune nouvelle tentative ne sera faite.",
    ),
    (
        "list",
        "January at the House of Debate",
        "What is on this month: a film, two talks and a quiz. Tickets in our webshop. You are on this list because you once came to one of our evenings; leave the list with one click.",
    ),
    (
        "list",
        "Five tips for better grant proposals",
        "Welcome to our first issue of 2018! Reading time: 3 minutes. Share this with a colleague. Prefer fewer mails? Change how often we write to you.",
    ),
    (
        "list",
        "Januari in De Balie van Zuid",
        "Deze maand in de agenda: debat op 18 januari, quiz op 23 januari. Bestel je kaarten online. Liever geen post meer van ons? Schrijf je dan uit.",
    ),
    (
        "list",
        "Nieuws voor vrijwilligers",
        "Beste vrijwilligers, hierbij de nieuwtjes van deze maand. Nieuwe cursusdata staan op de site. U krijgt dit bericht omdat u bij ons staat ingeschreven.",
    ),
    (
        "list",
        "Neues aus dem Welthaus",
        "Liebe Leserinnen und Leser, das erwartet Sie im Januar: Lesung, Film, Konzert. Karten im Vorverkauf. Möchten Sie keine Post mehr von uns? Ein Klick genügt.",
    ),
    (
        "list",
        "Seminarprogramm 2018",
        "Unser neues Programm ist da! Sichern Sie sich jetzt einen der begehrten Plätze, Frühbucher zahlen nur 90 Euro. Aus dem Verteiler austragen",
    ),
    (
        "list",
        "Le programme de janvier",
        "Chers adhérents, au programme ce mois-ci : un ciné-débat et deux conférences. Billetterie en ligne. Si vous ne souhaitez plus recevoir nos messages, cliquez sur ce lien.",
    ),
    (
        "list",
        "Nos formations 2018",
        "Découvrez le nouveau catalogue ! Il reste quelques places pour les sessions de mars, tarif réduit avant le 31 janvier. Gérer mon abonnement",
    ),
    (
        "notification",
        "Your ride receipt",
        "Thanks for riding with us on Monday. Total 14.20 EUR, charged to your card ending in 4471. Rate your driver.",
    ),
    (
        "notification",
        "Your trial is about to end",
        "Your free trial of PlanBoard ends in three days. Upgrade to keep your boards. You can change your plan in your account settings.",
    ),
    (
        "notification",
        "Monitoring: web01",
        "Service HTTP on web01 is DOWN since 04:12. Last check: connection timed out. You will be told when it recovers.",
    ),
    (
        "notification",
        "Marek left a comment on your task",
        "Marek commented on 'Send invitations': 'done'. Open the task to reply. You follow this task.",
    ),
    (
        "notification",
        "Je factuur van januari staat klaar",
        "Beste klant, je nieuwe factuur van 31,50 euro staat voor je klaar in Mijn Account. Het bedrag schrijven we rond de 25e af.",
    ),
    (
        "notification",
        "Je proefabonnement loopt af",
        "Over drie dagen loopt je proefperiode af. Wil je doorgaan, kies dan een abonnement in je instellingen.",
    ),
    (
        "notification",
        "Storing verholpen",
        "De storing op server web01 is sinds 06:10 uur verholpen. Alle diensten draaien weer.",
    ),
    (
        "notification",
        "Nieuwe reactie op je taak",
        "Marek heeft gereageerd op 'Uitnodigingen versturen'. Bekijk de reactie. Je volgt deze taak.",
    ),
    (
        "notification",
        "Ihr Ticket für die Fahrt am 18.01.",
        "Ihre Fahrkarte finden Sie im Anhang. Zeigen Sie den Code bei der Kontrolle vor. Wir wünschen eine gute Reise.",
    ),
    (
        "notification",
        "Testphase endet",
        "Ihr Testzeitraum endet in drei Tagen. Wählen Sie in den Einstellungen Ihren Tarif, um weiterzuarbeiten.",
    ),
    (
        "notification",
        "Neuer Kommentar zu Ihrer Aufgabe",
        "Marek hat „Einladungen verschicken“ kommentiert. Aufgabe öffnen. Sie folgen dieser Aufgabe.",
    ),
    (
        "notification",
        "Votre billet de train",
        "Votre e-billet se trouve en pièce jointe. Présentez-le lors du contrôle. Nous vous souhaitons un agréable voyage.",
    ),
    (
        "notification",
        "Fin de votre période d'essai",
        "Votre période d'essai se termine dans trois jours. Choisissez votre formule dans les paramètres de votre compte.",
    ),
    (
        "notification",
        "Nouveau commentaire",
        "Marek a commenté la tâche « Envoyer les invitations ». Ouvrir la tâche. Vous suivez cette tâche.",
    ),
    (
        "spam",
        "You have been chosen",
        "Congratulations! Your e-mail address was drawn in our New Year promotion and 750,000 GBP is yours. Send your full name, telephone number and a copy of your ID to our claims agent.",
    ),
    (
        "spam",
        "Quick task",
        "Are you free at the moment? I'm tied up in meetings and need you to pay a supplier today, discreetly. Let me know and I will send you the account number.",
    ),
    (
        "spam",
        "Badges and lanyards for your event",
        "Planning an event? We print badges from 0.35 EUR a piece, delivered in 48 hours. Order before Friday and get 10 % off your first order. Ask for our free samples.",
    ),
    (
        "spam",
        "U bent uitgekozen",
        "Gefeliciteerd! Uw adres is getrokken uit alle inzendingen en u krijgt 750.000 euro. Mail uw volledige naam, telefoonnummer en een kopie van uw paspoort aan onze agent.",
    ),
    (
        "spam",
        "Uw bankzaken",
        "Er is een afwijkende inlog op uw rekening gezien. Controleer uw gegevens via de knop hieronder, anders zien wij ons genoodzaakt uw pas te blokkeren.",
    ),
    (
        "spam",
        "Meer leden in 2018?",
        "Wij helpen verenigingen aan 30 % meer leden. Bent u benieuwd? Plan een vrijblijvend gesprek van een kwartier of reageer met JA.",
    ),
    (
        "spam",
        "Sie wurden ausgewählt",
        "Herzlichen Glückwunsch! Ihre Adresse wurde gezogen, 750.000 Euro warten auf Sie. Senden Sie Namen, Telefonnummer und eine Kopie Ihres Ausweises an unseren Agenten.",
    ),
    (
        "spam",
        "Ihr Konto",
        "Auf Ihrem Konto wurde eine ungewöhnliche Anmeldung bemerkt. Prüfen Sie Ihre Daten über die Schaltfläche, sonst müssen wir den Zugang sperren.",
    ),
    (
        "spam",
        "Mehr Besucher für Ihre Website",
        "Wussten Sie, dass Ihre Seite auf Platz 43 steht? Unsere Agentur bringt Sie nach oben, garantiert. Antworten Sie mit JA für eine kostenlose Analyse.",
    ),
    (
        "spam",
        "Vous avez été choisi",
        "Félicitations ! Votre adresse a été tirée au sort et 750 000 euros vous reviennent. Envoyez votre nom complet, votre téléphone et une copie de votre pièce d'identité à notre agent.",
    ),
    (
        "spam",
        "Votre compte",
        "Une connexion inhabituelle a été repérée sur votre compte. Vérifiez vos données au moyen du bouton, sans quoi nous devrons bloquer votre carte.",
    ),
    (
        "spam",
        "Plus d'adhérents en 2018 ?",
        "Nous aidons les associations à recruter 30 % d'adhérents en plus. Intéressé ? Réservez un entretien d'un quart d'heure sans engagement ou répondez OUI.",
    ),
    (
        "auto_reply",
        "Re: Invitation: 4th Meet Up",
        "Greetings! My desk and I are taking a break from each other until the 22nd. Salma has the keys to everything: salma@lake.example.",
    ),
    (
        "auto_reply",
        "Re: Confirmation",
        "This is to let you know that I finished at Northway on 22 December. The programme is now in the hands of Beth Akello (beth@northway.example), who will pick up where I stopped.",
    ),
    (
        "auto_reply",
        "We got your message",
        "Hello, we got your message and will come back to you in the next few days. In a hurry? Our phone line is staffed from nine to noon. Your number is 118-204.",
    ),
    (
        "auto_reply",
        "Re: Bevestiging",
        "U schreef naar Joost Wagenaar. Joost heeft Het Kompas op 31 december vaarwel gezegd. Zijn werk wordt gedaan door Maud Peters, bereikbaar op m.peters@kompas.example.",
    ),
    (
        "auto_reply",
        "Re: Uitnodiging",
        "Het bureau houdt kerstreces. De eerstvolgende werkdag is maandag 8 januari; tot die dag blijft post liggen.",
    ),
    (
        "auto_reply",
        "Re: Einladung",
        "Servus, ich tausche bis zum 21. Januar Büro gegen Berghütte. Empfang gibt es dort keinen. Für Dringliches steht Vroni bereit: vroni@alm.example.",
    ),
    (
        "auto_reply",
        "Re: Bestätigung",
        "Sie haben an Herrn Kessler geschrieben. Herr Kessler ist seit Jahresbeginn nicht mehr Mitarbeiter unseres Instituts. Für sein Gebiet ist nun Frau Nguyen da.",
    ),
    (
        "auto_reply",
        "Ihre Nachricht an uns",
        "Schön, dass Sie uns schreiben. Ihre Zeilen sind angekommen; innerhalb einer Woche hören Sie von uns. Telefonisch sind wir vormittags zu sprechen.",
    ),
    (
        "auto_reply",
        "Re: Invitation",
        "Bonjour, je profite de quelques jours en famille et rallumerai mon ordinateur le 22 janvier. Une urgence ? Mon adjointe Lise répond au 01 55 55 00 22.",
    ),
    (
        "auto_reply",
        "Re: Confirmation",
        "Vous avez écrit à Marc Lenoir. Marc a terminé sa mission chez nous fin décembre. Pour la suite de ses dossiers : Aude Petit, aude@phare.example.",
    ),
    (
        "auto_reply",
        "Bien reçu",
        "Bonjour, votre courriel est bien arrivé. L'un de nous en prendra connaissance cette semaine. Le standard est joignable tous les matins.",
    ),
    (
        "bounce",
        "Your mail did not get through",
        "We tried to hand over your mail to k.moyo@old.example, but the address is not known there any more. You may want to look for a newer one.",
    ),
    (
        "bounce",
        "Mail niet aangekomen",
        "Uw mail aan k.moyo@oud.example kon niet worden overhandigd, want het account is gesloten. Kijk of u een ander adres heeft.",
    ),
    (
        "bounce",
        "Mail nicht angekommen",
        "Ihre Mail an k.moyo@alt.example ließ sich nicht übergeben: Das Konto wurde geschlossen. Der Text Ihrer Mail folgt.",
    ),
    (
        "bounce",
        "Votre courriel n'est pas arrivé",
        "Votre courriel à k.moyo@vieux.example n'a pu être remis : le compte est fermé. Le texte de votre envoi suit.",
    ),
    (
        "spam",
        "Good news from the bank",
        "I am the auditor of a bank in Lomé. A client died leaving 9.2 million and no family. Let us share it. Answer me in private with your phone number.",
    ),
    (
        "spam",
        "Goed nieuws van de bank",
        "Ik ben accountant bij een bank in Lomé. Een klant is gestorven zonder familie en liet 9,2 miljoen na. Laten wij dit delen. Antwoord mij privé met uw telefoonnummer.",
    ),
    (
        "spam",
        "Security check",
        "Somebody tried to get into your mailbox. Log in below within a day to keep it, otherwise all mail will be lost.",
    ),
    (
        "spam",
        "Veiligheidscontrole",
        "Iemand probeerde in uw mailbox te komen. Log hieronder binnen een dag in om deze te behouden, anders gaat alle post verloren.",
    ),
]


@pytest.mark.parametrize(("kind", "subject", "text"), MACHINES)
def test_a_machine_is_known_by_its_wording(kind: str, subject: str, text: str) -> None:
    aside = reading(subject, text).aside
    assert aside is not None
    assert aside.kind == kind


PERSONS = [
    ("Re: A seat is available", "I'm on holiday until the 17th but back in time: yes, I take the seat!"),
    ("out of office", "Out of office I am not any more, so sign me up for the Meet Up on the 18th."),
    ("Vakantie", "Ik ben tot 15 januari met vakantie, daarna kom ik graag naar de Meet Up."),
    (
        "Re: Uitnodiging",
        "Door zwangerschapsverlof moet ik de Meet Up van 18 januari laten schieten. Haal mijn naam van de lijst.",
    ),
    (
        "Automatic reply?",
        "I got an automatic reply saying your office is closed. Did my registration for the Meet Up arrive?",
    ),
    (
        "Re: Bevestiging",
        "Ik kreeg een automatisch antwoord. Staat mijn aanmelding voor de Meet Up nu genoteerd of niet?",
    ),
    ("Urlaub", "Wegen Urlaub kann ich am 18. Januar nicht kommen, bitte streichen Sie mich von der Liste."),
    ("Re: Einladung", "Meine letzte Mail kam als unzustellbar zurück. Bin ich für das Meet Up angemeldet?"),
    ("Re: Invitation", "Je rentre de congé le 17 janvier et viendrai avec plaisir au Meet Up."),
    ("Absence", "Je serai absente le 18 janvier, merci d'annuler mon inscription au Meet Up."),
    ("Newsletter", "I read about the Meet Up in your newsletter and would like to attend on 18 January."),
    ("Nieuwsbrief", "In de nieuwsbrief las ik over de Meet Up van 18 januari. Ik wil graag komen."),
    ("Unsubscribe", "Please unsubscribe me from the newsletter but keep my seat for the Meet Up."),
    ("Factuur", "Mag ik een factuur voor mijn deelname aan de Meet Up van 18 januari?"),
    ("Ticket", "Do I need a ticket for the Meet Up or is my name on a list?"),
    (
        "Re: Confirmation",
        "Thank you for your email. I confirm that I will attend the Meet Up on 18 January with my colleague.",
    ),
    (
        "Re: Bevestiging",
        "Bedankt voor je mail. Ik kom de 18e graag naar de Meet Up, ook al ben ik die week vrij.",
    ),
    ("Re: Einladung", "Vielen Dank für Ihre Nachricht. Ich nehme gerne am Meet Up am 18. Januar teil."),
    ("Re: Invitation", "Merci pour votre message. Je participerai volontiers au Meet Up du 18 janvier."),
    (
        "Urgent",
        "URGENT: I can't come to the Meet Up tomorrow, please give my seat to somebody on the waiting list.",
    ),
    ("Spoed", "Met spoed: ik moet me afmelden voor de Meet Up van morgen."),
    ("Re: Confirmation", "I no longer work at Oxfam. My colleague Jan Smit takes my seat at the Meet Up."),
    (
        "Jan werkt hier niet meer",
        "Jan de Wit werkt niet meer bij ons. Mijn naam is Eva Bos, ik kom in zijn plaats naar de Meet Up.",
    ),
    ("Re: Bestätigung", "Frau Kaya ist nicht mehr bei uns. Bitte streichen Sie ihre Anmeldung zum Meet Up."),
    (
        "Invoice",
        "Please send the invoice for the Meet Up to finance@ngo.example. I would like to register two people.",
    ),
    ("Not a robot", "This is not an automatic message :) I want to come to the Meet Up."),
    (
        "Re: Invitation",
        "We have received your invitation to the Meet Up and would like to send two colleagues.",
    ),
    (
        "Re: Uitnodiging",
        "Wij hebben uw e-mail ontvangen en komen graag met twee personen naar de Meet Up van 18 januari.",
    ),
    (
        "Re: Einladung",
        "Ihre E-Mail haben wir erhalten. Wir melden zwei Personen für das Meet Up am 18. Januar an.",
    ),
    ("Meet Up", "Can I pay by bank transfer or is PayPal possible for the Meet Up?"),
    ("Meet Up", "Is your office closed on the 18th before 14:00, or may we drop our coats at the Meet Up?"),
    (
        "Dead link",
        "The link to register on your website does not work. I would like to join the Meet Up on 18 January.",
    ),
    (
        "Bounce",
        "My earlier message bounced (550 5.1.1 user unknown). Please register me for the Meet Up on the 18th.",
    ),
    ("Attendee list", "May we get the attendee list of the Meet Up?"),
    ("Webinar?", "Is there a webinar of the Meet Up, or do I have to be in the room?"),
    ("Call for papers", "Is there a call for papers for the 5th Meet Up, or can anyone present?"),
    (
        "Passwort",
        "Ich habe mein Passwort für Ihre Website vergessen und melde mich daher per Mail zum Meet Up an.",
    ),
    (
        "Mailbox full",
        "Your mailbox seems to be full, my mail came back. Again: please register me for the Meet Up.",
    ),
    ("On leave", "I'm on parental leave but will happily come to the Meet Up on 18 January, with baby."),
    (
        "Re: Confirmation",
        "Working part-time I'm only in on Mondays, hence my late reply: yes, I come to the Meet Up.",
    ),
    ("Re: Bevestiging", "Excuses voor mijn late reactie, ik was ziek thuis. Is er nog plek bij de Meet Up?"),
    (
        "Kantoor gesloten",
        "Ons kantoor is gesloten tot 8 januari, daarom mail ik privé: graag twee plaatsen voor de Meet Up.",
    ),
    (
        "Re: Invitation",
        "Our office is closed until 8 January but I am reading along: count me in for the Meet Up.",
    ),
    (
        "Re: Invitation",
        "Notre bureau est fermé jusqu'au 8 janvier, mais inscrivez-moi au Meet Up du 18 janvier.",
    ),
    ("Afwezig", "Ik ben afwezig op de Meet Up van 18 januari, sorry. Graag afmelden."),
    ("Korting", "Is er korting voor studenten bij de Meet Up? Wie moet ik betalen?"),
    ("Special offer", "Do you have a discount for students for the Meet Up of 18 January?"),
    (
        "Confirm",
        "Please confirm within 24 hours that my seat at the Meet Up is reserved, I must book a train.",
    ),
    ("Order", "In order to get a visa I need an invitation letter for the Meet Up. Can you send one?"),
    (
        "Re: Confirmation",
        "I am travelling until Wednesday with limited access to email. Please cancel my seat at the Meet Up.",
    ),
    ("Re: Plaats vrijgekomen", "Ja graag! Ik lees mijn mail niet elke dag, bel anders even: 06-12345678."),
    ("Re: Platz frei", "Ja, gerne! Ich bin bis Mittwoch auf Dienstreise, aber zum Meet Up bin ich zurück."),
    ("Re: Une place", "Oui, je prends la place ! Je suis en déplacement jusqu'à mardi."),
    ("Rekening", "Ik heb de rekening voor de Meet Up betaald. Sta ik nu op de lijst?"),
    ("Reservierung", "Meine Reservierung für das Meet Up: ist sie eingegangen?"),
    ("Accusé", "Je n'ai pas reçu d'accusé de réception. Suis-je inscrite au Meet Up du 18 janvier ?"),
    ("Uw bericht", "Uw bericht van gisteren heb ik gelezen. Ik kom naar de Meet Up."),
    ("Account", "My account on your website is locked, so I register by mail for the Meet Up on 18 January."),
    (
        "Dear Sir/Madam",
        "Dear Sir/Madam, kindly reserve a seat for me at the Meet Up on 18 January. God bless.",
    ),
    ("Re: Confirmation", "I will be on leave on the 18th. Petra Vos comes instead of me to the Meet Up."),
    (
        "Invoice 2018-031",
        "Dear Marit, attached is our invoice for the sound system on 18 January, as agreed by phone. Could you let me know whether the purchase order number is right? Regards, Paul Dekker, Geluid & Co",
    ),
    (
        "Factuur geluid",
        "Beste Marit, bijgaand onze factuur voor het geluid op 18 januari, zoals afgesproken. Klopt het ordernummer zo? Groet, Paul Dekker",
    ),
    (
        "Re: [#5512] Wifi on 18 January",
        "Hi, this is Joris from the helpdesk. I looked at your ticket: the wifi in room 2 can be opened for guests on 18 January. How many guests do you expect? Joris",
    ),
    (
        "Re: [#5512] wifi zaal",
        "Dag, met Joris van de servicedesk. Ik heb uw ticket bekeken: de wifi in zaal 2 kan open op 18 januari. Hoeveel gasten verwacht u? Joris",
    ),
    (
        "Re: Meet Up catering",
        "Hello, your order for 40 lunches on 18 January is in our books. One question: how many vegetarians? Best, Samira from Lunch & Co",
    ),
    (
        "Rückfrage Rechnung",
        "Guten Tag, zu Ihrer Rechnung vom 4. Januar habe ich eine Frage: Warum sind es zwei Personen? Zum Meet Up kam nur ich. Gruß, Anke Tietz",
    ),
    (
        "Question facture",
        "Bonjour, j'ai bien reçu votre facture pour le Meet Up mais mon numéro de TVA n'y figure pas. Pourriez-vous la corriger ? Luc Renard",
    ),
    (
        "Re: Invitation",
        "Your invitation reached me in the middle of a move, sorry for the late answer. I'd love to come to the Meet Up on 18 January. Our new address is Keizersgracht 4.",
    ),
    (
        "Re: Invitation",
        "I'm at sea until the 15th, but back on land in time: put me on the list for the Meet Up, please.",
    ),
    (
        "Re: Uitnodiging",
        "Ik zit tot de 15e in de sneeuw maar ben op tijd terug: zet mij maar op de lijst voor de Meet Up.",
    ),
    (
        "Re: Einladung",
        "Ich bin noch bis zum 15. auf Hochzeitsreise, danach komme ich gern zum Meet Up, bitte einen Platz.",
    ),
    (
        "Re: Invitation",
        "Je rentre de mission le 15, inscrivez-moi au Meet Up du 18 janvier, s'il vous plaît.",
    ),
    (
        "Mail kam zurück",
        "Meine Anmeldung zum Meet Up kam zurück, Ihr Postfach sei voll. Darum noch einmal: Ich komme am 18. Januar.",
    ),
    (
        "Mail teruggekomen",
        "Mijn aanmelding voor de Meet Up kwam terug omdat jullie postbus vol zat. Daarom nog eens: ik kom graag op 18 januari.",
    ),
    (
        "Returned mail",
        "My registration for the Meet Up bounced: mailbox full. So once more: one seat for me on 18 January, please.",
    ),
    (
        "Message revenu",
        "Mon inscription au Meet Up m'est revenue, votre boîte étant pleine. Je renouvelle donc : une place pour moi le 18 janvier.",
    ),
    (
        "My successor",
        "I am leaving Cordaid this month; my successor Hanna Blom will come to the Meet Up in my place. Could you change the name?",
    ),
    (
        "Opvolger",
        "Ik ga met pensioen; mijn opvolger Hanna Blom komt in mijn plaats naar de Meet Up. Wilt u de naam veranderen?",
    ),
    (
        "Nachfolgerin",
        "Ich gehe in den Ruhestand; meine Nachfolgerin Hanna Blom kommt an meiner Stelle zum Meet Up. Ändern Sie bitte den Namen?",
    ),
    (
        "Nouvelle adresse",
        "Mon adresse a changé, c'est désormais lea@pont.example. Merci de la corriger pour mon inscription au Meet Up.",
    ),
    (
        "Your newsletter",
        "In your newsletter I read about the Meet Up of 18 January. Is it still possible to register? I could not find the button.",
    ),
    (
        "Vrijwilliger",
        "Beste allemaal, ik ben vrijwilliger bij jullie en lees de mail alleen op woensdag. Is er voor de Meet Up van 18 januari nog plek voor mij?",
    ),
    ("Reference", "Kindly quote my order number 5512 on the invoice for the Meet Up. Thank you, Ann Hill"),
    (
        "Venue for your next event",
        "Dear Ms. Vos, we met at the fair in Utrecht. You asked me what our room costs for 60 people: 480 euros a day. Shall I keep 22 March for you until Friday? Warm regards, Esther Bos, De Zaal",
    ),
    (
        "Offerte zaal",
        "Beste mevrouw Vos, u vroeg mij wat onze zaal kost voor 60 mensen: 480 euro per dag. Zal ik 22 maart tot vrijdag voor u vasthouden? Esther Bos, De Zaal",
    ),
    ("Spamfilter", "Our spam filter ate your confirmation, I think. Am I on the list for the Meet Up?"),
    ("Ziek", "Ik lig met griep in bed en kan morgen niet naar de Meet Up komen. Groet, Jan"),
    ("Krank", "Ich liege mit Grippe im Bett und kann morgen leider nicht zum Meet Up kommen."),
    ("Deuil", "Suite à un décès dans la famille je ne pourrai pas venir au Meet Up du 18 janvier."),
    (
        "On strike",
        "The trains are on strike on the 18th, so I cannot reach the Meet Up. Please give my seat to somebody else.",
    ),
    (
        "Congratulations",
        "Congratulations on the new office! I will be at the Meet Up on 18 January and bring cake.",
    ),
    (
        "Phone",
        "I tried to call but your telephones are not manned. May I bring a guest to the Meet Up on the 18th?",
    ),
    (
        "Payment",
        "Hello, I paid the 25 euros for the Meet Up twice by mistake. Could one payment go back to my account? Nadia Karim",
    ),
    (
        "Room",
        "Dear Partos, we booked your room 3 for 22 January at ten. May we come in half an hour earlier? Tom Bell",
    ),
    (
        "Zaal",
        "Beste Partos, wij hebben zaal 3 geboekt voor 22 januari om tien uur. Mogen we een half uur eerder naar binnen? Tom Bel",
    ),
    (
        "Verhuizing",
        "Ik ben aan het verhuizen en lees weinig mail, maar ik kom zeker naar de Meet Up op 18 januari. Zet me op de lijst. Joke",
    ),
    (
        "Umzug",
        "Wir ziehen gerade um, darum erst jetzt: Ich melde mich zum Meet Up am 18. Januar an. Vroni Huber",
    ),
    (
        "Re: Invitation",
        "Thank you for writing. I finished at Northway in December, so please invite my successor Beth Akello instead of me from now on. Kind regards, Sue",
    ),
    (
        "Dak",
        "Hallo, ik kom donderdag het dak bij jullie nakijken, zoals Marit vroeg. Is er om negen uur iemand? Groet, Henk van Henk Dakwerken",
    ),
    (
        "Roof",
        "Hi, I will come on Thursday to look at your roof as Marit asked. Will there be somebody at nine? Henk, Henk's Roofing",
    ),
    (
        "Winter",
        "Dear all, winter is here and I have caught it: flu. I cannot come to the Meet Up tomorrow. Sorry! Eva",
    ),
    (
        "Lunch",
        "Our team would like to bring lunch for the speakers of the Meet Up, free of charge, as a thank you. Shall we? Omar, Café Omar",
    ),
    (
        "Mailbox",
        "Somebody got into my mailbox, so if you received odd mails in my name, ignore them. My registration for the Meet Up stands. Ruth",
    ),
    (
        "Postvak",
        "Mijn mailbox was gekraakt; vreemde mails van mij kunt u negeren. Mijn aanmelding voor de Meet Up blijft staan. Ruth",
    ),
    (
        "Don",
        "Bonjour, j'ai fait un don en 2016 et aimerais savoir ce qu'il est devenu. Je serai aussi au Meet Up, où je pourrai le demander de vive voix. Aude Petit",
    ),
    (
        "Standard",
        "Bonjour, votre standard ne répond pas le matin. Reste-t-il une place au Meet Up du 18 janvier ? Luc",
    ),
    (
        "Sustainable",
        "Dear Ms. Vos, I am the new programme officer at the Embassy and will read this mailbox from now on. Please keep us informed of future meetings. Jan Kok",
    ),
    ("Code", "I have lost the code in your letter. Am I still registered for the Meet Up of 18 January? Ann"),
    ("Re: Uitnodiging", "Mijn postvak was vol, vandaar nu pas: wij komen met zijn drieën naar de Meet Up."),
    (
        "Merci",
        "Merci de retirer mon adresse de votre liste de diffusion. Je ne travaille plus dans le secteur.",
    ),
    (
        "Re: Invitation",
        "M. Prudhon n'est plus parmi nous depuis 2015. Veuillez cesser de lui envoyer des invitations.",
    ),
    (
        "Re: Einladung",
        "Frau Hartlieb arbeitet seit Sommer nicht mehr bei uns. Bitte nehmen Sie die Adresse aus dem Verteiler.",
    ),
    (
        "Re: Confirmation",
        "All our registrations for the Meet Up are cancelled. The office will be closed for security reasons.",
    ),
    (
        "[#88214] Your order",
        "##- Please type your reply above this line -##\n\nHello, I'm Ravi and look into your order. May we deliver it again on Monday?",
    ),
]


@pytest.mark.parametrize(("subject", "text"), PERSONS)
def test_who_wants_something_is_never_set_aside(subject: str, text: str) -> None:
    assert reading(subject, text).aside is None


STRANGERS = [
    (
        "Registration confirmed: Data Days 2018",
        "Dear Anna, your registration for Data Days on 18 January in Utrecht is confirmed. Please bring your ticket.",
    ),
    (
        "You're going to Aid & Trade Forum!",
        "Your order #5512: 2 tickets. Cancel your registration any time via your account.",
    ),
    (
        "Last seats: workshop grant writing",
        "Register now for our workshop on 22 March. Only 5 seats left! Sign up on our website.",
    ),
    (
        "Aanmelding ontvangen: training fondsenwerving",
        "Beste deelnemer, je bent aangemeld voor de training fondsenwerving op 18 januari in Zwolle. Afmelden kan tot 10 januari.",
    ),
    (
        "Uitnodiging nieuwjaarsborrel",
        "Graag nodigen wij u uit voor onze nieuwjaarsborrel op 11 januari. Aanmelden kan via borrel@wereldhuis.example.",
    ),
    (
        "Anmeldung zur Fachtagung",
        "Hiermit bestätigen wir Ihre Anmeldung zur Fachtagung Entwicklung am 22. März in Bonn.",
    ),
    (
        "Einladung zum Neujahrsempfang",
        "Wir laden Sie herzlich zu unserem Neujahrsempfang am 12. Januar ein. Bitte melden Sie sich bis 8. Januar an.",
    ),
    (
        "Votre inscription au colloque",
        "Votre inscription au colloque « Climat » du 18 janvier à Lille est validée. Pour annuler, contactez-nous.",
    ),
    (
        "Invitation vernissage",
        "Nous avons le plaisir de vous inviter au vernissage le 11 janvier. Merci de confirmer votre présence.",
    ),
    (
        "RE: [#4412] Printer",
        "Hi, I replaced the toner, please close the ticket. Can you also cancel the second one?",
    ),
    (
        "Re: Lunchbestelling 18 januari",
        "Prima, ik zet 40 broodjes voor jullie klaar. Graag nog even doorgeven hoeveel vegetarisch.",
    ),
    (
        "Offerte catering",
        "Wij leveren graag de lunch bij uw evenementen, vanaf 12 euro per persoon. Mag ik langskomen?",
    ),
    (
        "Hotel booking 7781",
        "Your reservation for 2 rooms, 18-19 January, is confirmed. You can cancel free of charge until 16 January.",
    ),
    ("Buchung storniert", "Ihre Buchung der Räume am 18. Januar wurde storniert."),
    ("Annulering reservering zaal 3", "Uw reservering van zaal 3 is geannuleerd. Heeft u vragen, bel ons."),
    ("Please cancel my subscription", "Please cancel my subscription to your magazine as of February."),
    ("Opzegging donateurschap", "Hierbij zeg ik mijn donateurschap op per 1 februari."),
    ("Kündigung", "Hiermit kündige ich meine Mitgliedschaft zum Jahresende."),
    ("Résiliation", "Je souhaite résilier mon adhésion à votre association."),
    ("Change of address", "Please change our address in your records to Keizersgracht 4, Amsterdam."),
    ("Nieuw rekeningnummer", "Graag wijzig ik het rekeningnummer waarop mijn salaris wordt gestort."),
    (
        "Urgent payment",
        "Are you available? I need you to make a payment for me today. Reply when you get this.",
    ),
    ("Join our board", "We would like to register our interest in your vacancy for a board member."),
    ("Sollicitatie", "Graag meld ik mij aan voor de functie van communicatiemedewerker. Mijn cv volgt."),
    ("Bewerbung", "Hiermit bewerbe ich mich um ein Praktikum in Ihrem Haus."),
    ("Candidature", "Je souhaite postuler au poste de chargé de projets."),
    ("Volunteer", "I'd like to sign up as a volunteer for your office."),
    (
        "Register your domain partos.example",
        "Your domain name is about to expire. Register it now for 2 years.",
    ),
    ("Cancel your Prime trial?", "Your free trial ends 18 January. Cancel or keep your seat licences."),
    ("Accept the invitation", "Tom invited you to the workspace 'Budget'. Accept the invitation to join."),
    ("Meeting request", "Can we meet on 18 January at 10 at your office to talk about the audit?"),
    ("Verzetten afspraak", "Kunnen we onze afspraak van donderdag verzetten naar vrijdag?"),
    ("Re: Termin", "Ich kann am Donnerstag leider nicht, können wir unser Gespräch verschieben?"),
    ("Rendez-vous", "Je dois annuler notre rendez-vous de jeudi, désolé."),
    ("Yoga class", "I can't make it to yoga on Thursday, please give my spot to someone else."),
    ("Tandarts", "Hierbij wil ik mijn afspraak bij de tandarts van 18 januari afzeggen."),
    ("Football", "Count me in for football on Sunday! I bring two friends."),
    ("Etentje", "Ik kom graag vrijdag bij jullie eten, we zijn met z'n vieren."),
    ("Anmeldung Kindergarten", "Ich möchte meinen Sohn für den Kindergarten anmelden."),
    ("Inscription cantine", "Je souhaite inscrire ma fille à la cantine à partir de mars."),
    ("Conference Nairobi", "I hereby register for the ILC conference in Nairobi in May."),
    ("TEDx tickets", "Please reserve three tickets for TEDx Amsterdam for me."),
    ("Concert", "Graag twee kaarten voor het concert van zaterdag."),
    ("Course", "Please enroll me in the Dutch language course that starts in February."),
    ("Return order 8812", "I want to cancel order 8812 and get my money back."),
    ("Bestelling annuleren", "Ik wil mijn bestelling van 3 januari annuleren."),
    ("Bestellung 77", "Bitte stornieren Sie meine Bestellung vom 3. Januar."),
    ("Commande 77", "Merci d'annuler ma commande du 3 janvier."),
    ("Vliegticket", "Kunt u mijn vlucht van 18 januari omboeken naar 19 januari?"),
    ("Parking permit", "Please register the car with number 12-ABC-3 for parking."),
    ("Lidmaatschap", "Wij willen graag lid worden van uw vereniging. Hoe melden wij ons aan?"),
    ("Standaard", "Hoi Kees, zie bijlage. Gr. Jan"),
    ("Fwd: notulen", "Ter info, de notulen van gisteren."),
    (
        "Persbericht: Wereldhuis opent nieuw kantoor",
        "Op 18 januari opent Wereldhuis zijn nieuwe kantoor in Den Haag. Pers kan zich aanmelden bij pr@wereldhuis.example.",
    ),
    ("Press release", "Embargo until 18 January. Journalists can register with the press office."),
    ("Agenda board 22 March", "Please find the agenda. Let me know if you cannot attend the board meeting."),
    ("Vergadering ledenraad", "Ik ben helaas verhinderd voor de ledenraad van 22 maart."),
    ("Mitgliederversammlung", "Ich nehme an der Mitgliederversammlung im Juni teil."),
    ("Assemblée générale", "Je serai présent à l'assemblée générale du 2 juin avec mon épouse."),
    ("Vakantiehuis", "We willen het huisje graag huren van 18 tot 25 januari met vier personen."),
    ("AED training", "Schrijf mij in voor de AED-training in de kantine."),
    ("Survey", "Please fill in our survey. It takes five minutes. You can win a gift card."),
    ("Loan", "Do you need a loan? Apply today, we accept everybody."),
    ("Hi dear", "I saw your profile and want to meet you. Are you coming to my city?"),
    ("Webshop", "Wanneer wordt mijn pakket geleverd? Ik wil het anders afbestellen."),
    ("Maintenance window", "Scheduled maintenance on 18 January from 14:30 to 18:00. Register for updates."),
    ("Security training", "All staff must register for the security training before 22 March."),
    ("Zoom", "Join Zoom Meeting https://zoom.example/j/555 Meeting ID: 555 18 January 14:30"),
    (
        "Your seat is reserved",
        "Your seat at the Global Leadership Summit is reserved. Confirm your registration today for $99.",
    ),
    ("Job alert", "New: project officer, The Hague. Apply before 18 January."),
    ("Boekpresentatie", "Kom ook naar de boekpresentatie op 22 maart! Toegang gratis, aanmelden gewenst."),
    ("Wijziging rooster", "De les van 18 januari gaat niet door en wordt verplaatst naar 22 maart."),
    ("Re: stage", "Dank voor de plek! Ik begin 1 februari."),
    ("Huurcontract", "Hierbij bevestig ik de huur van de etage per 1 maart."),
    ("Blood donor", "Thank you for signing up as a donor. Your appointment is on 18 January."),
    ("Wandeling", "Ik doe mee met de wandeling van zondag, samen met mijn man."),
    ("Gutschein", "Ihr Gutschein läuft am 18. Januar ab. Jetzt einlösen!"),
    ("Relance facture", "Sauf erreur, notre facture n° 12 reste impayée. Merci de régler."),
    ("Interview", "May I interview your director on 18 January for our magazine?"),
    ("Thesis", "I am writing my thesis on civic space. Could I ask you three questions by phone?"),
]


@pytest.mark.parametrize(("subject", "text"), STRANGERS)
def test_mail_about_something_else_is_never_acted_on(subject: str, text: str) -> None:
    request = reading(subject, text).request
    assert request.review or not request.about_event or request.intent not in ACTING


# Long letters with turns of phrase like ours, and nothing else of ours.
AFAR = [
    (
        "Slow network upstairs",
        (
            "Hello,\n"
            "\n"
            "Since the new access point was hung up the network on the second floor is slower than before. I measured it this morning: three megabits at the window and nothing at all by the stairs. Count me in with those who would rather have the old one back. I replaced the cable with another one from the cupboard and that made no difference. The lights on the box blink orange, which according to the manual means that it is looking for an update. Could somebody with the password have a look at it, or tell me who has it now that Karel works from home?\n"
            "\n"
            "Thanks, Moira"
        ),
    ),
    (
        "Nieuws uit de kas",
        (
            "Dag allemaal,\n"
            "\n"
            "De tomaten staan er goed bij, maar de verwarming van de kas heeft het deze week twee keer begeven. Ik doe mee met wie er een nieuwe ketel wil, al kost dat een hoop geld. De monteur was er dinsdag en zei dat het onderdeel pas over een maand geleverd wordt. Tot die tijd stoken we op hout, en dat betekent dat er elke avond iemand moet bijvullen. De sleutel hangt in de schuur achter de deur. Wie ziek is of op reis gaat, regelt zelf een ander. De komkommers zijn op een rij na verloren, de sla heeft het gered.\n"
            "\n"
            "Groet, Teun"
        ),
    ),
    (
        "Noten und Heizung",
        (
            "Liebe alle,\n"
            "\n"
            "die Heizung im Proberaum läuft wieder, aber der Flügel ist durch die Kälte verstimmt. Ich bin dabei, wenn jemand einen Klavierstimmer sucht, und zahle gern etwas dazu. Die Noten für den Frühling liegen im Schrank neben der Tür, zwei Hefte fehlen noch immer. Wer sie zu Hause hat, legt sie bitte zurück. Der Hausmeister hat neue Schlösser eingebaut, deshalb passt der alte Schlüssel nicht mehr. Einen neuen bekommt ihr bei Inge gegen Unterschrift. Bitte lasst keine Fenster offen, letzte Woche hat es auf die Stühle geregnet.\n"
            "\n"
            "Viele Grüße, Harald"
        ),
    ),
    (
        "Les ruches",
        (
            "Bonjour à tous,\n"
            "\n"
            "La troisième ruche n'a pas passé l'hiver et il va falloir la nettoyer avant les beaux jours. Je viens avec mon enfumoir et des cadres neufs, comme tous les ans. Les deux autres colonies se portent bien et ont encore des réserves. Quelqu'un a déplacé le grand bidon, merci de le remettre derrière la cabane. Le voisin se plaint toujours des abeilles qui boivent dans sa fontaine, il faudrait donc installer un abreuvoir plus près du rucher. Le prix des pots en verre a encore augmenté, nous en achèterons moins cette année.\n"
            "\n"
            "Lucien"
        ),
    ),
    (
        "Re: the long road",
        (
            "I finished the second volume last night and I am still not sure what to think of it. The captain gives her place to the young navigator and stays behind on the moon, which nobody in the first book would have believed. I would like to come back to what you wrote about the ending: you say that it is all a dream, and I say that the author simply ran out of paper. The maps are lovely, though. My brother has borrowed the third volume and will not let go of it before Easter, so do not tell me who survives.\n"
            "\n"
            "All the best, Nora"
        ),
    ),
]


@pytest.mark.parametrize(("subject", "text"), AFAR)
def test_a_long_mail_that_names_nothing_of_ours_is_left_lying(subject: str, text: str) -> None:
    request = reading(subject, text).request
    assert request.intent == "other"
    assert not request.review
    assert not request.about_event


def test_a_long_mail_that_names_our_event_is_read_like_any() -> None:
    told = " ".join(text for _, text in AFAR[:1])
    request = reading("Hello", f"{told}\n\nPlease register me for the Meet Up on 18 January.").request
    assert request.intent == "register"
    assert request.about_event


# Notes so short that a person might have written them; who wrote them is not told by any header.
NOTES = [
    ("Re: You are registered: 4th Meet Up", "I'm in a workshop all week. Back at my desk on the 22nd."),
    ("Re: You are registered: 4th Meet Up", "I am unwell and off work until Thursday."),
    (
        "Re: A seat came free: 4th Meet Up",
        "I am on adoption leave until May. My post is covered by Ruth Amos.",
    ),
    (
        "Re: You are registered: 4th Meet Up",
        "This address is no longer in use. Please write to ruth@gate.example.",
    ),
    (
        "Re: You are registered: 4th Meet Up",
        "On sick leave. Take me off the cc of this conversation, please.",
    ),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik ben donderdag 18 januari vrij. Vrijdag lees ik je mail."),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik zit de hele week op cursus en ben niet bereikbaar. Fijne dag!"),
    (
        "Re: Je bent aangemeld: 4e Meet Up",
        "Dit adres wordt niet meer gelezen. Mail voortaan naar bos@kade.example.",
    ),
    (
        "Re: Je bent aangemeld: 4e Meet Up",
        "Ik geniet van mijn bevallingsverlof. Mijn collega Tom neemt waar.",
    ),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik ben ziek. Maandag ben ik er weer."),
    ("AW: Sie sind angemeldet: 4. Meet Up", "Ich bin erkrankt und kann Ihre Nachricht derzeit nicht lesen."),
    ("AW: Sie sind angemeldet: 4. Meet Up", "Ich sitze heute in einer Klausur und bin nicht erreichbar."),
    ("AW: Sie sind angemeldet: 4. Meet Up", "Vom 17. bis 19. Januar nicht im Haus. Schönes Wochenende!"),
    (
        "AW: Sie sind angemeldet: 4. Meet Up",
        "Das Postfach wird nicht mehr gelesen. Bitte nutzen Sie team@hof.example.",
    ),
    ("AW: Sie sind angemeldet: 4. Meet Up", "Ich habe Urlaub. Ab dem 22. Januar bin ich wieder im Büro."),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis en séminaire les 17 et 18 janvier. Bonne journée !"),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Absent du 12 au 26 janvier."),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis malade et ne pourrai pas vous répondre."),
    (
        "RE: Vous êtes inscrit : 4e Meet Up",
        "Cette adresse n'est plus utilisée, merci d'écrire à accueil@pont.example.",
    ),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis à la retraite. Votre interlocutrice est Mme Roche."),
]


@pytest.mark.parametrize(("subject", "text"), NOTES)
def test_what_says_no_more_than_a_note_is_neither_acted_on_nor_answered(subject: str, text: str) -> None:
    found = reading(subject, text)
    assert found.aside or MACHINE & {doubt.rule for doubt in found.doubts}


# The same news by somebody who says what follows from it, or something beside it.
TOLD = [
    ("Re: You are registered: 4th Meet Up", "I am ill, so I cannot come on the 18th."),
    ("Re: You are registered: 4th Meet Up", "I'm in a workshop all week and have to give up my seat."),
    ("Re: You are registered: 4th Meet Up", "Count on me. I do not work on Fridays."),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik ben ziek, dus ik kom donderdag niet."),
    (
        "Re: Je bent aangemeld: 4e Meet Up",
        "Ik zit de hele week op cursus. Geef mijn plek maar aan een ander.",
    ),
    ("AW: Sie sind angemeldet: 4. Meet Up", "Ich bin krank und kann leider nicht teilnehmen."),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis malade, je ne viendrai pas jeudi."),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis en séminaire le 18, merci d'annuler."),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik ben ziek, dus ik ben er donderdag niet bij."),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik ben die dag in het buitenland, helaas."),
    ("Re: Je bent aangemeld: 4e Meet Up", "Ik zit die dag in een training. Het moet zonder mij."),
    ("Re: You are registered: 4th Meet Up", "I'm ill, so I'll miss it."),
    ("Re: You are registered: 4th Meet Up", "I am in hospital and won't be with you on Thursday."),
    ("AW: Sie sind angemeldet: 4. Meet Up", "Ich bin krank, es muss ohne mich gehen."),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis malade, je ne serai pas des vôtres jeudi."),
    ("RE: Vous êtes inscrit : 4e Meet Up", "Je suis en formation ce jour-là, ce sera sans moi."),
]


@pytest.mark.parametrize(("subject", "text"), TOLD)
def test_who_says_what_follows_from_being_away_is_heard(subject: str, text: str) -> None:
    found = reading(subject, text)
    assert not found.aside
    assert not found.doubts


# Delivery reports of today's servers in the languages of their users, without a header.
RETURNED = [
    (
        "Niet te bezorgen: Je bent aangemeld",
        "De mail voor m.post@kade.example kwam niet aan: m.post is niet gevonden bij kade.example.",
    ),
    (
        "Vertraagd: Je bent aangemeld",
        "De bezorging aan m.post@kade.example is vertraagd. De server blijft het proberen.",
    ),
    ("Nicht zustellbar: Sie sind angemeldet", "m.post wurde bei hof.example nicht gefunden."),
    (
        "Non distribuable : Vous êtes inscrit",
        "Impossible de remettre votre message. m.post est introuvable sur pont.example.",
    ),
    (
        "Delayed: You are registered",
        "Delivery is delayed to m.post@gate.example. The server will keep trying.",
    ),
]


@pytest.mark.parametrize(("subject", "text"), RETURNED)
def test_a_report_on_delivery_is_known_in_every_language(subject: str, text: str) -> None:
    aside = reading(subject, text).aside
    assert aside is not None
    assert aside.kind == "bounce"
