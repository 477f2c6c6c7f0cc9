# SPDX-License-Identifier: EUPL-1.2
"""What accepting a message costs besides framework and disk: step by step, beside the signature check alone.

One of everything that a message with three recipients brings, on bytes made here.
"""

import os
import time
from collections.abc import Callable
from typing import Final

import msgspec

from bench.harness import Figure, compare, rounds
from relay.crypto.box import seal_box
from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import encode_envelope, sign, verify
from relay.protocol import wire
from relay.protocol.manifest import Manifest, Part, build_manifest, parse_manifest

_TIMES: Final = 200
_HEADER_BYTES: Final = 16_464
_WRAP_BYTES: Final = 1_168
_WRAPS: Final = 3
_PEER: Final = "Ed25519 check"


def measure(*, reps: int) -> list[Figure]:
    """Time each step ``reps`` rounds, taking turns with the check of one signature."""
    seed = os.urandom(32)
    key = signing_public_key(seed)
    signed = sign(seed, "manifest", body=_manifest(key))
    header, wrap = os.urandom(_HEADER_BYTES), os.urandom(_WRAP_BYTES)
    asked = _request(signed.body, signed.sig, header=header, wrap=wrap)
    decoder = msgspec.json.Decoder(wire.NewMessage)
    texts = [b64u(header), *[b64u(wrap)] * _WRAPS]
    steps: dict[str, Callable[[], object]] = {
        "read the JSON strictly": lambda: decoder.decode(asked),
        "bytes from base64url": lambda: [unb64u(text) for text in texts],
        "read the manifest": lambda: parse_manifest.__wrapped__(signed.body),
        "hash the header": lambda: tagged_hash("header", header),
        "box header and wraps again": lambda: [_boxed(one) for one in (header, *[wrap] * _WRAPS)],
        "envelope to keep": lambda: encode_envelope(signed),
    }
    found: list[Figure] = []
    for place, (name, step) in enumerate(steps.items(), start=1):
        timed = rounds(
            {"ours": _timer(step), _PEER: _timer(lambda: verify(signed, "manifest", public_key=key))},
            reps=reps,
        )
        found.append(compare(timed, id_=f"S{place}", what=name, peer=_PEER, unit="µs"))
    return found


def _timer(step: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        began = time.thread_time()
        for _ in range(_TIMES):
            step()
        return (time.thread_time() - began) / _TIMES * 1e6

    return timed


def _boxed(content: bytes) -> bytes:
    return seal_box(bytes(32), content, label="stored", context=b"{}" * 40, salt=bytes(32))


def _manifest(key: bytes) -> bytes:
    ident, digest = b64u(bytes(16)), b64u(bytes(32))
    return build_manifest(
        Manifest(
            programme=ident,
            case=ident,
            message=ident,
            sender=ident,
            addressees=(ident,),
            channel="letter",
            class_="original",
            wk=b64u(key),
            parts=(Part(salt=digest, commitment=digest, count=1, root=digest),),
            header_hash=digest,
            supersedes=None,
            derived_from=None,
            directory=digest,
            directory_epoch=1,
            policy=digest,
            policy_version=1,
            day="2026-01-01",
        )
    )


def _request(body: bytes, sig: bytes, *, header: bytes, wrap: bytes) -> bytes:
    envelope = wire.Envelope(body=b64u(body), key=b64u(bytes(32)), sig=b64u(sig))
    recipients = [wire.Wrap(purpose="review", recipient=b64u(bytes(32)), wrap=b64u(wrap))] * _WRAPS
    return msgspec.json.encode(wire.NewMessage(manifest=envelope, header=b64u(header), wraps=recipients))
