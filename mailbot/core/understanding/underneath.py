"""Names that only stand underneath a mail, and corrections that name no value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.mentions import Flag, Source
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import tokens

_VALUE = re.compile(r"[\d@\"“”„«»‘]")
_FEW = 3  # words of a greeting before the name that signs
_LAST = 2  # sentences at the end that may be no more than a name


def only_signs(who: Attendee, draft: Draft) -> bool:
    """Whether a person, not the one who From says writes, is named as the signer alone: "Cheers, Angus"."""
    people, said = draft.people, [one for one in draft.facts.said if one.sentence.place == "text"]
    last = said[-_LAST:]
    if any(
        Flag.SELF in m.flags and m.source is not Source.FROM for m in people.mentions if m.place == "text"
    ):
        return False  # From's own name stands there too: "In my place comes: Piet Jansen. Regards, Robin"
    found = False
    for mention in written(people):
        if Flag.SELF in mention.flags or not same(mention.attendee, who, people.words):
            continue
        one = draft.facts.sentence_of(mention)
        if one is None or one not in last or one.sentence.role is Role.ITEM:
            return False
        rest = [t for t in one.sentence.words if not mention.start <= t.start < mention.end]
        closes = [t for t in rest if people.words["closings"].opens(t.word)]
        if len(rest) > _FEW or (rest and not closes):
            return False
        found = True
    return found


def says_what(person: Attendee, corrections: Sequence[Act], lines: Sequence[Said], draft: Draft) -> bool:
    """Whether a correction says what is to be: by exact words, or by a value beside loose ones: a name, a
    house, a title, a number, something quoted."""
    if any("correct.details" in act.slug for act in corrections):
        return True
    own = {token.word for token in tokens(person.name or "")}
    for one in lines:
        text, plain = one.sentence.text, [token.word for token in one.sentence.words]
        if _VALUE.search(text) or (person.organisation and person.organisation in text):
            return True
        if any(draft.people.words["titles"].holds(word) for word in plain):
            return True
    for one in draft.facts.said:  # "It is Keller, Robin Keller", and not that name under the mail
        plain = [token.word for token in one.sentence.words]
        others = [word for word in plain if word not in own]
        signs = draft.people.words["closings"].first(plain) is not None
        if one.sentence.place == "text" and len(plain) > len(others) > 1 and not signs:
            return True
    return False
