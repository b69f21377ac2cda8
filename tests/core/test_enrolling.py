"""Who signs up somebody else and stays at the office; who brings somebody; who counts themselves in."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ELLEN = "Ellen Kuik <ellen.kuik@fonds.example>"
FEMI = "Femi Ogun <f.ogun@uni.example>"
NOAH = "Noah Keijzer <noahdk@zig.example>"


def comers(text: str, sender: str) -> list[str | None]:
    one = understand(letter(text, sender), HOUSE, load_lexicon(), Context())
    assert (one.intent, one.review, one.seats) == (Intent.REGISTER, False, len(one.attendees))
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Hierbij geef ik onze adjunct-directeur op voor uw Meet Up van 18 januari. Het "
            "gaat om:\n\nNaam: dhr. mr. Bas Verhoeckx\nFunctie: adjunct-directeur\nE-mail: "
            "b.verhoeckx@fonds.example\n\nMet vriendelijke groet,\nEllen "
            "Kuik\ndirectiesecretariaat",
            ["Bas Verhoeckx"],
        ),
        (
            "Hierbij meld ik onze directeur, Bas Verhoeckx, aan voor 18 januari.\n\nGroet,\nEllen Kuik",
            ["Bas Verhoeckx"],
        ),
        (
            "Bij deze meld ik mijn collega Bas Verhoeckx aan voor de Meet Up van 18 januari.\n\nEllen Kuik",
            ["Bas Verhoeckx"],
        ),
        (
            "Hierbij schrijf ik de heer Verhoeckx in voor de Meet Up van 18 januari.\n\nEllen Kuik",
            ["Verhoeckx"],
        ),
        (
            "Hiermee meld ik de directeur van ons fonds, mevrouw Saskia Bol, aan voor 18 "
            "januari.\n\nEllen Kuik\nsecretaresse",
            ["Saskia Bol"],
        ),
        (
            "I hereby register our deputy director for your Meet Up on 18 January. Her "
            "details:\n\nName: Dr Ruth Adler\nE-mail: r.adler@fonds.example\n\nKind "
            "regards,\nEllen Kuik\nPersonal assistant",
            ["Ruth Adler"],
        ),
        (
            "I would like to register our director, Ruth Adler, for the Meet Up on 18 January.\n\nEllen Kuik",
            ["Ruth Adler"],
        ),
        (
            "I am writing to sign up my boss, Ruth Adler, for 18 January.\n\nEllen Kuik",
            ["Ruth Adler"],
        ),
        (
            "With this e-mail I register Ms Ruth Adler, our head of policy, for the Meet Up "
            "of 18 January.\n\nEllen Kuik\nExecutive Assistant",
            ["Ruth Adler"],
        ),
        (
            "Hiermit melde ich unsere Geschäftsführerin, Frau Dr. Ruth Adler, zum Meet Up am "
            "18. Januar an.\n\nMit freundlichen Grüßen\nEllen Kuik\nAssistenz der "
            "Geschäftsführung",
            ["Ruth Adler"],
        ),
        (
            "Hiermit melde ich unseren Direktor für das Meet Up am 18. Januar an.\n\nName: Dr. "
            "Jan Adler\nE-Mail: j.adler@fonds.example\n\nEllen Kuik",
            ["Jan Adler"],
        ),
        (
            "Hiermit möchte ich unsere Kollegin Ruth Adler für den 18. Januar anmelden.\n\nEllen Kuik",
            ["Ruth Adler"],
        ),
        (
            "Par la présente, j'inscris notre directrice, Mme Ruth Adler, à la rencontre du "
            "18 janvier.\n\nCordialement,\nEllen Kuik\nAssistante de direction",
            ["Ruth Adler"],
        ),
        (
            "Je souhaite inscrire notre directeur à la rencontre du 18 janvier :\n\nNom : M. "
            "Jean Adler\nCourriel : j.adler@fonds.example\n\nEllen Kuik",
            ["Jean Adler"],
        ),
        (
            "Je vous prie de noter la participation de notre présidente, Mme Ruth Adler, le "
            "18 janvier.\n\nEllen Kuik",
            ["Ruth Adler"],
        ),
    ],
)
def test_who_signs_up_somebody_else_takes_no_seat(text: str, who: list[str]) -> None:
    assert comers(text, ELLEN) == sorted(who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Delighted to join on 18 January, and may I bring along our intern, Roos Huis? "
            "She will pay for herself.\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Happy to come on 18 January. May I bring our trainee, Roos Huis?\n\nFemi Ogun",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Please register me for 18 January. I'll bring my intern Roos Huis along.\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Graag kom ik op 18 januari. Ik neem onze stagiaire Roos Huis mee.\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Leuk, tot de 18e januari! Mag ik onze stagiaire, Roos Huis, meenemen?\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Met plezier aanwezig op 18 januari. Onze stagiaire Roos Huis breng ik mee.\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Gern bin ich am 18. Januar dabei. Ich bringe unsere Praktikantin Roos Huis mit.\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Ich komme gern am 18. Januar. Darf ich unsere Praktikantin, Roos Huis, mitbringen?\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "Je viendrai volontiers le 18 janvier. Puis-je amener notre stagiaire, Roos Huis ?\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
        (
            "C'est avec plaisir que je participerai le 18 janvier, accompagné de notre "
            "stagiaire Roos Huis.\n\nFemi",
            ["Femi Ogun", "Roos Huis"],
        ),
    ],
)
def test_who_brings_somebody_comes_too(text: str, who: list[str]) -> None:
    assert comers(text, FEMI) == sorted(who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Wij zijn drie studenten en komen graag op 18 januari: Noah Keijzer, Fenna "
            "Alberda en Bram Tjepkema.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Bram Tjepkema"],
        ),
        (
            "We are three students and would like to come on 18 January: me, Fenna Alberda "
            "and Bram Tjepkema.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Bram Tjepkema"],
        ),
        (
            "We are four volunteers who want to come on 18 January: Noah Keijzer, Fenna "
            "Alberda, Bram Tjepkema, Ayoub Ziani.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Bram Tjepkema", "Ayoub Ziani"],
        ),
        (
            "Wir sind drei Studierende und möchten am 18. Januar kommen: ich, Fenna Alberda "
            "und Bram Tjepkema.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Bram Tjepkema"],
        ),
        (
            "Wir, drei Kolleginnen von der Uni, kommen gern am 18. Januar: Noah Keijzer, "
            "Fenna Alberda, Britta Tjepkema.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Britta Tjepkema"],
        ),
        (
            "Nous sommes trois étudiants et souhaitons venir le 18 janvier : moi-même, Fenna "
            "Alberda et Bram Tjepkema.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Bram Tjepkema"],
        ),
        (
            "Nous sommes trois collègues à vouloir participer le 18 janvier : Noah Keijzer, "
            "Fenna Alberda et Bram Tjepkema.\n\nNoah Keijzer",
            ["Noah Keijzer", "Fenna Alberda", "Bram Tjepkema"],
        ),
    ],
)
def test_we_are_four_counts_the_writer(text: str, who: list[str]) -> None:
    assert comers(text, NOAH) == sorted(who)


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij meld ik mij en onze directeur Ruth Adler aan voor 18 januari.",
        "Hierbij meld ik me aan voor 18 januari, samen met onze directeur Ruth Adler.",
        "I would like to register for 18 January with our director Ruth Adler.",
        "I would like to register our director Ruth Adler and myself for 18 January.",
        "Hiermit melde ich mich und unsere Direktorin Ruth Adler für den 18. Januar an.",
        "Je m'inscris au 18 janvier avec notre directrice Ruth Adler.",
    ],
)
def test_who_signs_up_both_comes_too(text: str) -> None:
    assert comers(f"{text}\n\nEllen Kuik", ELLEN) == ["Ellen Kuik", "Ruth Adler"]


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Ich bin keine Fachfrau, seit vier Jahren Rentnerin und spreche ein eher rostiges "
            "Englisch, aber zuhören kann ich gut. Deshalb melde ich mich hiermit für den 18. "
            "Januar an.\n\nGisela Oertzen",
        ),
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Wirkungsmessung in der Advocacy-Arbeit, da bin ich sofort dabei! Bitte tragt mich "
            "für das Treffen am 18. Januar ein.\n\nGisela Oertzen",
        ),
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Seit drei Monaten Projektleiterin beim Verein, komme ich gern am 18. Januar.\n\nGisela Oertzen",
        ),
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Zivilgesellschaft unter Druck, das ist mein Thema: ich melde mich für den 18. "
            "Januar an.\n\nGisela Oertzen",
        ),
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Als Referentin für Friedensbildung im Bistum Aachen möchte ich am 18. Januar "
            "teilnehmen.\n\nGisela Oertzen",
        ),
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Ich komme am 18. Januar direkt aus Montevideo und melde mich hiermit an.\n\nGisela Oertzen",
        ),
        (
            "Gisela Oertzen <gisela@oertzen.example>",
            "Lobbyarbeit in Kampala kenne ich aus der Praxis, bitte melden Sie mich für den 18. "
            "Januar an.\n\nGisela Oertzen",
        ),
        (
            "Ann Reed <a.reed@ngo.example>",
            "Having just returned from Montevideo, I would like to attend on 18 January.\n\nAnn Reed",
        ),
        (
            "Ann Reed <a.reed@ngo.example>",
            "I am flying in from Ouagadougou and will attend on 18 January.\n\nAnn Reed",
        ),
        (
            "Ann Reed <a.reed@ngo.example>",
            "As Senior Policy Adviser at our house I would like to attend Countering Shrinking "
            "Civic Space on 18 January.\n\nAnn Reed",
        ),
        (
            "Ann Reed <a.reed@ngo.example>",
            "Your Excellency, I will attend on 18 January.\n\nAnn Reed",
        ),
        (
            "Piet Bol <p.bol@ngo.example>",
            "Ik kom op 18 januari rechtstreeks uit Montevideo, noteer mij graag.\n\nPiet Bol",
        ),
        (
            "Piet Bol <p.bol@ngo.example>",
            "Sinds kort woon ik in Appelscha, maar ik kom graag op 18 januari.\n\nPiet Bol",
        ),
        (
            "Luc Morel <l.morel@ong.example>",
            "Société Civile et Plaidoyer, c'est mon domaine : je m'inscris pour le 18 janvier.\n\nLuc Morel",
        ),
        (
            "Luc Morel <l.morel@ong.example>",
            "En mission à Bujumbura jusqu'au 15, je viendrai le 18 janvier.\n\nLuc Morel",
        ),
    ],
)
def test_places_and_topics_are_nobody(sender: str, text: str) -> None:
    assert comers(text, sender) == [sender.partition(" <")[0]]


@pytest.mark.parametrize(
    "text",
    [
        "I request for join your meeting in 18 January about civic space.",
        "Request to be added to the list of participants for 18 January.",
        "Graag op de deelnemerslijst voor 18 januari.",
        "Bitte auf die Teilnehmerliste für den 18. Januar setzen.",
        "Ich bitte um Aufnahme in die Teilnehmerliste für den 18. Januar.",
        "Je sollicite une inscription pour la rencontre du 18 janvier.",
    ],
)
def test_who_asks_and_names_nobody_means_themselves(text: str) -> None:
    assert comers(f"{text}\n\nEllen Kuik", ELLEN) == ["Ellen Kuik"]


@pytest.mark.parametrize(
    "text",
    [
        "Please register the participants below for 18 January.",
        "Please add my colleague to the list of participants for 18 January.",
        "Bitte die folgenden Teilnehmer auf die Liste für den 18. Januar setzen.",
        "Merci d'inscrire les personnes ci-dessous pour le 18 janvier.",
        "Graag onderstaande deelnemers op de lijst voor 18 januari.",
    ],
)
def test_who_speaks_of_others_does_not_mean_themselves(text: str) -> None:
    one = understand(letter(f"{text}\n\nEllen Kuik", ELLEN), HOUSE, load_lexicon(), Context())
    assert one.review or one.attendees == ()
