"""Of whom the sentences say that they come: the sender, those they name, and those they point back at."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.enrolling import (
    brings,
    brought,
    done_for_another,
    lists_others,
    of_another,
    passes_on,
)
from mailbot.core.understanding.errands import asked_for, asked_for_named
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.headings import below_heading, tells_who
from mailbot.core.understanding.likeness import merged
from mailbot.core.understanding.meant import meant
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import Part, named, parts, written
from mailbot.core.understanding.standing import COMING, goes_along, in_a_row, is_joined, with_me

LISTED = frozenset({Source.LIST, Source.TABLE, Source.FORM})
AGAINST = frozenset(
    {Flag.NEGATED, Flag.BILLING, Flag.ALREADY, Flag.SPEAKER, Flag.ASIDE, Flag.OMITTED, Flag.GREETED}
)
_INERT = frozenset({Flag.BILLING, Flag.SPEAKER, Flag.GREETED, Flag.ASIDE})
_AHEAD, _BEHIND = 40, 12  # characters from who is accompanied to the name, and from the name
_FAR = 4  # sentences between a name and the "her" that points back at it


def sender_comes(facts: Facts, people: People) -> bool:
    """Whether who writes is one of those who come."""
    if _stays_away(facts, people.words) or _not_for_me(facts, people):
        return False
    own = [
        m
        for m in people.mentions
        if Flag.SELF in m.flags and (m.place == "text" or (m.place == "subject" and _coming(facts, m)))
    ]
    if any(Flag.NEGATED in m.flags for m in own):
        return False
    if any(m.source in LISTED and (m.source is not Source.LIST or _listed(facts, m, people)) for m in own):
        return True
    wants = facts.acts("register", "accept")
    if any(_speaks_of_self(one, people) for one in facts.said):
        return True
    others = {act for one in facts.said for act in one.acts if of_another(act, one, people)}
    if any(act.who in {"me", "us"} and act not in others for act in wants):
        return True
    if any(brings(one, people.words) for one in facts.said):
        return True
    if any(goes_along(one, people.words) or is_joined(one, people.words) for one in facts.said):
        return True
    if in_a_row(facts, people):
        return True
    if any(with_me(one, people.words) for one in facts.said):
        return True
    if any(m.source is Source.PROSE and (_coming(facts, m) or _in_row_below(facts, m, people)) for m in own):
        return True
    if others or passes_on(facts, people) or any(lists_others(one, people.words) for one in facts.said):
        return False
    named = named_to_come(facts, people)
    said = [act for act in wants if act.who != "them"]
    theirs = [act for act in wants if act.who == "them"]
    # "Register for the 18th" may be said of anybody: of others only where nothing else speaks.
    if any((act.start, act.end) not in {(o.start, o.end) for o in said} for act in theirs):
        return False
    return not named and not only_of_another(facts, people.words)


def _speaks_of_self(one: Said, people: People) -> bool:
    """Whether a sentence of coming names the writer, by more than what they do for somebody else: "She would
    like to come, *and I* have kept the afternoon free for her"."""
    served = [act for act in one.of("register") if done_for_another(act, one, people.words)]
    mine = [own for own in one.of("self") if not any(o.start < own.end and own.start < o.end for o in served)]
    return bool(mine) and one.does(*COMING)


def only_of_another(facts: Facts, words: NameWords) -> bool:
    """ "Anna asked me to write. *She'd* love to be there": whoever that is, it is not who writes."""
    wants = [(one, act) for one in facts.said for act in one.of("register", "accept")]
    if not wants:
        return False
    for one, act in wants:
        spoken = one.sentence.words
        first = sum(token.start < act.start for token in spoken)
        near = [token.word for token in spoken[max(0, first - 1) : first + 1]]
        whole = [token.word for token in spoken]
        if act.who != "any" or not any(words["third"].holds(word) for word in near):
            return False
        if words["me"].first(whole) is not None or words["myself"].first(whole) is not None:
            return False
    return True


def _stays_away(facts: Facts, words: NameWords) -> bool:
    """Whether the writer says so, and not only "I myself was questioned" in a letter for "a seat for me"."""
    mine = [act for one in facts.said for act in one.of("register") if act.who == "me" and not act.wish]
    return any(
        not mine or one.does("register", "cannot", "out", "refuse") or _denied(one, words)
        for one in facts.said
        if one.does("sender_stays_away")
    )


def _denied(one: Said, words: NameWords) -> bool:
    plain = [token.word for token in one.sentence.words]
    return any(words[family].first(plain) is not None for family in ("coming", "negated", "negating", "away"))


def _coming(facts: Facts, mention: Mention) -> bool:
    one = facts.sentence_of(mention)
    return one is not None and one.does(*COMING)


def _listed(facts: Facts, mention: Mention, people: People) -> bool:
    """Whether the line is one of several, or stands below words that lead to it: a name alone on a line may
    be the writer's under the mail."""
    rows = [m for m in people.mentions if m.source is Source.LIST and m.place == mention.place]
    one = facts.sentence_of(mention)
    before = None if one is None else facts.before(one)
    return len(rows) > 1 or (before is not None and before.sentence.text.rstrip().endswith(":"))


def _in_row_below(facts: Facts, mention: Mention, people: People) -> bool:
    """ "Three of us will attend:" and below it a row of names with the writer's."""
    one = facts.sentence_of(mention)
    if one is None or one.acts:
        return False
    row = [m for m in named(people) if one.sentence.start <= m.start < one.sentence.end]
    return tells_who(facts, one, row, people.words) or below_heading(facts, one, row, people.words)


def _not_for_me(facts: Facts, people: People) -> bool:
    """ "Not for me, but for my daughter", "Dr Nguyen asked me to register him"."""
    family = people.words["not_for_me"]
    said = [[token.word for token in one.sentence.words] for one in facts.said]
    named = written(people)
    return any(
        family.first(plain) is not None
        or (one.does("register") and asked_for(plain, people.words))
        or asked_for_named(one, named, people.words)
        for one, plain in zip(facts.said, said, strict=True)
    )


def named_to_come(facts: Facts, people: People) -> list[Mention]:
    """The others who are named as coming; where nobody is, those whom the mail is written for."""
    said = said_to_come(facts, people)
    if any(_along(facts, mention, people) for mention in said):  # "Zij komt. Haar adjunct vergezelt haar"
        said = [*(m for m in _written_for(facts, people) if m not in said), *said]
    found = said or _written_for(facts, people) or _pointed_at(facts, people) or meant(facts, people)
    return [mention for mention in found if not _held_back(facts, mention)]


def _held_back(facts: Facts, mention: Mention) -> bool:
    """ "Mr Van Rossem may join, don't count him"."""
    one = facts.sentence_of(mention)
    return one is not None and any(act.who == "them" for act in one.of("hold")) and not one.does("register")


def _written_for(facts: Facts, people: People) -> list[Mention]:
    """ "Namens onze voorzitter, de heer Van Asch, laat ik u weten ...": where the sender wants nothing for
    themselves."""
    mine = any(
        act.who in {"me", "us"} and not of_another(act, one, people)
        for one in facts.said
        for act in one.of("register", "accept")
    )
    if mine and not _not_for_me(facts, people) and not _stays_away(facts, people.words):
        return []
    return [
        m
        for m in written(people)
        if Flag.FOR in m.flags
        and (_not_for_me(facts, people) or _speaks_of(facts, people, m))
        and not m.flags & AGAINST
        and Flag.SELF not in m.flags
        and " " in (m.attendee.name or "")
    ]


def _speaks_of(facts: Facts, people: People, mention: Mention) -> bool:
    """Whether the sentence asks for a seat, or goes on about the person: "... laat ik weten dat *hij*"."""
    one = facts.sentence_of(mention)
    if one is None:
        return False
    behind = [token.word for token in one.sentence.words if token.start >= mention.end]
    return one.does(*COMING) or people.words["pointing"].first(behind) is not None


def _pointed_at(facts: Facts, people: People) -> list[Mention]:
    """ "... our guest, Ms Nakalembe. Please register *her*": whom the sentences before name."""
    return [m for m in pointed_at(facts, people, "register", "accept") if not m.flags & AGAINST]


def pointed_at(facts: Facts, people: People, *kinds: str) -> list[Mention]:
    """Whom "her" or "them" means in a sentence that does one of these: the one person whom the nearest
    sentence before it names, or all of the sentence just before."""
    words = people.words
    there = [
        (_heard_of(facts, mention, words), facts.sentence_of(mention))
        for mention in named(people)
        if Flag.SELF not in mention.flags and mention.attendee.name
    ]
    there = [(mention, one) for mention, one in there if not mention.flags & _INERT]
    for number, one in enumerate(facts.said):
        plain = [token.word for token in one.sentence.words]
        acts = [
            act for act in one.of(*kinds) if act.who in {"them", "any"} or done_for_another(act, one, words)
        ]
        theirs = any(act.slug.endswith("of_theirs") for act in acts)  # "cancel *his* participation"
        if not acts or not (theirs or words["pointing"].first(plain) is not None):
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


def _heard_of(facts: Facts, mention: Mention, words: NameWords) -> Mention:
    """ "I just hear that *my partner Ann Bell* wants to come too": told of, and meant all the same."""
    one = facts.sentence_of(mention) if Flag.ASIDE in mention.flags else None
    behind = [] if one is None else [token.word for token in one.sentence.words if token.start >= mention.end]
    if words["joins_in"].first(behind) is None:
        return mention
    return replace(mention, flags=mention.flags - {Flag.ASIDE})


def said_to_come(facts: Facts, people: People) -> list[Mention]:
    roles = {id(mention): part for mention, part in parts(facts, people)}
    listed = [m for m in people.mentions if m.source in LISTED and not m.flags & AGAINST]
    prose = [
        m
        for m in people.mentions
        if m.source is Source.PROSE
        and not m.flags & AGAINST
        and Flag.SELF not in m.flags
        and (roles.get(id(m)) in {Part.COMES, Part.NOW} or (m.place == "subject" and _coming(facts, m)))
    ]
    listed = [m for m in listed if Flag.SELF not in m.flags]
    prose += [
        m
        for m in written(people)
        if m not in prose
        and roles.get(id(m)) is Part.NONE
        and (_along(facts, m, people) or _brought(facts, m, people))
    ]
    return [*listed, *(m for m in prose if m not in listed)]


def _along(facts: Facts, mention: Mention, people: People) -> bool:
    """ "Ihn begleitet Frau Mirjam Özdemir": right behind or before the word, where somebody comes before."""
    one, words = facts.sentence_of(mention), people.words
    if (
        one is None
        or mention.source is not Source.PROSE
        or mention.flags & AGAINST
        or Flag.SELF in mention.flags
    ):
        return False
    plain = [token.word for token in one.sentence.words]
    at = words["accompanies"].first(plain)
    if at is None or any(words[family].first(plain) is not None for family in ("negated", "negating")):
        return False
    length = words["accompanies"].length_at(plain, at)
    word = one.sentence.words[min(at + length, len(plain)) - 1]
    near = (
        0 <= mention.start - word.end <= _AHEAD or 0 <= one.sentence.words[at].start - mention.end <= _BEHIND
    )
    return near and any(said.does(*COMING) for said in facts.said)


def _brought(facts: Facts, mention: Mention, people: People) -> bool:
    """ "May I bring our intern, Roos Huis?": where somebody comes."""
    one = facts.sentence_of(mention)
    if one is None or mention.source is not Source.PROSE or Flag.SELF in mention.flags:
        return False
    if mention.flags & AGAINST or not any(said.does(*COMING) for said in facts.said):
        return False
    return brought(one, mention.start, mention.end, people.words) or _first_name_brought(
        facts, mention, people.words
    )


def _first_name_brought(facts: Facts, mention: Mention, words: NameWords) -> bool:
    """ "I bring Yonas along ... His full name is Yonas Gebremariam"."""
    first, _, rest = (mention.attendee.name or "").partition(" ")
    return bool(rest) and any(
        one.sentence.text[token.start - one.sentence.start : token.end - one.sentence.start] == first
        and brought(one, token.start, token.end, words)
        for one in facts.said
        for token in one.sentence.words
    )


def beside_the_writer(facts: Facts, people: People) -> list[Mention]:
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
        if mention.flags & AGAINST or Flag.SELF in mention.flags:
            continue
        wished = not wants and wishing.first([token.word for token in one.sentence.words]) is not None
        full = " " in (mention.attendee.name or "")
        if one.does(*COMING) or (full and one.does("self") and (ours or wished)):
            found.append(mention)
    return found
