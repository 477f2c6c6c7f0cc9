# SPDX-License-Identifier: EUPL-1.2
"""Who is listening for changes, and what each has not been told yet.

A change names a thing, never what became of it; who is told is decided below, by
comparing what each person could see before and after. What waits is a set, bounded: who
falls too far behind is let go, comes back and asks for everything.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from relay.protocol.wire import Change, ChangeKind
from relay.records import Hash, MessageId, PersonId, Role, Session

_MOST_WAITING: Final = 256
_MOST_A_SESSION: Final = 6


@dataclass(slots=True, eq=False)
class Listener:
    """One open event stream."""

    person: PersonId
    role: Role
    session: Hash
    waiting: dict[tuple[ChangeKind, str], None] = field(default_factory=dict[tuple[ChangeKind, str], None])
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    over: bool = False

    def take(self) -> list[Change]:
        """Return what waits, and let it wait no longer."""
        taken = [Change(kind=kind, id=named) for kind, named in self.waiting]
        self.waiting.clear()
        self.awake.clear()
        return taken

    def hear(self, kind: ChangeKind, named: str) -> None:
        """Let a change wait; too many end the stream."""
        self.waiting[kind, named] = None
        self.over = self.over or len(self.waiting) > _MOST_WAITING
        self.awake.set()

    def end(self) -> None:
        """Let the stream end."""
        self.over = True
        self.awake.set()


@dataclass(slots=True, eq=False)
class Listeners:
    """The open event streams of one process, by person."""

    everybody: dict[PersonId, list[Listener]] = field(default_factory=dict[PersonId, list[Listener]])

    def enter(self, session: Session) -> Listener:
        """Add a stream; the oldest of the same session has to go when there are many."""
        listener = Listener(person=session.person, role=session.role, session=session.id)
        mine = self.everybody.setdefault(session.person, [])
        same = [other for other in mine if other.session == session.id and not other.over]
        if len(same) >= _MOST_A_SESSION:
            same[0].end()
        mine.append(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Remove a stream."""
        mine = self.everybody.get(listener.person, [])
        if listener in mine:
            mine.remove(listener)
        if not mine:
            self.everybody.pop(listener.person, None)

    def tell_message(self, message: MessageId, people: Iterable[PersonId]) -> None:
        """Tell people that their own view of a message has changed; fits ``Desk.tell``."""
        self.tell("message", message, people)

    def tell(self, kind: ChangeKind, named: str, people: Iterable[PersonId]) -> None:
        """Tell people that a thing has changed."""
        for person in people:
            for listener in self.everybody.get(person, ()):
                listener.hear(kind, named)

    def tell_role(self, kind: ChangeKind, named: str, role: Role) -> None:
        """Tell all of one role who listen."""
        for mine in tuple(self.everybody.values()):
            for listener in mine:
                if listener.role is role:
                    listener.hear(kind, named)

    def tell_everybody(self, kind: ChangeKind, named: str) -> None:
        """Tell all who listen."""
        self.tell(kind, named, tuple(self.everybody))

    def session_ended(self, session: Hash) -> None:
        """End the streams of a session."""
        self._end(lambda listener: listener.session == session)

    def close(self) -> None:
        """End every stream: the server stops."""
        self._end(lambda _: True)

    def _end(self, chosen: Callable[[Listener], bool]) -> None:
        for mine in tuple(self.everybody.values()):
            for listener in tuple(mine):
                if chosen(listener):
                    listener.end()
