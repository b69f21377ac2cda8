"""Whether two mentions are one person, as far as a mail tells."""

from __future__ import annotations

from mailbot.core.base import Attendee
from mailbot.core.understanding.names import fuller, same_person, tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import fold


def same(one: Attendee, other: Attendee, words: NameWords) -> bool:
    """Whether two mentions are one person, as far as a mail tells: "J. de Vries" and "Jan de Vries"."""
    if one.email and other.email:
        alike = one.email.casefold() == other.email.casefold()
        return alike and not _share(one, other, words)
    return bool(one.name and other.name) and same_person(one.name or "", other.name or "", words)


def _share(one: Attendee, other: Attendee, words: NameWords) -> bool:
    """Whether two people have one address in common, called after neither's first name, as couples do."""
    first, second = (tokens_of(who.name or "", words) for who in (one, other))
    initials = [{word[0] for word in name} for name in (first, second)]
    if len(first) > 1 and len(second) > 1 and initials[0].isdisjoint(initials[1]):
        return True  # "Bruno Lambotte", who writes for "Anne-Françoise Delvaux" too
    if len(first) < 2 or len(second) < 2 or first[0][0] == second[0][0]:
        return False
    local = fold((one.email or "").partition("@")[0])
    given = all(words.is_given(name[0]) for name in (first, second))
    # "Tamar and Gidon Peretz": two full names with one family name between them.
    given = given or (first[1:] == second[1:] and len(first[0]) > 1 and len(second[0]) > 1)
    return given and not any(name[0] in local for name in (first, second))


def merged(people: list[Attendee], one: Attendee, words: NameWords) -> list[Attendee]:
    """The list with ``one`` in it, once: the fuller name and what each knew of the other."""
    for at, there in enumerate(people):
        if same(there, one, words) and not _family_alone(there, one, words):
            name = fuller(there.name, one.name, words) if there.name and one.name else there.name or one.name
            full = Attendee(name, there.email or one.email, there.organisation or one.organisation)
            return [*people[:at], full, *people[at + 1 :]]
    return [*people, one]


def _family_alone(one: Attendee, other: Attendee, words: NameWords) -> bool:
    """ "Jan Bakker" and "mevrouw Bakker" have a name in common and may be two."""
    first, second = sorted((tokens_of(who.name or "", words) for who in (one, other)), key=len)
    return len(first) == 1 and len(second) > 1 and first[0] != second[0]
