"""Words of coming to something: a person says them, and hardly any machine."""

COMING = (
    r"\b(?:events?|meet-?ups?|meeting of|registrations?|register(?:ed)?|seats?|places?|spots?|waiting list|attend(?! to\b)|"
    r"join|participate|come|coming|make it|be (?:there|with you|among you)|there in person|sign (?:me|us) up|cancel|instead of|"
    r"miss (?:it|the|your|this|out)|(?:on the|that (?:same )?) ?(?:day|afternoon)|count me (?:in|out)|without me)\b",
    r"\b(?:bijeenkomst|evenement|aan ?melding|inschrijving|aan ?gemeld|af ?gemeld|afmelden|afzeggen|plaats|plek|wachtlijst|"
    r"kom(?!\b[^.!?]{0,25}\bterug\b)|komen|komt|bij (?:te )?(?:zijn|wonen)|erbij|er\b[^.!?]{1,40}\bbij|deelnemen|deelname|meedoen|"
    r"annuleren|mijn plaats|verstek|zonder mij|overslaan|die (?:zelfde )?(?:dag|middag|avond))\b",
    r"\b(?:veranstaltung|treffen|anmeldung|abmeldung|angemeldet|abmelden|absagen|platz|plätze|warteliste|"
    r"komme|(?<!verzögerungen )(?<!wartezeiten )kommen|kommt|teilnehmen|teilnahme|dabei|beiwohnen|stornieren|ohne mich|"
    r"bei (?:euch|ihnen) sein|verpasse|an (?:dem|diesem|jenem) (?:tag|nachmittag))\b",
    r"\b(?:événement|rencontre|inscriptions?|inscrite?s?|désinscri\w*|places?|liste d'attente|"
    r"viens|vient|venir|viendra\w*|participe\w*|participation|assister|présente?s?|annule[rz]?|des vôtres|parmi vous|sans moi|"
    r"manquer(?:ai)?|ce (?:même )?(?:jour|après-midi)(?:-là)?)\b",
)
STEPPING_IN = (
    r"\bin (?:haar|zijn|hun|diens) plaats\b|\b(?:kom|komt|komen) (?:ik|wij|er)? ?(?:voor in de plaats|nu mee)\b|"
    r"\b(?:neemt|nemen)\b[^.!?]{0,40}\b(?:deel|plaats in)\b|\bvervang(?:t|en)? (?:haar|hem|hen)\b",
    r"\b(?:in (?:her|his|their) (?:place|stead)|instead of (?:her|him|them)|(?:will|'ll) (?:attend|join|participate|be coming|come to))\b",
    r"\ban (?:ihrer|seiner|deren|dessen) stelle\b|\bstatt (?:ihrer|seiner)\b|\bnimmt\b[^.!?]{0,60}\bteil\b|\bkommt\b[^.!?]{0,40}\b(?:zum|zu ihrem)\b",
    r"\b(?:à (?:sa|leur) place|participera|viendra|assistera|sera présente?)\b",
    # Another one than the writer will be there.
    r"\b(?:niet ik,? maar|not (?:me|i),? but|nicht ich,? sondern|(?:ce n'est )?pas moi,? mais)\b|"
    r"\b(?:zit|komt|gaat|zal)\b[^.!?]{0,40}\b(?:bij (?:u|jullie)|namens ons|in mijn plaats)\b|"
    r"\b(?:will|'ll) be (?:sitting|there|with you|joining you|coming)\b|"
    r"\bwird\b[^.!?]{0,40}\b(?:bei (?:ihnen|euch)|dabei|an meiner (?:stelle|statt)|kommen|teilnehmen)\b|"
    r"\b(?:sera|viendra) (?:parmi vous|des vôtres|chez vous|là|à ma place)\b",
)
# What follows from being away, in the writer's mouth: a note does not know what it answers.
CONCLUDING = (
    r"\b(?:so|and so|therefore|which means|means)\b[^.!?]{0,30}\b(?:not this time|i(?:'ll| will) (?:miss|skip|pass)|i (?:can't|cannot|won't)|no|without me|can't make|next time)\b|"
    r"\bnot this time\b|\bnext time\b|\b(?:without|not) me\b|\bi(?:'ll| will) (?:miss|skip|pass on) (?:it|this|the)\b|\b(?:can't|cannot|won't) (?:make it|be there|come|attend|join)\b",
    r"\bdus\b[^.!?]{0,30}\b(?:niet|kan ik|sla ik|zonder mij|moet ik|laat ik|geen)\b|\b(?:dit|deze) keer niet\b|\bvolgende keer\b|\b(?:zonder mij|sla (?:ik )?over|aan mij voorbij)\b|\bkan (?:ik )?(?:er )?(?:dan |dus |helaas )*niet (?:bij|komen|mee)\b",
    r"\b(?:also|daher|deshalb|somit|darum|deswegen)\b[^.!?]{0,40}\b(?:nicht|ohne mich|passen|verzicht\w*|absagen)\b|\b(?:diesmal|dieses mal)\b[^.!?]{0,12}\bnicht\b|\bnächstes mal\b|\bohne mich\b|\bkann (?:\w+ )?nicht (?:kommen|dabei|teilnehmen)\b",
    r"\bdonc\b[^.!?]{0,40}\b(?:pas|sans moi|impossible|passe|décline)\b|\bpas cette fois\b|\bla prochaine fois\b|\bune prochaine fois\b|\bsans moi\b|\bne (?:pourrai|peux|viendrai|serai)\b[^.!?]{0,10}\bpas (?:venir|être|des vôtres|participer|y)\b",
)
# What came back to the writer: a server does not ask whether its own report arrived.
CAME_BACK = (
    (
        r"\bdid (?:it|that|this|my \w+|the \w+)\b[^.!?]{0,25}\b(?:reach|arrive|get through|come through)|\bhas (?:it|my \w+) (?:reached|arrived|come through)|"
        r"\bi (?:got|received|had|keep getting)\b[^.!?]{0,30}\b(?:error|bounce\w*|notice|failure|undeliver\w*|delivery)\b"
    ),
    (
        r"\b(?:is|was) (?:hij|het|die|mijn \w+|dat)\b[^.!?]{0,25}\b(?:aangekomen|doorgekomen|binnengekomen)\b[^.!?]{0,20}\?|"
        r"\b(?:kreeg ik|ik kreeg|krijg ik|ik krijg|ik ontving)\b[^.!?]{0,40}\b(?:foutmelding|terug|onbestelbaar|bericht dat|melding)\b"
    ),
    (
        r"\bist (?:sie|es|er|das|meine \w+)\b[^.!?]{0,25}\bangekommen|"
        r"\b(?:bekam ich|ich bekam|ich (?:habe|bekomme|erhielt)|kam)\b[^.!?]{0,40}\b(?:fehlermeldung|zurück|unzustellbar)\b"
    ),
    (
        r"\b(?:est|sont)-(?:il|elle|ils|elles)\b[^.!?]{0,25}\b(?:arrivée?s?|parvenue?s?)|\bl'avez-vous (?:bien )?reçue?|"
        r"\bm'(?:est|a été|sont) (?:revenue?s?|retournée?s?)\b|\bj'ai (?:reçu|eu) (?:un|une)\b[^.!?]{0,30}\b(?:erreur|échec|non remis)"
    ),
)
