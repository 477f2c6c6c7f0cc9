# SPDX-License-Identifier: EUPL-1.2
"""Pure cryptography of ``rj-relay/v1``: no I/O, no clock, no randomness of its own.

Twin: ``web/src/crypto``. Shared vectors: ``tests/vectors``.
"""
