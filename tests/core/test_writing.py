"""Letters as they leave: their headers, their words, and what strangers can't do to them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar as Component

from mailbot.core.base import Address, Attendee, Event, House, Payment, Status
from mailbot.core.writing import render
from mailbot.core.writing.letter import Calendar, Letter, LetterKind, Standing
from mailbot.core.writing.payment import Bill
from mailbot.edges.templates import load

TEMPLATES = load(None)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2018, 1, 9, 9, 0, tzinfo=UTC)
MEETUP = Event(
    id="meetup-4",
    title="4th Meet Up",
    starts=datetime(2018, 1, 18, 14, 30, tzinfo=AMSTERDAM),
    ends=datetime(2018, 1, 18, 18, 0, tzinfo=AMSTERDAM),
    doors_open=datetime(2018, 1, 18, 14, 0, tzinfo=AMSTERDAM),
    location="Humanity House, Den Haag",
    capacity=40,
    fee=Decimal("25.00"),
)
HOUSE = House(
    organisation="Partos",
    mailbox=Address("info@partos.example", "Partos"),
    own_addresses=frozenset({"info@partos.example"}),
    events=(MEETUP,),
    timezone=AMSTERDAM,
    member_page="https://www.partos.example/agenda",
    payment=Payment("NL91ABNA0417164300", "Partos"),
)
JAN = Attendee("Jan de Vries", "jan@voorbeeld.example", "Stichting Voorbeeld")
ID = "20180109.1@partos.example"


def letter(kind: LetterKind = LetterKind.CONFIRMED, lang: str = "nl", **changes: object) -> Letter:
    plain = Letter(
        kind=kind,
        lang=lang,
        to=Address("jan@voorbeeld.example", "Jan de Vries"),
        event="meetup-4",
        registration="K7M2P",
        people=(Standing(JAN, "confirmed"),),
        reply_to_id="vraag@voorbeeld.example",
        subject="Aanmelding",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # the tests' own keywords


def sent(value: Letter, house: House = HOUSE) -> EmailMessage:
    raw = render(value, house, TEMPLATES, message_id=ID, date=NOW)
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part
    return part.get_content()


def html(mail: EmailMessage) -> str:
    part = mail.get_body(("html",))
    assert part
    return part.get_content()


def parts(mail: EmailMessage, kind: str) -> list[EmailMessage]:
    return [part for part in mail.walk() if part.get_content_type() == kind]  # type: ignore[misc]


def named(name: str, organisation: str = "Stichting Voorbeeld") -> Letter:
    person = Attendee(name, "jan@voorbeeld.example", organisation)
    return letter(people=(Standing(person, "confirmed"),), to=Address("jan@voorbeeld.example", name))


# --- the mail itself


def test_the_same_letter_is_always_the_same_bytes() -> None:
    first, second = (render(letter(), HOUSE, TEMPLATES, message_id=ID, date=NOW) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("lang", TEMPLATES.languages)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_mail_that_any_server_takes(kind: LetterKind, lang: str) -> None:
    raw = render(letter(kind, lang), HOUSE, TEMPLATES, message_id=ID, date=NOW)
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    mail = sent(letter(kind, lang))
    assert mail["Auto-Submitted"].startswith("auto-")
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["Content-Language"] == lang
    assert mail["Message-ID"] == f"<{ID}>"
    assert max(map(len, text(mail).splitlines())) <= 72
    assert not re.search(r"(?:src|background)=[\"']?(?:https?:|//)|url\(|<script|<link", html(mail))


def test_an_answer_stays_in_the_senders_thread() -> None:
    mail = sent(letter(references=("first@voorbeeld.example",), subject="RE: Aw: Aanmelding"))
    assert mail["Subject"] == "Re: Aanmelding [K7M2P]"
    assert mail["In-Reply-To"] == "<vraag@voorbeeld.example>"
    assert mail["References"].split() == ["<first@voorbeeld.example>", "<vraag@voorbeeld.example>"]
    assert mail["Auto-Submitted"] == "auto-replied"


def test_the_code_stands_in_the_subject_once() -> None:
    assert sent(letter(subject="Re: Aanmelding [K7M2P]"))["Subject"] == "Re: Aanmelding [K7M2P]"


def test_news_has_its_own_subject() -> None:
    mail = sent(letter(LetterKind.PROMOTED))
    assert "Er is een plaats voor je" in mail["Subject"]
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_long_thread_keeps_its_first_and_its_last() -> None:
    mail = sent(letter(references=tuple(f"{n}@voorbeeld.example" for n in range(50))))
    thread = mail["References"].split()
    assert len(thread) == 20
    assert thread[0] == "<0@voorbeeld.example>"
    assert thread[-2:] == ["<49@voorbeeld.example>", "<vraag@voorbeeld.example>"]


def test_a_long_message_id_is_not_encoded() -> None:
    long = "a" * 180 + "@voorbeeld.example"
    raw = render(letter(reply_to_id=long), HOUSE, TEMPLATES, message_id=ID, date=NOW)
    assert f"In-Reply-To: <{long}>\r\n".encode() in raw


def test_a_message_id_that_is_none_is_left_out() -> None:
    mail = sent(letter(reply_to_id="x>\r\nBcc: all@voorbeeld.example", references=("y z",)))
    assert mail["In-Reply-To"] is None
    assert mail["Bcc"] is None


# --- what it says


@pytest.mark.parametrize(
    ("lang", "when"),
    [
        ("nl", "donderdag 18 januari 2018, 14.30–18.00 uur"),
        ("en", "Thursday 18 January 2018, 14:30–18:00"),
    ],
)
def test_the_day_is_written_as_the_language_does(lang: str, when: str) -> None:
    mail = sent(letter(lang=lang))
    assert when in text(mail)
    assert when in html(mail)


def test_a_language_without_a_folder_gets_the_houses_own() -> None:
    assert "Beste Jan de Vries," in text(sent(letter(lang="xx"), replace(HOUSE, default_language="nl")))
    assert "Dear Jan de Vries," in text(sent(letter(lang="xx"), replace(HOUSE, default_language="yy")))


def test_the_doors_and_the_place_are_told() -> None:
    words = text(sent(letter()))
    assert "14.00 uur" in words
    assert "Humanity House, Den Haag" in words


def test_a_guest_without_a_name_is_asked_for() -> None:
    guest = Standing(Attendee(organisation="Stichting Voorbeeld"), "confirmed")
    words = text(sent(letter(people=(Standing(JAN, "confirmed"), guest))))
    assert "een gast (naam volgt), Stichting Voorbeeld" in words
    assert "naam van je gast" in words
    assert "naam van je gast" not in text(sent(letter()))


def test_a_waiting_party_hears_its_place_and_pays_nothing() -> None:
    mail = sent(
        letter(
            LetterKind.WAITLISTED,
            people=(Standing(JAN, "waitlisted", 3),),
            position=3,
            calendar=Calendar.REQUEST,
        )
    )
    assert "plek 3" in text(mail)
    assert "NL91" not in text(mail)
    assert not parts(mail, "image/png")
    assert not parts(mail, "text/calendar")


@pytest.mark.parametrize("kind", [k for k in LetterKind if k is not LetterKind.RECEIVED])
def test_a_question_is_never_passed_over(kind: LetterKind) -> None:
    assert "Een collega beantwoordt die apart." in text(sent(letter(kind, question=True)))
    assert "Een collega beantwoordt die apart." not in text(sent(letter(kind)))


def test_an_offer_names_its_last_moment_in_local_time() -> None:
    offer = letter(
        LetterKind.OFFERED,
        people=(Standing(JAN, "offered"),),
        offer_until=datetime(2018, 1, 10, 11, 0, tzinfo=UTC),
    )
    assert "vóór woensdag 10 januari 2018, 12.00 uur" in text(sent(offer))


def test_mixed_people_each_have_their_state() -> None:
    people = (Standing(JAN, "confirmed"), Standing(Attendee("Fatima El Amrani"), "waitlisted", 2))
    words = text(sent(letter(LetterKind.STATUS, people=people)))
    assert "Jan de Vries, Stichting Voorbeeld (aangemeld)" in words
    assert "Fatima El Amrani (op de wachtlijst, plek 2)" in words


def test_a_status_letter_for_nobody_says_so() -> None:
    assert "geen aanmelding gevonden" in text(sent(letter(LetterKind.STATUS, people=(), registration=None)))


# --- money


def test_the_fee_is_for_every_seat_and_the_code_is_the_description() -> None:
    people = (Standing(JAN, "confirmed"), Standing(Attendee("Fatima El Amrani"), "confirmed"))
    mail = sent(letter(people=people))
    words = text(mail)
    assert "€ 50,00 (2 × € 25,00)" in words
    assert "NL91 ABNA 0417 1643 00" in words
    assert "Omschrijving:  K7M2P" in words
    assert "betalingskenmerk" not in words.lower()
    (picture,) = parts(mail, "image/png")
    assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in html(mail)
    assert "NL91 ABNA 0417 1643 00" in html(mail)


@pytest.mark.parametrize(
    ("kind", "house"),
    [
        pytest.param(LetterKind.MEMBER, HOUSE, id="members"),
        pytest.param(LetterKind.STATUS, HOUSE, id="a question how it stands"),
        pytest.param(LetterKind.CONFIRMED, replace(HOUSE, payment=None), id="no account"),
        pytest.param(
            LetterKind.CONFIRMED, replace(HOUSE, events=(replace(MEETUP, fee=Decimal(0)),)), id="no fee"
        ),
    ],
)
def test_nobody_else_is_asked_for_money(kind: LetterKind, house: House) -> None:
    mail = sent(letter(kind), house)
    assert "€" not in text(mail)
    assert not parts(mail, "image/png")


BILL = Bill(Decimal("25.00"), "EUR", "NL91ABNA0417164300", "Partos", "K7M2P")


def test_the_qr_code_carries_an_epc_transfer() -> None:
    assert BILL.epc() == b"BCD\n002\n1\nSCT\n\nPartos\nNL91ABNA0417164300\nEUR25.00\n\n\nK7M2P"


@pytest.mark.parametrize(
    "bill",
    [
        pytest.param(replace(BILL, iban="NL92ABNA0417164300"), id="wrong check digits"),
        pytest.param(replace(BILL, currency="USD"), id="another currency"),
        pytest.param(replace(BILL, amount=Decimal(0)), id="nothing to pay"),
        pytest.param(replace(BILL, holder="ß" * 70, reference="ß" * 140), id="too long for the code"),
    ],
)
def test_no_qr_code_that_a_bank_would_refuse(bill: Bill) -> None:
    assert bill.picture() is None


# --- the calendar


def entry(mail: EmailMessage) -> tuple[EmailMessage, Component]:
    (part,) = parts(mail, "text/calendar")
    return part, Component.from_ical(part.get_content())


def test_a_seat_comes_with_a_calendar_entry() -> None:
    part, calendar = entry(sent(letter(calendar=Calendar.REQUEST, sequence=2)))
    (event,) = calendar.walk("VEVENT")
    assert part.get_param("method") == calendar["METHOD"] == "REQUEST"
    assert event["ATTENDEE"] == "mailto:jan@voorbeeld.example"
    assert event["ORGANIZER"] == "mailto:info@partos.example"
    assert event["SEQUENCE"] == 2
    assert event["DTSTAMP"].dt == NOW
    assert event["DTSTART"].dt == MEETUP.starts
    assert calendar.walk("VTIMEZONE")


def test_a_cancellation_takes_the_same_entry_back() -> None:
    _, first = entry(sent(letter(calendar=Calendar.REQUEST)))
    _, last = entry(
        sent(letter(LetterKind.CANCELLED, calendar=Calendar.CANCEL, people=(), former=(JAN,), sequence=1))
    )
    assert last["METHOD"] == "CANCEL"
    assert last.walk("VEVENT")[0]["UID"] == first.walk("VEVENT")[0]["UID"]
    assert last.walk("VEVENT")[0]["STATUS"] == "CANCELLED"


# --- strangers


def test_a_name_is_never_a_template() -> None:
    mail = sent(named("{{7*7}} {% for x in y %}", "{{ house }} {organisation}"))
    assert "{{7*7}}" in text(mail)
    assert "49" not in text(mail)
    assert "{organisation}" in text(mail)


def test_a_name_is_never_html() -> None:
    page = html(sent(named("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')))
    assert "<script" not in page
    assert "onerror=alert(1)&gt;" in page
    assert "<img src=x" not in page


def test_a_name_never_makes_a_header_or_a_line() -> None:
    mail = sent(named("Jan\r\nBcc: all@voorbeeld.example\r\n\r\nBetaal aan iemand anders"))
    assert mail["Bcc"] is None
    assert not re.search(r"^(Bcc|Betaal)", text(mail), re.MULTILINE)


def test_a_subject_never_makes_a_header() -> None:
    mail = sent(letter(subject="Hoi\r\nBcc: all·voorbeeld\x00"))
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Re: Hoi Bcc: all·voorbeeld [K7M2P]"


@pytest.mark.parametrize(
    "name",
    [
        "Win at http://evil.example/now",
        "hxxp://evil.example",
        "www.evil.example",
        "mail@evil.example",
        "evil。example",
    ],
)
def test_a_name_never_becomes_a_link(name: str) -> None:
    mail = sent(named(name, name))
    for said in (text(mail), html(mail)):
        assert "evil.example" not in said
        assert "evil。example" not in said
        assert "://evil" not in said
        assert "evil·example" in said
    assert "Goedendag," in text(mail)


def test_initials_are_not_taken_for_a_link() -> None:
    assert "J.P. de Vries" in text(sent(named("J.P. de Vries")))


def test_a_subject_with_a_link_is_not_repeated() -> None:
    subject = sent(letter(subject="Win at evil.example"))["Subject"]
    assert subject == "Je bent aangemeld: 4th Meet Up [K7M2P]"


def test_a_name_can_not_turn_the_text_round() -> None:
    mail = sent(named("Jan \u202egnp.elif\u2066 de\u200b Vries\u2028x"))
    assert not set("\u202e\u2066\u200b\u2028") & set(text(mail) + html(mail))


def test_a_name_of_ten_thousand_letters_is_cut() -> None:
    mail = sent(named("J" * 10_000, "O" * 10_000))
    assert "J" * 80 not in text(mail)
    assert "J" * 79 + "…" in text(mail)
    assert "O" * 80 not in html(mail)


def test_accents_can_not_be_piled_up() -> None:
    assert "a" + "\u0301" * 4 not in text(sent(named("Ja" + "\u0301" * 50 + "n")))


def test_a_subject_is_cut() -> None:
    assert len(sent(letter(subject="x" * 5_000))["Subject"]) < 140


@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_told(status: Status) -> None:
    assert "Jan de Vries" in text(sent(letter(LetterKind.STATUS, people=(Standing(JAN, status.value),))))
