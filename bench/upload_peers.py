# SPDX-License-Identifier: EUPL-1.2
"""The servers that take uploads side by side: how each is started, how an upload into it begins and ends."""

import asyncio
import base64
import http.client
import secrets
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

import msgspec

from bench.harness import Peer, free_port, start
from bench.sending import Piece, send_all
from relay.crypto import keys
from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import b64u
from relay.crypto.signing import sign
from relay.crypto.tree import leaf_hash, root_of
from relay.demo.addresses import Addresses
from relay.demo.cast import read_cast
from relay.demo.hands import Hand, hand_of
from relay.protocol import wire
from relay.protocol.manifest import Manifest, Part, build_manifest
from relay.review.desk import CHUNK_BYTES, HEADER_BOX_BYTES, WRAP_BYTES
from relay.station.calendar import today
from relay.station.keyring import to_wire

PEERS: Final = Path(__file__).parent / "peers"
PIECE_BYTES: Final = 128 * CHUNK_BYTES  # 8 MiB and the seals of its chunks
_TUS: Final = {"Tus-Resumable": "1.0.0"}
_JSON: Final = {"Content-Type": "application/json"}
_OCTETS: Final = {"Content-Type": "application/offset+octet-stream"}
_READY_SECONDS: Final = 60.0


class Target(Protocol):
    """A server that takes uploads."""

    @property
    def peer(self) -> Peer:
        """Return its process."""
        ...

    @property
    def host(self) -> str:
        """Return the Host that it is called by."""
        ...

    def begin(self, lengths: Sequence[int], *, piece_bytes: int) -> list[list[Piece]]:
        """Begin uploads of these lengths; return the pieces of each."""
        ...

    def stored(self, pieces: Sequence[Piece]) -> list[Path]:
        """Return the files that hold what the pieces brought, in their order."""
        ...

    def end(self, uploads: Sequence[Sequence[Piece]]) -> None:
        """Forget uploads and their bytes: what is dirty and gone never reaches the disk."""
        ...


def _spans(length: int, piece_bytes: int) -> list[tuple[int, int]]:
    return [(at, min(piece_bytes, length - at)) for at in range(0, length, piece_bytes)]


def _tus_pieces(place: str, length: int, piece_bytes: int, more: Mapping[str, str]) -> list[Piece]:
    return [
        Piece(
            method="PATCH",
            path=place,
            headers=_TUS | _OCTETS | {"Upload-Offset": str(at)} | dict(more),
            start=at,
            length=size,
        )
        for at, size in _spans(length, piece_bytes)
    ]


@dataclass(frozen=True, slots=True)
class Nginx:
    """PUT of each piece as a file of its own: it has no resumable upload."""

    peer: Peer
    folder: Path

    @property
    def host(self) -> str:
        """Return the Host that it is called by."""
        return f"127.0.0.1:{self.peer.port}"

    def begin(self, lengths: Sequence[int], *, piece_bytes: int) -> list[list[Piece]]:
        """Choose names."""
        return [
            [
                Piece(method="PUT", path=f"/files/{secrets.token_hex(8)}", headers={}, start=at, length=size)
                for at, size in _spans(length, piece_bytes)
            ]
            for length in lengths
        ]

    def stored(self, pieces: Sequence[Piece]) -> list[Path]:
        """Return one file a piece."""
        return [self.folder / piece.path.lstrip("/") for piece in pieces]

    def end(self, uploads: Sequence[Sequence[Piece]]) -> None:
        """Remove the files."""
        for pieces in uploads:
            for file in self.stored(pieces):
                file.unlink()


@dataclass(frozen=True, slots=True)
class TusServer:
    """Another server of tus, with its own file store."""

    peer: Peer
    folder: Path

    @property
    def host(self) -> str:
        """Return the Host that it is called by."""
        return f"127.0.0.1:{self.peer.port}"

    def begin(self, lengths: Sequence[int], *, piece_bytes: int) -> list[list[Piece]]:
        """Create each upload."""
        return [_tus_pieces(self._created(length), length, piece_bytes, {}) for length in lengths]

    def _created(self, length: int) -> str:
        link = http.client.HTTPConnection("127.0.0.1", self.peer.port)
        link.request("POST", "/files", headers=_TUS | {"Upload-Length": str(length)})
        answer = link.getresponse()
        answer.read()
        link.close()
        return "/files/" + str(answer.headers["Location"]).rsplit("/", 1)[1]

    def stored(self, pieces: Sequence[Piece]) -> list[Path]:
        """Return the one file."""
        return [self.folder / pieces[0].path.rsplit("/", 1)[1]]

    def end(self, uploads: Sequence[Sequence[Piece]]) -> None:
        """Remove the files."""
        for pieces in uploads:
            for file in self.stored(pieces):
                file.unlink()


@dataclass(frozen=True, slots=True)
class Naive(TusServer):
    """aiohttp and aiofiles, one awaited write a piece: creates nothing, checks nothing."""

    def _created(self, length: int) -> str:
        name = f"{length}-{secrets.token_hex(8)}"
        (self.folder / name).touch()
        return f"/files/{name}"


@dataclass(slots=True)
class Ours:
    """The relay, as the demonstration runs it: signed in, every offset durable and committed."""

    peer: Peer
    folder: Path
    host: str
    token: str
    case: str
    hand: Hand = field(repr=False)
    reader: str
    last: str = ""  # the message begun last

    def begin(self, lengths: Sequence[int], *, piece_bytes: int) -> list[list[Piece]]:
        """Begin a message an upload, then the upload."""
        bearer = {"Authorization": f"Bearer {self.token}"}
        return [_tus_pieces(self._begun(length), length, piece_bytes, bearer) for length in lengths]

    def keep(self, source: Path) -> str:
        """Bring a file of sealed chunks in as a message handed to its mediators; return its part's path."""
        content = source.read_bytes()
        place = self.begin_film(content)
        bearer = {"Authorization": f"Bearer {self.token}"}
        pieces = _tus_pieces(place, len(content), PIECE_BYTES, bearer)
        send_all([pieces], source=source, host=self.host, port=self.peer.port)
        return self.hand_in(self.last)

    def begin_film(self, content: bytes) -> str:
        """Begin a message of one part, which is these sealed chunks; return where its upload is."""
        leaves = [leaf_hash(content[at : at + CHUNK_BYTES]) for at in range(0, len(content), CHUNK_BYTES)]
        return self._begun(len(content), root=root_of(leaves))

    def hand_in(self, message: str) -> str:
        """Give a message whose part is whole to its mediators; return its part's path."""
        submit = msgspec.json.encode(wire.VersionPost(version=1))
        self._ask("POST", f"/v1/messages/{message}/submit", headers=_JSON, body=submit)
        return f"/v1/messages/{message}/parts/0"

    def _begun(self, length: int, *, root: bytes = bytes(32)) -> str:
        self.last, new = _opaque(self, chunks=length // CHUNK_BYTES, root=root)
        self._ask("POST", "/v1/messages", headers=_JSON, body=msgspec.json.encode(new))
        named = (("message", self.last), ("part", "0"))
        metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in named)
        about = {"Upload-Length": str(length), "Upload-Metadata": metadata}
        return str(self._ask("POST", "/v1/uploads", headers=_TUS | about)["Location"])

    def _ask(
        self, method: str, path: str, *, headers: Mapping[str, str], body: bytes = b""
    ) -> http.client.HTTPMessage:
        link = http.client.HTTPConnection("127.0.0.1", self.peer.port)
        all_headers = {"Host": self.host, "Authorization": f"Bearer {self.token}"} | dict(headers)
        link.request(method, path, body=body, headers=all_headers)
        answer = link.getresponse()
        said = answer.read()
        link.close()
        if answer.status >= http.client.MULTIPLE_CHOICES:
            raise RuntimeError(f"{method} {path}: {answer.status} {said[:200]!r}")
        return answer.headers

    def stored(self, pieces: Sequence[Piece]) -> list[Path]:
        """Return the staged file."""
        return [next(self.folder.rglob(f"staging/{pieces[0].path.rsplit('/', 1)[1]}"))]

    def end(self, uploads: Sequence[Sequence[Piece]]) -> None:
        """Give each upload up."""
        for pieces in uploads:
            self._ask("DELETE", pieces[0].path, headers=_TUS)


def _opaque(ours: Ours, *, chunks: int, root: bytes) -> tuple[str, wire.NewMessage]:
    """Return a message of one long part whose bytes nobody will ever open: a server cannot tell."""
    message, header = secrets.token_bytes(16), secrets.token_bytes(HEADER_BOX_BYTES)
    hand, seed = ours.hand, keys.withdraw_seed(ours.hand.keyring.master, message)
    policy, directory = hand.believed.policy(ours.case), hand.believed.directory
    part = Part(
        salt=b64u(secrets.token_bytes(32)),
        commitment=b64u(secrets.token_bytes(32)),
        count=chunks,
        root=b64u(root),
    )
    manifest = Manifest(
        programme=policy.policy.programme,
        case=ours.case,
        message=b64u(message),
        sender=hand.keyring.person,
        addressees=(ours.reader,),
        channel="letter",
        class_="original",
        wk=b64u(keys.signing_public_key(seed)),
        parts=(part,),
        header_hash=b64u(tagged_hash("header", header)),
        supersedes=None,
        derived_from=None,
        directory=directory.hash,
        directory_epoch=directory.directory.epoch,
        policy=policy.hash,
        policy_version=policy.policy.version,
        day=today(),
    )
    wanted = [("review", named) for named, _ in hand.believed.mediators(ours.case)]
    wraps = [
        wire.Wrap(purpose=purpose, recipient=named, wrap=b64u(secrets.token_bytes(WRAP_BYTES)))  # pyright: ignore[reportArgumentType]
        for purpose, named in [*wanted, ("self", hand.keyring.key_id)]
    ]
    signed = to_wire(sign(seed, "manifest", body=build_manifest(manifest)))
    return b64u(message), wire.NewMessage(manifest=signed, header=b64u(header), wraps=wraps)


def start_all(folder: Path) -> dict[str, Target]:
    """Start ours and its peers, each with a folder of its own.

    Raises:
        RuntimeError: nginx or the reference server is not on this machine, or one of them did not start.
    """
    if shutil.which("nginx") is None:
        raise RuntimeError("needs Debian's nginx")
    return {
        "ours": start_ours(folder / "ours"),
        "@tus/server": _start_tus(folder / "tus"),
        "tuspyserver": _start_tuspyserver(folder / "tuspyserver"),
        "nginx": start_nginx(folder / "nginx"),
        "aiofiles": start_naive(folder / "naive"),
    }


def start_ours(folder: Path) -> Ours:
    """Start the relay as its demonstration, or start it again, and sign an author in."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    log = folder / "log"
    command = ["-m", "relay.cli", "demo", "--folder", str(folder / "demo"), "--port", str(port)]
    peer = start("ours", command, port=port, log=log)
    _wait_until_ready(log)
    addresses, cast = Addresses(port), read_cast(folder / "demo")
    if cast is None:
        raise RuntimeError("the demonstration left no cast")

    async def signed_in() -> tuple[Hand, str]:
        async with hand_of(addresses, cast, "victim") as author:
            return author, author.client.token or ""  # the client forgets it when it is closed

    hand, token = asyncio.run(signed_in())
    return Ours(
        peer=peer,
        folder=folder / "demo",
        host=addresses.origin("victim").removeprefix("http://"),
        token=token,
        case=cast.case,
        hand=hand,
        reader=cast.players["responsible"].person,
    )


def _wait_until_ready(log: Path) -> None:
    for _ in range(int(_READY_SECONDS * 10)):
        if "Ready after" in log.read_text("utf-8"):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the relay was not ready:\n{log.read_text('utf-8')[-2000:]}")


def _start_tus(folder: Path) -> TusServer:
    folder.mkdir()
    port = free_port()
    command = [str(PEERS / "tus.mjs"), str(port), str(folder)]
    return TusServer(start("@tus/server", command, port=port, log=folder / "log", program="node"), folder)


def _start_tuspyserver(folder: Path) -> TusServer:
    folder.mkdir()
    port = free_port()
    command = [str(PEERS / "tus_asgi.py"), str(port), str(folder)]
    return TusServer(start("tuspyserver", command, port=port, log=folder / "log"), folder)


def start_nginx(folder: Path) -> Nginx:
    """Start nginx, in one process, taking PUT into ``files`` of ``folder`` and giving it back."""
    (folder / "files").mkdir(parents=True)
    port = free_port()
    config = (PEERS / "nginx.conf.in").read_text("utf-8")
    (folder / "nginx.conf").write_text(config.replace("{folder}", str(folder)).replace("{port}", str(port)))
    arguments = ["-c", str(folder / "nginx.conf"), "-p", str(folder)]
    return Nginx(start("nginx", arguments, port=port, log=folder / "log", program="nginx"), folder)


def start_naive(folder: Path) -> Naive:
    """Start the server that one writes first."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    command = [str(PEERS / "aiofiles_each.py"), str(port), str(folder)]
    return Naive(start("aiofiles", command, port=port, log=folder / "log"), folder)
