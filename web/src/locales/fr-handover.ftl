# SPDX-License-Identifier: EUPL-1.2
# Remettre un dossier : qui s’en occupe, qui est arrivé, qui est parti, et ce qui passe à qui.

handover-mediator = Personne médiatrice { $who }

## For a person in a case

handover-who-title = Qui s’occupe de votre dossier
handover-who-lead = Une personne médiatrice lit ce que vous écrivez avant de le transmettre. Vous voyez ici qui s’en occupe, qui est arrivé et qui est parti. La ou le gestionnaire du programme signe chaque changement, et personne ne peut en cacher un.
handover-now = Maintenant
handover-can-all = La personne médiatrice { $who } peut ouvrir ce que vous avez écrit.
handover-cannot = { $count ->
    [one] Aucune personne médiatrice de votre dossier ne peut ouvrir une de vos lettres
   *[other] Aucune personne médiatrice de votre dossier ne peut ouvrir { $count } de vos lettres
}
handover-agree-text = C’était scellé pour une personne médiatrice qui est partie. Si vous êtes d’accord, cet appareil en fait une clé pour la personne médiatrice { $who }, et pour personne d’autre. Ce que vous avez repris reste détruit. Rien ne vous y oblige : sinon, cela reste fermé.
handover-agree = Oui, la personne médiatrice { $who } peut ouvrir ce que j’ai écrit
handover-agreed = La personne médiatrice { $who } peut maintenant ouvrir ce que vous avez écrit
handover-who-back = Retour

## For a mediator

handover-title = Remettre le dossier { $case }
handover-lead = Une personne médiatrice ne peut pas ouvrir ce qui a été scellé avant son arrivée. Ici, vous lui remettez les clés : celles de ce dossier, et d’aucun autre. Les personnes du dossier et ses médiateurs voient qui est arrivé et qui est parti.
handover-nobody = Vous êtes la seule personne médiatrice de ce dossier. La ou le gestionnaire du programme en ajoute une autre. Vous pourrez alors le remettre.
handover-what = Ce que la personne médiatrice { $who } ne peut pas encore ouvrir
handover-letters = Lettres
handover-notes = Notes
handover-records = Fiches du dossier
handover-nothing = La personne médiatrice { $who } peut ouvrir tout ce que vous pouvez ouvrir dans ce dossier.
handover-start = Remettre à la personne médiatrice { $who }
handover-done = La personne médiatrice { $who } peut maintenant ouvrir tout ce que vous pouvez ouvrir dans ce dossier
handover-done-text = Si vous quittez ce dossier, la ou le gestionnaire du programme peut maintenant vous en retirer. Après cela, vous ne pourrez plus l’ouvrir.
handover-lines = Ce qui a été remis
handover-line = Du médiateur { $giver } au médiateur { $to }, { $day } : { $keys ->
    [one] une clé
   *[other] { $keys } clés
}
handover-back = Retour à ce qui est chez vous

## For both

handover-progress = { $done } sur { $of }
handover-working = Gardez cette page ouverte, s’il vous plaît.
handover-stop = Arrêter ici
handover-stopped = Arrêté. Ce qui a été remis le reste. Vous pouvez continuer quand vous voulez.
handover-passed-over = { $count ->
    [one] Un élément n’a pas pu être ouvert ici, ou a été repris entre-temps. Il a été laissé de côté.
   *[other] { $count } éléments n’ont pas pu être ouverts ici, ou ont été repris entre-temps. Ils ont été laissés de côté.
}
handover-history = Qui est arrivé et qui est parti
handover-history-none = Personne n’est arrivé ni parti depuis le début du dossier.
handover-history-part = Les changements plus anciens ne sont pas affichés.
handover-came = Médiateurs arrivés : { $who }
handover-left = Médiateurs partis : { $who }
