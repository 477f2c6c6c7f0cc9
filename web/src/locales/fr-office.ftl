# SPDX-License-Identifier: EUPL-1.2
### Le bureau du programme. Des mots simples pour des clés lourdes; rien n’est signé avant d’avoir été dit.

office-title = Bureau du programme
office-lead = Les demandes, le personnel et les dossiers du programme.
office-nav = Parties du bureau
office-nav-day = Aujourd’hui

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
closings-asked = Demandé par { $person } le { $day }
closings-closed = Ce dossier est fermé : rien de nouveau ne peut y être envoyé.
closings-close = Fermer le dossier { $case }
closings-means-new = Plus personne ne peut envoyer quelque chose de nouveau dans ce dossier.
closings-means-waiting = Les lettres qui attendent encore restent chez les médiateurs, qui peuvent en décider.
closings-means-kept = Ce qui a été mis à disposition peut encore être lu. Chaque auteur peut encore retirer ce qu’il a écrit.
closings-means-undone = Vous pouvez rouvrir le dossier : ses règles nomment alors ce qui peut être envoyé.
closings-sign = Signer et fermer le dossier
