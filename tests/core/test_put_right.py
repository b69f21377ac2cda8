"""Which value of a correction is the new one: an address, a name, an answer to our question."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from tests.core.letters import HOUSE, letter
from tests.core.test_giving_up import LEXICON, read

OWN = "robin.keller@seewind.example"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("I registered with robin@old.example by mistake, it no longer exists. Please use " + OWN + ".", OWN),
        ("You have robin@old.example. That address is wrong, it should be r.keller@seewind.example.",
         "r.keller@seewind.example"),
        ("I gave you the address robin@old.example. Please change it to " + OWN + ".", OWN),
        ("Ik zie dat ik jullie het adres robin@oud.example heb doorgegeven. Dat bestaat niet meer. Kunnen "
         "jullie er " + OWN + " van maken?", OWN),
        ("Ik heb me aangemeld met robin@oud.example, maar dat werkt niet meer. Het nieuwe adres is "
         "r.keller@seewind.example.", "r.keller@seewind.example"),
        ("Ich habe robin@alt.example angegeben, die gibt es nicht mehr. Richtig ist "
         "r.keller@seewind.example.",
         "r.keller@seewind.example"),
        ("J'avais indiqué robin@ancien.example, cette adresse n'existe plus. Merci de noter "
         "r.keller@seewind.example.", "r.keller@seewind.example"),
    ],
)  # fmt: skip
def test_the_address_that_holds(words: str, address: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, [one.email for one in request.attendees]) == (Intent.CHANGE, [address])


@pytest.mark.parametrize(
    "words",
    [
        "Ich bin für den 18. Januar angemeldet, noch unter robin@amt.example. Dort bin ich seit Jahresbeginn "
        "nicht mehr beschäftigt. Bitte schicken Sie alles Weitere an " + OWN + ".",
        "I no longer work there, please change my address to " + OWN + ".",
    ],
)
def test_who_changed_jobs_still_comes(words: str) -> None:
    assert read(words, "Robin Keller").intent is Intent.CHANGE


@pytest.mark.parametrize(
    "words",
    [
        "You wrote \"Robin Keller\". Robin is my family name, so on the badge please write Keller Robin.",
        "Please write my name as Keller Robin on the badge: Keller is my given name.",
        "Voor- en achternaam zijn omgedraaid: op het naamkaartje moet Keller Robin staan.",
        "Vor- und Nachname sind vertauscht, richtig ist Keller Robin.",
        "Robin est mon nom de famille ; sur le badge, merci de mettre Keller Robin.",
    ],
)  # fmt: skip
def test_the_order_of_a_name_is_as_written(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, [one.name for one in request.attendees]) == (Intent.CHANGE, ["Keller Robin"])


@pytest.mark.parametrize(
    "words",
    [
        "Ik ben getrouwd. Kunnen jullie er op de lijst en het naamkaartje Robin Keller-Bos van maken?",
        "I got married in December, could you write Robin Keller-Bos on my badge?",
        "Könnten Sie auf dem Namensschild bitte Robin Keller-Bos daraus machen?",
        "Je me suis mariée : merci de mettre Robin Keller-Bos sur le badge.",
    ],
)
def test_a_married_name(words: str) -> None:
    request = read(words, "Robin Keller")
    assert (request.intent, [one.name for one in request.attendees]) == (Intent.CHANGE, ["Robin Keller-Bos"])


def answer(words: str, question: str, subject: str) -> Request:
    mail = letter(
        words,
        f"Robin Keller <{OWN}>",
        quoted=f"On 8 Jan 2018 Partos <info@partos.example> wrote:\n> {question}\n>\n> Partos",
        subject=f"Re: {subject}",
        signature="Robin Keller\n",
    )
    return understand(mail, HOUSE, LEXICON)


@pytest.mark.parametrize(
    ("words", "question", "subject", "name", "house"),
    [
        ("Zet er maar gewoon \"Stichting Seewind\" op. Seewind Holding is onze oude naam.",
         "Ik ben de badges voor 18 januari aan het maken. Wat moet het worden?", "Badge 18 januari",
         "Robin Keller", "Stichting Seewind"),
        ("Keller is my given name, so please write Keller Robin.",
         "You appear on our list for 18 January as \"Robin Keller\". How would you like it on the badge?",
         "Your badge for 18 January", "Keller Robin", None),
        ("Bitte schreiben Sie \"Seewind e.V.\" auf das Schild.",
         "Für die Namensschilder am 18. Januar: Welche Organisation dürfen wir nennen?", "Namensschild",
         "Robin Keller", "Seewind e.V"),
        ("Mettez « Collectif Seewind », merci.",
         "Pour les badges du 18 janvier : quelle organisation faut-il indiquer ?", "Votre badge",
         "Robin Keller", "Collectif Seewind"),
    ],
)  # fmt: skip
def test_an_answer_to_our_question_about_the_badge(
    words: str, question: str, subject: str, name: str, house: str | None
) -> None:
    request = answer(words, question, subject)
    assert request.intent is Intent.CHANGE
    assert [(one.name, one.organisation) for one in request.attendees] == [(name, house)]


def test_a_guest_put_on_the_list_is_not_the_writer() -> None:
    request = read(
        "The mystery guest now has a name: Dominika Braun. Can you put it on the list?", "Robin Keller"
    )
    assert request.review or [one.name for one in request.attendees] == ["Dominika Braun"]
