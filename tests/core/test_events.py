"""Which event a mail is about: drawn from the configured events, not from one house's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailbot.core.base import Event, House
from mailbot.core.mail.message import Mail
from mailbot.core.understanding.events import EventReading, find_event
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, WRITTEN, event, letter


def read(mail: Mail, house: House = HOUSE) -> EventReading:
    assert mail.date is not None
    return find_event(mail, house, load_lexicon(), "nl", mail.date)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Graag meld ik mij aan voor 18 januari.", "meetup-4"),
        ("Graag meld ik mij aan voor 18-1-2018.", "meetup-4"),
        ("Ik kom op 18/1!", "meetup-4"),
        ("de 18e ben ik erbij", "meetup-4"),
        ("donderdag over een week kom ik graag naar de Meet Up", "meetup-4"),
        ("Ik kom volgende week donderdag naar de Meet Up", "meetup-4"),
        ("Schrijf mij in voor de vierde Meet Up", "meetup-4"),
        ("Schrijf mij in voor de 5e Meet Up", "meetup-5"),
        ("Schrijf mij in voor de vijfde editie van de Meet Up", "meetup-5"),
        ("I'd like to come on Jan 18th.", "meetup-4"),
        ("See you at the March Meet Up", "meetup-5"),
        ("Please register me for March 22", "meetup-5"),
        ("Count me in for the 4th meetup!", "meetup-4"),
        ("the one about shrinking civic space, please", "meetup-4"),
        ("the one about shrnking civic spce, please", "meetup-4"),
        ("I come to measuring what matters", "meetup-5"),
        ("ich melde mich für das Treffen am 18. Januar an", "meetup-4"),
        ("ich komme gern zum Meet Up am 22.03.", "meetup-5"),
        ("das Fünfte Meet Up passt mir besser", "meetup-5"),
        ("je m'inscris pour le 18 janvier", "meetup-4"),
        ("je viens à la quatrième Meet Up", "meetup-4"),
        ("inscrivez-moi pour le meet up du 22 mars", "meetup-5"),
        pytest.param(
            "Ik kom graag naar de Meet Up!", "meetup-4", id="the next one where nothing else is said"
        ),
        pytest.param(
            "Zet mij op de lijst voor 18 januari 2017", "meetup-4", id="last year's number in the new year"
        ),
    ],
)
def test_an_event_is_known_by_what_people_call_it(words: str, expected: str) -> None:
    reading = read(letter(words, subject="aanmelding"))
    assert reading.event == expected
    assert reading.contradiction is None
    assert reading.ambiguous is None
    assert reading.about_event


def test_every_sign_is_shown_with_its_place() -> None:
    mail = letter("Ik kom graag op 18 januari naar de vierde Meet Up.")
    reading = read(mail)
    assert {one.words for one in reading.evidence} >= {"18 januari", "vierde Meet Up"}
    for one in reading.evidence:
        place = mail.text if one.place == "text" else mail.subject
        assert place[one.start : one.end] == one.words


def test_a_past_event_is_said_to_be_past() -> None:
    reading = read(letter("Graag inschrijven voor de Meet Up van 12 oktober."))
    assert reading.event == "meetup-3"
    assert reading.past


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        pytest.param(
            "Please register me for the 3rd Meet Up on 18 January 2018.",
            "event-and-date",
            id="number and date",
        ),
        pytest.param(
            "Please sign me up for the Meet Up in February.", "no-such-event", id="no event that month"
        ),
        pytest.param(
            "Graag een plek voor de Meet Up op 19 januari.", "no-such-event", id="no event that day"
        ),
        pytest.param("Is er nog plek bij de zevende Meet Up?", "no-such-event", id="no such number"),
        pytest.param(
            "Ik kom graag naar de bijeenkomst van de klankbordgroep op 31 januari.",
            "no-such-event",
            id="another meeting's day",
        ),
        pytest.param(
            "Am 3. Februar findet bei euch ein Treffen statt, da melde ich mich an.",
            "no-such-event",
            id="a day on which nothing is",
        ),
        pytest.param(
            "Je voudrais m'inscrire à votre rencontre du 18 mars au Humanity House.",
            "no-such-event",
            id="our place on another day of next year",
        ),
        pytest.param(
            "Voor de Meet Up van vrijdag 19 januari geef ik Imke op. Op donderdag zit ik in Brussel.",
            "no-such-event",
            id="another day, and a Thursday besides",
        ),
        pytest.param(
            "Please register me for the Meet Up about measuring, on 18 January in The Hague.",
            "event-and-date",
            id="the theme of one, the day of another",
        ),
    ],
)
def test_what_does_not_fit_is_no_event(words: str, rule: str) -> None:
    reading = read(letter(words, subject="aanmelding"))
    assert reading.event is None
    assert reading.contradiction is not None
    assert reading.contradiction.rule == rule


def test_the_theme_of_another_event_than_that_of_the_letter_is_told_in_words() -> None:
    words = "Please register me for the Meet Up about measuring."
    before = "> On 18 January 2018 we hold the 4th Meet Up for Strategic Partnerships."
    reading = read(letter(words, quoted=before, subject="Re: Invitation"))
    assert reading.contradiction is not None
    assert '"measuring" and the letter that it answers' in reading.contradiction.text


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Please register me for the Meet Up on measuring, 22 March.", "meetup-5"),
        (
            "I read a book on measuring last week. Please register me for the Meet Up on 18 January.",
            "meetup-4",
        ),
        (
            "Thank you for organising this Meet Up. Measuring civic freedoms is my job, so I would love to "
            "attend on 18 January.",
            "meetup-4",
        ),
        ("Enrol me for the Meet Up on 18 January. My last Meet Up was that of 16 November.", "meetup-4"),
    ],
)
def test_a_word_or_a_day_told_elsewhere_contradicts_nothing(words: str, event: str) -> None:
    reading = read(letter(words, subject="aanmelding"))
    assert (reading.event, reading.contradiction, reading.ambiguous) == (event, None, None)


def test_two_events_are_told_apart_by_what_is_denied() -> None:
    reading = read(letter("De 18e januari haal ik helaas niet, maar voor 22 maart geef ik me op."))
    assert reading.ambiguous is not None
    assert reading.kept == {"meetup-5"}
    assert reading.denied == {"meetup-4"}


def test_the_events_of_a_sentence_can_be_asked_for() -> None:
    mail = letter("22 maart moet ik laten lopen. De 18e ben ik er wel.")
    reading = read(mail)
    assert reading.within(0, mail.text.index(".")) == {"meetup-5"}
    assert reading.within(mail.text.index("De"), len(mail.text)) == {"meetup-4"}


THREAD = "> Je staat op de lijst voor:\n> 5th Meet Up for Strategic Partnerships\n> Donderdag 22 maart 2018"


def test_the_thread_decides_where_the_words_say_nothing() -> None:
    reading = read(letter("Helaas kan ik niet.", quoted=THREAD, subject="Re: Bevestiging"))
    assert reading.event == "meetup-5"


def test_own_words_go_before_the_thread() -> None:
    reading = read(letter("Ik kom op 18 januari.", quoted=THREAD, subject="Re: Bevestiging"))
    assert reading.event == "meetup-4"


@pytest.mark.parametrize(
    "words",
    [
        "Bijgaand de factuur voor de lunch van 14 december.",
        "Graag solliciteer ik naar een functie als projectmedewerker.",
        "I would like a comment on the Dutch aid budget, today or tomorrow before 2pm.",
        "Goedemorgen, kunt u mij bellen? Telefoon 070 555 18 01.",
    ],
)
def test_mail_about_something_else_is_about_no_event(words: str) -> None:
    reading = read(letter(words, subject="vraag"))
    assert not reading.about_event
    assert reading.event is None


def test_another_house_needs_no_other_code() -> None:
    summer = event("zomer", "Zomerborrel", "", 2018, 7, 6)
    winter = event("winter", "Winterlezing: de toekomst van het veen", "", 2018, 12, 7)
    house = replace(HOUSE, organisation="Veenhart", events=(summer, winter))
    assert read(letter("Ik kom naar de zomerborrel", subject="ja"), house).event == "zomer"
    assert read(letter("Graag een plek op 7 december", subject="ja"), house).event == "winter"


def test_nothing_said_leaves_the_next_open_event_to_who_signs_up() -> None:
    reading = read(letter("Mag ik terug op de lijst?", subject="Toch wel"))
    assert reading.event is None
    assert reading.next_open == "meetup-4"
    elsewhere = read(letter("Graag inschrijven voor jullie webinar.", subject="vraag"))
    assert elsewhere.next_open is None


@pytest.mark.parametrize("year", [1, 9999])
def test_a_date_header_from_the_end_of_the_calendar_is_borne(year: int) -> None:
    late = datetime(year, 12, 31, tzinfo=UTC)
    mail = letter("Ik kom morgen, volgende week donderdag of volgende maand.", subject="ja", date=late)
    assert read(mail).contradiction is None


def test_a_hostile_mail_is_read_in_time_linear_to_its_length() -> None:
    def looked_at(count: int) -> int:
        mail = letter("Meet Up 18 januari 4e " * count, subject="x" * 100, date=WRITTEN)
        return len(read(mail).mentions)

    assert looked_at(2000) < 10_000


def _house(*events: Event) -> House:
    return replace(HOUSE, organisation="Veenhart", events=events)


MEETING = event(
    "meetup", "4th Meet Up for Strategic Partnerships", "Countering shrinking civic space", 2018, 1, 18
)
WRITING = event("writing", 'Workshop "Writing That People Read"', "", 2018, 2, 15)
MIXED = _house(MEETING, WRITING)
TRAININGS = _house(
    event("funds", "Training for Fundraisers", "", 2018, 1, 25),
    event("stories", "Training for Storytellers", "", 2018, 2, 8),
)
ONE_DAY = _house(
    event("morning", "Ochtendsessie: veilig werken", "", 2018, 1, 25),
    event("afternoon", "Middaglezing: water en recht", "", 2018, 1, 25),
    event("congress", "Jaarcongres Inclusieve Ontwikkeling 2018", "Niemand blijft achter", 2018, 3, 1),
)
TWO_MEETINGS = _house(MEETING, event("writers", "Writers' Meet Up", "", 2018, 2, 20))


@pytest.mark.parametrize(
    ("house", "words", "expected"),
    [
        (MIXED, 'Please register me for the workshop "Writing That People Read".', "writing"),
        (MIXED, "I'd like to join Writing That People Read.", "writing"),
        (MIXED, "Graag een plek bij de workshop.", "writing"),
        (MIXED, "Is there a seat left in the writing workshop? I'd love to come.", "writing"),
        (MIXED, "I am writing to register two people for the Meet Up.", "meetup"),
        (MIXED, "I'd like to come to the Meet Up, we are 3 people.", "meetup"),
        (MIXED, "Ik kom op 15 februari.", "writing"),
        (TRAININGS, "Sign me up for the Training for Storytellers.", "stories"),
        (TRAININGS, "Count me in for the training for fundraisers!", "funds"),
        (ONE_DAY, "Ik kom graag naar de ochtendsessie op 25 januari.", "morning"),
        (ONE_DAY, "Ik kom graag naar water en recht.", "afternoon"),
        (ONE_DAY, "Schrijf mij in voor de Middaglezing.", "afternoon"),
        (ONE_DAY, "Graag twee kaarten voor Inclusieve Ontwikkeling.", "congress"),
        (ONE_DAY, "Wij komen naar het jaarcongres.", "congress"),
        (TWO_MEETINGS, "I'd like to come to the Writers' Meet Up.", "writers"),
        (TWO_MEETINGS, "I'd like to come to the 4th Meet Up.", "meetup"),
        (TWO_MEETINGS, "I'd like to come to the Meet Up on 20 February.", "writers"),
    ],
)
def test_a_later_event_is_known_by_its_own_words(house: House, words: str, expected: str) -> None:
    reading = read(letter(words, subject="aanmelding"), house)
    assert (reading.event, reading.ambiguous, reading.contradiction) == (expected, None, None)


@pytest.mark.parametrize(
    ("house", "words"),
    [
        pytest.param(MIXED, "Graag meld ik mij aan voor de bijeenkomst.", id="any of two kinds"),
        pytest.param(MIXED, "Ik kom naar de Meet Up en naar de workshop.", id="both"),
        pytest.param(TWO_MEETINGS, "I'd like to come to the Meet Up.", id="the noun of two titles"),
        pytest.param(ONE_DAY, "Ik kom op 25 januari.", id="two on one day"),
        pytest.param(ONE_DAY, "Ik kom graag naar de bijeenkomst.", id="a general noun"),
        pytest.param(TRAININGS, "The training please, with the storytellers.", id="a word of the later one"),
    ],
)
def test_what_may_mean_several_events_is_for_a_person(house: House, words: str) -> None:
    assert read(letter(words, subject="aanmelding"), house).ambiguous is not None


@pytest.mark.parametrize(
    ("house", "words", "expected"),
    [
        pytest.param(HOUSE, "Zet mij op de lijst.", "meetup-4", id="one series: the next of it"),
        pytest.param(MIXED, "Zet mij op de lijst.", None, id="two kinds: either may be meant"),
        pytest.param(HOUSE, "Zet mij op de lijst voor de cursus.", None, id="something that is not ours"),
        pytest.param(TRAININGS, "Put me down for storytellers.", None, id="a word of the later one"),
    ],
)
def test_who_names_no_event_means_the_next_one_of_a_kind(
    house: House, words: str, expected: str | None
) -> None:
    assert read(letter(words, subject="aanmelding"), house).next_open == expected


@pytest.mark.parametrize("digits", ["1" * 60_000, "፩", "²²", "፩e", "1" * 9 + "e"])
def test_what_looks_like_a_number_and_is_too_large_or_strange_for_one_is_no_date(digits: str) -> None:
    assert read(letter(f"Ik kom op {digits}", subject="aanmelding")).event is None
