"""Which of the house's events a mail is about: by title, number, theme, date and place.

Everything is drawn from the configured events, nothing from one house: the number and the series
from the title ("4th Meet Up for Strategic Partnerships"), the theme from the words that only one
event's subtitle has, the rest from its date and place. The sender's own words decide; the thread
decides where they say nothing; the next open one is meant where only "the Meet Up" is said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from mailbot.core.base import Event, Evidence, House, Reason
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.clashes import (
    absent_day,
    clash,
    events_of,
    other_theme,
    rivals,
    said,
    several,
)
from mailbot.core.understanding.datewords import DateWords, date_words
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.pointing import EventMention, Place, Weight, mentions_in
from mailbot.core.understanding.profiles import Profiles, profiles_of
from mailbot.core.understanding.sentences import Own, answers
from mailbot.core.understanding.threads import thread_of
from mailbot.core.understanding.tokens import tokens

_YEARS = (1990, 2200)  # a Date header may hold anything; counting days must not leave the calendar


@dataclass(frozen=True, slots=True)
class EventReading:
    """Which event; None where it cannot be told.

    ``about_event``: an event of the house is referred to at all. ``past``: the event has begun or been.
    ``contradiction``: the words do not fit together or fit no event. ``ambiguous``: several events
    are named; ``kept`` are those that are not denied, ``denied`` the others, so that "not the 18th
    but 22 March" can be told by who knows what is wanted. ``mentions`` are the sender's own words for
    events, in order, to be matched with sentences. ``next_open`` is the event that is meant where
    somebody signs up at our address and names no event at all; None where another's is spoken of.
    ``answered`` is the one event of the letter that the mail answers, whatever it names itself.
    """

    event: str | None = None
    about_event: bool = False
    past: bool = False
    contradiction: Reason | None = None
    ambiguous: Reason | None = None
    evidence: tuple[Evidence, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    next_open: str | None = None
    kept: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    answered: str | None = None

    def within(self, start: int, end: int, place: str = "text") -> frozenset[str]:
        """The events that the words between these places point at, firmly before loosely."""
        here = [m for m in self.mentions if m.place == place and start <= m.start < end and m.events]
        firm = [m for m in here if len(m.events) == 1]
        return frozenset().union(*(m.events for m in firm or here))


def find_event(
    mail: Mail, house: House, lexicon: Lexicon, lang: str, now: datetime, sentences: Own | None = None
) -> EventReading:
    """Read which event ``mail`` is about; ``now`` is when it was written, and ``sentences`` are those of
    the new words where they are known already."""
    del lang  # dates and ordinals are read in every language: people mix them
    words = date_words(lexicon)
    profiles = lexicon.made(("events", house.events), lambda: profiles_of(house, lexicon))
    today = _today(now, house)
    replies = answers(mail.subject) or _forwards(mail)
    known = sentences or {}
    own = [
        Place(mail.text, s.start, s.end, "text", known.get(s.start))
        for s in mail.stretches
        if s.part is Part.NEW
    ]
    if not replies:
        own.append(Place(mail.subject, 0, len(mail.subject), "subject"))
    mentions = tuple(m for place in own for m in mentions_in(place, profiles, words, today))
    hints = events_of(m for m in mentions if m.rule == "theme" and m.weight is Weight.BARE)
    if all(m.rule == "theme" and m.weight is Weight.BARE for m in mentions):
        mentions = ()  # one word of a theme alone, such as "joining", says nothing
    been = frozenset(event.id for event in house.events if event.starts <= now)
    thread = () if _tell_one(mentions, been) else thread_of(mail, profiles, words, today, replies)
    reading = _judged(mentions, thread, profiles, house, now)
    if reading.event and reading.ambiguous is None:
        why = other_theme(mentions, reading.event, mail.text)
        reading = replace(reading, event=None, contradiction=why) if why else reading
    if replies:
        letter = thread or thread_of(mail, profiles, words, today, replies)
        reading = replace(reading, answered=_first(events_of(m for m in letter if m.weight is Weight.FIRM)))
    if reading.contradiction is not None or reading.mentions or _elsewhere(mail, words):
        return reading
    coming = _open([event for event in house.events if event.starts > now], now)
    if not coming or _which(coming, profiles, hints) is not None:
        return reading
    return replace(reading, next_open=_nearest(coming).id)


def _tell_one(mentions: tuple[EventMention, ...], been: frozenset[str]) -> bool:
    """Whether the sender's own words come to one event: then no thread says more. A month that is over
    may be but a memory."""
    pointing = _without_memories(_pointing(mentions), been)
    return len(_narrowed(pointing, events_of(pointing), _bare(mentions))) == 1


def _without_memories(pointing: list[EventMention], been: frozenset[str]) -> list[EventMention]:
    return [m for m in pointing if m.weight is Weight.FIRM or not m.events <= been]


def _pointing(mentions: tuple[EventMention, ...]) -> list[EventMention]:
    return [m for m in mentions if m.events and m.weight > Weight.BARE]


def _bare(mentions: tuple[EventMention, ...]) -> list[EventMention]:
    return [m for m in mentions if m.weight is Weight.BARE]


def _elsewhere(mail: Mail, words: DateWords) -> bool:
    """Whether the words speak of something that is no event of ours: a conference, a course."""
    return any(
        words["others"].first([token.word for token in tokens(mail.text[s.start : s.end])]) is not None
        for s in mail.stretches
        if s.part is Part.NEW
    )


def _forwards(mail: Mail) -> bool:
    return any(s.part is Part.FORWARDED for s in mail.stretches)


def _today(now: datetime, house: House) -> date:
    if not _YEARS[0] <= now.year <= _YEARS[1]:
        return max((event.starts.date() for event in house.events), default=date(2000, 1, 1))
    return now.astimezone(house.timezone).date() if now.tzinfo else now.date()


# -- judgement -----------------------------------------------------------------------------------


def _judged(
    mentions: tuple[EventMention, ...],
    thread: tuple[EventMention, ...],
    profiles: Profiles,
    house: House,
    now: datetime,
) -> EventReading:
    pointing, bare = _pointing(mentions), _bare(mentions)
    absent = [m for m in mentions if not m.events]
    threaded = events_of(thread)
    been = frozenset(event.id for event in house.events if event.starts <= now)
    if threaded - been:  # "I was there in October", in the answer to a letter about what is to come
        pointing = _without_memories(pointing, been)
    named = events_of(pointing)
    about = bool(pointing or threaded) or any(m.rule in _NAMING for m in mentions)
    evidence = tuple(m.evidence for m in (*pointing, *absent, *bare))
    contradiction = clash(mentions) or absent_day(absent, pointing)
    narrowed = _narrowed(pointing, named, bare)
    if len(narrowed) > 1 and threaded & narrowed and len(events_of(_exact(pointing))) < 2:
        narrowed &= threaded
    if len(narrowed) == 1:
        (event,) = narrowed
        others = several(pointing) or rivals(bare, pointing, event)
        return _reading(event, profiles, now, mentions, evidence, contradiction, others, about=True)
    if len(narrowed) > 1:
        why = Reason("several-events", f"It names several events: {said(pointing)}.")
        kept, denied = _sides(pointing)
        firm = events_of(m for m in pointing if m.weight is Weight.FIRM and len(m.events) == 1)
        best = _first(kept) or _first(firm) or _first(threaded & narrowed)
        return EventReading(
            event=best,
            about_event=True,
            contradiction=contradiction,
            ambiguous=None if contradiction else why,
            evidence=evidence,
            mentions=mentions,
            kept=kept,
            denied=denied,
        )
    if contradiction is not None and absent:
        return EventReading(None, about, False, contradiction, None, evidence, mentions)
    if threaded:
        evidence += tuple(m.evidence for m in thread[:3])
        best = _most(thread)
        if best is not None:
            return _reading(best, profiles, now, mentions, evidence, contradiction, None, about=True)
        if any(len(m.events) == 1 for m in thread):
            why = Reason("several-events", f"The letter it answers names several events: {said(thread)}.")
            return EventReading(None, True, False, contradiction, why, evidence, mentions)
        bare = bare or [m for m in thread if m.rule == "series"]
    coming = _open([event for event in house.events if event.starts > now], now)
    if not coming or not bare:
        return EventReading(None, about, False, contradiction, None, evidence, mentions)
    for one in bare:
        fitting = [event for event in coming if event.id in one.events]
        if fitting and one.rule != "theme":
            coming = fitting
    best = _nearest(coming).id
    doubt = _which(coming, profiles, events_of(m for m in bare if m.rule == "theme"))
    evidence += (Evidence("event", "the next one", bare[0].words, bare[0].place, bare[0].start, bare[0].end),)
    return _reading(best, profiles, now, mentions, evidence, contradiction, doubt, about=about)


def _open(upcoming: list[Event], now: datetime) -> list[Event]:
    return [event for event in upcoming if now < event.closes] or upcoming


def next_of(house: House, now: datetime) -> str | None:
    """The id of the next event to come, of those still open where there are any."""
    coming = [event for event in house.events if event.starts > now]
    return _nearest(_open(coming, now)).id if coming else None


def _nearest(coming: list[Event]) -> Event:
    return min(coming, key=lambda event: event.starts)


def _which(coming: list[Event], profiles: Profiles, hints: frozenset[str]) -> Reason | None:
    """Why the next of these can't be taken for the one that is meant: they are of several kinds, of one
    day, or a word of a later one's theme was said."""
    kinds = {profiles.of(event.id).series for event in coming}
    days = [event.starts.date() for event in coming]
    nearest = _nearest(coming)
    later = {event.id for event in coming} & hints - {nearest.id}
    if len(kinds) < 2 and days.count(nearest.starts.date()) < 2 and not later:
        return None
    titles = ", ".join(f'"{event.title}"' for event in sorted(coming, key=lambda event: event.starts)[:4])
    return Reason("which-of-ours", f"It may mean several events: {titles}.")


def _first(events: frozenset[str]) -> str | None:
    return min(events) if len(events) == 1 else None


_NAMING = frozenset({"series", "title", "no such number", "your event"})
_RANGES = frozenset(
    f"date: {said}" for said in ("this week", "next week", "in two weeks", "this month", "next month")
)


def _exact(pointing: list[EventMention]) -> list[EventMention]:
    """What names one event, a week or a month that happens to hold it left aside."""
    return [m for m in pointing if len(m.events) == 1 and m.rule not in _RANGES]


def _narrowed(
    pointing: list[EventMention], named: frozenset[str], bare: list[EventMention]
) -> frozenset[str]:
    """What all signs have in common where they have; else what the firm ones point at."""
    firm = [m for m in pointing if m.weight is Weight.FIRM]
    common = named
    for one in pointing:
        common &= one.events
    if common:
        if len(common) > 1:
            for one in bare:
                if one.events & common:
                    common &= one.events
        return common
    strong = events_of(m for m in firm if len(m.events) == 1)
    loose = [m for m in pointing if m.weight is Weight.LOOSE and len(m.events) == 1]
    return strong | events_of(loose) if strong or loose else named


def _sides(pointing: list[EventMention]) -> tuple[frozenset[str], frozenset[str]]:
    single = _exact(pointing) or pointing
    kept = events_of(m for m in single if not m.denied)
    denied = events_of(m for m in single if m.denied) - kept
    return kept, denied


def _most(thread: tuple[EventMention, ...]) -> str | None:
    """The event of the thread: the one its first firm sign names, where the signs agree or it leads."""
    singles = [next(iter(m.events)) for m in thread if len(m.events) == 1]
    if not singles:
        return None
    first = singles[0]
    return first if singles.count(first) * 2 > len(singles) else None


def _reading(
    event_id: str,
    profiles: Profiles,
    now: datetime,
    mentions: tuple[EventMention, ...],
    evidence: tuple[Evidence, ...],
    contradiction: Reason | None,
    ambiguous: Reason | None,
    *,
    about: bool,
) -> EventReading:
    past = profiles.of(event_id).event.starts <= now if now.tzinfo else False
    event = None if contradiction is not None else event_id
    kept, denied = _sides([m for m in mentions if m.weight > Weight.BARE])
    return EventReading(
        event=event,
        about_event=about,
        past=past,
        contradiction=contradiction,
        ambiguous=ambiguous,
        evidence=evidence,
        mentions=mentions,
        kept=kept,
        denied=denied,
    )
