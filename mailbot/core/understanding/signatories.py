"""Which of the names under a mail sign it: the writer's, and those who sign together with them."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.base import Address
from mailbot.core.understanding.addressing import fits
from mailbot.core.understanding.display import Display
from mailbot.core.understanding.lines import Kind, Line
from mailbot.core.understanding.names import fuller, is_initials, same_person
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.signing import Signed, signers, without_addresses
from mailbot.core.understanding.spans import spans
from mailbot.core.understanding.tokens import tokens

_ROLE = 80  # characters of a line of the signature in which a function stands


def signed_by(
    tail: Sequence[Line], display: Display, address: Address | None, words: NameWords
) -> list[Signed]:
    """Who signs: the name that From or the address knows wherever it stands at the end; else the first
    full name under the mail. Two where they sign together."""
    found = signers(tail, words)
    known = [one for one in found if any(same_person(one.name, name, words) for name in display.people)]
    if address and not known:
        named = any(" " in one.name for one in found)
        known = [
            one
            for one in found
            if fits(address.email, one.name, words) and not (named and _may_be_a_place(one, words))
        ]
    marked = [line for line in tail if line.kind is Kind.SIGNATURE]
    known = [one for one in known if any(line.start <= one.start <= line.end for line in marked)] or known
    if known:
        best = known[0]
        for one in known[1:]:
            if same_person(best.name, one.name, words) and fuller(best.name, one.name, words) == one.name:
                best = one
        beside = [
            one
            for one in found
            if one.start != best.start
            and " " in one.name
            and (_in_line(one, best, tail) or _signs_below(one, best, tail, words))
        ]
        if len(display.people) > 1:  # "Anna & Pim", who sign as Anna Koster and Pim Jacobs
            for one in known:
                if " " in one.name and not any(
                    same_person(one.name, two.name, words) for two in (best, *beside)
                ):
                    beside.append(one)
        return sorted([best, *beside], key=lambda one: one.start)
    signature = [one for one in found if any(line.start <= one.start <= line.end for line in marked)]
    for group in (signature, found):
        short = {one.name for one in group if " " not in one.name}
        full = [
            one
            for one in group
            if " " in one.name and (_begins_as_name(one.name, words) or one.name.partition(" ")[0] in short)
        ]
        first = full or [one for one in group if one.first] or group
        if first:
            return [
                one
                for one in found
                if _in_line(one, first[0], tail) or _signs_below(one, first[0], tail, words)
            ]
    return []


def _may_be_a_place(one: Signed, words: NameWords) -> bool:
    """ "Roden", below "Sietse en Grietje Elzinga" of elzinga.roden@: one word, and no first name we know."""
    return " " not in one.name and not one.first and not words.is_given(one.name)


def served(tail: Sequence[Line], signed: Sequence[Signed], words: NameWords) -> list[str]:
    """ "Assistentin von Dr. Thanh Nguyen" under a name: who the mail may speak of, in full."""
    found: list[str] = []
    for line in tail if signed else ():
        plain = [token.word for token in tokens(line.text[:_ROLE])]
        if words["functions"].first(plain) is None and words["mailbox"].first(plain) is None:
            continue
        for span in spans(line.text, 0, len(line.text), words):
            sure = span.full and span.start and (span.titled or words.is_given(span.tokens[0]))
            if sure and not any(same_person(span.name, one.name, words) for one in signed):
                found.append(span.name)
    return found


def _begins_as_name(name: str, words: NameWords) -> bool:
    first = name.split(" ", 1)[0]
    return words.is_given(first) or is_initials(first)


def _in_line(one: Signed, other: Signed, tail: Sequence[Line]) -> bool:
    return any(line.start <= one.start <= line.end and line.start <= other.start <= line.end for line in tail)


def _signs_below(one: Signed, other: Signed, tail: Sequence[Line], words: NameWords) -> bool:
    """ "Joke Meijerink, secretary" and right below it "Wim Tuinstra, treasurer": both names begin a line, and
    nothing stands behind them but what they are."""
    at, there = (
        next((n for n, line in enumerate(tail) if line.start <= who.start <= line.end), -9)
        for who in (one, other)
    )
    if abs(at - there) != 1 or max(tail[at].start, tail[there].start) != (
        min(tail[at], tail[there], key=lambda line: line.start).end + 1
    ):
        return False
    for who, line in ((one, tail[at]), (other, tail[there])):
        rest = [token.word for token in tokens(without_addresses(line.text[who.end - line.start :])[:_ROLE])]
        role = any(words["functions"].holds(word) for word in rest)
        if line.text[: who.start - line.start].strip() or (rest and not role):
            return False
        if not role and (at < there or not words.is_given(who.name.partition(" ")[0])):
            return False  # "Fenwick Maps" under "Archie Fenwick"; the last of a list above it
    return not same_person(one.name, other.name, words)
