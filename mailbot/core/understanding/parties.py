"""Who comes: from the people named, the numbers said and what the sentences do with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.core.base import Attendee, Evidence, Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.added import added, someone_unread
from mailbot.core.understanding.addressing import of_role
from mailbot.core.understanding.coming import (
    AGAINST,
    LISTED,
    beside_the_writer,
    named_to_come,
    said_to_come,
    sender_comes,
)
from mailbot.core.understanding.counting import (
    MOST,
    Party,
    counted,
    filled,
    group_of_names,
    row_of_another_length,
    with_added,
    without_sender,
)
from mailbot.core.understanding.enrolling import in_the_letter, nobody_else
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.kinship import kin_of_the_writer, nameless_kin
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Count, Flag, Mention, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.ourselves import among_us
from mailbot.core.understanding.roles import Part, named, parts, written
from mailbot.core.understanding.sentences import Role, Sentence
from mailbot.core.understanding.standing import COMING
from mailbot.core.understanding.tokens import fold

ADDED = "added to the writer"  # the rule of evidence for who is, in so many words
_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-öø-ÿ][^\W\d_]*")
_SHORT_ITEM = 8  # words of a line without a name: "- somebody of the finance team, name follows"
_RIGHT_BEFORE = 8  # characters between "please register" and a name: "Dr Ann Bell"
_BESIDE_ME = ("bringing", "along", "alongside", "adding", "myself")  # who is counted so is not the writer
_RIGHT_BEHIND = 3  # characters between a guest and the name: "mijn man (Frits de Haan)"


def party(facts: Facts, people: People) -> Party:
    """Everybody who is to be registered (or accepts)."""
    return _reached(_gathered(facts, people), facts, people)


def for_both(one: Party, facts: Facts, people: People) -> Party:
    """ "Yes, for both of us!": with the other one to whom our letter offers a seat, if it names one alone. So
    too "Yes please" where two seats are offered, and nobody says that one is enough."""
    answers = [told.sentence for told in facts.said if told.does("yes", "accept", "register")]
    known = [who for who in one.attendees if who.name]
    both = any(_says_both(sentence, people.words) for sentence in answers)
    unnamed = len(one.attendees) == 2  # "we take both places"
    all_of_them = facts.answering.some_seats and _takes_what_is_offered(facts, people)
    if len(known) != 1 or not (both or unnamed or all_of_them):
        return one
    for mention in people.mentions:
        if mention.source is Source.QUOTED and Flag.SELF not in mention.flags and mention.attendee.name:
            known = merged(known, mention.attendee, people.words)
    if len(known) == 2 and (both or facts.answering.some_seats):
        return replace(one, attendees=tuple(known))
    if not both:
        return one
    return replace(one, doubt=Reason("number-unclear", "It accepts for two, and it is not clear for whom."))


def _takes_what_is_offered(facts: Facts, people: People) -> bool:
    """Whether the answer names and counts nobody: it takes all that is offered."""
    if facts.acts("cannot", "out", "refuse", "cancel", "release") or people.counts:
        return False
    if any(
        m.place == "text" and m.source is Source.PROSE and Flag.SELF not in m.flags for m in people.mentions
    ):
        return False
    said = [token.word for one in facts.said for token in one.sentence.words]
    return all(people.words[family].first(said) is None for family in ("alone", "only", "me"))


def _says_both(sentence: Sentence, words: NameWords) -> bool:
    """ "For both!", "both of us": not "with both hands"."""
    plain = [token.word for token in sentence.words]
    at = words["both"].first(plain)
    if at is None:
        return False
    end = at + words["both"].length_at(plain, at)
    behind = sentence.text[sentence.words[end - 1].end - sentence.start :].lstrip()
    return not behind[:1].isalpha() or words["of_us"].length_at(plain, end) > 0


def _named(facts: Facts, people: People, *, comes: bool) -> tuple[list[Attendee], list[Evidence]]:
    """The writer, if they come, and those of whom the mail says by name that they do."""
    found: list[Attendee] = [people.sender] if comes else []
    evidence: list[Evidence] = []
    # The subject last: it may give by a family name alone whom the text names in full.
    for mention in sorted(named_to_come(facts, people)[:MOST], key=lambda m: m.place == "subject"):
        if mention.place == "subject" and any(same(mention.attendee, one, people.words) for one in found):
            continue
        found = merged(found, mention.attendee, people.words)
        evidence.append(shown(mention, "named as coming"))
    for mention in beside_the_writer(facts, people) if comes else ():
        found = merged(found, mention.attendee, people.words)
        evidence.append(shown(mention, "named beside the writer"))
    for mention in added(facts, people) if comes else ():
        if not any(same(mention.attendee, one, people.words) for one in found):
            found = merged(found, mention.attendee, people.words)
            evidence.append(shown(mention, ADDED))
    return found, evidence


def _gathered(facts: Facts, people: People) -> Party:
    comes = sender_comes(facts, people)
    found, evidence = _named(facts, people, comes=comes)
    if not found:
        found = in_the_letter(facts, people)
    if not found and nobody_else(facts, people):
        found, comes = [people.sender], True  # "I request for join", "bitte auf die Teilnehmerliste setzen"
    if not found:
        return Party((), Reason("nobody-named", "It is not clear who is to be registered."), tuple(evidence))
    unread = _unread_item(facts, people)
    if unread is not None:
        why = Reason("list-unclear", f'A line of the list could not be read: "{unread}".')
        return Party(tuple(found), why, tuple(evidence))
    if people.unclear_line is not None:
        text = f'It leaves out a line of the list; not clear which: "{people.unclear_line}"'
        return Party(tuple(found), Reason("list-unclear", text), tuple(evidence))
    row = row_of_another_length(facts, people)
    if row is not None:
        return Party(tuple(found), row, tuple(evidence))
    counts = _of_nameless(facts, people)
    starts = [m.start for m in people.mentions if m.source is Source.LIST and m.place == "text"]
    items = [one.sentence for one in facts.said if is_nameless(one.sentence, people.words)]
    nameless = [item for item in items if not any(item.start <= at < item.end for at in starts)]
    if nameless and starts:
        unnamed = [Attendee(None, None, people.sender.organisation)] * min(len(nameless), MOST)
        found = [*found, *unnamed]
        counts = tuple(count for count in counts if not any(_within(count, item) for item in nameless))
    if comes and (without_sender(facts, people, found, counts) or _only_an_office(people, found)):
        found, comes = found[1:], False
    if not comes and _takes_kin(facts, people, found, counts):
        found, comes = [people.sender, *found], True
    found = filled(facts, people, found, comes, counts)
    more = with_added(people, found, counts)
    if more is not found:
        found, counts = more, tuple(count for count in counts if not count.added)
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
    beyond = among_us(facts, people, found) if comes else None
    if beyond is None and found == [people.sender] and not people.counts:
        beyond = someone_unread(facts, people)
    if beyond is not None:
        return Party(tuple(found), beyond, tuple(evidence))
    later = bool(facts.acts("name_later")) or nameless_kin(facts, people)
    if comes and facts.acts("name_later") and facts.answering.registered and found == [people.sender]:
        # "I signed up yesterday. May somebody of our board come as well? You'll hear who that is."
        found, comes = [Attendee(None, None, people.sender.organisation)], False
    return counted(found, comes, counts, tuple(evidence), later=later)


def _only_an_office(people: People, found: Sequence[Attendee]) -> bool:
    """ "Hierbij bestellen wij 1 deelname voor onze medewerker Sjoerd Ypma", from a mailbox of many that
    nobody signs: it is called after no person, and those who come are named."""
    if not people.mailbox_of_many or people.sender.name or people.signed or found[:1] != [people.sender]:
        return False
    return len(found) > 1 and all(one.name and " " in one.name for one in found[1:])


def _reached(one: Party, facts: Facts, people: People) -> Party:
    """The party, with the sender's address for the one who has none: "my husband doesn't do e-mail",
    "we share this mailbox"; for kin also "answer to this address". Of several it is who is named there."""
    others = [who for who in one.attendees if who.name and not same(who, people.sender, people.words)]
    without = [who for who in others if not who.email]
    if not without or not people.sender.email:
        return one
    if len(one.attendees) == 1 and of_role(people.sender.email, people.words):
        return one  # a front desk writes for a volunteer: its mailbox is nobody's own
    said = [(told, [token.word for token in told.sentence.words]) for told in facts.said]
    shared = [told for told, plain in said if _says(people.words, plain, "shares_address")]
    if len(others) > 1:
        ours = [token.word for told in shared for token in told.sentence.words]
        shared = shared if _says(people.words, ours, "me", "mine", "us") else []
        without = [who for who in without if fold((who.name or "").partition(" ")[0]) in ours]
    elif not shared:
        shared = [told for told, plain in said if _says(people.words, plain, "no_address")]
        if any(_says(people.words, plain, "this_address") for _, plain in said):
            shared = shared or [told for told, _ in said if _is_kin(facts, people, others[0])]
    if not shared or len(without) != 1:
        return one
    reached = replace(without[0], email=people.sender.email)
    return replace(one, attendees=tuple(reached if who is without[0] else who for who in one.attendees))


def _says(words: NameWords, plain: list[str], *families: str) -> bool:
    return any(words[family].first(plain) is not None for family in families)


def _is_kin(facts: Facts, people: People, who: Attendee) -> bool:
    there = [(m, facts.sentence_of(m)) for m in written(people) if same(m.attendee, who, people.words)]
    return any(one is not None and kin_of_the_writer(one, m, people.words) for m, one in there)


def _takes_kin(facts: Facts, people: People, found: Sequence[Attendee], counts: Sequence[Count]) -> bool:
    """ "My wife, Dr Indira Rao, does not let me go alone. Two places, please": the other is the writer."""
    exact = [count for count in counts if count.number > 0 and count.exact]
    if len(found) != 1 or not exact or any(count.number != 2 for count in exact):
        return False
    if facts.acts("sender_stays_away", "cannot"):
        return False
    return _is_kin(facts, people, found[0])


def _of_nameless(facts: Facts, people: People) -> tuple[Count, ...]:
    """The numbers, without a guest who is named: "onze stagiaire *Lotte ter Braak* en ik"."""
    named = [
        m for m in (*said_to_come(facts, people), *beside_the_writer(facts, people)) if m.place == "text"
    ]
    return tuple(
        replace(count, includes_sender=None) if _of_the_list(facts, people, count) else count
        for count in people.counts
        if not group_of_names(facts, people, count)
        and (
            count.includes_sender is not False
            or count.number != 1
            or not any(count.place == m.place and _of_named(count, m, people) for m in named)
        )
    )


def _of_the_list(facts: Facts, people: People, count: Count) -> bool:
    """ "I would like to register two of our team: - Thierno Diallo - myself": the writer is one of them. Not
    so in "I am bringing two colleagues"."""
    rows = [m for m in people.mentions if m.source in LISTED and m.place == "text"]
    if len(rows) != count.number or not any(Flag.SELF in m.flags for m in rows):
        return False
    one = next((one for one in facts.said if _within(count, one.sentence)), None)
    plain = [] if one is None else [token.word for token in one.sentence.words]
    return all(people.words[family].first(plain) is None for family in _BESIDE_ME)


def _of_named(count: Count, mention: Mention, people: People) -> bool:
    """Whether a guest has a name: inside the words that count them, or right behind."""
    inside = count.start < mention.start and mention.end < count.end
    behind = 0 <= mention.start - count.end <= _RIGHT_BEHIND
    return behind or (inside and len(people.counts) > 1)


def _unplaced(facts: Facts, people: People, found: list[Attendee]) -> str | None:
    """Somebody named in a sentence that says who comes, of whom nothing was made."""
    for mention in named(people):
        if Flag.SPEAKER in mention.flags and _is_signed_up(facts, mention):
            return mention.attendee.name  # "Please register Ann Bell (speaker of last year)"
    for mention, part in parts(facts, people):
        if mention.flags & AGAINST or Flag.SELF in mention.flags or mention.attendee.name is None:
            continue
        one = facts.sentence_of(mention)
        speaks = one is not None and (
            one.does("register", "comes", "accept", "self") or _by_hearsay(one, people.words)
        )
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


def _is_signed_up(facts: Facts, mention: Mention) -> bool:
    """Whether words of signing up stand right before the name."""
    one = facts.sentence_of(mention)
    return one is not None and any(0 < mention.start - act.end <= _RIGHT_BEFORE for act in one.of("register"))


def _by_hearsay(one: Said, words: NameWords) -> bool:
    """ "Ann Bell says that she wants to come": not "our teacher said that we could write to you"."""
    plain = [token.word for token in one.sentence.words]
    return one.does("hearsay") and (
        words["joins_in"].first(plain) is not None or words["third"].first(plain) is not None
    )


def _unread_item(facts: Facts, people: People) -> str | None:
    """A line between those of a list of people in which no name was found."""
    starts = [m.start for m in people.mentions if m.source is Source.LIST and m.place == "text"]
    run: list[tuple[str, bool]] = []
    led = False  # whether the words above the list ask for seats and lead to it
    for one, behind in pairwise((*facts.said, None, None)):
        if one is not None and one.sentence.role is Role.ITEM:
            stop = one.sentence.end
            cut = one.sentence.text.endswith((".", ".)"))  # "Colonel (ret.) Thomas Ashdown"
            if cut and behind is not None and behind.sentence.role is not Role.ITEM:
                stop = behind.sentence.end
            named = any(one.sentence.start <= start < stop for start in starts)
            named = named or is_nameless(one.sentence, people.words)
            run.append((one.sentence.text, named))
            continue
        sure = sum(named for _, named in run) >= 2 or (len(run) > 1 and run[0][1])
        missed = [text for text, named in run if not named and (sure or _capitals(text))]
        if missed and (sure or (led and len(missed) < len(run))):
            return missed[0]
        run = []
        led = one is not None and one.does(*COMING) and one.sentence.text.rstrip().endswith(":")
    return None


def _capitals(text: str) -> bool:
    """Whether a line may hold a name: two words in it that begin with a capital."""
    return len(_CAPITAL.findall(text)) > 1


def _within(count: Count, item: Sentence) -> bool:
    return count.place == item.place and item.start <= count.start < item.end


def is_nameless(sentence: Sentence, words: NameWords) -> bool:
    """ "3. N.N. (trainee)", "- a colleague, name to follow": a seat without a name in a list."""
    if sentence.role is not Role.ITEM:
        return False
    plain = [token.word for token in sentence.words]
    at = 1 if plain and plain[0].isdecimal() else 0
    family = words["nameless"]
    ends = len(plain) <= _SHORT_ITEM and family.length_before(plain, len(plain)) > 1
    return ends or family.length_at(plain, at) > 0


def shown(mention: Mention, rule: str) -> Evidence:
    return Evidence("attendee", rule, mention.words, mention.place, mention.start, mention.end)
