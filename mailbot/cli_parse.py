"""``mailbot parse``: what mails are understood as. Touches neither the record nor a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from mailbot import show
from mailbot.cli_frame import as_json, example, settings

if TYPE_CHECKING:
    from rich.console import Console

    from mailbot.cli_files import RawMail, Unreadable
    from mailbot.core.base import House
    from mailbot.core.reading import Reading
    from mailbot.edges.fence import Crashed

MANY = 50  # mails that take long enough to be told how far it is


@click.command(
    epilog=example("mailbot parse mail.eml", "mailbot parse --json ~/Maildir", "mailbot parse - < mail.eml")
)
@as_json
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.pass_context
def parse(context: click.Context, as_json: bool, files: tuple[str, ...]) -> int:
    """What each raw mail is understood as.

    FILE is an .eml file, a Maildir or another folder of .eml files, an mbox, or - for standard input.
    """
    from mailbot.cli_files import Unreadable

    house = settings(context).house
    failed = False
    screen = show.console()
    for number, found in enumerate(_readings(files, house)):
        if isinstance(found, Unreadable):
            click.echo(f"mailbot: {show.safe(found.file)}: {show.safe(found.why)}", err=True)
            failed = True
            continue
        mail, reading = found
        if as_json:
            show.json_line(as_object(mail, reading))
        else:
            if number:
                screen.print()
            _tell(screen, mail, reading, house)
    return 1 if failed else 0


def _readings(files: Iterable[str], house: House) -> Iterator[tuple[RawMail, Reading | Crashed] | Unreadable]:
    """Each mail with its reading, in the order of the files."""
    from mailbot.cli_files import Unreadable, mails_in
    from mailbot.cli_progress import Bar
    from mailbot.edges.fence import Fence, ToRead

    names = list(files)
    fence = Fence(house)
    fence.start()  # it loads the words of all languages while the files are looked up
    done = 0
    try:
        with Bar("mails", least=MANY, beside=True) as bar:
            for number, name in enumerate(names, start=1):
                before = done
                for mail in mails_in(name):
                    done += 1
                    if isinstance(mail, Unreadable):
                        yield mail
                        continue
                    # A mail without a Date is read as if it came now.
                    ((reading,),) = fence.read_all([ToRead(mail.content, datetime.now(UTC))])
                    bar.show(done, max(done, before + mail.among + len(names) - number))
                    yield mail, reading
    finally:
        fence.close()


def as_object(raw: RawMail, reading: Reading | Crashed) -> dict[str, object]:
    """One line of ``parse --json``; ``number`` is a mail's place in an mbox."""
    from mailbot.cli_reading import reasons_of
    from mailbot.edges.fence import Crashed

    told: dict[str, object] = {"file": raw.file}
    if isinstance(reading, Crashed):
        told |= dict.fromkeys(("lang", "intent", "ignore_kind", "event", "seats"))
        told |= {"intent": "other", "attendees": [], "has_question": False, "review": True}
        told["reasons"] = [f"The mail can't be read: {reading.reason}."]
    else:
        request, aside = reading.request, reading.aside
        told |= {
            "lang": request.lang,
            "intent": "ignore" if aside else request.intent.value,
            "ignore_kind": aside.kind.value if aside else None,
            "event": request.event,
            "seats": None if aside else request.seats,
            "attendees": [
                {"name": each.name, "email": each.email, "organisation": each.organisation}
                for each in ([] if aside else request.attendees)
            ],
            "has_question": request.has_question and not aside,
            "review": (request.review or bool(reading.doubts)) and not aside,
            "reasons": reasons_of(reading),
        }
    if raw.number is not None:
        told["number"] = raw.number
    return told


def _tell(screen: Console, raw: RawMail, reading: Reading | Crashed, house: House) -> None:
    """For people: the mail with the words it was understood by, the reading, and what would follow."""
    from mailbot.cli_reading import tell_reading
    from mailbot.edges.fence import Crashed

    where = raw.file if raw.number is None else f"{raw.file}, mail {raw.number}"
    screen.print(show.heading(where))
    if isinstance(reading, Crashed):
        screen.print(f"The mail can't be read: {reading.reason}. mailbot would put it before a person.")
    else:
        tell_reading(screen, reading, house)
