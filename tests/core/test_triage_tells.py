"""What each family of tells finds, in each language; and that no remark alone makes a machine of a person."""

from __future__ import annotations

import pytest

from mailbot.core.base import MACHINE
from mailbot.core.mail.reader import parse
from mailbot.core.triage import desks, notices, servers
from mailbot.core.triage.outcome import Person, SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.triage.signs import plainly
from mailbot.core.triage.tells import Tell, hits
from mailbot.core.triage.weighing import spoken, weigh
from tests.corpus.house import HOUSE
from tests.sentences.whole import MAILS, dressed, languages


def mail(subject: str, text: str) -> bytes:
    head = f"From: Anna Bakker <anna@voorbeeld.example>\nSubject: {subject}\nMIME-Version: 1.0"
    head += "\nDate: Mon, 8 Jan 2018 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8"
    return f"{head}\nContent-Transfer-Encoding: 8bit\n\n{text}\n".encode()


FAMILIES = [
    (desks.ANNOUNCED, "Out of office: back soon."),
    (desks.ANNOUNCED, "Afwezigheidsbericht van Kees"),
    (desks.ANNOUNCED, "Eingangsbestätigung: wir haben Post."),
    (desks.ANNOUNCED, "Réponse automatique de Lucie"),
    (desks.HANDED_OVER, "Please forward all questions about grants to Tessa."),
    (desks.HANDED_OVER, "Mijn dossiers zijn overgedragen aan Bram."),
    (desks.HANDED_OVER, "Für Anfragen zur Presse ist Herr Lohse zuständig."),
    (desks.HANDED_OVER, "La permanence est assurée par Odile, qui assure le suivi."),
    (desks.MOVED_ON, "My contract ended last week."),
    (desks.MOVED_ON, "Zijn dienstverband is beëindigd."),
    (desks.MOVED_ON, "Sein Arbeitsverhältnis wurde beendet."),
    (desks.MOVED_ON, "Mon contrat a pris fin."),
    (desks.READ_SELDOM, "Our inbox is checked by volunteers."),
    (desks.READ_SELDOM, "Deze mailbox wordt alleen op vrijdag gelezen."),
    (desks.READ_SELDOM, "Das Postfach wird einmal die Woche gesichtet."),
    (desks.READ_SELDOM, "Nous relevons le courrier le jeudi."),
    (desks.TAKES_LONGER, "Our reply may take a while."),
    (desks.TAKES_LONGER, "Verwacht daarom geen antwoord vandaag."),
    (desks.TAKES_LONGER, "Meine Antwort kann sich verspäten."),
    (desks.TAKES_LONGER, "Ma réponse pourra tarder."),
    (desks.OPENS_AGAIN, "The library reopens on Monday."),
    (desks.OPENS_AGAIN, "Vanaf dinsdag zijn wij weer geopend."),
    (desks.OPENS_AGAIN, "Die Bücherei öffnet wieder am Freitag."),
    (desks.OPENS_AGAIN, "Nous rouvrirons le 9 janvier."),
    (desks.TAKEN_IN, "Kindly quote the case number in all correspondence."),
    (desks.TAKEN_IN, "Vermeld altijd het kenmerk."),
    (desks.TAKEN_IN, "Ihr Schreiben wurde der Fachabteilung zugeleitet."),
    (desks.TAKEN_IN, "Votre dossier est en cours de traitement."),
    (desks.ELSEWHERE, "I am on honeymoon, nobody home."),
    (desks.ELSEWHERE, "Mijn laptop blijft deze keer thuis."),
    (desks.ELSEWHERE, "Wenn Sie das lesen, liege ich in der Sonne."),
    (desks.ELSEWHERE, "Mon ordinateur est resté à la maison."),
    (desks.WHO_ARE_YOU, "Please type the letters below."),
    (desks.WHO_ARE_YOU, "U staat nog niet bij mijn goedgekeurde afzenders."),
    (desks.WHO_ARE_YOU, "Der Filter kennt Sie noch nicht."),
    (desks.WHO_ARE_YOU, "Recopiez les lettres de l'image."),
    (servers.CODES, "Remote said: 550 5.1.1 unknown"),
    (servers.CODES, "De verbinding werd geweigerd: tijdslimiet overschreden."),
    (servers.CODES, "Die Originalnachricht liegt bei."),
    (servers.CODES, "Une boucle de messagerie a été trouvée."),
    (servers.GOES_NOWHERE, "The remote server did not answer."),
    (servers.GOES_NOWHERE, "De mailserver van de ontvanger reageert niet."),
    (servers.GOES_NOWHERE, "Unter diesem Namen gibt es keinen Benutzer."),
    (servers.GOES_NOWHERE, "Le serveur distant est muet."),
    (servers.GIVES_UP, "We keep trying until tomorrow."),
    (servers.GIVES_UP, "De bezorging is opgegeven."),
    (servers.GIVES_UP, "Die Zustellung wurde eingestellt."),
    (servers.GIVES_UP, "De nouveaux essais suivront : nouvelles tentatives demain."),
    (servers.AT_FAULT, "The attachment was removed."),
    (servers.AT_FAULT, "De bijlage is geweigerd, controleer het adres van de ontvanger."),
    (servers.AT_FAULT, "Ihr Anhang wurde blockiert."),
    (servers.AT_FAULT, "La pièce jointe a été refusée."),
    (notices.YOURS, "Your subscription will be renewed soon."),
    (notices.YOURS, "Je abonnement loopt volgende week af."),
    (notices.YOURS, "Ihr Abonnement endet am Montag."),
    (notices.YOURS, "Votre abonnement arrive à son terme."),
    (notices.SOMEBODY_DID, "Kim commented on your post."),
    (notices.SOMEBODY_DID, "Kim heeft op je bericht gereageerd."),
    (notices.SOMEBODY_DID, "Kim hat Ihren Beitrag kommentiert."),
    (notices.SOMEBODY_DID, "Kim a commenté votre publication."),
    (notices.RUNS, "The backup job failed on Sunday: server is down."),
    (notices.RUNS, "De storing is verholpen."),
    (notices.RUNS, "Die Störung ist behoben."),
    (notices.RUNS, "Le service est rétabli."),
    (notices.READERS, "You can leave this list whenever you like."),
    (notices.READERS, "U wilt geen mails meer? Onze nieuwsbrief stopt."),
    (notices.READERS, "Sie wünschen keine Mails mehr?"),
    (notices.READERS, "Vous ne souhaitez plus recevoir nos messages ?"),
    (notices.PROGRAMME, "Get your tickets while they last."),
    (notices.PROGRAMME, "Bestel nu je kaarten, want vol is vol."),
    (notices.PROGRAMME, "Sichern Sie sich Karten im Vorverkauf."),
    (notices.PROGRAMME, "Au programme : un film et un débat."),
    (notices.BARGAIN, "This week 20 % off and free shipping."),
    (notices.BARGAIN, "Nu met 20 % korting en gratis verzending."),
    (notices.BARGAIN, "Jetzt mit 20 % Rabatt."),
    (notices.BARGAIN, "Profitez de 20 % de réduction."),
    (notices.AT_THE_DOOR, "I am following up on my last mail."),
    (notices.AT_THE_DOOR, "Antwoord met ja en wij bellen."),
    (notices.AT_THE_DOOR, "Antworten Sie einfach mit Ja."),
    (notices.AT_THE_DOOR, "Il suffit de répondre par oui."),
    (notices.FORTUNE, "Your address was drawn and the prize is yours."),
    (notices.FORTUNE, "Uw adres is getrokken, u krijgt een bedrag van 9.000 euro."),
    (notices.FORTUNE, "Sie haben einen Preis gewonnen: Ihr Gewinn liegt bereit, Gewinner erhalten 900 Euro."),
    (notices.FORTUNE, "Envoyez une copie de votre passeport."),
    (notices.FRIGHT, "We noticed unusual activity."),
    (notices.FRIGHT, "Wij zagen een afwijkende inlog."),
    (notices.FRIGHT, "Es gab eine ungewöhnliche Anmeldung."),
    (notices.FRIGHT, "Une connexion inhabituelle a eu lieu."),
]


@pytest.mark.parametrize(("tell", "sentence"), FAMILIES)
def test_a_family_knows_its_remark_in_every_language(tell: Tell, sentence: str) -> None:
    assert any(hits(tell.phrases, plainly(sentence)))


@pytest.mark.parametrize("table", [desks.DESKS, servers.SERVERS, notices.NOTICES])
def test_every_family_is_weighed(table: tuple[Tell, ...]) -> None:
    for tell in table:
        for other, sentence in FAMILIES:
            if other is tell:
                assert spoken(sentence).points


REMARKS = [
    "I am on leave from Monday, so this comes early.",
    "I no longer work there.",
    "Our office is closed on Fridays.",
    "He has left our organisation.",
    "My boss passed away in December.",
    "My mail is read by my assistant.",
    "My answer may take a few days.",
    "Our mail server was down last week.",
    "Ik ben vanaf maandag met verlof.",
    "Zij werkt hier niet meer.",
    "Mijn opvolger heet Bram.",
    "Ons kantoor is op vrijdag dicht.",
    "Ik lees mijn mail maar één keer per dag.",
    "Ab Montag bin ich im Urlaub.",
    "Frau Hart ist nicht mehr bei uns.",
    "Unser Büro ist freitags geschlossen.",
    "Mein Postfach war voll.",
    "Je serai en mission au Tchad jusqu'au 2 février.",
    "Je ne travaille plus dans le secteur.",
    "M. Prudhon n'est plus parmi nous depuis 2015.",
    "Notre bureau est fermé le vendredi.",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_one_remark_sets_nobody_aside(remark: str) -> None:
    judged = triage(parse(mail("Re: Invitation", f"{remark}\nAnna")), HOUSE)
    assert isinstance(judged, Person)
    assert judged.suspect is None


def test_the_same_words_under_two_headings_are_one_remark() -> None:
    found = spoken("Pour toute question, s'adresser au guichet 4.")
    assert len(found.found) == 1


def test_a_second_remark_of_a_family_counts_a_little() -> None:
    once = "Telephones are not manned."
    twice = f"{once} Normal service resumes on the 18th."
    assert spoken(twice).points == spoken(once).points + 1


DESK_NOTE = "We have received your message and will answer within eight working days. Please quote the case number in all correspondence."


@pytest.mark.parametrize("quoted", [
    "Your message: Invitation Meet Up 18 January",
    "Subject: Invitation Meet Up 18 January",
    "It was titled “Invitation: Meet Up 18 January”.",
])  # fmt: skip
def test_a_subject_that_a_machine_quotes_does_not_name_our_event(quoted: str) -> None:
    assert isinstance(triage(parse(mail("Case 4471", f"{DESK_NOTE}\n\n{quoted}")), HOUSE), SetAside)


def test_what_weighs_like_a_machine_is_doubted_though_it_names_our_event() -> None:
    judged = triage(parse(mail("Case 4471", f"{DESK_NOTE} The Meet Up is known to us.")), HOUSE)
    assert isinstance(judged, Person)
    assert judged.suspect is None
    assert [doubt.rule for doubt in judged.doubts] == ["may-be-absent"]


def test_a_desk_that_asks_in_the_frame_of_its_system_is_not_suspected() -> None:
    text = "##- Please type your reply above this line -##\n\nHello, I'm Ravi and look into your order. May we deliver it again on Monday?"
    judged = triage(parse(mail("[#88214] Your order has been registered", text)), HOUSE)
    assert weigh(parse(mail("[#88214] Your order has been registered", text))).doubted
    assert isinstance(judged, Person)
    assert judged.suspect is None


@pytest.mark.parametrize("lang", languages())
def test_no_short_mail_of_a_person_is_set_aside(lang: str) -> None:
    """Every eighth of them; ``python -m tests.sentences.machines`` reads all."""
    doubted = read = 0
    for line in (MAILS / f"{lang}.txt").read_text(encoding="utf-8").splitlines()[::8]:
        label, context, told = line.split("|", 2)
        if label == "ignore":
            continue  # a machine wrote it
        raw = dressed(told.replace(" / ", "\n"), context, label.rstrip("?"), lang)
        judged = triage(parse(raw), HOUSE)
        assert isinstance(judged, Person), told
        doubted += any(doubt.rule in MACHINE for doubt in judged.doubts)
        read += 1
    assert doubted <= max(1, read // 100)
