"""Everybody who is named in a mail: From, Cc, signature, prose, lists, tables, forms and vCards.

Says who is named where, with which address and organisation, and what the words around the name
say of the person; who of them comes is for the sentences to tell. The steps stand in the order in
which they run: what is most surely a name is read first, and its words are then taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from mailbot.core.base import Address, Attendee, House
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.addressing import Written, addresses_in, name_of, of_role
from mailbot.core.understanding.apart import mark_apart
from mailbot.core.understanding.behest import at_behest
from mailbot.core.understanding.display import Display, domain_core, read_display, squeezed
from mailbot.core.understanding.employing import tell
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.lines import Line, forms, own_lines, tables
from mailbot.core.understanding.linking import linked
from mailbot.core.understanding.listing import listed, writer_among
from mailbot.core.understanding.mentions import Flag, Mention, People, Source
from mailbot.core.understanding.names import same_person
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.naming import Reading, name_person
from mailbot.core.understanding.numbers import find_counts
from mailbot.core.understanding.omissions import without_omitted
from mailbot.core.understanding.pointing import EventMention
from mailbot.core.understanding.prose import MOST, name_prose
from mailbot.core.understanding.quoting import Quoted, quoted_people
from mailbot.core.understanding.rows import name_card, name_row
from mailbot.core.understanding.senders import sender_of
from mailbot.core.understanding.sentences import Own, answers
from mailbot.core.understanding.signatories import served, signed_by
from mailbot.core.understanding.signing import Signed, signers, tail_of
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.weighing import Surroundings

_ADDRESSES = 120  # each may be held against each name: what has more is no sign-up


def find_people(
    mail: Mail,
    lexicon: Lexicon,
    lang: str,
    house: House | None = None,
    own: Own | None = None,
    dates: Sequence[EventMention] = (),
) -> People:
    """Everybody named in the sender's own words, signature and headers, and in the quoted letter.

    With the ``house``, its own name, events and places are never taken for people or for the
    sender's organisation. ``own`` are the sentences of the new words, and ``dates`` the dates in them, where
    they are known already.
    Never raises; in time linear to the text.
    """
    words = name_words(lexicon)
    display = read_display(mail.sender, words) if mail.sender else Display()
    lines = own_lines(mail)
    table_rows, in_tables = tables(lines, words)
    form_rows, in_forms = forms(lines, in_tables, words)
    number = {line.start: at for at, line in enumerate(lines)}
    tail = [
        line
        for line in tail_of(lines, display.people, words)
        if number[line.start] not in in_tables | in_forms
    ]
    address = mail.sender if _answers_another(mail, tail, words) else mail.reply_to or mail.sender
    signed = signed_by(tail, display, address, words)
    core = domain_core(address.email, words) if address else ""
    earlier = quoted_people(mail, words)
    topics = lexicon.made(("topics", house.events), lambda: _topics(house)) if house else _Topics()
    named = [*(one.name for one in earlier), *served(tail, signed, words)]
    around = _surroundings(mail, words, display, signed, named, core, lang, house, topics)
    reading = Reading(mail, words, display, around)
    reading.taken += [(lines[at].start, lines[at].end) for at in in_tables]
    for row in (*table_rows, *form_rows):
        name_row(row, reading)
    _headers(reading)
    signing = [line for line in tail if signed and line.end >= signed[0].start]
    in_list = listed(lines, in_tables | in_forms | {number[line.start] for line in signing}, around)
    for one in in_list:
        reading.taken.append((one.span.left, one.end))
        name_person(one.span, reading, Source.LIST, until=one.end)
    me = writer_among(lines, in_list, words)
    if me is not None:
        at = me.end - len(me.text.lstrip())
        said = frozenset({Flag.SELF})
        reading.mentions.append(Mention(Attendee(), "text", at, me.end, me.text.lstrip(), Source.LIST, said))
    name_prose(reading, signing)
    at_behest(reading)
    mark_apart(reading)
    tell(reading)
    if not answers(mail.subject):
        in_subject = Reading(
            mail, words, display, replace(around, text=mail.subject), "subject", reading.mentions
        )
        name_prose(in_subject, [])
    for attachment in mail.attachments:
        name_card(attachment, reading)
    sender = sender_of(reading, address, signed, core, tail, form_rows)
    if sender.organisation is None and sender.name:
        sender = replace(sender, organisation=_stood_for(earlier, sender.name, around))
    _signatures(reading, signed)
    for quoted in earlier:
        who = Attendee(quoted.name, None, quoted.house)
        written = mail.text[quoted.start : quoted.end]
        reading.mentions.append(Mention(who, "text", quoted.start, quoted.end, written, Source.QUOTED))
    mentions = linked(reading, sender)[:MOST]
    mentions, unclear_line = without_omitted(mail, lexicon, mentions, own)
    counts = find_counts(mail, lexicon, lang, mentions, own, dates)
    signers = tuple(Attendee(one.name, None, sender.organisation) for one in signed)
    return People(sender, mentions, counts, signers, display.many, unclear_line, words)


class _Topics(NamedTuple):
    """What the events of a house are called, and where they are: no people. ``named``: the event's id."""

    named: Mapping[str, str] = MappingProxyType({})
    words: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()


def _topics(house: House) -> _Topics:
    named: dict[str, str] = {}
    for event in house.events:
        for part in (event.title, event.subtitle, *event.location.split(",")):
            named[squeezed(part)] = event.id
    named.pop("", None)
    said = [f"{event.title} {event.subtitle} {event.location}" for event in house.events]
    topical = {token.word for text in said for token in tokens(text) if len(token.word) > 3}
    titles = [[token.word for token in tokens(event.title)] for event in house.events]
    pairs = {pair for title in titles for pair in pairwise(title) if all(word.isalpha() for word in pair)}
    return _Topics(named, frozenset(topical), frozenset(pairs))


def _surroundings(
    mail: Mail,
    words: NameWords,
    display: Display,
    signed: Sequence[Signed],
    named: Sequence[str],
    core: str,
    lang: str,
    house: House | None,
    topics: _Topics,
) -> Surroundings:
    own: set[str] = set()
    for to in (*mail.to, *((house.mailbox,) if house else ())):
        label = domain_core(to.email, words)
        # Only the address written to is the house; a colleague in To has the sender's domain.
        if label and label != core:
            own |= {squeezed(label), squeezed(to.name)}
    if house:
        own.add(squeezed(house.organisation))
    own.discard("")
    in_text = [
        one
        for stretch in mail.stretches
        if stretch.part is not Part.FOOTER
        for one in addresses_in(mail.text, stretch.start, stretch.end)
    ][:_ADDRESSES]
    headers = (*mail.cc, *mail.to, *(one for one in (mail.sender, mail.reply_to) if one))
    written = (*in_text, *(Written(one.email, -1, -1) for one in headers))
    copied = [_shown(cc, words) for cc in mail.cc]
    known = [*display.people, *(name for name in copied if name), *(one.name for one in signed)]
    answered = _shown(mail.reply_to, words) if mail.reply_to else None
    known += [answered] if answered else []
    known += named
    cores = {domain_core(one.email, words) for one in in_text} | {core}
    return Surroundings(
        mail.text,
        words,
        written,
        tuple(dict.fromkeys(known)),
        frozenset(own),
        frozenset(one for one in cores if one and squeezed(one) not in own),
        lang == "de",
        topics.words,
        topics.pairs,
        topics.named,
    )


def _answers_another(mail: Mail, tail: Sequence[Line], words: NameWords) -> bool:
    """Whether the answer goes to somebody else than who writes, as the names beside both addresses say and
    the one below the mail."""
    if mail.reply_to is None or mail.sender is None:
        return False
    writer, other = (read_display(one, words).name for one in (mail.sender, mail.reply_to))
    if not other or (writer and same_person(writer, other, words)):
        return False
    signing = signers(tail, words)
    if not writer and not any(" " in one.name for one in signing):
        return False  # an office writes, and nobody signs
    return not any(same_person(one.name, other, words) for one in signing)


def _shown(address: Address, words: NameWords) -> str | None:
    """The name beside an address, or the one that the address spells."""
    return read_display(address, words).name or (None if address.name else name_of(address.email, words))


def _stood_for(earlier: Sequence[Quoted], name: str, around: Surroundings) -> str | None:
    """The organisation beside the sender's name in the letter that is answered."""
    houses = (one.house for one in earlier if one.house and same_person(one.name, name, around.words))
    return next((house for house in houses if squeezed(house) not in around.own), None)


def _signatures(reading: Reading, signed: Sequence[Signed]) -> None:
    # Who signs alone is who writes, whatever the short name: "Mo" for Mohammed.
    own = frozenset({Flag.SELF}) if len(signed) == 1 else frozenset()
    for one in signed:
        reading.mentions.append(
            Mention(Attendee(one.name), "text", one.start, one.end, one.words, Source.SIGNATURE, own)
        )


def _headers(reading: Reading) -> None:
    mail, words = reading.mail, reading.words
    people = reading.display.people
    for name in people if mail.sender else ():
        assert mail.sender is not None
        shown = mail.sender.name
        said = frozenset({Flag.SELF}) if len(people) == 1 else frozenset()
        who = Attendee(name, mail.sender.email)
        reading.mentions.append(Mention(who, "from", 0, len(shown), shown, Source.FROM, said))
    for cc in mail.cc:
        domain = domain_core(cc.email, words)
        copied = _shown(cc, words)
        ours = bool(domain) and squeezed(domain) in reading.around.own
        if ours or (copied is None and of_role(cc.email, words)):
            continue
        shown = cc.name or cc.email
        who = Attendee(copied, cc.email)
        reading.mentions.append(Mention(who, "cc", 0, len(shown), shown, Source.CC, frozenset({Flag.CC})))
