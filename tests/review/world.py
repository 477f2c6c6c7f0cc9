# SPDX-License-Identifier: EUPL-1.2
"""An invented programme with two cases, on the memory backends, where everybody really signs.

Wraps are arbitrary bytes of the right length: the server cannot open them, so to it they
are as good as real ones. Every builder makes a valid thing; a test changes one fact.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from relay.casework.gates import gates_for
from relay.casework.trust import accept
from relay.crypto.derive import sha256, tagged_hash
from relay.crypto.encoding import b64u
from relay.crypto.keys import key_id, programme_id, short_id, signing_public_key
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, sign, statement_hash
from relay.crypto.tree import leaf_hash, root_of
from relay.protocol.approval import (
    Approval,
    Decision,
    Offer,
    build_approval,
    build_decision,
    build_offer,
)
from relay.protocol.certificate import Certificate, build_certificate
from relay.protocol.directory import (
    CaseEntry,
    Directory,
    Mediator,
    MediatorEntry,
    build_directory,
    vouch,
)
from relay.protocol.manifest import Manifest, Part, build_manifest
from relay.protocol.policy import Participant, Policy, build_policy, parse_policy
from relay.protocol.readiness import Readiness, build_readiness
from relay.protocol.release import Release, build_release, wrap_hash
from relay.protocol.root import Manager, Root, build_root
from relay.protocol.withdrawal import Withdrawal, build_withdrawal
from relay.records import (
    Account,
    AccountId,
    Actor,
    CaseId,
    Gates,
    Hash,
    KeyId,
    Message,
    MessageId,
    PersonId,
    Role,
    Statement,
    UploadId,
)
from relay.review import service
from relay.review.desk import CHUNK_BYTES, HEADER_BOX_BYTES, WRAP_BYTES, Desk, SealedNote
from relay.review.streams import Streams
from relay.storage.contract import Append, Put
from relay.storage.memory import MemoryBlobs, MemoryLedger, MemoryShredKeys

NOON = 1_780_000_000 // 86_400 * 86_400 + 43_200
DAY = "2026-05-28"
VALID_UNTIL = "2026-06-28"
COOLING = 3_600
KEM = b64u(bytes(1216))


def ident(name: str) -> str:
    """Return the id that belongs to a name."""
    return b64u(sha256(name.encode())[:16])


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an identity key."""

    name: str
    role: Role

    @property
    def seed(self) -> bytes:
        return sha256(f"seed {self.name}".encode())

    @property
    def public(self) -> bytes:
        return signing_public_key(self.seed)

    @property
    def key(self) -> KeyId:
        return KeyId(b64u(key_id(self.public)))

    @property
    def id(self) -> PersonId:
        if self.role is Role.PARTICIPANT:
            return PersonId(ident(self.name))
        return PersonId(short_id(self.public))

    @property
    def actor(self) -> Actor:
        return Actor(person=self.id, role=self.role, account=AccountId(f"AC{self.name.upper():0<6}"))


def _participant(name: str) -> Person:
    return Person(name=name, role=Role.PARTICIPANT)


VIVI, ODA, VERA = (_participant(name) for name in ("vivi", "oda", "vera"))
XENO, YARA = (_participant(name) for name in ("xeno", "yara"))
ADA, BO, CY = (Person(name=name, role=Role.MEDIATOR) for name in ("ada", "bo", "cy"))
MAX, MIA = (Person(name=name, role=Role.MANAGER) for name in ("max", "mia"))
ROOT_SEED = sha256(b"root")
SERVICE_SEED = sha256(b"service")
PROGRAMME = programme_id(signing_public_key(ROOT_SEED))
CASE, OTHER_CASE = CaseId(ident("case")), CaseId(ident("other case"))
SIDES = {VIVI: "harmed", VERA: "harmed", ODA: "responsible", XENO: "harmed", YARA: "responsible"}
PEOPLE = {CASE: ((VIVI, ODA, VERA), (ADA, BO)), OTHER_CASE: ((XENO, YARA), (CY,))}


def rising(things: list[Any], key: Any) -> tuple[Any, ...]:
    """Return things in rising order."""
    return tuple(sorted(things, key=key))


def signed(person: Person | bytes, kind: str, body: bytes) -> Signed:
    """Sign as a person, or with a seed."""
    return sign(person if isinstance(person, bytes) else person.seed, kind, body=body)


def hash_of(statement: Signed, kind: str) -> str:
    """Return a statement's hash."""
    return b64u(statement_hash(kind, statement.body))


def certificate(person: Person, *, case: str, by: Person = ADA, epoch: int = 1, **changed: Any) -> Signed:
    """Certify a participant."""
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "participant": person.id,
        "epoch": epoch,
        "identity": b64u(person.public),
        "kem": KEM,
        "day": DAY,
    }
    return signed(by, "certificate", build_certificate(Certificate(**(facts | changed))))


def root(**changed: Any) -> Signed:
    """Make the root statement."""
    managers = [Manager(key=b64u(one.public), status="active") for one in (MAX, MIA)]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "root": b64u(signing_public_key(ROOT_SEED)),
        "epoch": 1,
        "expires": "2030-01-01",
        "managers": rising(managers, lambda one: one.key),
    }
    return signed(ROOT_SEED, "root", build_root(Root(**(facts | changed))))


def policy(case: str, *, by: Person = MAX, **changed: Any) -> Signed:
    """Make a case's policy."""
    people, mediators = PEOPLE[CaseId(case)]
    certifier = mediators[0]
    entries = [
        Participant(
            participant=one.id,
            side=SIDES[one],
            certificate=hash_of(certificate(one, case=case, by=certifier), "certificate"),
            former=(),
            epoch=1,
        )
        for one in people
    ]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "version": 1,
        "previous": None,
        "participants": rising(entries, lambda one: one.participant),
        "mediators": tuple(sorted(one.key for one in mediators)),
        "quorum": 1,
        "cooling_seconds": COOLING,
        "channels": ("letter", "video"),
        "retention": "ten-years",
        "consent_text": b64u(sha256(b"consent")),
    }
    return signed(by, "policy", build_policy(Policy(**(facts | changed))))


def directory(policies: list[Signed], *, by: Person = MAX, **changed: Any) -> Signed:
    """Make a directory that names these policies (bodies are read back for their versions)."""
    mediators = (ADA, BO, CY)
    entries = [MediatorEntry(key=b64u(one.public), kem=KEM, status="active", from_=None) for one in mediators]
    vouchers = [
        vouch(manager.seed, Mediator(programme=PROGRAMME, mediator=b64u(one.public), kem=KEM))
        for one in mediators
        for manager in (MAX, MIA)
    ]
    words = [(parse_policy(one.body), one) for one in policies]
    cases = [
        CaseEntry(case=found.case, version=found.version, policy=hash_of(one, "policy"))
        for found, one in words
    ]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "epoch": 1,
        "previous": None,
        "root": hash_of(root(), "root"),
        "day": DAY,
        "valid_until": VALID_UNTIL,
        "mediators": rising(entries, lambda one: one.key),
        "vouchers": rising(vouchers, lambda one: (one.mediator, one.key)),
        "interpreters": (),
        "kiosks": (),
        "intake": None,
        "service": b64u(signing_public_key(SERVICE_SEED)),
        "cases": rising(cases, lambda one: one.case),
    }
    return signed(by, "directory", build_directory(Directory(**(facts | changed))))


def an_account(person: Person) -> Account:
    """Return a person's account."""
    return Account(
        id=person.actor.account,
        version=1,
        role=person.role,
        person=person.id,
        key=person.key,
        bundle_version=1,
        bundle=b"",
        last_number=0,
    )


@dataclass(slots=True, kw_only=True)
class World:
    """The ports, the clock, and what is current."""

    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    blobs: MemoryBlobs = field(default_factory=MemoryBlobs)
    shred_keys: MemoryShredKeys = field(default_factory=MemoryShredKeys)
    streams: Streams = field(default_factory=Streams)
    now: int = NOON
    drawn: int = 0
    number: int = 0
    epoch: int = 0
    directory: Signed | None = None
    policies: dict[str, Signed] = field(default_factory=dict[str, Signed])
    told: list[tuple[MessageId, frozenset[PersonId]]] = field(
        default_factory=list[tuple[MessageId, frozenset[PersonId]]]
    )

    @property
    def desk(self) -> Desk:
        async def gates(case: CaseId, people: frozenset[PersonId]) -> Gates:
            return await gates_for(self.ledger, case, people, at=self.now)

        return Desk(
            ledger=self.ledger,
            blobs=self.blobs,
            shred_keys=self.shred_keys,
            streams=self.streams,
            gates=gates,
            programme=PROGRAMME,
            service_seed=SERVICE_SEED,
            clock=lambda: self.now,
            random=self.random,
            tell=lambda message, people: self.told.append((message, people)),
        )

    def random(self, size: int) -> bytes:
        """Return bytes that differ at each call."""
        self.drawn += 1
        return (sha256(b"drawn" + self.drawn.to_bytes(8, "big")) * (size // 32 + 1))[:size]

    def next_number(self) -> int:
        """Return a number above every earlier one."""
        self.number += 1
        return self.number

    async def keep(self, statement: Signed, kind: str, *, case: str) -> None:
        """Put a statement into the ledger, as an earlier request would have."""
        record = Statement(
            id=Hash(hash_of(statement, kind)),
            kind=kind,
            case=CaseId(case),
            message=None,
            signer=KeyId(b64u(statement.key)),
            number=0,
            at=self.now,
            envelope=encode_envelope(statement),
        )
        await self.ledger.commit([Append(record)])

    async def begin_programme(self, **changed: Any) -> None:
        """Accept root, directory and both policies."""
        for case, (people, mediators) in PEOPLE.items():
            await self.ledger.commit([Put(an_account(one)) for one in (*people, *mediators)])
            for one in people:
                await self.keep(certificate(one, case=case, by=mediators[0]), "certificate", case=case)
        self.policies = {case: policy(case, **changed) for case in PEOPLE}
        await self.accept(root=root())

    async def accept(self, *, root: Signed | None = None, **changed: Any) -> None:
        """Accept a directory of the next epoch that names the current policies."""
        previous = None if self.directory is None else hash_of(self.directory, "directory")
        self.epoch += 1
        facts: dict[str, Any] = {"epoch": self.epoch, "previous": previous}
        self.directory = directory(list(self.policies.values()), **(facts | changed))
        await accept(
            self.ledger,
            programme=PROGRAMME,
            root=root,
            directory=self.directory,
            policies=list(self.policies.values()),
            at=self.now,
        )

    async def change_policy(self, case: str = CASE, **changed: Any) -> None:
        """Accept the next version of a case's policy, with the next directory."""
        known = parse_policy(self.policies[case].body)
        facts: dict[str, Any] = {
            "version": known.version + 1,
            "previous": hash_of(self.policies[case], "policy"),
        }
        body = build_policy(replace(known, **(facts | changed)))
        self.policies[case] = signed(MAX, "policy", body)
        await self.accept()

    def references(self, case: str) -> dict[str, Any]:
        """Return the current references as statements name them."""
        assert self.directory is not None
        return {
            "directory": hash_of(self.directory, "directory"),
            "directory_epoch": self.epoch,
            "policy": hash_of(self.policies[case], "policy"),
            "policy_version": parse_policy(self.policies[case].body).version,
        }


# --- Messages


def wk_seed(message: str) -> bytes:
    """Return the seed of a message's own key."""
    return sha256(b"wk" + message.encode())


def chunk_of(message: str) -> bytes:
    """Return the one sealed chunk of a message's only part."""
    return (sha256(message.encode()) * (CHUNK_BYTES // 32 + 1))[:CHUNK_BYTES]


def header_of(message: str) -> bytes:
    """Return a message's header box."""
    return (sha256(b"header" + message.encode()) * 515)[:HEADER_BOX_BYTES]


def a_wrap(*names: str) -> bytes:
    """Return bytes of a wrap's length."""
    return (sha256("/".join(names).encode()) * 37)[:WRAP_BYTES]


def manifest(
    world: World, message: str, *, sender: Person, addressee: Person, case: str = CASE, **changed: Any
) -> Signed:
    """Make a manifest for a letter of one chunk."""
    leaf = leaf_hash(chunk_of(message))
    part = Part(
        salt=b64u(sha256(b"salt" + message.encode())),
        commitment=b64u(sha256(b"commitment")),
        count=1,
        root=b64u(root_of([leaf])),
    )
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "message": message,
        "sender": sender.id,
        "addressees": (addressee.id,),
        "channel": "letter",
        "class_": "original",
        "wk": b64u(signing_public_key(wk_seed(message))),
        "parts": (part,),
        "header_hash": b64u(tagged_hash("header", header_of(message))),
        "supersedes": None,
        "derived_from": None,
        "day": DAY,
        **world.references(case),
    }
    return signed(wk_seed(message), "manifest", build_manifest(Manifest(**(facts | changed))))


def wraps_for(sender: Person, case: str = CASE) -> dict[tuple[str, KeyId], bytes]:
    """Return the wraps that a new message comes with."""
    mediators = PEOPLE[CaseId(case)][1]
    wanted = [("review", one.key) for one in mediators] + [("self", sender.key)]
    return {(purpose, key): a_wrap(purpose, key) for purpose, key in wanted}


async def upload(world: World, message: str) -> None:
    """Bring in the only part."""

    async def chunks() -> AsyncIterator[bytes]:
        yield chunk_of(message)

    await world.blobs.stage_append(UploadId(message), 0, chunks())
    await world.blobs.finalise(UploadId(message), f"{message}/0")


async def begin(
    world: World, message: str, *, sender: Person, addressee: Person, case: str = CASE, **changed: Any
) -> Message:
    """Begin a message."""
    return await service.begin(
        world.desk,
        sender.actor,
        manifest=manifest(world, message, sender=sender, addressee=addressee, case=case, **changed),
        header=header_of(message),
        wraps=wraps_for(sender, case),
    )


async def submitted(
    world: World, name: str = "letter", *, sender: Person = ODA, addressee: Person = VIVI, case: str = CASE
) -> Message:
    """Bring a message to the end of its cooling-off time."""
    message = ident(name)
    await begin(world, message, sender=sender, addressee=addressee, case=case)
    await upload(world, message)
    done = await service.submit(world.desk, sender.actor, message=MessageId(message))
    world.now += COOLING
    return done


def about(message: Message) -> dict[str, Any]:
    """Return what every statement about a message names."""
    return {
        "programme": PROGRAMME,
        "case": message.case,
        "message": message.id,
        "manifest": message.manifest,
        "day": DAY,
    }


def approval(world: World, message: Message, by: Person, /, **changed: Any) -> Signed:
    """Sign a yes."""
    facts: dict[str, Any] = {
        "mediator": by.id,
        "addressees": (message.addressee,),
        "number": world.next_number(),
        "note": None,
        **about(message),
        **world.references(message.case),
    }
    return signed(by, "approval", build_approval(Approval(**(facts | changed))))


def decision(world: World, message: Message, by: Person, /, *, word: str, **changed: Any) -> Signed:
    """Sign a hold, return, decline or escalation."""
    facts: dict[str, Any] = {
        "mediator": by.id,
        "decision": word,
        "until": "2026-06-02" if word == "hold" else None,
        "number": world.next_number(),
        "note": None,
        **about(message),
    }
    return signed(by, "decision", build_decision(Decision(**(facts | changed))))


def offer(world: World, message: Message, by: Person, /, **changed: Any) -> Signed:
    """Sign an offer."""
    facts: dict[str, Any] = {
        "mediator": by.id,
        "addressee": message.addressee,
        "number": world.next_number(),
        "note": None,
        **about(message),
    }
    return signed(by, "offer", build_offer(Offer(**(facts | changed))))


def readiness(
    world: World, message: Message, by: Person, /, *, answer: str = "ready", **changed: Any
) -> Signed:
    """Sign an answer."""
    facts: dict[str, Any] = {
        "participant": by.id,
        "answer": answer,
        "number": world.next_number(),
        "plan": None,
        **about(message),
    }
    return signed(by, "readiness", build_readiness(Readiness(**(facts | changed))))


def release(
    world: World,
    message: Message,
    by: Person,
    /,
    *,
    to: Person,
    readiness: str,
    approvals: tuple[str, ...],
    **changed: Any,
) -> Signed:
    """Sign a release."""
    mediators = PEOPLE[message.case][1]
    facts: dict[str, Any] = {
        "addressee": to.id,
        "certificate": hash_of(certificate(to, case=message.case, by=mediators[0]), "certificate"),
        "epoch": 1,
        "readiness": readiness,
        "approvals": tuple(sorted(approvals)),
        "wrap": wrap_hash(a_wrap("release", to.name)),
        **about(message),
        **world.references(message.case),
    }
    return signed(by, "release", build_release(Release(**(facts | changed))))


def withdrawal(
    world: World,
    message: Message | None,
    by: Person | bytes,
    *,
    of: Person,
    scope: str = "message",
    case: str = CASE,
    **changed: Any,
) -> Signed:
    """Sign a withdrawal of a message, or of a place in a case."""
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case if message is None else message.case,
        "scope": scope,
        "message": None if message is None else message.id,
        "manifest": None if message is None else message.manifest,
        "participant": of.id,
        "number": world.next_number(),
        "reason": None,
        "day": DAY,
    }
    return signed(by, "withdrawal", build_withdrawal(Withdrawal(**(facts | changed))))


def note_for(*readers: Person, text: bytes = b"a sealed note") -> tuple[SealedNote, str]:
    """Return a note and its hash."""
    box = text * 8
    note = SealedNote(box=box, wraps={one.key: a_wrap("note", one.key) for one in readers})
    return note, b64u(tagged_hash("note", box))


def bound(function: Any, world: World, person: Person, message: Message) -> Any:
    """Return one operation on one message, ready to be asked."""
    return partial(function, world.desk, person.actor, message=message.id)
