"""Whether the names of a party make its number full, and whether the writer is one of them."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.base import Attendee, Reason
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Count, Flag, People, Source
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.roles import written

_BUT = frozenset({"maar", "but", "aber", "mais", "only", "nur", "slechts", "alleen"})
_NEAR = 40  # characters between a number and the colon before the names


def without_sender(people: People, found: Sequence[Attendee], counts: Sequence[Count]) -> bool:
    """ "We come with two: Agnes Kuhn and Samira Yildirim", from somebody else's mailbox: the names make the
    number full, and who sends it (the first of ``found``) stands nowhere in the text."""
    named = len(found) - 1
    exact = [count for count in counts if count.number > 0]
    if not exact or named < 2 or not all(count.exact for count in counts) or found[0] != people.sender:
        return False
    if any(count.includes_sender is False or count.number != named for count in exact):
        return False
    me = people.sender.name
    return me is None or not any(
        mention.source is not Source.FROM
        and mention.attendee.name
        and same_person(me, mention.attendee.name, people.words)
        for mention in people.mentions
    )


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
        me = people.words["me"].first(behind) is not None
        others = any(count is not other and _holds(one, other) for other in people.counts)
        if len(names) > 1 and count.number not in {len(names), len(names) + me} and not others:
            text = f'"{count.words}", and {len(names) + me} are named.'
            return Reason("number-and-names", f"The number and the names do not agree: {text}")
    return None


def _holds(one: Said, count: Count) -> bool:
    return one.sentence.place == count.place and one.sentence.start <= count.start < one.sentence.end
