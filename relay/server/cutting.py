# SPDX-License-Identifier: EUPL-1.2
"""The registry of open downloads as this process needs it: done only when every cut connection is closed."""

from asyncio import sleep

from relay.records import MessageId
from relay.review.streams import Streams


class CuttingStreams(Streams):
    """The registry, waiting until every cut connection is really closed."""

    def has_ended(self, message: MessageId) -> bool:
        """Say whether ``message`` was taken back while this process ran."""
        return message in self._ended

    async def abort(self, message: MessageId) -> None:
        """Stop every open download of ``message``; none sends a byte after this returns."""
        await super().abort(message)
        await sleep(0)  # asyncio closes an aborted transport's socket in the loop's next turn
