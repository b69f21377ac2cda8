"""How many seats a mail asks for: what counts somebody, and what only speaks of people."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent, Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

ROBIN = "Robin Keller <robin.keller@verein.example>"


def reading(text: str, *, signed: str = "\n\nRobin Keller") -> Request:
    return understand(letter(text + signed, ROBIN, subject="Meet Up"), HOUSE, load_lexicon(), Context())


def names(one: Request) -> list[str | None]:
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Namens onze diaconie (zes man) kom ik op 18 januari naar de Meet Up.",
        "Onze stichting (vier vrijwilligers) is klein, maar ik kom graag op 18 januari.",
        "Ons team van vijf mensen stuurt mij naar de Meet Up van 18 januari. Schrijf mij in.",
        "On behalf of our group (five volunteers) I would like to attend on 18 January.",
        "We are a tiny foundation (three people) and I would like to attend on 18 January.",
        "Our team of five is sending me to the Meet Up on 18 January. Please register me.",
        "Für unseren Verein (sieben Leute) möchte ich am 18. Januar teilnehmen.",
        "Au nom de notre collectif (six personnes), je participe le 18 janvier.",
        "Notre équipe de cinq personnes m'envoie au Meet Up du 18 janvier. Inscrivez-moi.",
    ],
)
def test_so_many_the_house_of_the_writer_has_and_one_comes(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, names(one)) == (Intent.REGISTER, 1, ["Robin Keller"])


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Onze groep (vier personen) komt graag op 18 januari.", 4),
        ("Wij zijn met drie mensen van de stichting en ik meld ons hierbij aan voor 18 januari.", 3),
        ("I would like to reserve seats on 18 January for our team (five people).", 5),
        ("Pour notre groupe (quatre personnes) je voudrais réserver des places le 18 janvier.", 4),
    ],
)
def test_a_whole_group_that_comes_is_counted(text: str, seats: int) -> None:
    assert reading(text).seats == seats


@pytest.mark.parametrize(
    "picture",
    [
        "[cid:image001.png@01D5EA0A.03F848A7]",
        "[cid:image002.jpg@01D303AA.1A2B3C40]",
        "<https://peace.example/2a3/seats>",
    ],
)
def test_the_name_of_a_picture_or_a_link_counts_nobody(picture: str) -> None:
    one = reading("Please register me for 18 January.", signed=f"\n\nRobin Keller\n\n{picture}\n")
    assert (one.seats, one.review) == (1, False)


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        (
            "Ik geef op voor 18 januari:\n\n* Yara Ouali\n* Quincy Pinas\n* ikzelf als docent",
            3,
        ),
        ("Please register for 18 January:\n\n- Jane Fox\n- Peter Stone\n- myself as their supervisor", 3),
        ("Anmeldung 18. Januar:\n\n- Eva Lund\n- Jan Weber\n- meine Wenigkeit als Betreuer", 3),
        ("Je souhaite inscrire pour le 18 janvier :\n\n- Eva Lund\n- moi-même comme accompagnateur", 2),
        ("Am 18. Januar kommen:\n\n- Cornelius Abt\n- Praktikantin Lea Osswald (19 Jahre)", 2),
        (
            "Graag inschrijven op 18 januari:\n\n- directeur Jan de Boer\n- stagiaire Els de Wit (laat)",
            2,
        ),
        ("Please register for 18 January:\n\n1) our new director Jane Fox\n2) treasurer: Peter Stone", 2),
        ("Inscriptions pour le 18 janvier :\n\n- la directrice Eva Lund\n- le trésorier Jean Petit", 2),
        ("We come on 18 January:\n\n- Robin Keller\n- Peter Stone\n- one more person, name follows", 3),
        ("Graag aanmelden voor 18 januari:\n\n- Jan de Boer\n- Els de Wit\n- nog iemand, naam volgt", 3),
        ("Anmeldung 18. Januar:\n\n- Eva Lund\n- Jan Weber\n- eine weitere Person (Name folgt)", 3),
    ],
)
def test_each_line_of_a_list_is_a_seat_however_it_is_put(text: str, seats: int) -> None:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, seats, False)


@pytest.mark.parametrize(
    "text",
    [
        "We will attend on 18 January with the following people:\n\n- Jane Fox\n- Peter Stone",
        "Wij komen graag op 18 januari: Els de Wit en Jan de Boer.",
        "Wir kommen am 18. Januar mit folgenden Personen:\n\n- Eva Lund\n- Jan Weber",
        "Nous participerons le 18 janvier :\n\n- Eva Lund\n- Jean Petit",
    ],
)
def test_we_come_and_a_row_of_others_may_be_one_more(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.review) == (Intent.REGISTER, True)
    assert "who-comes" in {reason.rule for reason in one.reasons}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Please register me for 18 January. And Jane Fox as well.", "Jane Fox"),
        ("Please register me for 18 January. Also: Jane Fox (jane@verein.example).", "Jane Fox"),
        ("Count me in for 18 January. Oh, and Jane Fox, please.", "Jane Fox"),
        ("Hierbij meld ik mij aan voor 18 januari. O ja, ook Els de Wit graag.", "Els de Wit"),
        ("Schrijf mij in voor 18 januari. Els de Wit graag ook.", "Els de Wit"),
        ("Ich möchte mich für den 18. Januar anmelden. Ebenso meine Kollegin Eva Lund.", "Eva Lund"),
        ("Je m'inscris pour le 18 janvier. Ajoutez aussi Eva Lund, s'il vous plaît.", "Eva Lund"),
        ("Mijn zus Els Keller is die week hier. Ik kom op 18 januari en zij komt mee.", "Els Keller"),
        ("Onze collega Moussa Traoré is dan hier. Ik neem hem dus mee op 18 januari.", "Moussa Traoré"),
        ("Unsere Kollegin Eva Lund ist zu Besuch. Ich bringe sie am 18. Januar mit.", "Eva Lund"),
        ("Eva Lund ist zu Besuch. Ich komme am 18. Januar und sie begleitet mich.", "Eva Lund"),
        ("Jane Fox is over that week. I come on 18 January and she is coming with me.", "Jane Fox"),
        ("I'd like to come on 18 January. Jane Fox comes with me.", "Jane Fox"),
        ("Moussa Traoré est de passage. Je viens le 18 janvier et je l'emmène.", "Moussa Traoré"),
    ],
)
def test_who_is_added_behind_comes_too(text: str, other: str) -> None:
    one = reading(text)
    assert (one.intent, one.review, one.seats) == (Intent.REGISTER, False, 2)
    assert names(one) == sorted(["Robin Keller", other])


@pytest.mark.parametrize(
    ("greeting", "after"),
    [
        ("Regards,", "P.S. Our treasurer is free that day. So: also Ms Leena Pai, leena.pai@verein.example."),
        ("Groet,", "PS: doe er ook maar Els de Wit bij."),
        ("Viele Grüße", "PS: Bitte auch Eva Lund dazuschreiben."),
    ],
)
def test_who_is_added_below_the_name_comes_too(greeting: str, after: str) -> None:
    one = reading("I hereby register for 18 January.", signed=f"\n\n{greeting}\nRobin Keller\n\n{after}\n")
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 2, False)


@pytest.mark.parametrize(
    "text",
    [
        "Please register me for 18 January. Also, Jane Fox told me about it.",
        "Please register me for 18 January. Invoice also to Jane Fox, please.",
        "Please register me for 18 January. Greetings to Peter Stone. And Jane Fox as well.",
        "Ik kom op 18 januari. Groeten ook aan Els de Wit.",
        "Ik kom op 18 januari. Els de Wit kan niet. Zij komt dus niet mee.",
        "Je viens le 18 janvier. Eva Lund m'a transmis votre message, elle aussi le trouve intéressant.",
    ],
)
def test_who_is_only_spoken_of_behind_is_not_added(text: str) -> None:
    one = reading(text)
    assert (one.intent, names(one)) == (Intent.REGISTER, ["Robin Keller"])


def test_somebody_who_comes_along_and_is_nowhere_named_is_for_a_person() -> None:
    one = reading("Ich komme am 18. Januar. Er begleitet mich.")
    assert "who-comes" in {reason.rule for reason in one.reasons}


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom graag op 18 januari, met introducee.",
        "Graag aanmelden voor 18 januari, inclusief partner.",
        "Ik kom op 18 januari, en ik neem iemand mee. De naam volgt nog.",
        "Ik kom op 18 januari en er komt iemand van ons kantoor mee. Hoe hij heet weet ik pas maandag.",
        "Zet mij op de lijst voor 18 januari, en eentje voor mijn man.",
        "I'd like to come on 18 January, with companion.",
        "I come on 18 January and somebody from our office comes along. I will only know the name later.",
        "One seat for me on 18 January and one for my wife.",
        "Ich komme am 18. Januar mit Begleitung.",
        "Ich komme am 18. Januar, und es kommt jemand aus unserem Büro mit.",
        "Bitte einen Platz für mich am 18. Januar und einen für meine Frau.",
        "Je viens le 18 janvier, accompagné d'une personne.",
        "Je viens le 18 janvier, j'amènerai quelqu'un.",
    ],
)
def test_a_guest_without_a_name_takes_a_seat(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, one.review) == (Intent.REGISTER, 2, False)
    assert sorted(names(one), key=str) == sorted([None, "Robin Keller"], key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 18 januari. Misschien neem ik iemand mee.",
        "Ik kom de 18e graag. Mijn collega Otto twijfelt nog, misschien zijn we dus met twee.",
        "I come on 18 January and may bring someone.",
        "Je viens le 18 janvier, peut-être avec ma femme.",
    ],
)
def test_a_guest_who_may_come_or_not_is_for_a_person(text: str) -> None:
    assert reading(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom op 18 januari. Ik neem niemand mee.",
        "Ik kom op 18 januari. Iemand van ons kantoor betaalt de factuur.",
        "I come on 18 January. Someone from our office will call you about the invoice.",
        "Je viens le 18 janvier. Je travaille avec une personne aveugle.",
    ],
)
def test_somebody_of_whom_other_things_are_told_takes_no_seat(text: str) -> None:
    assert reading(text).seats == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kunnen jullie Els de Wit bijschrijven voor 18 januari? Voor mij hoeft er geen plek bij.",
        "Please register our director Jane Fox for 18 January. I don't need a seat myself.",
        "Please register our director Jane Fox for 18 January. No seat needed for me.",
        "Bitte melden Sie unsere Chefin Eva Lund für den 18. Januar an. Für mich braucht es keinen Platz.",
        "Merci d'inscrire notre directrice Eva Lund pour le 18 janvier. Pas besoin de place pour moi.",
    ],
)
def test_who_wants_no_seat_signs_up_the_other(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats) == (Intent.REGISTER, 1)
    assert "Robin Keller" not in names(one)


@pytest.mark.parametrize(
    "text",
    [
        "Please put me on for 18 January. My neighbour Mr. Van Rossem says he maybe joins, don't count him.",
        "Zet mij op de lijst voor 18 januari. Jan de Boer komt misschien, maar tel hem nog niet mee.",
    ],
)
def test_who_is_not_to_be_counted_holds_nobody_back(text: str) -> None:
    assert names(reading(text)) == ["Robin Keller"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Schrijf Els de Wit in voor 18 januari.", "Els de Wit"),
        ("Zet Wanjiru Kamau op de lijst voor 18 januari.", "Wanjiru Kamau"),
        ("Noteer Jan de Boer voor 18 januari.", "Jan de Boer"),
        ("Add Jane Fox to the list for 18 January.", "Jane Fox"),
        ("Book Jane Fox in for 18 January.", "Jane Fox"),
        ("Enrol Wanjiru Kamau for 18 January.", "Wanjiru Kamau"),
        ("Inscrivez Eva Lund pour le 18 janvier.", "Eva Lund"),
        ("Notez Awa Diop pour le 18 janvier.", "Awa Diop"),
    ],
)
def test_the_word_of_signing_up_is_no_part_of_the_name(text: str, name: str) -> None:
    one = reading(text)
    assert (one.intent, names(one)) == (Intent.REGISTER, [name])


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij geef ik mij op voor 18 januari (en telt u mij niet als twee man, ik ben 81).",
        "I would like to attend on 18 January. Not two seats this time, just one.",
        "Je viens le 18 janvier. Pas deux places, une seule.",
        "I'd like to attend on 18 January. I heard about it at my choir.",
        "Ik kom op 18 januari. Ik hoorde erover in mijn koor.",
        "Ja, ik meld me aan voor 18 januari: Robin Keller, Keller Procesbegeleiding.",
    ],
)
def test_a_number_denied_a_choir_or_the_writers_firm_is_no_second_one(text: str) -> None:
    one = reading(text)
    assert (one.intent, one.seats, names(one)) == (Intent.REGISTER, 1, ["Robin Keller"])


def test_a_plus_one_for_a_house_may_be_the_writer() -> None:
    one = reading("Ik heb nu ook groen licht voor 18 januari, dus +1 voor Kindrechten Nu.")
    assert (one.intent, one.review) == (Intent.REGISTER, True)
    assert reading("Count me in for 18 January, +1 for my wife.").seats == 2


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij geef ik twee deelnemers op voor 18 januari: de heer Jan de Boer en mevrouw Els de Wit.",
        "I would like to register two participants for 18 January: our chair Jane Fox and Peter Stone.",
        "Ich melde zwei Personen für den 18. Januar an: unsere Vorsitzende Eva Lund und Herrn Jan Weber.",
    ],
)
def test_who_signs_up_as_many_as_are_named_is_none_of_them(text: str) -> None:
    one = reading(text)
    assert (one.seats, one.review) == (2, False)
    assert "Robin Keller" not in names(one)
