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
