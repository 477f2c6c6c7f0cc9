# SPDX-License-Identifier: EUPL-1.2
"""The story with another statement in its inner header; everything after it made from that."""

from dataclasses import dataclass, replace
from functools import cached_property

from relay.crypto.encoding import unb64u
from relay.crypto.keys import withdraw_seed
from relay.crypto.signing import Statement, sign
from relay.protocol.header import header_hash, seal_header
from relay.protocol.manifest import build_manifest, message_context, parse_manifest
from relay.protocol.opening import StoredMessage
from relay.protocol.sealing import SealedMessage
from tests.vectors.story import Story, a_story
from tests.vectors.world import CONTENT_KEY, master, seed


@dataclass(frozen=True, kw_only=True)
class Retold(Story):
    """A story that carries a header made elsewhere."""

    header: Statement

    @cached_property
    def sealed(self) -> SealedMessage:
        """Return the same parts under a manifest that names the other header."""
        told = a_story().sealed
        manifest = parse_manifest(told.manifest.body)
        context = message_context(manifest)
        box = seal_header(CONTENT_KEY, self.header, context=context, salt=seed("header salt"))
        body = build_manifest(replace(manifest, header_hash=header_hash(box)))
        wk = withdraw_seed(master("author"), unb64u(manifest.message))
        return SealedMessage(
            manifest=sign(wk, "manifest", body=body),
            stored=StoredMessage(header=box, parts=told.stored.parts),
        )


def with_header(header: Statement) -> Retold:
    """Return the story with that header."""
    return Retold(header=header)
