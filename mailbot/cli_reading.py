"""A reading told to people: the mail with the words that mattered marked, then what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from mailbot import show
from mailbot.core.base import Address, Attendee, Evidence, House
from mailbot.core.mail.message import Mail, Part
from mailbot.core.reading import Reading
from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.verdict.decide import left_lying

_QUOTED_LINES = 3  # of what is not the sender's own and new
_MARK = "bold black on bright_yellow"

_INTENTS = {
    Intent.REGISTER: "wants seats",
    Intent.CANCEL: "gives seats up",
    Intent.CHANGE: "changes who comes, or their details",
    Intent.ACCEPT: "takes the seat that was offered",
    Intent.DECLINE: "says no",
    Intent.STATUS: "asks after their own registration",
    Intent.QUESTION: "asks for information",
    Intent.IGNORE: "wants no reply",
    Intent.OTHER: "about something else",
}

_KINDS = {
    IgnoreKind.AUTO_REPLY: "an automatic reply",
    IgnoreKind.BOUNCE: "a delivery report",
    IgnoreKind.LIST: "a mailing list's post",
    IgnoreKind.SPAM: "spam",
    IgnoreKind.NOTIFICATION: "a machine's notice",
}


def tell_reading(screen: Console, reading: Reading, house: House) -> None:
    mail, request = reading.mail, reading.request
    tell_mail(screen, mail, request.evidence)
    screen.print()
    show.facts(screen, _facts(reading, house))
    screen.print()
    screen.print(
        Text.assemble(("mailbot would ", "bold"), would(reading, house)), soft_wrap=not screen.is_terminal
    )


def tell_request(screen: Console, request: Request, house: House) -> None:
    show.facts(screen, _asked(request, house))


def tell_mail(screen: Console, mail: Mail, evidence: Iterable[Evidence] = ()) -> None:
    """From, subject and text. Marked words are shown in colour on a terminal, in [brackets] in a pipe."""
    evidence = tuple(evidence)
    subject = _marked(mail.subject, 0, _spans(evidence, "subject"), screen)
    show.facts(
        screen,
        (
            ("From", show.safe(_written(mail.sender)) or "(nobody)"),
            ("Date", show.local(mail.date) or "(none)"),
            ("Subject", subject),
        ),
    )
    screen.print()
    for stretch in mail.stretches:
        text = mail.text[stretch.start : stretch.end]
        if not text.strip():
            continue
        marked = _marked(text.rstrip("\n"), stretch.start, _spans(evidence, "text"), screen)
        if stretch.part is not Part.NEW:
            marked = _beginning(marked)
            marked.stylize("dim")
        show.block(screen, marked)


def reasons_of(reading: Reading) -> list[str]:
    """Why it was read so, the weightiest first, in words a staff member understands."""
    first = [reading.aside.reason] if reading.aside else list(reading.doubts)
    rest = () if reading.aside else reading.request.reasons
    return list(dict.fromkeys(reason.text for reason in (*first, *rest)))


def people(request: Request) -> str:
    """``Jan de Vries <jan@…> (Stichting Voorbeeld), a guest``."""
    return ", ".join(_people(request.attendees))


def would(reading: Reading, house: House) -> str:
    """What mailbot would do with the mail, as far as the mail alone tells."""
    request = reading.request
    if reading.aside:
        kind = _KINDS[reading.aside.kind]
        return f"answer nothing: it is {kind}. The log gets a row."
    if left_lying(request):
        return "leave it where it lies, unread and unanswered: it is about no event. The log gets a row."
    if request.review or reading.doubts:
        told = " and tell the sender that a colleague will answer" if house.acknowledge else ""
        return f"put it before a person{told}."
    event = request.event or "the event"
    count = request.seats or len(request.attendees) or 1
    seats = f"{count} seat" if count == 1 else f"{count} seats"
    acts = {
        Intent.REGISTER: f"give {seats} for {event} if so many are free, else a place in the waiting list.",
        Intent.CANCEL: f"take them off the list of {event}, give the freed seat on, and confirm it.",
        Intent.CHANGE: f"change the registration for {event} and confirm it.",
        Intent.ACCEPT: f"give the offered seat for {event} and confirm it.",
        Intent.DECLINE: "thank for the answer; a seat that was offered goes to the next.",
        Intent.STATUS: "tell how the registration stands.",
    }
    act = acts.get(request.intent, "put it before a person.")
    if request.has_question and request.intent in acts:
        act += " The question goes to a person."
    return act


def _facts(reading: Reading, house: House) -> Iterator[tuple[str, str]]:
    if reading.aside:
        yield "Read as", f"{reading.aside.kind.value}: {_KINDS[reading.aside.kind]}"
    else:
        yield from _asked(reading.request, house)
    for number, reason in enumerate(reasons_of(reading)):
        yield "" if number else "Why", show.safe(reason)
    if reading.mail.defects:
        yield "Defects", ", ".join(reading.mail.defects)


def _asked(request: Request, house: House) -> Iterator[tuple[str, str]]:
    yield "Intent", f"{request.intent.value}: {_INTENTS[request.intent]}"
    event = house.event(request.event)
    yield "Event", f"{event.id}: {event.title}" if event else "not told"
    if request.seats is not None:
        yield "Seats", str(request.seats)
    for number, person in enumerate(_people(request.attendees)):
        yield "" if number else "People", person
    if request.has_question:
        yield "Question", "yes, for a person to answer"
    yield "Language", request.lang


def _written(address: Address | None) -> str:
    if address is None:
        return ""
    return f"{address.name} <{address.email}>" if address.name else address.email


def _people(attendees: Iterable[Attendee]) -> Iterator[str]:
    """A line each; guests of whom no more is known than where they come from share one."""
    for person, alike in groupby(attendees):
        count = len(list(alike))
        if person.name or person.email or count == 1:
            yield from [_person(person, "a guest without a name")] * count
        else:
            yield _person(person, f"{count} guests without a name")


def _person(person: Attendee, nameless: str) -> str:
    text = person.name or nameless
    text += f" <{person.email}>" if person.email else ""
    return show.safe(text + (f" ({person.organisation})" if person.organisation else ""))


def _spans(evidence: Iterable[Evidence], place: str) -> list[tuple[int, int]]:
    """Where the words stand, in order and without overlap."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((e.start, e.end) for e in evidence if e.place == place and e.end > e.start):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _marked(text: str, offset: int, spans: Iterable[tuple[int, int]], screen: Console) -> Text:
    """``text`` begins at character ``offset`` of the place that the spans count in."""
    marked, done = Text(), 0
    left, right = ("", "") if screen.is_terminal and not screen.no_color else ("[", "]")
    for start, end in spans:
        begin, stop = max(start - offset, done), min(end - offset, len(text))
        if begin >= stop:
            continue
        marked.append(show.safe_lines(text[done:begin]))
        marked.append(left + show.safe_lines(text[begin:stop]) + right, _MARK)
        done = stop
    marked.append(show.safe_lines(text[done:]))
    return marked


def _beginning(text: Text) -> Text:
    """The first lines of what the sender did not write anew, without the blank ones."""
    lines = [line for line in text.split("\n") if line.plain.strip()]
    if len(lines) > _QUOTED_LINES + 1:
        lines = [*lines[:_QUOTED_LINES], Text(f"… {len(lines) - _QUOTED_LINES} more lines")]
    return Text("\n").join(lines)
