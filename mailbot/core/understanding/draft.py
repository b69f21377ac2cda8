"""A reading in the making: what it rests on, and every doubt that makes it one for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mailbot.core.base import Evidence, House, Reason
from mailbot.core.mail.message import Mail, Part
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.counting import Party
from mailbot.core.understanding.events import EventReading
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import People
from mailbot.core.understanding.pointing import EventMention, Weight

# What a sentence does that speaks of an event and wants no seat there.
_IDLE = ("cannot", "refuse", "never", "already", "keep", "later", "hold", "unreal", "out", "passed")
_BACK = 2  # sentences: how far "for that one" points back
_CLAUSE = 40  # characters: how much farther off words are that stand behind a comma


@dataclass(slots=True)
class Draft:
    """The facts of one mail, and the reasons and doubts gathered while they are put together."""

    mail: Mail
    house: House
    facts: Facts
    people: People
    event: EventReading
    lang: str
    now: datetime
    triaged: tuple[Reason, ...] = ()
    doubts: list[Reason] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def doubt(self, rule: str, text: str) -> None:
        """A reason why a person must look, once."""
        if all(doubt.rule != rule for doubt in self.doubts):
            self.doubts.append(Reason(rule, text))

    def because(self, acts: Sequence[Act], meaning: str) -> None:
        """The intent rests on these words; ``meaning`` is said to staff."""
        for act in acts[:6]:
            place = self.place(act)
            text = self.mail.subject if place == "subject" else self.mail.text
            words = text[act.start : act.end]  # as they stand there, line ends and all
            self.evidence.append(Evidence("intent", act.slug, words, place, act.start, act.end))
        if acts:
            said = "; ".join(f'"{self.words(act)}"' for act in acts[:2])
            self.reasons.append(Reason(acts[0].slug, f"{meaning}: {said}."))
        else:
            self.reasons.append(Reason("reading", f"{meaning}."))

    def place(self, act: Act) -> str:
        """Where an act stands: "subject" or "text"."""
        return "subject" if any(act in one.acts for one in self.facts.subject) else "text"

    def words(self, act: Act) -> str:
        """The words of the mail that an act is."""
        text = self.mail.subject if self.place(act) == "subject" else self.mail.text
        return " ".join(text[act.start : act.end].split())

    def takes(self, people: Party) -> None:
        """Take over what was found out about a party: its evidence and its doubt."""
        self.evidence += people.evidence
        if people.doubt is not None:
            self.doubt(people.doubt.rule, people.doubt.text)

    @property
    def related(self) -> bool:
        """The mail is about one of the house's events at all, or answers one of its letters."""
        answering = self.facts.answering
        threaded = answering.known is not None and answering.known.in_thread
        return self.event.about_event or answering.to is not To.NOTHING or threaded

    @property
    def _answers_a_seat(self) -> bool:
        return self.facts.answering.to in {To.OFFER, To.CONFIRMATION, To.WAITLIST, To.REMINDER}

    @property
    def other_business(self) -> bool:
        """The mail speaks of the membership, of accounts, of a delivery ..., and names no event at all: the
        words that give up a seat elsewhere give up a subscription there."""
        subject = tuple(act for one in self.facts.subject for act in one.of("business"))
        business = (*self.facts.acts("business"), *subject)
        if not business:
            return False
        # "Rooms for your meetings, for 20 to 200 people": who offers something speaks of meetings at large.
        offer = any(act.slug.endswith("offer") for act in business)
        answering = self.facts.answering
        known = answering.to is not To.NOTHING or answering.known is not None
        named = any(
            mention.weight is Weight.FIRM
            or mention.rule in {"series", "title", "your event"}
            or (mention.rule == "noun" and not offer)
            for mention in self.event.mentions
        )
        return not known and not named

    def check_conditions(self) -> None:
        """An act that hangs on something is not to be acted on."""
        for act in self.facts.conditions[:1]:
            words = act.condition or self.words(act)
            self.doubt("conditional", f'Hangs on a condition: "{words}".')
        for act in self.facts.acts("open")[:1]:
            if not act.slug.endswith("open.event"):
                self.doubt("left-open", f'What else it asks for is not said: "{self.words(act)}".')
            elif self._asks_for_any():
                self.doubt("left-open", f'It leaves open which event is meant: "{self.words(act)}".')

    def _asks_for_any(self) -> bool:
        """Whether a seat is asked for or given up, and not one event alone is named."""
        named = {event for mention in self.event.mentions for event in mention.events}
        about = self.facts.acts("register", "comes", "cancel")
        return len(named) != 1 and bool(about) and not self.facts.offered

    def events_of(self, acts: Sequence[Act], against: Sequence[Act] = ()) -> frozenset[str]:
        """The events named in the words around ``acts`` rather than around those ``against`` them; where
        their sentences name none, those that the sentence before does: "put me down for that one"."""
        found: set[str] = set()
        named = False
        for one in self.facts.said:
            near = [act for act in acts if act in one.acts]
            far = [act for act in against if act in one.acts]
            here = self._named_in(one) if near else []
            named = named or bool(here)
            but = one.adversative
            for mention in here if far else _on_the_side_of(near, here, but):
                if not far or self._distance(near, mention, but) < self._distance(far, mention, but):
                    found |= mention.events
        return frozenset(found) if named else self._named_before(acts)

    def _named_in(self, one: Said) -> list[EventMention]:
        return [m for m in self.event.mentions if len(m.events) == 1 and _within(one, m)]

    def _named_before(self, acts: Sequence[Act]) -> frozenset[str]:
        said = self.facts.said
        first = next((at for at, one in enumerate(said) if any(act in one.acts for act in acts)), 0)
        for one in reversed(said[max(0, first - _BACK) : first]):
            here = self._named_in(one)
            last = [m for m in here if m.start > one.adversative]
            meant = frozenset().union(*(m.events for m in last or here if not m.denied))
            if here:
                return meant if len(meant) == 1 else frozenset()
        return frozenset()

    def _distance(self, acts: Sequence[Act], mention: EventMention, but: int) -> int:
        return min(self._apart(act, mention, but) for act in acts)

    def _apart(self, act: Act, mention: EventMention, but: int) -> int:
        left, right = sorted(((act.start, act.end), (mention.start, mention.end)))
        if right[0] <= left[1]:
            return 0
        between = self.mail.text[left[1] : right[0]]
        turned = 2 * _CLAUSE if left[1] <= but < right[0] else 0
        return turned + len(between) + _CLAUSE * sum(between.count(sign) for sign in ",;:")

    def narrow(self, acts: Sequence[Act], against: Sequence[Act] = ()) -> frozenset[str]:
        """Where several events are named, go on with the one that ``acts`` are about, if it is one."""
        meant = self.events_of(acts, against)
        several = self.event.ambiguous is not None or len(self.event.kept | self.event.denied) > 1
        if several:
            self.settle(meant)
        return meant

    def settle(self, meant: frozenset[str]) -> None:
        """Go on with this event where it is one; what was ambiguous is then settled."""
        event = self.house.event(next(iter(meant))) if len(meant) == 1 else None
        if event is not None:
            past = event.starts <= self.now
            self.event = replace(self.event, event=event.id, ambiguous=None, contradiction=None, past=past)

    def settle_on(self, wants: Sequence[Act]) -> None:
        """Of several events, go on with the one that is asked for, where the words about the others ask for
        nothing: they are asked about, or given up, or said before a "but"."""
        reading = self.event
        if reading.ambiguous is None or reading.contradiction is not None:
            return
        asked: frozenset[str] = frozenset()
        aside: list[tuple[Said | None, EventMention]] = []
        for mention in reading.mentions:
            if len(mention.events) != 1:
                continue
            one = next((said for said in self.facts.said if _within(said, mention)), None)
            here = [act for act in wants if one is not None and act in one.acts]
            if here and one is not None and not _before_but(one, mention, here):
                asked |= mention.events
            else:
                aside.append((one, mention))
        asked = asked or self._headed()
        others = [pair for pair in aside if not pair[1].events <= asked]
        if len(asked) == 1 and all(self._asks_for_nothing(*pair) for pair in others):
            self.settle(asked)

    def _headed(self) -> frozenset[str]:
        """The events of a subject that asks for a seat: "Anmeldung 22. März"."""
        heads = [one for one in self.facts.subject if one.does("headline", "register")]
        return frozenset().union(*(m.events for one in heads for m in self._named_in(one)))

    def _asks_for_nothing(self, one: Said | None, mention: EventMention) -> bool:
        if mention.denied or one is None:
            return mention.denied
        been = [event for event in map(self.house.event, mention.events) if event is not None]
        return (
            one.aside
            or (one.sentence.asks and not one.alternative)
            or one.does(*_IDLE)
            or bool(one.adversative and mention.start < one.adversative)
            or all(event.starts <= self.now for event in been)
        )

    def leave_the_past(self, acts: Sequence[Act]) -> None:
        """Of several events, those that have been are memories, where one is still to come; not where the
        sentences of ``acts`` name them."""
        reading = self.event
        named = [self.house.event(one) for one in sorted(reading.kept | reading.denied)]
        been = {event.id for event in named if event is not None and event.starts <= self.now}
        if reading.ambiguous is None or reading.contradiction is not None or not been:
            return
        asked = [one for one in self.facts.said if any(act in one.acts for act in acts)]
        if not any(been & reading.within(s.start, s.end, s.place) for s in (one.sentence for one in asked)):
            self.settle((reading.kept | reading.denied) - been)

    def keep_to_letter(self, acts: Sequence[Act]) -> None:
        """Who says no to what our letter is about may look forward to another event ("maybe in March"): that
        one is meant only where the sentences of ``acts`` name it."""
        reading, known = self.event, self.facts.answering.known
        about = known.event if known is not None else reading.answered
        if about is None or reading.contradiction is not None:
            return
        sentences = (one.sentence for one in self.facts.said if any(act in one.acts for act in acts))
        if frozenset().union(*(reading.within(s.start, s.end, s.place) for s in sentences)) <= {about}:
            self.settle(frozenset({about}))

    def event_id(self, *, registered: bool, unnamed: bool = True) -> str | None:
        """The event meant; every doubt about it makes the mail one for a person. ``registered``: it is
        about a registration that is there already, whose event counts where the mail names none;
        ``unnamed``: else the next open one is meant, for what is asked can't be about anything else."""
        reading, known = self.event, self.facts.answering.known
        event = reading.event
        if registered and known is not None:
            if event is None or not reading.mentions:
                return known.event
            if event != known.event:
                self.doubt("other-event", "It names another event than its registration.")
        elif registered and event and reading.answered not in {None, event} and self._answers_a_seat:
            self.doubt("other-event", "It names another event than the letter it answers.")
        for doubt in (reading.contradiction, reading.ambiguous):
            if doubt is not None:
                self.doubt(doubt.rule, doubt.text)
        if event is None and reading.contradiction is None and reading.ambiguous is None:
            # A forwarded or quoted letter that names no event of ours may be about anything.
            carries = any(s.part in {Part.QUOTED, Part.FORWARDED} for s in self.mail.stretches)
            event = reading.next_open if unnamed and not carries else None
            if event is not None:
                text = "It names no event: the next one that is open is meant."
                self.reasons.append(Reason("next-open", text))
        if event is None and reading.contradiction is None and reading.ambiguous is None:
            self.doubt("which-event", "It is not clear which event is meant.")
        if reading.past:
            self.doubt("past-event", "The event it names has been.")
        return event


def _on_the_side_of(acts: Sequence[Act], here: list[EventMention], but: int) -> list[EventMention]:
    """Of what one sentence names, what stands on the same side of its "but" as ``acts``, if anything does."""
    sides = {act.start < but for act in acts}
    return [m for m in here if (m.start < but) in sides] or here


def _before_but(one: Said, mention: EventMention, acts: Sequence[Act]) -> bool:
    """ "March I leave open, but put me down for January": what is asked for stands behind the "but"."""
    but = one.adversative
    return bool(but) and mention.start < but <= min(act.start for act in acts)


def _within(one: Said, mention: EventMention) -> bool:
    return one.sentence.place == mention.place and one.sentence.start <= mention.start < one.sentence.end
