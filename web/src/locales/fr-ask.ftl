# SPDX-License-Identifier: EUPL-1.2
### Demander à participer : lu par quelqu’un qui vit peut-être le jour le plus dur de sa vie.

ask-title = Demander à participer
ask-lead = Ici, vous pouvez demander que quelqu’un du programme communique avec vous. Écrivez aussi peu ou autant que vous voulez.
ask-next = Ce qui se passe ensuite
ask-next-lock = Ce que vous écrivez est verrouillé sur cet appareil avant d’être envoyé. Seules les personnes qui gèrent le programme peuvent l’ouvrir.
ask-next-call = Quelqu’un du programme communique avec vous, par le moyen que vous dites sûr. Cette personne répond à vos questions. Rien n’est encore décidé.
ask-next-within = Quelqu’un du programme communique avec vous d’ici { $time }, par le moyen que vous dites sûr. Cette personne répond à vos questions. Rien n’est encore décidé.
ask-next-choice = Vous choisissez si vous participez, et comment. Vous pouvez changer d’avis en tout temps. Personne ne vous demandera pourquoi.
ask-next-other = On ne dit pas à l’autre personne que vous avez fait cette demande.
ask-nothing-kept = Rien de ce que vous écrivez ici n’est gardé sur cet appareil.
ask-call = Vous pouvez aussi nous appeler. Nous pouvons remplir cette page avec vous.

ask-who = Qui fait la demande?
ask-who-victim = J’ai subi des torts
ask-who-family = Je suis membre de la famille
ask-who-family-hint = D’une personne touchée, ou de la personne responsable.
ask-who-representative = Je parle pour une personne touchée
ask-who-representative-hint = Par exemple comme parent, tuteur, tutrice ou personne choisie.
ask-who-missing = Choisissez qui fait la demande.
ask-language = Dans quelle langue devons-nous répondre?
ask-name = Comment pouvons-nous vous appeler?
ask-name-hint = Le nom que vous voulez. Vous pouvez laisser cette case vide.
ask-person = Pour qui faites-vous la demande?
ask-person-hint = Un prénom suffit. Vous pouvez laisser cette case vide.
ask-reach = Quel est un moyen sûr de vous joindre?
ask-reach-hint = Un numéro de téléphone, une adresse courriel ou un autre moyen. Dites si quelqu’un d’autre pourrait répondre ou lire.
ask-reach-missing = Dites comment vous joindre. Sans cela, nous ne pouvons pas répondre.
ask-hours = Quand est-ce sûr?
ask-hours-hint = Les jours et les heures qui conviennent, et ceux qui ne conviennent pas. Vous pouvez laisser cette case vide.
ask-words = Y a-t-il quelque chose que vous aimeriez dire?
ask-words-hint = Par exemple ce que vous espérez, ou une question. Vous n’avez pas à raconter ce qui s’est passé. Vous pouvez laisser cette case vide.
ask-needs = Qu’est-ce qui vous faciliterait les choses?
ask-needs-hint = Par exemple un interprète, de gros caractères ou quelqu’un à vos côtés. Vous pouvez laisser cette case vide.
ask-go = Verrouiller et envoyer
ask-busy = Verrouillage et envoi. Gardez cette page ouverte, s’il vous plaît.
ask-again = Vos mots sont encore ici. Rien n’est perdu.

ask-trouble-hidden = Il y a dans vos mots un caractère que personne ne verrait. Il vient peut-être d’une copie. Tapez cette partie de nouveau à la main.
ask-trouble-long = C’est plus long que ce que nous pouvons prendre ici. Raccourcissez un peu, s’il vous plaît. Vous pourrez en dire plus quand quelqu’un communiquera avec vous.
ask-trouble-many = Nous ne pouvons pas prendre d’autres demandes en ce moment. Attendez 15 minutes et réessayez, ou appelez-nous.

ask-done-title = Nous avons votre demande
ask-done-receipt = Votre numéro de reçu
ask-done-receipt-hint = Si vous nous appelez, vous pouvez dire ce numéro. Vous n’avez pas besoin de le garder.
ask-done-next = Quelqu’un du programme communiquera avec vous, par le moyen que vous avez écrit. D’ici là, vous n’avez rien à faire.
ask-done-next-within = Quelqu’un du programme communiquera avec vous d’ici { $time }, par le moyen que vous avez écrit. D’ici là, vous n’avez rien à faire.
ask-done-gone = Ce que vous avez écrit n’est plus sur cette page. Vous pouvez la fermer.
ask-done-start = Retour à la première page

ask-closed-title = On ne peut pas faire de demande sur cette page en ce moment
ask-closed-text = Cette page n’a pas pu vérifier qui pourrait lire ce que vous écrivez. Elle ne prend donc aucun mot. Appelez-nous plutôt, s’il vous plaît.
ask-closed-text-plain = Cette page n’a pas pu vérifier qui pourrait lire ce que vous écrivez. Elle ne prend donc aucun mot. Essayez plus tard ou faites votre demande autrement, s’il vous plaît.

## Le personnel qui transmet la demande d’une personne détenue

ask-staff = Je travaille dans un établissement, et une personne détenue fait la demande
refer-title = Transmettre une demande
refer-lead = Pour le personnel : une personne détenue vous a demandé de dire qu’elle aimerait participer.
refer-next-lock = Ce que vous écrivez est verrouillé sur cet appareil avant d’être envoyé. Seules les personnes qui gèrent le programme peuvent l’ouvrir.
refer-next-call = Le programme communique avec vous ou avec la personne. Participer est son choix. Cela n’a aucune influence sur les décisions liées à la peine ou à la libération conditionnelle.
refer-next-end = Vous recevez un numéro de reçu, et rien d’autre : cette page ne montre pas la suite de la demande, ni à vous ni à quelqu’un d’autre de l’établissement.
refer-person = Qui fait la demande?
refer-person-hint = Le nom, et comment le programme trouve la personne.
refer-person-missing = Dites qui fait la demande.
refer-institution = Établissement
refer-institution-missing = Écrivez le nom de l’établissement.
refer-name = Votre nom et votre rôle
refer-reach = Comment le programme peut-il vous joindre?
refer-reach-hint = Un numéro de téléphone ou une adresse courriel au travail.
refer-hours = Quand?
refer-federal = La peine est-elle de deux ans ou plus?
refer-federal-yes = Oui
refer-federal-no = Non
refer-federal-missing = Répondez par oui ou par non.
refer-responsibility = Ce que la personne dit de ce qu’elle a fait
refer-responsibility-hint = Dans ses propres mots, si elle veut le dire. Vous pouvez laisser cette case vide.
refer-words = Y a-t-il quelque chose au sujet de la sécurité que le programme devrait savoir?
refer-words-hint = Seulement ce qu’il faut pour la première prise de contact. Vous pouvez laisser cette case vide.
refer-needs = Langues et besoins
refer-needs-hint = Par exemple un interprète, de l’aide pour lire ou de gros caractères. Vous pouvez laisser cette case vide.
refer-done-title = La demande est transmise
refer-done-end = Rien de plus n’est montré ici à son sujet.
