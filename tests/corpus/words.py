# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501, RUF001
"""What honest letters are put together from: sentences, names and numbers as people write them here."""

from typing import Final

ENGLISH: Final = (
    "I have thought about that evening every day since.",
    "You do not owe me an answer, and I will not ask for one.",
    "My daughter still can’t sleep with the light off.",
    "I was {age} when it happened, and I am {older} now.",
    "It cost us ${price}, which I know isn’t the point.",
    "On {month} {day}, {year}, at {hour}:{minute}, I heard the door.",
    "The car — the blue one — was never found.",
    "“Why us?” is what my mother asked; I had nothing to say.",
    "Luke {chapter}:{verse} is what my grandmother would have read.",
    "I don’t know if you remember {name}; she remembers you.",
    "We lost {percent}% of what we had, and {percent}% of our friends.",
    "I am writing this in my own hand… twice, because the first one tore.",
    "There were four of us: my sister, my two sons and me.",
    "I work nights now, in a kitchen, and I like it.",
    "What I took was yours. I can’t give it back.",
    "File {year}-{serial} is a number to them, not to us.",
    "I still have the photo from the summer of {year}.",
    "Some days are fine! Some are not, and that is that.",
    "The judge said 3½ years; it felt like more.",
    "I’m in the {ordinal} week of the programme.",
    "Do you like dogs? Ours is called Biscuit.",
    "It was –{degrees} °C that morning, and the bus was late.",
    "My uncle {name} used to say: one thing at a time.",
    "I walked {count} km to the river and back.",
)
FRENCH: Final = (
    "Je pense à ce soir-là tous les jours.",
    "Vous ne me devez pas de réponse_; je n’en demande pas.",
    "Ma fille ne dort toujours pas sans lumière.",
    "J’avais {age}+ans quand c’est arrivé_: j’en ai {older} maintenant.",
    "Ça nous a coûté {money}+$, mais ce n’est pas la question_!",
    "Le {day} {mois} {year}, à {hour}+h+{minute}, j’ai entendu la porte.",
    "«_Pourquoi nous_?_» C’est ce que ma mère a demandé.",
    "L’été de {year}, nous étions heureux, là-bas, près de l’eau.",
    "Je ne sais pas si vous vous souvenez de {name}_; elle, oui.",
    "On a perdu {percent}_% de ce qu’on avait… et plus encore.",
    "Voilà_: c’est dit. Ça m’a pris cinq brouillons_!",
    "Qu’est-ce que vous faites de vos journées_?",
    "Nous étions quatre_: ma sœur, mes deux garçons et moi.",
    "Je travaille de nuit, dans une cuisine_; ça me va.",
    "Le cœur n’y était pas, à Noël. L’année d’après non plus.",
    "«_Une chose à la fois_», disait mon oncle {name}.",
    "J’ai marché {count}+km jusqu’à la rivière, aller-retour.",
    "Le dossier {year}-{serial}, pour eux, c’est un numéro.",
    "Il faisait –{degrees}+°C, et l’autobus était en retard.",
    "Est-ce que vous aimez les chiens_? Le nôtre s’appelle Biscuit.",
    "Aimez-vous encore la musique_? Moi, j’ai arrêté.",
    "Ézéchiel {chapter}, {verse}_: ma grand-mère l’aurait lu.",
)
CREE: Final = (
    "ᑖᓂᓯ", "ᓂᑐᑌᒼ", "ᒥᔪ ᑭᓯᑲᐤ", "ᑭᓇᓇᐢᑯᒥᑎᐣ", "ᓂᑳᐏᐩ", "ᓄᐦᑖᐏᐩ", "ᓂᑑᓯᐢ", "ᐊᐋᐧᓯᐢ", "ᓇᓇᐢᑯᒧᐃᐧᐣ", "ᐁᑲᐧ", "ᒪᒋ ᑮᓯᑲᐤ",
    "ᓀᐦᐃᔭᐍᐏᐣ", "ᐊᔨᐦᐋ", "ᑲᑵ", "ᒪᐢᑲᐃᐧᓯᐃᐧᐣ", "ᐅᑌᐦ", "ᓂᑕᓂᐢ", "ᓂᑯᓯᐢ", "ᐃᐢᑵᐤ", "ᓈᐯᐤ", "ᒥᐢᑕᑎᒼ", "ᓂᐲ", "ᐁ ᑭᒧᐃᐧᐠ", "ᐚᐸᐦᑫ",
)  # fmt: skip
INUKTITUT: Final = (
    "ᐊᐃᓐᖓᐃ", "ᖃᓄᐃᐱᑦ", "ᓇᑯᕐᒦᒃ", "ᖁᔭᓐᓇᒦᒃ", "ᐃᓄᒃᑎᑐᑦ", "ᐊᓈᓇ", "ᐊᑖᑕ", "ᐸᓂᒐ", "ᐃᕐᓂᕋ", "ᐅᓪᓗᖅ", "ᐅᓐᓄᒃ", "ᑕᐃᒪ", "ᐄ", "ᐋᒃᑲ",
    "ᓯᓚ", "ᓄᓇ", "ᐃᒡᓗ", "ᐃᓅᓯᖅ", "ᐃᓱᒪᔪᖓ", "ᐅᖃᐅᓯᖅ", "ᑐᓴᕈᒪᔪᖓ", "ᓂᕆᔪᒍᑦ", "ᐊᐅᓪᓛᖅᑐᖅ", "ᐃᓕᓐᓂᐊᕐᕕᒃ", "ᐊᖏᕐᕋᒧᑦ", "CBC-ᑯᑦ",
)  # fmt: skip
ROMAN: Final = (
    "tânisi, nitôtêm", "kinanâskomitin", "êkosi mâka", "nêhiyawêwin", "miyo-kîsikâw", "Dëne Sųłıné", "Tłı̨chǫ yatıì",
    "Skwx̱wú7mesh", "hən̓q̓əmin̓əm̓", "kʷukʷ", "Nłeʔkepmxcín", "Kanien’kéha", "Wendat Ȣendat", "Mi’kmaw", "Innu-aimun",
    "šxʷməθkʷəy̓əm", "Anishinaabemowin", "Inuktitut: nakurmiik",
)  # fmt: skip
NAMES: Final = (
    "Zoë", "François", "Łukasz", "Nguyễn Thị Hồng", "Håkon", "Siân", "Ana María Muñoz", "Çağla Işık", "Đặng Văn Lâm", "Jürgen Groß",
    "Renée-Ève Côté", "Þórunn", "Dvořák", "Szűcs Ágnes", "Ștefan Țurcanu", "Māra Bērziņa", "Seán Ó Briain", "Nʼdiaye", "O’Neil",
    "Åsa Öberg", "Żaneta", "Ömer Şahin", "Ñusta", "Ioană", "Ingrīda", "Taĉjo", "Hồ Xuân Hương", "Wróblewski", "Adélaïde", "Noémie",
    "Иван Петрович", "Ελένη Παπαδοπούλου", "محمد", "שרה", "李小龙", "김민수", "さくら",
)  # fmt: skip
GREETINGS: Final = ("I miss", "Je salue", "With", "Bonjour", "Thank you,")
MONTHS: Final = ("January", "March", "May", "June", "August", "September", "November", "December")
MOIS: Final = ("janvier", "février", "mars", "mai", "juin", "août", "septembre", "décembre")
ORDINALS: Final = ("second", "third", "5th", "11th", "22nd", "31st")
EXCLAIMED: Final = ("Oui", "Non", "Merci", "Tant mieux", "Voilà", "Enfin", "Courage", "Ah")
HANDS: Final = "👍👋🙏✋👏🙌"
