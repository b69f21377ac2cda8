"""The servers that other tests rely on do what they are asked to."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime

import psycopg
import pytest
from servers.dovecot import Dovecot
from servers.postgres import Postgres
from servers.process import program
from servers.smtp import Fault, SmtpSink

MAIL = b"From: ada@voorbeeld.example\r\nSubject: Hello\r\n\r\nTwo seats, please.\r\n"


def test_every_postbox_is_fresh(dovecot: Dovecot) -> None:
    first, second = dovecot.mailbox(), dovecot.mailbox()
    arrived = datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)
    first.append(MAIL, arrived=arrived, flags=["\\Flagged"])
    (stored,) = first.mails()
    assert (stored.content, stored.flags, stored.arrived) == (MAIL, {"\\Flagged"}, arrived)
    assert second.mails() == []


def test_a_rebuilt_folder_keeps_the_mails_and_nothing_else(dovecot: Dovecot) -> None:
    box = dovecot.mailbox()
    box.append(MAIL)
    before, validity = box.mails(), box.uidvalidity()
    box.rebuild()
    assert [mail.content for mail in box.mails()] == [mail.content for mail in before]
    assert box.uidvalidity() != validity


def test_a_stopped_mail_server_comes_back_with_its_mail(dovecot: Dovecot) -> None:
    box = dovecot.mailbox()
    box.append(MAIL)
    dovecot.stop()
    with pytest.raises(OSError, match="refused"):
        box.mails()
    dovecot.start()
    assert len(box.mails()) == 1


def test_the_sink_keeps_envelope_and_bytes(smtp_sink: SmtpSink) -> None:
    with smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client:
        client.sendmail("info@partos.example", ["ada@voorbeeld.example"], MAIL + b".dot\r\n")
    (letter,) = smtp_sink.wait_for(1)
    assert (letter.sender, letter.recipient) == ("info@partos.example", "ada@voorbeeld.example")
    assert letter.content == MAIL + b".dot\r\n"


def test_a_plan_is_kept_as_often_as_it_was_asked_for(smtp_sink: SmtpSink) -> None:
    smtp_sink.answer("ada@voorbeeld.example", "451 4.3.0 Later", times=1)
    with smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client:
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail("info@partos.example", ["ada@voorbeeld.example"], MAIL)
        client.sendmail("info@partos.example", ["ada@voorbeeld.example"], MAIL)
    smtp_sink.fail("ada@voorbeeld.example", Fault.CUT_AFTER_DOT)
    with (
        pytest.raises(smtplib.SMTPServerDisconnected),
        smtplib.SMTP(smtp_sink.host, smtp_sink.port) as client,
    ):
        client.sendmail("info@partos.example", ["ada@voorbeeld.example"], MAIL)
    assert len(smtp_sink.to("ada@voorbeeld.example")) == 2


def test_the_sink_comes_back_on_its_port(smtp_sink: SmtpSink) -> None:
    port = smtp_sink.port
    smtp_sink.stop()
    with pytest.raises(OSError, match="refused"):
        smtplib.SMTP(smtp_sink.host, port)
    smtp_sink.start()
    with smtplib.SMTP(smtp_sink.host, port) as client:
        client.sendmail("info@partos.example", ["ada@voorbeeld.example"], MAIL)
    assert len(smtp_sink.letters) == 1


def test_a_database_is_empty_and_survives_an_outage(postgres: Postgres, postgres_url: str) -> None:
    plain = postgres_url.replace("+psycopg", "")
    with psycopg.connect(plain) as connection:
        connection.execute("CREATE TABLE letter (id int)")
    postgres.stop()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(plain)
    postgres.start()
    with psycopg.connect(plain) as connection:
        assert connection.execute("SELECT count(*) FROM letter").fetchone() == (0,)


def test_a_missing_server_is_skipped_aloud_and_fails_where_all_must_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="is not installed"):
        program("no-such-server")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="is not installed"):
        program("no-such-server")
