# SPDX-License-Identifier: EUPL-1.2
"""Open downloads, so that a withdrawal can stop them before it is acknowledged.

Who sends content enters ``sending`` first, calls ``check`` before every chunk and
leaves when done. ``abort`` marks every open one as stopped, calls its own ``stop`` (the
transport's abort, so that nothing stays in a send buffer) and, from then on, lets
nobody in for that message.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, Self

from relay.errors import WithdrawnError
from relay.records import MessageId


class OpenStreams(Protocol):
    """What a withdrawal needs of whoever is sending."""

    async def abort(self, message: MessageId) -> None:
        """Stop every open download of ``message``; none sends a byte after this returns."""
        ...


@dataclass(slots=True, eq=False)
class Stream:
    """One download under way, for as long as it is entered.

    A class, and no decorated generator: a film is read in hundreds of ranges, and each enters one.
    """

    message: MessageId
    stop: Callable[[], None]
    _open: dict[MessageId, set["Stream"]]
    stopped: bool = False

    def __enter__(self) -> Self:
        """Be found by a withdrawal from now on."""
        self._open.setdefault(self.message, set()).add(self)
        return self

    def __exit__(self, *_: object) -> None:
        """Be found no more."""
        others = self._open.get(self.message, set())
        others.discard(self)
        if not others:
            self._open.pop(self.message, None)

    def check(self) -> None:
        """Refuse to send another chunk once the message was taken back.

        Raises:
            WithdrawnError: it was.
        """
        if self.stopped:
            raise WithdrawnError(f"{self.message}: taken back while it was being sent")


@dataclass(slots=True, eq=False)
class Streams:
    """The registry of one process; give the same one to the desk and to every sender."""

    _open: dict[MessageId, set[Stream]] = field(default_factory=dict[MessageId, set[Stream]])
    _ended: set[MessageId] = field(default_factory=set[MessageId])

    def sending(self, message: MessageId, *, stop: Callable[[], None]) -> Stream:
        """Return a place to hold while content of ``message`` is sent; it counts once it is entered.

        Enter *before* loading the message's state: then a withdrawal either finds this
        stream here, or was committed early enough for the load to see it.

        Args:
            message: whose content.
            stop: cuts the connection at once; called at most once, on abort.

        Raises:
            WithdrawnError: this message was taken back.
        """
        if message in self._ended:
            raise WithdrawnError(f"{message}: taken back")
        return Stream(message, stop, self._open)

    async def abort(self, message: MessageId) -> None:
        """Stop every open download of ``message``, and let no new one begin."""
        self._ended.add(message)
        for stream in tuple(self._open.get(message, ())):
            stream.stopped = True
            stream.stop()

    def open_count(self, message: MessageId) -> int:
        """Return how many downloads of ``message`` are under way."""
        return len(self._open.get(message, ()))
