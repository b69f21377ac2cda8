"""Mail in, letter out: the whole path against a real mailbox and a real mail server."""

from __future__ import annotations

from datetime import timedelta

from flows.office import NOON, Office, text_of, written

ANNA = "Anna Bakker <anna@bakker.example>"
SEAT = "Graag meld ik mij aan voor de Meet Up op 18 januari.\n\nAnna Bakker\nStichting Bakker\n"


def seat_for(name: str) -> str:
    return f"Graag meld ik mij aan voor de Meet Up op 18 januari.\n\nMet vriendelijke groet,\n{name}\n"


def person(i: int) -> tuple[str, str, str]:
    first = ("Anna", "Bram", "Carla", "Daan", "Eva", "Fatima", "Gijs", "Hanna", "Ivo", "Jet")[i % 10]
    last = ("Bakker", "de Vries", "van Dijk", "Smit", "El Amrani")[i // 10]
    name = f"{first} {last}"
    return name, f"p{i}@post{i}.example", f"{name} <p{i}@post{i}.example>"


def test_a_registration_is_confirmed_in_the_thread_recorded_and_filed(office: Office) -> None:
    office.put(written(ANNA, SEAT, message_id="<first@bakker.example>"))
    done = office.run()
    assert (done.handled, done.sent, done.troubles) == (1, 1, [])
    letter = office.letter("anna@bakker.example")
    row = office.people()[0]
    assert letter["In-Reply-To"] == "<first@bakker.example>"
    assert letter["Auto-Submitted"] == "auto-replied"
    assert "Anna Bakker" in text_of(letter)
    assert row.registration in text_of(letter)
    assert (row.name, row.email, row.status) == ("Anna Bakker", "anna@bakker.example", "confirmed")
    assert [mail.flags for mail in office.postbox.mails("Processed")] == [frozenset()]
    assert office.postbox.count() == 0


def test_a_second_run_does_nothing(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.run()
    again = office.run()
    assert (again.handled, again.sent) == (0, 0)
    assert len(office.letters()) == 1


def test_45_registrations_for_40_seats_then_one_cancels(office: Office) -> None:
    everybody = [person(i) for i in range(45)]
    office.put(*(written(sender, seat_for(name)) for name, _, sender in everybody))
    office.run()
    rows = office.people()
    assert [row.email for row in rows if row.status == "confirmed"] == [at for _, at, _ in everybody[:40]]
    assert [(row.email, row.position) for row in rows if row.status == "waitlisted"] == [
        (at, i) for i, (_, at, _) in enumerate(everybody[40:], 1)
    ]
    assert len(office.letters()) == 45

    name, at, sender = everybody[7]
    office.clock.forward(hours=1)
    office.write(
        sender, f"Helaas ben ik verhinderd en kan ik niet komen.\n\n{name}", answers=office.letter(at)
    )
    office.run()
    assert len(office.letters(at)) == 2
    first_waiter = everybody[40][1]
    assert len(office.letters(first_waiter)) == 2
    assert [row.position for row in office.people() if row.status == "waitlisted"] == [1, 2, 3, 4]
    assert (office.seats().confirmed, office.seats().free) == (40, 0)
    assert len(office.letters()) == 47


def test_arrival_decides_not_the_order_of_uids(office: Office) -> None:
    office.having(capacity=1)
    office.put(
        written("Laat <laat@elders.example>", seat_for("Lara Laat")), arrived=NOON + timedelta(hours=2)
    )
    office.put(
        written("Vroeg <vroeg@elders.example>", seat_for("Vera Vroeg")), arrived=NOON + timedelta(hours=1)
    )
    office.run()
    assert [(row.email, row.status) for row in office.people()] == [
        ("vroeg@elders.example", "confirmed"),
        ("laat@elders.example", "waitlisted"),
    ]


def test_the_same_mail_twice_is_one_seat_and_one_letter(office: Office) -> None:
    mail = written(ANNA, SEAT, message_id="<same@bakker.example>")
    office.put(mail, b"Received: from elsewhere\r\n" + mail)
    office.run()
    assert office.seats().confirmed == 1
    assert len(office.letters()) == 1
    assert sorted(office.outcomes()) == ["confirmed", "duplicate"]
    assert office.postbox.count() == 0


def test_a_message_id_chosen_by_somebody_else_does_not_hide_a_mail(office: Office) -> None:
    office.put(
        written(
            "Eerst <eerst@elders.example>", seat_for("Eerste Jansen"), message_id="<stolen@bakker.example>"
        ),
        written(ANNA, SEAT, message_id="<stolen@bakker.example>"),
    )
    office.run()
    assert office.seats().confirmed == 2


def test_the_same_person_twice_is_one_seat_and_is_told_so(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.run()
    office.write(ANNA, "Ik weet niet of mijn vorige mail aankwam. " + SEAT)
    office.run()
    assert office.seats().confirmed == 1
    assert office.outcomes() == ["confirmed", "already"]
    assert len(office.letters("anna@bakker.example")) == 2


def test_who_changes_their_mind_before_anybody_looked_is_understood(office: Office) -> None:
    """Both mails could share a commit: the second must be read with what the first has written."""
    office.write(ANNA, SEAT)
    office.write(ANNA, "Helaas kan ik toch niet komen op 18 januari.\n\nAnna Bakker\n")
    office.run()
    assert office.outcomes() == ["confirmed", "cancelled"]
    assert office.seats().confirmed == 0


def test_a_colleague_registering_the_same_person_takes_no_second_seat(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.write(
        "Bert Smit <bert@bakker.example>",
        "Graag meld ik mijn collega Anna Bakker en mijzelf aan voor de Meet Up van 18 januari.\n\n"
        "Bert Smit\nStichting Bakker\n",
    )
    office.run()
    assert sorted(row.name or "" for row in office.people()) == ["Anna Bakker", "Bert Smit"]


def test_mail_about_something_else_stays_unread_and_unanswered_and_is_logged_once(office: Office) -> None:
    office.put(
        written(
            "Catering <facturen@lekkers.example>",
            "Bijgaand onze factuur 2018-031 voor de lunch van vorige week. Betaling binnen 14 dagen.",
            subject="Factuur 2018-031",
        )
    )
    office.run()
    office.run()
    assert office.letters() == []
    assert [mail.flags for mail in office.postbox.mails()] == [frozenset()]
    assert office.outcomes() == ["not_ours"]


def test_a_question_goes_before_a_person_and_the_sender_is_told_so(office: Office) -> None:
    office.write(ANNA, "Is er parkeergelegenheid bij de Meet Up van 18 januari?\n\nAnna Bakker")
    office.run()
    assert office.postbox.count("Review") == 1
    assert len(office.letters("anna@bakker.example")) == 1
    (waiting,) = office.reviews()
    assert waiting.intent == "question"
    assert waiting.reasons


def test_an_out_of_office_to_our_letter_is_filed_with_its_registration_and_not_answered(
    office: Office,
) -> None:
    office.write(ANNA, SEAT)
    office.run()
    letter = office.letter("anna@bakker.example")
    office.put(
        written(
            ANNA,
            "Ik ben afwezig tot 15 januari.",
            answers=letter,
            headers=[("Auto-Submitted", "auto-replied")],
        )
    )
    office.run()
    assert len(office.letters()) == 1
    assert office.log()[-1].outcome == "auto_reply"
    assert office.log()[-1].registration == office.people()[0].registration
    assert office.postbox.count("Processed") == 2


def test_every_decision_explains_itself(office: Office) -> None:
    office.write(ANNA, SEAT)
    office.run()
    (row,) = office.log()
    assert row.seats == {"capacity": 40, "free": 40, "waiting": 0}
    assert row.reason
    assert row.letters == ["confirmed"]
    assert row.actor == "mailbot"
