"""Whom a row of names is told for by the sentence before it: "Count us in! That is Annelies and myself"."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Mention
from mailbot.core.understanding.namewords import NameWords

# Between names that stand in a row: "our director Karin Bos (me), Ms Lotte Bruins and for Jan Smit".
_BETWEEN = ("joining", "announcing", "functions", "kin", "possessive", "articles", "me", "for_whom")
_OWNS = ("'s", "’s")


def names_us(facts: Facts, one: Said) -> bool:
    """ "Count us in! That is Annelies and myself.": the sentence right behind says who "us" is."""
    before = facts.before(one)
    return before is not None and one.does("self") and any(act.who == "us" for act in before.of("register"))


def tells_who(facts: Facts, one: Said, row: Sequence[Mention], words: NameWords) -> bool:
    """ "Makerspace Solidarity is in! *That's* Bea Thornhill (me), Jamal Whitfield and Sun-hee Park.": nothing
    but a row of names, right behind a sentence of coming. ``row``: those whom the sentence names."""
    plain = [token.word for token in one.sentence.words]
    length = words["naming"].length_at(plain, 0)
    before = facts.before(one)
    if before is None or not length or not _nothing_but_names(one, row, length, words):
        return False
    mine = words["me"].first(plain) is not None
    wants = [act for act in before.of("register", "comes") if not act.condition]
    return any(mine or act.who != "me" for act in wants)


def below_heading(facts: Facts, one: Said, row: Sequence[Mention], words: NameWords) -> bool:
    """ "Participants on 18 January:", "Three of our unit will attend:" and below it "Karin Bos (director),
    Piet Smit and Anouk Jansen". ``row``: those whom the sentence names."""
    if not row or min(mention.start for mention in row) > one.sentence.start:
        return False
    before = facts.before(one)
    if before is None or not before.sentence.text.rstrip().endswith(":"):
        return False
    plain = [token.word for token in one.sentence.words]
    if any(act.slug.endswith("headline.registration") for act in before.of("headline")):
        # Else it is a sentence that begins with a name.
        return all(words[family].first(plain) is None for family in ("subject", "me", "us", "third"))
    if before.sentence.asks or before.does("cannot", "out", "hearsay", "condition"):
        return False
    led = [token.word for token in before.sentence.words]
    denied = any(words[family].first(led) is not None for family in ("negated", "negating"))
    wants = any(not act.condition for act in before.of("register", "comes"))
    return wants and not denied and _nothing_but_names(one, row, 0, words)


def _nothing_but_names(one: Said, row: Sequence[Mention], first: int, words: NameWords) -> bool:
    """Whether the sentence holds names from its word ``first`` on, and only what may stand between them."""
    sentence = one.sentence
    if one.does("register", "comes", "cannot", "out", "cancel") or sentence.asks or not row:
        return False
    if any(sentence.text[m.end - sentence.start :].startswith(_OWNS) for m in row):
        return False  # "that's Ann Bell's idea"
    small = words["titles"].words | words["particles"].words
    return all(
        any(m.start <= token.start < m.end for m in row)
        or token.word in small
        or any(words[family].holds(token.word) for family in _BETWEEN)
        for token in sentence.words[first:]
    )
