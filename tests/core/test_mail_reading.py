"""What a whole mail becomes: its headers, its best text, its attachments, its identity."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from mailbot.core.base import Address
from mailbot.core.mail.message import Mail, Part
from mailbot.core.mail.reader import parse

HEAD = (
    "From: Anna Bakker <anna@voorbeeld.example>\nTo: Partos <info@Partos.Example>\n"
    "Subject: Aanmelding\nDate: Mon, 8 Jan 2018 10:00:00 +0100\n"
    "Message-ID: <een@voorbeeld.example>\nMIME-Version: 1.0\n"
)


def read(rest: str) -> Mail:
    return parse((HEAD + rest).encode())


def parts(kind: str, *leaves: str) -> Mail:
    body = "".join(f"--b\n{leaf}\n" for leaf in leaves)
    return read(f"Content-Type: multipart/{kind}; boundary=b\n\n{body}--b--\n")


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
HTML = "Content-Type: text/html; charset=utf-8\n\n"


def test_the_headers_of_a_mail() -> None:
    mail = read(
        "Cc: Bert <bert@x.example>, cor@x.example\nReply-To: Anna <prive@x.example>\nReturn-Path: <>\n"
        "In-Reply-To: <twee@partos.example>\nReferences: <een@partos.example>\n"
        " <twee@partos.example>\n\nHallo\n"
    )
    assert mail.sender == Address("anna@voorbeeld.example", "Anna Bakker")
    assert mail.to == (Address("info@partos.example", "Partos"),)
    assert mail.cc == (Address("bert@x.example", "Bert"), Address("cor@x.example"))
    assert mail.reply_to == Address("prive@x.example", "Anna")
    assert mail.return_path == ""
    assert mail.message_id == "een@voorbeeld.example"
    assert mail.in_reply_to == ("twee@partos.example",)
    assert mail.references == ("een@partos.example", "twee@partos.example")
    assert mail.date == datetime(2018, 1, 8, 9, tzinfo=UTC)
    assert mail.header("SUBJECT") == "Aanmelding"
    assert mail.defects == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"Postma, H." <h@x.example>', "Postma, H."),
        ("Rob & Els Schippers <h@x.example>", "Rob & Els Schippers"),
        ('"O\'Sullivan, Niamh" <h@x.example>', "O'Sullivan, Niamh"),
        ("h@x.example (Henk Postma)", "Henk Postma"),
        ("h@x.example", ""),
        ("=?utf-8?q?Zo=C3=AB_Gr=C3=B6=C3=9Fl?= <h@x.example>", "Zoë Größl"),
        ("=?iso-8859-1?q?=22Gr=F6=DFl=2C_Zo=EB=22?= <h@x.example>", "Größl, Zoë"),
        ('"Dr. \\"Bas\\" Kok" <h@x.example>', 'Dr. "Bas" Kok'),
        ("'Henk' <h@x.example>", "Henk"),
    ],
)
def test_names_are_kept_as_written(written: str, name: str) -> None:
    mail = parse(f"From: {written}\n\nHallo".encode())
    assert mail.sender == Address("h@x.example", name)


def test_a_mail_without_a_return_path_has_none() -> None:
    assert read("\nHallo").return_path is None
    assert read("Return-Path: <a@X.example>\n\nHallo").return_path == "a@x.example"


def test_plain_text_is_preferred() -> None:
    mail = parts("alternative", PLAIN + "Graag 1 plek.", HTML + "<p>Graag 1 <b>plek</b>.</p>")
    assert mail.text == "Graag 1 plek."
    assert not mail.html_only


@pytest.mark.parametrize(
    "stub",
    [
        "",
        " \n \n",
        "This message is in HTML.",
        "Bekijk deze mail in je browser",
        "Your mail does not support HTML",
    ],
)
def test_html_is_read_where_the_plain_text_says_nothing(stub: str) -> None:
    mail = parts(
        "alternative",
        PLAIN + stub,
        HTML + "<p>Graag een plek op de achttiende januari in Den Haag, bij de Meet Up.</p>",
    )
    assert mail.new.startswith("Graag een plek")
    assert mail.html_only


def test_a_table_is_read_by_its_rows() -> None:
    rows = "".join(
        f"<tr><td><p>{name}</p></td><td><p>{name.lower()}@x.example</p></td></tr>"
        for name in ("Anna", "Bert", "Cor")
    )
    mail = parts(
        "alternative",
        PLAIN + "Anna\n\nanna@x.example\n\nBert\n\nbert@x.example",
        HTML + f"<table>{rows}</table>",
    )
    assert [line for line in mail.text.splitlines() if line] == [
        "Anna\tanna@x.example",
        "Bert\tbert@x.example",
        "Cor\tcor@x.example",
    ]


def test_text_around_a_picture_is_joined() -> None:
    picture = "Content-Type: image/png; name=foto.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    mail = parts("mixed", PLAIN + "Voor de foto.", picture, PLAIN + "Na de foto.")
    assert mail.new.split("\n\n") == ["Voor de foto.", "Na de foto."]
    assert [(a.name, a.type, a.text) for a in mail.attachments] == [("foto.png", "image/png", None)]


def test_the_same_words_twice_are_read_once() -> None:
    mail = parts("mixed", PLAIN + "Graag 1 plek.", HTML + "<p>Graag 1 plek.</p>")
    assert mail.text == "Graag 1 plek."


def test_a_mail_inside_a_mail_is_forwarded_text() -> None:
    inner = "Content-Type: message/rfc822\n\nFrom: Bert <bert@x.example>\nSubject: Vraag\n\nKom jij?"
    mail = parts("mixed", PLAIN + "Graag 1 plek.", inner)
    assert mail.new.strip() == "Graag 1 plek."
    assert "Kom jij?" in mail.part(Part.FORWARDED)
    assert "Bert" in mail.part(Part.FORWARDED)


def test_flowed_lines_are_put_together() -> None:
    mail = read(
        "Content-Type: text/plain; format=flowed\n\nGraag 1 plek \nop 18 januari.\n> Kom \n> je?\n-- \nAnna\n"
    )
    assert mail.text == "Graag 1 plek op 18 januari.\n> Kom je?\n--\nAnna"


def test_a_text_sent_as_a_file_is_still_read() -> None:
    mail = read(
        "Content-Type: text/plain; name=bericht.txt\nContent-Disposition: attachment\n\nGraag 1 plek.\n"
    )
    assert mail.new == "Graag 1 plek."
    assert "text-was-attached" in mail.defects


def test_only_visiting_cards_and_calendars_are_read() -> None:
    card = "Content-Type: text/x-vcard; name=anna.vcf\n\nBEGIN:VCARD\nFN:Anna Bakker\nEND:VCARD"
    document = "Content-Type: application/pdf; name=cv.pdf\n\n%PDF-1.4"
    mail = parts("mixed", PLAIN + "Zie kaartje.", card, document)
    assert [("FN:Anna" in (a.text or ""), a.type) for a in mail.attachments] == [
        (True, "text/x-vcard"),
        (False, "application/pdf"),
    ]
    assert mail.attachments[1].text is None


def test_a_bounce_names_the_mail_it_returns() -> None:
    status = (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns;"
        " x\nX-Original-Message-ID: <drie@partos.example>\n\nFinal-Recipient: rfc822;"
        " a@x.example"
    )
    returned = (
        "Content-Type: message/rfc822\n\nMessage-ID: <een@partos.example>\nSubject: Plaats\n\nAntwoord met JA"
    )
    headers = "Content-Type: text/rfc822-headers\n\nMessage-ID: <twee@partos.example>"
    mail = parts("report; report-type=delivery-status", PLAIN + "Mislukt.", status, returned, headers)
    assert set(mail.reported_ids) == {"een@partos.example", "twee@partos.example", "drie@partos.example"}
    assert mail.report_type == "delivery-status"
    assert "JA" not in mail.text


def test_a_bounce_that_pastes_the_headers_names_it_too() -> None:
    mail = read("\nYour mail failed.\n\n--- Headers ---\nFrom: Partos\nMessage-ID:\n <een@partos.example>\n")
    assert mail.reported_ids == ("een@partos.example",)


def test_a_redelivered_mail_is_the_same_mail() -> None:
    mail = HEAD + "\nGraag 1 plek.\n"
    again = (
        "Received: from a by b; Mon, 8 Jan 2018\nDelivered-To: info@partos.example\nX-Spam-Score: 0\n"
    ) + mail
    assert parse(mail.encode()).digest == parse(again.encode()).digest
    assert parse(mail.encode()).digest == parse(mail.replace("\n", "\r\n").encode()).digest
    assert len(parse(mail.encode()).digest) == 64


@pytest.mark.parametrize("changed", ["Anna", "Aanmelding", "8 Jan", "1 plek"])
def test_another_mail_under_the_same_id_is_another_mail(changed: str) -> None:
    mail = HEAD + "\nGraag 1 plek.\n"
    assert parse(mail.encode()).digest != parse(mail.replace(changed, changed[::-1]).encode()).digest


def test_line_ends_make_no_difference() -> None:
    mail = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + PLAIN + "Een\n\n-- \nAnna\n--b--\n"
    unix, windows = parse(mail.encode()), parse(mail.replace("\n", "\r\n").encode())
    assert (unix.text, unix.stretches, unix.headers) == (windows.text, windows.stretches, windows.headers)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16", "utf-7"])
@pytest.mark.parametrize("encoding", ["base64", "8bit"])
def test_charsets(charset: str, encoding: str) -> None:
    body = "Graag één plek, Zoë.".encode(charset)
    if encoding == "8bit" and charset == "utf-16":
        return
    body = base64.encodebytes(body) if encoding == "base64" else body
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    assert parse((HEAD + head).encode() + body).text.strip() == "Graag één plek, Zoë."


def test_what_the_standard_library_writes_is_read_back() -> None:
    message = EmailMessage()
    message["From"] = "Zoë Größl <zoe@voorbeeld.example>"
    message["Subject"] = "Aanmelding für den 18. Januar — één plek, graag en met een heel lang onderwerp"
    message.set_content("Graag één plek.\n")
    message.add_alternative("<p>Graag één plek.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="verklaring één.pdf")
    mail = parse(message.as_bytes())
    assert mail.subject == message["Subject"]
    assert mail.sender == Address("zoe@voorbeeld.example", "Zoë Größl")
    assert mail.new.strip() == "Graag één plek."
    assert mail.attachments[0].name == "verklaring één.pdf"
