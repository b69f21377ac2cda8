"""What is said while nobody reads: absence notes, closed offices, other desks' acknowledgements. Data only.

Each family weighs so many points and counts once; ``weighing`` adds them up. " … " stands for anything
within the sentence. A family is added to by writing another phrase, in lower case.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_AUTO = IgnoreKind.AUTO_REPLY
_LEAVE = (
    r"(?:annual |maternity |paternity |parental |sick |medical |study |family |compassionate |home |"
    r"extended |unpaid |sabbatical |long |short |a )*"
)
_VERLOF = r"(?:zwangerschaps|ouderschaps|bevallings|geboorte|vader|ziekte|studie|zorg|kraam|jaar)?(?:verlof|vakantie|reces)"

ABSENT_SUBJECT = Tell(_AUTO, Place.SUBJECT, 3, (
    rf"^\W*(?:i am |i'm |currently |now |away )?on {_LEAVE}(?:leave|holidays?|vacation|mission|sabbatical)",
    r"^\W*(?:i am |i'm |currently )?out of (?:the )?(?:office|country)",
    r"^\W*(?:i am |i'm )?(?:currently )?(?:away|travell?ing|absent|unavailable)(?: (?:from|until|till|on)|$| ?[-:])",
    r"^\W*(?:i am |i'm )?no longer (?:at|with|working|employed|here)",
    r"^\W*i (?:have left|no longer work|don't work)",
    r"^\W*(?:has left|left) (?:the )?(?:company|organi[sz]ation)",
    r"^\W*(?:away|absence|vacation|holiday|leave) (?:message|notice|note|notification|reply)",
    r"^\W*(?:our |the )?offices? (?:is |are |will be )?closed",
    r"^\W*(?:christmas|holiday|summer|winter|office|easter) (?:closure|closing|break|opening hours)",
    rf"^\W*(?:ik ben )?(?:met|op|wegens) {_VERLOF}",
    r"^\W*(?:ik ben )?(?:afwezig|niet aanwezig|niet op kantoor|niet bereikbaar|even weg|op reis)(?:\b(?! (?:op|voor) ))",
    r"^\W*(?:ik werk )?(?:hier )?niet (?:meer|langer) (?:werkzaam|in dienst|bij)",
    r"^\W*(?:ik ben )?uit dienst",
    r"^\W*(?:ons |het )?(?:kantoor|secretariaat|bureau) (?:is )?(?:gesloten|dicht)",
    r"^\W*(?:kerst|zomer|vakantie|kantoor|winter)(?:sluiting|stop|reces)",
    r"^\W*(?:gewijzigde )?(?:openingstijden|bereikbaarheid) (?:kerst|feestdagen|kantoor|tijdens|rond)",
    r"^\W*(?:bin |ich bin )?(?:im urlaub|in elternzeit|in mutterschutz|abwesend|außer haus|nicht im (?:büro|haus|dienst))",
    r"^\W*(?:urlaub|elternzeit|mutterschutz|betriebsferien|weihnachtspause|abwesenheit|büroschließung)(?:snotiz)?(?: (?:vom|bis|ab)|$| ?[-:])",
    r"^\W*(?:nicht mehr (?:im unternehmen|bei|tätig)|ausgeschieden)",
    r"^\W*(?:unser |das )?(?:büro|sekretariat|geschäftsstelle) (?:ist )?geschlossen",
    r"^\W*(?:je suis )?(?:actuellement )?(?:en |de )?(?:congés?|vacances|arrêt maladie|déplacement|mission)(?: (?:du|jusqu|maternité|parental|annuel)|$| ?[-:])",
    r"^\W*(?:je suis )?(?:absente?|indisponible|hors du bureau)(?: (?:du|jusqu|de|pour)|$| ?[-:])",
    r"^\W*(?:je ne travaille plus|ne fait plus partie|a quitté)",
    r"^\W*(?:fermeture|congés|vacances) (?:annuelles?|de (?:nos|notre|fin)|du bureau|des bureaux|de noël|estivale|scolaires)",
    r"^\W*(?:nos |notre |les )?bureaux? (?:est |sont )?fermés?",
))  # fmt: skip
# "Out of office Re: Confirmation": a machine puts its own words before our subject.
BEFORE_OUR_SUBJECT = Tell(_AUTO, Place.SUBJECT, 1, (
    r"^(?!(?:re|fwd?|aw|antw(?:oord|ort)?|tr|sv|wg|doorst)\b)[^:]{3,60} (?:re|aw|antw|tr|sv) ?: ",
    r"^(?!(?:re|fwd?|aw|antw(?:oord|ort)?|tr|sv|wg|doorst)\b)[^:]{3,40}: (?:re|aw|antw|invitation|confirmation|bevestiging|a seat is)",
))  # fmt: skip
SAYS_AUTOMATIC = Tell(_AUTO, Place.TEXT, 4, (
    r"(?:this|the following) (?:is|was) an auto(?:mat(?:ic|ed|ically))?[- ](?:\w+ )?(?:reply|response|message|answer|e-?mail|acknowledge?ment|notification)",
    r"(?:this|the) (?:mailbox|inbox|address|e-?mail|message|reply) (?:answers|replies|responds|is sent|was sent|has been sent|is generated|was generated|has been generated|is an) automatic",
    r"automatically generated (?:message|e-?mail|reply|response|confirmation)",
    r"(?:auto-?generated|computer[- ]generated|system[- ]generated) (?:message|e-?mail|reply|response)",
    r"my (?:mailbox|inbox|computer|e-?mail|mail program(?:me)?) (?:sends|sent|writes|wrote|answers) (?:this|you)[^.!?]{0,30} (?:by itself|on its own|without me|all alone)",
    r"mijn (?:mailbox|postvak|computer|mail|mailprogramma) [^.!?]{0,30}(?:vanzelf|uit zichzelf|zonder mij|op eigen houtje)",
    r"(?:verschickt|versendet|schreibt|schickt) mein (?:postfach|rechner|computer|mailprogramm)[^.!?]{0,20} (?:von allein|von selbst|selbst|ohne mich)",
    r"ma (?:boîte|messagerie)[^.!?]{0,40} (?:toute seule|d'elle-même|sans moi)",
    r"(?:dit|deze|het) (?:is|betreft) een automatisch(?:e)? (?:gegenereerd|verzonden|verstuurd|bericht|antwoord|reactie|mail|e-mail|ontvangst|melding)",
    r"(?:dit (?:bericht|antwoord)|deze (?:e-?mail|mail|reactie)) (?:is|wordt|werd) automatisch",
    r"automatisch (?:gegenereerde?|verzonden|verstuurde?|aangemaakte?) (?:bericht|e-?mail|mail|antwoord|reactie)",
    r"(?:dies|das|hier) (?:ist|handelt es sich um) (?:hierbei )?(?:um )?eine automatisch",
    r"(?:diese|die) (?:e-?mail|nachricht|antwort|mail) (?:wurde|wird|ist) automatisch",
    r"automatisch (?:generierte|erstellte|erzeugte|versandte) (?:antwort|nachricht|e-?mail|mail)",
    r"(?:ceci est|il s'agit d'|voici) ?(?:une?|d'une?)? ?(?:réponse|message|courriel|mail|accusé[^.]{0,20}) (?:généré )?automatique",
    r"(?:ce|cet) (?:message|courriel|e-?mail|mail) (?:est|a été) (?:généré|envoyé|émis|expédié)[^.]{0,20} automatique",
))  # fmt: skip
AWAY = Tell(_AUTO, Place.TEXT, 2, (
    r"(?:i am|i'm|i will be|i'll be|i shall be|am|currently|now|we are|we're) … out of (?:the )?(?:office|country|town)",
    rf"(?:i am|i'm|i will be|i'll be|am|currently|she is|he is|is) … on {_LEAVE}(?:leave|holidays?|vacation|mission|sabbatical)\b",
    rf"(?:i am|i'm|i will be|i'll be|am|currently)(?: \w+)? (?:on {_LEAVE}(?:leave|holidays?|vacation|mission|sabbatical)|away|travell?ing|unavailable|absent|out of (?:the )?office)\b",
    r"(?:i am|i'm|i will be|i'll be) … (?:not|away) (?:in|from) (?:the |my )?office",
    r"^(?:\W*(?:hi|hello)\W+)?(?:out of office|away from (?:the )?office|on leave)\b",
    r"(?:do not|don't) work on (?:mon|tues|wednes|thurs|fri)days?",
    rf"(?:ik ben|ben ik|wij zijn|zijn wij|zijn we|is) … (?:met|op) {_VERLOF}",
    r"(?:ik ben|ben ik|zijn wij|zijn we) … (?:afwezig|niet aanwezig|niet bereikbaar|niet op kantoor|minder goed bereikbaar|beperkt bereikbaar|op reis|op dienstreis|in het buitenland|uitgezonden)",
    r"(?:ik werk|werk ik) (?:niet op|op (?:maandag|dinsdag|woensdag|donderdag|vrijdag)[^.]{0,30} niet)",
    rf"^(?:\W*(?:hallo|hoi|beste)\W+)?(?:wegens|vanwege) {_VERLOF}",
    r"(?:ich bin|bin ich|ich befinde mich|befinde ich mich|wir sind) … (?:im (?:wohlverdienten )?urlaub|in elternzeit|im mutterschutz|in mutterschutz|abwesend|außer haus|nicht im (?:büro|haus|hause|dienst)|nicht erreichbar|auf (?:dienst)?reisen?|dienstreise|verreist|krankgeschrieben|nicht am platz|im krankenstand|im sabbatical)",
    r"(?:je suis|je serai|nous sommes|actuellement|suis|étant)[^.]{0,50} (?:en |de )(?:\w+ )?(?:congés?|vacances|mission|déplacement|arrêt|formation|voyage)\b",
    r"(?:je suis|je serai|actuellement|suis) … (?:absente?s?|indisponible|hors du bureau|injoignable|à l'étranger)\b",
))  # fmt: skip
UNTIL = Tell(_AUTO, Place.TEXT, 1, (
    r"(?:until|till|through|thru|from|between) (?:\w+ )?(?:the )?(?:end of |early |mid[- ]|late )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|christmas)",
    r"(?:back|return(?:ing)?|in (?:the )?office) (?:\w+ ){0,3}(?:on|by|in|at|from|after)? ?(?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|new)",
    r"(?:tot(?: en met)?|t/m|vanaf|tussen) (?:\w+dag )?(?:eind |begin |half |medio )?(?:\d|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende|kerst|nader)",
    r"(?:weer|terug|bereikbaar|aanwezig) (?:op|vanaf|per|in|aan|te|op kantoor|bereikbaar|aanwezig|terug)",
    r"(?:bis|ab|vom|zwischen)(?: zum| einschließlich| dem)? (?:anfang |ende |mitte )?(?:\d|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|montag|dienstag|mittwoch|donnerstag|freitag|nächst)",
    r"(?:wieder|zurück) (?:\w+ ){0,3}(?:da|erreichbar|im büro|im haus|zurück|anwesend|gern|für sie)",
    r"(?:jusqu'(?:au|à|en)|du \d|à partir du|de retour|dès le|entre le) ?",
))  # fmt: skip
UNREAD = Tell(_AUTO, Place.TEXT, 2, (
    r"(?:not|n't|neither|nor|hardly|rarely|only|no longer) … (?:read(?:ing)?|check(?:ing|ed)?|monitor(?:ing|ed)?|access(?:ing)?|look(?:ing)? at) (?:my |this |the |his |her |your |these )?(?:\w+ )?(?:e-?mails?|mails?|messages?|inbox|mailbox)",
    r"(?:will|shall|may|can)(?:not| not|n't) be (?:reading|checking|monitoring|able to (?:read|check|answer|reply|respond))",
    r"(?:limited|no|little|intermittent|patchy|irregular|infrequent|sporadic|restricted|poor|bad|reduced|without|unreliable|occasional|hardly any) (?:or no )?(?:access|internet|connection|connectivity|e-?mail|network|wi-?fi|coverage|signal)",
    r"(?:inbox|mailbox|account|address|e-?mail|mails?) (?:is|are|will) (?:not|no longer|only|rarely|un)[ -]?(?:be )?(?:\w+ )?(?:monitored|read|checked|attended|forwarded|in use)",
    r"(?:e-?mails?|messages?|your (?:e-?mail|message)) (?:will|are|is|has|have|was)(?: not| n't|n't)(?: be| been)? (?:read|forwarded|answered)",
    r"(?:lees|bekijk|beantwoord|check) (?:ik )?(?:mijn |geen |dan |de |deze )*(?:e-?)?mails?\b(?: \w+)? (?:niet|beperkt|onregelmatig|nauwelijks|sporadisch|weinig)",
    r"lees (?:ik )?(?:dan |nu |tijdelijk )?(?:geen|nauwelijks|niet) (?:mijn )?(?:e-?)?mails?",
    r"mijn (?:e-?)?mails?(?:box)? (?:wordt|worden) (?:\w+ )?(?:niet|slechts|onregelmatig|beperkt)",
    r"(?:beperkt|geen|weinig|slecht|nauwelijks|sporadisch|amper) (?:toegang|internet|bereik|verbinding|mogelijkheid|wifi|mail)",
    r"(?:uw|je) (?:e-?mail|mail|bericht) (?:wordt|is|zal) (?:\w+ ){0,4}(?:niet|gelezen|doorgestuurd|doorgezonden|bewaard|beantwoord)",
    r"(?:deze|dit|onze|de) (?:mailbox|inbox|postbus|e-?mailadres|adres|account) (?:wordt|is) (?:\w+ ){0,3}(?:niet|slechts|alleen|maar|onbeheerd|onbemand|één keer|eenmaal|vanaf|wekelijks)",
    r"(?:rufe|lese|bearbeite|beantworte|prüfe) (?:ich )?(?:meine |keine |in dieser zeit |derzeit )*(?:e-?)?mails? (?:\w+ ){0,3}(?:nicht|nur|selten|unregelmäßig|eingeschränkt)",
    r"(?:e-?mails?|nachrichten?|ihre (?:e-?mail|nachricht|mail)) (?:wird|werden|wurde) (?:\w+ ){0,4}(?:nicht|nur|selten|unregelmäßig)",
    r"(?:kein(?:en)?|eingeschränkten?|begrenzten?|nur (?:sporadisch|selten|unregelmäßig|eingeschränkt)\w*|schlechten?|kaum) (?:zugriff|zugang|internet|empfang|netz|e-?mail|mails)",
    r"(?:dieses|das|unser) (?:postfach|e-?mail-?postfach|konto|adresse) (?:wird|ist) (?:\w+ ){0,6}(?:nicht|nur|gelesen|abgerufen|unbesetzt|ehrenamtlich|einmal)",
    r"(?:ne |n')(?:\w+ ){0,3}(?:consulte|lis|lirai|consulterai|relève|relèverai|lue?s?|consultée?|relevée?|suivie?)[^.]{0,20} (?:pas|plus|que|rarement|peu|mes|ma)",
    r"(?:accès|connexion|réseau)(?: \w+){0,5} (?:limité|restreint|irrégulier|difficile|réduit|intermittent|sporadique|aléatoire)e?",
    r"(?:sans|peu d'|pas d'|aucun) ?(?:accès|connexion|internet|réseau)",
    r"(?:cette|la) (?:boîte|adresse|messagerie)[^.]{0,40} n'est (?:pas|plus|que)",
    r"votre (?:message|mail|courriel|e-mail) (?:ne sera|n'est|ne seront|sera (?:lu|traité) à)",
))  # fmt: skip
LATER = Tell(_AUTO, Place.TEXT, 2, (
    r"(?:will|shall|'ll) (?:\w+ ){0,3}(?:answer|reply|respond|get back|come back|be in touch|return|deal|attend|read)(?: \w+){0,6} (?:when i|on my|upon my|after my|once i|as soon as|after the|back|return|re-?open|later|shortly)",
    r"(?:on|upon|after|until) (?:my|our) return\b",
    r"(?:as soon as|when|once) (?:i am|i'm|i can|we are|we're|we can|possible|i get|i return)",
    r"(?:please )?(?:expect|allow for|bear with|be patient)[^.]{0,20} (?:delays?|slow|me|us|with)",
    r"(?:reageer|antwoord|beantwoord|lees|kom|reageren|beantwoorden|lezen|behandelen|verwerken)(?: \w+){0,8} (?:zodra|zo spoedig mogelijk|zo snel mogelijk|na mijn|na terugkomst|na terugkeer|bij terugkomst|als ik terug|vanaf)",
    r"(?:zodra|na|bij) (?:ik terug|mijn terugk|mijn vakantie|mijn verlof|terugk|we weer|wij weer)",
    r"(?:heb|hebt) (?:u |je )?(?:even|enig|een beetje)? ?geduld",
    r"(?:melde|antworte|beantworte|bearbeite|lese|kümmere|antworten|melden|beantworten|bearbeiten)(?: \w+){0,8} (?:sobald|nach meiner|nach unserer|nach der rückkehr|danach|umgehend|zeitnah|schnellstmöglich|in kürze)",
    r"nach (?:meiner|unserer) (?:rückkehr|abwesenheit)|(?:etwas|ein wenig) geduld|eine antwort erfolgt|danach sind wir",
    r"(?:répondrai|répondrons|reviendrai|reviendrons|recontacterai|prendrai connaissance|prendrons connaissance|traiterai|traiterons|lirai|sera traitée?)(?: \w+){0,6} (?:dès|à mon|à notre|à partir|dans les meilleurs|ultérieurement|à la)",
    r"(?:dès|à|avant) (?:mon|notre) retour|dès la réouverture|dans l'attente de mon retour",
))  # fmt: skip
DEPUTY = Tell(_AUTO, Place.TEXT, 2, (
    r"(?:urgent|emergency|emergencies|immediate|pressing|time-sensitive)(?: \w+){0,4} ?(?:[:,]|please|contact|call|e-?mail|write|text|reach|try)",
    r"(?:in|for) (?:case of |any )?(?:urgent|urgency|emergenc|immediate|pressing)",
    r"if (?:it(?:'s| is)|this is|your \w+ is|the matter is|you need|you require|urgent)[^.]{0,40}(?:urgent|immediate|assistance|contact|call|help|now|sooner)",
    r"(?:please|kindly|you (?:can|may)|instead|for [^.]{1,50}) (?:contact|get in touch with|reach out to|e-?mail|write to|refer to|turn to|call|direct)(?: \w+){0,8} (?:instead|colleague|in my absence|at|on|@|\S+@)",
    r"(?:in|during) (?:my|her|his|our|this) absence",
    r"(?:dringende?|urgente?|spoedeisende?|spoed|haast)(?: \w+){0,3} (?:zaken|vragen|gevallen|kunt|kun|kan|bel|neem|mail|is|contact|geval)",
    r"(?:bij|voor|in geval van|met) (?:dringende|urgente?|spoed|vragen over)",
    r"(?:kunt u|kun je|kan je|u kunt|je kunt|gelieve|graag) (?:\w+ ){0,5}(?:contact (?:op te nemen|opnemen)|terecht bij|zich wenden|je wenden|bellen met|mailen naar|te richten|sturen (?:aan|naar)|bereiken via)",
    r"neemt? (?:\w+ ){0,8}(?:contact op met|waar\b|mijn (?:taken|werk|zaken) (?:over|waar))|vervangt mij|waarnemer|waargenomen door|tijdens mijn (?:afwezigheid|verlof|vakantie)",
    r"(?:dringenden|eiligen|dringlichen|wichtigen)(?: \w+){0,2} (?:fällen|angelegenheiten|anliegen|fragen|sachen|dingen)",
    r"(?:wenden sie sich|wende dich|kontaktieren sie|schreiben sie|erreichen sie)(?: \w+){0,4} (?:an|meine|unter|bitte|in)\b|meine vertretung|vertritt mich|vertreten durch|während meiner abwesenheit|zwischenzeit",
    r"(?:en )?cas d'urgence|pour toute (?:urgence|question|demande|participation|information)|(?:veuillez|merci de|vous pouvez|prière de) (?:\w+ )?(?:contacter|vous adresser|joindre|écrire|prendre contact)|adressez-vous|(?:en|durant|pendant) (?:mon|son|notre) absence|remplacée? (?:pendant|durant)",
))  # fmt: skip
THANKS = Tell(_AUTO, Place.TEXT, 1, (
    r"(?:thank you|thanks|many thanks)(?: very much| so much)? for (?:your |the |getting in touch|contacting|writing|reaching out|e-?mailing)(?:e-?mail|mail|message|enquiry|inquiry|request|\b)",
    r"(?:bedankt|dank(?: je| u)?(?: wel)?|hartelijk dank)(?: \w+)? (?:voor (?:uw|je|jouw|het) )(?:e-?mail|mail|bericht|mailtje|vraag|aanvraag|verzoek)",
    r"(?:vielen |herzlichen |besten )?danke? für (?:ihre|deine|die|eure) (?:e-?mail|mail|nachricht|anfrage|mitteilung)",
    r"merci (?:beaucoup )?(?:pour|de) votre (?:message|mail|courriel|e-mail|demande)|(?:nous vous remercions|je vous remercie) (?:de|pour) votre (?:message|mail|courriel|demande)",
    r"(?:ihre|deine) (?:e-?mail|mail|nachricht|anfrage) … (?:eingegangen|erhalten)",
    r"(?:your|uw|je) (?:e-?mail|message|enquiry|bericht|mail) (?:is important|has reached|is in goede orde|has been received|is ontvangen)",
))  # fmt: skip
LEFT = Tell(_AUTO, Place.TEXT, 3, (
    r"(?:i|i've|i have) (?:have )?(?:left|retired from|moved on from|departed) (?!a |an |my |your |the room|out)",
    r"i (?:no longer work|don't work|am no longer (?:with|at|employed|working|affiliated)|am not (?:with|at|employed|working))",
    r"(?:update your (?:address|contact|records)|this (?:e-?mail )?(?:account|address) (?:will be|is being|has been) (?:closed|deactivated|discontinued|deleted))",
    r"(?:has left|is no longer (?:with|working|employed|at)) (?:the |our |us|\w+)[^.]{0,40}(?:\. |, )(?:please|for|her|his|your|kindly)",
    r"(?:ik werk|werk ik|ik ben|ben ik) … (?:niet meer|niet langer) (?:bij|werkzaam|in dienst|voor|in functie)",
    r"(?:ik ben|ben ik|ik ga|ga ik) … (?:met pensioen|uit dienst)|(?:is|zijn) (?:\w+ ){0,3}(?:niet (?:meer|langer) werkzaam|uit dienst)[^.]{0,40}\. (?:voor|u kunt|neem|uw)",
    r"(?:ich bin|ich arbeite|bin ich|arbeite ich) … (?:nicht mehr (?:bei|für|im|in|tätig|beschäftigt)|ausgeschieden|im ruhestand)|in den ruhestand (?:verabschiedet|gegangen)",
    r"(?:je ne travaille plus|je ne fais plus partie|j'ai quitté|je n'exerce plus|ne travaille plus (?:chez|au|à)|ne fait plus partie)",
))  # fmt: skip
CLOSED = Tell(_AUTO, Place.TEXT, 3, (
    r"(?:our|the) (?:\w+ )?(?:offices?|secretariat|helpdesk|desk|reception|switchboard)(?: \w+)? (?:is|are|will be|remains?|will remain) (?:\w+ )?(?:closed|unattended|unstaffed|shut)",
    r"(?:we are|we will be|we're) (?:\w+ )?closed (?:from|for|until|between|on|over|during)",
    r"(?:kantoor|secretariaat|bureau|helpdesk|balie|receptie|loket)(?: \w+){0,4} (?:is|zijn|blijft|wordt) (?:\w+ ){0,8}(?:gesloten|dicht|onbemand|niet bezet|onbezet|niet bereikbaar)",
    r"(?:is|zijn) (?:ons|het|onze|de) (?:\w+ )?(?:kantoor|kantoren|secretariaat|bureau)(?: \w+){0,4} (?:gesloten|dicht|onbemand)|(?:wij|we) zijn (?:\w+ ){0,6}(?:gesloten|dicht) (?:van|tot|tussen|t/m)",
    r"(?:büros?|geschäftsstelle|sekretariat|service|verwaltung)(?: \w+){0,3} (?:ist|sind|bleibt|macht|bleiben) … (?:geschlossen|nicht besetzt|unbesetzt|weihnachtspause|betriebsferien|urlaub|sommerpause|ferien)",
    r"(?:ist|bleibt|sind) (?:unser|das|unsere|die) (?:büro|geschäftsstelle|sekretariat) … (?:geschlossen|nicht besetzt|unbesetzt)|(?:wir machen|wir haben) (?:\w+ ){0,3}(?:betriebsferien|weihnachtspause|sommerpause|urlaub)",
    r"(?:bureaux?|secrétariat|accueil|association|service|équipe)(?: \w+){0,3} (?:est|sont|sera|seront|reste|restera) (?:\w+ ){0,2}(?:fermée?s?|en congés?|injoignables?)",
    r"(?:office|team|association|foundation|secretariat) (?:is taking|takes|will take) a break|(?:kantoor|team|vereniging|stichting|bureau) (?:houdt|heeft) (?:even )?(?:kerst|zomer|winter)?(?:pauze|reces|vakantie)|(?:verein|büro|team|stiftung) macht (?:eine |weihnachts|sommer|winter)?pause|(?:association|équipe|secrétariat|bureau|maison) (?:fait|fera) une pause",
    r"(?:fermeture|fermés?) (?:annuelle|de nos|de notre|de fin|du \d|pour congés|estivale)",
))  # fmt: skip
RECEIVED = Tell(_AUTO, Place.TEXT, 3, (
    r"(?:we have|we've|we|has been|was|have)(?: \w+)? received (?:your|a) (?:\w+ )?(?:e-?mail|message|request|enquiry|inquiry|question|query|complaint|ticket|application|order|submission)",
    r"your (?:\w+ )?(?:e-?mail|message|request|enquiry|inquiry|question|query|complaint|ticket|case|submission)(?: \S+)? (?:has been|was|is|have been) (?:\w+ )?(?:received|logged|registered|recorded|created|assigned|queued|forwarded|closed|resolved|solved|updated|under review)",
    r"(?:a|your) (?:support )?(?:ticket|case|request) (?:has been|was|number|id|reference|#)",
    r"(?:confirm|acknowledge)s? (?:the )?(?:receipt|reception) of your (?:e-?mail|message|request|letter|enquiry)",
    r"(?:wij|we|hebben)(?: \w+){0,2} (?:uw|je) (?:\w+ )?(?:e-?mail|mail|bericht|vraag|aanvraag|verzoek|melding|klacht|brief|reactie)(?: \w+){0,4} ontvangen",
    r"(?:uw|je) (?:\w+ )?(?:e-?mail|mail|bericht|vraag|aanvraag|verzoek|melding|klacht)(?: \S+){0,4} (?:is|wordt|werd|zal) (?:\w+ ){0,5}(?:ontvangen|geregistreerd|in behandeling|behandeld|aangemaakt|opgelost|afgehandeld|gesloten|verwerkt|toegewezen|doorgezet)",
    r"(?:ihre|deine) (?:\w+ )?(?:e-?mail|mail|nachricht|anfrage|mitteilung|meldung|ticket)(?: \S+){0,6} (?:ist|wurde|wird|haben) (?:\S+ ){0,7}(?:eingegangen|erhalten|erfasst|registriert|bearbeitet|angelegt|aufgenommen|geschlossen|gelöst|weitergeleitet)",
    r"(?:wir haben|haben wir) (?:ihre|deine) (?:\w+ )?(?:e-?mail|mail|nachricht|anfrage|mitteilung)(?: \w+){0,3} erhalten",
    r"(?:eingang|erhalt) (?:ihrer|deiner) (?:e-?mail|nachricht|anfrage|mail)",
    r"(?:votre|vos) (?:\w+ )?(?:message|mail|courriel|e-mail|demande|requête|ticket)s?(?: \S+){0,3} (?:a|ont|est|sera) (?:bien )?(?:été )?(?:bien )?(?:reçue?|enregistrée?|prise?|transmise?|traitée?|créée?|clôturée?|résolue?|parvenue?)",
    r"(?:nous avons|avons) (?:bien )?reçu votre (?:message|mail|courriel|e-mail|demande|requête)|(?:accusons|accuse) (?:bonne )?réception de votre",
))  # fmt: skip
RECEIVED_SUBJECT = Tell(_AUTO, Place.SUBJECT, 2, (
    r"(?:ontvangst|lees)bevestiging|bevestiging (?:van )?(?:de )?ontvangst|(?:uw|je) (?:bericht|vraag|aanvraag|melding|e-?mail) (?:is|aan|hebben|nr)",
    r"acknowledge?ment(?: of)?(?: receipt)?|receipt of your|we(?:'ve| have)? received your|thank you for (?:contacting|your (?:message|e-?mail|enquiry|request))|your (?:request|enquiry|message|ticket|case)",
    r"(?:empfangs|eingangs)bestätigung|ihre (?:anfrage|nachricht) (?:bei|vom|ist|an)|vielen dank für ihre (?:nachricht|anfrage|e-?mail)",
    r"accusé de réception|confirmation de réception|votre (?:demande|message) (?:a|n°|du)|nous avons bien reçu",
    r"\[?(?:ticket|case|request|melding|incident|anfrage|vorgang|dossier|demande|zaak|ref)\W{0,3}(?:id|nr|no|nummer|n°)?\W{0,3}\d{3,}|\[#?\w{0,8}-?\d{4,}\]|\(#\d{3,}\)|##\d{3,}##",
))  # fmt: skip
SOON = Tell(_AUTO, Place.TEXT, 1, (
    r"within (?:\w+ |\d+ ?-? ?\d* ){1,3}(?:working |business )?(?:days?|hours?|weeks?)|as soon as possible|shortly|in due course|one of our (?:\w+ )?(?:colleagues|agents|staff|team|employees|advisers)",
    r"binnen (?:\S+ ){1,4}(?:werkdag(?:en)?|dag(?:en)?|uur|weken)|zo (?:spoedig|snel) mogelijk|een van onze (?:medewerkers|collega's)|spoedig",
    r"innerhalb (?:von )?(?:\S+ ){1,3}(?:werktagen?|arbeitstagen?|tagen?|stunden)|schnellstmöglich|in kürze|baldmöglichst|(?:ein|einer unserer) mitarbeiter|so bald wie möglich|zeitnah",
    r"dans (?:les meilleurs délais|les plus brefs délais|un délai|les \d+)|sous \d+ ?(?:h|heures|jours)|au plus (?:vite|tôt)|un (?:de nos )?(?:conseillers?|agents?|collaborateurs?)",
))  # fmt: skip
NO_ANSWER = Tell(_AUTO, Place.TEXT, 3, (
    r"(?:please )?(?:do not|don't) (?:reply|respond|answer) (?:directly )?to this|replies to this (?:e-?mail|message|address)|cannot (?:reply|respond) to this|no-?reply (?:address|mailbox)",
    r"(?:niet|kunt u niet|gelieve niet|niet te|hoeft niet) (?:op (?:deze|dit) (?:e-?mail|mail|bericht) )?(?:te )?(?:reageren|beantwoorden|antwoorden) ?(?:op (?:deze|dit)|\.|,|!|$)|op (?:deze|dit) (?:e-?mail|mail|bericht|adres) (?:kunt u|kun je|kan) niet",
    r"antworten sie (?:bitte )?nicht (?:auf|direkt)|(?:bitte )?nicht auf diese (?:e-?mail|nachricht|mail)(?: zu)? (?:antworten|reagieren)|auf diese (?:e-?mail|nachricht) (?:kann|können) nicht",
    r"ne (?:répondez pas|pas répondre)(?: \w+)? (?:à|directement|sur) ?(?:ce|cet|cette|ci)?|merci de ne pas répondre|ne pas répondre à ce",
))  # fmt: skip
CHALLENGE = Tell(_AUTO, Place.TEXT, 4, (
    r"(?:to|before|in order to)(?: \w+){0,4} (?:deliver|delivered|release|receive|reach)(?: \w+){0,8} (?:click|confirm|verify|complete|reply|captcha|code)",
    r"(?:prove|confirm|verify) (?:that )?you(?:'re| are) (?:a )?(?:human|person|real|not a (?:robot|spammer|machine))|(?:on|to) (?:\S+ ){1,3}(?:approved|allowed|white)[ -]?list|to ensure (?:the )?delivery of your",
    r"(?:uses|protected by|beveiligd (?:met|door)|geschützt durch|se protège|protège sa|utilise)(?: \S+){0,4} (?:spam|anti-?spam|spamfilter|indésirables?|whitelist|mailinblack|spamarrest|boxbe)",
    r"(?:om|voordat|zodat) (?:uw|je) (?:bericht|mail|e-mail) (?:\w+ ){0,6}(?:afgeleverd|bezorgd|aankomt|te bezorgen|af te leveren|doorgelaten)[^!?]{0,80}(?:klik|bevestig|code|verifi)",
    r"(?:damit|um) ihre (?:nachricht|e-?mail|mail) (?:\w+ ){0,5}(?:zugestellt|zuzustellen|ankommt|freizugeben|freigegeben)[^!?]{0,80}(?:klick|bestätig|code|link)",
    r"(?:afin|pour) que votre (?:message|mail|courriel) (?:\w+ ){0,5}(?:remis|délivré|distribué|parvienne|transmis)[^!?]{0,80}(?:cliqu|confirm|code|authentif)|votre message (?:pour|à) [^.]{1,40} est en attente",
))  # fmt: skip

ABSENCE: tuple[Tell, ...] = (
    ABSENT_SUBJECT,
    BEFORE_OUR_SUBJECT,
    SAYS_AUTOMATIC,
    AWAY,
    UNTIL,
    UNREAD,
    LATER,
    DEPUTY,
    THANKS,
    LEFT,
    CLOSED,
    RECEIVED,
    RECEIVED_SUBJECT,
    SOON,
    NO_ANSWER,
    CHALLENGE,
)
