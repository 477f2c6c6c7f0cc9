# SPDX-License-Identifier: EUPL-1.2
"""Accepting and listing, durable, beside a bare echo and one commit a request; floors M1 and M2.

*Accept* is what the relay does when a sealed message arrives: the manifest's signature and
references, the inner header and the wraps boxed under a fresh shred key in the slot file,
records and a chained event in one durable commit. Peers take the same bytes.
"""

import asyncio
import secrets
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from bench.harness import Figure, Peer, compare, free_port, start
from bench.loader import Load, request, send
from relay.crypto.encoding import b64u
from relay.demo.addresses import Addresses
from relay.demo.cast import read_cast
from relay.demo.hands import Hand, hand_of
from relay.protocol import wire
from relay.station.writing import Letter, seal_letter

_PEERS: Final = Path(__file__).parent / "peers"
_CONNECTIONS: Final = 32
_DRAFT_BYTES: Final = 4096
_DRAFTS: Final = (
    80  # written again and again: an account has a hundred at most, and more than the connections
)
_WORDS: Final = "Bonjour,\n\n" + "Une phrase de la lettre. " * 20
_READY_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Requests for the relay, in rounds, and the bodies that the peers take."""

    accepts: list[list[bytes]]
    first_drafts: list[bytes]
    drafts: list[list[bytes]]
    lists: list[list[bytes]]
    bodies: list[list[bytes]]
    draft_bodies: list[list[bytes]]


def measure(*, reps: int, requests: int) -> list[Figure]:
    """Send ``requests`` of each kind to each server, ``reps`` rounds taking turns."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        peers = _started(Path(folder))
        try:
            _wait_until_ready(Path(folder) / "ours.log")
            prepared = asyncio.run(_prepare(Path(folder), peers["ours"].port, reps=reps, requests=requests))
            first = asyncio.run(send(prepared.first_drafts, port=peers["ours"].port, connections=1))
            if first.refused:
                raise RuntimeError(f"ours: {first.refused} drafts were refused")
            return _figures(peers, prepared, reps=reps)
        finally:
            for peer in peers.values():
                peer.stop()


def _started(folder: Path) -> dict[str, Peer]:
    ports = {name: free_port() for name in ("ours", "echo", "one commit each")}
    commands = {
        "ours": ["-m", "relay.cli", "demo", "--folder", str(folder / "demo"), "--port", str(ports["ours"])],
        "echo": [str(_PEERS / "echo.py"), str(ports["echo"])],
        "one commit each": [str(_PEERS / "sqlite_each.py"), str(ports["one commit each"]), str(folder)],
    }
    return {
        name: start(name, command, port=ports[name], log=folder / f"{name}.log")
        for name, command in commands.items()
    }


async def _prepare(folder: Path, port: int, *, reps: int, requests: int) -> Prepared:
    addresses, cast = Addresses(port), read_cast(folder / "demo")
    if cast is None:
        raise RuntimeError("the demonstration left no cast")
    async with hand_of(addresses, cast, "victim") as author:
        reader = cast.players["responsible"].person
        rounds_ = range(reps)
        bodies = [[_letter(author, cast.case, reader) for _ in range(requests)] for _ in rounds_]
        drafts = [
            [_draft(cast.case, version=1 + (rep * requests + at) // _DRAFTS) for at in range(requests)]
            for rep in rounds_
        ]
        names = [b64u(secrets.token_bytes(16)) for _ in range(_DRAFTS)]
        host, token = addresses.origin("victim").removeprefix("http://"), author.client.token

        def ours(method: str, path: str, body: bytes = b"") -> bytes:
            return request(method, path, host=host, body=body, token=token)

        def kept(name: str, body: bytes) -> bytes:
            return ours("PUT", f"/v1/drafts/{name}", body)

        return Prepared(
            accepts=[[ours("POST", "/v1/messages", body) for body in each] for each in bodies],
            first_drafts=[kept(name, _draft(cast.case, version=0)) for name in names],
            drafts=[
                [kept(names[(rep * requests + at) % _DRAFTS], body) for at, body in enumerate(each)]
                for rep, each in enumerate(drafts)
            ],
            lists=[[ours("GET", f"/v1/messages?case={cast.case}")] * requests for _ in rounds_],
            bodies=bodies,
            draft_bodies=drafts,
        )


def _wait_until_ready(log: Path) -> None:
    for _ in range(int(_READY_SECONDS * 10)):
        if "Ready after" in log.read_text("utf-8"):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the relay was not ready:\n{log.read_text('utf-8')[-2000:]}")


def _letter(author: Hand, case: str, reader: str) -> bytes:
    letter = Letter(text=_WORDS, language="fr", addressee=reader)
    return msgspec.json.encode(seal_letter(author.keyring, author.believed, case, letter).begin)


def _draft(case: str, *, version: int) -> bytes:
    box = b64u(secrets.token_bytes(_DRAFT_BYTES))
    return msgspec.json.encode(wire.DraftPut(case=case, box=box, version=version))


@dataclass(slots=True)
class _Samples:
    rate: dict[str, list[float]]
    p99: dict[str, list[float]]
    p50: dict[str, list[float]]
    cpu: dict[str, list[float]]


def _figures(peers: dict[str, Peer], prepared: Prepared, *, reps: int) -> list[Figure]:
    for peer in peers.values():
        peer.forget_peak()
    before = peers["ours"].peak_mib()
    accept = _rounds(peers, prepared.accepts, prepared.bodies, path="/accept", reps=reps)
    draft = _rounds(peers, prepared.drafts, prepared.draft_bodies, path="/accept", reps=reps)
    listing = _rounds(
        peers, prepared.lists, [[b""] * len(each) for each in prepared.lists], path="/list", reps=reps
    )
    grown = peers["ours"].peak_mib() - before
    return [
        *_pair(accept, "M1", "accept a sealed message (22 KiB)"),
        *_pair(draft, "M1d", "write a sealed draft over (4 KiB)"),
        *_pair(listing, "M1l", "list a case"),
        _latency(accept, "M2", "accept, p99 beside the peer's p50"),
        _latency(draft, "M2d", "draft, p99 beside the peer's p50"),
        Figure(
            id="M-mem",
            what="memory grown over the run",
            peer="budget",
            unit="MiB",
            ours=grown,
            theirs=64.0,
            ratio=grown / 64.0,
        ),
    ]


def _rounds(
    peers: dict[str, Peer], ours: list[list[bytes]], bodies: list[list[bytes]], *, path: str, reps: int
) -> _Samples:
    found = _Samples(*(dict[str, list[float]]((name, []) for name in peers) for _ in range(4)))
    for rep in range(reps):
        for name, peer in peers.items():
            sent = ours[rep] if name == "ours" else list(_for_peer(peer, path, bodies[rep]))
            spent = peer.cpu_seconds()
            load = asyncio.run(send(sent, port=peer.port, connections=_CONNECTIONS))
            _note(found, name, load, cpu=peer.cpu_seconds() - spent)
    return found


def _for_peer(peer: Peer, path: str, bodies: Iterable[bytes]) -> Iterable[bytes]:
    for body in bodies:
        yield request("POST" if body else "GET", path, host=f"127.0.0.1:{peer.port}", body=body)


def _note(found: _Samples, name: str, load: Load, *, cpu: float) -> None:
    if load.refused:
        raise RuntimeError(f"{name}: {load.refused} requests were refused")
    found.rate[name].append(load.rate)
    found.p99[name].append(load.percentile(0.99) * 1000)
    found.p50[name].append(load.percentile(0.50) * 1000)
    found.cpu[name].append(cpu / len(load.latencies) * 1e6)


def _pair(found: _Samples, id_: str, what: str) -> list[Figure]:
    return [
        *(
            compare(found.rate, id_=id_, what=what, peer=peer, unit="/s")
            for peer in ("echo", "one commit each")
        ),
        *(
            compare(found.cpu, id_=f"{id_}-cpu", what=f"{what}: CPU", peer=peer, unit="µs")
            for peer in ("echo", "one commit each")
        ),
    ]


def _latency(found: _Samples, id_: str, what: str) -> Figure:
    both = {"ours": found.p99["ours"], "one commit each": found.p50["one commit each"]}
    return compare(both, id_=id_, what=what, peer="one commit each", unit="ms")
