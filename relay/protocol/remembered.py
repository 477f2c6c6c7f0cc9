# SPDX-License-Identifier: EUPL-1.2
"""Statements of trust that are read again and again, each read once: remembered by their bytes.

Bytes never change their meaning, so nothing here can grow old; who verified them is the caller's affair.
"""

from functools import lru_cache

from relay.crypto.signing import Statement, decode_envelope
from relay.protocol.directory import MAX_DIRECTORY_BYTES, Directory, parse_directory
from relay.protocol.policy import Policy, parse_policy
from relay.protocol.root import Root, parse_root


@lru_cache(maxsize=256)
def decoded(envelope: bytes) -> Statement:
    """Return what an envelope holds, up to the size of a directory; raises as ``decode_envelope``."""
    return decode_envelope(envelope, max_body_bytes=MAX_DIRECTORY_BYTES)


@lru_cache(maxsize=4)
def root_of(body: bytes) -> Root:
    """Read a root; raises as ``parse_root``."""
    return parse_root(body)


@lru_cache(maxsize=4)
def directory_of(body: bytes) -> Directory:
    """Read a directory; raises as ``parse_directory``."""
    return parse_directory(body)


@lru_cache(maxsize=256)
def policy_of(body: bytes) -> Policy:
    """Read a policy; raises as ``parse_policy``."""
    return parse_policy(body)
