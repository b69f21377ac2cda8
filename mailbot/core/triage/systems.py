"""What systems say that report: mail servers, ticket desks, shops, networks, calendars. Data only.

The same form as ``absence``.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_BOUNCE, _NOTE = IgnoreKind.BOUNCE, IgnoreKind.NOTIFICATION

UNDELIVERED = Tell(_BOUNCE, Place.TEXT, 3, (
    r"(?:your|the|this|a) (?:e-?mail|message|mail)(?: \S+){0,10} (?:could not|couldn't|cannot|can't|was not|wasn't|has not been|hasn't been|has been|was) (?:be )?(?:\w+ )?(?:delivered|undeliver|returned|rejected|bounced|blocked|quarantined|delayed|sent to)",
    r"(?:unable|failed|not able|not possible) to deliver (?:your|the|this) (?:e-?mail|message|mail)|delivery (?:of your|to the following|has failed|failed|attempt)",
    r"(?:uw|je|het|dit|de) (?:e-?mail|bericht|mail)(?: \S+){0,10} (?:niet|kon niet|kan niet) (?:\w+ )?(?:worden )?(?:bezorgd|afgeleverd|bezorgen|afleveren|verzonden|aangekomen)",
    r"(?:uw|je|het|dit) (?:e-?mail|bericht|mail) (?:is|werd|wordt) (?:\w+ )?(?:geweigerd|geblokkeerd|teruggestuurd|vertraagd|onbestelbaar|geretourneerd|in quarantaine)",
    r"(?:ihre|die|eine|diese) (?:e-?mail|nachricht|mail)(?: \S+){0,10} (?:nicht|konnte nicht) (?:\w+ )?(?:zugestellt|übermittelt|ausgeliefert|weitergeleitet|zustellbar)",
    r"(?:ihre|die|diese) (?:e-?mail|nachricht|mail) (?:wurde|ist) (?:\w+ )?(?:abgewiesen|abgelehnt|zurückgewiesen|blockiert|unzustellbar|verzögert|zurückgesendet)",
    r"(?:votre|le|ce) (?:message|mail|courriel|e-mail)(?: \S+){0,8} (?:n'a|n'ont|n'est|ne peut|a été|est) (?:\w+ ){0,3}(?:remis|délivré|distribué|livré|transmis|rejeté|refusé|bloqué|retourné|acheminé)",
))  # fmt: skip
NO_SUCH_ADDRESS = Tell(_BOUNCE, Place.TEXT, 3, (
    r"(?:address|mailbox|account|recipient|user|domain)(?: \S+){0,4} (?:does not exist|doesn't exist|no longer exists|not exist|is no longer (?:in use|valid|active|available)|is (?:disabled|inactive|invalid|unknown|full|over quota)|has been (?:disabled|deactivated|discontinued|removed|suspended)|(?:was )?not found|couldn't be found)",
    r"(?:adres|mailbox|postbus|account|ontvanger|geadresseerde|gebruiker|postvak)(?: \S+){0,6} (?:bestaat niet|niet (?:meer|langer) (?:in gebruik|actief|geldig|bereikbaar)|is (?:vervallen|opgeheven|vol|onbekend|ongeldig|niet gevonden|verlopen)|vervallen|opgeheven|niet gevonden|onbekend|zit vol)",
    r"(?:adresse|postfach|konto|empfänger|benutzer|mailbox)(?: \S+){0,6} (?:existiert nicht|nicht (?:mehr )?(?:gültig|aktiv|aktuell|gefunden|vorhanden|verfügbar|erreichbar)|ist (?:voll|unbekannt|ungültig|deaktiviert)|unbekannt|voll)",
    r"(?:adresse|boîte|compte|destinataire|utilisateur|messagerie)(?: \S+){0,6} (?:n'existe (?:pas|plus)|n'est (?:plus|pas) (?:valide|active|utilisée?|en service|attribuée?)|est (?:pleine?|inconnue?|désactivée?|introuvable|saturée?)|inconnue?|introuvable)",
    r"\b5\d\d[ -]#?5\.\d{1,3}\.\d{1,3}\b|\b(?:error|smtp|status|reply|code|said):? ?(?:550|551|552|553|554)\b|\b55[0-4] [a-z]",
    r"(?:user|recipient|address|mailbox|host) (?:unknown|rejected|unavailable|not found)|no such (?:user|recipient|mailbox|person|address)|quota exceeded|over quota|relay(?:ing)? denied",
    r"final-recipient:|diagnostic-code:|reporting-mta:|remote server returned|original message headers|the following address(?:es)? (?:had|failed)",
))  # fmt: skip
UNDELIVERED_SUBJECT = Tell(_BOUNCE, Place.SUBJECT, 2, (
    r"undeliver|undelivered|not delivered|delivery (?:status|failure|failed|report|problem|has failed|incomplete|delayed|unsuccessful)|returned mail|failure notice|mail delivery|bounced?\b|message (?:blocked|rejected|delayed|returned|not delivered)|delayed mail",
    r"onbestelbaar|niet (?:bezorgd|afgeleverd|verzonden)|bezorging|aflever(?:ing|fout|melding)|e-?mail ?adres (?:\S+ ){0,4}(?:niet|vervallen|opgeheven|gewijzigd)|bericht geweigerd",
    r"unzustellbar|nicht (?:zugestellt|zustellbar|ausgeliefert)|zustell(?:ung|fehler|problem|bericht)|adresse (?:nicht mehr|ungültig)|rückläufer",
    r"non (?:remis|distribué|délivré)|échec|(?:adresse|boîte)(?: \S+){0,3} (?:plus|invalide|inconnue|inexistante)|retour à l'expéditeur|avis de non",
    r"address (?:is )?(?:no longer|not (?:found|valid|in use)|unknown|invalid)|mailbox (?:is )?(?:full|unavailable)",
))  # fmt: skip

TICKETS = Tell(_NOTE, Place.TEXT, 3, (
    r"(?:please )?(?:type|write|enter) your (?:reply|response|answer) (?:above|below) this line|(?:reply|respond|antworten|répondre|antwoord) (?:above|oberhalb|au-dessus|boven) (?:this|der|de|deze)|^\W{0,6}- ?please type|antwoord boven deze (?:lijn|regel)",
    r"(?:ticket|case|issue|incident|task|request)(?: \S+){0,5} (?:has been|was|is now) (?:\w+ )?(?:solved|resolved|closed|updated|assigned|reopened|escalated|completed|merged|created)",
    r"(?:ticket|melding|incident|zaak|taak)(?: \S+){0,5} (?:is|werd) (?:\w+ )?(?:opgelost|gesloten|bijgewerkt|toegewezen|afgehandeld|heropend|gewijzigd)",
    r"(?:ticket|vorgang|anfrage|aufgabe)(?: \S+){0,5} (?:wurde|ist) (?:\w+ )?(?:gelöst|geschlossen|aktualisiert|zugewiesen|erledigt|abgeschlossen)",
    r"(?:ticket|demande|incident|tâche)(?: \S+){0,5} (?:a été|est) (?:\w+ )?(?:résolue?|clôturée?|fermée?|mise? à jour|assignée?|traitée?)",
    r"how would you rate|rate (?:the|our|your) (?:support|service|experience|purchase)|(?:hoe|beoordeel) (?:beoordeelt u|onze service|uw ervaring|uw aankoop)|bewerten sie (?:unseren|ihren)|(?:évaluez|notez) (?:notre|votre)",
    r"(?:you are|you're) (?:receiving|getting) this (?:\w+ )?because you (?:are subscribed|were mentioned|commented|are watching|are assigned|authored|follow)|view it on|reply to this email directly",
))  # fmt: skip
ORDERS = Tell(_NOTE, Place.TEXT, 2, (
    r"(?:your|the) (?:order|parcel|package|shipment|delivery|booking|reservation|payment|invoice|subscription|receipt|ticket)s?(?: \S+){0,5} (?:has been|is|was|will be|have been|are) (?:\w+ )?(?:shipped|dispatched|delivered|confirmed|received|processed|on its way|on the way|out for delivery|cancelled|ready|paid|declined|renewed|due|attached|available)",
    r"(?:uw|je|jouw) (?:bestelling|pakket|zending|order|betaling|boeking|reservering|abonnement|factuur|tickets?)(?: \S+){0,5} (?:is|zijn|wordt|komt|staat|werd) (?:\w+ )?(?:verzonden|onderweg|bezorgd|bevestigd|ontvangen|verwerkt|klaar|geannuleerd|betaald|verlengd|vandaag|morgen|beschikbaar)",
    r"(?:ihre|deine) (?:bestellung|sendung|lieferung|zahlung|buchung|reservierung|rechnung|abonnement|paket|tickets?)(?: \S+){0,5} (?:wurde|ist|wird|sind|steht) (?:\w+ )?(?:versandt|versendet|unterwegs|zugestellt|bestätigt|eingegangen|bearbeitet|bereit|storniert|bezahlt|verfügbar)",
    r"(?:votre|vos) (?:commande|colis|livraison|paiement|réservation|facture|abonnement|billets?)(?: \S+){0,5} (?:a été|est|sera|sont|ont été) (?:\w+ )?(?:expédiée?|livrée?|confirmée?|reçue?|traitée?|en route|prête?|annulée?|payée?|disponibles?)",
    r"(?:order|tracking|booking|confirmation|transaction|bestel|order|klant|reserverings|bestell|sendungs|buchungs|kunden)[- ]?(?:number|no\.?|nummer|code|id)\W{1,3}\w|numéro de (?:commande|suivi|client|réservation)|track (?:&|and|en) ?trace|track your|volg (?:uw|je) (?:pakket|zending|bestelling)|sendungsverfolgung|suivre votre colis",
))  # fmt: skip
NETWORKS = Tell(_NOTE, Place.TEXT, 3, (
    r"(?:wants to|would like to|has asked to|invited you to) (?:connect|join|follow|be (?:your )?friends?|link|collaborate|edit|view)(?: \w+){0,4} (?:on|with|network|your|you|the)|(?:sent|has sent) you a (?:message|invitation|request|friend)|(?:new|pending|unread) (?:connection|invitation|notification|message|follower)s?\b|(?:commented on|liked your|mentioned you|tagged you|endorsed you|viewed your profile|people viewed)",
    r"(?:wil|willen) (?:\w+ )?(?:deel uitmaken van|toevoegen aan|connectie|verbinden|met (?:je|u) verbinden|je netwerk)|(?:heeft|hebben) (?:je|u) (?:uitgenodigd|toegevoegd|genoemd|vermeld|getagd)|(?:nieuwe|openstaande) (?:uitnodiging|melding|volger|connectie)en?\b",
    r"(?:möchte|möchten) (?:\w+ ){0,6}(?:vernetzen|hinzufügen|in kontakt treten)|(?:hat|haben) (?:sie|dich) (?:\w+ )?(?:eingeladen|erwähnt|markiert|hinzugefügt)|neue (?:kontaktanfrage|benachrichtigung|einladung)en?",
    r"(?:aimerait|souhaite|souhaiterait|veut) (?:\w+ )?(?:rejoindre|ajouter|se connecter|entrer en contact|intégrer)|(?:invitations?|notifications?|messages?) en attente|vous a (?:invité|mentionné|identifié|ajouté|envoyé)",
    r"has (?:shared|uploaded|signed|edited|commented)(?: \S+){0,8} (?:with you|document|file|folder)|heeft (?:een |het )?(?:\S+ ){0,6}(?:gedeeld|ondertekend|geüpload)|hat (?:\S+ ){0,6}(?:geteilt|freigegeben|hochgeladen)|a (?:partagé|signé|déposé) ",
    r"is inviting you to a (?:scheduled )?(?:\w+ )?(?:meeting|call|webinar)|join (?:\w+ )?meeting(?:\W+https?|\W+meeting id)|meeting id\W",
))  # fmt: skip
ACCOUNTS = Tell(_NOTE, Place.TEXT, 2, (
    r"(?:reset|change|forgot)(?: \w+){0,3} password|password (?:was|has been|will|reset|expires)|new (?:sign-?in|login|device)|verification code|security code|one-time (?:code|password)|two-factor|activate your account|confirm your (?:e-?mail|subscription|account)",
    r"wachtwoord (?:opnieuw|resetten|herstellen|is gewijzigd|wijzigen|verloopt|vergeten)|verificatiecode|beveiligingscode|activeer (?:uw|je) account|bevestig (?:uw|je) (?:e-?mail|inschrijving|account|aanmelding)|nieuwe aanmelding|nieuwe inlog",
    r"passwort (?:zurück|ändern|wurde|läuft)|bestätigungscode|sicherheitscode|aktivieren sie ihr|bestätigen sie ihre (?:e-?mail|anmeldung)|neue anmeldung (?:bei|von|auf)",
    r"(?:réinitialis|modifi)\w+ (?:\w+ )?mot de passe|code de (?:vérification|sécurité|confirmation)|activez votre compte|confirmez votre (?:adresse|inscription|compte)|nouvelle connexion",
    r"(?:backup|cron|job|certificate|domain|licen[cs]e|storage|server|host|service|monitor|disk|website|plugin|updates?)(?: \S+){0,5} (?:failed|completed|expires?|will expire|expiring|is down|is up|succeeded|is full|finished|threshold|available|installed|has been updated)|(?:domein|certificaat|licentie|back-?up|server|website)(?: \S+){0,5} (?:verloopt|mislukt|voltooid|verlopen|offline|bijgewerkt|verlengd)|(?:domain|zertifikat|lizenz|sicherung)(?: \S+){0,5} (?:läuft ab|fehlgeschlagen|abgeschlossen|abgelaufen)|(?:domaine|certificat|licence|sauvegarde)(?: \S+){0,5} (?:expire|échoué|terminée|expirera)",
))  # fmt: skip
# Somebody else's desk confirms a place to us: whoever writes to us asks for one.
CONFIRMS = Tell(_NOTE, Place.TEXT, 4, (
    r"\byour (?:\w+ )?(?:registration|booking|place|seat|ticket|appointment|enrol+ment|reservation)s?\b[^.!?]{0,90}\b(?:is|are|has been|have been) (?:\w+ )?(?:confirmed|complete|reserved|booked|on \d)|\bthank you for (?:signing up|registering|enrolling|booking|your registration)|\bwe(?:'re| are)? (?:hereby )?(?:confirm|pleased to confirm) your|\b(?:register now|sign up (?:now|on our)|save your seat|book your (?:seat|place|ticket)|only \d+ (?:seats|places|tickets) left|your (?:free )?trial)\b",
    r"\b(?:je|u) (?:bent|staat) (?:nu |hierbij )?(?:aangemeld|ingeschreven|geregistreerd) (?:voor|bij)|\b(?:uw|je|jouw) (?:aanmelding|inschrijving|deelname|afspraak|ticket|plaats)\b[^.!?]{0,70}\b(?:is|zijn) (?:\w+ )?(?:bevestigd|ontvangen|verwerkt|definitief|gereserveerd)|\b(?:hierbij )?bevestigen wij (?:uw|je)|\bmeld je (?:nu|snel|gratis|hier) aan\b|\btoegang (?:is )?gratis\b|\bkom (?:ook|allen) naar\b|\baanmelden (?:is )?(?:gewenst|verplicht|noodzakelijk)|\bbedankt voor (?:je|uw) (?:aanmelding|inschrijving)",
    r"\b(?:hiermit )?bestätigen wir ihre|\bsie sind (?:nun |jetzt )?(?:angemeldet|registriert) (?:für|zu)|\bihre (?:anmeldung|buchung|teilnahme|registrierung)\b[^.!?]{0,70}\b(?:bestätigt|eingegangen|erfolgreich|verbindlich)|\bvielen dank für (?:ihre|deine) (?:anmeldung|registrierung|buchung)|\bjetzt anmelden\b|\beintritt frei\b",
    r"\bvotre (?:inscription|réservation|participation|place|billet)\b[^.!?]{0,70}\b(?:est|a été|sont) (?:\w+ )?(?:validée?|confirmée?|enregistrée?|réservée?)|\bnous (?:vous )?confirmons votre|\bvous êtes (?:bien )?inscrite?s? (?:à|au|pour)|\bmerci (?:de|pour) votre (?:inscription|réservation)|\bentrée (?:libre|gratuite)\b|\binscrivez-vous (?:vite|dès|maintenant|en ligne)",
))  # fmt: skip
TO_A_CUSTOMER = Tell(_NOTE, Place.TEXT, 1, (
    r"(?:dear|beste|geachte|cher|liebe[r]?|sehr geehrter?) (?:customer|user|client|klant|gebruiker|relatie|account ?holder|utilisateur|kunde|nutzer|cardholder|member)\b",
))  # fmt: skip
SYSTEM_SENDER = Tell(_NOTE, Place.SENDER, 2, (
    r"^(?:no|not|non)?[-_.]?(?:reply|notif\w*|notifications?|alerts?|updates?|reminders?|system|automat\w*|robot|bot|mailer|billing|invoices?|orders?|shipping|tracking|receipts?|bestellingen|bestelling|facturatie|facturen|rechnung|commandes?|noreply\w*|\w*[-_.]?no-?reply|support|helpdesk|servicedesk|service|klantenservice|kundenservice|webmaster|security|account|accounts|verify|invitations?|messages?|jira|tickets?|calendar)[-_.]?\w{0,12}$",
))  # fmt: skip
CALENDAR = Tell(_NOTE, Place.SUBJECT, 2, (
    r"^(?:accepted|declined|tentative(?:ly accepted)?|geaccepteerd|geweigerd|afgewezen|voorlopig(?: geaccepteerd)?|zugesagt|angenommen|abgelehnt|mit vorbehalt|vorläufig|accepté|refusé|décliné|provisoire|canceled|cancelled|geannuleerd|abgesagt|annulé|updated invitation|bijgewerkte uitnodiging|new time proposed|nieuwe tijd voorgesteld)\s?:",
))  # fmt: skip
CALENDAR_LINES = Tell(_NOTE, Place.TEXT, 2, (
    r"^\W*(?:when|wanneer|wann|quand)\s?:(?:[^?!]){4,120}(?:where|waar|wo|où|who|wie|wer|qui)\s?:",
    r"(?:has|heeft|hat|a) (?:accepted|declined|tentatively accepted|proposed|geaccepteerd|geweigerd|afgewezen|zugesagt|abgelehnt|accepté|refusé|décliné)(?: \S+){0,4} (?:invitation|uitnodiging|einladung|meeting|event|new time|afspraak|termin)",
))  # fmt: skip

SYSTEMS: tuple[Tell, ...] = (
    UNDELIVERED,
    NO_SUCH_ADDRESS,
    UNDELIVERED_SUBJECT,
    TICKETS,
    ORDERS,
    NETWORKS,
    ACCOUNTS,
    CONFIRMS,
    TO_A_CUSTOMER,
    SYSTEM_SENDER,
    CALENDAR,
    CALENDAR_LINES,
)

# What people call their own other occasions and never ours: with only a date in common, a person must look.
OTHER_OCCASIONS = (
    r"\b(?:for|your|our) (?:\w+ ){0,3}(?:appointment|dentist|flight|yoga|course|training|lesson|class|concert|football|match|webinar|"
    r"board meeting|audit|trial|subscription|order|hotel|parking|donor|blood|maintenance|exam|wedding|party|"
    r"dinner|book launch|vernissage|exhibition|rental|lease|vacancy|holiday home)s?\b",
    r"\b(?:voor|bij|onze|uw|je) (?:\w+ ){0,3}(?:afspraak|tandarts|vlucht|vliegticket|cursus|training|lessen|concert|wedstrijd|ledenraad|"
    r"boekpresentatie|abonnement|bestelling|hotelkamer|huisje|huur|rooster|examen|bruiloft|feest|etentje|borrel|"
    r"nieuwjaarsborrel|receptie|wandeling|vacature|sollicitatie|\w+training|\w+cursus)\b",
    r"\b(?:für|zum|zur|beim|unsere[nrm]?|ihre?) (?:\w+ ){0,3}(?:zahnarzt|arzttermin|flug|kurs|schulung|unterricht|konzert|spiel|abonnement|bestellung|hotelzimmer|"
    r"mitgliederversammlung|hochzeit|feier|prüfung|neujahrsempfang|buchvorstellung|gutschein|mietvertrag|kindergarten)\b",
    r"\b(?:pour|au|à la|votre|notre) (?:\w+ ){0,3}(?:dentiste|concert|match|abonnement|commande|hôtel|cantine|assemblée générale|mariage|fête|"
    r"examen|vernissage|location|bail|stage de|poste de)\b",
)
