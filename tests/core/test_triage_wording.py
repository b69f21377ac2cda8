"""Machines without any header, people who sound like one, and mail that is about something else."""

from __future__ import annotations

import pytest

from mailbot.core.reading import Reading, read
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
