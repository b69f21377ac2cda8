"""Commands of the office: members, seats, digest."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from mailbot import show
from mailbot.cli_frame import (
    Mistaken,
    WorldFault,
    desk_of,
    example,
    known_event,
    record,
    settings,
    who_sits_here,
)

NAMED = 20  # people of a list that are told by name
A_FILE = click.Path(path_type=Path)


@click.group(epilog=example("mailbot members import members.csv"))
def members() -> None:
    """The member organisations, whose people register on the website."""


@members.command(
    "import",
    short_help="Replace the list of members by a CSV file.",
    epilog=example("mailbot members import members.csv"),
)
@click.argument("file", type=A_FILE)
@click.pass_context
def import_members(context: click.Context, file: Path) -> None:
    """Replace the list of members by a CSV FILE with the columns organisation,domain."""
    configured = settings(context)
    from mailbot import imports

    try:
        rows = imports.read_members(file)
    except imports.ListMistakes as mistakes:
        raise Mistaken(_by_line(file, mistakes.mistakes)) from None
    except OSError as fault:
        raise WorldFault(f"mailbot: {file} cannot be read: {fault.strerror}") from None
    with record(configured) as store:
        count = imports.import_members(store, rows)
    click.echo(f"{file}: {show.counted(count, 'domain')} of members")


@click.group(epilog=example("mailbot seats import meetup-4 website.csv"))
def seats() -> None:
    """Seats of people who did not write a mail."""


@seats.command(
    "import",
    short_help="Take in who registered on the website, from a CSV file.",
    epilog=example("mailbot seats import meetup-4 website.csv"),
)
@click.argument("event")
@click.argument("file", type=A_FILE)
@click.pass_context
def import_seats(context: click.Context, event: str, file: Path) -> None:
    """Who registered for EVENT on the website: a CSV FILE with the columns name,email,organisation.

    The whole list each time: who is no longer on it is withdrawn. Seats come from the same pool.
    """
    configured = settings(context)
    from mailbot import imports

    event = known_event(configured, event)
    try:
        people = imports.read_website_list(file)
    except imports.ListMistakes as mistakes:
        raise Mistaken(_by_line(file, mistakes.mistakes)) from None
    except OSError as fault:
        raise WorldFault(f"mailbot: {file} cannot be read: {fault.strerror}") from None
    with desk_of(configured) as desk:
        about = desk.house.event(event)
        assert about
        done = imports.import_seats(desk, about, people, actor=who_sits_here())
    click.echo(f"{file}: {len(done.added)} new, {done.kept} as before, {len(done.withdrawn)} withdrawn")
    for what, names in (
        ("on the list by e-mail already, no second seat", done.by_mail),
        ("no seat free: put on the waiting list; mailbot review shows it", done.no_seat),
    ):
        if names:
            more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
            click.echo(f"{what}: {show.safe(', '.join(names[:NAMED]))}{more}")


def _by_line(file: Path, mistakes: list[str]) -> str:
    return "\n".join(f"{file}: {show.safe(mistake)}" for mistake in mistakes)


def _date(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date; right is one such as 2018-01-15.") from None


@click.command(
    short_help="An organiser's daily digest: read it, or send it now.",
    epilog=example("mailbot digest --event meetup-4 --print", "mailbot digest --date 2018-01-15 --send"),
)
@click.option("--event", metavar="EVENT", help="Of one event only.")
@click.option("--date", "day", callback=_date, metavar="DATE", help="Of another day than today.")
@click.option(
    "--print/--send", "printed", default=True, help="Show it here (default), or send it to the organisers."
)
@click.pass_context
def digest(context: click.Context, event: str | None, day: date | None, printed: bool) -> None:
    """An organiser's daily digest: seats, who came and left, who waits, what is to be decided."""
    configured = settings(context)
    from mailbot.core.writing import TemplateMistake
    from mailbot.digest import print_digest, send_digest

    chosen = [configured.house.event(known_event(configured, event))] if event else configured.house.events
    timezone = configured.house.timezone
    day = day or datetime.now(timezone).date()
    with desk_of(configured) as desk:
        for each in chosen:
            assert each
            organiser = next(iter(each.organisers), desk.house.mailbox.email)
            try:
                if not printed:
                    count = send_digest(desk, each, day)
                    click.echo(f"{each.id}: {show.counted(count, 'digest')} queued; the worker sends them")
                    continue
                show.plain_mail(print_digest(desk, each, day, organiser))
            except TemplateMistake as mistake:
                raise WorldFault(f"mailbot: {mistake}") from None
