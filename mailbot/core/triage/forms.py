"""Forms of a website: written by a program, for a person who filled it in and waits for an answer."""

from __future__ import annotations

from mailbot.core.mail.message import Mail
from mailbot.core.triage import mailings
from mailbot.core.triage.signs import count, said

_FIELDS = 3


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
