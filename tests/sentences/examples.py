"""The mails that the weights of ``leaning`` are learned from, each as its features and its words.

The short mails of ``mails``, the labelled mails of the corpus and of ``learn``, and, for the words alone, the
labelled sentences.
"""

from __future__ import annotations

import json
import multiprocessing
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from mailbot.core.mail.reader import parse
from mailbot.core.triage.outcome import SetAside
from mailbot.core.triage.rules import triage
from mailbot.core.understanding.compose import compose
from mailbot.core.understanding.draft import Draft
from mailbot.core.understanding.leaning import INTENTS, features
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.core.understanding.reader import drafted
from mailbot.core.understanding.rereading import fresh
from mailbot.core.understanding.settling import voting
from mailbot.core.understanding.votes import marks_of, vote
from mailbot.core.understanding.wording import worded, wording
from mailbot.edges.words import load_lexicon
from tests.core import test_reading_de, test_reading_en, test_reading_fr, test_reading_nl
from tests.core.letters import letter
from tests.core.sayings import BEFORE, WRITER
from tests.core.test_reading_de import rows
from tests.corpus.house import HOUSE
from tests.corpus.measure import MAILS as LABELLED
from tests.sentences import tables
from tests.sentences.tables import LABELS
from tests.sentences.whole import HELD_OUT, MAILS, dressed, languages

FOLDS = 3
# What a mail asks for that is no more than one sentence with this label. The others tell nothing alone.
ASKS = {
    "register": "register", "register_other": "register", "cancel": "cancel", "cannot": "cancel",
    "replace": "change", "correct": "change", "accept": "accept", "refuse": "decline", "status": "status",
    "question": "question", "told": "other", "none": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    name: str  # the same for a mail in its several dresses, which must not stand on both sides
    intent: str
    review: bool
    held_out: bool
    found: list[float]
    keys: frozenset[str]
    read_as: str  # by the phrases alone
    aside: bool = False  # by triage, before anything is understood

    @property
    def asks(self) -> bool:
        """Whether it is a person's, of whom it can be learned what they ask for."""
        return self.intent in INTENTS and not self.aside

    @property
    def fold(self) -> int:
        return zlib.crc32(self.name.encode()) // 7 % FOLDS


def examples() -> Iterator[Example]:
    """Every whole mail, read on all processors."""
    written = [(lang, line) for lang in languages() for line in _lines(lang)]
    labelled = [
        (name, path) for name in ("corpus", "learn") for path in sorted((LABELLED / name).glob("*.json"))
    ]
    with multiprocessing.Pool() as pool:
        for found in chain(
            pool.imap(_short, written, chunksize=200), pool.imap(_labelled, labelled, chunksize=50)
        ):
            yield from found


def _lines(lang: str) -> list[str]:
    return (MAILS / f"{lang}.txt").read_text(encoding="utf-8").splitlines()


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _short(written: tuple[str, str]) -> list[Example]:
    lang, line = written
    label, context, told = line.split("|", 2)
    intent, review = label.rstrip("?"), label.endswith("?")
    held_out = zlib.crc32(told.encode()) % HELD_OUT == 0
    text = told.replace(" / ", "\n")
    found = _example("short", told, intent, review, dressed(text, context, intent, lang), held_out)
    if context == "none" and intent != "other":
        # Else a subject that does not name the day would give away that it is other business.
        found += _example("subject", told, intent, review, dressed(text, context, "other", lang), held_out)
    return found


def _labelled(case: tuple[str, Path]) -> list[Example]:
    name, path = case
    label = json.loads(path.read_text(encoding="utf-8"))
    raw = path.with_suffix(".eml").read_bytes()
    return _example(name, path.stem, label["intent"], label["must_review"], raw, False)


def sayings() -> Iterator[Example]:
    """The single sentences of the reading tables, each as a mail of its own."""
    nothing = [
        (lang, before, line.strip(), "other")
        for lang, table in (("de", test_reading_de.NOTHING_TO_DO), ("fr", test_reading_fr.NOTHING_TO_DO))
        for before, block in table.items()
        for line in block.strip().splitlines()
    ]
    asked = [
        *(("de", *row) for row in rows(test_reading_de.ALL)),
        *(("fr", *row) for row in rows(test_reading_fr.ALL)),
        *(("nl", *row) for row in test_reading_nl.ROWS),
        *(("en", *row) for row in test_reading_en.ROWS),
    ]
    for lang, before, text, expected in (*asked, *nothing):
        subject, quoted, context = BEFORE[before]
        # A surname that is no word besides: "Keller" would be learned as one that speaks.
        words = f"{_GREETINGS[lang]}\n\n{text}\n\nRobin Hulshoff"
        mail = letter(words, WRITER, subject=subject.format(invitation=_INVITATIONS[lang]), quoted=quoted)
        label = expected.split()[0]
        draft = drafted(mail, HOUSE, _lexicon(), context)
        if label.rstrip("?") in INTENTS:
            yield _found("saying", text, label.rstrip("?"), label.endswith("?"), draft, False)


_GREETINGS = {"nl": "Beste Partos,", "en": "Dear Partos,", "de": "Guten Tag,", "fr": "Bonjour,"}
_INVITATIONS = {
    "nl": "Uitnodiging 4th Meet Up",
    "en": "Invitation: 4th Meet Up",
    "de": "Einladung zum 4. Meet Up",
    "fr": "Invitation : 4e Meet Up",
}


def _example(source: str, name: str, intent: str, review: bool, raw: bytes, held_out: bool) -> list[Example]:
    mail = parse(raw)
    judged = triage(mail, HOUSE)
    aside = isinstance(judged, SetAside)
    draft = drafted(mail, HOUSE, _lexicon(), doubts=() if isinstance(judged, SetAside) else judged.doubts)
    return [replace(_found(source, name, intent, review, draft, held_out), aside=aside)]


def _found(source: str, name: str, intent: str, review: bool, draft: Draft, held_out: bool) -> Example:
    ballot = _lexicon().ballot
    assert ballot is not None
    before = fresh(draft)
    request = compose(draft)
    said = voting(before)
    votes = [vote(one.sentence, ballot) for one in said]
    found = features(votes, before, request, LABELS)
    keys = frozenset(wording(said, before.facts.said, request, ballot))
    return Example(source, name, intent, review, held_out, found, keys, str(request.intent))


@dataclass(frozen=True, slots=True)
class Alone:
    """A labelled sentence: its words, and what they ask for."""

    intent: str
    keys: frozenset[str]


def alone() -> Iterator[Alone]:
    ballot = _lexicon().ballot
    assert ballot is not None
    for line in tables.lines():
        asks = {ASKS.get(label, "") for label in line.labels}
        if len(asks) == 1 and "" not in asks:
            yield Alone(asks.pop(), frozenset(worded(marks_of(line.sentence, ballot.known))))
