"""Who gives a seat up and looks forward to another event asks for nothing there, and gives up no less."""

from __future__ import annotations

import pytest

from tests.core.phrased import said, to_confirmation


@pytest.mark.parametrize(
    "words",
    [
        "Am Donnerstag klappt es bei mir nicht mehr, bitte den Platz neu vergeben. Ob ich im März "
        "kann, weiß ich "
        "noch nicht, da melde ich mich selbst.",
        "I can't make it on Thursday after all. Whether I can come in March I don't know yet, I'll be "
        "in touch.",
        "Donderdag lukt me toch niet, geef mijn plek maar weg. Of ik in maart kan weet ik nog niet.",
        "Je ne pourrai pas venir jeudi. Pour mars, je ne sais pas encore si je pourrai, je vous dirai.",
        "Ich muss absagen. Vielleicht klappt es ja im März.",
        "Voor donderdag moet ik afzeggen. Maart misschien wel.",
        "Jeudi je ne peux pas venir. Peut-être en mars !",
        "I have to cancel for Thursday. For March I was never registered, nothing to change there.",
    ],
)
def test_another_time_perhaps(words: str) -> None:
    request = to_confirmation(words)
    assert (said(request), request.event) == ("cancel", "meetup-4")


@pytest.mark.parametrize(
    "words",
    [
        "I can't come on Thursday. In March I'd like to come, if there is a seat.",
        "Ich kann am Donnerstag nicht. Im März wäre ich gern dabei, bitte vormerken.",
        "Donderdag kan ik niet, zet me maar over naar maart.",
        "Jeudi je ne peux pas ; je préférerais venir en mars.",
    ],
)
def test_another_time_please(words: str) -> None:
    assert said(to_confirmation(words)).endswith("?")
