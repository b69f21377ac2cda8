"""The same mailbox on the sandbox's server, which keeps no keywords, as Exchange does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.edges.account import ImapAccount, Secret
from mailbot.edges.imap import LoginRefused, Mailbox, Moved
from mailbot.sandbox_servers import HOST, PASSWORD, Servers

ARRIVED = datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)
MAIL = b"From: ada@voorbeeld.example\r\nSubject: Hello\r\n\r\nTwo seats, please.\r\n"


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Servers]:
    with Servers("info@partos.example", tmp_path) as running:
        yield running


@pytest.fixture
def mailbox(servers: Servers) -> Iterator[Mailbox]:
    account = ImapAccount(HOST, servers.imap_port, "none", servers.username, Secret(PASSWORD))
    with Mailbox(account) as opened:
        yield opened


def test_a_mail_is_read_filed_and_found_there(servers: Servers, mailbox: Mailbox) -> None:
    servers.deliver(MAIL, ARRIVED)
    listing = mailbox.listing(None)
    (fetched,) = mailbox.fetch(mailbox.describe(listing.uids), 10_000)
    assert (fetched.content, fetched.arrived, fetched.whole) == (MAIL, ARRIVED, True)
    (headers,) = mailbox.fetch(mailbox.describe(listing.uids), 10)
    assert (headers.content, headers.whole) == (MAIL.partition(b"Two")[0], False)
    assert mailbox.move(listing.uids, "Processed") == Moved(listing.uids, ())
    assert mailbox.move(listing.uids, "Processed") == Moved((), listing.uids)
    assert (mailbox.count("INBOX"), mailbox.count("Processed"), mailbox.count("Nowhere")) == (0, 1, 0)
    assert mailbox.listing(listing.uids[-1]).uids == ()


def test_a_new_mail_ends_the_wait(servers: Servers, mailbox: Mailbox) -> None:
    mailbox.listing(None)
    assert not mailbox.wait(0.01)
    after = threading.Thread(target=servers.deliver, args=(MAIL, ARRIVED))
    after.start()
    assert mailbox.wait(30)
    after.join()


def test_a_wrong_password_is_refused(servers: Servers) -> None:
    wrong = ImapAccount(HOST, servers.imap_port, "none", servers.username, Secret("wrong"))
    with Mailbox(wrong) as mailbox, pytest.raises(LoginRefused):
        mailbox.connect()
