"""Whether somebody asked the writer to do something for them, as secretaries are."""

from __future__ import annotations

from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.mentions import Flag, Mention, Source
from mailbot.core.understanding.namewords import NameWords

_ASKED = 2  # words between "asked me to" and "him"
_CLOSE = 8  # words between "asked me to" and the name of who is signed up


def asked_for(plain: list[str], words: NameWords) -> bool:
    """Whether the sentence says that somebody asked the writer to do something for *them*: "hat mich gebeten,
    ihn ... anzumelden", and not for the writer too."""
    asked = words["asked_me"].first(plain)
    if asked is None:
        return False
    behind = plain[asked + words["asked_me"].length_at(plain, asked) :]
    near = behind[: _ASKED + 1]
    pointed = words["pointing"].first(near[:_ASKED]) is not None or words["owned"].first(near) is not None
    return pointed and words["me"].first(behind) is None


def asked_for_named(one: Said, named: list[Mention], words: NameWords) -> bool:
    """Whether somebody asked the writer to sign up who is then named: "Owen asked me to register Jane Fox",
    not "asked me to register with Jane Fox", nor "... Jane Fox and myself"."""
    spoken = one.sentence.words
    plain = [token.word for token in spoken]
    asked = words["asked_me"].first(plain) if one.does("register") else None
    if asked is None:
        return False
    behind = asked + words["asked_me"].length_at(plain, asked)
    if words["me"].first(plain[behind:]) is not None or words["myself"].first(plain[behind:]) is not None:
        return False
    for at in range(behind, min(len(plain), behind + _CLOSE)):
        there = [m for m in named if m.start == spoken[at].start and m.place == one.sentence.place]
        if not there or there[0].source is not Source.PROSE or Flag.SELF in there[0].flags:
            continue
        ahead = plain[behind:at]
        while ahead and (ahead[-1] in words["titles"].words or words["articles"].holds(ahead[-1])):
            ahead.pop()
        led = ("and_too", "with_whom", "alongside")
        return not any(words[family].length_before(ahead, len(ahead)) for family in led)
    return False
