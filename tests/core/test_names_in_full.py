"""Names whose parts stand apart, that are words of a language, or that two share."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, sender: str = ROBIN, *, subject: str = "Meet Up", quoted: str = "") -> Request:
    return understand(letter(text, sender, subject=subject, quoted=quoted), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return [who.name for who in one.attendees]


@pytest.mark.parametrize(
    ("text", "sender", "name"),
    [
        (
            "Ik kom graag op 18 januari. R. Bouzambou. Tel 0655518002",
            "Rachid <rachid.b@p.example>",
            "Rachid Bouzambou",
        ),
        (
            "I would like to attend on 18 January.\n\nJ.W. Fletcher",
            "Jenny <jenny@p.example>",
            "Jenny Fletcher",
        ),
        ("Ich melde mich für den 18. Januar an.\n\nU. von Stetten", "Ute <ute@p.example>", "Ute von Stetten"),
        ("Je souhaite participer le 18 janvier.\n\nB. Lemaire", "Benoît <ben@p.example>", "Benoît Lemaire"),
        ("1 plek graag op 18 januari, voor mij (wout hengeveld)", "Wout <wout@p.example>", "Wout Hengeveld"),
        ("one seat for me (joan baker) on 18 January please", "Joan <joan@p.example>", "Joan Baker"),
        (
            "Ik zou er graag bij willen zijn op 18 januari.\n\nC.J. Verschoor",
            '"C.J. en M. Verschoor" <verschoor@p.example>',
            "C.J. Verschoor",
        ),
        (
            "I would love to attend on 18 January.\n\nM. Ashby",
            '"J. and M. Ashby" <ashby@p.example>',
            "M. Ashby",
        ),
    ],
)
def test_the_family_name_is_found_behind_the_initial(text: str, sender: str, name: str) -> None:
    assert names(reading(text, sender)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Please register for 18 January: {} and Grace Hopper.",
        "Graag aanmelden voor 18 januari: {} en Grace Hopper.",
        "Bitte melden Sie für den 18. Januar an: {} und Grace Hopper.",
        "Merci d'inscrire pour le 18 janvier : {} et Grace Hopper.",
    ],
)
@pytest.mark.parametrize("who", ["Per Åkesson", "Dag Solberg", "Odd Nerdrum"])
def test_a_first_name_may_be_a_word(text: str, who: str) -> None:
    one = reading(f"{text.format(who)}\n\nRobin Keller")
    assert {who, "Grace Hopper"} <= set(names(one))


def test_letters_in_brackets_are_bullets_and_greet_nobody() -> None:
    one = reading(
        "The following officers are to attend on Thursday 18 January:\n\n"
        "(a) Ms. Boitumelo Seretse, Counsellor\n(b) Mr. K. T. Molefe, Second Secretary\n\n"
        "Yours faithfully,\nTebogo Phiri (Mrs.)\nRegistry, High Commission of Botswana",
        "High Commission Registry <registry@hc-botswana.example>",
        subject="Nomination of officers",
    )
    assert names(one) == ["Boitumelo Seretse", "K. T. Molefe"]


def test_a_lettered_district_administrator_is_not_greeted() -> None:
    one = reading(
        "Bitte tragen Sie für den 18. Januar ein:\n\na) Landrat Dr. Claus-Peter Wübbenhorst\n"
        "b) Thi Lan Phuong Krüger, Partnerschaftsbeauftragte\n\nDörte Meinecke",
        "Vorzimmer Landrat <vorzimmer@kreis.example>",
    )
    assert names(one) == ["Claus-Peter Wübbenhorst", "Thi Lan Phuong Krüger"]


def test_a_sentence_that_begins_with_a_name_is_no_item_of_a_list() -> None:
    quoted = (
        "Le 14 décembre 2017, Partos <info@partos.example> a écrit :\n\n> Dear Mr Lacroix,\n>\n"
        "> Your registration for the 4th Meet Up for Strategic Partnerships on Thursday 18 January 2018\n"
        "> has been confirmed.\n>\n> Partos\n"
    )
    one = reading(
        "Bonjour,\n\nM. Lacroix, que vous attendez le 18, est retenu à Genève. Il sera remplacé par Mme "
        "Fatoumata Binta Barry (fb.barry@verein.example), notre chargée de plaidoyer.\n\nRobin Keller",
        subject="RE: Confirmation: 4th Meet Up for Strategic Partnerships",
        quoted=quoted,
    )
    assert (one.intent, names(one)) == (Intent.CHANGE, ["Fatoumata Binta Barry"])


@pytest.mark.parametrize(
    "text",
    [
        "Mijn vrouw en ik willen graag komen op 18 januari. Het gaat om Robin Keller en mevrouw I. Smit-Bos.",
        "My wife and I would like to come on 18 January. The names are Robin Keller and Mrs I. Smit-Bos.",
        "Meine Frau und ich möchten am 18. Januar teilnehmen. Die Namen sind Robin Keller und I. Smit-Bos.",
        "Ma femme et moi souhaitons participer le 18 janvier. Il s'agit de Robin Keller et I. Smit-Bos.",
    ],
)
def test_who_is_named_beside_the_writers_own_name_is_the_other_one(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert sorted(names(one), key=str) == ["I. Smit-Bos", "Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen graag met zijn tweeën op 18 januari. Ik ben er zelf bij, de tweede is Wannes Claes.",
        "We would like to come on 18 January, two of us. I'm one of them anyway; the second is Wannes Claes.",
        "Wir kommen gern am 18. Januar, zu zweit. Ich bin dabei, die zweite Person ist Wannes Claes.",
        "Nous viendrons à deux le 18 janvier. J'en suis ; l'autre est Wannes Claes.",
    ],
)
def test_the_second_of_two_is_the_one_who_is_called_so(text: str) -> None:
    assert sorted(names(reading(f"{text}\n\nRobin Keller")), key=str) == ["Robin Keller", "Wannes Claes"]


def test_who_is_accompanied_comes_too() -> None:
    one = reading(
        "Namens wethouder mevrouw drs. S. (Sharda) Ramcharan laat ik u weten dat zij uw bijeenkomst van 18 "
        "januari bijwoont. Haar adjunct, de heer Koen ter Braak, vergezelt haar.\n\n"
        "Ans Peperkamp\nbestuurssecretaresse",
        "Bestuurssecretariaat <b@gemeente.example>",
        subject="Deelname wethouder Ramcharan",
    )
    assert names(one) == ["Sharda Ramcharan", "Koen ter Braak"]


def test_what_is_left_out_of_a_quoted_letter_ends_its_list() -> None:
    one = reading(
        "On 12/12/17 12:30, Partos wrote:\n> [...]\n> Registered: Robin Keller\n> [...]\n"
        "> If you cannot attend after all, please let us know by replying to this\n> message.\n\n"
        "Please cancel my registration.\n\nRobin Keller",
        subject="Re: Confirmation: 4th Meet Up for Strategic Partnerships, 18 January 2018",
    )
    assert (one.intent, names(one)) == (Intent.CANCEL, ["Robin Keller"])


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (
            "Wij komen op 18 januari:\n\nRuth-Anne de Pater\nObed Kwarteng",
            ["Ruth-Anne de Pater", "Obed Kwarteng"],
        ),
        ("Graag inschrijven voor 18 januari: Wim de Pater, Mia Bos", ["Wim de Pater", "Mia Bos"]),
        ("Schrijf Anna de Wit in, en dr. Jan Smit", ["Anna de Wit", "Jan Smit"]),
    ],
)
def test_a_title_behind_a_small_word_is_a_surname(text, called):
    assert set(called) <= set(names(reading(text)))
