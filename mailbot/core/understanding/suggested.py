"""Whom a mail most likely means, where a person must look and nobody was found: staff begin with a name."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from mailbot.core.base import Attendee, Reason
from mailbot.core.understanding.addressing import fits
from mailbot.core.understanding.changes import full, registered_people
from mailbot.core.understanding.coming import only_of_another
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.enrolling import lists_others, passes_on
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, Source
from mailbot.core.understanding.parties import party
from mailbot.core.understanding.readdressing import new_addresses, with_address
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.tracing import traced

_OF_A_PERSON = frozenset({Source.PROSE, Source.LIST, Source.TABLE, Source.FORM})
_NOT_MEANT = frozenset({Flag.SELF, Flag.BILLING, Flag.SPEAKER, Flag.GREETED, Flag.CC, Flag.ASIDE})
_PLAINLY = 2  # words: who is named by fewer may be the writer, or nobody


def suggested(request: Request, draft: Draft) -> Request:
    """The request, with those it most likely means where a person must look and it names nobody: it is for
    them to say whether that is so. The seats stay untold."""
    if not request.review or (request.attendees and not _told_by_another(request, draft)):
        return request
    match request.intent:
        case Intent.REGISTER | Intent.ACCEPT:
            found = _coming(draft)
        case Intent.CANCEL:
            found = _spoken_of(draft) or _writer(draft)
        case Intent.CHANGE:
            found = _stepping_in(draft) or _readdressed(draft)
        case _:
            found = ()
    if not found:
        return request
    text = f"Most likely meant: {', '.join(one.name or one.email or '?' for one in found)}."
    return replace(
        request,
        attendees=found,
        evidence=(*request.evidence, *traced(found, draft.mail, request.evidence)),
        reasons=(*request.reasons, Reason("likely-meant", text)),
    )


def _told_by_another(request: Request, draft: Draft) -> bool:
    """Whether it gives up the writer's seat, for all that was read, and only tells of somebody else."""
    hearsay = any(one.rule == "no-authority" for one in request.reasons)
    return hearsay and request.intent is Intent.CANCEL and request.attendees == _writer(draft)


def _coming(draft: Draft) -> tuple[Attendee, ...]:
    """Who comes if the mail asks for seats at all; else the writer, unless they say that they stay away."""
    facts, people = draft.facts, draft.people
    found = party(facts, people).attendees
    others = passes_on(facts, people) or only_of_another(facts, people.words)
    others = others or any(lists_others(one, people.words) for one in facts.said)
    return found or (() if others or facts.acts("sender_stays_away") else _writer(draft))


def _writer(draft: Draft) -> tuple[Attendee, ...]:
    sender = draft.people.sender
    return (sender,) if sender.name or sender.email else ()


def _others(draft: Draft, without: Set[Flag] = _NOT_MEANT) -> list[Attendee]:
    """Everybody but the writer whom the text names in full."""
    people, found = draft.people, list[Attendee]()
    for mention in people.mentions:
        name = mention.attendee.name or ""
        plain = mention.source in _OF_A_PERSON and len(name.split()) >= _PLAINLY
        if mention.place == "text" and plain and not mention.flags & without:
            found = merged(found, mention.attendee, people.words)
    return found


def _spoken_of(draft: Draft) -> tuple[Attendee, ...]:
    """The one of whom somebody else writes: "volgens mij komt Bert Bos niet"."""
    others = _others(draft) or _others(draft, _NOT_MEANT - {Flag.ASIDE})
    standing = registered_people(draft.facts, draft.people)
    return (full(others[0], standing, draft.people.words),) if len(others) == 1 else ()


def _stepping_in(draft: Draft) -> tuple[Attendee, ...]:
    """The one who is named and does not stand on the list yet."""
    standing, words = registered_people(draft.facts, draft.people), draft.people.words
    fresh = [one for one in _others(draft) if not any(same(one, there, words) for there in standing)]
    return (with_address(fresh[0], draft),) if len(fresh) == 1 else ()


def _readdressed(draft: Draft) -> tuple[Attendee, ...]:
    """The writer, with the one address at which they want to be written to from now on."""
    name, words = draft.people.sender.name or "", draft.people.words
    addresses = {one for one in new_addresses(draft.facts.said, draft) if fits(one, name, words)}
    return tuple(
        replace(one, email=next(iter(addresses))) if len(addresses) == 1 else one for one in _writer(draft)
    )
