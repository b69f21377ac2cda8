"""Raw bytes to what they ask for: parse, triage, understand."""

from __future__ import annotations

from datetime import datetime

from mailbot.core.base import Context, House
from mailbot.core.mail.message import Mail
from mailbot.core.mail.reader import parse
from mailbot.core.reading import Reading
from mailbot.core.triage.forms import relays_a_person
from mailbot.core.triage.outcome import IgnoreKind, SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import NOTHING_KNOWN, drafted, understand
from mailbot.core.understanding.request import Intent, Request


def read(
    content: bytes,
    house: House,
    lexicon: Lexicon,
    context: Context = NOTHING_KNOWN,
    *,
    arrived: datetime | None = None,
) -> Reading:
    """Read raw bytes; never raises for what a stranger sent. ``arrived`` counts where a mail has no date."""
    mail = parse(content)
    judged = triage(mail, house)
    if isinstance(judged, SetAside):
        return _set_aside(mail, judged, house)
    unread = Reading(mail, None, judged.doubts, _NOTHING, judged.suspect)
    return understood(unread, house, lexicon, context, arrived=arrived)


_NOTHING = Request("", Intent.OTHER)


def understood(
    reading: Reading,
    house: House,
    lexicon: Lexicon,
    context: Context = NOTHING_KNOWN,
    *,
    arrived: datetime | None = None,
) -> Reading:
    """The same mail read again with what the record knows, without parsing it again."""
    if reading.aside is not None:
        return reading
    mail, doubts = reading.mail, reading.doubts
    if reading.suspect:
        draft = drafted(mail, house, lexicon, context, doubts=doubts, arrived=arrived)
        if _wants_nothing(compose(draft)):
            return _set_aside(mail, reading.suspect, house)
    relayed = relays_a_person(mail)
    request = understand(mail, house, lexicon, context, doubts=doubts, arrived=arrived, relayed=relayed)
    if request.intent is Intent.IGNORE:
        return _set_aside(mail, SetAside(IgnoreKind.SPAM, request.reasons[0]), house)
    return Reading(mail, None, doubts, request, reading.suspect)


def _wants_nothing(request: Request) -> bool:
    """By the phrases alone: how whole mails are weighed was learned from people's."""
    return request.intent is Intent.OTHER or not request.about_event


def _set_aside(mail: Mail, why: SetAside, house: House) -> Reading:
    request = Request(house.default_language, Intent.IGNORE, reasons=(why.reason,))
    return Reading(mail, why, (), request)
