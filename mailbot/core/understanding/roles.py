"""What the sentences say of each person named: comes, leaves, stays, steps in or is stepped in for."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import takewhile

from mailbot.core.base import Evidence
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.errands import asked_for
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.headings import below_heading, names_us, tells_who
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.swapping import swaps
from mailbot.core.understanding.tokens import tokens

WRITTEN = frozenset({Source.PROSE, Source.LIST, Source.TABLE, Source.FORM})
_INERT = frozenset({Flag.BILLING, Flag.SPEAKER, Flag.GREETED, Flag.ASIDE})
_TOLD = frozenset({Flag.SELF, Flag.BESIDE, Flag.FOR, Flag.GUEST, Flag.CC})  # who they are to the writer
_LED = ("joining", "with_whom", "announcing", "functions", "naming", "for_whom")
_NEXT_TO = 14  # characters between names that belong together: "Sipho and Zanele", "Jan en mw. De Wit"


_DIRECTED = frozenset({"writer", "instead_of", "by_another", "stands_in"})
_TRANSITIVE = frozenset({"cancel", "register"})  # they are done to somebody
# "Replace Ahmed Sharif by Yonas Tesfaye": a word for it somewhere, and such a word between the two names.
# "Substitute A for B" is the other way round.
_REPLACES = re.compile(
    r"\b(?:replac|substitu(?!(?:(?!\b(?:by|with)\b).){0,80}\bfor\b)"
    r"|vervang|ersetz|remplac|swap|wissel|tausch|échang|ruil)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"[\s,)]*(?:(?:\w+ ){0,5}(?:replaced|vervangen|ersetzt|remplacée?|wordt) )?"
    r"(?:by|with|for|door|voor|durch|gegen|par|contre)\s+(?:[\w'’]+\.?\s+){0,3}",
    re.IGNORECASE,
)
# "Roel Aalders out, Jamila Bouchta in".
_OUT = re.compile(
    r"\s*(?:is |gaat |geht |goes |: ?|= ?)?(?:out|off|eruit|uit|weg|raus|sort)\b", re.IGNORECASE
)
_IN = re.compile(
    r"\s*(?:is |komt |kommt |comes |: ?|= ?)?(?:in|on|erin|erbij|rein|dazu|entre)\b", re.IGNORECASE
)
_STOP = re.compile(r"[^\W\d_]{5}[.!?;]\s+[^\W\d_a-zß-ÿ]")  # an end within what was taken for one sentence


class Part(StrEnum):
    """A person's part in the mail."""

    COMES = "comes"
    LEAVES = "leaves"
    STAYS = "stays"  # stands on the list and stays there
    FORMER = "former"  # stands there and is replaced
    NOW = "now"  # is to stand there instead
    NONE = ""


_MEANING = {
    "register": Part.COMES,
    "comes": Part.COMES,
    "accept": Part.COMES,
    "cancel": Part.LEAVES,
    "cannot": Part.LEAVES,
    "out": Part.LEAVES,
    "refuse": Part.LEAVES,
    "already": Part.STAYS,
    "keep": Part.STAYS,
}


def written(people: People) -> list[Mention]:
    """The people named in the sender's own words, in order."""
    return [m for m in named(people) if not m.flags & _INERT]


def named(people: People) -> list[Mention]:
    """The same, with those who are greeted, pay, speak or are named for another reason."""
    own = [
        m
        for m in people.mentions
        if m.source in WRITTEN
        and m.place == "text"
        # "Regrettably I am ...": the word that opens the sentence is nobody's first name.
        and m.words.rpartition(" ")[2] != "I"
    ]
    return sorted(own, key=lambda mention: mention.start)


def parts(facts: Facts, people: People) -> tuple[tuple[Mention, Part], ...]:
    """Each person named with the part that the nearest words give them."""
    kept = facts.parts.get(id(people))
    if kept is None:  # the people are kept beside it: else their id could become another's
        kept = facts.parts[id(people)] = people, _parts(facts, people)
    found: tuple[tuple[Mention, Part], ...] = kept[1]
    return found


def _parts(facts: Facts, people: People) -> tuple[tuple[Mention, Part], ...]:
    named = spoken_of(facts, people)
    pairs = swaps(facts.said, named, people.words)
    gone = {id(former) for former, _ in pairs if former is not None}
    come = {id(now) for _, now in pairs}
    return tuple(
        (
            mention,
            Part.FORMER
            if id(mention) in gone
            else Part.NOW
            if id(mention) in come
            else _part(facts, named, at, people.words),
        )
        for at, mention in enumerate(named)
    )


def spoken_of(facts: Facts, people: People) -> list[Mention]:
    """The people named in the sender's own words, and in the subject where it says what the mail does."""
    subject = any(one.sentence.place == "subject" for one in facts.said)
    return [*(_in_subject(people) if subject else []), *written(people)]


def _in_subject(people: People) -> list[Mention]:
    """The people whom the subject names, where it is all that was written."""
    found = [m for m in people.mentions if m.source is Source.PROSE and m.place == "subject"]
    return [m for m in found if not m.flags & _INERT]


def _part(facts: Facts, named: list[Mention], at: int, words: NameWords) -> Part:
    mention = named[at]
    one = facts.sentence_of(mention)
    if one is None:
        return Part.NONE
    # Outwards from the mention: a mail may name thousands.
    start, end = one.sentence.start, one.sentence.end
    before = list(takewhile(lambda m: start <= m.start, (named[i] for i in range(at - 1, -1, -1))))[::-1]
    after = list(takewhile(lambda m: m.start < end, (named[i] for i in range(at + 1, len(named)))))
    replaced = _in_and_out(one, mention, before, after) or _replacing(one, mention, before, after)
    if replaced is not Part.NONE:
        return replaced
    if is_sent(one, mention, words):
        return Part.COMES
    asked = asked_for([token.word for token in one.sentence.words], words)  # "she asks me to cancel for her"
    acts = [act for act in one.acts if act.kind in _MEANING and (asked or not _mine_alone(act, mention))]
    acts = [act for act in acts if not _told_before(act, one, mention)]
    if _topic_of_mine(acts, one, mention, [*before, *after], words):
        return Part.NONE
    if _before_mine(acts, one, mention, after, words):
        return Part.NONE
    if not acts:
        row = [*before, mention, *after]
        named_there = names_us(facts, one) or tells_who(facts, one, row, words)
        named_there = named_there or below_heading(facts, one, row, words)
        return Part.COMES if named_there else _under(one)
    # Names in a row ("Sipho and Zanele did not ...") share the words that follow the last of them.
    last = mention
    following = list(after)
    while following and following[0].start - last.end <= _NEXT_TO:
        last = following.pop(0)
    until = following[0].start if following else one.sentence.end
    behind = [act for act in acts if last.end <= act.end and act.start < until and act.end > last.end]
    if until == one.sentence.end and _but_not(behind, one, words):
        return Part.LEAVES
    ahead = [act for act in acts if act.start < mention.start]
    if before and any(act.slug.endswith("cancel.of_theirs") for act in ahead):
        return Part.NONE  # "I have to cancel *his* participation, as the Supervisory Board meets"
    # "Annuler l'inscription de Gaspard et inscrire Awa": the words that lead to the name itself.
    touching = [act for act in ahead if _leads_to(act, one, mention, words)]
    for chosen in (touching, behind, list(reversed(ahead)), acts):
        if chosen:
            return _MEANING[_weightiest(chosen, mention).kind]
    return Part.NONE


def is_sent(one: Said, mention: Mention, words: NameWords) -> bool:
    """ "I'm sending our intern *Lars Hendrikx*": such words stand before the name, but for what they are."""
    if Flag.SELF in mention.flags:
        return False
    plain = [token.word for token in one.sentence.words if token.end <= mention.start]
    small = ("titles", "announcing", "guest", "functions", "mine", "us")
    while plain and any(words[family].holds(plain[-1]) for family in small):
        plain.pop()
    return words["sending"].length_before(plain, len(plain)) > 0


def _but_not(behind: list[Act], one: Said, words: NameWords) -> bool:
    """ "Jan usually joins us, *but he* can't make it this time": the last word on somebody named last."""
    for gone in (act for act in behind if _MEANING[act.kind] is Part.LEAVES):
        ends = [act.end for act in behind if _MEANING[act.kind] is Part.COMES and act.end <= gone.start]
        plain = [token.word for token in one.sentence.words if ends and max(ends) <= token.start < gone.end]
        turn = words["turning"].first(plain)
        if turn is not None and any(words["third"].holds(word) for word in plain[turn:]):
            return True
    return False


def _leads_to(act: Act, one: Said, mention: Mention, words: NameWords) -> bool:
    """ "Cancel the registration *of*" a name: nothing stands between but such a word and a title."""
    if act.kind not in _TRANSITIVE or not 0 <= mention.start - act.end <= _NEXT_TO:
        return False
    between = one.sentence.text[act.end - one.sentence.start : mention.start - one.sentence.start]
    if any(sign in between for sign in ",;:.!?\n"):
        return False
    return all(
        words["from_house"].holds(token.word) or token.word in words["titles"].words
        for token in tokens(between)
    )


def _mine_alone(act: Act, mention: Mention) -> bool:
    """ "Lars is right, *I* cannot come" says nothing of Lars."""
    return act.kind in {"cannot", "cancel", "refuse"} and act.who == "me" and Flag.BESIDE not in mention.flags


def _told_before(act: Act, one: Said, mention: Mention) -> bool:
    """ "Fatoumata drops out; *Hugo and I* come as agreed": what was told of somebody else."""
    if Flag.BESIDE not in mention.flags or act.who != "them" or act.end > mention.start:
        return False
    start = one.sentence.start
    return ";" in one.sentence.text[act.end - start : mention.start - start]


def _topic_of_mine(
    acts: list[Act], one: Said, mention: Mention, others: list[Mention], words: NameWords
) -> bool:
    """ "Impact Measurement is my field, so I come": what only looks like a name, before the writer's own
    coming, is nobody who comes too."""
    who = mention.attendee
    if mention.source is not Source.PROSE or who.email or not who.name or words.is_given(who.name.split()[0]):
        return False
    if mention.flags & _TOLD or any(m.flags & _TOLD for m in others) or " " not in who.name:
        return False
    if not acts or any(act.kind != "register" or act.who != "me" for act in acts):
        return False
    if any("signing_up" in act.slug and not _says_me(act, one, words) for act in acts):
        return False
    if mention.start >= min(act.start for act in acts):
        return False
    plain = [token.word for token in one.sentence.words if token.end <= mention.start]
    led = any(words[family].length_before(plain, len(plain)) for family in _LED)
    return not led and not (plain and plain[-1] in words["titles"].words)


def _before_mine(
    acts: list[Act], one: Said, mention: Mention, after: list[Mention], words: NameWords
) -> bool:
    """ "Joost sent me your invitation *and I* would like to come": who is named before the writer's own
    coming, and not joined to the writer, does not come by those words."""
    if mention.source is not Source.PROSE or not acts or mention.flags & {Flag.SELF, Flag.BESIDE, Flag.FOR}:
        return False
    if not all(act.kind == "register" and act.who == "me" and act.start > mention.start for act in acts):
        return False
    if any(m.flags & {Flag.SELF, Flag.BESIDE} for m in after):
        return False  # one of a row: "Anna, my wife Els and I"
    start = one.sentence.start
    if ":" in one.sentence.text[mention.end - start : min(act.start for act in acts) - start]:
        return False
    if any("signing_up" in act.slug and not _says_me(act, one, words) for act in acts):
        return False
    ahead = [token.word for token in one.sentence.words if token.end <= mention.start]
    while ahead and (ahead[-1] in words["titles"].words or words["announcing"].holds(ahead[-1])):
        ahead.pop()
    while ahead and words["possessive"].holds(ahead[-1]):
        ahead.pop()
    return not words["alongside"].length_before(ahead, len(ahead))


def _says_me(act: Act, one: Said, words: NameWords) -> bool:
    said = [token.word for token in one.sentence.words if act.start <= token.start < act.end]
    return words["myself"].first(said) is not None


def _under(one: Said) -> Part:
    """What a heading says of the names in it: "Aanmelding: Jan Jansen"."""
    for act in one.of("headline"):
        if act.slug.endswith("headline.registration"):
            return Part.COMES
        if act.slug.endswith("headline.cancellation"):
            return Part.LEAVES
    return Part.NONE


def _in_and_out(one: Said, mention: Mention, before: list[Mention], after: list[Mention]) -> Part:
    """The part in "replace Ahmed Sharif by Yonas Tesfaye" and in "Roel Aalders out, Jamila Bouchta in"."""
    if not one.does("replace"):
        return Part.NONE
    named = [*before, mention, *after]
    behind = [one.sentence.text[m.end - one.sentence.start :][:12] for m in named]
    gone = [m for m, words in zip(named, behind, strict=True) if _OUT.match(words)]
    come = [m for m, words in zip(named, behind, strict=True) if _IN.match(words)]
    if gone and come and (mention in gone or mention in come):
        return Part.FORMER if mention in gone else Part.NOW
    if len(named) == 2 and _REPLACES.search(one.sentence.text) and _BY.fullmatch(_between(one, *named)):
        return Part.FORMER if mention is named[0] else Part.NOW
    return Part.NONE


def _between(one: Said, left: Mention, right: Mention) -> str:
    start = one.sentence.start
    return one.sentence.text[left.end - start : right.start - start]


def swapped(facts: Facts, people: People) -> list[Evidence]:
    """The pairs of whom the words between their names say who comes for whom, as what a change rests on."""
    found = []
    for former, now in swaps(facts.said, spoken_of(facts, people), people.words):
        left, right = sorted((former or now, now), key=lambda mention: mention.start)
        one = facts.sentence_of(left)
        both = one is not None and one is facts.sentence_of(right)
        end = right.end if both else left.end
        words = left.words
        if both and one is not None:
            words = one.sentence.text[left.start - one.sentence.start : end - one.sentence.start]
        found.append(Evidence("intent", "arrow", words, left.place, left.start, end))
    return found


def _weightiest(acts: list[Act], mention: Mention) -> Act:
    """The nearest act; of those at one place the one that demands most words."""
    return min(
        acts,
        key=lambda act: (max(0, act.start - mention.end, mention.start - act.end) // 12, -act.weight),
    )


def _replacing(one: Said, mention: Mention, before: list[Mention], after: list[Mention]) -> Part:
    """The part in a replacement, by the kind of words and on which side of them the name stands."""
    # "Wir tauschen: statt Uwe kommt Enno": of two, the words that say who for whom.
    acts = [act for act in one.of("replace") if act.slug.rpartition(".")[2] in _DIRECTED] or one.of("replace")
    acts = acts or tuple(act for act in one.of("sender_stays_away") if act.slug.endswith("not_i"))
    first, start = min([mention.start, *(m.start for m in before)]), one.sentence.start
    # "Quick swap: Hannah can't, Victor takes her place": the words behind a name say which.
    for act in [act for act in acts if act.start > first] or acts:
        ahead = mention.end <= act.start or mention.start < act.start
        neighbours_ahead = [m for m in before if m.start < act.start]
        if act.slug.endswith("writer"):  # "*I* come in her place"
            alone = not any(Flag.SELF not in m.flags for m in (*before, *after))
            return Part.FORMER if alone and Flag.SELF not in mention.flags else Part.NONE
        if act.slug.endswith("instead_of"):
            nearest_after = not ahead and not any(act.end <= m.start for m in before)
            if nearest_after and _STOP.search(one.sentence.text, act.end - start, mention.start - start):
                continue  # "Wereldlinks i.p.v. Linksom. Graag bij Joep aanpassen"
            return Part.FORMER if nearest_after else Part.NOW
        if act.slug.endswith("by_another"):
            return Part.FORMER if ahead else Part.NOW
        if act.slug.endswith("not_i"):  # "it's not me who comes but Laurence Adjovi"
            return Part.NONE if ahead else Part.NOW
        if act.slug.endswith("stands_in"):
            # "Paul Vos is ill, Rosa Lind replaces him"
            gone = [out for out in one.of("out", "cannot", "cancel") if mention.end <= out.start < act.start]
            steps_in = any(out.end <= m.start < act.start for out in gone for m in after)
            return Part.NOW if ahead and not steps_in else Part.FORMER
        # "X cannot come, Y takes her place": the last one before the words steps in.
        outs = [other for other in one.of("out", "cannot", "cancel") if other.end <= act.end]
        if ahead and outs and any(mention.end <= out.end for out in outs):
            between = [m for m in after if m.start < act.start]
            if between or not neighbours_ahead:
                return Part.FORMER if between else Part.NONE
        return Part.NOW
    return Part.NONE
