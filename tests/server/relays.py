# SPDX-License-Identifier: EUPL-1.2
"""A relay really listening on loopback, over real backends, with the programme of ``tests.review.world``."""

import io
import re
import socket
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import aiohttp
import msgspec
from aiohttp.abc import AbstractResolver, ResolveResult

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import sign
from relay.protocol import wire
from relay.protocol.login import Login, build_login
from relay.records import Account, AccountId, LoginSlot, MessageId
from relay.server.app import make_app, operations
from relay.server.listen import Listening, listen, open_socket
from relay.server.logs import make_log
from relay.server.openapi import codes_of
from relay.server.parts import STREAMS, Limits, Parts, Settings
from relay.storage.contract import Put
from relay.storage.files import open_blobs
from relay.storage.ledger import open_ledger
from relay.storage.shredkeys import open_shred_keys
from tests.review.records import open_gates
from tests.review.world import (
    ADA,
    BO,
    CY,
    MAX,
    MIA,
    ODA,
    PROGRAMME,
    SERVICE_SEED,
    VERA,
    VIVI,
    XENO,
    YARA,
    Person,
    World,
)

SECRET = sha256(b"server secret")
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DOCUMENTED = [
    (re.compile(re.sub(r"\{\w+\}", "[^/]+", one.path.replace(".", r"\."))), one.method, codes_of(one))
    for one in operations()
]
EVERYBODY = (VIVI, ODA, VERA, XENO, YARA, ADA, BO, CY, MAX, MIA)


def account_of(person: Person) -> str:
    """Return a person's account number (check character not computed: the server does not look)."""
    digest = sha256(person.name.encode())
    return "".join(CROCKFORD[byte % 32] for byte in digest[:8])


def login_seed_of(person: Person, slot: str = "kit") -> bytes:
    """Return the seed of a person's login key."""
    return sha256(f"login {person.name} {slot}".encode())


@dataclass(slots=True, kw_only=True)
class Answer:
    """What came back, whole."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)

    @property
    def code(self) -> str:
        return cast("str", self.json["code"])


def check_documented(method: str, path: str, answer: Answer) -> None:
    """Every refusal that any test ever meets is one that the operation names."""
    bare = path.split("?", maxsplit=1)[0]
    for pattern, known, codes in DOCUMENTED:
        if known == method and pattern.fullmatch(bare) and answer.status >= 400 and answer.body:
            assert answer.code in codes, f"{method} {bare}: {answer.code} is not documented"


@dataclass(slots=True, kw_only=True)
class Relay:
    """A listening server, its world, and a browser for each person."""

    world: World
    listening: Listening
    http: aiohttp.ClientSession
    origin: str
    log: io.StringIO
    tokens: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def port(self) -> int:
        return self.listening.port

    def sending(self, message: str) -> int:
        """Return how many answers carry content of a message just now."""
        return self.listening.runner.app[STREAMS].open_count(MessageId(message))

    async def ask(
        self,
        method: str,
        path: str,
        *,
        by: Person | None = None,
        json: wire.Wire | dict[str, Any] | None = None,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Send one request, signed in as ``by``."""
        carried = dict(headers or {})
        if by is not None:
            carried.setdefault("Authorization", f"Bearer {await self.token(by)}")
        if json is not None:
            body = msgspec.json.encode(json)
            carried.setdefault("Content-Type", "application/json")
        async with self.http.request(method, self.origin + path, headers=carried, data=body) as response:
            answer = Answer(
                status=response.status,
                headers=dict(response.headers),
                body=await response.read(),
            )
        check_documented(method, path, answer)
        return answer

    async def token(self, person: Person) -> str:
        """Sign in, once."""
        if person.name not in self.tokens:
            answer = await self.sign_in(person)
            assert answer.status == 200, answer
            self.tokens[person.name] = answer.json["token"]
        return self.tokens[person.name]

    async def sign_in(self, person: Person, *, slot: str = "kit", **changed: Any) -> Answer:
        """Ask for a challenge and answer it; a test changes one fact of the login."""
        asked = wire.ChallengeRequest(account=account_of(person))
        challenge = (await self.ask("POST", "/v1/challenges", json=asked)).json
        nonce = changed.pop("nonce", challenge["nonce"])
        return await self.answer_challenge(person, nonce, slot=slot, **changed)

    async def answer_challenge(
        self, person: Person, nonce: str, *, slot: str = "kit", **changed: Any
    ) -> Answer:
        """Answer a nonce."""
        seed = changed.pop("seed", login_seed_of(person, slot))
        facts: dict[str, Any] = {
            "programme": PROGRAMME,
            "account": account_of(person),
            "slot": slot,
            "origin": self.origin,
            "nonce": nonce,
            "time": self.world.now,
        }
        login = sign(seed, "login", body=build_login(Login(**(facts | changed))))
        envelope = wire.Envelope(body=b64u(login.body), key=b64u(login.key), sig=b64u(login.sig))
        asked = wire.SessionRequest(login=envelope, private_device=True)
        return await self.ask("POST", "/v1/sessions", json=asked)

    async def add_account(self, person: Person, *, slots: tuple[str, ...] = ("kit", "passphrase")) -> None:
        """Give a person an account and ways to sign in."""
        account = AccountId(account_of(person))
        await self.world.ledger.commit(
            [
                Put(
                    Account(
                        id=account,
                        version=1,
                        role=person.role,
                        person=person.id,
                        key=person.key,
                        bundle_version=1,
                        bundle=b"sealed bundle",
                        last_number=0,
                    )
                ),
                *(Put(login_slot(person, slot)) for slot in slots),
            ]
        )


def login_slot(person: Person, slot: str) -> LoginSlot:
    """Return one way for a person to sign in."""
    stretched = slot == "passphrase"
    return LoginSlot(
        id=f"{account_of(person)}/{slot}",
        version=1,
        account=AccountId(account_of(person)),
        type=slot,
        salt=b64u(sha256(f"salt {person.name} {slot}".encode())[:16]),
        passes=3 if stretched else 0,
        memory_kib=65_536 if stretched else 0,
        login_key=b64u(signing_public_key(login_seed_of(person, slot))),
        box=f"sealed {slot} slot".encode(),
    )


def settings_for(port: int, **changed: Any) -> Settings:
    """Return settings for a relay on loopback."""
    facts: dict[str, Any] = {
        "origins": frozenset({f"http://localhost:{port}", f"http://mediator.localhost:{port}"}),
        "programme": PROGRAMME,
        "limits": Limits(max_connections=500, max_connections_per_address=400, undo_seconds=0),
    }
    return Settings(**(facts | changed))


def parts_for(world: World, log: io.StringIO, **changed: Any) -> Parts:
    """Return the parts that a world has."""
    facts: dict[str, Any] = {
        "ledger": world.ledger,
        "blobs": world.blobs,
        "shred_keys": world.shred_keys,
        "service_seed": SERVICE_SEED,
        "server_secret": SECRET,
        "clock": lambda: world.now,
        "monotonic": time.monotonic,
        "random": world.random,
        "log": make_log(log),
    }
    return Parts(**(facts | changed))


@asynccontextmanager
async def serving(world: World, **changed: Any) -> AsyncGenerator[Relay]:
    """Serve a world until the block ends."""
    opened: socket.socket = open_socket("127.0.0.1", 0)
    port = opened.getsockname()[1]
    log = io.StringIO()
    app = make_app(settings_for(port, **changed), parts_for(world, log))
    listening = await listen(app, on=opened)
    connector = aiohttp.TCPConnector(limit=0, resolver=Loopback())
    try:
        async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as http:
            yield Relay(
                world=world,
                listening=listening,
                http=http,
                origin=f"http://localhost:{port}",
                log=log,
            )
    finally:
        await listening.stop()


class Loopback(AbstractResolver):
    """Every name is this machine: no look-ups in tests."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Hold nothing."""


async def populated(world: World, relay: Relay) -> None:
    """Begin the programme, open its gates and give everybody an account."""
    await world.begin_programme()
    await open_gates(world)
    for person in EVERYBODY:
        await relay.add_account(person)


@asynccontextmanager
async def real_world(folder: Path) -> AsyncGenerator[World]:
    """Return a world over SQLite, files and a slot file."""
    ledger = await open_ledger(folder / "relay.sqlite")
    blobs = await open_blobs(folder / "content")
    keys = await open_shred_keys(folder / "keys" / "slots", allow_cow=True)
    try:
        yield World(ledger=cast("Any", ledger), blobs=cast("Any", blobs), shred_keys=cast("Any", keys))
    finally:
        await ledger.close()
        await keys.close()
