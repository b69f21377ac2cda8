"""What mail servers write when a mail goes nowhere, header or not. Data only.

The same form as ``absence``. A mail of ours that came back is told by people in one sentence; a server says
what went wrong, what it did and what to do, and each of these is a family.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_BOUNCE = IgnoreKind.BOUNCE

CODES = Tell(_BOUNCE, Place.TEXT, 3, (
    r"\b[45]\d\d[ -]#?[45]\.\d\.\d{1,3}\b|\b(?:status|statut|code|fehlercode|error)\W{1,3}(?:\w+ )?#?[45]\.\d{1,2}\.\d{1,3}\b|\b(?:421|450|451|452) (?:requested|service|mailbox|too|greylist|temporar|\d\.\d)",
    r"\b(?:action|actie|aktion) ?: (?:failed|delayed|relayed|mislukt|fehlgeschlagen)|\blast-attempt-date|\boriginal-recipient|\bfinal-recipient|\bgenerating server|\bgenererende server|\brcpt to\b|\bremote-mta",
    r"\b(?:dns|mx|spf|dmarc|dkim|tls|smtp|greylist\w*|host name|mx-record)\b[^.!?]{0,40}\b(?:fail\w*|record|policy|refused|reject\w*|lookup|exist\w*|mislukt|beleid|opzoeking|geweigerd|fehl\w*|richtlinie|aktiv|gescheitert|échoué|échec|rejet|politique|actief|controle)|\b(?:connection|verbinding|verbindung\w*|connexion) (?:was |is |to \S+ )?(?:refused|timed out|geweigerd|verweigert|refusée?|interrompue|fehlgeschlagen)|\b(?:delay|délai) de connexion dépassé|\brefused the connection|\bzeitüberschreitung|\btijdslimiet overschreden|\brelay access|\bmail ?loop|\bmailschleife|\bboucle de messagerie|\btoo many hops",
    r"\b(?:diagnostic information|diagnostische gegevens|diagnoseinformationen|informations de diagnostic)|\b(?:message|bericht)-id ?:|\bidentifiant du message|\boriginal(?:nachricht| (?:message|headers|subject))\b|\b(?:kopie van de )?kopregels\b|\boorspronkelijke bericht\b|\bmessage d'origine\b|\ben-têtes du message|\bproblem report\b|\bfehlerbericht\b|\brapport d'anomalie",
))  # fmt: skip

# What the server met with.
GOES_NOWHERE = Tell(_BOUNCE, Place.TEXT, 2, (
    r"\b(?:recipient|remote|destination|receiving|target|recipient's|mail)[' s]* (?:server|host|system|gateway|domain)\b|\b(?:recipient|addressee|user)(?:'s)?\b[^.!?]{0,20}\b(?:storage|mailbox|inbox|quota|account|address|admin)\b|\b(?:storage|quota|mailbox|disk)\b[^.!?]{0,20}\b(?:used up|100 ?%|exceeded|exhausted|temporarily|busy|insufficient|unavailable)|\b(?:nobody|no one|no user|no mailbox) (?:of|by|with|at|under) (?:that|this) (?:name|address)|\bdid not (?:receive|reach)\b[^.!?]{0,20}\b(?:mail|message|recipients?|destination)",
    r"\b(?:ontvanger|ontvangende|geadresseerde|bestemmeling|externe)\b[^.!?]{0,30}\b(?:server|mailserver|opslag\w*|mailbox|postvak|weigert|reageert|accepteert|inactief|systeem|partij|organisatie|beheerder)\b|\b(?:server|mailserver|gateway)\b[^.!?]{0,20}\b(?:van de|van uw|reageert|weigert|heeft|bericht)\b|\bopslagruimte\b|\badres (?:bestaat|klopt) niet\b|\b(?:gaat|is) (?:ongelezen )?(?:terug|retour)\b[^.!?]{0,15}\bafzender|\bbestemming niet bereikt",
    r"\b(?:server|mailserver|zielserver|remote-server|gateway|firewall|inhaltsfilter|system)\b[^.!?]{0,30}\b(?:des empfängers|empfängers|lautete|verweigert|lässt|nimmt|abgewiesen|annahme|eingestuft)|\bempfänger(?:s|n)?\b[^.!?]{0,30}\b(?:nicht erreicht|server|speicher\w*|annahme|limit|kontingent|gesperrt|zu viele|oder gruppen|gibt)\b|\b(?:keinen?|kein) (?:empfänger|benutzer|postfach)\b|\bgeht (?:\w+ ){0,3}an sie zurück|\b(?:unroutbare|ungültige) adresse|\bgibt es (?:auf diesem|keinen|hier keinen)",
    r"\b(?:serveur|passerelle|système|filtre)\b[^.!?]{0,30}\b(?:distant|destinataire|receveur|cible|messagerie|n'accepte|ne répond|n'a trouvé|de sécurité)\b|\bdestinataires?\b[^.!?]{0,30}\b(?:refusée?|n'accepte|ne peut|groupes|a dépassé|espace|saturé)|\b(?:votre correspondant|il|elle) a dépassé\b|\bespace de stockage|\b(?:aucune|pas de) (?:boîte|personne) (?:de ce nom|à cette)|\bpersonne à cette adresse|\bpersonne de ce nom|\bnon routable|\bvous (?:est|sera) (?:renvoyée?|retournée?)\b",
))  # fmt: skip

# What it did about it, or will.
GIVES_UP = Tell(_BOUNCE, Place.TEXT, 2, (
    r"\b(?:stays|remains|kept|held|still|expired|hours?|days?)\b[^.!?]{0,20}\bin (?:the )?queue\b|\bon the queue\b|\b(?:go on|keep|keep on|continue|been) trying\b|\b(?:will|be) (?:be )?(?:retried|tried again|try again)\b|\bretry\b|\bgiven up (?:on|trying)\b|\bi(?:'ve| have) given up on|\bfurther attempts?\b|\b(?:warning|notification) (?:message )?only\b|\bneed (?:not|to) resend|\breturned to (?:the )?sender|\bfailed to deliver|\bwasn't able to deliver|\bdelivery (?:delayed|to these|eventually|incomplete)|^\W*undeliverable\b|\bmail delivery (?:software|system)|\bmail system at host",
    r"\bbericht\b[^.!?]{0,40}\bwachtrij\b|\b(?:nogmaals|opnieuw) (?:aangeboden|aan te bieden|geprobeerd|verzonden|te verzenden)|\bblijven (?:het )?proberen|\bgeven het op\b|\b(?:aantal|laatste) poging\w*|\balleen een waarschuwing|\bbezorging\b|^\W*onbestelbaar\b|\bkan niet (?:leveren|bezorgen)|\bafleverstatus|\bretour afzender|\bpostsysteem\b|\bniet (?:aangenomen|geaccepteerd)\b|\bdoorsturen mislukt",
    r"\b(?:mail|nachricht)\b[^.!?]{0,40}\bwarteschlange\b|\bzustellversuch\w*|\bzustellung\b|\bzustellzeitraum|^\W*unzustellbar\b|\b(?:weiterer|erneuter|letzter) versuch|\bweiterhin versucht|\bauszuliefern\b|\bzu übermitteln\b|\bübermittlungsstatus|\bnur eine warnung|\bdauerhafter fehler|\bpermanenter fehler|\bvorübergehender fehler|\bgeben wir auf|\bnimmt (?:ihre nachricht |die nachricht )?nicht an\b",
    r"\bmessage\b[^.!?]{0,40}\b(?:en|la) file\b|\ben attente depuis|\b(?:nouvelles?|dernières?|ses|aucune nouvelle) (?:tentatives?|essais?)\b|\b(?:nouveaux|derniers) essais\b|\brenoncé à\b|\bsimple avertissement|\bremise\b[^.!?]{0,25}\b(?:échec|destinataires|retardée|message)\b|\béchec de (?:la )?remise|\bnon-(?:remise|distribution)\b|\bn'accepte pas votre envoi|\b(?:envoi|message) (?:rejeté|refusé|non remis)\b|\bsystème de messagerie de l'hôte|\berreurs? (?:fatales?|temporaires?|permanentes?)",
))  # fmt: skip

# What of the mail was at fault, and what to do.
AT_FAULT = Tell(_BOUNCE, Place.TEXT, 2, (
    r"\b(?:attachment|file type|archives?|infected|virus|macro)\b[^.!?]{0,40}\b(?:removed|blocked|withheld|not (?:let through|allowed|accepted)|stripped|replaced|scanned|deleted|refused)|\b(?:exceeds|larger than) the (?:maximum|size|limit|permitted)|\bmaximum size\b|\b(?:on|our|to|a) (?:block|black|deny) ?list\b|\b(?:distribution list|this group)\b[^.!?]{0,30}\b(?:refused|permission|internal)|\bpermission to (?:send|post)|\bonly accepts (?:mail|messages)|\binside the organi[sz]ation|\b(?:following|one of the) (?:people|recipients?|address(?:es)?|groups?)\b[^.!?]{0,30}(?:$|:|failed|did not|could)|\bauto-?complete\b|\bfor typos\b|\bpostmaster\b|\btoo many recipients|\bsender reputation|\bclassified your (?:message|mail)|\bprobability of (?:bulk|spam)|\bthe rejected message",
    r"\b(?:bijlage|bestandstype|archieven|virus)\b[^.!?]{0,40}\b(?:verwijderd|geblokkeerd|tegengehouden|niet toegestaan|geweigerd|aangetroffen|groter dan|gescand)|\b(?:maximale grootte|bericht is te groot)\b|\bstaat op een zwarte lijst|\bdistributielijst|\bgemachtigd om\b|\baccepteert alleen berichten|\bvolgende (?:ontvangers?|adres(?:sen)?)\b|\bcontroleer (?:het|of)\b[^.!?]{0,40}\b(?:adres|spelfouten|ontvanger)|\bgelieve het adres|\baangevulde lijst|\bte veel ontvangers|\bongewenste reclame|\btegengehouden\b|\bmogelijk schadelijk|\bongeldig adres|\bsyntaxis van het|\bvoldoet niet aan het \w+-?beleid|\bgoedkeuring van de moderator",
    r"\b(?:anhang|anlagen?|dateityp|archive|datei|virus|office-dokumente)\b[^.!?]{0,40}\b(?:entfernt|blockiert|nicht (?:erlaubt|passieren|zugelassen)|verkleinern|gelöscht|gefunden|abgewiesen)|\bnachricht ist zu groß\b|\bmaximal zulässig|\bsperrliste\b|\ban diesen verteiler|\bdie berechtigung\b|\bnur (?:nachrichten )?von internen|\bfolgende(?:\(r\)|r|n)? (?:empfänger|adressen?)\b|\b(?:überprüfen|prüfen) sie die (?:e-mail-)?adresse|\bautovervollständ|\bempfängerliste\b|\bals unerwünschte|\badresse\(n\)|\bnicht mehr gibt\b|\bpostmaster\b",
    r"\b(?:pièces? jointes?|extension de fichier|archives|virus)\b[^.!?]{0,40}\b(?:supprimée?|bloquée?|interdite?|refusée?|dépasse|volume|pas admises|infectée?)|\b(?:taille|limite)\b[^.!?]{0,40}\b(?:excède|dépasse|fixée|maximale|autorisée|ko|mo)\b|\bliste de (?:blocage|saisie)|\bgroupe de diffusion|\bseuls les expéditeurs|\b(?:adresses?|destinataires?) suivante?s?\b|\bvérifiez l'adresse|\badresse\b[^.!?]{0,30}\bfaute de frappe|\btrop de destinataires|\bquota d'envoi|\badministrateur de messagerie|\blien malveillant|\bcause du rejet",
))  # fmt: skip
TROUBLE_SUBJECT = Tell(_BOUNCE, Place.SUBJECT, 2, (
    r"^(?:re: )?(?:problem with|trouble with|about|not sent|undelivered|problem delivering)\b[^?]{0,15}\b(?:your|the) (?:message|mail|e-?mail)|^probleem met (?:uw|je|het) (?:bericht|mail)|^problem mit (?:ihrer|der) (?:nachricht|e-mail|mail)|^problème avec (?:votre|le) (?:message|courriel|envoi)",
))  # fmt: skip

SERVERS: tuple[Tell, ...] = (CODES, GOES_NOWHERE, GIVES_UP, AT_FAULT, TROUBLE_SUBJECT)
