"""Everybody who is named in a mail: From, Cc, signature, prose, lists, tables, forms and vCards.

Says who is named where, with which address and organisation, and what the words around the name
say of the person; who of them comes is for the sentences to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mailbot.core.base import Address, Attendee, House
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding import listing, organisations
from mailbot.core.understanding.addressing import NEAR, Written, addresses_in, fits, name_of, of_role
from mailbot.core.understanding.display import Display, domain_core, read_display, squeezed
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.lines import Kind, Line, Row, forms, own_lines, tables
from mailbot.core.understanding.mentions import Count, Flag, Mention, People, Source
from mailbot.core.understanding.names import fuller, is_initials, mended, same_person
from mailbot.core.understanding.namewords import NameWords, name_words
from mailbot.core.understanding.numbers import find_counts
from mailbot.core.understanding.signing import Signed, person, signers, tail_of
from mailbot.core.understanding.spans import Span, spans
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.weighing import Surroundings, flags, weight

MOST = 200  # mentions; what names more people is for a person to read


@dataclass(slots=True)
class _Reading:
    """What is gathered while one mail is read."""

    mail: Mail
    words: NameWords
    lines: list[Line]
    display: Display
    around: Surroundings
    mentions: list[Mention] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)  # places that lists and tables have read

    def free(self, start: int, end: int) -> bool:
        return all(end <= left or right <= start for left, right in self.taken)


def find_people(mail: Mail, lexicon: Lexicon, lang: str, house: House | None = None) -> People:
    """Everybody named in the sender's own words, signature and headers, and who of the quoted letter
    they mean. Never raises; in time linear to the text."""
    words = name_words(lexicon)
    address = _answered(mail)
    display = read_display(mail.sender, words) if mail.sender else Display()
    lines = own_lines(mail)
    table_rows, taken = tables(lines, words)
    form_rows, used = forms(lines, taken, words)
    core = domain_core(address.email, words) if address else ""
    tail = [line for line in tail_of(lines) if _number(lines, line) not in taken | used]
    signed = _signed(tail, display, address, words)
    around = _surroundings(mail, words, display, signed, core, lang, house)
    reading = _Reading(mail, words, lines, display, around)
    for row in (*table_rows, *form_rows):
        _row(row, reading)
    skip = {_number(lines, line) for line in tail} if _signs(signed, display) else set()
    for listed in listing.listed(lines, taken | used | skip, around):
        reading.taken.append((listed.span.left, listed.end))
        _named(listed.span, reading, Source.LIST, until=listed.end)
    _prose(reading, [line for line in tail if signed])
    _vcards(reading)
    sender = _sender(reading, address, signed, core, tail, form_rows)
    for one in signed:
        # Who signs alone is who writes, whatever the short name: "Mo" for Mohammed.
        own = frozenset({Flag.SELF} if len(signed) == 1 else ())
        place = Mention(Attendee(one.name), "text", one.start, one.end, one.words, Source.SIGNATURE, own)
        reading.mentions.append(place)
    _headers(reading)
    mentions = _linked(reading, sender, address)
    counts = find_counts(mail, lexicon, lang, tuple(m for m in mentions if m.place == "text"))
    own = tuple(Attendee(one.name, None, sender.organisation) for one in signed)
    return People(sender, mentions[:MOST], counts, own, display.many)


def _number(lines: list[Line], line: Line) -> int:
    return next((number for number, one in enumerate(lines) if one.start == line.start), -1)


def _answered(mail: Mail) -> Address | None:
    """Where the answer goes: Reply-To where one is given, else From."""
    return mail.reply_to or mail.sender


def _signs(signed: list[Signed], display: Display) -> bool:
    return bool(signed) or not display.people


def _signed(tail: list[Line], display: Display, address: Address | None, words: NameWords) -> list[Signed]:
    """Who signs: the name that From knows wherever it stands at the end; else the first full name in a
    marked signature or under it."""
    found = signers(tail, words)
    known = [one for one in found if any(same_person(one.name, name, words) for name in display.people)]
    if address and not known:
        known = [one for one in found if fits(address.email, one.name, words)]
    if known:
        best = known[0]
        for one in known[1:]:
            if same_person(best.name, one.name, words):
                best = one if fuller(best.name, one.name, words) == one.name else best
        partner = [
            one
            for one in found
            if one.start != best.start and _same_line(one, best, tail) and " " in one.name
        ]
        return sorted([best, *partner], key=lambda one: one.start)
    marked = {line.start for line in tail if line.kind is Kind.SIGNATURE}
    signature = [
        one
        for one in found
        if any(line.start in marked and line.start <= one.start <= line.end for line in tail)
    ]
    for group in (signature, found):
        full = [
            one
            for one in group
            if " " in one.name and (words.is_given(one.name.split()[0]) or is_initials(one.name.split()[0]))
        ]
        first = full or [one for one in group if one.first] or group
        if first:
            return [one for one in found if _same_line(one, first[0], tail)]
    return []


def _same_line(one: Signed, other: Signed, tail: list[Line]) -> bool:
    return any(line.start <= one.start <= line.end and line.start <= other.start <= line.end for line in tail)


def _surroundings(
    mail: Mail,
    words: NameWords,
    display: Display,
    signed: list[Signed],
    core: str,
    lang: str,
    house: House | None,
) -> Surroundings:
    own: set[str] = set()
    for to in (*mail.to, *((house.mailbox,) if house else ())):
        label = domain_core(to.email, words)
        # Only the address written to is the house; a colleague in To has the sender's domain.
        if label and label != core:
            own |= {squeezed(label), squeezed(to.name)}
    topics: dict[str, str] = {}
    if house:
        own.add(squeezed(house.organisation))
        for event in house.events:
            for part in (event.title, event.subtitle, *re.split(r",\s*", event.location)):
                topics[squeezed(part)] = event.id
    written = tuple(
        one
        for s in mail.stretches
        if s.part is not Part.FOOTER
        for one in addresses_in(mail.text, s.start, s.end)
    )
    headers = tuple(Written(cc.email, -1, -1) for cc in (*mail.cc, *mail.to))
    senders = (Written(mail.sender.email, -1, -1),) if mail.sender else ()
    names = [read_display(cc, words).name for cc in mail.cc]
    quoted = _quoted_names(mail, words)
    known = [*display.people, *(name for name in names if name), *(one.name for one in signed), *quoted]
    cores = {domain_core(one.email, words) for one in written} | {core}
    own.discard("")
    return Surroundings(
        mail.text,
        words,
        (*written, *headers, *senders),
        tuple(dict.fromkeys(known)),
        frozenset(own),
        frozenset(one for one in cores if one and squeezed(one) not in own),
        lang == "de",
        topics,
    )


def _quoted_names(mail: Mail, words: NameWords) -> list[str]:
    """The people of an earlier letter of ours ("Aangemeld: ...") and of its headers."""
    found: list[str] = []
    for stretch in mail.stretches:
        if stretch.part not in {Part.QUOTED, Part.FORWARDED} or len(found) > 40:
            continue
        text = mail.text[stretch.start : stretch.end]
        for match in re.finditer(
            r"(?m)^[> \t]*[^\W\d_][^\n:]{2,24}: ?([^\n]{3,300}(?:\n[> \t]*[^\n:]{3,80}(?=\n[> \t]*\n|\Z))?)",
            text,
        ):
            value = re.sub(r"\n[> \t]*", " ", match[1])
            value = re.sub(r"<[^<>]*>|\([^()]*\)", " ", value)
            for piece in re.split(r",|;|\s(?:en|and|und|et|&)\s", value):
                name = person(piece.strip(), words)
                if name and " " in name and name not in found:
                    found.append(name)
    return found


# -- one mention ---------------------------------------------------------------------------------


def _named(span: Span, reading: _Reading, source: Source, *, until: int | None = None) -> None:
    """Record a mention with its address and organisation."""
    text, words = reading.mail.text, reading.words
    _, sentence_end = reading.around.sentence(span.left, span.end)
    stop = until if until is not None else sentence_end
    said = flags(span, reading.around)
    if not span.full:
        said |= {Flag.FIRST_NAME}
    email = _address_beside(span, reading, stop)
    line_end = text.find("\n", span.end)
    limit = stop if until is None else min(stop, line_end if line_end >= 0 else len(text))
    house = organisations.beside(text, span.start, span.end, limit, words, listed=source is Source.LIST)
    if house is None and email and domain_core(email, words):
        left, right = reading.around.sentence(span.left, span.end)
        house = organisations.after_domain(text, left, right, domain_core(email, words), words, signed=False)
        if house is not None and house.start < span.end and house.end > span.start:
            house = None
    tail = [token.word for token in tokens(text[span.end : span.end + 24])][:3]
    after = text[span.end : span.end + 24]
    own = reading.display.name
    if re.match(r"\s*[(,]", after) and tail and words["self"].length_at(tail, 0):
        said |= {Flag.SELF}
    elif own and same_person(span.name, own, words) and (" " in span.name or span.name == own.split()[0]):
        said |= {Flag.SELF}
    attendee = Attendee(
        span.name, email, house.name if house and squeezed(house.name) not in reading.around.own else None
    )
    words_ = text[span.start : span.end]
    reading.mentions.append(Mention(attendee, "text", span.start, span.end, words_, source, said))


def _address_beside(span: Span, reading: _Reading, stop: int) -> str | None:
    """The address that follows the name before anything else is named, or that is made of the name."""
    words = reading.words
    text = reading.mail.text
    for one in reading.around.written:
        if one.start < 0 or one.start < span.end or one.start > min(stop, span.end + NEAR):
            continue
        between = text[span.end : one.start]
        if of_role(one.email, words) or "\n\n" in between:
            continue
        others = [
            s for s in spans(text, span.end, one.start, words) if s.full and fits(one.email, s.name, words)
        ]
        if not others and not re.search(r"[.!?]\s", between):
            return one.email
    ranked = sorted(
        (one for one in reading.around.written if not of_role(one.email, words)),
        key=lambda one: -fits(one.email, span.name, words),
    )
    return (
        ranked[0].email
        if ranked and fits(ranked[0].email, span.name, words) > (1 if span.full else 2)
        else None
    )


def _row(row: Row, reading: _Reading) -> None:
    """A person of a table or a form."""
    words = reading.words
    name_cell, given, surname = row.get("name"), row.get("given"), row.get("surname")
    if given and surname:
        small = row.get("particle")
        raw = " ".join(c.text for c in (given, small, surname) if c)
        first: tuple[str, int, int] = (raw, given.start, surname.start + len(surname.text))
    elif name_cell or given or surname:
        cell = name_cell or given or surname
        assert cell is not None
        if surname and name_cell and surname is not name_cell:
            raw = f"{name_cell.text} {surname.text}"
        else:
            raw = cell.text
        first = (raw, cell.start, cell.start + len(cell.text))
    else:
        return
    raw, start, end = first
    email_cell, house = row.get("email"), row.get("organisation")
    several = re.split(r"\s*[,;]\s*|\s+(?:en|and|und|et|&)\s+", raw)
    names = [person(piece, words) for piece in several]
    if len(several) > 1 and all(name and " " in name for name in names):
        for piece in several:
            at = reading.mail.text.find(piece, start, end + 1)
            _cell_person(piece, max(at, start), row, reading, None, house.text if house else None)
        return
    email = email_cell.text.strip("<> ") if email_cell and "@" in email_cell.text else None
    if email:
        found = addresses_in(email, 0, len(email))
        email = found[0].email if found else None
    _cell_person(raw, start, row, reading, email, house.text if house else None)


def _cell_person(
    raw: str, start: int, row: Row, reading: _Reading, email: str | None, house: str | None
) -> None:
    shown = read_display(Address(email or "", raw), reading.words).name or mended(raw, reading.words)
    if shown is None or any(c.isdigit() for c in raw):
        return
    source = Source.FORM if row.form else Source.TABLE
    said: frozenset[Flag] = frozenset()
    end = start + len(raw) if reading.mail.text[start : start + len(raw)] == raw else row.end
    if any(same_person(shown, own, reading.words) for own in reading.display.people):
        said = frozenset({Flag.SELF})
    words = reading.mail.text[start:end]
    reading.mentions.append(
        Mention(Attendee(shown, email, house or None), "text", start, end, words, source, said)
    )
    reading.taken.append((row.start, row.end))


# -- prose ---------------------------------------------------------------------------------------


def _prose(reading: _Reading, tail: list[Line]) -> None:
    text, words = reading.mail.text, reading.words
    ends = {line.start for line in tail}
    candidates: list[Span] = []
    for stretch in reading.mail.stretches:
        if stretch.part is Part.NEW:
            candidates += spans(text, stretch.start, stretch.end, words)
    for span in candidates[:MOST]:
        line_start = text.rfind("\n", 0, span.left) + 1
        if line_start in ends or not reading.free(span.left, span.end):
            continue
        if any(one.start <= span.start < one.end for one in reading.around.written):
            continue
        if weight(span, reading.around) > 0:
            _named(span, reading, Source.PROSE)
    _join(candidates, reading)
    for match in re.finditer(r"[^\W\d_]+(?:[-' ][^\W\d_]+)?", text):
        if len(reading.mentions) > MOST:
            break
        if match.group()[0].isupper() and match.group().lower() not in _UNDERSIGNED:
            continue
        if _own_part(reading.mail, match.start()) and match.group().lower() in _UNDERSIGNED:
            place = Mention(
                Attendee(),
                "text",
                match.start(),
                match.end(),
                match.group(),
                Source.PROSE,
                frozenset({Flag.SELF}),
            )
            reading.mentions.append(place)


_UNDERSIGNED = frozenset({
    "ondergetekende", "ikzelf", "mijzelf", "mezelf", "myself", "yours truly", "undersigned", "moi-même", "soussigné", "soussignée",
    "unterzeichner", "unterzeichnerin", "unterzeichnende", "ondertekenaar",
})  # fmt: skip


def _own_part(mail: Mail, at: int) -> bool:
    return any(s.part is Part.NEW and s.start <= at < s.end for s in mail.stretches)


def _join(candidates: list[Span], reading: _Reading) -> None:
    """Names that stand in a row with a person are people: "Sanne Bos, Vlatka Kovač en Timo Rietveld"."""
    text = reading.mail.text
    for _ in range(2):
        there = {(m.start, m.end) for m in reading.mentions if m.place == "text"}
        for left, right in zip(candidates, candidates[1:], strict=False):
            between = text[left.end : right.left]
            if len(between) > 60 or not re.fullmatch(
                r"\s*(?:\([^()\n]*\)|<[^<>\n]*>)?\s*(?:,|;|\+|&|/|,?\s*(?:en|and|und|et|as well as|sowie|ainsi que|plus))\s*",
                between,
            ):
                continue
            for known, other in ((left, right), (right, left)):
                if (known.start, known.end) in there and (other.start, other.end) not in there:
                    fit = other.full or _lonely(known, reading)
                    if fit and weight(other, reading.around) > -2 and reading.free(other.left, other.end):
                        _named(other, reading, Source.PROSE)
                        there.add((other.start, other.end))


def _lonely(span: Span, reading: _Reading) -> bool:
    return not span.full


def _vcards(reading: _Reading) -> None:
    for attachment in reading.mail.attachments:
        if not attachment.text or "vcard" not in attachment.type and "directory" not in attachment.type:
            continue
        values = dict(re.findall(r"(?mi)^(FN|EMAIL|ORG)[^:\n]*:([^\r\n]{1,200})", attachment.text[:20_000]))
        values = {key.upper(): value.strip() for key, value in values.items()}
        name = mended(values.get("FN", ""), reading.words)
        house = re.sub(r"\\([,;])", r"\1", values.get("ORG", "")).split(";")[0].strip() or None
        if name:
            person_ = Attendee(name, values.get("EMAIL") or None, house)
            own = any(same_person(name, one, reading.words) for one in reading.display.people)
            mention = Mention(
                person_,
                "attachment",
                0,
                0,
                values.get("FN", ""),
                Source.VCARD,
                frozenset({Flag.SELF} if own else ()),
            )
            reading.mentions.append(mention)


def _headers(reading: _Reading) -> None:
    mail, words = reading.mail, reading.words
    if mail.sender and reading.display.people:
        for name in reading.display.people:
            own = frozenset({Flag.SELF} if len(reading.display.people) == 1 else ())
            email = mail.sender.email if own else None
            reading.mentions.append(
                Mention(
                    Attendee(name, email),
                    "from",
                    0,
                    len(mail.sender.name),
                    mail.sender.name,
                    Source.FROM,
                    own,
                )
            )
    for cc in mail.cc:
        name = read_display(cc, words).name
        domain = domain_core(cc.email, words)
        if (domain and squeezed(domain) in reading.around.own) or (name is None and of_role(cc.email, words)):
            continue
        reading.mentions.append(
            Mention(
                Attendee(name, cc.email),
                "cc",
                0,
                len(cc.name),
                cc.name or cc.email,
                Source.CC,
                frozenset({Flag.CC}),
            )
        )


# -- the sender ----------------------------------------------------------------------------------


def _sender(
    reading: _Reading,
    address: Address | None,
    signed: list[Signed],
    core: str,
    tail: list[Line],
    form_rows: list[Row],
) -> Attendee:
    words = reading.words
    email = address.email if address else None
    form = next((m for m in reading.mentions if m.source is Source.FORM), None)
    by_form = (
        form is not None
        and (form.attendee.email in {email, None} or reading.display.many)
        and not reading.display.people
    )
    name: str | None = None
    if form is not None and by_form and len([m for m in reading.mentions if m.source is Source.FORM]) == 1:
        name = form.attendee.name
        email = form.attendee.email or email
    if name is None:
        name = _sender_name(reading, signed, email)
    house = _sender_house(reading, core, name, tail, form_rows)
    return Attendee(name, email, house)


def _sender_name(reading: _Reading, signed: list[Signed], email: str | None) -> str | None:
    words, display = reading.words, reading.display
    name = display.name
    names = [one.name for one in signed]
    mine = [m.attendee.name for m in reading.mentions if Flag.SELF in m.flags and m.attendee.name]
    if name is None and len(display.people) > 1:
        name = next((p for p in display.people for one in names if same_person(p, one, words)), None)
        name = name or (display.people[0] if not names else None)
    if name is None and names:
        name = names[0]
        if email and " " not in name:
            spelt = name_of(email, words)
            if spelt and same_person(name, spelt, words):
                name = spelt
    if name is None:
        return (mine[0] if mine else None) or (name_of(email, words) if email else None)
    for other in (*names, *mine):
        if same_person(name, other, words):
            name = fuller(name, other, words)
    related = any(same_person(name, other, words) for other in names)
    if names and not related and " " in names[0] and not (email and fits(email, name, words) > 1):
        return names[0]
    if " " not in name or all(is_initials(part) for part in name.split()[:-1]):
        spoken = [m.attendee.name for m in reading.mentions if m.attendee.name and " " in m.attendee.name]
        longer = [other for other in spoken if same_person(name, other, words) and m_is_own(other, reading)]
        if longer:
            name = fuller(name, longer[0], words)
        elif " " not in name and email:
            spelt = name_of(email, words)
            name = spelt if spelt and same_person(name, spelt, words) else name
    return name


def m_is_own(name: str, reading: _Reading) -> bool:
    """A fuller name in the text may be the sender's own where nobody else fits it."""
    others = [m for m in reading.mentions if m.source is Source.CC and m.attendee.name]
    return not any(same_person(name, m.attendee.name or "", reading.words) for m in others)


def _sender_house(
    reading: _Reading, core: str, name: str | None, tail: list[Line], form_rows: list[Row]
) -> str | None:
    words, mail = reading.words, reading.mail
    for row in form_rows:
        cell = row.get("organisation")
        if cell and any(c.isalpha() for c in cell.text):
            return cell.text
    found: list[organisations.Found] = []
    signature = organisations.in_signature(tail, core, name, words)
    if signature:
        found.append(signature)
    for stretch in mail.stretches:
        if stretch.part is not Part.NEW:
            continue
        if core:
            one = organisations.after_domain(mail.text, stretch.start, stretch.end, core, words, signed=False)
            if one and not (name and organisations.is_signer(one.name, name)):
                found.append(replace(one, weight=85))
        spoken = organisations.said(mail.text, stretch.start, stretch.end, words)
        if spoken:
            found.append(spoken)
        own = organisations.named(mail.text, stretch.start, stretch.end, words)
        if own:
            found.append(own)
    if mail.subject:
        own = organisations.named(mail.subject, 0, len(mail.subject), words)
        if own:
            found.append(replace(own, weight=30))
    found = [one for one in found if not _foreign(one, reading)]
    if found:
        return max(found, key=lambda one: one.weight).name
    card = next((m for m in reading.mentions if m.source is Source.VCARD and m.attendee.organisation), None)
    if card:
        return card.attendee.organisation
    shown = reading.display.organisation
    return shown if shown and squeezed(shown) not in reading.around.own else None


def _foreign(found: organisations.Found, reading: _Reading) -> bool:
    """The house itself, its event or a colleague's own house is not the sender's organisation."""
    plain = squeezed(found.name)
    if any(own and own in plain for own in reading.around.own) or plain in reading.around.topics:
        return True
    if any(topic and len(topic) > 5 and topic in plain for topic in reading.around.topics):
        return True
    return any(m.attendee.organisation == found.name and found.weight < 60 for m in reading.mentions)


def _housemates(email: str, other: str | None) -> bool:
    """Both in one domain of an organisation: there a first name alone is a person's address."""
    return bool(other) and email.rpartition("@")[2] == (other or "").rpartition("@")[2]


# -- putting together ----------------------------------------------------------------------------


def _linked(reading: _Reading, sender: Attendee, address: Address | None) -> tuple[Mention, ...]:
    """Mentions of one person know of each other: full names for first names, addresses, the sender."""
    words = reading.words
    full = [m for m in reading.mentions if m.attendee.name and " " in m.attendee.name]
    pool = list(dict.fromkeys([m.attendee.name or "" for m in full] + list(reading.around.known)))
    found: list[Mention] = []
    for mention in reading.mentions:
        name = mention.attendee.name
        if Flag.SELF in mention.flags and name is None:
            mention = replace(mention, attendee=sender)
        elif name:
            mention = _resolved(mention, pool, sender, words)
            mention = _with_sender(mention, sender, reading)
        found.append(_completed(mention, reading, sender))
    there = {m.attendee.name for m in found if Flag.ALREADY in m.flags and m.attendee.name}
    found = [m.flagged(Flag.ALREADY) if m.attendee.name in there and m.place == "text" else m for m in found]
    order = {"from": -2, "cc": -1}
    return tuple(sorted(found, key=lambda m: (order.get(m.place, 0), m.start)))


def _resolved(mention: Mention, pool: Iterable[str], sender: Attendee, words: NameWords) -> Mention:
    name = mention.attendee.name or ""
    if " " in name and not is_initials(name.split()[0]):
        better = [
            other for other in pool if same_person(name, other, words) and other.count(" ") == name.count(" ")
        ]
        return mention.called(fuller(name, better[0], words)) if better else mention
    fitting = [other for other in pool if other != name and " " in other and _stands_for(name, other, words)]
    distinct = [f for n, f in enumerate(fitting) if not any(same_person(f, g, words) for g in fitting[:n])]
    if (
        sender.name
        and _stands_for(name, sender.name, words)
        and " " in sender.name
        and sender.name not in distinct
    ):
        distinct = [d for d in distinct if not same_person(d, sender.name, words)] + [sender.name]
    return mention.called(distinct[0]) if len(distinct) == 1 else mention


def _stands_for(short: str, full: str, words: NameWords) -> bool:
    """ "Thijs" or "Camara" may stand for "Thijs Lammers" or "Aminata Camara"."""
    return same_person(short, full, words) and len(short) < len(full)


def _with_sender(mention: Mention, sender: Attendee, reading: _Reading) -> Mention:
    name = mention.attendee.name or ""
    own = bool(sender.name) and (
        name == sender.name or (" " in name and same_person(name, sender.name or "", reading.words))
    )
    if own and mention.source is not Source.CC:
        return replace(mention, attendee=replace(sender), flags=mention.flags | {Flag.SELF})
    if Flag.SELF in mention.flags and not own and mention.source is not Source.FROM:
        return replace(
            mention, attendee=replace(sender, name=fuller(name, sender.name or name, reading.words))
        )
    return mention


def _completed(mention: Mention, reading: _Reading, sender: Attendee) -> Mention:
    """The address that another mention of the person knows; the sender's organisation where none is written."""
    attendee = mention.attendee
    if attendee.name and attendee.email is None and Flag.SELF not in mention.flags:
        known = [
            m.attendee.email
            for m in reading.mentions
            if m.attendee.email
            and m.attendee.name
            and same_person(m.attendee.name, attendee.name, reading.words)
        ]
        fitting = [
            one.email for one in reading.around.written if fits(one.email, attendee.name, reading.words) > 1
        ]
        own = sender.email
        chosen = next(
            (email for email in (*known, *fitting) if email and not of_role(email, reading.words)), None
        )
        attendee = replace(attendee, email=chosen if chosen != own else None)
    if attendee.organisation is None:
        attendee = replace(attendee, organisation=sender.organisation)
    return replace(mention, attendee=attendee)


__all__ = ["Count", "find_people"]
