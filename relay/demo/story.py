# SPDX-License-Identifier: EUPL-1.2
"""The invented case: nobody in it exists, and every letter says less than a real one would.

Camille was harmed by a break-in and writes in French; Jonas is responsible for it and
writes in English. Each letter names the state that it is shown in.
"""

from dataclasses import dataclass
from typing import Final, Literal

from relay.records import Side

Shown = Literal["waiting", "held", "returned", "declined", "approved", "offered", "released", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter of the story."""

    by: Side
    language: Literal["en", "fr"]
    shown: Shown
    text: str
    note: str = ""  # the mediator's, where the state has one


LETTERS: Final = (
    Letter(
        by=Side.HARMED,
        language="fr",
        shown="released",
        text=(
            "Bonjour,\n\n"
            "Je m’appelle Camille dans cet échange. Vous êtes entré chez moi un soir de novembre, et "
            "j’étais dans la pièce d’à côté.\n\n"
            "Pendant des mois, j’ai vérifié la porte trois fois avant de dormir. Ma fille me "
            "demandait pourquoi. "
            "Je ne savais pas quoi lui dire.\n\n"
            "J’ai une question qui me revient souvent : pourquoi cette maison? J’aimerais une "
            "réponse simple et vraie."
        ),
        note="A letter of about one page. It describes the evening and asks one question.",
    ),
    Letter(
        by=Side.RESPONSIBLE,
        language="en",
        shown="offered",
        text=(
            "Hello,\n\n"
            "I read your letter twice. The mediator sat with me the first time.\n\n"
            "You asked why your house. The honest answer is that there was no reason that had to "
            "do with you. The light was off "
            "and I thought nobody was there. I did not think about who lived in it. That was "
            "wrong, and it was my choice.\n\n"
            "I did not know that your daughter was told anything. I am responsible for what "
            "those months were like for both of you."
        ),
        note=(
            "Une lettre d’environ une page, en anglais. Elle répond à votre question. "
            "Elle parle un peu de la soirée, sans nommer la rue."
        ),
    ),
    Letter(
        by=Side.RESPONSIBLE,
        language="en",
        shown="returned",
        text=(
            "Hello,\n\n"
            "I have been working in the shop here. I wanted to tell you about the bus I used to "
            "take, the one that stops at the end "
            "of your street."
        ),
        note=(
            "The part about the bus could frighten the person who reads it. Could you write "
            "about what you are doing now instead?"
        ),
    ),
    Letter(
        by=Side.HARMED,
        language="fr",
        shown="waiting",
        text=(
            "Bonjour,\n\n"
            "J’ai repensé à ce que j’ai écrit. Il y a une chose que je n’ai pas dite : le "
            "collier qui a disparu était à ma "
            "grand-mère. Il ne valait presque rien. Savez-vous ce qu’il est devenu?\n\n"
            "Vous n’êtes pas obligé de répondre."
        ),
    ),
    Letter(
        by=Side.RESPONSIBLE,
        language="fr",
        shown="held",
        text=(
            "Bonjour,\n\n"
            "J’écris en français parce que c’est votre langue. Un ami m’a aidé avec les accents. "
            "Je voulais dire que je comprends "
            "si le silence est ce qu’il vous faut."
        ),
        note="À relire avec une collègue avant la rencontre de décembre.",
    ),
    Letter(
        by=Side.HARMED,
        language="fr",
        shown="withdrawn",
        text="Cette lettre a été retirée par la personne qui l’a écrite. Personne ne peut plus l’ouvrir.",
    ),
)

DRAFT: Final = Letter(
    by=Side.HARMED,
    language="fr",
    shown="waiting",
    text="Bonjour,\n\nJe ne sais pas encore comment commencer. Peut-être par",
)
