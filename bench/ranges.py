# SPDX-License-Identifier: EUPL-1.2
"""Reading stored chunks of a film, signed in and stoppable, beside servers that ask nobody; floors D1 and D2.

Ours opens the session, asks who may see the message, and looks before each piece whether it was taken back.
"""

import re
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.harness import Figure, Peer, compare, free_port, rounds, start
from bench.upload_peers import PEERS, start_naive, start_nginx, start_ours
from relay.review.desk import CHUNK_BYTES

_RATE: Final = re.compile(r"Requests/sec:\s+([\d.]+)")
_SPEED: Final = re.compile(r"Transfer/sec:\s+([\d.]+)(KB|MB|GB)")
_UNITS: Final = {"KB": 1 / 1024, "MB": 1.0, "GB": 1024.0}  # in MiB
_CONNECTIONS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """A server that has the file, and how it is asked for it."""

    peer: Peer
    url: str
    headers: Mapping[str, str]


def measure(*, reps: int, chunks: int, seconds: int) -> list[Figure]:
    """Read chunks at random over eight connections, then all of it over one, ``seconds`` each."""
    if shutil.which("wrk") is None:
        raise RuntimeError("needs Debian's wrk")
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        source = Path(folder) / "film"
        source.write_bytes(secrets.token_bytes(chunks * CHUNK_BYTES))
        shelves = _filled(Path(folder), source)
        try:
            return _ranges(shelves, reps=reps, chunks=chunks, seconds=seconds) + _whole(
                shelves, reps=reps, seconds=seconds
            )
        finally:
            for shelf in shelves.values():
                shelf.peer.stop()


def _filled(folder: Path, source: Path) -> dict[str, _Shelf]:
    ours, nginx, naive = (
        start_ours(folder / "ours"),
        start_nginx(folder / "nginx"),
        start_naive(folder / "naive"),
    )
    node = _start_node(folder)
    for place in (nginx.folder / "files", naive.folder):
        (place / source.name).hardlink_to(source)
    plain = {
        "nginx": (nginx.peer, f"/files/{source.name}"),
        "FileResponse": (naive.peer, f"/files/{source.name}"),
        "node": (node, f"/{source.name}"),
    }
    mine = _Shelf(
        peer=ours.peer,
        url=f"http://127.0.0.1:{ours.peer.port}{ours.keep(source)}",
        headers={"Host": ours.host, "Authorization": f"Bearer {ours.token}"},
    )
    others = {
        name: _Shelf(peer=peer, url=f"http://127.0.0.1:{peer.port}{path}", headers={})
        for name, (peer, path) in plain.items()
    }
    return {"ours": mine} | others


def _start_node(folder: Path) -> Peer:
    port = free_port()
    arguments = [str(PEERS / "send.mjs"), str(port), str(folder)]
    return start("node", arguments, port=port, log=folder / "node.log", program="node")


def _ranges(shelves: Mapping[str, _Shelf], *, reps: int, chunks: int, seconds: int) -> list[Figure]:
    cpu: dict[str, list[float]] = {name: [] for name in shelves}

    def run(name: str, shelf: _Shelf) -> float:
        spent = shelf.peer.cpu_seconds()
        said = _wrk(shelf, connections=_CONNECTIONS, chunks=chunks, seconds=seconds)
        rate = float(_found(_RATE, said)[1])
        cpu[name].append((shelf.peer.cpu_seconds() - spent) / (rate * seconds) * 1e6)
        return rate

    rates = rounds({name: lambda n=name, s=shelf: run(n, s) for name, shelf in shelves.items()}, reps=reps)
    peers = [name for name in shelves if name != "ours"]
    return [
        *(compare(rates, id_="D1", what="read a stored chunk", peer=peer, unit="/s") for peer in peers),
        *(
            compare(cpu, id_="D1-cpu", what="read a stored chunk: CPU", peer=peer, unit="µs")
            for peer in peers
        ),
    ]


def _whole(shelves: Mapping[str, _Shelf], *, reps: int, seconds: int) -> list[Figure]:
    cpu: dict[str, list[float]] = {name: [] for name in shelves}

    def run(name: str, shelf: _Shelf) -> float:
        spent = shelf.peer.cpu_seconds()
        said = _found(_SPEED, _wrk(shelf, connections=1, chunks=0, seconds=seconds))
        speed = float(said[1]) * _UNITS[said[2]]
        cpu[name].append((shelf.peer.cpu_seconds() - spent) / (speed * seconds) * 1024)
        return speed

    speeds = rounds({name: lambda n=name, s=shelf: run(n, s) for name, shelf in shelves.items()}, reps=reps)
    return [
        compare(speeds, id_="D2", what="read a whole film", peer="nginx", unit="MiB/s"),
        compare(cpu, id_="D2-cpu", what="read a whole film: CPU", peer="nginx", unit="s/GiB"),
    ]


def _wrk(shelf: _Shelf, *, connections: int, chunks: int, seconds: int) -> str:
    headers = [word for pair in shelf.headers.items() for word in pair]
    command = [
        "wrk",
        "-t1",
        f"-c{connections}",
        f"-d{seconds}s",
        "--timeout",
        "20s",
        "-s",
        str(PEERS / "ranges.lua"),
    ]
    done = subprocess.run(
        [*command, shelf.url, "--", str(chunks), *headers], capture_output=True, check=True, text=True
    )
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise RuntimeError(f"{shelf.peer.name} refused:\n{done.stdout}")
    return done.stdout


def _found(pattern: re.Pattern[str], said: str) -> re.Match[str]:
    found = pattern.search(said)
    if found is None:
        raise RuntimeError(f"wrk said something else:\n{said}")
    return found
