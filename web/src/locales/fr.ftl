# SPDX-License-Identifier: EUPL-1.2
### La première page et ce qui entoure chaque page. Des mots simples, des phrases courtes, aucun reproche.

## Autour de chaque page

title = Messages
skip = Aller au contenu principal
exit-long = Quitter cette page maintenant
exit-short = Quitter
exit-about = Quitter cette page rapidement
exit-how = Choisissez « Quitter cette page maintenant » ou appuyez trois fois sur la touche Majuscule. La page devient blanche et une page de météo s’ouvre.
exit-limits = Cette page ne peut pas effacer l’historique du navigateur. Elle ne peut pas arrêter un logiciel qui note ce qui est tapé. Si quelqu’un surveille cet appareil, parlez à votre médiateur d’un appareil plus sûr.
demo-banner = Démonstration. Les personnes et les lettres sont inventées.
home = Vos messages
sign-out = Fermer la session
queue = Lettres
people = Personnes
stop-link = Faire une pause ou mettre fin à ma participation
demo-label = Démonstration
loading = Un instant.
again = Réessayer
cancel = Annuler
close = Fermer
error-unreached = Nous n’avons pas pu joindre le service. Vérifiez votre connexion, puis réessayez. Ce que vous avez écrit est gardé.
error-unreached-open = Nous n’avons pas pu joindre le service. Ce que vous avez écrit est encore ici : gardez cette page ouverte. Vérifiez votre connexion, puis réessayez.
error-title = Cela n’a pas fonctionné
help-title = Si vous avez besoin de quelqu’un
help-mediator = Votre médiateur
help-programme = Le programme
help-support = Quelqu’un à qui parler, jour et nuit
help-danger = Si vous êtes en danger, composez le 911.
appearance = Clair ou sombre
appearance-system = Comme cet appareil
appearance-light = Clair
appearance-dark = Sombre
pledge = Participer est votre choix. Cela n’a aucune influence sur les décisions liées à la peine ou à la libération conditionnelle.
pledge-stop = Vous pouvez arrêter en tout temps. Personne ne vous demandera pourquoi.

## La première page

start-lead = Un endroit privé pour écrire et pour lire, avec l’aide de votre médiateur.
start-call = Appelez-nous
start-sign-in = Ouvrir une session
start-code = J’ai un code
start-ask = Demander à participer
start-questions = Des questions? Parlez à votre médiateur.

## Ouvrir une session

sign-in-title = Ouvrir une session
sign-in-account = Votre numéro de compte
sign-in-account-hint = Huit lettres et chiffres. Ils sont sur votre feuille de secours. Votre médiateur peut aussi vous les donner.
sign-in-how = Comment voulez-vous ouvrir la session?
sign-in-by-words = Avec mes six mots
sign-in-by-kit = Avec le code de ma feuille de secours
sign-in-words = Vos six mots
sign-in-words-hint = Dans l’ordre, avec une espace entre eux. Les majuscules et les accents ne comptent pas.
sign-in-kit = Code de votre feuille de secours
sign-in-kit-hint = 28 lettres et chiffres. Les majuscules, les espaces et les tirets ne comptent pas.
sign-in-show = Montrer ce que j’écris
device-question = Cet appareil est-il à vous seulement?
device-mine = Oui, je suis la seule personne à l’utiliser
device-mine-hint = Si la page se recharge dans les 20 minutes, votre session reste ouverte.
device-shared = Non, ou je ne sais pas
device-shared-hint = Rien n’est gardé sur cet appareil. La session se ferme après 5 minutes sans activité.
sign-in-go = Ouvrir la session
sign-in-busy = Vérification. Cela peut prendre quelques secondes.
sign-in-lost = J’ai perdu mes mots et ma feuille
sign-in-lost-text = Appelez votre médiateur. Cette personne peut vous aider à recommencer. Vous seul(e) pouviez ouvrir vos mots : personne ne peut les retrouver pour vous.
sign-in-key-file = Je gère le programme et j’ai un fichier de clés
sign-in-link-title = Vous allez ouvrir une session
sign-in-link-text = Ce lien ne sert qu’une fois.
sign-in-link-used = Ce lien ne fonctionne plus. Il a peut-être déjà servi. Vous pouvez ouvrir une session avec vos mots.
sign-in-missing-account = Écrivez votre numéro de compte.
sign-in-missing-secret = Écrivez vos mots ou votre code.
sign-in-missing-device = Dites si cet appareil est à vous seulement.

## Rester et partir

idle-title = Êtes-vous toujours là?
idle-text = Pour garder vos messages privés, la session se fermera dans une minute. Ce que vous avez écrit est enregistré.
idle-stay = Garder la session ouverte
idle-leave = Fermer la session maintenant
idle-recording = Un enregistrement n’a pas été envoyé. Sur cet appareil partagé, il est perdu dès que cette page se ferme.
leave-recording-title = Fermer la session avant l’envoi de l’enregistrement?
out-title = La session est fermée
out-text = Rien ne reste ouvert sur cette page.
out-idle = Il n’y avait pas d’activité depuis un moment; nous avons fermé la session. Ce que vous avez écrit est enregistré.
out-waits-title = Ce que vous avez écrit attend dans cette page
out-waits = Il n’y avait pas de connexion, alors ce n’est enregistré nulle part ailleurs. C’est scellé. Gardez cette page ouverte, et ouvrez de nouveau une session ici quand la connexion sera revenue.
out-recording-title = Un enregistrement attend dans cette page
out-recording = Il n’a pas été envoyé et n’est gardé nulle part ailleurs. Il est scellé. Pour le retrouver, gardez cette page ouverte et ouvrez de nouveau une session ici.
out-again = Ouvrir de nouveau la session

mark-number = Passage { $number }
mark-notes = Ce qui a été dit de chaque passage
mark-no-words = Rien n’a été dit de ce passage.
sides-both = Montrer les deux
cut-begins = Enlevé :
cut-ends = Fin de ce qui est enlevé.
