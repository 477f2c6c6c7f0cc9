# SPDX-License-Identifier: EUPL-1.2
### Écrire des sous-titres à côté d’une vidéo ou d’un enregistrement, et ce qui ne va pas quand ils ne sont pas acceptés.

captions-title = Sous-titres, chaque ligne avec son temps
captions-open-first = Commencez par l’ouvrir. Ensuite, chaque ligne peut recevoir son temps.
captions-play = Lire
captions-pause = Mettre en pause
captions-back = Reculer de 5 secondes
captions-at = À { $time }
captions-next = Ce qui est dit ensuite
captions-next-hint = Arrêtez là où c’est dit. Écrivez-le, puis dites que la ligne commence là.
captions-begins = Cette ligne commence maintenant
captions-lines = Les lignes jusqu’ici
captions-none = Pas encore de ligne.
captions-line = Ligne { $number }, à partir de { $time }
captions-go = Écouter la ligne { $number }
captions-move = La ligne { $number } commence maintenant
captions-delete = Supprimer la ligne { $number }
captions-file-label = Ou les prendre d’un fichier WebVTT
captions-file-hint = Seuls les mots et les temps sont pris. Ils remplacent les lignes qui sont ici maintenant.
captions-fault-not-vtt = Ligne { $line } : un fichier WebVTT commence par WEBVTT. Choisissez un autre fichier.
captions-fault-empty = Aucun mot n’a été trouvé à partir de la ligne { $line }.
captions-fault-time = Ligne { $line } : un temps doit s’écrire comme 00:01:02.500 --> 00:01:05.000.
captions-fault-order = Ligne { $line } : elle commence avant la fin de celle d’avant, ou finit avant de commencer.
captions-fault-late = Ligne { $line } : ceci vient après la fin, ou finit après elle. Faites-la finir plus tôt, ou enlevez la ligne.
captions-fault-hidden = Ligne { $line } : il y a ici un caractère qu’on ne peut pas voir. Enlevez-le.
captions-fault-form = Ligne { $line } : il y a ici un signe que nous ne pouvons pas sceller. Écrivez-le autrement.
captions-fault-long = Ligne { $line } : cela fait plus de 500 caractères d’un coup. Faites-en deux lignes.
captions-fault-many = Ligne { $line } : cela dépasse ce que nous pouvons prendre. Enlevez quelque chose.
