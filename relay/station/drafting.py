# SPDX-License-Identifier: EUPL-1.2
"""A sealed draft: what an author has not finished, under their own key, kept by the relay.

Twin: ``web/src/relay/draft_store.ts``.
"""

import json
import secrets
from typing import Final

from relay.crypto.encoding import b64u
from relay.protocol import wire
from relay.protocol.root import programme_of
from relay.protocol.unlocking import draft_context, seal_draft
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


def _context(keyring: Keyring, message: str) -> bytes:
    return draft_context(keyring.account, programme_of(keyring.fingerprint), message=message)
