# SPDX-License-Identifier: EUPL-1.2
"""A secure asynchronous message relay for restorative justice."""

__version__ = "0.1.0"
