# SPDX-License-Identifier: EUPL-1.2
### Le bureau du médiateur. Des mots sobres; rien qui pousse, compte ou presse.

side-harmed = Personne touchée par un crime
side-responsible = Personne responsable
side-mediator = Médiateur ou médiatrice
side-unknown = Pas encore nommée
side-within-harmed = personne touchée par un crime
side-within-responsible = personne responsable
side-within-unknown = personne

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
queue-open-name = Ouvrir la lettre du { $day }, de la { $side }
queue-more = En montrer plus
queue-case = Dossier { $case }
desk-state-uploading = En cours d’envoi
desk-state-proposed = En attente de l’accord de la personne
desk-state-submitted = Nouvelle
desk-state-submitted-cooling = Temps de réflexion jusqu’au { $moment }
desk-state-in_review = Vous la lisez
desk-state-held = En attente
desk-state-held-until = En attente jusqu’au { $day }
desk-state-returned = Retournée à la personne qui l’a écrite
desk-state-declined = Ne sera pas transmise
desk-state-approved = Approuvée, pas encore offerte
desk-state-offered = Offerte
desk-state-offered-ready = Offerte : la personne est prête
desk-state-offered-not-now = Offerte : pas maintenant
desk-state-offered-never = Offerte : jamais
desk-state-offered-keep = Offerte : gardez-la pour moi
desk-state-released = Disponible
desk-state-opened = Ouverte
desk-state-kept = Conservée pour la personne
desk-state-withdrawn = Retirée par la personne qui l’a écrite
desk-state-expired = N’est plus disponible

## Une lettre

review-title = Lettre du { $day }
review-closed = La lettre est fermée. Ouvrez-la quand vous êtes prêt(e) à la lire.
review-open = Ouvrir la lettre
review-hide = La refermer pour le moment
review-author-title = Qui l’a écrite
review-author-side = Côté
review-author-person = Pseudonyme dans ce dossier
review-author-safety = Nombre de sûreté avec vous
review-author-checked = Vérifié : ces mots ont été signés avec la clé que vous ou un(e) collègue avez confirmée.
review-author-key = Clé
review-author-key-first = La première et seule clé de cette personne
review-author-key-changed = Cette personne a refait son accès. Clé numéro { $epoch }. Assurez-vous que c’est bien elle.
review-certificate = Empreinte du certificat
review-note-first = La note de l’auteur à la personne qui lit
review-words = La lettre
review-earlier = Ce qui a été décidé avant
review-earlier-none = Rien n’a été décidé avant.
review-approvals = Approbations
review-approvals-of = { $count } sur { $quorum }
statement-approval = Approuvée
statement-decision = Décision
statement-offer = Offerte
statement-readiness = Réponse
statement-by = par { $person }, le { $day }
decision-hold = Mise en attente
decision-return = Retournée à la personne qui l’a écrite
decision-decline = Ne sera pas transmise
decision-escalate = Une question de sécurité a été soulevée
answer-ready = Prête
answer-not-now = Pas maintenant
answer-never = Jamais
answer-keep = Gardez-la pour moi

## Décider

decide-title = Ce que vous pouvez faire
decide-claim = La prendre en charge
decide-claim-hint = Les autres médiateurs du dossier voient alors que vous la lisez.
decide-approve = Approuver
decide-hold = Mettre en attente
decide-return = Retourner avec une note
decide-decline = Ne pas transmettre
decide-escalate = Soulever une question de sécurité
decide-offer = L’offrir
decide-release = L’ouvrir pour la personne
decide-withdraw = La retirer pour des raisons de sécurité
decide-none = Il n’y a rien à faire en ce moment.
decide-cooling = La personne qui l’a écrite peut changer d’avis jusqu’au { $moment }. Elle s’ouvre pour vous ensuite.
decide-wait-answer = En attente de la réponse de la personne. Ne la relancez pas ici; appelez, si c’était convenu.
approve-title = Approuver cette lettre?
approve-text = Vous approuvez exactement ces mots, pour la { $side }, { $person }. Rien n’est encore envoyé : vous l’offrirez ensuite, et elle s’ouvre seulement si la personne dit qu’elle est prête.
approve-alone = Votre approbation suffit.
approve-more = { $quorum } médiateurs doivent approuver les mêmes mots.
approve-check = J’ai lu toute la lettre.
approve-check-missing = Lisez d’abord toute la lettre, puis cochez ceci.
approve-note = Note pour les médiateurs de ce dossier (facultatif)
approve-yes = Approuver pour la { $side }
hold-until = En attente jusqu’au
hold-until-missing = Choisissez un jour.
hold-note = Raison, pour les médiateurs de ce dossier
hold-yes = Mettre en attente
return-text = Les mots restent comme ils sont; seule la personne qui les a écrits peut les changer. Elle reçoit votre note et peut réécrire sa lettre.
return-note = Votre note à la personne qui l’a écrite
return-yes = Retourner la lettre
decline-text = La lettre ne va pas plus loin. La personne qui l’a écrite lit vos mots.
decline-note = Vos mots à la personne qui l’a écrite
decline-yes = Ne pas transmettre
escalate-text = Servez-vous de ceci quand quelqu’un est en danger ou que la loi vous y oblige. La lettre est mise en attente. Ne dites que ce qu’il faut.
escalate-note = Ce qui s’est passé, pour les médiateurs de ce dossier
escalate-yes = Soulever une question de sécurité
offer-text = La personne lit ceci avant de choisir. Dites de qui vient la lettre, de quel genre elle est, sa longueur et ce qu’elle contient. Ne citez pas la lettre.
offer-note = Vos mots à la { $side }
offer-example = Par exemple : « Une lettre de la personne que vous savez. Environ une page. Elle parle du jour même et répond à deux de vos questions. »
offer-yes = L’offrir
release-text = La { $side } a dit qu’elle est prête. La lettre s’ouvre alors pour elle seule. Tout est vérifié une fois de plus.
release-yes = L’ouvrir pour elle
withdraw-text = La lettre est détruite pour tout le monde. Ceci ne peut pas être annulé. La personne qui l’a écrite voit qu’elle a été retirée.
withdraw-note = Raison, pour les médiateurs de ce dossier
withdraw-yes = La retirer pour des raisons de sécurité
note-missing = Écrivez quelques mots.
decided-done = C’est fait. C’est signé avec votre clé.
desk-back = Revenir à la liste
desk-stale = Quelqu’un d’autre est passé avant. Vos mots sont toujours ici. Regardez de nouveau la lettre avant de décider.

## Personnes

people-title = Personnes
people-lead = Remettez un code à une personne, confirmez que c’est bien elle et terminez son accès.
people-case = Dossier { $case }
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
desk-notice-directory-ends = { $days ->
    [one] La liste des médiateurs du programme se termine dans { $days } jour
   *[other] La liste des médiateurs du programme se termine dans { $days } jours
}
desk-notice-directory-ends-text = Après ce jour, aucune personne ne peut être confirmée et rien ne peut être ouvert pour une personne tant que le programme n’a pas renouvelé la liste. Ce qui est ouvert le reste encore un temps.
