# SPDX-License-Identifier: EUPL-1.2
"""What travels of made words: the author's yes to them, and what an interpreter may render.

As ``wire``, to which this belongs; ``web/src/protocol/wire_made.ts`` is made from it.
"""

# pyright: reportGeneralTypeIssues=false

from typing import Annotated

import msgspec

from relay.protocol.wire import Count, Envelope, Id16, MessageView, Wire


class ConfirmationPost(Wire):
    """The author's signed confirmation, sealed under the message's own content key."""

    box: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=5_462)]
    version: Count


class GrantView(Wire):
    """One message that I may open until a day."""

    message: Id16
    until: str
    statement: Envelope


class Grants(Wire):
    """What I may open as an interpreter, and what I made."""

    grants: list[GrantView]
    made: list[MessageView]
