"""The sandbox's mails: the samples, written for its events, and what somebody drops in as plain text."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email import policy
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime, formatdate, make_msgid
from importlib.resources import files

from mailbot.core.base import House
from mailbot.sandbox_house import WORKSHOP

_APART = timedelta(minutes=1)  # between the sample mails
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_YOU = "You <you@voorbeeld.example>"

_DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def sample_mails(house: House, now: datetime) -> list[tuple[bytes, datetime]]:
    """The sample mails written for this house, each with its arrival: one a minute, the last a minute ago."""
    folder = files("mailbot") / "samples"
    texts = [
        file.read_text("utf-8")
        for file in sorted(folder.iterdir(), key=lambda f: f.name)
        if file.name.endswith(".eml")
    ]
    first = now - _APART * len(texts)
    words = _words(house, now)
    return [
        (_filled(text, {**words, "date": format_datetime(first + n * _APART)}), first + n * _APART)
        for n, text in enumerate(texts)
    ]


def _words(house: House, now: datetime) -> dict[str, str]:
    event, workshop = house.events[0], next(e for e in house.events if e.id == WORKSHOP)
    words = {"mailbox": house.mailbox.email, "run": f"{now:%Y%m%d%H%M%S}"}
    words |= {"event": event.title, "workshop": workshop.title}
    for lang in _DAYS:
        words[f"event_{lang}"] = _day(event.starts, lang)
        words[f"workshop_{lang}"] = _day(workshop.starts, lang)
    return words


def _day(moment: datetime, lang: str) -> str:
    """``donderdag 21 december``, as people of that language write it."""
    day, month = _DAYS[lang].split()[moment.weekday()], _MONTHS[lang].split()[moment.month - 1]
    return f"{day}, {moment.day}. {month}" if lang == "de" else f"{day} {moment.day} {month}"


def _filled(text: str, words: dict[str, str]) -> bytes:
    """The raw mail: placeholders replaced, headers in ASCII, lines ending as on the wire."""
    filled = _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)
    head, _, body = filled.partition("\n\n")
    lines = [line if line.isascii() else _encoded(line) for line in head.split("\n")]
    return "\r\n".join([*lines, "", *body.split("\n")]).encode()


def _encoded(line: str) -> str:
    name, _, value = line.partition(": ")
    return f"{name}: {Header(value, 'utf-8').encode(linesep=chr(13) + chr(10))}"


def written(text: str, mailbox: str, answers: EmailMessage | None) -> bytes:
    """A mail made of plain text: an answer to a letter by who got it, or a new one by ``You``.

    A first line ``From: …`` or ``Subject: …`` says so.
    """
    mail = EmailMessage()
    given = {"from": _YOU, "subject": "Registration"}
    if answers is not None:
        given = {"from": str(answers["To"]), "subject": _answer(str(answers["Subject"]))}
        mail["In-Reply-To"] = mail["References"] = str(answers["Message-ID"])
    lines = text.splitlines()
    while lines and lines[0].partition(":")[0].lower() in given:
        name, _, value = lines.pop(0).partition(":")
        given[name.lower()] = value.strip()
    mail["From"], mail["Subject"] = given["from"], given["subject"]
    mail["To"] = mailbox
    mail["Date"] = formatdate(localtime=True)
    mail["Message-ID"] = make_msgid(domain="sandbox.example")
    mail.set_content("\n".join(lines).strip() + "\n")
    return mail.as_bytes(policy=policy.SMTP)


def _answer(subject: str) -> str:
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"
