"""Commands that look and change nothing: events, attendees, log."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from mailbot import show
from mailbot.cli_frame import Mistaken, as_json, example, known_event, record, settings
from mailbot.show import Column

if TYPE_CHECKING:
    from mailbot.core.base import House
    from mailbot.edges.store import Store
    from mailbot.edges.store.journal import LogRow
    from mailbot.edges.store.listing import AttendeeRow, EventSeats

FOLLOW_SECONDS = 1.0
AT_ONCE = 500
COLUMNS = ("name", "email", "organisation", "status", "position", "registration", "source", "paid")
A_FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


@click.command(epilog=example("mailbot events", "mailbot events --json"))
@as_json
@click.pass_context
def events(context: click.Context, as_json: bool) -> None:
    """Every event, with its seats by kind."""
    configured = settings(context)
    from mailbot.edges.store.listing import event_seats

    with record(configured) as store, store.transaction() as tx:
        listed = event_seats(tx, configured.house.events)
    if as_json:
        for each in listed:
            show.json_line(
                {
                    "id": each.id,
                    "title": each.title,
                    "starts": each.starts.astimezone(configured.house.timezone),
                    "capacity": each.capacity,
                    "confirmed": each.confirmed,
                    "offered": each.offered,
                    "waitlisted": each.waitlisted,
                    "website": each.website,
                    "free": each.free,
                }
            )
        return
    _tell_events(configured.house, listed)


def tell_events(house: House, store: Store) -> None:
    """The table of ``mailbot events``."""
    from mailbot.edges.store.listing import event_seats

    with store.transaction() as tx:
        listed = event_seats(tx, house.events)
    _tell_events(house, listed)


def _tell_events(house: House, listed: list[EventSeats]) -> None:
    screen = show.console()
    short = screen.is_terminal and screen.width < 90

    def starts(each: EventSeats) -> str:
        at = each.starts.astimezone(house.timezone)
        return f"{at:%a} {at.day} {at:%b}" if short else show.local(at)

    show.table(
        (
            Column("Event", whole=True),
            Column("Title", from_width=110, fold=True),
            Column("Starts", from_width=70),
            Column("Seats", right=True),
            Column("Confirmed", right=True),
            Column("Website", right=True, from_width=78),
            Column("Offered", right=True, from_width=60),
            Column("Waiting", right=True),
            Column("Free", right=True),
        ),
        (
            (
                each.id,
                each.title,
                starts(each),
                each.capacity,
                each.confirmed,
                each.website,
                each.offered,
                each.waitlisted,
                each.free,
            )
            for each in listed
        ),
        empty="No events yet: add an [[events]] table to the configuration.",
    )


@click.command(
    short_help="Who has a seat for EVENT, and who waits.",
    epilog=example("mailbot attendees meetup-4", "mailbot attendees meetup-4 --xlsx list.xlsx"),
)
@click.argument("event")
@as_json
@click.option(
    "--csv",
    "csv_file",
    type=A_FILE,
    metavar="FILE",
    help="Write the list as CSV (UTF-8, opens in Excel); - for standard output.",
)
@click.option(
    "--xlsx",
    "xlsx_file",
    type=A_FILE,
    metavar="FILE",
    help="Write the list as a spreadsheet (Excel, LibreOffice).",
)
@click.pass_context
def attendees(
    context: click.Context, event: str, as_json: bool, csv_file: Path | None, xlsx_file: Path | None
) -> None:
    """Who is on the list of EVENT: those with a seat, then the waiting list in its order."""
    configured = settings(context)
    from mailbot.edges.store.listing import attendee_rows

    event = known_event(configured, event)
    with record(configured) as store, store.transaction() as tx:
        listed = attendee_rows(tx, event)
    if csv_file or xlsx_file:
        _write_sheets(csv_file, xlsx_file, listed)
    elif as_json:
        for each in listed:
            show.json_line(_attendee(each))
    else:
        show.table(
            (
                Column("Name", fold=True),
                Column("E-mail", from_width=90),
                Column("Organisation", fold=True, from_width=70),
                Column("Status"),
                Column("Place", right=True),
                Column("Code", whole=True),
                Column("From", from_width=100),
                Column("Paid", from_width=100),
            ),
            (
                (
                    each.name or "(guest)",
                    each.email,
                    each.organisation,
                    each.status,
                    each.position,
                    each.registration,
                    each.source,
                    "yes" if each.paid else "",
                )
                for each in listed
            ),
            empty=f"Nobody has registered for {event} yet.",
        )


def _attendee(row: AttendeeRow) -> dict[str, object]:
    return {column: getattr(row, column) for column in COLUMNS}


def _write_sheets(csv_file: Path | None, xlsx_file: Path | None, listed: list[AttendeeRow]) -> None:
    from mailbot.cli_sheets import write_csv, write_xlsx

    rows = [_attendee(each) for each in listed]
    people = "1 person" if len(rows) == 1 else f"{len(rows)} people"
    for path, write in ((csv_file, write_csv), (xlsx_file, write_xlsx)):
        if path:
            write(path, COLUMNS, rows)
            if str(path) != "-":
                click.echo(f"{path}: {people}")


@click.command(
    epilog=example("mailbot log --since 2018-01-15 --event meetup-4", "mailbot log --address jan@example.org")
)
@as_json
@click.option(
    "--since", metavar="WHEN", help="From a date or time on (2018-01-15, 2018-01-15T09:00, 3d, 2h)."
)
@click.option("--event", metavar="EVENT", help="About one event.")
@click.option("--address", metavar="ADDRESS", help="From or about one address.")
@click.option("--message", metavar="ID", help="About the mail with this Message-ID.")
@click.option("--follow", is_flag=True, help="Go on with what is decided from now on, until Ctrl-C.")
@click.pass_context
def log(
    context: click.Context,
    as_json: bool,
    since: str | None,
    event: str | None,
    address: str | None,
    message: str | None,
    follow: bool,
) -> None:
    """What was decided on each mail, and why; the newest stands last."""
    configured = settings(context)
    timezone = configured.house.timezone
    wanted: dict[str, Any] = {
        "since": _moment(since, timezone) if since else None,
        "event": event,
        "address": address,
        "message": message,
    }
    shown = 0
    longest = max((len(each.id) for each in configured.house.events), default=0)
    with record(configured) as store, suppress(KeyboardInterrupt):
        for row in _rows(store, wanted, follow=follow):
            shown += 1
            if as_json:
                show.json_line(log_object(row, timezone))
            else:
                _say(row, timezone, longest)
    if not shown and event:
        known_event(configured, event)  # one that was taken out of the configuration may be in the log
    if not shown and not as_json and not follow:
        click.echo("Nothing has been decided yet." if not any(wanted.values()) else "Nothing that fits.")


def _rows(store: Store, wanted: dict[str, Any], *, follow: bool) -> Iterator[LogRow]:
    from mailbot.edges.store import journal

    last = 0
    while True:
        # In pieces: no transaction stays open while somebody reads a page of them.
        with store.transaction() as tx:
            found = list(islice(journal.rows(tx, after=last, **wanted), AT_ONCE))
        for row in found:
            last = row.id
            yield row
        if not found and not follow:
            return
        if not found:
            time.sleep(FOLLOW_SECONDS)


def log_object(row: LogRow, timezone: ZoneInfo) -> dict[str, object]:
    return {
        "at": row.at.astimezone(timezone),
        "message": row.message,
        "from": row.sender,
        "subject": row.subject,
        "intent": row.intent,
        "outcome": row.outcome,
        "reason": row.reason,
        "event": row.event,
        "registration": row.registration,
        "letters": row.letters,
        "actor": row.actor,
    }


def _say(row: LogRow, timezone: ZoneInfo, longest: int) -> None:
    """One line in a pipe; on a terminal the reason stands below, with its line ends hanging."""
    at = row.at.astimezone(timezone)
    who = row.sender or row.actor
    screen = show.console()
    if not screen.is_terminal:
        facts = (at.isoformat(timespec="minutes"), row.outcome.ljust(14), (row.event or "-").ljust(longest))
        click.echo("  ".join((*facts, show.safe(who), row.registration or "-", show.safe(row.reason))))
        return
    from rich.text import Text

    head = Text.assemble((f"{at:%d %b %H:%M}  ", "dim"), show.coloured(row.outcome.ljust(12)))
    head.append("  ".join(("", show.safe(who), *(part for part in (row.event, row.registration) if part))))
    head.truncate(screen.width, overflow="ellipsis")
    screen.print(head)
    show.block(screen, Text(show.safe(row.reason), "dim"), 14)


def _moment(text: str, timezone: ZoneInfo) -> datetime:
    if ago := re.fullmatch(r"(\d{1,5})([hd])", text):
        hours = int(ago[1]) * (24 if ago[2] == "d" else 1)
        return datetime.now(timezone) - timedelta(hours=hours)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        right = "a date such as 2018-01-15, with a time 2018-01-15T09:00, or 3d, 2h"
        raise Mistaken(f"mailbot: --since {show.safe(text)} is not a time; right is {right}") from None
    return moment.replace(tzinfo=timezone) if moment.tzinfo is None else moment
