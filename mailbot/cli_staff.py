"""Commands a person acts with: review, members, seats, digest."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mailbot import show
from mailbot.cli_frame import Mistaken, WorldFault, as_json, example, known_event, record, settings, told
from mailbot.show import Column

if TYPE_CHECKING:
    from mailbot.config import Settings
    from mailbot.core.base import Attendee
    from mailbot.desk import Desk

A_FILE = click.Path(path_type=Path)


@contextmanager
def desk_of(configured: Settings) -> Iterator[Desk]:
    """The desk, for acting; what goes wrong ends the command in one line."""
    from mailbot.edges.store.record import sync_events
    from mailbot.opening import open_desk

    with told(), open_desk(configured) as desk:
        with desk.store.transaction() as tx:
            sync_events(tx, configured.house.events)
        yield desk


@click.group(
    invoke_without_command=True,
    epilog=example("mailbot review", "mailbot review show 3", "mailbot review approve 3"),
)
@as_json
@click.pass_context
def review(context: click.Context, as_json: bool) -> None:
    """What waits for a person, and what to do with it."""
    if context.invoked_subcommand:
        return
    configured = settings(context)
    from mailbot.edges.store import journal

    with record(configured) as store, store.transaction() as tx:
        waiting = journal.open_reviews(tx)
    timezone = configured.house.timezone
    if as_json:
        for each in waiting:
            show.json_line(
                {
                    "number": each.number,
                    "at": each.at.astimezone(timezone),
                    "message": each.message,
                    "from": each.sender,
                    "subject": each.subject,
                    "intent": each.intent,
                    "event": each.event,
                    "reasons": each.reasons,
                    "kind": each.kind,
                }
            )
        return
    show.table(
        (
            Column("No", right=True),
            Column("Since", from_width=80),
            Column("From", from_width=70, fold=True),
            Column("Subject", from_width=100, fold=True),
            Column("Intent"),
            Column("Event"),
            Column("Why", fold=True),
        ),
        (
            (
                each.number,
                show.local(each.at.astimezone(timezone)),
                each.sender,
                each.subject,
                each.intent or each.kind,
                each.event,
                " ".join(each.reasons),
            )
            for each in waiting
        ),
        empty="Nothing waits for a person.",
    )
    screen = show.console()
    if waiting and screen.is_terminal:
        screen.print("Look at one: mailbot review show N; then approve N, correct N or reject N.")


@review.command("show", epilog=example("mailbot review show 3"))
@click.argument("number", type=int)
@click.pass_context
def show_one(context: click.Context, number: int) -> None:
    """The mail, how it was read, and why it waits."""
    configured = settings(context)
    from mailbot.cli_reading import tell_mail, tell_request
    from mailbot.core.mail import parse
    from mailbot.edges.store import journal

    with record(configured) as store, store.transaction() as tx:
        found = journal.review(tx, number)
    if found is None:
        raise WorldFault(f"mailbot: there is no review {number}; see: mailbot review")
    screen = show.console()
    at = show.local(found.row.at.astimezone(configured.house.timezone))
    screen.print(show.heading(f"Review {number}, since {at}"))
    for reason in found.row.reasons:
        screen.print(f"- {show.safe(reason)}", soft_wrap=True)
    if found.raw:
        screen.print()
        tell_mail(screen, parse(found.raw))
    elif found.mail:
        screen.print("The mail itself is no longer kept; it is in the mailbox's review folder.")
    if found.request:
        screen.print()
        tell_request(screen, found.request, configured.house)
    screen.print()
    if found.closed_at:
        closed = show.local(found.closed_at.astimezone(configured.house.timezone))
        screen.print(f"Closed by {show.safe(found.closed_by)} on {closed}: {show.safe(found.outcome)}")
    else:
        screen.print(f"Then: mailbot review approve {number}, correct {number} --help, or reject {number}")


@review.command(epilog=example("mailbot review approve 3"))
@click.argument("number", type=int)
@click.pass_context
def approve(context: click.Context, number: int) -> None:
    """Do what mail NUMBER asks, as it was read; its sender is answered."""
    from mailbot import staff

    with desk_of(settings(context)) as desk:
        click.echo(show.safe(staff.approve(desk, number, actor=_who())))


@review.command(epilog=example('mailbot review reject 3 --why "wrote twice; see the telephone note"'))
@click.argument("number", type=int)
@click.option("--why", default="", metavar="TEXT", help="For the log.")
@click.pass_context
def reject(context: click.Context, number: int, why: str) -> None:
    """Close review NUMBER and do nothing; nobody is written to."""
    from mailbot import staff

    with desk_of(settings(context)) as desk:
        click.echo(show.safe(staff.reject(desk, number, actor=_who(), why=why)))


@review.command(
    epilog=example(
        "mailbot review correct 3 --event meetup-4 \\",
        '    --attendee "Jan de Vries <jan@voorbeeld.example>, Stichting Voorbeeld" --attendee "Kim Lee"',
    )
)
@click.argument("number", type=int)
@click.option("--intent", metavar="INTENT", help="register, cancel, change, accept, decline or status.")
@click.option("--event", metavar="EVENT", help="The id of the event it is about.")
@click.option(
    "--attendee",
    "attendees",
    multiple=True,
    metavar='"NAME <ADDRESS>, ORGANISATION"',
    help="Once for each person; address and organisation may be left out. Replaces who was read.",
)
@click.pass_context
def correct(
    context: click.Context, number: int, intent: str | None, event: str | None, attendees: tuple[str, ...]
) -> None:
    """Do what mail NUMBER asks, read as you say; its sender is answered."""
    from mailbot import staff
    from mailbot.core.understanding.request import Intent

    configured = settings(context)
    possible = [each.value for each in Intent if each not in (Intent.IGNORE, Intent.OTHER, Intent.QUESTION)]
    if intent is not None and intent not in possible:
        raise Mistaken(
            f"mailbot: --intent {show.safe(intent)} is none; right is one of {', '.join(possible)}"
        )
    correction = staff.Correction(
        intent=Intent(intent) if intent else None,
        event=known_event(configured, event) if event else None,
        attendees=tuple(_attendee(each) for each in attendees) or None,
    )
    if correction == staff.Correction():
        raise Mistaken("mailbot: nothing is corrected; give --intent, --event or --attendee, or use approve")
    with desk_of(configured) as desk:
        click.echo(show.safe(staff.approve(desk, number, actor=_who(), correction=correction)))


def _attendee(text: str) -> Attendee:
    """``Jan de Vries <jan@voorbeeld.example>, Stichting Voorbeeld``."""
    from email_validator import EmailNotValidError, validate_email

    from mailbot.core.base import Attendee

    name, _, rest = text.partition("<")
    address, closed, organisation = rest.partition(">")
    if not closed:
        name, _, organisation = text.partition(",")
        address = ""
    if closed:
        try:
            validate_email(address.strip(), check_deliverability=False, test_environment=True)
        except EmailNotValidError as fault:
            raise Mistaken(f"mailbot: --attendee {show.safe(text)}: {fault}") from None
    if not name.strip():
        raise Mistaken(
            f"mailbot: --attendee {show.safe(text)} has no name; right is NAME <ADDRESS>, ORGANISATION"
        )
    return Attendee(name.strip(), address.strip() or None, organisation.strip(" ,") or None)


def _who() -> str:
    """Who sits at the keyboard, for the log."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        return "staff"


@click.group(epilog=example("mailbot members import members.csv"))
def members() -> None:
    """The member organisations, whose people register on the website."""


@members.command("import", epilog=example("mailbot members import members.csv"))
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
    click.echo(f"{file}: {count} domains of members")


@click.group(epilog=example("mailbot seats import meetup-4 website.csv"))
def seats() -> None:
    """Seats of people who did not write a mail."""


@seats.command("import", epilog=example("mailbot seats import meetup-4 website.csv"))
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
        done = imports.import_seats(desk, about, people, actor=_who())
    click.echo(f"{file}: {len(done.added)} new, {done.kept} as before, {len(done.withdrawn)} withdrawn")
    for what, names in (
        ("on the list by e-mail already, no second seat", done.by_mail),
        ("no seat free: put on the waiting list; mailbot review shows it", done.no_seat),
    ):
        if names:
            click.echo(f"{what}: {show.safe(', '.join(names))}")


def _by_line(file: Path, mistakes: list[str]) -> str:
    return "\n".join(f"{file}: {show.safe(mistake)}" for mistake in mistakes)


@click.command(
    epilog=example("mailbot digest --event meetup-4 --print", "mailbot digest --date 2018-01-15 --send")
)
@click.option("--event", metavar="EVENT", help="Of one event only.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Of another day than today."
)
@click.option(
    "--print/--send", "printed", default=True, help="Show it here (default), or send it to the organisers."
)
@click.pass_context
def digest(context: click.Context, event: str | None, day: datetime | None, printed: bool) -> None:
    """An organiser's daily digest: seats, who came and left, who waits, what is to be decided."""
    configured = settings(context)
    from mailbot.core.writing import TemplateMistake
    from mailbot.digest import print_digest, send_digest

    chosen = [configured.house.event(known_event(configured, event))] if event else configured.house.events
    timezone = configured.house.timezone
    date = day.date() if day else datetime.now(timezone).date()
    with desk_of(configured) as desk:
        for each in chosen:
            assert each
            if not printed:
                click.echo(
                    f"{each.id}: {send_digest(desk, each, date)} digests queued; the worker sends them"
                )
                continue
            organiser = next(iter(each.organisers), desk.house.mailbox.email)
            try:
                show.plain_mail(print_digest(desk, each, date, organiser))
            except TemplateMistake as mistake:
                raise WorldFault(f"mailbot: {mistake}") from None
