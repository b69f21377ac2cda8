"""The worker is killed between any two steps and started again: nothing lost, nothing twice."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from flows.killing import Place, work_and_die
from flows.office import NOON, Office, written
from servers.dovecot import Dovecot
from servers.smtp import SmtpSink

from mailbot.edges.store import open_store
from mailbot.worker import Accounts, run_once

_SHARES = 4  # the walk is shared out, so that it can run on several cores
MAILS = (
    ("anna@bakker.example", "Graag meld ik mij aan voor de Meet Up op 18 januari.\n\nAnna Bakker\n"),
    ("bert@smit.example", "Is er parkeergelegenheid bij de Meet Up van 18 januari?\n\nBert Smit\n"),
)


def killed_at(step: int, place: Place) -> bool:
    """Whether the worker died at the step (and did not just come to its end)."""
    context = multiprocessing.get_context("forkserver")
    # The server of forks imports everything once; it looks for it where this variable says.
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    context.set_forkserver_preload(["flows.killing"])
    worker = context.Process(target=work_and_die, args=(place, step))
    worker.start()
    worker.join(60)
    assert worker.exitcode in (0, -signal.SIGKILL)
    return worker.exitcode != 0


@pytest.mark.parametrize("first", range(1, 1 + _SHARES))
def test_killed_at_any_step_the_next_run_completes_everything_once(
    first: int, office: Office, dovecot: Dovecot, smtp_sink: SmtpSink, folder_in_memory: Path
) -> None:
    for step in itertools.count(first, _SHARES):
        smtp_sink.letters.clear()
        office.postbox = dovecot.mailbox()
        url = f"sqlite:///{folder_in_memory}/{step}.db"
        place = Place(
            url, dovecot.port, office.postbox.username, office.postbox.password, smtp_sink.port, NOON
        )
        office.put(*(written(f"<{at}>", body, message_id=f"<{at}>") for at, body in MAILS))
        died = killed_at(step, place)
        check_after(step, place, office)
        if not died:
            break
    assert step > 40  # the walk really went along the path


def check_after(step: int, place: Place, office: Office) -> None:
    """Start again, and look at everything from outside."""
    store = open_store(place.url, office.clock)
    office.desk = replace(office.desk, store=store)
    imap = replace(office.accounts.imap, username=place.username)
    done = run_once(office.desk, Accounts(imap, office.accounts.smtp))
    assert done.troubles == [], step
    assert office.seats().confirmed == 1, step
    assert sorted(office.outcomes()) == ["confirmed", "review"], step
    assert (office.postbox.count(), office.postbox.count("Processed"), office.postbox.count("Review")) == (
        0,
        1,
        1,
    )
    copies = Counter((letter["To"], letter["Message-ID"]) for letter in office.letters())
    assert {to for to, _ in copies} == {at for at, _ in MAILS}, step
    assert len(copies) == 2, step  # one letter each, never another one instead
    assert max(copies.values()) <= 2, step  # the one window that SMTP leaves
    store.close()
