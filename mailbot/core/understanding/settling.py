"""What the phrases and the mail as a whole come to together, and whether it is sure enough to act on.

The phrases (``compose``) are exact where they speak and know few wordings; the whole (``leaning``) knows
any wording and is less exact. What is asked for is what the whole leans to. It is done where both agree and
the whole is sure. Where they don't agree, the whole must be very sure: then its best sentences are read as
doing what it leans to, and put together like any others. Else a person looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from mailbot.core.base import Reason, Status
from mailbot.core.understanding.acts import Act, Said, speaker
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.compose import ACTING, compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.leaning import INTENTS, Leaning, features, lean, spoke
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.sentences import Role
from mailbot.core.understanding.tokens import fold
from mailbot.core.understanding.votes import Votes, vote
from mailbot.core.understanding.wording import wording

# How sure the whole must be, by ``_Whole.sure``, before something is done without a person. Chosen on mails
# that the weights had not seen, so that one act too many weighs as much as two to four that a person is asked
# for. (Where both agree and are 0.7 to 0.85 sure, three in four of the short mails held out are right.)
_AGREED = 0.75  # what the phrases read too
_PLAIN = 0.5  # and in every sentence, or in names as many as were said: nothing could say otherwise
_UNNAMED = 0.9  # and wants a seat where nothing at all tells of an event
_CERTAIN = 0.8  # and of which only their wording made them doubt (``_WORDING``)
_GOVERNED = 0.95  # where the condition stands in what is asked ("I take it if it is free"), or a no by a yes
_STANDING = 0.4  # and of people who have what they ask for: telling them so does no harm
_AGAIN = 0.4  # what they doubt, and don't any more without the acts that no vote sees
_AGAINST = 0.8  # what the phrases read otherwise
_AGAINST_BOTH = 0.85  # and doubt
_PAIRED = 0.6  # and of which it hears one half, where the phrases tell who leaves and who comes
_LEFT = 0.5  # what the phrases read, and the whole finds less likely than something else
_KNOWN = 0.75  # so likely, a mail asks how a registration stands: telling so does no harm
_LIKELY = 0.6  # what names no event of ours, and so likely wants a seat, goes to a person
_LIKELIER = 0.9  # and what would give one up or change it, though neither names nor letters tell of one
_ERRAND = 0.85  # and in the words of a bill, a delivery, a thing found: it wants no seat
# Words after which a mail to us has named what it is about. Of those labelled that ask for something and
# name nothing of ours, all but one have fewer; of thousands about other things, most have more.
_NAMED_BY = 70
# Signs of an event that mails about anything bear by chance: they say who is meant only in a short one.
_VAGUE = frozenset({"noun", "theme", *(f"date: {one}" for one in ("month", "this month", "next month"))})
_WORDING = frozenset({"conditional", "both", "yes-and-no", "later"})  # doubts that no name or number explains
# Doubts that rest on words of the mail, whatever its sentences do: no second reading takes them away.
_KEPT = frozenset({
    "number-unclear", "two-numbers", "says-member", "suspicious", "takes-back", "moves-event",
    "more-than-offered", "no-authority", "other-occasion", "part-of-the-time",
})  # fmt: skip
_SPEAKS = 0.35  # from this chance on a sentence speaks for a label
_SILENT = 0.1  # below this chance a sentence does not do what a phrase found in it

_DONE = frozenset({*ACTING, Intent.DECLINE})  # what is done without a person
_ALIKE = (Intent.CANCEL, Intent.DECLINE)
_ABOUT_PARTY = frozenset({Intent.CANCEL, Intent.CHANGE, Intent.REGISTER})
_ABOUT_SEATS = frozenset({Intent.CANCEL, Intent.CHANGE, Intent.DECLINE})

_DOES: Mapping[Intent, Mapping[str, str]] = {
    Intent.REGISTER: {"register": "register", "register_other": "register", "accept": "register"},
    Intent.CANCEL: {"cancel": "cancel", "cannot": "cancel", "refuse": "cancel"},
    Intent.CHANGE: {"replace": "replace", "correct": "correct"},
    Intent.ACCEPT: {"accept": "accept", "register": "accept"},
    Intent.DECLINE: {"refuse": "refuse", "cannot": "cannot", "cancel": "cannot"},
    Intent.STATUS: {"status": "status"},
    Intent.QUESTION: {"question": "ask"},
}
_LABELS: Mapping[str, tuple[str, ...]] = {
    "register": ("register", "register_other", "accept"),
    "comes": ("register", "register_other", "replace", "accept"),
    "cancel": ("cancel", "cannot", "refuse"),
    "cannot": ("cancel", "cannot", "refuse", "replace"),
    "out": ("cancel", "cannot", "replace"),
    "release": ("cancel", "refuse", "cannot"),
    "refuse": ("refuse", "cannot", "cancel"),
    "accept": ("accept", "register"),
    "replace": ("replace", "correct"),
    "correct": ("correct", "replace"),
    "status": ("status", "question"),
}


def fresh(draft: Draft) -> Draft:
    """The same facts, before anything is concluded from them."""
    return Draft(
        draft.mail, draft.house, draft.facts, draft.people, draft.event, draft.lang, draft.now, draft.triaged
    )


@dataclass(frozen=True, slots=True)
class _Whole:
    """A mail as a whole: what it leans to, its sentences and their votes, and the words that spoke."""

    leaning: Leaning
    draft: Draft  # nothing concluded
    said: Sequence[Said]
    votes: Sequence[Votes]
    words: Mapping[str, str]
    lexicon: Lexicon

    def chance(self, intent: Intent) -> float:
        # Whether there is a registration to give up, or an invitation to say no to, the record knows best.
        return sum(self.leaning.of(one) for one in (_ALIKE if intent in _ALIKE else (intent,)))

    def sure(self, intent: Intent) -> float:
        """How likely it is that this is asked for, and that a careful secretary would do it."""
        return self.chance(intent) * (1 - self.leaning.doubtful)

    @property
    def plain(self) -> bool:
        """Whether the phrases found something in every sentence, greeting and closing aside."""
        return all(one.acts or one.sentence.role in {Role.GREETING, Role.CLOSING} for one in self.said)

    @property
    def governed(self) -> bool:
        """Whether a condition bears on what is asked for, by the words of its own sentence."""
        return any(act.condition and act.kind in _LABELS for one in self.said for act in one.acts)

    @property
    def best(self) -> Intent:
        return max(INTENTS, key=lambda one: (self.chance(one), self.leaning.of(one)))

    def why(self, says: str) -> Reason:
        """A reason with the chance and the words of the mail that spoke for it."""
        scales = self.lexicon.scales
        words = spoke(self.words, scales, self.leaning.best) if scales is not None else ()
        by = f": {', '.join(words)}" if words else ""
        return Reason("leaning", f"{says} {self.best} ({self.chance(self.best):.0%}){by}.")


def settled(draft: Draft, lexicon: Lexicon) -> Request:
    """The request of a mail, by its phrases and by the whole."""
    before = fresh(draft)
    request = compose(draft)
    ballot, scales = lexicon.ballot, lexicon.scales
    if ballot is None or scales is None:
        return request
    said = voting(draft)
    votes = [vote(one.sentence, ballot) for one in said]
    words = wording(said, before.facts.said, request, ballot)
    leaning = lean(features(votes, before, request, scales.labels), words, scales)
    whole = _Whole(leaning, before, said, votes, words, lexicon)
    if _far(before):
        return _from_afar(request, whole)
    if whole.best is request.intent or {whole.best, request.intent} <= set(_ALIKE):
        return _agreed(request, whole, {doubt.rule for doubt in draft.doubts})
    return _apart(request, whole)


def _far(draft: Draft) -> bool:
    """Whether so much is written without a name, a day or a place of ours that it is about something else."""
    mentions, answering = draft.event.mentions, draft.facts.answering
    if answering.to is not To.NOTHING or answering.known is not None:
        return False
    if any(one.rule not in _VAGUE for one in mentions) or (draft.related and not mentions):
        return False
    return len(draft.mail.new.split()) > _NAMED_BY * (2 if mentions else 1)


def _from_afar(request: Request, whole: _Whole) -> Request:
    """What counts in a long mail that names nothing of ours: nothing is done, and a person looks only where
    the phrases and the whole both hear a wish."""
    why = Reason("names-nothing-of-ours", "It says much, and names no event of ours.")
    if request.intent in _DONE and whole.best in _DONE:
        return replace(request, review=True, reasons=(why, *request.reasons))
    return Request(request.lang, Intent.OTHER, reasons=(why,))


def _agreed(request: Request, whole: _Whole, doubts: Set[str]) -> Request:
    """What counts where the phrases and the whole are read alike."""
    if request.intent is Intent.OTHER and doubts == {"not-understood"}:
        errand = whole.draft.facts.acts("errand") and whole.chance(Intent.OTHER) >= _ERRAND
        return replace(request, review=False) if errand else request
    if request.intent not in _DONE:
        return request
    sure, standing = whole.sure(request.intent), _have_their_seats(request, whole.draft)
    if not doubts:
        plain = whole.plain or _counted(request, whole.draft)
        plain = plain or any(one.rule in {"arrow", "remaining"} for one in request.evidence)
        plain = plain or (request.intent is Intent.DECLINE and bool(whole.draft.facts.acts("invited")))
        if _only_a_name_follows(request, whole) and whole.chance(request.intent) >= _AGREED:
            return request
        enough = _STANDING if standing else _PLAIN if plain and whole.draft.related else _AGREED
        return request if sure >= max(enough, _unnamed(request, whole)) else _uncertain(request, whole)
    least = _STANDING if standing else _GOVERNED if whole.governed or "both" in doubts else _CERTAIN
    least = max(least, _unnamed(request, whole))
    if doubts <= _WORDING and sure >= least:
        why = whole.why("As a whole it sounds certain to be")
        return replace(request, review=False, reasons=(why, *request.reasons))
    if doubts & _KEPT:
        return request
    again = _read_as(request.intent, whole) if sure >= _AGAIN else None
    return again[0] if again is not None and not again[1] else request


def _only_a_name_follows(request: Request, whole: _Whole) -> bool:
    """Whether all that sounds open is the name of who comes along: "who that is I'll tell you later"."""
    facts = whole.draft.facts
    unnamed = any(not one.name for one in request.attendees)
    if request.intent is not Intent.REGISTER or not unnamed or not facts.acts("name_later"):
        return False
    open_ = [one for one, of in zip(whole.said, whole.votes, strict=True) if of["unsure"] >= _SPEAKS]
    return all(one.does("name_later") for one in open_)


def _unnamed(request: Request, whole: _Whole) -> float:
    """How sure a wish to come must be that bears no sign of any event: "zet me op de lijst" may be said of
    a mailing list, and "I'll be there at nine" of a meeting."""
    draft = whole.draft
    named = draft.related or draft.event.mentions or request.intent is not Intent.REGISTER
    return 0.0 if named else _UNNAMED


def _counted(request: Request, draft: Draft) -> bool:
    """Whether as many people are named as seats are asked for in so many words."""
    people = request.attendees
    named = len(people) > 1 and all(one.name for one in people) and request.intent is Intent.REGISTER
    return named and any(count.number == len(people) for count in draft.people.counts)


def _have_their_seats(request: Request, draft: Draft) -> bool:
    """Whether a seat is asked for people who all have one: they are told how they stand, and no more."""
    known, words = draft.facts.answering.known, draft.people.words
    if request.intent is not Intent.REGISTER or known is None or known.event != request.event:
        return False
    there = [one for one, status in known.attendees if status in {Status.CONFIRMED, Status.WAITLISTED}]
    people = request.attendees
    return bool(people) and all(any(same(one, other, words) for other in there) for one in people)


def _pairs(request: Request) -> bool:
    """Whether it is plain who leaves and who comes instead."""
    pairs = request.replacements
    return not request.review and bool(pairs) and all(pair.former and pair.now for pair in pairs)


def _apart(request: Request, whole: _Whole) -> Request:
    """What counts where the phrases and the whole are read differently."""
    best, sure, related = whole.best, whole.sure(whole.best), whole.draft.related
    half = whole.chance(best) + whole.leaning.of(Intent.CHANGE) if _pairs(request) else 0.0
    if request.intent is Intent.CHANGE and any(one.rule == "moves-event" for one in request.reasons):
        return request  # "could you move me to March?": a person sees to it
    parted = not request.review and any(one.rule == "remaining" for one in request.evidence)
    if parted and best in _ABOUT_PARTY and whole.leaning.doubtful < _PLAIN:
        return request  # some leave and some stay, by name: as a whole it speaks of both
    if best in {Intent.CANCEL, Intent.REGISTER} and half * (1 - whole.leaning.doubtful) >= _PAIRED:
        return request  # "cancel A and register B instead": the half of it that was heard
    read = _read_as(best, whole) if related or best not in _DONE else None
    if best in _DONE and read is not None:
        if not read[1] and sure >= _AGAINST:
            return read[0]
        if read[1] <= _WORDING and sure >= _AGAINST_BOTH:
            return replace(read[0], review=False)
    left = max(_LEFT, _unnamed(request, whole))
    if request.intent in _DONE and not request.review and whole.sure(request.intent) >= left:
        return request
    idle = request.intent not in _DONE and not (related and request.review)
    likely = _LIKELIER if best in _ABOUT_SEATS and not related else _LIKELY
    if idle and best in _DONE and whole.chance(best) < likely:
        return request  # business of others in words like ours, or mere thanks
    why = whole.why("As a whole it reads rather like")
    if best in {Intent.QUESTION, Intent.OTHER} or read is None:
        event = request.event or whole.draft.event.event
        asks = best is Intent.QUESTION or (request.has_question and best is not Intent.STATUS)
        read = replace(request, intent=best, event=event, has_question=asks), set()
    known = best is Intent.STATUS and whole.chance(best) >= _KNOWN and not read[1]
    asked = best is Intent.QUESTION
    certain = asked or known
    return replace(
        read[0],
        review=not certain and (related or best in _DONE or request.intent in _DONE),
        # Whoever may want a seat, or may give one up, is never left lying.
        about_event=related
        or request.intent in _DONE
        or (best is Intent.QUESTION and read[0].event is not None),
        reasons=(why, *read[0].reasons),
    )


def _uncertain(request: Request, whole: _Whole) -> Request:
    """What sounds conditional, hearsay or undecided as a whole, with the sentence that sounds so most; or
    what may be something else."""
    other = 1 - whole.chance(request.intent)
    if whole.leaning.doubtful < other or not whole.said:
        why = Reason("leaning", f"As a whole it may be something else ({other:.0%}).")
        return replace(request, review=True, reasons=(why, *request.reasons))
    pairs = zip(whole.said, whole.votes, strict=True)
    least = max(pairs, key=lambda one: one[1]["unsure"] + one[1]["told"] / 2)[0]
    words = " ".join(least.sentence.text.split())
    words = words if len(words) <= 90 else f"{words[:89]}…"
    text = f'As a whole it does not sound certain ({whole.leaning.doubtful:.0%}), least of all: "{words}"'
    return replace(request, review=True, reasons=(Reason("uncertain", text), *request.reasons))


def voting(draft: Draft) -> list[Said]:
    """The sentences that have a vote: those of the body with more than one word, but for the writer's name
    under it."""
    people = (draft.people.sender, *draft.people.signed)
    names = {fold(word) for who in people if who.name for word in who.name.split()}
    return [
        one
        for one in draft.facts.said
        if one.sentence.place == "text"
        and len(one.sentence.words) > 1
        and not names.issuperset(token.word for token in one.sentence.words)
    ]


def _read_as(intent: Intent, whole: _Whole) -> tuple[Request, Set[str]] | None:
    """The mail with the acts that the votes see in it, and the doubts about that; None where that comes to
    something else still."""
    if intent not in _DOES:
        return None
    does, to = _DOES[intent], whole.draft.facts.answering.to
    chances = [max(one[label] for label in does) for one in whole.votes]
    speaks = [one.sentence.role not in {Role.GREETING, Role.CLOSING} for one in whole.said]
    most = max((chance for chance, may in zip(chances, speaks, strict=True) if may), default=0.0)
    # A change may lie in the names alone: "for the +1: Vera Stam". Then all of them must be plain.
    silent = most < _SILENT
    if silent and intent is not Intent.CHANGE:
        return None
    least = min(_SPEAKS, most)
    heard: dict[int, Said] = {}
    for one, of, chance, may in zip(whole.said, whole.votes, chances, speaks, strict=True):
        hears = chance >= least and may
        than = chance if hears and intent is Intent.CHANGE else _SILENT
        acts = tuple(act for act in one.acts if _stays(act, of, than))
        if hears:
            acts = (*acts, *_added(one, of, does, to, whole.lexicon, acts))
        heard[id(one)] = replace(one, acts=tuple(sorted(acts, key=lambda act: (act.start, -act.end))))
    facts = whole.draft.facts
    facts = Facts(tuple(heard.get(id(one), one) for one in facts.said), facts.subject, facts.answering)
    # Who changes a registration, or gives it up, says that there is one; the record knows.
    for presumed in (facts, _standing(facts)) if intent in {Intent.CHANGE, Intent.CANCEL} else (facts,):
        draft = replace(fresh(whole.draft), facts=presumed)
        request = compose(draft)
        if silent and not all(pair.former and pair.former != pair.now for pair in request.replacements):
            continue
        if request.intent is intent or {request.intent, intent} <= set(_ALIKE):
            return request, {doubt.rule for doubt in draft.doubts}
    return None


def _standing(facts: Facts) -> Facts:
    return replace(facts, answering=replace(facts.answering, registered=True))


def _stays(act: Act, votes: Votes, than: float) -> bool:
    """Whether the votes leave an act to its sentence: one for a seat ("add *it to my registration*") only
    where it is likelier (``than``) what is read in it."""
    labels = _LABELS.get(act.kind)
    least = max(than, _SILENT) if act.kind == "register" else _SILENT
    return labels is None or max(votes[label] for label in labels) >= least


def _added(
    one: Said, votes: Votes, does: Mapping[str, str], to: To, lexicon: Lexicon, acts: Sequence[Act]
) -> list[Act]:
    label = max(does, key=lambda label: votes[label])
    kind = does[label]
    if any(act.kind == kind for act in acts):
        return []
    if kind == "cannot" and to in {To.OFFER, To.INVITATION}:
        kind = "refuse"
    who = "them" if label == "register_other" else speaker(one.sentence, one.lang, lexicon)
    if who == "them" and label not in {"register_other", "cannot"}:
        who = "any"  # "my place is free again": not a person, but a thing of the writer's
    words = one.sentence.words
    return [Act(kind, f"votes/{label}", who, words[0].start, words[-1].end, 1)]
