# SPDX-License-Identifier: EUPL-1.2
"""Faults on order, for the memory backends: what tests ask for happens once, at its turn."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from enum import Enum

from relay.errors import StorageFullError
from relay.storage.contract import StorageBrokenError


class Fault(Enum):
    """What goes wrong in one call of a port."""

    BEFORE = "before"  # fails, and nothing is kept
    AFTER = "after"  # is kept, but the caller is told that it failed
    FULL = "full"  # there is no room
    SLOW = "slow"  # waits until ``Faults.go_on`` is set, then works


class Faults:
    """A list of faults to come; none unless a test plans one."""

    def __init__(self) -> None:
        self._planned: list[tuple[str, Fault]] = []
        self.go_on = asyncio.Event()

    def plan(self, operation: str, fault: Fault) -> None:
        """Let the next call of ``operation`` (``commit``, ``destroy`` …) meet ``fault``."""
        self._planned.append((operation, fault))

    @asynccontextmanager
    async def around(self, operation: str) -> AsyncGenerator[None]:
        """Stand around the work of ``operation`` and fail it as planned."""
        fault = self._next(operation)
        if fault is Fault.SLOW:
            await self.go_on.wait()
        if fault is Fault.FULL:
            raise StorageFullError("planned: the disk is full")
        if fault is Fault.BEFORE:
            raise StorageBrokenError("planned: failed before anything was kept")
        yield
        if fault is Fault.AFTER:
            raise StorageBrokenError("planned: kept, and failed after")

    def _next(self, operation: str) -> Fault | None:
        for place, (planned, fault) in enumerate(self._planned):
            if planned == operation:
                del self._planned[place]
                return fault
        return None
