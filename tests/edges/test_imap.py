"""The mailbox, through the real client, against a real Dovecot."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from servers.dovecot import Dovecot, DovecotPostbox

from mailbot.edges import imap, imap_mails
from mailbot.edges.account import ImapAccount, Secret
from mailbot.edges.imap import (
    LoginRefused,
    Mailbox,
    MailboxBroken,
    MailboxDown,
    Moved,
    Renumbered,
    Timeouts,
)

LARGEST = 10 * 1024 * 1024


def mail(number: int, body: bytes = b"Two seats, please.\r\n") -> bytes:
    return b"From: ada@voorbeeld.example\r\nSubject: %d\r\n\r\n" % number + body


@pytest.fixture
def box(dovecot: Dovecot) -> DovecotPostbox:
    return dovecot.mailbox()


@pytest.fixture
def account(box: DovecotPostbox) -> ImapAccount:
    return ImapAccount(box.host, box.port, "none", box.username, Secret(box.password))


@pytest.fixture
def mailbox(account: ImapAccount) -> Iterator[Mailbox]:
    with Mailbox(account) as opened:
        yield opened


# What lies there


def test_folders_are_made_and_shown_to_people(box: DovecotPostbox, mailbox: Mailbox) -> None:
    mailbox.connect()
    assert box.folders() == {"INBOX", "Processed", "Review"}
    assert box.subscribed() >= {"Processed", "Review"}


def test_only_mails_above_the_mark_are_listed(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append_all([mail(n) for n in range(3)])
    assert mailbox.listing(None).uids == (1, 2, 3)
    assert mailbox.listing(1).uids == (2, 3)
    assert mailbox.listing(3).uids == (), "n:* names the last mail even when it lies below n"


def test_a_mail_a_person_has_read_is_still_listed(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append(mail(1), flags=["\\Seen"])
    assert mailbox.listing(None).uids == (1,)


@pytest.mark.parametrize("above", [None, 0, 3, 4, 5, 11])
def test_a_folder_too_large_for_one_answer_is_listed_in_spans(
    above: int | None, box: DovecotPostbox, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.append_all([mail(n) for n in range(14)])
    box.delete([2, 3, 12])
    monkeypatch.setattr(imap_mails, "_LISTED", 3)
    there = [mail.uid for mail in box.mails()]
    assert mailbox.listing(above).uids == tuple(uid for uid in there if uid > (above or 0))


def test_mails_come_as_they_lie_there_and_stay_unread(box: DovecotPostbox, mailbox: Mailbox) -> None:
    arrived = datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)
    box.append(mail(1, b"caf\xe9 \x00 \xff\r\n.\r\n"), arrived=arrived)
    (described,) = mailbox.describe([1, 99])
    assert (described.uid, described.arrived) == (1, arrived)
    (fetched,) = mailbox.fetch(mailbox.describe([1, 99]), LARGEST)
    (stored,) = box.mails()
    assert (fetched.content, fetched.whole, fetched.arrived) == (stored.content, True, arrived)
    assert described.size == fetched.size == len(stored.content)
    assert stored.flags == frozenset()


def test_of_a_large_mail_only_the_headers_travel(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append_all([mail(1), mail(2, b"x" * 78 + b"\r\n") * 1, mail(3, (b"x" * 78 + b"\r\n") * 100)])
    large = [one for one in mailbox.fetch(mailbox.describe([1, 2, 3]), 1000) if not one.whole]
    assert [(one.uid, one.content) for one in large] == [(3, mail(3, b""))]
    assert large[0].size > 8000


def test_of_endless_headers_only_64_kib_travel(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append(b"X-Filler: y\r\n" * 10_000 + mail(1))
    (fetched,) = mailbox.fetch(mailbox.describe([1]), 1000)
    assert (len(fetched.content), fetched.whole) == (64 * 1024, False)


def test_memory_stays_flat(box: DovecotPostbox, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    box.append_all([mail(n, b"x" * 900) for n in range(7)])
    monkeypatch.setattr(imap_mails, "_FETCHED", 3)
    monkeypatch.setattr(imap_mails, "_FETCHED_BYTES", 2000)
    trips = record_commands(mailbox, "fetch")
    assert len(list(mailbox.fetch(mailbox.describe(range(1, 8)), LARGEST))) == 7
    assert [len(uids) for uids, items in trips if items == ["BODY.PEEK[]"]] == [2, 2, 2, 1]
    monkeypatch.setattr(imap_mails, "_FETCHED_BYTES", LARGEST)
    trips.clear()
    assert len(list(mailbox.fetch(mailbox.describe(range(1, 8)), LARGEST))) == 7
    assert [len(uids) for uids, items in trips if items == ["BODY.PEEK[]"]] == [3, 3, 1]


def record_commands(mailbox: Mailbox, name: str) -> list[tuple[Any, ...]]:
    """What the mailbox asks its library for from now on."""
    mailbox.connect()
    assert mailbox._session is not None
    client = mailbox._session.client
    calls: list[tuple[Any, ...]] = []
    real = getattr(client, name)

    def recorded(*args: Any) -> Any:
        calls.append(args)
        return real(*args)

    setattr(client, name, recorded)
    return calls


# Filing


def test_a_filed_mail_keeps_its_flags(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append_all([mail(1), mail(2)])
    box.flag([2], ["\\Flagged"])
    assert mailbox.move([1, 2], "Review") == Moved((1, 2), ())
    assert box.mails() == []
    assert [stored.flags for stored in box.mails("Review")] == [frozenset(), {"\\Flagged"}]


def test_filing_may_be_repeated(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append_all([mail(1), mail(2)])
    mailbox.move([1], "Processed")
    assert mailbox.move([1, 2], "Processed") == Moved((2,), (1,))
    assert mailbox.move([1, 2], "Processed") == Moved((), (1, 2))
    assert box.count("Processed") == 2


def test_filing_is_done_in_batches(
    box: DovecotPostbox, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.append_all([mail(n) for n in range(5)])
    monkeypatch.setattr(imap, "_MOVED", 2)
    moves = record_commands(mailbox, "move")
    assert mailbox.move(range(1, 6), "Processed").done == (1, 2, 3, 4, 5)
    assert [len(uids) for uids, _ in moves] == [2, 2, 1]


def test_a_mail_is_known_in_another_folder_by_its_bytes_and_the_watched_one_is_open_again(
    box: DovecotPostbox, mailbox: Mailbox
) -> None:
    box.append(mail(1))
    ours, others = (b"Message-ID: <one@x.example>\r\n\r\n" + body for body in (b"ours\r\n", b"else\r\n"))
    mailbox.listing(None)
    for one in (others, ours):
        box.append(one, "Review")
    sought = ("one@x.example", len(ours), sha256(ours).hexdigest())
    assert mailbox.move_copies(*sought, source="Review", folder="Processed") == 1
    assert [one.content for one in box.mails("Review")] == [others]
    assert [one.content for one in box.mails("Processed")] == [ours]
    assert [one.content for one in mailbox.fetch(mailbox.describe([1]), 1000)] == [mail(1)]


@pytest.mark.parametrize(
    "message", ['x" ALL', "x ALL", "x{3}", "x\r\nA1 DELETE Review", "é@x.example", "\U0001f389@x", ""]
)
def test_a_message_id_that_is_more_than_a_word_is_searched_for_nowhere(
    box: DovecotPostbox, mailbox: Mailbox, message: str
) -> None:
    mailbox.connect()
    box.append(mail(1), "Review")
    sought = (message, len(mail(1)), sha256(mail(1)).hexdigest())
    assert mailbox.move_copies(*sought, source="Review", folder="Processed") == 0
    assert box.count("Review") == 1


def test_a_folder_that_a_person_deleted_is_made_again(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append(mail(1))
    mailbox.connect()
    with box.client() as client:
        client.delete_folder("Processed")
    assert mailbox.count("Processed") == 0
    assert mailbox.move([1], "Processed").done == (1,)
    assert mailbox.count("Processed") == 1


# Numbers that changed their meaning


def test_a_rebuilt_folder_is_noticed_by_listing_it(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append(mail(1))
    before = mailbox.listing(None)
    box.rebuild()
    after = mailbox.listing(None)
    assert after.uidvalidity != before.uidvalidity
    assert len(after.uids) == 1


def test_uids_of_another_numbering_move_nobodys_mail(box: DovecotPostbox, account: ImapAccount) -> None:
    box.append(mail(1))
    with Mailbox(account) as before:
        listed = before.listing(None).uidvalidity
    box.set_uidvalidity(listed + 1)
    with Mailbox(account) as mailbox, pytest.raises(Renumbered):
        mailbox.move([1], "Processed", uidvalidity=listed)
    assert box.count() == 1


def test_a_renumbering_while_we_were_cut_off_is_noticed(
    dovecot: Dovecot, box: DovecotPostbox, mailbox: Mailbox
) -> None:
    box.append(mail(1))
    listed = mailbox.listing(None)
    box.set_uidvalidity(listed.uidvalidity + 1)
    cut(mailbox)
    with pytest.raises(MailboxDown):
        mailbox.count("INBOX")
    for _ in range(2):
        with pytest.raises(Renumbered):
            mailbox.move(listed.uids, "Processed")
    with pytest.raises(Renumbered):
        list(mailbox.fetch(mailbox.describe(listed.uids), LARGEST))
    assert mailbox.wait(30), "everything may be new"
    assert mailbox.move(mailbox.listing(None).uids, "Processed").done == (1,)


def cut(mailbox: Mailbox) -> None:
    """End the mailbox's connection as a router does."""
    mailbox.connect()
    assert mailbox._session is not None
    mailbox._session.client.socket().shutdown(socket.SHUT_RDWR)


# Waiting


def test_a_new_mail_ends_the_wait(box: DovecotPostbox, mailbox: Mailbox) -> None:
    mailbox.listing(None)
    after = when_idle(mailbox, lambda: box.append(mail(1)))
    assert mailbox.wait(30)
    after.join()


def test_a_mail_that_came_since_the_listing_is_not_waited_for(box: DovecotPostbox, mailbox: Mailbox) -> None:
    mailbox.listing(None)
    box.append(mail(1))
    mailbox.move([99], "Processed")  # the server announces the new mail now, when nobody waits for it
    assert mailbox.wait(30)


def test_who_only_waits_hears_of_every_mail_once(box: DovecotPostbox, mailbox: Mailbox) -> None:
    assert not mailbox.wait(0.01)
    box.append(mail(1))
    assert mailbox.wait(30), "it came between two waits"
    assert not mailbox.wait(0.01)
    after = when_idle(mailbox, lambda: box.append(mail(2)))
    assert mailbox.wait(30)
    after.join()
    assert not mailbox.wait(0.01)


def test_a_quiet_mailbox_ends_the_wait_with_the_time(mailbox: Mailbox) -> None:
    mailbox.listing(None)
    assert not mailbox.wait(0.01)


def test_a_persons_flag_is_nothing_new(box: DovecotPostbox, mailbox: Mailbox) -> None:
    box.append(mail(1))
    mailbox.listing(None)
    after = when_idle(mailbox, lambda: (box.flag([1], ["\\Seen"]), mailbox.interrupt()))
    assert not mailbox.wait(30)
    after.join()


def test_idle_is_renewed(box: DovecotPostbox, account: ImapAccount) -> None:
    with Mailbox(account, timeouts=Timeouts(renew=0.001)) as mailbox:
        mailbox.listing(None)
        renewals = record_commands(mailbox, "idle")
        after = when_idle(mailbox, lambda: box.append(mail(1)), times=20)
        assert mailbox.wait(30)
        after.join()
        assert len(renewals) >= 20


def test_an_interrupt_ends_the_wait(mailbox: Mailbox) -> None:
    after = when_idle(mailbox, mailbox.interrupt)
    assert not mailbox.wait(30)
    after.join()
    mailbox.interrupt()  # one that comes just before the wait counts as well
    assert not mailbox.wait(30)
    mailbox.interrupt()
    mailbox.rest(60)


def test_without_idle_time_passes_and_then_something_may_be_there(account: ImapAccount) -> None:
    with Mailbox(replace(account, idle=False)) as mailbox:
        mailbox.listing(None)
        assert mailbox.wait(0.01)
        mailbox.interrupt()
        assert not mailbox.wait(30)


def test_a_connection_that_dies_while_waiting_is_noticed(mailbox: Mailbox) -> None:
    after = when_idle(mailbox, lambda: cut(mailbox), direct=True)
    with pytest.raises(MailboxDown):
        mailbox.wait(30)
    after.join()
    assert not mailbox.wait(0.01), "and the next use connects again"


def when_idle(mailbox: Mailbox, act: Any, *, times: int = 1, direct: bool = False) -> threading.Thread:
    """Do something in another thread, once the mailbox has begun to IDLE."""
    mailbox.connect()
    assert mailbox._session is not None
    client = mailbox._session.client
    if direct:
        link = client.socket()

        def act() -> None:
            link.shutdown(socket.SHUT_RDWR)

    idling = threading.Semaphore(0)
    real = client.idle

    def idle() -> None:
        real()
        idling.release()

    client.idle = idle

    def run() -> None:
        for _ in range(times):
            assert idling.acquire(timeout=30)
        act()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


# What goes wrong


def test_a_wrong_password_is_told_apart_from_a_server_that_is_down(
    dovecot: Dovecot, account: ImapAccount
) -> None:
    wrong = replace(account, password=Secret("not-the-password"))
    with Mailbox(wrong) as mailbox, pytest.raises(LoginRefused) as refused:
        mailbox.connect()
    assert "not-the-password" not in str(refused.value)
    assert account.username in str(refused.value)
    dovecot.stop()
    with Mailbox(account) as mailbox:
        with pytest.raises(MailboxDown, match="refused"):
            mailbox.connect()
        dovecot.start()
        mailbox.connect()


def test_a_mailbox_survives_a_server_that_restarts(
    dovecot: Dovecot, box: DovecotPostbox, mailbox: Mailbox
) -> None:
    box.append(mail(1))
    mailbox.listing(None)
    dovecot.stop()
    with pytest.raises(MailboxDown):
        mailbox.listing(None)
    dovecot.start()
    assert mailbox.listing(None).uids == (1,)


def test_a_missing_folder_is_named_with_those_that_are_there(account: ImapAccount) -> None:
    with (
        Mailbox(replace(account, folder="Inobx")) as mailbox,
        pytest.raises(MailboxBroken, match=r'no folder "Inobx".*INBOX'),
    ):
        mailbox.connect()


def test_a_password_outside_ascii_reaches_the_server(account: ImapAccount) -> None:
    wrong = replace(account, password=Secret("pässwörd"))
    with Mailbox(wrong) as mailbox, pytest.raises(LoginRefused, match="AUTHENTICATIONFAILED"):
        mailbox.connect()


def test_reading_only_changes_nothing(box: DovecotPostbox, account: ImapAccount) -> None:
    box.append(mail(1))
    with Mailbox(account, readonly=True) as mailbox:
        assert len(list(mailbox.fetch(mailbox.describe(mailbox.listing(None).uids), LARGEST))) == 1
        assert mailbox.count("Processed") == 0
        with pytest.raises(MailboxBroken, match="read only"):
            mailbox.move([1], "Processed")
    assert box.folders() == {"INBOX"}
    assert [stored.flags for stored in box.mails()] == [frozenset()]


# Encryption


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_the_certificate_is_checked(security: Any, dovecot: Dovecot, account: ImapAccount) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    trusting = replace(account, port=port, security=security, ca_file=dovecot.certificate.file)
    with Mailbox(trusting) as mailbox:
        assert mailbox.listing(None).uids == ()
        assert not mailbox.wait(0.01)
    with (
        Mailbox(replace(trusting, ca_file=None)) as mailbox,
        pytest.raises(MailboxBroken, match="not trusted"),
    ):
        mailbox.connect()


def test_a_new_mail_ends_the_wait_over_tls(
    dovecot: Dovecot, box: DovecotPostbox, account: ImapAccount
) -> None:
    secure = replace(account, port=dovecot.tls_port, security="tls", ca_file=dovecot.certificate.file)
    with Mailbox(secure) as mailbox:
        mailbox.listing(None)
        after = when_idle(mailbox, lambda: box.append(mail(1)))
        assert mailbox.wait(30)
        after.join()


def test_an_authority_that_cannot_be_read_is_a_fault_of_ours(account: ImapAccount, tmp_path: Path) -> None:
    missing = replace(account, security="tls", ca_file=tmp_path / "missing.pem")
    with Mailbox(missing) as mailbox, pytest.raises(MailboxBroken, match=r"missing\.pem"):
        mailbox.connect()
