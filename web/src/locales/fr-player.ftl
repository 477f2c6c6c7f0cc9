# SPDX-License-Identifier: EUPL-1.2
### Regarder une vidéo ou écouter un enregistrement. Calme; rien ne démarre seul, et on peut arrêter à tout moment.

player-video = La vidéo
player-sound = L’enregistrement
player-open-video = Montrer la vidéo
player-open-sound = Ouvrir l’enregistrement
player-close-video = Fermer la vidéo
player-close-sound = Fermer l’enregistrement
player-length = { $minutes ->
    [0] Cela dure moins d’une minute.
    [one] Cela dure environ une minute.
   *[other] Cela dure environ { $minutes } minutes.
  }
player-quiet = Rien ne démarre seul. Vous pouvez arrêter à tout moment.
player-checking = Nous vérifions que tout est en règle avant d’ouvrir.
player-speed = Vitesse
player-times = { $times ->
    [1] Normale
   *[other] { NUMBER($times) } fois
  }
player-captions = Ce qui est dit, avec les temps
player-captions-beside = La même chose dans une autre langue ou sous une autre forme
player-cue-go = Aller à { $time }
player-stopped = La lecture a été arrêtée
player-stopped-text = Rien de plus n’est montré.
player-go-on = Reprendre à cet endroit
