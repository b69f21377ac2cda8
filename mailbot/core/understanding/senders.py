"""Who writes: by the name in From, the one under the mail, and what they say to write for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from mailbot.core.base import Address, Attendee
from mailbot.core.mail.message import Part
from mailbot.core.understanding import affiliations, organisations, saying
from mailbot.core.understanding.addressing import fits, name_of, of_role
from mailbot.core.understanding.calling import (
    as_signed,
    as_written,
    named_by_address,
    respelt,
    same_family,
    signed_in_passing,
    spoken_in_full,
    turned,
    unshortened,
    wished,
    with_family,
)
from mailbot.core.understanding.display import domain_core, squeezed
from mailbot.core.understanding.lines import Line, Row
from mailbot.core.understanding.mentions import Flag, Source
from mailbot.core.understanding.names import fuller, is_initials, same_person, short_for
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.signing import Signed
from mailbot.core.understanding.surnaming import own_in_parts
from mailbot.core.understanding.tokens import fold

_PROSE = 6000  # characters of prose in which an organisation is looked for: nobody names theirs later
_UNLIMITED = re.compile(r",?\s+[uU]\.\s?[aA]\.?$")  # how far a Dutch co-operative is liable is no name
_LETTER = 2000  # characters of an earlier letter
_FOOTER = 400  # characters of a footer in which the organisation's own name may stand


def sender_of(
    reading: Reading,
    address: Address | None,
    signed: Sequence[Signed],
    core: str,
    tail: Sequence[Line],
    form_rows: Sequence[Row],
) -> Attendee:
    """The person who writes, with the address to answer and their organisation."""
    email = address.email if address else None
    forms = [m for m in reading.mentions if m.source is Source.FORM]
    name: str | None = None
    if len(forms) == 1 and not reading.display.people and forms[0].attendee.email in {email, None}:
        name = forms[0].attendee.name
        if name and " " not in name:  # "Naam: jacqueline", and "grtjs Jacqueline Bierens" in what she writes
            whole = [one.name for one in signed if one.name.startswith(f"{name} ")]
            name = whole[0] if whole else spoken_in_full(name, email or "", reading)
    if name is None:
        name = _name(reading, signed, email)
    name = (own_in_parts(reading) or wished(reading, name)) if name else None
    if email and name:
        email = _own_address(email, name, reading, signed)
    return Attendee(name, email, _house(reading, core, name, tail, form_rows))


def _own_address(email: str, name: str, reading: Reading, signed: Sequence[Signed]) -> str:
    """Who writes from the address of a house may have their own in the same house under the mail:
    "hello@riverbend.example" in From, and "liz@riverbend.example" below Liz Turner."""
    words, mail = reading.words, reading.mail
    office = of_role(email, words)
    if reading.display.name is not None or fits(email, name, words) > 1 or not domain_core(email, words):
        return email
    if not (office or reading.display.organisation):
        return email
    ours = [s for s in mail.stretches if s.part in {Part.NEW, Part.SIGNATURE, Part.FOOTER}]
    domain = email.rpartition("@")[2].casefold()
    own = {
        one.email
        for one in reading.around.written
        if any(s.start <= one.start < s.end for s in ours)
        and fits(one.email, name, words)
        and not of_role(one.email, words)
        and (one.email.rpartition("@")[2] == domain or (office and len(signed) > 1))
    }
    return own.pop() if len(own) == 1 else email


def _name(reading: Reading, signed: Sequence[Signed], email: str | None) -> str | None:
    words, display = reading.words, reading.display
    names = [one.name for one in signed]
    mine = [m.attendee.name for m in reading.mentions if Flag.SELF in m.flags and m.attendee.name]
    name = display.name
    if name is None and len(display.people) > 1:
        name = next((p for p in display.people for one in names if same_person(p, one, words)), None)
        name = name or _one_of_them(display.people, mine, reading)
        name = name or (display.people[0] if not names else None)
    if name is None and names:
        return _told_in_full(_spelt_out(names[0], email, reading), reading)
    if name is None:
        spelt = name_of(email, words) if email else None
        told = next(iter(mine), None) or (respelt(spelt, reading) if spelt else None)
        return told or (named_by_address(email, reading) if email else None)
    if (begun := with_family(name, signed, reading)) is not None:
        return begun
    introduced = _introduced(name, names, reading)
    if introduced is not None:
        return introduced
    cried = {one.name for one in signed if one.words.isupper() and fold(one.name) == fold(name)}
    for other in (*names, *mine):
        if same_person(name, other, words) and other not in cried:  # capitals have no ß and no ı
            name = fuller(name, other, words)
    # "Perrin Anne-Sophie" in From, as some servers file people, signs as Anne-Sophie Perrin.
    in_order = as_signed(name, email, signed, words)
    name = in_order if in_order != name else turned(name, email, signed, words)
    name = unshortened(name, reading)
    name = as_written(name, reading.mail.sender.name if reading.mail.sender else "", signed)
    related = any(same_person(name, other, words) or _shortened(other, name) for other in names)
    if names and not related and " " in names[0] and not (email and fits(email, name, words) > 1):
        return names[0]
    alone = display.name or ""
    if alone and " " not in alone:
        whole = signed_in_passing(alone, reading)
        whole = spoken_in_full(alone, email, reading) if email and whole == alone else whole
        name = whole if fold(whole).startswith(fold(name)) else name
    first, _, rest = name.rpartition(" ")
    if email and (not first or is_initials(rest)):
        name = spoken_in_full(name, email, reading)
        first = name.rpartition(" ")[0]
    if not first or all(is_initials(part) for part in first.split()):
        spoken = [m.attendee.name for m in reading.mentions if m.attendee.name and " " in m.attendee.name]
        longer = [
            other for other in spoken if same_person(name, other, words) and not _of_another(other, reading)
        ]
        name = fuller(name, longer[0], words) if longer else _spelt_out(name, email, reading)
    return _with_first_name(name, names, words)


def _with_first_name(name: str, signed: Sequence[str], words: NameWords) -> str:
    """ "M. van den Bosch" in From, who signs as "Mirjam"."""
    parts = name.split()
    begun = [part for part in parts if is_initials(part)]
    rest = parts[len(begun) :]
    if not begun or not rest or parts[: len(begun)] != begun:
        return name
    own = [one for one in signed if " " not in one and words.is_given(one) and one[0] == begun[0][0]]
    return " ".join([own[0], *rest]) if len(own) == 1 and len(signed) == 1 else name


def _one_of_them(people: Sequence[str], mine: Sequence[str], reading: Reading) -> str | None:
    """Which of two who share a mailbox writes, as the text says: "dit is Ria (Ria Kuijpers-Pol)"."""
    words = reading.words
    told = [one for one in mine if any(same_person(one, other, words) for other in people)]
    spoken = [m.attendee.name for m in reading.mentions if m.place == "text" and m.attendee.name]
    if not told:
        told = [one for one in spoken if " " in one and any(same_person(one, p, words) for p in people)]
    if len({fold(one.partition(" ")[0]) for one in told}) != 1:
        return None
    longer = [one for one in spoken if same_person(one, told[0], words)]
    return max((*told, *longer), key=len)


def _introduced(name: str, signed: Sequence[str], reading: Reading) -> str | None:
    """Who writes from another one's address, as they say: "My name is Patience Adjei-Mensah"."""
    words = reading.words
    told = {
        m.attendee.name
        for m in reading.mentions
        if Flag.SELF in m.flags and m.source is Source.PROSE and m.place == "text" and m.attendee.name
    }
    found = told.pop() if len(told) == 1 else None
    if found is None or " " not in found or same_family(found, name):
        return None
    if any(same_person(found, other, words) for other in (name, *reading.display.people)):
        return None
    others = [one for one in signed if not same_person(one, found, words) and " " in one]
    return None if others else found


def _shortened(short: str, name: str) -> bool:
    """ "Rob Achterberg" under the mail of Robert Achterberg."""
    return same_family(short, name) and short_for(short.partition(" ")[0], name.partition(" ")[0])


def _spelt_out(name: str, email: str | None, reading: Reading) -> str:
    """ "Kevin" of kevin.bottse@ is Kevin Bottse."""
    words = reading.words
    spelt = name_of(email, words) if email and " " not in name else None
    spelt = respelt(spelt, reading) if spelt else None
    told = [spelt, *(one for one in reading.around.known if not _of_another(one, reading))]
    return next((one for one in told if one and _is_longer(one, name, words)), name)


def _is_longer(full: str, name: str, words: NameWords) -> bool:
    """ "Ludovic Maes", whom our letter greeted or the address spells, signs as "Ludo"."""
    if " " not in full:
        return False
    return same_person(name, full, words) or (" " not in name and short_for(name, full.partition(" ")[0]))


def _told_in_full(name: str, reading: Reading) -> str:
    """ "Pascale" under a mail that lists "Pascale Vernet (c'est moi)"."""
    if " " in name:
        return name
    spoken = {m.attendee.name for m in reading.mentions if m.attendee.name and " " in m.attendee.name}
    fitting = [
        one for one in spoken if same_person(name, one, reading.words) and not _of_another(one, reading)
    ]
    return fitting[0] if len(fitting) == 1 and fitting[0].split()[0] == name else name


def _of_another(name: str, reading: Reading) -> bool:
    others = [m.attendee.name or "" for m in reading.mentions if m.source is Source.CC]
    return any(same_person(name, other, reading.words) for other in others)


# -- the organisation ----------------------------------------------------------------------------


def _house(
    reading: Reading, core: str, name: str | None, tail: Sequence[Line], form_rows: Sequence[Row]
) -> str | None:
    words = reading.words
    for row in form_rows:
        cell = row.get("organisation")
        if cell and any(map(str.isalpha, cell.text)):
            return organisations.without_place(cell.text, words)
    people = {
        squeezed(m.attendee.name)
        for m in reading.mentions
        if m.attendee.name and " " in m.attendee.name and words.is_given(m.attendee.name.split()[0])
    }  # "Gijs Oude Luttikhuis" is no house
    best: organisations.Found | None = None
    for most, find in _candidates(reading, core, name, tail):
        if best is not None and best.weight >= most:
            continue
        one = find()
        if (
            one is not None
            and (best is None or one.weight > best.weight)
            and not _foreign(one, reading)
            and squeezed(one.name) not in people
            and not affiliations.is_signer(one.name, name)  # "Door Kamphuis"
            and not (name and _shortened(one.name, name))
        ):
            best = one
    if best is not None:
        name = saying.without_article(reading.mail.text, best, words)
        return _UNLIMITED.sub("", saying.raised(name, words))
    card = next((m for m in reading.mentions if m.source is Source.VCARD and m.attendee.organisation), None)
    if card:
        return card.attendee.organisation
    shown = reading.display.organisation
    ours = bool(shown) and any(own and own in squeezed(shown or "") for own in reading.around.own)
    return None if ours else shown


def _candidates(
    reading: Reading, core: str, name: str | None, tail: Sequence[Line]
) -> Iterator[tuple[int, Callable[[], organisations.Found | None]]]:
    """Where an organisation may be named: the most that it can weigh there, and how to find it. Of two that
    weigh the same the first counts."""
    words, mail = reading.words, reading.mail
    yield 90, partial(affiliations.in_signature, tail, core, name, words)
    prose = [(s, s.start, min(s.end, s.start + _PROSE)) for s in mail.stretches]
    new = [(start, end) for stretch, start, end in prose if stretch.part is Part.NEW]
    if core:
        for start, end in new:
            yield 85, partial(_by_domain, mail.text, start, end, core, words, 85, signed=False)
    for start, end in new:
        yield 70, partial(saying.said, mail.text, start, end, words)
    if core:
        yield 62, partial(_by_domain, mail.subject, 0, len(mail.subject), core, words, 62, signed=False)
    if name:
        for start, end in new:
            yield 58, partial(saying.whispered, mail.text, start, end, name, core, words)
    for start, end in new:
        yield 52, partial(saying.bracketed, mail.text, start, end, words)
    if core:
        for stretch, start, end in prose:
            if stretch.part is Part.FOOTER:
                upto = min(end, start + _FOOTER)
                yield 50, partial(_by_domain, mail.text, start, upto, core, words, 50, signed=True)
        for stretch, start, _ in prose:  # our own letter, or an older one of theirs
            if stretch.part in {Part.QUOTED, Part.FORWARDED}:
                upto = min(stretch.end, start + _LETTER)
                yield 42, partial(_by_domain, mail.text, start, upto, core, words, 42, signed=False)
    for mention in reading.mentions:
        house = mention.attendee.organisation
        if mention.place in {"subject", "text"} and Flag.SELF in mention.flags and house:
            weight = 32 if mention.place == "subject" else 45
            yield weight, partial(organisations.Found, house, mention.start, mention.end, weight)
    for start, end in new:
        yield 40, partial(saying.named, mail.text, start, end, words)
    yield 30, partial(_headed, mail.subject, words)


def _by_domain(
    text: str, start: int, end: int, core: str, words: NameWords, weight: int, *, signed: bool
) -> organisations.Found | None:
    """What the domain of the address is called after."""
    found = organisations.after_domain(text, start, end, core, words, signed=signed)
    if found is None or (not signed and saying.left_behind(text, start, found.start, words)):
        return None  # "my mailbox at Oldbridge Consult shuts on Friday"
    return replace(found, weight=weight)


def _headed(subject: str, words: NameWords) -> organisations.Found | None:
    found = saying.named(subject, 0, len(subject), words)
    return replace(found, weight=30) if found else None


def _foreign(found: organisations.Found, reading: Reading) -> bool:
    """The house itself, its event or a colleague's own house is not the sender's organisation."""
    plain = squeezed(found.name)
    if any(own and own in plain for own in reading.around.own) or plain in reading.around.topics:
        return True
    if any(len(topic) > 5 and topic in plain for topic in reading.around.topics):
        return True
    others = [m for m in reading.mentions if Flag.SELF not in m.flags]
    return found.weight <= 60 and any(m.attendee.organisation == found.name for m in others)
