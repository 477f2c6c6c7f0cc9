# SPDX-License-Identifier: EUPL-1.2
"""One after the other, by name: what is counted and then added to must not be counted twice at once."""

from asyncio import Lock
from weakref import WeakValueDictionary


class Turns:
    """The turns of one process; a name that nobody holds or waits for takes no room."""

    def __init__(self) -> None:
        self._held: WeakValueDictionary[str, Lock] = WeakValueDictionary()

    def of(self, name: str) -> Lock:
        """Return what is held by whoever of ``name`` has the turn."""
        return self._held.setdefault(name, Lock())
