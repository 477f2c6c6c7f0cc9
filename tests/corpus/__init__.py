# SPDX-License-Identifier: EUPL-1.2
"""A corpus of our own: letters that hide something, in 22 ways, and honest ones in four languages."""
