"""Which of two addresses a correction sets: the right one, in whatever order and words they stand."""

from __future__ import annotations

import pytest

from tests.core.phrased import said, to_confirmation

OWN = "robin.keller@seewind.example"
NEW = "r.keller@seewind.example"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (
            "I typed my address wrong when registering: robin.keler@seewind.example. The right one is "
            + OWN
            + ".",
            OWN,
        ),
        (
            "I have written my address wrong, with one i too much: robin@seewiind.example. Good one is: "
            + NEW,
            NEW,
        ),
        (
            "There is a typing mistake in my e-mail address: robin.keller@seewindd.example should be "
            + OWN
            + ".",
            OWN,
        ),
        ("Wrong: r.keler@seewind.example. Right: " + NEW + ". Could you correct my e-mail address?", NEW),
        ("Correct address is " + NEW + ", not rkeller@seewind.example as I wrote.", NEW),
        (
            "Ik heb een tikfout gemaakt in mijn mailadres: robin.keler@seewind.example. Het goede is "
            + OWN
            + ".",
            OWN,
        ),
        ("Mijn adres staat verkeerd: r.keller@zeewind.example, moet zijn " + NEW + ". Graag aanpassen.", NEW),
        ("Mijn e-mailadres is niet r.keler@seewind.example maar " + NEW + ".", NEW),
        (
            "In meiner Anmeldung steht eine falsche Adresse: r.keller@seewnd.example. Richtig: " + NEW + ".",
            NEW,
        ),
        (
            "Ich habe mich bei der Mailadresse vertippt, statt r.keler@seewind.example bitte "
            + NEW
            + " eintragen.",
            NEW,
        ),
        (
            "J'ai fait une faute dans mon adresse e-mail : r.keler@seewind.example. La bonne est "
            + NEW
            + ".",
            NEW,
        ),
        (
            "Mon adresse est mal écrite : r.keler@seewind.example au lieu de "
            + NEW
            + ". Pouvez-vous corriger ?",
            NEW,
        ),
    ],
)
def test_the_right_address_of_two(words: str, address: str) -> None:
    request = to_confirmation(words)
    assert (said(request), [one.email for one in request.attendees]) == ("change", [address])


@pytest.mark.parametrize(
    "words",
    [
        "There is a typo in my e-mail address: you have robin.keler@seewind.example.",
        "In mijn e-mailadres zit een tikfout: robin.keler@seewind.example.",
        "In meiner E-Mail-Adresse ist ein Tippfehler: robin.keler@seewind.example.",
        "Il y a une faute de frappe dans mon adresse e-mail : robin.keler@seewind.example.",
    ],
)
def test_a_slip_of_the_own_address_is_not_set(words: str) -> None:
    assert [one.email for one in to_confirmation(words).attendees] == [OWN]
