# SPDX-License-Identifier: EUPL-1.2
"""The sweeper's round: what ``due`` names is run through the same service as any command."""

from relay.review.desk import Desk


async def sweep(desk: Desk) -> int:
    """Run every clock-driven command that is due, finish owed destructions; return how many."""
    raise NotImplementedError
