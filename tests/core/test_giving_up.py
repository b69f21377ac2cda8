"""Who gives a seat up: one of several, somebody for whom another writes, or the writer."""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

LEXICON = load_lexicon()
SIGNED = "Robin Keller\n"


def read(words: str, *listed: str, subject: str = "Meet Up 18 January", signature: str = "") -> Request:
    """Robin Keller writes these words, as an answer to a confirmation where people are ``listed``."""
    confirmation = (
        "On 5 Jan 2018 Partos <info@partos.example> wrote:\n"
        "> Thank you for your registration. You are on the list for:\n"
        "> 4th Meet Up for Strategic Partnerships, Thursday 18 January 2018\n>\n"
        f"> Registered: {', '.join(listed)}\n>\n> Partos"
    )
    mail = letter(
        words,
        "Robin Keller <robin.keller@seewind.example>",
        quoted=confirmation if listed else "",
        subject="Re: Confirmation: 4th Meet Up for Strategic Partnerships" if listed else subject,
        signature=signature or SIGNED,
    )
    return understand(mail, HOUSE, LEXICON)


def leave(request: Request) -> list[str | None]:
    return [one.name for one in request.attendees]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Van onze drie plekken kan er een terug: Lotte Brands heeft een uitvaart.", ["Lotte Brands"]),
        (
            "Van onze vier aanmeldingen moeten er twee vervallen: Lotte Brands en Mehmet Kaya.",
            ["Lotte Brands", "Mehmet Kaya"],
        ),
        ("Van onze twee stoelen komt er één vrij: Lotte Brands moet naar Brussel. Ik ben er zelf gewoon bij.",
         ["Lotte Brands"]),
        ("Two of us have to drop out: Lotte Brands and Mehmet Kaya. I will still be there.",
         ["Lotte Brands", "Mehmet Kaya"]),
        ("Of our three seats one becomes free: Lotte Brands is ill.", ["Lotte Brands"]),
        ("Von unseren drei Plätzen wird einer frei: Lotte Brands ist krank. Mehmet Kaya und ich kommen.",
         ["Lotte Brands"]),
        ("Von unseren vier Plätzen geben wir zwei zurück: Lotte Brands hat kein Visum bekommen und "
         "Mehmet Kaya "
         "bleibt auch zu Hause.", ["Lotte Brands", "Mehmet Kaya"]),
        ("Sur nos trois places, une se libère : Lotte Brands est retenue à Lyon. Mehmet Kaya et moi "
         "serons là "
         "comme prévu.", ["Lotte Brands"]),
    ],
)  # fmt: skip
def test_some_of_several_give_up(words: str, who: list[str]) -> None:
    request = read(words, "Robin Keller", "Lotte Brands", "Mehmet Kaya")
    assert (request.intent, sorted(map(str, leave(request)))) == (Intent.CANCEL, who)
    assert not {reason.rule for reason in request.reasons} & {"both", "who-leaves", "conditional"}


@pytest.mark.parametrize(
    "words",
    [
        "Lotte and I will toss a coin over the weekend, but you may already cancel one of the seats.",
        "Een van onze plekken kan vrij, wie er thuisblijft weten we nog niet. Annuleer er één plek.",
        "Streichen Sie bitte einen Platz, wer von uns fehlt, losen Lotte und ich noch aus.",
    ],
)
def test_how_many_is_not_who(words: str) -> None:
    request = read(words, "Robin Keller", "Lotte Brands")
    assert request.review


@pytest.mark.parametrize(
    "words",
    [
        "Nous sommes au regret de vous informer que M. Modibo Diallo, dont nous vous avions transmis "
        "l'inscription, "
        "ne pourra prendre part à la rencontre du 18 janvier.",
        "Tot mijn spijt moet ik u meedelen dat de heer Modibo Diallo op 18 januari niet aanwezig kan "
        "zijn. Ik had "
        "hem bij u opgegeven.",
        "Leider muss ich Ihnen mitteilen, dass Herr Modibo Diallo am 18. Januar nicht teilnehmen kann. "
        "Auf seinen "
        "Wunsch melde ich ihn ab.",
        "I regret to inform you that Mr Modibo Diallo is unable to attend on 18 January. At his request "
        "I cancel his "
        "registration.",
        "On behalf of Mr. Modibo Diallo (m.diallo@seewind.example) I have to cancel his participation "
        "on 18 January.",
        "In opdracht van de heer Modibo Diallo annuleer ik hierbij zijn inschrijving voor 18 januari.",
        "Im Auftrag von Herrn Modibo Diallo muss ich seine Teilnahme am 18. Januar leider absagen.",
        "De heer Modibo Diallo is verhinderd op 18 januari. Op zijn verzoek meld ik hem af. Een "
        "vervanger heb ik zo "
        "snel niet.",
        "M. Modibo Diallo est souffrant. À sa demande, je dois annuler sa participation du 18 janvier.",
    ],
)
def test_somebody_is_cancelled_by_another(words: str) -> None:
    request = read(words, subject="Meet Up")
    assert (request.intent, leave(request)) == (Intent.CANCEL, ["Modibo Diallo"])
    assert "no-authority" not in {reason.rule for reason in request.reasons}


@pytest.mark.parametrize(
    ("words", "signature"),
    [
        ("De heer Modibo Diallo komt niet op 18 januari. Gelieve hem van de lijst te halen.",
         "directiesecretariaat"),
        ("Mr Modibo Diallo cannot come on 18 January. Please take him off the list.",
         "Executive Assistant to the CEO"),
        ("Herr Modibo Diallo kommt am 18. Januar nicht. Bitte streichen Sie ihn.", "Sekretariat"),
    ],
)  # fmt: skip
def test_a_secretary_writes_for_others(words: str, signature: str) -> None:
    known = read(words, signature=f"Robin Keller\n{signature}\n")
    alone = read(words)
    assert leave(known) == ["Modibo Diallo"]
    assert "no-authority" not in {reason.rule for reason in known.reasons}
    assert "no-authority" in {reason.rule for reason in alone.reasons}


@pytest.mark.parametrize(
    "words",
    [
        "De heer Modibo Diallo komt niet op 18 januari, hij staat geloof ik wel bij jullie op de lijst.",
        "Modibo Diallo cannot come on 18 January. Please take him off. He does not know that I am writing.",
    ],
)
def test_what_is_only_believed_goes_to_a_person(words: str) -> None:
    assert read(words).review


def test_nobody_instead_is_no_replacement() -> None:
    for words in (
        "Ik moet me afmelden voor 18 januari. Er komt niemand in mijn plaats.",
        "I have to cancel my seat for 18 January. I have no replacement.",
        "Ich muss mich für den 18. Januar abmelden. Eine Vertretung habe ich nicht.",
        "Je dois annuler mon inscription du 18 janvier. Je n'ai pas de remplaçant.",
    ):
        request = read(words, "Robin Keller")
        assert (request.intent, leave(request)) == (Intent.CANCEL, ["Robin Keller"])


@pytest.mark.parametrize(
    "words",
    [
        "J'ai réservé 2 places mais finalement un de nous deux ne vient pas, soit moi soit Lotte, on décide "
        "mercredi. Annulez une place svp",
        "Een van ons twee komt niet, Lotte of ik, dat beslissen we woensdag. Annuleer alvast één plaats.",
        "One of us two can't come, either Lotte or I, we decide on Wednesday. Please cancel one seat.",
        "Einer von uns zwei kann nicht kommen, Lotte oder ich. Bitte streichen Sie schon einen Platz.",
    ],
)
def test_one_of_two_and_not_which(words: str) -> None:
    assert read(words, "Robin Keller", "Lotte Brands").review
    assert read(words).review or read(words).intent is not Intent.CANCEL


@pytest.mark.parametrize(
    "words",
    [
        "Lotte en ik komen, maar we kunnen niet voor drie uur.",
        "Ik kom graag, maar kan niet tot het eind blijven.",
        "I can't come before 3 pm.",
        "I won't be able to make it before four, but will be there.",
        "Ich kann nicht vor drei Uhr kommen.",
        "Ich komme, kann aber nicht bis zum Ende bleiben.",
        "Je ne pourrai pas venir avant trois heures.",
    ],
)
def test_who_comes_later_or_leaves_earlier_keeps_the_seat(words: str) -> None:
    one = read(words, "Robin Keller")
    assert one.review or one.intent is not Intent.CANCEL


@pytest.mark.parametrize(
    "words",
    [
        "I can't come before 3 pm, so please cancel my registration.",
        "Ik kan niet voor drie uur. Meld mij af.",
    ],
)
def test_whose_hours_do_not_fit_may_still_cancel(words: str) -> None:
    one = read(words, "Robin Keller")
    assert (one.intent, one.review) == (Intent.CANCEL, False)
