"""Whose member somebody says to be: of the house that holds the event, or of a board, a club, a council."""

from __future__ import annotations

from mailbot.core.base import House
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Mention, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.tokens import tokens

_BEHIND = 6  # words behind "member of" that say of what
_NEAR = 8  # words of a line that tells somebody's part in a board: "mr. Shirley Monsanto, lid"


def of_another_house(act: Act, one: Said, facts: Facts, people: People, house: House) -> bool:
    """ "Lid van ons College van Bestuur", "a member of the city council": what it is of is told, and is not
    the house; "Kees Vos (lid)", among a chairman and a treasurer, is of their board."""
    words = people.words
    plain = [token.word for token in one.sentence.words]
    at = _member(act, one, words)
    if at is None:
        return False
    length = words["member_of"].length_at(plain, at + 1)
    if not length:
        return _of_a_board(one, facts, people)
    ours = {token.word for token in tokens(house.organisation)}
    behind = _of_what(one, at + 1 + length, words)
    return bool(behind) and not any(words["joined_house"].holds(word) or word in ours for word in behind)


def _of_what(one: Said, at: int, words: NameWords) -> list[str]:
    """The words that say of what: to the end of the clause, and on where "and of" adds another house."""
    found: list[str] = []
    spoken = one.sentence.words
    for number in range(at, min(len(spoken), at + _BEHIND)):
        before = one.sentence.text[spoken[number - 1].end - one.sentence.start :]
        if (
            before.lstrip()[:1] in {",", ";", ":", ".", ")", "("}
            and spoken[number].start > spoken[number - 1].end
        ):
            break
        joint = words["and_too"].holds(spoken[number].word)
        if joint and not words["member_of"].length_at([token.word for token in spoken], number + 1):
            break
        found.append(spoken[number].word)
    return found


def denied(act: Act, one: Said, words: NameWords) -> bool:
    """ "No member as far as I know", "geen lid, dacht ik": sure of that at least."""
    plain = [token.word for token in one.sentence.words]
    at = _member(act, one, words)
    return at is not None and words["denies_right_before"].length_before(plain, at) > 0


def _member(act: Act, one: Said, words: NameWords) -> int | None:
    for at, token in enumerate(one.sentence.words):
        if act.start <= token.start < act.end and words["member_words"].holds(token.word):
            return at
    return None


def _of_a_board(one: Said, facts: Facts, people: People) -> bool:
    """Whether it stands behind a name in a list, where another line names a chairman or a treasurer."""
    listed = [m for m in people.mentions if m.source is Source.LIST and m.place == one.sentence.place]
    there = [said for said in facts.said if any(_holds(said, mention) for mention in listed)]
    if one not in there or len(one.sentence.words) > _NEAR:
        return False
    words, member = people.words, people.words["member_words"]
    return any(
        words["functions"].holds(token.word) and not member.holds(token.word)
        for said in there
        for token in said.sentence.words
    )


def _holds(one: Said, mention: Mention) -> bool:
    return one.sentence.start <= mention.start < one.sentence.end
