"""What a mail answers to: an offered seat, a confirmation, the invitation, or nothing we know.

The record knows best (``Context``); else the subject and the nearest quoted letter tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailbot.core.base import Context, Evidence, House, Known, Status
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.enlisted import listed, ours
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.phrasebook import Phrasebook
from mailbot.core.understanding.phrases import read_phrase
from mailbot.core.understanding.sentences import answers
from mailbot.core.understanding.tokens import tokens

_LOOK = 3000  # characters of a quoted letter that are looked at


class To(StrEnum):
    """The letters of ours that matter to an answer's meaning."""

    OFFER = "offer"
    CONFIRMATION = "confirmation"
    WAITLIST = "waitlist"
    INVITATION = "invitation"
    REMINDER = "reminder"
    DETAILS = "details"  # asks how a name or an organisation is to be written
    NOTHING = "nothing"


_KINDS = (To.OFFER, To.CONFIRMATION, To.WAITLIST, To.INVITATION, To.REMINDER, To.DETAILS)


@dataclass(frozen=True, slots=True)
class Answering:
    """``to`` what letter; ``known`` the registration of the record that it is about, if one is.

    ``registered``: the letter or the record shows that the sender stands on the list (or waits).
    """

    to: To = To.NOTHING
    known: Known | None = None
    registered: bool = False
    evidence: tuple[Evidence, ...] = ()
    listed: tuple[str, ...] = ()  # names that the quoted letter says are registered
    one_seat: bool = False  # the quoted letter offers a single one
    some_seats: bool = False  # it offers several

    @property
    def offered(self) -> int | None:
        """How many seats are offered; None where neither the record nor the letter tells."""
        held = self.known.attendees if self.known is not None else ()
        return sum(status is Status.OFFERED for _, status in held) or (1 if self.one_seat else None)


def _book(lexicon: Lexicon) -> Phrasebook:
    phrases = [
        (_KINDS.index(To(kind)), read_phrase(phrase, {}))
        for lang in lexicon.languages
        for kind, group in lexicon.table(lang, "letters").items()
        if kind in set(To)
        for phrase in group["say"]
    ]
    return Phrasebook(phrases)


def find_answering(mail: Mail, house: House, lexicon: Lexicon, context: Context) -> Answering:
    """What the mail answers to, by the record, the subject and the quoted text in this order."""
    known = _known(context, mail)
    seen, evidence = _letter(mail, house, lexicon)
    if known is None:
        registered = seen not in {To.INVITATION, To.NOTHING}
        one, some = _how_many(mail, lexicon) if seen is To.OFFER else (False, False)
        return Answering(seen, None, registered, evidence, listed(mail, house, lexicon), one, some)
    if known.offer_open:
        return Answering(To.OFFER, known, registered=True, evidence=evidence)
    standing = any(status in {Status.CONFIRMED, Status.WAITLISTED} for _, status in known.attendees)
    ran_out = any(status is Status.EXPIRED for _, status in known.attendees) and not standing
    if ran_out and (known.in_thread or seen is To.OFFER):
        return Answering(To.OFFER, known, registered=False, evidence=evidence)  # still their answer to it
    to = seen if seen is not To.OFFER else To.NOTHING  # an offer that was taken
    if to is To.NOTHING and standing:
        to = To.CONFIRMATION
    return Answering(to, known, standing, evidence)


def _known(context: Context, mail: Mail) -> Known | None:
    """The one registration it must be about; None where there are several and none in the thread."""
    threaded = [known for known in context.known if known.in_thread]
    if len(threaded) == 1:
        return threaded[0]
    offered = [known for known in threaded or context.known if known.offer_open]
    if len(offered) == 1:
        return offered[0]
    return context.known[0] if len(context.known) == 1 else None


def _letter(mail: Mail, house: House, lexicon: Lexicon) -> tuple[To, tuple[Evidence, ...]]:
    book = lexicon.compiled("letters", lambda: _book(lexicon))
    quoted = [s for s in mail.stretches if s.part in {Part.QUOTED, Part.FORWARDED}]
    if answers(mail.subject) or quoted:
        found = book.find(tokens(mail.subject)[:60])
        if found:
            best = min(found, key=lambda one: one.label)
            words = tokens(mail.subject)
            start, end = words[best.first].start, words[best.last - 1].end
            where = Evidence(
                "intent", f"answers.{_KINDS[best.label]}", mail.subject[start:end], "subject", start, end
            )
            return _KINDS[best.label], (where,)
    for stretch in quoted[:1]:
        words = tokens(mail.text[stretch.start : min(stretch.end, stretch.start + _LOOK)], stretch.start)
        found = book.find(words)
        if found and ours(mail.text[stretch.start : stretch.end], house):
            # The letters name each other ("your seat goes to the waiting list"): what says most of
            # itself decides, an offer before all.
            kinds = {_KINDS[one.label] for one in found}
            to = next(kind for kind in _KINDS if kind in kinds)
            first = next(one for one in found if _KINDS[one.label] is to)
            start, end = words[first.first].start, words[first.last - 1].end
            return to, (Evidence("intent", f"answers.{to}", mail.text[start:end], "text", start, end),)
    return To.NOTHING, ()


def _how_many(mail: Mail, lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether the nearest quoted letter speaks of one seat, "er is een plaats vrijgekomen", or of several:
    then also the subject that all such letters have may speak of one."""
    one, some = lexicon.compiled("letters-of-one", lambda: (_of(lexicon, "one"), _of(lexicon, "some")))
    quoted = next((s for s in mail.stretches if s.part is Part.QUOTED), None)
    if quoted is None:
        return False, False
    words = tokens(mail.text[quoted.start : min(quoted.end, quoted.start + _LOOK)])
    several = bool(some.find(words))
    return not several and bool(one.find(words)), several


def _of(lexicon: Lexicon, how_many: str) -> Phrasebook:
    return Phrasebook(
        [
            (0, read_phrase(phrase, {}))
            for lang in lexicon.languages
            for phrase in lexicon.table(lang, "letters").get(f"offer_of_{how_many}", {}).get("say", ())
        ]
    )
