# SPDX-License-Identifier: EUPL-1.2
"""Uploads beside ``@tus/server``, nginx and a handler as one writes it first; floors U4, U6 and U8.

Ours is durable and its offset committed before each answer; no peer's is. The source lies in memory, the
targets on one disk; every upload is compared with its source once, and gone before the next begins.
"""

import hashlib
import secrets
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.harness import Figure, compare, rounds
from bench.sending import Pace, Piece, send_all, send_slowly
from bench.upload_peers import PIECE_BYTES, Target, start_all
from relay.review.desk import CHUNK_BYTES

_AT_ONCE: Final = 8
_SENDERS: Final = 100
_SLOW_CHUNKS: Final = 32
_PACE: Final = Pace(step_bytes=65_536, rest_seconds=0.1)
_MIB: Final = 1_048_576
_GIB: Final = 1024 * _MIB
_TAKES_SLOW_ONES: Final = ("ours", "@tus/server", "nginx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a round is sent: the lengths of its uploads, and the longest request."""

    id: str
    what: str
    lengths: tuple[int, ...]
    piece_bytes: int


def measure(*, reps: int, chunks: int) -> list[Figure]:
    """Send ``chunks`` sealed chunks a round to each server, in three ways and slowly, taking turns."""
    with (
        tempfile.TemporaryDirectory(dir="/var/tmp") as folder,
        tempfile.TemporaryDirectory(dir="/dev/shm") as memory,
    ):
        source = Path(memory) / "source"
        source.write_bytes(secrets.token_bytes(chunks * CHUNK_BYTES))
        targets = start_all(Path(folder))
        try:
            found = [figure for way in _ways(chunks) for figure in _compared(targets, way, source, reps=reps)]
            return found + _slow(targets, source, reps=reps)
        finally:
            for target in targets.values():
                target.peer.stop()


def _ways(chunks: int) -> list[Way]:
    whole = chunks * CHUNK_BYTES
    share = tuple(chunks // _AT_ONCE * CHUNK_BYTES for _ in range(_AT_ONCE))
    size = f"{whole // _MIB} MiB"
    return [
        Way(id="U4", what=f"upload {size} in one request", lengths=(whole,), piece_bytes=whole),
        Way(id="U4p", what=f"upload {size} in 8 MiB requests", lengths=(whole,), piece_bytes=PIECE_BYTES),
        Way(id="U4c", what=f"upload {size}, eight at once", lengths=share, piece_bytes=PIECE_BYTES),
    ]


@dataclass(slots=True)
class _Round:
    """One server's way of taking one way of sending: timed, and its processor time kept beside."""

    target: Target
    way: Way
    source: Path
    cpu: list[float]
    grown: list[float]
    checked: bool = False

    def run(self) -> float:
        """Return MiB a second."""
        uploads = self.target.begin(self.way.lengths, piece_bytes=self.way.piece_bytes)
        self.target.peer.forget_peak()
        before, spent = self.target.peer.peak_mib(), self.target.peer.cpu_seconds()
        seconds = _timed(uploads, self.target, self.source)
        total = sum(self.way.lengths)
        self.cpu.append((self.target.peer.cpu_seconds() - spent) / total * _GIB)
        self.grown.append(self.target.peer.peak_mib() - before)
        if not self.checked:
            _compare_bytes(self.target, uploads, self.source)
            self.checked = True
        self.target.end(uploads)
        return total / _MIB / seconds


def _timed(uploads: Sequence[Sequence[Piece]], target: Target, source: Path) -> float:
    began = time.perf_counter()
    send_all(uploads, source=source, host=target.host, port=target.peer.port)
    return time.perf_counter() - began


def _compare_bytes(target: Target, uploads: Sequence[Sequence[Piece]], source: Path) -> None:
    content = source.read_bytes()
    for pieces in uploads:
        wanted = hashlib.sha256(content[: pieces[-1].start + pieces[-1].length]).digest()
        kept = hashlib.sha256()
        for file in target.stored(pieces):
            kept.update(file.read_bytes())
        if kept.digest() != wanted:
            raise RuntimeError(f"{target.peer.name} kept other bytes than were sent")


def _compared(targets: Mapping[str, Target], way: Way, source: Path, *, reps: int) -> list[Figure]:
    each = {name: _Round(target, way, source, [], []) for name, target in targets.items()}
    rates = rounds({name: one.run for name, one in each.items()}, reps=reps)
    cpu = {name: one.cpu for name, one in each.items()}
    peers = [name for name in targets if name != "ours"]
    figures = [compare(rates, id_=way.id, what=way.what, peer=peer, unit="MiB/s") for peer in peers]
    figures += [
        compare(cpu, id_=f"{way.id}-cpu", what=f"{way.what}: CPU", peer=peer, unit="s/GiB") for peer in peers
    ]
    grown = max(each["ours"].grown)
    return [*figures, _budget(f"{way.id}-mem", f"{way.what}: memory grown", grown, 64.0)]


def _slow(targets: Mapping[str, Target], source: Path, *, reps: int) -> list[Figure]:
    way = Way(
        id="U6",
        what=f"{_SENDERS} slow senders of 2 MiB",
        lengths=tuple(_SLOW_CHUNKS * CHUNK_BYTES for _ in range(_SENDERS)),
        piece_bytes=_GIB,
    )
    each = {name: _SlowRound(targets[name], way, source, [], []) for name in _TAKES_SLOW_ONES}
    cpu = rounds({name: one.run for name, one in each.items()}, reps=reps)
    grown = {name: one.grown for name, one in each.items()}
    return [
        *(
            compare(cpu, id_="U6-cpu", what=f"{way.what}: CPU", peer=name, unit="s/GiB")
            for name in cpu
            if name != "ours"
        ),
        *(
            compare(grown, id_="U6-mem", what=f"{way.what}: memory", peer=name, unit="MiB")
            for name in cpu
            if name != "ours"
        ),
        _budget("U6-mem", f"{way.what}: memory grown", max(grown["ours"]), 16.0),
    ]


class _SlowRound(_Round):
    """The same, at a pace: what counts is what each server spends, since all take as long as the senders."""

    def run(self) -> float:
        """Return processor seconds for a GiB."""
        uploads = self.target.begin(self.way.lengths, piece_bytes=self.way.piece_bytes)
        self.target.peer.forget_peak()
        before, spent = self.target.peer.peak_mib(), self.target.peer.cpu_seconds()
        pieces = [pieces[0] for pieces in uploads]
        send_slowly(pieces, source=self.source, host=self.target.host, port=self.target.peer.port, pace=_PACE)
        self.grown.append(max(self.target.peer.peak_mib() - before, 0.1))
        seconds = self.target.peer.cpu_seconds() - spent
        self.target.end(uploads)
        return seconds / sum(self.way.lengths) * _GIB


def _budget(id_: str, what: str, ours: float, budget: float) -> Figure:
    return Figure(id=id_, what=what, peer="budget", unit="MiB", ours=ours, theirs=budget, ratio=ours / budget)
