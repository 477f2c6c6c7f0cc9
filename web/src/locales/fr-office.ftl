# SPDX-License-Identifier: EUPL-1.2
### Le bureau du programme. Des mots simples pour des clés lourdes; rien n’est signé avant d’avoir été dit.

office-title = Bureau du programme
office-lead = Les demandes, le personnel et les dossiers du programme.
office-nav = Parties du bureau
office-nav-day = Aujourd’hui
office-nav-requests = Demandes
office-nav-staff = Médiateurs et interprètes
office-nav-cases = Dossiers

## L’entrée

office-door-title = Ouvrir le bureau du programme
office-door-lead = Les clés du programme sont dans votre fichier de clés. Choisissez le fichier et écrivez ses six mots.
office-door-again = Votre session est encore ouverte. En se rechargeant, cette page a oublié votre fichier de clés. Ouvrez-le de nouveau.
office-door-kept = Le fichier reste sur votre appareil. Cette page le lit en mémoire, n’en envoie rien et l’oublie quand vous partez.
office-door-file = Fichier de clés
office-door-file-hint = Il s’appelle souvent manager.key.
office-door-words = Ses six mots
office-door-missing-file = Choisissez le fichier de clés.
office-door-missing-words = Écrivez les six mots du fichier.
office-door-go = Ouvrir le bureau
office-door-busy = Ouverture du fichier. Cela peut prendre quelques secondes.
office-door-means = Ce que signifie ouvrir des clés dans un navigateur
office-door-means-keys = Tant que le bureau est ouvert, cette page peut signer pour le programme. Utilisez votre propre appareil et fermez la session quand vous avez fini.
office-door-means-code = Le relais envoie le code de cette page chaque fois. Une personne qui change ce code pourrait utiliser une clé ouverte. Un poste, ou la ligne de commande, utilise un code installé et vérifié.
office-door-means-root = Autant que possible, n’apportez pas ici le fichier de la clé racine. Ouvrez-le seulement pour une deuxième signature, puis fermez la page.
office-key-commitment-wrong = Ces mots n’ouvrent pas ce fichier. Vérifiez les mots, et si c’est le bon fichier.
office-key-malformed = Ce n’est pas un fichier de clés.
office-key-wrong-shape = Ce n’est pas un fichier de clés qui peut être lu ici.
office-key-too-large = Ce fichier est trop long pour être un fichier de clés.
office-key-not-allowed = Ce fichier de clés ne sert pas à cela. Choisissez le fichier de la ou du gestionnaire dont la session est ouverte.
office-key-not-vouched = Deux signatures demandent deux clés différentes. Choisissez le fichier d’une autre personne.

## La liste du programme

office-list-until = La liste du personnel et des dossiers du programme vaut jusqu’au { $day }.
office-list-soon = { $days ->
    [0] La liste du personnel et des dossiers du programme se termine aujourd’hui, le { $day }
    [one] La liste du personnel et des dossiers du programme se termine dans { $days } jour, le { $day }
   *[other] La liste du personnel et des dossiers du programme se termine dans { $days } jours, le { $day }
}
office-list-over = La liste du personnel et des dossiers du programme s’est terminée le { $day }

## Supervision

office-nav-supervision = Supervision
supervision-title = Supervision
supervision-lead = Il est normal qu’un dossier avance lentement. Ces nombres montrent où de l’aide peut être utile. Ils ne disent rien du travail de qui que ce soit.
supervision-few = moins de 5
supervision-some = { $least } à { $most }
supervision-withheld = non indiqué
supervision-waiting = Ce qui attend chez les médiateurs
supervision-in_review = À lire
supervision-held = En attente jusqu’à un jour fixé
supervision-approved = Approuvé, gardé jusqu’à ce que la personne soit prête
supervision-age-under = Moins de { $days } jours
supervision-age-between = { $from } à { $until } jours
supervision-age-over = { $days } jours ou plus
supervision-total = Ensemble
supervision-on-their-way = En chemin
supervision-on-their-way-text = Personne ici n’a à agir. Chaque personne prend le temps qu’il lui faut; il n’est donc pas compté.
supervision-submitted = Dans le délai de réflexion de l’auteur
supervision-offered = Proposé
supervision-released = Mis à disposition
supervision-opened = Lu
supervision-workloads = Médiateurs
supervision-workloads-text = Dossiers ouverts, et lettres qu’une personne lit en ce moment. Demandez aux gens comment ils vont; un nombre ne le dit pas.
supervision-mediator = Médiateur { $person }
supervision-cases = Dossiers ouverts
supervision-in-hand = Lettres en main
supervision-why-few = Les nombres sont arrondis, et les petits ne sont pas distingués. Ainsi, un nombre ne fait reconnaître personne. Une somme est omise quand elle révélerait un petit nombre.
supervision-until = Compté le { $day }. Les nombres restent les mêmes jusqu’au { $monday }.

## Dossiers dont la fermeture est demandée

closings-title = Dossiers dont la fermeture est demandée
closings-lead = Seuls les médiateurs savent pourquoi. Parlez avec eux avant de signer.
closings-none = Aucune fermeture n’est demandée.
closings-case = Dossier { $case }
closings-asked = Demandé par le médiateur { $person } le { $day }
closings-closed = Ce dossier est fermé : rien de nouveau ne peut y être envoyé.
closings-reopen = Le rouvrir, dans Dossiers
closings-close = Fermer le dossier { $case }
closings-means-new = Plus personne ne peut envoyer quelque chose de nouveau dans ce dossier.
closings-means-waiting = Les lettres qui attendent encore restent chez les médiateurs, qui peuvent en décider.
closings-means-kept = Ce qui a été mis à disposition peut encore être lu. Chaque auteur peut encore retirer ce qu’il a écrit.
closings-means-undone = Vous pouvez rouvrir le dossier : ses règles nomment alors ce qui peut être envoyé.
closings-sign = Signer et fermer le dossier
office-waits = Ce qui vous attend
office-waits-nothing = Rien ne vous attend en ce moment.
office-waits-request = Une personne a demandé à participer. La demande la plus ancienne date du { $day }.
office-waits-newcomer = Une personne a utilisé un code de votre part. Comparez le nombre avec elle, puis donnez-lui accès.
office-waits-person = Un médiateur a confirmé une personne. Aucun dossier ne la nomme encore.
renewal-title = La liste du programme
renewal-lead = Chaque chose que vous signez au sujet du personnel ou des dossiers donne aussi une nouvelle date à la liste.
renewal-go = Donner une nouvelle date à la liste
renewal-signs = Seule la date change : la liste vaut trente jours à partir d’aujourd’hui.
renewal-done = C’est signé. La liste vaut maintenant jusqu’au { $day }.

## Avant chaque signature

signing-title = Ce que vous allez signer
signing-look-first = Voir ce qui sera signé
signing-go = Signer et publier
signing-back = Revenir et modifier
signing-busy = Signature et publication. Gardez cette page ouverte.
signing-list = La liste du programme devient la numéro { $number } et vaut trente jours.
signing-meanwhile = Une autre personne a signé avant vous
signing-meanwhile-text = Ce qui est en vigueur a changé depuis que vous avez regardé. Rien de votre part n’a été publié, et votre formulaire est intact. Regardez ce qui est en vigueur, puis signez de nouveau.
signing-look = Montrer ce qui est en vigueur

## Demandes de participation

requests-title = Demandes de participation
requests-lead = Ce qui attend depuis le plus longtemps vient en premier. Les demandes s’ouvrent seulement dans ce navigateur; le relais ne peut pas les lire.
requests-show = Montrer
requests-none = Il n’y a rien ici en ce moment.
requests-no-key = Votre fichier de clés ne contient pas la clé qui ouvre les demandes. Celui d’une autre personne la contient.
request-state-new = Nouvelle
request-state-screening = À l’étude
request-state-assigned = Transmise
request-state-closed = Terminée
request-no-name = Demande { $receipt }
request-no-words = Demande { $receipt }
request-since = Demandé le { $day }. Numéro de reçu { $receipt }.
request-open = Ouvrir
request-back = Revenir à la liste
request-erased = Les mots de cette demande ont été effacés.
request-closed = Cette demande ne s’ouvre pas
request-closed-text = Elle a peut-être été modifiée en chemin. Rien n’en est montré. Vous pouvez y mettre fin ci-dessous.
request-who-victim = Une personne qui a subi un tort
request-who-family = Un membre de la famille
request-who-representative = Parle au nom d’une personne qui a subi un tort
request-who-staff = Personnel, pour une personne incarcérée
request-line-who = Qui demande
request-line-language = Répondre en
request-language-en = anglais
request-language-fr = français
request-line-federal = Peine de deux ans ou plus
request-line-name = Nom
request-line-person = Pour qui
request-line-institution = Établissement
request-line-reach = Une façon sûre de joindre la personne
request-line-hours = Quand c’est sûr
request-line-needs = Ce qui aiderait
request-line-responsibility = Ce que la personne dit de ce qu’elle a fait
request-line-words = Dans ses propres mots
screening-title = Feuille d’évaluation
screening-lead = Scellée pour les gestionnaires du programme. Personne d’autre ne la lit.
screening-words = Notes
screening-keep = Garder la feuille
screening-kept = La feuille est gardée.
screening-meanwhile = Une autre personne a gardé cette feuille entre-temps. Ce que vous avez écrit est encore ici; si vous le gardez, il remplace la sienne.
check-sentence = La peine est-elle de deux ans ou plus, sous responsabilité fédérale?
check-responsibility = La personne qui a causé le tort accepte-t-elle sa responsabilité?
check-referrer = Savons-nous qui a fait cette demande, et pouvons-nous joindre cette personne?
check-yes = Oui
check-no = Non
check-open = Pas encore connu
passing-title = Transmettre la demande
passing-no-case = Aucun dossier n’a encore de médiateur. Ouvrez d’abord un dossier.
passing-which = Aux médiateurs de quel dossier?
passing-missing = Choisissez un dossier.
passing-mediators = Médiateurs : { $mediators }
passing-signs = La demande { $receipt } appartient au dossier { $case }.
passing-opens = Ces médiateurs du dossier peuvent ouvrir ses mots : { $mediators }. Ils ne voient pas la feuille d’évaluation.
passing-one-case = Elle ne peut pas aller à un autre dossier par la suite.
passing-done = La demande est entre les mains des médiateurs du dossier { $case }.
passed-on-title = Demandes qui vous sont transmises
passed-on-lead = Une personne a demandé à participer, et la ou le gestionnaire a remis la demande aux médiateurs de votre dossier.
passed-on-open = Lire ce qui est écrit
ending-title = Mettre fin à la demande
ending-lead = Cette page n’avertit pas la personne. Appelez-la, si c’est sûr, avant d’y mettre fin.
ending-how = Que deviennent les mots?
ending-missing = Choisissez ce que deviennent les mots.
ending-keep = Les garder scellés
ending-keep-hint = Les gestionnaires peuvent encore ouvrir la demande et sa feuille.
ending-erase = Les effacer pour de bon
ending-erase-hint = Les mots, la feuille et toutes leurs clés disparaissent. Personne ne peut les faire revenir.
ending-go = Mettre fin à la demande
ending-closed = La demande est terminée.
ending-erased = La demande est terminée, et ses mots sont effacés.

## Médiateurs et interprètes

staff-title = Médiateurs et interprètes
staff-lead = Vous donnez accès aux personnes après les avoir rencontrées. Pour un médiateur, deux clés signent.
staff-mediator = Médiateur ou médiatrice
staff-mediator-hint = S’occupe de dossiers. Deux clés doivent signer.
staff-interpreter = Interprète
staff-interpreter-hint = Ouvre seulement ce à quoi un médiateur donne accès. Une clé signe.
staff-code-title = Créer un code pour une nouvelle personne
staff-code-who = Que fera cette personne?
staff-code-missing = Choisissez ce que fera cette personne.
staff-code-mediator = Code pour un médiateur ou une médiatrice
staff-code-interpreter = Code pour un ou une interprète
staff-code-by-hand = Remettez-le en personne. Quand le code aura servi, revenez ici ensemble et comparez le nombre.
staff-waiting = En chemin
staff-list = Dans la liste du programme
staff-status-active = En fonction
staff-status-retired = N’exerce plus
staff-status-revoked = Clé révoquée
letting-title = Donner accès à cette personne
letting-compare = Comparez ce nombre avec la personne, face à face ou de vive voix. Vous devez voir tous les deux le même.
letting-compared = Nous avons comparé le nombre, et c’est le même.
letting-compared-missing = Comparez d’abord le nombre.
letting-two = Deux clés doivent signer
letting-two-text = Une autre personne gestionnaire s’installe ici avec son propre fichier de clés, ou vous ouvrez celui de la clé racine. Elle regarde aussi le nombre. Son fichier sert à cette seule signature, puis il est oublié.
letting-here = Ici, maintenant
letting-elsewhere = Sur un autre ordinateur
letting-elsewhere-text = Vous signez en premier et vous enregistrez un fichier. Une autre personne gestionnaire l’ouvre dans son propre bureau et signe. Pour root.key aussi : relay manager countersign.
letting-second-file = Le deuxième fichier de clés
letting-second-hint = Le fichier d’une autre personne gestionnaire, ou root.key.
letting-signs-mediator = Les clés du médiateur { $person } sont bien les siennes. Deux clés le signent : la vôtre et la deuxième.
letting-signs-interpreter = Les clés de l’interprète { $person } sont bien les siennes. Votre clé le signe.
letting-means-mediator = Cette personne peut s’occuper des dossiers que vous lui donnez. Ceci ne lui en donne encore aucun.
letting-means-interpreter = Cette personne peut ouvrir ce à quoi un médiateur lui donne accès. Ceci ne lui ouvre encore rien.
letting-answers = { $person } est déjà dans la liste. Il reste à le lui confirmer.
letting-done = { $person } est dans la liste du programme.
letting-done-next = Sa page continue d’elle-même.
first-signs = Les clés du médiateur { $person } sont bien les siennes. Vous signez en premier; ceci seul ne donne accès à personne.
first-means = La signature va dans un fichier, valable 14 jours. Rien n’est encore publié. Le fichier ne contient aucun secret.
first-done = C’est signé. Enregistrez le fichier et envoyez-le à la personne qui signe en deuxième.
first-save = Enregistrer le fichier
first-words = Lisez-lui ces six mots, dans la même langue. Elle doit voir les mêmes.
first-next = Quand elle aura signé, cette page le montre. Confirmez-le alors ici au médiateur.
second-title = Signer en deuxième
second-lead = Une autre personne gestionnaire a signé en premier pour un médiateur et vous a envoyé un fichier. Rien n’en est envoyé d’ici.
second-file = Le fichier avec la première signature
second-who = Médiateur
second-words = Six mots pour ses clés
second-signers = Signé par
second-day = Signé le
second-ask = Appelez la personne qui l’a envoyé, à un numéro que vous connaissez. Demandez pour qui il est et comparez les six mots. Appelez aussi le médiateur, si possible.
second-compared = Les mots sont les mêmes, et je sais pour qui je signe.
second-compared-missing = Comparez d’abord les mots.
second-signs = Les clés du médiateur { $person } sont bien les siennes. Le gestionnaire { $signer } a signé en premier; vous signez en deuxième.
second-publishes = Les deux ont signé pour le médiateur { $person }. Vous publiez le tout.
second-done = Le médiateur { $person } est dans la liste du programme.
second-done-next = La personne gestionnaire qui l’a rencontré le lui confirme maintenant.
second-no-malformed = Ce n’est pas un fichier avec une signature pour un médiateur.
second-no-wrong-context = Ce fichier est d’un autre programme.
second-no-signature-wrong = Ce fichier a été changé après la signature. Demandez-en un nouveau.
second-no-signer-not-allowed = La personne qui a signé ce fichier ne gère pas ce programme.
second-no-expired = Ce fichier a plus de 14 jours. Demandez-en un nouveau.
second-no-revoked = Le médiateur est parti, ou la personne qui a signé ne gère plus le programme. Demandez à qui l’a envoyé.
second-no-exists = Ce médiateur est déjà dans la liste. Il ne reste rien à signer.
second-no-not-vouched = Deux personnes gestionnaires doivent signer. Ce fichier porte votre propre signature, ou deux fois la même.
leaving-open = Mettre fin à ses fonctions ou révoquer sa clé
leaving-open-retired = Révoquer sa clé
leaving-how = De quelle façon?
leaving-missing = Choisissez de quelle façon.
leaving-retire = Elle cesse d’exercer
leaving-retire-hint = Ce qu’elle a signé jusqu’ici compte encore. Elle ne signe plus rien.
leaving-revoke = Sa clé est révoquée
leaving-revoke-hint = Pour une clé perdue ou mal utilisée. Rien de ce qu’elle a signé ne compte plus, ni avant ni après.
leaving-retire-signs = Le médiateur { $person } cesse d’exercer.
leaving-retire-counts = Ce qui est signé avant ceci compte encore, et les lettres déjà remises restent ouvertes. Les lettres qui attendent ont besoin de l’approbation de quelqu’un d’autre.
leaving-revoke-signs = La clé du médiateur { $person } est révoquée.
leaving-revoke-counts = Aucune approbation de sa part ne compte plus. Les lettres remises grâce à elle se ferment jusqu’à ce que quelqu’un d’autre les approuve.
leaving-interpreter-retire-hint = Son travail compte encore. Plus rien ne lui est ouvert.
leaving-interpreter-revoke-hint = Pour une clé perdue ou mal utilisée. Plus rien ne lui est ouvert, et rien de son travail ne compte.
leaving-interpreter-retire-signs = L’interprète { $person } cesse d’exercer.
leaving-interpreter-revoke-signs = La clé de l’interprète { $person } est révoquée.
leaving-interpreter-grants = Tout ce qui lui était ouvert se ferme aussitôt. À son retour, un médiateur devra redonner accès.
leaving-interpreter-retire-counts = Ce que cette personne a fait et qu’un médiateur a approuvé compte encore.
leaving-interpreter-revoke-counts = Rien de ce que cette personne a fait ne compte plus. Une traduction de sa main déjà remise à quelqu’un se ferme.
leaving-cases = Elle quitte ces dossiers, où d’autres médiateurs restent : { $cases }.
leaving-short = Ces dossiers ont besoin d’un autre médiateur avant de continuer : { $cases }. Le nombre de médiateurs qui doivent être d’accord reste le même.
leaving-remembers = Ce qu’elle a déjà ouvert, elle peut s’en souvenir ou l’avoir copié.
leaving-done-retire = { $person } n’exerce plus.
leaving-done-revoke = { $person } : la clé est révoquée.

## Dossiers

cases-title = Dossiers
cases-lead = Qui est dans un dossier, et selon quelles règles. Vous ne voyez jamais ce que les personnes écrivent.
cases-list = Tous les dossiers
cases-none = Il n’y a pas encore de dossier.
naming-title = Personnes qui attendent d’être nommées
naming-none = Personne n’attend d’être nommé.
naming-ask = Un médiateur a confirmé chaque personne. Demandez-lui si la personne et le côté sont justes, puis cochez.
naming-changed = La clé d’une personne connue changerait. Demandez pourquoi au médiateur avant de signer.
naming-missing = Cochez au moins une personne.
naming-person = { $side } { $person }, dossier { $case }
naming-replaces = Nouvelle clé : { $side } { $person }, dossier { $case }
naming-means = À partir de là, les médiateurs et les autres personnes du dossier se fient à ces clés.
naming-done = C’est signé. Ces personnes sont nommées dans leur dossier.
naming-done-next = Leur médiateur peut maintenant terminer leur accès.
case-short = Ce dossier a moins de médiateurs qu’il n’en faut pour être d’accord. Rien ne continue tant que vous n’en ajoutez pas.
case-mediators = Médiateurs
case-nobody = Personne qui compte
case-quorum = Combien doivent être d’accord
case-quorum-now = { $number ->
    [one] { $number } médiateur
   *[other] { $number } médiateurs
}
case-cooling = Temps de réflexion
case-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
case-channels = Moyens de communication
case-closed = Aucun : ce dossier est fermé
case-channel-letter = lettre
case-channel-video = vidéo
case-channel-relayed = mots confiés à un médiateur
case-channel-meeting = rencontre
case-retention = Durée de conservation (catégorie)
case-retention-standard = standard : tout est gardé jusqu’à ce que son auteur le retire
case-retention-hint = Une catégorie est un nom dans les règles de votre programme : ce qu’elle garde, et combien de temps, y est écrit. Ce relais n’efface rien à cause d’elle. Les lettres, les vidéos et les dossiers restent jusqu’à ce que quelqu’un les retire.
case-version = Version des règles
case-change = Modifier les règles
case-reopen = Rouvrir ce dossier
reopen-lead = Un dossier fermé se rouvre par de nouvelles règles. Parlez d’abord avec ses médiateurs.
reopen-signs = Le dossier { $case } se rouvre.
reopen-means-new = Les personnes du dossier peuvent de nouveau écrire, par les moyens que vous choisissez. Ce qui attendait chez les médiateurs peut de nouveau être remis.
reopen-means-gates = Ceci n’ouvre aucune condition. Les consentements et les évaluations comptent tels qu’ils sont, et sont vérifiés avant toute remise.
reopen-means-told = Les personnes du dossier et ses médiateurs apprennent que le dossier est rouvert. Une demande de fermeture reste jusqu’à ce qu’un médiateur la retire.
reopen-done = C’est signé. Le dossier { $case } est rouvert, par la version { $version } de ses règles.
rules-mediator = Médiateur { $person }
rules-too-few = Choisissez au moins autant de médiateurs qu’il en faut pour être d’accord : { $number }.
rules-hours = Temps de réflexion, en heures
rules-hours-hint = Le temps pendant lequel une lettre peut être reprise avant qu’on la lise. De 0 à 720.
rules-hours-wrong = Écrivez un nombre entier de 0 à 720.
rules-no-channel = Choisissez au moins un moyen de communication.
rules-says-case = Les règles du dossier { $case } passent à la version { $version }.
rules-says-mediators = Ses médiateurs sont { $people }.
rules-says-quorum = { $number ->
    [one] { $number } médiateur doit être d’accord pour chaque lettre.
   *[other] { $number } médiateurs doivent être d’accord pour chaque lettre.
}
rules-says-cooling = { $hours ->
    [0] Les lettres n’attendent pas avant d’être lues.
    [one] Les lettres attendent { $hours } heure avant d’être lues.
   *[other] Les lettres attendent { $hours } heures avant d’être lues.
}
rules-says-channels = Moyens de communication : { $channels }.
rules-says-retention = Ce qui est gardé l’est selon la catégorie { $retention }. Le sens de cette catégorie est dans les règles de votre programme : le relais n’efface rien à cause d’elle.
rules-says-leaving = Un médiateur quitte le dossier. Il devrait d’abord en remettre les clés, sinon les autres pourraient ne pas ouvrir ce qui précède. Les lettres qu’il a remises restent ouvertes. Celles qui attendent ont besoin de l’approbation de quelqu’un d’autre.
rules-done = C’est signé. La version { $version } des règles du dossier { $case } est en vigueur.
rules-meanwhile = Ces règles ont changé pendant que vous écriviez. Elles disent maintenant :
new-case-title = Ouvrir un dossier
new-case-lead = Un dossier commence par ses règles. Les personnes y entrent plus tard, par ses médiateurs.
new-case-open = Ouvrir un dossier
new-case-consent-which = Quel texte les personnes sont-elles invitées à accepter?
new-case-consent-package = Le texte fourni avec ce service, en anglais et en français
new-case-consent-files = Notre propre texte, dans deux fichiers
new-case-consent-read = Lire ce texte
new-case-consent-is-package = On demande aux personnes d’accepter le texte fourni avec ce service.
new-case-consent = Texte de consentement en anglais
new-case-consent-fr = Texte de consentement en français
new-case-consent-hint = Un fichier texte avec ce que les personnes acceptent. Le texte est montré avant leur réponse.
new-case-consent-missing = Choisissez le fichier texte.
new-case-signs = Un nouveau dossier s’ouvre, avec ces règles.
new-case-consent-is = On demande aux personnes d’accepter le texte de { $file } et de { $french }.
new-case-done = C’est signé. Le dossier { $case } est ouvert.
new-case-done-next = Ses médiateurs peuvent maintenant y faire entrer des personnes.
