"""Who gives a seat up or asks for one, and looks forward to another event asks for nothing there."""

from __future__ import annotations

import pytest

from tests.core.phrased import fresh, said, to_confirmation


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


@pytest.mark.parametrize(
    "words",
    [
        "Ik meld mij aan voor 18 januari. Over 22 maart hoort u later van ons.",
        "Schrijf mij in voor 18 januari. In maart verschijnt ons jaarboek.",
        "Please register me for 18 January. As for 22 March, you will hear from us in due course.",
        "Please register me for 18 January. I live in Utrecht until the end of March.",
        "Bitte melden Sie mich für den 18. Januar an. Im März erscheint unsere Studie.",
        "Inscrivez-moi pour le 18 janvier. Pour le 22 mars, nous vous tiendrons au courant.",
    ],
)
def test_the_other_event_is_only_spoken_of(words: str) -> None:
    request = fresh(words)
    assert (said(request), request.event) == ("register", "meetup-4")


@pytest.mark.parametrize(
    "words",
    [
        "Please register me for 18 January. My colleague may want the March date, she will decide later.",
        "Schrijf mij in voor 18 januari. En in maart ook graag.",
        "Bitte melden Sie mich für den 18. Januar an. Und im März bitte auch.",
    ],
)
def test_the_other_event_is_asked_for_too(words: str) -> None:
    assert said(fresh(words)).endswith("?")
