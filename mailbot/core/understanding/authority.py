"""Whether a mail shows that its writer may give up somebody else's seat."""

from __future__ import annotations

from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.errands import asked_for
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, People
from mailbot.core.understanding.roles import written
from mailbot.core.understanding.tokens import tokens

_LAST = 12  # lines at the end of a mail in which its writer may say what they are


def by_hearsay(facts: Facts, people: People) -> bool:
    """ "I heard that Paul won't come": what is said of somebody else is only told. "She doesn't know yet"
    tells it of those who did not ask for it."""
    told = [one for one in facts.said if one.does("rumour", "hearsay")]
    unasked = all(act.slug.endswith("unasked") for act in facts.acts("rumour", "hearsay"))
    if not told or (unasked and facts.acts("authority")):
        return False
    theirs = facts.acts("cancel", "out", "release", "cannot", "replace", who=("them",))
    named = [m for m in written(people) if Flag.SELF not in m.flags]
    own = facts.acts("cancel", "cannot", "release", "refuse", who=("me", "us"))
    spoken_of = bool(named) and not [act for act in own if not act.slug.startswith("votes/")]
    return bool(theirs) or spoken_of or any(facts.sentence_of(mention) in told for mention in named)


def may_speak(facts: Facts, people: People, mail: Mail) -> bool:
    """They stand on the list themselves, registered the other one, were asked to write, write for them, or
    do their mail. Whose registrations they may touch, the record tells in the end."""
    if facts.registered or facts.acts("authority"):
        return True
    if any(asked_for([word.word for word in one.sentence.words], people.words) for one in facts.said):
        return True
    on_behalf = any(Flag.FOR in mention.flags for mention in written(people))
    return on_behalf or people.mailbox_of_many or _secretary(people, mail)


def _secretary(people: People, mail: Mail) -> bool:
    """ "Ama Boakye, Executive Assistant to the CEO", below the mail."""
    own = [s for s in mail.stretches if s.part in {Part.NEW, Part.SIGNATURE}]
    lines = [line for s in own for line in mail.text[s.start : s.end].splitlines() if line.strip()]
    family = people.words["secretaries"]
    return any(
        len(plain) < 10 and family.first(plain) is not None
        for plain in ([token.word for token in tokens(line)] for line in lines[-_LAST:])
    )
