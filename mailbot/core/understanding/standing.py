"""Whether who writes comes with others: "from us come Anna Bos and I", "I will accompany her"."""

from __future__ import annotations

from itertools import pairwise

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.headings import tells_who
from mailbot.core.understanding.mentions import Flag, Mention, People
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import written

COMING = ("register", "comes", "accept", "headline")
_AHEAD, _BEHIND = 40, 12  # characters from "me" to the next name of a row, and from the last one
_LOOKED_AT = 4  # words before "me"
_COMES = 7  # words from the coming to "with me"
_COME_WORDS = ("coming", "attending", "takes_part")


def in_a_row(facts: Facts, people: People) -> bool:
    """Whether a sentence of coming, or one that tells who "we" are, names the writer among others."""
    return any(
        _in_a_row(one, people)
        if one.does(*COMING) or _told_who(before, one, people)
        else _names_me(one, people.words) and tells_who(facts, one, _named_in(one, people), people.words)
        for before, one in pairwise((None, *facts.said))
        if one is not None
    )


def _named_in(one: Said, people: People) -> list[Mention]:
    return [m for m in written(people) if one.sentence.start <= m.start < one.sentence.end]


def _names_me(one: Said, words: NameWords) -> bool:
    return words["me"].first([token.word for token in one.sentence.words]) is not None


def _told_who(before: Said | None, one: Said, people: People) -> bool:
    """ "All three of us want to come. *That's Ana Petrescu, Kofi Boateng and yours truly*": who "we" are."""
    if before is None or not _of_us(before, people):
        return False
    plain = [token.word for token in one.sentence.words]
    names = people.words["naming"].length_at(plain, 0)
    there = _named_in(one, people)
    first = min((m.start for m in there), default=one.sentence.end)
    opens = all(one.sentence.words[at].start >= first for at in range(names, min(names + 1, len(plain))))
    return bool(there) and (names > 0 or opens)


def _in_a_row(one: Said, people: People) -> bool:
    """ "From us come: me, our lawyer Bohdan Shevchuk and Iryna Melnyk": the writer among those named."""
    sentence, words = one.sentence, people.words
    there = [m for m in written(people) if Flag.SELF not in m.flags and " " in (m.attendee.name or "")]
    there = [m for m in there if m.place == sentence.place and sentence.start <= m.start < sentence.end]
    plain = [token.word for token in sentence.words]
    for at, token in enumerate(sentence.words if there else ()):
        length = words["me"].length_at(plain, at)  # "yours truly" is two words
        if not length:
            continue
        end = sentence.words[at + length - 1].end
        before = sentence.text[: token.start - sentence.start].rstrip()
        after = sentence.text[end - sentence.start :].lstrip()
        earlier = plain[max(0, at - _LOOKED_AT) : at]
        while earlier and words["articles"].holds(earlier[-1]):
            earlier.pop()  # "and *the* undersigned"
        joined = before.endswith((":", ",", ";")) or (earlier and words["joining"].holds(earlier[-1]))
        following = plain[at + length : at + length + 1]
        ends = not after or after[0] in ",;.!?(:" or (following and words["joining"].holds(following[0]))
        near = any(0 <= m.start - end <= _AHEAD or 0 <= token.start - m.end <= _BEHIND for m in there)
        denied = any(words[family].first(earlier) is not None for family in ("negated", "negating"))
        last = _and_for(earlier, words)
        if ((joined and near) or last) and ends and not denied:
            return True
    return False


def _and_for(earlier: list[str], words: NameWords) -> bool:
    """ "... for our guest, Mr Li Wei of the Legal Aid Centre, *and for* me"."""
    if not earlier or not words["for_whom"].holds(earlier[-1]):
        return False
    return words["joining"].length_before(earlier, len(earlier) - 1) > 0


def _of_us(one: Said, people: People) -> bool:
    """Whether "we" come by this sentence, or so many "of us"."""
    if any(act.who == "us" for act in one.of("register", "accept", "comes")):
        return True
    held = [
        c for c in people.counts if c.place == "text" and one.sentence.start <= c.start < one.sentence.end
    ]
    return one.does(*COMING) and any(count.includes_sender for count in held)


def goes_along(one: Said, words: NameWords) -> bool:
    """ "I will accompany her as interpreter"."""
    plain = [token.word for token in one.sentence.words]
    at = words["accompanying"].first(plain)
    near = plain[max(0, at - 3) : at + 3] if at is not None else []
    if at is None or any(words[family].first(near) is not None for family in ("negated", "negating")):
        return False
    whom = [word for word in near if words["me"].holds(word) and not words["subject"].holds(word)]
    return not whom and any(words["subject"].holds(word) for word in near)


def is_joined(one: Said, words: NameWords) -> bool:
    """ "I will be accompanied by our interpreter": who is, comes."""
    plain = [token.word for token in one.sentence.words]
    at = words["accompanied"].first(plain)
    near = plain[max(0, at - _COMES) : at] if at is not None else []
    if any(words[family].first(near) is not None for family in ("negated", "negating", "third")):
        return False
    return any(words["subject"].holds(word) for word in near)


def with_me(one: Said, words: NameWords) -> bool:
    """ "Anna Bos will come *with me* on the 18th"."""
    plain = [token.word for token in one.sentence.words] if one.does(*COMING) else []
    for at in range(1, len(plain)):
        length = words["alongside"].length_at(plain, at)
        if not length or not words["me"].length_at(plain, at + length):
            continue
        ahead = plain[max(0, at - _COMES) : at]
        said = [where for name in _COME_WORDS if (where := words[name].first(ahead)) is not None]
        if said and words["and_too"].first(ahead[max(said) :]) is None:
            return not any(words[family].first(ahead) is not None for family in ("negated", "negating"))
    return False
