"""Servers that lack what the mailbox would like to use, or fail in the middle of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from servers.dovecot import Dovecot, DovecotPostbox
from servers.imap_proxy import ImapProxy, Instead

from mailbot.edges import quirks
from mailbot.edges.account import ImapAccount, Secret
from mailbot.edges.imap import LoginRefused, Mailbox, MailboxBroken, MailboxDown, Moved, Timeouts

LARGEST = 10 * 1024 * 1024


def mail(number: int) -> bytes:
    return b"From: ada@voorbeeld.example\r\nSubject: %d\r\n\r\nTwo seats, please.\r\n" % number


@pytest.fixture
def box(dovecot: Dovecot) -> DovecotPostbox:
    box = dovecot.mailbox()
    box.append_all([mail(n) for n in range(1, 4)])
    return box


@contextmanager
def behind(
    box: DovecotPostbox, *without: str, timeouts: Timeouts | None = None
) -> Iterator[tuple[Mailbox, ImapProxy]]:
    with ImapProxy(box.port, without) as proxy:
        account = ImapAccount(proxy.host, proxy.port, "none", box.username, Secret(box.password))
        with Mailbox(account, timeouts=timeouts) as mailbox:
            yield mailbox, proxy


def test_without_move_the_mails_are_copied_and_only_they_are_removed(box: DovecotPostbox) -> None:
    box.flag([3], ["\\Deleted"])  # a person's mark, and theirs to carry out
    with behind(box, "MOVE") as (mailbox, proxy):
        assert mailbox.move([1, 2, 9], "Processed") == Moved((1, 2), (9,))
        assert "EXPUNGE" not in proxy.commands
    assert [stored.uid for stored in box.mails()] == [3]
    assert [stored.flags for stored in box.mails("Processed")] == [frozenset(), frozenset()]


def test_without_uidplus_a_marked_copy_stays_and_filing_is_not_repeated(box: DovecotPostbox) -> None:
    with behind(box, "MOVE", "UIDPLUS") as (mailbox, proxy):
        assert mailbox.move([1, 2], "Processed") == Moved((1, 2), ())
        assert mailbox.move([1, 2], "Processed") == Moved((1, 2), ())
        assert not [command for command in proxy.commands if "EXPUNGE" in command]
    assert [(stored.uid, stored.flags) for stored in box.mails()] == [
        (1, {"\\Deleted"}),
        (2, {"\\Deleted"}),
        (3, frozenset()),
    ]
    assert box.count("Processed") == 2


def test_a_copy_that_fails_removes_nothing(box: DovecotPostbox) -> None:
    with behind(box, "MOVE") as (mailbox, proxy):
        proxy.instead = [Instead("UID COPY", answer="NO [OVERQUOTA] Full")]
        with pytest.raises(MailboxBroken, match="OVERQUOTA"):
            mailbox.move([1], "Processed")
    assert [stored.flags for stored in box.mails()] == [frozenset()] * 3


EXPUNGED = "NO [EXPUNGEISSUED] Some of the requested messages no longer exist"


def test_what_another_worker_moved_meanwhile_holds_up_nothing(box: DovecotPostbox) -> None:
    with behind(box) as (mailbox, proxy):
        proxy.instead = [Instead("UID MOVE 1,2", answer=EXPUNGED, meanwhile=lambda: box.delete([2]))]
        assert mailbox.move([1, 2], "Processed") == Moved((1, 2), ())
    assert [stored.uid for stored in box.mails()] == [3]
    assert box.count("Processed") == 1


def test_a_server_that_says_so_of_mails_that_are_there_is_asked_once(box: DovecotPostbox) -> None:
    with behind(box) as (mailbox, proxy):
        proxy.instead = [Instead("UID MOVE", answer=EXPUNGED)]
        with pytest.raises(MailboxDown, match="EXPUNGEISSUED"):
            mailbox.move([1, 2], "Processed")
        assert sum(command.startswith("UID MOVE") for command in proxy.commands) == 1


def test_reading_only_asks_the_server_for_no_more_than_that(box: DovecotPostbox) -> None:
    with ImapProxy(box.port) as proxy:
        account = ImapAccount(proxy.host, proxy.port, "none", box.username, Secret(box.password))
        with Mailbox(account, readonly=True) as mailbox:
            mailbox.listing(None)
            mailbox.wait(0.01)
        assert not [command for command in proxy.commands if command.startswith(("SELECT", "CREATE"))]


def test_without_idle_time_passes(box: DovecotPostbox) -> None:
    with behind(box, "IDLE") as (mailbox, proxy):
        mailbox.listing(None)
        assert mailbox.wait(0.01)
        assert "IDLE" not in proxy.commands


def test_without_namespaces_the_folders_are_made_all_the_same(box: DovecotPostbox) -> None:
    with behind(box, "NAMESPACE") as (mailbox, _):
        mailbox.connect()
    assert box.folders() == {"INBOX", "Processed", "Review"}


def test_a_mail_the_server_cannot_read_delays_no_other(box: DovecotPostbox) -> None:
    with behind(box) as (mailbox, proxy):
        broken = "NO [SERVERBUG] Internal error occurred"
        proxy.instead = [
            Instead(r"UID FETCH 1,2,3 \(BODY", answer=broken),
            Instead(r"UID FETCH 2 \(BODY", answer=broken),
        ]
        fetched = list(mailbox.fetch(mailbox.describe([1, 2, 3]), LARGEST))
    assert [(one.uid, one.whole, one.content) for one in fetched] == [
        (1, True, mail(1)),
        (2, False, b""),
        (3, True, mail(3)),
    ]


@pytest.mark.parametrize("after", [0, 20, 90], ids=["at once", "in its first line", "inside a mail"])
def test_a_connection_cut_in_the_middle_of_a_fetch_loses_nothing(after: int, box: DovecotPostbox) -> None:
    with behind(box) as (mailbox, proxy):
        proxy.instead = [Instead(r"UID FETCH .*BODY", cut_after=after)]
        with pytest.raises(MailboxDown):
            list(mailbox.fetch(mailbox.describe([1, 2, 3]), LARGEST))
        proxy.instead = []
        described = mailbox.describe([1, 2, 3])
        assert [one.content for one in mailbox.fetch(described, LARGEST)] == [mail(1), mail(2), mail(3)]


@pytest.mark.parametrize("command", ["LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "UID MOVE"])
def test_a_server_that_falls_silent_is_down(command: str, box: DovecotPostbox) -> None:
    with behind(box, timeouts=Timeouts(read=0.3)) as (mailbox, proxy):
        proxy.instead = [Instead(command)]
        with pytest.raises(MailboxDown, match="timed out"):
            one_round(mailbox)
        proxy.instead = []
        assert mailbox.move([1], "Processed").done == (1,)


def one_round(mailbox: Mailbox) -> None:
    list(mailbox.fetch(mailbox.describe(mailbox.listing(None).uids), LARGEST))
    mailbox.move([1], "Processed")


def test_a_server_that_falls_silent_during_the_wait_is_noticed(box: DovecotPostbox) -> None:
    with behind(box, timeouts=Timeouts(read=0.3, renew=0.01)) as (mailbox, proxy):
        mailbox.listing(None)
        proxy.instead = [Instead("DONE")]
        with pytest.raises(MailboxDown, match="timed out"):
            mailbox.wait(30)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("NO [AUTHENTICATIONFAILED] Authentication failed.", LoginRefused),
        ("NO [UNAVAILABLE] Temporary authentication failure.", MailboxDown),
        ("NO [ALERT] Too many simultaneous connections. (Failure)", MailboxDown),
        ("NO [LIMIT] Maximum number of connections from user+IP exceeded", MailboxDown),
        ("BAD Error in IMAP command received by server: LOGIN only-in-tests", LoginRefused),
    ],
)
def test_a_busy_server_is_no_wrong_password(answer: str, kind: type[Exception], box: DovecotPostbox) -> None:
    with behind(box) as (mailbox, proxy):
        proxy.instead = [Instead("LOGIN", answer=answer)]
        with pytest.raises(kind) as fault:
            mailbox.connect()
    assert type(fault.value) is kind
    assert box.password not in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_connection_cut_at_the_login_is_no_wrong_password(box: DovecotPostbox) -> None:
    with behind(box) as (mailbox, proxy):
        proxy.instead = [Instead("LOGIN", cut_after=0)]
        with pytest.raises(MailboxDown):
            mailbox.connect()


def test_a_missing_starttls_is_refused(box: DovecotPostbox, dovecot: Dovecot) -> None:
    with ImapProxy(box.port, ("STARTTLS",)) as proxy:
        plain = ImapAccount(proxy.host, proxy.port, "none", box.username, Secret(box.password))
        account = replace(plain, security="starttls", ca_file=dovecot.certificate.file)
        with Mailbox(account) as mailbox, pytest.raises(MailboxBroken, match="STARTTLS"):
            mailbox.connect()
        assert not [command for command in proxy.commands if "LOGIN" in command]


@pytest.mark.parametrize(
    ("name", "prefix", "delimiter", "there"),
    [
        ("inbox", "INBOX.", ".", "INBOX"),
        ("Processed", "", "/", "Processed"),
        ("Processed", "INBOX.", ".", "INBOX.Processed"),
        ("INBOX.Processed", "INBOX.", ".", "INBOX.Processed"),
        ("Desk/Done", "INBOX.", ".", "INBOX.Desk.Done"),
    ],
)
def test_a_folders_name_follows_the_server(name: str, prefix: str, delimiter: str, there: str) -> None:
    assert quirks.folder_name(name, prefix, delimiter) == there


@pytest.mark.parametrize("date", [None, b"not a date", datetime.max.replace(tzinfo=UTC)])
def test_a_mail_without_a_date_of_arrival_has_one(date: object) -> None:
    assert quirks.arrival_of({b"INTERNALDATE": date}).tzinfo is UTC
