"""Weak signs, each a remark that people make as well: two or three together are no chance. Data only.

The same form as ``absence``.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_AUTO, _BOUNCE, _NOTE, _LIST, _SPAM = (
    IgnoreKind.AUTO_REPLY,
    IgnoreKind.BOUNCE,
    IgnoreKind.NOTIFICATION,
    IgnoreKind.LIST,
    IgnoreKind.SPAM,
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?s?"
_DAGEN = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag)(?:en|ochtend|middag)?"
_TAGE = r"(?:montag|dienstag|mittwoch|donnerstag|freitag)s?"
_JOURS = r"(?:lundi|mardi|mercredi|jeudi|vendredi)s?"

OFF_WORK = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:i'm|i am|we are|we're|i'll be|i will be|am|gone|currently)(?: \w+){0,3} (?:off(?: work| duty| sick| line|line| until| till| from| for| this| today| again)|offline|abroad|fishing|out of reach|unreachable|away|ill at home|off sick|afk|at a conference|in the field)\b",
    r"\b(?:(?<!this )time off|day off|days off|gone fishing|annual leave|bank holiday|from the field|field (?:visit|trip|mission)|monitoring visit|well-?deserved|(?:parental|sick|maternity|paternity|adoption|medical|study) leave)\b",
    rf"\bi (?:only )?(?:work|am in|'m in)(?: \w+){{0,4}} (?:part[- ]time|{_DAYS})\b|\bmy (?:working|office) (?:days|hours)|\bi work part[- ]time|\bam in on {_DAYS}",
    r"\b(?:er even tussenuit|even (?:weg|vrij|offline|niet bereikbaar)|vrije dagen?|niet aan het werk|niet op mijn werk|ziek thuis|ziek gemeld|ziekgemeld|uit de running|onder(?:ga|weg naar het buitenland)|welverdiende? (?:vakantie|rust)|kerstvakantie|zomervakantie|herfstvakantie|voorjaarsvakantie|met vrij|in het veld)\b",
    rf"\bik (?:werk|ben aanwezig|ben er)(?: \w+){{0,4}} (?:parttime|deeltijd|{_DAGEN})\b(?! (?:\w+ ){{0,2}}niet\b)|\bmijn (?:werk|kantoor)dagen|\bin (?:overleg|training|vergadering|bespreking|een training)\b[^.]{{0,30}}(?:t/m|tot)",
    r"\b(?:genieße|geniesse)(?: \w+){0,3} (?:urlaub|auszeit|freie)|\b(?:erkrankt|krank zu hause|krankgeschrieben|im krankenstand|im wohlverdienten|auszeit|dienstreise|nicht (?:im dienst|am arbeitsplatz|an meinem platz|da\b)|wieder im (?:dienst|büro|einsatz))",
    rf"\bich (?:arbeite|bin)(?: \w+){{0,3}} (?:in teilzeit|teilzeit|nur {_TAGE}|{_TAGE})\b|\bmeine (?:arbeits|büro)(?:tage|zeiten)",
    rf"\bje (?:travaille|suis présente?|suis là)(?: \w+){{0,4}} (?:à temps partiel|{_JOURS}|les {_JOURS})|\btemps partiel|\bpas (?:au bureau|présente?|disponible)(?: \w+){{0,3}} (?:{_JOURS}|avant|jusqu)|\bmes jours de (?:présence|travail)",
    r"\b(?:congé (?:annuel|maternité|maladie|parental)|en (?:congés?|vacances)|arrêt maladie|fait une pause|période de (?:congés|vacances)|souffrante?)\b",
))  # fmt: skip
BACK_THEN = Tell(_AUTO, Place.TEXT, 1, (
    rf"\b(?:back|return|returning|available|in (?:the )?office|reachable)\b[^.!?]{{0,40}}\b(?:{_DAYS}|\d{{1,2}}\b|january|february|next week|tomorrow)",
    r"\b(?:weer|terug)\b[^.!?]{0,40}\b(?:bureau|werk|kantoor|bereikbaar|klaar|aanwezig|online)|\bachter mijn bureau|\bweer voor (?:u|je|jullie) klaar",
    r"\bwieder\b[^.!?]{0,40}\b(?:dienst|büro|da|erreichbar|schreibtisch|für sie)|\bzurück\b[^.!?]{0,30}(?:\d|montag|dienstag|mittwoch|donnerstag|freitag|büro)",
    r"\b(?:de retour|serai de retour|reviens|reprendrai|reprise|rentrerai|rentre)\b",
))  # fmt: skip
THEN_READ = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:pick up|see|read|answer|get to|look at|reply to|deal with)(?: \w+){0,2} (?:mails?|e-?mails?|messages?|inbox)\b[^.!?]{0,30}\b(?:then|later|afterwards|now and then|occasionally|when|once|after)",
    r"\b(?:slow(?:er)?|delayed|late) (?:to (?:reply|respond|answer)|repl(?:y|ies)|responses?|answers?)|\bresponses? (?:may|might|can|could|will) (?:take|be)|\b(?:can(?:not|'t)|can't) wait\b",
    r"\b(?:mail|mails|e-mail|berichten) (?:lees|beantwoord|bekijk|check) ik(?: \w+){0,3} (?:daarna|dan|later|pas|weer)|\b(?:lees|beantwoord|check) ik (?:pas|daarna|later|dan|geen)|\breageer(?: ik)?(?: \w+){0,3} (?:trager|later|minder snel|langzamer|dan)|\btrager dan|\bmail wordt (?:door niemand|niet|voorlopig)|\bop andere dagen\b",
    r"\b(?:mails?|e-mails|nachrichten) (?:lese|beantworte|bearbeite) ich (?:erst|nur|wieder|danach|nicht)|\b(?:antworte|melde mich|schreibe)(?: \w+){0,3} (?:dann|danach|später|erst|mich dann)|\bmails? (?:werden|wird)(?: \w+){0,3} nicht|\beiliges\b|\bin dringenden",
    r"\b(?:lirai|lis|répondrai|réponds|traiterai)(?: \w+){0,4} (?:à ce moment|ensuite|lundi|mardi|mercredi|jeudi|vendredi|plus tard|à mon retour|dès)|\bpour les urgences|\ben attendant,|\ben cas de (?:besoin|nécessité)",
    r"\b(?:haast|spoed|dringend|urgent|urgence|eilig)\s?\?",
))  # fmt: skip
SOMEBODY_ELSE = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:can't wait|urgent|meanwhile|in the meantime|emergenc\w+|otherwise|instead|questions?|anything|help)\b[^.!?]{0,50}\b(?:ring|call|ask|mail|e-?mail|text|phone|contact|write to|reach)\b|\bplease (?:write|mail|e-?mail|contact|direct|address|refer|send|forward)[^.!?]{0,40} (?:to|at) \S+@|\b(?:colleagues?|assistant|deputy|successor)\b[^.!?]{0,40}(?:meanwhile|in the meantime|handles?|covering|covers|stands? in|takes? over|will help|is happy)",
    r"\b(?:haast|spoed|dringend|urgent|intussen|ondertussen|anders|vragen|nood)\b[^.!]{0,40}\b(?:bel|mail|app|vraag|bereik|contact|stuur)\b|\bstuur (?:je|uw) (?:vraag|mail|bericht)|\bmijn (?:opvolger|opvolgster|vervanger|vervangster|waarnemer|collega)\b[^.!?]{0,40}(?:is|neemt|helpt|via|bereik)|\bwaarnem(?:end|er|ing)|\bpas (?:je|uw) adresboek",
    r"\b(?:dringend|eilig|eiliges|zwischenzeit|vertretung|bei fragen|notfällen)\b[^.!?]{0,40}(?:bitte|an |ruf|wenden|hilft|\S+@)|\bbitte (?:richten|wenden|schreiben|senden|mailen)(?: \S+){0,6} (?:an |\S+@)|\bmeine? (?:vertretung|kollegin|kollege|nachfolger|nachfolgerin)\b[^.!?]{0,40}(?:ist|hilft|übernimmt|vertritt|erreichen)",
    r"\b(?:urgences?|en attendant|entre-temps|toute (?:question|correspondance|demande)|en mon absence)\b[^.!?]{0,60}(?:appel|contact|écri|adress|joign|peut vous|pourra vous|\d\d \d\d|\S+@)|\b(?:mon|ma) (?:collègue|successeur|remplaçante?|assistante?)\b[^.!?]{0,40}(?:est|peut|pourra|prend|assure)",
))  # fmt: skip
NO_LONGER = Tell(_AUTO, Place.TEXT, 3, (
    r"\b(?:this (?:employee|person|colleague|user)|the person you)\b[^.!?]{0,40}\b(?:has left|no longer|is not|left|doesn't)|\b(?:has|have) (?:retired|left (?:our|the|this) \w+)|\b(?:passed away|sadness)\b[^.!?]{0,80}(?:inform|files|contact)|\bwith great sadness",
    r"\b(?:werk(?:t|zaam)?|in dienst)\b[^.!?]{0,20}\bniet meer\b|\bniet (?:meer|langer)\b[^.!?]{0,20}\b(?:werkzaam|in dienst|werk)|\b(?:is|ben) (?:met pensioen|overleden|uit dienst)|\b(?:mijn|zijn|haar) opvolg(?:er|ster)",
    r"\bnicht mehr (?:bei uns|für uns|im haus|in unserem|im amt|tätig|beschäftigt)|\b(?:in|im) (?:rente|ruhestand|pension)\b|\bverstorben\b|\b(?:mein|sein|ihr)e? nachfolger",
    r"\b(?:a|ai) (?:pris sa|pris ma) retraite|\b(?:ne travaille plus|n'est plus (?:en poste|parmi|à ce)|a quitté (?:notre |l'|sa |son |ses |la |le )(?:association|organi[sz]ation|entreprise|société|structure|équipe|service|poste|fonctions?|ministère|fondation|institution|ong|direction|délégation|ambassade|université|rédaction)|ne fait plus partie|est décédée?)|\b(?:mon|son) successeur",
))  # fmt: skip
OTHER_DESK = Tell(_AUTO, Place.TEXT, 2, (
    r"\byou have reached\b|\b(?:responses?|answers?|repl\w+) (?:may|might|can|within|times?)[^.!?]{0,30}(?:days?|hours?)|\bdue to (?:the )?(?:high|large|great) (?:volume|number)|\byour (?:call|message|question) (?:matters|is important)|\b(?:case|ticket|reference) (?:number|id|no)\b|\b(?:was|has been) opened\b|\bwe (?:aim|try|strive|endeavour) to (?:reply|respond|answer)",
    r"\bleuk dat (?:je|u) ons|\b(?:we|wij) doen ons best|\b(?:we|wij) (?:streven|proberen) (?:ernaar )?|\bbij ons binnengekomen|\bheeft (?:kenmerk|nummer|zaaknummer|referentie)|\b(?:u|je) (?:hoort|ontvangt|krijgt)(?: \w+){0,3} (?:binnenkort|bericht|antwoord|reactie|van ons)|\bonder (?:kenmerk|nummer|zaaknummer)|\bteam klantcontact|\bvia (?:onze|ons) (?:website|site|formulier|portaal)|\bop onze (?:website|site)|\bwegens (?:grote )?drukte|\bbinnen (?:\w+ )?(?:werk)?dagen\b",
    r"\b(?:ist|sind) bei uns (?:angekommen|eingetroffen|eingegangen)|\bwir (?:bemühen|kümmern|werden) uns\b|\brasche (?:antwort|bearbeitung)|\b(?:vorgangs|ticket|bearbeitungs)nummer|\büber unser(?:e)? (?:portal|website|webseite|formular)|\bauf unserer (?:website|webseite|homepage)|\bwegens? (?:des )?(?:hohen|großen)\b|\baufgrund (?:des |der )?(?:hohen|großen|vielen)",
    r"\b(?:nous|vous) (?:avons|en) (?:bien )?(?:reçu|remercions)\b[^.!?]{0,50}|\b(?:conseiller|agent|équipe)\b[^.!?]{0,30}(?:recontacter|répondr|contacter)|\bnuméro de (?:dossier|ticket|demande)|\bsur notre (?:site|portail)|\bvia (?:le|notre) (?:formulaire|site)|\ben raison d'un (?:grand|fort|nombre)|\bnous (?:nous efforçons|faisons (?:de )?notre)",
))  # fmt: skip
GO_ELSEWHERE = Tell(_AUTO, Place.TEXT, 2, (
    r"\bto (?:apply|register|order|request|sign up|book)[^.!?]{0,50}(?:our|the) (?:site|website|portal|form|page)|\bwe (?:do not|don't|cannot|can't|are unable to) (?:answer|reply|respond)",
    r"\b(?:aanmelden|inschrijven|bestellen|aanvragen)\b[^.!?]{0,40}(?:op|via) (?:de|onze|ons|het) (?:site|website|portaal|formulier)|\b(?:wij|we) (?:beantwoorden|behandelen|lezen) (?:\w+ )?geen",
    r"\b(?:anmelden|anmeldungen|bestellen|bestellungen|beantragen)\b[^.!?]{0,40}(?:auf|über) (?:der|unsere[rm]?|unser|das) (?:website|webseite|portal|formular|homepage)|\bwir (?:beantworten|bearbeiten) (?:\w+ )?keine",
    r"\b(?:inscri(?:re|ption)s?|commander|demandes?)\b[^.!?]{0,40}(?:sur|via) (?:notre|le) (?:site|portail|formulaire)|\bnous ne (?:répondons|traitons) pas",
))  # fmt: skip
LET_THROUGH = Tell(_AUTO, Place.TEXT, 3, (
    r"\b(?:uses|use|gebruikt|gebruik|nutzt|nutze|utilise|have) (?:a |an |een |einen |un )?(?:\w+ )?(?:spam ?(?:filter|schutz|protection|blocker)|filtre)|\bspam ?(?:schutz|protection|blocker)|\bantispam|\banti-spam|\bfiltre anti|\bis being held\b|\bheld (?:for|until|pending)|\bonly (?:need to )?(?:do this )?once|\b(?:to|click \w+ to) release (?:it|your|the)|\bnot a robot|\bals absender (?:bestätigt|freigeschaltet)|\bafzender ?adres|\bauf freigabe\b|\bzur freigabe (?:ihrer|der) (?:mail|nachricht)|\bén? ?één keer op|\bauthentifi(?:er|cation)",
))  # fmt: skip
LET_THROUGH_SUBJECT = Tell(_AUTO, Place.SUBJECT, 2, (
    r"not a robot|verify (?:your(?:self)?|you|that)|afzender(?:adres)?|wartet auf freigabe|absender bestätigen|en attente|authentif|confirm (?:your )?(?:sender|delivery)|message held|challenge",
))  # fmt: skip
NOTE_SUBJECT = Tell(_AUTO, Place.SUBJECT, 2, (
    r"^(?:annual |parental |maternity |sick )?leave\b|^afk\b|^(?:urlaub|vakantie|vacances|congés?|holidays?|vacation)\b\W*(?:re:|$)|^(?:bedankt voor (?:je|uw)|dank voor (?:je|uw)|thank you for|thanks for (?:your|getting)|merci pour votre|vielen dank für ihre)\b|automatisch|automatic\b|automatique|^(?:votre (?:demande|message)|uw (?:bericht|vraag|e-mail) aan|ihre (?:anfrage|nachricht))",
))  # fmt: skip

STOPPED = Tell(_BOUNCE, Place.TEXT, 2, (
    r"\b(?:temporary|permanent) (?:problem|failure|error)|\bdelivering your (?:message|mail|e-?mail)|\bwill retry\b|\bnot passed on\b|\bforbidden attachment|\bstopped by (?:the|our)|\bclassified as spam|\bby our (?:filter|gateway|policy)|\bnot at this address|\bcontained? (?:a )?(?:virus|forbidden|blocked|prohibited)|\b5\.\d\.\d\b|\bno such user",
    r"\bniet (?:doorgestuurd|doorgezonden|afgeleverd|bezorgd|aangekomen)|\bbestaat niet(?: meer)?|\bpostbus\b[^.!?]{0,40}\bvol\b|\b(?:probeer het )?later opnieuw|\bgeweigerd door|\bdoor (?:ons|de) (?:filter|mailserver|spamfilter)",
    r"\bnicht (?:weitergeleitet|zugestellt|gefunden|mehr gültig)|\bprüfen sie die adresse|\bvom (?:filter|mailserver|spamfilter)|\bexistiert nicht",
    r"\b(?:n'a pas été (?:lue?|remis|transmis)|inconnue? de notre|n'est plus (?:utilisée?|active|valide)|n'existe (?:plus|pas)|rejeté par|refusé par|serveur de messagerie)",
))  # fmt: skip
STOPPED_SUBJECT = Tell(_BOUNCE, Place.SUBJECT, 2, (
    r"delivery|rejected|removed|blocked|bounce|quarantine|(?:mailbox|postbus|postfach|boîte)\W.{0,10}(?:vol|full|voll|pleine)|opgeheven|vervallen|geweigerd|adresse? (?:geändert|non)|e-mail-adresse|non délivré|refusé|undeliver|attachment (?:removed|blocked)",
))  # fmt: skip

REPORTS = Tell(_NOTE, Place.TEXT, 2, (
    r"\b(?:view (?:event|all|online|invoice|details|profile|ticket|in|the|your)|your post expires|upcoming event|has (?:booked|scheduled|accepted|shared|invited|joined|uploaded|completed)|was (?:sent from|deleted without|completed|scheduled|cancelled)|this (?:scan|report|message) was (?:sent|generated)|no (?:problems|issues|errors) (?:were )?found|amount paid|paid:|total:|qty|thanks for your (?:business|order|purchase)|thank you for (?:your (?:order|purchase|payment)|shopping|subscribing|flying|booking|staying)|pages: \d|multifunction|successfully)\b",
    r"\b(?:de bezorger|bezorgmoment|heeft (?:een|het|je|u)(?: \w+){0,4} (?:gedeeld|uitgenodigd|ondertekend)|nodigt (?:je|u) uit om|openen in|is voltooid|geen problemen gevonden|is geslaagd|is mislukt|betaling (?:ontvangen|geslaagd)|bedrag:|bekijk (?:je|uw|de) (?:factuur|bestelling|bericht|melding|profiel)|klantportaal|mijn omgeving|volg (?:je|uw)|bedankt voor (?:je|uw) (?:bestelling|aankoop|betaling|boeking))\b",
    r"\b(?:zum download bereit|kundenportal|kundenkonto|steht (?:ab sofort )?(?:für sie |im )|wurde (?:abgesagt|erfolgreich|freigegeben|verschoben|bezahlt|versandt)|vielen dank für (?:ihre|deine) (?:bestellung|zahlung|buchung)|ihre aktuelle|ihre bestellung|rechnungsbetrag|sendungsnummer|zusteller)\b",
    r"\b(?:vient d'être|espace client|suivez votre|votre (?:commande|colis|facture|livraison|réservation)|a été (?:expédiée?|annulée?|validée?|confirmée?|partagée?)|montant (?:payé|total)|merci (?:de|pour) votre (?:commande|achat|paiement|réservation)|télécharger votre)\b",
    r"^(?:dieser termin|deze afspraak|this (?:event|meeting)|cet événement)\b|\b(?:when|wann|wanneer|quand) ?: [^.]{3,60}\d",
    r"\bdeleted without being read|\bongelezen verwijderd|\bungelesen gelöscht|\bsupprimé sans (?:être|avoir été) lu",
))  # fmt: skip
REPORTS_SUBJECT = Tell(_NOTE, Place.SUBJECT, 2, (
    r"\b(?:receipt|order|invoice|bestelling|pakket|commande|colis|bestellung|rechnung|sendung|paket|factuur|facture|payment|betaling|zahlung|paiement)(?: \w+)? (?:n[°o.r]*\.? ?)?#?\d{2,}|your (?:receipt|order|invoice|booking|statement|subscription|parcel|payment|account)|\b(?:uw|je) (?:bestelling|factuur|pakket|boeking|reservering|betaling|abonnement)|\bihre? (?:rechnung|bestellung|sendung|buchung|zahlung)|\bvotre (?:commande|facture|colis|réservation|paiement)",
    r"^(?:reminder|herinnering|erinnerung|rappel) ?:|^not read:|^invitee |^scan\b|^\[?alert|\b(?:applicants|notifications?|new (?:message|comment|follower|login|sign-in|device)s?|voltooid|completed|failed|mislukt|gedeeld|shared|(?:nodigt|heeft)[^.]{0,40}(?:gedeeld|uitgenodigd))\b|@ (?:mon|tue|wed|thu|fri|sat|sun)",
))  # fmt: skip

MANY = Tell(_LIST, Place.TEXT, 2, (
    r"\b(?:you (?:signed up|subscribed|registered) (?:for|to|at)|as a (?:customer|member|subscriber) of|you get this|save your (?:seat|spot)|register now|free webinar|top reads|this week in|don't miss|book your)\b|\bunsubscribe\b ?(?:\||$|here|from|:)|\b(?:preferences|view online|view in browser)\b",
    r"\bgeen (?:nieuwsbrief|mail|mails|mailing|e-mails)(?: \w+){0,2} (?:meer )?ontvangen|\bmeld je (?:nu |snel )?aan via|\b(?:uitschrijven|afmelden|uitschrijflink)\b ?(?:\||$|hier|:|kan)|\blees meer\b|\bklik hier\b",
    r"\bnicht mehr erhalten\b|\bliebe (?:freundinnen|leserinnen|mitglieder|leser|abonnent)\w*|\bmehr erfahren\b|\bjetzt anmelden\b|\bneue termine\b|\babmelden\b ?(?:\||$|hier|:)",
    r"\b(?:vous )?désabonner\b|\bse désinscrire\b ?(?:\||$|ici|:)|\bau sommaire\b|\bchers (?:abonnés|lecteurs|amis|adhérents)|\binscrivez-vous (?:aux?|à|vite|dès|maintenant|en ligne)|\blire la suite\b|\ben savoir plus\b",
))  # fmt: skip
MANY_SUBJECT = Tell(_LIST, Place.SUBJECT, 2, (
    r"\b(?:rundbrief|roundup|webinar|la lettre|update \d|agenda van)\b|#\d{2,}|n°\s?\d|\b\d/20\d\d",
))  # fmt: skip

PEDDLED = Tell(_SPAM, Place.TEXT, 3, (
    r"\b(?:send|share)(?: \w+){0,3} (?:a )?(?:proposal|quote|catalogue|catalog|brochure|counts|cost|pricing|price list|samples?)|\b(?:list|database) of [\d,.]+|\byour (?:google|website|web site|domain)(?: \w+){0,2} (?:position|ranking|errors?|speed|traffic|expir)|\blooking at your website|\b(?:came across|visited|reviewed|noticed) (?:your|several)[^.!?]{0,30}(?:website|errors|site)|\b(?:buy|purchase) (?:the |some |our |a )?(?:list|gift cards?|cards)|\bgift cards?|\bwidow of|\b(?:donate|transfer)\b[^.!?]{0,30}million|\bwe (?:are|'re) (?:a )?(?:leading |professional )?(?:manufacturer|supplier|factory|agency|exporter)",
    r"\b(?:offerte|voorstel|brochure|catalogus|prijsopgave) (?:\w+ )?(?:sturen|toesturen|doen|aanvragen)|\bbankpas\b|\b(?:openstaande )?boete\b|\bbeveiligde (?:pagina|omgeving|link)|\bonderstaande (?:knop|link)|\bvoicemail ?bericht|\bopen de bijlage|\b(?:verhoging|blokkade|blokkering|afsluiting) te voorkomen",
    r"\bwir sind (?:ein )?(?:\w+ )?(?:hersteller|lieferant|anbieter|agentur|fabrik)|\bunseren katalog|\bkatalog und preise|\b(?:zoll|versand|bearbeitungs)gebühr|\bunter folgendem link|\bkonnte nicht geliefert werden|\bsenden wir ihnen (?:unser|gerne|ein)",
    r"\bbesoin d'un prêt|\b(?:nous )?accordons des (?:crédits|prêts)|\bnotre catalogue|\bnous sommes (?:un )?(?:\w+ )?(?:fabricant|fournisseur|agence)|\bcontactez-nous vite|\bfrais de (?:douane|livraison)|\bcolis (?:en attente|bloqué)",
    r"\bcordially invite you to (?:submit|speak|present|attend our|contribute)|\bsubmit (?:an|your) (?:abstract|paper)|\bcall for (?:papers|abstracts)",
))  # fmt: skip
PEDDLED_SUBJECT = Tell(_SPAM, Place.SUBJECT, 1, (
    r"\b(?:urgent|dringend|betaalverzoek|voicemail|gift ?card|crédit|prêt|offer|database|proposal|business|greetings|invoice overdue|direkt vom|international (?:conference|congress|symposium)|quick question|your website|paket wartet|laatste|final|win|free|gratis)\b",
))  # fmt: skip

HINTS: tuple[Tell, ...] = (
    OFF_WORK,
    BACK_THEN,
    THEN_READ,
    SOMEBODY_ELSE,
    NO_LONGER,
    OTHER_DESK,
    GO_ELSEWHERE,
    LET_THROUGH,
    LET_THROUGH_SUBJECT,
    NOTE_SUBJECT,
    STOPPED,
    STOPPED_SUBJECT,
    REPORTS,
    REPORTS_SUBJECT,
    MANY,
    MANY_SUBJECT,
    PEDDLED,
    PEDDLED_SUBJECT,
)
