"""Adds up what gives a machine away. One sign alone is a remark that people make, too.

Points were chosen so that on the labelled mails no person comes near ``SURE`` without wanting
something, and what wants something is never set aside by its wording alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.mail.message import Mail
from mailbot.core.triage import coming, words
from mailbot.core.triage.absence import ABSENCE
from mailbot.core.triage.bulk import BULK
from mailbot.core.triage.desks import DESKS
from mailbot.core.triage.hints import HINTS
from mailbot.core.triage.leave import LEAVE
from mailbot.core.triage.notices import NOTICES
from mailbot.core.triage.offers import OFFERS
from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.programs import PROGRAMS
from mailbot.core.triage.servers import SERVERS
from mailbot.core.triage.signs import local_part, own_words, plainly, said
from mailbot.core.triage.systems import SYSTEMS
from mailbot.core.triage.tells import Index, Place, Tell

LIKELY = 3  # the kind of what is set aside for another reason
# So many points are set aside. People send invoices and offers, too: those kinds need more.
_SURE = {IgnoreKind.BOUNCE: 5, IgnoreKind.AUTO_REPLY: 5}
_SURE_OTHERWISE = 6
# More than any remark weighs: set aside where nothing of ours is wanted, else a person must look.
_SUSPECTED = 4
_OUTRIGHT = 7  # of what is sent to thousands, whatever it asks and names: no person's mail has come to 6
_BY_SUBJECT = frozenset({IgnoreKind.BOUNCE, IgnoreKind.AUTO_REPLY})  # a subject alone may tell these
_AGAIN = 1  # a second remark of one family
_WISH = 5  # so many speak against a wish of the writer
_REMARK = 2  # what one remark weighs
_SHORT, _FEW = 900, 8  # characters of a note, and more sentences than it has
_CALLS = 3  # words of a greeting, a closing or a name
_SENTENCE = re.compile(r"(?<=[^\d.][.!?])\s+|\s*\n\s*\n\s*|,[ \t]*\n")
_WORD = re.compile(r"[^\W\d_]+")

TELLS: tuple[Tell, ...] = (
    *ABSENCE,
    *SYSTEMS,
    *OFFERS,
    *HINTS,
    *DESKS,
    *SERVERS,
    *NOTICES,
    *LEAVE,
    *BULK,
    *PROGRAMS,
)
# Of each phrase that is looked for in a place, the number of its tell.
_OWNERS = {
    place: tuple(number for number, tell in enumerate(TELLS) if tell.place is place for _ in tell.phrases)
    for place in Place
}
Indices = dict[Place, Index]  # of all the phrases of each place
_indices: Indices = {}  # made when first asked for
# Where two kinds weigh the same, the first of these.
_ORDER = (
    IgnoreKind.BOUNCE,
    IgnoreKind.AUTO_REPLY,
    IgnoreKind.NOTIFICATION,
    IgnoreKind.SPAM,
    IgnoreKind.LIST,
)
_WANTS = (*words.WANTS, *coming.CAME_BACK)
# Who sends to thousands speaks of our events only by chance; a machine that answers often names them.
UNSOLICITED = frozenset({IgnoreKind.SPAM, IgnoreKind.LIST})


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks most for a machine: the kind, its points and the words that gave it away."""

    kind: IgnoreKind
    points: int
    found: tuple[str, ...]
    wants: bool

    @property
    def outright(self) -> bool:
        """Sent to thousands beyond doubt: it names our event because it names everybody's, and asks for an answer."""
        return self.kind in UNSOLICITED and self.points >= _OUTRIGHT

    @property
    def sure(self) -> bool:
        return not self.wants and self.points >= _SURE.get(self.kind, _SURE_OTHERWISE)

    @property
    def suspected(self) -> bool:
        if self.wants and self.kind is IgnoreKind.NOTIFICATION:
            return False  # a desk writes in the frame of its system: the question below is a person's
        # An offer asks for something, but nothing of ours.
        return self.points >= (_WISH if self.wants and self.kind not in UNSOLICITED else _SUSPECTED)

    @property
    def doubted(self) -> bool:
        return self.points >= (_WISH if self.wants else _SUSPECTED)


def prepare(compiled: Callable[[str, Callable[[], Indices]], Indices]) -> None:
    """Take the index of all these phrases from where it is kept by a name: making it takes a tenth of a
    second."""
    _indices.update(compiled("tells", _indexed))


def _indexed() -> Indices:
    return {
        place: Index(phrase for tell in TELLS if tell.place is place for phrase in tell.phrases)
        for place in Place
    }


def weigh(mail: Mail) -> Weight:
    """The kind of machine mail it is most like; 0 points where nothing speaks for one."""
    return _weighed(
        plainly(_unanswered(mail.subject)), plainly(own_words(mail)), local_part(mail), wants(mail)
    )


@lru_cache(maxsize=8)  # several rules ask for the same mail
def _weighed(subject: str, text: str, sender: str, wish: bool) -> Weight:
    texts = {Place.SUBJECT: subject, Place.TEXT: text, Place.SENDER: sender}
    points = dict.fromkeys(_ORDER, 0)
    found: dict[IgnoreKind, list[str]] = {kind: [] for kind in _ORDER}
    spans: dict[IgnoreKind, list[tuple[Place, int, int]]] = {kind: [] for kind in _ORDER}
    told: dict[int, list[str]] = {}
    if not _indices:
        _indices.update(_indexed())
    for place, owners in _OWNERS.items():
        for number, words_found in _indices[place].hits(texts[place]):
            told.setdefault(owners[number], []).append(words_found)
    for number, said_so in sorted(told.items(), key=lambda one: (-TELLS[one[0]].weight, one[0])):
        tell, counted = TELLS[number], 0
        for hit in said_so:
            start = texts[tell.place].find(hit)
            end = start + len(hit)
            # The same words under two headings are one remark; another of the same family counts a little.
            if counted > tell.weight or any(
                at is tell.place and a < end and start < b for at, a, b in spans[tell.kind]
            ):
                continue
            spans[tell.kind].append((tell.place, start, end))
            counted += _AGAIN if counted else tell.weight
            if tell.place is not Place.SENDER:
                found[tell.kind].append(hit)
        points[tell.kind] += counted
    written = {kind: any(at is Place.TEXT for at, _, _ in spans[kind]) for kind in _ORDER}
    # A sender alone says nothing, and neither does the subject of what reports or offers something.
    for kind in _ORDER:
        if not found[kind] or (kind not in _BY_SUBJECT and not written[kind]):
            points[kind] = 0
    best = max(_ORDER, key=lambda kind: points[kind])
    return Weight(best, points[best], tuple(found[best]), wish)


def spoken(text: str) -> Weight:
    """What a text by itself is most like, whoever wrote it and under whatever subject."""
    return _weighed("", plainly(text), "", wishes(text))


def says_no_more(mail: Mail) -> str:
    """The first sentence of a mail that says nothing but what notes of absence say, and no word of coming;
    else ''. Where a person wrote it, only a person can tell what they meant by it."""
    if len(mail.new) > _SHORT or wants(mail) or said(coming.COMING, mail.new):
        return ""
    whole = spoken(mail.new)
    if whole.kind not in _BY_SUBJECT or whole.points < _REMARK:
        return ""
    told = [one for one in _SENTENCE.split(mail.new) if not _civil(one)]
    kinds = {found.kind if found.points else None for found in map(spoken, told[:_FEW])}
    return " ".join(told[0].split())[:120] if told and len(told) < _FEW and kinds <= _BY_SUBJECT else ""


def _civil(sentence: str) -> bool:
    """A greeting, a closing, a name, a wish: what stands around anything that is said."""
    brief = len(_WORD.findall(sentence)) <= _CALLS and not sentence.rstrip().endswith((".", "!", "?"))
    return brief or bool(said(words.CIVILITIES, sentence))


def wants(mail: Mail) -> bool:
    """The writer asks something of us, beside what absence notes say to everybody."""
    return wishes(mail.new)


def wishes(text: str) -> bool:
    """The text asks something of its reader."""
    return _wishes(plainly(text))


@lru_cache(maxsize=8)
def _wishes(text: str) -> bool:
    return bool(said(_WANTS, _STOCK.sub(" ", text)))


def _unanswered(subject: str) -> str:
    """Without "Re:" before it: an answer may have kept or changed the subject."""
    return re.sub(r"^(?:\s*(?:re|aw|antw|antwort|sv|rép)\s*:)+\s*", "", subject, flags=re.IGNORECASE)


# Wishes of politeness, and what the reader may do with somebody else than us.
_STOCK = re.compile(
    r"\b(?:i|we)(?:'d| would) (?:like|love) to (?:thank|inform|let you|apologi|remind|wish|point|introduce)"
    r"|\b(?:if|should|when) you (?:would |still |do |also |urgently )*(?:need|have|want|wish|require|like|have)[^.!?]{0,80}"
    r"|\bplease (?:let me know|confirm|register|change|save|sign|remove|add)(?= (?:if|your|our|my new|here|now|the link|on our|at our|via|via our|through))"
    r"|\bhow would you (?:rate|score|describe|evaluate)"
    r"|\bi will be happy to[^.!?]{0,60}"
    r"|\bik (?:wil|zou) (?:u|je|jullie)(?: \w+){0,2} (?:bedanken|danken|wijzen|verwijzen|verzoeken|vragen (?:om )?contact|willen)"
    r"|\b(?:kunt u|kun je|kan je|kunnen jullie) (?:\w+ ){0,4}(?:contact|terecht|bellen|mailen|zich|bereiken|niet reageren|een mail)"
    r"|\bik (?:kom|neem|geef|zal)(?: \w+){0,8} (?:op terug|bij (?:u|je) terug|contact (?:met|op))"
    r"|\bgraag (?:neem ik|kom ik)[^.!?]{0,40}(?:contact|terug)"
    r"|\bich (?:möchte|würde) (?:sie|dich)(?: \w+){0,3} (?:bitten|informieren|darauf|hinweisen|sich)"
    r"|\bich nehme [^!?]{0,40}\ban einer (?:fortbildung|schulung|klausur|reha)"
    r"|\bplease (?:remove me from|take me off)[^.!?]{0,30}\b(?:threads?|cc|conversations?|chains?)\b"
    r"|\bich melde mich (?:\w+ ){0,4}(?:bei|morgen|nach|sobald|zurück|umgehend|wieder|schnellst|zeitnah|danach|dann|später)"
    r"|\bbitte (?:nehmen sie|melden sie sich|ändern sie ihr)"
    r"|\bveuillez noter (?:que|qu')|\bpouvez-vous (?:\w+ )?(?:contacter|adresser|joindre)"
    r"|\bje (?:souhaite|voudrais) (?:vous )?(?:remercier|informer|souhaiter)"
    r"|\bje prend(?:s|rai) connaissance"
)
