# SPDX-License-Identifier: EUPL-1.2
### Se joindre au service : un code du médiateur, six mots et une feuille à soi, et un nombre comparé de vive voix.

enrol-title = Préparer votre accès
enrol-step = Étape { $now } de { $of }
enrol-step-code = Votre code
enrol-step-words = Vos mots
enrol-step-sheet = Votre feuille
enrol-step-wait = Confirmation

## Le code

enrol-code-lead = On vous a donné un code, sur papier ou au téléphone. Il vous permet de préparer votre propre accès.
enrol-code-label = Votre code
enrol-code-hint = 28 lettres et chiffres en groupes de quatre. Les majuscules, les espaces et les tirets ne comptent pas.
enrol-code-missing = Écrivez le code qu’on vous a donné.
enrol-code-go = Vérifier le code
enrol-code-ok = Votre code est bon. Il est valable jusqu’au { $day }.
enrol-who-title = Qui peut lire ce que vous écrivez
enrol-who-author = Vous. Vous pouvez aussi le retirer.
enrol-who-mediator = Votre médiateur lit d’abord chaque lettre.
enrol-who-other = L’autre personne lit une lettre seulement si votre médiateur accepte de la transmettre, et seulement si elle dit qu’elle est prête.
enrol-who-nobody = Les gens qui font fonctionner ce service ne peuvent pas lire vos lettres. Le personnel d’un établissement ne peut pas les lire non plus.
enrol-limits-title = Quand votre médiateur doit en parler
enrol-limits-text = Si quelqu’un est en danger, ou si un enfant subit des torts, votre médiateur devra peut-être en parler à quelqu’un qui peut aider. Votre médiateur vous l’expliquera avant que vous écriviez.
enrol-statement = Une lettre écrite ici n’est pas une déclaration de la victime. Elle ne sert pas aux décisions liées à la peine ou à la libération conditionnelle.
enrol-begin = Préparer mon accès

## Les mots

enrol-words-lead = Ces six mots ouvrent vos messages. Ils ont été faits pour vous sur cet appareil. Personne d’autre ne les a, et nous ne pouvons pas les retrouver.
enrol-words-keep = Écrivez-les sur papier, dans cet ordre. Gardez le papier là où vous seul(e) pouvez le trouver.
enrol-words-language-other = Donnez-moi des mots anglais
enrol-words-next = Je les ai écrits
enrol-words-again-title = Écrivez maintenant vos six mots ici
enrol-words-again-hint = Regardez votre papier. C’est pour être sûr qu’ils sont justes.
enrol-words-again-label = Vos six mots
enrol-words-wrong = Ce ne sont pas les mêmes six mots. Regardez votre papier ou revenez pour les revoir.
enrol-words-show = Revoir les mots
enrol-words-check = Vérifier mes mots

## La feuille

enrol-sheet-lead = Imprimez cette feuille ou copiez-la à la main. Elle vous permet d’entrer si vous perdez vos mots.
enrol-sheet-account = Numéro de compte
enrol-sheet-kit = Code de secours
enrol-sheet-keep = Gardez cette feuille en lieu sûr, loin de vos six mots. La personne qui l’a en main peut ouvrir vos messages.
enrol-sheet-print = Imprimer la feuille
enrol-sheet-label = Copiez le code de secours de votre feuille
enrol-sheet-hint = C’est pour être sûr que la feuille fonctionne.
enrol-sheet-wrong = Ce n’est pas le même code. Vérifiez chaque groupe de quatre.
enrol-sheet-check = Vérifier ma feuille
enrol-sheet-busy = Création de vos clés. Cela peut prendre quelques secondes.

## L’attente du médiateur

enrol-wait-title = Votre médiateur fait la dernière étape
enrol-wait-lead = Votre part est faite. Votre médiateur confirme maintenant que c’est bien vous. Cela peut prendre quelques jours. Vous pouvez fermer cette page et ouvrir une session plus tard.
enrol-wait-compare = Si le code vous est parvenu par la poste ou par quelqu’un d’autre, votre médiateur lira ce nombre avec vous au téléphone. Vous devez voir tous les deux le même nombre.
enrol-wait-differs = Si les nombres diffèrent, arrêtez et appelez votre médiateur à un numéro que vous connaissez déjà.
enrol-wait-now = En attente de votre médiateur.
enrol-wait-again = Vérifier maintenant
enrol-wait-ticket = Pour terminer sur cet appareil, écrivez le code qu’on vous a donné.
safety-label = Nombre de sûreté
enrol-done-title = Votre accès est prêt
enrol-done-text = Votre médiateur a confirmé que c’est vous. Votre accès fonctionne maintenant.
enrol-done-go = Voir mes messages

## La même chose pour les médiateurs et les interprètes, qu’un gestionnaire du programme confirme

enrol-staff-wait-title = Un gestionnaire du programme fait la dernière étape
enrol-staff-wait-lead = Votre part est faite. Un gestionnaire de votre programme confirme maintenant que c’est bien vous. Cela peut prendre quelques jours. Vous pouvez fermer cette page et ouvrir une session plus tard.
enrol-staff-wait-compare = Le gestionnaire lira ce nombre avec vous, en personne ou au téléphone. Vous devez voir tous les deux le même nombre.
enrol-staff-wait-differs = Si les nombres diffèrent, arrêtez et appelez votre programme à un numéro que vous connaissez déjà.
enrol-staff-wait-now = En attente du gestionnaire du programme.
enrol-staff-done-text = Votre programme a confirmé que c’est vous. Votre accès fonctionne maintenant.
enrol-staff-done-go = Aller à mon travail
