"""What systems, newsletters, spam and forms say; and words meant for a program that reads. Data only.

The same rules as in ``words``: lower case, no repetition within a repetition.
"""

from __future__ import annotations

NO_REPLY_LOCAL_PARTS = (
    r"(?:do-?)?no[t]?[-_.]?reply",
    r"do[-_.]?not[-_.]?reply",
    r"noreply",
    r"no[-_.]?response",
    r"niet[-_.]?(?:be)?antwoorden",
    r"geen[-_.]?antwoord",
    r"keine?[-_.]?antwort(?:en)?",
    r"nicht[-_.]?antworten",
    r"ne[-_.]?pas[-_.]?r[eé]pondre",
    r"pas[-_.]?de[-_.]?reponse",
    r"notif(?:ication|icatie|y)s?",
    r"alerts?",
    r"cron",
    r"root",
    r"daemon",
    r"nobody",
    r"www-data",
    r"wordpress",
    r"system",
    r"autoresponder",
    r"auto-?confirm",
    r"calendar-notification",
)
SYSTEM_SUBJECTS = (
    (
        r"^cron <|^anacron |^logwatch |^\[?report domain:|^dmarc (?:aggregate|report)|^security alert|"
        r"^\[wordfence|^backup (?:failed|completed)"
    ),
    (
        r"(?:verify|confirm|bevestig) (?:your|je|uw) (?:e-?mail ?adres(?:s)?|account)|"
        r"your (?:verification|security) code|verificatiecode|password reset|wachtwoord (?:opnieuw|"
        r"resetten|herstellen)"
    ),
    (
        r"has (?:shared|invited you to edit) [^\n]{1,60}(?:document|folder|file)|mentioned you in|"
        r"new sign-?in|nieuwe aanmelding (?:bij|op) uw account"
    ),
)
NEWSLETTER = (
    (
        r"(?:je|u) ontvangt (?:deze|dit) [^\n.]{0,40}omdat|you (?:are receiving|"
        r"received) this [^\n.]{0,40}because|sie erhalten diese[^\n.]{0,40}weil|vous recevez (?:ce|"
        r"cet)[^\n.]{0,40}(?:car|parce que)"
    ),
    (
        r"\bunsubscribe\b|uitschrijven (?:voor|van|uit) deze|afmelden (?:voor|"
        r"van) deze (?:nieuwsbrief|mailing)|wil je deze (?:nieuwsbrief|mail) niet meer|"
        r"newsletter abbestellen|vom newsletter abmelden|se désinscrire|se désabonner"
    ),
    (
        r"(?:bekijk|lees|open) (?:deze |de )?[^\n.]{0,30}(?:in (?:je|uw) browser|online)|"
        r"view (?:this )?[^\n.]{0,30}(?:in (?:your |a )?browser|online)|im browser (?:ansehen|öffnen|"
        r"anzeigen)|dans (?:votre|le) navigateur|webversie|webversion"
    ),
    (
        r"update (?:your )?(?:subscription )?preferences|voorkeuren (?:wijzigen|aanpassen)|"
        r"gegevens wijzigen|manage (?:your )?(?:subscription|preferences)|profil bearbeiten|"
        r"gérer (?:vos|mes) préférences"
    ),
    (
        r"\bnieuwsbrief\b[^\n]{0,40}(?:nummer|editie|januari|februari|maart|april|mei|juni|juli|"
        r"augustus|september|oktober|november|december|20\d\d)|\bnewsletter\b[^\n]{0,30}(?:issue|no\.|"
        r"20\d\d|january|february|march)"
    ),
    r"all rights reserved|alle rechten voorbehouden|©|copyright ",
)
SPAM = (
    (
        r"\bdear (?:dr|prof|professor|doctor|sir/madam|researcher|author|friend|beneficiary|customer|"
        r"valued)\b|greetings of the day|esteemed (?:colleague|professor|researcher)|\bdearest\b"
    ),
    (
        r"(?:keynote|invited|honou?rable) speaker|outstanding publications?|your (?:eminent|valuable|"
        r"esteemed) (?:presence|contribution)|call for papers|manuscripts?|impact factor|scopus|"
        r"oral presentation"
    ),
    (
        r"world (?:summit|congress|conference)|global (?:summit|congress) on|"
        r"international conference on|summit series"
    ),
    (
        r"early[- ]bird|registration fee (?:only|of usd)|\busd ?\d|\$ ?\d{2,}|us\$|instead of (?:usd|"
        r"eur|\$)"
    ),
    (
        r"hurry|limited (?:seats|slots|time offer)|act now|within (?:24|48) hours|"
        r"urgent(?:ly)? (?:response|reply) (?:needed|required)|don't miss"
    ),
    (
        r"passport copy|copy of your (?:passport|id)|bank details|wire transfer|western union|"
        r"moneygram|next of kin|inheritance|million (?:dollars|usd|euros)|beneficiary|lottery|winning|"
        r"jackpot"
    ),
    (
        r"\bseo\b|first page of google|rank(?:ing)? (?:higher|on google)|backlinks?|guest post|"
        r"web ?design services|increase your traffic|lead generation|b2b (?:leads|database|contacts)|"
        r"email list of"
    ),
    (
        r"viagra|cialis|casino|crypto|bitcoin|forex|investment opportunity|loan offer|"
        r"business proposal|100% (?:free|guaranteed)|risk[- ]free|click here (?:now|below)|hot singles"
    ),
    (
        r"seats? (?:are |is )?(?:already )?reserved in your name|free seats? (?:are|is) reserved|"
        r"confirm (?:your )?registration today"
    ),
)
# Words addressed to a program that reads: an honest sender has no use for them.
TO_THE_MACHINE = (
    (
        r"ignore (?:all |any |your |the )?(?:rules|previous|prior|above|earlier|instructions)|"
        r"disregard (?:all |any |your |the )?(?:previous|prior|above|rules|instructions)|"
        r"forget (?:all |your )?(?:previous |prior )?(?:instructions|rules)"
    ),
    (
        r"\b(?:system|admin|developer) (?:note|prompt|message|override|instruction)|"
        r"note to the (?:assistant|ai|bot|system|model)|(?:dear|attention) (?:ai|assistant|bot|llm|"
        r"chatgpt|language model)\b|you are (?:now )?(?:an? )?(?:ai|assistant|language model|chatbot)|"
        r"as an ai\b"
    ),
    (
        r"negeer (?:alle |je |de |uw |bovenstaande |voorgaande |eerdere )+(?:regels|instructies|"
        r"opdrachten)|(?:systeem|beheerder)(?:bericht|opdracht|notitie)|vergeet (?:alle |"
        r"je )(?:eerdere |vorige )?(?:instructies|regels)"
    ),
    (
        r"ignorier(?:e|en)? (?:sie )?(?:alle |ihre |die |deine )?(?:vorherigen |bisherigen |"
        r"obigen )?(?:regeln|anweisungen)|systemnachricht|(?:ignore[zr]?|"
        r"oublie[zr]?) (?:toutes )?(?:les|vos|tes) (?:règles|instructions|consignes)|message système"
    ),
    (
        r"capacity limit does not apply|(?:cancel|delete|remove) all (?:other )?(?:registrations|"
        r"attendees|bookings)|(?:full|complete) (?:participant|attendee) list with|"
        r"\{\{[^}\n]{1,80}\}\}|<\|im_start\|>|\[/?inst\]"
    ),
)
FORM_FIELDS = (
    (
        r"^(?:naam|voornaam|achternaam|name|full name|your name|first name|last name|vorname|nachname|"
        r"nom|prénom|van|from|von|de) ?:"
    ),
    r"^(?:e-?mail(?:adres|adresse| address)?|adresse e-?mail|courriel|your email|mail) ?:",
    (
        r"^(?:bericht|message|message body|your message|opmerking(?:en)?|vraag|nachricht|mitteilung|"
        r"anfrage|votre message|comments?|bericht tekst) ?:"
    ),
    (
        r"^(?:onderwerp|subject|betreff|sujet|objet|telefoon(?:nummer)?|phone|telefon|téléphone|"
        r"organisatie|organisation|organization|company|bedrijf|firma) ?:"
    ),
)
FORM_MARKS = (
    (
        r"contact ?formulier|contact ?form|kontaktformular|formulaire de contact|webform|"
        r"aanmeldformulier|inschrijfformulier|via (?:de|het) (?:website|formulier)|through (?:the|"
        r"your) (?:website|form)|über das formular|via le (?:site|formulaire)|"
        r"new (?:form )?(?:submission|entry)|nieuwe inzending"
    ),
)
