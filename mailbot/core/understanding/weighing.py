"""Whether a run of capitalised words is a person, by what stands in it and around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from mailbot.core.understanding.addressing import NEAR, Written, fits
from mailbot.core.understanding.beside import announced, beside_me, takes_part, written_for
from mailbot.core.understanding.bullets import BULLET
from mailbot.core.understanding.display import is_of_house, names_desk, speaks_of_organisation, squeezed
from mailbot.core.understanding.mentions import Flag
from mailbot.core.understanding.names import bare, is_initials, same_person, short_for
from mailbot.core.understanding.namesakes import is_namesake
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.shouting import shouted
from mailbot.core.understanding.spans import Span
from mailbot.core.understanding.tokens import fold, tokens

_STOP = re.compile(r"[.!?](?=\s)|\n[ \t]*\n|\n[ \t]*(?:[-*•·]|\d{1,2}[.)])[ \t]")
_CLAUSE = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?:maar|but|aber|mais|doch|however|en wel|terwijl|while|während|tandis)\s"
)
_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "zum", "zur", "im", "am", "vom", "beim"])
_ENDINGS = ("e", "en", "er", "es", "em")  # of German adjectives
_NOT = 24  # characters behind a name in which it may be denied
SENTENCE = 600  # characters looked back and ahead for the ends of a sentence


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the mail while its names are weighed."""

    text: str
    words: NameWords
    written: tuple[Written, ...] = ()
    known: tuple[str, ...] = ()  # full names of From, Cc, signature and the quoted letter
    own: frozenset[str] = frozenset()  # squeezed names of the house itself
    cores: frozenset[str] = frozenset()  # domains of the addresses in the mail
    german: bool = False
    topic_words: frozenset[str] = frozenset()  # longer words of the events' titles and places
    topic_pairs: frozenset[tuple[str, str]] = frozenset()  # words that follow each other in the titles
    topics: Mapping[str, str] = field(default_factory=dict)  # squeezed words of the events

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around a place."""
        low = max(0, start - SENTENCE)
        left = low
        for stop in _STOP.finditer(self.text, low, start):
            last = self.text[low : stop.start()].split()[-1:] if stop.group()[0] in ".!?" else [""]
            if stop.group()[0] == "." and last and self._goes_on_behind(last[0]):
                continue
            left = stop.end()
        high = min(len(self.text), end + SENTENCE)
        right = high
        for stop in _STOP.finditer(self.text, end, high):
            before = self.text[max(0, stop.start() - 12) : stop.start()].split()[-1:]
            if stop.group()[0] == "." and before and self._goes_on_behind(before[0]):
                continue
            right = stop.start()
            break
        return left, right

    def _goes_on_behind(self, word: str) -> bool:
        """Whether the full stop behind a word ends no sentence: "J. Smit", "Dr. Smit", "am 18. Januar"."""
        numbered = self.german and len(word) < 3 and word.isdecimal()
        return is_initials(word + ".") or self._abbreviates(word) or numbered

    def _abbreviates(self, word: str) -> bool:
        plain = bare(word.strip("("))
        if plain == "me" and word.islower():
            return False  # "Me Sandrine Jolivet" has a title, "that works for me." ends
        return plain in self.words["titles"].words or plain in self.words["dotted_titles"].words

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The part of the sentence between commas and "but"s around a place."""
        left, right = self.sentence(start, end)
        for cut in _CLAUSE.finditer(self.text, left, start):
            left = cut.end()
        cut_after = _CLAUSE.search(self.text, end, right)
        return left, cut_after.start() if cut_after else right


def before(text: str, low: int, at: int) -> list[str]:
    """The folded words of ``text[low:at]``, at most the last six."""
    return [token.word for token in tokens(text[max(low, at - 80) : at])][-6:]


def weight(span: Span, around: Surroundings, *, listed: bool = False) -> int:
    """Above 0: a person. The reasons are added up; see the order below."""
    words = around.words
    plain = [bare(token) for token in span.tokens]
    name = span.name
    topical = any(word in around.topic_words for word in plain) and not words.is_given(span.tokens[0])
    if squeezed(name) in around.own or _of_the_house(span, around) or topical or _in_title(span, around):
        return -9
    if any(
        same_person(name, known, words) and (" " in name or known.split()[0] == name)
        for known in around.known
    ):
        return 6  # "Milan" too, where the letter answered knows a Milan Dudok
    if any(words.columns["email"].holds(word) for word in plain if word != "adresse"):
        return -9  # "Graces E-Mail"
    if words["surnames"].length_at(plain, 0) or words["forenames"].length_at(plain, 0):
        return -9  # "Nachname Bensalah"
    if not listed and _only_loud(span, around, plain):
        return -9
    region = words["regions"].holds(plain[0]) and span.full and not span.titled
    if region or words.places.length_at(plain, 0) == len(plain):
        return -3  # "Northern Rhodesia", "Den Haag"
    low, _ = around.sentence(span.left, span.end)
    earlier = before(around.text, low, span.left)
    given = words.is_given(span.tokens[0]) or (span.full and plain[0] in words["words_and_names"].words)
    given = given or (not span.full and any(short_for(name, known.split()[0]) for known in around.known))
    score = (1 if span.full else -2) + listed + _speaks_for(span, around, low, earlier)
    if given:
        score += 2
        if not span.full:
            (left, right), (_, end) = (find(span.left, span.end) for find in (around.sentence, around.clause))
            sentence, rest = around.text[left:right], around.text[span.end : end]
            score += 2 * takes_part(sentence, rest, earlier, words)
    else:
        score -= _speaks_against(span, around, low, earlier, plain)
    if speaks_of_organisation(name, words) and (
        not (given and span.full and len(span.tokens) < 4) or _of_a_house(span, around, earlier)
    ):
        score -= 5
    if span.full and not given and not span.titled and names_desk(plain, words):
        score -= 5
    if span.full and not given and words["trades"].holds(plain[-1]):
        score -= 5  # "Keller Procesbegeleiding", beside the name of whose practice it is
    capital = around.text[max(low, span.left - 30) : span.left].split()[-1:]
    if capital and capital[0][:1].isupper() and words["opening"].holds(bare(capital[0])) and not span.titled:
        score -= 4  # "Stichting Jan Hoop"
    if around.german and span.full and not given and score < 3 and _noun(span, around, plain):
        score -= 1  # every noun has a capital there
    if (
        span.opens
        and not span.full
        and not listed
        and not span.titled
        and not beside_me(around.text, span.end, earlier, words, german=around.german)
    ):
        score -= 1
    return score


def _of_a_house(span: Span, around: Surroundings, earlier: list[str]) -> bool:
    """ "The *Kwesi Foundation*", whose domain is called so, though Kwesi is a first name."""
    if span.titled:
        return False
    led = bool(earlier) and around.words["articles"].holds(earlier[-1])
    return led or squeezed(span.name) in {squeezed(core) for core in around.cores}


def _only_loud(span: Span, around: Surroundings, plain: list[str]) -> bool:
    """Capitals in a line of capitals: they tell of nobody who bears no title, first name or role."""
    if not all(token.isupper() for token in span.tokens) or not shouted(around.text, span.left, span.end):
        return False
    words = around.words
    small = words["particles"].words | words["linking"].words
    said = [word for word in plain if word not in small and not words.is_given(word)]
    earlier = before(around.text, around.sentence(span.left, span.end)[0], span.left)
    known = span.titled or words.is_given(span.tokens[0]) or announced(earlier, words)
    known = known or words["presenting"].length_before(earlier, len(earlier)) > 0
    common = [word for word in said if word in words.common]
    return not known or any(word in words.ordinary for word in said) or bool(common and len(said) > 1)


def _speaks_for(span: Span, around: Surroundings, low: int, earlier: list[str]) -> int:
    """A title, initials, a small word inside, a role before, the writer beside, an address made of it."""
    words, name = around.words, span.name
    score = 3 * span.titled
    score += any(is_initials(token) for token in span.tokens[:-1])
    score += any(bare(token) in words["particles"].words for token in span.tokens[1:-1])
    score += around.text[low : span.left].rstrip(" \n").endswith(":")
    score += 3 * announced(earlier, words) + 3 * beside_me(
        around.text, span.end, earlier, words, german=around.german
    )
    near = [w for w in around.written if 0 <= w.start - span.end <= NEAR or w.start < span.start < w.end]
    if any(fits(one.email, name, words) for one in near):
        score += 4
    elif span.full and any(fits(one.email, name, words) > 1 for one in around.written):
        score += 3
    return score


def _speaks_against(span: Span, around: Surroundings, low: int, earlier: list[str], plain: list[str]) -> int:
    """What makes a name without a known first name an organisation, a place, a function or a title."""
    words = around.words
    against = _common(span, around, plain)
    if earlier and words.number(earlier[-1]) > 1 and not span.titled:
        against += 4  # "seit vier Jahren Rentnerin"
    inner = [bare(token) for token in span.tokens[1:-1] if token.islower()]
    if any(word in words["prepositions"].words for word in inner):
        against += 4  # "Wirkungsmessung in der Advocacy-Arbeit"
    long = len(span.tokens) > 2
    if any(
        is_of_house(span.name, core) or (long and is_namesake(span.name, core, words))
        for core in around.cores
    ):
        against += 5  # "Kibera Youth Voice" of kiberavoice.example
    if any(words["functions"].holds(word) for word in plain):
        against += 3
    if _bracketed(around.text, low, span) and not span.titled:
        against += 4  # "(onze programmaleider Hoorn van Afrika)" tells of the name before it
    if earlier and not span.titled and any(words[one].holds(earlier[-1]) for one in ("desks", "offices")):
        against += 5  # "on behalf of the section Political Affairs"
    length = words["from_house"].length_before(earlier, len(earlier))
    if (
        span.full
        and length
        and words["coming"].length_before(earlier, len(earlier) - length)
        and not words["negated"].length_before(earlier, len(earlier))  # "in plaats van"
    ):
        return against - 1  # "l'inscription de Gaspard Moutet", "a seat for"
    touching = not span.titled and not around.text[low : span.left].rstrip(" \n\u00a0").endswith(
        (":", ",", ";", "(", "-", "–")
    )
    company = words["joining"].length_before(earlier, len(earlier)) if span.full else 0
    if company and words["coming"].first(earlier[:-company]) is not None:
        # "I will come together with ...", not "with Air France"
        return against + 2 * any(words.places.holds(word) for word in plain)
    length = words["from_house"].length_before(earlier, len(earlier)) if touching else 0
    if touching and words["placing"].length_before(earlier, len(earlier)):
        against += 2
    if length and not announced(earlier[:-length], words):
        against += 2
    if any(words["closings"].holds(word) for word in plain):
        against += 6  # "Dankbare Grüße"
    if any(words.places.holds(word) for word in plain):
        against += 2
    if any(token.isupper() and len(token) > 2 for token in span.tokens):
        against += 1
    return against


def _common(span: Span, around: Surroundings, plain: list[str]) -> int:
    """ "Lange Rede, kurzer Sinn", "Empêchement de M. Sow": words that mails are full of."""
    common = [word in around.words.common for word in plain]
    if span.titled or not common[0] or not (span.opens or around.german):
        return 0
    return 4 if all(common) or not span.full else 3


def _noun(span: Span, around: Surroundings, plain: list[str]) -> bool:
    """Whether it may be German nouns: words that mails have, or one behind an article or an adjective."""
    ahead = around.text[max(0, span.left - 30) : span.left].split()[-1:]
    word = ahead[0] if ahead and ahead[0].islower() else ""
    led = word in _ARTICLES or (word.endswith(_ENDINGS) and fold(word) not in around.words.ordinary)
    return led or any(word in around.words.common for word in plain)


def _of_the_house(span: Span, around: Surroundings) -> bool:
    return any(squeezed(token) in around.own for token in span.tokens) or squeezed(span.name) in around.topics


def _in_title(span: Span, around: Surroundings) -> bool:
    """ "Up de La Haye" of "Meet Up de La Haye": it begins inside, or with, words of an event's title."""
    ahead = [token.word for token in tokens(around.text[max(0, span.start - 30) : span.start])][-1:]
    plain = [*ahead, *(bare(token) for token in span.tokens)]
    return any(pair in around.topic_pairs for pair in pairwise(plain))


def _bracketed(text: str, low: int, span: Span) -> bool:
    opened = text.rfind("(", low, span.left)
    return opened >= 0 and ")" not in text[opened : span.left]


def flags(span: Span, around: Surroundings, *, until: int | None = None) -> frozenset[Flag]:
    """What the sentence around a name says of the person; ``until`` is where a line of a list ends."""
    words = around.words
    found: set[Flag] = set()
    left, right = around.sentence(span.left, span.end)
    low, high = around.clause(span.left, span.end)
    if until is not None:
        right, high = min(right, until), min(high, until)
    sentence = [token.word for token in tokens(around.text[left:right])]
    clause = [token.word for token in tokens(around.text[low:high])]
    earlier = before(around.text, left, span.left)

    def says(family: str, where: list[str]) -> bool:
        return words[family].first(where) is not None

    coming = says("coming", clause)
    if says("negated", clause) or _not_them(around.text[span.end : span.end + _NOT], words):
        found.add(Flag.NEGATED)
    if says("already", sentence) and says("already", clause):
        found.add(Flag.ALREADY)
    coming_or_called = says("coming", sentence) or words["naming"].length_before(earlier, len(earlier))
    if says("billing", earlier) or (says("billing", clause) and not coming_or_called):
        found.add(Flag.BILLING)
    if says("speaking", clause):
        found.add(Flag.SPEAKER)
    told = says("asked_me", sentence) and not says("asked_me", earlier)
    if told and says("pointing", sentence):
        found.add(Flag.FOR)  # "Herr Dr. Nguyen hat mich gebeten, ihn ... anzumelden"
    else:
        ahead = earlier[-4:]
        if (at := words["asked_me"].first(ahead)) is not None:
            ahead = ahead[at + words["asked_me"].length_at(ahead, at) :]  # "asked me to register *Jane Fox*"
        aside = says("aside", ahead) or (says("aside", clause) and not coming)
        behind = [token.word for token in tokens(around.text[span.end : right])[:3]]
        apposed = around.text[span.end : span.end + 1] == "," and words["aside"].length_at(behind, 0) > 0
        if aside or apposed or _told_ahead(around.text[span.end : high], words):
            found.add(Flag.ASIDE)
    if beside_me(around.text, span.end, earlier, words, german=around.german):
        found.add(Flag.BESIDE)
    if written_for(earlier, words, titled=span.titled):
        found.add(Flag.FOR)
    line = around.text.rfind("\n", 0, span.left) + 1
    sign = BULLET.match(around.text, line, span.end)  # the "a" of "a) Mr Jan Bos" greets nobody
    begins = min(sign.end(), span.left) if sign is not None else line
    opening = [token.word for token in tokens(around.text[begins : span.left])]
    greets = len(opening) <= 4 and all(_greets(word, words) for word in opening)
    if opening and greets and not words["joining"].holds(opening[0]):
        rest = around.text[span.end : span.end + 2].lstrip(" ")
        if rest[:1] in {",", "!", ":", "\n", ""} or around.text[span.end : span.end + 1] in {"\n", ""}:
            found.add(Flag.GREETED)
    return frozenset(found)


def _not_them(behind: str, words: NameWords) -> bool:
    """ "Bert *niet* want die heeft geen tijd": of two, this one does not; but "Bert *not only* ..."."""
    plain = [token.word for token in tokens(behind)[:2]]
    if not plain or behind[:1] != " " or behind[1:2].isupper() or not words["just_not"].holds(plain[0]):
        return False
    return behind[1 : 1 + len(plain[0])].isalpha() and not words["only"].holds(plain[-1])


def _told_ahead(behind: str, words: NameWords) -> bool:
    """ "Joost *sent me your invitation and I* would like to come": what is told of him ends where the writer
    speaks of themselves."""
    plain = [token.word for token in tokens(behind)]
    for at in range(1, len(plain)):
        joint = words["and_too"].length_at(plain, at)
        after = plain[at + joint : at + joint + 1] if joint else []
        if after and any(words[family].holds(after[0]) for family in ("subject", "us", "wishing")):
            told = plain[:at]
            return words["aside"].first(told) is not None and words["coming"].first(told) is None
    return False


def _greets(word: str, words: NameWords) -> bool:
    return (
        words["greetings"].holds(word)
        or word in words["titles"].words
        or fold(word) in words["joining"].words
    )
