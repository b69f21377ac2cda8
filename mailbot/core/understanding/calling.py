"""What the sender is called, where From, the address, the signature and the words differ.

A badge bears the name in the order and with the capitals that its bearer writes; the full first name of From
over the short one under the mail; and what the words ask for above all: "op mijn badge graag Truus Hof".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.mail.message import Part
from mailbot.core.understanding.addressing import fits
from mailbot.core.understanding.badges import wished_among
from mailbot.core.understanding.display import squeezed
from mailbot.core.understanding.names import bare, cased, fuller, is_initials, same_person, tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.naming import Reading
from mailbot.core.understanding.signing import Signed
from mailbot.core.understanding.tokens import fold, tokens

_PIECES = re.compile(r"[._-]")
_ACCENTED = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*")
_PROSE = 4000  # characters in which a name is looked for


def as_written(name: str, raw: str, signed: Sequence[Signed]) -> str:
    """The name with the capitals of the signature, where From has capitals only, none, or is turned."""
    loud = raw.isupper() or raw.islower() or any(part.isupper() and len(part) > 2 for part in raw.split())
    if not loud and "," not in raw:  # "Van der Leeuw, Quirine", as address books have it
        return name
    for one in signed:
        mixed = not (one.words.isupper() or one.words.islower()) and not any(
            part.isupper() and len(part) > 2 for part in one.words.split()
        )
        if mixed and fold(one.name) == fold(name):
            return one.name
    return name


def as_signed(name: str, email: str | None, signed: Sequence[Signed], words: NameWords) -> str:
    """ "Chen Yulan" in From, who signs as "Dr. Yulan Chen", writes the first name first; "Oyelaran Folasade",
    who signs as "Mrs. Folasade A. Oyelaran"; "Xiaoming Li", who signs as "Li Xiaoming", does not.

    Not where a first name is known to stand first, and nothing speaks for the other order.
    """
    own = _long(name)
    for one in signed:
        other = _long(one.name)
        if len(own) < 2 or own == other or sorted(own) != sorted(other) or one.words.isupper():
            continue
        local = _PIECES.split(fold((email or "").partition("@")[0]))
        told = words.is_given(other[0]) or other[0] in words.family_first or local[0] == other[0]
        if told or own[0] in words.family_first or not words.is_given(own[0]):
            return one.name
    return name


def _long(name: str) -> list[str]:
    return [fold(part) for part in name.split() if not is_initials(part)]


def turned(name: str, email: str | None, signed: Sequence[Signed], words: NameWords) -> str:
    """ "Vermeulen Jozef" of jozef.vermeulen@, or who signs as "J. Vermeulen", is Jozef Vermeulen."""
    parts = name.split()
    if len(parts) < 2 or fold(parts[0]) in words.family_first or words.is_given(parts[0]):
        return name
    if any(is_initials(part) for part in parts):
        return name
    last = parts[-1]
    for one in signed:
        shorter = one.name.split()
        if (
            len(shorter) > 1
            and all(map(is_initials, shorter[: len(shorter) - len(parts) + 1]))
            and [fold(part) for part in shorter[-len(parts) + 1 :]] == [fold(part) for part in parts[:-1]]
            and bare(shorter[0])[0] == fold(last)[0]
        ):
            return cased(" ".join([last, *parts[:-1]]), words)
    pieces = [piece for piece in _PIECES.split(fold((email or "").partition("@")[0])) if piece]
    family = "".join(fold(part) for part in parts[:-1])
    if words.is_given(last) and len(pieces) > 1 and pieces[0] == fold(last) and "".join(pieces[1:]) == family:
        return cased(" ".join([last, *parts[:-1]]), words)
    return name


def unshortened(name: str, reading: Reading) -> str:
    """ "Tineke v.d. Burg" is who signs, or is greeted, as "Tineke van der Burg"; "Anneke v. Loon", who signs
    as "anneke van loon"."""
    shown = reading.mail.sender.name if reading.mail.sender else ""
    first, *between, last = name.split() if name.count(" ") > 1 else (name, "", "")
    if last and [bare(part) for part in between] == ["v"]:
        whole = re.compile(rf"{re.escape(first)} ((?:[^\W\d_]+ ){{1,3}}){re.escape(last)}", re.IGNORECASE)
        small = whole.search(reading.mail.text, 0, _PROSE)
        if small and all(part in reading.words["particles"].words for part in small[1].split()):
            return f"{first} {small[1]}{last}"
    if not any(bare(part) in reading.words["short_particles"].words for part in shown.split()):
        return name
    own = tokens_of(name, reading.words)
    for other in reading.around.known[1:]:  # the first one is From's
        if tokens_of(other, reading.words) == own:
            return other
    return name


def same_family(one: str, other: str) -> bool:
    """Whether all but the first names are the same."""
    first, second = (fold(name).split()[1:] for name in (one, other))
    return bool(first) and first == second


def wished(reading: Reading, name: str) -> str:
    """The name that the mail asks to see on the badge: one that shares a word with the sender's."""
    words, mail = reading.words, reading.mail
    for stretch in mail.stretches:
        if stretch.part is not Part.NEW:
            continue
        start, end = stretch.start, min(stretch.end, stretch.start + _PROSE)
        spoken = tokens(mail.text[start:end], start)
        plain = [token.word for token in spoken]
        at = words["badges"].first(plain)
        while at is not None:
            low, high = reading.around.sentence(spoken[at].start, spoken[at].end)
            wish = wished_among(mail.text, max(low, start), min(high, end), name, words)
            if wish is not None:
                return wish if not same_person(wish, name, words) else _longer(wish, name, words)
            at = words["badges"].first(plain, at + 1)
    return name


def _longer(wish: str, name: str, words: NameWords) -> str:
    """The wish, unless it only shortens the name."""
    return wish if len(tokens_of(wish, words)) >= len(tokens_of(name, words)) else fuller(wish, name, words)


def respelt(name: str, reading: Reading) -> str:
    """ "Ralf Kuehnast", as the address has it, where the letter that is answered greets "Mr Kühnast"."""
    known = {_key(part): number for number, part in enumerate(name.split()) if len(part) > 3}
    parts = name.split()
    for match in _ACCENTED.finditer(reading.mail.text[:_PROSE]):
        number = known.get(_key(match.group()))
        if number is not None and match.group()[0].isupper():
            parts[number] = match.group()
    return cased(" ".join(parts), reading.words)


def _key(word: str) -> str:
    return fold(word).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def named_by_address(email: str, reading: Reading) -> str | None:
    """ "Put me down please. Gerrit van Hout", from gvanhout@: the one full name it is made of."""
    found = {
        m.attendee.name
        for m in reading.mentions
        if m.attendee.name and " " in m.attendee.name and fits(email, m.attendee.name, reading.words) > 1
    }
    return found.pop() if len(found) == 1 else None


def spoken_in_full(name: str, email: str, reading: Reading) -> str:
    """ "Yassin B." of yassinbenhaddou@ writes "yassin benhaddou" in the text."""
    first = name.partition(" ")[0]
    local = squeezed(email.partition("@")[0])
    if len(first) < 2 or not local.startswith(squeezed(first)) or len(local) < len(first) + 2:
        return name
    text = reading.mail.text[:_PROSE]
    for match in re.finditer(rf"(?<![^\W\d_]){re.escape(first)}((?: [^\W\d_]+){{1,4}})", text, re.IGNORECASE):
        words = match[1].split()
        for count in range(len(words), 0, -1):
            said = cased(" ".join([first, *words[:count]]).lower(), reading.words)
            whole = squeezed(first + "".join(words[:count])) == local
            if whole or (count > 1 and fits(email, said, reading.words) == 3):  # bas.vdlinden@
                return said
    return name


def with_family(name: str, signed: Sequence[Signed], reading: Reading) -> str | None:
    """ "Rachid" in From, who writes "Count me in. R. Bouzambou.": the one family name behind his initial."""
    if " " in name or is_initials(name) or not name[:1].isalpha():
        return None
    text = reading.mail.text
    told = {one.name for one in signed}
    for mention in reading.mentions:
        before, behind = text[: mention.start].rstrip(" "), text[mention.end : mention.end + 1]
        alone = before[-1:] in {"", "\n", ".", "!", "?"} and behind in {"", "\n", ".", "\r"}
        if mention.place == "text" and alone and mention.attendee.name:
            told.add(mention.attendee.name)
    family: set[str] = set()
    for one in told:
        first, _, rest = one.partition(" ")
        if is_initials(first) and first[0].casefold() == name[0].casefold() and rest:
            parts = rest.split()
            while len(parts) > 1 and is_initials(parts[0]):
                parts.pop(0)
            family.add(" ".join(parts))
    return f"{name} {family.pop()}" if len(family) == 1 else None


def signed_in_passing(name: str, reading: Reading) -> str:
    """ "Camilo", who ends "i pay the 25. camilo restrepo vargas", or writes "my name is camilo restrepo"."""
    text, words = reading.mail.text, reading.words
    first = re.compile(
        rf"(?<![^\W\d_]){re.escape(name)}((?: [^\W\d_]+(?:['’-][^\W\d_]+)*){{1,5}})", re.IGNORECASE
    )
    for stretch in reading.mail.stretches:
        if stretch.part is not Part.NEW:
            continue
        end = stretch.start + len(text[stretch.start : stretch.end].rstrip(" \n\t.!)(:;-,"))
        for match in first.finditer(text, max(stretch.start, end - _PROSE), end):
            ahead = [
                token.word for token in tokens(text[max(stretch.start, match.start() - 40) : match.start()])
            ]
            told = words["called_me"].length_before(ahead, len(ahead)) > 0
            said = match[1].split()
            count = _surnames(said, words)
            own = bool(ahead) and any(words[one].holds(ahead[-1]) for one in ("me", "self", "me_alone"))
            bracketed = (
                text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
            )
            told = told or (own and bracketed and count == len(said))  # "voor mij (wout hengeveld)"
            closes = match.end() == end and count == len(said)
            if count and (told or closes) and match.group().islower():
                return cased(" ".join([name, *said[:count]]).lower(), words)
    return name


def _surnames(said: Sequence[str], words: NameWords) -> int:
    """How many of the words behind a first name can be its family names: none that the language has."""
    small = words["particles"].words | words["linking"].words | words["house_articles"].words
    count = 0
    while count < len(said) and (
        bare(said[count]) in small or bare(said[count]) not in words.ordinary | words.common
    ):
        count += 1
    while count and bare(said[count - 1]) in small:
        count -= 1
    return count
