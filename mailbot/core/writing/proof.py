"""Reads the templates before a guest does: every letter, in every language, with sample values."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from jinja2 import meta, nodes

from mailbot.core.base import Address, Attendee, Event, House, Payment, Status
from mailbot.core.writing import view
from mailbot.core.writing.daily import Digest, Person, Tally, ToDecide
from mailbot.core.writing.digest import render_digest
from mailbot.core.writing.digest import values as digest_values
from mailbot.core.writing.letter import Calendar, Letter, LetterKind, Standing
from mailbot.core.writing.templates import LAYOUT, PAGE, TemplateMistake, Templates
from mailbot.core.writing.words import MissingWord
from mailbot.core.writing.write import render

_NOW = datetime(2018, 1, 8, 9, 0, tzinfo=UTC)
_EVENT = Event(
    id="meetup-4",
    title="4th Meet Up",
    subtitle="Civic space",
    starts=datetime(2018, 1, 18, 13, 30, tzinfo=UTC),
    ends=datetime(2018, 1, 18, 17, 0, tzinfo=UTC),
    doors_open=datetime(2018, 1, 18, 13, 0, tzinfo=UTC),
    location="Humanity House, Den Haag",
    capacity=40,
    fee=Decimal(25),
)
_NEXT = replace(
    _EVENT,
    id="meetup-5",
    title="5th Meet Up",
    starts=_EVENT.starts + timedelta(63),
    ends=_EVENT.ends + timedelta(63),
)


def check(templates: Templates, house: House) -> list[str]:
    """Every mistake in the templates, as "templates/nl/confirmed.txt, line 3: …"; empty when all is well."""
    found: dict[str, None] = {}
    if not templates.languages:
        found[f"{templates.folder}: no language has a words.toml"] = None
    elif house.default_language not in templates.languages:
        found[f"{templates.folder}/{house.default_language}/words.toml: the file is missing"] = None
    for lang in templates.languages:
        for kind in LetterKind:
            for mistake in _faults(templates, house, lang, kind):
                found[str(mistake)] = None
        for mistake in _digest_faults(templates, house, lang):
            found[str(mistake)] = None
    return list(found)


def _faults(templates: Templates, house: House, lang: str, kind: LetterKind) -> Iterator[TemplateMistake]:
    name = f"{lang}/{kind.value}.txt"
    proofing = _proofing(house)
    try:
        tree = templates.parse(name)
        templates.parse(LAYOUT)
    except TemplateMistake as mistake:
        yield mistake
        return
    letters = tuple(samples(kind, lang))
    try:
        known = set(view.values(letters[0], proofing, templates.words(lang), now=_NOW))
    except TemplateMistake as mistake:
        yield mistake
        return
    except MissingWord as fault:
        yield templates.missing_word(lang, fault)
        return
    yield from _unknown(templates, name, tree, known)
    for letter in letters:
        try:
            render(letter, proofing, templates, message_id="proof@example.org", date=_NOW)
        except TemplateMistake as mistake:
            yield mistake


def _digest_faults(templates: Templates, house: House, lang: str) -> Iterator[TemplateMistake]:
    proofing = _proofing(house)
    try:
        known = set(digest_values(_digests()[0], proofing, templates.words(lang)))
        yield from _unknown(templates, PAGE, templates.parse(PAGE), known)
    except TemplateMistake as mistake:
        yield mistake
        return
    except MissingWord as fault:
        yield templates.missing_word(lang, fault)
        return
    for digest in _digests():
        try:
            render_digest(
                digest,
                proofing,
                templates,
                to="jan@example.org",
                lang=lang,
                message_id="proof@example.org",
                date=_NOW,
            )
        except TemplateMistake as mistake:
            yield mistake


def _unknown(
    templates: Templates, name: str, tree: nodes.Template, known: Set[str]
) -> Iterator[TemplateMistake]:
    """The names a template uses and nobody gives it, also in a branch that no sample takes."""
    for unknown in sorted(meta.find_undeclared_variables(tree) - known):
        line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == unknown), 0)
        yield templates.mistake(name, line, f"“{unknown}” is not known here")


def _proofing(house: House) -> House:
    return replace(
        house,
        events=(_EVENT, _NEXT),
        member_page=house.member_page or "https://www.example.org/",
        payment=house.payment or Payment("NL91ABNA0417164300", "Example"),
    )


def _digests() -> tuple[Digest, Digest]:
    """A day on which everything happened, and one on which nothing did."""
    people = tuple(
        Person("Jan de Vries", "Voorbeeld", "jan@example.org", status, 2, "K7M2P", "email", paid=True)
        for status in Status
    )
    tally = Tally(capacity=40, confirmed=20, website=5, offered=2, waiting=3, free=18)
    question = ToDecide(7, _NOW, "jan@example.org", "Aanmelding", ("Six seats in one mail.",))
    full = Digest(
        _EVENT, _NOW.date(), tally, people, people, people * 20, people, (question,), ("Sending is paused.",)
    )
    return full, Digest(_EVENT, _NOW.date(), replace(tally, confirmed=0, offered=0, free=40))


def samples(kind: LetterKind, lang: str) -> Iterator[Letter]:
    """Letters of one kind that together take the turns a template may take."""
    jan = Attendee("Jan de Vries", "jan@example.org", "Voorbeeld")
    one = (Standing(jan, _status(kind), 3 if _status(kind) is Status.WAITLISTED else None),)
    guest = Standing(Attendee(organisation="Voorbeeld"), one[0].status, one[0].position)
    calendar = {LetterKind.CONFIRMED: Calendar.REQUEST, LetterKind.PROMOTED: Calendar.REQUEST,
                LetterKind.CHANGED: Calendar.REQUEST, LetterKind.CANCELLED: Calendar.CANCEL}  # fmt: skip
    letter = Letter(
        kind=kind,
        lang=lang,
        to=Address("jan@example.org", "Jan de Vries"),
        event=_EVENT.id,
        registration="K7M2P",
        people=one,
        former=(jan,),
        position=one[0].position,
        offer_until=_NOW + timedelta(days=1),
        calendar=calendar.get(kind),
        subject="Aanmelding",
    )
    yield letter
    yield replace(letter, people=(*one, guest), former=(jan, jan), question=True)
    yield replace(letter, people=(), former=(), opens=_NOW + timedelta(days=2), subject="")
    for status in Status:
        yield replace(letter, people=(Standing(jan, status, 2),), position=2)
    yield replace(letter, event=None, registration=None, people=(), to=Address("x@example.org"))


def _status(kind: LetterKind) -> Status:
    match kind:
        case LetterKind.WAITLISTED:
            return Status.WAITLISTED
        case LetterKind.OFFERED:
            return Status.OFFERED
        case LetterKind.EXPIRED:
            return Status.EXPIRED
        case _:
            return Status.CONFIRMED
