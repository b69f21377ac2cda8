"""Which events the letter is about that a mail answers or forwards."""

from __future__ import annotations

from datetime import date

from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.datewords import DateWords
from mailbot.core.understanding.pointing import EventMention, Place, Weight, mentions_in
from mailbot.core.understanding.profiles import Profiles

_LOOK = 8000  # characters of the earlier mail that are looked at


def thread_of(
    mail: Mail,
    profiles: Profiles,
    words: DateWords,
    today: date,
    replies: bool,
) -> tuple[EventMention, ...]:
    """What the answered or forwarded letter is about: full dates and numbered titles alone."""
    places = [Place(mail.subject, 0, len(mail.subject), "subject")] if replies else []
    left = _LOOK
    for stretch in mail.stretches:
        if stretch.part in {Part.QUOTED, Part.FORWARDED} and left > 0:
            end = min(stretch.end, stretch.start + left)
            places.append(Place(mail.text, stretch.start, end, "thread"))
            left -= end - stretch.start
    found = [m for place in places for m in mentions_in(place, profiles, words, today)]
    return tuple(m for m in found if m.weight is Weight.FIRM and m.events) or tuple(
        m for m in found if m.events and m.rule == "series"
    )
