"""At which address somebody who asks for a seat wants the answer: "my work mail shuts on Friday, so please
send everything to robin@home.example"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.addressing import addresses_in, fits, of_role
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Flag
from mailbot.core.understanding.tokens import fold

_NEAR = 6  # words between "to" and the address: "to my work, ..."
_CLAUSE = re.compile(r"[.!?;]\s|\n\s*\n")


def reached(coming: tuple[Attendee, ...], draft: Draft) -> tuple[Attendee, ...]:
    """Those who come; the writer with the address of their own that they ask to be written at."""
    own = draft.people.sender
    if not own.email or not own.name or not any(one.email == own.email for one in coming):
        return coming
    wished = _wished(own, draft)
    taken = {fold(one.email or "") for one in coming}
    if len(wished) != 1 or wished & taken:
        return coming
    address = next(iter(wished))
    return tuple(
        replace(one, email=address)
        if one.email == own.email and one.name and same(one, own, draft.people.words)
        else one
        for one in coming
    )


def _wished(own: Attendee, draft: Draft) -> set[str]:
    words = draft.people.words
    others = [m.attendee.name for m in draft.people.mentions if Flag.SELF not in m.flags and m.attendee.name]
    found: set[str] = set()
    for one in draft.facts.said:
        if one.sentence.place != "text" or "@" not in one.sentence.text:
            continue
        text, start = one.sentence.text, one.sentence.start
        for there in addresses_in(text, 0, len(text)):
            address = there.email
            fit = fits(address, own.name or "", words)
            another = any(fits(address, name, words) > fit for name in others)
            if not fit or another or of_role(address, words) or fold(address) == fold(own.email or ""):
                continue
            if _is_asked(one, start + there.start, draft):
                found.add(address)
    return found


def _is_asked(one: Said, at: int, draft: Draft) -> bool:
    """Whether the words before an address ask to be written there: not "your letter came to", no bill."""
    words, start = draft.people.words, one.sentence.start
    clause = max((start + end.end() for end in _CLAUSE.finditer(one.sentence.text[: at - start])), default=0)
    before = [token.word for token in one.sentence.words if clause <= token.start and token.end <= at]
    if any(words[family].first(before) is not None for family in ("billing", "reached_at", "no_longer")):
        return False
    return (
        words["reach_me"].first(before) is not None and words["reach_at"].first(before[-_NEAR:]) is not None
    )
