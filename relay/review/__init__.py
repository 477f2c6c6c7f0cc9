# SPDX-License-Identifier: EUPL-1.2
"""How a message moves from its author to its addressee, and who may move it."""
