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
interpreter-words-title = Mots à mettre sous une autre forme
interpreter-words-until = Ils vous sont ouverts jusqu’au { $day }.
interpreter-look-only = Ces mots sont seulement à regarder. Ils ne peuvent être ni copiés ni imprimés ici. N’en prenez pas de photo et n’en parlez à personne, s’il vous plaît.
interpreter-words = Les mots
interpreter-words-only = Montrer seulement les mots
interpreter-given = Ce que vous avez fait est chez les médiateurs du dossier. Ils auront peut-être des questions.
interpreter-over = Votre accès est terminé
interpreter-over-text = Ces mots ne vous sont plus ouverts. Si vous n’aviez pas fini, appelez le médiateur.
interpreter-back = Revenir à ma liste
