# SPDX-License-Identifier: EUPL-1.2
### L’examen d’une lettre, et ce qui ménage la personne qui la lit. Des mots sobres; rien qui presse.

## Clavier

keys-title = Clavier
keys-when = Ces touches servent tant que rien n’est en train d’être écrit. Tout ce qu’elles font a aussi un bouton.
keys-off = Les touches simples sont désactivées. Tout ce qu’elles font a un bouton.
keys-next = Élément suivant
keys-before = Élément précédent
keys-open = Ouvrir l’élément
keys-enter = Entrée
keys-note = Écrire une note
keys-hide = Tout cacher
keys-help = Cette aide
keys-approve = Approuver : une question avec le nom de la personne vient ensuite
keys-on = Les touches simples servent de raccourcis

## Quand c’est lourd

calm-hide = C’est lourd : tout cacher
calm-title = Tout est caché
calm-text = Rien n’est perdu. Revenez quand vous voulez, ou laissez cela pour un autre jour.
calm-back = Revenir

## La liste

queue-filters = Ce qui est montré
queue-by-place = Où cela en est
queue-by-side = De
queue-by-case = Dossier
queue-all = Tout
queue-place-new = Ce qui vient d’arriver
queue-place-reading = Examen en cours
queue-place-held = En attente
queue-place-returned = De retour chez la personne
queue-place-approved = Avec approbation, pas encore d’offre
queue-place-offered = Offre faite
queue-place-passed = Transmission faite
queue-place-declined = N’ira pas plus loin
queue-place-over = Retrait ou fin
queue-none-such = Il n’y a aucun message de ce genre.
queue-none-yet = Aucun message jusqu’ici. Il y en a peut-être d’autres.
queue-claimed = { $person } l’examine
queue-open-again = Personne ne l’examine en ce moment

## Repères : des indices qu’une personne vérifie à l’œil. Ils disent ce qui a été vu et pourquoi cela peut compter; ils ne jugent rien.

highlight-kind-address = Adresse
highlight-kind-postal-code = Code postal
highlight-kind-phone = Numéro de téléphone
highlight-kind-e-mail = Adresse de courriel
highlight-kind-insurance-number = Numéro d’assurance sociale
highlight-kind-birth = Date de naissance
highlight-kind-name = Nom
highlight-kind-account = Compte ailleurs
highlight-kind-link = Lien
highlight-kind-hidden = Caractère caché
highlight-kind-look-alike = Sosie
highlight-kind-spacing = Espacement

highlight-address-street = Le nom d’une rue. Avec une ville ou un point de repère, il peut dire où quelqu’un habite.
highlight-address-numbered = Un numéro et une rue, comme dans une adresse.
highlight-address-unit = Un numéro d’appartement ou d’unité, comme dans une adresse.
highlight-address-box = Une case postale, une route rurale ou la poste restante : une façon d’écrire directement à quelqu’un.
highlight-postal-canada = Écrit comme un code postal canadien. Six caractères peuvent désigner un seul côté d’une rue.
highlight-postal-zip = Écrit comme un code postal des États-Unis.
highlight-phone = Un numéro de téléphone qui peut exister au Canada ou aux États-Unis.
highlight-phone-local = Écrit comme un numéro de téléphone sans indicatif régional.
highlight-phone-abroad = Écrit comme un numéro de téléphone d’un autre pays.
highlight-phone-spelled = Sept chiffres ou plus en toutes lettres, comme lorsqu’on dicte un numéro de téléphone.
highlight-mail = Une adresse de courriel.
highlight-mail-spelled = Se lit comme une adresse de courriel en mots, par exemple « nom arobase lieu point ca ».
highlight-insurance = Neuf chiffres dont le dernier concorde, comme dans un numéro d’assurance sociale.
highlight-insurance-said = Neuf chiffres après des mots qui annoncent un numéro d’assurance sociale.
highlight-birth = Une date à côté d’un mot qui parle de naissance ou d’anniversaire.
highlight-name = Un nom de la liste de ce dossier.
highlight-name-part = Une partie d’un nom de la liste de ce dossier.
highlight-account = Écrit comme un nom de compte sur un autre service.
highlight-account-said = Dit où trouver quelqu’un sur un autre service.
highlight-link = Un lien ou l’adresse d’un site Web.
highlight-hidden = Un caractère qui ne montre rien, ou autre chose que ce qu’il est. Il peut porter un message que personne ne voit.
highlight-marks = Plusieurs signes sont empilés sur une même lettre. Ils peuvent porter un message.
highlight-mixed-scripts = Des lettres de plusieurs écritures dans un même mot. Il est peut-être écrit pour qu’une recherche ne le trouve pas.
highlight-look-alike = Des lettres qui ressemblent à d’autres sans en être. C’est peut-être écrit pour qu’une recherche ne le trouve pas.
highlight-other-form = Le même signe sous plusieurs formes. De tels choix peuvent porter un message.
highlight-spaces = Des espaces là où une lettre n’en a pas, ou plus d’un.
highlight-spaces-mixed = Des espaces de sortes différentes au même genre d’endroit. De tels choix peuvent porter un message.
highlight-spread-out = Des lettres écrites une à une. C’est peut-être un mot qu’on ne doit pas trouver.
## Passages marqués

mark-how = Sélectionnez des mots ou touchez une phrase. Au clavier : les flèches vont d’une phrase à l’autre, Entrée en marque une.
mark-selected = Marquer ce qui est sélectionné
mark-list = Passages marqués
mark-none = Aucun passage n’est marqué.
mark-words = À propos du passage { $number } (facultatif)
mark-let-go = Enlever la marque du passage { $number }
mark-most = { $most } passages sont marqués. Une note n’en contient pas plus.

## Indices : ce qui mérite peut-être un second regard

hint-reason = { $title } : { $why }
hint-none = Rien ne ressort de soi-même. Cela ne veut pas dire qu’il n’y a rien.
hint-list = Ce qui mérite peut-être un second regard
hint-list-lead = Des indices, faits dans ce navigateur et montrés à personne d’autre. C’est vous qui décidez ce qu’ils valent.
hint-go = Aller à l’endroit

## Images et vidéos

viewer-clear = La voir nettement
viewer-colours = Couleurs
viewer-sound = Son
viewer-blurred = Elle est floue tant que vous ne choisissez pas de la voir nettement.

## Une lettre

review-title = { $what ->
    [film] Message vidéo ou vocal du { $day }
   *[other] Lettre du { $day }
  }
review-closed = { $what ->
    [film] Le message est fermé. Ouvrez-le quand vous êtes prêt(e) à le regarder ou à l’écouter.
   *[other] La lettre est fermée. Ouvrez-la quand vous êtes prêt(e) à la lire.
  }
review-open = Ouvrir le message
review-hide = Refermer pour le moment
review-words = Le message
review-note-first = La note de l’auteur à la personne qui lit
review-author-title = De qui vient le message
review-author-side = Côté
review-author-person = Pseudonyme dans ce dossier
review-author-safety = Nombre de sûreté avec vous
review-author-checked = Vérifié : ce message a été signé avec la clé que vous ou un(e) collègue avez confirmée.
review-author-key-changed = Cette personne a refait son accès. Clé numéro { $epoch }. Assurez-vous que c’est bien elle.
review-approvals = Approbations
review-approvals-of = { $count } sur { $quorum }
key-history = Les clés de cette personne au fil du temps
key-current = Clé { $epoch }, depuis le { $day }, confirmée par { $person }
key-former = Clé { $epoch }, confirmée par { $person } le { $day }; ne sert plus
key-signed = Cette clé l’a signé.
key-history-hint = Chaque ligne est l’empreinte d’un certificat. Elle est la même pour tous les médiateurs du dossier.
review-earlier = Ce qui a été décidé avant
review-earlier-none = Rien n’a été décidé avant.
earlier-marks = { $count ->
    [one] Un passage a été marqué.
   *[other] { $count } passages ont été marqués.
}
earlier-checks = Regardé :
statement-approval = Approbation
statement-decision = Décision
statement-offer = Offre
statement-readiness = Réponse
statement-by = par { $person }, le { $day }
decision-hold = Mise en attente
decision-hold-until = Mise en attente jusqu’au { $day }
decision-return = Retour à la personne
decision-decline = N’ira pas plus loin
decision-escalate = Une question de sécurité a été soulevée
decision-second = L’avis d’un deuxième médiateur a été demandé
decision-reopen = Une approbation a été reprise
answer-ready = Prête
answer-not-now = Pas maintenant
answer-never = Jamais
answer-keep = Gardez ceci pour moi
mark-for-author = Marquer des passages pour la personne
mark-for-page = Choisir des passages pour la page
version-before = La version qui a été retournée
version-said = Ce qui a été dit à la personne au sujet de la version du { $day }
version-gone = Il y a eu une version antérieure. Ses mots n’existent plus.
version-after = La personne a refait ce message.
version-open = Ouvrir la nouvelle version
review-withdrawn = La personne a retiré ce message.
review-withdrawn-text = Il n’est plus ici et plus rien ne se décide à son sujet. Personne n’a à dire pourquoi.
unsent-title = Ce que vous étiez en train d’écrire. Ce n’est pas signé. Vous pouvez le copier.
history-go = Tout ce que contient le dossier { $case }
history-title = Tout ce que contient le dossier { $case }
history-lead = Chaque message du dossier que le relais connaît encore, et ce qui a été décidé de chacun.
history-decisions = Montrer ce qui a été décidé
history-of = { $what ->
    [film] Message vidéo ou vocal du { $day }, de la { $side }
   *[other] Lettre du { $day }, de la { $side }
  }
history-tell = Noter ce que quelqu’un a raconté
tell-shut = On ne peut pas noter dans ce dossier ce que quelqu’un a raconté
tell-shut-how = Les règles de ce dossier n’ouvrent pas les messages transmis par le médiateur. La ou le gestionnaire du programme peut les ouvrir.
history-back = Revenir au message

## Décider

decide-title = Ce que vous pouvez faire
decide-claim = Prendre en charge
decide-claim-hint = Les autres médiateurs du dossier voient alors que vous l’examinez.
claim-mine = Vous avez ce message en charge jusqu’à { $time }. C’est prolongé tant que vous travaillez sur cette page.
claim-let-go = Laisser à quelqu’un d’autre
claim-another = { $person } l’examine, jusqu’à { $time }
claim-another-text = Vous pouvez l’examiner aussi. Si vous prenez le relais, cela reste dans l’historique du message et { $person } le voit.
claim-take-over = Reprendre l’examen
decide-approve = Approuver
decide-hold = Mettre en attente
decide-return = Retourner avec des marques
decide-second = Demander un deuxième avis
decide-decline = Ne pas transmettre
decide-escalate = Soulever une question de sécurité
decide-offer = L’offrir
decide-release = L’ouvrir pour la personne
decide-withdraw = Retirer pour des raisons de sécurité
decide-none = Il n’y a rien à faire en ce moment.
decide-close = Fermer ce formulaire
decide-kept = Ce que vous écrivez ici reste tant que cette page est ouverte.
decide-cooling = La personne peut changer d’avis jusqu’au { $moment }. Le message s’ouvre pour vous ensuite.
decide-wait-answer = En attente de la réponse de la personne. Ne la relancez pas ici; appelez, si c’était convenu.
checks-title = Avez-vous regardé chacun de ces points?
checks-lead = Une coche dit que vous avez regardé, pas ce que vous avez trouvé. Vos collègues voient les coches.
checks-missing = Regardez ce qui n’est pas encore coché, puis cochez-le.
check-identifying = Des détails qui permettraient de reconnaître ou de trouver quelqu’un
check-threat = Une menace, ouverte ou voilée
check-blame = Un reproche, ou une façon de diminuer ce qui s’est passé
check-manipulation = Une pression, une culpabilité ou des promesses qui orientent la personne qui lit
check-offence = Quelque chose qui pourrait être une nouvelle infraction
check-third-persons = D’autres personnes qui n’ont pas accepté d’être nommées
check-pressure = Une pression pour pardonner ou pour répondre
check-readiness = Si la personne est prête pour ceci, maintenant
approve-title = Approuver ce message?
approve-text = Vous approuvez exactement ce message, pour la { $side }, { $person }. Rien n’est encore envoyé : vous l’offrirez ensuite, et il s’ouvre seulement si la personne dit qu’elle est prête.
approve-alone = Votre approbation suffit.
approve-more = { $quorum } médiateurs doivent approuver le même message.
approve-made = C’est vous qui avez fait ceci : un autre médiateur doit l’approuver aussi.
approve-no-given = Vous avez donné votre approbation. Un autre médiateur de ce dossier doit donner la sienne aussi.
approve-no-own-words = C’est vous qui avez fait ceci : un autre médiateur de ce dossier doit l’approuver.
approve-no-not-confirmed = Personne ne peut approuver ceci avant que son auteur y ait dit oui.
approve-nobody = Il n’y a pas d’autre médiateur dans ce dossier. La ou le gestionnaire du programme en ajoute un.
approve-not-played = { $what ->
    [sound] Cet enregistrement n’a pas été lu en entier sur cette page
   *[video] Cette vidéo n’a pas été lue en entier sur cette page
  }
approve-not-played-text = Vous avez peut-être vu ou entendu le reste ailleurs. Sinon, laissez d’abord la lecture aller jusqu’au bout. Cette remarque s’affiche pour vous seulement.
approve-note = Note pour les médiateurs de ce dossier (facultatif)
approve-content-note = De quoi parle le message, pour la personne qui le reçoit (facultatif)
approve-content-note-hint = La personne voit ceci avant d’ouvrir le message. Ne le citez pas.
approve-go = Passer à la dernière question
approve-no = Revenir, ne rien signer
approve-yes = Approuver pour la { $side }
reading-title = Comment le message sera ouvert
reading-company = Avec qui
reading-company-any = Comme la personne le souhaite, seule aussi
reading-company-mediator = Avec un médiateur ou une médiatrice
reading-company-support = Avec une personne de soutien
reading-how = Forme
reading-parts = Par parties, un paragraphe à la fois
reading-print = Peut être imprimé
reading-no-print = Ne peut pas être imprimé
reading-kiosk = Peut être ouvert à une borne
reading-no-kiosk = Ne peut pas être ouvert à une borne
reading-expires = Pas après le (facultatif)
reading-expires-hint = Après ce jour, le message ne s’ouvre plus.
reading-until = Pas après le { $day }
hold-text = Le message reste entre les mains des médiateurs jusqu’à ce jour. La personne voit qu’il est en attente, pas pourquoi.
hold-until = En attente jusqu’au
hold-until-missing = Choisissez un jour.
hold-note = Raison, pour les médiateurs de ce dossier
hold-yes = Mettre en attente
return-text = Le message reste comme il est; seule la personne qui l’a fait peut le changer. Elle reçoit vos marques et vos notes et peut recommencer.
return-marks = Vous pouvez marquer des passages de son texte. La personne voit chaque marque avec ce que vous en dites.
return-note = Votre note à la personne
return-yes = Retourner le message
second-text = Un autre médiateur de ce dossier doit aussi l’approuver. Une approbation que vous avez donnée avant ne compte plus.
second-note = Ce que vous voulez lui faire regarder
second-yes = Demander un deuxième avis
decline-text = Le message ne va pas plus loin. La personne qui l’a fait lit vos mots.
decline-note = Vos mots à la personne
decline-yes = Ne pas transmettre
offer-text = { $what ->
    [film] La personne lit ceci avant de choisir. Dites de qui vient le message, si c’est une vidéo ou une voix, sa durée et ce qu’il contient. Ne le citez pas.
   *[other] La personne lit ceci avant de choisir. Dites de qui vient la lettre, de quel genre elle est, sa longueur et ce qu’elle contient. Ne citez pas la lettre.
  }
offer-note = Vos mots à la { $side }
offer-example = { $what ->
    [film] Par exemple : « Une vidéo de la personne que vous savez. Environ quatre minutes. On voit son visage. Elle parle du jour même, avec calme. »
   *[other] Par exemple : « Une lettre de la personne que vous savez. Environ une page. Elle parle du jour même et répond à deux de vos questions. »
  }
offer-yes = L’offrir
release-text = La { $side } a dit qu’elle est prête. Le message s’ouvre alors pour elle seule. Tout est vérifié une fois de plus.
release-yes = L’ouvrir pour elle
withdraw-text = Le message est détruit pour tout le monde. Ceci ne peut pas être annulé. La personne qui l’a fait voit qu’il a été retiré.
withdraw-note = Raison, pour les médiateurs de ce dossier
withdraw-yes = Retirer le message pour des raisons de sécurité
note-missing = Écrivez quelques mots.
decided-done = C’est fait. C’est signé avec votre clé.
desk-back = Revenir à la liste
undo-until = Vous pouvez reprendre cette approbation jusqu’à { $time }.
undo-text = Jusque-là, l’offre n’est pas possible.
undo-go = Reprendre l’approbation
meanwhile-title = Quelque chose a changé pendant que vous étiez ici.
meanwhile-state = Voici où cela en est maintenant : { $state }
meanwhile-claim = { $person } l’examine maintenant.
meanwhile-let-go = Personne ne l’examine maintenant.
meanwhile-said = { $what }, { $by }
meanwhile-key = Une autre clé de la personne est maintenant en place.
meanwhile-other = Son historique a avancé, d’une façon qui ne se voit pas ici.
meanwhile-kept = Ce que vous avez écrit est toujours ici.
refused-kept = Ce que vous avez écrit est toujours ici.
refused-nothing-signed = Rien n’a été décidé.
refused-offline = Gardez cette page ouverte et essayez de nouveau. Si c’est arrivé quand même, la liste le montrera.
refused-look-again = Regarder de nouveau
refused-board = Aller au tableau du dossier

## Une question de sécurité, sur une page

escalate-text = Servez-vous de ceci quand quelqu’un est en danger ou que la loi vous y oblige. Ne dites que ce qu’il faut. La page ci-dessous peut être imprimée ou lue au téléphone à tout moment. Signer met le message en attente et l’inscrit au registre scellé.
escalate-to = À qui c’est dit
escalate-to-hint = Par exemple : le service de police, la protection de la jeunesse, la direction de l’établissement.
escalate-to-missing = Dites à qui.
escalate-rule = En vertu de quelle règle
escalate-rule-choose = Choisissez
escalate-rule-missing = Choisissez la règle.
escalate-rule-words = La règle dans vos mots (facultatif)
escalate-rule-words-hint = L’article de la loi, ou ce que vous avez promis en expliquant les limites de la confidentialité.
escalate-rule-words-missing = Dites quelle règle.
escalate-day = Jour
escalate-day-missing = Choisissez le jour.
escalate-note = Ce qui s’est passé, pas plus qu’il n’en faut
escalate-passages = Choisissez des passages de son texte, si la page doit en citer.
escalate-too-long = Cela ne tient pas sur une page. Choisissez moins de passages, de plus courts, ou moins de mots.
escalate-yes = Signer et inscrire au registre
rule-danger-to-life = La vie ou la sécurité de quelqu’un est en danger
rule-self-harm = Quelqu’un pourrait se faire du mal
rule-threat = Une menace contre une personne
rule-child-protection = Un enfant a peut-être besoin de protection
rule-court-order = Un tribunal l’a ordonné
rule-institution-safety = La sécurité d’un établissement
rule-other = Une autre règle
page-preview = La page
page-preview-hint = Faite dans ce navigateur seulement. Le registre la garde scellée; en clair, il ne garde que la règle et le jour.
page-title = Question de sécurité
page-day = Jour
page-to = À
page-rule = Règle
page-about = Au sujet de
page-about-whom = { $side }, { $person }, message du { $day }
page-from = De
page-from-whom = Médiateur ou médiatrice { $person }
page-phone = Téléphone du programme
page-only = Cette page contient tout ce qui est divulgué. Rien d’autre de l’échange ne l’accompagne.
page-print = Imprimer cette page

media-picture = Image { $number } de ce message

## Son propre journal de lecture

weight-title = Comment avez-vous vécu cette lecture?
weight-text = Seulement si vous voulez le dire. Cela va dans votre propre journal, que personne d’autre ne peut ouvrir.
weight-words = Quelques mots pour vous-même (facultatif)
weight-light = C’était correct
weight-heavy = C’était lourd
weight-none = Je préfère ne pas le dire
log-title = Mon propre journal de lecture
log-text = Ce que vous avez lu ici, combien de temps, et à quel point c’était lourd selon vos propres mots. Il est scellé pour vous seul(e). Personne d’autre ne peut l’ouvrir et rien n’est mesuré avec.
log-pauses = Suggérer une pause après beaucoup de lecture ou une lecture lourde
log-none = Il est encore vide.
log-entry = { $day } : { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}
log-forget = Vider le journal
log-forget-hint = Le relais garde des restes scellés pour son propre historique; vous seul(e) pourriez les ouvrir.
pause-title = Une pause vous ferait peut-être du bien
pause-long = Vous lisez depuis environ une heure. Les messages peuvent attendre.
pause-heavy = Vous avez ouvert plusieurs messages lourds. Le reste peut attendre.
pause-off = Ne plus suggérer de pause

## Une note pour ses collègues

aside-title = Écrire une note
aside-words = Note pour les médiateurs de ce dossier
aside-hint = Scellée pour eux. Rien ne se décide avec elle et personne d’autre ne la lit.
aside-keep = Garder la note
aside-kept = La note est gardée.

## Le registre des questions de sécurité

register-done = Cette page est au registre. Rien n’est inscrit deux fois.
