"""From what the sentences do to what the mail asks for."""

from __future__ import annotations

from collections.abc import Sequence
import re
from dataclasses import dataclass, field, replace

from mailbot.core.base import Attendee, Evidence, House, Known, Reason
from mailbot.core.mail.message import Mail
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.changes import full, leaving, registered_people, replacements
from mailbot.core.understanding.events import EventReading
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.mentions import Flag, People
from mailbot.core.understanding.parties import Party, counted, merged, party, same
from mailbot.core.understanding.request import Intent, Replacement, Request
from mailbot.core.understanding.roles import written

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
ACTING = frozenset({Intent.REGISTER, Intent.CANCEL, Intent.CHANGE, Intent.ACCEPT})


@dataclass(slots=True)
class Draft:
    """A reading in the making."""

    mail: Mail
    house: House
    facts: Facts
    people: People
    event: EventReading
    lang: str
    triaged: tuple[Reason, ...] = ()
    doubts: list[Reason] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def doubt(self, rule: str, text: str) -> None:
        if all(doubt.rule != rule for doubt in self.doubts):
            self.doubts.append(Reason(rule, text))

    def because(self, acts: Sequence[Act], meaning: str) -> None:
        """The intent rests on these words; ``meaning`` is said to staff."""
        for act in acts[:6]:
            words = self.words(act)
            self.evidence.append(Evidence("intent", act.slug, words, self.place(act), act.start, act.end))
        if acts:
            said = "; ".join(f'"{self.words(act)}"' for act in acts[:2])
            self.reasons.append(Reason(acts[0].slug, f"{meaning}: {said}."))
        else:
            self.reasons.append(Reason("reading", f"{meaning}."))

    def place(self, act: Act) -> str:
        return "subject" if any(act in one.acts for one in self.facts.subject) else "text"

    def words(self, act: Act) -> str:
        text = self.mail.subject if self.place(act) == "subject" else self.mail.text
        return text[act.start : act.end]


def compose(draft: Draft) -> Request:
    """The request that the facts add up to; every doubt makes it one for a person."""
    facts = draft.facts
    request = _request(draft)
    draft.evidence += draft.event.evidence
    questions = facts.questions
    asks = bool(questions) or request.intent is Intent.QUESTION
    if request.intent is Intent.STATUS:
        asks = False
    if asks:
        draft.evidence += [_question(one) for one in questions[:4]]
    draft.evidence += facts.answering.evidence
    if request.intent in ACTING:
        draft.doubts += draft.triaged
    suspicious = facts.acts("suspicious") + tuple(a for one in facts.subject for a in one.of("suspicious"))
    for act in suspicious[:1]:
        draft.doubt("suspicious", f'Suspicious wording: "{draft.words(act)}".')
    return replace(
        request,
        lang=draft.lang,
        has_question=asks,
        about_event=draft.event.about_event or facts.answering.to is not To.NOTHING or _threaded(facts),
        review=bool(draft.doubts),
        reasons=(*draft.doubts, *draft.reasons),
        evidence=tuple(draft.evidence),
        registration=facts.answering.known.code if facts.answering.known else None,
    )


def _threaded(facts: Facts) -> bool:
    return facts.answering.known is not None and facts.answering.known.in_thread


def _question(one: Said) -> Evidence:
    sentence = one.sentence
    return Evidence("question", "asks", sentence.text, sentence.place, sentence.start, sentence.end)


def _request(draft: Draft) -> Request:
    facts = draft.facts
    if facts.offered:
        answer = _answer_to_offer(draft)
        if answer is not None:
            return answer
    for reading in (_change, _cancel, _register, _status, _decline, _bare_answer):
        request = reading(draft)
        if request is not None:
            return request
    return _rest(draft)


# ------------------------------------------------------------------------------ answers to an offer


def _answer_to_offer(draft: Draft) -> Request | None:
    facts = draft.facts
    yes = (*facts.yes, *facts.own("accept"), *facts.own("register"))
    no = (*facts.no, *facts.stated("refuse", "cannot", "cancel", "release"))
    if no and all(act.slug.endswith("yes.polite") for act in yes):
        yes = ()  # "Great that you think of me, but ..."
    if yes and no:
        draft.because((*yes, *no), "Answers the offered seat with yes and with no")
        draft.doubt("yes-and-no", "The answer to the offered seat says both yes and no.")
        return _accepting(draft)
    if no:
        draft.because(no, "Says no to the offered seat")
        _check_conditions(draft)
        return Request(draft.lang, Intent.DECLINE, _event(draft, known=True))
    if yes:
        draft.because(yes, "Takes the offered seat")
        _check_conditions(draft)
        return _accepting(draft)
    return None


def _accepting(draft: Draft) -> Request:
    taking = party(draft.facts, draft.people)
    if taking.doubt is not None:
        draft.doubts.append(taking.doubt)
    draft.evidence += taking.evidence
    return Request(draft.lang, Intent.ACCEPT, _event(draft, known=True), taking.seats, taking.attendees)


# ------------------------------------------------------------------------------ changes


def _change(draft: Draft) -> Request | None:
    facts = draft.facts
    again = facts.acts("uncancel")
    if again:
        draft.because(again, "Takes a cancellation back")
        draft.doubt("takes-back", "Takes back an earlier cancellation: the seat may be gone.")
        coming = party(facts, draft.people)
        event = _event(draft, known=True)
        return Request(draft.lang, Intent.REGISTER, event, coming.seats, coming.attendees)
    moves = facts.acts("move")
    if moves and facts.registered:
        draft.because(moves, "Wants to move a registration to another event")
        draft.doubt("moves-event", "Wants to move the registration to another event.")
        return _changed(draft, (Replacement(None, draft.people.sender),))
    pairs = replacements(facts, draft.people)
    replacing = facts.acts("replace")
    leaves = facts.acts("out", "cannot", "cancel", "release")
    comes = facts.acts("comes", "register")
    standing = facts.registered or bool(facts.headline("change"))
    if replacing and not standing and facts.acts("register") and facts.answering.to is not To.CONFIRMATION:
        replacing = ()  # "I can't; could you add my two colleagues instead?"
    if replacing or (standing and leaves and comes and pairs):
        if not pairs:
            if (not leaves and not standing) or facts.own("release") or not replacing:
                return None  # "give my seat to somebody else" is giving it up
            draft.because((*replacing, *leaves), "Somebody else is to come")
            draft.doubt("who-instead", "It is not said who comes instead.")
            return Request(draft.lang, Intent.CHANGE, _event(draft, known=True))
        draft.because((*replacing, *leaves), "One person comes instead of another")
        _check_conditions(draft)
        if any(pair.former is None for pair in pairs):
            draft.doubt("who-leaves", "It is not clear who is replaced by whom.")
        return _changed(draft, pairs)
    if standing and leaves and facts.acts("name_later") and not facts.own("register"):
        draft.because(leaves, "Gives the seat to somebody who is not named yet")
        draft.doubt("who-instead", "It is not said who comes instead.")
        return Request(draft.lang, Intent.CHANGE, _event(draft, known=True))
    corrections = facts.acts("correct")
    if facts.answering.to is To.NOTHING:
        corrections = tuple(act for act in corrections if act.slug.endswith("correct.details"))
    if corrections and standing and not leaves and not _fresh_party(draft):
        draft.because(corrections, "Corrects the details of a registration")
        _check_conditions(draft)
        return _corrected(draft)
    return None


def _corrected(draft: Draft) -> Request:
    """The person whose details are put right: one named beside the correction, else the sender."""
    facts = draft.facts
    lines = [one for one in facts.said if one.does("correct")]
    others = [
        mention.attendee
        for mention in written(draft.people)
        if Flag.SELF not in mention.flags and facts.sentence_of(mention) in lines
    ]
    person = draft.people.sender
    standing = registered_people(facts, draft.people)
    if len(others) == 1 and not any(act.who == "me" for one in lines for act in one.of("correct")):
        stands = [one for one in standing if same(one, others[0])]
        if stands or not standing:
            person = others[0]
    addresses = {match.group() for one in lines for match in ADDRESS.finditer(one.sentence.text)}
    if len(addresses) == 1:
        person = replace(person, email=addresses.pop().rstrip("."))
    elif addresses:
        draft.doubt("which-address", "Several addresses stand beside the correction.")
    return _changed(draft, (Replacement(person, person),))


def _fresh_party(draft: Draft) -> bool:
    """Whether the mail also asks for seats that it did not have."""
    return any(act.who != "any" and "coming" not in act.slug for act in draft.facts.acts("register"))


def _changed(draft: Draft, pairs: tuple[Replacement, ...]) -> Request:
    now = tuple(pair.now for pair in pairs)
    return Request(
        draft.lang,
        Intent.CHANGE,
        _event(draft, known=True),
        len(now),
        now,
        replacements=pairs,
    )


# ------------------------------------------------------------------------------ cancelling, declining


def _cancel(draft: Draft) -> Request | None:
    facts, people = draft.facts, draft.people
    explicit = facts.own("cancel")
    given_up = (*facts.own("cannot"), *facts.own("release"))
    if facts.answering.to in {To.WAITLIST, To.CONFIRMATION}:
        given_up = (*given_up, *facts.own("refuse"))
    others = leaving(facts, people)
    others_out = facts.acts("cancel", "out", who=("them",)) if others or facts.registered else ()
    headline = facts.headline("cancellation")
    if headline is not None and not facts.acts("register"):
        explicit = (*explicit, headline)
    if explicit and facts.own("register") and not facts.registered and not headline:
        # "I had to cancel another appointment ... please register me": the wish decides below.
        draft.doubt("both", "The mail both asks for a seat and speaks of cancelling.")
        return None
    if not (explicit or (given_up and facts.registered) or others_out):
        return None
    if facts.answering.to is To.INVITATION and not facts.own("already") and not others_out:
        return None
    if given_up and not explicit and facts.acts("never"):
        return None
    acts = (*explicit, *given_up, *others_out)
    again = facts.own("register")
    if again and facts.registered:
        other = _other_event(draft, again, acts)
        if other:
            draft.doubt("two-requests", "Gives up one seat and asks for another one: two requests.")
        elif not facts.acts("keep"):
            draft.doubt("both", "The mail both gives up a seat and says somebody comes.")
    draft.because(acts, "Gives a seat up")
    _check_conditions(draft)
    who = _who_leaves(draft, explicit, given_up, others)
    if who.doubt is not None:
        draft.doubts.append(who.doubt)
    draft.evidence += who.evidence
    return Request(draft.lang, Intent.CANCEL, _event(draft, known=True), who.seats, who.attendees)


def _other_event(draft: Draft, wants: Sequence[Act], leaves: Sequence[Act]) -> bool:
    """Whether what is wanted and what is given up stand in sentences about different events."""
    return bool(wants) and bool(leaves) and draft.event.ambiguous is not None


def _who_leaves(
    draft: Draft, explicit: Sequence[Act], given_up: Sequence[Act], others: tuple[Attendee, ...]
) -> Party:
    facts, people = draft.facts, draft.people
    standing = registered_people(facts, people)
    own = [act for act in (*explicit, *given_up) if act.who != "them"]
    if not own and not others:
        return Party((), Reason("who-leaves", "It is not said who gives the seat up."))
    if others and not any(act.who in {"me", "us"} for act in own):
        hearsay = facts.acts("hearsay")
        if not facts.registered or hearsay:
            doubt = Reason("no-authority", "Cancels for somebody else; nothing shows that they may.")
            return Party(others, doubt)
        return counted(list(others), comes=False, counts=_leaving_counts(draft))
    if any(act.who == "us" for act in own):
        found = [full(people.sender, standing)]
        for one in (*standing, *others):
            found = merged(found, one)
        return counted(found, comes=True, counts=_leaving_counts(draft))
    found = [full(people.sender, standing)]
    for one in others:
        found = merged(found, one)
    if len(standing) > 1 and not any(act.who == "me" for act in own):
        doubt = Reason("who-leaves", "Several people are registered; it is not said who of them gives up.")
        return Party(tuple(found), doubt)
    return Party(tuple(found))


def _leaving_counts(draft: Draft) -> tuple:  # type: ignore[type-arg]
    return draft.people.counts


def _decline(draft: Draft) -> Request | None:
    facts = draft.facts
    no = (*facts.own("cannot"), *facts.own("cancel"), *facts.own("release"))
    if facts.answering.to is To.INVITATION:
        no = (*no, *facts.own("refuse"), *facts.no)
    elif facts.questions:
        return None  # nobody asked them: who cannot travel asks for a recording
    if not no:
        return None
    draft.because(no, "Says no to the invitation")
    return Request(draft.lang, Intent.DECLINE, _event(draft, known=True))


# ------------------------------------------------------------------------------ registering


def _register(draft: Draft) -> Request | None:
    facts = draft.facts
    wants = facts.acts("register")
    statuses = facts.acts("status")
    if statuses:
        # "I wrote on the 5th to book a place ... am I booked?": told, not asked for again.
        told = [act for one in facts.said if one.does("already") for act in one.acts]
        wants = tuple(act for act in wants if act not in told)
    headline = facts.headline("registration")
    named_comes = facts.acts("comes")
    if not wants and named_comes and party(facts, draft.people).evidence and not facts.registered:
        wants = named_comes
    if not wants and headline is not None and _only_headline(draft):
        wants = (headline,)
    if not wants or (statuses and all(act.kind == "headline" for act in wants)):
        return None
    topic = [act for one in facts.subject for act in one.of("other")]
    if topic and facts.answering.to is To.NOTHING:
        return None  # "Internship: I would love to come by": about something else
    if facts.acts("hold"):
        return None
    firm = [act for act in wants if not act.wish]
    if statuses and facts.registered and all(act.wish or "coming" in act.slug for act in wants):
        return None
    cannot = facts.own("cannot", "cancel", "refuse")
    if cannot and not firm and not facts.acts("sender_stays_away"):
        if draft.event.ambiguous is None and not _named_others(draft):
            return None  # "would love to come, but cannot"
    if facts.acts("later") and not firm:
        return None
    if facts.registered and facts.answering.to is not To.INVITATION and not _new_people(draft):
        if all("coming" in act.slug or act.wish for act in wants) and not facts.acts("never"):
            return None  # "see you on the 18th"
    if facts.own("keep") and all("coming" in act.slug for act in wants):
        return None  # "I am still coming"
    if facts.acts("both"):
        draft.doubt("two-events", "It asks for more than one event.")
    draft.because(wants, "Wants to come")
    coming = party(facts, draft.people)
    if coming.doubt is not None:
        draft.doubts.append(coming.doubt)
    draft.evidence += coming.evidence
    if cannot and not facts.acts("sender_stays_away") and draft.event.ambiguous is None:
        draft.doubt("both", "The mail says both that somebody comes and that they cannot.")
    if facts.acts("hearsay") and facts.acts("register", who=("them",)):
        draft.doubt("no-authority", "Registers somebody else, without their knowing.")
    if facts.acts("member") and not facts.acts("nonmember"):
        draft.doubt("says-member", "Says to be a member: members register on the website, free of charge.")
    _check_conditions(draft)
    return Request(draft.lang, Intent.REGISTER, _event(draft, known=False), coming.seats, coming.attendees)


def _named_others(draft: Draft) -> bool:
    return bool(party(draft.facts, draft.people).evidence)


def _new_people(draft: Draft) -> bool:
    """Whether somebody is named as coming who does not stand on the list."""
    standing = registered_people(draft.facts, draft.people)
    coming = party(draft.facts, draft.people).attendees
    return (
        any(len(merged(list(standing), one)) > len(standing) for one in coming) if standing else bool(coming)
    )


def _only_headline(draft: Draft) -> bool:
    """Nothing else is said: the subject, or a line above names, is the whole registration."""
    facts = draft.facts
    spoken = facts.acts(
        "cancel",
        "cannot",
        "status",
        "ask",
        "later",
        "hold",
        "correct",
        "replace",
        "release",
        "already",
        "refuse",
    )
    return not spoken and not facts.questions


# ------------------------------------------------------------------------------ asking, and the rest


def _status(draft: Draft) -> Request | None:
    acts = draft.facts.acts("status")
    if not acts:
        return None
    draft.because(acts, "Asks after the own registration")
    return Request(draft.lang, Intent.STATUS, _event(draft, known=True))


def _bare_answer(draft: Draft) -> Request | None:
    """One word says it, and what it answers to tells what: "ja graag" to an invitation."""
    facts = draft.facts
    if facts.answering.to is not To.INVITATION or not facts.yes or facts.questions:
        return None
    draft.because(facts.yes, "Says yes to the invitation")
    _check_conditions(draft)
    coming = party(facts, draft.people)
    if coming.doubt is not None:
        draft.doubts.append(coming.doubt)
    return Request(draft.lang, Intent.REGISTER, _event(draft, known=False), coming.seats, coming.attendees)


def _rest(draft: Draft) -> Request:
    facts = draft.facts
    if facts.questions and (draft.event.about_event or facts.answering.to is not To.NOTHING):
        draft.because(facts.acts("ask"), "Asks for information")
        return Request(draft.lang, Intent.QUESTION, draft.event.event)
    if facts.acts("later", "hold") and draft.event.about_event:
        draft.because(facts.acts("later", "hold"), "Does not register yet")
        return Request(draft.lang, Intent.QUESTION if facts.questions else Intent.OTHER, draft.event.event)
    related = draft.event.about_event or facts.answering.to is not To.NOTHING or _threaded(facts)
    thanks = facts.own("already", "register", "keep", "yes") or not draft.mail.new.strip()
    if related and not (thanks and facts.registered):
        draft.doubt("not-understood", "It is about an event, but what it asks for could not be read.")
    draft.reasons.append(Reason("nothing-asked", "Nothing in it asks for a seat or gives one up."))
    return Request(draft.lang, Intent.OTHER)


# ------------------------------------------------------------------------------ checks


def _event(draft: Draft, *, known: bool) -> str | None:
    """The event meant; every doubt about it makes the mail one for a person."""
    reading, facts = draft.event, draft.facts
    event = reading.event
    registration: Known | None = facts.answering.known
    if known and registration is not None and (event is None or not reading.evidence):
        return registration.event
    if known and registration is not None and event != registration.event:
        draft.doubt("other-event", "It names another event than the registration it seems to be about.")
    for doubt in (reading.contradiction, reading.ambiguous):
        if doubt is not None:
            draft.doubt(doubt.rule, doubt.text)
    if event is None and reading.contradiction is None and reading.ambiguous is None:
        draft.doubt("which-event", "It is not clear which event is meant.")
    if reading.past and not known:
        draft.doubt("past-event", "The event it names has been.")
    return event


def _check_conditions(draft: Draft) -> None:
    for act in draft.facts.conditions[:1]:
        words = act.condition or draft.words(act)
        draft.doubt("conditional", f'Hangs on a condition: "{words}".')
