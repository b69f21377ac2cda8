"""Who is who: whether two records mean the same person."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import Enum

from rapidfuzz import fuzz

from mailbot.core.base import Attendee
from mailbot.core.verdict.book import Place

# Letters that NFKD leaves whole but people type as their plain cousins.
_CROSSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})


def name_key(name: str | None) -> str:
    """A name as it is compared: no case, accents or punctuation ('' for none).

    >>> name_key("Aylin Yıldırım") == name_key("AYLIN YILDIRIM")
    True
    """
    if not name:
        return ""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_CROSSED)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def email_key(email: str | None) -> str:
    """An address as it is compared: no case ('' for none).

    Local parts may differ by case in theory (RFC 5321 section 2.4); no mail system in use does so.
    """
    return (email or "").strip().casefold()


def person_key(attendee: Attendee) -> str | None:
    """What makes an active attendee of an event unique in the schema; None for an unnamed guest."""
    name = name_key(attendee.name)
    if not name:
        return None
    return f"{name}|{email_key(attendee.email) or name_key(attendee.organisation)}"


_ALIKE = 70  # of 100: how near two words must be to be one with a mistake


class Same(Enum):
    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


def same_person(a: Attendee, b: Attendee) -> Same:
    """Whether two records are one person.

    An address alone does not make a person: offices share one. A name alone does, unless addresses
    or organisations speak against it.
    """
    names = (name_key(a.name), name_key(b.name))
    emails = (email_key(a.email), email_key(b.email))
    houses = (name_key(a.organisation), name_key(b.organisation))
    same_email = emails[0] == emails[1] != ""
    if not all(names):
        return Same.YES if same_email else Same.NO
    if names[0] != names[1]:
        return Same.YES if same_email and _short_form(*names) else Same.NO
    if same_email or houses[0] == houses[1] != "":
        return Same.YES
    if all(houses):
        return Same.NO
    return Same.PERHAPS if all(emails) else Same.YES


def _short_form(a: str, b: str) -> bool:
    """J de Vries and Jan de Vries; Jan and Jan de Vries."""
    first, second = a.split(), b.split()
    if first[0][0] != second[0][0]:
        return False
    return first[-1] == second[-1] or len(first) == 1 or len(second) == 1


def spelt_alike(a: str | None, b: str | None) -> bool:
    """Whether two names may be one, once with a mistake: "Jan de Fries", "Jan de Vries"; "Nguyen Thi".

    Each word of the shorter one must have its likeness in the other, so that a brother is no mistake.

    >>> spelt_alike("Jurgen Grobl", "Jürgen Größl"), spelt_alike("Arie van Dijk", "Petra van Dijk")
    (True, False)
    """
    short, long = sorted((name_key(a).split(), name_key(b).split()), key=len)
    return bool(short) and all(_has_likeness(word, long) for word in short)


def share_a_name(a: str | None, b: str | None) -> bool:
    """Whether they have a first name or a surname in common: "Karolina Krämer", "Karolina Dudek"."""
    return any(_has_likeness(word, name_key(b).split()) for word in name_key(a).split() if len(word) > 2)


def is_part_of(a: str | None, b: str | None) -> bool:
    """Whether the name ``a`` says less than ``b``: none, the first name alone, or initials."""
    words, whole = name_key(a).split(), name_key(b).split()
    return all(word in whole or (len(word) == 1 and any(w[0] == word for w in whole)) for word in words)


def _has_likeness(word: str, words: Sequence[str]) -> bool:
    return any(fuzz.ratio(word, other) >= _ALIKE for other in words)


def find_place(wanted: Attendee, places: Sequence[Place]) -> Place | None:
    """The one place that is meant, or None where none or several could be.

    Within one registration a first name is enough, if only one person bears it.
    """
    name, email = name_key(wanted.name), email_key(wanted.email)
    if email:
        by_email = [place for place in places if email_key(place.attendee.email) == email]
        if len(by_email) == 1 and _compatible(name, name_key(by_email[0].attendee.name)):
            return by_email[0]
    if not name:
        return None
    exact = [place for place in places if name_key(place.attendee.name) == name]
    if exact:
        return exact[0] if len(exact) == 1 else None
    loose = [place for place in places if _compatible(name, name_key(place.attendee.name), loose=True)]
    return loose[0] if len(loose) == 1 else None


def _compatible(a: str, b: str, *, loose: bool = False) -> bool:
    """Whether two names may be one person's: equal, one missing, or one a shorter form."""
    if not a or not b:
        return not loose
    if a == b:
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) or short[0] == long[0]
    return short[-1] == long[-1] and short[0][0] == long[0][0]
