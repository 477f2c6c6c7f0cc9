# SPDX-License-Identifier: EUPL-1.2
"""Sealing and opening chunks, in both languages, beside raw AES-GCM over the same bytes."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.harness import Figure, compare, rounds
from relay.crypto.box import chunk_nonce
from relay.crypto.stream import open_chunk, part_keys, seal_chunk

_CHUNK: Final = 65_536
_WEB: Final = Path(__file__).parent.parent / "web"


def measure(*, reps: int, chunks: int) -> list[Figure]:
    """Compare MiB a second over ``chunks`` chunks of 64 KiB."""
    return [*_python(reps=reps, chunks=chunks), *_typescript(reps=reps, chunks=chunks)]


def _python(*, reps: int, chunks: int) -> list[Figure]:
    keys = part_keys(os.urandom(32), salt=os.urandom(32), context=b"{}")
    plain, raw = os.urandom(_CHUNK), AESGCM(keys.key)
    nonces = [chunk_nonce(keys.nonce, index=at, last=at == chunks - 1) for at in range(chunks)]
    sealed = [raw.encrypt(nonce, plain, None) for nonce in nonces]
    sealing = _side_by_side(
        lambda at: seal_chunk(keys, plain, index=at, last=at == chunks - 1),
        lambda at: raw.encrypt(nonces[at], plain, None),
        reps=reps,
        chunks=chunks,
    )
    opening = _side_by_side(
        lambda at: open_chunk(keys, sealed[at], index=at, last=at == chunks - 1),
        lambda at: raw.decrypt(nonces[at], sealed[at], None),
        reps=reps,
        chunks=chunks,
    )
    return [
        compare(sealing, id_="K1", what="seal, Python", peer="raw AES-GCM", unit="MiB/s"),
        compare(opening, id_="K2", what="open, Python", peer="raw AES-GCM", unit="MiB/s"),
    ]


def _side_by_side(
    ours: Callable[[int], bytes], raw: Callable[[int], bytes], *, reps: int, chunks: int
) -> dict[str, list[float]]:
    def rate(run: Callable[[int], bytes]) -> float:
        began = time.perf_counter()
        for at in range(chunks):
            run(at)
        return chunks * _CHUNK / 2**20 / (time.perf_counter() - began)

    return rounds({"ours": lambda: rate(ours), "raw AES-GCM": lambda: rate(raw)}, reps=reps)


def _typescript(*, reps: int, chunks: int) -> list[Figure]:
    found: dict[str, dict[str, list[float]]] = json.loads(run_typescript("sealing.ts", reps, chunks))
    return [
        compare(found["seal"], id_="K3", what="seal, TypeScript", peer="raw WebCrypto", unit="MiB/s"),
        compare(found["open"], id_="K4", what="open, TypeScript", peer="raw WebCrypto", unit="MiB/s"),
    ]


def run_typescript(name: str, *arguments: int) -> str:
    """Bundle a script of ``web/bench`` for Node, run it, and return what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bench.mjs"
        bundle_typescript(name, script, platform="node", form="esm")
        command = ["node", str(script), *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def bundle_typescript(name: str, into: Path, *, platform: str, form: str) -> None:
    """Make one file of a script of ``web/bench``, for Node or for a browser."""
    bundle = ["node_modules/.bin/rolldown", f"bench/{name}", "--file", str(into)]
    shape = ["--platform", platform, "--format", form]
    subprocess.run([*bundle, *shape], cwd=_WEB, check=True, capture_output=True)
