"""What programs report that nobody asked: parcels, backups, voices, scans; and servers that hold a mail. Data only.

The same form as ``absence``. A shop's clerk writes of an order as well: what only a program says stands here.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_AUTO, _BOUNCE, _NOTE = IgnoreKind.AUTO_REPLY, IgnoreKind.BOUNCE, IgnoreKind.NOTIFICATION

ON_ITS_WAY = Tell(_NOTE, Place.TEXT, 3, (
    r"\byour (?:\w+ )?(?:order|parcel|package|shipment|delivery) (?:#?\S+ )?(?:is on its way|will arrive|should arrive|arrives|is out for|has left|will be delivered)\b|\btrack your (?:parcel|order|package|shipment)\b|\bchoose a (?:pick-?up|collection) point\b",
    r"\b(?:uw|je) (?:\w+ )?(?:zending|pakket|pakje|bestelling) (?:\S+ )?(?:wordt|komt|is) (?:\w+ )?(?:bezorgd|onderweg|verzonden|vandaag|morgen)\b|\bniet thuis\? |\bkies een afhaalpunt\b|\bafhaalpunt\b",
    r"\bihr(?:e)? (?:paket|sendung|päckchen|bestellung) (?:\S+ )?(?:wird|kommt|ist) (?:\w+ ){0,5}(?:zugestellt|unterwegs|geliefert|morgen|heute)\b|\bablageort\b|\bwunschtag\b",
    r"\bvotre (?:colis|commande|livraison) (?:\S+ ){0,3}(?:sera|arrive|est) (?:\w+ ){0,2}(?:livrée?|demain|aujourd'hui|en chemin|en route|confirmée?)\b|\bpoint relais\b|\bsuivre votre\b",
))  # fmt: skip
BOOKED = Tell(_NOTE, Place.TEXT, 3, (
    r"\bboarding (?:pass|time)\b|\bpresent this (?:ticket|e-?ticket)\b|\bcheck-in (?:opens|is open)\b|\b(?:cancel|cancellation) (?:is )?free (?:of charge )?(?:up to|until)\b|\b\d traveller\b",
    r"\bannuleren kan (?:kosteloos|gratis)\b|\baantal (?:personen|reizigers) ?:|\bneem (?:uw|je) (?:e-?)?ticket mee\b|\bboekingsnummer\b|\breserveringsnummer\b",
    r"\b(?:ticket|fahrkarte) (?:\w+ )?(?:ausgedruckt|auf dem handy)\b|\bvielen dank für ihre (?:buchung|bestellung|reservierung)\b|\b\d person(?:en)?, \d\. klasse\b|\bbuchungscode\b|\bkostenlos stornier\w+",
    r"\bprésentez ce billet\b|\b\d voyageurs?\b|\bnuméro de dossier\b|\bvotre commande est confirmée\b|\bmerci pour votre commande\b|\bannulation gratuite\b",
))  # fmt: skip
PAYS_ITSELF = Tell(_NOTE, Place.TEXT, 3, (
    r"\bis (?:now )?available in your (?:customer area|account|portal)\b|\bno action is (?:needed|required)\b|\bwill be charged to your\b|\bcard ending (?:in )?\d{4}\b",
    r"\b(?:staat|is) (?:klaar|beschikbaar) in (?:uw|je|mijn) (?:account|klantomgeving|portaal|\w+omgeving)\b|\b(?:wordt|zal) automatisch (?:geïncasseerd|afgeschreven)\b|\bu hoeft verder niets te doen\b",
    r"\b(?:steht|liegt) in ihrem (?:kundenkonto|kundenbereich|kundenportal) (?:bereit|zum)\b|\b(?:von ihrem konto|per lastschrift) (?:abgebucht|eingezogen)\b",
    r"\b(?:est )?disponible dans votre espace (?:client|personnel)\b|\bprélevée? (?:automatiquement )?sur votre\b|\baucune action n'est (?:requise|nécessaire)\b",
))  # fmt: skip
BY_ITSELF = Tell(_NOTE, Place.TEXT, 4, (
    r"\b(?:backup|job|task|scan|import|export|sync) (?:\w+ )?(?:finished|completed|succeeded|failed|started) (?:at|on|successfully|with|in)\b|\b\d+ files? copied\b|\b\d+ errors?\b[.,]|\bpassword (?:will|is about to) expire\b|\byour (?:storage|mailbox|disk) is \d+ ?%|\bnew voice ?mail\b|\bsent from (?:device|the multifunction|scanner)\b|\byou are receiving this because you are an attendee\b|\bhas invited you to view\b|\ba new sign-?in\b|\bnew device\b",
    r"\bvoeren wij\b[^.!?]{0,60}\bonderhoud\b|\b(?:is verzonden|verzonden) vanaf apparaat\b|\bscandatum\b|\bback-?up (?:is )?(?:voltooid|geslaagd|mislukt|gereed)\b|\bwachtwoord verloopt\b|\b(?:opslag|schijf|mailbox) is (?:voor )?\d+ ?%|\bnieuw voicemailbericht\b|\bingesproken bericht\b|\bwillen met je verbinden\b|\bbekijk je uitnodigingen\b|\bnieuwe (?:inlog|aanmelding) (?:op|vanaf|gedetecteerd)\b",
    r"\bneue (?:sprach)?nachricht\b[^.!?]{0,40}\b(?:erhalten|\d:\d\d|von \d)\b|\bspeicher (?:ist )?(?:zu \d+ ?%|fast)\b|\b(?:sicherung|datensicherung|backup) (?:\w+ )?(?:abgeschlossen|erfolgreich|fehlgeschlagen)\b|\bpasswort läuft\b|\ban der umfrage\b[^.!?]{0,60}\bteilgenommen\b|\bzum zwischenstand\b|\bwartungsarbeiten\b|\baufnahme finden sie\b|\bneue anmeldung\b[^.!?]{0,30}\b(?:gerät|erkannt|von)\b",
    r"\bnouvelle connexion\b|\bconnexion à votre compte\b|\bnouvel appareil\b|\bs'il s'agit de vous\b|\bsauvegarde\b[^.!?]{0,40}\b(?:terminée|réussie|succès|échoué)\b|\bmot de passe expire\b|\bnouveau message vocal\b|\bespace de stockage\b[^.!?]{0,30}\b(?:\d+ ?%|plein|saturé)\b|\boutils? de numérisation\b|\bmaintenance (?:programmée|planifiée)\b",
))  # fmt: skip

# A server could not, cannot yet, or will not before you prove that you are somebody.
NOT_THERE = Tell(_BOUNCE, Place.TEXT, 3, (
    r"\b(?:recipient|addressee)(?:'s)? (?:\w+ )?(?:inbox|mailbox|address) (?:is full|was not found|wasn't found|does not)\b|\b(?:address|user) (?:wasn't|was not|couldn't be) found at\b|\bcan(?:'t|not) accept messages\b|\bcheck for typos\b|\bto the following (?:address|recipient)\w*\b|\bthis is the mail system\b",
    r"\b(?:mailbox|postvak|inbox) van de ontvanger\b|\bontvanger (?:is )?(?:onbekend|niet gevonden)\b|\bde bezorging van uw bericht\b|\bcontroleer (?:het|dit) (?:e-?mail)?adres\b|\bbericht aan \S+@\S+ (?:kon|kan|is)\b",
    r"\b(?:das )?postfach des empfängers\b|\bder empfänger ist unbekannt\b|\bmaximale größe\b|\bkeine weiteren nachrichten\b|\bzustellung ihrer nachricht\b|\büberprüfen sie die adresse\b|\bnachricht an \S+@\S+ (?:konnte|kann|wurde)\b",
    r"\bboîte (?:aux lettres )?du destinataire\b|\bl'adresse du destinataire\b|\bn'a pas été distribuée?\b|\bla remise de votre message\b|\bvérifiez l'adresse\b|\bmessage à \S+@\S+ (?:n'a|ne|a)\b",
))  # fmt: skip
TRIES_ON = Tell(_BOUNCE, Place.TEXT, 2, (
    r"\b(?:it will be|will be) retried\b|\bdo not need to resend\b|\btry(?:ing)? (?:again|resending your message)\b|\bno further attempts\b|\bwarning message only\b|\bdays? old\b",
    r"\bblijft het (?:nog )?\S+ (?:uur|dagen) proberen\b|\bu hoeft niets te doen\b|\bniet opnieuw (?:worden )?geprobeerd\b|\breden:",
    r"\bversucht es weiterhin\b|\bnicht erneut senden\b|\bgrund:|\bwurde (?:daher )?abgelehnt\b",
    r"\bcontinuera ses tentatives\b|\bvous n'avez rien à faire\b|\bet réessayez\b|\bmotif :|\bnouvelle tentative\b",
))  # fmt: skip
PROVE_IT = Tell(_AUTO, Place.TEXT, 3, (
    r"\b(?:is|are) being held because\b|\bto release (?:it|your message|the message)\b|\bcomplete the (?:verification|captcha)\b|\bnot (?:yet )?known to us\b|\bconfirm (?:once|one time) that you\b|\bclick the link\b[^.!?]{0,30}\b(?:verification|release|deliver)",
    r"\b(?:eenmalig|één keer) te bevestigen\b|\bdat u een mens bent\b|\bdaarna wordt uw bericht\b|\bom ongewenste mail te weren\b|\bbericht wacht op\b",
    r"\bbestätigen sie (?:bitte )?(?:einmalig|einmal)\b|\bliste der bekannten absender\b|\berst dann wird ihre\b|\bdass sie ein mensch\b|\büber folgenden link\b",
    r"\bcliquer une (?:seule )?fois\b|\bprouver que vous\b|\bvous n'êtes pas un robot\b|\blutter contre (?:le spam|les indésirables)\b|\bsera alors (?:transmis|remis|distribué)\b",
))  # fmt: skip
YOU_SENT = Tell(_AUTO, Place.TEXT, 2, (
    r"\b(?:the message you sent|you (?:have )?sent a message) to \S+@|\bu heeft een bericht gestuurd aan\b|\bsie haben eine nachricht an \S+@\S+ gesendet\b|\bvous avez envoyé un message à\b",
))  # fmt: skip

PROGRAMS: tuple[Tell, ...] = (
    ON_ITS_WAY,
    BOOKED,
    PAYS_ITSELF,
    BY_ITSELF,
    NOT_THERE,
    TRIES_ON,
    PROVE_IT,
    YOU_SENT,
)
