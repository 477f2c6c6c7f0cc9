# SPDX-License-Identifier: EUPL-1.2
### Enregistrer, choisir et envoyer une vidéo ou une voix.

film-title = Une vidéo ou votre voix
film-lead = Dites-le à votre rythme. Vous pouvez recommencer aussi souvent que vous le voulez. Rien n’est envoyé tant que vous ne le dites pas.
film-video = Enregistrer une vidéo
film-voice = Enregistrer votre voix
film-file-label = Ou choisir un fichier sur cet appareil
film-file-hint = MP4, MOV ou WebM, jusqu’à 4 Go. Le lieu et le nom de l’appareil sont enlevés avant que la vidéo soit scellée.
film-no-yes = Vous n’avez pas dit oui aux vidéos
film-no-yes-text = Une vidéo peut être transmise seulement quand vous avez tous les deux dit oui aux vidéos. Vous pouvez changer votre réponse à tout moment.
film-not-shown = Ce navigateur ne peut pas montrer ce fichier. Si c’est une vidéo entière, vous pouvez quand même la remettre : votre médiateur a une machine qui peut la montrer. Elle est vérifiée avant tout envoi.
film-returned-hint = Votre message vous est revenu comme vous l’avez remis, avec les notes de votre médiateur. Un nouveau prendra sa place.
film-left-title = { $what ->
    [sound] Votre voix, enregistrée mais pas envoyée
   *[video] Une vidéo que vous n’avez pas envoyée
  }
film-left-from = L’enregistrement a été commencé le { $moment }.
film-left = Il est gardé sur cet appareil, scellé. Personne d’autre ne peut l’ouvrir.
film-left-stays = Si vous arrêtez ici, cet enregistrement et ce que vous avez écrit pour l’accompagner restent sur cet appareil, scellés. Vous les retrouverez avec vos messages.
film-file-stays = Si vous arrêtez ici, le fichier reste tel quel sur cet appareil. Ce que vous avez écrit ici n’est pas gardé : copiez-le d’abord si vous voulez le garder.
film-may-go = Si cet appareil manque de place, le navigateur pourrait l’effacer.
film-left-use = L’ouvrir
film-left-drop = Y renoncer
film-private = Personne d’autre ne voit ni n’entend ceci. Pendant que vous enregistrez, tout est scellé sur cet appareil, seconde par seconde.
film-camera = Ce que la caméra voit
film-shared = Cet appareil est partagé. À la fin de votre session, un enregistrement que vous n’avez pas envoyé disparaît.
film-heard = Le micro vous entend.
film-unheard = Dites quelque chose, pour voir si le micro vous entend.
film-room = Il y a de la place sur cet appareil pour environ { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
  }.
film-room-little = Un message court peut suffire. Votre voix seule prend beaucoup moins de place. Votre médiateur peut vous aider à enregistrer plus longtemps à un poste.
film-room-little-voice = Un message court peut suffire. Votre médiateur peut vous aider à enregistrer plus longtemps à un poste.
film-stopped = L’enregistrement s’est arrêté
film-stopped-kept = Ce qui a été enregistré jusque-là est gardé sur cet appareil, scellé. Vous pouvez le regarder et l’envoyer, ou le laisser pour plus tard.
film-start = Commencer l’enregistrement
film-stop = Arrêter
film-recording = Enregistrement en cours
film-pause = Mettre en pause
film-resume = Reprendre
film-paused = En pause. Rien n’est enregistré en ce moment.
film-so-far = Jusqu’ici : { $time }
film-leave = Pas maintenant
film-look-title = { $what ->
    [sound] Écoutez-le comme l’autre personne l’entendra
   *[other] Regardez-la comme l’autre personne la verra
  }
film-look-label = Votre vidéo
film-listen-label = Votre voix
film-not-here = Ce navigateur ne peut pas montrer cette vidéo. Vous pouvez quand même l’envoyer; un poste peut la montrer à votre médiateur.
film-silent = Cette vidéo n’a pas de son. Ce n’est pas un problème. Des sous-titres peuvent aider.
film-note-label = Que devrait savoir l’autre personne d’abord? (facultatif)
film-note-hint = Par exemple : « Je parle du jour même. » Elle voit ceci avant de choisir de regarder ou d’écouter.
film-captions-not-taken = Les sous-titres ne peuvent pas être scellés ainsi
film-captions-kept = Rien n’a été scellé ni envoyé. Votre enregistrement et ce que vous avez écrit sont encore ici. Changez les sous-titres, ou laissez-les vides, puis continuez.
film-again = Enregistrer de nouveau
film-again-hint = Cet enregistrement reste là tant que vous n’y renoncez pas.
film-other = Choisir autre chose
film-beside-kept = Ce que vous avez écrit pour l’accompagner est gardé.
film-captions-label = Sous-titres (vous pouvez laisser vide)
film-captions-hint = Écrivez ce qui est dit, ligne par ligne. Vous pouvez aussi coller un fichier WebVTT.
film-words-label = Ce qui est dit, en texte à lire (vous pouvez laisser vide)
film-words-hint = Certaines personnes lisent mieux qu’elles n’écoutent.
film-language = La langue dans laquelle vous parlez
film-who = Votre message va d’abord à votre médiateur. Il va à l’autre personne seulement si votre médiateur le transmet et si elle dit qu’elle est prête.
film-send-title = Sceller et envoyer
film-back = Retour
film-go-on = Continuer l’envoi
film-is-kept = Votre message est scellé et gardé sur cet appareil. Vous pouvez aussi continuer l’envoi à partir de la page de vos messages.
