"""Broken and malicious mails: each is read, says what was wrong, and misleads nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.mail.message import Mail
from mailbot.core.mail.reader import parse

HOSTILE = Path(__file__).parent.parent / "mails" / "hostile"
CORPUS = Path(__file__).parent.parent / "mails" / "corpus"
NAMES = sorted(path.stem for path in HOSTILE.glob("*.eml"))


def read(name: str) -> Mail:
    return parse((HOSTILE / f"{name}.eml").read_bytes())


def covers(mail: Mail) -> bool:
    return "".join(mail.text[s.start : s.end] for s in mail.stretches) == mail.text


@pytest.mark.parametrize("name", NAMES)
def test_every_hostile_mail_is_read_and_its_text_covered(name: str) -> None:
    mail = read(name)
    assert covers(mail)
    everything = [mail.subject, mail.text.replace("\n", "").replace("\t", ""), mail.message_id]
    everything += [value for pair in mail.headers for value in pair]
    everything += [mail.sender.name if mail.sender else "", *(a.name for a in mail.attachments)]
    assert not [text for text in everything if not text.isprintable()]


NOBODY = (
    "from-comment-then-other-address",
    "from-two-addresses",
    "from-twice",
    "from-two-angles",
    "from-group",
    "from-route",
    "from-unclosed-quote",
    "from-nested-comments",
    "from-without-an-address",
    "from-nul-in-address",
)


@pytest.mark.parametrize("name", NOBODY)
def test_a_sender_that_would_be_a_guess_is_nobody(name: str) -> None:
    mail = read(name)
    assert mail.sender is None
    assert {"from-broken", "from-several"} & set(mail.defects)


@pytest.mark.parametrize(
    ("name", "email", "shown", "defect"),
    [
        ("from-name-shows-another-address", "bob@boef.example", "alice@bank.example", "from-lookalike"),
        ("from-encoded-address-in-name", "bob@boef.example", "alice@bank.example", "from-lookalike"),
        ("from-encoded-line-break", "anna@voorbeeld.example", "Anna Bcc: bob@boef.example", "from-lookalike"),
        ("from-unquoted-comma", "anna@voorbeeld.example", "Bakker, Anna", None),
        ("from-eight-bit", "zoe@voorbeeld.example", "Zoë Größl", None),
        ("from-right-to-left-override", "anna@voorbeeld.example", "Annagnitekram", None),
        ("template-in-the-name", "anna@voorbeeld.example", "{{config}}", None),
    ],
)
def test_a_sender_that_can_be_read(name: str, email: str, shown: str, defect: str | None) -> None:
    mail = read(name)
    assert mail.sender is not None
    assert (mail.sender.email, mail.sender.name) == (email, shown)
    assert defect in mail.defects if defect else not [d for d in mail.defects if d.startswith("from")]


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("subject-encoded-line-break", "Aanmelding Bcc: bob@boef.example"),
        ("subject-unknown-charset", "Aanmelding café"),
        ("subject-letter-split-between-words", "Café"),
        ("subject-raw-utf8", "Aanmelding café"),
        ("subject-unclosed-word", "=?utf-8?q?Aanmelding"),
        ("subject-broken-base64", "Aanmeldin"),
    ],
)
def test_a_subject_is_read_as_far_as_it_goes(name: str, subject: str) -> None:
    assert read(name).subject == subject


PLAIN = "Graag 1 plek op 18 januari."
ACCENT = "Graag 1 plek, café."


@pytest.mark.parametrize(
    ("name", "text", "defect"),
    [
        ("carriage-returns-only", PLAIN, None),
        ("mixed-line-ends", PLAIN, None),
        ("no-blank-line-before-the-text", PLAIN, None),
        ("mbox-from-line", PLAIN, None),
        ("content-type-bare-star", PLAIN, None),
        ("content-type-without-slash", PLAIN, None),
        ("charset-unknown", ACCENT, "charset-wrong"),
        ("charset-empty", PLAIN, None),
        ("charset-not-a-charset", PLAIN, None),
        ("charset-says-latin-is-utf8", ACCENT, "charset-wrong"),
        ("charset-says-ascii-is-latin", ACCENT, "charset-wrong"),
        ("charset-utf16-without-mark", ACCENT, None),
        ("multipart-without-boundary", PLAIN, "multipart-broken"),
        ("multipart-boundary-never-comes", PLAIN, "multipart-broken"),
        ("multipart-never-closed", PLAIN, None),
        ("boundary-with-apostrophe", PLAIN, None),
        ("base64-that-is-plain-text", PLAIN, "base64-broken"),
        ("base64-cut-off", PLAIN, "base64-broken"),
        ("base64-with-noise", PLAIN, "base64-broken"),
        ("encoding-unknown", PLAIN, None),
        ("html-hidden-orders", PLAIN, None),
        ("html-script-and-style", PLAIN, None),
        ("html-never-closed", PLAIN, None),
        ("html-in-a-plain-part", "Graag 1 plek\n\nop 18 januari.", None),
        ("invisible-letters-in-the-text", PLAIN, None),
        ("control-characters-in-the-text", "Graag [31m1 plek op 18 januari.", None),
        ("private-marks-in-the-text", PLAIN, None),
    ],
)
def test_the_words_survive(name: str, text: str, defect: str | None) -> None:
    mail = read(name)
    assert mail.new.strip() == text
    if defect:
        assert defect in mail.defects


def test_attachments_have_plain_names_and_are_not_opened() -> None:
    assert [a.name for a in read("file-name-climbs").attachments] == ["passwd"]
    assert [a.name for a in read("file-name-in-pieces").attachments] == ["café.pdf"]
    winmail = read("winmail-only")
    assert winmail.attachments[0].text is None
    assert "winmail-only" in winmail.defects


@pytest.mark.parametrize("name", ["date-nonsense", "date-offset-beyond-a-day"])
def test_an_unreadable_date_is_none_and_told(name: str) -> None:
    mail = read(name)
    assert mail.date is None
    assert "date-unreadable" in mail.defects


def test_a_bracketed_message_id_is_kept() -> None:
    assert read("message-id-in-brackets").message_id == "[5f1c0000000000000000000000000000@voorbeeld.example]"


@given(st.binary(max_size=2000))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_mail(content: bytes) -> None:
    assert covers(parse(content))


PIECES = st.sampled_from(
    [
        b"From: ",
        b"To: ",
        b"Subject: ",
        b"Date: ",
        b"Content-Type: ",
        b"Content-Disposition: ",
        b"Content-Transfer-Encoding: ",
        b"multipart/mixed; boundary=x",
        b"multipart/alternative; boundary=x",
        b"multipart/report; boundary=x",
        b"message/rfc822",
        b"text/html",
        b"text/plain; format=flowed",
        b"text/calendar",
        b"message/delivery-status",
        b"base64",
        b"quoted-printable",
        b"\r\n",
        b"\n",
        b"\n\n",
        b"--x\n",
        b"--x--\n",
        b"=?utf-8?b?",
        b"=?utf-8?q?=C3?=",
        b'"',
        b"(",
        b")",
        b"<",
        b">",
        b",",
        b";",
        b"a@b.example",
        b"charset=utf-16",
        b"; name*0*=utf-8''%FF",
        b"<div class=gmail_quote>",
        b"<blockquote type=cite>",
        b"<table><tr><td>",
        b"> ",
        b"-- \n",
        b"On 1 Jan 2018, X wrote:\n",
        b"-----Original Message-----\n",
        b"From: a\nSent: b\nTo: c\nSubject: d\n",
        b"Groet,\n",
        b"PS ",
        b"\xff\xfe",
        b"\x00",
        b"\xc3",
        b"____________\n",
        b"-----BEGIN PGP SIGNATURE-----\n",
        b"[EXTERNAL]\n",
    ]
)


@given(st.lists(PIECES | st.binary(max_size=6), max_size=60).map(b"".join))
@settings(max_examples=300, deadline=None)
def test_any_heap_of_mail_parts_is_a_mail(content: bytes) -> None:
    mail = parse(content)
    assert covers(mail)
    assert not {"body-unreadable", "html-broken"} & set(mail.defects)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_piece_of_a_real_mail_is_a_mail(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(sorted(CORPUS.glob("*.eml")))).read_bytes()
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(whole)), st.integers(0, len(whole)))))
    assert covers(parse(whole[:start] + whole[end:]))
    assert covers(parse(whole[start:end]))
