# SPDX-License-Identifier: EUPL-1.2
"""Films on their way to a relay that is killed without warning, or that has no room left.

A server of its own process, over real sockets: what it acknowledged is there when it is back, and what
arrives in the end is what was sent, or handing it in would be refused.
"""

import http.client
import json
import os
import random
import resource
import secrets
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from bench.upload_peers import Ours, start_ours
from relay.review.desk import CHUNK_BYTES

_MOST_BYTES: Final = 120_000  # of one request
_OCTETS: Final = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
_STALL_SECONDS: Final = 60.0


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Ours]:
    """A relay that a test may kill and start again."""
    running = start_ours(tmp_path / "relay")
    yield running
    running.peer.stop()


@dataclass(slots=True)
class Film:
    """Sealed chunks on their way: how far the server said it had them, and how far they were sent."""

    content: bytes
    place: str
    message: str
    acknowledged: int = 0
    sent: int = 0

    def next_piece(self) -> bytes:
        """Return a request's worth of what is not acknowledged."""
        return self.content[self.acknowledged :][: random.randrange(1, _MOST_BYTES)]


def begin(ours: Ours, *, chunks: int) -> Film:
    """Begin to send a film."""
    content = secrets.token_bytes(chunks * CHUNK_BYTES)
    return Film(content=content, place=ours.begin_film(content), message=ours.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back; ``offset`` is -1 where none was named."""

    status: int
    offset: int
    body: bytes


def ask(ours: Ours, method: str, film: Film, *, body: bytes = b"") -> Answer:
    """Send one request about a film's upload."""
    link = http.client.HTTPConnection("127.0.0.1", ours.peer.port, timeout=_STALL_SECONDS)
    offset = {"Upload-Offset": str(film.acknowledged)} if method == "PATCH" else {}
    link.request(method, film.place, body=body or None, headers=_headers(ours) | offset)
    answer = link.getresponse()
    said = answer.read()
    link.close()
    return Answer(status=answer.status, offset=int(answer.headers.get("Upload-Offset", "-1")), body=said)


def _headers(ours: Ours) -> dict[str, str]:
    return _OCTETS | {"Host": ours.host, "Authorization": f"Bearer {ours.token}"}


def send_on(ours: Ours, film: Film) -> None:
    """Send one piece and believe what is answered."""
    piece = film.next_piece()
    film.sent = film.acknowledged + len(piece)
    answer = ask(ours, "PATCH", film, body=piece)
    assert answer.status == 204
    film.acknowledged = answer.offset


def kill_in_the_middle(ours: Ours, film: Film) -> None:
    """Send half of a piece, and kill the server while it waits for the other half."""
    piece = film.next_piece()
    half = piece[: len(piece) // 2]
    link = http.client.HTTPConnection("127.0.0.1", ours.peer.port, timeout=_STALL_SECONDS)
    link.putrequest("PATCH", film.place, skip_host=True)
    about = {"Upload-Offset": str(film.acknowledged), "Content-Length": str(len(piece))}
    for name, value in (_headers(ours) | about).items():
        link.putheader(name, value)
    link.endheaders(half)
    film.sent = film.acknowledged + len(half)
    with suppress(subprocess.TimeoutExpired):
        ours.peer.process.wait(random.random() / 20)  # when does not matter
    kill_now(ours, film)
    link.close()


def kill_now(ours: Ours, _film: Film) -> None:
    """End the server without a word, right after it answered."""
    os.kill(ours.peer.process.pid, signal.SIGKILL)
    ours.peer.process.wait()


def staged(ours: Ours, film: Film) -> bytes:
    """Return what lies on the server's disk of a film that is not whole."""
    return next(ours.folder.rglob(f"staging/{film.place.rpartition('/')[2]}")).read_bytes()


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kills", [2, pytest.param(40, marks=pytest.mark.long)])
def test_what_was_acknowledged_outlives_every_kill(tmp_path: Path, kills: int) -> None:
    """Right after a 204, or in the middle of a request: each time it goes on from what was acknowledged."""
    ours = start_ours(tmp_path / "relay")
    try:
        film = begin(ours, chunks=24 * kills)
        for number in range(kills):
            for _ in range(random.randrange(1, 6)):
                send_on(ours, film)
            (kill_in_the_middle if number % 2 else kill_now)(ours, film)
            ours = start_ours(tmp_path / "relay")
            look(ours, film)
        while film.acknowledged < len(film.content):
            send_on(ours, film)
        ours.hand_in(film.message)
    finally:
        ours.peer.stop()


def look(ours: Ours, film: Film) -> None:
    """See that what was acknowledged is there, and go on from where the server says."""
    offset = ask(ours, "HEAD", film).offset
    assert film.acknowledged <= offset <= film.sent
    assert staged(ours, film)[:offset] == film.content[:offset]
    film.acknowledged = offset


def test_a_film_for_which_there_is_no_room_goes_on_when_there_is(ours: Ours) -> None:
    """507 with a code, what was acknowledged kept, and the rest taken once somebody made room.

    A limit on the size of files stands for the disk; the ledger's are smaller.
    """
    film = begin(ours, chunks=160)
    room, server = 100 * CHUNK_BYTES, ours.peer.process.pid
    film_so_far = film.content[: 90 * CHUNK_BYTES]
    assert ask(ours, "PATCH", film, body=film_so_far).status == 204
    film.acknowledged = len(film_so_far)
    before = resource.prlimit(server, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    answer = ask(ours, "PATCH", film, body=film.content[film.acknowledged :])
    assert (answer.status, json.loads(answer.body)) == (507, {"code": "storage-full", "kept": "offset"})
    assert ask(ours, "HEAD", film).offset == film.acknowledged
    resource.prlimit(server, resource.RLIMIT_FSIZE, before)
    assert ask(ours, "PATCH", film, body=film.content[film.acknowledged :]).status == 204
    ours.hand_in(film.message)
