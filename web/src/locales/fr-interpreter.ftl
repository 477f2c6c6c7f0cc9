# SPDX-License-Identifier: EUPL-1.2
### Les pages de l’interprète : ce à quoi quelqu’un lui a donné accès, et rien d’autre.

interpreter-title = Ce qui vous est ouvert
interpreter-lead = Un médiateur vous a donné accès à ces mots pour que vous les mettiez dans une autre langue ou sous une autre forme. Vous ne voyez rien d’autre du dossier.
interpreter-granted = À faire
interpreter-nothing = Rien ne vous est ouvert en ce moment.
interpreter-item = Mots du dossier { $case }
interpreter-until = Ouverts pour vous jusqu’au { $day }
interpreter-by = Accès donné par le médiateur { $person }
interpreter-open = Les ouvrir
interpreter-made = Ce que vous avez fait
interpreter-made-item = Du { $day }, dossier { $case }
interpreter-made-partly = Pas envoyé jusqu’au bout
interpreter-made-given = Remis aux médiateurs
interpreter-made-over = N’est plus là
interpreter-words-title = Ce qui est à mettre sous une autre forme
interpreter-words-until = C’est ouvert pour vous jusqu’au { $day }.
interpreter-look-only = Ceci est seulement à regarder. On ne peut ni le copier ni l’imprimer ici. N’en prenez pas de photo et n’en parlez à personne, s’il vous plaît.
interpreter-words = L’original
interpreter-words-only = Montrer seulement l’original
interpreter-given = Ce que vous avez fait est chez les médiateurs du dossier. Ils auront peut-être des questions.
interpreter-over = Votre accès est terminé
interpreter-over-text = Ces mots ne vous sont plus ouverts. Si vous n’aviez pas fini, appelez le médiateur.
interpreter-back = Revenir à ma liste
