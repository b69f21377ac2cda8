"""What no rule of triage knows for a machine's, and reads as one's as a whole: set aside, never answered."""

from __future__ import annotations

import pytest

from mailbot.core.read import read
from mailbot.core.reading import Reading
from mailbot.core.triage.outcome import SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.understanding import settling
from tests.core.sayings import lexicon
from tests.corpus.house import HOUSE

BANNERS = (
    "Beste ondernemer,\n\nAfgelopen jaar kochten 4.000 bedrijven onze banners. Bestel voor vrijdag en "
    "ontvang 25% korting en gratis levering op al onze producten. Geen interesse? Antwoord met STOP."
    "\n\nTeam PrintKoning"
)
SCAN = (
    "Reply to: noreply\nDevice Name: copier hall\nDevice Model: MX-3071\nFile Format: PDF\nResolution: 300dpi"
    "\n\nAttached file is scanned image in PDF format."
)


def _read(words: str, headers: str = "") -> Reading:
    mail = (
        f"From: Kelly <kelly@boost.example>\nTo: info@partos.example\nSubject: 18 januari\n{headers}"
        "Date: Tue, 09 Jan 2018 10:00:00 +0100\nMessage-ID: <1@boost.example>\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{words}\n"
    )
    return read(mail.encode(), HOUSE, lexicon())


@pytest.mark.parametrize("words", [BANNERS, SCAN])
def test_what_reads_as_nobodys_is_set_aside_with_its_words(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = _read(words)
    assert not isinstance(triage(reading.mail, HOUSE), SetAside), "no rule knows it"
    assert reading.aside is not None
    assert reading.aside.reason.rule == "unasked"
    assert reading.aside.reason.text.startswith("As a whole it reads as sent to many or by a machine (")
    monkeypatch.setattr(settling, "_MACHINE", 1.1)
    assert _read(words).aside is None


@pytest.mark.parametrize("header", ["In-Reply-To", "References"])
def test_an_answer_is_never_set_aside_so(header: str) -> None:
    assert _read(BANNERS, f"{header}: <seat-1@elsewhere.example>\n").aside is None


def test_nor_is_what_stands_above_an_earlier_mail() -> None:
    quoted = (
        "\n\nOp 8 jan. 2018 om 10:00 schreef Partos <info@partos.example>:\n> Beste Kelly,\n> Kom je ook?"
    )
    assert _read(f"{BANNERS}{quoted}").aside is None


@pytest.mark.parametrize(
    "wish", ["Afmelden 18 januari, ben ziek.", "Graag aanmelden voor 18 januari: Kelly Bos"]
)
def test_a_wish_that_is_plainly_heard_goes_before_a_person(
    wish: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "_MACHINE", 0.0)  # all of its words are a machine's
    reading = _read(f"{wish}\n\nKelly Bos")
    assert (reading.aside, reading.request.review) == (None, True)
    assert reading.request.reasons[0].rule == "unasked"


def test_what_a_form_passes_on_is_never_set_aside_so() -> None:
    """The form's words around a person's are a machine's."""
    form = (
        "Nieuw bericht via het contactformulier\n\nNaam: Jane Fox\nE-mail: jane@fox.example\nTelefoon: 070\n"
        f"Bericht: {BANNERS}"
    )
    assert _read(form, "Reply-To: jane@fox.example\n").aside is None


def test_so_does_a_seat_given_up_by_the_phrases_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_MACHINE", 0.0)
    monkeypatch.setattr(settling, "_HEARD", 1.1)
    reading = _read("Afmelden 18 januari, ben ziek.\n\nKelly Bos")
    assert (reading.aside, reading.request.review) == (None, True)
    assert _read("Graag aanmelden voor 18 januari: Kelly Bos").aside is not None


@pytest.mark.parametrize(
    "words",
    [
        "Wij drukken banners voor jullie congres: is de proefdruk akkoord? Graag antwoord.\n\nKelly",
        "I run a small print shop and would like to come to the Meet Up on 18 January. Kelly Bell",
        "Ik meld me af voor de mailing, maar kom op 18 januari wel graag naar de Meet Up. Kelly Bos",
        "Afmelden 18 januari",
        "Abmelden: Kelly Bos, 18. Januar",
        "Ik ben tot 20 januari afwezig, graag afmelden.",
        "I am out of the office on 18 January so I have to cancel. For urgent matters contact Eva Smit.",
        "Je suis en congé jusqu'au 20 janvier et ne pourrai pas venir. En cas d'urgence, contactez Eva Smit.",
        "URGENT: cancel 18 January!!",
        "2 Plätze bitte.\n\nDiese Nachricht wurde automatisch von meinem Handy gesendet.",
        "Register for 18 January:\n\nKelly Bos\nEva Smit\n\nOur website: www.boost.example",
    ],
)
def test_people_who_use_the_same_words_are_heard(words: str) -> None:
    assert _read(words).aside is None
