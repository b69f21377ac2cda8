"""What every command stands in: its configuration, its record, and how it says that something is wrong."""

from __future__ import annotations

import getpass
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from mailbot.config import Settings
    from mailbot.desk import Desk
    from mailbot.edges.store import Store


class WorldFault(click.ClickException):
    """Something in the world went wrong: a server, a file. One line; exit status 1."""

    exit_code = 1


class Mistaken(click.ClickException):
    """The command or the configuration is wrong. A line for each mistake; exit status 2."""

    exit_code = 2


def run_command(command: click.Command, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and end with its status; what is wrong is said in lines on stderr, without usage
    text and without a traceback for a user's mistake."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a letter the terminal lacks is no reason to stop
            stream.reconfigure(errors="replace")
    try:
        done = command.main(arguments, prog_name="mailbot", standalone_mode=False)
    except click.UsageError as mistake:
        path = mistake.ctx.command_path if mistake.ctx else "mailbot"
        words = " ".join(mistake.format_message().split())
        click.echo(f"mailbot: {words} (see {path} --help)", err=True)
        sys.exit(2)
    except click.ClickException as fault:
        click.echo(fault.format_message(), err=True)
        sys.exit(fault.exit_code)
    except click.Abort:  # Ctrl-C
        sys.exit(130)
    sys.exit(done if isinstance(done, int) else 0)


def example(*lines: str) -> str:
    """The end of a command's help; click keeps the lines after \\b as they are."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")


def settings(context: click.Context, *, secrets: bool = False) -> Settings:
    """The configuration; a wrong one ends the command with all its mistakes.

    ``secrets``: the command will talk to a server, so a missing password is a mistake too.
    """
    from mailbot.config import ConfigMistakes, load

    path: Path = context.find_root().params["config"]
    try:
        return load(path, secrets=secrets)
    except ConfigMistakes as mistakes:
        raise Mistaken(str(mistakes)) from None


@contextmanager
def told() -> Iterator[None]:
    """What the world, or a file beside the configuration, does to a command is told in lines."""
    from mailbot.edges.fence import FenceBroken
    from mailbot.edges.imap import MailboxFault
    from mailbot.edges.store import StoreDown
    from mailbot.edges.templates import NoTemplates
    from mailbot.imports import ListMistakes
    from mailbot.staff import NotPossible

    try:
        yield
    except (StoreDown, FenceBroken, MailboxFault, NotPossible) as fault:
        raise WorldFault(f"mailbot: {fault}") from None
    except NoTemplates as fault:
        raise Mistaken(f"mailbot: templates: {fault}") from None
    except ListMistakes as mistakes:
        lines = [f"mailbot: organisation.members: {mistake}" for mistake in mistakes.mistakes]
        raise Mistaken("\n".join(lines)) from None


@contextmanager
def record(configured: Settings) -> Iterator[Store]:
    """The record, with the configured events in it. The database being gone ends the command."""
    from mailbot.edges.store import StoreDown, open_store
    from mailbot.edges.store.seating import sync_events

    try:
        store = open_store(configured.state)
        try:
            with store.transaction() as tx:
                sync_events(tx, configured.house.events)
            yield store
        finally:
            store.close()
    except StoreDown as fault:
        raise WorldFault(f"mailbot: {fault}") from None


@contextmanager
def desk_of(configured: Settings) -> Iterator[Desk]:
    """The desk, for acting; what goes wrong ends the command in one line."""
    from mailbot.edges.fence import Fence
    from mailbot.edges.store.seating import sync_events
    from mailbot.opening import open_desk

    with told(), Fence() as reader, open_desk(configured, reader) as desk:
        with desk.store.transaction() as tx:
            sync_events(tx, configured.house.events)
        yield desk


def who_sits_here() -> str:
    """Who sits at the keyboard, for the log."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        return "staff"


def known_event(configured: Settings, event: str) -> str:
    """The id of a configured event, or a mistake that lists them."""
    from rapidfuzz import process

    ids = [each.id for each in configured.house.events]
    if event in ids:
        return event
    near = process.extractOne(event, ids, score_cutoff=60)
    right = f"did you mean {near[0]}?" if near else f"there are: {', '.join(ids) or 'none yet'}"
    raise Mistaken(f"mailbot: {configured.path.name} has no event {event!r}; {right}")
