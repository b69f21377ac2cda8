"""Mentions of one person made to know of each other: full names, addresses, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mailbot.core.base import Attendee
from mailbot.core.understanding.addressing import fits, name_of, of_role
from mailbot.core.understanding.display import domain_core
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.names import fuller, is_initials, same_person, short_for, tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.organisations import after_domain
from mailbot.core.understanding.surnaming import own_in_parts, told_apart

_INITIALS = re.compile(r"((?:[A-Z]\.\s?){1,5})\s*\([^()]+\)")
_MOST_HOUSES = 20
_TEXT = 6000  # characters in which another one's organisation is looked for
_ORDER = {"from": -3, "cc": -2, "subject": -1}


def linked(reading: Reading, sender: Attendee) -> tuple[Mention, ...]:
    """The mentions in the order of the mail, each as full as the whole mail allows."""
    words = reading.words
    spoken = [m.attendee.name for m in reading.mentions if m.attendee.name and " " in m.attendee.name]
    apart = told_apart(reading, sender.name)
    pool = tuple(dict.fromkeys([*spoken, *reading.around.known, *apart]))
    found: list[Mention] = []
    houses = _Houses(reading, sender)
    own = (own_in_parts(reading) or "").split()
    for mention in reading.mentions:
        one = mention
        if own and one.place == "text" and one.attendee.name in own:
            one = one.flagged(Flag.SELF)  # "My given name is Xiaoming, and my family name is Chen"
        if one.attendee.name:
            one = _as_sender(_resolved(one, pool, sender, words), sender, words)
        elif Flag.SELF in one.flags:
            one = replace(one, attendee=sender)
        found.append(_spelt_out(_completed(one, reading, sender, houses), words))
    there = {m.attendee.name for m in found if Flag.ALREADY in m.flags and m.attendee.name}
    told = [m.flagged(Flag.ALREADY) if m.place == "text" and m.attendee.name in there else m for m in found]
    return tuple(sorted(told, key=lambda m: (_ORDER.get(m.place, 0), m.start)))


def _resolved(mention: Mention, pool: Iterable[str], sender: Attendee, words: NameWords) -> Mention:
    """ "Thijs" or "Frau Camara" as the one full name in the mail that it stands for."""
    name = mention.attendee.name or ""
    if name.startswith("M. ") and not any(
        other != name and same_person(name, other, words) for other in pool
    ):
        others = [other for other in pool if other != name]
        known = _resolved(mention.called(name[3:]), others, sender, words)  # "M. Verhulst" is a monsieur
        return known if known.attendee.name != name[3:] else mention
    several = len(tokens_of(name, words)) > 1  # "von der Lühe" is a family name alone
    if " " in name and several and not is_initials(name.split(" ", 1)[0]):
        same = [
            other
            for other in pool
            if other != name and other.count(" ") == name.count(" ") and same_person(name, other, words)
        ]
        longer = [
            other for other in pool if other.startswith(name + " ") and other.count(" ") > name.count(" ")
        ]
        given = len(set(longer)) == 1 and all(words.is_given(part) for part in name.split())
        if not same and given:
            return mention.called(longer[0])  # "Jan Willem" of Jan Willem van Lynden
        return mention.called(fuller(name, same[0], words)) if same else mention
    fitting = [
        other for other in pool if " " in other and len(other) > len(name) and same_person(name, other, words)
    ]
    if sender.name and " " in sender.name and same_person(name, sender.name, words) and sender.name != name:
        fitting = [other for other in fitting if not same_person(other, sender.name, words)] + [sender.name]
    if not fitting and " " not in name:  # "Temi" of Temitope Adeyemi
        fitting = [other for other in pool if " " in other and short_for(name, other.split()[0])]
    distinct = [f for n, f in enumerate(fitting) if not any(same_person(f, g, words) for g in fitting[:n])]
    return mention.called(distinct[0]) if len(distinct) == 1 else mention


def _spelt_out(mention: Mention, words: NameWords) -> Mention:
    """ "Fatima" of fatima.bensalah@ is Fatima Bensalah."""
    name, email = mention.attendee.name or "", mention.attendee.email
    spelt = name_of(email, words) if email and name and " " not in name else None
    if spelt is None or Flag.SELF in mention.flags or not spelt.startswith(f"{name} "):
        return mention
    return mention.called(spelt)


def _as_sender(mention: Mention, sender: Attendee, words: NameWords) -> Mention:
    name, own = mention.attendee.name or "", sender.name or ""
    if mention.source is Source.CC:
        return mention
    if own and (name == own or (" " in name and same_person(name, own, words))):
        return replace(mention, attendee=sender, flags=mention.flags | {Flag.SELF})
    if Flag.SELF in mention.flags and mention.source is not Source.FROM:
        return replace(mention, attendee=replace(sender, name=fuller(name, own or name, words)))
    return mention


def _completed(mention: Mention, reading: Reading, sender: Attendee, houses: _Houses) -> Mention:
    """The address that another mention of the person knows, or that is made of the name; the sender's
    organisation where none is written."""
    attendee, words = mention.attendee, reading.words
    if attendee.name and attendee.email is None and Flag.SELF not in mention.flags:
        known = [
            m.attendee.email
            for m in reading.mentions
            if m.attendee.email and m.attendee.name and same_person(m.attendee.name, attendee.name, words)
        ]
        initials = _INITIALS.search(mention.words)  # "J.L. (Hans) Meerbeke" has jl.meerbeke@
        formal = f"{initials[1]} {attendee.name.partition(' ')[2]}" if initials else attendee.name
        fitting = [
            one.email
            for one in reading.around.written
            if max(fits(one.email, attendee.name, words), fits(one.email, formal, words))
            > (0 if _housemates(one.email, sender.email) else 1)
        ]
        chosen = next((email for email in (*known, *fitting) if not of_role(email, words)), None)
        shared = len(reading.display.people) > 1 and any(
            same_person(attendee.name, one, words) for one in reading.display.people
        )
        if shared:
            attendee = replace(attendee, email=chosen or sender.email)
        elif chosen != sender.email or (sender.name is None and chosen in known):
            attendee = replace(attendee, email=chosen)
    if attendee.organisation is None:
        attendee = replace(attendee, organisation=houses.of(attendee))
    return mention if attendee is mention.attendee else replace(mention, attendee=attendee)


class _Houses:
    """The organisations that the domains of the mail are called after, each looked for once."""

    def __init__(self, reading: Reading, sender: Attendee) -> None:
        self._text, self._words = reading.mail.text[:_TEXT], reading.words
        self._own = domain_core(sender.email, self._words) if sender.email else ""
        self._sender = sender
        self._known: dict[str, str | None] = {}

    def of(self, attendee: Attendee) -> str | None:
        """The sender's, unless the address is of another house: then the one that is called so."""
        core = domain_core(attendee.email, self._words) if attendee.email else ""
        if not core or core == self._own:
            return self._sender.organisation
        if core not in self._known:
            if len(self._known) >= _MOST_HOUSES:
                return self._sender.organisation
            found = after_domain(self._text, 0, len(self._text), core, self._words, signed=False)
            self._known[core] = found.name if found else self._sender.organisation
        return self._known[core]


def _housemates(email: str, other: str | None) -> bool:
    """Both in one domain of an organisation: there a first name alone is a person's address."""
    return bool(other) and email.rpartition("@")[2] == (other or "").rpartition("@")[2]
