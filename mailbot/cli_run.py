"""``mailbot run``: the worker, one round of it, or a rehearsal that changes nothing."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mailbot import show
from mailbot.cli_frame import WorldFault, example, settings, told

if TYPE_CHECKING:
    from mailbot.config import Settings
    from mailbot.edges.fence import Fence
    from mailbot.pipeline import Handled


@click.command(
    short_help="The worker: reads and answers, until it is stopped.",
    epilog=example("mailbot run", "mailbot run --once", "mailbot run --dry-run"),
)
@click.option("--once", is_flag=True, help="Do everything that is due now, then stop.")
@click.option(
    "--dry-run",
    is_flag=True,
    help="Read the mailbox once and say what would be done; change nothing anywhere.",
)
@click.pass_context
def run(context: click.Context, once: bool, dry_run: bool) -> None:
    """The worker: watches the mailbox, answers, gives freed seats on, sends digests, until it is stopped."""
    from mailbot.edges.fence import Fence

    gc.disable()  # until all is imported
    try:
        with Fence() as reader:
            reader.start()  # it loads its words while this process imports the rest of its own
            configured = settings(context, secrets=True)
            reader.reads_for(configured.house)
            with told():
                if dry_run:
                    _rehearse(configured, reader)
                elif once:
                    _once(configured, reader)
                else:
                    _watch(configured, reader)
    finally:
        gc.enable()


def _keep_loaded() -> None:
    """What was imported stays to the end: neither the collector nor the end of the process looks through it
    (a hundredth of a run over 2,000 mails)."""
    gc.freeze()
    gc.enable()


def _watch(configured: Settings, reader: Fence) -> None:
    from mailbot import logs
    from mailbot.opening import accounts, open_desk
    from mailbot.worker import Worker

    logs.set_up()
    with open_desk(configured, reader) as desk:
        _keep_loaded()
        worker = Worker(desk, accounts(configured))
        worker.stop_on_signals()
        worker.run()


def _once(configured: Settings, reader: Fence) -> None:
    from mailbot import logs
    from mailbot.cli_progress import Bar
    from mailbot.edges.store import journal
    from mailbot.opening import accounts, open_desk
    from mailbot.worker import Outcome, run_once

    screen = show.console()
    logs.set_up(quiet=screen.is_terminal)
    with open_desk(configured, reader) as desk:
        _keep_loaded()
        with Bar("mails") as bar:
            bar.show(0, None, "looking into the mailbox")

            def progress(done: Outcome) -> None:
                bar.show(done.handled, done.waiting, f"{show.counted(done.sent, 'letter')} sent")

            done = run_once(desk, accounts(configured), progress=progress)
        with desk.store.transaction() as tx:
            waiting = len(journal.open_reviews(tx))
    if screen.is_terminal:
        click.echo(f"{show.counted(done.handled, 'mail')} handled, {show.counted(done.sent, 'letter')} sent.")
        if waiting:
            click.echo(f"{waiting} {'waits' if waiting == 1 else 'wait'} for a person: mailbot review")
    if done.troubles:
        raise WorldFault("mailbot: " + "; ".join(dict.fromkeys(done.troubles)))


def _rehearse(configured: Settings, reader: Fence) -> None:
    from mailbot import logs
    from mailbot.opening import open_desk
    from mailbot.telling import tell_handled
    from mailbot.worker import rehearse

    logs.set_up(quiet=True)
    screen = show.console()
    count = 0

    def watch(handled: Handled) -> None:
        nonlocal count
        count += 1
        tell_handled(screen, handled, would=True)

    with open_desk(configured, reader, scratch=True) as desk:
        _keep_loaded()
        rehearse(desk, configured.imap, watch)
    read = f"{show.counted(count, 'mail')} read; nothing was changed."
    screen.print(read if count else "Nothing new lies in the mailbox.")


@click.command(
    short_help="The whole desk on this machine, with nothing to configure.",
    epilog=example("mailbot sandbox", "mailbot sandbox --folder /tmp/desk --once"),
)
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("sandbox"),
    show_default=True,
    help="Where its configuration, record and letters are kept.",
)
@click.option("--once", is_flag=True, help="Work through the sample mails, then end.")
@click.pass_context
def sandbox(context: click.Context, folder: Path, once: bool) -> None:
    """The whole desk on this machine, with nothing to configure: a mailbox, sample mails, the worker.

    Plays with the events of your configuration where there is one, moved to four weeks from today.
    """
    from mailbot.sandbox import run_sandbox

    root = context.find_root()
    config: Path = root.params["config"]
    named = root.get_parameter_source("config") is not click.core.ParameterSource.DEFAULT
    stay = not once and sys.stdin.isatty() and sys.stdout.isatty()
    run_sandbox(folder, config if named or config.exists() else None, stay=stay)
