# SPDX-License-Identifier: EUPL-1.2
"""An alarm that is put off at every sign of life, for hardly more than writing the time down.

A timer of the event loop costs more to set and cancel than a short read does. So one that runs is left to
find out by itself that its moment was put off, and waits for the rest.
"""

import asyncio
from collections.abc import Callable


class Alarm:
    """Calls ``then`` once, when its moment comes; for the running event loop."""

    def __init__(self, then: Callable[[], None]) -> None:
        self._then = then
        self._loop = asyncio.get_running_loop()
        self._due: float | None = None  # on the loop's clock
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_set(self) -> bool:
        """Say whether it will call."""
        return self._due is not None

    def set(self, seconds: float) -> None:
        """Call in so many seconds from now, instead of when it would have."""
        self._due = self._loop.time() + seconds
        if self._timer is not None and self._timer.when() > self._due:
            self._stop()
        if self._timer is None:
            self._timer = self._loop.call_at(self._due, self._look)

    def off(self) -> None:
        """Do not call, unless it is set again."""
        self._due = None

    def end(self) -> None:
        """Do not call, and leave no timer behind."""
        self._due = None
        self._stop()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._timer = None
        if self._due is None:
            return
        if self._loop.time() < self._due:
            self._timer = self._loop.call_at(self._due, self._look)
            return
        self._due = None
        self._then()
