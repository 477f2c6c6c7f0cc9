# SPDX-License-Identifier: EUPL-1.2
### Ce que dit la ligne de commande. Mots simples, phrases courtes, aucun reproche.

## Refus

error-coded = { $said } [{ $code }]
error-other = Refusé ({ $code }) : { $facts }
error-settings = Réglages : { $facts }
error-system = Le système a refusé : { $facts }
error-unreachable = Le relais ne répond pas : { $facts }
error-address = Ceci n’est pas l’adresse d’un relais, comme https://relay.example : { $facts }
error-usage = { $slip } Rien n’a été fait. Tout ce qu’elle accepte : { $command } --help [usage]
usage-option = Il n’y a pas d’option { $name }.
usage-missing = Il manque { $name }.
usage-value = { $name } ne peut pas avoir cette valeur. ({ $facts })
usage-other = Cette commande est mal écrite. ({ $facts })
error-internal = Le disque ou la base de données a refusé : { $facts }
error-storage-full = Il n’y a plus de place sur le disque : { $facts }
error-words-wrong = Ce ne sont pas six mots d’une même liste. Vérifiez l’orthographe.
error-commitment-wrong = Ce ne sont pas les mots de ce fichier de clé, ou pas le code de ce compte.
error-malformed = Ceci ne se lit pas comme prévu : { $facts }
error-stale-version = Quelqu’un d’autre a été plus rapide. Regardez de nouveau et recommencez.
error-fork = L’état n’est plus celui qui a été regardé. Regardez de nouveau et recommencez. Si cela persiste, il existe deux histoires : gardez les deux et demandez de l’aide. ({ $facts })
error-sign-in-failed = Le relais ne connaît pas ce compte, ou pas ce code.
error-root-wrong = Ce relais appartient à un autre programme que ce fichier de clé ou cette empreinte. Rien n’a été signé.
error-rollback = Le relais montre quelque chose de trop ancien. Rien n’a été signé. ({ $facts })
error-not-found = Cela n’existe pas : { $facts }
error-directory-stale = L’annuaire est périmé. Renouvelez-le : relay manager renew
error-forbidden = Ce n’est pas permis : { $facts }
error-clock-off = L’horloge de cet ordinateur et celle du relais diffèrent trop.
error-not-vouched = Deux clés différentes doivent signer pour un médiateur. Rien n’a été signé. ({ $facts })
error-exists = Ceci est déjà là. Rien n’a été signé. ({ $facts })
error-expired = La date de ceci est passée. Rien n’a été signé. ({ $facts })
error-revoked = La personne qui a signé, ou pour qui c’est signé, ne compte plus. Rien n’a été signé. ({ $facts })
error-signature-wrong = Une signature ne convient pas : ceci a été changé après la signature. Rien n’a été signé. ({ $facts })
error-signer-not-allowed = La personne qui a signé n’en a pas le droit. Rien n’a été signé. ({ $facts })
error-wrong-context = Ceci a été fait pour un autre programme ou un autre but. Rien n’a été signé. ({ $facts })
error-ffmpeg-missing = Il n’y a pas de ffmpeg sur cette machine, et on ne travaille sur aucune vidéo sans lui. Rien n’a été changé. Installez-le : apt-get install ffmpeg, ou pip install "rj-relay[station]"
error-sandbox-missing = Une vidéo n’est ouverte que dans un bac à sable, et cette machine n’en a pas. Rien n’a été ouvert. Installez-le : apt-get install bubblewrap
error-media-empty = Il n’y a rien dans cette vidéo, ou il n’en resterait rien. Rien n’a été changé. Retirez-en moins, ou demandez-en un nouvel envoi.
error-media-unknown = Ceci n’est ni une vidéo ni un son que l’on lit ici. Rien n’a été changé. On lit MP4, MOV, WebM, Ogg et WAV. Demandez-en un envoi sous une de ces formes. ({ $facts })
error-media-codec = Cela ne peut pas se faire avec cette vidéo. Rien n’a été changé. Choisissez un autre travail. ({ $facts })
error-several-films = Ce message contient plus d’un enregistrement, et un poste ne travaille que sur un seul. Rien n’a été changé. Demandez chacun dans un message à part. ({ $facts })
error-media-broken = Cette vidéo est coupée ou abîmée. Rien n’a été changé. Demandez-en un nouvel envoi. ({ $facts })
error-media-too-large = Cette vidéo dure plus de quatre heures, ou demande plus de place ou de mémoire qu’elle n’en a le droit ici. Rien n’a été changé. Demandez une vidéo plus courte ou plus petite. ({ $facts })
error-media-too-slow = Le travail a pris trop de temps et a été arrêté. Rien n’a été changé. Réessayez quand la machine aura moins à faire. ({ $facts })
error-media-not-clean = Ce qui a été fait dit peut-être encore où ou avec quoi cela a été filmé. Le résultat a été jeté, et la vidéo n’a pas changé. Demandez un autre enregistrement. ({ $facts })
error-span-missing = Aucun passage n’est indiqué pour ce qui est à enlever ou à couper. Rien n’a été changé. Indiquez-en un : --span 0:05-0:12
error-span-outside = Un passage est en dehors de la vidéo. Rien n’a été changé. Regardez de nouveau ses temps. ({ $facts })
error-region-outside = Un rectangle dépasse le bord de l’image. Rien n’a été changé. Faites-le plus petit, ou déplacez-le. ({ $facts })
error-too-many-places = C’est trop pour un seul travail. Rien n’a été changé. Indiquez moins d’endroits, ou faites-le en deux fois. ({ $facts })
error-too-many-works = Ce poste a autant de travail à faire qu’il en accepte. Rien n’a été changé. Attendez qu’une partie soit faite. ({ $facts })
error-no-room = Il y a trop peu de mémoire pour une vidéo en clair, et aucune n’est mise sur un disque. Rien n’a été ouvert. Fermez d’autres programmes, ou prenez une machine plus grande. ({ $facts })

## relay init

init-done = Un programme est fondé. Le dossier du relais : { $folder }
    L’empreinte du programme, qui peut être publiée : { $fingerprint }
init-words = { $path }
    Ses six mots, montrés une seule fois. Notez-les, loin du fichier :
        { $words }
init-next = Mettez maintenant root.key hors de portée de tout réseau, et ses mots ailleurs.
    manager.key reste chez la ou le gestionnaire. Le relais n’a besoin d’aucun des deux.
    Ensuite : relay doctor, puis relay serve.
init-there = { $folder } contient déjà un programme. Rien n’a été changé.
init-memory = ledger: memory: serait oublié aussitôt; un programme a besoin d’un dossier.
init-unfinished = { $folder } a été commencé sans être terminé. Supprimez-le et recommencez.
init-keys-inside = Les clés ne doivent pas se trouver dans le dossier du relais. Choisissez un autre endroit pour --keys.
init-keys-there = { $path } existe déjà. Rien n’a été changé.

## relay serve

serve-not-founded = { $folder } ne contient encore aucun programme. Commencez par : relay init
serve-ground = Attention : { $kind } peut garder ce qui est réécrit. Un message retiré pourrait rester lisible sur ce disque.
serve-listening = À l’écoute sur { $host }, port { $port }, pour { $origins }
serve-stopping = Arrêt; les requêtes en cours se terminent.

## relay openapi

openapi-same = { $file } correspond au serveur.
openapi-differs = { $file } ne correspond pas au serveur. Renouvelez-le : relay openapi > { $file }

## relay doctor

doctor-fine = bien    { $text }
doctor-warn = à voir  { $text }
doctor-fault = DÉFAUT  { $text }
doctor-sum-fine = Tout va bien.
doctor-sum-warn = { $count ->
        [one] Un point à voir.
       *[other] { $count } points à voir.
    }
doctor-sum-fault = { $count ->
        [one] Un défaut. N’acceptez pas de lettres avant de l’avoir corrigé.
       *[other] { $count } défauts. N’acceptez pas de lettres avant de les avoir corrigés.
    }
doctor-founded = Le dossier { $folder } contient le programme { $programme }.
doctor-not-founded = Le dossier { $folder } ne contient aucun programme. Commencez par : relay init
doctor-private = { $path } n’est lisible que par son propriétaire.
doctor-not-private = { $path } est lisible par d’autres (mode { $mode }). Corrigez : chmod go-rwx
doctor-ground = { $path } se trouve sur { $kind } : une clé détruite est réécrite sur place.
doctor-ground-bad = { $path } se trouve sur { $kind } : une clé détruite peut rester sur le disque. Mettez le fichier des clés sur ext4 ou XFS.
doctor-slots-memory = Les clés des messages ne sont gardées qu’en mémoire : un redémarrage perd tous les messages.
doctor-mirror = { $path } est une copie du fichier des clés sur un autre disque.
doctor-mirror-none = Le fichier des clés n’a pas de copie. Si son disque tombe en panne, tous les messages sont perdus. Nommez-en une dans shred_keys.
doctor-mirror-same-disk = { $path } se trouve sur le même disque que le fichier des clés. Une copie devrait être sur un autre.
doctor-mirror-missing = { $path } manque. Le prochain démarrage la refait à partir des autres.
doctor-mirror-differs = { $path } diffère du fichier des clés. Le prochain démarrage la répare.
doctor-room = { $free } Mio sont libres pour { $path }.
doctor-room-little = Il ne reste que { $free } Mio pour { $path }. Les envois seront bientôt refusés.
doctor-room-none = Il ne reste que { $free } Mio pour { $path }. Les envois sont refusés.
doctor-ledger-memory = Le registre n’est gardé qu’en mémoire : un redémarrage perd tout.
doctor-ledger = Le registre est entier; ce qui est confirmé est déjà sur le disque; les pages libérées sont vidées.
doctor-ledger-damaged = Le registre est endommagé : { $facts }
doctor-ledger-pragma = Le registre fonctionne avec { $name } = { $value }. Il faut { $wanted }.
doctor-directory = L’annuaire compte encore { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
doctor-directory-soon = L’annuaire ne compte plus que { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }. Renouvelez-le : relay manager renew
doctor-directory-past = L’annuaire est périmé : personne ne peut s’inscrire et rien ne peut être remis. Renouvelez-le : relay manager renew
doctor-shreds = Aucune destruction n’est due.
doctor-shreds-owed = Une destruction est due depuis { $seconds } secondes. Le relais la répète jusqu’à ce qu’elle soit faite; si cela ne finit pas, le disque est défectueux.
doctor-clock = L’horloge n’est pas en retard sur ce qui a été écrit en dernier.
doctor-clock-behind = L’horloge a { $seconds } secondes de retard sur ce qui a été écrit en dernier. Réglez-la, et faites-la suivre par des serveurs de temps.
doctor-origin = { $origin } convient aux navigateurs.
doctor-origin-plain = { $origin } n’est pas en https. Les navigateurs refusent d’y sceller. Mettez devant un mandataire avec TLS.
doctor-app = L’application Web est là.
doctor-app-missing = L’application Web n’a pas été construite. Installez le paquet, ou lancez ./dev setup.
doctor-ffmpeg = ffmpeg est là. Le relais n’en a pas besoin; un poste, si.
doctor-ffmpeg-missing = ffmpeg n’est pas ici. Le relais n’en a pas besoin; un poste, si.
doctor-running = Le relais fonctionne et tient le registre ouvert.

## relay manager

key-missing = Il n’y a pas de fichier de clé à { $path }. Nommez-le avec --key.
key-words = Les six mots de { $path }
key-of-another = { $path } n’est pas le fichier de clé qu’il faut ici (voulu : { $holder }).
manager-renew-soon = L’annuaire compte encore { $days } jours. Renouvelez-le bientôt : relay manager renew
side-harmed = personne touchée par un crime
side-responsible = personne responsable
status-active = en fonction
status-retired = retirée ou retiré
status-revoked = révoquée ou révoqué
certify-person = Une médiatrice ou un médiateur a certifié { $person } ({ $side }) dans le dossier { $case }. Vous l’a-t-on dit?
certify-replaces = La clé de { $person } ({ $side }) dans le dossier { $case } CHANGERAIT. Vous a-t-on dit pourquoi?
certify-named = { $count ->
        [one] Une personne est nommée
       *[other] { $count } personnes sont nommées
    } par les règles maintenant. La médiatrice ou le médiateur peut terminer l’inscription.
certify-nothing = Personne n’attend de gestionnaire.
certify-second = { $count ->
        [one] Une personne attend comme médiatrice.
       *[other] { $count } personnes attendent comme médiatrices.
    } Un second fichier de clé doit se porter garant : --second root.key, ou celui d’une autre personne gestionnaire.
certify-same = Le second fichier de clé doit en être un autre.
certify-safety = Nouvelle personne, médiatrice ou interprète : { $mediator }
    Numéro de sécurité : { $number }
    La personne lit-elle le même numéro?
certify-admitted = { $mediator } est dans l’annuaire maintenant.
certify-first = Vous avez signé en premier pour le médiateur { $mediator }. Rien n’est encore publié.
    Envoyez { $path } à la personne qui signe en deuxième : relay manager countersign FICHIER
    Comparez ces six mots avec elle : { $words }
certify-countersign-ask = Médiateur { $mediator }, première signature : { $signer }
    Six mots pour ses clés : { $words }
    Savez-vous pour qui vous signez, et la personne qui a envoyé le fichier a-t-elle lu les mêmes mots?
certify-countersigned = Le médiateur { $mediator } est dans la liste. La personne qui l’a rencontré termine : relay manager certify
certify-root-signed = La racine a signé aussi. Rapportez { $path } à une personne gestionnaire : relay manager countersign FICHIER
certify-ticket = Un billet de médiation, valable 14 jours et une seule fois. Remettez-le en personne :
        { $code }
        { $link }
    Quand il aura servi : relay manager certify --second root.key
certify-ticket-interpreter = Un billet d’interprète, valable 14 jours et une seule fois. Remettez-le en personne :
        { $code }
        { $link }
    Quand il aura servi : relay manager certify
certify-listed = L’interprète { $interpreter } est dans l’annuaire maintenant.
revoke-ask = Plus rien de ce que { $mediator } a signé ne comptera. Continuer?
revoke-interpreter-ask = Interprète { $mediator } : tout ce qui lui était ouvert se ferme aussitôt, et rien de son travail ne comptera plus. Continuer?
revoke-interpreter-retire-ask = Interprète { $mediator } : tout ce qui lui était ouvert se ferme aussitôt; son travail compte encore. Continuer?
revoke-done = { $mediator } est révoqué à partir de l’annuaire { $epoch }.
revoke-retire-ask = { $mediator } ne signera plus rien; ce qui est signé jusqu’ici compte encore, et les lettres déjà remises restent ouvertes. Continuer?
revoke-retire-done = { $mediator } n’exerce plus à partir de l’annuaire { $epoch }.
revoke-stuck = Le dossier { $case } a besoin d’une autre personne médiatrice : relay manager policy { $case } --add-mediator ID
case-opened = Le dossier { $case } est ouvert. Ses médiateurs peuvent maintenant faire des billets.
reopen-ask = Le dossier { $case } est fermé. Les personnes pourraient de nouveau écrire et ce qui attendait pourrait être remis; ceci n’ouvre aucune condition, et tout le dossier en est informé. Le rouvrir?
case-which-mediator = Il y a { $count } médiateurs en fonction. Dites lequel : --mediator ID
policy-mediator = médiation { $mediator }  { $status }
policy-case = dossier { $case }  version { $version }  personnes { $people }  quorum { $quorum }  réflexion { $hours } h  conservation : { $retention }  voies : { $channels }
        médiation { $mediators }
policy-retention = Il n’y a pas ici de catégorie de conservation { $retention }. Les réglages du relais ont : { $known }
policy-quorum = Un quorum de { $quorum } ne peut être atteint par { $count } médiateurs.
renew-intake = { $path } contient maintenant la clé d’accueil : qui a ce fichier et ses mots peut lire ce qu’écrivent les personnes qui demandent à participer. Recopiez-le là où se trouvent ses copies.
renew-intake-elsewhere = L’annuaire nomme une clé d’accueil que ce fichier de clé n’a pas. Les demandes de participation se lisent avec le fichier qui l’a.
renew-done = L’annuaire compte jusqu’au { $day }, la déclaration racine jusqu’au { $root }.

## relay demo

demo-founding = Préparation d’un dossier inventé. Cela prend quelques secondes.
demo-lacking-web = Absent de cet ordinateur, et laissé de côté : les pages. L’application Web n’a pas été construite; ./dev demo la construit.
demo-lacking-video = Absent de cet ordinateur, et laissé de côté : la vidéo, qui demande ffmpeg. Les lettres, non.
demo-ready = Prêt après { $seconds } s.
demo-title = Démonstration : les personnes et les lettres sont inventées. Chaque lien marche une fois, dans un navigateur de cet ordinateur.
demo-victim = Camille, personne touchée par un crime
demo-responsible = Jonas, personne responsable
demo-mediator = Médiation
demo-manager = Gestionnaire du programme
demo-key = Fichier de clés { $path }, mots { $words }
demo-key-second = Pour une deuxième signature : fichier de clés { $path }, mots { $words }
demo-newcomer = Une nouvelle personne avec un billet
demo-again = Pour revenir : compte { $account }, mots { $words }
demo-ticket = Billet : { $code }
demo-fingerprint = L’empreinte du programme, pour `relay station keep --root` : { $fingerprint }
demo-stop = Ctrl-C l’arrête. Tout se trouve dans { $folder }; --fresh recommence au début.
demo-stopped = Arrêté.

## relay station

station-desk = Le bureau est ouvert à { $address }, sur cette machine seulement. Il s’adresse à { $relay }. Ctrl-C le ferme.
vault-root = --root : { $root } n’est pas une empreinte. Rien n’a été demandé ni gardé. Elle a 43 lettres, chiffres, - ou _; le gestionnaire du programme vous la donne, et `relay init` l’a affichée.
vault-unnamed = Quel coffre? Nommez-le avec --vault. `relay station keep` en écrit un.
vault-missing = Il n’y a pas de coffre à { $path }. `relay station keep` en écrit un, une fois; --vault en nomme un autre.
station-extra-missing = Ce qui travaille sur les vidéos n’est pas installé à côté de ce relais. Rien n’a été changé. Installez-le : pip install "rj-relay[station]". Sans --vault, le bureau s’ouvre sans cela.
vault-exists = Il y a déjà un fichier à { $path }. Rien n’a été écrit. Nommez-en un autre avec --vault.
vault-kept = Vos clés sont gardées dans { $path }, scellées par vos six mots. Seule cette machine a ce fichier.
station-words = Vos six mots
station-opening = Le message { $message } est cherché et ouvert
station-fetching = Recherche et vérification
station-making = Fabrication
station-sealing = Mise sous clé
station-sending = Envoi
station-given-rendition = C’est remis comme message { $message }. Les médiateurs l’examinent, et il est transmis à côté de son original.
station-given-redaction = C’est remis comme message { $message }. On demande d’abord à son auteur.
