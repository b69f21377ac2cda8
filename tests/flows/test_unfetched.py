"""A mail at which the server breaks off delays no other, and goes before a person after three attempts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flows.office import Office, written
from flows.test_main_path import person, seat_for
from flows.test_waiting import BERT, BERTS, offered, statuses
from servers.imap_proxy import ImapProxy, Instead
from sqlalchemy import select

from mailbot import staff
from mailbot.edges import imap
from mailbot.edges.imap import Mailbox, Timeouts
from mailbot.edges.store import inbox, listed, seating
from mailbot.edges.store.schema import mails
from mailbot.pipeline import poll
from mailbot.staff import NotPossible

BODY = r"UID FETCH (\d+,)*%s(,\d+)* \(BODY"


@pytest.fixture
def proxy(office: Office) -> Iterator[ImapProxy]:
    """Stands between the office and its mailbox."""
    with ImapProxy(office.postbox.port) as between:
        account = replace(office.accounts.imap, port=between.port)
        office.accounts = replace(office.accounts, imap=account)
        yield between


def breaks_at(*uids: int, **how: object) -> list[Instead]:
    return [Instead(BODY % uid, **how) for uid in uids]  # type: ignore[arg-type]


def guests(office: Office, count: int) -> None:
    office.put(*(written(sender, seat_for(name)) for name, _, sender in map(person, range(count))))


def rows(office: Office) -> dict[int, str | None]:
    """What became of each UID."""
    with office.desk.store.transaction() as tx:
        found = tx.execute(select(mails.c.uid, mails.c.outcome).order_by(mails.c.uid)).all()
    return {row.uid: row.outcome for row in found}


def attempts(office: Office) -> dict[int, int]:
    with office.desk.store.transaction() as tx:
        found = tx.execute(select(mails.c.uid, mails.c.attempts).where(mails.c.state == "listed"))
        return {row.uid: row.attempts for row in found}


def fetches(proxy: ImapProxy, uid: int) -> int:
    return sum(bool(re.match(BODY % uid, command)) for command in proxy.commands)


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"cut_after": 0}, id="the connection ends"),
        pytest.param({"cut_after": 70}, id="it ends inside the answer"),
        pytest.param({"garbled": "* 3 FETCH (UID 3 BODY[] (("}, id="the answer is none"),
        pytest.param({"answer": "OK Done"}, id="the answer leaves it out"),
        pytest.param({"answer": "NO [SERVERBUG] Internal error"}, id="it is refused"),
        pytest.param({}, id="silence"),
    ],
)
def test_all_but_that_mail_are_answered_at_once_and_it_is_parked_after_three_attempts(
    office: Office, proxy: ImapProxy, monkeypatch: pytest.MonkeyPatch, how: dict[str, object]
) -> None:
    monkeypatch.setattr(imap, "Timeouts", lambda: Timeouts(read=0.5))
    guests(office, 5)
    proxy.instead = breaks_at(3, **how)
    office.run()
    assert rows(office) == {1: "confirmed", 2: "confirmed", 3: None, 4: "confirmed", 5: "confirmed"}
    assert len(office.letters()) == 4
    assert office.reviews() == []
    office.run()
    office.run()
    assert rows(office)[3] == "parked"
    (waiting,) = office.reviews()
    assert waiting.kind == "unreadable"
    assert "(UID 3, " in waiting.reasons[0]
    assert "3 attempts" in waiting.reasons[0]
    assert [stored.uid for stored in office.postbox.mails()] == [3], "it stays where it lies"
    before = fetches(proxy, 3)
    office.run()
    assert fetches(proxy, 3) == before
    assert office.outcomes().count("parked") == 1


def test_a_mail_of_which_only_the_headers_come_is_not_called_too_large(
    office: Office, proxy: ImapProxy
) -> None:
    guests(office, 1)
    proxy.instead = [Instead(r"UID FETCH 1 \(BODY.PEEK\[\]", answer="NO [SERVERBUG] Internal error")]
    office.run()
    (waiting,) = office.reviews()
    assert waiting.reasons[0] == "The mail server gave only the headers of this mail."


def test_a_worker_that_listens_asks_again_at_the_next_poll_and_not_only_in_an_hour(
    office: Office, proxy: ImapProxy
) -> None:
    guests(office, 3)
    proxy.instead = breaks_at(2, cut_after=0)
    office.run()
    with Mailbox(office.accounts.imap) as mailbox:
        for _ in range(2):
            list(poll(office.desk, mailbox, full=False))
    assert rows(office) == {1: "confirmed", 2: "parked", 3: "confirmed"}


def test_it_is_answered_when_the_server_gives_it_after_all(office: Office, proxy: ImapProxy) -> None:
    guests(office, 3)
    proxy.instead = breaks_at(2, cut_after=0)
    office.run()
    proxy.instead = []
    office.run()
    assert set(rows(office).values()) == {"confirmed"}
    assert len(office.letters()) == 3


def test_an_outage_is_no_mails_fault(
    office: Office, proxy: ImapProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Mailbox.connect

    def nobody_home(mailbox: Mailbox) -> None:
        proxy.instead = [Instead("LOGIN", answer="NO [UNAVAILABLE] Temporary authentication failure.")]
        plain(mailbox)

    guests(office, 3)
    monkeypatch.setattr(Mailbox, "connect", nobody_home)
    for _ in range(4):
        proxy.instead = [Instead(r"UID FETCH .* \(BODY", cut_after=0)]
        assert office.run().troubles
        assert set(attempts(office).values()) == {0}
    proxy.instead = []
    office.run()
    assert set(rows(office).values()) == {"confirmed"}


def test_a_server_that_breaks_at_every_mail_is_told_and_few_mails_pay_for_it(
    office: Office, proxy: ImapProxy
) -> None:
    guests(office, 6)
    proxy.instead = [Instead(r"UID FETCH .* \(BODY", cut_after=0)]
    for tried in (3, 6):
        assert len(office.run().troubles) == 1
        assert sum(attempts(office).values()) == tried
    proxy.instead = []
    office.run()
    assert set(rows(office).values()) == {"confirmed"}


def test_many_bad_mails_are_parked_in_the_end_and_the_good_one_behind_them_is_answered_first(
    office: Office, proxy: ImapProxy
) -> None:
    guests(office, 6)
    proxy.instead = breaks_at(1, 2, 3, 4, 5, cut_after=0)
    office.run()
    office.run()
    assert rows(office)[6] == "confirmed"
    for _ in range(4):
        office.run()
    assert [outcome for _, outcome in sorted(rows(office).items())] == ["parked"] * 5 + ["confirmed"]


def test_a_mail_that_ends_the_worker_itself_while_it_is_fetched_is_parked_too(
    office: Office, proxy: ImapProxy
) -> None:
    """Killed three times: once at the batch, twice at the mail alone."""
    guests(office, 3)
    with Mailbox(office.accounts.imap) as mailbox:
        listing = mailbox.listing(None)
        described = mailbox.describe(listing.uids)
    for doomed in (described, described[1:2], described[1:2]):
        with office.desk.store.transaction() as tx:
            listed.begin(tx, "INBOX", listing.uidvalidity, doomed, lease="dead", seconds=60)
            inbox.free_all(tx)
    office.run()
    assert rows(office) == {1: "confirmed", 2: "parked", 3: "confirmed"}
    assert fetches(proxy, 2) == 0, "a fourth time it is not tried"


def test_a_mail_that_another_worker_is_fetching_is_left_to_it(office: Office, proxy: ImapProxy) -> None:
    guests(office, 2)
    with Mailbox(office.accounts.imap) as mailbox:
        listing = mailbox.listing(None)
        described = mailbox.describe(listing.uids)
    with office.desk.store.transaction() as tx:
        for _ in range(3):
            listed.begin(tx, "INBOX", listing.uidvalidity, described[:1], lease="other", seconds=0)
        listed.begin(tx, "INBOX", listing.uidvalidity, described[:1], lease="other", seconds=60)
        seating.sync_events(tx, office.desk.house.events)
    with Mailbox(office.accounts.imap) as mailbox:  # not run(): alone, it would void every lease
        list(poll(office.desk, mailbox))
        assert rows(office) == {1: None, 2: "confirmed"}
        office.clock.forward(seconds=61)
        list(poll(office.desk, mailbox))
    assert rows(office) == {1: "parked", 2: "confirmed"}


def test_a_person_who_approves_has_it_fetched_again(office: Office, proxy: ImapProxy) -> None:
    guests(office, 2)
    proxy.instead = breaks_at(2, cut_after=0)
    for _ in range(3):
        office.run()
    (waiting,) = office.reviews()
    staff.approve(office.desk, waiting.number, actor="Ineke")
    proxy.instead = []
    with Mailbox(office.accounts.imap) as mailbox:
        list(poll(office.desk, mailbox, full=False))
    assert set(rows(office).values()) == {"confirmed"}
    assert office.postbox.count() == 0


def test_it_cannot_be_fetched_again_under_a_number_that_means_another_mail(
    office: Office, proxy: ImapProxy
) -> None:
    guests(office, 2)
    proxy.instead = breaks_at(2, cut_after=0)
    for _ in range(3):
        office.run()
    proxy.instead = []
    office.postbox.rebuild()
    office.run()
    (waiting,) = office.reviews()
    with pytest.raises(NotPossible, match="renumbered"):
        staff.approve(office.desk, waiting.number, actor="Ineke")
    assert office.seats().confirmed == 2, "it was listed anew, and came"


def test_it_is_gone_when_a_person_deletes_it_meanwhile(office: Office, proxy: ImapProxy) -> None:
    guests(office, 2)
    proxy.instead = breaks_at(1, cut_after=0)
    office.run()
    office.postbox.delete([1])
    office.run()
    assert rows(office) == {1: "gone", 2: "confirmed"}


def test_no_offer_runs_out_while_a_yes_may_lie_in_what_cannot_be_fetched(
    office: Office, proxy: ImapProxy
) -> None:
    offered(office)
    in_time = office.clock.now + timedelta(hours=23)
    office.put(written(BERT, "Ja graag!", answers=office.letters(BERTS)[-1]), arrived=in_time)
    (yes,) = office.postbox.mails()
    proxy.instead = breaks_at(yes.uid, cut_after=0)
    office.clock.forward(hours=25)
    office.run()
    assert statuses(office)[BERTS] == "offered"
    proxy.instead = []
    office.run()
    assert statuses(office)[BERTS] == "confirmed"


def test_an_offer_runs_out_when_what_cannot_be_fetched_is_before_a_person(
    office: Office, proxy: ImapProxy
) -> None:
    offered(office)
    office.put(written("x@elders.example", "poison"))
    (poison,) = office.postbox.mails()
    proxy.instead = breaks_at(poison.uid, cut_after=0)
    office.clock.forward(hours=25)
    for _ in range(3):
        office.run()
    assert statuses(office)[BERTS] == "expired"


def test_a_mail_that_cannot_even_be_described_delays_no_other(office: Office, proxy: ImapProxy) -> None:
    guests(office, 5)
    proxy.instead = [Instead(r"UID FETCH (\d+,)*4(,\d+)* ", cut_after=0)]
    office.run()
    assert rows(office) == {1: "confirmed", 2: "confirmed", 3: "confirmed", 4: None, 5: "confirmed"}
    office.run()
    office.run()
    assert rows(office)[4] == "parked"


def test_a_renumbered_mailbox_leaves_no_row_without_an_outcome(office: Office, proxy: ImapProxy) -> None:
    guests(office, 2)
    proxy.instead = breaks_at(1, cut_after=0)
    office.run()
    proxy.instead = []
    office.postbox.rebuild()
    office.run()
    with office.desk.store.transaction() as tx:
        assert None not in set(tx.execute(select(mails.c.outcome)).scalars())
    assert office.seats().confirmed == 2
