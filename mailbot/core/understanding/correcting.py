"""What a correction puts right: the spelling of a name, and which organisation it is, or is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.changes import registered_people
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Flag, People
from mailbot.core.understanding.names import once
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.organisations import could_be_organisation, run_at
from mailbot.core.understanding.request import Replacement
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import Token, fold, tokens
from mailbot.core.understanding.trades import behind_noun

_QUOTED = re.compile(r"[\"“„«‟]\s?([^\"“”„«»\n]{2,60}?)\s?[\"”“»]")
_ALIKE = 70  # of 100: how near a word must be to the one it puts right
_NEAR = 16  # characters between "is now called" and the name
_LEAST = 3  # letters of a word that can be misspelt
_LED = 6  # words before a name that lead to how it is to be written
_BEFORE = 4  # words before an organisation that may say that it is the former one


def spelt_alike(one: str | None, other: str | None) -> bool:
    """Whether two names are one person's, once with a mistake: "Jurgen Grobl", "Jürgen Größl"."""
    left, right = (fold(name or "").replace("-", " ") for name in (one, other))
    return max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right)) >= _ALIKE


def respelt(facts: Facts, people: People, lines: Sequence[Said]) -> Replacement | None:
    """ "It's Anouar Bensaid, not Anwar": a word of the correction that is nearly one of a name on the list
    takes its place; None where that could be said of several."""
    standing, words = registered_people(facts, people), people.words
    found: dict[tuple[str, str, str], Replacement] = {}
    whole = _called_alike(facts, people, standing, lines)
    if whole is not None:
        return None if spelt_alike(whole.now.name, people.sender.name) else whole
    for person in standing:
        for part in (person.name or "").split():
            for one in lines:
                for token in one.sentence.words:
                    text = one.sentence.text[
                        token.start - one.sentence.start : token.end - one.sentence.start
                    ]
                    if _puts_right(text, part, standing, words):
                        name = " ".join(
                            text if word == part else word for word in (person.name or "").split()
                        )
                        found[person.name or "", fold(part), text] = Replacement(
                            person, replace(person, name=name)
                        )
    pair = next(iter(found.values())) if len(found) == 1 else None
    # The writer's own name is best spelt as they sign.
    return None if pair is None or spelt_alike(pair.now.name, people.sender.name) else pair


def _called_alike(
    facts: Facts, people: People, standing: Sequence[Attendee], lines: Sequence[Said]
) -> Replacement | None:
    """ "He is called Abdoulaye N'Diaye, not Abdullah Diaye": a full name that is nearly one of the list."""
    found = _put_right(facts, people, standing, lines)
    return found[0] if len(found) == 1 else None


def respelt_besides(facts: Facts, people: People, pairs: Sequence[Replacement]) -> tuple[Replacement, ...]:
    """Who of the others on the list is called otherwise in a mail that changes one person for another."""
    standing, words = registered_people(facts, people), people.words
    taken = [one for pair in pairs for one in (pair.former, pair.now) if one is not None]
    rest = [one for one in standing if not any(same(one, other, words) for other in taken)]
    found = _put_right(facts, people, rest, facts.said)
    return tuple(pair for pair in found if not any(same(pair.now, other, words) for other in taken))


def _put_right(
    facts: Facts, people: People, standing: Sequence[Attendee], lines: Sequence[Said]
) -> list[Replacement]:
    """Those on the list who are named in full, and nearly as there; not the name that is said to be wrong."""
    listed = {one.name for one in registered_people(facts, people)}
    found: dict[tuple[str | None, str | None], Replacement] = {}
    for mention in written(people):
        name, one = mention.attendee.name or "", facts.sentence_of(mention)
        if Flag.SELF in mention.flags or " " not in name or name in listed or one not in lines:
            continue
        plain = [] if one is None else [t.word for t in one.sentence.words if t.end <= mention.start]
        if people.words["no_longer"].length_before(plain, len(plain)):
            continue  # "Putri Wulandari, not Wulandari Putri"
        for person in standing:
            if spelt_alike(name, person.name) and not (person.name or "").startswith(f"{name} "):
                email = person.email or mention.attendee.email
                now = replace(person, name=name, email=email)
                found[person.name, name] = Replacement(person, now)
    return list(found.values())


def both_of(person: Attendee, facts: Facts, people: People) -> tuple[Replacement, ...]:
    """ "Could the list say LusoForum for both of us?": the same organisation for the two who are listed."""
    standing, words = registered_people(facts, people), people.words
    lines = [one for one in facts.said if one.sentence.place == "text"]
    said = any(words["both"].first(_plain(one)) is not None for one in lines)
    house = person.organisation
    told = bool(house) and any(house in one.sentence.text for one in lines if house)
    if not said or not told or len(standing) != 2 or not any(same(one, person, words) for one in standing):
        return ()
    now = [person if same(one, person, words) else replace(one, organisation=house) for one in standing]
    return tuple(Replacement(was, is_) for was, is_ in zip(standing, now, strict=True))


def _puts_right(text: str, part: str, standing: Sequence[Attendee], words: NameWords) -> bool:
    """Whether a word of the mail is the word of a name with another letter, or with its accents."""
    if len(text) < _LEAST or len(part) < _LEAST or not text[0].isupper() or text.isupper() or text == part:
        return False
    if text.endswith(("'s", "’s")):
        return False  # "Jane's badge"
    if fold(text) == fold(part):
        return not text.isascii() and text.casefold() != part.casefold()
    known = {fold(word) for one in standing for word in (one.name or "").split()}
    if fold(text) in known or fold(text) in words.ordinary:
        return False
    return fuzz.ratio(fold(text), fold(part)) >= _ALIKE


def only_what_is_said(facts: Facts, people: People, person: Attendee, lines: Sequence[Said]) -> Attendee:
    """The person as the list has them, but for a name and an organisation that the mail itself speaks of: who
    asks for a vegan lunch has not asked to be called as they sign."""
    person = _without_former_house(facts, people, person)
    if facts.answering.known is None:
        return person
    standing = registered_people(facts, people)
    here = [one for one in standing if same(one, person, people.words)]
    here = here or [one for one in standing if one.email and fold(one.email) == fold(person.email or "")]
    if len(here) != 1:
        return person
    called, known = (person.name or "").split(), (here[0].name or "").split()
    fresh = [word.casefold() for word in called if word not in known and len(word) >= _LEAST]
    own = {fold(word) for word in called}  # their name below the mail is no news
    body = [one.sentence for one in facts.said if one.sentence.role is Role.BODY]
    spoken = " ".join(one.text.casefold() for one in body if not own.issuperset(t.word for t in one.words))
    said = bool(fresh) and all(word in spoken for word in fresh)
    said = said or called == once(" ".join(known)).split()  # "just Suryani", not "Suryani Suryani"
    house = any(person.organisation and person.organisation in one.sentence.text for one in lines)
    return replace(
        person,
        name=person.name if said else here[0].name,
        organisation=person.organisation if house else here[0].organisation,
    )


def as_written(person: Attendee, facts: Facts, people: People) -> Attendee:
    """The writer with their name as a correction writes it: "Chen is my family name, write Li Na Chen". The
    last one counts that such words lead to, and that is not said to be wrong."""
    words, own = people.words, person.name or ""
    if not own or not same(person, people.sender, words):
        return person
    found = own
    for mention in written(people):
        one = facts.sentence_of(mention)
        if one is None or one.sentence.role is not Role.BODY or " " not in mention.words:
            continue
        plain = [token.word for token in one.sentence.words if token.end <= mention.start]
        led = words["written_so"].first(plain[-_LED:]) is not None
        wrong = words["no_longer"].length_before(plain, len(plain)) > 0
        name = " ".join(mention.words.split())
        if led and not wrong and Flag.SELF in mention.flags and _reordered(name, own):
            found = name
    return replace(person, name=found)


def _reordered(name: str, own: str) -> bool:
    """Whether a name has the same words as another one in another order."""
    left, right = ([fold(word) for word in one.replace("-", " ").split()] for one in (name, own))
    return left != right and sorted(left) == sorted(right)


def with_house(person: Attendee, facts: Facts, words: NameWords) -> Attendee:
    """The person with the organisation that a correction sets in quotation marks: 'please put "RegioWerk"
    behind my name'; not one that stood there until now."""
    asked = facts.answering.to is To.DETAILS
    spoken = asked or any(words["house_put_right"].first(_plain(one)) is not None for one in facts.said)
    found: set[str] = set()
    for one in facts.said if spoken else ():
        if not asked and not one.does("correct", "replace"):
            continue
        for match in _QUOTED.finditer(one.sentence.text):
            before = [token.word for token in tokens(one.sentence.text[: match.start()])][-_BEFORE:]
            if words["no_longer"].first(before) is None and words["lacking"].first(before) is None:
                found.add(match[1].strip(" ,."))
    found = found or _renamed(person, facts, words)
    return replace(person, organisation=found.pop()) if len(found) == 1 else person


def _renamed(person: Attendee, facts: Facts, words: NameWords) -> set[str]:
    """ "Since January we are called New Light", "I now work for New Light", "that day I represent New Light":
    what the house is now."""
    found: set[str] = set()
    family = words["house_now"]
    for one in facts.said:
        plain = _plain(one)
        if one.sentence.place != "text" or family.first(plain) is None:
            continue
        ends = [at + length for at in range(len(plain)) if (length := family.length_at(plain, at))]
        begins = [one.sentence.words[end - 1].end - one.sentence.start for end in ends]
        names = filter(None, (_house_behind(one.sentence.text, begin, person, words) for begin in begins))
        found.update(list(names)[:1])
    return found


def _house_behind(text: str, begin: int, person: Attendee, words: NameWords) -> str:
    begin += text[begin : begin + 1] in {":", ","}  # "as a freelancer: Keller Texts"
    run = run_at(text, behind_noun(text, begin, words), len(text), words)
    name = run.name.rstrip(" .,;:!?") if run is not None and run.start - begin < _NEAR else ""
    fits = name and could_be_organisation(name, words) and not same_name(name, person, words)
    return name if fits else ""


def same_name(name: str, person: Attendee, words: NameWords) -> bool:
    return bool(person.name) and same(Attendee(name), person, words)


def answers_with_details(facts: Facts, people: People) -> bool:
    """Whether the answer to a letter that asks how to write a name or a house holds a name or a quotation."""
    if facts.answering.to is not To.DETAILS:
        return False
    own = any(Flag.SELF in m.flags and " " in m.words for m in written(people))
    body = [one.sentence for one in facts.said if one.sentence.role is Role.BODY]
    return own or any(_QUOTED.search(one.text) for one in body)


def _plain(one: Said) -> list[str]:
    return [token.word for token in one.sentence.words]


def _without_former_house(facts: Facts, people: People, person: Attendee) -> Attendee:
    """The person without an organisation that the mail only says not to be theirs: "no longer at X"."""
    house = person.organisation
    if not house:
        return person
    for one in facts.said:
        at = one.sentence.text.find(house)
        if at < 0:
            continue
        before: list[Token] = list(tokens(one.sentence.text[:at]))[-_BEFORE:]
        if people.words["no_longer"].first([token.word for token in before]) is not None:
            return replace(person, organisation=None)
    return person
