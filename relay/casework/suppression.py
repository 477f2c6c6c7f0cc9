# SPDX-License-Identifier: EUPL-1.2
"""How a count is shown to somebody who may know how much there is, but not about whom: pure rules.

Two rules, and no third. A count below ``FEW`` is never shown, not even as 0; every other is rounded
down to a multiple of ``STEP``. A sum is withheld as soon as one of its parts is hidden: then no
line that is shown holds a hidden part, and whoever knows these rules and every other number still
finds each of 0 to ``FEW - 1`` possible for it. What is shown depends on nothing else. Source: docs/adr/0019.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FEW: Final = 5
STEP: Final = 5


class How(StrEnum):
    """How a count is shown."""

    FEW = "few"  # fewer than ``FEW``
    SOME = "some"  # at least so many, and fewer than ``STEP`` more
    WITHHELD = "withheld"  # it would tell a part that is hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A count as it is shown; ``least`` is 0 unless it is ``SOME``."""

    how: How
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """Parts of a sum as they are shown, and the sum."""

    parts: tuple[Shown, ...]
    total: Shown


_FEW: Final = Shown(how=How.FEW, least=0)
_WITHHELD: Final = Shown(how=How.WITHHELD, least=0)


def show_count(count: int) -> Shown:
    """Return a count that no other number is the sum or a part of."""
    if count < FEW:
        return _FEW
    return Shown(how=How.SOME, least=count // STEP * STEP)


def show_line(parts: Sequence[int], *, total: int) -> ShownLine:
    """Return the parts of a sum, and the sum where it tells nothing of them.

    Args:
        parts: each 0 or more; at least one.
        total: what they come to; the ledger may have counted it a moment before or after them.
    """
    shown = tuple(show_count(part) for part in parts)
    if any(part.how is How.FEW for part in shown):
        return ShownLine(parts=shown, total=_WITHHELD)
    return ShownLine(parts=shown, total=show_count(total))
