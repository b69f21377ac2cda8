"""What is sold, promised and sent round to thousands: rankings, address lists, summits, loans. Data only.

The same form as ``absence``. A caterer or a printer who writes about our event is a person with an offer; here
stands what they do not say: a page of Google, a list of addresses, a million, a fee for being invited.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_LIST, _SPAM = IgnoreKind.LIST, IgnoreKind.SPAM

# Your site, and what is wrong with it.
YOUR_SITE = Tell(_SPAM, Place.TEXT, 3, (
    r"\b(?:on|through|at|over|visit(?:ed|ing)) (?:your|the) (?:web)?site\b[^.!?]{0,90}\b(?:errors?|issues?|rank\w*|google|mistakes|page (?:one|1)|not (?:mobile|showing|visible)|slow|outdated|search)\b|\byour (?:web)?site\b[^.!?]{0,60}\b(?:not (?:rank\w*|show\w*|on|visible|appear\w*)|rank\w*|google|first page|1st page|search (?:engines?|results)|traffic|more visitors)\b|\b(?:first|1st|top|page one)\b[^.!?]{0,20}\b(?:page|results?|of)\b[^.!?]{0,12}\b(?:google|bing|search)\b|\b\d+ keywords\b|\b(?:more|extra|free|website) (?:traffic|visitors (?:to|per|a day))\b",
    r"\b(?:uw|je|jullie|de) (?:web)?site\b[^.!?]{0,90}\b(?:google|zoekresultaten|zoekmachine\w*|zoekterm\w*|zoekwoord\w*|pagina \d|beter gevonden|top (?:3|10|drie)|meer bezoekers|fouten)\b|\b(?:zoekterm|zoekwoord)(?:en)?\b[^.!?]{0,60}\b(?:pagina|bovenaan|google|positie)\b|\bbeter (?:gevonden|vindbaar)\b|\bbovenaan in google\b",
    r"\b(?:ihre|eure|deine)[rn]? (?:web(?:site|seite)|internetseite|homepage|seite)\b[^.!?]{0,90}\b(?:google|suchbegriff\w*|suchmaschine\w*|seite (?:1|eins)|ranking|fehler|mehr besucher|sichtbar\w*)\b|\bsuchbegriffen?\b[^.!?]{0,50}\b(?:seite|platz|google|erscheinen)\b|\bmehr besucher\b|\bbei google\b[^.!?]{0,30}\b(?:gefunden|oben|platz|seite)\b",
    r"\b(?:votre|le|vos) sites?\b(?: internet| web)?[^.!?]{0,90}\b(?:google|résultats|moteurs? de recherche|première page|référenc\w*|mots?-clés?|visiteurs|erreurs)\b|\bpremiers? résultats\b|\bpremière page\b[^.!?]{0,20}\bgoogle\b|\bvisibilité (?:sur|en ligne|de votre)\b",
))  # fmt: skip

# For nothing, if only you answer.
FOR_FREE = Tell(_SPAM, Place.TEXT, 2, (
    r"\bfree (?:\w+ )?(?:audit|quote|analysis|report|scan|call|demo|samples?|consultation|trial)\b|\b(?:audit|report|quote|proposal|portfolio) (?:and|with) (?:a |our )?(?:price|quote|pricing|past|portfolio)|\bper (?:month|day)\b[^.!?]{0,12}\$|\$ ?\d+ ?(?:/|per|a) ?(?:month|mo)\b|\$\d+\b[^.!?]{0,40}\$\d+|\b(?:reply|answer|respond)\b[^.!?]{0,20}\b(?:yes|remove|stop|no thanks|your (?:phone|number|full name))\b|\baffordable (?:price|cost|rate)s?\b|\bmoq\b|\bof your competitors\b|\bto your competitors\b",
    r"\b(?:gratis|kosteloze?|vrijblijvende?) (?:\w+ )?(?:rapport|audit|scan|analyse|gesprek|website-?check|adviesgesprek|belafspraak)\b|\bbetaalt? (?:u|je) niets\b|\bno cure,? no pay\b|\b(?:antwoord|reageer|stuur) (?:met |gewoon |alleen )*['\"“]?(?:ja|stop|nee)\b|\bbinnen \d+ dagen (?:naar|in|op) de (?:top|eerste)\b",
    r"\bkostenlose[nrs]? (?:\w+ )?(?:erstgespräch|analyse|audit|bericht|website-?check|beratung|check|demo)\b|\b(?:antworten|schreiben) sie (?:\w+ )?(?:mit )?['\"„]?(?:ja|stopp?)\b|\bzahlen sie nichts\b|\bnur im erfolgsfall\b",
    r"\b(?:l'audit|l'analyse|le diagnostic|la démo) (?:est )?(?:offerte?|gratuite?)\b|\b(?:audit|diagnostic|échantillon|rapport|analyse) (?:\w+ )?(?:gratuite?|offerte?)\b|\brépond(?:ez|re) (?:simplement )?(?:par )?[«\"']? ?(?:oui|stop)\b|\bvous ne payez rien\b",
))  # fmt: skip

# Who may call, show, present.
MAY_WE_CALL = Tell(_SPAM, Place.TEXT, 2, (
    r"\b(?:can|may|could|shall|should) (?:i|we) (?:send|share|show|schedule|book|arrange|e-?mail|give) (?:you |over )?(?:\w+ ){0,3}(?:audit|quote|pricing|price|rates?|proposal|portfolio|package|details|report|call|demo|samples?|list|screenshots?)\b|\b(?:worth|up for|open to|available for) (?:a |an )?(?:quick |short |brief )?(?:\d+|ten|fifteen|twenty)?[- ]?(?:minutes?|min)? ?(?:call|chat|demo)\b|\bmay i know if you(?:'re| are) interested\b|\blook at my (?:last|previous) (?:e-?)?mail\b|\bto the top of your inbox\b",
    r"\b(?:open ?sta(?:at|an)|beschikbaar|tijd) voor een (?:kort |vrijblijvend |digitaal )*(?:gesprek|belletje|kennismaking|demo)\b|\b(?:mag|kan|zal) ik (?:u|je|jullie|hem|het) (?:\w+ ){0,3}(?:bellen|laten zien|toesturen|vastleggen|inplannen)\b|\bdemo (?:van \d+ minuten )?inplannen\b|\bbelletje (?:met \w+ )?in(?: ?plannen)?\b|\bbelafspraak\b|\bdan stuur ik (?:u|je|jullie)?\b[^.!?]{0,20}\b(?:prijs|tarieven|rapport|offerte)\b",
    r"\bdarf ich (?:ihnen|euch|dir|sie) (?:\w+ ){0,5}(?:zusenden|zeigen|vorstellen|anrufen|zuschicken|unterbreiten)\b|\b(?:15|20|fünfzehn|zwanzig|ein paar) minuten (?:\w+ )?für (?:eine|ein) (?:\w+ )?(?:vorführung|demo|präsentation|gespräch)\b|\b(?:zeige|stelle) ich ihnen (?:\w+ ){0,6}(?:wie|unsere|vor)\b",
    r"\b(?:puis-je|pourrais-je|pouvons-nous) vous (?:proposer|présenter|envoyer|appeler|adresser) (?:\w+ ){0,3}(?:démonstration|démo|audit|offre|tarifs?|présentation|échange|devis)\b|\b(?:échange|entretien|point|appel) (?:téléphonique )?de (?:\d+|dix|quinze|vingt) minutes\b|\bun échantillon gratuit\b",
))  # fmt: skip

# Addresses by the thousand.
ADDRESSES = Tell(_SPAM, Place.TEXT, 3, (
    r"\b(?:acquir\w+|purchas\w+|buy\w*|sell\w*|interested in)\b[^.!?]{0,40}\b(?:attendees?|visitors?|e-?mail|contact|delegates?|registrants?)['s]*[- ](?:database|lists?|contacts|data)\b|\beach record (?:contains|includes)\b|\b(?:counts|list counts) and (?:cost|pricing)\b|\bverified e-?mails?\b|\b\d[\d.,]{3,} (?:verified )?(?:contacts|decision[- ]makers|e-?mail addresses|opt-in)\b",
    r"\b(?:adressenbestand|mailbestand|e-?mailbestand|contactenbestand|leadlijst)\b|\b\d[\d.]{3,} (?:beslissers|adressen|contacten|e-?mailadressen|prospects|leads)\b",
    r"\b(?:adressdatenbank|adressbestand|kontaktdatenbank|firmenadressen|e-?mail-?liste)\b|\b\d[\d.]{3,} (?:entscheider\w*|adressen|kontakte|e-?mail-?adressen)\b",
    r"\bfichier (?:qualifié|de contacts|d'adresses|clients)\b|\bbase de (?:données )?(?:contacts|prospects|d'e-?mails)\b|\b\d[\d  .]{3,}(?:décideurs|contacts|adresses|prospects)\b",
))  # fmt: skip

# You are invited to speak, nominated, shortlisted; there is a fee.
SUMMITS = Tell(_SPAM, Place.TEXT, 3, (
    r"\b(?:in view of|owing to|recogni[sz]ing|impressed by|based on) your (?:\w+ )?(?:eminent|outstanding|remarkable|valuable|significant|excellent|great) \w+|\b(?:cordially|honou?red to|pleased to|delighted to) invites? you to (?:be|join us as|serve as|participate as|speak|deliver|present)\b|\bbe a (?:keynote |guest |invited |distinguished )*(?:speaker|panell?ist|delegate|chair)\b|\byou(?:r organi[sz]ation)? (?:have|has) been (?:nominated|shortlisted|selected)\b|\baccept your nomination\b|\bto be held in \w+, ",
    r"\bgrond van uw (?:uitmuntende|bijzondere|indrukwekkende)\b|\bals (?:keynote|hoofd|gast)?spreker (?:uit te nodigen|deel te nemen|op)\b|\bu bent genomineerd\b|\buw nominatie\b",
    r"\baufgrund ihrer (?:\w+ )?(?:herausragenden|hervorragenden|bedeutenden|wertvollen|exzellenten)\b|\b(?:als|keynote-?)\s?(?:referenten?|redner|sprecher|vortragenden?)\b[^.!?]{0,60}\b(?:kongress|konferenz|gipfel|forum)\b|\b(?:kongress|konferenz|gipfel|forum)\b[^.!?]{0,60}\beinen vortrag zu halten\b|\bihre nominierung\b|\bsie wurden (?:\w+ )?nominiert\b",
    r"\ben raison de vos (?:\w+ )?(?:travaux|contributions|éminents)\b|\bl'honneur de vous (?:inviter|convier)\b[^.!?]{0,40}\b(?:conférenci|intervenant|orateur)|\ben tant que (?:conférencière?|intervenante?|oratrice|orateur|keynote)\b|\bvotre nomination\b|\bvous avez été (?:nominée?|sélectionnée?)\b",
    r"\bdear (?:esteemed|respected|distinguished|eminent|honou?rable) (?:colleague|professor|sir|speaker|researcher|madam|delegate)|\bsehr geehrter herr professor\b|\bchère? professeure?\b|\b(?:hoog)?geachte professor\b",
))  # fmt: skip
# ... as people speak of, too.
A_FEE = Tell(_SPAM, Place.TEXT, 1, (
    r"\b(?:registration|participation|processing) fee\b|\b(?:deelnamekosten|inschrijfgeld|registratiekosten) (?:bedrag|zijn)\w*\b|\bteilnahmegebühr (?:beträgt|von|liegt)\b|\bfrais d'inscription\b|\b(?:kindly|veuillez|bitte) (?:confirm(?:ez)?|bestätigen sie) (?:your|votre|ihre) (?:participation|teilnahme)\b",
))  # fmt: skip

# Widows, lawyers, lenders.
RICHES = Tell(_SPAM, Place.TEXT, 3, (
    r"\b(?:a|the) (?:\w+ )?widow\b[^.!?]{0,60}\b(?:cancer|sick|dying|donate|late husband|ill)\b|\bmy late (?:husband|wife|client|father)\b|\bdonate\b[^.!?]{0,40}\b(?:million|my (?:late|fortune|wealth))|\b(?:usd|eur|gbp|us\$|[$€£]) ?\d[\d.,]* ?(?:million|m)\b|\bdied (?:without|leaving)\b[^.!?]{0,30}\b(?:heir|next of kin|will|sum)\b|\b(?:loans?|credit)\b[^.!?]{0,40}\b\d+ ?% interest|\bat \d+ ?%(?: annual)? interest\b",
    r"\bweduwe\b[^.!?]{0,70}\b(?:kanker|ziek|schenken|doneren|overleden man)\b|\bwijlen mijn (?:man|vrouw|cliënt)\b|\b\d[\d.,]* ?(?:miljoen|mln\.?)\b|\bleningen? van \d|\b\d+([.,]\d)? ?% rente\b|\bdringend geld nodig\b",
    r"\bwitwe\b[^.!?]{0,70}\b(?:krebs|krank\w*|spenden|vermögen)\b|\bkranke\b[^.!?]{0,10}\bwitwe\b|\bmein(?:es|em)? verstorbene[nrs]? (?:mann|mandant|ehemann)\w*|\b\d[\d.,]* ?(?:millionen|mio\.?)\b|\b(?:darlehen|kredite?) (?:von|zwischen|ohne|ab)\b|\b\d+([.,]\d)? ?% zinsen\b|\bgott segne sie\b",
    r"\bveuve\b[^.!?]{0,70}\b(?:cancer|malade|don|fortune|léguer)\b|\bmon (?:défunt|feu) (?:mari|client)\b|\bclient décédé\b|\bsans héritier\b|\b\d[\d.,]* ?millions?\b|\b(?:prêts?|crédits?) (?:de|entre|à partir) (?:\d|particuliers)|\btaux de \d+([.,]\d)? ?%|\bbesoin d'un prêt\b",
))  # fmt: skip
# ... who want it quick, secret and with your full name.
YOUR_DETAILS = Tell(_SPAM, Place.TEXT, 2, (
    r"\b(?:with|send|provide) (?:me |us )?your (?:full )?(?:names?|phone|telephone|bank|contact details|details|home address)\b|\bgod bless\b|\b(?:my )?dearest\b|\bdear (?:beloved|friend in christ)\b|\bstrictly confidential\b|\bthrough you\b",
    r"\bmet (?:uw )?(?:volledige )?naam,? (?:bedrag|telefoon|adres)\b|\bgod zegene\b|\bstrikt vertrouwelijk\b|\bbeste vriend\b",
    r"\bmit (?:ihrem )?(?:vollständigen )?namen?,? (?:betrag|telefon|adresse|laufzeit)\b|\b(?:mein )?lieber freund\b|\bfür weitere einzelheiten\b|\bstreng vertraulich\b",
    r"\bavec (?:vos|votre) (?:coordonnées|nom|numéro)\b|\bcoordonnées complètes\b|\bcher ami\b|\bque dieu vous\b|\brépondez-moi vite\b|\bstrictement confidentiel",
))  # fmt: skip

# Makers of everything, by the container.
FACTORIES = Tell(_SPAM, Place.TEXT, 3, (
    r"\b(?:professional|leading|reliable|experienced) (?:\w+ )?(?:manufacturer|supplier|factory|exporter)\b|\bdear (?:purchasing|procurement|sourcing) (?:manager|department)\b|\bglad to know (?:that )?you(?:'re| are)\b[^.!?]{0,30}\b(?:organi[sz]ing|in the|dealing|market)\b|\b(?:shenzhen|guangdong|ningbo|yiwu|dongguan|guangzhou)\b|\b(?:leading|best) (?:it|web|software|app|seo) (?:company|agency|firm)\b|\b(?:web(?:site)?|mobile app|logo) (?:re)?(?:design|development)\b[^.!?]{0,50}\b(?:offer|services?|affordable|company)\b|\b(?:offer|provide)\b[^.!?]{0,20}\b(?:website|web|mobile app) (?:design|development)\b|\b(?:sponsored|guest) (?:article|post)s?\b|\bdo-?follow\b",
    r"\b(?:toners?|cartridges|kantoorartikelen)\b[^.!?]{0,30}\bgoedkoper\b|\bals (?:zakelijke )?klant profiteert u\b|\b(?:eindejaars|najaars|voorjaars|kerst|actie)(?:actie|deals?)\b|\buw (?:energie|telefonie|internet)contract\b[^.!?]{0,20}\bafloopt\b|\bbesparing (?:tot|van) \d+ ?%|\bcadeaubon van\b",
    r"\brabatt auf\b|\bcode \w+ (?:bei|im)\b|\bversandkosten ?frei\b|\b(?:strom|gas|handy)vertrag\b[^.!?]{0,30}\bläuft\b|\bkandidatenpool\b|\banonymisierte profile\b",
    r"\bavec le code \w+|\blivraison (?:offerte|gratuite)\b|\boffre valable\b|\bcontrat d'énergie\b[^.!?]{0,30}\b(?:échéance|terme)\b|[-−] ?\d+ ?% (?:sur|pour)\b",
))  # fmt: skip

# Sent round: to readers, members, the press, friends.
SENT_ROUND = Tell(_LIST, Place.TEXT, 3, (
    r"\bfor immediate release\b|\bto (?:stop|no longer|cease) (?:receiv\w+|get\w*) (?:these|this|our|such)\b|\bmanage your preferences\b|\bunsubscribe\b\W*$|\bdear (?:friends and (?:supporters|readers|donors|partners)|subscribers?|readers?|supporters?|members and friends)\b|\byou subscribed at\b|\btable of contents\b|\bclick here to unsub|\bwatch our \S+ ?(?:minute )?video\b|\byear-end gift\b|\bhere are the (?:\w+ )?stories\b",
    r"\bnoot voor de redactie\b|^\W*persbericht\b|\bniet voor publicatie\b|\baan (?:al )?(?:onze |alle )?(?:abonnees|relaties|donateurs)\b|\b(?:lieve|beste) (?:vrienden (?:van|en)|lezers?|abonnees?|leden en|donateurs?|relaties)\b|\bterugblik in beeld\b|\bword (?:dan |nu |ook )?(?:donateur|vriend|lid)\b|\bu ontvangt deze (?:nieuwsbrief|mail|e-mail)\b|\buitschrijven kan (?:hier|via)\b|\bin plaats van kaarten\b",
    r"^\W*(?:pressemitteilung|presseinformation|medienmitteilung)\b|\b(?:abdruck honorarfrei|belegexemplar|sperrfrist)\b|\bliebe (?:leser|abonnent|freund|mitglieder|unterstützer|spender)(?:innen|Innen)?(?:\*innen)? und (?:leser|abonnenten|freunde|mitglieder|unterstützer|förderer)\b|\bin dieser ausgabe\b|\bnewsletter nicht mehr\b|\bsuchauftrag\b|\bneue (?:stellen|jobs|angebote) für (?:dich|sie)\b|\bdiese woche neu\b",
    r"^\W*communiqué de presse\b|\bcontact presse\b|\bchère?s (?:lecteurs|lectrices|abonnée?s|adhérent\w*|donat\w+)\b|\bau sommaire\b|\bne (?:souhaitez|voulez|désirez) plus recevoir\b|\b(?:modifier|gérer) (?:mon|votre) alerte\b|\boffres correspondent\b|\bvoir (?:toutes les|ce message)\b[^.!?]{0,25}\b(?:offres|navigateur|annonces)\b",
))  # fmt: skip
# ... and asked to come to something of theirs.
COME_TO_OURS = Tell(_LIST, Place.TEXT, 2, (
    r"\bregister (?:now|today|here|online)\b|\b(?:spaces|seats|places) are limited\b|\bjoin us for (?:an?|the|our)\b|\b(?:sign up|register) anyway\b|\bsend you the recording\b|\bearly[- ]bird\b",
    r"\b(?:schrijf|meld) (?:je|u) (?:nu|snel|direct|hier|via)\b|\bmeld (?:u|je) aan via (?:onze|de) (?:web)?site\b|\bverzeker u\b|\bvroegboek\w*|\bvia de knop hieronder\b|\bhet programma volgt\b|\[(?:inschrijven|aanmelden)\]",
    r"\bmelden sie sich\b[^!?]{0,40}\b(?:über|auf|unter) (?:unsere[rn]?|der) (?:webs\w+|seite|homepage|internetseite)\b|\bdie plätze sind begrenzt\b|\bsichern sie sich\b|\bjetzt (?:anmelden|bewerben|buchen)\b|\bfrühbucher\w*|\bzur anmeldung genügt\b",
    r"\binscription (?:obligatoire|gratuite|souhaitée)\b|\bdans la limite des places\b|\binscri(?:vez-vous|re) (?:\w+ )?(?:sur notre|en ligne|via|avant)\b|\ble plaisir de vous (?:convier|inviter) à (?:notre|nos|la|sa|son)\b|\bplaces limitées\b",
))  # fmt: skip
# Wishes of a whole house, to whom it may concern.
WISHES_OF_THE_HOUSE = Tell(_LIST, Place.TEXT, 2, (
    r"\b(?:everyone at|all of us at|the (?:entire |whole )?team (?:at|of)|the (?:staff|board) of)\b[^.!?]{0,60}\b(?:wish(?:es)? you|season's greetings|happy holidays|merry christmas)\b",
    r"\b(?:het (?:hele )?team|alle medewerkers|directie en medewerkers|bestuur en medewerkers|het bestuur) (?:van|en)\b[^.!?]{0,60}\bwens(?:t|en) (?:u|je|jullie)\b",
    r"\b(?:das (?:ganze )?team|die belegschaft|vorstand und mitarbeit\w+) (?:von|der|des|vom)\b[^.!?]{0,60}\bwünsch(?:t|en)\b|\bwir danken ihnen für ihre treue\b",
    r"\b(?:toute l'équipe|l'ensemble (?:du personnel|de l'équipe)|le conseil d'administration)\b[^.!?]{0,80}\bvous (?:présente|souhaite|adresse|offre)(?:nt)?\b",
))  # fmt: skip

BULK: tuple[Tell, ...] = (
    YOUR_SITE,
    FOR_FREE,
    MAY_WE_CALL,
    ADDRESSES,
    SUMMITS,
    A_FEE,
    RICHES,
    YOUR_DETAILS,
    FACTORIES,
    SENT_ROUND,
    COME_TO_OURS,
    WISHES_OF_THE_HOUSE,
)
