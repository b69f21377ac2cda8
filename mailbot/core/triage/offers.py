"""What is sent to thousands: newsletters, offers, calls for papers, fraud. Data only.

The same form as ``absence``.
"""

from __future__ import annotations

from mailbot.core.triage.outcome import IgnoreKind
from mailbot.core.triage.tells import Place, Tell

_LIST, _SPAM = IgnoreKind.LIST, IgnoreKind.SPAM

LEAVING = Tell(_LIST, Place.TEXT, 3, (
    r"(?:to |click (?:here )?to |can |want to )?unsubscribe(?: here| from (?:this|these|our|future|all)|: | ?https?| ?\||$| at any| by| link| instantly)|opt[- ]out (?:here|of|at any|\||:|by)|remove (?:me|yourself) from (?:this|our) (?:mailing )?list: ?",
    r"(?:klik hier om |om )?(?:uitschrijven|afmelden|uit te schrijven|af te melden) ?(?:voor|van|uit) (?:deze|de|onze) (?:nieuwsbrief|mailing|mail|e-mail|updates)|(?:uitschrijven|afmelden|uitschrijflink|schrijf (?:je|u) (?:hier )?uit)(?: hier)? ?(?:\||:|https?|$|>)|wil(?:t)? (?:je|u) (?:deze |geen |onze )(?:\w+ )?(?:nieuwsbrief|mail|mails|e-mails) (?:niet )?(?:meer|langer)",
    r"(?:newsletter|abo|e-mails?) (?:\w+ ){0,3}abbestellen|vom (?:newsletter|verteiler) abmelden|(?:abmelden|austragen|abbestellen)(?: hier| können sie)? ?(?:\||:|https?|$)|keine (?:weiteren )?(?:e-mails|newsletter|mails) mehr (?:erhalten|bekommen|wünschen)",
    r"(?:pour )?(?:se|vous) (?:désinscrire|désabonner)(?: de cette| ici|:| :| de notre| de nos| cliquez|$| à tout)|lien de désinscription|désinscription ?(?:\||:|https?|$)|ne plus recevoir (?:nos|ces|cette|de|la)",
))  # fmt: skip
BECAUSE = Tell(_LIST, Place.TEXT, 3, (
    r"you(?:'re| are)? (?:are )?(?:receiv(?:e|ed|ing)|getting) (?:this|these|our)(?: \S+){0,6} (?:because(?! i\b| i'| we\b)|as a|since)|this (?:e-?mail|message|newsletter) (?:was|is) sent to \S+@",
    r"(?:je|u) (?:ontvangt|krijgt) (?:deze|dit|onze)(?: \S+){0,6} (?:omdat|aangezien|als (?:lid|abonnee|klant|relatie))|deze (?:e-?mail|mail|nieuwsbrief) is (?:verzonden|verstuurd) (?:aan|naar)",
    r"sie (?:erhalten|bekommen) diese(?:\S*)(?: \S+){0,6} (?:weil|da|als)|diese (?:e-?mail|mail) wurde an \S+@",
    r"vous recevez (?:ce|cet|cette|ces|notre)(?: \S+){0,6} (?:car|parce que|en tant que|suite à)|ce (?:message|courriel|mail|e-mail) (?:a été|est) (?:envoyé|adressé) à \S+@",
))  # fmt: skip
ONLINE = Tell(_LIST, Place.TEXT, 3, (
    r"(?:view|read|open|see) (?:this |the |it )?(?:\w+ ){0,3}(?:in (?:your |a |the )?(?:web ?)?browser|online|on the web)|web ?version|having trouble (?:viewing|reading)|not displaying correctly|images not (?:showing|displayed)",
    r"(?:bekijk|lees|open)(?: deze| de| dit)?(?: \w+){0,3} (?:in (?:je|uw|de) (?:web)?browser|online)|webversie|(?:niet|onleesbaar) goed (?:leesbaar|weergegeven)",
    r"(?:im|in ihrem) browser (?:ansehen|öffnen|anzeigen|lesen|betrachten)|(?:online|web)-?(?:version|ansicht)|nicht (?:richtig|korrekt) (?:angezeigt|dargestellt)",
    r"(?:dans|avec) (?:votre|le|un) navigateur|version (?:en ligne|web)|(?:afficher|voir|lire|consulter) (?:\w+ ){0,4}en ligne|ne s'affiche pas",
))  # fmt: skip
CHOICES = Tell(_LIST, Place.TEXT, 2, (
    r"(?:update|manage|change|edit) (?:your )?(?:\w+ )?(?:preferences|subscription|profile|settings)|forward to a friend|add us to your (?:address|contacts)|privacy (?:policy|statement) \||all rights reserved",
    r"(?:voorkeuren|gegevens|profiel|instellingen) (?:wijzigen|aanpassen|beheren)|(?:wijzig|beheer) (?:je|uw) (?:voorkeuren|gegevens|profiel)|stuur (?:deze mail )?door (?:naar|aan) een|alle rechten voorbehouden|doorsturen aan een vriend",
    r"profil (?:bearbeiten|ändern)|einstellungen (?:ändern|verwalten)|alle rechte vorbehalten|an freunde weiterleiten|impressum \||datenschutz \|",
    r"(?:gérer|modifier) (?:vos|mes|votre) (?:préférences|abonnement|profil)|tous droits réservés|transférer à un ami|mentions légales \|",
))  # fmt: skip
ISSUE = Tell(_LIST, Place.TEXT, 2, (
    r"in this (?:issue|edition|newsletter|month's|week's)|(?:latest|this (?:week|month)(?:'s)?) (?:news|headlines|digest|issue|edition)|read (?:the )?(?:more|full story|full article) ?(?:»|>|→|https?|\.\.\.)|top stories|follow us on",
    r"in (?:deze|dit) (?:nieuwsbrief|editie|nummer|uitgave|mailing)|(?:laatste|het) nieuws (?:van|uit|over|in) (?:de|het|onze)|lees (?:meer|verder) ?(?:»|>|→|https?|\.\.\.|:)|volg ons op|agenda en nieuws",
    r"in (?:dieser|diesem) (?:ausgabe|newsletter|nummer)|(?:neuigkeiten|nachrichten) aus|(?:weiterlesen|mehr (?:lesen|erfahren)) ?(?:»|>|→|https?|\.\.\.|:)|folgen sie uns",
    r"dans (?:ce|cette) (?:numéro|édition|lettre|newsletter|infolettre)|(?:lire la suite|en savoir plus) ?(?:»|>|→|https?|\.\.\.|:)|suivez-nous|l'actualité (?:de|du|des)",
))  # fmt: skip
LETTER_SUBJECT = Tell(_LIST, Place.SUBJECT, 2, (
    r"^(?!re\b|fwd?\b|aw\b|antw|unsub|stop|afmeld|uitschrijv)(?:[^?]{0,50}\b)?(?:newsletter|nieuwsbrief|nieuwsflits|infolettre|lettre d'information|newsflash|digest|e-?zine|weekly|wekelijkse|maandbrief|rundbrief|bulletin)\b(?![^?]{0,30}(?:stop|uitschr|afmeld|cancel|unsub|abmeld|désins))",
))  # fmt: skip
LETTER_SENDER = Tell(_LIST, Place.SENDER, 2, (
    r"^(?:e-?)?(?:news(?:letters?)?|nieuwsbrief|nieuws|mailings?|marketing|campaigns?|digest|actie|aanbieding(?:en)?|deals?|promo(?:tions?)?|infolettre|lettre|actus?|rundbrief|bulletin|hello-news|list|lists)[-_.]?\w{0,12}$",
))  # fmt: skip

ACCOUNT_FRAUD = Tell(_SPAM, Place.TEXT, 3, (
    r"(?:mailbox|mail ?box|inbox|account|storage|quota|webmail|password|e-?mail)(?: \S+){0,6} (?:full|almost full|exceeded|suspended|expire[ds]?|expiring|limited|locked|deactivated|closed|terminated|verification|at \d\d ?%|reached|will be|is at|upgrade)",
    r"(?:mailbox|postbus|inbox|account|opslag|postvak|wachtwoord|webmail)(?: \S+){0,6} (?:vol|bijna vol|geblokkeerd|opgeschort|verloopt|verlopen|gedeactiveerd|afgesloten|gesloten|beperkt|\d\d ?%|bereikt|overschreden)",
    r"(?:postfach|konto|speicher|mailbox|passwort|zugang)(?: \S+){0,6} (?:voll|fast voll|gesperrt|eingeschränkt|läuft|abgelaufen|deaktiviert|gelöscht|überschritten|\d\d ?%)",
    r"(?:boîte|compte|messagerie|stockage|mot de passe|accès)(?: \S+){0,6} (?:plein|pleine|saturée?|suspendue?|bloquée?|expire|expirera|expiré|désactivée?|limitée?|\d\d ?%|dépassé)",
))  # fmt: skip
CONFIRM_NOW = Tell(_SPAM, Place.TEXT, 3, (
    r"(?:confirm|verify|validate|update|upgrade|re-?activate|restore)(?: \w+){0,6} (?:account|identity|password|mailbox|details|information|e-?mail|registration|data|payment)(?: \S+){0,8}(?:within|immediately|now|click|to (?:avoid|keep|continue|prevent)|below|link|https?|or )",
    r"(?:bevestig|verifieer|valideer|controleer|update|werk)(?: \w+){0,6} (?:account|identiteit|wachtwoord|mailbox|gegevens|postbus|betaling)(?: \S+){0,8}(?:binnen|direct|nu|klik|om te|onderstaande|link|https?|of )",
    r"(?:bestätigen|verifizieren|aktualisieren|überprüfen) sie (?:\w+ ){0,6}(?:konto|identität|passwort|daten|postfach|zahlung)|(?:konto|daten|passwort|postfach)(?: \w+){0,5} (?:bestätigen|verifizieren|aktualisieren)",
    r"(?:confirmez|vérifiez|validez|actualisez|mettez à jour)(?: \w+){0,6} (?:compte|identité|mot de passe|messagerie|informations|coordonnées|paiement)",
))  # fmt: skip
CLICK = Tell(_SPAM, Place.TEXT, 2, (
    r"click (?:here|below|on the link|the link|the button)|follow (?:this|the) link|(?:confirm|verify|act|buy|order|download|login|sign in|start|claim it|apply) now\b|download (?:it |the |your )?(?:\w+ )?here|reply (?:with )?\W?yes\b",
    r"klik (?:hier|op de|op onderstaande|dan|nu)|via (?:onderstaande|deze) link|bestel nu|koop nu|download (?:hier|nu|de)|log (?:hier|nu) in",
    r"klicken sie|hier klicken|jetzt (?:bestätigen|kaufen|bestellen|sichern|anmelden|herunterladen)|über (?:den|folgenden) link",
    r"cliquez (?:ici|sur)|cliquer (?:ici|sur)|en un clic|téléchargez|commandez (?:maintenant|dès)|profitez",
))  # fmt: skip
HASTE = Tell(_SPAM, Place.TEXT, 2, (
    r"within (?:24|48|72|the next 24) ?(?:h|hrs|hours)|(?:final|last) (?:notice|reminder|warning|chance|call|demand)|act (?:now|fast|immediately|quickly)|hurry|limited (?:time|offer|seats|places|slots|availability)|(?:offer|discount) (?:ends|expires|valid)|to avoid|or it will be|don't miss|urgent (?:response|reply|attention|action)|deadline extended|extended deadline",
    r"binnen (?:24|48|72|\d+) ?(?:u|uur|uren)|laatste (?:kans|herinnering|waarschuwing|aanmaning|sommatie)|(?:op=op|wees er snel bij|mis het niet|alleen vandaag|nog maar|tijdelijk)|om (?:afsluiting|blokkering|kosten|incasso) te voorkomen|anders (?:wordt|gaan|zal)",
    r"innerhalb (?:von )?(?:24|48|72) ?(?:h|stunden)|letzte (?:chance|mahnung|erinnerung|warnung|möglichkeit)|nur (?:noch )?(?:heute|kurze zeit|bis)|um (?:eine sperrung|mahnkosten|die löschung) zu vermeiden|andernfalls|sofort handeln",
    r"sous (?:24|48|72) ?(?:h|heures)|dernier (?:rappel|avis|délai)|dernière (?:chance|relance)|offre (?:limitée|valable)|pour éviter|à défaut|dans les (?:24|48|72) heures|poursuites",
))  # fmt: skip
MONEY = Tell(_SPAM, Place.TEXT, 2, (
    r"(?:million|billion) (?:us )?(?:dollars|usd|euros?|pounds)|(?:usd|us\$|\$|€|£) ?\d+(?:[.,]\d+)? ?(?:m\b|million)|inheritance|next of kin|beneficiary|lottery|jackpot|compensation fund|bank transfer of|western union|moneygram|crypto|bitcoin|forex|investment (?:opportunity|proposal)|loan (?:offer|at)|business (?:loan|funding|proposal)|grant of \$|unclaimed",
    r"(?:miljoen|miljard) (?:euro|dollar)|erfenis|begunstigde|loterij|gewonnen prijs|u heeft gewonnen|lening (?:aanbod|vanaf)|investeringskans|zakelijke lening|belegging",
    r"(?:millionen|milliarden) (?:euro|dollar)|erbschaft|begünstigte|lotterie|sie haben gewonnen|darlehen|kreditangebot|investitionsmöglichkeit|geldanlage",
    r"(?:millions?|milliards?) (?:d'euros|de dollars|d'€)|héritage|bénéficiaire|loterie|vous avez gagné|prêt (?:entre|à|de|rapide)|offre de (?:prêt|crédit)|investissement rentable",
    r"(?:unpaid|overdue|outstanding) (?:invoice|balance|payment|amount)|openstaande (?:factuur|rekening|bedrag)|(?:unbezahlte|offene|überfällige) rechnung|facture (?:\w+ )?(?:impayée|demeure|reste)|mise en demeure",
))  # fmt: skip
OFFER = Tell(_SPAM, Place.TEXT, 2, (
    r"(?:free|no[- ]obligation) (?:quote|trial|consultation|demo|audit|sample|proposal)|price ?list|competitive (?:prices?|rates?)|(?:\d+ ?%|big|huge|special|exclusive) (?:off|discount|korting|offer|rabatt|savings)|best price|we (?:are a|offer|provide|specialize|specialise|supply|manufacture|deliver) (?:\w+ ){0,5}(?:services?|solutions?|products?|company|leading|quality|software|lists?|range)|money[- ]back",
    r"(?:gratis|vrijblijvende?) (?:offerte|proef|demo|scan|advies|kennismaking|adviesgesprek)|prijslijst|scherpe (?:prijzen|tarieven)|\d+ ?% (?:korting|voordeel)|actiekorting|wij (?:zijn|bieden|leveren|verzorgen|ontwikkelen) (?:\w+ ){0,5}(?:diensten|oplossingen|producten|specialist|software|websites)|onze (?:acties|aanbiedingen)",
    r"(?:kostenloses?|unverbindliches?) (?:angebot|demo|beratung|probe|muster)|preisliste|günstige(?:n)? preise|\d+ ?% (?:rabatt|nachlass)|wir (?:bieten|sind|liefern|entwickeln) (?:\w+ ){0,5}(?:dienstleistungen|lösungen|produkte|anbieter|software)|sonderangebot",
    r"devis (?:\w+ )?gratuit|essai gratuit|(?:démo|consultation|audit) gratuite?|tarifs? (?:compétitifs?|avantageux|préférentiels?)|- ?\d+ ?%|\d+ ?% de (?:réduction|remise)|nous (?:sommes|proposons|offrons|vous proposons) (?:\w+ ){0,6}(?:services?|solutions?|produits?|spécialistes?|gamme)|offre (?:spéciale|exclusive|promotionnelle)",
))  # fmt: skip
SEARCH = Tell(_SPAM, Place.TEXT, 3, (
    r"\bseo\b|(?:first|top) (?:page|of google|results)|(?:rank|ranking|ranked|visibility)(?: \w+){0,4} (?:google|search|higher|website)|backlinks?|guest post|link (?:building|exchange|insertion)|(?:redesign|design|develop|optimi[sz]e|audit|errors on|traffic (?:to|for|of)) (?:of )?(?:your|the) (?:web ?)?site|domain authority|(?:web|app) (?:design|development) (?:services|company|agency)|directories for|sponsored (?:post|article)",
    r"(?:hoger|vindbaar(?:heid)?|bovenaan|eerste pagina)(?: \w+){0,3} (?:google|zoekmachines?)|zoekmachine ?optimalisatie|(?:uw|je) website (?:\w+ ){0,4}(?:verbeteren|vernieuwen|bezoekers|vindbaar|gevonden)|linkbuilding|gastblog",
    r"suchmaschinen ?optimierung|(?:erste seite|platz 1|besser|ranking)(?: \w+){0,4} google|ihre webs(?:ite|eite) (?:\w+ ){0,4}(?:verbessern|optimieren|gefunden)|gastbeitrag",
    r"référencement|(?:première page|mieux classé|visibilité)(?: \w+){0,4} google|votre site (?:\w+ ){0,4}(?:améliorer|refonte|visible|optimis)|article (?:sponsorisé|invité)|netlinking",
    r"(?:attendees?|visitors?|e-?mail|contact|delegates?|participants?|leads?|decision makers?)[ '-]s? ?(?:database|lists?|contacts)(?: \w+){0,6} (?:of|for|available|price|cost|interested|acquire|purchase|buy|counts?|with)|b2b (?:leads|data|contacts)|lead generation|opt-in (?:contacts|list)|interested in (?:acquiring|purchasing|buying)",
))  # fmt: skip
PAPERS = Tell(_SPAM, Place.TEXT, 3, (
    r"call for (?:papers|abstracts|manuscripts|submissions|chapters|participation)|(?:submit|submission of) (?:your|an?|original|the|full) (?:paper|abstract|manuscript|article|proposal|chapter)s?|manuscripts?|indexed (?:in|by)|impact factor|scopus|peer[- ]review|editorial board|special issue|camera[- ]ready|cross[- ]?posting",
    r"(?:keynote|plenary|invited|honou?rable) (?:speaker|lecture)|oral presentation|poster presentation|(?:world|international|global|annual) (?:summit|congress|conference|symposium|convention|expo) on|early[- ]bird|your (?:eminent|valuable|esteemed|gracious) (?:presence|contribution)|esteemed (?:professor|researcher|doctor|scientist|author)|greetings of the day|dear (?:researcher|author|professor|prof|dr|scholar)",
    r"appel à (?:communications|contributions|articles)|soumettez (?:votre|vos)|oproep voor (?:papers|bijdragen)|aufruf (?:zur|für) (?:einreichung|beiträge)",
))  # fmt: skip
NOBODY_SPECIAL = Tell(_SPAM, Place.TEXT, 1, (
    r"(?:dear|hello|hi|attn|attention) (?:sir ?/? ?madam|sir or madam|friend|beloved|customer|user|client|valued|webmaster|website owner|site owner|business owner|manager|beneficiary|winner|organi[sz]er|exhibitor|purchas\w+|colleagues?|\S+\.(?:example|com|org|nl|de|fr)|team)",
    r"(?:beste|geachte) (?:klant|gebruiker|ondernemer|website-?eigenaar|webmaster|relatie|inkoper|organisator|webshop)",
    r"(?:lieber?|sehr geehrter?|hallo) (?:kunde|kundin|nutzer|nutzerin|unternehmer|webmaster|kollege|veranstalter|postfachinhaber)",
    r"(?:chère?s?|bonjour|madame, monsieur) (?:clients?|utilisateurs?|organisateurs?|webmaster|abonnée?s?|ami|bien-aimé|titulaire)",
))  # fmt: skip
FRAUD_SENDER = Tell(_SPAM, Place.SENDER, 1, (
    r"^(?:sales|marketing|offers?|promo\w*|admin|administrator|security|verify|verification|webmail|mailadmin|beheer|seo|growth|leads?|biz|business|cfp|conference|editor|editorial|billing|compta|facturation|contact)[-_.]?\w{0,8}$",
))  # fmt: skip

OFFERS: tuple[Tell, ...] = (
    LEAVING,
    BECAUSE,
    ONLINE,
    CHOICES,
    ISSUE,
    LETTER_SUBJECT,
    LETTER_SENDER,
    ACCOUNT_FRAUD,
    CONFIRM_NOW,
    CLICK,
    HASTE,
    MONEY,
    OFFER,
    SEARCH,
    PAPERS,
    NOBODY_SPECIAL,
    FRAUD_SENDER,
)
