"""Where in the mail each person of a reading stands, so that whoever checks it need not search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailbot.core.base import Attendee, Evidence
from mailbot.core.mail.message import Mail, Part

_RULES = {
    Part.NEW: "named in the mail",
    Part.SIGNATURE: "the signature",
    Part.FORWARDED: "named in what is passed on",
    Part.QUOTED: "named in the letter that is answered",
}


def traced(people: Sequence[Attendee], mail: Mail, shown: Sequence[Evidence]) -> Iterator[Evidence]:
    """Evidence for each person who has a name and none yet: their words where they are read first."""
    known = [one.words for one in shown if one.about == "attendee"]
    for person in people:
        name = person.name
        if not name or any(name in words or words in name for words in known):
            continue
        found = _found(name, mail) or _sender(person, mail)
        if found is not None:
            yield found


def _found(name: str, mail: Mail) -> Evidence | None:
    """The name as it stands in the mail; where it stands nowhere in full, the last of its words."""
    headers = (("from", mail.header("from") or "", "From"), ("cc", mail.header("cc") or "", "Cc"))
    for wanted in dict.fromkeys((name, name.rpartition(" ")[2])):
        for part, rule in _RULES.items():
            for stretch in mail.stretches:
                at = mail.text.find(wanted, stretch.start, stretch.end) if stretch.part is part else -1
                if at >= 0:
                    return Evidence("attendee", rule, wanted, "text", at, at + len(wanted))
        for place, text, rule in (("subject", mail.subject, "named in the subject"), *headers):
            if (at := text.find(wanted)) >= 0:
                return Evidence("attendee", rule, wanted, place, at, at + len(wanted))
    return None


def _sender(person: Attendee, mail: Mail) -> Evidence | None:
    """The address in From that a name was made of."""
    if mail.sender is None or not person.email or person.email.casefold() != mail.sender.email.casefold():
        return None
    written = mail.header("from") or ""
    at = max(0, written.find(mail.sender.email))
    end = at + len(mail.sender.email)
    return Evidence("attendee", "From", written[at:end], "from", at, end)
