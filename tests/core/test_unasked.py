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
    "Beste ondernemer,\n\nProfiteer nu van onze januariactie: drie banners voor de prijs van twee, inclusief "
    "gratis ontwerp en levering. Bestel vandaag via onze site, op is op!\n\nAfmelden voor deze mailing kan "
    "met STOP.\n\nTeam PrintKoning"
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
    assert reading.aside.reason.text.startswith("As a whole it reads as sent to many or by a machine (9")
    monkeypatch.setattr(settling, "_MACHINE", 1.0)
    assert _read(words).aside is None


def test_an_answer_is_never_set_aside_so() -> None:
    assert _read(BANNERS, "In-Reply-To: <seat-1@elsewhere.example>\n").aside is None


def test_what_a_form_passes_on_is_never_set_aside_so() -> None:
    """The form's words around a person's are a machine's."""
    form = (
        "Nieuw bericht via het contactformulier\n\nNaam: Jane Fox\nE-mail: jane@fox.example\nTelefoon: 070\n"
        f"Bericht: {BANNERS}"
    )
    assert _read(form, "Reply-To: jane@fox.example\n").aside is None


@pytest.mark.parametrize(
    "words",
    [
        "Wij drukken banners voor jullie congres: is de proefdruk akkoord? Graag antwoord.\n\nKelly",
        "I run a small print shop and would like to come to the Meet Up on 18 January. Kelly Bell",
        "Ik meld me af voor de mailing, maar kom op 18 januari wel graag naar de Meet Up. Kelly Bos",
    ],
)
def test_people_who_use_the_same_words_are_heard(words: str) -> None:
    assert _read(words).aside is None
