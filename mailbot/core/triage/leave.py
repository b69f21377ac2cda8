"""What a note of absence says in its writer's own words: snow, trains, a desk that waits. Data only.

The same form as ``absence``. Each family is one remark, and people make it as well ("back at my desk on Monday");
a note strings two or three of them together and asks nothing.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_AUTO = IgnoreKind.AUTO_REPLY

# When work goes on.
BACK_AT_WORK = Tell(_AUTO, Place.TEXT, 2, (
    r"\bback (?:at|behind|to|on) (?:my|the) (?:desk|computer|keyboard|laptop|post|job|office)\b|\bback (?:in (?:the )?office|at work|to work|on duty|online)\b|\b(?:return|returning) to (?:the office|work|my desk|my post)\b|\b(?:resume|start) work(?:ing)? (?:again )?on\b|\bmy first day back\b",
    r"\b(?:weer|terug) (?:aan het werk|aan de slag|achter (?:mijn|het) (?:bureau|laptop|scherm|computer|toetsenbord)|op (?:kantoor|mijn (?:plek|post|werk))|in functie|paraat|online)\b|\bhervat (?:ik )?(?:mijn )?(?:werk|werkzaamheden)\b|\bmijn eerste werkdag\b",
    r"\b(?:wieder|zurück) (?:\w+ )?(?:am (?:schreibtisch|platz|arbeitsplatz|rechner|computer)|im (?:büro|dienst|haus|amt|einsatz)|an bord|hinter dem schreibtisch|bei der arbeit|online)\b|\b(?:wieder (?:für (?:sie|euch|dich)|wie gewohnt)) (?:\w+ ){0,3}(?:da|erreichbar)\b|\bmein erster arbeitstag\b",
    r"\bde retour (?:\w+ ){0,2}(?:au bureau|à mon (?:poste|bureau)|parmi vous|derrière mon)\b|\b(?:reprends|reprendrai|retrouverai|retrouve) (?:le travail|le chemin|mes fonctions|mon (?:poste|bureau|clavier|service)|mes activités|du service)\b|\ble bureau rouvre\b",
))  # fmt: skip

# Where the writer is instead.
AWAY_HOW = Tell(_AUTO, Place.TEXT, 2, (
    r"\bi(?:'m| am) (?:currently |now |just |finally )?(?:off (?:on|until|till|to the|for (?:a|the|my|some))|taking (?:some |a |my )?(?:time off|break|leave|days? off|well-earned)|enjoying (?:some|a|my) (?:\w+ )?(?:time|break|rest|holidays?|leave|days)|offline|unplugged|switching off)\b|\b(?:away from|nowhere near) (?:my|the) (?:desk|keyboard|computer|laptop|inbox)\b|\bi(?:'m| am) (?:attending|at|in|on) (?:a|an) (?:conference|training|workshop|retreat|course|offsite|away day)\b[^.!?]{0,60}\b(?:until|slow|today|tomorrow|till|all (?:day|week))\b|\b(?:unwell|ill|off sick|on sick leave) and (?:not|unable|won't|cannot|will not)\b|\bi(?:'ve| have) (?:now )?gone on (?:\w+ )?leave\b",
    r"\bik (?:heb|neem|geniet)\b[^.!?]{0,50}\b(?:vakantie|vrij|verlof|sabbatical|(?:paar )?(?:weken|dagen) (?:rust|vrij|pauze)|een pauze|adempauze|time-?out)\b|\b(?:ben|zit) (?:ik )?[^.!?]{0,40}\b(?:op (?:training|cursus|studiereis|projectbezoek|werkbezoek|dienstreis|congres|retraite|wintersport)|in (?:de (?:sneeuw|zon|bergen|trein|lucht)|het veld|bespreking)|offline|er (?:even )?(?:niet|tussenuit))\b|\b(?:reis|reizen|fiets|wandel|vaar|trek) (?:ik|we|wij) (?:door|naar|in|over|langs)\b|\b(?:vandaag|morgen|deze week|vrijdags?|woensdags?) werk ik niet\b|\b(?:reactie|antwoord) (?:op zich|op me) (?:laten )?wachten\b",
    r"\bich (?:habe|mache|nehme|gönne|genieße)\b[^.!?]{0,3}(?:(?:[^.!?]|\.(?=\s?\d)|(?<=\d)\.){0,60}?)\b(?:urlaub|frei|forschungs(?:frei)?semester|freisemester|sabbatical|auszeit|resturlaub|überstunden|ferien|elternzeit|pause)\b|\bich bin\b(?:[^.!?]|(?<=\d)\.){0,60}?\b(?:in (?:einer )?(?:klausur|der sonne|den bergen|besprechungen|kur|reha)|auf (?:einer )?(?:fortbildung|schulung|konferenz|tagung|messe|klausurtagung)|unterwegs|offline|nicht am rechner|erkrankt und|krank und)\b|\bkrankheitsbedingt\b|\b(?:laptop|rechner|handy) (?:\w+ ){0,2}(?:zu|aus|daheim|zuhause)\b",
    r"\bje (?:profite|prends|m'absente|m'accorde|m'octroie)\b[^.!?]{0,50}\b(?:jours?|congés?|vacances|pause|repos|neige|soleil|bureau)\b|(?:^|[.!?:,;] ?|\bsuis |\bserai )(?:actuellement )?en (?:formation|déplacement|rtt|récupération|séminaire|mission|tournée|voyage|réunion)\b[^.!?]{0,40}\b(?:jusqu|toute la|du \d|aujourd'hui|cette semaine|demain|ce jour)|\bsur le terrain\b[^.!?]{0,30}\b(?:jusqu|cette|du \d|toute)|\bétant (?:actuellement )?(?:en|absente?|souffrante?)\b|\b(?:pas|peu) au bureau (?:le|les|ce|aujourd|cette|du)\b|\bà temps partiel\b",
))  # fmt: skip

# What becomes of the mail.
LIES_UNREAD = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:stays?|remains?|goes?|go|lies?|left|deleted) (?:\w+ )?(?:unread|unanswered|unattended|unopened)\b|\b(?:won't|will not|can't|cannot|not) (?:be )?(?:see|seeing|read|reading|open|opening|answer|answering|check|checking|look at|looking at) (?:\w+ )?(?:it|this|yours?|e-?mails?|mails?|messages?|anything)\b|\bsafe in my inbox\b|\b\d+ unread (?:e-?)?mails\b|\bslow to (?:answer|reply|respond)\b|\bnot reading my (?:e-?)?mails?\b|\b(?:mailbox|inbox|address|account) (?:will be|is being|is to be|gets?) (?:shut|closed|deleted|switched)",
    r"\b(?:blijft|blijven|staat) (?:\w+ ){0,3}(?:ongelezen|liggen|onbeantwoord|ongeopend)\b|\b(?:hou|houd) (?:ik )?(?:\w+ ){0,2}mail (?:\w+ )?niet bij\b|\bmijn (?:e-?)?mail(?:box)? (?:\w+ ){0,2}niet (?:bij|gelezen|gecheckt|geopend|bijhou\w*)\b|\blees ik (?:\w+ ){0,4}niet\b|\bniet (?:automatisch )?doorgestuurd\b|\bworden (?:\w+ )?niet (?:gelezen|beantwoord|doorgestuurd|bekeken)\b|\bpaar dagen nodig om alles\b|\bwordt (?:\w+ ){0,3}niet (?:meer )?(?:gelezen|bewaard|bekeken)\b",
    r"\b(?:bleib(?:t|en)|liegt|liegen)\b(?:[^.!?]|(?<=\d)\.){0,40}?\b(?:ungelesen|unbeobachtet|unbearbeitet|unbeantwortet|liegen|geschlossen|unbesetzt)\b|\bnicht (?:automatisch )?weitergeleitet\b|\bnicht bearbeiten\b|\bwird (?:\w+ ){0,3}(?:gelöscht|abgeschaltet|nicht (?:mehr )?gelesen)\b|\b(?:beantworte|lese|bearbeite) ich (?:\w+ )?(?:nur|nicht|erst|kaum)\b|\b(?:dauert|verzögert) (?:sich )?(?:die|meine|eine) (?:antwort|rückmeldung)\b|\blese ich (?:morgen|danach|erst|am)\b",
    r"\b(?:restera|resteront|reste) (?:sans réponse|non lue?s?|en attente)\b|\bne (?:sera|seront) pas (?:transférée?s?|lue?s?|traitée?s?|transmise?s?)\b|\bpas en mesure de (?:vous )?répondre\b|\bn'est plus (?:relevée?|consultée?|utilisée?|lue?)\b|\bne (?:lis|consulte|consulterai|lirai|relève) (?:\w+ ){0,3}(?:que|pas|plus)\b|\bsera traitée? à\b|\b(?:prendrai|prendrons) connaissance\b|\bréponds? dès que\b|\brépondrai dès\b",
))  # fmt: skip

# To whom it may matter: send it again, ring, ask another.
ONCE_MORE = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:re-?send|send) (?:it|your (?:\w+ )?(?:e-?mail|message)|yours|this)? ?(?:again|then|anew|after)\b|\bif (?:it|yours|your \w+|this|something|anything|the matter|it really) (?:is|'s|matters|can't|cannot|really|burns)\b[^.!?]{0,30}\b(?:urgent|wait|fire|matters|burning|important|pressing|please)\b|\b(?:if|should) (?:\w+ ){1,4}(?:can't|cannot|can not) wait\b",
    r"\bstuur (?:je|uw|het|hem)\b[^.!?]{0,40}\b(?:opnieuw|nogmaals|nog eens|later)\b|\b(?:kan|mag) het (?:echt )?niet wachten\b|\bis het (?:\w+ )?(?:urgent|dringend)\b|\b(?:heb|heeft) (?:je|u) haast\b|\bhaast\? |\b(?:bel|app|sms) (?:me|dan|gerust) (?:\w+ )?(?:even|me|met|naar|mijn)\b",
    r"\b(?:senden|schicken) sie (?:\w+ ){0,4}(?:erneut|noch ?mals?|noch einmal|später)\b|\b(?:eilige|dringende|wichtige)s? (?:dinge|sachen|fälle|anfragen|fragen|anliegen)?\b ?(?:bitte|an|per|gern)\b|\bwenn es (?:eilt|brennt|dringend|pressiert)\b|\b(?:wenden|richten) (?:sie )?(?:\w+ ){0,5}(?:sich )?(?:bitte )?an (?:das|die|den|meine|frau|herrn|unsere?) (?:sekretariat|zentrale|kolleg\w+|team|vertretung|empfang|\w+stelle)\b|\bwenden sich bitte an\b|\bsteht (?:ihnen|euch|dir) (?:\w+ )?(?:gern|gerne) (?:zur verfügung|weiter)\b|\bhilft (?:ihnen|euch|dir)\b|\bmeine (?:vertretung|nachfolge|nachfolgerin|kollegin)\b[^.!?]{0,30}\b(?:ist|hat|übernimmt|hilft|übernommen)\b",
    r"\b(?:renvoyer|renvoyez|réécri\w+|relance[rz])[^.!?]{0,40}\b(?:après|ensuite|à partir|dès|date)\b|\bsi (?:c'est|cela|votre \w+|ça) (?:est |ne peut |presse|urge|ne souffre )?(?:urgent|pas attendre|presse)?\b[^.!?]{0,10}\b(?:appel|voyez|écri|contact)|\bpour toute urgence\b|\bvotre interlocut(?:eur|rice) est\b|\bassure(?:ra)? (?:mon|le) remplacement\b|\bje vous invite à (?:vous adresser|contacter|écrire)\b|\bvous pouvez (?:\w+ )?joindre\b|\bmerci de contacter\b",
))  # fmt: skip

# An address that is no more, and the one to write to.
NEW_ADDRESS = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:please )?(?:update|amend) your (?:records|contacts|address book)\b|\bmy new (?:e-?mail )?address is\b|\bfind me on linkedin\b|\bcontact \S+@\S+ instead\b|\b(?:wrote|written) to (?:is|has) (?:no longer|been)\b",
    r"\bik heb een nieuw (?:e-?)?mailadres\b|\bmijn nieuwe (?:e-?)?mailadres is\b|\b(?:mail|schrijf|bereik) (?:me|mij) (?:s\.?v\.?p\.? |voortaan |nu |dus |graag )*(?:op|via|aan) \S+@|\bgebruik (?:voortaan|nu|vanaf nu|in het vervolg)\b[^!?]{0,20}\S@",
    r"\b(?:schreiben|mailen) sie mir (?:bitte )?(?:künftig|ab sofort|in zukunft|fortan)? ?(?:bitte )?(?:an|unter)\b|\bmeine neue (?:e-?mail-?)?adresse (?:lautet|ist)\b|\bnicht mehr gültig\b|\bkünftig an\b[^!?]{0,20}\S@",
    r"\b(?:noter|notez|utiliser|utilisez) (?:désormais |dorénavant )?(?:ma|notre) nouvelle adresse\b|\bma nouvelle adresse (?:est|:)|\bécri(?:re|vez)(?:-moi)? (?:désormais|dorénavant|maintenant)\b|\bne me parviendra pas\b",
))  # fmt: skip

LEAVE: tuple[Tell, ...] = (BACK_AT_WORK, AWAY_HOW, LIES_UNREAD, ONCE_MORE, NEW_ADDRESS)
