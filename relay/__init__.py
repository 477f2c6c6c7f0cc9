# SPDX-License-Identifier: EUPL-1.2
"""A secure asynchronous message relay for restorative justice."""

from typing import Final

__version__: Final = "0.1.0"
