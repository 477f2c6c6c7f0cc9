# SPDX-License-Identifier: EUPL-1.2
### Ce qu’une personne accepte, et ce dont elle a besoin. Sa propre parole : demandée simplement, jamais pressée.

## Ce que j’accepte

agree-title = Ce que j’accepte
agree-lead = Vous choisissez comment des mots peuvent vous parvenir, et comment les vôtres peuvent être transmis. Chaque réponse compte à part.
agree-case = Dossier { $case }
agree-hold-title = Ce qui vaut pour chaque réponse
agree-hold-change = Vous pouvez changer chaque réponse en tout temps. Personne ne vous demande pourquoi.
agree-hold-effect = Participer est votre choix. Aucune réponse n’a d’effet sur une peine ni sur une libération conditionnelle.
agree-hold-statement = Rien de ce que vous dites ici n’est une déclaration pour un tribunal ou pour une audience de libération conditionnelle.
agree-hold-seen = Vos médiateurs voient vos réponses. L’autre personne ne les voit pas. Le service garde chaque oui et chaque non, pour pouvoir refuser le reste.
agree-hold-limits = Vos médiateurs lisent tout avant de le transmettre. Si quelqu’un peut être en danger, ou si une loi le demande, ils peuvent devoir en parler. Demandez-leur dans quels cas.
agree-hold-text = Vos réponses portent sur le texte ci-dessous. Lisez-le, ou faites-le lire, avant de répondre.
agree-hold-past = Un « pas maintenant » donné plus tard arrête ce qui attend. Ce qui a déjà été lu peut rester en mémoire.
agree-text-title = Le texte sur lequel vous répondez
agree-text-read = Lire le texte
agree-text-missing = Le texte n’est pas ici, alors vous ne pouvez pas dire oui maintenant. Demandez-le à votre médiateur. Vous pouvez dire « pas maintenant » en tout temps.
agree-letter-title = Lettres
agree-letter-text = Des lettres peuvent être transmises de votre part, et vous être offertes. Personne n’en reçoit sans qu’on lui demande d’abord.
agree-video-title = Vidéo
agree-video-text = Des vidéos et des voix peuvent être transmises de votre part, et vous être offertes. Un visage ou une voix peut dire qui est quelqu’un.
agree-relayed-title = Mots que le médiateur transmet
agree-relayed-text = Vous dites à votre médiateur ce que vous voulez faire savoir. Vos mots sont mis par écrit. Rien n’est transmis avant que vous disiez oui à ces mots précis.
agree-meeting-title = Une rencontre
agree-meeting-text = Une rencontre peut être préparée, avec un médiateur et du soutien. Vous pouvez encore dire non à toute rencontre.
agree-now-nothing = Vous n’avez pas encore répondu. Cela compte comme « pas maintenant ».
agree-now-yes = Vous avez dit oui le { $day }.
agree-now-no = Vous avez dit « pas maintenant » le { $day }.
agree-now-old-text = Vous avez dit oui le { $day }. Le texte a changé depuis, alors on vous demande de nouveau. D’ici votre réponse, cela compte comme « pas maintenant ».
agree-yes = Oui
agree-no = Pas maintenant
agree-kept = Votre réponse est conservée, signée avec votre clé.
agree-changed = Le texte a changé pendant que cette page était ouverte. Regardez-le de nouveau avant de répondre. Rien ne presse.

## Ce dont j’ai besoin

own-needs-title = Ce dont j’ai besoin
own-needs-lead = Dans vos propres mots, si vous le voulez. Vous pouvez aussi laisser cette page vide.
own-needs-who = Vos médiateurs le lisent, et personne d’autre. Ils vous parlent avant que quoi que ce soit en découle. Vous pouvez le modifier ou le reprendre en tout temps.
own-needs-list = Ce que vous avez écrit
own-needs-none = Vous n’avez rien écrit ici. C’est bien ainsi.
own-needs-doubt = Quelque chose qui est présenté comme venant de vous n’a pas pu être vérifié et n’est pas montré ici
own-needs-doubt-text = Dites-le à votre médiateur.
own-need-add = Écrire quelque chose
own-need-words = Ce dont j’ai besoin, dans mes propres mots
own-need-topics = De quoi s’agit-il? (facultatif)
own-need-topics-hint = Cochez autant de réponses que vous voulez, ou aucune. Vos médiateurs n’abordent pas ce que vous laissez de côté.
own-topic-answers = Des réponses à mes questions
own-topic-facts = Ce qui s’est passé
own-topic-impact = Ce que cela a changé, pour moi ou pour d’autres
own-topic-apology = Des excuses
own-topic-repair = Une réparation, si elle est possible
own-topic-meeting = Une rencontre
own-topic-other = Autre chose
own-topic-forgiveness = Le pardon
own-need-about = Au sujet de : { $topics }
own-need-day = Écrit le { $day }
own-need-change = Modifier
own-need-take-back = Le reprendre
own-need-take-back-ask = Reprendre ceci?
own-need-take-back-text = Cela quitte la page de vos médiateurs, et ils n’abordent plus ce sujet avec vous. Ils peuvent s’en souvenir. Le dossier scellé garde ce qui y était écrit.
own-need-take-back-yes = Le reprendre
own-need-take-back-no = Le laisser tel quel
own-need-save = Signer et conserver
own-need-save-over = Conserver le mien par-dessus
own-need-cancel = Mettre ceci de côté
own-need-missing = Écrivez d’abord quelques mots.
own-need-kept = C’est conservé, signé avec votre clé.
own-need-gone = C’est repris.
own-need-not-kept = Le service ne l’a pas encore. Vos mots sont toujours ici : gardez cette page ouverte.
own-need-meanwhile = Ceci a été modifié ailleurs. Vos mots sont toujours ici.
own-need-meanwhile-text = Voici ce qui est conservé maintenant. Changez vos mots si vous le voulez, puis conservez-les par-dessus.
