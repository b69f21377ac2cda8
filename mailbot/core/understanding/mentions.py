"""What is said of people in a mail: who is named where, and which numbers count people.

Values only. ``people`` finds the names, ``numbers`` the counts; who of them comes is for the
sentences to tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from mailbot.core.base import Attendee
from mailbot.core.understanding.namewords import NO_WORDS, NameWords


class Source(StrEnum):
    """Where in the mail a person is named."""

    FROM = "from"
    CC = "cc"
    SIGNATURE = "signature"
    PROSE = "prose"
    LIST = "list"  # bullets, numbers, dashes, a name on a line of its own
    TABLE = "table"  # rows under a heading, pasted sheets
    FORM = "form"  # "Name: ..." lines of a contact form
    VCARD = "vcard"
    QUOTED = "quoted"  # only in the earlier mail


class Flag(StrEnum):
    """What the words around a name say of the person."""

    SELF = "self"  # the sender: "ikzelf", "yours truly", their own name
    NEGATED = "negated"  # the clause says that the person does not come
    BILLING = "billing"  # whom the invoice is for
    ALREADY = "already"  # is on the list already
    SPEAKER = "speaker"  # speaks there, or is somebody of the house
    ASIDE = "aside"  # named for another reason: "Van mijn voorzitter kreeg ik ..."
    OMITTED = "omitted"  # of a list, and left out: "you can skip the third line"
    GREETED = "greeted"  # "Beste Jan,"
    CC = "cc"  # said to read along
    FIRST_NAME = "first_name"  # only a first name stands in the words
    BESIDE = "beside"  # joined to the writer: "mijn nichtje Chelsea en ik"
    FOR = "for"  # for whom the mail is written: "namens onze voorzitter, de heer Van Asch"
    GUEST = "guest"  # comes along, without a name of their own


@dataclass(frozen=True, slots=True)
class Mention:
    """One person named once. ``start``:``end`` count characters of ``place`` (``text`` · ``subject`` ·
    ``from`` · ``cc`` · ``attachment``) and hold ``words``; in the headers they are 0 and the length."""

    attendee: Attendee
    place: str
    start: int
    end: int
    words: str
    source: Source
    flags: frozenset[Flag] = frozenset()

    def flagged(self, *flags: Flag) -> Mention:
        return replace(self, flags=self.flags | set(flags))

    def called(self, name: str) -> Mention:
        if name == self.attendee.name:
            return self
        return replace(self, attendee=replace(self.attendee, name=name))


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or seats that the sender's words say.

    ``number`` counts as said: 1 for "+1". ``includes_sender``: True for "met z'n drieën" and "two of
    us", False for "+1" and "two colleagues and I" (``number`` then leaves the sender out), None where
    the words do not tell. ``exact`` is False for "a few", "drie of vier", "entre trois et cinq".
    """

    number: int
    start: int
    end: int
    words: str
    rule: str
    exact: bool = True
    includes_sender: bool | None = None
    place: str = "text"
    added: bool = False  # to those named before it: "Marie, Tim and I, plus two guests"


@dataclass(frozen=True, slots=True)
class People:
    """Everybody named in a mail. ``sender`` is who writes, as on a badge, with the address to answer.

    ``mentions`` stand in the order of the mail; the sender's own name in From, signature or prose is
    among them, flagged ``SELF``. ``signed`` are the people who signed (two for a shared signature).
    """

    sender: Attendee
    mentions: tuple[Mention, ...] = ()
    counts: tuple[Count, ...] = ()
    signed: tuple[Attendee, ...] = ()
    mailbox_of_many: bool = (
        False  # From is a secretariat, an office, a family: who writes may not be who comes
    )
    unclear_line: str | None = None  # the words that leave out a line of a list which nobody can tell
    words: NameWords = NO_WORDS  # by which names are compared

    @property
    def others(self) -> tuple[Mention, ...]:
        """Mentions of people other than the sender that nothing speaks against."""
        against = {
            Flag.SELF,
            Flag.NEGATED,
            Flag.BILLING,
            Flag.ALREADY,
            Flag.SPEAKER,
            Flag.ASIDE,
            Flag.OMITTED,
            Flag.GREETED,
        }
        return tuple(
            mention
            for mention in self.mentions
            if not mention.flags & against and mention.source not in {Source.CC, Source.QUOTED, Source.FROM}
        )
