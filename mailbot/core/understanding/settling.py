"""What the phrases and the mail as a whole come to together, and whether it is sure enough to act on.

The phrases (``compose``) are exact where they speak and know few wordings; the whole (``leaning``) knows
any wording and is less exact. What is asked for is what the whole leans to. It is done where both agree and
the whole is sure. Where they don't agree, the whole must be very sure: then its best sentences are read as
doing what it leans to, and put together like any others. Else a person looks.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import chain

from mailbot.core.base import Reason, Status
from mailbot.core.mail.message import Part
from mailbot.core.understanding.acts import Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.compose import ACTING, compose
from mailbot.core.understanding.departing import departed
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.leaning import features, lean
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.likeness import same
from mailbot.core.understanding.reconsidering import reconsidered
from mailbot.core.understanding.request import Intent, Request
from mailbot.core.understanding.rereading import ALIKE, SPEAKS, Whole, fresh, read_as
from mailbot.core.understanding.sentences import answers
from mailbot.core.understanding.tokens import fold
from mailbot.core.understanding.votes import vote
from mailbot.core.understanding.wording import wording

# How sure the whole must be, by ``Whole.sure``, before something is done without a person. Chosen on mails
# that neither the weights nor the phrases had seen. (Of 2,509 such mails 43 are read wrongly and acted upon,
# and 84.2 % of those to act upon rightly. Weights of the same kind came to 50 and 85.0 % with the first at
# 0.8 and the others as much lower, to 41 and 83.0 % with it at 0.9.)
_AGREED = 0.84  # what the phrases read too
_PLAIN = 0.76  # and in every sentence, or in names as many as were said: nothing could say otherwise
_BRIEF = 30  # words at most of a mail that has no room for an aside:
_LESS = 0.14  # so much less is enough there
_BY_NAME = 0.5  # and of each it is said by name who leaves and who stays
_UNNAMED = 0.99  # and wants a seat where nothing at all tells of an event
_CERTAIN = 0.88  # and of which only their wording made them doubt (``_WORDING``)
_GOVERNED = 0.97  # where a condition, or a no beside a yes, stands in what is given up, taken or changed
_STANDING = 0.4  # and of people who have what they ask for: telling them so does no harm
_AGAIN = 0.5  # what they doubt, and don't any more without the acts that no vote sees
_AGAINST = 0.72  # what the phrases read otherwise
_AGAINST_BOTH = 0.88  # and doubt
_PAIRED = 0.6  # and of which it hears one half, where the phrases tell who leaves and who comes
_LEFT = 0.5  # what the phrases read, and the whole finds less likely than something else
_KNOWN = 0.75  # so likely, a mail asks how a registration stands: telling so does no harm
_NOTHING = 0.95  # so likely, nothing is asked of us
_LIKELY = 0.6  # what names no event of ours, and so likely wants a seat, goes to a person
_LIKELIER = 0.9  # and what would give one up or change it, though neither names nor letters tell of one
_ERRAND = 0.85  # and in the words of a bill, a delivery, a thing found: it wants no seat
# Words after which a mail to us has named what it is about. Of those labelled that ask for something and
# name nothing of ours, all but one have fewer; of thousands about other things, most have more.
_NAMED_BY = 70
# Signs of an event that mails about anything bear by chance: they say who is meant only in a short one.
_VAGUE = frozenset({"noun", "theme", *(f"date: {one}" for one in ("month", "this month", "next month"))})
# So likely, no person wrote it to us: true of 20 in 44 that triage let through, and of four of 9,400 people's
# mails, by weights that had not seen them.
_MACHINE = 0.9
_HEARD = 0.8  # so likely something is asked for that no machine's mail is set aside unseen
_WORDING = frozenset({"conditional", "both", "yes-and-no", "later"})  # doubts that no name or number explains
# Doubts that rest on words of the mail, whatever its sentences do: no second reading takes them away.
_KEPT = frozenset({
    "number-unclear", "two-numbers", "says-member", "suspicious", "takes-back", "moves-event",
    "more-than-offered", "no-authority", "other-occasion", "part-of-the-time", "goodbye", "who-leaves",
    "as-before",
    "left-open",
})  # fmt: skip
_DONE = frozenset({*ACTING, Intent.DECLINE})  # what is done without a person
_ABOUT_PARTY = frozenset({Intent.CANCEL, Intent.CHANGE, Intent.REGISTER})
_ABOUT_SEATS = frozenset({Intent.CANCEL, Intent.CHANGE, Intent.DECLINE})


def settled(draft: Draft, lexicon: Lexicon, *, relayed: bool = False) -> Request:
    """The request of a mail, by its phrases and by the whole; ``Intent.IGNORE`` where no person wrote it to
    us. ``relayed``: a form passes it on, in a machine's words around a person's."""
    request = compose(draft)
    whole = _as_a_whole(draft, request, lexicon)
    if whole is None:
        return request
    before, doubts = whole.draft, {doubt.rule for doubt in draft.doubts}
    if whole.leaning.machine >= _MACHINE and not relayed and _unasked(before):
        return _of_a_machine(request, whole)
    if _far(before):
        return _from_afar(request, whole)
    if whole.best is request.intent or {whole.best, request.intent} <= set(ALIKE):
        request = _agreed(request, whole, doubts)
    else:
        request = _apart(request, whole)
    if request.intent is Intent.CANCEL:
        return departed(request, whole, doubts)
    return reconsidered(request, whole)


def _as_a_whole(draft: Draft, request: Request, lexicon: Lexicon) -> Whole | None:
    """The mail weighed, with what its phrases came to; None where nothing was learned to weigh it by."""
    ballot, scales = lexicon.ballot, lexicon.scales
    if ballot is None or scales is None:
        return None
    before, said = fresh(draft), voting(draft)
    votes = [vote(one.sentence, ballot) for one in said]
    words = wording(said, before.facts.said, request, ballot)
    leaning = lean(features(votes, before, request, scales.labels), words, scales)
    return Whole(leaning, before, said, votes, words, lexicon)


def _unasked(draft: Draft) -> bool:
    """Whether it answers no mail at all, and nothing is known of who writes. (The desk asks its record only
    about mails that are not set aside, so there the first half counts alone.)"""
    mail, answering = draft.mail, draft.facts.answering
    if answering.to is not To.NOTHING or answering.known is not None or answers(mail.subject):
        return False
    return not (mail.in_reply_to or mail.references or mail.part(Part.QUOTED).strip())


def _of_a_machine(request: Request, whole: Whole) -> Request:
    """Nobody's mail; but a wish that is plainly heard goes before a person: "Afmelden 18 januari" shares its
    words with the foot of every newsletter."""
    given_up = request.intent in _ABOUT_SEATS  # by the phrases: no advertiser's words come to that
    if given_up or (whole.best in _DONE and whole.chance(whole.best) >= _HEARD):
        return replace(request, review=True, reasons=(whole.why_machine, *request.reasons))
    return Request(request.lang, Intent.IGNORE, reasons=(whole.why_machine,))


def _far(draft: Draft) -> bool:
    """Whether so much is written without a name, a day or a place of ours that it is about something else."""
    mentions, answering = draft.event.mentions, draft.facts.answering
    if answering.to is not To.NOTHING or answering.known is not None:
        return False
    if any(one.rule not in _VAGUE for one in mentions) or (draft.related and not mentions):
        return False
    return len(draft.mail.new.split()) > _NAMED_BY * (2 if mentions else 1)


def _from_afar(request: Request, whole: Whole) -> Request:
    """What counts in a long mail that names nothing of ours: nothing is done, and a person looks only where
    the phrases and the whole both hear a wish."""
    why = Reason("names-nothing-of-ours", "It says much, and names no event of ours.")
    if request.intent in _DONE and whole.best in _DONE:
        return replace(request, review=True, reasons=(why, *request.reasons))
    return Request(request.lang, Intent.OTHER, reasons=(why,))


def _agreed(request: Request, whole: Whole, doubts: Set[str]) -> Request:
    """What counts where the phrases and the whole are read alike."""
    if request.intent is Intent.OTHER and doubts == {"not-understood"}:
        likely = _ERRAND if whole.draft.facts.acts("errand") else _NOTHING
        return replace(request, review=False) if whole.chance(Intent.OTHER) >= likely else request
    if request.intent not in _DONE:
        return request
    sure, standing = whole.sure(request.intent), _have_their_seats(request, whole.draft)
    if not doubts:
        plain = whole.plain or _counted(request, whole.draft)
        apart = any(one.rule in {"arrow", "remaining"} for one in request.evidence)
        plain = plain or (request.intent is Intent.DECLINE and bool(whole.draft.facts.acts("invited")))
        if _only_a_name_follows(request, whole) and whole.chance(request.intent) >= _AGREED:
            return request
        enough = _STANDING if standing else _PLAIN if plain and whole.draft.related else _AGREED
        if not standing and len(whole.draft.mail.new.split()) <= _BRIEF:
            enough -= _LESS
        enough = min(enough, _BY_NAME) if apart else enough
        return request if sure >= max(enough, _unnamed(request, whole)) else _uncertain(request, whole)
    if request.intent is Intent.ACCEPT and "yes-and-no" in doubts and any(map(_takes_back, whole.said)):
        return request
    hangs = request.intent is not Intent.REGISTER and (whole.governed or "both" in doubts)
    # "Is there a lift? If so, I come."
    hangs = hangs or ("conditional" in doubts and any(one.does("hinges") for one in whole.said))
    least = max(_STANDING if standing else _GOVERNED if hangs else _CERTAIN, _unnamed(request, whole))
    if doubts <= _WORDING and sure >= least:
        why = whole.why("As a whole it sounds certain to be")
        return replace(request, review=False, reasons=(why, *request.reasons))
    if doubts & _KEPT:
        return request
    again = read_as(request.intent, whole) if sure >= _AGAIN else None
    return again[0] if again is not None and not again[1] else request


def _takes_back(one: Said) -> bool:
    """ "Yes please, though I can't come that day": a yes and the writer's own no in one sentence."""
    yes = one.does("accept", "yes", "register")
    return yes and any(act.who in {"me", "us"} for act in one.of("cannot", "refuse"))


def _only_a_name_follows(request: Request, whole: Whole) -> bool:
    """Whether all that sounds open is the name of who comes along: "who that is I'll tell you later"."""
    facts = whole.draft.facts
    unnamed = any(not one.name for one in request.attendees)
    if request.intent is not Intent.REGISTER or not unnamed or not facts.acts("name_later"):
        return False
    open_ = [one for one, of in zip(whole.said, whole.votes, strict=True) if of["unsure"] >= SPEAKS]
    return all(one.does("name_later") for one in open_)


def _unnamed(request: Request, whole: Whole) -> float:
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


def _apart(request: Request, whole: Whole) -> Request:
    """What counts where the phrases and the whole are read differently."""
    best, sure, related = whole.best, whole.sure(whole.best), whole.draft.related
    half = whole.chance(best) + whole.leaning.of(Intent.CHANGE) if _pairs(request) else 0.0
    if request.intent is Intent.CHANGE and any(one.rule == "moves-event" for one in request.reasons):
        return request  # "could you move me to March?": a person sees to it
    parted = not request.review and any(one.rule == "remaining" for one in request.evidence)
    if parted and best in _ABOUT_PARTY and whole.leaning.doubtful < _BY_NAME:
        return request  # some leave and some stay, by name: as a whole it speaks of both
    if best in {Intent.CANCEL, Intent.REGISTER} and half * (1 - whole.leaning.doubtful) >= _PAIRED:
        return request  # "cancel A and register B instead": the half of it that was heard
    read = read_as(best, whole) if related or best not in _DONE else None
    if request.intent is Intent.CANCEL and request.review and _changes_nothing(read):
        return request  # "please cross out those two": of whom nothing is put right
    if best in _DONE and read is not None:
        if not read[1] and sure >= (_AGAINST_BOTH if _hedged(read[0], whole.draft) else _AGAINST):
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
    nothing = best is Intent.OTHER and whole.chance(best) >= _NOTHING
    asked = best is Intent.QUESTION and not (request.intent in _DONE and request.review)
    certain = asked or known or nothing
    return replace(
        read[0],
        review=not certain and (related or best in _DONE or request.intent in _DONE),
        # Whoever may want a seat, or may give one up, is never left lying.
        about_event=related
        or request.intent in _DONE
        or (best is Intent.QUESTION and read[0].event is not None),
        reasons=(why, *read[0].reasons),
    )


def _changes_nothing(read: tuple[Request, Set[str]] | None) -> bool:
    """Whether all that a change comes to is that somebody stands there as they stood."""
    pairs = read[0].replacements if read is not None and read[0].intent is Intent.CHANGE else ()
    return bool(pairs) and all(pair.former == pair.now for pair in pairs)


def _hedged(request: Request, draft: Draft) -> bool:
    """Whether the phrases hear rumour or fancy in the words that ask: "angeblich kommt auch ...". A no says
    of itself what would have been: "hätte mich gereizt, aber ich muss passen"."""
    if request.intent is Intent.DECLINE:
        return False
    asked = [one for one in request.evidence if one.about == "intent" and one.place == "text"]
    hedges = draft.facts.acts("hearsay", "rumour", "unreal")
    return any(one.start <= act.start and act.end <= one.end for one in asked for act in hedges)


def _uncertain(request: Request, whole: Whole) -> Request:
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
    and house under it."""
    people = (draft.people.sender, *draft.people.signed)
    signed = chain.from_iterable((who.name, who.organisation) for who in people)
    names = {fold(word) for name in signed if name for word in name.split()}
    return [
        one
        for one in draft.facts.said
        if one.sentence.place == "text"
        and not one.aside
        and len(one.sentence.words) > 1
        and not names.issuperset(token.word for token in one.sentence.words)
    ]
