"""What machines say, in the languages we read. Data only: a language is added here, nowhere else.

Each phrase is a pattern without nested repetition, tried on lower-case text of limited length.
"""

from __future__ import annotations

# Subjects that only a delivery report has.
BOUNCE_SUBJECTS = (
    r"^(?:undeliver(?:able|ed)|onbestelbaar|unzustellbar|nicht zustellbar|non (?:remis|distribu(?:able|é)|délivr(?:able|é))|"
    r"non-?delivery|niet[- ]?bezorgd|niet te bezorgen|onbezorgbaar)\b|^(?:delayed|vertraagd|verzögert|retardé) ?: ",
    r"undelivered mail returned to sender",
    (
        r"delivery (?:status notification|failure|has failed|failed|report|problem|delayed|"
        r"notification)"
    ),
    (
        r"mail (?:delivery (?:failed|failure|error|system|subsystem)|system error|"
        r"could not be delivered)"
    ),
    (
        r"returned mail|returned to sender|failure notice|failed mail|message (?:not delivered|"
        r"delayed|status)"
    ),
    (
        r"could not (?:send|deliver) message|warning: (?:message|could not send)|"
        r"message (?:you sent )?blocked"
    ),
    (
        r"undelivered message|rejected:|nondeliverable|could not be delivered|"
        r"zustellung fehlgeschlagen"
    ),
    r"mailbox (?:is )?full|over quota|unable to deliver|address(?:ee)? (?:unknown|not found)",
    (
        r"(?:bezorging|aflevering) (?:is )?(?:mislukt|vertraagd)|kan niet worden (?:bezorgd|"
        r"afgeleverd)"
    ),
    r"niet afgeleverd|onbestelbare mail|mislukte bezorging|status van bezorging|bezorgingsstatus",
    (
        r"(?:nachricht|mail) (?:konnte )?nicht (?:zustellbar|zugestellt)|unzustellbare?|"
        r"zustellungs?(?:status|fehler|problem)"
    ),
    (
        r"zurückgesandte mail|fehler bei der zustellung|benachrichtigung (?:zum|"
        r"über den) (?:übermittlungs|zustell)"
    ),
    (
        r"(?:échec|échoué|non[- ]?(?:remis|distribu)|notification d'échec|avis de non|"
        r"rapport de non)[^\n]{0,40}(?:remise|distribution|délivr|livraison)?"
    ),
    r"message non (?:remis|distribué|délivré)|notification (?:d'état )?de (?:remise|distribution)",
)
# Wordings in the report itself, and the codes of RFC 3463.
BOUNCE_WORDS = (
    r"\bdelivery is delayed|wasn't delivered to\b",
    r"\b5\d\d[ -]#?5\.\d{1,3}\.\d{1,3}\b|\b5\.[0-7]\.\d{1,3}\b|\b55[0-4][ -]",
    (
        r"could ?n[o']t be delivered|cannot be delivered|unable to deliver|undeliverable|"
        r"delivery (?:to [^\n]{1,80} )?(?:has )?failed"
    ),
    (
        r"user unknown|unknown user|no such (?:user|mailbox|recipient)|"
        r"recipient(?: address)? rejected|mailbox (?:unavailable|not found|is full)"
    ),
    (
        r"this is the mail (?:system|delivery agent)|qmail-send program|permanent (?:fatal )?error|"
        r"relaying denied|over quota|quota exceeded"
    ),
    (
        r"host or domain name not found|connection timed out|message (?:that you sent )?(?:has not|"
        r"could not|cannot) be(?:en)? delivered"
    ),
    r"reporting-mta:|final-recipient:|diagnostic-code:|remote-mta:",
    (
        r"kan niet worden (?:bezorgd|afgeleverd)|kon niet worden (?:bezorgd|afgeleverd)|"
        r"is niet (?:bezorgd|afgeleverd)|onbestelbaar|is niet gevonden (?:op|bij)|is vertraagd"
    ),
    (
        r"konnte nicht (?:zugestellt|übermittelt)|nicht zugestellt werden|unzustellbar|"
        r"empfänger unbekannt|unbekannter empfänger|wurde bei \S{1,80} nicht gefunden"
    ),
    (
        r"n'a pas pu être (?:remis|distribué|délivré|livré|transmis)|n'ont pas pu|utilisateur inconnu|"
        r"adresse (?:inconnue|introuvable)|est introuvable (?:sur|chez)|impossible de remettre|boîte (?:pleine|inconnue)"
    ),
)
DAEMON_NAMES = (
    r"mail(?:er)?[- ]?daemon",
    (
        r"mail delivery (?:sub)?system|mail delivery service|mail administrator|delivery subsystem|"
        r"postmaster"
    ),
    r"mailadministrator|bezorgingssysteem|mailsysteem",
)
DAEMON_LOCAL_PARTS = (
    "mailer-daemon",
    "mailer_daemon",
    "mailerdaemon",
    "postmaster",
    "mail-daemon",
    "mdaemon",
    "bounce",
    "bounces",
    "mailerror",
    "maildaemon",
    "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e",
)

# A subject that an automatic reply begins with (after it may stand ours).
AUTOMATIC_SUBJECTS = (
    (
        r"^\W{0,3}(?:automatisch(?:e)? (?:antwoord|beantwoording|reactie|bericht)|automatic (?:reply|"
        r"response)|auto(?:matic)?[- ]?(?:reply|response|antwoord|respuesta))"
    ),
    (
        r"^\W{0,3}(?:automatische (?:antwort|rückantwort)|automatisch generierte|réponse automatique|"
        r"message (?:automatique|d'absence)|respuesta automática|risposta automatica)"
    ),
    (
        r"^\W{0,3}(?:out[- ]of[- ](?:the )?office|ooo\b|away (?:from|until)|on (?:annual |maternity |"
        r"sick )?leave|on vacation|vacation (?:reply|message|response))"
    ),
    (
        r"^\W{0,3}(?:afwezig(?:heid(?:s(?:bericht|melding|assistent))?)?|niet aanwezig|met (?:verlof|"
        r"vakantie)|vakantie(?:bericht|melding))\b"
    ),
    (
        r"^\W{0,3}(?:abwesen(?:heit|d)|abwesenheits(?:notiz|nachricht|assistent|mitteilung)|"
        r"außer haus|nicht im (?:büro|haus)|urlaubs)"
    ),
    r"^\W{0,3}(?:absence|absent|en congé|en vacances|indisponib)",
    (
        r"\(?(?:abwesenheitsnotiz|automatische antwort|automatic reply|automatisch antwoord|"
        r"réponse automatique|out of office|afwezigheidsbericht)\)?$"
    ),
    r"(?:réponse automatique|abwesenheitsnotiz|afwezigheidsassistent|absence du bureau)",
)
# "I am not there": alone it is a remark that people make, too.
ABSENT = (
    (
        r"\b(?:ben|was) ik (?:[^\n.]{0,60} )?(?:afwezig|niet (?:aanwezig|bereikbaar|op kantoor|"
        r"in de gelegenheid)|met (?:verlof|vakantie|zwangerschapsverlof|reces|pensioen)|op vakantie|"
        r"vrij|ziek|in het buitenland)"
    ),
    (
        r"\bik ben (?:[^\n.]{0,60} )?(?:afwezig|niet (?:aanwezig|bereikbaar|op kantoor)|met (?:verlof|"
        r"vakantie|zwangerschapsverlof)|op vakantie|op reis)"
    ),
    (
        r"\b(?:afwezig|met verlof|op vakantie|niet (?:aanwezig|op kantoor|bereikbaar)) (?:van|t/m|"
        r"tot)\b|\bons kantoor is [^\n.]{0,40}gesloten"
    ),
    (
        r"\bi(?:'m| am| will be|'ll be) (?:[^\n.]{0,50} )?(?:out of (?:the )?(?:office|country)|away|"
        r"on (?:\w+ )?leave|on (?:holiday|vacation|mission)|travell?ing|not in the office|unavailable)"
    ),
    (
        r"\b(?:our|the) office (?:is|will be) closed\b|\bcurrently (?:out of office|away|on leave|"
        r"unavailable)"
    ),
    (
        r"\bich (?:bin|befinde mich)[^\n.]{0,70} (?:nicht (?:im (?:büro|haus|hause)|erreichbar|"
        r"anwesend)|abwesend|im urlaub|außer haus|in elternzeit|auf dienstreise|verreist)"
    ),
    (
        r"\bich bin (?:vom|bis|ab|am|derzeit|zurzeit|momentan)\b[^\n]{0,80}(?:nicht im|abwesend|"
        r"urlaub|erreichbar)|\bunser büro ist [^\n.]{0,40}geschlossen"
    ),
    (
        r"\bje (?:suis|serai)(?: actuellement)?(?: en)? (?:absente?|indisponible|(?:en )?congés?|"
        r"vacances|mission|déplacement|hors du bureau|(?:en )?arrêt)"
    ),
    r"\b(?:notre bureau|nos bureaux) (?:est|sont|sera|seront) fermés?",
)
# What a person would not say to an office with the news of being away.
UNATTENDED = (
    (
        r"lees ik mijn (?:e-?)?mail niet|mijn (?:e-?)?mail(?:s|box)? (?:wordt|worden) (?:niet|slechts|"
        r"onregelmatig)|(?:uw|je) (?:(?:e-?)?mail|bericht) wordt (?:niet|in deze periode niet)"
    ),
    (
        r"(?:beperkt|geen|weinig|sporadisch) (?:toegang tot|mogelijkheid om|mijn) [^\n.]{0,20}(?:mail|"
        r"berichten)|zo spoedig mogelijk na mijn (?:terugkeer|vakantie)|na mijn (?:terugkeer|vakantie|"
        r"verlof) (?:beantwoord|reageer|lees)"
    ),
    (
        r"(?:limited|no|little|intermittent|hardly any) (?:access to|internet|e-?mail)|"
        r"not (?:be )?(?:checking|reading|monitoring) (?:my )?(?:e-?)?mails?|"
        r"respond (?:to your \w+ )?(?:upon|when|after|on) my return|(?:will|shall) (?:reply|respond|"
        r"get back)[^\n.]{0,40}(?:return|back|soon)"
    ),
    (
        r"thank you for your (?:(?:e-?)?mail|message)|bedankt voor (?:uw|je) (?:(?:e-?)?mail|bericht)|"
        r"(?:vielen )?dank für (?:ihre|deine) (?:(?:e-?)?mail|nachricht)|merci (?:pour|"
        r"de) votre (?:message|mail|courriel)"
    ),
    (
        r"(?:ihre|deine) (?:(?:e-?)?mail|nachricht)(?:en)? (?:wird|werden) (?:nicht|in dieser zeit nicht|"
        r"automatisch)|e-?mails? (?:werden )?(?:nicht|nur unregelmäßig|nur sporadisch) (?:gelesen|"
        r"abgerufen|weitergeleitet|bearbeitet)|nach meiner rückkehr"
    ),
    (
        r"consulte[r]? (?:mes|ma) (?:messages|mails|courriels|messagerie)[^\n.]{0,60}|(?:accès|"
        r"accéder) (?:limité|restreint|irrégulier)|(?:dès|à) mon retour|votre (?:message|mail|"
        r"courriel) (?:ne sera|n'est) pas"
    ),
    (
        r"dit is een automatisch(?:e)? (?:bericht|antwoord|gegenereerd)|this is an auto(?:mat(?:ic|"
        r"ed))?[ -](?:reply|response|message)|dies(?:e|es)? (?:ist eine automatische|"
        r"e-?mail wurde automatisch)|ceci est (?:un message|une réponse) automatique"
    ),
)
URGENT = (
    (
        r"(?:voor|bij|in) (?:zeer )?(?:dringende|urgente|spoedeisende|spoed)[^\n.]{0,30}|bij spoed|"
        r"in geval van (?:nood|spoed)|kunt u (?:contact opnemen met|terecht bij|zich wenden tot)|"
        r"neem dan contact op met"
    ),
    (
        r"(?:for|in case of|in) (?:any )?(?:urgent|emergenc|immediate|pressing)[^\n.]{0,30}|"
        r"if (?:it(?:'s| is)|this is|your \w+ is|the matter is) urgent|please contact my (?:colleague|"
        r"assistant)"
    ),
    (
        r"in (?:dringenden|eiligen) (?:fällen|angelegenheiten)|wenden sie sich (?:bitte )?an|"
        r"bei dringenden"
    ),
    (
        r"en cas d'urgence|pour toute (?:urgence|question urgente|demande urgente)|(?:veuillez|"
        r"merci de) (?:contacter|vous adresser)"
    ),
)
# The writer wants something of us: a person, whatever else is said.
WANTS = (
    (
        r"\bgraag (?:wil|meld|kom|schrijf|neem|zou|geef|\d)|\bik (?:wil|zou|kom|meld|schrijf|geef|"
        r"moet)\b[^\n.]{0,60}(?:graag|aan|in|op|af|aanwezig|annuleren|komen)\b"
    ),
    (
        r"\b(?:meld|schrijf|geef|haal|zet|noteer)(?:t)? (?:ik )?(?:me|mij|ons|mijn|hem|haar)\b|"
        r"\b(?:kunt u|kan je|kun je|kunnen jullie|wilt u|wil je|willen jullie) (?:mij|me|ons|mijn|de|"
        r"het|er)\b|\bmeld ik (?:mij|me|ons)\b|\b(?:aan|af)melden voor de|\bis het mogelijk"
    ),
    (
        r"\bplease (?:register|cancel|add|put|sign|remove|save|reserve|confirm|change|take|"
        r"let me know)|\bi(?:'d| would) (?:like|love)|\b(?:could|can|would|may) (?:you|i|we)\b|"
        r"\bi (?:want|wish|need|have) to\b|\bsign me up|\bcount me in|\bi (?:have to|must) cancel"
    ),
    (
        r"\bhiermit (?!teile|informiere|weise|möchte|bestätige)\w+ ich\b|"
        r"\bbitte (?:melden|streichen|reservieren|notieren|registrieren|tragen|stornieren|nehmen sie (?!kontakt)|löschen|"
        r"ändern) |\bich (?:möchte|würde|melde|muss|nehme)\b|\bkönn(?:en|ten) sie (?:mich|uns|mir)\b|"
        r"\bmelde ich mich (?:an|ab)"
    ),
    (
        r"\bje (?:souhaite|voudrais|désire|veux|m'inscris|confirme|prends|dois)|\bj'aimerais|"
        r"\bmerci de (?:m'|me |nous )?(?:inscrire|annuler|réserver|noter|retirer|supprimer|corriger|modifier mon|cesser|ne plus)|\bne (?:me|nous) réservez|\b(?:mon adresse|me joindre|m'écrire)\b[^\n.]{0,60}\bpour la liste d'attente|\bpou(?:vez|rriez)-vous|"
        r"\bveuillez (?:m'|me |nous |annuler|noter|inscrire|retirer|cesser|supprimer|corriger)"
    ),
    (
        r"\bgraag (?:\w+ )?(?:een|één|twee|drie|vier|af ?melden|aan ?melden|inschrijven|annuleren|noteren|"
        r"reserveren|plaats|plek|plekken|plaatsen|op de lijst)|\bi(?:'ll| will| can)? (?:happily |gladly |also )*"
        r"(?:come|attend|join|take|accept|be there)\b|\bcount (?:me|us) in|\binscrivez-(?:moi|nous)|"
        r"\bich (?:komme|nehme|sage|bin dabei)|\bje (?:viens|viendrai|participe|participerai|serai là)|\bik kom\b"
    ),
    # A question or a word about what is the writer's own: no machine has a registration.
    (
        r"\b(?:am|was|did|do|should|must|have|were|are) (?:i|we)\b|\bhave you (?:received|got|noted)|"
        r"\bdid you (?:get|receive|note)|\b(?:my|our) (?:registration|booking|seat|place|spot|name|"
        r"(?:last|previous|earlier|first|own) (?:e-?mail|mail|message))|\bis (?:that|this|it) (?:right|correct|ok)"
    ),
    (
        r"\b(?:sta|staan) (?:ik|wij|we)\b(?! weer)|\bstaat (?:mijn|onze|mijne|er)|\bben ik (?:aangemeld|ingeschreven|"
        r"welkom|op tijd|te laat|nog)|\b(?:mag|moet|zal) ik\b|\bheeft u mijn|\bheb(?:ben|t)? (?:jullie|je|u) "
        r"(?:mijn|die|hem|het)|\b(?:mijn|onze|ons) (?:aanmelding|inschrijving|plek|plaats|plekken|naam|opgave|"
        r"(?:vorige|eerdere|eerste|laatste) (?:e-?mail|mail|mailtje|bericht))|\bklopt (?:dat|het|dit)"
    ),
    (
        r"\bbin ich (?:angemeldet|dabei|noch|zu spät|auf der)|\b(?:darf|soll|muss) ich\b|\bhaben sie meine|"
        r"\bplatz auf (?:meinen|den) namen|\b(?:meine|unsere|meinen|unseren|mein) (?:anmeldung|plätze|platz|name|registrierung|(?:letzte|vorige|"
        r"erste|frühere) (?:e-?mail|mail|nachricht))|\bstimmt (?:das|es)"
    ),
    (
        r"\b(?:suis|ai|puis|dois)-je\b|\best-ce que (?:je|nous|mon|ma|notre)|\bavez-vous (?:bien )?(?:reçu|noté)|"
        r"\b(?:mon|notre|ma|nos) (?:inscription|place|places|nom|réservation|(?:dernier|premier|précédent) "
        r"(?:mail|message|courriel))"
    ),
)
# Wishes and excuses, by whoever they are said.
CIVILITIES = (
    r"\b(?:happy|merry) (?:new year|christmas|easter|holidays?)|\bbest wishes|\bkind regards|\bhave a (?:nice|good|lovely|great)|"
    r"\b(?:sorry|apologies|apologi[sz]e) for (?:the|any)|\bthank(?:s| you) (?:for your (?:understanding|patience)|in advance)|"
    r"^\W*(?:hi|hello|greetings|thanks|thank you)\b(?: \w+)?\W*$",
    r"\b(?:fijne|prettige|goede|mooie) (?:\w+dagen|dag|kerst\w*|jaarwisseling|zomer|vakantie|week(?:end)?)|\bgelukkig nieuw ?jaar|"
    r"\bexcuses voor|\b(?:bedankt|dank) (?:alvast|voor (?:uw|je) (?:begrip|geduld))|\bmet (?:vriendelijke|hartelijke) groet|"
    r"^\W*(?:hallo|hoi|beste|dag|bedankt)\b(?: \w+)?\W*$",
    r"\b(?:frohes|gutes|schöne|frohe|schönes|schönen) (?:neues|fest|feiertage|weihnachten|ostern|wochenende|tag)|"
    r"\bentschuldigen sie|\b(?:danke|dank) für (?:ihr|dein) (?:verständnis|geduld)|\bmit freundlichen grüßen|"
    r"^\W*(?:hallo|guten tag|danke)\b(?: \w+)?\W*$",
    r"\b(?:belles|joyeuses|bonnes) (?:fêtes|vacances)|\bbonne (?:et heureuse )?(?:année|journée|semaine|soirée)|"
    r"\b(?:excuses|désolée?) pour|\bmerci (?:de|pour) votre (?:compréhension|patience)|\b(?:bien )?cordialement|"
    r"^\W*(?:bonjour|bonsoir|merci)\b(?: \w+)?\W*$",
)
# A word about an event, or about being there: not what a note says to whoever writes.
MACHINE_SUBJECTS = (
    (
        r"^(?:gelezen|read|gelesen|lu|ungelesen|niet gelezen|not read|non lu|leído|letto|read receipt|"
        r"leesbevestiging|return receipt(?: \(displayed\))?|lesebestätigung|accusé de (?:lecture|"
        r"réception)|confirmation de lecture|ontvangstbevestiging|empfangsbestätigung)\s?(?:-|:|\()"
    ),
)
RECEIPT_WORDS = (
    (
        r"(?:uw|je) bericht\b[^$]{0,600}gelezen|your message\b[^$]{0,600}(?:was read|has been (?:read|"
        r"displayed))|ihre nachricht\b[^$]{0,600}gelesen|votre message\b[^$]{0,600}(?:a été lu|lu le)"
    ),
    (
        r"this is a (?:return )?receipt|dit is een (?:lees|ontvangst)bevestiging|return receipt|"
        r"message (?:was )?displayed|wurde (?:gelesen|angezeigt)|(?:ungelesen|"
        r"zonder (?:te zijn )?gelezen|without being read|sans être lu)"
    ),
)
# Only with an empty mail or a calendar part: people write "Accepted: ..." too.
CALENDAR_SUBJECTS = (
    (
        r"^(?:accepted|declined|tentative(?:ly accepted)?|geaccepteerd|geweigerd|afgewezen|"
        r"voorlopig(?: geaccepteerd)?|zugesagt|angenommen|abgelehnt|mit vorbehalt|vorläufig|accepté|"
        r"refusé|décliné|provisoire)\s?:"
    ),
)
CALENDAR_STOCK = (
    (
        r"has (?:accepted|declined|tentatively accepted|replied)[^\n]{0,60}invitation|heeft (?:deze|"
        r"je|uw|de) uitnodiging (?:geaccepteerd|geweigerd|afgewezen|voorlopig)|hat (?:diese|ihre|"
        r"die) einladung|a (?:accepté|refusé|décliné)[^\n]{0,30}invitation"
    ),
)
