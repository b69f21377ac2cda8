"""Who comes along and is not named: "our treasurer and I", "he and I", "with our new intern"."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, sender: str = ROBIN) -> Request:
    return understand(letter(text, sender), HOUSE, load_lexicon(), Context())


@pytest.mark.parametrize(
    "text",
    [
        "He and I would like to come on 18 January.",
        "My sister-in-law and I would like to come on 18 January.",
        "Ma belle-sœur et moi viendrons le 18 janvier.",
        "Our new policy officer and myself would like to attend on 18 January.",
        "Please register me and our treasurer for 18 January.",
        "I'm coming on 18 January with our new intern.",
        "Our head of advocacy and I would like to come on 18 January.",
        "Hij en ik komen graag op 18 januari.",
        "Onze nieuwe beleidsmedewerker en ik willen graag komen op 18 januari.",
        "Graag meld ik mijzelf en onze penningmeester aan voor 18 januari.",
        "Ik kom op 18 januari met onze penningmeester.",
        "Er und ich kommen gern am 18. Januar.",
        "Unsere Schatzmeisterin und ich möchten am 18. Januar gern kommen.",
        "Ich komme am 18. Januar mit unserem Schatzmeister.",
        "Elle et moi viendrons le 18 janvier.",
        "Mon chef et moi viendrons le 18 janvier.",
        "Notre chargée de projet et moi-même participerons le 18 janvier.",
        "Je viendrai le 18 janvier avec notre trésorière.",
        "I should be delighted to attend on 18 January, together with our new bookkeeper.",
        "Ik meld mij aan voor de Meet Up van 18 januari, samen met onze penningmeester.",
        "Je viendrai avec plaisir le 18 janvier, accompagné de notre nouveau comptable.",
        "I will be there on 18 January, and our treasurer comes along.",
        "I'd love to be there on 18 January. My brother is coming too.",
        "Ik kom op 18 januari, en onze secretaris komt mee.",
        "Ich komme am 18. Januar, unsere Praktikantin kommt mit.",
        "Je viens le 18 janvier, notre trésorière m'accompagne.",
    ],
)
def test_who_is_joined_to_the_writer_has_a_seat_too(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [who.name for who in one.attendees] == ["Robin Keller", None]


@pytest.mark.parametrize(
    "text",
    [
        "My colleague and I read your invitation with interest. Please register me for 18 January.",
        "My husband and I live in Leiden. I would like to come on 18 January.",
        "Mijn collega en ik lazen uw uitnodiging. Ik kom graag op 18 januari.",
        "I discussed your programme with our director. I would like to come on 18 January.",
        "Ich habe mit unserer Direktorin gesprochen und komme gern am 18. Januar.",
        "Ik kom op 18 januari. Onze voorzitter komt niet mee.",
        "I come on 18 January. Our chair is not coming along.",
        "Ich komme am 18. Januar. Meine Frau begleitet mich nach Den Haag und geht dort ins Museum.",
        "I come on 18 January. My colleague joins me in thanking you for the last meeting.",
        "Ik kom op 18 januari. Mijn collega komt ook, zij heeft zich al aangemeld.",
        "I will come on 18 January straight from a meeting in Utrecht with our accountant.",
    ],
)
def test_who_is_only_spoken_of_has_none(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [who.name for who in one.attendees] == ["Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "My daughter Roos Keller (17) and I would like to come on 18 January.",
        "Our colleague, Roos Keller, and I would like to come on 18 January.",
        "Mijn dochter Roos Keller (17) en ik komen graag op 18 januari.",
    ],
)
def test_who_is_named_is_counted_once(text: str) -> None:
    one = reading(f"{text}\n\nRobin Adler", "Robin Adler <robin.adler@verein.example>")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [who.name for who in one.attendees] == ["Robin Adler", "Roos Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "Our treasurer thinks we should look further. So he and I would like to come on 18 January.\n\n"
        "Joke Meijerink, secretary\nWim Tuinstra, treasurer",
        "Onze penningmeester en ik komen graag op 18 januari.\n\nJoke Meijerink, secretaris\nWim Tuinstra, "
        "penningmeester",
        "Unser Schatzmeister und ich kommen gern am 18. Januar.\n\nJoke Meijerink\nWim Tuinstra",
        "Notre trésorier et moi viendrons le 18 janvier.\n\nJoke Meijerink\nWim Tuinstra, trésorier",
    ],
)
def test_who_signs_on_the_line_below_is_the_one_who_comes_too(text: str) -> None:
    one = reading(text, "Stichting One Village <info@onevillage.example>")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert [who.name for who in one.attendees] == ["Joke Meijerink", "Wim Tuinstra"]


def test_figures_stuck_to_a_name_count_nobody() -> None:
    one = reading(
        "hi pls put me and my colleague Rachid El Idrissi on the list for 18 jan. we are from Brug010"
        "\n\nRobin Keller"
    )
    assert (one.seats, one.review) == (2, False)


@pytest.mark.parametrize(
    "text",
    [
        "My colleagues and I would like to come on 18 January.",
        "They and I will attend on 18 January.",
        "Mijn collega's en ik komen graag op 18 januari.",
        "Meine Kolleginnen und ich kommen gern am 18. Januar.",
        "Mes collègues et moi viendrons le 18 janvier.",
    ],
)
def test_how_many_colleagues_is_asked(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.review, one.seats) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "My colleagues and I would like to come on 18 January, three people in all.",
        "Mijn collega's en ik komen graag op 18 januari, met z'n drieën.",
        "Meine Kolleginnen und ich kommen gern am 18. Januar, insgesamt drei Personen.",
        "Mes collègues et moi viendrons le 18 janvier ; nous serons trois.",
    ],
)
def test_how_many_colleagues_may_be_told(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.review, one.seats) == (False, 3)


@pytest.mark.parametrize(
    "text",
    [
        "I'm coming on 18 January with my wife Els Kok and our two children.",
        "Ik kom op 18 januari met mijn vrouw Els Kok en onze twee kinderen.",
        "Ich komme am 18. Januar mit meiner Frau Els Kok und unseren zwei Kindern.",
    ],
)
def test_children_come_on_top_of_who_is_named(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert one.seats == 4 or one.review


@pytest.mark.parametrize("subject", ["Anmeldung 18.1.2018 / 3 Personen", "Aanmelding 18/1 - 3 personen"])
def test_the_end_of_a_date_is_no_other_number(subject: str) -> None:
    mail = letter(
        "Graag aanmelden: Robin Keller, Anna Bos en Els Kok.\n\nRobin Keller", ROBIN, subject=subject
    )
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert (one.seats, one.review) == (3, False)


def test_a_range_is_no_date() -> None:
    mail = letter("Graag aanmelden.\n\nRobin Keller", ROBIN, subject="Meet Up 18 januari: 2/3 personen")
    assert understand(mail, HOUSE, load_lexicon(), Context()).review


@pytest.mark.parametrize(
    "text",
    [
        "My sister-in-law Grace Wambui is staying with us. She runs Kibera\nYouth Voice in Nairobi. I'd come "
        "along with her on 18 January, so two places please. Her e-mail is grace@kiberavoice.example.",
        "Mijn schoonzus Grace Wambui logeert bij ons. Zij leidt Kibera Youth Voice. Wij komen graag samen op "
        "18 januari, twee plaatsen dus. Het e-mailadres van Grace is grace@kiberavoice.example.",
        "Meine Schwägerin Grace Wambui ist bei uns zu Besuch. Sie leitet Kibera Youth Voice. Wir kommen gern "
        "zu zweit am 18. Januar. Ihre E-Mail-Adresse ist grace@kiberavoice.example.",
        "Ma belle-sœur Grace Wambui est chez nous. Elle dirige Kibera Youth Voice. Nous viendrons à deux le "
        "18 janvier. Le courriel de Grace : grace@kiberavoice.example.",
    ],
)
def test_a_relative_who_is_named_before_has_a_name_and_a_house(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    other = one.attendees[-1]
    assert (one.seats, other.name, other.organisation) == (2, "Grace Wambui", "Kibera Youth Voice")
