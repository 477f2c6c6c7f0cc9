# SPDX-License-Identifier: EUPL-1.2
### La journée d’un médiateur et le tableau d’un dossier. Des mots sobres; rien qui compte, classe ou presse.

## Aujourd’hui

today-title = Aujourd’hui
today-lead = Ce qui a été promis, ce qui est à faire et ce qui attend. Il n’y a pas de cible à atteindre.
today-due = À faire
today-due-none = Rien n’est à faire dans les deux prochaines semaines.
today-later = Plus tard
today-more = En montrer plus
today-waits = Entre vos mains
today-waits-none = Rien n’est entre vos mains en ce moment.
today-waits-all = Tout ce qui est entre vos mains
today-since = Depuis le { $day }
today-cases = Vos dossiers
today-cases-none = Aucun dossier ne vous a encore été confié.
today-away = Absences
today-away-me = Vous êtes absent(e) du { $from } au { $until }. Vos collègues du dossier vous remplacent.
today-away-other = { $person } est absent(e) du { $from } au { $until }, dossier { $case }. Occupez-vous de ce qui est entre ses mains.
today-refused = Une partie de la liste n’a pas pu être vérifiée et n’est pas montrée. Appelez le programme si cela dure.
today-open-case = Ouvrir le dossier { $case }
today-open-letter = { $what ->
    [film] Ouvrir le message vidéo ou vocal du { $day }, dossier { $case }
   *[other] Ouvrir la lettre du { $day }, dossier { $case }
  }

## Ce qui est à faire, en une ligne

due-promise = Promesse
due-call = Appel
due-follow-up = Suivi
due-debrief = Bilan
due-assessment = Évaluation de la sécurité, de la vie privée et du bien-être
due-no-contact = Ordonnance de non-communication : à revoir
due-overlap = Autre processus : à revoir
due-for = { $side } { $person }, dossier { $case }
due-for-case = Dossier { $case }
due-since = Depuis le { $day }

## Le tableau

board-title = Dossier { $case }
board-lead = Les deux côtés, chacun dans ses propres mots. Rien d’ici n’est montré à l’une ou à l’autre personne, sauf ses propres besoins et son propre oui ou non.
board-letters = Tous les messages de ce dossier
board-people = Personnes et codes
board-back = Revenir à aujourd’hui
board-doubt = Les conditions ne peuvent pas être vérifiées : rien ne peut être offert ni ouvert.
board-doubt-text = Un document ou un consentement n’a pas pu être vérifié ({ $code }). Ne vous fiez pas à ce qui est montré ici. Appelez le programme.
board-refused = Certains documents n’ont pas pu être vérifiés et ne sont pas montrés.
board-refused-one = { $type } : { $why } ({ $code })
board-paused = Une personne de ce dossier fait une pause. Rien n’est offert ni ouvert entre-temps.
board-nobody = Il n’y a encore personne de ce côté.
board-not-enrolled = Accès pas encore prêt
board-by = { $person }, le { $day }
board-by-me = Vous, le { $day }
board-sealed-broken = Ces mots ne s’ouvrent pas ({ $code }).
board-not-for-me = Ces mots ont été scellés avant votre arrivée dans le dossier. Demandez le transfert.
board-history = Versions précédentes
board-history-of = Versions précédentes : { $what }
board-history-none = Il n’y a pas de version précédente.
board-change = Modifier
board-change-what = Modifier : { $what }
board-remove = Ôter du tableau
board-remove-what = Ôter du tableau : { $what }
board-save = Signer et conserver
board-saved = Conservé et signé avec votre clé.
board-missing-words = Écrivez quelques mots.
board-missing-day = Choisissez un jour.
board-missing-choice = Choisissez une réponse.
board-meanwhile = Quelqu’un d’autre est passé avant. Vos mots sont toujours ici.
board-meanwhile-text = Voici ce qui est conservé maintenant. Lisez-le, changez vos mots si vous le voulez, puis conservez-les par-dessus.
board-save-over = Conserver les miens par-dessus
board-nothing-kept = Rien n’a été conservé par le service. Vos mots sont toujours ici.

## Conditions

gates-title = Conditions
gates-open = Toutes les conditions sont réunies pour cette personne.
shut-consent-missing = Pas de consentement pour : { $channel }
shut-consent-missing-how = Seule la personne peut le donner, depuis sa propre page. Parlez-lui d’abord.
shut-no-contact = Ordonnance de non-communication à vérifier
shut-no-contact-how = Vérifiez qu’aucune ordonnance ni interdiction ne s’y oppose, et notez ce que vous avez vu.
shut-assessment-due = Pas d’évaluation à jour de la sécurité, de la vie privée et du bien-être
shut-assessment-due-how = Refaites l’évaluation avec la personne. Elle vaut 90 jours, sauf si vous choisissez un autre jour.
shut-overlap = Un autre processus est en cours
shut-overlap-how = La voie s’ouvre quand vous notez que rien ne s’y oppose, ou une fois le jour passé.
shut-pace = Le rythme de ce côté est atteint
shut-pace-how = La voie se rouvre d’elle-même avec le temps. Vous pouvez aussi changer le rythme.
ahead-title = Pour l’instant, l’offrir serait refusé
ahead-approving = Vous pouvez l’approuver quand même. On pourra l’offrir une fois que ceci sera levé.
ahead-line = { $side } : { $why }
ahead-form = Certains navigateurs ne lisent pas cette vidéo
ahead-form-how = Faites faire à un poste une forme qui se lit partout, et faites-la approuver.
shut-only-server = Le service aussi s’y oppose. Il refuserait.
gate-no-contact = Ordonnance de non-communication
gate-assessment = Évaluation
gate-overlap = Autre processus
gate-none = Rien n’est encore noté
gate-no-contact-open = Rien ne s’y oppose
gate-no-contact-open-until = Rien ne s’y oppose jusqu’au { $day }
gate-no-contact-shut = Une ordonnance est en vigueur
gate-no-contact-shut-until = Une ordonnance est en vigueur jusqu’au { $day }
gate-assessment-open-until = Peut continuer, jusqu’au { $day }
gate-assessment-shut-until = Pas maintenant. À revoir le { $day }
gate-overlap-open = Rien ne s’y oppose
gate-overlap-shut = Attendre tant qu’il est en cours
gate-overlap-shut-until = Attendre jusqu’au { $day }
gate-words = Ce qui est noté
gate-over = Ce jour est passé.
gate-write = Noter
gate-write-what = Noter : { $what }

## Formulaires des conditions

order-question = Qu’avez-vous constaté?
order-open = Aucune ordonnance ni interdiction ne s’y oppose
order-shut = Une ordonnance ou une interdiction est en vigueur
order-evidence = Ce que vous avez vu, et où
order-evidence-hint = Par exemple : la décision du tribunal ou de la commission des libérations conditionnelles, son numéro et sa date.
order-until = Valable jusqu’au (facultatif)
order-until-hint = Le jour où l’ordonnance, ou ce que vous avez vu, prend fin. Sans date, cela vaut jusqu’à ce que quelqu’un note autre chose.
order-reason = Raison, en quelques mots
overlap-question = Y a-t-il un appel, une poursuite civile, une demande de libération conditionnelle ou de pardon qui devrait passer avant?
overlap-open = Non, rien ne s’y oppose
overlap-shut = Oui, attendre
overlap-evidence = De quoi il s’agit, et comment vous le savez
overlap-until = Attendre jusqu’au (facultatif)
assess-question = Des mots peuvent-ils être échangés maintenant?
assess-open = Oui
assess-shut = Pas maintenant
assess-safety = Sécurité
assess-privacy = Vie privée
assess-wellbeing = Bien-être
assess-reason = Ce qui en découle
assess-until = À refaire le
assess-until-hint = Dans 90 jours si vous ne changez rien; dans un an au plus tard.
assess-no-score = Écrivez ce que vous avez vu et entendu. Rien ici n’est une note, et personne d’autre que les médiateurs du dossier ne le lit.

## Consentement

consent-title = Consentement
consent-yes = { $channel } : oui, depuis le { $day }
consent-no = { $channel } : non, depuis le { $day }
consent-old-text = { $channel } : oui le { $day }, mais à un texte plus ancien. À redemander.
consent-nothing = { $channel } : pas encore demandé
channel-letter = lettres
channel-video = messages vidéo
channel-relayed = messages transmis par le médiateur
channel-meeting = rencontre en personne

## Besoins

needs-title = Besoins, dans ses propres mots
needs-none = Cette personne n’a pas encore écrit de besoin.
needs-open = Elle a nommé : { $topics }
needs-closed = Pas nommé, donc à ne pas aborder : { $topics }
topic-answers = des réponses
topic-apology = des excuses
topic-facts = ce qui s’est passé
topic-forgiveness = le pardon
topic-impact = ce que cela lui a fait
topic-meeting = une rencontre
topic-other = autre chose
topic-repair = réparer, si possible

## Rythme

pace-title = Rythme de ce côté
pace-none = Aucune limite n’est fixée.
pace-set = { $most ->
    [one] Au plus { $most } message offert à l’autre côté en { $days } jours
   *[other] Au plus { $most } messages offerts à l’autre côté en { $days } jours
}
pace-form = Combien de messages de ce côté peuvent être offerts à l’autre?
pace-most = Au plus
pace-days = En
pace-days-of = { $days } jours
pace-reason = Raison (facultatif)

## Tâches

tasks-title = Promesses, appels et suivis
tasks-none = Rien n’est à faire.
tasks-add = Noter quelque chose à faire
tasks-done = Fait
tasks-done-what = Fait : { $what }
tasks-over = Déjà fait
task-kind = De quoi s’agit-il?
task-promise = Une promesse
task-call = Un appel à faire
task-follow-up = Un suivi
task-debrief = Un bilan
task-who = Pour qui?
task-who-case = Tout le dossier
task-due = D’ici le
task-words = En quelques mots

## Notes

notes-title = Notes
notes-lead = Scellées pour les médiateurs de ce dossier.
notes-none = Il n’y a pas de note.
notes-add = Écrire une note
note-words = Votre note
note-risks = À quoi vos collègues devraient-ils prêter attention? (facultatif)
risk-contact = coordonnées ou lieu révélés
risk-manipulation = manipulation
risk-new-offence = nouvelle infraction
risk-other = autre chose
risk-self-harm = geste contre soi-même
risk-third-person = une tierce personne
risk-threat = menace
risk-flag = Attention : { $risks }

## Noms

names-title = Noms à surveiller
names-lead = Ces noms sont cherchés dans les lettres, sur cet appareil, quand vous les lisez.
names-none = La liste est vide.
names-edit = Modifier la liste
names-field = Un nom par ligne

## Rencontres

meetings-title = Rencontres
meetings-none = Aucune rencontre n’est prévue.
meetings-add = Préparer une rencontre
meeting-consent = Une rencontre demande le oui de chaque personne. Voyez leur consentement plus haut.
meeting-aims = À quoi elle sert, dans les mots de chaque personne
meeting-rules = Règles convenues
meeting-who = Qui est présent
meeting-where = Où
meeting-when = Quand
meeting-support = Soutien pour chaque personne, avant et après
meeting-after = Après une rencontre, prévoyez un bilan et un suivi pour chaque personne.
meeting-debrief = Prévoir un bilan
meeting-debrief-for = Prévoir un bilan avec la { $side } { $person }
meeting-follow-up = Prévoir un suivi
meeting-follow-up-for = Prévoir un suivi avec la { $side } { $person }
meeting-debrief-words = Bilan après la rencontre
meeting-follow-up-words = Suivi après la rencontre

## Réparer

repairs-title = Réparer, si possible
repairs-none = Rien n’est convenu.
repairs-add = Noter une étape
repair-words = Ce qui a été convenu
repair-progress = Où cela en est, dit aux deux personnes

## Papier

papers-title = Sur papier
papers-none = Aucune lettre disponible à apporter sur papier.
papers-lead = Une lettre disponible peut être imprimée et apportée. Le papier ne peut pas être retiré.
papers-bring = Imprimer et apporter
papers-bring-what = Imprimer et apporter la lettre du { $day }
papers-brought = Apportée sur papier
papers-of = Lettre du { $day }
papers-for = Pour la { $side }, { $person }
papers-words = Qui l’apporte, quand, et ce qui a été convenu
papers-keep = Conserver la trace, puis ouvrir la lettre à imprimer
paper-title = Sur papier
paper-care = Le papier ne peut pas être retiré, et d’autres peuvent le trouver. Apportez-le en main propre.
paper-not-for-paper = Son offre disait de ne pas l’imprimer. Imprimez seulement si vous en avez décidé autrement avec la personne qui le lit.
paper-print = Imprimer
paper-words = La lettre
paper-back = Revenir au dossier

## Absence et remplacement

away-title = Absences
away-none = Personne n’annonce d’absence.
away-add = Je serai absent(e)
away-edit = Modifier mes jours
away-back = Je ne suis plus absent(e)
away-from = Du
away-until = Au
away-words = Ce que vos collègues doivent savoir
away-line = { $person } : du { $from } au { $until }
away-order = Le deuxième jour vient après le premier.

## Passer le dossier

recusal-title = Passer le dossier
recusal-lead = Si vous ne devriez pas continuer avec ce dossier, dites-le. Le programme nomme un autre médiateur; la raison est scellée pour les médiateurs du dossier.
recusal-ask = Demander un autre médiateur
recusal-reason = Raison, pour les médiateurs de ce dossier
recusal-open = Vous avez demandé un autre médiateur le { $day }.
recusal-open-other = { $person } a demandé un autre médiateur le { $day }.
recusal-withdraw = Finalement, je peux continuer

## Fermer le dossier

closing-title = Fermer le dossier
closing-lead = Quand il ne reste rien à transmettre, demandez au programme de fermer le dossier. Vous pouvez revenir en arrière.
closing-ask = Demander la fermeture du dossier
closing-change = Modifier ce qui est écrit
closing-asked = Vous avez demandé le { $day } la fermeture de ce dossier.
closing-asked-other = { $person } a demandé le { $day } la fermeture de ce dossier.
closing-keep-open = Garder le dossier ouvert
closing-take-back = Retirer la demande
closing-stays = Le dossier reste fermé jusqu’à ce que la ou le gestionnaire le rouvre.
closing-closed = Ce dossier est fermé : rien de nouveau ne peut y être envoyé.
closing-debrief = Bilan avec la { $side } { $person }
closing-debrief-hint = Ce que la personne a dit à la fin. Laissez vide si vous n’avez pas encore parlé ensemble.
closing-follow-ups = Ce qui a été convenu pour la suite
closing-reason = Pourquoi le dossier peut être fermé
closing-still-open = Encore à faire. Le dossier peut être fermé malgré cela, et chaque chose peut encore se faire.
closing-nothing-open = Un bilan a été fait avec chaque personne, et aucune promesse ne reste.
closing-open-debrief = Bilan avec la { $side } { $person }
closing-open-task = { $what } : { $day }
closing-means = Ce que signifie la fermeture :
closing-means-manager = Demander ne ferme rien. La ou le gestionnaire ferme le dossier par sa signature, et peut le rouvrir.
closing-means-waiting = Rien de nouveau ne peut alors être envoyé. Les lettres qui attendent chez vous restent : décidez d’abord de celles-ci.
closing-means-kept = Ce qui a été mis à disposition reste chez la personne qui l’a reçu. Chaque auteur peut encore retirer ce qu’il a écrit.
closing-means-class = Les traces du dossier sont conservées selon la catégorie « { $class } ». La fermeture n’efface rien.
closing-means-receipts = Les reçus de ce qui a été retiré restent valables.

## Ce qui a dû être communiqué

escalations-title = Ce qui a dû être communiqué
escalations-none = Rien n’a dû être communiqué.
escalation-line = Le { $day }, règle : { $rule }
escalation-to = À qui
escalation-page = La page

## Éléments d’un document

fact-state = État
fact-until = Jusqu’au
fact-evidence = Constaté
fact-reason = Raison
fact-safety = Sécurité
fact-privacy = Vie privée
fact-wellbeing = Bien-être
fact-words = Mots
fact-topics = Nommé
fact-due = D’ici le
fact-risks = Attention
fact-names = Noms
fact-aims = But
fact-rules = Règles
fact-who = Présents
fact-where = Où
fact-when = Quand
fact-support = Soutien
fact-progress = Où cela en est
fact-to = À qui
fact-rule = Règle
fact-page = Page
fact-from = Du
fact-pace = Rythme
fact-debrief = Bilan avec { $person }
fact-follow-ups = Convenu pour la suite
fact-gone = Ôté du tableau
type-gate = Condition
type-pace = Rythme
type-need = Besoin
type-task = Tâche
type-note = Note
type-names = Noms
type-meeting = Rencontre
type-repair = Réparation
type-paper = Papier
type-escalation = Ce qui a dû être communiqué
type-recusal = Passer le dossier
type-closing = Fermer le dossier
type-away = Absence
type-exposure = Journal personnel
