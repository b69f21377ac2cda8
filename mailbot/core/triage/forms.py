"""Forms of a website: written by a program, for a person who filled it in and waits for an answer."""

from __future__ import annotations

import re
import unicodedata

from mailbot.core.mail.message import Mail
from mailbot.core.triage import mailings
from mailbot.core.triage.signs import count, local_part, said

_FIELDS = 3
_READ = 8_000  # characters, as of all wording
_NAMES = 2  # a first and a last name
_NO_REPLY = re.compile("|".join(f"(?:{pattern})" for pattern in mailings.NO_REPLY_LOCAL_PARTS))
_LETTERS = re.compile(r"[^\W\d_]+")


def reads_no_answers(local: str) -> bool:
    """The part before the @ of an address that nobody reads."""
    return bool(_NO_REPLY.fullmatch(local))


def passes_a_person_on(mail: Mail) -> bool:
    """Sent by a desk that reads no answers, to be answered to who signs it: a relay, or a system of
    an office. A shop signs with its own name, and a desk stands in its Reply-To: neither has two names."""
    answer = mail.reply_to
    if answer is None or not reads_no_answers(local_part(mail)):
        return False
    names = [one for one in _words(answer.name) if len(one) > 1]
    if len(names) < _NAMES or reads_no_answers(answer.email.rpartition("@")[0].lower()):
        return False
    # "i.duarte", "ines.duarte", "duarte": a person's address has a person's name.
    return set(names) <= set(_words(mail.text)) and not set(names).isdisjoint(_words(answer.email))


def _words(text: str) -> list[str]:
    """Without accents: "Ayşe" writes from ayse@."""
    folded = unicodedata.normalize("NFKD", text[:_READ].lower())
    return _LETTERS.findall("".join(one for one in folded if not unicodedata.combining(one)))


def relays_a_person(mail: Mail) -> bool:
    """Labelled fields, among them an address or message, and somebody else to answer to.

    Corpus: 036-contactformulier. Without a Reply-To the form must call itself one.
    """
    fields = count(mailings.FORM_FIELDS, mail.text, by_line=True)
    if fields < 2:
        return False
    marked = bool(said(mailings.FORM_MARKS, f"{mail.subject}\n{mail.text}"))
    elsewhere = mail.reply_to is not None and (
        mail.sender is None or mail.reply_to.email != mail.sender.email
    )
    return (elsewhere and (marked or fields >= _FIELDS)) or (marked and fields >= _FIELDS)
