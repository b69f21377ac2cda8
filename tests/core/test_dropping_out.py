"""One of several who drops out while the others come; two who give up together."""

from __future__ import annotations

import pytest

from mailbot.core.base import Context
from mailbot.core.understanding.reader import understand
from mailbot.core.understanding.request import Intent
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

MATTIJS = "Mattijs Ouwehand <m.ouwehand@kustlab.example>"
CONFIRMED = """On 20 Dec 2017, Partos <info@partos.example> wrote:
> Dear Mattijs,
> Thank you for your registration. We confirm your places at the 4th Meet Up on 18 January 2018.
> Registered: {people}
>
> Kind regards,
> Partos"""


def leaves(text: str, people: str) -> list[str | None]:
    quoted = CONFIRMED.format(people=people)
    mail = letter(f"{text}\n\nMattijs", MATTIJS, quoted=quoted, subject="Re: Confirmation: 4th Meet Up")
    one = understand(mail, HOUSE, load_lexicon(), Context())
    assert (one.intent, one.review, one.seats) == (Intent.CANCEL, False, len(one.attendees))
    return sorted((who.name for who in one.attendees), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Fatoumata is ill and can't come on the 18th. Hugo and I will be there as planned.",
        "Fatoumata Diarra drops out; Hugo and I come as agreed.",
        "Of the three of us, Fatoumata Diarra has to cancel. The other two are still coming.",
        "We will be with two instead of three: Fatoumata Diarra can't come. Nobody takes her place.",
        "Fatoumata Diarra valt af voor de 18e. Hugo en ik komen gewoon.",
        "Helaas kan Fatoumata niet mee op 18 januari. Hugo en ik zijn er wel.",
        "Fatoumata Diarra is ziek, haar plaats mag naar iemand anders. Hugo en ik komen wel.",
        "Fatoumata Diarra kann leider nicht kommen. Hugo und ich kommen wie geplant.",
        "Fatoumata fällt leider aus, ihr Platz wird frei. Wir anderen beiden kommen.",
        "Fatoumata Diarra ist krank. Bitte streichen Sie sie von der Liste; Hugo und ich bleiben dabei.",
        "Fatoumata Diarra ne pourra pas venir le 18. Hugo et moi viendrons comme prévu.",
        "Fatoumata est malade, sa place se libère. Hugo et moi venons toujours.",
        "Merci de retirer Fatoumata Diarra de la liste; nous ne serons donc que deux, Hugo et moi.",
    ],
)
def test_one_of_three_drops_out(text: str) -> None:
    assert leaves(text, "Mattijs Ouwehand, Fatoumata Diarra, Hugo Prins") == ["Fatoumata Diarra"]


@pytest.mark.parametrize(
    "text",
    [
        "I'm afraid I have to withdraw both myself and Hugo for the 18th.",
        "Neither Hugo nor I can come on the 18th, sorry.",
        "Unfortunately Hugo and I can't make it on the 18th.",
        "Please cancel Hugo's registration and mine.",
        "ik vrees dat ik zowel mijzelf als Hugo moet terugtrekken.",
        "Helaas moeten Hugo en ik ons afmelden voor de 18e.",
        "Hierbij meld ik mijzelf en Hugo af voor 18 januari.",
        "Leider muss ich sowohl mich als auch Hugo abmelden.",
        "Hiermit melde ich Hugo und mich vom Meet Up am 18. Januar ab.",
        "Ni Hugo ni moi ne pourrons venir le 18.",
        "Je dois malheureusement annuler ma participation ainsi que celle de Hugo.",
        "Merci de nous désinscrire, Hugo et moi.",
    ],
)
def test_both_give_up(text: str) -> None:
    assert leaves(text, "Mattijs Ouwehand, Hugo Prins") == ["Hugo Prins", "Mattijs Ouwehand"]
