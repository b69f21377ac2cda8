"""What is acted on though a word of doubt stands in it, and what is not though none does.

A row is who they are to us, the language, what was written, and what it asks for ("?": a person looks).
"""

from __future__ import annotations

import pytest

from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Request
from tests.core.letters import HOUSE, letter
from tests.core.sayings import WRITER, lexicon, params, request, shown

_OPENS = {"nl": "Beste mensen,", "en": "Dear all,", "de": "Guten Tag,", "fr": "Bonjour,"}

# A word of doubt that governs no wish: asked politely, denied, of the past, of other things.
CERTAIN = [
    ("new", "nl", "Zonder aarzelen meld ik me aan voor de Meet Up van 18 januari.", "register"),
    ("offered", "nl", "Wat leuk, dan ben ik erbij!", "accept"),
    ("new", "nl", "Ik twijfelde eerst, maar schrijf mij in voor de Meet Up van 18 januari.", "register"),
    ("new", "nl", "Ik weet niet of dit het juiste adres is. Graag een plek op 18 januari.", "register"),
    ("new", "en", "No need to think twice: register me for 18 January, please.", "register"),
    ("new", "en", "I had been in two minds about it. Please register me for 18 January.", "register"),
    ("new", "en", "Please register me for 18 January, if that is no trouble.", "register"),
    ("registered", "en", "Please cancel my place. Thank you for your patience.", "cancel"),
    ("registered", "en", "Please cancel my place. Perhaps somebody else is happy with it.", "cancel"),
    ("registered", "de", "Bitte streichen Sie mich, auch wenn noch Plätze frei sind.", "cancel"),
    ("new", "de", "Ohne Zögern melde ich mich für den 18. Januar an.", "register"),
    ("registered", "fr", "Je me désiste. J'espère que quelqu'un d'autre en profitera.", "cancel"),
    ("new", "fr", "J'ai longtemps hésité. Inscrivez-moi pour le 18 janvier, s'il vous plaît.", "register"),
    # a seat that is there for everybody, late or away for a part of it, what it is paid with
    ("new", "nl", "Als er de 18e nog een stoeltje over is, reken dan op mij.", "register"),
    ("new", "nl", "Zet mij op de lijst voor 18 januari. De inloop mis ik helaas.", "register"),
    ("new", "nl", "Schrijf mij in voor 18 januari. Liefst pin ik, anders op rekening.", "register"),
    ("new", "en", "Please put me down for 18 January. I'm afraid I'll miss the welcome.", "register"),
    ("new", "en", "Register me for 18 January. I pay cash if possible, otherwise by invoice.", "register"),
    ("new", "en", "Please register me for 18 January. My badge could be sent to the office.", "register"),
    ("new", "de", "Ich melde mich für den 18. Januar an. Den Empfang werde ich verpassen.", "register"),
    ("new", "fr", "Inscrivez-moi pour le 18 janvier. Je manquerai le mot de bienvenue.", "register"),
]  # fmt: skip

# No condition in so many words, and a person must look all the same.
UNCERTAIN = [
    ("new", "nl", "Zal ik mij afmelden voor 18 januari?", "?"),
    ("new", "nl", "Ik meld me aan voor een Meet Up, kies maar welke.", "register?"),
    ("new", "nl", "Schrijf mij in voor de Meet Up van 9 februari.", "register?"),
    ("new", "en", "Please register me for the Meet Up of 9 February.", "register?"),
    ("new", "en", "I'm happy to attend on 18 January, on the condition that I get to speak.", "register?"),
    ("new", "en", "I'll come on 18 January with my class.", "register?"),
    ("new", "en", "Register me for 18 January. I can only confirm when my boss agrees.", "register?"),
    ("new", "en", "We come with three persons: Lydia Acker and Jan Post.", "register?"),
    ("registered", "en", "There is an error in your confirmation. Please correct it.", "change?"),
    ("offered", "de", "Ich nehme den Platz, wenn die Gebühr entfällt.", "accept?"),
    ("new", "de", "Ich komme am 18. Januar mit ein paar Leuten.", "register?"),
    ("new", "fr", "Mettez-nous sur la liste pour le 18 janvier, toute la bande !", "register?"),
    ("registered", "fr", "Je crois que je préfère annuler. Ou bien non, attendez.", "?"),
    # which event, or what is wished, is left open
    ("new", "nl", "Ik zie twee bijeenkomsten. Zet mij op de lijst van die waar nog plek is.", "register?"),
    ("new", "nl", "Schrijf mij in voor 18 januari. En voor Wim hetzelfde als vorige keer.", "register?"),
    ("new", "en", "You announce two Meet Ups. Sign me up for whichever has room.", "register?"),
    ("new", "en", "Put me down for 18 January. For Ruth please do the same as last year.", "register?"),
    ("new", "de", "Bitte melden Sie mich zu einem Treffen an, welches ist mir egal.", "register?"),
    ("new", "fr", "Inscrivez-moi à une de vos rencontres, peu importe laquelle.", "register?"),
    ("registered", "nl", "Schrap mij voor donderdag. Voor maart graag iets voor ons regelen.", "cancel?"),
    ("new", "en", "Put me down for 18 January, but my trip has to be authorised first.", "register?"),
    ("registered", "en", "Is there a lift? In case there isn't, take me off the list.", "cancel?"),
    ("new", "de", "Ich komme am 18. Januar, mein Antrag muss noch genehmigt werden.", "register?"),
]  # fmt: skip


def _read(before: str, lang: str, text: str) -> Request:
    return request(text, before, greeting=_OPENS[lang], closing="Robin", invitation="Meet Up 18 January")


@pytest.mark.parametrize(("before", "lang", "text", "expected"), params(CERTAIN))
def test_a_word_of_doubt_elsewhere_stops_nothing(before: str, lang: str, text: str, expected: str) -> None:
    read = _read(before, lang, text)
    assert shown(read).removesuffix(" +question") == expected, [reason.text for reason in read.reasons]


@pytest.mark.parametrize(("before", "lang", "text", "expected"), params(UNCERTAIN))
def test_what_nobody_could_act_on_goes_before_a_person(
    before: str, lang: str, text: str, expected: str
) -> None:
    read = _read(before, lang, text)
    assert read.review
    assert shown(read).removesuffix(" +question").endswith(expected), [reason.text for reason in read.reasons]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("nl", "Wij komen met twee personen: Agnes Kuhn en Samira Haddad.", "Agnes Kuhn, Samira Haddad"),
        ("de", "Wir sind zu zweit dabei: Konrad Bielefeld und Tanja Kurz.", "Konrad Bielefeld, Tanja Kurz"),
    ],
)  # fmt: skip
def test_names_that_make_the_number_full_leave_no_seat_for_the_mailbox(
    lang: str, text: str, names: str
) -> None:
    # Written from the mailbox of a third person, who signs nothing.
    read = understand(letter(f"{_OPENS[lang]}\n\n{text}\n", WRITER, subject="Meet Up"), HOUSE, lexicon())
    assert [one.name for one in read.attendees] == names.split(", ")
    assert not read.review


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Kunt u Ahmed Sharif vervangen door Paula Bakker?"),
        ("en", "Swap for 18 January: Ahmed Sharif out, Paula Baker in."),
        ("en", "Please replace Ahmed Sharif by Paula Baker."),
        ("nl", "Voor 18 januari staat Ahmed Sharif ingeschreven. In zijn plaats komt Paula Bakker."),
    ],
)
def test_who_steps_in_for_whom_stands_between_the_names(lang: str, text: str) -> None:
    read = _read("registered", lang, text)
    assert read.intent == "change"
    former = [pair.former.name for pair in read.replacements if pair.former is not None]
    assert former == ["Ahmed Sharif"]
    assert len(read.replacements) == 1


def test_who_is_told_to_come_asks_for_their_own_seat() -> None:
    read = _read("new", "en", "My professor said that I should go. I'd like to come on 18 January.")
    assert shown(read) == "register"


def test_the_one_registration_is_whose_it_is() -> None:
    assert shown(_read("registered", "en", "Sorry, double booked. Have to cancel.")) == "cancel"


def test_whoever_drops_out_unnamed_is_not_the_writer() -> None:
    assert _read("registered", "en", "My colleague has the flu and drops out.").review
