# SPDX-License-Identifier: EUPL-1.2
"""A server that lies: every way in which it can, and that nobody is shown anything by it."""
