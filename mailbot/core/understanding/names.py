"""Names as they stand on a badge: ``Jan van der Berg``, not ``Berg, J. van der (Jan)``.

Works on one name at a time. Where names stand in a mail is for ``people`` to find.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import fold

LONGEST = 120  # characters; no display name worth reading is longer
_SHORTEST = 3  # letters of "Rob", "Temi"
_VOCABULARY = 2048  # words of which is kept how they are read
_NAMES = 256  # of the mail that is read are kept: From, the text and the signature have the same ones
_SPACES = re.compile(r"[\s\u00a0\u200b\u200e\u200f\ufeff]+")
_APOSTROPHES = re.compile(r"[’‘ʼ`´]")
_INITIAL = re.compile(r"(?:[^\W\d_]|Ch|Th|Ph|Chr|Joh|Fr|IJ|Sj|Tj|St)\.?$|(?:(?:[^\W\d_]|Ch|Th|IJ)\.-?)+$")
_GLUED_INITIALS = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]\.)+)(?=[^\W\d_]{2})")
_GLUED_TITLE = re.compile(r"\.(?=[^\W\d_]{3})")
_STOPPED = re.compile(r"[^\W\d_]\.$")
_COMPOUND = re.compile(r"[.\-/]+")
_PARTS = re.compile(r"[\s-]+")
_BRACKETS = re.compile(r"\([^()]{0,80}\)?|\[[^\[\]]{0,80}\]?")
_NOBLE = re.compile(
    r"(?:^|(?<=\s))(?:Freiherr|Frhr\.?|Freifrau|Graf|Gräfin|Baron|Baronin|Barones|Baronesse)\s+"
    r"(?=(?:von|vom|zu|zum|van|de)\s)"
)
# "R.J. (Rutger-Jan) van den Bosch": the name that one goes by.
_CALLED = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]{1,2}\.[ -]?){1,6}\s?\(([^\W\d_][^\W\d_]+(?:[- ][^\W\d_]+)?)\)(?=\s[^\W\d_'’])"
)
_KNOWN_AS = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{3,20}\s\(([^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)\)(?=\s[^\W\d_'’])"
)
_QUOTED = re.compile(  # Elizabeth "Liz" Turner
    r"(?<![^\W\d_])[^\W\d_]{3,20}\s[\"“„«]([^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)[\"”“»](?=\s[^\W\d_'’])"
)
_BEHIND = re.compile(
    r"^((?:[^\W\d_]{1,2}\.[ -]?){1,6})\s?([^()]{2,40}?)\s\(([^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)\)$"
)
_TOLD = re.compile(r"\(([^\W\d_][^():\n]{2,20}):?\s([^\W\d_a-zß-ÿ][^\W\d_]+(?:-[^\W\d_]+)?)\)")
_BEGUN = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,2}\.[ -]?){1,6}")
_FIRST = re.compile(r"^[^\W\d_]{3,20}\s")
_VAN_D = re.compile(r"(?<=\s)[vV](?:\.\s?|/)?[dD]\.?(?=\s(\S))")
_DUTCH = frozenset(["van", "ter", "ten", "te", "'t", "op", "uit", "aan", "in"])  # behind initials
_ASIDE = ("(", '"', "“", "„", "«")  # what the name that one goes by may stand in
_JOINS = frozenset({"e", "y"})  # between the family names of Portuguese and Spaniards
_SMALL = 4  # letters of a small word inside a name, whatever its language: "Ilunga wa Ilunga"
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,3}$")
_SUFFIXES, _TURKISH = frozenset({"jr", "sr", "junior", "senior"}), frozenset("İıŞşĞğ")


def clean(text: str) -> str:
    """One line, plain apostrophes, without emoji and other signs that are no part of a name."""
    line = _APOSTROPHES.sub("'", unicodedata.normalize("NFC", text[: 4 * LONGEST]))
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" or c in _KEPT else " " for c in line)
    return _SPACES.sub(" ", kept).strip(" ,;:-–_*/|")[:LONGEST]


_KEPT = frozenset(" .,'-–—&/()[]|@:+•·_")


@lru_cache(maxsize=_VOCABULARY)
def is_initials(token: str) -> bool:
    """ "J.", "J.W.", "A.C.", "N", and the double letters that Dutch initials know ("Th.", "IJ.")."""
    if len(token) > 12:
        return False
    return bool(_INITIAL.match(token)) and (len(token) == 1 or "." in token or token in {"IJ", "Th", "Ch"})


@lru_cache(maxsize=_VOCABULARY)
def bare(token: str) -> str:
    """The folded word of a token, without the full stop of an abbreviation."""
    return fold(token).rstrip(".,;:")


def tokens_of(name: str, words: NameWords) -> tuple[str, ...]:
    """The folded words of a name that tell people apart: no titles, particles or full stops."""
    return _telling(name, words["particles"].words)


@lru_cache(maxsize=4096)
def _telling(name: str, small: frozenset[str]) -> tuple[str, ...]:
    found: list[str] = []
    for token in _PARTS.split(_GLUED_INITIALS.sub(r"\1 ", name)):
        if is_initials(token) and token.count(".") > 1:
            found += [fold(part) for part in token.split(".") if part]
        elif is_initials(token):
            found.append(fold(token)[0])  # "Th." is an initial as "T." is
        elif (plain := bare(token)) and plain not in small and any(map(str.isalnum, plain)):
            found.append(plain.replace("'", ""))
    return tuple(found)


@lru_cache(maxsize=4096)
def _keys(name: str, small: frozenset[str]) -> tuple[str, ...]:
    """Its telling words; umlauts written out and folded are one: "Juergen", "Jürgen", "Jurgen"."""
    return tuple(
        word.replace("ae", "a").replace("oe", "o").replace("ue", "u") for word in _telling(name, small)
    )


def same_person(one: str, other: str, words: NameWords) -> bool:
    """Whether two names may be one person's: every word of the shorter fits one of the longer, be it by
    its initial, and at least one fits in full."""
    small = words["particles"].words
    first, second = _keys(one, small), _keys(other, small)
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    left = list(second)
    full = 0
    for word in sorted(first, key=len, reverse=True):
        if word in left:
            full += len(word) > 1
            left.remove(word)
            continue
        fit = next((w for w in left if w[0] == word[0] and (len(w) == 1 or len(word) == 1)), None)
        if fit is None:
            return False
        left.remove(fit)
    return full > 0


def short_for(short: str, full: str) -> bool:
    """Whether one first name is the beginning of the other: "Rob" of Robert, "Temi" of Temitope."""
    one, two = fold(short), fold(full)
    return _SHORTEST <= len(one) < len(two) and two.startswith(one)


def fuller(one: str, other: str, words: NameWords) -> str:
    """Which of two names of one person a badge would bear: full names over initials, then accents."""

    def weight(name: str) -> tuple[int, int, int, int]:
        full = [word for word in tokens_of(name, words) if len(word) > 1]
        accents = 0 if name.isascii() else sum(not c.isascii() and c.isalpha() for c in name)
        begun = not is_initials(name.split(" ", 1)[0])  # "Thea Bogaerts", not "Th. Bogaerts-Peeters"
        return (min(len(full), 4), begun, accents, not name.isupper())

    return other if weight(other) > weight(one) else one


# -- letters -------------------------------------------------------------------------------------


def _lower(word: str, turkish: bool) -> str:
    if turkish:
        word = word.replace("I", "ı")
    return word.replace("İ", "i").lower()


def _capital(word: str) -> str:
    if word.startswith("ij") and len(word) > 3:
        return "IJ" + word[2:]
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2].upper() + word[3:]
    return word[:1].upper() + word[1:]


def _titled(token: str, words: NameWords, turkish: bool) -> str:
    """A token in capitals or in lower case as a name has it, hyphens and apostrophes inside minded."""
    small = words["particles"].words
    parts = re.split(r"([-'])", _lower(token, turkish))
    built: list[str] = []
    for number, part in enumerate(parts):
        after_hyphen = number > 1 and parts[number - 1] == "-"
        if (
            part in {"-", "'"}
            or (after_hyphen and part in small)
            or (number == 0 and part == "d" and len(parts) > 1 and parts[1] == "'" and token[0] == "d")
        ):
            built.append(part)
        else:
            built.append(_capital(part))
    return "".join(built)


def cased(name: str, words: NameWords) -> str:
    """Capitals and lower case as a name has them; what the writer mixed on purpose stays."""
    parts = name.split(" ")
    written = [part for part in parts if not is_initials(part) and sum(map(str.isalpha, part)) > 1]
    shouted = bool(written) and all(part.isupper() for part in written)
    whispered = bool(written) and all(part.islower() for part in written)
    turkish = any(c in _TURKISH for c in name)
    small, linking = words["particles"].words, words["linking"].words
    order_kept = bool(parts) and fold(parts[0]) in words.family_first
    built: list[str] = []
    for number, part in enumerate(parts):
        plain = fold(part)
        last = number == len(parts) - 1
        letters = sum(map(str.isalpha, part))
        if part in {"'t", "'s", "'T", "'S"}:
            built.append(part.lower())
        elif part in _JOINS and number > 0 and not last and (whispered or parts[number + 1][:1].isupper()):
            built.append(part)  # "Inês de Sousa e Castro"
        elif shouted and part.lower() in _JOINS and number > 1 and not last:
            built.append(part.lower())
        elif (shouted or whispered) and number and not last and plain in linking and built[-1] == "de":
            built.append(part.lower())  # "Ana de la Cruz"
        elif is_initials(part):
            built.append(part.upper() if whispered or len(part.rstrip(".")) == 1 else part)
        elif (shouted or whispered) and plain in small and not last and not order_kept:
            built.append(_lower(part, turkish))
        elif shouted and _NO_VOWEL.match(plain) and number == 0 and not last:
            built.append(part)
        elif shouted or whispered:
            built.append(_titled(part, words, turkish))
        elif part.isupper() and (letters > 2 or (letters == 2 and number)) and not _roman(part):
            lowers = plain in small and not last
            built.append(_lower(part, turkish) if lowers else _titled(part, words, turkish))
        elif part.islower() and plain not in small and plain not in linking:
            inside = number and not last and len(part) <= _SMALL and parts[number + 1][0].isupper()
            built.append(part if inside and not words.is_given(part) else _titled(part, words, turkish))
        else:
            built.append(part)
    return " ".join(built)


def _roman(part: str) -> bool:
    return part in {"II", "III", "IV"}


# -- titles --------------------------------------------------------------------------------------


def _title_at(parts: list[str], at: int, words: NameWords) -> int:
    """How many tokens from here are a title that stands before a name."""
    plain = [bare(part) for part in parts[at : at + 3]]
    for length in (3, 2):
        if len(plain) >= length and " ".join(plain[:length]) in words["titles"].words:
            return length
    token = parts[at]
    if plain[0] in words["titles"].words and len(token) != 1:
        return 1
    if plain[0] == "me" and token[0] == "M" and len(parts) - at > 2:
        return 1  # "Me Sandrine Jolivet", a French advocate
    if token.endswith(".") and plain[0] in words["dotted_titles"].words:
        # "M. Guy Schmitz" is a monsieur, "M. Ramdin" and "M. van den Bosch" have an initial.
        following = parts[at + 1] if len(parts) - at > 2 else "M."
        return int(len(plain[0]) > 1 or not (is_initials(following) or following in _DUTCH))
    if words["functions"].holds(plain[0]) and len(parts) - at > 2 and not words.is_given(token):
        return int(words.is_given(parts[at + 1]))  # "Botschaftsrat Thomas Eggers"
    # "Dipl.-Soz.", "Prof.Dr.": each part is one.
    if not token.endswith("."):
        return 0
    pieces = [piece for piece in _COMPOUND.split(fold(token)) if piece]
    known = (words["titles"].words, words["dotted_titles"].words)
    compound = len(pieces) > 1 and all(len(piece) > 1 for piece in pieces)
    return int(compound and all(any(piece in family for family in known) for piece in pieces))


def _is_after_name(token: str, words: NameWords, shouted: bool) -> bool:
    plain = token.strip("().,")
    if fold(plain) not in words["after_name"].words:
        return False
    return "." in token or (sum(map(str.isupper, plain)) > 1 and not shouted)


def without_titles(name: str, words: NameWords) -> str:
    """The name alone: "Prof. Dr. Hartmut Lindner MSc" is "Hartmut Lindner"."""
    parts = [part for part in _GLUED_TITLE.sub(". ", name).split() if part not in {",", "-"}]
    at = 0
    while at < len(parts) - 1 and (length := _title_at(parts, at, words)) and at + length < len(parts):
        at += length
    parts = parts[at:]
    rest = [part for part in parts if fold(part.strip("().,")) not in words["after_name"].words]
    shouted = bool(rest) and all(part.isupper() for part in rest)
    while len(parts) > 2 and _is_after_name(parts[-1], words, shouted):  # "Amadou BA" is a name
        parts.pop()
    return " ".join(part.strip(",;") for part in parts)


def once(name: str) -> str:
    """ "Wulandari Wulandari" has one name, and an address book that wants two."""
    first, _, rest = name.partition(" ")
    return first if rest and fold(first) == fold(rest) else name


def mended(raw: str, words: NameWords) -> str | None:
    """A name as written in prose or a list, as it stands on a badge; None where nothing is left."""
    return _mended_again(raw, words) if len(raw) <= LONGEST else _mended(raw, words)


def _mended(raw: str, words: NameWords) -> str | None:
    text = called(raw[: 4 * LONGEST], words) if any(sign in raw for sign in _ASIDE) else raw
    text = _VAN_D.sub(lambda short: _spelt(text, short, words), text)
    text = clean(_BRACKETS.sub(" ", text.replace("’", "'")))
    text = _NOBLE.sub("", _GLUED_INITIALS.sub(r"\1 ", text))
    name = without_titles(text, words).strip(" .,-&") if not is_initials(text) else ""
    if not name or not any(sum(map(str.isalpha, part)) > 1 for part in name.split()):
        return None
    if _STOPPED.search(text) and is_initials(text.split()[-1]):
        name += "."  # "Wanjiru G." keeps its stop
    return once(cased(_family_in_capitals(name, words), words))


def called(text: str, words: NameWords) -> str:
    """The name that somebody goes by, which stands in brackets: "Wilhelmina (Wil) Straatman" is Wil."""
    text = _CALLED.sub(r"\1", _goes_by(text, words))
    behind = _BEHIND.match(text.strip())  # "M.C.T. Verhagen (Tineke)"
    if behind is not None and words.is_given(behind[3]) and behind[3][0].isupper():
        return f"{behind[3]} {behind[2]}"
    known_as = _KNOWN_AS.search(text) or _QUOTED.search(text)
    if known_as is None or not words.is_given(known_as[1]) or not known_as[1][0].isupper():
        return text
    return text[: known_as.start()] + known_as[1] + text[known_as.end() :]


def _goes_by(text: str, words: NameWords) -> str:
    """ "B.A.M. Verhoeckx (roepnaam: Bas)" is Bas Verhoeckx."""
    told = _TOLD.search(text)
    plain = tuple(fold(word) for word in told[1].replace(":", " ").split()) if told else ()
    if told is None or words["goes_by"].length_at(plain, 0) != len(plain):
        return text
    before = text[: told.start()].rstrip()
    begun = _BEGUN.search(before) or _FIRST.search(before)
    rest = text[told.end() :]
    return before[: begun.start()] + told[2] + " " + before[begun.end() :] + rest if begun else before + rest


def _spelt(text: str, short: re.Match[str], words: NameWords) -> str:
    """ "v.d. Berg" is "van den Berg", "v.d. Meer" is "van der Meer"."""
    behind = re.split(r"[\s-]", text[short.end() :].lstrip(), maxsplit=1)[0]
    return "van den" if words["after_den"].holds(bare(behind)) else "van der"


_mended_again = lru_cache(maxsize=_NAMES)(_mended)


def _family_in_capitals(name: str, words: NameWords) -> str:
    """ "DE VRIES Jan", as French and African letters have it, is "Jan DE VRIES"."""
    parts = name.split()
    count = 0
    while count < len(parts) and parts[count].isupper() and not is_initials(parts[count]):
        count += 1
    rest = parts[count:]
    long = any(len(part) > 2 for part in parts[:count]) or (
        count == 1 and bool(rest) and words.is_given(rest[0]) and not words.is_given(parts[0])
    )  # "SY Moussa"
    if not 0 < count < len(parts) or not long or fold(parts[0]) in words.family_first:
        return name
    if not all((part[:1].isupper() and not part.isupper()) or is_initials(part) for part in rest):
        return name
    suffix = [rest.pop()] if len(rest) > 1 and bare(rest[-1]) in _SUFFIXES else []  # "TRAORE Bakary Jr"
    return " ".join([*rest, *parts[:count], *suffix])
