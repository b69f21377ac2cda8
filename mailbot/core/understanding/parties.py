"""Who comes: from the people named, the numbers said and what the sentences do with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.base import Attendee, Evidence, Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.counting import row_of_another_length, without_sender
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Count, Flag, Mention, People, Source
from mailbot.core.understanding.names import fuller, same_person, tokens_of
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import Part, parts, written
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import fold, tokens

_LISTED = frozenset({Source.LIST, Source.TABLE, Source.FORM})
_AGAINST = frozenset({Flag.NEGATED, Flag.BILLING, Flag.ALREADY, Flag.SPEAKER, Flag.ASIDE, Flag.GREETED})
_INERT = frozenset({Flag.BILLING, Flag.SPEAKER, Flag.GREETED, Flag.ASIDE})
_ADDRESS = re.compile(r"\S{1,64}@\S{1,120}")
_FAR = 4  # sentences between a name and the "her" that points back at it
_COMING = ("register", "comes", "accept", "headline")
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


def same(one: Attendee, other: Attendee, words: NameWords) -> bool:
    """Whether two mentions are one person, as far as a mail tells: "J. de Vries" and "Jan de Vries"."""
    if one.email and other.email:
        alike = one.email.casefold() == other.email.casefold()
        return alike and not _share(one, other, words)
    return bool(one.name and other.name) and same_person(one.name or "", other.name or "", words)


def _share(one: Attendee, other: Attendee, words: NameWords) -> bool:
    """Whether two people have one address in common, called after neither's first name, as couples do."""
    first, second = (tokens_of(who.name or "", words) for who in (one, other))
    if len(first) < 2 or len(second) < 2 or first[0][0] == second[0][0]:
        return False
    local = fold((one.email or "").partition("@")[0])
    given = all(words.is_given(name[0]) for name in (first, second))
    return given and not any(name[0] in local for name in (first, second))


def merged(people: list[Attendee], one: Attendee, words: NameWords) -> list[Attendee]:
    """The list with ``one`` in it, once: the fuller name and what each knew of the other."""
    for at, there in enumerate(people):
        if same(there, one, words) and not _family_alone(there, one, words):
            name = fuller(there.name, one.name, words) if there.name and one.name else there.name or one.name
            full = Attendee(name, there.email or one.email, there.organisation or one.organisation)
            return [*people[:at], full, *people[at + 1 :]]
    return [*people, one]


def _family_alone(one: Attendee, other: Attendee, words: NameWords) -> bool:
    """ "Jan Bakker" and "mevrouw Bakker" have a name in common and may be two."""
    first, second = sorted((tokens_of(who.name or "", words) for who in (one, other)), key=len)
    return len(first) == 1 and len(second) > 1 and first[0] != second[0]


def shown(mention: Mention, rule: str) -> Evidence:
    return Evidence("attendee", rule, mention.words, mention.place, mention.start, mention.end)


def sender_comes(facts: Facts, people: People) -> bool:
    """Whether who writes is one of those who come."""
    if facts.acts("sender_stays_away") or _not_for_me(facts, people):
        return False
    own = [
        m
        for m in people.mentions
        if Flag.SELF in m.flags and (m.place == "text" or (m.place == "subject" and _coming(facts, m)))
    ]
    if any(Flag.NEGATED in m.flags for m in own):
        return False
    if any(m.source in _LISTED for m in own):
        return True
    wants = facts.acts("register", "accept")
    if any(one.does("self") and one.does(*_COMING) for one in facts.said):
        return True
    if any(act.who in {"me", "us"} for act in wants):
        return True
    if any(m.source is Source.PROSE and _coming(facts, m) for m in own):
        return True
    named = _named(facts, people)
    said = [act for act in wants if act.who != "them"]
    others = [act for act in wants if act.who == "them"]
    # "Register for the 18th" may be said of anybody: of others only where nothing else speaks.
    if any((act.start, act.end) not in {(o.start, o.end) for o in said} for act in others):
        return False
    return not named


def _coming(facts: Facts, mention: Mention) -> bool:
    one = facts.sentence_of(mention)
    return one is not None and one.does(*_COMING)


def _not_for_me(facts: Facts, people: People) -> bool:
    """ "Not for me, but for my daughter"."""
    family = people.words["not_for_me"]
    return any(family.first([token.word for token in one.sentence.words]) is not None for one in facts.said)


def _named(facts: Facts, people: People) -> list[Mention]:
    """The others who are named as coming; where nobody is, those whom the mail is written for."""
    return _said_to_come(facts, people) or _written_for(facts, people) or _pointed_at(facts, people)


def _written_for(facts: Facts, people: People) -> list[Mention]:
    """ "Namens onze voorzitter, de heer Van Asch, laat ik u weten ...": where the sender wants nothing for
    themselves."""
    mine = any(act.who in {"me", "us"} for act in facts.acts("register", "accept"))
    if mine and not _not_for_me(facts, people):
        return []
    return [
        m
        for m in written(people)
        if Flag.FOR in m.flags
        and (_not_for_me(facts, people) or _speaks_of(facts, people, m))
        and not m.flags & _AGAINST
        and Flag.SELF not in m.flags
        and " " in (m.attendee.name or "")
    ]


def _speaks_of(facts: Facts, people: People, mention: Mention) -> bool:
    """Whether the sentence asks for a seat, or goes on about the person: "... laat ik weten dat *hij*"."""
    one = facts.sentence_of(mention)
    if one is None:
        return False
    behind = [token.word for token in one.sentence.words if token.start >= mention.end]
    return one.does(*_COMING) or people.words["pointing"].first(behind) is not None


def _pointed_at(facts: Facts, people: People) -> list[Mention]:
    """ "... our guest, Ms Nakalembe. Please register *her*": whom the sentences before name."""
    return [m for m in pointed_at(facts, people, "register", "accept") if not m.flags & _AGAINST]


def pointed_at(facts: Facts, people: People, *kinds: str) -> list[Mention]:
    """Whom "her" or "them" means in a sentence that does one of these: the one person whom the nearest
    sentence before it names, or all of the sentence just before."""
    words = people.words
    there = [
        (mention, facts.sentence_of(mention))
        for mention in written(people)
        if not mention.flags & _INERT and Flag.SELF not in mention.flags and mention.attendee.name
    ]
    for number, one in enumerate(facts.said):
        plain = [token.word for token in one.sentence.words]
        acts = [act for act in one.of(*kinds) if act.who in {"them", "any"}]
        if not acts or words["pointing"].first(plain) is None:
            continue
        for back in range(number, max(-1, number - _FAR), -1):
            here = [mention for mention, said in there if said is facts.said[back]]
            here = [mention for mention in here if mention.end <= acts[0].end or back < number]
            who: list[Attendee] = []
            for mention in here:
                who = merged(who, mention.attendee, words)
            if not who:
                continue
            between = [
                token.word
                for said in facts.said[back : number + 1]
                for token in said.sentence.words
                if here[-1].end <= token.start and token.end <= acts[0].end
            ]
            if words["guest"].first(between) is not None:
                return []  # "Jan Smit told me of it; my colleague is interested, please register her"
            return here if len(who) == 1 or number - back == 1 else []
    return []


def _said_to_come(facts: Facts, people: People) -> list[Mention]:
    roles = {id(mention): part for mention, part in parts(facts, people)}
    listed = [m for m in people.mentions if m.source in _LISTED and not m.flags & _AGAINST]
    prose = [
        m
        for m in people.mentions
        if m.source is Source.PROSE
        and not m.flags & _AGAINST
        and Flag.SELF not in m.flags
        and (roles.get(id(m)) in {Part.COMES, Part.NOW} or (m.place == "subject" and _coming(facts, m)))
    ]
    listed = [m for m in listed if Flag.SELF not in m.flags]
    return [*listed, *(m for m in prose if m not in listed)]


def party(facts: Facts, people: People) -> Party:
    """Everybody who is to be registered (or accepts)."""
    comes = sender_comes(facts, people)
    found: list[Attendee] = [people.sender] if comes else []
    evidence: list[Evidence] = []
    # The subject last: it may give by a family name alone whom the text names in full.
    for mention in sorted(_named(facts, people)[:MOST], key=lambda m: m.place == "subject"):
        if mention.place == "subject" and any(same(mention.attendee, one, people.words) for one in found):
            continue
        found = merged(found, mention.attendee, people.words)
        evidence.append(shown(mention, "named as coming"))
    for mention in _beside(facts, people) if comes else ():
        found = merged(found, mention.attendee, people.words)
        evidence.append(shown(mention, "named beside the writer"))
    if not found:
        return Party((), Reason("nobody-named", "It is not clear who is to be registered."), tuple(evidence))
    unread = _unread_item(facts, people)
    if unread is not None:
        why = Reason("list-unclear", f'A line of the list could not be read: "{unread}".')
        return Party(tuple(found), why, tuple(evidence))
    row = row_of_another_length(facts, people)
    if row is not None:
        return Party(tuple(found), row, tuple(evidence))
    counts = _of_nameless(facts, people)
    if comes and without_sender(people, found, counts):
        found, comes = found[1:], False
    found = _filled(facts, people, found, comes, counts)
    unplaced = _unplaced(facts, people, found)
    if unplaced is not None and not people.counts:
        why = Reason("who-comes", f"{unplaced} is named; it is not clear whether they come.")
        return Party(tuple(found), why, tuple(evidence))
    wants = facts.acts("register", "accept")
    beside = [
        one for one in facts.acts("company") if any(w.start <= one.start and one.end < w.end for w in wants)
    ]
    if beside and comes and len(found) == 1 and not people.counts:
        why = Reason("who-comes", "Somebody comes along whose name could not be read.")
        return Party(tuple(found), why, tuple(evidence))
    if comes and any(act.who == "us" for act in wants) and len(people.signed) > 1:
        for one in people.signed[:MOST]:
            found = merged(found, one, people.words)
    if (
        len(found) == 1
        and comes
        and wants
        and all(act.who in {"us", "org"} for act in wants)
        and not people.counts
    ):
        why = Reason("number-unclear", 'It speaks of "us", and does not say how many or who.')
        return Party(tuple(found), why, tuple(evidence))
    return counted(found, comes, counts, tuple(evidence), later=bool(facts.acts("name_later")))


def _beside(facts: Facts, people: People) -> list[Mention]:
    """ "Ik en mijn nichtje Chelsea Kromosoeto willen graag": who is joined to the writer comes along.

    Not where the sentence tells something else of the two: "Jan Smit and I met last year. Register me."
    """
    wants = facts.acts("register", "accept")
    taken = bool(wants) and all(act.kind == "accept" for act in wants)
    ours = taken or any(act.who == "us" for act in wants)
    wishing = people.words["wishing"]
    found = []
    for mention, part in parts(facts, people):
        one = facts.sentence_of(mention)
        if part is not Part.NONE or Flag.BESIDE not in mention.flags or one is None:
            continue
        if mention.flags & _AGAINST or Flag.SELF in mention.flags:
            continue
        wished = not wants and wishing.first([token.word for token in one.sentence.words]) is not None
        full = " " in (mention.attendee.name or "")
        if one.does(*_COMING) or (full and one.does("self") and (ours or wished)):
            found.append(mention)
    return found


def _of_nameless(facts: Facts, people: People) -> tuple[Count, ...]:
    """The numbers, without a guest who is named: "onze stagiaire *Lotte ter Braak* en ik"."""
    named = [m for m in (*_said_to_come(facts, people), *_beside(facts, people)) if m.place == "text"]
    return tuple(
        count
        for count in people.counts
        if count.includes_sender is not False
        or count.number != 1
        or len(people.counts) == 1
        or not any(count.place == m.place and count.start < m.start and m.end < count.end for m in named)
    )


def _filled(
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
    return found


def _free(facts: Facts, people: People) -> list[Attendee]:
    """The people of whom nothing is said, where they are named to be counted: in a row, in the sentence
    that holds the number, or in one that speaks of coming. "Jan Smit told me of it" is no such place."""
    there = [
        (mention, facts.sentence_of(mention))
        for mention, part in parts(facts, people)
        if part is Part.NONE and not mention.flags & _AGAINST and Flag.SELF not in mention.flags
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
            or counted_here
            or _nothing_else(one, mention, people.words)
            or one.does("self", *_COMING)
            or mention.source in _LISTED
        ):
            found.append(mention.attendee)
    return found


def _nothing_else(one: Said, mention: Mention, words: NameWords) -> bool:
    """Whether a line holds a name and, at most, an address and an "and"."""
    text, start = one.sentence.text, one.sentence.start
    rest = f"{text[: mention.start - start]} {text[mention.end - start :]}"
    left = [token.word for token in tokens(_ADDRESS.sub(" ", rest))]
    return all(words["joining"].holds(word) for word in left)


def _unplaced(facts: Facts, people: People, found: list[Attendee]) -> str | None:
    """Somebody named in a sentence that says who comes, of whom nothing was made."""
    for mention, part in parts(facts, people):
        if mention.flags & _AGAINST or Flag.SELF in mention.flags or mention.attendee.name is None:
            continue
        one = facts.sentence_of(mention)
        speaks = one is not None and one.does("register", "comes", "accept", "self", "hearsay")
        if (
            part is Part.NONE
            and speaks
            and not any(same(mention.attendee, there, people.words) for there in found)
        ):
            return mention.attendee.name
    if people.mailbox_of_many and len(found) == 1 and found[0] == people.sender:
        own = any(Flag.SELF in m.flags and m.source is not Source.FROM for m in people.mentions)
        if own or people.signed:
            return None
        return people.sender.name or people.sender.email
    return None


def _unread_item(facts: Facts, people: People) -> str | None:
    """A line between those of a list of people in which no name was found."""
    starts = [m.start for m in people.mentions if m.source is Source.LIST and m.place == "text"]
    run: list[tuple[str, bool]] = []
    for one in (*facts.said, None):
        if one is not None and one.sentence.role is Role.ITEM:
            named = any(one.sentence.start <= start < one.sentence.end for start in starts)
            run.append((one.sentence.text, named))
            continue
        if sum(named for _, named in run) >= 2 or (len(run) > 1 and run[0][1]):
            missed = next((text for text, named in run if not named), None)
            if missed is not None:
                return missed
        run = []
    return None


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
        return (count.number + (1 if comes else 0),)
    if count.includes_sender is None and count.number == 1:
        # "een plek", "one place" beside a colleague's name says little; "1 extra" is the colleague.
        return (1, 2) if comes else (1,)
    return (count.number,)


def _adds(counts: tuple[Count, ...]) -> bool:
    return any(count.includes_sender is False for count in counts)
