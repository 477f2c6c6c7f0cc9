# SPDX-License-Identifier: EUPL-1.2
### Les pages d’une personne qui participe. Chaque page d’envoi dit qui verra le message et ce qui se passe ensuite.

## Accueil

home-title = Vos messages
home-lead = Cette page montre seulement ce qui est à vous. Avancez à votre rythme.
home-write = Écrire une lettre
home-film = Enregistrer une vidéo ou votre voix
home-offered-title = Quelque chose peut vous être transmis
home-offered-text = Votre médiateur a quelque chose que vous pouvez choisir d’ouvrir, maintenant, plus tard ou jamais.
home-offered-open = Voir de quoi il s’agit
home-released-title = Ce que vous avez demandé est prêt
home-released-text = Cela reste fermé jusqu’à ce que vous l’ouvriez. Rien ne presse.
home-received-title = Transmis à vous
home-received-open = Ouvrir cette page
home-drafts-title = Pas encore terminé
home-draft = Lettre enregistrée le { $moment }
home-draft-open = Continuer d’écrire
home-draft-drop = Supprimer cette ébauche
home-draft-drop-ask = Supprimer cette ébauche pour de bon?
home-draft-drop-text = Personne d’autre ne l’a vue. Elle ne pourra pas être récupérée.
home-draft-drop-yes = La supprimer
home-draft-drop-no = La garder
home-recording = { $what ->
    [sound] Un enregistrement de votre voix, commencé le { $moment }, est gardé sur cet appareil. Il n’a pas été envoyé.
   *[video] Une vidéo que vous avez commencé à enregistrer le { $moment } est gardée sur cet appareil. Elle n’a pas été envoyée.
  }
home-recording-open = Y revenir
home-let-go-ask = Y renoncer pour de bon?
home-let-go-text = Ce message est supprimé de cet appareil. Il ne pourra pas être récupéré.
home-let-go-yes = Y renoncer
home-unsent-title = Scellé, mais pas encore chez le médiateur
home-unsent = Une lettre scellée le { $moment } est gardée sur cet appareil.
home-unsent-film = Un message vidéo ou vocal scellé le { $moment } est gardé sur cet appareil.
home-unsent-continue = Continuer l’envoi
home-unsent-again = L’envoyer de nouveau
home-unsent-lapsed = Tout n’est pas arrivé en sept jours, et le service a cessé de l’attendre. C’est encore ici, scellé, tel que vous l’avez fait. Vous pouvez l’envoyer de nouveau ou y renoncer.
home-unsent-drop = Ne pas l’envoyer
home-sent-title = Ce que vous avez remis
home-sent-none = Vous n’avez encore rien remis.
home-sent-item = { $what ->
    [film] Message vidéo ou vocal du { $day }
   *[other] Lettre du { $day }
  }
home-sent-open = Voir ce que j’ai remis
home-sent-take-back = Retirer ce message
home-paused = Vous faites une pause. Rien n’est transmis pendant votre pause.
home-paused-change = Voir mes choix
home-agree = Ce que j’accepte
home-needs = Ce dont j’ai besoin
home-agree-new = Vous n’avez pas encore dit ce que vous acceptez
home-agree-new-text = D’ici là, rien ne vous est transmis, et rien n’est transmis de votre part. Rien ne presse.
home-agree-again = Un texte que vous aviez accepté a changé
home-agree-again-text = On vous demande de nouveau. D’ici votre réponse, plus rien n’est transmis de cette façon. Rien ne presse.
home-agree-see = Regarder

## Les mots pour chaque état, à l’auteur

state-uploading = Pas encore chez le médiateur
state-proposed = En attente de votre réponse
state-submitted = Sous scellé, chez le médiateur
state-in_review = Chez le médiateur
state-held = En attente chez le médiateur
state-returned = De retour, avec des commentaires
state-declined = N’ira pas à l’autre personne
state-approved = Avec l’accord du médiateur, en attente
state-offered = Avec l’accord du médiateur, en attente
state-released = Disponible pour l’autre personne
state-opened = L’autre personne y a eu accès
state-kept = Sous la garde du médiateur
state-withdrawn = Retrait effectué
state-expired = N’est plus disponible

next-uploading = L’envoi a commencé. Vous pouvez le continuer, ou retirer ce message.
next-proposed = Votre médiateur vous demande si ces mots sont bien les vôtres. Rien ne se passe avant votre réponse.
next-submitted = Votre médiateur va l’examiner. Vous pouvez retirer ce message en tout temps.
next-submitted-cooling = Jusqu’au { $moment }, rien n’est ouvert, au cas où vous changeriez d’avis. Ensuite, votre médiateur l’examinera.
next-in_review = Votre médiateur l’examine. Cette personne pourrait vous appeler.
next-held = Votre médiateur a besoin de plus de temps. Cette personne communiquera avec vous.
next-returned = Lisez les commentaires. Vous pouvez recommencer, ou retirer ce message. Rien ne presse.
next-declined = Votre médiateur vous l’explique dans une note. Vous pouvez en parler avec cette personne.
next-approved = Ce message reste scellé jusqu’à ce que l’autre personne soit prête. Cela peut être long, et cela peut ne jamais arriver. Les deux sont acceptables.
next-offered = Ce message reste scellé jusqu’à ce que l’autre personne soit prête. Cela peut être long, et cela peut ne jamais arriver. Les deux sont acceptables.
next-released = L’autre personne peut l’ouvrir quand elle le voudra.
next-opened = L’autre personne a accepté que vous le sachiez.
next-kept = Votre médiateur en a la garde.
next-withdrawn = Ce message a été détruit. Personne ne peut l’ouvrir ici.
next-expired = Le temps de ce message ici est terminé.

## Les mots pour chaque état, à la personne qui lit

theirs-uploading = Pas disponible
theirs-proposed = Pas disponible
theirs-submitted = Pas disponible
theirs-in_review = Pas disponible
theirs-held = Pas disponible
theirs-returned = Pas disponible
theirs-declined = Pas disponible
theirs-approved = Pas disponible
theirs-offered = Peut vous parvenir
theirs-released = Disponible
theirs-opened = Vous y avez eu accès
theirs-kept = En garde pour vous
theirs-withdrawn = N’est plus disponible
theirs-expired = N’est plus disponible

## Écrire

to-whom-question = Pour qui est-ce?
to-whom-one = Personne { $person }
to-whom-one-case = Personne { $person }, dossier { $case }
to-whom-last = Le dernier échange entre vous date du { $day }.
to-whom-none = Rien n’a encore été échangé entre vous.
to-whom-help = Votre médiateur peut vous dire qui est qui.
to-whom-missing = Dites pour qui c’est. Ce que vous avez écrit est gardé.
write-title = Écrire une lettre
write-label = Votre lettre
write-hint = Écrivez comme vous parlez. Laissez une ligne vide entre les paragraphes. Il n’y a pas de limite à ce que vous pouvez dire.
write-help = De l’aide pour écrire
write-help-harmed-1 = Vous pouvez dire ce qui vous est arrivé, et ce que cela a changé.
write-help-harmed-2 = Vous pouvez poser des questions.
write-help-harmed-3 = Vous pouvez dire ce dont vous avez besoin ou ce qui pourrait aider.
write-help-harmed-4 = Vous n’avez pas à ménager qui que ce soit ni à répondre à quoi que ce soit.
write-help-responsible-1 = Dites simplement ce que vous avez fait. Ne cherchez pas d’excuses.
write-help-responsible-2 = Dites ce que vous comprenez des torts causés.
write-help-responsible-3 = Ne demandez rien en retour : ni réponse, ni rencontre, ni sentiment.
write-help-responsible-4 = Ne donnez pas de conseils et ne dites pas comment la personne devrait se sentir.
write-help-both = N’écrivez pas d’adresse, de numéro de téléphone ni le nom d’autres personnes.
write-note-label = Que faut-il savoir avant de lire? (facultatif)
write-note-hint = Par exemple : « Cette lettre parle du jour même. » L’autre personne voit ceci avant de choisir d’ouvrir votre lettre.
write-language = Cette lettre est écrite en
write-language-other = Une autre langue
write-who-title = Qui y aura accès, et quand
write-who = D’abord, vous la vérifiez. Ensuite, votre médiateur la lit. L’autre personne la lit seulement si votre médiateur la transmet et si elle dit qu’elle est prête.
write-statement = Ceci n’est pas une déclaration de la victime. Rien n’en sert aux décisions liées à la peine ou à la libération conditionnelle.
write-continue = Vérifier ma lettre
write-later = Arrêter ici et garder l’ébauche
write-empty = Il n’y a encore rien à vérifier. Écrivez d’abord quelques mots.
write-conflict = Cette lettre était aussi ouverte ailleurs. Les deux versions sont gardées : l’autre est avec vos ébauches.
editor-spelling = Utiliser le correcteur de ce navigateur
editor-spelling-hint = Certains navigateurs envoient ce que vous écrivez à l’entreprise qui les a faits. Fermez-le si vous n’êtes pas sûr(e).
saved-untouched = Votre lettre s’enregistre toute seule pendant que vous écrivez.
saved-saving = Enregistrement.
saved-saved-server = Enregistrée, scellée – { $time }
saved-saved-device = Enregistrée sur cet appareil seulement – { $time }
saved-unsaved-shared = Pas encore enregistrée : il n’y a pas de connexion. Gardez cette page ouverte.

## Vérifier avant de remettre

check-title = Avant de la remettre
check-found-title = À regarder, si vous le voulez
found-nothing = Rien n’a été relevé. Cette vérification se fait seulement sur cet appareil et cherche quelques éléments : adresses, numéros de téléphone, adresses de courriel ou de site Web et caractères cachés.
found-stays = C’est vous qui décidez. Rien n’est changé à votre place.
found-blocks = Un caractère caché doit être enlevé avant que la lettre puisse être scellée.
found-clean = Enlever les caractères cachés pour moi
found-street-address = Ceci ressemble à une adresse
found-street-address-why = Une adresse peut révéler où quelqu’un habite.
found-postal-code = Ceci ressemble à un code postal
found-postal-code-why = Un code postal peut révéler où quelqu’un habite.
found-phone-number = Ceci ressemble à un numéro de téléphone
found-phone-number-why = L’autre personne pourrait s’en servir pour appeler.
found-email-address = Ceci ressemble à une adresse de courriel
found-email-address-why = L’autre personne pourrait s’en servir pour écrire ailleurs qu’ici.
found-web-address = Ceci ressemble à une adresse de site Web
found-web-address-why = Une page peut révéler qui est quelqu’un ou où cette personne se trouve.
found-hidden-character = Il y a ici un caractère qui ne se voit pas
found-hidden-character-why = Votre médiateur doit pouvoir voir tout ce que l’autre personne reçoit. Un tel caractère vient souvent d’un texte copié d’ailleurs.
found-lookalike = Ces lettres se ressemblent, mais viennent d’alphabets différents
found-lookalike-why = C’est peut-être voulu. Cela peut aussi cacher un mot.
check-preview-title = Ce que l’autre personne verra
check-preview-note = Montré en premier
check-cooling = Vous pouvez prendre votre temps : pendant { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
} après la remise, la lettre reste fermée.
check-no-cooling = Votre médiateur peut l’ouvrir dès que vous la remettez.
check-take-back = Vous pouvez retirer votre message en tout temps, sans dire pourquoi.
give-go = Sceller et remettre au médiateur
give-back = Continuer d’écrire
stage-preparing = Préparation
stage-locking = Scellement
stage-sending = Envoi
stage-percent = { $percent } %
stage-may-close = Vous pouvez fermer cette page. Ce qui est scellé est gardé sur cet appareil, et vous pourrez continuer l’envoi à votre prochaine visite.
stage-stay = Gardez cette page ouverte, s’il vous plaît.
stage-pause = Mettre en pause
stage-paused = En pause. Ce qui est arrivé est gardé.
stage-cut = La connexion a été perdue. Ce qui est arrivé est gardé.
stage-cut-text = Quand la connexion sera revenue, continuez l’envoi. Rien n’est envoyé deux fois.
stage-minutes = { $minutes ->
    [one] Il reste environ une minute
   *[other] Il reste environ { $minutes } minutes
  }
give-kept = Votre lettre est scellée et gardée sur cet appareil. Vous pouvez continuer l’envoi à partir de la page de vos messages.

## Une lettre que vous avez remise

sent-title = { $what ->
    [video] Votre vidéo du { $day }
    [sound] Votre message vocal du { $day }
    [film] Votre message vidéo ou vocal du { $day }
   *[other] Votre lettre du { $day }
  }
sent-state = Où cela en est
sent-next = Ce qui se passe ensuite
sent-words-title = Ce que vous avez remis
sent-words-label = { $what ->
    [film] Ce qui est dit, en texte
   *[other] Votre lettre
  }
sent-notes-title = De votre médiateur
sent-note-day = Écrit le { $day }
sent-again = La réécrire
sent-again-hint = Vos mots sont copiés dans une nouvelle ébauche. La première lettre reste comme elle est.
sent-take-back = Retirer ce message
sent-film-again = Refaire ce message
sent-film-again-hint = Les notes de votre médiateur sont montrées avant que vous commenciez.
sent-note-first = Montré d’abord à l’autre personne

## Retirer

take-back-title = Retirer ce message
take-back-lead = Vous n’avez pas à dire pourquoi.
take-back-does-title = Ce que cela fait
take-back-does-1 = Ses clés sont détruites tout de suite. Ensuite, ce qui était scellé et ses notes sont détruits aussi.
take-back-does-2 = Plus personne ne peut l’ouvrir ici. Ni vous, ni votre médiateur, ni l’autre personne.
take-back-cannot-title = Ce que cela ne peut pas faire
take-back-cannot = Si l’autre personne l’a déjà lu, vu ou entendu, elle peut s’en souvenir, ou l’avoir copié. Le papier et la mémoire ne peuvent pas être retirés.
take-back-save = Si vous voulez garder vos mots, copiez-les d’abord.
take-back-yes = Le retirer
take-back-no = Le laisser comme il est
receipt-title = Votre message est détruit
receipt-text = Nous avons vérifié la preuve de destruction. Elle a été signée le { $moment }.
receipt-unverified-title = Votre message est retiré
receipt-unverified = Vous l’avez retiré le { $moment }. La réponse du service ne prouve pas qu’il est détruit. Dites-le à votre médiateur, s’il vous plaît.
receipt-reader = À l’autre personne, si le message lui était offert, on dit « N’est plus disponible ». Rien de plus.
receipt-home = Voir mes messages

## Quelque chose est offert

offered-title = Quelque chose peut vous être transmis
offered-lead = Vous n’en avez encore rien vu. Voici ce qu’en dit votre médiateur.
offered-note-none = Votre médiateur n’a pas laissé de note. Vous pouvez l’appeler d’abord.
offered-question = Que souhaitez-vous?
offered-change = Chaque réponse peut être changée plus tard. L’autre personne n’apprend pas ce que vous répondez.
offered-ready = { $what ->
    [film] Je suis prêt(e) à regarder ou à écouter
   *[other] Je suis prêt(e) à lire
  }
offered-not-now = Pas maintenant
offered-keep = Gardez-le pour moi
offered-never = Je n’en veux jamais
offered-is-ready = Vous avez dit que vous êtes prêt(e). Votre médiateur va l’ouvrir pour vous. C’est une personne qui le fait; cela peut prendre quelques jours.
offered-is-not-now = Vous avez dit : pas maintenant. Le message reste scellé. Rien ne vous le rappellera.
offered-is-keep = Vous avez demandé à votre médiateur de le garder pour vous.
offered-is-never = Vous avez dit que vous n’en voulez jamais. Le message reste scellé.
offered-now = Votre réponse
offered-read = { $what ->
    [film] Aller au message vidéo ou vocal
   *[other] Aller à la lettre
  }

## Lire

read-title = { $what ->
    [video] Une vidéo pour vous
    [sound] Un message vocal pour vous
    [film] Un message vidéo ou vocal pour vous
    [unknown] Un message pour vous
   *[other] Une lettre pour vous
  }
read-lead = { $what ->
    [film] Le message est fermé, et rien ne démarre seul. Vous pouvez arrêter à tout moment.
   *[other] Le message est fermé. Choisissez comment vous voulez le lire. Vous pouvez arrêter à tout moment.
  }
read-with = Vous pouvez aussi l’ouvrir avec votre médiateur ou avec une personne de confiance.
read-parts = L’ouvrir, un paragraphe à la fois
read-whole = { $what ->
    [film] L’ouvrir
   *[other] L’ouvrir en entier
  }
read-later = Pas aujourd’hui
read-busy = Vérification que tout est juste avant l’ouverture.
read-label = { $what ->
    [film] Le message vidéo ou vocal
   *[other] La lettre
  }
read-facts-day = { $what ->
    [film] Remis au médiateur le
   *[other] Écrite le
  }
read-facts-note = Bon à savoir avant
read-checked = { $what ->
    [film] Nous avons vérifié qui l’a fait et que votre médiateur l’a transmis. Chaque morceau est vérifié avant d’être montré.
   *[other] Nous avons vérifié qui l’a écrite, que votre médiateur l’a transmise et que pas un mot n’a été changé.
  }
read-next = Paragraphe suivant
read-rest = Montrer le reste
read-of = Paragraphe { $now } de { $of }
read-end = C’est la fin de la lettre.
read-stop = Arrêter et fermer
read-after-title = { $what ->
    [film] Ensuite
   *[other] Après la lecture
  }
read-reply = Écrire une lettre
read-hand-back = Le rendre, pour qu’on vous le garde
read-hand-back-hint = Votre médiateur le conserve. Vous pouvez le redemander.
read-print = L’imprimer
read-print-asked = Votre médiateur demande que ceci ne soit pas imprimé. Demandez-lui si vous le voulez sur papier.
read-print-title = Imprimer ceci?
read-print-text = Le papier ne se retire pas. La personne qui le trouve peut le lire. Gardez-le en lieu sûr.
read-print-yes = L’imprimer
read-print-no = Ne pas imprimer
read-closed-title = C’est refermé
read-closed-text = Vous pouvez y revenir en tout temps. Si vous voulez parler, appelez votre médiateur.
gone-title = N’est plus disponible
gone-text = Ceci n’est plus disponible. Cela ne dit rien de vous ni de ce que vous avez fait.

## Quand une clé a changé

notice-key-changed = L’autre personne a refait son accès
notice-key-changed-text = Cela arrive quand quelqu’un perd ses mots. Votre médiateur a confirmé que c’est bien cette personne. En cas de doute, appelez votre médiateur.
notice-mediators-changed = Votre dossier n’est plus suivi par les mêmes personnes
notice-mediators-changed-text = Appelez le programme si personne ne vous l’a dit.
notice-mediators-came = Arrivée : { $who }
notice-mediators-left = Départ : { $who }
notice-mediators-see = Voir qui s’occupe de votre dossier
notice-changes-withheld = Votre dossier a changé, et on ne montre pas comment
notice-changes-withheld-text = Appelez votre médiateur ou le programme, à un numéro que vous connaissez déjà.
notice-case-closed = Votre dossier est fermé
notice-case-closed-text = Rien de nouveau ne peut y être envoyé. Ce qui vous a été remis vous reste, et vous pouvez encore reprendre ce que vous avez écrit.
notice-case-reopened = Votre dossier est rouvert
notice-case-reopened-text = Vous pouvez de nouveau écrire, si vous le souhaitez. Rien ne vous y oblige. Si personne ne vous en a parlé, appelez votre médiateur.
notice-handover-wanted = Aucune personne médiatrice ne peut ouvrir une partie de ce que vous avez écrit
notice-handover-wanted-text = C’était scellé pour quelqu’un qui est parti. Vous pouvez permettre à la nouvelle personne médiatrice de l’ouvrir, ou le laisser fermé.
notice-directory-ends = { $days ->
    [one] La liste des médiateurs du programme se termine dans { $days } jour
   *[other] La liste des médiateurs du programme se termine dans { $days } jours
}
notice-directory-ends-text = Rien n’est perdu. Ce qui est nouveau devra peut-être attendre que le programme la renouvelle.

## Faire une pause, arrêter

stop-title = Faire une pause ou mettre fin à votre participation
stop-lead = Vous pouvez le faire en tout temps. Personne ne demande pourquoi. Cela n’a d’effet sur rien d’autre.
stop-pause-title = Faire une pause
stop-pause-text = Rien n’est transmis, ni à vous ni de vous. Vous pouvez revenir quand vous voulez.
stop-pause = Faire une pause maintenant
stop-resume-title = Revenir
stop-resume-text = Vous faites une pause en ce moment.
stop-resume = Revenir maintenant
stop-leave-title = Mettre fin à ma participation
stop-leave-text = Tout ce que vous avez écrit ici est retiré et détruit. Plus rien ne vous est transmis. Votre médiateur en est informé et dit seulement à l’autre personne que c’est terminé.
stop-leave-cannot = Ce qui a été lu peut rester en mémoire. Ceci ne peut pas être annulé.
stop-leave = Mettre fin à ma participation
stop-leave-ask = Mettre fin à votre participation pour de bon?
stop-leave-yes = Oui, arrêter et détruire ce que j’ai écrit
stop-leave-no = Non, revenir
stop-paused = Vous faites maintenant une pause.
stop-resumed = Vous participez de nouveau.
stop-left = Vous avez mis fin à votre participation. Ce que vous aviez écrit a été détruit le { $moment }.

reading-with-mediator = Votre médiateur vous propose d’ouvrir ceci ensemble.
reading-with-support = Votre médiateur vous propose d’avoir près de vous quelqu’un en qui vous avez confiance.
reading-in-parts = Votre médiateur vous propose d’avancer en plusieurs fois.
reading-not-kiosk = Ce n’est pas pour la borne. Votre médiateur vous l’apportera.
reading-open-until = Cela peut être ouvert jusqu’au { $day }.
write-returned-title = Ce qui vous est revenu
write-returned-hint = Votre lettre telle que vous l’avez remise, avec les notes de votre médiateur. Vous ne changez que ce que vous voulez changer.
write-returned-words = Votre lettre telle qu’elle vous est revenue, avec des passages marqués

## Des mots que quelqu’un d’autre a notés, raccourcis ou mis sous une autre forme

read-film-other = Ce navigateur ne peut pas montrer cette vidéo
read-film-other-text = L’autre forme, placée à côté, se lit ici.
home-proposed-told = Votre médiateur a noté ce que vous avez raconté
home-proposed-shorter = Votre médiateur propose une version plus courte de ce que vous avez remis
home-proposed-text = Rien n’est transmis avant que vous disiez oui. Vous pouvez aussi dire non. Rien ne presse.
home-proposed-open = Lire et répondre
proposed-title = On vous demande votre réponse
proposed-lead-told = Votre médiateur a noté ce que vous lui avez raconté. Lisez-le, ou demandez qu’on vous le lise.
proposed-lead-shorter = Votre médiateur propose d’enlever des parties de ce que vous avez remis. Regardez les deux versions. Si vous voulez savoir pourquoi, appelez-le.
proposed-hurry = Rien n’est transmis avant que vous disiez oui. Rien ne presse.
proposed-told = Ce que votre médiateur a noté
proposed-before = Ce que vous avez remis
proposed-before-only = Montrer seulement ce que vous avez remis
proposed-after = La version plus courte
proposed-after-only = Montrer seulement la version plus courte
proposed-only-left-out = Nous avons vérifié : la version plus courte contient seulement vos propres mots, dans votre ordre. […] marque les endroits où quelque chose est enlevé.
proposed-other-words = La version plus courte contient des mots qui ne sont pas dans votre lettre
proposed-other-words-text = Elle devrait seulement enlever des passages. Dites non et parlez-en avec votre médiateur.
proposed-film = Regardez ou écoutez les deux versions avant de répondre. Des parties peuvent être coupées, muettes ou floues.
proposed-no-original = Ce que vous avez remis ne peut pas être montré à côté de cette version. Parlez avec votre médiateur avant de répondre.
proposed-question-told = Est-ce bien ce que vous voulez dire?
proposed-question-shorter = Cette version peut-elle être transmise à la place de ce que vous avez remis?
proposed-yes-means = Oui : votre réponse est signée avec votre clé et vaut exactement pour cette version. Un médiateur l’examine encore une fois. Vous pouvez la retirer en tout temps.
proposed-no-means-told = Non : cette version est détruite, et vous n’avez pas à dire pourquoi. Votre médiateur peut l’écrire de nouveau avec vous.
proposed-no-means-shorter = Non : cette version est détruite, et vous n’avez pas à dire pourquoi. Ce que vous avez remis reste comme il est.
proposed-yes-told = Oui, ce sont mes mots
proposed-yes-shorter = Oui, cette version convient
proposed-no-told = Non, ne pas utiliser ceci
proposed-no-shorter = Non, ne pas utiliser cette version
proposed-later = Pas aujourd’hui
proposed-answered = Vous avez déjà répondu.
proposed-see = Voir ce que j’ai accepté
proposed-said-yes = Vous avez dit oui
proposed-said-yes-text = Votre réponse est signée et vaut exactement pour cette version. Un médiateur l’examine encore une fois avant que quoi que ce soit soit transmis.
proposed-said-no = Vous avez dit non
proposed-said-no-text = Cette version est détruite. La preuve en a été signée le { $moment }.
proposed-said-no-kept = Ce que vous avez remis vous-même reste comme il est.
made-told-mine = Ce que vous avez raconté, noté le { $day }
made-told-theirs = Raconté au médiateur, noté le { $day }
made-shorter-mine = Version plus courte de ce que vous avez remis, { $day }
made-shorter-theirs = Une version plus courte, { $day }
made-form-mine = Ce que vous avez remis, dans une autre langue ou sous une autre forme, { $day }
made-form-theirs = Une autre langue ou une autre forme, { $day }
made-waits = Votre médiateur attend votre réponse. Rien ne presse.
made-told-how = Votre médiateur l’a noté, et vous avez dit que ce sont vos mots.
made-shorter-how = Votre médiateur a enlevé des parties, et vous avez dit oui à cette version.
made-form-how = Fait à partir de ce que vous avez remis, pour que l’autre personne puisse le suivre. Votre original est montré à côté.
made-returned = Lisez les commentaires. Vous pouvez en parler avec votre médiateur, ou retirer ce message. Rien ne presse.
sent-access-title = Qui d’autre a eu accès à ces mots
sent-access-text = Votre médiateur donne accès à un ou une interprète seulement pour mettre ceci dans une autre langue ou sous une autre forme.
sent-access-until = Un ou une interprète, jusqu’au { $day }
sent-access-over = Un ou une interprète, dont l’accès est terminé
read-from-relayed = Ces mots ont été racontés au médiateur, qui les a notés. La personne qui les a dits a accepté exactement cette version.
read-from-redaction = { $what ->
    [film] Des parties sont coupées, muettes ou floues. La personne qui l’a remis a accepté exactement cette version.
   *[other] Des parties de cette lettre sont enlevées là où il y a […]. La personne qui l’a écrite a accepté exactement cette version.
  }
read-from-excerpt = { $what ->
    [film] Ce sont des parties d’un message plus long. La personne qui l’a remis a accepté exactement cette version.
   *[other] Ce sont des parties d’une lettre. […] marque les endroits où quelque chose est enlevé. La personne qui l’a écrite a accepté exactement cette version.
  }
read-from-rendition = Ceci est une autre forme d’un message.
read-form-mediator = C’est le médiateur qui a fait l’autre forme. L’original est à côté.
read-form-interpreter = C’est un ou une interprète qui a fait l’autre forme, et un médiateur l’a vérifiée. L’original est à côté.
read-form-what = Ce qu’est cette forme
read-form-open = Montrer une autre langue ou une autre forme, à côté de l’original
read-form = Une autre langue ou une autre forme
read-form-only = Montrer seulement l’autre forme
read-label-only = { $what ->
    [film] Montrer seulement l’original
   *[other] Montrer seulement la lettre
  }
