# SPDX-License-Identifier: EUPL-1.2
"""The command line, in English and French; the only place that prints."""

from relay.cli.entry import main

__all__ = ["main"]
