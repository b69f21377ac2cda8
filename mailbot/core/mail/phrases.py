"""How mail programs head what they quote or pass on, in the languages they are set to.

Every pattern is tried on one line, or on a few lines joined and capped, and has no repetition
inside a repetition: reading stays linear.
"""

from __future__ import annotations

import re

_WORDS = re.IGNORECASE


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


QUOTED_LINE = re.compile(r"\s{0,3}[>›|]")
# GroupWise: >>> Partos <info@partos.example> 07.12.2017 09:30 >>>
GROUPWISE = re.compile(r"\s*>>> ?\S[^\n]{0,300}>>>\s*$")

ATTRIBUTION_START = re.compile(
    r"\s*>{0,3}\s*"
    + _any("on", "op", "am", "le", "el", "il", "em", "den", "på", "dne", "w dniu", "em", "a")
    + r"\s",
    _WORDS,
)
ATTRIBUTION_VERB = re.compile(
    r"(?<!\w)"
    + _any(
        "wrote",
        "writes",
        "schreef",
        "geschreven",
        "schrieb",
        "geschrieben",
        "a écrit",
        "a ecrit",
        "écrivait",
        "escribió",
        "escribio",
        "ha scritto",
        "escreveu",
        "skrev",
        "napisał",
        "kirjoitti",
    )
    + r"(?!\w)",
    _WORDS,
)
# The name first: Partos schreef op 2017-12-20 09:50
ATTRIBUTION_NAME_FIRST = re.compile(
    r"\s*>{0,3}\s*[^\n]{2,120}?\s"
    + _any("wrote", "schreef", "schrieb", "a écrit")
    + r"(?: (?:op|on|am|le)\s[^\n]{4,60})?\s?:\s*$",
    _WORDS,
)
ATTRIBUTION_DATE_FIRST = re.compile(r"\s*\d{4}[-/]\d\d?[-/]\d\d?[^\n]{3,100}<[^<>\n]{3,100}>\s?:?\s*$")

_ORIGINAL = _any(
    "original message",
    "original appointment",
    "original e-?mail",
    "oorspronkelijk bericht",
    "origineel bericht",
    "oorspronkelijke afspraak",
    "ursprüngliche nachricht",
    "ursprünglicher termin",
    "original-?nachricht",
    "originalnachricht",
    "message d['’]origine",
    "message original",
    "message initial",
    "mensaje original",
    "messaggio originale",
    "mensagem original",
    "reply message",
    "antwort",
    "antwoord",
)
_PASSED_ON = _any(
    "forwarded message",
    "forwarded by[^\n]{0,60}",
    "doorgestuurd bericht",
    "weitergeleitete nachricht",
    "weitergeleitet von[^\n]{0,60}",
    "message transféré",
    "message transmis",
    "message réexpédié",
    "mensaje reenviado",
    "messaggio inoltrato",
    "doorgestuurd door[^\n]{0,60}",
)
_RULE = r"\s*>?\s*[-_=*—–]{2,}\s?"
ORIGINAL_MESSAGE = re.compile(_RULE + _ORIGINAL + r"\s?[-_=*—–:]{0,40}\s*$", _WORDS)
LOTUS_REPLY = re.compile(
    r"\s*-{3,}\s?[^\n]{2,120}\s" + _any("wrote", "schreef", "schrieb", "a écrit") + r"\s?:\s?-{3,}\s*$",
    _WORDS,
)
FORWARDED_MESSAGE = re.compile(
    _RULE
    + _PASSED_ON
    + r"\s?[-_=*—–:]{0,40}\s*$|\s*"
    + _any(
        "begin forwarded message",
        "begin doorgestuurd bericht",
        "anfang der weitergeleiteten (?:e-mail|nachricht)",
        "début du message (?:réexpédié|transféré)",
        "inicio del mensaje reenviado",
        "inizio messaggio inoltrato",
    )
    + r"\s?:?\s*$",
    _WORDS,
)

# One line of the block that Outlook and others put above the earlier mail.
HEADER_LINE = re.compile(
    r"\s{0,8}\*{0,2}([^\W\d_][\w'’ -]{0,24}?)\s{0,12}\*{0,2}\s?:\*{0,2}(?:\s+(\S[^\n]*)|\s*)$"
)
HEADER_KEYS: dict[str, str] = {
    key: kind
    for kind, keys in {
        "from": ("from", "van", "von", "de", "da", "från", "fra", "afzender", "absender", "expéditeur"),
        "date": (
            "sent",
            "date",
            "verzonden",
            "datum",
            "gesendet",
            "envoyé",
            "envoyé le",
            "date d'envoi",
            "enviado",
            "enviado el",
            "fecha",
            "data",
            "inviato",
            "skickat",
            "sendt",
            "sent on",
            "verzonden op",
            "gesendet am",
            "received",
        ),
        "to": ("to", "aan", "an", "à", "a", "para", "till", "til", "pour", "destinataire", "empfänger"),
        "cc": (
            "cc",
            "kopie",
            "copie",
            "copie à",
            "bcc",
            "reply-to",
            "antwort an",
            "antwoord aan",
            "répondre à",
        ),
        "subject": (
            "subject",
            "onderwerp",
            "betreff",
            "objet",
            "sujet",
            "asunto",
            "oggetto",
            "assunto",
            "ämne",
            "emne",
        ),
        "else": (
            "importance",
            "urgentie",
            "prioriteit",
            "wichtigkeit",
            "attachments",
            "bijlagen",
            "anlagen",
            "when",
            "where",
        ),
    }.items()
    for key in keys
}
FORWARD_SUBJECT = re.compile(r"\s*(?:fwd?|fw|doorst|wg|tr|rv|i|vs)\s?:", _WORDS)
INLINE_ANSWERS = re.compile(
    r"(?:answers?|replies|comments?|antwoord(?:en)?|reacties?|opmerkingen|antworten|kommentare|"
    r"réponses?)[^\n.]{0,30}(?:below|inline|in (?:red|blue|rood|blauw|rot|blau|rouge)|hieronder|"
    r"tussen de|unten|ci-dessous|dans le texte)"
    r"|\bin (?:red|rood|rot|rouge) (?:below|hieronder|unten|ci-dessous)|zie (?:in )?(?:rood|"
    r"blauw)|\binline\b",
    _WORDS,
)
