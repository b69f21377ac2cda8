"""Who comes, who goes and who steps in, in the ways people say it."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"
CONFIRMATION = "Re: Confirmation: 4th Meet Up for Strategic Partnerships, 18 January 2018"
BEVESTIGING = "Re: Bevestiging van je aanmelding: 4th Meet Up for Strategic Partnerships"


def reading(text: str, sender: str = ROBIN, *, subject: str = "Meet Up", quoted: str = "") -> Request:
    return understand(letter(text, sender, subject=subject, quoted=quoted), HOUSE, load_lexicon(), Context())


def answered(text: str, *registered: str) -> Request:
    """An answer to the letter that confirmed these people."""
    quoted = (
        "On Mon, 8 Jan 2018, Partos <info@partos.example> wrote:\n\n> Thank you for your registration. "
        "You are on the list for:\n>\n> 4th Meet Up for Strategic Partnerships\n> Thursday 18 January 2018\n"
        f">\n> Registered: {', '.join(registered)}\n>\n> Kind regards,\n> Partos\n"
    )
    return reading(text, subject=CONFIRMATION, quoted=quoted)


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


def test_a_first_name_is_not_the_common_word_that_has_an_accent() -> None:
    """French "grâce à ..." is common; Grace Wanjiru, in a list, is a person."""
    one = reading(
        "We come on 18 January:\n\n1. Robin Keller\n2. Grace Wanjiru, grace@b.example\n\nRobin Keller"
    )
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Grace Wanjiru", "Robin Keller"]


# -- who comes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ik en mijn nichtje Willemien Postma willen graag komen op 18 januari.", "Willemien Postma"),
        ("Hierbij meld ik mezelf en Gonny Hekking aan voor de Meet Up van 18 januari.", "Gonny Hekking"),
        ("My aunt Beverley Nwosu and I would like to attend on 18 January.", "Beverley Nwosu"),
        ("Meine Nichte Hannelore Brück und ich möchten am 18. Januar gern teilnehmen.", "Hannelore Brück"),
        ("Ma cousine Solange Mbeki et moi souhaitons participer le 18 janvier.", "Solange Mbeki"),
    ],
)
def test_who_is_joined_to_the_writer_comes_along(text: str, other: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == sorted(["Robin Keller", other])


@pytest.mark.parametrize(
    "text",
    [
        "This is about our guest, Ms Adaora Mensah, here that week. Kindly register her for 18 January.",
        "Mevrouw Adaora Mensah is die week bij ons te gast. Wilt u haar inschrijven voor 18 januari?",
        "J'ai l'honneur de vous annoncer la venue de Mme Adaora Mensah le 18 janvier. Merci de l'inscrire.",
        "Namens onze voorzitter, mevrouw Adaora Mensah, laat ik weten dat zij graag op 18 januari komt. "
        "Wilt u haar inschrijven?",
        "Niet voor mij, maar voor mijn dochter: Adaora Mensah. Graag inschrijven voor 18 januari.",
        "Not for me but for my colleague Adaora Mensah: please register her for 18 January.",
    ],
)
def test_somebody_is_registered_by_another(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Adaora Mensah"]


@pytest.mark.parametrize(
    "text",
    [
        "Our director Jan Smit told me about 18 January. A colleague is interested, please register her.",
        "The mystery guest has a name: Jan Smit. Could you put it on the list for 18 January?",
    ],
)
def test_a_pointing_word_that_may_mean_another_is_left_to_a_person(text: str) -> None:
    one = reading(text)
    assert one.review or one.intent is not Intent.REGISTER


@pytest.mark.parametrize(
    "text",
    [
        "We kämen am 18. Januar zu dritt: Marie Kowalczyk, Tim Ehlers und ich. Anmelden wollen wir uns gern.",
        "Graag drie plaatsen voor 18 januari. Het gaat om Marie Kowalczyk en Tim Ehlers, en om mij.",
        "Please sign us up for 18 January:\n\n Robin Keller, Marie Kowalczyk, Tim Ehlers\n\nTotal of 3.",
    ],
)
def test_the_names_that_make_a_number_full_are_its_people(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Marie Kowalczyk", "Robin Keller", "Tim Ehlers"]


@pytest.mark.parametrize(
    ("text", "come"),
    [
        ("Jan Smit and I met at your last event. I would like to register for 18 January.", ["Robin Keller"]),
        ("Graag 2 plaatsen voor 18 januari. Jan Smit tipte mij.", [None, "Robin Keller"]),
        ("Please register Jan Smit for 18 January. I cannot attend myself.", ["Jan Smit"]),
        ("I cannot attend on 18 January but Jan Smit will, please register him.", ["Jan Smit"]),
    ],
)
def test_who_is_only_spoken_of_does_not_come(text: str, come: list[str | None]) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert one.review or names(one) == come


def test_for_whom_something_matters_is_not_yet_for_whom_one_writes() -> None:
    one = reading("Voor onze voorzitter, Jan Smit, is het thema belangrijk.", subject="Aanmelding 18 januari")
    assert one.review or names(one) == ["Robin Keller"]


def test_a_couple_at_one_address_are_two() -> None:
    text = "We are both coming on 18 January: Bert Noordhoek and Lakshmi Noordhoek-Pillai. Two places please."
    one = reading(text, "Bert & Lakshmi Noordhoek <noordhoek@familymail.example>")
    assert (one.seats, names(one)) == (2, ["Bert Noordhoek", "Lakshmi Noordhoek-Pillai"])


@pytest.mark.parametrize(
    "text",
    [
        "Frau Inken Brodersen wird am 18. Januar teilnehmen, begleitet von Mats Hollesen und einem Fahrer, "
        "dessen Name noch folgt. Bitte reservieren Sie drei Plätze.",
        "Please register Inken Brodersen and Mats Hollesen for 18 January, and a driver; name to follow. "
        "So three seats.",
    ],
)
def test_a_number_leaves_room_for_a_name_that_follows(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 3, False)
    assert names(one) == ["Inken Brodersen", "Mats Hollesen", None]


@pytest.mark.parametrize(
    "text",
    [
        "Wir kommen zu fünft am 18. Januar: Marie Kowalczyk, Tim Ehlers und ich, dazu zwei Gäste.",
        "Wij komen op 18 januari: Marie Kowalczyk, Tim Ehlers en ik, plus twee gasten.",
        "Marie Kowalczyk, Tim Ehlers and I would like to attend on 18 January, plus two guests.",
        "Nous viendrons à cinq le 18 janvier : Marie Kowalczyk, Tim Ehlers et moi, plus deux invités.",
    ],
)
def test_guests_come_on_top_of_those_named_before_them(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 5, False)
    assert names(one) == ["Marie Kowalczyk", None, None, "Robin Keller", "Tim Ehlers"]


@pytest.mark.parametrize(
    "text",
    [
        "I would like to attend on 18 January, plus two colleagues: Marie Kowalczyk and Tim Ehlers.",
        "Ik kom graag op 18 januari, plus twee collega's: Marie Kowalczyk en Tim Ehlers.",
    ],
)
def test_guests_who_are_named_behind_their_number_are_these(text: str) -> None:
    assert names(reading(f"{text}\n\nRobin Keller")) == ["Marie Kowalczyk", "Robin Keller", "Tim Ehlers"]


def test_a_list_that_makes_the_number_full_is_the_party_of_who_sends_it() -> None:
    """ "We are six, three come", and three are listed: the writer is none of them."""
    one = reading(
        "Van ons team (we zijn met z'n zessen) willen er drie komen op 18 januari:\n\n- Marie Kowalczyk\n"
        "- Tim Ehlers\n- Victor Blok\n\nIkzelf zit die dag in Brussel.\n\nRobin Keller"
    )
    assert (one.seats, one.review) == (3, False)
    assert names(one) == ["Marie Kowalczyk", "Tim Ehlers", "Victor Blok"]


@pytest.mark.parametrize(
    "text",
    [
        "On 18 January from us come: me, our lawyer Marie Kowalczyk and Tim Ehlers.",
        "From our side will attend on 18 January: Marie Kowalczyk, me, and Tim Ehlers.",
        "Please register for 18 January: me (vegetarian), Marie Kowalczyk, and Tim Ehlers.",
        "Namens ons komen op 18 januari: Marie Kowalczyk, Tim Ehlers, ikzelf.",
        "Am 18. Januar kommen von uns: ich, Marie Kowalczyk und Tim Ehlers.",
        "Von uns nehmen am 18. Januar teil: Marie Kowalczyk, Tim Ehlers, ich.",
        "Le 18 janvier viendront de notre part : moi, Marie Kowalczyk et Tim Ehlers.",
        "Participeront le 18 janvier : Marie Kowalczyk, Tim Ehlers, moi-même.",
    ],
)
def test_the_writer_stands_in_a_row_of_names(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.review) == (Intent.REGISTER, False)
    assert names(one) == ["Marie Kowalczyk", "Robin Keller", "Tim Ehlers"]


@pytest.mark.parametrize(
    "text",
    [
        "Marie Kowalczyk will attend on 18 January; I, alas, cannot.",
        "From us comes on 18 January Marie Kowalczyk, not me.",
        "Please register our director Marie Kowalczyk for 18 January. I will not accompany her.",
        "Merci d'inscrire notre directrice Marie Kowalczyk pour le 18 janvier. Je ne l'accompagnerai pas.",
        "Bitte melden Sie Frau Marie Kowalczyk für den 18. Januar an. Ich kann sie nicht begleiten.",
    ],
)
def test_the_writer_who_is_spoken_of_may_stay_at_home(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert one.review or names(one) == ["Marie Kowalczyk"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Our director Marie Kowalczyk will attend on 18 January. I will accompany her as interpreter.",
            marks=pytest.mark.xfail(strict=True, reason="goes before a person, needlessly"),
        ),
        "Onze directeur Marie Kowalczyk komt op 18 januari. Ik vergezel haar, dus graag twee plaatsen.",
        "Unsere Direktorin Marie Kowalczyk nimmt am 18. Januar teil. Ich begleite sie, also zwei Plätze.",
        "Notre directrice Marie Kowalczyk participera le 18 janvier. Je l'accompagnerai.",
        "My wife, Dr Marie Kowalczyk, lets me not go alone. Two places for 18 January, please.",
        "Mijn vrouw en ik komen graag op 18 januari. Haar naam is Marie Kowalczyk.",
        "My wife and I would love to come on 18 January. She is called Marie Kowalczyk.",
        "Meine Frau und ich möchten am 18. Januar teilnehmen. Sie heißt Marie Kowalczyk.",
        "Ma femme et moi souhaitons participer le 18 janvier. Elle s'appelle Marie Kowalczyk.",
        "I shall be in Holland together with Marie Kowalczyk. Kindly keep two chairs for us on 18 January.",
    ],
)
def test_the_writer_and_one_other_who_is_named(text: str) -> None:
    one = reading(f"{text}\n\nRobin Keller")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 2, False)
    assert names(one) == ["Marie Kowalczyk", "Robin Keller"]


def test_whose_second_place_it_is_must_be_said() -> None:
    one = reading("Our director Marie Kowalczyk wants to come on 18 January. Two places please.\n\nRobin")
    assert one.review


@pytest.mark.parametrize(
    "text",
    [
        "Nadia, Pieter and I cannot come.",
        "Sadly Nadia (cc), Pieter and I cannot come on 18 January.",
        "Helaas kunnen Nadia, Pieter en ik niet komen.",
    ],
)
def test_the_list_of_the_letter_below_gives_first_names_in_full(text: str) -> None:
    quoted = (
        "On Mon, 8 Jan 2018, Partos <info@partos.example> wrote:\n\n> Thank you. On the list for the 4th "
        "Meet Up for Strategic Partnerships, 18 January 2018:\n>\n> * Robin Keller\n> * Nadia Haddouchi\n"
        "> * Pieter Goossens\n>\n> Kind regards,\n> Partos\n"
    )
    one = reading(f"{text}\n\nRobin", subject=CONFIRMATION, quoted=quoted)
    assert (one.intent, names(one)) == (
        Intent.CANCEL,
        ["Nadia Haddouchi", "Pieter Goossens", "Robin Keller"],
    )


def test_a_short_first_name_is_the_one_in_cc_that_begins_so() -> None:
    mail = letter(
        "Temi (cc'd) and I would love to come on 18 January.\n\nRobin Keller",
        ROBIN,
        subject="Meet Up",
        cc=("Temitope Adeyemi-Cole <temitope@verein.example>",),
    )
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert (one.seats, one.review) == (2, False)
    assert names(one) == ["Robin Keller", "Temitope Adeyemi-Cole"]


# -- who goes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Wij haken allebei af voor donderdag, Joop en ik. Geef onze stoelen gerust weg.",
        "We are both ill, Joop and I. Please cancel our registration.",
        "Wir können beide nicht kommen, Joop und ich. Bitte streichen Sie uns.",
        "Neither Joop nor I can be there on Thursday.",
    ],
)
def test_both_of_us_give_up_both_seats(text: str) -> None:
    one = answered(text, "Robin Keller", "Joop Vellekoop")
    assert (one.intent, one.review) == (Intent.CANCEL, False)
    assert names(one) == ["Joop Vellekoop", "Robin Keller"]


def test_one_of_two_gives_up_one_seat() -> None:
    text = "Ik kan donderdag niet. We zouden met z'n tweeën komen, maar Joop komt nu alleen."
    one = answered(text, "Robin Keller", "Joop Vellekoop")
    assert one.review or names(one) == ["Robin Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "On 8 December we registered Professor Annika Lindemann. Regrettably she has to stay in "
        "Geneva. Kindly release her seat.",
        "Milan is niet meer bij ons in dienst en komt dus niet.",
    ],
)
def test_who_is_meant_gives_up_the_seat(text: str) -> None:
    one = answered(text, "Robin Keller", "Milan Dudok", "Annika Lindemann")
    assert (one.intent, one.review) == (Intent.CANCEL, False)
    assert names(one) in (["Annika Lindemann"], ["Milan Dudok"])


# -- who steps in --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Lars hat gekündigt. Sein Platz geht an Tobias Kiefer.", [("Lars Behnke", "Tobias Kiefer")]),
        (
            "Small swap: Lars has hurt his back, so Tobias Kiefer takes his chair.",
            [("Lars Behnke", "Tobias Kiefer")],
        ),
        (
            "Wir tauschen: Statt Lars Behnke und mir kommen Enno Harms und Adaeze Nwosu.",
            [("Lars Behnke", "Enno Harms"), ("Robin Keller", "Adaeze Nwosu")],
        ),
        (
            "Pouvez-vous annuler l'inscription de Lars Behnke et inscrire à la place Tobias Kiefer ?",
            [("Lars Behnke", "Tobias Kiefer")],
        ),
        ("Mijn man Henk Nagtegaal gaat in mijn plaats.", [("Robin Keller", "Henk Nagtegaal")]),
        (
            "Wilt u Lars Behnke en Dilek Arslan vervangen door Enno Harms en Adaeze Nwosu?",
            [("Lars Behnke", "Enno Harms"), ("Dilek Arslan", "Adaeze Nwosu")],
        ),
        (
            "Lars Behnke is replaced by Enno Harms, Dilek Arslan is replaced by Adaeze Nwosu.",
            [("Lars Behnke", "Enno Harms"), ("Dilek Arslan", "Adaeze Nwosu")],
        ),
    ],
)
def test_who_steps_in_for_whom(text: str, pairs: list[tuple[str, str]]) -> None:
    one = answered(text, "Robin Keller", "Lars Behnke", "Dilek Arslan")
    assert (one.intent, one.review) == (Intent.CHANGE, False)
    assert [(pair.former and pair.former.name, pair.now.name) for pair in one.replacements] == pairs


def test_who_is_only_spoken_of_keeps_the_seat() -> None:
    text = "Lars heeft gelijk, ik kan niet komen. Tobias Kiefer komt in mijn plaats."
    one = answered(text, "Robin Keller", "Lars Behnke", "Dilek Arslan")
    assert [(pair.former and pair.former.name, pair.now.name) for pair in one.replacements] == [
        ("Robin Keller", "Tobias Kiefer")
    ]


def test_one_for_two_is_left_to_a_person() -> None:
    text = (
        "Lars and I are both stuck. Our editor Clara Minnaert will represent us, so one chair instead of two."
    )
    assert answered(text, "Robin Keller", "Lars Behnke").review
