# SPDX-License-Identifier: EUPL-1.2
"""The consent text that a manager signs: the programme's own, or the one that comes with this package."""

from importlib.resources import files
from pathlib import Path

from relay.crypto.signing import Statement
from relay.errors import MalformedError
from relay.protocol.consent_text import ConsentText, sign_consent_text
from relay.protocol.letter import normalise_letter


def consent_text_from(seed: bytes, *, programme: str, chosen: tuple[Path, Path] | None) -> Statement:
    """Return the text as a statement, line ends and spaces brought into form.

    Args:
        seed: the manager's, 32 bytes.
        programme: whose text it is.
        chosen: the files of the English and the French text; None: the text of this package.

    Raises:
        MalformedError: a file that is no UTF-8.
        WrongShapeError, HiddenTextError, NotNormalError: empty, too long, or with hidden characters.
    """
    own = files("relay.station").joinpath("consent")
    raw = [path.read_bytes() for path in (chosen or (own.joinpath("en.txt"), own.joinpath("fr.txt")))]
    en, fr = (normalise_letter(_text(one)) for one in raw)
    return sign_consent_text(seed, ConsentText(programme=programme, en=en, fr=fr))


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise MalformedError("a consent text that is not UTF-8") from None
