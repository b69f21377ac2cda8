"""What the name beside an address says: a person, two of them, an organisation, or a mailbox of many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.base import Address
from mailbot.core.understanding.domains import (
    domain_core,
    heart,
    is_of_house,
    names_desk,
    of_domain,
    speaks_of_organisation,
    squeezed,
)
from mailbot.core.understanding.names import (
    LONGEST,
    bare,
    called,
    clean,
    is_initials,
    mended,
    once,
    without_titles,
)
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import fold

_SURNAME = 3  # letters of a family name in front of a house's
_BRACKETED = re.compile(r"\(([^()]{0,80})\)?|\[([^\[\]]{0,80})\]?")
_APART = re.compile(
    r"\s+[|•·/–—@-]+\s+|\s*[|•·]\s*|\s+via\s+"
    r"|,?\s+(?:namens|i\.o\.v\.|on behalf of|im Auftrag von|au nom de)\s+"
)
_AND = re.compile(r"\s+(?:&|\+|en|and|und|et|e|y)\s+|\s*/\s*")
_FAMILY_AND = re.compile(r"\s(?:e|y)\s")
_FROM = re.compile(r"\s+(?:van|from|at|von|de|@|bij|of|for)\s+", re.IGNORECASE)
_QUOTED = re.compile(r"(?:^|(?<=\s))['‘]([^'’]{2,80})['’](?=\s|$)")
_DOUBLE = re.compile(r"(?<=[^\W\d_])\s+-\s+(?=[^\W\d_]+\s*,)")
_HALVES = re.compile(r"[\s/-]+")
_ROLE_LOCAL = re.compile(r"[\d_.+-]+")
_CREWS = frozenset(["team", "office", "secretariat", "info", "admin", "contact"])  # behind a house's name


@dataclass(frozen=True, slots=True)
class Display:
    """A display name read. ``people`` are badge names: none for a mailbox, two for a couple."""

    people: tuple[str, ...] = ()
    organisation: str | None = None
    many: bool = False  # a secretariat, an office, a family: more than one may write from here

    @property
    def name(self) -> str | None:
        return self.people[0] if len(self.people) == 1 else None


def _beside(text: str, core: str, words: NameWords) -> bool:
    """Whether what stands apart beside a name may be the house: "Hanna Knol | De Vuurtoren"; no place, no
    function, no office, nobody else and no word of the language."""
    parts = text.split()
    plain = [bare(part) for part in parts]
    if not 0 < len(parts) <= 6 or not text[0].isupper() or any(c.isdigit() or c in ".@:+" for c in text):
        return False
    if of_domain(text, core, words):
        return True
    if len(parts) < 2 and (text.isupper() or len(text) < 4):
        return False  # "BRU", "HR": an office as often as a house
    if words.is_given(parts[0]) or words["mailbox"].holds(plain[0]) or words["family"].holds(plain[0]):
        return False
    strange = [word for word in plain if word not in words.common and word not in words.ordinary]
    return bool(strange) and not any(
        words["functions"].holds(word)
        or words["titles"].holds(word)
        or words["after_name"].holds(word)
        or words.places.holds(word)
        or words["offices"].holds(word)
        for word in plain
    )


def of_many(text: str, words: NameWords) -> bool:
    plain = [bare(part) for part in _HALVES.split(text) if part]
    return any(words["mailbox"].holds(part) for part in plain)


def read_display(sender: Address, words: NameWords) -> Display:
    """What ``sender.name`` says; nothing where it is empty or only repeats the address."""
    raw = re.sub(r"\s+", " ", sender.name[: 4 * LONGEST]).strip(' "')
    if "/" in raw and " " in raw.partition("/")[0] and " /" not in raw:
        raw = raw.partition("/")[0]  # "Jan Jansen/HQ/NL", as Notes writes names
    if len(raw) > 2 and raw[0] in "'‘" and raw[-1] in "'’":
        raw = raw[1:-1]
    raw = _QUOTED.sub(r"\1", raw)
    if "," in raw:  # "van 't Hof - Jansen, Marijke" is a double name
        raw = _DOUBLE.sub("-", raw)
    if not raw or ("@" in raw and " " not in raw):
        return Display()
    raw = called(raw, words) if "," not in raw else raw
    core = domain_core(sender.email, words)
    aside = [(one or two).strip() for one, two in _BRACKETED.findall(raw)]
    segments = [part.strip() for part in _APART.split(_BRACKETED.sub(" ", raw)) if part.strip(" ,")]
    organisation: str | None = None
    best: Display = Display()
    for segment in sorted(segments, key=lambda part: not _fits_address(part, sender.email)):
        read = _segment(segment, sender.email, core, words)
        if read.people and not best.people:
            best = read
        else:
            house = _shown(segment) if best.people and _beside(segment, core, words) else None
            organisation = organisation or read.organisation or house
            best = best if best.people or best.many else read
    beside = _organisation_of(aside, core, words)
    if beside is None and best.people:  # one word in brackets may be another name: "(Bakker)"
        houses = (_shown(one) for one in aside if " " in one.strip() and _beside(one.strip(), core, words))
        beside = next(houses, None)
    if best.many and beside and words["opening"].holds(bare(beside.split()[0])):
        organisation = beside  # "Afdeling Internationaal (Hogeschool Duinrand)"
    else:
        organisation = best.organisation or organisation or beside
    people = tuple(_with_given(once(name), aside, words) for name in best.people)
    return Display(people, organisation, best.many or len(people) > 1)


def _fits_address(text: str, email: str) -> bool:
    local = _local(email)
    return any(squeezed(part) in local for part in text.replace(",", " ").split())


def _local(email: str) -> set[str]:
    return {part for part in _ROLE_LOCAL.split(fold(email.partition("@")[0])) if len(part) > 2}


def _clan(text: str, words: NameWords) -> bool:
    """ "The Okoros", "Die Müllers", "Les Dubois": a household."""
    article, _, name = text.partition(" ")
    plain = bare(article) in {"the", "die", "les"} and name.endswith(("s", "x", "z"))
    return plain and name.isalpha() and not speaks_of_organisation(name, words)


def _role_in(word: str, words: NameWords) -> bool:
    return words["functions"].holds(word) or word in words.common or word in words.ordinary


def _desk(part: str, words: NameWords) -> bool:
    """Whether a mailbox that is called so is a house's: team@, praktijk@, winkel@."""
    return part in words["mailbox"].words or part in words["organisation"].words  # but no Nijenhuis


def _segment(text: str, email: str, core: str, words: NameWords) -> Display:
    plain = [bare(part) for part in text.split()]
    if plain and (plain[0] in words["family"].words or _clan(text, words)):
        return Display(many=True)
    first = plain[0] if plain else ""
    known = words.is_given(first)
    own = known or (_fits_address(text, email) and not (len(plain) > 1 and names_desk(plain, words)))
    desks = [part for part in plain if part in _local(email) and _desk(part, words)]
    if (
        desks and not known and len(plain) > 1
    ):  # "Praktijk Zuidplein" of praktijk@, "Open Roads Team" of team@
        house = None if words["mailbox"].holds(desks[0]) else _shown(text)
        return Display(organisation=_organisation_of([text], core, words) or house, many=True)
    initials = text.partition(" ")[0]
    own = own or (len(plain) == 2 and "." in initials and is_initials(initials))  # "W.J. Kamphuis"
    if words["functions"].holds(first) and len(plain) > 1 and not any(map(words.is_given, plain)):
        return Display(many=True)  # "Hoofd Programma's Wilde Ganzenpad": an office, whoever holds it
    nobody = len(plain) > 1 and not any(map(words.is_given, plain))
    if words["organisation"].holds(first) and (nobody or words["opening"].holds(first)):
        own = False  # "Cabinet Mukendi", "Amicale des Comores", "Wijkcentrum De Zon" of zon@
    if "&" in plain[1:] and words["legal"].length_at(plain[-1:], 0):
        own = False  # "Rashid & Co"
    if of_domain(text, core, words) and not own:
        return Display(organisation=_shown(text), many=True)
    before, comma, after = text.partition(",")
    if comma and speaks_of_organisation(before, words) and names_desk(list(map(bare, after.split())), words):
        return Display(organisation=_shown(before), many=True)  # "Embassy of Zambia, Political Section"
    if comma and after.strip():
        return _with_comma(before.strip(), after.strip(), core, words)
    if of_many(text, words) and not (own and plain[0] not in words["mailbox"].words):
        return Display(organisation=_organisation_of([text], core, words), many=True)
    surname = squeezed(text.rpartition(" ")[2])
    private = not core or (len(surname) > 3 and surname in squeezed(email.partition("@")[0]))
    couple = _couple(text, words, private=private)
    if couple:
        return Display(couple, many=True)
    if speaks_of_organisation(text, words) and not own:
        return Display(organisation=_shown(text), many=True)
    if not known and len(plain) > 1 and core and _role_in(plain[0], words):
        rest = _shown(text.partition(" ")[2])
        if of_domain(rest, core, words):
            return Display(organisation=rest, many=True)  # "Lobby Waterwijs", "Stagiair Waterwijs"
    if known and len(plain) > 2 and (parted := _glued(text.split(), core, words)):
        return parted
    halves = _FROM.split(text)
    small = len(halves) == 2 and text.split()[1:2] in (["van"], ["von"], ["de"])
    if small and " " not in halves[1] and squeezed(halves[0]) == squeezed(email.partition("@")[0]):
        halves = [text]  # "Ottilie van Harskamp" of ottilie@harskamp.example has a domain of her own
    if len(halves) == 2 and core and is_of_house(halves[1], core) and mended(halves[0], words):
        return Display((mended(halves[0], words) or "",), _shown(halves[1]))
    if any(c.isdigit() for c in text):
        text = re.sub(r"\S*\d\S*", " ", text)
    name = mended(text, words)
    if name is None or name.count(" ") > 7:
        return Display()
    return Display((name,))


def _glued(parts: list[str], core: str, words: NameWords) -> Display | None:
    """ "Kees Tol Waterwijs" of waterwijs.example, "Ingrid Wolters Stichting Zaadgoed": a person and a house;
    and "Kees Tol Advies" of keestol.example, which is a house that is called after its person."""
    for end in range(2, len(parts)):
        last = fold(parts[end - 1])
        if last in words["particles"].words or words.is_given(last) or parts[end][:1].islower():
            continue
        name, rest = mended(" ".join(parts[:end]), words), " ".join(parts[end:])
        if name is None or len(last) < _SURNAME:
            continue
        opens = end + 1 < len(parts) and words["opening"].holds(bare(parts[end]))
        if opens or (core and of_domain(rest, core, words)):
            return Display((name,), _shown(rest))
        if last in core and words["organisation"].holds(bare(parts[end])):
            return Display((name,), _shown(" ".join(parts)))
    return None


def _with_comma(before: str, after: str, core: str, words: NameWords) -> Display:
    """ "Berg, J. van der", "van den Berg, Jan", "Jan de Vries, MA", "Jan de Vries, Oxfam"; and of nobody
    "Embassy of Zambia, Political Section"."""
    desk = names_desk([bare(part) for part in after.split()], words)
    if desk and speaks_of_organisation(before, words) and not words.is_given(after.split(maxsplit=1)[0]):
        return Display(organisation=_shown(before), many=True)
    if of_domain(after, core, words) or (
        speaks_of_organisation(after, words) and not words.is_given(after.split(maxsplit=1)[0])
    ):
        name = mended(before, words)
        return Display((name,) if name else (), _shown(after))
    if _only_after_names(after, words) or words["functions"].holds(bare(after.split(maxsplit=1)[0])):
        name = mended(before, words)
        return Display((name,) if name else ())
    if "," in after:  # "Berg, van den, Jan"
        after = after.replace(",", " ")
    parts = without_titles("x " + after, words).split()[1:]
    if not is_initials(parts[0] if parts else ""):  # "Bosch, M. van den": no monsieur
        parts = without_titles(" ".join(parts), words).split()
    small = words["particles"].words
    front = 0
    while front < len(parts) and fold(parts[front]) in small:
        front += 1
    back = len(parts)
    while back > front and fold(parts[back - 1]) in small:
        back -= 1
    given, particles = parts[front:back], [*parts[:front], *parts[back:]]
    if not given:
        name = mended(" ".join([*particles, before]), words)
    else:
        surname = without_titles(before, words)
        lowered = [part.lower() for part in particles]
        name = mended(" ".join([*given, *lowered, surname]), words)
        if name and given == ["M."] and not name.startswith("M."):
            name = f"M. {name}"  # "Vries, M. de": in address books it is no monsieur
    return Display((name,) if name else ())


def _only_after_names(text: str, words: NameWords) -> bool:
    return all(
        bare(part.strip("()")) in words["after_name"].words for part in re.split(r"[\s,]+", text) if part
    )


def _couple(text: str, words: NameWords, *, private: bool) -> tuple[str, ...]:
    """ "Rob & Els Schippers": two names, the surname shared where one has none.

    ``private``: the address is a mail provider's, so that unknown first names are no firm's.
    """
    halves = _AND.split(text)
    if len(halves) != 2:
        return ()
    if _FAMILY_AND.search(text) and not words.is_given(halves[1].split()[0]):
        return ()  # "Inês de Sousa e Castro" is one person
    begun = halves[0].strip()
    if is_initials(begun) and is_initials(halves[1].partition(" ")[0]):
        halves[0] = f"{begun} {halves[1].strip().partition(' ')[2]}"  # "C.J. en M. Verschoor"
    first, second = (mended(half, words) for half in halves)
    if not first or not second or first.islower() or second.islower():
        return ()
    if " " not in first and " " in second:
        known = words.is_given(first) or words.is_given(second.split()[0])
        if not known and (not private or bare(second.split()[0]) in words["particles"].words):
            return ()
        first = f"{first} {second.partition(' ')[2]}"
    if speaks_of_organisation(text, words):
        return ()
    return (first, second)


def _with_given(name: str, aside: list[str], words: NameWords) -> str:
    """The first name that stands in brackets behind initials: "J. van der Berg (Jan)"."""
    parts = name.split()
    if not is_initials(parts[0]):
        return name
    for text in aside:
        one = clean(text)
        if (
            one.isalpha()
            and len(one) > 1
            and (one[0] == parts[0][0] or words.is_given(one))
            and not one.isupper()
        ):
            rest = [part for number, part in enumerate(parts) if number and not is_initials(part)]
            return " ".join([one, *rest])
    return name


def _organisation_of(texts: list[str], core: str, words: NameWords) -> str | None:
    for text in texts:
        found = _shown(text)
        if not found:
            continue
        house = _without_mailbox(found, words)
        if of_domain(found, core, words) or speaks_of_organisation(found, words):
            return house
        if house and of_domain(house, core, words):
            return house  # "Secretariaat Waterwijs", "Open Roads Team"
    return None


def _without_mailbox(text: str, words: NameWords) -> str | None:
    """ "Secretariaat Stichting Waterlinie" is of the "Stichting Waterlinie"."""
    parts = text.split()
    while (
        parts and words["mailbox"].holds(bare(parts[0])) and not words["organisation"].holds(bare(parts[0]))
    ):
        parts.pop(0)
    while len(parts) > 1 and words["mailbox"].holds(bare(parts[-1])) and parts[-1].casefold() in _CREWS:
        parts.pop()
    if len(parts) == 1 and words["mailbox"].holds(bare(parts[0])):
        return None  # "Büro", "Secrétariat": of some house
    return " ".join(parts) or None


def _shown(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;|-–'\"")


__all__ = [
    "Display",
    "domain_core",
    "heart",
    "is_of_house",
    "names_desk",
    "of_many",
    "read_display",
    "speaks_of_organisation",
    "squeezed",
]
