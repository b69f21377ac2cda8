"""The numbers of a mail that count people or seats; every other number is left out.

A number alone is never a count: it takes a phrase of ``numbers.toml`` ("met z'n drieën", "two
seats", "+1") to make it one. Phrases of ``[not]`` take their words away from the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from mailbot.core.mail.message import Mail
from mailbot.core.understanding.apart import without_apart
from mailbot.core.understanding.companions import of_several, says_coming, with_companions
from mailbot.core.understanding.crowds import with_crowds
from mailbot.core.understanding.figures import behind_date, figures, inside, of_things
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.mentions import Count, Mention
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.parting import (
    left_open,
    of_another_time,
    of_others,
    of_the_house,
    only_the_writer,
    part_of,
    puts_right,
    some_of,
)
from mailbot.core.understanding.phrasebook import Found, Phrasebook
from mailbot.core.understanding.phrases import Phrase, read_families, read_phrase
from mailbot.core.understanding.pointing import EventMention
from mailbot.core.understanding.sentences import Own, Sentence, answers, own_sentences, subject_sentences
from mailbot.core.understanding.tokens import Token, fold, spellings

_RULES = ("together", "total", "beside", "vague", "some", "not")
_INCLUDES: Mapping[str, bool | None] = {"together": True, "total": None, "beside": False, "vague": None}
MOST = 40  # counts in one mail
SENTENCES = 150  # that are looked at: a sign-up is no book
LARGEST = 999  # a larger number is a telephone's or a postcode's
Places = Sequence[tuple[int, int]]
Hit = tuple[Found, str, Mapping[str, int]]  # a phrase, how it counts, and what numbers are called in it
_CROWD = 40  # so many come only where that is said


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase counts, with what numbers are called in its language: "onze" counts in French alone."""

    name: str
    values: Mapping[str, int]
    language: int  # its place among the languages


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The numbers by their words, and the phrases of all languages in which they count people."""

    values: Mapping[str, int]
    phrases: Phrasebook
    rules: tuple[Rule, ...]


def number_words(lexicon: Lexicon) -> NumberWords:
    """Made once for each lexicon. Raises PhraseError where a phrase of a word file cannot be read."""

    def make() -> NumberWords:
        told = [
            one
            for language, lang in enumerate(lexicon.languages)
            for one in _phrases(lexicon.table(lang, "numbers"), language)
        ]
        rules = tuple(rule for rule, _ in told)
        values = {name: number for rule in rules for name, number in rule.values.items()}
        return NumberWords(values, Phrasebook(enumerate(phrase for _, phrase in told)), rules)

    return lexicon.compiled("numbers", make)


def _phrases(table: Mapping[str, Any], language: int) -> list[tuple[Rule, Phrase]]:
    """The phrases of one language, each with its rule."""
    digits = ["#"]
    numbers = [name for names in table.get("words", ()) for name in names]
    groups = [name for names in table.get("group", ()) for name in names]
    own = {"n": [*digits, *numbers], "group": groups or ["-"], **table.get("families", {})}
    families = read_families(own)
    values: dict[str, int] = {}
    for key in ("group", "words"):
        for number, called in enumerate(table.get(key, ()), start=1):
            values.update({spelt: number for name in called for spelt in spellings(name)})
    return [
        (Rule(name, values, language), read_phrase(text, families))
        for name in _RULES
        for text in table.get(name, {}).get("say", ())
    ]


def find_counts(
    mail: Mail,
    lexicon: Lexicon,
    lang: str,
    mentions: tuple[Mention, ...] = (),
    own: Own | None = None,
    dates: Sequence[EventMention] = (),
) -> tuple[Count, ...]:
    """The counts in the sender's own words and, where they began the thread, in the subject.

    Every language is read, for people mix them. Words inside a name (``mentions``) or a date count nothing.
    ``own`` are the sentences of those words where they are known already.
    """
    del lang
    words = number_words(lexicon)
    known = name_words(lexicon)
    found: list[Count] = []
    partial: list[Count] = []  # "two of us eat no meat" are some of the three who come
    pieces = [] if answers(mail.subject) else list(subject_sentences(mail))
    pieces += chain.from_iterable((own_sentences(mail) if own is None else own).values())
    named = [(m.start, m.end) for m in mentions if m.place == "text"]
    everybody = any(_all_come(one, known) for one in pieces)
    alone = any(only_the_writer(one, known) for one in pieces[:SENTENCES])
    together = any(
        known["us"].first([token.word for token in one.words]) is not None and says_coming(one, known)
        for one in pieces
    )
    for piece in pieces[:SENTENCES]:
        if len(found) >= MOST:
            break
        inside = named if piece.place == "text" else []
        days = [(one.start, one.end) for one in dates if one.place == piece.place]
        counts = _in_sentence(piece, words, known, inside, days, everybody=everybody)
        counts = with_companions(counts, piece, known, inside, together=together)
        counts = with_crowds(counts, piece, known)
        if alone:
            counts = [count for count in counts if count.includes_sender is None]
        if not alone and any(puts_right(count, piece, known) for count in counts):
            found.clear()  # "Two seats, please. Correction: just one"
        found += counts
        partial += [count for count in counts if some_of(count, piece, known)]
    found = _without_the_last(found, pieces, known)
    found = without_apart(found, pieces[:SENTENCES], known)
    if any(count.place == "text" and count.exact and count.includes_sender is not False for count in found):
        # "Registration with guest" is told again, and in full, in the text
        found = [count for count in found if count.place == "text" or count.includes_sender is not False]
    if any(count.exact and count.number > 1 for count in found):
        found = [count for count in found if not of_several(count, known)]
    whole = max((count.number for count in found if count not in partial), default=0)
    return tuple(count for count in found if count not in partial or count.number >= whole)[:MOST]


def _without_the_last(found: list[Count], pieces: Sequence[Sentence], known: NameWords) -> list[Count]:
    """The counts without one who is the last of so many: "three: Ann Bell, I and *one person more*"."""
    most = max((count.number for count in found if count.exact and count.number > 1), default=0)
    if not most:
        return found
    return [count for count in found if not _is_the_last(count, pieces, known)]


def _is_the_last(count: Count, pieces: Sequence[Sentence], known: NameWords) -> bool:
    if count.number != 1 or not count.exact or count.place != "text" or count.includes_sender:
        return False
    piece = next((p for p in pieces if p.place == "text" and p.start <= count.start < p.end), None)
    spoken = [] if piece is None else piece.words
    ahead = [token.word for token in spoken if token.end <= count.start][-2:]
    behind = [token.word for token in spoken if token.start >= count.end][:1]
    more = known["one_more"].first(ahead) is not None or known["one_more"].first(behind) is not None
    return more and known["and_too"].first(ahead) is not None


def _all_come(piece: Sentence, known: NameWords) -> bool:
    plain = [token.word for token in piece.words]
    return known["all_of_us"].first(plain) is not None and known["coming"].first(plain) is not None


def _in_sentence(
    piece: Sentence,
    words: NumberWords,
    known: NameWords,
    named: Places,
    dates: Places,
    *,
    everybody: bool,
) -> list[Count]:
    """``everybody``: the mail says that all of the house come."""
    found = sorted(words.phrases.find(piece.words), key=lambda one: words.rules[one.label].language)
    hits = [(one, (meant := words.rules[one.label]).name, meant.values) for one in found]
    hits = [hit for hit in hits if not _a_country(hit, piece) and not _on_the_map(hit[0], piece, known)]
    if not hits:
        return []
    taken = (*figures(piece.text, piece.start), *dates)
    plain = [token.word for token in piece.words]
    speaks = piece.place == "subject" or known["coming"].first(plain) is not None
    comes = speaks or known["attending"].first(plain) is not None
    if not comes:
        hits = [hit for hit in hits if hit[1] != "some"]
    hits = [(one, "vague" if rule == "some" else rule, values) for one, rule, values in hits]
    counts: list[Count] = []
    for found_, rule_, values in sorted(_chosen(hits, piece, words), key=lambda hit: hit[0].first):
        one, rule = behind_date(found_, rule_, piece)
        spoken = piece.words[one.first : one.last]
        start, end = spoken[0].start, spoken[-1].end
        if any(left < end and start < right and left <= start for left, right in named):
            continue
        idle = rule in {"together", "total"} and not comes and not everybody
        told = idle and of_the_house(piece, one, known)
        # "We come *on the 18th* with four": the phrase goes across a figure, and counts by its own number.
        counting = [token for token in spoken if not inside(token.start, token.end, taken)]
        if inside(start, end, taken) and _number(counting, values) is None:
            continue
        if of_things(piece, one, known) or of_others(piece, one, rule, known):
            continue
        if told or _narrowed(piece, one.last, known, named) or of_another_time(piece, one, known):
            continue
        number = _number([token for token in counting if not _of_a_name(token, piece, named)], values)
        if number is None:
            if any(token.word[0].isdigit() for token in spoken):
                continue  # "+31612345678", "in totaal 25,00"
            number = 0 if rule == "vague" else 1
        most = LARGEST if comes else _CROWD
        if number > most or (rule == "together" and number < 2):  # "we komen met een ploegje"
            continue
        if (
            rule in {"beside", "vague"}
            and _begins_with_number(spoken, words)
            and not (
                speaks
                or (comes and number > 1)
                or (rule == "vague" and known["enrols"].first(plain) is not None)
            )
            and not any(rule_ == "together" and _overlaps(one, other) for other, rule_, _ in hits)
        ):
            continue  # "vijf bestuursleden werden opgepakt", "tram 2 of 6"
        text, added = _said(piece, start, end), _added(rule, number, plain, one, known)
        includes = False if added else _INCLUDES[rule]
        across = inside(start, end, taken) and not _ends_so(piece, one, known)
        exact = rule != "vague" and not across and not left_open(piece, one, rule, known)
        counts.append(Count(number, start, end, text, f"number: {rule}", exact, includes, piece.place, added))
    return part_of(counts, piece, words.values, known)


def _chosen(hits: Sequence[Hit], piece: Sentence, words: NumberWords) -> list[Hit]:
    """The phrases that count, of those that stand across each other one."""
    barred = [one for one, rule, _ in hits if rule == "not"]
    kept: list[Hit] = []
    order = {"vague": 0, "together": 1, "beside": 2, "total": 3}
    for one, rule, values in sorted(hits, key=lambda hit: (order.get(hit[1], 9), hit[0].first - hit[0].last)):
        if rule == "not" or any(_overlaps(one, other) for other, _, _ in kept):
            continue
        longer = [bar for bar in barred if _overlaps(one, bar) and not _goes_beyond(one, bar)]
        if longer and rule != "vague":
            continue
        if rule == "vague" and any(
            said == "beside"
            and _goes_beyond(other, one)
            and _begins_with_number(piece.words[other.first :], words)
            for other, said, _ in hits
        ):
            continue  # "two of my team"
        kept.append((one, "total" if rule == "vague" and _said_twice(one, piece, values) else rule, values))
    return kept


def _ends_so(piece: Sentence, one: Found, known: NameWords) -> bool:
    """Whether people may be counted before what follows: not "we come on the 18th with three *bottles*"."""
    behind = piece.words[one.last : one.last + 1]
    if not behind:
        return True
    gap = piece.text[piece.words[one.last - 1].end - piece.start : behind[0].start - piece.start]
    return bool(gap.strip()) or known["behind_number"].holds(behind[0].word)


def _added(rule: str, number: int, plain: list[str], one: Found, known: NameWords) -> bool:
    """ "Plus two guests", "dazu zwei Gäste": more than those who were named; not "nog twee plaatsen"."""
    seats = rule == "total" and known["coming"].first(plain, one.first, one.last) is not None
    if rule not in {"beside", "total"} or seats or (rule == "total" and number < 2):
        return False
    if known["and_too"].length_at(plain, one.first):
        return True  # "with my wife Els, and our two children"
    return known["adding"].first(plain, max(0, one.first - 2), one.last - 1) is not None


def _of_a_name(token: Token, piece: Sentence, named: Sequence[tuple[int, int]]) -> bool:
    """The figures of "Brug010", and the age in "my daughter Roos (17)"."""
    at = token.start - piece.start
    if not token.word.isdecimal() or at < 1:
        return False
    aged = piece.text[at - 1] == "(" and any(0 < token.start - end < 3 for _, end in named)
    return aged or piece.text[at - 1].isalpha()


def _said_twice(one: Found, piece: Sentence, values: Mapping[str, int]) -> bool:
    """ "two (2) persons": one number in words and in figures, as contracts have it."""
    spoken = piece.words[one.first : one.last]
    said = [_number([token], values) for token in spoken]
    numbers = [number for number in said if number is not None]
    between = piece.text[spoken[0].start - piece.start : spoken[-1].end - piece.start]
    return len(numbers) == 2 and numbers[0] == numbers[1] and "(" in between


def _a_country(hit: Hit, piece: Sentence) -> bool:
    """ "some US cloud": not some of us."""
    last = piece.words[hit[0].last - 1]
    written = piece.text[last.start - piece.start : last.end - piece.start]
    return hit[1] == "vague" and written == "US" and not piece.text.isupper()


def _on_the_map(one: Found, piece: Sentence, known: NameWords) -> bool:
    """ "A twinning *with* two places *in Suriname*": no seats. "Two places in The Hague" may be some."""
    ahead = [token.word for token in piece.words[max(0, one.first - 1) : one.first]]
    behind = [token.word for token in piece.words[one.last : one.last + 4]]
    led = any(known[family].holds(word) for word in ahead for family in ("placing", "joining", "from_house"))
    placed = bool(behind) and known["placing"].holds(behind[0]) and known.places.length_at(behind, 1) > 0
    return led and placed and known["spots"].holds(piece.words[one.last - 1].word)


def _narrowed(piece: Sentence, last: int, known: NameWords, named: Sequence[tuple[int, int]]) -> bool:
    """ "We are three at home, but only Yusuf and I come": the number is of those of whom some come."""
    after = piece.words[last:]
    plain = [token.word for token in after]
    for at in range(len(after)):
        length = known["only"].length_at(plain, at)
        if not length or at + length >= len(after):
            continue
        following = after[at + length]
        if known["me"].length_at(plain, at + length) or any(
            left <= following.start < right for left, right in named
        ):
            return True
    return False


def _begins_with_number(spoken: Sequence[Token], words: NumberWords) -> bool:
    return spoken[0].word in words.values or spoken[0].word.isdecimal()


def _said(piece: Sentence, start: int, end: int) -> str:
    return piece.text[start - piece.start : end - piece.start]


def _goes_beyond(one: Found, other: Found) -> bool:
    """ "Two of my team" says more than "two of my", or "my team"."""
    inside = one.first <= other.first and other.last <= one.last
    return inside and one.last - one.first > other.last - other.first


def _overlaps(one: Found, other: Found) -> bool:
    return one.first < other.last and other.first < one.last


def _number(spoken: Sequence[Token], values: Mapping[str, int]) -> int | None:
    """The largest number among the words: of "drie of vier" the four."""
    numbers = []
    for token in spoken:
        word = fold(token.word)
        if word.isdecimal() and len(word) < 7:
            numbers.append(int(word))
        elif word in values:
            numbers.append(values[word])
    return max(numbers, default=None)
