"""Reasons to be careful with a mail that a person wrote: who wrote it, whether all of it was read."""

from __future__ import annotations

import re

from mailbot.core.base import MAY_BE_ABSENT, House, Reason
from mailbot.core.mail.message import Mail
from mailbot.core.triage import mailings, words
from mailbot.core.triage.forms import passes_a_person_on, relays_a_person
from mailbot.core.triage.signs import count, own_words, said

_WORD = re.compile(r"\w+")
_SENDER = {
    "from-missing": "The mail has no From: nobody can be answered.",
    "from-several": "The mail names more than one sender.",
    "from-broken": "The sender's address cannot be read without guessing.",
    "from-lookalike": "The sender shows one address and writes from another.",
    "reply-to-several": "The mail asks for the answer to go to several addresses.",
    "reply-to-broken": "The address for the answer cannot be read.",
}
_READING = {
    "trimmed-empty": "Nothing but quoted or forwarded text was found; the answer may stand among it.",
    "trimmed-doubtful": "Answers may stand between the quoted lines.",
    "text-cut": "The mail is longer than is read.",
    "html-cut": "The mail is longer than is read.",
    "html-too-complex": "The mail's layout is too complex to be read with certainty.",
    "html-broken": "The mail's layout is broken.",
    "parts-cut": "The mail has more parts than are read.",
    "mime-too-deep": "The mail is nested deeper than is read.",
    "mime-too-complex": "The mail is built too strangely to be read whole.",
    "mime-broken": "The mail is built too strangely to be read whole.",
    "header-block-cut": "The mail's headers are longer than is read.",
    "headers-cut": "The mail has more headers than are read.",
    "body-unreadable": "The mail's text could not be read.",
    "multipart-broken": "The parts of the mail could not be told apart.",
    "base64-broken": "The mail's text arrived damaged.",
    "winmail-only": "The mail's text is in a format of Outlook that is not read (winmail.dat).",
    "encrypted": "The mail is encrypted.",
    "text-was-attached": "The mail's text came as an attachment.",
}
_CUT_HEADERS = ("header-cut:from", "header-cut:subject", "header-cut:reply-to", "header-cut:message-id")


def doubts_about(mail: Mail, house: House) -> tuple[Reason, ...]:
    """Every doubt there is, the sender's first."""
    found = [Reason(defect, _SENDER[defect]) for defect in mail.defects if defect in _SENDER]
    found += [Reason(defect, _READING[defect]) for defect in mail.defects if defect in _READING]
    if any(defect in _CUT_HEADERS for defect in mail.defects):
        found.append(Reason("header-cut", "A header of the mail is longer than any person writes."))
    found += filter(None, (_answer_elsewhere(mail), _poses_as_us(mail, house), _may_be_automatic(mail)))
    if command := said(mailings.TO_THE_MACHINE, f"{mail.subject}\n{mail.text}"):
        found.append(
            Reason("speaks-to-the-machine", f"It tries to instruct whoever reads the mail: “{command}”.")
        )
    return tuple(found)


def _answer_elsewhere(mail: Mail) -> Reason | None:
    """Reply-To of another domain, unless a form relays it, the writer names the address (corpus: 046) or
    whom it belongs to: "Greetings, Li Wei" by a desk's account, to be answered at Li Wei's own."""
    if mail.reply_to is None or mail.sender is None or mail.reply_to.domain == mail.sender.domain:
        return None
    if relays_a_person(mail) or passes_a_person_on(mail):
        return None
    if mail.reply_to.email.lower() in mail.new.lower():
        return None
    if _signs_for_a_desk(mail.reply_to.name, mail.sender.name, own_words(mail)):
        return None
    return Reason("reply-to-elsewhere", f"The answer would go to {mail.reply_to.email}, not to the sender.")


def _signs_for_a_desk(whose: str, shown: str, written: str) -> bool:
    """Whether who is to be answered is named in the mail, and who sends it bears another name altogether: one
    name with two addresses may be somebody who poses as them."""
    words = _WORD.findall(whose.casefold())
    signed = f" {' '.join(words)} " in f" {' '.join(_WORD.findall(written.casefold()))} "
    return len(words) > 1 and signed and not set(words) & set(_WORD.findall(shown.casefold()))


def _poses_as_us(mail: Mail, house: House) -> Reason | None:
    if mail.sender is None or mail.sender.domain == house.mailbox.domain or relays_a_person(mail):
        return None
    shown = mail.sender.name.casefold().strip()
    if shown and shown in {house.organisation.casefold(), house.mailbox.name.casefold()}:
        return Reason("from-poses-as-us", f"The sender calls itself {mail.sender.name}, but is not ours.")
    return None


def _may_be_automatic(mail: Mail) -> Reason | None:
    text = own_words(mail)
    subject = said(words.AUTOMATIC_SUBJECTS, mail.subject)
    absent = said(words.ABSENT, text)
    unattended = count(words.UNATTENDED, text) + count(words.URGENT, text)
    if (subject and (absent or unattended)) or (absent and unattended >= 2):
        return Reason(
            MAY_BE_ABSENT,
            f"It may be an absence note (“{absent or subject}”), but it also wants something.",
        )
    if said(words.BOUNCE_SUBJECTS, mail.subject):
        return Reason("may-be-automatic", "Its subject is that of a delivery report.")
    return None
