# SPDX-License-Identifier: EUPL-1.2
### Chaque refus : ce qui s’est passé, ce qui est gardé, quoi faire ensuite. La faute est la nôtre, jamais celle de la personne.

error-code = Pour la personne qui vous aide : { $code }

-kept = Ce que vous avez écrit est gardé.
-call = Appelez votre médiateur si cela se reproduit.
-closed = Rien n’a été montré, pour votre sécurité.

error-internal = Quelque chose n’a pas marché de notre côté. { -kept } Réessayez dans quelques minutes. { -call }
error-offline = Nous n’avons pas pu joindre le service. { -kept } Vérifiez votre connexion, puis réessayez.
error-part-missing = Une partie de cette page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez. Si cela n’aide pas, copiez ce que vous avez écrit et rechargez la page : le service a peut-être été renouvelé.
error-offline-open = Nous n’avons pas pu joindre le service. Ce que vous avez écrit est encore ici : gardez cette page ouverte. Vérifiez votre connexion, puis réessayez.

## Octets et énoncés

error-malformed = Nous avons reçu quelque chose d’illisible. { -closed } Réessayez. { -call }
error-not-canonical = { error-malformed }
error-wrong-shape = { error-malformed }
error-too-large = C’est plus grand que ce que nous pouvons prendre. { -kept } Votre médiateur peut vous aider à l’envoyer en plusieurs parties.
error-unknown-suite = Ceci a été fait avec une version que nous ne connaissons pas. { -closed } Rechargez cette page, puis réessayez.
error-wrong-context = Ceci a été fait pour un autre endroit et n’a donc pas été ouvert. { -closed } Dites-le à votre médiateur.

## Sceaux

error-signature-wrong = Nous n’avons pas pu confirmer qui a signé ceci. { -closed } Dites-le à votre médiateur.
error-signer-not-allowed = Ceci a été signé par quelqu’un qui ne peut pas le signer. { -closed } Dites-le à votre médiateur.
error-commitment-wrong = Le sceau ne correspond pas. { -closed } Dites-le à votre médiateur.
error-seal-broken = Le sceau a été brisé en chemin. { -closed } Dites-le à votre médiateur.
error-wrap-broken = La clé de ce message ne s’ouvre pas pour vous. { -closed } Dites-le à votre médiateur.
error-size-wrong = La taille n’est pas celle qui a été signée. { -closed } Dites-le à votre médiateur.
error-tree-wrong = Une partie n’est pas celle qui a été signée. { -closed } Dites-le à votre médiateur.
error-key-destroyed = Ceci n’est plus disponible. La clé a été détruite.

## Confiance

error-root-wrong = Ce n’est pas le programme que vous connaissez. { -closed } N’allez pas plus loin. Appelez le programme à un numéro que vous connaissez déjà.
error-rollback = On nous a montré quelque chose de plus ancien que ce que vous avez déjà vu. { -closed } N’allez pas plus loin. Appelez le programme à un numéro que vous connaissez déjà.
error-fork = On nous a montré deux versions différentes d’une même chose. { -closed } N’allez pas plus loin. Appelez le programme à un numéro que vous connaissez déjà.
error-expired = Quelque chose a dépassé son dernier jour. { -kept } Le programme doit le renouveler. Dites-le à votre médiateur.
error-not-vouched = Un médiateur est inscrit sans les signatures qu’il faut. { -closed } Appelez le programme.
error-revoked = Votre clé, ou la clé qui a signé ceci, a été retirée de la liste du programme. { -closed } Dites-le au programme.
error-policy-mismatch = Les règles de votre dossier ne sont pas celles qui ont été signées. { -closed } Appelez le programme.
error-certificate-wrong = La clé de la personne n’est pas celle qui a été confirmée. { -closed } Dites-le à votre médiateur.
error-own-entry-wrong = Une clé qui n’est pas la vôtre est inscrite à votre place. { -closed } N’allez pas plus loin. Appelez le programme à un numéro que vous connaissez déjà.

## Les deux portes

error-not-addressed = Ceci n’est pas pour vous et n’a donc pas été ouvert. Dites-le à votre médiateur.
error-not-approved = Votre médiateur n’a pas accepté de transmettre ceci; rien n’a été ouvert.
error-not-ready = Ceci s’ouvre seulement quand la personne à qui c’est destiné dit qu’elle est prête.
error-not-released = Ce n’est pas encore ouvert pour vous. Votre médiateur l’ouvre quand vous êtes prêt(e). Cela peut prendre quelques jours.
error-grant-over = L’accès qui vous a été donné est terminé. Si vous en avez encore besoin, adressez-vous au médiateur.
error-not-confirmed = La personne qui a écrit ceci n’a pas confirmé ces mots. { -closed } Dites-le à votre médiateur.
error-withdrawn = Ceci n’est plus disponible.

## Mots

error-hidden-text = Il y a ici un caractère qui ne se voit pas. { -kept } Revenez en arrière et enlevez-le; dans une lettre, la vérification montre où il est.
error-not-normal = Le texte a une forme que nous ne pouvons pas sceller. { -kept } Revenez en arrière et écrivez-le autrement.

## Codes et mots de passe

error-code-wrong = Une des lettres ou un des chiffres n’est pas juste. Regardez votre papier et réessayez.
error-words-wrong = Ce ne sont pas six mots d’une même liste. Regardez votre papier : six mots, avec une espace entre eux.
error-too-weak = Cet appareil ne peut pas protéger vos mots assez bien. Rien n’a été envoyé. Essayez un autre appareil ou appelez votre médiateur.
error-ticket-wrong = Ce code ne fonctionne pas ici. Arrêtez et appelez votre médiateur. Cette personne peut vous en donner un nouveau.
error-ticket-used = Ce code a déjà servi. Si c’était vous, ouvrez une session. Si ce n’était pas vous, appelez votre médiateur maintenant.
error-ticket-expired = Ce code a plus de 14 jours. Votre médiateur peut vous en donner un nouveau.

## Accès

error-sign-in-failed = Le numéro de compte, les mots ou le code ne vont pas ensemble. Vérifiez chacun, puis réessayez.
error-session-expired = Votre session s’est fermée. { -kept } Ouvrez de nouveau une session pour continuer.
error-forbidden = Vous ne pouvez pas faire cela ici. { -kept } Si vous pensez que vous devriez le pouvoir, appelez votre médiateur.
error-not-found = Il n’y a rien ici que vous puissiez voir.
error-too-many-tries = Il y a eu beaucoup d’essais en peu de temps. { -kept } Attendez 15 minutes, puis réessayez. Votre médiateur peut aussi vous aider.
error-clock-off = L’horloge de cet appareil a plus de dix minutes d’écart. { -kept } Réglez l’horloge, puis réessayez.

## État

error-not-allowed = Cela ne peut plus se faire, car les choses ont avancé. { -kept } Revenez à vos messages pour voir où cela en est.
error-stale-version = Quelqu’un d’autre est passé avant; ceci a changé. { -kept } Regardez de nouveau avant de décider.
error-old-number = Cela a déjà été fait une fois. Rien n’a été fait deux fois. Revenez à vos messages pour voir où cela en est.
error-exists = C’est déjà là. Rien n’a été remplacé.
error-not-handed-over = Ceci a été scellé avant votre arrivée dans ce dossier et ne vous a pas encore été remis. La personne médiatrice qui était là avant vous peut le faire, la personne qui l’a écrit aussi.
error-gate-shut = Ce n’est pas ouvert en ce moment. { -kept } Votre médiateur ou le programme peut vous dire pourquoi.
error-claimed = Un autre médiateur y travaille. Vous pouvez attendre ou prendre le relais; cela laisse une trace.
error-undo-open = L’approbation peut encore être annulée. L’offre sera possible après ce délai.
error-consent-missing = Il manque l’accord d’une personne pour cette façon d’échanger, ou le texte qu’elle avait accepté a changé. { -kept } Parlez-en avec elle avant de réessayer.
error-no-contact = Une ordonnance ou une condition de non-communication s’y oppose, ou personne n’a noté l’avoir vérifiée. { -kept } Regardez le dossier, puis réessayez.
error-assessment-due = Il n’y a pas d’évaluation à jour de la sécurité, de la vie privée et du bien-être pour chaque personne. { -kept } Notez-la dans le dossier, puis réessayez.
error-overlap = Une autre démarche en cours ne peut pas chevaucher celle-ci. { -kept } Le dossier indique laquelle et jusqu’à quand.
error-pace = Le rythme prévu pour ce dossier est atteint pour le moment. { -kept } Le dossier indique quand le prochain message pourra être proposé.
error-cooling-off = Le temps prévu pour changer d’avis n’est pas terminé. Rien n’a été fait. Réessayez plus tard.

## Envois et limites

error-offset-wrong = L’envoi a perdu sa place. Ce qui est arrivé est gardé. Continuez l’envoi.
error-checksum-wrong = Un morceau a été abîmé en chemin. Ce qui est arrivé avant est gardé. Continuez l’envoi.
error-upload-gone = Cet envoi est terminé. { -kept } Revenez en arrière et remettez-le encore une fois.
error-upload-incomplete = Tout n’est pas encore arrivé. Ce qui est arrivé est gardé. Continuez l’envoi.
error-watch-elsewhere = Ce navigateur ne peut pas lire une vidéo aussi longue en sécurité. Utilisez une fenêtre ordinaire de Chrome, Edge, Firefox ou Safari à jour, ou demandez à votre médiateur.
error-film-unplayable = Ce navigateur ne peut pas lire cette sorte de vidéo. Essayez Chrome, Edge ou Safari à jour. Votre médiateur peut en demander une autre forme.
error-unsupported = Ce navigateur et le service ne se comprennent pas. { -kept } Rechargez cette page ou essayez un autre navigateur.
error-quota = L’espace de votre dossier est plein. { -kept } Dites-le à votre médiateur.
error-storage-full = Le service n’a plus d’espace. Ce qui a été confirmé est gardé. { -kept } Réessayez plus tard. { -call }
error-too-slow = La connexion était trop lente. { -kept } Réessayez.
error-too-busy = Beaucoup de gens sont ici en même temps. { -kept } Réessayez dans une minute.
error-directory-stale = La liste des médiateurs du programme doit d’abord être renouvelée. { -kept } Dites-le à votre médiateur.

## Vidéos et voix

-film-kept = Rien n’a été envoyé. Ce qui est sur votre appareil n’a pas changé.
-film-help = Votre médiateur peut vous aider à un poste.

error-media-empty = Ce fichier est vide. { -film-kept } Choisissez un autre fichier.
error-media-too-large = Ce fichier dépasse 4 Go. { -film-kept } Choisissez une vidéo plus courte. { -film-help }
error-media-unknown = Ce fichier n’est ni une vidéo ni un son que nous connaissons. { -film-kept } Choisissez un fichier de type MP4, MOV ou WebM.
error-media-codec = Cette vidéo a une forme que nous ne pouvons pas prendre. { -film-kept } Enregistrez-la ici ou choisissez un autre fichier. { -film-help }
error-media-broken = Cette vidéo est coupée ou abîmée. { -film-kept } Copiez-la de nouveau depuis le téléphone, puis réessayez.
error-media-edited = Cette vidéo a été coupée, et ce qui a été coupé est encore dans le fichier. { -film-kept } Enregistrez-la ou exportez-la comme nouvelle vidéo et choisissez celle-là, ou enregistrez-la ici. { -film-help }
error-media-not-clean = Cette vidéo dit peut-être encore où et avec quoi elle a été filmée. Nous n’avons pas pu l’enlever ici. { -film-kept } { -film-help }
error-film-needs-form = Tous les navigateurs ne lisent pas cette vidéo, et aucune forme qu’ils lisent n’est encore approuvée. { -kept } Faites-en une à un poste et faites-la approuver. Puis réessayez.
error-film-elsewhere = Ce navigateur ne peut pas garder une vidéo sous clé jusqu’à son envoi. { -film-kept } Utilisez une version récente de Chrome, Edge, Firefox ou Safari. { -film-help }
error-camera-missing = Nous n’avons pas trouvé sur cet appareil ce qu’il faut pour enregistrer : un micro et, pour une vidéo, une caméra. Rien n’a été enregistré. Branchez ce qui manque, puis réessayez, ou choisissez un fichier. Pour votre voix seule, un micro suffit.
error-camera-refused = Ce navigateur ne nous a pas laissé utiliser la caméra ou le micro. Rien n’a été enregistré. Donnez l’autorisation dans la barre d’adresse, puis réessayez.
error-camera-busy = Un autre programme utilise la caméra ou le micro. Rien n’a été enregistré. Fermez ce programme, puis réessayez.
error-cannot-record = Ce navigateur ne peut pas enregistrer. Rien n’a été enregistré. Choisissez plutôt un fichier ou essayez un autre navigateur. { -film-help }
error-no-room = Il n’y a pas assez de place sur cet appareil. Rien n’a été envoyé, et ce qui était déjà gardé ici y est encore. Faites de la place ou faites plus court, puis réessayez. { -film-help }
error-other-tab = Cela se passe déjà dans un autre onglet ou une autre fenêtre. Rien n’a été fait deux fois. Continuez là-bas, ou fermez l’autre page et réessayez.
error-lapsed = Ceci a été scellé, mais tout n’est pas arrivé en sept jours, et le service a cessé de l’attendre. C’est encore ici, scellé, tel que vous l’avez fait. Vous pouvez l’envoyer de nouveau ou y renoncer.
