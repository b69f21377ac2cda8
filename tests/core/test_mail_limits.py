"""What is too much is cut before it costs anything, and the cut is told."""

from __future__ import annotations

import pytest

from mailbot.core.mail import body, limits, markup, mime
from mailbot.core.mail.reader import parse

HEAD = b"From: Anna <anna@voorbeeld.example>\nSubject: Aanmelding\nDate: Mon, 8 Jan 2018 10:00:00 +0100\n"
WORDS = b"Graag 1 plek op 18 januari.\n"


def nested(depth: int) -> bytes:
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    return HEAD + opened + b"\n" + WORDS


@pytest.mark.parametrize(
    ("raw", "defect"),
    [
        pytest.param(
            HEAD + b"X-A: b\n" * 12_000 + b"\n" + WORDS, "header-block-cut", id="a header block of 84 kB"
        ),
        pytest.param(HEAD + b"X:\n" * 600 + b"\n" + WORDS, "headers-cut", id="six hundred headers"),
        pytest.param(
            HEAD + b"To: " + b"a" * 9_000 + b"\n\n" + WORDS, "header-cut:to", id="a To of 9,000 letters"
        ),
        pytest.param(
            HEAD + b"Cc: " + b"a@b.nl," * 150 + b"\n\n" + WORDS, "addresses-cut:cc", id="150 addresses"
        ),
        pytest.param(nested(30), "mime-too-deep", id="thirty levels"),
        pytest.param(nested(2_000), "mime-too-complex", id="two thousand levels"),
        pytest.param(
            HEAD + b"Content-Type: message/rfc822\n\n" * 500 + WORDS,
            "mime-too-complex",
            id="500 mails in each other",
        ),
        pytest.param(
            HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n.\n" * 60,
            "parts-cut",
            id="sixty parts",
        ),
        pytest.param(HEAD + b"\n" + WORDS * 4_000, "text-cut", id="a text of 100 kB"),
        pytest.param(
            HEAD + b"Content-Type: text/html\n\n" + b"<i>a " * 150_000, "html-cut", id="750 kB of HTML"
        ),
        pytest.param(
            HEAD + b"Content-Type: text/html\n\n" + b"<b><i>" * 15_000, "html-too-complex", id="30,000 tags"
        ),
        pytest.param(
            HEAD + b"Content-Type: text/html\n\n" + b"<div>" * 300,
            "html-too-complex",
            id="300 blocks in each other",
        ),
        pytest.param(
            HEAD + b"Content-Type: text/html\n\n<table><tr>" + b"<td>" * 2_500,
            "html-too-complex",
            id="2,500 cells",
        ),
    ],
)
def test_a_cap_that_bites_is_told(raw: bytes, defect: str) -> None:
    mail = parse(raw)
    assert defect in mail.defects
    assert mail.sender is not None
    assert len(mail.text) <= limits.TEXT
    assert len(mail.headers) <= limits.HEADERS
    assert all(len(value) <= limits.HEADER for _, value in mail.headers)
    assert len(mail.to) <= limits.ADDRESSES
    assert len(mail.cc) <= limits.ADDRESSES


def test_just_under_the_caps_nothing_is_cut() -> None:
    mail = parse(nested(limits.DEPTH))
    assert mail.new.strip() == WORDS.decode().strip()
    assert mail.defects == ()


def test_a_stuffed_parameter_never_reaches_the_standard_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parameter parsing is quadratic: 100 kB of semicolons took two minutes."""
    seen: list[int] = []
    real = mime.message_from_bytes

    def watched(content: bytes, **options: object) -> object:
        seen.append(max(len(line) for line in content.split(b"\n")))
        return real(content, **options)

    monkeypatch.setattr(mime, "message_from_bytes", watched)
    stuffed = b'Content-Type: multipart/mixed; name="' + b";" * 50_000 + b'"\n'
    parse(HEAD + stuffed + b"\n" + WORDS)
    parse(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + stuffed + b"\n" + WORDS)
    assert max(seen) <= limits.STRUCTURED_HEADER


def test_many_short_lines_in_many_boundaries_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser holds every line against every open boundary."""

    def never(*_: object, **__: object) -> object:
        raise AssertionError

    monkeypatch.setattr(mime, "message_from_bytes", never)
    assert "mime-too-complex" in parse(nested(15) + b"\n" * 600_000).defects


def test_no_more_html_is_laid_out_than_text_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    real = markup.text_of
    monkeypatch.setattr(body, "text_of", lambda html, defects: calls.append(1) or real(html, defects))
    part = b"--b\nContent-Type: text/html\n\n" + b"<p>woord woord woord</p>" * 2_000 + b"\n"
    parse(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + part * 40)
    assert len(calls) < 5


def test_a_photo_in_the_markup_costs_no_words() -> None:
    photo = b'<img src="data:image/jpeg;base64,' + b"QUJD" * 300_000 + b'">'
    mail = parse(HEAD + b"Content-Type: text/html\n\n<p>Beste Partos,</p>" + photo + b"<p>" + WORDS)
    assert WORDS.decode().strip() in mail.new
    assert mail.defects == ()


def test_a_letter_with_a_thousand_accents_is_shortened() -> None:
    mail = parse(HEAD + b"Content-Type: text/plain; charset=utf-8\n\na" + "\u0315\u0300".encode() * 1_000)
    assert len(mail.text) <= limits.COMBINING_RUN + 1


def test_the_parser_running_out_of_stack_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*_: object, **__: object) -> object:
        raise RecursionError

    monkeypatch.setattr(mime, "message_from_bytes", deep)
    mail = parse(HEAD + b"\n" + WORDS)
    assert "mime-broken" in mail.defects
    assert mail.new.strip() == WORDS.decode().strip()
