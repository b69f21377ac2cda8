"""One mail and what came of it, in a line or two, for whoever watches."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from mailbot import show
from mailbot.cli_reading import people
from mailbot.pipeline import Handled


def tell_handled(screen: Console, handled: Handled, *, would: bool = False) -> None:
    """Who wrote and what about; what was understood; what was decided, and why."""
    done = handled.done
    sender, subject, understood = "(unreadable)", "", ""
    if handled.reading:
        mail, request = handled.reading.mail, handled.reading.request
        if mail.sender:
            sender = mail.sender.name or mail.sender.email
        subject = mail.subject
        if handled.reading.aside:
            understood = handled.reading.aside.kind.value.replace("_", " ")
        else:
            named = people(request) if request.attendees else ""
            parts = (request.lang, request.intent.value, request.event, named)
            understood = " · ".join(part for part in parts if part)
    first = Text.assemble((show.safe(sender), "bold"), f"  {show.safe(subject)}")
    if screen.is_terminal:
        first.truncate(max(screen.width, 20), overflow="ellipsis")
    show.block(screen, first, 0)
    if understood:
        show.block(screen, Text.assemble(("read as  ", "dim"), show.safe(understood)))
    decided = Text.assemble(("would be " if would else "decided  ", "dim"), show.coloured(done.outcome))
    if done.letters:
        decided.append(f", letter: {', '.join(done.letters)}")
    decided.append(f"  {show.safe(done.reason)}", "dim")
    show.block(screen, decided)
