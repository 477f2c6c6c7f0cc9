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

## Repères : des indices qu’une personne vérifie à l’œil. Ils disent ce qui a été vu et pourquoi cela peut compter; ils ne jugent rien.

highlight-kind-address = Adresse
highlight-kind-postal-code = Code postal
highlight-kind-phone = Numéro de téléphone
highlight-kind-e-mail = Adresse de courriel
highlight-kind-insurance-number = Numéro d’assurance sociale
highlight-kind-birth = Date de naissance
highlight-kind-name = Nom
highlight-kind-account = Compte ailleurs
highlight-kind-link = Lien
highlight-kind-hidden = Caractère caché
highlight-kind-look-alike = Sosie
highlight-kind-spacing = Espacement

highlight-address-street = Le nom d’une rue. Avec une ville ou un point de repère, il peut dire où quelqu’un habite.
highlight-address-numbered = Un numéro et une rue, comme dans une adresse.
highlight-address-unit = Un numéro d’appartement ou d’unité, comme dans une adresse.
highlight-address-box = Une case postale, une route rurale ou la poste restante : une façon d’écrire directement à quelqu’un.
highlight-postal-canada = Écrit comme un code postal canadien. Six caractères peuvent désigner un seul côté d’une rue.
highlight-postal-zip = Écrit comme un code postal des États-Unis.
highlight-phone = Un numéro de téléphone qui peut exister au Canada ou aux États-Unis.
highlight-phone-local = Écrit comme un numéro de téléphone sans indicatif régional.
highlight-phone-abroad = Écrit comme un numéro de téléphone d’un autre pays.
highlight-phone-spelled = Sept chiffres ou plus en toutes lettres, comme lorsqu’on dicte un numéro de téléphone.
highlight-mail = Une adresse de courriel.
highlight-mail-spelled = Se lit comme une adresse de courriel en mots, par exemple « nom arobase lieu point ca ».
highlight-insurance = Neuf chiffres dont le dernier concorde, comme dans un numéro d’assurance sociale.
highlight-insurance-said = Neuf chiffres après des mots qui annoncent un numéro d’assurance sociale.
highlight-birth = Une date à côté d’un mot qui parle de naissance ou d’anniversaire.
highlight-name = Un nom de la liste de ce dossier.
highlight-name-part = Une partie d’un nom de la liste de ce dossier.
highlight-account = Écrit comme un nom de compte sur un autre service.
highlight-account-said = Dit où trouver quelqu’un sur un autre service.
highlight-link = Un lien ou l’adresse d’un site Web.
highlight-hidden = Un caractère qui ne montre rien, ou autre chose que ce qu’il est. Il peut porter un message que personne ne voit.
highlight-marks = Plusieurs signes sont empilés sur une même lettre. Ils peuvent porter un message.
highlight-mixed-scripts = Des lettres de plusieurs écritures dans un même mot. Il est peut-être écrit pour qu’une recherche ne le trouve pas.
highlight-look-alike = Des lettres qui ressemblent à d’autres sans en être. C’est peut-être écrit pour qu’une recherche ne le trouve pas.
highlight-other-form = Le même signe sous plusieurs formes. De tels choix peuvent porter un message.
highlight-spaces = Des espaces là où une lettre n’en a pas, ou plus d’un.
highlight-spaces-mixed = Des espaces de sortes différentes au même genre d’endroit. De tels choix peuvent porter un message.
highlight-spread-out = Des lettres écrites une à une. C’est peut-être un mot qu’on ne doit pas trouver.
## Passages marqués

mark-how = Sélectionnez des mots ou touchez une phrase. Au clavier : les flèches vont d’une phrase à l’autre, Entrée en marque une.
mark-selected = Marquer ce qui est sélectionné
mark-number = Passage { $number }
mark-notes = Ce qui a été dit de chaque passage
mark-no-words = Rien n’a été dit de ce passage.
mark-list = Passages marqués
mark-none = Aucun passage n’est marqué.
mark-words = À propos du passage { $number } (facultatif)
mark-let-go = Enlever la marque du passage { $number }
mark-most = { $most } passages sont marqués. Une note n’en contient pas plus.

## Indices : ce qui mérite peut-être un second regard

hint-reason = { $title } : { $why }
hint-none = Rien ne ressort de soi-même. Cela ne veut pas dire qu’il n’y a rien.
hint-list = Ce qui mérite peut-être un second regard
hint-list-lead = Des indices, faits dans ce navigateur et montrés à personne d’autre. C’est vous qui décidez ce qu’ils valent.
hint-go = Aller à l’endroit

## Images et vidéos

viewer-clear = La voir nettement
viewer-colours = Couleurs
viewer-sound = Son
viewer-speed = Vitesse
viewer-times = { NUMBER($times) } fois
viewer-blurred = Elle est floue tant que vous ne choisissez pas de la voir nettement.
