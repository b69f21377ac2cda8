"""Read the short whole mails as if they had arrived, and hold what they ask for against their labels.

    python -m tests.sentences.whole [LANG ...] [--wrong INTENT] [--most N]

Four in five are to learn from; the rest is held out and never shown.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from mailbot.core.read import read
from mailbot.core.reading import Reading
from mailbot.core.understanding.lexicon import Lexicon
from mailbot.edges.words import load_lexicon
from tests.corpus.house import HOUSE
from tests.corpus.measure import ACTING
from tests.corpus.measure import MAILS as LABELLED
from tests.sentences import tables

MAILS = Path(__file__).parent / "mails"
HELD_OUT = 5
_TITLE = "4th Meet Up for Strategic Partnerships"
# Subject and body of our letters, in Dutch for Dutch mails and in English for all others.
_LETTERS = {
    ("invitation", True): (
        "Uitnodiging Meet Up 18 januari: Countering the effects of shrinking civic space",
        f"Beste collega's,\n\nOp donderdag 18 januari 2018 organiseert Partos de {_TITLE}. Leden van Partos nemen\n"
        "gratis deel. Niet-leden betalen 25 euro en melden zich aan met een mail naar info@partos.example.\n\nPartos",
    ),
    ("invitation", False): (
        f"Invitation: {_TITLE} - Countering the effects of shrinking civic space",
        f"Dear colleagues,\n\nPartos and its members invite you to the {_TITLE}.\n\nDate: Thursday 18 January 2018\n\n"
        "Non-members pay EUR 25 and can register by sending an e-mail to info@partos.example.\n\nPartos",
    ),
    ("confirmation", True): (
        f"Bevestiging van je aanmelding: {_TITLE}",
        f"Dank je wel voor je aanmelding. We hebben genoteerd:\n\n{_TITLE}\nDonderdag 18 januari 2018\n\n"
        "Kun je onverhoopt toch niet komen? Laat het ons weten door op deze mail te antwoorden.\n\nPartos",
    ),
    ("confirmation", False): (
        f"Confirmation: {_TITLE}, 18 January 2018",
        f"Thank you for your registration. You are on the list for:\n\n{_TITLE}\nThursday 18 January 2018\n\n"
        "If you cannot attend after all, please let us know by replying to this message.\n\nPartos",
    ),
    ("waitlist", True): (
        f"Wachtlijst: {_TITLE}, 18 januari 2018",
        f"Dank voor je bericht. De {_TITLE} op donderdag 18 januari 2018 is op dit moment vol. We hebben je op de\n"
        "wachtlijst gezet. Komt er een plaats vrij, dan hoor je het direct van ons.\n\nPartos",
    ),
    ("waitlist", False): (
        f"Waiting list: {_TITLE}, 18 January 2018",
        f"Thank you. The {_TITLE} on Thursday 18 January 2018 is full at the moment. We have put you on the waiting\n"
        "list. If a seat becomes available, you will hear from us at once.\n\nPartos",
    ),
    ("offer", True): (
        f"Plaats vrijgekomen: {_TITLE}",
        f"Goed nieuws: er is een plaats vrijgekomen voor de {_TITLE} op donderdag 18 januari 2018. Je stond op de\n"
        "wachtlijst. Wil je de plaats hebben? Antwoord dan binnen 48 uur op deze mail.\n\nPartos",
    ),
    ("offer", False): (
        f"A seat is available: {_TITLE}",
        f"Good news: A seat has become available for the {_TITLE} on Thursday 18 January 2018. You were first on the\n"
        "waiting list. Would you like to have it? Then please reply within 48 hours.\n\nPartos",
    ),
}  # fmt: skip

_ELSEWHERE = {
    "nl": ("Vraag", "Bericht", "Ter informatie", "Aanmelding", "Graag uw reactie", ""),
    "en": ("Question", "Message", "For your information", "Registration", "Your reply please", ""),
    "de": ("Anfrage", "Nachricht", "Zur Information", "Anmeldung", "Bitte um Rückmeldung", ""),
    "fr": ("Question", "Message", "Pour information", "Inscription", "Merci de répondre", ""),
}


@dataclass(frozen=True, slots=True)
class Short:
    """One short mail: its label, whether a person must look, and how it was read."""

    lang: str
    intent: str
    review: bool
    context: str
    text: str
    held_out: bool
    reading: Reading

    @property
    def got(self) -> str:
        return str(self.reading.request.intent)

    @property
    def right(self) -> bool:
        """Whether a seat is given up or an invitation said no to, the record decides, not the words."""
        return self.got == self.intent or {self.got, self.intent} == {"cancel", "decline"}

    @property
    def harmful(self) -> bool:
        """Acts by itself and should not, or not so."""
        acts = self.got in ACTING and not self.reading.request.review
        return (self.got == "ignore" and self.intent != "ignore") or (
            acts and (self.review or not self.right)
        )

    @property
    def acted(self) -> bool:
        return self.right and not self.reading.request.review


def _subject(text: str, intent: str, lang: str) -> str:
    """What such a mail may be called: one about other business does not name our day."""
    if intent in {"other", "ignore"}:
        names = _ELSEWHERE[lang]
        return names[zlib.crc32(text.encode()) % len(names)]
    return "18 januari" if lang == "nl" else "18 January"


def _writer(text: str) -> str:
    """The writer's name, where the last line signs with one: "Víctor Salas, Barcelona Global"."""
    last = [line for line in text.split("\n") if line.strip()][-1]
    words = last.split(",")[0].strip(" .!").split()
    named = 1 < len(words) < 5 and all(word[0].isupper() or len(word) < 4 for word in words)
    return " ".join(words) if named and words[0][0].isupper() and words[-1][0].isupper() else "Robin Hulshoff"


def dressed(text: str, context: str, intent: str, lang: str) -> bytes:
    """The mail as it would arrive: from somebody, above our letter where it answers one."""
    mail = EmailMessage(policy=SMTP)
    name = _writer(text)
    mail["From"] = f"{name} <r.hulshoff@lindenhof.example>"
    mail["To"] = "Partos <info@partos.example>"
    mail["Date"] = "Tue, 09 Jan 2018 10:24:11 +0100"
    mail["Message-ID"] = f"<{zlib.crc32(text.encode()):08x}@lindenhof.example>"
    if context == "none":
        mail["Subject"] = _subject(text, intent, lang)
        mail.set_content(text + "\n")
        return mail.as_bytes()
    subject, letter = _LETTERS[context, lang == "nl"]
    mail["Subject"] = f"Re: {subject}"
    mail["In-Reply-To"] = mail["References"] = "<20180108090000.1f2e@desk.partos.example>"
    quote = "\n".join(f"> {line}".rstrip() for line in letter.split("\n"))
    wrote = "Op 8 januari 2018 09:00 schreef" if lang == "nl" else "On 8 January 2018 at 09:00,"
    said = f"{wrote} Partos <info@partos.example>{':' if lang == 'nl' else ' wrote:'}"
    mail.set_content(f"{text}\n\n{said}\n\n{quote}\n")
    return mail.as_bytes()


def shorts(lang: str, lexicon: Lexicon) -> Iterator[Short]:
    """Every short mail of a language, read."""
    for line in (MAILS / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        label, context, told = line.split("|", 2)
        text = told.replace(" / ", "\n")
        reading = read(dressed(text, context, label.rstrip("?"), lang), HOUSE, lexicon)
        held_out = zlib.crc32(told.encode()) % HELD_OUT == 0
        yield Short(lang, label.rstrip("?"), label.endswith("?"), context, text, held_out, reading)


def languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in MAILS.glob("*.txt")))


def digest() -> str:
    """Of the mails and sentences that the weights are learned from."""
    seen = hashlib.sha256(tables.digest().encode())
    for lang in languages():
        seen.update((MAILS / f"{lang}.txt").read_bytes())
    for name in ("corpus", "learn"):
        for path in sorted((LABELLED / name).glob("*.json")):
            seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.sentences.whole", description=__doc__)
    reader.add_argument("langs", nargs="*", default=languages())
    reader.add_argument("--wrong", metavar="INTENT", help="show those to learn from that are read wrongly")
    reader.add_argument("--harmful", action="store_true", help="show those to learn from that would do harm")
    reader.add_argument("--most", type=int, default=60)
    asked = reader.parse_args(arguments)
    lexicon, out = load_lexicon(), sys.stdout
    for lang in asked.langs:
        found = list(shorts(lang, lexicon))
        for name, of in (
            ("to learn from", [one for one in found if not one.held_out]),
            ("held out", [one for one in found if one.held_out]),
        ):
            to_act = [one for one in of if one.intent in ACTING and not one.review]
            print(
                f"{lang} {name:<14} {len(of):4} mails: intents {sum(o.right for o in of) / len(of):.1%},"
                f" acted rightly {sum(o.acted for o in to_act) / len(to_act):.1%}, harmful {sum(o.harmful for o in of)}",
                file=out,
            )
        learned = [one for one in found if not one.held_out]
        confused = Counter((one.intent, one.got) for one in learned if not one.right)
        print("   " + ", ".join(f"{a} as {b} {n}" for (a, b), n in confused.most_common(16)), file=out)
        wrong = [
            one
            for one in learned
            if (asked.harmful and one.harmful)
            or (asked.wrong == one.intent and (not one.right or (not one.acted and not one.review)))
        ]
        random.Random(0).shuffle(wrong)
        for one in wrong[: asked.most]:
            reasons = [f"{reason.rule}" for reason in one.reading.request.reasons[:3]]
            print(
                f"\n{one.intent}{'?' if one.review else ''} ({one.context}) read as {one.got} {reasons}",
                file=out,
            )
            print("   " + one.text.replace("\n", "\n   "), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
