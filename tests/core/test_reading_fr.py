"""What French mails ask for, said in the many ways that people have for it.

A row is what was written and what it asks for: the intent, "?" where a person has to look, the
seats where more than one.
"""

from __future__ import annotations

import pytest

from mailbot.core.understanding.compose import ACTING
from tests.core.sayings import params, request, shown
from tests.core.test_reading_de import rows

NEW = {
    "register": """
        Je serai au rendez-vous le 18 janvier.
        Vous pouvez me compter parmi vous.
        Gardez-moi une petite place !
        J'ai l'intention de participer au Meet Up.
        Je tenais à vous signaler ma participation au Meet Up.
        Merci de m'accueillir parmi vous le 18 janvier.
        Je serais enchantée de me joindre à vous.
        Je me permets de solliciter une place.
        Prenez mon inscription svp.
        Je réserve ma place pour le 18 janvier.
        Je ne raterai ça pour rien au monde, inscrivez-moi.
        Il me tarde d'y être, je m'inscris.
        Je désirerais prendre part à votre soirée.
        Je serai des vôtres le 18 janvier.
        Je serai bien évidemment des vôtres.
        Comptez-moi parmi les participants.
        Merci de m'inscrire à la rencontre du 18 janvier.
        Merci de bien vouloir m'inscrire au Meet Up.
        Merci de noter ma participation.
        Merci de prendre note de ma participation au Meet Up.
        Merci de me compter parmi les participants.
        Veuillez m'inscrire, s'il vous plaît.
        Veuillez noter ma présence le 18 janvier.
        Veuillez trouver ci-joint mon inscription au Meet Up.
        Veuillez enregistrer ma participation.
        Je souhaiterais m'inscrire au Meet Up.
        Je souhaite participer à la rencontre du 18 janvier.
        J'aimerais participer au Meet Up.
        J'aimerais beaucoup être présente.
        J'aimerais m'inscrire pour le 18 janvier svp.
        Je voudrais m'inscrire.
        Je désire participer au Meet Up.
        Pourriez-vous m'inscrire au Meet Up ?
        Pourriez-vous m'ajouter à la liste des participants ?
        Pouvez-vous me réserver une place ?
        Pouvez-vous me garder une place pour le 18 janvier ?
        Pourrais-je me joindre à vous le 18 janvier ?
        Puis-je m'inscrire au Meet Up ?
        Puis-je venir au Meet Up ?
        Serait-il possible de participer au Meet Up ?
        Serait-il possible de m'inscrire ?
        Est-il encore possible de m'inscrire au Meet Up ?
        Serait-il possible d'y assister ?
        Je m'inscris au Meet Up du 18 janvier.
        Je m'inscris volontiers.
        Par la présente, je m'inscris au Meet Up.
        Je vous confirme ma présence au Meet Up.
        Je confirme ma participation.
        Je vous confirme ma venue le 18 janvier.
        J'ai le plaisir de vous confirmer ma participation.
        C'est avec plaisir que je participerai au Meet Up.
        C'est avec grand plaisir que j'assisterai à la rencontre.
        Je participerai avec plaisir.
        Je viendrai avec plaisir.
        Je viens volontiers.
        Je viens !
        Je serai là !
        J'y serai.
        J'y participerai volontiers.
        Je serai présent.
        Je serai présente le 18 janvier.
        Vous pouvez compter sur moi.
        Vous pouvez compter sur ma présence.
        Comptez sur moi !
        Comptez sur ma participation.
        Je prendrai part à la rencontre.
        Je serais ravie de participer.
        Je serais heureux d'assister au Meet Up.
        Je serais très heureuse d'être parmi vous.
        Ce serait un plaisir de participer au Meet Up.
        Je suis intéressé et j'aimerais participer.
        Je suis très intéressée par cette rencontre et souhaite m'y inscrire.
        Je souhaite y participer.
        Je souhaite vivement prendre part à cette rencontre.
        Une place pour moi, s'il vous plaît.
        Je voudrais réserver une place.
        Je prends une place.
        Réservez-moi une place svp.
        Gardez-moi une place !
        Inscrivez-moi s'il vous plaît.
        Inscrivez-moi svp pour le 18/1.
        Notez-moi présent.
        Ajoutez-moi à la liste.
        Mettez-moi sur la liste.
        Je vous prie de bien vouloir m'inscrire.
        Je vous prie de m'inscrire au Meet Up du 18 janvier.
        Je vous saurais gré de bien vouloir m'inscrire à cette rencontre.
        Je vous serais reconnaissante de m'inscrire.
        J'ai l'honneur de solliciter mon inscription au Meet Up.
        J'ai l'honneur de vous confirmer ma participation.
        Je viens par la présente solliciter ma participation au Meet Up.
        Je sollicite une place pour le Meet Up.
        Je réponds favorablement à votre invitation.
        J'accepte volontiers votre invitation.
        J'accepte avec plaisir votre invitation.
        Je me réjouis de participer au Meet Up.
        Je me réjouis d'être des vôtres.
        Je compte participer au Meet Up.
        Je compte bien être là.
        Je me joindrai à vous le 18 janvier.
        Je me ferai un plaisir d'être parmi vous.
        Je tiens à participer à cette rencontre.
        Je vous informe que je participerai au Meet Up.
        Je vous informe de ma participation au Meet Up.
        Je vous annonce ma présence le 18 janvier.
        Inscription au Meet Up du 18 janvier
        je voudrais minscrire au meet up
        jaimerais participer au meet up svp
        je souhaite mincrire au Meet Up
        Présent !
        Je suis partante !
        Je suis des vôtres !
        J'en suis !
        Ok pour moi, je viens.
        Je vais participer au Meet Up.
        Je vais assister à la rencontre.
        Je pense bien venir, inscrivez-moi.
        Il me plairait de participer à la rencontre.
        Bien entendu, je serai là.
        Voici mon inscription.
        Ci-joint mon inscription au Meet Up.
        Demande d'inscription au Meet Up
        S'il reste de la place, je viendrais volontiers.
        S'il reste des places, j'aimerais m'inscrire.
        Si c'est encore possible, je souhaite m'inscrire.
        Je ne manquerai pas d'être présent.
        Je ne voudrais pas manquer cette rencontre : inscrivez-moi.
        Pourriez-vous noter mon inscription
        Merci de me réserver une place.
        Merci de procéder à mon inscription.
        Merci d'enregistrer mon inscription.
        Je vous remercie de m'inscrire.
        Je vous remercie de bien vouloir prendre en compte mon inscription.
        J'aimerais bien être de la partie.
        Je souhaiterais assister à la rencontre.
        j'ai bien reçu votre invitation et je vous confirme que je serai présente.
        une collègue m'a parlé de votre rencontre et j'aimerais beaucoup y participer.
        suite à votre annonce, je vous prie de bien vouloir noter mon inscription.
        n'ayant pas pu venir la dernière fois, je serais heureux d'assister à celle-ci.
        journaliste indépendante, je souhaite assister au Meet Up du 18 janvier.
        je ne suis pas membre mais j'aimerais participer, je réglerai les 25 euros.
        Bref : je viens.
        Comptez une personne de plus, moi !
        Je m'inscris donc par ce courriel à la rencontre du 18.
        Bonsoir, c'est pour m'inscrire au Meet Up svp.
        C'est pour une inscription au Meet Up.
        Je voudrais être inscrite sur la liste des participants.
        Je vous adresse par la présente ma demande d'inscription.
        Veuillez me compter au nombre des participants.
        Prière de m'inscrire au Meet Up du 18 janvier.
        Je confirme que je participerai.
        Je me permets de m'inscrire au Meet Up.
        Je profite de ce message pour m'inscrire.
        Je serai de la partie le 18 !
        Ça m'intéresse, je m'inscris.
        Votre thème m'intéresse beaucoup. Serait-il possible de me réserver une place ?
        Est-ce que je peux venir le 18 ?
        Je suis disponible et souhaite participer.
        Je réserve une place pour le 18 janvier.
        Je vous écris afin de m'inscrire à votre rencontre.
        Je vous contacte pour m'inscrire au Meet Up.
        Bloquez-moi une place svp.
        Je participe !
        Vous pouvez m'inscrire.
        Je veux bien participer.
        Septante kilomètres de train, mais je viendrai avec plaisir !
        Au plaisir d'être des vôtres le 18 janvier, je m'inscris.
        Votre rencontre m'intéresse et je m'y joindrai volontiers.
        Par ce message, je tiens à annoncer ma venue.
        Je souhaite être présent le 18 janvier et vous remercie de me le confirmer.
        Comme convenu par téléphone, je m'inscris au Meet Up.
        Comme convenu, une place pour moi svp.
        Hâte d'y être, je viens !
        Je m'appelle Robin Keller et je voudrais m'inscrire au Meet Up.
        Merci de m'ajouter à la liste des participants.
        Je vous confirme volontiers que je serai là le 18 janvier.
        Auriez-vous encore une place pour moi ?
        Avez-vous encore une place pour moi ?
        Y a-t-il encore une place pour moi ?
        Il est peut-être tard, mais je souhaite m'inscrire.
        J'espère qu'il n'est pas trop tard pour m'inscrire.
        Je suis de la partie, merci pour l'invitation.
        Je paierai sur place, merci de m'inscrire.
        Concernant le Meet Up : je participe.
        Je donne suite à votre invitation et viendrai le 18.
        C'est noté, je serai présent.
        Veuillez me réserver un siège.
        Merci de m'enregistrer comme participant.
        Je vous écris pour confirmer ma présence.
        Je vous saurais gré de me compter parmi vos invités.
        Inscription svp pour moi au Meet Up.
        J'ai entendu parler du Meet Up et aimerais y assister.
        Merci de retenir mon inscription.
    """,
    "register 3": """
        Nous serons trois.
        Nous serons trois à participer.
        Nous viendrons à trois.
        Nous souhaitons nous inscrire à trois.
        Merci de nous réserver trois places.
        Pourriez-vous nous réserver trois places ?
        Nous aimerions venir à trois personnes.
        Je viendrai avec deux collègues.
        Nous voudrions trois places.
    """,
    "register 2": """
        Je viendrai avec une collègue.
        Ma collègue Sylvie Moreau et moi souhaitons participer.
        Je souhaite m'inscrire ainsi que ma collègue Sylvie Moreau.
        Merci d'inscrire Sylvie Moreau et moi-même.
        Nous serons deux.
        Je participerai avec ma collègue Sylvie Moreau.
        Je serai accompagné de ma collègue Sylvie Moreau.
        Sylvie Moreau et moi-même serons présents.
        Mon mari et moi aimerions venir.
        Nous serons deux : Sylvie Moreau et moi.
        Je m'inscris avec ma collègue Sylvie Moreau.
        Deux places pour ma collègue Sylvie Moreau et moi svp.
        J'aimerais venir avec ma femme.
        Merci d'inscrire deux personnes : Sylvie Moreau et moi.
    """,
    "register?": """
        Je viendrai si mon patron est d'accord.
        Sous réserve de l'accord de ma direction, je m'inscris.
        Je m'inscris sous réserve.
        Je viendrai peut-être.
        Je participerai à condition que mes frais soient remboursés.
        Nous souhaitons participer.
        Nous serons là !
        Si je trouve une baby-sitter, je viendrai.
        En principe je viendrai.
        Je participerai sauf imprévu.
        Je viendrai pour autant que mon visa arrive à temps.
        Je m'inscris, mais cela dépendra de mon visa.
        Je viendrai, sauf si mon fils tombe malade.
        Si tout va bien, je viendrai le 18.
        Je viendrai probablement.
    """,
    "register +question": """
        Je m'inscris volontiers. Y a-t-il un parking ?
        Je serai présent. Où se déroule exactement la rencontre
        Merci de m'inscrire. Par ailleurs, j'aimerais savoir à quelle heure cela se termine.
        Je viendrai. Est-ce que la salle est accessible en fauteuil roulant ?
        Merci de m'inscrire et de me dire si je peux payer sur place.
        je m'inscris avec plaisir. Faut-il payer à l'avance ?
        Je serai des vôtres. Une question : la rencontre se tient-elle en anglais ?
        Je souhaite participer. Pouvez-vous m'envoyer le plan d'accès ?
    """,
    "question": """
        Reste-t-il des places ?
        Y a-t-il encore de la place ?
        À quelle heure se termine le Meet Up ?
        Comment puis-je m'inscrire au Meet Up ?
        Comment s'inscrire au Meet Up ?
        Où a lieu le Meet Up ?
        Combien coûte la participation au Meet Up ?
        Pouvez-vous me dire si le Meet Up se tient en anglais ?
        J'aimerais savoir si le Meet Up sera enregistré.
        Je voulais savoir si le Meet Up est gratuit.
        La participation est-elle gratuite ?
        Est-ce que le Meet Up sera diffusé en ligne ?
        Pourriez-vous m'envoyer le programme du Meet Up ?
        Pourriez-vous me préciser la durée du Meet Up ?
        Quelle est la date limite d'inscription au Meet Up ?
        Faut-il être membre pour participer au Meet Up ?
        j'aurais une question sur le Meet Up : peut-on venir sans être membre ?
        y aura-t-il un enregistrement du Meet Up ?
        où puis-je m'inscrire au Meet Up ?
        À partir de quelle heure peut-on entrer au Meet Up ?
        Pourriez-vous me dire qui sont les intervenants du Meet Up ?
        Je me demande si le Meet Up est ouvert à tous.
        Encore une question : faut-il être membre pour venir au Meet Up ?
        Combien de temps dure le Meet Up ?
        Peut-on arriver plus tard au Meet Up ?
        Dans quelle langue se déroule le Meet Up ?
    """,
    "other": """
        J'hésite encore à m'inscrire au Meet Up.
        Ne m'inscrivez pas encore, je vous tiens au courant.
        Je déciderai la semaine prochaine si je viens au Meet Up.
        Je ne sais pas encore si je pourrai venir au Meet Up, je vous écrirai la semaine prochaine.
    """,
    "decline": """
        Malheureusement je ne pourrai pas participer au Meet Up.
        Je ne pourrai pas être présent le 18 janvier.
        Je ne serai malheureusement pas disponible.
        Je suis malheureusement pris ce jour-là.
        Je ne pourrai être des vôtres.
        Je regrette de ne pas pouvoir participer.
        Je regrette de ne pouvoir assister au Meet Up.
        J'aurais aimé venir, mais je serai en voyage.
        J'aurais aimé participer mais j'ai un autre engagement.
        Merci pour l'invitation, mais je suis retenue ailleurs.
        Je dois malheureusement décliner votre invitation.
        Il ne me sera pas possible d'assister à la rencontre.
        Cette fois je passe mon tour.
        Je ne suis pas libre le 18 janvier.
        Je suis au regret de ne pouvoir donner suite à votre invitation.
        Mon agenda ne me permet pas de participer.
        merci pour l'invitation mais j'ai déjà un autre rendez-vous ce jour-là.
        à mon grand regret, je ne pourrai pas être parmi vous le 18 janvier.
        je ne serai pas à La Haye le 18 janvier, je ne pourrai donc pas venir.
        Malheureusement cela ne me sera pas possible.
        La date du 18 ne me convient malheureusement pas.
        Je ne participerai pas cette fois-ci.
        Ce sera sans moi cette fois.
    """,
}

INVITED = {
    "register": """
        Oui, volontiers !
        Oui, je viens.
        Avec plaisir !
        Oui, je participerai.
        Merci pour l'invitation, je viendrai avec plaisir.
        Merci pour votre invitation à laquelle je réponds favorablement.
        Oui je serai présente.
        Je serai là, merci !
    """,
    "decline": """
        Non merci.
        Non, malheureusement.
        Je dois malheureusement décliner.
        Je ne pourrai pas venir.
        Malheureusement je ne suis pas disponible à cette date.
        Merci pour l'invitation mais je ne peux pas.
        Je suis empêché.
        Désolée, je ne peux pas y aller.
    """,
}

REGISTERED = {
    "cancel": """
        Je dois malheureusement annuler ma participation.
        Je suis contraint d'annuler ma participation.
        Je suis contrainte d'annuler.
        Je me vois contraint d'annuler ma venue.
        Je me vois dans l'obligation d'annuler mon inscription.
        Je suis dans l'obligation de me désister.
        Je ne pourrai finalement pas venir.
        Finalement, je ne pourrai pas être présent.
        Je ne pourrai malheureusement pas participer.
        Je ne pourrai pas être des vôtres le 18 janvier.
        Je ne pourrai plus participer.
        Je ne viendrai pas.
        Je ne viens plus.
        Je ne serai pas là.
        Je ne peux pas venir.
        Je peux pas venir désolé.
        j'ai un empêchement
        J'ai un empêchement de dernière minute.
        J'ai eu un imprévu et ne pourrai pas venir.
        Un empêchement m'oblige à annuler.
        Un contretemps m'empêche de venir.
        Suite à un imprévu, je ne peux pas participer.
        En raison d'un empêchement, je dois renoncer.
        Je suis malade et ne pourrai pas venir.
        Je suis grippée, je reste au lit.
        Pour raisons de santé, je dois annuler.
        Je souhaite annuler mon inscription.
        Merci d'annuler mon inscription.
        Veuillez annuler ma participation.
        Veuillez annuler mon inscription svp.
        Annulez mon inscription svp.
        Pourriez-vous annuler mon inscription ?
        Pouvez-vous me retirer de la liste ?
        Merci de me retirer de la liste.
        Retirez-moi de la liste s'il vous plaît.
        Veuillez me désinscrire.
        Je me désinscris.
        Je me désiste.
        Je dois me désister.
        Je souhaite me désister.
        Je suis au regret de devoir annuler.
        Je suis au regret de vous informer que je ne pourrai pas venir.
        J'ai le regret de vous annoncer que je dois annuler.
        Je vous informe que je ne pourrai pas participer.
        Je renonce à ma participation.
        Je renonce à ma place.
        Je libère ma place.
        Je cède ma place.
        Vous pouvez donner ma place à quelqu'un d'autre.
        Ma place peut être attribuée à une autre personne.
        Il m'est impossible de venir.
        Il me sera finalement impossible d'être présente.
        Je suis dans l'impossibilité de participer.
        Je suis finalement empêchée.
        Je suis retenu par une autre réunion.
        Mon agenda ne me permet plus de participer.
        Ma participation n'est plus possible.
        Je ne suis plus disponible le 18 janvier.
        J'annule.
        J'annule ma venue.
        Je vous prie de bien vouloir annuler mon inscription.
        Je vous prie d'excuser mon absence le 18 janvier.
        Veuillez excuser mon absence.
        Je serai absente le 18 janvier.
        Je m'excuse mais je ne pourrai pas venir.
        Ne comptez plus sur moi.
        Malheureusement ce sera sans moi.
        Je dois faire faux bond.
        Désolé, ça ne marche plus pour moi.
        Mon train est supprimé, je ne pourrai pas venir.
        malheureusement une urgence familiale m'oblige à annuler ma participation.
        mon enfant est malade, je ne pourrai donc pas venir.
        je me vois malheureusement contraint d'annuler ma participation au Meet Up.
        en raison d'un décès dans ma famille je dois annuler.
        Désolé, je n'y arriverai pas.
        je me suis cassé la jambe et ne pourrai pas me déplacer.
        Vous pouvez attribuer ma place à une autre personne, je ne peux pas venir.
        Merci de bien vouloir me rayer de la liste.
        Merci de procéder à l'annulation de mon inscription.
        Je sollicite l'annulation de mon inscription.
        Je ne serai finalement pas des vôtres.
        Changement de programme : je ne viens pas.
        Je suis navrée, mais je dois annuler pour le 18.
        Je ne pourrai hélas pas me libérer.
        Finalement ce n'est pas possible pour moi.
        Enlevez-moi de la liste svp.
        Je vous informe de mon désistement.
        Je retire mon inscription.
        Contrairement à ce que j'avais annoncé, je ne pourrai pas venir.
        Je m'étais inscrit mais je ne peux finalement pas venir.
        J'avais confirmé ma présence mais je dois annuler.
        Je dois annuler pour cause de maladie.
        J'ai la grippe et je reste à la maison.
        À cause de la grève je n'arriverai pas à La Haye.
        Mon chef a besoin de moi ce jour-là, je dois donc annuler.
        Merci de supprimer mon inscription.
        Je voudrais me désinscrire.
        Annulation de ma participation
        Désistement
        Je ne serai pas présente finalement.
        Pas moyen de venir, désolé.
    """,
    "change": """
        Sylvie Moreau viendra à ma place.
        C'est Sylvie Moreau qui viendra à ma place.
        Ma collègue Sylvie Moreau me remplacera.
        Je serai remplacé par Sylvie Moreau.
        Je serai remplacée par ma collègue Sylvie Moreau.
        Je ne pourrai pas venir ; Sylvie Moreau prendra ma place.
        Je suis empêché, Sylvie Moreau me remplace.
        Pourriez-vous remplacer mon nom par celui de Sylvie Moreau ?
        Pouvez-vous transférer mon inscription à Sylvie Moreau ?
        Ne pouvant venir, je serai représenté par Sylvie Moreau.
        Je cède ma place à Sylvie Moreau.
        Merci de mettre mon inscription au nom de Sylvie Moreau.
        En mon absence, c'est Sylvie Moreau qui participera.
        Sylvie Moreau participera en lieu et place de moi.
        Mon nom est mal orthographié, c'est Robyn Keller.
        Mon nom s'écrit Robyn Keller.
        Pourriez-vous corriger mon nom ? C'est Robyn Keller.
        Mon adresse mail a changé : r.keller@nouveau.example.
        Il y a une erreur dans mon nom : Robyn Keller.
        Ma collègue Sylvie Moreau participera à ma place car je suis empêché.
        Je ne peux pas venir et envoie Sylvie Moreau à ma place.
        C'est M. Karim Benali qui me remplacera.
        Veuillez remplacer mon nom par celui de Sylvie Moreau.
        Je ne peux pas venir, Sylvie Moreau me représentera.
        Merci de transférer mon inscription au nom de Sylvie Moreau.
        C'est ma collègue Sylvie Moreau qui occupera ma place.
    """,
    "status": """
        Avez-vous bien reçu mon inscription ?
        Mon inscription est-elle bien arrivée ?
        Suis-je bien inscrit ?
        Suis-je sur la liste ?
        Est-ce que je suis bien inscrite ?
        Je n'ai pas reçu de confirmation.
        Je n'ai toujours rien reçu de votre part.
        Pouvez-vous me confirmer que je suis bien inscrite ?
        Pourriez-vous vérifier si je suis inscrite ?
        Où en est mon inscription ?
        Mon inscription a-t-elle été prise en compte ?
        J'aimerais savoir si mon inscription a été enregistrée.
        Sans nouvelles de votre part, je me permets de demander si je suis inscrit.
        je m'étais inscrite mais je n'ai reçu aucune réponse. Tout est bien arrivé ?
        Pourriez-vous accuser réception de mon inscription ?
        Je ne suis pas sûr que mon inscription soit passée.
        Est-ce que je figure sur la liste ?
        Je voulais simplement savoir si je suis sur la liste.
        Avez-vous reçu mon mail ?
        Je n'ai pas encore reçu de confirmation.
        Mon inscription est-elle validée ?
    """,
    "question": """
        Y a-t-il un parking ?
        À quelle heure commence le Meet Up ?
        Où puis-je me garer ?
        Dois-je apporter une pièce d'identité ?
        Comment se rendre au Humanity House depuis la gare ?
    """,
    "other": """
        Merci pour la confirmation !
        Merci beaucoup, au 18 janvier !
        Je me réjouis de la rencontre.
        Parfait, à bientôt.
        Je viendrai comme prévu.
        Merci pour votre réponse rapide !
        Merci infiniment, je me réjouis.
    """,
    "cancel?": """
        Si la grève continue, je devrai annuler.
        Il se peut que je doive annuler ma participation.
        Si mon fils est encore malade, je ne pourrai pas venir.
    """,
}

OFFERED = {
    "accept": """
        Oui, volontiers !
        Oui merci !
        Oui s'il vous plaît.
        Avec plaisir !
        Oui, je prends la place.
        J'accepte la place avec plaisir.
        J'accepte volontiers.
        Je la prends !
        Je prends la place, merci.
        Je suis toujours intéressée, merci.
        Je suis preneur.
        Bien sûr, je viens !
        D'accord, je serai là.
        Ça me convient parfaitement, je viendrai.
        Je confirme que j'accepte la place.
        Absolument, comptez sur moi.
        Entendu, je viendrai.
        Oui, je souhaite toujours participer.
        Parfait, j'y serai.
        Je vous confirme que je prends la place.
        C'est d'accord.
        Quelle bonne nouvelle, je prends la place !
        Merci beaucoup, j'accepte.
        Super, je serai là !
        Oui, je viendrai avec plaisir.
        Oui, je souhaite prendre la place qui s'est libérée.
        Volontiers, inscrivez-moi.
        Je confirme.
        Oui je suis toujours partante.
        Oui, j'en suis !
        Je la prends volontiers.
        J'accepte la place libérée.
        Oui merci, je viendrai.
        Oh merveilleux, oui !
        Je prendrais volontiers cette place.
    """,
    "decline": """
        Non merci.
        Non, malheureusement plus.
        Entre-temps j'ai pris un autre engagement.
        Je dois malheureusement refuser.
        Je dois décliner.
        Je renonce à la place.
        Je n'ai plus besoin de la place.
        Merci mais je ne suis plus disponible.
        Donnez la place à quelqu'un d'autre.
        Proposez la place à la personne suivante.
        Je décline votre offre.
        Je ne peux malheureusement pas accepter la place.
        Je ne suis plus intéressé.
        C'est trop tard, j'ai prévu autre chose.
        Merci, mais non.
        Je me suis organisée autrement.
        Malheureusement je ne suis plus libre.
        Dommage, mais j'ai maintenant autre chose de prévu.
        Malheureusement non, je suis déjà pris le 18.
        Merci, mais je dois décliner.
        Attribuez la place à la personne suivante svp.
        Je ne peux plus, désolé.
        Merci, mais ce n'est plus nécessaire.
        Non, je ne peux plus.
        Entre-temps j'ai prévu autre chose.
        Malheureusement cela ne m'arrange plus.
        Je n'en ai plus besoin.
        Je laisse volontiers la place à d'autres.
    """,
    "accept?": """
        Oui, si ma directrice est d'accord.
        Je prends la place sous réserve de l'accord de ma direction.
    """,
}

OTHERS = {
    "register": """
        Madame Sylvie Moreau participera au Meet Up.
        M. Karim Benali participera à la rencontre.
        Merci d'inscrire Mme Sylvie Moreau au Meet Up.
        Je souhaite inscrire ma collègue Sylvie Moreau.
        Pourriez-vous inscrire notre directrice Sylvie Moreau ?
        Notre directeur Karim Benali souhaite participer.
        Notre organisation sera représentée par Sylvie Moreau.
        Sylvie Moreau représentera notre association.
        Je vous confirme la participation de Mme Sylvie Moreau.
        Veuillez noter la participation de Mme Sylvie Moreau.
        Merci de réserver une place pour Sylvie Moreau.
        Inscription de Sylvie Moreau au Meet Up du 18 janvier.
        Au nom de Mme Sylvie Moreau, je vous prie de l'inscrire au Meet Up.
        Ma collègue Sylvie Moreau aimerait venir.
        Je ne peux pas venir, mais ma collègue Sylvie Moreau viendra.
    """,
}

ALL = {"new": NEW, "invited": INVITED, "registered": REGISTERED, "offered": OFFERED}


@pytest.mark.parametrize(("before", "text", "expected"), params([*rows(ALL), *rows({"new": OTHERS})]))
def test_a_french_mail_asks_for(before: str, text: str, expected: str) -> None:
    read = request(
        text,
        before,
        greeting="Bonjour,",
        closing="Cordialement,",
        invitation="Invitation au 4e Meet Up",
    )
    assert (shown(read), read.lang) == (expected, "fr"), [reason.text for reason in read.reasons]


# Words of coming and of cancelling that ask for neither: nothing may be done by itself.
NOTHING_TO_DO = {
    "waiting": """
        Si une place se libère, merci de me prévenir.
    """,
    "offered": """
        Je dois d'abord voir avec ma directrice.
        Il faut que je vérifie mon agenda.
        Je vous dis ça demain.
        Je vais réfléchir.
        Volontiers, mais je dois encore vérifier si je peux.
        Super, merci ! Je vous confirme demain.
        Jusqu'à quand puis-je me décider ?
        Probablement oui.
        Oui, si ma collègue obtient aussi une place.
        Merci pour votre message.
        L'offre est-elle encore valable demain ?
    """,
    "new": """
        Je n'arrive pas à ouvrir le formulaire d'inscription.
        Le lien d'inscription ne fonctionne pas.
        Je pense que M. Benali viendra.
        Je pense que M. Benali viendra le 18 janvier.
        Je crois que Sylvie Moreau participera au Meet Up.
        Il paraît que Sylvie Moreau viendra aussi.
        Si je ne me trompe, M. Karim Benali participera.
        À ma connaissance, Sylvie Moreau vient.
        Karim Benali m'a dit qu'il viendrait le 18 janvier.
        J'ai entendu dire que Sylvie Moreau participera.
        Je suppose que M. Benali sera présent.
        Sylvie Moreau viendra sans doute.
        Il se peut que M. Karim Benali vienne.
        J'ai participé à votre dernière rencontre, merci beaucoup.
        J'étais inscrit à la rencontre précédente.
        Le 18 janvier j'ai rendez-vous chez le dentiste.
        Le 18 janvier se tient notre conseil d'administration.
        Je me suis inscrite au cours de néerlandais du 18 janvier.
        Je prends le train pour La Haye le 18 janvier.
        Je ne souhaite pas participer, je voudrais seulement recevoir les documents.
        Je ne viendrai pas mais j'aimerais recevoir le compte rendu.
        Nous vous invitons à notre colloque du 18 janvier.
        Inscrivez-vous à notre webinaire du 18 janvier !
        Merci de votre inscription à notre atelier du 18 janvier.
        Nous avons bien reçu votre inscription et confirmons votre participation.
        Votre participation au congrès a été annulée.
        Je dois d'abord vérifier si je suis libre le 18 janvier.
        Je vous dirai dès que je saurai si je peux venir.
        Je reviens vers vous la semaine prochaine.
        Je viens de recevoir votre facture.
        Je viens vers vous au sujet de la facture du 18 janvier.
        Je viens de terminer mon article sur le Meet Up.
        Je souhaite m'inscrire à votre lettre d'information.
        Merci de m'ajouter à votre liste de diffusion.
        Merci de me désinscrire de votre newsletter.
        J'aimerais intervenir lors d'une de vos rencontres.
        J'aimerais vous appeler le 18 janvier.
        Je souhaite devenir membre et m'inscrire à l'association.
        Si j'avais su, je serais venue.
        Je voudrais réserver une chambre pour le 18 janvier.
        Merci de réserver une table pour deux personnes le 18 janvier.
        Je voudrais réserver un stand le 18 janvier.
        Je suis présent au bureau le 18 janvier.
        Pouvez-vous participer à notre table ronde le 18 janvier ?
        Je participe chaque année au salon du livre.
        Comment s'est passé le dernier Meet Up ? Je n'ai pas pu venir.
        Je me suis inscrit l'an dernier et c'était super.
        Merci de me désinscrire de la newsletter.
        J'ai annulé mon hôtel.
        Nous vous invitons à notre conférence, inscrivez-vous.
        Je n'arrive pas à ouvrir la page d'inscription du Meet Up.
        Ma collègue dit qu'elle s'est inscrite au Meet Up.
        Pourquoi mon inscription a-t-elle été refusée ?
        Je reviendrai vers vous au sujet du Meet Up.
        Pourriez-vous participer à notre réunion du 18 janvier ?
        Participez à notre enquête.
        Je viens de lire votre annonce du Meet Up.
        Je viens vers vous au sujet du Meet Up.
        Je viens de Dakar.
        Je vais voir pour le Meet Up.
        Qui participe au Meet Up ?
        Je participe à un projet sur le sujet du Meet Up.
        Je suis présent sur LinkedIn.
        Nous sommes une association présente à Lyon.
        Je serai ravi d'échanger avec vous.
        Dans l'attente de votre réponse.
        Veuillez noter notre nouvelle adresse.
        Merci de noter que nos bureaux sont fermés.
        Pouvez-vous réserver une salle pour nous ?
        Je vous confirme la réception de votre message.
        Je confirme avoir reçu votre invitation.
    """,
    "registered": """
        Merci pour la confirmation !
        J'ai dû annuler mon dentiste du 18 janvier, je serai donc bien là.
        Mon train est annulé mais je viendrai en voiture.
        L'année dernière j'avais dû annuler, cette fois je viens.
        Puis-je encore annuler au dernier moment ?
        Jusqu'à quand puis-je annuler en cas d'empêchement ?
        Si je tombe malade, je vous préviendrai.
        Je souhaite annuler le cours du 18 janvier.
        J'arriverai un peu en retard, mon train arrive à 18 heures.
        Je ne pourrai pas rester dîner mais je viens à la conférence.
        Je ne peux pas ouvrir la pièce jointe.
        Je crois que Sylvie Moreau ne pourra pas venir.
        N'annulez surtout pas mon inscription !
        Merci d'annuler la facture.
        Est-ce que vous annulez la rencontre ?
        Je devrai peut-être annuler.
        Je crains de devoir annuler, je le saurai demain.
        J'arriverai un peu en retard.
        Je ne pourrai venir qu'à 15 heures.
        Je devrai partir à 17 heures.
        Je ne peux pas ouvrir la confirmation.
        Je n'ai pas reçu la facture.
        Je ne pourrai pas rester pour le repas.
        Je ne pourrai pas payer sur place.
        N'annulez pas mon inscription !
        Je n'annule pas.
        Le Meet Up est-il annulé ?
        Je viendrai même si je suis malade.
        Je ne peux pas attendre !
        Je ne serai pas là avant 15 h.
        Mon collègue ne peut pas venir.
        Que se passe-t-il si j'annule ?
        Puis-je annuler plus tard ?
        Comment annuler mon inscription ?
    """,
}


@pytest.mark.parametrize(
    ("before", "text"),
    params(
        (before, line.strip())
        for before, block in NOTHING_TO_DO.items()
        for line in block.strip().splitlines()
    ),
)
def test_french_words_alone_do_nothing(before: str, text: str) -> None:
    read = request(
        text,
        before,
        greeting="Bonjour,",
        closing="Cordialement,",
        invitation="Invitation au 4e Meet Up",
    )
    assert read.review or read.intent not in ACTING, [reason.text for reason in read.reasons]
