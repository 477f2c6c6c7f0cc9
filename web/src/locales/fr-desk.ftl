# SPDX-License-Identifier: EUPL-1.2
### Le bureau du médiateur. Des mots sobres; rien qui pousse, compte ou presse.

side-harmed = Personne touchée par un crime
side-responsible = Personne responsable
side-mediator = Médiateur ou médiatrice
side-unknown = Pas encore nommée
side-within-harmed = personne touchée par un crime
side-within-responsible = personne responsable
side-within-unknown = personne
who-mediator = Médiateur ou médiatrice { $id }
who-interpreter = Interprète { $id }
who-harmed = Personne touchée par un crime { $id }
who-responsible = Personne responsable { $id }
who-unknown = Personne { $id }
who-within-mediator = le médiateur ou la médiatrice { $id }
who-within-interpreter = l’interprète { $id }
who-within-harmed = la personne touchée par un crime { $id }
who-within-responsible = la personne responsable { $id }
who-within-unknown = la personne { $id }

## La liste

queue-title = Entre vos mains
queue-lead = Ce qui attend depuis le plus longtemps vient en premier. Il n’y a pas de cible à atteindre.
queue-empty = Rien n’est entre vos mains en ce moment.
queue-elsewhere = Entre d’autres mains, ou terminé
queue-from = De
queue-state = Où cela en est
queue-waiting = Entre vos mains depuis
queue-since = Entre vos mains depuis le { $day }
queue-next = Ce que vous pouvez faire
queue-open = Ouvrir
queue-open-name = { $what ->
    [film] Ouvrir le message vidéo ou vocal du { $day }, de la { $side }
   *[other] Ouvrir la lettre du { $day }, de la { $side }
  }
queue-more = En montrer plus
queue-case = Dossier { $case }
desk-kind-original = { $what ->
    [film] Message vidéo ou vocal
   *[other] Lettre
  }
desk-kind-relayed = Des mots racontés, notés
desk-kind-redaction = Une version plus courte
desk-kind-excerpt = Un extrait
desk-kind-rendition = Une autre forme
desk-state-uploading = En cours d’envoi
desk-state-proposed = En attente de l’accord de la personne
desk-state-submitted = Vient d’arriver
desk-state-submitted-cooling = Temps de réflexion jusqu’au { $moment }
desk-state-in_review = Vous l’examinez
desk-state-held = En attente
desk-state-held-until = En attente jusqu’au { $day }
desk-state-returned = De retour chez la personne, avec des marques
desk-state-declined = N’ira pas plus loin
desk-state-approved = Avec approbation, pas encore d’offre
desk-state-offered = Offre faite
desk-state-offered-ready = Offre faite : la personne est prête
desk-state-offered-not-now = Offre faite : pas maintenant
desk-state-offered-never = Offre faite : jamais
desk-state-offered-keep = Offre faite : à garder pour la personne
desk-state-released = Disponible
desk-state-opened = La personne y a eu accès
desk-state-kept = En garde pour la personne
desk-state-withdrawn = Retrait demandé par la personne
desk-state-expired = N’est plus disponible

## Personnes

people-title = Personnes
people-lead = Remettez un code à une personne, confirmez que c’est bien elle et terminez son accès.
people-case = Dossier { $case }
people-handover = Remettre ce dossier, et voir qui est arrivé et parti
people-paused = Une personne de ce dossier fait une pause. Rien n’est offert ni ouvert entre-temps.
people-members = Dans ce dossier
people-member-enrolled = Accès prêt
people-member-not = Accès pas encore prêt
people-safety = Comparer le nombre de sûreté
people-make = Créer un code
people-make-side = Pour quel côté?
people-make-missing = Choisissez un côté.
people-make-who = Pour qui?
people-make-new = Une nouvelle personne
people-make-again = { $person } – refaire son accès
ticket-title = Code pour la { $side }
ticket-once = Il sert une fois, pendant 14 jours, jusqu’au { $day }.
ticket-by-hand = Remettez-le en personne ou au téléphone. S’il passe par la poste ou par quelqu’un d’autre, comparez le nombre de sûreté au téléphone avant de confirmer.
ticket-kept = Cet appareil garde ce qu’il faut pour terminer plus tard.
ticket-not-kept = Cet appareil est partagé : gardez cette page ouverte jusqu’à la fin ou gardez le code sur papier.
ticket-code = Code
ticket-qr = Le même code, pour l’appareil photo d’un téléphone
ticket-print = Imprimer cette feuille
ticket-sheet-title = Votre code
ticket-sheet-1 = Ouvrez l’adresse ci-dessous sur un téléphone ou un ordinateur, ou pointez l’appareil photo vers le carré.
ticket-sheet-2 = Choisissez « J’ai un code » et écrivez-le.
ticket-sheet-3 = Si quelque chose vous semble anormal, arrêtez et appelez votre médiateur.
ticket-sheet-address = Adresse
waiting-title = Codes en cours
waiting-none = Aucun code n’est en cours.
waiting-open = Pas encore utilisé. Valable jusqu’au { $day }.
waiting-certify = La personne a utilisé le code. Assurez-vous que c’est bien elle, puis confirmez.
waiting-manager = Vous l’avez confirmée. La ou le gestionnaire du programme l’ajoute maintenant au dossier.
waiting-answer = La ou le gestionnaire du programme l’a ajoutée. Il vous reste une étape.
waiting-done = Terminé.
waiting-wrong = Les clés ne viennent pas de la personne qui a votre code. Ne confirmez pas. Créez un nouveau code et remettez-le en personne.
waiting-no-secret = Cet appareil n’a pas le code. Écrivez-le ici pour continuer.
waiting-compare = Comparez de vive voix : vous devez voir tous les deux ce nombre.
waiting-compared = Nous avons comparé le nombre, ou j’ai remis le code en personne.
waiting-compared-missing = Comparez d’abord le nombre, ou cochez que vous avez remis le code en personne.
waiting-certify-go = Confirmer cette personne
waiting-answer-go = Terminer
waiting-remember = Utiliser ce code

## Ce qui a changé

desk-notice-key-changed = Une personne a refait son accès
desk-notice-key-changed-text = { $person }, dans le dossier { $case }, a une autre clé qu’à votre dernière visite. Assurez-vous que vous ou un(e) collègue l’avez confirmée avec elle.
desk-notice-mediators-changed = Les médiateurs d’un dossier ont changé
desk-notice-mediators-changed-text = Dossier { $case }. Appelez le programme si personne ne vous l’a dit.
desk-notice-mediators-came = Médiateurs arrivés : { $who }
desk-notice-mediators-left = Médiateurs partis : { $who }
desk-notice-mediators-see = Voir qui est arrivé et ce qui est remis
desk-notice-changes-withheld = Un dossier a changé, et on ne montre pas comment
desk-notice-changes-withheld-text = Dossier { $case }. Le relais ne montre pas qui est arrivé ou parti. Appelez le programme avant de continuer.
desk-notice-case-closed = Le dossier { $case } est fermé
desk-notice-case-closed-text = Rien de nouveau ne peut y être envoyé. Vous pouvez encore décider de ce qui attend chez vous.
desk-notice-case-reopened = Le dossier { $case } est rouvert
desk-notice-case-reopened-text = Le programme l’a rouvert par de nouvelles règles. Revoyez les consentements et les évaluations avant toute suite.
desk-notice-directory-ends = { $days ->
    [one] La liste des médiateurs du programme se termine dans { $days } jour
   *[other] La liste des médiateurs du programme se termine dans { $days } jours
}
desk-notice-directory-ends-text = Après ce jour, aucune personne ne peut être confirmée et rien ne peut être ouvert pour une personne tant que le programme n’a pas renouvelé la liste. Ce qui est ouvert le reste encore un temps.
