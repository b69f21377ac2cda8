"""Who signs up somebody else, and who brings somebody along: what that says of the writer's own seat."""

from __future__ import annotations

from mailbot.core.base import Attendee
from mailbot.core.understanding.acts import Act, Said
from mailbot.core.understanding.answering import To
from mailbot.core.understanding.facts import Facts
from mailbot.core.understanding.likeness import merged, same
from mailbot.core.understanding.mentions import Flag, People, Source
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.roles import written

_OTHERS = ("guest", "pointing", "third", "kin", "unnamed", "given_elsewhere", "not_for_me", "us", "gathering")
_TOLD = 14  # words from "on behalf of" to "that she"
_CLOSE = 2  # words between the words of signing up and whom they sign up: "I hereby register *our director*"
_ROLE = 4  # words from "our" to what somebody is: "de directeur", "our new deputy director"
_NEAR = 6  # words between who brings and the bringing
_BELOW = 20  # characters from "I hereby register:" to the first of those listed: "de heer mr. Jan Smit"
_ROWS = frozenset({Source.LIST, Source.TABLE, Source.FORM})
_BESIDE = 40  # characters between "may I bring" and the guest's name


def of_another(act: Act, one: Said, people: People) -> bool:
    """ "Hierbij meld ik onze directeur aan", "I would like to sign up my boss, Ruth Adler": the "I" is who
    writes, and the one who comes is somebody else. Not "I sign up with my boss", "my boss and myself"."""
    if act.kind == "register" and (
        _tells_of_another(act, one, people.words) or done_for_another(act, one, people.words)
    ):
        return True
    if "signing_up" in act.slug and act.kind == "register" and _leads_to_others(one, people):
        return True
    wishes = "would_like" in act.slug and any("signing_up" in other.slug for other in one.of("register"))
    if act.kind != "register" or not (wishes or "signing_up" in act.slug):
        return False
    sentence, words = one.sentence, people.words
    plain = [token.word for token in sentence.words]
    if words["myself"].first(plain) is not None:
        return False
    named = [m for m in written(people) if m.source is Source.PROSE and m.place == sentence.place]
    named = [m for m in named if sentence.start <= m.start < sentence.end]
    if any(Flag.SELF in m.flags for m in named):
        return False
    starts = {m.start for m in named}
    first = sum(token.start < act.start for token in sentence.words)
    last = sum(token.start < act.end for token in sentence.words)
    for at in range(first + 1, min(len(plain), last + _CLOSE)):
        start = sentence.words[at].start
        if at >= last and "," in sentence.text[act.end - sentence.start : start - sentence.start]:
            break
        if start in starts or _somebody(plain, at, words):
            return not _led_by_a_small_word(plain, first, at, words)
    return False


def _leads_to_others(one: Said, people: People) -> bool:
    """ "Hierbij geef ik op voor de Meet Up:", and below it a list of others."""
    sentence, words = one.sentence, people.words
    plain = [token.word for token in sentence.words]
    if not sentence.text.rstrip().endswith(":"):
        return False
    if any(words[family].first(plain) is not None for family in ("myself", "us", "alongside", "and_too")):
        return False
    named = [m for m in written(people) if m.place == sentence.place and m.start >= sentence.end]
    if any(Flag.SELF in m.flags and m.source is not Source.PROSE for m in named):
        return False
    return any(m.source in _ROWS and m.start - sentence.end <= _BELOW for m in named)


def _tells_of_another(act: Act, one: Said, words: NameWords) -> bool:
    """ "I would like to inform you *that she* will be pleased to attend": the "I" only tells it."""
    plain = [token.word for token in one.sentence.words if act.start <= token.start < act.end]
    behind = [token.word for token in one.sentence.words if token.start >= act.end][:_TOLD]
    if words["for_whom"].length_at(behind, 0) > 1:  # "I am glad to confirm on behalf of Ms Bell that she ..."
        plain += behind
    at = words["that_they"].first(plain)
    return at is not None and at > 0 and words["me"].first(plain[at:]) is None


def done_for_another(act: Act, one: Said, words: NameWords) -> bool:
    """ "I have cleared the afternoon *for her*": not "I come for her lecture"."""
    if act.who != "me" or "coming" not in act.slug:
        return False
    spoken = one.sentence.words
    plain = [token.word for token in spoken]
    first = sum(token.start < act.start for token in spoken)
    last = sum(token.start < act.end for token in spoken)
    for at in range(first + 1, min(len(plain), last + _CLOSE + 1)):
        if not words["him_or_her"].holds(plain[at]) or not words["for_whom"].holds(plain[at - 1]):
            continue
        behind = one.sentence.text[spoken[at].end - one.sentence.start :].lstrip()
        if not behind[:1].isalpha() or words["and_too"].length_at(plain, at + 1) or at < last:
            return True
    return False


def _led_by_a_small_word(plain: list[str], first: int, at: int, words: NameWords) -> bool:
    """ "*With* our director", "*for* Mr Adler": whom such words lead to is not signed up by them."""
    while at > first and (plain[at - 1] in words["titles"].words or words["articles"].holds(plain[at - 1])):
        at -= 1
    families = ("joining", "with_whom", "from_house", "for_whom", "placing")
    return any(words[family].length_before(plain, at) for family in families)


def _somebody(plain: list[str], at: int, words: NameWords) -> bool:
    """ "Our deputy director", "mijn collega", "de heer": words that say who somebody is to the writer."""
    titles, articles = words["titles"].words, words["articles"]
    if plain[at] in titles or (articles.holds(plain[at]) and not titles.isdisjoint(plain[at + 1 : at + 2])):
        return True
    if not (words["ours"].holds(plain[at]) or words["articles"].holds(plain[at])):
        return False
    return any(
        (words["functions"].holds(word) or words["announcing"].holds(word) or words["kin"].holds(word))
        and not words.columns["name"].holds(word)
        for word in plain[at + 1 : at + 1 + _ROLE]
    )


def brings(one: Said, words: NameWords, *, named: bool = False) -> bool:
    """ "May I bring our intern along?", "ik neem een stagiaire mee": who brings somebody comes; ``named``:
    whom they bring is."""
    plain = [token.word for token in one.sentence.words]
    at = bringing(plain, words)
    if at is None or any(words[family].first(plain) is not None for family in ("negated", "negating")):
        return False
    near = range(max(0, at - _NEAR), min(len(plain), at + _NEAR))
    whom = named or any(
        words["guest"].length_at(plain, n) or _somebody(plain, n, words) for n in range(len(plain))
    )
    whom = whom or any(words["him_or_her"].holds(plain[n]) for n in near)
    whom = whom or any(words.number(word) > 1 for word in plain[at + 1 : at + 3])  # "bring two of our team"
    return whom and any(words["subject"].holds(plain[n]) or words["me"].holds(plain[n]) for n in near)


def bringing(plain: list[str], words: NameWords) -> int | None:
    """Where it is said; of a separable verb ("neem ... mee") both halves count."""
    at = words["bringing"].first(plain)
    if at is None and words["along"].first(plain) is not None:
        at = words["taking"].first(plain)
    return at


def brought(one: Said, start: int, end: int, words: NameWords) -> bool:
    """Whether the person named at ``start`` is who is brought: behind the words, or right before them."""
    plain = [token.word for token in one.sentence.words]
    at = bringing(plain, words) if brings(one, words, named=True) else None
    if at is None:
        return False
    word = one.sentence.words[at]
    return 0 <= start - word.end <= _BESIDE or 0 <= word.start - end <= _BESIDE


def nobody_else(facts: Facts, people: People) -> bool:
    """Whether a mail that asks for a seat, and does not say whose, can only mean who writes: nobody else is
    named, counted or spoken of in it, and nothing points to a list of others."""
    if people.mailbox_of_many or not people.sender.name or facts.acts("sender_stays_away", "name_later"):
        return False
    if any(Flag.SELF not in m.flags and m.source is not Source.QUOTED for m in people.mentions):
        return False
    if any(count.number != 1 or not count.exact for count in people.counts) or people.unclear_line:
        return False
    return not any(_speaks_of_others(one, people.words) for one in facts.said)


def _speaks_of_others(one: Said, words: NameWords) -> bool:
    plain = [token.word for token in one.sentence.words]
    if one.sentence.text.rstrip().endswith(":"):
        return True
    there = [at for at in range(len(plain)) if words["there_is"].length_at(plain, at)]
    for at in there:  # "is er nog plaats": in German "er" is somebody
        plain[at : at + 2] = [""] * len(plain[at : at + 2])
    if any(words[family].first(plain) is not None for family in _OTHERS):
        return True
    return any(words["announcing"].holds(word) and not words.columns["name"].holds(word) for word in plain)


def lists_others(one: Said, words: NameWords) -> bool:
    """ "Please register the participants below", "onderstaande deelnemers": those of a list."""
    plain = [token.word for token in one.sentence.words]
    if not one.does("register") or words["given_elsewhere"].first(plain) is None:
        return False
    if words["me"].first(plain) is not None:
        return False
    return any(words["announcing"].holds(word) or words.columns["name"].holds(word) for word in plain)


def passes_on(facts: Facts, people: People) -> bool:
    """ "Zie hieronder, graag inschrijven" above a colleague's letter: whoever is meant, the letter tells."""
    if facts.answering.to is not To.NOTHING or not _in_letter(people):
        return False
    asked = [one for one in facts.said if one.does("register")]
    said = [[token.word for token in one.sentence.words] for one in facts.said]
    below = any(people.words["given_elsewhere"].first(plain) is not None for plain in said)
    mine = any(
        people.words[family].first([token.word for token in one.sentence.words]) is not None
        for one in asked
        for family in ("me", "subject")
    )
    return bool(asked) and below and not mine


def in_the_letter(facts: Facts, people: People) -> list[Attendee]:
    """Whom "please register both of them" means above a colleague's letter: all whom it names in full, where
    they are as many."""
    if facts.answering.to is not To.NOTHING:
        return []
    words = people.words
    for one in facts.said:
        plain = [token.word for token in one.sentence.words]
        if not one.does("register") or words["me"].first(plain) is not None:
            continue
        both = words["both"].first(plain) is not None
        if both or any(words["he_or_she"].holds(word) and words["pointing"].holds(word) for word in plain):
            there = _in_letter(people)
            return there if len(there) == 1 + both else []
    return []


def _in_letter(people: People) -> list[Attendee]:
    """Those whom the letter below names in full, but who writes now."""
    found: list[Attendee] = []
    for mention in people.mentions:
        who = mention.attendee
        named = mention.source is Source.QUOTED and " " in (who.name or "")
        if named and Flag.SELF not in mention.flags and not same(who, people.sender, people.words):
            found = merged(found, who, people.words)
    return found
