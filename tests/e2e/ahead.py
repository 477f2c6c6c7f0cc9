# SPDX-License-Identifier: EUPL-1.2
"""Time that passes while nobody waits: the relay's clock and a page's, set forward together."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import pytest

from relay.assembly import running
from tests.e2e.browsers import Person

_SET_FORWARD: Final = """(seconds) => {
  const { now } = Date
  Date.now = () => now() + 1000 * seconds
}"""


@dataclass(slots=True)
class Ahead:
    """How far clocks are ahead of this machine's, in seconds."""

    seconds: int = 0

    async def pass_on(self, seconds: int, *people: Person) -> None:
        """Let time pass, for the relay and for these people's pages. No timer runs out by it."""
        self.seconds += seconds
        for who in people:
            await set_forward(who, seconds)


async def set_forward(who: Person, seconds: int) -> None:
    """Set a page's clock forward, and nothing else."""
    await who.page.evaluate(_SET_FORWARD, seconds)


@contextmanager
def ahead() -> Generator[Ahead]:
    """Have the relay that is started within the block follow a clock that can be set forward."""
    clock = Ahead()

    def steady(wall: Callable[[], int], _: Callable[[], float]) -> Callable[[], int]:
        return lambda: wall() + clock.seconds

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "steady", steady)
        yield clock
