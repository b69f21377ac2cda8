"""Why the words for events in one mail do not fit together, or fit none of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mailbot.core.base import Reason
from mailbot.core.understanding.pointing import EventMention, Weight

_NEAR = 200  # letters within which a title and a date are said of one event
_BY_NAME = frozenset({"title", "theme"})
_ENDS = re.compile(r"[.!?(]")
_BEHIND = 16  # letters from "the Meet Up" to its theme: "that is about"


def events_of(mentions: Iterable[EventMention]) -> frozenset[str]:
    return frozenset().union(*(m.events for m in mentions))


def said(mentions: Iterable[EventMention]) -> str:
    return ", ".join(dict.fromkeys(f'"{m.words}"' for m in mentions))


def several(pointing: list[EventMention]) -> Reason | None:
    single = events_of(m for m in pointing if len(m.events) == 1)
    return (
        Reason("several-events", f"It names several events: {said(pointing)}.") if len(single) > 1 else None
    )


def rivals(bare: list[EventMention], pointing: list[EventMention], event: str) -> Reason | None:
    """Another kind of event is named beside the one that the signs point at: "I was at a training of
    yours; now I come to the Meet Up"."""
    others = [m for m in bare if m.rule == "series" and event not in m.events and not m.denied]
    dated = any(m.rule.startswith("date") and m.weight is Weight.FIRM for m in pointing)
    if not others or dated:
        return None
    return Reason("several-events", f"It names several events: {said((*others[:1], *pointing))}.")


def clash(mentions: tuple[EventMention, ...]) -> Reason | None:
    """One title or theme beside one date that is another event's: "the 3rd Meet Up on 18 January"."""
    for place in ("text", "subject"):
        here = [m for m in mentions if m.place == place and m.weight is Weight.FIRM and m.events]
        titles = [m for m in here if not m.rule.startswith("date")]
        dates = [m for m in here if m.rule.startswith("date")]
        named, dated = events_of(titles), events_of(dates)
        if titles and dates and not named & dated and len(dated) == 1 and len(named) == 1:
            near = any(abs(t.start - d.start) < _NEAR for t in titles for d in dates)
            if near and not any(m.denied for m in (*titles, *dates)):
                return Reason(
                    "event-and-date", f"{said(titles[:1])} and {said(dates[:1])} are not the same event."
                )
    return None


def other_theme(mentions: Sequence[EventMention], event: str, text: str) -> Reason | None:
    """A word of another event's theme right behind the name that all have: "the Meet Up *about measuring*, on
    18 January"."""
    themes = [m for m in mentions if m.rule == "theme" and m.weight is Weight.BARE and event not in m.events]
    told = [m for m in themes if m.place == "text" and not m.denied and _is_said_of(m, mentions, text)]
    pointing = [m for m in mentions if event in m.events and m.weight > Weight.BARE]
    if not told or any(m.rule in _BY_NAME for m in pointing):
        return None
    beside = said(pointing[:1]) or "the letter that it answers"
    return Reason("event-and-date", f"{said(told[:1])} and {beside} are not the same event.")


def absent_day(absent: list[EventMention], pointing: list[EventMention]) -> Reason | None:
    """A day on which nothing of ours is, where no word of the text names another day: a subject may be old, a
    Thursday ("on Thursday we are in Brussels") is no event's yet, and who names ours and the wrong day ("your
    event about civic space on Friday 19 January") may mean either."""
    firm = [m for m in absent if m.place == "text" and m.weight is Weight.FIRM]
    dated = any(m.rule == "no event then" for m in firm)
    days = {m.rule for m in pointing if m.rule.startswith("date")} - {"date: weekday"}
    told = [m for m in pointing if m.place == "text" and (not dated or m.rule in days)]
    if not absent or told or (pointing and not firm):
        return None
    return Reason("no-such-event", f"There is no event of ours for {said(absent)}.")


def _is_said_of(one: EventMention, mentions: Iterable[EventMention], text: str) -> bool:
    """Whether it stands right behind the name of our events: "the Meet Up *about measuring*"."""
    named = (m.end for m in mentions if m.rule == "series" and m.place == one.place and not m.denied)
    between = (text[end : one.start] for end in named if 0 <= one.start - end <= _BEHIND)
    return any(not _ENDS.search(words) for words in between)
