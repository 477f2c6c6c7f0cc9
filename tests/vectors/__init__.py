# SPDX-License-Identifier: EUPL-1.2
"""Shared vectors: cases that both languages read, and what writes and runs them in Python."""
