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
)
