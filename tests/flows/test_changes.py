"""Who asks for a change: mail in, letter out, and the record says what the letter says."""

from __future__ import annotations

from flows.office import Office, text_of

ANNA = "Anna Bakker <anna@bakker.example>"
SEAT = "Graag meld ik mij aan voor de Meet Up op 18 januari.\n\nAnna Bakker\nStichting Bakker\n"


def registered(office: Office, mail: str = SEAT, sender: str = ANNA) -> None:
    office.write(sender, mail)
    office.run()
    office.clock.forward(hours=1)


def answered(office: Office, words: str, sender: str = ANNA) -> str:
    """What the sender is told who answers the first letter with these words."""
    address = sender.rpartition("<")[2].strip(">")
    office.write(sender, words, answers=office.letters(address)[0])
    office.run()
    return text_of(office.letters(address)[-1])


def names(office: Office) -> list[tuple[str | None, str | None]]:
    return [(row.name, row.email) for row in office.people() if row.status == "confirmed"]


def test_a_colleague_takes_the_seat_and_not_the_address(office: Office) -> None:
    registered(office)
    told = answered(
        office, "Ik kan niet komen, mijn collega Fatima El Amrani komt in mijn plaats.\n\nAnna Bakker\n"
    )
    assert "Fatima El Amrani" in told
    assert names(office) == [("Fatima El Amrani", None)]


def test_nobody_is_told_of_a_change_that_the_list_does_not_know(office: Office) -> None:
    registered(office)
    words = (
        "Dank voor de bevestiging. Wil je bij mijn naam corrigeren dat ik Dr. Bakker ben?\n\nAnna Bakker\n"
    )
    told = answered(office, words)
    assert "gewijzigd" not in told
    assert office.outcomes()[-1] == "review"
    assert names(office) == [("Anna Bakker", "anna@bakker.example")]


def test_the_guest_gets_the_name_that_was_still_to_come(office: Office) -> None:
    registered(
        office, "Graag meld ik mij en een introducé aan voor de Meet Up op 18 januari.\n\nAnna Bakker\n"
    )
    words = "De gast van wie ik de naam nog zou doorgeven: dat is mevrouw Aïssatou Sow.\n\nAnna Bakker\n"
    assert "Aïssatou Sow" in answered(office, words)
    assert names(office) == [("Anna Bakker", "anna@bakker.example"), ("Aïssatou Sow", None)]


def test_a_first_name_tells_who_of_the_list_is_replaced(office: Office) -> None:
    registered(
        office, "Graag meld ik mij en Gerard Pronk aan voor de Meet Up op 18 januari.\n\nAnna Bakker\n"
    )
    told = answered(office, "Gerard wordt vervangen door Hassan Amezian. Ik kom gewoon.\n\nAnna Bakker\n")
    assert "Hassan Amezian" in told
    assert [name for name, _ in names(office)] == ["Anna Bakker", "Hassan Amezian"]
