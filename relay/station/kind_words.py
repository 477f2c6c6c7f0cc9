# SPDX-License-Identifier: EUPL-1.2
"""Six words that may stand on somebody's paper: drawn again when one of them could hurt who copies it.

The lists stay as they are, so that every phrase ever made is still read. About 4 in 100
draws are repeated, which costs less than a tenth of a bit.
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
    armed battered battering battle bonehead bruising grope lubricant lubricate mortality mortally
    mortician mortified mortify mortuary prison punch scared scarily scariness scary shank slapping stranger
        """
    ),
    "fr": _words(
        """
    battre battu battue coup cruel cruelle haineux hargne hargneux honte honteux idiotie lubrifia lubrifie
    lubrique menace menacer meurt mortifia mortifie pend pendre peur peureux terreur tombe tuerie
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
