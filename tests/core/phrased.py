"""What the phrases alone make of an answer to one of our letters, whatever the mail as a whole leans to."""

from __future__ import annotations

from mailbot.core.mail.message import Mail
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.reader import drafted
from mailbot.core.understanding.request import Request
from mailbot.edges.words import load_lexicon
from tests.core.letters import HOUSE, letter

LEXICON = load_lexicon()
WRITER = "Robin Keller <robin.keller@seewind.example>"
_OFFER = (
    "On 9 Jan 2018 Partos <info@partos.example> wrote:\n"
    "> Good news: A seat has become available for the 4th Meet Up for Strategic Partnerships on\n"
    "> Thursday 18 January 2018. You were first on the waiting list.\n>\n"
    "> Would you like to have it? Then please reply YES within 48 hours.\n>\n> Partos"
)
_CONFIRMED = (
    "On 5 Jan 2018 Partos <info@partos.example> wrote:\n"
    "> Thank you for your registration. You are on the list for:\n"
    "> 4th Meet Up for Strategic Partnerships, Thursday 18 January 2018\n>\n"
    "> Registered: {}\n>\n> Partos"
)


def phrased(mail: Mail) -> Request:
    return compose(drafted(mail, HOUSE, LEXICON))


def to_offer(words: str) -> Request:
    """Robin Keller answers the offer of a seat."""
    subject = "Re: A seat is available: 4th Meet Up for Strategic Partnerships"
    return phrased(letter(words, WRITER, quoted=_OFFER, subject=subject, signature="Robin Keller\n"))


def to_confirmation(words: str, *listed: str, cc: tuple[str, ...] = ()) -> Request:
    """Robin Keller answers the confirmation on which people are ``listed``."""
    subject = "Re: Confirmation: 4th Meet Up for Strategic Partnerships"
    quoted = _CONFIRMED.format(", ".join(listed or ("Robin Keller",)))
    return phrased(letter(words, WRITER, quoted=quoted, subject=subject, signature="Robin Keller\n", cc=cc))


def fresh(words: str, *, subject: str = "Meet Up 18 January") -> Request:
    """Robin Keller writes for the first time."""
    return phrased(letter(words, WRITER, subject=subject, signature="Robin Keller\n"))


def names(request: Request) -> list[str]:
    return sorted(str(one.name) for one in request.attendees)


def said(request: Request) -> str:
    """The intent, with a "?" where the phrases leave it to a person."""
    return f"{request.intent}{'?' if request.review else ''}"
