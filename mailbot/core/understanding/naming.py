"""One name of a text made a mention: its address, its organisation, and what is said of the person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailbot.core.base import Attendee
from mailbot.core.mail.message import Mail
from mailbot.core.understanding import affiliations, organisations
from mailbot.core.understanding.addressing import NEAR, fits, of_role
from mailbot.core.understanding.badges import goes_by, wished_among
from mailbot.core.understanding.display import Display, domain_core, squeezed
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.presenting import presents_self
from mailbot.core.understanding.spans import Span, spans
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.weighing import Surroundings, flags

_ADDRESS = re.compile(r"\s*[(,<]\s*(?:mailto:)?\S{1,64}@")


@dataclass(slots=True)
class Reading:
    """What is gathered while one mail is read; ``around.text`` is the ``place`` that is read now."""

    mail: Mail
    words: NameWords
    display: Display
    around: Surroundings
    place: str = "text"
    mentions: list[Mention] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)  # places that lists and tables have read

    @property
    def text(self) -> str:
        return self.around.text

    def free(self, start: int, end: int) -> bool:
        return all(end <= left or right <= start for left, right in self.taken)


def name_person(span: Span, reading: Reading, source: Source, *, until: int | None = None) -> None:
    """Record the person of a span; ``until`` is where what is told of them ends, in a list the line's end."""
    text, words = reading.text, reading.words
    _, sentence_end = reading.around.sentence(span.left, span.end)
    stop = until if until is not None else sentence_end
    said = set(flags(span, reading.around, until=until))
    if not span.full:
        said.add(Flag.FIRST_NAME)
    email = _address_beside(span, reading, stop)
    listed = source is Source.LIST or reading.place == "subject"
    house = affiliations.beside(text, span.start, span.end, stop, words, listed=listed)
    if house is None and email and domain_core(email, words):
        left, right = reading.around.sentence(span.left, span.end)
        house = organisations.after_domain(text, left, right, domain_core(email, words), words, signed=False)
        if house is not None and house.start < span.end and house.end > span.start:
            house = None
    if _is_sender(span, reading):
        said.add(Flag.SELF)
    name = None if house is None or squeezed(house.name) in reading.around.own else house.name
    written = text[span.start : span.end]
    called = wished_among(text, span.end, until, span.name, words) if until is not None else None
    called = called or goes_by(text, span.start, span.end, words)
    reading.mentions.append(
        Mention(
            Attendee(called or span.name, email, name),
            reading.place,
            span.start,
            span.end,
            written,
            source,
            frozenset(said),
        )
    )


def _is_sender(span: Span, reading: Reading) -> bool:
    """ "Mahesh Ramdin (ik)", or the name that From bears."""
    after = reading.text[span.end : span.end + 24]
    tail = [token.word for token in tokens(after)][:3]
    own = reading.display.name
    address = _ADDRESS.match(reading.text, span.end, span.end + 90)  # "Ifeoma Chukwuma (i.chukwuma@...)"
    if not address and re.match(r"\s*[(,]", after) and tail and reading.words["self"].length_at(tail, 0):
        # "Marie Kowalczyk, Tim Ehlers, me": behind a comma it may be the next one of a row.
        known = reading.around.known
        if after.lstrip().startswith("(") or not known:
            return True
        if any(same_person(span.name, one, reading.words) for one in known):
            return True
    if own is not None and _called(span.name, own, reading):
        return True
    if presents_self(span, reading.around, reading.mail, own):
        return True
    same = own is not None and same_person(span.name, own, reading.words)
    return same and (" " in span.name or span.name == (own or "").partition(" ")[0])


def _called(name: str, own: str, reading: Reading) -> bool:
    """ "Archie Fenwick" of archie@fenwickmaps.example is Archibald Fenwick."""
    sender = reading.mail.sender
    first, _, rest = name.partition(" ")
    return (
        sender is not None
        and bool(rest)
        and rest == own.partition(" ")[2]
        and first[0] == own[0]
        and fits(sender.email, name, reading.words) > 0
        and fits(sender.email, own, reading.words) < fits(sender.email, name, reading.words)
    )


def _has_their_own(other: Span, text: str, words: NameWords) -> bool:
    """ "Ann and I share a mailbox; *Hawa* has h.conteh@...": a new clause tells of somebody else."""
    begins = text[max(0, other.left - 9) : other.left].rstrip()[-1:]
    genitive = other.tokens[-1].endswith(("'s", "’s")) or text[other.end : other.end + 2] in {"'s", "’s"}
    given = words.is_given(re.split("['’]", other.tokens[0])[0])
    return given and (begins in {";", ":"} or (begins == "," and genitive))


def _address_beside(span: Span, reading: Reading, stop: int) -> str | None:
    """The address that follows the name before anything else is named, or that is made of the name."""
    words, text = reading.words, reading.text
    written = reading.around.written
    for one in written:
        if one.start < 0 or one.start < span.end or one.start > min(stop, span.end + NEAR):
            continue
        between = text[span.end : one.start]
        if of_role(one.email, words) or "\n\n" in between or re.search(r"[.!?]\s", between):
            continue
        others = spans(text, span.end, one.start, words)
        if any(other.full and fits(one.email, other.name, words) for other in others):
            continue
        if not any(_has_their_own(other, text, words) for other in others) or fits(
            one.email, span.name, words
        ):
            return one.email
    ranked = sorted(
        (one for one in written if not of_role(one.email, words)),
        key=lambda one: -fits(one.email, span.name, words),
    )
    enough = 1 if span.full else 2
    return ranked[0].email if ranked and fits(ranked[0].email, span.name, words) > enough else None
