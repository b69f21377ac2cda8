"""``mailbot check``: is everything ready? Each line says ok, or what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mailbot import show
from mailbot.cli_frame import as_json, example

if TYPE_CHECKING:
    from mailbot.config import Settings
    from mailbot.edges.imap import Mailbox

OK, NOTE, WRONG = "ok", "note", "wrong"

_CLOCK_OFF = timedelta(minutes=5)
_NOT_SENT = ("queued", "deferred", "held", "failed", "uncertain")
_OLD = timedelta(days=14)
_OLD_LOOKED_AT = 500  # of the oldest mails; more need not be counted to be told
_SILENT = timedelta(minutes=5)  # beyond its own interval, a worker that said nothing is looked after


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: ``mend`` says what to do, '' where nothing need be done."""

    part: str
    state: str
    text: str
    mend: str = ""


@click.command(
    short_help="Is everything ready? What is wrong, and how to mend it.",
    epilog=example("mailbot check", "mailbot --config /etc/mailbot/config.toml check --json"),
)
@as_json
@click.pass_context
def check(context: click.Context, as_json: bool) -> int:
    """Configuration, letters, servers, database, worker: each ok, or what is wrong and how to mend it."""
    path: Path = context.find_root().params["config"]
    wrong = misconfigured = 0
    for finding in findings(path):
        wrong += finding.state == WRONG
        misconfigured += finding.state == WRONG and finding.part == "configuration"
        if as_json:
            line = {"part": finding.part, "state": finding.state, "text": finding.text, "mend": finding.mend}
            show.json_line(line)
        else:
            _tell(finding)
    if wrong:
        click.echo(f"mailbot: {show.counted(wrong, 'thing')} to mend", err=True)
    return 2 if misconfigured else int(bool(wrong))


def _tell(finding: Finding) -> None:
    from rich.table import Table

    screen = show.console()
    text = f"{finding.text}; {finding.mend}" if finding.mend else finding.text
    if not screen.is_terminal:
        click.echo(f"{finding.part:<14}{finding.state:<7}{show.safe(text)}")
        return
    row = Table.grid(padding=(0, 1))
    row.add_column(width=13, no_wrap=True)
    row.add_column(width=5, no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(finding.part, show.coloured(finding.state), show.safe(text))
    screen.print(row)


def findings(path: Path) -> Iterator[Finding]:
    """One finding after the other, as they are found: a server that hangs holds up none before it."""
    from mailbot.config import ConfigMistakes, load

    settings, whole = None, True
    try:
        settings = load(path)
        yield Finding("configuration", OK, f"{path}: {show.counted(len(settings.house.events), 'event')}")
    except ConfigMistakes as mistakes:
        whole = False
        for each in mistakes.mistakes:
            named = f"{path}: {each.key} {each.wrong}" if each.key else f"{path}: {each.wrong}"
            yield Finding("configuration", WRONG, named, each.right)
        try:
            settings = load(path, secrets=False)  # perhaps only a password is missing
        except ConfigMistakes:
            return
    yield from _templates(settings)
    yield from _members(settings)
    yield from _database(settings)
    if whole:
        yield from _mailbox(settings)
        yield from _smtp(settings)


def _templates(settings: Settings) -> Iterator[Finding]:
    from mailbot.core.writing import check as proofread
    from mailbot.edges.templates import NoTemplates
    from mailbot.edges.templates import load as load_templates

    try:
        templates = load_templates(settings.templates)
    except NoTemplates as fault:
        yield Finding("templates", WRONG, str(fault), "mend the folder, or leave out the key templates")
        return
    mistakes = proofread(templates, settings.house)
    for mistake in mistakes:
        yield Finding("templates", WRONG, mistake)
    if not mistakes:
        where = settings.templates or "the ones that come with mailbot"
        yield Finding("templates", OK, f"{where}: {', '.join(sorted(templates.languages))}")


def _members(settings: Settings) -> Iterator[Finding]:
    from mailbot.imports import ListMistakes, read_members

    file = settings.members_file
    if file is None:
        return
    if not file.exists():
        mend = "write it (organisation,domain), or leave out organisation.members"
        yield Finding("members", NOTE, f"{file} is not there: nobody is taken for a member", mend)
        return
    try:
        count = len(read_members(file))
    except ListMistakes as mistakes:
        for mistake in mistakes.mistakes:
            yield Finding("members", WRONG, f"{file}: {mistake}")
    except OSError as fault:
        yield Finding("members", WRONG, f"{file} cannot be read: {fault.strerror}", "let mailbot read it")
    else:
        yield Finding("members", OK, f"{file}: {show.counted(count, 'domain')}")


def _database(settings: Settings) -> Iterator[Finding]:
    from mailbot.edges.store import StoreDown, facts, open_store, outbox

    try:
        store = open_store(settings.state)
        try:
            with store.transaction() as tx:
                now = tx.now
                beat, paused = facts.mark(tx, facts.HEARTBEAT), facts.mark(tx, facts.PAUSED)
                letters = outbox.counts(tx)
        finally:
            store.close()
    except StoreDown as fault:
        yield Finding("database", WRONG, str(fault), "see state in the configuration")
        return
    yield Finding("database", OK, f"{store.engine.url.render_as_string()}, its schema is up to date")
    if abs(datetime.now(UTC) - now) > _CLOCK_OFF:
        off = f"this machine's clock and the database's differ by {abs(datetime.now(UTC) - now)}"
        yield Finding("clock", WRONG, off, "set the clock, best by NTP")
    yield from _worker(settings, beat.at if beat else None, now)
    if paused:
        yield Finding(
            "letters", WRONG, f"sending stands still: {paused.value}", "it goes on by itself once mended"
        )
    waiting = {
        state: letters[state]
        for state in ("queued", "deferred", "held", "failed", "uncertain")
        if state in letters
    }
    if waiting:
        told = ", ".join(f"{count} {state}" for state, count in waiting.items())
        if {"held", "failed"} & waiting.keys():
            mend = "mailbot review shows what needs a person"
        elif "uncertain" in waiting:
            mend = "the worker sends it once more; unanswered again, it is in mailbot review"
        else:
            mend = "the worker sends them"
        yield Finding("letters", NOTE, told, mend)


def _worker(settings: Settings, beat: datetime | None, now: datetime) -> Iterator[Finding]:
    if beat is None:
        yield Finding("worker", NOTE, "has not run yet", "start it: mailbot run")
        return
    at = show.local(beat.astimezone(settings.house.timezone))
    if now - beat > _SILENT + timedelta(seconds=3 * settings.imap.poll_seconds):
        yield Finding(
            "worker", WRONG, f"last finished a round on {at}", "start it: mailbot run; its log says more"
        )
    else:
        yield Finding("worker", OK, f"last finished a round on {at}")


def _mailbox(settings: Settings) -> Iterator[Finding]:
    from mailbot.edges.imap import Mailbox, MailboxFault

    account = settings.imap
    where = f"{account.username} at {account.host}:{account.port}"
    try:
        with Mailbox(account, readonly=True) as mailbox:
            listing = mailbox.listing(None)
            yield Finding(
                "mailbox", OK, f"{where}: {show.counted(len(listing.uids), 'mail')} in {account.folder}"
            )
            yield from _arrivals(settings, mailbox, listing.uids)
    except MailboxFault as fault:
        yield Finding("mailbox", WRONG, str(fault), "see [mailbox] in the configuration")


def _arrivals(settings: Settings, mailbox: Mailbox, uids: Sequence[int]) -> Iterator[Finding]:
    from mailbot.edges.store import inbox, open_store

    if not uids:
        return
    now = datetime.now(UTC)
    newest = mailbox.describe([max(uids)])
    if newest and newest[0].arrived > now + _CLOCK_OFF:
        behind = "this machine's clock is behind the mail server's"
        yield Finding("clock", WRONG, behind, "set the clock, best by NTP")
    else:
        yield Finding(
            "clock", OK, f"{show.local(now.astimezone(settings.house.timezone))}, {settings.house.timezone}"
        )
    store = open_store(settings.state)
    try:
        with store.transaction() as tx:
            begun = inbox.folder_state(tx, settings.imap.folder) is not None
    finally:
        store.close()
    if begun or settings.since:
        return
    old = [mail for mail in mailbox.describe(sorted(uids)[:_OLD_LOOKED_AT]) if mail.arrived < now - _OLD]
    if old:
        text = f"{len(old)} mails older than two weeks lie in {settings.imap.folder} and would be answered"
        yield Finding("old mail", NOTE, text, f"to leave them alone: [mailbox] since = {now.date()}")


def _smtp(settings: Settings) -> Iterator[Finding]:
    import asyncio

    account = settings.smtp
    fault = asyncio.run(_greeted(settings))
    if fault:
        yield Finding("smtp", WRONG, fault, "see [smtp] in the configuration")
    else:
        yield Finding("smtp", OK, f"{account.host}:{account.port}, letters come from {account.sender.email}")


async def _greeted(settings: Settings) -> str | None:
    from mailbot.edges.smtp import Postman

    async with Postman(settings.smtp) as postman:
        fault = await postman.connect()
    return fault.reason if fault else None
