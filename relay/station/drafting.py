# SPDX-License-Identifier: EUPL-1.2
"""A sealed draft: what an author has not finished, under their own key, kept by the relay.

Twin: ``web/src/relay/draft_store.ts``.
"""

import json
import secrets
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.errors import MalformedError
from relay.protocol import wire
from relay.protocol.root import programme_of
from relay.protocol.unlocking import draft_context, open_draft, seal_draft
from relay.station.client import Client
from relay.station.keyring import Keyring
from relay.station.writing import Letter

SIZE_STEP: Final = 4_096
"""A stored draft's size says little of the words in it."""


async def save_draft(client: Client, keyring: Keyring, case: str, letter: Letter) -> str:
    """Seal and keep a first draft; return the message id that it will become."""
    message = b64u(secrets.token_bytes(16))
    content = {
        "addressee": letter.addressee,
        "case": case,
        "contentNote": letter.content_note,
        "language": letter.language,
        "supersedes": letter.supersedes,
        "text": letter.text,
    }
    text = json.dumps(content, ensure_ascii=False).encode("utf-8")
    padded = text.ljust((len(text) // SIZE_STEP + 1) * SIZE_STEP)
    box = seal_draft(keyring.master, padded, context=_context(keyring, message), salt=secrets.token_bytes(32))
    await client.put_draft(message, wire.DraftPut(case=case, box=b64u(box), version=0))
    return message


async def read_draft(client: Client, keyring: Keyring, message: str) -> Letter:
    """Fetch and open a draft of one's own.

    Raises:
        NotFoundError: there is none.
        CommitmentWrongError, SealBrokenError, MalformedError: not what was saved.
    """
    found = await client.draft(message)
    padded = open_draft(keyring.master, unb64u(found.box), context=_context(keyring, message))
    try:
        content = json.loads(padded)
        return Letter(
            text=content["text"],
            language=content["language"],
            addressee=content["addressee"],
            content_note=content["contentNote"],
            supersedes=content["supersedes"],
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise MalformedError(f"{message}: not a draft") from problem


def _context(keyring: Keyring, message: str) -> bytes:
    return draft_context(keyring.account, programme_of(keyring.fingerprint), message=message)
