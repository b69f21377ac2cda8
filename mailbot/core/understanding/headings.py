"""Whom a row of names is told for by the sentence before it: "Count us in! That is Annelies and myself"."""

from __future__ import annotations

from itertools import pairwise

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Mention
from mailbot.core.understanding.namewords import NameWords


def names_us(facts: Facts, one: Said) -> bool:
    """ "Count us in! That is Annelies and myself.": the sentence right behind says who "us" is."""
    if not one.does("self"):
        return False
    return any(
        after is one and any(act.who == "us" for act in before.of("register"))
        for before, after in pairwise(facts.said)
    )


def tells_who(facts: Facts, one: Said, words: NameWords) -> bool:
    """ "Makerspace Solidarity is in! *That's* Bea Thornhill (me), Jamal Whitfield and Sun-hee Park." """
    plain = [token.word for token in one.sentence.words]
    if one.acts or not words["naming"].length_at(plain, 0):
        return False
    before = next((first for first, second in pairwise(facts.said) if second is one), None)
    return before is not None and any(not act.condition for act in before.of("register", "comes"))


def below_heading(facts: Facts, one: Said, ahead: list[Mention], words: NameWords) -> bool:
    """ "Participants on 18 January:", "Three of our unit will attend:" and below it "Karin Bos (director),
    Piet Smit and Anouk Jansen"."""
    if min(mention.start for mention in ahead) > one.sentence.start:
        return False
    plain = [token.word for token in one.sentence.words]
    if any(words[family].first(plain) is not None for family in ("subject", "me", "us", "third")):
        return False  # a sentence that begins with a name
    before = next((first for first, second in pairwise(facts.said) if second is one), None)
    if before is None or not before.sentence.text.rstrip().endswith(":"):
        return False
    if any(act.slug.endswith("headline.registration") for act in before.of("headline")):
        return True
    return any(not act.condition for act in before.of("register", "comes")) and not before.sentence.asks
