"""The people of a party held against the numbers said: who makes them full, and where they don't agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.base import Attendee, Evidence, Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.beside import without_role
from mailbot.core.understanding.coming import AGAINST, LISTED
from mailbot.core.understanding.companions import SEVERAL
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.kinship import kin_of, kin_of_the_writer
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Count, Flag, Mention, People, Source
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import Part, parts, written
from mailbot.core.understanding.standing import COMING
from mailbot.core.understanding.tokens import tokens

_ADDRESS = re.compile(r"\S{1,64}@\S{1,120}")
_BUT = frozenset({"maar", "but", "aber", "mais", "only", "nur", "slechts", "alleen"})
_NEAR = 40  # characters between a number and the colon before the names
MOST = 60  # people in one mail; more is no list of guests


@dataclass(frozen=True, slots=True)
class Party:
    """``attendees`` one per seat; ``doubt`` where names and numbers do not fit together."""

    attendees: tuple[Attendee, ...]
    doubt: Reason | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def seats(self) -> int | None:
        return len(self.attendees) if self.doubt is None else None


def without_sender(facts: Facts, people: People, found: Sequence[Attendee], counts: Sequence[Count]) -> bool:
    """ "We come with two: Agnes Kuhn and Samira Yildirim", from somebody else's mailbox: the names make the
    number full, and who sends it (the first of ``found``) stands nowhere in the text."""
    named = len(found) - 1
    exact = [count for count in counts if count.number > 0]
    if not exact or named < 2 or not all(count.exact for count in counts) or found[0] != people.sender:
        return False
    listed = _all_listed(facts, people, found[1:])
    beside = [count for count in exact if count.includes_sender is False]
    if any(count.number != named for count in exact):
        return False
    if not all(listed and _are_sent(facts, people, count) for count in beside):
        return False
    if listed and all(count.includes_sender is not True for count in exact):
        return True  # three places, and a list of three: who sends it is none of them
    if _signs_up_others(facts, people, found[1:], exact):
        return True
    me = people.sender.name
    return me is None or not any(
        mention.source is not Source.FROM
        and mention.attendee.name
        and same_person(me, mention.attendee.name, people.words)
        for mention in people.mentions
    )


def _are_sent(facts: Facts, people: People, count: Count) -> bool:
    """ "May I leave three of our people with you?": so many of the house, where neither this sentence nor
    another says that the writer comes "with" them, or brings them."""
    words = people.words
    one = next((said for said in facts.said if _holds(said, count)), None)
    if one is None or any("coming" in act.slug or "would_like" in act.slug for act in facts.own("register")):
        return False
    plain = [token.word for token in one.sentence.words]
    first = sum(token.start < count.start for token in one.sentence.words)
    led = words["alongside"].length_before(plain, first) or words["and_too"].length_before(plain, first)
    behind = [token.word for token in one.sentence.words if token.start >= count.end]
    joined = words["and_too"].length_at(behind, 0) > 0
    brought = words["bringing"].first(plain) is not None or words["along"].first(plain) is not None
    return not (led or joined or brought or words["myself"].first(plain) is not None)


def _signs_up_others(facts: Facts, people: People, found: Sequence[Attendee], exact: Sequence[Count]) -> bool:
    """ "Hierbij geef ik twee deelnemers op: ...": so many are signed up and named behind it, and nobody says
    "myself", or comes with them."""
    for count in exact:
        one = next((said for said in facts.said if _holds(said, count)), None)
        if one is None or count.includes_sender is not None:
            return False
        plain = [token.word for token in one.sentence.words]
        if people.words["enrols"].first(plain) is None or people.words["myself"].first(plain) is not None:
            return False
        if any("coming" in act.slug for act in one.of("register")):
            return False
        behind = [m.attendee for m in written(people) if count.end <= m.start < one.sentence.end]
        if not all(any(same(who, other, people.words) for other in behind) for who in found):
            return False
    return not any(Flag.SELF in m.flags and _speaks(facts, m) for m in written(people))


def _all_listed(facts: Facts, people: People, found: Sequence[Attendee]) -> bool:
    """Whether these make a list, and the writer stands neither in it nor in a sentence of coming."""
    lines = [m for m in people.mentions if m.source in LISTED]
    own = [m for m in people.mentions if Flag.SELF in m.flags and (m.source in LISTED or _speaks(facts, m))]
    return not own and all(any(same(one, m.attendee, people.words) for m in lines) for one in found)


def _speaks(facts: Facts, mention: Mention) -> bool:
    one = facts.sentence_of(mention) if mention.source is Source.PROSE else None
    return one is not None and one.does("self", *COMING) and one.does(*COMING)


def with_added(people: People, found: list[Attendee], counts: Sequence[Count]) -> list[Attendee]:
    """The people, with the unnamed guests who come on top of those named before them: "Marie, Tim and I,
    plus two guests"; not where their names follow: "I, plus two colleagues: Marie and Tim"."""
    added = [count for count in counts if count.added and count.place == "text"]
    if len(added) != 1 or added[0].number > MOST or len(found) < 2:
        return found
    count = added[0]
    there = [m for m in written(people) if any(same(one, m.attendee, people.words) for one in found)]
    behind = any(m.start > count.start and Flag.SELF not in m.flags for m in there)
    before = any(m.start < count.start and Flag.SELF not in m.flags for m in there)
    if behind or not before:
        return found
    return [*found, *[Attendee(None, None, found[0].organisation)] * count.number]


def row_of_another_length(facts: Facts, people: People) -> Reason | None:
    """ "We are two: Fatima Zahra, Loes Bindels and Arthur Mol": behind the colon stand not so many."""
    for count in people.counts:
        one = next((said for said in facts.said if _holds(said, count)), None)
        if one is None or count.number < 2 or not count.exact or count.includes_sender is False:
            continue
        colon = one.sentence.text.find(":", count.end - one.sentence.start)
        start = one.sentence.start + colon
        if not 0 <= start - count.end < _NEAR:
            continue
        names: list[str] = []
        for mention in written(people):
            name = mention.attendee.name
            inside = start <= mention.start < one.sentence.end and Flag.SELF not in mention.flags
            if inside and name and not any(same_person(name, other, people.words) for other in names):
                names.append(name)
        between = {token.word for token in one.sentence.words if count.end <= token.start < start}
        if between & _BUT:
            continue
        behind = [token.word for token in one.sentence.words if token.start > start]
        me = people.words["me"].first(behind) is not None or any(
            Flag.SELF in m.flags and start <= m.start < one.sentence.end for m in written(people)
        )
        others = any(count is not other and _holds(one, other) for other in people.counts)
        if len(names) > 1 and count.number not in {len(names), len(names) + me} and not others:
            text = f'"{count.words}", and {len(names) + me} are named.'
            return Reason("number-and-names", f"The number and the names do not agree: {text}")
    return None


def group_of_names(facts: Facts, people: People, count: Count) -> bool:
    """ "Our delegation" is no number, and those who are listed below it, or in brackets behind it, are it."""
    said = [token.word for token in tokens(count.words)]
    gathering = count.rule == SEVERAL or any(map(people.words["gathering"].holds, said))
    several = bool(said) and people.words["announcing"].holds(said[-1])  # "my colleagues Anna Bos and Tim Ek"
    if count.exact or count.number or not (gathering or several):
        return False
    listed = [
        m for m in people.mentions if m.source in LISTED and m.place == "text" and not m.flags & AGAINST
    ]
    if len(listed) > 1 and (count.place == "subject" or count.end <= listed[0].start):
        return True
    one = next((said for said in facts.said if _holds(said, count)), None)
    behind = [m for m in written(people) if one and count.end <= m.start < one.sentence.end]
    if one is None or len(behind) < 2:
        return False
    between = one.sentence.text[count.end - one.sentence.start : behind[0].start - one.sentence.start]
    return between.lstrip(" ,")[:1] in {":", "(", "–", "-", ""} and len(between) <= _NEAR


def _holds(one: Said, count: Count) -> bool:
    return one.sentence.place == count.place and one.sentence.start <= count.start < one.sentence.end


def filled(
    facts: Facts, people: People, found: list[Attendee], comes: bool, counts: tuple[Count, ...]
) -> list[Attendee]:
    """The people found, with those who make the number full: named with nothing said of them, signing
    together, or in Cc where the text speaks of that."""
    if not counts or not all(count.exact for count in counts):
        return found
    totals = [set(_totals(count, comes)) for count in counts if count.number > 0]
    possible: set[int] = set.intersection(*totals) if totals else {len(found)}
    if len(found) in possible:
        return found
    free = _free(facts, people)
    signing = [m.attendee for m in people.mentions if m.source is Source.SIGNATURE]
    headed = [m.attendee for m in people.mentions if m.source is Source.FROM and Flag.SELF not in m.flags]
    told = any(
        people.words["copied"].first([token.word for token in one.sentence.words]) is not None
        for one in facts.said
    )
    copied = [m.attendee for m in people.mentions if m.source is Source.CC and told]
    for group in (free, signing if comes else [], headed if comes else [], copied):
        more = found
        for one in group:
            if one.name:
                more = merged(more, one, people.words)
        if len(more) in possible and len(more) > len(found):
            return more
    kin = [m.attendee for m, one in kin_of(facts, people)]
    more = found
    for one in kin if comes and possible and len(found) == 1 else ():
        more = merged(more, one, people.words)
    return more if len(more) < max(possible, default=0) else found


def _free(facts: Facts, people: People) -> list[Attendee]:
    """The people of whom nothing is said, where they are named to be counted: in a row, in the sentence
    that holds the number, or in one that speaks of coming. "Jan Smit told me of it" is no such place."""
    there = [
        (mention, facts.sentence_of(mention))
        for mention, part in parts(facts, people)
        if part is Part.NONE and not mention.flags & AGAINST and Flag.SELF not in mention.flags
    ]
    found = []
    for mention, one in there:
        if one is None:
            continue
        row = sum(other is one for _, other in there) > 1
        counted_here = any(
            one.sentence.place == count.place and one.sentence.start <= count.start < one.sentence.end
            for count in people.counts
        )
        if (
            row
            or _told_beside(one, mention, people.words)
            or _beside_own_name(one, mention, people)
            or counted_here
            or _nothing_else(one, mention, people.words)
            or one.does("self", *COMING)
            or mention.source in LISTED
        ):
            found.append(mention.attendee)
    return found


def _told_beside(one: Said, mention: Mention, words: NameWords) -> bool:
    """ "His name is Orlando Sanredjo", "together with Esi Mensah", "my wife, Dr Indira Rao"."""
    if " " not in (mention.attendee.name or ""):
        return False
    earlier = [token.word for token in one.sentence.words if token.end <= mention.start]
    if words["naming"].length_before(earlier, len(earlier)) or kin_of_the_writer(one, mention, words):
        return True
    me = words["me"].first([token.word for token in one.sentence.words]) is not None
    earlier = without_role(earlier, words)  # "together with our chair, Mr Ronald Ssebunya"
    return me and words["with_whom"].length_before(earlier, len(earlier)) > 0


def _beside_own_name(one: Said, mention: Mention, people: People) -> bool:
    """ "It concerns Robin Keller and Mrs Anna Smit", of whom the first is the writer."""
    words = people.words
    earlier = [token.word for token in one.sentence.words if token.end <= mention.start]
    at = words["naming"].first(earlier)
    if at is None or not people.sender.name or " " not in (mention.attendee.name or ""):
        return False
    between = earlier[at + words["naming"].length_at(earlier, at) :]
    own = {token.word for token in tokens(people.sender.name)}
    left = [word for word in between if word not in own and word not in words["titles"].words]
    return len(left) < len(between) and all(words["joining"].holds(word) for word in left)


def _nothing_else(one: Said, mention: Mention, words: NameWords) -> bool:
    """Whether a line holds a name and, at most, an address and an "and"."""
    text, start = one.sentence.text, one.sentence.start
    rest = f"{text[: mention.start - start]} {text[mention.end - start :]}"
    left = [token.word for token in tokens(_ADDRESS.sub(" ", rest))]
    return all(words["joining"].holds(word) for word in left)


def counted(
    found: list[Attendee],
    comes: bool,
    counts: tuple[Count, ...],
    evidence: tuple[Evidence, ...] = (),
    *,
    later: bool = False,
) -> Party:
    """Hold the people found against the numbers said; fill up with unnamed guests where that is clear.

    ``later``: the mail says that a name is still to come.
    """
    evidence += tuple(
        Evidence("seats", count.rule, count.words, count.place, count.start, count.end) for count in counts
    )
    vague = next((count for count in counts if not count.exact), None)
    if vague is not None:
        why = Reason("number-unclear", f'The number is not certain: "{vague.words}".')
        return Party(tuple(found), why, evidence)
    totals = [_totals(count, comes) for count in counts if count.number > 0]
    named = len(found)
    if not totals or all(named in possible for possible in totals):
        return Party(tuple(found), None, evidence)
    agreed = set.intersection(*(set(possible) for possible in totals))
    words = ", ".join(f'"{count.words}"' for count in counts)
    if not agreed:
        return Party(tuple(found), Reason("two-numbers", f"Several numbers of people: {words}."), evidence)
    total = max(agreed) if len(agreed) == 1 else min(agreed)
    others = named - (1 if comes else 0)
    if total > named and (others == 0 or (total - named == 1 and (later or _adds(counts)))) and total <= MOST:
        guests = [Attendee(None, None, found[0].organisation)] * (total - named)
        return Party((*found, *guests), None, evidence)
    why = Reason("number-and-names", f"The number ({words}) and the names ({named}) do not agree.")
    return Party(tuple(found), why, evidence)


def _totals(count: Count, comes: bool) -> tuple[int, ...]:
    if count.includes_sender is False:
        if count.added and count.place == "subject" and count.number > 1 and count.rule == "number: total":
            return (count.number, count.number + comes)  # "Three more registrations": the text names them
        return (count.number + (1 if comes else 0),)
    if count.includes_sender is None and count.number == 1:
        # "een plek", "one place" beside a colleague's name says little; "1 extra" is the colleague.
        return (1, 2) if comes else (1,)
    return (count.number,)


def _adds(counts: tuple[Count, ...]) -> bool:
    return any(count.includes_sender is False for count in counts)
