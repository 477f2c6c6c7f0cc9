# SPDX-License-Identifier: EUPL-1.2
### Ce qui est fait des mots de quelqu’un : noté comme il a été dit, raccourci, mis sous une autre forme. Les mots de personne ne sont modifiés.

## À côté d’une lettre

made-kind-relayed = Des mots racontés
made-kind-redaction = Une version plus courte
made-kind-excerpt = Un extrait
made-kind-rendition = Une autre forme
made-by-mediator = Fait par le médiateur { $person }.
made-by-interpreter = Fait par l’interprète { $person }, à qui un médiateur de ce dossier a donné accès à l’original.
made-by-me = C’est vous qui l’avez fait. Vous pouvez l’examiner, mais votre approbation ne suffit jamais à elle seule.
made-confirmed = Vérifié : la personne dont ce sont les mots a dit oui, avec sa clé, à exactement ces mots.
made-not-confirmed = La personne dont ce sont les mots n’a pas dit oui
made-not-confirmed-text = Rien ne peut être approuvé avant sa réponse.
made-beside-only = La personne à qui c’est adressé ne le reçoit qu’à côté de l’original. Comparez les deux avant d’approuver.
made-possible = Ce qui peut en être fait
made-possible-text = L’original reste comme il est. Ce que vous faites est un message à part.
made-go-shorten = Enlever quelque chose
made-go-form = Ajouter une traduction, des sous-titres ou des mots simples
made-go-access = Donner accès à un ou une interprète

## Pour chaque page où quelque chose est fait

making-language = Langue de ces mots
making-language-other = Une autre langue
making-note = Que faut-il savoir avant de lire? (facultatif)
making-note-hint = La personne voit ceci avant d’ouvrir. Ne citez rien.
making-note-first = Montré d’abord à la personne qui lit
making-empty = Écrivez quelques mots.
making-look = Relire
making-back = Revenir et changer
making-leave = Quitter sans envoyer
making-kept = Ce que vous avez écrit est toujours ici. Vous pouvez réessayer.
making-yes-about = C’est signé avec votre clé et envoyé, scellé, à la personne dont ce sont les mots. Rien ne va plus loin avant qu’elle dise oui à exactement ces mots. Si elle dit non, c’est détruit.
making-send-for-yes = L’envoyer pour obtenir son oui
making-sent = Envoyé
making-sent-for-yes = La personne dont ce sont les mots le trouve sur sa page. Vous verrez ici quand elle dira oui. Ne la pressez pas.
making-to-case = Revenir au dossier
making-to-letter = Revenir au message

## Noter ce qui a été raconté

tell-title = Noter ce qui a été raconté
tell-lead = Pour quand quelqu’un vous a dit ce qu’il veut transmettre. Écrivez ses mots, pas les vôtres.
tell-author = Qui l’a raconté?
tell-author-missing = Choisissez qui l’a raconté.
tell-addressee = Pour qui est-ce?
tell-addressee-missing = Choisissez pour qui c’est.
tell-label = Ce qui a été raconté, dans les mots de la personne
tell-hint = Écrivez « je », comme la personne l’a dit. Laissez une ligne vide entre les paragraphes. N’écrivez pas ce qu’elle ne voulait pas transmettre.
tell-look = Relire à la personne
tell-read-back = Relisez-le à la personne
tell-read-back-text = Si elle est avec vous ou au téléphone, lisez chaque mot à voix haute. Changez ce qui n’est pas comme elle l’a dit.
tell-words = Ce qui a été raconté

## Enlever quelque chose

shorten-title = Enlever quelque chose
shorten-lead = Vous pouvez enlever des phrases. Vous ne pouvez ni ajouter ni changer un mot. […] marque les endroits où quelque chose est enlevé.
shorten-question = Qu’est-ce qui reste? Décochez ce qui doit être enlevé.
shorten-left = Ce qui reste
shorten-none-left = Il ne reste rien.
shorten-nothing-cut = Rien n’est encore enlevé.
shorten-all-cut = Il doit rester quelque chose.
shorten-kind = Qu’est-ce que c’est?
shorten-kind-missing = Choisissez ce que c’est.
shorten-redaction = La lettre, où quelque chose est enlevé
shorten-redaction-hint = Par exemple : des détails qui permettraient de trouver quelqu’un.
shorten-excerpt = Un extrait
shorten-excerpt-hint = Seulement les passages à transmettre.

## Les deux versions

compare-title = Les deux versions
compare-go = Comparer avec l’original
compare-none = L’original ne peut plus être ouvert.
compare-original = L’original
compare-original-only = Montrer seulement l’original
compare-made = Ce qui en a été fait
compare-made-only = Montrer seulement ce qui en a été fait
compare-only-left-out = Vérifié : il n’y a que des mots de la lettre, dans leur ordre. Ce qui est enlevé est barré.
compare-film = Regardez ou écoutez les deux. Des parties peuvent être coupées, muettes ou floues.
compare-other-words = Il y a des mots qui ne sont pas dans la lettre

## Une autre forme

making-form-title = Ajouter une traduction, des sous-titres ou des mots simples
making-form-lead = La personne à qui c’est adressé ne la reçoit qu’à côté de l’original, avec qui l’a faite. Mettez-y chaque phrase, et rien de plus.
making-form-what = Ce que c’est
making-form-what-hint = Dans la langue de la personne qui lit. Par exemple : « Traduction en français », « La lettre en mots simples », « Sous-titres de la vidéo ».
making-form-what-missing = Dites ce que c’est.
making-form-label = Les mots
making-form-hint = Laissez une ligne vide entre les paragraphes, là où la lettre en a une.
making-form-label-film = Ce qui est dit, en texte à lire (vous pouvez laisser vide)
making-form-hint-film = Une transcription ou une traduction. Laissez une ligne vide entre les paragraphes.
making-form-spoken = Les mots lus à voix haute
making-form-spoken-hint = Un fichier de son d’au plus 64 Mo, enregistré pour cela. Vous pouvez l’omettre, ou l’envoyer sans mots écrits.
making-form-words = L’autre forme
making-form-only = Montrer seulement l’autre forme
making-form-about = C’est signé avec votre clé et scellé pour les médiateurs du dossier et pour la personne qui a fait l’original. Un médiateur compare les deux avant que quelqu’un d’autre voie l’autre forme.
making-form-send = Signer et envoyer
making-form-sent = Elle est chez les médiateurs de ce dossier, comme tout message. La personne qui a fait l’original la voit aussi. Si vous êtes médiateur, un autre doit aussi l’approuver.

## L’accès d’un ou d’une interprète

access-title = L’accès d’un ou d’une interprète
access-lead = Un ou une interprète de la liste du programme peut ouvrir ce seul message jusqu’à un jour que vous fixez. Cette personne ne voit rien d’autre du dossier.
access-seen = La personne qui a fait le message voit qu’un ou une interprète y a accès, et jusqu’à quand.
access-given = Qui a reçu un accès
access-none = Personne n’a reçu d’accès à ce message.
access-person = Interprète { $person }
access-by = Accès donné par le médiateur { $person }
access-until = Jusqu’au { $day }
access-over = Terminé
access-end = Mettre fin à cet accès maintenant
access-give = Donner accès à un ou une interprète
access-who = À qui?
access-who-missing = Choisissez un ou une interprète.
access-day = Dernier jour
access-day-hint = Au plus tard le { $day }. Pas plus longtemps que le travail ne le demande.
access-day-wrong = Choisissez un jour dans ces limites.
access-nobody = Le programme n’a inscrit aucun interprète sur sa liste. Ses gestionnaires peuvent le faire.
