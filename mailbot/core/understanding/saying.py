"""For whom people say to write: in "I work for ...", in plain naming, and without capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.core.understanding.affiliations import only_person
from mailbot.core.understanding.display import speaks_of_organisation
from mailbot.core.understanding.names import bare
from mailbot.core.understanding.namesakes import is_namesake
from mailbot.core.understanding.namewords import NameWords
from mailbot.core.understanding.organisations import Found, could_be_organisation, run_at, stands_alone
from mailbot.core.understanding.shouting import line_at, shouted
from mailbot.core.understanding.tokens import tokens
from mailbot.core.understanding.trades import behind_noun

_VOCABULARY = 2048  # words of which is kept whether an organisation may follow
_WHISPERED = re.compile(r"\s*,\s*([^\W\d_][^,.;:!?()\n]{2,60})(?=[.,;\n]|\s*$)")
_ENDING = 90  # characters in which it may be told that something ends
_AT_THE = frozenset(["beim", "vom", "zum", "im", "am"])
_VERB = 5  # letters of a German verb that is made a noun
_ROLE = 8  # words from "I am" to "at"
_BACK = 240  # characters of a sentence in which it is told that something is over
_BRACKETS = 12  # of one mail
_IN_BRACKETS = re.compile(r"\(([A-ZÀ-Þ][^\s()@:]+(?: [^\s()@:]+){0,5})\)")
_YEAR = re.compile(r"19\d\d|200\d")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_][^\s,;:.!?()]*")
_ELIDED = re.compile(r"(?:[ld]|qu)['’]", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[.!?;]\s|\n\s*\n")
_SENTENCE_ENDS = re.compile(r"[.!?]\s")


@lru_cache(maxsize=_VOCABULARY)
def _may_lead(word: str, words: NameWords) -> bool:
    """Whether words that an organisation follows may begin with this one."""
    return any(words[family].opens(word) for family in ("on_behalf", "from_house", "at_house"))


def said(text: str, start: int, end: int, words: NameWords) -> Found | None:
    """ "namens Stichting X", "I'm with the Y": the organisation the sender says to write for."""
    best: Found | None = None
    spoken = tokens(text[start:end], start)
    plain = [token.word for token in spoken]
    on_behalf, from_house = words["on_behalf"], words["from_house"]
    for at, word in enumerate(plain):
        if not _may_lead(word, words):
            continue
        length, weight = on_behalf.length_at(plain, at), 60
        if not length:
            length, weight = words["at_house"].length_at(plain, at), 55
            if not _presents_function(plain[max(0, at - _ROLE) : at], words):
                length = 0
        if not length:
            length, weight = from_house.length_at(plain, at), 45
        inside = at and words["organisation"].holds(plain[at - 1]) and text[spoken[at - 1].start].isupper()
        if not length or (inside and text[spoken[at - 1].end : spoken[at].start] == " "):
            continue  # "Institute *for* River Justice"
        begin = spoken[at + length - 1].end
        # "our church, Light of Nations", "a small consultancy, Bankole & Daughters"
        own = words["determining"].holds(word) and text[begin : begin + 1] in {",", ":"}
        if re.match(r"\s*[.,;:!?\n(]", text[begin : begin + 2]) and not own:
            continue
        begin += own
        house = behind_noun(text, begin, words)  # "from the network Salt and Light"
        found = run_at(text, house, end, words)
        if found is None or found.start - house > 12 or not could_be_organisation(found.name, words):
            continue
        if " " not in found.name and words["mailbox"].holds(bare(found.name)):
            continue  # "Pour le Secrétariat"
        speaks = house > begin or speaks_of_organisation(found.name, words)
        if left_behind(text, start, found.start, words) or _loud(text, found, words):
            continue
        if not speaks and length == 1 and _everyday(word, found.name, words):
            continue
        if _of_another(text, start, spoken[at].start, words):
            continue
        if only_person(found.name, words) or (weight == 45 and not speaks):
            continue
        weight += 10 * speaks_of_organisation(found.name, words)
        if best is None or weight > best.weight:
            best = Found(found.name, found.start, found.end, weight)
    return best


def _everyday(led: str, name: str, words: NameWords) -> bool:
    """ "Beim Umzug", "beim Skifahren das Knie": German nouns that every mail may have."""
    first = bare(name.split(maxsplit=1)[0])
    noun = first in words.common or (len(first) > _VERB and first.endswith(("en", "eln", "ern")))
    return led in _AT_THE and noun


def _presents_function(ahead: list[str], words: NameWords) -> bool:
    """ "I am a project officer" before "at Harbour Trust"."""
    said = words["presenting"].first(ahead)
    return said is not None and any(words["functions"].holds(word) for word in ahead[said:])


def named(text: str, start: int, end: int, words: NameWords) -> Found | None:
    """A run of words in prose that calls itself an organisation: "Stichting Zaadgoed"."""
    at = start
    for match in _WORD.finditer(text[start:end]):
        elided = _ELIDED.match(match.group())
        place = start + match.start() + (elided.end() if elided else 0)
        if place < at or not (text[place : place + 1].isupper() or _small_opening(text, place, words)):
            continue
        alone = stands_alone(text, place, end, words)
        if alone:
            at = alone
            continue
        found = run_at(text, place, end, words)
        if found is None:
            continue
        at = found.end
        found = _from_keyword(text, found, words)
        if (
            " " in found.name
            and speaks_of_organisation(found.name, words)
            and could_be_organisation(found.name, words)
            and not left_behind(text, start, found.start, words)
            and not _loud(text, found, words)
            and not _addressed(text, found.start, words)
            and not _of_another(text, start, found.start, words)
        ):
            return Found(found.name, found.start, found.end, 40)
    return None


def _small_opening(text: str, place: int, words: NameWords) -> bool:
    """ "stg Anadolu Dialoog", "vrouwengroep Sinar": an organisation's own word in lower case."""
    word = text[place : place + 30].partition(" ")[0]
    after = place + len(word) + 1
    return word in words["small_opening"].words and text[after : after + 1].isupper()


def _from_keyword(text: str, found: Found, words: NameWords) -> Found:
    """ "Ingrid Wolters Stichting Zaadgoed": the organisation begins at its own word."""
    parts = found.name.split()
    if not words.is_given(parts[0]):
        return found
    for number, part in enumerate(parts[1:-1], start=1):
        if words["opening"].holds(bare(part)):
            name = " ".join(parts[number:])
            return Found(name, text.find(part, found.start), found.end, found.weight)
    return found


def whispered(text: str, start: int, end: int, signer: str, core: str, words: NameWords) -> Found | None:
    """ "tunde bakare-holm, naija dialogue forum": without capitals, right behind the sender's own name."""
    at = text.casefold().rfind(signer.casefold(), start, end) if len(text.casefold()) == len(text) else -1
    beside_it = _WHISPERED.match(text, at + len(signer), end) if at >= 0 else None
    if beside_it is None or not text[at : beside_it.end()].islower():
        return None
    name = raised(beside_it[1], words)
    sure = " " in name and speaks_of_organisation(name, words)
    sure = sure or bool(core and is_namesake(name, core, words))
    if not sure or not could_be_organisation(name, words):
        return None
    return Found(name, beside_it.start(1), beside_it.end(1), 58)


def bracketed(text: str, start: int, end: int, words: NameWords) -> Found | None:
    """ "I lead a small youth group (Lake Youth Assembly)", "wij zijn een kleine stichting (Siostra)": what a
    word in lower case says to be a house, in the writer's own sentence, and brackets call."""
    for match in list(_IN_BRACKETS.finditer(text, start, end))[:_BRACKETS]:
        ahead = _SENTENCE_ENDS.split(text[max(start, match.start() - _ENDING) : match.start()])[-1]
        said = tokens(ahead)
        nouns = [one for one in said[-_ROLE:] if ahead[one.start].islower()]
        own = any(words["me"].holds(one.word) or words["us"].holds(one.word) for one in said)
        house = any(words["organisation"].holds(one.word) for one in nouns)
        name = match[1].strip()
        if not (own and house) or not could_be_organisation(name, words) or only_person(name, words):
            continue
        aside = left_behind(text, start, match.start(1), words) or _of_another(
            text, start, match.start(1), words
        )
        if not aside:
            return Found(name, match.start(1), match.end(1), 52)
    return None


def without_article(text: str, found: Found, words: NameWords) -> str:
    """ "*The* Institute for Delta Studies will send four": the article begins the sentence, and what follows
    says what it is; "The Policy Lab will come" is called so."""
    first, _, rest = found.name.partition(" ")
    ahead, behind = text[: found.start].rstrip(" ")[-1:], text[found.end : found.end + 2]
    opens = ahead in {"", "\n", ".", "!", "?"} and behind[:1] == " " and behind[1:].islower()
    if not opens or not words["house_articles"].holds(bare(first)):
        return found.name
    parts = [bare(part) for part in rest.split()[:3]]
    linked = [at for at, part in enumerate(parts) if words["house_small"].holds(part)][:1]
    kind = parts[linked[0] - 1] if linked and linked[0] else (parts[0] if len(parts) > 1 else "")
    return rest if words["organisation"].holds(kind) else found.name


def raised(name: str, words: NameWords) -> str:
    """A name in lower case alone with the capitals that it has; any other as it is."""
    if not name.islower():
        return name
    small = words["house_small"]
    return " ".join(
        part if number and small.holds(part) else part[:1].upper() + part[1:]
        for number, part in enumerate(name.split())
    )


def left_behind(text: str, start: int, at: int, words: NameWords) -> bool:
    """ "I leave Harbour Trust", "my former employer X", "X, where I was till 1996": no longer theirs."""
    sentence = _SENTENCE_ENDS.split(text[max(start, at - _BACK) : at])[-1]
    said = tokens(sentence)
    # "Oud-Ahmed" and "Ní Dhomhnaill" are names.
    earlier = [t.word for number, t in enumerate(said) if not number or not sentence[t.start].isupper()]
    if (
        words["back_then"].first(earlier[-8:]) is not None
        or words["ending"].first(_behind(text, at)) is not None
    ):
        return True  # "damals noch bei der Agentur X", "my mailbox at X shuts on Friday"
    if words["former"].first(earlier[-4:]) is not None or words["negating"].first(earlier[-4:]) is not None:
        return True  # "not on behalf of X"
    around = [
        *(token.word for token in said),
        *(token.word for token in tokens(_SENTENCE_ENDS.split(text[at : at + 120])[0])),
    ]
    long_ago = any(map(_YEAR.fullmatch, around)) or words["decades"].first(around) is not None
    return long_ago and words["past"].first(around) is not None


def _behind(text: str, at: int) -> list[str]:
    """The words of the clause that goes on behind this place."""
    return [token.word for token in tokens(_CLAUSE_ENDS.split(text[at : at + _ENDING])[0])]


def _of_another(text: str, start: int, at: int, words: NameWords) -> bool:
    """ "He is on the board of X", "my husband works for X": that house is not the writer's."""
    clause = _CLAUSE_ENDS.split(text[max(start, at - _BACK) : at])[-1]
    plain = [token.word for token in tokens(clause)]
    for number in range(len(plain) - 1, -1, -1):
        if words["me"].holds(plain[number]) or words["us"].holds(plain[number]):
            return False
        if words["third"].holds(plain[number]):
            return True
        if words["kin"].holds(plain[number]):  # "I am mother and volunteer at X"
            return not any(words["me"].holds(word) for word in plain[max(0, number - 3) : number])
    return False


def _loud(text: str, found: Found, words: NameWords) -> bool:
    """ "FOR THE EMBASSY WITHIN 48 HOURS": words of a line in capitals, and nobody's house."""
    if not found.name.isupper() or not shouted(text, found.start, found.end):
        return False
    small = words["house_small"].words | words["articles"].words
    plain = [token.word for token in tokens(found.name) if token.word not in small]
    said = [word for word in plain if word in words.common and not words["organisation"].holds(word)]
    return len(plain) < 2 or bool(said)


def _addressed(text: str, at: int, words: NameWords) -> bool:
    """ "Dear Conference Secretariat": who is written to."""
    ahead = [token.word for token in tokens(text[line_at(text, at)[0] : at])]
    return bool(ahead) and words["greetings"].holds(ahead[0]) and len(ahead) < 4
