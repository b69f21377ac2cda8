"""What a person can do; the command line and the staff page call it.

Everything goes through the same decide-and-record path as a mail, is written to the same log with
the person's name, and never clashes silently: who comes second is told that it has been done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mailbot.core.base import Attendee, Reason
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.verdict import decide
from mailbot.core.verdict.book import Book, Seats
from mailbot.core.verdict.existing import may_speak_for
from mailbot.core.verdict.outcome import ForPerson
from mailbot.core.verdict.public import PUBLIC_DOMAINS
from mailbot.desk import Desk
from mailbot.edges.fence import Crashed, ToRead
from mailbot.edges.store import Tx, filing, inbox, journal, outbox, record, seating
from mailbot.edges.store.journal import Entry, ReviewDetail
from mailbot.posting import thread_of
from mailbot.recording import Case, carry_out


class NotPossible(Exception):
    """What was asked can't be done; the text says why and what can."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person reads differently; None leaves the reading as it is."""

    intent: Intent | None = None
    event: str | None = None
    attendees: tuple[Attendee, ...] | None = None

    def applied(self, request: Request) -> Request:
        people = request.attendees if self.attendees is None else self.attendees
        return replace(
            request,
            intent=self.intent or request.intent,
            event=self.event or request.event,
            attendees=people,
            seats=len(people) or request.seats,
            has_question=False,  # the person who decides has read it, and answers it
            review=False,
            about_event=True,
        )


def approve(desk: Desk, number: int, *, actor: str, correction: Correction = Correction()) -> str:
    """Do what the mail asks, as it was read or as a person corrects it; returns what came of it.

    For a question: it has been answered. For a letter: send it again. For held mails: read them. For
    an unreadable mail: try once more. Raises NotPossible.
    """
    detail = _open(desk, number)
    match detail.row.kind:
        case "decide" if not (_only_asks(detail) and correction == Correction()):
            return _decide(desk, detail, actor, correction)
        case "decide" | "question":
            return _close(desk, detail, actor, "answered", "A person has answered the question.")
        case "letter":
            return _close(desk, detail, actor, "sent-again", "The letter is sent again.", act=_send_again)
        case "held":
            return _close(desk, detail, actor, "released", "The held mails are read.", act=_release)
        case "unreadable":
            return _close(desk, detail, actor, "tried-again", "The mail is tried again.", act=_try_again)
        case kind:
            raise NotPossible(f"review {number} is of a kind this version does not know: {kind}")


def reject(desk: Desk, number: int, *, actor: str, why: str = "") -> str:
    """Close a review without doing what the mail asks; nobody is written to. Raises NotPossible."""
    detail = _open(desk, number)
    return _close(desk, detail, actor, "rejected", why or "A person looked at it and nothing is done.")


def _only_asks(detail: ReviewDetail) -> bool:
    return detail.request is not None and detail.request.intent is Intent.QUESTION


def _open(desk: Desk, number: int) -> ReviewDetail:
    with desk.store.transaction() as tx:
        detail = journal.review(tx, number)
    if detail is None:
        raise NotPossible(f"there is no review {number}; see: mailbot review")
    if detail.closed_at:
        closed = detail.closed_at.astimezone(desk.house.timezone)
        raise NotPossible(
            f"review {number} was closed by {detail.closed_by} on {closed:%d-%m-%Y %H:%M} ({detail.outcome})"
        )
    return detail


def _decide(desk: Desk, detail: ReviewDetail, actor: str, correction: Correction) -> str:
    if detail.request is None or detail.raw is None:
        raise NotPossible("the mail is no longer kept; answer it by hand and reject the review")
    ((answer,),) = desk.reader.read_all([ToRead(detail.raw, detail.arrived or desk.clock())])
    if isinstance(answer, Crashed):
        raise NotPossible(f"the mail can't be read: {answer.reason}")
    request = correction.applied(detail.request)
    event = desk.house.event(request.event)
    if request.event and event is None:
        known = ", ".join(event.id for event in desk.house.events)
        raise NotPossible(f"there is no event {request.event}; there are: {known}")
    mail = answer.mail
    if mail.sender is None:
        raise NotPossible("the mail has no readable sender: nobody can be answered")
    with desk.store.transaction() as tx:
        if not journal.close_review(tx, detail.row.number, detail.row.version, by=actor, outcome="approved"):
            raise NotPossible(f"review {detail.row.number} has just been closed by somebody else")
        seats = Seats(0, 0)
        if event:
            seating.lock_event(tx, event.id)
            seats = seating.count_seats(tx, event.id)
        found = record.find_registrations(
            tx, address=mail.sender.email, answers=[*mail.in_reply_to, *mail.references]
        )
        own = tuple(r for r in found if may_speak_for(mail.sender, r, PUBLIC_DOMAINS))
        people = [*request.attendees, *(r.now for r in request.replacements)]
        namesakes = record.find_namesakes(tx, event.id, people) if event else ()
        # A person has looked: neither the cap per mail nor membership stands in the way any more.
        house = replace(desk.house, seats_per_mail=max(desk.house.seats_per_mail, len(people)))
        arrived = detail.arrived or desk.clock()
        verdict = decide(
            request, Book(event, seats, own, namesakes), house, arrived=arrived, now=desk.clock()
        )
        if isinstance(verdict, ForPerson):
            raise NotPossible(f"{verdict.reason.text} Correct it: mailbot review correct {detail.row.number}")
        case = Case(
            request=request,
            sender=mail.reply_to or mail.sender,
            arrived=arrived,
            uid=detail.uid,
            mail=detail.mail,
            message=mail.message_id or None,
            written_by=mail.sender.email,
            subject=mail.subject,
            thread=thread_of(mail),
            event=event,
            seats=seats if event else None,
            actor=actor,
        )
        done = carry_out(tx, desk, case, verdict)
        if detail.mail is not None:
            filing.done_with(tx, detail.mail)
    return f"{done.outcome}: {done.reason}"


def _close(
    desk: Desk,
    detail: ReviewDetail,
    actor: str,
    outcome: str,
    text: str,
    act: Callable[[Tx, ReviewDetail], None] | None = None,
) -> str:
    with desk.store.transaction() as tx:
        if not journal.close_review(tx, detail.row.number, detail.row.version, by=actor, outcome=outcome):
            raise NotPossible(f"review {detail.row.number} has just been closed by somebody else")
        if act:
            act(tx, detail)
        if detail.mail is not None:
            filing.done_with(tx, detail.mail)
        row = detail.row
        journal.write(
            tx,
            Entry(
                outcome,
                (Reason(outcome, text),),
                actor=actor,
                mail=detail.mail,
                message=row.message,
                sender=row.sender,
                subject=row.subject,
                intent=row.intent,
                event=row.event,
            ),
        )
    return text


def _send_again(tx: Tx, detail: ReviewDetail) -> None:
    if detail.letter is not None and not outbox.send_again(tx, detail.letter):
        raise NotPossible("the letter has no words yet: mend its template, then it goes by itself")


def _release(tx: Tx, _detail: ReviewDetail) -> None:
    inbox.release(tx, "held")


def _try_again(tx: Tx, detail: ReviewDetail) -> None:
    if detail.mail is not None and not inbox.try_again(tx, detail.mail):
        raise NotPossible("the mailbox was renumbered since: look for the mail there, and reject the review")
