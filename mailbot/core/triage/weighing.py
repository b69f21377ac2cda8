"""Adds up what gives a machine away. One sign alone is a remark that people make, too.

Points were chosen so that on the labelled mails no person comes near ``SURE`` without wanting
something, and what wants something is never set aside by its wording alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.mail import Mail
from mailbot.core.triage import words
from mailbot.core.triage.absence import ABSENCE
from mailbot.core.triage.offers import OFFERS
from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.signs import local_part, own_words, plainly, said
from mailbot.core.triage.systems import SYSTEMS
from mailbot.core.triage.tells import Place, Tell, compiled

SURE = 6  # set aside
SUSPECTED = 3  # set aside where the understanding finds that nothing of ours is wanted
_DOUBTED = 5  # so many points with a wish: a person must look before anything is done

TELLS: tuple[Tell, ...] = (*ABSENCE, *SYSTEMS, *OFFERS)
# Where two kinds weigh the same, the first of these.
_ORDER = (
    IgnoreKind.BOUNCE,
    IgnoreKind.AUTO_REPLY,
    IgnoreKind.NOTIFICATION,
    IgnoreKind.SPAM,
    IgnoreKind.LIST,
)
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
    def sure(self) -> bool:
        return self.points >= SURE and (not self.wants or self.kind in UNSOLICITED)

    @property
    def suspected(self) -> bool:
        return self.points >= (_DOUBTED if self.wants else SUSPECTED)

    @property
    def doubted(self) -> bool:
        return self.points >= _DOUBTED


def weigh(mail: Mail) -> Weight:
    """The kind of machine mail it is most like; 0 points where nothing speaks for one."""
    texts = {
        Place.SUBJECT: plainly(_unanswered(mail.subject)),
        Place.TEXT: plainly(own_words(mail)),
        Place.SENDER: local_part(mail),
    }
    points = dict.fromkeys(_ORDER, 0)
    found: dict[IgnoreKind, list[str]] = {kind: [] for kind in _ORDER}
    for tell in TELLS:
        text = texts[tell.place]
        hit = next(
            (hit for phrase in compiled(tell.phrases) for one in phrase if (hit := one.find(text))), ""
        )
        if hit:
            points[tell.kind] += tell.weight
            if tell.place is not Place.SENDER:
                found[tell.kind].append(hit)
    best = max(_ORDER, key=lambda kind: points[kind] if found[kind] else 0)
    if not found[best]:
        return Weight(best, 0, (), wants(mail))  # a sender alone says nothing
    return Weight(best, points[best], tuple(found[best]), wants(mail))


def wants(mail: Mail) -> bool:
    """The writer asks something of us, beside what absence notes say to everybody."""
    return bool(said(words.WANTS, _STOCK.sub(" ", plainly(mail.new))))


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
    r"|\bich melde mich (?:\w+ ){0,4}(?:bei|nach|sobald|zurück|umgehend|wieder|schnellst|zeitnah|danach|dann|später)"
    r"|\bbitte (?:nehmen sie|melden sie sich|ändern sie ihr)"
    r"|\bveuillez noter (?:que|qu')|\bpouvez-vous (?:\w+ )?(?:contacter|adresser|joindre)"
    r"|\bje (?:souhaite|voudrais) (?:vous )?(?:remercier|informer|souhaiter)"
    r"|\bje prend(?:s|rai) connaissance"
)
