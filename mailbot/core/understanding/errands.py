"""Whether somebody asked the writer to do something for them, as secretaries are."""

from __future__ import annotations

from mailbot.core.understanding.namewords import NameWords

_ASKED = 2  # words between "asked me to" and "him"


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
