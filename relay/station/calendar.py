# SPDX-License-Identifier: EUPL-1.2
"""The only clock of the Python clients."""

import time
from datetime import UTC, datetime, timedelta


def now() -> int:
    """Return whole seconds since 1970, UTC."""
    return int(time.time())


def today() -> str:
    """Return the day, UTC, as ``YYYY-MM-DD``."""
    return datetime.now(UTC).date().isoformat()


def day_after(days: int) -> str:
    """Return the day that lies ``days`` ahead, UTC."""
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat()
