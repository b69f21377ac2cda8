"""What all sentences of a mail say together, before anything is concluded from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import Answering, To
from mailbot.core.understanding.mentions import Mention, People
from mailbot.core.understanding.sentences import Role

# Acts that make a question mark a polite request: what is asked for is the act itself.
_ASKED_FOR = frozenset({
    "register", "cancel", "accept", "replace", "correct", "move", "status", "release", "request",
})  # fmt: skip
_ME = frozenset({"me", "us", "any", "org"})
# Who only may be late says so with the words of coming.
_MAY_BE_LATE = frozenset({"register", "comes", "accept", "cannot"})
# Where a sentence begins anew without being cut: "on the 18. Do you ...", "we both come :) Do you ...".
_ANEW = re.compile(r"(?<=\d)\.\s|[!…]\s|[:;]-?[)D]\s")
_CLAUSE = 3  # words: fewer ask nothing of their own


@dataclass(frozen=True, eq=False)
class Facts:
    """The sentences of the body (``said``) and of the subject, with what they answer to.

    What is concluded from them is kept here, as long as the mail is read: every reading asks for it again.
    """

    said: tuple[Said, ...]
    subject: tuple[Said, ...]
    answering: Answering
    parts: dict[int, tuple[People, Any]] = field(default_factory=dict, init=False, repr=False)  # see roles

    @cached_property
    def _acts(self) -> tuple[Act, ...]:
        """What the body does, in order."""
        return tuple(act for one in self.said for act in one.acts if not _told(act, one))

    @cached_property
    def _before(self) -> dict[int, Said]:
        return {id(one): before for before, one in pairwise(self.said)}

    def before(self, one: Said) -> Said | None:
        """The sentence of the body before this one."""
        return self._before.get(id(one))

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(act.kind for act in self._acts)

    def acts(self, *kinds: str, who: Iterable[str] | None = None) -> tuple[Act, ...]:
        """The body's acts of these kinds, in order."""
        if self._kinds.isdisjoint(kinds):
            return ()  # as most are
        found = [act for act in self._acts if act.kind in kinds]
        if who is not None and found:
            allowed = frozenset(who)
            found = [act for act in found if act.who in allowed]
        return tuple(found)

    def own(self, *kinds: str) -> tuple[Act, ...]:
        """Acts of the sender for themselves (alone, in a group, or not said)."""
        return self.acts(*kinds, who=_ME)

    @property
    def not_i(self) -> tuple[Act, ...]:
        """ "Not I, but my colleague": gives up the own seat where there is one."""
        return tuple(act for act in self.acts("sender_stays_away") if act.slug.endswith("not_i"))

    def of_others(self, *kinds: str) -> tuple[Act, ...]:
        """The acts that are about others, or do not say, and lie within none of the sender's own."""
        acts = self.acts(*kinds)
        own = [act for act in acts if act.who in {"me", "us"}]
        return tuple(
            act
            for act in acts
            if act.who in {"them", "any"} and not any(o.start < act.end and act.start < o.end for o in own)
        )

    def stated(self, *kinds: str) -> tuple[Act, ...]:
        """The sender's own acts in sentences that ask nothing."""
        asked = [act for one in self.said if one.sentence.asks for act in one.acts]
        return tuple(act for act in self.own(*kinds) if act not in asked)

    def headline(self, kind: str) -> Act | None:
        """A subject of their own, or a line that is no sentence, that only names the matter."""
        subject = self.subject if self.answering.to is To.NOTHING else ()
        lines = (one for one in self.said if _is_heading(one))
        for one in (*subject, *lines):
            for act in one.acts:
                if act.slug.endswith(f"headline.{kind}"):
                    return act
        return None

    @cached_property
    def yes(self) -> tuple[Act, ...]:
        """A yes that begins a sentence, as an answer does."""
        return self._answer("yes")

    @cached_property
    def no(self) -> tuple[Act, ...]:
        return self._answer("no")

    def _answer(self, kind: str) -> tuple[Act, ...]:
        found = []
        for one in self.said:
            first = one.sentence.words[:3]
            if one.sentence.role is Role.ITEM or not first:
                continue
            # "If it's still going, yes please!": a full yes counts wherever it stands.
            found += [act for act in one.of(kind) if act.start <= first[-1].start or act.weight > 1]
        return tuple(found)

    @cached_property
    def questions(self) -> tuple[Said, ...]:
        """Sentences that ask something which a person has to answer."""
        return tuple(one for one in self.said if _is_question(one))

    @cached_property
    def asked(self) -> tuple[Said, ...]:
        """All that is asked, also what would be a polite request where it could be granted."""
        own = (one for one in self.said if one.sentence.place == "text" and one.sentence.asks)
        return tuple(one for one in own if one.does(*_ASKED_FOR) and not one.does("elsewhere"))

    @cached_property
    def wondered(self) -> tuple[Said, ...]:
        """What asks something by its wording as a whole, and what is asked in an answer to an offer: the
        letter wants a yes or a no."""
        own = [one for one in self.said if one.sentence.place == "text" and one.sentence.asks]
        return tuple(
            one for one in own if one.does("wonder") or (self.offered and not one.does("accept", "yes"))
        )

    @cached_property
    def registered(self) -> bool:
        """The sender stands on the list, as the letter answered, the record or they themselves say."""
        return self.answering.registered or bool(self.own("already"))

    @cached_property
    def conditions(self) -> tuple[Act, ...]:
        """Acts that hang on something, and words that leave the whole mail open."""
        acting = frozenset(
            {"register", "cancel", "accept", "cannot", "release", "replace", "comes", "out", "move", "yes"}
        )
        names = self.acts("name_later")  # "what he is called I only know next week" is no condition
        strong = [
            act
            for act in self.acts("condition")
            if act.slug.endswith("condition.strong")
            and not any(act.start < one.end and one.start < act.end for one in names)
        ]
        hanging = [
            act
            for one in self.said
            for act in one.acts
            if act.condition and act.kind in acting and not self._only_late(act, one)
        ]
        for before, one in pairwise(self.said):  # "It depends on my boss. In that case I come."
            said = next(iter(before.of("condition")), None)
            if said is not None and one.consequence:
                hanging += [replace(said, kind=act.kind) for act in one.acts if act.kind in acting][:1]
        for before, one in pairwise(self.said):  # "Do you issue certificates? If so, I'd register."
            said = next(iter(one.of("hinges")), None)
            if said is None or not before.sentence.asks or before.does("register", "accept", "request"):
                continue
            room = any(act.slug.endswith("ask.can_i") and act.weight > 2 for act in before.acts)
            free = {"yes", "register", "accept"} if room else {"yes"}  # "If there is still a seat, add me"
            wants = (act for act in one.acts if act.kind in acting - free)
            hanging += [replace(said, kind=act.kind) for act in wants][:1]
        for one in self.said:  # what the votes see in a sentence hangs on its conditions, too
            said = next(iter(one.of("condition")), None)
            if said is not None:
                heard = [act for act in one.acts if act.slug.startswith("votes/") and act.kind in acting]
                hanging += [replace(said, kind=act.kind) for act in heard[:1]]
        wanting = self.own("register", "accept", "cancel", "cannot", "release")
        if not self.offered and any(not act.condition and not act.wish for act in wanting):
            # "Take me off the list. If the slides come online, I'd *love* to read them."
            hanging = [act for act in hanging if act.kind != "yes"]
        return tuple(hanging + strong)

    def _only_late(self, want: Act, one: Said) -> bool:
        """ "He may be *a little late*": what is asked for elsewhere does not hang on it."""
        late = one.of("partly")
        if want.kind not in _MAY_BE_LATE or not late:
            return False
        doubts = [act for act in one.of("condition") if act.slug.endswith("condition.maybe")]
        doubts = [act for act in doubts if any(_in_one_breath(act, part, one) for part in late)]
        if len(doubts) < len(one.of("condition")):
            return False
        return any(
            act.kind in {"register", "accept", "comes", "headline"} and not act.condition
            for other in (*self.said, *self.subject)
            if other is not one
            for act in other.acts
        )

    def sentence_of(self, mention: Mention) -> Said | None:
        for one in (*self.subject, *self.said):
            if one.sentence.place == mention.place and one.sentence.start <= mention.start < one.sentence.end:
                return one
        return None

    @property
    def offered(self) -> bool:
        return self.answering.to is To.OFFER


def _in_one_breath(act: Act, other: Act, one: Said) -> bool:
    """Whether no sign and no "but" stands between them."""
    first, last = sorted((act, other), key=lambda said: said.start)
    between = one.sentence.text[first.end - one.sentence.start : last.start - one.sentence.start]
    return not any(sign in between for sign in ",;:()") and not first.end <= one.adversative < last.start


def _told(act: Act, one: Said) -> bool:
    """A want that is told of earlier, or put off: "I wrote in December *to register*", "*register*
    I will only after that"."""
    if act.kind != "register":
        return False
    if any(put_off.end >= act.start for put_off in one.of("later")):
        return True
    return any(
        (earlier.start <= act.start or (earlier.slug.endswith("already.wrote") and act.end > earlier.start))
        and act.start <= earlier.end + 12
        for earlier in one.of("already")
    )


def _is_heading(one: Said) -> bool:
    """A short line without a verb of its own: "Aanmelding 18 januari:"."""
    others = [act for act in one.acts if act.kind not in {"headline", "nonmember", "comes", "condition"}]
    return not others and (len(one.sentence.words) <= 5 or one.sentence.text.rstrip().endswith(":"))


def _relates(act: Act, one: Said) -> bool:
    """ "My trainee, *who is* copied on this message": nothing is asked."""
    at = act.start - one.sentence.start
    first = one.sentence.text[at : act.end - one.sentence.start].split(maxsplit=1)[:1]
    return one.sentence.text[:at].rstrip().endswith(",") and first in (["who"], ["which"], ["qui"], ["die"])


def _begins_anew(one: Said) -> int:
    """Where the last stretch of a sentence begins that could have been one of its own. Names have capitals,
    and are none: "Could you add Mrs. Van Dam?"."""
    for cut in reversed(list(_ANEW.finditer(one.sentence.text))):
        at = one.sentence.start + cut.end()
        rest = one.sentence.text[cut.end() :].split()
        if sum(word[0].islower() for word in rest) >= _CLAUSE:
            return at
    return 0


def _holds(asked: Act, want: Act) -> bool:
    inside = (
        asked.start <= want.start
        and want.end <= asked.end
        and asked.end - asked.start >= want.end - want.start
    )
    return inside and "indirect" in asked.slug and asked.weight >= want.weight


def _behind(one: Said, at: int) -> int:
    return sum(token.start >= at for token in one.sentence.words)


def _is_question(one: Said) -> bool:
    if any(act.slug.endswith("elsewhere.footer") for act in one.acts):
        return False  # "do you really need to print this mail?"
    asked = [act for act in one.of("ask") if not _relates(act, one)]
    wanted = [act for act in one.acts if act.kind in _ASKED_FOR]
    # A request to send or tell something that a person must look up is a question all the same.
    stronger = max((act.weight for act in asked), default=0)
    wanted = [act for act in wanted if act.kind != "request" or act.weight > stronger]
    # "A letter *confirming my attendance*": what is asked about is not what is asked for.
    wanted = [act for act in wanted if not any(_holds(one, act) for one in asked)]
    if one.sentence.asks:
        anew = _begins_anew(one)
        wanted = [act for act in wanted if act.end > anew]
        if not wanted:
            return True
        if one.alternative and all(act.kind == "request" for act in wanted):
            return True  # "I pay at the door, or will you send an invoice?"
        if one.alternative >= max(act.end for act in wanted) and _behind(one, one.alternative) > _CLAUSE:
            return True  # "Could you keep a seat for me, or is that not what you do?"
        # "Could you register us, and is there parking?": an asking apart from what is asked for.
        return any(all(act.end <= want.start or want.end <= act.start for want in wanted) for act in asked)
    indirect = [act for act in asked if "indirect" in act.slug]
    return any(all(act.end <= want.start or want.end <= act.start for want in wanted) for act in indirect)
