"""How people and programs end a mail: closings, devices, disclaimers; and the banners put above it.

Each pattern is tried on one line or paragraph and has no repetition inside a repetition.
"""

from __future__ import annotations

import re

from mailbot.core.mail.cues import cues_of, lowered

_WORDS = re.IGNORECASE


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


# Strong ones close a mail wherever they stand alone; weak ones only above a name.
# "Danke und freundliche Grüße", "Merci d'avance et bien à vous".
_THANKED = (
    r"(?:(?:veel |hartelijk |alvast |heel erg |many |vielen |herzlichen |besten |un grand )?"
    r"(?:dank|bedankt|thanks|thank you|danke|merci)"
    r"(?: (?:je wel|u wel|schön|vielmals|beaucoup|d['’]avance|in advance|im voraus|bij voorbaat|so much))?"
    r"(?:,| en| and| und| et| -)\s)?"
)
CLOSING = re.compile(
    r"\s*"
    + _THANKED
    + _any(
        (
            r"(?:met |mit |de |en )?(?:zeer |heel )?(?:vriendelijke|hartelijke|lieve|warme|beste|"
            r"collegiale|zonnige|vr\.?|vriendelijk|hart)\s{1,2}(?:groet(?:en|jes)?|gr\.?)"
        ),
        r"met (?:de )?(?:meeste )?(?:hoogachting|groet(?:en)?)",
        "hoogachtend",
        "m\\.?v\\.?g",
        "mvrgr",
        "mvgr",
        "m\\.?f\\.?g",
        "vg",
        "gr",
        "grtz",
        "grt",
        "gtz",
        "lg",
        "vg",
        "groet(?:en|jes)?",
        "hartelijks?",
        "(?:dank|bedankt) en (?:vriendelijke |hartelijke )?groet(?:en)?",
        "dank en groet",
        "alvast (?:hartelijk |vriendelijk )?(?:be)?dankt?(?: en groet(?:en)?)?",
        "tot (?:ziens|dan|gauw|de 18e)",
        (
            "(?:with )?(?:my |our )?(?:very )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere) (?:regards|"
            "wishes|greetings)"
        ),
        "regards",
        "with (?:respect|gratitude|thanks)",
        "yours (?:sincerely|faithfully|truly|in service)",
        "(?:yours )?sincerely(?: yours)?",
        "respectfully(?: yours)?",
        "cheers",
        "all the best",
        "many thanks",
        "with best wishes",
        "greetings",
        "saludos(?: cordiales)?",
        "best",
        (
            "(?:mit )?(?:den )?(?:freundlichen?|besten?|herzlichen?|lieben?|viele[nr]?|schöne[nr]?|"
            "kollegialen?) (?:grüßen|grüße|gruß|grüssen|grüsse|gruss)"
        ),
        "mit bestem gruß",
        # "Traurige Grüße aus Hamburg", "Sorry and wet greetings", not "give my regards to Jan"
        (
            r"(?:[^\W\d_]{2,20} ){1,3}(?:grüße|gruß|grüsse|groet(?:en|jes)?|greetings|regards|salutations)"
            r"(?! (?:to|aan|an|à|van|von|from)\b)"
        ),
        "hochachtungsvoll",
        "grüße",
        "gruß",
        "grüsse",
        "gruss",
        "beste grüsse",
        "viele dank(?:e)?",
        "(?:bien )?cordialement(?: vôtre)?",
        "bien à (?:vous|toi)",
        "(?:meilleures|sincères|cordiales) salutations",
        "salutations(?: distinguées| cordiales)?",
        "amicalement",
        "bien cordialement",
        "avec mes (?:meilleures|cordiales) salutations",
        "respectueusement",
        "à bientôt",
    )
    + r"(?!\w)([^\n]{0,45})$",
    _WORDS,
)
WEAK_CLOSING = re.compile(
    r"\s*"
    + _any(
        (
            "(?:many |hartelijk |vriendelijk |heel |alvast )?(?:dank(?: je| u)?(?: wel)?|bedankt|"
            "thanks?(?: you)?(?: a mill| a lot| so much| again)?|merci(?: d'avance)?(?: et à \\w+)?|"
            "danke(?: schön)?|vielen dank|dank im voraus)"
        ),
        "cheers, groetjes",
        "warm",
    )
    + r"(?!\w)([^\n]{0,45})$",
    _WORDS,
)
POSTSCRIPT = re.compile(r"\s*(?:p\.?\s?p?\.?\s?s\.?|n\.?b\.?|post ?scriptum)(?=[\s:.,;–-]|$)", _WORDS)
DELIMITER = re.compile(r"\s{0,2}(?:--|—|-- ?|- -- ?)\s?$")
RULE = re.compile(r"\s*[-_=*.~#—–]{5,}\s*$")
CONTACT = re.compile(
    (
        r"https?://|www\.|@|\||(?:\+|\b00|\b0)\d[\d \-().]{6,}\d|\d{4} ?[A-Z]{2}\b|\b(?:tel|t|m|e|fax|"
        r"mob(?:iel)?|phone|kvk|btw|iban)\b ?[.:]"
    ),
    _WORDS,
)
LIST_ITEM = re.compile(r"\s*(?:[-*•·+]|\d{1,2}[.)])\s+\S")

# A line that a telephone or a program signs with.
DEVICE = re.compile(
    r"\s*(?:<[^<>\n]{0,100}>\s*)?"
    + _any(
        r"(?:verstuurd|verzonden|gestuurd) (?:vanaf|vanuit|met|via|van)(?: mijn)? [^\n]{2,60}",
        r"sent (?:from|via|with|using) [^\n]{2,60}",
        r"(?:von|vom)(?: meinem| mein)? [^\n]{2,40} gesendet",
        r"gesendet (?:von|mit|über)(?: meinem)? [^\n]{2,60}",
        r"envoyé (?:de|depuis|avec|à partir de)(?: mon| ma| l['’])? ?[^\n]{2,60}",
        r"get outlook for [^\n]{2,60}",
        r"outlook (?:voor|für|pour|for) [^\n]{2,80}",
        r"(?:downloaden|download|télécharger) outlook[^\n]{0,60}",
        r"obtenir outlook[^\n]{0,60}",
        r"(?:holen sie sich )?outlook für [^\n]{2,60}",
        r"\[?yahoo mail[^\n]{0,80}",
        r"diese nachricht wurde von meinem [^\n]{0,80}",
        r"provided by [^\n]{0,40}",
    )
    + r"\s*$",
    _WORDS,
)
_DEVICE_NAMES = re.compile(
    r"iphone|ipad|android|outlook|samsung|galaxy|mail\b|windows|blackberry|smartphone|telefoon|"
    r"handy|mobile|mobiel|device|apparaat|gerät|"
    r"proton|yahoo|gmail|tablet|huawei|nokia|phone|k-9|thunderbird|tutanota|hey\b|ios",
    _WORDS,
)
_DISCLAIMER = re.compile(
    _any(
        r"(?:uitsluitend|alleen|slechts) (?:bestemd|bedoeld) voor",
        r"niet voor u is bestemd",
        r"niet de (?:geadresseerde|bedoelde ontvanger)",
        "abusievelijk",
        "ten onrechte (?:hebt )?ontvangen",
        r"aanvaard(?:t|en) (?:\w+ ){0,3}aansprakelijkheid",
        "vertrouwelijke informatie",
        r"(?:mail|message|bericht|nachricht|informat\w{1,6}|contents?)\b[^\n.]{0,60}(?:confidential|vertrouwelijk|vertraulich)",
        "(?:solely|exclusively|only) for the (?:use of the )?(?:addressee|intended|individual|person)",
        "not the (?:intended|named) (?:recipient|addressee)",
        "not intended for you",
        "received (?:it|this \\w+|this) (?:e-?mail |message )?(?:in error|by mistake)",
        "accepts? no liability",
        "bitte informieren sie (?:sofort )?den absender",
        "vertrauliche (?:und|informationen)",
        "nicht der (?:richtige|beabsichtigte) (?:adressat|empfänger)",
        "irrtümlich erhalten",
        "ce (?:message|courriel|mail) (?:et|est|peut|contient)[^\n]{0,80}confidentiel",
        "destinataire (?:prévu|indiqué)",
        "reçu (?:ce message )?par erreur",
        "print this (?:e-?mail|message)",
        "(?:before|voordat u) [^\n]{0,20}(?:printing|print|afdrukt)",
        "denk aan het milieu",
        "consider the environment",
        r"intended (?:solely |only )?for the (?:\w+ ){0,2}(?:addressee|recipient|individual|person)",
        r"not (?:the|an) intended (?:recipient|addressee)",
        r"privileged (?:and|or|and/or) confidential|confidential (?:and|or|and/or) privileged",
        r"ausschließlich für (?:den|die) (?:\w+ )?(?:adressat|empfänger|genannt)",
        r"nicht (?:der|die) (?:vorgesehene|bezeichnete|genannte) (?:adressat|empfänger)",
        r"(?:exclusivement|uniquement) (?:à l.(?:attention|usage) )?(?:de|du|au) (?:son |ses )?destinataire",
        r"(?:ce message|ce courriel) ne vous est pas destiné",
        r"s['’]il vous est parvenu par erreur",
        r"indien u niet de (?:\w+ )?(?:ontvanger|geadresseerde)",
        "virus-free\\.",
        "virusvrij",
        "door avast",
        "scanned by",
    ),
    _WORDS,
)
BANNER = re.compile(
    r"\s*\[?[^\w\n]{0,4}"
    + _any(
        r"\[?\(?extern(?:al|e|es)?(?: e-?mail| mail| sender| afzender)?\)?\]?\s*:?\s*$",
        (
            r"(?:caution|warning|attention|be careful|notice|alert|"
            r"external e-?mail)\b[^\n]{0,12}[:!-][^\n]{0,200}"
        ),
        (
            r"(?:let op|opgelet|pas op|waarschuwing)\b[^\n]{0,6}[:!-][^\n]{0,60}(?:van buiten|extern|"
            r"buiten (?:de|onze)|onbekend)[^\n]{0,160}"
        ),
        (
            r"(?:vorsicht|achtung|warnung|hinweis)\b[^\n]{0,6}[:!-][^\n]{0,60}(?:extern|außerhalb|"
            r"ausserhalb)[^\n]{0,160}"
        ),
        (
            r"(?:attention|avertissement|prudence)\b[^\n]{0,6}[:!-][^\n]{0,60}(?:extern|extérieur|"
            r"l'extérieur)[^\n]{0,160}"
        ),
        r"you don['’]t often get e?-?mail from[^\n]{0,200}",
        r"u ontvangt niet vaak e-?mail van[^\n]{0,200}",
        r"sie erhalten nicht (?:oft|häufig) e-?mails? von[^\n]{0,200}",
        r"vous n['’]obtenez pas souvent[^\n]{0,200}",
        (
            r"(?:\(?extern(?:al|e|es)?\)?\]?\s*[:–-]?\s*)?"
            r"(?:this|deze|dit|diese|dieser|ce|cet)\b[^\n]{0,20}(?:e-?mail|message|mail|bericht|nachricht|"
            r"courriel)[^\n]{0,40}(?:outside|van buiten|extern|außerhalb|extérieur)[^\n]{0,160}"
        ),
        r"(?:bekijk|view|lees|read|ansicht|voir) [^\n]{0,40}(?:browser|online)[^\n]{0,100}",
    ),
    _WORDS,
)
BANNER_GOES_ON = re.compile(
    (
        r"\b(?:click|links?|attachments?|sender|unless|klik|bijlagen?|koppelingen|afzender|vertrouwt|"
        r"klicken|anhänge|absender|cliquez|pièces|expéditeur|learn (?:why|more)|meer informatie)\b"
    ),
    _WORDS,
)


_OF_DISCLAIMERS = cues_of(_DISCLAIMER.pattern)


def disclaimer(paragraph: str) -> bool:
    """Whether it says whom the mail is not for, or who is not liable for it."""
    plain = lowered(paragraph)
    return any(cue in plain for cue in _OF_DISCLAIMERS) and bool(_DISCLAIMER.search(paragraph))


def device(line: str) -> bool:
    """Whether it is "Sent from my iPhone" or its kin; a sentence that merely begins so is not."""
    return bool(DEVICE.match(line)) and bool(_DEVICE_NAMES.search(line))
