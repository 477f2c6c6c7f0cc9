# SPDX-License-Identifier: EUPL-1.2
"""One origin a role on one machine, so that storage and workers of the roles do not collide.

Browsers take every name under ``localhost`` for this machine. The Python clients here do not
ask a resolver: they connect to loopback and name the origin in the Host header.
"""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Final

from relay.demo.cast import MANAGER, NEWCOMER, PARTS
from relay.station.client import Client

LOOPBACK: Final = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everybody is found; all on one port."""

    port: int

    def origin(self, role: str) -> str:
        """Return the origin of a role, as browsers send it."""
        return f"http://{self._host(role)}"

    def origins(self) -> tuple[str, ...]:
        """Return all of them."""
        return tuple(self.origin(role) for role in (MANAGER, *PARTS, NEWCOMER))

    def client(self, role: str) -> AbstractAsyncContextManager[Client]:
        """Return a connection as a role's browser would make it."""
        return Client(f"http://{LOOPBACK}:{self.port}", host=self._host(role))

    def _host(self, role: str) -> str:
        return f"{role if role == MANAGER else f'{role}.localhost'}:{self.port}"
