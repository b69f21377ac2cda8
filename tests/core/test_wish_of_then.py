"""Who asks after a registration tells of the wish they had; it is not asked for again."""

from __future__ import annotations

import pytest

from tests.core.phrased import fresh, said


@pytest.mark.parametrize(
    "words",
    [
        "Just before Christmas I wrote to you that I want to come on 18 January. Since then nothing. "
        "Am I on the list?",
        "I e-mailed you last week that I would like to attend on 18 January. Did you get it?",
        "A colleague was going to register me for the Meet Up on 18 January, but she is ill. Am I on "
        "the list?",
        "Vlak voor kerst heb ik jullie geschreven dat ik op 18 januari wil komen. Sta ik op de lijst?",
        "Ik had jullie vorige week gemaild dat ik erbij wil zijn op 18 januari. Is dat aangekomen?",
        "Hebben jullie mijn aanmelding van vrijdag binnen? Ik wilde graag komen op 18 januari.",
        "Een collega zou mij voor kerst opgeven voor de Meet Up van 18 januari, maar zij is ziek. Sta "
        "ik erop?",
        "Kurz vor Weihnachten hatte ich euch geschrieben, dass ich am 18. Januar dabei sein will. Bin "
        "ich drin?",
        "Ich habe Ihnen letzte Woche geschrieben, dass ich gern am 18. Januar komme. Ist das angekommen?",
        "Eine Kollegin wollte mich für den 18. Januar anmelden, sie ist aber krank. Stehe ich auf der Liste?",
        "Juste avant Noël je vous avais écrit que je voulais venir le 18 janvier. Suis-je inscrit ?",
        "Je vous ai envoyé un mail pour m'inscrire au 18 janvier. L'avez-vous bien reçu ?",
        "Une collègue devait m'inscrire pour le 18 janvier, mais elle est malade. Suis-je sur la liste ?",
        "J'ai inscrit Mme Van Acker à votre rencontre du 18 janvier. Pourriez-vous me dire ce qu'il en est ?",
    ],
)
def test_told_and_asked_after(words: str) -> None:
    assert said(fresh(words)) == "status"


@pytest.mark.parametrize(
    "words",
    [
        "I sent you my registration for the Meet Up on Friday evening and have heard nothing. Am I in?",
        "I wrote on 5th January to book my place at the Meet Up. Am I booked?",
        "On 3 January I sent you my name for the Meet Up. Could you check whether I am on your list?",
        "Op 3 januari heb ik me aangemeld voor de Meet Up, maar geen bevestiging ontvangen. Sta ik op "
        "de lijst?",
        "Am 3. Januar habe ich mich für das Meet Up angemeldet. Stehe ich auf der Liste?",
        "Je me suis inscrit le 3 janvier à la Meet Up. Suis-je bien sur la liste ?",
    ],
)
def test_the_day_of_writing_is_no_event(words: str) -> None:
    request = fresh(words, subject="My registration")
    assert (said(request), request.event) == ("status", "meetup-4")


@pytest.mark.parametrize(
    "words",
    [
        "I wrote last week and heard nothing. Please put me on the list for 18 January.",
        "Ik had gemaild maar hoor niets. Graag meld ik mij aan voor 18 januari.",
        "Ich hatte schon geschrieben. Bitte melden Sie mich für den 18. Januar an.",
        "Ich wollte fragen, ob noch Platz ist. Ich melde mich hiermit für den 18. Januar an.",
        "Je voulais vous demander de m'inscrire pour le 18 janvier.",
        "Ik wilde graag komen op 18 januari, zet je me op de lijst?",
    ],
)
def test_asked_for_today(words: str) -> None:
    assert fresh(words).intent == "register"
