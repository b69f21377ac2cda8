"""Which of the house's events a mail is about: by title, number, theme, date and place.

Everything is drawn from the configured events, nothing from one house: the number and the series
from the title ("4th Meet Up for Strategic Partnerships"), the theme from the words that only one
event's subtitle has, the rest from its date and place. The sender's own words decide; the thread
decides where they say nothing; the next open one is meant where only "the Meet Up" is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum

from mailbot.core.base import Event, Evidence, House, Reason
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.dates import DateSaid, DateWords, date_words, dates_in
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.profiles import Profile, profiles_of, themes_in, titles_in
from mailbot.core.understanding.sentences import answers, sentences
from mailbot.core.understanding.tokens import tokens

THREAD = 8000  # characters of the earlier mail that are looked at
_YEARS = (1990, 2200)  # a Date header may hold anything; counting days must not leave the calendar


class Weight(IntEnum):
    """How much a sign says: a FIRM one names one event, a LOOSE one fits some, a BARE one any."""

    BARE = 1
    LOOSE = 2
    FIRM = 4


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that point at these events; none of them where they point at an event that is not there.

    ``denied``: the clause around them says no ("de 18e haal ik niet").
    """

    events: frozenset[str]
    place: str
    start: int
    end: int
    words: str
    rule: str
    weight: Weight
    denied: bool = False

    @property
    def evidence(self) -> Evidence:
        return Evidence("event", self.rule, self.words, self.place, self.start, self.end)


@dataclass(frozen=True, slots=True)
class EventReading:
    """Which event; None where it cannot be told.

    ``about_event``: an event of the house is referred to at all. ``past``: the event has begun or been.
    ``contradiction``: the words do not fit together or fit no event. ``ambiguous``: several events
    are named; ``kept`` are those that are not denied, ``denied`` the others, so that "not the 18th
    but 22 March" can be told by who knows what is wanted. ``mentions`` are the sender's own words for
    events, in order, to be matched with sentences. ``next_open`` is the event that is meant where
    somebody signs up at our address and names no event at all; None where another's is spoken of.
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

    def within(self, start: int, end: int, place: str = "text") -> frozenset[str]:
        """The events that the words between these places point at, firmly before loosely."""
        here = [m for m in self.mentions if m.place == place and start <= m.start < end and m.events]
        firm = [m for m in here if len(m.events) == 1]
        return frozenset().union(*(m.events for m in firm or here))


@dataclass(frozen=True, slots=True)
class _Place:
    """One stretch of text to look through."""

    text: str
    start: int
    end: int
    name: str


def find_event(mail: Mail, house: House, lexicon: Lexicon, lang: str, now: datetime) -> EventReading:
    """Read which event ``mail`` is about; ``now`` is when it was written."""
    del lang  # dates and ordinals are read in every language: people mix them
    words = date_words(lexicon)
    profiles = lexicon.made(("events", house.events), lambda: profiles_of(house, lexicon))
    today = _today(now, house)
    replies = answers(mail.subject) or _forwards(mail)
    own = [_Place(mail.text, s.start, s.end, "text") for s in mail.stretches if s.part is Part.NEW]
    if not replies:
        own.append(_Place(mail.subject, 0, len(mail.subject), "subject"))
    mentions = tuple(m for place in own for m in _mentions(place, profiles, words, today))
    if all(m.rule == "theme" and m.weight is Weight.BARE for m in mentions):
        mentions = ()  # one word of a theme alone, such as "joining", says nothing
    thread = _thread(mail, profiles, words, today, replies)
    reading = _judged(mentions, thread, profiles, house, now)
    elsewhere = any(
        words["others"].first([token.word for token in tokens(mail.text[s.start : s.end])]) is not None
        for s in mail.stretches
        if s.part is Part.NEW
    )
    nearest = _next([event for event in house.events if event.starts > now], now)
    unsaid = reading.contradiction is None and not reading.mentions and not elsewhere
    return replace(reading, next_open=nearest.id if nearest and unsaid else None)


def _forwards(mail: Mail) -> bool:
    return any(s.part is Part.FORWARDED for s in mail.stretches)


def _today(now: datetime, house: House) -> date:
    if not _YEARS[0] <= now.year <= _YEARS[1]:
        return max((event.starts.date() for event in house.events), default=date(2000, 1, 1))
    return now.astimezone(house.timezone).date() if now.tzinfo else now.date()


# -- signs ---------------------------------------------------------------------------------------


def _mentions(
    place: _Place, profiles: tuple[Profile, ...], words: DateWords, today: date
) -> list[EventMention]:
    text = place.text
    found: list[EventMention] = []
    spoken = tokens(text[place.start : place.end], place.start)
    for title in titles_in(text, spoken, profiles, words):
        weight = Weight.FIRM if title.numbered else Weight.BARE
        found.append(
            EventMention(title.events, place.name, title.start, title.end, title.words, title.rule, weight)
        )
    found += [
        EventMention(
            theme.events, place.name, theme.start, theme.end, theme.words, theme.rule,
            Weight.FIRM if theme.numbered else Weight.BARE,
        )
        for theme in themes_in(text, spoken, profiles)
    ]  # fmt: skip
    nouns = [m for m in found if m.weight is Weight.BARE or m.rule == "title"]
    for said in dates_in(text, place.start, place.end, today, words):
        one = _dated(said, place, profiles, today, nouns)
        if one is not None:
            found.append(one)
    bounds = [(one.start, one.end) for one in sentences(text[place.start : place.end], place.start)]
    return [_with_denial(one, text, bounds, words) for one in sorted(found, key=lambda m: m.start)]


def _dated(
    said: DateSaid,
    place: _Place,
    profiles: tuple[Profile, ...],
    today: date,
    nouns: list[EventMention],
) -> EventMention | None:
    """A date as a sign: of the events it fits, or of none where it is said to be an event's."""
    fitting = frozenset(p.id for p in profiles if said.means(p.starts))
    if not fitting and said.day and said.month and said.year and said.year != today.year + 1:
        # "18-1-2017", written in December for the coming January: the year is the slip.
        fitting = frozenset(
            p.id
            for p in profiles
            if (p.starts.day, p.starts.month) == (said.day, said.month)
            and 0 <= (p.starts - today).days <= 120
            and abs(said.year - p.starts.year) == 1
        )
    if said.rule in {"day of the month", "month", "weekday"} or len(said.days) > 7:
        coming = frozenset(p.id for p in profiles if p.id in fitting and p.starts >= today)
        fitting = coming or fitting
    if fitting:
        firm = said.full and len(said.days) < 3
        weight = Weight.FIRM if firm else Weight.LOOSE
        return EventMention(
            fitting, place.name, said.start, said.end, said.words, f"date: {said.rule}", weight
        )
    if not (said.sure and (said.full or said.rule == "month")) or said.past:
        return None
    if _tied(said, place, nouns):
        return EventMention(
            frozenset(), place.name, said.start, said.end, said.words, "no event then", Weight.FIRM
        )
    return None


def _tied(said: DateSaid, place: _Place, nouns: list[EventMention]) -> bool:
    """The date stands right behind the event's name, as its date does: "Meet Up in February"."""
    for noun in nouns:
        if noun.end <= said.start and noun.rule in {"series", "title"}:
            between = [token.word for token in tokens(place.text[noun.end : said.start])]
            if len(between) <= 3 and set(between) <= _TYING and "." not in place.text[noun.end : said.start]:
                return True
        if said.end <= noun.start and noun.rule in {"series", "title"}:
            between = [token.word for token in tokens(place.text[said.end : noun.start])]
            if len(between) <= 1 and set(between) <= {"s", "the"}:
                return True
    return False


_TYING = frozenset(
    [
        "in",
        "op",
        "on",
        "of",
        "van",
        "the",
        "de",
        "am",
        "vom",
        "im",
        "du",
        "le",
        "la",
        "en",
        "au",
        "der",
        "den",
        "dem",
        "een",
        "a",
        "um",
        "for",
        "aanstaande",
        "komende",
        "next",
        "this",
    ]
)


def _with_denial(
    one: EventMention, text: str, bounds: list[tuple[int, int]], words: DateWords
) -> EventMention:
    left, right = next(((a, b) for a, b in bounds if a <= one.start < b), (one.start, one.end))
    before, after = text[left : one.start], text[one.end : right]
    for cut in _BUT:
        at = before.casefold().rfind(cut)
        if at >= 0:
            before = before[at + len(cut) :]
        at = after.casefold().find(cut)
        if at >= 0:
            after = after[:at]
    plain = [token.word for token in tokens(f"{before} {after}")]
    if words["denied"].first(plain) is None:
        return one
    return EventMention(
        one.events, one.place, one.start, one.end, one.words, one.rule, one.weight, denied=True
    )


_BUT = (" maar ", " but ", " aber ", " mais ", " wel ", " sondern ", " though ", ";", " dafür ", " doch ")


def _thread(
    mail: Mail,
    profiles: tuple[Profile, ...],
    words: DateWords,
    today: date,
    replies: bool,
) -> tuple[EventMention, ...]:
    """What the answered or forwarded letter is about: full dates and numbered titles alone."""
    places = [_Place(mail.subject, 0, len(mail.subject), "subject")] if replies else []
    left = THREAD
    for stretch in mail.stretches:
        if stretch.part in {Part.QUOTED, Part.FORWARDED} and left > 0:
            end = min(stretch.end, stretch.start + left)
            places.append(_Place(mail.text, stretch.start, end, "thread"))
            left -= end - stretch.start
    found = [m for place in places for m in _mentions(place, profiles, words, today)]
    return tuple(m for m in found if m.weight is Weight.FIRM and m.events) or tuple(
        m for m in found if m.events and m.rule == "series"
    )


# -- judgement -----------------------------------------------------------------------------------


def _judged(
    mentions: tuple[EventMention, ...],
    thread: tuple[EventMention, ...],
    profiles: tuple[Profile, ...],
    house: House,
    now: datetime,
) -> EventReading:
    pointing = [m for m in mentions if m.events and m.weight > Weight.BARE]
    bare = [m for m in mentions if m.weight is Weight.BARE]
    absent = [m for m in mentions if not m.events]
    named = _events(pointing)
    threaded = _events(thread)
    about = bool(pointing or threaded) or any(m.rule in _NAMING for m in mentions)
    evidence = tuple(m.evidence for m in (*pointing, *absent, *bare))
    contradiction = _clash(mentions) or _absent(absent, named)
    narrowed = _narrowed(pointing, named, bare)
    if len(narrowed) > 1 and threaded & narrowed and len(_events(_exact(pointing))) < 2:
        narrowed &= threaded
    if len(narrowed) == 1:
        (event,) = narrowed
        several = _several(pointing)
        return _reading(event, profiles, now, mentions, evidence, contradiction, several, about=True)
    if len(narrowed) > 1:
        why = Reason("several-events", f"It names several events: {_said(pointing)}.")
        kept, denied = _sides(pointing)
        firm = _events(m for m in pointing if m.weight is Weight.FIRM and len(m.events) == 1)
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
            why = Reason("several-events", f"The letter it answers names several events: {_said(thread)}.")
            return EventReading(None, True, False, contradiction, why, evidence, mentions)
        bare = bare or [m for m in thread if m.rule == "series"]
    upcoming = [event for event in house.events if event.starts > now]
    if about or any(m.rule == "place" for m in bare) or bare:
        nearest = _next(upcoming, now)
        if nearest is not None and bare:
            evidence += (
                Evidence("event", "the next one", bare[0].words, bare[0].place, bare[0].start, bare[0].end),
            )
            event_id = nearest.id
            return _reading(event_id, profiles, now, mentions, evidence, contradiction, None, about=about)
    return EventReading(None, about, False, contradiction, None, evidence, mentions)


def _next(upcoming: Iterable[Event], now: datetime) -> Event | None:
    open_ones = [event for event in upcoming if now < event.closes] or list(upcoming)
    return min(open_ones, key=lambda event: event.starts, default=None)


def _events(mentions: Iterable[EventMention]) -> frozenset[str]:
    return frozenset().union(*(m.events for m in mentions))


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
    strong = _events(m for m in firm if len(m.events) == 1)
    loose = [m for m in pointing if m.weight is Weight.LOOSE and len(m.events) == 1]
    return strong | _events(loose) if strong or loose else named


def _several(pointing: list[EventMention]) -> Reason | None:
    single = _events(m for m in pointing if len(m.events) == 1)
    return (
        Reason("several-events", f"It names several events: {_said(pointing)}.") if len(single) > 1 else None
    )


def _said(mentions: Iterable[EventMention]) -> str:
    return ", ".join(dict.fromkeys(f'"{m.words}"' for m in mentions))


def _sides(pointing: list[EventMention]) -> tuple[frozenset[str], frozenset[str]]:
    single = _exact(pointing) or pointing
    kept = _events(m for m in single if not m.denied)
    denied = _events(m for m in single if m.denied) - kept
    return kept, denied


def _most(thread: tuple[EventMention, ...]) -> str | None:
    """The event of the thread: the one its first firm sign names, where the signs agree or it leads."""
    singles = [next(iter(m.events)) for m in thread if len(m.events) == 1]
    if not singles:
        return None
    first = singles[0]
    return first if singles.count(first) * 2 > len(singles) else None


def _clash(mentions: tuple[EventMention, ...]) -> Reason | None:
    """One title or theme beside one date that is another event's: "the 3rd Meet Up on 18 January"."""
    for place in ("text", "subject"):
        here = [m for m in mentions if m.place == place and m.weight is Weight.FIRM and m.events]
        titles = [m for m in here if not m.rule.startswith("date")]
        dates = [m for m in here if m.rule.startswith("date")]
        named, dated = _events(titles), _events(dates)
        if titles and dates and not named & dated and len(dated) == 1 and len(named) == 1:
            near = any(abs(t.start - d.start) < 200 for t in titles for d in dates)
            if near and not any(m.denied for m in (*titles, *dates)):
                return Reason(
                    "event-and-date", f"{_said(titles[:1])} and {_said(dates[:1])} are not the same event."
                )
    return None


def _absent(absent: list[EventMention], named: frozenset[str]) -> Reason | None:
    if not absent or named:
        return None
    return Reason("no-such-event", f"There is no event of ours for {_said(absent)}.")


def _reading(
    event_id: str,
    profiles: tuple[Profile, ...],
    now: datetime,
    mentions: tuple[EventMention, ...],
    evidence: tuple[Evidence, ...],
    contradiction: Reason | None,
    ambiguous: Reason | None,
    *,
    about: bool,
) -> EventReading:
    profile = next(p for p in profiles if p.id == event_id)
    past = profile.event.starts <= now if now.tzinfo else False
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
