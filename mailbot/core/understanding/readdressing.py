"""Which address a correction sets: the one that holds, not the one that is old, wrong or a colleague's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.addressing import fits, of_role
from mailbot.core.understanding.changes import registered_people
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Flag
from mailbot.core.understanding.namewords import Family, NameWords
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.tokens import fold

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_BEFORE = 4  # words before an address that may say that it is the former one
_TOLD = 16  # words before an address, back to the one before it, that may say whether it is right
_NEARLY = 88  # of 100: how alike an address and its mistyped form are


@dataclass(frozen=True, slots=True)
class _Written:
    """An address of the body, and whether the words around it call it right or wrong; None: neither."""

    address: str
    right: bool | None


def new_addresses(lines: Iterable[Said], draft: Draft) -> set[str]:
    """The addresses in these sentences at which the writer may want to be written to: not the one they
    write from, none that a bill goes to, and no colleague's."""
    people, words = draft.people, draft.people.words
    others = [m.attendee for m in written(people) if Flag.SELF not in m.flags and m.attendee.name]
    several = len(
        {match.group() for one in draft.facts.said for match in _ADDRESS.finditer(one.sentence.text)}
    )
    wrong = _wrong(draft)
    if (right := _called_right(draft)) is not None:
        return {right}
    found: set[str] = set()
    for one in lines:
        if one.sentence.place != "text" or words["billing"].first(_plain(one)) is not None:
            continue
        for match in _ADDRESS.finditer(one.sentence.text):
            address = match.group().rstrip(".")
            if address in wrong:
                continue
            told = one.does("already") and not one.does("correct")
            if told or _of_no_use(one, match, draft, several > 1):
                continue  # "I registered with my old address, ..."
            of_another = any(fits(address, other.name or "", words) > 1 for other in others)
            if not (of_another and not one.does("correct")) and not of_role(address, words):
                found.add(address)
    return found if len(found) < 2 else found - {people.sender.email or ""}


def _of_no_use(one: Said, match: re.Match[str], draft: Draft, several: bool) -> bool:
    """Whether an address is said to be the old or the wrong one: before it, behind it, by the sentence that
    follows, or, where there is another, as the one that was given: "I gave you x@. That doesn't exist"."""
    words, said = draft.people.words, draft.facts.said
    start = one.sentence.start
    before = [token.word for token in one.sentence.words if token.end <= start + match.start()]
    behind = [token.word for token in one.sentence.words if token.start >= start + match.end()]
    if words["no_longer"].first(before[-_BEFORE:]) is not None:
        return True
    if (at := words["no_use"].first(behind)) is not None and at < _BEFORE:
        return True
    following = next((after for here, after in pairwise(said) if here is one), None)
    last = not _ADDRESS.search(one.sentence.text, match.end())
    if last and following is not None and not _ADDRESS.search(following.sentence.text):
        at = words["no_use"].first(_plain(following))
        if at is not None and at < _BEFORE:
            return True
    return several and any(words["gave"].first(part) is not None for part in (before, behind[: 2 * _BEFORE]))


def _called_right(draft: Draft) -> str | None:
    """The one address that the words around it call the right one, beside another one."""
    written_here = list(_told(draft))
    right = {one.address for one in written_here if one.right}
    others = {one.address for one in written_here} - right
    return next(iter(right)) if len(right) == 1 and others else None


def _wrong(draft: Draft) -> set[str]:
    """The addresses that are called wrong and nowhere right; and the one that is nearly the writer's own,
    where a slip is spoken of."""
    written_here = list(_told(draft))
    right = {one.address for one in written_here if one.right}
    wrong = {one.address for one in written_here if one.right is False} - right
    own = fold(draft.people.sender.email or "")
    if len({one.address for one in written_here}) == 1 and own:
        plain = [word for one in draft.facts.said for word in _plain(one)]
        slip = draft.people.words["mistyped"].first(plain) is not None
        wrong |= {
            one.address
            for one in written_here
            if slip and not one.right and own != fold(one.address) and _nearly(one.address, own)
        }
    return wrong


def _nearly(left: str, right: str) -> bool:
    return fuzz.ratio(fold(left), fold(right)) >= _NEARLY


def _told(draft: Draft) -> Iterator[_Written]:
    """Every address of the body, with what is said of it."""
    words = draft.people.words
    ahead: list[str] = []
    right: bool | None = None
    for one in draft.facts.said:
        if one.sentence.place != "text":
            continue
        text, start = one.sentence.text, one.sentence.start
        begin = start
        matches = list(_ADDRESS.finditer(text))
        for number, match in enumerate(matches):
            ahead += [
                token.word for token in one.sentence.words if begin <= token.start < start + match.start()
            ]
            begin = start + match.end()
            until = start + (matches[number + 1].start() if number + 1 < len(matches) else len(text))
            behind = [token.word for token in one.sentence.words if begin <= token.start < until]
            more = number + 1 < len(matches)
            instead = words["in_place_of"].first(ahead[-_BEFORE:]) is not None
            if instead and right is False:
                right = True  # "my address is wrong: you have x@... instead of y@..."
            else:
                right = _is_right(ahead[-_TOLD:], behind, words, more=more)
            yield _Written(match.group().rstrip("."), right)
            ahead = []
        ahead += [token.word for token in one.sentence.words if token.start >= begin]


def _is_right(ahead: list[str], behind: list[str], words: NameWords, *, more: bool) -> bool | None:
    """By the nearest words before it: "the right one is", "a mistake in my address:", "instead of"; or by
    those between it and the next: "x@... should be y@..."."""
    if more and len(behind) <= 2 * _BEFORE and words["put_right"].first(behind) is not None:
        return False
    near = ahead[-_BEFORE:]
    if words["denying"].first(near[-2:]) is not None or words["in_place_of"].first(near) is not None:
        return False
    right, wrong = _last(words["put_right"], ahead), _last(words["mistyped"], ahead)
    return None if right == wrong == 0 else right > wrong


def _last(family: Family, plain: Sequence[str]) -> int:
    """Behind which word the last ones of a family end; 0 where there are none."""
    spoken = list(plain)
    return max(
        (at + length for at in range(len(spoken)) if (length := family.length_at(spoken, at))), default=0
    )


def whose_address(address: str, draft: Draft) -> Attendee | None:
    """The one person, not the writer, whose address this is: "He never got it. It is s.veldhuis@..."."""
    people, words = draft.people, draft.people.words
    sender = people.sender
    if fold(address) == fold(sender.email or "") or (sender.name and fits(address, sender.name, words)):
        return None
    named = [m.attendee for m in written(people) if Flag.SELF not in m.flags and m.attendee.name]
    found: list[Attendee] = []
    for one in (*named, *registered_people(draft.facts, people)):
        theirs = fold(one.email or "") == fold(address) or fits(address, one.name or "", words) > 1
        own = bool(sender.name) and same(one, sender, words)
        if theirs and not own and not any(same(one, other, words) for other in found):
            found.append(one)
    return found[0] if len(found) == 1 else None


def of_another(draft: Draft) -> set[str]:
    """The one address of the mail, where it is a colleague's."""
    said = [one.sentence.text for one in draft.facts.said if one.sentence.place == "text"]
    found = {match.group().rstrip(".") for text in said for match in _ADDRESS.finditer(text)}
    return found if len(found) == 1 and all(whose_address(one, draft) for one in found) else set()


def with_address(person: Attendee, draft: Draft) -> Attendee:
    """The person with the address that stands apart from the name and is plainly made of it: "My neighbour,
    Jacoba Pereira, comes. Mail: jacoba.pereira@..."."""
    if person.email is not None or not person.name:
        return person
    people = draft.people
    taken = {fold(mention.attendee.email or "") for mention in people.mentions}
    found = {
        match.group().rstrip(".")
        for one in draft.facts.said
        if one.sentence.place == "text"
        for match in _ADDRESS.finditer(one.sentence.text)
    }
    fitting = {one for one in found if fold(one) not in taken and fits(one, person.name, people.words)}
    return replace(person, email=fitting.pop()) if len(fitting) == 1 else person


def _plain(one: Said) -> list[str]:
    return [token.word for token in one.sentence.words]
