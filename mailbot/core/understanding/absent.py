"""Who is named only to say that they do not come: "Jan usually joins us, but he can't make it this time"."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, People
from mailbot.core.understanding.roles import Part, parts, written

_ABSENT = frozenset({"cannot", "out", "refuse"})
# One of these speaks of a seat that is there to be given up, or of somebody who steps in.
_HAD = ("cancel", "release", "replace", "already", "keep", "after_all")


def of_named(act: Act, facts: Facts, people: People) -> bool:
    """ "*Fatoumata* is ill and can't come": of whom the words before a giving up speak, where they do not
    speak of the writer."""
    one = next((one for one in facts.said if act in one.acts), None)
    if one is None or act.kind not in {"cannot", "release", "refuse", "cancel"}:
        return False
    if act.kind == "cancel":
        return _within_is_somebody(act, one, people)
    named = [m for m in written(people) if m.place == one.sentence.place]
    if not any(one.sentence.start <= mention.start < act.end for mention in named):
        return False  # what the words give to whom is looked for only where there is somebody
    said = [token.word for token in one.sentence.words if token.start < act.end]
    if any(people.words[family].first(said) is not None for family in ("subject", "us", "me")):
        return False
    ahead = [
        mention
        for mention, part in parts(facts, people)
        if part is Part.LEAVES
        and mention.place == one.sentence.place
        and one.sentence.start <= mention.start < act.end
    ]
    return bool(ahead) and not any(mention.flags & {Flag.SELF, Flag.BESIDE} for mention in ahead)


def _within_is_somebody(act: Act, one: Said, people: People) -> bool:
    """ "I have to cancel *Lotte Brands* for Thursday": whom the words of a giving up hold, and not "me"."""
    words = people.words
    named = [m for m in written(people) if m.place == one.sentence.place]
    inside = [m for m in named if act.start <= m.start < act.end]
    if not inside or any(m.flags & {Flag.SELF, Flag.BESIDE} for m in inside) or act.slug.startswith("votes/"):
        return False
    said = [token.word for token in one.sentence.words if act.start <= token.start < act.end]
    return all(words[family].first(said) is None for family in ("mine", "myself", "us"))


def only_told(draft: Draft, acts: Sequence[Act], others: Sequence[Attendee]) -> bool:
    """Whether a mail that signs people up only tells of these ``others`` that they do not come: they have no
    seat to give up."""
    facts, words = draft.facts, draft.people.words
    if not others or facts.registered or facts.answering.to not in {To.NOTHING, To.INVITATION}:
        return False
    if facts.acts(*_HAD) or not facts.acts("register", "comes"):
        return False
    if not all(act.kind in _ABSENT for act in acts):
        return False
    told = [one.sentence for one in facts.said if any(act in one.acts for act in acts)]
    return all(words["subject"].first([token.word for token in one.words]) is None for one in told)
