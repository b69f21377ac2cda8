"""The line of a signature that a domain is called after, though it leaves words out or cuts them short.

"Volta Basin Dialogue" of voltadialogue.example, "Hogeschool aan de Vecht" of hsvecht.example, "L'Atelier des
Idées" of atelierdesidees.example; and the whole name where only its heart is in the domain: "Direction de la
Coopération wallonne" of cooperation-wallonne.example.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.core.understanding.display import squeezed
from mailbot.core.understanding.names import bare
from mailbot.core.understanding.namewords import NameWords

_PARTS = re.compile(r"[-_]")
_ELIDED = re.compile(r"^[ldLD]['’](?=\w)")
_MOST_WORDS = 8
_CUT = 5  # letters that a domain may make of one word: "hs" of Hogeschool, "min" of Ministère
_LED = 2  # words before the heart of a name
_WORD = 3  # letters of a word that counts where the domain holds it in full: "eduforall"
_HEART = 4  # letters of a word that the domain holds in full


@lru_cache(maxsize=2048)
def key(text: str) -> str:
    """Letters and digits alone, umlauts however they are written."""
    return squeezed(text).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def is_namesake(name: str, core: str, words: NameWords) -> bool:
    """Whether the whole name is one that the domain's label ``core`` is made of, word by word."""
    parts = name.split()
    if not 1 < len(parts) <= _MOST_WORDS or any(c.isdigit() for c in name):
        return False
    small = words["house_small"].words
    keys = [(key(_ELIDED.sub("", part)), bare(part) in small) for part in parts]
    labels = [core, *(part for part in _PARTS.split(core) if len(part) > _CUT)]
    return any(_made_of(keys, key(label), words) for label in dict.fromkeys(labels))


def _made_of(keys: list[tuple[str, bool]], wanted: str, words: NameWords) -> bool:
    """Whether each word in turn gives the label its letters: in full, cut short, or none at all."""
    if len(wanted) < _HEART:
        return False
    # (letters of the label that are spelt, words of weight left out, letters of words in full)
    states = {(0, 0, 0)}
    for at, (word, small) in enumerate(keys):
        following: set[tuple[int, int, int]] = set()
        generic = words["organisation"].holds(word) or words["articles"].holds(word)
        for spelt, left_out, full in states:
            following.add((spelt, left_out + (not small and not (at == 0 and generic)), full))
            rest = wanted[spelt:]
            if word and rest.startswith(word):
                following.add((spelt + len(word), left_out, full + len(word) * (len(word) >= _WORD)))
            following |= {
                (spelt + length, left_out, full)
                for length in range(1, min(_CUT, len(rest), len(word)) + 1)
                if not small and rest[0] == word[0] and _within(rest[:length], word)
            }
        states = following
    return any(spelt == len(wanted) and left_out <= 1 and full >= _HEART for spelt, left_out, full in states)


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def fits_parts(keys: list[str], at: int, parts: list[str]) -> bool:
    """ "hs-zuiderpoort": Hogeschool Zuiderpoort; "uni-domstad": Universiteit Domstad."""
    if at + len(parts) > len(keys):
        return False
    full = 0
    for part, word in zip(parts, keys[at : at + len(parts)], strict=True):
        plain = key(part)
        if word == plain or (len(plain) > 5 and word.startswith(plain)):  # "ijssel": IJsselregio
            full += 1
        elif not (len(plain) <= 5 and word[:1] == plain[:1] and _within(plain, word)):
            return False
    return full > 0


def whole_name(segment: str, start: int, end: int, words: NameWords) -> tuple[int, int]:
    """``segment[start:end]`` is the heart of a house's name; where the whole of it begins and ends.

    To the left an office and small words may lead to it ("Direction de la"), or an article; to the right
    whatever is written as a name is, up to the end of the segment.
    """
    small = words["house_small"]
    before = [(m.group(), m.start()) for m in re.finditer(r"\S+", segment[:start])]
    if before and all(small.holds(bare(part)) or _capital(part) for part, _ in before):
        first = bare(before[0][0])
        leads = any(words[family].holds(first) for family in ("offices", "organisation", "opening"))
        if (leads and len(before) < _MOST_WORDS) or (
            len(before) == 1 and words["house_articles"].holds(first)
        ):
            start = before[0][1]
        elif len(before) <= _LED and all(_may_lead(part, words) for part, _ in before):
            start = before[0][1]  # "Great Lakes Initiative" of lakes-initiative.example
    after = segment[end:].split()
    if (
        0 < len(after) <= 4
        and segment[end : end + 1] == " "
        and _capital(after[-1])
        and all(_capital(part) or small.holds(bare(part)) for part in after)
        and not any(words.places.holds(bare(part)) or words["functions"].holds(bare(part)) for part in after)
    ):
        end = len(segment.rstrip())
    return start, end


def _may_lead(part: str, words: NameWords) -> bool:
    """Whether a capitalised word belongs to the name behind it: no function, office, title, person, place."""
    word = bare(part)
    families = (
        "functions",
        "mailbox",
        "titles",
        "after_name",
        "family",
        "closings",
        "trades",
        "units",
        "greetings",
    )
    known = words.is_given(part) or words.places.holds(word)
    return (
        _capital(part)
        and not part.isupper()
        and not known
        and not any(words[f].holds(word) for f in families)
    )


def _capital(part: str) -> bool:
    return part[:1].isupper() and part.replace("'", "").replace("’", "").replace("-", "").isalpha()
