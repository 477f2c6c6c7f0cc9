# SPDX-License-Identifier: EUPL-1.2
### L’examen d’une lettre, et ce qui ménage la personne qui la lit. Des mots sobres; rien qui presse.

## Clavier

keys-title = Clavier
keys-when = Ces touches servent tant que rien n’est en train d’être écrit. Tout ce qu’elles font a aussi un bouton.
keys-off = Les touches simples sont désactivées. Tout ce qu’elles font a un bouton.
keys-next = Élément suivant
keys-before = Élément précédent
keys-open = Ouvrir l’élément
keys-enter = Entrée
keys-note = Écrire une note
keys-hide = Tout cacher
keys-help = Cette aide
keys-approve = Approuver : une question avec le nom de la personne vient ensuite
keys-on = Les touches simples servent de raccourcis

## Quand c’est lourd

calm-hide = C’est lourd : tout cacher
calm-title = Tout est caché
calm-text = Rien n’est perdu. Revenez quand vous voulez, ou laissez cela pour un autre jour.
calm-back = Revenir

## La liste

queue-filters = Ce qui est montré
queue-by-place = Où cela en est
queue-by-side = Écrite par
queue-by-case = Dossier
queue-all = Tout
queue-place-new = Nouvelles
queue-place-reading = En cours de lecture
queue-place-held = En attente
queue-place-returned = Retournées à la personne qui les a écrites
queue-place-approved = Approuvées, pas encore offertes
queue-place-offered = Offertes
queue-place-passed = Transmises
queue-place-declined = Ne seront pas transmises
queue-place-over = Retirées ou terminées
queue-none-such = Il n’y a aucune lettre de ce genre.
queue-none-yet = Aucune jusqu’ici. Il y en a peut-être d’autres.
queue-claimed = { $person } la lit
queue-open-again = Personne ne la lit en ce moment
