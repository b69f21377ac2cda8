"""The commands of ``mailbot``. What a command needs is imported when it runs, so that help is instant."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from mailbot.cli_check import check
from mailbot.cli_frame import example, run_command
from mailbot.cli_look import attendees, events, log
from mailbot.cli_parse import parse
from mailbot.cli_review import review
from mailbot.cli_run import run, sandbox
from mailbot.cli_staff import digest, members, seats


def _version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"mailbot {version('mailbot')}")
        context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("mailbot sandbox", "mailbot --config /etc/mailbot/config.toml run"),
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("config.toml"),
    show_default=True,
    metavar="FILE",
    help="The configuration.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def cli(config: Path) -> None:
    """The desk behind an association's info@ address: reads the mails, keeps the seats, answers."""


for command in (run, parse, events, attendees, log, review, members, seats, digest, check, sandbox):
    cli.add_command(command)


def main() -> NoReturn:
    """The console script."""
    run_command(cli)
