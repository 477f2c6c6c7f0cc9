# SPDX-License-Identifier: EUPL-1.2
"""Six words that may stand on somebody's paper: drawn again when one of them could hurt who copies it.

The lists stay as they are, so that every phrase ever made is still read. About one draw
in seven is repeated, which costs less than a quarter of a bit.
Twin: ``web/src/relay/kind_words.ts``.
"""

import secrets
from collections.abc import Callable, Mapping
from typing import Final

from relay.crypto.passphrase import Language, generate_words

_RANDOM_BYTES: Final = 64
_TRIES: Final = 16


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HURTFUL: Final[Mapping[Language, frozenset[str]]] = {
    "en": _words(
        """
    agonize agonizing agony anger angrily armed arrest battered battering battle bonehead bruising bully
    coma cringe crook crying curse danger deface defame degraded degrading demeaning denial depress despair
    disgrace dismay distrust drown enrage evil filth flinch frighten frightful frisk gore groom grope
    hardcore harmful harmless haunt helpless humiliate imprison judge lash lubricant lubricate lurk
    lustfully lustily lustiness lusty maimed moaner moaning mobster mocker mortality mortally mortician
    mortified mortify mortuary mutilated mutilator nastily nastiness numbing numbness obsessed obsession
    obsessive oppressed oppressor outrage overpower panic pleading poison pounce pouncing prison probation
    provoke provoking prowler prowling punch punisher regretful relapse relapsing repent repulsive retaliate
    sadden sadness scared scarily scariness scary scolding scorn sedate sedation sedative seduce seducing
    shank sinner slander slapping slashed slashing snooper startle startling stranger struggle stunned
    subdued sufferer suffering suspect taunt theft thrash traitor trapped trapping tremble trembling
    trespass trickery undress unharmed unlawful unsafe unwanted villain wince wreckage wrongdoer wronged
    wrongful wrongly wrongness yelling
        """
    ),
    "fr": _words(
        """
    abattre affolant affoler agonie agoniser alarmant arnaque arnaquer atroce attaque attaquer bagarre
    bagarrer bagnard bagne balafrer barbare barbarie battre battu battue brimade brimer brutal brute cagoule
    canaille captif captive cogner coup crainte craintif crapule crever cruel cruelle danger domina dominant
    domine douleur drame drogue effondra effraie effraya effrayer effroi enfer enferma enfermer ennemi
    ennemie enrage fautif fautive fouet fouetta fouette fouetter foutu foutue frauda frauder fraudeur fuir
    fureur furie furieux griffure guetta guetter guetteur hache hachette haineux hante hanter harcela
    harceler hargne hargneux honte honteux horreur horrible humilier hurla hurlant hurlante hurle hurler
    idiotie immole immoler infamie infect injure ivre ivrogne juge jugea jugement juger jugera larme
    lubrifia lubrifie lubrique macabre malheur martyr matraqua matraque maudire maudit maudite menace
    menacer menteur mentir meurt morbide moribond mortifia mortifie mourant mourante mourir mouroir odieux
    orphelin outrage panique parjure peine peiner pend pendre perturba perverti peur peureux plainte pleur
    pleura pleurer pleureur poing proie puni punie punir punitif punition punitive race racial raciale
    raciaux racket rafle rage rancoeur rancune rapt regret remord rixe taule terreur terrible tombal tombe
    tourment tragique trahi trahie trahir traque traquer traqueur trauma trembla tremble trembler truand
    truander tuerie vandale vaurien verdict veuvage veuve vile vilement vilenie voler voleur voyou
        """
    ),
}


def kind_words(language: Language, *, random: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """Draw six words, none of which could hurt.

    Args:
        language: which list.
        random: returns as many random bytes as it is asked for.
    """
    drawn = generate_words(random(_RANDOM_BYTES), language=language)
    for _ in range(_TRIES - 1):
        if HURTFUL[language].isdisjoint(drawn.split()):
            break
        drawn = generate_words(random(_RANDOM_BYTES), language=language)
    return drawn
