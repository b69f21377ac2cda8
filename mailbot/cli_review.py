"""``mailbot review``: what waits for a person, and what a person does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mailbot import show
from mailbot.cli_frame import (
    Mistaken,
    WorldFault,
    as_json,
    desk_of,
    example,
    known_event,
    record,
    settings,
    who_sits_here,
)
from mailbot.show import Column

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from rich.console import Console

    from mailbot.core.base import Attendee
    from mailbot.edges.store.journal import ReviewRow


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
    screen = show.console()
    if screen.is_terminal and waiting:
        _tell_waiting(screen, waiting, timezone)
        screen.print("Look at one: mailbot review show N; then approve N, correct N or reject N.")
        return
    show.table(
        tuple(map(Column, ("No", "Since", "From", "Subject", "Intent", "Event", "Why"))),
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


def _tell_waiting(screen: Console, waiting: list[ReviewRow], timezone: ZoneInfo) -> None:
    """Each with its subject and its reasons below it: in columns they would be a word wide."""
    from rich.text import Text

    width = max(len(str(each.number)) for each in waiting)
    for each in waiting:
        at = each.at.astimezone(timezone)
        head = Text.assemble((str(each.number).rjust(width), "bold"), (f"  {at:%d %b %H:%M}  ", "dim"))
        facts = (each.intent or each.kind, each.event, each.sender)
        head.append("  ".join(show.safe(fact) for fact in facts if fact))
        head.truncate(screen.width, overflow="ellipsis")
        screen.print(head)
        if each.subject:
            show.block(screen, Text(show.safe(each.subject)), width + 2)
        show.block(screen, Text(show.safe(" ".join(each.reasons)), "dim"), width + 2)
    screen.print()


@review.command("show", epilog=example("mailbot review show 3"))
@click.argument("number", type=int)
@click.pass_context
def show_one(context: click.Context, number: int) -> None:
    """The mail, how it was read, and why it waits."""
    configured = settings(context)
    from mailbot.cli_reading import tell_mail, tell_request
    from mailbot.core.mail.reader import parse
    from mailbot.edges.store import journal

    with record(configured) as store, store.transaction() as tx:
        found = journal.review(tx, number)
    if found is None:
        raise WorldFault(f"mailbot: there is no review {number}; see: mailbot review")
    screen = show.console()
    at = show.local(found.row.at.astimezone(configured.house.timezone))
    screen.print(show.heading(f"Review {number}, since {at}"))
    for reason in found.row.reasons:
        screen.print(f"- {show.safe(reason)}", soft_wrap=not screen.is_terminal)
    if found.raw:
        screen.print()
        tell_mail(screen, parse(found.raw))
    elif found.mail:
        screen.print("The mail itself is not kept here; look for it in the mailbox.")
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
    """Do what mail NUMBER asks, as it was read; its sender is answered.

    A question: you have answered it yourself. A letter that failed: send it again. A mail that could
    not be read: try once more.
    """
    from mailbot import staff

    with desk_of(settings(context)) as desk:
        click.echo(show.safe(staff.approve(desk, number, actor=who_sits_here())))


@review.command(epilog=example('mailbot review reject 3 --why "wrote twice; see the telephone note"'))
@click.argument("number", type=int)
@click.option("--why", default="", metavar="TEXT", help="For the log.")
@click.pass_context
def reject(context: click.Context, number: int, why: str) -> None:
    """Close review NUMBER and do nothing; nobody is written to."""
    from mailbot import staff

    with desk_of(settings(context)) as desk:
        said = staff.reject(desk, number, actor=who_sits_here(), why=why)
        click.echo(f"Review {number} is closed: {show.safe(said)}")


@review.command(
    short_help="Do what mail NUMBER asks, read as you say.",
    epilog=example(
        "mailbot review correct 3 --event meetup-4 \\",
        '    --attendee "Jan de Vries <jan@voorbeeld.example>, Stichting Voorbeeld" --attendee "Kim Lee"',
    ),
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
        click.echo(show.safe(staff.approve(desk, number, actor=who_sits_here(), correction=correction)))


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
