"""Reads a mail sentence by sentence, and puts the sentences together.

``sentences`` cuts the sender's own words, ``acts`` says what each does, ``people`` and ``events``
find who and which, ``answering`` what is answered, and ``compose`` puts them together.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import chain

from mailbot.core.base import Context, House, Reason
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.acts import Said, said
from mailbot.core.understanding.answering import To, find_answering
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.events import find_event
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.grammar import may_say
from mailbot.core.understanding.hearing import heard
from mailbot.core.understanding.language import guess
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.namewords import name_words
from mailbot.core.understanding.outlook import set_aside
from mailbot.core.understanding.people import find_people
from mailbot.core.understanding.request import Request
from mailbot.core.understanding.rereading import fresh
from mailbot.core.understanding.sentences import (
    Sentence,
    answers,
    own_sentences,
    sentences,
    subject_sentences,
)
from mailbot.core.understanding.settling import settled
from mailbot.core.understanding.suggested import suggested

NOTHING_KNOWN = Context()
_MOST_SENTENCES = 400
_MOST_ACTS = 100  # things that a mail does: of 1,700 labelled ones none does more than seventeen
_FEW = 3  # words: too few to tell a language by
# Where the body does one of these, the subject is only its heading.
DECISIVE = frozenset({
    "register", "cancel", "cannot", "release", "accept", "refuse", "replace", "correct", "move", "status",
    "ask", "comes", "out", "uncancel", "later", "hold", "request", "headline",
})  # fmt: skip


def understand(
    mail: Mail,
    house: House,
    lexicon: Lexicon,
    context: Context = NOTHING_KNOWN,
    *,
    doubts: tuple[Reason, ...] = (),
    arrived: datetime | None = None,
    relayed: bool = False,
) -> Request:
    """Read one mail of a person. ``arrived`` counts as now where the mail has no date of its own;
    ``doubts`` are what triage was not sure of: an action then waits for a person. ``relayed``: a form
    passes it on. What as a whole is no person's comes to ``Intent.IGNORE``."""
    draft = drafted(mail, house, lexicon, context, doubts=doubts, arrived=arrived)
    before = fresh(draft)
    return suggested(settled(draft, lexicon, relayed=relayed), before)


def drafted(
    mail: Mail,
    house: House,
    lexicon: Lexicon,
    context: Context = NOTHING_KNOWN,
    *,
    doubts: tuple[Reason, ...] = (),
    arrived: datetime | None = None,
) -> Draft:
    """Everything that is found in the mail, before anything is concluded from it."""
    own = own_sentences(mail)
    body = tuple(chain.from_iterable(own.values()))[:_MOST_SENTENCES]
    subject = subject_sentences(mail)
    lang, likely = _languages(mail, body, subject, house, lexicon)
    spoken = tuple(_heard(one, _for(one, lang, likely, lexicon), lexicon) for one in body)
    if lexicon.ballot is not None:
        spoken = heard(spoken, lexicon.ballot)
    headed = tuple(said(one, _for(one, lang, likely, lexicon), lexicon) for one in subject)
    answering = find_answering(mail, house, lexicon, context)
    if headed and answering.to is To.NOTHING and not any(one.does(*DECISIVE) for one in spoken):
        spoken = (*headed, *spoken)  # the subject is all that was written, or says what the list is for
    spoken += _suspicious_elsewhere(mail, lang, lexicon)
    if sum(len(one.acts) for one in spoken) > _MOST_ACTS:
        # Each is held against each name: 60 kB of "Ina comes, " would take half a minute.
        spoken = _first_acts(spoken)
        doubts = (*doubts, Reason("too-much", "It asks for more than a reader can hold apart."))
    now = mail.date or arrived or max(event.starts for event in house.events)
    event = find_event(mail, house, lexicon, lang, now, own)
    spoken = set_aside(_without_mailing_lists(spoken), answering, event, name_words(lexicon), lexicon.ballot)
    facts = Facts(spoken, headed, answering)
    dates = [one for one in event.mentions if one.rule.startswith("date")]
    return Draft(
        mail,
        house,
        facts,
        find_people(mail, lexicon, lang, house, own, dates),
        event,
        lang,
        now,
        triaged=doubts,
    )


def _heard(one: Sentence, languages: tuple[str, ...], lexicon: Lexicon) -> Said:
    """What a sentence does; a yes or a no alone ("Ja!", "Non merci") counts in every language."""
    found = said(one, languages, lexicon)
    if found.acts or not 0 < len(one.words) <= _FEW:
        return found
    others = tuple(
        lang
        for lang in lexicon.languages
        if lang not in languages and may_say(one, ("yes", "no"), (lang,), lexicon)
    )
    return replace(found, acts=said(one, others, lexicon).of("yes", "no")) if others else found


def _first_acts(spoken: tuple[Said, ...]) -> tuple[Said, ...]:
    """The sentences with the first ``_MOST_ACTS`` of what they do."""
    left, kept = _MOST_ACTS, []
    for one in spoken:
        kept.append(replace(one, acts=one.acts[:left]))
        left -= len(kept[-1].acts)
    return tuple(kept)


def _suspicious_elsewhere(mail: Mail, lang: str, lexicon: Lexicon) -> tuple[Said, ...]:
    """Orders to the machine count wherever the sender hides them: in a signature or a footer."""
    languages = tuple(dict.fromkeys((lang, "en")))
    hidden = [
        said(one, languages, lexicon)
        for stretch in mail.stretches
        if stretch.part in {Part.SIGNATURE, Part.FOOTER}
        for one in sentences(mail.text[stretch.start : stretch.end], stretch.start)[:_MOST_SENTENCES]
        if may_say(one, ("suspicious",), languages, lexicon)
    ]
    return tuple(replace(one, acts=one.of("suspicious")) for one in hidden if one.does("suspicious"))


def _without_mailing_lists(spoken: tuple[Said, ...]) -> tuple[Said, ...]:
    """ "Take me off your mailing list" gives up no seat."""
    if not any(one.does("newsletter") for one in spoken):
        return spoken
    leaving = frozenset({"cancel", "out", "headline"})
    return tuple(
        replace(one, acts=tuple(act for act in one.acts if act.kind not in leaving))
        if one.does("newsletter")
        else one
        for one in spoken
    )


def _languages(
    mail: Mail, body: tuple[Sentence, ...], subject: tuple[Sentence, ...], house: House, lexicon: Lexicon
) -> tuple[str, tuple[str, ...]]:
    """The language of the sender's words, and every language that may be mixed in."""
    best = guess([word for one in body for word in one.words], lexicon)
    if best.known:
        return best.lang, best.near(0.35)
    headed = guess([word for one in subject for word in one.words], lexicon)
    whole = guess(mail.text, lexicon)
    # The subject of an answer is ours, often in another language than the letter under it.
    if headed.known and not (whole.known and answers(mail.subject)):
        return headed.lang, headed.near(0.5)
    if whole.known:
        return whole.lang, (whole.lang,)
    return house.default_language, (house.default_language,)


def _for(one: Sentence, lang: str, likely: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The languages to read a sentence in: the mail's, and its own where it differs."""
    own = guess(one.words, lexicon)
    if own.sure or (own.known and own.lang == lang):
        return (lang,) if own.lang == lang else (lang, own.lang)
    chosen = [lang, *(other for other in likely if other != lang)]
    if own.known and own.lang not in chosen:
        chosen.append(own.lang)
    return tuple(chosen)
